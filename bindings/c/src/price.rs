//! The rows of published tables.

use dijia::{Basis, Citation, Document, GradePrice, Part, ZonePrice};

use crate::date::{dijia_date, dijia_optional_date};
use crate::decimal::{dijia_decimal, dijia_optional_decimal};
use crate::failure::Result;
use crate::pointer::Plain;
use crate::text::dijia_text;
use crate::words::{
    dijia_area, dijia_development_level, dijia_grade, dijia_land_use, dijia_zone_code, number_of_area, number_of_grade,
    number_of_land_use,
};

/// The official document that publishes an edition's prices.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_document {
    /// The document number (文号), such as 济政发〔2020〕12号.
    pub number: dijia_text,
    /// The title; empty where there is none, and so on.
    pub title: dijia_text,
    /// Who issued it.
    pub issuer: dijia_text,
    /// The number of the document that it replaces.
    pub replaces: dijia_text,
    /// When it was issued.
    pub issue_date: dijia_optional_date,
    /// The first day on which it is in force.
    pub first_day_in_force: dijia_optional_date,
    /// The last day on which it is in force.
    pub last_day_in_force: dijia_optional_date,
}

/// Where in which document a figure is printed.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_citation {
    /// The number of the document (文号).
    pub document: dijia_text,
    /// The number of the annex; 0 for the explanatory notes.
    pub annex: u32,
    /// Where `annex` is 0, what the part of the document is called: the area that the explanatory notes are of, 表1-1 …
    pub part: dijia_text,
    /// The row: the printed sequence number, or where there is none the line of the table, from 1. 0 where the part is not
    /// a table.
    pub row: u32,
}

/// What a benchmark price assumes of the land that it is the price of (基准地价内涵).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_basis_row {
    /// The area that the basis holds for.
    pub area: dijia_area,
    /// The land use that it holds for.
    pub land_use: dijia_land_use,
    /// The date that the prices are the prices of (基准日).
    pub base_date: dijia_optional_date,
    /// The level of development.
    pub development_level: dijia_development_level,
    /// 1 where the document states a level of development, else 0.
    pub has_development_level: u8,
    /// Not used; 0.
    pub reserved: [u8; 6],
    /// The statutory term n (法定最高出让年期), in years.
    pub statutory_term: dijia_optional_decimal,
    /// Floor area over land area (容积率).
    pub plot_ratio: dijia_optional_decimal,
    /// The capitalization rate r of land (土地还原利率), a fraction: 6.4 % is 0.064.
    pub capitalization_rate: dijia_optional_decimal,
    /// The right that is priced (土地权利状况), in the words of the document.
    pub right: dijia_text,
    /// Where the basis is printed.
    pub citation: dijia_citation,
}

/// The benchmark price of a grade (级别基准地价), as published.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_grade_price_row {
    /// The land use.
    pub land_use: dijia_land_use,
    /// The grade.
    pub grade: dijia_grade,
    /// How many zones the grade is divided into; their numbers run from 1 to this one.
    pub zone_count: u8,
    /// Not used; 0.
    pub reserved: u8,
    /// The price, 元/㎡ of land.
    pub per_square_metre: dijia_decimal,
    /// Where the price is printed.
    pub citation: dijia_citation,
    /// What the price assumes.
    pub basis: dijia_basis_row,
}

/// The benchmark price of a zone (区片基准地价), as published: the price in each of the units that are printed.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_zone_price_row {
    /// The land use.
    pub land_use: dijia_land_use,
    /// The zone.
    pub code: dijia_zone_code,
    /// The price, 元/㎡ of land.
    pub per_square_metre: dijia_decimal,
    /// The price in 万元/亩 as printed; none where none is.
    pub wan_yuan_per_mu: dijia_optional_decimal,
    /// The floor price (楼面地价), 元/㎡ of floor at the plot ratio of the basis; none where none is printed.
    pub per_floor_area: dijia_optional_decimal,
    /// Where the price is printed.
    pub citation: dijia_citation,
    /// What the price assumes.
    pub basis: dijia_basis_row,
}

// SAFETY: all of these are integers, pointers, and structs of them.
unsafe impl Plain for dijia_document {}
// SAFETY: as above.
unsafe impl Plain for dijia_citation {}
// SAFETY: as above.
unsafe impl Plain for dijia_basis_row {}
// SAFETY: as above.
unsafe impl Plain for dijia_grade_price_row {}
// SAFETY: as above.
unsafe impl Plain for dijia_zone_price_row {}

impl From<Document<'_>> for dijia_document {
    fn from(document: Document<'_>) -> Self {
        let text = |text: Option<&str>| text.map_or(dijia_text::EMPTY, dijia_text::from);
        Self {
            number: dijia_text::from(document.number),
            title: text(document.title),
            issuer: text(document.issuer),
            replaces: text(document.replaces),
            issue_date: dijia_optional_date::from(document.issue_date.map(dijia_date::from)),
            first_day_in_force: dijia_optional_date::from(document.first_day_in_force.map(dijia_date::from)),
            last_day_in_force: dijia_optional_date::from(document.last_day_in_force.map(dijia_date::from)),
        }
    }
}

impl dijia_citation {
    /// No citation: every field is empty.
    pub const fn none() -> Self {
        Self { document: dijia_text::EMPTY, part: dijia_text::EMPTY, annex: 0, row: 0 }
    }
}

impl From<Citation<'_>> for dijia_citation {
    fn from(citation: Citation<'_>) -> Self {
        let (annex, part) = match citation.part {
            Part::Annex(annex) => (u32::from(annex), dijia_text::EMPTY),
            Part::ExplanatoryNotes(part) | Part::Named(part) => (0, dijia_text::from(part)),
        };
        let row = citation.row.map_or(0, u32::from);
        Self { document: dijia_text::from(citation.document), part, annex, row }
    }
}

impl From<Basis<'_>> for dijia_basis_row {
    fn from(basis: Basis<'_>) -> Self {
        let level = basis.development_level();
        Self {
            area: number_of_area(basis.area().key()),
            land_use: basis.land_use().map_or(u32::MAX, |land_use| number_of_land_use(land_use.key())),
            base_date: dijia_optional_date::from(basis.base_date().map(dijia_date::from)),
            development_level: level.unwrap_or_default().bits(),
            has_development_level: level.is_some().into(),
            reserved: [0; 6],
            statutory_term: dijia_optional_decimal::from(basis.statutory_term()),
            plot_ratio: dijia_optional_decimal::from(basis.plot_ratio()),
            capitalization_rate: dijia_optional_decimal::from(basis.capitalization_rate()),
            right: basis.right().map_or(dijia_text::EMPTY, dijia_text::from),
            citation: dijia_citation::from(basis.citation()),
        }
    }
}

impl dijia_grade_price_row {
    pub fn read(price: GradePrice<'_>) -> Result<Self> {
        Ok(Self {
            land_use: number_of_land_use(price.land_use().key()),
            grade: number_of_grade(price.grade().key()),
            zone_count: price.zones().count() as u8,
            reserved: 0,
            per_square_metre: dijia_decimal::from(price.per_square_metre()?),
            citation: dijia_citation::from(price.citation()),
            basis: dijia_basis_row::from(price.basis()),
        })
    }
}

impl dijia_zone_price_row {
    pub fn read(price: ZonePrice<'_>) -> Result<Self> {
        Ok(Self {
            land_use: number_of_land_use(price.land_use().key()),
            code: price.code().map_or(dijia_zone_code { grade: 0, number: 0 }, dijia_zone_code::from),
            per_square_metre: dijia_decimal::from(price.per_square_metre()?),
            wan_yuan_per_mu: dijia_optional_decimal::from(price.wan_yuan_per_mu()),
            per_floor_area: dijia_optional_decimal::from(price.per_floor_area()),
            citation: dijia_citation::from(price.citation()),
            basis: dijia_basis_row::from(price.basis()),
        })
    }
}

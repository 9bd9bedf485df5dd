//! The rows of published tables.

use dijia::{Basis, Citation, Document, GradePrice, Part, PricedArea, Term, ZonePrice};

use crate::date::{dijia_date, dijia_optional_date};
use crate::decimal::{dijia_decimal, dijia_optional_decimal};
use crate::handle::{number_of_area, number_of_grade, number_of_land_use, number_of_zone};
use crate::pointer::{Plain, sized};
use crate::text::dijia_text;
use crate::words::{
    DIJIA_NO_LAND_USE, dijia_area, dijia_development_level, dijia_grade, dijia_land_use, dijia_zone_code, level,
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
    /// When the document that it replaces was issued.
    pub replaces_date: dijia_optional_date,
    /// The title of the document that it replaces.
    pub replaces_title: dijia_text,
    /// Not used; 0.
    pub reserved: [u64; 4],
}

/// Where in which document a figure is printed.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_citation {
    /// The number of the document (文号).
    pub document: dijia_text,
    /// Where `annex` is 0, what the part of the document is called: the area that the explanatory notes are of, 表1-1 …
    pub part: dijia_text,
    /// The number of the annex; 0 for the explanatory notes, and for a part that only has a name.
    pub annex: u32,
    /// The row: the printed sequence number, or where there is none the line of the table, from 1. 0 where the part is not
    /// a table.
    pub row: u32,
    /// Not used; 0.
    pub reserved: [u64; 2],
}

/// What a benchmark price assumes of the land that it is the price of (基准地价内涵).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_basis_row {
    /// The area that the basis holds for.
    pub area: dijia_area,
    /// The land use that it holds for; `DIJIA_NO_LAND_USE` where it holds for all of the area.
    pub land_use: dijia_land_use,
    /// The grade that it holds for; 0 where it holds for all.
    pub grade: dijia_grade,
    /// The level of development.
    pub development_level: dijia_development_level,
    /// 1 where the document states a level of development, else 0.
    pub has_development_level: u8,
    /// 1 where the term has no end (无限年期), else 0.
    pub is_perpetual: u8,
    /// Not used; 0.
    pub reserved: [u8; 6],
    /// The date that the prices are the prices of (基准日).
    pub base_date: dijia_optional_date,
    /// The name that the document gives to the level of development, such as 六通一平; empty where it gives none, and so on.
    pub development_name: dijia_text,
    /// The right that is priced (土地权利状况), in the words of the document.
    pub right: dijia_text,
    /// The statutory term n (法定最高出让年期), in years.
    pub statutory_term: dijia_optional_decimal,
    /// Floor area over land area (容积率).
    pub plot_ratio: dijia_optional_decimal,
    /// The capitalization rate r of land (土地还原利率), a fraction: 6.4 % is 0.064.
    pub capitalization_rate: dijia_optional_decimal,
    /// Where the basis is printed.
    pub citation: dijia_citation,
    /// Not used; 0.
    pub reserved_for_more: [u64; 8],
}

/// What a published price is the price of a square metre of: one of `DIJIA_PER_LAND`, `DIJIA_PER_FLOOR`.
pub type dijia_priced_area = u32;

/// Land.
pub const DIJIA_PER_LAND: dijia_priced_area = 0;
/// Floor (楼面地价).
pub const DIJIA_PER_FLOOR: dijia_priced_area = 1;

/// The benchmark price of a grade (级别基准地价), as published. Set `size` before the call (`DIJIA_GRADE_PRICE_ROW_INIT`).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_grade_price_row {
    /// `sizeof(dijia_grade_price_row)`, set by the caller.
    pub size: usize,
    /// The area.
    pub area: dijia_area,
    /// The land use.
    pub land_use: dijia_land_use,
    /// The grade.
    pub grade: dijia_grade,
    /// How many zones the grade is divided into.
    pub zone_count: u32,
    /// What `printed` is the price of a square metre of.
    pub priced_area: dijia_priced_area,
    /// 1 where the figure is printed as a lower bound (≥), else 0.
    pub is_lower_bound: u32,
    /// The figure printed, 元 for a square metre of what `priced_area` says.
    pub printed: dijia_decimal,
    /// The price, 元/㎡ of land: the figure printed, or where that is one of floor × the plot ratio of the basis, exactly;
    /// none where the document states no plot ratio.
    pub per_square_metre: dijia_optional_decimal,
    /// The price in 万元/亩 as printed; none where none is.
    pub wan_yuan_per_mu: dijia_optional_decimal,
    /// The floor price (楼面地价), 元/㎡ of floor at the plot ratio of the basis; none where none is printed.
    pub per_floor_area: dijia_optional_decimal,
    /// Where the price is printed.
    pub citation: dijia_citation,
    /// What the price assumes.
    pub basis: dijia_basis_row,
}

/// The benchmark price of a zone (区片基准地价), as published: the price in each of the units that are printed. Set `size`
/// before the call (`DIJIA_ZONE_PRICE_ROW_INIT`).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_zone_price_row {
    /// `sizeof(dijia_zone_price_row)`, set by the caller.
    pub size: usize,
    /// The area.
    pub area: dijia_area,
    /// The land use.
    pub land_use: dijia_land_use,
    /// The grade that the zone is of; 0 where the document divides no grades into zones.
    pub grade: dijia_grade,
    /// What `printed` is the price of a square metre of.
    pub priced_area: dijia_priced_area,
    /// The zone.
    pub code: dijia_zone_code,
    /// 1 where the figure is printed as a lower bound (≥), else 0.
    pub is_lower_bound: u32,
    /// Not used; 0.
    pub reserved: u32,
    /// The figure printed, 元 for a square metre of what `priced_area` says.
    pub printed: dijia_decimal,
    /// The price, 元/㎡ of land: the figure printed, or where that is one of floor × the plot ratio of the basis, exactly;
    /// none where the document states no plot ratio.
    pub per_square_metre: dijia_optional_decimal,
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

sized! {
    dijia_grade_price_row to basis;
    dijia_zone_price_row to basis;
}

const _: () = assert!(DIJIA_PER_LAND == PricedArea::Land as u32 && DIJIA_PER_FLOOR == PricedArea::Floor as u32);

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
            replaces_date: dijia_optional_date::from(document.replaces_date.map(dijia_date::from)),
            replaces_title: text(document.replaces_title),
            reserved: [0; 4],
        }
    }
}

impl dijia_citation {
    /// No citation: every field is empty.
    pub const fn none() -> Self {
        Self { document: dijia_text::EMPTY, part: dijia_text::EMPTY, annex: 0, row: 0, reserved: [0; 2] }
    }
}

impl From<Citation<'_>> for dijia_citation {
    fn from(citation: Citation<'_>) -> Self {
        let (annex, part) = match citation.part {
            Part::Annex(annex) => (u32::from(annex), dijia_text::EMPTY),
            Part::ExplanatoryNotes(part) | Part::Named(part) => (0, dijia_text::from(part)),
        };
        let row = citation.row.map_or(0, u32::from);
        Self { document: dijia_text::from(citation.document), part, annex, row, reserved: [0; 2] }
    }
}

impl From<Basis<'_>> for dijia_basis_row {
    fn from(basis: Basis<'_>) -> Self {
        let edition = basis.edition();
        let text = |text: Option<&str>| text.map_or(dijia_text::EMPTY, dijia_text::from);
        let (stated, term) = (basis.development_level(), basis.statutory_term());
        Self {
            area: number_of_area(edition, basis.area().key()),
            land_use: basis.land_use().map_or(DIJIA_NO_LAND_USE, |of| number_of_land_use(edition, of.key())),
            grade: basis.grade().map_or(0, |of| number_of_grade(edition, of.key())),
            development_level: level(stated.unwrap_or_default()),
            has_development_level: stated.is_some().into(),
            is_perpetual: matches!(term, Some(Term::Perpetual)).into(),
            reserved: [0; 6],
            base_date: dijia_optional_date::from(basis.base_date().map(dijia_date::from)),
            development_name: text(basis.development_name()),
            right: text(basis.right()),
            statutory_term: dijia_optional_decimal::from(term.and_then(Term::years)),
            plot_ratio: dijia_optional_decimal::from(basis.plot_ratio()),
            capitalization_rate: dijia_optional_decimal::from(basis.capitalization_rate()),
            citation: dijia_citation::from(basis.citation()),
            reserved_for_more: [0; 8],
        }
    }
}

impl From<GradePrice<'_>> for dijia_grade_price_row {
    fn from(price: GradePrice<'_>) -> Self {
        let edition = price.edition();
        Self {
            size: 0,
            area: number_of_area(edition, price.area().key()),
            land_use: number_of_land_use(edition, price.land_use().key()),
            grade: number_of_grade(edition, price.grade().key()),
            zone_count: price.zones().count() as u32,
            priced_area: price.priced_area() as u32,
            is_lower_bound: price.is_lower_bound().into(),
            printed: dijia_decimal::from(price.printed()),
            per_square_metre: dijia_optional_decimal::from(price.per_square_metre().ok()),
            wan_yuan_per_mu: dijia_optional_decimal::from(price.wan_yuan_per_mu()),
            per_floor_area: dijia_optional_decimal::from(price.per_floor_area()),
            citation: dijia_citation::from(price.citation()),
            basis: dijia_basis_row::from(price.basis()),
        }
    }
}

impl From<ZonePrice<'_>> for dijia_zone_price_row {
    fn from(price: ZonePrice<'_>) -> Self {
        let edition = price.edition();
        Self {
            size: 0,
            area: number_of_area(edition, price.area().key()),
            land_use: number_of_land_use(edition, price.land_use().key()),
            grade: price.grade().map_or(0, |of| number_of_grade(edition, of.key())),
            priced_area: price.priced_area() as u32,
            code: number_of_zone(edition, price.key()),
            is_lower_bound: price.is_lower_bound().into(),
            reserved: 0,
            printed: dijia_decimal::from(price.printed()),
            per_square_metre: dijia_optional_decimal::from(price.per_square_metre().ok()),
            wan_yuan_per_mu: dijia_optional_decimal::from(price.wan_yuan_per_mu()),
            per_floor_area: dijia_optional_decimal::from(price.per_floor_area()),
            citation: dijia_citation::from(price.citation()),
            basis: dijia_basis_row::from(price.basis()),
        }
    }
}

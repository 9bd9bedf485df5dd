//! What is known of a parcel.

use dijia::{
    Appraisal, Area, BasePrice, BetweenPoints, Coefficient, DateIndex, DateIndexPoint, Decimal, Edition, Editions,
    FactorCorrection, Key, LandUse, Level, PlotRatioRow, PlotRatioTable, Quantity, Ratio, Term, UnitCost,
};

use crate::date::dijia_optional_date;
use crate::decimal::{dijia_decimal, dijia_optional_decimal};
use crate::edition::{dijia_edition, read_edition, read_editions};
use crate::elements::{
    DIJIA_FIXED_BASE, DIJIA_LAST_BEFORE, DIJIA_LINEAR_BY_DAYS, DIJIA_MAX_COEFFICIENTS, DIJIA_MAX_DATE_INDEX_POINTS,
    DIJIA_MAX_FACTOR_CORRECTIONS, DIJIA_MAX_LEVELS, DIJIA_MAX_PLOT_RATIO_ROWS, DIJIA_MAX_UNIT_COSTS, Lists, convert,
    dijia_between_points, dijia_coefficient, dijia_date_index_point, dijia_factor, dijia_level, dijia_plot_ratio_row,
    dijia_unit_cost, read_period, too_many, too_many_rows,
};
use crate::failure::{Failure, Result};
use crate::handle::{area_of, grade_of, land_use_of, zone_of};
use crate::origin::dijia_origin;
use crate::pointer::{Array, Memory, Plain, sized};
use crate::rounding::dijia_rounding;
use crate::text::dijia_text;
use crate::words::enumeration::invalid;
use crate::words::{dijia_area, dijia_development_level, dijia_land_use, dijia_zone_code, read_level, read_service};

/// Whose price an appraisal starts from: one of `DIJIA_BASE_ZONE`, `DIJIA_BASE_GRADE`, `DIJIA_BASE_OWN`.
pub type dijia_base = u32;

/// The published price of the zone `code` of `edition`.
pub const DIJIA_BASE_ZONE: dijia_base = 1;
/// The published price of the grade `code.grade` of `edition`, because the grade's and not a zone's is wanted.
pub const DIJIA_BASE_GRADE: dijia_base = 2;
/// `own_price`, a price of the caller's own; where `edition` is not NULL it has the basis that the edition states for
/// `area_of_price` and `land_use`.
pub const DIJIA_BASE_OWN: dijia_base = 3;

/// In `dijia_appraisal.table_open`: the first row of the plot-ratio table holds for every lower plot ratio too ("≤ 1.0").
pub const DIJIA_OPEN_BELOW: u32 = 1;
/// In `dijia_appraisal.table_open`: the last row of the plot-ratio table holds for every higher plot ratio too ("≥ 5.0").
pub const DIJIA_OPEN_ABOVE: u32 = 2;

/// A parcel to be priced by the coefficient-correction method (基准地价系数修正法, GB/T 18508-2014):
///
///     unit price = P × Ky × Kv × Kt × ∏Kj × (1 + ΣKi) + Kf
///
/// Set `size` (`DIJIA_APPRAISAL_INIT`), `base` and what belongs to it, and what is known of the parcel. All else stays zero:
/// what is not given takes no part, its coefficient is 1. What is given twice, in two forms, is an error. The library reads
/// the arrays and texts that are pointed to while a call lasts, and keeps none of them.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_appraisal {
    /// `sizeof(dijia_appraisal)`.
    pub size: usize,

    /// Whose prices; see `base`.
    pub edition: *const dijia_edition,
    /// Whose price P is.
    pub base: dijia_base,
    /// The land use.
    pub land_use: dijia_land_use,
    /// The area whose price P is, or whose basis a price of the caller's own has; 0 for the first of the edition.
    pub area_of_price: dijia_area,
    /// Not used; 0.
    pub reserved: u32,
    /// The zone; for the price of a grade, its `grade` alone.
    pub code: dijia_zone_code,
    /// The price of the caller's own, 元/㎡ of land.
    pub own_price: dijia_decimal,
    /// Where that price is from; NULL where it is not said. To a published price, which says so itself, it is an error.
    pub origin: *const dijia_origin,

    /// The capitalization rate r, a fraction in (0, 1] of at most 6 places, instead of that of the basis.
    pub capitalization_rate: dijia_optional_decimal,
    /// The statutory term n in years, at most 100 and 4 places, instead of that of the basis; `perpetual_basis` for one without
    /// end.
    pub statutory_term: dijia_optional_decimal,
    /// The date that P is the price of, instead of that of the basis.
    pub base_date: dijia_optional_date,
    /// The date that the parcel is appraised for (估价期日).
    pub valuation_date: dijia_optional_date,
    /// The date on which the right to the parcel ends; it gives the remaining term.
    pub expiry_date: dijia_optional_date,
    /// The remaining term m in years, at most 4 places: P is corrected by Ky. It is longer than n only by `longer_term`;
    /// `perpetual_term` for one without end.
    pub remaining_term: dijia_optional_decimal,
    /// The term coefficient Ky, instead of one that is derived from a remaining term.
    pub term_coefficient: dijia_optional_decimal,
    /// What it is divided by where it is an exact ratio; so for the two below.
    pub term_coefficient_over: dijia_optional_decimal,

    /// The plot ratio of the parcel, which the floor price and a table need.
    pub plot_ratio: dijia_optional_decimal,
    /// The plot-ratio coefficient Kv.
    pub plot_ratio_coefficient: dijia_optional_decimal,
    /// What it is divided by where it is an exact ratio, 1.16/1.40.
    pub plot_ratio_coefficient_over: dijia_optional_decimal,
    /// The table that gives Kv, ascending by plot ratio; between rows it is interpolated.
    pub plot_ratio_table: *const dijia_plot_ratio_row,
    /// Its rows, at most `DIJIA_MAX_PLOT_RATIO_ROWS`; 0 for no table, which then has no open ends.
    pub plot_ratio_row_count: usize,
    /// Which ends of the table are open: `DIJIA_OPEN_BELOW`, `DIJIA_OPEN_ABOVE`, both joined by `|`, or 0.
    pub table_open: u32,

    /// What the index is between two points; 0 where there is no series.
    pub between_points: dijia_between_points,
    /// The series that gives Kt, ascending by date: index on the valuation date ÷ index on the base date. Of a chain
    /// (`index_period`) no period is left out, each index is from 20 to 500, and Kt is the product of those ÷ 100 that are dated
    /// after the base date, up to the valuation date; the first enters no product.
    pub date_index: *const dijia_date_index_point,
    /// Its points, at most `DIJIA_MAX_DATE_INDEX_POINTS`; 0 for no series.
    pub date_index_point_count: usize,
    /// The date coefficient Kt.
    pub date_coefficient: dijia_optional_decimal,
    /// What it is divided by where it is an exact ratio, 103/100.
    pub date_coefficient_over: dijia_optional_decimal,
    /// The monthly growth g that gives Kt = (1 + g)^months, above −0.5 and at most 1, of at most 6 places.
    pub monthly_growth: dijia_optional_decimal,

    /// Further coefficients Kj (面积, 形状, 临街深度 …).
    pub coefficients: *const dijia_coefficient,
    /// How many, at most `DIJIA_MAX_COEFFICIENTS`.
    pub coefficient_count: usize,
    /// Factor corrections Ki.
    pub factor_corrections: *const dijia_factor,
    /// How many, at most `DIJIA_MAX_FACTOR_CORRECTIONS`.
    pub factor_correction_count: usize,
    /// The levels of the factors and of the further coefficients of the document, with `corrections_as_published`.
    pub levels: *const dijia_level,
    /// How many, at most `DIJIA_MAX_LEVELS`.
    pub level_count: usize,

    /// The development adjustment Kf, 元/㎡, signed.
    pub development_adjustment: dijia_optional_decimal,
    /// The unit costs that give Kf with `site_development`; where there are none, `corrections_as_published` takes those of the
    /// document.
    pub unit_costs: *const dijia_unit_cost,
    /// How many, at most `DIJIA_MAX_UNIT_COSTS`.
    pub unit_cost_count: usize,
    /// The development level of the site.
    pub site_development: dijia_development_level,
    /// The development level that P assumes, instead of that of the basis.
    pub basis_development: dijia_development_level,
    /// 1 where the price is to have the basis that `edition` states for `area_of_price` and `land_use`. For a price of the
    /// caller's own that is so wherever there is an edition; beside a published price, which has its own, it is an error.
    pub has_basis: u8,
    /// 1 where `site_development` is given.
    pub has_site_development: u8,
    /// 1 where `basis_development` is given.
    pub has_basis_development: u8,
    /// 1 where what is not given is to be taken from the tables of corrections that the document prints: Kv from the plot
    /// ratio, Ky from the remaining term, Kt from the valuation date, and the corrections and coefficients of `levels` and of
    /// the area. Every step then cites its table. What the tables do not cover is an error.
    pub corrections_as_published: u8,
    /// 1 where the right to the parcel has no end (无限年期), instead of a `remaining_term`.
    pub perpetual_term: u8,
    /// 1 where P is the price of a right without end, instead of a `statutory_term`.
    pub perpetual_basis: u8,
    /// 1 where the remaining term may be longer than the statutory one, up to 100 years, so that Ky is above 1.
    pub longer_term: u8,
    /// What the indices of `date_index` are relative to: `DIJIA_FIXED_BASE`, or one of `DIJIA_CHAIN_OF_…`; 0 where there is no
    /// series.
    pub index_period: u8,

    /// The area of the parcel, ㎡, which the totals need.
    pub area: dijia_optional_decimal,
    /// The editions that are known, which change no figure: the warning that the edition priced from is not in force names the
    /// one that follows it, and one without a last day is in force until that begins.
    pub editions: *const *const dijia_edition,
    /// How many, at most `DIJIA_MAX_KNOWN_EDITIONS`.
    pub edition_count: usize,
    /// What is rounded, and how; all zero is the default.
    pub rounding: dijia_rounding,
}

// SAFETY: integers, pointers, and structs of them.
unsafe impl Plain for dijia_appraisal {}

sized! {
    dijia_appraisal to rounding;
}
// SAFETY: a pointer.
unsafe impl Plain for *const dijia_appraisal {}

fn takes_no_part(quantity: Quantity, without: Quantity) -> Failure {
    Failure::from(dijia::Error::TakesNoPart { quantity, without })
}

/// A coefficient, and what it is divided by where it is a ratio.
fn read_ratio(
    value: dijia_optional_decimal,
    over: dijia_optional_decimal,
    quantity: Quantity,
) -> Result<Option<Ratio>> {
    match (value.read()?, over.read()?) {
        (None, Some(_)) => Err(takes_no_part(Quantity::Ratio, quantity)),
        (value, None) => Ok(value.map(Ratio::from)),
        (Some(value), Some(over)) => Ok(Some(Ratio::new(value, over))),
    }
}

/// A term, which is said in years or to be without end.
fn read_term(years: dijia_optional_decimal, is_perpetual: u8, quantity: Quantity) -> Result<Option<Term>> {
    match years.read()? {
        Some(_) if is_perpetual != 0 => {
            Err(Failure::from(dijia::Error::Conflict { first: quantity, second: Quantity::PerpetualTerm }))
        }
        None if is_perpetual != 0 => Ok(Some(Term::Perpetual)),
        years => Ok(years.map(Term::Years)),
    }
}

impl dijia_appraisal {
    /// The appraisal that the fields say; `lists` is where its lists are put. What it borrows lies apart from the memory
    /// that is `written` while it lasts.
    ///
    /// # Safety
    ///
    /// The pointers must be NULL or point to what the header says, which nobody changes while `'a` lasts.
    pub unsafe fn read<'a>(&self, lists: &'a mut Lists<'a>, written: [Memory; 2]) -> Result<Appraisal<'a>> {
        // SAFETY: as here.
        let mut appraisal = unsafe {
            self.read_lists(lists, written)?;
            self.read_base()?
        };
        macro_rules! take {
            ($($field:ident),*) => {$(
                if let Some(value) = self.$field.read()? {
                    appraisal = appraisal.$field(value);
                }
            )*};
        }
        take!(capitalization_rate, base_date, valuation_date, expiry_date);
        take!(plot_ratio, monthly_growth, development_adjustment, area);
        macro_rules! take_ratio {
            ($($field:ident / $over:ident: $quantity:ident),*) => {$(
                if let Some(ratio) = read_ratio(self.$field, self.$over, Quantity::$quantity)? {
                    appraisal = appraisal.$field(ratio);
                }
            )*};
        }
        take_ratio!(
            term_coefficient / term_coefficient_over: TermCoefficient,
            plot_ratio_coefficient / plot_ratio_coefficient_over: PlotRatioCoefficient,
            date_coefficient / date_coefficient_over: DateCoefficient
        );
        if let Some(term) = read_term(self.statutory_term, self.perpetual_basis, Quantity::StatutoryTerm)? {
            appraisal = appraisal.statutory_term(term);
        }
        if let Some(term) = read_term(self.remaining_term, self.perpetual_term, Quantity::RemainingTerm)? {
            appraisal = appraisal.remaining_term(term);
        }
        if self.longer_term != 0 {
            appraisal = appraisal.longer_term();
        }
        if self.has_basis_development != 0 {
            appraisal = appraisal.basis_development(read_level(self.basis_development)?);
        }
        if self.plot_ratio_row_count == 0 && self.table_open != 0 {
            return Err(takes_no_part(Quantity::OpenEnds, Quantity::PlotRatioTable));
        }
        if self.date_index_point_count == 0 && self.between_points != DIJIA_LAST_BEFORE {
            return Err(takes_no_part(Quantity::BetweenPoints, Quantity::DateIndex));
        }
        if self.date_index_point_count == 0 && u32::from(self.index_period) != DIJIA_FIXED_BASE {
            return Err(takes_no_part(Quantity::IndexPeriod, Quantity::DateIndex));
        }
        if self.plot_ratio_row_count > 0 {
            let mut table = PlotRatioTable::new(lists.table.as_slice())?;
            if self.table_open & !(DIJIA_OPEN_BELOW | DIJIA_OPEN_ABOVE) != 0 {
                return Err(invalid("table_open", self.table_open));
            }
            table = if self.table_open & DIJIA_OPEN_BELOW == 0 { table } else { table.open_below() };
            table = if self.table_open & DIJIA_OPEN_ABOVE == 0 { table } else { table.open_above() };
            appraisal = appraisal.plot_ratio_table(table);
        }
        if self.date_index_point_count > 0 {
            let between = match self.between_points {
                DIJIA_LAST_BEFORE => BetweenPoints::LastBefore,
                DIJIA_LINEAR_BY_DAYS => BetweenPoints::LinearByDays,
                other => return Err(invalid("dijia_between_points", other)),
            };
            let points = lists.index.as_slice();
            appraisal = appraisal.date_index(match read_period(self.index_period.into())? {
                None => DateIndex::new(points, between),
                Some(period) => DateIndex::chain(points, period, between),
            }?);
        }
        if let Some(origin) = &lists.origin {
            appraisal = appraisal.origin(origin);
        }
        if self.edition_count > 0 {
            appraisal = appraisal.editions(Editions::new(lists.editions.as_slice()));
        }
        if self.has_site_development != 0 {
            appraisal = appraisal.site_development(read_level(self.site_development)?);
        }
        if self.corrections_as_published != 0 {
            appraisal = appraisal.corrections_as_published();
        }
        Ok(appraisal
            .levels(lists.levels.as_slice())
            .unit_costs(lists.unit_costs.as_slice())
            .coefficients(lists.coefficients.as_slice())
            .factor_corrections(lists.corrections.as_slice())
            .rounding(self.rounding.read()?))
    }

    /// The price that the appraisal starts from.
    ///
    /// # Safety
    ///
    /// As [`read`](Self::read).
    pub unsafe fn base_price(&self) -> Result<BasePrice<'static>> {
        // SAFETY: as here.
        unsafe { self.read_base() }.map(|appraisal| appraisal.base_price())
    }

    fn area_and_use(&self, edition: &Edition<'_>) -> Result<(Key<Area>, Key<LandUse>)> {
        Ok((area_of(edition, self.area_of_price)?, land_use_of(edition, self.land_use)?))
    }

    /// # Safety
    ///
    /// As [`read`](Self::read).
    unsafe fn read_base(&self) -> Result<Appraisal<'static>> {
        if self.base != DIJIA_BASE_OWN && self.has_basis != 0 {
            return Err(takes_no_part(Quantity::Basis, Quantity::OwnPrice));
        }
        match self.base {
            DIJIA_BASE_ZONE => {
                // SAFETY: as here.
                let edition = unsafe { read_edition(self.edition) }?;
                let (area, land_use) = self.area_and_use(edition)?;
                Ok(Appraisal::from_zone(edition.zone_price_in(area, land_use, zone_of(edition, self.code)?)?))
            }
            DIJIA_BASE_GRADE => {
                // SAFETY: as here.
                let edition = unsafe { read_edition(self.edition) }?;
                let (area, land_use) = self.area_and_use(edition)?;
                let grade = grade_of(edition, self.code.grade)?;
                Ok(Appraisal::from_grade(edition.grade_price_in(area, land_use, grade)?))
            }
            DIJIA_BASE_OWN => {
                let appraisal = Appraisal::from_price(self.own_price.read()?);
                if self.edition.is_null() && self.has_basis == 0 {
                    return Ok(appraisal);
                }
                // SAFETY: as here.
                let edition = unsafe { read_edition(self.edition) }?;
                let (area, land_use) = self.area_and_use(edition)?;
                Ok(appraisal.basis(edition.basis(area, land_use)?))
            }
            other => Err(invalid("dijia_base", other)),
        }
    }

    /// # Safety
    ///
    /// As [`read`](Self::read).
    unsafe fn read_lists<'a>(&self, lists: &mut Lists<'a>, written: [Memory; 2]) -> Result<()> {
        // All else is copied before anything is written.
        let name = |name: dijia_text| -> Result<&'a str> {
            written.into_iter().try_for_each(|written| name.memory().apart_from(written))?;
            // SAFETY: as here.
            unsafe { name.read() }
        };
        // SAFETY: the pointers and counts are as the header says; so for every array and name below.
        unsafe {
            lists.origin = dijia_origin::read(self.origin, name)?;
            convert(
                Array::new(self.coefficients, self.coefficient_count)?,
                &mut lists.coefficients,
                too_many(Quantity::Coefficient, DIJIA_MAX_COEFFICIENTS),
                |named| {
                    let denominator = named.over.read()?.unwrap_or(Decimal::ONE);
                    Ok(Coefficient::new(name(named.name)?, Ratio::new(named.value.read()?, denominator)))
                },
            )?;
            convert(
                Array::new(self.factor_corrections, self.factor_correction_count)?,
                &mut lists.corrections,
                too_many(Quantity::FactorCorrections, DIJIA_MAX_FACTOR_CORRECTIONS),
                |factor| {
                    let (name, value) = (name(factor.name)?, factor.value.read()?);
                    Ok(FactorCorrection { name, value, in_percent: factor.in_percent != 0 })
                },
            )?;
            convert(
                Array::new(self.levels, self.level_count)?,
                &mut lists.levels,
                too_many(Quantity::Level, DIJIA_MAX_LEVELS),
                |level| Ok(Level { of: name(level.of)?, level: name(level.level)? }),
            )?;
            convert(
                Array::new(self.unit_costs, self.unit_cost_count)?,
                &mut lists.unit_costs,
                too_many(Quantity::UnitCost, DIJIA_MAX_UNIT_COSTS),
                |cost| Ok(UnitCost { service: read_service(cost.service)?, cost: cost.cost.read()? }),
            )?;
            convert(
                Array::new(self.plot_ratio_table, self.plot_ratio_row_count)?,
                &mut lists.table,
                too_many_rows(DIJIA_MAX_PLOT_RATIO_ROWS),
                |row| Ok(PlotRatioRow { plot_ratio: row.plot_ratio.read()?, coefficient: row.coefficient.read()? }),
            )?;
            convert(
                Array::new(self.date_index, self.date_index_point_count)?,
                &mut lists.index,
                too_many_rows(DIJIA_MAX_DATE_INDEX_POINTS),
                |point| Ok(DateIndexPoint { date: point.date.read()?, index: point.index.read()? }),
            )?;
            read_editions(self.editions, self.edition_count, &mut lists.editions)
        }
    }
}

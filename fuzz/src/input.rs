//! Parcels, as the models and as the library take them.

use dijia::{
    Appraisal, Area, BetweenPoints, Coefficient, Date, DateIndex, DateIndexPoint, DevelopmentLevel, FactorCorrection,
    JINAN_2020, LandUse, PlotRatioRow, PlotRatioTable, RoundingMode, RoundingPolicy, Service, UnitCost,
};

use crate::calendar::Day;
use crate::chain::Chain;
use crate::number::Number;

/// A parcel, and where it is one of several uses, the others.
#[derive(Debug)]
pub struct Case {
    pub parcels: Vec<Parcel>,
    pub mixed: Option<Mixed>,
}

#[derive(Debug)]
pub struct Mixed {
    /// Shares, each of the parcel of that index, counted round and round.
    pub shares: Vec<(usize, Number)>,
    pub area: Option<Number>,
    pub policy: Policy,
}

#[derive(Debug)]
pub struct Parcel {
    pub base: Base,
    pub rate: Option<Number>,
    pub statutory_term: Option<Number>,
    pub base_date: Option<Day>,
    pub basis_development: Option<u8>,
    pub remaining_term: Option<Number>,
    pub valuation_date: Option<Day>,
    pub expiry_date: Option<Day>,
    pub plot_ratio: Option<Number>,
    pub plot_ratio_coefficient: Option<Number>,
    pub table: Option<Table>,
    pub date_coefficient: Option<Number>,
    pub index: Option<Index>,
    pub growth: Option<Number>,
    pub coefficients: Vec<(String, Number)>,
    /// Factor corrections, and whether each is in per cent.
    pub corrections: Vec<(String, Number, bool)>,
    pub adjustment: Option<Number>,
    pub site: Option<u8>,
    pub costs: Vec<(u8, Number)>,
    pub area: Option<Number>,
    pub policy: Policy,
}

#[derive(Debug)]
pub enum Base {
    /// A price of the caller's, and the area and land use whose basis it has.
    Own(Number, Option<(Area, LandUse)>),
    /// The zone or the grade of that index in the edition.
    Zone(usize),
    Grade(usize),
}

/// Rows of plot ratio and coefficient.
#[derive(Debug)]
pub struct Table {
    pub rows: Vec<(Number, Number)>,
    pub open_below: bool,
    pub open_above: bool,
}

#[derive(Debug)]
pub struct Index {
    pub points: Vec<(Day, Number)>,
    pub linear: bool,
    pub chain: Option<Chain>,
}

#[derive(Clone, Copy, Debug)]
pub struct Policy {
    pub coefficient_places: Option<u8>,
    pub unit_price_places: u8,
    pub amount_places: u8,
    pub half_even: bool,
}

impl Policy {
    pub fn build(self) -> dijia::Result<RoundingPolicy> {
        let mode = if self.half_even { RoundingMode::HalfEven } else { RoundingMode::HalfUp };
        let policy = RoundingPolicy::default().with_mode(mode).with_coefficient_places(self.coefficient_places)?;
        policy.with_unit_price_places(self.unit_price_places)?.with_amount_places(self.amount_places)
    }
}

pub fn date((year, month, day): Day) -> Date {
    Date::new(year as i16, month as i8, day as i8).expect("a day of the calendar")
}

/// The lists of a parcel as the library takes them.
pub struct Lists<'a> {
    coefficients: Vec<Coefficient<'a>>,
    corrections: Vec<FactorCorrection<'a>>,
    costs: Vec<UnitCost>,
    rows: Vec<PlotRatioRow>,
    points: Vec<DateIndexPoint>,
}

impl Parcel {
    pub fn lists(&self) -> Lists<'_> {
        Lists {
            coefficients: self
                .coefficients
                .iter()
                .map(|(name, value)| Coefficient::new(name, value.decimal()))
                .collect(),
            corrections: self
                .corrections
                .iter()
                .map(|(name, value, in_percent)| FactorCorrection {
                    name,
                    value: value.decimal(),
                    in_percent: *in_percent,
                })
                .collect(),
            costs: self
                .costs
                .iter()
                .map(|&(service, cost)| UnitCost { service: Service::ALL[usize::from(service)], cost: cost.decimal() })
                .collect(),
            rows: self
                .table
                .iter()
                .flat_map(|table| &table.rows)
                .map(|(plot_ratio, coefficient)| PlotRatioRow {
                    plot_ratio: plot_ratio.decimal(),
                    coefficient: coefficient.decimal(),
                })
                .collect(),
            points: self
                .index
                .iter()
                .flat_map(|index| &index.points)
                .map(|&(day, index)| DateIndexPoint { date: date(day), index: index.decimal() })
                .collect(),
        }
    }

    /// The parcel as the library takes it; an error where a table of it is none.
    pub fn appraisal<'a>(&self, lists: &'a Lists<'a>) -> dijia::Result<Appraisal<'a>> {
        let mut appraisal = match self.base {
            Base::Own(price, None) => Appraisal::from_price(price.decimal()),
            Base::Own(price, Some((area, land_use))) => {
                Appraisal::from_price(price.decimal()).basis(JINAN_2020.basis(area, land_use)?)
            }
            Base::Zone(index) => Appraisal::from_zone(JINAN_2020.zone_prices().nth(index).expect("a zone")),
            Base::Grade(index) => Appraisal::from_grade(JINAN_2020.grade_prices().nth(index).expect("a grade")),
        };
        macro_rules! give {
            ($($setter:ident: $value:expr, $as:expr;)*) => {
                $(if let Some(value) = $value { appraisal = appraisal.$setter($as(value)); })*
            };
        }
        give! {
            capitalization_rate: self.rate, Number::decimal;
            statutory_term: self.statutory_term, Number::decimal;
            base_date: self.base_date, date;
            basis_development: self.basis_development, DevelopmentLevel::from_bits;
            remaining_term: self.remaining_term, Number::decimal;
            valuation_date: self.valuation_date, date;
            expiry_date: self.expiry_date, date;
            plot_ratio: self.plot_ratio, Number::decimal;
            plot_ratio_coefficient: self.plot_ratio_coefficient, Number::decimal;
            date_coefficient: self.date_coefficient, Number::decimal;
            monthly_growth: self.growth, Number::decimal;
            development_adjustment: self.adjustment, Number::decimal;
            area: self.area, Number::decimal;
        }
        if let Some(table) = &self.table {
            let mut rows = PlotRatioTable::new(&lists.rows)?;
            rows = if table.open_below { rows.open_below() } else { rows };
            rows = if table.open_above { rows.open_above() } else { rows };
            appraisal = appraisal.plot_ratio_table(rows);
        }
        if let Some(index) = &self.index {
            let between = if index.linear { BetweenPoints::LinearByDays } else { BetweenPoints::LastBefore };
            appraisal = appraisal.date_index(match index.chain {
                None => DateIndex::new(&lists.points, between),
                Some(chain) => DateIndex::chain(&lists.points, chain.period(), between),
            }?);
        }
        if let Some(site) = self.site {
            appraisal = appraisal.site_development(DevelopmentLevel::from_bits(site));
        }
        appraisal =
            appraisal.coefficients(&lists.coefficients).factor_corrections(&lists.corrections).unit_costs(&lists.costs);
        Ok(appraisal.rounding(self.policy.build()?))
    }
}

//! What a Python program says of a parcel.

use std::sync::Arc;

use dijia::{
    Area, BasePrice, Basis, BetweenPoints, Coefficient, Date, DateIndex, DateIndexPoint, Decimal, DevelopmentLevel,
    Edition, Editions, Error, FactorCorrection, Grade, GradePrice, IndexPeriod, Key, LandUse, Level, Origin,
    PlotRatioRow, PlotRatioTable, Quantity, Ratio, RoundingPolicy, Term, UnitCost, ZoneCode, ZonePrice,
};
use pyo3::exceptions::{PyIndexError, PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use crate::dates::date_from_py;
use crate::decimals::{self, Reading};
use crate::editions::{HeldEditions, PyEditions};
use crate::failure::{OrRaise, exception};
use crate::origin::OwnedOrigin;
use crate::words;

/// The price that an appraisal starts from: an edition's, or a price of the caller's own.
pub type Base<'e> = BasePrice<'e>;

/// The inputs of an appraisal, owned.
#[derive(Clone)]
pub struct Inputs<'e> {
    pub base: Base<'e>,
    pub capitalization_rate: Option<Decimal>,
    pub statutory_term: Option<Term>,
    pub base_date: Option<Date>,
    pub basis_development: Option<DevelopmentLevel>,
    pub term_coefficient: Option<Ratio>,
    pub remaining_term: Option<Term>,
    pub longer_term: bool,
    pub valuation_date: Option<Date>,
    pub expiry_date: Option<Date>,
    pub plot_ratio: Option<Decimal>,
    pub plot_ratio_coefficient: Option<Ratio>,
    pub plot_ratio_table: Option<Table<PlotRatioRow>>,
    pub date_coefficient: Option<Ratio>,
    pub date_index: Option<Series>,
    pub monthly_growth: Option<Decimal>,
    pub coefficients: Vec<(String, Ratio)>,
    /// Each with whether it was written in per cent.
    pub factor_corrections: Vec<(String, Decimal, bool)>,
    pub development_adjustment: Option<Decimal>,
    pub site_development: Option<DevelopmentLevel>,
    pub unit_costs: Vec<UnitCost>,
    pub area: Option<Decimal>,
    pub policy: RoundingPolicy,
    pub corrections_as_published: bool,
    /// What each is of, and the level.
    pub levels: Vec<(String, String)>,
    /// The editions that are known.
    pub editions: Option<Editions<'e>>,
    pub origin: Option<OwnedOrigin>,
}

/// Rows, and two flags: whether the first and the last row are open, or whether to interpolate.
#[derive(Clone)]
pub struct Table<T> {
    pub rows: Vec<T>,
    pub flags: (bool, bool),
}

/// A dated series of indices.
#[derive(Clone)]
pub struct Series {
    points: Vec<DateIndexPoint>,
    between: BetweenPoints,
    /// Of a chain.
    period: Option<IndexPeriod>,
}

impl<'e> Inputs<'e> {
    pub fn new(base: Base<'e>) -> Self {
        Self {
            base,
            capitalization_rate: None,
            statutory_term: None,
            base_date: None,
            basis_development: None,
            term_coefficient: None,
            remaining_term: None,
            longer_term: false,
            valuation_date: None,
            expiry_date: None,
            plot_ratio: None,
            plot_ratio_coefficient: None,
            plot_ratio_table: None,
            date_coefficient: None,
            date_index: None,
            monthly_growth: None,
            coefficients: Vec::new(),
            factor_corrections: Vec::new(),
            development_adjustment: None,
            site_development: None,
            unit_costs: Vec::new(),
            area: None,
            policy: RoundingPolicy::default(),
            corrections_as_published: false,
            levels: Vec::new(),
            editions: None,
            origin: None,
        }
    }

    /// The inputs that the keyword arguments are; those of a base are read before.
    pub fn read(base: Base<'e>, arguments: &Bound<'_, PyDict>) -> PyResult<Self> {
        let py = arguments.py();
        // The names of development levels are those of the document that the price is of.
        let edition = base.basis().map(|basis| basis.edition());
        let get = |name: &str| arguments.get_item(name).map(|value| value.filter(|value| !value.is_none()));
        let number =
            |name: &str, reading: Reading| get(name)?.map(|value| decimals::from_py(&value, name, reading)).transpose();
        let plain = |name| number(name, Reading::Plain);
        let ratio = |name: &str| get(name)?.map(|value| decimals::ratio_from_py(&value, name)).transpose();
        let term = |name: &str| get(name)?.map(|value| decimals::term_from_py(&value, name)).transpose();
        let date = |name: &str| get(name)?.map(|value| date_from_py(&value, name)).transpose();
        let named = |name: &str| match get(name)? {
            None => Ok(Vec::new()),
            Some(value) => pairs(&value, name)?
                .into_iter()
                .map(|(key, value)| {
                    let key = key.cast::<PyString>()?.to_cow()?.into_owned();
                    let (number, in_percent) = decimals::factor_from_py(&value, &format!("{name}[{key:?}]"))?;
                    Ok::<_, PyErr>((key, number, in_percent))
                })
                .collect::<PyResult<Vec<_>>>(),
        };
        Ok(Self {
            capitalization_rate: number("capitalization_rate", Reading::Rate)?,
            statutory_term: term("statutory_term")?,
            base_date: date("base_date")?,
            basis_development: get("basis_development")?.map(|value| words::level(&value, edition)).transpose()?,
            term_coefficient: ratio("term_coefficient")?,
            remaining_term: term("remaining_term")?,
            longer_term: get("longer_term")?.map_or(Ok(false), |value| value.extract())?,
            valuation_date: date("valuation_date")?,
            expiry_date: date("expiry_date")?,
            plot_ratio: plain("plot_ratio")?,
            plot_ratio_coefficient: ratio("plot_ratio_coefficient")?,
            plot_ratio_table: get("plot_ratio_table")?.map(|value| plot_ratio_table(&value)).transpose()?,
            date_coefficient: ratio("date_coefficient")?,
            date_index: get("date_index")?.map(|value| date_index(&value)).transpose()?,
            monthly_growth: number("monthly_growth", Reading::Rate)?,
            coefficients: get("coefficients")?.map_or(Ok(Vec::new()), |value| coefficients(&value))?,
            factor_corrections: named("factor_corrections")?,
            development_adjustment: plain("development_adjustment")?,
            site_development: get("site_development")?.map(|value| words::level(&value, edition)).transpose()?,
            unit_costs: get("unit_costs")?.map_or(Ok(Vec::new()), |value| unit_costs(&value))?,
            area: plain("area")?,
            policy: get("policy")?.map_or(Ok(RoundingPolicy::default()), |value| policy(py, &value))?,
            corrections_as_published: get("corrections")?.map_or(Ok(false), |value| as_published(&value))?,
            levels: get("levels")?.map_or(Ok(Vec::new()), |value| levels(&value))?,
            origin: OwnedOrigin::read(arguments)?,
            ..Self::new(base)
        })
    }

    /// Does something with the appraisal that these inputs are.
    pub fn with<R>(&self, then: impl FnOnce(dijia::Result<dijia::Appraisal<'_>>) -> R) -> R {
        let coefficients: Vec<_> =
            self.coefficients.iter().map(|(name, value)| Coefficient::new(name, *value)).collect();
        let corrections: Vec<_> = self.factor_corrections.iter().map(correction).collect();
        let levels: Vec<_> = self.levels.iter().map(level).collect();
        let origin = self.origin.as_ref().map(OwnedOrigin::borrowed);
        then(self.appraisal(&coefficients, &corrections, &levels, origin.as_ref()))
    }

    pub fn appraisal<'a>(
        &'a self,
        coefficients: &'a [Coefficient<'a>],
        corrections: &'a [FactorCorrection<'a>],
        levels: &'a [Level<'a>],
        origin: Option<&'a Origin<'a>>,
    ) -> dijia::Result<dijia::Appraisal<'a>> {
        use dijia::Appraisal;

        let mut appraisal = match self.base {
            Base::Zone(price) => Appraisal::from_zone(price),
            Base::Grade(price) => Appraisal::from_grade(price),
            Base::Own { per_square_metre, basis: None } => Appraisal::from_price(per_square_metre),
            Base::Own { per_square_metre, basis: Some(basis) } => Appraisal::from_price(per_square_metre).basis(basis),
        };
        appraisal = appraisal.coefficients(coefficients).factor_corrections(corrections).rounding(self.policy);
        appraisal = given(appraisal, self.capitalization_rate, Appraisal::capitalization_rate);
        appraisal = given(appraisal, self.statutory_term, Appraisal::statutory_term);
        appraisal = given(appraisal, self.base_date, Appraisal::base_date);
        appraisal = given(appraisal, self.basis_development, Appraisal::basis_development);
        appraisal = given(appraisal, self.term_coefficient, Appraisal::term_coefficient);
        appraisal = given(appraisal, self.remaining_term, Appraisal::remaining_term);
        appraisal = given(appraisal, self.valuation_date, Appraisal::valuation_date);
        appraisal = given(appraisal, self.expiry_date, Appraisal::expiry_date);
        appraisal = given(appraisal, self.plot_ratio, Appraisal::plot_ratio);
        appraisal = given(appraisal, self.plot_ratio_coefficient, Appraisal::plot_ratio_coefficient);
        appraisal = given(appraisal, self.date_coefficient, Appraisal::date_coefficient);
        appraisal = given(appraisal, self.monthly_growth, Appraisal::monthly_growth);
        appraisal = given(appraisal, self.development_adjustment, Appraisal::development_adjustment);
        appraisal = given(appraisal, self.area, Appraisal::area);
        if let Some(table) = &self.plot_ratio_table {
            appraisal = appraisal.plot_ratio_table(table.plot_ratio_table()?);
        }
        if let Some(index) = &self.date_index {
            appraisal = appraisal.date_index(index.date_index()?);
        }
        appraisal = given(appraisal, self.site_development, Appraisal::site_development);
        appraisal = given(appraisal, self.editions, Appraisal::editions);
        appraisal = given(appraisal, origin, Appraisal::origin);
        if self.longer_term {
            appraisal = appraisal.longer_term();
        }
        if self.corrections_as_published {
            appraisal = appraisal.corrections_as_published();
        }
        Ok(appraisal.levels(levels).unit_costs(&self.unit_costs))
    }
}

impl Table<PlotRatioRow> {
    fn plot_ratio_table(&self) -> dijia::Result<PlotRatioTable<'_>> {
        let (below, above) = self.flags;
        let table = PlotRatioTable::new(&self.rows)?;
        let table = if below { table.open_below() } else { table };
        Ok(if above { table.open_above() } else { table })
    }
}

impl Series {
    fn date_index(&self) -> dijia::Result<DateIndex<'_>> {
        match self.period {
            None => DateIndex::new(&self.points, self.between),
            Some(period) => DateIndex::chain(&self.points, period, self.between),
        }
    }
}

/// A factor correction as the library takes it.
pub fn correction((name, value, in_percent): &(String, Decimal, bool)) -> FactorCorrection<'_> {
    FactorCorrection { name, value: *value, in_percent: *in_percent }
}

/// A level as the library takes it.
pub fn level((of, level): &(String, String)) -> Level<'_> {
    Level { of, level }
}

/// Further coefficients by name, each a decimal or a ratio.
fn coefficients(value: &Bound<'_, PyAny>) -> PyResult<Vec<(String, Ratio)>> {
    let read = |(name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>)| {
        let name = name.cast::<PyString>()?.to_cow()?.into_owned();
        let value = decimals::coefficient_from_py(&value, &format!("coefficients[{name:?}]"))?;
        Ok((name, value))
    };
    pairs(value, "coefficients")?.into_iter().map(read).collect()
}

/// Whether corrections are to be taken as published, which is the one thing that can be said of them.
fn as_published(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    match value.cast::<PyString>().ok().map(|text| text.to_cow()).transpose()?.as_deref() {
        Some("published") => Ok(true),
        _ => Err(PyValueError::new_err(format!("corrections is {}: \"published\" is expected", value.repr()?))),
    }
}

/// The levels of factors and coefficients by name: texts, or numbers that are in an interval of the document's.
fn levels(value: &Bound<'_, PyAny>) -> PyResult<Vec<(String, String)>> {
    let read = |(of, level): (Bound<'_, PyAny>, Bound<'_, PyAny>)| {
        let of = of.cast::<PyString>()?.to_cow()?.into_owned();
        if let Ok(text) = level.cast::<PyString>() {
            return Ok((of, text.to_cow()?.into_owned()));
        }
        let number = decimals::from_py(&level, &format!("levels[{of:?}]"), Reading::Plain)?;
        Ok((of, dijia::DecimalText(number).to_string()))
    };
    pairs(value, "levels")?.into_iter().map(read).collect()
}

fn given<'a, T>(
    appraisal: dijia::Appraisal<'a>,
    value: Option<T>,
    with: fn(dijia::Appraisal<'a>, T) -> dijia::Appraisal<'a>,
) -> dijia::Appraisal<'a> {
    match value {
        Some(value) => with(appraisal, value),
        None => appraisal,
    }
}

/// The base that the keyword arguments name: a zone, a grade, or a price of the caller's own.
pub fn base<'e>(edition: &'e Edition<'e>, arguments: &Bound<'_, PyDict>) -> PyResult<Base<'e>> {
    let py = arguments.py();
    let get = |name: &str| arguments.get_item(name).map(|value| value.filter(|value| !value.is_none()));
    let district = district(edition, arguments)?;
    let scheme = scheme(arguments)?;
    match (get("zone")?, get("grade")?, get("base_price")?) {
        (Some(_), None, None) | (None, Some(_), None) if get("basis")?.is_some() => Err(idle_basis(py)),
        (Some(zone), None, None) => {
            let land_use = words::land_use_in(edition, scheme.as_deref(), &needed(get("land_use")?, "zone")?)?;
            let code = words::code(edition, &zone)?;
            Ok(Base::Zone(zone_price(edition, district, land_use, code).or_raise(py)?))
        }
        (None, Some(grade), None) => {
            let land_use = words::land_use_in(edition, scheme.as_deref(), &needed(get("land_use")?, "grade")?)?;
            let grade = words::grade(edition, &grade)?;
            Ok(Base::Grade(grade_price(edition, district, land_use, grade).or_raise(py)?))
        }
        (None, None, Some(price)) => {
            let per_square_metre = decimals::from_py(&price, "base_price", Reading::Plain)?;
            Ok(Base::Own { per_square_metre, basis: own_basis(edition, arguments)? })
        }
        _ => Err(PyTypeError::new_err("exactly one of zone, grade and base_price is expected")),
    }
}

/// The area of the edition whose prices are meant; none for its first.
pub fn district(edition: &Edition<'_>, arguments: &Bound<'_, PyDict>) -> PyResult<Option<Key<Area>>> {
    let district = arguments.get_item("district")?.filter(|value| !value.is_none());
    words::district(edition, district.as_ref())
}

/// The set of editions that are known besides the one that is priced from, if there is one.
pub fn known_editions(arguments: &Bound<'_, PyDict>) -> PyResult<Option<Arc<HeldEditions>>> {
    let known = arguments.get_item("known_editions")?.filter(|value| !value.is_none());
    known.map(|known| Ok(known.cast::<PyEditions>()?.get().held())).transpose()
}

/// The land-use scheme that land uses are codes of, if they are.
pub fn scheme(arguments: &Bound<'_, PyDict>) -> PyResult<Option<String>> {
    let scheme = arguments.get_item("scheme")?.filter(|value| !value.is_none());
    scheme.map(|scheme| scheme.extract()).transpose()
}

/// The price of a zone in that area, or in the first.
pub fn zone_price<'e>(
    edition: &'e Edition<'e>,
    district: Option<Key<Area>>,
    land_use: Key<LandUse>,
    code: Key<ZoneCode>,
) -> dijia::Result<ZonePrice<'e>> {
    match district {
        None => edition.zone_price(land_use, code),
        Some(area) => edition.zone_price_in(area, land_use, code),
    }
}

/// The price of a grade in that area, or in the first.
pub fn grade_price<'e>(
    edition: &'e Edition<'e>,
    district: Option<Key<Area>>,
    land_use: Key<LandUse>,
    grade: Key<Grade>,
) -> dijia::Result<GradePrice<'e>> {
    match district {
        None => edition.grade_price(land_use, grade),
        Some(area) => edition.grade_price_in(area, land_use, grade),
    }
}

/// A published price says itself where it is from.
pub fn idle_origin(py: Python<'_>) -> PyErr {
    exception(py, Error::TakesNoPart { quantity: Quantity::Origin, without: Quantity::OwnPrice })
}

/// A published price has a basis of its own.
pub fn idle_basis(py: Python<'_>) -> PyErr {
    exception(py, Error::TakesNoPart { quantity: Quantity::Basis, without: Quantity::OwnPrice })
}

/// The published basis that a price of the caller's own has, which Python names by its place.
pub fn own_basis<'e>(edition: &'e Edition<'e>, arguments: &Bound<'_, PyDict>) -> PyResult<Option<Basis<'e>>> {
    let Some(place) = arguments.get_item("basis")?.filter(|value| !value.is_none()) else { return Ok(None) };
    let basis = edition.bases().nth(place.extract()?);
    basis.map(Some).ok_or_else(|| PyIndexError::new_err("no such basis"))
}

fn needed<'py>(land_use: Option<Bound<'py, PyAny>>, by: &str) -> PyResult<Bound<'py, PyAny>> {
    land_use.ok_or_else(|| PyTypeError::new_err(format!("{by} needs land_use")))
}

/// The pairs of a mapping, or of a sequence of pairs.
fn pairs<'py>(value: &Bound<'py, PyAny>, name: &str) -> PyResult<Vec<(Bound<'py, PyAny>, Bound<'py, PyAny>)>> {
    let items = if value.hasattr(intern!(value.py(), "items"))? {
        value.call_method0(intern!(value.py(), "items"))?
    } else {
        value.clone()
    };
    let wrong = |_| PyTypeError::new_err(format!("{name} is to be a mapping, or pairs"));
    items.try_iter().map_err(wrong)?.map(|item| item?.extract().map_err(wrong)).collect()
}

fn plot_ratio_table(value: &Bound<'_, PyAny>) -> PyResult<Table<PlotRatioRow>> {
    let py = value.py();
    let mut flags = (false, false);
    let mut rows = value.clone();
    if value.hasattr(intern!(py, "open_below"))? {
        flags = (
            value.getattr(intern!(py, "open_below"))?.is_truthy()?,
            value.getattr(intern!(py, "open_above"))?.is_truthy()?,
        );
        rows = value.getattr(intern!(py, "rows"))?;
    }
    let row = |(plot_ratio, coefficient)| {
        Ok(PlotRatioRow {
            plot_ratio: decimals::from_py(&plot_ratio, "plot_ratio", Reading::Plain)?,
            coefficient: decimals::from_py(&coefficient, "coefficient", Reading::Plain)?,
        })
    };
    let rows: PyResult<Vec<_>> = pairs(&rows, "plot_ratio_table")?.into_iter().map(row).collect();
    Ok(Table { rows: rows?, flags })
}

fn date_index(value: &Bound<'_, PyAny>) -> PyResult<Series> {
    let py = value.py();
    let (mut between, mut period) = (BetweenPoints::LastBefore, None);
    let mut points = value.clone();
    if value.hasattr(intern!(py, "between"))? {
        let place = |word: Bound<'_, PyAny>| word.getattr(intern!(py, "_index"))?.extract::<usize>();
        if place(value.getattr(intern!(py, "between"))?)? == 1 {
            between = BetweenPoints::LinearByDays;
        }
        let of = value.getattr(intern!(py, "period"))?;
        period = if of.is_none() { None } else { IndexPeriod::ALL.get(place(of)?).copied() };
        points = value.getattr(intern!(py, "points"))?;
    }
    let point = |(date, index)| {
        Ok(DateIndexPoint {
            date: date_from_py(&date, "date")?,
            index: decimals::from_py(&index, "index", Reading::Plain)?,
        })
    };
    let points: PyResult<Vec<_>> = pairs(&points, "date_index")?.into_iter().map(point).collect();
    Ok(Series { points: points?, between, period })
}

fn unit_costs(value: &Bound<'_, PyAny>) -> PyResult<Vec<UnitCost>> {
    let cost = |(service, cost)| {
        Ok(UnitCost {
            service: words::service(&service)?,
            cost: decimals::from_py(&cost, "unit cost", Reading::Plain)?,
        })
    };
    pairs(value, "unit_costs")?.into_iter().map(cost).collect()
}

pub fn policy(py: Python<'_>, value: &Bound<'_, PyAny>) -> PyResult<RoundingPolicy> {
    let half_even = value.getattr(intern!(py, "mode"))?.getattr(intern!(py, "_index"))?.extract::<usize>()? == 1;
    let places = |places: &Bound<'_, PyAny>| {
        let places = decimals::places(places)?;
        let most = RoundingPolicy::MAX_PLACES.into();
        u8::try_from(places).map_err(|_| Error::TooManyPlaces { places, most }).or_raise(py)
    };
    let coefficients = value.getattr(intern!(py, "coefficient_places"))?;
    let coefficients = (!coefficients.is_none()).then(|| places(&coefficients)).transpose()?;
    let policy = RoundingPolicy::default()
        .with_coefficient_places(coefficients)
        .and_then_places(
            places(&value.getattr(intern!(py, "unit_price_places"))?)?,
            RoundingPolicy::with_unit_price_places,
        )
        .and_then_places(places(&value.getattr(intern!(py, "amount_places"))?)?, RoundingPolicy::with_amount_places);
    Ok(policy.or_raise(py)?.with_mode(decimals::mode(half_even)))
}

trait AndThenPlaces: Sized {
    fn and_then_places(self, places: u8, with: fn(RoundingPolicy, u8) -> dijia::Result<RoundingPolicy>) -> Self;
}

impl AndThenPlaces for dijia::Result<RoundingPolicy> {
    fn and_then_places(self, places: u8, with: fn(RoundingPolicy, u8) -> Self) -> Self {
        self.and_then(|policy| with(policy, places))
    }
}

//! Every row of `conformance/appraisal.tsv` and `mixed_use.tsv`, compared as strings.

use std::collections::HashMap;
use std::fs;

use dijia::{
    Appraisal, Appraised, BetweenPoints, Coefficient, Date, DateIndex, DateIndexPoint, Decimal, DecimalText, Error,
    FactorCorrection, JINAN_2020, MixedUse, PlotRatioRow, PlotRatioTable, Result, RoundingMode, RoundingPolicy, Share,
    StepKind, UnitCost, Warning, parse_date, parse_decimal,
};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed as _;

/// A row, its cells by the name of the column; an empty cell is none.
struct Case(HashMap<String, String>);

impl Case {
    /// The cell, none where it is empty or the file has no such column.
    fn get(&self, column: &str) -> Option<&str> {
        self.0.get(column).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    fn decimal(&self, column: &str) -> Result<Option<Decimal>> {
        self.get(column).map(parse_decimal).transpose()
    }

    fn date(&self, column: &str) -> Result<Option<Date>> {
        self.get(column).map(parse_date).transpose()
    }

    /// `name=value;name=value`
    fn pairs(&self, column: &str) -> Vec<(&str, &str)> {
        let cell = self.get(column).unwrap_or_default();
        cell.split(';').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').expect("a pair")).collect()
    }
}

fn cases(file: &str) -> Vec<Case> {
    let path = format!("{}/../../conformance/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut lines = text.lines();
    let header: Vec<_> = lines.next().expect("a header").split('\t').collect();
    let cases = lines.map(|line| {
        let cells: Vec<_> = line.split('\t').collect();
        assert_eq!(cells.len(), header.len(), "{file}: {line}");
        Case(header.iter().zip(cells).map(|(name, cell)| ((*name).to_owned(), cell.to_owned())).collect())
    });
    cases.collect()
}

fn policy(case: &Case) -> Result<RoundingPolicy> {
    let places = |column| case.get(column).map(|cell| cell.parse::<u8>().expect("a number of places"));
    let mut policy = RoundingPolicy::default();
    if case.get("coefficient_places") == Some("unrounded") {
        policy = policy.with_coefficient_places(None)?;
    } else if let Some(places) = places("coefficient_places") {
        policy = policy.with_coefficient_places(Some(places))?;
    }
    if let Some(places) = places("unit_price_places") {
        policy = policy.with_unit_price_places(places)?;
    }
    if let Some(places) = places("amount_places") {
        policy = policy.with_amount_places(places)?;
    }
    Ok(policy.with_mode(mode(case)))
}

fn mode(case: &Case) -> RoundingMode {
    match case.get("mode") {
        None | Some("half-up") => RoundingMode::HalfUp,
        Some("half-even") => RoundingMode::HalfEven,
        Some(mode) => panic!("unknown mode {mode}"),
    }
}

/// Appraises the case and hands the result over: it borrows what it was made from.
fn appraise(case: &Case, check: impl FnOnce(&Appraised<'_>)) -> Result<()> {
    let base: Vec<_> = case.get("base").expect("a base").split(':').collect();
    let mut appraisal = match base[..] {
        ["zone", land_use, code] => Appraisal::from_zone(JINAN_2020.zone_price(land_use.parse()?, code.parse()?)?),
        ["grade", land_use, grade] => Appraisal::from_grade(JINAN_2020.grade_price(land_use.parse()?, grade.parse()?)?),
        ["own", price] => Appraisal::from_price(parse_decimal(price)?),
        _ => panic!("unknown base {base:?}"),
    };
    let coefficients = case.pairs("coefficients").into_iter().map(|(name, value)| {
        let value = parse_decimal(value)?;
        Ok(Coefficient { name, value })
    });
    let coefficients = coefficients.collect::<Result<Vec<_>>>()?;
    let factors = case.pairs("factor_corrections").into_iter().map(|(name, value)| {
        let value = parse_decimal(value)?;
        Ok(FactorCorrection { name, value })
    });
    let factors = factors.collect::<Result<Vec<_>>>()?;
    let unit_costs = case.pairs("unit_costs").into_iter().map(|(service, cost)| {
        let (service, cost) = (service.parse()?, parse_decimal(cost)?);
        Ok(UnitCost { service, cost })
    });
    let unit_costs = unit_costs.collect::<Result<Vec<_>>>()?;

    appraisal = appraisal.coefficients(&coefficients).factor_corrections(&factors).rounding(policy(case)?);
    macro_rules! set {
        ($($setter:ident: $read:ident $column:literal;)*) => {$(
            if let Some(value) = case.$read($column)? {
                appraisal = appraisal.$setter(value);
            }
        )*};
    }
    set! {
        capitalization_rate: decimal "rate";
        statutory_term: decimal "statutory_term";
        base_date: date "base_date";
        remaining_term: decimal "remaining_term";
        valuation_date: date "valuation_date";
        expiry_date: date "expiry_date";
        plot_ratio: decimal "plot_ratio";
        plot_ratio_coefficient: decimal "plot_ratio_coefficient";
        date_coefficient: decimal "date_coefficient";
        monthly_growth: decimal "monthly_growth";
        development_adjustment: decimal "development_adjustment";
        area: decimal "area";
    }
    if let Some(level) = case.get("basis_development") {
        appraisal = appraisal.basis_development(level.parse()?);
    }
    if let Some(level) = case.get("site_development") {
        appraisal = appraisal.site_development(level.parse()?, &unit_costs);
    }
    let table = case.get("plot_ratio_table").unwrap_or_default();
    let rows = table.trim_matches(['<', '>']).split(';').filter(|row| !row.is_empty()).map(|row| {
        let (plot_ratio, coefficient) = row.split_once('=').expect("a row");
        Ok(PlotRatioRow { plot_ratio: parse_decimal(plot_ratio)?, coefficient: parse_decimal(coefficient)? })
    });
    let rows = rows.collect::<Result<Vec<_>>>()?;
    if !rows.is_empty() {
        let mut with = PlotRatioTable::new(&rows)?;
        with = if table.starts_with('<') { with.open_below() } else { with };
        with = if table.ends_with('>') { with.open_above() } else { with };
        appraisal = appraisal.plot_ratio_table(with);
    }
    let (between, points) = case.get("date_index").and_then(|cell| cell.split_once(':')).unwrap_or_default();
    let points = points.split(';').filter(|point| !point.is_empty()).map(|point| {
        let (date, index) = point.split_once('=').expect("a point");
        Ok(DateIndexPoint { date: parse_date(date)?, index: parse_decimal(index)? })
    });
    let points = points.collect::<Result<Vec<_>>>()?;
    if !points.is_empty() {
        let between = match between {
            "last" => BetweenPoints::LastBefore,
            "linear" => BetweenPoints::LinearByDays,
            _ => panic!("unknown interpolation {between}"),
        };
        appraisal = appraisal.date_index(DateIndex::new(&points, between)?);
    }
    check(&appraisal.appraise()?);
    Ok(())
}

fn text(value: Option<Decimal>) -> String {
    value.map(|value| DecimalText(value).to_string()).unwrap_or_default()
}

fn warning_name(warning: Warning) -> &'static str {
    match warning {
        Warning::LargeDeviation { .. } => "large-deviation",
        Warning::OutsideValidity { .. } => "outside-validity",
        Warning::BeforeBaseDate { .. } => "before-base-date",
        _ => "unknown",
    }
}

/// The decimal, exactly.
fn ratio(text: &str) -> BigRational {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{whole}{places}").parse().unwrap_or_else(|_| panic!("not a decimal: {text}"));
    BigRational::new(digits, BigInt::from(10).pow(places.len() as u32))
}

/// What a person gets who computes the printed formula again, `9138 × 0.9553 × (1 + 0.02402) − 20`, before rounding.
fn by_hand(formula: &str) -> BigRational {
    // The adjustment is the last sum outside brackets.
    let outside = formula.rfind(')').map_or(0, |bracket| bracket + 1);
    let sign = formula[outside..].find(['+', '−']).map(|sign| outside + sign);
    let (product, adjustment) = formula.split_at(sign.unwrap_or(formula.len()));
    let value = product.trim().split(" × ").map(|factor| {
        let factor = factor.trim();
        match factor.strip_prefix("(1 + ").or(factor.strip_prefix("(1 − ")) {
            None => ratio(factor),
            Some(rest) => {
                let correction = ratio(rest.strip_suffix(')').expect("a closing bracket"));
                if factor.contains('+') { ratio("1") + correction } else { ratio("1") - correction }
            }
        }
    });
    let value: BigRational = value.product();
    match (adjustment.strip_prefix("+ "), adjustment.strip_prefix("− ")) {
        (Some(plus), _) => value + ratio(plus),
        (_, Some(minus)) => value - ratio(minus),
        _ => value,
    }
}

/// The printed formula gives the printed unit price: its value is no further from it than half a unit of the last place.
fn check_formula(case: &Case, line: usize, sheet: &str) {
    if case.get("coefficient_places") == Some("unrounded") {
        return;
    }
    let formula: Vec<_> = sheet.lines().filter_map(|line| line.strip_prefix("  = ")).collect();
    let [formula, result] = formula[..] else { panic!("appraisal.tsv:{line}: no formula\n{sheet}") };
    let printed = result.split(' ').next().expect("a figure");
    let places = printed.split_once('.').map_or(0, |(_, places)| places.len());
    let half_unit = BigRational::new(BigInt::from(1), BigInt::from(2) * BigInt::from(10).pow(places as u32));
    let difference = by_hand(formula) - ratio(printed);
    assert!(difference.abs() <= half_unit, "appraisal.tsv:{line}: {formula} is not {printed}\n{sheet}");
}

fn compare(case: &Case, line: usize, appraised: &Appraised<'_>) {
    let step = |kind| {
        let step = appraised.steps().find(|step| step.kind == kind);
        // A coefficient that the policy leaves unrounded has no text of its own to compare.
        text(step.filter(|step| !step.is_unrounded()).map(|step| step.value))
    };
    check_formula(case, line, &appraised.to_string());
    let warnings: Vec<_> = appraised.warnings().map(warning_name).collect();
    let figures = [
        ("m", step(StepKind::RemainingTerm)),
        ("ky", step(StepKind::TermCoefficient)),
        ("kv", step(StepKind::PlotRatioCoefficient)),
        ("months", step(StepKind::Months)),
        ("kt", step(StepKind::DateCoefficient)),
        ("factor_sum", step(StepKind::FactorSum)),
        ("kf", step(StepKind::DevelopmentAdjustment)),
        ("unit_price", text(Some(appraised.unit_price()))),
        ("wan_yuan_per_mu", text(Some(appraised.wan_yuan_per_mu()))),
        ("floor_price", text(appraised.floor_price())),
        ("total_yuan", text(appraised.total_yuan())),
        ("total_wan_yuan", text(appraised.total_wan_yuan())),
        ("deviation", text(Some(appraised.deviation()))),
        ("warnings", warnings.join(";")),
        ("error", String::new()),
    ];
    for (column, figure) in figures {
        assert!(case.0.contains_key(column), "appraisal.tsv has no column {column}");
        assert_eq!(figure, case.get(column).unwrap_or_default(), "appraisal.tsv:{line}: {column}\n{appraised}");
    }
}

#[test]
fn appraisals_are_those_of_an_independent_program() {
    let cases = cases("appraisal.tsv");
    assert_eq!(cases.len(), 2052);
    for (case, line) in cases.iter().zip(2..) {
        match appraise(case, |appraised| compare(case, line, appraised)) {
            Ok(()) => assert_eq!(case.get("error"), None, "appraisal.tsv:{line}"),
            Err(error) => {
                assert_eq!(error.to_string(), case.get("error").unwrap_or_default(), "appraisal.tsv:{line}");
            }
        }
    }
}

#[test]
fn mixed_uses_are_those_of_an_independent_program() {
    let cases = cases("mixed_use.tsv");
    assert_eq!(cases.len(), 67);
    for (case, line) in cases.iter().zip(2..) {
        let result = appraise_mixed_use(case);
        let expected = ["unit_price", "wan_yuan_per_mu", "total_yuan", "total_wan_yuan"]
            .map(|column| case.get(column).unwrap_or_default().to_owned());
        match (result, case.get("error")) {
            (Ok(figures), None) => assert_eq!(figures, expected, "mixed_use.tsv:{line}"),
            (Err(error), Some(message)) => assert_eq!(error.to_string(), message, "mixed_use.tsv:{line}"),
            (result, error) => panic!("mixed_use.tsv:{line}: {result:?} instead of {error:?}"),
        }
    }
}

fn appraise_mixed_use(case: &Case) -> core::result::Result<[String; 4], Error> {
    let list = |column| case.get(column).unwrap_or_default().split(';').filter(|cell| !cell.is_empty());
    let policy = policy(case)?;
    let appraised = list("unit_prices")
        .map(|price| Appraisal::from_price(parse_decimal(price)?).appraise())
        .collect::<Result<Vec<_>>>()?;
    let shares = appraised.iter().zip(list("shares")).map(|(appraised, share)| {
        let share = parse_decimal(share)?;
        Ok(Share { appraised, share })
    });
    let shares = shares.collect::<Result<Vec<_>>>()?;
    let mut mixed_use = MixedUse::new(&shares).rounding(policy);
    if let Some(area) = case.decimal("area")? {
        mixed_use = mixed_use.area(area);
    }
    let mixed = mixed_use.appraise()?;
    Ok([
        text(Some(mixed.unit_price())),
        text(Some(mixed.wan_yuan_per_mu())),
        text(mixed.total_yuan()),
        text(mixed.total_wan_yuan()),
    ])
}

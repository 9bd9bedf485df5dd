//! Whole appraisals, mixed uses, and the term coefficients of every remaining term.

use dijia::{
    Appraisal, Appraised, BetweenPoints, Coefficient, DateIndex, DateIndexPoint, Decimal, DecimalText,
    FactorCorrection, IndexPeriod, JINAN_2020, Language, Layout, MixedUse, PlotRatioRow, PlotRatioTable, Ratio, Result,
    RoundingMode, RoundingPolicy, Share, StepKind, UnitCost, Warning, parse_date, parse_decimal,
};

use crate::by_hand::check_formula;
use crate::vectors::{Found, Row};

pub fn policy(row: &Row) -> Result<RoundingPolicy> {
    let mut policy = RoundingPolicy::default().with_mode(row.mode());
    if row.get("coefficient_places") == Some("unrounded") {
        policy = policy.with_coefficient_places(None)?;
    } else if let Some(places) = row.places("coefficient_places") {
        policy = policy.with_coefficient_places(Some(places))?;
    }
    if let Some(places) = row.places("unit_price_places") {
        policy = policy.with_unit_price_places(places)?;
    }
    if let Some(places) = row.places("amount_places") {
        policy = policy.with_amount_places(places)?;
    }
    Ok(policy)
}

/// `zone:land use:code`, `grade:land use:grade`, `own:price`
fn base(text: &str) -> Result<Appraisal<'static>> {
    let base: Vec<_> = text.split(':').collect();
    Ok(match base[..] {
        ["zone", land_use, code] => Appraisal::from_zone(JINAN_2020.zone_price(land_use, code)?),
        ["grade", land_use, grade] => Appraisal::from_grade(JINAN_2020.grade_price(land_use, grade)?),
        ["own", price] => Appraisal::from_price(parse_decimal(price)?),
        _ => panic!("unknown base {text}"),
    })
}

pub fn appraisal(row: &Row) -> Result<Found> {
    let mut appraisal = base(row.text("base"))?;
    let coefficients = row.pairs("coefficients").into_iter().map(|(name, value)| {
        let value: Ratio = value.parse()?;
        Ok(Coefficient::new(name, value))
    });
    let coefficients = coefficients.collect::<Result<Vec<_>>>()?;
    let factors =
        row.pairs("factor_corrections").into_iter().map(|(name, value)| Ok(FactorCorrection::parse(name, value)?));
    let factors = factors.collect::<Result<Vec<_>>>()?;
    let unit_costs = row.pairs("unit_costs").into_iter().map(|(service, cost)| {
        let (service, cost) = (service.parse()?, parse_decimal(cost)?);
        Ok(UnitCost { service, cost })
    });
    let unit_costs = unit_costs.collect::<Result<Vec<_>>>()?;

    appraisal = appraisal
        .coefficients(&coefficients)
        .factor_corrections(&factors)
        .unit_costs(&unit_costs)
        .rounding(policy(row)?);
    macro_rules! set {
        ($($setter:ident: $read:ident $column:literal;)*) => {$(
            if let Some(value) = row.$read($column)? {
                appraisal = appraisal.$setter(value);
            }
        )*};
    }
    set! {
        capitalization_rate: decimal "rate";
        statutory_term: term "statutory_term";
        base_date: date "base_date";
        remaining_term: term "remaining_term";
        valuation_date: date "valuation_date";
        expiry_date: date "expiry_date";
        plot_ratio: decimal "plot_ratio";
        plot_ratio_coefficient: ratio "plot_ratio_coefficient";
        term_coefficient: ratio "term_coefficient";
        date_coefficient: ratio "date_coefficient";
        monthly_growth: decimal "monthly_growth";
        development_adjustment: decimal "development_adjustment";
        area: decimal "area";
    }
    if row.get("longer_term").is_some() {
        appraisal = appraisal.longer_term();
    }
    if let Some((area, land_use)) = row.get("basis").and_then(|basis| basis.split_once(':')) {
        appraisal = appraisal.basis(JINAN_2020.basis(area, land_use)?);
    }
    if let Some(level) = row.get("basis_development") {
        appraisal = appraisal.basis_development(level.parse()?);
    }
    if let Some(level) = row.get("site_development") {
        appraisal = appraisal.site_development(level.parse()?);
    }
    let table = row.get("plot_ratio_table").unwrap_or_default();
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
    let (between, points) = row.get("date_index").and_then(|cell| cell.split_once(':')).unwrap_or_default();
    let points = points.split(';').filter(|point| !point.is_empty()).map(|point| {
        let (date, index) = point.split_once('=').expect("a point");
        Ok(DateIndexPoint { date: parse_date(date)?, index: parse_decimal(index)? })
    });
    let points = points.collect::<Result<Vec<_>>>()?;
    if !points.is_empty() {
        let (period, between) = between.rsplit_once('-').unwrap_or(("", between));
        let between = match between {
            "last" => BetweenPoints::LastBefore,
            "linear" => BetweenPoints::LinearByDays,
            _ => panic!("unknown interpolation {between}"),
        };
        appraisal = appraisal.date_index(match period {
            "" => DateIndex::new(&points, between),
            _ => {
                let period = IndexPeriod::ALL.into_iter().find(|known| known.english() == period).expect("a period");
                DateIndex::chain(&points, period, between)
            }
        }?);
    }
    let appraised = appraisal.appraise()?;
    assert_eq!(appraised.policy(), policy(row)?);
    Ok(found(row, &appraised))
}

pub fn text(value: Option<Decimal>) -> String {
    value.map(|value| DecimalText(value).to_string()).unwrap_or_default()
}

fn warning_name(warning: Warning<'_>) -> &'static str {
    match warning {
        Warning::LargeDeviation { .. } => "large-deviation",
        Warning::OutsideValidity { .. } => "outside-validity",
        Warning::BeforeBaseDate { .. } => "before-base-date",
        Warning::NoValuationDate { .. } => "no-valuation-date",
        Warning::PlotRatioUncorrected { .. } => "plot-ratio-uncorrected",
        Warning::DateUncorrected { .. } => "date-uncorrected",
        Warning::BareFactors { .. } => "bare-factors",
        Warning::WithoutLevel { .. } => "without-level",
        Warning::LowerBound { .. } => "lower-bound",
        _ => "unknown",
    }
}

pub fn found(row: &Row, appraised: &Appraised<'_>) -> Found {
    if row.get("coefficient_places") != Some("unrounded") {
        check_formula(&appraised.to_string());
    }
    let steps: Vec<_> = appraised.steps().collect();
    let step = |kind| {
        let step = steps.iter().find(|step| step.kind == kind);
        // A coefficient that the policy leaves unrounded has no text of its own to compare.
        text(step.filter(|step| !step.is_unrounded()).map(|step| step.value))
    };
    // What takes long to write is written where it is compared.
    let written = |column, write: &dyn Fn() -> String| if row.expects(column) { write() } else { String::new() };
    let coefficients = appraised.coefficients();
    let figure = |value, kind| {
        let value = text(value);
        assert_eq!(value, step(kind));
        value
    };
    let warnings: Vec<_> = appraised.warnings().map(warning_name).collect();
    vec![
        ("m", step(StepKind::RemainingTerm)),
        ("ky", figure(coefficients.term, StepKind::TermCoefficient)),
        ("kv", figure(coefficients.plot_ratio, StepKind::PlotRatioCoefficient)),
        ("months", step(StepKind::Months)),
        ("kt", figure(coefficients.date, StepKind::DateCoefficient)),
        ("factor_sum", figure(coefficients.factor_sum, StepKind::FactorSum)),
        ("kf", figure(coefficients.development_adjustment, StepKind::DevelopmentAdjustment)),
        ("unit_price", text(Some(appraised.unit_price()))),
        ("wan_yuan_per_mu", text(Some(appraised.wan_yuan_per_mu()))),
        ("floor_price", text(appraised.floor_price())),
        ("total_yuan", text(appraised.total_yuan())),
        ("total_wan_yuan", text(appraised.total_wan_yuan())),
        ("deviation", text(Some(appraised.deviation()))),
        ("warnings", warnings.join(";")),
        (
            "warnings_chinese",
            appraised.warnings().map(|warning| format!("{}\n", warning.message(Language::Chinese))).collect(),
        ),
        ("warnings_english", appraised.warnings().map(|warning| format!("{warning}\n")).collect()),
        (
            "worksheet_chinese",
            written("worksheet_chinese", &|| appraised.worksheet(Language::Chinese).layout(layout(row)).to_string()),
        ),
        (
            "worksheet_english",
            written("worksheet_english", &|| appraised.worksheet(Language::English).layout(layout(row)).to_string()),
        ),
    ]
}

/// The layout of the worksheets of a row.
pub fn layout(row: &Row) -> Layout {
    match row.get("layout") {
        None => Layout::Wide,
        Some("narrow") => Layout::Narrow,
        Some("markdown") => Layout::Markdown,
        Some("html") => Layout::Html,
        Some(text) => panic!("not a layout: {text}"),
    }
}

/// The policy of a use, `5,4,3,half-even`, or the default.
fn policy_of_use(text: &str) -> Result<RoundingPolicy> {
    let policy = RoundingPolicy::default();
    if text.is_empty() {
        return Ok(policy);
    }
    let [coefficients, unit_price, amounts, mode] = text.split(',').collect::<Vec<_>>()[..] else {
        panic!("not a policy: {text}")
    };
    let places = |text: &str| text.parse().expect("a number of places");
    let coefficients = (coefficients != "unrounded").then(|| places(coefficients));
    let policy = policy.with_coefficient_places(coefficients)?.with_unit_price_places(places(unit_price))?;
    let mode = if mode == "half-even" { RoundingMode::HalfEven } else { RoundingMode::HalfUp };
    Ok(policy.with_amount_places(places(amounts))?.with_mode(mode))
}

pub fn mixed_use(row: &Row) -> Result<Found> {
    let policies = row.list("policies").into_iter().chain(std::iter::repeat(""));
    let uses = row.list("uses").into_iter().zip(policies);
    let uses = uses.map(|(of, policy)| base(of)?.rounding(policy_of_use(policy)?).appraise());
    let uses = uses.collect::<Result<Vec<_>>>()?;
    let shares = uses.iter().zip(row.list("shares")).map(|(appraised, share)| {
        let share = parse_decimal(share)?;
        Ok(Share::new(appraised, share))
    });
    let shares = shares.collect::<Result<Vec<_>>>()?;
    let mixed_use = if row.get("by") == Some("areas") { MixedUse::by_areas(&shares) } else { MixedUse::new(&shares) };
    let mut mixed_use = mixed_use.rounding(policy(row)?);
    if let Some(area) = row.decimal("area")? {
        mixed_use = mixed_use.area(area);
    }
    let mixed = mixed_use.appraise()?;
    assert_eq!(mixed.policy(), policy(row)?);
    Ok(vec![
        ("unit_price", text(Some(mixed.unit_price()))),
        ("wan_yuan_per_mu", text(Some(mixed.wan_yuan_per_mu()))),
        ("total_yuan", text(mixed.total_yuan())),
        ("total_wan_yuan", text(mixed.total_wan_yuan())),
        ("worksheet_chinese", mixed.worksheet(Language::Chinese).layout(layout(row)).to_string()),
        ("worksheet_english", mixed.worksheet(Language::English).layout(layout(row)).to_string()),
    ])
}

/// The term coefficients of a hundred remaining terms, a hundredth of a year apart.
pub fn term_coefficient_grid(row: &Row) -> Result<Found> {
    let (rate, statutory) = (parse_decimal(row.text("rate"))?, parse_decimal(row.text("statutory"))?);
    let first = parse_decimal(row.text("first_remaining"))?;
    let coefficients = (0..100).map(|hundredths| {
        let appraisal = Appraisal::from_price(Decimal::from(1_000_000)).capitalization_rate(rate);
        let remaining = first + Decimal::new(hundredths, 2);
        let appraised = appraisal.statutory_term(statutory).remaining_term(remaining).appraise()?;
        let step = appraised.steps().find(|step| step.kind == StepKind::TermCoefficient);
        Ok(text(step.map(|step| step.value)))
    });
    Ok(vec![("coefficients", coefficients.collect::<Result<Vec<_>>>()?.join(" "))])
}

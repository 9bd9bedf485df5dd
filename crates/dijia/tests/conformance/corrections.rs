//! Corrections as documents publish them: tables asked directly, and whole appraisals.

use dijia::{
    Appraisal, Coefficient, CorrectionKind, Corrections, DecimalText, FactorCorrection, Level, Ratio, Result, Source,
    StepKind, UnitCost, parse_decimal,
};

use crate::appraisals::{found, policy};
use crate::editions::{Price, cited, edition, price};
use crate::vectors::{Found, Row};

fn of(row: &Row) -> Result<Corrections<'static>> {
    let edition = edition(row.text("edition"));
    let (land_use, grade) = (row.text("land_use"), row.text("grade"));
    match row.get("area") {
        None => edition.corrections(land_use, grade),
        Some(area) => edition.corrections_in(area, land_use, grade),
    }
}

pub fn correction_level(row: &Row) -> Result<Found> {
    let level = of(row)?.level(row.text("of"), row.text("level"))?;
    let table = level.table();
    let kind = match table.kind() {
        CorrectionKind::Factor => "factor",
        CorrectionKind::Coefficient => "coefficient",
        other => panic!("{other:?} has no levels"),
    };
    let mut found = vec![
        ("kind", kind.to_owned()),
        ("name", table.name().unwrap_or_default().to_owned()),
        ("found_level", level.level().unwrap_or_default().to_owned()),
        ("condition", level.condition().unwrap_or_default().to_owned()),
        ("value", DecimalText(level.value()).to_string()),
        ("by_area", if table.is_by_area() { "yes" } else { "no" }.to_owned()),
    ];
    found.extend(cited(level.citation()));
    Ok(found)
}

pub fn correction_plot_ratio(row: &Row) -> Result<Found> {
    let plot_ratio = parse_decimal(row.text("plot_ratio"))?;
    let coefficient = of(row)?.plot_ratio_coefficient(plot_ratio, policy(row)?)?;
    Ok(vec![("coefficient", DecimalText(coefficient).to_string())])
}

/// The steps that say where they are printed: symbol or name, annex, part and row, and whether they are printed there.
fn sources(appraised: &dijia::Appraised<'_>) -> String {
    let steps = appraised.steps().filter_map(|step| {
        let (citation, how) = match step.source {
            Source::Published(citation) => (citation, "published"),
            Source::DerivedFrom(citation) => (citation, "derived"),
            _ => return None,
        };
        let by_name = matches!(step.kind, StepKind::Coefficient | StepKind::FactorCorrection);
        let name = if by_name { step.name.expect("a name") } else { step.kind.symbol() };
        let [_, (_, annex), (_, part), (_, row)] = cited(citation);
        Some([name, &annex, &part, &row, how].join("|"))
    });
    steps.collect::<Vec<_>>().join(";")
}

pub fn corrected(row: &Row) -> Result<Found> {
    let mut appraisal = match price(row, "district")? {
        Price::Grade(price) => Appraisal::from_grade(price),
        Price::Zone(price) => Appraisal::from_zone(price),
    };
    let levels: Vec<_> = row.pairs("levels").into_iter().map(|(of, level)| Level { of, level }).collect();
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
    if row.get("corrections") == Some("published") {
        appraisal = appraisal.corrections_as_published();
    }
    appraisal =
        appraisal.levels(&levels).coefficients(&coefficients).factor_corrections(&factors).rounding(policy(row)?);
    appraisal = appraisal.unit_costs(&unit_costs);
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
        remaining_term: term "remaining_term";
        valuation_date: date "valuation_date";
        expiry_date: date "expiry_date";
        plot_ratio: decimal "plot_ratio";
        plot_ratio_coefficient: ratio "plot_ratio_coefficient";
        date_coefficient: ratio "date_coefficient";
        monthly_growth: decimal "monthly_growth";
        area: decimal "area";
        base_date: date "base_date";
        development_adjustment: decimal "development_adjustment";
    }
    if row.get("longer_term").is_some() {
        appraisal = appraisal.longer_term();
    }
    if let Some(level) = row.get("basis_development") {
        appraisal = appraisal.basis_development(level.parse()?);
    }
    if let Some(level) = row.get("site_development") {
        appraisal = appraisal.site_development(level.parse()?);
    }
    let appraised = appraisal.appraise()?;
    let mut found = found(row, &appraised);
    found.push(("sources", if row.expects("sources") { sources(&appraised) } else { String::new() }));
    Ok(found)
}

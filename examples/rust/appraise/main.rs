//! Prices a parcel, or says what is published of a zone.
//!
//!     cargo run --example appraise -- 商服 Ⅲ-4
//!     cargo run --example appraise -- 商服 Ⅲ-4 --remaining-term 33.57 --area 1000 --factor 区域=2.402%
//!     cargo run --example appraise -- --help

mod arguments;
mod notice;

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use dijia::{
    Appraisal, Appraised, BasePrice, BetweenPoints, Coefficient, DateIndex, Decimal, Edition, FactorCorrection,
    JINAN_2020, Language, Level, Payment, PaymentDue, PlotRatioTable,
};

use crate::arguments::{Arguments, Base, Development, Request};
use crate::notice::Notice;

/// Exit status for input that has no honest answer.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    match run() {
        Ok(output) => {
            print!("{output}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            let language = language_of_errors();
            match of_the_library(error.as_ref()) {
                Some(error) => eprintln!("appraise: {}", error.message(language)),
                None => eprintln!("appraise: {error}"),
            }
            ExitCode::from(BAD_INPUT)
        }
    }
}

fn language_of_errors() -> Language {
    let arguments: Vec<_> = env::args_os().skip(1).map(|text| text.to_string_lossy().into_owned()).collect();
    arguments::language_of_errors(&arguments)
}

/// The error of the library that an error is, or carries.
fn of_the_library<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a dijia::Error> {
    match error.downcast_ref() {
        Some(lexopt::Error::Custom(inner)) => inner.downcast_ref(),
        _ => error.downcast_ref(),
    }
}

fn run() -> Result<String, Box<dyn Error>> {
    let arguments = match Arguments::parse(lexopt::Parser::from_env())? {
        Request::Run(arguments) => *arguments,
        Request::Print(text) => return Ok(text),
    };
    let bytes = arguments.edition.as_deref().map(packed).transpose()?;
    let edition = match &bytes {
        Some(bytes) => Edition::open(bytes)?,
        None => JINAN_2020,
    };
    if arguments.asks_for_a_price() {
        return Ok(appraise(&arguments, &edition)?);
    }
    let notice = match published(&arguments, &edition)? {
        BasePrice::Zone(price) => Notice::Zone(price),
        BasePrice::Grade(price) => Notice::Grade(price),
        BasePrice::Own { .. } => {
            return Err("--base-price is a price to be corrected: give a term, a coefficient or an area".into());
        }
    };
    Ok(if arguments.json { notice.json()? } else { notice.text(arguments.language()) })
}

/// The bytes of an edition: those of its file, or packed from its folder, of which is told what looks wrong in it.
fn packed(path: &Path) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    if path.is_dir() {
        let tables = dijia_tables::read(path)?;
        let language = language_of_errors();
        for warning in tables.warnings().as_slice() {
            let (file, line, column) = (warning.file(), warning.line(), warning.column());
            let label = if language == Language::Chinese { "提示：" } else { "warning: " };
            eprintln!("{file}:{line}:{column}: {label}{}", warning.reason(language));
        }
        return Ok(tables.pack());
    }
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// The price to start from.
fn published<'a>(arguments: &Arguments, edition: &'a Edition<'a>) -> Result<BasePrice<'a>, dijia::Error> {
    Ok(match (&arguments.base, arguments.district.as_deref()) {
        (Base::Zone(land_use, code), None) => BasePrice::Zone(edition.zone_price(land_use.as_str(), code.as_str())?),
        (Base::Zone(land_use, code), Some(district)) => {
            BasePrice::Zone(edition.zone_price_in(district, land_use.as_str(), code.as_str())?)
        }
        (Base::Grade(land_use, grade), None) => {
            BasePrice::Grade(edition.grade_price(land_use.as_str(), grade.as_str())?)
        }
        (Base::Grade(land_use, grade), Some(district)) => {
            BasePrice::Grade(edition.grade_price_in(district, land_use.as_str(), grade.as_str())?)
        }
        (Base::Own(price), _) => BasePrice::Own { per_square_metre: *price, basis: None },
    })
}

fn appraise(arguments: &Arguments, edition: &Edition<'_>) -> Result<String, dijia::Error> {
    let coefficients: Vec<_> =
        arguments.coefficients.iter().map(|(name, value)| Coefficient::new(name, *value)).collect();
    let factors: Vec<_> =
        arguments.factors.iter().map(|(name, value)| FactorCorrection::parse(name, value)).collect::<Result<_, _>>()?;

    let levels: Vec<_> = arguments.levels.iter().map(|(of, level)| Level { of, level }).collect();

    let mut appraisal = match published(arguments, edition)? {
        BasePrice::Zone(price) => Appraisal::from_zone(price),
        BasePrice::Grade(price) => Appraisal::from_grade(price),
        BasePrice::Own { per_square_metre, .. } => Appraisal::from_price(per_square_metre),
    };
    appraisal = appraisal.coefficients(&coefficients).factor_corrections(&factors).rounding(arguments.rounding);
    appraisal = given(appraisal, arguments.rate, Appraisal::capitalization_rate);
    appraisal = given(appraisal, arguments.statutory_term, Appraisal::statutory_term);
    appraisal = given(appraisal, arguments.base_date, Appraisal::base_date);
    appraisal = given(appraisal, arguments.term_coefficient, Appraisal::term_coefficient);
    appraisal = given(appraisal, arguments.remaining_term, Appraisal::remaining_term);
    if arguments.longer_term {
        appraisal = appraisal.longer_term();
    }
    appraisal = given(appraisal, arguments.valuation_date, Appraisal::valuation_date);
    appraisal = given(appraisal, arguments.expiry_date, Appraisal::expiry_date);
    appraisal = given(appraisal, arguments.plot_ratio, Appraisal::plot_ratio);
    appraisal = given(appraisal, arguments.plot_ratio_coefficient, Appraisal::plot_ratio_coefficient);
    appraisal = given(appraisal, arguments.date_coefficient, Appraisal::date_coefficient);
    appraisal = given(appraisal, arguments.monthly_growth, Appraisal::monthly_growth);
    appraisal = given(appraisal, arguments.area, Appraisal::area);
    if !arguments.plot_ratio_table.is_empty() {
        let mut table = PlotRatioTable::new(&arguments.plot_ratio_table)?;
        table = if arguments.open_below { table.open_below() } else { table };
        table = if arguments.open_above { table.open_above() } else { table };
        appraisal = appraisal.plot_ratio_table(table);
    }
    if !arguments.date_index.is_empty() {
        let between = if arguments.linear { BetweenPoints::LinearByDays } else { BetweenPoints::LastBefore };
        let points = &arguments.date_index;
        appraisal = appraisal.date_index(match arguments.chain {
            None => DateIndex::new(points, between),
            Some(period) => DateIndex::chain(points, period, between),
        }?);
    }
    appraisal = match &arguments.development {
        None => appraisal,
        Some(Development::Adjustment(value)) => appraisal.development_adjustment(*value),
        Some(Development::Level(text)) => {
            let level = match arguments.base {
                Base::Own(_) => text.parse()?,
                Base::Zone(..) | Base::Grade(..) => edition.development_level(text)?,
            };
            appraisal.site_development(level).unit_costs(&arguments.unit_costs)
        }
    };
    if arguments.published {
        appraisal = appraisal.corrections_as_published();
    }
    let appraised = appraisal.levels(&levels).appraise()?;
    let layout = arguments.layout.unwrap_or_default();
    let sheet = appraised.worksheet(arguments.language()).layout(layout);
    if !arguments.paid.is_asked_for() {
        return Ok(if arguments.json { json(&appraised) } else { sheet.to_string() });
    }
    let due = payment(arguments, appraised.unit_price()).settle()?;
    let sheet_of_payment = due.worksheet(arguments.language()).layout(layout);
    Ok(if arguments.json {
        json(&Both { appraised: &appraised, payment: &due })
    } else {
        format!("{sheet}\n{sheet_of_payment}")
    })
}

/// An appraisal and what is to be paid.
#[derive(serde::Serialize)]
struct Both<'a> {
    appraised: &'a Appraised<'a>,
    payment: &'a PaymentDue,
}

fn payment(arguments: &Arguments, unit_price: Decimal) -> Payment {
    let paid = &arguments.paid;
    let mut payment = Payment::new(unit_price).rounding(arguments.rounding);
    payment = given(payment, paid.original_price, Payment::original_price);
    payment = given(payment, paid.payment_ratio, Payment::payment_ratio);
    payment = given(payment, paid.minimum_price, Payment::minimum_price);
    payment = given(payment, paid.minimum_ratio, Payment::minimum_ratio);
    given(payment, arguments.area, Payment::area)
}

/// An appraisal or a payment with what was given, if it was.
fn given<S, T>(subject: S, value: Option<T>, with: fn(S, T) -> S) -> S {
    match value {
        Some(value) => with(subject, value),
        None => subject,
    }
}

fn json(value: &impl serde::Serialize) -> String {
    format!("{}\n", serde_json::to_string_pretty(value).expect("strings and numbers are JSON"))
}

//! A document with an arbitrary correction system is read and packed, and a parcel is priced from it as a plain model prices
//! or refuses it: every coefficient, what each step cites, what has no level, and the whole message of an error.

#![no_main]

use dijia::{Appraisal, Decimal, DecimalText, Edition, Level, Part, RoundingPolicy, Source, Warning};
use dijia_fuzz::corrected::{Asked, Stop, price};
use dijia_fuzz::document::RATE;
use dijia_fuzz::input::date;
use dijia_fuzz::number::Number;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|asked: Asked| {
    let tables = match dijia_tables::read_files("fuzzed", asked.document.files()) {
        Ok(tables) => tables,
        Err(faults) => panic!("{faults}\n{asked:?}"),
    };
    let bytes = tables.pack();
    let edition = Edition::open(&bytes).expect("what is packed is an edition file");
    let (area, land_use, grade) = asked.words();
    let levels: Vec<_> = asked.levels.iter().map(|(of, level)| Level { of, level }).collect();
    let policy = RoundingPolicy::default().with_coefficient_places(Some(asked.places)).expect("few places");
    let mut appraisal = Appraisal::from_grade(edition.grade_price_in(area, land_use, grade).expect("a price"))
        .corrections_as_published()
        .levels(&levels)
        .rounding(policy);
    macro_rules! give {
        ($($setter:ident: $value:expr;)*) => {
            $(if let Some(value) = $value { appraisal = appraisal.$setter(value); })*
        };
    }
    give! {
        plot_ratio: asked.plot_ratio.map(Number::decimal);
        remaining_term: asked.remaining.map(Number::decimal);
        valuation_date: asked.valuation_date.map(date);
        area: asked.square_metres.map(Number::decimal);
        statutory_term: asked.statutory_term.map(Number::decimal);
        capitalization_rate: asked.own_rate.then(|| RATE.decimal());
    }
    let text = |value: Option<Decimal>| value.map(|value| DecimalText(value).to_string());
    match (appraisal.appraise(), price(&asked)) {
        (_, Err(Stop::Unknown)) => {}
        (Err(error), Err(Stop::Message(message))) => assert_eq!(error.to_string(), message, "{asked:?}"),
        (Ok(appraised), Ok(expected)) => {
            let found = appraised.coefficients();
            assert_eq!(text(found.term), expected.term, "{asked:?}");
            assert_eq!(text(found.plot_ratio), expected.plot_ratio, "{asked:?}");
            assert_eq!(text(found.date), expected.date, "{asked:?}");
            assert_eq!(text(found.factor_sum), expected.factor_sum, "{asked:?}");
            assert_eq!(text(Some(appraised.unit_price())), Some(expected.unit_price), "{asked:?}");
            let cited = appraised.steps().filter_map(|step| match step.source {
                Source::Published(citation) => Some((citation, true)),
                Source::DerivedFrom(citation) => Some((citation, false)),
                _ => None,
            });
            let part = |part| match part {
                Part::Annex(number) => format!("附件{number}"),
                Part::ExplanatoryNotes(name) | Part::Named(name) => name.to_owned(),
            };
            let sources: Vec<_> =
                cited.map(|(citation, is_printed)| (part(citation.part), citation.row, is_printed)).collect();
            assert_eq!(sources, expected.sources, "{asked:?}");
            let silent = appraised.warnings().find_map(|warning| match warning {
                Warning::WithoutLevel { count, first } => Some((count, first.to_owned())),
                _ => None,
            });
            let without = &expected.without_level;
            assert_eq!(silent, without.first().map(|first| (without.len(), (*first).to_owned())), "{asked:?}");
            assert!(appraised.to_string().contains(&DecimalText(appraised.unit_price()).to_string()));
        }
        (found, expected) => panic!("{:?}\nand not\n{expected:?}\n{asked:?}", found.map(|it| it.to_string())),
    }
});

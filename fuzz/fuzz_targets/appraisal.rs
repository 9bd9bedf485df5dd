//! An arbitrary parcel is priced, or refused, as the model in exact fractions prices or refuses it: every figure, every
//! step, every warning, and the whole message of an error.

#![no_main]

use dijia::{Appraised, Decimal, DecimalText, Error, Excerpt, Language, Layout, MixedUse, Share, Warning};
use dijia_fuzz::input::{Case, Mixed, Parcel};
use dijia_fuzz::model::{self, Amounts, Priced, Warned};
use dijia_fuzz::number::Number;
use dijia_fuzz::rules::{Refusal, Shown};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|case: Case| {
    let lists: Vec<_> = case.parcels.iter().map(Parcel::lists).collect();
    let mut priced = Vec::new();
    for (parcel, lists) in case.parcels.iter().zip(&lists) {
        let result = parcel.appraisal(lists).and_then(|appraisal| appraisal.appraise());
        match (result, model::appraise(parcel)) {
            (Ok(appraised), Ok(expected)) => {
                compare(&appraised, &expected);
                priced.push((appraised, expected.amounts.unit_price));
            }
            (Ok(appraised), Err(Refusal::Unknown)) => _ = appraised.to_string(),
            (Err(error), Err(refusal)) => compare_errors(&error, &refusal),
            (result, expected) => panic!("{:?}\nand not\n{expected:?}", result.map(|appraised| appraised.to_string())),
        }
    }
    if let Some(mixed) = case.mixed.filter(|_| priced.len() == case.parcels.len()) {
        compare_mixed(&mixed, &priced);
    }
});

fn text(value: Decimal) -> String {
    DecimalText(value).to_string()
}

fn compare(appraised: &Appraised, expected: &Priced) {
    compare_amounts(
        &expected.amounts,
        [appraised.unit_price(), appraised.wan_yuan_per_mu()],
        [appraised.total_yuan(), appraised.total_wan_yuan()],
    );
    assert_eq!(appraised.floor_price().map(text), expected.floor_price.map(Number::text), "floor price");
    assert_eq!(text(appraised.deviation()), expected.deviation.text(), "deviation");
    compare_warnings(appraised, &expected.warnings);

    let steps: Vec<_> = appraised.steps().collect();
    assert_eq!(steps.len(), expected.steps.len(), "steps, of {:?}", expected.steps);
    for (step, expected) in steps.iter().zip(&expected.steps) {
        assert_eq!(step.kind, expected.kind);
        let value = expected.value.clone();
        assert!(value.is_none_or(|value| value == text(step.value)), "{step:?} and not {expected:?}");
        let before = step.before_rounding.map_or(Shown::Not, |before| Shown::As(text(before)));
        assert!(expected.before == Shown::Unknown || before == expected.before, "{step:?} and not {expected:?}");
    }
    for language in [Language::Chinese, Language::English] {
        for layout in [Layout::Wide, Layout::Narrow, Layout::Markdown, Layout::Html] {
            let sheet = appraised.worksheet(language).layout(layout).to_string();
            assert!(sheet.contains(&text(appraised.unit_price())), "{sheet}");
        }
    }
}

fn compare_warnings(appraised: &Appraised, expected: &[Warned]) {
    let warnings: Vec<_> = appraised.warnings().collect();
    assert_eq!(warnings.len(), expected.len(), "{warnings:?} and not {expected:?}");
    for (warning, expected) in warnings.iter().zip(expected) {
        match (warning, expected) {
            (Warning::LargeDeviation { percent, carriers }, Warned::Large(expected_percent, expected_carriers)) => {
                assert_eq!(text(*percent), expected_percent.text());
                let carriers: Vec<_> =
                    carriers.iter().map(|carrier| (carrier.quantity, carrier.name.map(str::to_owned))).collect();
                assert_eq!(carriers, *expected_carriers);
                let words = format!("{warning}{}", warning.message(Language::Chinese));
                assert!(words.contains(&expected_percent.text()) && !words.contains('\n'), "{words}");
            }
            (warning, Warned::Other(expected)) => {
                let chinese = |warning: &Warning<'_>| warning.message(Language::Chinese).to_string();
                assert_eq!((warning.to_string(), chinese(warning)), (expected.to_string(), chinese(expected)));
            }
            _ => panic!("{warning:?} and not {expected:?}"),
        }
    }
}

fn compare_amounts(expected: &Amounts, prices: [Decimal; 2], totals: [Option<Decimal>; 2]) {
    assert_eq!(prices.map(text), [expected.unit_price, expected.wan_yuan_per_mu].map(Number::text), "unit prices");
    let expected = [expected.total_yuan, expected.total_wan_yuan];
    assert_eq!(totals.map(|total| total.map(text)), expected.map(|total| total.map(Number::text)), "totals");
}

fn compare_errors(error: &Error, expected: &Refusal) {
    match (error, expected) {
        (_, Refusal::Unknown) => {}
        (_, Refusal::Error(expected)) => {
            assert_eq!(format!("{error:?}"), format!("{expected:?}"));
            assert_eq!(error.to_string(), expected.to_string());
        }
        (Error::CoefficientNotPositive { name, value }, Refusal::Coefficient(expected_name, expected)) => {
            assert_eq!(text(*value), expected.text());
            compare_names(name, expected_name);
        }
        (Error::NamedTwice { quantity, name }, Refusal::Twice(expected_quantity, expected_name)) => {
            assert_eq!(quantity, expected_quantity);
            compare_names(name, expected_name);
        }
        (
            Error::FactorOutOfRange { name, value, in_percent },
            Refusal::Factor(expected_name, expected, is_expected),
        ) => {
            assert_eq!((text(*value), in_percent), (expected.text(), is_expected));
            assert_eq!(error.to_string().ends_with('?'), !is_expected);
            compare_names(name, expected_name);
        }
        _ => panic!("{error:?}\nand not\n{expected:?}"),
    }
}

fn compare_names(name: &Excerpt, expected: &str) {
    assert_eq!(name.is_truncated(), name.as_str() != expected);
    assert!(expected.starts_with(name.as_str()));
}

fn compare_mixed(mixed: &Mixed, priced: &[(Appraised, Number)]) {
    let share = |&(index, share): &(usize, Number)| Share::new(&priced[index].0, share.decimal());
    let shares: Vec<Share> = mixed.shares.iter().map(share).collect();
    let result = mixed.policy.build().and_then(|policy| {
        let uses = MixedUse::new(&shares).rounding(policy);
        let uses = mixed.area.map_or(uses, |area| uses.area(area.decimal()));
        uses.appraise()
    });
    let unit_prices: Vec<Number> = priced.iter().map(|(_, unit_price)| *unit_price).collect();
    match (result, model::appraise_mixed(mixed, &unit_prices)) {
        (Ok(result), Ok(expected)) => {
            let totals = [result.total_yuan(), result.total_wan_yuan()];
            compare_amounts(&expected, [result.unit_price(), result.wan_yuan_per_mu()], totals);
            assert!(format!("{result}{result:#}").contains(&text(result.unit_price())));
        }
        (Err(error), Err(refusal)) => compare_errors(&error, &refusal),
        (result, expected) => panic!("{:?}\nand not\n{expected:?}", result.map(|result| result.to_string())),
    }
}

//! The worksheet as an appraiser sees it, and its formula computed again.

use dijia::{
    Appraisal, Coefficient, Date, Decimal, FactorCorrection, JINAN_2020, LandUse, Language, Origin, PlotRatioRow,
    PlotRatioTable, RoundingPolicy, parse_decimal,
};

fn decimal(text: &str) -> Decimal {
    parse_decimal(text).unwrap()
}

fn with_worked_example(check: impl Fn(Appraisal<'_>)) {
    let rows = [
        PlotRatioRow { plot_ratio: decimal("2.0"), coefficient: decimal("1.0") },
        PlotRatioRow { plot_ratio: decimal("3.0"), coefficient: decimal("0.85") },
    ];
    let coefficients = [Coefficient::new("面积", decimal("0.98"))];
    let factors = [
        FactorCorrection { name: "区域", value: decimal("0.03402"), in_percent: false },
        FactorCorrection { name: "个别\n因素", value: decimal("-0.01"), in_percent: false },
    ];
    let zone = JINAN_2020.zone_price(LandUse::Commercial, "Ⅲ-4").unwrap();
    check(
        Appraisal::from_zone(zone)
            .remaining_term(decimal("33.57"))
            .valuation_date(Date::constant(2023, 10, 8))
            .plot_ratio(decimal("2.3"))
            .plot_ratio_table(PlotRatioTable::new(&rows).unwrap())
            .coefficients(&coefficients)
            .factor_corrections(&factors)
            .development_adjustment(decimal("20"))
            .area(decimal("1000")),
    );
}

// The figures are those of the hand computation in docs/method.md; before rounding, to 12 places:
// [1 − 1.064^−33.57] ÷ [1 − 1.064^−40] = 0.955269395022 638…, 9138 × 0.9553 × 0.955 × 0.98 × 1.02402 + 20
// = 8386.211079122985 20, ÷ 15 of 8386.21 = 559.080666666666 6…, ÷ 2.3 = 3646.178260869565 2…,
// (8386.21 ÷ 9138 − 1) × 100 = −8.227073758  ….
const CHINESE: &str = include_str!("worksheet-chinese.txt");
const ENGLISH: &str = include_str!("worksheet-english.txt");

#[test]
fn worksheets_are_as_written_by_hand() {
    with_worked_example(|appraisal| {
        let appraised = appraisal.appraise().unwrap();
        assert_eq!(appraised.to_string(), CHINESE);
        assert_eq!(appraised.worksheet(Language::English).to_string(), ENGLISH);
    });
}

#[test]
fn unrounded_coefficients_are_shown_as_cut_short() {
    with_worked_example(|appraisal| {
        let appraised = appraisal.rounding(RoundingPolicy::UNROUNDED_COEFFICIENTS).appraise().unwrap();
        let sheet = appraised.to_string();
        // 9138 × 0.955269395022638665643550158866525 × 0.955 × 0.98 × 1.02402 + 20 = 8385.9428…
        assert!(
            sheet.contains("= 9138 × 0.955269395023… × 0.955… × 0.98 × (1 + 2.402%) + 20\n  = 8385.94 元/㎡"),
            "{sheet}"
        );
        assert!(sheet.contains("推算系数不取位"), "{sheet}");
    });
}

#[test]
fn no_line_ends_in_a_space() {
    with_worked_example(|appraisal| {
        let appraised = appraisal.appraise().unwrap();
        for language in [Language::Chinese, Language::English] {
            let sheet = appraised.worksheet(language).to_string();
            assert!(sheet.lines().count() > 15 && sheet.lines().all(|line| !line.ends_with(' ')), "{sheet}");
        }
    });
}

/// A published price says itself where it is from.
#[test]
fn origins_are_of_prices_of_ones_own() {
    let price = JINAN_2020.zone_price(LandUse::Commercial, "Ⅲ-4").unwrap();
    let origin = Origin { row: Some(1), ..Origin::default() };
    let error = Appraisal::from_zone(price).origin(&origin).appraise().unwrap_err();
    assert_eq!(error.to_string(), "the origin of the price takes no part: no price of one's own is given");
    let basis = price.basis();
    let own = Appraisal::from_price(price.per_square_metre().unwrap()).basis(basis).origin(&origin);
    assert!(own.appraise().unwrap().to_string().contains("\n基准地价  第1行\n"));
}

//! Indices that are chains (环比指数): the period before is 100. What is expected is computed by hand beside it.

use dijia_core::{
    Appraisal, BetweenPoints, Date, DateIndex, DateIndexPoint, Decimal, DecimalText, IndexPeriod, Language,
    RoundingPolicy, StepKind, parse_date, parse_decimal,
};
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    parse_decimal(text).unwrap()
}

fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn points(rows: &[(&str, &str)]) -> Vec<DateIndexPoint> {
    rows.iter().map(|(day, index)| DateIndexPoint { date: date(day), index: decimal(index) }).collect()
}

/// 上季度=100.
const QUARTERS: [(&str, &str); 5] = [
    ("2023-12-31", "100.6"),
    ("2024-03-31", "101.5"),
    ("2024-06-30", "99.2"),
    ("2024-09-30", "100"),
    ("2024-12-31", "100.85"),
];

fn parcel<'a>(index: DateIndex<'a>, base: &str, valuation: &str) -> Appraisal<'a> {
    Appraisal::from_price(decimal("9138")).base_date(date(base)).valuation_date(date(valuation)).date_index(index)
}

/// Kt before it is rounded, Kt, and how a worksheet computes it.
fn step(index: DateIndex<'_>, base: &str, valuation: &str) -> (String, String, String) {
    let appraised = parcel(index, base, valuation).appraise().unwrap();
    let step = appraised.steps().find(|step| step.kind == StepKind::DateCoefficient).unwrap();
    let before = DecimalText(step.before_rounding.unwrap()).to_string();
    (before, DecimalText(step.value).to_string(), step.expression().to_string())
}

fn texts(before: &str, value: &str, expression: &str) -> (String, String, String) {
    (before.to_owned(), value.to_owned(), expression.to_owned())
}

#[test]
fn the_coefficient_is_the_product_of_the_links_after_the_base_date() {
    let points = points(&QUARTERS);
    let index = DateIndex::chain(&points, IndexPeriod::Quarter, BetweenPoints::LastBefore).unwrap();
    assert_eq!((index.period(), index.between()), (Some(IndexPeriod::Quarter), BetweenPoints::LastBefore));
    // 1.015 × 0.992 × 1 × 1.0085 = 1.01543848: the link of the base date's own quarter is not in it.
    assert_eq!(
        step(index, "2023-12-31", "2024-12-31"),
        texts(
            "1.01543848",
            "1.0154",
            "(101.5 ÷ 100) [2024-03-31] × (99.2 ÷ 100) [2024-06-30] × (100 ÷ 100) [2024-09-30] × (100.85 ÷ 100) [2024-12-31]"
        )
    );
    // Of dates between rows the row before counts: 1.015 × 0.992 = 1.00688.
    let two = "(101.5 ÷ 100) [2024-03-31] × (99.2 ÷ 100) [2024-06-30]";
    assert_eq!(step(index, "2024-02-10", "2024-09-29"), texts("1.00688", "1.0069", two));
    assert_eq!(step(index, "2024-03-31", "2024-06-30"), texts("0.992", "0.9920", "(99.2 ÷ 100) [2024-06-30]"));
}

/// An appraisal that looks back divides by the links, and one in the base date's own period has none.
#[test]
fn the_links_may_lead_back_or_nowhere() {
    let points = points(&QUARTERS);
    let index = DateIndex::chain(&points, IndexPeriod::Quarter, BetweenPoints::LastBefore).unwrap();
    // 1 ÷ (1.015 × 0.992) = 0.99316701…
    let back = "(100 ÷ 101.5) [2024-03-31] × (100 ÷ 99.2) [2024-06-30]";
    assert_eq!(step(index, "2024-07-01", "2024-01-01"), texts("0.993167010965", "0.9932", back));
    let same = "100 [2024-04-30] ÷ 100 [2024-06-01]";
    assert_eq!(step(index, "2024-06-01", "2024-04-30"), texts("1", "1.0000", same));
    let inputs = parcel(index, "2024-07-01", "2024-01-01").appraise().unwrap();
    let step = inputs.steps().find(|step| step.kind == StepKind::DateCoefficient).unwrap();
    let inputs: Vec<String> = step.inputs().map(|input| format!("{} {}", input.symbol, input.value)).collect();
    assert_eq!(inputs, ["valuation date 2024-01-01", "I1 100", "base date 2024-07-01", "I0 100", "links 2"]);
}

/// A link grows by days from 100 to itself. On 2024-05-15, 45 of 91 days after 2024-03-31: (100 × 46 + 99.2 × 45) ÷ 91 =
/// 9064 ÷ 91 of the 100 of that row. On 2024-02-10, 41 of 91 days after 2023-12-31: (100 × 50 + 101.5 × 41) ÷ 91 = 9161.5 ÷ 91.
#[test]
fn a_link_grows_by_days() {
    let points = points(&QUARTERS);
    let index = DateIndex::chain(&points, IndexPeriod::Quarter, BetweenPoints::LinearByDays).unwrap();
    // 1.015 × 9064/9100 = 1.01098461…
    let later = "(101.5 ÷ 100) [2024-03-31] × (9064.0 ÷ 91 ÷ 100) [2024-05-15]";
    assert_eq!(step(index, "2023-12-31", "2024-05-15"), texts("1.010984615385", "1.0110", later));
    // 1.015 × 9064/9100 ÷ (9161.5/9100) = 9199.96/9161.5 = 1.00419800…
    let both = format!("{later} ÷ (9161.5 ÷ 91 ÷ 100) [2024-02-10]");
    assert_eq!(step(index, "2024-02-10", "2024-05-15"), texts("1.004198002511", "1.0042", &both));
    // Within one link: 9161.5 ÷ 9100 = 1.00675824…, and back.
    let within = "(9161.5 ÷ 91) [2024-02-10] ÷ 100 [2023-12-31]";
    assert_eq!(step(index, "2023-12-31", "2024-02-10"), texts("1.006758241758", "1.0068", within));
    let back = "100 [2023-12-31] ÷ (9161.5 ÷ 91) [2024-02-10]";
    assert_eq!(step(index, "2024-02-10", "2023-12-31"), texts("0.993287125471", "0.9933", back));
}

/// The first link is relative to a period that the series does not have: it is the row of the first dates, and no factor.
#[test]
fn outside_a_chain_there_is_no_index() {
    let points = points(&QUARTERS);
    let index = DateIndex::chain(&points, IndexPeriod::Quarter, BetweenPoints::LastBefore).unwrap();
    let refused = |base, valuation| parcel(index, base, valuation).appraise().unwrap_err().to_string();
    let outside = |day| format!("the date is {day}, outside the date index from 2023-12-31 to 2024-12-31");
    assert_eq!(refused("2023-12-30", "2024-06-30"), outside("2023-12-30"));
    assert_eq!(refused("2024-06-30", "2025-01-01"), outside("2025-01-01"));
}

#[test]
fn a_chain_has_every_period_and_links_that_are_indices() {
    let chain = |period, rows: &[(&str, &str)]| {
        let points = points(rows);
        let index = DateIndex::chain(&points, period, BetweenPoints::LastBefore);
        index.map(|_| ()).map_err(|error| (error.to_string(), error.message(Language::Chinese).to_string()))
    };
    let gap = |row| {
        Err((
            format!("row {row} of the date index: a chain index has one row for each period, and leaves none out"),
            format!("地价指数第 {row} 行：环比指数每期一行，不可缺期"),
        ))
    };
    let link = |row| {
        Err((
            format!(
                "row {row} of the date index: a link of a chain index is from 20 to 500, the period before being 100: 102.3, not 2.3 % or 1.023"
            ),
            format!("地价指数第 {row} 行：环比指数以上期为100，应为20至500：写作102.3，不写作2.3%或1.023"),
        ))
    };
    let first = ("2023-12-31", "100.6");
    assert_eq!(chain(IndexPeriod::Quarter, &[first]), Ok(()));
    // The quarter after the fourth is the first, on whatever day of it.
    assert_eq!(chain(IndexPeriod::Quarter, &[first, ("2024-01-01", "101")]), Ok(()));
    assert_eq!(chain(IndexPeriod::Quarter, &[first, ("2024-04-01", "101")]), gap(2));
    assert_eq!(
        chain(IndexPeriod::Quarter, &[first, ("2024-03-31", "101"), ("2024-03-31", "101")]).unwrap_err().0,
        "row 3 of the date index: dates ascend from row to row"
    );
    assert_eq!(chain(IndexPeriod::Quarter, &[("2024-01-31", "101"), ("2024-03-31", "101")]), gap(2));
    assert_eq!(chain(IndexPeriod::Month, &[first, ("2024-01-01", "101")]), Ok(()));
    assert_eq!(chain(IndexPeriod::Month, &[first, ("2024-02-01", "101")]), gap(2));
    assert_eq!(chain(IndexPeriod::HalfYear, &[("2023-06-30", "101"), first, ("2024-06-30", "101")]), Ok(()));
    assert_eq!(chain(IndexPeriod::HalfYear, &[first, ("2024-07-01", "101")]), gap(2));
    assert_eq!(chain(IndexPeriod::Year, &[first, ("2024-02-29", "101"), ("2025-12-31", "99")]), Ok(()));
    assert_eq!(chain(IndexPeriod::Year, &[first, ("2025-01-01", "101")]), gap(2));

    for (index, expected) in
        [("20", Ok(())), ("500", Ok(())), ("19.99", link(1)), ("500.01", link(1)), ("1.023", link(1))]
    {
        assert_eq!(chain(IndexPeriod::Year, &[("2024-12-31", index)]), expected, "{index}");
    }
    assert_eq!(
        chain(IndexPeriod::Year, &[first, ("2024-12-31", "0")]).unwrap_err().0,
        "row 2 of the date index: an index is positive"
    );
    assert_eq!(
        chain(IndexPeriod::Year, &[]).unwrap_err().0,
        "row 0 of the date index: a series has at least one point"
    );
}

/// The months of twenty-four years, each 100.9 of the one before, but the second 101.
fn months() -> Vec<DateIndexPoint> {
    let months = (2000..2024).flat_map(|year| (1..=12).map(move |month| Date::constant(year, month, 28)));
    let index = |place| decimal(if place == 1 { "101" } else { "100.9" });
    months.enumerate().map(|(place, date)| DateIndexPoint { date, index: index(place) }).collect()
}

/// 1.01 × 1.009^286 = 13.0976963433947….
#[test]
fn of_a_long_chain_a_worksheet_shows_both_ends() {
    let points = months();
    let index = DateIndex::chain(&points, IndexPeriod::Month, BetweenPoints::LastBefore).unwrap();
    let of = |language, valuation| {
        let appraised = parcel(index, "2000-01-31", valuation).appraise().unwrap();
        let step = appraised.steps().find(|step| step.kind == StepKind::DateCoefficient).unwrap();
        (DecimalText(step.before_rounding.unwrap()).to_string(), step.expression_in(language).to_string())
    };
    let first = "(101 ÷ 100) [2000-02-28] × (100.9 ÷ 100) [2000-03-28] × (100.9 ÷ 100) [2000-04-28]";
    let (before, english) = of(Language::English, "2023-12-28");
    assert_eq!(before, "13.097696343395");
    let last = "(100.9 ÷ 100) [2023-10-28] × (100.9 ÷ 100) [2023-11-28] × (100.9 ÷ 100) [2023-12-28]";
    assert_eq!(english, format!("{first} × … [281 links] … × {last}"));
    assert_eq!(of(Language::Chinese, "2023-12-28").1, format!("{first} × … [281期] … × {last}"));
    // Eight are all shown, of nine three are left out.
    assert_eq!(of(Language::English, "2000-09-28").1.matches("÷ 100").count(), 8);
    let nine = of(Language::English, "2000-10-28").1;
    assert_eq!(nine.matches("÷ 100").count(), 6);
    assert!(nine.contains("[2000-04-28] × … [3 links] … × (100.9 ÷ 100) [2000-08-28]"), "{nine}");
}

/// Exact, or not at all: 287 links of 29 digits have some 26,000 bits.
#[test]
fn a_chain_of_too_many_digits_is_refused() {
    let third = decimal("100.33333333333333333333333333");
    let points: Vec<_> = months().into_iter().map(|point| DateIndexPoint { index: third, ..point }).collect();
    let index = DateIndex::chain(&points, IndexPeriod::Month, BetweenPoints::LastBefore).unwrap();
    let on = |valuation| {
        parcel(index, "2000-01-28", valuation).appraise().map(|it| DecimalText(it.unit_price()).to_string())
    };
    // 9138 × 1.0067 = 9199.2246: (1.00333…)² = 1.006677…
    assert_eq!(on("2000-03-28").unwrap(), "9199.22");
    assert_eq!(on("2023-12-28").unwrap_err().to_string(), "the date coefficient has too many digits");
}

#[test]
fn periods_have_names() {
    let names = IndexPeriod::ALL.map(|period| (period.english(), period.chinese(), format!("{period:>10}")));
    let text = |english: &'static str, chinese: &'static str, padded: &str| (english, chinese, padded.to_owned());
    assert_eq!(
        names,
        [
            text("month", "月度", "     month"),
            text("quarter", "季度", "   quarter"),
            text("half-year", "半年度", " half-year"),
            text("year", "年度", "      year"),
        ]
    );
}

proptest! {
    /// A chain is the series with a fixed base that its links make when they are multiplied up, whatever enters the price.
    #[test]
    fn a_chain_is_a_fixed_base_multiplied_up(
        links in proptest::collection::vec(500_i64..2000, 2..7),
        days in (0_i32..2200, 0_i32..2200),
        linear in any::<bool>(),
        unrounded in any::<bool>(),
        term in any::<bool>(),
    ) {
        let between = if linear { BetweenPoints::LinearByDays } else { BetweenPoints::LastBefore };
        let chain: Vec<_> = (2018..).zip(&links).map(|(year, &link)| {
            DateIndexPoint { date: Date::constant(year, 12, 31), index: Decimal::new(link, 1) }
        }).collect();
        let mut level = Decimal::ONE_HUNDRED;
        let fixed: Vec<_> = chain.iter().enumerate().map(|(place, point)| {
            if place > 0 {
                level = level * point.index * Decimal::new(1, 2);
            }
            DateIndexPoint { index: level, ..*point }
        }).collect();
        let day = |days: i32| {
            let (year, days) = (2018 + days / 365, days % 365);
            Date::constant(year as i16, 1 + (days / 31) as i8, 1 + (days % 28) as i8)
        };
        let policy = if unrounded { RoundingPolicy::UNROUNDED_COEFFICIENTS } else { RoundingPolicy::default() };
        let priced = |index| {
            let mut appraisal = Appraisal::from_price(Decimal::from(9138)).date_index(index);
            if term {
                appraisal = appraisal.capitalization_rate(Decimal::new(64, 3)).statutory_term(Decimal::from(40));
                appraisal = appraisal.remaining_term(Decimal::new(3357, 2));
            }
            let appraisal = appraisal.base_date(day(days.0)).valuation_date(day(days.1));
            let appraised = appraisal.rounding(policy.with_unit_price_places(12).unwrap()).appraise();
            appraised.map(|it| (it.unit_price(), it.coefficients().date)).map_err(|error| error.to_string())
        };
        let of_chain = priced(DateIndex::chain(&chain, IndexPeriod::Year, between).unwrap());
        prop_assert_eq!(of_chain, priced(DateIndex::new(&fixed, between).unwrap()));
    }
}

//! The vectors of `conformance/`, row by row, and what no vector says.

extern crate std;

use std::io::Write as _;
use std::path::Path;
use std::{env, format, fs, string::String, string::ToString, vec, vec::Vec};

use rust_decimal::Decimal;

use super::{
    ArithmeticError, Factor, ShortRounding,
    addend::Addend,
    exact_sum, fast_product, irrational, level,
    power_of_ten::{LIMB_DIGITS, limb_divisor_of_ten},
    rational, round, round_product, round_quotient, round_sum_of_products,
    settle::Doubled,
    short, wide,
};
use crate::numbers::{RoundingMode, Term};

/// The rows of a vector file, without its header.
fn rows(name: &str, columns: usize) -> Vec<Vec<String>> {
    let path = format!("{}/../../conformance/{name}", env!("CARGO_MANIFEST_DIR"));
    let body = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let rows: Vec<Vec<String>> =
        body.lines().skip(1).map(|line| line.split('\t').map(String::from).collect()).collect();
    for row in &rows {
        assert_eq!(row.len(), columns, "{name}: {row:?}");
    }
    rows
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn term(text: &str) -> Term {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn mode(text: &str) -> RoundingMode {
    match text {
        "half-up" => RoundingMode::HalfUp,
        "half-even" => RoundingMode::HalfEven,
        other => panic!("{other}"),
    }
}

fn factor(text: &str) -> Factor<'static> {
    let Some((kind, rest)) = text.split_once('(') else { return Factor::Decimal(decimal(text)) };
    let arguments: Vec<&str> = rest.trim_end_matches(')').split(',').collect();
    if let ("term", &[rate, remaining, statutory]) = (kind, arguments.as_slice()) {
        return Factor::Term { rate: decimal(rate), remaining: term(remaining), statutory: term(statutory) };
    }
    let arguments: Vec<Decimal> = arguments.into_iter().map(decimal).collect();
    match (kind, arguments.as_slice()) {
        ("ratio", &[numerator, denominator]) => Factor::Ratio { numerator, denominator },
        ("interpolation", &[x0, y0, x1, y1, x]) => Factor::Interpolation { x0, y0, x1, y1, x },
        ("growth", &[rate, months]) => Factor::Growth { rate, months },
        _ => panic!("{text}"),
    }
}

/// All rows are computed before any is reported, so that one run shows every wrong digit.
fn check(name: &str, expected_rows: usize, results: Vec<(String, String, String)>) {
    assert_eq!(results.len(), expected_rows, "{name}");
    let wrong: Vec<_> = results.iter().filter(|(_, actual, expected)| actual != expected).collect();
    assert!(
        wrong.is_empty(),
        "{name}: {} of {} wrong, first (input, actual, expected): {:#?}",
        wrong.len(),
        results.len(),
        &wrong[..wrong.len().min(5)]
    );
    // How many rows were run, where `cargo xtask` asks.
    if let Some(reports) = env::var_os("DIJIA_CONFORMANCE_REPORTS") {
        let report = Path::new(&reports).join("dijia-core.tsv");
        let mut report = fs::OpenOptions::new().create(true).append(true).open(report).expect("a report");
        report.write_all(format!("{name}\t{}\n", results.len()).as_bytes()).expect("the report is written");
    }
}

fn shown(result: Result<Decimal, ArithmeticError>) -> String {
    match result {
        Ok(value) => value.to_string(),
        Err(error) => error.to_string(),
    }
}

fn single(factor: Factor, places: &str, rounding: &str) -> String {
    shown(round_product(&[factor], Decimal::ZERO, places.parse().unwrap(), mode(rounding)))
}

#[test]
fn term_coefficient_grid() {
    let mut results = Vec::new();
    for row in rows("term_coefficient_grid.tsv", 4) {
        let mut remaining = decimal(&row[2]);
        for expected in row[3].split(' ') {
            let (rate, statutory) = (decimal(&row[0]), term(&row[1]));
            let factor = Factor::Term { rate, remaining: remaining.into(), statutory };
            results.push((format!("{factor:?}"), single(factor, "4", "half-up"), expected.to_string()));
            remaining += Decimal::new(1, 2);
        }
    }
    check("term_coefficient_grid.tsv", 25_000, results);
}

#[test]
fn term_coefficient() {
    let results = rows("term_coefficient.tsv", 6)
        .iter()
        .map(|row| {
            let factor = Factor::Term { rate: decimal(&row[0]), remaining: term(&row[1]), statutory: term(&row[2]) };
            (format!("{row:?}"), single(factor, &row[3], &row[4]), row[5].clone())
        })
        .collect();
    check("term_coefficient.tsv", 6_641, results);
}

#[test]
fn growth_coefficient() {
    let results = rows("growth_coefficient.tsv", 5)
        .iter()
        .map(|row| {
            let factor = Factor::Growth { rate: decimal(&row[0]), months: decimal(&row[1]) };
            (format!("{row:?}"), single(factor, &row[2], &row[3]), row[4].clone())
        })
        .collect();
    check("growth_coefficient.tsv", 4_613, results);
}

#[test]
fn interpolation() {
    let results = rows("interpolation.tsv", 8)
        .iter()
        .map(|row| {
            let factor = Factor::Interpolation {
                x0: decimal(&row[0]),
                y0: decimal(&row[1]),
                x1: decimal(&row[2]),
                y1: decimal(&row[3]),
                x: decimal(&row[4]),
            };
            (format!("{row:?}"), single(factor, &row[5], &row[6]), row[7].clone())
        })
        .collect();
    check("interpolation.tsv", 939, results);
}

fn products(name: &str, expected_rows: usize) {
    let results = rows(name, 5)
        .iter()
        .map(|row| {
            let factors: Vec<Factor> = row[0].split(' ').map(factor).collect();
            let places = row[2].parse().unwrap();
            let actual = round_product(&factors, decimal(&row[1]), places, mode(&row[3]));
            (format!("{row:?}"), shown(actual), row[4].clone())
        })
        .collect();
    check(name, expected_rows, results);
}

#[test]
fn product() {
    products("product.tsv", 1_982);
}

#[test]
fn unrounded_product() {
    products("unrounded_product.tsv", 1_090);
}

/// The first precision decides most rows, so the others are asked for the same ones; every other row, as they are slow unoptimised.
#[test]
fn every_precision_encloses_the_result() {
    fn enclosed<const N: usize>(factors: &[Factor], row: &[String]) -> bool {
        let (places, mode) = (row[2].parse().unwrap(), mode(&row[3]));
        let addend = Addend::new(decimal(&row[1]));
        let Some(bounds) = level::bounds::<N>(factors, addend, places).unwrap() else {
            return false;
        };
        let [low, high] = bounds.map(|bound| bound.settle(places, mode).unwrap());
        let expected = decimal(&row[4]);
        assert!(low <= expected && expected <= high, "{N} bytes, {row:?}: {low} to {high}");
        low == high
    }
    let mut decided = [0; 4];
    for row in rows("unrounded_product.tsv", 5).iter().step_by(2) {
        let factors: Vec<Factor> = row[0].split(' ').map(factor).collect();
        decided[0] += usize::from(enclosed::<32>(&factors, row));
        decided[1] += usize::from(enclosed::<64>(&factors, row));
        decided[2] += usize::from(enclosed::<128>(&factors, row));
        decided[3] += usize::from(enclosed::<256>(&factors, row));
    }
    // What no precision decides are the ties, which are rational; what only the wider ones decide is close to one.
    assert_eq!(decided, [473, 533, 533, 533]);
}

/// A short way says what the exact one says, or nothing; how many of the vectors it decides is what it is worth.
#[test]
fn short_ways_decide_what_they_are_for() {
    fn decided(name: &str, way: impl Fn(&[Factor], Addend, u32, RoundingMode) -> Option<Decimal>) -> usize {
        let mut decided = 0;
        for row in rows(name, 5) {
            let factors: Vec<Factor> = row[0].split(' ').map(factor).collect();
            let places = row[2].parse().unwrap();
            if let Some(value) = way(&factors, Addend::new(decimal(&row[1])), places, mode(&row[3])) {
                assert_eq!(value.to_string(), row[4], "{row:?}");
                decided += 1;
            }
        }
        decided
    }
    let settled = |doubled: Option<Doubled>, places, mode| doubled.and_then(|it| it.settle(places, mode).ok());
    let narrow = |factors: &[Factor], addend, places, mode| {
        settled(rational::narrow_product(factors, addend, places), places, mode)
    };
    let fast = |factors: &[Factor], addend, places, mode| {
        settled(fast_product::product(factors, addend, places), places, mode)
    };
    assert_eq!(decided("product.tsv", short::product), 810);
    assert_eq!(decided("product.tsv", narrow), 1286);
    assert_eq!(decided("unrounded_product.tsv", fast), 460);
}

/// Numbers that look random and are the same on every run (Steele, Lea and Flood's SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn decimal(&mut self) -> Decimal {
        let digits = self.below(10) as u32 + 1;
        Decimal::new(self.below(10_u64.pow(digits)) as i64 + 1, self.below(8) as u32)
    }
}

#[test]
fn narrow_and_wide_products_agree() {
    let mut numbers = Numbers(7);
    let mut narrow_products = 0;
    for _ in 0..600 {
        let factors: Vec<Factor> = (0..=numbers.below(8))
            .map(|_| match numbers.below(4) {
                0 => Factor::Ratio { numerator: numbers.decimal(), denominator: numbers.decimal() },
                1 => {
                    let (x0, middle, end) = (numbers.decimal(), numbers.decimal(), numbers.decimal());
                    Factor::Interpolation {
                        x0: -x0,
                        y0: numbers.decimal(),
                        x1: middle + end,
                        y1: numbers.decimal(),
                        x: middle - x0,
                    }
                }
                _ => Factor::Decimal(numbers.decimal()),
            })
            .collect();
        let addend = Addend::new(numbers.decimal() - numbers.decimal());
        let places = numbers.below(13) as u32;
        let Some(narrow) = rational::narrow_product(&factors, addend, places) else { continue };
        let wide = rational::wide_product::<128>(&factors, addend, places);
        assert_eq!(Ok(narrow), wide, "{factors:?} {addend:?} {places}");
        narrow_products += 1;
    }
    assert!(narrow_products > 150, "{narrow_products}");
}

#[test]
fn fast_powers_agree_with_wide_ones() {
    let mut numbers = Numbers(11);
    let mut decided = 0;
    for _ in 0..400 {
        let rate = Decimal::new(numbers.below(1_000_000) as i64 + 1, 6);
        let statutory = numbers.below(1_000_000) as i64 + 1;
        let remaining = Decimal::new(numbers.below(statutory as u64) as i64 + 1, 4).into();
        let months = Decimal::new(numbers.below(240_000) as i64 - 120_000, 2);
        let negative = Decimal::new(numbers.below(500_000) as i64 - 500_000, 6);
        let places = numbers.below(13) as u32;
        for factor in [
            Factor::Term { rate, remaining, statutory: Decimal::new(statutory, 4).into() },
            Factor::Term { rate, remaining, statutory: Term::Perpetual },
            Factor::Growth { rate, months },
            Factor::Growth { rate: negative, months },
        ] {
            let Ok(Some(fast)) = irrational::single(&factor, places) else { continue };
            let mode = RoundingMode::HalfEven;
            let wide = irrational::wide_product(&[factor], Addend::new(Decimal::ZERO), places, mode);
            assert_eq!(Ok(fast), wide, "{factor:?} {places}");
            decided += 1;
        }
    }
    assert_eq!(decided, 1237);
    // 1 − 1.0000001^−1.5 is above 2^-23, and enough of it is left; 1 − 1.00000001^−0.0003 is far below.
    let third = |rate, remaining, statutory| {
        irrational::single(
            &Factor::Term { rate: decimal(rate), remaining: term(remaining), statutory: term(statutory) },
            0,
        )
    };
    assert_eq!(third("0.0000001", "0.5", "1.5"), Ok(Some(Decimal::ZERO)));
    assert_eq!(third("0.00000001", "0.0001", "0.0003"), Ok(None));
}

/// Against the processor's own division: around every multiple that is nearest to a power of two, and at both ends.
#[test]
fn limbs_divided_by_powers_of_ten() {
    for exponent in 0..=LIMB_DIGITS {
        let divisor = limb_divisor_of_ten(exponent).unwrap();
        let power = 10_u64.pow(exponent);
        assert_eq!(divisor.power(), power);
        let multiples = (0..64).map(|bit| (1_u64 << bit) / power * power).chain([u64::MAX / power * power, power]);
        for multiple in multiples {
            for limb in [multiple, multiple.saturating_sub(1), multiple.saturating_add(1), u64::MAX - multiple / 3] {
                assert_eq!(divisor.divide(limb), limb / power, "{limb} ÷ 10^{exponent}");
            }
        }
        assert_eq!(divisor.divide(u64::MAX), u64::MAX / power);
    }
}

/// One limb, two limbs, and two limbs divided in two steps, with digits before, at and after the half.
#[test]
fn short_roundings() {
    let round =
        |units: u128, scale, places, mode| ShortRounding::new(scale, places, mode).and_then(|it| it.round(units));
    let (up, even) = (RoundingMode::HalfUp, RoundingMode::HalfEven);
    for (units, scale, places, expected) in [
        (1_235, 3, 2, [Some(124), Some(124)]),
        (1_245, 3, 2, [Some(125), Some(124)]),
        (1_2449, 4, 2, [Some(124), Some(124)]),
        (1_2451, 4, 2, [Some(125), Some(125)]),
        (7, 0, 2, [Some(700), Some(700)]),
        (7, 2, 2, [Some(7), Some(7)]),
        (5, 1, 0, [Some(1), Some(0)]),
        (u128::from(u64::MAX), 0, 0, [Some(u64::MAX), Some(u64::MAX)]),
        (u128::from(u64::MAX), 1, 0, [None, None]),
        (u128::from(u64::MAX) + 1, 0, 0, [None, None]),
        (u128::from(u64::MAX), 0, 1, [None, None]),
        // 24 digits by 10^10, and by 10^22.
        (123_456_789_012_344_999_999_999, 11, 1, [Some(12_345_678_901_234), Some(12_345_678_901_234)]),
        (123_456_789_012_345_000_000_000, 11, 1, [Some(12_345_678_901_235), Some(12_345_678_901_234)]),
        (123_456_789_012_345_000_000_001, 11, 1, [Some(12_345_678_901_235), Some(12_345_678_901_235)]),
        (104_999_999_999_999_999_999_999, 22, 0, [Some(10), Some(10)]),
        (105_000_000_000_000_000_000_000, 22, 0, [Some(11), Some(10)]),
        (105_000_000_000_000_000_000_001, 22, 0, [Some(11), Some(11)]),
        // One limb by 10^20: 0.09.
        (9_000_000_000_000_000_000, 20, 0, [Some(0), Some(0)]),
        (u128::MAX, 38, 0, [Some(3), Some(3)]),
        (u128::MAX, 39, 0, [None, None]),
    ] {
        assert_eq!(
            [round(units, scale, places, up), round(units, scale, places, even)],
            expected,
            "{units} {scale} {places}"
        );
    }
    assert_eq!(round_quotient(7, 2, up), Some(4));
    assert_eq!(round_quotient(5, 2, even), Some(2));
    assert_eq!(round_quotient(7, 2, even), Some(4));
    assert_eq!(round_quotient(10, 3, up), Some(3));
    assert_eq!(round_quotient(11, 3, up), Some(4));
    assert_eq!(round_quotient(1, 0, up), None);
}

/// 2^255 is the longest power of two that 32 bytes hold.
#[test]
fn integers_fit_a_width_or_do_not() {
    let power = |exponent| wide::scaled(wide::from_u128::<64>(1), exponent).unwrap();
    assert_eq!(wide::resized::<64, 32>(&power(256)), None);
    assert_eq!(wide::resized::<64, 32>(&power(300)), None);
    let longest = wide::resized::<64, 32>(&power(255)).unwrap();
    assert_eq!(wide::resized::<32, 64>(&longest), Some(power(255)));
    for (exponent, expected) in [(-511, power(0)), (-512, wide::zero()), (-513, wide::zero())] {
        assert_eq!(wide::scaled(power(511), exponent), Some(expected));
    }
    assert_eq!(wide::scaled(power(511), 1), None);
}

#[test]
fn sum_of_products() {
    let results = rows("sum_of_products.tsv", 4)
        .iter()
        .map(|row| {
            let terms = row[0].split(' ').map(|term| {
                let (a, b) = term.split_once('*').unwrap();
                (decimal(a), decimal(b))
            });
            let actual = round_sum_of_products(terms, row[1].parse().unwrap(), mode(&row[2]));
            (format!("{row:?}"), shown(actual), row[3].clone())
        })
        .collect();
    check("sum_of_products.tsv", 384, results);
    // The most places that there are.
    let least = Decimal::new(1, 28);
    let sum = |places| round_sum_of_products([(Decimal::ONE, least)].into_iter(), places, RoundingMode::HalfUp);
    assert_eq!(sum(28), Ok(least));
    assert_eq!(sum(29), Err(ArithmeticError::TooManyDigits));
}

#[test]
fn rounding() {
    let results = rows("rounding.tsv", 7)
        .iter()
        // What more is refused, and why, is not of the arithmetic.
        .filter(|row| row[5].is_empty())
        .map(|row| {
            let actual = round(decimal(&row[0]), row[1].parse().unwrap(), mode(&row[2]));
            (format!("{row:?}"), shown(actual), row[3].clone())
        })
        .collect();
    check("rounding.tsv", 692, results);
}

#[test]
fn sums_are_exact_or_an_error() {
    let sum = |values: &[&str]| shown(exact_sum(values.iter().copied().map(decimal)));
    assert_eq!(sum(&[]), "0");
    assert_eq!(sum(&["0.05", "-0.020", "0.1"]), "0.130");
    assert_eq!(sum(&["0.1", "-0.1"]), "0.0");
    let most = "79228162514264337593543950335";
    assert_eq!(sum(&[most, "1"]), "too many digits to compute with");
    assert_eq!(sum(&[most, "1", "-1"]), most);
    assert_eq!(sum(&[most, "0.0000000000000000000000000001"]), "too many digits to compute with");
    assert_eq!(sum(&[most, "0.0000000000000000000000000001", "-0.0000000000000000000000000001"]), most);
    assert_eq!(sum(&["-7922816251426433759354395.0335", "-0.00000000000"]), "-7922816251426433759354395.0335");
}

/// Terms that are too long to be summed in 128 bits: 79,228,162,514,264,337,593,543,950,335 cancels, 10^-10 is left.
#[test]
fn a_long_sum_has_no_more_places_than_its_terms() {
    let most = "79228162514264337593543950335";
    let minus_most = "-79228162514264337593543950335";
    let sum = |values: &[&str]| shown(exact_sum(values.iter().copied().map(decimal)));
    assert_eq!(sum(&[most, "0.0000000001", minus_most]), "0.0000000001");
    assert_eq!(sum(&[most, "0.0000000001", "-0.0000000003", minus_most]), "-0.0000000002");
    assert_eq!(sum(&[most, "0.0000000001", "-0.0000000001", minus_most]), "0.0000000000");
}

#[test]
fn what_has_no_result_is_an_error() {
    let product = |factors: &[Factor]| {
        round_product(factors, Decimal::ZERO, 2, RoundingMode::HalfUp).map(|value| value.to_string())
    };
    for outside in [
        "0",
        "-1",
        "ratio(0,1)",
        "ratio(1,0)",
        "ratio(1,-1)",
        "interpolation(1,1,1,1,1)",
        "interpolation(2,1,1,1,1.5)",
        "interpolation(1,1,2,1,2.01)",
        "interpolation(1,1,2,1,0.99)",
        "interpolation(1,0,2,1,1.5)",
        "interpolation(0,1,2,1,-1)",
        "interpolation(-2,1,0,1,1)",
        "term(0,1,2)",
        "term(-0.01,1,2)",
        "term(1.01,1,2)",
        "term(0.06,0,2)",
        "term(0.06,1201,2)",
        "term(0.06,-1,2)",
        "term(0.06,1,1201)",
        "growth(-0.51,1)",
        "growth(1.01,1)",
        "growth(0.01,1200.01)",
        "growth(0.01,-1200.01)",
    ] {
        let factor = factor(outside);
        assert_eq!(product(&[factor]), Err(ArithmeticError::OutOfDomain), "{outside}");
        let two = [Factor::Decimal(Decimal::TWO), factor];
        assert_eq!(product(&two), Err(ArithmeticError::OutOfDomain), "2 {outside}");
    }
    for long in ["term(0.060000001,1,2)", "term(0.06,1.00001,2)", "growth(1,1200)", "growth(0.01,0.00001)"] {
        assert_eq!(product(&[factor(long)]), Err(ArithmeticError::TooManyDigits), "{long}");
    }
    let one = Decimal::ONE;
    assert_eq!(round(one, 29, RoundingMode::HalfUp), Err(ArithmeticError::TooManyDigits));
    assert_eq!(round(Decimal::MAX, 1, RoundingMode::HalfUp), Err(ArithmeticError::TooManyDigits));
    let most = vec![Factor::Decimal(Decimal::MAX); 40];
    assert_eq!(product(&most), Err(ArithmeticError::TooManyDigits));
    // 2^128, and 2^127 × (2^64 + 1): doubled, the lower two of their four limbs are 0.
    let powers = [1_i64 << 60, 1 << 60, 1 << 7].map(|power| Factor::Decimal(power.into()));
    let [with_two, with_prime_factors] = [vec![2], vec![274_177, 67_280_421_310_721_i64]].map(|more| {
        let more = more.into_iter().map(|factor| Factor::Decimal(factor.into()));
        powers.into_iter().chain(more).collect::<Vec<_>>()
    });
    assert_eq!(product(&with_two), Err(ArithmeticError::TooManyDigits));
    assert_eq!(product(&with_prime_factors), Err(ArithmeticError::TooManyDigits));
    assert_eq!(product(&[]), Ok("1.00".to_string()));
}

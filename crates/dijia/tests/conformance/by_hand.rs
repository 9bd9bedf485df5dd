//! The printed formula, computed again as a person would.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed as _;

/// The decimal, exactly.
fn ratio(text: &str) -> BigRational {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{whole}{places}").parse().unwrap_or_else(|_| panic!("not a decimal: {text}"));
    BigRational::new(digits, BigInt::from(10).pow(places.len() as u32))
}

/// What a person gets who computes the printed formula again, `9138 × 0.9553 × (100 ÷ 103) × (1 + 2.402%) - 20`, before rounding.
fn by_hand(formula: &str) -> BigRational {
    // The adjustment is the last sum outside brackets.
    let outside = formula.rfind(')').map_or(0, |bracket| bracket + 1);
    let sign = formula[outside..].find(['+', '-']).map(|sign| outside + sign);
    let (product, adjustment) = formula.split_at(sign.unwrap_or(formula.len()));
    let value = product.trim().split(" × ").map(|factor| {
        let factor = factor.trim();
        let bracket = factor.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        if let Some((above, below)) = bracket.and_then(|inside| inside.split_once(" ÷ ")) {
            return ratio(above) / ratio(below);
        }
        // A benchmark price that is adjusted first, not 1 + ΣKi.
        if let Some(inside) = bracket.filter(|inside| !inside.ends_with('%')) {
            let (price, adjustment) = inside.split_once(['+', '-']).expect("a sum");
            let (price, adjustment) = (ratio(price.trim()), ratio(adjustment.trim()));
            return if inside.contains('+') { price + adjustment } else { price - adjustment };
        }
        match factor.strip_prefix("(1 + ").or(factor.strip_prefix("(1 - ")) {
            None => ratio(factor),
            Some(rest) => {
                let correction = ratio(rest.strip_suffix("%)").expect("per cent and a closing bracket")) / ratio("100");
                if factor.contains('+') { ratio("1") + correction } else { ratio("1") - correction }
            }
        }
    });
    let value: BigRational = value.product();
    match (adjustment.strip_prefix("+ "), adjustment.strip_prefix("- ")) {
        (Some(plus), _) => value + ratio(plus),
        (_, Some(minus)) => value - ratio(minus),
        _ => value,
    }
}

/// Fails unless the printed formula gives the printed unit price: no further from it than half a unit of the last place.
pub fn check_formula(sheet: &str) {
    let formula: Vec<_> = sheet.lines().filter_map(|line| line.strip_prefix("  = ")).collect();
    let [formula, result] = formula[..] else { panic!("no formula\n{sheet}") };
    let printed = result.split(' ').next().expect("a figure");
    let places = printed.split_once('.').map_or(0, |(_, places)| places.len());
    let half_unit = BigRational::new(BigInt::from(1), BigInt::from(2) * BigInt::from(10).pow(places as u32));
    let difference = by_hand(formula) - ratio(printed);
    assert!(difference.abs() <= half_unit, "{formula} is not {printed}\n{sheet}");
}

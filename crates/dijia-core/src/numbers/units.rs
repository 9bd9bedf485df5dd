//! Between the units of land prices and of land, exactly: 1 亩 is 2000/3 ㎡.

use rust_decimal::Decimal;

use crate::error::{Error, Result};
use crate::numbers::arithmetic::{self, Factor};
use crate::numbers::rounding_policy::check_places;
use crate::numbers::{RoundingMode, RoundingPolicy};
use crate::words::Quantity;

/// What 元/㎡ is divided by to be 万元/亩: 10,000 元 ÷ (2000/3 ㎡).
pub(crate) const YUAN_PER_SQUARE_METRE_OF_A_WAN_PER_MU: u32 = 15;
const FIFTEEN: Decimal = Decimal::from_parts(YUAN_PER_SQUARE_METRE_OF_A_WAN_PER_MU, 0, 0, false, 0);
const TEN_THOUSANDTH: Decimal = Decimal::from_parts(1, 0, 0, false, 4);
/// Square metres in 3 亩.
const TWO_THOUSAND: Decimal = Decimal::from_parts(2000, 0, 0, false, 0);
const THREE: Decimal = Decimal::from_parts(3, 0, 0, false, 0);
pub(crate) const ONE: Decimal = Decimal::from_parts(1, 0, 0, false, 0);

/// A fraction in per cent, every digit kept: 0.0240 is 2.40.
pub(crate) fn percent(fraction: Decimal) -> Decimal {
    let (mantissa, scale) = (fraction.mantissa(), fraction.scale());
    let missing = 2_u32.saturating_sub(scale);
    let mantissa = mantissa.saturating_mul(10_i128.checked_pow(missing).unwrap_or(1));
    // Of factors and their sums, which are short before the point, there is none that does not fit.
    Decimal::try_from_i128_with_scale(mantissa, scale.saturating_sub(2)).unwrap_or(fraction)
}

/// How far a price is from another, in per cent to 2 places: price ÷ other − 1.
pub(crate) fn deviation(price: Decimal, from: Decimal, mode: RoundingMode) -> Result<Decimal> {
    const HUNDRED: Decimal = Decimal::from_parts(100, 0, 0, false, 0);
    const PLACES: u32 = 2;

    let ratio = Factor::Ratio { numerator: price, denominator: from };
    arithmetic::round_product(&[Factor::Decimal(HUNDRED), ratio], -HUNDRED, PLACES, mode)
        .map_err(|error| Error::from_arithmetic(error, Quantity::Deviation))
}

/// 万元/亩 from 元/㎡: its fifteenth, rounded once.
///
/// ```
/// use dijia_core::{DecimalText, RoundingMode, parse_decimal, wan_yuan_per_mu};
///
/// let price = parse_decimal("9138")?;
/// assert_eq!(DecimalText(wan_yuan_per_mu(price, 0, RoundingMode::HalfUp)?).to_string(), "609");
/// assert_eq!(DecimalText(wan_yuan_per_mu(price, 2, RoundingMode::HalfUp)?).to_string(), "609.20");
/// # Ok::<(), dijia_core::Error>(())
/// ```
///
/// # Errors
///
/// [`Error::NotPositive`] for a price that is not positive; [`Error::TooManyPlaces`] above 28; [`Error::TooManyDigits`]. So
/// for every conversion here.
pub fn wan_yuan_per_mu(yuan_per_square_metre: Decimal, places: u32, mode: RoundingMode) -> Result<Decimal> {
    quotient(yuan_per_square_metre, FIFTEEN, Quantity::WanYuanPerMu, places, mode)
}

/// 元/㎡ from 万元/亩: fifteen times as much, exactly.
///
/// # Errors
///
/// As [`wan_yuan_per_mu`].
pub fn yuan_per_square_metre(wan_yuan_per_mu: Decimal) -> Result<Decimal> {
    product(wan_yuan_per_mu, FIFTEEN, Quantity::UnitPrice)
}

/// The floor price, 元/㎡ of floor, from the land price in 元/㎡ of land: divided by the plot ratio, rounded once.
///
/// ```
/// use dijia_core::{DecimalText, RoundingMode, floor_price, parse_decimal};
///
/// let floor = floor_price(parse_decimal("9138")?, parse_decimal("2.0")?, 0, RoundingMode::HalfUp)?;
/// assert_eq!(DecimalText(floor).to_string(), "4569");
/// # Ok::<(), dijia_core::Error>(())
/// ```
///
/// # Errors
///
/// As [`wan_yuan_per_mu`].
pub fn floor_price(land_price: Decimal, plot_ratio: Decimal, places: u32, mode: RoundingMode) -> Result<Decimal> {
    positive(Quantity::PlotRatio, plot_ratio)?;
    quotient(land_price, plot_ratio, Quantity::FloorPrice, places, mode)
}

/// The land price, 元/㎡ of land, from the floor price in 元/㎡ of floor: times the plot ratio, exactly.
///
/// # Errors
///
/// As [`wan_yuan_per_mu`].
pub fn land_price(floor_price: Decimal, plot_ratio: Decimal) -> Result<Decimal> {
    positive(Quantity::PlotRatio, plot_ratio)?;
    product(floor_price, plot_ratio, Quantity::UnitPrice)
}

/// 亩 from ㎡: 3/2000 of it, exactly.
///
/// ```
/// use dijia_core::{DecimalText, mu, parse_decimal};
///
/// assert_eq!(DecimalText(mu(parse_decimal("1000")?)?).to_string(), "1.5000");
/// # Ok::<(), dijia_core::Error>(())
/// ```
///
/// # Errors
///
/// As [`wan_yuan_per_mu`].
pub fn mu(square_metres: Decimal) -> Result<Decimal> {
    product(square_metres, Decimal::from_parts(15, 0, 0, false, 4), Quantity::Area)
}

/// ㎡ from 亩: 2000/3 of it, rounded once.
///
/// ```
/// use dijia_core::{DecimalText, RoundingMode, parse_decimal, square_metres};
///
/// let mu = parse_decimal("1")?;
/// assert_eq!(DecimalText(square_metres(mu, 4, RoundingMode::HalfUp)?).to_string(), "666.6667");
/// # Ok::<(), dijia_core::Error>(())
/// ```
///
/// # Errors
///
/// As [`wan_yuan_per_mu`].
pub fn square_metres(mu: Decimal, places: u32, mode: RoundingMode) -> Result<Decimal> {
    positive(Quantity::Area, mu)?;
    check_places(places)?;
    let factors = [Factor::Decimal(mu), Factor::Ratio { numerator: TWO_THOUSAND, denominator: THREE }];
    rounded(&factors, Quantity::Area, places, mode)
}

/// 万元 from a price in 元/㎡ and an area in ㎡, rounded once.
///
/// ```
/// use dijia_core::{DecimalText, RoundingMode, parse_decimal, total_wan_yuan};
///
/// let total = total_wan_yuan(parse_decimal("8760.43")?, parse_decimal("1000")?, 2, RoundingMode::HalfUp)?;
/// assert_eq!(DecimalText(total).to_string(), "876.04");
/// # Ok::<(), dijia_core::Error>(())
/// ```
///
/// # Errors
///
/// As [`wan_yuan_per_mu`].
pub fn total_wan_yuan(unit_price: Decimal, area: Decimal, places: u32, mode: RoundingMode) -> Result<Decimal> {
    positive(Quantity::UnitPrice, unit_price)?;
    positive(Quantity::Area, area)?;
    check_places(places)?;
    let factors = [Factor::Decimal(unit_price), Factor::Decimal(TEN_THOUSANDTH), Factor::Decimal(area)];
    rounded(&factors, Quantity::Total, places, mode)
}

/// 元 from a price in 元/㎡ and an area in ㎡, rounded once.
///
/// # Errors
///
/// As [`wan_yuan_per_mu`].
pub fn total_yuan(unit_price: Decimal, area: Decimal, places: u32, mode: RoundingMode) -> Result<Decimal> {
    positive(Quantity::UnitPrice, unit_price)?;
    positive(Quantity::Area, area)?;
    check_places(places)?;
    rounded(&[Factor::Decimal(unit_price), Factor::Decimal(area)], Quantity::Total, places, mode)
}

/// The totals in 元 and 万元 of an area, where there is one, which has been looked at before.
pub(crate) fn totals(
    unit_price: Decimal,
    area: Option<Decimal>,
    policy: RoundingPolicy,
) -> Result<(Option<Decimal>, Option<Decimal>)> {
    let (places, mode) = (u32::from(policy.amount_places()), policy.mode());
    let Some(area) = area else { return Ok((None, None)) };
    let yuan = total_yuan(unit_price, area, places, mode)?;
    Ok((Some(yuan), Some(total_wan_yuan(unit_price, area, places, mode)?)))
}

pub(crate) fn positive(quantity: Quantity, value: Decimal) -> Result<Decimal> {
    if value.is_sign_negative() || value.is_zero() { Err(Error::NotPositive { quantity, value }) } else { Ok(value) }
}

fn quotient(value: Decimal, divisor: Decimal, of: Quantity, places: u32, mode: RoundingMode) -> Result<Decimal> {
    positive(of, value)?;
    check_places(places)?;
    rounded(&[Factor::Ratio { numerator: value, denominator: divisor }], of, places, mode)
}

fn product(value: Decimal, factor: Decimal, of: Quantity) -> Result<Decimal> {
    positive(of, value)?;
    let factors = [Factor::Decimal(value), Factor::Decimal(factor)];
    // As many places as an exact product has: the rounding rounds nothing.
    rounded(&factors, of, value.scale() + factor.scale(), RoundingMode::HalfUp)
}

fn rounded(factors: &[Factor], of: Quantity, places: u32, mode: RoundingMode) -> Result<Decimal> {
    arithmetic::round_product(factors, Decimal::ZERO, places, mode).map_err(|error| Error::from_arithmetic(error, of))
}

//! What is done with decimals: text, order, rounding, and other numbers.

use core::cmp::Ordering;
use core::ffi::c_char;

use dijia::{Decimal, DecimalText, parse_decimal, parse_rate};

use crate::decimal::{DIJIA_NEGATIVE, dijia_decimal};
use crate::error::{dijia_error, report};
use crate::failure::{Failure, Result};
use crate::pointer::Out;
use crate::rounding::{dijia_rounding_mode, read_mode};
use crate::status::{DIJIA_NOT_FINITE, DIJIA_NOT_INTEGER, DIJIA_TOO_MANY_DIGITS, dijia_status};
use crate::text;

/// Reads a decimal exactly as written, trailing zeros kept: an optional sign, digits, and at most one point with digits on
/// both sides. White space around it is passed over.
///
/// Fails with `DIJIA_INVALID_DECIMAL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_decimal_parse(
    text: *const c_char,
    length: usize,
    out: *mut dijia_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            out.write(dijia_decimal::from(parse_decimal(text::read(text, length)?)?));
            Ok(())
        })
    }
}

/// Reads a rate or a factor: a decimal, or one followed by `%`, which is its hundredth (`6.4%` is 0.064).
///
/// Fails with `DIJIA_INVALID_DECIMAL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_rate_parse(
    text: *const c_char,
    length: usize,
    out: *mut dijia_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            out.write(dijia_decimal::from(parse_rate(text::read(text, length)?)?));
            Ok(())
        })
    }
}

/// The decimal as text with all its places, never in exponents, into the buffer: at most `DIJIA_DECIMAL_CAPACITY` bytes
/// with its NUL.
///
/// Fails with `DIJIA_MALFORMED_DECIMAL`, `DIJIA_BUFFER_TOO_SMALL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_decimal_text(
    value: dijia_decimal,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe { report(error, || text::write(DecimalText(value.read()?), buffer, capacity, length)) }
}

/// -1, 0 or 1 in `out`, as the first number is less than, equal to or greater than the second: 0.90 equals 0.9.
///
/// Fails with `DIJIA_MALFORMED_DECIMAL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_decimal_compare(
    first: dijia_decimal,
    second: dijia_decimal,
    out: *mut i32,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            out.write(match dijia::compare(first.read()?, second.read()?) {
                Ordering::Less => -1,
                Ordering::Equal => 0,
                Ordering::Greater => 1,
            });
            Ok(())
        })
    }
}

/// The decimal rounded to that many places, at most 28.
///
/// Fails with `DIJIA_MALFORMED_DECIMAL`, `DIJIA_INVALID_ENUMERATOR`, `DIJIA_TOO_MANY_PLACES`, `DIJIA_TOO_MANY_DIGITS`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_decimal_round(
    value: dijia_decimal,
    places: u32,
    mode: dijia_rounding_mode,
    out: *mut dijia_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value = dijia::round(value.read()?, places, read_mode(mode)?)?;
            out.write(dijia_decimal::from(value));
            Ok(())
        })
    }
}

/// Places that a decimal can have.
pub fn read_places(places: u32) -> Result<u32> {
    if places > Decimal::MAX_SCALE {
        return Err(Failure::from(dijia::Error::TooManyPlaces { places, most: Decimal::MAX_SCALE }));
    }
    Ok(places)
}

/// A whole number as a decimal.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_decimal_from_int64(value: i64) -> dijia_decimal {
    dijia_decimal {
        sign: if value < 0 { DIJIA_NEGATIVE } else { 0 },
        lo64: value.unsigned_abs(),
        ..dijia_decimal::zero()
    }
}

/// The decimal as a whole number, where it is one: 3.00 is 3.
///
/// Fails with `DIJIA_MALFORMED_DECIMAL`, `DIJIA_NOT_INTEGER`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_decimal_to_int64(
    value: dijia_decimal,
    out: *mut i64,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            value.read()?;
            out.write(whole(value).ok_or(Failure::of(DIJIA_NOT_INTEGER))?);
            Ok(())
        })
    }
}

/// The whole number that a decimal is.
fn whole(value: dijia_decimal) -> Option<i64> {
    let unit = 10_u128.checked_pow(u32::from(value.scale))?;
    if !value.digits().is_multiple_of(unit) {
        return None;
    }
    let digits = i128::try_from(value.digits() / unit).ok()?;
    i64::try_from(if value.sign == 0 { digits } else { -digits }).ok()
}

/// The decimal of that many places, at most 28, that is nearest to a floating-point number as it is in the machine: 0.1
/// is 0.1 to 17 places, and 0.100000000000000005551115123126 to more than it has. Half-way goes away from zero. This is the
/// one way by which floating point enters; where the text of a number is at hand, read the text.
///
/// Fails with `DIJIA_NOT_FINITE`, `DIJIA_TOO_MANY_PLACES`, `DIJIA_TOO_MANY_DIGITS`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_decimal_from_double(
    value: f64,
    places: u32,
    out: *mut dijia_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            if !value.is_finite() {
                return Err(Failure::of(DIJIA_NOT_FINITE));
            }
            let places = read_places(places)?;
            out.write(from_double(value, places).ok_or(Failure::of(DIJIA_TOO_MANY_DIGITS))?);
            Ok(())
        })
    }
}

/// A finite number to at most 28 places, none where it has more than 96 bits then.
fn from_double(value: f64, places: u32) -> Option<dijia_decimal> {
    const FRACTION: u32 = 52;

    let bits = value.to_bits();
    let exponent = (bits >> FRACTION & 0x7ff) as i32;
    let fraction = bits & ((1 << FRACTION) - 1);
    // value = significand × 2^power
    let (significand, power) =
        if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << FRACTION, exponent - 1075) };
    // × 10^places = significand × 5^places × 2^(power + places); 53 bits × 5²⁸ are less than 2¹¹⁹.
    let scaled = u128::from(significand).checked_mul(5_u128.checked_pow(places)?)?;
    let shift = power + places as i32;
    let digits = if shift >= 0 {
        let shifted = scaled.checked_shl(shift.unsigned_abs())?;
        (shifted >> shift.unsigned_abs().min(127) == scaled).then_some(shifted)?
    } else {
        // Half of the last place is added, and what is left of it cut off.
        let down = shift.unsigned_abs();
        let half = 1_u128.checked_shl(down - 1).unwrap_or(0);
        if half == 0 { 0 } else { (scaled + half).checked_shr(down).unwrap_or(0) }
    };
    (digits >> 96 == 0).then_some(dijia_decimal {
        reserved: 0,
        scale: places as u8,
        sign: if value.is_sign_negative() && digits != 0 { DIJIA_NEGATIVE } else { 0 },
        hi32: (digits >> 64) as u32,
        lo64: digits as u64,
    })
}

/// The floating-point number that is nearest to the decimal.
///
/// Fails with `DIJIA_MALFORMED_DECIMAL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_decimal_to_double(
    value: dijia_decimal,
    out: *mut f64,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            value.read()?;
            out.write(to_double(value));
            Ok(())
        })
    }
}

/// The nearest double, half-way to the one whose last bit is 0.
fn to_double(value: dijia_decimal) -> f64 {
    let digits = value.digits();
    let sign = if value.sign == 0 { 1.0 } else { -1.0 };
    let divisor = 5_u128.checked_pow(u32::from(value.scale)).unwrap_or(1);
    let shift = digits.leading_zeros();
    let Some(shifted) = digits.checked_shl(shift) else { return 0.0 * sign };
    // digits ÷ 10^scale = (digits × 2^shift ÷ 5^scale) ÷ 2^(shift + scale). The quotient has more than 60 bits, so that a
    // remainder can be said by its last one, and the conversion rounds once.
    let quotient = (shifted / divisor) | u128::from(shifted % divisor != 0);
    let power = 1023 - u64::from(shift) - u64::from(value.scale);
    sign * quotient as f64 * f64::from_bits(power << 52)
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::ToString as _;

    use super::*;

    fn decimal(text: &str) -> dijia_decimal {
        dijia_decimal::from(parse_decimal(text).expect("a decimal"))
    }

    fn shown(value: Option<dijia_decimal>) -> std::string::String {
        value.map_or("none".to_string(), |value| match value.read() {
            Ok(value) => DecimalText(value).to_string(),
            Err(_) => "malformed".to_string(),
        })
    }

    /// What the standard library reads from the same text is the nearest double.
    #[test]
    fn doubles_are_the_nearest() {
        let mut state = 1_u64;
        let mut random = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            state ^ state >> 31
        };
        for _ in 0..200_000 {
            let bits = random() % 97;
            let digits = (u128::from(random()) << 64 | u128::from(random())) >> (128 - bits.max(1));
            let value = dijia_decimal {
                reserved: 0,
                scale: (random() % 29) as u8,
                sign: if digits != 0 && random() % 2 == 0 { DIJIA_NEGATIVE } else { 0 },
                hi32: (digits >> 64) as u32,
                lo64: digits as u64,
            };
            let text = shown(Some(value));
            assert_eq!(to_double(value), text.parse::<f64>().expect("a number"), "{text}");
        }
        assert_eq!(to_double(decimal("0.00")), 0.0);
        assert_eq!(to_double(decimal("79228162514264337593543950335")), 79_228_162_514_264_337_593_543_950_335.0);
    }

    /// What the standard library prints of a number to so many places is exact, but for its ties.
    #[test]
    fn decimals_are_the_nearest() {
        let mut state = 7_u64;
        for _ in 0..20_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let value = f64::from_bits((state % (1 << 52)) | (1000 + (state >> 58)) << 52);
            let places = (state >> 33) as u32 % 29;
            let printed = std::format!("{value:.*}", places as usize);
            // A tie goes to the even neighbour there; every digit of it shows that it is one.
            let digits = std::format!("{value:.1100}");
            let (_, fraction) = digits.split_once('.').expect("a point");
            if fraction[places as usize..].trim_end_matches('0') == "5" {
                continue;
            }
            if parse_decimal(&printed).is_ok() {
                assert_eq!(shown(from_double(value, places)), printed);
            } else {
                assert_eq!(shown(from_double(value, places)), "none");
            }
        }
        assert_eq!(shown(from_double(0.125, 2)), "0.13");
        assert_eq!(shown(from_double(-0.125, 2)), "-0.13");
        assert_eq!(shown(from_double(0.1, 17)), "0.10000000000000001");
        assert_eq!(shown(from_double(5e-324, 28)), "0.0000000000000000000000000000");
        assert_eq!(shown(from_double(-1e-300, 2)), "0.00");
        assert_eq!(shown(from_double(7.9e28, 0)), "78999999999999996926548246528");
        assert_eq!(shown(from_double(8e28, 0)), "none");
        assert_eq!(shown(from_double(f64::MAX, 0)), "none");
        assert_eq!(shown(from_double(f64::MAX, 28)), "none");
    }

    #[test]
    fn whole_numbers() {
        assert_eq!(whole(decimal("3.00")), Some(3));
        assert_eq!(whole(decimal("3.01")), None);
        assert_eq!(whole(decimal("-9223372036854775808.0")), Some(i64::MIN));
        assert_eq!(whole(decimal("9223372036854775808")), None);
        assert_eq!(shown(Some(dijia_decimal_from_int64(i64::MIN))), "-9223372036854775808");
    }

    #[test]
    fn malformed() {
        for (scale, sign) in [(29, 0), (255, 0), (0, 1), (0, 0x81), (28, 0x7f)] {
            assert!(dijia_decimal { scale, sign, ..dijia_decimal::zero() }.read().is_err());
        }
        assert!(dijia_decimal { reserved: 14, ..dijia_decimal::zero() }.read().is_ok());
    }
}

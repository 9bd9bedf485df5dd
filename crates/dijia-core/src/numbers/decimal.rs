//! Decimals as text, exactly. `rust_decimal`'s own reading and writing keep an allocation and a panic among their paths.

use core::cmp::Ordering;
use core::fmt;

use rust_decimal::Decimal;

use crate::numbers::arithmetic::rescaled;
use crate::words::Misspelling;
use crate::words::text::{digit, is_unseen, trim};
use crate::words::{Rule, Spelling};

/// Reads a decimal exactly as written, trailing zeros kept: an optional sign, digits, and at most one point with digits
/// on both sides, each half- or full-width; the minus may be U+2212 too.
///
/// ```
/// use dijia_core::parse_decimal;
///
/// assert_eq!(parse_decimal("9138.00")?.mantissa(), 913_800);
/// assert_eq!(parse_decimal("-0.5")?.scale(), 1);
/// assert_eq!(parse_decimal("－０．５")?, parse_decimal("-0.5")?);
/// assert!(parse_decimal("1e3").is_err() && parse_decimal("1,000").is_err() && parse_decimal(".5").is_err());
/// # Ok::<(), dijia_core::Misspelling>(())
/// ```
///
/// # Errors
///
/// [`Misspelling`] for any other text, and for one of more digits than a [`Decimal`] holds: 28 places, and
/// all digits together below 2⁹⁶.
pub fn parse_decimal(text: &str) -> Result<Decimal, Misspelling> {
    let trimmed = trim(text);
    let decimal = Number::read(trimmed).and_then(|number| number.whole(number.rest, 0));
    decimal.map_err(|(at, rule)| Misspelling::new(Spelling::Decimal, text, trimmed, at, rule))
}

/// Reads a rate or a factor: a decimal as [`parse_decimal`] reads it, or one followed by `%` or `％`, with or without spaces
/// before it, which is its hundredth.
///
/// ```
/// use dijia_core::{parse_decimal, parse_rate};
///
/// assert_eq!(parse_rate("6.4%")?, parse_decimal("0.064")?);
/// assert_eq!(parse_rate("6.4 %")?, parse_decimal("0.064")?);
/// assert_eq!(parse_rate("0.064")?, parse_decimal("0.064")?);
/// # Ok::<(), dijia_core::Misspelling>(())
/// ```
///
/// # Errors
///
/// [`Misspelling`], as [`parse_decimal`].
pub fn parse_rate(text: &str) -> Result<Decimal, Misspelling> {
    let trimmed = trim(text);
    let rate = Number::read(trimmed).and_then(|number| {
        let sign = number.rest.trim_start_matches(is_unseen);
        match sign.strip_prefix(['%', '％']) {
            Some(rest) if number.scale + 2 <= Decimal::MAX_SCALE => number.whole(rest, 2),
            Some(_) => Err((trimmed.len() - sign.len(), Rule::DecimalDigits)),
            None => number.whole(number.rest, 0),
        }
    });
    rate.map_err(|(at, rule)| Misspelling::new(Spelling::Decimal, text, trimmed, at, rule))
}

/// Whether a rate is written with a per cent sign.
pub(crate) fn is_in_percent(text: &str) -> bool {
    trim(text).ends_with(['%', '％'])
}

/// The number that a text begins with.
#[derive(Clone, Copy)]
struct Number<'a> {
    text: &'a str,
    mantissa: i128,
    scale: u32,
    /// What follows it.
    rest: &'a str,
}

impl<'a> Number<'a> {
    /// The error is the byte offset and the rule.
    fn read(text: &'a str) -> Result<Self, (usize, Rule)> {
        let (negative, mut rest) = match text.as_bytes() {
            [] => return Err((0, Rule::DecimalExpected)),
            // - － −
            [b'-', rest @ ..] | [0xef, 0xbc, 0x8d, rest @ ..] | [0xe2, 0x88, 0x92, rest @ ..] => (true, rest),
            // + ＋
            [b'+', rest @ ..] | [0xef, 0xbc, 0x8b, rest @ ..] => (false, rest),
            rest => (false, rest),
        };
        let at = |rest: &[u8]| text.len().saturating_sub(rest.len());
        let mut magnitude = 0_i128;
        let mut scale = 0;
        let mut point = false;
        let mut digit_before = false;
        loop {
            if let Some((digit, after)) = digit(rest) {
                magnitude = magnitude * 10 + i128::from(digit);
                scale += u32::from(point);
                if magnitude >> 96 != 0 || scale > Decimal::MAX_SCALE {
                    return Err((at(rest), Rule::DecimalDigits));
                }
                (rest, digit_before) = (after, true);
                continue;
            }
            rest = match rest {
                // . ．
                [b'.', after @ ..] | [0xef, 0xbc, 0x8e, after @ ..] if digit_before && !point => {
                    // The digit that must follow would be too many.
                    if (magnitude * 10) >> 96 != 0 {
                        return Err((at(rest), Rule::DecimalDigits));
                    }
                    after
                }
                [] if !digit_before => return Err((text.len(), Rule::DecimalEnd)),
                _ if !digit_before => return Err((at(rest), Rule::DecimalForm)),
                _ => break,
            };
            (point, digit_before) = (true, false);
        }
        let mantissa = if negative { -magnitude } else { magnitude };
        Ok(Self { text, mantissa, scale, rest: text.get(at(rest)..).unwrap_or_default() })
    }

    /// The number divided by ten to the power of `shift`, if nothing follows.
    fn whole(self, rest: &str, shift: u32) -> Result<Decimal, (usize, Rule)> {
        let at = self.text.len().saturating_sub(rest.len());
        match rest.chars().next() {
            None => {}
            Some(',' | '，' | '\'' | '’' | '＇') if shift == 0 => return Err((at, Rule::DecimalThousands)),
            Some(_) => return Err((at, Rule::DecimalForm)),
        }
        // Both have been checked, each where it went too far.
        Decimal::try_from_i128_with_scale(self.mantissa, self.scale + shift).map_err(|_| (at, Rule::DecimalDigits))
    }
}

/// How two decimals compare as numbers: 0.90 equals 0.9. `Decimal`'s own comparison keeps a panic among its paths.
///
/// ```
/// use core::cmp::Ordering;
/// use dijia_core::{compare, parse_decimal};
///
/// assert_eq!(compare(parse_decimal("0.90")?, parse_decimal("0.9")?), Ordering::Equal);
/// assert_eq!(compare(parse_decimal("-2")?, parse_decimal("-1.5")?), Ordering::Less);
/// # Ok::<(), dijia_core::Misspelling>(())
/// ```
#[must_use]
pub fn compare(a: Decimal, b: Decimal) -> Ordering {
    compare_scaled((a.mantissa(), a.scale()), (b.mantissa(), b.scale()))
}

/// How two numbers compare, each a mantissa divided by ten to the power of its scale.
pub(crate) fn compare_scaled((a, a_scale): (i128, u32), (b, b_scale): (i128, u32)) -> Ordering {
    // One that is too long when it has the places of the other is beyond it, whichever way it is signed. Zero is not: there
    // are at most 29 places.
    let scaled = |value: i128, by: u32| match rescaled(value, by) {
        Some(value) => value,
        None if value.is_negative() => i128::MIN,
        None => i128::MAX,
    };
    if a_scale < b_scale { scaled(a, b_scale - a_scale).cmp(&b) } else { a.cmp(&scaled(b, a_scale - b_scale)) }
}

/// A decimal as text, with all its places, never in exponents; width, fill and alignment as the format asks.
///
/// ```
/// use dijia_core::{DecimalText, parse_decimal};
///
/// assert_eq!(format!("[{:>8}]", DecimalText(parse_decimal("-0.90")?)), "[   -0.90]");
/// # Ok::<(), dijia_core::Misspelling>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DecimalText(pub Decimal);

impl DecimalText {
    /// The most bytes that a decimal takes: 29 digits, a leading zero, the point and the sign, rounded up.
    pub const LONGEST: usize = 32;

    /// Writes the text at the end of the buffer and returns it.
    pub fn write(self, buffer: &mut [u8; Self::LONGEST]) -> &str {
        let scale = self.0.scale() as usize;
        let mut rest = self.0.mantissa().unsigned_abs();
        let mut places = 0;
        let mut start = buffer.len();
        let mut bytes = buffer.iter_mut().rev();
        let mut put = |byte| {
            if let Some(to) = bytes.next() {
                *to = byte;
                start -= 1;
            }
        };
        loop {
            put(b'0' + (rest % 10) as u8);
            rest /= 10;
            places += 1;
            if places == scale {
                put(b'.');
            }
            if rest == 0 && places > scale {
                break;
            }
        }
        if self.0.is_sign_negative() && !self.0.is_zero() {
            put(b'-');
        }
        buffer.get(start..).and_then(|text| core::str::from_utf8(text).ok()).unwrap_or_default()
    }
}

impl fmt::Display for DecimalText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.write(&mut [0; Self::LONGEST]))
    }
}

use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;

use crate::numbers::arithmetic::{self, Factor};
use crate::numbers::units::ONE;
use crate::numbers::{DecimalText, RoundingMode, parse_decimal};
use crate::words::Misspelling;

/// A coefficient as an exact ratio (比值): a decimal, or one decimal over another, as in 100/103 or 1.16/1.40.
///
/// ```
/// use dijia_core::{Ratio, parse_decimal};
///
/// let ratio: Ratio = "100/103".parse()?;
/// assert_eq!((ratio.numerator(), ratio.denominator()), (parse_decimal("100")?, parse_decimal("103")?));
/// assert_eq!((ratio.decimal(), ratio.to_string().as_str()), (None, "100/103"));
/// assert_eq!(Ratio::new(parse_decimal("1.2")?, parse_decimal("1.6")?).decimal(), Some(parse_decimal("0.75")?));
/// # Ok::<(), dijia_core::Misspelling>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: Decimal,
    denominator: Decimal,
}

impl Ratio {
    /// The one over the other, both positive.
    #[must_use]
    pub const fn new(numerator: Decimal, denominator: Decimal) -> Self {
        Self { numerator, denominator }
    }

    /// What stands above the line.
    #[must_use]
    pub const fn numerator(self) -> Decimal {
        self.numerator
    }

    /// What stands below the line; 1 of a decimal.
    #[must_use]
    pub const fn denominator(self) -> Decimal {
        self.denominator
    }

    /// Whether it is written as one decimal over another.
    #[must_use]
    pub const fn is_quotient(self) -> bool {
        !(self.denominator.mantissa() == 1 && self.denominator.scale() == 0)
    }

    /// The decimal that it is: none where it has more places than a [`Decimal`] holds, or no last one.
    #[must_use]
    pub fn decimal(self) -> Option<Decimal> {
        if !self.is_quotient() {
            return Some(self.numerator);
        }
        let (above, below) = (self.numerator.mantissa(), self.denominator.mantissa());
        let mut rest = below.checked_div(common_divisor(above, below))?;
        let mut places = self.numerator.scale();
        let mut shifts = [(2, 0_u32), (5, 0_u32)];
        for (prime, count) in &mut shifts {
            while rest.checked_rem(*prime) == Some(0) && rest != 0 {
                rest = rest.checked_div(*prime)?;
                *count = count.checked_add(1)?;
            }
        }
        if rest != 1 {
            return None;
        }
        let [(_, twos), (_, fives)] = shifts;
        places = places.checked_add(twos.max(fives))?.saturating_sub(self.denominator.scale());
        arithmetic::round_product(&[self.factor()], Decimal::ZERO, places, RoundingMode::HalfUp).ok()
    }

    pub(crate) const fn factor(self) -> Factor<'static> {
        if self.is_quotient() {
            Factor::Ratio { numerator: self.numerator, denominator: self.denominator }
        } else {
            Factor::Decimal(self.numerator)
        }
    }

    /// The first of its two numbers that is not positive.
    pub(crate) fn not_positive(self) -> Option<Decimal> {
        [self.numerator, self.denominator].into_iter().find(|value| value.mantissa() <= 0)
    }
}

/// Of two positive numbers.
fn common_divisor(mut a: i128, mut b: i128) -> i128 {
    while let Some(remainder) = a.checked_rem(b) {
        (a, b) = (b, remainder);
    }
    a
}

impl From<Decimal> for Ratio {
    fn from(decimal: Decimal) -> Self {
        Self::new(decimal, ONE)
    }
}

impl FromStr for Ratio {
    type Err = Misspelling;

    /// Reads a decimal as [`parse_decimal`] does, or two with `/`, `／` or `÷` between them.
    ///
    /// # Errors
    ///
    /// [`Misspelling`], as `parse_decimal`.
    fn from_str(text: &str) -> Result<Self, Misspelling> {
        let part = |part| {
            let whole = |Misspelling { of, offset, rule, .. }| Misspelling::new(of, text, part, offset, rule);
            parse_decimal(part).map_err(whole)
        };
        match text.split_once(['/', '／', '÷']) {
            Some((above, below)) => Ok(Self::new(part(above)?, part(below)?)),
            None => part(text).map(Self::from),
        }
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        DecimalText(self.numerator).fmt(f)?;
        if self.is_quotient() { write!(f, "/{}", DecimalText(self.denominator)) } else { Ok(()) }
    }
}

impl fmt::Debug for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

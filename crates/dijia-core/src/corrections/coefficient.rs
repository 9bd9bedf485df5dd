use rust_decimal::Decimal;

use crate::numbers::decimal::is_in_percent;
use crate::numbers::{Ratio, parse_rate};
use crate::words::{Misspelling, Service};

/// A further coefficient of the caller's (Kj): area 面积, shape 形状, depth 临街深度, frontage 临街宽度, corner 街角 …
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Coefficient<'a> {
    /// What it corrects for, as the worksheet prints it.
    pub name: &'a str,
    /// The coefficient, positive; 1 changes nothing. It may be an exact ratio, such as 100/103.
    pub value: Ratio,
}

impl<'a> Coefficient<'a> {
    /// The coefficient of that name and value.
    #[must_use]
    pub fn new(name: &'a str, value: impl Into<Ratio>) -> Self {
        Self { name, value: value.into() }
    }
}

/// A factor correction of the caller's (Ki), a signed fraction: +2.402 % is 0.02402.
///
/// Tables of factors print 0.3873 and mean 0.3873 %: where bare numbers are beyond ±30 % together, an appraisal asks whether
/// a per cent sign is missing ([`Warning::BareFactors`](crate::appraisal::Warning::BareFactors)).
///
/// ```
/// use dijia_core::{FactorCorrection, parse_decimal};
///
/// let printed = FactorCorrection::parse("区域", "2.402%")?;
/// assert_eq!(printed, FactorCorrection { name: "区域", value: parse_decimal("0.02402")?, in_percent: true });
/// # Ok::<(), dijia_core::Misspelling>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct FactorCorrection<'a> {
    /// The factor, as the worksheet prints it.
    pub name: &'a str,
    /// The correction, above −1 and below 1; 0 changes nothing.
    pub value: Decimal,
    /// Whether the value was written with a per cent sign, so that its unit is beyond doubt.
    pub in_percent: bool,
}

impl<'a> FactorCorrection<'a> {
    /// The correction of that name that the text is, read as [`parse_rate`] reads it.
    ///
    /// # Errors
    ///
    /// [`Misspelling`], as `parse_rate`.
    pub fn parse(name: &'a str, text: &str) -> Result<Self, Misspelling> {
        Ok(Self { name, value: parse_rate(text)?, in_percent: is_in_percent(text) })
    }
}

/// What it costs to bring a service to a site, 元/㎡ of land.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnitCost {
    /// The service.
    pub service: Service,
    /// Its cost, not negative.
    pub cost: Decimal,
}

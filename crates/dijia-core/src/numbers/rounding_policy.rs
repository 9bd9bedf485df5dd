use rust_decimal::Decimal;

use crate::error::{Error, Result};
use crate::numbers::{RoundingMode, arithmetic};

/// Which figures of an appraisal are rounded, to how many places, and how.
///
/// Each rounded figure is the exact value rounded once; nothing that the policy does not name is rounded on the way.
///
/// ```
/// use dijia_core::{RoundingMode, RoundingPolicy};
///
/// let policy = RoundingPolicy::default();
/// assert_eq!(policy, RoundingPolicy::ROUNDED_COEFFICIENTS);
/// assert_eq!((policy.coefficient_places(), policy.unit_price_places()), (Some(4), 2));
///
/// let whole_yuan = policy.with_unit_price_places(0)?.with_mode(RoundingMode::HalfEven);
/// assert_eq!(whole_yuan.unit_price_places(), 0);
/// assert!(policy.with_amount_places(13).is_err());
/// # Ok::<(), dijia_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RoundingPolicy {
    coefficient_places: Option<u8>,
    unit_price_places: u8,
    amount_places: u8,
    mode: RoundingMode,
}

impl RoundingPolicy {
    /// The most places that a policy may ask for.
    pub const MAX_PLACES: u8 = 12;

    /// Derived coefficients (Ky, an interpolated Kv, a derived Kt) to 4 places, the unit price and every amount to 2,
    /// half up (四舍五入), so that the printed sheet can be computed again by hand. The default.
    pub const ROUNDED_COEFFICIENTS: Self =
        Self { coefficient_places: Some(4), unit_price_places: 2, amount_places: 2, mode: RoundingMode::HalfUp };

    /// Derived coefficients as they are, the unit price and every amount to 2 places, half up.
    pub const UNROUNDED_COEFFICIENTS: Self = Self { coefficient_places: None, ..Self::ROUNDED_COEFFICIENTS };

    /// The places of derived coefficients; none where they are not rounded.
    #[must_use]
    pub const fn coefficient_places(self) -> Option<u8> {
        self.coefficient_places
    }

    /// The places of the unit price.
    #[must_use]
    pub const fn unit_price_places(self) -> u8 {
        self.unit_price_places
    }

    /// The places of the amounts: 万元/亩, floor price, totals, deviation.
    #[must_use]
    pub const fn amount_places(self) -> u8 {
        self.amount_places
    }

    /// What happens half-way between two neighbours.
    #[must_use]
    pub const fn mode(self) -> RoundingMode {
        self.mode
    }

    /// The policy with that many places of derived coefficients; none leaves them unrounded.
    ///
    /// # Errors
    ///
    /// [`Error::TooManyPlaces`] above [`MAX_PLACES`](Self::MAX_PLACES); so for the other places.
    pub const fn with_coefficient_places(self, places: Option<u8>) -> Result<Self> {
        match places {
            Some(places) if places > Self::MAX_PLACES => Err(Self::too_many(places)),
            _ => Ok(Self { coefficient_places: places, ..self }),
        }
    }

    /// The policy with that many places of the unit price.
    ///
    /// # Errors
    ///
    /// [`Error::TooManyPlaces`]
    pub const fn with_unit_price_places(self, places: u8) -> Result<Self> {
        if places > Self::MAX_PLACES {
            return Err(Self::too_many(places));
        }
        Ok(Self { unit_price_places: places, ..self })
    }

    /// The policy with that many places of the amounts.
    ///
    /// # Errors
    ///
    /// [`Error::TooManyPlaces`]
    pub const fn with_amount_places(self, places: u8) -> Result<Self> {
        if places > Self::MAX_PLACES {
            return Err(Self::too_many(places));
        }
        Ok(Self { amount_places: places, ..self })
    }

    const fn too_many(places: u8) -> Error {
        Error::TooManyPlaces { places: places as u32, most: Self::MAX_PLACES as u32 }
    }

    /// The policy with that rounding mode.
    #[must_use]
    pub const fn with_mode(self, mode: RoundingMode) -> Self {
        Self { mode, ..self }
    }
}

impl Default for RoundingPolicy {
    fn default() -> Self {
        Self::ROUNDED_COEFFICIENTS
    }
}

/// Rounds a decimal to that many places, written out in full.
///
/// ```
/// use dijia_core::{DecimalText, RoundingMode, parse_decimal, round};
///
/// let half_cent = parse_decimal("0.125")?;
/// assert_eq!(DecimalText(round(half_cent, 2, RoundingMode::HalfUp)?).to_string(), "0.13");
/// assert_eq!(DecimalText(round(half_cent, 2, RoundingMode::HalfEven)?).to_string(), "0.12");
/// # Ok::<(), dijia_core::Error>(())
/// ```
///
/// # Errors
///
/// [`Error::TooManyPlaces`] above 28; [`Error::TooManyDigits`] where the result has more digits than a [`Decimal`] holds.
pub fn round(value: Decimal, places: u32, mode: RoundingMode) -> Result<Decimal> {
    check_places(places)?;
    arithmetic::round(value, places, mode)
        .map_err(|error| Error::from_arithmetic(error, crate::words::Quantity::Amount))
}

/// Whether a decimal can have as many places.
pub(crate) const fn check_places(places: u32) -> Result<()> {
    match places {
        0..=Decimal::MAX_SCALE => Ok(()),
        _ => Err(Error::TooManyPlaces { places, most: Decimal::MAX_SCALE }),
    }
}

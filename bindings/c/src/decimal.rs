//! Decimals, in the layout of the Windows OLE `DECIMAL` and of .NET's `System.Decimal`.

use core::mem::{offset_of, size_of};

use dijia::{Decimal, DecimalText};

use crate::failure::{Failure, Result};
use crate::pointer::Plain;
use crate::status::DIJIA_MALFORMED_DECIMAL;

/// A decimal: ± (hi32 × 2⁶⁴ + lo64) ÷ 10^scale, in the 16 bytes that the Windows OLE `DECIMAL` and .NET's `System.Decimal`
/// have in memory. 0.9138 and 0.91380 are different texts and equal numbers. All bytes zero is 0.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_decimal {
    /// Not used: anything in, 0 out. It is where a `VARIANT` has its type.
    pub reserved: u16,
    /// The places after the point, at most 28.
    pub scale: u8,
    /// `DIJIA_NEGATIVE` (0x80) for a negative number, else 0.
    pub sign: u8,
    /// The digits as one whole number: its high 32 bits …
    pub hi32: u32,
    /// … and its low 64 bits.
    pub lo64: u64,
}

/// The sign of a negative `dijia_decimal`.
pub const DIJIA_NEGATIVE: u8 = 0x80;
/// The most bytes that a decimal takes as text, its NUL included.
pub const DIJIA_DECIMAL_CAPACITY: usize = 33;

const _: () = assert!(
    size_of::<dijia_decimal>() == 16
        && offset_of!(dijia_decimal, reserved) == 0
        && offset_of!(dijia_decimal, scale) == 2
        && offset_of!(dijia_decimal, sign) == 3
        && offset_of!(dijia_decimal, hi32) == 4
        && offset_of!(dijia_decimal, lo64) == 8
        && DIJIA_DECIMAL_CAPACITY == DecimalText::LONGEST + 1
);

// SAFETY: integers.
unsafe impl Plain for dijia_decimal {}

/// A decimal, or none. All bytes zero is none.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_optional_decimal {
    /// The decimal, where there is one.
    pub value: dijia_decimal,
    /// 0 where there is none, else 1.
    pub present: u8,
    /// Not used; 0.
    pub reserved: [u8; 7],
}

// SAFETY: integers.
unsafe impl Plain for dijia_optional_decimal {}

impl From<Decimal> for dijia_decimal {
    fn from(value: Decimal) -> Self {
        let digits = value.mantissa().unsigned_abs();
        let negative = value.is_sign_negative() && digits != 0;
        Self {
            reserved: 0,
            scale: value.scale() as u8,
            sign: if negative { DIJIA_NEGATIVE } else { 0 },
            hi32: (digits >> 64) as u32,
            lo64: digits as u64,
        }
    }
}

impl dijia_decimal {
    pub const fn zero() -> Self {
        Self { reserved: 0, scale: 0, sign: 0, hi32: 0, lo64: 0 }
    }

    pub const fn digits(self) -> u128 {
        (self.hi32 as u128) << 64 | self.lo64 as u128
    }

    /// The decimal, if its bits are those of one.
    #[inline]
    pub fn read(self) -> Result<Decimal> {
        if u32::from(self.scale) > Decimal::MAX_SCALE || self.sign & !DIJIA_NEGATIVE != 0 {
            return Err(Failure::of(DIJIA_MALFORMED_DECIMAL));
        }
        let (low, middle) = (self.lo64 as u32, (self.lo64 >> 32) as u32);
        Ok(Decimal::from_parts(low, middle, self.hi32, self.sign != 0, u32::from(self.scale)))
    }
}

impl From<Option<dijia_decimal>> for dijia_optional_decimal {
    fn from(value: Option<dijia_decimal>) -> Self {
        value.map_or(Self::NONE, |value| Self { value, present: 1, ..Self::NONE })
    }
}

impl From<Option<Decimal>> for dijia_optional_decimal {
    fn from(value: Option<Decimal>) -> Self {
        Self::from(value.map(dijia_decimal::from))
    }
}

impl dijia_optional_decimal {
    /// No decimal.
    pub const NONE: Self = Self { value: dijia_decimal::zero(), present: 0, reserved: [0; 7] };

    #[inline]
    pub fn read(self) -> Result<Option<Decimal>> {
        if self.present == 0 { Ok(None) } else { self.value.read().map(Some) }
    }
}

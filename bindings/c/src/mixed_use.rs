//! Parcels of several uses.

use core::ffi::c_char;

use dijia::{MixedAppraised, MixedUse, Quantity, Share};

use crate::appraisal::dijia_appraisal;
use crate::appraised::with_appraised;
use crate::decimal::{dijia_decimal, dijia_optional_decimal};
use crate::error::{dijia_error, report};
use crate::failure::{Failure, Result};
use crate::pointer::{Array, OutSized, Plain, Room, read_sized, sized};
use crate::rounding::dijia_rounding;
use crate::status::dijia_status;
use crate::text;
use crate::words::{dijia_language, dijia_layout, read_language, read_layout};

/// The most uses that a parcel may have.
pub const DIJIA_MAX_USES: usize = 16;

const _: () = assert!(DIJIA_MAX_USES == MixedUse::MAX_USES);

/// A use of a parcel that has several, and its share.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_share {
    /// The parcel as if it had this use alone.
    pub appraisal: *const dijia_appraisal,
    /// The share of this use: a fraction, the fractions of a parcel summing to exactly 1; or with `by_areas` its area, ㎡.
    pub share: dijia_decimal,
}

/// A parcel of several uses, such as shops with flats above them: Σ unit price × share. Set `size`
/// (`DIJIA_MIXED_USE_INIT`).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_mixed_use {
    /// `sizeof(dijia_mixed_use)`.
    pub size: usize,
    /// The uses.
    pub shares: *const dijia_share,
    /// How many, at most `DIJIA_MAX_USES`.
    pub share_count: usize,
    /// The area of the whole parcel, ㎡, which the totals need.
    pub area: dijia_optional_decimal,
    /// How the combined figures are rounded; each use keeps its own.
    pub rounding: dijia_rounding,
    /// 1 where the shares are areas, of land or of floor: each use has the exact fraction of the price that its area is of all
    /// areas together.
    pub by_areas: u8,
    /// Not used; 0.
    pub reserved: [u8; 7],
}

/// A priced parcel of several uses. Set `size` before the call (`DIJIA_MIXED_APPRAISED_INIT`).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_mixed_appraised {
    /// `sizeof(dijia_mixed_appraised)`, set by the caller.
    pub size: usize,
    /// The unit price, 元/㎡ of land.
    pub unit_price: dijia_decimal,
    /// The price in 万元/亩: the unit price ÷ 15.
    pub wan_yuan_per_mu: dijia_decimal,
    /// The total in 元; none where the area is not given.
    pub total_yuan: dijia_optional_decimal,
    /// The total in 万元; none where the area is not given.
    pub total_wan_yuan: dijia_optional_decimal,
    /// The policy that the figures are rounded by.
    pub rounding: dijia_rounding,
}

// SAFETY: integers, pointers, and structs of them.
unsafe impl Plain for dijia_share {}
// SAFETY: as above.
unsafe impl Plain for dijia_mixed_use {}
// SAFETY: integers, and structs of them.
unsafe impl Plain for dijia_mixed_appraised {}

sized! {
    dijia_mixed_use to reserved;
    dijia_mixed_appraised to rounding;
}

impl From<&MixedAppraised<'_>> for dijia_mixed_appraised {
    fn from(mixed: &MixedAppraised<'_>) -> Self {
        Self {
            size: 0,
            unit_price: dijia_decimal::from(mixed.unit_price()),
            wan_yuan_per_mu: dijia_decimal::from(mixed.wan_yuan_per_mu()),
            total_yuan: dijia_optional_decimal::from(mixed.total_yuan()),
            total_wan_yuan: dijia_optional_decimal::from(mixed.total_wan_yuan()),
            rounding: dijia_rounding::from(mixed.policy()),
        }
    }
}

/// Prices the parcel that `input` says, and does something with the result.
///
/// # Safety
///
/// `input` must be NULL or as the header says.
unsafe fn with_mixed(
    input: *const dijia_mixed_use,
    then: impl FnOnce(&MixedAppraised<'_>) -> Result<()>,
) -> Result<()> {
    // SAFETY: as here.
    let (input, uses) = unsafe {
        let input = read_sized(input)?;
        (input, Array::new(input.shares, input.share_count)?)
    };
    if uses.len() > DIJIA_MAX_USES {
        let (quantity, count) = (Quantity::Share, uses.len());
        return Err(Failure::from(dijia::Error::TooMany { quantity, count, most: DIJIA_MAX_USES }));
    }
    let mut shares: Room<Share<'_>, DIJIA_MAX_USES> = Room::new();
    for (index, share) in uses.iter().enumerate() {
        // Of each use the unit price and its start are kept, and not its tables.
        // SAFETY: the pointer is NULL or as the header says.
        let priced = unsafe {
            with_appraised(share.appraisal, |appraised| Ok(appraised.unit_price()))
                .and_then(|unit_price| Ok((unit_price, read_sized(share.appraisal)?.base_price()?)))
        };
        let (unit_price, base_price) = priced.map_err(|failure| failure.at(index))?;
        let share = share.share.read().map_err(|failure| failure.at(index))?;
        // There is room for as many as there are.
        let _ = shares.push(Share { unit_price, base_price, share });
    }
    let shares = shares.as_slice();
    let mixed = if input.by_areas == 0 { MixedUse::new(shares) } else { MixedUse::by_areas(shares) };
    let mut mixed = mixed.rounding(input.rounding.read()?);
    if let Some(area) = input.area.read()? {
        mixed = mixed.area(area);
    }
    then(&mixed.appraise()?)
}

/// Prices a parcel of several uses.
///
/// Fails as `dijia_appraise` does for a use, whose index is that of the error, and with `DIJIA_NOT_POSITIVE`,
/// `DIJIA_SHARES_NOT_ONE`, `DIJIA_TOO_MANY`, `DIJIA_RESULT_NOT_POSITIVE`, `DIJIA_TOO_MANY_DIGITS`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_appraise_mixed(
    input: *const dijia_mixed_use,
    out: *mut dijia_mixed_appraised,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = OutSized::new(out)?;
            with_mixed(input, |mixed| {
                out.write(dijia_mixed_appraised::from(mixed));
                Ok(())
            })
        })
    }
}

/// The worksheet of a mixed use into the buffer, in that layout. Each use has a worksheet of its own, which `dijia_worksheet` writes.
///
/// Fails as `dijia_appraise_mixed`, or with `DIJIA_BUFFER_TOO_SMALL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_mixed_worksheet(
    input: *const dijia_mixed_use,
    language: dijia_language,
    layout: dijia_layout,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (language, layout) = (read_language(language)?, read_layout(layout)?);
            with_mixed(input, |mixed| text::write(mixed.worksheet(language).layout(layout), buffer, capacity, length))
        })
    }
}

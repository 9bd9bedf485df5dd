//! Between the units of land prices and of land.

use dijia::Decimal;

use crate::decimal::dijia_decimal;
use crate::error::{dijia_error, report};
use crate::failure::Result;
use crate::pointer::Out;
use crate::rounding::{dijia_rounding_mode, read_mode};
use crate::status::dijia_status;

/// # Safety
///
/// `out` and `error` as in every function of the header.
unsafe fn convert(
    out: *mut dijia_decimal,
    error: *mut dijia_error,
    conversion: impl FnOnce() -> Result<Decimal>,
) -> dijia_status {
    // SAFETY: as here.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            out.write(dijia_decimal::from(conversion()?));
            Ok(())
        })
    }
}

/// 万元/亩 from 元/㎡: its fifteenth, rounded once to that many places.
///
/// Fails, like every conversion here, with `DIJIA_NOT_POSITIVE`, `DIJIA_TOO_MANY_PLACES`, `DIJIA_TOO_MANY_DIGITS`,
/// `DIJIA_MALFORMED_DECIMAL`, `DIJIA_INVALID_ENUMERATOR`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_wan_yuan_per_mu(
    yuan_per_square_metre: dijia_decimal,
    places: u32,
    mode: dijia_rounding_mode,
    out: *mut dijia_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        convert(out, error, || {
            let mode = read_mode(mode)?;
            Ok(dijia::wan_yuan_per_mu(yuan_per_square_metre.read()?, places, mode)?)
        })
    }
}

/// 元/㎡ from 万元/亩: fifteen times as much, exactly.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_yuan_per_square_metre(
    wan_yuan_per_mu: dijia_decimal,
    out: *mut dijia_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe { convert(out, error, || Ok(dijia::yuan_per_square_metre(wan_yuan_per_mu.read()?)?)) }
}

/// The floor price, 元/㎡ of floor, from the land price in 元/㎡ of land: divided by the plot ratio, rounded once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_floor_price(
    land_price: dijia_decimal,
    plot_ratio: dijia_decimal,
    places: u32,
    mode: dijia_rounding_mode,
    out: *mut dijia_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        convert(out, error, || {
            let mode = read_mode(mode)?;
            Ok(dijia::floor_price(land_price.read()?, plot_ratio.read()?, places, mode)?)
        })
    }
}

/// The land price, 元/㎡ of land, from the floor price in 元/㎡ of floor: times the plot ratio, exactly.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_land_price(
    floor_price: dijia_decimal,
    plot_ratio: dijia_decimal,
    out: *mut dijia_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe { convert(out, error, || Ok(dijia::land_price(floor_price.read()?, plot_ratio.read()?)?)) }
}

/// 亩 from ㎡: 3/2000 of it, exactly.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_mu(
    square_metres: dijia_decimal,
    out: *mut dijia_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe { convert(out, error, || Ok(dijia::mu(square_metres.read()?)?)) }
}

/// ㎡ from 亩: 2000/3 of it, rounded once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_square_metres(
    mu: dijia_decimal,
    places: u32,
    mode: dijia_rounding_mode,
    out: *mut dijia_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        convert(out, error, || {
            let mode = read_mode(mode)?;
            Ok(dijia::square_metres(mu.read()?, places, mode)?)
        })
    }
}

/// 元 from a price in 元/㎡ and an area in ㎡, rounded once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_total_yuan(
    unit_price: dijia_decimal,
    square_metres: dijia_decimal,
    places: u32,
    mode: dijia_rounding_mode,
    out: *mut dijia_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        convert(out, error, || {
            let mode = read_mode(mode)?;
            Ok(dijia::total_yuan(unit_price.read()?, square_metres.read()?, places, mode)?)
        })
    }
}

/// 万元 from a price in 元/㎡ and an area in ㎡, rounded once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_total_wan_yuan(
    unit_price: dijia_decimal,
    square_metres: dijia_decimal,
    places: u32,
    mode: dijia_rounding_mode,
    out: *mut dijia_decimal,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        convert(out, error, || {
            let mode = read_mode(mode)?;
            Ok(dijia::total_wan_yuan(unit_price.read()?, square_metres.read()?, places, mode)?)
        })
    }
}

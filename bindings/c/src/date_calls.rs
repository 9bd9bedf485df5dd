//! Dates as text.

use core::ffi::c_char;

use dijia::parse_date;

use crate::date::dijia_date;
use crate::error::{dijia_error, report};
use crate::pointer::Out;
use crate::status::dijia_status;
use crate::text;

/// Reads a date: `2020-10-08`, `2020/10/8`, `2020.10.8`, `2020年10月8日` or `20201008`, with or without the time 00:00:00 behind it.
///
/// Fails with `DIJIA_INVALID_DATE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_date_parse(
    text: *const c_char,
    length: usize,
    out: *mut dijia_date,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            out.write(dijia_date::from(parse_date(text::read(text, length)?)?));
            Ok(())
        })
    }
}

/// The date as text, `2020-10-08`, into the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_date_text(
    date: dijia_date,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let dijia_date { year, month, day } = dijia_date::from(date.read()?);
            text::write(format_args!("{year:04}-{month:02}-{day:02}"), buffer, capacity, length)
        })
    }
}

//! Sets of editions, in which the one in force is found.

use core::ffi::c_char;
use core::ptr;

use dijia::{Edition, Editions};

use crate::date::{dijia_date, dijia_optional_date};
use crate::edition::{dijia_edition, read_edition};
use crate::error::{dijia_error, report};
use crate::failure::{Detail, Failure, Result};
use crate::pointer::{Array, Out, Room};
use crate::status::{DIJIA_TOO_MANY_ROWS, dijia_status};
use crate::text;
use crate::words::{dijia_validity, validity};

/// The most editions of a set.
pub const DIJIA_MAX_EDITIONS: usize = 512;

/// The editions of the caller's.
///
/// # Safety
///
/// `editions` must be NULL or point to `count` pointers, each as [`read_edition`] takes one.
pub unsafe fn read_editions<const MOST: usize>(
    editions: *const *const dijia_edition,
    count: usize,
    to: &mut Room<&'static Edition<'static>, MOST>,
) -> Result<()> {
    // SAFETY: as here.
    let editions = unsafe { Array::new(editions, count)? };
    if count > MOST {
        return Err(Failure { detail: Detail::Counts((count, MOST)), ..Failure::of(DIJIA_TOO_MANY_ROWS) });
    }
    for (index, edition) in editions.iter().enumerate() {
        // SAFETY: as here.
        let edition = unsafe { read_edition(edition) }.map_err(|failure| failure.at(index))?;
        // There is room for as many as there are.
        let _ = to.push(edition);
    }
    Ok(())
}

/// Reads a set, and does something with it.
///
/// # Safety
///
/// As [`read_editions`].
unsafe fn with_set<T>(
    editions: *const *const dijia_edition,
    count: usize,
    then: impl FnOnce(Editions<'_>) -> Result<T>,
) -> Result<T> {
    let mut set = Room::<_, DIJIA_MAX_EDITIONS>::new();
    // SAFETY: as here.
    unsafe { read_editions(editions, count, &mut set) }?;
    then(Editions::new(set.as_slice()))
}

/// The pointer of the caller's that stands for that edition.
///
/// # Safety
///
/// As [`read_editions`].
unsafe fn pointer_to(
    editions: *const *const dijia_edition,
    count: usize,
    edition: &Edition<'_>,
) -> Result<*const dijia_edition> {
    // SAFETY: as here; each has been read.
    unsafe {
        let is_it = |&pointer: &*const dijia_edition| read_edition(pointer).is_ok_and(|known| known == edition);
        Ok(Array::new(editions, count)?.iter().find(is_it).unwrap_or(ptr::null()))
    }
}

/// The edition of that city that is in force on that date, of a set in any order: one of the pointers given. An edition is in
/// force from the first to the last day of its document; one without a last day is until another of its city is, and one
/// that another says it replaces ends where that begins. The city is named as the editions name it, 济南市.
///
/// Fails with `DIJIA_NO_SUCH_CITY`, `DIJIA_NONE_IN_FORCE`, `DIJIA_SEVERAL_IN_FORCE`, `DIJIA_MALFORMED_DATE`,
/// `DIJIA_TOO_MANY_ROWS`; with `DIJIA_UNKNOWN_EDITION` and the index of a pointer that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_in_force(
    editions: *const *const dijia_edition,
    count: usize,
    city: *const c_char,
    length: usize,
    date: dijia_date,
    out: *mut *const dijia_edition,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (out, city, date) = (Out::new(out)?, text::read(city, length)?, date.read()?);
            out.write(with_set(editions, count, |set| pointer_to(editions, count, set.on(city, date)?))?);
            Ok(())
        })
    }
}

/// The edition that follows another in its city, for all that a set says; NULL where there is none, or two begin on one day.
///
/// Fails as `dijia_edition_in_force` does for its set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_successor(
    editions: *const *const dijia_edition,
    count: usize,
    edition: *const dijia_edition,
    out: *mut *const dijia_edition,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (out, edition) = (Out::new(out)?, read_edition(edition)?);
            out.write(with_set(editions, count, |set| match set.successor(edition) {
                Some(successor) => pointer_to(editions, count, successor),
                None => Ok(ptr::null()),
            })?);
            Ok(())
        })
    }
}

/// Whether an edition is in force on that date, for all that a set says: it need not be one of the set.
///
/// Fails as `dijia_edition_in_force` does for its set, and with `DIJIA_MALFORMED_DATE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_validity_in_set(
    editions: *const *const dijia_edition,
    count: usize,
    edition: *const dijia_edition,
    date: dijia_date,
    out: *mut dijia_validity,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (out, edition, date) = (Out::new(out)?, read_edition(edition)?, date.read()?);
            out.write(with_set(editions, count, |set| Ok(validity(set.validity_on(edition, date))))?);
            Ok(())
        })
    }
}

/// The last day on which an edition is in force, for all that a set says; none where it has no end.
///
/// Fails as `dijia_edition_in_force` does for its set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_last_day_in_set(
    editions: *const *const dijia_edition,
    count: usize,
    edition: *const dijia_edition,
    out: *mut dijia_optional_date,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (out, edition) = (Out::new(out)?, read_edition(edition)?);
            let last = with_set(editions, count, |set| Ok(set.last_day_in_force(edition)))?;
            out.write(dijia_optional_date::from(last.map(dijia_date::from)));
            Ok(())
        })
    }
}

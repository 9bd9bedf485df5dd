//! Whether a document is in force.

use dijia::Validity;

use crate::error::{dijia_error, report};
use crate::pointer::Out;
use crate::status::dijia_status;
use crate::text::dijia_text;
use crate::words::enumeration::element;
use crate::words::language::{dijia_language, pick, read_language};

/// How a date stands to the period in which a document is in force: one of `DIJIA_IN_FORCE`, `DIJIA_NOT_YET_IN_FORCE`,
/// `DIJIA_EXPIRED`.
pub type dijia_validity = u32;

/// The date is in the period, its first and last days included.
pub const DIJIA_IN_FORCE: dijia_validity = 0;
/// The date is before the first day in force.
pub const DIJIA_NOT_YET_IN_FORCE: dijia_validity = 1;
/// The date is after the last day in force.
pub const DIJIA_EXPIRED: dijia_validity = 2;

pub const fn validity(validity: Validity) -> dijia_validity {
    match validity {
        Validity::InForce => DIJIA_IN_FORCE,
        Validity::NotYetInForce => DIJIA_NOT_YET_IN_FORCE,
        Validity::Expired => DIJIA_EXPIRED,
    }
}

/// How a date stands to a period in force, in words: 有效 or in force.
///
/// Fails with `DIJIA_INVALID_ENUMERATOR`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_validity_name(
    value: dijia_validity,
    language: dijia_language,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value =
                element(&[Validity::InForce, Validity::NotYetInForce, Validity::Expired], 0, "dijia_validity", value)?;
            out.write(dijia_text::from(pick(read_language(language)?, value.chinese(), value.english())));
            Ok(())
        })
    }
}

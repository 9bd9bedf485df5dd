//! Many rows in one call.

use core::mem::size_of;

use crate::appraisal::dijia_appraisal;
use crate::appraised::{dijia_appraised, with_appraised};
use crate::edition::{dijia_edition, read_edition, spelled};
use crate::error::{dijia_error, report};
use crate::failure::{Failure, Result};
use crate::pointer::{Array, Memory, OutArray, OutSized, read};
use crate::price::dijia_zone_price_row;
use crate::status::{
    DIJIA_INVALID_SIZE, DIJIA_NULL_POINTER, DIJIA_OK, DIJIA_SOME_FAILED, DIJIA_TOO_LONG, dijia_status,
};
use crate::text::dijia_text;
use crate::words::{dijia_land_use, read_land_use};

/// What the rows of a batch came to.
struct Rows {
    statuses: OutArray<dijia_status>,
    first: Option<Failure>,
}

impl Rows {
    /// # Safety
    ///
    /// `statuses` must be NULL or point to memory for `count` statuses that may be written.
    unsafe fn new(statuses: *mut dijia_status, count: usize) -> Result<Self> {
        // SAFETY: as here.
        Ok(Self { statuses: unsafe { OutArray::new(statuses, count) }?, first: None })
    }

    fn report(&mut self, index: usize, result: Result<()>) {
        let status = result.map_or_else(|failure| failure.status, |()| DIJIA_OK);
        self.statuses.write(index, status);
        if let Err(failure) = result {
            self.first.get_or_insert(failure.at(index));
        }
    }

    /// The first failure, under the status of the whole.
    fn finish(self) -> Result<()> {
        self.first.map_or(Ok(()), |failure| Err(Failure { status: DIJIA_SOME_FAILED, ..failure }))
    }
}

/// The prices of many zones, their codes spelled in any way. `statuses` has what each row came to; `out` has the rows whose
/// status is `DIJIA_OK`, and is left as it was elsewhere.
///
/// Fails with `DIJIA_SOME_FAILED` where at least one row has no price: `error` then tells of the first of them, with its
/// index and its message. What is wrong with any other says the function for one row, such as `dijia_zone_price_spelled`,
/// of that row. Any other failure is of the call, and no row has been done.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_zone_prices(
    edition: *const dijia_edition,
    land_use: dijia_land_use,
    codes: *const dijia_text,
    count: usize,
    out: *mut dijia_zone_price_row,
    statuses: *mut dijia_status,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (edition, land_use) = (read_edition(edition)?, read_land_use(land_use)?);
            let read_from = Memory::new(codes, count);
            let written = [Memory::new(out, count), Memory::new(statuses, count)];
            let codes = Array::new(codes, count)?;
            let (mut out, mut rows) = (OutArray::new(out, count)?, Rows::new(statuses, count)?);
            written.into_iter().try_for_each(|written| read_from.apart_from(written))?;
            for (index, code) in codes.iter().enumerate() {
                let price = code.read().and_then(|code| spelled(edition, land_use, code));
                let row = price.and_then(dijia_zone_price_row::read);
                rows.report(index, row.map(|row| out.write(index, row)));
            }
            rows.finish()
        })
    }
}

/// Prices many parcels, each with a land use, an edition and everything else of its own. Every element of `inputs` says its
/// own size, which is that of the first one; of `out`, the size of the first element is that of all, and the others need
/// none. `statuses` has what each row came to; `out` has the rows whose status is `DIJIA_OK`, and is left as it was
/// elsewhere.
///
/// Fails as `dijia_zone_prices`; what is wrong with a row says `dijia_appraise` of its input.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_appraise_batch(
    inputs: *const dijia_appraisal,
    count: usize,
    out: *mut dijia_appraised,
    statuses: *mut dijia_status,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            if count == 0 {
                return Ok(());
            }
            let mut rows = Rows::new(statuses, count)?;
            let (from, to) = (read(inputs.cast::<usize>())?, OutSized::new(out)?.size());
            if from < size_of::<dijia_appraisal>() {
                return Err(Failure::of(DIJIA_INVALID_SIZE));
            }
            if statuses.is_null() {
                return Err(Failure::of(DIJIA_NULL_POINTER));
            }
            let bytes = count.checked_mul(from.max(to));
            if bytes.is_none_or(|bytes| isize::try_from(bytes).is_err()) {
                return Err(Failure::of(DIJIA_TOO_LONG));
            }
            let read_from = Memory::new(inputs.cast::<u8>(), count.saturating_mul(from));
            read_from.apart_from(Memory::new(out.cast::<u8>(), count.saturating_mul(to)))?;
            read_from.apart_from(Memory::new(statuses, count))?;
            for index in 0..count {
                // As many bytes as the first element says lie between two elements.
                let input = inputs.byte_add(index * from);
                let priced = read(input.cast::<usize>())
                    .and_then(|size| if size == from { Ok(()) } else { Err(Failure::of(DIJIA_INVALID_SIZE)) });
                let priced =
                    priced.and_then(|()| with_appraised(input, |appraised| Ok(dijia_appraised::from(appraised))));
                rows.report(
                    index,
                    priced.map(|appraised| {
                        let place = out.byte_add(index * to);
                        OutSized::of(place, to).write(appraised);
                    }),
                );
            }
            rows.finish()
        })
    }
}

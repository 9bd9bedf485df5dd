//! Many rows in one call.

use crate::appraisal::dijia_appraisal;
use crate::appraised::{dijia_appraised, with_appraised};
use crate::edition::{dijia_edition, read_edition, spelled};
use crate::error::{dijia_error, report};
use crate::failure::{Failure, Result};
use crate::handle::{area_of, land_use_of};
use crate::pointer::{Array, Memory, OutArray, OutSizedArray, SizedArray};
use crate::price::dijia_zone_price_row;
use crate::status::{DIJIA_OK, DIJIA_SOME_FAILED, dijia_status};
use crate::text::dijia_text;
use crate::words::{dijia_area, dijia_land_use};

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

/// The prices of many zones of an area and land use, their codes spelled in any way. `statuses` has what each row came to;
/// `out` has the rows whose status is `DIJIA_OK`, and is left as it was elsewhere. The size that the first element of `out`
/// says is that of all, and the others need none.
///
/// Fails with `DIJIA_SOME_FAILED` where at least one row has no price: `error` then tells of the first of them, with its
/// index and its message. What is wrong with any other says the function for one row, such as `dijia_zone_price_spelled`,
/// of that row. Any other failure is of the call, and no row has been done.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_zone_prices(
    edition: *const dijia_edition,
    area: dijia_area,
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
            let edition = read_edition(edition)?;
            let in_all = (area_of(edition, area)?, land_use_of(edition, land_use)?);
            let read_from = Memory::new(codes, count);
            let codes = Array::new(codes, count)?;
            let (mut out, mut rows) = (OutSizedArray::new(out, count)?, Rows::new(statuses, count)?);
            read_from.apart_from(out.memory())?;
            read_from.apart_from(Memory::new(statuses, count))?;
            for (index, code) in codes.iter().enumerate() {
                let price = code.read().and_then(|code| spelled(edition, in_all, code));
                rows.report(index, price.map(|price| out.write(index, dijia_zone_price_row::from(price))));
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
            let inputs = SizedArray::new(inputs, count)?;
            let (mut out, mut rows) = (OutSizedArray::new(out, count)?, Rows::new(statuses, count)?);
            inputs.memory().apart_from(out.memory())?;
            inputs.memory().apart_from(Memory::new(statuses, count))?;
            for (index, input) in inputs.iter().enumerate() {
                let priced =
                    input.and_then(|input| with_appraised(input, |appraised| Ok(dijia_appraised::from(appraised))));
                rows.report(index, priced.map(|appraised| out.write(index, appraised)));
            }
            rows.finish()
        })
    }
}

//! What differs between two editions.

use core::ffi::c_char;
use core::fmt::Write as _;

use dijia::{Difference, PublishedPrice, difference};

use crate::decimal::dijia_optional_decimal;
use crate::edition::{dijia_edition, read_edition};
use crate::error::{dijia_error, report};
use crate::failure::Failure;
use crate::pointer::{Out, OutSizedArray, Plain, sized};
use crate::price::{dijia_citation, dijia_priced_area};
use crate::status::{DIJIA_BUFFER_TOO_SMALL, dijia_status};
use crate::text::{Fixed, dijia_text};

/// How a price differs: one of `DIJIA_PRICE_MOVED`, `DIJIA_PRICE_ADDED`, `DIJIA_PRICE_DROPPED`.
pub type dijia_difference_kind = u32;

/// It is another figure.
pub const DIJIA_PRICE_MOVED: dijia_difference_kind = 1;
/// The later edition alone publishes it.
pub const DIJIA_PRICE_ADDED: dijia_difference_kind = 2;
/// The earlier edition alone publishes it.
pub const DIJIA_PRICE_DROPPED: dijia_difference_kind = 3;

/// The bytes of the name of a grade or a zone, its NUL included.
pub const DIJIA_NAME_CAPACITY: usize = 56;

/// A price as an edition publishes it, beside another edition's.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_compared_price {
    /// The figure printed; none where the edition publishes no such price, and then all else is zero.
    pub printed: dijia_optional_decimal,
    /// What it is the price of a square metre of.
    pub priced_area: dijia_priced_area,
    /// 1 where it is printed as a lower bound (≥), else 0.
    pub is_lower_bound: u32,
    /// Where it is printed.
    pub citation: dijia_citation,
}

/// A price that differs between two editions. Set `size` in the first row (`DIJIA_DIFFERENCE_ROW_INIT`); it is that of all.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_difference_row {
    /// `sizeof(dijia_difference_row)`, set by the caller.
    pub size: usize,
    /// How it differs.
    pub kind: dijia_difference_kind,
    /// 1 for the price of a zone, 0 for that of a grade.
    pub of_zone: u32,
    /// The name of the area, as the edition that publishes the price has it; of two the earlier.
    pub area: dijia_text,
    /// The name of the land use.
    pub land_use: dijia_text,
    /// The name of the grade, Ⅲ, or the code of the zone, Ⅲ-4, with a NUL at its end.
    pub name: [c_char; DIJIA_NAME_CAPACITY],
    /// The price in the earlier edition.
    pub before: dijia_compared_price,
    /// The price in the later edition.
    pub after: dijia_compared_price,
    /// How far the later price is from the earlier, in per cent to 2 places; of land and of floor both as prices of land. None
    /// where only one edition publishes the price, or no plot ratio is stated that would make them comparable.
    pub percent: dijia_optional_decimal,
}

// SAFETY: integers, pointers, and structs of them.
unsafe impl Plain for dijia_compared_price {}
// SAFETY: as above.
unsafe impl Plain for dijia_difference_row {}

sized! {
    dijia_difference_row to percent;
}

impl From<Option<PublishedPrice<'_>>> for dijia_compared_price {
    fn from(price: Option<PublishedPrice<'_>>) -> Self {
        let none = Self {
            printed: dijia_optional_decimal::NONE,
            priced_area: 0,
            is_lower_bound: 0,
            citation: dijia_citation::none(),
        };
        price.map_or(none, |price| Self {
            printed: dijia_optional_decimal::from(Some(price.printed())),
            priced_area: price.priced_area() as u32,
            is_lower_bound: price.is_lower_bound().into(),
            citation: dijia_citation::from(price.citation()),
        })
    }
}

impl From<Difference<'_>> for dijia_difference_row {
    fn from(of: Difference<'_>) -> Self {
        let (before, after) = (of.before(), of.after());
        let kind = match of {
            Difference::Moved { .. } => DIJIA_PRICE_MOVED,
            Difference::Added(_) => DIJIA_PRICE_ADDED,
            Difference::Dropped(_) => DIJIA_PRICE_DROPPED,
        };
        let named = before.or(after);
        let mut name = [0; DIJIA_NAME_CAPACITY];
        if let Some(price) = named {
            // Writing to an array does not fail: what has no room is left out.
            let _ = write!(Fixed::new(&mut name), "{}", price.name());
        }
        Self {
            size: 0,
            kind,
            of_zone: matches!(named, Some(PublishedPrice::Zone(_))).into(),
            area: named.map_or(dijia_text::EMPTY, |price| dijia_text::from(price.area().name())),
            land_use: named.map_or(dijia_text::EMPTY, |price| dijia_text::from(price.land_use().name())),
            name: name.map(|byte| byte as c_char),
            before: dijia_compared_price::from(before),
            after: dijia_compared_price::from(after),
            percent: dijia_optional_decimal::from(of.percent().ok().flatten()),
        }
    }
}

/// The prices that differ between two editions, the earlier first: every one that is another figure, that was added or that was
/// dropped; first those of the earlier edition, grades before zones, in the order printed, then what was added. Two prices are of
/// the same where area, land use and grade or zone are named alike in both. `count` has how many there are: pass NULL and 0
/// first.
///
/// Fails with `DIJIA_BUFFER_TOO_SMALL` for a `capacity` below the count, which is written; then no row is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_difference(
    before: *const dijia_edition,
    after: *const dijia_edition,
    out: *mut dijia_difference_row,
    capacity: usize,
    count: *mut usize,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let (before, after, count) = (read_edition(before)?, read_edition(after)?, Out::new(count)?);
            let mut rows = OutSizedArray::new(out, capacity)?;
            let needed = difference(before, after).count();
            count.write(needed);
            if out.is_null() {
                return Ok(());
            }
            if needed > capacity {
                return Err(Failure::of(DIJIA_BUFFER_TOO_SMALL));
            }
            for (index, row) in difference(before, after).enumerate() {
                rows.write(index, dijia_difference_row::from(row));
            }
            Ok(())
        })
    }
}

//! What an error can be about.

use dijia::Quantity;

use crate::error::{dijia_error, report};
use crate::pointer::Out;
use crate::status::dijia_status;
use crate::text::dijia_text;
use crate::words::enumeration::element;
use crate::words::language::{dijia_language, pick, read_language};

/// A quantity that an error names: one of `DIJIA_QUANTITY_…`.
pub type dijia_quantity = u32;

/// The benchmark price that an appraisal starts from (基准地价), P.
pub const DIJIA_QUANTITY_BASE_PRICE: dijia_quantity = 1;
/// The date that the benchmark price is the price of (基准日).
pub const DIJIA_QUANTITY_BASE_DATE: dijia_quantity = 2;
/// The capitalization rate of land (土地还原利率), r.
pub const DIJIA_QUANTITY_CAPITALIZATION_RATE: dijia_quantity = 3;
/// The statutory term (法定最高出让年期), n.
pub const DIJIA_QUANTITY_STATUTORY_TERM: dijia_quantity = 4;
/// The remaining term (剩余使用年期), m.
pub const DIJIA_QUANTITY_REMAINING_TERM: dijia_quantity = 5;
/// The date that the parcel is appraised for (估价期日).
pub const DIJIA_QUANTITY_VALUATION_DATE: dijia_quantity = 6;
/// The date on which the right to the parcel ends (终止日期).
pub const DIJIA_QUANTITY_EXPIRY_DATE: dijia_quantity = 7;
/// The term coefficient (年期修正系数), Ky.
pub const DIJIA_QUANTITY_TERM_COEFFICIENT: dijia_quantity = 8;
/// The plot ratio of the parcel (容积率).
pub const DIJIA_QUANTITY_PLOT_RATIO: dijia_quantity = 9;
/// The plot-ratio coefficient (容积率修正系数), Kv.
pub const DIJIA_QUANTITY_PLOT_RATIO_COEFFICIENT: dijia_quantity = 10;
/// A table of plot-ratio coefficients.
pub const DIJIA_QUANTITY_PLOT_RATIO_TABLE: dijia_quantity = 11;
/// The date coefficient (期日修正系数), Kt.
pub const DIJIA_QUANTITY_DATE_COEFFICIENT: dijia_quantity = 12;
/// A dated series of price indices.
pub const DIJIA_QUANTITY_DATE_INDEX: dijia_quantity = 13;
/// A rate of growth by the month, g.
pub const DIJIA_QUANTITY_MONTHLY_GROWTH: dijia_quantity = 14;
/// The months between two dates.
pub const DIJIA_QUANTITY_MONTHS: dijia_quantity = 15;
/// A further coefficient, Kj.
pub const DIJIA_QUANTITY_COEFFICIENT: dijia_quantity = 16;
/// The factor corrections (因素修正), ΣKi.
pub const DIJIA_QUANTITY_FACTOR_CORRECTIONS: dijia_quantity = 17;
/// The development adjustment (开发程度修正), Kf.
pub const DIJIA_QUANTITY_DEVELOPMENT_ADJUSTMENT: dijia_quantity = 18;
/// The development level that the benchmark price assumes (开发程度).
pub const DIJIA_QUANTITY_BASIS_DEVELOPMENT: dijia_quantity = 19;
/// The unit cost of a service.
pub const DIJIA_QUANTITY_UNIT_COST: dijia_quantity = 20;
/// The area of the parcel (面积).
pub const DIJIA_QUANTITY_AREA: dijia_quantity = 21;
/// The share of a use in a mixed use.
pub const DIJIA_QUANTITY_SHARE: dijia_quantity = 22;
/// The unit price (单价), 元/㎡ of land.
pub const DIJIA_QUANTITY_UNIT_PRICE: dijia_quantity = 23;
/// The price in 万元/亩.
pub const DIJIA_QUANTITY_WAN_YUAN_PER_MU: dijia_quantity = 24;
/// The floor price (楼面地价), 元/㎡ of floor.
pub const DIJIA_QUANTITY_FLOOR_PRICE: dijia_quantity = 25;
/// The total price (总价).
pub const DIJIA_QUANTITY_TOTAL: dijia_quantity = 26;
/// The deviation of the unit price from the benchmark price.
pub const DIJIA_QUANTITY_DEVIATION: dijia_quantity = 27;
/// An amount that is none of the others.
pub const DIJIA_QUANTITY_AMOUNT: dijia_quantity = 28;
/// The development level of the site (宗地开发程度).
pub const DIJIA_QUANTITY_SITE_DEVELOPMENT: dijia_quantity = 29;
/// What a benchmark price assumes (基准地价内涵).
pub const DIJIA_QUANTITY_BASIS: dijia_quantity = 30;
/// A benchmark price of the caller's own.
pub const DIJIA_QUANTITY_OWN_PRICE: dijia_quantity = 31;
/// The ends of a plot-ratio table that are open.
pub const DIJIA_QUANTITY_OPEN_ENDS: dijia_quantity = 32;
/// What a date index is between two dates.
pub const DIJIA_QUANTITY_BETWEEN_POINTS: dijia_quantity = 33;
/// Where a benchmark price of the caller's own is from.
pub const DIJIA_QUANTITY_ORIGIN: dijia_quantity = 34;
/// The corrections that a document publishes (修正体系).
pub const DIJIA_QUANTITY_PUBLISHED_CORRECTIONS: dijia_quantity = 35;
/// The level that a factor has at the parcel (优劣程度).
pub const DIJIA_QUANTITY_LEVEL: dijia_quantity = 36;

/// A term without end (无限年期).
pub const DIJIA_QUANTITY_PERPETUAL_TERM: dijia_quantity = 37;
/// Permission for a remaining term that is longer than the statutory one.
pub const DIJIA_QUANTITY_LONGER_TERM: dijia_quantity = 38;
/// What a coefficient is divided by where it is a ratio.
pub const DIJIA_QUANTITY_RATIO: dijia_quantity = 39;
/// The price under the conditions before a change (原条件地价), V0.
pub const DIJIA_QUANTITY_ORIGINAL_PRICE: dijia_quantity = 40;
/// What a price is above the original one (地价差额), V - V0.
pub const DIJIA_QUANTITY_PRICE_DIFFERENCE: dijia_quantity = 41;
/// The part of a price that is paid (缴纳比例), k.
pub const DIJIA_QUANTITY_PAYMENT_RATIO: dijia_quantity = 42;
/// The price below which a payment is not to be (最低价).
pub const DIJIA_QUANTITY_MINIMUM_PRICE: dijia_quantity = 43;
/// The part of the minimum price that a payment is not to be below.
pub const DIJIA_QUANTITY_MINIMUM_RATIO: dijia_quantity = 44;
/// What is paid for a square metre (应缴单价).
pub const DIJIA_QUANTITY_UNIT_PAYMENT: dijia_quantity = 45;
/// The period before which is 100 in a chain index.
pub const DIJIA_QUANTITY_INDEX_PERIOD: dijia_quantity = 46;

const _: () = assert!(Quantity::ALL.len() == DIJIA_QUANTITY_INDEX_PERIOD as usize, "every quantity has a number here");

/// The name of a quantity.
///
/// Fails with `DIJIA_INVALID_ENUMERATOR`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_quantity_name(
    value: dijia_quantity,
    language: dijia_language,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value = element(&Quantity::ALL, 1, "dijia_quantity", value)?;
            out.write(dijia_text::from(pick(read_language(language)?, value.chinese(), value.english())));
            Ok(())
        })
    }
}

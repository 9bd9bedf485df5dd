//! What is to be paid for a parcel.

use core::ffi::c_char;

use dijia::{Payment, PaymentDue, PricedArea};

use crate::decimal::{dijia_decimal, dijia_optional_decimal};
use crate::error::{dijia_error, report};
use crate::failure::Result;
use crate::pointer::{OutSized, Plain, read_sized, sized};
use crate::price::{DIJIA_PER_FLOOR, DIJIA_PER_LAND, dijia_priced_area};
use crate::rounding::dijia_rounding;
use crate::status::dijia_status;
use crate::text;
use crate::words::enumeration::invalid;
use crate::words::{dijia_language, dijia_layout, read_language, read_layout};

/// What is to be paid for a parcel (应缴地价款) from its appraised price: (V - V0) × k, and not less than the minimum. What is
/// not given takes no part. Set `size` (`DIJIA_PAYMENT_INIT`).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_payment {
    /// `sizeof(dijia_payment)`.
    pub size: usize,
    /// V, the unit price of an appraisal, or of a mixed use, 元/㎡.
    pub unit_price: dijia_decimal,
    /// V0, the price under the original conditions (原条件地价), 元/㎡: the difference alone is paid (补缴地价款).
    pub original_price: dijia_optional_decimal,
    /// k, the part that is paid (缴纳比例): a fraction of at most 1, such as 0.4.
    pub payment_ratio: dijia_optional_decimal,
    /// The price below which the payment is not to be (最低价), 元/㎡; or with `minimum_ratio` what it is a part of.
    pub minimum_price: dijia_optional_decimal,
    /// The part of `minimum_price` below which the payment is not to be: a fraction of at most 1, such as 0.7.
    pub minimum_ratio: dijia_optional_decimal,
    /// The area that is paid for, ㎡, which the totals need.
    pub area: dijia_optional_decimal,
    /// How figures are rounded: for a square metre as a unit price, the totals as amounts.
    pub rounding: dijia_rounding,
    /// Whether the prices are of a square metre of land, `DIJIA_PER_LAND`, or of floor; the area is of the same.
    pub priced_area: dijia_priced_area,
    /// Not used; 0.
    pub reserved: [u8; 4],
}

/// What is to be paid. Set `size` before the call (`DIJIA_PAYMENT_DUE_INIT`).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_payment_due {
    /// `sizeof(dijia_payment_due)`, set by the caller.
    pub size: usize,
    /// V - V0, 元/㎡, exact; none where there is no original price.
    pub difference: dijia_optional_decimal,
    /// The minimum payment of a square metre, 元/㎡; none where there is none.
    pub minimum: dijia_optional_decimal,
    /// The payment for a square metre (应缴单价), 元/㎡.
    pub unit_payment: dijia_decimal,
    /// The whole payment (应缴总额) in 元; none where the area is not given.
    pub total_yuan: dijia_optional_decimal,
    /// The whole payment in 万元; none where the area is not given.
    pub total_wan_yuan: dijia_optional_decimal,
    /// The policy that the figures are rounded by.
    pub rounding: dijia_rounding,
    /// 1 where the minimum is paid, being more than (V - V0) × k.
    pub is_minimum: u8,
    /// Not used; 0.
    pub reserved: [u8; 7],
}

// SAFETY: integers, and structs of them.
unsafe impl Plain for dijia_payment {}
// SAFETY: as above.
unsafe impl Plain for dijia_payment_due {}

sized! {
    dijia_payment to reserved;
    dijia_payment_due to reserved;
}

impl From<&PaymentDue> for dijia_payment_due {
    fn from(due: &PaymentDue) -> Self {
        Self {
            size: 0,
            difference: dijia_optional_decimal::from(due.difference()),
            minimum: dijia_optional_decimal::from(due.minimum()),
            unit_payment: dijia_decimal::from(due.unit_payment()),
            total_yuan: dijia_optional_decimal::from(due.total_yuan()),
            total_wan_yuan: dijia_optional_decimal::from(due.total_wan_yuan()),
            rounding: dijia_rounding::from(due.policy()),
            is_minimum: u8::from(due.is_minimum()),
            reserved: [0; 7],
        }
    }
}

/// Computes the payment that `input` says.
///
/// # Safety
///
/// `input` must be NULL or as the header says.
unsafe fn settle(input: *const dijia_payment) -> Result<PaymentDue> {
    // SAFETY: as here.
    let input = unsafe { read_sized(input)? };
    let mut payment = Payment::new(input.unit_price.read()?).rounding(input.rounding.read()?);
    payment = match input.priced_area {
        DIJIA_PER_LAND => payment,
        DIJIA_PER_FLOOR => payment.priced_area(PricedArea::Floor),
        other => return Err(invalid("dijia_priced_area", other)),
    };
    if let Some(original) = input.original_price.read()? {
        payment = payment.original_price(original);
    }
    if let Some(ratio) = input.payment_ratio.read()? {
        payment = payment.payment_ratio(ratio);
    }
    if let Some(minimum) = input.minimum_price.read()? {
        payment = payment.minimum_price(minimum);
    }
    if let Some(ratio) = input.minimum_ratio.read()? {
        payment = payment.minimum_ratio(ratio);
    }
    if let Some(area) = input.area.read()? {
        payment = payment.area(area);
    }
    Ok(payment.settle()?)
}

/// Computes what is to be paid.
///
/// Fails with `DIJIA_NOT_POSITIVE` for a price, a ratio, an area, and for the difference where the price is not above the original
/// one, so that nothing is topped up; `DIJIA_OUT_OF_RANGE` for a ratio above 1; `DIJIA_TAKES_NO_PART` for a minimum ratio without
/// its price; `DIJIA_TOO_MANY_DIGITS`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_settle(
    input: *const dijia_payment,
    out: *mut dijia_payment_due,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = OutSized::new(out)?;
            out.write(dijia_payment_due::from(&settle(input)?));
            Ok(())
        })
    }
}

/// The worksheet of a payment into the buffer, in that layout.
///
/// Fails as `dijia_settle`, or with `DIJIA_BUFFER_TOO_SMALL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_payment_worksheet(
    input: *const dijia_payment,
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
            text::write(settle(input)?.worksheet(language).layout(layout), buffer, capacity, length)
        })
    }
}

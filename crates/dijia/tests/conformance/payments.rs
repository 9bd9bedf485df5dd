//! What is to be paid.

use dijia::{Language, Payment, PricedArea, Result, parse_decimal, parse_rate};

use crate::appraisals::{layout, policy, text};
use crate::vectors::{Found, Row};

pub fn payment(row: &Row) -> Result<Found> {
    let policy = policy(row)?;
    let mut payment = Payment::new(parse_decimal(row.text("price"))?).rounding(policy);
    if let Some(original) = row.decimal("original_price")? {
        payment = payment.original_price(original);
    }
    if let Some(ratio) = row.get("payment_ratio") {
        payment = payment.payment_ratio(parse_rate(ratio)?);
    }
    if let Some(minimum) = row.decimal("minimum_price")? {
        payment = payment.minimum_price(minimum);
    }
    if let Some(ratio) = row.get("minimum_ratio") {
        payment = payment.minimum_ratio(parse_rate(ratio)?);
    }
    if row.get("per") == Some("floor") {
        payment = payment.priced_area(PricedArea::Floor);
    }
    if let Some(area) = row.decimal("area")? {
        payment = payment.area(area);
    }
    let due = payment.settle()?;
    assert_eq!(due.policy(), policy);
    Ok(vec![
        ("difference", text(due.difference())),
        ("minimum", text(due.minimum())),
        ("unit_payment", text(Some(due.unit_payment()))),
        ("is_minimum", if due.is_minimum() { "yes" } else { "no" }.to_owned()),
        ("total_yuan", text(due.total_yuan())),
        ("total_wan_yuan", text(due.total_wan_yuan())),
        ("worksheet_chinese", due.worksheet(Language::Chinese).layout(layout(row)).to_string()),
        ("worksheet_english", due.worksheet(Language::English).layout(layout(row)).to_string()),
    ])
}

//! The Gregorian calendar, counted through month by month.

use num_bigint::BigInt;
use num_rational::BigRational;

/// Year, month and day; of months without that day, nobody asks.
pub type Day = (i32, i32, i32);

/// Whether the year is one of those that a date is written in, 0001 to 9999.
pub fn is_of_a_written_year((year, ..): Day) -> bool {
    (1..=9999).contains(&year)
}

pub fn days_in_month(year: i32, month: i32) -> i32 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The days from a day to a later one.
pub fn days_between(from: Day, to: Day) -> i64 {
    let (mut year, mut month) = (from.0, from.1);
    let mut days = i64::from(to.2) - i64::from(from.2);
    while (year, month) < (to.0, to.1) {
        days += i64::from(days_in_month(year, month));
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    days
}

/// The day that many months later, or the last one of a month that has no such day.
fn months_later(from: Day, months: i32) -> Day {
    let month = from.0 * 12 + from.1 - 1 + months;
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    (year, month, from.2.min(days_in_month(year, month)))
}

/// Whole periods of so many months from a day to one that is not earlier, and the days left over as parts of a period.
pub fn periods(from: Day, to: Day, months: i32, days_per_period: i64) -> BigRational {
    let mut whole = 0;
    while months_later(from, (whole + 1) * months) <= to {
        whole += 1;
    }
    let rest = days_between(months_later(from, whole * months), to);
    BigRational::from(BigInt::from(whole)) + BigRational::new(rest.into(), days_per_period.into())
}

//! Terms and months between dates, as the method counts them.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::numbers::arithmetic::ArithmeticError;

/// Places of a term in years or months that dates give.
const PLACES: u32 = 2;

/// The years from a date to a later one: whole years + remaining days ÷ 365, rounded to 2 places.
pub(crate) fn years_between(from: Date, to: Date) -> Result<Decimal, ArithmeticError> {
    between(from, to, 12, 365)
}

/// The months from a date to a later one: whole months + remaining days ÷ 30, rounded to 2 places.
pub(crate) fn months_between(from: Date, to: Date) -> Result<Decimal, ArithmeticError> {
    between(from, to, 1, 30)
}

/// The days from a date to another, negative where the other is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    day_number(to) - day_number(from)
}

/// The day of the Gregorian calendar, counted from any one day. `Date`'s own differences keep a panic among their paths.
fn day_number(date: Date) -> i32 {
    let (year, month, day) = (i32::from(date.year()), i32::from(date.month()), i32::from(date.day()));
    // The year begins in March, so that its last day is the one that may be missing.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leap_days + (153 * month + 2) / 5 + day
}

/// Whole periods of so many months, and the remaining days as parts of a period.
///
/// A period ends on the day of the month that it began on, or on the last day of a month that has no such day.
/// No rounding here meets a tie: days × 100 ÷ 365 and days × 100 ÷ 30 are never half-way between whole numbers.
fn between(from: Date, to: Date, months: i32, days_per_period: u32) -> Result<Decimal, ArithmeticError> {
    let later_by = |periods: i32| {
        let month = i32::from(from.year()) * 12 + i32::from(from.month()) - 1 + periods * months;
        let (year, month) = (i16::try_from(month.div_euclid(12)).ok()?, month.rem_euclid(12) as i8 + 1);
        let last = Date::new(year, month, 1).ok()?.days_in_month();
        Date::new(year, month, from.day().min(last)).ok()
    };
    let months_apart =
        (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month()) - i32::from(from.month());
    let mut periods = months_apart / months;
    let mut last = later_by(periods).ok_or(ArithmeticError::OutOfDomain)?;
    if last > to {
        periods -= 1;
        last = later_by(periods).ok_or(ArithmeticError::OutOfDomain)?;
    }
    let days = days_between(last, to).unsigned_abs();
    // Half a hundredth is added and cut off: ⌊(2 × 100 × days + n) ÷ 2n⌋ hundredths of n days each.
    let part = (200 * days + days_per_period) / (2 * days_per_period);
    Ok(Decimal::from_parts(100 * periods.unsigned_abs() + part, 0, 0, false, PLACES))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of consecutive days are consecutive, in every year that there is.
    #[test]
    fn day_numbers() {
        let mut date = Date::MIN;
        while let Ok(next) = date.tomorrow() {
            assert_eq!(day_number(next) - day_number(date), 1, "{next}");
            date = next;
        }
        assert_eq!(date, Date::MAX);
    }
}

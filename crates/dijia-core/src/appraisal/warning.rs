use core::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::numbers::DecimalText;
use crate::words::Validity;
use crate::words::date::DateText;

/// What an appraiser should look at before signing; it never stops a result.
///
/// [`Display`](fmt::Display) says it in English, `{:#}` in Chinese.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Warning {
    /// The unit price is more than 30 % away from the benchmark price.
    LargeDeviation {
        /// The deviation, in per cent.
        percent: Decimal,
    },
    /// The document that publishes the benchmark price is not in force on the valuation date.
    OutsideValidity {
        /// The valuation date.
        valuation_date: Date,
        /// How it stands to the period in force.
        validity: Validity,
        /// The first day in force.
        first_day: Date,
        /// The last day in force.
        last_day: Date,
    },
    /// The valuation date is before the date that the benchmark price is the price of.
    BeforeBaseDate {
        /// The valuation date.
        valuation_date: Date,
        /// The base date.
        base_date: Date,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::LargeDeviation { percent } if f.alternate() => {
                write!(f, "宗地单价偏离基准地价 {}%，超过 30%", DecimalText(percent))
            }
            Self::LargeDeviation { percent } => {
                write!(
                    f,
                    "the unit price deviates from the benchmark price by {} %, more than 30 %",
                    DecimalText(percent)
                )
            }
            Self::OutsideValidity { valuation_date, validity, first_day, last_day } if f.alternate() => {
                let (validity, date) = (validity.chinese(), DateText(valuation_date));
                let (first, last) = (DateText(first_day), DateText(last_day));
                write!(f, "估价期日 {date} 不在基准地价有效期内（{first} 至 {last}）：{validity}")
            }
            Self::OutsideValidity { valuation_date, validity, first_day, last_day } => write!(
                f,
                "on the valuation date {} the benchmark price is {validity}: in force from {} to {}",
                DateText(valuation_date),
                DateText(first_day),
                DateText(last_day),
            ),
            Self::BeforeBaseDate { valuation_date, base_date } if f.alternate() => {
                write!(f, "估价期日 {} 早于基准日 {}", DateText(valuation_date), DateText(base_date))
            }
            Self::BeforeBaseDate { valuation_date, base_date } => {
                let (date, base_date) = (DateText(valuation_date), DateText(base_date));
                write!(f, "the valuation date {date} is before the base date {base_date}")
            }
        }
    }
}

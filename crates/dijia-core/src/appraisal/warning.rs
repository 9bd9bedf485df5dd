use core::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::numbers::DecimalText;
use crate::words::date::DateText;
use crate::words::{Language, Validity};

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
        first_day: Option<Date>,
        /// The last day in force.
        last_day: Option<Date>,
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
                write!(
                    f,
                    "估价期日 {date} 不在基准地价有效期内（{}）：{validity}",
                    Period(first_day, last_day, Language::Chinese)
                )
            }
            Self::OutsideValidity { valuation_date, validity, first_day, last_day } => write!(
                f,
                "on the valuation date {} the benchmark price is {validity}: in force {}",
                DateText(valuation_date),
                Period(first_day, last_day, Language::English)
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

/// A period in force, as far as it is known.
struct Period(Option<Date>, Option<Date>, Language);

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(first, last, language) = self;
        let day = |day: &Option<Date>| day.map(DateText);
        match (day(first), day(last), language) {
            (Some(first), Some(last), Language::Chinese) => write!(f, "{first} 至 {last}"),
            (Some(first), Some(last), Language::English) => write!(f, "from {first} to {last}"),
            (Some(first), None, Language::Chinese) => write!(f, "{first} 起"),
            (Some(first), None, Language::English) => write!(f, "from {first}"),
            (None, Some(last), Language::Chinese) => write!(f, "至 {last}"),
            (None, Some(last), Language::English) => write!(f, "until {last}"),
            (None, None, _) => Ok(()),
        }
    }
}

use core::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::appraisal::Carriers;
use crate::numbers::DecimalText;
use crate::numbers::units::percent;
use crate::words::date::DateText;
use crate::words::{Excerpt, Language, Message, Validity};

/// What an appraiser should look at before signing; it never stops a result.
///
/// [`Display`](fmt::Display) says it in English, [`message`](Self::message) in either language.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Warning<'a> {
    /// The unit price is more than 30 % away from the benchmark price.
    LargeDeviation {
        /// The deviation, in per cent.
        percent: Decimal,
        /// The coefficients that carry it.
        carriers: Carriers<'a>,
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
        /// The name of the edition that follows one that has expired, where a [set](crate::Appraisal::editions) is given
        /// that has it.
        successor: Option<&'a str>,
    },
    /// The valuation date is before the date that the benchmark price is the price of.
    BeforeBaseDate {
        /// The valuation date.
        valuation_date: Date,
        /// The base date.
        base_date: Date,
    },
    /// The benchmark price is published and no valuation date is given, so that nobody has checked whether it is in force.
    NoValuationDate {
        /// The first day in force.
        first_day: Option<Date>,
        /// The last day in force.
        last_day: Option<Date>,
    },
    /// The plot ratio is not the one that the benchmark price assumes, and nothing gives Kv.
    PlotRatioUncorrected {
        /// The plot ratio of the parcel.
        plot_ratio: Decimal,
        /// That of the basis.
        basis: Decimal,
    },
    /// The valuation date is not the date that the benchmark price is the price of, and nothing gives Kt.
    DateUncorrected {
        /// The valuation date.
        valuation_date: Date,
        /// The base date.
        base_date: Date,
    },
    /// The factor corrections that are given as bare numbers are more than 30 % together, up or down: per cent signs may be
    /// missing.
    BareFactors {
        /// Their sum, a fraction.
        sum: Decimal,
    },
    /// The corrections are taken as published, and factors or coefficients of the document have no level: they correct nothing.
    WithoutLevel {
        /// How many.
        count: usize,
        /// The first of them.
        first: &'a str,
    },
    /// The benchmark price is printed as a lower bound (≥).
    LowerBound {
        /// The figure that is printed.
        printed: Decimal,
    },
}

impl Warning<'_> {
    /// The warning in that language.
    #[must_use]
    pub const fn message(self, language: Language) -> Message<Self> {
        Message::new(self, language)
    }

    fn english(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::LargeDeviation { percent, carriers } => {
                let percent = DecimalText(percent);
                write!(f, "the unit price deviates from the benchmark price by {percent} %, more than 30 %")?;
                carriers.write(f, Language::English)
            }
            Self::OutsideValidity { valuation_date, validity, first_day, last_day, successor } => {
                let period = Period([": in force ", ""], first_day, last_day, Language::English);
                write!(
                    f,
                    "on the valuation date {} the benchmark price is {validity}{period}",
                    DateText(valuation_date)
                )?;
                successor.map_or(Ok(()), |successor| write!(f, "; it is followed by {successor}"))
            }
            Self::BeforeBaseDate { valuation_date, base_date } => {
                let (date, base_date) = (DateText(valuation_date), DateText(base_date));
                write!(f, "the valuation date {date} is before the base date {base_date}")
            }
            Self::NoValuationDate { first_day, last_day } => {
                let period = Period([": ", ""], first_day, last_day, Language::English);
                write!(
                    f,
                    "no valuation date is given, so that nobody has checked whether the benchmark price is in force{period}"
                )
            }
            Self::PlotRatioUncorrected { plot_ratio, basis } => {
                let (plot_ratio, basis) = (DecimalText(plot_ratio), DecimalText(basis));
                write!(
                    f,
                    "the plot ratio is {plot_ratio}, the benchmark price assumes {basis}, and no plot-ratio coefficient corrects it"
                )
            }
            Self::DateUncorrected { valuation_date, base_date } => {
                let (date, base_date) = (DateText(valuation_date), DateText(base_date));
                write!(
                    f,
                    "the valuation date is {date}, the benchmark price is of {base_date}, and no date coefficient corrects it"
                )
            }
            Self::BareFactors { sum } => {
                let (bare, in_percent) = (DecimalText(sum), DecimalText(percent(sum)));
                write!(
                    f,
                    "the factor corrections without a per cent sign sum to {bare}, which is {in_percent} %: is {bare} % meant?"
                )
            }
            Self::WithoutLevel { count, first } => {
                write!(f, "no level is given of {count} published factors or coefficients, which correct nothing: ")?;
                write!(f, "{:?}{}", Excerpt::new(first), if count > 1 { ", …" } else { "" })
            }
            Self::LowerBound { printed } => {
                write!(f, "the benchmark price is printed as a lower bound (≥ {})", DecimalText(printed))
            }
        }
    }

    fn chinese(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::LargeDeviation { percent, carriers } => {
                write!(f, "宗地单价偏离基准地价 {}%，超过 30%", DecimalText(percent))?;
                carriers.write(f, Language::Chinese)
            }
            Self::OutsideValidity { valuation_date, validity, first_day, last_day, successor } => {
                let (validity, date) = (validity.chinese(), DateText(valuation_date));
                let period = Period(["（", "）"], first_day, last_day, Language::Chinese);
                write!(f, "估价期日 {date} 不在基准地价有效期内{period}：{validity}")?;
                successor.map_or(Ok(()), |successor| write!(f, "，其后一版为 {successor}"))
            }
            Self::BeforeBaseDate { valuation_date, base_date } => {
                write!(f, "估价期日 {} 早于基准日 {}", DateText(valuation_date), DateText(base_date))
            }
            Self::NoValuationDate { first_day, last_day } => {
                let period = Period(["（有效期 ", "）"], first_day, last_day, Language::Chinese);
                write!(f, "未给出估价期日，未核对基准地价是否有效{period}")
            }
            Self::PlotRatioUncorrected { plot_ratio, basis } => {
                let (plot_ratio, basis) = (DecimalText(plot_ratio), DecimalText(basis));
                write!(f, "容积率 {plot_ratio} 不同于基准地价设定的容积率 {basis}，未作容积率修正")
            }
            Self::DateUncorrected { valuation_date, base_date } => {
                write!(f, "估价期日 {} 不同于基准日 {}，未作期日修正", DateText(valuation_date), DateText(base_date))
            }
            Self::BareFactors { sum } => {
                let (bare, in_percent) = (DecimalText(sum), DecimalText(percent(sum)));
                write!(f, "未带百分号的因素修正合计 {bare}，即 {in_percent}%：是否应为 {bare}%")
            }
            Self::WithoutLevel { count, first } => {
                let more = if count > 1 { "等" } else { "" };
                write!(f, "公布的修正体系中有 {count} 项未给出优劣程度，未作修正：{}{more}", Excerpt::new(first))
            }
            Self::LowerBound { printed } => write!(f, "基准地价公布为下限（≥{}）", DecimalText(printed)),
        }
    }
}

impl fmt::Display for Warning<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.english(f)
    }
}

impl fmt::Display for Message<Warning<'_>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.language() {
            Language::English => self.of().english(f),
            Language::Chinese => self.of().chinese(f),
        }
    }
}

/// A period in force, as far as it is known, between the texts that go before and behind it; nothing where nothing is known.
struct Period([&'static str; 2], Option<Date>, Option<Date>, Language);

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([before, behind], first, last, language) = *self;
        if first.is_none() && last.is_none() {
            return Ok(());
        }
        f.write_str(before)?;
        match (first.map(DateText), last.map(DateText), language) {
            (Some(first), Some(last), Language::Chinese) => write!(f, "{first} 至 {last}"),
            (Some(first), Some(last), Language::English) => write!(f, "from {first} to {last}"),
            (Some(first), None, Language::Chinese) => write!(f, "{first} 起"),
            (Some(first), None, Language::English) => write!(f, "from {first}"),
            (None, Some(last), Language::Chinese) => write!(f, "至 {last}"),
            (None, Some(last), Language::English) => write!(f, "until {last}"),
            (None, None, _) => Ok(()),
        }?;
        f.write_str(behind)
    }
}

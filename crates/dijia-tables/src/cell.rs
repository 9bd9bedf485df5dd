//! Cells read with `dijia-core`'s own parsers; what is wrong is told, and none is returned.

use dijia_core::{Date, Decimal, DecimalText, Normal, parse_date, parse_decimal, parse_rate};

use crate::fault::{Fault, Faults, fault};
use crate::heading::tidy;
use crate::table::Cell;
use crate::text::narrowed;

impl<'a> Cell<'a> {
    /// The cell as `parse` reads it.
    pub(crate) fn parsed<T, E: Into<Fault>>(
        self,
        faults: &Faults,
        parse: impl FnOnce(&'a str) -> Result<T, E>,
    ) -> Option<T> {
        faults.keep(self.at, parse(self.text).map_err(|error| self.fault(error.into())))
    }

    /// A text that must be there.
    pub(crate) fn text(self, faults: &Faults) -> Option<&'a str> {
        self.parsed(faults, |text| match text {
            "" => Err(fault!("a text is expected, the cell is empty", "此格不得为空")),
            text if text.len() > usize::from(u16::MAX) => Err(fault!("the text is too long", "文字过长")),
            text => Ok(text),
        })
    }

    /// A text that something is found by.
    pub(crate) fn name(self, faults: &Faults) -> Option<&'a str> {
        let name = self.text(faults)?;
        let most = Normal::CAPACITY;
        self.parsed(faults, |_| match Normal::of(name) {
            Some(normal) if !normal.as_str().is_empty() => Ok(name),
            Some(_) => Err(fault!("{name:?} is no name", "{name:?}不是名称")),
            None => {
                Err(fault!("{name:?} is longer than a name may be, {most} bytes", "名称{name:?}过长：至多{most}字节"))
            }
        })
    }

    /// One of a few words, each in English and in Chinese.
    pub(crate) fn word<T: Copy>(self, faults: &Faults, words: &[(&str, &str, T)]) -> Option<T> {
        self.parsed(faults, |text| {
            let found =
                words.iter().find(|(english, chinese, _)| text.eq_ignore_ascii_case(english) || text == *chinese);
            let list = |pick: fn(&(&str, &str, T)) -> String, comma: &str, or: &str| {
                let all: Vec<String> = words.iter().map(pick).collect();
                let (last, before) = all.split_last()?;
                Some(if before.is_empty() { last.clone() } else { format!("{}{or}{last}", before.join(comma)) })
            };
            found.map(|(.., value)| *value).ok_or_else(|| {
                let english = list(|(english, ..)| (*english).to_owned(), ", ", " or ").unwrap_or_default();
                let chinese = list(|(_, chinese, _)| (*chinese).to_owned(), "、", "或").unwrap_or_default();
                fault!("{text:?} is not {english}", "{text:?}不是{chinese}")
            })
        })
    }

    /// `yes` or `no`.
    pub(crate) fn yes_or_no(self, faults: &Faults) -> Option<bool> {
        self.word(faults, &[("yes", "是", true), ("no", "否", false)])
    }

    /// A whole number from 1 to the greatest that the type holds: a number in a sequence, a count.
    pub(crate) fn whole<T: TryFrom<i128>>(self, faults: &Faults) -> Option<T> {
        self.parsed(faults, |text| {
            let value = positive(text, parse_decimal)?;
            let text = DecimalText(value);
            if value.scale() > 0 {
                return Err(fault!("{text} is not a whole number", "{text}不是整数"));
            }
            T::try_from(value.mantissa()).map_err(|_| fault!("{text} is too large", "{text}过大"))
        })
    }

    /// A number of places.
    pub(crate) fn places(self, faults: &Faults) -> Option<u8> {
        self.parsed(faults, |text| match narrowed(text).parse() {
            Ok(places) if places <= 4 => Ok(places),
            _ => Err(fault!("{text:?} is no number of places from 0 to 4", "{text:?}不是0至4的小数位数")),
        })
    }

    /// A figure above 0.
    pub(crate) fn positive(self, faults: &Faults) -> Option<Decimal> {
        self.parsed(faults, |text| positive(text, parse_decimal))
    }

    /// A rate above 0 and below 1, as a fraction or in per cent.
    pub(crate) fn rate(self, faults: &Faults) -> Option<Decimal> {
        let is_in_per_cent = tidy(self.heading).ends_with(['%', ')']) && tidy(self.heading).contains('%');
        self.parsed(faults, |text| {
            let with_sign = format!("{text}%");
            let is_bare = is_in_per_cent && !text.contains(['%', '％']);
            let rate = positive(if is_bare { &with_sign } else { text }, parse_rate)?;
            let text = DecimalText(rate);
            if rate.trunc().mantissa() == 0 {
                Ok(rate)
            } else {
                Err(fault!(
                    "{text} is not below 1, which is 100%: 6 per cent are 6% or 0.06",
                    "{text}不小于1，即100%：百分之六写作6%或0.06"
                ))
            }
        })
    }

    pub(crate) fn date(self, faults: &Faults) -> Option<Date> {
        self.parsed(faults, parse_date)
    }
}

/// A figure above 0, of as many digits as an edition file has room for.
pub(crate) fn positive(
    text: &str,
    parse: impl FnOnce(&str) -> Result<Decimal, dijia_core::Misspelling>,
) -> Result<Decimal, Fault> {
    let narrow = narrowed(text);
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    if narrow
        .split_once(',')
        .is_some_and(|(before, after)| !before.is_empty() && digits(before) && digits(&after.replace([',', '.'], "")))
    {
        return Err(fault!(
            "{text:?} has a comma between its digits: write the number without",
            "{text:?}数字中有逗号：请去掉千位分隔符",
        ));
    }
    // Errors show what is in the cell.
    let value = parse(if narrow.is_ascii() && narrow != text { &narrow } else { text })?;
    let shown = DecimalText(value);
    if value.mantissa() <= 0 {
        return Err(fault!("{shown} is not above 0", "{shown}不大于0"));
    }
    if u32::try_from(value.mantissa()).is_err() || value.scale() > 9 {
        return Err(fault!(
            "{shown} has too many digits: at most 9 places, and all digits together below 2^32",
            "{shown}位数过多：小数至多9位，全部数字小于2^32",
        ));
    }
    Ok(value)
}

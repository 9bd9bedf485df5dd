use dijia_core::{Decimal, compare, parse_decimal};

use crate::text::narrowed;

/// The units that may stand behind a number, or behind brackets.
const UNITS: [&str; 5] = ["平方米", "㎡", "米", "m", "年"];

/// An interval of a quantity as tables print it: `≥1200`, `<200`, `[800,1200)`, `300-700`, `1000以上`, `20米以上`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) low: Option<Decimal>,
    pub(crate) with_low: bool,
    pub(crate) high: Option<Decimal>,
    pub(crate) with_high: bool,
}

const ALL: Interval = Interval { low: None, with_low: false, high: None, with_high: false };

impl Interval {
    /// The interval that a text is; none for one that is something else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text: String = narrowed(text).chars().filter(|c| !c.is_whitespace()).collect();
        let bare = |text| UNITS.iter().find_map(|unit| str::strip_suffix(text, unit)).unwrap_or(text);
        let text = Some(bare(text.as_str())).filter(|text| text.ends_with([']', ')'])).unwrap_or(&text);
        // As many digits as an edition file has room for.
        let fits = |number: &Decimal| u32::try_from(number.mantissa()).is_ok() && number.scale() <= 9;
        let number = |text| parse_decimal(bare(text)).ok().filter(fits);
        for (sign, below, with) in [
            ("≥", false, true),
            (">=", false, true),
            ("≤", true, true),
            ("<=", true, true),
            (">", false, false),
            ("<", true, false),
        ] {
            if let Some(rest) = text.strip_prefix(sign) {
                let bound = number(rest)?;
                return Some(Self::beyond(bound, below, with));
            }
        }
        for (word, below) in [("及以上", false), ("以上", false), ("及以下", true), ("以下", true)] {
            if let Some(rest) = text.strip_suffix(word) {
                // 以上 and 以下 include the number (民法典 第一千二百五十九条).
                return Some(Self::beyond(number(rest)?, below, true));
            }
        }
        let (with_low, inner) = match text.split_at_checked(1)? {
            ("[", rest) => (Some(true), rest),
            ("(", rest) => (Some(false), rest),
            _ => (None, text),
        };
        let with_high = inner.chars().last().and_then(|last| match last {
            ']' => Some(true),
            ')' => Some(false),
            _ => None,
        });
        let inner = inner.trim_end_matches([']', ')']);
        if with_low.is_some() != with_high.is_some() {
            return None;
        }
        let separators: &[char] = if with_low.is_some() { &[',', '~', '-', '、'] } else { &['-', '~', '–', '—'] };
        let (low, high) = inner.split_once(separators)?;
        let (low, high) = (number(low)?, number(high)?);
        compare(low, high).is_lt().then_some(Self {
            low: Some(low),
            with_low: with_low.unwrap_or(true),
            high: Some(high),
            with_high: with_high.unwrap_or(true),
        })
    }

    const fn beyond(bound: Decimal, below: bool, with: bool) -> Self {
        if below {
            Self { high: Some(bound), with_high: with, ..ALL }
        } else {
            Self { low: Some(bound), with_low: with, ..ALL }
        }
    }

    /// Whether the other goes on where this ends, so that every number between is in exactly one.
    pub(crate) fn joins(&self, other: &Self) -> bool {
        match (self.high, other.low) {
            (Some(high), Some(low)) => compare(high, low).is_eq() && self.with_high != other.with_low,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Interval;

    fn shown(text: &str) -> Option<String> {
        let Interval { low, with_low, high, with_high } = Interval::parse(text)?;
        let bound = |number: Option<dijia_core::Decimal>| {
            number.map_or(String::new(), |number| dijia_core::DecimalText(number).to_string())
        };
        Some(format!(
            "{}{} {}{}",
            bound(low),
            if with_low { "=" } else { "" },
            bound(high),
            if with_high { "=" } else { "" }
        ))
    }

    #[test]
    fn intervals_as_printed() {
        for (text, expected) in [
            ("≥1200", "1200= "),
            ("＞1200㎡", "1200 "),
            ("<200", " 200"),
            ("≤ 300米", " 300="),
            ("[800,1200)", "800= 1200"),
            ("（0.5，1.0]", "0.5 1.0="),
            ("300-700", "300= 700="),
            ("300～700", "300= 700="),
            ("1000以上", "1000= "),
            ("5年及以下", " 5="),
            ("20米以上", "20= "),
            ("1000 ㎡ 及以上", "1000= "),
            ("300米～700米", "300= 700="),
            ("[800平方米，1200平方米）", "800= 1200"),
            ("[800，1200）平方米", "800= 1200"),
        ] {
            assert_eq!(shown(text).unwrap_or_default(), expected, "{text}");
        }
        for text in ["", "一面临街", "700-300", "[3,5", "3,5", "≥", "-3", "无", "12mm", "5米米", "米", "≥米"]
        {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}

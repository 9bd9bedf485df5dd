//! Intervals of a quantity as documents print them: `≥1200`, `＜1.0`, `[800,1200)`, `1.0＜容积率≤1.5`, `大于1.0小于等于2.0`, `300-700`,
//! `1000以上`, `1.0(不含)以下`.

use std::cmp::Ordering;

use dijia_core::{Decimal, Interval, compare, parse_decimal};

use crate::text::narrowed;

/// The units that may stand behind a number, or behind brackets.
const UNITS: [&str; 5] = ["平方米", "㎡", "米", "m", "年"];

/// What bounds a quantity.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Bound {
    /// Whether the quantity is below it.
    below: bool,
    /// Whether it may be the quantity itself.
    with: bool,
}

const LESS: Bound = Bound { below: true, with: false };
const AT_MOST: Bound = Bound { below: true, with: true };
const MORE: Bound = Bound { below: false, with: false };
const AT_LEAST: Bound = Bound { below: false, with: true };

#[derive(Clone, Copy, PartialEq)]
enum Token {
    Number(Decimal),
    /// Between the quantity and a number: `≤`, 不超过.
    Sign(Bound),
    /// Behind a number: 以上.
    Behind(Bound),
    /// Behind a number, that it belongs to the interval or does not: (含), (不含1.0).
    Mark {
        with: bool,
        of: Option<Decimal>,
    },
    To,
    And,
    /// What the interval is of: R, 容积率.
    Quantity,
}

/// What is read as it stands, each before those that it begins with.
const WORDS: [(&str, Token); 74] = [
    ("小于或等于", Token::Sign(AT_MOST)),
    ("小于等于", Token::Sign(AT_MOST)),
    ("不大于", Token::Sign(AT_MOST)),
    ("不超过", Token::Sign(AT_MOST)),
    ("不高于", Token::Sign(AT_MOST)),
    ("≤", Token::Sign(AT_MOST)),
    ("≦", Token::Sign(AT_MOST)),
    ("⩽", Token::Sign(AT_MOST)),
    ("<=", Token::Sign(AT_MOST)),
    ("=<", Token::Sign(AT_MOST)),
    ("大于或等于", Token::Sign(AT_LEAST)),
    ("大于等于", Token::Sign(AT_LEAST)),
    ("不小于", Token::Sign(AT_LEAST)),
    ("不低于", Token::Sign(AT_LEAST)),
    ("不少于", Token::Sign(AT_LEAST)),
    ("≥", Token::Sign(AT_LEAST)),
    ("≧", Token::Sign(AT_LEAST)),
    ("⩾", Token::Sign(AT_LEAST)),
    (">=", Token::Sign(AT_LEAST)),
    ("=>", Token::Sign(AT_LEAST)),
    ("小于", Token::Sign(LESS)),
    ("低于", Token::Sign(LESS)),
    ("不足", Token::Sign(LESS)),
    ("不满", Token::Sign(LESS)),
    ("<", Token::Sign(LESS)),
    ("大于", Token::Sign(MORE)),
    ("高于", Token::Sign(MORE)),
    ("超过", Token::Sign(MORE)),
    (">", Token::Sign(MORE)),
    // 以上, 以下 and 以内 include the number (民法典 第一千二百五十九条).
    ("及以上", Token::Behind(AT_LEAST)),
    ("以上", Token::Behind(AT_LEAST)),
    ("及以下", Token::Behind(AT_MOST)),
    ("以下", Token::Behind(AT_MOST)),
    ("以内", Token::Behind(AT_MOST)),
    ("不含", Token::Mark { with: false, of: None }),
    ("含", Token::Mark { with: true, of: None }),
    ("至", Token::To),
    ("到", Token::To),
    ("~", Token::To),
    ("-", Token::To),
    ("–", Token::To),
    ("—", Token::To),
    ("且", Token::And),
    ("并", Token::And),
    ("、", Token::And),
    (",", Token::And),
    ("容积率", Token::Quantity),
    ("土地面积", Token::Quantity),
    ("宗地面积", Token::Quantity),
    ("面积", Token::Quantity),
    ("临街深度", Token::Quantity),
    ("临街宽度", Token::Quantity),
    ("深度", Token::Quantity),
    ("宽度", Token::Quantity),
    ("剩余使用年期", Token::Quantity),
    ("剩余年期", Token::Quantity),
    ("使用年期", Token::Quantity),
    ("剩余年限", Token::Quantity),
    ("使用年限", Token::Quantity),
    ("年期", Token::Quantity),
    ("年限", Token::Quantity),
    ("距离", Token::Quantity),
    ("far", Token::Quantity),
    ("r", Token::Quantity),
    ("x", Token::Quantity),
    ("s", Token::Quantity),
    ("l", Token::Quantity),
    ("d", Token::Quantity),
    ("h", Token::Quantity),
    ("n", Token::Quantity),
    ("m", Token::Quantity),
    ("y", Token::Quantity),
    ("a", Token::Quantity),
    ("w", Token::Quantity),
];

const ALL: Interval = Interval { low: None, with_low: false, high: None, with_high: false };

/// The interval that a text is; none for one that is something else. The ends of a range, `300-700`, belong to it.
pub(crate) fn parse(text: &str) -> Option<Interval> {
    let text: String = narrowed(text).chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let bare = UNITS.iter().find_map(|unit| text.strip_suffix(unit)).filter(|text| text.ends_with([']', ')']));
    let text = bare.unwrap_or(&text);
    let interval = in_brackets(text).or_else(|| in_words(&tokens(text)?))?;
    let is_something = interval.low.zip(interval.high).is_none_or(|(low, high)| compare(low, high).is_lt());
    is_something.then_some(interval)
}

/// A number by itself.
pub(crate) const fn only(number: Decimal) -> Interval {
    Interval { low: Some(number), with_low: true, high: Some(number), with_high: true }
}

/// By where they begin, and those that begin together by where they end.
pub(crate) fn ascending(a: &Interval, b: &Interval) -> Ordering {
    let bounds = |a: Option<Decimal>, b: Option<Decimal>| a.zip(b).map_or(Ordering::Equal, |(a, b)| compare(a, b));
    let unbounded = a.low.is_some().cmp(&b.low.is_some());
    let low = unbounded.then(bounds(a.low, b.low)).then(b.with_low.cmp(&a.with_low));
    low.then(a.high.is_none().cmp(&b.high.is_none())).then(bounds(a.high, b.high))
}

/// `[800,1200)`, `(5,+∞)`.
fn in_brackets(text: &str) -> Option<Interval> {
    let or = |one: Option<_>, other: Option<_>| one.map(|rest| (true, rest)).or(other.map(|rest| (false, rest)));
    let (with_low, inner) = or(text.strip_prefix('['), text.strip_prefix('('))?;
    let (with_high, inner) = or(inner.strip_suffix(']'), inner.strip_suffix(')'))?;
    let inner = inner.strip_suffix("+∞").or(inner.strip_suffix('∞')).unwrap_or(inner);
    let inner = inner.strip_prefix("-∞").unwrap_or(inner);
    let (low, high) = match tokens(inner)?[..] {
        [Token::Number(low), Token::And | Token::To, Token::Number(high)] => (Some(low), Some(high)),
        [Token::Number(low), Token::And | Token::To] if !with_high => (Some(low), None),
        [Token::And | Token::To, Token::Number(high)] if !with_low => (None, Some(high)),
        _ => return None,
    };
    Some(Interval { low, with_low, high, with_high })
}

/// What is bounded on one side, or on both: 大于1.0小于等于2.0, 1.0以上2.0以下.
fn in_words(tokens: &[Token]) -> Option<Interval> {
    let (first, rest) = bounded(tokens)?;
    if rest.is_empty() {
        return Some(first);
    }
    let (second, rest) = bounded(rest.strip_prefix(&[Token::And]).or(rest.strip_prefix(&[Token::To])).unwrap_or(rest))?;
    match (first, second) {
        _ if !rest.is_empty() => None,
        (Interval { high: None, .. }, Interval { low: None, high, with_high, .. }) => {
            Some(Interval { high, with_high, ..first })
        }
        (Interval { low: None, .. }, Interval { low, with_low, high: None, .. }) => {
            Some(Interval { low, with_low, ..first })
        }
        _ => None,
    }
}

/// What the first tokens say, and what comes after them.
fn bounded(tokens: &[Token]) -> Option<(Interval, &[Token])> {
    let tokens = tokens.strip_prefix(&[Token::Quantity]).unwrap_or(tokens);
    if let [Token::Sign(bound), rest @ ..] = tokens {
        let (number, mark, rest) = number(rest)?;
        return mark.is_none_or(|with| with == bound.with).then_some((beyond(number, *bound), rest));
    }
    let (low, with_low, rest) = number(tokens)?;
    match rest {
        [Token::Sign(first), Token::Quantity, Token::Sign(second), rest @ ..] if first.below == second.below => {
            let (high, _, rest) = number(rest)?;
            Some((joined(beyond(low, first.turned()), beyond(high, *second)), rest))
        }
        [Token::Sign(bound), Token::Quantity, rest @ ..] => Some((beyond(low, bound.turned()), rest)),
        [Token::Behind(bound), rest @ ..] => {
            let (behind, rest) = mark(rest, low)?;
            let with = with_low.or(behind).unwrap_or(bound.with);
            Some((beyond(low, Bound { with, ..*bound }), rest))
        }
        [Token::To, rest @ ..] => {
            let (high, with_high, rest) = number(rest)?;
            let (with_low, with_high) = (with_low.unwrap_or(true), with_high.unwrap_or(true));
            Some((Interval { low: Some(low), with_low, high: Some(high), with_high }, rest))
        }
        _ => None,
    }
}

/// A number, and what is said of whether it belongs to the interval.
fn number(tokens: &[Token]) -> Option<(Decimal, Option<bool>, &[Token])> {
    let [Token::Number(number), rest @ ..] = tokens else { return None };
    let (mark, rest) = mark(rest, *number)?;
    Some((*number, mark, rest))
}

/// What is said of a number; none where it is said of another.
fn mark(tokens: &[Token], number: Decimal) -> Option<(Option<bool>, &[Token])> {
    match tokens {
        [Token::Mark { with, of }, rest @ ..] => {
            of.is_none_or(|of| compare(of, number).is_eq()).then_some((Some(*with), rest))
        }
        _ => Some((None, tokens)),
    }
}

impl Bound {
    /// That of the quantity, where the number stands before the sign.
    const fn turned(self) -> Self {
        Self { below: !self.below, ..self }
    }
}

fn beyond(bound: Decimal, Bound { below, with }: Bound) -> Interval {
    if below {
        Interval { high: Some(bound), with_high: with, ..ALL }
    } else {
        Interval { low: Some(bound), with_low: with, ..ALL }
    }
}

/// Of two that are bounded on one side each what is in both.
fn joined(one: Interval, other: Interval) -> Interval {
    let (below, above) = if one.low.is_none() { (one, other) } else { (other, one) };
    Interval { low: above.low, with_low: above.with_low, ..below }
}

/// The words and numbers of a text; none where something else is in it.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut rest = text;
    let mut tokens = Vec::new();
    while !rest.is_empty() {
        let (token, after) = bracketed_mark(rest)
            .or_else(|| leading_number(rest))
            .or_else(|| WORDS.iter().find_map(|&(word, token)| Some((token, rest.strip_prefix(word)?))))?;
        tokens.push(token);
        rest = after;
    }
    Some(tokens)
}

fn leading_number(text: &str) -> Option<(Token, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    // As many digits as an edition file has room for.
    let fits = |number: &Decimal| u32::try_from(number.mantissa()).is_ok() && number.scale() <= 9;
    let number = parse_decimal(digits).ok().filter(fits)?;
    Some((Token::Number(number), UNITS.iter().find_map(|unit| rest.strip_prefix(unit)).unwrap_or(rest)))
}

/// (含), (不含本数), (含1.0).
fn bracketed_mark(text: &str) -> Option<(Token, &str)> {
    let (inner, rest) = text.strip_prefix('(')?.split_once(')')?;
    let (with, of) =
        inner.strip_prefix("不含").map(|of| (false, of)).or_else(|| Some((true, inner.strip_prefix('含')?)))?;
    let of = match of {
        "" | "本数" => None,
        _ => match tokens(of)?[..] {
            [Token::Number(number)] => Some(number),
            _ => return None,
        },
    };
    Some((Token::Mark { with, of }, rest))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn intervals_as_printed() {
        for (text, expected) in [
            ("≥1200", "≥1200"),
            ("＞1200㎡", ">1200"),
            ("<200", "<200"),
            ("≤ 300米", "≤300"),
            ("[800,1200)", "[800,1200)"),
            ("（0.5，1.0]", "(0.5,1.0]"),
            ("300-700", "[300,700]"),
            ("300～700", "[300,700]"),
            ("1000以上", "≥1000"),
            ("5年及以下", "≤5"),
            ("20米以上", "≥20"),
            ("1000 ㎡ 及以上", "≥1000"),
            ("300米～700米", "[300,700]"),
            ("[800平方米，1200平方米）", "[800,1200)"),
            ("[800，1200）平方米", "[800,1200)"),
            ("＜1.0", "<1.0"),
            ("R≤1.0", "≤1.0"),
            ("容积率＜1.0", "<1.0"),
            ("1.0<R≤1.5", "(1.0,1.5]"),
            ("1.0＜容积率≤1.5", "(1.0,1.5]"),
            ("1.0≤r<1.5", "[1.0,1.5)"),
            ("1.5≥R>1.0", "(1.0,1.5]"),
            ("5.0<R", ">5.0"),
            ("5.0≥R", "≤5.0"),
            ("1.0<=FAR<2.0", "[1.0,2.0)"),
            ("1.0以下", "≤1.0"),
            ("1.0（含）以下", "≤1.0"),
            ("1.0(不含)以下", "<1.0"),
            ("1.0以下(不含1.0)", "<1.0"),
            ("1.0以下（含1.0）", "≤1.0"),
            ("1.0不含以上", ">1.0"),
            ("2.0以内", "≤2.0"),
            ("大于1.0小于等于2.0", "(1.0,2.0]"),
            ("大于1.0，小于或等于2.0", "(1.0,2.0]"),
            ("小于等于2.0且大于1.0", "(1.0,2.0]"),
            ("容积率大于1.0且容积率不超过2.0", "(1.0,2.0]"),
            ("1.0以上2.0以下", "[1.0,2.0]"),
            ("1.0(不含)以上至2.0以下", "(1.0,2.0]"),
            ("1.0(不含)-2.0(含)", "(1.0,2.0]"),
            ("1.0(含1.0)至2.0(不含2.0)", "[1.0,2.0)"),
            ("1.0-1.5(含)", "[1.0,1.5]"),
            ("不足500㎡", "<500"),
            ("超过5.0", ">5.0"),
            ("不低于1.0", "≥1.0"),
            ("10m<d≤20m", "(10,20]"),
            ("（5，+∞）", ">5"),
            ("(-∞,1.0]", "≤1.0"),
        ] {
            assert_eq!(parse(text).map(|interval| interval.to_string()).unwrap_or_default(), expected, "{text}");
        }
        for text in [
            "",
            "一面临街",
            "700-300",
            "[3,5",
            "3,5",
            "≥",
            "-3",
            "无",
            "12mm",
            "5米米",
            "米",
            "≥米",
            "1.0",
            "1.0(含)",
            "1.0<1.5",
            "1.0<R>0.5",
            "R",
            "1.0R",
            "1.0以下(含1.5)",
            "≤1.0(不含)",
            "大于1.0大于2.0",
            "1.0以上2.0以下3",
            "(1.0,1.0]",
            "[5,+∞]",
            "[-∞,1.0]",
            "(含1.0",
            "1.0以下以下",
            "1,000以上",
        ] {
            assert_eq!(parse(text).map(|interval| interval.to_string()), None, "{text}");
        }
    }
}

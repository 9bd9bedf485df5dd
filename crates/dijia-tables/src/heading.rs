//! Headings as notices print them: with units in brackets, in several lines, in letters of any width.

use crate::sheet::Placed;
use crate::text::narrowed;

/// What heads a column: one cell, or those of several lines, the outermost first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts(Vec<Placed>);

impl Parts {
    pub(crate) fn one(cell: Placed) -> Self {
        Self(vec![cell])
    }

    pub(crate) fn of(text: &str) -> Self {
        Self::one(Placed { text: text.to_owned(), ..Placed::default() })
    }

    pub(crate) fn push(&mut self, cell: Placed) {
        self.0.push(cell);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As it is written, the lines one after the other.
    pub(crate) fn text(&self) -> String {
        self.0.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ").trim().to_owned()
    }

    /// Its outermost line.
    pub(crate) fn first(&self) -> Option<&Placed> {
        self.0.first()
    }

    /// What stands below its outermost line.
    pub(crate) fn below(&self) -> Self {
        Self(self.0.iter().skip(1).cloned().collect())
    }

    /// With those below it.
    pub(crate) fn with(mut self, below: Self) -> Self {
        self.0.extend(below.0);
        self
    }

    /// Where its last line stands.
    pub(crate) fn last(&self) -> Option<&Placed> {
        self.0.last()
    }

    /// What the heading may be called, in the order in which it is to be tried.
    ///
    /// The lines of a heading together say what a column is: `商业用地` above `万元/亩`, or `容积率` above `商业`. A line that
    /// says nothing of its own may be left out, and so may the land uses above a land use. No other may: `出让金` above `商业`
    /// is not the price.
    pub(crate) fn names(&self) -> Vec<String> {
        let all: Vec<String> = self.0.iter().map(|cell| tidy(&cell.text)).filter(|text| !text.is_empty()).collect();
        let telling: Vec<String> = all.iter().filter(|text| !is_silent(text)).cloned().collect();
        let lines: Vec<&str> =
            if telling.is_empty() { &all } else { &telling }.iter().map(|text| unit_or(text)).collect();
        let mut names = Vec::new();
        // One line is first what it is as it stands.
        if let [cell] = &self.0[..] {
            names.push(cell.text.clone());
        }
        for first in 0..lines.len() {
            if lines[..first].iter().any(|above| !above.ends_with("用地") && !above.ends_with("用地)")) {
                break;
            }
            let rest = &lines[first..];
            let forwards = rest.concat();
            let backwards: String = rest.iter().rev().copied().collect();
            for name in [forwards, backwards] {
                for form in forms(&name) {
                    if !names.contains(&form) {
                        names.push(form);
                    }
                }
            }
        }
        names
    }
}

/// Words for the price that a table prints, or the figure, whichever it is.
pub(crate) fn is_the_price(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "基准地价",
        "级别基准地价",
        "区片基准地价",
        "级别价",
        "区片价",
        "路线价",
        "地价",
        "平均地价",
        "单价",
        "价格",
        "换算价格",
        "折算价格",
    ];

    WORDS.contains(&text)
}

/// The heading of a column of coefficients without the words for what it holds.
pub(crate) fn without_the_figure(heading: &str) -> &str {
    const WORDS: [&str; 7] = ["容积率修正系数", "年期修正系数", "修正系数", "容积率系数", "年期系数", "系数", "指数"];

    WORDS.iter().find_map(|word| heading.strip_suffix(word)).unwrap_or(heading)
}

/// Of a price in a unit the unit: 万元/亩 of 换算价格(万元/亩).
fn unit_or(text: &str) -> &str {
    split(text).filter(|(before, _)| is_the_price(before)).map_or(text, |(_, unit)| unit)
}

/// Words above or below a heading that say nothing of which column it is.
pub(crate) fn is_silent(text: &str) -> bool {
    let is_it =
        |text| is_the_price(text) || ["元/㎡", "修正系数", "修正值", "系数", "优劣程度", "起止点"].contains(&text);
    is_it(text) || split(text).is_some_and(|(before, unit)| is_it(before) && matches!(unit, "元/㎡" | "%"))
}

/// A heading in half width, without white space, its square metres written in one way.
pub(crate) fn tidy(text: &str) -> String {
    let narrow: String = narrowed(text).chars().filter(|c| !c.is_whitespace()).collect();
    ["平方米", "平米", "m2", "m²", "M2", "M²", "m^2"].iter().fold(narrow, |text, unit| text.replace(unit, "㎡"))
}

/// A heading, and what stands behind it in brackets.
fn split(text: &str) -> Option<(&str, &str)> {
    let (before, rest) = text.rsplit_once('(')?;
    Some((before, rest.strip_suffix(')')?)).filter(|(before, _)| !before.is_empty())
}

/// The words that a heading is read as: itself; with what is in brackets as part of it, `住宅(楼面地价)`; and without, where that is a
/// unit that the column has anyway.
fn forms(name: &str) -> Vec<String> {
    const UNITS: [&str; 8] = ["元/㎡", "年", "%", "m", "米", "㎡", "单位:元/㎡", "%)"];

    let mut forms = vec![name.to_owned()];
    // 住宅元/㎡ is in the unit of the table, of land or of floor.
    if let Some((before, inner)) = split(name) {
        if UNITS.contains(&inner) {
            forms.push(before.to_owned());
        } else {
            forms.push(format!("{before}{inner}"));
        }
    }
    forms
}

use core::fmt;

use crate::words::Language;
use crate::words::graded::behind_grade;

/// Where a benchmark price of the caller's own is from, and what it is the price of, so far as he says so: a price of an annex that
/// an edition does not hold, or of a notice that the library does not know. It changes no figure; the worksheet prints it.
///
/// [`Display`](fmt::Display) cites in Chinese, as a report does, and in English with `{:#}`; [`subject`](Self::subject) says
/// what the price is of.
///
/// ```
/// use dijia_core::{Language, Origin};
///
/// let origin = Origin {
///     document: Some("济政发〔2020〕12号"),
///     annex: Some("5"),
///     row: Some(3),
///     land_use: Some("公共管理与公共服务"),
///     grade: Some("Ⅲ"),
///     ..Origin::default()
/// };
/// assert_eq!(origin.to_string(), "济政发〔2020〕12号 附件5 第3行");
/// assert_eq!(format!("{origin:#}"), "济政发〔2020〕12号, annex 5, row 3");
/// assert_eq!(origin.subject(Language::Chinese).to_string(), "公共管理与公共服务用地 Ⅲ级");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Origin<'a> {
    /// The number or the title of the document.
    pub document: Option<&'a str>,
    /// The number of the annex, `5`, or what the document calls it, `表1-1`.
    pub annex: Option<&'a str>,
    /// The row in it, from 1.
    pub row: Option<u32>,
    /// The area, by name.
    pub area: Option<&'a str>,
    /// The land use, by name.
    pub land_use: Option<&'a str>,
    /// The grade, by name.
    pub grade: Option<&'a str>,
    /// The zone, by name.
    pub zone: Option<&'a str>,
}

impl Origin<'_> {
    /// What the price is of, in that language; empty where the origin does not say.
    #[must_use]
    pub const fn subject(&self, language: Language) -> impl fmt::Display {
        Subject { origin: *self, language }
    }

    pub(crate) fn has_subject(&self) -> bool {
        [self.area, self.land_use, self.grade, self.zone].iter().any(Option::is_some)
    }

    pub(crate) fn has_citation(&self) -> bool {
        self.document.is_some() || self.annex.is_some() || self.row.is_some()
    }
}

impl fmt::Display for Origin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let english = f.alternate();
        let mut parts = Parts { f, between: if english { ", " } else { " " }, any: false };
        if let Some(document) = self.document {
            parts.next(format_args!("{document}"))?;
        }
        if let Some(annex) = self.annex {
            let is_number = !annex.is_empty() && annex.bytes().all(|byte| byte.is_ascii_digit());
            match (is_number, english) {
                (true, true) => parts.next(format_args!("annex {annex}")),
                (true, false) => parts.next(format_args!("附件{annex}")),
                (false, _) => parts.next(format_args!("{annex}")),
            }?;
        }
        match (self.row, english) {
            (Some(row), true) => parts.next(format_args!("row {row}")),
            (Some(row), false) => parts.next(format_args!("第{row}行")),
            (None, _) => Ok(()),
        }
    }
}

/// What a price is of.
struct Subject<'a> {
    origin: Origin<'a>,
    language: Language,
}

impl fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Origin { area, land_use, grade, zone, .. } = self.origin;
        let mut parts = Parts { f, between: " ", any: false };
        if let Some(area) = area {
            parts.next(format_args!("{area}"))?;
        }
        let chinese = matches!(self.language, Language::Chinese);
        if let Some(land_use) = land_use {
            let behind = if chinese && !land_use.ends_with("用地") { "用地" } else { "" };
            parts.next(format_args!("{land_use}{behind}"))?;
        }
        if let Some(grade) = grade {
            match chinese {
                true => parts.next(format_args!("{grade}{}", behind_grade(grade))),
                false => parts.next(format_args!("grade {grade}")),
            }?;
        }
        match (zone, chinese) {
            (Some(zone), true) => parts.next(format_args!("{zone} 区片")),
            (Some(zone), false) => parts.next(format_args!("zone {zone}")),
            (None, _) => Ok(()),
        }
    }
}

/// Parts of a text, with something between them.
struct Parts<'f, 'g> {
    f: &'f mut fmt::Formatter<'g>,
    between: &'static str,
    any: bool,
}

impl Parts<'_, '_> {
    fn next(&mut self, part: fmt::Arguments<'_>) -> fmt::Result {
        if self.any {
            self.f.write_str(self.between)?;
        }
        self.any = true;
        self.f.write_fmt(part)
    }
}

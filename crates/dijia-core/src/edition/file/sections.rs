use core::str;

use crate::edition::file::layout::{self, COUNT, HEADER, RECORD, SECTIONS, Section};
use crate::edition::file::record::{short, word};
use crate::words::text::is_same;

macro_rules! records {
    ($rest:ident, $counts:ident, $section:ident) => {
        match section(&mut $rest, $counts, Section::$section) {
            Some(bytes) => bytes.as_chunks().0,
            None => return None,
        }
    };
}

/// The sections of an edition file, each an array of its records.
#[derive(Clone, Copy)]
pub struct Sections<'a> {
    pub text: &'a [u8],
    pub texts: &'a [[u8; layout::TEXT]],
    pub terms: &'a [[u8; layout::TERMS]],
    pub uses: &'a [[u8; layout::USE]],
    pub areas: &'a [[u8; layout::AREA]],
    pub places: &'a [[u8; layout::PLACE]],
    pub grades: &'a [[u8; layout::GRADE]],
    pub annexes: &'a [[u8; layout::ANNEX]],
    pub developments: &'a [[u8; layout::DEVELOPMENT]],
    pub bases: &'a [[u8; layout::BASIS]],
    pub prices: &'a [[u8; layout::PRICE]],
    pub index: &'a [[u8; layout::INDEX]],
    pub names: &'a [[u8; layout::NAME]],
    pub statements: &'a [[u8; layout::STATEMENT]],
    pub codes: &'a [[u8; layout::CODE]],
    pub corrections: &'a [[u8; layout::CORRECTION]],
    pub correction_rows: &'a [[u8; layout::CORRECTION_ROW]],
}

impl<'a> Sections<'a> {
    /// The sections of a file, whose header is not looked at; none where they are not as long as the file is.
    pub const fn split(file: &'a [u8]) -> Option<Self> {
        let mut rest = file;
        let Some(head) = take(&mut rest, HEADER) else { return None };
        let _ = head;
        let Some(counts) = take(&mut rest, SECTIONS * COUNT) else { return None };
        let (counts, _) = counts.as_chunks::<COUNT>();
        let sections = Self {
            text: match section(&mut rest, counts, Section::Text) {
                Some(text) => text,
                None => return None,
            },
            texts: records!(rest, counts, Texts),
            terms: records!(rest, counts, Terms),
            uses: records!(rest, counts, Uses),
            areas: records!(rest, counts, Areas),
            places: records!(rest, counts, Places),
            grades: records!(rest, counts, Grades),
            annexes: records!(rest, counts, Annexes),
            developments: records!(rest, counts, Developments),
            bases: records!(rest, counts, Bases),
            prices: records!(rest, counts, Prices),
            index: records!(rest, counts, Index),
            names: records!(rest, counts, Names),
            statements: records!(rest, counts, Statements),
            codes: records!(rest, counts, Codes),
            corrections: records!(rest, counts, Corrections),
            correction_rows: records!(rest, counts, CorrectionRows),
        };
        if rest.is_empty() { Some(sections) } else { None }
    }

    /// The text of that number; empty for one that there is not.
    pub fn text(&self, number: u16) -> &'a str {
        self.texts.get(usize::from(number)).and_then(|record| self.slice(record)).unwrap_or_default()
    }

    /// The bytes of the text of that number, to be compared alone.
    pub fn text_bytes(&self, number: u16) -> &'a [u8] {
        self.texts.get(usize::from(number)).and_then(|record| self.bytes(record)).unwrap_or_default()
    }

    /// Whether the text of that number is this one.
    #[inline]
    pub fn is_text(&self, number: u16, text: &str) -> bool {
        self.texts.get(usize::from(number)).is_some_and(|record| {
            // Most are not as long.
            usize::from(short(record, 4)) == text.len()
                && self.bytes(record).is_some_and(|bytes| is_same(bytes, text.as_bytes()))
        })
    }

    /// The text that a record of texts points to.
    pub fn slice(&self, record: &[u8; layout::TEXT]) -> Option<&'a str> {
        str::from_utf8(self.bytes(record)?).ok()
    }

    fn bytes(&self, record: &[u8; layout::TEXT]) -> Option<&'a [u8]> {
        let from = usize::try_from(word(record, 0)).ok()?;
        self.text.get(from..)?.get(..usize::from(short(record, 4)))
    }
}

/// The next bytes, which the rest loses.
const fn take<'a>(rest: &mut &'a [u8], len: usize) -> Option<&'a [u8]> {
    match rest.split_at_checked(len) {
        Some((taken, after)) => {
            *rest = after;
            Some(taken)
        }
        None => None,
    }
}

/// The bytes of a section.
const fn section<'a>(rest: &mut &'a [u8], counts: &[[u8; COUNT]], section: Section) -> Option<&'a [u8]> {
    let Some((_, from)) = counts.split_at_checked(section as usize) else { return None };
    let Some(count) = from.first() else { return None };
    let Some((_, sizes)) = RECORD.split_at_checked(section as usize) else { return None };
    let Some(size) = sizes.first() else { return None };
    let Some(len) = (u32::from_le_bytes(*count) as usize).checked_mul(*size) else { return None };
    take(rest, len)
}

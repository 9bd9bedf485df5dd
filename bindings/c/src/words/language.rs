//! Languages of texts.

use dijia::Language;

use crate::failure::Result;
use crate::words::enumeration::element;

/// A language of texts: one of `DIJIA_LANGUAGE_CHINESE`, `DIJIA_LANGUAGE_ENGLISH`.
pub type dijia_language = u32;

/// 中文
pub const DIJIA_LANGUAGE_CHINESE: dijia_language = 0;
/// English
pub const DIJIA_LANGUAGE_ENGLISH: dijia_language = 1;

const _: () = assert!(DIJIA_LANGUAGE_ENGLISH == Language::English as u32);

pub fn read_language(language: dijia_language) -> Result<Language> {
    element(&[Language::Chinese, Language::English], 0, "dijia_language", language)
}

pub const fn pick(language: Language, chinese: &'static str, english: &'static str) -> &'static str {
    match language {
        Language::Chinese => chinese,
        Language::English => english,
    }
}

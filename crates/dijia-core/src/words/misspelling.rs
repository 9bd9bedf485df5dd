use core::fmt;

use crate::words::{Excerpt, Language, Message, Rule, Spelling};

/// A text that is no accepted spelling: what it was to be, where reading stopped, and the rule that it broke.
///
/// [`Display`](fmt::Display) says it in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Misspelling {
    /// What the text was to be a spelling of.
    pub of: Spelling,
    /// The text as it was given.
    pub text: Excerpt,
    /// Where reading stopped: bytes of UTF-8 from the beginning of the text.
    pub offset: usize,
    /// The same place as a person counts it: the first character is 1, one past the last means that the text ended
    /// too soon.
    pub character: usize,
    /// The rule that the text breaks.
    pub rule: Rule,
}

impl Misspelling {
    /// `part` must be a part of `text`, as [`trim`] returns one; reading stopped at its byte `at`.
    pub(crate) fn new(of: Spelling, text: &str, part: &str, at: usize, rule: Rule) -> Self {
        let before = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        let offset = before.saturating_add(at).min(text.len());
        let character = text.char_indices().take_while(|(i, _)| *i < offset).count() + 1;
        Self { of, text: Excerpt::new(text), offset, character, rule }
    }
}

impl core::error::Error for Misspelling {}

impl Misspelling {
    /// What the text was to be, where reading stopped and the rule, in that language.
    #[must_use]
    pub const fn message(self, language: Language) -> Message<Self> {
        Message::new(self, language)
    }
}

impl fmt::Display for Misspelling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message(Language::English).fmt(f)
    }
}

impl fmt::Display for Message<Misspelling> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Misspelling { of, text, character, rule, .. } = self.of();
        match self.language() {
            Language::English => {
                write!(f, "invalid {} {text:?}: {}, at character {character}", of.english(), rule.english())
            }
            Language::Chinese => {
                write!(f, "{} {text:?} 无效：{}（第 {character} 个字符）", of.chinese(), rule.chinese())
            }
        }
    }
}

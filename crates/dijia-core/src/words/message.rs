use crate::words::Language;

/// An error or a warning, said in a language.
#[derive(Clone, Copy, Debug)]
pub struct Message<T> {
    of: T,
    language: Language,
}

impl<T> Message<T> {
    pub(crate) const fn new(of: T, language: Language) -> Self {
        Self { of, language }
    }

    pub(crate) const fn of(&self) -> &T {
        &self.of
    }

    pub(crate) const fn language(&self) -> Language {
        self.language
    }
}

//! Why a call has no result, as this crate passes it on.

use dijia::{Error, InvalidFile, Misspelling};

use crate::status::{DIJIA_INVALID_FILE, dijia_status, of_kind};

pub type Result<T> = core::result::Result<T, Failure>;

/// Why a call has no result, as this crate passes it on.
#[derive(Clone, Copy)]
pub struct Failure {
    pub status: dijia_status,
    pub index: usize,
    pub detail: Detail,
}

/// What there is to say beside the status.
#[derive(Clone, Copy)]
pub enum Detail {
    None,
    /// Where reading stopped, in bytes.
    Offset(usize),
    /// How many were given, and how many are allowed or there are.
    Counts((usize, usize)),
    /// A number that is none of the values of a type or a field.
    Enumerator {
        of: &'static str,
        number: u32,
    },
    Error(Error),
    File(InvalidFile),
}

impl Failure {
    pub const fn of(status: dijia_status) -> Self {
        Self { status, index: 0, detail: Detail::None }
    }

    /// The same of the element at that index of an array.
    pub const fn at(self, index: usize) -> Self {
        Self { index, ..self }
    }
}

impl From<Misspelling> for Failure {
    fn from(misspelling: Misspelling) -> Self {
        Error::from(misspelling).into()
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { detail: Detail::Error(error), ..Self::of(of_kind(error.kind())) }
    }
}

impl From<InvalidFile> for Failure {
    fn from(invalid: InvalidFile) -> Self {
        Self { detail: Detail::File(invalid), ..Self::of(DIJIA_INVALID_FILE) }
    }
}

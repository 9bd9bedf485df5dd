//! What is wrong with a value that a program gives, or with a row of a batch.

use std::sync::Arc;

use dijia::{Error, Language};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::failure;

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Fault {
    /// There is no honest answer for the value.
    Value(Error),
    /// The value is of a type that is not read.
    Type(Arc<Wrong>),
}

/// A value of a type that is not read.
#[derive(PartialEq, Eq, Hash)]
pub struct Wrong {
    /// The argument.
    pub name: String,
    /// The type.
    pub given: String,
    wanted: Wanted,
}

/// What an argument is to be.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wanted {
    Number,
    /// A number, where a float is given, which is not the decimal it looks like.
    NoFloat,
    Date,
    /// A date, where a time of a day is given.
    NoTime,
    Text,
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Value(error)
    }
}

impl Fault {
    pub fn wrong(name: &str, given: String, wanted: Wanted) -> Self {
        Self::Type(Arc::new(Wrong { name: name.to_owned(), given, wanted }))
    }

    /// The type of a value that is none of those wanted.
    pub fn of_type(value: &Bound<'_, PyAny>, name: &str, wanted: Wanted) -> PyResult<Self> {
        Ok(Self::wrong(name, value.get_type().name()?.to_string(), wanted))
    }

    /// What is wrong, in that language.
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Value(error) => error.message(language).to_string(),
            Self::Type(wrong) if language == Language::Chinese => wrong.chinese(),
            Self::Type(wrong) => wrong.english(),
        }
    }

    /// The class of the exception that a row with it raises.
    pub fn class(&self) -> String {
        match self {
            Self::Value(error) => format!("{}Error", error.kind().name()),
            Self::Type(_) => "CellTypeError".to_owned(),
        }
    }

    /// The exception of one value.
    pub fn raised(&self, py: Python<'_>) -> PyErr {
        match self {
            Self::Value(error) => failure::exception(py, *error),
            Self::Type(wrong) => PyTypeError::new_err(wrong.english()),
        }
    }
}

impl Wrong {
    fn english(&self) -> String {
        let Self { name, given, .. } = self;
        match self.wanted {
            Wanted::Number => format!("{name} is {}: pass a str, an int or a decimal.Decimal", with_article(given)),
            Wanted::NoFloat => format!(
                "{name} is a float, which is not the decimal it looks like: pass a str or a decimal.Decimal, or say how \
                 many places it was written with: dijia.decimals(value, 2), or places=2 in a batch"
            ),
            Wanted::Date => {
                format!("{name} is {}: pass a datetime.date, or a str such as 2020-10-08", with_article(given))
            }
            Wanted::NoTime => format!("{name} is a time of a day: pass a datetime.date"),
            Wanted::Text => format!("{name} has {} in it: texts are expected", with_article(given)),
        }
    }

    fn chinese(&self) -> String {
        let Self { name, given, .. } = self;
        match self.wanted {
            Wanted::Number => format!("{name} 的类型是 {given}：请给 str、int 或 decimal.Decimal"),
            Wanted::NoFloat => format!(
                "{name} 是浮点数，不等于看上去的十进制数：请给 str 或 decimal.Decimal，或注明原有几位小数：\
                 dijia.decimals(value, 2)，批量时 places=2"
            ),
            Wanted::Date => format!("{name} 的类型是 {given}：请给 datetime.date，或 2020-10-08 这样的 str"),
            Wanted::NoTime => format!("{name} 带有时刻：请给 datetime.date"),
            Wanted::Text => format!("{name} 中有类型为 {given} 的值：应为文字"),
        }
    }
}

/// The name of a type with its article: an int, a float.
pub fn with_article(class: &str) -> String {
    let is_vowel = class.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']);
    format!("{} {class}", if is_vowel { "an" } else { "a" })
}

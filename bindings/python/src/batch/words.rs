//! The words of a batch, land uses and zones among them: one for all rows or a column, each read in the edition of its row.

use std::collections::HashMap;
use std::hash::Hash;

use dijia::{DevelopmentLevel, Edition, Error, Grade, Key, LandUse, ZoneCode};
use pyo3::prelude::*;
use pyo3::types::PyString;

use super::column::{Column, Rows, is_blank};
use super::texts::{MISSING, Texts};
use crate::failure::exception;
use crate::fault::Fault;
use crate::words;

/// How words of a kind are read in each of some editions: a text of a column, and one value for all rows.
pub struct Reader<'e, T> {
    /// How many editions there are.
    count: usize,
    /// A name.
    text: ReadText<'e, T>,
    /// A text of a column where texts are no names.
    code: Option<ReadText<'e, T>>,
    one: ReadOne<'e, T>,
    /// Words of the program's own, in each edition.
    own: Own<T>,
}

type ReadText<'e, T> = Box<dyn Fn(usize, &str) -> Result<T, Error> + Send + Sync + 'e>;
type ReadOne<'e, T> = Box<dyn Fn(&Bound<'_, PyAny>) -> PyResult<Vec<Result<T, Error>>> + Send + Sync + 'e>;
type Own<T> = HashMap<String, Vec<Result<T, Error>>>;

impl<'e> Reader<'e, Key<LandUse>> {
    /// Names, or codes of that land-use scheme, and before them the words of the program's own, each with the name of a land use
    /// that some edition at least has.
    pub fn land_uses(
        py: Python<'_>,
        editions: &'e [&'e Edition<'e>],
        scheme: Option<String>,
        own: HashMap<String, String>,
    ) -> PyResult<Self> {
        let of_one = scheme.clone();
        let meant = |(word, name): (String, String)| {
            let read: Vec<_> = editions.iter().map(|edition| edition.land_use(&name)).collect();
            match read.first() {
                Some(Err(error)) if read.iter().all(Result::is_err) => Err(exception(py, *error)),
                _ => Ok((word, read)),
            }
        };
        Ok(Self {
            count: editions.len(),
            text: Box::new(move |at, text| editions[at].land_use(text)),
            code: scheme.map(|scheme| -> ReadText<'e, _> {
                Box::new(move |at, text| editions[at].land_use_by_code(&scheme, text))
            }),
            one: Box::new(move |value| {
                let said = words::said_land_use(value)?;
                Ok(editions.iter().map(|edition| said.in_edition(edition, of_one.as_deref())).collect())
            }),
            own: own.into_iter().map(meant).collect::<PyResult<_>>()?,
        })
    }
}

impl<'e> Reader<'e, Key<ZoneCode>> {
    pub fn zones(editions: &'e [&'e Edition<'e>]) -> Self {
        Self {
            count: editions.len(),
            text: Box::new(move |at, text| editions[at].zone_code(text)),
            code: None,
            one: Box::new(move |value| {
                let code = words::code_text(value)?;
                Ok(editions.iter().map(|edition| edition.zone_code(&code)).collect())
            }),
            own: Own::new(),
        }
    }
}

impl<'e> Reader<'e, Key<Grade>> {
    pub fn grades(editions: &'e [&'e Edition<'e>]) -> Self {
        Self {
            count: editions.len(),
            text: Box::new(move |at, text| editions[at].grade(text)),
            code: None,
            one: Box::new(move |value| {
                let said = words::said_grade(value)?;
                Ok(editions.iter().map(|edition| said.in_edition(edition)).collect())
            }),
            own: Own::new(),
        }
    }
}

impl<'e> Reader<'e, DevelopmentLevel> {
    /// Names as each edition means them; of prices that are of none, those that all mean the same by.
    pub fn levels(editions: &'e [&'e Edition<'e>], is_of_edition: bool) -> Self {
        let of = move |at: usize| is_of_edition.then(|| editions[at]);
        Self {
            count: editions.len(),
            text: Box::new(move |at, text| match of(at) {
                Some(edition) => edition.development_level(text),
                None => text.parse().map_err(Error::from),
            }),
            code: None,
            one: Box::new(move |value| {
                let Ok(text) = value.cast::<PyString>() else {
                    return Ok(vec![Ok(words::level(value, None)?); editions.len()]);
                };
                let text = text.to_cow()?;
                let read =
                    |at| of(at).map_or_else(|| text.parse().map_err(Error::from), |it| it.development_level(&text));
                Ok((0..editions.len()).map(read).collect())
            }),
            own: Own::new(),
        }
    }
}

impl<T: Copy> Reader<'_, T> {
    /// The word of the program's own that a text is, in that edition.
    fn own(&self, at: usize, text: &str) -> Option<Result<T, Error>> {
        Some(self.own.get(text.trim())?[at])
    }

    /// What a text of a column is in that edition; a word of the library is itself, whatever texts are.
    fn read(&self, at: usize, text: &str, marks_words: bool) -> Result<T, Error> {
        match Texts::word_in(marks_words, text) {
            Some(word) => (self.text)(at, word),
            None => self.own(at, text).unwrap_or_else(|| self.read_text(at, text)),
        }
    }

    fn read_text(&self, at: usize, text: &str) -> Result<T, Error> {
        self.code.as_ref().unwrap_or(&self.text)(at, text)
    }
}

/// Words of the rows of a batch.
pub enum Words<'e, T> {
    /// One for all rows, as each edition reads it.
    All(Vec<Result<T, Error>>),
    Each(Box<Each<'e, T>>),
}

/// A column of words: its spellings, and the words that they stand for.
pub struct Each<'e, T> {
    texts: Texts,
    reader: Reader<'e, T>,
    /// For each number the word in each edition, one edition after the other.
    known: Vec<Result<T, Error>>,
    /// The number of each word, whatever its spelling, and of each kind of error, whatever the text: there it is asked for
    /// again. What is one word in one edition and two in another has two numbers.
    numbers: HashMap<Box<[Result<T, &'static str>]>, u32>,
}

impl<T: Copy + Eq + Hash> Each<'_, T> {
    fn number(&mut self, first: usize, to: &mut [u32]) {
        let Self { texts, reader, known, numbers } = self;
        let (count, marks_words) = (reader.count, texts.marks_words());
        let mut learn = |words: Vec<Result<T, Error>>, key: Box<[_]>| {
            *numbers.entry(key).or_insert_with(|| {
                known.extend(words);
                (known.len() / count - 1) as u32
            })
        };
        texts.number(first, to, |text| {
            if is_blank(text) {
                return MISSING;
            }
            let words: Vec<_> = (0..count).map(|at| reader.read(at, text, marks_words)).collect();
            let key = words.iter().map(|word| word.map_err(|error| error.kind().name())).collect();
            learn(words, key)
        });
        // What is no text is no word.
        for (row, _) in texts.faults(first, to.len()) {
            let words = (0..count).map(|at| reader.read_text(at, "")).collect();
            to[row - first] = learn(words, vec![Err("CellType"); count].into());
        }
    }

    /// What is wrong with the word of a row, as it is written there, in that edition.
    fn fault(&self, row: usize, at: usize) -> Option<Fault> {
        if let [(_, fault)] = self.texts.faults(row, 1) {
            return Some(fault.clone());
        }
        self.reader.read(at, self.texts.text(row)?, self.texts.marks_words()).err().map(Fault::Value)
    }
}

impl<'e, T: Copy + Eq + Hash> Words<'e, T> {
    pub fn read(value: &Bound<'_, PyAny>, name: &str, rows: &mut Rows, reader: Reader<'e, T>) -> PyResult<Self> {
        if let Some(column) = Column::read(value)? {
            rows.agree(name, column.len())?;
            let texts = Texts::of_words(&column, name)?;
            return Ok(Self::Each(Box::new(Each { texts, reader, known: Vec::new(), numbers: HashMap::new() })));
        }
        let text = value.cast::<PyString>().ok().map(|text| text.to_cow()).transpose()?;
        let own = text.and_then(|text| (0..reader.count).map(|at| reader.own(at, &text)).collect());
        let words = own.map_or_else(|| (reader.one)(value), Ok)?;
        match words.as_slice() {
            // In the one edition of all rows it is none.
            [Err(error)] => Err(exception(value.py(), *error)),
            _ => Ok(Self::All(words)),
        }
    }

    /// Writes the number of each row's word; 0 for every row where there is one word.
    pub fn number(&mut self, first: usize, to: &mut [u32]) {
        match self {
            Self::All(_) => to.fill(0),
            Self::Each(each) => each.number(first, to),
        }
    }

    /// The word of that number in an edition.
    pub fn get(&self, number: u32, at: usize) -> Result<T, Error> {
        match self {
            Self::All(words) => words[at],
            Self::Each(each) => each.known[number as usize * each.reader.count + at],
        }
    }

    /// What is wrong with the word of a row in that edition, where it is one of a column.
    pub fn fault(&self, row: usize, at: usize) -> Option<Fault> {
        match self {
            Self::All(_) => None,
            Self::Each(each) => each.fault(row, at),
        }
    }

    pub fn is_one(&self) -> bool {
        matches!(self, Self::All(_))
    }
}

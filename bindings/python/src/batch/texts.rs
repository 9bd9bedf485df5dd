//! Columns of spellings, as numbers of the distinct spellings in them.

use std::collections::HashMap;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, GenericStringArray, OffsetSizeTrait, StringArray, StringViewArray};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;
use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::PyString;

use super::column::{Column, is_missing, is_nothing};
use super::encoded::Encoded;
use super::run::paused;
use super::spellings::Spellings;
use super::walked;
use crate::fault::{Fault, Wanted};

/// The number that stands for a value that is not there.
pub const MISSING: u32 = u32::MAX;

/// A column of texts.
pub struct Texts {
    chunks: Vec<Chunk>,
    /// The rows before each chunk.
    starts: Vec<usize>,
    spellings: Spellings,
    /// What is wrong with rows that are no texts.
    faults: Vec<(usize, Fault)>,
    /// Whether words of the library are told from texts that are the same.
    marks_words: bool,
}

/// What the text of a word of the library begins with, where these are told from texts: no character.
const WORD: char = '\u{fdd0}';

enum Chunk {
    Small(StringArray),
    Large(GenericStringArray<i64>),
    View(StringViewArray),
    /// For each row the place among those values that rows have, the places of these among all values, and the number of
    /// each once they are known.
    Dictionary {
        keys: Vec<u32>,
        used: Vec<u32>,
        values: Box<Chunk>,
        numbers: Vec<u32>,
    },
    Missing(usize),
}

impl Texts {
    /// A column of texts, or of the words of this library, which are as good as their canonical spelling.
    pub fn read(column: &Column<'_>, name: &str) -> PyResult<Self> {
        Self::of(column, name, false)
    }

    /// The same, where a word is not what a text of its spelling is: [`word_in`](Self::word_in) tells which is one.
    pub fn of_words(column: &Column<'_>, name: &str) -> PyResult<Self> {
        Self::of(column, name, matches!(column, Column::Objects(_)))
    }

    fn of(column: &Column<'_>, name: &str, marks_words: bool) -> PyResult<Self> {
        let (chunks, faults) = match column {
            Column::Arrow(arrays) => {
                (arrays.iter().map(|array| Chunk::read(array, name)).collect::<PyResult<_>>()?, Vec::new())
            }
            Column::Objects(objects) => {
                let (chunk, faults) = from_objects(objects, name, marks_words)?;
                (vec![chunk], faults)
            }
        };
        let mut len = 0;
        let starts = chunks
            .iter()
            .map(|chunk: &Chunk| {
                let start = len;
                len += chunk.len();
                start
            })
            .collect();
        Ok(Self { chunks, starts, spellings: Spellings::new(), faults, marks_words })
    }

    /// The spelling of the word of the library that a text of this column stands for; none where it is a text.
    pub fn word_in(marks_words: bool, text: &str) -> Option<&str> {
        text.strip_prefix(WORD).filter(|_| marks_words)
    }

    pub fn marks_words(&self) -> bool {
        self.marks_words
    }

    /// What is wrong with those of so many rows from the first that are no texts.
    pub fn faults(&self, first: usize, count: usize) -> &[(usize, Fault)] {
        let place = |row: usize| self.faults.partition_point(|(other, _)| *other < row);
        &self.faults[place(first)..place(first + count)]
    }

    /// The text of a row.
    pub fn text(&self, row: usize) -> Option<&str> {
        let place = self.starts.partition_point(|&start| start <= row).checked_sub(1)?;
        self.chunks[place].text(row - self.starts[place])
    }

    /// Writes the numbers of the rows from `first`, one for each place of `to`. `learn` numbers a spelling when it is met
    /// for the first time, and may be asked for the same one again.
    pub fn number(&mut self, first: usize, to: &mut [u32], mut learn: impl FnMut(&str) -> u32) {
        let mut row = first;
        let mut rest = to;
        let mut place = self.starts.partition_point(|&start| start <= first).saturating_sub(1);
        while !rest.is_empty() {
            let (chunk, start) = (&mut self.chunks[place], self.starts[place]);
            let in_chunk = rest.len().min(start + chunk.len() - row);
            let (now, later) = rest.split_at_mut(in_chunk);
            walked::count(in_chunk);
            chunk.number(row - start, now, &mut self.spellings, &mut learn);
            row += in_chunk;
            rest = later;
            place += 1;
        }
    }
}

impl Chunk {
    fn read(array: &ArrayRef, name: &str) -> PyResult<Self> {
        if is_nothing(array) {
            return Ok(Self::Missing(array.len()));
        }
        if let Some(Encoded { mut places, values }) = Encoded::read(array, name)? {
            return Ok(match Self::read(&values, name)? {
                Self::Dictionary { keys, values, used: inner, .. } => {
                    places.iter_mut().filter(|place| **place != MISSING).for_each(|it| *it = keys[*it as usize]);
                    let used = compact(&mut places, inner.len()).into_iter().map(|at| inner[at as usize]).collect();
                    Self::Dictionary { keys: places, used, values, numbers: Vec::new() }
                }
                Self::Missing(_) => Self::Missing(places.len()),
                values => {
                    let used = compact(&mut places, values.len());
                    Self::Dictionary { keys: places, used, values: Box::new(values), numbers: Vec::new() }
                }
            });
        }
        Ok(match array.data_type() {
            DataType::Utf8 => Self::Small(array.as_string().clone()),
            DataType::LargeUtf8 => Self::Large(array.as_string().clone()),
            DataType::Utf8View => Self::View(array.as_string_view().clone()),
            DataType::Null => Self::Missing(array.len()),
            other => return Err(PyTypeError::new_err(format!("{name} is a column of {other}: texts are expected"))),
        })
    }

    fn len(&self) -> usize {
        match self {
            Self::Small(array) => array.len(),
            Self::Large(array) => array.len(),
            Self::View(array) => array.len(),
            Self::Dictionary { keys, .. } => keys.len(),
            Self::Missing(len) => *len,
        }
    }

    fn text(&self, place: usize) -> Option<&str> {
        match self {
            Self::Small(array) => array.is_valid(place).then(|| array.value(place)),
            Self::Large(array) => array.is_valid(place).then(|| array.value(place)),
            Self::View(array) => array.is_valid(place).then(|| array.value(place)),
            Self::Dictionary { keys, used, values, .. } => values.text(*used.get(keys[place] as usize)? as usize),
            Self::Missing(_) => None,
        }
    }

    fn number(&mut self, first: usize, to: &mut [u32], spellings: &mut Spellings, learn: &mut impl FnMut(&str) -> u32) {
        match self {
            Self::Small(array) => from_offsets(array, first, to, spellings, learn),
            Self::Large(array) => from_offsets(array, first, to, spellings, learn),
            Self::View(array) => from_views(array, first, to, spellings, learn),
            Self::Dictionary { keys, used, values, numbers } => {
                if numbers.len() < used.len() {
                    walked::count(used.len());
                    numbers.resize(used.len(), MISSING);
                    for (&place, number) in used.iter().zip(numbers.chunks_mut(1)) {
                        values.number_boxed(place as usize, number, spellings, learn);
                    }
                }
                for (to, &key) in to.iter_mut().zip(&keys[first..]) {
                    *to = numbers.get(key as usize).copied().unwrap_or(MISSING);
                }
            }
            Self::Missing(_) => to.fill(MISSING),
        }
    }

    /// As `number`, without a type for each depth of dictionaries in dictionaries.
    fn number_boxed(
        &mut self,
        first: usize,
        to: &mut [u32],
        spellings: &mut Spellings,
        mut learn: &mut dyn FnMut(&str) -> u32,
    ) {
        match self {
            Self::Small(array) => from_offsets(array, first, to, spellings, &mut learn),
            Self::Large(array) => from_offsets(array, first, to, spellings, &mut learn),
            Self::View(array) => from_views(array, first, to, spellings, &mut learn),
            Self::Dictionary { .. } | Self::Missing(_) => to.fill(MISSING),
        }
    }
}

/// Makes of places among so many values places among those of them that are used, which come back: a part of a table may
/// have the dictionary of the whole, and a spelling is learnt only where a row has it.
fn compact(keys: &mut [u32], values: usize) -> Vec<u32> {
    let mut used = Vec::new();
    walked::count(keys.len());
    let mut place = |known: &mut u32, key: u32| {
        if *known == MISSING {
            *known = used.len() as u32;
            used.push(key);
        }
        *known
    };
    let is_small = values <= keys.len();
    let there = keys.iter_mut().filter(|key| (**key as usize) < values);
    if is_small {
        let mut known = vec![MISSING; values];
        there.for_each(|key| *key = place(&mut known[*key as usize], *key));
    } else {
        let mut known = HashMap::new();
        there.for_each(|key| *key = place(known.entry(*key).or_insert(MISSING), *key));
    }
    used
}

/// The text that bytes of a valid Arrow array of strings are.
fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or("\u{fffd}")
}

fn from_offsets<O: OffsetSizeTrait>(
    array: &GenericStringArray<O>,
    first: usize,
    to: &mut [u32],
    spellings: &mut Spellings,
    learn: &mut impl FnMut(&str) -> u32,
) {
    let (data, offsets) = (array.value_data(), &array.value_offsets()[first..]);
    let nulls = array.nulls().filter(|nulls| nulls.null_count() > 0);
    for (row, (to, ends)) in to.iter_mut().zip(offsets.windows(2)).enumerate() {
        if is_null(nulls, first + row) {
            *to = MISSING;
            continue;
        }
        let (start, end) = (ends[0].as_usize(), ends[1].as_usize());
        *to = spellings.number(data, start, end - start, |bytes| learn(text(bytes)));
    }
}

fn from_views(
    array: &StringViewArray,
    first: usize,
    to: &mut [u32],
    spellings: &mut Spellings,
    learn: &mut impl FnMut(&str) -> u32,
) {
    const INLINE: usize = 12;

    let nulls = array.nulls().filter(|nulls| nulls.null_count() > 0);
    for (row, (to, &view)) in to.iter_mut().zip(&array.views()[first..]).enumerate() {
        if is_null(nulls, first + row) {
            *to = MISSING;
            continue;
        }
        let len = view as u32 as usize;
        *to = if len <= INLINE {
            spellings.inline_number(view >> 32, len, |bytes| learn(text(bytes)))
        } else {
            let bytes = array.value(first + row).as_bytes();
            spellings.number(bytes, 0, bytes.len(), |bytes| learn(text(bytes)))
        };
    }
}

#[inline]
fn is_null(nulls: Option<&NullBuffer>, row: usize) -> bool {
    nulls.is_some_and(|nulls| nulls.is_null(row))
}

/// The canonical spelling of a word of this library, which is as good as the word; of one that an edition lists, its name there.
fn word<'py>(object: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyString>>> {
    let py = object.py();
    let class = object.get_type().name()?;
    let class = class.to_cow()?;
    if ["ListedLandUse", "ListedArea", "ListedGrade"].contains(&class.as_ref()) {
        return Ok(Some(object.getattr(intern!(py, "chinese"))?.cast_into()?));
    }
    let is_word = object.hasattr(intern!(py, "_index"))? || ["ZoneCode", "DevelopmentLevel"].contains(&class.as_ref());
    is_word.then(|| object.str()).transpose()
}

/// The texts of the objects, and what is wrong with those that are none.
fn from_objects(objects: &[Bound<'_, PyAny>], name: &str, marks_words: bool) -> PyResult<(Chunk, Vec<(usize, Fault)>)> {
    let mut builder = arrow_array::builder::LargeStringBuilder::with_capacity(objects.len(), objects.len() * 6);
    let mut faults = Vec::new();
    for (row, object) in paused(objects).enumerate() {
        let object = object?;
        if let Ok(text) = object.cast::<PyString>() {
            let text = text.to_cow()?;
            // No text passes for a word.
            match text.strip_prefix(WORD).filter(|_| marks_words) {
                Some(rest) => builder.append_value(format!("\u{fffd}{rest}")),
                None => builder.append_value(text),
            }
        } else if is_missing(object)? {
            builder.append_null();
        } else if let Some(text) = word(object)? {
            let text = text.to_cow()?;
            if marks_words {
                builder.append_value(format!("{WORD}{text}"));
            } else {
                builder.append_value(text);
            }
        } else {
            builder.append_null();
            faults.push((row, Fault::of_type(object, name, Wanted::Text)?));
        }
    }
    Ok((Chunk::Large(builder.finish()), faults))
}

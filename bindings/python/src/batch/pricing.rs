//! Pricing every row of a batch.

use dijia::{Date, Decimal, Editions, Language};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::column::Rows;
use super::columns::{Columns, DateInput};
use super::export::ArrowArray;
use super::figure::{Figure, Made};
use super::in_force::{InForce, NO_EDITION, On};
use super::run::pieces;
use super::scaled::{Numbered, Scaled};
use super::single::{Outcome, Single, Words};
use super::source::Source;
use super::start::Start;
use super::status::{BadRow, OnError, Reasons, Statuses};
use crate::arguments::{self, Inputs};
use crate::failure::{OrRaise, exception_in_row};

/// Rows that are priced together: few enough for what is known of them to stay in the nearest memory.
const BLOCK: usize = 1 << 9;

/// The columns of figures, and the status of every row with the reason for it.
type Priced = (Vec<ArrowArray>, Option<(ArrowArray, ArrowArray)>);

/// Prices every row: the columns of figures in the order asked for, and where errors are coerced the status of every row and
/// the reason for it.
#[pyfunction]
#[pyo3(signature = (source, arguments, columns, errors, english, progress=None))]
pub fn appraise_batch(
    py: Python<'_>,
    source: Source<'_>,
    arguments: &Bound<'_, PyDict>,
    columns: Vec<String>,
    errors: &str,
    english: bool,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<Priced> {
    let figures = columns.iter().map(|name| Figure::read(name)).collect::<PyResult<Vec<_>>>()?;
    let held = source.held();
    let known = arguments::known_editions(arguments)?;
    let mut rows = Rows::default();
    let city = arguments.get_item("city")?.filter(|city| !city.is_none());
    let in_force = source.in_force(held.as_slice(), city.as_ref(), &mut rows)?;
    let known = match (&known, in_force.is_set()) {
        (Some(known), _) => Some(Editions::new(known.as_slice())),
        (None, true) => Some(Editions::new(held.as_slice())),
        (None, false) => None,
    };
    let mut batch = Pricing::read(in_force, known, arguments, figures, rows, OnError::read(errors)?)?;
    batch.reasons = Reasons::new(if english { Language::English } else { Language::Chinese });
    let rows = batch.rows;
    let done = pieces(py, rows, progress, |first, last| batch.piece(first, last))?;
    done.map_err(|bad| exception_in_row(py, &bad.fault, bad.row))?;
    batch.finish()
}

struct Pricing<'e> {
    rows: usize,
    on_error: OnError,
    in_force: InForce<'e>,
    /// The valuation date, where all rows have one.
    date: Option<Date>,
    start: Start<'e>,
    columns: Columns<'e>,
    /// None where all rows go one by one.
    scaled: Option<Scaled<'e>>,
    single: Single<'e>,
    made: Vec<Made>,
    statuses: Statuses,
    reasons: Reasons,
    block: Scratch,
}

/// What is known of the rows of a block.
#[derive(Default)]
struct Scratch {
    words: [Vec<u32>; 4],
    /// The place of each row's edition.
    editions: Vec<u32>,
    /// The places of the rows that go one by one.
    left: Vec<usize>,
}

impl<'e> Pricing<'e> {
    fn read(
        in_force: InForce<'e>,
        known: Option<Editions<'e>>,
        arguments: &Bound<'_, PyDict>,
        figures: Vec<Figure>,
        mut rows: Rows,
        on_error: OnError,
    ) -> PyResult<Self> {
        let (start, base) = Start::read(in_force.editions(), arguments, &mut rows)?;
        // What is the same for all rows is read as for one parcel.
        let scalars = arguments.copy()?;
        let mut columns = Columns::take(&scalars, &mut rows, &start)?;
        let inputs = Inputs { editions: known, ..Inputs::read(base, &scalars)? };
        columns.check_inputs(&inputs).or_raise(arguments.py())?;
        let rows = rows.count().ok_or_else(|| PyTypeError::new_err("at least one argument is to be a column"))?;
        let with_warnings = figures.contains(&Figure::Warnings);
        let mut scaled = Scaled::new(&inputs, &start, &columns, with_warnings);
        if scaled.is_none() && columns.trim() {
            scaled = Scaled::new(&inputs, &start, &columns, with_warnings);
        }
        let made = |figure: Figure| {
            let scale = figure.places(inputs.policy).or_else(|| scaled.as_ref()?.scale(figure));
            Made::new(figure, scale.unwrap_or(0), rows)
        };
        Ok(Self {
            rows,
            on_error,
            made: figures.into_iter().map(made).collect(),
            scaled,
            date: inputs.valuation_date,
            single: Single::new(inputs, &columns, &in_force),
            in_force,
            start,
            columns,
            statuses: Statuses::new(if on_error == OnError::Coerce { rows } else { 0 }),
            reasons: Reasons::new(Language::English),
            block: Scratch::default(),
        })
    }

    fn piece(&mut self, first: usize, last: usize) -> Result<(), BadRow> {
        (first..last).step_by(BLOCK).try_for_each(|first| self.price(first, last.min(first + BLOCK) - first))
    }

    /// Prices so many rows from the first.
    fn price(&mut self, first: usize, count: usize) -> Result<(), BadRow> {
        let Scratch { words: [uses, codes, basis, site], editions, left } = &mut self.block;
        [&mut *uses, codes, basis, site, editions].into_iter().for_each(|words| words.resize(count, 0));
        self.start.number(first, uses, codes);
        self.columns.number_levels(first, [basis, site]);
        let on = self.columns.dates_of(DateInput::Valuation).map(On::Each).or(self.date.map(On::All));
        self.in_force.fill(first, on, editions);
        left.clear();
        match &mut self.scaled {
            Some(scaled) => {
                let numbered = Numbered { first, editions, uses, codes, levels: [basis, site] };
                scaled.price(&numbered, &mut self.start, &self.columns, &mut self.made, left);
            }
            None => {
                left.extend(0..count);
                self.made
                    .iter_mut()
                    .for_each(|made| made.extend(true, |values| values.resize(values.len() + count, 0)));
            }
        }
        if self.on_error == OnError::Coerce {
            self.statuses.extend(Statuses::OK, count);
        }
        for &place in &*left {
            let row = first + place;
            let edition = match editions[place] {
                NO_EDITION => self.in_force.find(row, on),
                edition => Ok(Some(edition as usize)),
            };
            let (land_use, code, levels) = (uses[place], codes[place], [basis[place], site[place]]);
            let words = Words { edition, land_use, code, levels };
            let (priced, status) = match self.single.price(row, words, &mut self.start, &self.columns) {
                Outcome::Priced(priced) => (Some(priced), Statuses::OK),
                Outcome::Partial(priced) => (Some(priced), Statuses::MISSING),
                Outcome::Missing => (None, Statuses::MISSING),
                Outcome::Bad(fault) if self.on_error == OnError::Raise => return Err(BadRow { row, fault }),
                Outcome::Bad(fault) => {
                    self.reasons.push(row, &fault);
                    (None, self.statuses.of(&fault))
                }
            };
            for made in &mut self.made {
                made.set(
                    row,
                    priced.and_then(|priced| match made.figure {
                        Figure::Origin => self.start.has_origin().then_some(Decimal::ZERO),
                        Figure::Edition => self.start.has_edition().then(|| Decimal::from(editions[place])),
                        figure => priced.get(figure),
                    }),
                );
            }
            if self.on_error == OnError::Coerce {
                self.statuses.set(row, status);
            }
        }
        Ok(())
    }

    fn finish(self) -> PyResult<Priced> {
        let (names, origin) = (self.in_force.names(), self.single.origin());
        let finish = |made: Made| match made.figure {
            Figure::Origin => made.finish(origin.as_slice()),
            _ => made.finish(&names),
        };
        let columns = self.made.into_iter().map(finish).collect::<PyResult<Vec<_>>>()?;
        let told = (self.on_error == OnError::Coerce).then(|| {
            let reasons = ArrowArray::new(self.reasons.into_array(self.rows));
            (ArrowArray::new(self.statuses.into_array()), reasons)
        });
        Ok((columns, told))
    }
}

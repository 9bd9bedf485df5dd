//! The library's errors as exceptions of the class of their kind.

use dijia::{Error, Language, Misspelling, Named};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;

use crate::dates::{date_to_py, optional_date_to_py};
use crate::decimals::to_py;
use crate::fault::Fault;

pub fn exception(py: Python<'_>, error: Error) -> PyErr {
    build(py, &error.into(), None).unwrap_or_else(|other| other)
}

/// The exception for a row of a batch, counted from 0.
pub fn exception_in_row(py: Python<'_>, fault: &Fault, row: usize) -> PyErr {
    build(py, fault, Some(row)).unwrap_or_else(|other| other)
}

/// An error of the library on its way to Python.
pub trait OrRaise<T> {
    fn or_raise(self, py: Python<'_>) -> PyResult<T>;
}

impl<T, E: Into<Error>> OrRaise<T> for Result<T, E> {
    fn or_raise(self, py: Python<'_>) -> PyResult<T> {
        self.map_err(|error| exception(py, error.into()))
    }
}

/// What makes an exception of the package's own.
fn make(py: Python<'_>) -> PyResult<&Bound<'_, PyAny>> {
    static MAKE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

    let made = MAKE.get_or_try_init(py, || py.import("dijia._errors")?.getattr("make").map(Bound::unbind))?;
    Ok(made.bind(py))
}

fn build(py: Python<'_>, fault: &Fault, row: Option<usize>) -> PyResult<PyErr> {
    let make = make(py)?;
    let (mut english, mut chinese) = (fault.message(Language::English), fault.message(Language::Chinese));
    if let Some(row) = row {
        english = format!("row {row}: {english}");
        chinese = format!("行 {row}：{chinese}");
    }
    let fields = match fault {
        Fault::Value(error) => fields(py, error)?,
        Fault::Type(wrong) => {
            let fields = PyDict::new(py);
            fields.set_item("argument", &wrong.name)?;
            fields.set_item("given", &wrong.given)?;
            fields
        }
    };
    let made = make.call1((fault.class(), english, chinese, row, fields))?;
    Ok(PyErr::from_value(made))
}

fn fields<'py>(py: Python<'py>, error: &Error) -> PyResult<Bound<'py, PyDict>> {
    let fields = PyDict::new(py);
    // Words are named by their places among their kind, quantities from 1.
    let place = |word: u8| usize::from(word);
    let quantity = |quantity: dijia::Quantity| usize::from(quantity as u8) - 1;
    match *error {
        Error::Misspelled(text) => misspelling(&fields, &text)?,
        Error::NoSuchGrade { land_use, grade, first, last, grades } => {
            fields.set_item("land_use", named(py, land_use, |known| known as usize)?)?;
            fields.set_item("grade", named(py, grade, |grade| usize::from(grade.number()) - 1)?)?;
            fields.set_item("first_grade", first.map(|first| first.number() - 1))?;
            fields.set_item("last_grade", last.map(|last| last.number() - 1))?;
            fields.set_item("grades", grades.map(|grades| grades.to_string()))?;
        }
        Error::NoSuchZone { land_use, code, zone_count } => {
            fields.set_item("land_use", named(py, land_use, |known| known as usize)?)?;
            fields.set_item("code", named(py, code, |code| (code.grade().number(), code.number()))?)?;
            fields.set_item("zone_count", zone_count)?;
        }
        Error::FiguresNotInHand { area, land_use, annex } => {
            fields.set_item("area", named(py, area, |known| known as usize)?)?;
            fields.set_item("land_use", named(py, land_use, |known| known as usize)?)?;
            match annex.as_str().parse::<u8>() {
                Ok(number) => fields.set_item("annex", number)?,
                Err(_) => fields.set_item("annex", annex.to_string())?,
            }
        }
        Error::NoSuchCity { city } => fields.set_item("city", city.to_string())?,
        Error::NoneInForce { date, before, until, after, from } => {
            fields.set_item("date", date_to_py(py, date)?)?;
            fields.set_item("before", before.map(|name| name.to_string()))?;
            fields.set_item("until", optional_date_to_py(py, until)?)?;
            fields.set_item("after", after.map(|name| name.to_string()))?;
            fields.set_item("since", optional_date_to_py(py, from)?)?;
        }
        Error::SeveralInForce { date, first, second } => {
            fields.set_item("date", date_to_py(py, date)?)?;
            fields.set_item("editions", (first.to_string(), second.to_string()))?;
        }
        Error::NoSuchUse { land_use, edition } => {
            fields.set_item("land_use", named(py, land_use, |known| known as usize)?)?;
            fields.set_item("edition", edition.to_string())?;
        }
        Error::SeveralUses { land_use, first, second } => {
            fields.set_item("land_use", land_use as usize)?;
            fields.set_item("uses", (first.to_string(), second.to_string()))?;
        }
        Error::NoSuchArea { area, edition } => {
            fields.set_item("area", named(py, area, |known| known as usize)?)?;
            fields.set_item("edition", edition.to_string())?;
        }
        Error::NotStated { quantity: of, needed_by, document } => {
            fields.set_item("quantity", quantity(of))?;
            fields.set_item("needed_by", quantity(needed_by))?;
            fields.set_item("document", document.to_string())?;
        }
        Error::NoBasis { area, land_use } => {
            fields.set_item("area", named(py, area, |known| known as usize)?)?;
            fields.set_item("land_use", named(py, land_use, |known| known as usize)?)?;
        }
        Error::BareCode { code, .. } => fields.set_item("land_use_code", code.to_string())?,
        Error::NoSuchCode { scheme, code } => {
            fields.set_item("scheme", scheme.to_string())?;
            fields.set_item("land_use_code", code.to_string())?;
        }
        Error::NoSuchScheme { scheme } => fields.set_item("scheme", scheme.to_string())?,
        Error::NoSuchFactor { name, edition } => {
            fields.set_item("name", name.to_string())?;
            fields.set_item("edition", edition.to_string())?;
        }
        Error::NoSuchLevel { of, level, levels } => {
            fields.set_item("of", of.to_string())?;
            fields.set_item("level", level.to_string())?;
            fields.set_item("levels", levels.to_string())?;
        }
        Error::NotTabulated { quantity: of, value, document } => {
            fields.set_item("quantity", quantity(of))?;
            fields.set_item("number", to_py(py, value)?)?;
            fields.set_item("document", document.to_string())?;
        }
        Error::CodeNotPriced { scheme, code, name } => {
            fields.set_item("scheme", scheme.to_string())?;
            fields.set_item("land_use_code", code.to_string())?;
            fields.set_item("name", name.to_string())?;
        }
        Error::NotPositive { quantity: of, value } => {
            fields.set_item("quantity", quantity(of))?;
            fields.set_item("number", to_py(py, value)?)?;
        }
        Error::OutOfRange { quantity: of, value, rule } => {
            fields.set_item("quantity", quantity(of))?;
            fields.set_item("number", to_py(py, value)?)?;
            fields.set_item("range", rule.english())?;
            fields.set_item("range_chinese", rule.chinese())?;
        }
        Error::CoefficientNotPositive { name, value } => {
            fields.set_item("name", name.to_string())?;
            fields.set_item("number", to_py(py, value)?)?;
        }
        Error::TermExceedsStatutory { remaining, statutory } => {
            fields.set_item("remaining", to_py(py, remaining)?)?;
            fields.set_item("statutory", to_py(py, statutory)?)?;
        }
        Error::ExpiryNotAfterValuation { valuation_date, expiry_date } => {
            fields.set_item("valuation_date", date_to_py(py, valuation_date)?)?;
            fields.set_item("expiry_date", date_to_py(py, expiry_date)?)?;
        }
        Error::InvalidTable { table, row, rule } => {
            fields.set_item("table", quantity(table))?;
            fields.set_item("table_row", row)?;
            fields.set_item("reason", rule.english())?;
            fields.set_item("reason_chinese", rule.chinese())?;
        }
        Error::PlotRatioOutsideTable { plot_ratio, first, last } => {
            fields.set_item("plot_ratio", to_py(py, plot_ratio)?)?;
            fields.set_item("first", to_py(py, first)?)?;
            fields.set_item("last", to_py(py, last)?)?;
        }
        Error::DateOutsideIndex { date, first, last } => {
            fields.set_item("date", date_to_py(py, date)?)?;
            fields.set_item("first", date_to_py(py, first)?)?;
            fields.set_item("last", date_to_py(py, last)?)?;
        }
        Error::FactorSumTooLow { sum } | Error::SharesNotOne { sum } => fields.set_item("sum", to_py(py, sum)?)?,
        Error::MissingUnitCost { service } | Error::DuplicateUnitCost { service } => {
            fields.set_item("service", place(service as u8))?;
        }
        Error::NegativeUnitCost { service, cost } => {
            fields.set_item("service", place(service as u8))?;
            fields.set_item("cost", to_py(py, cost)?)?;
        }
        Error::Missing { quantity: of, needed_by } => {
            fields.set_item("quantity", quantity(of))?;
            fields.set_item("needed_by", quantity(needed_by))?;
        }
        Error::Conflict { first, second } => {
            fields.set_item("first_quantity", quantity(first))?;
            fields.set_item("second_quantity", quantity(second))?;
        }
        Error::TakesNoPart { quantity: of, without } => {
            fields.set_item("quantity", quantity(of))?;
            fields.set_item("without", quantity(without))?;
        }
        Error::NamedTwice { quantity: of, name } => {
            fields.set_item("quantity", quantity(of))?;
            fields.set_item("name", name.to_string())?;
        }
        Error::FactorOutOfRange { name, value, in_percent } => {
            fields.set_item("name", name.to_string())?;
            fields.set_item("number", to_py(py, value)?)?;
            fields.set_item("in_percent", in_percent)?;
        }
        Error::TooMany { quantity: of, count, most } => {
            fields.set_item("quantity", quantity(of))?;
            fields.set_item("count", count)?;
            fields.set_item("most", most)?;
        }
        Error::ResultNotPositive { unit_price } => fields.set_item("unit_price", to_py(py, unit_price)?)?,
        Error::TooManyPlaces { places, most } => {
            fields.set_item("places", places)?;
            fields.set_item("most", most)?;
        }
        Error::TooManyDigits { quantity: of } | Error::Undecided { quantity: of } => {
            fields.set_item("quantity", quantity(of))?;
        }
        _ => {}
    }
    Ok(fields)
}

/// A word of the trade as Python names it, or the name of one that an edition lists.
fn named<'py, T: Copy, V: IntoPyObject<'py>>(
    py: Python<'py>,
    word: Named<T>,
    place: impl FnOnce(T) -> V,
) -> PyResult<Bound<'py, PyAny>> {
    match word {
        Named::Known(known) => place(known).into_bound_py_any(py),
        Named::Listed(name) => name.to_string().into_bound_py_any(py),
    }
}

/// A fault of a table: its file, line and column, and the reason in English and Chinese.
pub type TableFault = (String, u64, usize, [String; 2]);

/// That a file or a folder is no edition.
pub fn invalid_edition(py: Python<'_>, english: String, chinese: String, faults: Vec<TableFault>) -> PyErr {
    let raise = || {
        let fields = PyDict::new(py);
        fields.set_item("faults", faults)?;
        let made = make(py)?.call1(("InvalidEditionError", english, chinese, None::<usize>, fields))?;
        Ok(PyErr::from_value(made))
    };
    raise().unwrap_or_else(|other| other)
}

fn misspelling(fields: &Bound<'_, PyDict>, text: &Misspelling) -> PyResult<()> {
    fields.set_item("text", text.text.to_string())?;
    fields.set_item("offset", text.offset)?;
    fields.set_item("character", text.character)?;
    fields.set_item("reason", text.rule.english())?;
    fields.set_item("reason_chinese", text.rule.chinese())
}

//! Arrow arrays whose rows say where their value is: dictionaries, and runs of one value.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, Int8Type, Int16Type, Int32Type, Int64Type, RunEndIndexType, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, RunArray};
use arrow_buffer::ArrowNativeType;
use arrow_schema::DataType;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::texts::MISSING;
use super::walked;

/// For each row the place of its value, `MISSING` where it has none, and the values, which may be such an array too.
pub struct Encoded {
    pub places: Vec<u32>,
    pub values: ArrayRef,
}

impl Encoded {
    /// None where the array holds its values itself.
    pub fn read(array: &ArrayRef, name: &str) -> PyResult<Option<Self>> {
        let made = match array.data_type() {
            DataType::Dictionary(keys, _) => match keys.as_ref() {
                DataType::Int8 => dictionary::<Int8Type>(array),
                DataType::Int16 => dictionary::<Int16Type>(array),
                DataType::Int32 => dictionary::<Int32Type>(array),
                DataType::Int64 => dictionary::<Int64Type>(array),
                DataType::UInt8 => dictionary::<UInt8Type>(array),
                DataType::UInt16 => dictionary::<UInt16Type>(array),
                DataType::UInt32 => dictionary::<UInt32Type>(array),
                _ => dictionary::<UInt64Type>(array),
            },
            DataType::RunEndEncoded(ends, _) => match ends.data_type() {
                DataType::Int16 => runs::<Int16Type>(array),
                DataType::Int32 => runs::<Int32Type>(array),
                _ => runs::<Int64Type>(array),
            },
            _ => return Ok(None),
        };
        walked::count(array.len());
        let wrong = || PyValueError::new_err(format!("{name} has a place in it that its dictionary does not have"));
        made.ok_or_else(wrong).map(Some)
    }
}

/// None where a row has a place that is not there.
fn dictionary<K: ArrowDictionaryKeyType>(array: &ArrayRef) -> Option<Encoded> {
    let dictionary = array.as_dictionary::<K>();
    let (keys, values) = (dictionary.keys(), dictionary.values().clone());
    let place = |key: K::Native| {
        let place = key.to_usize().filter(|&place| place < values.len())?;
        u32::try_from(place).ok().filter(|&place| place != MISSING)
    };
    let nulls = keys.nulls().filter(|nulls| nulls.null_count() > 0);
    let places = match nulls {
        None => keys.values().iter().map(|&key| place(key)).collect::<Option<Vec<u32>>>()?,
        Some(_) => keys.iter().map(|key| key.map_or(Some(MISSING), place)).collect::<Option<Vec<u32>>>()?,
    };
    Some(Encoded { places, values })
}

fn runs<R: RunEndIndexType>(array: &ArrayRef) -> Option<Encoded> {
    let runs = array.as_any().downcast_ref::<RunArray<R>>()?;
    let (ends, first) = (runs.run_ends(), runs.run_ends().offset());
    let mut run = runs.get_start_physical_index();
    let place = |row: usize| {
        while ends.values().get(run)?.as_usize() <= row {
            run += 1;
        }
        u32::try_from(run).ok().filter(|&place| (place as usize) < runs.values().len())
    };
    let places = (first..first + runs.len()).map(place).collect::<Option<Vec<u32>>>()?;
    Some(Encoded { places, values: runs.values().clone() })
}

//! Arrow arrays from Python, through the Arrow PyCapsule interface.
//!
//! The unsafe code here takes over C structures that another library made; that they are what the interface says they are
//! is that library's promise, which the names of the capsules stand for.

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{ArrayRef, make_array};
use arrow_schema::ArrowError;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods, PyTuple};

/// The chunks of the array that the object is; None where it is no Arrow array.
pub fn chunks(value: &Bound<'_, PyAny>) -> PyResult<Option<Vec<ArrayRef>>> {
    let py = value.py();
    if value.hasattr(intern!(py, "__arrow_c_array__"))? {
        let capsules = value.call_method0(intern!(py, "__arrow_c_array__"))?;
        let capsules = capsules.cast_into::<PyTuple>()?;
        let schema = capsules.get_item(0)?.cast_into::<PyCapsule>()?;
        let array = capsules.get_item(1)?.cast_into::<PyCapsule>()?;
        return array_of(&schema, &array).map(|array| Some(vec![array]));
    }
    if value.hasattr(intern!(py, "__arrow_c_stream__"))? {
        let stream = value.call_method0(intern!(py, "__arrow_c_stream__"))?.cast_into::<PyCapsule>()?;
        let pointer = stream.pointer_checked(Some(c"arrow_array_stream"))?.cast::<FFI_ArrowArrayStream>();
        // SAFETY: a capsule of this name holds a valid stream, which `from_raw` moves out, leaving a released one.
        let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr()) };
        let reader = ArrayStreamReader::try_new(stream).map_err(arrow_error)?;
        return reader.collect::<Result<Vec<_>, _>>().map(Some).map_err(arrow_error);
    }
    Ok(None)
}

fn array_of(schema: &Bound<'_, PyCapsule>, array: &Bound<'_, PyCapsule>) -> PyResult<ArrayRef> {
    let schema = schema.pointer_checked(Some(c"arrow_schema"))?.cast::<FFI_ArrowSchema>();
    let array = array.pointer_checked(Some(c"arrow_array"))?.cast::<FFI_ArrowArray>();
    // SAFETY: capsules of these names hold a schema and an array, each released or not.
    let is_released = unsafe { schema.as_ref().release().is_none() || array.as_ref().is_released() };
    if is_released {
        return Err(PyValueError::new_err("an Arrow capsule that has been read before is empty: ask for a new one"));
    }
    // SAFETY: capsules of these names hold a valid schema and an array of it. `from_raw` moves the array out, leaving a
    // released one; the schema is only read while its capsule is alive.
    let data = unsafe { from_ffi(FFI_ArrowArray::from_raw(array.as_ptr()), schema.as_ref()) };
    Ok(make_array(data.map_err(arrow_error)?))
}

pub fn arrow_error(error: ArrowError) -> PyErr {
    match error {
        ArrowError::CDataInterface(message) => PyTypeError::new_err(message),
        error => PyValueError::new_err(error.to_string()),
    }
}

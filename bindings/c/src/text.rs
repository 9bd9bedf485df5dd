//! Text across the boundary: UTF-8 as a pointer and a length.

use core::ffi::c_char;
use core::fmt::{self, Display, Write};

use crate::failure::{Detail, Failure, Result};
use crate::pointer::{Buffer, Memory, Out, Plain, bytes};
use crate::status::{DIJIA_BUFFER_TOO_SMALL, DIJIA_INVALID_UTF8};

/// UTF-8 text: a pointer and a length in bytes, without a NUL at its end. Text that the library returns is part of the
/// library and valid as long as it is loaded; nobody frees it. An empty text may have a NULL pointer.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_text {
    /// The first byte.
    pub data: *const c_char,
    /// How many bytes.
    pub length: usize,
}

// SAFETY: a pointer and an integer.
unsafe impl Plain for dijia_text {}

impl From<&str> for dijia_text {
    fn from(text: &str) -> Self {
        Self { data: text.as_ptr().cast(), length: text.len() }
    }
}

impl dijia_text {
    /// No text.
    pub const EMPTY: Self = Self { data: core::ptr::null(), length: 0 };

    /// The text, once it is seen to be text.
    ///
    /// # Safety
    ///
    /// `data` must be NULL or point to `length` bytes that nobody changes while `'a` lasts.
    pub unsafe fn read<'a>(self) -> Result<&'a str> {
        // SAFETY: as here.
        unsafe { read(self.data, self.length) }
    }

    /// Where it is.
    pub fn memory(self) -> Memory {
        Memory::new(self.data, self.length)
    }
}

/// The text that a pointer and a length say.
///
/// # Safety
///
/// `data` must be NULL or point to `length` bytes that nobody changes while `'a` lasts.
pub unsafe fn read<'a>(data: *const c_char, length: usize) -> Result<&'a str> {
    // SAFETY: as here.
    core::str::from_utf8(unsafe { bytes(data.cast(), length) }?)
        .map_err(|error| Failure { detail: Detail::Offset(error.valid_up_to()), ..Failure::of(DIJIA_INVALID_UTF8) })
}

/// Writes a text, with a NUL at its end, into a buffer of the caller's, and its length without that NUL. A NULL buffer of
/// no capacity asks for the length alone.
///
/// # Safety
///
/// `buffer` must be NULL or point to `capacity` bytes, `length` be NULL or point to a `size_t`, both of which may be
/// written; and nothing that the text borrows may be in them.
pub unsafe fn write(text: impl Display, buffer: *mut c_char, capacity: usize, length: *mut usize) -> Result<()> {
    // SAFETY: as here.
    let (mut buffer, out) = unsafe { (Buffer::new(buffer.cast(), capacity)?, Out::new(length)?) };
    // Once to measure, so that nothing is written into a buffer that is too small.
    let mut measure = Measure(0);
    // Neither the texts of the library nor counting fail.
    let _ = write!(measure, "{text}");
    let needed = measure.0;
    if buffer.is_sizing() {
        out.write(needed);
        return Ok(());
    }
    if needed >= buffer.capacity() {
        out.write(needed);
        return Err(Failure::of(DIJIA_BUFFER_TOO_SMALL));
    }
    let mut filler = Filler { buffer: &mut buffer, at: 0 };
    let _ = write!(filler, "{text}");
    buffer.put(needed, b"\0");
    out.write(needed);
    Ok(())
}

/// Counts bytes.
struct Measure(usize);

impl Write for Measure {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.saturating_add(text.len());
        Ok(())
    }
}

/// Writes to a buffer of the caller's.
struct Filler<'a> {
    buffer: &'a mut Buffer,
    at: usize,
}

impl Write for Filler<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.buffer.put(self.at, text.as_bytes());
        self.at = self.at.saturating_add(text.len());
        Ok(())
    }
}

/// Writes to an array as much as fits with a NUL behind it, whole characters only.
pub struct Fixed<'a> {
    array: &'a mut [u8],
    /// How much has been written.
    pub length: usize,
    full: bool,
}

impl<'a> Fixed<'a> {
    pub fn new(array: &'a mut [u8]) -> Self {
        Self { array, length: 0, full: false }
    }
}

impl Write for Fixed<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            let mut bytes = [0; 4];
            let bytes = c.encode_utf8(&mut bytes).as_bytes();
            let end = self.length.saturating_add(bytes.len());
            // One byte is left for the NUL.
            self.full |= end >= self.array.len();
            if self.full {
                break;
            }
            if let Some(place) = self.array.get_mut(self.length..end) {
                for (to, from) in place.iter_mut().zip(bytes) {
                    *to = *from;
                }
                self.length = end;
            }
        }
        Ok(())
    }
}

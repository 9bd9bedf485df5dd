//! The caller's memory: the only place where his pointers are read or written.
//!
//! What the caller vouches for, here as everywhere in C, is that a pointer which is not NULL points to as many bytes as
//! the header says. Everything else is checked. Nothing is asked of alignment.

use core::mem::{MaybeUninit, size_of};
use core::ptr;

use crate::failure::{Failure, Result};
use crate::status::{DIJIA_INVALID_SIZE, DIJIA_NULL_POINTER, DIJIA_OVERLAP, DIJIA_TOO_LONG};

/// A type of the boundary: plain integers and pointers, for which every pattern of bits is a value.
///
/// # Safety
///
/// Every pattern of bits must be a value of the type.
pub unsafe trait Plain: Copy {}

// SAFETY: integers and pointers.
unsafe impl Plain for u8 {}
// SAFETY: as above.
unsafe impl Plain for u16 {}
// SAFETY: as above.
unsafe impl Plain for u32 {}
// SAFETY: as above.
unsafe impl Plain for i32 {}
// SAFETY: as above.
unsafe impl Plain for i64 {}
// SAFETY: as above.
unsafe impl Plain for f64 {}
// SAFETY: as above.
unsafe impl Plain for usize {}

/// Reads what a pointer points to.
///
/// # Safety
///
/// A pointer that is not NULL must point to a `T` that may be read.
pub unsafe fn read<T: Plain>(pointer: *const T) -> Result<T> {
    if pointer.is_null() {
        return Err(Failure::of(DIJIA_NULL_POINTER));
    }
    // SAFETY: it points to a `T`, says the caller; every pattern of bits is one.
    Ok(unsafe { ptr::read_unaligned(pointer) })
}

/// Where a result goes.
pub struct Out<T>(*mut T);

impl<T: Plain> Out<T> {
    /// # Safety
    ///
    /// A pointer that is not NULL must point to memory for a `T` that may be written.
    pub unsafe fn new(pointer: *mut T) -> Result<Self> {
        if pointer.is_null() { Err(Failure::of(DIJIA_NULL_POINTER)) } else { Ok(Self(pointer)) }
    }

    pub fn write(self, value: T) {
        // SAFETY: it is not NULL and points to memory for a `T`, as whoever made `self` vouched for.
        unsafe { ptr::write_unaligned(self.0, value) }
    }
}

/// The caller's text, or bytes.
///
/// # Safety
///
/// `data` must be NULL or point to `length` bytes that nobody changes while `'a` lasts.
pub unsafe fn bytes<'a>(data: *const u8, length: usize) -> Result<&'a [u8]> {
    if length == 0 {
        return Ok(&[]);
    }
    if data.is_null() {
        return Err(Failure::of(DIJIA_NULL_POINTER));
    }
    if isize::try_from(length).is_err() {
        return Err(Failure::of(DIJIA_TOO_LONG));
    }
    // SAFETY: not NULL, and no longer than memory can be; the caller vouches for the rest.
    Ok(unsafe { core::slice::from_raw_parts(data, length) })
}

/// Memory of the caller's, as addresses: what is written must not be what is still to be read.
#[derive(Clone, Copy)]
pub struct Memory {
    start: usize,
    end: usize,
}

impl Memory {
    pub const NONE: Self = Self { start: 0, end: 0 };

    pub fn new<T>(first: *const T, length: usize) -> Self {
        let start = first.addr();
        Self { start, end: start.saturating_add(length.saturating_mul(size_of::<T>())) }
    }

    /// Fails where the two have a byte in common.
    pub const fn apart_from(self, other: Self) -> Result<()> {
        if self.start < other.end && other.start < self.end && self.start < self.end && other.start < other.end {
            return Err(Failure::of(DIJIA_OVERLAP));
        }
        Ok(())
    }
}

/// An array of the caller's.
#[derive(Clone, Copy)]
pub struct Array<T> {
    first: *const T,
    length: usize,
}

impl<T: Plain> Array<T> {
    /// # Safety
    ///
    /// `first` must be NULL or point to `length` elements that nobody changes as long as the array is used.
    pub unsafe fn new(first: *const T, length: usize) -> Result<Self> {
        check_array::<T>(first.is_null(), length)?;
        Ok(Self { first, length })
    }

    pub const fn len(self) -> usize {
        self.length
    }

    pub fn iter(self) -> impl Iterator<Item = T> {
        (0..self.length).map(move |index| {
            // SAFETY: below the length that whoever made the array vouched for, which with `check_array` is no more than
            // memory holds.
            unsafe { ptr::read_unaligned(self.first.add(index)) }
        })
    }
}

/// An array of results.
pub struct OutArray<T> {
    first: *mut T,
    length: usize,
}

impl<T: Plain> OutArray<T> {
    /// # Safety
    ///
    /// `first` must be NULL or point to memory for `length` elements that may be written.
    pub unsafe fn new(first: *mut T, length: usize) -> Result<Self> {
        check_array::<T>(first.is_null(), length)?;
        Ok(Self { first, length })
    }

    pub fn write(&mut self, index: usize, value: T) {
        if index < self.length {
            // SAFETY: below the length that whoever made the array vouched for.
            unsafe { ptr::write_unaligned(self.first.add(index), value) }
        }
    }
}

fn check_array<T>(is_null: bool, length: usize) -> Result<()> {
    if length > 0 && is_null {
        return Err(Failure::of(DIJIA_NULL_POINTER));
    }
    check_bytes(length.checked_mul(size_of::<T>()))
}

fn check_bytes(bytes: Option<usize>) -> Result<()> {
    if bytes.is_none_or(|bytes| isize::try_from(bytes).is_err()) {
        return Err(Failure::of(DIJIA_TOO_LONG));
    }
    Ok(())
}

/// A struct of the caller's that begins with its own size, so that later versions can add fields at its end.
///
/// # Safety
///
/// The type must be `#[repr(C)]`, begin with a `usize` that is its size, and have no invalid pattern of bits.
pub unsafe trait Sized: Plain {
    /// The size that it had in the first version, which a program may still have.
    const FIRST: usize;
}

/// Says of a struct that it begins with its size, and which field was the last one of its first version.
macro_rules! sized {
    ($($name:ident to $last:ident;)*) => {$(
        // SAFETY: it begins with its size.
        unsafe impl $crate::pointer::Sized for $name {
            const FIRST: usize = $crate::pointer::end_of(::core::mem::offset_of!($name, $last), |of: &Self| &of.$last);
        }

        // No padding behind it, which a program need not set and a later field would lie in.
        const _: () = assert!(<$name as $crate::pointer::Sized>::FIRST.is_multiple_of(align_of::<$name>()));
    )*};
}
pub(crate) use sized;

/// Where a field ends that begins there.
pub const fn end_of<T, F>(begin: usize, _: fn(&T) -> &F) -> usize {
    begin + size_of::<F>()
}

/// The most bytes that a struct which says its own size may have.
const LARGEST: usize = 4096;

/// How many bytes a later version would have added to every struct, for the test that runs today's programs with it.
const GROWN: usize = if cfg!(feature = "grown") { 24 } else { 0 };
/// What such a version writes into them.
#[cfg(feature = "grown")]
const OF_LATER_VERSION: u8 = 0x47;

/// The size that a struct says, where one may have it.
///
/// # Safety
///
/// A pointer that is not NULL must point to a `size_t`.
pub unsafe fn said_size<T: Sized>(pointer: *const T) -> Result<usize> {
    // SAFETY: as here.
    let size = unsafe { read(pointer.cast::<usize>()) }?;
    if (T::FIRST..=LARGEST).contains(&size) { Ok(size) } else { Err(Failure::of(DIJIA_INVALID_SIZE)) }
}

/// Reads a struct that says its own size. Of one that an earlier version made, what it does not have is zero; one that a
/// later version made larger is read as far as it is known here, if all that is not known is zero.
///
/// # Safety
///
/// A pointer that is not NULL must point to a `size_t`, and to as many bytes as that says.
pub unsafe fn read_sized<T: Sized>(pointer: *const T) -> Result<T> {
    // SAFETY: as here; as many bytes are there as the size says.
    let whole = unsafe { bytes(pointer.cast::<u8>(), said_size(pointer)?) }?;
    if whole.iter().skip(size_of::<T>() + GROWN).any(|&byte| byte != 0) {
        return Err(Failure::of(DIJIA_INVALID_SIZE));
    }
    let mut value = MaybeUninit::<T>::zeroed();
    let known = whole.len().min(size_of::<T>());
    // SAFETY: no more bytes than either has; every pattern of bits is a value of the type.
    unsafe {
        ptr::copy_nonoverlapping(whole.as_ptr(), value.as_mut_ptr().cast::<u8>(), known);
        Ok(value.assume_init())
    }
}

/// Where a struct goes that says its own size. The caller's may be larger than what is known here: the rest of it stays
/// as it is; or smaller: it gets as much as it has room for.
pub struct OutSized<T> {
    pointer: *mut T,
    size: usize,
}

impl<T: Sized> OutSized<T> {
    /// # Safety
    ///
    /// As [`read_sized`], and the bytes may be written.
    pub unsafe fn new(pointer: *mut T) -> Result<Self> {
        // SAFETY: as here.
        let size = unsafe { said_size(pointer.cast_const()) }?;
        Ok(Self { pointer, size })
    }

    /// Writes the value; its size is that of the caller's.
    pub fn write(self, value: T) {
        // SAFETY: the caller's struct has as many bytes as its size says. Its first field, the size, is put back.
        unsafe {
            let known = self.size.min(size_of::<T>());
            ptr::copy_nonoverlapping(ptr::from_ref(&value).cast::<u8>(), self.pointer.cast::<u8>(), known);
            #[cfg(feature = "grown")]
            {
                let further = (self.size - known).min(GROWN);
                ptr::write_bytes(self.pointer.cast::<u8>().add(known), OF_LATER_VERSION, further);
            }
            ptr::write_unaligned(self.pointer.cast::<usize>(), self.size);
        }
    }
}

/// An array of results whose elements say their own size: that of the first is that of all, and the others need none.
pub struct OutSizedArray<T> {
    first: *mut T,
    length: usize,
    size: usize,
}

impl<T: Sized> OutSizedArray<T> {
    /// # Safety
    ///
    /// `first` must be NULL or point to memory for `length` elements of the size that the first one says, which may be
    /// written.
    pub unsafe fn new(first: *mut T, length: usize) -> Result<Self> {
        if length == 0 {
            return Ok(Self { first, length, size: 0 });
        }
        // SAFETY: as here.
        let size = unsafe { said_size(first.cast_const()) }?;
        check_bytes(length.checked_mul(size))?;
        Ok(Self { first, length, size })
    }

    /// Where it is.
    pub fn memory(&self) -> Memory {
        Memory::new(self.first.cast::<u8>(), self.length.saturating_mul(self.size))
    }

    pub fn write(&mut self, index: usize, value: T) {
        if index < self.length {
            // SAFETY: below the length that whoever made the array vouched for.
            let pointer = unsafe { self.first.byte_add(index * self.size) };
            OutSized { pointer, size: self.size }.write(value);
        }
    }
}

/// An array whose elements say their own size: that of the first is that of all.
#[derive(Clone, Copy)]
pub struct SizedArray<T> {
    first: *const T,
    length: usize,
    size: usize,
}

impl<T: Sized> SizedArray<T> {
    /// # Safety
    ///
    /// `first` must be NULL or point to `length` elements of the size that the first one says, which nobody changes as
    /// long as the array is used.
    pub unsafe fn new(first: *const T, length: usize) -> Result<Self> {
        if length == 0 {
            return Ok(Self { first, length, size: 0 });
        }
        // SAFETY: as here.
        let size = unsafe { said_size(first) }?;
        check_bytes(length.checked_mul(size))?;
        Ok(Self { first, length, size })
    }

    /// Where it is.
    pub fn memory(self) -> Memory {
        Memory::new(self.first.cast::<u8>(), self.length.saturating_mul(self.size))
    }

    /// A pointer to each element, or that it does not say the size of all.
    pub fn iter(self) -> impl Iterator<Item = Result<*const T>> {
        (0..self.length).map(move |index| {
            // SAFETY: below the length that whoever made the array vouched for; it has at least the bytes of a `size_t`.
            let (pointer, said) = unsafe {
                let pointer = self.first.byte_add(index * self.size);
                (pointer, read(pointer.cast::<usize>())?)
            };
            if said == self.size { Ok(pointer) } else { Err(Failure::of(DIJIA_INVALID_SIZE)) }
        })
    }
}

/// Room for as many values as the library takes, filled from the front; it costs nothing until it is filled.
pub struct Room<T: Copy, const MOST: usize> {
    places: [MaybeUninit<T>; MOST],
    length: usize,
}

impl<T: Copy, const MOST: usize> Room<T, MOST> {
    #[inline]
    pub const fn new() -> Self {
        Self { places: [const { MaybeUninit::uninit() }; MOST], length: 0 }
    }

    /// Adds a value; gives it back where there is no room.
    #[inline]
    pub fn push(&mut self, value: T) -> core::result::Result<(), T> {
        let place = self.places.get_mut(self.length).ok_or(value)?;
        place.write(value);
        self.length += 1;
        Ok(())
    }

    #[inline]
    pub fn as_slice(&self) -> &[T] {
        let filled = self.places.get(..self.length).unwrap_or_default();
        // SAFETY: the first `length` places have been written, and a `MaybeUninit<T>` has the layout of a `T`.
        unsafe { core::slice::from_raw_parts(filled.as_ptr().cast::<T>(), filled.len()) }
    }
}

/// A buffer of the caller's for text.
pub struct Buffer {
    pointer: *mut u8,
    capacity: usize,
}

impl Buffer {
    /// # Safety
    ///
    /// `pointer` must be NULL or point to `capacity` bytes that may be written.
    pub unsafe fn new(pointer: *mut u8, capacity: usize) -> Result<Self> {
        check_array::<u8>(pointer.is_null(), capacity)?;
        Ok(Self { pointer, capacity })
    }

    pub const fn is_sizing(&self) -> bool {
        self.pointer.is_null()
    }

    pub const fn capacity(&self) -> usize {
        self.capacity
    }

    /// Puts bytes at that place; what has no room is left out.
    pub fn put(&mut self, at: usize, text: &[u8]) {
        if self.pointer.is_null() || at >= self.capacity {
            return;
        }
        let length = text.len().min(self.capacity - at);
        // SAFETY: `at + length` is at most the capacity that whoever made the buffer vouched for. The text is the
        // library's, or a name of the caller's, which was seen to lie apart from the buffer before it was borrowed.
        unsafe { ptr::copy_nonoverlapping(text.as_ptr(), self.pointer.add(at), length) }
    }
}

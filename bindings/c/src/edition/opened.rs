//! Editions opened from the bytes of an edition file, in memory of the caller's.

use core::ffi::c_void;
use core::mem::{MaybeUninit, offset_of};
use core::ptr;

use dijia::Edition;

use crate::edition::{dijia_edition, read_edition};
use crate::error::{dijia_error, report};
use crate::failure::{Failure, Result};
use crate::pointer::{Memory, Out, Plain, bytes};
use crate::status::{DIJIA_BUFFER_TOO_SMALL, DIJIA_NULL_POINTER, dijia_status};

/// Memory for an opened edition: as much as this version of the library needs, and room for later ones.
/// `dijia_edition_storage_size` says how much of it the library that is linked needs.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_edition_storage {
    /// The library's; all zero where there is no edition.
    pub words: [u64; 256],
}

// SAFETY: integers.
unsafe impl Plain for dijia_edition_storage {}

/// What is in the storage. What a pointer to an edition points to is the library's, wherever it is, if its first words say
/// where it is and that this library opened it.
#[repr(C)]
struct Opened {
    mark: Mark,
    edition: MaybeUninit<Edition<'static>>,
}

/// What an opened edition begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(C)]
struct Mark {
    /// Bytes that nothing else begins with.
    magic: u64,
    /// Where a thing of this library is: no other library, nor another copy of this one, reads what it opened.
    library: usize,
    /// Where the opened edition is itself: a copy is none.
    place: usize,
}

// SAFETY: integers.
unsafe impl Plain for Mark {}

/// Is where it is.
static LIBRARY: u8 = 0;

impl Mark {
    const NONE: Self = Self { magic: 0, library: 0, place: 0 };

    fn of(place: *const Opened) -> Self {
        let magic = u64::from_le_bytes(*b"\x89dijia\x02\xff");
        Self { magic, library: ptr::addr_of!(LIBRARY).addr(), place: place.addr() }
    }
}

const _: () = assert!(
    offset_of!(Opened, mark) == 0
        && size_of::<dijia_edition_storage>() >= 3 * NEEDED / 2
        && size_of::<dijia_edition_storage>().is_multiple_of(align_of::<Opened>()),
    "room for later versions"
);

/// How many bytes of storage are enough wherever it begins.
const NEEDED: usize = size_of::<Opened>() + align_of::<Opened>() - 1;

/// The edition that was opened there; none where there is none.
///
/// # Safety
///
/// As [`read_edition`], and the pointer is not NULL.
pub unsafe fn read(edition: *const dijia_edition) -> Option<&'static Edition<'static>> {
    let opened = edition.cast::<Opened>();
    if !opened.is_aligned() {
        return None;
    }
    // SAFETY: the pointer points to memory that may be read, says the caller; every pattern of bits is a mark. Where it is
    // that of an edition opened there, one is, and nobody has changed it, says the caller.
    unsafe { (opened.cast::<Mark>().read() == Mark::of(opened)).then(|| (*opened).edition.assume_init_ref()) }
}

/// How many bytes of storage the library that is linked needs for an opened edition.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_edition_storage_size() -> usize {
    NEEDED
}

/// Opens an edition from the bytes of an edition file, such as `dijia-tables pack` writes, and checks it whole: whatever is
/// read from it later is what it should be. Nothing is copied and nothing allocated: the edition is made in `storage`, a
/// `dijia_edition_storage` or any memory of `dijia_edition_storage_size` bytes, and `out` points into it.
///
/// The bytes and the storage are the caller's and must stay where and as they are as long as the edition is used, and
/// likewise every text that comes of it. A copy of the storage is no edition. When it is no longer used both can simply be
/// freed; `dijia_edition_close` before that makes every later use of the pointer an error, as long as the storage is there.
///
/// Every function that takes an edition takes an opened one, from any thread; every other pointer to memory that is there is
/// `DIJIA_UNKNOWN_EDITION`.
///
/// Fails with `DIJIA_INVALID_FILE`, where the message says what is wrong with the file, `DIJIA_BUFFER_TOO_SMALL` for a
/// `capacity` below `dijia_edition_storage_size`, `DIJIA_NULL_POINTER`, `DIJIA_TOO_LONG`, `DIJIA_OVERLAP`; then the storage
/// is as it was.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_open(
    data: *const u8,
    length: usize,
    storage: *mut c_void,
    capacity: usize,
    out: *mut *const dijia_edition,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let file: &'static [u8] = bytes(data, length)?;
            Memory::new(data, length).apart_from(Memory::new(storage.cast::<u8>(), capacity))?;
            let opened = place(storage, capacity)?;
            let edition = Edition::open(file)?;
            opened.write(Opened { mark: Mark::of(opened), edition: MaybeUninit::new(edition) });
            out.write(opened.cast_const().cast());
            Ok(())
        })
    }
}

/// Where in the storage the edition goes.
fn place(storage: *mut c_void, capacity: usize) -> Result<*mut Opened> {
    if storage.is_null() {
        return Err(Failure::of(DIJIA_NULL_POINTER));
    }
    let shift = storage.cast::<u8>().align_offset(align_of::<Opened>());
    if shift.checked_add(size_of::<Opened>()).is_none_or(|needed| needed > capacity) {
        return Err(Failure::of(DIJIA_BUFFER_TOO_SMALL));
    }
    Ok(storage.wrapping_byte_add(shift).cast())
}

/// Ends the use of an opened edition: from then on its pointer is `DIJIA_UNKNOWN_EDITION`. Nothing is freed. For NULL, and for
/// an edition of the library, nothing is done.
///
/// Fails with `DIJIA_UNKNOWN_EDITION`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_edition_close(edition: *const dijia_edition, error: *mut dijia_error) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            if edition.is_null() {
                return Ok(());
            }
            let known = read_edition(edition)?;
            if !ptr::eq(ptr::from_ref(known).cast(), edition) {
                // It is an opened one, in storage of the caller's, who has ended its use.
                edition.cast_mut().cast::<Mark>().write(Mark::NONE);
            }
            Ok(())
        })
    }
}

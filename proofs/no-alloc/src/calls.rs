//! The ways in which a trait of a public type is called. A turbofish names the type, so that the check that no public
//! item is forgotten finds `display::<Grade>` in the text of this proof.

use core::fmt::{Debug, Display, Write};
use core::hash::{Hash, Hasher};
use core::str::FromStr;

/// Text into bytes that belong to the caller, who lives outside.
pub struct Out<'a> {
    bytes: &'a mut [u8],
    len: usize,
}

impl Write for Out<'_> {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        let end = self.len.checked_add(text.len()).ok_or(core::fmt::Error)?;
        self.bytes.get_mut(self.len..end).ok_or(core::fmt::Error)?.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}

impl Hasher for Out<'_> {
    fn finish(&self) -> u64 {
        self.len as u64
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let _ = self.write_char(char::from(*byte));
        }
    }
}

impl Out<'_> {
    /// Lets a value out.
    pub fn put<T: ?Sized>(&mut self, value: &T) {
        core::hint::black_box(value);
    }
}

pub fn from_str<T: FromStr<Err = dijia_core::Misspelling>>(text: &str, out: &mut Out<'_>) {
    out.put(&T::from_str(text));
}

pub fn display<T: Display>(value: &T, out: &mut Out<'_>) {
    // Twice: a width is another path, through `Formatter::pad`.
    let _ = write!(out, "{value}|{value:>9}|{value:#}");
}

pub fn debug<T: Debug>(value: &T, out: &mut Out<'_>) {
    #[cfg(feature = "debug")]
    let _ = write!(out, "{value:?}|{value:#?}");
    out.put(value);
}

pub fn eq<T: PartialEq>(value: &T, other: &T, out: &mut Out<'_>) {
    out.put(&(value == other));
}

pub fn cmp<T: Ord>(value: &T, other: &T, out: &mut Out<'_>) {
    out.put(&value.cmp(other));
}

pub fn hash<T: Hash>(value: &T, out: &mut Out<'_>) {
    value.hash(out);
}

pub fn default<T: Default>(out: &mut Out<'_>) {
    out.put(&T::default());
}

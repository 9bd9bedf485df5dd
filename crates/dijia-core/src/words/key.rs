use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

/// What an edition is asked for by: a word that everybody knows, or one that it lists itself.
///
/// [`LandUse::Commercial`](crate::LandUse) is a key wherever one is taken; a key of an edition's own words comes from the
/// edition, as by [`Edition::land_use`](crate::Edition::land_use), and is a key of that edition alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key<T> {
    /// A word of the trade.
    Known(T),
    /// A word of the edition's.
    Listed(Listed<T>),
}

/// The place of a word in the list of an edition, which knows it again.
pub struct Listed<T> {
    edition: u16,
    place: u16,
    of: PhantomData<fn() -> T>,
}

impl<T> Listed<T> {
    pub(crate) const fn new(edition: u16, place: u16) -> Self {
        Self { edition, place, of: PhantomData }
    }

    /// The place, where it is one in the list of that edition.
    pub(crate) const fn place_in(self, edition: u16) -> Option<u16> {
        if self.edition == edition { Some(self.place) } else { None }
    }

    /// Both as one number, for another language to hold.
    #[must_use]
    pub const fn to_bits(self) -> u32 {
        (self.edition as u32) << 16 | self.place as u32
    }

    /// What [`to_bits`](Self::to_bits) gave.
    #[must_use]
    pub const fn from_bits(bits: u32) -> Self {
        Self::new((bits >> 16) as u16, bits as u16)
    }
}

impl<T> From<T> for Key<T> {
    fn from(known: T) -> Self {
        Self::Known(known)
    }
}

impl<T> Clone for Listed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Listed<T> {}

impl<T> PartialEq for Listed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.to_bits() == other.to_bits()
    }
}

impl<T> Eq for Listed<T> {}

impl<T> PartialOrd for Listed<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Listed<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.to_bits().cmp(&other.to_bits())
    }
}

impl<T> Hash for Listed<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.to_bits().hash(state);
    }
}

impl<T> fmt::Debug for Listed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04x}:{}", self.edition, self.place)
    }
}

use crate::words::{Area, Excerpt, Grade, LandUse, Language, ZoneCode};

/// A word as an error carries it: one of the trade's, or the name that an edition has for its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named<T> {
    /// A word of the trade.
    Known(T),
    /// The name of an edition's own.
    Listed(Excerpt),
}

impl<T> Named<T> {
    /// The word of the trade, if it is one.
    pub const fn known(self) -> Option<T>
    where
        T: Copy,
    {
        match self {
            Self::Known(known) => Some(known),
            Self::Listed(_) => None,
        }
    }
}

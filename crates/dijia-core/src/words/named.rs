use core::fmt;

use crate::words::{Area, Excerpt, LandUse};

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

impl<T: fmt::Display> fmt::Display for Named<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(known) => known.fmt(f),
            Self::Listed(name) => name.fmt(f),
        }
    }
}

impl Named<LandUse> {
    /// The name in Chinese.
    #[must_use]
    pub fn chinese(&self) -> &str {
        match self {
            Self::Known(known) => known.chinese(),
            Self::Listed(name) => name.as_str(),
        }
    }
}

impl Named<Area> {
    /// The name in Chinese.
    #[must_use]
    pub fn chinese(&self) -> &str {
        match self {
            Self::Known(known) => known.chinese(),
            Self::Listed(name) => name.as_str(),
        }
    }
}

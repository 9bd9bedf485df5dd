use crate::edition::Edition;
use crate::edition::lists::{AreaOfEdition, GradeOfEdition, LandUseOfEdition};
use crate::error::Result;
use crate::words::{Area, Grade, Key, LandUse, ZoneCode};

/// What an edition can be asked for by: a word of the trade, such as [`LandUse::Commercial`]; a text in any spelling, read
/// with the edition's own names; a [`Key`]; or what the edition lists itself.
///
/// ```text
/// JINAN_2020.zone_price(LandUse::Commercial, "iii－４")?;
/// JINAN_2020.zone_price("商服", "Ⅲ-4")?;
/// ```
pub trait Word<T>: Copy {
    /// The key that the edition knows it by.
    ///
    /// # Errors
    ///
    /// A misspelling, for a text that is not read.
    fn key_in(self, edition: &Edition<'_>) -> Result<Key<T>>;
}

macro_rules! words {
    ($($word:ident by $reader:ident $(or $listed:ident)?;)*) => {$(
        impl Word<$word> for $word {
            #[inline]
            fn key_in(self, _: &Edition<'_>) -> Result<Key<$word>> {
                Ok(Key::Known(self))
            }
        }

        impl Word<$word> for Key<$word> {
            #[inline]
            fn key_in(self, _: &Edition<'_>) -> Result<Key<$word>> {
                Ok(self)
            }
        }

        impl Word<$word> for &str {
            #[inline]
            fn key_in(self, edition: &Edition<'_>) -> Result<Key<$word>> {
                edition.$reader(self)
            }
        }

        $(impl Word<$word> for $listed<'_> {
            fn key_in(self, _: &Edition<'_>) -> Result<Key<$word>> {
                Ok(self.key())
            }
        })?
    )*};
}

words! {
    LandUse by land_use or LandUseOfEdition;
    Area by area or AreaOfEdition;
    Grade by grade or GradeOfEdition;
    ZoneCode by zone_code;
}

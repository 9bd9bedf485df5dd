//! Land uses by the codes and the words of land-use schemes.

use crate::edition::{Edition, LandUseCode};
use crate::error::{Error, Result};
use crate::words::{Excerpt, Key, LandUse, LandUseScheme, Misspelling, Normal};

impl Edition<'_> {
    /// The codes of land-use schemes of which the edition says what they are priced as, in the order of its table.
    pub fn land_use_codes(&self) -> impl ExactSizeIterator<Item = LandUseCode<'_>> {
        (0..self.sections.codes.len()).map(|place| LandUseCode { edition: self, place: place as u16 })
    }

    /// The land use that land of a code is priced as: what the edition says in a table of its own; where that has no such
    /// code, the land use that is called as the scheme calls the code, 商服用地 for 05 of GB/T 21010-2017. Nothing else is
    /// guessed: neither that a code is priced as the class that it is a part of, nor as what resembles it.
    ///
    /// # Errors
    ///
    /// [`Error::CodeNotPriced`] where neither says what it is priced as, or the edition says that it has no price;
    /// [`Error::NoSuchCode`] where the scheme has no such code; [`Error::NoSuchScheme`] for a scheme that neither the edition
    /// nor the library knows; [`Error::BareCode`] for none.
    pub fn land_use_by_code(&self, scheme: &str, code: &str) -> Result<Key<LandUse>> {
        let (Some(normal_scheme), Some(normal)) = (Normal::of(scheme), Normal::of(code)) else {
            return Err(Error::NoSuchCode { scheme: Excerpt::new(scheme), code: Excerpt::new(code) });
        };
        if normal_scheme.as_str().is_empty() {
            return Err(bare_code(normal.as_str()));
        }
        let known = LandUseScheme::find(scheme);
        let is_scheme = |of: &str| match known {
            Some(known) => LandUseScheme::find(of) == Some(known),
            None => normal_scheme.is(of),
        };
        if let Some(row) = self.land_use_codes().find(|row| is_scheme(row.scheme()) && normal.is(row.code())) {
            let known_name = known.and_then(|scheme| scheme.name_of(normal.as_str()));
            let name = if row.name().is_empty() { known_name.unwrap_or_default() } else { row.name() };
            return row
                .land_use()
                .map(|land_use| land_use.key())
                .ok_or_else(|| not_priced(row.scheme(), row.code(), name));
        }
        let Some(known) = known else {
            let has_scheme = self.land_use_codes().any(|row| is_scheme(row.scheme()));
            let scheme = Excerpt::new(scheme);
            let no_code = Error::NoSuchCode { scheme, code: Excerpt::new(code) };
            return Err(if has_scheme { no_code } else { Error::NoSuchScheme { scheme } });
        };
        let Some(name) = known.name_of(normal.as_str()) else {
            return Err(Error::NoSuchCode { scheme: Excerpt::new(known.name()), code: Excerpt::new(code) });
        };
        // A class that the edition divides says so: which part is meant is not guessed.
        let key = self.named_use(name).or_else(|| name.parse().ok().map(Key::Known));
        key.ok_or_else(|| not_priced(known.name(), normal.as_str(), name))
    }

    /// The land use that a word is priced as which is no name of one, but that of a code of the edition's table; else why it
    /// is none.
    #[cold]
    #[inline(never)]
    pub(super) fn land_use_of_scheme(&self, text: &str, misspelling: Misspelling) -> Result<Key<LandUse>> {
        let Some(normal) = Normal::of(text) else { return Err(self.unlisted(misspelling).into()) };
        let word = normal.as_str();
        let mut rows = self.land_use_codes().filter(|row| !row.name().is_empty() && normal.is(row.name()));
        if let Some(first) = rows.next() {
            let land_use = first.land_use().filter(|_| rows.all(|row| row.land_use() == first.land_use()));
            return land_use
                .map(|land_use| land_use.key())
                .ok_or_else(|| not_priced(first.scheme(), first.code(), first.name()));
        }
        if (2..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(bare_code(word));
        }
        let in_scheme = |scheme: LandUseScheme| scheme.named(word).map(|(code, name)| (scheme, code, name));
        match LandUseScheme::ALL.into_iter().find_map(in_scheme) {
            Some((scheme, code, name)) => Err(not_priced(scheme.name(), code, name)),
            None => Err(self.unlisted(misspelling).into()),
        }
    }
}

fn bare_code(code: &str) -> Error {
    Error::BareCode { code: Excerpt::new(code), readings: LandUseScheme::ALL.map(|scheme| scheme.name_of(code)) }
}

fn not_priced(scheme: &str, code: &str, name: &str) -> Error {
    Error::CodeNotPriced { scheme: Excerpt::new(scheme), code: Excerpt::new(code), name: Excerpt::new(name) }
}

use crate::appraisal::given_names::GivenNames;
use crate::appraisal::{Appraisal, BasePrice};
use crate::error::{Error, Result};
use crate::words::text::{is_same, trim};
use crate::words::{Excerpt, Normal, Quantity};

impl<'a> Appraisal<'a> {
    /// Whether every input takes part, no name is given twice, and the lists are short enough: what
    /// [`appraise`](Self::appraise) looks at first. It depends on which inputs are given, and not on their values.
    ///
    /// # Errors
    ///
    /// [`Error::TakesNoPart`], [`Error::TooMany`], [`Error::NamedTwice`].
    pub fn check_inputs(&self) -> Result<()> {
        self.checked().map(drop)
    }

    /// As [`check_inputs`](Self::check_inputs); the names that are given.
    pub(crate) fn checked(&self) -> Result<GivenNames<'_, 'a>> {
        let term = self.remaining_term.is_some() || self.expiry_date.is_some();
        let site = self.site_development.is_some();
        let own = matches!(self.base, BasePrice::Own { .. });
        let published = self.corrections_as_published;
        let of_document = self.base.basis().is_some();
        for (is_given, quantity, has_use, without) in [
            (self.needless_basis, Quantity::Basis, false, Quantity::OwnPrice),
            (self.origin.is_some(), Quantity::Origin, own, Quantity::OwnPrice),
            (self.capitalization_rate.is_some(), Quantity::CapitalizationRate, term, Quantity::RemainingTerm),
            (self.statutory_term.is_some(), Quantity::StatutoryTerm, term, Quantity::RemainingTerm),
            (self.longer_term, Quantity::LongerTerm, term, Quantity::RemainingTerm),
            (self.base_date.is_some(), Quantity::BaseDate, self.valuation_date.is_some(), Quantity::ValuationDate),
            (self.basis_development.is_some(), Quantity::BasisDevelopment, site, Quantity::SiteDevelopment),
            (!self.unit_costs.is_empty(), Quantity::UnitCost, site, Quantity::SiteDevelopment),
            (published, Quantity::PublishedCorrections, of_document, Quantity::Basis),
            (!self.levels.is_empty(), Quantity::Level, published, Quantity::PublishedCorrections),
        ] {
            if is_given && !has_use {
                return Err(Error::TakesNoPart { quantity, without });
            }
        }
        let names = self.coefficients.iter().map(|coefficient| coefficient.name);
        check_names(Quantity::Coefficient, names, Self::MAX_COEFFICIENTS)?;
        let names = self.factor_corrections.iter().map(|correction| correction.name);
        check_names(Quantity::FactorCorrections, names, Self::MAX_FACTOR_CORRECTIONS)?;
        if self.levels.is_empty() {
            return Ok(GivenNames::in_any_spelling(self));
        }
        let names = GivenNames::of(self);
        let levels = names.levels();
        check_names(Quantity::Level, levels.clone(), Self::MAX_LEVELS)?;
        let mut values = names.values();
        if names.are_normal {
            // Of these each has one spelling, and that no level is there twice has been seen.
            let twice = values.find(|value| levels.clone().any(|level| is_same(level.as_bytes(), value.as_bytes())));
            return twice.map_or(Ok(names), |name| Err(named_twice(name)));
        }
        // What has a level is found in whatever spelling, and so is what is named twice.
        for name in values {
            check_again(name, levels.clone())?;
        }
        let mut rest = levels;
        while let Some(name) = rest.next() {
            check_again(name, rest.clone())?;
        }
        Ok(names)
    }
}

fn named_twice(name: &str) -> Error {
    Error::NamedTwice { quantity: Quantity::Level, name: Excerpt::new(trim(name)) }
}

/// Whether what a level or a value is given for is none of these too, which have levels.
fn check_again<'a>(name: &'a str, mut others: impl Iterator<Item = &'a str>) -> Result<()> {
    let is_it = |normal: Normal| others.any(|other| normal.is(other));
    match Normal::of(name).is_some_and(is_it) {
        true => Err(named_twice(name)),
        false => Ok(()),
    }
}

/// Whether there are no more names than that, and none is there twice. What has no name is not named twice.
fn check_names<'a>(quantity: Quantity, names: impl ExactSizeIterator<Item = &'a str>, most: usize) -> Result<()> {
    let count = names.len();
    if count > most {
        return Err(Error::TooMany { quantity, count, most });
    }
    let mut room = [""; MOST];
    let mut rest = trimmed(names, &mut room);
    while let [name, others @ ..] = rest {
        if !name.is_empty() && others.iter().any(|other| is_same(other.as_bytes(), name.as_bytes())) {
            return Err(Error::NamedTwice { quantity, name: Excerpt::new(name) });
        }
        rest = others;
    }
    Ok(())
}

/// The most names of a list.
const MOST: usize = 64;
const _: () = assert!(
    Appraisal::MAX_COEFFICIENTS <= MOST && Appraisal::MAX_FACTOR_CORRECTIONS <= MOST && Appraisal::MAX_LEVELS <= MOST
);

/// The names without what nobody sees around them.
fn trimmed<'n, 'a>(names: impl Iterator<Item = &'a str>, room: &'n mut [&'a str; MOST]) -> &'n [&'a str] {
    let mut count = 0;
    for (place, name) in room.iter_mut().zip(names) {
        *place = trim(name);
        count += 1;
    }
    room.get(..count).unwrap_or_default()
}

use crate::appraisal::Appraisal;
use crate::words::Normal;
use crate::words::normal::is_normal;
use crate::words::text::is_same;

/// What the caller gives a level or a value for, by its name.
#[derive(Clone, Copy)]
pub(crate) struct GivenNames<'p, 'a> {
    appraisal: &'p Appraisal<'a>,
    /// Whether each of them is known to have one spelling.
    pub(crate) are_normal: bool,
}

impl<'p, 'a> GivenNames<'p, 'a> {
    pub(crate) fn of(appraisal: &'p Appraisal<'a>) -> Self {
        let names = Self::in_any_spelling(appraisal);
        Self { are_normal: names.levels().chain(names.values()).all(is_normal), ..names }
    }

    /// Those whose spelling is not looked at.
    pub(crate) const fn in_any_spelling(appraisal: &'p Appraisal<'a>) -> Self {
        Self { appraisal, are_normal: false }
    }

    /// Those that have levels.
    pub(crate) fn levels(&self) -> impl ExactSizeIterator<Item = &'a str> + Clone + use<'a> {
        self.appraisal.levels.iter().map(|level| level.of)
    }

    /// Those that have values.
    pub(crate) fn values(&self) -> impl Iterator<Item = &'a str> + Clone + use<'a> {
        let coefficients = self.appraisal.coefficients.iter().map(|coefficient| coefficient.name);
        coefficients.chain(self.appraisal.factor_corrections.iter().map(|correction| correction.name))
    }

    /// Whether that is one of them, in whatever spelling.
    pub(crate) fn has(&self, name: &str) -> bool {
        let mut names = self.levels().chain(self.values());
        names.clone().any(|given| is_same(given.as_bytes(), name.as_bytes()))
            || !(self.are_normal && is_normal(name))
                && Normal::of(name).is_some_and(|name| names.any(|given| name.is(given)))
    }
}

use rust_decimal::Decimal;

use crate::edition::{Basis, Corrections, Edition, Formula, GradePrice, ZonePrice};
use crate::error::{Error, Result};
use crate::words::Quantity;

/// The benchmark price that an appraisal starts from (P), and whose it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum BasePrice<'a> {
    /// The published price of a zone.
    Zone(ZonePrice<'a>),
    /// The published price of a grade, because the caller asked for the grade.
    Grade(GradePrice<'a>),
    /// A price that the caller brings, and the published basis that it has, if any.
    Own {
        /// The price, 元/㎡ of land.
        per_square_metre: Decimal,
        /// What the price assumes.
        basis: Option<Basis<'a>>,
    },
}

impl<'a> BasePrice<'a> {
    /// The price, 元/㎡ of land.
    ///
    /// # Errors
    ///
    /// [`Error::NotStated`](crate::Error::NotStated) where the price is published for a square metre of floor, and no plot
    /// ratio is that it would be one of land by.
    pub fn per_square_metre(&self) -> Result<Decimal> {
        match self {
            Self::Zone(price) => price.per_square_metre(),
            Self::Grade(price) => price.per_square_metre(),
            Self::Own { per_square_metre, .. } => Ok(*per_square_metre),
        }
    }

    /// What the price assumes; none for a price of the caller's without a basis.
    #[must_use]
    pub fn basis(&self) -> Option<Basis<'a>> {
        match self {
            Self::Zone(price) => Some(price.basis()),
            Self::Grade(price) => Some(price.basis()),
            Self::Own { basis, .. } => *basis,
        }
    }

    /// The tables of corrections that its document prints for it.
    pub(crate) fn corrections(&self) -> Option<Corrections<'a>> {
        match self {
            Self::Zone(price) => Some(price.corrections()),
            Self::Grade(price) => Some(price.corrections()),
            Self::Own { basis, .. } => basis.map(|basis| basis.corrections()),
        }
    }

    /// The formula of its document.
    pub(crate) fn formula(&self) -> Formula {
        self.edition().and_then(Edition::formula).unwrap_or_default()
    }

    /// The edition whose period in force the valuation date should be in.
    pub(crate) fn edition(&self) -> Option<&'a Edition<'a>> {
        self.basis().map(|basis| basis.edition())
    }

    /// That something is needed which neither the caller gave nor the document states.
    pub(crate) fn missing(&self, quantity: Quantity, needed_by: Quantity) -> Error {
        match self.edition() {
            Some(edition) => edition.not_stated(quantity, needed_by),
            None => Error::Missing { quantity, needed_by },
        }
    }
}

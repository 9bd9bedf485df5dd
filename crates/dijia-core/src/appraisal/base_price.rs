use rust_decimal::Decimal;

use crate::edition::{Basis, Document, GradePrice, ZonePrice};

/// The benchmark price that an appraisal starts from (P), and whose it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum BasePrice<'a> {
    /// The published price of a zone.
    Zone(&'a ZonePrice),
    /// The published price of a grade, because the caller asked for the grade.
    Grade(&'a GradePrice),
    /// A price that the caller brings, and the published basis that it has, if any.
    Own {
        /// The price, 元/㎡ of land.
        per_square_metre: Decimal,
        /// What the price assumes.
        basis: Option<&'a Basis>,
    },
}

impl<'a> BasePrice<'a> {
    /// The price, 元/㎡ of land.
    #[must_use]
    pub const fn per_square_metre(&self) -> Decimal {
        match self {
            Self::Zone(price) => price.per_square_metre,
            Self::Grade(price) => price.per_square_metre,
            Self::Own { per_square_metre, .. } => *per_square_metre,
        }
    }

    /// What the price assumes; none for a price of the caller's without a basis.
    #[must_use]
    pub const fn basis(&self) -> Option<&'a Basis> {
        match self {
            Self::Zone(price) => Some(price.basis),
            Self::Grade(price) => Some(price.basis),
            Self::Own { basis, .. } => *basis,
        }
    }

    /// The document whose period in force the valuation date should be in.
    pub(crate) fn document(&self) -> Option<&'static Document> {
        self.basis().map(|basis| basis.citation.document)
    }
}

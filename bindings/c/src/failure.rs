//! Why a call has no result, as this crate passes it on.

use dijia::{Error, InvalidFile, Misspelling, Spelling};

use crate::status::*;

pub type Result<T> = core::result::Result<T, Failure>;

/// Why a call has no result, as this crate passes it on.
#[derive(Clone, Copy)]
pub struct Failure {
    pub status: dijia_status,
    pub index: usize,
    pub detail: Detail,
}

/// What there is to say beside the status.
#[derive(Clone, Copy)]
pub enum Detail {
    None,
    /// Where reading stopped, in bytes.
    Offset(usize),
    /// How many were given, and how many are allowed or there are.
    Counts((usize, usize)),
    Error(Error),
    File(InvalidFile),
}

impl Failure {
    pub const fn of(status: dijia_status) -> Self {
        Self { status, index: 0, detail: Detail::None }
    }

    /// The same of the element at that index of an array.
    pub const fn at(self, index: usize) -> Self {
        Self { index, ..self }
    }
}

impl From<Misspelling> for Failure {
    fn from(misspelling: Misspelling) -> Self {
        Error::from(misspelling).into()
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { detail: Detail::Error(error), ..Self::of(status(&error)) }
    }
}

impl From<InvalidFile> for Failure {
    fn from(invalid: InvalidFile) -> Self {
        Self { detail: Detail::File(invalid), ..Self::of(DIJIA_INVALID_FILE) }
    }
}

fn status(error: &Error) -> dijia_status {
    match error {
        Error::Misspelled(misspelling) => match misspelling.of {
            Spelling::LandUse => DIJIA_INVALID_LAND_USE,
            Spelling::Grade => DIJIA_INVALID_GRADE,
            Spelling::ZoneCode => DIJIA_INVALID_ZONE_CODE,
            Spelling::Area => DIJIA_INVALID_AREA,
            Spelling::Service => DIJIA_INVALID_SERVICE,
            Spelling::DevelopmentLevel => DIJIA_INVALID_DEVELOPMENT_LEVEL,
            Spelling::Decimal => DIJIA_INVALID_DECIMAL,
            Spelling::Date => DIJIA_INVALID_DATE,
            _ => DIJIA_INTERNAL,
        },
        Error::NoSuchGrade { .. } => DIJIA_NO_SUCH_GRADE,
        Error::NoSuchZone { .. } => DIJIA_NO_SUCH_ZONE,
        Error::FiguresNotInHand { .. } => DIJIA_FIGURES_NOT_IN_HAND,
        Error::NoBasis { .. } => DIJIA_NO_BASIS,
        Error::NoSuchUse { .. } => DIJIA_NO_SUCH_USE,
        Error::SeveralUses { .. } => DIJIA_SEVERAL_USES,
        Error::NoSuchArea { .. } => DIJIA_NO_SUCH_AREA,
        Error::BareCode { .. } => DIJIA_BARE_CODE,
        Error::NoSuchScheme { .. } => DIJIA_NO_SUCH_SCHEME,
        Error::NoSuchCode { .. } => DIJIA_NO_SUCH_CODE,
        Error::CodeNotPriced { .. } => DIJIA_CODE_NOT_PRICED,
        Error::NoSuchFactor { .. } => DIJIA_NO_SUCH_FACTOR,
        Error::NoSuchLevel { .. } => DIJIA_NO_SUCH_LEVEL,
        Error::NotTabulated { .. } => DIJIA_NOT_TABULATED,
        Error::NoSuchCity { .. } => DIJIA_NO_SUCH_CITY,
        Error::NoneInForce { .. } => DIJIA_NONE_IN_FORCE,
        Error::SeveralInForce { .. } => DIJIA_SEVERAL_IN_FORCE,
        Error::NotStated { .. } => DIJIA_NOT_STATED,
        Error::NotPositive { .. } => DIJIA_NOT_POSITIVE,
        Error::OutOfRange { .. } => DIJIA_OUT_OF_RANGE,
        Error::CoefficientNotPositive { .. } => DIJIA_COEFFICIENT_NOT_POSITIVE,
        Error::TermExceedsStatutory { .. } => DIJIA_TERM_EXCEEDS_STATUTORY,
        Error::ExpiryNotAfterValuation { .. } => DIJIA_EXPIRY_NOT_AFTER_VALUATION,
        Error::InvalidTable { .. } => DIJIA_INVALID_TABLE,
        Error::PlotRatioOutsideTable { .. } => DIJIA_PLOT_RATIO_OUTSIDE_TABLE,
        Error::DateOutsideIndex { .. } => DIJIA_DATE_OUTSIDE_INDEX,
        Error::FactorSumTooLow { .. } => DIJIA_FACTOR_SUM_TOO_LOW,
        Error::MissingUnitCost { .. } => DIJIA_MISSING_UNIT_COST,
        Error::NegativeUnitCost { .. } => DIJIA_NEGATIVE_UNIT_COST,
        Error::DuplicateUnitCost { .. } => DIJIA_DUPLICATE_UNIT_COST,
        Error::Missing { .. } => DIJIA_MISSING,
        Error::Conflict { .. } => DIJIA_CONFLICT,
        Error::TakesNoPart { .. } => DIJIA_TAKES_NO_PART,
        Error::NamedTwice { .. } => DIJIA_NAMED_TWICE,
        Error::FactorOutOfRange { .. } => DIJIA_FACTOR_OUT_OF_RANGE,
        Error::TooMany { .. } => DIJIA_TOO_MANY,
        Error::ResultNotPositive { .. } => DIJIA_RESULT_NOT_POSITIVE,
        Error::SharesNotOne { .. } => DIJIA_SHARES_NOT_ONE,
        Error::TooManyPlaces { .. } => DIJIA_TOO_MANY_PLACES,
        Error::TooManyDigits { .. } => DIJIA_TOO_MANY_DIGITS,
        Error::Undecided { .. } => DIJIA_UNDECIDED,
        // Every error of this version is named above, which a test of the codes shows.
        _ => DIJIA_INTERNAL,
    }
}

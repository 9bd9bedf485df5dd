//! Why there is no honest answer, and how that is said in each language.

mod chinese;
mod english;
mod kind;

pub use kind::ErrorKind;

use core::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::numbers::arithmetic::ArithmeticError;
use crate::numbers::compare;
use crate::words::{
    Area, Excerpt, Grade, LandUse, LandUseScheme, Language, Message, Misspelling, Named, Quantity, Rule, Service,
    Spelling, ZoneCode,
};

/// [`Result`](core::result::Result) with this crate's [`Error`].
pub type Result<T> = core::result::Result<T, Error>;

/// Why there is no honest answer: the offending value and the rule that it breaks.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Error {
    /// A text is no accepted spelling of what it is to be.
    Misspelled(Misspelling),
    /// The document publishes no price of that grade.
    NoSuchGrade {
        /// The land use.
        land_use: Named<LandUse>,
        /// The grade asked for.
        grade: Named<Grade>,
        /// The first grade that the land use has; none where it has none, or one that has a name and no number.
        first: Option<Grade>,
        /// The last grade that the land use has, likewise.
        last: Option<Grade>,
        /// The grades that the land use has, `Ⅰ/Ⅱ/限制级`, where one of them has a name and no number.
        grades: Option<Excerpt>,
    },
    /// The document publishes no price of that zone.
    NoSuchZone {
        /// The land use.
        land_use: Named<LandUse>,
        /// The zone asked for.
        code: Named<ZoneCode>,
        /// How many zones its grade has, where their numbers run from 1 to this one.
        zone_count: Option<u16>,
    },
    /// The edition has no such land use.
    NoSuchUse {
        /// The land use asked for.
        land_use: Named<LandUse>,
        /// The name of the edition.
        edition: Excerpt,
    },
    /// The edition has several land uses of a class, and which is meant is not guessed.
    SeveralUses {
        /// The class asked for.
        land_use: LandUse,
        /// One of them.
        first: Excerpt,
        /// Another.
        second: Excerpt,
    },
    /// The edition has no such area.
    NoSuchArea {
        /// The area asked for.
        area: Named<Area>,
        /// The name of the edition.
        edition: Excerpt,
    },
    /// A code of a land-use scheme without the scheme: the same digits mean other things in other schemes.
    BareCode {
        /// The code.
        code: Excerpt,
        /// What the [schemes](LandUseScheme::ALL) that are known call it, in their order; none where one has no such code.
        readings: [Option<&'static str>; LandUseScheme::ALL.len()],
    },
    /// Neither the library nor the edition knows a land-use scheme of that name.
    NoSuchScheme {
        /// The name.
        scheme: Excerpt,
    },
    /// A land-use scheme has no such code, or it is none of what is built on.
    NoSuchCode {
        /// The name of the scheme.
        scheme: Excerpt,
        /// The code.
        code: Excerpt,
    },
    /// Nothing says which land use of the edition land of that code is priced as, and it is not guessed; or the edition says
    /// that it is priced as none.
    CodeNotPriced {
        /// The name of the scheme.
        scheme: Excerpt,
        /// The code.
        code: Excerpt,
        /// What the scheme calls it.
        name: Excerpt,
    },
    /// An edition prints no factor and no further coefficient of that name for the land use and the grade.
    NoSuchFactor {
        /// The name.
        name: Excerpt,
        /// The name of the edition.
        edition: Excerpt,
    },
    /// A factor or a further coefficient has no such level, and no level in whose interval the number is.
    NoSuchLevel {
        /// The name of the factor or the coefficient.
        of: Excerpt,
        /// The level asked for.
        level: Excerpt,
        /// The levels that there are.
        levels: Excerpt,
    },
    /// A value is not in a printed table, nor does the document say what holds between its rows.
    NotTabulated {
        /// Of what.
        quantity: Quantity,
        /// The value.
        value: Decimal,
        /// The number of the document, or its title; of one whose title is too long for an error the name of the edition.
        document: Excerpt,
    },
    /// A set of editions has none of that city.
    NoSuchCity {
        /// The city asked for.
        city: Excerpt,
    },
    /// No edition of the city is in force on that date.
    NoneInForce {
        /// The date.
        date: Date,
        /// The name of the one before; none where the date is before the first.
        before: Option<Excerpt>,
        /// The last day on which that was in force.
        until: Option<Date>,
        /// The name of the next; none where the set knows of none.
        after: Option<Excerpt>,
        /// The first day on which that is in force.
        from: Option<Date>,
    },
    /// Several editions of the city claim to be in force on that date.
    SeveralInForce {
        /// The date.
        date: Date,
        /// The name of one of them.
        first: Excerpt,
        /// The name of another.
        second: Excerpt,
    },
    /// The prices are published, but in an annex whose figures the edition does not hold.
    FiguresNotInHand {
        /// The area asked for.
        area: Named<Area>,
        /// The land use asked for.
        land_use: Named<LandUse>,
        /// The number of the annex, or what it is called.
        annex: Excerpt,
    },
    /// The document states no basis for that area and land use.
    NoBasis {
        /// The area asked for.
        area: Named<Area>,
        /// The land use asked for.
        land_use: Named<LandUse>,
    },
    /// Something is needed that the document does not state.
    NotStated {
        /// What is needed.
        quantity: Quantity,
        /// What needs it.
        needed_by: Quantity,
        /// The number of the document, or its title; of one whose title is too long for an error the name of the edition.
        document: Excerpt,
    },
    /// A quantity that must be positive is not.
    NotPositive {
        /// The quantity.
        quantity: Quantity,
        /// Its value.
        value: Decimal,
    },
    /// A quantity is outside the range in which the method has a meaning.
    OutOfRange {
        /// The quantity.
        quantity: Quantity,
        /// Its value.
        value: Decimal,
        /// The range.
        rule: Rule,
    },
    /// A named coefficient is not positive.
    CoefficientNotPositive {
        /// Its name.
        name: Excerpt,
        /// Its value.
        value: Decimal,
    },
    /// The remaining term is longer than the statutory term (m > n).
    TermExceedsStatutory {
        /// The remaining term, m, in years.
        remaining: Decimal,
        /// The statutory term, n, in years.
        statutory: Decimal,
    },
    /// The right to the parcel ends on or before the valuation date.
    ExpiryNotAfterValuation {
        /// The valuation date.
        valuation_date: Date,
        /// The date on which the right ends.
        expiry_date: Date,
    },
    /// A table of the caller's is not one.
    InvalidTable {
        /// The table.
        table: Quantity,
        /// The first row that breaks the rule, from 1; 0 for a table without rows.
        row: u32,
        /// The rule.
        rule: Rule,
    },
    /// The plot ratio is outside the table, and that end of the table is not open.
    PlotRatioOutsideTable {
        /// The plot ratio.
        plot_ratio: Decimal,
        /// The first plot ratio of the table.
        first: Decimal,
        /// The last plot ratio of the table.
        last: Decimal,
    },
    /// The date is outside the series of indices.
    DateOutsideIndex {
        /// The date.
        date: Date,
        /// The first date of the series.
        first: Date,
        /// The last date of the series.
        last: Date,
    },
    /// 1 + ΣKi is not positive.
    FactorSumTooLow {
        /// ΣKi.
        sum: Decimal,
    },
    /// A service that the site and the basis do not share has no unit cost.
    MissingUnitCost {
        /// The service.
        service: Service,
    },
    /// A unit cost is negative.
    NegativeUnitCost {
        /// The service.
        service: Service,
        /// The cost.
        cost: Decimal,
    },
    /// A service has two unit costs.
    DuplicateUnitCost {
        /// The service.
        service: Service,
    },
    /// Something that another input needs was not given.
    Missing {
        /// What was not given.
        quantity: Quantity,
        /// What needs it.
        needed_by: Quantity,
    },
    /// Two inputs say the same thing, so that one of them would have to be ignored.
    Conflict {
        /// The one.
        first: Quantity,
        /// The other.
        second: Quantity,
    },
    /// An input that nothing is computed from without another, so that it would have to be ignored.
    TakesNoPart {
        /// The input.
        quantity: Quantity,
        /// What is not given, and would make a use of it.
        without: Quantity,
    },
    /// Two further coefficients, or two factor corrections, have the same name.
    NamedTwice {
        /// [`Quantity::Coefficient`] or [`Quantity::FactorCorrections`].
        quantity: Quantity,
        /// The name.
        name: Excerpt,
    },
    /// A factor correction is not between −1 and 1. Tables of factors print 8.59 and mean 8.59 %.
    FactorOutOfRange {
        /// Its name.
        name: Excerpt,
        /// Its value.
        value: Decimal,
        /// Whether it was written with a per cent sign.
        in_percent: bool,
    },
    /// More coefficients, corrections or uses than an appraisal takes.
    TooMany {
        /// Of what.
        quantity: Quantity,
        /// How many.
        count: usize,
        /// How many an appraisal takes.
        most: usize,
    },
    /// The unit price would be zero or less.
    ResultNotPositive {
        /// The unit price, 元/㎡, rounded as the policy says.
        unit_price: Decimal,
    },
    /// The shares of a mixed use do not sum to exactly 1.
    SharesNotOne {
        /// Their sum.
        sum: Decimal,
    },
    /// A rounding asks for too many places.
    TooManyPlaces {
        /// The places.
        places: u32,
        /// The most that it may ask for.
        most: u32,
    },
    /// A figure has more digits than a [`Decimal`] holds: 28 places, and all digits together below 2⁹⁶.
    TooManyDigits {
        /// The figure.
        quantity: Quantity,
    },
    /// A figure is so near to half-way between two neighbours that more digits than this library computes would be
    /// needed to round it. No input of ordinary length is known to be.
    Undecided {
        /// The figure.
        quantity: Quantity,
    },
}

impl From<Misspelling> for Error {
    fn from(misspelling: Misspelling) -> Self {
        Self::Misspelled(misspelling)
    }
}

impl Error {
    /// The offending value and the rule that it breaks, in that language.
    #[must_use]
    pub const fn message(self, language: Language) -> Message<Self> {
        Message::new(self, language)
    }

    /// The kind of error: that of the variant, such as `NoSuchZone`, and for a misspelling `Invalid` and what it was to be, such as
    /// `InvalidZoneCode`.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::Misspelled(misspelling) => match misspelling.of {
                Spelling::LandUse => ErrorKind::InvalidLandUse,
                Spelling::Grade => ErrorKind::InvalidGrade,
                Spelling::ZoneCode => ErrorKind::InvalidZoneCode,
                Spelling::Area => ErrorKind::InvalidArea,
                Spelling::Service => ErrorKind::InvalidService,
                Spelling::DevelopmentLevel => ErrorKind::InvalidDevelopmentLevel,
                Spelling::Decimal => ErrorKind::InvalidDecimal,
                Spelling::Date => ErrorKind::InvalidDate,
            },
            Self::NoSuchGrade { .. } => ErrorKind::NoSuchGrade,
            Self::NoSuchZone { .. } => ErrorKind::NoSuchZone,
            Self::FiguresNotInHand { .. } => ErrorKind::FiguresNotInHand,
            Self::NoBasis { .. } => ErrorKind::NoBasis,
            Self::NotStated { .. } => ErrorKind::NotStated,
            Self::NoSuchArea { .. } => ErrorKind::NoSuchArea,
            Self::SeveralUses { .. } => ErrorKind::SeveralUses,
            Self::NoSuchUse { .. } => ErrorKind::NoSuchUse,
            Self::BareCode { .. } => ErrorKind::BareCode,
            Self::NoSuchScheme { .. } => ErrorKind::NoSuchScheme,
            Self::NoSuchCode { .. } => ErrorKind::NoSuchCode,
            Self::CodeNotPriced { .. } => ErrorKind::CodeNotPriced,
            Self::NoSuchFactor { .. } => ErrorKind::NoSuchFactor,
            Self::NoSuchLevel { .. } => ErrorKind::NoSuchLevel,
            Self::NotTabulated { .. } => ErrorKind::NotTabulated,
            Self::NoSuchCity { .. } => ErrorKind::NoSuchCity,
            Self::NoneInForce { .. } => ErrorKind::NoneInForce,
            Self::SeveralInForce { .. } => ErrorKind::SeveralInForce,
            Self::NotPositive { .. } => ErrorKind::NotPositive,
            Self::OutOfRange { .. } => ErrorKind::OutOfRange,
            Self::CoefficientNotPositive { .. } => ErrorKind::CoefficientNotPositive,
            Self::TermExceedsStatutory { .. } => ErrorKind::TermExceedsStatutory,
            Self::ExpiryNotAfterValuation { .. } => ErrorKind::ExpiryNotAfterValuation,
            Self::InvalidTable { .. } => ErrorKind::InvalidTable,
            Self::PlotRatioOutsideTable { .. } => ErrorKind::PlotRatioOutsideTable,
            Self::DateOutsideIndex { .. } => ErrorKind::DateOutsideIndex,
            Self::FactorSumTooLow { .. } => ErrorKind::FactorSumTooLow,
            Self::MissingUnitCost { .. } => ErrorKind::MissingUnitCost,
            Self::NegativeUnitCost { .. } => ErrorKind::NegativeUnitCost,
            Self::DuplicateUnitCost { .. } => ErrorKind::DuplicateUnitCost,
            Self::Missing { .. } => ErrorKind::Missing,
            Self::Conflict { .. } => ErrorKind::Conflict,
            Self::TakesNoPart { .. } => ErrorKind::TakesNoPart,
            Self::NamedTwice { .. } => ErrorKind::NamedTwice,
            Self::FactorOutOfRange { .. } => ErrorKind::FactorOutOfRange,
            Self::TooMany { .. } => ErrorKind::TooMany,
            Self::ResultNotPositive { .. } => ErrorKind::ResultNotPositive,
            Self::SharesNotOne { .. } => ErrorKind::SharesNotOne,
            Self::TooManyPlaces { .. } => ErrorKind::TooManyPlaces,
            Self::TooManyDigits { .. } => ErrorKind::TooManyDigits,
            Self::Undecided { .. } => ErrorKind::Undecided,
        }
    }

    pub(crate) const fn from_arithmetic(error: ArithmeticError, quantity: Quantity) -> Self {
        match error {
            // What the arithmetic does not take is checked before it is called, but for numbers too long for it.
            ArithmeticError::TooManyDigits | ArithmeticError::OutOfDomain => Self::TooManyDigits { quantity },
            ArithmeticError::Undecided => Self::Undecided { quantity },
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        english::write(self, f)
    }
}

impl fmt::Display for Message<Error> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.language() {
            Language::English => english::write(self.of(), f),
            Language::Chinese => chinese::write(self.of(), f),
        }
    }
}

/// What shares given in per cent sum to.
fn is_hundred(sum: Decimal) -> bool {
    compare(sum, Decimal::from_parts(100, 0, 0, false, 0)).is_eq()
}

/// The schemes that have a code, and what each calls it.
fn readings_of(
    readings: &[Option<&'static str>; LandUseScheme::ALL.len()],
) -> impl Iterator<Item = (LandUseScheme, &'static str)> {
    LandUseScheme::ALL.into_iter().zip(*readings).filter_map(|(scheme, name)| Some((scheme, name?)))
}

/// The names of the schemes that are known, with that between them.
struct Schemes(&'static str);

impl fmt::Display for Schemes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        LandUseScheme::ALL.iter().enumerate().try_for_each(|(index, scheme)| {
            f.write_str(if index == 0 { "" } else { self.0 })?;
            f.write_str(scheme.name())
        })
    }
}

impl core::error::Error for Error {}

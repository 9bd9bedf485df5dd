use core::fmt;

use crate::text::Misspelling;
use crate::{Area, Grade, LandUse, ZoneCode};

/// [`Result`](core::result::Result) with this crate's [`Error`].
pub type Result<T> = core::result::Result<T, Error>;

/// Why there is no honest answer: the offending value and the rule that it breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Error {
    /// A text is not the name of a land use.
    InvalidLandUse(Misspelling),
    /// A text is not a grade.
    InvalidGrade(Misspelling),
    /// A text is not a zone code.
    InvalidZoneCode(Misspelling),
    /// A text is not the name of an area.
    InvalidArea(Misspelling),
    /// A text is not the name of a service.
    InvalidService(Misspelling),
    /// A text is not a development level.
    InvalidDevelopmentLevel(Misspelling),
    /// A text is not a decimal.
    InvalidDecimal(Misspelling),
    /// A text is not a date.
    InvalidDate(Misspelling),
    /// The document publishes no price of that grade.
    NoSuchGrade {
        /// The land use.
        land_use: LandUse,
        /// The grade asked for.
        grade: Grade,
        /// The last grade that the land use has; none where it has none.
        last: Option<Grade>,
    },
    /// The document publishes no price of that zone.
    NoSuchZone {
        /// The land use.
        land_use: LandUse,
        /// The zone asked for.
        code: ZoneCode,
        /// How many zones its grade has; their numbers run from 1 to this one.
        zone_count: u8,
    },
    /// The prices are published, but in an annex whose figures the edition does not hold.
    FiguresNotInHand {
        /// The area asked for.
        area: Area,
        /// The land use asked for.
        land_use: LandUse,
        /// The number of the annex.
        annex: u8,
    },
    /// The document states no basis for that area and land use.
    NoBasis {
        /// The area asked for.
        area: Area,
        /// The land use asked for.
        land_use: LandUse,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidLandUse(text) => write!(f, "invalid land use {text}"),
            Self::InvalidGrade(text) => write!(f, "invalid grade {text}"),
            Self::InvalidZoneCode(text) => write!(f, "invalid zone code {text}"),
            Self::InvalidArea(text) => write!(f, "invalid area {text}"),
            Self::InvalidService(text) => write!(f, "invalid service {text}"),
            Self::InvalidDevelopmentLevel(text) => write!(f, "invalid development level {text}"),
            Self::InvalidDecimal(text) => write!(f, "invalid decimal {text}"),
            Self::InvalidDate(text) => write!(f, "invalid date {text}"),
            Self::NoSuchGrade { land_use, grade, last: None } => {
                write!(f, "no {land_use} grade {grade}: no {land_use} grade is published")
            }
            Self::NoSuchGrade { land_use, grade, last: Some(last) } => {
                write!(f, "no {land_use} grade {grade}: {land_use} grades run from Ⅰ to {last}")
            }
            Self::NoSuchZone { land_use, code, zone_count } => {
                write!(f, "no {land_use} zone {code}: {} has zones 1 to {zone_count}", code.grade())
            }
            Self::FiguresNotInHand { area, land_use, annex } => write!(
                f,
                "no {land_use} price of the {area}: annex {annex} publishes them, and this edition does not hold its figures",
            ),
            Self::NoBasis { area, land_use } => write!(f, "no basis is stated for {land_use} land of the {area}"),
        }
    }
}

impl core::error::Error for Error {}

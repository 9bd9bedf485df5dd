//! An edition and what it is made of: its document, its prices, what they assume and where each is printed.

pub(crate) mod basis;
pub(crate) mod citation;
mod codes;
pub(crate) mod correction_kind;
pub(crate) mod correction_row;
mod correction_runs;
pub(crate) mod correction_table;
pub(crate) mod corrections;
mod developments;
pub(crate) mod difference;
pub(crate) mod document;
#[allow(clippy::module_inception, reason = "a file is named after the type in it")]
pub(crate) mod edition;
pub(crate) mod editions;
pub(crate) mod file;
pub(crate) mod formula;
pub(crate) mod interval;
pub(crate) mod lists;
pub(crate) mod price;
mod refusals;
pub(crate) mod word;

pub use basis::Basis;
pub use citation::{Citation, Part};
pub use correction_kind::{BetweenRows, CorrectionKind};
pub use correction_row::CorrectionRow;
pub use correction_table::CorrectionTable;
pub use corrections::Corrections;
pub use difference::{Difference, PublishedPrice, difference};
pub use document::Document;
pub use edition::Edition;
pub use editions::Editions;
pub use file::InvalidFile;
pub use formula::Formula;
pub use interval::Interval;
pub use lists::{
    AnnexOfEdition, AreaOfEdition, GradeOfEdition, LandUseCode, LandUseOfEdition, PlaceOfEdition, Statement,
};
pub use price::{GradePrice, PricedArea, ZonePrice};
pub use word::Word;

//! An edition and what it is made of: its document, its prices, what they assume and where each is printed.

pub(crate) mod basis;
pub(crate) mod citation;
pub(crate) mod document;
#[allow(clippy::module_inception, reason = "a file is named after the type in it")]
pub(crate) mod edition;
pub mod file;
pub(crate) mod grade_price;
pub(crate) mod key;
pub(crate) mod zone_price;

pub use basis::Basis;
pub use citation::{Citation, Part};
pub use document::Document;
pub use edition::{Annex, Edition, EditionTables};
pub use grade_price::GradePrice;
pub use key::{GradeKey, ZoneKey};
pub use zone_price::ZonePrice;

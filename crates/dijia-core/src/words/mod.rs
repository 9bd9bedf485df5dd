//! What appraisers call things, and how it is spelled: land uses, grades, zone codes, areas, services, development levels,
//! land rights, quantities, dates, and the errors of misspelling them. Nothing here knows an edition, a price or a decimal.

pub(crate) mod area;
pub(crate) mod date;
pub(crate) mod development_level;
pub(crate) mod excerpt;
pub(crate) mod grade;
pub(crate) mod graded;
pub(crate) mod index_period;
pub(crate) mod key;
pub(crate) mod land_use;
pub(crate) mod land_use_scheme;
pub(crate) mod language;
pub(crate) mod message;
pub(crate) mod misspelling;
pub(crate) mod named;
pub(crate) mod normal;
pub(crate) mod quantity;
pub(crate) mod rule;
pub(crate) mod service;
pub(crate) mod spelling;
pub(crate) mod text;
pub(crate) mod validity;
pub(crate) mod zone_code;
pub(crate) mod zone_spelling;

pub use area::Area;
pub use date::parse_date;
pub use development_level::DevelopmentLevel;
pub use excerpt::Excerpt;
pub use grade::Grade;
pub use index_period::IndexPeriod;
pub use key::{Key, Listed};
pub use land_use::LandUse;
pub use land_use_scheme::LandUseScheme;
pub use language::Language;
pub use message::Message;
pub use misspelling::Misspelling;
pub use named::Named;
pub use normal::Normal;
pub use quantity::Quantity;
pub use rule::Rule;
pub use service::Service;
pub use spelling::Spelling;
pub use validity::Validity;
pub use zone_code::ZoneCode;

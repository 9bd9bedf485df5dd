//! The words of the domain: enumerations, their names, and reading them from text. A file has what belongs together; none
//! knows of an edition or an appraisal.

mod development;
pub mod enumeration;
mod land;
mod language;
mod layout;
mod quantity;
mod validity;

pub use development::{dijia_development_level, dijia_service, level, read_level, read_service};
pub use land::{
    DIJIA_FIRST_AREA, DIJIA_NO_LAND_USE, dijia_area, dijia_grade, dijia_land_use, dijia_zone_code, known_area,
    known_land_use, read_area, read_grade, read_land_use,
};
pub use language::{DIJIA_LANGUAGE_CHINESE, dijia_language, read_language};
pub use layout::{dijia_layout, read_layout};
pub use validity::{DIJIA_IN_FORCE, dijia_validity, validity};

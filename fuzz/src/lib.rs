//! What the fuzz targets compare the library with: plain, slow models written from the specification, which share no
//! code with it; and the arbitrary inputs.

mod arbitrary_input;
mod basis;
mod bounds;
mod calendar;
mod chain;
pub mod corrected;
pub mod document;
pub mod input;
pub mod model;
pub mod number;
pub mod rules;
pub mod spelling;
mod tables;

//! The steps that build for Windows, with MinGW-w64, and run there, in Wine.

mod library;
mod library_32;
mod system;
mod wheel;

use crate::step::Step;

pub const LIBRARY: Step = library::STEP;
pub const LIBRARY_32: Step = library_32::STEP;
pub const WHEEL: Step = wheel::STEP;

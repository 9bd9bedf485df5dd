//! Which library this is.

use crate::text::dijia_text;

/// The version of the binary interface. A program runs with every library of the same number: fields are added at the end
/// of structs that say their size, functions and codes are added, nothing else changes.
pub const DIJIA_ABI_VERSION: u32 = 1;
/// The version of the library that this header belongs to.
pub const DIJIA_VERSION_MAJOR: u32 = 0;
/// See `DIJIA_VERSION_MAJOR`.
pub const DIJIA_VERSION_MINOR: u32 = 1;
/// See `DIJIA_VERSION_MAJOR`.
pub const DIJIA_VERSION_PATCH: u32 = 0;

/// The number that a part of the package's version is.
const fn number(text: &str) -> u32 {
    match u32::from_str_radix(text, 10) {
        Ok(number) => number,
        Err(_) => u32::MAX,
    }
}

const _: () = assert!(
    DIJIA_VERSION_MAJOR == number(env!("CARGO_PKG_VERSION_MAJOR"))
        && DIJIA_VERSION_MINOR == number(env!("CARGO_PKG_VERSION_MINOR"))
        && DIJIA_VERSION_PATCH == number(env!("CARGO_PKG_VERSION_PATCH")),
    "the header's version is that of the package"
);

/// The version of the binary interface of the library that is linked: compare it with `DIJIA_ABI_VERSION`.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_abi_version() -> u32 {
    DIJIA_ABI_VERSION
}

/// The version of the library that is linked: major × 10000 + minor × 100 + patch.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_version() -> u32 {
    DIJIA_VERSION_MAJOR * 10_000 + DIJIA_VERSION_MINOR * 100 + DIJIA_VERSION_PATCH
}

/// The version of the library that is linked, such as `0.1.0`.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_version_text() -> dijia_text {
    dijia_text::from(env!("CARGO_PKG_VERSION"))
}

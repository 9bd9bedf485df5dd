//! How the shared library is linked.

use std::env;

/// The number of the binary interface, `DIJIA_ABI_VERSION`: programs are bound to it by the library's own name.
const ABI_VERSION: u32 = 1;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    let arguments: &[&str] = match (target.as_str(), env::var_os("CARGO_FEATURE_STD").is_some()) {
        // Nothing may stay undefined but what the C library has: `memcpy` and its kin. No start-up files, since there is
        // nothing to start.
        ("linux", false) => &["-nostartfiles", "-lc", "-Wl,--no-undefined", "-Wl,--gc-sections", "-Wl,-z,noexecstack"],
        _ => &[],
    };
    let name = match target.as_str() {
        "linux" | "freebsd" | "android" => Some(format!("-Wl,-soname,libdijia.so.{ABI_VERSION}")),
        "macos" => Some(format!("-Wl,-install_name,@rpath/libdijia.{ABI_VERSION}.dylib")),
        _ => None,
    };
    // What CMake has made for the DLL: the version that Windows shows.
    println!("cargo::rerun-if-env-changed=DIJIA_VERSION_RESOURCE");
    let version = env::var("DIJIA_VERSION_RESOURCE").ok().filter(|_| target == "windows");
    for argument in arguments.iter().map(|&argument| argument.to_owned()).chain(name).chain(version) {
        println!("cargo::rustc-cdylib-link-arg={argument}");
    }
}

//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::failure::Outcome;

/// The root of the repository.
pub fn root() -> PathBuf {
    let xtask =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The folder that cargo builds packages into that are made outside the workspace, of the same crates.
pub fn outside() -> PathBuf {
    target().join("outside")
}

/// The folder that cargo builds the C library into for other machines: what runs on this one meanwhile is built once for all.
pub fn elsewhere() -> PathBuf {
    target().join("c-platforms")
}

/// A text file of the repository.
pub fn read(file: &str) -> Outcome<String> {
    Ok(fs::read_to_string(root().join(file))?)
}

/// Makes the folder, or what it held go away.
pub fn empty(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}

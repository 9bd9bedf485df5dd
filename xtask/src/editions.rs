//! Edition files of the real notices, for the tests of languages that read no folders.

use std::path::PathBuf;
use std::process;

use fs_err as fs;

use crate::failure::Outcome;
use crate::place;
use crate::program::Program;

/// The notices as folders.
const FOLDERS: &str = "crates/dijia-tables/tests/editions";
/// The second reading of their figures.
pub const SOURCES: &str = "crates/dijia-tables/tests/sources";

/// Packs every notice that is a folder of its own, and returns where the files are.
pub fn packed() -> Outcome<PathBuf> {
    let packed = place::target().join("editions");
    fs::create_dir_all(&packed)?;
    for entry in fs::read_dir(place::root().join(FOLDERS))? {
        let folder = entry?.path();
        if let Some(name) = folder.file_name().filter(|_| folder.join("edition.csv").exists()) {
            let file = packed.join(name).with_extension("dijia");
            // Another step may be reading it.
            let new = file.with_extension(process::id().to_string());
            let program = Program::cargo().args("run --quiet --package dijia-tables -- pack").arg(&folder);
            program.arg("-o").arg(&new).run()?;
            fs::rename(new, file)?;
        }
    }
    Ok(packed)
}

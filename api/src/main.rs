//! Prints what a crate makes public, one item a line, from the JSON that rustdoc wrote of it. `cargo xtask api` writes
//! `api/*.txt` with it.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

/// The status that says that the JSON is of a compiler that this program does not read.
const OTHER_FORMAT: u8 = 3;

/// What the compiler adds beside what a derive promises; programs on stable Rust cannot name it.
const INTERNAL: [&str; 5] = [
    "::TrivialClone for ",
    "::StructuralPartialEq for ",
    "::Freeze for ",
    "::UnsafeUnpin for ",
    "::assert_fields_are_eq(",
];

fn main() -> ExitCode {
    let Some(file) = env::args_os().nth(1) else {
        eprintln!("usage: dijia-api <JSON of rustdoc>");
        return ExitCode::from(2);
    };
    let file = Path::new(&file);
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("error: {}: {error}", file.display());
            return ExitCode::FAILURE;
        }
    };
    let format = rustdoc_types::FORMAT_VERSION;
    if !text.contains(&format!("\"format_version\":{format}")) {
        eprintln!("error: {}: not the JSON of rustdoc in format {format}", file.display());
        return ExitCode::from(OTHER_FORMAT);
    }
    let api = match public_api::Builder::from_rustdoc_json(file).omit_blanket_impls(true).build() {
        Ok(api) => api,
        Err(error) => {
            eprintln!("error: {}: {error}", file.display());
            return ExitCode::FAILURE;
        }
    };
    for item in api.items().map(ToString::to_string).filter(|item| is_promised(item)) {
        println!("{item}");
    }
    ExitCode::SUCCESS
}

/// Whether programs can depend on the item; which `impl` block holds a method says nothing to them.
fn is_promised(item: &str) -> bool {
    let is_own_block = item.starts_with("impl") && !item.contains(" for ");
    !is_own_block && !INTERNAL.iter().any(|internal| item.contains(internal))
}

//! What is public in a crate, read off its sources as rustfmt lays them out, and what of it a proof does not call.
//!
//! This is no Rust parser and needs none: an item begins in the first column, a method in the fifth. What a macro
//! generates is not seen.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::failure::Outcome;

/// A text that must occur in the proof, such as `Grade::number`, `display::<Grade>` or `parse_date`, and why.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Required {
    pub call: String,
    pub file: PathBuf,
}

/// The items of the crate in that folder that the proof's text does not call.
pub fn missing(crate_folder: &Path, proof: &str) -> Outcome<Vec<Required>> {
    let mut files = Vec::new();
    collect(&crate_folder.join("src"), &mut files)?;
    let lib = fs::read_to_string(crate_folder.join("src/lib.rs"))?;
    let exported = exported(&lib);
    let mut missing = Vec::new();
    for file in files {
        let calls = required(&fs::read_to_string(&file)?, &exported);
        missing.extend(
            calls.into_iter().filter(|call| !occurs(proof, call)).map(|call| Required { call, file: file.clone() }),
        );
    }
    Ok(missing)
}

/// Every Rust source in the folder, in the order of their names.
pub fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// The names that a crate's root exports from its own modules or defines, but for hidden ones.
fn exported(lib: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    let mut hidden = false;
    let mut rest = lib;
    while let Some((line, after)) = rest.split_once('\n') {
        rest = after;
        if let Some(item) = line.strip_prefix("pub use crate::").filter(|_| !hidden) {
            // The statement may go on over several lines.
            let (first, more) = match item.split_once(';') {
                Some((names, _)) => (names, ""),
                None => (item, after.split(';').next().unwrap_or_default()),
            };
            let words = [first, more].into_iter().flat_map(|text| text.split(|c| !is_identifier(c)));
            names.extend(words.filter(|word| !word.is_empty()));
        } else if !hidden {
            names.extend(defined(line));
        }
        hidden = line == "#[doc(hidden)]" || hidden && is_attribute(line);
    }
    names
}

/// The name of the public item that begins on this line.
fn defined(line: &str) -> Option<&str> {
    const KINDS: [&str; 8] = ["const fn ", "unsafe fn ", "fn ", "static ", "const ", "struct ", "enum ", "trait "];

    let item = line.strip_prefix("pub ")?;
    let name = KINDS.iter().find_map(|kind| item.strip_prefix(kind))?;
    Some(identifier(name))
}

fn identifier(text: &str) -> &str {
    text.split(|c| !is_identifier(c)).next().unwrap_or_default()
}

fn is_identifier(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_attribute(line: &str) -> bool {
    let line = line.trim_start();
    ["#[", "//", ")]"].iter().any(|beginning| line.starts_with(beginning))
}

/// The calls that a proof must contain for one source file.
fn required(source: &str, exported: &BTreeSet<&str>) -> Vec<String> {
    let mut calls = Vec::new();
    let mut derived: Vec<&str> = Vec::new();
    let mut hidden = false;
    // The public type whose `impl` block this is.
    let mut inherent = None;
    for line in source.lines() {
        if let Some((_, traits)) = line.split_once("derive(").filter(|_| line.starts_with("#[")) {
            derived.extend(traits.trim_end_matches([')', ']']).split(", "));
        } else if let Some(header) = line.strip_prefix("impl") {
            let header = skip_generics(header).trim_start().trim_end_matches(" {");
            let (implemented, of) = match header.split_once(" for ") {
                Some((implemented, of)) => (Some(implemented), of),
                None => (None, header),
            };
            let of = identifier(of);
            inherent = None;
            if exported.contains(of) {
                match implemented {
                    Some(implemented) => calls.extend(trait_call(implemented, of)),
                    None => inherent = Some(of),
                }
            }
        } else if let Some(name) = defined(line) {
            if exported.contains(name) && !hidden {
                if line.starts_with("pub struct ") || line.starts_with("pub enum ") {
                    calls.extend(derived.iter().filter_map(|derived| trait_call(derived, name)));
                } else {
                    calls.push(name.to_owned());
                }
            }
        } else if let (Some(of), Some(name)) = (inherent, line.strip_prefix("    ").and_then(defined))
            && line.contains("fn ")
            && !hidden
        {
            calls.push(format!("{of}::{name}"));
        }
        hidden = line.trim_start() == "#[doc(hidden)]" || hidden && is_attribute(line);
        if !is_attribute(line) && !line.starts_with(' ') {
            derived.clear();
        }
    }
    calls
}

/// What follows the generic parameters of an `impl`.
fn skip_generics(header: &str) -> &str {
    if !header.starts_with('<') {
        return header;
    }
    let mut depth = 0_usize;
    for (at, c) in header.char_indices() {
        match c {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &header[at + 1..];
        }
    }
    header
}

/// How the proof calls the methods of a trait: through the helper of that name, or in full.
fn trait_call(implemented: &str, of: &str) -> Option<String> {
    let path = implemented.split('<').next().unwrap_or_default();
    let helper = match path.rsplit("::").next().unwrap_or_default() {
        // Without code of their own, or called through the others.
        "Clone" | "Copy" | "Eq" | "PartialOrd" | "Error" | "FusedIterator" => return None,
        "Debug" => "debug",
        "Default" => "default",
        "Deserialize" => "read",
        "Display" => "display",
        "FromStr" => "from_str",
        "Hash" => "hash",
        "Ord" => "cmp",
        "PartialEq" => "eq",
        "Serialize" => "write",
        other => return Some(format!("<{of} as {other}")),
    };
    Some(format!("{helper}::<{of}"))
}

/// Whether the text contains the call as whole words.
fn occurs(text: &str, call: &str) -> bool {
    text.match_indices(call)
        .any(|(at, _)| !text[..at].ends_with(is_identifier) && !text[at + call.len()..].starts_with(is_identifier))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIB: &str = "\
mod a;
pub use jiff::civil::Date;
pub use crate::a::{Grade, parse_grade};
#[doc(hidden)]
pub use crate::a::Key;
pub use crate::b::{
    Long, Name,
};
pub static JINAN: Edition = 1;
";

    #[test]
    fn exported_names() {
        let names: Vec<_> = exported(LIB).into_iter().collect();
        assert_eq!(names, ["Grade", "JINAN", "Long", "Name", "a", "b", "parse_grade"]);
    }

    #[test]
    fn required_calls() {
        let source = r#"
#[derive(Clone, Copy, Debug, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Grade(u8);
#[derive(Debug)]
pub struct Key(u8);
#[derive(Ord)]
struct Inner;
#[derive(Debug)]
#[allow(
    dead_code
)]
pub enum Name {}
impl Grade {
    /// A grade.
    #[must_use]
    pub const fn number(self) -> u8 {
        0
    }
    pub(crate) fn inner() {}
    #[doc(hidden)]
    #[must_use]
    pub fn from_table() {}
    fn own() {}
    pub fn after() {}
}
impl<'a> Long<'a> {
    pub fn get() {}
}
impl Key {
    pub fn get() {}
}
impl fmt::Display for Grade {
    fn fmt() {}
}
impl FromIterator<Grade> for Name {}
pub fn parse_grade() {}
pub fn not_exported() {}
"#;
        let calls = required(source, &exported(LIB));
        let expected = [
            "debug::<Grade",
            "hash::<Grade",
            "write::<Grade",
            "debug::<Name",
            "Grade::number",
            "Grade::after",
            "Long::get",
            "display::<Grade",
            "<Name as FromIterator",
            "parse_grade",
        ];
        assert_eq!(calls, expected);
    }

    #[test]
    fn calls_are_whole_words() {
        assert!(occurs("out.put(&Grade::number(x))", "Grade::number"));
        assert!(!occurs("Grade::numbers(x)", "Grade::number"));
        assert!(!occurs("LandGrade::number(x)", "Grade::number"));
        assert!(occurs("display::<Long<'_>>(x)", "display::<Long"));
    }
}

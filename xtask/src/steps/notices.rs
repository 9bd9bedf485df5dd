//! `THIRD-PARTY.txt` of each package: what others wrote of what is linked into it, with their licences and notices whole.
//!
//! The texts are those that the crates bring along. What collects licences by recognizing them leaves out notices such as
//! Apache Arrow's.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::path::{Path, PathBuf};

use cargo_metadata::MetadataCommand;
use fs_err as fs;

use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::step::Step;

pub const STEP: Step = Step {
    name: "notices",
    group: "rust",
    what: "THIRD-PARTY.txt names what is linked, with every licence",
    folders: &[],
    after: &[],
    run,
};

pub const FILE: &str = "THIRD-PARTY.txt";

struct Package {
    what: &'static str,
    folder: &'static str,
    /// What cargo calls it.
    arguments: &'static str,
    manifest: &'static str,
    /// A crate is source: whoever builds a program of it brings the standard library.
    has_standard_library: bool,
}

const fn published(what: &'static str, folder: &'static str, arguments: &'static str) -> Package {
    Package { what, folder, arguments, manifest: "Cargo.toml", has_standard_library: false }
}

const PACKAGES: [Package; 5] = [
    published("the crate dijia-core", "crates/dijia-core", "--package dijia-core --all-features"),
    published("the crate dijia-tables", "crates/dijia-tables", "--package dijia-tables --all-features"),
    published("the crate dijia", "crates/dijia", "--package dijia --all-features"),
    Package {
        what: "the C library",
        folder: "bindings/c",
        arguments: "--package dijia-c",
        manifest: "Cargo.toml",
        has_standard_library: true,
    },
    Package {
        what: "the Python extension",
        folder: "bindings/python",
        arguments: "--manifest-path bindings/python/Cargo.toml",
        manifest: "bindings/python/Cargo.toml",
        has_standard_library: true,
    },
];

/// One text is for all of them, as each has few crates of its own.
const SYSTEMS: [&str; 6] = [
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
    "x86_64-pc-windows-gnu",
];

/// What the file says of Rust's standard library, whose sources a compiler comes without.
const STANDARD_LIBRARY: &str = include_str!("standard_library.txt");
/// What a compiler has beside the library, and is linked into nothing that is shipped; or what holds no code.
const NOT_LINKED: [&str; 9] = [
    "getopts",
    "proc_macro",
    "profiler_builtins",
    "rustc_literal_escaper",
    "rustc_std_workspace_alloc",
    "rustc_std_workspace_core",
    "rustc_std_workspace_std",
    "sysroot",
    "test",
];

fn run() -> Outcome {
    for package in &PACKAGES {
        let file = format!("{}/{FILE}", package.folder);
        let (committed, text) = (place::read(&file)?, package.text()?);
        let differs = committed.lines().zip(text.lines()).position(|(a, b)| a != b);
        ensure(committed == text, || {
            let line = differs.unwrap_or_else(|| committed.lines().count().min(text.lines().count())) + 1;
            format!("{file}:{line}: not what is linked now; `cargo xtask notices` writes it")
        })?;
        println!("{file}: {} kB", text.len() / 1000);
    }
    standard_library()
}

/// `cargo xtask notices`: writes the files.
pub fn write() -> Outcome {
    for package in &PACKAGES {
        let file = format!("{}/{FILE}", package.folder);
        fs::write(place::root().join(&file), package.text()?)?;
        println!("wrote {file}");
    }
    Ok(())
}

/// Fails unless everything is named that this compiler would link of its library.
fn standard_library() -> Outcome {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let folder = Program::new(rustc).args("--print target-libdir").capture()?;
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder.stdout.trim())? {
        let path = entry?.path();
        let is_library = path.extension().is_some_and(|extension| extension == "rlib");
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let name = name.strip_prefix("lib").and_then(|name| Some(name.rsplit_once('-')?.0.to_owned()));
        names.extend(name.filter(|name| is_library && !NOT_LINKED.contains(&name.as_str())));
    }
    ensure(names.contains("std"), || format!("{}: no standard library", folder.stdout.trim()))?;
    let named: Vec<String> = STANDARD_LIBRARY.split_whitespace().map(|word| word.replace('-', "_")).collect();
    let missing: Vec<&String> = names.iter().filter(|name| !named.contains(name)).collect();
    ensure(missing.is_empty(), || format!("xtask/src/steps/standard_library.txt does not name {missing:?}"))?;
    println!("the {} parts of the standard library are named", names.len());
    Ok(())
}

/// One of the texts, and what has it.
struct Text {
    text: String,
    origins: Vec<String>,
}

impl Package {
    fn text(&self) -> Outcome<String> {
        let mut texts: Vec<Text> = Vec::new();
        let mut list = String::new();
        let sources = self.sources()?;
        for name in self.linked()? {
            let (folder, licence) = sources
                .get(&name)
                .ok_or_else(|| Failure::new(format!("{name}: no such package of {}", self.folder)))?;
            let files = notices(folder)?;
            ensure(!files.is_empty(), || format!("{name}: no text of a licence in {}", folder.display()))?;
            let mut numbers = Vec::new();
            for file in files {
                let shown = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
                let number = number(&mut texts, &fs::read_to_string(&file)?, format!("{shown} of {name}")).to_string();
                if !numbers.contains(&number) {
                    numbers.push(number);
                }
            }
            list += &format!("{name:<28} {licence:<34} {}\n", numbers.join(", "));
        }
        let mut whole = format!(
            "What is linked into {} and written by others, with all their licences and notices.\n\n\
             Each crate, its licence as its authors state it, and the numbers of its texts below.\n\n{list}",
            self.what
        );
        for (index, Text { text, origins }) in texts.iter().enumerate() {
            whole += &heading(&format!("{}. {}", index + 1, origins.join(", ")));
            whole += text;
        }
        if self.has_standard_library {
            whole += &heading("The standard library of Rust");
            whole += STANDARD_LIBRARY;
        }
        Ok(whole)
    }

    /// The crates that are linked for any system: neither what runs at build time nor what only tests need.
    fn linked(&self) -> Outcome<BTreeSet<String>> {
        let mut linked = BTreeSet::new();
        for system in SYSTEMS {
            let tree = Program::cargo().args("tree --locked --edges normal,no-proc-macro --prefix none --format {p}");
            let tree = tree.args(self.arguments).arg("--target").arg(system).capture()?;
            ensure(tree.status.success(), || format!("cargo tree: {}", tree.stderr))?;
            let words = tree.stdout.lines().map(|line| line.split(' ').collect::<Vec<_>>());
            // One that has a path is this project's own.
            linked.extend(words.filter_map(|words| match words[..] {
                [name, version] | [name, version, "(*)"] => Some(format!("{name} {}", version.trim_start_matches('v'))),
                _ => None,
            }));
        }
        Ok(linked)
    }

    /// Where the source of each crate is, and its licence.
    fn sources(&self) -> Outcome<BTreeMap<String, (PathBuf, String)>> {
        let mut metadata = MetadataCommand::new();
        metadata.manifest_path(place::root().join(self.manifest)).other_options(["--locked".to_owned()]);
        let metadata = metadata.exec().map_err(|error| Failure::new(format!("{}: {error}", self.manifest)))?;
        let sources = metadata.packages.into_iter().map(|package| {
            let folder = package.manifest_path.parent().map(|folder| folder.to_path_buf().into_std_path_buf());
            let name = format!("{} {}", package.name, package.version);
            (name, (folder.unwrap_or_default(), package.license.unwrap_or_default()))
        });
        Ok(sources.collect())
    }
}

/// The number of the text, to which it is added where it is new. Line breaks make no difference.
fn number(texts: &mut Vec<Text>, text: &str, origin: String) -> usize {
    let is_same = |other: &Text| other.text.split_whitespace().eq(text.split_whitespace());
    let index = texts.iter().position(is_same).unwrap_or_else(|| {
        let lines = text.trim_start_matches('\u{feff}').trim_end().lines().map(|line| format!("{}\n", line.trim_end()));
        texts.push(Text { text: lines.collect(), origins: Vec::new() });
        texts.len() - 1
    });
    texts[index].origins.push(origin);
    index + 1
}

fn heading(text: &str) -> String {
    let line = "=".repeat(80);
    format!("\n{line}\n{text}\n{line}\n\n")
}

/// The licences and notices of a crate, wherever they are in it.
fn notices(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(notices(&path)?);
        } else if is_notice(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn is_notice(path: &Path) -> bool {
    const BEGINNINGS: [&str; 6] = ["license", "licence", "copying", "copyright", "notice", "unlicense"];
    const CODE: [&str; 5] = ["rs", "toml", "html", "py", "c"];

    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_code = path.extension().is_some_and(|extension| CODE.iter().any(|known| extension == *known));
    BEGINNINGS.iter().any(|beginning| name.starts_with(beginning)) && !is_code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_however_its_lines_are_broken() {
        let mut texts = Vec::new();
        assert_eq!(number(&mut texts, "Permission is\r\nhereby  granted\r\n\r\n", "a".into()), 1);
        assert_eq!(number(&mut texts, "Permission is hereby denied\n", "b".into()), 2);
        assert_eq!(number(&mut texts, "Permission\nis hereby granted", "c".into()), 1);
        assert_eq!(texts[0].text, "Permission is\nhereby  granted\n");
        assert_eq!(texts[0].origins, ["a", "c"]);
    }

    #[test]
    fn what_is_a_notice() {
        let are = [
            "LICENSE",
            "license-mit",
            "LICENSE-Apache-2.0_WITH_LLVM-exception",
            "NOTICE.txt",
            "COPYRIGHT",
            "a/UNLICENSE",
        ];
        assert!(are.iter().all(|name| is_notice(Path::new(name))));
        assert!(!["license.rs", "README.md", "notice.toml", "src"].iter().any(|name| is_notice(Path::new(name))));
    }
}

//! What the packages make public is what `api` says, so that a change of it is seen and meant.
//!
//! The listing of the Python package is compared by the package's own tests, `bindings/python/tests/test_api.py`.

use fs_err as fs;

use super::python;
use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::step::{Step, published};

pub const STEP: Step = Step {
    name: "api",
    group: "rust",
    what: "what the crates make public is what api/ says",
    folders: &["debug"],
    after: &[],
    run,
};

/// What `dijia-api` ends with where it does not read what this compiler's rustdoc writes.
const OTHER_FORMAT: i32 = 3;

fn run() -> Outcome {
    let mut differing = Vec::new();
    for (name, listing) in listings()? {
        let file = file(name);
        let committed = fs::read_to_string(place::root().join(&file)).unwrap_or_default();
        let changes = changes(&committed, &listing);
        println!("{file}: {} items, {} changes", listing.lines().count(), changes.len());
        if !changes.is_empty() {
            changes.iter().for_each(|change| eprintln!("{change}"));
            differing.push(file);
        }
    }
    ensure(differing.is_empty(), || {
        let files = differing.join(", ");
        format!(
            "{files}: what is public has changed; a line that is gone (-) breaks programs. Where it is meant: \
             `cargo xtask api`, and a line in CHANGELOG.md"
        )
    })
}

/// `cargo xtask api`: writes the listings.
pub fn write() -> Outcome {
    for (name, listing) in listings()? {
        let path = place::root().join(file(name));
        fs::write(&path, listing)?;
        println!("wrote {}", file(name));
    }
    python::write_api()
}

fn file(name: &str) -> String {
    format!("api/{name}.txt")
}

/// The name of each published crate, and what it makes public with all its features.
fn listings() -> Outcome<Vec<(&'static str, String)>> {
    let target = place::target().join("api");
    let listing = |name: &'static str| {
        // Rustdoc's JSON is not stable, and this variable is what makes a stable compiler write it.
        let rustdoc = Program::cargo().args("rustdoc --quiet --lib --all-features --package").arg(name);
        let rustdoc = rustdoc.arg("--target-dir").arg(&target).env("RUSTC_BOOTSTRAP", "1");
        rustdoc.args("-- -Z unstable-options --output-format json").run()?;
        let json = target.join("doc").join(name.replace('-', "_")).with_extension("json");
        let printed = Program::cargo().args("run --quiet --package dijia-api --").arg(json).capture()?;
        if printed.status.code() == Some(OTHER_FORMAT) {
            return Err(Failure::lack(format!(
                "Rust 1.95 is needed, whose rustdoc api/ reads: {}",
                printed.stderr.trim()
            )));
        }
        ensure(printed.status.success(), || format!("dijia-api: {}\n{}", printed.status, printed.stderr))?;
        Ok((name, printed.stdout))
    };
    published().map(listing).collect()
}

/// The lines that only one of the listings has, `-` before those of the committed one.
fn changes(committed: &str, listing: &str) -> Vec<String> {
    let only = |sign: char, these: &str, those: &str| -> Vec<String> {
        let is_new = |line: &&str| !those.lines().any(|other| other == *line);
        these.lines().filter(is_new).map(|line| format!("{sign} {line}")).collect()
    };
    let mut changes = only('-', committed, listing);
    changes.extend(only('+', listing, committed));
    if changes.is_empty() && committed != listing {
        changes.push("  the same items in another order, or a different number of times".into());
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_and_what_is_new() {
        assert!(changes("a\nb\n", "a\nb\n").is_empty());
        assert_eq!(changes("a\nb\nc\n", "a\nd\nc\n"), ["- b", "+ d"]);
        assert_eq!(changes("", "a\n"), ["+ a"]);
        assert_eq!(changes("a\nb\n", "b\na\n").len(), 1);
        assert_eq!(changes("a\na\n", "a\n").len(), 1);
    }
}

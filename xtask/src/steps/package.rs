//! The crates build from what would be published, and from nothing beside it.

use std::path::Path;

use fs_err as fs;

use super::notices;
use crate::failure::{Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::step::{PUBLISHED, Step, published};

pub const STEP: Step = Step {
    name: "package",
    group: "rust",
    what: "the published crates build on their own",
    folders: &["outside"],
    after: &[],
    run,
};

fn run() -> Outcome {
    // Cargo's own check builds on copies of earlier packages of the same version, where it finds any.
    Program::cargo().args("package --quiet --allow-dirty --no-verify").args(PUBLISHED).run()?;

    let packages = place::target().join("package");
    let unpacked = place::target().join("unpacked");
    place::empty(&unpacked)?;
    let version = env!("CARGO_PKG_VERSION");
    // What whoever has the package alone must have of it.
    let licences = ["LICENSE-APACHE", "LICENSE-MIT"];
    let names: Vec<&str> = published().collect();
    for name in &names {
        let package = packages.join(format!("{name}-{version}.crate"));
        // As files of now: cargo gives all that it packs one old date, by which it would not see that they have changed.
        Program::new("tar").arg("-xzmf").arg(package).arg("-C").arg(&unpacked).run()?;
        let folder = unpacked.join(format!("{name}-{version}"));
        ensure(folder.join("README.md").is_file(), || format!("{name}: the package lacks README.md"))?;
        for licence in licences {
            same(&folder.join(licence), licence)?;
        }
        same(&folder.join(notices::FILE), &format!("crates/{name}/{}", notices::FILE))?;
    }
    for licence in licences {
        same(&place::root().join("bindings/python").join(licence), licence)?;
    }
    // A workspace of their own, in which each finds the others as it would find them published.
    let patches = names.iter().map(|name| format!("{name} = {{ path = \"{name}-{version}\" }}\n"));
    let workspace = unpacked.join("Cargo.toml");
    let text = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\"*-{version}\"]\n\n[patch.crates-io]\n{}",
        patches.collect::<String>()
    );
    fs::write(&workspace, text)?;
    // The versions that are tested elsewhere.
    fs::write(unpacked.join("Cargo.lock"), place::read("Cargo.lock")?)?;
    let target = place::outside();
    let cargo = |command: &str| {
        Program::cargo().args(command).arg("--manifest-path").arg(&workspace).arg("--target-dir").arg(&target).run()
    };
    cargo("build --quiet")?;
    // The pages that the packages bring along are whole: their programs run.
    cargo("test --quiet --doc")
}

/// Fails unless the file is a copy of that one of the repository.
pub fn same(file: &Path, original: &str) -> Outcome {
    let is_same = fs::read(file)? == fs::read(place::root().join(original))?;
    ensure(is_same, || format!("{}: not a copy of {original}", file.display()))
}

//! The Rust programs of the pages, in a package of their own outside the workspace, as a reader would have them.
//!
//! The C and C++ ones are those of the steps `c-tests` and `c-install`, the Python ones those of the package's tests.

use fs_err as fs;

use crate::failure::{Failure, Outcome, ensure};
use crate::page;
use crate::place;
use crate::program::Program;
use crate::step::Step;

pub const STEP: Step = Step {
    name: "pages",
    group: "rust",
    what: "the Rust programs of the pages print what they show",
    folders: &["outside"],
    after: &[],
    run,
};

const PAGES: [&str; 4] = ["README.md", "README.zh-CN.md", "crates/dijia/README.md", "crates/dijia/README.zh-CN.md"];

fn run() -> Outcome {
    let package = place::target().join("pages");
    let binaries = package.join("src/bin");
    place::empty(&binaries)?;
    let library = place::root().join("crates/dijia");
    let manifest = format!(
        "[workspace]\n\n[package]\nname = \"pages\"\nedition = \"2024\"\n\n[dependencies]\ndijia = {{ path = {library:?} }}\n"
    );
    fs::write(package.join("Cargo.toml"), &manifest)?;
    // The versions that are tested elsewhere.
    fs::write(package.join("Cargo.lock"), place::read("Cargo.lock")?)?;

    let pages = PAGES.map(|page| Ok((page, place::read(page)?))).into_iter().collect::<Outcome<Vec<_>>>()?;
    let mut programs = Vec::new();
    for (page, text) in &pages {
        let shown =
            page::programs(text, "rust").map_err(|failure| Failure::new(format!("{page}: {}", failure.what)))?;
        ensure(!shown.is_empty(), || format!("{page} shows no Rust program"))?;
        programs.extend(shown.into_iter().map(|shown| (page, shown)));
    }
    for (number, (_, shown)) in programs.iter().enumerate() {
        fs::write(binaries.join(format!("program_{number}.rs")), shown.program)?;
    }
    for (number, (page, shown)) in programs.iter().enumerate() {
        let program = Program::cargo().args("run --quiet --manifest-path").arg(package.join("Cargo.toml"));
        let program = program.arg("--target-dir").arg(place::outside());
        let printed = program.arg("--bin").arg(format!("program_{number}")).capture()?;
        ensure(printed.status.success() && shown.agrees(&printed.stdout), || {
            format!("{page}:{}: {} and printed\n{}{}", shown.line, printed.status, printed.stdout, printed.stderr)
        })?;
    }
    println!("{} programs of {} print what the pages show", programs.len(), PAGES.join(", "));
    Ok(())
}

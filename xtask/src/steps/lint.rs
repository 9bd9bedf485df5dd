use cargo_metadata::MetadataCommand;
use cargo_metadata::semver::Version;

use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::step::{PUBLISHED, Step};

pub const STEP: Step = Step {
    name: "lint",
    group: "rust",
    what: "clippy has nothing to say, the MSRV is kept",
    folders: &["debug"],
    after: &[],
    run,
};

/// What users build: the workspace, and the Python package, which has a lock file of its own.
const MANIFESTS: [&str; 2] = ["Cargo.toml", "bindings/python/Cargo.toml"];
const MSRV: &str = env!("CARGO_PKG_RUST_VERSION");

fn run() -> Outcome {
    // `incompatible_msrv` compares every call of the standard library with the package's `rust-version`.
    let clippy = |arguments| Program::cargo().args("clippy --all-targets").args(arguments).args("-- --deny warnings");
    clippy(PUBLISHED).run()?;
    clippy("--workspace --all-features").run()?;
    MANIFESTS.iter().try_for_each(|manifest| dependencies_keep_the_msrv(manifest))
}

fn dependencies_keep_the_msrv(manifest: &str) -> Outcome {
    let failed = |error: &dyn std::error::Error| Failure::new(format!("{manifest}: {error}"));
    let msrv = Version::parse(&format!("{MSRV}.0")).map_err(|error| failed(&error))?;
    let mut metadata = MetadataCommand::new();
    metadata.manifest_path(place::root().join(manifest)).other_options(["--locked".to_owned()]);
    let packages = metadata.exec().map_err(|error| failed(&error))?.packages;
    let asked = packages.iter().filter_map(|package| Some((package, package.rust_version.as_ref()?)));
    let (early, late): (Vec<_>, Vec<_>) = asked.partition(|(_, version)| **version <= msrv);
    let late: Vec<String> =
        late.iter().map(|(package, version)| format!("{} asks for {version}", package.name)).collect();
    ensure(!early.is_empty() && late.is_empty(), || format!("{manifest}: not for Rust {MSRV}: {}", late.join(", ")))?;
    println!("{manifest}: {} packages ask for a Rust, none for one after {MSRV}", early.len());
    Ok(())
}

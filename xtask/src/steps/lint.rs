use super::{PUBLISHED, Step};
use crate::failure::{Outcome, ensure};
use crate::program::Program;

pub const STEP: Step = Step { name: "lint", group: "rust", what: "clippy has nothing to say, the MSRV is kept", run };

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
    let metadata = Program::cargo().args("metadata --format-version 1 --locked --manifest-path").arg(manifest);
    let metadata = metadata.capture()?;
    ensure(metadata.status.success(), || format!("{manifest}: {}", metadata.stderr))?;
    let asked = asked_versions(&metadata.stdout);
    let late = asked.iter().filter(|(_, version)| minor(version) > minor(MSRV));
    let late: Vec<String> = late.map(|(file, version)| format!("{file} asks for {version}")).collect();
    ensure(!asked.is_empty() && late.is_empty(), || format!("{manifest}: not for Rust {MSRV}: {}", late.join(", ")))?;
    println!("{manifest}: {} packages ask for a Rust, none for one after {MSRV}", asked.len());
    Ok(())
}

/// Of cargo's metadata, the manifest of each package that says which Rust it needs, and what it says.
fn asked_versions(metadata: &str) -> Vec<(&str, &str)> {
    let mut file = "";
    let mut asked = Vec::new();
    for (name, value) in metadata.split(",\"").filter_map(|field| field.split_once("\":\"")) {
        let value = value.split('"').next().unwrap_or_default();
        match name {
            "manifest_path" => file = value,
            "rust_version" => asked.push((file, value)),
            _ => {}
        }
    }
    asked
}

/// The number that counts, of versions that all begin with `1.`.
fn minor(version: &str) -> Option<u32> {
    version.split('.').nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_versions_that_packages_ask_for() {
        let metadata = concat!(
            r#"{"packages":[{"name":"a","dependencies":[{"name":"b","req":"^1"}],"manifest_path":"/a/Cargo.toml","#,
            r#""links":null,"rust_version":null},{"name":"b","manifest_path":"/b/Cargo.toml","rust_version":"1.87.0"}]}"#,
        );
        assert_eq!(asked_versions(metadata), [("/b/Cargo.toml", "1.87.0")]);
        assert!(minor("1.100.0") > minor("1.88") && minor("1.88.1") == minor("1.88"));
    }
}

//! The source of the C library with that of everything it is built of, and nothing else: distributors build it without a
//! network, by the same commands.

use std::path::Path;

use fs_err as fs;

use super::{archive, library, source};
use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;

/// What of the repository is in it, and what of that is not.
const HELD: [&str; 6] = ["bindings/c/", "crates/", "include/", "LICENSE-", "README", "CHANGELOG.md"];
const LEFT_OUT: [&str; 5] = ["/tests/", "/bench/", "/header/", "/abi/", "/.cargo/"];

fn name() -> String {
    format!("libdijia-{}-source", env!("CARGO_PKG_VERSION"))
}

pub fn make(to: &Path) -> Outcome {
    let (made, name) = (source::work("source"), name());
    fill(&made.join(&name))?;
    archive::tar(&made, &name, &to.join(format!("{name}.tar.gz")))
}

/// Writes the source into that folder.
pub fn fill(folder: &Path) -> Outcome {
    place::empty(folder)?;
    let listed = Program::new("git").arg("ls-files").capture()?;
    ensure(listed.status.success(), || listed.stderr.clone())?;
    for file in listed.stdout.lines().filter(|file| HELD.iter().any(|held| file.starts_with(held))) {
        if !LEFT_OUT.iter().any(|part| file.contains(part)) {
            let copy = folder.join(file);
            fs::create_dir_all(copy.parent().unwrap_or(folder))?;
            fs::copy(place::root().join(file), copy)?;
        }
    }
    fs::write(folder.join("Cargo.toml"), workspace(&place::read("Cargo.toml")?)?)?;
    for name in ["dijia", "dijia-core", "dijia-tables"] {
        let file = folder.join("crates").join(name).join("Cargo.toml");
        fs::write(&file, without_section(&fs::read_to_string(&file)?, "[dev-dependencies]"))?;
    }
    // The versions that are tested; what no longer needs to be in it goes away.
    fs::copy(place::root().join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let vendor = Program::cargo().args("vendor --quiet --manifest-path").arg(folder.join("Cargo.toml"));
    let vendored = vendor.arg(folder.join("vendor")).folder(folder).capture()?;
    ensure(vendored.status.success(), || vendored.stderr.clone())?;
    fs::create_dir_all(folder.join(".cargo"))?;
    let config = "# Everything is here.\n[source.crates-io]\nreplace-with = \"vendor\"\n\n[source.vendor]\ndirectory = \"vendor\"\n";
    Ok(fs::write(folder.join(".cargo/config.toml"), config)?)
}

/// The manifest of a workspace of the library alone.
fn workspace(manifest: &str) -> Outcome<String> {
    let members = manifest.lines().find(|line| line.starts_with("members = "));
    let members = members.ok_or_else(|| Failure::new("Cargo.toml names no members"))?;
    Ok(manifest.replace(members, "members = [\"bindings/c\", \"crates/*\"]"))
}

/// A manifest without that section.
fn without_section(manifest: &str, section: &str) -> String {
    let mut is_in = false;
    let kept = manifest.lines().filter(|line| {
        if line.starts_with('[') {
            is_in = *line == section;
        }
        !is_in
    });
    kept.flat_map(|line| [line, "\n"]).collect()
}

/// The archive builds where cargo has nothing and asks nobody, and what it installs serves programs.
pub fn check(made: &Path, folder: &Path, variables: &[(&str, &str)]) -> Outcome {
    let name = name();
    place::empty(folder)?;
    Program::new("tar").arg("-xzf").arg(made.join(format!("{name}.tar.gz"))).arg("-C").arg(folder).run()?;
    let (build, prefix) = (folder.join("build"), folder.join("prefix"));
    let cmake = || {
        let cmake = Program::new("cmake").env("CARGO_HOME", folder.join("nothing")).env("CARGO_NET_OFFLINE", "true");
        variables.iter().fold(cmake, |cmake, (name, value)| cmake.env(name, value))
    };
    let configure = cmake().arg("-S").arg(folder.join(&name).join("bindings/c")).arg("-B").arg(&build);
    configure.arg("-DCMAKE_INSTALL_LIBDIR=lib").run()?;
    cmake().arg("--build").arg(&build).run()?;
    cmake().arg("--install").arg(&build).arg("--prefix").arg(&prefix).run()?;
    library::serves(&folder.join("consumer"), &prefix)?;
    let count = fs::read_dir(folder.join(&name).join("vendor"))?.count();
    println!("{name}: builds without a network; the sources of {count} other crates are in it");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_goes_up_to_the_next() {
        assert_eq!(without_section("[a]\nb = 1\n[c]\nd = 2\n[e]\nf = 3\n", "[c]"), "[a]\nb = 1\n[e]\nf = 3\n");
        assert_eq!(without_section("[a]\nb = 1\n", "[c]"), "[a]\nb = 1\n");
    }

    #[test]
    fn the_members_are_others() {
        let made = workspace("[workspace]\nmembers = [\"a\", \"b\"]\nc = 1\n").expect("it names members");
        assert_eq!(made, "[workspace]\nmembers = [\"bindings/c\", \"crates/*\"]\nc = 1\n");
        assert!(workspace("[workspace]\n").is_err());
    }
}

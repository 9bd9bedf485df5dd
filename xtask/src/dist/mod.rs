//! `cargo xtask dist`: everything that is uploaded for a version, in one folder, the same to the last byte whoever makes it of
//! the same commit with the same tools, wherever the repository lies.

mod archive;
mod bill;
mod library;
mod offline;
mod source;

use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::{Program, need};
use crate::step::{PUBLISHED, Step, published};
use crate::steps::{python, wheels};

pub const STEP: Step = Step {
    name: "dist",
    group: "rust",
    what: "what is uploaded is the same from two folders, and serves programs",
    folders: &[],
    after: &["python"],
    run,
};

/// The digests of all the other files, as `sha256sum --check` reads them.
const DIGESTS: &str = "SHA256SUMS";
/// What every machine makes without a compiler for another, and quickly where the C library need not be optimised.
const CHECKED: [&str; 4] = ["crates", "sdist", "c-source", "c-linux-x86_64"];

/// A part of what is uploaded.
struct Part {
    name: String,
    make: Box<dyn Fn(&Path) -> Outcome>,
}

fn parts() -> Vec<Part> {
    let part = |name: String, make: Box<dyn Fn(&Path) -> Outcome>| Part { name, make };
    let mut parts = vec![
        part("crates".into(), Box::new(crates)),
        part("sdist".into(), Box::new(source_distribution)),
        part("sbom".into(), Box::new(bill::make)),
        part("c-source".into(), Box::new(offline::make)),
    ];
    parts.extend(
        library::PLATFORMS
            .iter()
            .map(|platform| part(format!("c-{}", platform.name), Box::new(move |to: &Path| platform.make(to)))),
    );
    parts.extend(
        wheels::PLATFORMS
            .iter()
            .map(|platform| part(format!("wheel-{}", platform.name), Box::new(move |to: &Path| wheel(platform, to)))),
    );
    parts
}

/// `cargo xtask dist`: the parts of these names, or all, of the last commit.
pub fn command(names: &[&str]) -> Outcome {
    let known: Vec<String> = parts().into_iter().map(|part| part.name).collect();
    if let Some(name) = names.iter().find(|&&name| known.iter().all(|part| part != name)) {
        return Err(Failure::usage(format!("unknown part: {name}; there is {}", known.join(", "))));
    }
    let to = place::target().join("dist");
    make(&place::root(), &to, names, &[])?;
    print!("{}", fs::read_to_string(to.join(DIGESTS))?);
    Ok(())
}

/// `dist-here <folder> [part ...]`: what [`make`] has another process do, in the copy of the commit.
pub fn here(to: &str, names: &[&str]) -> Outcome {
    let to = Path::new(to);
    parts().iter().filter(|part| names.is_empty() || names.contains(&part.name.as_str())).try_for_each(|part| {
        println!("--- {}", part.name);
        (part.make)(to)
    })
}

/// Makes those parts, or all, of what is committed in that repository, with further variables for the compilers.
fn make(repository: &Path, to: &Path, names: &[&str], variables: &[(&str, &str)]) -> Outcome {
    need(&["git", "tar", "gzip", "sha256sum"], "git tar gzip coreutils")?;
    place::empty(to)?;
    let copy = source::Copy::of(repository)?;
    // An environment of Python that is here serves there too.
    let program = copy.this_program()?.arg("dist-here").arg(to).env(python::CHECKS, python::checks()?.folder());
    let program = names.iter().fold(program, Program::arg);
    variables.iter().fold(program, |program, (name, value)| program.env(name, value)).run()?;
    digests(to)
}

/// Writes the digests of all that is in the folder.
fn digests(folder: &Path) -> Outcome {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name());
    }
    names.sort();
    let printed = names.iter().fold(Program::new("sha256sum").folder(folder), Program::arg).capture()?;
    ensure(printed.status.success(), || printed.stderr)?;
    Ok(fs::write(folder.join(DIGESTS), printed.stdout)?)
}

fn crates(to: &Path) -> Outcome {
    Program::cargo().args("package --quiet --no-verify").args(PUBLISHED).run()?;
    for name in published() {
        into(&place::target().join("package").join(format!("{name}-{}.crate", env!("CARGO_PKG_VERSION"))), to)?;
    }
    Ok(())
}

fn source_distribution(to: &Path) -> Outcome {
    into(&python::source_distribution(&python::checks()?, &source::work("sdist"))?, to)
}

fn wheel(platform: &wheels::Platform, to: &Path) -> Outcome {
    into(&platform.build(&python::checks()?, &source::work("wheel").join(platform.name))?, to)
}

fn into(file: &Path, folder: &Path) -> Outcome {
    fs::copy(file, folder.join(file.file_name().unwrap_or_default()))?;
    Ok(())
}

/// Makes what is quickly made from two repositories and compares; and the archive of the C library serves a program.
fn run() -> Outcome {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        println!("what is uploaded is made on Linux on x86-64 only");
        return Ok(());
    }
    let folder = place::target().join("dist-checks");
    place::empty(&folder)?;
    let elsewhere = folder.join("some other place");
    Program::new("git").args("clone --quiet").arg(place::root()).arg(&elsewhere).run()?;
    // Only that it is the same is asked, not how small it is.
    let quick = [("CARGO_PROFILE_C_LTO", "off"), ("CARGO_PROFILE_C_OPT_LEVEL", "1")];
    let made: Vec<PathBuf> = ["first", "second"].iter().map(|name| folder.join(name)).collect();
    make(&place::root(), &made[0], &CHECKED, &quick)?;
    make(&elsewhere, &made[1], &CHECKED, &quick)?;
    let [first, second] = [0, 1].map(|index| fs::read_to_string(made[index].join(DIGESTS)));
    let (first, second) = (first?, second?);
    ensure(first == second, || {
        format!("what is made of one commit in two folders differs:\n{first}and\n{second}in {}", folder.display())
    })?;
    println!("{} files are the same from two folders", first.lines().count());
    library::check(&made[0], &folder.join("unpacked"))?;
    offline::check(&made[0], &folder.join("offline"), &quick)
}

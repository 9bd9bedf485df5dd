//! `cargo xtask fuzz`: the targets of the package in `fuzz`, by cargo-fuzz and libFuzzer.

use std::env;
use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::failure::{Failure, Outcome};
use crate::place;
use crate::program::{Program, need};
use crate::tool::Tool;

/// Without optimisation it does as well and is built in a third of the time, where it has to be.
const CARGO_FUZZ: Tool = Tool {
    name: "cargo-fuzz",
    version: "0.13.2",
    options: "--debug",
    wheel: Some("612108f626b6ee0e5d63b1a0e257c89c13abffbd8fff539ccbffb7205b33093f"),
    ask: "--version",
};

pub struct Fuzzer {
    pub name: &'static str,
    sanitizer: &'static str,
    /// Of libFuzzer's.
    options: &'static str,
}

/// Only the C ABI has code that a sanitizer could find fault with; the others run twice as fast without.
pub const TARGETS: [Fuzzer; 5] = [
    Fuzzer { name: "parsers", sanitizer: "none", options: "-dict=fuzz/parsers.dict -max_len=160" },
    Fuzzer { name: "appraisal", sanitizer: "none", options: "-max_len=2048" },
    Fuzzer { name: "corrections", sanitizer: "none", options: "-max_len=1024" },
    Fuzzer { name: "edition", sanitizer: "none", options: "-max_len=128" },
    Fuzzer { name: "c_boundary", sanitizer: "address", options: "-max_len=2048" },
];

const SECONDS: u32 = 60;

/// The arguments are the name of a target, or none for each of them, and `--seconds N`.
pub fn command(arguments: &[&str]) -> Outcome {
    let (name, seconds) = match *arguments {
        [] => (None, SECONDS),
        [name] => (Some(name), SECONDS),
        ["--seconds", seconds] => (None, parse(seconds)?),
        [name, "--seconds", seconds] => (Some(name), parse(seconds)?),
        _ => return Err(Failure::usage("fuzz takes the name of a target and --seconds N")),
    };
    let chosen: Vec<&Fuzzer> = TARGETS.iter().filter(|fuzzer| name.is_none_or(|name| name == fuzzer.name)).collect();
    if let (Some(name), true) = (name, chosen.is_empty()) {
        let known = TARGETS.map(|fuzzer| fuzzer.name).join(", ");
        return Err(Failure::usage(format!("unknown fuzz target: {name}; there is {known}")));
    }
    need_compilers()?;
    let corpora = place::target().join("fuzz/corpus");
    chosen.into_iter().try_for_each(|fuzzer| run(fuzzer, &corpora, seconds))
}

fn parse(seconds: &str) -> Outcome<u32> {
    let seconds = seconds.parse().ok().filter(|&seconds| seconds > 0);
    seconds.ok_or_else(|| Failure::usage("--seconds takes a whole number above 0"))
}

/// Installs cargo-fuzz where it is missing.
pub fn install() -> Outcome {
    CARGO_FUZZ.program().map(drop)
}

/// What libFuzzer and the caller of the C ABI are compiled with.
pub fn need_compilers() -> Outcome {
    need(&["cc", "c++"], "gcc g++")
}

/// The program with libFuzzer as clang brings it, if it does: libfuzzer-sys would compile its own for each set of flags.
pub fn with_library(program: Program) -> Program {
    let folders = |folder: &Path, within: &str| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path().join(within)).collect()
    };
    let name = format!("lib/linux/libclang_rt.fuzzer-{}.a", env::consts::ARCH);
    let versions = folders(Path::new("/usr/lib"), "lib/clang").into_iter();
    let mut libraries = versions.flat_map(|folder| folders(&folder, &name)).filter(|library| library.is_file());
    match libraries.next() {
        Some(library) => program.env("CUSTOM_LIBFUZZER_PATH", library),
        None => program,
    }
}

/// Runs a target for so many seconds, beginning with its committed corpus. What it finds goes to a folder of its name in
/// `corpora`, where a later run finds it.
pub fn run(fuzzer: &Fuzzer, corpora: &Path, seconds: u32) -> Outcome {
    let Fuzzer { name, sanitizer, options } = fuzzer;
    let grown = corpora.join(name);
    fs::create_dir_all(&grown)?;
    let mut program = CARGO_FUZZ.program()?.args("run --sanitizer").arg(sanitizer);
    if *sanitizer != "none" {
        // A stable compiler has the sanitizers, but takes the flag that asks for one only so.
        program = program.env("RUSTC_BOOTSTRAP", "1");
    }
    let program = with_library(program).arg("--target-dir").arg(place::target().join("fuzz/build")).arg(name);
    let program = program.arg(&grown).arg(Path::new("fuzz/corpus").join(name)).arg("--").args(options);
    println!("fuzzing {name} for {seconds} s");
    let ran = program.arg(format!("-max_total_time={seconds}")).arg("-timeout=20").capture()?;
    // Every input that reaches something new has a line of its own.
    let (progress, messages): (Vec<&str>, Vec<&str>) = ran.stderr.lines().partition(|line| line.starts_with('#'));
    if !ran.status.success() {
        eprintln!("{}", messages.join("\n"));
        return Err(Failure::new(format!("{name}: {}; fuzz/README.md says what to do with a finding", ran.status)));
    }
    let (runs, reached) =
        summary(&progress).ok_or_else(|| Failure::new(format!("{name}: libFuzzer did not finish")))?;
    println!("{name}: {runs} inputs, none of them wrong; {reached} places of the code reached");
    Ok(())
}

/// How many inputs were run, and how many places of the code they reached.
fn summary<'a>(progress: &[&'a str]) -> Option<(&'a str, &'a str)> {
    let mut words = progress.iter().find(|line| line.contains("DONE"))?.split_whitespace();
    let runs = words.next()?.strip_prefix('#')?;
    Some((runs, words.skip_while(|word| *word != "cov:").nth(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_is_that_of_the_end() {
        let lines =
            ["#8\tINITED cov: 20 ft: 30 corp: 2/8b", "#168088\tDONE   cov: 2023 ft: 5130 corp: 1018/23Kb", "###"];
        assert_eq!(summary(&lines), Some(("168088", "2023")));
        assert_eq!(summary(&lines[..1]), None);
    }
}

//! A while of fuzzing: long where everything is to be checked, a moment elsewhere.

use std::{env, thread};

use fs_err as fs;

use crate::failure::{Failure, Outcome};
use crate::program::Program;
use crate::step::Step;
use crate::{fuzz, place};

pub const STEP: Step = Step {
    name: "fuzz",
    group: "all",
    what: "nothing that fuzzing comes upon is wrong",
    folders: &[],
    after: &[],
    run,
};

/// Some twenty seconds of a core for each, where two cores serve four and build the later ones too.
const SECONDS_IN_CI: u32 = 45;
const SECONDS: u32 = 5;

fn run() -> Outcome {
    if !cfg!(unix) {
        println!("the fuzzers run on Linux and macOS only");
        return Ok(());
    }
    fuzz::need_compilers()?;
    let target = place::target().join("fuzz");
    let clippy = fuzz::with_library(Program::cargo())
        .args("clippy --quiet --locked --manifest-path fuzz/Cargo.toml --all-targets");
    clippy.arg("--target-dir").arg(target.join("clippy")).args("-- --deny warnings").run()?;

    let seconds = if env::var_os("CI").is_some() { SECONDS_IN_CI } else { SECONDS };
    // From the committed corpus alone, so that what an earlier run came upon does not decide what is seen.
    let scratch = target.join("step");
    let _ = fs::remove_dir_all(&scratch);
    fuzz::install()?;
    let at_once = thread::scope(|scope| {
        let running = fuzz::TARGETS.each_ref().map(|fuzzer| scope.spawn(|| fuzz::run(fuzzer, &scratch, seconds)));
        running.map(|fuzzer| fuzzer.join().unwrap_or_else(|_| Err(Failure::new("a fuzzer could not be watched"))))
    });
    at_once.into_iter().collect()
}

//! `cargo xtask`: what a person or CI runs.

mod bench;
mod dist;
mod editions;
mod failure;
mod fuzz;
mod mutants;
mod page;
mod place;
mod program;
mod public_items;
mod report;
mod rust;
mod step;
mod steps;
mod test;
mod tool;

use std::process::ExitCode;

use failure::Failure;

const USAGE: &str = "\
usage: cargo xtask <command>

  test [name ...]      run every check and test in order, or only the named steps or groups
  test --list          list the steps and their groups
  bench <name> [...]   run a benchmark, such as `lookup`; what follows is passed on to it
  api                  write what the packages make public into api/
  abi                  write bindings/c/abi/dijia.h, the interface that programs may be built against, from include/dijia.h
  fuzz [target] [...]  fuzz each target for a minute, or only that one; `--seconds N` for another time
  platforms [name ...] the C tests on other processors, emulated: all that are known, or only those named
  wheels [name ...]    build the Python package's wheels and audit them: for every platform, or only those named
  mutants [file ...]   change the library's source, a line at a time, and see whether a test fails: takes hours
  dist [part ...]      make what is uploaded for a version, of the last commit, in target/dist: all of it, or only those parts
  header               write include/dijia.h from the source of the C ABI
  notices              write THIRD-PARTY.txt of each package: what others wrote of what is linked, with their licences
  licences             check the licences, sources and versions of all dependencies
  help                 print this text
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["test", "--list"] => {
            test::list();
            Ok(())
        }
        ["test", names @ ..] => test::run(names),
        ["step", name, file] => test::one(name, file),
        ["dist", names @ ..] => dist::command(names),
        ["dist-here", folder, names @ ..] => dist::here(folder, names),
        ["bench", name, rest @ ..] => bench::run(name, rest),
        ["api"] => steps::api::write(),
        ["abi"] => steps::c_abi::write(),
        ["fuzz", rest @ ..] => fuzz::command(rest),
        ["platforms", names @ ..] => steps::platforms::command(names),
        ["wheels", names @ ..] => steps::wheels::command(names),
        ["mutants", files @ ..] => mutants::run(files),
        ["header"] => steps::c_header::write(),
        ["notices"] => steps::notices::write(),
        ["licences"] => test::run(&["licences"]),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        [] => Err(Failure::usage("a command is expected")),
        [command, ..] => Err(Failure::usage(format!("unknown command or missing argument: {command}"))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {}", failure.what);
            if failure.is_usage {
                eprint!("\n{USAGE}");
                return ExitCode::from(2);
            }
            ExitCode::FAILURE
        }
    }
}

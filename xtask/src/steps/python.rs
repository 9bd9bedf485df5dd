//! The Python package: its sources are checked, its wheel is built and tested in environments of its own under `target`.

use std::env;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::notices;
use super::wheels;
use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::report;
use crate::step::Step;

pub const STEP: Step = Step {
    name: "python",
    group: "python",
    what: "the Python package is checked, built and tested as a wheel",
    folders: &["python"],
    after: &[],
    run,
};

pub const VERSIONS: Step = Step {
    name: "pythons",
    group: "python",
    what: "the wheel in every Python there is, with and without libraries of arrays",
    folders: &[],
    after: &["python"],
    run: every_python,
};

pub const SOURCE: Step = Step {
    name: "python-sdist",
    group: "python",
    what: "the Python package builds from its source distribution",
    folders: &["python"],
    after: &["python"],
    run: source,
};

const FOLDER: &str = "bindings/python";
/// The tests of many rows, of how their work grows, and of the pages: they say the same in every Python and on every system.
pub const OF_ANY_SYSTEM: [&str; 3] = ["tests/test_batch_properties.py", "tests/test_work.py", "tests/test_pages.py"];
/// The extension, which is the same for every Python, computes the vectors.
const VECTORS: &str = "tests/test_conformance.py";

fn run() -> Outcome {
    let pythons = pythons();
    let main = newest(&pythons)?;
    println!("Pythons: {}", pythons.iter().map(|python| python.version.as_str()).collect::<Vec<_>>().join(", "));
    let checks = Environment::of_checks(main)?;
    static_checks(&checks)?;
    let wheel = wheel(&checks)?;

    checks.install_wheel(&wheel)?;
    // Away from the sources, so that it is the installed package that is compared with its stubs.
    let stubtest = checks
        .python()
        .args("-m mypy.stubtest dijia --ignore-unused-allowlist --allowlist")
        .arg(path("tests/stubtest-allowlist.txt"));
    stubtest.arg("--mypy-config-file").arg(path("pyproject.toml")).folder(work()).run()?;
    Program::cargo().args("build --quiet --package dijia-examples --example appraise").run()?;
    let example = place::target().join("debug/examples/appraise").with_extension(env::consts::EXE_EXTENSION);
    checks.pytest().env("DIJIA_APPRAISE", example).env(report::REPORTS, report::folder()).run()?;
    import_time(&checks)
}

/// The wheel in every Python there is.
fn every_python() -> Outcome {
    let pythons = pythons();
    let wheel = wheel(&Environment::of_checks(newest(&pythons)?)?)?;
    for (index, python) in pythons.iter().enumerate() {
        let environment = Environment::fresh(python, &format!("tests-{}", python.version), "bare")?;
        environment.install_wheel(&wheel)?;
        // The oldest runs all that there is, as the newest has in the environment of the checks.
        let without = OF_ANY_SYSTEM.iter().chain([&VECTORS]).filter(|_| index > 0);
        without.fold(environment.pytest(), |tests, file| tests.arg("--ignore").arg(file)).run()?;
        environment.install("arrays")?;
        environment.pytest().arg("tests/test_kinds.py").run()?;
        // Whoever has this Python alone runs all the checks in it.
        let checks = environment.pip("install").args("--dry-run --only-binary=:all: --requirement");
        checks.arg(path("requirements/checks.txt")).run()?;
    }
    Ok(())
}

/// The vectors alone.
pub fn vectors() -> Outcome {
    let checks = checks()?;
    checks.install_wheel(&wheel(&checks)?)?;
    checks.pytest().arg(VECTORS).env(report::REPORTS, report::folder()).run()
}

/// The variable that names an environment of the checks which is there already, for a process in another folder.
pub const CHECKS: &str = "DIJIA_CHECKS";

/// The environment of the checks, of the newest Python.
pub fn checks() -> Outcome<Environment> {
    if let Some(folder) = env::var_os(CHECKS) {
        return Ok(Environment { folder: folder.into() });
    }
    Environment::of_checks(newest(&pythons())?)
}

/// The environment of the mutants: that of the checks, and what makes mutants of Python.
pub fn mutants() -> Outcome<Environment> {
    Environment::kept(newest(&pythons())?, "mutants", &["bare", "arrays", "checks", "mutants"])
}

fn newest(pythons: &[Python]) -> Outcome<&Python> {
    let none = || Failure::new("no Python of version 3.10 or later is found: install one, with its module venv");
    pythons.last().ok_or_else(none)
}

/// `cargo xtask api`: writes what the installed package makes public.
pub fn write_api() -> Outcome {
    const FILE: &str = "api/python.txt";

    let checks = checks()?;
    checks.install_wheel(&wheel(&checks)?)?;
    let printed = checks.python().arg("api/python.py").capture()?;
    ensure(printed.status.success(), || format!("api/python.py: {}\n{}", printed.status, printed.stderr))?;
    let path = place::root().join(FILE);
    fs::write(&path, printed.stdout)?;
    println!("wrote {FILE}");
    Ok(())
}

/// `cargo xtask bench python`
pub fn bench(arguments: &[&str]) -> Outcome {
    let checks = checks()?;
    checks.install_wheel(&wheel(&checks)?)?;
    let program = checks.python().arg(path("benches/batch.py"));
    arguments.iter().fold(program, Program::arg).run()
}

fn static_checks(checks: &Environment) -> Outcome {
    for command in ["format --check", "check"] {
        // Each folder has a configuration of its own.
        let ruff = Program::new(checks.program("ruff")).args(command).args("--quiet --no-cache");
        ruff.arg(path("")).arg(place::root().join("examples/python")).arg(place::root().join("api")).run()?;
    }
    checks.python().args("-m mypy").folder(path("")).run()?;
    let cargo = |command: &str| Program::cargo().args(command).arg("--manifest-path").arg(path("Cargo.toml"));
    cargo("fmt --check").run()?;
    let clippy = cargo("clippy --quiet --locked").arg("--target-dir").arg(cargo_target());
    clippy.args("-- --deny warnings").run()?;
    free_threaded(&cargo)
}

/// That the extension builds for a Python without the interpreter lock, which is seldom at hand: pyo3 is told of one.
fn free_threaded(cargo: &dyn Fn(&str) -> Program) -> Outcome {
    const PYTHON: &str = "implementation=CPython\nversion=3.14\nshared=true\nabi3=false\n\
                          build_flags=Py_GIL_DISABLED\nsuppress_build_script_link_lines=true\n";

    let config = work().join("free-threaded.txt");
    fs::write(&config, PYTHON)?;
    let check = cargo("check --quiet --locked").arg("--target-dir").arg(cargo_target());
    check.env("PYO3_CONFIG_FILE", config).run()
}

fn wheel(checks: &Environment) -> Outcome<PathBuf> {
    let wheels = work().join("wheels");
    // What is tested is what would be published, where that can be made here.
    match wheels::Platform::own() {
        Some(platform) => platform.build(checks, &wheels),
        None => {
            place::empty(&wheels)?;
            build(checks.maturin("build").arg("--interpreter").arg(checks.program("python")), &wheels)
        }
    }
}

/// The wheel that maturin builds, alone in that folder.
pub fn build(maturin: Program, to: &Path) -> Outcome<PathBuf> {
    let maturin = maturin.args("--release --locked --quiet --target-dir").arg(cargo_target());
    maturin.arg("--out").arg(to).run()?;
    only_file(to)
}

/// Builds a wheel from the source distribution alone, as pip does where there is no wheel for a machine.
fn source() -> Outcome {
    const MUST: [&str; 7] = [
        "PKG-INFO",
        "README.md",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        notices::FILE,
        "bindings/python/Cargo.lock",
        "crates/dijia/data/jinan-2020/annex-4.csv",
    ];
    const MUST_NOT: [&str; 4] = ["/tests/", "/benches/", "/mutants/", "/requirements/"];
    const PROGRAM: &str = "import dijia; print(dijia.appraise('商服', 'Ⅲ-4', remaining_term='33.57').unit_price)";

    let checks = checks()?;
    let folder = work().join("source");
    let archive = source_distribution(&checks, &folder)?;
    let listed = Program::new("tar").arg("-tzf").arg(&archive).capture()?;
    ensure(listed.status.success(), || format!("{}: {}", archive.display(), listed.stderr))?;
    let root = format!("dijia-{}/", env!("CARGO_PKG_VERSION"));
    let files: Vec<&str> = listed.stdout.lines().filter_map(|line| line.strip_prefix(&root)).collect();
    for file in MUST {
        ensure(files.contains(&file), || format!("the source distribution lacks {file}"))?;
    }
    if let Some(file) = listed.stdout.lines().find(|line| MUST_NOT.iter().any(|part| line.contains(part))) {
        return Err(Failure::new(format!("the source distribution holds {file}")));
    }
    println!("{}: {} files", archive.file_name().unwrap_or_default().to_string_lossy(), files.len());

    // The one that is optimised is tested already. Pip unpacks it under the system's folder for temporary files, outside this tree. The maturin is that of the checks,
    // so that it is the same one today and tomorrow.
    let wheels = folder.join("wheels");
    let mut programs = vec![checks.program("maturin").parent().map(Path::to_path_buf).unwrap_or_default()];
    programs.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let programs = env::join_paths(programs).map_err(|error| Failure::new(error.to_string()))?;
    let pip = checks.pip("wheel").args("--no-deps --no-build-isolation");
    let pip = pip.arg("--wheel-dir").arg(&wheels).arg(&archive).folder(work());
    let pip = pip.env("CARGO_TARGET_DIR", cargo_target()).env("MATURIN_PEP517_ARGS", "--profile dev");
    pip.env("PATH", programs).run()?;
    checks.install_wheel(&only_file(&wheels)?)?;
    let printed = checks.python().arg("-c").arg(PROGRAM).folder(work()).capture()?;
    ensure(printed.status.success() && printed.stdout.trim() == "8729.53", || {
        format!("the wheel of the source distribution printed {}{}", printed.stdout, printed.stderr)
    })?;
    println!("its wheel prices a parcel");
    Ok(())
}

/// What is needed to build the package, alone in that folder.
pub fn source_distribution(checks: &Environment, to: &Path) -> Outcome<PathBuf> {
    place::empty(to)?;
    checks.maturin("sdist").arg("--out").arg(to).env("CARGO_TARGET_DIR", cargo_target()).run()?;
    only_file(to)
}

/// The one file in the folder.
pub fn only_file(folder: &Path) -> Outcome<PathBuf> {
    let entries = fs::read_dir(folder)?;
    let files: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
    match <[PathBuf; 1]>::try_from(files) {
        Ok([file]) => Ok(file),
        Err(files) => Err(Failure::new(format!("{}: {} files, not one", folder.display(), files.len()))),
    }
}

fn import_time(checks: &Environment) -> Outcome {
    const PROGRAM: &str = "import time; begin = time.perf_counter(); import dijia; first = time.perf_counter(); \
                           dijia.zone_price('商服', 'Ⅲ-4'); done = time.perf_counter(); \
                           print(f'import {1e3 * (first - begin):.1f} ms, first price {1e3 * (done - first):.1f} ms')";
    checks.python().arg("-c").arg(PROGRAM).folder(work()).run()
}

struct Python {
    version: String,
    path: PathBuf,
}

/// The Pythons of version 3.10 or later, the newest last: those on the path, and those that pyenv has installed.
fn pythons() -> Vec<Python> {
    const MINORS: std::ops::RangeInclusive<u32> = 10..=15;

    let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let pyenv = env::var_os("PYENV_ROOT").map_or_else(|| home.join(".pyenv"), PathBuf::from);
    let mut candidates: Vec<PathBuf> = MINORS.map(|minor| PathBuf::from(format!("python3.{minor}"))).collect();
    candidates.extend(["python3".into(), "python".into()]);
    if let Ok(versions) = fs::read_dir(pyenv.join("versions")) {
        candidates.extend(versions.filter_map(|version| Some(version.ok()?.path().join("bin/python"))));
    }
    let mut found: Vec<(u32, Python)> = Vec::new();
    for path in candidates {
        let asked =
            Program::new(&path).arg("-c").arg("import sys, venv, ensurepip; print(*sys.version_info[:2])").capture();
        let Some(answer) = asked.ok().filter(|answer| answer.status.success()) else { continue };
        let mut numbers = answer.stdout.split_whitespace().filter_map(|number| number.parse::<u32>().ok());
        let (Some(3), Some(minor)) = (numbers.next(), numbers.next()) else { continue };
        if MINORS.contains(&minor) && !found.iter().any(|(known, _)| *known == minor) {
            found.push((minor, Python { version: format!("3.{minor}"), path }));
        }
    }
    found.sort_by_key(|(minor, _)| *minor);
    found.into_iter().map(|(_, python)| python).collect()
}

/// A virtual environment.
pub struct Environment {
    folder: PathBuf,
}

impl Environment {
    /// The environment of the checks, made anew where what it should hold has changed.
    fn of_checks(python: &Python) -> Outcome<Self> {
        Self::kept(python, "checks", &["bare", "arrays", "checks"])
    }

    fn kept(python: &Python, name: &str, holds: &[&str]) -> Outcome<Self> {
        let mut wanted = python.version.clone();
        for name in holds {
            let file = path("requirements").join(name).with_extension("txt");
            wanted += &fs::read_to_string(&file)?;
        }
        let folder = work().join(name);
        let stamp = folder.join("holds.txt");
        if fs::read_to_string(&stamp).is_ok_and(|holds| holds == wanted) {
            return Ok(Self { folder });
        }
        let environment = Self::fresh(python, name, name)?;
        fs::write(&stamp, wanted)?;
        Ok(environment)
    }

    /// A new environment of that name, with those requirements.
    fn fresh(python: &Python, name: &str, requirements: &str) -> Outcome<Self> {
        let folder = work().join(name);
        let _ = fs::remove_dir_all(&folder);
        Program::new(&python.path).args("-m venv").arg(&folder).run()?;
        let environment = Self { folder };
        environment.install(requirements)?;
        Ok(environment)
    }

    fn install(&self, requirements: &str) -> Outcome {
        let file = path("requirements").join(requirements).with_extension("txt");
        // Most of what is installed is never imported, and need not be compiled.
        self.pip("install").arg("--no-compile").arg("--requirement").arg(file).run()
    }

    fn install_wheel(&self, wheel: &Path) -> Outcome {
        self.pip("install").args("--force-reinstall --no-deps").arg(wheel).run()
    }

    pub fn pip(&self, command: &str) -> Program {
        self.python().args("-m pip").arg(command).args("--quiet --disable-pip-version-check")
    }

    pub fn maturin(&self, command: &str) -> Program {
        Program::new(self.program("maturin")).arg(command).arg("--manifest-path").arg(path("Cargo.toml"))
    }

    pub fn python(&self) -> Program {
        Program::new(self.program("python")).env("PYTHONUTF8", "1")
    }

    fn pytest(&self) -> Program {
        pytest(self.python())
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn program(&self, name: &str) -> PathBuf {
        let folder = self.folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
        folder.join(name).with_extension(env::consts::EXE_EXTENSION)
    }
}

/// The package's tests, by that interpreter.
pub fn pytest(python: Program) -> Program {
    python.args("-m pytest --quiet -p no:cacheprovider").folder(path(""))
}

/// A file of the package's.
pub fn path(within: &str) -> PathBuf {
    place::root().join(FOLDER).join(within)
}

pub fn work() -> PathBuf {
    place::target().join("python")
}

fn cargo_target() -> PathBuf {
    work().join("cargo")
}

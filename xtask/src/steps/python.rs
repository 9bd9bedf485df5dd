//! The Python package: its sources are checked, its wheel is built and tested in environments of its own under `target`.

use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};

use super::{Step, conformance};
use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;

pub const STEP: Step =
    Step { name: "python", group: "python", what: "the Python package is checked, built and tested as a wheel", run };

const FOLDER: &str = "bindings/python";

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
    checks.pytest().env("DIJIA_APPRAISE", example).env(conformance::REPORTS, conformance::reports()).run()?;
    import_time(&checks)?;

    for python in &pythons {
        let bare = Environment::fresh(python, "bare")?;
        bare.install_wheel(&wheel)?;
        bare.pytest().run()?;
        let arrays = Environment::fresh(python, "arrays")?;
        arrays.install_wheel(&wheel)?;
        arrays.pytest().arg("tests/test_kinds.py").run()?;
    }
    Ok(())
}

/// The vectors alone.
pub fn vectors() -> Outcome {
    let checks = Environment::of_checks(newest(&pythons())?)?;
    checks.install_wheel(&wheel(&checks)?)?;
    checks.pytest().arg("tests/test_conformance.py").env(conformance::REPORTS, conformance::reports()).run()
}

fn newest(pythons: &[Python]) -> Outcome<&Python> {
    let none = || Failure::new("no Python of version 3.10 or later is found: install one, with its module venv");
    pythons.last().ok_or_else(none)
}

/// `cargo xtask api`: writes what the installed package makes public.
pub fn write_api() -> Outcome {
    const FILE: &str = "api/python.txt";

    let checks = Environment::of_checks(newest(&pythons())?)?;
    checks.install_wheel(&wheel(&checks)?)?;
    let printed = checks.python().arg("api/python.py").capture()?;
    ensure(printed.status.success(), || format!("api/python.py: {}\n{}", printed.status, printed.stderr))?;
    let path = place::root().join(FILE);
    fs::write(&path, printed.stdout).map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
    println!("wrote {FILE}");
    Ok(())
}

/// `cargo xtask bench python`
pub fn bench(arguments: &[&str]) -> Outcome {
    let checks = Environment::of_checks(newest(&pythons())?)?;
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
    fs::write(&config, PYTHON).map_err(|error| Failure::new(format!("{}: {error}", config.display())))?;
    let check = cargo("check --quiet --locked").arg("--target-dir").arg(cargo_target());
    check.env("PYO3_CONFIG_FILE", config).run()
}

fn wheel(checks: &Environment) -> Outcome<PathBuf> {
    let wheels = work().join("wheels");
    // An older wheel must not be taken for the one that is built here.
    let _ = fs::remove_dir_all(&wheels);
    let begin = Instant::now();
    let maturin = Program::new(checks.program("maturin")).args("build --release --locked --quiet --manifest-path");
    let maturin = maturin.arg(path("Cargo.toml")).arg("--target-dir").arg(cargo_target());
    maturin.arg("--interpreter").arg(checks.program("python")).arg("--out").arg(&wheels).run()?;
    let entries = fs::read_dir(&wheels).map_err(|error| Failure::new(format!("{}: {error}", wheels.display())))?;
    let wheel = entries.filter_map(|entry| Some(entry.ok()?.path())).next();
    let wheel = wheel.ok_or_else(|| Failure::new("maturin built no wheel"))?;
    let size = fs::metadata(&wheel).map_or(0, |wheel| wheel.len());
    let name = wheel.file_name().unwrap_or_default().to_string_lossy();
    println!("{name}: {} kB, built in {:.0} s", size / 1000, begin.elapsed().as_secs_f64());
    Ok(wheel)
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
struct Environment {
    folder: PathBuf,
}

impl Environment {
    /// The environment of the checks, made anew where what it should hold has changed.
    fn of_checks(python: &Python) -> Outcome<Self> {
        let mut wanted = python.version.clone();
        for name in ["bare", "arrays", "checks"] {
            let file = path("requirements").join(name).with_extension("txt");
            wanted +=
                &fs::read_to_string(&file).map_err(|error| Failure::new(format!("{}: {error}", file.display())))?;
        }
        let folder = work().join("checks");
        let stamp = folder.join("holds.txt");
        if fs::read_to_string(&stamp).is_ok_and(|holds| holds == wanted) {
            return Ok(Self { folder });
        }
        let environment = Self::fresh(python, "checks")?;
        fs::write(&stamp, wanted).map_err(|error| Failure::new(format!("{}: {error}", stamp.display())))?;
        Ok(environment)
    }

    /// A new environment with the requirements of that name.
    fn fresh(python: &Python, requirements: &str) -> Outcome<Self> {
        let name =
            if requirements == "checks" { "checks".to_owned() } else { format!("{requirements}-{}", python.version) };
        let folder = work().join(name);
        let _ = fs::remove_dir_all(&folder);
        Program::new(&python.path).args("-m venv").arg(&folder).run()?;
        let environment = Self { folder };
        let file = path("requirements").join(requirements).with_extension("txt");
        environment.pip().arg("--requirement").arg(file).run()?;
        Ok(environment)
    }

    fn install_wheel(&self, wheel: &Path) -> Outcome {
        self.pip().args("--force-reinstall --no-deps").arg(wheel).run()
    }

    fn pip(&self) -> Program {
        self.python().args("-m pip install --quiet --disable-pip-version-check --no-warn-script-location")
    }

    fn python(&self) -> Program {
        Program::new(self.program("python")).env("PYTHONUTF8", "1")
    }

    fn pytest(&self) -> Program {
        self.python().args("-m pytest --quiet -p no:cacheprovider").folder(path(""))
    }

    fn program(&self, name: &str) -> PathBuf {
        let folder = self.folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
        folder.join(name).with_extension(env::consts::EXE_EXTENSION)
    }
}

fn path(within: &str) -> PathBuf {
    place::root().join(FOLDER).join(within)
}

fn work() -> PathBuf {
    place::target().join("python")
}

fn cargo_target() -> PathBuf {
    work().join("cargo")
}

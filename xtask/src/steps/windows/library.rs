//! The C library on Windows, installed and used from outside the tree.

use std::path::{Path, PathBuf};

use super::system::{C, CPP, TARGET, TOOLS, Wine, lines, windows_path};
use crate::editions;
use crate::failure::{Outcome, ensure};
use crate::place;
use crate::program::{Program, need};
use crate::report;
use crate::rust::Rust;
use crate::step::Step;
use crate::steps::c::{self, Language};
use crate::steps::{c_elsewhere, c_exports, c_install, package};

pub const STEP: Step = Step {
    name: "c-windows",
    group: "c",
    what: "the same library on Windows, by MinGW-w64 and Wine",
    folders: &["c-platforms", "wine"],
    after: &[],
    run,
};

const LANGUAGES: [(Language, &str); 2] = [(c::C, C), (c::CPP, CPP)];
/// What CMake needs to know of where programs will run.
const SYSTEM: &str = "-DCMAKE_SYSTEM_NAME=Windows";

/// The installed library, and where programs are built and run with it.
struct Windows {
    wine: Wine,
    folder: PathBuf,
    /// What the DLL is found by.
    path: String,
    /// What links the DLL, and what the static library.
    shared: Vec<String>,
    archive: Vec<String>,
}

impl Windows {
    fn new(wine: Wine, folder: PathBuf, prefix: &Path) -> Outcome<Self> {
        let flag = |flag: &str| vec![flag.to_owned()];
        let libraries = c_install::package_flags(prefix, "--libs")?;
        Ok(Self {
            wine,
            folder,
            path: windows_path(&prefix.join("bin")),
            shared: [flag("-Wl,-Bdynamic"), libraries, flag("-Wl,-Bstatic")].concat(),
            archive: c_install::package_flags(prefix, "--variable=static_library")?,
        })
    }

    fn build(&self, language: (Language, &str), source: &str, link: &[String]) -> Outcome<PathBuf> {
        self.link(language, &self.compile(language, source)?, "exe", link)
    }

    /// The program before it is linked.
    fn compile(&self, (language, compiler): (Language, &str), source: &str) -> Outcome<PathBuf> {
        let source = format!("{source}.{}", language.name);
        let path = self.folder.join(format!("{}.o", source.replace('/', "_")));
        c::compile(compiler, &format!("{} -O1 -c", language.modes[0]), &source, &[], &path)?;
        Ok(path)
    }

    fn link(&self, (_, compiler): (Language, &str), object: &Path, end: &str, link: &[String]) -> Outcome<PathBuf> {
        let path = object.with_extension(end);
        // The compiler's own libraries go into the program: Wine does not have them.
        let link: Vec<&str> = link.iter().map(String::as_str).chain(["-static"]).collect();
        c::compile(compiler, "", &object.to_string_lossy(), &link, &path)?;
        Ok(path)
    }

    fn run(&self, program: &Path) -> Program {
        self.wine.run(program).env("WINEPATH", &self.path)
    }
}

fn run() -> Outcome {
    need(&[C, CPP, "cmake", "pkg-config"], "g++-mingw-w64-x86-64-posix cmake pkg-config")?;
    let (wine, rust) = (Wine::new()?, Rust::find(TARGET)?);
    let folder = c::folder("windows")?;
    let prefix = folder.join("made here");
    let build = place::target().join("c-windows");
    c_elsewhere::build(
        &rust,
        || rust.with(Program::new("cmake")),
        &format!("{SYSTEM} -DCMAKE_C_COMPILER={C}"),
        &build,
    )?;
    Program::new("cmake").arg("--install").arg(&build).arg("--prefix").arg(&prefix).run()?;
    c_exports::ensure_dll(&prefix.join("bin/dijia.dll"), TOOLS)?;
    package::same(&prefix.join("lib/dijia.def"), c_exports::FILE)?;
    let windows = Windows::new(wine, folder, &prefix)?;
    tests(&windows)?;
    examples(&windows)?;
    outside(&windows, &prefix)
}

/// Every test of the C ABI and of the C++ header, with the static library and with the DLL.
fn tests(windows: &Windows) -> Outcome {
    let editions = editions::packed()?;
    for (name, language) in c::PROGRAMS {
        let language = if language.name == c::C.name { LANGUAGES[0] } else { LANGUAGES[1] };
        let object = windows.compile(language, &format!("bindings/c/tests/{name}"))?;
        for (end, link) in [("static.exe", &windows.archive), ("exe", &windows.shared)] {
            let program = windows.run(&windows.link(language, &object, end, link)?);
            let report = report::report(&format!("{}-windows", language.0.name));
            match name {
                "conformance" => program.arg("conformance").arg(report).run()?,
                _ => c::given(program, name, &editions).run()?,
            }
        }
    }
    Ok(())
}

fn examples(windows: &Windows) -> Outcome {
    let expected = place::read("examples/c/parcels.expected.csv")?;
    for language in LANGUAGES {
        let program = windows.build(language, &format!("examples/{}/parcels", language.0.name), &windows.shared)?;
        let program = windows.run(&program).input(place::root().join("examples/c/parcels.csv"))?;
        let printed = lines(program.capture()?);
        ensure(printed.status.code() == Some(1) && printed.stdout == expected, || {
            format!("{} and printed\n{}and not\n{expected}{}", printed.status, printed.stdout, printed.stderr)
        })?;
    }
    println!("the examples print what they do elsewhere");
    Ok(())
}

/// Programs outside the tree, by the CMake package.
fn outside(windows: &Windows, prefix: &Path) -> Outcome {
    let outside = windows.folder.join("outside");
    let run = |program: &Path| windows.run(&program.with_extension("exe")).capture().map(lines);
    let compilers = format!("-DCMAKE_C_COMPILER={C} -DCMAKE_CXX_COMPILER={CPP}");
    c_install::consumer(&outside, prefix, &format!("{SYSTEM} {compilers} -DCMAKE_EXE_LINKER_FLAGS=-static"), run)?;
    let without = windows.run(&outside.join("build/c_shared.exe")).env("WINEPATH", "").capture()?;
    ensure(!without.status.success(), || "what should need the DLL runs without it".into())?;
    println!("CMake: C and C++, the DLL and the static library");
    Ok(())
}

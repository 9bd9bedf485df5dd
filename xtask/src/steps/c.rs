//! The C ABI and its C++ header: fresh, proved, tested, installed and used from outside the tree.

use std::path::{Path, PathBuf};

use fs_err as fs;

use super::c_exports;
use crate::editions;
use crate::failure::{Failure, Outcome, ensure};
use crate::page;
use crate::place;
use crate::program::{self, Program};
use crate::report;
use crate::step::Step;

pub const FORMAT: Step = Step {
    name: "c-format",
    group: "c",
    what: "the C and C++ sources are formatted by clang-format",
    folders: &[],
    after: &[],
    run: format,
};
pub const PROOF: Step = Step {
    name: "c-proof",
    group: "c",
    what: "no panic and no allocation can be reached",
    folders: &["c-library"],
    after: &[],
    run: proof,
};
pub const TESTS: Step = Step {
    name: "c-tests",
    group: "c",
    what: "C and C++ tests, also under sanitizers and valgrind",
    folders: &["c-library"],
    after: &[],
    run: tests,
};
/// The pages that show C and C++ programs.
const PAGES: [&str; 4] = ["README.md", "README.zh-CN.md", C_PAGE, CPP_PAGE];
pub const C_PAGE: &str = "bindings/c/README.md";
pub const CPP_PAGE: &str = "bindings/c/CPP.md";
pub const WARNINGS: &str = "-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror";
/// The symbols that the shared library may leave to others: what a compiler may call from any code.
const UNDEFINED: [&str; 5] = ["memcpy", "memmove", "memset", "memcmp", "bcmp"];

/// Those that run on other processors and on other systems too.
pub const ELSEWHERE: [&str; 5] = ["conformance", "hostile", "inputs", "memory", "conversions"];

/// The tests, each a program, which other systems run too.
pub const PROGRAMS: [(&str, Language); 14] = [
    ("conformance", C),
    ("conformance", CPP),
    ("hostile", C),
    ("inputs", C),
    ("opened", C),
    ("notices", C),
    ("notices", CPP),
    ("corrections", C),
    ("sets", C),
    ("memory", C),
    ("conversions", C),
    ("values", CPP),
    ("refusals", CPP),
    ("headers", CPP),
];

/// Those with threads of their own.
const THREADED: [&str; 2] = ["conformance", "hostile"];

/// The folders of C and C++ sources.
const FORMATTED: [&str; 10] = [
    "include/dijia",
    "bindings/c/tests",
    "bindings/c/tests/consumer",
    "bindings/c/tests/one_thread",
    "bindings/c/bench",
    "bindings/python/tests/windows",
    "examples/c",
    "examples/cpp",
    "examples/firmware",
    "fuzz/c_abi",
];

/// A language that the header is for.
#[derive(Clone, Copy)]
pub struct Language {
    /// Also the extension of its sources, and its name in the reports of the vectors.
    pub name: &'static str,
    /// GNU's and LLVM's.
    pub compilers: [&'static str; 2],
    pub modes: [&'static str; 2],
}

pub const C: Language = Language { name: "c", compilers: ["gcc", "clang"], modes: ["-std=c11", "-std=c17"] };
pub const CPP: Language = Language { name: "cpp", compilers: ["g++", "clang++"], modes: ["-std=c++17", "-std=c++20"] };

/// Fails unless all of these programs are here.
pub fn need(programs: &[&str]) -> Outcome {
    program::need(programs, "clang clang-format cmake pkg-config valgrind")
}

fn format() -> Outcome {
    need(&["clang-format"])?;
    let mut files = Vec::new();
    for folder in FORMATTED {
        files.extend(sources(folder)?);
    }
    files.push(place::root().join("include/dijia.hpp"));
    let program = Program::new("clang-format").args("--dry-run --Werror");
    files.iter().fold(program, Program::arg).run()
}

/// Builds the library with these features and returns where it is, which no build with others changes.
fn build(features: &str) -> Outcome<PathBuf> {
    cargo_build(features).arg("--quiet").run()?;
    let name = if features.is_empty() { "plain" } else { features };
    let to = place::target().join("c-checks/library").join(name);
    fs::create_dir_all(&to)?;
    for file in ["libdijia.so", "libdijia.a"] {
        fs::copy(built().join("c").join(file), to.join(file))?;
    }
    Ok(to)
}

fn cargo_build(features: &str) -> Program {
    let program = Program::cargo().args("build --package dijia-c --no-default-features --profile c");
    program.arg("--features").arg(features).arg("--target-dir").arg(built())
}

/// Where cargo builds the library as it is installed: one folder, so that what it is made of is built once.
pub fn built() -> PathBuf {
    place::target().join("c-library")
}

/// The static library.
pub fn library() -> Outcome<PathBuf> {
    Ok(build("")?.join("libdijia.a"))
}

fn proof() -> Outcome {
    if !cfg!(target_os = "linux") {
        println!("the proof is linked on Linux only");
        return Ok(());
    }
    let library = build("prove")?.join("libdijia.so");
    println!("linked: nothing reaches a panic or an allocation");

    for (feature, symbol) in
        [("panicking", "dijia_proof_panic_reached"), ("allocating", "dijia_proof_allocation_reached")]
    {
        let broken = cargo_build(&format!("prove {feature}")).env("LC_ALL", "C").capture()?;
        ensure(!broken.status.success() && broken.stderr.contains(symbol), || {
            format!("with the feature {feature} the link must fail for {symbol}\n{}", broken.stderr)
        })?;
        println!("a deliberate one does not link: undefined symbol {symbol}");
    }

    let symbols = Program::new("nm").args("-D --undefined-only").arg(&library).capture()?;
    let undefined: Vec<&str> = symbols.stdout.split_whitespace().filter(|word| word.len() > 1).collect();
    let foreign = undefined.iter().find(|name| !UNDEFINED.contains(&name.split('@').next().unwrap_or_default()));
    ensure(symbols.status.success() && foreign.is_none(), || format!("undefined symbols: {undefined:?}"))?;
    let symbols = Program::new("nm").args("-D --defined-only").arg(&library).capture()?;
    let exported = symbols.stdout.lines().filter_map(|line| line.split(' ').nth(2));
    let count = c_exports::ensure_all(&library, exported)?;
    let size = fs::metadata(&library)?.len();
    println!("{size} bytes, {count} functions, undefined: {}", undefined.join(" "));
    Ok(())
}

/// The compiler, to check a file and build nothing.
pub fn check(compiler: &str, flags: &str, file: &Path) -> Program {
    Program::new(compiler).args(flags).args("-Iinclude -fsyntax-only").arg(file)
}

/// A program to build and run: the compiler, the flags of its language, the source.
pub fn compile(compiler: &str, flags: &str, source: &str, link: &[&str], to: &Path) -> Outcome {
    let program = Program::new(compiler).args(flags).args(WARNINGS).args("-Wno-unused-function -Iinclude").arg(source);
    let program = link.iter().fold(program, Program::arg);
    program.args("-pthread -lm -o").arg(to).run()
}

/// A test with its arguments: that of the notices gets where the edition files are.
pub fn given(program: Program, name: &str, packed: &Path) -> Program {
    if matches!(name, "notices" | "corrections" | "sets") {
        program.arg(packed).arg(editions::SOURCES)
    } else {
        program
    }
}

fn tests() -> Outcome {
    need(&["gcc", "g++", "clang", "clang++", "valgrind"])?;
    let library = build("")?;
    let folder = folder("tests")?;
    let shared = ["-L", &library.to_string_lossy(), "-ldijia", "-Wl,-rpath", &folder.to_string_lossy()];
    fs::copy(library.join("libdijia.so"), folder.join("libdijia.so.1"))?;
    let archive = library.join("libdijia.a").to_string_lossy().into_owned();
    let editions = editions::packed()?;
    for (name, language) in PROGRAMS {
        let source = format!("bindings/c/tests/{name}.{}", language.name);
        let runs_vectors = name == "conformance";
        let built = |compiler: &str, flags: &str, link: &[&str], what: &str| -> Outcome<PathBuf> {
            let path = folder.join(format!("{name}_{}_{what}", language.name));
            compile(compiler, flags, &source, link, &path)?;
            Ok(path)
        };
        // The vectors once, with a report of that name; or everything else that there is.
        let run = |program: Program, report: &str| match runs_vectors {
            true => program.arg("conformance").arg(report::report(report)).run(),
            false => given(program, name, &editions).run(),
        };
        let named = |watched: &str| format!("{}-{watched}", language.name);
        let [gnu, clang] = language.compilers;
        let [first, second] = language.modes;
        // Either compiler in either mode; what a pair only has to accept it does not build.
        for (compiler, mode) in [(gnu, second), (clang, first)] {
            check(compiler, mode, Path::new(&source)).args(WARNINGS).arg("-Wno-unused-function").run()?;
        }
        let shared = built(gnu, &format!("{first} -O1 -g"), &shared, gnu)?;
        run(Program::new(&shared), language.name)?;
        let flags = format!("{second} -g -fsanitize=address,undefined -fno-sanitize-recover=all");
        let sanitized = built(clang, &flags, &[&archive], "sanitized")?;
        run(Program::new(&sanitized), &named("sanitized"))?;
        if THREADED.contains(&name) {
            let watched = built(clang, &format!("{first} -g -fsanitize=thread"), &[&archive], "threads")?;
            for program in [&watched, &shared] {
                let program = Program::new(program);
                if runs_vectors { program.args("conformance --threads").run()? } else { program.run()? }
            }
        }
        // The C++ header adds nothing to what the library does with the vectors, and the sanitizers watch it there.
        if !runs_vectors || language.name == C.name {
            // Debug information of gcc, which this valgrind reads.
            let valgrind = Program::new("valgrind").args("--quiet --error-exitcode=9 --leak-check=full").arg(&shared);
            run(valgrind, &named("valgrind"))?;
        }
    }
    let stack = folder.join("stack");
    compile(C.compilers[0], &format!("{} -O1", C.modes[0]), "bindings/c/tests/stack.c", &[&archive], &stack)?;
    Program::new(&stack).run()?;
    later_version(&folder)?;
    examples(&shared, &folder)
}

/// Programs of this version with a library whose structs have more fields, as those of a later one may.
fn later_version(folder: &Path) -> Outcome {
    let archive = build("grown")?.join("libdijia.a").to_string_lossy().into_owned();
    for name in ["grown", "opened", "memory", "conformance"] {
        let path = folder.join(format!("later_{name}"));
        compile(
            C.compilers[0],
            &format!("{} -O1", C.modes[0]),
            &format!("bindings/c/tests/{name}.c"),
            &[&archive],
            &path,
        )?;
        let program = Program::new(&path);
        if name == "conformance" { program.arg("conformance").run()? } else { program.run()? }
    }
    Ok(())
}

/// The vectors alone, by one compiler of each language.
pub fn vectors() -> Outcome {
    need(&["gcc", "g++"])?;
    let archive = build("")?.join("libdijia.a").to_string_lossy().into_owned();
    let folder = folder("vectors")?;
    for language in [C, CPP] {
        let path = folder.join(language.name);
        let source = format!("bindings/c/tests/conformance.{}", language.name);
        compile(language.compilers[0], &format!("{} -O1", language.modes[0]), &source, &[&archive], &path)?;
        Program::new(&path).arg("conformance").arg(report::report(language.name)).run()?;
    }
    Ok(())
}

/// Runs the examples and compares what they print.
fn examples(shared: &[&str], folder: &Path) -> Outcome {
    let expected = place::read("examples/c/parcels.expected.csv")?;
    for (language, compiler, mode) in [("c", "gcc", "-std=c11"), ("cpp", "g++", "-std=c++17")] {
        let built = |name: &str| -> Outcome<PathBuf> {
            let path = folder.join(format!("example_{language}_{name}"));
            compile(compiler, mode, &format!("examples/{language}/{name}.{language}"), shared, &path)?;
            Ok(path)
        };
        let (appraise, parcels) = (built("appraise")?, built("parcels")?);
        let sheet = Program::new(&appraise).args("商服 Ⅲ-4 33.57 1000").capture()?;
        let should =
            Program::cargo().args("run --quiet --example appraise -- 商服 Ⅲ-4 --remaining-term 33.57 --area 1000");
        let should = should.capture()?;
        ensure(sheet.status.success() && !sheet.stdout.is_empty() && should.stdout.contains(&sheet.stdout), || {
            format!("example {language}/appraise printed\n{}and not\n{}", sheet.stdout, should.stdout)
        })?;
        let refused = Program::new(&appraise).args("商服 Ⅲ-13 33.57 1000").capture()?;
        let hint = "appraise: no commercial zone Ⅲ-13: Ⅲ has zones 1 to 12\n";
        ensure(refused.status.code() == Some(2) && refused.stderr == hint, || {
            format!("{language}: {}", refused.stderr)
        })?;
        let opened = built("edition")?;
        let sheet = Program::new(&opened).arg(editions::packed()?.join("tongdao-2026.dijia")).capture()?;
        // What the report prints, and the formula with every number of its own.
        let line = "= 710 × 0.9950 × 1.4369 × 1.0285 × 0.98 × 1.02 × 1.05 × 1.02 × (1 + 2.4020%)";
        let is_that = sheet.stdout.starts_with("1144.6 元/㎡\n") && sheet.stdout.contains(line);
        ensure(sheet.status.success() && is_that, || format!("example {language}/edition printed\n{}", sheet.stdout))?;
        let refused = Program::new(&opened).arg("README.md").capture()?;
        let none = refused.status.code() == Some(2) && refused.stderr == "edition: this is not an edition file\n";
        ensure(none, || format!("{language}: {}", refused.stderr))?;
        let rows = Program::new(&parcels).input(place::root().join("examples/c/parcels.csv"))?.capture()?;
        ensure(rows.status.code() == Some(1) && rows.stdout == expected, || {
            format!("example {language}/parcels printed\n{}and not\n{expected}", rows.stdout)
        })?;
    }
    pages(shared, folder)
}

/// Builds and runs the programs that the pages show, and compares what they print.
fn pages(shared: &[&str], folder: &Path) -> Outcome {
    let mut count = 0;
    for page in PAGES {
        let text = place::read(page)?;
        let mut programs = Vec::new();
        for language in [C, CPP] {
            let shown = page::programs(&text, language.name);
            let shown = shown.map_err(|failure| Failure::new(format!("{page}: {}", failure.what)))?;
            programs.extend(shown.into_iter().map(|shown| (language, shown)));
        }
        ensure(!programs.is_empty(), || format!("{page} shows no program"))?;
        for (language, shown) in programs {
            let source = folder.join(format!("page_{count}.{}", language.name));
            let path = source.with_extension("out");
            fs::write(&source, shown.program)?;
            compile(language.compilers[0], language.modes[0], &source.to_string_lossy(), shared, &path)?;
            let printed = Program::new(&path).capture()?;
            ensure(printed.status.success() && shown.agrees(&printed.stdout), || {
                format!("{page}:{}: {} and printed\n{}{}", shown.line, printed.status, printed.stdout, printed.stderr)
            })?;
            count += 1;
        }
    }
    println!("the examples, and {count} programs of {}, print what they should", PAGES.join(", "));
    Ok(())
}

/// `cargo xtask bench c`: the C interface beside the same calls from Rust.
pub fn bench() -> Outcome {
    let library = build("")?;
    let folder = folder("bench")?;
    fs::copy(library.join("libdijia.so"), folder.join("libdijia.so.1"))?;
    let shared = ["-L", &library.to_string_lossy(), "-ldijia", "-Wl,-rpath", &folder.to_string_lossy()];
    let path = folder.join("bench");
    compile("gcc", "-std=c11 -O2", "bindings/c/bench/bench.c", &shared, &path)?;
    Program::cargo().args("run --quiet --release --package dijia-benches --bin c --").arg(&path).run()
}

/// An empty folder of that name under the one that cargo builds into.
pub fn folder(name: &str) -> Outcome<PathBuf> {
    let folder = place::target().join("c-checks").join(name);
    place::empty(&folder)?;
    Ok(folder)
}

/// The C and C++ files in a folder.
pub fn sources(folder: &str) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(place::root().join(folder))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| ["c", "h", "cpp", "hpp"].iter().any(|known| extension == *known)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

//! The C library installed, and used from outside the tree: by CMake, within another project, and by pkg-config.

use std::path::{Path, PathBuf};

use fs_err as fs;

use super::c::{C, C_PAGE, CPP, CPP_PAGE, Language, built, folder, need};
use super::package;
use crate::failure::{Failure, Outcome, ensure};
use crate::page;
use crate::place;
use crate::program::{Captured, Program};
use crate::step::Step;

pub const STEP: Step = Step {
    name: "c-install",
    group: "c",
    what: "an installed library serves programs outside the tree",
    folders: &["c-library"],
    after: &[],
    run,
};

fn run() -> Outcome {
    need(&["gcc", "g++", "cmake", "pkg-config"])?;
    let folder = folder("install")?;
    let (build, made, prefix) = (folder.join("build"), folder.join("made"), folder.join("moved here"));
    let cmake = || Program::new("cmake");
    let cargo = built();
    let configure = cmake().args("-S bindings/c -B").arg(&build).arg("-DCMAKE_INSTALL_LIBDIR=lib");
    configure.arg(format!("-DDIJIA_CARGO_FOLDER={}", cargo.display())).run()?;
    cmake().arg("--build").arg(&build).run()?;
    cmake().arg("--install").arg(&build).arg("--prefix").arg(&made).run()?;
    // What is installed can be moved.
    fs::rename(&made, &prefix)?;
    let texts = ["LICENSE-APACHE", "LICENSE-MIT", "bindings/c/THIRD-PARTY.txt"];
    for text in texts.map(Path::new) {
        let installed = prefix.join("share/doc/dijia").join(text.file_name().unwrap_or_default());
        package::same(&installed, &text.to_string_lossy())?;
    }
    println!("the licences of all that is linked are installed");

    let outside = folder.join("outside");
    consumer(&outside, &prefix, "", |program| Program::new(program).capture())?;
    let without = cmake().arg("-S").arg(&outside).arg("-B").arg(outside.join("without")).capture()?;
    ensure(!without.status.success(), || "find_package found a package that is not there".into())?;
    println!("CMake: C and C++, shared and static, from a prefix that was moved");
    within(&outside, &cargo)?;
    cross(&folder.join("cross"))?;

    let asked = |arguments: &str| package_flags(&prefix, arguments);
    let libraries = asked("--libs")?;
    let archive = asked("--variable=static_library")?;
    for (compiler, source) in [("gcc", "main.c"), ("g++", "main.cpp")] {
        for (kind, link) in [("shared", &libraries), ("static", &archive)] {
            let path = outside.join(format!("{source}_{kind}"));
            let program = Program::new(compiler).folder(&outside).arg(source).arg("-o").arg(&path);
            asked("--cflags")?.iter().chain(link).fold(program, Program::arg).run()?;
            answers(&Program::new(&path).env("LD_LIBRARY_PATH", prefix.join("lib")).capture()?, kind)?;
        }
        let flags = asked("--cflags")?;
        let program = Program::new(compiler).folder(&outside).arg(source).arg("-o").arg(outside.join("none"));
        let unlinked = flags.iter().fold(program, Program::arg).capture()?;
        let missing = Program::new(compiler).folder(&outside).arg(source).args("-fsyntax-only").capture()?;
        ensure(!unlinked.status.success() && !missing.status.success(), || {
            format!("{source} builds without the flags that it needs")
        })?;
    }
    println!("pkg-config: C and C++, shared and static; without its flags nothing builds");

    // A shell splits what pkg-config says at spaces, so that the pages' lines are for a prefix without any.
    let prefix = folder.join("prefix");
    cmake().arg("--install").arg(&build).arg("--prefix").arg(&prefix).run()?;
    for (page, language, compiler) in [(C_PAGE, C, "cc "), (CPP_PAGE, CPP, "c++ ")] {
        as_the_page_says(page, language, compiler, &prefix, &folder)
            .map_err(|failure| Failure::new(format!("{page}: {}", failure.what)))?;
        println!("{page}: its first program, built by what it says for pkg-config and for CMake");
    }
    Ok(())
}

/// Builds a project outside the tree, in that folder, with the CMake package of the prefix and further options of CMake's,
/// and has every program of it run.
pub fn consumer(folder: &Path, prefix: &Path, options: &str, run: impl Fn(&Path) -> Outcome<Captured>) -> Outcome {
    fs::create_dir_all(folder)?;
    for name in ["CMakeLists.txt", "main.c", "main.cpp"] {
        fs::copy(place::root().join("bindings/c/tests/consumer").join(name), folder.join(name))?;
    }
    let configure = Program::new("cmake").args(options).arg(format!("-DCMAKE_PREFIX_PATH={}", prefix.display()));
    programs(configure, folder, &folder.join("build"), run)
}

/// Builds the project in that folder and has every program of it run.
fn programs(configure: Program, folder: &Path, build: &Path, run: impl Fn(&Path) -> Outcome<Captured>) -> Outcome {
    configure.arg("-S").arg(folder).arg("-B").arg(build).run()?;
    Program::new("cmake").arg("--build").arg(build).run()?;
    for language in ["c", "cpp"] {
        for kind in ["dijia", "shared", "static"] {
            answers(&run(&build.join(format!("{language}_{kind}")))?, kind)?;
        }
    }
    Ok(())
}

/// The project builds the library as a part of itself, from a folder where cargo has built it.
fn within(project: &Path, cargo: &Path) -> Outcome {
    let source = place::root();
    let added = format!("-DADDED={}", source.join("bindings/c").display());
    let fetched = format!("-DFETCHCONTENT_SOURCE_DIR_DIJIA={}", source.display());
    let fetched = [&*fetched, "-DFETCHED=ON"];
    for (name, options) in [("add_subdirectory", &[&*added][..]), ("FetchContent", &fetched)] {
        let configure = Program::new("cmake").arg(format!("-DDIJIA_CARGO_FOLDER={}", cargo.display()));
        let configure = options.iter().fold(configure, Program::arg);
        let build = project.join(name);
        programs(configure, project, &build, |program| Program::new(program).capture())?;
        let prefix = project.join("nothing");
        let install = Program::new("cmake").arg("--install").arg(&build).arg("--prefix").arg(&prefix).capture()?;
        ensure(install.status.success() && !prefix.join("include").exists(), || {
            format!("{name}: the library is installed with a program that did not ask for it")
        })?;
    }
    println!("CMake: C and C++, shared and static, by add_subdirectory and by FetchContent");
    Ok(())
}

/// What is built for another machine is not built for this one.
fn cross(folder: &Path) -> Outcome {
    let configure = |processor: &str| -> Outcome<(Captured, PathBuf)> {
        let build = folder.join(processor);
        let cmake = Program::new("cmake").args("-S bindings/c -DCMAKE_SYSTEM_NAME=Linux -B").arg(&build);
        Ok((cmake.arg(format!("-DCMAKE_SYSTEM_PROCESSOR={processor}")).capture()?, build))
    };
    let triples = [
        ("aarch64", "aarch64-unknown-linux-gnu"),
        ("armv7l", "armv7-unknown-linux-gnueabihf"),
        ("s390x", "s390x-unknown-linux-gnu"),
        ("x86_64", "x86_64-unknown-linux-gnu"),
    ];
    for (processor, triple) in triples {
        let (configured, build) = configure(processor)?;
        let told = configured.stdout.contains(&format!("dijia: cargo builds for {triple}\n"));
        let rules = fs::read_to_string(build.join("CMakeFiles/dijia_cargo.dir/build.make"))?;
        // By itself it builds in a folder of its own.
        let is_own = rules.contains(&format!("--target-dir {}", build.join("cargo").display()));
        let linker = format!("CARGO_TARGET_{}_LINKER=", triple.to_uppercase().replace('-', "_"));
        ensure(configured.status.success() && told && is_own && rules.contains(&linker), || {
            format!("{processor}: {}{}", configured.stdout, configured.stderr)
        })?;
    }
    let (refused, _) = configure("vax")?;
    ensure(!refused.status.success() && refused.stderr.contains("-DDIJIA_CARGO_TARGET="), || {
        format!("what is built for an unknown machine: {}{}", refused.stdout, refused.stderr)
    })?;
    println!("CMake: what cargo builds for is what CMake does, or must be said");
    Ok(())
}

/// Fails unless a program of that project printed what it should.
fn answers(printed: &Captured, what: &str) -> Outcome {
    ensure(printed.status.success() && printed.stdout == "9138\n", || {
        format!("{what}: {} and printed\n{}{}", printed.status, printed.stdout, printed.stderr)
    })
}

/// What pkg-config says of the library that is installed there.
pub fn package_flags(prefix: &Path, arguments: &str) -> Outcome<Vec<String>> {
    let program = Program::new("pkg-config").env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig"));
    let printed = program.args(arguments).arg("dijia").capture()?;
    ensure(printed.status.success(), || format!("pkg-config {arguments}: {}", printed.stderr))?;
    Ok(words(&printed.stdout))
}

/// Builds the first program of the page outside the tree, by each line of the page that begins with the compiler, and by
/// what it shows for CMake.
fn as_the_page_says(page: &str, language: Language, compiler: &str, prefix: &Path, folder: &Path) -> Outcome {
    let text = place::read(page)?;
    let programs = page::programs(&text, language.name)?;
    let first = programs.first().ok_or_else(|| Failure::new("no program"))?;
    let place = folder.join(format!("page {}", language.name));
    fs::create_dir_all(&place)?;
    fs::write(place.join(format!("program.{}", language.name)), first.program)?;
    let answers = |program: &Path| -> Outcome {
        let printed = Program::new(program).env("LD_LIBRARY_PATH", prefix.join("lib")).capture()?;
        ensure(printed.status.success() && first.agrees(&printed.stdout), || {
            format!("{} and printed\n{}{}", printed.status, printed.stdout, printed.stderr)
        })?;
        Ok(fs::remove_file(program)?)
    };

    let commands = page::texts(&text, "sh").into_iter().flat_map(str::lines);
    let commands: Vec<&str> = commands.filter(|line| line.starts_with(compiler)).collect();
    ensure(commands.len() == 2, || format!("{} lines begin with {compiler}, not two", commands.len()))?;
    for command in commands {
        let shell = Program::new("sh").folder(&place).arg("-c").arg(command);
        shell.env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig")).run()?;
        answers(&place.join("program"))?;
    }

    let lists = page::texts(&text, "cmake");
    let [list] = lists[..] else { return Err(Failure::new("not one block for CMake")) };
    fs::write(place.join("CMakeLists.txt"), list)?;
    let prefix_path = format!("-DCMAKE_PREFIX_PATH={}", prefix.display());
    Program::new("cmake").folder(&place).args("-S . -B build").arg(prefix_path).run()?;
    Program::new("cmake").folder(&place).args("--build build").run()?;
    answers(&place.join("build/program"))
}

/// The words of a shell line, in which a backslash keeps the next character.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut characters = line.trim().chars();
    while let Some(c) = characters.next() {
        match c {
            ' ' => words.push(String::new()),
            '\\' => words.last_mut().into_iter().for_each(|word| word.extend(characters.next())),
            _ => words.last_mut().into_iter().for_each(|word| word.push(c)),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_of_a_shell_line() {
        assert_eq!(super::words("-L/a\\ b/lib  -ldijia\n"), ["-L/a b/lib", "-ldijia"]);
        assert_eq!(super::words(""), [""; 0]);
    }
}

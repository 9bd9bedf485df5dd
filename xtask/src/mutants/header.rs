//! The C++ header, whose functions are in no library: each change of it against the C++ tests.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::edits::{Edit, edits};
use crate::editions;
use crate::failure::{Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::steps::c;

/// What the files begin with.
pub const FILES: &str = "include/dijia";
/// What no test can tell from the source, each with the reason in a comment above it.
const EXCUSED: &str = ".cargo/mutants-header.txt";
/// Those that are compiled sooner come first.
const PROGRAMS: [&str; 4] = ["values", "refusals", "notices", "conformance"];
/// What takes a program longer than this never ends.
const SECONDS: &str = "120";

/// What became of a change.
#[derive(PartialEq, Eq)]
enum Fate {
    NotCompiled,
    Killed,
    Alive,
}

struct Attempt {
    folder: PathBuf,
    archive: PathBuf,
    editions: PathBuf,
}

pub fn alive(files: &[&str]) -> Outcome<Vec<String>> {
    c::need(&["g++", "timeout"])?;
    let folder = place::target().join("mutants/header");
    fs::create_dir_all(&folder)?;
    fs::create_dir_all(folder.join("dijia"))?;
    let all: Vec<String> = c::sources(FILES)?.iter().filter_map(|path| path.file_name()).map(named).collect();
    let chosen = all.iter().filter(|file| files.is_empty() || files.contains(&file.as_str()));
    let mut includes = String::from("#include <iostream>\n");
    for file in &all {
        let text = place::read(file)?;
        includes.extend(text.lines().filter(|line| line.starts_with("#include <")).map(|line| format!("{line}\n")));
    }
    let excused = place::read(EXCUSED)?;
    let excused: Vec<&str> = excused.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    for file in ["dijia.h", "dijia.hpp"] {
        fs::copy(place::root().join("include").join(file), folder.join(file))?;
    }
    let archive = folder.join("libdijia.a");
    fs::copy(c::library()?, &archive)?;
    // What is the same every time, compiled once.
    let standard = folder.join("standard.hpp");
    fs::write(&standard, includes)?;
    Program::new("g++").args("-std=c++17 -w -pthread -x c++-header").arg(&standard).run()?;
    let attempt = Attempt { folder, archive, editions: editions::packed()? };
    for file in &all {
        attempt.write(file, &place::read(file)?)?;
    }
    ensure(attempt.fate()? == Fate::Alive, || "the tests fail for the header as it is".into())?;

    let mut alive = Vec::new();
    for file in chosen {
        let text = place::read(file)?;
        let (mut killed, mut not_compiled, before) = (0, 0, alive.len());
        for edit in edits(&text) {
            let name = described(file, &text, &edit);
            if excused.iter().any(|excuse| name.ends_with(excuse)) {
                continue;
            }
            attempt.write(file, &format!("{}{}{}", &text[..edit.from], edit.becomes, &text[edit.to..]))?;
            match attempt.fate()? {
                Fate::NotCompiled => not_compiled += 1,
                Fate::Killed => killed += 1,
                Fate::Alive => {
                    println!("alive: {name}");
                    alive.push(name);
                }
            }
        }
        attempt.write(file, &text)?;
        println!("{file}: {killed} killed, {} alive, {not_compiled} not compiled", alive.len() - before);
    }
    Ok(alive)
}

/// A part of the header, by its name in the tree.
fn named(file: &OsStr) -> String {
    format!("{FILES}/{}", file.to_string_lossy())
}

impl Attempt {
    /// Writes a part of the header, changed or as it is.
    fn write(&self, file: &str, text: &str) -> Outcome {
        let path = self.folder.join(file.strip_prefix("include/").unwrap_or(file));
        Ok(fs::write(path, text)?)
    }

    fn fate(&self) -> Outcome<Fate> {
        for name in PROGRAMS {
            let path = self.folder.join(name);
            let source = Path::new("bindings/c/tests").join(name).with_extension("cpp");
            let compiler = Program::new("g++").args("-std=c++17 -w -pthread -I").arg(&self.folder);
            let compiler = compiler.arg("-include").arg(self.folder.join("standard.hpp"));
            let built = compiler.arg(source).arg(&self.archive).arg("-o").arg(&path).capture()?;
            if !built.status.success() {
                return Ok(Fate::NotCompiled);
            }
            let program = Program::new("timeout").arg(SECONDS).arg(&path);
            let program = if name == "conformance" { program.arg("conformance") } else { program };
            let program = c::given(program, name, &self.editions);
            if !program.capture()?.status.success() {
                return Ok(Fate::Killed);
            }
        }
        Ok(Fate::Alive)
    }
}

/// Where the change is, and what it is: the line, and the line that it becomes.
fn described(file: &str, text: &str, edit: &Edit) -> String {
    let line = text[..edit.from].matches('\n').count() + 1;
    let begin = text[..edit.from].rfind('\n').map_or(0, |at| at + 1);
    let was = text[edit.from..edit.to].split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = text[begin..].lines().next().unwrap_or_default().trim();
    format!("{file}:{line}: `{was}` becomes `{}` in `{whole}`", edit.becomes)
}

//! The C++ header, whose functions are in no library: each change of it against the C++ tests.

use std::path::{Path, PathBuf};

use fs_err as fs;

use super::edits::{Edit, edits};
use crate::failure::{Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::steps::c;

pub const FILE: &str = "include/dijia.hpp";
/// What no test can tell from the source, each with the reason in a comment above it.
const EXCUSED: &str = ".cargo/mutants-header.txt";
/// Those that are compiled sooner come first.
const PROGRAMS: [&str; 3] = ["values", "refusals", "conformance"];
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
}

pub fn alive(_: &[&str]) -> Outcome<Vec<String>> {
    c::need(&["g++", "timeout"])?;
    let folder = place::target().join("mutants/header");
    fs::create_dir_all(&folder)?;
    let text = place::read(FILE)?;
    let excused = place::read(EXCUSED)?;
    let excused: Vec<&str> = excused.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    fs::copy(place::root().join("include/dijia.h"), folder.join("dijia.h"))?;
    let archive = folder.join("libdijia.a");
    fs::copy(c::library()?, &archive)?;
    // What is the same every time, compiled once.
    let standard = folder.join("standard.hpp");
    let includes = text.lines().filter(|line| line.starts_with("#include <")).chain(["#include <iostream>"]);
    fs::write(&standard, includes.map(|line| format!("{line}\n")).collect::<String>())?;
    Program::new("g++").args("-std=c++17 -w -pthread -x c++-header").arg(&standard).run()?;
    let attempt = Attempt { folder, archive };
    ensure(attempt.fate(&text)? == Fate::Alive, || format!("the tests fail for {FILE} as it is"))?;

    let (mut alive, mut killed, mut not_compiled) = (Vec::new(), 0, 0);
    for edit in edits(&text) {
        let name = described(&text, &edit);
        if excused.iter().any(|excuse| name.ends_with(excuse)) {
            continue;
        }
        let changed = format!("{}{}{}", &text[..edit.from], edit.becomes, &text[edit.to..]);
        match attempt.fate(&changed)? {
            Fate::NotCompiled => not_compiled += 1,
            Fate::Killed => killed += 1,
            Fate::Alive => {
                println!("alive: {name}");
                alive.push(name);
            }
        }
    }
    println!("{FILE}: {killed} killed, {} alive, {not_compiled} not compiled", alive.len());
    Ok(alive)
}

impl Attempt {
    fn fate(&self, header: &str) -> Outcome<Fate> {
        fs::write(self.folder.join("dijia.hpp"), header)?;
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
            if !program.capture()?.status.success() {
                return Ok(Fate::Killed);
            }
        }
        Ok(Fate::Alive)
    }
}

/// Where the change is, and what it is: the line, and the line that it becomes.
fn described(text: &str, edit: &Edit) -> String {
    let line = text[..edit.from].matches('\n').count() + 1;
    let begin = text[..edit.from].rfind('\n').map_or(0, |at| at + 1);
    let was = text[edit.from..edit.to].split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = text[begin..].lines().next().unwrap_or_default().trim();
    format!("{FILE}:{line}: `{was}` becomes `{}` in `{whole}`", edit.becomes)
}

//! The binary interface stays what it was: programs that were built against the header of `bindings/c/abi` run with the
//! library of today, for as long as `DIJIA_ABI_VERSION` is the same.

use std::path::{Path, PathBuf};

use fs_err as fs;

use super::c;
use super::c_layout::{Struct, structs, without_comments};
use crate::failure::{Outcome, ensure};
use crate::place;
use crate::program::{Program, need};
use crate::step::Step;

pub const STEP: Step = Step {
    name: "c-abi",
    group: "c",
    what: "programs built against an earlier header run with this library",
    folders: &["c-library"],
    after: &["c-tests"],
    run,
};

const HEADER: &str = "include/dijia.h";
/// The header as it was when the interface was last allowed to change, without its comments, and a program of that day.
const BASELINE: &str = "bindings/c/abi/dijia.h";
const PROGRAM: &str = "bindings/c/abi/program.c";
/// The first line of the baseline.
const PREFACE: &str = "/* The interface that programs may have been built against. `cargo xtask abi` writes it; what goes away or \
                       moves here\n * breaks them, and needs another DIJIA_ABI_VERSION. */\n";
/// What begins a struct that may grow.
const SIZE: &str = "size_t size";

/// `cargo xtask abi`: writes the baseline.
pub fn write() -> Outcome {
    fs::write(place::root().join(BASELINE), format!("{PREFACE}{}\n", without_comments(&place::read(HEADER)?).trim()))?;
    println!("wrote {BASELINE}");
    Ok(())
}

fn run() -> Outcome {
    need(&["gcc", "abidiff"], "gcc abigail-tools")?;
    let folder = c::folder("abi")?;
    let baseline = without_comments(&place::read(BASELINE)?);
    let today = cut(&without_comments(&place::read(HEADER)?), &baseline);
    let (before, after) = (library(&folder, "before", &baseline)?, library(&folder, "after", &today)?);
    let said = Program::new("abidiff").arg("--no-added-syms").arg(&before).arg(&after).capture()?;
    ensure(said.status.success(), || {
        format!(
            "programs built against {BASELINE} break:\n{}{}Where no such program can be about, `cargo xtask abi`; \
             where one can, another DIJIA_ABI_VERSION, and a line in CHANGELOG.md",
            said.stdout, said.stderr
        )
    })?;
    println!("{} structs and {} functions are what they were", structs(&baseline).len(), functions(&baseline).len());
    let program = folder.join("program");
    let link = c::library()?.to_string_lossy().into_owned();
    // Before the folder of the header of today, which it must not see.
    c::compile("gcc", "-std=c11 -O1 -Ibindings/c/abi", PROGRAM, &[&link], &program)?;
    Program::new(&program).run()
}

/// A library that has the interface of the header, and does nothing.
fn library(folder: &Path, name: &str, header: &str) -> Outcome<PathBuf> {
    let found = functions(header);
    ensure(found.len() > 50, || format!("only {} functions of the interface {name} are found", found.len()))?;
    let (source, library) = (folder.join(name).with_extension("c"), folder.join(name).with_extension("so"));
    let bodies = found.iter().map(|function| format!("{function} {{ __builtin_trap(); }}\n"));
    fs::write(&source, format!("{header}\n{}", bodies.collect::<String>()))?;
    Program::new("gcc").args("-std=c11 -g -shared -fPIC").arg(&source).arg("-o").arg(&library).run()?;
    Ok(library)
}

/// The declarations of functions that the header does not define, without their semicolon.
fn functions(header: &str) -> Vec<&str> {
    let is_named = |line: &str| {
        let name = line.split_once('(').and_then(|(before, _)| before.rsplit([' ', '*']).next());
        line.starts_with(char::is_alphabetic) && name.is_some_and(|name| name.starts_with("dijia_"))
    };
    let mut found = Vec::new();
    let mut start = 0;
    for line in header.split_inclusive('\n') {
        let end = start + line.len();
        if is_named(line) {
            let declaration = header[start..].split(';').next().unwrap_or_default();
            if !declaration.contains(['{', '#']) {
                found.push(declaration);
            }
        }
        start = end;
    }
    found
}

/// The header with structs that may grow cut to the fields that they had: those are the program's own, and what comes behind
/// them it does not know.
fn cut(header: &str, baseline: &str) -> String {
    let earlier = structs(baseline);
    let mut cut = header.to_owned();
    for Struct { name, fields } in structs(header) {
        let Some(known) = earlier.iter().find(|other| other.name == name) else { continue };
        if !known.fields.trim_start().starts_with(SIZE) {
            continue;
        }
        let kept: Vec<&str> = fields.split_inclusive(';').take(known.fields.matches(';').count()).collect();
        let whole = |fields: &str| format!("typedef struct {{\n{fields}\n}} {name};");
        cut = cut.replace(&whole(fields), &whole(&kept.concat()));
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "#include <stdint.h>\ntypedef struct {\n  size_t size;\n  int a;\n} dijia_s;\ntypedef struct {\n  int a;\n} \
                          dijia_fixed;\ndijia_status dijia_a(const dijia_s *s,\n                     int b);\nint dijia_b(void);\n\
                          static inline int dijia_c(int d) {\n  return dijia_b();\n}\n";

    #[test]
    fn what_is_declared_and_not_defined() {
        let found = functions(HEADER);
        assert_eq!(found, ["dijia_status dijia_a(const dijia_s *s,\n                     int b)", "int dijia_b(void)"]);
    }

    #[test]
    fn only_what_may_grow_is_cut() {
        let grown = HEADER.replace("  int a;\n}", "  int a;\n  int later;\n}");
        let cut = cut(&grown, HEADER);
        assert_eq!(cut, HEADER.replace("  int a;\n} dijia_fixed", "  int a;\n  int later;\n} dijia_fixed"));
        let moved = HEADER.replace("  int a;\n} dijia_s", "  long b;\n  int a;\n} dijia_s");
        assert!(super::cut(&moved, HEADER).contains("  size_t size;\n  long b;\n} dijia_s"));
    }
}

//! The headers of the C ABI: made from the source, whole in every language that they are for, and refusing what they
//! should.

use std::path::Path;

use fs_err as fs;

use super::c::{self, C, CPP, Language, check};
use super::{c_exports, c_layout};
use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;
use crate::step::Step;

pub const STEP: Step = Step {
    name: "c-header",
    group: "c",
    what: "the headers: fresh, whole in C11 to C++23, and strict",
    folders: &[],
    after: &[],
    run,
};

const HEADER: &str = "include/dijia.h";
const CPP_HEADER: &str = "include/dijia.hpp";
/// Its parts.
pub const CPP_PARTS: &str = "include/dijia";
/// The lines that must not compile.
const REFUSED: &str = "bindings/c/tests/refused.cpp";
/// Every version of the languages that these compilers have.
const C_MODES: [&str; 3] = ["-std=c11", "-std=c17", "-std=c2x"];
const CPP_MODES: [&str; 3] = ["-std=c++17", "-std=c++20", "-std=c++2b"];
/// What says to a compiler, whatever the code page of its system, that a header is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// `cargo xtask header`: writes the header.
pub fn write() -> Outcome {
    let header = generated()?;
    fs::write(place::root().join(HEADER), &header)?;
    fs::write(place::root().join(c_exports::FILE), c_exports::text(&header))?;
    if let Some(layout) = c_layout::text(&header)? {
        fs::write(place::root().join(c_layout::FILE), layout)?;
    }
    println!("wrote {HEADER}, {} and {}", c_exports::FILE, c_layout::FILE);
    Ok(())
}

fn generated() -> Outcome<String> {
    let printed = Program::cargo().args("run --quiet --package dijia-header").capture()?;
    ensure(printed.status.success(), || format!("dijia-header: {}\n{}", printed.status, printed.stderr))?;
    Ok(printed.stdout)
}

fn run() -> Outcome {
    let (committed, generated) = (place::read(HEADER)?, generated()?);
    let differs = committed.lines().zip(generated.lines()).position(|(a, b)| a != b);
    ensure(committed == generated, || {
        let line = differs.unwrap_or(committed.lines().count().min(generated.lines().count())) + 1;
        format!("{HEADER}:{line}: not what the source makes; `cargo xtask header` writes it")
    })?;
    ensure(place::read(c_exports::FILE)? == c_exports::text(&generated), || {
        format!("{} does not list the functions of the header; `cargo xtask header` writes it", c_exports::FILE)
    })?;
    c_layout::check(&generated)?;
    ensure(!["dijia_proof", "dijia_deliberate"].iter().any(|name| generated.contains(name)), || {
        format!("{HEADER} declares what only the proof has: see `exclude` in bindings/c/header/cbindgen.toml")
    })?;
    let mut headers = c::sources(CPP_PARTS)?;
    headers.extend([HEADER, CPP_HEADER].map(|header| place::root().join(header)));
    for header in headers {
        ensure(fs::read_to_string(&header)?.starts_with(BYTE_ORDER_MARK), || {
            let header = header.display();
            format!("{header} has no byte order mark, so that compilers misread it under other code pages")
        })?;
    }
    c::need(&["gcc", "g++", "clang", "clang++"])?;
    let folder = c::folder("headers")?;
    // It needs no other header and may be included twice.
    let twice = |header: &str| format!("#include <{header}>\n#include <{header}>\n");
    let macros = every_macro(&committed)?;
    let templates = fs::read_to_string(place::root().join("bindings/c/tests/headers.cpp"))?;
    for (name, language, modes, text) in [
        ("alone.c", C, C_MODES, twice("dijia.h")),
        ("alone.cpp", CPP, CPP_MODES, twice("dijia.h")),
        ("macros.c", C, C_MODES, macros.clone()),
        ("macros.cpp", CPP, CPP_MODES, macros),
        ("alone_hpp.cpp", CPP, CPP_MODES, format!("{}{templates}", twice("dijia.hpp"))),
    ] {
        let file = folder.join(name);
        fs::write(&file, text)?;
        for compiler in language.compilers {
            for mode in modes {
                check(compiler, mode, &file).args(c::WARNINGS).run()?;
            }
        }
    }
    for compiler in CPP.compilers {
        check(compiler, "-std=c++17 -fno-rtti", Path::new("bindings/c/tests/refusals.cpp")).run()?;
        let without = check(compiler, "-std=c++17 -fno-exceptions", &folder.join("alone_hpp.cpp")).capture()?;
        ensure(!without.status.success() && without.stderr.contains("dijia.hpp needs exceptions."), || {
            format!("{compiler} without exceptions should be told of it, and says\n{}", without.stderr)
        })?;
    }
    refused(CPP)
}

/// A program that uses every macro and every inline function of the header.
fn every_macro(header: &str) -> Outcome<String> {
    let mut program = String::from("#include <dijia.h>\n\nDIJIA_STATIC_ASSERT(1, \"\");\n\nint main(void) {\n");
    let mut count = 0;
    for line in header.lines().filter_map(|line| line.strip_prefix("#define ")) {
        let (name, value) = line.split_once(' ').unwrap_or((line, ""));
        let used = match name.split_once('(') {
            _ if value.is_empty() => continue,
            None => name.to_owned(),
            Some(("DIJIA_TEXT", _)) => "DIJIA_TEXT(\"a\")".to_owned(),
            Some(("DIJIA_STATIC_ASSERT", _)) => continue,
            Some((other, _)) => return Err(Failure::new(format!("{HEADER}: nothing uses the macro {other}"))),
        };
        ensure(name.starts_with("DIJIA_"), || format!("{HEADER}: {name} does not begin with DIJIA_"))?;
        program += &format!("  (void)({used});\n");
        count += 1;
    }
    ensure(count > 100, || format!("{HEADER}: only {count} macros are found"))?;
    for line in header.lines().filter_map(|line| line.strip_prefix("static inline ")) {
        let used = ["dijia_some(dijia_decimal_from_int64(1))", "dijia_some_date((dijia_date){2020, 1, 1})"];
        // A compound literal is not C++.
        let used = used.map(|call| call.replace("(dijia_date){2020, 1, 1}", "day"));
        let name = line.split('(').next().and_then(|start| start.rsplit(' ').next()).unwrap_or_default();
        let call = used.iter().find(|call| call.starts_with(&format!("{name}(")));
        let call = call.ok_or_else(|| Failure::new(format!("{HEADER}: nothing uses the function {name}")))?;
        program += &format!("  {{\n    const dijia_date day = {{2020, 1, 1}};\n    (void)day, (void)({call});\n  }}\n");
    }
    Ok(program + "  return 0;\n}\n")
}

/// Each of those lines is refused, by every compiler or, where it says so, by clang.
fn refused(language: Language) -> Outcome {
    let source = place::read(REFUSED)?;
    let lines = source.lines().enumerate().skip_while(|(_, line)| *line != "#ifdef REFUSED").skip(1);
    let lines: Vec<(usize, &str)> = lines.take_while(|(_, line)| *line != "#endif").collect();
    ensure(lines.len() > 20, || format!("{REFUSED}: only {} lines are found", lines.len()))?;
    for compiler in language.compilers {
        let is_clang = compiler.starts_with("clang");
        let every = if is_clang { "-ferror-limit=0" } else { "-fmax-errors=0" };
        let compiled = |flags: &str| check(compiler, &format!("-std=c++17 -w {flags}"), Path::new(REFUSED)).capture();
        let whole = compiled("")?;
        ensure(whole.status.success(), || format!("{compiler} should have nothing to say\n{}", whole.stderr))?;
        let told = compiled(&format!("-DREFUSED {every}"))?;
        let accepted = lines.iter().find(|(index, line)| {
            // An error in the header names the line that led there.
            let is_told = told.stderr.contains(&format!("{REFUSED}:{}:", index + 1));
            !is_told && (is_clang || !line.ends_with("// clang"))
        });
        if let Some((index, line)) = accepted {
            return Err(Failure::new(format!("{REFUSED}:{}: {compiler} does not refuse `{}`", index + 1, line.trim())));
        }
    }
    println!("{} lines are refused at compile time", lines.len());
    Ok(())
}

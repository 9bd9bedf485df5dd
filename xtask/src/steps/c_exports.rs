//! What the shared library exports: the functions of the header, no more and no fewer, on every system. They are listed in
//! a module-definition file, of which a linker of Windows makes an import library.

use std::collections::BTreeSet;
use std::path::Path;

use fs_err as fs;

use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;

pub const FILE: &str = "bindings/c/dijia.def";
const BEGINNING: &str =
    "; What dijia.dll exports: the functions of dijia.h. `cargo xtask header` writes it.\nLIBRARY dijia\nEXPORTS\n";

/// The file, of that header.
pub fn text(header: &str) -> String {
    declared(header).iter().fold(BEGINNING.to_owned(), |text, name| format!("{text}  {name}\n"))
}

/// The names of the functions that the header declares and does not define.
fn declared(header: &str) -> BTreeSet<&str> {
    let is_declaration = |line: &&str| line.starts_with(char::is_alphabetic) && !line.ends_with('{');
    let names = header.lines().filter(is_declaration).filter_map(|line| {
        let name = line.split_once('(')?.0.rsplit([' ', '*']).next()?;
        name.starts_with("dijia_").then_some(name)
    });
    names.collect()
}

/// Fails unless these are the functions of the file.
pub fn ensure_all<'a>(library: &Path, exported: impl Iterator<Item = &'a str>) -> Outcome<usize> {
    let text = place::read(FILE)?;
    let listed: BTreeSet<&str> = text.lines().filter_map(|line| line.strip_prefix("  ")).collect();
    let exported: BTreeSet<&str> = exported.collect();
    ensure(!listed.is_empty() && listed == exported, || {
        let missing: Vec<_> = listed.difference(&exported).collect();
        let strange: Vec<_> = exported.difference(&listed).collect();
        format!("{}: not exported: {missing:?}; not in {FILE}: {strange:?}", library.display())
    })?;
    Ok(exported.len())
}

/// What a DLL may ask of Windows: what each one has, back to Windows 7 and before.
const SYSTEM: [&str; 2] = ["KERNEL32.dll", "msvcrt.dll"];

/// The same of a DLL, that it needs nothing but [`SYSTEM`], and that it says its version to whoever looks at its properties.
pub fn ensure_dll(dll: &Path, tools: &str) -> Outcome {
    let tool = |name: &str| Program::new(format!("{tools}-{name}"));
    let printed = tool("objdump").arg("-p").arg(dll).capture()?;
    let table = printed.stdout.split("[Ordinal/Name Pointer] Table").nth(1).unwrap_or_default();
    let rows = table.lines().skip(1).take_while(|line| line.trim_start().starts_with('['));
    let count = ensure_all(dll, rows.filter_map(|row| row.split_whitespace().last()))?;
    let needed: Vec<&str> = printed.stdout.lines().filter_map(|line| line.trim().strip_prefix("DLL Name: ")).collect();
    ensure(needed == SYSTEM, || format!("{}: it needs {needed:?}, and may need {SYSTEM:?}", dll.display()))?;
    let resources = tool("windres").args("-J coff -O rc").arg(dll).capture()?;
    let version = env!("CARGO_PKG_VERSION");
    let numbers = format!("FILEVERSION {}, 0", version.replace('.', ", "));
    let is_said = |what: &str| resources.stdout.to_uppercase().contains(&what.to_uppercase());
    let wanted = [
        numbers,
        format!("VALUE \"ProductVersion\", \"{version}\""),
        "VALUE \"OriginalFilename\", \"dijia.dll\"".into(),
    ];
    if let Some(missing) = wanted.iter().find(|what| !is_said(what)) {
        let said = resources.stdout + &resources.stderr;
        return Err(Failure::new(format!("{}: its version does not say {missing}\n{said}", dll.display())));
    }
    println!(
        "{}: {count} functions, version {version}; needs {}",
        fs::canonicalize(dll)?.display(),
        SYSTEM.join(" and ")
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_header_declares() {
        let header = "/**\n * Reads `dijia_text(`.\n */\ndijia_status dijia_b(const char *text,\n                     void *out);\n\
                      const dijia_edition *dijia_a(void);\ntypedef struct dijia_c dijia_c;\n\
                      static inline dijia_d dijia_some(dijia_d value) {\n  return dijia_e(value);\n}\n#define DIJIA_F(x) dijia_f(x)\n\
                      inline T dijia_new() noexcept {\n";
        assert_eq!(super::text(header), format!("{}  dijia_a\n  dijia_b\n", super::BEGINNING));
    }
}

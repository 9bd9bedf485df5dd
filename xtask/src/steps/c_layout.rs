//! Where every field of every struct of the header lies, for callers that no compiler of C tells: Python's ctypes, C#, Lua.

use std::collections::BTreeMap;

use fs_err as fs;

use super::c;
use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::program::Program;

pub const FILE: &str = "bindings/c/layout.tsv";
const HEADINGS: &str = "struct\tfield\toffset\tsize\ttype\n";

/// A struct of a header.
pub struct Struct<'a> {
    pub name: &'a str,
    /// Its fields, between the braces.
    pub fields: &'a str,
}

/// The structs of a header without comments.
pub fn structs(header: &str) -> Vec<Struct<'_>> {
    let read = |body| {
        let (fields, after) = str::split_once(body, "\n} ")?;
        Some(Struct { name: after.split_once(';')?.0, fields })
    };
    header.split("typedef struct {\n").skip(1).filter_map(read).collect()
}

pub fn without_comments(header: &str) -> String {
    let mut rest = header.trim_start_matches('\u{feff}');
    let mut text = String::new();
    while let Some((before, comment)) = rest.split_once("/*") {
        text += before;
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    text += rest;
    let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The file, of that header, as this machine's compiler lays it out; none where that is not for 64 bits.
pub fn text(header: &str) -> Outcome<Option<String>> {
    if cfg!(not(all(unix, target_pointer_width = "64"))) {
        return Ok(None);
    }
    c::need(&["gcc"])?;
    let header = without_comments(header);
    let aliases = aliases(&header);
    let mut program = String::from("#include <dijia.h>\n#include <stdio.h>\n\nint main(void) {\n");
    for Struct { name, fields } in structs(&header) {
        program += &format!("  printf(\"{name}\\t\\t0\\t%zu\\t\\n\", sizeof({name}));\n");
        for declared in fields.split(';').map(str::trim).filter(|declared| !declared.is_empty()) {
            let (kind, field) = field(declared, &aliases)?;
            program += &format!(
                "  printf(\"{name}\\t{field}\\t%zu\\t%zu\\t{kind}\\n\", offsetof({name}, {field}), sizeof((({name} *)0)->{field}));\n"
            );
        }
    }
    let folder = c::folder("layout")?;
    let (source, path) = (folder.join("layout.c"), folder.join("layout"));
    fs::write(&source, program + "  return 0;\n}\n")?;
    Program::new("gcc").args("-std=c11 -Iinclude").arg(&source).arg("-o").arg(&path).run()?;
    let printed = Program::new(&path).capture()?;
    ensure(printed.status.success(), || printed.stderr)?;
    Ok(Some(HEADINGS.to_owned() + &printed.stdout))
}

/// Fails unless the file says what it should.
pub fn check(header: &str) -> Outcome {
    let committed = place::read(FILE)?;
    let is_right = text(header)?.is_none_or(|text| text == committed);
    ensure(is_right, || format!("{FILE} is not the layout of the header; `cargo xtask header` writes it"))
}

/// The integer types that have names of their own.
fn aliases(header: &str) -> BTreeMap<&str, &str> {
    let named = header.lines().filter_map(|line| line.strip_prefix("typedef ")?.strip_suffix(';')?.split_once(' '));
    named.filter(|(kind, _)| kind.ends_with("_t")).map(|(kind, name)| (name, kind)).collect()
}

/// The type of a field and its name: an integer's own, a struct's, `pointer` or `type[count]`.
fn field(declared: &str, aliases: &BTreeMap<&str, &str>) -> Outcome<(String, String)> {
    let (kind, name) =
        declared.rsplit_once([' ', '*']).ok_or_else(|| Failure::new(format!("not a field: {declared}")))?;
    if declared.contains('*') {
        return Ok(("pointer".into(), name.into()));
    }
    let kind = aliases.get(kind).copied().unwrap_or(kind);
    // How many there are follows from the size.
    match name.split_once('[') {
        Some((name, _)) => Ok((format!("{kind}[]"), name.into())),
        None => Ok((kind.into(), name.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_nothing_else() {
        assert_eq!(
            without_comments("\u{feff}/* a\n * b */\n\nint a; /**< c */\n#define D \"e\"\n"),
            "int a;\n#define D \"e\"\n"
        );
    }

    #[test]
    fn what_fields_are() {
        let aliases = aliases("typedef uint32_t dijia_base;\ntypedef struct dijia_a dijia_a;\n");
        let read = |declared| field(declared, &aliases).expect("a field");
        let named = |kind: &str, name: &str| (kind.to_owned(), name.to_owned());
        assert_eq!(read("dijia_base base"), named("uint32_t", "base"));
        assert_eq!(read("const dijia_edition *const *editions"), named("pointer", "editions"));
        assert_eq!(read("uint8_t reserved[7]"), named("uint8_t[]", "reserved"));
        assert_eq!(read("dijia_decimal value"), named("dijia_decimal", "value"));
    }
}

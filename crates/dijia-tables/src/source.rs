use std::fmt::Write as _;

use crate::EditionTables;
use crate::pack::Packer;
use crate::terms::Terms;

impl EditionTables {
    /// Rust source that defines the edition as a public static: its packed bytes, and a perfect-hash map of its names.
    ///
    /// It names the crates `dijia_core` and `phf` by absolute paths.
    #[must_use]
    pub fn to_rust(&self) -> String {
        let Self { terms, .. } = self;
        let packer = self.packed();
        let names = names(&packer);
        let bytes = packer.finish();
        let mut source = format!(
            "/// {city}: {number}{in_force}.\n\
             pub static {static_name}: ::dijia_core::Edition<'static> = {{\n    \
             static BYTES: [u8; {len}] = *b\"",
            city = terms.city,
            number = terms.document_number,
            in_force = in_force(terms),
            static_name = self.static_name(),
            len = bytes.len(),
        );
        for byte in bytes {
            let _ = write!(source, "{}", byte.escape_ascii());
        }
        let _ = write!(
            source,
            "\";\n    fn name(kind: u8, area: u8, land_use: u8, text: &str) -> ::core::option::Option<u16> {{\n        \
             static NAMES: ::phf::Map<&'static str, &'static [(u8, u8, u8, u16)]> = {names};\n        \
             let of = NAMES.get(text)?.iter();\n        \
             of.copied().find(|&(k, a, u, _)| (k, a, u) == (kind, area, land_use)).map(|(.., of)| of)\n    }}\n    \
             ::dijia_core::Edition::baked(&BYTES, name)\n}};\n",
        );
        source
    }
}

/// The period in which a document is in force, so much of it as it says.
fn in_force(terms: &Terms) -> String {
    match (terms.first_day_in_force, terms.last_day_in_force) {
        (Some(first), Some(last)) => format!(", in force from {first} to {last}"),
        (Some(first), None) => format!(", in force from {first}"),
        (None, Some(last)) => format!(", in force to {last}"),
        (None, None) => String::new(),
    }
}

/// The map of names: for each text what it names, of which kind, area and land use.
fn names(packer: &Packer) -> String {
    let mut by_text: Vec<(&str, String)> = Vec::new();
    let mut sorted: Vec<_> =
        packer.names().iter().map(|((k, a, u, text), of)| (text.as_str(), (*k, *a, *u, *of))).collect();
    sorted.sort_unstable();
    for (text, of) in sorted {
        match by_text.last_mut() {
            Some((last, list)) if *last == text => _ = write!(list, ", {of:?}"),
            _ => by_text.push((text, format!("{of:?}"))),
        }
    }
    let mut map = phf_codegen::Map::new();
    for (text, list) in &by_text {
        map.entry(*text, format!("&[{list}]"));
    }
    map.build().to_string()
}

//! The page of the edition file says where every field is that the code reads and writes.

use std::fs;
use std::path::Path;

use dijia_core::layout::{RECORD, SECTIONS, VERSION};

fn core(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../dijia-core").join(file)).unwrap()
}

/// The places that the first column of the table under a heading names.
fn places(page: &str, heading: &str) -> Vec<usize> {
    let (_, section) = page.split_once(&format!("\n### {heading}\n")).unwrap_or_else(|| panic!("no ### {heading}"));
    let section = section.split("\n#").next().unwrap();
    let cells = section.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    let mut places: Vec<usize> =
        cells.flat_map(|cell| cell.split(", ")).filter_map(|number| number.parse().ok()).collect();
    places.sort_unstable();
    places
}

#[test]
fn every_field_is_on_the_page() {
    let (page, source) = (core("docs/edition-file.md"), core("src/edition/file/layout.rs"));
    let mut modules = 0;
    for module in source.split("\npub mod ").skip(1) {
        let (name, body) = module.split_once(" {\n").unwrap();
        let body = body.split("\n}").next().unwrap();
        let fields = body.lines().filter_map(|line| {
            let (_, value) = line.trim().strip_prefix("pub const ")?.split_once(": usize = ")?;
            value.trim_end_matches(';').parse::<usize>().ok()
        });
        let mut expected: Vec<usize> = fields.collect();
        expected.sort_unstable();
        assert!(!expected.is_empty(), "{name}");
        assert_eq!(places(&page, name), expected, "{name}");
        modules += 1;
    }
    assert_eq!(modules, 15);
}

#[test]
fn every_section_is_on_the_page() {
    let page = core("docs/edition-file.md");
    let rows: Vec<usize> = page
        .lines()
        .skip_while(|line| !line.starts_with("| section |"))
        .skip(2)
        .take_while(|line| line.starts_with("| "))
        .map(|line| line.split(" | ").nth(1).unwrap().parse().unwrap())
        .collect();
    assert_eq!(rows, RECORD);
    assert!(page.contains(&format!("It describes version {VERSION}.")));
    assert!(page.contains(&format!("| 4 × {SECTIONS} |")));
}

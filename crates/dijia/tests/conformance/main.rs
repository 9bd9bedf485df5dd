//! All vectors of `conformance/` that every language runs, compared as strings.

mod appraisals;
mod by_hand;
mod corrections;
mod editions;
mod lookups;
mod payments;
mod vectors;

use std::thread;

use vectors::{Function, VectorFile, files, report, rows};

/// By the name that `conformance/files.tsv` has for it.
const FUNCTIONS: [(&str, Function); 20] = [
    ("edition", lookups::edition),
    ("zone_price", lookups::zone_price),
    ("grade_price", lookups::grade_price),
    ("basis", lookups::basis),
    ("validity", lookups::validity),
    ("edition_facts", editions::edition_facts),
    ("edition_price", editions::edition_price),
    ("edition_basis", editions::edition_basis),
    ("edition_level", editions::edition_level),
    ("in_force", editions::in_force),
    ("correction_level", corrections::correction_level),
    ("correction_plot_ratio", corrections::correction_plot_ratio),
    ("corrected", corrections::corrected),
    ("spelling", lookups::spelling),
    ("unit", lookups::unit),
    ("rounding", lookups::rounding),
    ("appraisal", appraisals::appraisal),
    ("mixed_use", appraisals::mixed_use),
    ("payment", payments::payment),
    ("term_coefficient_grid", appraisals::term_coefficient_grid),
];

fn function(file: &VectorFile) -> Function {
    let found = FUNCTIONS.iter().find(|(name, _)| *name == file.function);
    found.unwrap_or_else(|| panic!("{}: nothing runs {}", file.name, file.function)).1
}

fn run(file: &VectorFile) -> usize {
    let function = function(file);
    let rows = rows(&file.name);
    for row in &rows {
        row.check(function(row));
    }
    assert_eq!(rows.len(), file.rows, "{}", file.name);
    rows.len()
}

fn is_run_here(file: &VectorFile) -> bool {
    match file.run_by.as_str() {
        "every language" => true,
        "dijia-core" => false,
        other => panic!("{}: unknown runner {other}", file.name),
    }
}

#[test]
fn every_vector() {
    let files = files();
    let counts: Vec<_> =
        files.iter().filter(|file| is_run_here(file)).map(|file| (file.name.clone(), run(file))).collect();
    for (file, count) in &counts {
        println!("{file}: {count} vectors");
    }
    report(&counts);
}

/// Lookups and appraisals from several threads at once, each beginning with another file.
#[test]
fn the_same_from_many_threads() {
    let files: Vec<_> =
        files().into_iter().filter(|file| is_run_here(file) && file.name != "term_coefficient_grid.tsv").collect();
    thread::scope(|scope| {
        for thread in 0..4 {
            let files = &files;
            scope.spawn(move || {
                let (before, after) = files.split_at(thread * files.len() / 4);
                after.iter().chain(before).map(run).sum::<usize>()
            });
        }
    });
}

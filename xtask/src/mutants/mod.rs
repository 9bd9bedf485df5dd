//! `cargo xtask mutants [file ...]`: whether a test fails for every small change of the source. What is changed, and which
//! tests are asked, each subject says for itself; what cannot be told from the source is excused in `.cargo`, with the reason.

mod crates;
mod edits;
mod header;
pub mod python;

use crate::failure::{Failure, Outcome, ensure};

/// Source that is changed, and by whom.
struct Subject {
    /// What its files begin with.
    files: &'static str,
    /// Changes those files, or all where none is named, and says what no test fails for.
    alive: fn(&[&str]) -> Outcome<Vec<String>>,
}

/// A new language of the bindings is a line here.
const SUBJECTS: [Subject; 4] = [
    Subject { files: "crates/", alive: crates::library },
    Subject { files: "bindings/c/src/", alive: crates::c_interface },
    Subject { files: header::FILES, alive: header::alive },
    Subject { files: "bindings/python/", alive: python::alive },
];

/// All mutants of these files, or of all that there are.
pub fn run(files: &[&str]) -> Outcome {
    let is_known = |file: &&&str| SUBJECTS.iter().any(|subject| file.starts_with(subject.files));
    if let Some(file) = files.iter().find(|file| !is_known(file)) {
        let known = SUBJECTS.map(|subject| subject.files).join(", ");
        return Err(Failure::usage(format!("{file}: nothing changes it; there is {known}")));
    }
    let mut alive = Vec::new();
    for subject in SUBJECTS {
        let own: Vec<&str> = files.iter().copied().filter(|file| file.starts_with(subject.files)).collect();
        if files.is_empty() || !own.is_empty() {
            alive.extend((subject.alive)(&own)?);
        }
    }
    ensure(alive.is_empty(), || format!("no test fails for\n  {}", alive.join("\n  ")))
}

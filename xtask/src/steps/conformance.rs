//! What the languages say of the vectors that they ran: each of them all, and the same number as there are.

use std::collections::BTreeMap;
use std::iter;
use std::path::Path;

use fs_err as fs;

use super::{c, python, tests};
use crate::failure::{Failure, Outcome, ensure};
use crate::place;
use crate::report::report;
use crate::step::Step;

pub const STEP: Step = Step {
    name: "conformance",
    group: "all",
    what: "every language runs every vector, and says so",
    folders: &[],
    after: &["tests", "c-tests", "c-windows", "c-windows-32", "platforms", "wasm", "python", "python-windows"],
    run,
};

const FOLDER: &str = "conformance";
const EVERY_LANGUAGE: &str = "every language";
/// The crate whose arithmetic no other package can call.
const CORE: &str = "dijia-core";

/// A language, by its name in the reports, and what runs its vectors where its own step has not.
struct Language {
    name: &'static str,
    vectors: fn() -> Outcome,
}

const LANGUAGES: [Language; 4] = [
    Language { name: "rust", vectors: tests::vectors },
    Language { name: "c", vectors: c::vectors },
    Language { name: "cpp", vectors: c::vectors },
    Language { name: "python", vectors: python::vectors },
];
/// The same programs under a watch, which the step `c-tests` runs, on Windows, which those for Windows run,
/// and on other processors, emulated.
const FURTHER: [&str; 11] = [
    "c-sanitized",
    "cpp-sanitized",
    "c-valgrind",
    "c-windows",
    "c-windows-32",
    "cpp-windows",
    "python-windows",
    "c-s390x",
    "c-aarch64",
    "c-i386",
    "c-wasm32",
];

/// How many rows by file.
type Counts = BTreeMap<String, usize>;

/// A file that `files.tsv` lists.
struct Listed {
    name: String,
    run_by: String,
    rows: usize,
}

fn run() -> Outcome {
    let listed = listed()?;
    for language in &LANGUAGES {
        if !report(language.name).exists() {
            (language.vectors)()?;
        }
    }
    let names = LANGUAGES.iter().map(|language| language.name).chain(iter::once(CORE));
    let further = FURTHER.into_iter().filter(|name| report(name).exists());
    let counts = names.chain(further).map(|name| Ok((name, counts(&report(name))?)));
    let counts = counts.collect::<Outcome<Vec<_>>>()?;
    print(&listed, &counts);
    let problems = problems(&listed, &counts);
    ensure(problems.is_empty(), || problems.join("\n"))
}

/// What the list of the files says, and the files are.
fn listed() -> Outcome<Vec<Listed>> {
    let folder = place::root().join(FOLDER);
    let list = fs::read_to_string(folder.join("files.tsv"))?;
    let files = list.lines().skip(1).map(|line| match *line.split('\t').collect::<Vec<_>>() {
        [name, _, run_by, rows] if run_by == EVERY_LANGUAGE || run_by == CORE => {
            let rows = rows.parse().map_err(|_| Failure::new(format!("files.tsv: {rows}")))?;
            Ok(Listed { name: name.to_owned(), run_by: run_by.to_owned(), rows })
        }
        _ => Err(Failure::new(format!("files.tsv: {line}"))),
    });
    let files = files.collect::<Outcome<Vec<_>>>()?;
    for Listed { name, rows, .. } in &files {
        let there = fs::read_to_string(folder.join(name))?.lines().count().saturating_sub(1);
        ensure(there == *rows, || format!("{name} has {there} rows, and files.tsv says {rows}"))?;
    }
    let entries = fs::read_dir(&folder)?;
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_known = name == "files.tsv" || files.iter().any(|file| file.name == name);
        ensure(is_known || !name.ends_with(".tsv"), || format!("files.tsv does not list {name}"))?;
    }
    Ok(files)
}

fn counts(report: &Path) -> Outcome<Counts> {
    let text = fs::read_to_string(report)?;
    let counts = text.lines().map(|line| {
        let (name, count) = line.split_once('\t')?;
        Some((name.to_owned(), count.parse().ok()?))
    });
    counts.collect::<Option<_>>().ok_or_else(|| Failure::new(format!("{}: not a report", report.display())))
}

/// Every file that someone should have run and has not run, or not all of it.
fn problems(listed: &[Listed], counts: &[(&str, Counts)]) -> Vec<String> {
    let mut problems = Vec::new();
    for (name, counts) in counts {
        let mine = |file: &&Listed| (file.run_by == CORE) == (*name == CORE);
        for file in listed.iter().filter(mine) {
            match counts.get(&file.name) {
                Some(&count) if count == file.rows => {}
                Some(count) => problems.push(format!("{name} ran {count} of {} rows of {}", file.rows, file.name)),
                None => problems.push(format!("{name} did not run {}", file.name)),
            }
        }
        let known = |file: &&String| listed.iter().any(|listed| listed.name == **file);
        problems.extend(counts.keys().filter(|file| !known(file)).map(|file| format!("{name} ran {file}: not listed")));
    }
    problems
}

fn print(listed: &[Listed], counts: &[(&str, Counts)]) {
    let (internal, public): (Vec<_>, Vec<_>) = counts.iter().partition(|(name, _)| *name == CORE);
    for (heading, run_by, counts) in [
        ("Run by every language:", EVERY_LANGUAGE, public),
        ("Internal, of arithmetic that no other package can call:", CORE, internal),
    ] {
        let files: Vec<_> = listed.iter().filter(|file| file.run_by == run_by).collect();
        println!("{heading}");
        let row = |name: &str, cells: &[String]| {
            let cells: String = cells.iter().map(|cell| format!(" {cell:>13}")).collect();
            println!("{name:<27}{cells}");
        };
        let names = iter::once("rows").chain(counts.iter().map(|(name, _)| *name));
        row("", &names.map(str::to_owned).collect::<Vec<_>>());
        for file in &files {
            let ran = counts.iter().map(|(_, counts)| counts.get(&file.name).map_or("-".into(), usize::to_string));
            row(&file.name, &iter::once(file.rows.to_string()).chain(ran).collect::<Vec<_>>());
        }
        let total = |counts: &Counts| files.iter().filter_map(|file| counts.get(&file.name)).sum::<usize>();
        let rows: usize = files.iter().map(|file| file.rows).sum();
        let totals = iter::once(rows).chain(counts.iter().map(|(_, counts)| total(counts)));
        row("all", &totals.map(|total| total.to_string()).collect::<Vec<_>>());
    }
}

#[cfg(test)]
mod tests_of_this {
    use super::*;

    fn counts(pairs: &[(&str, usize)]) -> Counts {
        pairs.iter().map(|&(name, count)| (name.to_owned(), count)).collect()
    }

    #[test]
    fn what_is_missing_or_short_is_a_problem() {
        let listed = [("a.tsv", EVERY_LANGUAGE, 3), ("b.tsv", EVERY_LANGUAGE, 2), ("c.tsv", CORE, 1)];
        let listed = listed.map(|(name, run_by, rows)| Listed { name: name.into(), run_by: run_by.into(), rows });
        let all = counts(&[("a.tsv", 3), ("b.tsv", 2)]);
        let core = counts(&[("a.tsv", 300), ("c.tsv", 1)]);
        assert!(problems(&listed, &[("rust", all.clone()), ("c", all), (CORE, core)]).is_empty());
        assert_eq!(
            problems(&listed, &[("c", counts(&[("a.tsv", 2)]))]),
            ["c ran 2 of 3 rows of a.tsv", "c did not run b.tsv"]
        );
        let strange = counts(&[("a.tsv", 3), ("b.tsv", 2), ("d.tsv", 1)]);
        assert_eq!(problems(&listed, &[("c", strange)]), ["c ran d.tsv: not listed"]);
        assert_eq!(problems(&listed, &[(CORE, Counts::new())]), ["dijia-core did not run c.tsv"]);
    }
}

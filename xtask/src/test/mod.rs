//! `cargo xtask test`: the steps, up to the first that fails.

mod cost;
mod ended;
mod lanes;

use std::path::Path;

use cost::{Cost, Meter};
use ended::Ended;

use crate::failure::{Failure, Outcome, ensure};
use crate::report;
use crate::step::Step;
use crate::steps::STEPS;

pub fn list() {
    for step in STEPS {
        println!("{:<14} {:<8} {}", step.name, step.group, step.what);
    }
}

/// Runs the steps of those names or groups; all of them where no name is given.
pub fn run(names: &[&str]) -> Outcome {
    let is_named = |step: &&Step| names.is_empty() || names.iter().any(|&name| name == step.name || name == step.group);
    if let Some(name) = names.iter().find(|&&name| !STEPS.iter().any(|step| name == step.name || name == step.group)) {
        return Err(Failure::usage(format!("unknown step or group: {name}; `cargo xtask test --list` lists them")));
    }
    let chosen: Vec<&Step> = STEPS.iter().filter(is_named).collect();
    report::forget()?;
    let meter = Meter::begin();
    let mut done: Vec<(&Step, Ended)> = Vec::new();
    match chosen[..] {
        // Someone watches it.
        [step] => {
            println!("=== {}: {}", step.name, step.what);
            done.push((step, measured(step)));
        }
        _ => lanes::run(&chosen, |step, ended| {
            println!("=== {} of {}: {}", done.len() + 1, chosen.len(), line(step, &ended));
            done.push((step, ended));
        })?,
    }
    println!();
    summary(&chosen, &done, meter.cost())
}

/// `step <name> <file>`: what [`run`] has another process do, which writes to the file how it ended.
pub fn one(name: &str, file: &str) -> Outcome {
    let step = STEPS.iter().find(|step| step.name == name);
    let step = step.ok_or_else(|| Failure::usage(format!("unknown step: {name}")))?;
    measured(step).write(Path::new(file))
}

fn measured(step: &Step) -> Ended {
    let meter = Meter::begin();
    let problem = (step.run)().err();
    Ended { cost: meter.cost(), problem }
}

/// Says how each step ended and what it cost, and fails if one of them did.
fn summary(chosen: &[&Step], done: &[(&Step, Ended)], whole: Cost) -> Outcome {
    done.iter().for_each(|(step, ended)| println!("{}", line(step, ended)));
    for step in chosen.iter().filter(|step| !done.iter().any(|(other, _)| other.name == step.name)) {
        println!("{:<14} not run", step.name);
    }
    let problems = || done.iter().filter_map(|(step, ended)| Some((step, ended, ended.problem.as_ref()?)));
    let failed: Vec<String> = problems()
        .filter(|(_, ended, _)| ended.is_failure())
        .map(|(step, _, problem)| format!("step {}: {}", step.name, problem.what))
        .collect();
    ensure(failed.is_empty(), || failed.join("\n"))?;
    let lacking = problems().count();
    let passed = done.len() - lacking;
    match lacking {
        0 => println!("{:<14} passed {whole}", format!("all {passed} steps")),
        _ => println!("{passed} steps passed, {lacking} NOT RUN: {whole}"),
    }
    Ok(())
}

fn line(step: &Step, ended: &Ended) -> String {
    let Ended { cost, problem } = ended;
    match problem {
        None => format!("{:<14} passed {cost}", step.name),
        Some(_) if ended.is_failure() => format!("{:<14} FAILED {cost}", step.name),
        Some(problem) => format!("{:<14} NOT RUN: {}", step.name, problem.what),
    }
}

//! Several steps, two at a time: many of them keep one core busy alone.
//!
//! Each runs in a process of its own, whose output is printed whole when it ends.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use fs_err as fs;

use super::cost::Cost;
use super::ended::Ended;
use crate::failure::{Failure, Outcome};
use crate::place;
use crate::program::Program;
use crate::step::Step;

const LANES: usize = 2;

/// Runs the steps and tells of each that has ended, until one of them fails: those that run then end, and none begins.
pub fn run(steps: &[&'static Step], mut tell: impl FnMut(&'static Step, Ended)) -> Outcome {
    let folder = place::target().join("steps");
    place::empty(&folder)?;
    // A step may build this program anew.
    let program = folder.join("xtask").with_extension(env::consts::EXE_EXTENSION);
    fs::copy(env::current_exe()?, &program)?;
    let lanes = thread::available_parallelism().map_or(1, usize::from).min(LANES);
    let (sender, receiver) = mpsc::channel();
    let mut waiting = steps.to_vec();
    let mut running: Vec<&Step> = Vec::new();
    let mut is_stopped = false;
    thread::scope(|scope| {
        loop {
            while !is_stopped && running.len() < lanes {
                let Some(step) = next(&waiting, &running) else { break };
                let step = waiting.remove(step);
                running.push(step);
                println!("--- {} begins", step.name);
                let (sender, program, folder) = (sender.clone(), &program, &folder);
                // The receiver is there for as long as something runs.
                scope.spawn(move || drop(sender.send((step, one(program, step, folder)))));
            }
            if running.is_empty() {
                return Ok(());
            }
            let (step, ended) = receiver.recv().map_err(|error| Failure::new(error.to_string()))?;
            running.retain(|other| other.name != step.name);
            let (ended, output) = ended?;
            println!("\n=== {}: {}\n{}", step.name, step.what, output.trim_end());
            is_stopped |= ended.is_failure();
            tell(step, ended);
        }
    })
}

/// Which of the waiting steps may begin beside those that run.
fn next(waiting: &[&Step], running: &[&Step]) -> Option<usize> {
    let shares = |a: &Step, b: &Step| a.folders.iter().any(|folder| b.folders.contains(folder));
    waiting.iter().position(|step| {
        let needs = |other: &&&Step| step.after.contains(&other.name);
        let is_ready = !waiting.iter().chain(running).any(|other| needs(&other));
        is_ready && !running.iter().any(|other| shares(step, other))
    })
}

/// Runs a step in a process of its own and returns how it ended, and what it printed.
fn one(program: &Path, step: &Step, folder: &Path) -> Outcome<(Ended, String)> {
    let file = |extension: &str| -> PathBuf { folder.join(step.name).with_extension(extension) };
    let output = file("txt");
    let status = Program::new(program).arg("step").arg(step.name).arg(file("ended")).into_file(&output)?;
    let printed = String::from_utf8_lossy(&fs::read(&output)?).into_owned();
    let ended = Ended::read(&file("ended")).unwrap_or_else(|_| Ended {
        cost: Cost::default(),
        problem: Some(Failure::new(format!("the process of the step ended early: {status}"))),
    });
    Ok((ended, printed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::STEPS;

    const fn step(name: &'static str, folders: &'static [&'static str], after: &'static [&'static str]) -> Step {
        Step { name, group: "", what: "", folders, after, run: || Ok(()) }
    }

    #[test]
    fn what_shares_a_folder_or_needs_another_waits() {
        let (lint, tests) = (step("lint", &["debug"], &[]), step("tests", &["debug", "reports"], &[]));
        let (python, all) = (step("python", &["python"], &[]), step("all", &[], &["tests", "python"]));
        assert_eq!(next(&[&lint, &tests, &python], &[]), Some(0));
        assert_eq!(next(&[&tests, &python], &[&lint]), Some(1));
        assert_eq!(next(&[&tests, &all], &[&lint, &python]), None);
        assert_eq!(next(&[&all, &tests], &[&python]), Some(1));
        assert_eq!(next(&[&all], &[&tests]), None);
        // What does not run at all is not waited for.
        assert_eq!(next(&[&all], &[]), Some(0));
        assert_eq!(next(&[], &[&all]), None);
    }

    #[test]
    fn every_step_begins_in_the_end() {
        let mut waiting: Vec<&Step> = STEPS.iter().collect();
        let mut order = Vec::new();
        while let Some(index) = next(&waiting, &[]) {
            order.push(waiting.remove(index).name);
        }
        assert_eq!(order.len(), STEPS.len(), "those left can not begin after {order:?}");
    }

    #[test]
    fn what_is_needed_is_the_name_of_a_step() {
        for step in STEPS {
            for name in step.after {
                assert!(STEPS.iter().any(|other| other.name == *name), "{} needs {name}", step.name);
            }
        }
    }
}

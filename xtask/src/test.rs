//! `cargo xtask test`: the steps in order, up to the first that fails.

use std::env;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};
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
    let begin = Instant::now();
    let mut done: Vec<(&Step, Duration)> = Vec::new();
    let mut lacking: Vec<(&Step, String)> = Vec::new();
    for (index, step) in chosen.iter().enumerate() {
        println!("\n=== {}/{} {}: {}", index + 1, chosen.len(), step.name, step.what);
        let begin_step = Instant::now();
        if let Err(failure) = (step.run)() {
            // Where everything is to be checked, nothing may be left out.
            if failure.is_lack && env::var_os("CI").is_none() {
                println!("NOT RUN: {}", failure.what);
                lacking.push((step, failure.what));
                continue;
            }
            println!();
            summary(&done);
            println!("{:<14} FAILED after {:.1} s", step.name, begin_step.elapsed().as_secs_f64());
            for step in &chosen[index + 1..] {
                println!("{:<14} not run", step.name);
            }
            return Err(Failure::new(format!("step {}: {}", step.name, failure.what)));
        }
        done.push((step, begin_step.elapsed()));
    }
    println!();
    summary(&done);
    let time = begin.elapsed().as_secs_f64();
    if lacking.is_empty() {
        println!("all {} steps passed in {time:.1} s", done.len());
    } else {
        lacking.iter().for_each(|(step, what)| println!("{:<14} NOT RUN: {what}", step.name));
        println!("{} steps passed in {time:.1} s, {} NOT RUN", done.len(), lacking.len());
    }
    Ok(())
}

fn summary(done: &[(&Step, Duration)]) {
    for (step, time) in done {
        println!("{:<14} passed {:>7.1} s", step.name, time.as_secs_f64());
    }
}

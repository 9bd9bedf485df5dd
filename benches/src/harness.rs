//! Contenders side by side: in every round each of them does the same work once, so that whatever else the machine does
//! meets all of them alike.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// One way of doing the work.
pub struct Contender<'a> {
    name: String,
    /// Does all of the work once and returns a sum that shows that it did.
    work: Box<dyn FnMut() -> u64 + 'a>,
    /// What `work` must return; nothing for other work than that of the others.
    expected: Option<u64>,
    rounds: Vec<Duration>,
}

/// A benchmark: the contenders, and how many operations each round of one of them is.
pub struct Race<'a> {
    operations: usize,
    contenders: Vec<Contender<'a>>,
}

impl<'a> Race<'a> {
    pub fn new(operations: usize) -> Self {
        Self { operations, contenders: Vec::new() }
    }

    /// A contender whose sum must be `expected`.
    pub fn add(&mut self, name: impl Into<String>, expected: Option<u64>, work: impl FnMut() -> u64 + 'a) {
        self.contenders.push(Contender { name: name.into(), work: Box::new(work), expected, rounds: Vec::new() });
    }

    /// Runs the rounds, after two that are not counted.
    ///
    /// # Panics
    ///
    /// If a contender's sum is not the expected one.
    pub fn run(&mut self, rounds: usize) {
        const WARM_UP: usize = 2;

        for round in 0..rounds + WARM_UP {
            for contender in &mut self.contenders {
                let begin = Instant::now();
                let sum = black_box((contender.work)());
                let time = begin.elapsed();
                if let Some(expected) = contender.expected {
                    assert_eq!(sum, expected, "{} does other work than the others", contender.name);
                }
                if round >= WARM_UP {
                    contender.rounds.push(time);
                }
            }
        }
        for contender in &mut self.contenders {
            contender.rounds.sort_unstable();
        }
    }

    /// Prints a table: the median, the quartiles, and how the median compares with those of the named contenders.
    ///
    /// # Panics
    ///
    /// If there is no contender of one of the names.
    pub fn print(&self, unit: &str, beside: &[&str]) {
        let nanoseconds = |contender: &Contender<'_>, quarter: usize| {
            let time = contender.rounds[(contender.rounds.len() - 1) * quarter / 4];
            time.as_secs_f64() * 1e9 / self.operations as f64
        };
        let references: Vec<&Contender<'_>> =
            beside.iter().map(|name| self.contenders.iter().find(|c| c.name == *name).expect("a contender")).collect();
        let width = self.contenders.iter().map(|contender| contender.name.chars().count()).max().unwrap_or_default();

        print!("{:width$}  {unit:>12}  {:>16}", "", "quartiles");
        beside.iter().for_each(|name| print!("  {:>w$}", format!("÷ {name}"), w = name.len() + 2));
        println!();
        for contender in &self.contenders {
            let median = nanoseconds(contender, 2);
            let quartiles = format!("{:.1} .. {:.1}", nanoseconds(contender, 1), nanoseconds(contender, 3));
            print!("{:width$}  {median:>12.1}  {quartiles:>16}", contender.name);
            for (reference, name) in references.iter().zip(beside) {
                print!("  {:>w$.2}", median / nanoseconds(reference, 2), w = name.len() + 2);
            }
            println!();
        }
    }
}

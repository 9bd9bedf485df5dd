//! What the C interface costs beside the same calls from Rust. `cargo xtask bench c` builds the program that makes the
//! calls from C (`bindings/c/bench/bench.c`) and says where it is; every round runs both.

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use dijia::{Appraisal, Coefficient, Decimal, FactorCorrection, Grade, JINAN_2020, LandUse, ZoneCode};

const LOOKUPS: usize = 400_000;
const APPRAISALS: usize = 20_000;
const ROUNDS: usize = 15;
const WORK: [&str; 3] = ["a lookup by code", "a lookup by spelled code", "a full appraisal, the zone spelled"];

fn main() {
    let program = std::env::args().nth(1).expect("the path of the C program");
    let (mut rust, mut c) = (Vec::new(), Vec::new());
    rounds_of_rust();
    for _ in 0..ROUNDS {
        let (ours, sum) = rounds_of_rust();
        let printed = Command::new(&program).output().expect("the C program runs");
        let text = String::from_utf8(printed.stdout).expect("text");
        let mut lines = text.lines();
        let mut number = || lines.next().and_then(|line| line.parse::<f64>().ok()).expect("a number");
        c.push([number(), number(), number()]);
        rust.push(ours);
        // The program does its rounds twice.
        let expected = (2 * sum).to_string();
        assert!(
            printed.status.success() && lines.next() == Some(expected.as_str()),
            "other work than from Rust\n{text}"
        );
    }
    println!("{:36}  {:>9}  {:>9}  {:>7}", "median ns", "C", "Rust", "C/Rust");
    for (index, work) in WORK.iter().enumerate() {
        let median = |rounds: &[[f64; 3]]| {
            let mut times: Vec<f64> = rounds.iter().map(|round| round[index]).collect();
            times.sort_by(f64::total_cmp);
            times[times.len() / 2]
        };
        let (c, rust) = (median(&c), median(&rust));
        println!("{work:36}  {c:>9.1}  {rust:>9.1}  {:>7.2}", c / rust);
    }
}

/// Nanoseconds of each kind of work, and a sum that shows that it was done.
fn rounds_of_rust() -> ([f64; 3], u64) {
    let spelled: Vec<String> = (1..=12).map(|number| format!("Ⅲ-{number}")).collect();
    let codes: Vec<ZoneCode> = (1..=12).filter_map(|number| ZoneCode::new(Grade::III, number)).collect();
    let units = |value: Decimal| value.mantissa().unsigned_abs() as u64;
    let time = |begin: Instant, operations: usize| begin.elapsed().as_secs_f64() * 1e9 / operations as f64;
    let mut sum = 0;

    let begin = Instant::now();
    for index in 0..LOOKUPS {
        let row = JINAN_2020.zone_price(LandUse::Commercial, black_box(codes[index % 12])).expect("a zone");
        sum += units(black_box(row).printed());
    }
    let typed = time(begin, LOOKUPS);

    let begin = Instant::now();
    for index in 0..LOOKUPS {
        let code = black_box(&spelled[index % 12]).as_str();
        let row = JINAN_2020.zone_price(LandUse::Commercial, code).expect("a zone");
        sum += units(black_box(row).printed());
    }
    let looked_up = time(begin, LOOKUPS);

    let names = ["容积率", "期日", "面积", "形状", "临街深度"];
    let values = [(10213, 4), (9871, 4), (98, 2), (103, 2), (9902, 4)];
    let coefficients: Vec<Coefficient<'_>> = names
        .iter()
        .zip(values)
        .map(|(name, (value, scale))| Coefficient::new(name, Decimal::new(value, scale)))
        .collect();
    let factors = [
        FactorCorrection { name: "区域", value: Decimal::new(2402, 5), in_percent: false },
        FactorCorrection { name: "个别", value: Decimal::new(-105, 4), in_percent: false },
    ];
    let begin = Instant::now();
    for index in 0..APPRAISALS {
        let code = black_box(&spelled[index % 12]).as_str();
        let zone = JINAN_2020.zone_price(LandUse::Commercial, code).expect("a zone");
        let appraised = Appraisal::from_zone(zone)
            .remaining_term(Decimal::new(1 + index as i64 % 4000, 2))
            .coefficients(black_box(&coefficients))
            .factor_corrections(black_box(&factors))
            .plot_ratio(Decimal::new(235, 2))
            .area(Decimal::new(1_234_567, 2))
            .appraise()
            .expect("a price");
        sum += units(black_box(&appraised).unit_price());
    }
    ([typed, looked_up, time(begin, APPRAISALS)], sum)
}

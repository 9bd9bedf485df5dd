//! Runs the programs in `examples/rust` as the README does.

use crate::failure::{Outcome, ensure};
use crate::place;
use crate::program::{Captured, Program};
use crate::step::Step;

pub const STEP: Step = Step {
    name: "examples",
    group: "rust",
    what: "the examples print what they should",
    folders: &["debug"],
    after: &[],
    run,
};

/// The pages that show what the examples print.
const PAGES: [&str; 2] = ["README.md", "README.zh-CN.md"];
/// How many commands with their output each of them shows.
const SHOWN: usize = 3;
/// What a command of a page is, and the beginning of what it prints.
const COMMAND: &str = "```sh\ncargo run --example appraise -- ";
const OUTPUT: &str = "```\n\n```text\n";
/// A real parcel of Tongdao, with the coefficients that its report prints.
const PARCEL_OF_ANOTHER_CITY: &[&str] = &[
    "居住用地",
    "--grade=二级",
    "--edition=crates/dijia-tables/tests/editions/tongdao-2026",
    "--remaining-term=63.97",
    "--plot-ratio-coefficient=1.4369",
    "--date-coefficient=1.0285",
    "--coefficient=面积=0.98",
    "--coefficient=形状=1.02",
    "--coefficient=景观=1.05",
    "--coefficient=朝向=1.02",
    "--factor=区域=2.402%",
    "--valuation-date=2026-06-03",
];
const PARCEL_PRINTS: [&str; 3] =
    ["居住用地 Ⅱ级，通政发〔2026〕1号 城镇基准地价表 第2行", "0.9950", "  = 1144.55 元/㎡"];
/// Before what changes from day to day, on its line.
const TODAY: &str = "；今日 ";
const TABLES_HEADER: &str = "annex,row,land_use,code,yuan_per_square_metre,wan_yuan_per_mu,floor_price";
/// The rows of annexes 1 to 4.
const TABLES_ROWS: [(&str, usize); 4] = [("1", 24), ("2", 91), ("3", 80), ("4", 50)];

fn run() -> Outcome {
    Program::cargo().args("build --examples").run()?;

    for page in PAGES {
        let text = place::read(page)?;
        let shown: Vec<(&str, &str)> = text.match_indices(COMMAND).filter_map(|(at, _)| shown(&text[at..])).collect();
        ensure(shown.len() == SHOWN, || {
            format!("{page} shows {} commands with their output, not {SHOWN}", shown.len())
        })?;
        for (arguments, output) in shown {
            let printed = example("appraise", &arguments.split(' ').collect::<Vec<_>>())?;
            ensure(printed.status.success() && agrees(&printed.stdout, output), || {
                format!(
                    "{page}: appraise {arguments}: {} and printed\n{}{}",
                    printed.status, printed.stdout, printed.stderr
                )
            })?;
        }
        println!("{page}: what it shows is what is printed");
    }

    let (bare, asked) = (example("appraise", &[])?, example("appraise", &["商服", "Ⅲ-4"])?);
    ensure(bare.status.success() && bare.stdout == asked.stdout, || {
        format!("appraise: {} and printed\n{}{}", bare.status, bare.stdout, bare.stderr)
    })?;

    for (arguments, hint) in [(["商服", "Ⅲ-13"], "Ⅲ has zones 1 to 12"), (["商住", "Ⅲ-4"], "invalid land use")]
    {
        let refused = example("appraise", &arguments)?;
        let is_one_line = refused.stderr.lines().count() == 1 && refused.stderr.contains(hint);
        ensure(refused.status.code() == Some(2) && refused.stdout.is_empty() && is_one_line, || {
            let shown = arguments.join(" ");
            format!("appraise {shown}: {} and printed\n{}{}", refused.status, refused.stdout, refused.stderr)
        })?;
    }
    println!("appraise refuses bad input with one line and status 2");

    // A parcel that a firm has priced, from the folder of another city: 1144.6 to one place.
    let printed = example("appraise", PARCEL_OF_ANOTHER_CITY)?;
    let is_priced = PARCEL_PRINTS.iter().all(|part| printed.stdout.contains(part));
    ensure(printed.status.success() && is_priced, || {
        format!("appraise --edition: {} and printed\n{}{}", printed.status, printed.stdout, printed.stderr)
    })?;
    println!("appraise prices a parcel of another city");

    let tables = example("tables", &[])?;
    let mut lines = tables.stdout.lines();
    ensure(tables.status.success() && lines.next() == Some(TABLES_HEADER), || {
        format!("tables: {}, or another header\n{}", tables.status, tables.stderr)
    })?;
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    ensure(rows.iter().all(|row| row.len() == 7), || "tables: a row has not seven columns".into())?;
    for (annex, count) in TABLES_ROWS {
        let found = rows.iter().filter(|row| row[0] == annex).count();
        ensure(found == count, || format!("tables: {found} rows of annex {annex}, not {count}"))?;
    }
    let all = TABLES_ROWS.iter().map(|(_, count)| count).sum::<usize>();
    ensure(rows.len() == all, || format!("tables: {} rows, not {all}", rows.len()))?;
    println!("tables prints {} rows", rows.len());
    Ok(())
}

fn example(name: &str, arguments: &[&str]) -> Outcome<Captured> {
    let program = Program::cargo().args("run --quiet --example").arg(name).arg("--");
    arguments.iter().fold(program, Program::arg).capture()
}

/// The arguments of the command that the text begins with, and the output that is shown below it, if one is.
fn shown(text: &str) -> Option<(&str, &str)> {
    let (command, rest) = text.strip_prefix(COMMAND)?.split_once('\n')?;
    let (output, _) = rest.strip_prefix(OUTPUT)?.split_once("```")?;
    Some((command, output))
}

/// Whether two outputs are the same but for today's date and what it means.
fn agrees(printed: &str, expected: &str) -> bool {
    let without_today = |line: &str| line.split(TODAY).next().map(str::to_owned);
    printed.lines().map(without_today).eq(expected.lines().map(without_today))
}

//! An index that a document prints as a chain (环比指数): declared in the folder, packed, and priced from. What is expected is
//! computed by hand beside it.

mod common;

use common::Tables;
use dijia_core::{
    Appraisal, CorrectionKind, Date, DecimalText, Edition, IndexPeriod, InvalidFile, Source, StepKind,
    layout::{self, Section},
    parse_date,
};
use sha2::{Digest as _, Sha256};

const EDITION: &str = "key,value\ncity,某市\ndocument_number,某政发〔2024〕1号\nbase_date,2024-01-01\n";
const QUARTERS: &str = "date,index\n2023-12-31,100.6\n2024-03-31,101.5\n2024-06-30,99.2\n2024-09-30,100.85\n";

/// A city with one price, 1000 元/㎡ at 2024-01-01, and an index.
fn city(declared: &str, index: &str) -> Tables {
    Tables::city(&[
        ("edition.csv", EDITION),
        ("annexes.csv", "label,land_uses,prices,file\n级别价,commercial,grade,prices.csv\n"),
        ("prices.csv", "grade,yuan_per_square_metre\n一级,1000\n"),
        ("corrections.csv", declared),
        ("index.csv", index),
    ])
}

fn declared(series: &str, between: &str) -> String {
    format!("kind,file,series,between,part\nindex,index.csv,{series},{between},地价指数表\n")
}

fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

/// Kt, how it is computed and where it is from.
fn priced(file: &[u8], valuation: &str) -> Result<(String, String, String), String> {
    let edition = Edition::open(file).unwrap();
    let parcel = Appraisal::from_grade(edition.grade_price("商服", "Ⅰ").unwrap()).corrections_as_published();
    let appraised = parcel.valuation_date(date(valuation)).appraise().map_err(|error| error.to_string())?;
    let step = appraised.steps().find(|step| step.kind == StepKind::DateCoefficient).unwrap();
    let Source::DerivedFrom(citation) = step.source else { panic!("{:?}", step.source) };
    Ok((DecimalText(step.value).to_string(), step.expression().to_string(), citation.to_string()))
}

fn texts(value: &str, expression: &str, citation: &str) -> Result<(String, String, String), String> {
    Ok((value.to_owned(), expression.to_owned(), citation.to_owned()))
}

/// The base date 2024-01-01 is of the row before it, 2023-12-31.
#[test]
fn an_index_that_is_declared_a_chain() {
    let table = "某政发〔2024〕1号 地价指数表";
    for series in ["quarterly chain", "季度环比"] {
        let file = city(&declared(series, "row before"), QUARTERS).are_accepted();
        let edition = Edition::open(&file).unwrap();
        let printed = edition.correction_tables().find(|table| table.kind() == CorrectionKind::DateIndex).unwrap();
        assert_eq!(printed.index_period(), Some(IndexPeriod::Quarter));
        // 1.015 × 0.992 × 1.0085 = 1.01543848
        let three = "(101.5 ÷ 100) [2024-03-31] × (99.2 ÷ 100) [2024-06-30] × (100.85 ÷ 100) [2024-09-30]";
        assert_eq!(priced(&file, "2024-09-30"), texts("1.0154", three, table));
        // One link is one row.
        assert_eq!(
            priced(&file, "2024-06-29"),
            texts("1.0150", "(101.5 ÷ 100) [2024-03-31]", &format!("{table} 第2行"))
        );
        let same = "100 [2024-03-30] ÷ 100 [2024-01-01]";
        assert_eq!(priced(&file, "2024-03-30"), texts("1.0000", same, table));
        assert_eq!(
            priced(&file, "2024-10-01"),
            Err("the date is 2024-10-01, outside the date index from 2023-12-31 to 2024-09-30".to_owned())
        );
    }
    // By days: 1 of 91 after 2023-12-31, and 45 of 91 after 2024-03-31: 1.015 × (9064 ÷ 9100) ÷ (9101.5 ÷ 9100) = 1.01081799…
    let file = city(&declared("季度环比", "linear"), QUARTERS).are_accepted();
    let by_days = "(101.5 ÷ 100) [2024-03-31] × (9064.0 ÷ 91 ÷ 100) [2024-05-15] ÷ (9101.5 ÷ 91 ÷ 100) [2024-01-01]";
    // The links of the second row and of the third.
    assert_eq!(priced(&file, "2024-05-15"), texts("1.0108", by_days, table));
    // On the day of a row nothing of the next: 101.5 ÷ (9101.5 ÷ 91) = 1.01483271…
    let to_its_end = "(101.5 ÷ 100) [2024-03-31] ÷ (9101.5 ÷ 91 ÷ 100) [2024-01-01]";
    assert_eq!(priced(&file, "2024-03-31"), texts("1.0148", to_its_end, &format!("{table} 第2行")));
    // Within the second row alone: 46 of 91 days, 9169 ÷ 9101.5 = 1.00741636…
    let within = "(9169.0 ÷ 91) [2024-02-15] ÷ (9101.5 ÷ 91) [2024-01-01]";
    assert_eq!(priced(&file, "2024-02-15"), texts("1.0074", within, &format!("{table} 第2行")));
}

/// A table of one row is that row, whatever of it enters.
#[test]
fn an_index_of_one_row_cites_it() {
    for series in ["", "季度环比"] {
        let file = city(&declared(series, "linear"), "date,index\n2024-01-01,100.6\n").are_accepted();
        let index = if series.is_empty() { "100.6" } else { "100" };
        let same = format!("{index} [2024-01-01] ÷ {index} [2024-01-01]");
        assert_eq!(priced(&file, "2024-01-01"), texts("1.0000", &same, "某政发〔2024〕1号 地价指数表 第1行"));
    }
}

/// What says nothing, or that its base is fixed, is no chain: 99.2 ÷ 100.6 = 0.98608…
#[test]
fn an_index_has_a_fixed_base_unless_it_says_otherwise() {
    for series in ["", "fixed base", "定基"] {
        let file = city(&declared(series, "row before"), QUARTERS).are_accepted();
        let edition = Edition::open(&file).unwrap();
        assert!(edition.correction_tables().all(|table| table.index_period().is_none()));
        let fixed = "99.2 [2024-06-30] ÷ 100.6 [2024-01-01]";
        assert_eq!(priced(&file, "2024-06-30"), texts("0.9861", fixed, "某政发〔2024〕1号 地价指数表"));
    }
}

/// Every period has its word, and is read back.
#[test]
fn periods_of_a_chain() {
    for (series, dates, period) in [
        ("monthly chain", ["2023-12-31", "2024-01-31"], IndexPeriod::Month),
        ("月度环比", ["2023-12-31", "2024-01-31"], IndexPeriod::Month),
        ("half-yearly chain", ["2023-12-31", "2024-06-30"], IndexPeriod::HalfYear),
        ("半年度环比", ["2023-12-31", "2024-06-30"], IndexPeriod::HalfYear),
        ("yearly chain", ["2023-12-31", "2024-12-31"], IndexPeriod::Year),
        ("年度环比", ["2023-12-31", "2024-12-31"], IndexPeriod::Year),
    ] {
        let rows = format!("date,index\n{},100\n{},103\n", dates[0], dates[1]);
        let file = city(&declared(series, "row before"), &rows).are_accepted();
        let edition = Edition::open(&file).unwrap();
        assert_eq!(edition.correction_tables().next().unwrap().index_period(), Some(period), "{series}");
        assert_eq!(priced(&file, dates[1]).unwrap().0, "1.0300");
    }
}

#[test]
fn chains_that_are_wrong() {
    let faults = |declared: &str, index: &str| city(declared, index).read().unwrap_err().to_string();
    let quarters = declared("quarterly chain", "row before");
    assert_eq!(
        faults(&quarters, "date,index\n2023-12-31,100\n2024-03-31,101\n2024-09-30,102\n"),
        "index.csv:4:2: a chain index has one row for each period, and leaves none out"
    );
    assert_eq!(
        faults(&quarters, "date,index\n2023-12-31,100\n2024-03-31,1.023\n2024-06-30,102\n"),
        "index.csv:3:2: a link of a chain index is from 20 to 500, the period before being 100: 102.3, not 2.3 % or 1.023"
    );
    assert_eq!(
        faults(&quarters, "date,index\n2023-12-31,100\n2023-12-30,101\n"),
        "index.csv:3:2: 20231230 comes after 20231231, and is not above it"
    );
    assert_eq!(
        faults("kind,file,series,between,part\nindex,index.csv,chain,linear,表\n", "date,index\n2023-12-31,100\n"),
        "corrections.csv:2:3: series: \"chain\" is not fixed base, monthly chain, quarterly chain, half-yearly chain or yearly chain"
    );
    assert_eq!(
        faults(
            "kind,file,series,between,part\nplot ratio,index.csv,定基,linear,表\n",
            "plot_ratio,coefficient\n1,1.0\n2,1.2\n"
        ),
        "corrections.csv:2:3: series: only an index is a series"
    );
}

/// Where the records of a section begin in a file.
fn records(file: &[u8], of: Section) -> usize {
    let count = |section: usize| {
        let at = layout::HEADER + section * layout::COUNT;
        u32::from_le_bytes(file[at..at + layout::COUNT].try_into().unwrap()) as usize
    };
    let before = (0..of as usize).map(|section| count(section) * layout::RECORD[section]);
    layout::HEADER + layout::SECTIONS * layout::COUNT + before.sum::<usize>()
}

/// A file with other flags of its only table, or another date of its third row, and a digest that is right.
fn altered(mut file: Vec<u8>, flags: Option<u8>, third_date: Option<u32>) -> Vec<u8> {
    let (tables, rows) = (records(&file, Section::Corrections), records(&file, Section::CorrectionRows));
    if let Some(flags) = flags {
        file[tables + layout::correction::FLAGS] = flags;
    }
    if let Some(date) = third_date {
        let at = rows + 2 * layout::CORRECTION_ROW + layout::correction_row::KEY;
        file[at..at + 4].copy_from_slice(&date.to_le_bytes());
    }
    let digest = Sha256::digest(&file[layout::HEADER..]);
    file[layout::DIGEST_AT..][..layout::DIGEST].copy_from_slice(&digest);
    file
}

/// What a folder would not say, no file does: a chain without a quarter, one of a period that is none, plot ratios that are a chain.
#[test]
fn files_of_chains_that_are_none_are_refused() {
    let is_edition = |file: Vec<u8>| match Edition::open(&file) {
        Ok(_) => true,
        Err(error) => {
            assert_eq!(error, InvalidFile::Malformed { section: "corrections", record: 0 });
            false
        }
    };
    let file = city(&declared("季度环比", "row before"), QUARTERS).are_accepted();
    let chain_of = |period: u8| 2 << layout::correction::BETWEEN_SHIFT | period << layout::correction::PERIOD_SHIFT;
    assert!(is_edition(altered(file.clone(), None, None)));
    assert!(is_edition(altered(file.clone(), Some(chain_of(2)), Some(20_240_401))));
    assert!(is_edition(altered(file.clone(), Some(chain_of(0)), Some(20_240_701))));
    // The third quarter in the place of the second.
    assert!(!is_edition(altered(file.clone(), None, Some(20_240_701))));
    for period in [1, 3, 4, 5, 6, 7] {
        assert!(!is_edition(altered(file.clone(), Some(chain_of(period)), None)), "{period}");
    }

    let plot_ratios = "kind,file,between,part\nplot ratio,index.csv,row before,表\n";
    let file = city(plot_ratios, "plot_ratio,coefficient\n1,100\n2,120\n3,130\n").are_accepted();
    assert!(is_edition(altered(file.clone(), Some(chain_of(0)), None)));
    assert!(!is_edition(altered(file, Some(chain_of(2)), None)));
}

//! The guide's examples are folders that are accepted, the same in both languages, and every column and key that it names is
//! one; its price is the price.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use common::Tables;
use dijia_core::{Appraisal, DecimalText, Edition, ErrorKind, LandUse, Level, RoundingPolicy, parse_decimal};

fn page(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)).unwrap()
}

/// The folder of each example, by section: its files, and the terms of the first.
fn examples(page: &str) -> Vec<Tables> {
    let mut terms = None;
    let mut all = Vec::new();
    for section in page.split("\n## ").skip(1) {
        let mut files = BTreeMap::new();
        let mut before = "";
        for part in section.split("```csv\n") {
            if let Some(name) =
                before.trim_end().rsplit('\n').next().and_then(|line| line.strip_prefix('`')?.strip_suffix('`'))
            {
                let text = part.split("```").next().unwrap();
                assert!(files.insert(name.to_owned(), text.as_bytes().to_vec()).is_none(), "{name}");
            }
            before = part;
        }
        if files.is_empty() {
            continue;
        }
        let terms = terms.get_or_insert_with(|| files["edition.csv"].clone()).clone();
        files.entry("edition.csv".to_owned()).or_insert(terms);
        all.push(Tables { name: "daxian-2024".to_owned(), files });
    }
    all
}

#[test]
fn the_examples_are_accepted_and_the_same_in_both_languages() {
    let [english, chinese] = ["your-city.md", "your-city.zh-CN.md"].map(|name| examples(&page(name)));
    assert_eq!(english.len(), 12);
    assert_eq!(chinese.len(), 12);
    for (english, chinese) in english.iter().zip(&chinese) {
        assert_eq!(english.are_accepted(), chinese.are_accepted(), "{:?}", english.files.keys());
        assert_ne!(english.files, chinese.files);
    }
}

/// 1.07^-30 = 0.131367, 1.07^-40 = 0.066780: Ky = 0.868633 ÷ 0.933220 = 0.93079.
#[test]
fn the_price_is_the_price() {
    let file = examples(&page("your-city.md"))[1].are_accepted();
    let edition = Edition::open(&file).unwrap();
    let zone = edition.zone_price(LandUse::Commercial, "Ⅱ-2").unwrap();
    let appraised = Appraisal::from_zone(zone).remaining_term(parse_decimal("30").unwrap()).appraise().unwrap();
    assert_eq!(appraised.unit_price().to_string(), "3723.20");
    for name in ["your-city.md", "your-city.zh-CN.md"] {
        assert!(page(name).contains("assert_eq!(appraised.unit_price().to_string(), \"3723.20\");"));
        assert!(page(name).contains("0.9308"));
    }
}

/// Kv of 3.5 between 2 (1) and 5 (1.4932) is 1 + 0.4932 × 1.5 ÷ 3 = 1.2466; 710 × 1.2466 × 1.02 × 1.002054 = 904.6420….
#[test]
fn the_price_from_levels_is_the_price() {
    let file = examples(&page("your-city.md"))[9].are_accepted();
    let edition = Edition::open(&file).unwrap();
    let levels = [Level { of: "距汽车站距离", level: "420" }, Level { of: "形状", level: "较优" }];
    let appraised = Appraisal::from_grade(edition.grade_price("居住", "二级").unwrap())
        .corrections_as_published()
        .levels(&levels)
        .plot_ratio(parse_decimal("3.5").unwrap())
        .appraise()
        .unwrap();
    assert_eq!(appraised.unit_price().to_string(), "904.64");
    for name in ["your-city.md", "your-city.zh-CN.md"] {
        assert!(page(name).contains("assert_eq!(appraised.unit_price().to_string(), \"904.64\");"));
    }
}

/// An office at 0.80 of 2560 is 2048; of a parcel without a use there is a warning.
#[test]
fn a_use_is_priced_from_another() {
    for name in ["your-city.md", "your-city.zh-CN.md"] {
        let file = examples(&page(name))[11].are_accepted();
        let edition = Edition::open(&file).unwrap();
        let parcel = Appraisal::from_grade(edition.grade_price("商服", "一级").unwrap()).corrections_as_published();
        let levels = [Level { of: "用途修正", level: "办公" }];
        let office = parcel.levels(&levels).appraise().unwrap();
        assert_eq!(office.unit_price().to_string(), "2048.00");
        let sheet = office.to_string();
        assert!(sheet.contains("V = P × K用途修正\n") && sheet.contains("  = 2560 × 0.80\n"), "{sheet}");
        assert!(sheet.contains("附表3 第3行"), "{sheet}");
        let plain = parcel.appraise().unwrap();
        assert_eq!(plain.unit_price().to_string(), "2560.00");
        assert!(plain.warnings().any(|warning| warning.to_string().contains("用途修正")));
        assert!(page(name).contains("assert_eq!(office.unit_price().to_string(), \"2048.00\");"));
        // A dwelling has no such table.
        let dwelling = Appraisal::from_grade(edition.grade_price("住宅", "一级").unwrap()).corrections_as_published();
        assert_eq!(dwelling.levels(&levels).appraise().unwrap_err().kind(), ErrorKind::NoSuchFactor);
    }
}

/// What the guide says of the table of intervals, and every form that it lists is what its line says.
#[test]
fn intervals_are_read_as_the_guide_says() {
    let file = examples(&page("your-city.zh-CN.md"))[10].are_accepted();
    let edition = Edition::open(&file).unwrap();
    let coefficient = |land_use: &str, plot_ratio: &str| {
        let corrections = edition.corrections(land_use, "一级").unwrap();
        let found = corrections.plot_ratio_coefficient(parse_decimal(plot_ratio).unwrap(), RoundingPolicy::default());
        found.map(|value| DecimalText(value).to_string()).map_err(|error| error.kind())
    };
    assert_eq!(coefficient("商业", "1.5"), Ok("1.00".to_owned()));
    assert_eq!(coefficient("商业", "1.51"), Ok("1.12".to_owned()));
    assert_eq!(coefficient("居住", "3.0"), Err(ErrorKind::NotTabulated));
    for name in ["your-city.md", "your-city.zh-CN.md"] {
        let page = page(name);
        let lines =
            page.lines().skip_while(|line| !line.starts_with("| `≤1.0`")).take_while(|line| line.starts_with('|'));
        let expected =
            [vec!["≤1.0"], vec!["<1.0"], vec!["≥5", ">5"], vec!["(1.0,1.5]"], vec!["[1.0,1.5]"], vec!["[1.0,1.0]"]];
        assert_eq!(lines.clone().count(), expected.len(), "{name}");
        for (line, expected) in lines.zip(expected) {
            let cell = line.split(" | ").next().unwrap();
            let forms = cell.split(['；', ';']).map(|forms| forms.split('`').skip(1).step_by(2));
            // The last line says between which the number stands.
            let count = if expected == ["[1.0,1.0]"] { 1 } else { usize::MAX };
            for (forms, expected) in forms.zip(expected) {
                for form in forms.take(count) {
                    assert_eq!(interval(form), expected, "{form}");
                }
            }
        }
    }
}

/// The interval of the only row of a table.
fn interval(text: &str) -> String {
    let tables = Tables::city(&[
        ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
        ("annex-1.csv", "级别,商业\n一级,1000\n"),
        ("corrections.csv", "kind,file,between,part\nplot ratio,k.csv,intervals,表\n"),
        ("k.csv", &format!("容积率,修正系数\n\"{text}\",1\n")),
    ]);
    let file = tables.are_accepted();
    let edition = Edition::open(&file).unwrap();
    let row = edition.correction_tables().next().unwrap().rows().next().unwrap();
    row.interval().unwrap().to_string()
}

/// The names in the last section, in English and in Chinese, are those that the other page has.
#[test]
fn both_pages_name_the_same_columns() {
    let words = |page: String| {
        let (_, table) = page.rsplit_once("\n## ").unwrap();
        let is_part = |c: char| c.is_ascii_lowercase() || c == '_';
        let words = table.lines().filter(|line| line.starts_with("| ")).flat_map(|line| {
            line.split(|c| !is_part(c)).filter(|word| word.len() > 3 && word.contains('_')).collect::<Vec<_>>()
        });
        let mut words: Vec<String> = words.map(str::to_owned).collect();
        words.sort();
        words
    };
    let [english, chinese] = ["your-city.md", "your-city.zh-CN.md"].map(|name| words(page(name)));
    assert_eq!(english, chinese);
    assert!(english.len() > 20, "{english:?}");
}

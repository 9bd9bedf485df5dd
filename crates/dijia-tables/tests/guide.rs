//! The guide's examples are folders that are accepted, the same in both languages, and every column and key that it names is
//! one; its price is the price.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use common::Tables;
use dijia_core::{Appraisal, Edition, LandUse, Level, parse_decimal};

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
    assert_eq!(english.len(), 10);
    assert_eq!(chinese.len(), 10);
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

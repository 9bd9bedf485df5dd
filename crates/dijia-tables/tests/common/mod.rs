//! Tables changed in one way each.

#![allow(dead_code, reason = "each test file uses a part")]

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, str};

use dijia_core::{Decimal, DecimalText, Edition, parse_decimal};
use dijia_tables::{EditionTables, TableErrors, read_files};

/// The files of an edition.
#[derive(Clone, Default)]
pub struct Tables {
    pub name: String,
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Tables {
    /// Those of a folder beside this package.
    pub fn of(folder: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut tables =
            Self { name: folder.file_name().unwrap().to_str().unwrap().to_owned(), files: BTreeMap::new() };
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            if name.ends_with(".csv") {
                tables.files.insert(name, fs::read(entry.path()).unwrap());
            }
        }
        tables
    }

    pub fn jinan() -> Self {
        Self::of("../dijia/data/jinan-2020")
    }

    /// A made-up city, whose files are these.
    pub fn city(files: &[(&str, &str)]) -> Self {
        let mut tables = Self { name: "city-2024".to_owned(), files: BTreeMap::new() };
        tables = tables.with("edition.csv", "key,value\ncity,某市\ndocument_number,某政发〔2024〕1号\n");
        for (file, text) in files {
            tables = tables.with(file, text);
        }
        tables
    }

    /// A made-up city whose tables of terms and plot ratios are those of 吉安, its prices made up.
    pub fn jian() -> Self {
        let table = |name: &str, header: &str| {
            let rows: Vec<String> = source(name).iter().map(|row| row.join(",")).collect();
            format!("{header}\n{}\n", rows.join("\n"))
        };
        Self::city(&[
            ("annexes.csv", "label,land_uses,prices,file\n级别价,commercial,grade,prices.csv\n"),
            ("prices.csv", "grade,yuan_per_square_metre\n一级,1000\n"),
            ("basis.csv", "land_use,statutory_term,plot_ratio\ncommercial,40,1.4\n"),
            (
                "corrections.csv",
                "kind,file,land_uses,between,part\nplot ratio,plot-ratios.csv,commercial,linear,容积率修正系数表\n\
                 term,terms.csv,commercial,,年期修正系数表\n",
            ),
            ("plot-ratios.csv", &table("jian-plot-ratios.csv", "plot_ratio,coefficient")),
            ("terms.csv", &table("jian-terms.csv", "years,coefficient")),
        ])
    }

    pub fn text(&self, file: &str) -> &str {
        str::from_utf8(&self.files[file]).unwrap()
    }

    /// With that file in place of what was there.
    pub fn with(mut self, file: &str, text: impl AsRef<[u8]>) -> Self {
        self.files.insert(file.to_owned(), text.as_ref().to_vec());
        self
    }

    pub fn without(mut self, file: &str) -> Self {
        self.files.remove(file).unwrap();
        self
    }

    /// With other lines in place of one, which must be there exactly once.
    #[track_caller]
    pub fn line(self, file: &str, from: &str, to: &str) -> Self {
        let text = self.text(file).to_owned();
        assert_eq!(text.lines().filter(|line| *line == from).count(), 1, "{file}: {from}");
        let lines: Vec<&str> = text.lines().map(|line| if line == from { to } else { line }).collect();
        self.with(file, lines.join("\n") + "\n")
    }

    /// Without a line, which must be there exactly once.
    #[track_caller]
    pub fn without_line(self, file: &str, line: &str) -> Self {
        let text = self.text(file).to_owned();
        assert_eq!(text.matches(&format!("{line}\n")).count(), 1, "{file}: {line}");
        self.with(file, text.replace(&format!("{line}\n"), ""))
    }

    pub fn read(&self) -> Result<EditionTables, TableErrors> {
        read_files(&self.name, self.files.clone())
    }

    /// All that is wrong: the lines in English, and those in Chinese without their place, which is the same.
    #[track_caller]
    pub fn are_refused(&self, expected: &[(&str, &str)]) {
        let errors = self.read().unwrap_err();
        let english: Vec<String> = errors.as_slice().iter().map(ToString::to_string).collect();
        let expected_english: Vec<&str> = expected.iter().map(|(english, _)| *english).collect();
        assert_eq!(english, expected_english);
        assert_eq!(errors.to_string(), english.join("\n"));
        let chinese: Vec<String> = errors.chinese().lines().map(str::to_owned).collect();
        for ((error, line), (_, expected)) in errors.as_slice().iter().zip(&chinese).zip(expected) {
            let place = format!("{}:{}:{}: ", error.file(), error.line(), error.column());
            assert_eq!(*line, format!("{place}{expected}"));
            let (_, _, is_lossy) = encoding_rs::GBK.encode(line);
            assert!(!is_lossy, "no GBK: {line}");
        }
        assert_eq!(chinese.len(), expected.len());
    }

    #[track_caller]
    pub fn are_accepted(&self) -> Vec<u8> {
        match self.read() {
            Ok(edition) => edition.pack(),
            Err(errors) => panic!("{errors}"),
        }
    }
}

/// The rows of a source below its header.
pub fn source(name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sources").join(name)).unwrap();
    text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

pub fn decimal(text: &str) -> Decimal {
    parse_decimal(text).unwrap()
}

pub fn shown(value: Decimal) -> String {
    DecimalText(value).to_string()
}

/// The row of a zone.
pub const ROW: &str = "15,Ⅲ-4,9138,609,4569";
/// The basis of commercial land.
pub const URBAN_COMMERCIAL: &str = "中心城区,商服,2019-01-01,出让国有建设用地使用权,40,\
    六通一平（通路、供电、通讯、供水、排水、供气、场地平整）,2.0,6.4%";
/// The declaration of an annex.
const ANNEX_2: &str = "2,济南市中心城区国有商服用地区片基准地价表,中心城区,商服,zone,yes,91";

/// With another row of zone Ⅲ-4.
#[track_caller]
pub fn row(to: &str) -> Tables {
    Tables::jinan().line("annex-2.csv", ROW, to)
}

/// With another declaration of annex 2.
#[track_caller]
pub fn annex(from: &str, to: &str) -> Tables {
    assert!(ANNEX_2.contains(from), "{from}");
    Tables::jinan().line("annexes.csv", ANNEX_2, &ANNEX_2.replacen(from, to, 1))
}

/// With another basis of commercial land.
#[track_caller]
pub fn basis(from: &str, to: &str) -> Tables {
    assert!(URBAN_COMMERCIAL.contains(from), "{from}");
    Tables::jinan().line("basis.csv", URBAN_COMMERCIAL, &URBAN_COMMERCIAL.replacen(from, to, 1))
}

/// The prices of an edition: area, land use, grade or zone, figure, unit, 万元/亩, floor price and plot ratio.
pub fn prices(file: &[u8]) -> Vec<String> {
    let edition = Edition::open(file).unwrap();
    let text = |value: Option<_>| value.map_or_else(|| "-".to_owned(), |value| DecimalText(value).to_string());
    let mut all = Vec::new();
    macro_rules! say {
        ($price:expr, $of:expr) => {{
            let price = $price;
            let bound = if price.is_lower_bound() { "≥" } else { "" };
            all.push(format!(
                "{} {} {} {bound}{} {:?} {} {} {}",
                price.area().name(),
                price.land_use().name(),
                $of,
                DecimalText(price.printed()),
                price.priced_area(),
                text(price.wan_yuan_per_mu()),
                text(price.per_floor_area()),
                text(price.basis().plot_ratio()),
            ));
        }};
    }
    for price in edition.grade_prices() {
        say!(price, price.grade().name());
    }
    for price in edition.zone_prices() {
        let grade = price.grade().map_or("-", |grade| grade.name());
        say!(price, format!("{grade}/{}", price.code_text()));
    }
    all
}

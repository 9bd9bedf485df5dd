//! Copies of the real tables, broken in one way each: the build must stop with the file, the line and the rule.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use dijia_tables::{EditionTables, bake};

/// A copy of the tables of `jinan-2020` in a folder of its own.
struct Tables {
    folder: PathBuf,
}

impl Tables {
    fn copied() -> Self {
        static COPIES: AtomicU32 = AtomicU32::new(0);

        let copy = COPIES.fetch_add(1, Ordering::Relaxed);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("refusals").join(copy.to_string()).join("jinan-2020");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dijia/data/jinan-2020");
        for entry in fs::read_dir(original).unwrap() {
            let file = entry.unwrap();
            fs::copy(file.path(), folder.join(file.file_name())).unwrap();
        }
        Self { folder }
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).unwrap()
    }

    /// With that file in place of what was there.
    fn with(self, file: &str, text: impl AsRef<[u8]>) -> Self {
        fs::write(self.folder.join(file), text).unwrap();
        self
    }

    fn without(self, file: &str) -> Self {
        fs::remove_file(self.folder.join(file)).unwrap();
        self
    }

    /// With other lines in place of one, which must be there exactly once.
    fn line(self, file: &str, from: &str, to: &str) -> Self {
        let text = self.text(file);
        assert_eq!(text.lines().filter(|line| *line == from).count(), 1, "{file}: {from}");
        let lines: Vec<&str> = text.lines().map(|line| if line == from { to } else { line }).collect();
        self.with(file, lines.join("\n") + "\n")
    }

    /// Without a line, which must be there exactly once.
    fn without_line(self, file: &str, line: &str) -> Self {
        let text = self.text(file);
        assert_eq!(text.matches(&format!("{line}\n")).count(), 1, "{file}: {line}");
        self.with(file, text.replace(&format!("{line}\n"), ""))
    }

    /// The whole message, which begins with the path of the folder.
    #[track_caller]
    fn are_refused(&self, expected: &str) {
        let error = EditionTables::read(&self.folder).unwrap_err();
        assert_eq!(error.to_string(), format!("{}/{expected}", self.folder.display()));
        assert_eq!(
            error.to_string(),
            format!("{}:{}: {}", error.path().display(), error.line(), error.reason()),
            "the parts are those of the message",
        );
    }

    #[track_caller]
    fn are_accepted(&self) {
        EditionTables::read(&self.folder).unwrap();
    }
}

const ZONE_COLUMNS: &str = "sequence,zone,yuan_per_square_metre,wan_yuan_per_mu,floor_price";
const GRADE_COLUMNS: &str = "grade,commercial,residential,industrial";
const SIX: &str = "通路、供电、通讯、供水、排水、供气、场地平整";
const URBAN_COMMERCIAL: &str =
    "中心城区,商服,2019-01-01,出让国有建设用地使用权,40,通路、供电、通讯、供水、排水、供气、场地平整,2.0,6.4%";

#[test]
fn the_tables_as_they_are_are_accepted() {
    Tables::copied().are_accepted();
}

#[test]
fn unknown_columns() {
    Tables::copied().line("annex-1.csv", GRADE_COLUMNS, "grade,commercial,residential,farming").are_refused(
        "annex-1.csv:1: unknown column \"farming\": the columns are grade, commercial, residential, industrial",
    );
    // The annex has a floor price only where it is declared to have one.
    let annex = "4,济南市中心城区国有工业用地区片基准地价表,中心城区,工业,zone,no,yes";
    Tables::copied()
        .line("annexes.csv", annex, &annex.replace(",no,", ",yes,"))
        .are_refused("annex-4.csv:1: column \"floor_price\" is missing");
    let annex = "2,济南市中心城区国有商服用地区片基准地价表,中心城区,商服,zone,yes,yes";
    Tables::copied().line("annexes.csv", annex, &annex.replace(",yes,yes", ",no,yes")).are_refused(
        "annex-2.csv:1: unknown column \"floor_price\": the columns are sequence, zone, yuan_per_square_metre, \
         wan_yuan_per_mu",
    );
    Tables::copied()
        .line("townships.csv", "name", "Name")
        .are_refused("townships.csv:1: unknown column \"Name\": the columns are name");
}

#[test]
fn missing_columns() {
    Tables::copied()
        .line("edition.csv", "key,value,comment", "key,value")
        .are_refused("edition.csv:1: column \"comment\" is missing");
    Tables::copied().with("townships.csv", "").are_refused("townships.csv:1: column \"name\" is missing");
    let columns = "number,title,area,land_uses,prices,floor_price,in_hand";
    Tables::copied()
        .line("annexes.csv", columns, "number,title,area,land_uses,prices,in_hand")
        .are_refused("annexes.csv:1: column \"floor_price\" is missing");
}

#[test]
fn doubled_columns() {
    let doubled = "sequence,zone,yuan_per_square_metre,yuan_per_square_metre,floor_price";
    Tables::copied()
        .line("annex-2.csv", ZONE_COLUMNS, doubled)
        .are_refused("annex-2.csv:1: column \"yuan_per_square_metre\" is there twice");
}

#[test]
fn rows_of_another_length() {
    Tables::copied()
        .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,Ⅲ-4,9138,609")
        .are_refused("annex-2.csv:16: 4 cells, but there are 5 columns");
    Tables::copied()
        .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,Ⅲ-4,9,138,609,4569")
        .are_refused("annex-2.csv:16: 6 cells, but there are 5 columns");
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    // Empty lines before the row, line breaks of two bytes, a byte order mark, and a cell of two lines.
    let (from, to) = ("15,Ⅲ-4,9138,609,4569", "\n\n15,Ⅲ-4,9138,610,4569");
    let reason = "610 万元/亩 is not 9138 元/㎡ ÷ 15, which rounds to 609";
    let tables = Tables::copied().line("annex-2.csv", from, to);
    tables.are_refused(&format!("annex-2.csv:18: {reason}"));
    let text = tables.text("annex-2.csv").replace('\n', "\r\n");
    let tables = tables.with("annex-2.csv", format!("\u{feff}{text}"));
    tables.are_refused(&format!("annex-2.csv:18: {reason}"));
    let text = tables.text("annex-2.csv").replace("\r\n12,Ⅲ-1,", "\r\n12,\"Ⅲ-1\r\n\",");
    tables.with("annex-2.csv", text).are_refused(&format!("annex-2.csv:19: {reason}"));
}

#[test]
fn line_breaks_of_two_bytes_and_a_byte_order_mark_are_accepted() {
    let tables = Tables::copied();
    let text = format!("\u{feff}{}", tables.text("annex-3.csv").replace('\n', "\r\n"));
    tables.with("annex-3.csv", text).are_accepted();
}

#[test]
fn texts_that_are_not_utf_8() {
    let tables = Tables::copied();
    let mut text = tables.text("annex-4.csv").into_bytes();
    text.extend(b"51,\xa2\xf3-11,330,22\n");
    tables.with("annex-4.csv", text).are_refused("annex-4.csv:52: not UTF-8");
}

#[test]
fn sequence_numbers() {
    Tables::copied()
        .without_line("annex-2.csv", "15,Ⅲ-4,9138,609,4569")
        .are_refused("annex-2.csv:16: sequence number 16, where 15 is expected");
    Tables::copied()
        .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "14,Ⅲ-4,9138,609,4569")
        .are_refused("annex-2.csv:16: sequence number 14, where 15 is expected");
    Tables::copied()
        .line("annex-4.csv", "1,Ⅰ-1,2202,147", "0,Ⅰ-1,2202,147")
        .are_refused("annex-4.csv:2: sequence: 0 is not above 0");
    Tables::copied()
        .line("annex-4.csv", "1,Ⅰ-1,2202,147", "1.0,Ⅰ-1,2202,147")
        .are_refused("annex-4.csv:2: sequence: 1.0 is not a whole number");
    Tables::copied()
        .line("annex-4.csv", "1,Ⅰ-1,2202,147", "65536,Ⅰ-1,2202,147")
        .are_refused("annex-4.csv:2: sequence: 65536 is too large");
}

#[test]
fn zone_codes() {
    Tables::copied().line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,Ⅲ-4a,9138,609,4569").are_refused(
        "annex-2.csv:16: zone: invalid zone code \"Ⅲ-4a\": nothing may follow the zone number, at character 4",
    );
    Tables::copied().line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,,9138,609,4569").are_refused(
        "annex-2.csv:16: zone: invalid zone code \"\": a zone code is expected, the text is empty, at character 1",
    );
}

#[test]
fn doubled_zones() {
    Tables::copied()
        .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,Ⅲ-3,9138,609,4569")
        .are_refused("annex-2.csv:16: zone Ⅲ-3 is there twice");
    Tables::copied()
        .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,III－３,9138,609,4569")
        .are_refused("annex-2.csv:16: zone Ⅲ-3 is there twice");
    Tables::copied()
        .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,Ⅱ-9,9138,609,4569")
        .are_refused("annex-2.csv:16: zone Ⅱ-9 after zone Ⅲ-3");
}

#[test]
fn gaps_in_zones() {
    Tables::copied()
        .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,Ⅲ-5,9138,609,4569")
        .are_refused("annex-2.csv:16: zone Ⅲ-4 is missing before zone Ⅲ-5");
    Tables::copied()
        .line("annex-2.csv", "12,Ⅲ-1,7508,501,3754", "12,Ⅲ-2,7508,501,3754")
        .are_refused("annex-2.csv:13: zone Ⅲ-1 is missing before zone Ⅲ-2");
    Tables::copied()
        .line("annex-2.csv", "12,Ⅲ-1,7508,501,3754", "12,Ⅳ-1,7508,501,3754")
        .are_refused("annex-2.csv:13: a zone of grade Ⅲ is missing before zone Ⅳ-1");
    Tables::copied()
        .line("annex-2.csv", "1,Ⅰ-1,12024,802,6012", "1,Ⅱ-1,12024,802,6012")
        .are_refused("annex-2.csv:2: a zone of grade Ⅰ is missing before zone Ⅱ-1");
    Tables::copied()
        .with("annex-4.csv", "sequence,zone,yuan_per_square_metre,wan_yuan_per_mu\n")
        .are_refused("annex-4.csv:1: grade Ⅰ of industrial land has a price, but no zone");
}

#[test]
fn prices_per_mu_that_are_not_a_fifteenth() {
    for wrong in ["608", "610"] {
        Tables::copied()
            .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", &format!("15,Ⅲ-4,9138,{wrong},4569"))
            .are_refused(&format!("annex-2.csv:16: {wrong} 万元/亩 is not 9138 元/㎡ ÷ 15, which rounds to 609"));
    }
    Tables::copied()
        .line("annex-4.csv", "1,Ⅰ-1,2202,147", "1,Ⅰ-1,2220,147")
        .are_refused("annex-4.csv:2: 147 万元/亩 is not 2220 元/㎡ ÷ 15, which rounds to 148");
    // 2197 ÷ 15 = 146.47, 2198 ÷ 15 = 146.53
    Tables::copied()
        .line("annex-4.csv", "1,Ⅰ-1,2202,147", "1,Ⅰ-1,2197,147")
        .are_refused("annex-4.csv:2: 147 万元/亩 is not 2197 元/㎡ ÷ 15, which rounds to 146");
    Tables::copied().line("annex-4.csv", "1,Ⅰ-1,2202,147", "1,Ⅰ-1,2198,147").are_accepted();
}

#[test]
fn floor_prices_that_do_not_bear_the_price() {
    Tables::copied()
        .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,Ⅲ-4,9138,609,4568")
        .are_refused("annex-2.csv:16: floor price 4568 × plot ratio 2.0 is not 9138 元/㎡");
    Tables::copied()
        .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,Ⅲ-4,9139,609,4569")
        .are_refused("annex-2.csv:16: floor price 4569 × plot ratio 2.0 is not 9139 元/㎡");
    Tables::copied()
        .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,Ⅲ-4,9138,609,4569.0000000000000000000000001")
        .are_refused("annex-2.csv:16: floor price 4569.0000000000000000000000001 × plot ratio 2.0 is not 9138 元/㎡");
    Tables::copied()
        .line("basis.csv", URBAN_COMMERCIAL, &URBAN_COMMERCIAL.replace("2.0,6.4%", "2.1,6.4%"))
        .are_refused("annex-2.csv:2: floor price 6012 × plot ratio 2.1 is not 12024 元/㎡");
    let urban_residential = format!("中心城区,住宅,2019-01-01,出让国有建设用地使用权,70,{SIX},2.0,6.0%");
    Tables::copied()
        .line("basis.csv", &urban_residential, &urban_residential.replace(",2.0,", ",2.1,"))
        .are_refused("annex-3.csv:2: floor price 7052 × plot ratio 2.1 is not 14104 元/㎡");
}

#[test]
fn prices_that_are_none() {
    for (cell, reason) in [
        ("0", "0 is not above 0"),
        ("-9138", "-9138 is not above 0"),
        ("9138.5", "9138.5 is not a whole number"),
        ("9138.0", "9138.0 is not a whole number"),
        ("4294967296", "4294967296 is too large"),
        ("", "invalid decimal \"\": a decimal is expected, the text is empty, at character 1"),
        (
            "9.138e3",
            "invalid decimal \"9.138e3\": a decimal is digits with at most one point between them, such as 0.9138, \
             at character 6",
        ),
    ] {
        Tables::copied()
            .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", &format!("15,Ⅲ-4,{cell},609,4569"))
            .are_refused(&format!("annex-2.csv:16: yuan_per_square_metre: {reason}"));
    }
    Tables::copied()
        .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,Ⅲ-4,9138,609,0")
        .are_refused("annex-2.csv:16: floor_price: 0 is not above 0");
    Tables::copied()
        .line("annex-2.csv", "15,Ⅲ-4,9138,609,4569", "15,Ⅲ-4,9138,0,4569")
        .are_refused("annex-2.csv:16: wan_yuan_per_mu: 0 is not above 0");
    Tables::copied()
        .line("annex-1.csv", "Ⅲ,8198,9840,1244", "Ⅲ,8198,0,1244")
        .are_refused("annex-1.csv:4: residential: 0 is not above 0");
    Tables::copied()
        .line("annex-1.csv", "Ⅲ,8198,9840,1244", "Ⅲ,8198,9840,1244.5")
        .are_refused("annex-1.csv:4: industrial: 1244.5 is not a whole number");
}

#[test]
fn zones_without_a_grade_price() {
    Tables::copied()
        .line("annex-1.csv", "Ⅸ,1620,———,———", "Ⅸ,———,———,———")
        .are_refused("annex-2.csv:85: zone Ⅸ-1: there is no commercial price of grade Ⅸ");
    Tables::copied()
        .line("annex-4.csv", "50,Ⅶ-10,330,22", "50,Ⅷ-1,330,22")
        .are_refused("annex-4.csv:51: zone Ⅷ-1: there is no industrial price of grade Ⅷ");
}

#[test]
fn grade_prices_without_a_zone() {
    Tables::copied()
        .line("annex-1.csv", "Ⅷ,2318,2630,———", "Ⅷ,2318,2630,330")
        .are_refused("annex-4.csv:51: grade Ⅷ of industrial land has a price, but no zone");
}

#[test]
fn grade_prices_outside_the_shape_of_their_annex() {
    Tables::copied()
        .line("annex-1.csv", "Ⅸ,1620,———,———", "Ⅸ,1620,———,300")
        .are_refused("annex-1.csv:10: industrial: a price of grade Ⅸ, but the grades end with Ⅶ");
    Tables::copied()
        .line("annex-1.csv", "Ⅲ,8198,9840,1244", "Ⅲ,8198,,1244")
        .are_refused("annex-1.csv:5: residential: a price of grade Ⅳ, but the grades end with Ⅱ");
    Tables::copied()
        .line("annex-1.csv", "Ⅰ,11924,14960,2202", "Ⅰ,11924,14960,———")
        .are_refused("annex-1.csv:3: industrial: a price of grade Ⅱ, but none of grade Ⅰ");
    Tables::copied().line("annex-1.csv", "Ⅷ,2318,2630,———", "Ⅷ,2318,2630,").are_accepted();
    Tables::copied()
        .with("annex-1.csv", format!("{GRADE_COLUMNS}\nⅠ,11924,14960,———\n"))
        .are_refused("annex-1.csv:2: there is no industrial price");
}

#[test]
fn grades_out_of_order() {
    Tables::copied()
        .without_line("annex-1.csv", "Ⅲ,8198,9840,1244")
        .are_refused("annex-1.csv:4: grade Ⅲ is missing before grade Ⅳ");
    Tables::copied()
        .without_line("annex-1.csv", "Ⅰ,11924,14960,2202")
        .are_refused("annex-1.csv:2: grade Ⅰ is missing before grade Ⅱ");
    Tables::copied()
        .line("annex-1.csv", "Ⅲ,8198,9840,1244", "Ⅱ,8198,9840,1244")
        .are_refused("annex-1.csv:4: grade Ⅱ after grade Ⅱ");
    Tables::copied()
        .line("annex-1.csv", "Ⅸ,1620,———,———", "Ⅸ,1620,———,———\nⅠ,11924,14960,2202")
        .are_refused("annex-1.csv:11: grade Ⅰ after grade Ⅸ");
    Tables::copied()
        .line("annex-1.csv", "Ⅸ,1620,———,———", "Ⅹ,1620,———,———")
        .are_refused("annex-1.csv:10: grade: invalid grade \"Ⅹ\": grades run from Ⅰ to Ⅸ, at character 1");
}

#[test]
fn missing_and_doubled_bases() {
    Tables::copied().without_line("basis.csv", URBAN_COMMERCIAL).are_refused(
        "basis.csv:8: the basis of commercial land of the central urban area is missing, which annex 1 publishes \
         prices of",
    );
    let township = "建制镇,公共管理与公共服务,2019-01-01,出让国有建设用地使用权,50,通路、供电、通讯、供水、排水、场地平整,1.0,6.0%";
    Tables::copied().without_line("basis.csv", township).are_refused(
        "basis.csv:8: the basis of public service land of the township is missing, which annex 6 publishes prices of",
    );
    Tables::copied()
        .line("basis.csv", URBAN_COMMERCIAL, &format!("{URBAN_COMMERCIAL}\n{URBAN_COMMERCIAL}"))
        .are_refused("basis.csv:3: the basis of commercial land of the central urban area is there twice");
    Tables::copied()
        .without_line(
            "annexes.csv",
            "6,济南市市区建制镇（街道）国有土地级别基准地价表,建制镇,商服+住宅+工业+公共管理与公共服务,grade,no,no",
        )
        .are_refused("basis.csv:6: no annex publishes commercial prices of the township");
}

#[test]
fn cells_of_bases() {
    for (from, to, reason) in [
        (
            "中心城区,",
            "城区,",
            "area: invalid area \"城区\": not the name of an area: central urban area 中心城区 or township 建制镇, at character 1",
        ),
        (
            ",商服,",
            ",商住,",
            "land_use: invalid land use \"商住\": not the name of a land use: commercial 商服, residential 住宅, \
             industrial 工业 or public service 公共管理与公共服务, at character 1",
        ),
        (
            "2019-01-01",
            "2019-02-29",
            "base_date: invalid date \"2019-02-29\": the calendar has no such day, at character 1",
        ),
        ("2019-01-01", "2018-01-01", "the base date, 2018-01-01, is not that of edition.csv, 2019-01-01"),
        (",40,", ",0,", "statutory_term: 0 is not above 0"),
        (",40,", ",40.5,", "statutory_term: 40.5 is not a whole number"),
        (",40,", ",400,", "statutory_term: 400 is too large"),
        (
            SIX,
            "六通",
            "development_level: invalid development level \"六通\": neither 五通一平, 六通一平, 七通一平 nor a list of \
             services such as road+power or 通路、供电, at character 1",
        ),
        (
            SIX,
            "通路、通路",
            "development_level: invalid development level \"通路、通路\": the service is named twice, at character 4",
        ),
        (",2.0,", ",0.0,", "plot_ratio: 0.0 is not above 0"),
        ("6.4%", "0%", "capitalization_rate: 0.00 is not above 0"),
        ("6.4%", "6.4", "capitalization_rate: 6.4 is not below 1, which is 100%"),
        ("6.4%", "100%", "capitalization_rate: 1.00 is not below 1, which is 100%"),
        (
            "6.4%",
            "6.4‰",
            "capitalization_rate: invalid decimal \"6.4‰\": a decimal is digits with at most one point between them, \
             such as 0.9138, at character 4",
        ),
    ] {
        assert!(URBAN_COMMERCIAL.contains(from), "{from}");
        Tables::copied()
            .line("basis.csv", URBAN_COMMERCIAL, &URBAN_COMMERCIAL.replace(from, to))
            .are_refused(&format!("basis.csv:2: {reason}"));
    }
}

#[test]
fn edition_terms() {
    Tables::copied()
        .without_line("edition.csv", "replaces,济政发〔2018〕15号,")
        .are_refused("edition.csv:9: key \"replaces\" is missing");
    Tables::copied()
        .line("edition.csv", "city,济南市,", "city,济南市,\ncity,济南市,")
        .are_refused("edition.csv:3: key \"city\" is there twice, first on line 2");
    Tables::copied().line("edition.csv", "city,济南市,", "town,济南市,").are_refused(
        "edition.csv:2: unknown key \"town\": the keys are city, document_number, title, issuer, issue_date, \
         first_day_in_force, last_day_in_force, base_date, replaces",
    );
    Tables::copied()
        .line("edition.csv", "city,济南市,", "city, ,")
        .are_refused("edition.csv:2: value: a text is expected, the cell is empty");
}

#[test]
fn dates() {
    Tables::copied().line("edition.csv", "issue_date,2020-10-08,", "issue_date,8.10.2020,").are_refused(
        "edition.csv:6: value: invalid date \"8.10.2020\": a date is expected as year-month-day, such as 2020-10-08, \
         at character 1",
    );
    Tables::copied()
        .line("edition.csv", "base_date,2019-01-01,", "base_date,2020-10-09,")
        .are_refused("edition.csv:9: the base date, 2020-10-09, is after the issue date, 2020-10-08");
    let tables = Tables::copied();
    let text = tables.text("edition.csv");
    assert_eq!(text.matches("last_day_in_force,2023-10-07").count(), 1);
    let with_last_day = |day: &str| text.replace("last_day_in_force,2023-10-07", &format!("last_day_in_force,{day}"));
    let tables = tables.with("edition.csv", with_last_day("2020-10-07"));
    tables.are_refused("edition.csv:8: the last day in force, 2020-10-07, is before the first, 2020-10-08");
    tables.with("edition.csv", with_last_day("2020-10-08")).are_accepted();
    // Prices of the day of issue.
    let bases = Tables::copied().text("basis.csv").replace("2019-01-01", "2020-10-08");
    Tables::copied()
        .with("basis.csv", bases)
        .line("edition.csv", "base_date,2019-01-01,", "base_date,2020-10-08,")
        .are_accepted();
}

#[test]
fn townships() {
    Tables::copied().line("townships.csv", "马山镇", "孝里镇").are_refused("townships.csv:10: 孝里镇 is there twice");
    Tables::copied()
        .line("townships.csv", "马山镇", "　")
        .are_refused("townships.csv:10: name: a text is expected, the cell is empty");
}

#[test]
fn annexes_and_their_files() {
    Tables::copied()
        .without("annex-3.csv")
        .are_refused("annexes.csv:4: annex 3 is in hand, but there is no annex-3.csv");
    Tables::copied()
        .with("annex-5.csv", "grade,public_service\nⅠ,1\n")
        .are_refused("annexes.csv:6: annex 5 is not in hand, but there is annex-5.csv");
    Tables::copied()
        .with("annex-7.csv", "grade,commercial\n")
        .are_refused("annex-7.csv:1: annexes.csv declares no annex of this name");
    for file in ["edition.csv", "townships.csv", "annexes.csv", "basis.csv"] {
        Tables::copied().without(file).are_refused(&format!("{file}:1: there is no such file"));
    }
}

#[test]
fn declarations_of_annexes() {
    let annex = "2,济南市中心城区国有商服用地区片基准地价表,中心城区,商服,zone,yes,yes";
    for (from, to, reason) in [
        ("2,", "1,", "annex 1 is declared after annex 1"),
        ("2,", "256,", "number: 256 is too large"),
        ("济南市中心城区国有商服用地区片基准地价表", "", "title: a text is expected, the cell is empty"),
        (",商服,", ",,", "land_uses: invalid land use \"\": a land use is expected, the text is empty, at character 1"),
        (",商服,", ",商服+商业,", "land_uses: commercial is there twice"),
        (",商服,", ",商服+工业,", "an annex of zone prices has one land use"),
        (",zone,yes,", ",grade,no,", "annex 1 already publishes commercial grade prices of the central urban area"),
        (",zone,", ",grade,", "a grade has no floor price"),
        (",zone,", ",plot,", "prices: \"plot\" is neither grade nor zone"),
        (",zone,yes,", ",zone,maybe,", "floor_price: \"maybe\" is neither yes nor no"),
        (",yes,yes", ",yes,", "in_hand: \"\" is neither yes nor no"),
        (",中心城区,", ",建制镇,", "an edition holds prices of the central urban area only"),
    ] {
        assert!(annex.contains(from), "{from}");
        Tables::copied()
            .line("annexes.csv", annex, &annex.replacen(from, to, 1))
            .are_refused(&format!("annexes.csv:3: {reason}"));
    }
    let annex = "3,济南市中心城区国有住宅用地区片基准地价表,中心城区,住宅,zone,yes,yes";
    Tables::copied()
        .line("annexes.csv", annex, &annex.replace(",住宅,", ",商服,"))
        .are_refused("annexes.csv:4: annex 2 already publishes commercial zone prices of the central urban area");
}

#[test]
fn names_of_folders() {
    for name in ["Jinan 2020", "jinan 2020", "2020-jinan", "-2020"] {
        let tables = Tables::copied();
        let folder = tables.folder.with_file_name(name);
        let _ = fs::remove_dir_all(&folder);
        fs::rename(&tables.folder, &folder).unwrap();
        Tables { folder }.are_refused(
            "edition.csv:1: the folder of an edition is named in lower-case letters, digits and hyphens, such as \
             jinan-2020",
        );
    }
}

#[test]
fn files_that_cannot_be_read() {
    let tables = Tables::copied().without("townships.csv");
    let folder = tables.folder.join("townships.csv");
    fs::create_dir(&folder).unwrap();
    let error = fs::read(&folder).unwrap_err();
    tables.are_refused(&format!("townships.csv:1: cannot be read: {error}"));
}

#[test]
fn baking_stops_at_the_first_edition_that_is_wrong() {
    let tables = Tables::copied().line("annex-4.csv", "1,Ⅰ-1,2202,147", "1,Ⅰ-1,2202,146");
    let data = tables.folder.parent().unwrap();
    let error = bake(data, &["jinan-2020"]).unwrap_err();
    let place = tables.folder.join("annex-4.csv");
    assert_eq!(
        error.to_string(),
        format!("{}:2: 146 万元/亩 is not 2202 元/㎡ ÷ 15, which rounds to 147", place.display())
    );
}

//! What people and their programs make of tables, and whatever else is in a file.

mod common;

use common::{ROW, Tables, prices, row};
use dijia_core::Edition;

/// What spreadsheets make of a table: empty rows and columns behind it, digits of full width, quotation marks, GB18030, a byte
/// order mark.
#[test]
fn what_spreadsheets_make_of_a_table() {
    let plain = Tables::jinan().are_accepted();
    let text = Tables::jinan().text("annex-2.csv").to_owned();
    let wide: String = text
        .lines()
        .enumerate()
        .map(|(line, row)| {
            let cells: Vec<String> =
                row.split(',').map(|cell| if line == 0 { cell.to_owned() } else { widened(cell) }).collect();
            format!("\"{}\",,\r\n", cells.join("\" ,\" ").replace("\" ,\" ", "\",\""))
        })
        .collect();
    let wide = format!("{wide},,,,,,\r\n ,,　,,,,\r\n\r\n");
    for text in
        [wide.clone(), format!("\u{feff}{wide}"), text.replace('\n', "\r\n"), text.replace("\n15,", "\n 15 ,\u{a0}")]
    {
        assert_eq!(Tables::jinan().with("annex-2.csv", &text).are_accepted(), plain);
    }
    let mut tables = Tables::jinan();
    for (file, bytes) in Tables::jinan().files {
        let text = std::str::from_utf8(&bytes).unwrap();
        let (encoded, _, is_lossy) = encoding_rs::GB18030.encode(text);
        assert!(!is_lossy && *encoded != *bytes || text.is_ascii(), "{file}");
        tables = tables.with(&file, encoded);
    }
    assert_eq!(tables.are_accepted(), plain);
    // Places that say nothing more.
    let shown = |file: &[u8]| prices(file).into_iter().filter(|price| price.contains("/Ⅲ-4 ")).collect::<Vec<_>>();
    let file = row("15,Ⅲ-4,9138.0,609.0,4569.00").are_accepted();
    assert_eq!(shown(&file)[0], "中心城区 商服 Ⅲ/Ⅲ-4 9138.0 Land 609.0 4569.00 2.0");
    assert!(ROW.starts_with("15,"));
}

fn widened(text: &str) -> String {
    let wide = |c: char| if c.is_ascii_digit() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c };
    text.chars().map(wide).collect()
}

/// No byte of any table makes the reader panic, and what it accepts can be opened.
#[test]
fn whatever_the_bytes() {
    let originals =
        [Tables::jinan(), Tables::of("tests/editions/shanghai-2013"), Tables::of("tests/editions/lanzhou-counties")];
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % below
    };
    let pieces = [
        "",
        ",",
        "\n",
        "\"",
        "———",
        "Ⅲ-4",
        "0",
        "99999999999",
        "≥",
        "一级",
        "商业",
        "+",
        "area",
        "无限年期",
        "\u{feff}",
        "（",
        "%",
    ];
    let mut accepted = 0;
    for round in 0..600 {
        let mut tables = originals[round % originals.len()].clone();
        let names: Vec<String> = tables.files.keys().cloned().collect();
        let name = &names[random(names.len())];
        let bytes = tables.files.get_mut(name).unwrap();
        for _ in 0..=random(3) {
            let (from, len) = (random(bytes.len() + 1), random(4));
            let to = (from + len).min(bytes.len());
            bytes.splice(from..to, pieces[random(pieces.len())].bytes());
        }
        if let Ok(edition) = tables.read() {
            accepted += 1;
            let file = edition.pack();
            assert!(Edition::open(&file).is_ok(), "{round}");
        }
    }
    assert!(accepted > 10, "{accepted}");
}

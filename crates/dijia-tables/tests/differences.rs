//! What differs between two editions, by hand.

mod common;

use common::Tables;
use dijia_core::{DecimalText, Difference, Edition, difference};

fn city(number: &str, files: &[(&str, &str)]) -> Vec<u8> {
    let terms = format!("key,value\ncity,某市\ndocument_number,{number}\n");
    Tables::city(files).with("edition.csv", terms).are_accepted()
}

/// What differs, a line each: area, land use, grade or zone, both figures, per cent, both citations.
fn said(before: &[u8], after: &[u8]) -> Vec<String> {
    let (before, after) = (Edition::open(before).unwrap(), Edition::open(after).unwrap());
    let say = |difference: Difference<'_>| {
        let sides = [difference.before(), difference.after()];
        let of = sides.into_iter().flatten().next().unwrap();
        let figures = sides.map(|price| price.map_or("-".to_owned(), |price| DecimalText(price.printed()).to_string()));
        let cited = sides.map(|price| price.map_or("-".to_owned(), |price| price.citation().to_string()));
        let percent = match difference.percent() {
            Ok(percent) => percent.map_or("-".to_owned(), |percent| DecimalText(percent).to_string()),
            Err(error) => error.kind().name().to_owned(),
        };
        let (area, land_use) = (of.area().name(), of.land_use().name());
        format!(
            "{area} {land_use} {}: {} → {}, {percent} % | {} | {}",
            of.name(),
            figures[0],
            figures[1],
            cited[0],
            cited[1]
        )
    };
    difference(&before, &after).map(say).collect()
}

/// 1130 ÷ 1000 = 1.13; 805 ÷ 800 = 1.00625, half-way and rounded up; 897 ÷ 900 = 0.99666…; 100 ÷ 3 = 33.33….
#[test]
fn prices_that_moved_were_added_or_were_dropped() {
    let annexes = "number,title,land_uses,prices,zone_numbers\n1,级别,商服+住宅+工业,grade,\n2,区片,商服,zone,names\n";
    let before = city(
        "某政发〔2020〕1号",
        &[
            ("annexes.csv", annexes),
            ("annex-1.csv", "grade,商服,住宅,工业\nⅠ,1000,900,3\nⅡ,800,700,2\n"),
            ("annex-2.csv", "zone,商服\n通1,5000\n昌南,4000\n"),
        ],
    );
    let after = city(
        "某政发〔2024〕2号",
        &[
            ("annexes.csv", annexes),
            ("annex-1.csv", "grade,商服,住宅,工业\nⅠ,1130,897,3\nⅡ,805,———,2\nⅢ,———,———,1\n"),
            ("annex-2.csv", "zone,商服\n门斋,900\n 通１,5000.00\n"),
        ],
    );
    let (one, two) = ("某政发〔2020〕1号", "某政发〔2024〕2号");
    let expected = [
        format!("某市 商服 Ⅰ: 1000 → 1130, 13.00 % | {one} 附件1 第1行 | {two} 附件1 第1行"),
        format!("某市 住宅 Ⅰ: 900 → 897, -0.33 % | {one} 附件1 第1行 | {two} 附件1 第1行"),
        format!("某市 商服 Ⅱ: 800 → 805, 0.63 % | {one} 附件1 第2行 | {two} 附件1 第2行"),
        format!("某市 住宅 Ⅱ: 700 → -, - % | {one} 附件1 第2行 | -"),
        format!("某市 商服 昌南: 4000 → -, - % | {one} 附件2 第2行 | -"),
        format!("某市 工业 Ⅲ: - → 1, - % | - | {two} 附件1 第3行"),
        format!("某市 商服 门斋: - → 900, - % | - | {two} 附件2 第1行"),
    ];
    assert_eq!(said(&before, &after), expected);
    // The other way round: 1000 ÷ 1130 = 0.88495…, 900 ÷ 897 = 1.00334…, 800 ÷ 805 = 0.99378….
    let back = said(&after, &before);
    let percents: Vec<_> = back.iter().map(|line| line.split([',', '%']).nth(1).unwrap().trim()).collect();
    assert_eq!(percents, ["-11.50", "0.33", "-0.62", "-", "-", "-", "-"]);
    assert!(said(&before, &before).is_empty() && said(&after, &after).is_empty());
}

/// A price of land and one of floor are compared as prices of land, where a plot ratio says what that is: 1300 × 2 ÷ 2500 = 1.04.
/// A lower bound is another figure than the same without.
#[test]
fn prices_of_another_unit() {
    let annexes = |unit: &str| format!("number,land_uses,prices,price_per\n1,商服,grade,{unit}\n");
    let land = city("1号", &[("annexes.csv", &annexes("land")), ("annex-1.csv", "grade,商服\nⅠ,2500\nⅡ,2000\n")]);
    let floor = |ratio: &str| {
        let table = format!("grade,商服,商服容积率\nⅠ,1300,{ratio}\nⅡ,1000,{ratio}\n");
        city("2号", &[("annexes.csv", &annexes("floor")), ("annex-1.csv", &table)])
    };
    let figures = |before: &[u8], after: &[u8]| {
        let lines = said(before, after);
        lines.iter().map(|line| line.split(" | ").next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(figures(&land, &floor("2")), ["某市 商服 Ⅰ: 2500 → 1300, 4.00 %", "某市 商服 Ⅱ: 2000 → 1000, 0.00 %"]);
    let unstated = city("2号", &[("annexes.csv", &annexes("floor")), ("annex-1.csv", "grade,商服\nⅠ,1300\nⅡ,1000\n")]);
    assert_eq!(
        figures(&land, &unstated),
        ["某市 商服 Ⅰ: 2500 → 1300, NotStated %", "某市 商服 Ⅱ: 2000 → 1000, NotStated %"]
    );
    let bound = city("3号", &[("annexes.csv", &annexes("land")), ("annex-1.csv", "grade,商服\nⅠ,2500\nⅡ,≥2000\n")]);
    assert_eq!(figures(&land, &bound), ["某市 商服 Ⅱ: 2000 → 2000, 0.00 %"]);
}

/// A class that one edition divides is none of its parts: 商服 is neither 商业 nor 办公, though 商业 is one of its spellings.
#[test]
fn land_uses_that_one_edition_divides() {
    let whole = city(
        "1号",
        &[("annexes.csv", "number,land_uses,prices\n1,商服,grade\n"), ("annex-1.csv", "grade,商服\nⅠ,10\n")],
    );
    let divided = city(
        "2号",
        &[
            ("uses.csv", "name,class\n商业,commercial\n办公,commercial\n"),
            ("annexes.csv", "number,land_uses,prices\n1,商业+办公,grade\n"),
            ("annex-1.csv", "grade,商业,办公\nⅠ,11,9\n"),
        ],
    );
    let lines = said(&whole, &divided);
    let lines: Vec<&str> = lines.iter().map(|line| line.split(" | ").next().unwrap()).collect();
    assert_eq!(lines, ["某市 商服 Ⅰ: 10 → -, - %", "某市 商业 Ⅰ: - → 11, - %", "某市 办公 Ⅰ: - → 9, - %"]);
}

/// The notice of Jinan, and one in which a price is another.
#[test]
fn one_price_of_a_notice() {
    let jinan = Tables::jinan().are_accepted();
    assert!(said(&jinan, &jinan).is_empty());
    // Ⅲ-4 is 9138 in the notice: 9150 ÷ 9138 = 1.001313….
    let other = common::row("15,Ⅲ-4,9150,610,4575").are_accepted();
    assert_eq!(
        said(&jinan, &other),
        ["中心城区 商服 Ⅲ-4: 9138 → 9150, 0.13 % | 济政发〔2020〕12号 附件2 第15行 | 济政发〔2020〕12号 附件2 第15行"]
    );
}

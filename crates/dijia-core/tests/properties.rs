//! Whatever the text: no panic, and what parses displays to something that parses to the same.

use core::fmt::Display;
use core::str::FromStr;

use dijia_core::{
    Area, Decimal, DecimalText, DevelopmentLevel, Grade, LandUse, Misspelling, Service, ZoneCode, parse_date,
    parse_decimal, parse_rate,
};
use proptest::prelude::*;

/// Texts of the characters that spellings are made of, more likely than others to be nearly right.
fn nearly_right() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "Ⅰ",
        "Ⅲ",
        "Ⅸ",
        "Ⅹ",
        "Ⅻ",
        "Ⅼ",
        "ⅳ",
        "I",
        "V",
        "x",
        "Ｉ",
        "ｖ",
        "一",
        "九",
        "十",
        "第",
        "级",
        "地",
        "区片",
        "-",
        "－",
        "—",
        "−",
        "―",
        "0",
        "1",
        "25",
        "255",
        "256",
        "０",
        "４",
        "９",
        ".",
        "．",
        ",",
        "/",
        "%",
        "+",
        "＋",
        " ",
        "\u{3000}",
        "\u{a0}",
        "\u{200b}",
        "\n",
        "商服",
        "用地",
        "住宅",
        "public",
        "service",
        "六通一平",
        "通路",
        "road",
        "、",
        "2020",
        "10-08",
        "年",
        "月",
        "日",
        "T",
        "00:00",
        "a",
        "\u{feff}",
        "𝟛",
        "\u{0}",
    ];
    prop::collection::vec(prop::sample::select(PIECES), 0..8).prop_map(|pieces| pieces.concat())
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        nearly_right(),
        "[ 　]*第?[ⅠⅢⅨⅩIVXivx0-9三十]{0,3}级?[-－—]?[0-9０-９]{0,6}(区片)?[ 　a]?"
    ]
}

/// Texts that are dates, or nearly.
fn nearly_dates() -> impl Strategy<Value = String> {
    prop_oneof![
        texts(),
        "[0-9０-９]{3,5}[-－/.年]?[0-9０-９]{0,3}[-－/.月]?[0-9]{0,3}日?([ T][0-2]{1,2}:[0-1]{2}(:[0-1]{2}([.][0-1]{1,9})?)?)?",
        "[12][0-9]{3}-[0-9]{2}-[0-9]{2}[ T]?[0:.]{0,9}",
    ]
}

/// Of an error, the text up to where reading stopped is the beginning of some text that is read: one of these endings
/// completes it.
fn check_stop<T>(
    text: &str,
    misspelling: &Misspelling,
    read: impl Fn(&str) -> Result<T, Misspelling>,
    endings: &[&str],
) {
    let before = &text[..misspelling.offset];
    let completed = endings.iter().any(|ending| read(&format!("{before}{ending}")).is_ok());
    assert!(completed, "{misspelling}: {before:?} begins nothing that is read");
}

const GRADE_ENDINGS: &[&str] = &["", "级", "三级"];
const ZONE_ENDINGS: &[&str] = &["三-1", "-1", "1", ""];
const DECIMAL_ENDINGS: &[&str] = &["", "1"];
const DATE_ENDINGS: &[&str] = &[
    "", "2020-1-1", "020-1-1", "20-1-1", "01-1-1", "1-1-1", "1-1", "-1-1", "/1", ".1", "-1", "01", "1", "101",
    "1月1日", "月1日", "1日", "日", "1月2日", "1/1", "1.1", "00:00", "0:00", ":00", "00", "0",
];

/// The position must be one in the text, and the excerpt its beginning.
fn check_error(text: &str, misspelling: Misspelling) {
    assert!(text.is_char_boundary(misspelling.offset), "{misspelling:?}");
    assert_eq!(text[..misspelling.offset].chars().count() + 1, misspelling.character);
    assert!(text.starts_with(misspelling.text.as_str()));
    assert_eq!(misspelling.text.is_truncated(), misspelling.text.as_str().len() < text.len());
    assert!(
        misspelling.to_string().ends_with(&format!("{}, at character {}", misspelling.rule, misspelling.character))
    );
}

fn check<T: FromStr<Err = Misspelling> + Display + PartialEq + core::fmt::Debug>(text: &str) {
    match text.parse::<T>() {
        Ok(value) => assert_eq!(value.to_string().parse(), Ok(value)),
        Err(error) => check_error(text, error),
    }
}

/// The decimal that a text is, or none: written without the library, by splitting at the point.
fn model(text: &str) -> Option<Decimal> {
    const UNSEEN: &str = " \t\n\r\u{b}\u{c}\u{3000}\u{a0}\u{202f}\u{2007}\u{feff}\u{200b}\u{200c}\u{200d}\u{2060}";
    let narrow = |c| match c {
        '０'..='９' | '．' | '＋' | '－' => char::from_u32(u32::from(c) - 0xfee0).unwrap(),
        '−' => '-',
        _ => c,
    };
    let text: String = text.trim_matches(|c| UNSEEN.contains(c)).chars().map(narrow).collect();
    let (negative, unsigned) = match text.chars().next()? {
        '-' => (true, &text[1..]),
        '+' => (false, &text[1..]),
        _ => (false, &text[..]),
    };
    let (whole, places) = match unsigned.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (unsigned, ""),
    };
    let digits = format!("{whole}{places}");
    if whole.is_empty() || places.len() > 28 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let significant = digits.trim_start_matches('0');
    let mantissa: i128 = if significant.is_empty() { 0 } else { significant.parse().ok()? };
    let scale = u32::try_from(places.len()).unwrap();
    Decimal::try_from_i128_with_scale(if negative { -mantissa } else { mantissa }, scale).ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words(text in texts()) {
        check::<Grade>(&text);
        check::<ZoneCode>(&text);
        if let Err(error) = text.parse::<Grade>() {
            check_stop(&text, &error, str::parse::<Grade>, GRADE_ENDINGS);
        }
        if let Err(error) = text.parse::<ZoneCode>() {
            check_stop(&text, &error, str::parse::<ZoneCode>, ZONE_ENDINGS);
        }
        check::<LandUse>(&text);
        check::<Area>(&text);
        check::<Service>(&text);
        check::<DevelopmentLevel>(&text);
    }

    #[test]
    fn dates(text in nearly_dates()) {
        match parse_date(&text) {
            Ok(date) => prop_assert_eq!(parse_date(&date.to_string()), Ok(date)),
            Err(error) => {
                check_stop(&text, &error, parse_date, DATE_ENDINGS);
                check_error(&text, error);
            }
        }
    }

    #[test]
    fn decimals(text in prop_oneof![texts(), "[-+]?[0-9]{0,30}[.]?[0-9]{0,30}", "[-+－−]?[0-9０-９]{0,8}[.．]?[0-9０-９]{0,8}[ 　]?[,%％]?", "[-+]?0{0,3}[0-9]{1,12}[.][0-9]{1,16}"]) {
        let expected = model(&text);
        match parse_decimal(&text) {
            Ok(value) => {
                let expected = expected.expect("the model refuses it");
                prop_assert_eq!((value.mantissa(), value.scale()), (expected.mantissa(), expected.scale()));
                let written = DecimalText(value).to_string();
                let again = parse_decimal(&written).unwrap();
                prop_assert_eq!((again.mantissa(), again.scale()), (value.mantissa(), value.scale()));
            }
            Err(error) => {
                prop_assert_eq!(expected, None);
                check_stop(&text, &error, parse_decimal, DECIMAL_ENDINGS);
                check_error(&text, error);
            }
        }
        if let Err(error) = parse_rate(&text) {
            check_stop(&text, &error, parse_rate, DECIMAL_ENDINGS);
            check_error(&text, error);
        }
    }

    #[test]
    fn every_decimal_writes_as_rust_decimal_writes_it(low: u32, mid: u32, high: u32, negative: bool, scale in 0_u32..=28) {
        let value = Decimal::from_parts(low, mid, high, negative, scale);
        prop_assert_eq!(DecimalText(value).to_string(), value.to_string());
    }

    #[test]
    fn a_rate_in_per_cent_is_a_hundredth(mantissa in -1_000_000_000_i64..1_000_000_000, scale in 0_u32..=26) {
        let value = Decimal::new(mantissa, scale);
        for sign in ["%", "％"] {
            let rate = parse_rate(&format!("{}{sign}", DecimalText(value))).unwrap();
            prop_assert_eq!((rate.mantissa(), rate.scale()), (value.mantissa(), value.scale() + 2));
        }
    }
}

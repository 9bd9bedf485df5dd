//! Decimals and dates as text, against models of their own.

use dijia_core::{Date, Decimal, DecimalText, Value, compare, parse_date, parse_decimal, parse_rate};

#[test]
fn decimals_are_kept_as_written() {
    for (text, canonical) in [
        ("0", "0"),
        ("0.00", "0.00"),
        ("-0", "0"),
        ("-0.0", "0.0"),
        ("+1.50", "1.50"),
        ("007.10", "7.10"),
        ("-12.345", "-12.345"),
        ("9138", "9138"),
        (" 9138　", "9138"),
        ("\u{feff}9138\u{a0}", "9138"),
        ("９１３８．００", "9138.00"),
        ("9１3８.0０", "9138.00"),
        ("－１２．３４５", "-12.345"),
        ("－12.345", "-12.345"),
        ("−12.345", "-12.345"),
        ("＋1.50", "1.50"),
        ("−０．０", "0.0"),
        ("79228162514264337593543950335", "79228162514264337593543950335"),
        ("-7.9228162514264337593543950335", "-7.9228162514264337593543950335"),
        ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
    ] {
        let value = parse_decimal(text).unwrap();
        assert_eq!(DecimalText(value).to_string(), canonical);
        // The text that rust_decimal itself gives, for which it needs an allocator.
        assert_eq!(value.to_string(), canonical);
        assert_eq!(parse_decimal(canonical), Ok(value));
    }
}

#[test]
fn decimals_that_are_none() {
    const FORM: &str = "a decimal is digits with at most one point between them, such as 0.9138";
    const THOUSANDS: &str = "thousands are not separated: 1000, not 1,000";
    const MANY: &str = "too many digits: at most 28 places, and all digits together below 2^96";
    for (text, reason, character) in [
        ("", "a decimal is expected, the text is empty", 1),
        ("-", "a decimal ends with a digit", 2),
        ("+", "a decimal ends with a digit", 2),
        ("1.", "a decimal ends with a digit", 3),
        (".5", FORM, 1),
        ("-.5", FORM, 2),
        (".", FORM, 1),
        ("1..5", FORM, 3),
        ("1.2.3", FORM, 4),
        ("--1", FORM, 2),
        ("1e3", FORM, 2),
        ("1,000", THOUSANDS, 2),
        ("-12,345.60", THOUSANDS, 4),
        ("１，０００", THOUSANDS, 2),
        ("1'000", THOUSANDS, 2),
        ("1’000", THOUSANDS, 2),
        ("1＇000", THOUSANDS, 2),
        ("1,5", THOUSANDS, 2),
        (",5", FORM, 1),
        ("1.,5", FORM, 3),
        ("1、000", FORM, 2),
        ("1 000", FORM, 2),
        ("1_000", FORM, 2),
        ("0x10", FORM, 2),
        ("９a", FORM, 2),
        ("−", "a decimal ends with a digit", 2),
        ("−－1", FORM, 2),
        ("–1", FORM, 1),
        ("—1", FORM, 1),
        ("‐1", FORM, 1),
        ("1−", FORM, 2),
        ("5。5", FORM, 2),
        ("．５", FORM, 1),
        ("５．", "a decimal ends with a digit", 3),
        ("- 1", FORM, 2),
        ("1\u{3000}000", FORM, 2),
        ("1万元", FORM, 2),
        ("9138元/㎡", FORM, 5),
        ("٣", FORM, 1),
        ("NaN", FORM, 1),
        ("inf", FORM, 1),
        ("5%", FORM, 2),
        ("79228162514264337593543950336", MANY, 29),
        ("7.92281625142643375935439503360", MANY, 30),
        ("10000000000000000000000000000.0", MANY, 30),
        ("0.00000000000000000000000000001", MANY, 31),
        ("0.00000000000000000000000000000", MANY, 31),
    ] {
        let error = parse_decimal(text).unwrap_err();
        let shown = format!("{text:?}").replace('\u{3000}', "\\u{3000}");
        assert_eq!(error.to_string(), format!("invalid decimal {shown}: {reason}, at character {character}"));
    }
}

#[test]
fn rates() {
    for (text, value) in [
        ("6.4%", "0.064"),
        ("6.0%", "0.060"),
        ("5.5％", "0.055"),
        ("100%", "1.00"),
        ("-3%", "-0.03"),
        ("0.064", "0.064"),
        (" 6% ", "0.06"),
        ("2.402 %", "0.02402"),
        ("2.402\u{a0}％", "0.02402"),
        ("2.402\u{202f}\u{3000}%", "0.02402"),
        ("−２．４％", "-0.024"),
        ("0.00000000000000000000000001%", "0.0000000000000000000000000001"),
    ] {
        assert_eq!(DecimalText(parse_rate(text).unwrap()).to_string(), value);
    }
    const FORM: &str = "a decimal is digits with at most one point between them, such as 0.9138";
    const MANY: &str = "too many digits: at most 28 places, and all digits together below 2^96";
    for (text, reason, character) in [
        ("", "a decimal is expected, the text is empty", 1),
        ("%", FORM, 1),
        ("-%", FORM, 2),
        ("6.%", FORM, 3),
        ("6%%", FORM, 3),
        ("6 %%", FORM, 4),
        ("6%a", FORM, 3),
        ("6 x", FORM, 2),
        ("6‰", FORM, 2),
        ("6 5%", FORM, 2),
        ("6%,000", FORM, 3),
        ("1,000%", "thousands are not separated: 1000, not 1,000", 2),
        ("0.000000000000000000000000001%", MANY, 30),
        ("0.0000000000000000000000000001 %", MANY, 32),
        ("0.00000000000000000000000000001%", MANY, 31),
    ] {
        let error = parse_rate(text).unwrap_err();
        assert_eq!(error.to_string(), format!("invalid decimal {text:?}: {reason}, at character {character}"));
    }
}

#[test]
fn a_decimal_fills_and_aligns_as_the_format_asks() {
    let text = DecimalText(Decimal::new(-90, 2));
    assert_eq!(format!("[{text:>8}] [{text:<8}] [{text:*^9}]"), "[   -0.90] [-0.90   ] [**-0.90**]");
}

#[test]
fn every_day_of_the_calendar_and_no_other() {
    fn days(year: i16, month: i8) -> i8 {
        match month {
            4 | 6 | 9 | 11 => 30,
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            _ => 31,
        }
    }
    for year in (1890..=2110).chain([1, 9999]) {
        for month in 0..=13 {
            for day in 0..=32 {
                let is_month = (1..=12).contains(&month);
                let expected = if is_month && (1..=days(year, month)).contains(&day) {
                    Some(Date::constant(year, month, day))
                } else {
                    None
                };
                for (text, [month_at, day_at]) in [
                    (format!("{year:04}-{month:02}-{day:02}"), [6, 9]),
                    (format!("{year:04}年{month:02}月{day:02}日"), [6, 9]),
                    (format!("{year:04}{month:02}{day:02}"), [5, 7]),
                ] {
                    match (parse_date(&text), expected) {
                        (Ok(date), Some(expected)) => assert_eq!(date, expected),
                        (Err(error), None) => {
                            let at = if is_month { day_at } else { month_at };
                            let reason = "the calendar has no such day";
                            let message = format!("invalid date {text:?}: {reason}, at character {at}");
                            assert_eq!(error.to_string(), message);
                        }
                        (read, _) => panic!("{text:?}: {read:?}"),
                    }
                }
            }
        }
    }
}

#[test]
fn every_spelling_of_a_date() {
    for text in [
        "2025-04-01",
        "2025-4-1",
        "2025-04-1",
        "2025-4-01",
        "2025.4.1",
        "2025.04.01",
        "2025/4/1",
        "2025/04/01",
        "2025年4月1日",
        "2025年04月01日",
        "20250401",
        "２０２５－０４－０１",
        "２０２５／４／１",
        "２０２５．４．１",
        "２０２５年４月１日",
        "2025‐4‑1",
        "2025–04–01",
        "2025—04—01",
        "2025―04―01",
        "2025−04−01",
        "2025-04-01 00:00:00",
        "2025-04-01T00:00:00",
        "2025-04-01 00:00:00.000",
        "2025-04-01T00:00:00.000000000",
        "2025/4/1 0:00",
        "2025/4/1 0:00:00",
        "2025年4月1日 00:00",
        "20250401 00:00:00",
        "\u{feff}2025-04-01\u{a0}",
        "\u{200b} 2025-04-01　",
    ] {
        assert_eq!(parse_date(text), Ok(Date::constant(2025, 4, 1)), "{text:?}");
    }
}

#[test]
fn dates_that_are_none() {
    const FORM: &str =
        "a date is the year in four digits, month and day, such as 2020-10-08, 2020/10/8, 2020.10.8 or 2020年10月8日";
    const DAY: &str = "the calendar has no such day";
    const YEAR: &str = "dates run from the year 1 to the year 9999";
    const END: &str = "nothing may follow a date but the time 00:00:00";
    const TIME: &str = "a date has no time of day other than 00:00:00";
    for (text, reason, character) in [
        ("", FORM, 1),
        ("十月八日", FORM, 1),
        ("-2020-10-08", FORM, 1),
        ("45748", FORM, 5),
        ("01/04/2025", FORM, 3),
        ("1/4/2025", FORM, 2),
        ("25-4-1", FORM, 3),
        ("2020", FORM, 5),
        ("2020-", FORM, 6),
        ("2020-10", FORM, 8),
        ("2020年", FORM, 6),
        ("2020年10月", FORM, 9),
        ("2020年10月8", FORM, 10),
        ("2020年10月8号", FORM, 10),
        ("2020年10-8", FORM, 8),
        ("2020-10月8日", FORM, 8),
        ("2020-10/08", FORM, 8),
        ("2020.10-08", FORM, 8),
        ("2020/10.08", FORM, 8),
        ("2020101", FORM, 7),
        ("202010-8", FORM, 7),
        ("2020-1008", FORM, 8),
        ("2020-100-8", FORM, 8),
        ("12020-10-08", FORM, 5),
        ("2020--10-08", FORM, 6),
        ("2020-10- 8", FORM, 9),
        ("2020 - 10 - 08", FORM, 5),
        ("2020年 10月 8日", FORM, 6),
        ("2020-+1-08", FORM, 6),
        ("2020,10,08", FORM, 5),
        ("二〇二〇年十月八日", FORM, 1),
        ("0000-01-01", YEAR, 1),
        ("0000年13月1日", YEAR, 1),
        ("00000101", YEAR, 1),
        ("2023-0-1", DAY, 6),
        ("2023/2/30", DAY, 8),
        ("2023年13月1日", DAY, 6),
        // 8 October 2020 and 31 December 1999, day first and month first.
        ("08102020", DAY, 5),
        ("10082020", DAY, 5),
        ("31121999", DAY, 5),
        ("12311999", DAY, 5),
        ("2020-10-08-", END, 11),
        ("2020-10-081", END, 11),
        ("202010081", END, 9),
        ("2020年10月8日星期四", END, 11),
        ("2020-10-08Z", END, 11),
        ("2020-10-08T", END, 12),
        ("2020-10-08  00:00", END, 12),
        ("2020-10-08 0", END, 13),
        ("2020-10-08 000000", END, 14),
        ("2020-10-08 00:0", END, 16),
        ("2020-10-08 00:00:", END, 18),
        ("2020-10-08 00:00:0", END, 19),
        ("2020-10-08 00:00:00.", END, 21),
        ("2020-10-08 00:00:00Z", END, 20),
        ("2020-10-08T00:00:00+08:00", END, 20),
        ("2020-10-08 AM", END, 12),
        ("2020-10-08 08:30", TIME, 12),
        ("2020-10-08T08:30:00", TIME, 12),
        ("2020/10/8 00:30", TIME, 14),
        ("2020-10-08 00:00:01", TIME, 18),
        ("2020-10-08 00:00:00.001", TIME, 21),
        ("2020-10-08 24:00:00", TIME, 12),
        ("2020-10-08 12:00:00 AM", TIME, 12),
    ] {
        let error = parse_date(text).unwrap_err();
        assert_eq!(error.to_string(), format!("invalid date {text:?}: {reason}, at character {character}"));
    }
}

/// As ISO 8601 writes them, years before 0 with a sign and six digits.
#[test]
fn dates_of_any_year_are_written_out() {
    for (year, text) in [
        (2020, "2020-10-08"),
        (476, "0476-10-08"),
        (1, "0001-10-08"),
        (0, "0000-10-08"),
        (-1, "-000001-10-08"),
        (-9999, "-009999-10-08"),
    ] {
        assert_eq!(Value::Date(Date::constant(year, 10, 8)).to_string(), text);
    }
}

#[test]
fn decimals_compare_as_numbers_whatever_their_places() {
    const ASCENDING: [&[&str]; 9] = [
        &["-79228162514264337593543950335"],
        &["-1", "-1.0000000000000000000000000000"],
        &["-0.9999999999999999999999999999"],
        &["-0.0000000000000000000000000001"],
        &["0", "0.0000000000000000000000000000"],
        &["0.0000000000000000000000000001"],
        &["0.9999999999999999999999999999"],
        &["1", "1.0", "1.0000000000000000000000000000"],
        &["79228162514264337593543950335"],
    ];
    let places = || (0..).zip(ASCENDING).flat_map(|(place, texts)| texts.iter().map(move |text| (place, text)));
    for (a_place, a) in places() {
        for (b_place, b) in places() {
            let compared = compare(parse_decimal(a).unwrap(), parse_decimal(b).unwrap());
            assert_eq!(compared, a_place.cmp(&b_place), "{a} {b}");
        }
    }
}

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
        ("1,000", FORM, 2),
        ("1 000", FORM, 2),
        ("1_000", FORM, 2),
        ("0x10", FORM, 2),
        ("９", FORM, 1),
        ("−1", FORM, 1),
        ("NaN", FORM, 1),
        ("inf", FORM, 1),
        ("5%", FORM, 2),
        ("79228162514264337593543950336", MANY, 29),
        ("7.92281625142643375935439503360", MANY, 30),
        ("0.00000000000000000000000000001", MANY, 31),
        ("0.00000000000000000000000000000", MANY, 31),
    ] {
        let error = parse_decimal(text).unwrap_err();
        assert_eq!(error.to_string(), format!("invalid decimal {text:?}: {reason}, at character {character}"));
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
        ("0.00000000000000000000000001%", "0.0000000000000000000000000001"),
    ] {
        assert_eq!(DecimalText(parse_rate(text).unwrap()).to_string(), value);
    }
    for (text, reason, character) in [
        ("%", "a decimal is expected, the text is empty", 1),
        ("6 %", "a decimal is digits with at most one point between them, such as 0.9138", 2),
        ("6%%", "a decimal is digits with at most one point between them, such as 0.9138", 2),
        ("6‰", "a decimal is digits with at most one point between them, such as 0.9138", 2),
        (
            "0.000000000000000000000000001%",
            "too many digits: at most 28 places, and all digits together below 2^96",
            29,
        ),
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
    for year in (1890..=2110).chain([0, 1, 9999]) {
        for month in 0..=13 {
            for day in 0..=32 {
                let text = format!("{year:04}-{month:02}-{day:02}");
                if (1..=12).contains(&month) && (1..=days(year, month)).contains(&day) {
                    assert_eq!(parse_date(&text), Ok(Date::constant(year, month, day)));
                } else {
                    let error = parse_date(&text).unwrap_err();
                    assert_eq!(
                        error.to_string(),
                        format!("invalid date {text:?}: the calendar has no such day, at character 1")
                    );
                }
            }
        }
    }
}

#[test]
fn dates_in_other_forms() {
    let form = "a date is expected as year-month-day, such as 2020-10-08";
    for text in [
        "",
        "2020",
        "2020-10",
        "2020-10-8",
        "2020-1-08",
        "20-10-08",
        "12020-10-08",
        "-2020-10-08",
        "2020-10-08-",
        "2020/10/08",
        "20201008",
        "2020-10-08T00:00",
        "2020－10－08",
        "２０２０-10-08",
        "2020-10- 8",
        "2020-+1-08",
        "2020年10月8日",
    ] {
        let error = parse_date(text).unwrap_err();
        assert_eq!(error.to_string(), format!("invalid date {text:?}: {form}, at character 1"));
    }
    assert_eq!(parse_date(" 2020-10-08　"), Ok(Date::constant(2020, 10, 8)));
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

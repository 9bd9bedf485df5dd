//! Every spelling of grades and zone codes that is read, against a model written from the notice's forms, and the whole message of every refusal.

mod common;

use common::SURROUNDINGS;
use dijia_core::{Area, DevelopmentLevel, Error, Grade, LandUse, Rule, Service, Spelling, ZoneCode};

/// For each grade its numerals, the canonical one first: Unicode, letters in half and full width and either case, digits,
/// Chinese.
const GRADES: [&[&str]; 20] = [
    &["Ⅰ", "ⅰ", "I", "i", "Ｉ", "ｉ", "1", "１", "一"],
    &["Ⅱ", "ⅱ", "II", "ii", "Ii", "ＩＩ", "ｉｉ", "2", "２", "二"],
    &["Ⅲ", "ⅲ", "III", "iii", "ＩＩＩ", "ｉｉｉ", "3", "３", "三"],
    &["Ⅳ", "ⅳ", "IV", "iv", "Iv", "ＩＶ", "ｉｖ", "4", "４", "四"],
    &["Ⅴ", "ⅴ", "V", "v", "Ｖ", "ｖ", "5", "５", "五"],
    &["Ⅵ", "ⅵ", "VI", "vi", "ＶＩ", "ｖｉ", "6", "６", "六"],
    &["Ⅶ", "ⅶ", "VII", "vii", "ＶＩＩ", "ｖｉｉ", "7", "７", "七"],
    &["Ⅷ", "ⅷ", "VIII", "viii", "ＶＩＩＩ", "ｖｉｉｉ", "8", "８", "八"],
    &["Ⅸ", "ⅸ", "IX", "ix", "ＩＸ", "ｉｘ", "9", "９", "九"],
    &["Ⅹ", "ⅹ", "X", "x", "Ｘ", "ｘ", "10", "１０", "1０", "十"],
    &["Ⅺ", "ⅺ", "XI", "xi", "ＸＩ", "ｘｉ", "ⅩⅠ", "11", "１１", "十一"],
    &["Ⅻ", "ⅻ", "XII", "xii", "ＸＩＩ", "ｘｉｉ", "ⅩⅡ", "12", "１２", "十二"],
    &["XIII", "xiii", "ＸＩＩＩ", "ｘｉｉｉ", "ⅩⅢ", "ⅹⅲ", "13", "１３", "十三"],
    &["XIV", "xiv", "ＸＩＶ", "ｘｉｖ", "ⅩⅣ", "14", "１４", "十四"],
    &["XV", "xv", "ＸＶ", "ｘｖ", "ⅩⅤ", "15", "１５", "十五"],
    &["XVI", "xvi", "ＸＶＩ", "ｘｖｉ", "ⅩⅥ", "16", "１６", "十六"],
    &["XVII", "xvii", "ＸＶＩＩ", "ｘｖｉｉ", "ⅩⅦ", "17", "１７", "十七"],
    &["XVIII", "xviii", "ＸＶＩＩＩ", "ｘｖｉｉｉ", "ⅩⅧ", "18", "１８", "十八"],
    &["XIX", "xix", "ＸＩＸ", "ｘｉｘ", "ⅩⅨ", "19", "１９", "十九"],
    &["XX", "xx", "ＸＸ", "ｘｘ", "ⅩⅩ", "20", "２０", "二十"],
];
const HYPHENS: [&str; 8] = ["-", "‐", "‑", "–", "—", "―", "－", "−"];
fn is_arabic(spelling: &str) -> bool {
    spelling.chars().all(|c| "1234567890１２３４５６７８９０".contains(c))
}

/// The number in half-width, full-width and mixed digits, and with a leading zero.
fn digits(number: u16) -> [String; 5] {
    let half = number.to_string();
    let wide = |c: char| char::from_u32(u32::from(c) + 0xFEE0).unwrap();
    let full: String = half.chars().map(wide).collect();
    let mixed = half.chars().enumerate().map(|(index, c)| if index == 0 { wide(c) } else { c }).collect();
    [format!("0{half}"), format!("０0{full}"), half, full, mixed]
}

/// The number of every zone in the notices that were looked at, and where the digits of more become too many.
fn zone_numbers() -> impl Iterator<Item = u16> {
    (1..=130).chain([254, 255, 256, 999, 1000, 9999, 10_000, 65_534, 65_535])
}

#[test]
fn every_spelling_of_every_grade() {
    for (grade, spellings) in Grade::ALL.into_iter().zip(GRADES) {
        for spelling in spellings {
            for (prefix, suffix) in [("", ""), ("", "级"), ("", "级地"), ("第", "级"), ("第", "级地")] {
                for (before, after) in SURROUNDINGS {
                    let text = format!("{before}{prefix}{spelling}{suffix}{after}");
                    assert_eq!(text.parse(), Ok(grade), "{text:?}");
                }
            }
        }
    }
}

#[test]
fn every_spelling_of_every_zone_code() {
    for (grade, spellings) in Grade::ALL.into_iter().zip(GRADES) {
        for number in zone_numbers() {
            let code = ZoneCode::new(grade, number).unwrap();
            for digits in digits(number) {
                for spelling in spellings {
                    for (suffix, zone) in [("", ""), ("级", ""), ("", "区片"), ("级", "区片")] {
                        for hyphen in HYPHENS {
                            let text = format!("{spelling}{suffix}{hyphen}{digits}{zone}");
                            assert_eq!(text.parse(), Ok(code), "{text:?}");
                        }
                        let text = format!("{spelling}{suffix}{digits}{zone}");
                        let expected = if is_arabic(spelling) { None } else { Some(code) };
                        assert_eq!(text.parse().ok(), expected, "{text:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_surrounding_of_a_zone_code() {
    for (before, after) in SURROUNDINGS {
        for (grade, spellings) in Grade::ALL.into_iter().zip(GRADES) {
            for spelling in spellings {
                for hyphen in HYPHENS {
                    let text = format!("{before}{spelling}{hyphen}１2{after}");
                    assert_eq!(text.parse(), Ok(ZoneCode::new(grade, 12).unwrap()), "{text:?}");
                }
            }
        }
    }
}

/// What is not seen at the ends of a spelling is a character of it anywhere else, and what is seen nowhere is none.
#[test]
fn nothing_is_ignored_within_a_spelling() {
    let unseen: Vec<char> =
        SURROUNDINGS.iter().flat_map(|(before, after)| before.chars().chain(after.chars())).collect();
    for c in unseen {
        for text in
            [format!("Ⅲ{c}-4"), format!("Ⅲ-{c}4"), format!("Ⅲ-1{c}4"), format!("Ⅲ-4{c}区片"), format!("X{c}I-4")]
        {
            assert!(text.parse::<ZoneCode>().is_err(), "{text:?}");
        }
        for text in [format!("Ⅲ{c}级"), format!("第{c}三级"), format!("1{c}2"), format!("X{c}I"), format!("三级{c}地")]
        {
            assert!(text.parse::<Grade>().is_err(), "{text:?}");
        }
        assert!(format!("商{c}服").parse::<LandUse>().is_err());
        assert!(format!("township{c}s").parse::<Area>().is_err());
        assert!(format!("供{c}气").parse::<Service>().is_err());
        assert!(format!("六通{c}一平").parse::<DevelopmentLevel>().is_err());
    }
    for c in ['\0', '\u{1}', '\u{ad}', '\u{180e}', '\u{200e}', '\u{202e}', '\u{fffe}', '\u{1680}'] {
        assert!(format!("Ⅲ-4{c}").parse::<ZoneCode>().is_err(), "{c:?}");
        assert!(format!("{c}商服").parse::<LandUse>().is_err(), "{c:?}");
    }
}

#[test]
fn every_grade_and_zone_code_displays_to_what_parses_to_it() {
    for grade in Grade::ALL {
        assert_eq!(grade.to_string().parse(), Ok(grade));
        assert_eq!(Grade::from_number(grade.number()), Some(grade));
        assert_eq!(ZoneCode::new(grade, 0), None);
        for number in zone_numbers() {
            let code = ZoneCode::new(grade, number).unwrap();
            assert_eq!(code.to_string(), format!("{}-{number}", GRADES[usize::from(grade.number()) - 1][0]));
            assert_eq!(code.to_string().parse(), Ok(code));
        }
    }
    for number in (21..=255).chain([0]) {
        assert_eq!(Grade::from_number(number), None);
    }
    assert_eq!(format!("[{:>6}] [{:<6}]", Grade::III, ZoneCode::new(Grade::III, 4).unwrap()), "[     Ⅲ] [Ⅲ-4   ]");
}

#[test]
fn grades_that_are_none() {
    const RANGE: &str = "grades run from 1 to 20";
    const NONE: &str = "a grade is expected: a numeral from 1 to 20, such as Ⅲ, III, 3 or 三";
    const FOLLOWED: &str = "nothing may follow a grade but 级 or 级地";
    const ORDINAL: &str = "级 must follow 第 and a grade";
    for (text, reason, character) in [
        ("", "a grade is expected, the text is empty", 1),
        ("0", RANGE, 1),
        ("０", RANGE, 1),
        ("03", RANGE, 1),
        ("Ⅼ", RANGE, 1),
        ("ⅿ", RANGE, 1),
        ("ⅩⅬ", RANGE, 2),
        ("ⅩⅪ", RANGE, 2),
        ("ⅩⅩⅠ", RANGE, 3),
        ("ⅠⅠ", RANGE, 2),
        ("ⅪⅠ", RANGE, 2),
        ("IIII", RANGE, 4),
        ("IIV", RANGE, 3),
        ("VX", RANGE, 2),
        ("IXI", RANGE, 3),
        ("IVI", RANGE, 3),
        ("XXI", RANGE, 3),
        ("ＸＸＸ", RANGE, 3),
        ("ＩＩＩＩＩＩＩＩＩＩＩＩＩＩＩ", RANGE, 4),
        ("三十", RANGE, 2),
        ("二十一", RANGE, 3),
        ("一十", RANGE, 2),
        ("十十", RANGE, 2),
        ("一二", RANGE, 2),
        ("21", RANGE, 2),
        ("33", RANGE, 2),
        ("120", RANGE, 3),
        ("第33级", RANGE, 3),
        ("3.0", FOLLOWED, 2),
        ("12.0", FOLLOWED, 3),
        ("3-4", FOLLOWED, 2),
        ("Ⅲ-4", FOLLOWED, 2),
        ("ⅢI", FOLLOWED, 2),
        ("X1", FOLLOWED, 2),
        ("十Ⅰ", FOLLOWED, 2),
        ("十1", FOLLOWED, 2),
        ("XL", FOLLOWED, 2),
        ("Ⅲ级级", FOLLOWED, 3),
        ("Ⅲ级地地", FOLLOWED, 4),
        ("Ⅲ级土地", FOLLOWED, 3),
        ("Ⅲ地", FOLLOWED, 2),
        ("第Ⅲ地", FOLLOWED, 3),
        ("Ⅲ 级", FOLLOWED, 2),
        ("III等", FOLLOWED, 4),
        ("第三", ORDINAL, 3),
        ("第12", ORDINAL, 4),
        ("第", NONE, 2),
        ("第级", NONE, 2),
        ("第第三级", NONE, 2),
        ("级", NONE, 1),
        ("-3", NONE, 1),
        ("+3", NONE, 1),
        ("L", NONE, 1),
        ("叁", NONE, 1),
        ("廿", NONE, 1),
        ("³", NONE, 1),
        ("٣", NONE, 1),
        ("\0Ⅲ", NONE, 1),
    ] {
        let error = text.parse::<Grade>().unwrap_err();
        assert_eq!(error.to_string(), format!("invalid grade {text:?}: {reason}, at character {character}"));
    }
}

#[test]
fn zone_codes_that_are_none() {
    const RANGE: &str = "grades run from 1 to 20";
    const NONE: &str = "a grade is expected: a numeral from 1 to 20, such as Ⅲ, III, 3 or 三";
    const ARABIC: &str = "a grade in Arabic digits, from 1 to 20, must be followed by a hyphen";
    const ABSENT: &str = "a zone number is expected after the grade";
    const ZERO: &str = "zone numbers begin with 1";
    const FOLLOWED: &str = "nothing may follow the zone number but 区片";
    const LARGE: &str = "a zone number is at most 65535";
    for (text, reason, character) in [
        ("", "a zone code is expected, the text is empty", 1),
        ("3.0", ARABIC, 2),
        ("34", ARABIC, 2),
        ("34-1", ARABIC, 2),
        ("12", ARABIC, 3),
        ("123", ARABIC, 3),
        ("3", ARABIC, 2),
        ("3级4", ARABIC, 3),
        ("12级3", ARABIC, 4),
        ("1２区片", ARABIC, 3),
        ("0-1", RANGE, 1),
        ("XXI-1", RANGE, 3),
        ("ⅩⅪ-1", RANGE, 2),
        ("IIII-4", RANGE, 4),
        ("三十-1", RANGE, 2),
        ("ⅠⅠ-1", RANGE, 2),
        ("Ⅲ", ABSENT, 2),
        ("Ⅲ级", ABSENT, 3),
        ("Ⅲ级地-4", ABSENT, 3),
        ("Ⅲ-", ABSENT, 3),
        ("Ⅲ--4", ABSENT, 3),
        ("Ⅲ-－4", ABSENT, 3),
        ("Ⅲ- 4", ABSENT, 3),
        ("Ⅲ -4", ABSENT, 2),
        ("Ⅲ\u{a0}-4", ABSENT, 2),
        ("Ⅲ-a", ABSENT, 3),
        ("Ⅲ-+4", ABSENT, 3),
        ("Ⅲ_4", ABSENT, 2),
        ("Ⅲ~4", ABSENT, 2),
        ("Ⅲ-四", ABSENT, 3),
        ("Ⅲ-区片", ABSENT, 3),
        ("Ⅲ-0", ZERO, 3),
        ("Ⅲ-00", ZERO, 3),
        ("Ⅲ-００", ZERO, 3),
        ("Ⅲ-0区片", ZERO, 3),
        ("Ⅲ0", ZERO, 2),
        ("Ⅲ-4a", FOLLOWED, 4),
        ("Ⅲ-4-1", FOLLOWED, 4),
        ("Ⅲ-4.0", FOLLOWED, 4),
        ("Ⅲ-4 5", FOLLOWED, 4),
        ("Ⅲ-4号", FOLLOWED, 4),
        ("Ⅲ-4区", FOLLOWED, 4),
        ("Ⅲ-4片", FOLLOWED, 4),
        ("Ⅲ-4区片区片", FOLLOWED, 6),
        ("Ⅲ-04 区片", FOLLOWED, 5),
        ("Ⅲ-65536", LARGE, 3),
        ("Ⅲ-99999999999999999999", LARGE, 3),
        ("-4", NONE, 1),
        ("第三级-4", NONE, 1),
        ("商服Ⅲ-4", NONE, 1),
    ] {
        let error = text.parse::<ZoneCode>().unwrap_err();
        let message = error.to_string().replace("\\u{a0}", "\u{a0}");
        assert_eq!(message, format!("invalid zone code \"{text}\": {reason}, at character {character}"));
    }
}

#[test]
fn what_an_error_carries() {
    let Err(misspelling) = "　Ⅲ-4a".parse::<ZoneCode>() else { panic!("an error is expected") };
    assert_eq!(misspelling.text.as_str(), "　Ⅲ-4a");
    assert_eq!((misspelling.offset, misspelling.character), (8, 5));
    assert_eq!((misspelling.of, misspelling.rule), (Spelling::ZoneCode, Rule::ZoneEnd));
    assert!(!misspelling.text.is_truncated());

    // A long text is cut between characters, and the position is that in the whole.
    let long = format!("Ⅲ-4{}", "号".repeat(100));
    let Err(misspelling) = long.parse::<ZoneCode>() else { panic!("an error is expected") };
    assert!(misspelling.text.is_truncated());
    assert_eq!(misspelling.text.as_str(), format!("Ⅲ-4{}", "号".repeat(13)));
    assert_eq!(
        Error::from(misspelling).to_string(),
        format!(
            "invalid zone code \"Ⅲ-4{}\"…: nothing may follow the zone number but 区片, at character 4",
            "号".repeat(13)
        )
    );
}

//! What is said of errors, in both languages: the same values and the same rule, and in Chinese nothing that a Chinese
//! spreadsheet or console cannot encode.

use dijia_core::{
    Area, Date, Decimal, Error, ErrorKind, Grade, InvalidFile, LandUse, Language, Misspelling, Named, Quantity, Rule,
    Service, ZoneCode, parse_date, parse_decimal,
};

fn decimal(text: &str) -> Decimal {
    parse_decimal(text).unwrap()
}

/// An error of every kind whose values differ in every field, and the values that both texts must show.
fn errors() -> Vec<(Error, &'static [&'static str])> {
    let (land_use, area) = (Named::Known(LandUse::Residential), Named::Known(Area::Township));
    let code = ZoneCode::new(Grade::VI, 17).unwrap();
    let misspelt = |text: &str| text.parse::<ZoneCode>().unwrap_err();
    let name = misspelt("临街").text;
    let (quantity, value) = (Quantity::PlotRatio, decimal("-2.75"));
    vec![
        (misspelt("Ⅲ-4a").into(), &["\"Ⅲ-4a\"", "4"]),
        (
            Error::NoSuchGrade {
                land_use,
                grade: Named::Known(Grade::IX),
                first: Some(Grade::II),
                last: Some(Grade::V),
                grades: None,
            },
            &["Ⅸ", "Ⅱ", "Ⅴ"],
        ),
        (
            Error::NoSuchGrade {
                land_use,
                grade: Named::Listed(misspelt("限级").text),
                first: None,
                last: None,
                grades: Some(misspelt("Ⅱ/限制级").text),
            },
            &["限级", "Ⅱ/限制级"],
        ),
        (
            Error::NoSuchGrade { land_use, grade: Named::Known(Grade::IX), first: None, last: None, grades: None },
            &["Ⅸ"],
        ),
        (Error::NoSuchZone { land_use, code: Named::Known(code), zone_count: Some(12) }, &["Ⅵ-17", "1", "12"]),
        (Error::NoSuchZone { land_use, code: Named::Known(code), zone_count: None }, &["Ⅵ-17"]),
        (Error::NoSuchUse { land_use, edition: name }, &["临街"]),
        (
            Error::SeveralUses { land_use: LandUse::Commercial, first: name, second: misspelt("办公").text },
            &["临街", "办公"],
        ),
        (
            Error::BareCode { code: name, readings: [Some("甲"), None, Some("乙")] },
            &["临街", "甲", "乙", "2017", "2023"],
        ),
        (Error::NoSuchScheme { scheme: name }, &["临街", "GB/T 21010-2017", "GB/T 21010-2007", "用地用海 2023"]),
        (Error::NoSuchCode { scheme: name, code: misspelt("办公").text }, &["临街", "办公"]),
        (
            Error::CodeNotPriced { scheme: name, code: misspelt("办公").text, name: misspelt("会展").text },
            &["临街", "办公", "会展"],
        ),
        (Error::NoSuchCity { city: name }, &["\"临街\""]),
        (
            Error::NoneInForce {
                date: Date::constant(2024, 5, 6),
                before: Some(name),
                until: Some(Date::constant(2023, 4, 5)),
                after: Some(misspelt("办公").text),
                from: Some(Date::constant(2025, 6, 7)),
            },
            &["2024-05-06", "临街", "2023-04-05", "办公", "2025-06-07"],
        ),
        (
            Error::SeveralInForce { date: Date::constant(2024, 5, 6), first: name, second: misspelt("办公").text },
            &["2024-05-06", "临街", "办公"],
        ),
        (Error::NoSuchArea { area, edition: name }, &["临街"]),
        (Error::FiguresNotInHand { area, land_use, annex: misspelt("5").text }, &["5"]),
        (Error::NoBasis { area, land_use }, &[]),
        (Error::NoSuchFactor { name, edition: misspelt("某市").text }, &["临街", "某市"]),
        (
            Error::NoSuchLevel { of: name, level: misspelt("中等").text, levels: misspelt("优/劣").text },
            &["临街", "中等", "优", "劣"],
        ),
        (Error::NotTabulated { quantity, value, document: name }, &["-2.75", "临街"]),
        (Error::NotStated { quantity, needed_by: Quantity::BasePrice, document: name }, &["临街"]),
        (Error::NotPositive { quantity, value }, &["-2.75"]),
        (Error::OutOfRange { quantity, value, rule: Rule::RateRange }, &["-2.75", "0.064"]),
        (Error::CoefficientNotPositive { name, value }, &["\"临街\"", "-2.75"]),
        (Error::TermExceedsStatutory { remaining: decimal("41.5"), statutory: decimal("40") }, &["41.5", "40"]),
        (
            Error::ExpiryNotAfterValuation {
                valuation_date: Date::constant(2024, 5, 6),
                expiry_date: Date::constant(2023, 4, 5),
            },
            &["2024-05-06", "2023-04-05"],
        ),
        (Error::InvalidTable { table: Quantity::DateIndex, row: 7, rule: Rule::SeriesAscending }, &["7"]),
        (
            Error::PlotRatioOutsideTable { plot_ratio: decimal("5.5"), first: decimal("1.2"), last: decimal("4.8") },
            &["5.5", "1.2", "4.8"],
        ),
        (
            Error::DateOutsideIndex {
                date: Date::constant(2031, 1, 2),
                first: Date::constant(2019, 3, 4),
                last: Date::constant(2024, 5, 6),
            },
            &["2031-01-02", "2019-03-04", "2024-05-06"],
        ),
        (Error::FactorSumTooLow { sum: decimal("-1.25") }, &["-1.25"]),
        (Error::MissingUnitCost { service: Service::Gas }, &[]),
        (Error::NegativeUnitCost { service: Service::Gas, cost: value }, &["-2.75"]),
        (Error::DuplicateUnitCost { service: Service::Gas }, &[]),
        (Error::Missing { quantity, needed_by: Quantity::PlotRatioTable }, &[]),
        (Error::Conflict { first: quantity, second: Quantity::Area }, &[]),
        (Error::TakesNoPart { quantity, without: Quantity::RemainingTerm }, &[]),
        (Error::NamedTwice { quantity: Quantity::Coefficient, name }, &["\"临街\""]),
        (Error::FactorOutOfRange { name, value: decimal("8.59"), in_percent: false }, &["\"临街\"", "8.59"]),
        (Error::TooMany { quantity, count: 65, most: 64 }, &["65", "64"]),
        (Error::ResultNotPositive { unit_price: value }, &["-2.75"]),
        (Error::SharesNotOne { sum: decimal("100") }, &["100", "1"]),
        (Error::TooManyPlaces { places: 29, most: 28 }, &["29", "28"]),
        (Error::TooManyDigits { quantity }, &[]),
        (Error::Undecided { quantity }, &[]),
    ]
}

fn encodes(chinese: &str) {
    let (_, _, unmappable) = encoding_rs::GBK.encode(chinese);
    assert!(!unmappable, "{chinese}");
}

#[test]
fn both_languages_say_the_same_values() {
    for (error, values) in errors() {
        let (english, chinese) = (error.to_string(), error.message(Language::Chinese).to_string());
        assert_eq!(english, error.message(Language::English).to_string());
        for value in values {
            assert!(english.contains(value) && chinese.contains(value), "{value}: {english} | {chinese}");
        }
        let has_chinese = chinese.chars().filter(|c| ('\u{4e00}'..'\u{a000}').contains(c)).count();
        assert!(has_chinese > 3 && english != chinese, "{chinese}");
        encodes(&chinese);
    }
}

#[test]
fn every_kind_has_a_name_and_words_of_its_own() {
    let distinct = |of: fn(ErrorKind) -> &'static str| {
        ErrorKind::ALL.map(of).into_iter().collect::<std::collections::BTreeSet<_>>().len()
    };
    for of in [ErrorKind::name, ErrorKind::english, ErrorKind::chinese] {
        assert_eq!(distinct(of), ErrorKind::ALL.len());
    }
    for kind in ErrorKind::ALL {
        encodes(kind.chinese());
        assert_eq!(format!("{kind}|{kind:?}"), format!("{}|{}", kind.english(), kind.name()));
    }
    let kinds: Vec<_> = errors().iter().map(|(error, _)| error.kind()).collect();
    for kind in ErrorKind::ALL.into_iter().filter(|kind| !kind.name().starts_with("Invalid")) {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
}

#[test]
fn whole_messages() {
    let chinese = |error: Error| error.message(Language::Chinese).to_string();
    let code = ZoneCode::new(Grade::III, 13).unwrap();
    let land_use = Named::Known(LandUse::Commercial);
    assert_eq!(
        chinese(Error::NoSuchZone { land_use, code: Named::Known(code), zone_count: Some(12) }),
        "商服没有区片 Ⅲ-13：Ⅲ 级有 1 至 12 号区片"
    );
    assert_eq!(
        chinese(Error::TermExceedsStatutory { remaining: decimal("41"), statutory: decimal("40") }),
        "剩余使用年期为 41 年，超过法定最高出让年期 40 年"
    );
    let misspelling: Misspelling = parse_date("2023-02-29").unwrap_err();
    assert_eq!(
        misspelling.message(Language::Chinese).to_string(),
        "日期 \"2023-02-29\" 无效：日历上没有这一天（第 9 个字符）"
    );
}

#[test]
fn invalid_files() {
    for error in [
        InvalidFile::NoEdition,
        InvalidFile::Version { version: 7 },
        InvalidFile::Length { bytes: 3, expected: 5 },
        InvalidFile::Damaged,
        InvalidFile::Malformed { section: "prices", record: 9 },
    ] {
        let chinese = error.message(Language::Chinese).to_string();
        assert_ne!(chinese, error.to_string());
        encodes(&chinese);
    }
}

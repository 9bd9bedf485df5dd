//! The feature `serde`: canonical forms out, any accepted spelling in.
#![cfg(feature = "serde")]

use dijia_core::{
    Area, Basis, Citation, Date, Decimal, DevelopmentLevel, Document, Grade, GradePrice, LandRight, LandUse, Part,
    Service, ZoneCode, ZonePrice,
};
use serde_json::{from_str, json, to_string, to_value};

static DOCUMENT: Document = Document {
    number: "新政发〔2024〕1号",
    title: "",
    issuer: "",
    issue_date: Date::constant(2024, 1, 1),
    first_day_in_force: Date::constant(2024, 1, 1),
    last_day_in_force: Date::constant(2026, 12, 31),
    replaces: "",
};

static BASIS: Basis = Basis::from_table(
    Area::CentralUrban,
    LandUse::Commercial,
    Date::constant(2019, 1, 1),
    LandRight::Granted,
    Decimal::from_parts(40, 0, 0, false, 0),
    DevelopmentLevel::FIVE_SERVICES,
    Decimal::from_parts(20, 0, 0, false, 1),
    Decimal::from_parts(64, 0, 0, false, 3),
    Citation { document: &DOCUMENT, part: Part::ExplanatoryNotes(Area::CentralUrban), row: None },
);

#[test]
fn words_go_out_in_canonical_form_and_come_back() {
    for grade in Grade::ALL {
        assert_eq!(to_string(&grade).unwrap(), format!("\"{grade}\""));
        assert_eq!(from_str::<Grade>(&to_string(&grade).unwrap()).unwrap(), grade);
        for number in 1..=255 {
            let code = ZoneCode::new(grade, number).unwrap();
            assert_eq!(to_string(&code).unwrap(), format!("\"{code}\""));
            assert_eq!(from_str::<ZoneCode>(&to_string(&code).unwrap()).unwrap(), code);
        }
    }
    for land_use in LandUse::ALL {
        assert_eq!(to_string(&land_use).unwrap(), format!("\"{land_use}\""));
        assert_eq!(from_str::<LandUse>(&to_string(&land_use).unwrap()).unwrap(), land_use);
    }
    for area in Area::ALL {
        assert_eq!(from_str::<Area>(&to_string(&area).unwrap()).unwrap(), area);
    }
    for service in Service::ALL {
        assert_eq!(from_str::<Service>(&to_string(&service).unwrap()).unwrap(), service);
    }
    for bits in 0..=255 {
        let level = DevelopmentLevel::from_bits(bits);
        assert_eq!(from_str::<DevelopmentLevel>(&to_string(&level).unwrap()).unwrap(), level);
    }
}

#[test]
fn any_spelling_comes_in() {
    let code = ZoneCode::new(Grade::III, 4).unwrap();
    for text in ["\"Ⅲ-4\"", "\"iii－４\"", "\"　三级—4 \"", "\"\\u2162-4\""] {
        assert_eq!(from_str::<ZoneCode>(text).unwrap(), code);
    }
    assert_eq!(from_str::<LandUse>("\"商业用地\"").unwrap(), LandUse::Commercial);
    assert_eq!(from_str::<DevelopmentLevel>("\"六通一平\"").unwrap(), DevelopmentLevel::SIX_SERVICES);
}

#[test]
fn what_is_no_spelling_is_an_error() {
    assert_eq!(
        from_str::<ZoneCode>("\"Ⅲ-0\"").unwrap_err().to_string(),
        "invalid zone code \"Ⅲ-0\": a zone number begins with a digit from 1 to 9, at character 3 at line 1 column 7"
    );
    for (error, expected) in [
        (from_str::<Grade>("3").unwrap_err(), "invalid type: integer `3`, expected a grade at line 1 column 1"),
        (
            from_str::<LandUse>("null").unwrap_err(),
            "invalid type: null, expected the name of a land use at line 1 column 4",
        ),
    ] {
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn rows_go_out_with_decimals_as_strings() {
    let citation = Citation { document: &DOCUMENT, part: Part::Annex(2), row: Some(15) };
    let basis = json!({
        "area": "central urban area",
        "land_use": "commercial",
        "base_date": "2019-01-01",
        "right": "granted state-owned construction land use right",
        "statutory_term": "40",
        "development_level": "road+power+telecom+water supply+drainage+levelling",
        "plot_ratio": "2.0",
        "capitalization_rate": "0.064",
        "citation": "新政发〔2024〕1号 中心城区有关说明",
    });
    assert_eq!(to_value(BASIS).unwrap(), basis);
    let (code, yuan) = (ZoneCode::new(Grade::III, 4).unwrap(), Decimal::from(9138));
    for floor_price in [Some(Decimal::from(4569)), None] {
        let zone =
            ZonePrice::from_table(LandUse::Commercial, code, yuan, Decimal::from(609), floor_price, &BASIS, citation);
        let expected = json!({
            "land_use": "commercial",
            "code": "Ⅲ-4",
            "per_square_metre": "9138",
            "wan_yuan_per_mu": "609",
            "per_floor_area": floor_price.map(|_| "4569"),
            "basis": basis,
            "citation": "新政发〔2024〕1号 附件2 第15行",
        });
        assert_eq!(to_value(zone).unwrap(), expected);
    }
    let grade = GradePrice::from_table(LandUse::Commercial, Grade::III, yuan, 12, &BASIS, citation);
    let expected = json!({
        "land_use": "commercial",
        "grade": "Ⅲ",
        "per_square_metre": "9138",
        "zone_count": 12,
        "basis": basis,
        "citation": "新政发〔2024〕1号 附件2 第15行",
    });
    assert_eq!(to_value(grade).unwrap(), expected);
}

//! The feature `serde`: canonical forms out, any accepted spelling in.
#![cfg(feature = "serde")]

use dijia_core::{Area, DevelopmentLevel, Grade, LandUse, Service, ZoneCode};
use serde_json::{from_str, to_string};

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
    assert_eq!(from_str::<DevelopmentLevel>("\"七通一平\"").unwrap(), DevelopmentLevel::SEVEN_SERVICES);
}

#[test]
fn what_is_no_spelling_is_an_error() {
    assert_eq!(
        from_str::<ZoneCode>("\"Ⅲ-0\"").unwrap_err().to_string(),
        "invalid zone code \"Ⅲ-0\": zone numbers begin with 1, at character 3 at line 1 column 7"
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

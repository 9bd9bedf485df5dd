//! The feature `serde`: published rows go out, decimals as strings.
#![cfg(feature = "serde")]

use dijia::{JINAN_2020, LandUse};
use serde_json::{json, to_value};

#[test]
fn rows_go_out_with_decimals_as_strings() {
    let basis = |land_use, term, plot_ratio, rate| {
        json!({
            "area": "central urban area",
            "land_use": land_use,
            "base_date": "2019-01-01",
            "right": "出让国有建设用地使用权",
            "statutory_term": term,
            "development_level": "road+power+telecom+water supply+drainage+gas+levelling",
            "plot_ratio": plot_ratio,
            "capitalization_rate": rate,
            "citation": "济政发〔2020〕12号 中心城区有关说明",
        })
    };
    let commercial = basis("commercial", "40", "2.0", "0.064");
    assert_eq!(to_value(JINAN_2020.basis("中心城区", LandUse::Commercial).unwrap()).unwrap(), commercial);
    // Annex 2, row 15; annex 4, row 1, which prints no floor price; annex 1, line 3.
    let expected = json!({
        "land_use": "commercial",
        "code": "Ⅲ-4",
        "per_square_metre": "9138",
        "wan_yuan_per_mu": "609",
        "per_floor_area": "4569",
        "basis": commercial,
        "citation": "济政发〔2020〕12号 附件2 第15行",
    });
    assert_eq!(to_value(JINAN_2020.zone_price("商服", "Ⅲ-4").unwrap()).unwrap(), expected);
    let expected = json!({
        "land_use": "industrial",
        "code": "Ⅰ-1",
        "per_square_metre": "2202",
        "wan_yuan_per_mu": "147",
        "per_floor_area": null,
        "basis": basis("industrial", "50", "1.0", "0.055"),
        "citation": "济政发〔2020〕12号 附件4 第1行",
    });
    assert_eq!(to_value(JINAN_2020.zone_price("工业", "Ⅰ-1").unwrap()).unwrap(), expected);
    let expected = json!({
        "land_use": "commercial",
        "grade": "Ⅲ",
        "per_square_metre": "8198",
        "zone_count": 12,
        "basis": commercial,
        "citation": "济政发〔2020〕12号 附件1 第3行",
    });
    assert_eq!(to_value(JINAN_2020.grade_price("商服", "Ⅲ").unwrap()).unwrap(), expected);
}

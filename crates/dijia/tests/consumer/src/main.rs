//! Looks something up in every table, and stops at the first that does not hold what it should.

use dijia::{Area, DevelopmentLevel, Grade, JINAN_2020, LandUse, Validity};

include!(concat!(env!("OUT_DIR"), "/written.rs"));
include!(concat!(env!("OUT_DIR"), "/editions.rs"));

static BY_MACRO: phf::OrderedMap<&str, u32> = phf::phf_ordered_map! { "one" => 1, "two" => 2, "three" => 3 };

fn main() {
    for (name, number) in [("one", 1), ("two", 2), ("three", 3)] {
        assert_eq!(BY_MACRO.get(name), Some(&number));
        assert_eq!(WRITTEN.get(name), Some(&number));
    }
    assert_eq!(WRITTEN.len(), 4);

    let price = JINAN_2020.zone_price(LandUse::Commercial, "Ⅲ-4").unwrap();
    assert_eq!(price.per_square_metre().unwrap().to_string(), "9138");

    assert_eq!(EDITIONS.len(), 1);
    let city = &XINCHENG_2024;
    assert_eq!((city.name(), city.city()), ("xincheng-2024", "新城市"));
    assert_eq!(city.document().title.unwrap(), "新城市 \"基准地价\" 通知");
    assert_eq!(city.validity_on(dijia::Date::constant(2024, 1, 1)), Validity::InForce);
    assert_eq!(city.places().len(), 0);
    let zones: Vec<String> = city.zone_prices().map(|zone| format!("{}: {}", zone.code_text(), zone.citation())).collect();
    assert_eq!(
        zones,
        [
            "Ⅰ-1: 新政发〔2024〕1号 附件3 第1行",
            "Ⅱ-1: 新政发〔2024〕1号 附件3 第2行",
            "Ⅱ-2: 新政发〔2024〕1号 附件3 第3行"
        ]
    );
    let floor_prices: Vec<String> = city.zone_prices().map(|zone| zone.per_floor_area().unwrap().to_string()).collect();
    assert_eq!(floor_prices, ["2000", "1600.4", "1600.0"]);
    let grade = city.grade_price(LandUse::PublicService, Grade::I).unwrap();
    assert_eq!((grade.printed().to_string(), grade.zones().count()), ("2000".to_owned(), 0));
    let error = city.grade_price(LandUse::Industrial, Grade::II).unwrap_err();
    assert_eq!(error.to_string(), "no industrial grade Ⅱ: industrial grades run from Ⅰ to Ⅰ");
    let error = city.zone_price(LandUse::Commercial, "Ⅱ-3").unwrap_err();
    assert_eq!(error.to_string(), "no commercial zone Ⅱ-3: Ⅱ has zones 1 to 2");
    let error = city.grade_price(LandUse::Residential, Grade::I).unwrap_err();
    assert_eq!(error.to_string(), "no residential grade Ⅰ: no residential grade is published");
    let basis = city.basis(Area::CentralUrban, LandUse::Commercial).unwrap();
    assert_eq!(basis.development_level(), Some(DevelopmentLevel::SEVEN_SERVICES));
    println!("every table holds");
}

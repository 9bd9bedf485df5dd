//! A second edition is a folder and a name; what it is baked into is compiled and used by `dijia`'s test `consumer`.

use std::path::Path;

use dijia_tables::{EditionTables, bake};

fn data() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

#[test]
fn names() {
    let edition = EditionTables::read(&data().join("xincheng-2024")).unwrap();
    assert_eq!(edition.name(), "xincheng-2024");
    assert_eq!(edition.static_name(), "XINCHENG_2024");
}

#[test]
fn a_second_edition_is_a_name_more() {
    let one = bake(&data(), &["xincheng-2024"]).unwrap();
    assert!(one.contains("/// 新城市: 新政发〔2024〕1号, in force from 2024-01-01 to 2026-12-31.\n"));
    assert!(one.contains("pub static XINCHENG_2024: ::dijia_core::Edition = {\n"));
    assert!(one.ends_with("pub static EDITIONS: &[&::dijia_core::Edition] = &[&XINCHENG_2024];\n"));
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dijia/data/jinan-2020");
    let two = bake(&data(), &["xincheng-2024", real.to_str().unwrap()]).unwrap();
    assert!(two.ends_with("pub static EDITIONS: &[&::dijia_core::Edition] = &[&XINCHENG_2024, &JINAN_2020];\n"));
}

/// Every cell of the folder, in the Rust that it is baked into.
#[test]
fn every_cell_is_baked() {
    let baked = bake(&data(), &["xincheng-2024"]).unwrap();
    let number = |units| format!("Decimal::from_parts({units}, 0, 0, false, 0)");
    let cited =
        |annex, row| format!("Citation {{ document: &DOCUMENT, part: Part::Annex({annex}), row: Some({row}) }}");
    let grade = |land_use, grade, price, zones, basis, row| {
        let (key, price) = (format!("LandUse::{land_use}, Grade::{grade}"), number(price));
        format!(
            "        (GradeKey({key}), GradePrice::from_table({key}, {price}, {zones}, &BASES[{basis}], {})),",
            cited(1, row)
        )
    };
    let zone = |grade, zone, prices: [u32; 2], floor_price, row| {
        let key = format!("LandUse::Commercial, zone(Grade::{grade}, {zone})");
        let prices = prices.map(number).join(", ");
        let floor_price = format!("Some(Decimal::from_parts({floor_price}))");
        format!(
            "        (ZoneKey({key}), ZonePrice::from_table({key}, {prices}, {floor_price}, &BASES[0], {})),",
            cited(3, row)
        )
    };
    let basis = |land_use, term, level, plot_ratio, rate| {
        format!(
            "        Basis::from_table(Area::CentralUrban, LandUse::{land_use}, Date::constant(2023, 7, 1), \
             LandRight::Granted, {}, DevelopmentLevel::from_bits({level}), Decimal::from_parts({plot_ratio}), \
             Decimal::from_parts({rate}), Citation {{ document: &DOCUMENT, \
             part: Part::ExplanatoryNotes(Area::CentralUrban), row: None }}),",
            number(term),
        )
    };
    for line in [
        "    static DOCUMENT: Document = Document { number: \"新政发〔2024〕1号\", title: \"新城市 \\\"基准地价\\\" 通知\", \
         issuer: \"新城市人民政府\", issue_date: Date::constant(2024, 3, 1), first_day_in_force: Date::constant(2024, 1, 1), \
         last_day_in_force: Date::constant(2026, 12, 31), replaces: \"新政发〔2020〕9号\" };"
            .to_owned(),
        "    static BASES: [Basis; 3] = [".to_owned(),
        basis("Commercial", 40, 255, "25, 0, 0, false, 1", "7, 0, 0, false, 2"),
        basis("Industrial", 50, 0, "1, 0, 0, false, 0", "5, 0, 0, false, 2"),
        // 1.2500000000000000000000000001 in digits to base 2^32, the last first:
        // 677626357 × 2^64 + 3450749689 × 2^32 + 1409286145.
        basis("PublicService", 50, 3, "1409286145, 3450749689, 677626357, false, 28", "525, 0, 0, false, 4"),
        "    static GRADE_PRICES: ::phf::OrderedMap<GradeKey, GradePrice> = ::phf::OrderedMap {".to_owned(),
        grade("Commercial", "I", 5000, 1, 0, 1),
        grade("Industrial", "I", 600, 0, 1, 1),
        grade("PublicService", "I", 2000, 0, 2, 1),
        grade("Commercial", "II", 4001, 2, 0, 2),
        "    static ZONE_PRICES: ::phf::OrderedMap<ZoneKey, ZonePrice> = ::phf::OrderedMap {".to_owned(),
        zone("I", 1, [5000, 333], "2000, 0, 0, false, 0", 1),
        zone("II", 1, [4001, 267], "16004, 0, 0, false, 1", 2),
        zone("II", 2, [4000, 267], "16000, 0, 0, false, 1", 3),
        "name: \"xincheng-2024\",".to_owned(),
        "city: \"新城市\",".to_owned(),
        "base_date: Date::constant(2023, 7, 1),".to_owned(),
        "townships: &[".to_owned(),
        "        Annex { number: 1, title: \"级别基准地价表\", in_hand: true, area: Area::CentralUrban, \
         land_uses: &[LandUse::Commercial, LandUse::Industrial, LandUse::PublicService] },"
            .to_owned(),
        "        Annex { number: 3, title: \"商服用地区片基准地价表\", in_hand: true, area: Area::CentralUrban, \
         land_uses: &[LandUse::Commercial] },"
            .to_owned(),
    ] {
        assert_eq!(baked.lines().filter(|found| *found == line).count(), 1, "{line}\n{baked}");
    }
}

#[test]
fn the_same_tables_give_the_same_source() {
    assert_eq!(bake(&data(), &["xincheng-2024"]).unwrap(), bake(&data(), &["xincheng-2024"]).unwrap());
}

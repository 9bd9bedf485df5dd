//! A second edition is a folder and a name; what it is baked into is compiled and used by `dijia`'s test `consumer`.

use std::path::Path;

use dijia_core::{Date, Decimal, Document, Edition};
use dijia_tables::{bake, read};

fn data() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

#[test]
fn names() {
    let edition = read(&data().join("xincheng-2024")).unwrap();
    assert_eq!(edition.name(), "xincheng-2024");
    assert_eq!(edition.static_name(), "XINCHENG_2024");
}

#[test]
fn a_second_edition_is_a_name_more() {
    let one = bake(&data(), &["xincheng-2024"]).unwrap();
    assert!(one.contains("/// 新城市: 新政发〔2024〕1号, in force from 2024-01-01 to 2026-12-31.\n"));
    assert!(one.contains("pub static XINCHENG_2024: ::dijia_core::Edition<'static> = {\n"));
    assert!(one.ends_with("pub static EDITIONS: &[&::dijia_core::Edition<'static>] = &[&XINCHENG_2024];\n"));
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dijia/data/jinan-2020");
    let two = bake(&data(), &["xincheng-2024", real.to_str().unwrap()]).unwrap();
    assert!(
        two.ends_with("pub static EDITIONS: &[&::dijia_core::Edition<'static>] = &[&XINCHENG_2024, &JINAN_2020];\n")
    );
}

/// Every cell of the folder, in the edition that its packed bytes are opened as.
#[test]
fn every_cell_is_packed() {
    let packed = read(&data().join("xincheng-2024")).unwrap().pack();
    let edition = Edition::open(&packed).unwrap();
    assert_eq!((edition.name(), edition.city()), ("xincheng-2024", "新城市"));
    let date = |year, month, day| Some(Date::constant(year, month, day));
    let document = Document {
        number: "新政发〔2024〕1号",
        title: Some("新城市 \"基准地价\" 通知"),
        issuer: Some("新城市人民政府"),
        issue_date: date(2024, 3, 1),
        first_day_in_force: date(2024, 1, 1),
        last_day_in_force: date(2026, 12, 31),
        replaces: Some("新政发〔2020〕9号"),
        ..Document::default()
    };
    assert_eq!(edition.document(), document);
    let text = |value: Option<Decimal>| value.map(|value| value.to_string()).unwrap_or_default();
    let bases = edition.bases().map(|basis| {
        assert_eq!(basis.base_date(), date(2023, 7, 1));
        let land_use = basis.land_use().unwrap().name();
        let level = basis.development_level().unwrap().bits();
        let (term, ratio, rate) = (basis.statutory_term(), basis.plot_ratio(), basis.capitalization_rate());
        format!("{land_use} {} {level} {} {}", term.unwrap(), text(ratio), text(rate))
    });
    let expected = ["商服 40 255 2.5 0.07", "工业 50 0 1 0.05", "公共管理与公共服务 50 3 1.25 0.0525"];
    assert_eq!(bases.collect::<Vec<_>>(), expected);
    let grades = edition.grade_prices().map(|price| {
        let (land_use, grade, zones) = (price.land_use().name(), price.grade().name(), price.zones().count());
        format!("{land_use} {grade} {} {zones} {}", price.printed(), price.citation())
    });
    let expected = [
        "商服 Ⅰ 5000 1 新政发〔2024〕1号 附件1 第1行",
        "工业 Ⅰ 600 0 新政发〔2024〕1号 附件1 第1行",
        "公共管理与公共服务 Ⅰ 2000 0 新政发〔2024〕1号 附件1 第1行",
        "商服 Ⅱ 4001 2 新政发〔2024〕1号 附件1 第2行",
    ];
    assert_eq!(grades.collect::<Vec<_>>(), expected);
    let zones = edition.zone_prices().map(|price| {
        let (mu, floor) = (text(price.wan_yuan_per_mu()), text(price.per_floor_area()));
        format!("{} {} {mu} {floor} {}", price.code_text(), price.printed(), price.citation())
    });
    let expected = [
        "Ⅰ-1 5000 333 2000 新政发〔2024〕1号 附件3 第1行",
        "Ⅱ-1 4001 267 1600.4 新政发〔2024〕1号 附件3 第2行",
        "Ⅱ-2 4000 267 1600.0 新政发〔2024〕1号 附件3 第3行",
    ];
    assert_eq!(zones.collect::<Vec<_>>(), expected);
}

#[test]
fn the_same_tables_give_the_same_source() {
    assert_eq!(bake(&data(), &["xincheng-2024"]).unwrap(), bake(&data(), &["xincheng-2024"]).unwrap());
}

/// The file of the same tables is the same, and as large as it is said to be.
#[test]
fn the_same_tables_give_the_same_file() {
    let jinan = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dijia/data/jinan-2020");
    let packed = read(&jinan).unwrap().pack();
    assert_eq!(packed, read(&jinan).unwrap().pack());
    assert!(packed.len() <= 12 << 10, "{} bytes", packed.len());
}

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

#[test]
fn the_same_tables_give_the_same_source() {
    assert_eq!(bake(&data(), &["xincheng-2024"]).unwrap(), bake(&data(), &["xincheng-2024"]).unwrap());
}

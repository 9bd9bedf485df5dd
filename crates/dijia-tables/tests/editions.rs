//! A second edition is a folder and a name; what it is baked into is compiled and used by `dijia`'s test `consumer`.

use std::path::{Path, PathBuf};

use dijia_core::Edition;
use dijia_tables::{bake, read};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

fn jinan() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../dijia/data/jinan-2020")
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
    assert!(one.starts_with("/// 新城市: 新政发〔2024〕1号, in force from 2024-01-01 to 2026-12-31.\n"));
    assert!(one.contains("pub static XINCHENG_2024: ::dijia_core::Edition<'static> = {\n"));
    assert!(one.ends_with("pub static EDITIONS: &[&::dijia_core::Edition<'static>] = &[&XINCHENG_2024];\n"));
    let two = bake(&data(), &["xincheng-2024", jinan().to_str().unwrap()]).unwrap();
    assert!(
        two.ends_with("pub static EDITIONS: &[&::dijia_core::Edition<'static>] = &[&XINCHENG_2024, &JINAN_2020];\n")
    );
}

/// The file of the same tables is the same, and as large as it is said to be.
#[test]
fn the_same_tables_give_the_same_file() {
    let packed = read(&jinan()).unwrap().pack();
    assert_eq!(packed, read(&jinan()).unwrap().pack());
    assert!(packed.len() <= 12 << 10, "{} bytes", packed.len());
    assert!(Edition::open(&packed).is_ok());
}

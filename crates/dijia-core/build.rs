//! Turns the names of land uses (`land_use_names.csv`) and the codes of their schemes (`land_use_codes`) into perfect-hash maps.

use std::path::Path;
use std::{env, fs};

fn main() {
    let names = map("land_use_names.csv", |land_use| match land_use {
        "commercial" => "LandUse::Commercial".to_owned(),
        "residential" => "LandUse::Residential".to_owned(),
        "industrial" => "LandUse::Industrial".to_owned(),
        "public service" => "LandUse::PublicService".to_owned(),
        _ => panic!("unknown land use {land_use:?}"),
    });
    write(
        "land_use_names.rs",
        &format!("pub(super) static LAND_USE_NAMES: phf::Map<&'static str, LandUse> = {names};\n"),
    );

    let schemes = [
        ("GB_T_21010_2017", "land_use_codes/gb_t_21010_2017.csv"),
        ("GB_T_21010_2007", "land_use_codes/gb_t_21010_2007.csv"),
        ("LAND_AND_SEA_2023", "land_use_codes/land_use_and_sea_2023.csv"),
    ];
    let schemes = schemes.map(|(name, file)| {
        let codes = map(file, |name| format!("{name:?}"));
        format!("pub(super) static {name}: phf::Map<&'static str, &'static str> = {codes};\n")
    });
    write("land_use_codes.rs", &schemes.concat());
}

/// The map of a file of two columns, below a line of titles and others that begin with `#`.
fn map(file: &str, value: impl Fn(&str) -> String) -> String {
    println!("cargo::rerun-if-changed={file}");
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let mut map = phf_codegen::Map::new();
    let rows = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    for (index, line) in rows.skip(1) {
        let (key, named) =
            line.split_once(',').unwrap_or_else(|| panic!("{file}:{}: two columns are expected", index + 1));
        map.entry(key, value(named));
    }
    map.build().to_string()
}

fn write(name: &str, code: &str) {
    let out = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join(name);
    fs::write(&out, code).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
}

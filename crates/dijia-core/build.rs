//! Turns the names of land uses (`land_use_names.csv`) into a perfect-hash map, and the codes of their schemes
//! (`land_use_codes`) into sorted lists.

use std::path::Path;
use std::{env, fs};

fn main() {
    let mut names = phf_codegen::Map::new();
    for (name, land_use) in rows("land_use_names.csv") {
        let land_use = match land_use.as_str() {
            "commercial" => "LandUse::Commercial",
            "residential" => "LandUse::Residential",
            "industrial" => "LandUse::Industrial",
            "public service" => "LandUse::PublicService",
            _ => panic!("unknown land use {land_use:?}"),
        };
        names.entry(name, land_use.to_owned());
    }
    let names = names.build();
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
        let mut codes = rows(file);
        codes.sort();
        assert!(codes.windows(2).all(|pair| pair[0].0 != pair[1].0), "{file}: a code is there twice");
        format!("pub(super) const {name}: &[(&str, &str)] = &{codes:?};\n")
    });
    write("land_use_codes.rs", &schemes.concat());
}

/// The rows of a file of two columns, below a line of titles and others that begin with `#`.
fn rows(file: &str) -> Vec<(String, String)> {
    println!("cargo::rerun-if-changed={file}");
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let rows = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')).skip(1);
    let row = |(index, line): (usize, &str)| {
        let (key, named) =
            line.split_once(',').unwrap_or_else(|| panic!("{file}:{}: two columns are expected", index + 1));
        (key.to_owned(), named.to_owned())
    };
    rows.map(row).collect()
}

fn write(name: &str, code: &str) {
    let out = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join(name);
    fs::write(&out, code).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
}

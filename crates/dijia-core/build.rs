//! Turns the names of land uses (`land_use_names.csv`) into a perfect-hash map.

use std::path::Path;
use std::{env, fs};

const NAMES: &str = "land_use_names.csv";

fn main() {
    println!("cargo::rerun-if-changed={NAMES}");
    let text = fs::read_to_string(NAMES).unwrap_or_else(|error| panic!("{NAMES}: {error}"));
    let mut map = phf_codegen::Map::new();
    for (index, line) in text.lines().enumerate().skip(1) {
        let place = format!("{NAMES}:{}", index + 1);
        let (name, land_use) = line.split_once(',').unwrap_or_else(|| panic!("{place}: two columns are expected"));
        let variant = match land_use {
            "commercial" => "Commercial",
            "residential" => "Residential",
            "industrial" => "Industrial",
            "public service" => "PublicService",
            _ => panic!("{place}: unknown land use {land_use:?}"),
        };
        map.entry(name, format!("LandUse::{variant}"));
    }
    let code = format!("pub(super) static LAND_USE_NAMES: phf::Map<&'static str, LandUse> = {};\n", map.build());
    let out = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("land_use_names.rs");
    fs::write(&out, code).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
}

//! The edition's zone codes as the arms of a `match`, as one would write them by hand.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use dijia::{JINAN_2020, Key, LandUse};

fn main() {
    let mut code = String::from("/// Where in the order printed the row of that zone is.\n");
    code.push_str("pub fn row(land_use: LandUse, code: &str) -> Option<usize> {\n    Some(match land_use {\n");
    for land_use in LandUse::ALL {
        let rows = JINAN_2020.zone_prices().enumerate().filter(|(_, row)| row.land_use().key() == Key::Known(land_use));
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() {
            writeln!(code, "        LandUse::{land_use:?} => return None,").expect("a string takes everything");
            continue;
        }
        writeln!(code, "        LandUse::{land_use:?} => match code {{").expect("a string takes everything");
        for (index, row) in rows {
            writeln!(code, "            \"{}\" => {index},", row.code_text()).expect("a string takes everything");
        }
        code.push_str("            _ => return None,\n        },\n");
    }
    code.push_str("    })\n}\n");
    let out = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("plain_match.rs");
    fs::write(&out, code).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
    println!("cargo::rerun-if-changed=build.rs");
}

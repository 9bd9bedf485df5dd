//! Uses a phf table at build time, and writes one for run time.

use std::path::Path;
use std::{env, fs};

static AT_BUILD_TIME: phf::Map<&str, u32> = phf::phf_map! { "one" => 1, "two" => 2, "three" => 3, "four" => 4 };

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var_os("OUT_DIR").unwrap();
    let mut map = phf_codegen::Map::new();
    for (name, number) in &AT_BUILD_TIME {
        assert_eq!(AT_BUILD_TIME.get(name), Some(number));
        map.entry(*name, number.to_string());
    }
    let map = format!("static WRITTEN: phf::Map<&str, u32> = {};\n", map.build());
    fs::write(Path::new(&out).join("written.rs"), map).unwrap();

    let data = "../../../dijia-tables/tests/data";
    let editions = dijia_tables::bake(data.as_ref(), &["xincheng-2024"]).unwrap_or_else(|error| panic!("{error}"));
    fs::write(Path::new(&out).join("editions.rs"), editions).unwrap();
}

//! Looks something up in every table, and stops at the first that does not hold what it should.

use dijia_core::LandUse;

include!(concat!(env!("OUT_DIR"), "/written.rs"));

static BY_MACRO: phf::OrderedMap<&str, u32> = phf::phf_ordered_map! { "one" => 1, "two" => 2, "three" => 3 };

fn main() {
    for (name, number) in [("one", 1), ("two", 2), ("three", 3)] {
        assert_eq!(BY_MACRO.get(name), Some(&number));
        assert_eq!(WRITTEN.get(name), Some(&number));
    }
    assert_eq!("商服用地".parse(), Ok(LandUse::Commercial));
    println!("every table holds");
}

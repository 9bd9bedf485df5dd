//! Lookups in the editions themselves, whose tables are known when the proof is built.

use dijia::{Area, Grade, JINAN_2020, LandUse, ZoneCode};

use crate::calls::{Out, debug};

#[unsafe(no_mangle)]
pub fn prove_lookups(area: Area, land_use: LandUse, grade: Grade, code: ZoneCode, out: &mut Out<'_>) {
    out.put(&JINAN_2020.zone_price(land_use, code));
    out.put(&JINAN_2020.grade_price(land_use, grade));
    out.put(&JINAN_2020.township_grade_price(land_use, grade));
    out.put(&JINAN_2020.basis(area, land_use));
    debug(&JINAN_2020, out);
}

#[unsafe(no_mangle)]
pub fn prove_lookup_of_a_spelling(land_use: &str, code: &str, out: &mut Out<'_>) {
    if let (Ok(land_use), Ok(code)) = (land_use.parse(), code.parse()) {
        out.put(&JINAN_2020.zone_price(land_use, code));
    }
}

#[unsafe(no_mangle)]
pub fn prove_iteration(out: &mut Out<'_>) {
    JINAN_2020.zone_prices().for_each(|row| out.put(row));
    JINAN_2020.grade_prices().for_each(|row| out.put(row));
    JINAN_2020.bases().for_each(|row| out.put(row));
}

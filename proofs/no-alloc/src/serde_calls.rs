//! Calls of what the feature `serde` adds, with a serializer that does not allocate either.

use dijia_core::{
    Appraised, Area, BasePrice, Basis, Citation, DevelopmentLevel, Excerpt, Grade, GradePrice, Input, LandUse,
    MixedAppraised, Origin, PaymentDue, RoundingMode, RoundingPolicy, Service, Share, Source, Step, Value, Warning,
    ZoneCode, ZonePrice,
};
use serde::{Deserialize, Serialize};

use crate::calls::Out;

fn write<T: Serialize>(value: &T, out: &mut Out<'_>) {
    let mut json = [0; 1024];
    out.put(&serde_json_core::to_slice(value, &mut json).is_ok());
    out.put(&json);
}

fn read<'a, T: Deserialize<'a>>(json: &'a [u8], out: &mut Out<'_>) {
    out.put(&serde_json_core::from_slice::<T>(json).ok());
}

#[unsafe(no_mangle)]
pub fn prove_reading_json(json: &[u8], out: &mut Out<'_>) {
    read::<Area>(json, out);
    read::<DevelopmentLevel>(json, out);
    read::<Grade>(json, out);
    read::<LandUse>(json, out);
    read::<Service>(json, out);
    read::<ZoneCode>(json, out);
}

#[unsafe(no_mangle)]
pub fn prove_writing_words(
    words: (&Area, &DevelopmentLevel, &Grade, &LandUse, &Service, &ZoneCode, &&RoundingMode),
    out: &mut Out<'_>,
) {
    write::<Area>(words.0, out);
    write::<DevelopmentLevel>(words.1, out);
    write::<Grade>(words.2, out);
    write::<LandUse>(words.3, out);
    write::<Service>(words.4, out);
    write::<ZoneCode>(words.5, out);
    write::<RoundingMode>(words.6, out);
}

#[unsafe(no_mangle)]
pub fn prove_writing_rows(citation: &Citation, rows: (&Basis, &GradePrice, &ZonePrice, &Origin), out: &mut Out<'_>) {
    write::<Citation>(citation, out);
    write::<Excerpt>(&rows.2.code_text(), out);
    write::<Basis>(rows.0, out);
    write::<GradePrice>(rows.1, out);
    write::<ZonePrice>(rows.2, out);
    write::<Origin>(rows.3, out);
}

#[unsafe(no_mangle)]
pub fn prove_writing_an_appraisal(
    parts: (&BasePrice<'_>, &RoundingPolicy, &Warning<'_>, &Input, &Source, &Step<'_>),
    appraised: &Appraised<'_>,
    mixed: (&MixedAppraised<'_>, &Share<'_>),
    due: &PaymentDue,
    out: &mut Out<'_>,
) {
    write::<BasePrice<'_>>(parts.0, out);
    write::<RoundingPolicy>(parts.1, out);
    write::<Warning<'_>>(parts.2, out);
    write::<Input>(parts.3, out);
    write::<Value>(&parts.3.value, out);
    write::<Source>(parts.4, out);
    write::<Step<'_>>(parts.5, out);
    write::<Appraised<'_>>(appraised, out);
    write::<MixedAppraised<'_>>(mixed.0, out);
    write::<Share<'_>>(mixed.1, out);
    write::<PaymentDue>(due, out);
}

//! Editions: what one is asked, and what its rows answer; lookups in the baked ones, whose tables are known when the proof is
//! built.

use dijia::JINAN_2020;
use dijia_core::{
    AnnexOfEdition, Area, AreaOfEdition, Basis, Citation, Date, Document, Edition, Error, Formula, Grade,
    GradeOfEdition, GradePrice, InvalidFile, Key, LandUse, LandUseCode, LandUseOfEdition, Language, Listed, Message,
    Misspelling, Named, Normal, Part, PlaceOfEdition, PricedArea, Statement, Warning, Word, ZoneCode, ZonePrice,
};

use crate::calls::{Out, cmp, debug, default, display, eq, hash};

#[unsafe(no_mangle)]
pub fn prove_opening(bytes: &[u8], out: &mut Out<'_>) {
    match Edition::open(bytes) {
        Ok(edition) => prove_edition(&edition, &edition, "", Date::constant(2020, 10, 8), out),
        Err(error) => prove_invalid_file(&error, &error, out),
    }
}

#[unsafe(no_mangle)]
pub fn prove_invalid_file(value: &InvalidFile, other: &InvalidFile, out: &mut Out<'_>) {
    display::<InvalidFile>(value, out);
    debug::<InvalidFile>(value, out);
    eq::<InvalidFile>(value, other, out);
    hash::<InvalidFile>(value, out);
    for language in [Language::Chinese, Language::English] {
        display::<Message<InvalidFile>>(&InvalidFile::message(*value, language), out);
    }
}

#[unsafe(no_mangle)]
pub fn prove_edition(value: &Edition<'_>, other: &Edition<'_>, text: &str, date: Date, out: &mut Out<'_>) {
    debug::<Edition<'_>>(value, out);
    eq::<Edition<'_>>(value, other, out);
    out.put(Edition::bytes(value));
    out.put(&Edition::digest(value));
    out.put(&Edition::name(value));
    out.put(&Edition::city(value));
    out.put(&Edition::document(value));
    out.put(&Edition::base_date(value));
    default::<Formula>(out);
    if let Some(formula) = Edition::formula(value) {
        display::<Formula>(&formula, out);
        debug::<Formula>(&formula, out);
        eq::<Formula>(&formula, &formula, out);
        hash::<Formula>(&formula, out);
        out.put(&Formula::adjusts_first(&formula));
    }
    out.put(&Edition::validity_on(value, date));
    Edition::land_uses(value).for_each(|row| out.put(&row));
    Edition::areas(value).for_each(|row| out.put(&row));
    Edition::places(value).for_each(|row| out.put(&row));
    Edition::grades(value).for_each(|row| out.put(&row));
    Edition::annexes(value).for_each(|row| out.put(&row));
    Edition::statements(value).for_each(|row| out.put(&row));
    Edition::bases(value).for_each(|row| out.put(&row));
    Edition::grade_prices(value).for_each(|row| out.put(&row));
    Edition::zone_prices(value).for_each(|row| out.put(&row));
    out.put(&Edition::land_use(value, text));
    out.put(&Edition::development_level(value, text));
    out.put(&Edition::area(value, text));
    out.put(&Edition::grade(value, text));
    out.put(&Edition::zone_code(value, text));
    out.put(&Edition::basis(value, text, text));
    out.put(&Edition::grade_price(value, text, text));
    out.put(&Edition::grade_price_in(value, text, text, text));
    out.put(&Edition::zone_price(value, text, text));
    out.put(&Edition::zone_price_in(value, text, text, text));
}

#[unsafe(no_mangle)]
pub fn prove_words_of_editions(
    edition: &Edition<'_>,
    known: (LandUse, Area, Grade, ZoneCode),
    rows: (LandUseOfEdition<'_>, AreaOfEdition<'_>, GradeOfEdition<'_>),
    out: &mut Out<'_>,
) {
    fn key_in<T, W: Word<T>>(word: W, edition: &Edition<'_>, out: &mut Out<'_>) {
        out.put(&W::key_in(word, edition));
    }
    key_in(known.0, edition, out);
    key_in(Key::Known(known.0), edition, out);
    key_in(rows.0, edition, out);
    key_in(known.1, edition, out);
    key_in(Key::Known(known.1), edition, out);
    key_in(rows.1, edition, out);
    key_in(known.2, edition, out);
    key_in(Key::Known(known.2), edition, out);
    key_in(rows.2, edition, out);
    key_in(known.3, edition, out);
    key_in(Key::Known(known.3), edition, out);
}

#[unsafe(no_mangle)]
pub fn prove_keys(value: &Key<LandUse>, other: &Key<LandUse>, bits: u32, out: &mut Out<'_>) {
    debug::<Key<LandUse>>(value, out);
    eq::<Key<LandUse>>(value, other, out);
    cmp::<Key<LandUse>>(value, other, out);
    hash::<Key<LandUse>>(value, out);
    // <Key as From>
    out.put(&<Key<LandUse> as From<LandUse>>::from(LandUse::Commercial));
    let listed: Listed<LandUse> = Listed::from_bits(bits);
    out.put(&Listed::to_bits(listed));
    debug::<Listed<LandUse>>(&listed, out);
    eq::<Listed<LandUse>>(&listed, &listed, out);
    cmp::<Listed<LandUse>>(&listed, &listed, out);
    hash::<Listed<LandUse>>(&listed, out);
}

#[unsafe(no_mangle)]
pub fn prove_named(value: &Named<LandUse>, other: &Named<LandUse>, text: &str, out: &mut Out<'_>) {
    display::<Named<LandUse>>(value, out);
    debug::<Named<LandUse>>(value, out);
    eq::<Named<LandUse>>(value, other, out);
    hash::<Named<LandUse>>(value, out);
    out.put(&Named::known(*value));
    // `Named::chinese`, of which there are two.
    out.put(<Named<LandUse>>::chinese(value));
    if let Some(normal) = Normal::of(text) {
        out.put(Normal::as_str(&normal));
        debug::<Normal>(&normal, out);
    }
}

#[unsafe(no_mangle)]
pub fn prove_document(value: &Document<'_>, other: &Document<'_>, date: Date, out: &mut Out<'_>) {
    debug::<Document<'_>>(value, out);
    eq::<Document<'_>>(value, other, out);
    hash::<Document<'_>>(value, out);
    default::<Document<'_>>(out);
    out.put(&Document::validity_on(value, date));
}

#[unsafe(no_mangle)]
pub fn prove_citation(value: &Citation<'_>, other: &Citation<'_>, out: &mut Out<'_>) {
    display::<Citation<'_>>(value, out);
    debug::<Citation<'_>>(value, out);
    eq::<Citation<'_>>(value, other, out);
    hash::<Citation<'_>>(value, out);
    debug::<Part<'_>>(&value.part, out);
    eq::<Part<'_>>(&value.part, &other.part, out);
    hash::<Part<'_>>(&value.part, out);
}

#[unsafe(no_mangle)]
pub fn prove_priced_area(value: &PricedArea, other: &PricedArea, out: &mut Out<'_>) {
    debug::<PricedArea>(value, out);
    eq::<PricedArea>(value, other, out);
    hash::<PricedArea>(value, out);
}

#[unsafe(no_mangle)]
pub fn prove_land_use_of_edition(value: &LandUseOfEdition<'_>, other: &LandUseOfEdition<'_>, out: &mut Out<'_>) {
    debug::<LandUseOfEdition<'_>>(value, out);
    eq::<LandUseOfEdition<'_>>(value, other, out);
    out.put(&LandUseOfEdition::name(value));
    out.put(&LandUseOfEdition::english(value));
    out.put(&LandUseOfEdition::class(value));
    out.put(&LandUseOfEdition::printed_under(value));
    out.put(&LandUseOfEdition::key(value));
    out.put(&LandUseOfEdition::name_in(value, Language::Chinese));
}

#[unsafe(no_mangle)]
pub fn prove_area_of_edition(value: &AreaOfEdition<'_>, other: &AreaOfEdition<'_>, out: &mut Out<'_>) {
    debug::<AreaOfEdition<'_>>(value, out);
    eq::<AreaOfEdition<'_>>(value, other, out);
    out.put(&AreaOfEdition::name(value));
    out.put(&AreaOfEdition::english(value));
    AreaOfEdition::places(value).for_each(|row| out.put(&row));
    out.put(&AreaOfEdition::key(value));
    out.put(&AreaOfEdition::name_in(value, Language::Chinese));
}

#[unsafe(no_mangle)]
pub fn prove_place_of_edition(value: &PlaceOfEdition<'_>, other: &PlaceOfEdition<'_>, out: &mut Out<'_>) {
    debug::<PlaceOfEdition<'_>>(value, out);
    eq::<PlaceOfEdition<'_>>(value, other, out);
    out.put(&PlaceOfEdition::name(value));
    out.put(&PlaceOfEdition::district(value));
    out.put(&PlaceOfEdition::area(value));
}

#[unsafe(no_mangle)]
pub fn prove_grade_of_edition(value: &GradeOfEdition<'_>, other: &GradeOfEdition<'_>, out: &mut Out<'_>) {
    debug::<GradeOfEdition<'_>>(value, out);
    eq::<GradeOfEdition<'_>>(value, other, out);
    out.put(&GradeOfEdition::name(value));
    out.put(&GradeOfEdition::key(value));
}

#[unsafe(no_mangle)]
pub fn prove_annex_of_edition(value: &AnnexOfEdition<'_>, other: &AnnexOfEdition<'_>, out: &mut Out<'_>) {
    debug::<AnnexOfEdition<'_>>(value, out);
    eq::<AnnexOfEdition<'_>>(value, other, out);
    out.put(&AnnexOfEdition::number(value));
    out.put(&AnnexOfEdition::label(value));
    out.put(&AnnexOfEdition::title(value));
    out.put(&AnnexOfEdition::is_in_hand(value));
    out.put(&AnnexOfEdition::is_of_zones(value));
    out.put(&AnnexOfEdition::area(value));
    AnnexOfEdition::land_uses(value).for_each(|row| out.put(&row));
}

#[unsafe(no_mangle)]
pub fn prove_statement(value: &Statement<'_>, other: &Statement<'_>, out: &mut Out<'_>) {
    debug::<Statement<'_>>(value, out);
    eq::<Statement<'_>>(value, other, out);
    out.put(&Statement::about(value));
    out.put(&Statement::words(value));
    out.put(&Statement::area(value));
}

#[unsafe(no_mangle)]
pub fn prove_land_use_code(value: &LandUseCode<'_>, other: &LandUseCode<'_>, out: &mut Out<'_>) {
    debug::<LandUseCode<'_>>(value, out);
    eq::<LandUseCode<'_>>(value, other, out);
    out.put(&LandUseCode::scheme(value));
    out.put(&LandUseCode::code(value));
    out.put(&LandUseCode::name(value));
    out.put(&LandUseCode::land_use(value));
    out.put(&LandUseCode::citation(value));
}

#[unsafe(no_mangle)]
pub fn prove_grade_price(value: &GradePrice<'_>, other: &GradePrice<'_>, out: &mut Out<'_>) {
    debug::<GradePrice<'_>>(value, out);
    eq::<GradePrice<'_>>(value, other, out);
    out.put(&GradePrice::edition(value));
    out.put(&GradePrice::area(value));
    out.put(&GradePrice::land_use(value));
    out.put(&GradePrice::printed(value));
    out.put(&GradePrice::priced_area(value));
    out.put(&GradePrice::is_lower_bound(value));
    out.put(&GradePrice::per_square_metre(value));
    out.put(&GradePrice::wan_yuan_per_mu(value));
    out.put(&GradePrice::per_floor_area(value));
    out.put(&GradePrice::basis(value));
    out.put(&GradePrice::citation(value));
    out.put(&GradePrice::grade(value));
    GradePrice::zones(value).for_each(|row| out.put(&row));
}

#[unsafe(no_mangle)]
pub fn prove_zone_price(value: &ZonePrice<'_>, other: &ZonePrice<'_>, out: &mut Out<'_>) {
    debug::<ZonePrice<'_>>(value, out);
    eq::<ZonePrice<'_>>(value, other, out);
    out.put(&ZonePrice::edition(value));
    out.put(&ZonePrice::area(value));
    out.put(&ZonePrice::land_use(value));
    out.put(&ZonePrice::printed(value));
    out.put(&ZonePrice::priced_area(value));
    out.put(&ZonePrice::is_lower_bound(value));
    out.put(&ZonePrice::per_square_metre(value));
    out.put(&ZonePrice::wan_yuan_per_mu(value));
    out.put(&ZonePrice::per_floor_area(value));
    out.put(&ZonePrice::basis(value));
    out.put(&ZonePrice::citation(value));
    out.put(&ZonePrice::grade(value));
    out.put(&ZonePrice::code(value));
    out.put(&ZonePrice::code_text(value));
    out.put(&ZonePrice::key(value));
    out.put(&ZonePrice::printed_code(value));
}

#[unsafe(no_mangle)]
pub fn prove_basis(value: &Basis<'_>, other: &Basis<'_>, out: &mut Out<'_>) {
    debug::<Basis<'_>>(value, out);
    eq::<Basis<'_>>(value, other, out);
    out.put(&Basis::edition(value));
    out.put(&Basis::area(value));
    out.put(&Basis::land_use(value));
    out.put(&Basis::grade(value));
    out.put(&Basis::base_date(value));
    out.put(&Basis::right(value));
    out.put(&Basis::statutory_term(value));
    out.put(&Basis::development_level(value));
    out.put(&Basis::development_name(value));
    out.put(&Basis::plot_ratio(value));
    out.put(&Basis::capitalization_rate(value));
    out.put(&Basis::citation(value));
}

#[unsafe(no_mangle)]
pub fn prove_lookups(area: Area, land_use: LandUse, grade: Grade, code: ZoneCode, out: &mut Out<'_>) {
    out.put(&JINAN_2020.zone_price(land_use, code));
    out.put(&JINAN_2020.grade_price(land_use, grade));
    out.put(&JINAN_2020.grade_price_in(area, land_use, grade));
    out.put(&JINAN_2020.basis(area, land_use));
    debug(&JINAN_2020, out);
}

#[unsafe(no_mangle)]
pub fn prove_lookup_of_a_spelling(land_use: &str, code: &str, out: &mut Out<'_>) {
    out.put(&JINAN_2020.zone_price(land_use, code));
}

#[unsafe(no_mangle)]
pub fn prove_iteration(out: &mut Out<'_>) {
    JINAN_2020.zone_prices().for_each(|row| out.put(&row));
    JINAN_2020.grade_prices().for_each(|row| out.put(&row));
    JINAN_2020.bases().for_each(|row| out.put(&row));
}

#[unsafe(no_mangle)]
pub fn prove_messages(error: Error, misspelling: Misspelling, warning: Warning<'_>, out: &mut Out<'_>) {
    for language in [Language::Chinese, Language::English] {
        display::<Message<Error>>(&Error::message(error, language), out);
        debug::<Message<Error>>(&Error::message(error, language), out);
        display::<Message<Misspelling>>(&Misspelling::message(misspelling, language), out);
        display::<Message<Warning<'_>>>(&Warning::message(warning, language), out);
    }
}

#[unsafe(no_mangle)]
pub fn prove_named_area(area: &Named<Area>, out: &mut Out<'_>) {
    out.put(<Named<Area>>::chinese(area));
}

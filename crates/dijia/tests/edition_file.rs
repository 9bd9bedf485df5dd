//! The edition file: what is opened is the edition that was packed, and nothing else is opened.

use dijia::{Area, Edition, Error, Grade, InvalidFile, JINAN_2020, Key, LandUse, Listed, Named};

fn opened(bytes: &[u8]) -> Edition<'_> {
    Edition::open(bytes).expect("the file is whole")
}

/// A baked edition and the same one opened answer alike, in every figure and in every error.
#[test]
fn baked_and_opened_answer_alike() {
    let opened = opened(JINAN_2020.bytes());
    assert_eq!(opened, JINAN_2020);
    assert_eq!(format!("{opened:?}"), format!("{JINAN_2020:?}"));
    let text = |edition: &Edition<'_>| {
        let zones = edition.zone_prices().map(|price| format!("{price:?} {} {:?}", price.printed(), price.basis()));
        let grades = edition.grade_prices().map(|price| format!("{price:?} {} {:?}", price.printed(), price.basis()));
        zones.chain(grades).collect::<Vec<_>>()
    };
    assert_eq!(text(&opened), text(&JINAN_2020));
    assert_eq!(text(&opened).len(), 245);
    for spelling in ["商服", "中心城区", "Ⅲ-4", "公服", "仲宫街道", "办公", "", "３－４"] {
        assert_eq!(opened.land_use(spelling), JINAN_2020.land_use(spelling));
        assert_eq!(opened.area(spelling), JINAN_2020.area(spelling));
        assert_eq!(opened.zone_code(spelling), JINAN_2020.zone_code(spelling));
        assert_eq!(opened.grade(spelling), JINAN_2020.grade(spelling));
    }
    assert_eq!(opened.land_use("商服"), Ok(Key::Known(LandUse::Commercial)));
}

/// A key is held by other languages as a number, and a number that no list gave names nothing: not what stands at the
/// remainder of it, nor what stands in the next row.
#[test]
fn keys_that_no_list_gave_name_nothing() {
    let [low, high, ..] = JINAN_2020.digest();
    let forged = |place: u16| u32::from(u16::from_le_bytes([low, high])) << 16 | u32::from(place);
    let (uses, areas, grades) = (JINAN_2020.land_uses().len(), JINAN_2020.areas().len(), JINAN_2020.grades().len());
    let commercial = |grade: Key<Grade>| JINAN_2020.grade_price(LandUse::Commercial, grade);
    assert!(commercial(Key::Listed(Listed::from_bits(forged(0)))).is_ok(), "the first grade has a place");
    for place in (0..=u16::MAX).filter(|&place| place < 600 || place % 256 < 16) {
        let bits = forged(place);
        let land_use = Key::Listed(Listed::from_bits(bits));
        let by_use = JINAN_2020.basis(Area::CentralUrban, land_use).map(|_| ());
        let is_refused = matches!(by_use, Err(Error::NoSuchUse { .. }));
        assert_eq!(is_refused, usize::from(place) >= uses, "use {place}: {by_use:?}");
        let by_area = JINAN_2020.basis(Key::Listed(Listed::from_bits(bits)), LandUse::Commercial).map(|_| ());
        let is_refused = matches!(by_area, Err(Error::NoSuchArea { .. }));
        assert_eq!(is_refused, usize::from(place) >= areas, "area {place}: {by_area:?}");
        if usize::from(place) >= grades {
            let by_grade = commercial(Key::Listed(Listed::from_bits(bits))).map(|_| ());
            let is_nameless = |grade: &Named<Grade>| matches!(grade, Named::Listed(name) if name.as_str().is_empty());
            let Err(Error::NoSuchGrade { grade, .. }) = by_grade else { panic!("grade {place}: {by_grade:?}") };
            assert!(is_nameless(&grade), "grade {place}: {grade:?}");
        }
    }
}

/// Every file that is shorter.
#[test]
fn truncated_files_are_refused() {
    let bytes = JINAN_2020.bytes();
    for len in 0..bytes.len() {
        assert!(Edition::open(&bytes[..len]).is_err(), "{len} bytes");
    }
    let longer = [bytes, &[0]].concat();
    let expected = u32::try_from(bytes.len()).unwrap();
    assert_eq!(Edition::open(&longer), Err(InvalidFile::Length { bytes: bytes.len() + 1, expected }));
}

/// Every file in which one bit is another.
#[test]
fn flipped_bits_are_refused() {
    let mut bytes = JINAN_2020.bytes().to_vec();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            bytes[at] ^= 1 << bit;
            assert!(Edition::open(&bytes).is_err(), "bit {bit} of byte {at}");
            bytes[at] ^= 1 << bit;
        }
    }
    assert!(Edition::open(&bytes).is_ok());
}

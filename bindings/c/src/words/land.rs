//! Land: its uses, areas, grades and zones.

use core::ffi::c_char;

use dijia::{Area, Grade, Key, LandUse, ZoneCode};

use crate::error::{dijia_error, report};
use crate::failure::{Failure, Result};
use crate::pointer::{Out, Plain};
use crate::status::{DIJIA_INVALID_GRADE, DIJIA_INVALID_ZONE_CODE, dijia_status};
use crate::text;
use crate::text::dijia_text;
use crate::words::enumeration::element;
use crate::words::language::{dijia_language, pick, read_language};

/// A use of land (土地用途): one of `DIJIA_COMMERCIAL`, `DIJIA_RESIDENTIAL`, `DIJIA_INDUSTRIAL`, `DIJIA_PUBLIC_SERVICE`.
pub type dijia_land_use = u32;

/// 商服用地
pub const DIJIA_COMMERCIAL: dijia_land_use = 0;
/// 住宅用地
pub const DIJIA_RESIDENTIAL: dijia_land_use = 1;
/// 工业用地
pub const DIJIA_INDUSTRIAL: dijia_land_use = 2;
/// 公共管理与公共服务用地
pub const DIJIA_PUBLIC_SERVICE: dijia_land_use = 3;

/// A part of a city: one of `DIJIA_CENTRAL_URBAN`, `DIJIA_TOWNSHIP`.
pub type dijia_area = u32;

/// 中心城区, the central urban area.
pub const DIJIA_CENTRAL_URBAN: dijia_area = 0;
/// 建制镇（街道）驻地, the seats of the townships that a notice names.
pub const DIJIA_TOWNSHIP: dijia_area = 1;

/// A land grade (级别): 1 for Ⅰ, the dearest, to 20.
pub type dijia_grade = u16;

/// The code of a zone (区片): a grade and a number within it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_zone_code {
    /// The grade, 1 to 20.
    pub grade: dijia_grade,
    /// The number of the zone within its grade, from 1.
    pub number: u16,
}

// SAFETY: integers.
unsafe impl Plain for dijia_zone_code {}

const _: () = assert!(
    DIJIA_COMMERCIAL == LandUse::Commercial as u32
        && DIJIA_PUBLIC_SERVICE == LandUse::PublicService as u32
        && DIJIA_TOWNSHIP == Area::Township as u32
);

pub fn read_land_use(land_use: dijia_land_use) -> Result<LandUse> {
    element(&LandUse::ALL, land_use)
}

pub fn read_area(area: dijia_area) -> Result<Area> {
    element(&Area::ALL, area)
}

pub fn read_grade(grade: dijia_grade) -> Result<Grade> {
    u8::try_from(grade).ok().and_then(Grade::from_number).ok_or(Failure::of(DIJIA_INVALID_GRADE))
}

/// The number of a land use, and of a word that an edition lists.
pub fn number_of_land_use(key: Key<LandUse>) -> dijia_land_use {
    match key {
        Key::Known(known) => known as u32,
        Key::Listed(listed) => listed.to_bits(),
    }
}

pub fn number_of_area(key: Key<Area>) -> dijia_area {
    match key {
        Key::Known(known) => known as u32,
        Key::Listed(listed) => listed.to_bits(),
    }
}

pub fn number_of_grade(key: Key<Grade>) -> dijia_grade {
    match key {
        Key::Known(known) => known.number().into(),
        Key::Listed(_) => 0,
    }
}

impl From<ZoneCode> for dijia_zone_code {
    fn from(code: ZoneCode) -> Self {
        Self { grade: code.grade().number().into(), number: code.number() }
    }
}

impl dijia_zone_code {
    pub fn read(self) -> Result<ZoneCode> {
        let code = read_grade(self.grade).ok().and_then(|grade| ZoneCode::new(grade, self.number));
        code.ok_or(Failure::of(DIJIA_INVALID_ZONE_CODE))
    }
}

/// Reads the name of a land use as attribute tables have it, in Chinese with or without 用地 or in English in any case:
/// 商服用地, 商服, 商业, commercial …
///
/// Fails with `DIJIA_INVALID_LAND_USE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_land_use_parse(
    text: *const c_char,
    length: usize,
    out: *mut dijia_land_use,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value: LandUse = text::read(text, length)?.parse()?;
            out.write(value as u32);
            Ok(())
        })
    }
}

/// The name of a land use: 商服 or commercial.
///
/// Fails with `DIJIA_INVALID_ENUMERATOR`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_land_use_name(
    value: dijia_land_use,
    language: dijia_language,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value = read_land_use(value)?;
            out.write(dijia_text::from(pick(read_language(language)?, value.chinese(), value.english())));
            Ok(())
        })
    }
}

/// Reads the name of an area: 中心城区, 建制镇, central urban area, township.
///
/// Fails with `DIJIA_INVALID_AREA`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_area_parse(
    text: *const c_char,
    length: usize,
    out: *mut dijia_area,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value: Area = text::read(text, length)?.parse()?;
            out.write(value as u32);
            Ok(())
        })
    }
}

/// The name of an area.
///
/// Fails with `DIJIA_INVALID_ENUMERATOR`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_area_name(
    value: dijia_area,
    language: dijia_language,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value = read_area(value)?;
            out.write(dijia_text::from(pick(read_language(language)?, value.chinese(), value.english())));
            Ok(())
        })
    }
}

/// Reads a grade in any of its spellings: Ⅲ, ⅲ, III, ＩＩＩ, 3, 三, each alone or as 三级, 三级地, 第三级.
///
/// Fails with `DIJIA_INVALID_GRADE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_grade_parse(
    text: *const c_char,
    length: usize,
    out: *mut dijia_grade,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value: Grade = text::read(text, length)?.parse()?;
            out.write(value.number().into());
            Ok(())
        })
    }
}

/// The numeral of a grade: the Unicode numeral, Ⅰ to Ⅻ, and from 13 letters, XIII to XX.
///
/// Fails with `DIJIA_INVALID_GRADE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_grade_name(
    value: dijia_grade,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            out.write(dijia_text::from(read_grade(value)?.numeral()));
            Ok(())
        })
    }
}

/// Reads the code of a zone in any of its spellings: Ⅲ-4, III－４, ⅲ4, 3-4, 三级-4, Ⅲ-04, Ⅲ-4区片 …
///
/// Fails with `DIJIA_INVALID_ZONE_CODE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_zone_code_parse(
    text: *const c_char,
    length: usize,
    out: *mut dijia_zone_code,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value: ZoneCode = text::read(text, length)?.parse()?;
            out.write(dijia_zone_code::from(value));
            Ok(())
        })
    }
}

/// The canonical spelling of a zone code, `Ⅲ-4`, into the buffer: at most 12 bytes with its NUL.
///
/// Fails with `DIJIA_INVALID_ZONE_CODE`, `DIJIA_BUFFER_TOO_SMALL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_zone_code_text(
    value: dijia_zone_code,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe { report(error, || text::write(value.read()?, buffer, capacity, length)) }
}

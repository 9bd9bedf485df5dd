//! Land: its uses, areas, grades and zones.

use core::ffi::c_char;

use dijia::{Area, Grade, LandUse, ZoneCode};

use crate::error::{dijia_error, report};
use crate::failure::{Failure, Result};
use crate::pointer::{Out, Plain};
use crate::status::{DIJIA_INVALID_GRADE, DIJIA_INVALID_ZONE_CODE, dijia_status};
use crate::text;
use crate::text::dijia_text;
use crate::words::enumeration::element;
use crate::words::language::{dijia_language, pick, read_language};

/// A use of land (土地用途): one of `DIJIA_COMMERCIAL`, `DIJIA_RESIDENTIAL`, `DIJIA_INDUSTRIAL`, `DIJIA_PUBLIC_SERVICE`,
/// or the number that `dijia_edition_land_use` and `dijia_land_use_at` give to a land use of an edition's own, for that
/// edition alone.
pub type dijia_land_use = u32;

/// No land use.
pub const DIJIA_NO_LAND_USE: dijia_land_use = 0;
/// 商服用地
pub const DIJIA_COMMERCIAL: dijia_land_use = 1;
/// 住宅用地
pub const DIJIA_RESIDENTIAL: dijia_land_use = 2;
/// 工业用地
pub const DIJIA_INDUSTRIAL: dijia_land_use = 3;
/// 公共管理与公共服务用地
pub const DIJIA_PUBLIC_SERVICE: dijia_land_use = 4;

/// A part of a city that a set of prices holds for: one of `DIJIA_FIRST_AREA`, `DIJIA_CENTRAL_URBAN`, `DIJIA_TOWNSHIP`, or
/// the number that `dijia_edition_area` and `dijia_area_at` give to an area of an edition's own, for that edition alone.
pub type dijia_area = u32;

/// The first area of an edition, such as 中心城区; none where an area is told of.
pub const DIJIA_FIRST_AREA: dijia_area = 0;
/// 中心城区, the central urban area.
pub const DIJIA_CENTRAL_URBAN: dijia_area = 1;
/// 建制镇（街道）驻地, the seats of the townships that a notice names.
pub const DIJIA_TOWNSHIP: dijia_area = 2;

/// A land grade (级别): 1 for Ⅰ, the dearest, to 20; 0 for none; or the number that `dijia_edition_grade` and
/// `dijia_grade_at` give to a grade of an edition's that only has a name (限制级), for that edition alone.
pub type dijia_grade = u32;

/// The code of a zone (区片): a grade and a number within it, or what `dijia_edition_zone_code` makes of a code that an
/// edition prints otherwise (通1), for that edition alone.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct dijia_zone_code {
    /// The grade, 1 to 20; another number for a code of an edition's own.
    pub grade: dijia_grade,
    /// The number of the zone within its grade, from 1.
    pub number: u32,
}

// SAFETY: integers.
unsafe impl Plain for dijia_zone_code {}

const _: () = assert!(
    DIJIA_COMMERCIAL == known_land_use(LandUse::Commercial)
        && DIJIA_PUBLIC_SERVICE == known_land_use(LandUse::PublicService)
        && DIJIA_CENTRAL_URBAN == known_area(Area::CentralUrban)
        && DIJIA_TOWNSHIP == known_area(Area::Township)
);

pub const fn known_land_use(land_use: LandUse) -> dijia_land_use {
    land_use as u32 + 1
}

pub const fn known_area(area: Area) -> dijia_area {
    area as u32 + 1
}

pub fn read_land_use(land_use: dijia_land_use) -> Result<LandUse> {
    element(&LandUse::ALL, 1, "dijia_land_use", land_use)
}

pub fn read_area(area: dijia_area) -> Result<Area> {
    element(&Area::ALL, 1, "dijia_area", area)
}

pub fn read_grade(grade: dijia_grade) -> Result<Grade> {
    u8::try_from(grade).ok().and_then(Grade::from_number).ok_or(Failure::of(DIJIA_INVALID_GRADE))
}

impl From<ZoneCode> for dijia_zone_code {
    fn from(code: ZoneCode) -> Self {
        Self { grade: code.grade().number().into(), number: code.number().into() }
    }
}

impl dijia_zone_code {
    pub fn read(self) -> Result<ZoneCode> {
        let (grade, number) = (read_grade(self.grade).ok(), u16::try_from(self.number).ok());
        let code = grade.zip(number).and_then(|(grade, number)| ZoneCode::new(grade, number));
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
            out.write(known_land_use(value));
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
            out.write(known_area(value));
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

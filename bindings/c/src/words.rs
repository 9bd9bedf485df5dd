//! The words of the domain: enumerations, their names, and reading them from text.

use core::ffi::c_char;

use dijia::{Area, DevelopmentLevel, Grade, Key, LandUse, Language, Quantity, Service, Validity, ZoneCode};

use crate::error::{Failure, Result, dijia_error, report};
use crate::pointer::{Out, Plain};
use crate::status::{DIJIA_INVALID_ENUMERATOR, DIJIA_INVALID_GRADE, DIJIA_INVALID_ZONE_CODE, dijia_status};
use crate::text::{self, dijia_text};

/// A language of texts: one of `DIJIA_LANGUAGE_CHINESE`, `DIJIA_LANGUAGE_ENGLISH`.
pub type dijia_language = u32;

/// 中文
pub const DIJIA_LANGUAGE_CHINESE: dijia_language = 0;
/// English
pub const DIJIA_LANGUAGE_ENGLISH: dijia_language = 1;

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

/// A service that reaches a site, or its levelling: one of `DIJIA_ROAD`, `DIJIA_POWER` … It is one bit of a
/// `dijia_development_level`.
pub type dijia_service = u8;
/// The development level of a site (开发程度): the services that reach it, joined by `|`.
pub type dijia_development_level = u8;

/// 通路
pub const DIJIA_ROAD: dijia_service = 1;
/// 供电
pub const DIJIA_POWER: dijia_service = 2;
/// 通讯
pub const DIJIA_TELECOM: dijia_service = 4;
/// 供水
pub const DIJIA_WATER_SUPPLY: dijia_service = 8;
/// 排水
pub const DIJIA_DRAINAGE: dijia_service = 16;
/// 供气
pub const DIJIA_GAS: dijia_service = 32;
/// 供热
pub const DIJIA_HEATING: dijia_service = 64;
/// 场地平整, the 一平 of 六通一平.
pub const DIJIA_LEVELLING: dijia_service = 128;

/// 五通一平: road, power, telecom, water supply, drainage and levelling.
pub const DIJIA_FIVE_SERVICES: dijia_development_level = 159;
/// 六通一平: the five services and gas.
pub const DIJIA_SIX_SERVICES: dijia_development_level = 191;
/// 七通一平: the six services and heating.
pub const DIJIA_SEVEN_SERVICES: dijia_development_level = 255;

/// How a date stands to the period in which a document is in force: one of `DIJIA_IN_FORCE`, `DIJIA_NOT_YET_IN_FORCE`,
/// `DIJIA_EXPIRED`.
pub type dijia_validity = u32;

/// The date is in the period, its first and last days included.
pub const DIJIA_IN_FORCE: dijia_validity = 0;
/// The date is before the first day in force.
pub const DIJIA_NOT_YET_IN_FORCE: dijia_validity = 1;
/// The date is after the last day in force.
pub const DIJIA_EXPIRED: dijia_validity = 2;

/// A quantity that an error names: one of `DIJIA_QUANTITY_…`.
pub type dijia_quantity = u32;

/// The benchmark price that an appraisal starts from (基准地价), P.
pub const DIJIA_QUANTITY_BASE_PRICE: dijia_quantity = 1;
/// The date that the benchmark price is the price of (基准日).
pub const DIJIA_QUANTITY_BASE_DATE: dijia_quantity = 2;
/// The capitalization rate of land (土地还原利率), r.
pub const DIJIA_QUANTITY_CAPITALIZATION_RATE: dijia_quantity = 3;
/// The statutory term (法定最高出让年期), n.
pub const DIJIA_QUANTITY_STATUTORY_TERM: dijia_quantity = 4;
/// The remaining term (剩余使用年期), m.
pub const DIJIA_QUANTITY_REMAINING_TERM: dijia_quantity = 5;
/// The date that the parcel is appraised for (估价期日).
pub const DIJIA_QUANTITY_VALUATION_DATE: dijia_quantity = 6;
/// The date on which the right to the parcel ends (终止日期).
pub const DIJIA_QUANTITY_EXPIRY_DATE: dijia_quantity = 7;
/// The term coefficient (年期修正系数), Ky.
pub const DIJIA_QUANTITY_TERM_COEFFICIENT: dijia_quantity = 8;
/// The plot ratio of the parcel (容积率).
pub const DIJIA_QUANTITY_PLOT_RATIO: dijia_quantity = 9;
/// The plot-ratio coefficient (容积率修正系数), Kv.
pub const DIJIA_QUANTITY_PLOT_RATIO_COEFFICIENT: dijia_quantity = 10;
/// A table of plot-ratio coefficients.
pub const DIJIA_QUANTITY_PLOT_RATIO_TABLE: dijia_quantity = 11;
/// The date coefficient (期日修正系数), Kt.
pub const DIJIA_QUANTITY_DATE_COEFFICIENT: dijia_quantity = 12;
/// A dated series of price indices.
pub const DIJIA_QUANTITY_DATE_INDEX: dijia_quantity = 13;
/// A rate of growth by the month, g.
pub const DIJIA_QUANTITY_MONTHLY_GROWTH: dijia_quantity = 14;
/// The months between two dates.
pub const DIJIA_QUANTITY_MONTHS: dijia_quantity = 15;
/// A further coefficient, Kj.
pub const DIJIA_QUANTITY_COEFFICIENT: dijia_quantity = 16;
/// The factor corrections (因素修正), ΣKi.
pub const DIJIA_QUANTITY_FACTOR_CORRECTIONS: dijia_quantity = 17;
/// The development adjustment (开发程度修正), Kf.
pub const DIJIA_QUANTITY_DEVELOPMENT_ADJUSTMENT: dijia_quantity = 18;
/// The development level that the benchmark price assumes (开发程度).
pub const DIJIA_QUANTITY_BASIS_DEVELOPMENT: dijia_quantity = 19;
/// The unit cost of a service.
pub const DIJIA_QUANTITY_UNIT_COST: dijia_quantity = 20;
/// The area of the parcel (面积).
pub const DIJIA_QUANTITY_AREA: dijia_quantity = 21;
/// The share of a use in a mixed use.
pub const DIJIA_QUANTITY_SHARE: dijia_quantity = 22;
/// The unit price (单价), 元/㎡ of land.
pub const DIJIA_QUANTITY_UNIT_PRICE: dijia_quantity = 23;
/// The price in 万元/亩.
pub const DIJIA_QUANTITY_WAN_YUAN_PER_MU: dijia_quantity = 24;
/// The floor price (楼面地价), 元/㎡ of floor.
pub const DIJIA_QUANTITY_FLOOR_PRICE: dijia_quantity = 25;
/// The total price (总价).
pub const DIJIA_QUANTITY_TOTAL: dijia_quantity = 26;
/// The deviation of the unit price from the benchmark price.
pub const DIJIA_QUANTITY_DEVIATION: dijia_quantity = 27;
/// An amount that is none of the others.
pub const DIJIA_QUANTITY_AMOUNT: dijia_quantity = 28;
/// The development level of the site (宗地开发程度).
pub const DIJIA_QUANTITY_SITE_DEVELOPMENT: dijia_quantity = 29;
/// What a benchmark price assumes (基准地价内涵).
pub const DIJIA_QUANTITY_BASIS: dijia_quantity = 30;
/// A benchmark price of the caller's own.
pub const DIJIA_QUANTITY_OWN_PRICE: dijia_quantity = 31;
/// The ends of a plot-ratio table that are open.
pub const DIJIA_QUANTITY_OPEN_ENDS: dijia_quantity = 32;
/// What a date index is between two dates.
pub const DIJIA_QUANTITY_BETWEEN_POINTS: dijia_quantity = 33;

const _: () = assert!(
    DIJIA_FIVE_SERVICES == DevelopmentLevel::FIVE_SERVICES.bits()
        && DIJIA_SIX_SERVICES == DevelopmentLevel::SIX_SERVICES.bits()
        && DIJIA_SEVEN_SERVICES == DevelopmentLevel::SEVEN_SERVICES.bits()
        && DIJIA_LEVELLING == 1 << Service::Levelling as u8
        && DIJIA_COMMERCIAL == LandUse::Commercial as u32
        && DIJIA_PUBLIC_SERVICE == LandUse::PublicService as u32
        && DIJIA_TOWNSHIP == Area::Township as u32
        && DIJIA_LANGUAGE_ENGLISH == Language::English as u32
);

const INVALID: Failure = Failure::of(DIJIA_INVALID_ENUMERATOR);

/// The element of a list that a number counts.
fn element<T: Copy>(list: &[T], number: u32) -> Result<T> {
    usize::try_from(number).ok().and_then(|index| list.get(index)).copied().ok_or(INVALID)
}

pub fn read_land_use(land_use: dijia_land_use) -> Result<LandUse> {
    element(&LandUse::ALL, land_use)
}

pub fn read_area(area: dijia_area) -> Result<Area> {
    element(&Area::ALL, area)
}

pub fn read_language(language: dijia_language) -> Result<Language> {
    element(&[Language::Chinese, Language::English], language)
}

pub fn read_grade(grade: dijia_grade) -> Result<Grade> {
    u8::try_from(grade).ok().and_then(Grade::from_number).ok_or(Failure::of(DIJIA_INVALID_GRADE))
}

/// The service whose bit it is.
pub fn read_service(service: dijia_service) -> Result<Service> {
    Service::ALL.into_iter().find(|&known| 1 << known as u8 == service).ok_or(INVALID)
}

pub const fn validity(validity: Validity) -> dijia_validity {
    match validity {
        Validity::InForce => DIJIA_IN_FORCE,
        Validity::NotYetInForce => DIJIA_NOT_YET_IN_FORCE,
        Validity::Expired => DIJIA_EXPIRED,
    }
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

pub const fn service(service: Service) -> dijia_service {
    1 << service as u8
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

const fn pick(language: Language, chinese: &'static str, english: &'static str) -> &'static str {
    match language {
        Language::Chinese => chinese,
        Language::English => english,
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

/// Reads the name of a service: 供气, 通气, gas …
///
/// Fails with `DIJIA_INVALID_SERVICE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_service_parse(
    text: *const c_char,
    length: usize,
    out: *mut dijia_service,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value: Service = text::read(text, length)?.parse()?;
            out.write(service(value));
            Ok(())
        })
    }
}

/// The name of a service: 供气 or gas.
///
/// Fails with `DIJIA_INVALID_ENUMERATOR`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_service_name(
    value: dijia_service,
    language: dijia_language,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value = read_service(value)?;
            out.write(dijia_text::from(pick(read_language(language)?, value.chinese(), value.english())));
            Ok(())
        })
    }
}

/// Reads a development level: 五通一平, 六通一平, 七通一平, none, or services separated by `+`, `,`, `、` or `;`.
///
/// Fails with `DIJIA_INVALID_DEVELOPMENT_LEVEL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_development_level_parse(
    text: *const c_char,
    length: usize,
    out: *mut dijia_development_level,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value: DevelopmentLevel = text::read(text, length)?.parse()?;
            out.write(value.bits());
            Ok(())
        })
    }
}

/// The services of a development level in English, joined by `+`, or `none`, into the buffer.
///
/// Fails with `DIJIA_BUFFER_TOO_SMALL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_development_level_text(
    value: dijia_development_level,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe { report(error, || text::write(DevelopmentLevel::from_bits(value), buffer, capacity, length)) }
}

/// The trade's name for a development level, 五通一平, 六通一平 or 七通一平; an empty text for any other.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_development_level_name(value: dijia_development_level) -> dijia_text {
    DevelopmentLevel::from_bits(value).name().map_or(dijia_text::EMPTY, dijia_text::from)
}

/// How a date stands to a period in force, in words: 有效 or in force.
///
/// Fails with `DIJIA_INVALID_ENUMERATOR`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_validity_name(
    value: dijia_validity,
    language: dijia_language,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value = element(&[Validity::InForce, Validity::NotYetInForce, Validity::Expired], value)?;
            out.write(dijia_text::from(pick(read_language(language)?, value.chinese(), value.english())));
            Ok(())
        })
    }
}

/// Every quantity; its number is one more than its place.
const QUANTITIES: [Quantity; 33] = [
    Quantity::BasePrice,
    Quantity::BaseDate,
    Quantity::CapitalizationRate,
    Quantity::StatutoryTerm,
    Quantity::RemainingTerm,
    Quantity::ValuationDate,
    Quantity::ExpiryDate,
    Quantity::TermCoefficient,
    Quantity::PlotRatio,
    Quantity::PlotRatioCoefficient,
    Quantity::PlotRatioTable,
    Quantity::DateCoefficient,
    Quantity::DateIndex,
    Quantity::MonthlyGrowth,
    Quantity::Months,
    Quantity::Coefficient,
    Quantity::FactorCorrections,
    Quantity::DevelopmentAdjustment,
    Quantity::BasisDevelopment,
    Quantity::UnitCost,
    Quantity::Area,
    Quantity::Share,
    Quantity::UnitPrice,
    Quantity::WanYuanPerMu,
    Quantity::FloorPrice,
    Quantity::Total,
    Quantity::Deviation,
    Quantity::Amount,
    Quantity::SiteDevelopment,
    Quantity::Basis,
    Quantity::OwnPrice,
    Quantity::OpenEnds,
    Quantity::BetweenPoints,
];

const _: () = {
    let mut index = 0;
    while index < QUANTITIES.len() {
        assert!(QUANTITIES[index] as usize == index + 1, "the quantities are in the order of their numbers");
        index += 1;
    }
};

/// The name of a quantity.
///
/// Fails with `DIJIA_INVALID_ENUMERATOR`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_quantity_name(
    value: dijia_quantity,
    language: dijia_language,
    out: *mut dijia_text,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe {
        report(error, || {
            let out = Out::new(out)?;
            let value = element(&QUANTITIES, value.wrapping_sub(1))?;
            out.write(dijia_text::from(pick(read_language(language)?, value.chinese(), value.english())));
            Ok(())
        })
    }
}

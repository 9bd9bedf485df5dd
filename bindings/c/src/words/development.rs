//! What reaches a site.

use core::ffi::c_char;

use dijia::{DevelopmentLevel, Service};

use crate::error::{dijia_error, report};
use crate::failure::{Failure, Result};
use crate::pointer::Out;
use crate::status::{DIJIA_INVALID_DEVELOPMENT_LEVEL, dijia_status};
use crate::text;
use crate::text::dijia_text;
use crate::words::enumeration::invalid;
use crate::words::language::{dijia_language, pick, read_language};

/// A service that reaches a site, or its levelling: one of `DIJIA_ROAD`, `DIJIA_POWER` … It is one bit of a
/// `dijia_development_level`.
pub type dijia_service = u32;
/// The development level of a site (开发程度): the services that reach it, joined by `|`.
pub type dijia_development_level = u32;

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

const _: () = assert!(
    DIJIA_FIVE_SERVICES == level(DevelopmentLevel::FIVE_SERVICES)
        && DIJIA_SIX_SERVICES == level(DevelopmentLevel::SIX_SERVICES)
        && DIJIA_SEVEN_SERVICES == level(DevelopmentLevel::SEVEN_SERVICES)
        && DIJIA_LEVELLING == 1 << Service::Levelling as u8
);

/// The service whose bit it is.
pub fn read_service(service: dijia_service) -> Result<Service> {
    Service::ALL.into_iter().find(|&known| 1 << known as u8 == service).ok_or(invalid("dijia_service", service))
}

pub const fn level(level: DevelopmentLevel) -> dijia_development_level {
    level.bits() as dijia_development_level
}

/// The level of these bits, if each of them is that of a service.
pub fn read_level(level: dijia_development_level) -> Result<DevelopmentLevel> {
    let bits = level.try_into().map_err(|_| Failure::of(DIJIA_INVALID_DEVELOPMENT_LEVEL))?;
    Ok(DevelopmentLevel::from_bits(bits))
}

pub const fn service(service: Service) -> dijia_service {
    1 << service as u8
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

/// Reads a development level: 五通一平, 七通一平, none, or services separated by `+`, `,`, `、` or `;`. What 六通一平 is differs from document to
/// document: `dijia_edition_development_level` reads it.
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
            out.write(level(value));
            Ok(())
        })
    }
}

/// The services of a development level in English, joined by `+`, or `none`, into the buffer.
///
/// Fails with `DIJIA_BUFFER_TOO_SMALL`, or with `DIJIA_INVALID_DEVELOPMENT_LEVEL` for a bit that is that of no service.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dijia_development_level_text(
    value: dijia_development_level,
    buffer: *mut c_char,
    capacity: usize,
    length: *mut usize,
    error: *mut dijia_error,
) -> dijia_status {
    // SAFETY: the caller's pointers are NULL or as the header says.
    unsafe { report(error, || text::write(read_level(value)?, buffer, capacity, length)) }
}

/// The trade's name for a development level, 五通一平, 六通一平 or 七通一平; an empty text for any other. A document may call
/// another set 六通一平.
#[unsafe(no_mangle)]
pub extern "C" fn dijia_development_level_name(value: dijia_development_level) -> dijia_text {
    read_level(value).ok().and_then(DevelopmentLevel::name).map_or(dijia_text::EMPTY, dijia_text::from)
}

//! The spellings that are read, as lists to be looked through: what a text means, or that it means nothing.

use num_bigint::BigUint;

/// For each grade its numerals; Roman ones in letters are [`LETTERS`].
const NUMERALS: [[char; 5]; 9] = [
    ['Ⅰ', 'ⅰ', '1', '１', '一'],
    ['Ⅱ', 'ⅱ', '2', '２', '二'],
    ['Ⅲ', 'ⅲ', '3', '３', '三'],
    ['Ⅳ', 'ⅳ', '4', '４', '四'],
    ['Ⅴ', 'ⅴ', '5', '５', '五'],
    ['Ⅵ', 'ⅵ', '6', '６', '六'],
    ['Ⅶ', 'ⅶ', '7', '７', '七'],
    ['Ⅷ', 'ⅷ', '8', '８', '八'],
    ['Ⅸ', 'ⅸ', '9', '９', '九'],
];
const LETTERS: [&str; 9] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
const HYPHENS: [char; 7] = ['-', '‐', '‑', '–', '—', '－', '−'];

/// The names of a land use: Chinese, with or without 用地, and English, in any case.
const LAND_USES: [(&[&str], &[&str]); 4] = [
    (&["商服", "商业", "商业服务", "商业服务业"], &["commercial"]),
    (&["住宅", "居住"], &["residential"]),
    (&["工业"], &["industrial"]),
    (&["公共管理与公共服务", "公服", "公共服务"], &["public service", "public-service", "public_service"]),
];
const AREAS: [&[&str]; 2] = [
    &["中心城区", "central urban area", "central urban", "central-urban", "central_urban"],
    &["建制镇", "township", "townships"],
];
/// The names of a service in any case, and those in one case only.
const SERVICES: [(&[&str], &[&str]); 8] = [
    (&["通路", "road"], &[]),
    (&["供电", "通电", "power"], &[]),
    (&["通讯", "通信", "telecom"], &[]),
    (&["供水", "通水", "water supply"], &["water_supply", "water-supply"]),
    (&["排水", "drainage"], &[]),
    (&["供气", "通气", "gas"], &[]),
    (&["供热", "通热", "heating"], &[]),
    (&["场地平整", "平整", "levelling"], &[]),
];
const HEATING: u8 = 1 << 6;
const GAS: u8 = 1 << 5;

pub fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}', '\u{3000}'])
}

/// The index of the only list that has the name.
fn find<'a>(name: &str, lists: impl IntoIterator<Item = &'a [&'a str]>) -> Option<u8> {
    let found = lists.into_iter().position(|names| names.iter().any(|known| name.eq_ignore_ascii_case(known)))?;
    u8::try_from(found).ok()
}

/// The number of the land use, from 0.
pub fn land_use(text: &str) -> Option<u8> {
    let name = trim(text);
    let chinese = name.strip_suffix("用地").unwrap_or(name);
    find(chinese, LAND_USES.map(|(chinese, _)| chinese)).or_else(|| find(name, LAND_USES.map(|(_, english)| english)))
}

/// The number of the area, from 0.
pub fn area(text: &str) -> Option<u8> {
    find(trim(text), AREAS)
}

/// The number of the service, from 0.
pub fn service(text: &str) -> Option<u8> {
    let name = trim(text);
    let exact = SERVICES.iter().position(|(_, exact)| exact.contains(&name));
    exact.and_then(|found| u8::try_from(found).ok()).or_else(|| find(name, SERVICES.map(|(names, _)| names)))
}

/// The services as bits.
pub fn development_level(text: &str) -> Option<u8> {
    match trim(text) {
        "七通一平" => return Some(0xff),
        "六通一平" => return Some(0xff - HEATING),
        "五通一平" => return Some(0xff - HEATING - GAS),
        list if list.eq_ignore_ascii_case("none") => return Some(0),
        _ => {}
    }
    let services: Option<Vec<u8>> = trim(text).split(['+', ',', '，', '、', ';', '；']).map(service).collect();
    let mut services = services?;
    let named = services.len();
    services.sort_unstable();
    services.dedup();
    (services.len() == named).then(|| services.iter().map(|service| 1 << service).sum())
}

/// The character in half width.
fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// The grade that the text begins with, whether it is an Arabic digit, and what follows it and its 级.
fn grade_before(text: &str) -> Option<(u8, bool, String)> {
    let letters: String =
        text.chars().map(|c| narrow(c).to_ascii_uppercase()).take_while(|c| "IVX".contains(*c)).collect();
    let first = text.chars().next()?;
    let (grade, length) = if letters.is_empty() {
        (NUMERALS.iter().position(|numerals| numerals.contains(&first))?, 1)
    } else {
        (LETTERS.iter().position(|known| *known == letters)?, letters.len())
    };
    let rest: String = text.chars().skip(length).collect();
    let rest = rest.strip_prefix('级').unwrap_or(&rest).to_owned();
    Some((u8::try_from(grade + 1).ok()?, narrow(first).is_ascii_digit(), rest))
}

/// The number of the grade, 1 to 9.
pub fn grade(text: &str) -> Option<u8> {
    let (grade, _, rest) = grade_before(trim(text))?;
    rest.is_empty().then_some(grade)
}

/// The number of the grade, and that of the zone within it.
pub fn zone_code(text: &str) -> Option<(u8, u8)> {
    let (grade, arabic, rest) = grade_before(trim(text))?;
    let number = match rest.strip_prefix(HYPHENS) {
        Some(number) => number,
        None if arabic => return None,
        None => &rest,
    };
    let digits: String = number.chars().map(narrow).collect();
    let is_number = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) && !digits.starts_with('0');
    Some((grade, digits.parse().ok().filter(|_| is_number)?))
}

/// The digits as one number, whether it is negative, and how many of them stand after the point.
pub type Digits = (BigUint, bool, usize);

pub fn decimal(text: &str) -> Option<Digits> {
    digits(trim(text), 0)
}

/// A decimal, or the hundredth of one that `%` follows.
pub fn rate(text: &str) -> Option<Digits> {
    let text = trim(text);
    match text.strip_suffix(['%', '％']) {
        Some(number) => digits(number, 2),
        None => digits(text, 0),
    }
}

fn digits(text: &str, further_places: usize) -> Option<Digits> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let has_point = unsigned.contains('.');
    if whole.is_empty() || has_point && part.is_empty() || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    let number: BigUint = format!("{whole}{part}").parse().ok()?;
    let places = part.len() + further_places;
    let negative = text.starts_with('-') && number != BigUint::ZERO;
    (number.bits() <= 96 && places <= 28).then_some((number, negative, places))
}

/// Year, month and day.
pub fn date(text: &str) -> Option<(i16, i8, i8)> {
    let text = trim(text);
    let fields: Vec<&str> = text.split('-').collect();
    let &[year, month, day] = fields.as_slice() else { return None };
    let is_number = |text: &str, length| text.len() == length && text.chars().all(|c| c.is_ascii_digit());
    if !is_number(year, 4) || !is_number(month, 2) || !is_number(day, 2) {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let is_day = (1..=12).contains(&month) && (1..=crate::calendar::days_in_month(year, month)).contains(&day);
    is_day.then_some((i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?))
}

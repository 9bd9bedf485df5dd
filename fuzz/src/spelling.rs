//! The spellings that are read, as lists to be looked through: what a text means, or that it means nothing.

use num_bigint::BigUint;

/// For each grade its numerals, letters in half-width capitals.
const NUMERALS: [&[&str]; 20] = [
    &["Ⅰ", "ⅰ", "I", "1", "一"],
    &["Ⅱ", "ⅱ", "II", "2", "二"],
    &["Ⅲ", "ⅲ", "III", "3", "三"],
    &["Ⅳ", "ⅳ", "IV", "4", "四"],
    &["Ⅴ", "ⅴ", "V", "5", "五"],
    &["Ⅵ", "ⅵ", "VI", "6", "六"],
    &["Ⅶ", "ⅶ", "VII", "7", "七"],
    &["Ⅷ", "ⅷ", "VIII", "8", "八"],
    &["Ⅸ", "ⅸ", "IX", "9", "九"],
    &["Ⅹ", "ⅹ", "X", "10", "十"],
    &["Ⅺ", "ⅺ", "XI", "11", "十一"],
    &["Ⅻ", "ⅻ", "XII", "12", "十二"],
    &["XIII", "13", "十三"],
    &["XIV", "14", "十四"],
    &["XV", "15", "十五"],
    &["XVI", "16", "十六"],
    &["XVII", "17", "十七"],
    &["XVIII", "18", "十八"],
    &["XIX", "19", "十九"],
    &["XX", "20", "二十"],
];
/// What stands behind Ⅹ for the grades from Ⅺ to XX, in characters for each number.
const BEHIND_TEN: [[char; 2]; 10] = [
    ['Ⅰ', 'ⅰ'],
    ['Ⅱ', 'ⅱ'],
    ['Ⅲ', 'ⅲ'],
    ['Ⅳ', 'ⅳ'],
    ['Ⅴ', 'ⅴ'],
    ['Ⅵ', 'ⅵ'],
    ['Ⅶ', 'ⅶ'],
    ['Ⅷ', 'ⅷ'],
    ['Ⅸ', 'ⅸ'],
    ['Ⅹ', 'ⅹ'],
];
const HYPHENS: [char; 8] = ['-', '‐', '‑', '–', '—', '―', '－', '−'];
const UNSEEN: [char; 15] = [
    ' ', '\t', '\n', '\r', '\u{b}', '\u{c}', '\u{3000}', '\u{a0}', '\u{202f}', '\u{2007}', '\u{feff}', '\u{200b}',
    '\u{200c}', '\u{200d}', '\u{2060}',
];

/// The names of a land use: Chinese, with or without 用地, and English, in letters of any case and width.
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
const SERVICES: [&[&str]; 8] = [
    &["通路", "road"],
    &["供电", "通电", "power"],
    &["通讯", "通信", "telecom"],
    &["供水", "通水", "water supply", "water_supply", "water-supply"],
    &["排水", "drainage"],
    &["供气", "通气", "gas"],
    &["供热", "通热", "heating"],
    &["场地平整", "平整", "levelling"],
];
const HEATING: u8 = 1 << 6;
const GAS: u8 = 1 << 5;

pub fn trim(text: &str) -> &str {
    text.trim_matches(UNSEEN)
}

/// The index of the only list that has the name, in letters of any case and width.
fn find<'a>(name: &str, lists: impl IntoIterator<Item = &'a [&'a str]>) -> Option<u8> {
    let name = plain(name);
    let found = lists.into_iter().position(|names| names.contains(&name.as_str()))?;
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
    find(trim(text), SERVICES)
}

/// The services as bits.
pub fn development_level(text: &str) -> Option<u8> {
    match trim(text) {
        "七通一平" => return Some(0xff),
        // With gas in one document and with heating in another.
        "六通一平" => return None,
        "五通一平" => return Some(0xff - HEATING - GAS),
        list if plain(list) == "none" => return Some(0),
        _ => {}
    }
    let services: Option<Vec<u8>> = trim(text).split(['+', '＋', ',', '，', '、', ';', '；']).map(service).collect();
    let mut services = services?;
    let named = services.len();
    services.sort_unstable();
    services.dedup();
    (services.len() == named).then(|| services.iter().map(|service| 1 << service).sum())
}

/// The text in small letters of half width, with spaces of half width.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c == '\u{3000}' { ' ' } else { narrow(c).to_ascii_lowercase() }).collect()
}

/// The character in half width.
fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// The grade that the text is, a numeral alone.
fn numeral(text: &str) -> Option<u8> {
    let plain: String = text.chars().map(|c| narrow(c).to_ascii_uppercase()).collect();
    let found = NUMERALS.iter().position(|numerals| numerals.contains(&plain.as_str())).map(|place| place + 1);
    let behind_ten = || {
        let mut behind = text.strip_prefix(['Ⅹ', 'ⅹ'])?.chars();
        let place = behind.next().and_then(|c| BEHIND_TEN.iter().position(|numerals| numerals.contains(&c)))?;
        behind.next().is_none().then_some(place + 11)
    };
    u8::try_from(found.or_else(behind_ten)?).ok()
}

/// The number of the grade, 1 to 20.
pub fn grade(text: &str) -> Option<u8> {
    let text = trim(text);
    let named = text.strip_suffix("级地").or_else(|| text.strip_suffix('级'));
    match named {
        Some(named) => numeral(named.strip_prefix('第').unwrap_or(named)),
        None => numeral(text),
    }
}

/// The number of the grade, and that of the zone within it: of every place at which the text can be cut in two, the only
/// one that leaves a grade and a number.
pub fn zone_code(text: &str) -> Option<(u8, u16)> {
    let text = trim(text);
    let text = text.strip_suffix("区片").unwrap_or(text);
    let cut = |at| {
        let (before, after) = (text.get(..at)?, text.get(at..)?);
        let number = after.strip_prefix(HYPHENS);
        let grade = numeral(before.strip_suffix('级').unwrap_or(before))?;
        let ends_in_digit = before.chars().any(|c| narrow(c).is_ascii_digit());
        let digits: String = number.or((!ends_in_digit).then_some(after))?.chars().map(narrow).collect();
        let is_number = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
        let number: BigUint = is_number.then(|| digits.parse().ok()).flatten()?;
        Some((grade, u16::try_from(number).ok().filter(|&number| number > 0)?))
    };
    let mut cuts = (0..=text.len()).filter_map(cut);
    let code = cuts.next();
    assert_eq!(cuts.next(), None, "{text:?} is two codes");
    code
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
        Some(number) => digits(number.trim_end_matches(UNSEEN), 2),
        None => digits(text, 0),
    }
}

fn digits(text: &str, further_places: usize) -> Option<Digits> {
    let plain: String = text.chars().map(|c| if c == '−' { '-' } else { narrow(c) }).collect();
    let unsigned = plain.strip_prefix(['+', '-']).unwrap_or(&plain);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let has_point = unsigned.contains('.');
    if whole.is_empty() || has_point && part.is_empty() || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    let number: BigUint = format!("{whole}{part}").parse().ok()?;
    let places = part.len() + further_places;
    let negative = plain.starts_with('-') && number != BigUint::ZERO;
    (number.bits() <= 96 && places <= 28).then_some((number, negative, places))
}

/// Year, month and day.
pub fn date(text: &str) -> Option<(i16, i8, i8)> {
    let text = trim(text);
    let day = text.split_once([' ', 'T']).map_or(Some(text), |(day, time)| is_midnight(time).then_some(day))?;
    let plain: String = day.chars().map(|c| if HYPHENS.contains(&c) { '-' } else { narrow(c) }).collect();
    let joined = |sign: char| {
        let fields: Vec<&str> = plain.split(sign).collect();
        <[&str; 3]>::try_from(fields).ok()
    };
    let chinese = || {
        let (year, rest) = plain.strip_suffix('日')?.split_once('年')?;
        let (month, day) = rest.split_once('月')?;
        Some([year, month, day])
    };
    let eight_digits = || Some([plain.get(..4)?, plain.get(4..6)?, plain.get(6..)?]).filter(|_| plain.len() == 8);
    let found = joined('-').or_else(|| joined('/')).or_else(|| joined('.')).or_else(chinese).or_else(eight_digits)?;
    let is_number = |text: &str| text.len() <= 4 && !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let [year, month, day] = found;
    if year.len() != 4 || month.len() > 2 || day.len() > 2 || !found.into_iter().all(is_number) {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let is_month = year > 0 && (1..=12).contains(&month);
    let is_day = is_month && (1..=crate::calendar::days_in_month(year, month)).contains(&day);
    is_day.then_some((i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?))
}

/// Whether the text is a time of day, and that at which a day begins.
fn is_midnight(text: &str) -> bool {
    let plain: String = text.chars().map(|c| if ('０'..='９').contains(&c) { narrow(c) } else { c }).collect();
    let (whole, parts) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, parts)| (whole, Some(parts)));
    let is_zeros = |text: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&text.len()) && text.chars().all(|c| c == '0')
    };
    let fields: Vec<&str> = whole.split(':').collect();
    let (hours, others) = fields.split_first().map_or(("", &[][..]), |(hours, others)| (*hours, others));
    is_zeros(hours, 1..=2)
        && (1..=2).contains(&others.len())
        && others.iter().all(|field| is_zeros(field, 2..=2))
        && parts.is_none_or(|parts| others.len() == 2 && is_zeros(parts, 1..=9))
}

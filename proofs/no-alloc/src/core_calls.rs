//! Calls of everything public in `dijia-core`, one exported function for each type or group of functions.

use core::fmt::Write;

use dijia_core::{
    Area, Decimal, DecimalText, DevelopmentLevel, Error, ErrorKind, Excerpt, Grade, LandUse, Misspelling, RoundingMode,
    Rule, Service, Spelling, Validity, ZoneCode, compare, parse_date, parse_decimal, parse_rate,
};

use crate::calls::{Out, cmp, debug, default, display, eq, from_str, hash};

#[unsafe(no_mangle)]
pub fn prove_area(text: &str, value: &Area, other: &Area, out: &mut Out<'_>) {
    from_str::<Area>(text, out);
    display::<Area>(value, out);
    debug::<Area>(value, out);
    eq::<Area>(value, other, out);
    cmp::<Area>(value, other, out);
    hash::<Area>(value, out);
    out.put(&Area::english(*value));
    out.put(&Area::chinese(*value));
}

#[unsafe(no_mangle)]
pub fn prove_date(text: &str, out: &mut Out<'_>) {
    out.put(&parse_date(text));
}

#[unsafe(no_mangle)]
pub fn prove_decimal(text: &str, value: Decimal, other: Decimal, out: &mut Out<'_>) {
    out.put(&parse_decimal(text));
    out.put(&parse_rate(text));
    out.put(&compare(value, other));
    let (value, other) = (DecimalText(value), DecimalText(other));
    let _ = out.write_str(DecimalText::write(value, &mut [0; DecimalText::LONGEST]));
    display::<DecimalText>(&value, out);
    debug::<DecimalText>(&value, out);
    eq::<DecimalText>(&value, &other, out);
    hash::<DecimalText>(&value, out);
}

#[unsafe(no_mangle)]
pub fn prove_development_level(
    text: &str,
    value: &DevelopmentLevel,
    other: &DevelopmentLevel,
    service: Service,
    services: &[Service],
    out: &mut Out<'_>,
) {
    from_str::<DevelopmentLevel>(text, out);
    display::<DevelopmentLevel>(value, out);
    debug::<DevelopmentLevel>(value, out);
    eq::<DevelopmentLevel>(value, other, out);
    hash::<DevelopmentLevel>(value, out);
    default::<DevelopmentLevel>(out);
    out.put(&<DevelopmentLevel as FromIterator<Service>>::from_iter(services.iter().copied()));
    out.put(&DevelopmentLevel::with(*value, service));
    out.put(&DevelopmentLevel::without(*value, service));
    out.put(&DevelopmentLevel::contains(*value, service));
    out.put(&DevelopmentLevel::difference(*value, *other));
    out.put(&DevelopmentLevel::is_empty(*value));
    DevelopmentLevel::services(*value).for_each(|service| out.put(&service));
    out.put(&DevelopmentLevel::from_bits(DevelopmentLevel::bits(*value)));
    out.put(&DevelopmentLevel::name(*value));
}

#[unsafe(no_mangle)]
pub fn prove_error(value: &Error, other: &Error, out: &mut Out<'_>) {
    display::<Error>(value, out);
    debug::<Error>(value, out);
    eq::<Error>(value, other, out);
    hash::<Error>(value, out);
    out.put(&Error::kind(value));
}

#[unsafe(no_mangle)]
pub fn prove_error_kind(kinds: &[ErrorKind; 2], out: &mut Out<'_>) {
    let [kind, other] = kinds;
    display::<ErrorKind>(kind, out);
    debug::<ErrorKind>(kind, out);
    eq::<ErrorKind>(kind, other, out);
    hash::<ErrorKind>(kind, out);
    out.put(&ErrorKind::name(*kind));
    out.put(&ErrorKind::english(*kind));
    out.put(&ErrorKind::chinese(*kind));
}

#[unsafe(no_mangle)]
pub fn prove_error_from(value: &Misspelling, out: &mut Out<'_>) {
    out.put(&<Error as From<Misspelling>>::from(*value));
}

#[unsafe(no_mangle)]
pub fn prove_excerpt(value: &Excerpt, other: &Excerpt, out: &mut Out<'_>) {
    display::<Excerpt>(value, out);
    debug::<Excerpt>(value, out);
    eq::<Excerpt>(value, other, out);
    hash::<Excerpt>(value, out);
    out.put(Excerpt::as_str(value));
    let _ = <Excerpt as Write>::write_str(&mut value.clone(), "用地");
    out.put(&Excerpt::is_truncated(value));
}

#[unsafe(no_mangle)]
pub fn prove_grade(text: &str, value: &Grade, other: &Grade, number: u8, out: &mut Out<'_>) {
    from_str::<Grade>(text, out);
    display::<Grade>(value, out);
    debug::<Grade>(value, out);
    eq::<Grade>(value, other, out);
    cmp::<Grade>(value, other, out);
    hash::<Grade>(value, out);
    out.put(&Grade::from_number(number));
    out.put(&Grade::number(*value));
    out.put(&Grade::numeral(*value));
}

#[unsafe(no_mangle)]
pub fn prove_land_use(text: &str, value: &LandUse, other: &LandUse, out: &mut Out<'_>) {
    from_str::<LandUse>(text, out);
    display::<LandUse>(value, out);
    debug::<LandUse>(value, out);
    eq::<LandUse>(value, other, out);
    cmp::<LandUse>(value, other, out);
    hash::<LandUse>(value, out);
    out.put(&LandUse::english(*value));
    out.put(&LandUse::chinese(*value));
}

#[unsafe(no_mangle)]
pub fn prove_misspelling(value: &Misspelling, other: &Misspelling, out: &mut Out<'_>) {
    display::<Misspelling>(value, out);
    debug::<Misspelling>(value, out);
    eq::<Misspelling>(value, other, out);
    hash::<Misspelling>(value, out);
}

#[unsafe(no_mangle)]
pub fn prove_rounding_mode(value: &RoundingMode, other: &RoundingMode, out: &mut Out<'_>) {
    debug::<RoundingMode>(value, out);
    eq::<RoundingMode>(value, other, out);
    hash::<RoundingMode>(value, out);
    default::<RoundingMode>(out);
}

#[unsafe(no_mangle)]
pub fn prove_service(text: &str, value: &Service, other: &Service, out: &mut Out<'_>) {
    from_str::<Service>(text, out);
    display::<Service>(value, out);
    debug::<Service>(value, out);
    eq::<Service>(value, other, out);
    cmp::<Service>(value, other, out);
    hash::<Service>(value, out);
    out.put(&Service::english(*value));
    out.put(&Service::chinese(*value));
}

#[unsafe(no_mangle)]
pub fn prove_validity(value: &Validity, other: &Validity, out: &mut Out<'_>) {
    display::<Validity>(value, out);
    debug::<Validity>(value, out);
    eq::<Validity>(value, other, out);
    hash::<Validity>(value, out);
    out.put(&Validity::english(*value));
    out.put(&Validity::chinese(*value));
}

#[unsafe(no_mangle)]
pub fn prove_zone_code(text: &str, value: &ZoneCode, other: &ZoneCode, grade: Grade, number: u16, out: &mut Out<'_>) {
    from_str::<ZoneCode>(text, out);
    display::<ZoneCode>(value, out);
    debug::<ZoneCode>(value, out);
    eq::<ZoneCode>(value, other, out);
    cmp::<ZoneCode>(value, other, out);
    hash::<ZoneCode>(value, out);
    out.put(&ZoneCode::new(grade, number));
    out.put(&ZoneCode::grade(*value));
    out.put(&ZoneCode::number(*value));
}

#[unsafe(no_mangle)]
pub fn prove_rule(value: &Rule, other: &Rule, out: &mut Out<'_>) {
    display::<Rule>(value, out);
    debug::<Rule>(value, out);
    eq::<Rule>(value, other, out);
    hash::<Rule>(value, out);
    out.put(&Rule::from_number(*value as u16));
    out.put(&Rule::english(*value));
    out.put(&Rule::chinese(*value));
}

#[unsafe(no_mangle)]
pub fn prove_spelling(value: &Spelling, other: &Spelling, out: &mut Out<'_>) {
    debug::<Spelling>(value, out);
    eq::<Spelling>(value, other, out);
    hash::<Spelling>(value, out);
    out.put(&Spelling::english(*value));
    out.put(&Spelling::chinese(*value));
}

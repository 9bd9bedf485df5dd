use core::cmp::Ordering;
use core::fmt;

use rust_decimal::Decimal;

use crate::corrections::DateIndexPoint;
use crate::corrections::date_index::check_series;
use crate::edition::file::digest;
use crate::edition::file::layout::{
    self, DIGEST, DIGEST_AT, HEADER, LENGTH_AT, LONGEST, MAGIC, MOST, NONE, VERSION, VERSION_AT, annex, area, basis,
    code, correction, correction_row, development, grade, index, land_use, name, place, price, statement, terms,
};
use crate::edition::file::record::{byte, correction_key, date, decimal, long, short, signed, word};
use crate::edition::file::sections::Sections;
use crate::edition::{BetweenRows, Interval};
use crate::numbers::decimal::compare;
use crate::words::{IndexPeriod, Language, Message, Service};

/// Why bytes are no edition file.
///
/// [`Display`](fmt::Display) says it in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InvalidFile {
    /// The bytes do not begin as an edition file does.
    NoEdition,
    /// A version of the format that this library does not read.
    Version {
        /// The version.
        version: u16,
    },
    /// There are fewer or more bytes than the file says that it has.
    Length {
        /// How many bytes there are.
        bytes: usize,
        /// How many the file says that it has.
        expected: u32,
    },
    /// The bytes are not those that the digest is of.
    Damaged,
    /// The file was written by a program that does not keep the rules of the format.
    Malformed {
        /// The section, such as `prices`.
        section: &'static str,
        /// The record in it, from 0.
        record: u32,
    },
}

impl InvalidFile {
    /// What is wrong, in that language.
    #[must_use]
    pub const fn message(self, language: Language) -> Message<Self> {
        Message::new(self, language)
    }
}

impl fmt::Display for Message<InvalidFile> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let chinese = matches!(self.language(), Language::Chinese);
        match *self.of() {
            InvalidFile::NoEdition if chinese => f.write_str("不是地价文件"),
            InvalidFile::NoEdition => f.write_str("this is not an edition file"),
            InvalidFile::Version { version } if chinese => {
                write!(f, "地价文件的格式版本为{version}，本程序只读版本{VERSION}")
            }
            InvalidFile::Version { version } => {
                write!(f, "the edition file has format version {version}, and this library reads version {VERSION}")
            }
            InvalidFile::Length { bytes, expected } if chinese => {
                write!(f, "地价文件应有{expected}字节，实有{bytes}字节")
            }
            InvalidFile::Length { bytes, expected } => {
                write!(f, "the edition file should have {expected} bytes, and has {bytes}")
            }
            InvalidFile::Damaged if chinese => f.write_str("地价文件已损坏：内容与摘要不符"),
            InvalidFile::Damaged => f.write_str("the edition file is damaged: its digest is not that of its contents"),
            InvalidFile::Malformed { section, record } if chinese => {
                write!(f, "地价文件不合格式：{section}第{record}条")
            }
            InvalidFile::Malformed { section, record } => {
                write!(f, "the edition file breaks the rules of its format: record {record} of {section}")
            }
        }
    }
}

impl fmt::Display for InvalidFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message(Language::English).fmt(f)
    }
}

impl core::error::Error for InvalidFile {}

type Result<T> = core::result::Result<T, InvalidFile>;

/// Checks the file whole, and returns its sections.
pub fn check(file: &[u8]) -> Result<Sections<'_>> {
    if !file.starts_with(&MAGIC) {
        return Err(InvalidFile::NoEdition);
    }
    let version = short(file, VERSION_AT);
    if version != VERSION || short(file, VERSION_AT + 2) != 0 {
        return Err(InvalidFile::Version { version });
    }
    let expected = word(file, LENGTH_AT);
    if usize::try_from(expected) != Ok(file.len()) || file.len() > LONGEST {
        return Err(InvalidFile::Length { bytes: file.len(), expected });
    }
    let stated = file.get(DIGEST_AT..).and_then(<[u8]>::first_chunk::<DIGEST>);
    let contents = file.get(HEADER..);
    let (Some(stated), Some(contents)) = (stated, contents) else {
        return Err(InvalidFile::Length { bytes: file.len(), expected });
    };
    if digest::of(contents) != *stated {
        return Err(InvalidFile::Damaged);
    }
    let sections = Sections::split(file).ok_or(malformed("sections", 0))?;
    Checked { sections }.all()?;
    Ok(sections)
}

const fn malformed(section: &'static str, record: u32) -> InvalidFile {
    InvalidFile::Malformed { section, record }
}

/// What every record must hold.
struct Checked<'a> {
    sections: Sections<'a>,
}

/// Every record of a section, where it must hold.
fn each<const N: usize>(section: &'static str, records: &[[u8; N]], holds: impl Fn(&[u8; N]) -> bool) -> Result<()> {
    match records.iter().zip(0..).find(|(record, _)| !holds(record)) {
        Some((_, at)) => Err(malformed(section, at)),
        None => Ok(()),
    }
}

impl Checked<'_> {
    fn all(&self) -> Result<()> {
        let Sections { texts, terms, uses, areas, places, grades, annexes, .. } = self.sections;
        let Sections { developments, bases, prices, index, names, statements, codes, corrections, .. } = self.sections;
        each("texts", texts, |record| self.sections.slice(record).is_some())?;
        if texts.first() != Some(&[0; layout::TEXT]) || texts.len() > usize::from(u16::MAX) {
            return Err(malformed("texts", 0));
        }
        if terms.len() != 1 {
            return Err(malformed("terms", 0));
        }
        each("terms", terms, |record| self.is_terms(record))?;
        if uses.is_empty() || areas.is_empty() || uses.len().max(areas.len()).max(grades.len()) > MOST {
            return Err(malformed("uses", 0));
        }
        each("uses", uses, |record| {
            self.is_name(record, land_use::NAME)
                && self.is_text(record, land_use::ENGLISH)
                && self.is_text(record, land_use::PRINTED_UNDER)
                && matches!(byte(record, land_use::CLASS), 0..=3 | NONE)
                && byte(record, land_use::IS_CLASS) <= 1
                && (byte(record, land_use::IS_CLASS) == 0 || byte(record, land_use::CLASS) != NONE)
        })?;
        each("areas", areas, |record| {
            self.is_name(record, area::NAME)
                && self.is_text(record, area::ENGLISH)
                && matches!(byte(record, area::KIND), 0 | 1 | NONE)
        })?;
        each("places", places, |record| {
            self.is_name(record, place::NAME)
                && self.is_text(record, place::DISTRICT)
                && self.is_area(byte(record, place::AREA))
        })?;
        each("grades", grades, |record| self.is_name(record, grade::NAME))?;
        each("annexes", annexes, |record| {
            self.is_text(record, annex::LABEL)
                && self.is_text(record, annex::TITLE)
                && u32::try_from(uses.len())
                    .is_ok_and(|uses| long(record, annex::USES).checked_shr(uses).unwrap_or(0) == 0)
                && (self.is_area(byte(record, annex::AREA)) || byte(record, annex::AREA) == NONE)
        })?;
        each("developments", developments, |record| self.is_name(record, development::NAME))?;
        each("bases", bases, |record| self.is_basis(record))?;
        if prices.len() > usize::from(u16::MAX) || bases.len() > usize::from(u16::MAX) {
            return Err(malformed("prices", 0));
        }
        each("prices", prices, |record| self.is_price(record))?;
        if index.len() != areas.len() * uses.len() * grades.len() {
            return Err(malformed("index", 0));
        }
        self.check_index()?;
        each("names", names, |record| self.is_of_something(record))?;
        let ascends = |pair: &[[u8; layout::NAME]]| match pair {
            [before, after] => self.name_key(before) < self.name_key(after),
            _ => true,
        };
        if let Some((_, at)) = names.windows(2).zip(1..).find(|(pair, _)| !ascends(pair)) {
            return Err(malformed("names", at));
        }
        each("statements", statements, |record| {
            self.is_name(record, statement::ABOUT)
                && self.is_name(record, statement::TEXT)
                && (self.is_area(byte(record, statement::AREA)) || byte(record, statement::AREA) == NONE)
        })?;
        each("codes", codes, |record| {
            self.is_name(record, code::SCHEME)
                && self.is_name(record, code::CODE)
                && self.is_text(record, code::NAME)
                && self.is_text(record, code::PART)
                && (self.is_use(byte(record, code::USE)) || byte(record, code::USE) == NONE)
        })?;
        if corrections.len() > usize::from(u16::MAX) {
            return Err(malformed("corrections", 0));
        }
        each("corrections", corrections, |record| self.is_correction(record))?;
        let are_sorted = |pair: &[[u8; layout::CORRECTION]]| match pair {
            [before, after] => correction_key(before) <= correction_key(after),
            _ => true,
        };
        match corrections.windows(2).zip(1..).find(|(pair, _)| !are_sorted(pair)) {
            Some((_, at)) => Err(malformed("corrections", at)),
            None => Ok(()),
        }
    }

    fn is_correction(&self, record: &[u8]) -> bool {
        let kind = byte(record, correction::KIND);
        let (first, count) =
            (usize::from(short(record, correction::FIRST)), usize::from(short(record, correction::COUNT)));
        let rows = self.sections.correction_rows.get(first..).and_then(|rows| rows.get(..count));
        let Some(rows) = rows else { return false };
        let or_none = |is: bool, at| is || byte(record, at) == NONE;
        let is_named = matches!(kind, correction::FACTOR | correction::COEFFICIENT);
        let ascends = |pair: &[[u8; layout::CORRECTION_ROW]]| match pair {
            [before, after] => compare(key_of_row(before), key_of_row(after)).is_lt(),
            _ => true,
        };
        let has_rows = match kind {
            correction::GROWTH => count == 1,
            correction::TERM => true,
            correction::PLOT_RATIO
            | correction::FACTOR
            | correction::COEFFICIENT
            | correction::INDEX
            | correction::UNIT_COST => count > 0,
            _ => false,
        };
        let flags = byte(record, correction::FLAGS);
        let between = BetweenRows::from_flags(flags);
        let says_between = match kind {
            correction::PLOT_RATIO | correction::TERM => true,
            correction::INDEX => matches!(between, BetweenRows::Linear | BetweenRows::RowBefore),
            _ => between == BetweenRows::Nothing,
        };
        let period = flags >> correction::PERIOD_SHIFT;
        let is_series = match (kind, period) {
            (_, 0) => true,
            (correction::INDEX, _) => is_chain(rows, period),
            _ => false,
        };
        let by_key =
            matches!(kind, correction::PLOT_RATIO | correction::TERM | correction::INDEX | correction::UNIT_COST);
        let are_in_order = match between {
            BetweenRows::Intervals => are_intervals(rows, flags),
            _ => !by_key || rows.windows(2).all(ascends),
        };
        has_rows
            && says_between
            && is_series
            && or_none(self.is_use(byte(record, correction::USE)), correction::USE)
            && or_none(self.is_grade(byte(record, correction::GRADE)), correction::GRADE)
            && or_none(self.is_area(byte(record, correction::AREA)), correction::AREA)
            && self.is_annex(byte(record, correction::ANNEX))
            && self.is_text(record, correction::NAME)
            && self.is_name(record, correction::NAME) == is_named
            && self.is_text(record, correction::PART)
            && rows.iter().all(|row| self.is_correction_row(row, kind, between))
            && are_in_order
    }

    fn is_correction_row(&self, row: &[u8], kind: u8, between: BetweenRows) -> bool {
        let value = signed(row, correction_row::VALUE, correction_row::VALUE_PLACES);
        let places = [correction_row::VALUE_PLACES, correction_row::KEY_PLACES, correction_row::HIGH_PLACES];
        places.iter().all(|&at| byte(row, at) <= MOST_PLACES)
            && self.is_text(row, correction_row::CONDITION)
            && match kind {
                correction::FACTOR | correction::COEFFICIENT => {
                    Interval::of_row(row).is_none_or(holds_something) && self.is_name(row, correction_row::LEVEL)
                }
                correction::INDEX => date(row, correction_row::KEY).is_some(),
                correction::PLOT_RATIO | correction::TERM if between == BetweenRows::Intervals => {
                    Interval::of_row(row).is_some_and(holds_something)
                }
                correction::PLOT_RATIO | correction::TERM => {
                    word(row, correction_row::KEY) > 0 && byte(row, correction_row::FLAGS) == 0
                }
                correction::UNIT_COST => {
                    let service = word(row, correction_row::KEY) as usize;
                    (1..=Service::ALL.len()).contains(&service) && byte(row, correction_row::KEY_PLACES) == 0
                }
                _ => true,
            }
            && match kind {
                correction::FACTOR | correction::GROWTH => compare(value.abs(), HUNDRED).is_lt(),
                correction::UNIT_COST => value.mantissa() >= 0,
                _ => value.mantissa() > 0,
            }
    }

    fn is_text(&self, record: &[u8], at: usize) -> bool {
        usize::from(short(record, at)) < self.sections.texts.len()
    }

    /// A text that is not empty.
    fn is_name(&self, record: &[u8], at: usize) -> bool {
        !self.sections.text(short(record, at)).is_empty()
    }

    fn is_area(&self, area: u8) -> bool {
        usize::from(area) < self.sections.areas.len()
    }

    fn is_use(&self, land_use: u8) -> bool {
        usize::from(land_use) < self.sections.uses.len()
    }

    fn is_grade(&self, grade: u8) -> bool {
        usize::from(grade) < self.sections.grades.len()
    }

    fn is_terms(&self, record: &[u8]) -> bool {
        let is_date = |at| word(record, at) == 0 || date(record, at).is_some();
        [terms::NAME, terms::CITY, terms::NUMBER].iter().all(|&at| self.is_name(record, at))
            && [terms::TITLE, terms::ISSUER, terms::REPLACES, terms::REPLACES_TITLE]
                .iter()
                .all(|&at| self.is_text(record, at))
            && [terms::ISSUE_DATE, terms::FIRST_DAY, terms::LAST_DAY, terms::BASE_DATE, terms::REPLACES_DATE]
                .iter()
                .all(|&at| is_date(at))
            && usize::from(short(record, terms::GRADE_PRICES)) <= self.sections.prices.len()
            && is_formula(record)
    }

    fn is_basis(&self, record: &[u8]) -> bool {
        let places = [basis::TERM_PLACES, basis::PLOT_RATIO_PLACES, basis::RATE_PLACES];
        let is_positive = |flag, at| byte(record, basis::STATED) & flag == 0 || word(record, at) > 0;
        self.is_area(byte(record, basis::AREA))
            && (self.is_use(byte(record, basis::USE)) || byte(record, basis::USE) == NONE)
            && (self.is_grade(byte(record, basis::GRADE)) || byte(record, basis::GRADE) == NONE)
            && (word(record, basis::BASE_DATE) == 0 || date(record, basis::BASE_DATE).is_some())
            && places.iter().all(|&at| byte(record, at) <= MOST_PLACES)
            && is_positive(basis::HAS_TERM, basis::TERM)
            && is_positive(basis::HAS_PLOT_RATIO, basis::PLOT_RATIO)
            && is_positive(basis::HAS_RATE, basis::RATE)
            && [basis::RIGHT, basis::DEVELOPMENT, basis::ZONE, basis::PART].iter().all(|&at| self.is_text(record, at))
            && self.is_annex(byte(record, basis::ANNEX))
    }

    fn is_annex(&self, annex: u8) -> bool {
        annex == NONE || usize::from(annex) < self.sections.annexes.len()
    }

    fn is_price(&self, record: &[u8]) -> bool {
        let has = |flag| byte(record, price::FLAGS) & flag != 0;
        let places = [price::PLACES, price::PER_MU_PLACES, price::FLOOR_PLACES];
        self.is_area(byte(record, price::AREA))
            && self.is_use(byte(record, price::USE))
            && (self.is_grade(byte(record, price::GRADE)) || byte(record, price::GRADE) == NONE)
            && usize::from(short(record, price::BASIS)) < self.sections.bases.len()
            && self.is_text(record, price::CODE)
            && self.is_annex(byte(record, price::ANNEX))
            && places.iter().all(|&at| byte(record, at) <= MOST_PLACES)
            && word(record, price::PRICE) > 0
            && (!has(price::HAS_PER_MU) || word(record, price::PER_MU) > 0)
            && (!has(price::HAS_FLOOR) || word(record, price::FLOOR) > 0)
    }

    /// What the index points to is of the area, land use and grade that it is asked for by.
    fn check_index(&self) -> Result<()> {
        let Sections { areas, uses, grades, prices, index, .. } = self.sections;
        let grade_prices =
            self.sections.terms.first().map_or(0, |terms| usize::from(short(terms, terms::GRADE_PRICES)));
        let mut records = index.iter().zip(0..);
        for area in 0..areas.len() {
            for land_use in 0..uses.len() {
                for grade in 0..grades.len() {
                    let Some((record, at)) = records.next() else { return Err(malformed("index", 0)) };
                    let is_of = |price: &[u8; layout::PRICE]| {
                        usize::from(byte(price, price::AREA)) == area
                            && usize::from(byte(price, price::USE)) == land_use
                            && usize::from(byte(price, price::GRADE)) == grade
                    };
                    let is_grade_price = match short(record, index::GRADE_PRICE).checked_sub(1).map(usize::from) {
                        Some(of) => of < grade_prices && prices.get(of).is_some_and(is_of),
                        None => true,
                    };
                    let first = usize::from(short(record, index::FIRST_ZONE));
                    let zones = usize::from(short(record, index::ZONES));
                    let run = prices.get(first..).and_then(|from| from.get(..zones));
                    let are_zones = run.is_some_and(|run| {
                        run.iter().zip(1..).all(|(price, number)| is_of(price) && short(price, price::NUMBER) == number)
                    });
                    if !is_grade_price || !are_zones || (zones > 0 && first < grade_prices) {
                        return Err(malformed("index", at));
                    }
                }
            }
        }
        Ok(())
    }

    fn is_of_something(&self, record: &[u8]) -> bool {
        let of = usize::from(short(record, name::OF));
        let Sections { uses, areas, grades, prices, developments, places, .. } = self.sections;
        let most = match byte(record, name::KIND) {
            name::USE_KIND => uses.len(),
            name::AREA_KIND => areas.len(),
            name::GRADE_KIND => grades.len(),
            name::ZONE_KIND => prices.len(),
            name::DEVELOPMENT_KIND => developments.len(),
            name::PLACE_KIND => places.len(),
            _ => return false,
        };
        of < most && self.is_name(record, name::TEXT)
    }

    fn name_key(&self, record: &[u8]) -> (u8, u8, u8, &str) {
        let text = self.sections.text(short(record, name::TEXT));
        (byte(record, name::KIND), byte(record, name::AREA), byte(record, name::USE), text)
    }
}

/// A whole, in per cent.
const HUNDRED: Decimal = Decimal::from_parts(100, 0, 0, false, 0);

/// Whether rows are a chain of that period, none left out.
fn is_chain(rows: &[[u8; layout::CORRECTION_ROW]], period: u8) -> bool {
    let period = IndexPeriod::from_number(period);
    let points = rows.iter().filter_map(|row| {
        let index = signed(row, correction_row::VALUE, correction_row::VALUE_PLACES);
        Some(DateIndexPoint { date: date(row, correction_row::KEY)?, index })
    });
    period.is_some() && check_series(points, period).is_ok()
}

/// Whether rows are intervals that join, and the flags of their table say which of its ends are open.
fn are_intervals(rows: &[[u8; layout::CORRECTION_ROW]], flags: u8) -> bool {
    let all = || rows.iter().map_while(|row| Interval::of_row(row));
    let is = |flag| flags & flag != 0;
    all().count() == rows.len()
        && all().zip(all().skip(1)).all(|(before, after)| before.joins(&after))
        && all().next().is_some_and(|first| first.low.is_none() == is(correction::OPEN_BELOW))
        && all().last().is_some_and(|last| last.high.is_none() == is(correction::OPEN_ABOVE))
}

/// Whether there is a number in an interval.
fn holds_something(interval: Interval) -> bool {
    interval.low.zip(interval.high).is_none_or(|(low, high)| match compare(low, high) {
        Ordering::Less => true,
        Ordering::Equal => interval.with_low && interval.with_high,
        Ordering::Greater => false,
    })
}

fn key_of_row(row: &[u8]) -> Decimal {
    decimal(row, correction_row::KEY, correction_row::KEY_PLACES)
}

/// The most places of a decimal.
const MOST_PLACES: u8 = 9;

/// Every part of the formula once, or none.
fn is_formula(record: &[u8]) -> bool {
    let parts = record.get(terms::FORMULA..).and_then(<[u8]>::first_chunk).copied().unwrap_or_default();
    match byte(record, terms::ADJUSTS_FIRST) {
        0 if parts == [0; terms::PARTS.len()] => true,
        0 | 1 => terms::PARTS.iter().all(|part| parts.contains(part)),
        _ => false,
    }
}

//! Where everything stands in an edition file: the one description of the format, which the writer uses too. The page
//! `docs/edition-file.md` of this crate says the same for people.

/// What a file begins with: a byte that no text has, the name, and a line break that a transfer as text would change.
pub const MAGIC: [u8; 8] = *b"\x89dijia\r\n";
/// The version of the format.
pub const VERSION: u16 = 1;
/// The longest file.
pub const LONGEST: usize = 16 << 20;

/// The header: the magic, the version, two bytes of zero, the length of the file and the digest of what follows it.
pub const HEADER: usize = 48;
pub const VERSION_AT: usize = 8;
pub const LENGTH_AT: usize = 12;
pub const DIGEST_AT: usize = 16;
pub const DIGEST: usize = 32;

/// An entry of the list of sections, which follows the header: for each section in the order of [`SECTIONS`] the number of
/// its records.
pub const COUNT: usize = 4;

/// Sections, each an array of records of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Section {
    /// UTF-8, end to end.
    Text,
    /// Where each text is: its first byte and its length. The first is the empty text, which stands for none.
    Texts,
    /// One record: what the edition says of itself.
    Terms,
    Uses,
    Areas,
    Places,
    Grades,
    Annexes,
    Developments,
    Bases,
    /// First the grade prices, then the zone prices, each in the order printed.
    Prices,
    /// For each area, land use and grade: its price and its zones.
    Index,
    /// Every spelling of every name, sorted.
    Names,
    /// What the document says of the area that it covers.
    Statements,
    /// The codes of land-use schemes, and what they are priced as.
    Codes,
    /// Tables of corrections, sorted by kind, land use, grade and area; each factor is a table of its levels.
    Corrections,
    /// The rows of those tables, which several may share.
    CorrectionRows,
}

/// How many sections there are.
pub const SECTIONS: usize = 17;

/// The bytes of a record of each section, in the order of [`Section`].
pub const RECORD: [usize; SECTIONS] = [
    1,
    TEXT,
    TERMS,
    USE,
    AREA,
    PLACE,
    GRADE,
    ANNEX,
    DEVELOPMENT,
    BASIS,
    PRICE,
    INDEX,
    NAME,
    STATEMENT,
    CODE,
    CORRECTION,
    CORRECTION_ROW,
];

pub const TEXT: usize = 6;
pub const TERMS: usize = 48;
pub const USE: usize = 8;
pub const AREA: usize = 8;
pub const PLACE: usize = 8;
pub const GRADE: usize = 4;
pub const ANNEX: usize = 16;
pub const DEVELOPMENT: usize = 8;
pub const BASIS: usize = 40;
pub const PRICE: usize = 32;
pub const INDEX: usize = 8;
pub const NAME: usize = 8;
pub const STATEMENT: usize = 8;
pub const CODE: usize = 12;
pub const CORRECTION: usize = 16;
pub const CORRECTION_ROW: usize = 24;

/// Stands for no area, use, grade or class where one could be named.
pub const NONE: u8 = 0xff;

/// The most areas, land uses and grades of an edition.
pub const MOST: usize = 64;

/// Of a [`Section::Terms`] record: texts.
pub mod terms {
    pub const NAME: usize = 0;
    pub const CITY: usize = 2;
    pub const NUMBER: usize = 4;
    pub const TITLE: usize = 6;
    pub const ISSUER: usize = 8;
    pub const REPLACES: usize = 10;
    pub const REPLACES_TITLE: usize = 12;
    /// Dates: the year × 10,000 + the month × 100 + the day, 0 for none.
    pub const ISSUE_DATE: usize = 16;
    pub const FIRST_DAY: usize = 20;
    pub const LAST_DAY: usize = 24;
    pub const BASE_DATE: usize = 28;
    pub const REPLACES_DATE: usize = 32;
    /// How many of the prices are of grades: the others are of zones.
    pub const GRADE_PRICES: usize = 36;
    /// The parts of the formula in its order, a byte each; 0 where there is none.
    pub const FORMULA: usize = 38;
    /// 1 where the formula adds Kf to P before the other corrections, 0 where it adds it at the end.
    pub const ADJUSTS_FIRST: usize = 43;

    pub const KY: u8 = 1;
    pub const KV: u8 = 2;
    pub const KT: u8 = 3;
    pub const KJ: u8 = 4;
    /// 1 + ΣKi.
    pub const FACTOR_SUM: u8 = 5;
    /// The parts in the order of the method.
    pub const PARTS: [u8; 5] = [KY, KV, KT, KJ, FACTOR_SUM];
}

/// Of a [`Section::Uses`] record.
pub mod land_use {
    pub const NAME: usize = 0;
    pub const ENGLISH: usize = 2;
    pub const PRINTED_UNDER: usize = 4;
    pub const CLASS: usize = 6;
    /// 1 where it is the only one of its class, and the class names it.
    pub const IS_CLASS: usize = 7;
}

/// Of a [`Section::Areas`] record.
pub mod area {
    pub const NAME: usize = 0;
    pub const ENGLISH: usize = 2;
    /// 0 the central urban area, 1 the townships, [`NONE`](super::NONE) another.
    pub const KIND: usize = 4;
}

/// Of a [`Section::Places`] record.
pub mod place {
    pub const NAME: usize = 0;
    pub const DISTRICT: usize = 2;
    pub const AREA: usize = 4;
}

/// Of a [`Section::Grades`] record.
pub mod grade {
    pub const NAME: usize = 0;
    /// Its number; 0 for one that only has a name.
    pub const NUMBER: usize = 2;
}

/// Of a [`Section::Annexes`] record.
pub mod annex {
    pub const LABEL: usize = 0;
    pub const TITLE: usize = 2;
    /// One bit for each land use.
    pub const USES: usize = 4;
    pub const AREA: usize = 12;
    /// 1 where its figures are in hand.
    pub const IN_HAND: usize = 13;
    /// 1 where it prints zones, 0 grades.
    pub const OF_ZONES: usize = 14;
    /// Its number, 0 where it has a label alone.
    pub const NUMBER: usize = 15;
}

/// Of a [`Section::Developments`] record.
pub mod development {
    pub const SERVICES: usize = 0;
    pub const NAME: usize = 4;
}

/// Of a [`Section::Bases`] record.
pub mod basis {
    pub const AREA: usize = 0;
    pub const USE: usize = 1;
    pub const GRADE: usize = 2;
    /// Which of the following are stated: a bit each.
    pub const STATED: usize = 3;
    pub const BASE_DATE: usize = 4;
    pub const RIGHT: usize = 8;
    /// The places of the term, the plot ratio and the rate.
    pub const TERM_PLACES: usize = 10;
    pub const PLOT_RATIO_PLACES: usize = 11;
    pub const RATE_PLACES: usize = 12;
    /// The annex that states it, [`NONE`](super::NONE) for the explanatory notes.
    pub const ANNEX: usize = 13;
    pub const ROW: usize = 14;
    pub const TERM: usize = 16;
    pub const PLOT_RATIO: usize = 20;
    pub const RATE: usize = 24;
    pub const SERVICES: usize = 28;
    /// The name that the document gives to the development level.
    pub const DEVELOPMENT: usize = 32;
    /// The zone that it is of, where it is of one.
    pub const ZONE: usize = 34;
    /// What the part of the document is called that states it, where that is no annex.
    pub const PART: usize = 36;

    pub const HAS_TERM: u8 = 1;
    pub const HAS_PLOT_RATIO: u8 = 2;
    pub const HAS_RATE: u8 = 4;
    pub const HAS_DEVELOPMENT: u8 = 8;
    /// The term has no end (无限年期).
    pub const IS_PERPETUAL: u8 = 16;
}

/// Of a [`Section::Prices`] record.
pub mod price {
    pub const AREA: usize = 0;
    pub const USE: usize = 1;
    pub const GRADE: usize = 2;
    pub const FLAGS: usize = 3;
    /// The number of a zone within its grade, 0 for one that is named otherwise.
    pub const NUMBER: usize = 4;
    /// The code of a zone that is not a grade and a number.
    pub const CODE: usize = 6;
    pub const BASIS: usize = 8;
    pub const ROW: usize = 10;
    pub const ANNEX: usize = 12;
    pub const PLACES: usize = 13;
    pub const PER_MU_PLACES: usize = 14;
    pub const FLOOR_PLACES: usize = 15;
    pub const PRICE: usize = 16;
    pub const PER_MU: usize = 20;
    pub const FLOOR: usize = 24;

    /// The price is one of floor; the price of land follows from the plot ratio.
    pub const PER_FLOOR: u8 = 1;
    /// The price is printed as a lower bound (≥).
    pub const IS_LOWER_BOUND: u8 = 2;
    pub const HAS_PER_MU: u8 = 4;
    pub const HAS_FLOOR: u8 = 8;
    /// The price is printed in 万元/亩 alone, and is fifteen times as much.
    pub const FROM_PER_MU: u8 = 16;
}

/// Of a [`Section::Index`] record, the one of an area, a land use and a grade at
/// (area × uses + use) × grades + grade.
pub mod index {
    /// The place of the grade's price + 1, 0 for none.
    pub const GRADE_PRICE: usize = 0;
    /// The place among all prices of the zone of number 1; numbers run on from there.
    pub const FIRST_ZONE: usize = 2;
    /// How many zones are numbered so.
    pub const ZONES: usize = 4;
}

/// Of a [`Section::Names`] record, sorted by kind, area, use and text.
pub mod name {
    pub const KIND: usize = 0;
    pub const AREA: usize = 1;
    pub const USE: usize = 2;
    pub const TEXT: usize = 4;
    /// The place of what is named in its section.
    pub const OF: usize = 6;

    pub const USE_KIND: u8 = 1;
    pub const AREA_KIND: u8 = 2;
    pub const GRADE_KIND: u8 = 3;
    pub const ZONE_KIND: u8 = 4;
    pub const DEVELOPMENT_KIND: u8 = 5;
    pub const PLACE_KIND: u8 = 6;
}

/// Of a [`Section::Statements`] record: what it is about, and the words of the document.
pub mod statement {
    pub const ABOUT: usize = 0;
    pub const TEXT: usize = 2;
    pub const AREA: usize = 4;
}

/// Of a [`Section::Codes`] record.
pub mod code {
    pub const SCHEME: usize = 0;
    pub const CODE: usize = 2;
    pub const NAME: usize = 4;
    pub const USE: usize = 6;
    pub const ROW: usize = 8;
    /// Where it is printed.
    pub const PART: usize = 10;
}

/// Of a [`Section::Corrections`] record.
pub mod correction {
    pub const KIND: usize = 0;
    /// [`NONE`](super::NONE) where it holds for all of them, each.
    pub const USE: usize = 1;
    pub const GRADE: usize = 2;
    pub const AREA: usize = 3;
    pub const FLAGS: usize = 4;
    /// The annex that prints it, [`NONE`](super::NONE) where that has a name alone.
    pub const ANNEX: usize = 5;
    /// What it corrects for: the name of a factor or of a coefficient.
    pub const NAME: usize = 6;
    /// What the part of the document is called that prints it, where that is no annex.
    pub const PART: usize = 8;
    /// The printed row of a factor.
    pub const ROW: usize = 10;
    /// The first of its rows, and how many there are.
    pub const FIRST: usize = 12;
    pub const COUNT: usize = 14;

    /// Kv by plot ratio, ascending.
    pub const PLOT_RATIO: u8 = 1;
    /// Ki by level, in per cent.
    pub const FACTOR: u8 = 2;
    /// Kj by level.
    pub const COEFFICIENT: u8 = 3;
    /// Ky by remaining term in years, ascending; without rows it is m ÷ n.
    pub const TERM: u8 = 4;
    /// The price index by date, ascending.
    pub const INDEX: u8 = 5;
    /// The monthly growth of prices, in per cent: one row.
    pub const GROWTH: u8 = 6;
    /// Unit costs of services, 元/㎡, ascending by service.
    pub const UNIT_COST: u8 = 7;

    /// The first row holds for all below it too.
    pub const OPEN_BELOW: u8 = 1;
    /// The last row holds for all above it too.
    pub const OPEN_ABOVE: u8 = 2;
    /// From this bit on two bits: what holds between two rows, 0 nothing, 1 the value interpolated linearly, 2 that of the row
    /// before, 3 each row is an interval.
    pub const BETWEEN_SHIFT: u32 = 2;
    /// The level is that of the area of the parcel.
    pub const BY_AREA: u8 = 16;
    /// Of an index, from this bit on: 0 where its base is fixed, else the period whose predecessor is 100 — 1 a month, 2 a
    /// quarter, 3 a half-year, 4 a year.
    pub const PERIOD_SHIFT: u32 = 5;
}

/// Of a [`Section::CorrectionRows`] record.
pub mod correction_row {
    /// Signed.
    pub const VALUE: usize = 0;
    /// A plot ratio, years, a date, 1 + a service, or the lower bound of an interval; 0 where there is none.
    pub const KEY: usize = 4;
    /// The upper bound of an interval.
    pub const HIGH: usize = 8;
    /// The name of the level.
    pub const LEVEL: usize = 12;
    /// The condition for the level, as printed.
    pub const CONDITION: usize = 14;
    /// The printed row.
    pub const ROW: usize = 16;
    pub const VALUE_PLACES: usize = 18;
    pub const KEY_PLACES: usize = 19;
    pub const HIGH_PLACES: usize = 20;
    pub const FLAGS: usize = 21;

    /// The interval has a lower bound, which belongs to it.
    pub const HAS_LOW: u8 = 1;
    pub const WITH_LOW: u8 = 2;
    /// The interval has an upper bound, which belongs to it.
    pub const HAS_HIGH: u8 = 4;
    pub const WITH_HIGH: u8 = 8;
}

//! An edition file that somebody wrote who keeps no rules but those of the header: it is refused, or whatever is asked of it
//! has an answer.
//!
//! The input says where a real file is changed; its length and its digest are made to be right again, so that what is behind
//! them is reached.

#![no_main]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use dijia::{Appraisal, BasePrice, CorrectionKind, Date, Decimal, Edition, Language, Layout, Level, RoundingPolicy};
use libfuzzer_sys::fuzz_target;
use sha2::{Digest as _, Sha256};

const HEADER: usize = 48;
const LENGTH_AT: usize = 12;
const DIGEST_AT: usize = 16;

static FILES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let editions = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/dijia-tables/tests/editions");
    ["tongdao-2026", "beijing-codes", "lanzhou-counties"]
        .map(|name| dijia_tables::read(&editions.join(name)).expect("an edition").pack())
        .into()
});

fuzz_target!(|data: &[u8]| {
    let Some((choice, changes)) = data.split_first() else { return };
    let mut file = FILES[usize::from(*choice) % FILES.len()].clone();
    for change in changes.chunks_exact(4) {
        let [low, high, value, how] = *change else { return };
        let at = HEADER + usize::from(u16::from_le_bytes([low, high])) % (file.len() - HEADER);
        match how % 16 {
            0 => file[at] = value,
            1 => file[at] ^= 1 << (value % 8),
            2 => file[at] = file[at].wrapping_add(1),
            3 => file[at] = file[at].wrapping_sub(1),
            4 => file.truncate(at.max(HEADER + 1)),
            5 => drop(file.splice(at..at, [value; 4])),
            6 => drop(file.splice(at..(at + 4).min(file.len()), [])),
            // Of another place: fields of a kind are the same bytes.
            _ => file[at] = file[HEADER + (at + usize::from(value)) % (file.len() - HEADER)],
        }
        if file.len() <= HEADER {
            return;
        }
    }
    let length = u32::try_from(file.len()).expect("short");
    file[LENGTH_AT..LENGTH_AT + 4].copy_from_slice(&length.to_le_bytes());
    let digest = Sha256::digest(&file[HEADER..]);
    file[DIGEST_AT..HEADER].copy_from_slice(&digest);
    if let Ok(edition) = Edition::open(&file) {
        ask(&edition);
    }
});

/// Asks for all that there is. Nothing is expected but that there is an end of it.
fn ask(edition: &Edition<'_>) {
    let mut text = String::new();
    let all = (edition.name(), edition.city(), edition.document(), edition.base_date());
    write!(text, "{all:?}").expect("a text");
    for land_use in edition.land_uses() {
        let _ = edition.land_use(land_use.name());
        for area in edition.areas() {
            let _ = edition.basis(area, land_use);
        }
    }
    for place in edition.places() {
        let _ = (place.name(), place.district(), place.area().name());
    }
    for statement in edition.statements() {
        let _ = (statement.about(), statement.words(), statement.area().map(|area| area.name()));
    }
    for annex in edition.annexes() {
        let _ = (annex.title(), annex.area().map(|area| area.name()), annex.land_uses().count());
    }
    for basis in edition.bases() {
        write!(text, "{basis:?}{}", basis.citation()).expect("a text");
    }
    for code in edition.land_use_codes().take(64) {
        let _ = (edition.land_use_by_code(code.scheme(), code.code()), code.land_use().map(|it| it.name()));
    }
    for table in edition.correction_tables().take(64) {
        write!(text, "{table:?}{}", table.citation()).expect("a text");
        for row in table.rows().take(64) {
            write!(text, "{row:?}{}", row.citation()).expect("a text");
            let _ = (row.value(), row.key(), row.interval().map(|interval| interval.contains(row.key())));
        }
    }
    let grades = edition.grade_prices().map(BasePrice::Grade);
    for base in grades.chain(edition.zone_prices().map(BasePrice::Zone)).take(3) {
        price(edition, base);
    }
}

fn price(edition: &Edition<'_>, base: BasePrice<'_>) {
    let (appraisal, corrections) = match base {
        BasePrice::Grade(price) => (Appraisal::from_grade(price), price.corrections()),
        BasePrice::Zone(price) => (Appraisal::from_zone(price), price.corrections()),
        BasePrice::Own { .. } => return,
    };
    let (ratio, policy) = (Decimal::new(21, 1), RoundingPolicy::default());
    let _ = corrections.plot_ratio_coefficient(ratio, policy);
    let named = |kind| corrections.tables(kind).take(12).collect::<Vec<_>>();
    let tables = [named(CorrectionKind::Factor), named(CorrectionKind::Coefficient)].concat();
    let mut levels = Vec::new();
    for table in tables {
        let level = table.rows().last().and_then(|row| row.level()).unwrap_or("420");
        levels.push(Level { of: table.name().unwrap_or_default(), level });
    }
    let appraisal = appraisal
        .corrections_as_published()
        .levels(&levels)
        .plot_ratio(ratio)
        .remaining_term(Decimal::new(30, 0))
        .valuation_date(edition.base_date().unwrap_or(Date::constant(2021, 6, 1)))
        .area(Decimal::new(500, 0));
    for appraisal in [appraisal, appraisal.levels(&[])] {
        if let Ok(appraised) = appraisal.appraise() {
            let mut sheet = String::new();
            for language in [Language::Chinese, Language::English] {
                for layout in [Layout::Wide, Layout::Narrow, Layout::Markdown, Layout::Html] {
                    write!(sheet, "{}", appraised.worksheet(language).layout(layout)).expect("a text");
                }
            }
            assert!(sheet.len() > 100);
        }
    }
}

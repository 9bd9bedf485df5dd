//! Looking up a zone's price: by typed code, by spelled code, and by what else could be used.

use std::collections::HashMap;

use dijia::{Decimal, Edition, Grade, JINAN_2020, Key, LandUse, ZoneCode, ZonePrice};
use dijia_benches::harness::Race;
use dijia_benches::random::Random;
use rustc_hash::FxHashMap;

mod plain_match {
    use dijia::LandUse;

    include!(concat!(env!("OUT_DIR"), "/plain_match.rs"));
}

const LOOKUPS: usize = 200_000;
const ROUNDS: usize = 41;

/// One lookup of the sequence, in every form.
struct Query {
    land_use: LandUse,
    code: ZoneCode,
    canonical: &'static str,
    ascii: &'static str,
    full_width: &'static str,
    mixed: &'static str,
}

/// The spellings of one zone, made once: a column of millions of codes holds few distinct ones.
struct Spellings {
    land_use: LandUse,
    code: ZoneCode,
    canonical: &'static str,
    ascii: &'static str,
    full_width: &'static str,
    all: Vec<&'static str>,
}

impl Spellings {
    fn of(row: ZonePrice<'_>) -> Self {
        const LETTERS: [&str; 9] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        const CHINESE: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

        let (land_use, code) = words(row);
        let (grade, number) = (usize::from(code.grade().number()), code.number());
        let leak = |text: String| -> &'static str { text.leak() };
        let letters = LETTERS[grade - 1];
        let canonical = leak(code.to_string());
        let ascii = leak(format!("{letters}-{number}"));
        let full_width = leak(full_width(&ascii.replace('-', "－")));
        let all = vec![
            canonical,
            ascii,
            full_width,
            leak(format!("{}-{number}", letters.to_lowercase())),
            leak(format!("{grade}-{number}")),
            leak(format!("{}－{}", CHINESE[grade - 1], full_width_digits(number))),
            leak(format!("{}级-{number}", code.grade())),
            leak(format!(" {}{number} ", code.grade())),
        ];
        Self { land_use, code, canonical, ascii, full_width, all }
    }
}

/// The land use and the code of a row.
fn words(row: ZonePrice<'_>) -> (LandUse, ZoneCode) {
    let Key::Known(land_use) = row.land_use().key() else { panic!("Jinan's land uses are those of the trade") };
    (land_use, row.code().expect("Jinan's codes are grades and numbers"))
}

fn full_width(ascii: &str) -> String {
    ascii.chars().map(|c| char::from_u32(c as u32 + 0xfee0).filter(|_| c.is_ascii_graphic()).unwrap_or(c)).collect()
}

fn full_width_digits(number: u16) -> String {
    full_width(&number.to_string())
}

fn queries() -> Vec<Query> {
    let spellings: Vec<Spellings> = JINAN_2020.zone_prices().map(Spellings::of).collect();
    let mut random = Random(2020);
    let query = |_| {
        let zone = random.pick(&spellings);
        let mixed = *random.pick::<&'static str>(&zone.all);
        Query {
            land_use: zone.land_use,
            code: zone.code,
            canonical: zone.canonical,
            ascii: zone.ascii,
            full_width: zone.full_width,
            mixed,
        }
    };
    (0..LOOKUPS).map(query).collect()
}

/// A row as one would write it for a map of one's own.
struct Row {
    per_square_metre: Decimal,
}

/// What a lookup adds to the sum: it reads the row that was found.
fn price(row: Option<ZonePrice<'_>>) -> u64 {
    row.map_or(0, |row| low_digits(row.printed()))
}

/// The same of a map of one's own.
fn plain(row: Option<&Row>) -> u64 {
    row.map_or(0, |row| low_digits(row.per_square_metre))
}

fn low_digits(value: Decimal) -> u64 {
    value.mantissa() as u64
}

fn main() {
    let queries = queries();
    let published: Vec<ZonePrice<'static>> = JINAN_2020.zone_prices().collect();
    let rows: Vec<&'static Row> =
        published.iter().map(|price| &*Box::leak(Box::new(Row { per_square_metre: price.printed() }))).collect();

    // The land uses share their codes, so a map of strings is one for each land use.
    let mut std_strings: [HashMap<&str, &Row>; 4] = Default::default();
    let mut fx_strings: [FxHashMap<&str, &Row>; 4] = Default::default();
    // Every spelling of every zone, for what the maps above do not know.
    let mut std_spellings: [HashMap<&str, &Row>; 4] = Default::default();
    let mut std_typed: HashMap<(LandUse, ZoneCode), &Row> = HashMap::new();
    let mut fx_typed: FxHashMap<(LandUse, ZoneCode), &Row> = FxHashMap::default();
    let mut dense: Vec<Option<&Row>> = vec![None; LandUse::ALL.len() * Grade::ALL.len() * 256];
    let place = |land_use: LandUse, code: ZoneCode| {
        (land_use as usize * Grade::ALL.len() + usize::from(code.grade().number()) - 1) * 256
            + usize::from(code.number())
    };
    for (&price, &row) in published.iter().zip(&rows) {
        let (land_use, code) = words(price);
        let text: &'static str = code.to_string().leak();
        std_strings[land_use as usize].insert(text, row);
        fx_strings[land_use as usize].insert(text, row);
        let spellings = Spellings::of(price);
        for text in [spellings.ascii, spellings.full_width].into_iter().chain(spellings.all) {
            std_spellings[land_use as usize].insert(text, row);
        }
        std_typed.insert((land_use, code), row);
        fx_typed.insert((land_use, code), row);
        dense[place(land_use, code)] = Some(row);
    }

    let opened = Edition::open(JINAN_2020.bytes()).expect("a whole file");
    let expected =
        Some(queries.iter().map(|query| price(JINAN_2020.zone_price(query.land_use, query.code).ok())).sum());
    macro_rules! sum {
        ($query:ident => $found:expr) => {
            || queries.iter().map(|$query| $found).fold(0, u64::wrapping_add)
        };
    }
    macro_rules! spelled {
        ($spelling:ident) => {
            sum!(query => {
                let code = query.$spelling.parse::<ZoneCode>().ok();
                price(code.and_then(|code| JINAN_2020.zone_price(query.land_use, code).ok()))
            })
        };
    }

    let mut race = Race::new(LOOKUPS);
    race.add("dijia, typed code", expected, sum!(q => price(JINAN_2020.zone_price(q.land_use, q.code).ok())));
    race.add("dijia, opened, typed code", expected, sum!(q => price(opened.zone_price(q.land_use, q.code).ok())));
    race.add("dijia, canonical spelling", expected, spelled!(canonical));
    race.add(
        "dijia, opened, canonical",
        expected,
        sum!(q => price(q.canonical.parse::<ZoneCode>().ok().and_then(|code| opened.zone_price(q.land_use, code).ok()))),
    );
    race.add("dijia, ASCII spelling", expected, spelled!(ascii));
    race.add("dijia, full-width spelling", expected, spelled!(full_width));
    race.add("dijia, eight spellings mixed", expected, spelled!(mixed));
    race.add(
        "parsing alone, canonical",
        None,
        sum!(q => q.canonical.parse::<ZoneCode>().map_or(0, |c| c.number().into())),
    );
    race.add("parsing alone, mixed", None, sum!(q => q.mixed.parse::<ZoneCode>().map_or(0, |c| c.number().into())));
    race.add(
        "std HashMap<&str>",
        expected,
        sum!(q => plain(std_strings[q.land_use as usize].get(q.canonical).copied())),
    );
    macro_rules! spelled_by_map {
        ($spelling:ident) => {
            sum!(q => plain(std_spellings[q.land_use as usize].get(q.$spelling).copied()))
        };
    }
    race.add("std HashMap of all, ASCII", expected, spelled_by_map!(ascii));
    race.add("std HashMap of all, full-width", expected, spelled_by_map!(full_width));
    race.add("std HashMap of all, mixed", expected, spelled_by_map!(mixed));
    race.add("FxHashMap<&str>", expected, sum!(q => plain(fx_strings[q.land_use as usize].get(q.canonical).copied())));
    race.add(
        "plain match on &str",
        expected,
        sum!(q => plain(plain_match::row(q.land_use, q.canonical).map(|index| rows[index]))),
    );
    race.add("std HashMap, typed code", expected, sum!(q => plain(std_typed.get(&(q.land_use, q.code)).copied())));
    race.add("FxHashMap, typed code", expected, sum!(q => plain(fx_typed.get(&(q.land_use, q.code)).copied())));
    race.add("dense array, typed code", expected, sum!(q => plain(dense[place(q.land_use, q.code)])));
    race.run(ROUNDS);

    println!("{} zones in random order, {LOOKUPS} lookups a round, {ROUNDS} rounds, medians", rows.len());
    println!(
        "The maps of strings and the match know the canonical spelling only; those of all, ten spellings of each zone.\n"
    );
    race.print("ns a lookup", &["std HashMap<&str>", "FxHashMap<&str>"]);
}

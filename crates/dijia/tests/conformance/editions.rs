//! Editions that are loaded: what each has, its prices and bases, and which is in force.

use std::collections::HashMap;
use std::fs;
use std::sync::{LazyLock, Mutex};

use dijia::{
    Basis, Citation, DecimalText, Edition, Editions, GradePrice, JINAN_2020, LandUseOfEdition, Language, Part,
    PricedArea, Result, ZonePrice, parse_date,
};

use crate::vectors::{Found, Row, folder};

/// The edition of that name: the one that the library has, or one of `conformance/editions`, opened once.
pub fn edition(name: &str) -> &'static Edition<'static> {
    static OPENED: LazyLock<Mutex<HashMap<String, &'static Edition<'static>>>> = LazyLock::new(Mutex::default);

    if name == JINAN_2020.name() {
        return &JINAN_2020;
    }
    let mut opened = OPENED.lock().expect("no test has failed");
    opened.entry(name.to_owned()).or_insert_with(|| {
        let path = folder().join(format!("editions/{name}.dijia"));
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let edition = Edition::open(Vec::leak(bytes)).unwrap_or_else(|error| panic!("{name}: {error}"));
        Box::leak(Box::new(edition))
    })
}

fn of(row: &Row) -> &'static Edition<'static> {
    edition(row.text("edition"))
}

pub fn cited(citation: Citation<'_>) -> [(&'static str, String); 4] {
    let (annex, part) = match citation.part {
        Part::Annex(annex) => (annex, ""),
        Part::ExplanatoryNotes(part) | Part::Named(part) => (0, part),
    };
    [
        ("document", citation.document.to_owned()),
        ("annex", annex.to_string()),
        ("part", part.to_owned()),
        ("row", citation.row.unwrap_or(0).to_string()),
    ]
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn assumed(basis: Basis<'_>) -> Found {
    vec![
        ("base_date", text(basis.base_date())),
        ("right", text(basis.right())),
        ("statutory_term", text(basis.statutory_term())),
        ("plot_ratio", text(basis.plot_ratio().map(DecimalText))),
        ("capitalization_rate", text(basis.capitalization_rate().map(DecimalText))),
        ("development_level", text(basis.development_level())),
        ("development_name", text(basis.development_name())),
    ]
}

/// What zones and grades have in common.
macro_rules! priced {
    ($price:ident, $grade:expr, $code:expr) => {{
        let land_use: LandUseOfEdition<'_> = $price.land_use();
        let per = match $price.priced_area() {
            PricedArea::Land => "land",
            PricedArea::Floor => "floor",
        };
        let mut found = vec![
            ("area", $price.area().name().to_owned()),
            ("land_use", land_use.name().to_owned()),
            ("land_use_english", land_use.name_in(Language::English).to_owned()),
            ("grade", $grade),
            ("code", $code),
            ("printed", DecimalText($price.printed()).to_string()),
            ("per", per.to_owned()),
            ("is_lower_bound", if $price.is_lower_bound() { "yes" } else { "no" }.to_owned()),
            ("per_square_metre", text($price.per_square_metre().ok().map(DecimalText))),
            ("wan_yuan_per_mu", text($price.wan_yuan_per_mu().map(DecimalText))),
            ("per_floor_area", text($price.per_floor_area().map(DecimalText))),
        ];
        found.extend(cited($price.citation()));
        found.extend(assumed($price.basis()));
        found
    }};
}

/// The price of the zone or the grade that a row names, in the area that a column names or without one.
pub enum Price {
    Grade(GradePrice<'static>),
    Zone(ZonePrice<'static>),
}

pub fn price(row: &Row, area: &str) -> Result<Price> {
    let (edition, land_use) = (of(row), row.text("land_use"));
    Ok(match (row.get(area), row.get("zone")) {
        (None, None) => Price::Grade(edition.grade_price(land_use, row.text("grade"))?),
        (Some(area), None) => Price::Grade(edition.grade_price_in(area, land_use, row.text("grade"))?),
        (None, Some(zone)) => Price::Zone(edition.zone_price(land_use, zone)?),
        (Some(area), Some(zone)) => Price::Zone(edition.zone_price_in(area, land_use, zone)?),
    })
}

pub fn edition_price(row: &Row) -> Result<Found> {
    Ok(match price(row, "area")? {
        Price::Grade(price) => priced!(price, price.grade().name().to_owned(), String::new()),
        Price::Zone(price) => {
            priced!(price, text(price.grade().map(|grade| grade.name())), price.code_text().to_string())
        }
    })
}

pub fn edition_basis(row: &Row) -> Result<Found> {
    let basis = of(row).basis(row.text("area"), row.text("land_use"))?;
    let mut found = assumed(basis);
    found.extend(cited(basis.citation()));
    Ok(found)
}

pub fn edition_facts(row: &Row) -> Result<Found> {
    let edition = of(row);
    let document = edition.document();
    let joined = |names: Vec<&str>| names.join(" ");
    let value = match row.text("fact") {
        "name" => edition.name().to_owned(),
        "city" => edition.city().to_owned(),
        "number" => document.number.to_owned(),
        "digest" => edition.digest().iter().map(|byte| format!("{byte:02x}")).collect(),
        "title" => text(document.title),
        "issuer" => text(document.issuer),
        "replaces" => text(document.replaces),
        "issue date" => text(document.issue_date),
        "first day in force" => text(document.first_day_in_force),
        "last day in force" => text(document.last_day_in_force),
        "base date" => text(edition.base_date()),
        "formula" => text(edition.formula()),
        "zone prices" => edition.zone_prices().len().to_string(),
        "grade prices" => edition.grade_prices().len().to_string(),
        "land uses" => joined(edition.land_uses().map(|land_use| land_use.name()).collect()),
        "printed under" => {
            joined(edition.land_uses().map(|land_use| land_use.printed_under().unwrap_or("—")).collect())
        }
        "areas" => joined(edition.areas().map(|area| area.name()).collect()),
        "grades" => joined(edition.grades().map(|grade| grade.name()).collect()),
        fact => panic!("unknown fact {fact}"),
    };
    Ok(vec![("value", value)])
}

pub fn edition_level(row: &Row) -> Result<Found> {
    Ok(vec![("level", of(row).development_level(row.text("text"))?.to_string())])
}

pub fn in_force(row: &Row) -> Result<Found> {
    let editions: Vec<_> = row.list("editions").into_iter().map(edition).collect();
    let found = Editions::new(&editions).on(row.text("city"), parse_date(row.text("date"))?)?;
    Ok(vec![("in_force", found.name().to_owned())])
}

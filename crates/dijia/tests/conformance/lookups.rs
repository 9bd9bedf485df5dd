//! What is published, and the small functions: spellings, units, rounding.

use dijia::{
    Area, Citation, DecimalText, DevelopmentLevel, Grade, JINAN_2020, LandUse, Part, Result, Service, ZoneCode,
    floor_price, land_price, mu, parse_date, parse_decimal, parse_rate, round, square_metres, total_wan_yuan,
    total_yuan, wan_yuan_per_mu, yuan_per_square_metre,
};

use crate::vectors::{Found, Row};

fn cited(citation: Citation<'_>) -> [(&'static str, String); 3] {
    let annex = match citation.part {
        Part::Annex(annex) => annex,
        Part::ExplanatoryNotes(_) | Part::Named(_) => 0,
    };
    [
        ("document", citation.document.to_owned()),
        ("annex", annex.to_string()),
        ("row", citation.row.unwrap_or(0).to_string()),
    ]
}

pub fn edition(row: &Row) -> Result<Found> {
    let document = JINAN_2020.document();
    let annex = |number: &str| {
        let annex = JINAN_2020.annexes().find(|annex| annex.number().is_some_and(|of| of.to_string() == number));
        annex.expect("an annex").title().to_owned()
    };
    let day = |date: Option<dijia::Date>| date.expect("a date").to_string();
    let value = match row.text("fact") {
        "name" => JINAN_2020.name().to_owned(),
        "city" => JINAN_2020.city().to_owned(),
        "number" => document.number.to_owned(),
        "title" => document.title.expect("a title").to_owned(),
        "issuer" => document.issuer.expect("an issuer").to_owned(),
        "replaces" => document.replaces.expect("a number").to_owned(),
        "issue date" => day(document.issue_date),
        "first day in force" => day(document.first_day_in_force),
        "last day in force" => day(document.last_day_in_force),
        "base date" => day(JINAN_2020.base_date()),
        "zone prices" => JINAN_2020.zone_prices().len().to_string(),
        "grade prices" => JINAN_2020.grade_prices().len().to_string(),
        "bases" => JINAN_2020.bases().len().to_string(),
        "townships" => JINAN_2020.places().map(|place| place.name()).collect::<Vec<_>>().join(" "),
        "annexes in hand" => {
            let in_hand = JINAN_2020.annexes().filter(|annex| annex.is_in_hand());
            in_hand.filter_map(|annex| annex.number()).map(|number| number.to_string()).collect::<Vec<_>>().join(" ")
        }
        fact => annex(fact.strip_prefix("annex ").expect("a known fact")),
    };
    Ok(vec![("value", value)])
}

pub fn zone_price(row: &Row) -> Result<Found> {
    let price = JINAN_2020.zone_price(row.text("land_use"), row.text("zone"))?;
    let mut found = vec![
        ("code", price.code_text().to_string()),
        ("per_square_metre", DecimalText(price.per_square_metre()?).to_string()),
        ("wan_yuan_per_mu", DecimalText(price.wan_yuan_per_mu().expect("a figure")).to_string()),
        ("floor_price", price.per_floor_area().map(|price| DecimalText(price).to_string()).unwrap_or_default()),
    ];
    found.extend(cited(price.citation()));
    Ok(found)
}

pub fn grade_price(row: &Row) -> Result<Found> {
    let price = JINAN_2020.grade_price_in(row.text("area"), row.text("land_use"), row.text("grade"))?;
    let mut found = vec![
        ("name", price.grade().name().to_owned()),
        ("per_square_metre", DecimalText(price.per_square_metre()?).to_string()),
        ("zone_count", price.zones().count().to_string()),
    ];
    found.extend(cited(price.citation()));
    Ok(found)
}

pub fn basis(row: &Row) -> Result<Found> {
    let basis = JINAN_2020.basis(row.text("area"), row.text("land_use"))?;
    let mut found = vec![
        ("base_date", basis.base_date().expect("a date").to_string()),
        ("right", basis.right().expect("a right").to_owned()),
        ("statutory_term", basis.statutory_term().expect("a term").to_string()),
        ("plot_ratio", DecimalText(basis.plot_ratio().expect("a ratio")).to_string()),
        ("capitalization_rate", DecimalText(basis.capitalization_rate().expect("a rate")).to_string()),
        ("development_level", basis.development_level().expect("a level").to_string()),
    ];
    found.extend(cited(basis.citation()));
    Ok(found)
}

pub fn validity(row: &Row) -> Result<Found> {
    Ok(vec![("validity", JINAN_2020.validity_on(parse_date(row.text("date"))?).to_string())])
}

pub fn spelling(row: &Row) -> Result<Found> {
    let text = row.text("text");
    let canonical = match row.text("of") {
        "land use" => text.parse::<LandUse>()?.to_string(),
        "grade" => text.parse::<Grade>()?.to_string(),
        "zone code" => text.parse::<ZoneCode>()?.to_string(),
        "area" => text.parse::<Area>()?.to_string(),
        "service" => text.parse::<Service>()?.to_string(),
        "development level" => text.parse::<DevelopmentLevel>()?.to_string(),
        "decimal" => DecimalText(parse_decimal(text)?).to_string(),
        "rate" => DecimalText(parse_rate(text)?).to_string(),
        "date" => parse_date(text)?.to_string(),
        other => panic!("nothing reads {other}"),
    };
    Ok(vec![("canonical", canonical)])
}

pub fn unit(row: &Row) -> Result<Found> {
    let value = parse_decimal(row.text("value"))?;
    let by = || parse_decimal(row.text("by"));
    let (places, mode) = (row.places("places").unwrap_or(0), row.mode());
    let converted = match row.text("conversion") {
        "wan_yuan_per_mu" => wan_yuan_per_mu(value, places, mode)?,
        "yuan_per_square_metre" => yuan_per_square_metre(value)?,
        "floor_price" => floor_price(value, by()?, places, mode)?,
        "land_price" => land_price(value, by()?)?,
        "mu" => mu(value)?,
        "square_metres" => square_metres(value, places, mode)?,
        "total_yuan" => total_yuan(value, by()?, places, mode)?,
        "total_wan_yuan" => total_wan_yuan(value, by()?, places, mode)?,
        other => panic!("nothing converts {other}"),
    };
    Ok(vec![("value", DecimalText(converted).to_string())])
}

pub fn rounding(row: &Row) -> Result<Found> {
    let value = parse_decimal(row.text("value"))?;
    let rounded = round(value, row.places("places").expect("places"), row.mode())?;
    Ok(vec![("rounded", DecimalText(rounded).to_string())])
}

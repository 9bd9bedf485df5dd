use std::io::{self, Write as _};
use std::process::ExitCode;

use dijia_core::{Citation, DecimalText, Difference, Edition, Language, PricedArea, PublishedPrice, difference};

/// Writes what differs between two edition files, as CSV with a line of titles.
pub fn print(before: &[u8], after: &[u8], language: Language) -> ExitCode {
    let written = match (Edition::open(before), Edition::open(after)) {
        (Ok(before), Ok(after)) => write(&before, &after, language),
        (Err(error), _) | (_, Err(error)) => Err(io::Error::other(error.message(language).to_string())),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(before: &Edition<'_>, after: &Edition<'_>, language: Language) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(io::stdout().lock());
    rows.write_record(match language {
        Language::Chinese => {
            ["地域", "土地用途", "级别或区片", "单位", "前版", "后版", "变动（%）", "前版出处", "后版出处"]
        }
        Language::English => {
            ["area", "land use", "grade or zone", "unit", "before", "after", "per cent", "before in", "after in"]
        }
    })?;
    for difference in difference(before, after) {
        rows.write_record(row(&difference, language))?;
    }
    rows.into_inner().map_err(|error| error.into_error())?.flush()
}

fn row(difference: &Difference<'_>, language: Language) -> [String; 9] {
    let [before, after] = [difference.before(), difference.after()];
    let Some(of) = before.or(after) else { return Default::default() };
    // The figures are those printed, each in its own unit; per cent are none where these cannot be compared.
    let printed = |price: Option<PublishedPrice<'_>>| price.map_or_else(String::new, |price| figure(&price));
    let citation =
        |price: Option<PublishedPrice<'_>>| price.map_or_else(String::new, |price| cited(&price.citation(), language));
    let unit = [before, after].into_iter().flatten().map(|price| unit(price.priced_area(), language));
    let mut units: Vec<&str> = unit.collect();
    units.dedup();
    let percent = difference.percent().ok().flatten();
    [
        of.area().name_in(language).to_owned(),
        of.land_use().name_in(language).to_owned(),
        of.name().to_string(),
        units.join(" → "),
        printed(before),
        printed(after),
        percent.map_or_else(String::new, |percent| DecimalText(percent).to_string()),
        citation(before),
        citation(after),
    ]
}

/// The figure printed, with the sign of a lower bound.
fn figure(price: &PublishedPrice<'_>) -> String {
    let bound = if price.is_lower_bound() { "≥" } else { "" };
    format!("{bound}{}", DecimalText(price.printed()))
}

const fn unit(of: PricedArea, language: Language) -> &'static str {
    match (of, language) {
        (PricedArea::Land, Language::Chinese) => "元/㎡（地面）",
        (PricedArea::Land, Language::English) => "yuan/m² of land",
        (PricedArea::Floor, Language::Chinese) => "元/㎡（楼面）",
        (PricedArea::Floor, Language::English) => "yuan/m² of floor",
    }
}

fn cited(citation: &Citation<'_>, language: Language) -> String {
    match language {
        Language::Chinese => format!("{citation}"),
        Language::English => format!("{citation:#}"),
    }
}

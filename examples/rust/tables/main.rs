//! Prints an edition as CSV, every published price on a line of its own, in the order printed.
//!
//!     cargo run -q --example tables > jinan-2020.csv

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use dijia::{Citation, Decimal, DecimalText, JINAN_2020, Part};

fn main() -> ExitCode {
    match write_csv(BufWriter::new(io::stdout().lock())) {
        Ok(()) => ExitCode::SUCCESS,
        // A reader such as `head` has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tables: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write_csv(mut out: impl Write) -> io::Result<()> {
    let text = |price: Option<Decimal>| price.map(|price| DecimalText(price).to_string()).unwrap_or_default();
    writeln!(out, "annex,row,land_use,code,yuan_per_square_metre,wan_yuan_per_mu,floor_price")?;
    for price in JINAN_2020.grade_prices() {
        let (annex, row) = place(&price.citation());
        writeln!(
            out,
            "{annex},{row},{},{},{},,",
            price.land_use().english(),
            price.grade().name(),
            DecimalText(price.printed())
        )?;
    }
    for price in JINAN_2020.zone_prices() {
        let (annex, row) = place(&price.citation());
        let (land, mu) = (DecimalText(price.printed()), text(price.wan_yuan_per_mu()));
        let floor = text(price.per_floor_area());
        writeln!(out, "{annex},{row},{},{},{land},{mu},{floor}", price.land_use().english(), price.code_text())?;
    }
    out.flush()
}

/// The annex and the row in it; nothing for what stands outside the annexes.
fn place(citation: &Citation<'_>) -> (String, String) {
    let annex = match citation.part {
        Part::Annex(annex) => annex.to_string(),
        Part::ExplanatoryNotes(_) | Part::Named(_) => String::new(),
    };
    (annex, citation.row.map(|row| row.to_string()).unwrap_or_default())
}

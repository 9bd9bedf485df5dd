//! Calls of what looks at several editions, or beyond one: sets by date, differences, land-use schemes, origins.

use dijia_core::{
    Appraisal, Date, Decimal, Difference, Edition, Editions, LandUseScheme, Language, Origin, PublishedPrice,
    difference,
};

use crate::calls::{Out, debug, default, display, eq, hash};

#[unsafe(no_mangle)]
pub fn prove_editions(
    editions: &[&Edition<'_>],
    others: &[&Edition<'_>],
    edition: &Edition<'_>,
    city: &str,
    date: Date,
    out: &mut Out<'_>,
) {
    let (value, other) = (Editions::new(editions), Editions::new(others));
    debug::<Editions<'_>>(&value, out);
    eq::<Editions<'_>>(&value, &other, out);
    out.put(Editions::as_slice(&value));
    out.put(&Editions::on(&value, city, date));
    out.put(&Editions::successor(&value, edition));
    out.put(&Editions::validity_on(&value, edition, date));
    out.put(&Editions::last_day_in_force(&value, edition));
    let own = Appraisal::from_price(Decimal::ONE).valuation_date(date);
    let appraised = Appraisal::editions(own, value).appraise();
    appraised.iter().for_each(|appraised| appraised.warnings().for_each(|warning| out.put(&warning)));
}

#[unsafe(no_mangle)]
pub fn prove_differences(before: &Edition<'_>, after: &Edition<'_>, out: &mut Out<'_>) {
    for row in difference(before, after) {
        debug::<Difference<'_>>(&row, out);
        eq::<Difference<'_>>(&row, &row, out);
        out.put(&Difference::compared(&row));
        out.put(&Difference::percent(&row));
        for price in [Difference::before(&row), Difference::after(&row)].into_iter().flatten() {
            debug::<PublishedPrice<'_>>(&price, out);
            eq::<PublishedPrice<'_>>(&price, &price, out);
            out.put(&PublishedPrice::name(&price));
            out.put(&PublishedPrice::area(&price));
            out.put(&PublishedPrice::land_use(&price));
            out.put(&PublishedPrice::printed(&price));
            out.put(&PublishedPrice::priced_area(&price));
            out.put(&PublishedPrice::is_lower_bound(&price));
            out.put(&PublishedPrice::per_square_metre(&price));
            out.put(&PublishedPrice::wan_yuan_per_mu(&price));
            out.put(&PublishedPrice::per_floor_area(&price));
            out.put(&PublishedPrice::basis(&price));
            out.put(&PublishedPrice::citation(&price));
        }
    }
}

#[unsafe(no_mangle)]
pub fn prove_schemes(edition: &Edition<'_>, scheme: &str, code: &str, value: &LandUseScheme, out: &mut Out<'_>) {
    debug::<LandUseScheme>(value, out);
    display::<LandUseScheme>(value, out);
    eq::<LandUseScheme>(value, value, out);
    hash::<LandUseScheme>(value, out);
    out.put(LandUseScheme::name(*value));
    out.put(&LandUseScheme::find(scheme));
    out.put(&LandUseScheme::name_of(*value, code));
    out.put(&Edition::land_use_by_code(edition, scheme, code));
    Edition::land_use_codes(edition).for_each(|row| out.put(&row));
}

#[unsafe(no_mangle)]
pub fn prove_origin(value: &Origin<'_>, other: &Origin<'_>, out: &mut Out<'_>) {
    debug::<Origin<'_>>(value, out);
    display::<Origin<'_>>(value, out);
    default::<Origin<'_>>(out);
    eq::<Origin<'_>>(value, other, out);
    hash::<Origin<'_>>(value, out);
    for language in [Language::Chinese, Language::English] {
        display(&Origin::subject(value, language), out);
    }
    let own = Appraisal::origin(Appraisal::from_price(Decimal::ONE), value).appraise();
    own.iter().for_each(|own| display(own, out));
}

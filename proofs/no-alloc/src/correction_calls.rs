//! The tables of corrections that an edition prints, and appraisals that take from them.

use dijia_core::{
    Appraisal, Basis, BetweenRows, CorrectionKind, CorrectionRow, CorrectionTable, Corrections, Decimal, Edition,
    GradePrice, Interval, Level, Normal, RoundingPolicy, ZonePrice,
};

use crate::calls::{Out, debug, display, eq, hash};

#[unsafe(no_mangle)]
pub fn prove_corrections(
    edition: &Edition<'_>,
    prices: (&GradePrice<'_>, &ZonePrice<'_>, &Basis<'_>),
    text: &str,
    number: Decimal,
    policy: RoundingPolicy,
    out: &mut Out<'_>,
) {
    Edition::correction_tables(edition).for_each(|table| prove_correction_table(&table, text, out));
    out.put(&Edition::corrections(edition, text, text));
    out.put(&Edition::corrections_in(edition, text, text, text));
    let of_grade = GradePrice::corrections(prices.0);
    let of_zone = ZonePrice::corrections(prices.1);
    for corrections in [of_grade, of_zone, Basis::corrections(prices.2)] {
        debug::<Corrections<'_>>(&corrections, out);
        eq::<Corrections<'_>>(&corrections, &of_grade, out);
        out.put(Corrections::edition(&corrections));
        for kind in CorrectionKind::ALL {
            out.put(&Corrections::table(&corrections, kind));
            Corrections::tables(&corrections, kind).for_each(|table| out.put(&table));
        }
        out.put(&Corrections::level(&corrections, text, text));
        out.put(&Corrections::plot_ratio_coefficient(&corrections, number, policy));
    }
}

#[unsafe(no_mangle)]
pub fn prove_correction_table(table: &CorrectionTable<'_>, text: &str, out: &mut Out<'_>) {
    debug::<CorrectionTable<'_>>(table, out);
    eq::<CorrectionTable<'_>>(table, table, out);
    out.put(CorrectionTable::edition(table));
    out.put(&CorrectionTable::kind(table));
    out.put(&CorrectionTable::name(table));
    out.put(&CorrectionTable::land_use(table));
    out.put(&CorrectionTable::grade(table));
    out.put(&CorrectionTable::area(table));
    out.put(&CorrectionTable::is_open_below(table));
    out.put(&CorrectionTable::is_open_above(table));
    out.put(&CorrectionTable::between(table));
    out.put(&CorrectionTable::is_by_area(table));
    out.put(&CorrectionTable::index_period(table));
    out.put(&CorrectionTable::level(table, text));
    out.put(&CorrectionTable::citation(table));
    for row in CorrectionTable::rows(table) {
        debug::<CorrectionRow<'_>>(&row, out);
        eq::<CorrectionRow<'_>>(&row, &row, out);
        out.put(&CorrectionRow::table(&row));
        out.put(&CorrectionRow::value(&row));
        out.put(&CorrectionRow::key(&row));
        out.put(&CorrectionRow::date(&row));
        out.put(&CorrectionRow::service(&row));
        out.put(&CorrectionRow::level(&row));
        out.put(&CorrectionRow::condition(&row));
        out.put(&CorrectionRow::interval(&row));
        out.put(&CorrectionRow::citation(&row));
    }
}

#[unsafe(no_mangle)]
pub fn prove_words_of_corrections(
    kinds: &[CorrectionKind; 2],
    between: &[BetweenRows; 2],
    intervals: &[Interval; 2],
    number: Decimal,
    out: &mut Out<'_>,
) {
    let [kind, other] = kinds;
    debug::<CorrectionKind>(kind, out);
    eq::<CorrectionKind>(kind, other, out);
    hash::<CorrectionKind>(kind, out);
    out.put(CorrectionKind::english(*kind));
    out.put(CorrectionKind::chinese(*kind));
    let [way, other] = between;
    debug::<BetweenRows>(way, out);
    eq::<BetweenRows>(way, other, out);
    hash::<BetweenRows>(way, out);
    let [interval, other] = intervals;
    display::<Interval>(interval, out);
    debug::<Interval>(interval, out);
    eq::<Interval>(interval, other, out);
    hash::<Interval>(interval, out);
    out.put(&Interval::contains(interval, number));
    out.put(&Interval::joins(interval, other));
}

#[unsafe(no_mangle)]
pub fn prove_levels(
    appraisal: Appraisal<'_>,
    levels: &[Level<'_>],
    two: &[Level<'_>; 2],
    name: &Normal,
    coefficient: Decimal,
    out: &mut Out<'_>,
) {
    let [level, other] = two;
    debug::<Level<'_>>(level, out);
    eq::<Level<'_>>(level, other, out);
    hash::<Level<'_>>(level, out);
    out.put(&Normal::is(name, level.of));
    out.put(&Appraisal::term_coefficient(appraisal, coefficient).appraise());
    let published = Appraisal::levels(Appraisal::corrections_as_published(appraisal), levels);
    if let Ok(appraised) = published.appraise() {
        display(&appraised, out);
        appraised.steps().for_each(|step| out.put(&step));
        appraised.warnings().for_each(|warning| out.put(&warning));
    }
}

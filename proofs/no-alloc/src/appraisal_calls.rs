//! Calls of what prices a parcel, one exported function for each type or group of functions.

use dijia_core::{
    Appraisal, Appraised, BasePrice, Basis, BetweenPoints, Carrier, Carriers, Coefficient, Date, DateIndex,
    DateIndexPoint, Decimal, DerivedCoefficients, DevelopmentLevel, Expression, FactorCorrection, GradePrice,
    IndexPeriod, Input, Language, Layout, MixedAppraised, MixedUse, Payment, PaymentDue, PlotRatioRow, PlotRatioTable,
    PricedArea, Quantity, Ratio, RoundingMode, RoundingPolicy, ScaledPricing, Scales, Share, Source, Step, StepKind,
    Term, Unit, UnitCost, Value, Warning, Worksheet, ZonePrice, floor_price, land_price, mu, round, square_metres,
    total_wan_yuan, total_yuan, wan_yuan_per_mu, yuan_per_square_metre,
};

use crate::calls::{Out, debug, default, display, eq, from_str, hash};

#[unsafe(no_mangle)]
pub fn prove_units(value: Decimal, plot_ratio: Decimal, places: u32, mode: RoundingMode, out: &mut Out<'_>) {
    out.put(&wan_yuan_per_mu(value, places, mode));
    out.put(&yuan_per_square_metre(value));
    out.put(&floor_price(value, plot_ratio, places, mode));
    out.put(&land_price(value, plot_ratio));
    out.put(&mu(value));
    out.put(&square_metres(value, places, mode));
    out.put(&total_wan_yuan(value, plot_ratio, places, mode));
    out.put(&total_yuan(value, plot_ratio, places, mode));
    out.put(&round(value, places, mode));
}

#[unsafe(no_mangle)]
pub fn prove_scaled_pricing(
    policy: RoundingPolicy,
    scales: (&Scales, &Scales),
    shared: (&[Decimal], Option<Decimal>),
    rows: (&[u64], &[i64]),
    out: &mut Out<'_>,
) {
    let (coefficients, corrections) = rows;
    debug::<Scales>(scales.0, out);
    eq::<Scales>(scales.0, scales.1, out);
    hash::<Scales>(scales.0, out);
    default::<Scales>(out);
    let Some(pricing) = ScaledPricing::new(policy, *scales.0, shared.0, shared.1) else { return };
    debug::<ScaledPricing>(&pricing, out);
    let ([price, unit, other, ..], [adjustment, ..]) = (coefficients, corrections) else { return };
    out.put(&ScaledPricing::unit_price(&pricing, *price, coefficients, corrections, *adjustment));
    out.put(&ScaledPricing::wan_yuan_per_mu(&pricing, *unit));
    out.put(&ScaledPricing::floor_price(&pricing, *unit, *other));
    out.put(&ScaledPricing::total_yuan(&pricing, *unit, *other));
    out.put(&ScaledPricing::total_wan_yuan(&pricing, *unit, *other));
    out.put(&ScaledPricing::deviation(&pricing, *unit, *other));
    out.put(&ScaledPricing::deviates_much(&pricing, *unit, *other));
}

#[unsafe(no_mangle)]
pub fn prove_derived_coefficients(one: &DerivedCoefficients, other: &DerivedCoefficients, out: &mut Out<'_>) {
    debug::<DerivedCoefficients>(one, out);
    eq::<DerivedCoefficients>(one, other, out);
    hash::<DerivedCoefficients>(one, out);
}

#[unsafe(no_mangle)]
pub fn prove_rounding_policy(
    value: &RoundingPolicy,
    other: &RoundingPolicy,
    places: u8,
    mode: RoundingMode,
    out: &mut Out<'_>,
) {
    debug::<RoundingPolicy>(value, out);
    eq::<RoundingPolicy>(value, other, out);
    hash::<RoundingPolicy>(value, out);
    default::<RoundingPolicy>(out);
    out.put(&RoundingPolicy::coefficient_places(*value));
    out.put(&RoundingPolicy::unit_price_places(*value));
    out.put(&RoundingPolicy::amount_places(*value));
    out.put(&RoundingPolicy::mode(*value));
    out.put(&RoundingPolicy::with_coefficient_places(*value, Some(places)));
    out.put(&RoundingPolicy::with_unit_price_places(*value, places));
    out.put(&RoundingPolicy::with_amount_places(*value, places));
    out.put(&RoundingPolicy::with_mode(*value, mode));
}

#[unsafe(no_mangle)]
pub fn prove_names(quantity: &Quantity, language: &Language, other: (&Quantity, &Language), out: &mut Out<'_>) {
    display::<Quantity>(quantity, out);
    debug::<Quantity>(quantity, out);
    eq::<Quantity>(quantity, other.0, out);
    hash::<Quantity>(quantity, out);
    out.put(&Quantity::english(*quantity));
    out.put(&Quantity::chinese(*quantity));
    debug::<Language>(language, out);
    eq::<Language>(language, other.1, out);
    hash::<Language>(language, out);
    default::<Language>(out);
}

#[unsafe(no_mangle)]
pub fn prove_coefficients(
    coefficients: &[Coefficient<'_>; 2],
    corrections: &[FactorCorrection<'_>; 2],
    costs: &[UnitCost; 2],
    out: &mut Out<'_>,
) {
    let [coefficient, other] = coefficients;
    debug::<Coefficient<'_>>(coefficient, out);
    eq::<Coefficient<'_>>(coefficient, other, out);
    hash::<Coefficient<'_>>(coefficient, out);
    out.put(&Coefficient::new(other.name, coefficient.value));
    let [correction, other] = corrections;
    debug::<FactorCorrection<'_>>(correction, out);
    eq::<FactorCorrection<'_>>(correction, other, out);
    hash::<FactorCorrection<'_>>(correction, out);
    out.put(&FactorCorrection::parse(coefficient.name, correction.name));
    let [cost, other] = costs;
    debug::<UnitCost>(cost, out);
    eq::<UnitCost>(cost, other, out);
    hash::<UnitCost>(cost, out);
}

#[unsafe(no_mangle)]
pub fn prove_date_index(points: &[DateIndexPoint], between: &[BetweenPoints; 2], out: &mut Out<'_>) {
    let [way, other] = between;
    debug::<BetweenPoints>(way, out);
    eq::<BetweenPoints>(way, other, out);
    hash::<BetweenPoints>(way, out);
    if let [point, other, ..] = points {
        debug::<DateIndexPoint>(point, out);
        eq::<DateIndexPoint>(point, other, out);
        hash::<DateIndexPoint>(point, out);
    }
    for period in IndexPeriod::ALL {
        debug::<IndexPeriod>(&period, out);
        display::<IndexPeriod>(&period, out);
        eq::<IndexPeriod>(&period, &IndexPeriod::Month, out);
        hash::<IndexPeriod>(&period, out);
        out.put(&IndexPeriod::from_number(period as u8));
        out.put(IndexPeriod::english(period));
        out.put(IndexPeriod::chinese(period));
        if let [point, other, ..] = points {
            out.put(&IndexPeriod::is_next(period, point.date, other.date));
        }
    }
    for index in [DateIndex::new(points, *way), DateIndex::chain(points, IndexPeriod::Quarter, *way)] {
        out.put(&index);
        if let Ok(index) = &index {
            debug::<DateIndex<'_>>(index, out);
            eq::<DateIndex<'_>>(index, index, out);
            out.put(DateIndex::points(index));
            out.put(&DateIndex::period(index));
            out.put(&DateIndex::between(index));
        }
    }
}

#[unsafe(no_mangle)]
pub fn prove_plot_ratio_table(rows: &[PlotRatioRow], out: &mut Out<'_>) {
    if let [row, other, ..] = rows {
        debug::<PlotRatioRow>(row, out);
        eq::<PlotRatioRow>(row, other, out);
        hash::<PlotRatioRow>(row, out);
    }
    let table = PlotRatioTable::new(rows);
    out.put(&table);
    if let Ok(table) = table {
        let table = PlotRatioTable::open_above(PlotRatioTable::open_below(table));
        debug::<PlotRatioTable<'_>>(&table, out);
        eq::<PlotRatioTable<'_>>(&table, &table, out);
        out.put(PlotRatioTable::rows(&table));
    }
}

#[unsafe(no_mangle)]
pub fn prove_base_price(value: &BasePrice<'_>, other: &BasePrice<'_>, out: &mut Out<'_>) {
    debug::<BasePrice<'_>>(value, out);
    eq::<BasePrice<'_>>(value, other, out);
    out.put(&BasePrice::per_square_metre(value));
    out.put(&BasePrice::basis(value));
}

/// What a caller may bring.
pub struct Brought<'a> {
    zone: ZonePrice<'a>,
    grade: GradePrice<'a>,
    decimals: [Decimal; 12],
    basis: Basis<'a>,
    dates: [Date; 3],
    levels: [DevelopmentLevel; 2],
    table: PlotRatioTable<'a>,
    index: DateIndex<'a>,
    coefficients: &'a [Coefficient<'a>],
    corrections: &'a [FactorCorrection<'a>],
    costs: &'a [UnitCost],
    policy: RoundingPolicy,
    term: Term,
    ratio: Ratio,
    /// Which of the calls below are made: every subset, so that no setting is assumed to overwrite another.
    calls: u32,
}

#[unsafe(no_mangle)]
pub fn prove_appraisal(brought: &Brought<'_>, out: &mut Out<'_>) {
    let [price, rate, term, years, ratio, kv, kt, growth, adjustment, area, ..] = brought.decimals;
    let [base_date, valuation_date, expiry_date] = brought.dates;
    let [assumed, found] = brought.levels;
    let wanted = |call: u32| brought.calls >> call & 1 == 1;

    let mut appraisal = match brought.calls & 3 {
        0 => Appraisal::from_zone(brought.zone),
        1 => Appraisal::from_grade(brought.grade),
        _ => Appraisal::from_price(price),
    };
    if wanted(2) {
        appraisal = Appraisal::basis(appraisal, brought.basis);
    }
    if wanted(3) {
        appraisal = Appraisal::capitalization_rate(appraisal, rate);
    }
    if wanted(4) {
        appraisal = Appraisal::statutory_term(appraisal, term);
    }
    if wanted(5) {
        appraisal = Appraisal::base_date(appraisal, base_date);
    }
    if wanted(6) {
        appraisal = Appraisal::basis_development(appraisal, assumed);
    }
    if wanted(7) {
        appraisal = Appraisal::remaining_term(appraisal, years);
    }
    if wanted(8) {
        appraisal = Appraisal::valuation_date(appraisal, valuation_date);
    }
    if wanted(9) {
        appraisal = Appraisal::expiry_date(appraisal, expiry_date);
    }
    if wanted(10) {
        appraisal = Appraisal::plot_ratio(appraisal, ratio);
    }
    if wanted(11) {
        appraisal = Appraisal::plot_ratio_coefficient(appraisal, kv);
    }
    if wanted(12) {
        appraisal = Appraisal::plot_ratio_table(appraisal, brought.table);
    }
    if wanted(13) {
        appraisal = Appraisal::date_coefficient(appraisal, kt);
    }
    if wanted(14) {
        appraisal = Appraisal::date_index(appraisal, brought.index);
    }
    if wanted(15) {
        appraisal = Appraisal::monthly_growth(appraisal, growth);
    }
    if wanted(16) {
        appraisal = Appraisal::coefficients(appraisal, brought.coefficients);
    }
    if wanted(17) {
        appraisal = Appraisal::factor_corrections(appraisal, brought.corrections);
    }
    if wanted(18) {
        appraisal = Appraisal::development_adjustment(appraisal, adjustment);
    }
    if wanted(19) {
        appraisal = Appraisal::site_development(appraisal, found);
    }
    if wanted(23) {
        appraisal = Appraisal::remaining_term(appraisal, brought.term);
    }
    if wanted(24) {
        appraisal = Appraisal::longer_term(appraisal);
    }
    if wanted(25) {
        appraisal = Appraisal::statutory_term(appraisal, brought.term);
    }
    if wanted(26) {
        appraisal = Appraisal::term_coefficient(appraisal, brought.ratio);
    }
    if wanted(27) {
        appraisal = Appraisal::plot_ratio_coefficient(appraisal, brought.ratio);
    }
    if wanted(28) {
        appraisal = Appraisal::date_coefficient(appraisal, brought.ratio);
    }
    if wanted(22) {
        appraisal = Appraisal::unit_costs(appraisal, brought.costs);
    }
    if wanted(20) {
        appraisal = Appraisal::area(appraisal, area);
    }
    if wanted(21) {
        appraisal = Appraisal::rounding(appraisal, brought.policy);
    }
    debug::<Appraisal<'_>>(&appraisal, out);
    out.put(&Appraisal::derive(&appraisal));
    out.put(&Appraisal::base_price(&appraisal));
    out.put(&Appraisal::check_inputs(&appraisal));
    for warning in Appraisal::input_warnings(&appraisal) {
        out.put(&warning);
    }
    out.put(&Appraisal::appraise(&appraisal));
}

#[unsafe(no_mangle)]
pub fn prove_appraised(value: &Appraised<'_>, language: Language, layout: Layout, out: &mut Out<'_>) {
    display::<Appraised<'_>>(value, out);
    debug::<Appraised<'_>>(value, out);
    out.put(&Appraised::base_price(value));
    out.put(&Appraised::appraisal(value));
    out.put(&Appraised::coefficients(value));
    out.put(&Appraised::price_started_from(value));
    out.put(&Appraised::unit_price(value));
    out.put(&Appraised::wan_yuan_per_mu(value));
    out.put(&Appraised::floor_price(value));
    out.put(&Appraised::total_yuan(value));
    out.put(&Appraised::total_wan_yuan(value));
    out.put(&Appraised::deviation(value));
    out.put(&Appraised::policy(value));
    Appraised::warnings(value).for_each(|warning| out.put(&warning));
    Appraised::steps(value).for_each(|step| out.put(&step));
    prove_worksheet(Appraised::worksheet(value, language), layout, out);
}

fn prove_worksheet(value: Worksheet<'_>, layout: Layout, out: &mut Out<'_>) {
    let worksheet = Worksheet::layout(value, layout);
    display::<Worksheet<'_>>(&worksheet, out);
    debug::<Worksheet<'_>>(&worksheet, out);
}

#[unsafe(no_mangle)]
pub fn prove_layout(value: &Layout, other: &Layout, out: &mut Out<'_>) {
    debug::<Layout>(value, out);
    eq::<Layout>(value, other, out);
    hash::<Layout>(value, out);
    default::<Layout>(out);
}

#[unsafe(no_mangle)]
pub fn prove_step(value: &Step<'_>, out: &mut Out<'_>) {
    debug::<Step<'_>>(value, out);
    out.put(&Step::is_unrounded(value));
    Step::inputs(value).for_each(|input| out.put(&input));
    let expression = Step::expression(value);
    display::<Expression<'_>>(&expression, out);
    display::<Expression<'_>>(&Step::expression_in(value, Language::Chinese), out);
    debug::<Expression<'_>>(&expression, out);
}

#[unsafe(no_mangle)]
pub fn prove_step_kind(kinds: &[StepKind; 2], units: &[Unit; 2], sources: &[Source; 2], out: &mut Out<'_>) {
    let [kind, other] = kinds;
    debug::<StepKind>(kind, out);
    eq::<StepKind>(kind, other, out);
    hash::<StepKind>(kind, out);
    out.put(&StepKind::symbol(*kind));
    out.put(&StepKind::english(*kind));
    out.put(&StepKind::chinese(*kind));
    out.put(&StepKind::unit(*kind));
    let [unit, other] = units;
    debug::<Unit>(unit, out);
    eq::<Unit>(unit, other, out);
    hash::<Unit>(unit, out);
    out.put(&Unit::english(*unit));
    out.put(&Unit::chinese(*unit));
    let [source, other] = sources;
    debug::<Source>(source, out);
    eq::<Source>(source, other, out);
    hash::<Source>(source, out);
}

#[unsafe(no_mangle)]
pub fn prove_input(value: &Input, other: &Input, out: &mut Out<'_>) {
    debug::<Input>(value, out);
    eq::<Input>(value, other, out);
    hash::<Input>(value, out);
    display::<Value>(&value.value, out);
    debug::<Value>(&value.value, out);
    eq::<Value>(&value.value, &other.value, out);
    hash::<Value>(&value.value, out);
}

#[unsafe(no_mangle)]
pub fn prove_warning(value: &Warning<'_>, other: &Warning<'_>, out: &mut Out<'_>) {
    display::<Warning<'_>>(value, out);
    debug::<Warning<'_>>(value, out);
    eq::<Warning<'_>>(value, other, out);
    hash::<Warning<'_>>(value, out);
}

#[unsafe(no_mangle)]
pub fn prove_carriers(carriers: &[Carriers<'_>; 2], carrier: &[Carrier<'_>; 2], out: &mut Out<'_>) {
    let [value, other] = carriers;
    debug::<Carriers<'_>>(value, out);
    eq::<Carriers<'_>>(value, other, out);
    hash::<Carriers<'_>>(value, out);
    Carriers::iter(value).for_each(|carrier| out.put(&carrier));
    let [value, other] = carrier;
    debug::<Carrier<'_>>(value, out);
    eq::<Carrier<'_>>(value, other, out);
    hash::<Carrier<'_>>(value, out);
}

#[unsafe(no_mangle)]
pub fn prove_mixed_use(
    shares: &[Share<'_>],
    one: (&Appraised<'_>, Decimal),
    policy: RoundingPolicy,
    out: &mut Out<'_>,
) {
    let area = one.1;
    out.put(&Share::new(one.0, one.1));
    shares.iter().for_each(|share| debug::<Share<'_>>(share, out));
    let mixed = MixedUse::rounding(MixedUse::area(MixedUse::new(shares), area), policy);
    debug::<MixedUse<'_>>(&mixed, out);
    out.put(&MixedUse::appraise(&mixed));
    out.put(&MixedUse::appraise(&MixedUse::area(MixedUse::by_areas(shares), area)));
}

#[unsafe(no_mangle)]
pub fn prove_payment(
    numbers: (Decimal, Option<[Decimal; 5]>),
    priced_area: PricedArea,
    policy: RoundingPolicy,
    out: &mut Out<'_>,
) {
    let mut payment = Payment::priced_area(Payment::rounding(Payment::new(numbers.0), policy), priced_area);
    if let Some([original, ratio, minimum, of_minimum, area]) = numbers.1 {
        payment = Payment::payment_ratio(Payment::original_price(payment, original), ratio);
        payment = Payment::minimum_ratio(Payment::minimum_price(payment, minimum), of_minimum);
        payment = Payment::area(payment, area);
    }
    debug::<Payment>(&payment, out);
    out.put(&Payment::settle(&payment));
}

#[unsafe(no_mangle)]
pub fn prove_payment_due(value: &PaymentDue, language: Language, layout: Layout, out: &mut Out<'_>) {
    display::<PaymentDue>(value, out);
    debug::<PaymentDue>(value, out);
    out.put(&PaymentDue::unit_price(value));
    out.put(&PaymentDue::original_price(value));
    out.put(&PaymentDue::difference(value));
    out.put(&PaymentDue::payment_ratio(value));
    out.put(&PaymentDue::minimum_price(value));
    out.put(&PaymentDue::minimum_ratio(value));
    out.put(&PaymentDue::minimum(value));
    out.put(&PaymentDue::unit_payment(value));
    out.put(&PaymentDue::is_minimum(value));
    out.put(&PaymentDue::priced_area(value));
    out.put(&PaymentDue::area(value));
    out.put(&PaymentDue::total_yuan(value));
    out.put(&PaymentDue::total_wan_yuan(value));
    out.put(&PaymentDue::policy(value));
    prove_worksheet(PaymentDue::worksheet(value, language), layout, out);
}

#[unsafe(no_mangle)]
pub fn prove_mixed_appraised(value: &MixedAppraised<'_>, language: Language, layout: Layout, out: &mut Out<'_>) {
    display::<MixedAppraised<'_>>(value, out);
    debug::<MixedAppraised<'_>>(value, out);
    out.put(MixedAppraised::shares(value));
    out.put(&MixedAppraised::is_by_areas(value));
    out.put(&MixedAppraised::unit_price(value));
    out.put(&MixedAppraised::wan_yuan_per_mu(value));
    out.put(&MixedAppraised::total_yuan(value));
    out.put(&MixedAppraised::total_wan_yuan(value));
    out.put(&MixedAppraised::policy(value));
    prove_worksheet(MixedAppraised::worksheet(value, language), layout, out);
}

#[unsafe(no_mangle)]
pub fn prove_term(value: &Term, other: &Term, text: &str, decimal: Decimal, out: &mut Out<'_>) {
    display::<Term>(value, out);
    debug::<Term>(value, out);
    eq::<Term>(value, other, out);
    hash::<Term>(value, out);
    from_str::<Term>(text, out);
    out.put(&<Term as From<Decimal>>::from(decimal));
    out.put(&Term::years(*value));
}

#[unsafe(no_mangle)]
pub fn prove_ratio(value: &Ratio, other: &Ratio, text: &str, decimal: Decimal, out: &mut Out<'_>) {
    display::<Ratio>(value, out);
    debug::<Ratio>(value, out);
    eq::<Ratio>(value, other, out);
    hash::<Ratio>(value, out);
    from_str::<Ratio>(text, out);
    let ratio = Ratio::new(Ratio::numerator(*value), Ratio::denominator(*other));
    out.put(&<Ratio as From<Decimal>>::from(decimal));
    out.put(&Ratio::is_quotient(ratio));
    out.put(&Ratio::decimal(ratio));
}

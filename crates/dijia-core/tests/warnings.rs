//! What a warning or a refusal says beside its words, and in Chinese.

use dijia_core::{
    Appraisal, Coefficient, Date, Decimal, Error, FactorCorrection, Language, MixedUse, PlotRatioRow, PlotRatioTable,
    Quantity, RoundingPolicy, Share, UnitCost, Warning, parse_decimal,
};

fn decimal(text: &str) -> Decimal {
    parse_decimal(text).unwrap()
}

/// The deviation is 1.2 × 0.9 × 1.15 × 1.12 − 1 = 39.104 %: 1.2, 1.15 and 12 % carry it, 0.9 goes against it.
#[test]
fn carriers_are_named_in_the_order_of_the_formula() {
    let coefficients = [Coefficient::new("面积", decimal("0.9")), Coefficient::new("形状", decimal("1.15"))];
    let factors = [FactorCorrection::parse("区域", "12%").unwrap()];
    let appraisal = Appraisal::from_price(decimal("1000")).plot_ratio_coefficient(decimal("1.2"));
    let appraised = appraisal.coefficients(&coefficients).factor_corrections(&factors).appraise().unwrap();
    let warnings: Vec<_> = appraised.warnings().collect();
    let [Warning::LargeDeviation { percent, carriers }] = warnings[..] else { panic!("{warnings:?}") };
    assert_eq!(percent, decimal("39.10"));
    let named: Vec<_> = carriers.iter().map(|carrier| (carrier.quantity, carrier.name)).collect();
    assert_eq!(
        named,
        [
            (Quantity::PlotRatioCoefficient, None),
            (Quantity::Coefficient, Some("形状")),
            (Quantity::FactorCorrections, None)
        ]
    );
    // They follow from the inputs alone, without a price.
    assert_eq!(appraised.appraisal().input_warnings().count(), 0);
}

/// Half-way between the rows Kv is 39614081257132168796771975165.5, of 29 digits before the point: it has no place left to
/// be shown to, and carries the deviation all the same, but for one the other way.
#[test]
fn a_coefficient_that_is_too_long_to_be_shown_carries_too() {
    let rows = [("1", "79228162514264337593543950330"), ("3", "1")].map(|(plot_ratio, coefficient)| PlotRatioRow {
        plot_ratio: decimal(plot_ratio),
        coefficient: decimal(coefficient),
    });
    let carriers = |other: &str| {
        let coefficients = [Coefficient::new("面积", decimal(other))];
        let appraisal = Appraisal::from_price(decimal("1000")).plot_ratio(decimal("2"));
        let appraisal = appraisal.plot_ratio_table(PlotRatioTable::new(&rows).unwrap()).coefficients(&coefficients);
        let appraised = appraisal.rounding(RoundingPolicy::UNROUNDED_COEFFICIENTS).appraise().unwrap();
        let warnings: Vec<_> = appraised.warnings().collect();
        let [Warning::LargeDeviation { carriers, .. }] = warnings[..] else { panic!("{warnings:?}") };
        carriers.iter().map(|carrier| carrier.quantity).collect::<Vec<_>>()
    };
    assert_eq!(carriers("0.0000000000000000001"), [Quantity::PlotRatioCoefficient]);
    assert_eq!(carriers("0.0000000000000000000000000001"), [Quantity::PlotRatioCoefficient]);
    // × 3.9614, and ÷ more than that again: the deviation is downwards.
    let coefficients = ["0.0000000000000000000000000001", "0.1"].map(|value| Coefficient::new(value, decimal(value)));
    let appraisal = Appraisal::from_price(decimal("1000")).plot_ratio(decimal("2")).coefficients(&coefficients);
    let appraisal = appraisal.plot_ratio_table(PlotRatioTable::new(&rows).unwrap());
    let appraised = appraisal.rounding(RoundingPolicy::UNROUNDED_COEFFICIENTS).appraise().unwrap();
    let warnings: Vec<_> = appraised.warnings().collect();
    let [Warning::LargeDeviation { carriers, .. }] = warnings[..] else { panic!("{warnings:?}") };
    assert!(carriers.iter().all(|carrier| carrier.quantity == Quantity::Coefficient), "{carriers:?}");
}

#[test]
fn a_factor_is_in_percent_where_its_text_is() {
    let parse = |text| FactorCorrection::parse("K", text).map(|factor| (factor.value, factor.in_percent));
    assert_eq!(parse(" 2.402% "), Ok((decimal("0.02402"), true)));
    assert_eq!(parse("-2.5％"), Ok((decimal("-0.025"), true)));
    assert_eq!(parse("0.02402"), Ok((decimal("0.02402"), false)));
    assert!(parse("2%%").is_err());
}

/// What takes no part depends on which inputs are given, and not on their values.
#[test]
fn inputs_are_checked_without_being_priced() {
    let own = Appraisal::from_price(Decimal::ZERO);
    assert_eq!(own.check_inputs(), Ok(()));
    let costs = [UnitCost { service: dijia_core::Service::Road, cost: Decimal::NEGATIVE_ONE }];
    let (quantity, without) = (Quantity::UnitCost, Quantity::SiteDevelopment);
    assert_eq!(own.unit_costs(&costs).check_inputs(), Err(Error::TakesNoPart { quantity, without }));
    // Nothing has no name, and is not named twice.
    let nameless = [Coefficient::new("", Decimal::ONE); 2];
    assert_eq!(own.coefficients(&nameless).check_inputs(), Ok(()));
}

#[test]
fn refusals_in_chinese() {
    let own = Appraisal::from_price(decimal("9138"));
    let chinese = |appraisal: &Appraisal<'_>| appraisal.appraise().unwrap_err().message(Language::Chinese).to_string();
    assert_eq!(chinese(&own.capitalization_rate(decimal("6.4"))), "未给出剩余使用年期，土地还原利率不起作用");
    assert_eq!(chinese(&own.base_date(Date::constant(2019, 1, 1))), "未给出估价期日，基准日不起作用");
    let twice = [Coefficient::new("面积", Decimal::ONE), Coefficient::new("面积 ", Decimal::TWO)];
    assert_eq!(chinese(&own.coefficients(&twice)), "修正系数 \"面积\" 给出了两次");
    let factor = |text| [FactorCorrection::parse("区域", text).unwrap()];
    let refused = |text| chinese(&own.factor_corrections(&factor(text)));
    assert_eq!(refused("8.59"), "因素修正 \"区域\" 为 8.59，应大于 -1 且小于 1：是否漏写百分号（8.59%）");
    assert_eq!(refused("-120%"), "因素修正 \"区域\" 为 -1.20，应大于 -1 且小于 1");
    let appraised = own.appraise().unwrap();
    let shares = ["30", "70"].map(|share| Share::new(&appraised, decimal(share)));
    let refused = MixedUse::new(&shares).appraise().unwrap_err();
    assert_eq!(refused.message(Language::Chinese).to_string(), "比例之和为 100，应恰好等于 1：是否以百分数给出");
}

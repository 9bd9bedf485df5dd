//! What no vector says of an appraisal.

use dijia_core::{
    Appraisal, BetweenPoints, Coefficient, Date, DateIndex, DateIndexPoint, Decimal, DecimalText, DevelopmentLevel,
    FactorCorrection, Language, Quantity, RoundingPolicy, StepKind,
};

/// Zero is written without a sign, but can carry one, which `is_sign_negative` and other languages show.
#[test]
fn no_months_at_all_carry_no_sign() {
    let date = Date::constant(2019, 1, 1);
    let appraisal = Appraisal::from_price(Decimal::from(9138)).base_date(date).valuation_date(date);
    let appraised = appraisal.monthly_growth(Decimal::new(5, 3)).appraise().unwrap();
    let months = appraised.steps().find(|step| step.kind == StepKind::Months).unwrap().value;
    assert_eq!((months.mantissa(), months.scale(), months.is_sign_negative()), (0, 2, false));
}

/// A rate has at most 6 places, a term 4: zeros that end it do not count.
#[test]
fn places_are_counted_without_the_zeros_that_end_a_number() {
    let term_coefficient = |rate: &str, remaining: &str, statutory: &str| {
        let [rate, remaining, statutory] = [rate, remaining, statutory].map(|text| text.parse::<Decimal>().unwrap());
        let appraisal = Appraisal::from_price(Decimal::from(9138)).capitalization_rate(rate);
        let derived = appraisal.statutory_term(statutory).remaining_term(remaining).derive();
        derived.map(|derived| DecimalText(derived.term.unwrap()).to_string()).map_err(|error| error.to_string())
    };
    // [1 − 1.064^−33.57] ÷ [1 − 1.064^−40] = 0.95526…
    let coefficient = || Ok("0.9553".to_owned());
    assert_eq!(term_coefficient("0.064", "33.57", "40"), coefficient());
    assert_eq!(term_coefficient("0.06400000", "33.57000", "40.000000"), coefficient());
    assert_eq!(
        term_coefficient("0.0640001", "33.57", "40"),
        Err("the capitalization rate is 0.0640001, and must be a fraction of at most 1 and 6 places: 6.4 % is 0.064"
            .to_owned())
    );
    assert_eq!(
        term_coefficient("0.064", "33.57001", "40"),
        Err("the remaining term is 33.57001, and must have at most 4 places".to_owned())
    );
    assert_eq!(
        term_coefficient("0.064", "33.57", "40.00001"),
        Err("the statutory term is 40.00001, and must be at most 100 years, of at most 4 places".to_owned())
    );
}

#[test]
fn a_benchmark_price_shows_its_figure_as_text() {
    let appraisal = Appraisal::from_price(Decimal::new(9_138_500, 3));
    let base_price = appraisal.appraise().unwrap().base_price();
    assert_eq!(format!("{base_price:?}"), "Own { per_square_metre: 9138.500, basis: None }");
}

/// The terms of the trade.
#[test]
fn quantities_have_names_in_both_languages() {
    for (quantity, english, chinese) in [
        (Quantity::BasePrice, "benchmark price", "基准地价"),
        (Quantity::BaseDate, "base date", "基准日"),
        (Quantity::ValuationDate, "valuation date", "估价期日"),
        (Quantity::CapitalizationRate, "capitalization rate", "土地还原利率"),
        (Quantity::StatutoryTerm, "statutory term", "法定最高出让年期"),
        (Quantity::RemainingTerm, "remaining term", "剩余使用年期"),
        (Quantity::PlotRatio, "plot ratio", "容积率"),
        (Quantity::FloorPrice, "floor price", "楼面地价"),
    ] {
        assert_eq!((quantity.english(), quantity.chinese()), (english, chinese));
    }
}

/// [1 − 1.064^−33.57] ÷ [1 − 1.064^−40] = 0.955269…, and 100,000 times it is 95526.94 where it is not rounded to 0.9553.
#[test]
fn the_named_policies() {
    let appraisal = Appraisal::from_price(Decimal::from(100_000))
        .capitalization_rate(Decimal::new(64, 3))
        .statutory_term(Decimal::from(40))
        .remaining_term(Decimal::new(3357, 2));
    let unit_price = |policy| DecimalText(appraisal.rounding(policy).appraise().unwrap().unit_price()).to_string();
    assert_eq!(unit_price(RoundingPolicy::ROUNDED_COEFFICIENTS), "95530.00");
    assert_eq!(unit_price(RoundingPolicy::UNROUNDED_COEFFICIENTS), "95526.94");
}

/// Three of seven days after 100 and before 101 the index is 100 + 3/7 = 100.428571428571….
#[test]
fn an_index_between_two_points_is_shown_as_far_as_figures_are() {
    let day = |day| Date::constant(2019, 1, day);
    let points = [(1, 100), (8, 101)].map(|(on, index)| DateIndexPoint { date: day(on), index: Decimal::from(index) });
    let index = DateIndex::new(&points, BetweenPoints::LinearByDays).unwrap();
    let appraisal = Appraisal::from_price(Decimal::from(9138)).date_index(index);
    let appraised = appraisal.base_date(day(1)).valuation_date(day(4)).appraise().unwrap();
    let step = appraised.steps().find(|step| step.kind == StepKind::DateCoefficient).unwrap();
    let inputs: Vec<String> = step.inputs().map(|input| format!("{}: {}", input.symbol, input.value)).collect();
    assert_eq!(inputs, ["valuation date: 2019-01-04", "I1: 100.428571428571", "base date: 2019-01-01", "I0: 100"]);
}

/// A year that no text says is refused wherever a date comes in, in both languages, and the years next to it are not.
#[test]
fn dates_are_of_years_from_1_to_9999() {
    let price = || Appraisal::from_price(Decimal::from(9138)).base_date(Date::constant(2019, 1, 1));
    let valued = || price().valuation_date(Date::constant(2020, 10, 8));
    for (year, is_read) in [(-9999, false), (-1, false), (0, false), (1, true), (9999, true)] {
        let date = Date::constant(year, 12, 31);
        for (quantity, chinese, appraised) in [
            ("base date", "基准日", valued().base_date(date).appraise()),
            ("valuation date", "估价期日", price().valuation_date(date).appraise()),
            ("expiry date", "终止日期", valued().expiry_date(date).appraise()),
        ] {
            let error = appraised.err();
            let message = format!("the {quantity} is {year}, and must be of a year from 1 to 9999");
            assert_eq!(error.is_some_and(|error| error.to_string() == message), !is_read, "{error:?}");
            let message = format!("{chinese}为 {year}，年份应为1至9999");
            let said = error.map(|error| error.message(Language::Chinese).to_string());
            assert_eq!(said.as_ref() == Some(&message), !is_read, "{said:?}");
        }
        let points = [DateIndexPoint { date, index: Decimal::ONE_HUNDRED }];
        let series = DateIndex::new(&points, BetweenPoints::LastBefore);
        let message = "row 1 of the date index: dates run from the year 1 to the year 9999";
        assert_eq!(series.err().map(|error| error.to_string()), (!is_read).then(|| message.to_owned()));
    }
}

/// A parcel with every fault at once is refused for the first; mended one by one, for each in the order that
/// `Appraisal::appraise` documents.
#[test]
fn the_first_rule_in_the_documented_order_is_the_error() {
    let number = Decimal::from;
    let correction = |name, value| FactorCorrection { name, value, in_percent: false };
    let out_of_range = [correction("区域", Decimal::new(15, 1))];
    let too_low = ["区域", "个别"].map(|name| correction(name, Decimal::new(-6, 1)));
    let not_positive = [Coefficient::new("面积", number(-5))];
    let error_after = |mended: usize| {
        let has = |fault| mended < fault;
        // 0.001 is 0.00 to 2 places. A mu of the largest decimal costs a 15th of it, which has no two places left.
        let price = if has(1) {
            number(0)
        } else if has(9) {
            Decimal::new(1, 3)
        } else {
            Decimal::MAX
        };
        let policy = RoundingPolicy::default().with_unit_price_places(0).unwrap();
        let mut appraisal = Appraisal::from_price(price);
        if !has(9) {
            appraisal = appraisal.rounding(policy);
        }
        if has(2) {
            appraisal = appraisal.remaining_term(number(-1));
        }
        if has(3) {
            appraisal = appraisal.plot_ratio_coefficient(number(-2));
        }
        if has(4) {
            appraisal = appraisal.date_coefficient(number(-3));
        }
        if has(5) {
            appraisal = appraisal.factor_corrections(&out_of_range);
        } else if has(8) {
            appraisal = appraisal.factor_corrections(&too_low);
        }
        if has(6) {
            appraisal =
                appraisal.basis_development(DevelopmentLevel::NONE).site_development(DevelopmentLevel::FIVE_SERVICES);
        }
        if has(7) {
            appraisal = appraisal.coefficients(&not_positive);
        }
        if has(10) {
            appraisal = appraisal.area(number(-6));
        }
        if has(11) {
            appraisal = appraisal.plot_ratio(number(-7));
        }
        appraisal.appraise().map(|_| ()).unwrap_err().to_string()
    };
    let errors: Vec<String> = (0..12).map(error_after).collect();
    assert_eq!(
        errors,
        [
            "the benchmark price is 0, and must be positive",
            "the remaining term is -1, and must be positive",
            "the plot-ratio coefficient is -2, and must be positive",
            "the date coefficient is -3, and must be positive",
            "the factor correction \"区域\" is 1.5, and must be above -1 and below 1: is a per cent sign missing (1.5 %)?",
            "no unit cost of road is given, which either the site or the basis has and the other lacks",
            "the coefficient \"面积\" is -5, and must be positive",
            "the factor corrections sum to -1.2, and 1 + their sum must be positive",
            "the unit price would be 0.00, and must be positive",
            "the area is -6, and must be positive",
            "the plot ratio is -7, and must be positive",
            "the price per mu has too many digits",
        ]
    );
}

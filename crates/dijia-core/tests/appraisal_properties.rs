//! Whatever is appraised, there is a result or an error, and the worksheet can be written; never a panic.

use std::fmt::Write as _;

use dijia_core::{
    Appraisal, BetweenPoints, Coefficient, Date, DateIndex, DateIndexPoint, Decimal, DecimalText, DevelopmentLevel,
    FactorCorrection, Language, Layout, MixedUse, PlotRatioRow, PlotRatioTable, RoundingMode, RoundingPolicy, Service,
    Share, UnitCost,
};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

/// Any decimal there is, the longest and the smallest among them.
fn any_decimal() -> impl Strategy<Value = Decimal> {
    (any::<u32>(), any::<u32>(), any::<u32>(), any::<bool>(), 0_u32..=28)
        .prop_map(|(lo, mid, hi, negative, scale)| Decimal::from_parts(lo, mid, hi, negative, scale))
}

/// A decimal as an appraiser writes one, mostly.
fn decimal() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        6 => (-20_i64..2_000_000, 0_u32..7).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
        1 => any_decimal(),
        1 => Just(Decimal::ZERO),
    ]
}

fn date() -> impl Strategy<Value = Date> {
    prop_oneof![
        6 => (1990_i16..2100, 1_i8..=12, 1_i8..=28),
        1 => (-9999_i16..=9999, 1_i8..=12, 1_i8..=28),
    ]
    .prop_map(|(year, month, day)| Date::constant(year, month, day))
}

fn policy() -> impl Strategy<Value = RoundingPolicy> {
    (proptest::option::of(0_u8..=12), 0_u8..=12, 0_u8..=12, any::<bool>()).prop_map(
        |(coefficients, unit, amount, even)| {
            let mode = if even { RoundingMode::HalfEven } else { RoundingMode::HalfUp };
            let policy = RoundingPolicy::default().with_mode(mode).with_coefficient_places(coefficients).unwrap();
            policy.with_unit_price_places(unit).unwrap().with_amount_places(amount).unwrap()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn any_input_is_priced_or_refused(
        price in decimal(),
        numbers in proptest::collection::vec(proptest::option::of(decimal()), 8),
        dates in proptest::collection::vec(proptest::option::weighted(0.7, date()), 3),
        coefficients in proptest::collection::vec(decimal(), 0..18),
        corrections in proptest::collection::vec(decimal(), 0..5),
        mut table in proptest::collection::vec((decimal(), decimal()), 0..4),
        mut points in proptest::collection::vec((date(), decimal()), 0..4),
        levels in any::<(u8, u8)>(),
        costs in proptest::collection::vec((0_usize..8, decimal()), 0..9),
        flags in any::<[bool; 6]>(),
        policy in policy(),
    ) {
        table.sort_by_key(|row| row.0);
        points.sort_by_key(|point| point.0);
        let table: Vec<_> =
            table.into_iter().map(|(plot_ratio, coefficient)| PlotRatioRow { plot_ratio, coefficient }).collect();
        let points: Vec<_> = points.into_iter().map(|(date, index)| DateIndexPoint { date, index }).collect();
        let names: Vec<String> = (0..100).map(|index| format!("面积\t{index}")).collect();
        let coefficients: Vec<_> =
            coefficients.into_iter().zip(&names).map(|(value, name)| Coefficient::new(name, value)).collect();
        let corrections: Vec<_> =
            corrections.into_iter().zip(&names).map(|(value, name)| FactorCorrection { name, value, in_percent: flags[0] }).collect();
        let costs: Vec<_> =
            costs.into_iter().map(|(service, cost)| UnitCost { service: Service::ALL[service], cost }).collect();

        let mut appraisal = Appraisal::from_price(price)
            .coefficients(&coefficients)
            .factor_corrections(&corrections)
            .rounding(policy);
        let has_term = numbers[2].or(dates[2].map(|_| price)).is_some();
        macro_rules! set {
            ($($setter:ident: $value:expr;)*) => {$(
                if let Some(value) = $value {
                    appraisal = appraisal.$setter(value);
                }
            )*};
        }
        set! {
            capitalization_rate: numbers[0].filter(|_| has_term).map(|rate| if flags[0] { Decimal::new(64, 3) } else { rate });
            statutory_term: numbers[1].filter(|_| has_term).map(|term| if flags[0] { Decimal::new(40, 0) } else { term });
            remaining_term: numbers[2];
            plot_ratio: numbers[3];
            plot_ratio_coefficient: numbers[4].filter(|_| flags[1]);
            date_coefficient: numbers[5].filter(|_| flags[2]);
            monthly_growth: numbers[6].filter(|_| flags[3]);
            area: numbers[7];
            base_date: dates[0].filter(|_| dates[1].is_some());
            valuation_date: dates[1];
            expiry_date: dates[2].filter(|_| numbers[2].is_none());
            plot_ratio_table: PlotRatioTable::new(&table).ok().filter(|_| flags[4]);
            date_index: DateIndex::new(&points, BetweenPoints::LinearByDays).ok().filter(|_| flags[5]);
        }
        if levels.1 != 0 {
            let (basis, site) = (DevelopmentLevel::from_bits(levels.0), DevelopmentLevel::from_bits(levels.1));
            appraisal = appraisal.basis_development(basis).site_development(site).unit_costs(&costs);
        }
        match appraisal.appraise() {
            Ok(appraised) => {
                prop_assert!(appraised.unit_price() > Decimal::ZERO);
                let mut sheet = String::new();
                write!(sheet, "{appraised}").unwrap();
                let shown = DecimalText(appraised.unit_price()).to_string();
                for language in [Language::Chinese, Language::English] {
                    for layout in [Layout::Wide, Layout::Narrow, Layout::Markdown, Layout::Html] {
                        let sheet = appraised.worksheet(language).layout(layout).to_string();
                        prop_assert!(sheet.contains(&shown), "{}", sheet);
                        let fits = |line: &str| !line.ends_with(' ') && line.width() <= 80;
                        prop_assert!(layout != Layout::Narrow || sheet.lines().all(fits), "{}", sheet);
                    }
                }
                prop_assert!(appraised.steps().flat_map(|step| step.inputs()).count() < 100);
                let shares = [Share::new(&appraised, numbers[0].unwrap_or(Decimal::ONE))];
                if let Ok(mixed) = MixedUse::new(&shares).area(price).appraise() {
                    write!(sheet, "{mixed}").unwrap();
                    let narrow = mixed.worksheet(Language::English).layout(Layout::Narrow).to_string();
                    prop_assert!(narrow.lines().all(|line| line.width() <= 80), "{}", narrow);
                }
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}

//! Pricing in whole units comes to what the appraisal of the same parcel comes to, or to nothing.

use dijia_core::{
    Appraisal, Coefficient, Decimal, FactorCorrection, RoundingMode, RoundingPolicy, ScaledPricing, Scales,
};
use proptest::prelude::*;

/// A parcel in whole units, and their scales.
#[derive(Clone, Debug)]
struct Parcel {
    scales: Scales,
    base_price: u64,
    coefficients: Vec<(u64, u32)>,
    shared: Vec<(u64, u32)>,
    corrections: Vec<i64>,
    shared_correction: Option<(i64, u32)>,
    adjustment: i64,
    plot_ratio: u64,
    area: u64,
    policy: RoundingPolicy,
}

fn decimal(units: i128, scale: u32) -> Decimal {
    Decimal::from_i128_with_scale(units, scale)
}

impl Parcel {
    /// What the appraisal says: the unit price, 万元/亩, the floor price, both totals and the deviation, or the error.
    fn appraised(&self) -> Result<[i128; 6], String> {
        let coefficients: Vec<_> = (self.coefficients.iter().chain(&self.shared))
            .map(|&(units, scale)| Coefficient::new("", decimal(units.into(), scale)))
            .collect();
        let corrections: Vec<_> = (self.corrections.iter().map(|&units| (units, self.scales.corrections)))
            .chain(self.shared_correction)
            .map(|(units, scale)| FactorCorrection { name: "", value: decimal(units.into(), scale), in_percent: false })
            .collect();
        let appraised = Appraisal::from_price(decimal(self.base_price.into(), self.scales.base_price))
            .coefficients(&coefficients)
            .factor_corrections(&corrections)
            .development_adjustment(decimal(self.adjustment.into(), self.scales.adjustment))
            .plot_ratio(decimal(self.plot_ratio.into(), self.scales.plot_ratio))
            .area(decimal(self.area.into(), self.scales.area))
            .rounding(self.policy)
            .appraise()
            .map_err(|error| error.to_string())?;
        let figures = [
            Some(appraised.unit_price()),
            Some(appraised.wan_yuan_per_mu()),
            appraised.floor_price(),
            appraised.total_yuan(),
            appraised.total_wan_yuan(),
            Some(appraised.deviation()),
        ];
        Ok(figures.map(|figure| figure.expect("a plot ratio and an area are given").mantissa()))
    }

    /// What pricing in whole units says of the same figures.
    fn scaled(&self) -> [Option<i128>; 6] {
        let shared: Vec<_> = self.shared.iter().map(|&(units, scale)| decimal(units.into(), scale)).collect();
        let shared_correction = self.shared_correction.map(|(units, scale)| decimal(units.into(), scale));
        let Some(pricing) = ScaledPricing::new(self.policy, self.scales, &shared, shared_correction) else {
            return [None; 6];
        };
        let coefficients: Vec<_> = self.coefficients.iter().map(|(units, _)| *units).collect();
        let unit = pricing.unit_price(self.base_price, &coefficients, &self.corrections, self.adjustment);
        let of = |figure: &dyn Fn(u64) -> Option<u64>| unit.and_then(figure).map(i128::from);
        [
            unit.map(i128::from),
            of(&|unit| pricing.wan_yuan_per_mu(unit)),
            of(&|unit| pricing.floor_price(unit, self.plot_ratio)),
            of(&|unit| pricing.total_yuan(unit, self.area)),
            of(&|unit| pricing.total_wan_yuan(unit, self.area)),
            unit.and_then(|unit| pricing.deviation(unit, self.base_price)).map(i128::from),
        ]
    }
}

fn units() -> impl Strategy<Value = u64> {
    prop_oneof![8 => 1_u64..20_000, 4 => 1_u64..2_000_000_000, 1 => any::<u64>().prop_map(|units| units >> 1), 1 => Just(0)]
}

fn signed() -> impl Strategy<Value = i64> {
    prop_oneof![8 => -90_i64..200, 2 => -2_000_000_i64..2_000_000, 1 => any::<i64>(), 2 => Just(0)]
}

fn policy() -> impl Strategy<Value = RoundingPolicy> {
    let places = || prop_oneof![3 => Just(2_u8), 2 => 0_u8..=12];
    (places(), places(), any::<bool>()).prop_map(|(unit_price, amounts, half_even)| {
        let mode = if half_even { RoundingMode::HalfEven } else { RoundingMode::HalfUp };
        let policy = RoundingPolicy::default().with_mode(mode).with_unit_price_places(unit_price).expect("places");
        policy.with_amount_places(amounts).expect("places")
    })
}

prop_compose! {
    fn parcel()(
        scales in (0_u32..8, 0_u32..6, 0_u32..5, 0_u32..8, 0_u32..6),
        base_price in units(),
        coefficients in proptest::collection::vec((units(), 0_u32..6), 0..5),
        shared in proptest::collection::vec((units(), 0_u32..6), 0..4),
        corrections in proptest::collection::vec(signed(), 0..3),
        shared_correction in proptest::option::of((signed(), 0_u32..6)),
        (adjustment, plot_ratio, area, policy) in (signed(), 1_u64..2_000_000, units(), policy()),
    ) -> Parcel {
        let (base_scale, correction_scale, adjustment_scale, plot_ratio_scale, area_scale) = scales;
        let scales = Scales {
            base_price: base_scale,
            coefficients: coefficients.iter().map(|(_, scale)| scale).sum(),
            corrections: correction_scale,
            adjustment: adjustment_scale,
            plot_ratio: plot_ratio_scale,
            area: area_scale,
        };
        // What parcels share is looked at before they are priced.
        let shared_correction =
            shared_correction.filter(|&(units, scale): &(i64, u32)| units.unsigned_abs() < 10_u64.pow(scale));
        Parcel {
            scales, base_price, coefficients, shared, corrections, shared_correction, adjustment, plot_ratio, area, policy,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn no_figure_but_that_of_the_appraisal(parcel in parcel()) {
        let scaled = parcel.scaled();
        match parcel.appraised() {
            Ok(figures) => {
                for (figure, appraised) in scaled.into_iter().zip(figures) {
                    prop_assert!(figure.is_none_or(|figure| figure == appraised), "{:?} for {:?}", scaled, figures);
                }
            }
            // The total is what a bad area shows in, and a unit price of nothing has none.
            Err(error) => prop_assert_eq!(scaled[3], None, "{}", error),
        }
    }
}

/// What most parcels are like is carried in whole units: all coefficients there are, of the places that are usual.
#[test]
fn usual_parcels_are_carried() {
    let scales = Scales {
        coefficients: 4 + 4 + 4 + 3,
        corrections: 5,
        adjustment: 1,
        plot_ratio: 2,
        area: 2,
        ..Scales::default()
    };
    let shared = [Decimal::new(98, 2), Decimal::new(102, 2)];
    let pricing = ScaledPricing::new(RoundingPolicy::default(), scales, &shared, Some(Decimal::new(2402, 5)));
    let pricing = pricing.expect("short");
    assert_eq!(format!("{pricing:?}"), "ScaledPricing { shared: 9996, factor: 102402, .. }");
    // 9138 × 0.9553 × 1.1234 × 1.0567 × 0.985 × 0.98 × 1.02 × (1 + 0.02402 − 0.013) − 12.5
    //   = 10303.21377…: 9138 × 0.9553 = 8729.5314; × 1.1234 = 9806.75557476; × 1.0567 = 10362.7986158…;
    //   × 0.985 = 10207.3566366…; × 0.98 × 1.02 = 10203.2736939…; × 1.01102 = 10315.7137700…; − 12.5 = 10303.2137700…
    let unit = pricing.unit_price(9138, &[9553, 11_234, 10_567, 985], &[-1300], -125).expect("a price");
    assert_eq!(unit, 1_030_321);
    assert_eq!(pricing.floor_price(unit, 250), Some(412_128)); // 10303.21 ÷ 2.5 = 4121.284
    assert_eq!(pricing.wan_yuan_per_mu(unit), Some(68_688)); // 10303.21 ÷ 15 = 686.8806…
    assert_eq!(pricing.total_yuan(unit, 123_456), Some(1_271_993_094)); // 10303.21 × 1234.56 = 12719930.9376
    assert_eq!(pricing.total_wan_yuan(unit, 123_456), Some(127_199)); // 1271.99309376
    assert_eq!(pricing.deviation(unit, 9138), Some(1275)); // 10303.21 ÷ 9138 − 1 = 12.7512… %
    assert_eq!(pricing.deviates_much(unit, 9138), Some(false));
    // 1.3 times 9138 is 11879.4, and 0.7 times is 6396.6.
    let much = |unit| pricing.deviates_much(unit, 9138);
    assert_eq!([1_187_940, 1_187_941, 639_660, 639_659].map(much), [false, true, false, true].map(Some));
    assert_eq!(pricing.deviation(800_000, 9138), Some(-1245)); // 8000 ÷ 9138 − 1 = −12.4534… %
}

#[test]
fn what_has_no_honest_result_has_none() {
    let pricing = ScaledPricing::new(RoundingPolicy::default(), Scales { area: 2, ..Scales::default() }, &[], None)
        .expect("short");
    assert_eq!(pricing.unit_price(0, &[], &[], 5), None);
    assert_eq!(pricing.unit_price(5, &[0], &[], 5), None);
    assert_eq!(pricing.unit_price(5, &[], &[-1], 5), None);
    assert_eq!(pricing.unit_price(5, &[], &[-2], 50), None);
    assert_eq!(pricing.unit_price(5, &[], &[], -5), None);
    let percent = Scales { corrections: 2, ..Scales::default() };
    let percent = ScaledPricing::new(RoundingPolicy::default(), percent, &[], None).expect("short");
    assert_eq!(
        [99, 100, -99, -100].map(|it| percent.unit_price(5, &[], &[it], 50)),
        [Some(5_995), None, Some(5_005), None]
    );
    assert_eq!(pricing.unit_price(5, &[u64::MAX, u64::MAX], &[], 0), None);
    assert_eq!(pricing.unit_price(1_000_000_001, &[], &[], 0), None);
    assert_eq!(pricing.unit_price(1_000_000_000, &[], &[], 0), Some(100_000_000_000));
    assert_eq!(pricing.total_yuan(500, 0), None);
    assert_eq!(pricing.floor_price(500, 0), None);
    let negative = [Decimal::new(-98, 2)];
    assert!(ScaledPricing::new(RoundingPolicy::default(), Scales::default(), &negative, None).is_none());
    let fine = Scales { base_price: 7, ..Scales::default() };
    assert!(ScaledPricing::new(RoundingPolicy::default(), fine, &[], None).is_none());
}

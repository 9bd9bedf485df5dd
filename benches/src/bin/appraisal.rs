//! What an appraisal costs, beside the same work in binary floating point and in plain `rust_decimal`.
//!
//! The full work is: a zone by its spelled code, Ky from a fractional term, five coefficients, two factor corrections,
//! and all outputs: unit price, 万元/亩, floor price, both totals, deviation. The alternatives look the zone up the same
//! way and round the same figures; in floating point that gives other cents now and then, which is counted below.

use dijia::{Appraisal, Coefficient, Decimal, FactorCorrection, JINAN_2020, Key, LandUse, ZoneCode};
use dijia_benches::harness::Race;
use dijia_benches::random::Random;
use rust_decimal::prelude::{FromPrimitive as _, ToPrimitive as _};
use rust_decimal::{MathematicalOps as _, RoundingStrategy};

const PARCELS: usize = 10_000;
const ROUNDS: usize = 15;
const NAMES: [&str; 5] = ["容积率", "期日", "面积", "形状", "临街深度"];
const FACTORS: [&str; 2] = ["区域", "个别"];

struct Parcel {
    code: String,
    remaining: Decimal,
    coefficients: [Coefficient<'static>; 5],
    factors: [FactorCorrection<'static>; 2],
    plot_ratio: Decimal,
    area: Decimal,
    floats: Floats,
}

/// The same parcel in floating point.
struct Floats {
    remaining: f64,
    coefficients: [f64; 5],
    factors: [f64; 2],
    plot_ratio: f64,
    area: f64,
}

fn main() {
    let parcels = parcels();
    let cents = |price: Decimal| price.mantissa().unsigned_abs() as u64;

    let mut race = Race::new(PARCELS);
    let expected: u64 = parcels.iter().map(|parcel| cents(ours(parcel))).sum();
    race.add("dijia", Some(expected), || parcels.iter().map(|parcel| cents(ours(parcel))).sum());
    race.add("f64", None, || parcels.iter().map(|parcel| (floats(parcel) * 100.0).round() as u64).sum());
    race.add("rust_decimal powd", None, || parcels.iter().map(|parcel| cents(plain_decimals(parcel))).sum());
    race.run(ROUNDS);
    println!("a full appraisal");
    race.print("ns", &["f64", "rust_decimal powd"]);
    let wrong =
        |price: fn(&Parcel) -> u64| parcels.iter().filter(|parcel| price(parcel) != cents(ours(parcel))).count();
    println!(
        "unit prices that differ, of {PARCELS}: f64 {}, rust_decimal powd {}",
        wrong(|parcel| { (floats(parcel) * 100.0).round() as u64 }),
        wrong(|parcel| plain_decimals(parcel).mantissa().unsigned_abs() as u64)
    );

    let zone = JINAN_2020.zone_price(LandUse::Commercial, "Ⅲ-4").expect("a zone");
    let coefficient = |parcel: &Parcel| {
        let derived = Appraisal::from_zone(zone).remaining_term(parcel.remaining).derive();
        cents(derived.ok().and_then(|derived| derived.term).expect("a coefficient"))
    };
    let mut race = Race::new(PARCELS);
    let expected: u64 = parcels.iter().map(coefficient).sum();
    race.add("dijia, Ky", Some(expected), || parcels.iter().map(coefficient).sum());
    race.add("f64, Ky", None, || parcels.iter().map(|p| (float_term(p.floats.remaining) * 1e4).round() as u64).sum());
    race.add("rust_decimal powd, Ky", None, || parcels.iter().map(|p| cents(plain_term(p.remaining))).sum());
    race.run(ROUNDS);
    println!("\na term coefficient");
    race.print("ns", &["f64, Ky", "rust_decimal powd, Ky"]);
}

fn parcels() -> Vec<Parcel> {
    let mut random = Random(20_201_008);
    let codes: Vec<_> =
        JINAN_2020.zone_prices().filter(|price| price.land_use().key() == Key::Known(LandUse::Commercial)).collect();
    (0..PARCELS)
        .map(|_| {
            let remaining = Decimal::new(1 + random.below(4000) as i64, 2);
            let coefficients =
                NAMES.map(|name| Coefficient::new(name, Decimal::new(8000 + random.below(4000) as i64, 4)));
            let factors = FACTORS.map(|name| {
                let value = Decimal::new(random.below(10_000) as i64 - 5000, 5);
                FactorCorrection { name, value, in_percent: false }
            });
            let plot_ratio = Decimal::new(50 + random.below(400) as i64, 2);
            let area = Decimal::new(10_000 + random.below(9_990_000) as i64, 2);
            let float = |value: Decimal| value.to_f64().expect("a double");
            Parcel {
                code: random.pick(&codes).code_text().to_string(),
                remaining,
                coefficients,
                factors,
                plot_ratio,
                area,
                floats: Floats {
                    remaining: float(remaining),
                    coefficients: coefficients.map(|coefficient| float(coefficient.value.numerator())),
                    factors: factors.map(|factor| float(factor.value)),
                    plot_ratio: float(plot_ratio),
                    area: float(area),
                },
            }
        })
        .collect()
}

fn zone(parcel: &Parcel) -> dijia::ZonePrice<'static> {
    let code: ZoneCode = parcel.code.parse().expect("a zone code");
    JINAN_2020.zone_price(LandUse::Commercial, code).expect("a zone")
}

fn ours(parcel: &Parcel) -> Decimal {
    let appraised = Appraisal::from_zone(zone(parcel))
        .remaining_term(parcel.remaining)
        .coefficients(&parcel.coefficients)
        .factor_corrections(&parcel.factors)
        .plot_ratio(parcel.plot_ratio)
        .area(parcel.area)
        .appraise();
    std::hint::black_box(&appraised).as_ref().expect("a price").unit_price()
}

fn float_term(remaining: f64) -> f64 {
    (1.0 - 1.064_f64.powf(-remaining)) / (1.0 - 1.064_f64.powf(-40.0))
}

fn floats(parcel: &Parcel) -> f64 {
    let Floats { remaining, coefficients, factors, plot_ratio, area } = &parcel.floats;
    let round = |value: f64, unit: f64| (value * unit).round() / unit;
    let price = zone(parcel).printed().to_f64().expect("a double");
    let term = round(float_term(*remaining), 1e4);
    let product = price * term * coefficients.iter().product::<f64>() * (1.0 + factors.iter().sum::<f64>());
    let unit_price = round(product, 1e2);
    let amounts = [
        round(unit_price / 15.0, 1e2),
        round(unit_price / plot_ratio, 1e2),
        round(unit_price * area, 1e2),
        round(unit_price * area / 1e4, 1e2),
        round((unit_price / price - 1.0) * 1e2, 1e2),
    ];
    std::hint::black_box(amounts);
    unit_price
}

fn half_up(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

fn plain_term(remaining: Decimal) -> Decimal {
    let base = Decimal::new(1064, 3);
    let forty = Decimal::from_i64(-40).expect("a decimal");
    half_up((Decimal::ONE - base.powd(-remaining)) / (Decimal::ONE - base.powd(forty)), 4)
}

fn plain_decimals(parcel: &Parcel) -> Decimal {
    let price = zone(parcel).printed();
    let coefficients: Decimal = parcel.coefficients.iter().map(|coefficient| coefficient.value.numerator()).product();
    let factors: Decimal = parcel.factors.iter().map(|factor| factor.value).sum();
    let product = price * plain_term(parcel.remaining) * coefficients * (Decimal::ONE + factors);
    let mut unit_price = half_up(product, 2);
    let amounts = [
        half_up(unit_price / Decimal::new(15, 0), 2),
        half_up(unit_price / parcel.plot_ratio, 2),
        half_up(unit_price * parcel.area, 2),
        half_up(unit_price * parcel.area / Decimal::new(10_000, 0), 2),
        half_up((unit_price / price - Decimal::ONE) * Decimal::ONE_HUNDRED, 2),
    ];
    std::hint::black_box(amounts);
    unit_price.rescale(2);
    unit_price
}

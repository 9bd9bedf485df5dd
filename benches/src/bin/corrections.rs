//! What an appraisal costs that takes everything from the document's tables of corrections, beside the same appraisal with the
//! same coefficients typed in. The parcels are residential ones of grade Ⅱ in 通道 (通政发〔2026〕1号): twelve factors and three further
//! coefficients by level, one by area, Kv by plot ratio, Ky by the remaining term and Kt by the valuation date.

use std::path::Path;

use dijia::{
    Appraisal, Coefficient, CorrectionKind, Corrections, Date, Decimal, Edition, FactorCorrection, GradePrice, Level,
};
use dijia_benches::harness::Race;
use dijia_benches::random::Random;

const PARCELS: usize = 5_000;
const ROUNDS: usize = 15;

struct Parcel<'a> {
    levels: Vec<Level<'a>>,
    remaining: Decimal,
    plot_ratio: Decimal,
    valuation_date: Date,
    area: Decimal,
    coefficients: Vec<Coefficient<'a>>,
    factors: Vec<FactorCorrection<'a>>,
    kv: Decimal,
    kt: Decimal,
}

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/dijia-tables/tests/editions/tongdao-2026");
    let file = dijia_tables::read(&folder).expect("an edition").pack();
    let edition = Edition::open(&file).expect("an edition file");
    let price = edition.grade_price("居住", "二级").expect("a price");
    let parcels = parcels(price);
    let cents = |price: Decimal| price.mantissa().unsigned_abs() as u64;

    let mut race = Race::new(PARCELS);
    let expected: u64 = parcels.iter().map(|parcel| cents(published(price, parcel))).sum();
    race.add("as published", Some(expected), || parcels.iter().map(|it| cents(published(price, it))).sum());
    race.add("typed in", Some(expected), || parcels.iter().map(|it| cents(typed_in(price, it))).sum());
    race.run(ROUNDS);
    println!("an appraisal with 12 factors, 4 coefficients, Ky, Kv and Kt");
    race.print("ns", &["typed in"]);
}

fn parcels(price: GradePrice<'_>) -> Vec<Parcel<'_>> {
    let mut random = Random(2026);
    let corrections: Corrections<'_> = price.corrections();
    let names = |kind| corrections.tables(kind).filter(|table| !table.is_by_area()).collect::<Vec<_>>();
    let (factors, further) = (names(CorrectionKind::Factor), names(CorrectionKind::Coefficient));
    (0..PARCELS)
        .map(|_| {
            let mut parcel = Parcel {
                levels: Vec::new(),
                remaining: Decimal::new(1 + random.below(7000) as i64, 2),
                plot_ratio: Decimal::new(50 + random.below(500) as i64, 2),
                valuation_date: Date::new(2026, 1 + random.below(12) as i8, 1 + random.below(28) as i8)
                    .expect("a date"),
                area: Decimal::new(1_000 + random.below(300_000) as i64, 2),
                coefficients: Vec::new(),
                factors: Vec::new(),
                kv: Decimal::ONE,
                kt: Decimal::ONE,
            };
            for table in factors.iter().chain(&further) {
                let (of, rows) = (table.name().expect("a name"), table.rows().collect::<Vec<_>>());
                let row = random.pick(&rows);
                parcel.levels.push(Level { of, level: row.level().expect("a level") });
                if table.kind() == CorrectionKind::Factor {
                    parcel.factors.push(FactorCorrection { name: of, value: row.value(), in_percent: true });
                } else {
                    parcel.coefficients.push(Coefficient::new(of, row.value()));
                }
            }
            let by_area = corrections.level("面积", &parcel.area.to_string()).expect("a level").value();
            parcel.coefficients.push(Coefficient::new("面积", by_area));
            let derived = Appraisal::from_grade(price)
                .corrections_as_published()
                .plot_ratio(parcel.plot_ratio)
                .valuation_date(parcel.valuation_date)
                .derive()
                .expect("coefficients");
            (parcel.kv, parcel.kt) = (derived.plot_ratio.expect("Kv"), derived.date.expect("Kt"));
            parcel
        })
        .collect()
}

fn published(price: GradePrice<'_>, parcel: &Parcel<'_>) -> Decimal {
    let appraisal = Appraisal::from_grade(price).corrections_as_published().levels(&parcel.levels);
    unit_price(appraisal, parcel)
}

fn typed_in(price: GradePrice<'_>, parcel: &Parcel<'_>) -> Decimal {
    let appraisal = Appraisal::from_grade(price)
        .coefficients(&parcel.coefficients)
        .factor_corrections(&parcel.factors)
        .plot_ratio_coefficient(parcel.kv)
        .date_coefficient(parcel.kt);
    unit_price(appraisal, parcel)
}

fn unit_price<'a>(appraisal: Appraisal<'a>, parcel: &Parcel<'a>) -> Decimal {
    let appraised = appraisal
        .remaining_term(parcel.remaining)
        .plot_ratio(parcel.plot_ratio)
        .valuation_date(parcel.valuation_date)
        .area(parcel.area)
        .appraise();
    std::hint::black_box(&appraised).as_ref().expect("a price").unit_price()
}

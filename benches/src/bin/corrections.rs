//! What an appraisal costs that takes everything from the document's tables of corrections, beside the same appraisal with the
//! same coefficients typed in. The parcels are residential ones of grade Ⅱ in 通道 (通政发〔2026〕1号): twelve factors and three further
//! coefficients by level, one by area, Kv by plot ratio, Ky by the remaining term and Kt by the valuation date. Then the last three
//! alone; and Kt by chain indices of many links.

use std::path::Path;

use dijia::{
    Appraisal, BetweenPoints, Coefficient, CorrectionKind, Corrections, Date, DateIndex, DateIndexPoint, Decimal,
    Edition, FactorCorrection, GradePrice, IndexPeriod, Level,
};
use dijia_benches::harness::Race;
use dijia_benches::random::Random;

const PARCELS: usize = 5_000;
const CHAINS: usize = 200;
const ROUNDS: usize = 15;

struct Parcel<'a> {
    levels: Vec<Level<'a>>,
    remaining: Decimal,
    plot_ratio: Decimal,
    valuation_date: Date,
    /// None where the levels take no part, since it says one too.
    area: Option<Decimal>,
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
    let mut parcels = parcels(price);
    race("an appraisal with 12 factors, 4 coefficients, Ky, Kv and Kt", price, &parcels);
    for parcel in &mut parcels {
        (parcel.levels, parcel.coefficients, parcel.factors) = Default::default();
        parcel.area = None;
    }
    race("an appraisal with Ky, Kv and Kt", price, &parcels);
    chains();
}

fn race(title: &str, price: GradePrice<'_>, parcels: &[Parcel<'_>]) {
    let mut race = Race::new(PARCELS);
    let expected: u64 = parcels.iter().map(|parcel| cents(published(price, parcel))).sum();
    race.add("as published", Some(expected), || parcels.iter().map(|it| cents(published(price, it))).sum());
    race.add("typed in", Some(expected), || parcels.iter().map(|it| cents(typed_in(price, it))).sum());
    race.run(ROUNDS);
    println!("{title}");
    race.print("ns", &["typed in"]);
}

/// Kt by chains of monthly indices from 98.80 to 101.79.
fn chains() {
    let series: Vec<Vec<DateIndexPoint>> = [12, 60, 120].map(points).into();
    let mut race = Race::new(CHAINS);
    race.add("typed in", None, || priced(Appraisal::from_price(Decimal::from(9138)).date_coefficient(Decimal::ONE)));
    for points in &series {
        let index = DateIndex::chain(points, IndexPeriod::Month, BetweenPoints::LastBefore).expect("a chain");
        let dates = points.first().zip(points.last()).expect("points");
        let appraisal = Appraisal::from_price(Decimal::from(9138)).base_date(dates.0.date).valuation_date(dates.1.date);
        race.add(format!("{} links", points.len() - 1), None, move || priced(appraisal.date_index(index)));
    }
    race.run(ROUNDS);
    println!("an appraisal with Kt by a chain");
    race.print("ns", &["typed in", "12 links"]);
}

fn priced(appraisal: Appraisal<'_>) -> u64 {
    let price = || cents(std::hint::black_box(&appraisal).appraise().expect("a price").unit_price());
    (0..CHAINS).map(|_| price()).sum()
}

fn points(links: i32) -> Vec<DateIndexPoint> {
    let point = |month: i32| DateIndexPoint {
        date: Date::new((2010 + month / 12) as i16, (1 + month % 12) as i8, 1).expect("a date"),
        index: Decimal::new(9_880 + i64::from(month) * 7_919 % 300, 2),
    };
    (0..=links).map(point).collect()
}

fn cents(price: Decimal) -> u64 {
    price.mantissa().unsigned_abs() as u64
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
                area: None,
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
            let area = Decimal::new(1_000 + random.below(300_000) as i64, 2);
            let by_area = corrections.level("面积", &area.to_string()).expect("a level").value();
            parcel.area = Some(area);
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
    let appraisal =
        appraisal.remaining_term(parcel.remaining).plot_ratio(parcel.plot_ratio).valuation_date(parcel.valuation_date);
    let appraised = parcel.area.map_or(appraisal, |area| appraisal.area(area)).appraise();
    std::hint::black_box(&appraised).as_ref().expect("a price").unit_price()
}

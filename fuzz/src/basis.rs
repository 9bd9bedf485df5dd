//! What the prices of Jinan assume, and when they are in force, as the document prints it.

use dijia::JINAN_2020;

use crate::calendar::Day;
use crate::input::Base;
use crate::number::Number;

/// What a price assumes.
#[derive(Clone, Copy)]
pub struct Basis {
    pub rate: Number,
    pub term: Number,
    pub development: u8,
    pub plot_ratio: Number,
}

pub const BASE_DATE: Day = (2019, 1, 1);
pub const IN_FORCE: (Day, Day) = ((2020, 10, 8), (2023, 10, 7));
/// By land use: the statutory term; the rate in the central urban area and in a township, in thousandths.
const BASES: [(u128, [u128; 2]); 4] = [(40, [64, 60]), (70, [60, 60]), (50, [55, 55]), (50, [60, 60])];
/// By land use: the plot ratio in the central urban area and in a township, in tenths.
const PLOT_RATIOS: [[u128; 2]; 4] = [[20, 11], [20, 11], [10, 7], [15, 10]];
/// 六通一平 and 五通一平, as bits.
const DEVELOPMENT: [u8; 2] = [0b1011_1111, 0b1001_1111];

/// The price that a parcel is priced from, and what it assumes where the document says so.
pub fn price_and_basis(base: &Base) -> (Number, Option<Basis>) {
    match *base {
        Base::Own(price, of) => (price, of.map(|(area, land_use)| basis(area, land_use))),
        Base::Zone(index) => {
            let zone = JINAN_2020.zone_prices().nth(index).expect("a zone");
            (published(zone.printed()), Some(basis(dijia::Area::CentralUrban, known(zone.land_use()))))
        }
        Base::Grade(index) => {
            let grade = JINAN_2020.grade_prices().nth(index).expect("a grade");
            (published(grade.printed()), Some(basis(dijia::Area::CentralUrban, known(grade.land_use()))))
        }
    }
}

fn basis(area: dijia::Area, land_use: dijia::LandUse) -> Basis {
    let (term, rates) = BASES[land_use as usize];
    let number = |digits, places| Number { negative: false, digits, places };
    let area = area as usize;
    let plot_ratio = number(PLOT_RATIOS[land_use as usize][area], 1);
    Basis { rate: number(rates[area], 3), term: number(term, 0), development: DEVELOPMENT[area], plot_ratio }
}

fn published(price: dijia::Decimal) -> Number {
    Number { negative: false, digits: price.mantissa().unsigned_abs(), places: price.scale() }
}

/// The land use of the trade.
fn known(land_use: dijia::LandUseOfEdition<'_>) -> dijia::LandUse {
    match land_use.key() {
        dijia::Key::Known(known) => known,
        dijia::Key::Listed(_) => panic!("the land uses of Jinan are those of the trade"),
    }
}

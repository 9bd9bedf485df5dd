use std::cmp::Ordering;
use std::path::Path;

use dijia_core::{Decimal, DecimalText, Grade, LandUse, ZoneCode};

use crate::annex::{Annex, Prices};
use crate::basis_table::Basis;
use crate::cell;
use crate::grade_table::GradePrice;
use crate::table::{Row, Table};
use crate::table_error::Result;

/// The price of a zone: a row of an annex of zone prices.
#[derive(Debug)]
pub(crate) struct ZonePrice {
    pub(crate) land_use: LandUse,
    pub(crate) code: ZoneCode,
    pub(crate) yuan_per_square_metre: u32,
    pub(crate) wan_yuan_per_mu: u32,
    pub(crate) floor_price: Option<Decimal>,
    pub(crate) annex: u8,
    /// The printed sequence number.
    pub(crate) row: u16,
}

/// The prices of an annex of zone prices of that land use, in the order of the file.
pub(crate) fn read(
    folder: &Path,
    annex: &Annex,
    land_use: LandUse,
    grades: &[GradePrice],
    bases: &[Basis],
) -> Result<Vec<ZonePrice>> {
    const COLUMNS: [&str; 5] = ["sequence", "zone", "yuan_per_square_metre", "wan_yuan_per_mu", "floor_price"];

    let has_floor_price = annex.prices == Prices::Zones { floor_price: true };
    let columns = if has_floor_price { &COLUMNS[..] } else { &COLUMNS[..4] };
    let table = Table::read(annex.path(folder), columns)?;
    let basis = bases.iter().find(|basis| basis.area == annex.area && basis.land_use == land_use);
    let basis =
        basis.ok_or_else(|| annex.error(format_args!("{land_use} prices of the {} have no basis", annex.area)))?;
    let grades: Vec<Grade> =
        grades.iter().filter(|price| price.land_use == land_use).map(|price| price.grade).collect();
    let mut prices: Vec<ZonePrice> = Vec::new();
    for (row, expected) in table.rows().zip(1_u16..) {
        let sequence: u16 = cell::whole(row, "sequence")?;
        if sequence != expected {
            return Err(row.error(format_args!("sequence number {sequence}, where {expected} is expected")));
        }
        let code: ZoneCode = cell::parsed(row, "zone", str::parse)?;
        if !grades.contains(&code.grade()) {
            let grade = code.grade();
            return Err(row.error(format_args!("zone {code}: there is no {land_use} price of grade {grade}")));
        }
        check_order(row, code, prices.last().map(|price| price.code))?;
        let yuan: u32 = cell::whole(row, "yuan_per_square_metre")?;
        let wan_yuan_per_mu = cell::whole(row, "wan_yuan_per_mu")?;
        check_mu(row, yuan, wan_yuan_per_mu)?;
        let mut floor_price = None;
        if has_floor_price {
            let price = cell::positive(row, "floor_price")?;
            check_floor_price(row, yuan, price, basis.plot_ratio)?;
            floor_price = Some(price);
        }
        prices.push(ZonePrice {
            land_use,
            code,
            yuan_per_square_metre: yuan,
            wan_yuan_per_mu,
            floor_price,
            annex: annex.number,
            row: sequence,
        });
    }
    let last = prices.last().map(|price| price.code.grade());
    match grades.iter().copied().find(|&grade| Some(grade) > last) {
        Some(grade) => {
            let reason = format_args!("grade {grade} of {land_use} land has a price, but no zone");
            Err(table.error(table.last_line(), reason))
        }
        None => Ok(prices),
    }
}

/// Zones run from number 1 in each grade, and grades from Ⅰ, without a gap.
fn check_order(row: Row<'_>, code: ZoneCode, above: Option<ZoneCode>) -> Result<()> {
    if let Some(above) = above {
        match code.cmp(&above) {
            Ordering::Less => return Err(row.error(format_args!("zone {code} after zone {above}"))),
            Ordering::Equal => return Err(row.error(format_args!("zone {code} is there twice"))),
            Ordering::Greater => {}
        }
    }
    let (grade, number) = (code.grade(), code.number());
    let expected_number = above.filter(|above| above.grade() == grade).map_or(1, |above| above.number() + 1);
    let next_grade = above.map_or(1, |above| above.grade().number() + 1);
    if grade.number() > next_grade {
        let missing = Grade::from_number(next_grade).unwrap_or(grade);
        return Err(row.error(format_args!("a zone of grade {missing} is missing before zone {code}")));
    }
    if number != expected_number {
        let missing = ZoneCode::new(grade, expected_number).unwrap_or(code);
        return Err(row.error(format_args!("zone {missing} is missing before zone {code}")));
    }
    Ok(())
}

/// 1 mu is 2000/3 ㎡, so a price in 万元/亩 is a fifteenth of one in 元/㎡; it is printed rounded half up.
fn check_mu(row: Row<'_>, yuan: u32, wan_yuan_per_mu: u32) -> Result<()> {
    let rounded = (2 * u64::from(yuan) + 15) / 30;
    if u64::from(wan_yuan_per_mu) == rounded {
        Ok(())
    } else {
        let reason = format_args!("{wan_yuan_per_mu} 万元/亩 is not {yuan} 元/㎡ ÷ 15, which rounds to {rounded}");
        Err(row.error(reason))
    }
}

/// The floor price bears the price of the land: times the plot ratio of the basis it is the price of the land exactly.
fn check_floor_price(row: Row<'_>, yuan: u32, floor_price: Decimal, plot_ratio: Decimal) -> Result<()> {
    let borne = floor_price.mantissa().checked_mul(plot_ratio.mantissa());
    let priced =
        10_i128.checked_pow(floor_price.scale() + plot_ratio.scale()).and_then(|unit| unit.checked_mul(yuan.into()));
    if borne.is_some() && borne == priced {
        Ok(())
    } else {
        let (floor_price, plot_ratio) = (DecimalText(floor_price), DecimalText(plot_ratio));
        let reason = format_args!("floor price {floor_price} × plot ratio {plot_ratio} is not {yuan} 元/㎡");
        Err(row.error(reason))
    }
}

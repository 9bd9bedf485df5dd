use dijia_core::{Decimal, DecimalText, Normal, ZoneCode, parse_decimal};

use crate::cell::positive;
use crate::column::Column;
use crate::fault::{At, Fault, Faults, fault};
use crate::grade::{self, Grade};
use crate::heading::tidy;
use crate::interval;
use crate::table::Cell;
use crate::text::{is_day, is_no_price, narrowed};

/// A published price: a row or a cell of an annex.
#[derive(Clone, Debug)]
pub(crate) struct Price {
    pub(crate) area: u8,
    pub(crate) land_use: u8,
    pub(crate) grade: Option<Grade>,
    pub(crate) zone: Option<Zone>,
    /// What the zone is called beside its code.
    pub(crate) zone_name: Option<String>,
    /// 元/㎡ of land, or of floor where no price of land is printed.
    pub(crate) figure: Decimal,
    pub(crate) per_floor: bool,
    pub(crate) is_lower_bound: bool,
    /// Whether it is printed in 万元/亩 or 元/亩 alone.
    pub(crate) from_mu: bool,
    /// 万元/亩.
    pub(crate) per_mu: Option<Decimal>,
    /// The floor price that is printed beside a price of land.
    pub(crate) floor: Option<Decimal>,
    pub(crate) annex: u8,
    /// The printed sequence number, or the line of the printed table, from 1.
    pub(crate) row: u16,
    pub(crate) at: At,
    pub(crate) per_mu_at: At,
    pub(crate) floor_at: At,
}

impl Price {
    /// Takes what another table prints of the same price in another unit; false where it prints it in the same.
    pub(crate) fn takes(&mut self, other: &Self) -> bool {
        let is_bound = self.is_lower_bound == other.is_lower_bound;
        match other {
            Self { from_mu: true, per_mu, .. } if is_bound && self.per_mu.is_none() => {
                self.per_mu = *per_mu;
                self.per_mu_at = other.per_mu_at;
            }
            Self { per_floor: true, per_mu: None, .. } if is_bound && !self.per_floor && self.floor.is_none() => {
                self.floor = Some(other.figure);
                self.floor_at = other.floor_at;
            }
            Self { per_floor: false, from_mu: false, floor: None, .. } if is_bound && self.per_floor => {
                self.floor = Some(self.figure);
                self.floor_at = self.at;
                (self.figure, self.per_floor) = (other.figure, false);
                if self.per_mu.is_none() {
                    (self.per_mu, self.per_mu_at) = (other.per_mu, other.per_mu_at);
                }
            }
            _ => return false,
        }
        true
    }
}

/// A zone by its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Zone {
    /// The code in its canonical spelling: a grade and a number, or as printed.
    pub(crate) text: String,
    /// Its number, where the code is a grade and a number.
    pub(crate) number: Option<u16>,
    /// The same as the core's own type, which has the grades to 20.
    pub(crate) code: Option<ZoneCode>,
}

impl Zone {
    /// Reads a code; the grade that it names, where it names one.
    pub(crate) fn parse(text: &str, is_a_name: bool) -> Result<(Self, Option<Grade>), Fault> {
        if is_day(text) {
            return Err(a_day(text));
        }
        if !is_a_name {
            match text.parse::<ZoneCode>() {
                Ok(code) => {
                    let zone = Self { text: code.to_string(), number: Some(code.number()), code: Some(code) };
                    return Ok((zone, Some(Grade::Number(code.grade().number()))));
                }
                // A numeral that is a grade's, and what is no zone number behind it, is misspelled.
                Err(misspelling) if looks_graded(text) => return Err(misspelling.into()),
                Err(_) => {}
            }
            if let Some((grade, number)) = grade::far_zone(text) {
                let text = format!("{}-{number}", grade::numeral(grade));
                return Ok((Self { text, number: Some(number), code: None }, Some(Grade::Number(grade))));
            }
        }
        Ok((Self { text: canonical(text), number: None, code: None }, None))
    }

    /// The code as it is looked up.
    pub(crate) fn normal(&self) -> String {
        Normal::of(&self.text).map_or_else(|| self.text.clone(), |normal| normal.as_str().to_owned())
    }
}

/// That a cell has a day where it cannot have one.
pub(crate) fn a_day(text: &str) -> Fault {
    fault!(
        "{text:?} is a day, as spreadsheets make of 1-2: write it as the document prints it, in cells that are formatted as text",
        "{text:?}是日期，电子表格会把1-2改成日期：请按原表填写，并将单元格格式设为文本",
    )
}

/// Whether a code begins as one of a grade and a number does: a numeral of Roman kind and a hyphen.
fn looks_graded(text: &str) -> bool {
    let narrow = narrowed(text);
    narrow.starts_with(|c| matches!(c, 'Ⅰ'..='Ⅻ' | 'ⅰ'..='ⅻ')) || text.is_empty()
}

/// A code as it is printed, in half-width letters and digits, with one kind of hyphen and no space.
pub(crate) fn canonical(text: &str) -> String {
    let hyphen = |c| if matches!(c, '‐' | '‑' | '–' | '—' | '―' | '−') { '-' } else { c };
    narrowed(text).chars().filter(|c| !c.is_whitespace()).map(hyphen).collect()
}

/// The cells of a price.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cells<'a> {
    pub(crate) land: Option<Cell<'a>>,
    pub(crate) floor: Option<Cell<'a>>,
    pub(crate) per_mu: Option<Cell<'a>>,
    /// In 元/亩, which is in 万元/亩 the same with four more places.
    pub(crate) yuan_per_mu: Option<Cell<'a>>,
}

/// The figures of a price.
pub(crate) struct Figures {
    pub(crate) figure: Decimal,
    pub(crate) per_floor: bool,
    pub(crate) is_lower_bound: bool,
    pub(crate) from_mu: bool,
    pub(crate) per_mu: Option<Decimal>,
    pub(crate) floor: Option<Decimal>,
}

impl<'a> Cells<'a> {
    /// With the cell of a column of prices.
    pub(crate) fn put(&mut self, column: Column, cell: Cell<'a>) {
        let place = match column {
            Column::YuanPerSquareMetre => &mut self.land,
            Column::FloorPrice => &mut self.floor,
            Column::WanYuanPerMu => &mut self.per_mu,
            Column::YuanPerMu => &mut self.yuan_per_mu,
            _ => return,
        };
        *place = Some(cell);
    }

    /// The cells that the table has, the one of the price that is the published figure first.
    pub(crate) fn all(&self) -> impl Iterator<Item = Cell<'a>> + use<'a> {
        [self.land, self.floor, self.per_mu, self.yuan_per_mu].into_iter().flatten()
    }

    /// Whether all say that there is no price.
    pub(crate) fn are_nothing(&self) -> bool {
        self.all().all(|cell| is_no_price(cell.text))
    }

    /// Whether none of them says anything.
    pub(crate) fn are_empty(&self) -> bool {
        self.all().all(|cell| cell.text.is_empty())
    }

    /// Reads them; none where one of them is wrong.
    pub(crate) fn read(&self, faults: &Faults) -> Option<Figures> {
        let (mut figures, mut is_lower_bound) = ([None; 4], false);
        let cells = [self.land, self.floor, self.per_mu, self.yuan_per_mu];
        let units = ["元/㎡", "元/㎡", "万元/亩", "元/亩"];
        for ((cell, figure), unit) in cells.into_iter().zip(&mut figures).zip(units) {
            // A stroke says that one of the units is not printed.
            let Some(cell) = cell.filter(|cell| cell.text.is_empty() || !is_no_price(cell.text)) else { continue };
            let (value, is_bound) = cell.parsed(faults, |text| price(text, unit))?;
            *figure = Some(value);
            is_lower_bound |= is_bound;
        }
        let [land, floor, per_mu, yuan_per_mu] = figures;
        if let (Some(_), Some(_), Some(cell)) = (per_mu, yuan_per_mu, self.yuan_per_mu) {
            let fault = fault!(
                "the price stands there in 万元/亩 and in 元/亩: make one of the two columns a comment",
                "此价格既以万元/亩、又以元/亩载明：其中一列应改为备注"
            );
            faults.add(cell.at, fault);
            return None;
        }
        let per_mu = match yuan_per_mu {
            Some(figure) => Some(in_wan(figure).or_else(|| self.too_long(figure, faults))?),
            None => per_mu,
        };
        let (figure, per_floor, from_mu) = match (land, floor, per_mu) {
            (Some(land), ..) => (land, false, false),
            (None, Some(floor), _) => (floor, true, false),
            (None, None, Some(per_mu)) => (self.fifteenfold(per_mu, faults)?, false, true),
            (None, None, None) => return None,
        };
        Some(Figures { figure, per_floor, is_lower_bound, from_mu, per_mu, floor: land.and(floor) })
    }

    /// The price in 元/㎡ from one in 万元/亩: fifteen times as much.
    fn fifteenfold(&self, per_mu: Decimal, faults: &Faults) -> Option<Decimal> {
        let at = self.per_mu.or(self.yuan_per_mu)?.at;
        let mantissa = per_mu.mantissa().checked_mul(15).filter(|&mantissa| u32::try_from(mantissa).is_ok());
        let price = mantissa.map(|mantissa| Decimal::from_i128_with_scale(mantissa, per_mu.scale()));
        if price.is_none() {
            let per_mu = DecimalText(per_mu);
            faults.add(at, fault!("{per_mu} 万元/亩 is too large", "{per_mu}万元/亩过大"));
        }
        price
    }

    /// Tells that a figure has more digits than a price may have.
    fn too_long(&self, figure: Decimal, faults: &Faults) -> Option<Decimal> {
        let (at, figure) = (self.yuan_per_mu?.at, DecimalText(figure));
        faults.add(at, fault!("{figure} 元/亩 has too many places: at most 5", "{figure}元/亩小数位过多：至多5位"));
        None
    }
}

/// A price in 元/亩 in 万元/亩, exactly; none where that has more places than an edition file has room for.
fn in_wan(yuan_per_mu: Decimal) -> Option<Decimal> {
    let figure = Decimal::from_i128_with_scale(yuan_per_mu.mantissa(), yuan_per_mu.scale() + 4).normalize();
    (figure.scale() <= 9).then_some(figure)
}

/// Reads a price in that unit, which may stand behind it, and whether it is a lower bound.
fn price(text: &str, unit: &str) -> Result<(Decimal, bool), Fault> {
    let figure = text.trim_end_matches(|c: char| !c.is_ascii_digit() && !matches!(c, '０'..='９' | '上'));
    let said = tidy(text.strip_prefix(figure).unwrap_or_default());
    if !figure.is_empty() && said.contains('/') && said != unit {
        return Err(fault!("{text:?} is not in {unit}, as its column is", "{text:?}的单位不是该列的{unit}"));
    }
    let text = if said == unit { figure } else { text };
    let bare = ["≥", "＞＝", ">=", "不低于", "最低"].iter().find_map(|sign| text.strip_prefix(sign));
    let bare = bare.or_else(|| text.strip_suffix("以上"));
    if interval::parse(text).is_some_and(|range| range.low.is_some() && range.high.is_some()) {
        return Err(fault!(
            "{text:?} is a range and no price: which price of it is meant is not guessed",
            "{text:?}是价格区间，不是价格；取其中哪一价格不作推测"
        ));
    }
    let bare_text = bare.unwrap_or(text).trim();
    let value = positive(bare_text, parse_decimal).map_err(|fault| {
        let figures = narrowed(bare_text);
        let is_figure = |text: &str| parse_decimal(text.trim()).is_ok();
        match figures.strip_suffix(')').and_then(|text| text.split_once('(')) {
            Some((before, inner)) if is_figure(before) && is_figure(inner) => fault!(
                "{text:?} has two figures: the title says what the second is, 单位：元/㎡（万元/亩）, or it has a column of its own",
                "{text:?}有两个数：括号内为万元/亩时在标题中注明\"单位：元/㎡（万元/亩）\"，否则另列一列",
            ),
            _ => fault,
        }
    })?;
    Ok((value, bare.is_some()))
}

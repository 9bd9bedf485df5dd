use core::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::appraisal::{Appraised, BasePrice, Origin};
use crate::edition::PricedArea;
use crate::numbers::{DecimalText, RoundingMode, RoundingPolicy};
use crate::words::Language;
use crate::words::date::DateText;
use crate::words::graded::behind_grade;
use crate::words::text::write_line;
use crate::worksheet::Unit;

/// Something that a worksheet says outside its table: a label and a text.
#[derive(Clone, Copy)]
pub(crate) enum Fact<'a> {
    Base(&'a Appraised<'a>),
    BaseDate(Date),
    ValuationDate(Date),
    Area(Decimal),
    AreaPaidFor(Decimal, PricedArea),
    Rounding(RoundingPolicy),
    Total(Decimal, Unit),
}

impl<'a> Fact<'a> {
    pub(crate) const fn label(self, language: Language) -> &'static str {
        match self {
            Self::Base(_) => language.pick("基准地价", "benchmark price"),
            Self::BaseDate(_) => language.pick("基准日", "base date"),
            Self::ValuationDate(_) => language.pick("估价期日", "valuation date"),
            Self::Area(_) | Self::AreaPaidFor(_, PricedArea::Land) => language.pick("面积", "area"),
            Self::AreaPaidFor(_, PricedArea::Floor) => language.pick("建筑面积", "floor area"),
            Self::Rounding(_) => language.pick("取位", "rounding"),
            Self::Total(..) => language.pick("总价", "total"),
        }
    }

    pub(crate) const fn text(self, language: Language) -> FactText<'a> {
        FactText { fact: self, language }
    }
}

/// The text of a fact.
#[derive(Clone, Copy)]
pub(crate) struct FactText<'a> {
    fact: Fact<'a>,
    language: Language,
}

impl fmt::Display for FactText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let language = self.language;
        match self.fact {
            Fact::Base(appraised) => {
                let appraisal = appraised.appraisal();
                write_base(f, appraisal.base, appraisal.origin, language)
            }
            Fact::BaseDate(date) | Fact::ValuationDate(date) => DateText(date).fmt(f),
            Fact::Area(area) | Fact::AreaPaidFor(area, _) => {
                write!(f, "{} {}", DecimalText(area), language.pick("㎡", "m²"))
            }
            Fact::Rounding(policy) => write_policy(f, policy, language),
            Fact::Total(total, unit) => {
                write!(f, "{} {}", DecimalText(total), language.pick(unit.chinese(), unit.english()))
            }
        }
    }
}

fn write_base(
    f: &mut fmt::Formatter<'_>,
    base: BasePrice<'_>,
    origin: Option<&Origin<'_>>,
    language: Language,
) -> fmt::Result {
    match (base, language) {
        (BasePrice::Zone(price), Language::Chinese) => {
            write!(f, "{}用地 {} 区片，{}", price.land_use().name(), price.code_text(), price.citation())
        }
        (BasePrice::Zone(price), Language::English) => {
            write!(f, "{} zone {}, {:#}", price.land_use().english(), price.code_text(), price.citation())
        }
        (BasePrice::Grade(price), Language::Chinese) => {
            let grade = price.grade().name();
            write!(f, "{}用地 {grade}{}，{}", price.land_use().name(), behind_grade(grade), price.citation())
        }
        (BasePrice::Grade(price), Language::English) => {
            write!(f, "{} grade {}, {:#}", price.land_use().english(), price.grade().name(), price.citation())
        }
        (BasePrice::Own { .. }, _) => write_own_price(f, origin, language),
    }
}

/// What a price of the caller's is of and where it is from, so far as he says so.
fn write_own_price(f: &mut fmt::Formatter<'_>, origin: Option<&Origin<'_>>, language: Language) -> fmt::Result {
    if let Some(origin) = origin.filter(|origin| origin.has_subject()) {
        write_line(f, origin.subject(language))?;
        f.write_str(language.pick("，", ", "))?;
    }
    match (origin.filter(|origin| origin.has_citation()), language) {
        (Some(origin), Language::Chinese) => write_line(f, origin),
        (Some(origin), Language::English) => write_line(f, format_args!("{origin:#}")),
        (None, _) => f.write_str(language.pick("输入值", "given")),
    }
}

fn write_policy(f: &mut fmt::Formatter<'_>, policy: RoundingPolicy, language: Language) -> fmt::Result {
    let (unit, amount) = (policy.unit_price_places(), policy.amount_places());
    match language {
        Language::Chinese => {
            match policy.coefficient_places() {
                Some(places) => write!(f, "推算系数 {places} 位小数")?,
                None => f.write_str("推算系数不取位")?,
            }
            let mode = match policy.mode() {
                RoundingMode::HalfUp => "四舍五入",
                RoundingMode::HalfEven => "四舍六入五成双",
            };
            write!(f, "，单价 {unit} 位，金额 {amount} 位，{mode}")
        }
        Language::English => {
            match policy.coefficient_places() {
                Some(places) => write!(f, "derived coefficients to {places} places")?,
                None => f.write_str("derived coefficients unrounded")?,
            }
            let mode = match policy.mode() {
                RoundingMode::HalfUp => "half up",
                RoundingMode::HalfEven => "half even",
            };
            write!(f, ", unit price to {unit}, amounts to {amount}, {mode}")
        }
    }
}

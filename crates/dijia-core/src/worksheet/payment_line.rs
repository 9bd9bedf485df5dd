use core::fmt;

use rust_decimal::Decimal;

use crate::appraisal::{Payment, PaymentDue};
use crate::edition::PricedArea;
use crate::numbers::arithmetic::Factor;
use crate::numbers::shown::shown;
use crate::numbers::units::{ONE, percent};
use crate::numbers::{DecimalText, compare};
use crate::words::Language;
use crate::worksheet::Unit;
use crate::worksheet::row::Column;

/// A row of the table of a payment.
#[derive(Clone, Copy)]
pub(crate) struct PaymentLine<'a> {
    due: &'a PaymentDue,
    kind: LineKind,
    value: Decimal,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LineKind {
    UnitPrice,
    OriginalPrice,
    Difference,
    Ratio,
    Minimum,
    UnitPayment,
    TotalYuan,
    TotalWanYuan,
}

impl PaymentDue {
    /// The rows, in the order in which they are computed: what takes no part has none.
    pub(crate) fn lines(&self) -> impl Iterator<Item = PaymentLine<'_>> {
        let payment = &self.payment;
        [
            (LineKind::UnitPrice, Some(payment.unit_price)),
            (LineKind::OriginalPrice, payment.original_price),
            (LineKind::Difference, self.difference),
            (LineKind::Ratio, payment.payment_ratio),
            (LineKind::Minimum, self.minimum),
            (LineKind::UnitPayment, Some(self.unit_payment)),
            (LineKind::TotalYuan, self.total_yuan),
            (LineKind::TotalWanYuan, self.total_wan_yuan),
        ]
        .into_iter()
        .filter_map(|(kind, value)| Some(PaymentLine { due: self, kind, value: value? }))
    }
}

impl PaymentLine<'_> {
    pub(crate) fn write(&self, f: &mut fmt::Formatter<'_>, column: Column, language: Language) -> fmt::Result {
        match column {
            Column::Symbol => f.write_str(self.symbol()),
            Column::Item => f.write_str(self.label(language)),
            Column::Computation => self.write_computation(f),
            Column::BeforeRounding => {
                self.before_rounding().map_or(Ok(()), |value| write!(f, "{}", DecimalText(value)))
            }
            Column::Value if self.kind == LineKind::Ratio => write!(f, "{}", DecimalText(percent(self.value))),
            Column::Value => write!(f, "{}", DecimalText(self.value)),
            Column::Unit => f.write_str(language.pick(self.unit().chinese(), self.unit().english())),
            Column::Source => f.write_str(if self.is_given() {
                language.pick("给定", "given")
            } else {
                language.pick("推算", "derived")
            }),
        }
    }

    const fn symbol(&self) -> &'static str {
        match self.kind {
            LineKind::UnitPrice => "V",
            LineKind::OriginalPrice => "V0",
            LineKind::Difference => "V-V0",
            LineKind::Ratio => "k",
            LineKind::Minimum => "Vmin",
            LineKind::UnitPayment => "U",
            LineKind::TotalYuan | LineKind::TotalWanYuan => "U×S",
        }
    }

    const fn label(&self, language: Language) -> &'static str {
        match self.kind {
            LineKind::UnitPrice => language.pick("宗地单价", "unit price"),
            LineKind::OriginalPrice => language.pick("原条件地价", "original price"),
            LineKind::Difference => language.pick("地价差额", "price difference"),
            LineKind::Ratio => language.pick("缴纳比例", "payment ratio"),
            LineKind::Minimum => language.pick("最低价", "minimum price"),
            LineKind::UnitPayment => language.pick("应缴单价", "payment per square metre"),
            LineKind::TotalYuan | LineKind::TotalWanYuan => language.pick("应缴总额", "total payment"),
        }
    }

    const fn unit(&self) -> Unit {
        match self.kind {
            LineKind::Ratio => Unit::Percent,
            LineKind::TotalYuan => Unit::Yuan,
            LineKind::TotalWanYuan => Unit::WanYuan,
            _ => self.due.payment.unit(),
        }
    }

    const fn is_given(&self) -> bool {
        match self.kind {
            LineKind::UnitPrice | LineKind::OriginalPrice | LineKind::Ratio => true,
            LineKind::Minimum => self.due.payment.minimum_ratio.is_none(),
            _ => false,
        }
    }

    fn write_computation(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Payment { unit_price, original_price, minimum_price, minimum_ratio, area, .. } = self.due.payment;
        let text = DecimalText;
        match self.kind {
            LineKind::UnitPrice | LineKind::OriginalPrice | LineKind::Ratio => Ok(()),
            LineKind::Difference => match original_price {
                Some(original) => write!(f, "{} - {}", text(unit_price), text(original)),
                None => Ok(()),
            },
            LineKind::Minimum => match minimum_price.zip(minimum_ratio) {
                Some((price, ratio)) => write!(f, "{} × {}%", text(price), text(percent(ratio))),
                None => Ok(()),
            },
            LineKind::UnitPayment => self.due.write_numbers(f),
            LineKind::TotalYuan | LineKind::TotalWanYuan => {
                let Some(area) = area else { return Ok(()) };
                write!(f, "{} × {}", text(self.due.unit_payment), text(area))?;
                f.write_str(if self.kind == LineKind::TotalWanYuan { " ÷ 10000" } else { "" })
            }
        }
    }

    fn before_rounding(&self) -> Option<Decimal> {
        const TEN_THOUSANDTH: Decimal = Decimal::from_parts(1, 0, 0, false, 4);

        let Payment { unit_price, payment_ratio, minimum_price, minimum_ratio, area, .. } = self.due.payment;
        let product = |factors: &[Decimal; 2], last: Option<Decimal>| {
            let [a, b] = factors.map(Factor::Decimal);
            match last {
                Some(last) => shown(&[a, b, Factor::Decimal(last)], Decimal::ZERO),
                None => shown(&[a, b], Decimal::ZERO),
            }
        };
        // A figure that is neither multiplied nor changed by the rounding is what stands before it.
        let rounded = |price: Decimal, ratio: Option<Decimal>| match ratio {
            None if compare(price, self.value).is_eq() => None,
            ratio => product(&[price, ratio.unwrap_or(ONE)], None),
        };
        match self.kind {
            LineKind::Minimum => rounded(minimum_price?, minimum_ratio),
            // Of what is taken: the minimum has been rounded in its own row.
            LineKind::UnitPayment if self.due.is_minimum() => None,
            LineKind::UnitPayment => rounded(self.due.difference.unwrap_or(unit_price), payment_ratio),
            LineKind::TotalYuan => product(&[self.due.unit_payment, area?], None),
            LineKind::TotalWanYuan => product(&[self.due.unit_payment, area?], Some(TEN_THOUSANDTH)),
            _ => None,
        }
    }
}

impl Payment {
    /// What a square metre is paid in.
    pub(crate) const fn unit(&self) -> Unit {
        match self.priced_area {
            PricedArea::Land => Unit::YuanPerSquareMetre,
            PricedArea::Floor => Unit::YuanPerFloorArea,
        }
    }
}

impl PaymentDue {
    /// What U equals, in symbols.
    pub(crate) fn write_symbols(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Payment { original_price, payment_ratio, .. } = self.payment;
        f.write_str(if self.minimum.is_some() { "max[" } else { "" })?;
        f.write_str(match (original_price.is_some(), payment_ratio.is_some()) {
            (false, false) => "V",
            (false, true) => "V × k",
            (true, false) => "V - V0",
            (true, true) => "(V - V0) × k",
        })?;
        f.write_str(if self.minimum.is_some() { ", Vmin]" } else { "" })
    }

    /// What U equals, with the numbers filled in.
    pub(crate) fn write_numbers(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Payment { unit_price, original_price, payment_ratio, .. } = self.payment;
        let price = DecimalText(unit_price);
        f.write_str(if self.minimum.is_some() { "max[" } else { "" })?;
        match (original_price.map(DecimalText), payment_ratio.map(|ratio| DecimalText(percent(ratio)))) {
            (None, None) => write!(f, "{price}"),
            (None, Some(ratio)) => write!(f, "{price} × {ratio}%"),
            (Some(original), None) => write!(f, "{price} - {original}"),
            (Some(original), Some(ratio)) => write!(f, "({price} - {original}) × {ratio}%"),
        }?;
        self.minimum.map_or(Ok(()), |minimum| write!(f, ", {}]", DecimalText(minimum)))
    }
}

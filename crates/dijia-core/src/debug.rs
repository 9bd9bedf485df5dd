//! `Debug` of what holds decimals. `Decimal`'s own allocates when more places are asked for than it holds, and then pads
//! them; here a decimal is its text.

use core::fmt::{Debug, Display, Formatter, Result};

use crate::appraisal::{
    Appraisal, Appraised, BasePrice, DerivedCoefficients, MixedAppraised, MixedUse, Payment, PaymentDue, Share, Warning,
};
use crate::corrections::{Coefficient, DateIndexPoint, FactorCorrection, PlotRatioRow, UnitCost};
use crate::edition::{
    Basis, CorrectionKind, CorrectionRow, CorrectionTable, Corrections, GradePrice, Interval, ZonePrice,
};
use crate::error::Error;
use crate::numbers::DecimalText;
use crate::worksheet::{Expression, Step, Value};

/// A struct as `derive` shows it, `(decimal)` and `(option)` fields as text.
macro_rules! debug_struct {
    (@value $this:ident $field:ident) => { &$this.$field };
    (@value $this:ident $field:ident decimal) => { &DecimalText($this.$field) };
    (@value $this:ident $field:ident option) => { &$this.$field.map(DecimalText) };
    ($($name:ident $(<$lifetime:lifetime>)? { $($field:ident $(($kind:ident))?),* })*) => {$(
        impl Debug for $name $(<$lifetime>)? {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                f.debug_struct(stringify!($name))
                    $(.field(stringify!($field), debug_struct!(@value self $field $($kind)?)))*
                    .finish()
            }
        }
    )*};
}

debug_struct! {
    Appraisal<'_> {
        base, needless_basis, capitalization_rate (option), statutory_term, base_date, basis_development,
        term_coefficient, remaining_term, longer_term, valuation_date, expiry_date, plot_ratio (option),
        plot_ratio_coefficient, plot_ratio_table, date_coefficient, date_index, monthly_growth (option), coefficients,
        factor_corrections, development_adjustment (option), site_development, unit_costs, area (option), rounding,
        editions, origin, corrections_as_published, levels
    }
    Appraised<'_> {
        appraisal, unit_price (decimal), wan_yuan_per_mu (decimal), floor_price (option), total_yuan (option),
        total_wan_yuan (option), deviation (decimal)
    }
    Coefficient<'_> { name, value }
    DateIndexPoint { date, index (decimal) }
    DerivedCoefficients {
        term (option), plot_ratio (option), date (option), factor_sum (option), development_adjustment (option)
    }
    FactorCorrection<'_> { name, value (decimal), in_percent }
    MixedAppraised<'_> {
        mixed_use, unit_price (decimal), wan_yuan_per_mu (decimal), total_yuan (option), total_wan_yuan (option)
    }
    MixedUse<'_> { shares, by_areas, area (option), rounding }
    Payment {
        unit_price (decimal), original_price (option), payment_ratio (option), minimum_price (option), minimum_ratio (option),
        priced_area, area (option), rounding
    }
    PaymentDue {
        payment, difference (option), minimum (option), unit_payment (decimal), total_yuan (option), total_wan_yuan (option)
    }
    PlotRatioRow { plot_ratio (decimal), coefficient (decimal) }
    Share<'_> { unit_price (decimal), base_price, share (decimal) }
    Step<'_> { kind, name, before_rounding (option), value (decimal), source }
    UnitCost { service, cost (decimal) }
}

impl Debug for DecimalText {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Display::fmt(self, f)
    }
}

impl Debug for BasePrice<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Zone(price) => f.debug_tuple("Zone").field(price).finish(),
            Self::Grade(price) => f.debug_tuple("Grade").field(price).finish(),
            Self::Own { per_square_metre, basis } => f
                .debug_struct("Own")
                .field("per_square_metre", &DecimalText(*per_square_metre))
                .field("basis", basis)
                .finish(),
        }
    }
}

/// A published row: what it says of itself.
macro_rules! debug_accessors {
    ($($name:ident { $($method:ident),* })*) => {$(
        impl Debug for $name<'_> {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                f.debug_struct(stringify!($name))$(.field(stringify!($method), &self.$method()))*.finish_non_exhaustive()
            }
        }
    )*};
}

debug_accessors! {
    Basis { area, land_use, grade, base_date, right, statutory_term, development_level, citation }
    CorrectionRow { level, date, interval, citation }
    CorrectionTable { kind, name, land_use, grade, area, between, citation }
    GradePrice { area, land_use, grade, priced_area, citation }
    ZonePrice { area, land_use, grade, code_text, priced_area, citation }
}

impl Debug for Corrections<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let tables = CorrectionKind::ALL.into_iter().flat_map(|kind| self.tables(kind));
        f.write_str("Corrections ")?;
        f.debug_list().entries(tables.map(|table| table.name().unwrap_or(table.kind().english()))).finish()
    }
}

/// What says itself in words: the name of the type, and the words.
macro_rules! debug_as_display {
    ($($name:ident $(<$lifetime:lifetime>)?)*) => {$(
        impl Debug for $name $(<$lifetime>)? {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }
    )*};
}

debug_as_display! { Error Expression<'_> Interval Value Warning<'_> }

use core::fmt;

use rust_decimal::Decimal;

use crate::appraisal::date_coefficient::DateCoefficient;
use crate::appraisal::derived::Derived;
use crate::appraisal::plot_ratio_coefficient::PlotRatioCoefficient;
use crate::appraisal::published::PublishedRows;
use crate::appraisal::term_coefficient::TermCoefficient;
use crate::appraisal::{Appraisal, Appraised};
use crate::corrections::{Coefficient, Level};
use crate::edition::CorrectionKind;
use crate::numbers::Ratio;
use crate::numbers::arithmetic::{Factor, exact_sum};
use crate::numbers::decimal::{compare, compare_scaled};
use crate::numbers::shown::shown;
use crate::numbers::units::ONE;
use crate::words::{Excerpt, Language, Quantity};

/// The coefficients that carry a large deviation: those that alone move the benchmark price by more than 10 % in the
/// direction of the deviation, or where none does, all that move it in that direction. There are none where rounding alone
/// makes the deviation.
///
/// A coefficient moves the price by its distance from 1, the factor corrections by their sum, and the development adjustment
/// by its part of the benchmark price.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Carriers<'a> {
    /// One bit for each of [`PARTS`], above them one for each further coefficient, one for each level, and one for each
    /// coefficient that the area says.
    bits: u128,
    coefficients: &'a [Coefficient<'a>],
    levels: &'a [Level<'a>],
    /// The names of those, in their order; empty where there is none.
    by_area: [&'a str; PublishedRows::BY_AREA],
}

/// A coefficient that carries a large deviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Carrier<'a> {
    /// Which it is.
    pub quantity: Quantity,
    /// The name of a further coefficient.
    pub name: Option<&'a str>,
}

/// The parts of the formula but for the further coefficients, each with its bit.
const PARTS: [(u128, Quantity); 5] = [
    (1, Quantity::TermCoefficient),
    (2, Quantity::PlotRatioCoefficient),
    (4, Quantity::DateCoefficient),
    (8, Quantity::FactorCorrections),
    (16, Quantity::DevelopmentAdjustment),
];
/// The bit of the first further coefficient.
const NAMED: u32 = 5;
/// That of the first level, and that of the first coefficient of the area.
const LEVELS: u32 = NAMED + Appraisal::MAX_COEFFICIENTS as u32;
const BY_AREA: u32 = LEVELS + Appraisal::MAX_LEVELS as u32;
/// How many parts come before the further coefficients in the formula.
const BEFORE_NAMED: usize = 3;

impl<'a> Carriers<'a> {
    pub(crate) fn of(appraised: &Appraised<'a>) -> Self {
        let (base_price, derivation) = (appraised.price_started_from, &appraised.derivation);
        let coefficients = appraised.appraisal.coefficients;
        let up = compare(appraised.unit_price, base_price).is_gt();
        let coefficient = |value: Decimal| Move::of_coefficient(value, up);
        // One that cannot be shown is too great to be.
        let too_great = if up { Move::Far } else { Move::Back };
        let derived = |value: Option<Decimal>, factors: &[Factor]| {
            value.or_else(|| shown(factors, Decimal::ZERO)).map_or(too_great, coefficient)
        };
        let term = derivation.term.as_ref().map(|term| match term {
            TermCoefficient::Given(ratio) => Move::of_ratio(*ratio, up),
            TermCoefficient::Row { row, .. } => coefficient(row.coefficient),
            TermCoefficient::Interpolated { remaining, between: Derived { from, value }, .. } => {
                derived(*value, &[from.factor(*remaining)])
            }
            TermCoefficient::Derived(Derived { from, value }) => derived(*value, &[from.factor()]),
        });
        let plot_ratio = derivation.plot_ratio_coefficient.as_ref().map(|plot_ratio| match plot_ratio {
            PlotRatioCoefficient::Given(ratio) => Move::of_ratio(*ratio, up),
            PlotRatioCoefficient::Row { row, .. } => coefficient(row.coefficient),
            PlotRatioCoefficient::Interpolated { plot_ratio, between: Derived { from, value } } => {
                derived(*value, &[from.factor(*plot_ratio)])
            }
        });
        let date = derivation.date_coefficient.as_ref().map(|date| match date {
            DateCoefficient::Given(ratio) => Move::of_ratio(*ratio, up),
            DateCoefficient::Index(Derived { from, value }) => derived(*value, &from.factors()),
            DateCoefficient::Growth(Derived { from, value }) => derived(*value, &[from.factor()]),
        });
        let sum = derivation.factor_sum.map(|sum| Move::new(sum.mantissa(), sum.scale(), ONE, up));
        let adjustment = derivation.adjustment.map(|it| Move::new(it.mantissa(), it.scale(), base_price, up));

        let moves = PARTS.iter().map(|&(bit, _)| bit).zip([term, plot_ratio, date, sum, adjustment]);
        let named = (NAMED..).zip(coefficients).map(|(place, it)| (bit(place), Some(Move::of_ratio(it.value, up))));
        let levels = appraised.appraisal.levels;
        let mut by_area = [""; PublishedRows::BY_AREA];
        // The rows of the levels come first, one for each.
        let published = (LEVELS..).zip(derivation.published.iter(&appraised.appraisal)).filter_map(|(place, row)| {
            let table = row.table();
            let beyond = place.checked_sub(LEVELS.saturating_add(levels.len() as u32));
            if let Some(name) = beyond.and_then(|beyond| by_area.get_mut(beyond as usize)) {
                *name = table.name().unwrap_or_default();
            }
            let place = beyond.map_or(place, |beyond| BY_AREA.saturating_add(beyond));
            let is_coefficient = table.kind() == CorrectionKind::Coefficient;
            is_coefficient.then(|| (bit(place), Some(coefficient(row.value()))))
        });
        let (mut far, mut some) = (0, 0);
        for (bit, moved) in moves.chain(named).chain(published) {
            match moved {
                Some(Move::Far) => far |= bit,
                Some(Move::Some) => some |= bit,
                Some(Move::Back) | None => {}
            }
        }
        Self { bits: if far == 0 { some } else { far }, coefficients, levels, by_area }
    }

    /// The coefficients, in the order of the formula.
    pub fn iter(&self) -> impl Iterator<Item = Carrier<'a>> + use<'a> {
        let bits = self.bits;
        let part = |&(_, quantity): &(u128, Quantity)| Carrier { quantity, name: None };
        let parts = move |&&(bit, _): &&(u128, Quantity)| bits & bit != 0;
        let given = (NAMED..).zip(self.coefficients.iter().map(|it| it.name));
        let of_levels = (LEVELS..).zip(self.levels.iter().map(|level| level.of));
        let named = given.chain(of_levels).chain((BY_AREA..).zip(self.by_area));
        let named = named.filter(move |(place, _)| bits & bit(*place) != 0);
        let named = named.map(|(_, name)| Carrier { quantity: Quantity::Coefficient, name: Some(name) });
        let before = PARTS.iter().take(BEFORE_NAMED).filter(parts).map(part);
        before.chain(named).chain(PARTS.iter().skip(BEFORE_NAMED).filter(parts).map(part))
    }

    pub(crate) fn write(&self, f: &mut fmt::Formatter<'_>, language: Language) -> fmt::Result {
        for (index, Carrier { quantity, name }) in self.iter().enumerate() {
            let comma = language.pick("、", ", ");
            f.write_str(if index == 0 { language.pick("，主要来自", ": carried by ") } else { comma })?;
            f.write_str(language.pick(quantity.chinese(), quantity.english()))?;
            if let Some(name) = name {
                write!(f, " {:?}", Excerpt::new(name))?;
            }
        }
        Ok(())
    }
}

/// The bit at that place; none past what an appraisal takes.
fn bit(place: u32) -> u128 {
    1_u128.checked_shl(place).unwrap_or(0)
}

/// Which way a coefficient moves the price, and how far.
#[derive(Clone, Copy)]
enum Move {
    /// Against the deviation, or not at all.
    Back,
    Some,
    /// By more than 10 %.
    Far,
}

impl Move {
    fn of_coefficient(value: Decimal, up: bool) -> Self {
        let one = 10_i128.checked_pow(value.scale()).unwrap_or(i128::MAX);
        Self::new(value.mantissa().saturating_sub(one), value.scale(), ONE, up)
    }

    /// By numerator ÷ denominator − 1: the difference of the two beside the denominator.
    fn of_ratio(ratio: Ratio, up: bool) -> Self {
        let (above, below) = (ratio.numerator(), ratio.denominator());
        let difference = exact_sum([above, -below].into_iter());
        // Two numbers of which the difference has too many digits are far apart.
        let far = if compare(above, below).is_gt() == up { Self::Far } else { Self::Back };
        difference.map_or(far, |it| Self::new(it.mantissa(), it.scale(), below, up))
    }

    /// That of mantissa ÷ 10^scale beside the whole.
    fn new(mantissa: i128, scale: u32, whole: Decimal, up: bool) -> Self {
        let along = if up { mantissa } else { mantissa.saturating_neg() };
        let tenfold = (along.saturating_mul(10), scale);
        if compare_scaled(tenfold, (whole.mantissa(), whole.scale())).is_gt() {
            Self::Far
        } else if along > 0 {
            Self::Some
        } else {
            Self::Back
        }
    }
}

impl fmt::Debug for Carriers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

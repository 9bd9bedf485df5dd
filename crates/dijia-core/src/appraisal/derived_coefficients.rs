use rust_decimal::Decimal;

use crate::appraisal::Appraisal;
use crate::appraisal::date_coefficient::DateCoefficient;
use crate::appraisal::derivation::Derivation;
use crate::appraisal::derived::Derived;
use crate::appraisal::plot_ratio_coefficient::PlotRatioCoefficient;
use crate::appraisal::term_coefficient::TermCoefficient;
use crate::error::Result;

/// What the coefficients of an appraisal come to: given, looked up, or derived and rounded as its policy says. None for what
/// takes no part, and for what no decimal is: what the policy leaves unrounded, and ratios such as 100/103.
///
/// ```
/// use dijia_core::{Appraisal, DecimalText, parse_decimal as decimal};
///
/// let appraisal = Appraisal::from_price(decimal("9138")?)
///     .capitalization_rate(decimal("0.064")?)
///     .statutory_term(decimal("40")?)
///     .remaining_term(decimal("33.57")?);
/// let derived = appraisal.derive()?;
/// // [1 − 1.064^−33.57] ÷ [1 − 1.064^−40] = 0.95526…
/// assert_eq!(derived.term.map(|term| DecimalText(term).to_string()).as_deref(), Some("0.9553"));
/// assert_eq!(derived.date, None);
/// # Ok::<(), dijia_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DerivedCoefficients {
    /// The term coefficient (年期修正系数), Ky.
    pub term: Option<Decimal>,
    /// The plot-ratio coefficient (容积率修正系数), Kv.
    pub plot_ratio: Option<Decimal>,
    /// The date coefficient (期日修正系数), Kt.
    pub date: Option<Decimal>,
    /// The sum of the factor corrections (因素修正), ΣKi.
    pub factor_sum: Option<Decimal>,
    /// The development adjustment (开发程度修正), Kf, 元/㎡.
    pub development_adjustment: Option<Decimal>,
}

impl DerivedCoefficients {
    pub(crate) fn new(derivation: &Derivation<'_>) -> Self {
        Self {
            term: derivation.term.and_then(|term| match term {
                TermCoefficient::Given(ratio) => ratio.decimal(),
                TermCoefficient::Row { row, .. } => Some(row.coefficient),
                TermCoefficient::Interpolated { between: Derived { value, .. }, .. } => value,
                TermCoefficient::Derived(Derived { value, .. }) => value,
            }),
            plot_ratio: derivation.plot_ratio_coefficient.and_then(|coefficient| match coefficient {
                PlotRatioCoefficient::Given(ratio) => ratio.decimal(),
                PlotRatioCoefficient::Row { row, .. } => Some(row.coefficient),
                PlotRatioCoefficient::Interpolated { between: Derived { value, .. }, .. } => value,
            }),
            date: derivation.date_coefficient.and_then(|coefficient| match coefficient {
                DateCoefficient::Given(ratio) => ratio.decimal(),
                DateCoefficient::Index(Derived { value, .. }) => value,
                DateCoefficient::Growth(Derived { value, .. }) => value,
            }),
            factor_sum: derivation.factor_sum,
            development_adjustment: derivation.adjustment,
        }
    }
}

impl Appraisal<'_> {
    /// The coefficients of the appraisal alone, without a price: as [`appraise`](Self::appraise) has them.
    ///
    /// # Errors
    ///
    /// Those of `appraise` that concern what is derived: all but those of the benchmark price, of the values of the
    /// [`coefficients`](Self::coefficients), of the area and of what is multiplied.
    pub fn derive(&self) -> Result<DerivedCoefficients> {
        let names = self.checked()?;
        self.derivation(&names).map(|derivation| DerivedCoefficients::new(&derivation))
    }
}

use rust_decimal::Decimal;

use crate::appraisal::carriers::Carriers;
use crate::appraisal::{Appraisal, Appraised, BasePrice, Warning};
use crate::edition::{CorrectionKind, Document};
use crate::numbers::arithmetic::exact_sum;
use crate::numbers::decimal::{compare, compare_scaled};
use crate::words::Validity;

/// Bare factor corrections beyond it together may lack a per cent sign.
const MOST_BARE: Decimal = Decimal::from_parts(3, 0, 0, false, 1);

impl<'a> Appraisal<'a> {
    /// The warnings that follow from the inputs alone, whatever the price: those of [`Appraised::warnings`] but for
    /// [`Warning::LargeDeviation`].
    pub fn input_warnings(&self) -> impl Iterator<Item = Warning<'a>> + use<'a> {
        let (outside, unchecked) = self.warnings_of_validity();
        let [before, date] = self.warnings_of_base_date();
        let of_factors = [self.warning_of_factors(), self.warning_of_levels(), self.warning_of_bound()];
        [outside, before, unchecked, self.warning_of_plot_ratio(), date].into_iter().chain(of_factors).flatten()
    }

    /// Factors of the document without a level.
    fn warning_of_levels(&self) -> Option<Warning<'a>> {
        self.published_without_level().map(|(count, first)| Warning::WithoutLevel { count, first })
    }

    /// A price that is at least what is printed.
    fn warning_of_bound(&self) -> Option<Warning<'a>> {
        let (is_bound, printed) = match self.base {
            BasePrice::Zone(price) => (price.is_lower_bound(), price.printed()),
            BasePrice::Grade(price) => (price.is_lower_bound(), price.printed()),
            BasePrice::Own { .. } => return None,
        };
        is_bound.then_some(Warning::LowerBound { printed })
    }

    /// The document is not in force on the valuation date, or nobody knows.
    fn warnings_of_validity(&self) -> (Option<Warning<'a>>, Option<Warning<'a>>) {
        let Some(edition) = self.base.edition() else { return (None, None) };
        let document = edition.document();
        let first_day = document.first_day_in_force;
        let last_day = self.editions.map_or(document.last_day_in_force, |editions| editions.last_day_in_force(edition));
        let Some(valuation_date) = self.valuation_date else {
            return (None, Some(Warning::NoValuationDate { first_day, last_day }));
        };
        let validity = Document { last_day_in_force: last_day, ..document }.validity_on(valuation_date);
        let has_expired = validity == Validity::Expired;
        let successor = self.editions.filter(|_| has_expired).and_then(|editions| editions.successor(edition));
        let successor = successor.map(|edition| edition.name());
        let outside = Warning::OutsideValidity { valuation_date, validity, first_day, last_day, successor };
        ((validity != Validity::InForce).then_some(outside), None)
    }

    /// The valuation date is before the base date, or another without Kt.
    fn warnings_of_base_date(&self) -> [Option<Warning<'a>>; 2] {
        let Some((valuation_date, base_date)) = self.valuation_date.zip(self.known_base_date()) else {
            return [None; 2];
        };
        let corrected = self.date_coefficient.is_some()
            || self.date_index.is_some()
            || self.monthly_growth.is_some()
            || self.has_published_date();
        let before = (valuation_date < base_date).then_some(Warning::BeforeBaseDate { valuation_date, base_date });
        let uncorrected = valuation_date != base_date && !corrected;
        [before, uncorrected.then_some(Warning::DateUncorrected { valuation_date, base_date })]
    }

    /// Another plot ratio than that of the basis, without Kv.
    fn warning_of_plot_ratio(&self) -> Option<Warning<'a>> {
        let (plot_ratio, basis) = self.plot_ratio.zip(self.base.basis().and_then(|basis| basis.plot_ratio()))?;
        let published = || self.published_table(CorrectionKind::PlotRatio).is_some();
        let corrected = self.plot_ratio_coefficient.is_some() || self.plot_ratio_table.is_some() || published();
        (!corrected && compare(plot_ratio, basis).is_ne())
            .then_some(Warning::PlotRatioUncorrected { plot_ratio, basis })
    }

    /// Bare factor corrections that are more than 30 % together.
    fn warning_of_factors(&self) -> Option<Warning<'a>> {
        let bare = self.factor_corrections.iter().filter(|correction| !correction.in_percent);
        let sum = exact_sum(bare.map(|correction| correction.value)).ok()?;
        compare(sum.abs(), MOST_BARE).is_gt().then_some(Warning::BareFactors { sum })
    }
}

impl<'a> Appraised<'a> {
    /// What to look at before signing.
    pub fn warnings(&self) -> impl Iterator<Item = Warning<'a>> + use<'a> {
        let large = deviates_much(self.unit_price, self.price_started_from)
            .then(|| Warning::LargeDeviation { percent: self.deviation, carriers: Carriers::of(self) });
        large.into_iter().chain(self.appraisal.input_warnings())
    }
}

/// Whether the unit price is above 1.3 or below 0.7 times the benchmark price.
fn deviates_much(unit_price: Decimal, base_price: Decimal) -> bool {
    // 96 bits and a few more.
    let times = |tenths| (base_price.mantissa() * tenths, base_price.scale() + 1);
    let unit_price = (unit_price.mantissa(), unit_price.scale());
    compare_scaled(unit_price, times(13)).is_gt() || compare_scaled(unit_price, times(7)).is_lt()
}

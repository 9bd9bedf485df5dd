use rust_decimal::Decimal;

use crate::appraisal::{Appraisal, Warning};
use crate::numbers::decimal::compare_scaled;
use crate::words::Validity;

impl Appraisal<'_> {
    pub(crate) fn warnings(&self, unit_price: Decimal, base_price: Decimal, percent: Decimal) -> [Option<Warning>; 3] {
        let large = deviates_much(unit_price, base_price).then_some(Warning::LargeDeviation { percent });
        let [outside, before] = self.warnings_of_dates();
        [large, outside, before]
    }

    /// The warnings that the valuation date alone gives, whatever the price: those of [`Appraised::warnings`] but for
    /// [`Warning::LargeDeviation`].
    pub fn date_warnings(&self) -> impl Iterator<Item = Warning> + use<> {
        self.warnings_of_dates().into_iter().flatten()
    }

    fn warnings_of_dates(&self) -> [Option<Warning>; 2] {
        let date = self.valuation_date;
        let outside = date.zip(self.base.edition()).and_then(|(valuation_date, edition)| {
            let document = edition.document();
            let validity = document.validity_on(valuation_date);
            (validity != Validity::InForce).then_some(Warning::OutsideValidity {
                valuation_date,
                validity,
                first_day: document.first_day_in_force,
                last_day: document.last_day_in_force,
            })
        });
        let before = date.zip(self.known_base_date()).and_then(|(valuation_date, base_date)| {
            (valuation_date < base_date).then_some(Warning::BeforeBaseDate { valuation_date, base_date })
        });
        [outside, before]
    }
}

/// Whether the unit price is above 1.3 or below 0.7 times the benchmark price.
fn deviates_much(unit_price: Decimal, base_price: Decimal) -> bool {
    // 96 bits and a few more.
    let times = |tenths| (base_price.mantissa() * tenths, base_price.scale() + 1);
    let unit_price = (unit_price.mantissa(), unit_price.scale());
    compare_scaled(unit_price, times(13)).is_gt() || compare_scaled(unit_price, times(7)).is_lt()
}

//! The coefficient-correction method in exact fractions: every figure, and the first rule that a parcel breaks.

use dijia::{Date, Error, Quantity, Rule, StepKind, Validity, Warning};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use crate::basis::{BASE_DATE, Basis, IN_FORCE, price_and_basis};
use crate::bounds::{Bounds, power, term_coefficient};
use crate::calendar::{Day, periods};
use crate::input::{Mixed, Parcel, Policy, date};
use crate::number::{Number, sum};
use crate::rules::{
    Refusal, Result, Shown, check_policy, conflict, figure, in_range, out_of_range, positive, shown, too_many,
    written_year,
};
use crate::spelling::trim;
use crate::tables::{check_index, check_table};

/// A line of the worksheet.
#[derive(Debug)]
pub struct Step {
    pub kind: StepKind,
    pub before: Shown,
    /// None where the model does not know.
    pub value: Option<String>,
}

/// The figures that follow from a unit price.
#[derive(Debug)]
pub struct Amounts {
    pub unit_price: Number,
    pub wan_yuan_per_mu: Number,
    pub total_yuan: Option<Number>,
    pub total_wan_yuan: Option<Number>,
}

#[derive(Debug)]
pub struct Priced {
    pub amounts: Amounts,
    pub floor_price: Option<Number>,
    pub deviation: Number,
    pub steps: Vec<Step>,
    pub warnings: Vec<Warned>,
}

#[derive(Debug)]
pub enum Warned {
    /// A large deviation in per cent, and the quantities and names of the coefficients that carry it.
    Large(Number, Vec<(Quantity, Option<String>)>),
    Other(Warning<'static>),
}

struct Appraiser<'a> {
    parcel: &'a Parcel,
    policy: Policy,
    price: Number,
    basis: Option<Basis>,
    steps: Vec<Step>,
    /// How far each coefficient is from doing nothing, beside what it is a part of.
    moves: Vec<(Quantity, Option<String>, Bounds)>,
}

/// The parcel priced.
pub fn appraise(parcel: &Parcel) -> Result<Priced> {
    let (price, basis) = price_and_basis(&parcel.base);
    check_table(parcel.table.as_ref())?;
    check_index(parcel.index.as_ref())?;
    check_policy(parcel.policy)?;
    check_parts(parcel)?;
    positive(Quantity::BasePrice, price)?;
    Appraiser { parcel, policy: parcel.policy, price, basis, steps: Vec::new(), moves: Vec::new() }.price_it()
}

/// Whether every input takes part, and no name is given twice.
fn check_parts(parcel: &Parcel) -> Result<()> {
    let term = parcel.remaining_term.is_some() || parcel.expiry_date.is_some();
    let site = parcel.site.is_some();
    let given = [
        (parcel.rate.is_some() && !term, Quantity::CapitalizationRate, Quantity::RemainingTerm),
        (parcel.statutory_term.is_some() && !term, Quantity::StatutoryTerm, Quantity::RemainingTerm),
        (parcel.base_date.is_some() && parcel.valuation_date.is_none(), Quantity::BaseDate, Quantity::ValuationDate),
        (parcel.basis_development.is_some() && !site, Quantity::BasisDevelopment, Quantity::SiteDevelopment),
        (!parcel.costs.is_empty() && !site, Quantity::UnitCost, Quantity::SiteDevelopment),
    ];
    if let Some(&(_, quantity, without)) = given.iter().find(|(is_idle, ..)| *is_idle) {
        return Err(Error::TakesNoPart { quantity, without }.into());
    }
    let coefficients: Vec<&str> = parcel.coefficients.iter().map(|(name, _)| name.as_str()).collect();
    let corrections: Vec<&str> = parcel.corrections.iter().map(|(name, ..)| name.as_str()).collect();
    for (quantity, names, most) in
        [(Quantity::Coefficient, coefficients, 16), (Quantity::FactorCorrections, corrections, 64)]
    {
        too_many(quantity, names.len(), most)?;
        let names: Vec<&str> = names.into_iter().map(trim).collect();
        let is_twice = |&(index, name): &(usize, &&str)| !name.is_empty() && names[index + 1..].contains(name);
        if let Some((_, name)) = names.iter().enumerate().find(is_twice) {
            return Err(Refusal::Twice(quantity, (*name).to_owned()));
        }
    }
    Ok(())
}

/// The uses priced together.
pub fn appraise_mixed(mixed: &Mixed, unit_prices: &[Number]) -> Result<Amounts> {
    check_policy(mixed.policy)?;
    too_many(Quantity::Share, mixed.shares.len(), 16)?;
    for &(_, share) in &mixed.shares {
        positive(Quantity::Share, share)?;
    }
    let total = sum(mixed.shares.iter().map(|(_, share)| *share));
    let total = total.ok_or(Error::TooManyDigits { quantity: Quantity::Share })?;
    if !total.value().is_one() {
        return Err(Error::SharesNotOne { sum: total.decimal() }.into());
    }
    let price = |(index, share): &(usize, Number)| unit_prices[*index].value() * share.value();
    let exact: BigRational = mixed.shares.iter().map(price).sum();
    let Policy { unit_price_places, half_even, .. } = mixed.policy;
    let unit_price = figure(&exact.into(), unit_price_places, half_even, Quantity::UnitPrice)?;
    if unit_price.digits == 0 {
        return Err(Error::ResultNotPositive { unit_price: unit_price.decimal() }.into());
    }
    if let Some(area) = mixed.area {
        positive(Quantity::Area, area)?;
    }
    amounts(unit_price, mixed.area, mixed.policy)
}

fn amounts(unit_price: Number, area: Option<Number>, policy: Policy) -> Result<Amounts> {
    let amount = |value: BigRational, quantity| figure(&value.into(), policy.amount_places, policy.half_even, quantity);
    let price = unit_price.value();
    let total = |divisor: i64| {
        area.map(|area| amount(&price * area.value() / BigInt::from(divisor), Quantity::Total)).transpose()
    };
    Ok(Amounts {
        unit_price,
        wan_yuan_per_mu: amount(&price / BigInt::from(15), Quantity::WanYuanPerMu)?,
        total_yuan: total(1)?,
        total_wan_yuan: total(10_000)?,
    })
}

impl Appraiser<'_> {
    fn price_it(mut self) -> Result<Priced> {
        let parcel = self.parcel;
        let given = |kind, value: Number| Step { kind, before: Shown::Not, value: Some(value.text()) };
        self.steps.push(given(StepKind::BasePrice, self.price));
        written_year(Quantity::BaseDate, self.base_date())?;
        written_year(Quantity::ValuationDate, parcel.valuation_date)?;
        written_year(Quantity::ExpiryDate, parcel.expiry_date)?;
        let mut product = Bounds::from(self.price.value());
        let quantities = [Quantity::TermCoefficient, Quantity::PlotRatioCoefficient, Quantity::DateCoefficient];
        let factors = [self.term()?, self.plot_ratio()?, self.date()?];
        for (quantity, factor) in quantities.into_iter().zip(factors) {
            let Some(factor) = factor else { continue };
            product = product.times(&factor);
            self.moves.push((quantity, None, factor.plus(&-BigRational::one())));
        }
        let corrections = self.corrections()?;
        let adjustment = self.adjustment()?;
        for (name, value) in &parcel.coefficients {
            if !value.is_positive() {
                return Err(Refusal::Coefficient(name.clone(), *value));
            }
            product = product.times(&value.value().into());
            let moved = value.value() - BigRational::one();
            self.moves.push((Quantity::Coefficient, Some(name.clone()), moved.into()));
            self.steps.push(given(StepKind::Coefficient, *value));
        }
        let each = parcel.corrections.iter().map(|(_, value, _)| given(StepKind::FactorCorrection, *value));
        self.steps.extend(each);
        if let Some(corrections) = corrections {
            let factor = sum([Number::ONE, corrections]);
            let factor = factor.ok_or(Error::TooManyDigits { quantity: Quantity::FactorCorrections })?;
            if !factor.is_positive() {
                return Err(Error::FactorSumTooLow { sum: corrections.decimal() }.into());
            }
            product = product.times(&factor.value().into());
            self.moves.push((Quantity::FactorCorrections, None, corrections.value().into()));
            self.steps.push(given(StepKind::FactorSum, corrections));
        }
        if let Some(adjustment) = adjustment {
            let moved = adjustment.value() / self.price.value();
            self.moves.push((Quantity::DevelopmentAdjustment, None, moved.into()));
            self.steps.push(given(StepKind::DevelopmentAdjustment, adjustment));
        }
        let exact = product.plus(&adjustment.map_or_else(BigRational::zero, Number::value));
        let Policy { unit_price_places, amount_places, half_even, .. } = self.policy;
        let unit_price = figure(&exact, unit_price_places, half_even, Quantity::UnitPrice)?;
        if !unit_price.is_positive() {
            return Err(Error::ResultNotPositive { unit_price: unit_price.decimal() }.into());
        }
        for (quantity, value) in [(Quantity::Area, parcel.area), (Quantity::PlotRatio, parcel.plot_ratio)] {
            value.map(|value| positive(quantity, value)).transpose()?;
        }
        let ratio = unit_price.value() / self.price.value() - BigRational::one();
        let percent = &ratio * BigInt::from(100);
        let deviation = figure(&percent.clone().into(), 2, half_even, Quantity::Deviation)?;

        // In the order of the amounts, of which the floor price is the second.
        let wan_yuan_per_mu = unit_price.value() / BigInt::from(15);
        figure(&wan_yuan_per_mu.clone().into(), amount_places, half_even, Quantity::WanYuanPerMu)?;
        let floor = parcel.plot_ratio.map(|plot_ratio| unit_price.value() / plot_ratio.value());
        let floor_price =
            floor.clone().map(|floor| figure(&floor.into(), amount_places, half_even, Quantity::FloorPrice));
        let floor_price = floor_price.transpose()?;
        let amounts = amounts(unit_price, parcel.area, self.policy)?;

        let total = parcel.area.map(|area| unit_price.value() * area.value());
        let wan = total.clone().map(|total| total / BigInt::from(10_000));
        for (kind, before, value) in [
            (StepKind::UnitPrice, Some(exact), Some(unit_price)),
            (StepKind::WanYuanPerMu, Some(wan_yuan_per_mu.into()), Some(amounts.wan_yuan_per_mu)),
            (StepKind::FloorPrice, floor.map(Bounds::from), floor_price),
            (StepKind::TotalYuan, total.map(Bounds::from), amounts.total_yuan),
            (StepKind::TotalWanYuan, wan.map(Bounds::from), amounts.total_wan_yuan),
            (StepKind::Deviation, Some(percent.into()), Some(deviation)),
        ] {
            if let Some((before, value)) = before.zip(value) {
                self.steps.push(Step { kind, before: shown(&before), value: Some(value.text()) });
            }
        }
        let warnings = self.warnings(&ratio, deviation);
        Ok(Priced { amounts, floor_price, deviation, steps: self.steps, warnings })
    }

    fn base_date(&self) -> Option<Day> {
        self.parcel.base_date.or(self.basis.map(|_| BASE_DATE))
    }

    /// The base date and the valuation date.
    fn dates(&self, needed_by: Quantity) -> Result<(Day, Day)> {
        let missing = |quantity| Error::Missing { quantity, needed_by };
        let base_date = self.base_date().ok_or(missing(Quantity::BaseDate))?;
        Ok((base_date, self.parcel.valuation_date.ok_or(missing(Quantity::ValuationDate))?))
    }

    /// A derived coefficient as the appraisal goes on with it.
    fn derived(&mut self, kind: StepKind, quantity: Quantity, exact: Bounds) -> Result<Option<Bounds>> {
        let Some(places) = self.policy.coefficient_places else {
            let value = match shown(&exact) {
                Shown::Not => return Ok(Some(exact)),
                Shown::As(text) => Some(text),
                Shown::Unknown => None,
            };
            self.steps.push(Step { kind, before: Shown::Not, value });
            return Ok(Some(exact));
        };
        let value = figure(&exact, places, self.policy.half_even, quantity)?;
        positive(quantity, value)?;
        self.steps.push(Step { kind, before: shown(&exact), value: Some(value.text()) });
        Ok(Some(value.value().into()))
    }

    fn term(&mut self) -> Result<Option<Bounds>> {
        let parcel = self.parcel;
        let remaining = match (parcel.remaining_term, parcel.expiry_date) {
            (None, None) => return Ok(None),
            (Some(_), Some(_)) => return Err(conflict(Quantity::RemainingTerm, Quantity::ExpiryDate)),
            (Some(remaining), None) => remaining,
            (None, Some(expiry_date)) => {
                let (quantity, needed_by) = (Quantity::ValuationDate, Quantity::ExpiryDate);
                let from = parcel.valuation_date.ok_or(Error::Missing { quantity, needed_by })?;
                if expiry_date <= from {
                    let (valuation_date, expiry_date) = (date(from), date(expiry_date));
                    return Err(Error::ExpiryNotAfterValuation { valuation_date, expiry_date }.into());
                }
                let years = periods(from, expiry_date, 12, 365);
                let years = figure(&years.into(), 2, false, Quantity::RemainingTerm)?;
                self.steps.push(Step { kind: StepKind::RemainingTerm, before: Shown::Not, value: Some(years.text()) });
                years
            }
        };
        positive(Quantity::RemainingTerm, remaining)?;
        let missing = |quantity| Error::Missing { quantity, needed_by: Quantity::TermCoefficient };
        let rate = parcel.rate.or(self.basis.map(|basis| basis.rate));
        let rate = rate.ok_or(missing(Quantity::CapitalizationRate))?;
        let rule = Rule::RateRange;
        in_range(Quantity::CapitalizationRate, rate, 1, 6, rule)?;
        let statutory = parcel.statutory_term.or(self.basis.map(|basis| basis.term));
        let statutory = statutory.ok_or(missing(Quantity::StatutoryTerm))?;
        in_range(Quantity::StatutoryTerm, statutory, 100, 4, Rule::TermRange)?;
        if remaining.value() > statutory.value() {
            let (remaining, statutory) = (remaining.decimal(), statutory.decimal());
            return Err(Error::TermExceedsStatutory { remaining, statutory }.into());
        }
        in_range(Quantity::RemainingTerm, remaining, 100, 4, Rule::RemainingTermPlaces)?;
        let base = BigRational::one() + rate.value();
        let exact = term_coefficient(&base, &remaining.value(), &statutory.value());
        self.derived(StepKind::TermCoefficient, Quantity::TermCoefficient, exact)
    }

    fn plot_ratio(&mut self) -> Result<Option<Bounds>> {
        let quantity = Quantity::PlotRatioCoefficient;
        let given = match (self.parcel.plot_ratio_coefficient, &self.parcel.table) {
            (None, None) => return Ok(None),
            (Some(_), Some(_)) => return Err(conflict(quantity, Quantity::PlotRatioTable)),
            (Some(given), None) => {
                positive(quantity, given)?;
                given
            }
            (None, Some(table)) => {
                let missing = Error::Missing { quantity: Quantity::PlotRatio, needed_by: Quantity::PlotRatioTable };
                let plot_ratio = self.parcel.plot_ratio.ok_or(missing)?;
                positive(Quantity::PlotRatio, plot_ratio)?;
                match table.of(plot_ratio)? {
                    (Some(row), _) => row,
                    (None, exact) => return self.derived(StepKind::PlotRatioCoefficient, quantity, exact.into()),
                }
            }
        };
        let value = Some(given.text());
        self.steps.push(Step { kind: StepKind::PlotRatioCoefficient, before: Shown::Not, value });
        Ok(Some(given.value().into()))
    }

    fn date(&mut self) -> Result<Option<Bounds>> {
        let parcel = self.parcel;
        let given = [
            parcel.date_coefficient.map(|_| Quantity::DateCoefficient),
            parcel.index.as_ref().map(|_| Quantity::DateIndex),
            parcel.growth.map(|_| Quantity::MonthlyGrowth),
        ];
        let given: Vec<Quantity> = given.into_iter().flatten().collect();
        if let [first, second, ..] = given[..] {
            return Err(conflict(first, second));
        }
        let exact = if let Some(value) = parcel.date_coefficient {
            positive(Quantity::DateCoefficient, value)?;
            let step = Step { kind: StepKind::DateCoefficient, before: Shown::Not, value: Some(value.text()) };
            self.steps.push(step);
            return Ok(Some(value.value().into()));
        } else if let Some(index) = &parcel.index {
            let (base_date, valuation_date) = self.dates(Quantity::DateIndex)?;
            let base = index.on(base_date)?;
            (index.on(valuation_date)? / base).into()
        } else if let Some(rate) = parcel.growth {
            self.growth(rate)?
        } else {
            return Ok(None);
        };
        self.derived(StepKind::DateCoefficient, Quantity::DateCoefficient, exact)
    }

    fn growth(&mut self, rate: Number) -> Result<Bounds> {
        let (base_date, valuation_date) = self.dates(Quantity::MonthlyGrowth)?;
        let half = BigRational::new(1.into(), 2.into());
        if rate.value() <= -half || rate.value() > BigRational::one() || rate.shortened().places > 6 {
            let rule = Rule::GrowthRange;
            return Err(out_of_range(Quantity::MonthlyGrowth, rate, rule));
        }
        let months = if base_date <= valuation_date {
            periods(base_date, valuation_date, 1, 30)
        } else {
            -periods(valuation_date, base_date, 1, 30)
        };
        let months = figure(&months.into(), 2, false, Quantity::Months)?;
        if months.value().abs() > BigRational::from(BigInt::from(1200)) {
            return Err(out_of_range(Quantity::Months, months, Rule::MonthsRange));
        }
        self.steps.push(Step { kind: StepKind::Months, before: Shown::Not, value: Some(months.text()) });
        Ok(power(&(BigRational::one() + rate.value()), &months.value()))
    }

    /// ΣKi.
    fn corrections(&self) -> Result<Option<Number>> {
        let corrections = &self.parcel.corrections;
        for (name, value, in_percent) in corrections {
            if value.value().abs() >= BigRational::one() {
                return Err(Refusal::Factor(name.clone(), *value, *in_percent));
            }
        }
        if corrections.is_empty() {
            return Ok(None);
        }
        let sum = sum(corrections.iter().map(|(_, value, _)| *value));
        Ok(Some(sum.ok_or(Error::TooManyDigits { quantity: Quantity::FactorCorrections })?))
    }

    /// Kf.
    fn adjustment(&self) -> Result<Option<Number>> {
        let Some(site) = &self.parcel.site else { return Ok(self.parcel.adjustment) };
        let costs = &self.parcel.costs;
        if self.parcel.adjustment.is_some() {
            return Err(conflict(Quantity::DevelopmentAdjustment, Quantity::UnitCost));
        }
        let (quantity, needed_by) = (Quantity::BasisDevelopment, Quantity::DevelopmentAdjustment);
        let basis = self.parcel.basis_development.or(self.basis.map(|basis| basis.development));
        let basis = basis.ok_or(Error::Missing { quantity, needed_by })?;
        let named = |service: u8| dijia::Service::ALL[usize::from(service)];
        for (index, &(service, cost)) in costs.iter().enumerate() {
            if cost.negative && cost.digits > 0 {
                return Err(Error::NegativeUnitCost { service: named(service), cost: cost.decimal() }.into());
            }
            if costs[..index].iter().any(|(before, _)| *before == service) {
                return Err(Error::DuplicateUnitCost { service: named(service) }.into());
            }
        }
        let has = |level: u8, service: u8| level >> service & 1 == 1;
        let beyond = |service: &u8| has(*site, *service) && !has(basis, *service);
        let lacking = |service: &u8| !has(*site, *service) && has(basis, *service);
        let needed = (0..8).filter(beyond).chain((0..8).filter(lacking));
        for service in needed {
            if !costs.iter().any(|(costed, _)| *costed == service) {
                return Err(Error::MissingUnitCost { service: named(service) }.into());
            }
        }
        let signed = costs.iter().filter_map(|(service, cost)| match (beyond(service), lacking(service)) {
            (true, _) => Some(*cost),
            (_, true) => Some(cost.negated()),
            _ => None,
        });
        Ok(Some(sum(signed).ok_or(Error::TooManyDigits { quantity: Quantity::DevelopmentAdjustment })?))
    }

    /// What alone moves the price by more than a tenth in the direction of the deviation, or all that moves it so.
    fn carriers(&self, up: bool) -> Vec<(Quantity, Option<String>)> {
        let carrying = |least: &BigRational| -> Vec<_> {
            let is_beyond = |moved: &Bounds| if up { moved.low > *least } else { -&moved.high > *least };
            let moves = self.moves.iter().filter(|(_, _, moved)| is_beyond(moved));
            moves.map(|(quantity, name, _)| (*quantity, name.clone())).collect()
        };
        let far = carrying(&BigRational::new(1.into(), 10.into()));
        if far.is_empty() { carrying(&BigRational::zero()) } else { far }
    }

    fn warnings(&self, ratio: &BigRational, percent: Number) -> Vec<Warned> {
        let parcel = self.parcel;
        let mut warnings = Vec::new();
        if ratio.abs() > BigRational::new(3.into(), 10.into()) {
            warnings.push(Warned::Large(percent, self.carriers(ratio.is_positive())));
        }
        let mut warn = |warning| warnings.push(Warned::Other(warning));
        let (first, last) = IN_FORCE;
        let [first_day, last_day]: [Date; 2] = [first, last].map(date);
        if let Some(day) = parcel.valuation_date {
            let valuation_date = date(day);
            if self.basis.is_some() && !(first..=last).contains(&day) {
                let validity = if day < first { Validity::NotYetInForce } else { Validity::Expired };
                warn(Warning::OutsideValidity {
                    valuation_date,
                    validity,
                    first_day: Some(first_day),
                    last_day: Some(last_day),
                    successor: None,
                });
            }
            if let Some(base_date) = self.base_date().filter(|base_date| day < *base_date) {
                warn(Warning::BeforeBaseDate { valuation_date, base_date: date(base_date) });
            }
        } else if self.basis.is_some() {
            warn(Warning::NoValuationDate { first_day: Some(first_day), last_day: Some(last_day) });
        }
        let has_kv = parcel.plot_ratio_coefficient.is_some() || parcel.table.is_some();
        if let (Some(plot_ratio), Some(Basis { plot_ratio: basis, .. }), false) =
            (parcel.plot_ratio, self.basis, has_kv)
            && plot_ratio.value() != basis.value()
        {
            warn(Warning::PlotRatioUncorrected { plot_ratio: plot_ratio.decimal(), basis: basis.decimal() });
        }
        let has_kt = parcel.date_coefficient.is_some() || parcel.index.is_some() || parcel.growth.is_some();
        if let (Some(day), Some(base_date), false) = (parcel.valuation_date, self.base_date(), has_kt)
            && day != base_date
        {
            warn(Warning::DateUncorrected { valuation_date: date(day), base_date: date(base_date) });
        }
        let bare = parcel.corrections.iter().filter(|(_, _, in_percent)| !in_percent).map(|(_, value, _)| *value);
        if let Some(sum) = sum(bare)
            && sum.value().abs() > BigRational::new(3.into(), 10.into())
        {
            warn(Warning::BareFactors { sum: sum.decimal() });
        }
        warnings
    }
}

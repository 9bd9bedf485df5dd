//! What the tables of corrections of a document give the rows of a batch, where they are asked for.

use dijia::{CorrectionKind, CorrectionTable, Edition};

use super::columns::{Columns, DateInput, Target};
use super::level_part::{ByArea, LevelPart, finest};
use super::part::Kind;
use crate::arguments::Inputs;

/// The parts of the unit price that tables of corrections may give, each with the finest scale of its rows; 0 where no row is
/// taken as it is.
pub struct Tables {
    term: Option<u32>,
    plot_ratio: Option<u32>,
    date: Option<u32>,
    costs: Option<u32>,
    pub levels: Vec<LevelPart>,
    pub by_area: Option<ByArea>,
}

impl Tables {
    /// None where they give what is not carried in whole units.
    pub fn new(inputs: &Inputs<'_>, columns: &Columns<'_>, editions: &[&Edition<'_>]) -> Option<Self> {
        if !inputs.corrections_as_published {
            let (levels, by_area) = (Vec::new(), None);
            return Some(Self { term: None, plot_ratio: None, date: None, costs: None, levels, by_area });
        }
        let of_kind = |kind| finest(editions, |table: &CorrectionTable<'_>| table.kind() == kind);
        let has = |target| columns.has(target);
        let rated = inputs.capitalization_rate.is_some() || has(Target::CapitalizationRate);
        let termed = inputs.statutory_term.is_some() || has(Target::StatutoryTerm);
        let is_term = Kind::Term.is_part_of(inputs, columns) && !rated && !termed;
        let is_ratio = (inputs.plot_ratio.is_some() || has(Target::PlotRatio))
            && inputs.plot_ratio_coefficient.is_none()
            && !has(Target::PlotRatioCoefficient)
            && inputs.plot_ratio_table.is_none();
        let is_date = (inputs.valuation_date.is_some() || columns.has_date(DateInput::Valuation))
            && inputs.date_coefficient.is_none()
            && !has(Target::DateCoefficient)
            && !Kind::Date.is_part_of(inputs, columns);
        let has_date =
            [CorrectionKind::DateIndex, CorrectionKind::MonthlyGrowth].into_iter().any(|kind| of_kind(kind).is_some());
        let is_adjusted = Kind::DevelopmentAdjustment.is_part_of(inputs, columns);
        let has_area = inputs.area.is_some() || has(Target::Area);
        let levels = (0..inputs.levels.len()).map(|at| LevelPart::new(at, inputs, columns, editions));
        Some(Self {
            term: is_term.then(|| of_kind(CorrectionKind::Term).unwrap_or(0)),
            plot_ratio: of_kind(CorrectionKind::PlotRatio).filter(|_| is_ratio),
            date: (is_date && has_date).then_some(0),
            costs: of_kind(CorrectionKind::UnitCost).filter(|_| is_adjusted && inputs.unit_costs.is_empty()),
            levels: levels.collect::<Option<_>>()?,
            by_area: ByArea::new(editions).filter(|_| has_area),
        })
    }

    /// The finest scale of the rows that a part may be taken from; none where no table gives it.
    pub fn of(&self, kind: Kind) -> Option<u32> {
        match kind {
            Kind::Term => self.term,
            Kind::PlotRatio => self.plot_ratio,
            Kind::Date => self.date,
            Kind::DevelopmentAdjustment => self.costs,
            Kind::Warnings => None,
        }
    }
}

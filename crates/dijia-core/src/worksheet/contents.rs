use core::fmt;

use crate::appraisal::{Appraised, MixedAppraised, PaymentDue, Warning};
use crate::words::Language;
use crate::worksheet::Unit;
use crate::worksheet::fact::Fact;
use crate::worksheet::formula::Line;
use crate::worksheet::row::Row;

/// What a worksheet says, whatever its layout.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Contents<'a> {
    pub(crate) subject: Subject<'a>,
    pub(crate) language: Language,
}

/// What a worksheet is of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Subject<'a> {
    Parcel(&'a Appraised<'a>),
    MixedUse(&'a MixedAppraised<'a>),
    Payment(&'a PaymentDue),
}

impl<'a> Contents<'a> {
    pub(crate) const fn title(&self) -> &'static str {
        match self.subject {
            Subject::Parcel(_) => {
                self.language.pick("宗地估价表（基准地价系数修正法）", "Appraisal by the coefficient-correction method")
            }
            Subject::MixedUse(_) => self.language.pick("混合用途宗地估价表", "Appraisal of a mixed use"),
            Subject::Payment(due) if due.difference().is_some() => {
                self.language.pick("补缴地价款计算表", "Payment of a difference of land prices")
            }
            Subject::Payment(_) => self.language.pick("应缴地价款计算表", "Payment of a land price"),
        }
    }

    /// What the price rests on.
    pub(crate) fn facts(&self) -> impl Iterator<Item = Fact<'a>> + use<'a> {
        match self.subject {
            Subject::Parcel(appraised) => {
                let appraisal = appraised.appraisal();
                [
                    Some(Fact::Base(appraised)),
                    appraisal.known_base_date().map(Fact::BaseDate),
                    appraisal.valuation_date.map(Fact::ValuationDate),
                    appraisal.area.map(Fact::Area),
                    Some(Fact::Rounding(appraised.policy())),
                ]
            }
            Subject::MixedUse(mixed) => [Some(Fact::Rounding(mixed.policy())), None, None, None, None],
            Subject::Payment(due) => {
                let area = due.area().map(|area| Fact::AreaPaidFor(area, due.priced_area()));
                [area, Some(Fact::Rounding(due.policy())), None, None, None]
            }
        }
        .into_iter()
        .flatten()
    }

    /// The columns that the widest label of a fact takes, whether there is that fact or not.
    pub(crate) const fn widest_label(&self) -> usize {
        match (self.subject, self.language) {
            (Subject::Parcel(_), Language::Chinese) => "基准地价".len() / 3 * 2,
            (Subject::Parcel(_), Language::English) => "benchmark price".len(),
            (Subject::MixedUse(_), Language::Chinese) => "取位".len() / 3 * 2,
            (Subject::MixedUse(_), Language::English) => "rounding".len(),
            (Subject::Payment(_), Language::Chinese) => "建筑面积".len() / 3 * 2,
            (Subject::Payment(_), Language::English) => "floor area".len(),
        }
    }

    /// Whether there is a table of steps; the price of a mixed use is the formula alone.
    pub(crate) const fn has_table(&self) -> bool {
        !matches!(self.subject, Subject::MixedUse(_))
    }

    /// Does something with every row of the table of steps below its heading.
    // Steps are large: what goes through them takes its stack only as long as it does.
    #[inline(never)]
    pub(crate) fn try_for_each_row(&self, mut then: impl FnMut(Row<'_, '_>) -> fmt::Result) -> fmt::Result {
        let language = self.language;
        match self.subject {
            Subject::Parcel(appraised) => appraised.steps().try_for_each(|step| then(Row::Step(&step, language))),
            Subject::MixedUse(_) => Ok(()),
            Subject::Payment(due) => due.lines().try_for_each(|line| then(Row::Payment(line, language))),
        }
    }

    /// V, or what is paid, and, line by line, what it equals.
    pub(crate) fn formula(&self) -> impl Iterator<Item = Line<'a>> + use<'a> {
        let land = Unit::YuanPerSquareMetre;
        match self.subject {
            Subject::Parcel(appraised) => {
                [Line::Symbols(appraised), Line::Numbers(appraised), Line::Figure(appraised.unit_price(), land)]
            }
            Subject::MixedUse(mixed) => [
                Line::Shares(mixed),
                Line::Figure(mixed.unit_price(), land),
                Line::Figure(mixed.wan_yuan_per_mu(), Unit::WanYuanPerMu),
            ],
            Subject::Payment(due) => {
                let figure = Line::Figure(due.unit_payment(), due.payment.unit());
                [Line::PaymentSymbols(due), Line::PaymentNumbers(due), figure]
            }
        }
        .into_iter()
    }

    /// The totals of a mixed use; elsewhere they are steps.
    pub(crate) fn totals(&self) -> impl Iterator<Item = Fact<'a>> + use<'a> {
        let totals = match self.subject {
            Subject::Parcel(_) | Subject::Payment(_) => [None, None],
            Subject::MixedUse(mixed) => [(mixed.total_yuan(), Unit::Yuan), (mixed.total_wan_yuan(), Unit::WanYuan)]
                .map(|(total, unit)| Some(Fact::Total(total?, unit))),
        };
        totals.into_iter().flatten()
    }

    pub(crate) fn warnings(&self) -> impl Iterator<Item = Said<'a>> + use<'a> {
        let language = self.language;
        let appraised = match self.subject {
            Subject::Parcel(appraised) => Some(appraised),
            Subject::MixedUse(_) | Subject::Payment(_) => None,
        };
        let warnings = appraised.map(Appraised::warnings).into_iter().flatten();
        warnings.map(move |warning| Said { warning, language })
    }

    /// What stands before a warning.
    pub(crate) const fn warning_label(&self) -> &'static str {
        self.language.pick("提示：", "warning: ")
    }

    /// What stands between a label and its text where they are not columns.
    pub(crate) const fn colon(&self) -> &'static str {
        self.language.pick("：", ": ")
    }
}

/// A warning in the language of the worksheet.
pub(crate) struct Said<'a> {
    warning: Warning<'a>,
    language: Language,
}

impl fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.language {
            Language::Chinese => self.warning.message(Language::Chinese).fmt(f),
            Language::English => self.warning.fmt(f),
        }
    }
}

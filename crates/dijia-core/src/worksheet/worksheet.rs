use core::fmt::{self, Write as _};

use crate::appraisal::{Appraised, BasePrice, Origin, Warning};
use crate::numbers::units::percent;
use crate::numbers::{DecimalText, RoundingMode, RoundingPolicy};
use crate::words::Language;
use crate::words::date::DateText;
use crate::words::graded::behind_grade;
use crate::words::text::{columns, write_line};
use crate::worksheet::{Source, Step, StepKind};

/// The worksheet of an appraisal, as an appraiser pastes it into a report: what the price rests on, a table of every
/// step, and the formula with the numbers filled in. Columns are aligned for text in which a Chinese character is two
/// columns wide.
#[derive(Clone, Copy, Debug)]
pub struct Worksheet<'a> {
    appraised: &'a Appraised<'a>,
    language: Language,
}

/// The columns of the table.
const COLUMNS: usize = 7;
/// The columns that hold numbers and are aligned to the right.
const NUMBERS: [bool; COLUMNS] = [false, false, false, true, true, false, false];

impl<'a> Worksheet<'a> {
    pub(crate) const fn new(appraised: &'a Appraised<'a>, language: Language) -> Self {
        Self { appraised, language }
    }

    fn heading(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let language = self.language;
        writeln!(
            f,
            "{}",
            language.pick("宗地估价表（基准地价系数修正法）", "Appraisal by the coefficient-correction method")
        )?;
        let labels: [&str; 5] = [
            language.pick("基准地价", "benchmark price"),
            language.pick("基准日", "base date"),
            language.pick("估价期日", "valuation date"),
            language.pick("取位", "rounding"),
            language.pick("面积", "area"),
        ];
        let width = labels.iter().map(|label| width(label)).max().unwrap_or(0);
        let label = |f: &mut fmt::Formatter<'_>, label: &str| pad(f, label, width).and_then(|()| f.write_str("  "));

        let appraisal = self.appraised.appraisal();
        label(f, labels[0])?;
        match (appraisal.base, language) {
            (BasePrice::Zone(price), Language::Chinese) => {
                writeln!(f, "{}用地 {} 区片，{}", price.land_use().name(), price.code_text(), price.citation())?;
            }
            (BasePrice::Zone(price), Language::English) => {
                writeln!(f, "{} zone {}, {:#}", price.land_use().english(), price.code_text(), price.citation())?;
            }
            (BasePrice::Grade(price), Language::Chinese) => {
                let grade = price.grade().name();
                let behind = behind_grade(grade);
                writeln!(f, "{}用地 {grade}{behind}，{}", price.land_use().name(), price.citation())?;
            }
            (BasePrice::Grade(price), Language::English) => {
                writeln!(f, "{} grade {}, {:#}", price.land_use().english(), price.grade().name(), price.citation())?;
            }
            (BasePrice::Own { .. }, _) => write_own_price(f, appraisal.origin, language)?,
        }
        if let Some(date) = appraisal.known_base_date() {
            label(f, labels[1])?;
            writeln!(f, "{}", DateText(date))?;
        }
        if let Some(date) = appraisal.valuation_date {
            label(f, labels[2])?;
            writeln!(f, "{}", DateText(date))?;
        }
        if let Some(area) = appraisal.area {
            label(f, labels[4])?;
            writeln!(f, "{} {}", DecimalText(area), language.pick("㎡", "m²"))?;
        }
        label(f, labels[3])?;
        write_policy(f, self.appraised.policy(), language)
    }

    fn table(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut widths = [0; COLUMNS];
        let mut widen = |row: Row<'_, '_>| {
            for (column, widest) in widths.iter_mut().enumerate() {
                *widest = (*widest).max(row.width(column));
            }
        };
        widen(Row::Heading(self.language));
        self.appraised.steps().for_each(|step| widen(Row::Step(&step, self.language)));

        write_row(f, Row::Heading(self.language), &widths)?;
        self.appraised.steps().try_for_each(|step| write_row(f, Row::Step(&step, self.language), &widths))
    }

    /// The formula in symbols, with the numbers filled in, and its result.
    fn formula(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = StepKind::UnitPrice.unit();
        f.write_str("V = P")?;
        let mut adjusted = false;
        let mut summed = false;
        for step in self.appraised.steps() {
            match step.kind {
                StepKind::TermCoefficient | StepKind::PlotRatioCoefficient | StepKind::DateCoefficient => {
                    write!(f, " × {}", step.kind.symbol())?;
                }
                StepKind::Coefficient => {
                    f.write_str(" × K")?;
                    write_line(f, step.name.unwrap_or_default())?;
                }
                StepKind::FactorSum => summed = true,
                StepKind::DevelopmentAdjustment => adjusted = true,
                _ => {}
            }
        }
        f.write_str(if summed { " × (1 + ΣKi)" } else { "" })?;
        f.write_str(if adjusted { " + Kf" } else { "" })?;
        let Some(price) = self.appraised.steps().find(|step| step.kind == StepKind::UnitPrice) else { return Ok(()) };
        let unit = self.language.pick(unit.chinese(), unit.english());
        write!(f, "\n  = {}\n  = {} {unit}\n", price.expression_in(self.language), DecimalText(price.value))
    }
}

impl Appraised<'_> {
    /// The worksheet: every step with its inputs, and the formula with the numbers filled in.
    #[must_use]
    pub const fn worksheet(&self, language: Language) -> Worksheet<'_> {
        Worksheet::new(self, language)
    }
}

impl fmt::Display for Appraised<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.worksheet(Language::Chinese).fmt(f)
    }
}

impl fmt::Display for Worksheet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.heading(f)?;
        f.write_str("\n")?;
        self.table(f)?;
        f.write_str("\n")?;
        self.formula(f)?;
        for (index, warning) in self.appraised.warnings().enumerate() {
            f.write_str(if index == 0 { "\n" } else { "" })?;
            write_warning(f, warning, self.language)?;
        }
        Ok(())
    }
}

/// What a price of the caller's is of and where it is from, so far as he says so.
fn write_own_price(f: &mut fmt::Formatter<'_>, origin: Option<&Origin<'_>>, language: Language) -> fmt::Result {
    if let Some(origin) = origin.filter(|origin| origin.has_subject()) {
        write_line(f, origin.subject(language))?;
        f.write_str(language.pick("，", ", "))?;
    }
    match (origin.filter(|origin| origin.has_citation()), language) {
        (Some(origin), Language::Chinese) => write_line(f, origin)?,
        (Some(origin), Language::English) => write_line(f, format_args!("{origin:#}"))?,
        (None, _) => f.write_str(language.pick("输入值", "given"))?,
    }
    f.write_str("\n")
}

fn write_warning(f: &mut fmt::Formatter<'_>, warning: Warning<'_>, language: Language) -> fmt::Result {
    match language {
        Language::Chinese => writeln!(f, "提示：{}", warning.message(Language::Chinese)),
        Language::English => writeln!(f, "warning: {warning}"),
    }
}

pub(crate) fn write_policy(f: &mut fmt::Formatter<'_>, policy: RoundingPolicy, language: Language) -> fmt::Result {
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
            writeln!(f, "，单价 {unit} 位，金额 {amount} 位，{mode}")
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
            writeln!(f, ", unit price to {unit}, amounts to {amount}, {mode}")
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy)]
enum Row<'s, 'a> {
    Heading(Language),
    Step(&'s Step<'a>, Language),
}

impl Row<'_, '_> {
    fn write_cell(&self, out: &mut impl fmt::Write, column: usize) -> fmt::Result {
        match *self {
            Self::Heading(language) => out.write_str(match column {
                0 => language.pick("符号", "symbol"),
                1 => language.pick("项目", "item"),
                2 => language.pick("算式", "computation"),
                3 => language.pick("取位前", "before rounding"),
                4 => language.pick("取值", "value"),
                5 => language.pick("单位", "unit"),
                _ => language.pick("来源", "source"),
            }),
            Self::Step(step, language) => match column {
                0 => out.write_str(step.kind.symbol_in(language)),
                1 => {
                    out.write_str(language.pick(step.kind.chinese(), step.kind.english()))?;
                    step.name.map_or(Ok(()), |name| {
                        out.write_str(" ")?;
                        write_line(out, name)
                    })
                }
                2 => write!(out, "{}", step.expression_in(language)),
                3 => step.before_rounding.map_or(Ok(()), |value| write!(out, "{}", DecimalText(value))),
                4 if step.kind.is_shown_in_percent() => write!(out, "{}", DecimalText(percent(step.value))),
                4 => write!(out, "{}{}", DecimalText(step.value), if step.is_unrounded() { "…" } else { "" }),
                5 if step.kind.is_shown_in_percent() => out.write_str("%"),
                5 => out.write_str(language.pick(step.kind.unit().chinese(), step.kind.unit().english())),
                _ => match (step.source, language) {
                    (Source::Published(citation), Language::Chinese) => write!(out, "{citation}"),
                    (Source::Published(citation), Language::English) => write!(out, "{citation:#}"),
                    (Source::Origin(origin), Language::Chinese) => write_line(out, origin),
                    (Source::Origin(origin), Language::English) => write_line(out, format_args!("{origin:#}")),
                    (Source::Caller, _) => out.write_str(language.pick("给定", "given")),
                    (Source::DerivedFrom(citation), Language::Chinese) => write!(out, "推算（{citation}）"),
                    (Source::DerivedFrom(citation), Language::English) => write!(out, "derived ({citation:#})"),
                    (Source::Derived, _) => out.write_str(language.pick("推算", "derived")),
                },
            },
        }
    }

    fn width(&self, column: usize) -> usize {
        let mut width = Width(0);
        // Counting cannot fail.
        let _ = self.write_cell(&mut width, column);
        width.0
    }
}

fn write_row(f: &mut fmt::Formatter<'_>, row: Row<'_, '_>, widths: &[usize; COLUMNS]) -> fmt::Result {
    // Spaces come before what follows them, so that no line ends in one: the last cell of a row is never empty.
    let mut spaces = 0;
    for (column, (&width, number)) in widths.iter().zip(NUMBERS).enumerate() {
        let missing = width.saturating_sub(row.width(column));
        let (before, after) = if number { (missing, 0) } else { (0, missing) };
        write_spaces(f, spaces + before)?;
        row.write_cell(f, column)?;
        spaces = after + 2;
    }
    f.write_str("\n")
}

fn pad(f: &mut fmt::Formatter<'_>, text: &str, to: usize) -> fmt::Result {
    f.write_str(text)?;
    write_spaces(f, to.saturating_sub(width(text)))
}

fn write_spaces(f: &mut fmt::Formatter<'_>, count: usize) -> fmt::Result {
    (0..count).try_for_each(|_| f.write_str(" "))
}

fn width(text: &str) -> usize {
    let mut width = Width(0);
    // Counting cannot fail.
    let _ = width.write_str(text);
    width.0
}

/// Counts the columns that what is written takes.
struct Width(usize);

impl fmt::Write for Width {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.chars().map(columns).sum::<usize>();
        Ok(())
    }
}

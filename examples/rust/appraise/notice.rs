//! What is published of a zone or a grade.

use std::fmt::Write as _;

use dijia::{
    Basis, Citation, Date, Decimal, DecimalText, Edition, GradePrice, LandUseOfEdition, Language, PricedArea,
    RoundingMode, ZonePrice, wan_yuan_per_mu,
};
use serde_json::json;
use unicode_width::UnicodeWidthStr;

pub enum Notice<'a> {
    Zone(ZonePrice<'a>),
    Grade(GradePrice<'a>),
}

impl Notice<'_> {
    pub fn text(&self, language: Language) -> String {
        let pick = |chinese, english| if language == Language::Chinese { chinese } else { english };
        let mut table = Table::default();
        let basis = match self {
            Self::Zone(price) => {
                let place = land_use_name(price.land_use(), language);
                table.line(pick("区片", "zone"), format!("{place} {}", price.code_text()));
                let figures = Figures::of_zone(*price);
                table.figures(
                    figures,
                    pick("区片基准地价", "zone price"),
                    pick("区片楼面地价", "floor price"),
                    language,
                );
                if let Some(grade) = grade_of(price) {
                    table.grade(pick("级别基准地价", "grade price"), grade, language);
                }
                table.basis(price.basis(), language);
                table.citation(price.citation(), language);
                price.basis()
            }
            Self::Grade(price) => {
                let place = land_use_name(price.land_use(), language);
                table.line(pick("级别", "grade"), format!("{place} {}", price.grade().name()));
                let figures = Figures::of_grade(*price);
                table.figures(
                    figures,
                    pick("级别基准地价", "grade price"),
                    pick("级别楼面地价", "floor price"),
                    language,
                );
                let ends = price.zones().next().zip(price.zones().last());
                if let Some((first, last)) = ends {
                    table.line(pick("区片", "zones"), format!("{} … {}", first.code_text(), last.code_text()));
                }
                table.basis(price.basis(), language);
                table.citation(price.citation(), language);
                price.basis()
            }
        };
        table.validity(basis.edition(), language);
        table.to_string()
    }

    pub fn json(&self) -> Result<String, serde_json::Error> {
        let today = today();
        let (price, grade, edition) = match self {
            Self::Zone(price) => (Some(price), grade_of(price), price.edition()),
            Self::Grade(price) => (None, Some(*price), price.edition()),
        };
        let document = edition.document();
        let day = |date: Option<Date>| date.map(|date| date.to_string());
        let value = json!({
            "zone_price": price,
            "grade_price": grade,
            "first_day_in_force": day(document.first_day_in_force),
            "last_day_in_force": day(document.last_day_in_force),
            "today": today.to_string(),
            "validity": document.validity_on(today).english(),
        });
        Ok(format!("{}\n", serde_json::to_string_pretty(&value)?))
    }
}

/// The price of the grade that a zone is of.
fn grade_of<'a>(price: &ZonePrice<'a>) -> Option<GradePrice<'a>> {
    price.edition().grade_price_in(price.area(), price.land_use(), price.grade()?).ok()
}

/// The name of a land use as a person writes it: in Chinese with 用地.
pub fn land_use_name(land_use: LandUseOfEdition<'_>, language: Language) -> String {
    match language {
        Language::Chinese => format!("{}用地", land_use.name()),
        Language::English => land_use.english().to_owned(),
    }
}

fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}

/// The figures of a price: the one that is printed, and others that are printed or follow from it.
struct Figures {
    printed: String,
    area: PricedArea,
    land: Option<Decimal>,
    per_mu: Option<Decimal>,
    floor: Option<Decimal>,
}

macro_rules! figures_of {
    ($name:ident, $price:ty) => {
        fn $name(price: $price) -> Self {
            let bound = if price.is_lower_bound() { "≥" } else { "" };
            Self {
                printed: format!("{bound}{}", DecimalText(price.printed())),
                area: price.priced_area(),
                land: price.per_square_metre().ok(),
                per_mu: price.wan_yuan_per_mu(),
                floor: price.per_floor_area(),
            }
        }
    };
}

impl Figures {
    figures_of!(of_zone, ZonePrice<'_>);
    figures_of!(of_grade, GradePrice<'_>);
}

/// Labels and values, the values in one column.
#[derive(Default)]
struct Table {
    lines: Vec<(String, String)>,
}

impl Table {
    /// A line, unless there is nothing to say.
    fn line(&mut self, label: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.lines.push((label.to_owned(), value));
        }
    }

    /// Prices are aligned to the right among themselves.
    fn price(&mut self, label: &str, price: &str, unit: &str) {
        self.line(label, format!("{price:>8} {unit}"));
    }

    /// What is printed of a price, and what follows from it.
    fn figures(&mut self, figures: Figures, label: &str, floor_label: &str, language: Language) {
        let pick = |chinese, english| if language == Language::Chinese { chinese } else { english };
        let Figures { printed, area, land, per_mu, floor } = figures;
        let of_floor = pick("元/㎡建筑面积", "yuan/m² of floor");
        if area == PricedArea::Floor {
            self.price(label, &printed, of_floor);
            if let Some(land) = land {
                self.price("", &DecimalText(land).to_string(), pick("元/㎡（折算）", "yuan/m² of land (converted)"));
            }
        } else {
            self.price(label, &printed, pick("元/㎡", "yuan/m² of land"));
        }
        let converted = || wan_yuan_per_mu(land?, 2, RoundingMode::HalfUp).ok();
        if let Some(mu) = per_mu {
            self.price("", &DecimalText(mu).to_string(), pick("万元/亩", "10,000 yuan/mu"));
        } else if let Some(mu) = converted() {
            self.price("", &DecimalText(mu).to_string(), pick("万元/亩（折算）", "10,000 yuan/mu (converted)"));
        }
        if let Some(floor) = floor.filter(|_| area == PricedArea::Land) {
            self.price(floor_label, &DecimalText(floor).to_string(), of_floor);
        }
    }

    fn grade(&mut self, label: &str, price: GradePrice<'_>, language: Language) {
        let Figures { printed, area, .. } = Figures::of_grade(price);
        let name = price.grade().name();
        let grade = match language {
            Language::English => format!("grade {name}"),
            Language::Chinese if name.parse::<dijia::Grade>().is_ok() => format!("{name}级"),
            Language::Chinese => name.to_owned(),
        };
        let unit = match (language, area) {
            (Language::Chinese, PricedArea::Land) => format!("元/㎡（{grade}）"),
            (Language::Chinese, PricedArea::Floor) => format!("元/㎡建筑面积（{grade}）"),
            (Language::English, PricedArea::Land) => format!("yuan/m² of land ({grade})"),
            (Language::English, PricedArea::Floor) => format!("yuan/m² of floor ({grade})"),
        };
        self.price(label, &printed, &unit);
    }

    /// What the document states of the basis, and no more.
    fn basis(&mut self, basis: Basis<'_>, language: Language) {
        let percent =
            |fraction: dijia::Decimal| DecimalText((fraction * dijia::Decimal::ONE_HUNDRED).normalize()).to_string();
        let terms = [
            basis.statutory_term().map(|term| match language {
                Language::Chinese => {
                    term.years().map_or_else(|| "无限年期".into(), |years| format!("年期 {} 年", DecimalText(years)))
                }
                Language::English => term
                    .years()
                    .map_or_else(|| "perpetual".into(), |years| format!("term {} years", DecimalText(years))),
            }),
            basis.plot_ratio().map(|ratio| match language {
                Language::Chinese => format!("容积率 {}", DecimalText(ratio)),
                Language::English => format!("plot ratio {}", DecimalText(ratio)),
            }),
            basis.capitalization_rate().map(|rate| match language {
                Language::Chinese => format!("土地还原利率 {}%", percent(rate)),
                Language::English => format!("capitalization rate {} %", percent(rate)),
            }),
        ];
        let terms: Vec<String> = terms.into_iter().flatten().collect();
        let date = basis.base_date().map(|date| date.to_string());
        let level = basis.development_level();
        match language {
            Language::Chinese => {
                let date = date.map(|date| format!("基准日 {date}"));
                let right = basis.right().map(str::to_owned);
                self.line("基准地价内涵", [date, right].into_iter().flatten().collect::<Vec<_>>().join("，"));
                self.line("", terms.join("，"));
                if let Some(level) = level {
                    let services: Vec<_> = level.services().map(dijia::Service::chinese).collect();
                    let name = basis.development_name().or(level.name()).unwrap_or("开发程度");
                    self.line("", format!("{name}：{}", services.join("、")));
                }
            }
            Language::English => {
                let date = date.map(|date| format!("base date {date}"));
                let right = basis.right().map(str::to_owned);
                self.line("basis", [date, right].into_iter().flatten().collect::<Vec<_>>().join(", "));
                self.line("", terms.join(", "));
                if let Some(level) = level {
                    self.line("", level.to_string().replace('+', ", "));
                }
            }
        }
    }

    fn citation(&mut self, citation: Citation<'_>, language: Language) {
        match language {
            Language::Chinese => self.line("出处", citation.to_string()),
            Language::English => self.line("source", format!("{citation:#}")),
        }
    }

    fn validity(&mut self, edition: &Edition<'_>, language: Language) {
        let document = edition.document();
        let (first, last) = (document.first_day_in_force, document.last_day_in_force);
        let today = today();
        let validity = document.validity_on(today);
        match (language, first, last) {
            (Language::Chinese, None, None) => self.line("有效期", "未载明"),
            (Language::English, None, None) => self.line("in force", "not stated"),
            (Language::Chinese, first, last) => {
                let first = first.map(|date| format!("{date} ")).unwrap_or_default();
                let last = last.map_or_else(|| "起".to_owned(), |date| format!("至 {date}"));
                self.line("有效期", format!("{first}{last}；今日 {today} {}", validity.chinese()));
            }
            (Language::English, first, last) => {
                let first = first.map(|date| format!("{date} ")).unwrap_or_default();
                let last = last.map_or_else(|| "on".to_owned(), |date| format!("to {date}"));
                self.line("in force", format!("{first}{last}; today, {today}: {validity}"));
            }
        }
    }
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let widest = self.lines.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
        for (label, value) in &self.lines {
            f.write_str(label)?;
            (label.width()..widest).try_for_each(|_| f.write_char(' '))?;
            writeln!(f, "  {value}")?;
        }
        Ok(())
    }
}

//! What is published of a zone or a grade.

use std::fmt::Write as _;

use dijia::{
    Basis, Citation, Date, DecimalText, GradePrice, JINAN_2020, Language, RoundingMode, ZonePrice, wan_yuan_per_mu,
};
use serde_json::json;
use unicode_width::UnicodeWidthStr;

use crate::land_use_name;

pub enum Notice {
    Zone(&'static ZonePrice),
    Grade(&'static GradePrice),
}

impl Notice {
    pub fn text(&self, language: Language) -> String {
        let pick = |chinese, english| if language == Language::Chinese { chinese } else { english };
        let mut table = Table::default();
        let basis = match self {
            Self::Zone(price) => {
                let place = land_use_name(price.land_use, language);
                let code = price.code;
                table.line(pick("区片", "zone"), format!("{place} {code}"));
                table.price(
                    pick("区片基准地价", "zone price"),
                    price.per_square_metre,
                    pick("元/㎡", "yuan/m² of land"),
                );
                table.price("", price.wan_yuan_per_mu, pick("万元/亩", "10,000 yuan/mu"));
                if let Some(floor) = price.per_floor_area {
                    let unit = pick("元/㎡建筑面积", "yuan/m² of floor");
                    table.price(pick("区片楼面地价", "floor price"), floor, unit);
                }
                if let Ok(grade) = JINAN_2020.grade_price(price.land_use, code.grade()) {
                    table.grade(pick("级别基准地价", "grade price"), grade, language);
                }
                table.basis(price.basis, language);
                table.citation(price.citation, language);
                price.basis
            }
            Self::Grade(price) => {
                let place = land_use_name(price.land_use, language);
                table.line(pick("级别", "grade"), format!("{place} {}", price.grade));
                table.price(
                    pick("级别基准地价", "grade price"),
                    price.per_square_metre,
                    pick("元/㎡", "yuan/m² of land"),
                );
                if let Ok(mu) = wan_yuan_per_mu(price.per_square_metre, 2, RoundingMode::HalfUp) {
                    table.price("", mu, pick("万元/亩（折算）", "10,000 yuan/mu (converted)"));
                }
                table.line(pick("区片", "zones"), format!("{0}-1 … {0}-{1}", price.grade, price.zone_count));
                table.basis(price.basis, language);
                table.citation(price.citation, language);
                price.basis
            }
        };
        table.validity(basis.citation, language);
        table.to_string()
    }

    pub fn json(&self) -> Result<String, serde_json::Error> {
        let today = today();
        let document = JINAN_2020.document();
        let (price, grade) = match self {
            Self::Zone(price) => {
                let grade = JINAN_2020.grade_price(price.land_use, price.code.grade()).ok();
                (serde_json::to_value(price)?, serde_json::to_value(grade)?)
            }
            Self::Grade(price) => (serde_json::Value::Null, serde_json::to_value(price)?),
        };
        let value = json!({
            "zone_price": price,
            "grade_price": grade,
            "first_day_in_force": document.first_day_in_force.to_string(),
            "last_day_in_force": document.last_day_in_force.to_string(),
            "today": today.to_string(),
            "validity": document.validity_on(today).english(),
        });
        Ok(format!("{}\n", serde_json::to_string_pretty(&value)?))
    }
}

fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}

/// Labels and values, the values in one column.
#[derive(Default)]
struct Table {
    lines: Vec<(String, String)>,
}

impl Table {
    fn line(&mut self, label: &str, value: impl Into<String>) {
        self.lines.push((label.to_owned(), value.into()));
    }

    /// Prices are aligned to the right among themselves.
    fn price(&mut self, label: &str, price: dijia::Decimal, unit: &str) {
        self.line(label, format!("{:>8} {unit}", DecimalText(price)));
    }

    fn grade(&mut self, label: &str, price: &GradePrice, language: Language) {
        let unit = match language {
            Language::Chinese => format!("元/㎡（{}级）", price.grade),
            Language::English => format!("yuan/m² of land (grade {})", price.grade),
        };
        self.price(label, price.per_square_metre, &unit);
    }

    fn basis(&mut self, basis: &Basis, language: Language) {
        let percent =
            |fraction: dijia::Decimal| DecimalText((fraction * dijia::Decimal::ONE_HUNDRED).normalize()).to_string();
        let rate = percent(basis.capitalization_rate);
        let (term, plot_ratio) = (DecimalText(basis.statutory_term), DecimalText(basis.plot_ratio));
        let level = basis.development_level;
        match language {
            Language::Chinese => {
                let services: Vec<_> = level.services().map(dijia::Service::chinese).collect();
                self.line("基准地价内涵", format!("基准日 {}，{}", basis.base_date, basis.right.chinese()));
                self.line("", format!("年期 {term} 年，容积率 {plot_ratio}，土地还原利率 {rate}%"));
                self.line("", format!("{}：{}", level.name().unwrap_or("开发程度"), services.join("、")));
            }
            Language::English => {
                self.line("basis", format!("base date {}, {}", basis.base_date, basis.right));
                self.line("", format!("term {term} years, plot ratio {plot_ratio}, capitalization rate {rate} %"));
                self.line("", level.to_string().replace('+', ", "));
            }
        }
    }

    fn citation(&mut self, citation: Citation, language: Language) {
        match language {
            Language::Chinese => self.line("出处", citation.to_string()),
            Language::English => self.line("source", format!("{citation:#}")),
        }
    }

    fn validity(&mut self, citation: Citation, language: Language) {
        let document = citation.document;
        let (first, last) = (document.first_day_in_force, document.last_day_in_force);
        let today = today();
        let validity = document.validity_on(today);
        match language {
            Language::Chinese => {
                self.line("有效期", format!("{first} 至 {last}；今日 {today} {}", validity.chinese()));
            }
            Language::English => self.line("in force", format!("{first} to {last}; today, {today}: {validity}")),
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

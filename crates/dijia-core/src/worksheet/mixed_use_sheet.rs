use core::fmt;

use crate::appraisal::{BasePrice, MixedAppraised};
use crate::numbers::DecimalText;
use crate::words::Language;
use crate::words::graded::behind_grade;
use crate::worksheet::Unit;
use crate::worksheet::worksheet::write_policy;

impl fmt::Display for MixedAppraised<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let language = if f.alternate() { Language::English } else { Language::Chinese };
        let unit = |unit: Unit| language.pick(unit.chinese(), unit.english());
        writeln!(f, "{}", language.pick("混合用途宗地估价表", "Appraisal of a mixed use"))?;
        write!(f, "{}  ", language.pick("取位", "rounding"))?;
        write_policy(f, self.policy(), language)?;
        f.write_str(if self.is_by_areas() { "\nV = (" } else { "\nV = " })?;
        for (index, share) in self.shares().iter().enumerate() {
            let plus = if index > 0 { " + " } else { "" };
            write!(f, "{plus}{} × {}", DecimalText(share.unit_price), DecimalText(share.share))?;
            write_use(f, share.base_price, language)?;
        }
        if let Some(sum) = self.mixed_use.sum_of_shares().ok().filter(|_| self.is_by_areas()) {
            write!(f, ") ÷ {}", DecimalText(sum))?;
        }
        writeln!(f, "\n  = {} {}", DecimalText(self.unit_price), unit(Unit::YuanPerSquareMetre))?;
        writeln!(f, "  = {} {}", DecimalText(self.wan_yuan_per_mu), unit(Unit::WanYuanPerMu))?;
        for (total, of) in [(self.total_yuan, Unit::Yuan), (self.total_wan_yuan, Unit::WanYuan)] {
            if let Some(total) = total {
                let label = language.pick("总价", "total");
                writeln!(f, "{label} {} {}", DecimalText(total), unit(of))?;
            }
        }
        Ok(())
    }
}

/// The use in brackets, so far as it is known.
fn write_use(f: &mut fmt::Formatter<'_>, base: BasePrice<'_>, language: Language) -> fmt::Result {
    let land_use = match base {
        BasePrice::Zone(price) => Some(price.land_use()),
        BasePrice::Grade(price) => Some(price.land_use()),
        BasePrice::Own { basis, .. } => basis.and_then(|basis| basis.land_use()),
    };
    let Some(land_use) = land_use else { return Ok(()) };
    write!(f, " [{}", land_use.name_in(language))?;
    match base {
        BasePrice::Zone(price) => write!(f, " {}]", price.code_text()),
        BasePrice::Grade(price) => {
            let grade = price.grade().name();
            write!(f, " {}{grade}{}]", language.pick("", "grade "), language.pick(behind_grade(grade), ""))
        }
        BasePrice::Own { .. } => f.write_str("]"),
    }
}

use core::fmt;

use crate::error::{Error, Schemes, is_hundred, readings_of};
use crate::numbers::DecimalText;
use crate::words::date::DateText;
use crate::words::graded::behind_grade;
use crate::words::{Grade, Language, Named};

/// The offending value and the rule, in Chinese.
pub fn write(error: &Error, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let decimal = |value: &rust_decimal::Decimal| DecimalText(*value);
    match error {
        Error::Misspelled(misspelling) => write!(f, "{}", misspelling.message(Language::Chinese)),
        Error::NoSuchGrade { land_use, grade, grades: Some(grades), .. } => {
            let land_use = land_use.chinese();
            write!(f, "{land_use}没有 {}：{land_use}有 {grades}", Graded(grade))
        }
        Error::NoSuchGrade { land_use, grade, first: Some(first), last: Some(last), .. } => {
            let land_use = land_use.chinese();
            write!(f, "{land_use}没有 {}：{land_use}的级别为 {first} 至 {last}", Graded(grade))
        }
        Error::NoSuchGrade { land_use, grade, .. } => {
            let land_use = land_use.chinese();
            write!(f, "{land_use}没有 {}：未公布{land_use}的级别基准地价", Graded(grade))
        }
        Error::NoSuchZone { land_use, code: Named::Known(code), zone_count: Some(zone_count) } => {
            write!(f, "{}没有区片 {code}：{} 级有 1 至 {zone_count} 号区片", land_use.chinese(), code.grade())
        }
        Error::NoSuchZone { land_use, code, .. } => {
            write!(f, "{}没有区片 {code}：未公布这一区片", land_use.chinese())
        }
        Error::NoSuchUse { land_use, edition } => {
            write!(f, "没有{}这一土地用途：{edition} 未列", land_use.chinese())
        }
        Error::SeveralUses { land_use, first, second } => {
            write!(f, "属于{}的土地用途不止一个（{first}、{second}），不作猜测，请写明", land_use.chinese())
        }
        Error::NoSuchArea { area, edition } => write!(f, "没有{}这一地域：{edition} 未列", area.chinese()),
        Error::BareCode { code, readings } => {
            write!(f, "{code:?}是代码，须连同分类标准才能确定含义")?;
            for (index, (scheme, name)) in readings_of(readings).enumerate() {
                let between = if index == 0 { "：" } else { "，" };
                write!(f, "{between}{scheme} 为{name}")?;
            }
            Ok(())
        }
        Error::NoSuchScheme { scheme } => {
            write!(f, "没有{scheme:?}这一用地分类标准，codes.csv 也未列：已知 {}", Schemes("、"))
        }
        Error::NoSuchCode { scheme, code } => write!(f, "{scheme} 的建设用地中没有代码{code:?}"),
        Error::CodeNotPriced { scheme, code, name } => write!(
            f,
            "{scheme} 的 {code} {name}按何种用途计价未载明，不作猜测：请写明土地用途，或在该版的 codes.csv 中列明",
        ),
        Error::NoSuchFactor { name, edition } => {
            write!(f, "{edition} 的修正体系中没有{name:?}这一因素或系数（就这一用途和级别）")
        }
        Error::NoSuchLevel { of, level, levels } => write!(f, "{of}没有{level:?}这一优劣程度：有{levels}"),
        Error::NotTabulated { quantity, value, document } => {
            write!(f, "{}为 {}，{document} 的修正系数表未列，也未载明如何内插", quantity.chinese(), decimal(value))
        }
        Error::NoSuchCity { city } => write!(f, "所给各版中没有{city:?}的基准地价"),
        Error::NoneInForce { date, before, until, after, from } => {
            write!(f, "{} 没有施行中的版本", DateText(*date))?;
            if let Some((before, until)) = before.zip(*until) {
                write!(f, "：{before} 至 {} 止", DateText(until))?;
            }
            if let Some((after, from)) = after.zip(*from) {
                let begins = if before.is_some() { "，其后的" } else { "：最早的" };
                write!(f, "{begins} {after} 自 {} 起", DateText(from))?;
            }
            Ok(())
        }
        Error::SeveralInForce { date, first, second } => {
            write!(f, "{first} 与 {second} 均称在 {} 施行，不作猜测", DateText(*date))
        }
        Error::FiguresNotInHand { area, land_use, annex } => {
            let (area, land_use) = (area.chinese(), land_use.chinese());
            write!(f, "没有{area}{land_use}的地价：由附件 {annex} 公布，本版未收其数值")
        }
        Error::NoBasis { area, land_use } => {
            write!(f, "未载明{}{}用地的基准地价内涵", area.chinese(), land_use.chinese())
        }
        Error::NotStated { quantity, needed_by, document } => {
            write!(f, "{}需要{}，{document} 未载明，也未给出", needed_by.chinese(), quantity.chinese())
        }
        Error::NotPositive { quantity, value } => {
            write!(f, "{}为 {}，应大于 0", quantity.chinese(), decimal(value))
        }
        Error::OutOfRange { quantity, value, rule } => {
            write!(f, "{}为 {}，{}", quantity.chinese(), decimal(value), rule.chinese())
        }
        Error::CoefficientNotPositive { name, value } => {
            write!(f, "修正系数 {name:?} 为 {}，应大于 0", decimal(value))
        }
        Error::TermExceedsStatutory { remaining, statutory } => {
            write!(f, "剩余使用年期为 {} 年，超过法定最高出让年期 {} 年", decimal(remaining), decimal(statutory))
        }
        Error::ExpiryNotAfterValuation { valuation_date, expiry_date } => {
            let (expiry_date, valuation_date) = (DateText(*expiry_date), DateText(*valuation_date));
            write!(f, "终止日期为 {expiry_date}，应在估价期日 {valuation_date} 之后")
        }
        Error::InvalidTable { table, row, rule } => {
            write!(f, "{}第 {row} 行：{}", table.chinese(), rule.chinese())
        }
        Error::PlotRatioOutsideTable { plot_ratio, first, last } => {
            let (first, last) = (decimal(first), decimal(last));
            write!(f, "容积率为 {}，不在容积率修正系数表 {first} 至 {last} 的范围内", decimal(plot_ratio))
        }
        Error::DateOutsideIndex { date, first, last } => {
            let (date, first, last) = (DateText(*date), DateText(*first), DateText(*last));
            write!(f, "日期为 {date}，不在地价指数 {first} 至 {last} 的范围内")
        }
        Error::FactorSumTooLow { sum } => write!(f, "因素修正之和为 {}，1 加上此和应大于 0", decimal(sum)),
        Error::MissingUnitCost { service } => {
            write!(f, "未给出{}的单位费用，宗地与基准地价内涵只有一方具备这一项", service.chinese())
        }
        Error::NegativeUnitCost { service, cost } => {
            write!(f, "{}的单位费用为 {}，不应为负", service.chinese(), decimal(cost))
        }
        Error::DuplicateUnitCost { service } => write!(f, "{}的单位费用给出了两次", service.chinese()),
        Error::Missing { quantity, needed_by } => {
            write!(f, "{}需要{}，未给出", needed_by.chinese(), quantity.chinese())
        }
        Error::Conflict { first, second } => {
            write!(f, "{}与{}同时给出，二者只可取一", first.chinese(), second.chinese())
        }
        Error::TakesNoPart { quantity, without } => {
            write!(f, "未给出{}，{}不起作用", without.chinese(), quantity.chinese())
        }
        Error::NamedTwice { quantity, name } => write!(f, "{} {name:?} 给出了两次", quantity.chinese()),
        Error::FactorOutOfRange { name, value, in_percent } => {
            let value = decimal(value);
            write!(f, "因素修正 {name:?} 为 {value}，应大于 -1 且小于 1")?;
            if *in_percent { Ok(()) } else { write!(f, "：是否漏写百分号（{value}%）") }
        }
        Error::TooMany { quantity, count, most } => {
            write!(f, "{}给出了 {count} 个，至多 {most} 个", quantity.chinese())
        }
        Error::ResultNotPositive { unit_price } => write!(f, "宗地单价将为 {}，应大于 0", decimal(unit_price)),
        Error::SharesNotOne { sum } => {
            let question = if is_hundred(*sum) { "：是否以百分数给出" } else { "" };
            write!(f, "比例之和为 {}，应恰好等于 1{question}", decimal(sum))
        }
        Error::TooManyPlaces { places, most } => write!(f, "要求 {places} 位小数，至多 {most} 位"),
        Error::TooManyDigits { quantity } => write!(f, "{}位数过多", quantity.chinese()),
        Error::Undecided { quantity } => write!(f, "{}过于接近舍入的中点，无法确定", quantity.chinese()),
    }
}

/// A grade with 级 behind it, which a name may end with itself: `Ⅲ 级`, `限制级`.
struct Graded<'a>(&'a Named<Grade>);

impl fmt::Display for Graded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Named::Listed(name) if behind_grade(name.as_str()).is_empty() => name.fmt(f),
            grade => write!(f, "{grade} 级"),
        }
    }
}

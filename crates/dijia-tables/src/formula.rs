use dijia_core::layout::terms::{FACTOR_SUM, KJ, KT, KV, KY, PARTS};

use crate::fault::{Fault, fault};
use crate::text::narrowed;

/// What a part of a formula is written as: its symbols, and what documents call it.
const SPELLINGS: [(u8, &[&str]); PARTS.len()] = [
    (KY, &["ky", "年期修正系数", "使用年期修正系数", "土地使用年期修正系数"]),
    (KV, &["kv", "容积率修正系数"]),
    (KT, &["kt", "期日修正系数", "估价期日修正系数", "交易期日修正系数"]),
    (KJ, &["kj", "∏kj", "πkj", "其他修正系数"]),
    (FACTOR_SUM, &["(1+σki)", "(1+∑ki)", "(1+σk)", "(1+∑k)", "(1+因素修正之和)", "(1+因素修正系数之和)"]),
];
const BASE: [&str; 2] = ["p", "基准地价"];
const ADJUSTMENT: [&str; 2] = ["kf", "开发程度修正"];

/// The order of the parts of a formula as a document prints it, `P × (1 + ΣKi) × Ky × Kv × Kt × Kj + Kf`; parts that it does
/// not have come last.
pub(crate) fn read(text: &str) -> Result<[u8; PARTS.len()], Fault> {
    let plain: String = narrowed(text).chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let plain = plain.replace(['±', '＋'], "+").replace(['*', '·', '∙', '•', '✕', '╳'], "×");
    // V = or 宗地地价 = may stand before it.
    let formula = plain.rsplit_once('=').map_or(plain.as_str(), |(_, formula)| formula);
    let product = ADJUSTMENT.iter().find_map(|adjustment| formula.strip_suffix(adjustment)?.strip_suffix('+'));
    let product = product.unwrap_or(formula);
    let mut order = Vec::new();
    for (place, factor) in product.split('×').enumerate() {
        if place == 0 {
            if !BASE.contains(&factor) {
                return Err(adjusted_within(factor).unwrap_or_else(|| {
                    fault!(
                        "a formula begins with P 基准地价, not with {factor:?}",
                        "公式应以基准地价P开头，而不是{factor:?}"
                    )
                }));
            }
            continue;
        }
        let Some((part, _)) = SPELLINGS.iter().find(|(_, spellings)| spellings.contains(&factor)) else {
            return Err(adjusted_within(factor).unwrap_or_else(|| {
                fault!(
                    "{factor:?} is no part of a formula: they are Ky, Kv, Kt, Kj and (1 + ΣKi), and + Kf at the end",
                    "{factor:?}不是公式的一项：可有的项为Ky、Kv、Kt、Kj、(1+ΣKi)，末尾为+Kf",
                )
            }));
        };
        if order.contains(part) {
            return Err(fault!("{factor:?} is there twice", "{factor:?}出现两次"));
        }
        order.push(*part);
    }
    let missing = SPELLINGS.map(|(part, _)| part).into_iter().filter(|part| !order.contains(part));
    let all: Vec<u8> = order.iter().copied().chain(missing).collect();
    Ok(all.try_into().unwrap_or_default())
}

/// A formula that corrects the development adjustment too is another than the one that prices are computed by.
fn adjusted_within(factor: &str) -> Option<Fault> {
    ADJUSTMENT.iter().any(|adjustment| factor.contains(adjustment)).then(|| {
        fault!(
            "Kf stands before the end: a price to which it is added before other corrections is not computed",
            "Kf不在末尾：先加开发程度修正、再作其他修正的地价不能计算",
        )
    })
}

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

/// A formula as a document prints it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Formula {
    /// Its parts in its order, as an edition file has them; those that it does not have come last.
    pub(crate) order: [u8; PARTS.len()],
    /// Whether Kf is added to P before the other corrections.
    pub(crate) adjusts_first: bool,
}

/// Reads a formula: `P × (1 + ΣKi) × Ky × Kv × Kt × Kj + Kf`, `(P ± Kf) × Ky × Kv × Kt`.
pub(crate) fn read(text: &str) -> Result<Formula, Fault> {
    let plain: String = narrowed(text).chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let plain = plain
        .replace(['±', '＋'], "+")
        .replace(['*', '·', '∙', '•', '✕', '╳'], "×")
        .replace('[', "(")
        .replace(']', ")");
    // V = or 宗地地价 = may stand before it.
    let formula = plain.rsplit_once('=').map_or(plain.as_str(), |(_, formula)| formula);
    let product = ADJUSTMENT.iter().find_map(|adjustment| formula.strip_suffix(adjustment)?.strip_suffix('+'));
    let mut factors = product.unwrap_or(formula).split('×');
    let adjusts_first = begins(factors.next().unwrap_or_default(), product.unwrap_or(formula))?;
    if adjusts_first && product.is_some() {
        return Err(fault!("Kf is there twice", "Kf出现两次"));
    }
    let mut order = Vec::new();
    for factor in factors {
        let Some((part, _)) = SPELLINGS.iter().find(|(_, spellings)| spellings.contains(&factor)) else {
            return Err(adjusted_within(factor).unwrap_or_else(|| {
                fault!(
                    "{factor:?} is no part of a formula: they are Ky, Kv, Kt, Kj and (1 + ΣKi), and + Kf at the end or with P",
                    "{factor:?}不是公式的一项：可有的项为Ky、Kv、Kt、Kj、(1+ΣKi)，以及末尾或P之后的+Kf",
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
    Ok(Formula { order: all.try_into().unwrap_or_default(), adjusts_first })
}

/// What a formula begins with: P, or P and Kf in brackets.
fn begins(factor: &str, product: &str) -> Result<bool, Fault> {
    let sum = factor.strip_prefix('(').and_then(|sum| sum.strip_suffix(')')?.split_once('+'));
    match sum {
        _ if BASE.contains(&factor) => Ok(false),
        Some((base, adjustment)) if BASE.contains(&base) && ADJUSTMENT.contains(&adjustment) => Ok(true),
        _ => Err(adjusted_within(product).unwrap_or_else(|| {
            fault!("a formula begins with P 基准地价, not with {factor:?}", "公式应以基准地价P开头，而不是{factor:?}")
        })),
    }
}

/// Kf between corrections, where it would be corrected by some of them.
fn adjusted_within(factor: &str) -> Option<Fault> {
    ADJUSTMENT.iter().any(|adjustment| factor.contains(adjustment)).then(|| {
        fault!(
            "Kf is added to P, as in (P + Kf) × Ky, or at the end: a formula that adds it between the corrections is not computed",
            "Kf须先与P相加，如(P+Kf)×Ky，或在末尾相加：在各项修正之间加Kf的公式不能计算",
        )
    })
}

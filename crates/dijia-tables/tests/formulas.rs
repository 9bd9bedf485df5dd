//! The formula of a document, as documents print it.

mod common;

use common::Tables;
use dijia_core::{Appraisal, Edition, FactorCorrection, LandUse, MixedUse, Share, parse_decimal};

fn with(formula: &str) -> Tables {
    Tables::jinan().line("edition.csv", "city,济南市,", &format!("city,济南市,\nformula,{formula},"))
}

fn read(formula: &str) -> Option<String> {
    let bytes = with(formula).are_accepted();
    let formula = Edition::open(&bytes).unwrap().formula()?;
    Some(formula.to_string())
}

#[test]
fn a_formula_is_read_however_it_is_written() {
    for printed in [
        "P × (1 + ΣKi) × Ky × Kv × Kt × Kj + Kf",
        "P×（1±∑Ki）×Ky×Kv×Kt×Kj＋Kf",
        "宗地地价＝P*(1+∑K)*ky*kv*kt*kj±kf",
        "V = 基准地价 · （1 + 因素修正之和） · 年期修正系数 · 容积率修正系数 · 期日修正系数 · 其他修正系数 + 开发程度修正",
        "Ｐ × (1+ΣKi) × Ｋｙ × Kv",
        "P × (1+ΣKi)",
    ] {
        assert_eq!(read(printed).as_deref(), Some("P × (1 + ΣKi) × Ky × Kv × Kt × Kj + Kf"), "{printed}");
    }
    assert_eq!(read("P × Kt × Kj × Ky").as_deref(), Some("P × Kt × Kj × Ky × Kv × (1 + ΣKi) + Kf"));
    assert_eq!(read("P").as_deref(), Some("P × Ky × Kv × Kt × Kj × (1 + ΣKi) + Kf"));
    let bytes = Tables::jinan().are_accepted();
    assert_eq!(Edition::open(&bytes).unwrap().formula(), None);
}

/// Kf with P is corrected with it.
#[test]
fn a_formula_that_adds_kf_first() {
    for printed in [
        "(P + Kf) × (1 + ΣKi) × Ky × Kv",
        "宗地地价＝（基准地价±Kf）×（1＋∑Ki）×年期修正系数×容积率修正系数",
        "V=［P±开发程度修正］*(1+∑K)*ky*kv",
    ] {
        assert_eq!(read(printed).as_deref(), Some("(P + Kf) × (1 + ΣKi) × Ky × Kv × Kt × Kj"), "{printed}");
        let bytes = with(printed).are_accepted();
        assert!(Edition::open(&bytes).unwrap().formula().unwrap().adjusts_first());
    }
    assert_eq!(read("(P + Kf)").as_deref(), Some("(P + Kf) × Ky × Kv × Kt × Kj × (1 + ΣKi)"));
}

#[test]
fn a_formula_that_is_another_method_is_refused() {
    let refused = |formula: &str, english: &str, chinese: &str| {
        let english = format!("edition.csv:3:2: value: {english}");
        with(formula).are_refused(&[(&english, &format!("value：{chinese}"))]);
    };
    let within = (
        "Kf is added to P, as in (P + Kf) × Ky, or at the end: a formula that adds it between the corrections is not computed",
        "Kf须先与P相加，如(P+Kf)×Ky，或在末尾相加：在各项修正之间加Kf的公式不能计算",
    );
    refused("P × (1+ΣKi) + Kf × Ky", within.0, within.1);
    refused("P + Kf × Ky", within.0, within.1);
    refused("(P × Ky + Kf) × Kv", within.0, within.1);
    refused("P × Ky × Kf", within.0, within.1);
    refused("(P + Kf) × Ky + Kf", "Kf is there twice", "Kf出现两次");
    refused(
        "P × K1",
        "\"k1\" is no part of a formula: they are Ky, Kv, Kt, Kj and (1 + ΣKi), and + Kf at the end or with P",
        "\"k1\"不是公式的一项：可有的项为Ky、Kv、Kt、Kj、(1+ΣKi)，以及末尾或P之后的+Kf",
    );
    refused("Ky × P", "a formula begins with P 基准地价, not with \"ky\"", "公式应以基准地价P开头，而不是\"ky\"");
    refused("P × Ky × Kv × 年期修正系数", "\"年期修正系数\" is there twice", "\"年期修正系数\"出现两次");
}

/// (9138 − 138) × 1.1 × 0.95 = 9405, where P × 1.1 × 0.95 − 138 would be 9411.21; without Kf nothing is added.
#[test]
fn a_parcel_is_priced_by_the_formula_that_adds_kf_first() {
    let bytes = with("(P ± Kf) × (1 + ΣKi) × Kv").are_accepted();
    let edition = Edition::open(&bytes).unwrap();
    let zone = edition.zone_price(LandUse::Commercial, "Ⅲ-4").unwrap();
    let decimal = |text| parse_decimal(text).unwrap();
    let factors = [FactorCorrection::parse("区域", "-5%").unwrap()];
    let parcel = Appraisal::from_zone(zone).plot_ratio_coefficient(decimal("1.1")).factor_corrections(&factors);
    let adjusted = parcel.development_adjustment(decimal("-138")).appraise().unwrap();
    assert_eq!(adjusted.unit_price().to_string(), "9405.00");
    assert_eq!(adjusted.coefficients().development_adjustment, Some(decimal("-138")));
    let sheet = adjusted.to_string();
    for line in ["V = (P + Kf) × (1 + ΣKi) × Kv\n", "  = (9138 - 138) × (1 - 5%) × 1.1\n", "  = 9405.00 元/㎡\n"]
    {
        assert!(sheet.contains(line), "{sheet}");
    }
    let plain = parcel.appraise().unwrap();
    // 9138 × 1.1 × 0.95 = 9549.21
    assert_eq!(plain.unit_price().to_string(), "9549.21");
    assert!(plain.to_string().contains("V = P × (1 + ΣKi) × Kv\n"));
    // A price of the caller's own that has the basis of the document is corrected as the document's are.
    let own = Appraisal::from_price(decimal("1000")).basis(zone.basis());
    let own = own.plot_ratio_coefficient(decimal("1.1")).development_adjustment(decimal("100")).appraise().unwrap();
    assert_eq!(own.unit_price().to_string(), "1210.00");
    // One without is corrected by the method.
    let own = Appraisal::from_price(decimal("1000"));
    let own = own.plot_ratio_coefficient(decimal("1.1")).development_adjustment(decimal("100")).appraise().unwrap();
    assert_eq!(own.unit_price().to_string(), "1200.00");
    // Each use of a mixed one by the formula of its document: 9405 × 0.6 + 1200 × 0.4 = 6123.
    let shares = [Share::new(&adjusted, decimal("0.6")), Share::new(&own, decimal("0.4"))];
    assert_eq!(MixedUse::new(&shares).appraise().unwrap().unit_price().to_string(), "6123.00");
    let all = parcel.development_adjustment(decimal("-9138.01")).appraise();
    // −0.01 × 1.1 × 0.95 = −0.01045
    assert_eq!(all.unwrap_err().to_string(), "the unit price would be -0.01, and must be positive");
}

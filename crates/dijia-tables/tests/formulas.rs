//! The formula of a document, as documents print it.

mod common;

use common::Tables;
use dijia_core::Edition;

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

#[test]
fn a_formula_that_is_another_method_is_refused() {
    let refused = |formula: &str, english: &str, chinese: &str| {
        let english = format!("edition.csv:3:2: value: {english}");
        with(formula).are_refused(&[(&english, &format!("value：{chinese}"))]);
    };
    let within = (
        "Kf stands before the end: a price to which it is added before other corrections is not computed",
        "Kf不在末尾：先加开发程度修正、再作其他修正的地价不能计算",
    );
    refused("(P + Kf) × Ky", within.0, within.1);
    refused("P × (1+ΣKi) + Kf × Ky", within.0, within.1);
    refused("P × Ky × Kf", within.0, within.1);
    refused(
        "P × K1",
        "\"k1\" is no part of a formula: they are Ky, Kv, Kt, Kj and (1 + ΣKi), and + Kf at the end",
        "\"k1\"不是公式的一项：可有的项为Ky、Kv、Kt、Kj、(1+ΣKi)，末尾为+Kf",
    );
    refused("Ky × P", "a formula begins with P 基准地价, not with \"ky\"", "公式应以基准地价P开头，而不是\"ky\"");
    refused("P × Ky × Kv × 年期修正系数", "\"年期修正系数\" is there twice", "\"年期修正系数\"出现两次");
}

//! As many levels as an appraisal takes, and as many coefficients as the area may say beside them. What is expected is computed
//! by hand beside it.

mod common;

use std::fmt::Write as _;

use common::Tables;
use dijia_core::{Appraisal, Decimal, DecimalText, Edition, Level, StepKind, Warning};

const EDITION: &str = "key,value\ncity,某市\ndocument_number,某政发〔2024〕1号\n";

/// A city with so many factors of 0.01 %, and so many coefficients that are 1.01 for any area.
fn city(factors: usize, coefficients: usize) -> Vec<u8> {
    let mut declared = String::from("kind,name,file,by,part\nfactors,,factors.csv,,因素表\n");
    let mut rows = String::from("factor,优,劣\n");
    for factor in 0..factors {
        writeln!(rows, "因素{factor},0.01%,-0.01%").unwrap();
    }
    for coefficient in 0..coefficients {
        writeln!(declared, "coefficients,系数{coefficient},area.csv,area,系数表{coefficient}").unwrap();
    }
    Tables::city(&[
        ("edition.csv", EDITION),
        ("annexes.csv", "label,land_uses,prices,file\n级别价,commercial,grade,prices.csv\n"),
        ("prices.csv", "grade,yuan_per_square_metre\n一级,1000\n"),
        ("corrections.csv", &declared),
        ("factors.csv", &rows),
        ("area.csv", "level,condition,coefficient\n小,<5000,1.01\n大,≥5000,0.99\n"),
    ])
    .are_accepted()
}

/// The price, the sum of the factors, and how many steps are of coefficients; with so many levels.
fn priced(file: &[u8], levels: usize) -> Result<(String, String, usize), String> {
    let edition = Edition::open(file).unwrap();
    let names: Vec<String> = (0..levels).map(|factor| format!("因素{factor}")).collect();
    let levels: Vec<Level<'_>> = names.iter().map(|of| Level { of, level: "优" }).collect();
    let parcel = Appraisal::from_grade(edition.grade_price("商服", "Ⅰ").unwrap()).corrections_as_published();
    let appraised = parcel.levels(&levels).area(Decimal::from(100)).appraise().map_err(|error| error.to_string())?;
    let sum = appraised.coefficients().factor_sum.map(|sum| DecimalText(sum).to_string()).unwrap_or_default();
    let coefficients = appraised.steps().filter(|step| step.kind == StepKind::Coefficient).count();
    Ok((DecimalText(appraised.unit_price()).to_string(), sum, coefficients))
}

/// 64 × 0.01 % = 0.64 %, and 1.01^8 = 1.0828567056280801: 1000 × 1.0828567… × 1.0064 = 1089.78698…
#[test]
fn sixty_four_levels_and_eight_coefficients_of_the_area() {
    assert_eq!(priced(&city(64, 8), 64), Ok(("1089.79".to_owned(), "0.0064".to_owned(), 8)));
    // One level more is more than an appraisal takes, and one coefficient more than there is room for beside so many.
    assert_eq!(
        priced(&city(65, 8), 65),
        Err("65 values of levels of factors are given, at most 64 are taken".to_owned())
    );
    assert_eq!(
        priced(&city(64, 9), 64),
        Err("73 values of levels of factors are given, at most 72 are taken".to_owned())
    );
    // 1.01^9 = 1.093685272684360901, with one level less.
    assert_eq!(priced(&city(64, 9), 63), Ok(("1100.58".to_owned(), "0.0063".to_owned(), 9)));
}

/// Of factors without a level the number and the first.
#[test]
fn what_has_no_level_is_counted() {
    let file = city(3, 1);
    let edition = Edition::open(&file).unwrap();
    let parcel = Appraisal::from_grade(edition.grade_price("商服", "Ⅰ").unwrap()).corrections_as_published();
    let without = |levels: &[&str], area: Option<i64>| {
        let levels: Vec<Level<'_>> = levels.iter().map(|of| Level { of, level: "优" }).collect();
        let parcel = parcel.levels(&levels);
        let parcel = area.map_or(parcel, |area| parcel.area(Decimal::from(area)));
        let warnings: Vec<String> = parcel
            .appraise()
            .unwrap()
            .warnings()
            .filter_map(|warning| match warning {
                Warning::WithoutLevel { .. } => Some(warning.to_string()),
                _ => None,
            })
            .collect();
        warnings.join("; ")
    };
    let said = |count, first: &str, more: &str| {
        format!(
            "no level is given of {count} published factors or coefficients, which correct nothing: \"{first}\"{more}"
        )
    };
    assert_eq!(without(&[], None), said(4, "因素0", ", …"));
    assert_eq!(without(&[], Some(1)), said(3, "因素0", ", …"));
    assert_eq!(without(&["因素0", "因素2"], None), said(2, "因素1", ", …"));
    assert_eq!(without(&["因素0", "因素2"], Some(1)), said(1, "因素1", ""));
    assert_eq!(without(&["因素0", "因素2", "因素1"], None), said(1, "系数0", ""));
    assert_eq!(without(&["因素0", "因素2", "因素1"], Some(1)), "");
}

/// In whatever order levels are given, each is that of the most particular table of its name: 1 % + 2 % of the grade's own and
/// 4 % of what holds for all.
#[test]
fn levels_come_in_any_order() {
    let file = Tables::city(&[
        ("edition.csv", EDITION),
        ("annexes.csv", "label,land_uses,prices,file\n级别价,commercial,grade,prices.csv\n"),
        ("prices.csv", "grade,yuan_per_square_metre\n一级,1000\n"),
        ("corrections.csv", "kind,name,file,grade,part\nfactors,,own.csv,一级,甲表\nfactors,,all.csv,,乙表\n"),
        ("own.csv", "factor,优,劣\n临街,1%,-1%\n绿化,2%,-2%\n"),
        ("all.csv", "factor,优,劣\n绿化,20%,-20%\n噪声,4%,-4%\n临街,10%,-10%\n"),
    ])
    .are_accepted();
    let edition = Edition::open(&file).unwrap();
    let parcel = Appraisal::from_grade(edition.grade_price("商服", "Ⅰ").unwrap()).corrections_as_published();
    for [a, b, c] in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let names = ["临街", "绿化", "噪声"];
        let levels = [names[a], names[b], names[c]].map(|of| Level { of, level: "优" });
        let sum = parcel.levels(&levels).derive().unwrap().factor_sum;
        assert_eq!(sum.map(|sum| DecimalText(sum).to_string()).as_deref(), Some("0.07"), "{levels:?}");
    }
}

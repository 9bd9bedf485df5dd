//! Where a price of the caller's own is from, and what it is of: on the worksheet, in the step, and where it takes no part.

use dijia_core::{Appraisal, Language, Origin, Quantity, Source, parse_decimal};

const ORIGIN: Origin<'static> = Origin {
    document: Some("某政发〔2024〕3号"),
    annex: Some("表1-1"),
    row: Some(7),
    area: Some("城关镇"),
    land_use: Some("公共管理与公共服务"),
    grade: Some("二等"),
    zone: Some("门斋"),
};

#[test]
fn origins_in_both_languages() {
    let said = |origin: Origin<'_>| {
        let subjects = [Language::Chinese, Language::English].map(|language| origin.subject(language).to_string());
        (origin.to_string(), format!("{origin:#}"), subjects)
    };
    let none = Origin::default();
    for (origin, chinese, english, subjects) in [
        (
            ORIGIN,
            "某政发〔2024〕3号 表1-1 第7行",
            "某政发〔2024〕3号, 表1-1, row 7",
            ["城关镇 公共管理与公共服务用地 二等 门斋 区片", "城关镇 公共管理与公共服务 grade 二等 zone 门斋"],
        ),
        (Origin { annex: Some("6"), grade: Some("限制级"), ..none }, "附件6", "annex 6", ["限制级", "grade 限制级"]),
        (
            Origin { row: Some(1), land_use: Some("工业用地"), grade: Some("Ⅱ"), ..none },
            "第1行",
            "row 1",
            ["工业用地 Ⅱ级", "工业用地 grade Ⅱ"],
        ),
        (none, "", "", ["", ""]),
    ] {
        assert_eq!(said(origin), (chinese.to_owned(), english.to_owned(), subjects.map(str::to_owned)));
    }
}

/// The heading, the computation and the source of the first step; a line break of the caller's breaks no line.
#[test]
fn the_worksheet_says_where_the_price_is_from() {
    let sheets = |origin: &Origin<'_>| {
        let appraised = Appraisal::from_price(parse_decimal("1144").unwrap()).origin(origin).appraise().unwrap();
        let lines = |language| {
            let text = appraised.worksheet(language).to_string();
            let lines: Vec<String> = text.lines().map(str::to_owned).collect();
            let of_price = lines.iter().find(|line| line.starts_with("P ")).unwrap().clone();
            [lines[1].clone(), of_price.split_whitespace().collect::<Vec<_>>().join(" ")]
        };
        [lines(Language::Chinese), lines(Language::English)].concat()
    };
    assert_eq!(
        sheets(&ORIGIN),
        [
            "基准地价  城关镇 公共管理与公共服务用地 二等 门斋 区片，某政发〔2024〕3号 表1-1 第7行",
            "P 基准地价 城关镇 公共管理与公共服务用地 二等 门斋 区片 1144 元/㎡ 某政发〔2024〕3号 表1-1 第7行",
            "benchmark price  城关镇 公共管理与公共服务 grade 二等 zone 门斋, 某政发〔2024〕3号, 表1-1, row 7",
            "P benchmark price 城关镇 公共管理与公共服务 grade 二等 zone 门斋 1144 yuan/m² 某政发〔2024〕3号, 表1-1, row 7",
        ]
    );
    let subject = Origin { land_use: Some("商服\n"), ..Origin::default() };
    assert_eq!(
        sheets(&subject),
        [
            "基准地价  商服 用地，输入值",
            "P 基准地价 商服 用地 1144 元/㎡ 给定",
            "benchmark price  商服 , given",
            "P benchmark price 商服 1144 yuan/m² given",
        ]
    );
    let document = Origin { document: Some("某\t文"), ..Origin::default() };
    assert_eq!(
        sheets(&document),
        [
            "基准地价  某 文",
            "P 基准地价 1144 元/㎡ 某 文",
            "benchmark price  某 文",
            "P benchmark price 1144 yuan/m² 某 文",
        ]
    );
}

#[test]
fn the_step_carries_it() {
    let price = Appraisal::from_price(parse_decimal("1144").unwrap());
    let source = |appraisal: Appraisal<'static>| {
        let appraised = appraisal.appraise().unwrap();
        appraised.steps().next().map(|step| format!("{:?}", step.source)).unwrap()
    };
    static NOTHING: Origin<'static> =
        Origin { document: None, annex: None, row: None, area: None, land_use: None, grade: None, zone: None };
    assert_eq!(source(price.origin(&ORIGIN)), format!("{:?}", Source::Origin(&ORIGIN)));
    assert_eq!(source(price.origin(&NOTHING)), "Caller");
    assert_eq!(source(price), "Caller");
    assert_eq!((Quantity::Origin.english(), Quantity::Origin.chinese()), ("origin of the price", "地价出处"));
}

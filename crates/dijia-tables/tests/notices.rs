//! Real notices as folders, against a second reading of the same figures: `tests/sources` has them as another hand wrote them
//! down, in rows and columns of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use dijia_core::{
    Appraisal, DecimalText, DevelopmentLevel, Edition, Error, GradePrice, Key, LandUse, PricedArea, RoundingPolicy,
    Service,
};
use dijia_tables::{read, read_files};

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The packed edition of a folder.
#[track_caller]
fn packed(name: &str) -> Vec<u8> {
    match read(&tests().join("editions").join(name)) {
        Ok(edition) => edition.pack(),
        Err(errors) => panic!("{errors}"),
    }
}

/// The rows of a source, its header first.
fn source(name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(tests().join("sources").join(name)).unwrap();
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn grade_price<'a>(
    edition: &'a Edition<'a>,
    area: Option<&str>,
    land_use: &str,
    grade: &str,
) -> Result<GradePrice<'a>, Error> {
    let (land_use, grade) = (edition.land_use(land_use)?, edition.grade(grade)?);
    match area {
        Some(area) => edition.grade_price_in(edition.area(area)?, land_use, grade),
        None => edition.grade_price(land_use, grade),
    }
}

/// The price as it is printed; empty where there is none.
fn printed(edition: &Edition<'_>, area: Option<&str>, land_use: &str, grade: &str) -> String {
    match grade_price(edition, area, land_use, grade) {
        Ok(price) => DecimalText(price.printed()).to_string(),
        Err(Error::NoSuchGrade { .. }) => String::new(),
        Err(error) => panic!("{land_use} {grade}: {error}"),
    }
}

/// Six land uses, the plot ratio of the basis by grade.
#[test]
fn tongdao_2026() {
    let file = packed("tongdao-2026");
    let edition = Edition::open(&file).unwrap();
    let rows = source("tongdao-2026-prices.csv");
    for row in &rows[1..] {
        for (grade, figure) in rows[0][1..6].iter().zip(&row[1..6]) {
            assert_eq!(&printed(&edition, None, &row[0], grade), figure, "{} {grade}", row[0]);
            let basis = grade_price(&edition, None, &row[0], grade).unwrap().basis();
            assert_eq!(basis.statutory_term().unwrap().to_string(), row[6], "{}", row[0]);
            let percent = row[7].strip_suffix('%').unwrap().replace('.', "");
            assert_eq!(
                DecimalText(basis.capitalization_rate().unwrap()).to_string(),
                format!("0.0{percent}"),
                "{}",
                row[0]
            );
            let five = [
                Service::Road,
                Service::Power,
                Service::Telecom,
                Service::WaterSupply,
                Service::Drainage,
                Service::Levelling,
            ];
            assert_eq!(basis.development_level(), Some(five.into_iter().collect::<DevelopmentLevel>()));
            assert_eq!(basis.development_name(), Some("五通一平"));
        }
    }
    assert_eq!(edition.grade_prices().len(), 6 * 5);
    for row in &source("tongdao-2026-basis.csv")[1..] {
        let basis = grade_price(&edition, None, "居住", &row[0]).unwrap().basis();
        assert_eq!(DecimalText(basis.plot_ratio().unwrap()).to_string(), row[2], "{}", row[0]);
        assert_eq!(basis.base_date().unwrap().to_string(), row[4]);
        assert_eq!(basis.grade().unwrap().key(), edition.grade(&row[0]).unwrap());
    }
    assert_eq!(grade_price(&edition, None, "仓储用地", "二级").unwrap().basis().plot_ratio(), None);
    // A use that is the only one of its class is asked for by the class too; one of no class is not.
    assert_eq!(edition.land_use("商业服务业用地"), Ok(Key::Known(LandUse::Commercial)));
    assert_eq!(edition.land_use("商服"), Ok(Key::Known(LandUse::Commercial)));
    assert!(matches!(edition.land_use("公用设施"), Ok(Key::Listed(_))));
    assert!(edition.grade_price(LandUse::Industrial, edition.grade("一级").unwrap()).is_err());
    let document = edition.document();
    assert_eq!((document.number, document.last_day_in_force, document.replaces), ("通政发〔2026〕1号", None, None));
}

/// Floor prices, ten grades, uses without some of them, a plot ratio for each price.
#[test]
fn shanghai_2013() {
    let file = packed("shanghai-2013");
    let edition = Edition::open(&file).unwrap();
    let uses = ["住宅", "商业", "办公", "研发总部", "工业"];
    let mut prices = 0;
    for row in &source("shanghai-2013.csv")[1..] {
        for (land_use, at) in uses.into_iter().zip((1..).step_by(2)) {
            assert_eq!(printed(&edition, None, land_use, &row[0]), row[at], "{land_use} {}", row[0]);
            let Ok(price) = grade_price(&edition, None, land_use, &row[0]) else { continue };
            prices += 1;
            assert_eq!(price.priced_area(), PricedArea::Floor);
            assert_eq!(
                DecimalText(price.basis().plot_ratio().unwrap()).to_string(),
                row[at + 1],
                "{land_use} {}",
                row[0]
            );
            // In tenths of a yuan: every plot ratio has one place.
            let tenths = |text: &str| -> u64 { text.replace('.', "").parse().unwrap() };
            let land = DecimalText(price.per_square_metre().unwrap()).to_string();
            assert_eq!(tenths(&land), row[at].parse::<u64>().unwrap() * tenths(&row[at + 1]), "{land_use} {}", row[0]);
            // Named, and not said to be any services.
            let level = if matches!(land_use, "研发总部" | "工业") { "五通一平" } else { "七通一平" };
            assert_eq!((price.basis().development_name(), price.basis().development_level()), (Some(level), None));
        }
    }
    // 10 residential, 10 commercial, 10 office, 4 research, 9 industrial.
    assert_eq!((prices, edition.grade_prices().len()), (43, 43));
    for spelling in ["10", "Ⅹ", "X", "十级", "x级", "１０"] {
        assert_eq!(printed(&edition, None, "住宅", spelling), "2090", "{spelling}");
    }
    // Two uses are commercial: the class alone is neither.
    let error = edition.grade_price(LandUse::Commercial, dijia_core::Grade::I).unwrap_err();
    assert_eq!(
        error.to_string(),
        "several land uses are commercial ones, 商业 and 办公, and which is meant is not guessed"
    );
    let office = edition.land_uses().find(|land_use| land_use.name() == "办公").unwrap();
    assert_eq!((office.english(), office.class()), ("office", Some(LandUse::Commercial)));
}

/// One price in two tables: of floor in the first, in 万元/亩 in the second.
#[test]
fn shanghai_2010() {
    let file = packed("shanghai-2010");
    let edition = Edition::open(&file).unwrap();
    let mut prices = 0;
    let whole = RoundingPolicy::default().with_amount_places(0).unwrap();
    for row in &source("shanghai-2010.csv")[1..] {
        for (place, land_use) in ["住宅", "商业", "办公", "工业"].into_iter().enumerate() {
            let [figure, plot_ratio, per_mu] = [1 + 2 * place, 2 + 2 * place, 9 + place].map(|at| row[at].as_str());
            assert_eq!(printed(&edition, None, land_use, &row[0]), figure, "{land_use} {}", row[0]);
            let Ok(price) = grade_price(&edition, None, land_use, &row[0]) else { continue };
            prices += 1;
            let text = |value: Option<_>| value.map(|value| DecimalText(value).to_string()).unwrap_or_default();
            assert_eq!(text(price.wan_yuan_per_mu()), per_mu, "{land_use} {}", row[0]);
            assert_eq!(text(price.basis().plot_ratio()), plot_ratio, "{land_use} {}", row[0]);
            assert_eq!(price.priced_area(), PricedArea::Floor);
            // Priced from the floor price × the plot ratio, 万元/亩 is the one that table 1-2 prints.
            let priced = Appraisal::from_grade(price).rounding(whole).appraise().unwrap();
            if !per_mu.is_empty() {
                assert_eq!(DecimalText(priced.wan_yuan_per_mu()).to_string(), per_mu, "{land_use} {}", row[0]);
            }
            let citation = price.citation().to_string();
            assert_eq!(citation, format!("上海市2010年基准地价更新成果 表1-1 第{}行", row[0]));
        }
    }
    assert_eq!((prices, edition.grade_prices().len()), (39, 39));
}

/// No industrial grade Ⅰ, and nothing said of what the prices assume.
#[test]
fn daguan_2014() {
    let file = packed("daguan-2014");
    let edition = Edition::open(&file).unwrap();
    let rows = source("daguan-2014.csv");
    for row in &rows[1..] {
        for (land_use, figure) in rows[0][1..].iter().zip(&row[1..]) {
            assert_eq!(&printed(&edition, None, land_use, &row[0]), figure, "{land_use} {}", row[0]);
        }
    }
    assert_eq!(edition.grade_prices().len(), 11);
    let basis = grade_price(&edition, None, "工业", "Ⅱ").unwrap().basis();
    assert_eq!((basis.base_date(), basis.plot_ratio(), basis.statutory_term()), (None, None, None));
    assert_eq!((basis.capitalization_rate(), basis.development_level(), basis.right()), (None, None, None));
    assert_eq!(edition.document().number, "大关县县城规划区城镇土地定级与基准地价");
}

/// Four areas, each with its grades, and a 六通一平 that is not Jinan's.
#[test]
fn lanzhou_counties() {
    let file = packed("lanzhou-counties");
    let edition = Edition::open(&file).unwrap();
    let rows = source("lanzhou-counties.csv");
    let mut levels: BTreeMap<&str, &str> = BTreeMap::new();
    for row in &rows[1..] {
        for (grade, figure) in rows[0][2..7].iter().zip(&row[2..7]) {
            assert_eq!(&printed(&edition, Some(&row[0]), &row[1], grade), figure, "{} {} {grade}", row[0], row[1]);
        }
        if !row[7].is_empty() {
            levels.insert(&row[0], &row[7]);
        }
    }
    assert_eq!(edition.grade_prices().len(), 54);
    assert_eq!(levels.len(), 4);
    let four = [Service::Road, Service::Power, Service::WaterSupply, Service::Drainage, Service::Levelling];
    let six = [Service::Heating, Service::Telecom];
    for (area, level) in levels {
        let basis = grade_price(&edition, Some(area), "商业", "Ⅱ").unwrap().basis();
        let (name, further) =
            if level.starts_with("六通一平(") { ("六通一平", &six[..]) } else { ("四通一平", &[][..]) };
        let expected: DevelopmentLevel = four.into_iter().chain(further.iter().copied()).collect();
        assert_eq!((basis.development_name(), basis.development_level()), (Some(name), Some(expected)), "{area}");
        assert_ne!(expected, DevelopmentLevel::SIX_SERVICES);
    }
    assert_eq!(edition.area("Yuzhong County"), edition.area("榆中县"));
}

/// Bases by district, and no price in hand.
#[test]
fn zibo_2023() {
    let file = packed("zibo-2023");
    let edition = Edition::open(&file).unwrap();
    for row in &source("zibo-2023.csv")[1..] {
        for (area, plot_ratio) in ["张店区", "其他区县"].into_iter().zip(&row[1..3]) {
            let basis = edition.basis(edition.area(area).unwrap(), edition.land_use(&row[0]).unwrap()).unwrap();
            assert_eq!(&DecimalText(basis.plot_ratio().unwrap()).to_string(), plot_ratio, "{area} {}", row[0]);
            let rate = DecimalText(basis.capitalization_rate().unwrap()).to_string();
            let percent: f64 = row[3].strip_suffix('%').unwrap().parse().unwrap();
            assert_eq!((rate.parse::<f64>().unwrap() * 100_000.0).round(), percent * 1000.0, "{area} {}", row[0]);
            assert_eq!(basis.base_date().unwrap().to_string(), "2023-01-01");
            let error = grade_price(&edition, Some(area), &row[0], "Ⅰ").unwrap_err();
            assert!(matches!(error, Error::FiguresNotInHand { .. }), "{error}");
        }
    }
    assert_eq!(edition.bases().len(), 8);
}

/// Codes that are names, and no grade and number.
#[test]
fn beijing_codes() {
    let file = packed("beijing-codes");
    let edition = Edition::open(&file).unwrap();
    let codes = &source("beijing-codes.csv")[1].join(",");
    let codes: Vec<&str> = codes.split(';').collect();
    assert_eq!(codes.len(), 67);
    for (place, code) in codes.iter().enumerate() {
        for (land_use, price) in [("商业", 20_000 + 37 * place), ("住宅", 18_000 + 41 * place)] {
            let found = edition
                .zone_price(edition.land_use(land_use).unwrap(), edition.zone_code(code).unwrap())
                .unwrap_or_else(|error| panic!("{land_use} {code}: {error}"));
            assert_eq!(DecimalText(found.printed()).to_string(), price.to_string(), "{land_use} {code}");
            assert_eq!((found.code_text().as_str(), found.code(), found.grade()), (*code, None, None));
        }
    }
    assert_eq!(edition.zone_prices().len(), 134);
    let of = |text: &str| edition.zone_code(text);
    assert_eq!(of(" 通１ "), of("通1"));
    assert_eq!(of("　２６"), of("26"));
    assert!(of("通5").is_err() && of("27").is_err() && of("通").is_err());
}

/// Jinan with annexes 5 and 6 in hand.
#[test]
fn jinan_2020_filled() {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for folder in [tests().join("../../dijia/data/jinan-2020"), tests().join("editions/jinan-2020-filled")] {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            if name.ends_with(".csv") {
                files.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    let file = read_files("jinan-2020-filled", files).unwrap_or_else(|errors| panic!("{errors}")).pack();
    let edition = Edition::open(&file).unwrap();
    let figures = |area: &str, land_use: &str| -> Vec<String> {
        ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"].into_iter().map(|grade| printed(&edition, Some(area), land_use, grade)).collect()
    };
    assert_eq!(figures("中心城区", "公共管理与公共服务"), ["5001", "4001", "3001", "2001"]);
    assert_eq!(figures("中心城区", "商服"), ["11924", "10942", "8198", "6150"]);
    assert_eq!(figures("建制镇", "商服"), ["1101", "801", "501", ""]);
    assert_eq!(figures("township", "住宅"), ["1001", "701", "", ""]);
    assert_eq!(figures("建制镇", "工业"), ["301", "", "", ""]);
    assert_eq!(figures("建制镇", "公服"), ["901", "601", "", ""]);
    let basis = grade_price(&edition, Some("建制镇"), "商服", "Ⅰ").unwrap().basis();
    assert_eq!(DecimalText(basis.plot_ratio().unwrap()).to_string(), "1.1");
    assert_eq!(basis.development_name(), Some("五通一平"));
    assert_eq!(edition.grade_prices().len(), 24 + 4 + 4 + 3 + 1);
}

/// What the notice says of itself beyond its tables.
#[test]
fn jinan_2020() {
    let file = read(&tests().join("../../dijia/data/jinan-2020")).unwrap().pack();
    let edition = Edition::open(&file).unwrap();
    let document = edition.document();
    assert_eq!(document.replaces, Some("济政发〔2018〕15号"));
    assert_eq!(
        document.replaces_title,
        Some("济南市人民政府关于调整城区及市区部分建制镇（街道）驻地国有土地基准地价的通知")
    );
    assert_eq!(document.replaces_date.unwrap().to_string(), "2018-06-27");
    let statements: Vec<_> =
        edition.statements().map(|of| (of.about(), of.words(), of.area().unwrap().name())).collect();
    let urban = |about, words| (about, words, "中心城区");
    assert_eq!(
        statements,
        [
            urban("包括", "含济南新旧动能转换先行区"),
            urban("东", "孙耿街道东行政界线、崔寨街道北行政界线、321省道、济南高新区代管范围北界线、历城区东行政界线"),
            urban("南", "绕城高速公路南环线、中心城区城市规划线南边界"),
            urban("西", "中心城区城市规划线西边界、桑梓店街道西行政界线、孙耿街道西行政界线、太平街道西行政界线"),
            urban("北", "徒骇河"),
        ]
    );
    let places: Vec<_> = edition.places().map(|of| (of.name(), of.district().unwrap(), of.area().name())).collect();
    let of = |district| move |name| (name, district, "建制镇");
    let expected = ["仲宫街道", "柳埠街道", "西营街道"].map(of("市南部山区"));
    let further = ["归德街道", "五峰山街道", "万德街道", "张夏街道", "孝里镇", "马山镇", "双泉镇"].map(of("长清区"));
    assert_eq!(places, [&expected[..], &further[..]].concat());
}

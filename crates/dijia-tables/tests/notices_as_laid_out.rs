//! Real notices in the layout that they are printed in, against a second reading of the same figures in `tests/sources`, and a
//! parcel priced from each by hand.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use common::Tables;
use dijia_core::{
    Appraisal, CorrectionTable, Decimal, DecimalText, Edition, Error, GradePrice, PricedArea, Service, Warning,
};

fn packed(name: &str) -> Vec<u8> {
    Tables::of(&format!("tests/editions/{name}")).are_accepted()
}

/// The rows of a source by the names of its columns.
fn source(name: &str) -> Vec<BTreeMap<String, String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/sources/{name}.csv"));
    let text = fs::read_to_string(file).unwrap();
    let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    let header = lines.next().unwrap();
    lines.map(|cells| header.iter().cloned().zip(cells).collect()).collect()
}

fn text(value: Option<Decimal>) -> String {
    value.map(|value| DecimalText(value).to_string()).unwrap_or_default()
}

fn price<'a>(edition: &'a Edition<'a>, land_use: &str, grade: &str) -> Result<GradePrice<'a>, Error> {
    edition.grade_price(edition.land_use(land_use)?, edition.grade(grade)?)
}

/// Every price of a source whose columns are named after land uses, each with one in 万元/亩 beside it, and how many there are.
fn compare(edition: &Edition<'_>, rows: &[BTreeMap<String, String>], uses: &[&str]) -> usize {
    let mut found = 0;
    for row in rows {
        for land_use in uses {
            let (figure, grade) = (&row[*land_use], &row["grade"]);
            match price(edition, land_use, grade) {
                Ok(price) => {
                    let bound = if price.is_lower_bound() { "≥" } else { "" };
                    assert_eq!(format!("{bound}{}", text(Some(price.printed()))), *figure, "{land_use} {grade}");
                    let per_mu = row.get(&format!("{land_use}万元/亩")).map_or("", String::as_str);
                    assert_eq!(text(price.wan_yuan_per_mu()), per_mu, "{land_use} {grade}");
                    found += 1;
                }
                Err(Error::NoSuchGrade { .. }) => assert_eq!(figure, "", "{land_use} {grade}"),
                Err(error) => panic!("{land_use} {grade}: {error}"),
            }
        }
    }
    assert_eq!(edition.grade_prices().len(), found);
    found
}

/// Prices of floor and of land in one table, as the headings say, and a grade that has a name.
#[test]
fn qingdao_2014() {
    let file = packed("qingdao-2014");
    let edition = Edition::open(&file).unwrap();
    assert_eq!(compare(&edition, &source("qingdao-2014"), &["商服", "住宅", "工业"]), 10 + 10 + 12);
    for (land_use, area) in [("商服", PricedArea::Floor), ("住宅", PricedArea::Floor), ("工业", PricedArea::Land)]
    {
        assert_eq!(price(&edition, land_use, "三级").unwrap().priced_area(), area);
    }
    // 880 元/㎡ × 0.95 = 836.
    let three = price(&edition, "工业", "三级").unwrap();
    let appraised = Appraisal::from_grade(three).plot_ratio_coefficient(Decimal::new(95, 2)).appraise().unwrap();
    assert_eq!(text(Some(appraised.unit_price())), "836.00");
    let restricted = price(&edition, "工业", "限制级").unwrap();
    let appraised = Appraisal::from_grade(restricted).appraise().unwrap();
    assert_eq!(text(Some(appraised.unit_price())), "1300.00");
    assert!(appraised.warnings().any(|warning| matches!(warning, Warning::LowerBound { .. })));
    // A floor price is one of land only by a plot ratio, which the notice does not say.
    assert!(Appraisal::from_grade(price(&edition, "住宅", "二级").unwrap()).appraise().is_err());
}

/// Grades in columns, and under each land use a row of 元/平方米 and one of 万元/亩; cells that are merged.
#[test]
fn hongya_2017() {
    let file = packed("hongya-2017");
    let edition = Edition::open(&file).unwrap();
    assert_eq!(compare(&edition, &source("hongya-2017"), &["商服", "住宅", "工业", "公服"]), 5 + 4 + 1 + 4);
    let six = [Service::WaterSupply, Service::Drainage, Service::Power, Service::Telecom, Service::Gas, Service::Road];
    let expected = six.into_iter().chain([Service::Levelling]).collect();
    for (land_use, plot_ratio, term, row) in
        [("商服", "1.5", "40", 1), ("住宅", "1.8", "70", 3), ("工业", "1.0", "50", 5), ("公服", "1.2", "50", 7)]
    {
        let price = price(&edition, land_use, "Ⅰ").unwrap();
        let basis = price.basis();
        assert_eq!(
            (text(basis.plot_ratio()).as_str(), basis.statutory_term().unwrap().to_string().as_str()),
            (plot_ratio, term)
        );
        assert_eq!((basis.development_name(), basis.development_level()), (Some("六通一平"), Some(expected)));
        assert_eq!(basis.base_date().unwrap().to_string(), "2017-01-01");
        // The row of the printed table, not that of the grade.
        assert_eq!(price.citation().to_string(), format!("洪雅县城区基准地价及地价定义 基准地价表 第{row}行"));
    }
    // 1.06^-50 = 0.054288, 1.06^-70 = 0.016927: Ky = 0.945712 ÷ 0.983073 = 0.96200; 1050 × 0.9620 = 1010.10.
    let appraised = Appraisal::from_grade(price(&edition, "住宅", "Ⅱ").unwrap())
        .capitalization_rate(Decimal::new(6, 2))
        .remaining_term(Decimal::from(50))
        .appraise()
        .unwrap();
    assert_eq!(text(Some(appraised.unit_price())), "1010.10");
}

/// A table for each land use, with prices, plot ratios and ranges of prices in rows; one cell has a word; prices of streets.
#[test]
fn jingde_2018() {
    let file = packed("jingde-2018");
    let edition = Edition::open(&file).unwrap();
    let rows = source("jingde-2018");
    let said: Vec<_> = edition.statements().map(|of| (of.about(), of.words())).collect();
    for row in &rows {
        let (land_use, grade) = (&row["land_use"], &row["grade"]);
        let price = price(&edition, land_use, grade).unwrap();
        assert_eq!(text(Some(price.printed())), row["price"], "{land_use} {grade}");
        assert_eq!(text(price.wan_yuan_per_mu()), row["per_mu"], "{land_use} {grade}");
        assert_eq!(text(price.basis().plot_ratio()), row["plot_ratio"], "{land_use} {grade}");
        let about = format!("{land_use}{}", price.grade().name());
        let range = format!("变幅(元/m2)：{}-{}", row["low"], row["high"]);
        assert!(said.contains(&(about.as_str(), range.as_str())), "{about} {range}");
        if !row["floor"].is_empty() {
            assert_eq!(text(price.per_floor_area()), row["floor"], "{land_use} {grade}");
        }
    }
    assert_eq!((edition.grade_prices().len(), rows.len()), (14, 14));
    // 控制区 is no price.
    assert!(matches!(price(&edition, "工业", "一级"), Err(Error::NoSuchGrade { .. })));
    let street = edition.zone_price(edition.land_use("商服").unwrap(), edition.zone_code("01").unwrap()).unwrap();
    assert_eq!(text(Some(street.printed())), "3346");
    assert_eq!(street.citation().to_string(), "旌德县城区土地级别与基准地价表 附表4 第1行");
    let of_street: Vec<_> = said.iter().filter(|(about, _)| *about == "01").map(|(_, words)| *words).collect();
    let expected = ["江村大道", "起点：城西路", "止点：城东路", "平均深度(m)：8-10", "平均宽度(m)：6-8"];
    assert_eq!(of_street, expected);
    assert_eq!(text(Some(edition.zone_price("商服", "04").unwrap().printed())), "2796");
    // 3346 × 1.04 = 3479.84.
    let appraised = Appraisal::from_zone(street).plot_ratio_coefficient(Decimal::new(104, 2)).appraise().unwrap();
    assert_eq!(text(Some(appraised.unit_price())), "3479.84");
}

/// A title above the table and terms below it.
#[test]
fn bazhong_2021() {
    let file = packed("bazhong-2021");
    let edition = Edition::open(&file).unwrap();
    assert_eq!(compare(&edition, &source("bazhong-2021"), &["商服", "住宅", "公服"]), 7 + 7 + 5);
    assert_eq!(price(&edition, "住宅", "Ⅲ").unwrap().area().name(), "巴州区");
    assert_eq!(price(&edition, "公服", "Ⅲ").unwrap().basis().plot_ratio(), None);
    // 2400 + 60 = 2460.
    let appraised = Appraisal::from_grade(price(&edition, "住宅", "Ⅲ").unwrap())
        .development_adjustment(Decimal::from(60))
        .appraise()
        .unwrap();
    assert_eq!(text(Some(appraised.unit_price())), "2460.00");
}

/// Two types of one land use, named with brackets, and the plot ratio of each by grade.
#[test]
fn zixing_2018() {
    let file = packed("zixing-2018");
    let edition = Edition::open(&file).unwrap();
    let rows = source("zixing-2018");
    assert_eq!(compare(&edition, &rows, &["类型I", "类型II"]), 10);
    for row in &rows {
        for land_use in ["类型I", "类型II"] {
            let basis = price(&edition, land_use, &row["grade"]).unwrap().basis();
            assert_eq!(text(basis.plot_ratio()), row[&format!("{land_use}容积率")], "{land_use} {}", row["grade"]);
            assert_eq!(basis.statutory_term().unwrap().to_string(), "50");
        }
    }
    // 565 × (1 − 1.05^-30) ÷ (1 − 1.05^-50) = 565 × 0.768623 ÷ 0.912796 = 565 × 0.8421 = 475.7865.
    let appraised = Appraisal::from_grade(price(&edition, "类型I", "三级").unwrap())
        .capitalization_rate(Decimal::new(5, 2))
        .remaining_term(Decimal::from(30))
        .appraise()
        .unwrap();
    assert_eq!(text(Some(appraised.unit_price())), "475.79");
}

/// A heading of two lines, and 万元/亩 of 666.67 ㎡.
#[test]
fn deyang() {
    let file = packed("deyang");
    let edition = Edition::open(&file).unwrap();
    assert_eq!(compare(&edition, &source("deyang"), &["商业", "住宅", "工业"]), 6 + 5 + 3);
    assert_eq!(price(&edition, "商业", "Ⅵ").unwrap().citation().to_string().rsplit(' ').next(), Some("第6行"));
    // 5426 × 1.10 = 5968.6.
    let appraised = Appraisal::from_grade(price(&edition, "商业", "Ⅰ").unwrap())
        .plot_ratio_coefficient(Decimal::new(110, 2))
        .appraise()
        .unwrap();
    assert_eq!(text(Some(appraised.unit_price())), "5968.60");
    // Without the rule of the notice, what it may be is said: 5426 × 666.67 ÷ 10000 = 361.735….
    let terms = "key,value\ncity,德阳市\ntitle,通知\nmu_places,2\n";
    Tables::of("tests/editions/deyang").with("edition.csv", terms).are_refused(&[(
        "annex-2.csv:3:3: 361.74 万元/亩 is not 5426 元/㎡ ÷ 15, which rounds to 361.73; it is with mu_places 2 and mu_area 666.67, \
         which edition.csv or annexes.csv may declare",
        "361.74万元/亩不等于5426元/㎡÷15，后者舍入为361.73；若万元/亩小数位为2、每亩平方米为666.67则相等，可在edition.csv或annexes.csv中注明",
    )]);
}

/// What the edition holds in words, and of what.
fn said_of(edition: &Edition<'_>) -> Vec<String> {
    edition.statements().map(|of| format!("{} {}", of.about(), of.words())).collect()
}

/// A corner that names both axes, and 元/㎡ that are fifteen times 万元/亩, rounded.
#[test]
fn shaqu_2011() {
    let file = packed("shaqu-2011");
    let edition = Edition::open(&file).unwrap();
    assert_eq!(compare(&edition, &source("shaqu-2011"), &["商业", "住宅", "工业"]), 6);
    // 242 × 1.05 = 254.1.
    let appraised = Appraisal::from_grade(price(&edition, "住宅", "二级").unwrap())
        .plot_ratio_coefficient(Decimal::new(105, 2))
        .appraise()
        .unwrap();
    assert_eq!(text(Some(appraised.unit_price())), "254.10");
    // 27.98 × 15 = 419.7 and 20.52 × 15 = 307.8: no number of places makes 420 ÷ 15 or 308 ÷ 15 of them, and all six figures keep
    // the other rule.
    let terms = "key,value\ncity,沙渠镇\ntitle,基准地价\n";
    let errors = Tables::of("tests/editions/shaqu-2011").with("edition.csv", terms).read().unwrap_err();
    assert_eq!(errors.as_slice().len(), 6);
    assert_eq!(
        errors.as_slice()[0].to_string(),
        "地价表.csv:4:3: 27.98 万元/亩 is not 420 元/㎡ ÷ 15, which rounds to 28; it is by square_metre_places 0, \
         元/㎡ being 万元/亩 × 15, which edition.csv or annexes.csv may declare"
    );
    assert_eq!(
        errors.as_slice()[0].chinese(),
        "地价表.csv:4:3: 27.98万元/亩不等于420元/㎡÷15，后者舍入为28；若元/㎡由万元/亩×15换算、元/㎡小数位为0则相等，\
         可在edition.csv或annexes.csv中注明"
    );
    // 27.91 × 15 = 418.65.
    let tables = Tables::of("tests/editions/shaqu-2011");
    let table = tables.text("地价表.csv").replace("27.98", "27.91");
    tables.with("地价表.csv", table).are_refused(&[(
        "地价表.csv:4:3: 420 元/㎡ is not 27.91 万元/亩 × 15, which rounds to 419",
        "420元/㎡不等于27.91万元/亩×15，后者舍入为419",
    )]);
}

/// Below each grade a price and its range; land uses of the document's own; grades called 一级地 and 一级区片.
#[test]
fn changyuan_2011() {
    let file = packed("changyuan-2011");
    let edition = Edition::open(&file).unwrap();
    let rows = source("changyuan-2011");
    let uses = ["商业", "住宅", "工业", "划拨权益", "交通", "特殊"];
    assert_eq!(compare(&edition, &rows, &uses), 4 + 4 + 3 + 4 + 3 + 2);
    let said = said_of(&edition);
    let mut ranges = 0;
    for row in &rows {
        for land_use in ["商业", "住宅", "工业", "划拨权益"] {
            let (low, high) = (&row[&format!("{land_use}低")], &row[&format!("{land_use}高")]);
            if !low.is_empty() {
                let grade = price(&edition, land_use, &row["grade"]).unwrap().grade().name();
                let is_it = |said: &String| {
                    ["－", "-"].iter().any(|dash| *said == format!("{land_use}{grade} 波动幅度：{low}{dash}{high}"))
                };
                assert!(said.iter().any(is_it), "{land_use}{grade} {low} {high}");
                ranges += 1;
            }
        }
    }
    // Each range is printed in 万元/亩 too.
    assert_eq!((ranges, said.len()), (15, 30));
    assert!(said.contains(&"商业Ⅰ 万元/亩 波动幅度：38.67－64".to_owned()));
    let second = price(&edition, "商业", "二级").unwrap();
    assert_eq!(second.citation().to_string(), "长垣县城区基准地价表(2011年5月1日起实施) 商业 第1行");
    // 510 × 1.03 = 525.3.
    let appraised = Appraisal::from_grade(second).plot_ratio_coefficient(Decimal::new(103, 2)).appraise().unwrap();
    assert_eq!(text(Some(appraised.unit_price())), "525.30");
}

/// Limits beside each price, in two units and in per cent; the grades stand under the name of the land use, and one has a name.
#[test]
fn datong_2018() {
    let file = packed("datong-2018");
    let edition = Edition::open(&file).unwrap();
    let rows = source("datong-2018");
    assert_eq!(compare(&edition, &rows, &["商服", "住宅", "工业"]), 5 + 5 + 4);
    let said = said_of(&edition);
    for row in &rows {
        for land_use in ["商服", "住宅", "工业"].into_iter().filter(|land_use| !row[*land_use].is_empty()) {
            let grade = price(&edition, land_use, &row["grade"]).unwrap().grade().name();
            for (word, limit) in [("上限", "高"), ("下限", "低")] {
                let expected = format!("{land_use}{grade} {word} 元/平方米：{}", row[&format!("{land_use}{limit}")]);
                assert!(said.contains(&expected), "{expected}");
            }
        }
    }
    assert!(said.contains(&"工业控制区 下限 下调幅度：-16.09%".to_owned()));
    assert_eq!(said.len(), 14 * 6);
    // 721 × 0.95 = 684.95.
    let appraised = Appraisal::from_grade(price(&edition, "工业", "控制区").unwrap())
        .plot_ratio_coefficient(Decimal::new(95, 2))
        .appraise()
        .unwrap();
    assert_eq!(text(Some(appraised.unit_price())), "684.95");
}

/// A land use beside grades of its own, the first of which has a name; two types of one land use.
#[test]
fn longyang_2019() {
    let file = packed("longyang-2019");
    let edition = Edition::open(&file).unwrap();
    let uses = ["商服", "住宅", "工业", "Ⅰ类公共服务", "Ⅱ类公共服务"];
    assert_eq!(compare(&edition, &source("longyang-2019"), &uses), 25);
    // The fifth row of the table has commercial grade Ⅴ and industrial grade Ⅳ.
    for (land_use, grade) in [("商服", "Ⅴ"), ("工业", "Ⅳ")] {
        assert!(price(&edition, land_use, grade).unwrap().citation().to_string().ends_with("表1 第5行"));
    }
    // 419 × 1.02 = 427.38.
    let appraised = Appraisal::from_grade(price(&edition, "工业", "一级").unwrap())
        .plot_ratio_coefficient(Decimal::new(102, 2))
        .appraise()
        .unwrap();
    assert_eq!(text(Some(appraised.unit_price())), "427.38");
}

/// One price in a row, its unit behind it; where a land use has no price there is no row, which is warned of.
#[test]
fn ninger_2015() {
    let tables = Tables::of("tests/editions/ninger-2015");
    let warnings = tables.read().unwrap().warnings().clone();
    assert_eq!(
        warnings.to_string(),
        "级别范围.csv:6:1: the industrial prices begin with grade Ⅱ, and others with grade Ⅰ"
    );
    assert_eq!(warnings.chinese(), "级别范围.csv:6:1: 工业价格自级别Ⅱ起，其他用途自级别Ⅰ起");
    let file = packed("ninger-2015");
    let edition = Edition::open(&file).unwrap();
    let rows = source("ninger-2015");
    let mut found = 0;
    for row in &rows {
        for land_use in ["商服", "住宅", "工业"].into_iter().filter(|land_use| !row[*land_use].is_empty()) {
            let price = price(&edition, land_use, &row["grade"]).unwrap();
            assert_eq!(text(Some(price.printed())), row[land_use], "{land_use} {}", row["grade"]);
            found += 1;
        }
    }
    assert_eq!((found, edition.grade_prices().len()), (14, 14));
    // 286 − 12 = 274.
    let appraised = Appraisal::from_grade(price(&edition, "工业", "Ⅱ").unwrap())
        .development_adjustment(Decimal::from(-12))
        .appraise()
        .unwrap();
    assert_eq!(text(Some(appraised.unit_price())), "274.00");
}

/// 元/㎡, and in brackets behind it the same in 万元/亩, as the title says.
#[test]
fn sanyuan_2025() {
    let file = packed("sanyuan-2025");
    let edition = Edition::open(&file).unwrap();
    let uses = ["商业服务业", "居住", "工矿", "公服"];
    assert_eq!(compare(&edition, &source("sanyuan-2025"), &uses), 16);
    // 1500 × 1.1 = 1650, ÷ 2.0 = 825 of floor.
    let appraised = Appraisal::from_grade(price(&edition, "居住", "二级").unwrap())
        .plot_ratio_coefficient(Decimal::new(11, 1))
        .plot_ratio(Decimal::new(20, 1))
        .appraise()
        .unwrap();
    assert_eq!(text(Some(appraised.unit_price())), "1650.00");
    assert_eq!(text(price(&edition, "居住", "二级").unwrap().basis().plot_ratio()), "2.0");
    // 437 ÷ 15 = 29.13; without the unit in brackets nothing says what the second figure is.
    let tables = Tables::of("tests/editions/sanyuan-2025");
    let table = tables.text("annex-1.csv").replace("29.13", "29.31");
    tables.clone().with("annex-1.csv", table).are_refused(&[(
        "annex-1.csv:5:5: 29.31 万元/亩 is not 437 元/㎡ ÷ 15, which rounds to 29.13",
        "29.31万元/亩不等于437元/㎡÷15，后者舍入为29.13",
    )]);
    let table = tables.text("annex-1.csv").replace("（万元/亩）", "");
    let errors = tables.with("annex-1.csv", table).read().unwrap_err();
    assert_eq!(errors.as_slice().len(), 16);
    assert_eq!(
        errors.as_slice()[0].to_string(),
        "annex-1.csv:4:2: 商业服务业用地: \"1590(106)\" has two figures: the title says what the second is, \
         单位：元/㎡（万元/亩）, or it has a column of its own"
    );
    assert_eq!(
        errors.as_slice()[0].chinese(),
        "annex-1.csv:4:2: 商业服务业用地：\"1590(106)\"有两个数：括号内为万元/亩时在标题中注明\"单位：元/㎡（万元/亩）\"，\
         否则另列一列"
    );
}

/// Land uses printed under others, whose terms are said of those; two units in rows under merged cells.
#[test]
fn sub_uses_2018() {
    let file = packed("sub-uses-2018");
    let edition = Edition::open(&file).unwrap();
    let uses: Vec<String> = edition.land_uses().map(|land_use| land_use.name().to_owned()).collect();
    let uses: Vec<&str> = uses.iter().map(String::as_str).collect();
    assert_eq!(uses.len(), 12);
    assert_eq!(compare(&edition, &source("sub-uses-2018"), &uses), 5 * 5 + 6 * 4 + 2);
    // Each at 6 %: 1.06^-30 = 0.174110, 1.06^-40 = 0.097222, 1.06^-50 = 0.054288.
    for (land_use, grade, years, expected) in [
        // 0.825890 ÷ 0.902778 = 0.9148; 2835 × 0.9148 = 2593.458.
        ("商务", "Ⅱ", 30, "2593.46"),
        // 0.902778 ÷ 0.945712 = 0.9546; 765 × 0.9546 = 730.269.
        ("医疗卫生", "Ⅲ", 40, "730.27"),
        // 0.825890 ÷ 0.945712 = 0.8733; 270 × 0.8733 = 235.791.
        ("物流仓储", "Ⅱ", 30, "235.79"),
    ] {
        let appraised = Appraisal::from_grade(price(&edition, land_use, grade).unwrap())
            .capitalization_rate(Decimal::new(6, 2))
            .remaining_term(Decimal::from(years))
            .appraise()
            .unwrap();
        assert_eq!(text(Some(appraised.unit_price())), expected, "{land_use}");
    }
}

/// Prices of floor, which the title alone says: what `annexes.csv` does not declare is not taken for land.
#[test]
fn qingyuan() {
    let file = packed("qingyuan");
    let edition = Edition::open(&file).unwrap();
    for (grade, figure) in [("Ⅰ", "4920"), ("Ⅱ", "3480"), ("Ⅲ", "2350")] {
        let price = price(&edition, "商服", grade).unwrap();
        assert_eq!((text(Some(price.printed())).as_str(), price.priced_area()), (figure, PricedArea::Floor));
    }
    let tables = Tables::of("tests/editions/qingyuan");
    let undeclared = tables.text("annexes.csv").replace(",楼面", ",");
    let fault = (
        "商业.csv:1:1: the title says 楼面: annexes.csv is to say whether the prices are of floor, \"price_per\" being floor or land",
        "标题中有\"楼面\"：annexes.csv须以\"价格单位\"注明价格是楼面还是地面",
    );
    tables.clone().with("annexes.csv", &undeclared).are_refused(&[fault]);
    // Declared to be of land, as where a title has both words, they are.
    tables.with("annexes.csv", undeclared.replace("级别,\n", "级别,地面\n")).are_accepted();
}

/// Terms of 40 and 70 years in four and seven parts side by side.
#[test]
fn bazhong_terms() {
    let file = packed("bazhong-terms");
    let edition = Edition::open(&file).unwrap();
    let rows = source("bazhong-terms");
    assert_eq!(rows.len(), 70);
    for (land_use, years) in [("商服", 40), ("住宅", 70)] {
        let is_of = |table: &CorrectionTable<'_>| table.land_use().is_some_and(|of| of.name() == land_use);
        let table = edition.correction_tables().find(is_of).unwrap();
        let found: Vec<_> = table.rows().collect();
        assert_eq!(found.len(), years);
        for (row, of) in found.iter().zip(&rows) {
            assert_eq!(text(Some(row.value())), of[land_use], "{land_use} {}", of["years"]);
        }
        // Year 12 is in the second row of parts of ten rows.
        assert!(found[11].citation().to_string().ends_with("第2行"), "{}", found[11].citation());
    }
}

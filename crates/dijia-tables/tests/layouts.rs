//! The layouts that tables are printed in, each a made-up city of a few figures: what a printer does to a table is read, and what
//! could be read in two ways is refused.

mod common;

use common::{Tables, prices};
use dijia_core::{Appraisal, Decimal, DecimalText, Edition, Level};

const LAND: &str = "number,land_uses,prices\n1,商业+住宅,grade\n";
const FLOOR: &str = "number,land_uses,prices,price_per\n1,商业+住宅,grade,floor\n";

fn city(annexes: &str, table: &str) -> Tables {
    Tables::city(&[("annexes.csv", annexes), ("annex-1.csv", table)])
}

fn sorted(mut prices: Vec<String>) -> Vec<String> {
    prices.sort();
    prices
}

/// The same two prices of two grades in every layout: 900 and 700 元/㎡ are 60 and 46.67 万元/亩, to no places 60 and 47.
#[test]
fn one_table_in_every_layout() {
    let expected = sorted(
        ["商服 Ⅰ 900 Land 60", "商服 Ⅱ 700 Land 47", "住宅 Ⅰ 600 Land 40", "住宅 Ⅱ 450 Land 30"]
            .map(|price| format!("某市 {price} - -"))
            .to_vec(),
    );
    for table in [
        "级别,商业,商业万元/亩,住宅,住宅万元/亩\n一级,900,60,600,40\n二级,700,47,450,30\n",
        "级别,商业(元/㎡),商业(万元/亩),住宅（元/平方米）,住宅（万元/亩）\n一级,900,60,600,40\n二级,700,47,450,30\n",
        "级别,商业用地,,住宅用地,\n,元/m2,万元/亩,元/m²,万元/亩\n一级,900,60,600,40\n二级,700,47,450,30\n",
        "土地级别,元/㎡,,万元/亩,\n,商业,住宅,商业,住宅\n一级,900,600,60,40\n二级,700,450,47,30\n",
        "级别,基准地价,,,\n,商业用地,,住宅用地,\n,元/㎡,万元/亩,元/㎡,万元/亩\n一级,900,60,600,40\n二级,700,47,450,30\n",
        "用途,单位,一级,二级\n商业,元/㎡,900,700\n,万元/亩,60,47\n住宅,元/㎡,600,450\n,万元/亩,40,30\n",
        "土地级别,,Ⅰ,Ⅱ\n商业,基准地价（元/㎡）,900,700\n,换算价格（万元/亩）,60,47\n住宅,基准地价,600,450\n,折算价格（万元/亩）,40,30\n",
        "某市城区基准地价表,,\n级别,商业,商业万元/亩,住宅,住宅万元/亩\n一级,900,60,600,40\n二级,700,47,450,30\n\
         注：1.以上价格为出让土地使用权价格。,,\n2.五通一平。,,\n",
        "单位：元/㎡、万元/亩\n级别;商业;商业万元/亩;住宅;住宅万元/亩\n一级;900;60;600;40\n二级;700;47;450;30\n",
        "用途\t级别\t元/㎡\t万元/亩\n商业\t一级\t900\t60\n\t二级\t700\t47\n住宅\t一级\t600\t40\n\t二级\t450\t30\n",
    ] {
        assert_eq!(sorted(prices(&city(LAND, table).are_accepted())), expected, "{table}");
    }
    let table = "级别,商业用地,,住宅用地,\n,元/m2,万元/亩,元/m2,万元/亩\n一级,900,60,600,40\n二级,700,47,450,30\n";
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let tabs = table.replace(',', "\t");
        mark.into_iter().chain(tabs.encode_utf16().flat_map(bytes)).collect()
    };
    let little = utf16([0xff, 0xfe], u16::to_le_bytes);
    for bytes in [little, utf16([0xfe, 0xff], u16::to_be_bytes)] {
        let tables = city(LAND, table).with("annex-1.csv", bytes);
        assert_eq!(sorted(prices(&tables.are_accepted())), expected);
    }
}

/// Every figure of a turned table is cited by the row that it is printed in, and told of where it stands.
#[test]
fn turned_tables_keep_their_places() {
    let table = "用途,单位,一级,二级\n商业,元/㎡,900,700\n,万元/亩,60,47\n住宅,元/㎡,600,450\n,万元/亩,40,30\n";
    let file = city(LAND, table).are_accepted();
    let edition = Edition::open(&file).unwrap();
    let cited: Vec<String> = edition
        .grade_prices()
        .map(|price| {
            format!("{} {}", price.land_use().name(), price.citation().to_string().rsplit(' ').next().unwrap())
        })
        .collect();
    assert_eq!(cited, ["商服 第1行", "住宅 第3行", "商服 第1行", "住宅 第3行"]);
    city(LAND, &table.replace(",46", ",4").replace("47", "46").replace("450", "45x")).are_refused(&[
        (
            "annex-1.csv:3:4: 46 万元/亩 is not 700 元/㎡ ÷ 15, which rounds to 47",
            "46万元/亩不等于700元/㎡÷15，后者舍入为47",
        ),
        (
            "annex-1.csv:4:4: 住宅 元/㎡: invalid decimal \"45x\": a decimal is digits with at most one point between them, such as \
             0.9138, at character 3",
            "住宅 元/㎡：数字\"45x\"不正确：数字由数字字符组成，中间至多一个小数点，如0.9138（第3个字符）",
        ),
    ]);
    // What says nothing that is known of its figures is told, and not passed over.
    city(LAND, &table.replace("\n,万元/亩,60,47", "\n,出让金（元/㎡）,60,47")).read().unwrap_err();
    let rows = "number,land_uses,prices,rows\n1,商业+住宅,grade,5\n";
    city(rows, table).are_refused(&[(
        "annex-1.csv:5:1: 4 rows, but annexes.csv says that the printed table has 5",
        "有4行，而annexes.csv称原表有5行",
    )]);
}

/// A heading above another is part of it, unless it says nothing of its own: of what it is, no price is guessed.
#[test]
fn a_heading_above_another_is_part_of_it() {
    let table = |above: &str| {
        format!("级别,{above},,容积率,\n,商业,住宅,商业,住宅\n一级,900,600,2.0,1.5\n二级,700,450,1.8,1.2\n")
    };
    let expected = [
        "某市 商服 Ⅰ 900 Land - - 2.0",
        "某市 住宅 Ⅰ 600 Land - - 1.5",
        "某市 商服 Ⅱ 700 Land - - 1.8",
        "某市 住宅 Ⅱ 450 Land - - 1.2",
    ];
    for above in ["基准地价", "基准地价（元/㎡）", "元/平方米", "级别价"] {
        assert_eq!(prices(&city(LAND, &table(above)).are_accepted()), expected, "{above}");
    }
    let errors = city(LAND, &table("出让金")).read().unwrap_err();
    assert_eq!(errors.as_slice().len(), 2);
    let shown = errors.to_string();
    assert!(shown.starts_with("annex-1.csv:2:2: unknown column \"出让金 商业\": the columns are "), "{shown}");
}

/// 元/㎡ is of floor where the annex says that its prices are, and of land where a floor price stands beside it.
#[test]
fn square_metres_are_those_of_the_annex() {
    let headed = |heading: &str| format!("级别,{heading}\n一级,900,600\n");
    let floor = ["某市 商服 Ⅰ 900 Floor - 900 -", "某市 住宅 Ⅰ 600 Floor - 600 -"];
    for heading in ["商业,住宅", "商业元/㎡,住宅元/㎡", "商业（元/㎡）,住宅（元/㎡）", "商业楼面地价,住宅（楼面地价）"]
    {
        assert_eq!(prices(&city(FLOOR, &headed(heading)).are_accepted()), floor, "{heading}");
    }
    let land = ["某市 商服 Ⅰ 900 Land - - -", "某市 住宅 Ⅰ 600 Land - - -"];
    for heading in ["商业地面地价,住宅（地面价）", "商业（土地单价）,住宅_yuan_per_square_metre"]
    {
        assert_eq!(prices(&city(FLOOR, &headed(heading)).are_accepted()), land, "{heading}");
    }
    for heading in ["商业,住宅", "商业元/㎡,住宅（元/㎡）"] {
        assert_eq!(prices(&city(LAND, &headed(heading)).are_accepted()), land, "{heading}");
    }
    let one = "number,land_uses,prices,price_per\n1,商业,grade,floor\n";
    let table = "级别,元/㎡,楼面地价,容积率\n一级,900,450,2.0\n";
    assert_eq!(prices(&city(one, table).are_accepted()), ["某市 商服 Ⅰ 900 Land - 450 2.0"]);
    assert_eq!(prices(&city(one, "级别,元/㎡\n一级,900\n").are_accepted()), ["某市 商服 Ⅰ 900 Floor - 900 -"]);
}

/// The unit that a title says is that of the columns that say none; one that no price is held in is refused.
#[test]
fn the_unit_of_a_title() {
    let table = |unit: &str| format!("某市基准地价,,\n单位：{unit},,\n级别,商业,住宅\n一级,60,40\n");
    let land = ["某市 商服 Ⅰ 60 Land - - -", "某市 住宅 Ⅰ 40 Land - - -"];
    for unit in ["元/平方米", "元/㎡", "元／m2", "元/㎡、万元/亩"] {
        assert_eq!(prices(&city(LAND, &table(unit)).are_accepted()), land, "{unit}");
    }
    let per_mu = ["某市 商服 Ⅰ 900 Land 60 - -", "某市 住宅 Ⅰ 600 Land 40 - -"];
    assert_eq!(prices(&city(LAND, &table("万元/亩")).are_accepted()), per_mu);
    // 60 元/亩 are 0.006 万元/亩, and × 3 ÷ 2000 they are 0.09 元/㎡.
    let yuan_per_mu = ["某市 商服 Ⅰ 0.090 Land 0.006 - -", "某市 住宅 Ⅰ 0.060 Land 0.004 - -"];
    assert_eq!(prices(&city(LAND, &table("元/亩")).are_accepted()), yuan_per_mu);
    city(LAND, &table("元/公顷")).are_refused(&[(
        "annex-1.csv:2:1: the unit \"元/公顷\" is neither 元/㎡ nor 万元/亩 nor 元/亩",
        "单位\"元/公顷\"不是元/㎡、万元/亩或元/亩",
    )]);
}

/// A cell that is printed once for several rows, as merged cells are, is that of each of them.
#[test]
fn merged_cells() {
    let areas = "name\n东县\n西县\n";
    let table = "县区,用途,Ⅰ,Ⅱ\n东县,商业,9,8\n,住宅,7,6\n西县,商业,5,4\n,住宅,3,2\n";
    let file = Tables::city(&[("areas.csv", areas), ("annexes.csv", LAND), ("annex-1.csv", table)]).are_accepted();
    assert_eq!(
        prices(&file),
        [
            "东县 商服 Ⅰ 9 Land - - -",
            "东县 商服 Ⅱ 8 Land - - -",
            "东县 住宅 Ⅰ 7 Land - - -",
            "东县 住宅 Ⅱ 6 Land - - -",
            "西县 商服 Ⅰ 5 Land - - -",
            "西县 商服 Ⅱ 4 Land - - -",
            "西县 住宅 Ⅰ 3 Land - - -",
            "西县 住宅 Ⅱ 2 Land - - -",
        ]
    );
    let annexes = "number,land_uses,prices,zone_numbers\n1,商业,zone,names\n";
    let table = "土地级别,区片编号,区片范围,地价\n一级,A1,东至一路,90\n,A2,东至二路,80\n二级,B1,,70\n———,C1,,60\n";
    assert_eq!(
        prices(&city(annexes, table).are_accepted()),
        [
            "某市 商服 Ⅰ/A1 90 Land - - -",
            "某市 商服 Ⅰ/A2 80 Land - - -",
            "某市 商服 Ⅱ/B1 70 Land - - -",
            "某市 商服 -/C1 60 Land - - -",
        ]
    );
    // The last of the keys is not merged: an empty one is missing.
    city(LAND, "用途,级别,元/㎡\n商业,一级,9\n,,8\n住宅,一级,7\n").read().unwrap_err();
}

/// Coefficients in bands of columns, one below the other, of a land use and several of its grades.
#[test]
fn coefficients_in_bands() {
    let tables = city(
        "number,land_uses,prices\n1,商业,grade\n",
        "级别,商业\n一级,900\n二级,700\n三级,500\n四级,300\n",
    )
    .with("basis.csv", "land_use,plot_ratio,statutory_term,capitalization_rate\n商业,1.2,40,7%\n")
    .with(
        "corrections.csv",
        "类型,文件,包括用途,级别,内插,出处\n容积率,容积率.csv,,,线性内插,表11\n年期,年期.csv,商业,,不内插,表12\n",
    )
    .with(
        "容积率.csv",
        "商业用地容积率修正系数表,,\n容积率,≤1,1.1,1.2\n商业用地1-3级容积率修正系数,0.90,0.95,1.00\n商业用地4级,0.80,0.90,1.00\n\
         容积率,1.3,≥1.4,\n商业用地1-3级容积率修正系数,1.04,1.08,\n商业用地4级,1.10,1.20,\n",
    )
    .with("年期.csv", "剩余年期,38年,39年,40年\n修正系数,0.98,0.99,1\n");
    let file = tables.are_accepted();
    let edition = Edition::open(&file).unwrap();
    let priced = |grade: &str, plot_ratio: i64, term: i64| {
        let price = edition.grade_price("商业", edition.grade(grade).unwrap()).unwrap();
        let parcel = Appraisal::from_grade(price).corrections_as_published();
        let parcel = parcel.plot_ratio(Decimal::new(plot_ratio, 2)).remaining_term(Decimal::from(term));
        let appraised = parcel.appraise().unwrap();
        DecimalText(appraised.unit_price()).to_string()
    };
    // Between 1.2 and 1.3 half of 0.04: 700 × 1.02 × 0.99 = 706.86; 300 × 1.05 × 0.98 = 308.70; 500 × 0.90; 300 × 1.20.
    assert_eq!(priced("二级", 125, 39), "706.86");
    assert_eq!(priced("四级", 125, 38), "308.70");
    assert_eq!(priced("三级", 50, 40), "450.00");
    assert_eq!(priced("四级", 500, 40), "360.00");
    // A band with other names than the first is no band of it.
    let other = tables.text("容积率.csv").replace("商业用地4级,1.10", "商业用地四级,1.10");
    tables.clone().with("容积率.csv", other).read().unwrap_err();
}

/// Factors under groups of factors, with a column of their ranges; levels that are printed in another order than theirs are warned of.
#[test]
fn factors_under_groups() {
    let tables = city("number,land_uses,prices\n1,工业,grade\n", "级别,工业\n一级,1000\n")
        .with("corrections.csv", "类型,文件,出处\n因素,因素.csv,表5\n因素指标,指标.csv,表6\n")
        .with(
            "因素.csv",
            "因素,微观因素,变化幅度,修正系数（%）,,,,\n,,,优,较优,一般,较劣,劣\n交通条件,道路通达度,8.59~-8.59,8.59,4.29,0,-4.29,-8.59\n\
             ,对外交通,5.85~-5.85,5.85,2.92,0,-2.92,-5.85\n",
        )
        .with("指标.csv", "因素,微观因素,优,较优,一般,较劣,劣\n交通条件,道路通达度,好,较好,一般,较差,差\n,对外交通,≤1,\"(1,2]\",\"(2,3]\",\"(3,4]\",>4\n");
    let read = tables.read().unwrap();
    assert_eq!(read.warnings().as_slice().len(), 0);
    let file = read.pack();
    let edition = Edition::open(&file).unwrap();
    let levels = [Level { of: "道路通达度", level: "较优" }, Level { of: "对外交通", level: "3.5" }];
    let price = edition.grade_price("工业", edition.grade("一级").unwrap()).unwrap();
    let appraised = Appraisal::from_grade(price).corrections_as_published().levels(&levels).appraise().unwrap();
    // 1000 × (1 + 4.29 % − 2.92 %) = 1013.70.
    assert_eq!(DecimalText(appraised.unit_price()).to_string(), "1013.70");
    let swapped = tables.text("因素.csv").replace("较劣,劣\n交", "劣,较劣\n交");
    let warned = tables.clone().with("因素.csv", swapped).read().unwrap();
    let shown: Vec<String> = warned.warnings().as_slice().iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "因素.csv:3:7: from 较劣 to 劣 it goes from -8.59 to -4.29, against the other levels: compare it with the print",
            "因素.csv:4:7: from 较劣 to 劣 it goes from -5.85 to -2.92, against the other levels: compare it with the print",
        ]
    );
}

/// What documents say of the outside and of the inside of a site.
#[test]
fn development_levels_outside_and_inside() {
    let six = "road+power+telecom+water supply+drainage+gas+levelling";
    let five = "road+power+telecom+water supply+drainage+levelling";
    for (cell, name, services) in [
        ("宗地外“六通”(通上水，通下水，通电，通讯，通气，通路)，宗地内“场平”(场地平整)", Some("六通一平"), Some(six)),
        ("宗地外“六通”（通上水、通下水、通电、通路、通讯、通气）、宗地内“场平”", Some("六通一平"), Some(six)),
        (
            "“六通一平”：宗地红线外通上水、通下水、通讯、通电、通路、通气，宗地红线内场地平整",
            Some("六通一平"),
            Some(six),
        ),
        ("红线外五通，红线内场地平整", Some("五通一平"), None),
        ("宗地外五通（通路、通电、通上水、通下水、通讯）及宗地内场地平整", Some("五通一平"), Some(five)),
        ("宗地外达到五通（供水、排水、通电、通路、通讯），宗地内达到场地平整；", Some("五通一平"), Some(five)),
        ("五通一平(指通路、通电、通上水、通下水、通讯和场地平整)", Some("五通一平"), Some(five)),
        (
            "六通一平（宗地红线外通路、通电、通上水、通下水、通天然气、通讯，宗地红线内场地平整）。",
            Some("六通一平"),
            Some(six),
        ),
        (
            "宗地红线外“六通”（通上水、通下水、通电、通讯、通路、通气）和宗地红线内“一平”（场地平整）",
            Some("六通一平"),
            Some(six),
        ),
        ("红线外通路、通电、通讯、通上水、通下水，红线内土地平整", None, Some(five)),
    ] {
        let tables = city("number,land_uses,prices\n1,商业,grade\n", "级别,商业\n一级,9\n")
            .with("basis.csv", format!("开发程度\n\"{cell}\"\n"));
        let file = tables.are_accepted();
        let edition = Edition::open(&file).unwrap();
        let basis = edition.grade_prices().next().unwrap().basis();
        let level = basis.development_level().map(|level| level.to_string());
        assert_eq!((basis.development_name(), level.as_deref()), (name, services), "{cell}");
    }
}

/// What a basis is headed by says its unit, and a rate under a heading in per cent is one.
#[test]
fn units_of_a_basis() {
    for basis in [
        "用途,使用年期（年）,设定容积率,土地还原率（%）\n商业,40,1.5,7.7\n",
        "用途,使用年期（年）,设定容积率,土地还原率(%)\n商业,40年,1.5,7.70%\n",
        "用途,年期,容积率,还原率\n商业,40,1.5,0.077\n",
    ] {
        let tables = city("number,land_uses,prices\n1,商业,grade\n", "级别,商业\n一级,9\n").with("basis.csv", basis);
        let file = tables.are_accepted();
        let edition = Edition::open(&file).unwrap();
        let basis = edition.grade_prices().next().unwrap().basis();
        let text = |value| DecimalText(value).to_string();
        assert_eq!(text(basis.plot_ratio().unwrap()), "1.5");
        assert_eq!(text(basis.capitalization_rate().unwrap().normalize()), "0.077");
        assert_eq!(basis.statutory_term().unwrap().to_string(), "40");
    }
}

/// Prices of two rights, or of terms, of one land use in one table are those of land uses of their own, which the lines of a heading name.
#[test]
fn rights_and_terms_that_have_prices_of_their_own() {
    let uses = "name,class,spellings\n商业,商服,国有商业\n集体商业,商服,\n商业50年,商服,\n";
    let annexes = "number,land_uses,prices\n1,商业+集体商业+商业50年,grade\n";
    let table = "级别,国有,,,集体,\n,商业,商业容积率,商业50年,商业,商业容积率\n一级,800,2.0,850,700,1.5\n二级,600,1.8,650,500,1.2\n";
    let tables = city(annexes, table).with("uses.csv", uses.replace("商业50年,商服,", "国有商业50年,商服,商业50年"));
    assert_eq!(
        prices(&tables.are_accepted()),
        [
            "某市 商业 Ⅰ 800 Land - - 2.0",
            "某市 集体商业 Ⅰ 700 Land - - 1.5",
            "某市 国有商业50年 Ⅰ 850 Land - - -",
            "某市 商业 Ⅱ 600 Land - - 1.8",
            "某市 集体商业 Ⅱ 500 Land - - 1.2",
            "某市 国有商业50年 Ⅱ 650 Land - - -",
        ]
    );
    // A range is no price.
    city("number,land_uses,prices\n1,商业,grade\n", "级别,商业\n一级,800-1450\n").are_refused(&[(
        "annex-1.csv:2:2: 商业: \"800-1450\" is a range and no price: which price of it is meant is not guessed",
        "商业：\"800-1450\"是价格区间，不是价格；取其中哪一价格不作推测",
    )]);
}

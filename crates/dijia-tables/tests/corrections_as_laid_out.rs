//! Tables of corrections in the layouts that they are printed in, and what in them looks wrong beside what the prices assume.

mod common;

use common::Tables;
use dijia_core::{Appraisal, DecimalText, Edition, Level, parse_decimal};

const PRICES: &str = "级别,商业,住宅\n一级,900,600\n二级,700,500\n";
const BASIS: &str = "用途,容积率,年期,还原率\n商业,2.0,40,6%\n住宅,1.5,70,6%\n";

/// A city with one table of corrections, declared by that row.
fn city(declared: &str, table: &str) -> Tables {
    let declared = format!("kind,name,file,land_uses,grade,between,part\n{declared}\n");
    Tables::city(&[
        ("annexes.csv", "number,land_uses,prices\n1,商业+住宅,grade\n"),
        ("annex-1.csv", PRICES),
        ("basis.csv", BASIS),
        ("corrections.csv", &declared),
        ("t.csv", table),
    ])
}

/// The price of commercial land of grade Ⅰ, 900 元/㎡, at these levels.
fn priced(tables: &Tables, levels: &[Level<'_>]) -> String {
    let file = tables.are_accepted();
    let edition = Edition::open(&file).unwrap();
    let price = edition.grade_price("商业", "一级").unwrap();
    let appraised = Appraisal::from_grade(price).corrections_as_published().levels(levels).appraise().unwrap();
    DecimalText(appraised.unit_price()).to_string()
}

/// A coefficient of a quantity under the quantity's own name, its intervals in rows, in lines and in parts: a number finds its own.
#[test]
fn coefficients_under_the_name_of_what_they_are_of() {
    let declared = "coefficients,深度,t.csv,商业,,,附表5";
    for table in [
        "深度（米）,修正系数\n≤8,1.25\n\"(8,12]\",1.1\n\"(12,16]\",1.0\n>16,0.9\n",
        "深度(米),≤8,\"(8,12]\",\"(12,16]\",>16\n修正系数,1.25,1.1,1.0,0.9\n",
        "深度,修正系数,深度,修正系数\n≤8,1.25,\"(12,16]\",1.0\n\"(8,12]\",1.1,>16,0.9\n",
        "商业用地深度修正系数表,\n深度(m),系数\n≤8,1.25\n8＜深度≤12,1.1\n12＜深度≤16,1.0\n>16,0.9\n注：深度自道路红线起算。,\n",
        "level,condition,coefficient\n优,≤8,1.25\n较优,\"(8,12]\",1.1\n一般,\"(12,16]\",1.0\n劣,>16,0.9\n",
    ] {
        let tables = city(declared, table);
        // 900 × 1.25, × 1.1, × 1.0 and × 0.9.
        for (depth, expected) in [("8", "1125.00"), ("10.5", "990.00"), ("16", "900.00"), ("40", "810.00")] {
            assert_eq!(priced(&tables, &[Level { of: "深度", level: depth }]), expected, "{table}");
        }
    }
    // Storeys have names and no intervals.
    let storeys = city("coefficients,楼层,t.csv,商业,,,附表5", "楼层,首层,二层,三层\n修正系数,1,0.6,0.45\n");
    assert_eq!(priced(&storeys, &[Level { of: "楼层", level: "二层" }]), "540.00");
}

/// The row that a figure is printed in is the row that is cited, however the table is laid out.
#[test]
fn figures_are_cited_by_their_printed_rows() {
    let cited = |declared: &str, table: &str, level: Level<'_>| {
        let file = city(declared, table).are_accepted();
        let edition = Edition::open(&file).unwrap();
        let price = edition.grade_price("商业", "一级").unwrap();
        let levels = [level];
        let appraised = Appraisal::from_grade(price).corrections_as_published().levels(&levels).appraise().unwrap();
        let text = appraised.worksheet(dijia_core::Language::English).to_string();
        let line = text.lines().find(|line| line.starts_with("Kj")).unwrap().to_owned();
        line.rsplit(' ').next().unwrap().to_owned()
    };
    let declared = "coefficients,深度,t.csv,商业,,,附表5";
    let ten = Level { of: "深度", level: "10" };
    let parts = "深度,修正系数,深度,修正系数\n≤8,1.25,\"(12,16]\",1.0\n\"(8,12]\",1.1,>16,0.9\n";
    assert_eq!(cited(declared, parts, ten), "2");
    let lines = "深度,≤8,\"(8,12]\",\"(12,16]\",>16\n修正系数,1.25,1.1,1.0,0.9\n";
    assert_eq!(cited(declared, lines, ten), "2");
}

/// Unit costs with the services in a line, and years under whatever notices call them.
#[test]
fn costs_in_a_line_and_years() {
    let costs = city(
        "unit costs,,t.csv,,,,附表8",
        "开发项目,通路,供水,排水,通电,通讯,场地平整\n费用（元/平方米）,20,10,12,15,5,18\n",
    );
    let rows =
        city("unit costs,,t.csv,,,,附表8", "项目,费用\n通路,20\n供水,10\n排水,12\n通电,15\n通讯,5\n场地平整,18\n");
    let cost_of = |tables: &Tables| {
        let file = tables.are_accepted();
        let edition = Edition::open(&file).unwrap();
        let all = edition.correction_tables().flat_map(|table| table.rows().map(|row| row.value()).collect::<Vec<_>>());
        all.map(|value| DecimalText(value).to_string()).collect::<Vec<_>>()
    };
    let found = cost_of(&costs);
    assert_eq!(found.len(), 6);
    assert_eq!(found, cost_of(&rows));
    for heading in ["使用年期", "年期", "土地使用年限", "剩余年限"] {
        let table = format!("{heading},系数,{heading},系数\n10,0.49,30,0.91\n20,0.76,40,1\n");
        let tables = city("term,,t.csv,商业,,,附表3", &table);
        let file = tables.are_accepted();
        let edition = Edition::open(&file).unwrap();
        let price = edition.grade_price("商业", "一级").unwrap();
        let appraisal = Appraisal::from_grade(price).corrections_as_published();
        let appraised = appraisal.remaining_term(parse_decimal("30").unwrap()).appraise().unwrap();
        // 900 × 0.91.
        assert_eq!(DecimalText(appraised.unit_price()).to_string(), "819.00", "{heading}");
    }
}

/// What the prices assume needs no correction: another coefficient there, as of columns that have moved, is warned of. Of two tables
/// the one that is for the price is meant.
#[test]
fn coefficients_at_the_basis() {
    let warned = |declared: &str, table: &str| {
        let read = city(declared, table).read().unwrap();
        let warnings = read.warnings();
        (warnings.to_string(), warnings.chinese())
    };
    let ratios = "plot ratio,,t.csv,,,linear,附表3";
    let right = "容积率,商业,住宅\n1.0,0.8,0.9\n1.5,0.9,1\n2.0,1.000,1.2\n";
    assert_eq!(warned(ratios, right).0, "");
    assert_eq!(
        warned(ratios, &right.replace("商业,住宅", "住宅,商业")),
        (
            "t.csv:3:2: the prices assume plot ratio 1.5, whose coefficient is 0.9 and not 1: compare it with the print\n\
             t.csv:4:3: the prices assume plot ratio 2.0, whose coefficient is 1.2 and not 1: compare it with the print"
                .to_owned(),
            "t.csv:3:2: 基准地价设定容积率为1.5，其修正系数为0.9而不是1，请与原表核对\n\
             t.csv:4:3: 基准地价设定容积率为2.0，其修正系数为1.2而不是1，请与原表核对"
                .to_owned()
        )
    );
    // What is between two rows is not looked at.
    assert_eq!(warned(ratios, "容积率,商业,住宅\n1.0,0.8,0.9\n1.6,0.9,1.1\n2.5,1.1,1.2\n").0, "");
    // A table of a grade comes before that of a land use, so that the second is for no price here.
    let of_both = "级别,容积率,修正系数\n一级,1.0,0.9\n一级,2.0,1\n二级,1.0,0.9\n二级,2.0,1.1\n";
    assert_eq!(
        warned("plot ratio,,t.csv,商业,,linear,附表3", of_both).0,
        "t.csv:5:3: the prices assume plot ratio 2.0, whose coefficient is 1.1 and not 1: compare it with the print"
    );
    let intervals = "容积率,修正系数\n≤1.5,0.9\n\"(1.5,2.5]\",1.05\n>2.5,1.2\n";
    assert_eq!(
        warned("plot ratio,,t.csv,商业,,intervals,附表3", intervals).0,
        "t.csv:3:2: the prices assume plot ratio 2.0, whose coefficient is 1.05 and not 1: compare it with the print"
    );
    assert_eq!(
        warned("term,,t.csv,商业,,,附表3", "年数,系数\n30,0.91\n40,0.99\n"),
        (
            "t.csv:3:2: the prices assume 40 years, whose coefficient is 0.99 and not 1: compare it with the print"
                .to_owned(),
            "t.csv:3:2: 基准地价设定年期为40年，其修正系数为0.99而不是1，请与原表核对".to_owned()
        )
    );
}

/// Weights are no level, and a level that stands in the place of one of the trade's five is warned of.
#[test]
fn levels_and_what_is_none() {
    let declared = "factors,,t.csv,商业,一级,,附表4";
    let table = "因素,因子,权重,变化幅度,优,较优,一般,较劣,劣\n交通,通达度,0.12,8.59～-8.59,8.59,4.29,0,-4.29,-8.59\n";
    let file = city(declared, table).are_accepted();
    let edition = Edition::open(&file).unwrap();
    let levels: Vec<_> = edition.correction_tables().flat_map(|table| table.rows().collect::<Vec<_>>()).collect();
    let levels: Vec<&str> = levels.iter().filter_map(|row| row.level()).collect();
    assert_eq!(levels, ["优", "较优", "一般", "较劣", "劣"]);
    assert_eq!(city(declared, table).read().unwrap().warnings().as_slice().len(), 0);
    let read = city(declared, &table.replace("较优", "较忧")).read().unwrap();
    assert_eq!(
        read.warnings().to_string(),
        "t.csv:1:1: 较忧 stands among the levels where 较优 may be meant: compare it with the print"
    );
    assert_eq!(read.warnings().chinese(), "t.csv:1:1: 优劣程度中有较忧而没有较优，请与原表核对");
    // Levels of a document's own are its own.
    let own = "因素,好,中,差\n通达度,8.59,0,-8.59\n";
    assert_eq!(city(declared, own).read().unwrap().warnings().as_slice().len(), 0);
}

/// What a coefficient named 用途修正 corrects for heads its levels, in rows and in a line; beside levels it is what the row is for.
#[test]
fn levels_under_what_a_coefficient_corrects_for() {
    for table in [
        "用途,修正系数\n零售,1.00\n办公,0.80\n",
        "用途,零售,办公\n修正系数,1.00,0.80\n",
        "用途修正,修正系数\n零售,1.00\n办公,0.80\n",
        "level,coefficient\n零售,1.00\n办公,0.80\n",
        "用途,优劣程度,修正系数\n商业,零售,1.00\n商业,办公,0.80\n",
        "用途,零售,办公\n商业,1.00,0.80\n",
    ] {
        let tables = city("coefficients,用途修正,t.csv,商业,,,附表5", table);
        // 900 × 0.80
        assert_eq!(priced(&tables, &[Level { of: "用途修正", level: "办公" }]), "720.00", "{table}");
    }
}

/// A coefficient that has lost its point, and the columns of two levels that have changed places.
#[test]
fn coefficients_that_look_wrong() {
    let declared = "coefficients,形状,t.csv,商业,,,附表6";
    let table = "用途,优,较优,一般,较劣,劣\n商业,1.02,1.01,1.00,0.99,0.98\n";
    let warned = |table: &str| {
        let read = city(declared, table).read().unwrap();
        (read.warnings().to_string(), read.warnings().chinese())
    };
    assert_eq!(warned(table).0, "");
    let (english, chinese) = warned(&table.replace("0.98", "98"));
    assert_eq!(
        english.lines().next().unwrap(),
        "t.csv:2:6: coefficient 98 makes a price 98 times what it was: compare it with the print"
    );
    assert_eq!(chinese.lines().next().unwrap(), "t.csv:2:6: 修正系数为98，地价将为原来的98倍，请与原表核对");
    assert_eq!(
        warned(&table.replace("1.02,1.01", "1.01,1.02")),
        (
            "t.csv:2:3: from 优 to 较优 it goes from 1.01 to 1.02, against the other levels: compare it with the print"
                .to_owned(),
            "t.csv:2:3: 由优至较优，修正值由1.01变为1.02，与其他优劣程度的走向相反，请与原表核对".to_owned()
        )
    );
    // Levels of a document's own may be in any order.
    assert_eq!(warned("用途,圆形,方形,三角形\n商业,0.95,1.02,0.90\n").0, "");
}

/// A row that is lost between rows that are equally far apart; where the distance changes none is.
#[test]
fn rows_that_are_lost() {
    let declared = "plot ratio,,t.csv,商业,,linear,附表3";
    let table = |ratios: &[&str]| {
        // Equal steps, so that nothing else looks wrong: 0.1 of a coefficient for 0.1 of a plot ratio, 1 at 2.0.
        let row = |ratio: &&str| format!("{ratio},{}\n", parse_decimal(ratio).unwrap() - parse_decimal("1").unwrap());
        format!("容积率,修正系数\n{}", ratios.iter().map(row).collect::<String>())
    };
    let warnings = |ratios: &[&str]| city(declared, &table(ratios)).read().unwrap().warnings().clone();
    assert_eq!(warnings(&["1.5", "1.6", "1.7", "1.8", "1.9", "2.0"]).to_string(), "");
    let lost = warnings(&["1.5", "1.6", "1.8", "1.9", "2.0"]);
    assert_eq!(
        lost.to_string(),
        "t.csv:4:2: from 1.6 to 1.8 is twice as far as from row to row beside it: is a row missing?"
    );
    assert_eq!(lost.chinese(), "t.csv:4:2: 1.6至1.8为相邻各行间距的两倍，是否漏了一行？");
    assert_eq!(warnings(&["1.8", "1.9", "2.0", "2.2", "2.4", "2.6"]).to_string(), "");
}

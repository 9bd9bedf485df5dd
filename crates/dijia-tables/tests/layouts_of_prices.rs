//! Layouts of tables of prices that stand beside each other, each a made-up city of a few figures: what is beside what, and what is
//! not said of either is refused.

mod common;

use common::{Tables, prices};
use dijia_core::Edition;

fn city(annexes: &str, table: &str) -> Tables {
    Tables::city(&[("annexes.csv", annexes), ("annex-1.csv", table)])
}

/// The prices in an order of their own, which that of the columns is not.
fn sorted(tables: &Tables) -> Vec<String> {
    let mut prices = prices(&tables.are_accepted());
    prices.sort();
    prices
}

const TWO: &str = "number,land_uses,prices\n1,商业+住宅,grade\n";
const ONE: &str = "number,land_uses,prices\n1,商业,grade\n";

/// Of a long table in parts side by side every row is cited as it is printed, and a part may be shorter than the first.
#[test]
fn parts_side_by_side() {
    let table = "级别,元/㎡,级别,元/㎡\n一级,900,四级,500\n二级,700,五级,400\n三级,600,,\n";
    let file = city(ONE, table).are_accepted();
    let edition = Edition::open(&file).unwrap();
    let cited: Vec<String> = edition
        .grade_prices()
        .map(|price| format!("{} {}", price.grade().name(), price.citation().to_string().rsplit(' ').next().unwrap()))
        .collect();
    assert_eq!(cited, ["Ⅰ 第1行", "Ⅱ 第2行", "Ⅲ 第3行", "Ⅳ 第1行", "Ⅴ 第2行"]);
    assert_eq!(prices(&file)[3], "某市 商服 Ⅳ 500 Land - - -");
    let rows = "number,land_uses,prices,rows\n1,商业,grade,5\n";
    city(rows, table).are_refused(&[(
        "annex-1.csv:4:1: 3 rows, but annexes.csv says that the printed table has 5",
        "有3行，而annexes.csv称原表有5行",
    )]);
    // A row of another length is told of as it stands, and the grades that may be in it are not said to be missing.
    city(ONE, &table.replace("900,四级", "900,,四级"))
        .are_refused(&[("annex-1.csv:2:1: 5 cells, but there are 4 columns", "有5格，而表有4列")]);
    // The figures of the second part are told of where they stand.
    city(ONE, &table.replace(",400", ",40x")).are_refused(&[(
        "annex-1.csv:3:4: 元/㎡: invalid decimal \"40x\": a decimal is digits with at most one point between them, such as 0.9138, at \
         character 3",
        "元/㎡：数字\"40x\"不正确：数字由数字字符组成，中间至多一个小数点，如0.9138（第3个字符）",
    )]);
}

/// Land uses beside grades of their own: each price is of the grade at its left.
#[test]
fn grades_beside_grades() {
    let table = "级别,商业,级别,住宅\n一级,900,一级,600\n二级,800,二级,500\n三级,700,,\n";
    let expected = [
        "某市 住宅 Ⅰ 600 Land - - -",
        "某市 住宅 Ⅱ 500 Land - - -",
        "某市 商服 Ⅰ 900 Land - - -",
        "某市 商服 Ⅱ 800 Land - - -",
        "某市 商服 Ⅲ 700 Land - - -",
    ];
    assert_eq!(sorted(&city(TWO, table)), expected);
    // With the grades of one moved down by a row the prices are of other grades.
    let moved = "级别,商业,级别,住宅\n一级,900,———,———\n二级,800,一级,600\n三级,700,二级,500\n";
    assert_eq!(sorted(&city(TWO, moved)), expected);
    city(TWO, &table.replace("三级,700,,", "三级,700,,400")).are_refused(&[(
        "annex-1.csv:4:3: 级别: \"\" is no grade such as Ⅲ, 3 or 三级; one that has a name is listed in grades.csv",
        "级别：\"\"不是Ⅲ、3、三级这样的级别；以名称命名的级别须列入grades.csv",
    )]);
    city(TWO, &table.replace("二级,500", "三级,500")).are_refused(&[(
        "annex-1.csv:3:3: grade Ⅱ is missing before grade Ⅲ: where there is none, its price is a stroke, ———",
        "级别Ⅲ之前缺少级别Ⅱ；没有该级别时价格填———",
    )]);
    for (heading, fault) in [
        (
            "级别,商业,容积率,级别,住宅\n一级,900,2.0,一级,600\n",
            (
                "annex-1.csv:1:3: column \"容积率\" beside several columns of grades: which of them it is of is not said",
                "表中有数列级别，列\"容积率\"属于其中哪一列没有载明",
            ),
        ),
        (
            "级别,商业,住宅,级别\n一级,900,600,一级\n",
            ("annex-1.csv:1:4: column \"级别\" is there twice", "列\"级别\"出现两次"),
        ),
        (
            "级别,级别,商业,住宅\n一级,一级,900,600\n",
            ("annex-1.csv:1:2: column \"级别\" is there twice", "列\"级别\"出现两次"),
        ),
    ] {
        city(TWO, heading).are_refused(&[fault]);
    }
}

/// The corner of a table names no column: what stands below it says whether it holds grades or land uses.
#[test]
fn corners() {
    let expected = [
        "某市 住宅 Ⅰ 600 Land - - -",
        "某市 住宅 Ⅱ 500 Land - - -",
        "某市 商服 Ⅰ 900 Land - - -",
        "某市 商服 Ⅱ 800 Land - - -",
    ];
    for corner in ["级别＼用途", "用途 级别", "用地", ""] {
        let of_grades = format!("{corner},商业,住宅\n一级,900,600\n二级,800,500\n");
        assert_eq!(sorted(&city(TWO, &of_grades)), expected, "{corner}");
        let of_uses = format!("{corner},一级,二级\n商业,900,800\n住宅,600,500\n");
        assert_eq!(sorted(&city(TWO, &of_uses)), expected, "{corner}");
    }
    // Bare numbers may count the rows, and a cell that is no grade may be anything.
    let columns = "the columns are sequence, area, land_use, grade, zone, name, range, yuan_per_square_metre, floor_price, \
                   wan_yuan_per_mu, yuan_per_mu, base_date, right, statutory_term, development_level, plot_ratio, capitalization_rate, particular, and \
                   the land uses of the annex; what nothing is to read is headed comment";
    let columns_chinese = "可有的列为序号、区域、用途、级别、区片、名称、范围、元/㎡、楼面地价、万元/亩、元/亩、基准日、权利状况、年期、\
                           开发程度、容积率、还原率、说明；不必读入的列以\"备注\"为列名";
    for table in ["地段,商业,住宅\n1,900,600\n2,800,500\n", "地段,商业,住宅\n一级,900,600\n城区,800,500\n"]
    {
        city(TWO, table).are_refused(&[(
            &format!("annex-1.csv:1:1: unknown column \"地段\": {columns}"),
            &format!("不认识的列\"地段\"：{columns_chinese}"),
        )]);
    }
    // The columns are listed once.
    city(TWO, "级别,商业,住宅,甲,乙\n一级,900,600,1,2\n").are_refused(&[
        (
            &format!("annex-1.csv:1:4: unknown column \"甲\": {columns}"),
            &format!("不认识的列\"甲\"：{columns_chinese}"),
        ),
        ("annex-1.csv:1:5: unknown column \"乙\"", "不认识的列\"乙\""),
    ]);
}

/// What is said beside a price, of a grade, of a land use or below each grade, is held in its words, and is no price.
#[test]
fn what_is_said_beside_a_price() {
    let said = |table: &str| {
        let file = city(TWO, table).are_accepted();
        let edition = Edition::open(&file).unwrap();
        assert_eq!(edition.grade_prices().len(), 4, "{table}");
        let mut said: Vec<_> = edition.statements().map(|of| format!("{} {}", of.about(), of.words())).collect();
        said.sort();
        said
    };
    let by_use = ["住宅Ⅰ 变幅：500-700", "住宅Ⅱ 变幅：400-600", "商服Ⅰ 变幅：800-1000", "商服Ⅱ 变幅：600-800"];
    for table in [
        "级别,商业,商业 变幅,住宅,住宅 变幅\n一级,900,800-1000,600,500-700\n二级,700,600-800,500,400-600\n",
        "级别,商业用地,,住宅用地,\n,基准地价,变幅,基准地价,变幅\n一级,900,800-1000,600,500-700\n二级,700,600-800,500,400-600\n",
        "级别,一级,,二级,\n,基准地价,变幅,基准地价,变幅\n商业,900,800-1000,700,600-800\n住宅,600,500-700,500,400-600\n",
        "级别,,一级,,二级,\n,,基准地价,变幅,基准地价,变幅\n商业,元/㎡,900,800-1000,700,600-800\n住宅,元/㎡,600,500-700,500,400-600\n",
    ] {
        assert_eq!(said(table), by_use, "{table}");
    }
    let table = "级别,级别范围,商业,住宅\n一级,东,900,600\n二级,西,700,500\n";
    assert_eq!(said(table), ["Ⅰ 东", "Ⅱ 西"]);
    let table = "级别,基准地价,,上限,\n,商业,住宅,商业,住宅\n一级,900,600,990,660\n二级,700,500,770,550\n";
    assert_eq!(said(table), ["住宅Ⅰ 上限：660", "住宅Ⅱ 上限：550", "商服Ⅰ 上限：990", "商服Ⅱ 上限：770"]);
}

/// A price may have its unit behind it, if that is the unit of its column.
#[test]
fn units_behind_figures() {
    let table = "级别,商业,住宅\n一级,900元/㎡,600 元/平方米\n";
    assert_eq!(prices(&city(TWO, table).are_accepted()), ["某市 商服 Ⅰ 900 Land - - -", "某市 住宅 Ⅰ 600 Land - - -"]);
    city(TWO, &table.replace("900元/㎡", "60万元/亩")).are_refused(&[(
        "annex-1.csv:2:2: 商业: \"60万元/亩\" is not in 元/㎡, as its column is",
        "商业：\"60万元/亩\"的单位不是该列的元/㎡",
    )]);
}

/// A price that is above that of a dearer grade may be so in print, and is warned of; one that is equal is not.
#[test]
fn prices_that_rise_are_warned_of() {
    let read = |second: &str| {
        let table = format!("级别,商业,住宅\n一级,900,600\n二级,{second},600\n三级,500,400\n");
        city(TWO, &table).read().unwrap().warnings().clone()
    };
    assert_eq!(read("900").as_slice().len(), 0);
    for (second, place, english, chinese) in [
        ("7000", "3:2", "grade Ⅱ, 7000, is above that of grade Ⅰ, 900", "商服级别Ⅱ的价格7000高于级别Ⅰ的价格900"),
        ("70", "4:2", "grade Ⅲ, 500, is above that of grade Ⅱ, 70", "商服级别Ⅲ的价格500高于级别Ⅱ的价格70"),
    ] {
        let warnings = read(second);
        assert_eq!(warnings.to_string(), format!("annex-1.csv:{place}: the commercial price of {english}"));
        assert_eq!(warnings.chinese(), format!("annex-1.csv:{place}: {chinese}"));
    }
}

/// What stands below a table and is a sentence, or begins as a note does, is no row of it.
#[test]
fn notes_below_a_table() {
    let table = "级别,商业,住宅\n一级,900,600\n";
    let expected = prices(&city(TWO, table).are_accepted());
    for note in ["使用说明", "附注", "以上为国有土地价格。", "本表由某局解释；", "备注"] {
        let table = format!("{table}{note},,\n估价期日2023年,,\n");
        assert_eq!(prices(&city(TWO, &table).are_accepted()), expected, "{note}");
    }
    city(TWO, &format!("{table}二级,,\n三级,500,400\n")).read().unwrap_err();
}

/// A figure that no grade heads is told, and not lost, where grades are columns; so is what is lost before the first price.
#[test]
fn figures_that_are_lost() {
    let table = "用途,单位,一级,二级,\n商业,元/㎡,900,800,700\n住宅,元/㎡,600,500,400\n";
    city(TWO, table).are_refused(&[("annex-1.csv:2:5: the column has cells and no name", "此列有内容而没有列名")]);
    let read = city(TWO, "级别,商业,住宅\n一级,900,\n二级,800,500\n三级,700,400\n").read().unwrap();
    assert_eq!(
        read.warnings().to_string(),
        "annex-1.csv:2:1: the residential prices begin with grade Ⅱ, and others with grade Ⅰ"
    );
    assert_eq!(read.warnings().chinese(), "annex-1.csv:2:1: 住宅价格自级别Ⅱ起，其他用途自级别Ⅰ起");
    // A stroke says that there is none.
    let read = city(TWO, "级别,商业,住宅\n一级,900,———\n二级,800,500\n三级,700,400\n").read().unwrap();
    assert_eq!(read.warnings().as_slice().len(), 0);
}

//! What documents call their columns, and what a person who copies one does wrong: each is one fault, where it is.

mod common;

use common::{Tables, prices};
use dijia_core::Edition;

const ANNEXES: &str = "number,land_uses,prices\n1,商业+住宅,grade\n";
const PRICES: &str = "级别,商业,住宅\n一级,900,600\n二级,800,500\n";

fn city(files: &[(&str, &str)]) -> Tables {
    let tables = Tables::city(&[("annexes.csv", ANNEXES), ("annex-1.csv", PRICES)]);
    files.iter().fold(tables, |tables, (file, text)| tables.with(file, text))
}

/// The words of notices for what an edition says of itself and of what its prices assume.
#[test]
fn words_for_terms_and_bases() {
    let plain = city(&[
        ("edition.csv", "key,value\ncity,某市\ndocument_number,某政发〔2024〕1号\nissuer,某局\nissue_date,2024-03-01\nfirst_day_in_force,2024-04-01\nbase_date,2024-01-01\n"),
        ("basis.csv", "land_use,right,statutory_term,development_level,plot_ratio,capitalization_rate\n商业,出让,40,五通一平,2.0,6%\n住宅,出让,70,五通一平,1.5,5%\n"),
    ])
    .are_accepted();
    let edition = |[number, issuer, issued, first, base]: [&str; 5]| {
        format!(
            "项目,内容\n城市,某市\n{number},某政发〔2024〕1号\n{issuer},某局\n{issued},2024-03-01\n{first},2024-04-01\n{base},2024-01-01\n"
        )
    };
    let basis = |[right, term, level, ratio, rate]: [&str; 5]| {
        format!(
            "用途,{right},{term},{level},{ratio},{rate}\n商业,出让,40年,五通一平,2.0,6%\n住宅,出让,70年,五通一平,1.5,5%\n"
        )
    };
    for (terms, bases) in [
        (["文号", "发布机关", "发布日期", "施行日期", "基准日"], ["权利状况", "年期", "开发程度", "容积率", "还原率"]),
        (
            ["发文字号", "发文机关", "公布日期", "执行日期", "估价期日"],
            ["土地权利", "使用年限", "土地开发程度", "设定容积率", "土地还原率"],
        ),
        (
            ["文号", "发布机构", "印发日期", "实施日期", "评估基准日"],
            ["土地权利状况", "法定最高出让年限", "设定开发程度", "标准容积率", "资本化率"],
        ),
    ] {
        let tables = city(&[("edition.csv", &edition(terms)), ("basis.csv", &basis(bases))]);
        assert_eq!(tables.are_accepted(), plain, "{terms:?} {bases:?}");
    }
}

/// Towns in a column of their own, under what notices call it.
#[test]
fn words_for_areas() {
    for heading in ["区域", "乡镇", "镇名", "城镇", "城市"] {
        let table = format!("{heading},级别,商业,住宅\n一类镇,一级,900,600\n,二级,800,500\n二类镇,一级,400,300\n");
        let tables = city(&[("areas.csv", "name\n一类镇\n二类镇\n"), ("annex-1.csv", &table)]);
        let found = prices(&tables.are_accepted());
        assert_eq!(found.len(), 6, "{heading}");
        assert!(found.contains(&"二类镇 住宅 Ⅰ 300 Land - - -".to_owned()), "{heading}");
    }
}

/// What is said of a class holds for each of its land uses, but for what is said of one of them.
#[test]
fn a_land_use_before_its_class() {
    let uses = "name,class,printed_under\n零售,商服,商服用地\n旅馆,商服,商服用地\n住宅,住宅,\n";
    let table = "级别,零售,旅馆,住宅\n一级,900,700,600\n";
    let annexes = "number,land_uses,prices\n1,商服用地+住宅,grade\n";
    let read = |basis: &str| {
        city(&[("uses.csv", uses), ("annexes.csv", annexes), ("annex-1.csv", table), ("basis.csv", basis)])
    };
    for class in ["商服", "商服用地"] {
        for basis in [
            format!("用途,容积率,年期\n{class},2.0,40\n旅馆,1.8,\n住宅,1.5,70\n"),
            format!("用途,容积率,年期\n旅馆,1.8,\n住宅,1.5,70\n{class},2.0,40\n"),
        ] {
            let file = read(&basis).are_accepted();
            let edition = Edition::open(&file).unwrap();
            let of = |land_use: &str| {
                let basis = edition.grade_price(edition.land_use(land_use).unwrap(), "一级").unwrap().basis();
                format!("{} {}", basis.plot_ratio().unwrap(), basis.statutory_term().unwrap())
            };
            assert_eq!([of("零售"), of("旅馆"), of("住宅")], ["2.0 40", "1.8 40", "1.5 70"], "{basis}");
        }
    }
    read("用途,容积率\n商服,2.0\n商服用地,1.8\n住宅,1.5\n").are_refused(&[(
        "basis.csv:3:1: the plot_ratio of the same land is stated otherwise on line 2",
        "同一用地的容积率与第2行不同",
    )]);
}

/// One slip is one fault, and stands where the slip is.
#[test]
fn one_slip_one_fault() {
    // 900 元/㎡ are 60 万元/亩.
    city(&[
        ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
        ("annex-1.csv", "级别,商业,商业万元/亩\n一级,60,900\n"),
    ])
    .are_refused(&[(
        "annex-1.csv:2:3: 900 万元/亩 is not 60 元/㎡, but 900 元/㎡ are 60 万元/亩: the units have changed places",
        "900万元/亩不等于60元/㎡，而900元/㎡等于60万元/亩：两个单位互换了",
    )]);
    city(&[("annexes.csv", "number,land_uses,prices\n1,商业,grade\n")]).are_refused(&[(
        "annex-1.csv:1:3: 住宅 is no land use that annexes.csv gives the annex",
        "annexes.csv中该附件没有用途住宅",
    )]);
    city(&[("basis.csv", "用途,容积率,每年\n商业,2.0,40\n住宅,1.5,70\n")]).are_refused(&[(
        "basis.csv:1:3: unknown column \"每年\": the columns are area, land_use, grade, zone, base_date, right, statutory_term, \
         development_level, plot_ratio, capitalization_rate, annex, part, row, and those of one land use, such as \
         commercial_plot_ratio; what nothing is to read is headed comment",
        "不认识的列\"每年\"：可有的列为区域、用途、级别、区片、基准日、权利状况、年期、开发程度、容积率、还原率、附件、出处、行；\
         不必读入的列以\"备注\"为列名",
    )]);
    city(&[("basis.csv", "用途,还原率\n商业,6\n住宅,5%\n")]).are_refused(&[(
        "basis.csv:2:2: 还原率: 6 is not below 1, which is 100%: 6 per cent are 6% or 0.06",
        "还原率：6不小于1，即100%：百分之六写作6%或0.06",
    )]);
    city(&[("annex-1.csv", "级别,商业,住宅\n一级,900,600\n二级,800\n三级,700,400\n")])
        .are_refused(&[("annex-1.csv:3:1: 2 cells, but there are 3 columns", "有2格，而表有3列")]);
}

/// What spreadsheets make of codes and ranges: a zone 1-2 that has become a day, and a range 8-12 of a condition.
#[test]
fn days_that_spreadsheets_make() {
    let said = |day: &str| {
        (
            format!(
                "{day:?} is a day, as spreadsheets make of 1-2: write it as the document prints it, in cells that are formatted as text"
            ),
            format!("{day:?}是日期，电子表格会把1-2改成日期：请按原表填写，并将单元格格式设为文本"),
        )
    };
    for (day, zone_numbers) in [("1月2日", ""), ("2-Jan", "names"), ("2024/1/2", ""), ("Jan-02", "names")] {
        let annexes = format!("number,land_uses,prices,zone_numbers\n1,商业,zone,{zone_numbers}\n");
        let table = format!("区片,元/㎡\n1-1,900\n{day},800\n");
        let (english, chinese) = said(day);
        let english = format!("annex-1.csv:3:1: 区片: {english}");
        city(&[("annexes.csv", &annexes), ("annex-1.csv", &table)])
            .are_refused(&[(&english, &format!("区片：{chinese}"))]);
    }
    let (english, chinese) = said("8月12日");
    let declared = "kind,name,file,land_uses,part\ncoefficients,深度,t.csv,商业,附表5\n";
    let table = "深度,修正系数\n≤8,1.1\n8月12日,1\n>12,0.9\n";
    city(&[("corrections.csv", declared), ("t.csv", table)])
        .are_refused(&[(&format!("t.csv:3:1: 深度: {english}"), &format!("深度：{chinese}"))]);
    let factors = "kind,file,land_uses,part\nfactors,f.csv,商业,附表4\nconditions,c.csv,商业,附表5\n";
    city(&[
        ("corrections.csv", factors),
        ("f.csv", "因素,优,一般,劣\n距离,1,0,-1\n"),
        ("c.csv", "因素,优,一般,劣\n距离,<8,8月12日,>12\n"),
    ])
    .are_refused(&[(&format!("c.csv:2:3: 一般: {english}"), &format!("一般：{chinese}"))]);
}

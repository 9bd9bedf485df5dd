//! Prices that are printed in 元/亩: a 亩 is 2000/3 ㎡, so that 元/㎡ is 元/亩 × 3 ÷ 2000, which is a decimal whatever the figure is.

mod common;

use common::{Tables, prices};

fn city(annexes: &str, table: &str) -> Tables {
    Tables::city(&[("annexes.csv", annexes), ("annex-1.csv", table)])
}

const LAND: &str = "number,land_uses,prices\n1,商业+住宅,grade\n";

/// 265300 × 3 ÷ 2000 = 397.95, 100001 × 3 ÷ 2000 = 150.0015, 66666.67 × 3 ÷ 2000 = 100.000005.
#[test]
fn alone_it_is_held_exactly() {
    let expected = [
        "某市 商服 Ⅰ 397.95 Land 26.53 - -",
        "某市 住宅 Ⅰ 150.0015 Land 10.0001 - -",
        "某市 商服 Ⅱ 15 Land 1 - -",
        "某市 住宅 Ⅱ 100.000005 Land 6.666667 - -",
    ];
    for table in [
        "级别,商业元/亩,住宅元/亩\n一级,265300,100001\n二级,10000,66666.67\n",
        "级别,商业用地（元/亩）,住宅用地\n,,元/亩\n一级,265300元/亩,100001\n二级,10000,66666.67\n",
        "单位：元/亩,,\n级别,商业,住宅\n一级,265300,100001\n二级,10000,66666.67\n",
        "用途,单位,一级,二级\n商业,元/亩,265300,10000\n住宅,元/亩,100001,66666.67\n",
    ] {
        let mut found = prices(&city(LAND, table).are_accepted());
        found.sort_by_key(|price| price.contains('Ⅱ'));
        assert_eq!(found, expected, "{table}");
    }
    let one = "number,land_uses,prices\n1,商业,grade\n";
    assert_eq!(
        prices(&city(one, "grade,yuan_per_mu\n1,≥265300\n").are_accepted()),
        ["某市 商服 Ⅰ ≥397.95 Land 26.53 - -"]
    );
}

/// Beside 元/㎡ it is checked as 万元/亩 is, which has four places where 元/亩 has none: 398 ÷ 15 = 26.5333….
#[test]
fn beside_the_price_of_a_square_metre_it_is_checked() {
    let places = |places: u8| format!("number,land_uses,prices,mu_places\n1,商业,grade,{places}\n");
    let expected = ["某市 商服 Ⅰ 398 Land 26.5333 - -", "某市 商服 Ⅱ 300 Land 20 - -"];
    assert_eq!(
        prices(&city(&places(4), "级别,元/㎡,元/亩\n一级,398,265333\n二级,300,200000\n").are_accepted()),
        expected
    );
    let expected = ["某市 商服 Ⅰ 398 Land 26.53 - -"];
    assert_eq!(prices(&city(&places(2), "级别,元/㎡,元/亩\n一级,398,265300\n").are_accepted()), expected);
    let in_brackets = "单位：元/㎡（元/亩）,\n级别,商业\n一级,398（265333）\n";
    assert_eq!(prices(&city(&places(4), in_brackets).are_accepted()), ["某市 商服 Ⅰ 398 Land 26.5333 - -"]);
    city(&places(0), "级别,元/㎡,元/亩\n一级,398,265333\n").are_refused(&[(
        "annex-1.csv:2:3: 26.5333 万元/亩 is not 398 元/㎡ ÷ 15, which rounds to 27; it is with mu_places 4 and mu_area 2000/3, which \
         edition.csv or annexes.csv may declare",
        "26.5333万元/亩不等于398元/㎡÷15，后者舍入为27；若万元/亩小数位为4、每亩平方米为2000/3则相等，可在edition.csv或annexes.csv中注明",
    )]);
}

#[test]
fn what_is_no_price_of_a_mu() {
    city("number,land_uses,prices,mu_area\n1,商业,grade,666.67\n", "grade,元/亩\n1,265300\n").are_refused(&[(
        "annex-1.csv:2:2: a price printed in 万元/亩 or 元/亩 alone is one in 元/㎡ only where a 亩 is 2000/3 ㎡: leave mu_area out, or give the \
         元/㎡ that the document prints",
        "仅载明万元/亩或元/亩的价格，只有1亩等于2000/3平方米时才能换算为元/㎡：不填每亩平方米，或填写文件载明的元/㎡",
    )]);
    let one = "number,land_uses,prices\n1,商业,grade\n";
    city(one, "grade,万元/亩,元/亩\n1,26.53,265300\n").are_refused(&[(
        "annex-1.csv:2:3: the price stands there in 万元/亩 and in 元/亩: make one of the two columns a comment",
        "此价格既以万元/亩、又以元/亩载明：其中一列应改为备注",
    )]);
    city(one, "grade,元/亩\n1,1.000001\n2,265,300\n").are_refused(&[
        ("annex-1.csv:2:2: 1.000001 元/亩 has too many places: at most 5", "1.000001元/亩小数位过多：至多5位"),
        ("annex-1.csv:3:1: 3 cells, but there are 2 columns", "有3格，而表有2列"),
    ]);
}

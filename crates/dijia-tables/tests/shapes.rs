//! Tables in every shape that notices print, each a made-up city of a few figures, and what the edition answers.

mod common;

use common::{Tables, prices};
use dijia_core::{Appraisal, Decimal, DecimalText, Edition, Service, Statement, Term};

const ONE_TABLE: &str = "number,land_uses,prices\n1,商业+住宅,grade\n";

/// The same prices in rows of grades, of land uses, and one in a row; with names of columns in either language.
#[test]
fn grade_tables_of_every_form() {
    let expected = [
        "某市 商服 Ⅰ 900 Land - - -",
        "某市 住宅 Ⅰ 800 Land - - -",
        "某市 商服 Ⅱ 700.5 Land - - -",
        "某市 商服 Ⅲ 500 Land - - -",
        "某市 住宅 Ⅲ 400 Land - - -",
    ];
    let sorted = |mut prices: Vec<String>| {
        prices.sort();
        prices
    };
    let expected = sorted(expected.map(str::to_owned).to_vec());
    for table in [
        "grade,commercial,住宅用地\nⅠ,900,800\nⅡ,700.5,———\nⅢ,500,400\n",
        "级别,商业,居住\n一级,900,800\n二级,700.5,/\n三级,500,400\n",
        "用途,一级,二级,三级\n商服用地,900,700.5,500\n住宅用地,800,——,400\n",
        "land_use,grade,yuan_per_square_metre\n商业,1,900\n商业,2,700.5\n商业,3,500\n住宅,1,800\n住宅,2,-\n住宅,3,400\n",
        "土地用途,土地级别,元/平方米\n商业,Ⅰ级,900\n住宅,Ⅰ级,800\n商业,Ⅱ级,700.5\n住宅,Ⅱ级,—\n商业,Ⅲ级,500\n住宅,Ⅲ级,400\n",
        "序号,级别,商业元/㎡,住宅元/㎡,备注\n1,Ⅰ,900,800,\n2,Ⅱ,700.5,／,无\n3,Ⅲ,500,400,\n",
    ] {
        let file = Tables::city(&[("annexes.csv", ONE_TABLE), ("annex-1.csv", table)]).are_accepted();
        assert_eq!(sorted(prices(&file)), expected, "{table}");
    }
}

/// 万元/亩 to two places, to one, with 666.67 for a 亩, and alone.
#[test]
fn prices_per_mu_by_the_rule_that_is_declared() {
    // 1000 ÷ 15 = 66.666…, 1000 × 666.67 ÷ 10000 = 66.667; 100 ÷ 15 = 6.666…
    for (rule, cell) in
        [("0,2000/3", "67"), ("2,", "66.67"), ("1,666.67", "66.7"), ("3,666.67", "66.667"), ("3,667", "66.7")]
    {
        let annexes = format!("number,land_uses,prices,mu_places,mu_area\n1,商业,grade,{rule}\n");
        let table = format!("grade,yuan_per_square_metre,wan_yuan_per_mu\n1,1000,{cell}\n");
        let file = Tables::city(&[("annexes.csv", &annexes), ("annex-1.csv", &table)]).are_accepted();
        assert_eq!(prices(&file), [format!("某市 商服 Ⅰ 1000 Land {cell} - -")], "{rule}");
        let file = Tables::city(&[("annexes.csv", &annexes), ("annex-1.csv", &table.replace(cell, "66.5"))]);
        assert!(file.read().is_err(), "{rule}");
    }
    let annexes = "number,land_uses,prices\n1,商业,grade\n";
    let terms = "key,value\ncity,某市\ntitle,通知\nmu_places,2\n";
    let table = "grade,商业,商业万元/亩\n1,1000,66.67\n";
    let file = Tables::city(&[("edition.csv", terms), ("annexes.csv", annexes), ("annex-1.csv", table)]).are_accepted();
    assert_eq!(prices(&file), ["某市 商服 Ⅰ 1000 Land 66.67 - -"]);
    let table = "grade,商业万元/亩\n1,66.6\n";
    let file = Tables::city(&[("annexes.csv", annexes), ("annex-1.csv", table)]).are_accepted();
    assert_eq!(prices(&file), ["某市 商服 Ⅰ 999.0 Land 66.6 - -"]);
}

/// Floor prices beside prices of land, each rounded from the other, and alone with 万元/亩.
#[test]
fn floor_prices_by_the_rule_that_is_declared() {
    let read = |rule: &str, table: &str| {
        let annexes =
            format!("number,land_uses,prices,price_per,floor_price_places,land_price_places\n1,商业,grade,{rule}\n");
        Tables::city(&[("annexes.csv", &annexes), ("annex-1.csv", table)])
    };
    // 1000 ÷ 1.5 = 666.67, 667 × 1.5 = 1000.5
    let table = "grade,yuan_per_square_metre,floor_price,plot_ratio\n1,1000,667,1.5\n";
    assert_eq!(prices(&read("land,0,", table).are_accepted()), ["某市 商服 Ⅰ 1000 Land - 667 1.5"]);
    read("land,,", table).are_refused(&[(
        "annex-1.csv:2:3: floor price 667 × plot ratio 1.5 is not 1000 元/㎡",
        "楼面地价667×容积率1.5不等于1000元/㎡",
    )]);
    let table = table.replace("1000", "1001");
    assert_eq!(prices(&read("land,,0", &table).are_accepted()), ["某市 商服 Ⅰ 1001 Land - 667 1.5"]);
    // 17800 × 2.5 ÷ 15 = 2966.67
    let table = "grade,商业,商业容积率,商业万元/亩\n1,17800,2.5,2967\n";
    assert_eq!(prices(&read("floor,,", table).are_accepted()), ["某市 商服 Ⅰ 17800 Floor 2967 17800 2.5"]);
    read("floor,,", &table.replace("2967", "2966")).are_refused(&[(
        "annex-1.csv:2:4: 2966 万元/亩 is not 44500.0 元/㎡ ÷ 15, which rounds to 2967",
        "2966万元/亩不等于44500.0元/㎡÷15，后者舍入为2967",
    )]);
    // Without a plot ratio nothing binds them.
    let table = "grade,yuan_per_square_metre,floor_price\n1,1000,667\n";
    assert_eq!(prices(&read("land,,", table).are_accepted()), ["某市 商服 Ⅰ 1000 Land - 667 -"]);
}

/// Grades beyond Ⅸ, one that has a name, a price that is a lower bound, zones of far grades.
#[test]
fn grades_as_an_edition_lists_them() {
    let grades =
        "name,spellings\n一级,\n二级,\n三级,\n四级,\n五级,\n六级,\n七级,\n八级,\n九级,\n十级,\n十一级,\n限制级,限\n";
    let annexes = "number,land_uses,prices,price_per\n1,商业,grade,floor\n2,商业,zone,floor\n";
    let table = "grade,商业\n一级,9\n二级,8\n三级,7\n四级,6\n五级,5\n六级,4\n七级,3.5\n八级,3\n九级,2\n十级,1.5\n十一级,1\n限制级,≥1300\n";
    let zones = "zone,floor_price\nⅠ-1,9\n十-1,1.6\nX－02,1.4\n11-1,1\n";
    let tables = Tables::city(&[
        ("grades.csv", grades),
        ("annexes.csv", annexes),
        ("annex-1.csv", table),
        ("annex-2.csv", zones),
    ]);
    let file = tables.are_accepted();
    let all = prices(&file);
    assert_eq!(
        all[9..],
        [
            "某市 商服 Ⅹ 1.5 Floor - 1.5 -",
            "某市 商服 Ⅺ 1 Floor - 1 -",
            "某市 商服 限制级 ≥1300 Floor - 1300 -",
            "某市 商服 Ⅰ/Ⅰ-1 9 Floor - 9 -",
            "某市 商服 Ⅹ/Ⅹ-1 1.6 Floor - 1.6 -",
            "某市 商服 Ⅹ/Ⅹ-2 1.4 Floor - 1.4 -",
            "某市 商服 Ⅺ/Ⅺ-1 1 Floor - 1 -",
        ]
    );
    let edition = Edition::open(&file).unwrap();
    for (spelling, name) in
        [("限制级", "限制级"), ("限", "限制级"), ("十一级", "Ⅺ"), ("XI", "Ⅺ"), ("11", "Ⅺ"), ("Ⅺ", "Ⅺ"), ("３", "Ⅲ")]
    {
        let price = edition.grade_price(dijia_core::LandUse::Commercial, edition.grade(spelling).unwrap()).unwrap();
        assert_eq!(price.grade().name(), name, "{spelling}");
    }
    for spelling in ["Ⅹ-2", "10-2", "Ⅹ—2", "１０－２"] {
        let price = edition.zone_price(dijia_core::LandUse::Commercial, edition.zone_code(spelling).unwrap()).unwrap();
        assert_eq!(DecimalText(price.printed()).to_string(), "1.4", "{spelling}");
    }
}

/// Zones with a grade, a plot ratio, a name and limits of their own; two land uses in a table; numbers through all grades.
#[test]
fn zone_tables_of_every_form() {
    let annexes = "number,land_uses,prices,zone_numbers\n1,商业+工业,zone,names\n2,住宅,zone,throughout\n";
    let named = "区片编号,土地级别,区片名称,范围,商业,商业容积率,工业\nA-01,1,火车站,东至一路,900,2.0,———\nA-02,2,老城,,800,1.8,300\n";
    let numbered = "序号,区片,元/㎡,基准容积率\n1,Ⅰ-1,700,1.5\n2,Ⅰ-2,690,1.5\n3,Ⅱ-3,500,1.2\n";
    let tables = Tables::city(&[("annexes.csv", annexes), ("annex-1.csv", named), ("annex-2.csv", numbered)]);
    let file = tables.are_accepted();
    assert_eq!(
        prices(&file),
        [
            "某市 商服 Ⅰ/A-01 900 Land - - 2.0",
            "某市 商服 Ⅱ/A-02 800 Land - - 1.8",
            "某市 工业 Ⅱ/A-02 300 Land - - -",
            "某市 住宅 Ⅰ/Ⅰ-1 700 Land - - 1.5",
            "某市 住宅 Ⅰ/Ⅰ-2 690 Land - - 1.5",
            "某市 住宅 Ⅱ/Ⅱ-3 500 Land - - 1.2",
        ]
    );
    let edition = Edition::open(&file).unwrap();
    let zone = |land_use: &str, code: &str| {
        let price = edition.zone_price(edition.land_use(land_use).unwrap(), edition.zone_code(code)?)?;
        Ok::<_, dijia_core::Error>(price.code_text().as_str().to_owned())
    };
    for (land_use, spelling, code) in [
        ("商业", "a-01", "A-01"),
        ("商业", "Ａ－０１", "A-01"),
        ("商业", "火车站", "A-01"),
        ("工业", "老城", "A-02"),
        ("住宅", "II-3", "Ⅱ-3"),
        ("住宅", "Ⅰ-2", "Ⅰ-2"),
    ] {
        assert_eq!(zone(land_use, spelling).as_deref(), Ok(code), "{spelling}");
    }
    assert!(zone("工业", "A-01").is_err() && zone("住宅", "Ⅱ-1").is_err());
    let said: Vec<_> = edition.statements().map(|of: Statement<'_>| (of.about(), of.words())).collect();
    assert_eq!(said, [("A-01", "火车站"), ("A-01", "东至一路"), ("A-02", "老城")]);
    tables.with("annex-2.csv", numbered.replace("Ⅱ-3", "Ⅱ-4")).are_refused(&[(
        "annex-2.csv:4:2: zone Ⅱ-3 is missing before zone Ⅱ-4; annexes.csv says where zones are numbered otherwise",
        "区片Ⅱ-4之前缺少区片Ⅱ-3；编号方式不同时在annexes.csv中注明",
    )]);
}

/// A grade for each land use of a zone, and a unit that a row does not print.
#[test]
fn zones_of_another_grade_for_each_land_use() {
    let annexes = "number,land_uses,prices,zone_numbers\n1,商业+住宅,zone,names\n2,工业,zone,by grade\n";
    let table = "区片编号,商业级别,商业,住宅级别,住宅\nQ01,1,900,2,700\nQ02,2,800,———,———\n";
    let industrial = "zone,元/㎡,万元/亩,楼面地价\nⅠ-1,300,20,———\nⅠ-2,285,———,190\n";
    let tables = Tables::city(&[("annexes.csv", annexes), ("annex-1.csv", table), ("annex-2.csv", industrial)]);
    assert_eq!(
        prices(&tables.are_accepted()),
        [
            "某市 商服 Ⅰ/Q01 900 Land - - -",
            "某市 商服 Ⅱ/Q02 800 Land - - -",
            "某市 住宅 Ⅱ/Q01 700 Land - - -",
            "某市 工业 Ⅰ/Ⅰ-1 300 Land 20 - -",
            "某市 工业 Ⅰ/Ⅰ-2 285 Land - 190 -",
        ]
    );
}

/// The most particular statement of each field: zone, grade, land use, area.
#[test]
fn bases_are_put_together_field_by_field() {
    let areas = "name\n城区\n乡镇\n";
    let annexes = "number,area,land_uses,prices\n1,城区+乡镇,商业+住宅,grade\n2,城区,商业,zone\n";
    let grades = "area,grade,商业,住宅\n城区,1,90,80\n城区,2,70,60\n乡镇,1,50,40\n";
    let zones = "zone,yuan_per_square_metre\nⅠ-1,91\nⅠ-2,89\nⅡ-1,71\n";
    let basis = "area,land_use,grade,zone,plot_ratio,statutory_term,capitalization_rate,development_level,right,part,row\n\
                 ,,,,1.0,,8%,三通一平,出让,说明,\n\
                 ,商业,,,,40,7%,,,,\n\
                 ,住宅,,,,无限年期,,,,,\n\
                 乡镇,,,,0.8,,,,,,\n\
                 乡镇,商业,,,,,6%,,,,\n\
                 城区,,Ⅰ,,1.6,,,,,表2,1\n\
                 ,商业,,Ⅰ-2,1.7,,,五通一平：通路、供电、通讯、供水、排水,,表3,7\n";
    let tables = Tables::city(&[
        ("areas.csv", areas),
        ("annexes.csv", annexes),
        ("annex-1.csv", grades),
        ("annex-2.csv", zones),
        ("basis.csv", basis),
    ]);
    let file = tables.are_accepted();
    let edition = Edition::open(&file).unwrap();
    let mut said = Vec::new();
    let mut say = |of: String, basis: dijia_core::Basis<'_>| {
        let text = |value: Option<_>| value.map_or_else(|| "-".to_owned(), |value| DecimalText(value).to_string());
        let term = basis.statutory_term().map_or_else(|| "-".to_owned(), |term| term.to_string());
        let (ratio, rate) = (text(basis.plot_ratio()), text(basis.capitalization_rate()));
        let level = basis.development_name().unwrap_or("-");
        said.push(format!("{of}: {ratio} {term} {rate} {level} {} {}", basis.right().unwrap_or("-"), basis.citation()));
    };
    for price in edition.grade_prices() {
        say(format!("{}{}{}", price.area().name(), price.land_use().name(), price.grade().name()), price.basis());
    }
    for price in edition.zone_prices() {
        say(price.code_text().as_str().to_owned(), price.basis());
    }
    say("乡镇住宅".to_owned(), edition.basis(edition.area("乡镇").unwrap(), dijia_core::LandUse::Residential).unwrap());
    assert_eq!(
        said,
        [
            "城区商服Ⅰ: 1.6 40 0.07 三通一平 出让 某政发〔2024〕1号 表2 第1行",
            "城区住宅Ⅰ: 1.6 perpetual 0.08 三通一平 出让 某政发〔2024〕1号 表2 第1行",
            "城区商服Ⅱ: 1.0 40 0.07 三通一平 出让 某政发〔2024〕1号 城区有关说明",
            "城区住宅Ⅱ: 1.0 perpetual 0.08 三通一平 出让 某政发〔2024〕1号 城区有关说明",
            "乡镇商服Ⅰ: 0.8 40 0.06 三通一平 出让 某政发〔2024〕1号 乡镇有关说明",
            "乡镇住宅Ⅰ: 0.8 perpetual 0.08 三通一平 出让 某政发〔2024〕1号 乡镇有关说明",
            "Ⅰ-1: 1.6 40 0.07 三通一平 出让 某政发〔2024〕1号 表2 第1行",
            "Ⅰ-2: 1.7 40 0.07 五通一平 出让 某政发〔2024〕1号 表3 第7行",
            "Ⅱ-1: 1.0 40 0.07 三通一平 出让 某政发〔2024〕1号 城区有关说明",
            "乡镇住宅: 0.8 perpetual 0.08 三通一平 出让 某政发〔2024〕1号 乡镇有关说明",
        ]
    );
    // Four land uses of areas, two of grade Ⅰ and one of a zone: what is the same is there once.
    assert_eq!(edition.bases().len(), 4 + 2 + 1);
    let zone = edition.zone_prices().nth(1).unwrap().basis();
    assert!(zone.development_level().unwrap().contains(Service::Drainage));
    assert!(edition.zone_prices().next().unwrap().basis().development_level().is_none());
}

/// Every way in which documents say which services a level is.
#[test]
fn development_levels_as_they_are_printed() {
    use Service::{Drainage, Gas, Heating, Levelling, Power, Road, Telecom, WaterSupply};

    let five = [Road, Power, Telecom, WaterSupply, Drainage, Levelling];
    let six = [&five[..], &[Gas]].concat();
    let (no_level, with_heating) = (&five[..5], [&five[..], &[Heating]].concat());
    for (cell, name, services) in [
        ("通路、供电、通讯、供水、排水、场地平整", None, Some(&five[..])),
        ("road+power+telecom+water supply+drainage+levelling", None, Some(&five[..])),
        ("五通一平（通路、通电、通讯、通上水、通下水，红线内场地平整）", Some("五通一平"), Some(&five[..])),
        ("“六通一平”（包括通路、供电、通讯、供水、排水、供气以及场地平整）", Some("六通一平"), Some(&six[..])),
        ("六通一平(通路、通电、供水、排水、通热、通讯和场地平整)", Some("六通一平"), Some(&with_heating[..])),
        ("五通：红线外通路、电、电讯、给水、排水（雨水、污水）", Some("五通"), Some(no_level)),
        ("七通一平", Some("七通一平"), None),
        ("净地", Some("净地"), Some(&[Levelling][..])),
        ("none", None, Some(&[][..])),
        // Sewage is a service of its own, which no set of an edition has: the words alone are held.
        (
            "六通一平（通路、供电、通讯、供水、排水、排污、场地平整）",
            Some("六通一平（通路、供电、通讯、供水、排水、排污、场地平整）"),
            None,
        ),
    ] {
        let basis = format!("development_level\n\"{cell}\"\n");
        let tables = Tables::city(&[
            ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
            ("annex-1.csv", "grade,商业\n1,5\n"),
            ("developments.csv", "name,services\n净地,场地平整\n"),
            ("basis.csv", &basis),
        ]);
        let file = tables.are_accepted();
        let edition = Edition::open(&file).unwrap();
        let basis = edition.grade_prices().next().unwrap().basis();
        let expected = services.map(|services| services.iter().copied().collect());
        assert_eq!((basis.development_name(), basis.development_level()), (name, expected), "{cell}");
    }
}

/// One price in two tables, of land in one and of floor in the other; twice in the same unit it is refused.
#[test]
fn tables_that_print_one_price_in_two_units() {
    let two = |first: &str, second: &str, tables: [&str; 2]| {
        let annexes = format!("number,land_uses,prices,price_per\n1,商业,grade,{first}\n2,商业,grade,{second}\n");
        let basis = "plot_ratio\n2.5\n";
        Tables::city(&[
            ("annexes.csv", &annexes),
            ("annex-1.csv", tables[0]),
            ("annex-2.csv", tables[1]),
            ("basis.csv", basis),
        ])
    };
    let (land, floor, per_mu) = ("grade,商业\n1,1500\n", "grade,商业\n1,600\n", "grade,wan_yuan_per_mu\n1,100\n");
    let one = ["某市 商服 Ⅰ 1500 Land - 600 2.5"];
    assert_eq!(prices(&two("land", "floor", [land, floor]).are_accepted()), one);
    assert_eq!(prices(&two("floor", "land", [floor, land]).are_accepted()), one);
    let one = ["某市 商服 Ⅰ 600 Floor 100 600 2.5"];
    assert_eq!(prices(&two("floor", "land", [floor, per_mu]).are_accepted()), one);
    two("floor", "land", [floor, "grade,商业\n1,1501\n"]).are_refused(&[(
        "annex-1.csv:2:2: floor price 600 × plot ratio 2.5 is not 1501 元/㎡",
        "楼面地价600×容积率2.5不等于1501元/㎡",
    )]);
    two("land", "land", [land, land]).are_refused(&[(
        "annex-2.csv:2:2: the commercial price of grade Ⅰ is there twice, first on line 2",
        "商服级别Ⅰ的价格出现两次，先见于第2行",
    )]);
}

/// Names of land uses with a comma of a Chinese list, and lists of areas, uses and grades.
#[test]
fn lists_in_cells() {
    let uses = "name,class\n旅馆、餐饮,commercial\n零售,commercial\n";
    let annexes = "number,land_uses,prices\n1,旅馆、餐饮用地+零售,grade\n";
    let table = "grade,旅馆、餐饮,零售\n1,9,8\n2,7,6\n3,5,4\n";
    let basis = "land_use,grade,plot_ratio\n旅馆、餐饮;零售,,1.0\n旅馆、餐饮,一至二级,2.0\n零售用地,Ⅱ～Ⅲ,3.0\n";
    let tables =
        Tables::city(&[("uses.csv", uses), ("annexes.csv", annexes), ("annex-1.csv", table), ("basis.csv", basis)]);
    assert_eq!(
        prices(&tables.are_accepted()),
        [
            "某市 旅馆、餐饮 Ⅰ 9 Land - - 2.0",
            "某市 零售 Ⅰ 8 Land - - 1.0",
            "某市 旅馆、餐饮 Ⅱ 7 Land - - 2.0",
            "某市 零售 Ⅱ 6 Land - - 3.0",
            "某市 旅馆、餐饮 Ⅲ 5 Land - - 1.0",
            "某市 零售 Ⅲ 4 Land - - 3.0",
        ]
    );
    tables.with("basis.csv", basis.replace("Ⅱ～Ⅲ", "Ⅲ～Ⅱ")).are_refused(&[(
        "basis.csv:4:2: grade: \"Ⅲ～Ⅱ\" are no grades from a first to a last",
        "grade：\"Ⅲ～Ⅱ\"不是由前至后的若干级别",
    )]);
}

/// An annex by its label, another that is published and not in hand, towns of a class, places of one name in two areas.
#[test]
fn what_a_document_says_of_itself() {
    let tables = Tables::city(&[
        ("edition.csv", "key,value,comment\n城市,某市,\n标题,某市基准地价,没有文号\n施行日期,2024-05-01,\n"),
        ("areas.csv", "name,english\n城区,urban area\n乡镇,towns\n"),
        ("places.csv", "name,area\n城关镇,城区\n城关镇,乡镇\n大河镇,乡镇\n"),
        ("grades.csv", "name\nⅠ\nⅡ\n一等\n二等\n"),
        (
            "annexes.csv",
            "label,title,area,land_uses,prices,in_hand,file\n表1-1,级别价,城区,商业,grade,yes,\n附表6,乡镇价,乡镇,商业,grade,是,towns.csv\n\
             表1-2,区片价,城区,商业,zone,no,\n",
        ),
        ("表1-1.csv", "grade,商业\nⅠ,9\nⅡ,8\n"),
        ("towns.csv", "grade,商业\n一等,7\n二等,6\n"),
    ]);
    let file = tables.are_accepted();
    let edition = Edition::open(&file).unwrap();
    assert_eq!(
        prices(&file),
        [
            "城区 商服 Ⅰ 9 Land - - -",
            "城区 商服 Ⅱ 8 Land - - -",
            "乡镇 商服 一等 7 Land - - -",
            "乡镇 商服 二等 6 Land - - -",
        ]
    );
    let document = edition.document();
    assert_eq!((document.number, document.title, document.issuer), ("某市基准地价", Some("某市基准地价"), None));
    assert_eq!(document.first_day_in_force.unwrap().to_string(), "2024-05-01");
    let cited: Vec<String> = edition.grade_prices().map(|price| price.citation().to_string()).collect();
    assert_eq!(cited[0], "某市基准地价 表1-1 第1行");
    assert_eq!(cited[3], "某市基准地价 附表6 第2行");
    let annexes: Vec<_> =
        edition.annexes().map(|annex| (annex.label(), annex.title(), annex.is_in_hand(), annex.number())).collect();
    assert_eq!(
        annexes,
        [
            (Some("表1-1"), "级别价", true, None),
            (Some("附表6"), "乡镇价", true, None),
            (Some("表1-2"), "区片价", false, None)
        ]
    );
    let error = edition
        .zone_price(dijia_core::LandUse::Commercial, "Ⅰ-1".parse::<dijia_core::ZoneCode>().unwrap())
        .unwrap_err();
    assert!(error.to_string().contains("表1-2"), "{error}");
    assert_eq!(edition.area("towns"), edition.area("乡镇"));
}

/// A price of a right without end is corrected to the term of the parcel: 1000 × [1 − 1.06^−70] = 1000 × 0.98307… → 0.9831.
#[test]
fn a_basis_without_end_prices() {
    let tables = Tables::city(&[
        ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
        ("annex-1.csv", "grade,商业\n1,1000\n"),
        ("basis.csv", "statutory_term,capitalization_rate\n无限年期,6%\n"),
    ]);
    let file = tables.are_accepted();
    let edition = Edition::open(&file).unwrap();
    let price = edition.grade_price("商业", "1").unwrap();
    assert_eq!(price.basis().statutory_term(), Some(Term::Perpetual));
    let parcel = Appraisal::from_grade(price);
    let granted = parcel.remaining_term(Decimal::from(70)).appraise().unwrap();
    assert_eq!(DecimalText(granted.unit_price()).to_string(), "983.10");
    let steps: Vec<String> = granted.steps().map(|step| step.expression().to_string()).collect();
    assert_eq!(steps[1], "1 - (1 + 0.06)^-70");
    // An owner's right without end is what the price is of.
    let owned = parcel.remaining_term(Term::Perpetual).appraise().unwrap();
    assert_eq!(DecimalText(owned.unit_price()).to_string(), "1000.00");
}

/// A name of a development level is what the document means by it: of one meaning, of two, and of none.
#[test]
fn names_of_development_levels_are_those_of_the_document() {
    let read = |basis: &str| {
        let tables = Tables::city(&[
            ("areas.csv", "name\n城区\n乡镇\n"),
            ("annexes.csv", "number,area,land_uses,prices\n1,城区+乡镇,商业,grade\n"),
            ("annex-1.csv", "area,grade,商业\n城区,1,9\n乡镇,1,5\n"),
            ("developments.csv", "name,services\n净地,场地平整\n"),
            ("basis.csv", basis),
        ]);
        tables.are_accepted()
    };
    let heating = "六通一平（通路、通电、通讯、供水、排水、通热、场地平整）";
    let gas = "六通一平（通路、通电、通讯、供水、排水、通气、场地平整）";
    let level = |basis: &str, name: &str| {
        let file = read(basis);
        let edition = Edition::open(&file).unwrap();
        edition.development_level(name).map(|level| level.to_string()).map_err(|error| error.to_string())
    };
    let one =
        format!("area,development_level\n城区,{heating}\n乡镇,五通一平（通路、通电、供水、排水、通气、场地平整）\n");
    for (name, expected) in [
        ("六通一平", "road+power+telecom+water supply+drainage+heating+levelling"),
        ("　六通一平 ", "road+power+telecom+water supply+drainage+heating+levelling"),
        // Not what others mean by it.
        ("五通一平", "road+power+water supply+drainage+gas+levelling"),
        ("七通一平", "road+power+telecom+water supply+drainage+gas+heating+levelling"),
        ("净地", "levelling"),
        ("通路、供热", "road+heating"),
    ] {
        assert_eq!(level(&one, name).as_deref(), Ok(expected), "{name}");
    }
    let two = format!("area,development_level\n城区,{heating}\n乡镇,{gas}\n");
    assert_eq!(
        level(&two, " 六通一平").unwrap_err(),
        "invalid development level \" 六通一平\": it stands for more than one set of services in this edition: list the \
         services, at character 2"
    );
    let named = "area,development_level\n城区,六通一平\n乡镇,七通一平\n";
    assert!(level(named, "六通一平").unwrap_err().contains("gas+levelling in some documents and for "));
    assert!(level(named, "七通一平").unwrap().contains("gas+heating"));
}

/// What a document with a long title and no number does not state is said of the edition by its name, which is never cut.
#[test]
fn documents_with_long_titles_are_named_in_errors() {
    let error = |terms: &str| {
        let tables = Tables::city(&[
            ("edition.csv", terms),
            ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
            ("annex-1.csv", "grade,商业\n1,5\n"),
        ]);
        let file = tables.are_accepted();
        let edition = Edition::open(&file).unwrap();
        let parcel = Appraisal::from_grade(edition.grade_price("商业", "1").unwrap());
        parcel.remaining_term(Decimal::from(30)).appraise().unwrap_err().to_string()
    };
    // 15 characters are 45 bytes, 16 are 48.
    let title = "某市人民政府公布城镇基准地价通知";
    assert_eq!(title.len(), 48);
    let said = |document: &str| {
        format!(
            "the term coefficient needs the capitalization rate, which {document} does not state and which is not given"
        )
    };
    assert_eq!(error(&format!("key,value\ncity,某市\ntitle,{}\n", &title[3..])), said(&title[3..]));
    assert_eq!(error(&format!("key,value\ncity,某市\ntitle,{title}\n")), said("city-2024"));
    let numbered = format!("key,value\ncity,某市\ntitle,{title}\ndocument_number,某政发〔2024〕1号\n");
    assert_eq!(error(&numbered), said("某政发〔2024〕1号"));
}

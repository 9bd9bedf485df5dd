//! Corrections as documents print them: from levels, plot ratios, terms and dates to a price, each coefficient cited. What
//! is expected is what the documents and a report print, read from `tests/sources`.

mod common;

use std::path::{Path, PathBuf};

use common::{Tables, decimal, shown, source};
use dijia_core::{
    Appraisal, BetweenRows, CorrectionKind, Date, Decimal, Edition, Error, Language, Level, Quantity, RoundingPolicy,
    Source, StepKind, Warning,
};
use dijia_tables::read;

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn tongdao() -> Vec<u8> {
    read(&tests().join("editions/tongdao-2026")).unwrap_or_else(|errors| panic!("{errors}")).pack()
}

/// The levels of the parcel 行政街, as the report has them.
fn parcel_levels(rows: &[Vec<String>]) -> Vec<Level<'_>> {
    let factors = rows.iter().map(|row| Level { of: &row[0], level: &row[6] });
    let further = [("形状", "较优"), ("景观", "优"), ("朝向", "南")];
    factors.chain(further.map(|(of, level)| Level { of, level })).collect()
}

fn parcel<'a>(edition: &'a Edition<'a>, levels: &'a [Level<'a>]) -> Appraisal<'a> {
    Appraisal::from_grade(edition.grade_price("居住", "二级").unwrap())
        .corrections_as_published()
        .levels(levels)
        .remaining_term(decimal("63.97"))
        .plot_ratio(decimal("4.58"))
        .valuation_date(Date::new(2026, 6, 3).unwrap())
        .area(decimal("19.02"))
        .rounding(RoundingPolicy::default().with_unit_price_places(1).unwrap())
}

/// The report prints Ky 0.9950, Kv 1.4369, Kt 1.0285, ΣKi 2.4020 %, Ks 0.98, Ka 1.02, Ke 1.05, Kto 1.02 and 1144.6:
/// 710×（1+2.4020%）×0.9950×1.4369×1.0285×0.98×1.02×1.05×1.02.
#[test]
fn the_parcel_of_tongdao_from_its_levels_alone() {
    let file = tongdao();
    let edition = Edition::open(&file).unwrap();
    let rows = source("tongdao-2026-factors.csv");
    let levels = parcel_levels(&rows);
    let appraised = parcel(&edition, &levels).appraise().unwrap();
    assert_eq!(shown(appraised.unit_price()), "1144.6");
    let coefficients = appraised.coefficients();
    assert_eq!(coefficients.term.map(shown).as_deref(), Some("0.9950"));
    assert_eq!(coefficients.plot_ratio.map(shown).as_deref(), Some("1.4369"));
    assert_eq!(coefficients.date.map(shown).as_deref(), Some("1.0285"));
    assert_eq!(coefficients.factor_sum.map(shown).as_deref(), Some("0.024020"));
    let named = |kind| appraised.steps().filter(move |step| step.kind == kind);
    let kj: Vec<_> = named(StepKind::Coefficient).map(|step| (step.name.unwrap(), shown(step.value))).collect();
    assert_eq!(
        kj,
        [("形状", "1.02"), ("景观", "1.05"), ("朝向", "1.02"), ("面积", "0.98")].map(|(n, v)| (n, v.to_owned()))
    );
    // Only what has no effect on the price: the last day in force is not known, nor is a level missing.
    let warnings: Vec<String> = appraised.warnings().map(|warning| warning.to_string()).collect();
    assert_eq!(
        warnings,
        [
            "the unit price deviates from the benchmark price by 61.21 %, more than 30 %: carried by plot-ratio coefficient"
        ]
    );
}

/// Each coefficient cites the table and the row that it is printed in.
#[test]
fn every_step_says_where_its_figure_is_printed() {
    let file = tongdao();
    let edition = Edition::open(&file).unwrap();
    let rows = source("tongdao-2026-factors.csv");
    let levels = parcel_levels(&rows);
    let appraised = parcel(&edition, &levels).appraise().unwrap();
    let cited = |kind: StepKind, name: Option<&str>| {
        let step = appraised.steps().find(|step| step.kind == kind && (name.is_none() || step.name == name)).unwrap();
        match step.source {
            Source::Published(citation) => format!("{citation}"),
            Source::DerivedFrom(citation) => format!("推算 {citation}"),
            other => format!("{other:?}"),
        }
    };
    let document = "通政发〔2026〕1号";
    assert_eq!(cited(StepKind::PlotRatioCoefficient, None), format!("推算 {document} 居住用地容积率修正系数表"));
    assert_eq!(
        cited(StepKind::FactorCorrection, Some("临近道路状况")),
        format!("{document} 居住用地二级区域因素修正系数表 第3行")
    );
    assert_eq!(cited(StepKind::Coefficient, Some("朝向")), format!("{document} 朝向修正系数表 第1行"));
    assert_eq!(cited(StepKind::Coefficient, Some("面积")), format!("{document} 面积修正系数表 第10行"));
    assert_eq!(cited(StepKind::DateCoefficient, None), format!("推算 {document} 月增长率（估价机构估计，非文件所载）"));
    // The formula follows the basis, not a table of corrections.
    assert_eq!(cited(StepKind::TermCoefficient, None), "Derived");
    let sheet = appraised.worksheet(Language::Chinese).to_string();
    assert!(sheet.contains("较劣"), "{sheet}");
    assert!(sheet.contains("劣：<500"), "{sheet}");
}

/// Every cell of the printed tables is what is asked for, with its sign, and nothing else is.
#[test]
fn every_printed_figure() {
    let file = tongdao();
    let edition = Edition::open(&file).unwrap();
    let corrections = edition.corrections("居住", "二级").unwrap();
    for row in source("tongdao-2026-factors.csv") {
        for (level, figure) in ["优", "较优", "一般", "较劣", "劣"].into_iter().zip(&row[1..6]) {
            let found = corrections.level(&row[0], level).unwrap();
            let fraction = decimal(figure) / decimal("100");
            assert_eq!(found.value(), fraction, "{} {level}", row[0]);
            assert_eq!((found.level(), found.table().kind()), (Some(level), CorrectionKind::Factor));
        }
    }
    assert_eq!(corrections.tables(CorrectionKind::Factor).count(), 12);
    let grades = ["一级", "二级", "三级", "四级", "五级"];
    let printed = source("tongdao-2026-plot-ratios.csv");
    for (grade, column) in grades.into_iter().zip(1..) {
        let table = edition.corrections("居住", grade).unwrap().table(CorrectionKind::PlotRatio).unwrap();
        assert_eq!((table.is_open_below(), table.is_open_above(), table.between()), (true, true, BetweenRows::Linear));
        assert_eq!(table.rows().len(), printed.len());
        for (row, printed) in table.rows().zip(&printed) {
            assert_eq!((shown(row.key()), shown(row.value())), (printed[0].clone(), printed[column].clone()));
        }
        // At the plot ratio of the basis nothing is corrected.
        let basis = edition.grade_price("居住", grade).unwrap().basis().plot_ratio().unwrap();
        let at_basis = table.rows().find(|row| row.key() == basis).unwrap();
        assert_eq!(at_basis.value(), Decimal::ONE, "{grade}");
    }
    // Printed for the grades and land uses that are named, and for no other.
    assert!(edition.corrections("工矿", "二级").unwrap().table(CorrectionKind::PlotRatio).is_none());
    assert!(edition.corrections("居住", "三级").unwrap().table(CorrectionKind::Factor).is_none());
    assert_eq!(edition.corrections("工矿", "一级").unwrap().tables(CorrectionKind::Coefficient).count(), 4);
}

/// What the tables do not have is an error that says what they have, and takes no other's place.
#[test]
fn what_is_not_printed_is_refused() {
    let file = tongdao();
    let edition = Edition::open(&file).unwrap();
    let price = edition.grade_price("居住", "二级").unwrap();
    let with = |levels: &[Level<'_>]| {
        Appraisal::from_grade(price)
            .corrections_as_published()
            .levels(levels)
            .appraise()
            .err()
            .map(|error| error.to_string())
    };
    let level = |of, level| Level { of, level };
    assert_eq!(
        with(&[level("距火车站距离", "优")]).unwrap(),
        "tongdao-2026 has no factor and no coefficient \"距火车站距离\" for that land use and grade"
    );
    assert_eq!(
        with(&[level("朝向", "上")]).unwrap(),
        "no level \"上\" of 朝向: it has 南/东南/东/西南/东北/北/西/西北"
    );
    assert_eq!(with(&[level("形状", "420")]).unwrap(), "no level \"420\" of 形状: it has 优/较优/一般/较劣/劣");
    assert_eq!(
        with(&[level("朝向", "南"), level(" 朝向", "北")]).unwrap(),
        "the levels of factors \"朝向\" is given twice"
    );
    let plain = Appraisal::from_grade(price);
    let levels = [level("朝向", "南")];
    assert_eq!(
        plain.levels(&levels).appraise().err(),
        Some(Error::TakesNoPart { quantity: Quantity::Level, without: Quantity::PublishedCorrections })
    );
    let shape = [dijia_core::Coefficient::new("朝向", decimal("1.1"))];
    let twice = plain.corrections_as_published().levels(&levels).coefficients(&shape).appraise();
    assert!(matches!(twice, Err(Error::NamedTwice { quantity: Quantity::Level, .. })));
    let own = Appraisal::from_price(decimal("710")).corrections_as_published().appraise();
    assert_eq!(
        own.err(),
        Some(Error::TakesNoPart { quantity: Quantity::PublishedCorrections, without: Quantity::Basis })
    );
    // An edition without tables of corrections.
    let jinan = Tables::jinan().are_accepted();
    let jinan = Edition::open(&jinan).unwrap();
    let asked = Appraisal::from_grade(jinan.grade_price("商服", "Ⅲ").unwrap()).corrections_as_published().appraise();
    assert!(matches!(asked, Err(Error::NotStated { quantity: Quantity::PublishedCorrections, .. })));
}

/// What the caller gives is taken in place of what is printed; a number is the level of the interval that it is in.
#[test]
fn each_part_can_be_given() {
    let file = tongdao();
    let edition = Edition::open(&file).unwrap();
    let price = edition.grade_price("居住", "二级").unwrap();
    let asked = Appraisal::from_grade(price).corrections_as_published().plot_ratio(decimal("4.58"));
    let unit_price = |appraisal: Appraisal<'_>| shown(appraisal.appraise().unwrap().unit_price());
    // 710 × 1.4369 = 1020.199, and 710 × 1.5 = 1065.
    assert_eq!(unit_price(asked), "1020.20");
    assert_eq!(unit_price(asked.plot_ratio_coefficient(decimal("1.5"))), "1065.00");
    // Ks of 19.02 ㎡ is 0.98: 1020.199 × 0.98 = 999.79502; given as a level by number or name, or as one's own, it is that.
    assert_eq!(unit_price(asked.area(decimal("19.02"))), "999.80");
    let by_number = [Level { of: "面积", level: "1999.99" }];
    // 1.01 of [1500,2000): 1030.40099.
    assert_eq!(unit_price(asked.area(decimal("19.02")).levels(&by_number)), "1030.40");
    let own = [dijia_core::Coefficient::new("面积", decimal("1"))];
    assert_eq!(unit_price(asked.area(decimal("19.02")).coefficients(&own)), "1020.20");
    // Without the switch nothing changes.
    assert_eq!(unit_price(Appraisal::from_grade(price).plot_ratio(decimal("4.58"))), "710.00");
    // Bounds belong to the interval that says so.
    let corrections = edition.corrections("居住", "二级").unwrap();
    for (area, level) in [("499.99", "劣"), ("500", "较劣"), ("1999.99", "较优"), ("2000", "优"), ("0.01", "劣")]
    {
        assert_eq!(corrections.level("面积", area).unwrap().level(), Some(level), "{area}");
    }
    let warned: Vec<Warning<'_>> = asked.appraise().unwrap().warnings().collect();
    assert!(
        warned
            .iter()
            .any(|warning| matches!(warning, Warning::WithoutLevel { count: 16, first: "距小区级商服中心距离" })),
        "{warned:?}"
    );
}

/// A number that two intervals claim, or that no quantity is, has no level; whatever is beside it has.
#[test]
fn a_number_is_in_one_interval() {
    let declared = "kind,name,file,part\ncoefficients,临街深度,depth.csv,表\n";
    let table = "level,condition,coefficient\n浅,≤300,1.1\n中,300-700,1.0\n深,>700,0.9\n";
    let tables = Tables::jian().without("terms.csv").without("plot-ratios.csv");
    let file = tables.with("corrections.csv", declared).with("depth.csv", table).are_accepted();
    let edition = Edition::open(&file).unwrap();
    let corrections = edition.corrections("商服", "Ⅰ").unwrap();
    let level = |number: &str| {
        corrections.level("临街深度", number).map(|row| row.level().unwrap()).map_err(|it| it.kind().name())
    };
    for (number, expected) in [("299.9", "浅"), ("300.1", "中"), ("700", "中"), ("700.01", "深"), ("0", "浅")] {
        assert_eq!(level(number), Ok(expected), "{number}");
    }
    assert_eq!([level("300"), level("-1"), level("")], [Err("NoSuchLevel"); 3]);
}

/// 吉安 prints 40 coefficients of terms and 21 of plot ratios, and says 线性内插 between these.
#[test]
fn the_tables_of_jian() {
    let file = Tables::jian().are_accepted();
    let edition = Edition::open(&file).unwrap();
    let price = edition.grade_price("商服", "Ⅰ").unwrap();
    let appraisal = Appraisal::from_grade(price).corrections_as_published();
    let terms = source("jian-terms.csv");
    assert_eq!(terms.len(), 40);
    for row in terms {
        let appraised = appraisal.remaining_term(decimal(&row[0])).appraise().unwrap();
        assert_eq!(appraised.coefficients().term.map(shown), Some(row[1].clone()), "{} years", row[0]);
        let step = appraised.steps().find(|step| step.kind == StepKind::TermCoefficient).unwrap();
        assert!(matches!(step.source, Source::Published(_)));
    }
    let plot_ratios = source("jian-plot-ratios.csv");
    assert_eq!(plot_ratios.len(), 21);
    for row in &plot_ratios {
        let appraised = appraisal.plot_ratio(decimal(&row[0])).appraise().unwrap();
        assert_eq!(appraised.coefficients().plot_ratio.map(shown), Some(row[1].clone()), "{}", row[0]);
    }
    // Between 1.4 (1.0000) and 1.6 (1.1035): 1 + 0.1035 × 0.5 = 1.05175.
    let between = appraisal.plot_ratio(decimal("1.5")).appraise().unwrap();
    assert_eq!(between.coefficients().plot_ratio.map(shown).as_deref(), Some("1.0518"));
    // No table goes on past its ends, and half a year is in none.
    let outside = |ratio: &str| appraisal.plot_ratio(decimal(ratio)).appraise().err();
    assert!(matches!(outside("0.39"), Some(Error::PlotRatioOutsideTable { .. })));
    assert!(matches!(outside("4.41"), Some(Error::PlotRatioOutsideTable { .. })));
    let half = appraisal.remaining_term(decimal("30.5")).appraise().err();
    assert_eq!(
        half.unwrap().to_string(),
        "the remaining term is 30.5, which the table of 某政发〔2024〕1号 does not list, nor what holds between its rows"
    );
}

/// What looks wrong is warned of with its place: the last coefficient of 吉安, 2.2019 after 2.0042, is printed so (a table whose
/// steps were 0.015 and 0.0366 before it goes up by 0.1977), and 通道's tables run as they should.
#[test]
fn what_looks_wrong_is_warned_of() {
    let warnings = |tables: &Tables| tables.read().unwrap().warnings().to_string();
    assert_eq!(
        warnings(&Tables::jian()),
        "plot-ratios.csv:22:2: from 4.2 to 4.4 the coefficient goes from 2.0042 to 2.2019, more than 3 times as steeply as beside: \
         compare it with the print"
    );
    // A digit misread: from 0.6826 it rises by 0.1756 to 0.8582, and falls by 0.0195 to 0.8387.
    let rows: Vec<String> = source("jian-plot-ratios.csv").iter().map(|row| row.join(",")).collect();
    let table = format!("plot_ratio,coefficient\n{}\n", rows[..20].join("\n"));
    let of = |table: &str| warnings(&Tables::jian().with("plot-ratios.csv", table));
    assert_eq!(of(&table), "");
    assert_eq!(
        of(&table.replace("0.7582", "0.8582")),
        "plot-ratios.csv:4:2: from 0.6 to 0.8 the coefficient goes from 0.6826 to 0.8582, more than 3 times as steeply as beside: \
         compare it with the print\n\
         plot-ratios.csv:5:2: the coefficient goes from 0.8582 to 0.8387, against the other rows: compare it with the print"
    );
    // The exam's table goes up by 0.33 to 1.0 for each 1.0, and a table may begin and end in one coefficient.
    let rows: Vec<String> = source("exam-plot-ratios.csv").iter().map(|row| row.join(",")).collect();
    assert_eq!(of(&format!("plot_ratio,coefficient\n{}\n", rows.join("\n"))), "");
    assert_eq!(of("plot_ratio,coefficient\n0.5,1\n1.0,1\n1.5,1\n2.0,1.2\n2.5,1.4\n3.0,1.4\n"), "");

    // A factor of 通道 whose minus sign is lost.
    let factors = |text: &str| {
        let declared = "kind,file,part\nfactors,factors.csv,表\nterm,terms.csv,表\n";
        let tables = Tables::jian().without("plot-ratios.csv").with("corrections.csv", declared);
        warnings(&tables.with("factors.csv", format!("factor,优,较优,一般,较劣,劣\n{text}\n")))
    };
    assert_eq!(factors("供水保证率,0.3807,0.1904,0,-0.2967,-0.5934"), "");
    assert_eq!(
        factors("供水保证率,0.3807,0.1904,0,0.2967,-0.5934"),
        "factors.csv:2:5: from 一般 to 较劣 it goes from 0 to 0.2967, against the other levels: compare it with the print"
    );
    assert_eq!(
        factors("供水保证率,0.3807,0.1904,0,0.2967,0.5934"),
        "factors.csv:2:5: from 一般 to 较劣 it goes from 0 to 0.2967, against the other levels: compare it with the print\n\
         factors.csv:2:6: from 较劣 to 劣 it goes from 0.2967 to 0.5934, against the other levels: compare it with the print"
    );
}

/// The exam's table, by the row before and by nothing between.
#[test]
fn between_two_rows_the_document_says_what_holds() {
    let rows: Vec<String> = source("exam-plot-ratios.csv").iter().map(|row| row.join(",")).collect();
    let table = format!("plot_ratio,coefficient\n{}\n", rows.join("\n"));
    let at = |between: &str, ratio: &str| {
        let declared = format!("kind,file,between,part\nplot ratio,plot-ratios.csv,{between},表\n");
        let file = Tables::jian()
            .without("terms.csv")
            .with("plot-ratios.csv", &table)
            .with("corrections.csv", declared)
            .are_accepted();
        let edition = Edition::open(&file).unwrap();
        let price = edition.grade_price("商服", "Ⅰ").unwrap();
        let appraised = Appraisal::from_grade(price).corrections_as_published().plot_ratio(decimal(ratio)).appraise();
        appraised
            .map(|appraised| shown(appraised.coefficients().plot_ratio.unwrap()))
            .map_err(|error| error.kind().name())
    };
    // 1.3 is 1.2 and 1.7 is 1.6: at 1.5, 1.4 linearly.
    assert_eq!(at("linear", "1.5").as_deref(), Ok("1.4000"));
    assert_eq!(at("row before", "1.5").as_deref(), Ok("1.2"));
    assert_eq!(at("nothing", "1.5"), Err("NotTabulated"));
    assert_eq!(at("nothing", "1.7").as_deref(), Ok("1.6"));
}

/// m ÷ n, where a document prints that; storeys, in 深圳's words; an index by date.
#[test]
fn rules_storeys_and_indices() {
    let floors: Vec<String> = source("shenzhen-floors.csv").iter().map(|row| row.join(",")).collect();
    let file = Tables::jian()
        .without("terms.csv")
        .without("plot-ratios.csv")
        .with("corrections.csv", "kind,name,file,value,between,part\nterm,,,m/n,,说明三\ncoefficients,楼层,floors.csv,,,附表6\nindex,,index.csv,,row before,指数表\n")
        .with("floors.csv", format!("level,coefficient\n{}\n", floors.join("\n")))
        .with("index.csv", "date,index\n2020-01-01,100\n2021-01-01,104.5\n2022-01-01,103\n")
        .with("edition.csv", "key,value\ncity,某市\ndocument_number,某政发〔2024〕1号\nbase_date,2020-01-01\n")
        .are_accepted();
    let edition = Edition::open(&file).unwrap();
    let appraisal = Appraisal::from_grade(edition.grade_price("商服", "Ⅰ").unwrap()).corrections_as_published();
    // 30 ÷ 40.
    let term = appraisal.remaining_term(decimal("30")).appraise().unwrap();
    assert_eq!(shown(term.unit_price()), "750.00");
    let step = term.steps().find(|step| step.kind == StepKind::TermCoefficient).unwrap();
    assert_eq!(step.expression().to_string(), "30 ÷ 40");
    for (level, price) in [("首层商业", "1000.00"), ("第三层商业", "500.00"), ("第四层及以上商业", "400.00")]
    {
        let levels = [Level { of: "楼层", level }];
        assert_eq!(shown(appraisal.levels(&levels).appraise().unwrap().unit_price()), price);
    }
    let on = |year, month| appraisal.valuation_date(Date::new(year, month, 1).unwrap()).appraise();
    assert_eq!(shown(on(2021, 6).unwrap().unit_price()), "1045.00");
    assert_eq!(shown(on(2022, 1).unwrap().unit_price()), "1030.00");
    assert!(matches!(on(2022, 2), Err(Error::DateOutsideIndex { .. })));
    // Given by the caller, none of these is taken.
    let given = appraisal.term_coefficient(decimal("0.9")).valuation_date(Date::new(2022, 2, 1).unwrap());
    assert_eq!(shown(given.date_coefficient(decimal("1.1")).appraise().unwrap().unit_price()), "990.00");
    assert!(matches!(
        given.remaining_term(decimal("30")).appraise(),
        Err(Error::Conflict { first: Quantity::TermCoefficient, second: Quantity::RemainingTerm })
    ));
}

/// What a person gets wrong in tables of corrections is told with its place.
#[test]
fn tables_that_are_wrong() {
    let faults = |file: &str, text: &str| {
        let folder = Tables::jian().with(file, text);
        folder.read().unwrap_err().to_string()
    };
    assert_eq!(
        faults("plot-ratios.csv", "plot_ratio,coefficient\n1.0,0.9\n1.4,1\n1.2,1.1\n"),
        "plot-ratios.csv:4:2: 1.2 comes after 1.4, and is not above it"
    );
    assert_eq!(
        faults("plot-ratios.csv", "plot_ratio,coefficient\n1.0,0.9\n≤1.4,1\n"),
        "plot-ratios.csv:3:2: only the first row is open below"
    );
    assert_eq!(
        faults("plot-ratios.csv", "plot_ratio,coefficient\n1.0,0.9\n≥1.4,1\n1.6,1.1\n"),
        "plot-ratios.csv:4:2: a row comes after the one that is open above"
    );
    assert_eq!(
        faults("plot-ratios.csv", "plot_ratio,coefficient\n1.0,\n"),
        "plot-ratios.csv:2:1: the row has no figure"
    );
    assert_eq!(
        faults("corrections.csv", "kind,file,part\nplot ratio,plot-ratios.csv,表\nterm,terms.csv,表\n"),
        "corrections.csv:2:1: column \"between\" does not say what holds between two rows: linear, row before or nothing, \
         or intervals where each row is one"
    );
    assert_eq!(
        faults("corrections.csv", "kind,file,between\nplot ratio,plot-ratios.csv,linear\nterm,terms.csv,\n"),
        "corrections.csv:2:1: where the table is printed is not said: column \"part\" or \"annex\" is empty\n\
         corrections.csv:3:1: where the table is printed is not said: column \"part\" or \"annex\" is empty"
    );
    let declared = "kind,name,file,by,part\ncoefficients,面积,area.csv,area,表\n";
    let folder = |table: &str| {
        let tables = Tables::jian().without("terms.csv").without("plot-ratios.csv").with("corrections.csv", declared);
        tables.with("area.csv", table).read().unwrap_err().to_string()
    };
    assert_eq!(
        folder("level,condition,coefficient\n优,≥1000,1.1\n劣,<900,0.9\n"),
        "area.csv:2:2: between <900 and ≥1000 there is a gap, from 900 to 1000"
    );
    assert_eq!(
        folder("level,condition,coefficient\n优,≥1000,1.1\n劣,≤1000,0.9\n"),
        "area.csv:2:2: 1000 is both in ≤1000 and in ≥1000: write which of them it belongs to, such as (1.0,1.5] or [1.5,2.0)"
    );
    assert_eq!(
        folder("level,condition,coefficient\n优,≥1000,1.1\n劣,小,0.9\n"),
        "area.csv:3:2: a level states no interval of areas"
    );
    assert_eq!(
        folder("level,condition,coefficent\n优,≥1000,1.1\n"),
        "area.csv:1:1: the table has a column of levels, and columns that are named after levels"
    );
    assert_eq!(
        faults(
            "corrections.csv",
            "kind,file,between,part\nindex,terms.csv,nothing,表\nplot ratio,plot-ratios.csv,linear,表\n"
        ),
        "corrections.csv:2:3: between: an index goes on from its last date, or linearly"
    );
    assert_eq!(
        folder("level,condition,coefficient\n优,≥1000,1.1\n优,<1000,0.9\n"),
        "area.csv:3:3: level 优 is there twice"
    );
}

/// A table of terms that says what holds between its rows: 30.5 years are half-way from 0.9232 to 0.9332, and the row before is
/// that of 30. Beyond the ends that it declares open it goes on, and beyond others not.
#[test]
fn between_the_rows_of_terms() {
    let coefficient = |between: &str, terms: &str, years: &str| {
        let declared =
            format!("kind,file,land_uses,between,part\nterm,terms.csv,commercial,{between},年期修正系数表\n");
        let tables =
            Tables::jian().without("plot-ratios.csv").with("corrections.csv", &declared).with("terms.csv", terms);
        let file = tables.are_accepted();
        let edition = Edition::open(&file).unwrap();
        let price = edition.grade_price("商服", "Ⅰ").unwrap();
        let parcel = Appraisal::from_grade(price).corrections_as_published().remaining_term(decimal(years));
        let appraised = parcel.appraise().map_err(|error| error.to_string())?;
        let step = appraised.steps().find(|step| step.kind == StepKind::TermCoefficient).unwrap();
        Ok::<_, String>(format!("{} {}", shown(step.value), step.expression()))
    };
    let rows = "years,coefficient\n≤20,0.7789\n30,0.9232\n31,0.9332\n40,1.0000\n";
    let linear = |years: &str| coefficient("linear", rows, years);
    // 0.9232 + 0.0100 × 0.5 = 0.9282
    assert_eq!(linear("30.5").unwrap(), "0.9282 0.9232 + (0.9332 - 0.9232) × (30.5 - 30) ÷ (31 - 30)");
    assert_eq!(linear("31").unwrap(), "0.9332 remaining term 31");
    assert_eq!(linear("5").unwrap(), "0.7789 remaining term 5");
    let none = "which the table of 某政发〔2024〕1号 does not list, nor what holds between its rows";
    assert_eq!(linear("40.01").unwrap_err(), format!("the remaining term is 40.01, {none}"));
    assert_eq!(coefficient("row before", rows, "30.5").unwrap(), "0.9232 remaining term 30.5");
    assert_eq!(coefficient("nothing", rows, "30.5").unwrap_err(), format!("the remaining term is 30.5, {none}"));
    assert_eq!(coefficient("", rows, "30.5").unwrap_err(), format!("the remaining term is 30.5, {none}"));
}

//! Tables whose rows are intervals, as documents print them: closed at either end, each with one coefficient from end to end.

mod common;

use common::Tables;
use dijia_core::{
    Appraisal, BetweenRows, CorrectionKind, Decimal, DecimalText, Edition, Language, RoundingPolicy, Source, StepKind,
    parse_decimal,
};

fn decimal(text: &str) -> Decimal {
    parse_decimal(text).unwrap()
}

/// A made-up city with a table of plot ratios.
fn city(between: &str, rows: &str) -> Tables {
    Tables::city(&[
        ("annexes.csv", "number,land_uses,prices\n1,商业,grade\n"),
        ("annex-1.csv", "级别,商业\n一级,1000\n"),
        (
            "corrections.csv",
            &format!("kind,file,land_uses,between,part\nplot ratio,k.csv,商业,{between},容积率修正系数表\n"),
        ),
        ("k.csv", &format!("容积率,修正系数\n{rows}")),
    ])
}

/// Kv of each plot ratio with its interval and where it is printed, or what is refused.
fn coefficients(tables: &Tables, plot_ratios: &[&str]) -> Vec<String> {
    let file = tables.are_accepted();
    let edition = Edition::open(&file).unwrap();
    let price = edition.grade_price("商业", "1").unwrap();
    let of = |plot_ratio: &&str| {
        let plot_ratio = decimal(plot_ratio);
        let asked = price.corrections().plot_ratio_coefficient(plot_ratio, RoundingPolicy::default());
        let parcel = Appraisal::from_grade(price).corrections_as_published().plot_ratio(plot_ratio);
        let appraised = match parcel.appraise() {
            Ok(appraised) => appraised,
            Err(error) => {
                assert_eq!(asked, Err(error));
                return error.to_string();
            }
        };
        let step = appraised.steps().find(|step| step.kind == StepKind::PlotRatioCoefficient).unwrap();
        assert_eq!(asked, Ok(step.value));
        let Source::Published(citation) = step.source else { panic!("{:?}", step.source) };
        let words = step.expression_in(Language::Chinese).to_string();
        format!("{} {words} 第{}行", DecimalText(step.value), citation.row.unwrap())
    };
    plot_ratios.iter().map(of).collect()
}

/// The end that belongs to an interval is of it, whichever end that is, and however it is written.
#[test]
fn an_end_belongs_to_the_interval_that_says_so() {
    for rows in [
        "≤1.0,0.9\n\"(1.0,1.5]\",1.05\n＞1.5,1.2\n",
        "1.0以下,0.9\n1.0＜容积率≤1.5,1.05\n1.5(不含)以上,1.2\n",
        "1.0（含）以下,0.9\n大于1.0小于等于1.5,1.05\n超过1.5,1.2\n",
        "R≤1.0,0.9\n1.0<R≤1.5,1.05\nR>1.5,1.2\n",
    ] {
        assert_eq!(
            coefficients(&city("intervals", rows), &["0.01", "1", "1.0001", "1.5", "1.51", "90"]),
            [
                "0.9 容积率 0.01：≤1.0 第1行",
                "0.9 容积率 1：≤1.0 第1行",
                "1.05 容积率 1.0001：(1.0,1.5] 第2行",
                "1.05 容积率 1.5：(1.0,1.5] 第2行",
                "1.2 容积率 1.51：>1.5 第3行",
                "1.2 容积率 90：>1.5 第3行",
            ],
            "{rows}"
        );
    }
    let rows = "＜1.0,0.9\n1.0≤R＜1.5,1.05\n1.5及以上,1.2\n";
    assert_eq!(
        coefficients(&city("区间", rows), &["0.99", "1", "1.49", "1.5"]),
        [
            "0.9 容积率 0.99：<1.0 第1行",
            "1.05 容积率 1：[1.0,1.5) 第2行",
            "1.05 容积率 1.49：[1.0,1.5) 第2行",
            "1.2 容积率 1.5：≥1.5 第3行",
        ]
    );
    // A number by itself is an interval too, and rows may be printed from the highest.
    let rows = ">1.0,1.2\n1.0,1\n<1.0,0.9\n";
    assert_eq!(
        coefficients(&city("intervals", rows), &["0.5", "1.00", "1.01"]),
        ["0.9 容积率 0.5：<1.0 第3行", "1 容积率 1.00：[1.0,1.0] 第2行", "1.2 容积率 1.01：>1.0 第1行"]
    );
}

/// What no interval covers has no coefficient.
#[test]
fn beyond_the_last_interval_there_is_nothing() {
    let rows = "\"(0.5,1.0]\",0.9\n\"(1.0,2.0]\",1\n";
    let none = "which the table of 某政发〔2024〕1号 does not list, nor what holds between its rows";
    assert_eq!(
        coefficients(&city("intervals", rows), &["0.49", "0.5", "0.51", "2", "2.01"]),
        [
            "the plot ratio is 0.49, outside the table from 0.5 to 2.0".to_owned(),
            format!("the plot ratio is 0.5, {none}"),
            "0.9 容积率 0.51：(0.5,1.0] 第1行".to_owned(),
            "1 容积率 2：(1.0,2.0] 第2行".to_owned(),
            "the plot ratio is 2.01, outside the table from 0.5 to 2.0".to_owned(),
        ]
    );
}

/// What the table says of itself, by either name of the word.
#[test]
fn the_table_says_that_its_rows_are_intervals() {
    for (rows, open, shown) in [
        ("≤1.0,0.9\n\"(1.0,2.0]\",1\n", (true, false), ["≤1.0", "(1.0,2.0]"]),
        ("\"[0.5,1.0)\",0.9\n≥1.0,1\n", (false, true), ["[0.5,1.0)", "≥1.0"]),
        ("＜1.0,0.9\n≥1.0,1\n", (true, true), ["<1.0", "≥1.0"]),
        ("\"(0,1.0]\",0.9\n1.0＜R＜2.0,1\n", (false, false), ["(0,1.0]", "(1.0,2.0)"]),
    ] {
        let file = city("intervals", rows).are_accepted();
        let edition = Edition::open(&file).unwrap();
        let table = edition.corrections("商业", "1").unwrap().table(CorrectionKind::PlotRatio).unwrap();
        assert_eq!(table.between(), BetweenRows::Intervals);
        assert_eq!((table.is_open_below(), table.is_open_above()), open, "{rows}");
        assert_eq!(table.rows().map(|row| row.interval().unwrap().to_string()).collect::<Vec<_>>(), shown);
    }
}

/// Each number is in one interval, and where that is not so both intervals are named.
#[test]
fn intervals_leave_no_gap_and_do_not_overlap() {
    for (rows, at, english, chinese) in [
        (
            "≤1.0,0.9\n\"(1.1,1.5]\",1\n",
            "3:1",
            "between ≤1.0 and (1.1,1.5] there is a gap, from 1.0 to 1.1",
            "≤1.0与(1.1,1.5]之间有空缺：1.0至1.1",
        ),
        (
            "1.0以下,0.9\n1.0-1.5,1\n",
            "3:1",
            "1.0 is both in ≤1.0 and in [1.0,1.5]: write which of them it belongs to, such as (1.0,1.5] or [1.5,2.0)",
            "1.0既在≤1.0之内，又在[1.0,1.5]之内：须写明归于何者，如(1.0,1.5]、[1.5,2.0)",
        ),
        (
            "\"(1.0,1.5]\",1\n＜1.0,0.9\n",
            "2:1",
            "1.0 is neither in <1.0 nor in (1.0,1.5]",
            "1.0既不在<1.0之内，也不在(1.0,1.5]之内",
        ),
        ("≤1.6,0.9\n\"(1.0,1.5]\",1\n", "3:1", "≤1.6 and (1.0,1.5] overlap", "≤1.6与(1.0,1.5]重叠"),
        ("≤1.0,0.9\n<2.0,1\n", "3:1", "≤1.0 and <2.0 overlap", "≤1.0与<2.0重叠"),
        ("≥1.0,0.9\n≥2.0,1\n", "3:1", "≥1.0 and ≥2.0 overlap", "≥1.0与≥2.0重叠"),
        ("\"(1.0,1.5]\",1\n\"(1.0,1.5]\",1\n", "3:1", "(1.0,1.5] and (1.0,1.5] overlap", "(1.0,1.5]与(1.0,1.5]重叠"),
    ] {
        city("intervals", rows).are_refused(&[(&format!("k.csv:{at}: {english}"), chinese)]);
    }
    // Said once of a table of several grades.
    let grades = "容积率,一级,二级\n≤1.0,0.9,0.8\n\"(1.1,1.5]\",1,1\n";
    city("intervals", "").with("annex-1.csv", "级别,商业\n一级,1000\n二级,900\n").with("k.csv", grades).are_refused(&[
        (
            "k.csv:3:1: between ≤1.0 and (1.1,1.5] there is a gap, from 1.0 to 1.1",
            "≤1.0与(1.1,1.5]之间有空缺：1.0至1.1",
        ),
    ]);
}

/// Rows that are intervals and rows that are points are not one table.
#[test]
fn the_rows_are_what_the_declaration_says() {
    for between in ["linear", "row before", "nothing"] {
        city(between, "≤1.0,0.9\n\"(1.0,1.5]\",1\n").are_refused(&[(
            "k.csv:3:1: 容积率: \"(1.0,1.5]\" is an interval, with one coefficient from end to end: \"between\" is to be intervals",
            "容积率：\"(1.0,1.5]\"是区间，区间内系数相同：\"内插\"应为区间",
        )]);
    }
    city("intervals", "1.0上下,0.9\n＞1.0,1\n").are_refused(&[(
        "k.csv:2:1: 容积率: \"1.0上下\" is no interval, such as ≤1.0, (1.0,1.5], 1.0<R≤1.5 or ≥5",
        "容积率：\"1.0上下\"不是区间：区间如≤1.0、(1.0,1.5]、1.0<R≤1.5、≥5",
    )]);
    let index = "kind,file,land_uses,between,part\nindex,k.csv,商业,intervals,表\n";
    city("", "").with("corrections.csv", index).with("k.csv", "date,index\n2024-01-01,100\n").are_refused(&[(
        "corrections.csv:2:4: between: an index goes on from its last date, or linearly",
        "between：地价指数须为就低（取前一点）或线性内插",
    )]);
}

/// In columns, one below the other, with years behind the numbers.
#[test]
fn terms_of_intervals() {
    let tables = city("intervals", "").without("k.csv");
    let declared = "类型,文件,包括用途,内插,出处\n年期,年期.csv,商业,区间,年期修正系数表\n";
    let printed = "剩余使用年期,10年以下,大于10年小于等于20年,20年＜年期≤40年\n修正系数,0.6,0.8,1\n";
    let file = tables.with("corrections.csv", declared).with("年期.csv", printed).are_accepted();
    let edition = Edition::open(&file).unwrap();
    let parcel = Appraisal::from_grade(edition.grade_price("商业", "1").unwrap()).corrections_as_published();
    let of = |years: &str| {
        let appraised = parcel.remaining_term(decimal(years)).appraise().map_err(|error| error.to_string())?;
        let step = appraised.steps().find(|step| step.kind == StepKind::TermCoefficient).unwrap();
        Ok::<_, String>(format!("{} {}", DecimalText(step.value), step.expression()))
    };
    assert_eq!(of("0.5").unwrap(), "0.6 remaining term 0.5: ≤10");
    assert_eq!(of("10").unwrap(), "0.6 remaining term 10: ≤10");
    assert_eq!(of("10.01").unwrap(), "0.8 remaining term 10.01: (10,20]");
    assert_eq!(of("40").unwrap(), "1 remaining term 40: (20,40]");
    assert_eq!(
        of("40.5").unwrap_err(),
        "the remaining term is 40.5, which the table of 某政发〔2024〕1号 does not list, nor what holds between its rows"
    );
}

/// Areas that say their level are in intervals of any closure too.
#[test]
fn areas_of_intervals() {
    let declared = "kind,name,file,by,part\ncoefficients,面积,sizes.csv,area,表\n";
    let areas = |rows: &str| {
        city("", "")
            .without("k.csv")
            .with("corrections.csv", declared)
            .with("sizes.csv", format!("level,condition,coefficient\n{rows}"))
    };
    let file = areas("小,面积≤500㎡,0.9\n中,500㎡＜面积≤1000㎡,1\n大,超过1000㎡,1.1\n").are_accepted();
    let edition = Edition::open(&file).unwrap();
    let corrections = edition.corrections("商业", "1").unwrap();
    for (area, level) in [("500", "小"), ("500.01", "中"), ("1000", "中"), ("1000.01", "大")] {
        assert_eq!(corrections.level("面积", area).unwrap().level(), Some(level), "{area}");
    }
    areas("小,≤500㎡,0.9\n中,500㎡至1000㎡,1\n").are_refused(&[(
        "sizes.csv:3:2: 500 is both in ≤500 and in [500,1000]: write which of them it belongs to, such as (1.0,1.5] or [1.5,2.0)",
        "500既在≤500之内，又在[500,1000]之内：须写明归于何者，如(1.0,1.5]、[1.5,2.0)",
    )]);
}

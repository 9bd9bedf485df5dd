//! Unit costs of services as documents print them, and the development adjustment that follows from them.

mod common;

use common::{Tables, decimal, shown};
use dijia_core::{Appraisal, CorrectionKind, DevelopmentLevel, Edition, Language, Service, Source, StepKind, UnitCost};

/// What the document says that services cost gives Kf: with 五通一平 (no gas) as the basis, gas is beyond it and drainage is lacking,
/// 25 − 18.5 = 6.5; by grade where it is printed so; and what the caller gives takes its place.
#[test]
fn unit_costs_of_services() {
    let tables = Tables::jian().without("terms.csv").without("plot-ratios.csv");
    let tables = tables
        .with("prices.csv", "grade,yuan_per_square_metre\n一级,1000\n二级,800\n")
        .with("basis.csv", "development_level,plot_ratio\n五通一平：通路、供电、通讯、供水、排水,1.4\n")
        .with("corrections.csv", "kind,file,part\n单位费用,costs.csv,附表9\n")
        .with("costs.csv", "基础设施,一级,二级\n通气,25,20\n通路,12,10\n排水,18.5,15\n场地平整,0,0\n");
    let file = tables.are_accepted();
    let edition = Edition::open(&file).unwrap();
    let parcel = |grade: &str| {
        let price = edition.grade_price("商服", grade).unwrap();
        Appraisal::from_grade(price).corrections_as_published()
    };
    let site = |level: &str| level.parse::<DevelopmentLevel>().unwrap();
    let with_gas = site("通路、供电、通讯、供水、供气、场地平整");
    let of_grade = |grade: &str| parcel(grade).site_development(with_gas).appraise().unwrap();
    let (first, second) = (of_grade("Ⅰ"), of_grade("Ⅱ"));
    assert_eq!([first, second].map(|it| shown(it.unit_price())), ["1006.50", "805.00"]);
    let step = first.steps().find(|step| step.kind == StepKind::DevelopmentAdjustment).unwrap();
    assert_eq!(step.expression_in(Language::Chinese).to_string(), "-18.5 [排水] + 25 [供气] + 0 [场地平整]");
    let Source::DerivedFrom(citation) = step.source else { panic!("{:?}", step.source) };
    assert_eq!(citation.to_string(), "某政发〔2024〕1号 附表9");
    // One service that is not in the table; and costs of the caller's own, which are all.
    let heated = parcel("Ⅰ").site_development(site("通路、供电、通讯、供水、排水、供热"));
    assert_eq!(
        heated.appraise().unwrap_err().to_string(),
        "no unit cost of heating is given, which either the site or the basis has and the other lacks"
    );
    let own = [UnitCost { service: Service::Heating, cost: decimal("40") }];
    assert_eq!(shown(heated.unit_costs(&own).appraise().unwrap().unit_price()), "1040.00");
    let given = parcel("Ⅰ").development_adjustment(decimal("3"));
    assert_eq!(shown(given.appraise().unwrap().unit_price()), "1003.00");
    // Without the switch nothing is taken.
    let price = edition.grade_price("商服", "Ⅰ").unwrap();
    assert!(Appraisal::from_grade(price).site_development(with_gas).appraise().is_err());
    // Asked directly, in the order of services.
    let rows = edition.corrections("商服", "Ⅱ").unwrap().table(CorrectionKind::UnitCost).unwrap().rows();
    let rows: Vec<String> = rows.map(|row| format!("{} {}", row.service().unwrap(), shown(row.value()))).collect();
    assert_eq!(rows, ["road 10", "drainage 15", "gas 20", "levelling 0"]);
}

/// Costs that are none, services that are none or there twice.
#[test]
fn unit_costs_are_checked() {
    let costs = |rows: &str| {
        let tables = Tables::jian().without("terms.csv").without("plot-ratios.csv");
        let tables = tables.with("corrections.csv", "kind,file,part\nunit costs,costs.csv,附表9\n");
        tables.with("costs.csv", format!("services,cost\n{rows}"))
    };
    costs("road,-1\n").are_refused(&[("costs.csv:2:2: cost: -1 is below 0", "cost：-1小于0")]);
    costs("road,1\n通路,2\n").are_refused(&[("costs.csv:3:2: the service is there twice", "此项基础设施出现两次")]);
    costs("海运,1\n").are_refused(&[(
        "costs.csv:2:1: services: \"海运\" is none of the services 通路、供电、通讯、供水、排水、供气、供热、场地平整",
        "services：\"海运\"不是基础设施：通路、供电、通讯、供水、排水、供气、供热、场地平整",
    )]);
}

//! Every printed figure is in the library, and no other. `notice/` is a transcription of the printed rows of its own, in
//! the full-width characters of the notice, and is read here without the library's parsers.

use dijia::{
    Area, Citation, Date, DevelopmentLevel, EDITIONS, Error, Grade, JINAN_2020, Key, LandUse, Named, Part, Service,
    Validity, ZoneCode,
};

const ANNEX_1: &str = include_str!("notice/annex-1.txt");
/// Annex, land use, printed rows.
const ZONE_ANNEXES: [(u8, LandUse, &str); 3] = [
    (2, LandUse::Commercial, include_str!("notice/annex-2.txt")),
    (3, LandUse::Residential, include_str!("notice/annex-3.txt")),
    (4, LandUse::Industrial, include_str!("notice/annex-4.txt")),
];
/// The land uses of the columns of annex 1.
const COLUMNS: [LandUse; 3] = [LandUse::Commercial, LandUse::Residential, LandUse::Industrial];

/// A number in the figures of the notice.
fn number(printed: &str) -> u32 {
    assert!(!printed.is_empty());
    printed.chars().fold(0, |number, figure| {
        let value = "０１２３４５６７８９".chars().position(|known| known == figure);
        number * 10 + u32::try_from(value.unwrap_or_else(|| panic!("{printed:?}"))).unwrap()
    })
}

fn grade(printed: &str) -> Grade {
    let index = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "Ⅶ", "Ⅷ", "Ⅸ"].iter().position(|known| *known == printed);
    Grade::ALL[index.unwrap_or_else(|| panic!("{printed:?}"))]
}

fn zone(printed: &str) -> ZoneCode {
    let (grade_part, number_part) = printed.split_once('－').unwrap_or_else(|| panic!("{printed:?}"));
    ZoneCode::new(grade(grade_part), number(number_part).try_into().unwrap()).unwrap()
}

struct PrintedGrade {
    land_use: LandUse,
    grade: Grade,
    row: u16,
    yuan: u32,
}

fn printed_grades() -> Vec<PrintedGrade> {
    let mut prices = Vec::new();
    for (row, line) in (1..).zip(ANNEX_1.lines()) {
        let cells: Vec<&str> = line.split(' ').collect();
        assert_eq!(cells.len(), 4, "{line:?}");
        for (land_use, cell) in COLUMNS.into_iter().zip(&cells[1..]) {
            if *cell != "———" {
                prices.push(PrintedGrade { land_use, grade: grade(cells[0]), row, yuan: number(cell) });
            }
        }
    }
    prices
}

struct PrintedZone {
    annex: u8,
    land_use: LandUse,
    sequence: u32,
    code: ZoneCode,
    yuan: u32,
    wan_yuan_per_mu: u32,
    floor_price: Option<u32>,
}

fn printed_zones() -> Vec<PrintedZone> {
    let mut prices = Vec::new();
    for (annex, land_use, rows) in ZONE_ANNEXES {
        for line in rows.lines() {
            let cells: Vec<&str> = line.split(' ').collect();
            assert_eq!(cells.len(), if annex == 4 { 4 } else { 5 }, "{line:?}");
            prices.push(PrintedZone {
                annex,
                land_use,
                sequence: number(cells[0]),
                code: zone(cells[1]),
                yuan: number(cells[2]),
                wan_yuan_per_mu: number(cells[3]),
                floor_price: cells.get(4).map(|cell| number(cell)),
            });
        }
    }
    prices
}

fn citation(annex: u8, row: u16) -> Citation<'static> {
    Citation { document: "济政发〔2020〕12号", part: Part::Annex(annex), row: Some(row) }
}

fn not_in_hand(area: Area, land_use: LandUse, annex: &str) -> Error {
    let excerpt = |error: Error| match error {
        Error::FiguresNotInHand { annex, .. } => annex,
        other => panic!("{other}"),
    };
    // An excerpt is made by the library alone; its text is compared.
    let error = JINAN_2020.grade_price_in(area, land_use, Grade::I).unwrap_err();
    assert_eq!(excerpt(error).as_str(), annex);
    Error::FiguresNotInHand { area: Named::Known(area), land_use: Named::Known(land_use), annex: excerpt(error) }
}

#[test]
fn every_grade_price_as_printed_and_in_that_order() {
    let printed = printed_grades();
    assert_eq!(printed.len(), 24);
    assert_eq!(JINAN_2020.grade_prices().len(), 24);
    for (ours, printed) in JINAN_2020.grade_prices().zip(&printed) {
        let PrintedGrade { land_use, grade, row, yuan } = *printed;
        assert_eq!((ours.land_use().key(), ours.grade().key()), (Key::Known(land_use), Key::Known(grade)));
        assert_eq!(ours.per_square_metre().unwrap().to_string(), yuan.to_string(), "{land_use} {grade}");
        assert_eq!(ours.citation(), citation(1, row));
        assert_eq!(ours.basis(), JINAN_2020.basis(Area::CentralUrban, land_use).unwrap());
        let zones =
            printed_zones().iter().filter(|zone| zone.land_use == land_use && zone.code.grade() == grade).count();
        assert_eq!(ours.zones().count(), zones, "{land_use} {grade}");
        assert_eq!(ours, JINAN_2020.grade_price(land_use, grade).unwrap());
    }
}

#[test]
fn every_zone_price_as_printed_and_in_that_order() {
    let printed = printed_zones();
    assert_eq!(printed.len(), 91 + 80 + 50);
    assert_eq!(JINAN_2020.zone_prices().len(), 91 + 80 + 50);
    for (ours, printed) in JINAN_2020.zone_prices().zip(&printed) {
        let PrintedZone { annex, land_use, sequence, code, yuan, wan_yuan_per_mu, floor_price } = *printed;
        assert_eq!((ours.land_use().key(), ours.code()), (Key::Known(land_use), Some(code)));
        assert_eq!(ours.code_text().as_str(), code.to_string());
        assert_eq!(ours.per_square_metre().unwrap().to_string(), yuan.to_string(), "{land_use} {code}");
        assert_eq!(ours.wan_yuan_per_mu().unwrap().to_string(), wan_yuan_per_mu.to_string(), "{land_use} {code}");
        let ours_of_floor = ours.per_floor_area().map(|price| price.to_string());
        assert_eq!(ours_of_floor, floor_price.map(|price| price.to_string()), "{land_use} {code}");
        assert_eq!(ours.citation(), citation(annex, sequence.try_into().unwrap()));
        assert_eq!(ours.basis(), JINAN_2020.basis(Area::CentralUrban, land_use).unwrap());
        assert_eq!(ours, JINAN_2020.zone_price(land_use, code).unwrap());
    }
}

#[test]
fn no_grade_price_that_is_not_printed() {
    let printed = printed_grades();
    for land_use in LandUse::ALL {
        for grade in Grade::ALL {
            let found = JINAN_2020.grade_price(land_use, grade);
            let last = match land_use {
                LandUse::Commercial => Grade::IX,
                LandUse::Residential => Grade::VIII,
                LandUse::Industrial => Grade::VII,
                LandUse::PublicService => {
                    let area = Area::CentralUrban;
                    assert_eq!(found, Err(not_in_hand(area, land_use, "5")));
                    continue;
                }
            };
            if printed.iter().any(|price| price.land_use == land_use && price.grade == grade) {
                assert!(found.is_ok());
            } else {
                let (land_use, grade) = (Named::Known(land_use), Named::Known(grade));
                let (first, last) = (Some(Grade::I), Some(last));
                let expected = Error::NoSuchGrade { land_use, grade, first, last, grades: None };
                assert_eq!(found, Err(expected));
            }
        }
    }
}

#[test]
fn no_zone_price_that_is_not_printed() {
    let printed = printed_zones();
    for land_use in LandUse::ALL {
        for grade in Grade::ALL {
            let zones = printed.iter().filter(|zone| zone.land_use == land_use && zone.code.grade() == grade).count();
            let zone_count = u16::try_from(zones).unwrap();
            for number in 1..=255 {
                let code = ZoneCode::new(grade, number).unwrap();
                let found = JINAN_2020.zone_price(land_use, code);
                if printed.iter().any(|zone| zone.land_use == land_use && zone.code == code) {
                    assert!(found.is_ok());
                } else if zone_count > 0 {
                    let (land_use, code) = (Named::Known(land_use), Named::Known(code));
                    assert_eq!(found, Err(Error::NoSuchZone { land_use, code, zone_count: Some(zone_count) }));
                } else {
                    // Neither is there such a grade: the same reason as for the grade itself.
                    assert_eq!(found.unwrap_err(), JINAN_2020.grade_price(land_use, grade).unwrap_err());
                }
            }
        }
    }
}

#[test]
fn no_township_price() {
    for land_use in LandUse::ALL {
        for grade in Grade::ALL {
            let error = JINAN_2020.grade_price_in(Area::Township, land_use, grade).unwrap_err();
            assert_eq!(error, not_in_hand(Area::Township, land_use, "6"));
        }
    }
}

#[test]
fn every_basis() {
    const SIX: [Service; 7] = [
        Service::Road,
        Service::Power,
        Service::Telecom,
        Service::WaterSupply,
        Service::Drainage,
        Service::Gas,
        Service::Levelling,
    ];
    const FIVE: [Service; 6] =
        [Service::Road, Service::Power, Service::Telecom, Service::WaterSupply, Service::Drainage, Service::Levelling];
    let (urban, township) = (Area::CentralUrban, Area::Township);
    // 土地使用年期, 容积率, 土地还原利率
    let expected = [
        (urban, LandUse::Commercial, "40", "2.0", "0.064"),
        (urban, LandUse::Residential, "70", "2.0", "0.060"),
        (urban, LandUse::Industrial, "50", "1.0", "0.055"),
        (urban, LandUse::PublicService, "50", "1.5", "0.060"),
        (township, LandUse::Commercial, "40", "1.1", "0.060"),
        (township, LandUse::Residential, "70", "1.1", "0.060"),
        (township, LandUse::Industrial, "50", "0.7", "0.055"),
        (township, LandUse::PublicService, "50", "1.0", "0.060"),
    ];
    assert_eq!(JINAN_2020.bases().len(), expected.len());
    for (ours, (area, land_use, term, plot_ratio, rate)) in JINAN_2020.bases().zip(expected) {
        assert_eq!(ours.area().key(), Key::Known(area));
        assert_eq!(ours.land_use().map(|land_use| land_use.key()), Some(Key::Known(land_use)));
        assert_eq!(ours.statutory_term().unwrap().to_string(), term);
        assert_eq!(ours.plot_ratio().unwrap().to_string(), plot_ratio);
        assert_eq!(ours.capitalization_rate().unwrap().to_string(), rate);
        assert_eq!(ours.base_date(), Some(Date::constant(2019, 1, 1)));
        assert_eq!(ours.right(), Some("出让国有建设用地使用权"));
        let services: Vec<Service> = ours.development_level().unwrap().services().collect();
        assert_eq!(services, if area == urban { SIX.to_vec() } else { FIVE.to_vec() });
        let name = if area == urban { "六通一平" } else { "五通一平" };
        assert_eq!(ours.development_level().unwrap().name(), Some(name));
        let part = Part::ExplanatoryNotes(if area == urban { "中心城区" } else { "建制镇" });
        assert_eq!(ours.citation(), Citation { document: "济政发〔2020〕12号", part, row: None });
        assert_eq!(ours, JINAN_2020.basis(area, land_use).unwrap());
    }
    assert!(!DevelopmentLevel::FIVE_SERVICES.contains(Service::Gas));
}

#[test]
fn the_document() {
    let document = JINAN_2020.document();
    assert_eq!(JINAN_2020.name(), "jinan-2020");
    assert_eq!(JINAN_2020.city(), "济南市");
    assert_eq!(document.number, "济政发〔2020〕12号");
    assert_eq!(
        document.title.unwrap(),
        "济南市人民政府关于调整中心城区及市区部分建制镇（街道）驻地国有土地基准地价的通知"
    );
    assert_eq!(document.issuer.unwrap(), "济南市人民政府");
    assert_eq!(document.replaces.unwrap(), "济政发〔2018〕15号");
    assert_eq!(document.issue_date, Some(Date::constant(2020, 10, 8)));
    assert_eq!(document.first_day_in_force, Some(Date::constant(2020, 10, 8)));
    assert_eq!(document.last_day_in_force, Some(Date::constant(2023, 10, 7)));
    assert_eq!(JINAN_2020.base_date(), Some(Date::constant(2019, 1, 1)));
}

#[test]
fn an_edition_shows_its_name_and_its_document() {
    let shown = format!("{JINAN_2020:?}");
    let document = format!("{:?}", JINAN_2020.document());
    assert!(document.contains("济政发〔2020〕12号"), "{document}");
    assert_eq!(shown, format!("Edition {{ name: \"jinan-2020\", document: {document}, .. }}"));
}

#[test]
fn in_force_for_three_years_from_the_day_of_publication() {
    for (year, month, day, expected) in [
        (2020, 10, 7, Validity::NotYetInForce),
        (2020, 10, 8, Validity::InForce),
        (2023, 10, 7, Validity::InForce),
        (2023, 10, 8, Validity::Expired),
    ] {
        assert_eq!(JINAN_2020.validity_on(Date::constant(year, month, day)), expected);
    }
}

#[test]
fn the_townships() {
    let expected = [
        "仲宫街道",
        "柳埠街道",
        "西营街道",
        "归德街道",
        "五峰山街道",
        "万德街道",
        "张夏街道",
        "孝里镇",
        "马山镇",
        "双泉镇",
    ];
    let places: Vec<&str> = JINAN_2020.places().map(|place| place.name()).collect();
    assert_eq!(places, expected);
    assert!(JINAN_2020.places().all(|place| place.area().key() == Key::Known(Area::Township)));
}

#[test]
fn the_annexes() {
    use LandUse::{Commercial, Industrial, PublicService, Residential};

    let (urban, township) = (Area::CentralUrban, Area::Township);
    let expected: [(&str, bool, Area, &[LandUse]); 6] = [
        ("济南市中心城区国有商服、住宅、工业用地级别基准地价表", true, urban, &COLUMNS),
        ("济南市中心城区国有商服用地区片基准地价表", true, urban, &[Commercial]),
        ("济南市中心城区国有住宅用地区片基准地价表", true, urban, &[Residential]),
        ("济南市中心城区国有工业用地区片基准地价表", true, urban, &[Industrial]),
        ("济南市中心城区国有公共管理与公共服务用地级别基准地价表", false, urban, &[PublicService]),
        ("济南市市区建制镇（街道）国有土地级别基准地价表", false, township, &LandUse::ALL),
    ];
    assert_eq!(JINAN_2020.annexes().len(), expected.len());
    for ((annex, number), (title, in_hand, area, land_uses)) in JINAN_2020.annexes().zip(1..).zip(expected) {
        assert_eq!((annex.number(), annex.title(), annex.is_in_hand()), (Some(number), title, in_hand));
        assert_eq!(annex.area().map(|area| area.key()), Some(Key::Known(area)));
        let of: Vec<_> = annex.land_uses().map(|land_use| land_use.key()).collect();
        assert_eq!(of, land_uses.iter().copied().map(Key::Known).collect::<Vec<_>>());
    }
}

#[test]
fn the_editions() {
    assert_eq!(EDITIONS.len(), 1);
    assert_eq!(*EDITIONS[0], JINAN_2020);
}

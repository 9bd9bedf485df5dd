//! Every name of land uses, areas, services, development levels and terms that is read, and the whole message of every refusal.

mod common;

use common::SURROUNDINGS;
use dijia_core::{Area, DevelopmentLevel, LandUse, Service, Term};

/// The text in letters, signs and spaces of full width.
fn wide(text: &str) -> String {
    let widened = |c| match c {
        ' ' => '\u{3000}',
        '!'..='~' => char::from_u32(u32::from(c) + 0xfee0).unwrap(),
        _ => c,
    };
    text.chars().map(widened).collect()
}

#[test]
fn every_name_of_every_land_use() {
    let names: [(LandUse, &[&str], &[&str]); 4] = [
        (LandUse::Commercial, &["商服", "商业", "商业服务", "商业服务业"], &["commercial"]),
        (LandUse::Residential, &["住宅", "居住"], &["residential"]),
        (LandUse::Industrial, &["工业"], &["industrial"]),
        (
            LandUse::PublicService,
            &["公共管理与公共服务", "公服", "公共服务"],
            &["public service", "public-service", "public_service"],
        ),
    ];
    for (land_use, chinese, english) in names {
        for (before, after) in SURROUNDINGS {
            for name in chinese {
                assert_eq!(format!("{before}{name}{after}").parse(), Ok(land_use));
                assert_eq!(format!("{before}{name}用地{after}").parse(), Ok(land_use));
            }
            for name in english {
                assert_eq!(format!("{before}{name}{after}").parse(), Ok(land_use));
                assert_eq!(format!("{before}{}{after}", name.to_uppercase()).parse(), Ok(land_use));
                assert_eq!(format!("{before}{}{after}", wide(name)).parse(), Ok(land_use));
                assert_eq!(format!("{before}{}{after}", wide(&name.to_uppercase())).parse(), Ok(land_use));
            }
        }
        assert_eq!(land_use.to_string().parse(), Ok(land_use));
        assert_eq!(land_use.chinese().parse(), Ok(land_use));
    }
}

#[test]
fn land_uses_that_are_none() {
    let unknown = "not the name of a land use: commercial 商服, residential 住宅, industrial 工业 or public service \
                   公共管理与公共服务";
    for text in [
        "用地",
        "商住",
        "商",
        "商服用地用地",
        "商服 用地",
        "商服、住宅",
        "commercial用地",
        "ｃｏｍｍｅｒｃｉａｌ用地",
        "ｃｏｍｍ",
        "商服ｃｏｍｍｅｒｃｉａｌ",
        "commercial用地x",
        "comm",
        "office",
        "0",
        "1",
        "农业",
        "地",
    ] {
        let error = text.parse::<LandUse>().unwrap_err();
        assert_eq!(error.to_string(), format!("invalid land use {text:?}: {unknown}, at character 1"));
    }
    for text in ["", "　 "] {
        let error = text.parse::<LandUse>().unwrap_err();
        let reason = "a land use is expected, the text is empty";
        assert_eq!(error.to_string(), format!("invalid land use {text:?}: {reason}, at character 1"));
    }
}

#[test]
fn areas() {
    for area in Area::ALL {
        assert_eq!(area.to_string().parse(), Ok(area));
        assert_eq!(area.chinese().parse(), Ok(area));
        assert_eq!(format!(" {}　", area.english().to_uppercase()).parse(), Ok(area));
        assert_eq!(format!(" {}　", wide(area.english())).parse(), Ok(area));
    }
    for text in ["", "市区", "central", "镇"] {
        let error = text.parse::<Area>().unwrap_err();
        let reason = "not the name of an area: central urban area 中心城区 or township 建制镇";
        assert_eq!(error.to_string(), format!("invalid area {text:?}: {reason}, at character 1"));
    }
}

#[test]
fn services() {
    for service in Service::ALL {
        assert_eq!(service.to_string().parse(), Ok(service));
        assert_eq!(service.chinese().parse(), Ok(service));
        assert_eq!(format!(" {}　", service.english().to_uppercase()).parse(), Ok(service));
        assert_eq!(format!(" {}　", wide(service.english())).parse(), Ok(service));
    }
    // The trade's short forms.
    for (text, service) in [
        ("通电", Service::Power),
        ("通信", Service::Telecom),
        ("通水", Service::WaterSupply),
        ("water_supply", Service::WaterSupply),
        ("water-supply", Service::WaterSupply),
        ("Water_Supply", Service::WaterSupply),
        ("ｗａｔｅｒ＿ｓｕｐｐｌｙ", Service::WaterSupply),
        ("通气", Service::Gas),
        ("通热", Service::Heating),
        ("平整", Service::Levelling),
    ] {
        assert_eq!(text.parse(), Ok(service));
    }
    for text in ["", "通", "internet"] {
        let error = text.parse::<Service>().unwrap_err();
        let reason = "not the name of a service: road 通路, power 供电, telecom 通讯, water supply 供水, drainage 排水, gas \
                      供气, heating 供热 or levelling 场地平整";
        assert_eq!(error.to_string(), format!("invalid service {text:?}: {reason}, at character 1"));
    }
}

#[test]
fn every_development_level_displays_to_what_parses_to_it() {
    for bits in 0..=255 {
        let level = DevelopmentLevel::from_bits(bits);
        assert_eq!(level.bits(), bits);
        assert_eq!(level.to_string().parse(), Ok(level));
        assert_eq!(wide(&level.to_string()).parse(), Ok(level));
        assert_eq!(level.services().collect::<DevelopmentLevel>(), level);
        for separator in ["+", "＋", ",", "，", "、", ";", "；", " 、 "] {
            let list: Vec<&str> = level.services().map(Service::chinese).collect();
            if !list.is_empty() {
                assert_eq!(list.join(separator).parse(), Ok(level));
            }
        }
        // A document may call another set 六通一平.
        if let Some(name) = level.name().filter(|_| level != DevelopmentLevel::SIX_SERVICES) {
            assert_eq!(name.parse(), Ok(level));
        }
    }
}

#[test]
fn named_development_levels() {
    use Service::{Drainage, Gas, Heating, Levelling, Power, Road, Telecom, WaterSupply};

    const FIVE: [Service; 6] = [Road, Power, Telecom, WaterSupply, Drainage, Levelling];
    for (level, name, more) in [
        (DevelopmentLevel::FIVE_SERVICES, "五通一平", &[][..]),
        (DevelopmentLevel::SIX_SERVICES, "六通一平", &[Gas]),
        (DevelopmentLevel::SEVEN_SERVICES, "七通一平", &[Gas, Heating]),
    ] {
        assert_eq!(level.name(), Some(name));
        if level != DevelopmentLevel::SIX_SERVICES {
            assert_eq!(name.parse(), Ok(level));
        }
        assert_eq!(FIVE.into_iter().chain(more.iter().copied()).collect::<DevelopmentLevel>(), level);
    }
    assert_eq!(format!("{:?}", [Gas, Road].into_iter().collect::<DevelopmentLevel>()), "{Road, Gas}");
}

/// Against lists of services.
#[test]
fn development_levels_are_sets() {
    for bits in 0..=255 {
        let level = DevelopmentLevel::from_bits(bits);
        let services: Vec<Service> = level.services().collect();
        assert_eq!(level.is_empty(), services.is_empty());
        for service in Service::ALL {
            let others: Vec<Service> = services.iter().copied().filter(|&other| other != service).collect();
            assert_eq!(level.contains(service), others.len() < services.len());
            assert_eq!(level.without(service).services().collect::<Vec<_>>(), others);
            assert_eq!(level.with(service).services().count(), others.len() + 1);
            assert!(
                level.with(service).contains(service) && level.with(service).without(service) == level.without(service)
            );
        }
        for other in (0..=255).map(DevelopmentLevel::from_bits) {
            let beyond: Vec<Service> = services.iter().copied().filter(|&service| !other.contains(service)).collect();
            assert_eq!(level.difference(other).services().collect::<Vec<_>>(), beyond);
        }
    }
}

#[test]
fn development_levels_that_are_none() {
    const UNKNOWN: &str =
        "neither 五通一平, 六通一平, 七通一平 nor a list of services such as road+power or 通路、供电";
    const NAME: &str =
        "the name does not say which services it stands for: list them, such as 通路、供电、供水、场地平整";
    const SIX: &str = "it stands for road+power+telecom+water supply+drainage+gas+levelling in some documents and for \
        road+power+telecom+water supply+drainage+heating+levelling in others: list the services, or read it in an edition";
    for (text, reason, character) in [
        ("", UNKNOWN, 1),
        ("六通一平", SIX, 1),
        (" 六通一平", SIX, 2),
        ("三通一平", NAME, 1),
        ("八通一平", NAME, 1),
        ("通路、四通一平", NAME, 4),
        ("六通一平、供热", UNKNOWN, 1),
        ("六通", UNKNOWN, 1),
        ("通路、", UNKNOWN, 4),
        ("、通路", UNKNOWN, 1),
        ("通路、、供电", UNKNOWN, 4),
        ("road+internet", UNKNOWN, 6),
        ("通路、供电、通路", "the service is named twice", 7),
    ] {
        let error = text.parse::<DevelopmentLevel>().unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("invalid development level {text:?}: {reason}, at character {character}")
        );
    }
}

#[test]
fn terms_without_end() {
    for text in ["perpetual", "Perpetual", "ＰＥＲＰＥＴＵＡＬ", " ｐｅｒｐｅｔｕａｌ　", "无限年期", "无限期"]
    {
        assert_eq!(text.parse(), Ok(Term::Perpetual), "{text:?}");
    }
    for text in ["perpetua", "永久", "无限 年期"] {
        assert!(text.parse::<Term>().is_err(), "{text:?}");
    }
}

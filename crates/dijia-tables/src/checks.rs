//! What the printed figures must keep among themselves.

use std::collections::{BTreeMap, BTreeSet};

use dijia_core::{Decimal, DecimalText, RoundingMode, compare, floor_price, land_price, round, wan_yuan_per_mu};

use crate::annex::{Annex, ZoneNumbers};
use crate::area::Areas;
use crate::basis::{Bases, Statement};
use crate::fault::{At, Fault, Faults, fault};
use crate::grade::{Grade, Grades};
use crate::land_use::LandUses;
use crate::price::{Price, Zone};
use crate::price_table::{Filled, Visit, ZoneVisit};
use crate::terms::Rules;

/// How errors name things.
pub(crate) struct Said<'a> {
    pub(crate) areas: &'a Areas,
    pub(crate) land_uses: &'a LandUses,
    pub(crate) grades: &'a Grades,
}

/// The grades of a table run from the first without a gap; one that a land use does not have is a stroke. An empty cell says
/// so too before the first price and behind the last.
pub(crate) fn grade_order(visits: &[Visit], said: &Said<'_>, faults: &Faults) {
    let of = |visit: &Visit| (visit.annex, visit.area, visit.land_use);
    let mut groups: Vec<(u8, u8, u8)> = visits.iter().map(of).collect();
    groups.sort_unstable();
    groups.dedup();
    for group in groups {
        let of_group: Vec<&Visit> = visits.iter().filter(|visit| of(visit) == group).collect();
        let mut above: Option<u8> = None;
        for visit in &of_group {
            let Some(place) = said.grades.place(&visit.grade) else { continue };
            // Numbered grades begin with the first; those that have names, as towns of a class, may stand anywhere.
            let is_named = said.grades.list.get(usize::from(place)).is_some_and(|grade| grade.number == 0);
            let first = || if is_named { place } else { said.grades.place(&Grade::Number(1)).unwrap_or(0) };
            let expected = above.map_or_else(first, |above| above + 1);
            let grade = said.grades.said(&visit.grade);
            let is_twice = |before: &&Visit| before.grade == visit.grade && before.filled == Filled::Price;
            let twice = || visit.filled == Filled::Price && of_group.iter().copied().filter(is_twice).count() > 1;
            // That a price is there twice is told of the price; a row that cannot be read may be the one that is missing.
            if (Some(place) == above && twice()) || (place > expected && visit.is_behind_broken) {
                above = Some(place);
                continue;
            }
            if place < expected {
                let above =
                    above.and_then(|above| said.grades.list.get(usize::from(above))).map_or("", |grade| &grade.name);
                faults.add(visit.at, fault!("grade {grade} after grade {above}", "级别{grade}列在级别{above}之后"));
            } else if place > expected && above.is_none() && is_of_another(visits, visit, expected, said) {
                // One price in a row: where there is none there is no row.
                let missing = said.grades.list.get(usize::from(expected)).map_or("", |grade| &grade.name);
                faults.warn(visit.at, begins_later(visit, missing, said));
            } else if place > expected {
                let missing = said.grades.list.get(usize::from(expected)).map_or("", |grade| &grade.name);
                let fault = fault!(
                    "grade {missing} is missing before grade {grade}: where there is none, its price is a stroke, ———",
                    "级别{grade}之前缺少级别{missing}；没有该级别时价格填———",
                );
                faults.add(visit.at, fault);
            }
            above = Some(place);
        }
        let priced = |visit: &&&Visit| visit.filled == Filled::Price;
        let first = of_group.iter().position(|visit| priced(&visit));
        let last = of_group.iter().rposition(|visit| priced(&visit));
        if let (Some(first), Some(last)) = (first, last) {
            let begins = |visit: &&&Visit| {
                let place = said.grades.place(&visit.grade);
                visit.filled == Filled::Empty && place.is_some_and(|place| is_of_another(visits, visit, place, said))
            };
            if let Some(empty) = of_group[..first].iter().find(begins) {
                faults.warn(empty.at, begins_later(of_group[first], &said.grades.said(&empty.grade), said));
            }
            for visit in of_group[first..last].iter().filter(|visit| visit.filled == Filled::Empty) {
                let grade = said.grades.said(&visit.grade);
                let (english, chinese) = said.land_uses.said(visit.land_use);
                let fault = fault!(
                    "no {english} price of grade {grade}, but one of a later grade: where none is printed, it is a stroke, ———",
                    "{chinese}级别{grade}没有价格，其后的级别却有；原表无价格处填———",
                );
                faults.add(visit.at, fault);
            }
        }
    }
}

/// The dearer a grade, the higher its price: one that is above that of a grade before it may be as printed, and is warned of.
pub(crate) fn falling_prices(prices: &[Price], said: &Said<'_>, faults: &Faults) {
    let of = |price: &Price| (price.annex, price.area, price.land_use, price.per_floor);
    let mut graded: Vec<(&Price, u8)> = prices
        .iter()
        .filter(|price| price.zone.is_none() && !price.is_lower_bound)
        .filter_map(|price| match price.grade {
            Some(Grade::Number(number)) => Some((price, number)),
            _ => None,
        })
        .collect();
    graded.sort_by_key(|(price, number)| (of(price), *number));
    for pair in graded.windows(2) {
        let [(before, dearer), (price, grade)] = pair else { continue };
        if of(before) != of(price) || compare(price.figure, before.figure).is_le() {
            continue;
        }
        let [grade, dearer] = [grade, dearer].map(|&number| said.grades.said(&Grade::Number(number)));
        let (english, chinese) = said.land_uses.said(price.land_use);
        let (above, below) = (DecimalText(price.figure), DecimalText(before.figure));
        let fault = fault!(
            "the {english} price of grade {grade}, {above}, is above that of grade {dearer}, {below}",
            "{chinese}级别{grade}的价格{above}高于级别{dearer}的价格{below}",
        );
        faults.warn(price.at, fault);
    }
}

/// That the prices of a land use begin with a grade, and others with one before it, which may be so in print.
fn begins_later(first: &Visit, before: &str, said: &Said<'_>) -> Fault {
    let grade = said.grades.said(&first.grade);
    let (english, chinese) = said.land_uses.said(first.land_use);
    fault!(
        "the {english} prices begin with grade {grade}, and others with grade {before}",
        "{chinese}价格自级别{grade}起，其他用途自级别{before}起",
    )
}

/// Whether the table has the price that another land use has in the grade at that place of the list.
fn is_of_another(visits: &[Visit], visit: &Visit, place: u8, said: &Said<'_>) -> bool {
    visits.iter().any(|other| {
        (other.annex, other.area) == (visit.annex, visit.area)
            && other.filled == Filled::Price
            && said.grades.place(&other.grade) == Some(place)
    })
}

/// Zones of a grade and a number run from number 1, in each grade or through all, as the annex declares.
pub(crate) fn zone_numbers(annex: &Annex, zones: &[Option<ZoneVisit>], faults: &Faults) {
    if !matches!(annex.zone_numbers, ZoneNumbers::ByGrade | ZoneNumbers::Throughout) {
        return;
    }
    let by_grade = annex.zone_numbers == ZoneNumbers::ByGrade;
    let mut groups: Vec<(u8, u8)> = zones.iter().flatten().map(|zone| (zone.area, zone.land_use)).collect();
    groups.sort_unstable();
    groups.dedup();
    for group in groups {
        let mut above: Option<(Grade, u16, &str)> = None;
        // Whether the row above could be any zone.
        let mut is_any = false;
        for visit in zones {
            let Some(visit) = visit else {
                is_any = true;
                continue;
            };
            let Zone { number: Some(number), text, .. } = &visit.zone else { continue };
            let Some(grade) = visit.grade.clone().filter(|_| (visit.area, visit.land_use) == group) else { continue };
            let expected = match &above {
                Some((of, last, _)) if *of == grade || !by_grade => last + 1,
                _ => 1,
            };
            match &above {
                _ if std::mem::take(&mut is_any) => {}
                Some((of, last, before)) if (&grade, *number) <= (of, *last) => {
                    // One that is there twice is told as such.
                    if (&grade, *number) != (of, *last) {
                        faults
                            .add(visit.at, fault!("zone {text} after zone {before}", "区片{text}列在区片{before}之后"));
                    }
                    // It stands where the next one should.
                    above = Some((of.clone(), last + 1, text));
                    continue;
                }
                _ if *number != expected => {
                    let missing =
                        text.rsplit_once('-').map_or(String::new(), |(grade, _)| format!("{grade}-{expected}"));
                    let fault = fault!(
                        "zone {missing} is missing before zone {text}; annexes.csv says where zones are numbered otherwise",
                        "区片{text}之前缺少区片{missing}；编号方式不同时在annexes.csv中注明",
                    );
                    faults.add(visit.at, fault);
                }
                _ => {}
            }
            above = Some((grade, *number, text));
        }
    }
}

/// Two tables may print one price in different units: what the second adds is part of the first.
pub(crate) fn joined(prices: Vec<Price>) -> Vec<Price> {
    let mut all: Vec<Price> = Vec::new();
    let mut places: BTreeMap<(u8, u8, Option<Grade>, Option<String>), usize> = BTreeMap::new();
    for price in prices {
        let zone = price.zone.as_ref().map(Zone::normal);
        let grade = price.grade.clone().filter(|_| zone.is_none());
        let place = *places.entry((price.area, price.land_use, grade, zone)).or_insert(all.len());
        let first = all.get_mut(place).filter(|first| first.annex != price.annex);
        if !first.is_some_and(|first| first.takes(&price)) {
            all.push(price);
        }
    }
    all
}

/// No price is there twice.
pub(crate) fn doubled(prices: &[Price], said: &Said<'_>, faults: &Faults) {
    let mut seen = BTreeMap::new();
    for price in prices {
        let zone = price.zone.as_ref().map(Zone::normal);
        // A zone is one whatever its grade.
        let grade = price.grade.as_ref().filter(|_| zone.is_none());
        let Some(first) = seen.insert((price.area, price.land_use, grade, zone), price.at) else { continue };
        let first: At = first;
        let (english, chinese) = said.land_uses.said(price.land_use);
        let line = first.line;
        let fault = match (&price.zone, &price.grade) {
            (Some(Zone { text, .. }), _) => fault!(
                "{english} zone {text} is there twice, first on line {line}",
                "{chinese}区片{text}出现两次，先见于第{line}行",
            ),
            (None, grade) => {
                let grade = grade.as_ref().map(|grade| said.grades.said(grade)).unwrap_or_default();
                fault!(
                    "the {english} price of grade {grade} is there twice, first on line {line}",
                    "{chinese}级别{grade}的价格出现两次，先见于第{line}行",
                )
            }
        };
        faults.add(price.at, fault);
    }
}

/// A zone is of a grade that has a price, where the grades of its land use have prices in hand; told of the first such zone of
/// a grade.
pub(crate) fn grades_of_zones(prices: &[Price], visits: &[Visit], said: &Said<'_>, faults: &Faults) {
    // A price that cannot be read has been told.
    let priced = visits.iter().filter(|visit| visit.filled == Filled::Price);
    let mut of_grades: BTreeSet<(u8, u8, &Grade)> =
        priced.map(|visit| (visit.area, visit.land_use, &visit.grade)).collect();
    for price in prices {
        let (Some(Zone { text, .. }), Some(grade)) = (&price.zone, &price.grade) else { continue };
        let (area, land_use) = (price.area, price.land_use);
        let has_grades = of_grades.iter().any(|&(of, with, _)| (of, with) == (area, land_use));
        if has_grades && of_grades.insert((area, land_use, grade)) {
            let (english, chinese) = said.land_uses.said(land_use);
            let grade = said.grades.said(grade);
            let fault = fault!(
                "zone {text}: there is no {english} price of grade {grade}",
                "区片{text}：没有{chinese}级别{grade}的价格",
            );
            faults.add(price.at, fault);
        }
    }
}

/// What a basis is stated of is there.
pub(crate) fn scopes(statements: &[Statement], annexes: &[Annex], prices: &[Price], said: &Said<'_>, faults: &Faults) {
    for Statement { of, at, .. } in statements {
        let is_published = annexes.iter().any(|annex| {
            of.area.is_none_or(|area| annex.areas.contains(&area))
                && of.land_use.is_none_or(|land_use| annex.land_uses.contains(&land_use))
        });
        if !is_published {
            let said_use = of.land_use.map_or_else(Default::default, |land_use| said.land_uses.said(land_use));
            let said_area = of.area.map_or_else(Default::default, |area| said.areas.said(area));
            let (english, chinese) =
                (format!("{} prices of the {}", said_use.0, said_area.0), format!("{}{}", said_area.1, said_use.1));
            faults.add(*at, fault!("no annex publishes {english}", "没有附件公布{chinese}的价格"));
        }
        if let Some(grade) = &of.grade
            && said.grades.place(grade).is_none()
        {
            let grade = said.grades.said(grade);
            faults.add(*at, fault!("there is no grade {grade}", "没有级别{grade}"));
        }
        if let Some(zone) = &of.zone
            && !prices.iter().any(|price| price.zone.as_ref().is_some_and(|of| of.normal() == *zone))
        {
            faults.add(*at, fault!("there is no zone {zone}", "没有区片{zone}"));
        }
    }
}

/// Where `basis.csv` states the bases, it has a row for each area and land use that an annex publishes prices of; one that the
/// document states nothing of has a row with empty cells.
pub(crate) fn bases_are_stated(bases: &Bases, annexes: &[Annex], said: &Said<'_>, faults: &Faults) {
    for annex in annexes {
        for &area in &annex.areas {
            for &land_use in annex.land_uses.iter().filter(|&&land_use| !bases.state(area, land_use)) {
                let ((area, of_area), (land_use, of_use)) = (said.areas.said(area), said.land_uses.said(land_use));
                let fault = fault!(
                    "basis.csv has no row for the {land_use} prices of the {area} that the annex publishes: where the document \
                     states none, a row without figures",
                    "basis.csv中没有该附件所公布的{of_area}{of_use}价格的内涵；文件未载明时填一行空值",
                );
                faults.add(annex.at, fault);
            }
        }
    }
}

/// The figures of each price bear each other out.
pub(crate) fn figures(prices: &[(&Price, Option<Decimal>)], annexes: &[Annex], faults: &Faults) {
    for (annex, place) in annexes.iter().zip(0..) {
        let of_annex = || prices.iter().filter(|(price, _)| price.annex == place);
        let pairs: Vec<(Decimal, Decimal)> = of_annex()
            .filter(|(price, _)| !price.from_mu)
            .filter_map(|(price, plot_ratio)| Some((land_of(price, *plot_ratio)?, price.per_mu?)))
            .collect();
        let rules = Followed { declared: annex.rules, by_all: rule_of_all(&pairs, annex.rules) };
        for (price, plot_ratio) in of_annex() {
            check_figures(price, *plot_ratio, &rules, faults);
        }
    }
}

/// The rules that an annex declares, and where its figures keep others the rule for 万元/亩 that all of them keep.
struct Followed {
    declared: Rules,
    by_all: Option<Rules>,
}

/// The price in 元/㎡ of land.
fn land_of(price: &Price, plot_ratio: Option<Decimal>) -> Option<Decimal> {
    if price.per_floor { land_price(price.figure, plot_ratio?).ok() } else { Some(price.figure) }
}

fn check_figures(price: &Price, plot_ratio: Option<Decimal>, followed: &Followed, faults: &Faults) {
    let (rules, figure) = (followed.declared, price.figure);
    if let (Some(floor), Some(plot_ratio)) = (price.floor, plot_ratio) {
        check_floor_price(figure, floor, plot_ratio, rules, price.floor_at, faults);
    }
    let land = land_of(price, plot_ratio);
    if price.from_mu && rules.mu_area.is_some() {
        let fault = fault!(
            "a price printed in 万元/亩 or 元/亩 alone is one in 元/㎡ only where a 亩 is 2000/3 ㎡: leave mu_area out, or give the 元/㎡ that \
             the document prints",
            "仅载明万元/亩或元/亩的价格，只有1亩等于2000/3平方米时才能换算为元/㎡：不填每亩平方米，或填写文件载明的元/㎡",
        );
        faults.add(price.per_mu_at, fault);
    } else if let (Some(per_mu), Some(land), false) = (price.per_mu, land, price.from_mu) {
        check_mu(land, per_mu, followed, price.per_mu_at, faults);
    }
}

const HALF_UP: RoundingMode = RoundingMode::HalfUp;

/// A price in 万元/亩 is one in 元/㎡ × the ㎡ of a 亩 ÷ 10,000, rounded as the edition declares, or the other way round.
fn check_mu(land: Decimal, per_mu: Decimal, followed: &Followed, at: At, faults: &Faults) {
    let rules = followed.declared;
    if bear_out(land, per_mu, rules) {
        return;
    }
    if bear_out(per_mu, land, rules) || other_rule(per_mu, land, rules).is_some() {
        let (land, per_mu) = (DecimalText(land), DecimalText(per_mu));
        let fault = fault!(
            "{per_mu} 万元/亩 is not {land} 元/㎡, but {per_mu} 元/㎡ are {land} 万元/亩: the units have changed places",
            "{per_mu}万元/亩不等于{land}元/㎡，而{per_mu}元/㎡等于{land}万元/亩：两个单位互换了",
        );
        faults.add(at, fault);
        return;
    }
    let otherwise = followed.by_all.or_else(|| other_rule(land, per_mu, rules));
    let (hint, hint_chinese) = otherwise.map_or_else(Default::default, |rule| {
        let (places, area) = (rule.mu_places, rule.mu());
        match rule.square_metre_places {
            Some(places) => (
                format!(
                    "; it is by square_metre_places {places}, 元/㎡ being 万元/亩 × 15, which edition.csv or annexes.csv may declare"
                ),
                format!("；若元/㎡由万元/亩×15换算、元/㎡小数位为{places}则相等，可在edition.csv或annexes.csv中注明"),
            ),
            None => (
                format!("; it is with mu_places {places} and mu_area {area}, which edition.csv or annexes.csv may declare"),
                format!("；若万元/亩小数位为{places}、每亩平方米为{area}则相等，可在edition.csv或annexes.csv中注明"),
            ),
        }
    });
    let computed = match rules.square_metre_places {
        Some(_) => square_metres_of(per_mu, rules),
        None => per_mu_of(land, rules),
    };
    let rounded = computed.map_or_else(|error| error.to_string(), |computed| DecimalText(computed).to_string());
    let (land, per_mu) = (DecimalText(land), DecimalText(per_mu));
    let fault = if rules.square_metre_places.is_some() {
        let by = if rules.mu_area.is_some() { format!("× 10000 ÷ {}", rules.mu()) } else { "× 15".to_owned() };
        let by_chinese = by.replace(' ', "");
        fault!(
            "{land} 元/㎡ is not {per_mu} 万元/亩 {by}, which rounds to {rounded}{hint}",
            "{land}元/㎡不等于{per_mu}万元/亩{by_chinese}，后者舍入为{rounded}{hint_chinese}",
        )
    } else {
        let by = if rules.mu_area.is_some() { format!("× {} ÷ 10000", rules.mu()) } else { "÷ 15".to_owned() };
        let by_chinese = by.replace(' ', "");
        fault!(
            "{per_mu} 万元/亩 is not {land} 元/㎡ {by}, which rounds to {rounded}{hint}",
            "{per_mu}万元/亩不等于{land}元/㎡{by_chinese}，后者舍入为{rounded}{hint_chinese}",
        )
    };
    faults.add(at, fault);
}

/// Whether the two are the same price by these rules.
fn bear_out(land: Decimal, per_mu: Decimal, rules: Rules) -> bool {
    if rules.square_metre_places.is_some() {
        return square_metres_of(per_mu, rules).is_ok_and(|computed| computed == land);
    }
    per_mu_of(land, rules).is_ok_and(|computed| computed == per_mu)
}

/// A price in 元/㎡ in 万元/亩.
fn per_mu_of(land: Decimal, rules: Rules) -> Result<Decimal, dijia_core::Error> {
    let places = u32::from(rules.mu_places);
    match rules.mu_area {
        None => wan_yuan_per_mu(land, places, HALF_UP),
        Some(area) => {
            let each = land_price(area, Decimal::new(1, 4))?;
            round(land_price(land, each)?, places, HALF_UP)
        }
    }
}

/// A price in 万元/亩 in 元/㎡.
fn square_metres_of(per_mu: Decimal, rules: Rules) -> Result<Decimal, dijia_core::Error> {
    let places = rules.square_metre_places.unwrap_or(0).into();
    match rules.mu_area {
        None => round(land_price(per_mu, Decimal::from(15))?, places, HALF_UP),
        Some(area) => floor_price(land_price(per_mu, Decimal::from(10_000))?, area, places, HALF_UP),
    }
}

/// What a 亩 is taken for where it is not 2000/3 ㎡.
fn areas_of_mu(declared: Rules) -> [Option<Decimal>; 4] {
    [declared.mu_area, None, Some(Decimal::new(66_667, 2)), Some(Decimal::new(667, 0))]
}

/// The rule that a figure may follow where it does not follow the one that is declared: another number of places, or 666.67 or
/// 667 ㎡ to the 亩.
fn other_rule(land: Decimal, per_mu: Decimal, declared: Rules) -> Option<Rules> {
    let places = places_of(per_mu)?;
    // A whole figure that is one off fits another 亩 by chance.
    if places == 0 && declared.mu_places == 0 {
        return None;
    }
    let by = Rules { square_metre_places: None, ..declared };
    let rules = areas_of_mu(declared).into_iter().map(|mu_area| Rules { mu_places: places, mu_area, ..by });
    rules.filter(|rule| *rule != declared).find(|&rule| bear_out(land, per_mu, rule))
}

/// The one rule that all figures of an annex follow where they do not follow the one that is declared.
fn rule_of_all(pairs: &[(Decimal, Decimal)], declared: Rules) -> Option<Rules> {
    let follow = |rule: Rules| pairs.iter().all(|&(land, per_mu)| bear_out(land, per_mu, rule));
    // One figure, or whole ones, fit some rule by chance.
    let places = pairs.iter().filter_map(|&(_, per_mu)| places_of(per_mu)).max().filter(|&places| places > 0)?;
    if pairs.len() < 2 || follow(declared) {
        return None;
    }
    let of_land = pairs.iter().filter_map(|&(land, _)| places_of(land)).max();
    let by = Rules { square_metre_places: None, ..declared };
    let forwards = areas_of_mu(declared).into_iter().map(|mu_area| Rules { mu_places: places, mu_area, ..by });
    let backwards = Rules { mu_area: None, square_metre_places: of_land, ..declared };
    forwards.chain([backwards]).find(|&rule| follow(rule))
}

/// The places of a figure, of as many as can be declared.
fn places_of(figure: Decimal) -> Option<u8> {
    u8::try_from(figure.scale()).ok().filter(|&places| places <= 4)
}

/// The floor price bears the price of the land: times the plot ratio of the basis it is the price of the land, exactly or
/// rounded as the edition declares.
fn check_floor_price(land: Decimal, floor: Decimal, plot_ratio: Decimal, rules: Rules, at: At, faults: &Faults) {
    let bears = match (rules.floor_price_places, rules.land_price_places) {
        (Some(places), _) => {
            floor_price(land, plot_ratio, places.into(), HALF_UP).is_ok_and(|rounded| rounded == floor)
        }
        (None, Some(places)) => land_price(floor, plot_ratio)
            .and_then(|exact| round(exact, places.into(), HALF_UP))
            .is_ok_and(|rounded| rounded == land),
        (None, None) => land_price(floor, plot_ratio).is_ok_and(|exact| exact == land),
    };
    if !bears {
        let (land, floor, plot_ratio) = (DecimalText(land), DecimalText(floor), DecimalText(plot_ratio));
        let fault = fault!(
            "floor price {floor} × plot ratio {plot_ratio} is not {land} 元/㎡",
            "楼面地价{floor}×容积率{plot_ratio}不等于{land}元/㎡",
        );
        faults.add(at, fault);
    }
}

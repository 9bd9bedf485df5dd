use std::collections::BTreeMap;

use dijia_core::Term;
use dijia_core::layout::{
    NONE, Section, annex, area, basis, code, correction, correction_row, development, grade, index, land_use, name,
    place, price, statement, terms,
};

use crate::EditionTables;
use crate::basis::Basis;
use crate::correction::CorrectionRow;
use crate::grade::{Grade, spellings};
use crate::pack::{Packer, Record};
use crate::price::{Price, Zone};

impl EditionTables {
    /// The edition file: the same bytes on every machine.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        self.packed().finish()
    }

    pub(crate) fn packed(&self) -> Packer {
        let mut packer = Packer::new();
        self.pack_terms(&mut packer);
        self.pack_land_uses(&mut packer);
        self.pack_areas(&mut packer);
        self.pack_grades(&mut packer);
        self.pack_annexes(&mut packer);
        self.pack_developments(&mut packer);
        for basis in &self.bases {
            let record = self.basis(basis, &mut packer);
            packer.add(Section::Bases, record);
        }
        for (price, basis) in &self.prices {
            let record = self.price(price, *basis, &mut packer);
            packer.add(Section::Prices, record);
        }
        self.pack_index(&mut packer);
        for statement in &self.coverage {
            let record = Packer::record(Section::Statements)
                .short(statement::ABOUT, packer.text(&statement.about))
                .short(statement::TEXT, packer.text(&statement.text))
                .byte(statement::AREA, statement.area.unwrap_or(NONE));
            packer.add(Section::Statements, record);
        }
        for code in &self.codes {
            let record = Packer::record(Section::Codes)
                .short(code::SCHEME, packer.text(&code.scheme))
                .short(code::CODE, packer.text(&code.text))
                .short(code::NAME, packer.optional(code.name.as_deref()))
                .byte(code::USE, code.land_use.unwrap_or(NONE))
                .short(code::ROW, code.row.unwrap_or(0))
                .short(code::PART, packer.optional(code.part.as_deref()));
            packer.add(Section::Codes, record);
        }
        self.pack_corrections(&mut packer);
        packer
    }

    /// The tables of corrections; those that have the same rows share them.
    fn pack_corrections(&self, packer: &mut Packer) {
        let mut packed: Vec<(&[CorrectionRow], u16)> = Vec::new();
        for table in &self.corrections {
            let shared = packed.iter().find(|(rows, _)| *rows == table.rows).map(|(_, first)| *first);
            let first = shared.unwrap_or_else(|| {
                let first = packer.count(Section::CorrectionRows) as u16;
                for row in &table.rows {
                    let record = Self::correction_row(row, packer);
                    packer.add(Section::CorrectionRows, record);
                }
                packed.push((&table.rows, first));
                first
            });
            // The row of a factor is that of all its levels.
            let mut numbers = table.rows.iter().map(|row| row.row);
            let number = numbers.next().filter(|first| numbers.all(|other| other == *first)).unwrap_or(0);
            let [kind, land_use, grade, area] = table.key();
            let record = Packer::record(Section::Corrections)
                .byte(correction::KIND, kind)
                .byte(correction::USE, land_use)
                .byte(correction::GRADE, grade)
                .byte(correction::AREA, area)
                .byte(correction::FLAGS, table.flags)
                .byte(correction::ANNEX, table.annex.unwrap_or(NONE))
                .short(correction::NAME, packer.optional(table.of.name.as_deref()))
                .short(correction::PART, packer.optional(table.part.as_deref()))
                .short(correction::ROW, number)
                .short(correction::FIRST, first)
                .short(correction::COUNT, table.rows.len() as u16);
            packer.add(Section::Corrections, record);
        }
    }

    fn correction_row(row: &CorrectionRow, packer: &mut Packer) -> Record {
        let value = i32::try_from(row.value.mantissa()).expect("figures are checked to be no longer");
        let mut record = Packer::record(Section::CorrectionRows)
            .put(correction_row::VALUE, &value.to_le_bytes())
            .byte(correction_row::VALUE_PLACES, row.value.scale() as u8)
            .short(correction_row::LEVEL, packer.optional(row.level.as_deref()))
            .short(correction_row::CONDITION, packer.optional(row.condition.as_deref()))
            .short(correction_row::ROW, row.row);
        if let Some(key) = row.key {
            record = record.decimal(correction_row::KEY, correction_row::KEY_PLACES, key);
        }
        if let Some(interval) = row.interval {
            let mut flags = 0;
            if let Some(low) = interval.low {
                flags |= correction_row::HAS_LOW | if interval.with_low { correction_row::WITH_LOW } else { 0 };
                record = record.decimal(correction_row::KEY, correction_row::KEY_PLACES, low);
            }
            if let Some(high) = interval.high {
                flags |= correction_row::HAS_HIGH | if interval.with_high { correction_row::WITH_HIGH } else { 0 };
                record = record.decimal(correction_row::HIGH, correction_row::HIGH_PLACES, high);
            }
            record = record.byte(correction_row::FLAGS, flags);
        }
        record
    }

    fn pack_terms(&self, packer: &mut Packer) {
        let terms = &self.terms;
        let mut record = Packer::record(Section::Terms);
        for (at, text) in [
            (terms::NAME, Some(&self.name)),
            (terms::CITY, Some(&terms.city)),
            (terms::NUMBER, Some(&terms.document_number)),
            (terms::TITLE, terms.title.as_ref()),
            (terms::ISSUER, terms.issuer.as_ref()),
            (terms::REPLACES, terms.replaces.as_ref()),
            (terms::REPLACES_TITLE, terms.replaces_title.as_ref()),
        ] {
            record = record.short(at, packer.optional(text.map(String::as_str)));
        }
        let grade_prices = self.prices.iter().filter(|(price, _)| price.zone.is_none()).count();
        let record = record
            .date(terms::ISSUE_DATE, terms.issue_date)
            .date(terms::FIRST_DAY, terms.first_day_in_force)
            .date(terms::LAST_DAY, terms.last_day_in_force)
            .date(terms::BASE_DATE, terms.base_date)
            .date(terms::REPLACES_DATE, terms.replaces_date)
            .short(terms::GRADE_PRICES, grade_prices as u16);
        let adjusts_first = terms.formula.is_some_and(|formula| formula.adjusts_first);
        let order = terms.formula.map_or_else(Default::default, |formula| formula.order);
        let record = order.into_iter().zip(terms::FORMULA..).fold(record, |record, (part, at)| record.byte(at, part));
        let record = record.byte(terms::ADJUSTS_FIRST, adjusts_first.into());
        packer.add(Section::Terms, record);
    }

    fn pack_land_uses(&self, packer: &mut Packer) {
        for (of, at) in self.land_uses.list.iter().zip(0..) {
            let is_class = self.land_uses.is_class(at);
            let record = Packer::record(Section::Uses)
                .short(land_use::NAME, packer.text(&of.name))
                .short(land_use::ENGLISH, packer.optional(of.english.as_deref()))
                .short(land_use::PRINTED_UNDER, packer.optional(of.printed_under.as_deref()))
                .byte(land_use::CLASS, of.class.map_or(NONE, |class| class as u8))
                .byte(land_use::IS_CLASS, is_class.into());
            packer.add(Section::Uses, record);
            let names = [Some(&of.name), of.english.as_ref()].into_iter().flatten().chain(&of.spellings);
            for text in names {
                // What everybody reads as the class needs no name.
                if is_class && of.class.is_some() && text.parse().ok() == of.class {
                    continue;
                }
                packer.name(name::USE_KIND, NONE, NONE, text, at.into());
                if !text.is_ascii() {
                    packer.name(name::USE_KIND, NONE, NONE, &format!("{text}用地"), at.into());
                }
            }
        }
    }

    fn pack_areas(&self, packer: &mut Packer) {
        for (of, at) in self.areas.list.iter().zip(0..) {
            let record = Packer::record(Section::Areas)
                .short(area::NAME, packer.text(&of.name))
                .short(area::ENGLISH, packer.optional(of.english.as_deref()))
                .byte(area::KIND, of.known.map_or(NONE, |known| known as u8));
            packer.add(Section::Areas, record);
            for text in [Some(&of.name), of.english.as_ref()].into_iter().flatten() {
                packer.name(name::AREA_KIND, NONE, NONE, text, at);
            }
        }
        for of in &self.places {
            let record = Packer::record(Section::Places)
                .short(place::NAME, packer.text(&of.name))
                .short(place::DISTRICT, packer.optional(of.district.as_deref()))
                .byte(place::AREA, of.area);
            let at = packer.add(Section::Places, record);
            // A name that several areas have is one of each, and of none by itself.
            let is_one = self.places.iter().filter(|other| other.name == of.name).count() == 1;
            packer.name(name::PLACE_KIND, if is_one { NONE } else { of.area }, NONE, &of.name, at);
        }
    }

    fn pack_grades(&self, packer: &mut Packer) {
        for (of, at) in self.grades.list.iter().zip(0..) {
            let record = Packer::record(Section::Grades)
                .short(grade::NAME, packer.text(&of.name))
                .byte(grade::NUMBER, of.number);
            packer.add(Section::Grades, record);
            let is_known = |text: &str| text.parse::<dijia_core::Grade>().is_ok();
            let of_number = if of.number > 9 { spellings(of.number) } else { Vec::new() };
            for text in of.spellings.iter().chain([&of.name]).chain(&of_number).filter(|text| !is_known(text)) {
                packer.name(name::GRADE_KIND, NONE, NONE, text, at);
            }
        }
    }

    fn pack_annexes(&self, packer: &mut Packer) {
        for of in &self.annexes {
            let uses = of.land_uses.iter().fold(0_u64, |uses, &land_use| uses | 1 << land_use);
            let area = if let [area] = of.areas[..] { area } else { NONE };
            let record = Packer::record(Section::Annexes)
                .byte(annex::NUMBER, of.number)
                .short(annex::LABEL, packer.optional(of.label.as_deref()))
                .short(annex::TITLE, packer.optional(of.title.as_deref()))
                .put(annex::USES, &uses.to_le_bytes())
                .byte(annex::AREA, area)
                .byte(annex::IN_HAND, of.in_hand.into())
                .byte(annex::OF_ZONES, of.of_zones.into());
            packer.add(Section::Annexes, record);
        }
    }

    /// Every level that has a name and a meaning; one name with two meanings is found by neither.
    fn pack_developments(&self, packer: &mut Packer) {
        let stated = self.bases.iter().filter_map(|basis| basis.stated.development.as_ref());
        let stated = stated.filter_map(|level| Some((level.name.as_deref()?, level.services?)));
        let explained = self.developments.iter().filter_map(|(name, services)| Some((name, services?)));
        let mut levels: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (name, services) in explained.chain(stated) {
            let meanings = levels.entry(name).or_default();
            if !meanings.contains(&services) {
                meanings.push(services);
            }
        }
        for (text, meanings) in levels {
            for services in &meanings {
                let record = Packer::record(Section::Developments)
                    .word(development::SERVICES, *services)
                    .short(development::NAME, packer.text(text));
                let at = packer.add(Section::Developments, record);
                if meanings.len() == 1 {
                    packer.name(name::DEVELOPMENT_KIND, NONE, NONE, text, at);
                }
            }
        }
    }

    fn basis(&self, of: &Basis, packer: &mut Packer) -> Record {
        let stated = &of.stated;
        let level = stated.development.as_ref();
        let services = level.and_then(|level| level.services);
        let mut flags = 0;
        let mut record = Packer::record(Section::Bases)
            .byte(basis::AREA, of.area)
            .byte(basis::USE, of.land_use)
            .byte(basis::GRADE, of.grade.as_ref().and_then(|grade| self.grade_place(grade)).unwrap_or(NONE))
            .date(basis::BASE_DATE, stated.base_date)
            .short(basis::RIGHT, packer.optional(stated.right.as_deref()))
            .byte(basis::ANNEX, of.source.annex.unwrap_or(NONE))
            .short(basis::ROW, of.source.row.unwrap_or(0))
            .word(basis::SERVICES, services.unwrap_or(0))
            .short(basis::DEVELOPMENT, packer.optional(level.and_then(|level| level.name.as_deref())))
            .short(basis::ZONE, packer.optional(of.zone.as_deref()))
            .short(basis::PART, packer.optional(of.source.part.as_deref()));
        if services.is_some() {
            flags |= basis::HAS_DEVELOPMENT;
        }
        match stated.term {
            Some(Term::Years(years)) => {
                flags |= basis::HAS_TERM;
                record = record.decimal(basis::TERM, basis::TERM_PLACES, years);
            }
            Some(Term::Perpetual) => flags |= basis::IS_PERPETUAL,
            None => {}
        }
        if let Some(plot_ratio) = stated.plot_ratio {
            flags |= basis::HAS_PLOT_RATIO;
            record = record.decimal(basis::PLOT_RATIO, basis::PLOT_RATIO_PLACES, plot_ratio);
        }
        if let Some(rate) = stated.rate {
            flags |= basis::HAS_RATE;
            record = record.decimal(basis::RATE, basis::RATE_PLACES, rate);
        }
        record.byte(basis::STATED, flags)
    }

    fn price(&self, of: &Price, basis: u16, packer: &mut Packer) -> Record {
        let grade = of.grade.as_ref().and_then(|grade| self.grade_place(grade)).unwrap_or(NONE);
        let mut record = Packer::record(Section::Prices)
            .byte(price::AREA, of.area)
            .byte(price::USE, of.land_use)
            .byte(price::GRADE, grade)
            .short(price::BASIS, basis)
            .short(price::ROW, of.row)
            .byte(price::ANNEX, of.annex)
            .decimal(price::PRICE, price::PLACES, of.figure);
        let mut flags = 0;
        for (flag, is_set) in [
            (price::PER_FLOOR, of.per_floor),
            (price::IS_LOWER_BOUND, of.is_lower_bound),
            (price::FROM_PER_MU, of.from_mu),
        ] {
            flags |= if is_set { flag } else { 0 };
        }
        if let Some(per_mu) = of.per_mu {
            flags |= price::HAS_PER_MU;
            record = record.decimal(price::PER_MU, price::PER_MU_PLACES, per_mu);
        }
        if let Some(floor) = of.floor {
            flags |= price::HAS_FLOOR;
            record = record.decimal(price::FLOOR, price::FLOOR_PLACES, floor);
        }
        if let Some(zone) = &of.zone {
            match (zone.code, zone.number) {
                (Some(_), Some(number)) => record = record.short(price::NUMBER, number),
                _ => record = record.short(price::CODE, packer.text(&zone.text)),
            }
        }
        record.byte(price::FLAGS, flags)
    }

    /// The index, and a name for each zone that it does not lead to.
    fn pack_index(&self, packer: &mut Packer) {
        type Of = (u8, u8, u8);
        let mut of_grades: BTreeMap<Of, u16> = BTreeMap::new();
        let mut of_zones: BTreeMap<Of, Vec<(u16, u16)>> = BTreeMap::new();
        for ((price, _), at) in self.prices.iter().zip(0..) {
            let place = price.grade.as_ref().and_then(|grade| self.grade_place(grade));
            let (Some(grade), zone) = (place, &price.zone) else { continue };
            let of = (price.area, price.land_use, grade);
            match zone {
                None => _ = of_grades.insert(of, at),
                Some(Zone { code: Some(code), .. }) => of_zones.entry(of).or_default().push((code.number(), at)),
                Some(_) => {}
            }
        }
        // Zones are found by number where they stand together, from number 1.
        of_zones.retain(|_, zones| {
            let first = zones.first().map_or(0, |&(_, at)| at);
            zones.iter().zip(0..).all(|(&(number, at), beyond)| number == beyond + 1 && at == first + beyond)
        });
        for area in 0..self.areas.list.len() as u8 {
            for land_use in 0..self.land_uses.list.len() as u8 {
                for grade in 0..self.grades.list.len() as u8 {
                    let of = (area, land_use, grade);
                    let zones = of_zones.get(&of).map_or(&[][..], |zones| zones);
                    let record = Packer::record(Section::Index)
                        .short(index::GRADE_PRICE, of_grades.get(&of).map_or(0, |at| at + 1))
                        .short(index::FIRST_ZONE, zones.first().map_or(0, |&(_, at)| at))
                        .short(index::ZONES, zones.len() as u16);
                    packer.add(Section::Index, record);
                }
            }
        }
        for ((price, _), at) in self.prices.iter().zip(0..) {
            let Some(zone) = &price.zone else { continue };
            let grade = price.grade.as_ref().and_then(|grade| self.grade_place(grade)).unwrap_or(NONE);
            if zone.code.is_some() && of_zones.contains_key(&(price.area, price.land_use, grade)) {
                continue;
            }
            let mut name = |text: &str| packer.name(name::ZONE_KIND, price.area, price.land_use, text, at);
            name(&zone.text);
            // A name that looks like a grade and a number is asked for as one.
            if let (None, Ok(code)) = (zone.code, zone.text.parse::<dijia_core::ZoneCode>()) {
                name(&code.to_string());
            }
            if let (None, Some(number), Some(Grade::Number(grade))) = (zone.code, zone.number, &price.grade) {
                name(&format!("{grade}-{number}"));
            }
        }
        // A code is no other zone's name.
        for ((price, _), at) in self.prices.iter().zip(0..) {
            if let Some(text) = &price.zone_name {
                packer.name(name::ZONE_KIND, price.area, price.land_use, text, at);
            }
        }
    }
}

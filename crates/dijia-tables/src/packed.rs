use dijia_core::layout::{Section, annex, area, basis, grade, index, land_use, name, place, price, terms};
use dijia_core::{Area, Grade, LandUse};

use crate::EditionTables;
use crate::annex::Prices;
use crate::pack::{ANY, Packer};

impl EditionTables {
    /// The edition file: the same bytes on every machine.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        self.packed().finish()
    }

    pub(crate) fn packed(&self) -> Packer {
        let mut packer = Packer::new();
        self.pack_terms(&mut packer);
        for (place, known) in LandUse::ALL.into_iter().enumerate() {
            let text = packer.text(known.chinese());
            let record = Packer::record(Section::Uses).short(land_use::NAME, text);
            packer.add(Section::Uses, record.byte(land_use::CLASS, place as u8).byte(land_use::IS_CLASS, 1));
        }
        for (place, known) in Area::ALL.into_iter().enumerate() {
            let text = packer.text(known.chinese());
            packer.add(
                Section::Areas,
                Packer::record(Section::Areas).short(area::NAME, text).byte(area::KIND, place as u8),
            );
            packer.name(name::AREA_KIND, ANY, ANY, known.chinese(), place as u16);
        }
        for township in &self.townships {
            let text = packer.text(township);
            let record = Packer::record(Section::Places).short(place::NAME, text).byte(place::AREA, 1);
            let at = packer.add(Section::Places, record);
            packer.name(name::PLACE_KIND, ANY, ANY, township, at);
        }
        let grades: Vec<Grade> = Grade::ALL
            .into_iter()
            .filter(|grade| self.grade_prices.iter().any(|price| price.grade == *grade))
            .collect();
        for grade in &grades {
            let text = packer.text(&grade.to_string());
            packer.add(
                Section::Grades,
                Packer::record(Section::Grades).short(grade::NAME, text).byte(grade::NUMBER, grade.number()),
            );
        }
        for annex in &self.annexes {
            let title = packer.text(&annex.title);
            let uses = annex.land_uses.iter().fold(0_u64, |uses, &land_use| uses | 1 << land_use as u32);
            let record = Packer::record(Section::Annexes)
                .byte(annex::NUMBER, annex.number)
                .short(annex::TITLE, title)
                .put(annex::USES, &uses.to_le_bytes())
                .byte(annex::AREA, annex.area as u8)
                .byte(annex::IN_HAND, annex.in_hand.into())
                .byte(annex::OF_ZONES, (annex.prices != Prices::Grades).into());
            packer.add(Section::Annexes, record);
        }
        for basis in &self.bases {
            let right = packer.text(&basis.right);
            let record = Packer::record(Section::Bases)
                .byte(basis::AREA, basis.area as u8)
                .byte(basis::USE, basis.land_use as u8)
                .byte(basis::GRADE, ANY)
                .byte(basis::STATED, basis::HAS_TERM | basis::HAS_PLOT_RATIO | basis::HAS_RATE | basis::HAS_DEVELOPMENT)
                .date(basis::BASE_DATE, Some(basis.base_date))
                .short(basis::RIGHT, right)
                .byte(basis::ANNEX, ANY)
                .decimal(basis::TERM, basis::TERM_PLACES, basis.statutory_term.into())
                .decimal(basis::PLOT_RATIO, basis::PLOT_RATIO_PLACES, basis.plot_ratio)
                .decimal(basis::RATE, basis::RATE_PLACES, basis.capitalization_rate)
                .word(basis::SERVICES, basis.development_level.bits().into());
            packer.add(Section::Bases, record);
        }
        self.pack_prices(&mut packer, &grades);
        packer
    }

    fn pack_terms(&self, packer: &mut Packer) {
        let terms = &self.terms;
        let mut record = Packer::record(Section::Terms);
        for (at, text) in [
            (terms::NAME, &self.name),
            (terms::CITY, &terms.city),
            (terms::NUMBER, &terms.document_number),
            (terms::TITLE, &terms.title),
            (terms::ISSUER, &terms.issuer),
            (terms::REPLACES, &terms.replaces),
        ] {
            record = record.short(at, packer.text(text));
        }
        let record = record
            .date(terms::ISSUE_DATE, Some(terms.issue_date))
            .date(terms::FIRST_DAY, Some(terms.first_day_in_force))
            .date(terms::LAST_DAY, Some(terms.last_day_in_force))
            .date(terms::BASE_DATE, Some(terms.base_date))
            .short(terms::GRADE_PRICES, self.grade_prices.len() as u16);
        packer.add(Section::Terms, record);
    }

    fn pack_prices(&self, packer: &mut Packer, grades: &[Grade]) {
        let grade_place = |grade: Grade| grades.iter().position(|of| *of == grade).unwrap_or(0) as u8;
        let basis_of = |land_use: LandUse| {
            let is_it =
                |basis: &crate::basis_table::Basis| basis.area == Area::CentralUrban && basis.land_use == land_use;
            self.bases.iter().position(is_it).expect("every price in hand has a basis") as u16
        };
        let annex_of = |number: u8| self.annexes.iter().position(|annex| annex.number == number).unwrap_or(0) as u8;
        for price in &self.grade_prices {
            let record = Packer::record(Section::Prices)
                .byte(price::USE, price.land_use as u8)
                .byte(price::GRADE, grade_place(price.grade))
                .short(price::BASIS, basis_of(price.land_use))
                .short(price::ROW, price.row)
                .byte(price::ANNEX, annex_of(price.annex))
                .word(price::PRICE, price.yuan_per_square_metre);
            packer.add(Section::Prices, record);
        }
        for price in &self.zone_prices {
            let floor = if price.floor_price.is_some() { price::HAS_FLOOR } else { 0 };
            let mut record = Packer::record(Section::Prices)
                .byte(price::USE, price.land_use as u8)
                .byte(price::GRADE, grade_place(price.code.grade()))
                .byte(price::FLAGS, price::HAS_PER_MU | floor)
                .short(price::NUMBER, price.code.number().into())
                .short(price::BASIS, basis_of(price.land_use))
                .short(price::ROW, price.row)
                .byte(price::ANNEX, annex_of(price.annex))
                .word(price::PRICE, price.yuan_per_square_metre)
                .word(price::PER_MU, price.wan_yuan_per_mu);
            if let Some(floor) = price.floor_price {
                record = record.decimal(price::FLOOR, price::FLOOR_PLACES, floor);
            }
            packer.add(Section::Prices, record);
        }
        for area in Area::ALL {
            for land_use in LandUse::ALL {
                for &grade in grades {
                    let mut record = Packer::record(Section::Index);
                    if area == Area::CentralUrban {
                        let is_it =
                            |price: &crate::grade_table::GradePrice| (price.land_use, price.grade) == (land_use, grade);
                        let of = self.grade_prices.iter().position(is_it);
                        let is_zone = |price: &&crate::zone_table::ZonePrice| {
                            (price.land_use, price.code.grade()) == (land_use, grade)
                        };
                        let first = self.zone_prices.iter().position(|price| is_zone(&price));
                        let zones = self.zone_prices.iter().filter(is_zone).count() as u16;
                        let first = first.map_or(0, |first| (first + self.grade_prices.len()) as u16);
                        record = record
                            .short(index::GRADE_PRICE, of.map_or(0, |of| of as u16 + 1))
                            .short(index::FIRST_ZONE, first)
                            .short(index::ZONES, zones);
                    }
                    packer.add(Section::Index, record);
                }
            }
        }
    }
}

use std::fmt::Write as _;

use dijia_core::{Area, Date, Decimal, GradeKey, LandUse, ZoneKey};
use phf_codegen::OrderedMap;

use crate::EditionTables;
use crate::annex::Annex;
use crate::basis_table::Basis;
use crate::grade_table::GradePrice;
use crate::key::Written;
use crate::zone_table::ZonePrice;

impl EditionTables {
    /// Rust source that defines the edition as a public static.
    ///
    /// It names the crates `dijia_core` and `phf` by absolute paths, and needs the latter with its feature `ptrhash`.
    #[must_use]
    pub fn to_rust(&self) -> String {
        let Self { name, terms, .. } = self;
        let mut source = format!(
            "/// {city}: {number}, in force from {first} to {last}.\npub static {static_name}: ::dijia_core::Edition = {{\n",
            city = terms.city,
            number = terms.document_number,
            first = terms.first_day_in_force,
            last = terms.last_day_in_force,
            static_name = self.static_name(),
        );
        source.push_str(PREAMBLE);
        push_static(&mut source, "DOCUMENT", "Document", &self.document());
        let bases = array(self.bases.iter().map(basis));
        push_static(&mut source, "BASES", &format!("[Basis; {}]", self.bases.len()), &bases);

        let mut grades = OrderedMap::new();
        for price in &self.grade_prices {
            grades.entry(Written(GradeKey(price.land_use, price.grade)), self.grade_price(price));
        }
        push_static(
            &mut source,
            "GRADE_PRICES",
            "::phf::OrderedMap<GradeKey, GradePrice>",
            &grades.build().to_string(),
        );
        let mut zones = OrderedMap::new();
        for price in &self.zone_prices {
            zones.entry(Written(ZoneKey(price.land_use, price.code)), self.zone_price(price));
        }
        push_static(&mut source, "ZONE_PRICES", "::phf::OrderedMap<ZoneKey, ZonePrice>", &zones.build().to_string());

        let _ = write!(
            source,
            "    Edition::new(EditionTables {{\n\
             name: {name:?},\n\
             city: {:?},\n\
             document: &DOCUMENT,\n\
             base_date: {},\n\
             townships: &{},\n\
             annexes: &{},\n\
             bases: &BASES,\n\
             grade_prices: &GRADE_PRICES,\n\
             zone_prices: &ZONE_PRICES,\n\
             }})\n}};\n",
            terms.city,
            date(terms.base_date),
            array(self.townships.iter().map(|name| format!("{name:?}"))),
            array(self.annexes.iter().map(annex)),
        );
        source
    }

    fn document(&self) -> String {
        let terms = &self.terms;
        format!(
            "Document {{ number: {:?}, title: {:?}, issuer: {:?}, issue_date: {}, first_day_in_force: {}, \
             last_day_in_force: {}, replaces: {:?} }}",
            terms.document_number,
            terms.title,
            terms.issuer,
            date(terms.issue_date),
            date(terms.first_day_in_force),
            date(terms.last_day_in_force),
            terms.replaces,
        )
    }

    fn grade_price(&self, price: &GradePrice) -> String {
        let GradePrice { land_use, grade, yuan_per_square_metre, annex, row } = price;
        let is_of_grade = |zone: &&ZonePrice| zone.land_use == *land_use && zone.code.grade() == *grade;
        format!(
            "GradePrice::from_table(LandUse::{land_use:?}, Grade::{grade:?}, {}, {}, {}, {})",
            decimal((*yuan_per_square_metre).into()),
            self.zone_prices.iter().filter(is_of_grade).count(),
            self.basis_reference(*land_use),
            annex_citation(*annex, *row),
        )
    }

    fn zone_price(&self, price: &ZonePrice) -> String {
        let ZonePrice { land_use, code, yuan_per_square_metre, wan_yuan_per_mu, floor_price, annex, row } = price;
        format!(
            "ZonePrice::from_table(LandUse::{land_use:?}, zone(Grade::{:?}, {}), {}, {}, {}, {}, {})",
            code.grade(),
            code.number(),
            decimal((*yuan_per_square_metre).into()),
            decimal((*wan_yuan_per_mu).into()),
            floor_price.map_or_else(|| "None".to_owned(), |price| format!("Some({})", decimal(price))),
            self.basis_reference(*land_use),
            annex_citation(*annex, *row),
        )
    }

    /// The prices in hand are all of the central urban area, and their bases have been found there.
    fn basis_reference(&self, land_use: LandUse) -> String {
        let is_it = |basis: &Basis| basis.area == Area::CentralUrban && basis.land_use == land_use;
        let index = self.bases.iter().position(is_it).expect("every price in hand has a basis");
        format!("&BASES[{index}]")
    }
}

const PREAMBLE: &str = "    #[allow(unused_imports)]
    use ::core::option::Option::{self, None, Some};
    #[allow(unused_imports)]
    use ::dijia_core::{
        Annex, Area, Basis, Citation, Date, Decimal, DevelopmentLevel, Document, Edition, EditionTables, Grade, GradeKey,
        GradePrice, LandRight, LandUse, Part, ZoneCode, ZoneKey, ZonePrice,
    };
    #[allow(dead_code)]
    const fn zone(grade: Grade, number: u8) -> ZoneCode {
        ZoneCode::new(grade, number).unwrap()
    }
";

fn push_static(source: &mut String, name: &str, kind: &str, value: &str) {
    let _ = writeln!(source, "    static {name}: {kind} = {value};");
}

fn array(items: impl Iterator<Item = String>) -> String {
    let mut array = "[\n".to_owned();
    for item in items {
        let _ = writeln!(array, "        {item},");
    }
    array.push_str("    ]");
    array
}

fn annex(annex: &Annex) -> String {
    let land_uses: Vec<String> = annex.land_uses.iter().map(|land_use| format!("LandUse::{land_use:?}")).collect();
    format!(
        "Annex {{ number: {}, title: {:?}, in_hand: {}, area: Area::{:?}, land_uses: &[{}] }}",
        annex.number,
        annex.title,
        annex.in_hand,
        annex.area,
        land_uses.join(", "),
    )
}

fn basis(basis: &Basis) -> String {
    format!(
        "Basis::from_table(Area::{area:?}, LandUse::{:?}, {}, LandRight::{:?}, {}, DevelopmentLevel::from_bits({}), {}, \
         {}, Citation {{ document: &DOCUMENT, part: Part::ExplanatoryNotes(Area::{area:?}), row: None }})",
        basis.land_use,
        date(basis.base_date),
        basis.right,
        decimal(basis.statutory_term.into()),
        basis.development_level.bits(),
        decimal(basis.plot_ratio),
        decimal(basis.capitalization_rate),
        area = basis.area,
    )
}

fn annex_citation(annex: u8, row: u16) -> String {
    format!("Citation {{ document: &DOCUMENT, part: Part::Annex({annex}), row: Some({row}) }}")
}

fn date(date: Date) -> String {
    format!("Date::constant({}, {}, {})", date.year(), date.month(), date.day())
}

fn decimal(value: Decimal) -> String {
    let mantissa = value.mantissa().unsigned_abs();
    let part = |shift: u32| mantissa >> shift & u128::from(u32::MAX);
    format!(
        "Decimal::from_parts({}, {}, {}, {}, {})",
        part(0),
        part(32),
        part(64),
        value.is_sign_negative(),
        value.scale(),
    )
}

use std::collections::BTreeMap;

use dijia_core::layout::{self, HEADER, MAGIC, RECORD, SECTIONS, Section, VERSION};
use dijia_core::{Date, Decimal, Normal};
use sha2::{Digest as _, Sha256};

/// An edition file as it is put together.
pub(crate) struct Packer {
    sections: [Vec<u8>; SECTIONS],
    texts: BTreeMap<String, u16>,
    names: BTreeMap<(u8, u8, u8, String), u16>,
}

/// A record as it is put together: fields at their places, the rest 0.
pub(crate) struct Record(Vec<u8>);

impl Record {
    pub(crate) fn put(mut self, at: usize, bytes: &[u8]) -> Self {
        self.0[at..at + bytes.len()].copy_from_slice(bytes);
        self
    }

    pub(crate) fn byte(self, at: usize, value: u8) -> Self {
        self.put(at, &[value])
    }

    pub(crate) fn short(self, at: usize, value: u16) -> Self {
        self.put(at, &value.to_le_bytes())
    }

    pub(crate) fn word(self, at: usize, value: u32) -> Self {
        self.put(at, &value.to_le_bytes())
    }

    pub(crate) fn date(self, at: usize, date: Option<Date>) -> Self {
        let part = |part: i16| u32::from(part.unsigned_abs());
        let number =
            |date: Date| part(date.year()) * 10_000 + part(date.month().into()) * 100 + part(date.day().into());
        self.word(at, date.map_or(0, number))
    }

    /// A decimal and, at another place, its places.
    pub(crate) fn decimal(self, at: usize, places_at: usize, value: Decimal) -> Self {
        let mantissa = u32::try_from(value.mantissa()).expect("figures are checked to be no longer");
        self.word(at, mantissa).byte(places_at, value.scale() as u8)
    }
}

impl Packer {
    pub(crate) fn new() -> Self {
        let mut packer = Self { sections: Default::default(), texts: BTreeMap::new(), names: BTreeMap::new() };
        packer.text("");
        packer
    }

    /// The number of a text.
    pub(crate) fn text(&mut self, text: &str) -> u16 {
        if let Some(&number) = self.texts.get(text) {
            return number;
        }
        let number = u16::try_from(self.texts.len()).expect("editions have fewer texts");
        let from = self.sections[Section::Text as usize].len() as u32;
        self.sections[Section::Text as usize].extend(text.bytes());
        self.sections[Section::Texts as usize].extend(from.to_le_bytes());
        let len = u16::try_from(text.len()).expect("texts are shorter");
        self.sections[Section::Texts as usize].extend(len.to_le_bytes());
        self.texts.insert(text.to_owned(), number);
        number
    }

    /// The number of a text; of none that of the empty one.
    pub(crate) fn optional(&mut self, text: Option<&str>) -> u16 {
        self.text(text.unwrap_or_default())
    }

    pub(crate) fn record(section: Section) -> Record {
        Record(vec![0; RECORD[section as usize]])
    }

    /// Adds the record, and returns its place.
    pub(crate) fn add(&mut self, section: Section, record: Record) -> u16 {
        let place = self.count(section);
        self.sections[section as usize].extend(record.0);
        u16::try_from(place).expect("editions have fewer records")
    }

    pub(crate) fn count(&self, section: Section) -> usize {
        self.sections[section as usize].len() / RECORD[section as usize]
    }

    /// Names something, in every spelling that is the same name.
    pub(crate) fn name(&mut self, kind: u8, area: u8, land_use: u8, text: &str, of: u16) {
        // One that is longer than a name may be is looked for by nobody.
        if let Some(normal) = Normal::of(text) {
            self.names.entry((kind, area, land_use, normal.as_str().to_owned())).or_insert(of);
        }
    }

    pub(crate) const fn names(&self) -> &BTreeMap<(u8, u8, u8, String), u16> {
        &self.names
    }

    /// The file.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        for ((kind, area, land_use, text), of) in std::mem::take(&mut self.names) {
            use layout::name;
            let text = self.text(&text);
            let record = Self::record(Section::Names).byte(name::KIND, kind).byte(name::AREA, area);
            let record = record.byte(name::USE, land_use).short(name::TEXT, text).short(name::OF, of);
            self.add(Section::Names, record);
        }
        let mut contents = Vec::new();
        for (section, record) in self.sections.iter().zip(RECORD) {
            contents.extend(((section.len() / record) as u32).to_le_bytes());
        }
        contents.extend(self.sections.concat());
        let mut file = MAGIC.to_vec();
        file.extend(VERSION.to_le_bytes());
        file.extend([0; 2]);
        file.extend(((HEADER + contents.len()) as u32).to_le_bytes());
        file.extend(Sha256::digest(&contents));
        file.extend(contents);
        file
    }
}

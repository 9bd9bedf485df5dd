//! Editions, baked or opened, their rows as plain Python values, and finding a row.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use dijia::{
    Basis, Citation, EDITIONS, Edition, GradeOfEdition, Key, LandUse, LandUseOfEdition, Language, Part, PricedArea,
    PublishedPrice,
};
use dijia_tables::{EditionTables, TableError, TableErrors};
use pyo3::exceptions::{PyIndexError, PyKeyError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

use crate::arguments::{grade_price, zone_price};
use crate::dates::optional_date_to_py;
use crate::decimals::{optional_to_py, to_py};
use crate::failure::{OrRaise, TableFault, invalid_edition};
use crate::words;

self_cell::self_cell!(
    /// The bytes of an edition file, and the edition that borrows them.
    pub struct File {
        owner: Vec<u8>,
        #[covariant]
        dependent: Edition,
    }
);

/// An edition, and what it borrows from.
pub enum HeldEdition {
    Baked(&'static Edition<'static>),
    Opened(File),
}

impl HeldEdition {
    pub fn edition(&self) -> &Edition<'_> {
        match self {
            Self::Baked(edition) => edition,
            Self::Opened(file) => file.borrow_dependent(),
        }
    }
}

/// One publication of a city's benchmark land prices.
#[pyclass(frozen, name = "Edition", module = "dijia._dijia")]
pub struct PyEdition {
    held: Arc<HeldEdition>,
}

impl PyEdition {
    pub fn held(&self) -> Arc<HeldEdition> {
        Arc::clone(&self.held)
    }

    fn edition(&self) -> &Edition<'_> {
        self.held.edition()
    }

    fn opened(py: Python<'_>, bytes: Vec<u8>) -> PyResult<Self> {
        let refused = |error: dijia::InvalidFile| {
            invalid_edition(py, error.to_string(), error.message(Language::Chinese).to_string(), Vec::new())
        };
        let file = File::try_new(bytes, |bytes| Edition::open(bytes)).map_err(refused)?;
        Ok(Self { held: Arc::new(HeldEdition::Opened(file)) })
    }

    /// The edition of a folder, and what in it looks wrong.
    fn packed(py: Python<'_>, read: Result<EditionTables, TableErrors>) -> PyResult<(Self, Vec<TableFault>)> {
        let faults = |errors: &TableErrors| {
            let fault = |fault: &TableError| {
                let reasons = [Language::English, Language::Chinese].map(|language| fault.reason(language).to_owned());
                (fault.file().to_owned(), fault.line(), fault.column(), reasons)
            };
            errors.as_slice().iter().map(fault).collect()
        };
        let tables =
            read.map_err(|errors| invalid_edition(py, errors.to_string(), errors.chinese(), faults(&errors)))?;
        let warnings = faults(tables.warnings());
        Ok((Self::opened(py, tables.pack())?, warnings))
    }
}

#[pymethods]
impl PyEdition {
    /// The edition of that name that is part of the library.
    #[staticmethod]
    fn baked(name: &str) -> PyResult<Self> {
        let edition = EDITIONS.iter().find(|edition| edition.name() == name);
        let edition = edition.ok_or_else(|| PyKeyError::new_err(name.to_owned()))?;
        Ok(Self { held: Arc::new(HeldEdition::Baked(edition)) })
    }

    /// The edition that the bytes of an edition file are.
    #[staticmethod]
    fn open(py: Python<'_>, data: Vec<u8>) -> PyResult<Self> {
        Self::opened(py, data)
    }

    /// The edition of a folder of tables, and what in them looks wrong.
    #[staticmethod]
    fn read_folder(py: Python<'_>, folder: PathBuf) -> PyResult<(Self, Vec<TableFault>)> {
        let read = py.detach(|| dijia_tables::read(&folder));
        Self::packed(py, read)
    }

    /// The edition of that name whose tables have these contents, by the names of their files, and what in them looks wrong.
    #[staticmethod]
    fn read_files(py: Python<'_>, name: &str, files: HashMap<String, Vec<u8>>) -> PyResult<(Self, Vec<TableFault>)> {
        let read = py.detach(|| dijia_tables::read_files(name, files.into_iter().collect()));
        Self::packed(py, read)
    }

    fn is_baked(&self) -> bool {
        matches!(*self.held, HeldEdition::Baked(_))
    }

    fn bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.edition().bytes())
    }

    fn digest<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.edition().digest())
    }

    /// What the edition says of itself, and its lists of words; a word of the trade by its place among its kind.
    fn facts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let edition = self.edition();
        let document = edition.document();
        let all = PyDict::new(py);
        all.set_item("name", edition.name())?;
        all.set_item("city", edition.city())?;
        all.set_item("base_date", optional_date_to_py(py, edition.base_date())?)?;
        all.set_item("formula", edition.formula().map(|formula| formula.to_string()))?;
        let date = |date| optional_date_to_py(py, date);
        let dates = (
            date(document.issue_date)?,
            date(document.first_day_in_force)?,
            date(document.last_day_in_force)?,
            date(document.replaces_date)?,
        );
        let texts = (document.number, document.title, document.issuer, document.replaces, document.replaces_title);
        all.set_item("document", (texts, dates))?;

        let land_uses = edition.land_uses().map(|land_use| {
            let known = known(land_use.key()).map(|known| known as usize);
            let class = land_use.class().map(|class| class as usize);
            (known, land_use.name(), land_use.english(), class, land_use.printed_under())
        });
        all.set_item("land_uses", land_uses.collect::<Vec<_>>())?;
        let areas =
            edition.areas().map(|area| (known(area.key()).map(|known| known as usize), area.name(), area.english()));
        all.set_item("areas", areas.collect::<Vec<_>>())?;
        let grades = edition
            .grades()
            .map(|grade| (known(grade.key()).map(|known| usize::from(known.number()) - 1), grade.name()));
        all.set_item("grades", grades.collect::<Vec<_>>())?;
        let area_place = |of| edition.areas().position(|area| area == of);
        let places = edition.places().map(|place| (place.name(), place.district(), area_place(place.area())));
        all.set_item("places", places.collect::<Vec<_>>())?;
        let said = edition.statements().map(|it| (it.about(), it.words(), it.area().and_then(area_place)));
        all.set_item("statements", said.collect::<Vec<_>>())?;

        let annexes = edition.annexes().map(|annex| {
            let land_uses: Vec<_> = annex.land_uses().map(|land_use| land_use_place(edition, land_use)).collect();
            let of = (annex.area().and_then(area_place), land_uses);
            (annex.number(), annex.label(), annex.title(), annex.is_in_hand(), of)
        });
        all.set_item("annexes", annexes.collect::<Vec<_>>())?;
        let bases: PyResult<Vec<_>> = edition.bases().map(|basis| basis_values(py, basis)).collect();
        all.set_item("bases", bases?)?;
        Ok(all)
    }

    /// Every grade price: places of the area, the land use, the grade and the basis, how many zones, the figures.
    fn grade_prices<'py>(&self, py: Python<'py>) -> PyResult<Vec<(PricePlaces, usize, Figures<'py>, CitationValues)>> {
        let prices = self.edition().grade_prices().map(|price| {
            let (places, figures, citation) = row(py, PublishedPrice::Grade(price), Some(price.grade()))?;
            Ok((places, price.zones().count(), figures, citation))
        });
        prices.collect()
    }

    /// Every zone price: the same places, the code, the figures.
    fn zone_prices<'py>(&self, py: Python<'py>) -> PyResult<Vec<(PricePlaces, Code, Figures<'py>, CitationValues)>> {
        let prices = self.edition().zone_prices().map(|price| {
            let (places, figures, citation) = row(py, PublishedPrice::Zone(price), price.grade())?;
            let code = price.code().map(|code| (code.grade().number(), code.number()));
            Ok((places, (code, price.code_text().to_string()), figures, citation))
        });
        prices.collect()
    }

    /// The place of the zone's price among the edition's.
    fn zone_index(
        &self,
        py: Python<'_>,
        land_use: &Bound<'_, PyAny>,
        zone: &Bound<'_, PyAny>,
        district: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<usize> {
        let edition = self.edition();
        let district = words::district(edition, district)?;
        let (land_use, code) = (words::land_use(edition, land_use)?, words::code(edition, zone)?);
        position(edition.zone_prices(), zone_price(edition, district, land_use, code).or_raise(py)?)
    }

    /// The place of the grade's price among the edition's.
    fn grade_index(
        &self,
        py: Python<'_>,
        land_use: &Bound<'_, PyAny>,
        grade: &Bound<'_, PyAny>,
        district: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<usize> {
        let edition = self.edition();
        let district = words::district(edition, district)?;
        let (land_use, grade) = (words::land_use(edition, land_use)?, words::grade(edition, grade)?);
        position(edition.grade_prices(), grade_price(edition, district, land_use, grade).or_raise(py)?)
    }

    /// The place of the basis of that area and land use.
    fn basis_index(&self, py: Python<'_>, area: &Bound<'_, PyAny>, land_use: &Bound<'_, PyAny>) -> PyResult<usize> {
        let edition = self.edition();
        let (area, land_use) = (words::area(edition, area)?, words::land_use(edition, land_use)?);
        position(edition.bases(), edition.basis(area, land_use).or_raise(py)?)
    }

    /// Raises where the text is no word of that kind.
    fn read_word(&self, py: Python<'_>, kind: &str, text: &str) -> PyResult<()> {
        let edition = self.edition();
        let read = match kind {
            "land_use" => edition.land_use(text).map(drop),
            "zone" => edition.zone_code(text).map(drop),
            "grade" => edition.grade(text).map(drop),
            other => return Err(PyKeyError::new_err(other.to_owned())),
        };
        read.or_raise(py)
    }

    /// The land use that land of a code of that scheme is priced as, by the same places.
    fn land_use_by_code(&self, py: Python<'_>, scheme: &str, code: &str) -> PyResult<UsePlaces> {
        let edition = self.edition();
        Ok(use_places(edition, edition.land_use_by_code(scheme, code).or_raise(py)?))
    }

    /// The services as bits of the development level that a text is in the edition.
    fn development_level(&self, py: Python<'_>, text: &str) -> PyResult<u8> {
        self.edition().development_level(text).or_raise(py).map(dijia::DevelopmentLevel::bits)
    }

    /// The land use of that name: its place among those of the trade, and among the edition's.
    fn land_use(&self, name: &Bound<'_, PyAny>) -> PyResult<UsePlaces> {
        let edition = self.edition();
        Ok(use_places(edition, words::land_use(edition, name)?))
    }
}

/// The word of the trade, if it is one.
fn known<T>(key: Key<T>) -> Option<T> {
    match key {
        Key::Known(known) => Some(known),
        Key::Listed(_) => None,
    }
}

/// The place among the words of the trade, and among those of the edition; one of them at least.
type UsePlaces = (Option<usize>, Option<usize>);

fn use_places(edition: &Edition<'_>, key: Key<LandUse>) -> UsePlaces {
    let place = edition.land_uses().position(|land_use| land_use.key() == key);
    (known(key).map(|known| known as usize), place)
}

fn land_use_place(edition: &Edition<'_>, land_use: LandUseOfEdition<'_>) -> Option<usize> {
    edition.land_uses().position(|other| other == land_use)
}

fn area_of(edition: &Edition<'_>, area: dijia::AreaOfEdition<'_>) -> Option<usize> {
    edition.areas().position(|other| other == area)
}

/// The places of the area, the land use and the grade, and that of the basis.
type PricePlaces = ((Option<usize>, Option<usize>, Option<usize>), Option<usize>);
/// A grade and a number, and the code as text.
type Code = (Option<(u8, u16)>, String);
/// The price of land, 万元/亩, the floor price, the figure printed; whether that is of floor, and a lower bound.
type Figures<'py> =
    (Option<Bound<'py, PyAny>>, Option<Bound<'py, PyAny>>, Option<Bound<'py, PyAny>>, Bound<'py, PyAny>, (bool, bool));

/// What a row of either kind of prices has.
fn row<'py>(
    py: Python<'py>,
    price: PublishedPrice<'_>,
    grade: Option<GradeOfEdition<'_>>,
) -> PyResult<(PricePlaces, Figures<'py>, CitationValues)> {
    let basis = price.basis();
    let edition = basis.edition();
    let grade = grade.and_then(|of| edition.grades().position(|grade| grade == of));
    let words = (area_of(edition, price.area()), land_use_place(edition, price.land_use()), grade);
    let figures = (
        price.per_square_metre().ok().map(|land| to_py(py, land)).transpose()?,
        optional_to_py(py, price.wan_yuan_per_mu())?,
        optional_to_py(py, price.per_floor_area())?,
        to_py(py, price.printed())?,
        (price.priced_area() == PricedArea::Floor, price.is_lower_bound()),
    );
    Ok(((words, edition.bases().position(|other| other == basis)), figures, citation(&price.citation())))
}

type BasisValues<'py> = (BasisWords<'py>, BasisFigures<'py>, BasisTexts, CitationValues);
type BasisWords<'py> = (Option<usize>, Option<usize>, Option<usize>, Bound<'py, PyAny>);
type BasisFigures<'py> =
    (Option<Bound<'py, PyAny>>, bool, Option<u32>, Option<Bound<'py, PyAny>>, Option<Bound<'py, PyAny>>);
/// The right, and the name of the development level.
type BasisTexts = (Option<String>, Option<String>);

fn basis_values<'py>(py: Python<'py>, basis: Basis<'_>) -> PyResult<BasisValues<'py>> {
    let edition = basis.edition();
    let land_use = basis.land_use().and_then(|land_use| land_use_place(edition, land_use));
    let grade = basis.grade().and_then(|of| edition.grades().position(|grade| grade == of));
    let date = optional_date_to_py(py, basis.base_date())?;
    let words = (area_of(edition, basis.area()), land_use, grade, date);
    let (term, ratio) = (basis.statutory_term(), optional_to_py(py, basis.plot_ratio())?);
    let (term, is_perpetual) = (term.and_then(dijia::Term::years), matches!(term, Some(dijia::Term::Perpetual)));
    let term = optional_to_py(py, term)?;
    let rate = optional_to_py(py, basis.capitalization_rate())?;
    let level = basis.development_level().map(|level| u32::from(level.bits()));
    let texts = (basis.right().map(str::to_owned), basis.development_name().map(str::to_owned));
    Ok((words, (term, is_perpetual, level, ratio, rate), texts, citation(&basis.citation())))
}

/// The number of the annex, or what the part of the document is called; the row; the citation in Chinese and English.
pub type CitationValues = (Option<u8>, Option<String>, Option<u16>, String, String);

pub fn citation(citation: &Citation<'_>) -> CitationValues {
    let (annex, part) = match citation.part {
        Part::Annex(annex) => (Some(annex), None),
        Part::ExplanatoryNotes(part) | Part::Named(part) => (None, Some(part.to_owned())),
    };
    (annex, part, citation.row, citation.to_string(), format!("{citation:#}"))
}

fn position<T: PartialEq>(mut rows: impl Iterator<Item = T>, row: T) -> PyResult<usize> {
    rows.position(|other| other == row).ok_or_else(|| PyIndexError::new_err("no such row"))
}

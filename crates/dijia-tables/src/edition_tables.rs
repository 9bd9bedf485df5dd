use std::collections::BTreeMap;
use std::path::Path;

use dijia_core::Term;
use dijia_core::layout::LONGEST;

use crate::annex::{self, Annex};
use crate::area::{self, Areas, Place};
use crate::basis::{Bases, Basis, Context, Scope};
use crate::checks;
use crate::code::{self, Code};
use crate::correction::{self, Correction, Lists};
use crate::correction_checks::Assumed;
use crate::coverage::{self, Coverage};
use crate::development::Developments;
use crate::fault::{At, Faults, TableErrors, fault};
use crate::folder::Folder;
use crate::grade::{Grade, Grades};
use crate::land_use::LandUses;
use crate::price::{Price, Zone};
use crate::price_table::{self, Figured};
use crate::terms::Terms;

/// The tables of an edition, read and checked.
///
/// ```no_run
/// let edition = dijia_tables::read("data/jinan-2020".as_ref())?;
/// std::fs::write("jinan-2020.dijia", edition.pack()).unwrap();
/// # Ok::<(), dijia_tables::TableErrors>(())
/// ```
#[derive(Debug)]
pub struct EditionTables {
    pub(crate) name: String,
    pub(crate) terms: Terms,
    pub(crate) land_uses: LandUses,
    pub(crate) areas: Areas,
    pub(crate) places: Vec<Place>,
    pub(crate) grades: Grades,
    pub(crate) developments: Developments,
    pub(crate) annexes: Vec<Annex>,
    /// What each price assumes is one of these; first, in order, what each area and land use as a whole does.
    pub(crate) bases: Vec<Basis>,
    /// First the prices of grades, then those of zones, each with its basis.
    pub(crate) prices: Vec<(Price, u16)>,
    pub(crate) coverage: Vec<Coverage>,
    pub(crate) codes: Vec<Code>,
    pub(crate) corrections: Vec<Correction>,
    warnings: TableErrors,
}

/// Reads and checks the folder of an edition; its name is the name of the edition, such as `jinan-2020`.
///
/// # Errors
///
/// Everything that does not hold together, each with its file, line and column.
pub fn read(folder: &Path) -> Result<EditionTables, TableErrors> {
    EditionTables::from_folder(&Folder::open(folder))
}

/// Reads and checks an edition whose files are not in a folder: of each its name, such as `annexes.csv`, and its bytes.
///
/// # Errors
///
/// As [`read`].
pub fn read_files(name: &str, files: BTreeMap<String, Vec<u8>>) -> Result<EditionTables, TableErrors> {
    EditionTables::from_folder(&Folder::of(name, files))
}

impl EditionTables {
    fn from_folder(folder: &Folder) -> Result<Self, TableErrors> {
        let faults = Faults::default();
        let terms = Terms::read(folder, &faults);
        let declared = annex::table(folder, &faults);
        if declared.headings().next().is_none() {
            // What the tables are is not known.
            return Err(faults.into_result().unwrap_or_else(|errors| errors));
        }
        let land_uses = LandUses::read(folder, &faults);
        let areas = Areas::read(folder, &terms.city, &declared, &faults);
        let places = area::places(folder, &areas, &faults);
        let mut grades = Grades::read(folder, &faults);
        let developments = Developments::read(folder, &faults);
        let annexes = annex::read(&declared, folder, &areas, &land_uses, terms.rules, &faults);
        let context = Context {
            terms: &terms,
            areas: &areas,
            land_uses: &land_uses,
            grades: &grades,
            developments: &developments,
            annexes: &annexes,
            faults: &faults,
        };
        let stated = context.read(folder);
        let mut figured = Figured::default();
        for (annex, place) in
            annexes.iter().zip(0..).filter(|(annex, _)| annex.in_hand && annex.is_sound && folder.has(&annex.file))
        {
            let of_annex = price_table::read(folder, place, annex, &context);
            checks::zone_numbers(annex, &of_annex.zones, &faults);
            figured.extend(of_annex);
        }
        let Figured { mut prices, statements, visits, coverage: of_zones, .. } = figured;
        prices = checks::joined(prices);
        let used = prices.iter().filter_map(|price| price.grade.clone());
        grades.complete(used.chain(visits.iter().map(|visit| visit.grade.clone())));
        let said = checks::Said { areas: &areas, land_uses: &land_uses, grades: &grades };
        checks::grade_order(&visits, &said, &faults);
        checks::doubled(&prices, &said, &faults);
        checks::falling_prices(&prices, &said, &faults);
        checks::grades_of_zones(&prices, &visits, &said, &faults);

        let is_stated = stated.is_some();
        let all: Vec<_> = stated.into_iter().flatten().chain(statements).collect();
        checks::scopes(&all, &annexes, &prices, &said, &faults);
        let bases = Bases::new(all, &faults);
        let published = published(&annexes);
        if is_stated {
            checks::bases_are_stated(&bases, &annexes, &said, &faults);
        }
        // Zones of a land use stand together, so that those that are numbered are found by number.
        prices.sort_by_key(|price| price.zone.as_ref().map(|_| (price.annex, price.land_use)));
        let mut list: Vec<Basis> = published
            .iter()
            .map(|&(area, land_use)| {
                bases.resolve(&terms, &Scope { area: Some(area), land_use: Some(land_use), ..Scope::default() })
            })
            .collect();
        let prices: Vec<(Price, u16)> =
            prices.into_iter().map(|price| with_basis(price, &bases, &terms, &mut list)).collect();
        let with_ratios: Vec<_> =
            prices.iter().map(|(price, basis)| (price, list[usize::from(*basis)].stated.plot_ratio)).collect();
        checks::figures(&with_ratios, &annexes, &faults);
        let mut coverage = coverage::read(folder, &areas, &faults);
        coverage.extend(of_zones);
        let codes = code::read(folder, &annexes, &land_uses, &faults);
        let assumed = assumed_by(&prices, &list, &grades);
        let lists = Lists {
            areas: &areas,
            land_uses: &land_uses,
            grades: &grades,
            annexes: &annexes,
            assumed: &assumed,
            faults: &faults,
        };
        let (corrections, correction_files) = correction::read(folder, &lists);
        check_files(folder, &annexes, &correction_files, &faults);
        let name = folder.name.clone();
        check_name(&name, &faults);
        let rows: usize = corrections.iter().map(|table| table.rows.len()).sum();
        // Every price has at most three texts of its own, a statement two and a code four.
        let texts = prices.len() * 3 + coverage.len() * 2 + codes.len() * 4 + places.len() * 3;
        let texts = texts + (corrections.len() + rows) * 2;
        if texts > usize::from(u16::MAX) - 4096 || folder.size() > LONGEST / 2 {
            let fault = fault!("the tables are larger than an edition may be", "表格过大，超出版本的容量");
            faults.add(declared.header(), fault);
        }
        let warnings = faults.into_result()?;
        Ok(Self {
            name,
            terms,
            land_uses,
            areas,
            places,
            grades,
            developments,
            annexes,
            bases: list,
            prices,
            coverage,
            codes,
            corrections,
            warnings,
        })
    }

    /// What may be as the document prints it, and should be compared with it: a coefficient that jumps, a row that runs against
    /// its table.
    #[must_use]
    pub const fn warnings(&self) -> &TableErrors {
        &self.warnings
    }

    /// The name of the edition, such as `jinan-2020`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name of the static that [`to_rust`](Self::to_rust) defines, such as `JINAN_2020`.
    #[must_use]
    pub fn static_name(&self) -> String {
        self.name.replace('-', "_").to_ascii_uppercase()
    }

    /// How many prices the edition holds.
    #[must_use]
    pub fn price_count(&self) -> usize {
        self.prices.len()
    }

    pub(crate) fn grade_place(&self, grade: &Grade) -> Option<u8> {
        self.grades.place(grade)
    }
}

/// Each area and land use that an annex publishes prices of, in order.
fn published(annexes: &[Annex]) -> Vec<(u8, u8)> {
    let mut all: Vec<(u8, u8)> = annexes
        .iter()
        .flat_map(|annex| {
            annex.areas.iter().flat_map(|&area| annex.land_uses.iter().map(move |&land_use| (area, land_use)))
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A price, and the place of its basis in the list.
fn with_basis(price: Price, bases: &Bases, terms: &Terms, list: &mut Vec<Basis>) -> (Price, u16) {
    let zone = price.zone.as_ref().map(Zone::normal);
    let (area, land_use) = (Some(price.area), Some(price.land_use));
    let of = Scope { area, land_use, of_several: false, grade: price.grade.clone(), zone };
    let mut basis = bases.resolve(terms, &of);
    // As it is printed, not as it is looked up.
    basis.zone = basis.zone.and(price.zone.as_ref()).map(|zone| zone.text.clone());
    let place = list.iter().position(|before| *before == basis).unwrap_or_else(|| {
        list.push(basis);
        list.len() - 1
    });
    (price, place as u16)
}

/// What the prices assume that tables of corrections correct from.
fn assumed_by(prices: &[(Price, u16)], bases: &[Basis], grades: &Grades) -> Vec<Assumed> {
    let assumed = |(price, basis): &(Price, u16)| {
        let stated = &bases[usize::from(*basis)].stated;
        Assumed {
            area: price.area,
            land_use: price.land_use,
            grade: price.grade.as_ref().and_then(|grade| grades.place(grade)),
            plot_ratio: stated.plot_ratio,
            term: stated.term.and_then(Term::years),
        }
    };
    let mut all: Vec<Assumed> = prices.iter().map(assumed).collect();
    // Zones of a grade stand together.
    all.dedup();
    all
}

/// The name of a folder must do as the name of an edition and of a static.
fn check_name(name: &str, faults: &Faults) {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.chars().all(allowed) {
        faults.add(
            At { file: 0, line: 1, column: 1 },
            fault!(
                "the edition is named {name:?}: its folder is named in lower-case letters, digits and hyphens, such as jinan-2020",
                "版本名称为{name:?}：文件夹须以小写字母、数字和连字符命名，如jinan-2020",
            ),
        );
    }
}

/// A table that nothing reads is a mistake: a misnamed file, or an annex that is not declared.
fn check_files(folder: &Folder, annexes: &[Annex], corrections: &[String], faults: &Faults) {
    const KNOWN: [&str; 11] = [
        "corrections.csv",
        "edition.csv",
        "uses.csv",
        "areas.csv",
        "places.csv",
        "grades.csv",
        "developments.csv",
        "annexes.csv",
        "basis.csv",
        "statements.csv",
        "codes.csv",
    ];
    let is_of_corrections = |file: &str| corrections.iter().any(|of| of == file);
    let is_read =
        |file: &str| KNOWN.contains(&file) || annexes.iter().any(|annex| annex.file == file) || is_of_corrections(file);
    for file in folder.names().filter(|file| !is_read(file)) {
        let (number, _) = folder.read(file, faults);
        let fault = fault!("annexes.csv declares no annex of this file", "annexes.csv中没有此文件的附件");
        faults.add(At { file: number, line: 1, column: 1 }, fault);
    }
}

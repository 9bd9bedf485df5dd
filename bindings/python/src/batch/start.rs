//! What the price of each row starts from.

use std::collections::HashMap;

use dijia::{Decimal, Edition, Error, Grade, Key, LandUse, ZoneCode};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::column::{Column, Rows};
use super::source::Districts;
use super::words::{Reader, Words};
use crate::arguments::{self, Base};
use crate::fault::Fault;

/// What the price of a row starts from.
pub struct Start<'e> {
    from: From<'e>,
    editions: &'e [&'e Edition<'e>],
    districts: Districts,
    /// The base of each pair of a zone or grade and a land use in an edition: by its place, and their numbers.
    bases: Vec<Vec<Vec<Looked<'e>>>>,
    /// Whether the price of a row is of an edition, or a price of the caller's own with a basis of one.
    has_edition: bool,
    /// Whether it is said where the caller's own prices are from.
    has_origin: bool,
}

/// What has been looked up; none where nothing has yet.
type Looked<'e> = Option<Result<Base<'e>, Error>>;

enum From<'e> {
    /// One base for all rows, or a column of prices of the caller's own with one basis.
    One,
    Zones {
        land_uses: Words<'e, Key<LandUse>>,
        zones: Words<'e, Key<ZoneCode>>,
    },
    Grades {
        land_uses: Words<'e, Key<LandUse>>,
        grades: Words<'e, Key<Grade>>,
    },
}

impl<'e> Start<'e> {
    /// What the price starts from, and the base to begin with.
    pub fn read(
        editions: &'e [&'e Edition<'e>],
        arguments: &Bound<'_, PyDict>,
        rows: &mut Rows,
    ) -> PyResult<(Self, Base<'e>)> {
        let get = |name: &str| arguments.get_item(name).map(|value| value.filter(|value| !value.is_none()));
        let py = arguments.py();
        // A price of the caller's own is one beside the one edition.
        let edition = editions[0];
        // Stands for the rows' own prices, each of which has a basis of its edition's.
        let mut none = Base::Own { per_square_metre: Decimal::ZERO, basis: edition.bases().next() };
        let land_use = |by: &str| get("land_use")?.ok_or_else(|| PyTypeError::new_err(format!("{by} needs land_use")));
        let land_uses = |by: &str, rows: &mut Rows| {
            let own = get("mapping")?.map_or_else(|| Ok(HashMap::new()), |own| own.extract())?;
            let reader = Reader::land_uses(py, editions, arguments::scheme(arguments)?, own)?;
            Words::read(&land_use(by)?, "land_use", rows, reader)
        };
        let from = match (get("zone")?, get("grade")?, get("base_price")?) {
            (Some(_), None, None) | (None, Some(_), None) if get("basis")?.is_some() => {
                return Err(arguments::idle_basis(py));
            }
            (Some(_), None, None) | (None, Some(_), None) if get("origin")?.is_some() => {
                return Err(arguments::idle_origin(py));
            }
            (Some(zone), None, None) => From::Zones {
                land_uses: land_uses("zone", rows)?,
                zones: Words::read(&zone, "zone", rows, Reader::zones(editions))?,
            },
            (None, Some(grade), None) => From::Grades {
                land_uses: land_uses("grade", rows)?,
                grades: Words::read(&grade, "grade", rows, Reader::grades(editions))?,
            },
            (None, None, Some(price)) => {
                none = match Column::read(&price)? {
                    Some(_) => {
                        let basis = arguments::own_basis(edition, arguments)?;
                        Base::Own { per_square_metre: Decimal::ZERO, basis }
                    }
                    None => arguments::base(edition, arguments)?,
                };
                From::One
            }
            _ => return Err(PyTypeError::new_err("exactly one of zone, grade and base_price is expected")),
        };
        let districts = Districts::read(editions, arguments)?;
        let has_edition = !matches!(from, From::One) || none.basis().is_some();
        let has_origin = get("origin")?.is_some();
        let bases = vec![Vec::new(); editions.len()];
        Ok((Self { from, editions, districts, bases, has_edition, has_origin }, none))
    }

    /// The editions that rows may be priced from.
    pub fn editions(&self) -> &'e [&'e Edition<'e>] {
        self.editions
    }

    /// Whether it is said where the caller's own prices are from.
    pub fn has_origin(&self) -> bool {
        self.has_origin
    }

    /// Whether rows are priced from an edition, and not from prices of the caller's own without a basis.
    pub fn has_edition(&self) -> bool {
        self.has_edition
    }

    pub fn is_one(&self) -> bool {
        matches!(self.from, From::One)
    }

    /// Writes the numbers of the rows' land uses, and of their zones or grades.
    pub fn number(&mut self, first: usize, uses: &mut [u32], codes: &mut [u32]) {
        match &mut self.from {
            From::One => {
                uses.fill(0);
                codes.fill(0);
            }
            From::Zones { land_uses, zones } => {
                land_uses.number(first, uses);
                zones.number(first, codes);
            }
            From::Grades { land_uses, grades } => {
                land_uses.number(first, uses);
                grades.number(first, codes);
            }
        }
    }

    /// The base of a pair of numbers that are not missing, in the edition at that place; none where all rows have one, or a
    /// column's price.
    pub fn base(&mut self, edition: usize, land_use: u32, code: u32) -> Result<Option<Base<'e>>, Error> {
        let (use_place, code_place) = (land_use as usize, code as usize);
        if let Some(Some(known)) = self.bases[edition].get(code_place).and_then(|bases| bases.get(use_place)) {
            return known.map(Some);
        }
        let base = match &self.from {
            From::One => return Ok(None),
            From::Zones { land_uses, zones } => {
                self.zone(edition, land_uses.get(land_use, edition), zones.get(code, edition))
            }
            From::Grades { land_uses, grades } => {
                self.grade(edition, land_uses.get(land_use, edition), grades.get(code, edition))
            }
        };
        let bases = &mut self.bases[edition];
        if bases.len() <= code_place {
            bases.resize(code_place + 1, Vec::new());
        }
        let bases = &mut bases[code_place];
        if bases.len() <= use_place {
            bases.resize(use_place + 1, None);
        }
        bases[use_place] = Some(base);
        base.map(Some)
    }

    fn zone(
        &self,
        at: usize,
        land_use: Result<Key<LandUse>, Error>,
        code: Result<Key<ZoneCode>, Error>,
    ) -> Result<Base<'e>, Error> {
        let district = self.districts.in_edition(at)?;
        arguments::zone_price(self.editions[at], district, land_use?, code?).map(Base::Zone)
    }

    fn grade(
        &self,
        at: usize,
        land_use: Result<Key<LandUse>, Error>,
        grade: Result<Key<Grade>, Error>,
    ) -> Result<Base<'e>, Error> {
        let district = self.districts.in_edition(at)?;
        arguments::grade_price(self.editions[at], district, land_use?, grade?).map(Base::Grade)
    }

    /// What is wrong with a row of which there is no base in that edition, as it is written there.
    pub fn fault(&self, row: usize, edition: usize, error: Error) -> Fault {
        let as_written = || match &self.from {
            From::One => None,
            From::Zones { land_uses, zones } => land_uses.fault(row, edition).or_else(|| zones.fault(row, edition)),
            From::Grades { land_uses, grades } => land_uses.fault(row, edition).or_else(|| grades.fault(row, edition)),
        };
        let of_district = self.districts.in_edition(edition).err().map(Fault::Value);
        of_district.or_else(as_written).unwrap_or(Fault::Value(error))
    }

    /// The scale at which every price of the editions is a whole number.
    pub fn scale(&self) -> u32 {
        let of_edition = |edition: &&'e Edition<'e>| {
            let zones = edition.zone_prices().filter_map(|price| price.per_square_metre().ok());
            let grades = edition.grade_prices().filter_map(|price| price.per_square_metre().ok());
            zones.chain(grades).map(|price| price.scale()).max().unwrap_or(0)
        };
        self.editions.iter().map(of_edition).max().unwrap_or(0)
    }
}

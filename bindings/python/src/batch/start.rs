//! What the price of each row starts from.

use std::collections::HashMap;

use dijia::{Area, Decimal, Edition, Error, Grade, Key, LandUse, ZoneCode};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::column::{Column, Rows};
use super::lookup::{Reader, Words};
use super::status::OnError;
use crate::arguments::{self, Base};
use crate::fault::Fault;
use crate::words;

/// What the price of a row starts from.
pub struct Start<'e> {
    from: From<'e>,
    edition: &'e Edition<'e>,
    district: Option<Key<Area>>,
    /// The base of each pair of a zone or grade and a land use, by their numbers.
    bases: Vec<Vec<Option<Result<Base<'e>, Error>>>>,
}

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
        edition: &'e Edition<'e>,
        arguments: &Bound<'_, PyDict>,
        rows: &mut Rows,
        on_error: OnError,
    ) -> PyResult<(Self, Base<'e>)> {
        let get = |name: &str| arguments.get_item(name).map(|value| value.filter(|value| !value.is_none()));
        let py = arguments.py();
        // Stands for the rows' own prices, each of which has a basis of the edition's.
        let mut none = Base::Own { per_square_metre: Decimal::ZERO, basis: edition.bases().next() };
        let land_use = |by: &str| get("land_use")?.ok_or_else(|| PyTypeError::new_err(format!("{by} needs land_use")));
        let land_uses = |by: &str, rows: &mut Rows| {
            let read = Words::read(
                &land_use(by)?,
                "land_use",
                rows,
                on_error,
                Reader::land_uses(edition, arguments::scheme(arguments)?),
            )?;
            let own = get("mapping")?.map_or_else(|| Ok(HashMap::new()), |own| own.extract())?;
            Ok::<_, PyErr>(read.with_own(words::own_land_uses(py, edition, own)?))
        };
        let from = match (get("zone")?, get("grade")?, get("base_price")?) {
            (Some(_), None, None) | (None, Some(_), None) if get("basis")?.is_some() => {
                return Err(arguments::idle_basis(py));
            }
            (Some(zone), None, None) => From::Zones {
                land_uses: land_uses("zone", rows)?,
                zones: Words::read(&zone, "zone", rows, on_error, Reader::zones(edition))?,
            },
            (None, Some(grade), None) => From::Grades {
                land_uses: land_uses("grade", rows)?,
                grades: Words::read(&grade, "grade", rows, on_error, Reader::grades(edition))?,
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
        let district = arguments::district(edition, arguments)?;
        Ok((Self { from, edition, district, bases: Vec::new() }, none))
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

    /// The base of a pair of numbers that are not missing; none where all rows have one, or a column's price.
    pub fn base(&mut self, land_use: u32, code: u32) -> Result<Option<Base<'e>>, Error> {
        let (use_place, code_place) = (land_use as usize, code as usize);
        if let Some(Some(known)) = self.bases.get(code_place).and_then(|bases| bases.get(use_place)) {
            return known.map(Some);
        }
        let base = match &self.from {
            From::One => return Ok(None),
            From::Zones { land_uses, zones } => land_uses
                .get(land_use)
                .and_then(|land_use| arguments::zone_price(self.edition, self.district, land_use, zones.get(code)?))
                .map(Base::Zone),
            From::Grades { land_uses, grades } => land_uses
                .get(land_use)
                .and_then(|land_use| arguments::grade_price(self.edition, self.district, land_use, grades.get(code)?))
                .map(Base::Grade),
        };
        if self.bases.len() <= code_place {
            self.bases.resize(code_place + 1, Vec::new());
        }
        let bases = &mut self.bases[code_place];
        if bases.len() <= use_place {
            bases.resize(use_place + 1, None);
        }
        bases[use_place] = Some(base);
        base.map(Some)
    }

    /// What is wrong with the words of a row, as they are written there.
    pub fn fault(&self, row: usize) -> Option<Fault> {
        match &self.from {
            From::One => None,
            From::Zones { land_uses, zones } => land_uses.fault(row).or_else(|| zones.fault(row)),
            From::Grades { land_uses, grades } => land_uses.fault(row).or_else(|| grades.fault(row)),
        }
    }

    /// The scale at which every price of the edition is a whole number.
    pub fn scale(&self) -> u32 {
        let zones = self.edition.zone_prices().filter_map(|price| price.per_square_metre().ok());
        let grades = self.edition.grade_prices().filter_map(|price| price.per_square_metre().ok());
        zones.chain(grades).map(|price| price.scale()).max().unwrap_or(0)
    }
}

//! Where a price of the caller's own is from.

use dijia::Origin;

use crate::failure::Result;
use crate::pointer::{Plain, read_sized, sized};
use crate::price::dijia_citation;
use crate::text::dijia_text;

/// Where a price of the caller's own is from, and what it is the price of, so far as he says so: a price of an annex that an
/// edition does not hold, or of a notice that the library does not know. It changes no figure; the worksheet prints it. Set
/// `size` (`DIJIA_ORIGIN_INIT`); what is not said is an empty text.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dijia_origin {
    /// `sizeof(dijia_origin)`.
    pub size: usize,
    /// The number or the title of the document.
    pub document: dijia_text,
    /// The number of the annex, `5`, or what the document calls it, `表1-1`.
    pub annex: dijia_text,
    /// The area, by name.
    pub area: dijia_text,
    /// The land use, by name.
    pub land_use: dijia_text,
    /// The grade, by name.
    pub grade: dijia_text,
    /// The zone, by name.
    pub zone: dijia_text,
    /// The row in the annex, from 1; 0 where it is not said.
    pub row: u32,
    /// Not used; 0.
    pub reserved: u32,
}

// SAFETY: integers, pointers, and structs of them.
unsafe impl Plain for dijia_origin {}
// SAFETY: a pointer.
unsafe impl Plain for *const dijia_origin {}

sized! {
    dijia_origin to reserved;
}

impl dijia_origin {
    /// What a pointer says, its texts read by `text`; none for NULL.
    ///
    /// # Safety
    ///
    /// A pointer that is not NULL must be as the header says.
    pub unsafe fn read<'a>(
        origin: *const Self,
        text: impl Fn(dijia_text) -> Result<&'a str>,
    ) -> Result<Option<Origin<'a>>> {
        if origin.is_null() {
            return Ok(None);
        }
        // SAFETY: as here.
        let of = unsafe { read_sized(origin) }?;
        let said = |of: dijia_text| text(of).map(|text| Some(text).filter(|text| !text.is_empty()));
        Ok(Some(Origin {
            document: said(of.document)?,
            annex: said(of.annex)?,
            row: Some(of.row).filter(|&row| row > 0),
            area: said(of.area)?,
            land_use: said(of.land_use)?,
            grade: said(of.grade)?,
            zone: said(of.zone)?,
        }))
    }
}

impl From<&Origin<'_>> for dijia_citation {
    fn from(origin: &Origin<'_>) -> Self {
        let text = |text: Option<&str>| text.map_or(dijia_text::EMPTY, dijia_text::from);
        let number = origin.annex.and_then(|annex| annex.parse().ok());
        Self {
            document: text(origin.document),
            part: text(origin.annex.filter(|_| number.is_none())),
            annex: number.unwrap_or(0),
            row: origin.row.unwrap_or(0),
            ..Self::none()
        }
    }
}

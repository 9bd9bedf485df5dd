use core::fmt;

use crate::edition::Edition;
use crate::edition::file::layout::terms::{FORMULA, KJ, KT, KV, KY, PARTS};

/// The formula by which a document corrects its prices (宗地地价计算公式): the order in which it names the corrections.
///
/// The product is the same in every order; a worksheet prints it as the document does.
///
/// [`Display`](fmt::Display) writes it with the symbols of a worksheet.
///
/// ```
/// use dijia_core::Formula;
///
/// assert_eq!(Formula::default().to_string(), "P × Ky × Kv × Kt × Kj × (1 + ΣKi) + Kf");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Formula([u8; PARTS.len()]);

impl Formula {
    /// The parts that are written in one pass over the steps of an appraisal, pass by pass: steps have the order of
    /// [`default`](Self::default), and every pass computes them anew.
    pub(crate) fn passes(&self) -> impl Iterator<Item = &[u8]> {
        self.0.chunks(if self.0 == PARTS { PARTS.len() } else { 1 })
    }
}

impl Edition<'_> {
    /// The formula by which the document corrects its prices; none where the edition does not say. Worksheets of its prices
    /// print the product in that order.
    #[must_use]
    pub fn formula(&self) -> Option<Formula> {
        // What is not 0 was checked when the file was opened.
        let parts = *self.sections.terms.first()?.get(FORMULA..)?.first_chunk()?;
        (parts != [0; PARTS.len()]).then_some(Formula(parts))
    }
}

impl Default for Formula {
    /// The formula of a document that states none.
    fn default() -> Self {
        Self(PARTS)
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        for &part in &self.0 {
            f.write_str(match part {
                KY => " × Ky",
                KV => " × Kv",
                KT => " × Kt",
                KJ => " × Kj",
                _ => " × (1 + ΣKi)",
            })?;
        }
        f.write_str(" + Kf")
    }
}

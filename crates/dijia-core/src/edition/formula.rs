use core::fmt;

use crate::edition::Edition;
use crate::edition::file::layout::terms::{ADJUSTS_FIRST, FORMULA, KJ, KT, KV, KY, PARTS};
use crate::edition::file::record::byte;

/// The formula by which a document corrects its prices (宗地地价计算公式): the order in which it names the corrections, and where it
/// adds the development adjustment Kf.
///
/// The product is the same in every order; a worksheet prints it as the document does. Kf is added at the end, or where the
/// formula [says so](Self::adjusts_first) to the benchmark price, and is then corrected with it.
///
/// [`Display`](fmt::Display) writes it with the symbols of a worksheet.
///
/// ```
/// use dijia_core::Formula;
///
/// assert_eq!(Formula::default().to_string(), "P × Ky × Kv × Kt × Kj × (1 + ΣKi) + Kf");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Formula {
    parts: [u8; PARTS.len()],
    adjusts_first: bool,
}

impl Formula {
    /// Whether Kf is added to the benchmark price before the other corrections: (P + Kf) × Ky × ….
    ///
    /// ```
    /// use dijia_core::Formula;
    ///
    /// assert!(!Formula::default().adjusts_first());
    /// ```
    #[must_use]
    pub const fn adjusts_first(&self) -> bool {
        self.adjusts_first
    }

    /// The parts behind P, in its order.
    pub(crate) fn parts(&self) -> impl Iterator<Item = u8> {
        self.parts.into_iter()
    }
}

impl Edition<'_> {
    /// The formula by which the document corrects its prices; none where the edition does not say. Parcels are priced from it by
    /// this formula, and worksheets print the product in its order.
    #[must_use]
    pub fn formula(&self) -> Option<Formula> {
        // What is not 0 was checked when the file was opened.
        let terms = self.sections.terms.first()?;
        let parts = *terms.get(FORMULA..)?.first_chunk()?;
        let adjusts_first = byte(terms, ADJUSTS_FIRST) != 0;
        (parts != [0; PARTS.len()]).then_some(Formula { parts, adjusts_first })
    }
}

impl Default for Formula {
    /// The formula of a document that states none.
    fn default() -> Self {
        Self { parts: PARTS, adjusts_first: false }
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.adjusts_first { "(P + Kf)" } else { "P" })?;
        for &part in &self.parts {
            f.write_str(match part {
                KY => " × Ky",
                KV => " × Kv",
                KT => " × Kt",
                KJ => " × Kj",
                _ => " × (1 + ΣKi)",
            })?;
        }
        f.write_str(if self.adjusts_first { "" } else { " + Kf" })
    }
}

use core::fmt;

use crate::appraisal::{Appraised, MixedAppraised, PaymentDue};
use crate::words::Language;
use crate::worksheet::contents::{Contents, Subject};
use crate::worksheet::{Layout, html, markdown, narrow, wide};

/// The worksheet of an appraisal (宗地估价表), as an appraiser pastes it into a report: what the price rests on, a table of every
/// step, the formula with the numbers filled in, and the warnings; of a mixed use the formula and the totals.
///
/// ```
/// use dijia_core::{Appraisal, Coefficient, Language, Layout, parse_decimal as decimal};
///
/// let coefficients = [Coefficient::new("面积", decimal("0.98")?)];
/// let appraised = Appraisal::from_price(decimal("9138")?).coefficients(&coefficients).appraise()?;
/// let sheet = appraised.worksheet(Language::Chinese).layout(Layout::Narrow).to_string();
/// assert!(sheet.contains(
///     "V      宗地单价       8955.24 元/㎡\n       9138 × 0.98 = 8955.24；推算\n"
/// ));
/// # Ok::<(), dijia_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Worksheet<'a> {
    contents: Contents<'a>,
    layout: Layout,
}

impl Worksheet<'_> {
    const fn new(subject: Subject<'_>, language: Language) -> Worksheet<'_> {
        Worksheet { contents: Contents { subject, language }, layout: Layout::Wide }
    }

    /// The worksheet in that layout; it is [`Layout::Wide`] unless told.
    #[must_use]
    pub const fn layout(self, layout: Layout) -> Self {
        Self { layout, ..self }
    }
}

impl Appraised<'_> {
    /// The worksheet: every step with its inputs, and the formula with the numbers filled in.
    #[must_use]
    pub const fn worksheet(&self, language: Language) -> Worksheet<'_> {
        Worksheet::new(Subject::Parcel(self), language)
    }
}

impl MixedAppraised<'_> {
    /// The worksheet of the combined price; each use has [one of its own](Appraised::worksheet).
    ///
    /// ```
    /// use dijia_core::{Appraisal, Language, MixedUse, Share, parse_decimal as decimal};
    ///
    /// let shops = Appraisal::from_price(decimal("9138")?).appraise()?;
    /// let flats = Appraisal::from_price(decimal("11142")?).appraise()?;
    /// let shares = [Share::new(&shops, decimal("0.3")?), Share::new(&flats, decimal("0.7")?)];
    /// let sheet = MixedUse::new(&shares).appraise()?.worksheet(Language::English).to_string();
    /// assert!(sheet.contains("V = 9138.00 × 0.3 + 11142.00 × 0.7\n  = 10540.80 yuan/m²\n"));
    /// # Ok::<(), dijia_core::Error>(())
    /// ```
    #[must_use]
    pub const fn worksheet(&self, language: Language) -> Worksheet<'_> {
        Worksheet::new(Subject::MixedUse(self), language)
    }
}

impl PaymentDue {
    /// The worksheet of the payment: every step with its inputs, and the formula with the numbers filled in.
    ///
    /// ```
    /// use dijia_core::{Language, Payment, parse_decimal as decimal};
    ///
    /// let due = Payment::new(decimal("1144.60")?).payment_ratio(decimal("0.4")?).settle()?;
    /// let sheet = due.worksheet(Language::English).to_string();
    /// assert!(sheet.ends_with("U = V × k\n  = 1144.60 × 40%\n  = 457.84 yuan/m²\n"));
    /// # Ok::<(), dijia_core::Error>(())
    /// ```
    #[must_use]
    pub const fn worksheet(&self, language: Language) -> Worksheet<'_> {
        Worksheet::new(Subject::Payment(self), language)
    }
}

impl fmt::Display for Appraised<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.worksheet(Language::Chinese).fmt(f)
    }
}

impl fmt::Display for MixedAppraised<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.worksheet(Language::Chinese).fmt(f)
    }
}

impl fmt::Display for PaymentDue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.worksheet(Language::Chinese).fmt(f)
    }
}

impl fmt::Display for Worksheet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.layout {
            Layout::Wide => wide::write(f, &self.contents),
            Layout::Narrow => narrow::write(f, &self.contents),
            Layout::Markdown => markdown::write(f, &self.contents),
            Layout::Html => html::write(f, &self.contents),
        }
    }
}

use core::fmt;

/// How a date stands to the period in which a document is in force (施行期, 有效期).
///
/// ```
/// use dijia_core::{Date, Document, Validity};
///
/// let document = Document {
///     number: "济政发〔2020〕12号",
///     first_day_in_force: Some(Date::constant(2020, 10, 8)),
///     last_day_in_force: Some(Date::constant(2023, 10, 7)),
///     ..Document::default()
/// };
/// assert_eq!(document.validity_on(Date::constant(2023, 10, 7)), Validity::InForce);
/// assert_eq!(document.validity_on(Date::constant(2023, 10, 8)), Validity::Expired);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Validity {
    /// The date is before the first day in force.
    NotYetInForce,
    /// The date is in the period, its first and last days included.
    InForce,
    /// The date is after the last day in force.
    Expired,
}

impl Validity {
    /// `not yet in force`, `in force`, `expired`.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::NotYetInForce => "not yet in force",
            Self::InForce => "in force",
            Self::Expired => "expired",
        }
    }

    /// `尚未施行`, `有效`, `已过有效期`.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::NotYetInForce => "尚未施行",
            Self::InForce => "有效",
            Self::Expired => "已过有效期",
        }
    }
}

impl fmt::Display for Validity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.english())
    }
}

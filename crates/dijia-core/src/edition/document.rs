use jiff::civil::Date;

use crate::words::Validity;

/// The official document that publishes an edition's prices: so much of this as it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Document<'a> {
    /// The document number (文号), such as `济政发〔2020〕12号`; the title of a document that has none.
    pub number: &'a str,
    /// The title.
    pub title: Option<&'a str>,
    /// Who issued it.
    pub issuer: Option<&'a str>,
    /// When it was issued.
    pub issue_date: Option<Date>,
    /// The first day on which it is in force.
    pub first_day_in_force: Option<Date>,
    /// The last day on which it is in force; none where it is in force until another is.
    pub last_day_in_force: Option<Date>,
    /// The number of the document that it replaces.
    pub replaces: Option<&'a str>,
    /// The title of the document that it replaces.
    pub replaces_title: Option<&'a str>,
    /// When the document that it replaces was issued.
    pub replaces_date: Option<Date>,
}

impl Document<'_> {
    /// Whether the document is in force on that date, for all that it says itself.
    #[must_use]
    pub fn validity_on(&self, date: Date) -> Validity {
        if self.first_day_in_force.is_some_and(|first| date < first) {
            Validity::NotYetInForce
        } else if self.last_day_in_force.is_some_and(|last| date > last) {
            Validity::Expired
        } else {
            Validity::InForce
        }
    }
}

use jiff::civil::Date;

use crate::words::Validity;

/// The official document that publishes an edition's prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Document {
    /// The document number (文号), such as `济政发〔2020〕12号`.
    pub number: &'static str,
    /// The title.
    pub title: &'static str,
    /// Who issued it.
    pub issuer: &'static str,
    /// When it was issued.
    pub issue_date: Date,
    /// The first day on which it is in force.
    pub first_day_in_force: Date,
    /// The last day on which it is in force.
    pub last_day_in_force: Date,
    /// The number of the document that it replaces.
    pub replaces: &'static str,
}

impl Document {
    /// Whether the document is in force on that date.
    #[must_use]
    pub fn validity_on(&self, date: Date) -> Validity {
        if date < self.first_day_in_force {
            Validity::NotYetInForce
        } else if date > self.last_day_in_force {
            Validity::Expired
        } else {
            Validity::InForce
        }
    }
}

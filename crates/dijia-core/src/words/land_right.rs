use core::fmt;

/// The right to land that a benchmark price is the price of (土地权利状况).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LandRight {
    /// 出让国有建设用地使用权, the granted right to use state-owned construction land.
    Granted,
}

impl LandRight {
    /// `granted state-owned construction land use right`.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::Granted => "granted state-owned construction land use right",
        }
    }

    /// `出让国有建设用地使用权`.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Granted => "出让国有建设用地使用权",
        }
    }
}

impl fmt::Display for LandRight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.english())
    }
}

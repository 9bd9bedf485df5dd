/// A language that worksheets are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Language {
    /// 中文, the default: what a report is written in.
    #[default]
    Chinese = 0,
    /// English.
    English = 1,
}

impl Language {
    /// The one of two texts that is in this language.
    pub(crate) const fn pick<'a>(self, chinese: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }
}

use crate::edition::Edition;
use crate::edition::file::layout::{NONE, development, name};
use crate::edition::file::record::{short, word};
use crate::error::Result;
use crate::words::text::trim;
use crate::words::{DevelopmentLevel, Misspelling, Normal, Rule, Spelling};

impl Edition<'_> {
    /// Reads a development level (开发程度): a name, such as 六通一平, as the services that this document means by it; any other
    /// text as [`DevelopmentLevel`] reads it, a list of services or a name that every document means the same by.
    ///
    /// ```text
    /// let level = edition.development_level("六通一平")?;
    /// let appraisal = Appraisal::from_zone(zone).site_development(level);
    /// ```
    ///
    /// # Errors
    ///
    /// A [`Misspelling`] for what is none, for a name that this document means two sets of services by, and for one that it
    /// does not explain and other documents do differently.
    pub fn development_level(&self, text: &str) -> Result<DevelopmentLevel> {
        let list = self.sections.developments;
        if let Some(record) =
            self.find(name::DEVELOPMENT_KIND, NONE, NONE, text).and_then(|place| list.get(usize::from(place)))
        {
            return Ok(DevelopmentLevel::from_bits(word(record, development::SERVICES) as u8));
        }
        let is_named =
            |name: &Normal| list.iter().any(|record| name.is(self.sections.text(short(record, development::NAME))));
        if !list.is_empty() && Normal::of(text).is_some_and(|name| is_named(&name)) {
            let several = Rule::DevelopmentLevelSeveral;
            return Err(Misspelling::new(Spelling::DevelopmentLevel, text, trim(text), 0, several).into());
        }
        Ok(text.parse()?)
    }
}

use core::fmt;
use core::str::FromStr;

use crate::words::Misspelling;
use crate::words::Service;
use crate::words::text::{is_word, trim};
use crate::words::{Rule, Spelling};

/// The development level of a site (开发程度): the set of [`Service`]s that reach it.
///
/// Parsing reads a list of services separated by `+`, `,`, `，`, `、`, `;` or `；`, the word `none`, and 五通一平 and 七通一平, which every
/// document means the same by; [`Display`](fmt::Display) gives the list in English. 六通一平 is with gas in one document and with
/// heating in another: it is read in an edition, by [`Edition::development_level`](crate::Edition::development_level).
///
/// ```
/// use dijia_core::{DevelopmentLevel, Service};
///
/// let level: DevelopmentLevel = "通路、供电、通讯、供水、排水、供气、场地平整".parse()?;
/// assert!(level.contains(Service::Gas) && !level.contains(Service::Heating));
/// assert_eq!(level.to_string(), "road+power+telecom+water supply+drainage+gas+levelling");
/// assert_eq!(level.without(Service::Gas), "五通一平".parse()?);
/// assert!("六通一平".parse::<DevelopmentLevel>().is_err());
/// # Ok::<(), dijia_core::Misspelling>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct DevelopmentLevel(u8);

impl DevelopmentLevel {
    /// No service at all.
    pub const NONE: Self = Self(0);
    /// 五通一平: road, power, telecom, water supply, drainage and levelling.
    pub const FIVE_SERVICES: Self = Self(0b1001_1111);
    /// 六通一平: the five services and gas.
    pub const SIX_SERVICES: Self = Self::FIVE_SERVICES.with(Service::Gas);
    /// 七通一平: the six services and heating.
    pub const SEVEN_SERVICES: Self = Self::SIX_SERVICES.with(Service::Heating);

    /// The level with that service too.
    #[must_use]
    pub const fn with(self, service: Service) -> Self {
        Self(self.0 | 1 << service as u8)
    }

    /// The level without that service.
    #[must_use]
    pub const fn without(self, service: Service) -> Self {
        Self(self.0 & !(1 << service as u8))
    }

    /// Whether that service reaches the site.
    #[must_use]
    pub const fn contains(self, service: Service) -> bool {
        self.0 & 1 << service as u8 != 0
    }

    /// What this level has beyond the other.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether no service reaches the site.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The services, in the order of [`Service::ALL`].
    pub fn services(self) -> impl Iterator<Item = Service> {
        Service::ALL.into_iter().filter(move |&service| self.contains(service))
    }

    /// The services as the bits of a number, [`Service::Road`] the lowest.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// The level of the services that the bits of a number stand for, [`Service::Road`] the lowest.
    #[must_use]
    pub const fn from_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// The trade's name for the level: `五通一平`, `六通一平`, `七通一平`; none for any other set. A document may call another set
    /// 六通一平, so that this name is not read without one.
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::FIVE_SERVICES => Some("五通一平"),
            Self::SIX_SERVICES => Some("六通一平"),
            Self::SEVEN_SERVICES => Some("七通一平"),
            _ => None,
        }
    }
}

impl FromIterator<Service> for DevelopmentLevel {
    fn from_iter<T: IntoIterator<Item = Service>>(services: T) -> Self {
        services.into_iter().fold(Self::NONE, Self::with)
    }
}

impl fmt::Debug for DevelopmentLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.services()).finish()
    }
}

impl fmt::Display for DevelopmentLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("none");
        }
        for (index, service) in self.services().enumerate() {
            if index > 0 {
                f.write_str("+")?;
            }
            f.write_str(service.english())?;
        }
        Ok(())
    }
}

impl FromStr for DevelopmentLevel {
    type Err = Misspelling;

    /// # Errors
    ///
    /// [`Misspelling`] for a text that is neither a name of one set nor a list of distinct services.
    fn from_str(text: &str) -> Result<Self, Misspelling> {
        let list = trim(text);
        let named = [Self::FIVE_SERVICES, Self::SEVEN_SERVICES].into_iter().find(|level| level.name() == Some(list));
        if let Some(level) = named {
            return Ok(level);
        }
        if Self::SIX_SERVICES.name() == Some(list) {
            return Err(Misspelling::new(Spelling::DevelopmentLevel, text, list, 0, Rule::DevelopmentLevelAmbiguous));
        }
        if is_word(list, "none") {
            return Ok(Self::NONE);
        }
        let mut level = Self::NONE;
        let mut at = 0;
        for item in list.split(['+', '＋', ',', '，', '、', ';', '；']) {
            let invalid = |reason| Err(Misspelling::new(Spelling::DevelopmentLevel, text, list, at, reason));
            let Ok(service) = item.parse() else {
                let is_name = list.ends_with("通一平");
                return invalid(if is_name { Rule::DevelopmentLevelName } else { Rule::DevelopmentLevelUnknown });
            };
            if level.contains(service) {
                return invalid(Rule::ServiceTwice);
            }
            level = level.with(service);
            // Past the item and its separator, which no position points into.
            at = list
                .get(at + item.len()..)
                .and_then(|rest| rest.chars().next())
                .map_or(list.len(), |separator| at + item.len() + separator.len_utf8());
        }
        Ok(level)
    }
}

use core::fmt;
use core::str::FromStr;

use crate::words::Misspelling;
use crate::words::text::{is_word, trim};
use crate::words::{Rule, Spelling};

/// A service that reaches a site, or its levelling: one element of a [`DevelopmentLevel`](crate::words::DevelopmentLevel).
///
/// ```
/// use dijia_core::Service;
///
/// assert_eq!("供气".parse(), Ok(Service::Gas));
/// assert_eq!("Water supply".parse(), Ok(Service::WaterSupply));
/// assert_eq!(Service::Levelling.chinese(), "场地平整");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Service {
    /// 通路
    Road = 0,
    /// 供电
    Power = 1,
    /// 通讯
    Telecom = 2,
    /// 供水
    WaterSupply = 3,
    /// 排水
    Drainage = 4,
    /// 供气
    Gas = 5,
    /// 供热
    Heating = 6,
    /// 场地平整, the 一平 of 六通一平
    Levelling = 7,
}

impl Service {
    /// Every service, in the order in which notices list them, levelling last.
    pub const ALL: [Self; 8] = [
        Self::Road,
        Self::Power,
        Self::Telecom,
        Self::WaterSupply,
        Self::Drainage,
        Self::Gas,
        Self::Heating,
        Self::Levelling,
    ];

    /// The English name, such as `water supply`.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::Road => "road",
            Self::Power => "power",
            Self::Telecom => "telecom",
            Self::WaterSupply => "water supply",
            Self::Drainage => "drainage",
            Self::Gas => "gas",
            Self::Heating => "heating",
            Self::Levelling => "levelling",
        }
    }

    /// The Chinese name, such as `供水`.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Road => "通路",
            Self::Power => "供电",
            Self::Telecom => "通讯",
            Self::WaterSupply => "供水",
            Self::Drainage => "排水",
            Self::Gas => "供气",
            Self::Heating => "供热",
            Self::Levelling => "场地平整",
        }
    }
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.english())
    }
}

impl FromStr for Service {
    type Err = Misspelling;

    /// Reads the names of [`english`](Self::english) in letters of any case and width and of [`chinese`](Self::chinese), and the trade's
    /// short forms 通电, 通水, 通气, 通热, 通信, 平整.
    ///
    /// # Errors
    ///
    /// [`Misspelling`] for a text that names no service.
    fn from_str(text: &str) -> Result<Self, Misspelling> {
        let name = trim(text);
        let short = match name {
            "通电" => Some(Self::Power),
            "通信" => Some(Self::Telecom),
            "通水" => Some(Self::WaterSupply),
            "通气" => Some(Self::Gas),
            "通热" => Some(Self::Heating),
            "平整" => Some(Self::Levelling),
            _ => None,
        };
        let short = short.or_else(|| {
            ["water_supply", "water-supply"].iter().any(|word| is_word(name, word)).then_some(Self::WaterSupply)
        });
        let named = |service: &Self| name == service.chinese() || is_word(name, service.english());
        short.or_else(|| Self::ALL.into_iter().find(named)).ok_or_else(|| {
            let reason = Rule::ServiceUnknown;
            Misspelling::new(Spelling::Service, text, name, 0, reason)
        })
    }
}

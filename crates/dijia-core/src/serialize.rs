//! Words as strings: the canonical form out, any accepted spelling in. Published rows go out only.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use rust_decimal::Decimal;
use serde::de::Visitor;
use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::appraisal::{Appraised, BasePrice, MixedAppraised, Origin, PaymentDue, Share, Warning};
use crate::edition::{Basis, Citation, GradePrice, ZonePrice};
use crate::numbers::{DecimalText, Ratio, RoundingMode, RoundingPolicy, Term};
use crate::words::Excerpt;
use crate::words::date::DateText;
use crate::words::{Area, DevelopmentLevel, Grade, LandUse, Misspelling, Service, ZoneCode};
use crate::worksheet::{Input, Source, Step, Value};
use jiff::civil::Date;

struct Reader<T>(&'static str, PhantomData<T>);

impl<T: FromStr<Err = Misspelling>> Visitor<'_> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

macro_rules! as_spelling {
    ($($type:ty: $expecting:literal;)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Reader::<Self>($expecting, PhantomData))
            }
        }
    )*};
}

as_spelling! {
    Area: "the name of an area";
    DevelopmentLevel: "a development level";
    Grade: "a grade";
    LandUse: "the name of a land use";
    Ratio: "a decimal, or one over another";
    Service: "the name of a service";
    Term: "years, or perpetual";
    ZoneCode: "a zone code";
}

impl Serialize for Citation<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A date as ISO 8601 writes it, or nothing.
struct Day(Option<Date>);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Some(date) => serializer.collect_str(&DateText(date)),
            None => serializer.serialize_none(),
        }
    }
}

impl Serialize for Basis<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Basis", 9)?;
        object.serialize_field("area", self.area().english())?;
        object.serialize_field("land_use", &self.land_use().map(|land_use| land_use.english()))?;
        object.serialize_field("base_date", &Day(self.base_date()))?;
        object.serialize_field("right", &self.right())?;
        object.serialize_field("statutory_term", &self.statutory_term())?;
        object.serialize_field("development_level", &self.development_level())?;
        object.serialize_field("plot_ratio", &Text(self.plot_ratio()))?;
        object.serialize_field("capitalization_rate", &Text(self.capitalization_rate()))?;
        object.serialize_field("citation", &self.citation())?;
        object.end()
    }
}

impl Serialize for GradePrice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("GradePrice", 6)?;
        object.serialize_field("land_use", self.land_use().english())?;
        object.serialize_field("grade", self.grade().name())?;
        object.serialize_field("per_square_metre", &Text(self.per_square_metre().ok()))?;
        object.serialize_field("zone_count", &self.zones().count())?;
        object.serialize_field("basis", &self.basis())?;
        object.serialize_field("citation", &self.citation())?;
        object.end()
    }
}

impl Serialize for ZonePrice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("ZonePrice", 7)?;
        object.serialize_field("land_use", self.land_use().english())?;
        object.serialize_field("code", &self.code_text())?;
        object.serialize_field("per_square_metre", &Text(self.per_square_metre().ok()))?;
        object.serialize_field("wan_yuan_per_mu", &Text(self.wan_yuan_per_mu()))?;
        object.serialize_field("per_floor_area", &Text(self.per_floor_area()))?;
        object.serialize_field("basis", &self.basis())?;
        object.serialize_field("citation", &self.citation())?;
        object.end()
    }
}

impl Serialize for Excerpt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An optional decimal as a string or nothing.
struct Text(Option<Decimal>);

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Some(value) => serializer.collect_str(&DecimalText(value)),
            None => serializer.serialize_none(),
        }
    }
}

/// The elements of an iterator as a sequence.
struct Sequence<F>(F);

impl<T: Serialize, I: Iterator<Item = T>, F: Fn() -> I> Serialize for Sequence<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

impl Serialize for BasePrice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Zone(price) => serializer.serialize_newtype_variant("BasePrice", 0, "zone", price),
            Self::Grade(price) => serializer.serialize_newtype_variant("BasePrice", 1, "grade", price),
            Self::Own { per_square_metre, .. } => {
                serializer.serialize_newtype_variant("BasePrice", 2, "own", &Text(Some(*per_square_metre)))
            }
        }
    }
}

impl Serialize for RoundingMode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::HalfUp => "half up",
            Self::HalfEven => "half even",
        })
    }
}

impl Serialize for RoundingPolicy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("RoundingPolicy", 4)?;
        object.serialize_field("coefficient_places", &self.coefficient_places())?;
        object.serialize_field("unit_price_places", &self.unit_price_places())?;
        object.serialize_field("amount_places", &self.amount_places())?;
        object.serialize_field("mode", &self.mode())?;
        object.end()
    }
}

impl Serialize for Warning<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Input {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Input", 2)?;
        object.serialize_field("symbol", self.symbol)?;
        object.serialize_field("value", &self.value)?;
        object.end()
    }
}

impl Serialize for Source<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Published(citation) => citation.serialize(serializer),
            Self::Origin(origin) => origin.serialize(serializer),
            Self::Caller => serializer.serialize_str("given"),
            Self::Derived => serializer.serialize_str("derived"),
            Self::DerivedFrom(citation) => {
                let mut object = serializer.serialize_struct("DerivedFrom", 1)?;
                object.serialize_field("derived_from", citation)?;
                object.end()
            }
        }
    }
}

impl Serialize for Origin<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Origin", 7)?;
        object.serialize_field("document", &self.document)?;
        object.serialize_field("annex", &self.annex)?;
        object.serialize_field("row", &self.row)?;
        object.serialize_field("area", &self.area)?;
        object.serialize_field("land_use", &self.land_use)?;
        object.serialize_field("grade", &self.grade)?;
        object.serialize_field("zone", &self.zone)?;
        object.end()
    }
}

impl Serialize for Step<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Step", 10)?;
        object.serialize_field("symbol", self.kind.symbol())?;
        object.serialize_field("english", self.kind.english())?;
        object.serialize_field("chinese", self.kind.chinese())?;
        object.serialize_field("name", &self.name)?;
        object.serialize_field("inputs", &Sequence(|| self.inputs()))?;
        object.serialize_field("before_rounding", &Text(self.before_rounding))?;
        object.serialize_field("value", &Text(Some(self.value)))?;
        object.serialize_field("unrounded", &self.is_unrounded())?;
        object.serialize_field("unit", self.kind.unit().chinese())?;
        object.serialize_field("source", &self.source)?;
        object.end()
    }
}

impl Serialize for Appraised<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Appraised", 10)?;
        object.serialize_field("base_price", &self.base_price())?;
        object.serialize_field("unit_price", &Text(Some(self.unit_price())))?;
        object.serialize_field("wan_yuan_per_mu", &Text(Some(self.wan_yuan_per_mu())))?;
        object.serialize_field("floor_price", &Text(self.floor_price()))?;
        object.serialize_field("total_yuan", &Text(self.total_yuan()))?;
        object.serialize_field("total_wan_yuan", &Text(self.total_wan_yuan()))?;
        object.serialize_field("deviation", &Text(Some(self.deviation())))?;
        object.serialize_field("policy", &self.policy())?;
        object.serialize_field("warnings", &Sequence(|| self.warnings()))?;
        object.serialize_field("steps", &Sequence(|| self.steps()))?;
        object.end()
    }
}

impl Serialize for MixedAppraised<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("MixedAppraised", 6)?;
        object.serialize_field("unit_price", &Text(Some(self.unit_price())))?;
        object.serialize_field("wan_yuan_per_mu", &Text(Some(self.wan_yuan_per_mu())))?;
        object.serialize_field("total_yuan", &Text(self.total_yuan()))?;
        object.serialize_field("total_wan_yuan", &Text(self.total_wan_yuan()))?;
        object.serialize_field("policy", &self.policy())?;
        object.serialize_field("shares", &Sequence(|| self.shares().iter()))?;
        object.end()
    }
}

impl Serialize for PaymentDue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("PaymentDue", 13)?;
        object.serialize_field("unit_price", &Text(Some(self.unit_price())))?;
        object.serialize_field("original_price", &Text(self.original_price()))?;
        object.serialize_field("difference", &Text(self.difference()))?;
        object.serialize_field("payment_ratio", &Text(self.payment_ratio()))?;
        object.serialize_field("minimum_price", &Text(self.minimum_price()))?;
        object.serialize_field("minimum_ratio", &Text(self.minimum_ratio()))?;
        object.serialize_field("minimum", &Text(self.minimum()))?;
        object.serialize_field("unit_payment", &Text(Some(self.unit_payment())))?;
        object.serialize_field("is_minimum", &self.is_minimum())?;
        object.serialize_field("area", &Text(self.area()))?;
        object.serialize_field("total_yuan", &Text(self.total_yuan()))?;
        object.serialize_field("total_wan_yuan", &Text(self.total_wan_yuan()))?;
        object.serialize_field("policy", &self.policy())?;
        object.end()
    }
}

impl Serialize for Share<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Share", 3)?;
        object.serialize_field("share", &Text(Some(self.share)))?;
        object.serialize_field("unit_price", &Text(Some(self.unit_price)))?;
        object.serialize_field("base_price", &self.base_price)?;
        object.end()
    }
}

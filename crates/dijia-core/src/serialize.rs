//! Words as strings: the canonical form out, any accepted spelling in. Published rows go out only.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Area, Citation, DevelopmentLevel, Error, Grade, LandRight, LandUse, Service, ZoneCode};

struct Spelling<T>(&'static str, PhantomData<T>);

impl<T: FromStr<Err = Error>> Visitor<'_> for Spelling<T> {
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
                deserializer.deserialize_str(Spelling::<Self>($expecting, PhantomData))
            }
        }
    )*};
}

as_spelling! {
    Area: "the name of an area";
    DevelopmentLevel: "a development level";
    Grade: "a grade";
    LandUse: "the name of a land use";
    Service: "the name of a service";
    ZoneCode: "a zone code";
}

impl Serialize for LandRight {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Citation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

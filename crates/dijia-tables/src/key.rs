//! The keys of the tables, as expressions for generated code. What they hash and compare to is `dijia-core`'s.

use std::fmt;
use std::hash::Hasher;

use dijia_core::{GradeKey, ZoneKey};
use phf_shared::{FmtConst, PhfHash};

/// A key of `dijia-core` that can be written as Rust source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Written<K>(pub(crate) K);

impl<K: PhfHash> PhfHash for Written<K> {
    fn phf_hash<H: Hasher>(&self, state: &mut H) {
        self.0.phf_hash(state);
    }
}

impl FmtConst for Written<GradeKey> {
    fn fmt_const(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let GradeKey(land_use, grade) = self.0;
        write!(f, "GradeKey(LandUse::{land_use:?}, Grade::{grade:?})")
    }
}

impl FmtConst for Written<ZoneKey> {
    fn fmt_const(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ZoneKey(land_use, code) = self.0;
        let (grade, number) = (code.grade(), code.number());
        write!(f, "ZoneKey(LandUse::{land_use:?}, zone(Grade::{grade:?}, {number}))")
    }
}

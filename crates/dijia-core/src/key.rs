use core::hash::Hasher;

use phf_shared::{PhfBorrow, PhfHash};

use crate::{Grade, LandUse, ZoneCode};

/// The key of a [`GradePrice`](crate::GradePrice) in an edition's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GradeKey(pub LandUse, pub Grade);

/// The key of a [`ZonePrice`](crate::ZonePrice) in an edition's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ZoneKey(pub LandUse, pub ZoneCode);

// One integer of less than eight bytes each, which the hash function takes in without a round of its own.

impl PhfHash for GradeKey {
    #[inline]
    fn phf_hash<H: Hasher>(&self, state: &mut H) {
        state.write_u8((self.0 as u8) << 4 | self.1.number());
    }
}

impl PhfHash for ZoneKey {
    #[inline]
    fn phf_hash<H: Hasher>(&self, state: &mut H) {
        state.write_u16((self.0 as u16) << 12 | u16::from(self.1.grade().number()) << 8 | u16::from(self.1.number()));
    }
}

impl PhfBorrow<Self> for GradeKey {
    fn borrow(&self) -> &Self {
        self
    }
}

impl PhfBorrow<Self> for ZoneKey {
    fn borrow(&self) -> &Self {
        self
    }
}

use core::hash::Hasher;

use phf_shared::{PhfBorrow, PhfHash};

use crate::words::{Grade, LandUse, ZoneCode};

/// The key of a [`GradePrice`](crate::edition::GradePrice) in an edition's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GradeKey(pub LandUse, pub Grade);

/// The key of a [`ZonePrice`](crate::edition::ZonePrice) in an edition's table.
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

#[cfg(test)]
mod tests {
    extern crate std;

    use std::collections::BTreeSet;

    use super::*;

    /// Takes in one integer.
    struct Integer(Option<u64>);

    impl Hasher for Integer {
        fn write(&mut self, _: &[u8]) {
            unreachable!("keys are integers");
        }

        fn write_u8(&mut self, integer: u8) {
            assert_eq!(self.0.replace(integer.into()), None);
        }

        fn write_u16(&mut self, integer: u16) {
            assert_eq!(self.0.replace(integer.into()), None);
        }

        fn finish(&self) -> u64 {
            self.0.unwrap()
        }
    }

    /// No two keys of a table are hashed as the same integer.
    #[test]
    fn every_key_has_an_integer_of_its_own() {
        fn distinct<K: PhfHash>(keys: impl Iterator<Item = K>) -> usize {
            let integers: BTreeSet<u64> = keys
                .map(|key| {
                    let mut integer = Integer(None);
                    key.phf_hash(&mut integer);
                    integer.finish()
                })
                .collect();
            integers.len()
        }
        let grades = || LandUse::ALL.into_iter().flat_map(|land_use| Grade::ALL.map(|grade| GradeKey(land_use, grade)));
        assert_eq!(distinct(grades()), 4 * 9);
        let zones = grades().flat_map(|GradeKey(land_use, grade)| {
            (1..=255).map(move |number| ZoneKey(land_use, ZoneCode::new(grade, number).unwrap()))
        });
        assert_eq!(distinct(zones), 4 * 9 * 255);
    }
}

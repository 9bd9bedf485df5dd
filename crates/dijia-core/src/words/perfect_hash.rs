//! Looking up in perfect-hash maps.

use phf::OrderedMap;
use phf_shared::ptrhash::{fast_reduct32, hash, hash_pilot};
use phf_shared::{PhfEq, PhfHash};

/// The value of a key, as [`OrderedMap::get`] finds it, but without the panics that it keeps for a table which no generator
/// writes: the fields that it reads are public, though not documented.
#[inline]
pub(crate) fn look_up<'a, K, V, T>(map: &'a OrderedMap<K, V>, key: &T) -> Option<&'a V>
where
    K: PhfEq<T>,
    T: Eq + PhfHash + ?Sized,
{
    let (high, low) = (|hash: u64| (hash >> 32) as u32, |hash: u64| hash as u32);
    let slots = map.idxs.len() + map.remap.len();

    let hash = hash(key, &map.key);
    let pilot = *map.pilots.get(fast_reduct32(low(hash), map.pilots.len() as u32) as usize)?;
    let pilot = hash_pilot(map.key, pilot);
    let slot = fast_reduct32(high(hash) ^ high(pilot) ^ low(pilot), slots as u32) as usize;
    let index = match map.idxs.get(slot) {
        Some(&index) => index,
        None => *map.idxs.get(*map.remap.get(slot.checked_sub(map.idxs.len())?)? as usize)?,
    };
    let (found, value) = map.entries.get(index)?;
    found.phf_eq(key).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_found_in_a_table_of_nothing() {
        let empty: OrderedMap<&str, u8> = OrderedMap { key: 0, pilots: &[], remap: &[], idxs: &[], entries: &[] };
        assert!(look_up(&empty, "商服").is_none());
    }
}

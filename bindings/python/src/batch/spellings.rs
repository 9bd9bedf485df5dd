//! Remembering the spellings that a column has had: a column of millions of rows holds few distinct ones.

use std::collections::HashMap;

/// A text of at most 15 bytes as one number: its bytes, the first the lowest, and its length in the highest. Two texts are
/// equal exactly if their keys are.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key(u128);

impl Key {
    const LONGEST: usize = 15;

    #[inline]
    fn new(bytes: u128, len: usize) -> Self {
        // No length of this range shifts by 128 or more.
        let mask = (1_u128 << (8 * len)) - 1;
        Self(bytes & mask | (len as u128) << 120)
    }

    /// The place to look at first.
    #[inline]
    fn hash(self) -> usize {
        let (low, high) = (self.0 as u64, (self.0 >> 64) as u64);
        let product = u128::from(low ^ 0x9e37_79b9_7f4a_7c15) * u128::from(high ^ 0xd1b5_4a32_d192_ed03);
        (product as u64 ^ (product >> 64) as u64) as usize
    }
}

/// The texts met so far and what is known of each, which the caller numbers from 0.
pub struct Spellings {
    /// An open-addressing table; a length of `EMPTY` stands for no key.
    keys: Vec<Key>,
    numbers: Vec<u32>,
    count: usize,
    long: HashMap<Box<[u8]>, u32>,
}

/// What no text has.
const EMPTY: Key = Key(u128::MAX);

impl Spellings {
    /// Above so many, a column is no column of codes, and remembering would only cost.
    const MOST: usize = 1 << 15;
    /// A key further from its place than this is not remembered, so that no choice of texts makes looking slow.
    const FURTHEST: usize = 16;

    pub fn new() -> Self {
        const SLOTS: usize = 1 << 12;
        Self { keys: vec![EMPTY; SLOTS], numbers: vec![0; SLOTS], count: 0, long: HashMap::new() }
    }

    /// The number of the text `data[start..start + len]`; `learn` gives the number of one that is not remembered.
    #[inline]
    pub fn number(&mut self, data: &[u8], start: usize, len: usize, learn: impl FnOnce(&[u8]) -> u32) -> u32 {
        if len <= Key::LONGEST {
            let bytes = match data.get(start..start + 16).and_then(|window| window.try_into().ok()) {
                Some(window) => u128::from_le_bytes(window),
                None => at_end(data, start, len),
            };
            self.short(Key::new(bytes, len), |_| learn(&data[start..start + len]))
        } else {
            self.long(&data[start..start + len], learn)
        }
    }

    /// The number of a text of at most 12 bytes that is given as a number, the first byte the lowest.
    #[inline]
    pub fn inline_number(&mut self, bytes: u128, len: usize, learn: impl FnOnce(&[u8]) -> u32) -> u32 {
        self.short(Key::new(bytes, len), |key| learn(&key.0.to_le_bytes()[..len]))
    }

    #[inline]
    fn short(&mut self, key: Key, learn: impl FnOnce(Key) -> u32) -> u32 {
        let mask = self.keys.len() - 1;
        let mut place = key.hash() & mask;
        for _ in 0..Self::FURTHEST {
            let found = self.keys[place];
            if found == key {
                return self.numbers[place];
            }
            if found == EMPTY {
                break;
            }
            place = (place + 1) & mask;
        }
        self.learn_short(key, learn)
    }

    #[cold]
    #[inline(never)]
    fn learn_short(&mut self, key: Key, learn: impl FnOnce(Key) -> u32) -> u32 {
        let number = learn(key);
        if self.count < Self::MOST {
            if self.count * 4 >= self.keys.len() {
                self.grow();
            }
            self.insert(key, number);
        }
        number
    }

    fn insert(&mut self, key: Key, number: u32) {
        let mask = self.keys.len() - 1;
        let mut place = key.hash() & mask;
        for _ in 0..Self::FURTHEST {
            if self.keys[place] == EMPTY {
                self.keys[place] = key;
                self.numbers[place] = number;
                self.count += 1;
                return;
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let slots = self.keys.len() * 2;
        let keys = std::mem::replace(&mut self.keys, vec![EMPTY; slots]);
        let numbers = std::mem::replace(&mut self.numbers, vec![0; slots]);
        self.count = 0;
        for (key, number) in keys.into_iter().zip(numbers).filter(|(key, _)| *key != EMPTY) {
            self.insert(key, number);
        }
    }

    #[cold]
    #[inline(never)]
    fn long(&mut self, text: &[u8], learn: impl FnOnce(&[u8]) -> u32) -> u32 {
        if let Some(&number) = self.long.get(text) {
            return number;
        }
        let number = learn(text);
        if self.long.len() < Self::MOST {
            self.long.insert(text.into(), number);
        }
        number
    }
}

/// The bytes of a text so near to the end of the data that no 16 follow its beginning.
#[cold]
#[inline(never)]
fn at_end(data: &[u8], start: usize, len: usize) -> u128 {
    let mut bytes = [0; 16];
    bytes[..len].copy_from_slice(&data[start..start + len]);
    u128::from_le_bytes(bytes)
}

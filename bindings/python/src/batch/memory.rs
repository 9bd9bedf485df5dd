//! Remembering the appraisals of rows that differ in their area only, or in nothing.

/// An open-addressing table from keys of a fixed number of words to numbers from 0.
pub struct Memory {
    width: usize,
    slots: usize,
    /// For each slot one more than its number, 0 for an empty one, and its key.
    places: Vec<u64>,
    count: usize,
    asked: usize,
    found: usize,
}

impl Memory {
    /// Above so many, remembering costs more memory than it is worth.
    const MOST: usize = 1 << 20;
    const FURTHEST: usize = 16;

    pub fn new(width: usize) -> Self {
        const SLOTS: usize = 1 << 10;
        Self { width, slots: SLOTS, places: vec![0; SLOTS * (width + 1)], count: 0, asked: 0, found: 0 }
    }

    /// Whether rows are alike often enough for remembering to be worth it.
    pub fn is_worth_it(&self) -> bool {
        self.asked < 2 * Self::MOST || self.found > self.asked / 4
    }

    #[inline]
    pub fn get(&mut self, key: &[u64]) -> Option<u32> {
        self.asked += 1;
        let mut slot = Self::hash(key) & (self.slots - 1);
        for _ in 0..Self::FURTHEST {
            let place = slot * (self.width + 1);
            let (number, known) = self.places[place..=place + self.width].split_first()?;
            if *number == 0 {
                return None;
            }
            if known.iter().eq(key) {
                self.found += 1;
                return u32::try_from(number - 1).ok();
            }
            slot = (slot + 1) & (self.slots - 1);
        }
        None
    }

    #[cold]
    #[inline(never)]
    pub fn insert(&mut self, key: &[u64], number: u32) {
        if self.count >= Self::MOST || number == u32::MAX {
            return;
        }
        if self.count * 2 >= self.slots {
            self.grow();
        }
        self.put(key, u64::from(number) + 1);
    }

    fn put(&mut self, key: &[u64], number: u64) {
        let mut slot = Self::hash(key) & (self.slots - 1);
        for _ in 0..Self::FURTHEST {
            let place = slot * (self.width + 1);
            if self.places[place] == 0 {
                self.places[place] = number;
                self.places[place + 1..=place + self.width].copy_from_slice(key);
                self.count += 1;
                return;
            }
            slot = (slot + 1) & (self.slots - 1);
        }
    }

    fn grow(&mut self) {
        self.slots *= 4;
        let mut room = super::pages::with_capacity(self.slots * (self.width + 1));
        room.resize(self.slots * (self.width + 1), 0);
        let places = std::mem::replace(&mut self.places, room);
        self.count = 0;
        for place in places.chunks_exact(self.width + 1) {
            if let Some((&number, key)) = place.split_first().filter(|(number, _)| **number != 0) {
                self.put(key, number);
            }
        }
    }

    #[inline]
    fn hash(key: &[u64]) -> usize {
        let mixed = key.iter().fold(0_u64, |mixed, &word| {
            let product = u128::from(mixed ^ word ^ 0x2545_f491_4f6c_dd1d) * 0x9e37_79b9_7f4a_7c15_u128;
            (product as u64) ^ (product >> 64) as u64
        });
        (mixed >> 8) as usize
    }
}

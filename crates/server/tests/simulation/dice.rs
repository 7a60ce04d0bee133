//! Chance from a seed.

use std::ops::Range;

/// `SplitMix64` (Steele, Lea and Flood 2014).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    fn word(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    /// A number of the range.
    pub(crate) fn within(&mut self, range: Range<i64>) -> i64 {
        let size = u64::try_from(range.end - range.start).expect("a range with something in it");
        range.start + i64::try_from(self.word() % size).expect("a number of the range")
    }

    /// True so many times in a hundred.
    pub(crate) fn percent(&mut self, percent: i64) -> bool {
        self.within(0..100) < percent
    }

    /// One of them.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        let length = i64::try_from(length).expect("a length");
        usize::try_from(self.within(0..length)).expect("an index")
    }

    pub(crate) fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.index(of.len())]
    }
}

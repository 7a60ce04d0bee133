//! How much to fill into a large demonstration, and the dice to do it by.
//! The same seed fills in the same.

use std::sync::Arc;

use crate::clock::split_mix;

/// How much is wanted beside a demonstration's own people and posts.
#[derive(Debug, Clone)]
pub struct Volume {
    /// Members.
    pub people: u64,
    /// Threads.
    pub threads: u64,
    /// Posts in them.
    pub posts: u64,
    /// What everything drawn follows from.
    pub seed: u64,
    /// Sentences that posts are put together from; none for those of the
    /// demonstration's own posts.
    pub sentences: Arc<Vec<String>>,
}

impl Volume {
    /// Dice for one thing of many: thread 17 reads the same whatever was
    /// drawn before it, so that several may be made at once.
    #[must_use]
    pub fn dice(&self, kind: &str, number: u64) -> Dice {
        let kind = kind.bytes().fold(self.seed, |sum, byte| {
            sum.wrapping_mul(0x0100_0000_01b3).wrapping_add(u64::from(byte))
        });
        let mut dice = Dice(kind);
        Dice(dice.next() ^ number.wrapping_mul(0xd134_2543_de82_ef95))
    }
}

/// A repeatable sequence. Never for secrets.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        split_mix(&mut self.0)
    }

    /// A number from 0 to below `end`; 0 if there is none.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next().checked_rem(end).unwrap_or(0)
    }

    /// A share from 0 to below 1.
    pub fn share(&mut self) -> f64 {
        // The 53 bits that a double holds.
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// One of these, if there is any.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let index = self.below(from.len() as u64);
        from.get(usize::try_from(index).ok()?)
    }

    /// One of these, those at the beginning far more often than those at the
    /// end: a few people write most of what is written.
    pub fn pick_early<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let index = self.share().powi(2) * from.len() as f64;
        from.get(index as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn volume(seed: u64) -> Volume {
        Volume { people: 0, threads: 0, posts: 0, seed, sentences: Arc::default() }
    }

    #[test]
    fn the_same_seed_draws_the_same_and_another_draws_another() {
        let draw = |seed, number| {
            let mut dice = volume(seed).dice("thread", number);
            [dice.below(1000), dice.below(1000), dice.below(1000)]
        };
        assert_eq!(draw(1, 17), draw(1, 17));
        assert_ne!(draw(1, 17), draw(1, 18));
        assert_ne!(draw(1, 17), draw(2, 17));
        assert_eq!(volume(1).dice("thread", 1).below(0), 0);
    }

    #[test]
    fn those_at_the_beginning_are_drawn_more_often() {
        let mut dice = volume(3).dice("early", 0);
        let people: Vec<u64> = (0..100).collect();
        let early =
            (0..1000).filter(|_| dice.pick_early(&people).is_some_and(|one| *one < 25)).count();
        assert!((400..600).contains(&early), "{early}");
    }
}

//! Words that are spelled nearly alike, for "did you mean".
//!
//! The distance of two words is the number of letters put in, left out,
//! replaced, or swapped with their neighbour (optimal string alignment).

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::transducer::{Guide, Limit, Transducer};

/// Longer words get no suggestions.
pub const LONGEST: usize = 32;
/// Candidates that are collected before the best are chosen.
const MOST_CANDIDATES: usize = 200;
/// Words of at most this many letters are looked for one edit away; longer
/// ones two edits away, too.
const SHORT: usize = 4;

/// The steps allowed in a dictionary; 500,000 take some 30 milliseconds.
const ONE_EDIT: Limit = Limit { steps: 200_000, depth: 300 };
const TWO_EDITS: Limit = Limit { steps: 500_000, depth: 300 };

/// How many edits away a word is worth to be looked for.
pub fn most_edits(word: &str) -> u8 {
    if word.chars().count() <= SHORT { 1 } else { 2 }
}

/// The words of a vocabulary that are spelled most like this one, likeliest
/// slips first, then nearest first; at most `limit` of them,
/// none more than two edits away (one for words of up to four letters), and
/// never the word itself. Looks at every word of the vocabulary, some
/// millions a second.
pub fn nearest<'a>(
    word: &str,
    vocabulary: impl IntoIterator<Item = &'a str>,
    limit: usize,
) -> Vec<&'a str> {
    let most = most_edits(word);
    let mut rows = Rows::new(word.chars().collect(), most);
    let mut found: Vec<(u8, &str)> = Vec::new();
    if rows.word.len() > LONGEST {
        return Vec::new();
    }
    for candidate in vocabulary {
        if candidate.len().abs_diff(word.len()) > usize::from(most) * 4 {
            continue;
        }
        if let Some(distance) = distance(&mut rows, candidate).filter(|edits| *edits > 0) {
            found.push((distance, candidate));
        }
    }
    found.sort_by_key(|(distance, candidate)| (!is_same_but_for_slips(word, candidate), *distance));
    found.into_iter().map(|(_, candidate)| candidate).take(limit).collect()
}

/// Whether one edit at most makes the one word of the other.
#[must_use]
pub fn is_one_edit(word: &str, other: &str) -> bool {
    distance(&mut Rows::new(word.chars().take(LONGEST).collect(), 1), other).is_some()
}

fn distance(rows: &mut Rows<char>, candidate: &str) -> Option<u8> {
    let mut length = 0;
    for letter in candidate.chars() {
        if !rows.read(length, letter) {
            return None;
        }
        length += 1;
    }
    rows.distance(length)
}

/// The words of a transducer near this one, in no order, each with its
/// distance. Words two edits away are looked for with the same first letter
/// alone, since few people mistype it.
pub fn near(dictionary: &Transducer, word: &[u16], edits: u8) -> BTreeMap<Vec<u16>, u8> {
    let mut found = BTreeMap::new();
    // Hyphens and digits come before the letters and are no one's slip.
    let least_letter = dictionary.letter('a').unwrap_or_default();
    let mut guide = Near { rows: Rows::new(word.to_vec(), edits), least_letter };
    let limit = if edits > 1 { TWO_EDITS } else { ONE_EDIT };
    dictionary.walk(&mut guide, limit, |guide, read, _| {
        if let Some(distance) = guide.rows.distance(read.len()) {
            found.entry(read.to_vec()).or_insert(distance);
        }
        if found.len() < MOST_CANDIDATES {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    });
    found
}

struct Near {
    rows: Rows<u16>,
    /// Symbols below are signs, not letters.
    least_letter: u16,
}

impl Guide for Near {
    fn only(&self, depth: usize) -> Option<u16> {
        let first = self.rows.word.first().copied();
        first.filter(|_| depth == 0 && self.rows.most > 1)
    }

    fn may_read(&mut self, depth: usize, letter: u16) -> bool {
        (letter >= self.least_letter || self.rows.word.contains(&letter))
            && self.rows.read(depth, letter)
    }

    fn may_end(&self, depth: usize) -> bool {
        self.rows.distance(depth).is_some()
    }
}

/// The rows of the table of distances, one for each letter read and one
/// before. Reading at a lesser depth forgets what was read beyond it.
struct Rows<L> {
    word: Vec<L>,
    most: u8,
    read: Vec<L>,
    /// The rows one after another; each is a letter wider than the word.
    cells: Vec<u8>,
}

impl<L: Copy + PartialEq> Rows<L> {
    /// The word must have at most [`LONGEST`] letters for the numbers to fit.
    fn new(word: Vec<L>, most: u8) -> Self {
        let cells = (0..=u8::MAX).take(word.len() + 1).collect();
        Self { word, most, read: Vec::new(), cells }
    }

    fn cell(&self, depth: usize, index: usize) -> u8 {
        self.cells.get(depth * (self.word.len() + 1) + index).copied().unwrap_or(u8::MAX)
    }

    /// Whether a word near enough may begin with the letters up to here.
    fn read(&mut self, depth: usize, letter: L) -> bool {
        self.read.truncate(depth);
        self.cells.truncate((depth + 1) * (self.word.len() + 1));
        let mut left = self.cell(depth, 0).saturating_add(1);
        let mut least = left;
        self.cells.push(left);
        for index in 0..self.word.len() {
            let is_same = self.word.get(index) == Some(&letter);
            let replaced = self.cell(depth, index).saturating_add(u8::from(!is_same));
            let put_in = self.cell(depth, index + 1).saturating_add(1);
            left = replaced.min(put_in).min(left.saturating_add(1));
            left = left.min(self.swapped(depth, index, letter).unwrap_or(u8::MAX));
            least = least.min(left);
            self.cells.push(left);
        }
        self.read.push(letter);
        least <= self.most
    }

    /// The distance if this letter and the one before have changed places.
    fn swapped(&self, depth: usize, index: usize, letter: L) -> Option<u8> {
        let (earlier, before) = (depth.checked_sub(1)?, index.checked_sub(1)?);
        let are_swapped =
            self.word.get(before) == Some(&letter) && self.read.last() == self.word.get(index);
        are_swapped.then(|| self.cell(earlier, before).saturating_add(1))
    }

    /// The distance of what was read up to this depth, if it is near enough.
    fn distance(&self, depth: usize) -> Option<u8> {
        let distance = self.cell(depth, self.word.len());
        (distance <= self.most).then_some(distance)
    }
}

/// Whether two words differ by the commonest slips alone: a letter doubled or
/// not, dots of ä and ö left off, letters in another order.
pub fn is_same_but_for_slips(word: &str, other: &str) -> bool {
    let (mut word, mut other) = (without_dots(word), without_dots(other));
    let are_swapped = sorted(word.clone()) == sorted(other.clone());
    word.dedup();
    other.dedup();
    are_swapped || sorted(word) == sorted(other)
}

fn without_dots(word: &str) -> Vec<char> {
    let letters = word.chars().map(|letter| match letter {
        'ä' | 'å' => 'a',
        'ö' => 'o',
        letter => letter,
    });
    letters.collect()
}

fn sorted(mut letters: Vec<char>) -> Vec<char> {
    letters.sort_unstable();
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edit_is_told_from_two() {
        for (other, is_one) in [
            ("sock", true),
            ("socks", true),
            ("soca", true),
            ("scok", true),
            ("soccks", false),
            ("", false),
        ] {
            assert_eq!(is_one_edit("sock", other), is_one, "{other}");
        }
    }

    #[test]
    fn nearer_words_come_first() {
        let vocabulary = ["union", "onion", "unions", "reunion", "strike", "uniqn"];
        assert_eq!(nearest("unoin", vocabulary, 3), ["union", "onion", "unions"]);
    }

    #[test]
    fn the_word_itself_and_far_ones_are_not_suggested() {
        assert!(nearest("union", ["union", "strikes"], 9).is_empty());
        assert!(nearest("", ["a"], 9).len() <= 1);
    }

    #[test]
    fn swapped_neighbours_are_one_edit() {
        let mut rows = Rows::new("palkka".chars().collect(), 2);
        assert_eq!(distance(&mut rows, "plakka"), Some(1));
        assert_eq!(distance(&mut rows, "palka"), Some(1));
        assert_eq!(distance(&mut rows, "plka"), Some(2));
        assert_eq!(distance(&mut rows, "lomat"), None);
    }
}

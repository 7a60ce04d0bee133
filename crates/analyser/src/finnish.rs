//! Finnish: the dictionary's readings as terms, and guesses at words that
//! it does not know.

mod analysis;
mod guess;

use std::borrow::Cow;

use self::analysis::{Class, Derivation, Part, Reading, letters, readings};
use crate::Language;
use crate::form::Form;
use crate::snowball;
use crate::suggest;
use crate::term::{Side, TermList, Tier};
use crate::transducer::{DictionaryFault, Symbol, Transducer};

/// Letters that the known end of an unknown compound must have. Shorter ends
/// are found in any name.
const LEAST_TAIL: usize = 5;
/// Letters before such an end.
const LEAST_HEAD: usize = 3;

/// Steps for the forms of a word: enough for any real one, and little enough
/// to look at every word of a text while somebody waits.
const STEPS_OF_FORMS: u32 = 10_000;

type Rank = (bool, u8, usize, bool);

/// The Finnish dictionary and the stemmer for what it does not know.
pub struct Finnish {
    dictionary: Transducer,
}

impl Finnish {
    pub fn new(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, DictionaryFault> {
        Ok(Self { dictionary: Transducer::new(bytes)? })
    }

    /// Whether the dictionary has the word.
    pub fn knows(&self, word: &str) -> bool {
        !readings(&self.dictionary, word).is_empty()
    }

    /// The base forms as the dictionary gives them, names included.
    pub fn base_forms(&self, word: &str) -> Vec<String> {
        readings(&self.dictionary, word).iter().map(Reading::base).collect()
    }

    /// The forms that a word may be.
    pub fn forms(&self, word: &str) -> Vec<Form> {
        analysis::forms(&self.dictionary, word, STEPS_OF_FORMS)
    }

    /// The base forms of a word that the dictionary does not know, as far as
    /// they can be guessed; the word itself is among them.
    pub fn guessed_base_forms(&self, word: &str) -> Vec<String> {
        let mut found = guess::nominatives(word);
        if let Some((head, tail)) = self.known_tail(word) {
            found.extend(tail.iter().map(|reading| format!("{head}{}", reading.base())));
        }
        found
    }

    /// Words of the dictionary in any form that are spelled nearly alike.
    pub fn suggestions(&self, word: &str, limit: usize) -> Vec<String> {
        let Some(letters) = letters(&self.dictionary, word) else { return Vec::new() };
        if letters.len() > suggest::LONGEST {
            return Vec::new();
        }
        let mut found = suggest::near(&self.dictionary, &letters, 1);
        if found.len() < limit && suggest::most_edits(word) > 1 {
            for (candidate, edits) in suggest::near(&self.dictionary, &letters, 2) {
                found.entry(candidate).or_insert(edits);
            }
        }
        let mut ranked: Vec<_> = found
            .into_iter()
            .filter(|(candidate, _)| *candidate != letters)
            .filter_map(|(candidate, edits)| self.ranked(word, &candidate, edits))
            .collect();
        ranked.sort();
        ranked.into_iter().map(|(_, candidate)| candidate).take(limit).collect()
    }

    /// A suggestion behind its rank: whether it is more than a common slip
    /// away, how many edits, of how many parts it is, whether it is a name.
    fn ranked(&self, word: &str, letters: &[u16], edits: u8) -> Option<(Rank, String)> {
        let candidate: String = letters
            .iter()
            .filter_map(|number| match self.dictionary.symbol(*number) {
                Some(Symbol::Letter(letter)) => Some(*letter),
                _ => None,
            })
            .collect();
        let readings = readings(&self.dictionary, &candidate);
        let parts = readings.iter().map(|reading| reading.parts.len()).min()?;
        let is_name = readings.iter().all(is_name);
        let is_other = !suggest::is_same_but_for_slips(word, &candidate);
        Some(((is_other, edits, parts, is_name), candidate))
    }

    /// Adds the terms of a word in normal spelling.
    pub fn add_terms(&self, word: &str, is_capital: bool, side: Side, terms: &mut TermList) {
        let readings = readings(&self.dictionary, word);
        if readings.is_empty() {
            self.add_unknown(word, terms);
            return;
        }
        // In a text the name Päivi is not meant by "päivien"; who searches
        // may mean a name and write it small.
        let without_names = side == Side::Text && !is_capital && !readings.iter().all(is_name);
        let meant: Vec<&Reading> =
            readings.iter().filter(|reading| !(without_names && is_name(reading))).collect();
        // All bases before all parts, so that no limit cuts off a base.
        for reading in &meant {
            add_bases(reading, terms);
        }
        for reading in &meant {
            self.add_parts(&reading.parts, terms);
        }
    }

    /// Adds each part, and each run of parts: *työehto* and *ehtosopimus* are
    /// looked for as well as *sopimus*.
    fn add_parts(&self, parts: &[Part], terms: &mut TermList) {
        for part in parts {
            self.add_within(part, parts.len() > 1, terms);
        }
        for start in 0..parts.len() {
            let mut run = String::new();
            for (end, part) in parts.iter().enumerate().skip(start) {
                if end > start && end - start + 1 < parts.len() {
                    terms.add(Tier::Part, &format!("{run}{}", part.base));
                }
                run.push_str(&part.surface);
            }
        }
    }

    /// Adds the base form of a part of a compound, what any part is derived
    /// from, and the parts that the dictionary knows within it.
    fn add_within(&self, part: &Part, is_compound: bool, terms: &mut TermList) {
        if is_compound {
            terms.add(Tier::Part, &part.base);
        }
        if is_compound || part.derivation == Derivation::Other {
            terms.add(Tier::Part, &part.root.replace('=', ""));
        }
        let mut pieces: Vec<&str> = part.root.split('=').collect();
        let Some(last) = pieces.pop().filter(|_| !pieces.is_empty()) else { return };
        terms.add(Tier::Part, last);
        for piece in pieces {
            terms.add(Tier::Part, piece);
            for base in self.base_forms(piece) {
                terms.add(Tier::Part, &base);
            }
        }
    }

    /// Adds the stem, and the base form of what looks like a compound.
    fn add_unknown(&self, word: &str, terms: &mut TermList) {
        terms.add_stem(Tier::Base, &snowball::stem(Language::Finnish, word));
        for stem in guess::nominatives(word) {
            terms.add_stem(Tier::Base, &stem);
        }
        if let Some((head, tail)) = word.rsplit_once('-') {
            for base in self.base_forms(tail) {
                terms.add(Tier::Base, &format!("{head}{base}"));
            }
            return;
        }
        if let Some((head, tail)) = self.known_tail(word) {
            for reading in &tail {
                terms.add(Tier::Base, &format!("{head}{}", reading.base()));
                self.add_tail(reading, terms);
            }
            for base in self.base_forms(head) {
                terms.add(Tier::Part, &base);
            }
        }
    }

    fn add_tail(&self, reading: &Reading, terms: &mut TermList) {
        terms.add(Tier::Part, &reading.base());
        if reading.parts.len() > 1 {
            self.add_parts(&reading.parts, terms);
        }
    }

    /// Splits an unknown word before the longest end that the dictionary
    /// knows as a word of its own.
    fn known_tail<'a>(&self, word: &'a str) -> Option<(&'a str, Vec<Reading>)> {
        let count = word.chars().count();
        let last = count.checked_sub(LEAST_TAIL)?;
        for (start, _) in word.char_indices().take(last + 1).skip(LEAST_HEAD) {
            let (head, tail) = word.split_at_checked(start)?;
            let mut readings = readings(&self.dictionary, tail);
            readings.retain(|reading| {
                reading.parts.last().is_some_and(|part| part.class == Class::Word)
            });
            if !readings.is_empty() {
                return Some((head, readings));
            }
        }
        None
    }
}

/// Adds the base form of a reading, and the verb that it comes from.
fn add_bases(reading: &Reading, terms: &mut TermList) {
    let Some((last, earlier)) = reading.parts.split_last() else { return };
    let head: String = earlier.iter().map(|part| part.surface.as_str()).collect();
    let base = reading.base();
    if last.action.is_empty() {
        terms.add(Tier::Base, &base);
    } else {
        terms.add(Tier::Base, &format!("{head}{}", last.action));
        terms.add(Tier::Root, &base);
    }
    if last.derivation == Derivation::Participle {
        terms.add(Tier::Root, &format!("{head}{}", last.root.replace('=', "")));
    }
}

fn is_name(reading: &Reading) -> bool {
    reading.parts.last().is_some_and(|part| part.class == Class::Name)
}

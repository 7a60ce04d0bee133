//! What a word is found by.

use crate::fold;

/// The longest term, in letters. Longer words are cut.
pub const LONGEST_TERM: usize = 64;
/// Terms of one word.
pub const MOST_TERMS: usize = 32;

/// How a term is like the word in the text, closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// The word itself, folded.
    Exact,
    /// Its base form, or its stem if no dictionary knows it.
    Base,
    /// The verb that it is a participle or a noun of action of.
    Root,
    /// A part of the compound, or what the word is derived from.
    Part,
}

/// One search term of a word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    /// Letters and digits, with `_` between digits and before a stem, so
    /// that a stem never meets a word. At most 65 characters.
    pub text: Box<str>,
    /// How it is like the word.
    pub tier: Tier,
}

/// Whether a word stands in a text or is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Text,
    Query,
}

/// Collects the terms of a word, each text once, with its best tier.
pub struct TermList {
    terms: Vec<Term>,
    worst: Tier,
}

impl TermList {
    /// An empty list that takes terms of this tier and better ones.
    pub fn down_to(worst: Tier) -> Self {
        Self { terms: Vec::with_capacity(8), worst }
    }

    /// Adds a word as it is in a dictionary.
    pub fn add(&mut self, tier: Tier, word: &str) {
        self.push(tier, fold::term(word));
    }

    /// Adds what a stemmer left of a word.
    pub fn add_stem(&mut self, tier: Tier, stem: &str) {
        let stem = fold::term(stem);
        if !stem.is_empty() {
            self.push(tier, format!("_{stem}"));
        }
    }

    fn push(&mut self, tier: Tier, text: String) {
        if tier > self.worst || text.is_empty() {
            return;
        }
        let text = match text.char_indices().nth(LONGEST_TERM) {
            Some((end, _)) => text.get(..end).unwrap_or_default().into(),
            None => text.into_boxed_str(),
        };
        if let Some(known) = self.terms.iter_mut().find(|term| term.text == text) {
            known.tier = known.tier.min(tier);
        } else if self.terms.len() < MOST_TERMS {
            self.terms.push(Term { text, tier });
        }
    }

    /// Adds the terms of a piece of the word as terms of a part.
    pub fn add_part(&mut self, piece: Self) {
        for term in piece.terms {
            self.push(Tier::Part, term.text.into());
        }
    }

    /// The terms, best tier first.
    pub fn finish(mut self) -> Vec<Term> {
        self.terms.sort_by_key(|term| term.tier);
        self.terms
    }
}

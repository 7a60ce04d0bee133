//! Swedish: stems by hunspell's dictionary, compounds, and Snowball for what
//! the dictionary does not know.

use std::sync::LazyLock;

use crate::Language;
use crate::hunspell::{Dictionary, Place};
use crate::snowball;
use crate::term::{TermList, Tier};

static RULES: &str = include_str!("../dictionaries/sv/sv_SE.aff");
static WORDS: &str = include_str!("../dictionaries/sv/sv_SE.dic");

/// Read when the first Swedish word comes; takes some tens of milliseconds.
static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::new(RULES, WORDS));

/// Whether the dictionary has the word.
pub fn knows(word: &str) -> bool {
    !DICTIONARY.stems(word, Place::Alone).is_empty() || !DICTIONARY.compounds(word).is_empty()
}

/// Adds the terms of a word in normal spelling.
pub fn add_terms(word: &str, terms: &mut TermList) {
    let stems = DICTIONARY.stems(word, Place::Alone);
    for stem in &stems {
        terms.add(Tier::Base, stem);
    }
    if stems.is_empty() {
        terms.add_stem(Tier::Base, &snowball::stem(Language::Swedish, word));
    }
    for borders in DICTIONARY.compounds(word) {
        add_compound(word, &borders, stems.is_empty(), terms);
    }
}

fn add_compound(word: &str, borders: &[usize], is_base: bool, terms: &mut TermList) {
    let Some(last) = borders.last() else { return };
    let (head, tail) = word.split_at_checked(*last).unwrap_or_default();
    for stem in DICTIONARY.stems(tail, Place::End) {
        if is_base {
            terms.add(Tier::Base, &format!("{head}{stem}"));
        }
        terms.add(Tier::Part, &stem);
    }
    let mut start = 0;
    for end in borders {
        let part = word.get(start..*end).unwrap_or_default();
        let place = if start == 0 { Place::Begin } else { Place::Middle };
        for stem in DICTIONARY.stems(part, place) {
            terms.add(Tier::Part, &stem);
        }
        start = *end;
    }
}

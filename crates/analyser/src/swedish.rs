//! Swedish: stems by hunspell's dictionary, compounds, and Snowball for what
//! the dictionary does not know.

use std::sync::LazyLock;

use crate::Language;
use crate::hunspell::{Dictionary, Place};
use crate::irregular::SWEDISH;
use crate::snowball;
use crate::suggest;
use crate::term::{TermList, Tier};

static RULES: &str = include_str!("../dictionaries/sv/sv_SE.aff");
static WORDS: &str = include_str!("../dictionaries/sv/sv_SE.dic");

/// Read when the first Swedish word comes; takes some tens of milliseconds.
static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::new(RULES, WORDS));

/// Verbs with these before them are inflected as without.
const VERB_PREFIXES: &[&str] = &[
    "an", "av", "be", "bi", "bort", "efter", "er", "fort", "fram", "från", "före", "för", "genom",
    "hem", "iakt", "in", "kvar", "med", "miss", "mot", "ned", "ner", "om", "på", "samman", "till",
    "tillbaka", "under", "upp", "ut", "vidare", "åter", "över",
];

/// The base forms of a word, none if the dictionary does not know it.
pub fn base_forms(word: &str) -> Vec<String> {
    let mut found = stems(word);
    found.extend(SWEDISH.bases(word).map(str::to_owned));
    if found.is_empty() {
        for borders in DICTIONARY.compounds(word) {
            let Some((head, tail)) = borders.last().and_then(|at| word.split_at_checked(*at))
            else {
                continue;
            };
            let stems = DICTIONARY.stems(tail, Place::End);
            found.extend(stems.into_iter().map(|stem| format!("{head}{stem}")));
        }
    }
    found
}

/// Words of the dictionary, in their base form, that are spelled alike.
pub fn suggestions(word: &str, limit: usize) -> Vec<String> {
    let found = suggest::nearest(word, DICTIONARY.words(), limit);
    found.into_iter().map(str::to_owned).collect()
}

/// Whether the dictionary has the word.
pub fn knows(word: &str) -> bool {
    !stems(word).is_empty() || !DICTIONARY.compounds(word).is_empty()
}

/// Whether the dictionary has the word in small letters.
pub fn is_word(word: &str) -> bool {
    !DICTIONARY.stems(word, Place::Alone).is_empty()
}

/// Adds the terms of a word in normal spelling.
pub fn add_terms(word: &str, terms: &mut TermList) {
    let stems = stems(word);
    for stem in &stems {
        terms.add(Tier::Base, stem);
    }
    if stems.is_empty() {
        terms.add_stem(Tier::Base, &snowball::stem(Language::Swedish, word));
    }
    add_irregular(word, terms);
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
    for base in SWEDISH.bases(tail) {
        terms.add(Tier::Base, &format!("{head}{base}"));
        terms.add(Tier::Part, base);
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

/// The words that a form in small letters may be of, in small letters.
/// Names and abbreviations stand in the dictionary as they are written.
fn stems(form: &str) -> Vec<String> {
    let mut found = DICTIONARY.stems(form, Place::Alone);
    if found.is_empty() {
        for written in [capitalised(form), form.to_uppercase()] {
            let stems = DICTIONARY.stems(&written, Place::Alone);
            found.extend(stems.into_iter().map(|stem| stem.to_lowercase()));
        }
    }
    found
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn add_irregular(word: &str, terms: &mut TermList) {
    for base in SWEDISH.bases(word) {
        terms.add(Tier::Base, base);
    }
    for prefix in VERB_PREFIXES {
        for base in word.strip_prefix(prefix).into_iter().flat_map(|rest| SWEDISH.bases(rest)) {
            terms.add(Tier::Base, &format!("{prefix}{base}"));
        }
    }
}

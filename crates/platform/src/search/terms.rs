//! A text as terms of the index.
//!
//! A term is spelled circle, tier, text: `mbpalkka` is found by members who
//! look for a form of *palkka*. Tiers: `t` a word of the title in any form,
//! `e` the word as written (only where that is no base form), `b` base form,
//! `r` root of a participle or noun of action, `p` part of a compound. `x` is
//! followed by the number of the place.

use std::collections::HashMap;

use kafferum_analyser::{Analyser, Language, Tier, words};

use super::{Circle, stop_words};
use crate::texts::Lang;

/// Words of a text that are indexed; beyond them it is a book.
const MOST_WORDS: usize = 20_000;

/// Share of a text's words that a dictionary must know for the text to be
/// taken as written in that language.
const KNOWN_SHARE: f64 = 0.5;
/// Words that the language of a text is told by.
const TOLD_BY: usize = 40;
/// Words that are looked up where function words do not tell.
const LOOKED_UP: usize = 8;

/// A text, analysed. Made before the transaction, since it takes longer than
/// writing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prepared {
    /// What the text was analysed as.
    pub lang: Option<Lang>,
    /// Tier and text of each term, sorted, each once.
    terms: Vec<String>,
}

impl Prepared {
    /// Analyses a title and a body written in a language.
    #[must_use]
    pub fn new(analyser: &Analyser, lang: Lang, title: &str, body: &str) -> Self {
        let language = super::language(lang);
        let mut terms = Vec::with_capacity(body.len() / 4);
        for word in words(title).take(MOST_WORDS) {
            for term in &*analyser.terms(language, word.text) {
                if term.tier != Tier::Part {
                    terms.push(format!("t{}", term.text));
                }
            }
        }
        let mut best: HashMap<Box<str>, Tier> = HashMap::new();
        for word in words(title).take(MOST_WORDS).chain(words(body).take(MOST_WORDS)) {
            add_body(&mut best, &analyser.terms(language, word.text));
        }
        terms.extend(best.into_iter().map(|(text, tier)| format!("{}{text}", letter(tier))));
        terms.sort_unstable();
        terms.dedup();
        Self { lang: Some(lang), terms }
    }

    /// The same for a text whose language is not told: the writer's own unless
    /// the words say otherwise.
    #[must_use]
    pub fn guessing(analyser: &Analyser, writers: Lang, title: &str, body: &str) -> Self {
        Self::new(analyser, guess(analyser, writers, title, body), title, body)
    }

    /// The base forms of its words, and the words of which there is none.
    pub fn base_terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().filter(|term| term.starts_with(['b', 'e'])).map(String::as_str)
    }

    /// All terms as the index takes them, for those circles, at that place.
    pub(super) fn spelled(&self, circles: &[Circle], place: i64) -> String {
        let length: usize = self.terms.iter().map(|term| term.len() + 2).sum();
        let mut out = String::with_capacity(length * circles.len() + 16);
        for circle in circles {
            let letter = circle.letter();
            out.push(letter);
            out.push('x');
            out.push_str(&place.to_string());
            for term in &self.terms {
                out.push(' ');
                out.push(letter);
                out.push_str(term);
            }
            out.push(' ');
        }
        out
    }
}

/// What a single word is known by in [`Prepared::base_terms`], in any of its
/// forms. `None` if it is not one word.
#[must_use]
pub fn word_terms(analyser: &Analyser, lang: Lang, typed: &str) -> Option<Vec<String>> {
    let mut found = words(typed);
    let (word, None) = (found.next()?, found.next()) else { return None };
    let terms = analyser.terms(super::language(lang), word.text);
    let of = |tier: Tier| -> Vec<&str> {
        terms.iter().filter(|term| term.tier == tier).map(|term| &*term.text).collect()
    };
    let bases = of(Tier::Base);
    let known = if bases.is_empty() { of(Tier::Exact) } else { bases };
    // A text that has the word in its base form has it as it is written.
    let both =
        |text: &&str| [Tier::Base, Tier::Exact].map(|tier| format!("{}{text}", letter(tier)));
    Some(known.iter().flat_map(both).collect())
}

fn add_body(best: &mut HashMap<Box<str>, Tier>, terms: &[kafferum_analyser::Term]) {
    for term in terms {
        match best.get_mut(&*term.text) {
            // A base form is also the word as written by somebody.
            Some(known) => *known = closer(*known, term.tier),
            None => {
                best.insert(term.text.clone(), term.tier);
            }
        }
    }
}

/// The tier by which more queries find it. `Exact` stands below `Base`: it is
/// an inflected form that only the same form finds.
fn closer(one: Tier, other: Tier) -> Tier {
    let rank = |tier| match tier {
        Tier::Base => 0,
        Tier::Exact => 1,
        Tier::Root => 2,
        Tier::Part => 3,
    };
    if rank(one) <= rank(other) { one } else { other }
}

const fn letter(tier: Tier) -> char {
    match tier {
        Tier::Exact => 'e',
        Tier::Base => 'b',
        Tier::Root => 'r',
        Tier::Part => 'p',
    }
}

/// The language of a text: that of most of its function words, which costs
/// next to nothing; where those do not tell, that of most words in the
/// dictionaries.
fn guess(analyser: &Analyser, writers: Lang, title: &str, body: &str) -> Lang {
    let told_by: Vec<String> = words(title)
        .chain(words(body))
        .take(TOLD_BY)
        .map(|word| word.text.to_lowercase())
        .collect();
    let count = |lang: Lang| told_by.iter().filter(|word| stop_words::is_one(lang, word)).count();
    let others = Lang::ALL.iter().filter(|lang| **lang != writers);
    let best_other = others.map(|lang| (count(*lang), *lang)).max_by_key(|(count, _)| *count);
    match best_other {
        Some((most, other)) if most > count(writers) + 1 => return other,
        _ if count(writers) > 0 => return writers,
        _ => {}
    }
    let share = |language: Language| {
        let few = told_by.iter().take(LOOKED_UP);
        let known = few.filter(|word| analyser.knows(language, word)).count();
        known as f64 / told_by.len().clamp(1, LOOKED_UP) as f64
    };
    let (finnish, swedish) = (share(Language::Finnish), share(Language::Swedish));
    match writers {
        Lang::Fi if finnish >= KNOWN_SHARE => Lang::Fi,
        Lang::Sv if swedish >= KNOWN_SHARE => Lang::Sv,
        _ if finnish >= KNOWN_SHARE && finnish >= swedish => Lang::Fi,
        _ if swedish >= KNOWN_SHARE => Lang::Sv,
        _ => writers,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_spelled_for_each_circle_with_its_place() {
        let analyser = Analyser::bundled();
        let words = Prepared::new(&analyser, Lang::Fi, "Sukat", "Lomapalkasta");
        let text = words.spelled(&[Circle::Members, Circle::Guests], 7);
        let terms: Vec<&str> = text.split(' ').collect();
        for term in
            ["mx7", "gx7", "mtsukka", "gtsukka", "mblomapalkka", "melomapalkasta", "mppalkka"]
        {
            assert!(terms.contains(&term), "{term}: {text}");
        }
        assert!(!terms.contains(&"mtlomapalkka"), "the body is no title: {text}");
        assert!(terms.iter().all(|term| !term.starts_with(['a', 'h'])), "{text}");
    }

    #[test]
    fn the_language_of_a_text_is_told_by_its_words() {
        let analyser = Analyser::bundled();
        let guessed = |text| Prepared::guessing(&analyser, Lang::Fi, "", text).lang;
        assert_eq!(guessed("Minun vuoroni venyi taas kaksi tuntia."), Some(Lang::Fi));
        assert_eq!(guessed("Mitt arbetspass blev två timmar för långt."), Some(Lang::Sv));
        assert_eq!(guessed("My shift was two hours too long and I am tired."), Some(Lang::En));
        assert_eq!(guessed("Brrr!"), Some(Lang::Fi));
    }
}

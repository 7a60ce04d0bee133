//! A text as terms of the index.
//!
//! A term is spelled circle, tier, text: `mbpalkka` is found by members who
//! look for a form of *palkka*. Tiers: `t` a word of the title in any form,
//! `e` the word as written (only where that is no base form), `b` base form,
//! `r` root of a participle or noun of action, `p` part of a compound. `x` is
//! followed by the number of the place.

use std::collections::HashMap;

use kafferum_analyser::{Analyser, Language, Tier, words};

use super::{Circle, language, stop_words};
use crate::texts::Lang;

/// Words of a text that are indexed; beyond them it is a book.
const MOST_WORDS: usize = 20_000;

/// Bytes of a text's terms; words beyond them are not indexed. PostgreSQL takes
/// 1 MB in one text, which has its terms once for each of at most two circles.
/// The longest post, all long compounds and none twice, needs some 200 kB; only
/// what is brought from another forum can be longer.
const MOST_BYTES: usize = 500_000;

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
    pub lang: Option<Language>,
    /// Tier and text of each term, sorted, each once.
    terms: Vec<String>,
}

impl Prepared {
    /// Analyses a title and a body written in a language.
    #[must_use]
    pub fn new(analyser: &Analyser, lang: Lang, title: &str, body: &str) -> Self {
        Self::in_language(analyser, language(lang), title, body)
    }

    fn in_language(analyser: &Analyser, language: Language, title: &str, body: &str) -> Self {
        let terms_of = |word: &str| analyser.terms(language_of(language, word), word);
        let mut terms = Vec::with_capacity(body.len() / 4);
        for word in words(title).take(MOST_WORDS) {
            for term in &*terms_of(word.text) {
                if term.tier != Tier::Part {
                    terms.push(format!("t{}", term.text));
                }
            }
        }
        let mut size: usize = terms.iter().map(|term| term.len() + 2).sum();
        let mut best: HashMap<Box<str>, Tier> = HashMap::new();
        for word in words(title).take(MOST_WORDS).chain(words(body).take(MOST_WORDS)) {
            size += add_body(&mut best, &terms_of(word.text));
            if size > MOST_BYTES {
                break;
            }
        }
        terms.extend(best.into_iter().map(|(text, tier)| format!("{}{text}", letter(tier))));
        terms.sort_unstable();
        terms.dedup();
        Self { lang: Some(language), terms }
    }

    /// The same for a text whose language is not told: the writer's own, or what
    /// it was taken as before, unless the words say otherwise.
    #[must_use]
    pub fn guessing(analyser: &Analyser, writers: Language, title: &str, body: &str) -> Self {
        Self::in_language(analyser, guess(analyser, writers, title, body), title, body)
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
    let terms = analyser.terms(language_of(language(lang), word.text), word.text);
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

/// What a word is analysed as in a text of some language: words in Cyrillic are
/// Russian wherever they stand.
pub(super) fn language_of(text: Language, word: &str) -> Language {
    if is_cyrillic(word) { Language::Russian } else { text }
}

pub(super) fn is_cyrillic(word: &str) -> bool {
    word.chars().any(|letter| matches!(letter, '\u{400}'..='\u{4ff}'))
}

/// Adds the terms of a word; the bytes that they need in the index.
fn add_body(best: &mut HashMap<Box<str>, Tier>, terms: &[kafferum_analyser::Term]) -> usize {
    let mut size = 0;
    for term in terms {
        match best.get_mut(&*term.text) {
            // A base form is also the word as written by somebody.
            Some(known) => *known = closer(*known, term.tier),
            None => {
                // A circle, a tier and a space come with it.
                size += term.text.len() + 3;
                best.insert(term.text.clone(), term.tier);
            }
        }
    }
    size
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

/// The language of a text: Russian if it is written in Cyrillic, else that of
/// most of its function words, which costs next to nothing; where those do not
/// tell, that of most words in the dictionaries.
pub(super) fn guess(analyser: &Analyser, writers: Language, title: &str, body: &str) -> Language {
    let told_by: Vec<String> = words(title)
        .chain(words(body))
        .take(TOLD_BY)
        .map(|word| word.text.to_lowercase())
        .collect();
    if told_by.iter().filter(|word| is_cyrillic(word)).count() * 2 > told_by.len() {
        return Language::Russian;
    }
    // Russian was told by letters that are there no more.
    let writers = if writers == Language::Russian { Language::Finnish } else { writers };
    let count = |language: Language| {
        told_by.iter().filter(|word| stop_words::tells(language, word)).count()
    };
    let others = stop_words::TOLD.iter().filter(|other| **other != writers);
    let best_other = others.map(|other| (count(*other), *other)).max_by_key(|(count, _)| *count);
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
        // Most short words of Estonian are words of Finnish too.
        Language::Estonian => Language::Estonian,
        Language::Finnish if finnish >= KNOWN_SHARE => Language::Finnish,
        Language::Swedish if swedish >= KNOWN_SHARE => Language::Swedish,
        _ if finnish >= KNOWN_SHARE && finnish >= swedish => Language::Finnish,
        _ if swedish >= KNOWN_SHARE => Language::Swedish,
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
        let guessed = |text| Prepared::guessing(&analyser, Language::Finnish, "", text).lang;
        for (text, language) in [
            ("Minun vuoroni venyi taas kaksi tuntia.", Language::Finnish),
            ("Mitt arbetspass blev två timmar för långt.", Language::Swedish),
            ("My shift was two hours too long and I am tired.", Language::English),
            ("Моя смена опять длилась на два часа дольше.", Language::Russian),
            ("Minu vahetus kestis kaks tundi kauem ja ma olen väga väsinud.", Language::Estonian),
            ("Sana отпуск tarkoittaa lomaa.", Language::Finnish),
            ("Brrr!", Language::Finnish),
        ] {
            assert_eq!(guessed(text), Some(language), "{text}");
        }
    }

    /// Sentences of a language: how many there are, and how many are guessed
    /// to be of it when somebody writes them whose pages are in another.
    fn guessed_right(code: &str, writers: Lang, least_words: usize) -> (usize, usize) {
        let analyser = Analyser::bundled();
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../analyser/tests/data/sentences-");
        let file = std::fs::read_to_string(format!("{path}{code}.tsv")).unwrap();
        let texts = file.lines().skip(1).filter_map(|line| line.split('\t').nth(1));
        let long = texts.filter(|text| words(text).count() >= least_words);
        let (mut all, mut right) = (0, 0);
        for text in long {
            all += 1;
            right += usize::from(
                guess(&analyser, language(writers), "", text) == Language::from_code(code).unwrap(),
            );
        }
        (all, right)
    }

    #[test]
    fn estonian_is_told_from_finnish_and_finnish_is_not_taken_for_it() {
        let (all, right) = guessed_right("fi", Lang::Fi, 1);
        assert!(right * 100 >= all * 99, "Finnish: {right} of {all}");
        let (all, right) = guessed_right("et", Lang::Fi, 12);
        assert!(right * 100 >= all * 80, "Estonian: {right} of {all}");
        let (all, right) = guessed_right("ru", Lang::Fi, 3);
        assert!(right * 100 >= all * 95, "Russian: {right} of {all}");
        let (all, right) = guessed_right("sv", Lang::Sv, 1);
        assert!(right * 100 >= all * 98, "Swedish: {right} of {all}");
    }

    #[test]
    fn a_text_of_long_compounds_is_cut_at_what_the_index_takes() {
        let analyser = Analyser::bundled();
        let body = long_compounds(9_000);
        let words = Prepared::new(&analyser, Lang::Fi, "Yhdyssanat", &body);
        let text = words.spelled(&[Circle::Members, Circle::Guests], 1);
        assert!(text.len() < 1_048_000, "{}", text.len());
        assert!(text.len() > 900_000, "the text is as long as it should be: {}", text.len());
        assert!(text.contains(" mtyhdyssana"), "the title is always there");
    }

    /// So many compounds, none twice.
    fn long_compounds(count: usize) -> String {
        const PARTS: &[&str] = &[
            "palkka",
            "loma",
            "vuoro",
            "lista",
            "sopimus",
            "neuvottelu",
            "kokous",
            "talo",
            "kirja",
            "auto",
            "kahvi",
            "kuppi",
            "päivä",
            "yö",
        ];
        let part = |number: usize| PARTS[number % PARTS.len()];
        let compound = |n: usize| {
            let digits = [n, n / 14, n / 196, n / 7 + 3, n / 3 + 5, n / 11 + 8].map(part);
            digits.concat()
        };
        (0..count).map(compound).collect::<Vec<_>>().join(" ")
    }
}

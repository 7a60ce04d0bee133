//! The passage of a text where a query's words stand, with the words marked
//! as they stand there.

use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use kafferum_analyser::{Analyser, Language, words};

use super::query::Query;
use super::terms::language_of;
use crate::web::view::{Html, escape};

/// Letters of a passage, about.
const LENGTH: usize = 220;
/// Letters before the first marked word.
const BEFORE: usize = 60;
/// Words of a text that are looked through.
const MOST_WORDS: usize = 3000;

/// Marks a query's words in the texts of one page of results.
pub struct Marker<'q> {
    analyser: &'q Analyser,
    query: &'q Query,
    /// Words already looked at, by a hash of language and word: most of a text
    /// are the same few hundred. Two words with one hash would at worst be
    /// marked alike.
    known: HashMap<u64, bool, RandomState>,
    hasher: RandomState,
}

impl<'q> Marker<'q> {
    /// For one page.
    #[must_use]
    pub fn new(analyser: &'q Analyser, query: &'q Query) -> Self {
        Self { analyser, query, known: HashMap::default(), hasher: RandomState::default() }
    }

    /// A passage of a text with what was asked for marked in it.
    #[must_use]
    pub fn snippet(&mut self, lang: Language, text: &str) -> Html {
        // With one word to find, nothing beyond its first passage needs looking at.
        let reach = if self.query.words.len() == 1 { LENGTH } else { usize::MAX };
        let found = self.marks(lang, text, reach);
        let start = best_start(text, &found);
        let end = place_after(text, start, LENGTH);
        let mut html = String::with_capacity(LENGTH * 2);
        if start > 0 {
            html.push_str("… ");
        }
        push_marked(&mut html, text, start, end, &found);
        if end < text.len() {
            html.push_str(" …");
        }
        Html(html)
    }

    /// A whole short text, such as a title, with what was asked for marked in
    /// it.
    #[must_use]
    pub fn marked(&mut self, lang: Language, text: &str) -> Html {
        let found = self.marks(lang, text, usize::MAX);
        let mut html = String::with_capacity(text.len() * 2);
        push_marked(&mut html, text, 0, text.len(), &found);
        Html(html)
    }

    /// Where words that were asked for stand, up to `reach` bytes behind the
    /// first.
    fn marks(&mut self, lang: Language, text: &str, reach: usize) -> Vec<(usize, usize)> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for word in words(text).take(MOST_WORDS) {
            if found.first().is_some_and(|(first, _)| word.start - first > reach) {
                break;
            }
            if self.is_asked(lang, word.text) {
                found.push((word.start, word.end));
            }
        }
        found
    }

    fn is_asked(&mut self, lang: Language, word: &str) -> bool {
        let (analyser, query) = (self.analyser, self.query);
        *self.known.entry(self.hasher.hash_one((lang, word))).or_insert_with(|| {
            let terms = analyser.terms(language_of(lang, word), word);
            terms.iter().any(|term| query.has(&term.text))
        })
    }
}

/// The beginning of the passage with most marks.
fn best_start(text: &str, found: &[(usize, usize)]) -> usize {
    let marks_from = |(index, (start, _)): (usize, &(usize, usize))| {
        let near = found.iter().skip(index).take_while(|(_, end)| *end <= start + LENGTH - BEFORE);
        // Of two with the same count the first is taken.
        (near.count(), std::cmp::Reverse(*start))
    };
    match found.iter().enumerate().map(marks_from).max() {
        Some((_, std::cmp::Reverse(start))) if start > BEFORE => place_before(text, start, BEFORE),
        _ => 0,
    }
}

/// The beginning of the word so many bytes before a place.
fn place_before(text: &str, place: usize, bytes: usize) -> usize {
    let earliest = place.saturating_sub(bytes);
    let head = text.get(..place).unwrap_or_default();
    let boundary =
        head.char_indices().find(|(at, letter)| *at >= earliest && letter.is_whitespace());
    boundary.map_or(place, |(at, letter)| at + letter.len_utf8())
}

/// The end of the last word within so many bytes after a place.
fn place_after(text: &str, start: usize, bytes: usize) -> usize {
    let latest = start + bytes;
    if latest >= text.len() {
        return text.len();
    }
    let spaces = text.char_indices().filter(|(at, letter)| *at > start && letter.is_whitespace());
    spaces.map(|(at, _)| at).take_while(|at| *at <= latest).last().unwrap_or_else(|| {
        // One endless word: cut it where a letter ends.
        text.char_indices().map(|(at, _)| at).find(|at| *at >= latest).unwrap_or(text.len())
    })
}

fn push_marked(html: &mut String, text: &str, start: usize, end: usize, found: &[(usize, usize)]) {
    let mut at = start;
    for (from, to) in found.iter().filter(|(from, to)| *from >= start && *to <= end) {
        html.push_str(&escape(text.get(at..*from).unwrap_or_default()));
        html.push_str("<mark>");
        html.push_str(&escape(text.get(*from..*to).unwrap_or_default()));
        html.push_str("</mark>");
        at = *to;
    }
    html.push_str(&escape(text.get(at..end).unwrap_or_default()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Lang;

    fn cut(typed: &str, text: &str) -> String {
        let analyser = Analyser::bundled();
        let query = Query::new(&analyser, Lang::Fi, typed);
        Marker::new(&analyser, &query).snippet(Language::Finnish, text).0
    }

    #[test]
    fn the_word_is_marked_as_it_stands_in_the_text() {
        assert_eq!(
            cut("lomapalkka", "Kysyin lomapalkastani <b>."),
            "Kysyin <mark>lomapalkastani</mark> &lt;b&gt;."
        );
        assert_eq!(cut("kahvi", "Teetä vain."), "Teetä vain.");
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_what_was_asked_for() {
        let filler = "Aivan muuta asiaa tässä kohdassa. ".repeat(20);
        let text = format!("{filler}Sitten lomapalkka maksettiin. {filler}");
        let found = cut("lomapalkasta", &text);
        assert!(found.starts_with("… ") && found.ends_with(" …"), "{found}");
        assert!(found.contains("<mark>lomapalkka</mark> maksettiin."), "{found}");
        assert!(found.chars().count() < LENGTH + 40, "{found}");
        let first = found.trim_start_matches("… ").split(' ').next().unwrap_or_default();
        assert!(filler.contains(&format!(" {first} ")), "{found}");
    }

    #[test]
    fn of_several_passages_the_one_with_most_words_is_shown() {
        let filler = "Aivan muuta asiaa tässä kohdassa. ".repeat(12);
        let text = format!("Palkka tuli. {filler}Palkka ja loma yhdessä.");
        assert!(cut("loma palkka", &text).contains("<mark>Palkka</mark> ja <mark>loma</mark>"));
    }

    #[test]
    fn a_text_without_spaces_is_cut_where_a_letter_ends() {
        let found = cut("kahvi", &"ä".repeat(2000));
        assert!(found.chars().count() < LENGTH + 10, "{}", found.len());
    }
}

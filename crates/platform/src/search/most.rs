//! What has most of a query's words, for where little has all of them: people
//! ask whole questions, and hardly a text has every word of one.
//!
//! Each word is asked for by itself, the newest texts first, and what was found
//! is put together by thing. A word says the more the rarer it is, and twice as
//! much in a title, which speaks for all texts of its thing. What several texts
//! of a thing say between them counts half. The work is bounded: three questions
//! to the index a word, each for so many texts.

use std::collections::HashMap;

use super::query::{Asked, Query, Scope, Step};
use super::{Access, Hit, Source};
use crate::db::Tx;
use crate::fault::Fault;

/// Texts of a word that are looked at: a word that more have is frequent, and
/// asked for once more beside the rarer ones.
const MOST_TEXTS: usize = 1_000;
/// Titles of a word that are looked at.
const MOST_TITLES: usize = 200;
/// Things that are given.
const MOST_THINGS: usize = 20;

/// How much more a word says in a title.
const IN_TITLE: f64 = 2.0;
/// How much of that a word says that is only in another text of the thing, or
/// of which there is only the greater part.
const HALF: f64 = 0.5;
/// What says less than this share of what says most is left out.
const LEAST_SHARE: f64 = 0.4;
/// And what says less than this share of all that was asked for: of a frequent
/// word and one that is nowhere, the frequent one alone answers nothing. A little
/// less than half, since of two words that are about as rare either may.
const LEAST_OF_ALL: f64 = 0.45;

/// A thing that has some of the words.
pub(super) struct Partly {
    /// Those of its texts that say most.
    pub hits: Vec<Hit>,
    /// The words that no text of it has.
    pub missing: Vec<String>,
}

/// A thing: its kind and number.
type Thing = (String, i64);

/// How a text has a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Has {
    InTitle,
    InText,
    /// The greater part of it.
    Part,
}

/// Which words a text has: by their place in the query.
struct Text {
    hit: Hit,
    has: HashMap<usize, Has>,
}

/// What has most of the words or all of them, the most first and the newest
/// first among those that have the same.
pub(super) fn find(
    tx: &mut Tx<'_>,
    query: &Query,
    (source, access): (&Source, &[Access]),
    scope: Scope,
) -> Result<Vec<Partly>, Fault> {
    let mut search = Gathering { texts: HashMap::new(), weights: Vec::new(), all: 0.0 };
    let mut frequent = Vec::new();
    let mut rare: Vec<Asked> = Vec::new();
    let by_itself = |word: &Asked| query.beside(word, Vec::new());
    for (at, word) in query.words.iter().enumerate() {
        let one = by_itself(word);
        let found = one.newest(tx, (source, access), Step::All, scope, MOST_TEXTS)?;
        let mut how_many = found.hits.len();
        search.all += weight(how_many);
        if !found.hits.is_empty() {
            let titles = one.newest(tx, (source, access), Step::Title, scope, MOST_TITLES)?;
            search.take(at, Has::InTitle, titles.hits);
        } else if !word.parts.is_empty() {
            let parts = one.newest(tx, (source, access), Step::Parts, scope, MOST_TEXTS)?;
            how_many = parts.hits.len();
            search.take(at, Has::Part, parts.hits);
        }
        if !found.is_whole {
            frequent.push(at);
        } else if !found.hits.is_empty() {
            rare.push(word.clone());
        }
        search.take(at, Has::InText, found.hits);
        search.weights.push(weight(how_many));
    }
    if !rare.is_empty() {
        for at in frequent {
            let Some(word) = query.words.get(at) else { continue };
            let both = query.beside(word, rare.clone());
            let found = both.newest(tx, (source, access), Step::All, scope, MOST_TEXTS)?;
            search.take(at, Has::InText, found.hits);
        }
    }
    Ok(search.best(query))
}

/// What a word says that so many texts have.
fn weight(texts: usize) -> f64 {
    /// Texts of a word that says next to nothing.
    const FREQUENT: f64 = 10_000.0;
    (1.0 + FREQUENT / (1.0 + texts as f64)).ln()
}

struct Gathering {
    texts: HashMap<i64, Text>,
    /// What each word of the query says, or its greater part where only that is
    /// found.
    weights: Vec<f64>,
    /// What all its words say together.
    all: f64,
}

/// A thing with its texts.
#[derive(Default)]
struct Gathered {
    texts: Vec<Text>,
    /// The best that any of them has of each word.
    has: HashMap<usize, Has>,
}

impl Gathering {
    /// Takes texts in that have a word. What they were found by first stays.
    fn take(&mut self, at: usize, how: Has, hits: Vec<Hit>) {
        for hit in hits {
            let text =
                self.texts.entry(hit.id).or_insert_with(|| Text { hit, has: HashMap::new() });
            text.has.entry(at).or_insert(how);
        }
    }

    fn best(self, query: &Query) -> Vec<Partly> {
        let mut things: HashMap<Thing, Gathered> = HashMap::new();
        for text in self.texts.into_values() {
            let thing = (text.hit.kind.clone(), text.hit.thing);
            let gathered = things.entry(thing).or_default();
            for (at, how) in &text.has {
                let best = gathered.has.entry(*at).or_insert(*how);
                if *how == Has::InTitle || *best == Has::Part {
                    *best = *how;
                }
            }
            gathered.texts.push(text);
        }
        let mut scored: Vec<(f64, i64, Partly)> = things
            .into_values()
            .filter_map(|gathered| {
                let (score, partly) = gathered.scored(&self.weights, query)?;
                let newest = partly.hits.iter().map(|hit| hit.id).max()?;
                Some((score, newest, partly))
            })
            .collect();
        scored.sort_by(|(one, a, _), (other, b, _)| other.total_cmp(one).then(b.cmp(a)));
        let least = scored.first().map_or(0.0, |(score, ..)| score * LEAST_SHARE);
        let least = least.max(self.all * LEAST_OF_ALL);
        let enough = scored.into_iter().take_while(|(score, ..)| *score >= least);
        enough.map(|(_, _, partly)| partly).take(MOST_THINGS).collect()
    }
}

impl Gathered {
    /// What its best texts say, and which they are.
    fn scored(self, weights: &[f64], query: &Query) -> Option<(f64, Partly)> {
        let missing = (0..).zip(&query.words);
        let missing = missing
            .filter(|(at, _)| !matches!(self.has.get(at), Some(Has::InTitle | Has::InText)))
            .map(|(_, word)| word.word.clone())
            .collect();
        // Of two that say the same the one with more words of its own.
        let scores: Vec<(f64, f64)> =
            self.texts.iter().map(|text| self.score(text, weights)).collect();
        let best = scores
            .iter()
            .copied()
            .max_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)))?;
        let is_best = |(score, own): (f64, f64)| score >= best.0 && own >= best.1;
        let both = self.texts.into_iter().zip(scores);
        let mut hits: Vec<Hit> =
            both.filter(|(_, score)| is_best(*score)).map(|(text, _)| text.hit).collect();
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.id));
        Some((best.0, Partly { hits, missing }))
    }

    /// What a text says with its thing, and what it says by itself.
    fn score(&self, text: &Text, weights: &[f64]) -> (f64, f64) {
        let share = |how: Option<&Has>| match how {
            Some(Has::InTitle) => IN_TITLE,
            Some(Has::InText) => 1.0,
            Some(Has::Part) => HALF,
            None => 0.0,
        };
        weights.iter().enumerate().fold((0.0, 0.0), |(score, own), (at, weight)| {
            let here = share(text.has.get(&at));
            let elsewhere = match self.has.get(&at) {
                Some(Has::InTitle) => IN_TITLE,
                how => share(how) * HALF,
            };
            (score + weight * here.max(elsewhere), own + weight * here)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Analyser, Language};
    use crate::texts::Lang;

    fn hit(id: i64, thing: i64) -> Hit {
        let (kind, part) = ("post".to_owned(), id.to_string());
        Hit { id, kind, thing, part, place: 1, lang: Language::Finnish, at: 0 }
    }

    /// The things that have most of two words, by the texts that have each:
    /// number of the text and of its thing.
    fn best(
        weights: [f64; 2],
        titles: [&[(i64, i64)]; 2],
        texts: [&[(i64, i64)]; 2],
    ) -> Vec<(i64, Vec<i64>, Vec<String>)> {
        let query = Query::new(&Analyser::bundled(), Lang::Fi, "sukka myssy");
        let all = weights.iter().sum();
        let mut gathering = Gathering { texts: HashMap::new(), weights: weights.to_vec(), all };
        for (how, lists) in [(Has::InTitle, titles), (Has::InText, texts)] {
            for (at, list) in lists.into_iter().enumerate() {
                gathering.take(at, how, list.iter().map(|(id, thing)| hit(*id, *thing)).collect());
            }
        }
        let found = gathering.best(&query);
        let shown = |partly: Partly| {
            let thing = partly.hits.first().map_or(0, |hit| hit.thing);
            (thing, partly.hits.iter().map(|hit| hit.id).collect(), partly.missing)
        };
        found.into_iter().map(shown).collect()
    }

    #[test]
    fn a_rare_word_comes_before_a_frequent_one_and_a_title_before_a_text() {
        let (sukka, myssy) = ("sukka".to_owned(), "myssy".to_owned());
        let found = best([3.0, 3.0], [&[], &[]], [&[(1, 1)], &[(2, 2)]]);
        assert_eq!(found, [(2, vec![2], vec![sukka.clone()]), (1, vec![1], vec![myssy.clone()])]);
        let found = best([3.0, 2.0], [&[], &[]], [&[(1, 1)], &[(2, 2)]]);
        assert_eq!(found, [(1, vec![1], vec![myssy.clone()])], "the frequent one says too little");
        let found = best([3.0, 2.0], [&[], &[(2, 2)]], [&[(1, 1)], &[(2, 2)]]);
        assert_eq!(found, [(2, vec![2], vec![sukka]), (1, vec![1], vec![myssy])]);
    }

    #[test]
    fn what_has_both_comes_first_and_what_says_little_is_left_out() {
        let found = best([9.0, 1.0], [&[], &[]], [&[(1, 1), (3, 3)], &[(2, 2), (3, 3)]]);
        assert_eq!(found.iter().map(|(thing, ..)| *thing).collect::<Vec<_>>(), [3, 1]);
    }

    #[test]
    fn a_word_of_the_title_and_one_of_a_reply_are_both_there() {
        // Both words stand in the first thread, one of them in its title.
        let found = best([3.0, 3.0], [&[(1, 1)], &[]], [&[(1, 1), (4, 2)], &[(3, 1)]]);
        assert_eq!(found.first(), Some(&(1, vec![3], Vec::new())), "{found:?}");
    }

    #[test]
    fn the_weight_of_a_word_falls_with_the_texts_that_have_it() {
        let weights: Vec<f64> = [0, 1, 10, 100, 1_000].map(weight).to_vec();
        assert!(weights.is_sorted_by(|one, other| one > other), "{weights:?}");
    }
}

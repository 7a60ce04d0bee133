//! Measures how well terms find words again, on sentences whose words are
//! given with their base forms by people.
//!
//! The file has a line for each sentence: id, text, and its words as
//! `form/lemma/part-of-speech`, separated by tabs and blanks; `#` in a lemma
//! marks the border of a compound. Lines that begin with `#` say nothing.
//!
//! Every sentence is a document of its own, indexed by the terms of its
//! text. A query finds a sentence if one of its terms is a term of the
//! sentence. The words asked for are nouns, verbs, adjectives, names and
//! adverbs whose lemma has three or more letters and nothing but letters and
//! hyphens. For each query, recall is the share of the relevant sentences
//! that it finds, precision the share of the found ones that are relevant;
//! both are averaged over queries (macro average), a query that finds
//! nothing having the precision 0.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::{Analyser, Language, Tier, fold, words};

const CLASSES: [&str; 5] = ["NOUN", "VERB", "ADJ", "PROPN", "ADV"];
const LEAST_LETTERS: usize = 3;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The lemma; relevant are the sentences that hold it in any form.
    Base,
    /// Each form that differs from its lemma; relevant are the sentences that
    /// hold the lemma in another form than this one. Those that hold it in
    /// this form alone, which any search would find, are left out.
    Inflected,
    /// Each part of a compound; relevant are the sentences that hold a
    /// compound with that part, or that part as a word.
    Part,
}

/// The figures of one kind of query.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// What is asked for.
    pub kind: Kind,
    /// How many queries there were.
    pub queries: usize,
    /// With the tiers exact, base and root.
    pub close: Share,
    /// With all tiers.
    pub all: Share,
    /// The queries that miss most, with what they miss.
    pub misses: Vec<String>,
}

/// Recall and precision, 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Share {
    /// How much of what is relevant was found.
    pub recall: f64,
    /// How much of what was found is relevant.
    pub precision: f64,
}

/// Measures each kind of query that the file has words for.
///
/// # Errors
/// A sentence that names the line that is not in the format.
pub fn measure(
    analyser: &Analyser,
    language: Language,
    file: &str,
) -> Result<Vec<Figures>, String> {
    let corpus = Corpus::read(analyser, language, file)?;
    let kinds = [Kind::Base, Kind::Inflected, Kind::Part];
    let figures = kinds.into_iter().map(|kind| corpus.figures(analyser, language, kind));
    Ok(figures.filter(|figures| figures.queries > 0).collect())
}

type Sentences = BTreeSet<u32>;

/// Sentences by their terms, and by what people say is in them.
#[derive(Default)]
struct Corpus {
    index: HashMap<Box<str>, BTreeMap<u32, Tier>>,
    lemmas: BTreeMap<String, Sentences>,
    /// By lemma and form.
    forms: BTreeMap<(String, String), Sentences>,
    parts: BTreeMap<String, Sentences>,
}

impl Corpus {
    fn read(analyser: &Analyser, language: Language, file: &str) -> Result<Self, String> {
        let mut corpus = Self::default();
        for (number, line) in (1_u32..).zip(file.lines()) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut columns = line.split('\t').skip(1);
            let (Some(text), Some(tokens)) = (columns.next(), columns.next()) else {
                return Err(format!("line {number} has not three columns"));
            };
            corpus.add_text(analyser, language, number, text);
            for token in tokens.split(' ') {
                corpus
                    .add_token(number, token)
                    .ok_or_else(|| format!("line {number}: {token} is not form/lemma/class"))?;
            }
        }
        for (part, sentences) in &mut corpus.parts {
            sentences.extend(corpus.lemmas.get(part).into_iter().flatten());
        }
        Ok(corpus)
    }

    fn add_text(&mut self, analyser: &Analyser, language: Language, number: u32, text: &str) {
        for word in words(text) {
            for term in analyser.terms(language, word.text).iter() {
                let sentences = self.index.entry(term.text.clone()).or_default();
                let tier = sentences.entry(number).or_insert(term.tier);
                *tier = term.tier.min(*tier);
            }
        }
    }

    fn add_token(&mut self, number: u32, token: &str) -> Option<()> {
        let (rest, class) = token.rsplit_once('/')?;
        let (form, lemma) = rest.rsplit_once('/')?;
        let (form, parts) = (fold::normal(form), fold::normal(lemma));
        let lemma = parts.replace('#', "");
        if !CLASSES.contains(&class) || !is_word(&lemma) {
            return Some(());
        }
        self.forms.entry((lemma.clone(), form)).or_default().insert(number);
        self.lemmas.entry(lemma).or_default().insert(number);
        if parts.contains('#') {
            for part in parts.split('#').filter(|part| is_word(part)) {
                self.parts.entry(part.to_owned()).or_default().insert(number);
            }
        }
        Some(())
    }

    fn figures(&self, analyser: &Analyser, language: Language, kind: Kind) -> Figures {
        let mut sum = Sum::default();
        for query in self.queries(kind) {
            let found =
                |worst| &self.find(analyser, language, query.words, worst) - &query.left_out;
            sum.add(&query, &found(Tier::Root), &found(Tier::Part), kind);
        }
        sum.figures(kind)
    }

    fn queries<'a>(&'a self, kind: Kind) -> Vec<Query<'a>> {
        let plain = |(words, relevant): (&'a String, &'a Sentences)| Query {
            words,
            relevant: relevant.clone(),
            left_out: Sentences::new(),
        };
        match kind {
            Kind::Base => self.lemmas.iter().map(plain).collect(),
            Kind::Part => self.parts.iter().map(plain).collect(),
            Kind::Inflected => self.inflected(),
        }
    }

    fn inflected(&self) -> Vec<Query<'_>> {
        let mut queries = Vec::new();
        for ((lemma, form), at) in self.forms.iter().filter(|((lemma, form), _)| lemma != form) {
            let forms = self.forms.range((lemma.clone(), String::new())..);
            let others = forms.take_while(|((other, _), _)| other == lemma);
            let relevant: Sentences = others
                .filter(|((_, other), _)| other != form)
                .flat_map(|(_, sentences)| sentences.iter().copied())
                .collect();
            if !relevant.is_empty() {
                queries.push(Query { words: form, left_out: at - &relevant, relevant });
            }
        }
        queries
    }

    /// The sentences that hold every word of the query.
    fn find(&self, analyser: &Analyser, language: Language, query: &str, worst: Tier) -> Sentences {
        let found = words(query).map(|word| {
            let mut found = Sentences::new();
            for term in analyser.query_terms(language, word.text) {
                let sentences = self.index.get(&term.text).into_iter().flatten();
                found.extend(sentences.filter(|(_, tier)| **tier <= worst).map(|(at, _)| *at));
            }
            found
        });
        found.reduce(|a, b| &a & &b).unwrap_or_default()
    }
}

/// What is asked, and what is to be found.
struct Query<'a> {
    words: &'a str,
    relevant: Sentences,
    /// Neither right nor wrong to find.
    left_out: Sentences,
}

fn is_word(lemma: &str) -> bool {
    lemma.chars().all(|letter| letter.is_alphabetic() || letter == '-')
        && lemma.chars().filter(|letter| letter.is_alphabetic()).count() >= LEAST_LETTERS
}

/// Sums over queries.
#[derive(Default)]
struct Sum {
    queries: usize,
    close: Share,
    all: Share,
    misses: Vec<(usize, String)>,
}

impl Sum {
    fn add(&mut self, query: &Query<'_>, close: &Sentences, all: &Sentences, kind: Kind) {
        let Query { words, relevant, .. } = query;
        self.queries += 1;
        self.close.add(relevant, close);
        self.all.add(relevant, all);
        let found = if kind == Kind::Part { all } else { close };
        let missed = relevant.difference(found).count();
        let wrong = found.difference(relevant).count();
        let text = format!("{words}: misses {missed} of {}, {wrong} wrong", relevant.len());
        self.misses.push((missed, text));
    }

    fn figures(mut self, kind: Kind) -> Figures {
        let queries = self.queries;
        self.misses.sort_by_key(|(missed, _)| std::cmp::Reverse(*missed));
        let worst = self.misses.into_iter().filter(|(missed, _)| *missed > 0);
        Figures {
            kind,
            queries,
            close: self.close.over(queries),
            all: self.all.over(queries),
            misses: worst.map(|(_, text)| text).collect(),
        }
    }
}

impl Share {
    fn add(&mut self, relevant: &Sentences, found: &Sentences) {
        let right = relevant.intersection(found).count() as f64;
        self.recall += right / relevant.len().max(1) as f64;
        self.precision += right / found.len().max(1) as f64;
    }

    fn over(self, queries: usize) -> Self {
        let queries = queries.max(1) as f64;
        Self { recall: self.recall / queries, precision: self.precision / queries }
    }
}

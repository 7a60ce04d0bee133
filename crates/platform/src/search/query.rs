//! What somebody asks for, as queries over the index.
//!
//! Nothing that is typed is an operator: a query is words, and each must be
//! there in some form. Close matches come first: words of the title, then the
//! very form, then other forms, then roots, then parts of compounds; within
//! each the newest first. Where nothing has the words, what has the greater
//! part of a compound may be asked for ([`Query::loosened`]). Each step reads
//! as many entries as it is asked for, [`MOST_READ`] at most.

use std::fmt::Write;

use kafferum_analyser::{Analyser, Language, Tier, words};

use super::index::{self, Among, Found, Hit, Question, Search};
use super::stop_words;
use super::terms::{guess, is_cyrillic};
use super::{Access, Source, language};
use crate::clock::Millis;
use crate::db::{Engine, Tx};
use crate::fault::Fault;
use crate::texts::Lang;

/// Letters of a query that are read.
pub const LONGEST: usize = 200;
/// Words of a query that are looked for; more narrow nothing down.
const MOST_WORDS: usize = 8;
/// Forms of a word that are looked for.
const MOST_FORMS: usize = 16;
/// Entries that one step of a search reads from the index at most. Each costs
/// a look at a place of its own, so no more are read than are needed.
pub(super) const MOST_READ: usize = 2_000;
/// Entries read where those that are too old are left out of them.
const LEAST_READ: usize = 200;

/// Titles that are read for a word.
const MOST_TITLES: usize = 60;

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Close matches.
    Best,
    /// The newest.
    Newest,
}

/// What a search is limited to.
#[derive(Debug, Clone, Copy)]
pub struct Scope {
    /// One place.
    pub place: Option<i64>,
    /// Written at this instant or later.
    pub since: Millis,
}

impl Scope {
    /// Everywhere and at any time.
    pub(super) const ANY: Self = Self { place: None, since: Millis::MIN };
}

/// A word of a query and the terms that stand for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// As typed.
    pub word: String,
    /// The very form, folded.
    exact: Vec<Box<str>>,
    /// It and its base forms and roots.
    pub(super) forms: Vec<Box<str>>,
    /// Parts of the compound that are at least half of it.
    pub(super) parts: Vec<Box<str>>,
    /// It may be the beginning of a word.
    is_beginning: bool,
}

/// A query that was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Its words, without those that say nothing.
    pub words: Vec<Asked>,
    /// Those that say nothing, where there are others, as typed and each once.
    pub left_out: Vec<String>,
    /// It had more words than are looked for.
    pub is_cut: bool,
    /// The greater part of a compound is enough.
    is_loose: bool,
    /// The newest texts are enough.
    is_for_newest: bool,
    /// Words of which one must be there too.
    beside: Vec<Asked>,
}

/// How close a text must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Title,
    Exact,
    Base,
    Root,
    All,
    Parts,
}

impl Query {
    /// Understands what was typed on a page in this language. People write in
    /// their own: every word is looked for as a word of each, but says nothing
    /// only where it does so in the page's or in that of the whole query. Finnish
    /// *vara* and the *long* of an illness are function words elsewhere.
    #[must_use]
    pub fn new(analyser: &Analyser, lang: Lang, typed: &str) -> Self {
        let typed: String = typed.chars().take(LONGEST).collect();
        let all = words(&typed).map(|word| word.text);
        let all: Vec<&str> = all.filter(|word| is_spelt(analyser, lang, word)).collect();
        let own = all.iter().copied().filter(|word| !stop_words::is_shared(word));
        let told = guess(analyser, language(lang), "", &own.collect::<Vec<_>>().join(" "));
        let langs = Lang::ALL.iter().filter(|one| **one == lang || language(**one) == told);
        let langs: Vec<Lang> = langs.copied().collect();
        let says = |word: &&str| {
            word.chars().nth(1).is_some()
                && !langs.iter().any(|lang| stop_words::is_one(analyser, *lang, word))
        };
        let (mut chosen, mut rest): (Vec<&str>, Vec<&str>) = all.iter().copied().partition(says);
        if chosen.is_empty() {
            (chosen, rest) = (all, Vec::new());
        }
        let is_cut = chosen.len() > MOST_WORDS;
        let words = chosen.into_iter().take(MOST_WORDS);
        let words = words.map(|word| asked(analyser, lang, word)).collect();
        let mut left_out: Vec<String> = Vec::new();
        for word in rest {
            if left_out.iter().all(|known| known != word) {
                left_out.push(word.to_owned());
            }
        }
        Self { words, left_out, is_cut, ..Self::default() }
    }

    /// The same while it is being typed: the last word may not be whole.
    #[must_use]
    pub fn typing(analyser: &Analyser, lang: Lang, typed: &str) -> Self {
        let mut query = Self::new(analyser, lang, typed);
        if typed.ends_with(char::is_alphanumeric)
            && let Some(last) = query.words.last_mut()
        {
            last.is_beginning = true;
        }
        query
    }

    /// A query of one of its words.
    #[must_use]
    pub fn of(word: &Asked) -> Self {
        Self { words: vec![word.clone()], ..Self::default() }
    }

    /// A query of two of its words.
    pub(super) fn of_both(one: &Asked, other: &Asked) -> Self {
        Self { words: vec![one.clone(), other.clone()], ..Self::default() }
    }

    /// A query of one of its words, for the texts that have one of these too.
    pub(super) fn beside(&self, word: &Asked, others: Vec<Asked>) -> Self {
        Self { beside: others, is_for_newest: self.is_for_newest, ..Self::of(word) }
    }

    /// Nothing was asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a term of a text is one that was asked for.
    pub(super) fn has(&self, term: &str) -> bool {
        let is_in = |forms: &[Box<str>]| forms.iter().any(|form| &**form == term);
        self.words.iter().any(|asked| is_in(&asked.forms) || (self.is_loose && is_in(&asked.parts)))
    }

    /// What these circles let be found, best or newest first, each once. Stops
    /// when it has `enough`.
    ///
    /// # Errors
    /// A fault of the database.
    pub(super) fn find(
        &self,
        tx: &mut Tx<'_>,
        (source, access): (&Source, &[Access]),
        order: Order,
        scope: Scope,
        enough: usize,
    ) -> Result<Found, Fault> {
        let steps: &[Step] = match order {
            _ if self.is_loose => &[Step::Parts],
            Order::Best => &[Step::Title, Step::Exact, Step::Base, Step::Root, Step::All],
            Order::Newest => &[Step::All],
        };
        let enough = enough.min(MOST_READ);
        let most = if scope.since == Millis::MIN { enough } else { enough.max(LEAST_READ) };
        let limits = (scope.since, enough, most);
        let search = self.search(tx.engine(), steps, (source, access), scope.place, limits);
        index::find(tx, &search)
    }

    /// The newest texts that are this close, at most so many.
    ///
    /// # Errors
    /// A fault of the database.
    pub(super) fn newest(
        &self,
        tx: &mut Tx<'_>,
        (source, access): (&Source, &[Access]),
        step: Step,
        scope: Scope,
        most: usize,
    ) -> Result<Found, Fault> {
        let limits = (scope.since, most, most);
        let search = self.search(tx.engine(), &[step], (source, access), scope.place, limits);
        index::find(tx, &search)
    }

    /// The same, content with the greater part of a compound; none when there
    /// is no compound in it. For when nothing else was found.
    #[must_use]
    pub fn loosened(&self) -> Option<Self> {
        let has_parts = self.words.iter().any(|asked| !asked.parts.is_empty());
        has_parts.then(|| Self { is_loose: true, ..self.clone() })
    }

    /// The same, content with the newest texts. For when all of them were too
    /// many.
    #[must_use]
    pub fn for_newest(&self) -> Self {
        Self { is_for_newest: true, ..self.clone() }
    }

    /// Titles that have all the words, newest first.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn titles(
        &self,
        tx: &mut Tx<'_>,
        source: &Source,
        access: &[Access],
    ) -> Result<Vec<Hit>, Fault> {
        let found = self.newest(tx, (source, access), Step::Title, Scope::ANY, MOST_TITLES)?;
        Ok(found.hits)
    }

    /// Titles that are like this one, likest first: the rarer a word among
    /// titles, the more it says. Those that have all the words are asked for by
    /// themselves, or an old one would hide behind what is newer and less like.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn alike(
        &self,
        tx: &mut Tx<'_>,
        source: &Source,
        access: &[Access],
    ) -> Result<Vec<Hit>, Fault> {
        let mut scored: Vec<(f64, Hit)> = Vec::new();
        let mut all = 0.0;
        for word in &self.words {
            let hits = Self::of(word).titles(tx, source, access)?;
            let weight = 1.0 / (2.0 + hits.len() as f64).ln();
            all += weight;
            for hit in hits {
                match scored.iter_mut().find(|(_, known)| known.id == hit.id) {
                    Some((score, _)) => *score += weight,
                    None => scored.push((weight, hit)),
                }
            }
        }
        for hit in self.titles(tx, source, access)? {
            scored.retain(|(_, known)| known.id != hit.id);
            scored.push((all, hit));
        }
        scored.sort_by(|(one, a), (other, b)| other.total_cmp(one).then(b.id.cmp(&a.id)));
        Ok(scored.into_iter().map(|(_, hit)| hit).collect())
    }

    fn search(
        &self,
        engine: Engine,
        steps: &[Step],
        (source, access): (&Source, &[Access]),
        place: Option<i64>,
        (since, enough, most): (Millis, usize, usize),
    ) -> Search {
        let question = |step: &Step| {
            let among = if *step == Step::Title { Among::Titles } else { Among::Texts };
            Some(Question { text: self.spelled(engine, *step, access, place)?, among })
        };
        Search {
            questions: steps.iter().filter_map(question).collect(),
            since,
            enough,
            most,
            is_among_few: source.is_small,
            is_for_newest: self.is_for_newest,
        }
    }

    /// The query in the index's own words; none when nothing can be found.
    fn spelled(
        &self,
        engine: Engine,
        step: Step,
        access: &[Access],
        place: Option<i64>,
    ) -> Option<String> {
        if self.words.is_empty() {
            return None;
        }
        let grammar = Grammar::of(engine);
        let circles: Vec<String> = access
            .iter()
            .filter_map(|access| {
                let letter = access.circle.letter();
                let mut all = Vec::new();
                match (place, &access.places) {
                    (Some(place), _) if access.except.contains(&place) => return None,
                    (Some(place), Some(places)) if !places.contains(&place) => return None,
                    (Some(place), _) => {
                        all.push(grammar.term(letter, 'x', &place.to_string(), false))
                    }
                    (None, Some(places)) if places.is_empty() => return None,
                    (None, Some(places)) => {
                        let any = places
                            .iter()
                            .map(|place| grammar.term(letter, 'x', &place.to_string(), false));
                        all.push(grammar.any(any));
                    }
                    (None, None) => {}
                }
                all.extend(self.words.iter().map(|word| word.spelled(&grammar, letter, step)));
                if !self.beside.is_empty() {
                    let beside = self.beside.iter();
                    all.push(grammar.any(beside.map(|word| word.spelled(&grammar, letter, step))));
                }
                let all = grammar.all(all.into_iter());
                if place.is_some() || access.except.is_empty() {
                    return Some(all);
                }
                let barred = access.except.iter().map(|place| place.to_string());
                let barred = barred.map(|place| grammar.term(letter, 'x', &place, false));
                Some(format!("({all}{}{})", grammar.but_not, grammar.any(barred)))
            })
            .collect();
        (!circles.is_empty()).then(|| grammar.any(circles.into_iter()))
    }
}

/// Whether there is a term of it: an apostrophe or an accent may stand where a
/// word does, and has none.
fn is_spelt(analyser: &Analyser, lang: Lang, word: &str) -> bool {
    analyser.terms(language(lang), word).iter().any(|term| term.tier == Tier::Exact)
}

fn asked(analyser: &Analyser, lang: Lang, word: &str) -> Asked {
    let mut languages = vec![language(lang)];
    let others = if is_cyrillic(word) {
        &[Language::Russian][..]
    } else {
        &[Language::Finnish, Language::Swedish, Language::English, Language::Estonian][..]
    };
    languages.extend(others.iter().filter(|other| **other != language(lang)));
    let (mut exact, mut forms, mut parts) = (Vec::new(), Vec::new(), Vec::new());
    for language in languages {
        for term in &*analyser.terms(language, word) {
            if term.tier == Tier::Part
                && term.text.len() * 2 >= word.len()
                && !parts.contains(&term.text)
            {
                parts.push(term.text.clone());
            }
        }
        for term in analyser.query_terms(language, word) {
            if term.tier == Tier::Exact && !exact.contains(&term.text) {
                exact.push(term.text.clone());
            }
            if !forms.contains(&term.text) && forms.len() < MOST_FORMS {
                forms.push(term.text);
            }
        }
    }
    parts.truncate(MOST_FORMS);
    Asked { word: word.to_owned(), exact, forms, parts, is_beginning: false }
}

impl Asked {
    fn spelled(&self, grammar: &Grammar, circle: char, step: Step) -> String {
        let of = |forms: &[Box<str>], tiers: &[char]| {
            let mut all: Vec<String> = tiers
                .iter()
                .flat_map(|tier| forms.iter().map(|form| grammar.term(circle, *tier, form, false)))
                .collect();
            if self.is_beginning {
                let begins = self.exact.iter().map(|form| grammar.term(circle, 't', form, true));
                all.extend(begins);
            }
            grammar.any(all.into_iter())
        };
        match step {
            Step::Title => of(&self.forms, &['t']),
            Step::Exact => of(&self.exact, &['e', 'b']),
            Step::Base => of(&self.forms, &['e', 'b']),
            Step::Root => of(&self.forms, &['e', 'b', 'r']),
            Step::All => of(&self.forms, &['e', 'b', 'r', 'p']),
            Step::Parts if self.parts.is_empty() => of(&self.forms, &['e', 'b', 'r', 'p']),
            Step::Parts => of(&self.parts, &['e', 'b', 'p']),
        }
    }
}

/// How an engine spells a query. Terms are letters, digits and `_`, so there
/// is nothing in them that could be taken for grammar.
struct Grammar {
    and: &'static str,
    or: &'static str,
    but_not: &'static str,
    quote: char,
    beginning: &'static str,
}

impl Grammar {
    fn of(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => {
                Self { and: " AND ", or: " OR ", but_not: " NOT ", quote: '"', beginning: " *" }
            }
            Engine::Postgres => {
                Self { and: " & ", or: " | ", but_not: " & !", quote: '\'', beginning: ":*" }
            }
        }
    }

    fn term(&self, circle: char, tier: char, text: &str, is_beginning: bool) -> String {
        let mut out = String::with_capacity(text.len() + 6);
        let _ = write!(out, "{}{circle}{tier}{text}{}", self.quote, self.quote);
        if is_beginning {
            out.push_str(self.beginning);
        }
        out
    }

    fn any(&self, parts: impl Iterator<Item = String>) -> String {
        self.join(parts, self.or)
    }

    fn all(&self, parts: impl Iterator<Item = String>) -> String {
        self.join(parts, self.and)
    }

    fn join(&self, parts: impl Iterator<Item = String>, between: &str) -> String {
        format!("({})", parts.collect::<Vec<_>>().join(between))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Circle;

    fn words_of(typed: &str) -> Vec<String> {
        let analyser = Analyser::bundled();
        Query::new(&analyser, Lang::Fi, typed).words.into_iter().map(|asked| asked.word).collect()
    }

    #[test]
    fn words_that_say_nothing_are_left_out_unless_there_are_no_others() {
        assert_eq!(words_of("mikä on lomapalkka"), ["lomapalkka"]);
        assert_eq!(words_of("ja on"), ["ja", "on"]);
        assert_eq!(words_of("a"), ["a"]);
        assert!(words_of("\"*&(").is_empty());
    }

    #[test]
    fn what_has_no_term_is_no_word() {
        for typed in ["\u{2bc}", "\u{2bc}\u{2bc}", "\u{93e}", "\u{64b}", "\u{37a}"] {
            assert!(words_of(typed).is_empty(), "{typed:?}");
            assert_eq!(words_of(&format!("sukka {typed} myssy")), ["sukka", "myssy"], "{typed:?}");
        }
    }

    #[test]
    fn words_of_a_language_say_nothing_in_it_alone() {
        let analyser = Analyser::bundled();
        for (lang, typed, words, left_out) in [
            (Lang::Fi, "long covid", "long covid", ""),
            (Lang::Fi, "vara avain", "vara avain", ""),
            (Lang::Fi, "dom tingsrätt", "dom tingsrätt", ""),
            (Lang::Sv, "dom tingsrätt", "dom tingsrätt", ""),
            (Lang::Fi, "osaamisen kehittäminen", "osaamisen kehittäminen", ""),
            (Lang::Fi, "loman pitäminen", "loman pitäminen", ""),
            (Lang::Fi, "mikä on lomapalkka, ja mikä on vuoro", "lomapalkka vuoro", "mikä on ja"),
            (Lang::En, "how long is the notice", "notice", "how long is the"),
            (Lang::Fi, "how long is the notice", "notice", "how long is the"),
            (Lang::Fi, "hur lång semester har jag", "lång semester", "hur har jag"),
            (Lang::En, "milloin lomapalkka", "lomapalkka", "milloin"),
            (Lang::En, "missä on villasukka", "villasukka", "missä on"),
            (Lang::Sv, "missä on villasukka", "villasukka", "missä on"),
            (Lang::En, "how long", "how long", ""),
        ] {
            let query = Query::new(&analyser, lang, typed);
            let asked: Vec<&str> = query.words.iter().map(|asked| asked.word.as_str()).collect();
            assert_eq!(asked.join(" "), words, "{typed}");
            assert_eq!(query.left_out.join(" "), left_out, "{typed}");
        }
    }

    #[test]
    fn a_query_has_a_bound() {
        assert_eq!(words_of(&"sukka myssy lapanen ".repeat(100)).len(), MOST_WORDS);
        let analyser = Analyser::bundled();
        let query = Query::new(&analyser, Lang::Fi, "kuusi palaa");
        assert!(query.words.iter().all(|asked| asked.forms.len() <= MOST_FORMS));
    }

    fn spelled(access: &[Access], place: Option<i64>) -> Option<String> {
        let analyser = Analyser::bundled();
        let query = Query::new(&analyser, Lang::Fi, "sukka");
        query.spelled(Engine::Sqlite, Step::Title, access, place)
    }

    #[test]
    fn a_query_asks_for_the_askers_circles_alone() {
        let members = Access { circle: Circle::Members, places: None, except: Vec::new() };
        let here = Access { circle: Circle::Moderators, places: Some(vec![7]), except: Vec::new() };
        let text = spelled(std::slice::from_ref(&members), None).unwrap_or_default();
        assert!(text.contains("\"mtsukka\"") && !text.contains("\"h") && !text.contains("\"a"));
        let text = spelled(&[members, here.clone()], None).unwrap_or_default();
        assert!(text.contains("\"hx7\"") && text.contains("\"htsukka\""), "{text}");
        assert_eq!(spelled(&[here], Some(8)), None, "a place that is not theirs");
        assert_eq!(spelled(&[], None), None);
        let but_one = Access { circle: Circle::Members, places: None, except: vec![9] };
        let text = spelled(std::slice::from_ref(&but_one), None).unwrap_or_default();
        assert!(text.ends_with(" NOT (\"mx9\")))"), "{text}");
        assert_eq!(spelled(std::slice::from_ref(&but_one), Some(9)), None, "a barred place");
        assert!(spelled(&[but_one], Some(8)).is_some());
    }
}

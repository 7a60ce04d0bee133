//! Names of people.
//!
//! A word is read by its own form first: as a given name or a surname by the
//! Finnish dictionary in any case, with possessive suffixes and clitics; by
//! the lists, with a Finnish ending, a Swedish or an English genitive cut.
//! Then its place speaks: a capital within a sentence says that a word which
//! could be something else (*Toivo*, *Björn*) is a name; at the begin of a
//! sentence something near it must say so. Names beside each other are one.

mod reading;

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;
use kafferum_analyser::{Case, Language};

pub use self::reading::inflected;
use self::reading::{Reading, reading};
use crate::neutral::{self, Stand};
use crate::public;
use crate::things;
use crate::tokens::{Shape, Token};
use crate::{Found, Guard, Kind};

/// Words of a text that the dictionary is asked about. No post has so many
/// capitals; what comes after them is looked up in the lists alone.
pub const MOST_ASKED: usize = 600;
/// Words in one name.
const LONGEST_NAME: usize = 5;
/// Words that stand within names.
const PARTICLES: &[&str] =
    &["von", "af", "de", "van", "der", "bin", "bint", "ibn", "al", "el", "da", "di", "la"];

/// All that is asked about the words of one text.
struct Search<'a> {
    guard: &'a Guard,
    language: Language,
    text: &'a str,
    tokens: &'a [Token],
    readings: Vec<Option<Reading>>,
}

/// Finds names.
pub fn find(guard: &Guard, language: Language, text: &str, tokens: &[Token], found: &mut Found) {
    let mut search = Search { guard, language, text, tokens, readings: Vec::new() };
    search.read_all();
    let sure = search.sure();
    let mut people = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !sure.get(at).copied().unwrap_or_default() {
            at += 1;
            continue;
        }
        let words = search.whole_name(at, &sure);
        at = words.end.max(at + 1);
        if !search.is_public(words.start) && !search.is_of_thing(&words) {
            search.add(words, &mut people, found);
        }
    }
}

impl<'a> Search<'a> {
    /// Reads every word that may be a name.
    fn read_all(&mut self) {
        // In Finnish the dictionary knows what else a word could be.
        let has_capitals = self.language != Language::Finnish
            || self.tokens.iter().any(|token| !matches!(token.shape, Shape::Small));
        let mut asked = 0;
        let mut known: HashMap<&str, Option<Reading>, RandomState> = HashMap::default();
        for (at, token) in self.tokens.iter().enumerate() {
            let is_wanted = match token.shape {
                Shape::Capital => true,
                Shape::Small => !has_capitals || self.is_introduced(at) || self.is_assisted(at),
                Shape::AllCapitals => token.lower.chars().count() > 3,
                _ => false,
            };
            // Most sentences begin with a small word; the dictionary need not
            // be asked about those.
            let is_small_word =
                token.is_first && self.guard.small_words.is_of(self.language, &token.lower);
            if !is_wanted || is_small_word || token.before == Some('@') || self.is_compound(token) {
                self.readings.push(None);
                continue;
            }
            let reading = known.entry(token.lower.as_str()).or_insert_with(|| {
                asked += 1;
                reading(self.guard, self.language, &token.lower, asked <= MOST_ASKED)
            });
            self.readings.push(reading.clone());
        }
    }

    fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    fn previous(&self, at: usize) -> Option<&'a Token> {
        self.token(at.checked_sub(1)?).filter(|_| self.token(at).is_some_and(|t| t.is_next))
    }

    fn next(&self, at: usize) -> Option<&'a Token> {
        self.token(at + 1).filter(|next| next.is_next)
    }

    fn reading(&self, at: usize) -> Option<&Reading> {
        self.readings.get(at)?.as_ref()
    }

    /// Whether the words before name somebody.
    fn is_introduced(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let earlier = at.checked_sub(1).and_then(|at| self.token(at));
        if !earlier.is_some_and(|earlier| public::may_introduce(&earlier.lower)) {
            return false;
        }
        let start = token.span.start;
        let mut from = start.saturating_sub(40);
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let before = self.text.get(from..start).unwrap_or_default();
        self.previous(at).is_some_and(|previous| public::is_naming(&previous.lower))
            || public::is_introduction(before)
    }

    /// Whether the word before says that a person follows.
    fn is_assisted(&self, at: usize) -> bool {
        self.previous(at).is_some_and(|previous| {
            public::is_assisting(&previous.lower)
                || public::is_title(&previous.lower)
                || public::is_relation(&previous.lower) && previous.shape != Shape::AllCapitals
        })
    }

    /// Which words are names by themselves.
    fn sure(&self) -> Vec<bool> {
        let mut sure: Vec<bool> = (0..self.tokens.len()).map(|at| self.is_sure(at)).collect();
        // "Toivo" at the begin of a sentence is who "Toivoa" was within one.
        let bases: Vec<&str> = sure
            .iter()
            .enumerate()
            .filter(|(_, is_sure)| **is_sure)
            .filter_map(|(at, _)| self.reading(at).map(|reading| reading.base.as_str()))
            .take(MOST_ASKED)
            .collect();
        for (at, is_sure) in sure.iter_mut().enumerate() {
            let Some(reading) = self.reading(at) else { continue };
            let is_capital = self.token(at).is_some_and(|token| token.shape == Shape::Capital);
            if is_capital
                && reading.is_name()
                && !reading.is_place
                && bases.contains(&reading.base.as_str())
            {
                // A word that could be a form of another is no name for that.
                *is_sure |= !reading.is_word || !reading.is_other_word;
            }
        }
        sure
    }

    fn is_sure(&self, at: usize) -> bool {
        let (Some(token), Some(reading)) = (self.token(at), self.reading(at)) else { return false };
        if reading.is_never || self.is_part_of_no_name(at) || self.is_pseudonym(at) {
            return false;
        }
        let previous = self.previous(at);
        if previous.is_some_and(|previous| public::is_title(&previous.lower)) {
            return token.shape == Shape::Capital || reading.is_name();
        }
        if token.shape == Shape::Small {
            return self.is_small_name(at, reading);
        }
        if self.is_introduced(at) && token.shape == Shape::Capital {
            return reading.is_name() && !reading.is_town()
                || reading.is_unknown && self.is_named(at);
        }
        if !reading.is_name() {
            return reading.is_unknown && !token.is_first && self.is_of_somebody(at);
        }
        if self.is_beside_name(at, reading) || reading.is_given && self.is_first_of_name(at) {
            return true;
        }
        let is_assisted = previous.is_some_and(|previous| {
            public::is_relation(&previous.lower) && !previous.shape.eq(&Shape::AllCapitals)
        });
        let is_inside = reading.case == Case::Inessive && !reading.is_given;
        if is_assisted && !reading.is_local() && !is_inside {
            return true;
        }
        if self.is_no_person(at, reading) {
            return false;
        }
        if token.shape == Shape::AllCapitals {
            return !reading.is_word && !reading.is_place && reading.is_common;
        }
        let is_supported = self.is_supported(at, reading);
        if reading.is_place || reading.is_other {
            return is_supported || reading.is_person_rather(token.is_first);
        }
        // "Works Council Day": a surname that is a word is none by a capital
        // alone where titles are written with capitals.
        let is_english = self.language == Language::English;
        if reading.is_word && (token.is_first || is_english && !reading.is_given) {
            return is_supported;
        }
        // "Vesa kasvoi kannosta", though Vesa is rather a name.
        !(token.is_first && self.is_thing_acting(at))
    }

    /// Whether the form or the word before says that it is a feast, a place
    /// or a group: *Tapanina*, *Martat*, *Annalassa*, *in Kallio*.
    fn is_no_person(&self, at: usize, reading: &Reading) -> bool {
        let Some(token) = self.token(at) else { return false };
        match self.language {
            Language::Swedish | Language::English => {
                let is_end = self.next(at).is_none();
                let is_in =
                    self.previous(at).is_some_and(|word| matches!(&*word.lower, "i" | "in"));
                let has_bare_s = self.language == Language::Swedish && reading.is_genitive;
                if reading.is_genitive { has_bare_s && is_end } else { is_in }
            }
            _ => {
                let is_plural = reading.case == Case::Nominative
                    && token.lower.ends_with('t')
                    && !reading.base.ends_with('t');
                let is_house = reading.base.ends_with("la") || reading.base.ends_with("lä");
                match reading.case {
                    Case::Essive => true,
                    Case::Nominative => is_plural && reading.is_given,
                    Case::Inessive => !reading.is_given,
                    // "Kallion puolella" is a part of a town.
                    Case::Genitive
                        if !reading.is_given
                            && !reading.base.ends_with("nen")
                            && self.is_around(at) =>
                    {
                        true
                    }
                    Case::Elative | Case::Illative => is_house && !reading.is_given,
                    Case::Genitive => {
                        is_house && !reading.is_given && !self.is_supported(at, reading)
                    }
                    _ => false,
                }
            }
        }
    }

    fn is_around(&self, at: usize) -> bool {
        const AROUND: &[&str] = &["puolel", "suunnal", "seudul", "kulmil", "keskusta", "alueel"];
        let next = self.next(at);
        next.is_some_and(|next| AROUND.iter().any(|begin| next.lower.starts_with(begin)))
    }

    /// Whether the word before says whom an unknown name is of. An employer
    /// may be a firm.
    fn is_of_somebody(&self, at: usize) -> bool {
        self.token(at).is_some_and(is_capital)
            && self.previous(at).is_some_and(|previous| {
                public::is_relation(&previous.lower) && !public::is_employer(&previous.lower)
            })
    }

    /// Written small: *matti* where nothing else can be meant. Many words are names
    /// too, and stand where a name might: "autan aina", "hjälper alla".
    fn is_small_name(&self, at: usize, reading: &Reading) -> bool {
        reading.is_given
            && !reading.is_place
            && !reading.is_other
            && reading.base.chars().count() > 3
            && !reading.is_word
            && (reading.is_common
                || self.previous(at).is_some_and(|p| public::is_assisting(&p.lower)))
    }

    /// Whether a name follows right after words such as *nimeni on*.
    fn is_named(&self, at: usize) -> bool {
        self.previous(at).is_some_and(|previous| {
            ["on", "is", "heter", "named", "nimeltä"].contains(&previous.lower.as_str())
        })
    }

    /// Whether something near says that this is a person.
    fn is_supported(&self, at: usize, reading: &Reading) -> bool {
        let Some(next) = self.next(at) else { return false };
        if reading.is_word && (!reading.is_common || public::is_kin(&reading.base)) {
            return false;
        }
        // "Marin" is Mari's before what only people have.
        let may_be_genitive = self.language == Language::Finnish
            && self.token(at).is_some_and(|token| token.lower.ends_with('n'));
        let is_human = public::is_human_thing(&next.lower) || public::is_kin(&next.lower);
        match reading.case {
            _ if reading.is_genitive => is_human,
            Case::Nominative => may_be_genitive && is_human || self.is_acting(at + 1),
            Case::Genitive => is_human,
            _ => false,
        }
    }

    /// Whether the words from here say what people alone do: *sanoi*, *ei
    /// suostu*, or that somebody is along: *ja minä*.
    fn is_acting(&self, at: usize) -> bool {
        let Some(verb) = self.token(at) else { return false };
        if public::is_human_verb(&verb.lower) {
            return true;
        }
        let Some(next) = self.next(at) else { return false };
        match verb.lower.as_str() {
            "ei" | "eikä" => public::is_human_refusal(&next.lower),
            "ja" | "och" | "and" => public::is_pronoun(&next.lower),
            _ => false,
        }
    }

    /// Whether the words from here say what plants, weather and times do,
    /// and people don't.
    fn is_thing_acting(&self, at: usize) -> bool {
        self.next(at).is_some_and(|next| things::is_doing(&next.lower))
    }

    /// *Oiva-raportti*: what goes on small after a hyphen is the thing
    /// itself, unless it is a person: *Anna-täti*.
    fn is_compound(&self, token: &Token) -> bool {
        let word = self.text.get(token.span.clone()).unwrap_or_default();
        let Some((_, last)) = word.rsplit_once(['-', '‐', '\u{2011}']) else { return false };
        last.starts_with(char::is_lowercase) && !public::is_kin(last)
    }

    /// Whether the name goes on to be that of a thing, which says nothing of
    /// anybody: *Väinö Linnan aukio*, *Aino Ackté -huvila*, *Laine & Laine*,
    /// *Jane ja Aatos Erkon säätiö*.
    fn is_of_thing(&self, words: &Range<usize>) -> bool {
        let (Some(first), Some(last)) = (self.token(words.start), self.token(words.end - 1)) else {
            return false;
        };
        let before = self.text.get(..first.span.start).unwrap_or_default();
        let after = self.text.get(last.span.end..).unwrap_or_default();
        // But "Seppo Räsänen -niminen mies".
        let has_head = after.strip_prefix(" -").is_some_and(|after| {
            after.starts_with(char::is_lowercase) && !after.starts_with("nimi")
        });
        if has_head || after.starts_with(" & ") || before.ends_with(" & ") {
            return true;
        }
        let is_organisation =
            |at| self.token(at).is_some_and(|word: &Token| things::is_organisation(&word.lower));
        if (words.start + 1..words.end).any(is_organisation) {
            return true;
        }
        let end = self.end_of_pair(words.end);
        let (Some(last), Some(thing)) = (self.token(end - 1), self.next(end - 1)) else {
            return false;
        };
        let is_genitive = match self.language {
            Language::Swedish => last.lower.ends_with('s'),
            Language::English => true,
            _ => last.lower.ends_with('n'),
        };
        let has_two = end - words.start > 1;
        things::is_firm(&thing.lower)
            || is_capital(thing)
                && (self.is_compound(thing) || things::is_organisation(&thing.lower))
            || is_genitive
                && (things::bears_names(&thing.lower)
                    || has_two && things::bears_whole_names(&thing.lower))
    }

    /// Where the second of two people ends, if *and* and another follow.
    fn end_of_pair(&self, end: usize) -> usize {
        let is_and = |and: &Token| matches!(and.lower.as_str(), "ja" | "och" | "and");
        if !self.next(end - 1).is_some_and(is_and) {
            return end;
        }
        let count = |from| {
            (from..from + LONGEST_NAME)
                .take_while(|at| self.next(at - 1).is_some_and(is_capital))
                .count()
        };
        match count(end + 1) {
            0 => end,
            count => end + 1 + count,
        }
    }

    /// Whether the word before is a given name that this one goes with.
    fn is_beside_name(&self, at: usize, reading: &Reading) -> bool {
        let Some(previous) = at.checked_sub(1).filter(|_| self.previous(at).is_some()) else {
            return false;
        };
        let Some(before) = self.reading(previous) else { return false };
        let is_capital = self.token(at).is_some_and(|token| token.shape == Shape::Capital);
        let is_initial = self.token(previous).is_some_and(|token| token.shape == Shape::Initial);
        let is_known = before.is_given && before.case == Case::Nominative && !before.is_never;
        is_capital
            && (is_initial
                || is_known && (reading.is_surname || reading.is_given && !before.is_word))
    }

    /// Whether a surname follows that goes with this given name: *Anna
    /// Virtanen*, though *anna* is a word.
    fn is_first_of_name(&self, at: usize) -> bool {
        let Some(next) = self.next(at) else { return false };
        let Some(reading) = self.reading(at + 1) else { return false };
        let is_form = self
            .reading(at)
            .is_some_and(|own| own.case == Case::Nominative || own.case == reading.case);
        next.shape == Shape::Capital && reading.is_surname && !reading.is_never && is_form
    }

    /// *Eino Leinon päivä*, *Viking Line*: several words that name something
    /// else together.
    fn is_part_of_no_name(&self, at: usize) -> bool {
        let at_before = at.checked_sub(1);
        self.are_no_name(Some(at), at + 1) || self.are_no_name(at_before, at)
    }

    fn are_no_name(&self, first: Option<usize>, second: usize) -> bool {
        let first = first.and_then(|at| self.reading(at));
        let (Some(first), Some(second), Some(token)) =
            (first, self.reading(second), self.token(second))
        else {
            return false;
        };
        let lists = &self.guard.lists;
        let head = |base: &str| base.split('-').next().unwrap_or_default().to_owned();
        [first.base.clone(), head(&first.base)].iter().any(|first| {
            let are_listed = |second: &str| lists.is_not_name(&format!("{first} {second}"));
            // The dictionary does not know every surname's cases: *Purran*.
            are_listed(&head(&second.base))
                || self.language == Language::Finnish
                    && inflected(&token.lower, &are_listed).is_some()
        })
    }

    fn is_pseudonym(&self, at: usize) -> bool {
        self.previous(at).is_some_and(|previous| public::is_pseudonym_cue(&previous.lower))
    }

    /// Whether who is named here holds an office that is named before.
    fn is_public(&self, start: usize) -> bool {
        let Some(previous) = self.previous(start) else { return false };
        public::is_public(&previous.lower)
    }

    /// The words around one that is sure which belong to the same name.
    fn whole_name(&self, at: usize, sure: &[bool]) -> Range<usize> {
        let mut start = at;
        while at - start < LONGEST_NAME && self.joins_before(start) {
            start -= 1;
        }
        let mut end = at + 1;
        while end - at < LONGEST_NAME && self.joins_after(end, sure) {
            end += 1;
        }
        start..end
    }

    fn joins_before(&self, start: usize) -> bool {
        let Some(previous) = self.previous(start) else { return false };
        if public::is_public(&previous.lower) {
            return false;
        }
        match previous.shape {
            Shape::Initial => previous.after == Some('.') || !previous.is_first,
            Shape::Capital => {
                let reading = start.checked_sub(1).and_then(|at| self.reading(at));
                reading.is_some_and(|reading| {
                    let is_family = reading.is_surname && reading.case == Case::Genitive;
                    let is_rare = reading.is_unknown
                        && (self.language == Language::Finnish || !previous.is_first);
                    let may_be_word = previous.is_first && reading.is_word && !reading.is_common;
                    let fits = reading.is_given && !(previous.is_first && reading.is_word)
                        || is_family && !may_be_word
                        || is_rare;
                    fits && !reading.is_never
                })
            }
            _ => false,
        }
    }

    fn joins_after(&self, end: usize, sure: &[bool]) -> bool {
        let Some(token) = self.token(end).filter(|token| token.is_next && !token.is_first) else {
            return false;
        };
        if sure.get(end).copied().unwrap_or_default() {
            // A name in another case is another person: "Annan Pekka".
            return true;
        }
        match token.shape {
            Shape::Capital => self.reading(end).is_some_and(|reading| {
                // "Oskari Kärkäs": a word with a capital after a given name.
                let is_plain = !reading.is_place
                    && !reading.is_other
                    && self.reading(end - 1).is_some_and(|before| before.is_given);
                !reading.is_never && (reading.is_name() || reading.is_unknown || is_plain)
            }),
            Shape::Initial => true,
            Shape::Small => {
                PARTICLES.contains(&token.lower.as_str())
                    && self.next(end).is_some_and(|next| next.shape == Shape::Capital)
            }
            _ => false,
        }
    }

    /// Adds a name with the words in its place.
    fn add(&self, words: Range<usize>, people: &mut Vec<String>, found: &mut Found) {
        let (Some(first), Some(last)) = (self.token(words.start), self.token(words.end - 1)) else {
            return;
        };
        let reading = self.reading(words.end - 1);
        let base = reading.map_or_else(|| last.lower.clone(), |reading| reading.base.clone());
        let case = reading.map_or(Case::Nominative, |reading| reading.case);
        let is_known = people.iter().position(|known| *known == base);
        if is_known.is_none() {
            people.push(base);
        }
        let previous = self.previous(words.start);
        let title = previous.filter(|previous| public::is_title(&previous.lower));
        let begin = title.unwrap_or(first);
        let neutral = if previous.is_some_and(|p| public::is_own_relation(&p.lower))
            && case != Case::Nominative
            || previous.is_some_and(|p| public::is_relation(&p.lower))
                && case == Case::Nominative
                && !reading.is_some_and(|r| r.is_genitive)
        {
            // "Asiakkaani Pekka ei pääse" says as much without the name.
            String::new()
        } else if self.is_introduced(words.start) {
            neutral::of_kind(Kind::Name, self.language).to_owned()
        } else {
            let stand = Stand {
                case,
                is_genitive: reading.is_some_and(|reading| reading.is_genitive),
                is_first: begin.is_first,
                is_other: is_known.unwrap_or(people.len() - 1) > 0,
            };
            neutral::person(self.language, stand)
        };
        let has_stop = last.shape == Shape::Initial && last.after == Some('.');
        let end = last.span.end + usize::from(has_stop);
        found.add(begin.span.start..end, Kind::Name, neutral);
    }
}

fn is_capital(token: &Token) -> bool {
    token.shape == Shape::Capital
}

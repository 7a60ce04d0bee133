//! Finds the stems of words in a dictionary in hunspell's format.
//!
//! Reads what a language that inflects by endings needs: the suffix rules
//! (SFX), the flags for the places of a word in a compound (COMPOUNDBEGIN,
//! COMPOUNDMIDDLE, COMPOUNDEND, ONLYINCOMPOUND) and those that take a word out
//! (FORBIDDENWORD, NEEDAFFIX). A flag is one character, the file is UTF-8.
//! Prefix rules, rules for numbers (COMPOUNDRULE) and all that is meant for
//! corrections is skipped. Lines that can't be read are skipped as well, so
//! a damaged dictionary knows fewer words and does nothing worse.

use std::collections::HashMap;

/// The shortest part of a compound, in letters. Shorter ones are found in
/// nearly every word.
const LEAST_PART: usize = 3;
/// Bytes of an average line of a dictionary, rather too few.
const LEAST_LINE: usize = 14;
/// Compounds with more parts than this are not looked at.
const MOST_PARTS: usize = 4;
/// Parts that are looked up for one word; a long one needs some hundreds.
const MOST_LOOKS: u32 = 2_000;

/// A dictionary and its rules.
pub struct Dictionary {
    entries: Vec<Entry>,
    /// The last entry of each word.
    places: HashMap<&'static str, usize>,
    /// Rules by the ending that they add.
    rules: HashMap<&'static str, Vec<Rule>>,
    longest_ending: usize,
    flags: Flags,
}

/// A word of the dictionary.
struct Entry {
    word: &'static str,
    flags: &'static str,
    /// An earlier entry of the same word with other flags.
    earlier: Option<usize>,
}

/// The flags with a meaning of their own.
#[derive(Default)]
struct Flags {
    begin: Option<char>,
    middle: Option<char>,
    end: Option<char>,
    only_in_compound: Option<char>,
    forbidden: Option<char>,
    need_affix: Option<char>,
}

/// Makes an inflected form of words that have the flag.
struct Rule {
    flag: char,
    /// What the word loses at its end.
    strip: &'static str,
    /// Flags of the form itself.
    continuation: &'static str,
    condition: Vec<Letters>,
}

/// Letters that a condition allows at one place.
enum Letters {
    Any,
    One(char),
    Of(&'static str),
    NotOf(&'static str),
}

/// A search for the parts of a compound.
struct Search {
    borders: Vec<usize>,
    found: Vec<Vec<usize>>,
    looks: u32,
}

/// Where in a compound a form may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// By itself.
    Alone,
    /// Before other parts.
    Begin,
    /// Between other parts.
    Middle,
    /// After other parts.
    End,
}

impl Dictionary {
    /// Reads the rules (`.aff`) and the words (`.dic`).
    pub fn new(rules: &'static str, words: &'static str) -> Self {
        // The first line is a count, not to be trusted with memory.
        let expected = words.len() / LEAST_LINE;
        let mut dictionary = Self {
            entries: Vec::with_capacity(expected),
            places: HashMap::with_capacity(expected),
            rules: HashMap::new(),
            longest_ending: 0,
            flags: Flags::default(),
        };
        for line in rules.lines() {
            dictionary.read_rule(line);
        }
        for (word, flags) in words.lines().skip(1).filter_map(entry) {
            let earlier = dictionary.places.insert(word, dictionary.entries.len());
            dictionary.entries.push(Entry { word, flags, earlier });
        }
        dictionary
    }

    /// The words that stand by themselves, in the order of the file.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        let alone =
            self.entries.iter().filter(|entry| self.may_stand(entry.flags, None, Place::Alone));
        alone.map(|entry| entry.word)
    }

    /// The words that a form may be of, with the form at this place.
    pub fn stems(&self, form: &str, place: Place) -> Vec<String> {
        let mut stems = Vec::new();
        self.each_reading(form, &mut |stem, flags, continuation| {
            if self.may_stand(flags, continuation, place)
                && !stems.iter().any(|known| known == stem)
            {
                stems.push(stem.to_owned());
            }
        });
        stems
    }

    /// Ways to read a form as a compound: the bytes where its parts begin,
    /// but for the first.
    pub fn compounds(&self, form: &str) -> Vec<Vec<usize>> {
        let mut search = Search { borders: Vec::new(), found: Vec::new(), looks: MOST_LOOKS };
        self.split(form, 0, &mut search);
        search.found
    }

    /// Splits what begins at `start` into parts in all ways.
    fn split(&self, form: &str, start: usize, search: &mut Search) {
        let rest = form.get(start..).unwrap_or_default();
        if start > 0 {
            search.borders.push(start);
        }
        if start > 0 && self.is_form(rest, Place::End) {
            search.found.push(search.borders.clone());
        } else if search.borders.len() + 1 < MOST_PARTS {
            self.split_rest(form, start, rest, search);
        }
        if start > 0 {
            search.borders.pop();
        }
    }

    fn split_rest(&self, form: &str, start: usize, rest: &str, search: &mut Search) {
        let place = if start == 0 { Place::Begin } else { Place::Middle };
        let count = rest.chars().count();
        let last = count.saturating_sub(LEAST_PART);
        for (length, _) in rest.char_indices().take(last + 1).skip(LEAST_PART) {
            let Some(looks) = search.looks.checked_sub(1) else { return };
            search.looks = looks;
            if rest.get(..length).is_some_and(|part| self.is_form(part, place)) {
                self.split(form, start + length, search);
            }
        }
    }

    fn is_form(&self, form: &str, place: Place) -> bool {
        let mut is_form = false;
        self.each_reading(form, &mut |_, flags, continuation| {
            is_form |= self.may_stand(flags, continuation, place);
        });
        is_form
    }

    /// Hands over each stem of a form with its flags, and the flags of the
    /// rule that made the form, if one did.
    fn each_reading(&self, form: &str, take: &mut impl FnMut(&str, &str, Option<&str>)) {
        for flags in self.flags_of(form) {
            take(form, flags, None);
        }
        let longest = form.len().saturating_sub(self.longest_ending);
        let mut stem = String::new();
        for start in (longest..=form.len()).filter(|start| form.is_char_boundary(*start)) {
            let (head, ending) = form.split_at_checked(start).unwrap_or_default();
            for rule in self.rules.get(ending).into_iter().flatten() {
                stem.clear();
                stem.push_str(head);
                stem.push_str(rule.strip);
                if !rule.fits(&stem) {
                    continue;
                }
                for flags in self.flags_of(&stem).filter(|flags| flags.contains(rule.flag)) {
                    take(&stem, flags, Some(rule.continuation));
                }
            }
        }
    }

    fn may_stand(&self, flags: &str, continuation: Option<&str>, place: Place) -> bool {
        let has = |flag: Option<char>| flag.is_some_and(|flag| flags.contains(flag));
        let form_has = |flag: Option<char>| {
            flag.is_some_and(|flag| continuation.unwrap_or(flags).contains(flag))
        };
        if has(self.flags.forbidden) || continuation.is_none() && has(self.flags.need_affix) {
            return false;
        }
        match place {
            Place::Alone => !form_has(self.flags.only_in_compound),
            Place::Begin => form_has(self.flags.begin),
            Place::Middle => form_has(self.flags.middle) || form_has(self.flags.begin),
            Place::End => has(self.flags.end) && !form_has(self.flags.only_in_compound),
        }
    }

    fn flags_of(&self, word: &str) -> impl Iterator<Item = &'static str> {
        let entry = |place: usize| self.entries.get(place);
        let last = self.places.get(word).copied().and_then(entry);
        std::iter::successors(last, move |later| entry(later.earlier?)).map(|entry| entry.flags)
    }

    fn read_rule(&mut self, line: &'static str) {
        let mut fields = line.split_whitespace();
        let (Some(name), Some(value)) = (fields.next(), fields.next()) else { return };
        let flag = value.chars().next();
        match name {
            "COMPOUNDBEGIN" => self.flags.begin = flag,
            "COMPOUNDMIDDLE" => self.flags.middle = flag,
            "COMPOUNDEND" => self.flags.end = flag,
            "ONLYINCOMPOUND" => self.flags.only_in_compound = flag,
            "FORBIDDENWORD" => self.flags.forbidden = flag,
            "NEEDAFFIX" => self.flags.need_affix = flag,
            "SFX" => {
                let (Some(flag), Some(strip), Some(added), Some(condition)) =
                    (flag, fields.next(), fields.next(), fields.next())
                else {
                    // The head of a group: its flag, Y or N, a count.
                    return;
                };
                self.add_suffix(flag, strip, added, condition);
            }
            _ => {}
        }
    }

    fn add_suffix(
        &mut self,
        flag: char,
        strip: &'static str,
        added: &'static str,
        condition: &'static str,
    ) {
        let (ending, continuation) = added.split_once('/').unwrap_or((added, ""));
        let ending = if ending == "0" { "" } else { ending };
        let strip = if strip == "0" { "" } else { strip };
        self.longest_ending = self.longest_ending.max(ending.len());
        let rule = Rule { flag, strip, continuation, condition: letters(condition) };
        self.rules.entry(ending).or_default().push(rule);
    }
}

impl Rule {
    /// Whether the end of the stem is as the condition says.
    fn fits(&self, stem: &str) -> bool {
        if !stem.ends_with(self.strip) {
            return false;
        }
        let mut letters = stem.chars().rev();
        self.condition.iter().rev().all(|allowed| {
            letters.next().is_some_and(|letter| match allowed {
                Letters::Any => true,
                Letters::One(one) => letter == *one,
                Letters::Of(set) => set.contains(letter),
                Letters::NotOf(set) => !set.contains(letter),
            })
        })
    }
}

/// A word and its flags.
fn entry(line: &'static str) -> Option<(&'static str, &'static str)> {
    let entry = line.split_whitespace().next()?;
    Some(entry.split_once('/').unwrap_or((entry, "")))
}

/// Reads a condition such as `[^aeiou]da`.
fn letters(mut condition: &'static str) -> Vec<Letters> {
    let mut letters = Vec::new();
    while let Some(first) = condition.chars().next() {
        let rest = condition.get(first.len_utf8()..).unwrap_or_default();
        let Some((set, after)) = (first == '[').then(|| rest.split_once(']')).flatten() else {
            letters.push(if first == '.' { Letters::Any } else { Letters::One(first) });
            condition = rest;
            continue;
        };
        letters.push(match set.strip_prefix('^') {
            Some(set) => Letters::NotOf(set),
            None => Letters::Of(set),
        });
        condition = after;
    }
    // A lone full stop asks for nothing, not for a letter.
    if matches!(letters.as_slice(), [Letters::Any]) {
        letters.clear();
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = "
        COMPOUNDBEGIN X
        COMPOUNDEND Y
        ONLYINCOMPOUND Z
        FORBIDDENWORD %
        SFX A Y 2
        SFX A 0 en [^aeiou]
        SFX A a an a
        SFX s N 1
        SFX s 0 s/XZ .
        nonsense
        SFX
        SFX B 0";
    const WORDS: &str = "6\nlön/AXY\nfråga/A\narbet/sY\nlö/%\n\nlön/B\nbara\n";

    fn dictionary() -> Dictionary {
        Dictionary::new(RULES, WORDS)
    }

    #[test]
    fn an_ending_is_cut_where_its_condition_holds() {
        assert_eq!(dictionary().stems("lönen", Place::Alone), ["lön"]);
        assert_eq!(dictionary().stems("frågan", Place::Alone), ["fråga"]);
        assert!(dictionary().stems("frågaen", Place::Alone).is_empty());
        assert!(dictionary().stems("baraen", Place::Alone).is_empty());
    }

    #[test]
    fn a_form_for_compounds_alone_is_no_word() {
        assert!(dictionary().stems("arbets", Place::Alone).is_empty());
        assert_eq!(dictionary().stems("arbets", Place::Begin), ["arbet"]);
        assert!(dictionary().stems("lö", Place::Alone).is_empty());
    }

    #[test]
    fn a_compound_is_split_where_its_parts_may_stand() {
        assert_eq!(dictionary().compounds("arbetslönen"), [["arbets".len()]]);
        assert!(dictionary().compounds("frågalön").is_empty());
        assert!(dictionary().compounds("lön").is_empty());
    }
}

#![doc = include_str!("../README.md")]

mod finnish;
mod fold;
mod form;
mod hunspell;
mod irregular;
pub mod quality;
mod snowball;
mod suggest;
mod swedish;
mod term;
mod transducer;
mod words;

use std::borrow::Cow;
use std::sync::Arc;

use foldhash::fast::RandomState;
use quick_cache::sync::{Cache, DefaultLifecycle};
use quick_cache::{Equivalent, UnitWeighter};

use self::finnish::Finnish;
pub use self::form::{Case, Form, Sort};
pub use self::suggest::{is_one_edit, nearest};
use self::term::{LONGEST_TERM, Side, TermList};
pub use self::term::{Term, Tier};
pub use self::transducer::DictionaryFault;
pub use self::words::{Word, words};

static FINNISH: &[u8] = include_bytes!("../dictionaries/fi/mor.vfst");

/// Words whose terms are kept. With some 300 bytes each, about 10 MB.
const CACHED_WORDS: usize = 32_768;

/// Bytes of a word whose terms are kept.
const LONGEST_CACHED: usize = 128;
/// Pieces between hyphens that are analysed by themselves.
const MOST_PIECES: usize = 6;

/// The languages that are analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// By Voikko's dictionary, and Snowball for what it does not know.
    Finnish,
    /// By hunspell's dictionary, and Snowball for what it does not know.
    Swedish,
    /// By Snowball and a list of irregular forms.
    English,
    /// By Snowball.
    Russian,
    /// By Snowball.
    Estonian,
}

impl Language {
    /// The language of an ISO 639-1 code such as `fi`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "fi" => Self::Finnish,
            "sv" => Self::Swedish,
            "en" => Self::English,
            "ru" => Self::Russian,
            "et" => Self::Estonian,
            _ => return None,
        })
    }

    /// The ISO 639-1 code of the language.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Finnish => "fi",
            Self::Swedish => "sv",
            Self::English => "en",
            Self::Russian => "ru",
            Self::Estonian => "et",
        }
    }
}

/// The terms of one word, shared with the cache.
pub type Terms = Arc<[Term]>;

/// Turns words into terms. To be made once and shared by reference.
pub struct Analyser {
    finnish: Finnish,
    cache: Cache<(Language, Box<str>), Terms, UnitWeighter, RandomState>,
}

#[derive(Hash, PartialEq, Eq)]
struct Key<'a>(Language, &'a str);

impl Equivalent<(Language, Box<str>)> for Key<'_> {
    fn equivalent(&self, key: &(Language, Box<str>)) -> bool {
        self.0 == key.0 && self.1 == &*key.1
    }
}

impl Analyser {
    /// An analyser with the dictionaries that are built into the program.
    #[expect(
        clippy::expect_used,
        reason = "the bytes are part of the program, and every test reads them"
    )]
    #[must_use]
    pub fn bundled() -> Self {
        Self::with_finnish_dictionary(FINNISH).expect("the bundled dictionary is whole")
    }

    /// An analyser with another Finnish dictionary: the bytes of `mor.vfst`.
    ///
    /// # Errors
    /// When the bytes are not a dictionary in the format that Voikko calls 5.
    pub fn with_finnish_dictionary(
        bytes: impl Into<Cow<'static, [u8]>>,
    ) -> Result<Self, DictionaryFault> {
        let cache = Cache::with(
            CACHED_WORDS,
            CACHED_WORDS as u64,
            UnitWeighter,
            RandomState::default(),
            DefaultLifecycle::default(),
        );
        Ok(Self { finnish: Finnish::new(bytes)?, cache })
    }

    /// The terms by which a word of a text is to be found.
    pub fn terms(&self, language: Language, word: &str) -> Terms {
        if let Some(known) = self.cache.get(&Key(language, word)) {
            return known;
        }
        let terms: Terms = self.analyse(language, word, Side::Text).into();
        if word.len() <= LONGEST_CACHED {
            self.cache.insert((language, word.into()), Arc::clone(&terms));
        }
        terms
    }

    /// The terms by which a word of a query finds texts: no parts, since who
    /// searches for *lomapalkka* does not want every *palkka*.
    pub fn query_terms(&self, language: Language, word: &str) -> Vec<Term> {
        self.analyse(language, word, Side::Query)
    }

    /// The base forms of a word, in lower case, hyphens kept: every one that
    /// the dictionary gives, names included. If it does not know the word,
    /// guesses; the word itself is then among them. Never empty.
    pub fn base_forms(&self, language: Language, word: &str) -> Vec<String> {
        let word = clipped(fold::normal(word));
        let known = match language {
            Language::Finnish => self.finnish.base_forms(&word),
            Language::Swedish => swedish::base_forms(&word),
            Language::English => irregular::ENGLISH.bases(&word).map(str::to_owned).collect(),
            Language::Russian | Language::Estonian => Vec::new(),
        };
        let mut found = match language {
            _ if !known.is_empty() => known,
            Language::Finnish => self.finnish.guessed_base_forms(&word),
            other => vec![word.clone(), snowball::stem(other, &word).into_owned()],
        };
        found.sort();
        found.dedup();
        found
    }

    /// Whether the dictionary of the language has the word in this form.
    /// English, Russian and Estonian have no dictionary here, so no word of
    /// theirs is known.
    pub fn knows(&self, language: Language, word: &str) -> bool {
        let word = clipped(fold::normal(word));
        match language {
            Language::Finnish => self.finnish.knows(&word),
            Language::Swedish => swedish::knows(&word),
            Language::English | Language::Russian | Language::Estonian => false,
        }
    }

    /// The forms that a word may be by the Finnish dictionary: whether it is
    /// the name of a person or a place or an ordinary word, and in which
    /// case. None if the dictionary does not know it.
    pub fn finnish_forms(&self, word: &str) -> Vec<Form> {
        self.finnish.forms(&clipped(fold::normal(word)))
    }

    /// Whether the dictionary has the word as one that is written small, so
    /// that it is more than a name. Finnish and Swedish have dictionaries.
    pub fn is_word(&self, language: Language, word: &str) -> bool {
        let word = clipped(fold::normal(word));
        match language {
            Language::Finnish => {
                self.finnish.forms(&word).iter().any(|form| form.sort == Sort::Word)
            }
            Language::Swedish => swedish::is_word(&word),
            Language::English | Language::Russian | Language::Estonian => false,
        }
    }

    /// Words of the dictionary that are spelled nearly like this one, in
    /// lower case, best first, at most `limit`.
    ///
    /// Finnish words come in any inflected form, Swedish ones in the base
    /// form; the other languages have no dictionary here, see [`nearest`].
    /// They are at most two edits away, one for words of up to four letters.
    /// Nothing for words of more than 32 letters. The work is limited to
    /// some tens of milliseconds.
    pub fn suggestions(&self, language: Language, word: &str, limit: usize) -> Vec<String> {
        let word = clipped(fold::normal(word));
        match language {
            Language::Finnish => self.finnish.suggestions(&word, limit),
            Language::Swedish => swedish::suggestions(&word, limit),
            Language::English | Language::Russian | Language::Estonian => Vec::new(),
        }
    }

    fn analyse(&self, language: Language, word: &str, side: Side) -> Vec<Term> {
        let normal = clipped(fold::normal(word));
        let is_capital = word.chars().any(char::is_uppercase);
        let mut terms = self.terms_of(language, &normal, is_capital, side);
        // "EU:s", "H&M:n": what stands before the ending.
        if let Some((stem, ending)) = normal.rsplit_once(':')
            && ending.chars().all(char::is_alphabetic)
        {
            terms.add(Tier::Base, stem);
        }
        if side == Side::Text && normal.contains('-') {
            let pieces = normal.split('-').filter(|piece| piece.chars().nth(1).is_some());
            for piece in pieces.take(MOST_PIECES) {
                terms.add_part(self.terms_of(language, piece, is_capital, side));
            }
        }
        terms.finish()
    }

    /// The terms of a word in normal spelling.
    fn terms_of(&self, language: Language, word: &str, is_capital: bool, side: Side) -> TermList {
        let worst = if side == Side::Text { Tier::Part } else { Tier::Root };
        let mut terms = TermList::down_to(worst);
        terms.add(Tier::Exact, word);
        if word.chars().any(char::is_alphabetic) {
            match language {
                Language::Finnish => self.finnish.add_terms(word, is_capital, side, &mut terms),
                Language::Swedish => swedish::add_terms(word, &mut terms),
                other => add_stems(other, word, &mut terms),
            }
        }
        terms
    }
}

/// Adds the stem of a word of a language without a dictionary.
fn add_stems(language: Language, word: &str, terms: &mut TermList) {
    terms.add_stem(Tier::Base, &snowball::stem(language, word));
    if language == Language::English {
        for base in irregular::ENGLISH.bases(word) {
            terms.add_stem(Tier::Base, &snowball::stem(language, base));
        }
    }
}

/// The first letters of a word, as many as a term may have.
fn clipped(mut word: String) -> String {
    if let Some((end, _)) = word.char_indices().nth(LONGEST_TERM) {
        word.truncate(end);
    }
    word
}

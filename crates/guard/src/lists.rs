//! The lists of names and municipalities; where they come from stands in
//! the README.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

static GIVEN: &str = include_str!("../data/given.txt");
static SURNAMES: &str = include_str!("../data/surnames.txt");
static NOT_NAMES: &str = include_str!("../data/not_names.txt");
static RATHER_NAMES: &str = include_str!("../data/rather_names.txt");
static ALSO_WORDS: &str = include_str!("../data/also_words.txt");
static MUNICIPALITIES: &str = include_str!("../data/municipalities.tsv");

type Set = HashSet<String, RandomState>;

/// The lists, in lower case.
pub struct Lists {
    given: Set,
    surnames: Set,
    not_names: Set,
    also_words: Set,
    rather_names: Set,
    /// Municipalities by each of their names, with whether they are small.
    municipalities: HashMap<String, bool, RandomState>,
}

impl Lists {
    pub fn bundled() -> Self {
        let mut municipalities: HashMap<String, bool, RandomState> = HashMap::default();
        for line in lines(MUNICIPALITIES) {
            let mut fields = line.split('\t');
            let (Some(finnish), Some(swedish)) = (fields.next(), fields.next()) else { continue };
            let is_small = fields.next() == Some("small");
            municipalities.insert(finnish.to_lowercase(), is_small);
            municipalities.insert(swedish.to_lowercase(), is_small);
        }
        Self {
            given: set(GIVEN),
            surnames: set(SURNAMES),
            not_names: set(NOT_NAMES),
            also_words: set(ALSO_WORDS),
            rather_names: set(RATHER_NAMES),
            municipalities,
        }
    }

    /// Whether people have this given name.
    pub fn is_given(&self, name: &str) -> bool {
        self.given.contains(name)
    }

    /// Whether people have this surname.
    pub fn is_surname(&self, name: &str) -> bool {
        self.surnames.contains(name)
    }

    /// Whether this looks like a name and is none: brands, organisations,
    /// illnesses, days, people long dead and in books.
    pub fn is_not_name(&self, word: &str) -> bool {
        self.not_names.contains(word)
    }

    /// Whether the name is a Swedish or English word as well.
    pub fn is_also_word(&self, word: &str) -> bool {
        self.also_words.contains(word)
    }

    /// Whether a Finnish name is hardly ever meant as the word that it is too.
    pub fn is_rather_name(&self, name: &str) -> bool {
        self.rather_names.contains(name)
    }

    /// Whether the municipality of this name is small, if there is one.
    pub fn municipality(&self, name: &str) -> Option<bool> {
        self.municipalities.get(name).copied()
    }
}

fn set(text: &'static str) -> Set {
    lines(text).map(str::to_lowercase).collect()
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

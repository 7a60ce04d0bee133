//! Snowball's stemmers, for words that no dictionary here knows.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer};

use crate::Language;

/// A word in lower case without its ending.
pub fn stem(language: Language, word: &str) -> Cow<'_, str> {
    Stemmer::new(match language {
        Language::Finnish => Algorithm::Finnish,
        Language::Swedish => Algorithm::Swedish,
        Language::English => Algorithm::English,
        Language::Russian => Algorithm::Russian,
        Language::Estonian => Algorithm::Estonian,
    })
    .stem(word)
}

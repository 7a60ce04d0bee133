//! The one error of this crate. It is a sentence for the developer.

use std::fmt;

/// Why something could not be had, in a sentence that says how to mend it.
#[derive(Debug, Clone)]
pub struct Trouble(String);

impl Trouble {
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

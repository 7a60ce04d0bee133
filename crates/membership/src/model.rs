//! The nouns that the pure parts of membership share: languages, member
//! numbers, kinds of member. Nothing here reads, writes or decides.

use std::fmt;

/// A language that the union serves its members in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Language {
    /// Suomi.
    Finnish,
    /// Svenska.
    Swedish,
    /// English.
    English,
}

impl Language {
    /// The ISO 639-1 code, as pages, mails and PDF documents name a language.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Finnish => "fi",
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }
}

/// What kind of member a person is in the union's register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum MemberKind {
    /// A full, fee-paying member ("varsinainen jäsen").
    Full,
    /// A student member ("opiskelijajäsen").
    Student,
}

/// A number by which the union's register knows a member. It is text: leading
/// zeros count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct MemberNumber(String);

impl MemberNumber {
    /// The most characters that a member number may have.
    pub(crate) const MAX_CHARS: usize = 32;

    /// Reads a member number: letters, digits, `-`, `/` and `.`, at least one
    /// digit, at most [`Self::MAX_CHARS`] characters. `None` for anything else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let fits = text.len() <= Self::MAX_CHARS;
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.');
        let numbered = text.bytes().any(|b| b.is_ascii_digit());
        (fits && numbered && text.chars().all(allowed)).then(|| Self(text.to_owned()))
    }

    /// The number as the register writes it.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MemberNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

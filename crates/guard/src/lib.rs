#![doc = include_str!("../README.md")]

mod addresses;
mod codes;
mod combination;
mod contacts;
mod folded;
mod language;
mod lists;
mod names;
mod neutral;
mod public;
pub mod quality;
mod things;
mod tokens;

use std::ops::Range;
use std::sync::Arc;

use kafferum_analyser::{Analyser, Language};

use self::folded::Folded;
use self::language::SmallWords;
use self::lists::Lists;

/// The longest text that is looked at, in bytes; what comes after is not.
/// Twice what a post may have, so that no limit elsewhere is met first.
pub const MOST_BYTES: usize = 200_000;

/// What a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A Finnish, Swedish or Estonian personal identity code.
    IdentityCode,
    /// A telephone number of a person.
    Phone,
    /// A mail address of a person.
    Mail,
    /// An account number.
    Iban,
    /// A street address.
    Address,
    /// The name of a person.
    Name,
    /// A small municipality, an illness or an aid, and a working time, which
    /// together tell who it is.
    Combination,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::IdentityCode,
        Self::Phone,
        Self::Mail,
        Self::Iban,
        Self::Address,
        Self::Name,
        Self::Combination,
    ];

    /// The word for the kind, for keys of texts and for files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::IdentityCode => "identity-code",
            Self::Phone => "phone",
            Self::Mail => "mail",
            Self::Iban => "iban",
            Self::Address => "address",
            Self::Name => "name",
            Self::Combination => "combination",
        }
    }
}

/// Something in a text that would reveal a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The bytes of the text that hold it.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// What may stand in its place: in the text's language, in the case of
    /// what it replaces, with a capital where that began a sentence. Empty
    /// if the text is better without.
    pub neutral: String,
    /// The other words of a combination, to be marked with it.
    pub with: Vec<Range<usize>>,
}

/// Looks at texts. To be made once and shared.
pub struct Guard {
    analyser: Arc<Analyser>,
    lists: Lists,
    small_words: SmallWords,
    codes: codes::Codes,
    contacts: contacts::Contacts,
    addresses: addresses::Addresses,
    combination: combination::Combinations,
}

impl Guard {
    /// A guard that asks this analyser about words.
    #[must_use]
    pub fn new(analyser: Arc<Analyser>) -> Self {
        Self {
            analyser,
            lists: Lists::bundled(),
            small_words: SmallWords::bundled(),
            codes: codes::Codes::new(),
            contacts: contacts::Contacts::new(),
            addresses: addresses::Addresses::new(),
            combination: combination::Combinations::new(),
        }
    }

    /// What in the text would reveal a person, in the order of the text,
    /// none overlapping another. The language is what the writer reads the
    /// site in; that of the text is found out from its words, if they tell.
    #[must_use]
    pub fn look(&self, hint: Language, text: &str) -> Vec<Finding> {
        let text = clipped(text);
        let tokens = tokens::tokens(text);
        let language = self.small_words.language(&tokens, hint);
        let folded = Folded::new(text);
        let mut found = Found::default();
        self.contacts.find_mails(&folded, language, &mut found);
        self.contacts.find_spelled(&folded, language, &mut found);
        // Most posts have no number in them.
        if folded.has_digits() {
            self.codes.find(&folded, language, &mut found);
            self.contacts.find_numbers(&folded, language, &mut found);
            self.addresses.find(&folded, language, &mut found);
        }
        names::find(self, language, text, &tokens, &mut found);
        self.combination.find(self, language, text, &tokens, &mut found);
        found.in_order()
    }

    /// Whether the text names an illness, a disability or an aid that few have:
    /// beside it, any name tells more.
    #[must_use]
    pub fn has_condition(&self, text: &str) -> bool {
        self.combination.has_condition(&tokens::tokens(clipped(text)))
    }
}

/// The text with the neutral words in place of what was found. Findings that
/// are not of this text are left out.
#[must_use]
pub fn rewrite(text: &str, findings: &[Finding]) -> String {
    rewrite_marked(text, findings).into_iter().map(|piece| piece.text).collect()
}

/// A piece of a rewritten text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Whether it stands in place of something found.
    pub is_neutral: bool,
}

/// The rewritten text in pieces, so that what changed can be marked.
#[must_use]
pub fn rewrite_marked(text: &str, findings: &[Finding]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    for finding in findings {
        let Range { start, end } = finding.span;
        let (Some(before), Some(_)) = (text.get(at..start), text.get(start..end)) else { continue };
        let (mut before, mut next) = (before, end);
        if finding.neutral.is_empty() {
            // One of the two spaces goes with the word, the one after it at
            // the begin of a line.
            if let Some(shorter) = before.strip_suffix(' ') {
                before = shorter;
            } else if text.get(end..).is_some_and(|rest| rest.starts_with(' ')) {
                next += 1;
            }
        }
        pieces.push(Piece { text: before.to_owned(), is_neutral: false });
        pieces.push(Piece { text: finding.neutral.clone(), is_neutral: true });
        at = next;
    }
    let rest = text.get(at..).unwrap_or_default().to_owned();
    pieces.push(Piece { text: rest, is_neutral: false });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// What was found so far. The first to take a span keeps it.
#[derive(Default)]
struct Found {
    findings: Vec<Finding>,
}

impl Found {
    /// Adds a finding unless one stands there already.
    fn add(&mut self, span: Range<usize>, kind: Kind, neutral: String) {
        self.add_with(span, kind, neutral, Vec::new());
    }

    fn add_with(
        &mut self,
        span: Range<usize>,
        kind: Kind,
        neutral: String,
        with: Vec<Range<usize>>,
    ) {
        if !span.is_empty() && !self.is_taken(&span) {
            self.findings.push(Finding { span, kind, neutral, with });
        }
    }

    fn is_taken(&self, span: &Range<usize>) -> bool {
        self.findings.iter().any(|known| known.span.start < span.end && span.start < known.span.end)
    }

    fn in_order(mut self) -> Vec<Finding> {
        self.findings.sort_by_key(|finding| finding.span.start);
        self.findings
    }
}

/// The first bytes of a text, as many as are looked at.
fn clipped(text: &str) -> &str {
    let mut end = text.len().min(MOST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

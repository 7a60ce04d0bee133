//! How well the guard finds, by sentences that people labelled.
//!
//! A line of such a file is `id`, `language`, `label`, `text` and `spans`,
//! parted by tabulators; spans are parted by ` | `, and `-` is none. Labels are
//! `clean`, `structured`, `name` and `combination`.

use std::fmt;

use kafferum_analyser::Language;

use crate::{Finding, Guard, Kind};

/// What a sentence is labelled as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Nothing in it reveals anybody.
    Clean,
    /// A code, a number or an address.
    Structured,
    /// The name of a person.
    Name,
    /// Words that reveal somebody together.
    Combination,
}

impl Label {
    /// All labels.
    pub const ALL: [Self; 4] = [Self::Structured, Self::Name, Self::Combination, Self::Clean];

    /// The word in the file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Structured => "structured",
            Self::Name => "name",
            Self::Combination => "combination",
        }
    }

    fn holds(self, kind: Kind) -> bool {
        match self {
            Self::Clean => false,
            Self::Structured => !matches!(kind, Kind::Name | Kind::Combination),
            Self::Name => kind == Kind::Name,
            Self::Combination => kind == Kind::Combination,
        }
    }
}

/// A labelled sentence.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its name in the file.
    pub id: String,
    /// The language it is in.
    pub language: Language,
    /// What it is labelled as.
    pub label: Label,
    /// The sentence.
    pub text: String,
    /// What must be found in it.
    pub spans: Vec<String>,
}

/// A line that is no labelled sentence.
#[derive(Debug)]
pub struct Unreadable {
    line: usize,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} is no labelled sentence", self.line)
    }
}

impl std::error::Error for Unreadable {}

/// Reads a file of labelled sentences; lines that begin with `#` are skipped.
///
/// # Errors
/// When a line lacks a field, or has a language or label that is none.
pub fn sentences(file: &str) -> Result<Vec<Sentence>, Unreadable> {
    file.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(index, line)| sentence(line).ok_or(Unreadable { line: index + 1 }))
        .collect()
}

fn sentence(line: &str) -> Option<Sentence> {
    let mut fields = line.split('\t');
    let id = fields.next()?.to_owned();
    let language = Language::from_code(fields.next()?.trim())?;
    let label = fields.next()?.trim();
    let label = Label::ALL.into_iter().find(|known| known.word() == label)?;
    let text = fields.next()?.to_owned();
    let spans = fields.next()?.trim();
    let spans = match spans {
        "-" | "" => Vec::new(),
        spans => spans.split(" | ").map(str::to_owned).collect(),
    };
    Some(Sentence { id, language, label, text, spans })
}

/// What was measured of one label.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// Sentences with the label.
    pub sentences: usize,
    /// Spans that should be found; of clean sentences and combinations, the
    /// sentences.
    pub wanted: usize,
    /// Those that were; of clean sentences, those with a false alarm.
    pub found: usize,
    /// The sentences that went wrong, with what was found in them.
    pub misses: Vec<String>,
}

impl Figures {
    /// The share in percent.
    #[must_use]
    pub fn percent(&self) -> f64 {
        if self.wanted == 0 { 100.0 } else { self.found as f64 * 100.0 / self.wanted as f64 }
    }
}

/// Measures one label.
///
/// A span of a code, number, address or name is found if a finding of such a
/// kind covers it whole. A combination is found if one is found in the sentence. A
/// clean sentence with any finding is a false alarm.
#[must_use]
pub fn measure(guard: &Guard, sentences: &[Sentence], label: Label) -> Figures {
    let mut figures = Figures::default();
    for sentence in sentences.iter().filter(|sentence| sentence.label == label) {
        let findings = guard.look(sentence.language, &sentence.text);
        let (wanted, found) = count(sentence, &findings);
        figures.sentences += 1;
        figures.wanted += wanted;
        figures.found += found;
        let is_wrong = if label == Label::Clean { found > 0 } else { found < wanted };
        if is_wrong {
            let told: Vec<String> = findings
                .iter()
                .filter_map(|finding| {
                    let words = sentence.text.get(finding.span.clone())?;
                    Some(format!("{} {words:?}", finding.kind.word()))
                })
                .collect();
            figures.misses.push(format!("{} {} [{}]", sentence.id, sentence.text, told.join(", ")));
        }
    }
    figures
}

fn count(sentence: &Sentence, findings: &[Finding]) -> (usize, usize) {
    match sentence.label {
        Label::Clean => (1, usize::from(!findings.is_empty())),
        Label::Combination => {
            (1, usize::from(findings.iter().any(|finding| finding.kind == Kind::Combination)))
        }
        label => {
            let mut from = 0;
            let mut found = 0;
            for span in &sentence.spans {
                let rest = sentence.text.get(from..).unwrap_or_default();
                let Some(start) = rest.find(span.as_str()).map(|start| start + from) else {
                    continue;
                };
                let end = start + span.len();
                from = end;
                found += usize::from(findings.iter().any(|finding| {
                    label.holds(finding.kind)
                        && finding.span.start <= start
                        && end <= finding.span.end
                }));
            }
            (sentence.spans.len(), found)
        }
    }
}

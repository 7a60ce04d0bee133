//! Documents that people send beside pictures: of a few kinds, told by what is
//! in them. Nothing in them may run, load anything or be locked, and they must
//! not unpack to more than a computer bears.
//!
//! Who made an office document is taken out of its properties, comments and
//! changes; what a PDF tells of its maker stays, since it can't be changed
//! without writing the whole anew.

mod office;
mod pdf;
#[cfg(test)]
mod tests;

use bytes::Bytes;

use crate::fault::{Error, Refusal};
use crate::files::NewFile;
use crate::picture::{MOST_BYTES, Studio, too_large};

crate::words! {
    /// What a document is; the word is the end of its name.
    Kind {
        /// Portable Document Format.
        Pdf = "pdf",
        /// Plain text in UTF-8.
        Text = "txt",
        /// OpenDocument text.
        Odt = "odt",
        /// OpenDocument spreadsheet.
        Ods = "ods",
        /// OpenDocument presentation.
        Odp = "odp",
        /// Office Open XML text.
        Docx = "docx",
        /// Office Open XML spreadsheet.
        Xlsx = "xlsx",
        /// Office Open XML presentation.
        Pptx = "pptx",
    }
}

impl Kind {
    /// Its media type, as registered with IANA.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Text => "text/plain; charset=utf-8",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => {
                "application/vnd.openxmlformats-officedocument.presentationml.presentation"
            }
        }
    }

    /// The kind that is served so.
    #[must_use]
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.media_type() == media_type)
    }

    /// How it is called beside a link.
    #[must_use]
    pub fn label(self) -> String {
        self.word().to_uppercase()
    }

    /// Whether a file that ends so may be of this kind. Most have no other
    /// name.
    fn is_named(self, ending: &str) -> bool {
        ending == self.word() || (self == Self::Text && ["", "text", "md"].contains(&ending))
    }
}

/// Endings for a file control, with commas between.
#[must_use]
pub fn endings() -> String {
    Kind::ALL.iter().map(|kind| format!(".{}", kind.word())).collect::<Vec<_>>().join(",")
}

/// A document ready to be kept.
#[derive(Debug, Clone)]
pub struct Document {
    /// What it is.
    pub kind: Kind,
    /// Without what it told of its maker.
    pub file: NewFile,
}

impl Studio {
    /// Reads a document through. `name` is what its sender calls the file; one
    /// that says something else than the file is refused.
    ///
    /// # Errors
    /// A refusal that says what is wrong with it, or that many wait.
    pub async fn look_through(&self, bytes: Bytes, name: &str) -> Result<Document, Error> {
        if bytes.len() > MOST_BYTES {
            return Err(too_large().into());
        }
        let ending = ending(name);
        self.in_turn(move || look_through(bytes, &ending), "document-broken").await
    }
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

fn look_through(bytes: Bytes, ending: &str) -> Result<Document, Refusal> {
    let (kind, bytes) = if bytes.starts_with(b"%PDF-") {
        pdf::must_be_harmless(&bytes)?;
        (Kind::Pdf, bytes)
    } else if bytes.starts_with(b"PK\x03\x04") {
        let (kind, cleaned) = office::read(&bytes)?;
        (kind, cleaned.into())
    } else if bytes.starts_with(office::OLD) {
        return Err(Refusal::new("document-locked"));
    } else if Kind::Text.is_named(ending) {
        must_be_text(&bytes)?;
        (Kind::Text, bytes)
    } else {
        return Err(Refusal::new("document-unknown-kind"));
    };
    if !kind.is_named(ending) && !ending.is_empty() {
        return Err(Refusal::new("document-lies").with("kind", kind.label()));
    }
    Ok(Document { kind, file: NewFile { kind: kind.media_type(), size: None, bytes } })
}

/// Letters in UTF-8 and nothing that steers a terminal.
fn must_be_text(bytes: &[u8]) -> Result<(), Refusal> {
    let is_letter = |letter: char| !letter.is_control() || "\n\r\t\u{c}".contains(letter);
    match std::str::from_utf8(bytes) {
        Ok(text) if text.chars().all(is_letter) => Ok(()),
        _ => Err(Refusal::new("document-text")),
    }
}

fn program() -> Refusal {
    Refusal::new("document-program")
}

fn broken() -> Refusal {
    Refusal::new("document-broken")
}

fn bomb() -> Refusal {
    Refusal::new("document-bomb")
}

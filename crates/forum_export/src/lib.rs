//! Reads what other forums export into one form: people with their mail
//! addresses, rooms, threads, posts in Markdown, pictures.
//!
//! Three sources: Discourse's backup ([`Source::Discourse`]), a dump of
//! phpBB's MySQL tables ([`Source::Phpbb`]), and a plain form of CSV or JSON
//! ([`Source::Plain`], described in `docs/import.md`). Dumps are read as
//! streams; texts go to a temporary file without a name, which the operating
//! system removes with the process however that ends, so that neither memory
//! nor the disk keeps a forum's words.
//!
//! A file that can't be read is [`Refused`] whole. A row that can't be used is
//! left out and told of ([`Wrong`]). What is never taken (private messages,
//! deleted posts, rooms that not everybody could read) is counted
//! ([`LeftOut`]).
//!
//! Not here: the site, its database, its people. This crate knows no other.

mod body;
mod collect;
mod discourse;
mod escape;
mod file;
mod phpbb;
mod plain;
mod row;
mod spool;

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};

pub use body::{Body, Piece};
use jiff::tz::TimeZone;

use crate::spool::{Span, Spool};

/// Largest picture file that is taken, in bytes; the site takes no larger ones.
pub const MOST_PICTURE_BYTES: u64 = 10 * 1024 * 1024;

/// What kind of forum an export comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Discourse.
    Discourse,
    /// phpBB 3.
    Phpbb,
    /// The plain form.
    Plain,
}

impl Source {
    /// Its word on the command line and in the database.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Discourse => "discourse",
            Self::Phpbb => "phpbb",
            Self::Plain => "plain",
        }
    }
}

/// Why an export can't be read at all: a sentence with file and line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

/// A row that is left out, where it stands and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The file's name, without its folder.
    pub file: String,
    /// Line of the file where it begins, counted from 1; in JSON and in a
    /// picture's case the record.
    pub place: String,
    /// A sentence without personal data.
    pub reason: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}: {}", self.file, self.place, self.reason)
    }
}

/// Somebody who had an account there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their number there.
    pub id: String,
    /// Their mail addresses, as far as that forum had them confirmed. Kept in
    /// memory alone.
    pub mails: Vec<String>,
}

/// A room (a category, a forum) there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Its number there.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is about, or empty.
    pub about: String,
    /// Its old address, if it had one.
    pub address: Option<String>,
    /// Everybody who had an account could read it.
    pub is_open: bool,
}

/// A thread there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// Its number there.
    pub id: String,
    /// Index of its room.
    pub room: usize,
    /// Its title.
    pub title: String,
    /// Its old address.
    pub address: Option<String>,
    /// Nobody could write in it any more.
    pub is_closed: bool,
}

/// A post there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its number there.
    pub id: String,
    /// Index of its thread.
    pub thread: usize,
    /// Index of its author; none where that is not told.
    pub person: Option<usize>,
    /// When it was written, milliseconds since 1970 UTC; no two posts of a
    /// thread have the same.
    pub at: i64,
    /// Index of the post that it answers: an earlier one of its thread.
    pub reply_to: Option<usize>,
    /// Its old address.
    pub address: Option<String>,
    span: Span,
    /// Where it stood, for what is wrong with its pictures.
    file: &'static str,
    line: u64,
}

/// What is never taken, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Posts of private messages.
    pub private: u64,
    /// Posts deleted, hidden or waiting there, with those of such threads.
    pub hidden: u64,
    /// Notes of that forum's own program: "closed this topic".
    pub notes: u64,
}

/// A picture that a post shows, by its place in the export.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PictureFile(String);

impl fmt::Display for PictureFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether an export has a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureState {
    /// It has.
    There,
    /// Its file is not in the export.
    Missing,
    /// It has more than [`MOST_PICTURE_BYTES`].
    TooLarge,
}

impl PictureState {
    /// What is said of one that can't be taken.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::There => "is there",
            Self::Missing => "is not in the export",
            Self::TooLarge => "has more than 10 MB",
        }
    }
}

/// How the texts of a source become Markdown.
#[derive(Debug)]
enum Dialect {
    Discourse(discourse::Text),
    Phpbb(phpbb::Text),
    Plain,
}

/// All that an export holds, posts in the order of their writing.
#[derive(Debug)]
pub struct Export {
    /// What kind of forum it comes from.
    pub source: Source,
    /// Who had accounts.
    pub people: Vec<Person>,
    /// Its rooms.
    pub rooms: Vec<Room>,
    /// Its threads that have posts.
    pub threads: Vec<Thread>,
    /// Their posts, oldest first.
    pub posts: Vec<Post>,
    /// What is not taken.
    pub left_out: LeftOut,
    /// Rows that can't be used, the first ones of them.
    pub wrong: Vec<Wrong>,
    /// How many there are in all.
    pub wrong_count: u64,
    dialect: Dialect,
    /// Index of a post by what its source refers to it by.
    references: HashMap<String, usize>,
    spool: Spool,
    /// Where pictures lie as files; in an archive they are in the spool.
    folder: Option<PathBuf>,
    spooled: HashMap<String, Span>,
}

impl Export {
    /// Reads an export. Dates without a zone are taken in `zone`; what is
    /// dated later than `now` (milliseconds since 1970) is left out.
    ///
    /// # Errors
    /// [`Refused`] with a sentence when it can't be read.
    pub fn open(source: Source, path: &Path, zone: &TimeZone, now: i64) -> Result<Self, Refused> {
        match source {
            Source::Discourse => discourse::open(path, now),
            Source::Phpbb => phpbb::open(path, now),
            Source::Plain => plain::open(path, zone, now),
        }
    }

    /// What a post says.
    ///
    /// # Errors
    /// [`Refused`] when the temporary file can't be read.
    pub fn body(&self, post: &Post) -> Result<Body, Refused> {
        let text = self.spool.text(post.span)?;
        let mut body = match &self.dialect {
            Dialect::Discourse(dialect) => dialect.body(&text),
            Dialect::Phpbb(dialect) => dialect.body(&post.id, &text),
            Dialect::Plain => plain::body(&text),
        };
        body.is_cut |= text.chars().nth(body::MOST).is_some();
        // Quotes stay as words where the post is not known, or comes later.
        let known = |name: &str| {
            let index = *self.references.get(name)?;
            let quoted = self.posts.get(index)?;
            (quoted.thread == post.thread && quoted.at < post.at).then_some(index)
        };
        body.settle(known);
        Ok(body)
    }

    /// Whether a picture can be read.
    #[must_use]
    pub fn picture_state(&self, file: &PictureFile) -> PictureState {
        let length = match self.spooled.get(&file.0) {
            Some(span) => Some(span.length()),
            None => self.picture_path(file).and_then(|path| path.metadata().ok()).map(|m| m.len()),
        };
        match length {
            None => PictureState::Missing,
            Some(length) if length > MOST_PICTURE_BYTES => PictureState::TooLarge,
            Some(_) => PictureState::There,
        }
    }

    /// What is in a picture's file.
    ///
    /// # Errors
    /// [`Refused`] when it can't be read.
    pub fn picture(&self, file: &PictureFile) -> Result<Vec<u8>, Refused> {
        if let Some(span) = self.spooled.get(&file.0) {
            return self.spool.bytes(*span);
        }
        let path = self.picture_path(file).ok_or_else(|| Refused(format!("{file} is gone")))?;
        std::fs::read(&path).map_err(|error| Refused(format!("{file} can't be read: {error}")))
    }

    /// The file of a picture, within the export's folder and nowhere else.
    fn picture_path(&self, file: &PictureFile) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?.canonicalize().ok()?;
        let path = folder.join(&file.0).canonicalize().ok()?;
        (path.starts_with(&folder) && path.is_file()).then_some(path)
    }

    /// What is wrong with a post's picture, as a row of the report.
    #[must_use]
    pub fn wrong_picture(&self, post: &Post, file: &PictureFile, reason: &str) -> Wrong {
        Wrong {
            file: post.file.to_owned(),
            place: place(post.file, post.line),
            reason: format!("post {}: the picture {file} {reason}", post.id),
        }
    }

    /// What is wrong with a post, as a row of the report.
    #[must_use]
    pub fn wrong_post(&self, post: &Post, reason: &str) -> Wrong {
        Wrong {
            file: post.file.to_owned(),
            place: place(post.file, post.line),
            reason: format!("post {}: {reason}", post.id),
        }
    }
}

/// How a place in a file is called.
fn place(file: &str, line: u64) -> String {
    let is_json = Path::new(file).extension().is_some_and(|ending| ending == "json");
    format!("{} {line}", if is_json { "record" } else { "line" })
}

#[cfg(test)]
mod tests;

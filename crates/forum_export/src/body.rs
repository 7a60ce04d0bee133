//! What a post says: Markdown with places in it for what gets its address only
//! when it stands here: pictures, and quotes of other posts.
//!
//! While a text is converted these places are marked in it by letters for
//! private use, which the text itself never has: [`clean`] takes them out
//! first. So quotes can be set in and lines be put before others as in any
//! text.

use crate::PictureFile;

/// Stands before and after the index of a thing.
const OPENS: char = '\u{E000}';
const CLOSES: char = '\u{E001}';
/// Longest post that is taken, in characters: five times the longest that can
/// be written here.
pub(crate) const MOST: usize = 100_000;

/// One piece of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Markdown.
    Words(String),
    /// The address of a quoted post belongs here: its index.
    Quote(usize),
    /// A picture with what it shows, as plain words.
    Picture(PictureFile, String),
}

/// What a post says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// Its pieces in order.
    pub pieces: Vec<Piece>,
    /// It was longer than what is taken, and was cut.
    pub is_cut: bool,
    text: String,
    things: Vec<Thing>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Thing {
    /// By what the source refers to a post by.
    Quote(String),
    Picture(PictureFile, String),
}

/// As much of a text as is taken, without letters that mean something to us,
/// with plain line ends.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(4 * MOST));
    let mut letters = text.chars().take(MOST).peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            OPENS | CLOSES | '\0' => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Notes things while a text is converted, and gives the marks for them.
#[derive(Debug, Default)]
pub(crate) struct Things(Vec<Thing>);

impl Things {
    fn mark(&mut self, thing: Thing) -> String {
        self.0.push(thing);
        format!("{OPENS}{}{CLOSES}", self.0.len() - 1)
    }

    pub(crate) fn picture(&mut self, file: &str, description: &str) -> String {
        let description = description.split_whitespace().collect::<Vec<_>>().join(" ");
        self.mark(Thing::Picture(PictureFile(file.to_owned()), description))
    }

    /// The link with which a quote begins.
    pub(crate) fn quote(&mut self, reference: String) -> String {
        self.mark(Thing::Quote(reference))
    }

    /// A quote block around words that are Markdown already.
    pub(crate) fn quote_block(&mut self, reference: Option<String>, inner: &str) -> String {
        let mut out = String::from("\n\n");
        if let Some(reference) = reference {
            out.push_str("> ");
            out.push_str(&self.quote(reference));
            out.push_str("\n>\n");
        }
        for line in inner.trim_matches('\n').lines() {
            out.push_str(if line.is_empty() { ">" } else { "> " });
            out.push_str(line);
            out.push('\n');
        }
        out.push_str("\n\n");
        out
    }

    /// The whole, when the text is converted.
    pub(crate) fn body(self, text: &str) -> Body {
        let mut text = squeezed(text);
        let cut = text.char_indices().nth(MOST).map(|(at, _)| at);
        if let Some(at) = cut {
            text.truncate(at);
        }
        Body { pieces: Vec::new(), is_cut: cut.is_some(), text, things: self.0 }
    }
}

/// A text with at most one empty line in a row outside of code, in quotes as
/// well, and none at its ends.
fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_code = false;
    // In how many quotes the empty line before stood.
    let mut empty = None;
    for line in text.lines() {
        let words = line.trim_start_matches(['>', ' ']);
        in_code ^= words.starts_with("```");
        let depth = line.matches('>').count();
        let is_empty = words.trim().is_empty();
        if !is_empty || in_code || empty != Some(depth) {
            out.push_str(line);
            out.push('\n');
        }
        empty = is_empty.then_some(depth);
    }
    out.trim_end().trim_start_matches('\n').to_owned()
}

impl Body {
    /// Puts what is known in its place; `find` gives the index of a post that
    /// may be quoted here.
    pub(crate) fn settle(&mut self, find: impl Fn(&str) -> Option<usize>) {
        let text = std::mem::take(&mut self.text);
        let mut words = String::new();
        let mut rest = text.as_str();
        while let Some(at) = rest.find(OPENS) {
            let (before, marked) = rest.split_at(at);
            words.push_str(before);
            let inner = marked.trim_start_matches(OPENS);
            let (index, after) = inner.split_once(CLOSES).unwrap_or((inner, ""));
            rest = after;
            let thing = index.parse().ok().and_then(|index: usize| self.things.get(index));
            let piece = match thing {
                Some(Thing::Quote(reference)) => find(reference).map(Piece::Quote),
                Some(Thing::Picture(file, said)) => {
                    Some(Piece::Picture(file.clone(), said.clone()))
                }
                None => None,
            };
            if let Some(piece) = piece {
                if !words.is_empty() {
                    self.pieces.push(Piece::Words(std::mem::take(&mut words)));
                }
                self.pieces.push(piece);
            }
        }
        words.push_str(rest);
        if !words.is_empty() {
            self.pieces.push(Piece::Words(words));
        }
        self.things = Vec::new();
    }

    /// It says nothing: neither words nor pictures.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.iter().all(|piece| match piece {
            Piece::Words(words) => words.chars().all(|c| c.is_whitespace() || c == '>'),
            Piece::Quote(_) => true,
            Piece::Picture(..) => false,
        })
    }

    /// The pictures that it shows.
    pub fn pictures(&self) -> impl Iterator<Item = &PictureFile> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Picture(file, _) => Some(file),
            _ => None,
        })
    }

    /// Whether it quotes a post.
    #[must_use]
    pub fn quotes(&self, post: usize) -> bool {
        self.pieces.contains(&Piece::Quote(post))
    }
}

/// Finds the pictures `![description](address)` of a Markdown text outside of
/// code, and puts marks in their place; `file` says which file an address is,
/// if it is one of the export's.
pub(crate) fn mark_pictures(
    text: &str,
    things: &mut Things,
    file: impl Fn(&str) -> Option<String>,
) -> String {
    let mut out = String::with_capacity(text.len());
    let mut fence: Option<char> = None;
    for line in text.split_inclusive('\n') {
        let start = line.trim_start_matches(['>', ' ']);
        let kind = ["```", "~~~"].iter().find(|mark| start.starts_with(**mark));
        if let Some(kind) = kind.and_then(|mark| mark.chars().next()) {
            match fence {
                Some(open) if open == kind => fence = None,
                None => fence = Some(kind),
                Some(_) => {}
            }
        } else if fence.is_none() {
            mark_in_line(line, things, &file, &mut out);
            continue;
        }
        out.push_str(line);
    }
    out
}

fn mark_in_line(
    line: &str,
    things: &mut Things,
    file: &impl Fn(&str) -> Option<String>,
    out: &mut String,
) {
    let mut rest = line;
    while let Some(at) = rest.find("![") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let found = from.strip_prefix("![").and_then(|inner| {
            let (said, after) = inner.split_once("](")?;
            let (address, after) = after.split_once(')')?;
            let address = address.split_whitespace().next().unwrap_or_default();
            Some((said, file(address)?, after))
        });
        match found {
            Some((said, name, after)) => {
                out.push_str(&things.picture(&name, said));
                rest = after;
            }
            None => {
                out.push_str("![");
                rest = from.strip_prefix("![").unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
}

//! Markdown to safe HTML, done once at the time of writing.

mod soften;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use self::soften::Softener;
use crate::web::view::escape;

/// Raw HTML is shown as text, foreign pictures become links (nothing foreign
/// is loaded), headings begin at the third level, links carry no referrer.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from([
            "p",
            "br",
            "em",
            "strong",
            "del",
            "code",
            "pre",
            "blockquote",
            "ul",
            "ol",
            "li",
            "a",
            "hr",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "img",
        ]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
            ("img", HashSet::from(["src", "alt", "width", "height", "loading", "decoding"])),
        ]))
        .generic_attributes(HashSet::new())
        .attribute_filter(|element, attribute, value| {
            let is_foreign = (element, attribute) == ("img", "src") && !is_of_this_site(value);
            (!is_foreign).then_some(value.into())
        })
        .url_schemes(HashSet::from(["https", "http", "mailto", "tel"]))
        .link_rel(Some("nofollow noopener noreferrer"));
    builder
});

/// Where a text stands, which decides its highest heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// An article: its headings begin at the second level.
    Article,
    /// A post: its headings begin at the third level.
    Post,
}

/// What people brought and a text may show: a picture, as
/// `![description](picture:ID)`, or a document, as `[title](document:ID)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its number.
    pub id: i64,
    /// What is said of it, where the text itself does not say.
    pub description: String,
    /// What it is.
    pub shape: Shape,
}

/// What an attachment is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A picture, shown in the text.
    Picture {
        /// Address of the one that stands in the text.
        small: String,
        /// Address of the one to look at alone.
        large: String,
        /// Width of the small one, so that the page does not jump.
        width: i64,
        /// Height of the small one.
        height: i64,
    },
    /// A document, to which the text links.
    Document {
        /// Where it is fetched.
        address: String,
        /// What kind it is, as readers know it: `PDF`.
        kind: String,
        /// How large it is, in bytes.
        bytes: i64,
    },
}

impl Attachment {
    /// How it stands in a text, said in the words of its description.
    #[must_use]
    pub fn mark(&self) -> String {
        let words = quoted(&self.description);
        match self.shape {
            Shape::Picture { .. } => format!("![{words}]({PICTURE}{})", self.id),
            Shape::Document { .. } => format!("[{words}]({DOCUMENT}{})", self.id),
        }
    }
}

/// An attachment that a text asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its number.
    pub id: i64,
    /// As a picture, or else as a document.
    pub is_picture: bool,
    /// What the text says of it.
    pub words: String,
}

/// Safe HTML of a Markdown text without attachments.
#[must_use]
pub fn render(text: &str, place: Place) -> String {
    render_with(text, place, &[])
}

/// Safe HTML of a Markdown text that may show these attachments and no others.
#[must_use]
pub fn render_with(text: &str, place: Place, attachments: &[Attachment]) -> String {
    let text = without_tricks(text.to_owned());
    // A few letters can ask for a table of hundreds of thousands of empty
    // cells. Nobody means that; such a text is shown as it was typed.
    let most = text.len() * 4 + 64;
    let mut softener = Softener::new(place, attachments);
    for (count, event) in Parser::new_ext(&text, options()).enumerate() {
        if count > most {
            return as_typed(&text);
        }
        softener.take(event);
    }
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, softener.events.into_iter());
    // What was typed as `&#8238;` is a letter only now. Cleaned last: letters
    // left out after that might make of a harmless address another one.
    CLEANER.clean(&without_tricks(out)).to_string()
}

fn without_tricks(mut text: String) -> String {
    text.retain(|letter| !is_trick(letter));
    text
}

/// The attachments that a text asks for, each once.
#[must_use]
pub fn attached(text: &str) -> Vec<Asked> {
    let mut found: Vec<Asked> = Vec::new();
    if !text.contains(PICTURE) && !text.contains(DOCUMENT) {
        return found;
    }
    // Pictures and links that are open, and which of those found each is.
    let mut open: Vec<Option<usize>> = Vec::new();
    for event in Parser::new_ext(text, options()) {
        match event {
            Event::Start(tag @ (Tag::Image { .. } | Tag::Link { .. })) => {
                let id = attachment_id(&tag).filter(|id| !found.iter().any(|one| one.id == *id));
                open.push(id.map(|id| {
                    let is_picture = matches!(tag, Tag::Image { .. });
                    found.push(Asked { id, is_picture, words: String::new() });
                    found.len() - 1
                }));
            }
            Event::End(TagEnd::Image | TagEnd::Link) => drop(open.pop()),
            Event::Text(words) | Event::Code(words) => {
                for number in open.iter().flatten() {
                    if let Some(asked) = found.get_mut(*number) {
                        asked.words.push_str(&words);
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// A text without one of its attachments.
#[must_use]
pub fn without_attachment(text: &str, id: i64) -> String {
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        let is_it = matches!(&event, Event::Start(tag) if attachment_id(tag) == Some(id));
        if is_it && range.start >= end {
            out.push_str(text.get(end..range.start).unwrap_or_default());
            // It mostly has a line of its own, which goes with it.
            out.truncate(out.trim_end_matches([' ', '\n']).len());
            end = range.end;
        }
    }
    out.push_str(text.get(end..).unwrap_or_default());
    out.truncate(out.trim_end().len());
    out
}

/// Words written so that Markdown takes them as they are.
#[must_use]
pub fn quoted(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '&' | '!') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

const PICTURE: &str = "picture:";
const DOCUMENT: &str = "document:";

/// The number of the attachment that begins here.
fn attachment_id(tag: &Tag<'_>) -> Option<i64> {
    let id = match tag {
        Tag::Image { dest_url, .. } => dest_url.strip_prefix(PICTURE),
        Tag::Link { dest_url, .. } => dest_url.strip_prefix(DOCUMENT),
        _ => None,
    };
    id?.parse().ok()
}

/// An address of ours that leads to nothing but a file.
fn is_of_this_site(address: &str) -> bool {
    let fits = |letter: char| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || "/-".contains(letter)
    };
    address.starts_with('/') && !address.starts_with("//") && address.chars().all(fits)
}

fn options() -> Options {
    Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES
}

fn as_typed(text: &str) -> String {
    format!("<p>{}</p>", escape(text).replace('\n', "<br>"))
}

/// The words of a Markdown text, without its marks: what is searched and
/// quoted.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for event in Parser::new_ext(text, options()) {
        match event {
            Event::Text(words)
            | Event::Code(words)
            | Event::Html(words)
            | Event::InlineHtml(words) => {
                out.extend(words.chars().filter(|letter| !is_trick(*letter)));
            }
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock,
            ) => out.push(' '),
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Control characters, and marks that turn the direction of text around: they
/// are used to make a text read as something it is not.
#[must_use]
pub fn is_trick(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        || (letter.is_control() && letter != '\n' && letter != '\t')
}

#[cfg(test)]
mod cruelty;
#[cfg(test)]
mod tests;

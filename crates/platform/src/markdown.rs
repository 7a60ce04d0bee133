//! Markdown to safe HTML, done once at the time of writing.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

/// Deepest nesting of quotes and lists that is kept; deeper text stays, its
/// nesting goes. Screens of phones are narrow, and browsers' stacks finite.
const DEEPEST: usize = 8;

/// Raw HTML is shown as text, pictures become links (nothing foreign is
/// loaded), headings begin at the third level, links carry no referrer.
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
        ]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
        ]))
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

/// Safe HTML of a Markdown text.
#[must_use]
pub fn render(text: &str, place: Place) -> String {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    let text: String = text.chars().filter(|letter| !is_trick(*letter)).collect();
    let mut events = Vec::new();
    let mut depth = 0_usize;
    let mut kept = Vec::new();
    for event in Parser::new_ext(&text, options) {
        match event {
            Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item) => {
                depth += 1;
                let keep = depth <= DEEPEST * 2;
                kept.push(keep);
                if keep {
                    events.push(event);
                }
            }
            Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item) => {
                depth = depth.saturating_sub(1);
                if kept.pop().unwrap_or(false) {
                    events.push(event);
                }
            }
            event => events.extend(soften(event, place)),
        }
    }
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events.into_iter());
    CLEANER.clean(&out).to_string()
}

/// The words of a Markdown text, without its marks: what is searched and
/// quoted.
#[must_use]
pub fn plain(text: &str) -> String {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    let mut out = String::with_capacity(text.len());
    for event in Parser::new_ext(text, options) {
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

fn soften(event: Event<'_>, place: Place) -> Option<Event<'_>> {
    Some(match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::SoftBreak if place == Place::Post => Event::HardBreak,
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        Event::End(TagEnd::Image) => Event::End(TagEnd::Link),
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: lower(level, place), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level, place))),
        Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => return None,
        event => event,
    })
}

fn lower(level: pulldown_cmark::HeadingLevel, place: Place) -> pulldown_cmark::HeadingLevel {
    use pulldown_cmark::HeadingLevel::{H2, H3, H4, H5, H6};
    let highest = match place {
        Place::Article => 2,
        Place::Post => 3,
    };
    match (level as usize).max(highest) {
        2 => H2,
        3 => H3,
        4 => H4,
        5 => H5,
        _ => H6,
    }
}

/// Control characters, and marks that turn the direction of text around: they
/// are used to make a text read as something it is not.
#[must_use]
pub fn is_trick(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        || (letter.is_control() && letter != '\n' && letter != '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_runs_or_loads_survives() {
        for cruel in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "![x](https://example.org/spy.png)",
            "<a href=\"data:text/html,<script>\">x</a>",
            "<iframe src=https://example.org></iframe>",
            "<svg/onload=alert(1)>",
            "[x](vbscript:x)",
        ] {
            let html = render(cruel, Place::Post);
            for sign in [
                "<script",
                "<img",
                "<iframe",
                "<svg",
                "<a href=\"javascript",
                "<a href=\"data",
                "<a href=\"vbscript",
            ] {
                assert!(!html.contains(sign), "{cruel} → {html}");
            }
        }
    }

    #[test]
    fn ordinary_markdown_is_kept() {
        let html = render(
            "# Otsikko\n\n*Hei* **sinä**\nrivi\n\n- yksi\n- kaksi\n\n> lainaus",
            Place::Post,
        );
        assert!(html.contains("<h3>Otsikko</h3>"), "{html}");
        assert!(html.contains("<em>Hei</em> <strong>sinä</strong><br>"), "{html}");
        assert!(html.contains("<li>yksi</li>") && html.contains("<blockquote>"), "{html}");
    }

    #[test]
    fn deep_nesting_is_flattened_and_its_text_kept() {
        let html = render(&format!("{} syvällä", ">".repeat(5000)), Place::Post);
        assert!(html.contains("syvällä"));
        assert!(html.matches("<blockquote>").count() <= DEEPEST * 2);
    }
}

//! Quotes of posts: a quote block that begins with a link to the post it was
//! taken from. The link carries the instant of writing, which is the same for
//! members and guests, who number posts differently, and in a thread that was
//! moved or joined with another.
//!
//! A quote shows no more than the post it was taken from: when that is hidden,
//! or taken back from those who may read the quoting post, the quote is
//! replaced by "[…]". So it is when a moderator took something out of that
//! post, when its author has changed it so that the quoted words stand there no
//! more, and when its author blocks the one who quotes.

use std::ops::Range;

use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::markdown;
use kafferum_platform::{Error, Fault};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::model::{Audience, PostState, ThreadId};
use crate::store::quotes::Quoted;
use crate::{attachments, rules, store};

/// Letters of a post that a quote begins with; its writer may cut more.
const LONGEST: usize = 600;
/// Quotes that one post may have; more are plain words.
const MOST: usize = 20;
/// What stands in place of a quote whose source is out of sight.
const GONE: &str = "> […]\n";

/// The address of a post by its instant of writing.
pub(crate) fn address(thread: ThreadId, at: Millis) -> String {
    format!("/coffee-room/threads/{thread}/at/{at}")
}

/// A post's words as a quote, to begin an answer with.
pub(crate) fn of(label: &str, thread: ThreadId, at: Millis, text: &str) -> String {
    let own = without(text, |_| true, "");
    let mut words: String = own.trim().chars().take(LONGEST).collect();
    if own.trim().chars().count() > LONGEST {
        words.push_str(" …");
    }
    let mut quote = format!("> [{label}]({})\n>\n", address(thread, at));
    for line in words.lines() {
        quote.push_str("> ");
        quote.push_str(line);
        quote.push('\n');
    }
    quote.push('\n');
    quote
}

/// A quote whose words its source says no more, as a link to what it says now.
fn changed(thread: ThreadId, at: Millis) -> String {
    format!("> [\\[…\\]]({})\n", address(thread, at))
}

/// Where the quotes of posts stand in a text, and the instants of their
/// sources.
fn find(text: &str) -> Vec<(Range<usize>, Millis)> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut source = None;
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::BlockQuote(_)) => depth += 1,
            Event::Start(Tag::Link { dest_url, .. }) if depth > 0 && source.is_none() => {
                source = instant(&dest_url);
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                depth = depth.saturating_sub(1);
                if depth == 0
                    && let Some(at) = source.take()
                    && found.len() < MOST
                {
                    found.push((range, at));
                }
            }
            _ => {}
        }
    }
    found
}

/// The instant in the address of a post.
fn instant(address: &str) -> Option<Millis> {
    let (before, at) = address.rsplit_once("/at/")?;
    let (_, thread) = before.rsplit_once("/coffee-room/threads/")?;
    thread.parse::<i64>().ok()?;
    at.parse().ok()
}

/// A text with some of its quotes replaced.
fn without(text: &str, is_gone: impl Fn(Millis) -> bool, instead: &str) -> String {
    replaced(text, |at, _| is_gone(at).then(|| instead.to_owned()))
}

/// A text with something in place of some of its quotes, each asked for by its
/// instant and its text.
fn replaced(text: &str, instead: impl Fn(Millis, &str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (range, at) in find(text) {
        let quote = text.get(range.clone()).unwrap_or_default();
        if let Some(instead) = instead(at, quote) {
            out.push_str(text.get(from..range.start).unwrap_or_default());
            out.push_str(&instead);
            from = range.end;
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// The words of a text in one line, without links to posts that are quoted.
fn words(text: &str) -> String {
    let mut words = String::new();
    let mut is_label = false;
    for event in Parser::new_ext(text, Options::empty()) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => is_label = instant(&dest_url).is_some(),
            Event::End(TagEnd::Link) => is_label = false,
            Event::Text(text) | Event::Code(text) if !is_label => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => words.push(' '),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether what a quote says stands in a text; who quotes may leave parts out,
/// with "…" in their place.
fn stands_in(quote: &str, source: &str) -> bool {
    let source = words(&without(source, |_| true, "\n"));
    let quote = words(quote).replace("[…]", "…").replace("...", "…");
    quote.split('…').all(|part| source.contains(part.trim()))
}

/// What a post says itself, without what it quotes: what it is found by.
pub(crate) fn own_words(text: &str) -> String {
    markdown::plain(&without(text, |_| true, "\n"))
}

/// Notes what a post quotes, and takes out of its HTML what its readers may
/// not read. For a post that its author has just written or changed, who is
/// told of a quote that can't go there.
pub(crate) fn settle(
    tx: &mut Tx<'_>,
    place: (ThreadId, i64),
    audience: Audience,
    text: &str,
) -> Result<(), Error> {
    for one in note(tx, place, audience, text)? {
        rules::may_quote(audience, one.audience)?;
    }
    Ok(())
}

/// The same of a post that a moderator has changed: it is not for them to mend
/// what its author quoted.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    (thread, position): (ThreadId, i64),
    audience: Audience,
    text: &str,
) -> Result<Vec<Quoted>, Fault> {
    let instants: Vec<Millis> = find(text).into_iter().map(|(_, at)| at).collect();
    store::quotes::note(tx, thread, position, &instants)?;
    let quoted = store::quotes::quoted_by(tx, thread, position)?;
    if quoted.iter().any(|one| is_gone(one, audience) || one.changed.is_some()) {
        render(tx, thread, position)?;
    }
    Ok(quoted)
}

/// Whether those who may read the quoting post may not read what it quotes.
fn is_gone(quoted: &Quoted, audience: Audience) -> bool {
    quoted.state == PostState::Hidden || rules::may_quote(audience, quoted.audience).is_err()
}

/// Makes the posts anew that quote a post, after who may read it, or what it
/// says, has changed.
pub(crate) fn follow(tx: &mut Tx<'_>, thread: ThreadId, position: i64) -> Result<(), Error> {
    for (thread, position) in store::quotes::quoting(tx, thread, position)? {
        render(tx, thread, position)?;
    }
    Ok(())
}

/// Makes a post anew, without what it quotes and its readers may not read.
pub(crate) fn render(tx: &mut Tx<'_>, thread: ThreadId, position: i64) -> Result<(), Fault> {
    let (text, audience) = store::quotes::typed(tx, thread, position)?;
    let quoted = store::quotes::quoted_by(tx, thread, position)?;
    let instead = |source: &Quoted, quote: &str| {
        if is_gone(source, audience) {
            return Some(GONE.to_owned());
        }
        let now = source.changed.as_deref()?;
        (!stands_in(quote, now)).then(|| changed(thread, source.at))
    };
    // Joined threads may have two posts of one instant; which one is meant, the
    // quote does not say.
    let shown = replaced(&text, |at, quote| {
        quoted.iter().filter(|one| one.at == at).find_map(|one| instead(one, quote))
    });
    let html = attachments::html(tx, (thread, position), &shown)?;
    store::quotes::set_html(tx, thread, position, &html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_made_found_and_taken_out() {
        let quote = of(
            "Lainaus",
            ThreadId(7),
            99,
            "Hei\n\n> [Lainaus](/coffee-room/threads/7/at/5)\n> vanhaa\n\n**kaikki**",
        );
        assert!(quote.starts_with("> [Lainaus](/coffee-room/threads/7/at/99)\n"), "{quote}");
        assert!(quote.contains("> **kaikki**") && !quote.contains("vanhaa"), "{quote}");
        let text = format!("{quote}Samaa mieltä.");
        assert_eq!(find(&text).iter().map(|(_, at)| *at).collect::<Vec<_>>(), [99]);
        assert_eq!(own_words(&text).trim(), "Samaa mieltä.");
        let gone = without(&text, |at| at == 99, GONE);
        assert!(
            !gone.contains("kaikki") && gone.contains("[…]") && gone.contains("Samaa"),
            "{gone}"
        );
    }

    #[test]
    fn a_quote_stands_in_what_its_source_says() {
        let source = "Hei,\n\nmeillä on **kaksi** taukoa\nja kahvia. Kiitos!";
        for (said, wanted) in [
            ("> meillä on kaksi taukoa ja kahvia.", true),
            ("> Hei, … ja *kahvia*", true),
            ("> Hei,\n> […]\n> Kiitos!", true),
            ("> kolme taukoa", false),
        ] {
            let quote = format!("> [Lainaus](/coffee-room/threads/7/at/99)\n>\n{said}\n");
            assert_eq!(stands_in(&quote, source), wanted, "{said}");
        }
        assert!(stands_in(&of("Lainaus", ThreadId(7), 99, source), source));
        let long = "sana ".repeat(200);
        assert!(stands_in(&of("Lainaus", ThreadId(7), 99, &long), &long));
    }

    #[test]
    fn other_links_and_quotes_are_left_alone() {
        for text in [
            "> sanottu jossain",
            "[katso](/coffee-room/threads/7/at/99)",
            "> [x](/coffee-room/threads/x/at/99)",
            "> [x](/coffee-room/threads/7/posts/3)",
        ] {
            assert!(find(text).is_empty(), "{text}");
            assert_eq!(without(text, |_| true, ""), text);
        }
    }

    #[test]
    fn a_lazy_line_and_a_nested_quote_go_with_their_quote() {
        let text = "> > [x](/coffee-room/threads/7/at/99)\n> > salaista\nlaiskaa\n\nomaa";
        assert_eq!(without(text, |_| true, "").trim(), "omaa");
    }
}

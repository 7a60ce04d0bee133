//! Atom feeds (RFC 4287): for everybody, and for one person under an address
//! that is a secret of theirs. What a personal feed shows is computed from the
//! facts about its owner each time it is fetched.

pub mod key;

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use sha2::{Digest, Sha256};

use crate::clock::Millis;
use crate::fault::Fault;
use crate::texts::{self, Lang};
use crate::web::ctx::Ctx;
use crate::web::route::Reply;

/// What a feed reader shows.
pub struct Feed {
    /// Its language.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// Path of the page that it follows.
    pub path: String,
    /// Newest first.
    pub entries: Vec<Entry>,
}

/// One thing of a feed.
pub struct Entry {
    /// Path of its page, and what it is known by.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Who wrote it; none for the union itself.
    pub author: Option<String>,
    /// When it last changed.
    pub updated: Millis,
    /// In plain words.
    pub summary: String,
    /// The whole of it as safe HTML; empty for none.
    pub html: String,
}

/// Who may keep a copy of a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Everybody, and so may caches on the way.
    Public,
    /// Its owner alone.
    Private,
}

#[derive(Template)]
#[template(path = "feed.xml")]
struct Atom<'f> {
    feed: &'f Feed,
    base: &'f str,
    union: &'f str,
    /// Of a public feed; a private one does not repeat its secret.
    own_path: Option<&'f str>,
}

impl Atom<'_> {
    fn updated(&self) -> String {
        iso(&self.feed.entries.iter().map(|entry| entry.updated).max().unwrap_or(0))
    }
}

fn iso(at: &Millis) -> String {
    let mut out = String::new();
    texts::push_iso(&mut out, *at);
    out
}

/// Leaves out what XML has no way to write.
fn fit(text: &str) -> String {
    let is_fit = |letter: &char| matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    text.chars().filter(is_fit).collect()
}

/// Answers with a feed, or that the reader has it already.
///
/// There is no `Last-Modified`: what is hidden or withdrawn changes a feed
/// without making anything in it newer.
///
/// # Errors
/// A fault of the template.
pub fn answer(ctx: &Ctx, feed: &Feed, reach: Reach) -> Reply {
    let settings = ctx.site.settings();
    let own_path = (reach == Reach::Public).then(|| ctx.uri.path());
    let atom =
        Atom { feed, base: &ctx.site.public_url, union: settings.line("union-name"), own_path };
    let text = atom.render()?;
    let mark: String = Sha256::digest(&text).iter().take(12).map(|b| format!("{b:02x}")).collect();
    let tag = format!("W/\"{mark}\"");
    let known = ctx.headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let is_known = known.is_some_and(|known| known.contains(&mark));
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], text).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::ETAG, HeaderValue::from_str(&tag).map_err(Fault::bug)?);
    let (cache, vary) = match reach {
        Reach::Public => ("public, max-age=300", "Accept-Encoding"),
        Reach::Private => ("private, no-cache", "Accept-Encoding"),
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::VARY, HeaderValue::from_static(vary));
    if reach == Reach::Private {
        let name = header::HeaderName::from_static("x-robots-tag");
        headers.insert(name, HeaderValue::from_static("noindex"));
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_is_well_formed_whatever_stands_in_it() {
        let feed = Feed {
            lang: Lang::Fi,
            title: "Tauot & <b>".to_owned(),
            path: "/x".to_owned(),
            entries: vec![Entry {
                path: "/x/1".to_owned(),
                title: "\u{0}\u{8}Kahvi \"&\" ]]> \u{FFFF}tauko".to_owned(),
                author: Some("A<i>no".to_owned()),
                updated: 1_795_334_400_000,
                summary: String::new(),
                html: "<p>Hei &amp; moi</p>".to_owned(),
            }],
        };
        let base = "https://kahvi.example";
        let text = Atom { feed: &feed, base, union: "Liitto", own_path: None }.render().unwrap();
        assert!(text.contains("<updated>2026-11-22T08:00:00Z</updated>"), "{text}");
        assert!(text.contains("&#60;p&#62;Hei &#38;amp; moi&#60;/p&#62;"), "{text}");
        assert!(!text.contains('\u{0}') && !text.contains('\u{8}') && !text.contains('\u{FFFF}'));
        assert!(!text.contains("<b>") && !text.contains("<i>"), "{text}");
    }
}

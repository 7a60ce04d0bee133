//! The databank as its readers and editors meet it, on both engines.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected should stop at once"
)]

mod editing;
mod facts;
mod personal;
mod reading;

use kafferum_platform::policy::Role;
use kafferum_testkit::http::Response;
use kafferum_testkit::site::{TestSite, Visitor};

/// An editor at the list of articles.
fn editor(site: &TestSite) -> Visitor<'_> {
    let mut editor = site.as_person(site.staff("Toimittaja", Role::Editor));
    assert_eq!(editor.get("/editor").status, 200);
    editor
}

/// An editor of a site that has the starting articles.
fn editor_with_articles(site: &TestSite) -> Visitor<'_> {
    let mut editor = editor(site);
    assert_eq!(editor.post("/editor/starting-articles", &[]).status, 303);
    editor
}

/// Fields with some of them put in place of others.
fn but<'f>(
    fields: &[(&'f str, &'f str)],
    changed: &[(&'f str, &'f str)],
) -> Vec<(&'f str, &'f str)> {
    let kept = fields.iter().filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
    kept.chain(changed).copied().collect()
}

const TEXT: &[(&str, &str)] = &[
    ("version", "0"),
    ("title", "Tauot"),
    ("summary", "Tauko kuuluu sinullekin."),
    ("body", "## Lepo\n\nTauko on **sinun**."),
    ("review-by", "2027-06-01"),
];

const FACT: &[(&str, &str)] = &[
    ("key", "break-length"),
    ("statement-fi", "Tauko on 12 minuuttia."),
    ("applies-fi", "Kaikki avustajat"),
    ("source", "Esimerkkisopimus, 7 §"),
    ("source-url", "https://esimerkki.fi/sopimus"),
    ("source-date", "2026-07"),
    ("checked", "2026-11-20"),
    ("valid-from", "2026-01-01"),
];

/// Opens an article and publishes this text of it in Finnish.
fn publish(editor: &mut Visitor<'_>, slug: &str, text: &[(&str, &str)]) {
    editor.get("/editor/articles/new");
    let opened = editor
        .post("/editor/articles/new", &[("slug", slug), ("kind", "article"), ("topic", "pay")]);
    assert_eq!(opened.header("location"), Some(&*format!("/editor/articles/{slug}/fi")));
    editor.get(&format!("/editor/articles/{slug}/fi"));
    done(&editor.post(&format!("/editor/articles/{slug}/fi/publish"), text));
}

/// Enters a fact.
fn enter(editor: &mut Visitor<'_>, fact: &[(&str, &str)]) {
    editor.get("/editor/facts/new");
    done(&editor.post("/editor/facts/new", fact));
}

#[track_caller]
fn done(response: &Response) {
    assert_eq!(response.status, 303, "{}", main(response));
}

#[track_caller]
fn says(response: &Response, sentence: &str) {
    assert!(response.text().contains(sentence), "no {sentence:?} in {}", main(response));
}

#[track_caller]
fn says_not(response: &Response, sentence: &str) {
    assert!(!response.text().contains(sentence), "{sentence:?} in {}", main(response));
}

/// A page without its frame.
fn main(response: &Response) -> String {
    let text = response.text();
    text.split("<main")
        .nth(1)
        .and_then(|rest| rest.split("</main>").next())
        .unwrap_or(&text)
        .to_owned()
}

//! The articles and facts that a new site may start with. They stand in
//! `content/` and are built into the program; `content/README.md` says how
//! they are written.

use std::sync::Arc;

use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::search::SharedAnalyser;
use kafferum_platform::texts::Lang;
use kafferum_platform::{Error, Fault};
use serde::Deserialize;

use crate::model::{Draft, FactText, Kind, Stamp, State, TextId, Told, Topic};
use crate::store::{articles, facts};
use crate::{actions, citation, search};

/// The day all of it was last compared with its sources.
const CHECKED: &str = "2026-11-22";

const FACTS: &str = include_str!("../content/facts.toml");

/// Address, and the texts in the order of [`Lang::ALL`].
type Source = (&'static str, [&'static str; 3]);

macro_rules! articles {
    ($($slug:literal)+) => {
        &[$((
            $slug,
            [
                include_str!(concat!("../content/articles/", $slug, "/fi.md")),
                include_str!(concat!("../content/articles/", $slug, "/sv.md")),
                include_str!(concat!("../content/articles/", $slug, "/en.md")),
            ],
        )),+]
    };
}

const ARTICLES: &[Source] = articles! {
    "agreement-in-force"
    "coffee-room"
    "employer-assistant-and-county"
    "falling-ill"
    "four-ways-to-arrange-assistance"
    "history-of-the-agreement"
    "is-the-agreement-generally-binding"
    "joining-and-what-it-costs"
    "notice-period"
    "occupational-health"
    "pay-groups"
    "pay-rise"
    "secrecy"
    "supplements-on-a-saturday"
    "support-persons"
    "talking-about-work"
    "tax-deduction"
    "trade-in-numbers"
    "trial-period"
    "when-pay-is-paid"
    "which-agreement-applies"
    "who-plans-my-shifts"
    "working-alone"
    "working-in-anothers-home"
};

#[derive(Deserialize)]
struct Front {
    title: String,
    summary: String,
    kind: String,
    topic: String,
    review_by: String,
}

#[derive(Deserialize)]
struct FactFile {
    fact: Vec<StartingFact>,
}

#[derive(Deserialize)]
struct StartingFact {
    key: String,
    fi: String,
    sv: String,
    en: String,
    applies_to_fi: String,
    applies_to_sv: String,
    applies_to_en: String,
    source: String,
    source_url: Option<String>,
    source_date: Option<String>,
    checked: String,
    valid_from: Option<String>,
    valid_to: Option<String>,
    superseded_by: Option<String>,
}

/// A text of an article, ready to be saved.
struct StartingText {
    slug: &'static str,
    lang: Lang,
    kind: Kind,
    topic: Topic,
    draft: Draft,
}

/// All of it, read and rendered.
pub(crate) struct Content {
    facts: Vec<(StartingFact, Told)>,
    texts: Vec<StartingText>,
}

/// Addresses of all articles.
pub(crate) fn slugs() -> impl Iterator<Item = &'static str> {
    ARTICLES.iter().map(|(slug, _)| *slug)
}

/// Reads and renders all of it.
///
/// # Errors
/// A fault naming what is broken; a test rules it out.
pub(crate) fn content() -> Result<Content, Fault> {
    let file: FactFile = toml::from_str(FACTS).map_err(Fault::bug)?;
    let facts = file.fact.into_iter().map(|fact| {
        let told = told(&fact);
        (fact, told)
    });
    let mut texts = Vec::new();
    for (slug, sources) in ARTICLES {
        for (lang, source) in Lang::ALL.iter().zip(sources) {
            texts.push(read(slug, *lang, source)?);
        }
    }
    Ok(Content { facts: facts.collect(), texts })
}

fn told(fact: &StartingFact) -> Told {
    let text = |lang, statement: &String, applies_to: &String| FactText {
        lang,
        statement: statement.clone(),
        applies_to: applies_to.clone(),
    };
    Told {
        source: fact.source.clone(),
        source_url: fact.source_url.clone(),
        source_date: fact.source_date.clone(),
        checked: fact.checked.clone(),
        valid_from: fact.valid_from.clone(),
        valid_to: fact.valid_to.clone(),
        texts: vec![
            text(Lang::Fi, &fact.fi, &fact.applies_to_fi),
            text(Lang::Sv, &fact.sv, &fact.applies_to_sv),
            text(Lang::En, &fact.en, &fact.applies_to_en),
        ],
    }
}

fn read(slug: &'static str, lang: Lang, source: &str) -> Result<StartingText, Fault> {
    let broken = |what: &str| Fault::bug(format_args!("{slug}/{}.md: {what}", lang.word()));
    let (front, body) = source
        .strip_prefix("+++\n")
        .and_then(|rest| rest.split_once("\n+++\n"))
        .ok_or_else(|| broken("no front matter"))?;
    let front: Front = toml::from_str(front).map_err(|error| broken(&error.to_string()))?;
    let body = body.trim();
    let rendered = citation::render(body);
    Ok(StartingText {
        slug,
        lang,
        kind: Kind::from_word(&front.kind).ok_or_else(|| broken("unknown kind"))?,
        topic: Topic::from_word(&front.topic).ok_or_else(|| broken("unknown topic"))?,
        draft: Draft {
            title: front.title,
            summary: front.summary,
            note: String::new(),
            review_by: front.review_by,
            valid_from: None,
            valid_to: None,
            body: body.to_owned(),
            html: rendered.html,
            cited: rendered.cited,
        },
    })
}

/// Enters and publishes what the site does not have. What it has, in whatever
/// state, is its editors' and stays as it is.
pub(crate) fn take_in(
    tx: &mut Tx<'_>,
    content: &Content,
    analyser: &SharedAnalyser,
    now: Millis,
) -> Result<(), Error> {
    let analyser = Arc::clone(analyser);
    let stamp = Stamp { author: None, checked: CHECKED.to_owned(), now, analyser };
    let mut entered = Vec::new();
    // What has a successor first: the newer of two is found first.
    let (old, valid): (Vec<_>, Vec<_>) =
        content.facts.iter().partition(|(fact, _)| fact.superseded_by.is_some());
    for (fact, told) in old.into_iter().chain(valid) {
        if let Some(id) = facts::insert(tx, &fact.key, told, &stamp)? {
            search::index_fact(tx, id, told, &stamp)?;
            entered.push((id, fact.superseded_by.as_deref()));
        }
    }
    for (old, successor) in entered {
        if let Some(successor) = successor.map(|key| facts::id(tx, key)).transpose()?.flatten() {
            facts::set_successor(tx, old, successor)?;
        }
    }
    for text in &content.texts {
        let article = match articles::article(tx, text.slug)? {
            Some(article) => article.id,
            None => actions::open_article(tx, text.slug, text.kind, text.topic, &stamp)?,
        };
        let id = TextId { article, lang: text.lang };
        if articles::latest(tx, id)?.is_none() {
            actions::save_text(tx, id, 0, &text.draft, State::Published, &stamp)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::rules;

    #[test]
    fn every_article_of_the_folder_is_built_in() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/content/articles");
        let mut there: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        there.sort();
        assert_eq!(slugs().collect::<Vec<_>>(), there);
    }

    #[test]
    fn the_content_keeps_the_rules_that_editors_keep() {
        let content = content().unwrap();
        let keys: HashSet<&str> = content.facts.iter().map(|(fact, _)| fact.key.as_str()).collect();
        assert_eq!(keys.len(), content.facts.len(), "a key is there twice");
        for (fact, told) in &content.facts {
            let (from, to) =
                (told.valid_from.as_deref().unwrap_or(""), told.valid_to.as_deref().unwrap_or(""));
            for outcome in [
                rules::must_be_slug(&fact.key, "key"),
                rules::must_be_day(&told.checked, "checked"),
                rules::must_be_day(from, "valid-from"),
                rules::must_be_day(to, "valid-to"),
                rules::must_be_in_order(from, to, "valid-to"),
                rules::must_be_source_date(
                    told.source_date.as_deref().unwrap_or(""),
                    "source-date",
                ),
                rules::must_be_link(told.source_url.as_deref().unwrap_or(""), "source-url"),
            ] {
                assert_eq!(outcome, Ok(()), "{}", fact.key);
            }
            if let Some(successor) = &fact.superseded_by {
                assert!(
                    keys.contains(successor.as_str()) && told.valid_to.is_some(),
                    "{}",
                    fact.key
                );
            }
        }
        for text in &content.texts {
            let name = format!("{}/{}.md", text.slug, text.lang.word());
            assert_eq!(rules::must_be_slug(text.slug, "slug"), Ok(()));
            assert_eq!(rules::must_be_day(&text.draft.review_by, "review-by"), Ok(()), "{name}");
            for key in &text.draft.cited {
                assert!(keys.contains(key.as_str()), "{name} cites {key}");
            }
        }
    }
}

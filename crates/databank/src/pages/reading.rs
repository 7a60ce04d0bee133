//! What everybody reads: articles, their past versions, dated facts.

use std::collections::BTreeMap;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::policy::Role;
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Html;

use super::sources::{self, Source};
use super::{in_language, lang, today};
use crate::citation;
use crate::model::{Article, FactState, Kind, Listed, State, TextId, Topic, Version};
use crate::rules;
use crate::store::{articles, facts};

#[derive(Template)]
#[template(path = "databank.html")]
struct DatabankPage {
    page: Page,
    chosen: Option<Topic>,
    topics: Vec<Topic>,
    sections: Vec<Section>,
    questions: Vec<Item>,
}

struct Section {
    topic: Topic,
    items: Vec<Item>,
}

struct Item {
    text: Listed,
    is_overdue: bool,
    /// Text key that says which language it is in, if not the page's.
    only: Option<String>,
}

pub(super) async fn databank(ctx: Ctx) -> Reply {
    let chosen = ctx.query("topic").and_then(|word| Topic::from_word(&word));
    let texts = ctx.read(|tx| Ok(articles::listed(tx)?)).await?;
    let today = today(&ctx);

    let mut by_slug: BTreeMap<String, Vec<Listed>> = BTreeMap::new();
    for text in texts {
        by_slug.entry(text.slug.clone()).or_default().push(text);
    }
    let mut shown: Vec<Item> = by_slug
        .into_values()
        .filter_map(|texts| in_language(texts, ctx.lang, |text| text.lang))
        .map(|text| Item {
            is_overdue: rules::is_overdue(&text.review_by, &today),
            only: (text.lang != ctx.lang).then(|| format!("databank-only-{}", text.lang.word())),
            text,
        })
        .collect();
    shown.sort_by_key(|item| item.text.title.to_lowercase());

    let has = |topic: &Topic| shown.iter().any(|item| item.text.topic == *topic);
    let topics = Topic::ALL.iter().copied().filter(has).collect();
    shown.retain(|item| chosen.is_none_or(|topic| item.text.topic == topic));
    let (questions, mut subjects): (Vec<_>, Vec<_>) =
        shown.into_iter().partition(|item| item.text.kind == Kind::Question);
    let mut sections = Vec::new();
    for topic in Topic::ALL {
        let items: Vec<Item> = subjects.extract_if(.., |item| item.text.topic == *topic).collect();
        if !items.is_empty() {
            sections.push(Section { topic: *topic, items });
        }
    }
    let page = ctx.page(ctx.t("databank-title"));
    ctx.html(&DatabankPage { page, chosen, topics, sections, questions })
}

#[derive(Template)]
#[template(path = "article.html")]
struct ArticlePage {
    page: Page,
    article: Article,
    text: Version,
    html: Html,
    sources: Vec<Source>,
    validity: Option<String>,
    is_overdue: bool,
    /// Its time is over, or has not come.
    is_out_of_time: bool,
    /// Text key that says which language it is in, if not the page's.
    only: Option<&'static str>,
    /// Other languages there are.
    others: Vec<Lang>,
    /// It is not the version in force.
    is_past: bool,
    may_edit: bool,
}

pub(super) async fn article(ctx: Ctx) -> Reply {
    let slug: String = ctx.param("slug")?;
    let wanted = asked_lang(&ctx);
    let (article, langs, text, facts) = ctx
        .read(move |tx| {
            let (article, texts) = articles::published(tx, &slug)?.ok_or(Error::NotFound)?;
            let langs: Vec<Lang> = texts.iter().map(|text| text.lang).collect();
            let text = in_language(texts, wanted, |text| text.lang).ok_or(Error::NotFound)?;
            let id = TextId { article: article.id, lang: text.lang };
            let cited = facts::cited(tx, id, text.version)?;
            Ok((article, langs, text, sources::with_successors(tx, cited)?))
        })
        .await?;
    show_article(&ctx, article, text, &facts, langs, false)
}

pub(super) async fn article_version(ctx: Ctx) -> Reply {
    let (slug, lang, number): (String, Lang, i64) =
        (ctx.param("slug")?, lang(&ctx)?, ctx.param("version")?);
    let (article, text, facts, is_past) = ctx
        .read(move |tx| {
            let (article, texts) = articles::published(tx, &slug)?.ok_or(Error::NotFound)?;
            let current =
                texts.into_iter().find(|text| text.lang == lang).ok_or(Error::NotFound)?;
            let id = TextId { article: article.id, lang };
            let text = articles::version(tx, id, number)?
                .filter(|text| text.state == State::Published)
                .ok_or(Error::NotFound)?;
            let cited = facts::cited(tx, id, number)?;
            let is_past = text.version != current.version;
            Ok((article, text, sources::with_successors(tx, cited)?, is_past))
        })
        .await?;
    show_article(&ctx, article, text, &facts, Vec::new(), is_past)
}

fn show_article(
    ctx: &Ctx,
    article: Article,
    text: Version,
    facts: &sources::Row,
    mut others: Vec<Lang>,
    is_past: bool,
) -> Reply {
    let today = today(ctx);
    let is_in_pages = others.contains(&ctx.lang);
    others.retain(|lang| *lang != text.lang);
    others.sort();
    let sources = facts.shown(ctx, text.lang, &today);
    let (from, to) = (text.valid_from.as_deref(), text.valid_to.as_deref());
    ctx.html(&ArticlePage {
        page: ctx.page(text.title.clone()),
        html: Html(citation::weave(&text.html, &sources::looks(ctx, &sources))),
        validity: sources::validity(ctx, from, to),
        is_overdue: rules::is_overdue(&text.review_by, &today),
        is_out_of_time: rules::fact_state(from, to, false, &today) != FactState::Current,
        only: if is_in_pages { None } else { only(ctx.lang, text.lang) },
        sources,
        article,
        text,
        others,
        is_past,
        may_edit: ctx.actor.is_anywhere(Role::Editor),
    })
}

/// The language in which a text was found and is asked for, else the page's.
fn asked_lang(ctx: &Ctx) -> Lang {
    ctx.query("lang").and_then(|word| Lang::from_word(&word)).unwrap_or(ctx.lang)
}

/// Says that there is no text in the page's language yet.
fn only(page: Lang, text: Lang) -> Option<&'static str> {
    (page != text).then_some(match text {
        Lang::Fi => "databank-read-in-fi",
        Lang::Sv => "databank-read-in-sv",
        Lang::En => "databank-read-in-en",
    })
}

#[derive(Template)]
#[template(path = "article_versions.html")]
struct ArticleVersionsPage {
    page: Page,
    article: Article,
    current: Version,
    versions: Vec<Version>,
}

pub(super) async fn article_versions(ctx: Ctx) -> Reply {
    let slug: String = ctx.param("slug")?;
    let wanted = ctx.lang;
    let (article, current, versions) = ctx
        .read(move |tx| {
            let (article, texts) = articles::published(tx, &slug)?.ok_or(Error::NotFound)?;
            let current = in_language(texts, wanted, |text| text.lang).ok_or(Error::NotFound)?;
            let id = TextId { article: article.id, lang: current.lang };
            let versions = articles::history(tx, id)?;
            Ok((article, current, versions))
        })
        .await?;
    let title = ctx.ta("databank-versions-title", &[("title", &current.title)]);
    ctx.html(&ArticleVersionsPage { page: ctx.page(title), article, current, versions })
}

#[derive(Template)]
#[template(path = "facts.html")]
struct FactsPage {
    page: Page,
    chosen: Option<FactState>,
    sources: Vec<Source>,
}

pub(super) async fn facts(ctx: Ctx) -> Reply {
    let chosen = ctx.query("state").and_then(|word| FactState::from_word(&word));
    let facts = ctx
        .read(|tx| {
            let facts = facts::all(tx)?;
            Ok(sources::with_successors(tx, facts)?)
        })
        .await?;
    let mut sources = facts.shown(&ctx, asked_lang(&ctx), &today(&ctx));
    sources.retain(|source| chosen.is_none_or(|state| source.state == state));
    let page = ctx.page(ctx.t("databank-facts-title"));
    ctx.html(&FactsPage { page, chosen, sources })
}

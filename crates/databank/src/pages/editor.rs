//! The editor's lists, new articles, and what articles are about.

use std::sync::Arc;

use std::cmp::Reverse;

use askama::Template;
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;
use kafferum_platform::{Error, Fault, Refusal};

use super::{in_language, is_refused_for, stamp, today};
use crate::actions::{self, STALE};
use crate::model::{Citing, Fact, FactState, Kind, Overview, Standing, Topic};
use crate::store::{articles, facts};
use crate::{SOON_DAYS, rules, starting};

#[derive(Template)]
#[template(path = "editor.html")]
struct EditorPage {
    page: Page,
    rows: Vec<ArticleRow>,
    reviews: Vec<DueReview>,
    ageing: Vec<AgeingFact>,
    /// There are starting articles that the site does not have.
    may_take_in: bool,
}

struct ArticleRow {
    slug: String,
    title: String,
    topic: Topic,
    cells: Vec<Cell>,
}

/// Where an article stands in one language.
struct Cell {
    lang: Lang,
    /// `None`: there is no text.
    standing: Option<Standing>,
}

struct DueReview {
    slug: String,
    lang: Lang,
    title: String,
    review_by: String,
    is_overdue: bool,
}

struct AgeingFact {
    fact: Fact,
    statement: String,
    state: FactState,
    citing: Vec<Citing>,
}

pub(super) async fn editor(ctx: Ctx) -> Reply {
    let today = today(&ctx);
    let soon = rules::days_after(&today, ctx.site.settings().number(SOON_DAYS));
    let before = rules::days_after(&soon, 1);
    let (overview, ageing) = ctx
        .read(move |tx| {
            let mut ageing = Vec::new();
            for fact in facts::ageing(tx, &before)? {
                let citing = articles::citing(tx, fact.id)?;
                ageing.push((fact, citing));
            }
            Ok((articles::overview(tx)?, ageing))
        })
        .await?;
    let ageing = ageing.into_iter().map(|(fact, citing)| AgeingFact {
        statement: statement(&fact, ctx.lang),
        state: rules::state_of(&fact, &today),
        fact,
        citing,
    });
    let mut ageing: Vec<AgeingFact> = ageing.collect();
    // What is about to end first; what was superseded, perhaps cited as
    // history, last.
    ageing.sort_by_key(|old| (old.state, Reverse(old.fact.told.valid_to.clone())));
    let is_there = |slug: &str| {
        let texts = overview.iter().find(|row| row.article.slug == slug).map(|row| row.texts.len());
        texts == Some(Lang::ALL.len())
    };
    ctx.html(&EditorPage {
        page: ctx.page(ctx.t("databank-editor-title")),
        reviews: due_reviews(&overview, &today, &soon),
        ageing,
        may_take_in: !starting::slugs().all(is_there),
        rows: overview.into_iter().map(|row| article_row(row, ctx.lang)).collect(),
    })
}

fn statement(fact: &Fact, lang: Lang) -> String {
    fact.told.text(lang).map(|text| text.statement.clone()).unwrap_or_default()
}

fn due_reviews(overview: &[Overview], today: &str, soon: &str) -> Vec<DueReview> {
    let texts = overview.iter().flat_map(|row| row.texts.iter().map(|text| (&row.article, text)));
    let mut due: Vec<DueReview> = texts
        .filter_map(|(article, text)| {
            let review_by = text.review_by.clone()?;
            (review_by.as_str() <= soon).then(|| DueReview {
                slug: article.slug.clone(),
                lang: text.lang,
                title: text.title.clone(),
                is_overdue: rules::is_overdue(&review_by, today),
                review_by,
            })
        })
        .collect();
    due.sort_by(|a, b| a.review_by.cmp(&b.review_by));
    due
}

fn article_row(row: Overview, lang: Lang) -> ArticleRow {
    let cells = Lang::ALL.iter().map(|lang| {
        let text = row.texts.iter().find(|text| text.lang == *lang);
        Cell { lang: *lang, standing: text.map(|text| text.standing) }
    });
    let cells = cells.collect();
    let title = in_language(row.texts, lang, |text| text.lang).map(|text| text.title);
    let slug = row.article.slug;
    ArticleRow {
        title: title.unwrap_or_else(|| slug.clone()),
        slug,
        topic: row.article.topic,
        cells,
    }
}

pub(super) async fn starting_articles(ctx: Ctx) -> Reply {
    let form = ctx.form(&[]).await?;
    let content = starting::content()?;
    let (now, analyser) = (ctx.now, Arc::clone(&ctx.site.analyser));
    let work = ctx.submit(form, move |tx, _| {
        starting::take_in(tx, &content, &analyser, now)?;
        Ok("/editor".to_owned())
    });
    match work.await? {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-databank-taken-in"),
        // The content is ours: a test holds it to the rules.
        Submitted::Again(_) => Err(Fault::bug("the starting articles were refused").into()),
    }
}

const ARTICLE: &[Field] = &[
    form::line("slug", rules::LONGEST_SLUG).required(),
    form::line("kind", 20).required(),
    form::line("topic", 40).required(),
];

const SETTINGS: &[Field] = &[
    form::line("kind", 20).required(),
    form::line("topic", 40).required(),
    form::line("seen", 64),
];

#[derive(Template)]
#[template(path = "article_new.html")]
struct ArticleNewPage<'f> {
    page: Page,
    form: &'f Form,
    kinds: Vec<Choice>,
    topics: Vec<Choice>,
}

fn kinds(ctx: &Ctx) -> Vec<Choice> {
    let choice = |kind: &Kind| (kind.word().to_owned(), ctx.t(&kind.text()).to_owned());
    Kind::ALL.iter().map(choice).collect()
}

fn topics(ctx: &Ctx) -> Vec<Choice> {
    let choice = |topic: &Topic| (topic.word().to_owned(), ctx.t(&topic.text()).to_owned());
    Topic::ALL.iter().map(choice).collect()
}

/// What was chosen, or the first choice for a word that the form never
/// offered; then the form is refused.
fn chosen(form: &mut Form) -> (Kind, Topic) {
    let (kind, topic) = (Kind::from_word(form.get("kind")), Topic::from_word(form.get("topic")));
    if kind.is_none() {
        form.refuse(Refusal::new("form-required").at("kind"));
    }
    if topic.is_none() {
        form.refuse(Refusal::new("form-required").at("topic"));
    }
    (kind.unwrap_or(Kind::Article), topic.unwrap_or(Topic::Agreement))
}

pub(super) async fn article_new(ctx: Ctx) -> Reply {
    let form = Form::empty().with("kind", Kind::Article.word());
    ctx.html(&new_page(&ctx, &form))
}

fn new_page<'f>(ctx: &Ctx, form: &'f Form) -> ArticleNewPage<'f> {
    let page = ctx.page(ctx.t("databank-article-new"));
    ArticleNewPage { page, form, kinds: kinds(ctx), topics: topics(ctx) }
}

pub(super) async fn article_create(ctx: Ctx) -> Reply {
    let mut form = ctx.form(ARTICLE).await?;
    let slug = form.get("slug").to_owned();
    if !slug.is_empty() {
        form.check(rules::must_be_slug(&slug, "slug"));
    }
    let (kind, topic) = chosen(&mut form);
    let (stamp, lang) = (stamp(&ctx), ctx.lang);
    let work = ctx.submit(form, move |tx, form| {
        let slug = form.get("slug");
        actions::open_article(tx, slug, kind, topic, &stamp)?;
        Ok(format!("/editor/articles/{slug}/{}", lang.word()))
    });
    match work.await? {
        Submitted::Done(path) => ctx.see_other(&path),
        Submitted::Again(form) => ctx.html_again(&new_page(&ctx, &form)),
    }
}

#[derive(Template)]
#[template(path = "article_settings.html")]
struct ArticleSettingsPage<'f> {
    page: Page,
    slug: String,
    form: &'f Form,
    kinds: Vec<Choice>,
    topics: Vec<Choice>,
    /// What somebody else saved meanwhile.
    meanwhile: Option<Settings>,
}

/// What an article is and what it is about.
#[derive(Clone, Copy)]
struct Settings {
    kind: Kind,
    topic: Topic,
}

impl Settings {
    /// What the form knows that it was opened on.
    fn mark(self) -> String {
        format!("{}:{}", self.kind.word(), self.topic.word())
    }
}

fn settings_page<'f>(ctx: &Ctx, slug: String, form: &'f Form) -> ArticleSettingsPage<'f> {
    let page = ctx.page(ctx.ta("databank-article-settings", &[("slug", &slug)]));
    let (kinds, topics) = (kinds(ctx), topics(ctx));
    ArticleSettingsPage { page, slug, form, kinds, topics, meanwhile: None }
}

async fn settings_of(ctx: &Ctx, slug: &str) -> Result<Settings, Error> {
    let slug = slug.to_owned();
    let found = ctx.read(move |tx| Ok(articles::article(tx, &slug)?)).await?;
    let article = found.ok_or(Error::NotFound)?;
    Ok(Settings { kind: article.kind, topic: article.topic })
}

pub(super) async fn article_settings(ctx: Ctx) -> Reply {
    let slug: String = ctx.param("slug")?;
    let now = settings_of(&ctx, &slug).await?;
    let form = Form::empty().with("kind", now.kind.word()).with("topic", now.topic.word());
    ctx.html(&settings_page(&ctx, slug, &form.with("seen", now.mark())))
}

pub(super) async fn article_settings_save(ctx: Ctx) -> Reply {
    let slug: String = ctx.param("slug")?;
    let mut form = ctx.form(SETTINGS).await?;
    let (kind, topic) = chosen(&mut form);
    let wanted = slug.clone();
    let work = ctx.submit(form, move |tx, form| {
        let article = articles::article(tx, &wanted)?.ok_or(Error::NotFound)?;
        let stands = Settings { kind: article.kind, topic: article.topic };
        if stands.mark() != form.get("seen") {
            return Err(actions::stale());
        }
        articles::change_article(tx, article.id, kind, topic)?;
        Ok("/editor".to_owned())
    });
    match work.await? {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-databank-saved"),
        Submitted::Again(mut form) => {
            let mut meanwhile = None;
            if is_refused_for(&form, STALE) {
                let now = settings_of(&ctx, &slug).await?;
                form.set("seen", now.mark());
                meanwhile = Some(now);
            }
            let page = settings_page(&ctx, slug, &form);
            ctx.html_again(&ArticleSettingsPage { meanwhile, ..page })
        }
    }
}

#[derive(Template)]
#[template(path = "editor_facts.html")]
struct EditorFactsPage {
    page: Page,
    facts: Vec<FactRow>,
}

struct FactRow {
    fact: Fact,
    statement: String,
    state: FactState,
}

pub(super) async fn editor_facts(ctx: Ctx) -> Reply {
    let facts = ctx.read(|tx| Ok(facts::all(tx)?)).await?;
    let today = today(&ctx);
    let row = |fact: Fact| FactRow {
        statement: statement(&fact, ctx.lang),
        state: rules::state_of(&fact, &today),
        fact,
    };
    let page = ctx.page(ctx.t("databank-editor-facts"));
    ctx.html(&EditorFactsPage { page, facts: facts.into_iter().map(row).collect() })
}

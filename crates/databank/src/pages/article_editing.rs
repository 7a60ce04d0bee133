//! Writing a text: form, preview, saving, publishing, withdrawing.

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::db::Tx;
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Html;

use super::sources::{self, Source};
use super::{given, is_refused_for, lang, stamp, today};
use crate::actions::{self, STALE};
use crate::citation::{self, Rendered};
use crate::difference::{Compared, compare};
use crate::model::{Article, Draft, Standing, State, TextId, Version};
use crate::rules;
use crate::store::{articles, facts};

const TEXT: &[Field] = &[
    form::line("version", 20),
    form::line("title", 120).required(),
    form::line("summary", 300).required(),
    form::text("body", 20_000).required(),
    form::line("review-by", 10).required(),
    form::line("valid-from", 10),
    form::line("valid-to", 10),
    form::line("note", 200),
];

#[derive(Template)]
#[template(path = "article_edit.html")]
struct ArticleEditPage<'f> {
    page: Page,
    slug: String,
    lang: Lang,
    form: &'f Form,
    /// Address of this text for its editors.
    path: String,
    /// `None`: there is no text yet.
    standing: Option<Standing>,
    is_published: bool,
    compared: Option<Compared>,
    preview: Option<PreviewFragment>,
}

/// The newest version of a text with the number of the published one, if it
/// has any.
type Latest = Option<(Version, Option<i64>)>;

fn read_text(tx: &mut Tx<'_>, slug: &str, lang: Lang) -> Result<(Article, Latest), Error> {
    let article = articles::article(tx, slug)?.ok_or(Error::NotFound)?;
    let latest = articles::latest(tx, TextId { article: article.id, lang })?;
    Ok((article, latest))
}

fn path(slug: &str, lang: Lang) -> String {
    format!("/editor/articles/{slug}/{}", lang.word())
}

pub(super) async fn article_edit(ctx: Ctx) -> Reply {
    let (slug, lang): (String, Lang) = (ctx.param("slug")?, lang(&ctx)?);
    let wanted = slug.clone();
    let (_, latest) = ctx.read(move |tx| read_text(tx, &wanted, lang)).await?;
    let form = match &latest {
        Some((version, _)) => filled(version),
        None => {
            Form::empty().with("version", "0").with("review-by", rules::year_after(&today(&ctx)))
        }
    };
    ctx.html(&edit_page(&ctx, slug, lang, &form, latest.as_ref()))
}

/// The form of a text as it stands. A draft goes on with its own note; a new
/// version of a published text says anew what changed.
fn filled(version: &Version) -> Form {
    let note = if version.state == State::Draft { version.note.as_str() } else { "" };
    Form::empty()
        .with("version", version.version.to_string())
        .with("title", &version.title)
        .with("summary", &version.summary)
        .with("body", &version.body)
        .with("review-by", &version.review_by)
        .with("valid-from", version.valid_from.as_deref().unwrap_or_default())
        .with("valid-to", version.valid_to.as_deref().unwrap_or_default())
        .with("note", note)
}

fn edit_page<'f>(
    ctx: &Ctx,
    slug: String,
    lang: Lang,
    form: &'f Form,
    latest: Option<&(Version, Option<i64>)>,
) -> ArticleEditPage<'f> {
    let title = latest.map_or(slug.as_str(), |(version, _)| &version.title);
    let is_published = latest.is_some_and(|(_, published)| published.is_some());
    ArticleEditPage {
        page: ctx.page(ctx.ta("databank-edit-title", &[("title", title)])),
        form,
        path: path(&slug, lang),
        standing: latest.map(|(version, _)| Standing { latest: version.state, is_published }),
        is_published,
        slug,
        lang,
        compared: None,
        preview: None,
    }
}

/// Reads the form and says what is wrong with its single fields.
async fn typed(ctx: &Ctx) -> Result<Form, Error> {
    let mut form = ctx.form(TEXT).await?;
    for field in ["review-by", "valid-from", "valid-to"] {
        let outcome = rules::must_be_day(form.get(field), field);
        form.check(outcome);
    }
    let outcome = rules::must_be_in_order(form.get("valid-from"), form.get("valid-to"), "valid-to");
    form.check(outcome);
    Ok(form)
}

fn draft(form: &Form, rendered: Rendered) -> Draft {
    Draft {
        title: form.get("title").to_owned(),
        summary: form.get("summary").to_owned(),
        note: form.get("note").to_owned(),
        review_by: form.get("review-by").to_owned(),
        valid_from: given(form, "valid-from"),
        valid_to: given(form, "valid-to"),
        body: form.get("body").to_owned(),
        html: rendered.html,
        cited: rendered.cited,
    }
}

pub(super) async fn article_save(ctx: Ctx) -> Reply {
    send(&ctx, State::Draft, "flash-databank-draft-saved").await
}

pub(super) async fn article_publish(ctx: Ctx) -> Reply {
    send(&ctx, State::Published, "flash-databank-published").await
}

async fn send(ctx: &Ctx, state: State, flash: &'static str) -> Reply {
    let (slug, lang): (String, Lang) = (ctx.param("slug")?, lang(ctx)?);
    let form = typed(ctx).await?;
    let draft = draft(&form, citation::render(form.get("body")));
    let base: i64 = form.get("version").parse().unwrap_or(0);
    let (stamp, wanted) = (stamp(ctx), slug.clone());
    let work = ctx.submit(form, move |tx, _| {
        let article = articles::article(tx, &wanted)?.ok_or(Error::NotFound)?;
        let text = TextId { article: article.id, lang };
        actions::save_text(tx, text, base, &draft, state, &stamp)?;
        Ok(path(&wanted, lang))
    });
    match work.await? {
        Submitted::Done(path) => ctx.see_other_saying(&path, flash),
        Submitted::Again(form) => again(ctx, slug, lang, *form).await,
    }
}

/// The form with what is to be mended. After somebody else saved, both
/// versions are shown, and sending the form again puts it on top of theirs.
async fn again(ctx: &Ctx, slug: String, lang: Lang, mut form: Form) -> Reply {
    let wanted = slug.clone();
    let (_, latest) = ctx.read(move |tx| read_text(tx, &wanted, lang)).await?;
    let mut compared = None;
    if let Some((current, _)) = latest.as_ref().filter(|_| is_refused_for(&form, STALE)) {
        compared = Some(compare(&whole(&form), &whole(&filled(current))));
        form.set("version", current.version.to_string());
    }
    let mut page = edit_page(ctx, slug, lang, &form, latest.as_ref());
    page.compared = compared;
    ctx.html_again(&page)
}

/// All that a form holds, as one text to compare.
fn whole(form: &Form) -> String {
    let parts = ["title", "summary", "body", "review-by", "valid-from", "valid-to"];
    parts.map(|name| form.get(name)).join("\n\n")
}

#[derive(Template)]
#[template(path = "article_preview.html")]
struct PreviewFragment {
    page: Page,
    lang: Lang,
    title: String,
    summary: String,
    html: Html,
    sources: Vec<Source>,
    /// Citations of facts that do not exist.
    unknown: Vec<String>,
}

pub(super) async fn article_preview(ctx: Ctx) -> Reply {
    let (slug, lang): (String, Lang) = (ctx.param("slug")?, lang(&ctx)?);
    let form = typed(&ctx).await?;
    let rendered = citation::render(form.get("body"));
    let (wanted, cited) = (slug.clone(), rendered.cited);
    let (latest, row, unknown) = ctx
        .read(move |tx| {
            let (_, latest) = read_text(tx, &wanted, lang)?;
            let (mut found, mut unknown) = (Vec::new(), Vec::new());
            for key in &cited {
                match facts::by_key(tx, key)? {
                    Some(fact) => found.push(fact),
                    None => unknown.push(key.clone()),
                }
            }
            Ok((latest, sources::with_successors(tx, found)?, unknown))
        })
        .await?;
    let sources = row.shown(&ctx, lang, &today(&ctx));
    // With an unknown fact the numbers would not fit; then none are shown.
    let looks = if unknown.is_empty() { sources::looks(&ctx, &sources) } else { Vec::new() };
    let fragment = PreviewFragment {
        page: ctx.page(ctx.t("databank-preview")),
        lang,
        title: form.get("title").to_owned(),
        summary: form.get("summary").to_owned(),
        html: Html(citation::weave(&rendered.html, &looks)),
        sources,
        unknown,
    };
    if ctx.is_fragment() {
        return ctx.html(&fragment);
    }
    let mut page = edit_page(&ctx, slug, lang, &form, latest.as_ref());
    page.preview = Some(fragment);
    ctx.html(&page)
}

const WITHDRAW: &[Field] = &[form::line("version", 20)];

#[derive(Template)]
#[template(path = "article_withdraw.html")]
struct ArticleWithdrawPage {
    page: Page,
    path: String,
    form: Form,
    text: Version,
    compared: Option<Compared>,
}

/// The version of a text that the public reads.
fn read_published(tx: &mut Tx<'_>, slug: &str, lang: Lang) -> Result<(TextId, Version), Error> {
    let (article, latest) = read_text(tx, slug, lang)?;
    let published = latest.and_then(|(_, published)| published).ok_or(Error::NotFound)?;
    let text = TextId { article: article.id, lang };
    Ok((text, articles::version(tx, text, published)?.ok_or(Error::NotFound)?))
}

pub(super) async fn article_withdraw(ctx: Ctx) -> Reply {
    let (slug, lang): (String, Lang) = (ctx.param("slug")?, lang(&ctx)?);
    let wanted = slug.clone();
    let (_, text) = ctx.read(move |tx| read_published(tx, &wanted, lang)).await?;
    let form = Form::empty().with("version", text.version.to_string());
    let page = ctx.page(ctx.t("databank-withdraw-title"));
    let path = path(&slug, lang);
    ctx.html(&ArticleWithdrawPage { page, path, form, text, compared: None })
}

pub(super) async fn article_withdraw_send(ctx: Ctx) -> Reply {
    let (slug, lang): (String, Lang) = (ctx.param("slug")?, lang(&ctx)?);
    let form = ctx.form(WITHDRAW).await?;
    let seen: i64 = form.get("version").parse().unwrap_or(0);
    let (stamp, wanted) = (stamp(&ctx), slug.clone());
    let work = ctx.submit(form, move |tx, _| {
        let article = articles::article(tx, &wanted)?.ok_or(Error::NotFound)?;
        actions::withdraw(tx, TextId { article: article.id, lang }, seen, &wanted, &stamp)?;
        Ok("/editor".to_owned())
    });
    match work.await? {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-databank-withdrawn"),
        Submitted::Again(form) => withdraw_again(&ctx, slug, lang, *form, seen).await,
    }
}

/// Somebody published a newer version: it is shown beside the one that was
/// seen, and sending the form again withdraws it.
async fn withdraw_again(ctx: &Ctx, slug: String, lang: Lang, mut form: Form, seen: i64) -> Reply {
    let wanted = slug.clone();
    let (text, seen) = ctx
        .read(move |tx| {
            let (id, text) = read_published(tx, &wanted, lang)?;
            Ok((text, articles::version(tx, id, seen)?))
        })
        .await?;
    form.set("version", text.version.to_string());
    let compared = seen.map(|seen| compare(&whole(&filled(&seen)), &whole(&filled(&text))));
    let page = ctx.page(ctx.t("databank-withdraw-title"));
    ctx.html_again(&ArticleWithdrawPage { page, path: path(&slug, lang), form, text, compared })
}

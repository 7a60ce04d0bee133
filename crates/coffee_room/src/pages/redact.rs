//! A moderator takes out of a post what should not stand there, with a trace.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::db::Tx;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::{Choice, Html};

use super::guarded::Guarded;
use super::report::WORDS_MOST;
use super::{Hall, SeenBy, act, draft_of, reasons};
use crate::model::{Audience, Deed, Item, Opinion, OpinionId, Reason, ThreadId};
use crate::polls::Poll;
use crate::rules::{self, BODY_MOST, TITLE_MOST};
use crate::scene::{Scene, address};
use crate::{actions, parties, store};

const FIELDS: &[Field] = &[
    form::line("title", TITLE_MOST),
    form::text("body", BODY_MOST).required(),
    form::text("options", 2_000),
    form::line("version", 20),
    form::line("reason", 20),
    form::text("words", WORDS_MOST),
    form::line("act", 10),
    form::line("guarded", 32),
    form::line("opinion", 20),
];

#[derive(Template)]
#[template(path = "redact.html")]
struct RedactPage {
    page: Page,
    back: String,
    heading: String,
    author: String,
    has_title: bool,
    has_poll: bool,
    form: Form,
    /// What is left, or the words, would reveal.
    guarded: Html,
    reasons: Vec<Choice>,
    seen_by: SeenBy,
}

async fn show(ctx: &Ctx, form: Option<Form>, guarded: Html) -> Reply {
    let (id, number): (ThreadId, i64) = (ctx.param("thread")?, ctx.param("number")?);
    let acting = act(ctx);
    let wanted = ctx.query("opinion").and_then(|opinion| opinion.parse().ok());
    let (scene, post, source, proposal) = ctx
        .read(move |tx| {
            let scene = Scene::find(tx, &acting.actor, id, acting.lang)?;
            let (post, _) = scene.post(tx, number)?;
            rules::may_judge(scene.sight, &post, scene.me)?;
            parties::must_not_be(tx, &acting, scene.matter(&post))?;
            let source = store::posts::source(tx, id, post.position)?;
            let proposal = match wanted {
                Some(opinion) => Some(proposal(tx, opinion, Item::Post(id, number))?),
                None => None,
            };
            let may_sign = |it: &Opinion| rules::may_sign(it, scene.me);
            let proposal = proposal.filter(may_sign);
            Ok((scene, post, source, proposal))
        })
        .await?;
    let shown = RedactPage {
        page: ctx.page(ctx.t("coffee-room-redact")),
        back: address(id, number),
        heading: scene.thread.title.text.clone(),
        author: super::name(ctx, post.pseudonym),
        has_title: post.position == 1,
        has_poll: post.poll.is_some(),
        form: form.unwrap_or_else(|| {
            let form = Form::empty()
                .with("title", scene.thread.title.text)
                .with("body", source.markdown)
                .with("options", post.poll.as_ref().map(Poll::options_text).unwrap_or_default())
                .with("version", source.version.to_string());
            match proposal {
                Some(opinion) => form
                    .with("opinion", opinion.id.to_string())
                    .with("reason", opinion.reason.map_or("", Reason::word))
                    .with("words", opinion.note),
                None => form,
            }
        }),
        guarded,
        reasons: reasons(ctx),
        seen_by: SeenBy("coffee-room-redact-seen"),
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

/// What somebody in training proposes to take out of a post.
fn proposal(tx: &mut Tx<'_>, opinion: OpinionId, about: Item) -> Result<Opinion, Error> {
    store::practice::opinion(tx, opinion)?
        .filter(|it| it.deed == Deed::Redact && it.item == about.to_string())
        .ok_or(Error::NotFound)
}

pub(super) async fn redact(ctx: Ctx) -> Reply {
    show(&ctx, None, Html(String::new())).await
}

pub(super) async fn redacted(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let (thread, number): (ThreadId, i64) = (ctx.param("thread")?, ctx.param("number")?);
    let form = ctx.form(FIELDS).await?;
    let guarded = Guarded::at(&ctx, &hall, &form).by_moderator();
    if let Some((form, shown)) = guarded.step(&ctx, &form, FIELDS)? {
        return show(&ctx, Some(form), shown).await;
    }
    let seen: i64 = form.get("version").parse().unwrap_or(0);
    let draft = draft_of(&ctx, form.get("title"), form.get("body"), Audience::Members);
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, form| {
            let (reason, words) = (Reason::chosen(form.get("reason")), form.get("words"));
            let signed = match form.given("opinion").and_then(|opinion| opinion.parse().ok()) {
                Some(opinion) => {
                    let opinion = proposal(tx, opinion, Item::Post(thread, number))?;
                    Some(actions::sign(tx, &act, &opinion)?)
                }
                None => None,
            };
            let act = signed.as_ref().unwrap_or(&act);
            let text = (&draft, form.get("options"));
            actions::redact(tx, act, (thread, number), text, seen, (reason, words))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-redacted"),
        Submitted::Again(form) => show(&ctx, Some(*form), Html(String::new())).await,
    }
}

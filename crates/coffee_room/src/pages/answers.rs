//! The post that answers a thread, and questions that nobody has answered.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::clock::{HOUR, Millis};
use kafferum_platform::policy::Denied;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::Form;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Html;

use super::rooms::{ThreadView, unread_since, view};
use super::{Hall, SeenBy, act, name};
use crate::doors::Doors;
use crate::model::{Sight, ThreadId};
use crate::scene::{Scene, address};
use crate::store::LIST;
use crate::{actions, rules, store};

#[derive(Template)]
#[template(path = "answer.html")]
struct AnswerPage {
    page: Page,
    path: String,
    clear: String,
    back: String,
    heading: String,
    author: String,
    html: Html,
    is_answer: bool,
    form: Form,
    seen_by: SeenBy,
}

async fn show(ctx: &Ctx, form: Form) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let (scene, post) = ctx
        .read(move |tx| {
            let scene = Scene::find(tx, &actor, id, lang)?;
            let (post, look) = scene.post(tx, number)?;
            if !rules::may_mark_answer(scene.sight, &scene.thread, &post, look, scene.me) {
                return Err(Denied::NotYours.into());
            }
            Ok((scene, post))
        })
        .await?;
    let path = format!("/coffee-room/threads/{id}/posts/{number}/answer");
    let shown = AnswerPage {
        clear: format!("{path}/clear"),
        path,
        page: ctx.page(ctx.t("coffee-room-answer")),
        back: address(id, number),
        heading: super::title(ctx, &scene.thread.title, scene.sight, scene.me),
        author: name(ctx, post.pseudonym),
        html: Html(post.html),
        is_answer: scene.thread.answer == Some(post.position),
        seen_by: SeenBy("coffee-room-tags-seen"),
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn answer(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty()).await
}

async fn mark(ctx: Ctx, is_answer: bool, flash: &'static str) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let form = ctx.form(&[]).await?;
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, _| actions::mark_answer(tx, &act, thread, number, is_answer))
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, flash),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

pub(super) async fn answer_mark(ctx: Ctx) -> Reply {
    mark(ctx, true, "flash-coffee-room-answer-marked").await
}

pub(super) async fn answer_clear(ctx: Ctx) -> Reply {
    mark(ctx, false, "flash-coffee-room-answer-cleared").await
}

#[derive(Template)]
#[template(path = "questions.html")]
struct QuestionsPage {
    page: Page,
    threads: Vec<ThreadView>,
}

pub(super) async fn questions(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let me = ctx.person()?;
    if !rules::may_see_questions(&ctx.actor) {
        return Err(Error::Denied(Denied::NotYours));
    }
    hall.markers.settle(&ctx.site, me).await;
    let (actor, lang, before) = (ctx.actor.clone(), ctx.lang, waiting_since(&ctx));
    let (doors, threads) = ctx
        .read(move |tx| {
            let doors = Doors::find(tx, &actor)?;
            let threads = store::questions::waiting(tx, me, &doors, before, LIST, lang)?;
            Ok((doors, threads))
        })
        .await?;
    let since = unread_since(&ctx);
    let lines = threads.into_iter().filter_map(|line| {
        let seen = (doors.sight(line.room)?, doors.lets_guests_in(line.room));
        (seen.0 != Sight::Guest).then(|| view(&ctx, line, seen, me, since))
    });
    let threads = lines.collect();
    ctx.html(&QuestionsPage { page: ctx.page(ctx.t("coffee-room-questions")), threads })
}

/// Questions opened before this instant have waited long enough.
pub(super) fn waiting_since(ctx: &Ctx) -> Millis {
    let hours = ctx.site.settings().number("coffee-room-question-hours");
    ctx.now.saturating_sub(hours.saturating_mul(HOUR))
}

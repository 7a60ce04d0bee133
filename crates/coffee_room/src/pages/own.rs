//! One's own matters in the coffee room: what waits, and what became of it.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::clock::Millis;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::Form;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;

use super::held::HeldView;
use super::item::MeasureView;
use super::{Hall, act, drafts, guarded};
use crate::model::{AppealState, Decision, Held, HeldId, HeldPlace, HeldState, Reason, Sight};
use crate::polls::Poll;
use crate::rules::Trust;
use crate::{actions, rules, store};

#[derive(Template)]
#[template(path = "own.html")]
struct OwnPage {
    page: Page,
    measures: Vec<MeasureView>,
    decisions: Vec<DecisionView>,
    held: Vec<HeldView>,
    trust: Trust,
}

/// A decision about the reader in a list.
struct DecisionView {
    path: String,
    deed: &'static str,
    room_name: String,
    at: Millis,
    reason: Option<&'static str>,
    appeal: Option<&'static str>,
}

fn view(ctx: &Ctx, decision: Decision) -> DecisionView {
    DecisionView {
        path: format!("/coffee-room/decisions/{}", decision.id),
        deed: decision.deed.text(),
        room_name: match decision.room {
            Some(_) => decision.room_name,
            None => ctx.t("coffee-room-all-rooms").to_owned(),
        },
        at: decision.at,
        reason: decision.reason.map(Reason::text),
        appeal: decision.appeal.map(AppealState::text),
    }
}

pub(super) async fn own(ctx: Ctx) -> Reply {
    let (me, lang, now) = (ctx.person()?, ctx.lang, ctx.now);
    let steps = act(&ctx).limits.trust;
    let (held, measures, decisions, record) = ctx
        .read(move |tx| {
            let held = store::held::of(tx, me, lang)?;
            let measures = store::measures::about(tx, me, lang)?;
            let decisions = store::measures::decisions_about(tx, me, lang)?;
            let record = store::measures::record(tx, me, i64::MAX, steps, now)?;
            Ok((held, measures, decisions, record))
        })
        .await?;
    ctx.html(&OwnPage {
        page: ctx.page(ctx.t("coffee-room-own")),
        measures: measures.iter().map(|measure| MeasureView::new(&ctx, measure)).collect(),
        decisions: decisions.into_iter().map(|decision| view(&ctx, decision)).collect(),
        trust: Trust::of(&record, steps, now),
        held: held.into_iter().map(|held| HeldView::new(&ctx, held)).collect::<Result<_, _>>()?,
    })
}

#[derive(Template)]
#[template(path = "own_held.html")]
struct OwnHeldPage {
    page: Page,
    held: HeldView,
    form: Form,
    /// Where it stands now.
    post: Option<String>,
}

async fn find_held(ctx: &Ctx) -> Result<Held, Error> {
    let (id, me, lang) = (ctx.param::<HeldId>("held")?, ctx.person()?, ctx.lang);
    ctx.read(move |tx| {
        let held = store::held::held(tx, id, lang)?;
        held.filter(|held| held.author == me).ok_or(Error::NotFound)
    })
    .await
}

/// The page of the post at a place of the text's thread, as its author counts.
fn post_path(ctx: &Ctx, held: &Held, position: Option<i64>) -> Option<String> {
    let number = match rules::sight(&ctx.actor, held.room, held.open_to)? {
        Sight::Guest => held.guest_position,
        Sight::Member | Sight::Moderator => position,
    };
    let (thread, number) = held.thread.zip(number)?;
    Some(format!("/coffee-room/threads/{thread}/posts/{number}"))
}

async fn show_held(ctx: &Ctx, form: Form) -> Reply {
    let held = find_held(ctx).await?;
    let shown = OwnHeldPage {
        page: ctx.page(ctx.t("coffee-room-own-held")),
        post: post_path(ctx, &held, held.position),
        held: HeldView::new(ctx, held)?,
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn held(ctx: Ctx) -> Reply {
    show_held(&ctx, Form::empty()).await
}

#[derive(Template)]
#[template(path = "own_held_back.html")]
struct BackPage {
    page: Page,
    /// Where the text would be sent.
    path: String,
    form: Form,
    has_title: bool,
}

impl BackPage {
    /// What goes with the text unseen.
    const BESIDE: [&'static str; 6] = ["audience", "version", "poll", "options", "days", "asks"];

    fn beside(&self) -> impl Iterator<Item = &'static str> {
        Self::BESIDE.into_iter().filter(|name| self.form.given(name).is_some())
    }
}

/// Gives a text back to its writer in a form, since it is kept nowhere.
fn show_back(ctx: &Ctx, held: &Held) -> Reply {
    let path = match held.place {
        HeldPlace::Thread => format!("/coffee-room/rooms/{}/new", held.room),
        HeldPlace::Reply(thread) => format!("/coffee-room/threads/{thread}/reply"),
        HeldPlace::Edit { thread, position, .. } => {
            // Whose door closed meanwhile is told so there, and keeps the text.
            let post = post_path(ctx, held, Some(position))
                .unwrap_or_else(|| format!("/coffee-room/threads/{thread}/posts/{position}"));
            format!("{post}/edit")
        }
    };
    ctx.html(&BackPage {
        page: ctx.page(ctx.t("coffee-room-held-withdrawn")),
        path,
        has_title: !held.own_title().is_empty(),
        form: drafts::filled(&held.draft(ctx.now)),
    })
}

pub(super) async fn withdrawn(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let form = ctx.form(&[]).await?;
    let held = find_held(&ctx).await?;
    let options = held.poll.as_ref().map(Poll::options_text).unwrap_or_default();
    let texts = [held.own_title(), &held.markdown, &options];
    // A draft is kept on the server only where the guard finds nothing.
    let is_clean = guarded::found(&ctx, &hall, &texts).is_empty();
    let draft = is_clean.then(|| held.draft(ctx.now));
    let (act, id) = (act(&ctx), held.id);
    let done =
        ctx.submit(form, move |tx, _| actions::withdraw(tx, &act, id, draft.as_ref())).await?;
    match done {
        Submitted::Done(path) if path == actions::waiting(id) => match held.state {
            HeldState::Waiting => show_back(&ctx, &held),
            _ => ctx.see_other(&path),
        },
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-withdrawn"),
        Submitted::Again(form) => show_held(&ctx, *form).await,
    }
}

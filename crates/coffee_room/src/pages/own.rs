//! One's own matters in the coffee room: what waits, and what became of it.

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::clock::Millis;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::Form;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;

use super::act;
use super::held::HeldView;
use super::item::MeasureView;
use crate::model::{AppealState, Decision, HeldId, Reason, Sight};
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
    let (held, measures, decisions, record) = ctx
        .read(move |tx| {
            let held = store::held::of(tx, me, lang)?;
            let measures = store::measures::about(tx, me, lang)?;
            let decisions = store::measures::decisions_about(tx, me, lang)?;
            let record = store::measures::record(tx, me, i64::MAX, now)?;
            Ok((held, measures, decisions, record))
        })
        .await?;
    ctx.html(&OwnPage {
        page: ctx.page(ctx.t("coffee-room-own")),
        measures: measures.iter().map(|measure| MeasureView::new(&ctx, measure)).collect(),
        decisions: decisions.into_iter().map(|decision| view(&ctx, decision)).collect(),
        trust: Trust::of(&record, act(&ctx).limits.trust, now),
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

async fn show_held(ctx: &Ctx, form: Form) -> Reply {
    let (id, me, lang) = (ctx.param::<HeldId>("held")?, ctx.person()?, ctx.lang);
    let held = ctx
        .read(move |tx| {
            let held = store::held::held(tx, id, lang)?;
            held.filter(|held| held.author == me).ok_or(Error::NotFound)
        })
        .await?;
    let sight = rules::sight(&ctx.actor, held.room, held.open_to);
    let number = match sight {
        Some(Sight::Guest) => held.guest_position,
        Some(_) => held.position,
        None => None,
    };
    let post = held.thread.zip(number);
    let shown = OwnHeldPage {
        page: ctx.page(ctx.t("coffee-room-own-held")),
        post: post.map(|(thread, number)| format!("/coffee-room/threads/{thread}/posts/{number}")),
        held: HeldView::new(ctx, held)?,
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn held(ctx: Ctx) -> Reply {
    show_held(&ctx, Form::empty()).await
}

pub(super) async fn withdrawn(ctx: Ctx) -> Reply {
    let held: HeldId = ctx.param("held")?;
    let form = ctx.form(&[]).await?;
    let act = act(&ctx);
    let done = ctx.submit(form, move |tx, _| actions::withdraw(tx, &act, held)).await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-withdrawn"),
        Submitted::Again(form) => show_held(&ctx, *form).await,
    }
}

//! Appeals: asking for a decision about oneself to be looked at again, and
//! deciding on it.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::{Choice, Html};
use kafferum_platform::{Error, Fault};

use super::item::{Around, AroundView, MeasureView};
use super::report::WORDS_MOST;
use super::{Hall, SeenBy, act, held, name, poll};
use crate::actions::{self, Act};
use crate::model::{
    Appeal, AppealId, AppealState, Decision, DecisionId, Deed, Item, Measure, Reason, Sight,
};
use crate::parties::{self, Matter};
use crate::polls::Poll;
use crate::{rules, store};

/// What a decision is about.
struct Subject {
    /// The text, as HTML; empty with a measure.
    html: String,
    title: String,
    poll: Option<Poll>,
    measure: Option<Measure>,
}

fn subject(tx: &mut Tx<'_>, act: &Act, decision: &Decision) -> Result<Subject, Error> {
    let mut subject =
        Subject { html: String::new(), title: String::new(), poll: None, measure: None };
    if let Some(measure) = decision.measure {
        subject.measure = store::measures::measure(tx, measure, act.lang)?;
    } else if let Some(held) = decision.held {
        if let Some(held) = store::held::held(tx, held, act.lang)? {
            subject.html = held.html();
            subject.title = held.title;
            subject.poll = held.poll;
        }
    } else if let (Some(thread), Some(position)) = (decision.thread, decision.position) {
        let me = act.actor.person()?;
        let post = store::posts::post(tx, Sight::Moderator, me, thread, position)?;
        let head = store::posts::thread(tx, thread, me, act.lang)?;
        if let Some(post) = post {
            subject.html = post.html;
            subject.poll = post.poll;
        }
        subject.title = head.map(|head| head.title.text).unwrap_or_default();
    }
    Ok(subject)
}

/// Whether no moderator may decide a matter of an appeal.
fn is_stuck(
    tx: &mut Tx<'_>,
    matter: Matter,
    decision: &Decision,
    now: Millis,
) -> Result<bool, Fault> {
    let parties = parties::of_appeal(tx, matter, decision, now)?;
    Ok(parties::deciders(tx, matter.room, &parties, now)?.is_empty())
}

#[derive(Template)]
#[template(path = "decision.html")]
struct DecisionPage {
    page: Page,
    deed: &'static str,
    room_name: String,
    at: Millis,
    reason: Option<&'static str>,
    /// What is kindly advised, in the reader's own language.
    advice: Option<&'static str>,
    note: String,
    title: String,
    html: Html,
    poll: Html,
    measure: Option<MeasureView>,
    appeal: Option<AppealView>,
    may_appeal: bool,
    /// Until when, where that is limited.
    until: Option<Millis>,
    nobody_decides: bool,
    form: Form,
    seen_by: SeenBy,
}

struct AppealView {
    words: String,
    at: Millis,
    state: &'static str,
    decided_at: Option<Millis>,
    note: String,
}

impl AppealView {
    fn new(appeal: Appeal) -> Self {
        Self {
            words: appeal.words,
            at: appeal.at,
            state: appeal.state.text(),
            decided_at: appeal.decided_at,
            note: appeal.note,
        }
    }
}

const APPEAL: &[Field] = &[form::text("words", WORDS_MOST).required()];

async fn show_decision(ctx: &Ctx, form: Form) -> Reply {
    let (id, acting, me) = (ctx.param::<DecisionId>("decision")?, act(ctx), ctx.person()?);
    let (decision, subject, appeal, may_appeal, is_stuck) = ctx
        .read(move |tx| {
            let decision = store::measures::decision(tx, id, acting.lang)?;
            let decision = decision
                .filter(|it| it.about == Some(me) && rules::may_be_appealed(it.deed))
                .ok_or(Error::NotFound)?;
            let subject = subject(tx, &acting, &decision)?;
            let appeal = store::measures::appeal_against(tx, id)?;
            let holds = actions::holds(tx, &acting, &decision)?;
            let may_appeal = rules::may_appeal(&decision, me, holds, acting.now).is_ok();
            let post = decision.thread.zip(decision.position);
            let matter = Matter { author: me, room: decision.room, post };
            let is_stuck = is_stuck(tx, matter, &decision, acting.now)?;
            Ok((decision, subject, appeal, may_appeal, is_stuck))
        })
        .await?;
    let until = rules::appeal_until(&decision);
    let waits = decision.appeal == Some(AppealState::Waiting);
    let shown = DecisionPage {
        page: ctx.page(ctx.t("coffee-room-decision")),
        deed: decision.deed.text(),
        room_name: match decision.room {
            Some(_) => decision.room_name,
            None => ctx.t("coffee-room-all-rooms").to_owned(),
        },
        at: decision.at,
        reason: decision.reason.map(Reason::text),
        advice: decision.reason.map(Reason::advice),
        note: decision.note,
        title: subject.title,
        html: Html(subject.html),
        poll: poll::to_read(ctx, subject.poll.as_ref())?,
        measure: subject.measure.as_ref().map(|measure| MeasureView::new(ctx, measure)),
        appeal: appeal.map(AppealView::new),
        may_appeal,
        until,
        nobody_decides: is_stuck && (waits || may_appeal),
        form,
        seen_by: SeenBy("coffee-room-appeal-seen"),
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn decision(ctx: Ctx) -> Reply {
    show_decision(&ctx, Form::empty()).await
}

pub(super) async fn appealed(ctx: Ctx) -> Reply {
    let id: DecisionId = ctx.param("decision")?;
    let form = ctx.form(APPEAL).await?;
    let act = act(&ctx);
    let done =
        ctx.submit(form, move |tx, form| actions::appeal(tx, &act, id, form.get("words"))).await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-appealed"),
        Submitted::Again(form) => show_decision(&ctx, *form).await,
    }
}

const DECIDE: &[Field] =
    &[form::line("verdict", 20).required(), form::text("words", WORDS_MOST).required()];

#[derive(Template)]
#[template(path = "appeal.html")]
struct AppealPage {
    page: Page,
    deed: &'static str,
    room_name: String,
    at: Millis,
    reason: Option<&'static str>,
    note: String,
    title: String,
    html: Html,
    poll: Html,
    measure: Option<MeasureView>,
    appeal: AppealView,
    waits: bool,
    around: AroundView,
    verdicts: Vec<Choice>,
    form: Form,
    seen_by: SeenBy,
}

async fn show_appeal(ctx: &Ctx, form: Form) -> Reply {
    let (id, acting) = (ctx.param::<AppealId>("appeal")?, act(ctx));
    let (appeal, decision, subject, around) = ctx
        .read(move |tx| {
            let (appeal, decision, parties) = actions::find_appeal(tx, &acting, id)?;
            rules::may_decide_appeal(&acting.actor, &appeal, &decision, &parties)?;
            let subject = subject(tx, &acting, &decision)?;
            let place = decision.thread.zip(decision.position);
            let item = Item::Appeal(id);
            let around = Around::read(tx, &acting, item, appeal.person, place)?;
            Ok((appeal, decision, subject, around))
        })
        .await?;
    let choice = |state: AppealState, key: &str| (state.word().to_owned(), ctx.t(key).to_owned());
    let author = name(ctx, appeal.pseudonym.clone());
    let shown = AppealPage {
        page: ctx.page(ctx.t("coffee-room-appeal")),
        deed: decision.deed.text(),
        room_name: decision.room_name,
        at: decision.at,
        reason: decision.reason.map(Reason::text),
        note: decision.note,
        title: subject.title,
        html: Html(subject.html),
        poll: poll::to_read(ctx, subject.poll.as_ref())?,
        measure: subject.measure.as_ref().map(|measure| MeasureView::new(ctx, measure)),
        waits: appeal.state == AppealState::Waiting,
        appeal: AppealView::new(appeal),
        around: AroundView::new(ctx, around, author, true)?,
        verdicts: vec![
            choice(AppealState::Upheld, "coffee-room-verdict-uphold"),
            choice(AppealState::Overturned, "coffee-room-verdict-overturn"),
        ],
        form,
        seen_by: SeenBy("coffee-room-hide-seen"),
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn appeal(ctx: Ctx) -> Reply {
    show_appeal(&ctx, Form::empty()).await
}

pub(super) async fn decided(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let id: AppealId = ctx.param("appeal")?;
    let mut form = ctx.form(DECIDE).await?;
    let acting = act(&ctx);
    let verdict = AppealState::from_word(form.get("verdict"))
        .filter(|verdict| *verdict != AppealState::Waiting);
    let Some(verdict) = verdict else {
        form.refuse(kafferum_platform::Refusal::new("form-required").at("verdict"));
        return show_appeal(&ctx, form).await;
    };
    let finding = acting.clone();
    let held = ctx
        .read(move |tx| {
            let (_, decision, _) = actions::find_appeal(tx, &finding, id)?;
            Ok(match (decision.deed, decision.held) {
                (Deed::Decline, Some(held)) => store::held::held(tx, held, finding.lang)?,
                _ => None,
            })
        })
        .await?;
    let draft = match held {
        Some(held) => Some(held::draft(&ctx, &hall, &held).await?),
        None => None,
    };
    let done = ctx
        .submit(form, move |tx, form| {
            let words = form.get("words");
            actions::decide_appeal(tx, &acting, id, verdict, words, draft.as_ref())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-appeal-decided"),
        Submitted::Again(form) => show_appeal(&ctx, *form).await,
    }
}

#[derive(Template)]
#[template(path = "undecided.html")]
struct UndecidedPage {
    page: Page,
    /// What, where and since when; not whose, nor what it says.
    stuck: Vec<Stuck>,
}

struct Stuck {
    what: &'static str,
    room: String,
    at: Millis,
}

/// For administrators: what no moderator may decide.
pub(super) async fn undecided(ctx: Ctx) -> Reply {
    let (lang, now) = (ctx.lang, ctx.now);
    let everywhere = ctx.t("coffee-room-all-rooms").to_owned();
    let mut stuck = ctx
        .read(move |tx| {
            let mut stuck = stuck_items(tx, lang, now)?;
            for appeal in store::measures::waiting_appeals(tx)? {
                let Some(decision) = store::measures::decision(tx, appeal.decision, lang)? else {
                    continue;
                };
                let matter = actions::appealed_matter(&appeal, &decision);
                if is_stuck(tx, matter, &decision, now)? {
                    let room = decision.room.map_or(everywhere.clone(), |_| decision.room_name);
                    stuck.push(Stuck { what: "coffee-room-appeal", room, at: appeal.at });
                }
            }
            Ok(stuck)
        })
        .await?;
    stuck.sort_by_key(|one| one.at);
    ctx.html(&UndecidedPage { page: ctx.page(ctx.t("coffee-room-undecided")), stuck })
}

/// Reported posts and texts that wait, which no moderator may decide.
fn stuck_items(tx: &mut Tx<'_>, lang: Lang, now: Millis) -> Result<Vec<Stuck>, Fault> {
    let mut waiting = Vec::new();
    for row in store::moderation::queue(tx, None, None, lang)? {
        let post = (row.thread, row.position);
        if !waiting.iter().any(|(matter, ..): &(Matter, _, _, _)| matter.post == Some(post)) {
            let matter = Matter { author: row.author, room: Some(row.room), post: Some(post) };
            waiting.push((matter, "coffee-room-item-post", row.room_name, row.report.at));
        }
    }
    for held in store::held::queue(tx, None, None, lang)? {
        waiting.push((held.matter(), "coffee-room-held", held.room_name, held.at));
    }
    let mut stuck = Vec::new();
    for (matter, what, room, at) in waiting {
        let parties = parties::of(tx, matter, now)?;
        if parties::deciders(tx, matter.room, &parties, now)?.is_empty() {
            stuck.push(Stuck { what, room, at });
        }
    }
    Ok(stuck)
}

//! Telling the moderators about a post, and what became of it.

use askama::Template;
use kafferum_platform::clock::Millis;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::{Choice, Html};
use kafferum_platform::{Error, Refusal};

use super::{SeenBy, act, poll, reasons};
use crate::doors::Doors;
use crate::model::{OwnReport, Reason, ReportState, Sight, ThreadId};
use crate::scene::{Scene, address};
use crate::{actions, rules, store};

/// Longest own words of a report or a verdict, in characters.
pub(super) const WORDS_MOST: usize = 1000;

const REPORT: &[Field] = &[form::line("reason", 20), form::text("words", WORDS_MOST)];

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage {
    page: Page,
    path: String,
    back: String,
    author: String,
    html: String,
    poll: Html,
    form: Form,
    reasons: Vec<Choice>,
    seen_by: SeenBy,
}

async fn show(ctx: &Ctx, form: Form) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let post = ctx
        .read(move |tx| {
            let scene = Scene::find(tx, &actor, id, lang)?;
            let (post, look) = scene.post(tx, number)?;
            if !rules::may_report(look, &post, scene.me) {
                return Err(Error::Refusal(Refusal::new("coffee-room-not-reportable")));
            }
            Ok(post)
        })
        .await?;
    let shown = ReportPage {
        page: ctx.page(ctx.t("coffee-room-report")),
        path: format!("/coffee-room/threads/{id}/posts/{number}/report"),
        back: address(id, number),
        author: super::name(ctx, post.pseudonym),
        html: post.html,
        poll: poll::to_read(ctx, post.poll.as_ref())?,
        reasons: reasons(ctx),
        seen_by: SeenBy("coffee-room-report-seen"),
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn report_new(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty()).await
}

pub(super) async fn report_create(ctx: Ctx) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let form = ctx.form(REPORT).await?;
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, form| {
            let reason = Reason::chosen(form.get("reason"));
            actions::report_post(tx, &act, thread, number, reason, form.get("words"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-reported"),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

#[derive(Template)]
#[template(path = "reports.html")]
struct ReportsPage {
    page: Page,
    reports: Vec<ReportView>,
}

struct ReportView {
    path: String,
    room_name: String,
    reason: &'static str,
    words: String,
    at: Millis,
    outcome: &'static str,
    handled_at: Option<Millis>,
}

fn view(report: OwnReport, sight: Sight) -> ReportView {
    let number = match (sight, report.guest_position) {
        (Sight::Guest, Some(number)) => number,
        _ => report.position,
    };
    ReportView {
        path: format!("/coffee-room/threads/{}/posts/{number}", report.thread),
        room_name: report.room_name,
        reason: report.reason.text(),
        words: report.words,
        at: report.at,
        outcome: match report.state {
            ReportState::Open => "coffee-room-report-open",
            ReportState::Hidden => "coffee-room-report-hidden",
            ReportState::Edited => "coffee-room-report-edited",
            ReportState::Kept => "coffee-room-report-kept",
        },
        handled_at: report.handled_at,
    }
}

/// One's own reports.
pub(super) async fn reports(ctx: Ctx) -> Reply {
    let (me, lang, actor) = (ctx.person()?, ctx.lang, ctx.actor.clone());
    let reports = ctx
        .read(move |tx| {
            let doors = Doors::find(tx, &actor)?;
            Ok(store::moderation::reports_of(tx, me, &doors, lang)?)
        })
        .await?;
    let sight = rules::sight_everywhere(&ctx.actor).unwrap_or(Sight::Member);
    ctx.html(&ReportsPage {
        page: ctx.page(ctx.t("coffee-room-reports")),
        reports: reports.into_iter().map(|report| view(report, sight)).collect(),
    })
}

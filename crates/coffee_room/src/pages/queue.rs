//! The moderators' queue and the log of what they did.

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::clock::Millis;
use kafferum_platform::policy::Role;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;

use super::name;
use crate::model::{Audience, LogLine, QueueRow, ReportLine, ThreadId};
use crate::store::LIST;
use crate::{rules, store};

#[derive(Template)]
#[template(path = "queue.html")]
struct QueuePage {
    page: Page,
    items: Vec<QueueItem>,
}

/// A reported post with all its waiting reports.
struct QueueItem {
    thread: ThreadId,
    position: i64,
    title: String,
    room_name: String,
    author: String,
    at: Millis,
    is_open_to_guests: bool,
    html: String,
    reports: Vec<ReportLine>,
}

impl QueueItem {
    fn count(&self) -> i64 {
        i64::try_from(self.reports.len()).unwrap_or(i64::MAX)
    }
}

/// One item for each post, in the order of their first reports.
fn group(ctx: &Ctx, rows: Vec<QueueRow>) -> Vec<QueueItem> {
    let mut items: Vec<QueueItem> = Vec::new();
    for row in rows {
        let report = ReportLine { reporter: name(ctx, row.report.reporter), ..row.report };
        let known = items
            .iter_mut()
            .find(|item| item.thread == row.thread && item.position == row.position);
        match known {
            Some(item) => item.reports.push(report),
            None => items.push(QueueItem {
                thread: row.thread,
                position: row.position,
                title: row.title,
                room_name: row.room_name,
                author: name(ctx, row.author),
                at: row.created_at,
                is_open_to_guests: row.audience == Audience::Guests,
                html: row.html,
                reports: vec![report],
            }),
        }
    }
    items
}

pub(super) async fn queue(ctx: Ctx) -> Reply {
    let (me, lang) = (ctx.person()?, ctx.lang);
    let rooms = rules::moderated_rooms(&ctx.actor);
    let rows = ctx
        .read(move |tx| {
            let Some(rooms) = &rooms else {
                return Ok(store::moderation::queue(tx, None, me, lang)?);
            };
            let mut rows = Vec::new();
            for room in rooms {
                rows.extend(store::moderation::queue(tx, Some(*room), me, lang)?);
            }
            rows.sort_by_key(|row| row.report.at);
            Ok(rows)
        })
        .await?;
    ctx.html(&QueuePage { page: ctx.page(ctx.t("coffee-room-queue")), items: group(&ctx, rows) })
}

#[derive(Template)]
#[template(path = "moderation_log.html")]
struct LogPage {
    page: Page,
    /// Moderators see who, where and the words; others what, when and why.
    is_moderator: bool,
    lines: Vec<LogView>,
    older: Option<i64>,
}

struct LogView {
    at: Millis,
    deed: &'static str,
    room_name: String,
    path: String,
    reason: Option<&'static str>,
    /// Empty where it is not for the reader.
    note: String,
    moderator: String,
    title: String,
}

fn view(ctx: &Ctx, line: LogLine, is_moderator: bool) -> LogView {
    // Words about a post may say what was hidden; words about a thread are
    // written for everybody.
    let shows_note = is_moderator || line.deed.is_about_thread();
    LogView {
        at: line.at,
        deed: line.deed.text(),
        room_name: line.room_name,
        path: match line.position {
            Some(position) => format!("/coffee-room/threads/{}/posts/{position}", line.thread),
            None => format!("/coffee-room/threads/{}", line.thread),
        },
        reason: line.reason.map(|reason| reason.text()),
        note: if shows_note { line.note } else { String::new() },
        moderator: if is_moderator { name(ctx, line.moderator) } else { String::new() },
        title: if is_moderator { line.title } else { String::new() },
    }
}

pub(super) async fn log(ctx: Ctx) -> Reply {
    let before = match ctx.query("before") {
        Some(before) => before.parse().map_err(|_| Error::NotFound)?,
        None => i64::MAX,
    };
    let lang = ctx.lang;
    let is_moderator = ctx.actor.is_anywhere(Role::Moderator);
    let mut lines = ctx
        .read(move |tx| Ok(store::moderation::log_before(tx, before, is_moderator, lang)?))
        .await?;
    let goes_on = usize::try_from(LIST).is_ok_and(|list| lines.len() > list);
    if goes_on {
        lines.pop();
    }
    let older = lines.last().map(|line| line.id).filter(|_| goes_on);
    ctx.html(&LogPage {
        page: ctx.page(ctx.t("coffee-room-log")),
        is_moderator,
        lines: lines.into_iter().map(|line| view(&ctx, line, is_moderator)).collect(),
        older,
    })
}

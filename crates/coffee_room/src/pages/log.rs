//! The log of what moderators did.

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::clock::Millis;
use kafferum_platform::policy::Role;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;

use super::name;
use crate::doors::Doors;
use crate::model::{Item, LogLine, Sight};
use crate::store;
use crate::store::LIST;

#[derive(Template)]
#[template(path = "moderation_log.html")]
struct LogPage {
    page: Page,
    is_moderator: bool,
    lines: Vec<LogView>,
    older: Option<i64>,
}

/// A line: moderators of the room see who, where and the words; others what,
/// when and why.
struct LogView {
    at: Millis,
    deed: &'static str,
    room_name: String,
    /// Empty where it leads nowhere for the reader.
    path: String,
    reason: Option<&'static str>,
    /// Empty where it is not for the reader.
    note: String,
    moderator: String,
    is_proposed: bool,
    title: String,
}

fn view(ctx: &Ctx, line: LogLine, doors: &Doors) -> LogView {
    let is_theirs = match line.room {
        Some(room) => doors.sight(room) == Some(Sight::Moderator),
        None => ctx.actor.is(Role::Moderator),
    };
    // Words about a post may say what was hidden; words about a thread are
    // written for everybody.
    let shows_note = is_theirs || line.deed.is_about_thread();
    let path = if is_theirs { path(&line) } else { path_for_all(&line) };
    LogView {
        at: line.at,
        deed: line.deed.text(),
        room_name: match line.room {
            Some(_) => line.room_name,
            None => ctx.t("coffee-room-all-rooms").to_owned(),
        },
        path,
        reason: line.reason.map(|reason| reason.text()),
        note: if shows_note { line.note } else { String::new() },
        moderator: if is_theirs { name(ctx, line.moderator) } else { String::new() },
        is_proposed: line.is_proposed,
        title: if is_theirs { line.title } else { String::new() },
    }
}

/// What it was done to: a post where it is judged, with what else may be done.
fn path(line: &LogLine) -> String {
    match (line.thread, line.position, line.held, line.measure) {
        (Some(thread), Some(position), ..) if line.deed.is_about_thread() => {
            format!("/coffee-room/threads/{thread}/posts/{position}")
        }
        (Some(thread), Some(position), ..) => Item::Post(thread, position).path(),
        (_, None, Some(held), _) => format!("/moderation/held/{held}"),
        (.., Some(measure)) => format!("/moderation/measures/{measure}"),
        (Some(thread), ..) => format!("/coffee-room/threads/{thread}"),
        _ => String::new(),
    }
}

/// The same for those who don't learn whom it was done to: a post leads to its
/// author.
fn path_for_all(line: &LogLine) -> String {
    match line.thread {
        Some(thread) if line.deed.is_about_thread() => format!("/coffee-room/threads/{thread}"),
        _ => String::new(),
    }
}

pub(super) async fn log(ctx: Ctx) -> Reply {
    let before = match ctx.query("before") {
        Some(before) => before.parse().map_err(|_| Error::NotFound)?,
        None => i64::MAX,
    };
    let (lang, actor) = (ctx.lang, ctx.actor.clone());
    let is_moderator = ctx.actor.is_anywhere(Role::Moderator);
    let (mut lines, doors) = ctx
        .read(move |tx| {
            let doors = Doors::find(tx, &actor)?;
            let moderated = doors.moderated_list();
            let lines = store::moderation::log_before(tx, before, &moderated, &doors, lang)?;
            Ok((lines, doors))
        })
        .await?;
    let goes_on = usize::try_from(LIST).is_ok_and(|list| lines.len() > list);
    if goes_on {
        lines.pop();
    }
    let older = lines.last().map(|line| line.id).filter(|_| goes_on);
    ctx.html(&LogPage {
        page: ctx.page(ctx.t("coffee-room-log")),
        is_moderator,
        lines: lines.into_iter().map(|line| view(&ctx, line, &doors)).collect(),
        older,
    })
}

//! The list of rooms and the list of threads in one.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::clock::Millis;
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Actor;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;

use super::Hall;
use crate::model::{
    Audience, Before, Door, MOST_UNREAD, Room, RoomId, RoomKind, RoomLine, Sight, ThreadLine,
};
use crate::scene::find_room;
use crate::store::LIST;
use crate::{pages, rules, store};

/// Threads shown below the rooms.
const NEWEST: i64 = 8;

#[derive(Template)]
#[template(path = "rooms.html")]
struct RoomsPage {
    page: Page,
    is_guest: bool,
    may_read_log: bool,
    topics: Vec<RoomLine>,
    regions: Vec<RoomLine>,
    newest: Vec<ThreadView>,
}

impl RoomsPage {
    /// A count of unread threads, which is not counted to its end.
    fn unread(&self, count: &i64) -> String {
        if *count >= MOST_UNREAD { format!("{}+", MOST_UNREAD - 1) } else { count.to_string() }
    }
}

/// A thread in a list, as its reader sees it.
struct ThreadView {
    path: String,
    title: String,
    author: String,
    replies: i64,
    unread: i64,
    last_post_at: Millis,
    is_open_to_guests: bool,
    is_closed: bool,
    is_pinned: bool,
}

fn view(ctx: &Ctx, line: ThreadLine, sight: Sight, reader: PersonId, since: Millis) -> ThreadView {
    let is_unread = line.last_post_at > since && line.read < line.posts;
    ThreadView {
        path: if is_unread && line.read > 0 {
            format!("/coffee-room/threads/{}/unread", line.id)
        } else {
            format!("/coffee-room/threads/{}", line.id)
        },
        title: pages::title(ctx, &line.title, sight, reader),
        author: pages::name(ctx, line.author),
        replies: (line.posts - 1).max(0),
        unread: if is_unread { line.posts - line.read } else { 0 },
        last_post_at: line.last_post_at,
        is_open_to_guests: line.audience == Audience::Guests,
        is_closed: line.state == Door::Closed,
        is_pinned: line.pinned,
    }
}

fn unread_since(ctx: &Ctx) -> Millis {
    rules::unread_since(ctx.now, ctx.site.settings().number("coffee-room-unread-days"))
}

pub(super) async fn rooms(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let me = ctx.person()?;
    hall.markers.settle(&ctx.site, me).await;
    let (lang, since) = (ctx.lang, unread_since(&ctx));
    let actor: Actor = ctx.actor.clone();
    let everywhere = rules::sight_everywhere(&actor);
    let (rooms, newest) = ctx
        .read(move |tx| {
            // Staff who moderate some rooms see those as members do.
            let sight = everywhere.unwrap_or(Sight::Member);
            let mut rooms = store::rooms::rooms(tx, sight, me, since, lang)?;
            rooms.retain(|room| rules::sight(&actor, room.id).is_some());
            let newest = match everywhere {
                Some(sight) => store::rooms::newest(tx, sight, me, NEWEST)?,
                None => Vec::new(),
            };
            Ok((rooms, newest))
        })
        .await?;
    let newest = newest
        .into_iter()
        .filter_map(|line| {
            let sight = rules::sight(&ctx.actor, line.room)?;
            Some(view(&ctx, line, sight, me, since))
        })
        .collect();
    let (topics, regions) = rooms.into_iter().partition(|room| room.kind == RoomKind::Topic);
    ctx.html(&RoomsPage {
        page: ctx.page(ctx.t("coffee-room-title")),
        is_guest: everywhere == Some(Sight::Guest),
        may_read_log: rules::READ_LOG.decide(&ctx.actor).is_ok(),
        topics,
        regions,
        newest,
    })
}

#[derive(Template)]
#[template(path = "room.html")]
struct RoomPage {
    page: Page,
    room: Room,
    is_guest: bool,
    is_closed: bool,
    is_first: bool,
    threads: Vec<ThreadView>,
    older: Option<Before>,
}

pub(super) async fn room(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let me = ctx.person()?;
    let id: RoomId = ctx.param("room")?;
    let before = match ctx.query("before") {
        Some(before) => before.parse().map_err(|_| Error::NotFound)?,
        None => Before::TOP,
    };
    let is_first = before == Before::TOP;
    hall.markers.settle(&ctx.site, me).await;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let (room, sight, pinned, mut threads) = ctx
        .read(move |tx| {
            let (room, sight) = find_room(tx, &actor, id, lang)?;
            let pinned =
                if is_first { store::rooms::pinned(tx, sight, me, id)? } else { Vec::new() };
            let threads = store::rooms::threads(tx, sight, me, id, before)?;
            Ok((room, sight, pinned, threads))
        })
        .await?;
    let goes_on = usize::try_from(LIST).is_ok_and(|list| threads.len() > list);
    if goes_on {
        threads.pop();
    }
    let last = threads.last().map(|line| Before { at: line.last_post_at, id: line.id });
    let since = unread_since(&ctx);
    let lines = pinned.into_iter().chain(threads);
    ctx.html(&RoomPage {
        page: ctx.page(room.name.clone()),
        is_guest: sight == Sight::Guest,
        is_closed: room.state == Door::Closed,
        is_first,
        threads: lines.map(|line| view(&ctx, line, sight, me, since)).collect(),
        older: last.filter(|_| goes_on),
        room,
    })
}

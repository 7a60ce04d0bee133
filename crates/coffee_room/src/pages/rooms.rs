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
use crate::doors::Doors;
use crate::model::{
    Audience, Before, Door, MOST_UNREAD, OpenTo, Room, RoomId, RoomKind, RoomLine, Sight, Tag,
    ThreadLine,
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
    /// Questions that wait for an answer.
    questions: i64,
    topics: Vec<RoomLine>,
    regions: Vec<RoomLine>,
    chapters: Vec<RoomLine>,
    /// Rooms for those with a role.
    for_roles: Vec<RoomLine>,
    newest: Vec<ThreadView>,
}

impl RoomsPage {
    /// Who may enter, where that is not everybody.
    fn open_to(&self, room: &RoomLine) -> Option<String> {
        pages::open_to(&self.page, room.open_to)
    }

    /// A count of unread threads, which is not counted to its end.
    fn unread(&self, count: &i64) -> String {
        if *count >= MOST_UNREAD { format!("{}+", MOST_UNREAD - 1) } else { count.to_string() }
    }
}

/// A thread in a list, as its reader sees it.
pub(super) struct ThreadView {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) author: String,
    pub(super) replies: i64,
    pub(super) unread: i64,
    pub(super) last_post_at: Millis,
    pub(super) is_open_to_guests: bool,
    pub(super) is_closed: bool,
    pub(super) is_pinned: bool,
    pub(super) asks: bool,
    pub(super) is_answered: bool,
    pub(super) tags: Vec<Tag>,
}

/// A thread as a line of a list. `lets_guests_in` is about its room.
pub(super) fn view(
    ctx: &Ctx,
    line: ThreadLine,
    (sight, lets_guests_in): (Sight, bool),
    reader: PersonId,
    since: Millis,
) -> ThreadView {
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
        is_open_to_guests: lets_guests_in && line.audience == Audience::Guests,
        is_closed: line.state == Door::Closed,
        is_pinned: line.pinned,
        asks: line.asks,
        is_answered: line.is_answered,
        tags: line.tags,
    }
}

pub(super) fn unread_since(ctx: &Ctx) -> Millis {
    rules::unread_since(ctx.now, ctx.site.settings().number("coffee-room-unread-days"))
}

pub(super) async fn rooms(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let me = ctx.person()?;
    hall.markers.settle(&ctx.site, me).await;
    let (lang, since) = (ctx.lang, unread_since(&ctx));
    let actor: Actor = ctx.actor.clone();
    let everywhere = rules::sight_everywhere(&actor);
    let waiting = super::answers::waiting_since(&ctx);
    let (rooms, newest, doors, questions) = ctx
        .read(move |tx| {
            // Staff who moderate some rooms see those as members do.
            let sight = everywhere.unwrap_or(Sight::Member);
            let doors = Doors::find(tx, &actor)?;
            let mut rooms = store::rooms::rooms(tx, sight, me, since, lang)?;
            rooms.retain(|room| doors.sight(room.id).is_some());
            let newest = store::rooms::newest(tx, sight, me, &doors, NEWEST, lang)?;
            let questions = if rules::may_see_questions(&actor) {
                store::questions::count_waiting(tx, me, &doors, waiting)?
            } else {
                0
            };
            Ok((rooms, newest, doors, questions))
        })
        .await?;
    let newest = newest
        .into_iter()
        .filter_map(|line| {
            let seen = (doors.sight(line.room)?, doors.lets_guests_in(line.room));
            Some(view(&ctx, line, seen, me, since))
        })
        .collect();
    let is_for_role = |room: &RoomLine| matches!(room.open_to, OpenTo::Role(_));
    let (for_roles, rooms): (Vec<_>, Vec<_>) = rooms.into_iter().partition(is_for_role);
    let (topics, rooms): (Vec<_>, Vec<_>) =
        rooms.into_iter().partition(|room| room.kind == RoomKind::Topic);
    let (regions, chapters) = rooms.into_iter().partition(|room| room.kind == RoomKind::Region);
    ctx.html(&RoomsPage {
        page: ctx.page(ctx.t("coffee-room-title")),
        is_guest: everywhere == Some(Sight::Guest),
        may_read_log: rules::READ_LOG.decide(&ctx.actor).is_ok(),
        questions,
        topics,
        regions,
        chapters,
        for_roles,
        newest,
    })
}

#[derive(Template)]
#[template(path = "room.html")]
struct RoomPage {
    page: Page,
    room: Room,
    /// Who may enter, where that is not everybody.
    open_to: Option<String>,
    is_guest: bool,
    is_closed: bool,
    is_first: bool,
    is_followed: bool,
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
    let (room, sight, pinned, mut threads, is_followed) = ctx
        .read(move |tx| {
            let (room, sight) = find_room(tx, &actor, id, lang)?;
            let pinned =
                if is_first { store::rooms::pinned(tx, sight, me, id, lang)? } else { Vec::new() };
            let threads = store::rooms::threads(tx, sight, me, id, before, lang)?;
            let is_followed = store::follow::follows_room(tx, id, me)?;
            Ok((room, sight, pinned, threads, is_followed))
        })
        .await?;
    let goes_on = usize::try_from(LIST).is_ok_and(|list| threads.len() > list);
    if goes_on {
        threads.pop();
    }
    let last = threads.last().map(|line| Before { at: line.last_post_at, id: line.id });
    let since = unread_since(&ctx);
    let lines = pinned.into_iter().chain(threads);
    let page = ctx.page(room.name.clone());
    let seen = (sight, room.open_to == OpenTo::Everybody);
    ctx.html(&RoomPage {
        open_to: pages::open_to(&page, room.open_to),
        page,
        is_guest: sight == Sight::Guest,
        is_closed: room.state == Door::Closed,
        is_first,
        is_followed,
        threads: lines.map(|line| view(&ctx, line, seen, me, since)).collect(),
        older: last.filter(|_| goes_on),
        room,
    })
}

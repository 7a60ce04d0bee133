//! What is new since one was here, across all rooms, and marking it as read.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::clock::Millis;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;

use super::Hall;
use super::rooms::{ThreadView, unread_since, view};
use crate::doors::Doors;
use crate::model::{Before, RoomId, Sight};
use crate::scene::find_room;
use crate::store::LIST;
use crate::{rules, store};

#[derive(Template)]
#[template(path = "news.html")]
struct NewsPage {
    page: Page,
    threads: Vec<ThreadView>,
    /// Rooms of these threads, to be marked as read one by one.
    rooms: Vec<(RoomId, String)>,
    is_first: bool,
    older: Option<Before>,
    /// What came after this moment is not marked as read by a button here.
    until: Millis,
}

pub(super) async fn news(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let me = ctx.person()?;
    let before = match ctx.query("before") {
        Some(before) => before.parse().map_err(|_| Error::NotFound)?,
        None => Before::TOP,
    };
    hall.markers.settle(&ctx.site, me).await;
    let (actor, lang, since) = (ctx.actor.clone(), ctx.lang, unread_since(&ctx));
    let (doors, mut threads, names) = ctx
        .read(move |tx| {
            let doors = Doors::find(tx, &actor)?;
            let sight = rules::sight_everywhere(&actor).unwrap_or(Sight::Member);
            let threads = store::rooms::unread(tx, sight, me, &doors, (since, before), lang)?;
            Ok((doors, threads, store::search::rooms(tx, lang)?))
        })
        .await?;
    let goes_on = usize::try_from(LIST).is_ok_and(|list| threads.len() > list);
    if goes_on {
        threads.pop();
    }
    let last = threads.last().map(|line| Before { at: line.last_post_at, id: line.id });
    let is_here = |room: &RoomId| threads.iter().any(|line| line.room == *room);
    let rooms: Vec<_> = names.into_iter().filter(|(room, _)| is_here(room)).collect();
    let lines = threads.into_iter().filter_map(|line| {
        let seen = (doors.sight(line.room)?, doors.lets_guests_in(line.room));
        Some(view(&ctx, line, seen, me, since))
    });
    let threads = lines.collect();
    ctx.html(&NewsPage {
        page: ctx.page(ctx.t("coffee-room-news")),
        threads,
        rooms,
        is_first: before == Before::TOP,
        older: last.filter(|_| goes_on),
        until: ctx.now,
    })
}

const READ: &[Field] = &[form::line("until", 20), form::line("room", 20)];

/// Marks everything as read, or one room, as far as the page showed it.
pub(super) async fn read(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let me = ctx.person()?;
    let form = ctx.form(READ).await?;
    let until: Millis = form.get("until").parse().unwrap_or(0);
    let room: Option<RoomId> = match form.given("room") {
        Some(room) => Some(room.parse().map_err(|_| Error::NotFound)?),
        None => None,
    };
    hall.markers.settle(&ctx.site, me).await;
    let (actor, lang, since) = (ctx.actor.clone(), ctx.lang, unread_since(&ctx));
    let done = ctx
        .submit(form, move |tx, _| {
            let sight = match room {
                Some(room) => find_room(tx, &actor, room, lang)?.1,
                None => rules::sight_everywhere(&actor).unwrap_or(Sight::Member),
            };
            let doors = Doors::find(tx, &actor)?;
            store::rooms::mark_read(tx, sight, me, &doors, room, (since, until))?;
            Ok("/coffee-room/news".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-read"),
        // A form without anything to type has nothing to mend.
        Submitted::Again(_) => ctx.see_other("/coffee-room/news"),
    }
}

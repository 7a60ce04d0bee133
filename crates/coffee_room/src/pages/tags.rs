//! The threads that bear a tag, and giving a thread its tags.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::policy::Denied;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;

use super::rooms::{ThreadView, unread_since, view};
use super::{Hall, SeenBy, act};
use crate::doors::Doors;
use crate::model::{RoomId, Sight, Tag, TagId, ThreadId};
use crate::scene::Scene;
use crate::store::LIST;
use crate::{actions, rules, store};

#[derive(Template)]
#[template(path = "tag.html")]
struct TagPage {
    page: Page,
    id: TagId,
    is_first: bool,
    threads: Vec<ThreadView>,
    older: Option<ThreadId>,
}

pub(super) async fn tag(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let me = ctx.person()?;
    let id: TagId = ctx.param("tag")?;
    let before = match ctx.query("before") {
        Some(before) => before.parse().map_err(|_| Error::NotFound)?,
        None => ThreadId(i64::MAX),
    };
    hall.markers.settle(&ctx.site, me).await;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let (tag, doors, mut threads) = ctx
        .read(move |tx| {
            let doors = Doors::find(tx, &actor)?;
            let tag = store::tags::kept_one(tx, id)?.ok_or(Error::NotFound)?;
            if tag.room.is_some_and(|room| doors.sight(room).is_none()) {
                return Err(Error::NotFound);
            }
            let sight = rules::sight_everywhere(&actor).unwrap_or(Sight::Member);
            let threads = store::tags::threads(tx, sight, me, id, &doors, before, lang)?;
            Ok((tag, doors, threads))
        })
        .await?;
    let goes_on = usize::try_from(LIST).is_ok_and(|list| threads.len() > list);
    if goes_on {
        threads.pop();
    }
    let older = threads.last().map(|line| line.id).filter(|_| goes_on);
    let since = unread_since(&ctx);
    let lines = threads.into_iter().filter_map(|line| {
        let seen = (doors.sight(line.room)?, doors.lets_guests_in(line.room));
        Some(view(&ctx, line, seen, me, since))
    });
    let lines = lines.collect();
    ctx.html(&TagPage {
        page: ctx.page(tag.name(ctx.lang)),
        id,
        is_first: before == ThreadId(i64::MAX),
        threads: lines,
        older,
    })
}

/// The tags to choose from.
pub(super) fn choices(tags: &[Tag]) -> Vec<Choice> {
    tags.iter().map(|tag| (tag.id.to_string(), tag.name.clone())).collect()
}

/// The tags that were chosen. What is no number is no tag.
pub(super) fn chosen(form: &Form) -> Vec<TagId> {
    form.all("tags").iter().map(|tag| tag.parse().unwrap_or(TagId(0))).collect()
}

const TAGS: &[Field] = &[form::line("tags", 20)];

#[derive(Template)]
#[template(path = "thread_tags.html")]
struct ThreadTagsPage {
    page: Page,
    id: ThreadId,
    room: RoomId,
    room_name: String,
    heading: String,
    form: Form,
    tags: Vec<Choice>,
    seen_by: SeenBy,
}

/// Shows the form; an empty one is filled with the tags of now.
async fn show(ctx: &Ctx, form: Option<Form>) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let (scene, tags) = ctx
        .read(move |tx| {
            let scene = Scene::find(tx, &actor, id, lang)?;
            if !rules::may_tag(scene.sight, &scene.thread, scene.me) {
                return Err(Denied::NotYours.into());
            }
            let tags = store::tags::of_room(tx, scene.thread.room, lang)?;
            Ok((scene, tags))
        })
        .await?;
    let now = scene.thread.tags.iter();
    let heading = super::title(ctx, &scene.thread.title, scene.sight, scene.me);
    let shown = ThreadTagsPage {
        page: ctx.page(ctx.t("coffee-room-thread-tags")),
        id,
        room: scene.thread.room,
        form: form.unwrap_or_else(|| {
            now.fold(Form::empty(), |form, tag| form.and("tags", tag.id.to_string()))
        }),
        tags: choices(&tags),
        heading,
        room_name: scene.thread.room_name,
        seen_by: SeenBy("coffee-room-tags-seen"),
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn thread_tags(ctx: Ctx) -> Reply {
    show(&ctx, None).await
}

pub(super) async fn thread_tagged(ctx: Ctx) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let form = ctx.form(TAGS).await?;
    let (act, tags) = (act(&ctx), chosen(&form));
    let done = ctx.submit(form, move |tx, _| actions::tag_thread(tx, &act, thread, &tags)).await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-tagged"),
        Submitted::Again(form) => show(&ctx, Some(*form)).await,
    }
}

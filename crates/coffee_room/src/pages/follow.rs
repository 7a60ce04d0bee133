//! What one follows: the buttons at threads and rooms, and a page of it all.

use askama::Template;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::{Error, search};

use crate::model::{Follow, RoomId, ThreadId};
use crate::scene::{Scene, find_room};
use crate::store::follow::FollowedRoom;
use crate::{pages, rules, store};

/// Where all that one follows stands.
pub(super) const FOLLOWS: &str = "/coffee-room/follows";
/// Threads on one page of it.
const THREADS: i64 = 50;
/// Words that one may follow.
const MOST_WORDS: usize = 50;
/// The longest of them, in characters.
const WORD_MOST: usize = 60;

const FIELDS: &[Field] = &[form::line("follow", 10).required(), form::line("back", 10)];

/// Where to go after a button was pressed: back to the list or to the thing.
fn back(form: &Form, path: String) -> String {
    if form.get("back") == "follows" { FOLLOWS.to_owned() } else { path }
}

const fn said(follow: Follow) -> &'static str {
    match follow {
        Follow::Following => "flash-coffee-room-following",
        Follow::Left => "flash-coffee-room-left",
        Follow::Muted => "flash-coffee-room-muted",
    }
}

/// Says what one asks for of a thread.
pub(super) async fn thread_follow(ctx: Ctx) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let form = ctx.form(FIELDS).await?;
    let follow = Follow::from_word(form.get("follow")).ok_or(Error::NotFound)?;
    let done = ctx
        .submit(form, move |tx, form| {
            let scene = Scene::find(tx, &actor, id, lang)?;
            store::follow::set_thread(tx, id, scene.me, follow)?;
            Ok(back(form, format!("/coffee-room/threads/{id}")))
        })
        .await?;
    shown_next(&ctx, done, said(follow))
}

/// Follows a room, or does no more.
pub(super) async fn room_follow(ctx: Ctx) -> Reply {
    let id: RoomId = ctx.param("room")?;
    let (actor, lang, me) = (ctx.actor.clone(), ctx.lang, ctx.person()?);
    let form = ctx.form(FIELDS).await?;
    let follow = Follow::from_word(form.get("follow")).ok_or(Error::NotFound)?;
    let done = ctx
        .submit(form, move |tx, form| {
            find_room(tx, &actor, id, lang)?;
            match follow {
                Follow::Following => store::follow::follow_room(tx, id, me)?,
                Follow::Left | Follow::Muted => store::follow::leave_room(tx, id, me)?,
            }
            Ok(back(form, format!("/coffee-room/rooms/{id}")))
        })
        .await?;
    shown_next(&ctx, done, said(follow))
}

/// Buttons without anything to type have nothing to mend.
fn shown_next(ctx: &Ctx, done: Submitted, flash: &'static str) -> Reply {
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, flash),
        Submitted::Again(_) => ctx.see_other(FOLLOWS),
    }
}

const WORD: &[Field] = &[form::line("word", WORD_MOST).required()];
const OWN: &[Field] = &[form::line("own", 5)];

#[derive(Template)]
#[template(path = "follows.html")]
struct FollowsPage {
    page: Page,
    form: Form,
    rooms: Vec<FollowedRoom>,
    words: Vec<String>,
    threads: Vec<FollowView>,
    older: Option<ThreadId>,
    own: bool,
}

struct FollowView {
    id: ThreadId,
    title: String,
    is_muted: bool,
}

pub(super) async fn follows(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty()).await
}

async fn show(ctx: &Ctx, form: Form) -> Reply {
    let (me, lang, actor) = (ctx.person()?, ctx.lang, ctx.actor.clone());
    let before = match ctx.query("before") {
        Some(before) => before.parse().map_err(|_| Error::NotFound)?,
        None => ThreadId(i64::MAX),
    };
    let (rooms, words, threads, own) = ctx
        .read(move |tx| {
            let mut rooms = store::follow::rooms(tx, me, lang)?;
            rooms.retain(|room| rules::sight(&actor, room.id, room.open_to).is_some());
            let words = store::follow::words(tx, me)?;
            let threads = store::follow::threads(tx, me, before, THREADS)?;
            Ok((rooms, words, threads, store::follow::follows_own(tx, me)?))
        })
        .await?;
    let is_full = usize::try_from(THREADS).is_ok_and(|most| threads.len() == most);
    let older = threads.last().map(|thread| thread.id).filter(|_| is_full);
    let threads = threads
        .into_iter()
        .filter_map(|thread| {
            let sight = rules::sight(&ctx.actor, thread.room, thread.open_to)?;
            rules::may_read_thread(sight, thread.audience).then(|| FollowView {
                id: thread.id,
                title: pages::title(ctx, &thread.title, sight, me),
                is_muted: thread.follow == Follow::Muted,
            })
        })
        .collect();
    let status = if form.is_clean() { 200 } else { 422 };
    let shown = FollowsPage {
        page: ctx.page(ctx.t("coffee-room-follows")),
        form,
        rooms,
        words,
        threads,
        older,
        own,
    };
    if status == 200 { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

/// Follows a word, in whatever form it is written.
pub(super) async fn word_add(ctx: Ctx) -> Reply {
    let me = ctx.person()?;
    let mut form = ctx.form(WORD).await?;
    let terms = search::word_terms(&ctx.site.analyser, ctx.lang, form.get("word"));
    if form.is_clean() {
        form.check(rules::must_be_word(terms.as_deref()));
    }
    let terms = terms.unwrap_or_default();
    let done = ctx
        .submit(form, move |tx, form| {
            rules::may_follow_more(store::follow::words(tx, me)?.len(), MOST_WORDS)?;
            store::follow::follow_word(tx, me, form.get("word"), &terms)?;
            Ok(FOLLOWS.to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-following"),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

/// Follows a word no more.
pub(super) async fn word_leave(ctx: Ctx) -> Reply {
    let me = ctx.person()?;
    let form = ctx.form(WORD).await?;
    let done = ctx
        .submit(form, move |tx, form| {
            store::follow::leave_word(tx, me, form.get("word"))?;
            Ok(FOLLOWS.to_owned())
        })
        .await?;
    shown_next(&ctx, done, "flash-coffee-room-left")
}

/// Says whether one follows the threads that one writes in.
pub(super) async fn own(ctx: Ctx) -> Reply {
    let me = ctx.person()?;
    let form = ctx.form(OWN).await?;
    let own = form.is_checked("own");
    let done = ctx
        .submit(form, move |tx, _| {
            store::follow::set_follows_own(tx, me, own)?;
            Ok(FOLLOWS.to_owned())
        })
        .await?;
    shown_next(&ctx, done, "flash-saved")
}

//! Keeping posts at hand, with a note to oneself.

use askama::Template;
use kafferum_platform::clock::Millis;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::{Error, markdown};

use super::SeenBy;
use crate::doors::Doors;
use crate::model::{Bookmark, PostState, Sight, ThreadId};
use crate::scene::{Scene, address};
use crate::store::LIST;
use crate::{rules, store};

/// Letters of a note.
const NOTE_MOST: usize = 300;
/// Letters of a post by which it is told from others.
const EXCERPT: usize = 200;

const BOOKMARK: &[Field] = &[form::line("note", NOTE_MOST), form::line("act", 10)];

#[derive(Template)]
#[template(path = "bookmark.html")]
struct BookmarkPage {
    page: Page,
    back: String,
    heading: String,
    is_kept: bool,
    form: Form,
    seen_by: SeenBy,
}

async fn show(ctx: &Ctx, form: Option<Form>) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let (scene, note) = ctx
        .read(move |tx| {
            let scene = Scene::find(tx, &actor, id, lang)?;
            let (post, _) = scene.post(tx, number)?;
            let note = store::bookmarks::note(tx, scene.me, (id, post.position))?;
            Ok((scene, note))
        })
        .await?;
    let shown = BookmarkPage {
        page: ctx.page(ctx.t("coffee-room-bookmark")),
        back: address(id, number),
        heading: super::title(ctx, &scene.thread.title, scene.sight, scene.me),
        is_kept: note.is_some(),
        form: form.unwrap_or_else(|| Form::empty().with("note", note.unwrap_or_default())),
        seen_by: SeenBy("coffee-room-bookmark-seen"),
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn bookmark(ctx: Ctx) -> Reply {
    show(&ctx, None).await
}

pub(super) async fn bookmarked(ctx: Ctx) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let (actor, lang, now) = (ctx.actor.clone(), ctx.lang, ctx.now);
    let form = ctx.form(BOOKMARK).await?;
    let removes = form.get("act") == "remove";
    let done = ctx
        .submit(form, move |tx, form| {
            let scene = Scene::find(tx, &actor, thread, lang)?;
            let (post, _) = scene.post(tx, number)?;
            let place = (thread, post.position);
            if removes {
                store::bookmarks::remove(tx, scene.me, place)?;
            } else {
                store::bookmarks::set(tx, scene.me, place, form.get("note"), now)?;
            }
            Ok(address(thread, number))
        })
        .await?;
    let flash =
        if removes { "flash-coffee-room-bookmark-removed" } else { "flash-coffee-room-bookmarked" };
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, flash),
        Submitted::Again(form) => show(&ctx, Some(*form)).await,
    }
}

struct BookmarkView {
    path: String,
    edit: String,
    title: String,
    room_name: String,
    author: String,
    excerpt: String,
    note: String,
    at: Millis,
}

#[derive(Template)]
#[template(path = "bookmarks.html")]
struct BookmarksPage {
    page: Page,
    bookmarks: Vec<BookmarkView>,
    older: Option<Millis>,
}

pub(super) async fn bookmarks(ctx: Ctx) -> Reply {
    let before: Millis = match ctx.query("before") {
        Some(before) => before.parse().map_err(|_| Error::NotFound)?,
        None => Millis::MAX,
    };
    let (me, actor, lang) = (ctx.person()?, ctx.actor.clone(), ctx.lang);
    let (doors, mut kept) = ctx
        .read(move |tx| {
            let doors = Doors::find(tx, &actor)?;
            let sight = rules::sight_everywhere(&actor).unwrap_or(Sight::Member);
            let kept = store::bookmarks::of(tx, me, sight, &doors, before, lang)?;
            Ok((doors, kept))
        })
        .await?;
    let goes_on = usize::try_from(LIST).is_ok_and(|list| kept.len() > list);
    if goes_on {
        kept.pop();
    }
    let older = kept.last().map(|bookmark| bookmark.at).filter(|_| goes_on);
    let view = |bookmark: Bookmark| {
        let sight = doors.sight(bookmark.room)?;
        let number = match (sight, bookmark.guest_position) {
            (Sight::Guest, number) => number?,
            _ => bookmark.position,
        };
        // What is hidden from a reader is not quoted to them either.
        let is_shown = bookmark.state == PostState::Shown
            || (bookmark.state == PostState::Hidden
                && (sight == Sight::Moderator || bookmark.author == me));
        let text = if is_shown { markdown::plain(&bookmark.markdown) } else { String::new() };
        let mut excerpt: String = text.chars().take(EXCERPT).collect();
        if excerpt.len() < text.len() {
            excerpt.push('…');
        }
        let path = format!("/coffee-room/threads/{}/posts/{number}", bookmark.thread);
        Some(BookmarkView {
            edit: format!("{path}/bookmark"),
            path,
            title: super::title(&ctx, &bookmark.title, sight, me),
            room_name: bookmark.room_name,
            author: if is_shown { super::name(&ctx, bookmark.pseudonym) } else { String::new() },
            excerpt,
            note: bookmark.note,
            at: bookmark.at,
        })
    };
    let bookmarks = kept.into_iter().filter_map(view).collect();
    let page = ctx.page(ctx.t("coffee-room-bookmarks"));
    ctx.html(&BookmarksPage { page, bookmarks, older })
}

//! Pages on which moderators put a thread into another room, join it to
//! another one, or split posts off. Each says what guests will see.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::markdown;
use kafferum_platform::search::{Query, Reader, read_briefly};
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::{Choice, Html};

use super::guarded::Guarded;
use super::report::WORDS_MOST;
use super::{Hall, Pager, SeenBy, act, name};
use crate::doors::Doors;
use crate::model::{Audience, PostState, RoomId, Sight, ThreadId};
use crate::relocating::{self, Split};
use crate::rules::{self, PAGE, TITLE_MOST};
use crate::scene::Scene;
use crate::{search, store};

const MOVE: &[Field] = &[
    form::line("room", 20).required(),
    form::text("words", WORDS_MOST).required(),
    form::line("act", 10),
    form::line("guarded", 32),
];

#[derive(Template)]
#[template(path = "relocate_move.html")]
struct MovePage {
    page: Page,
    id: ThreadId,
    heading: String,
    is_open_to_guests: bool,
    form: Form,
    /// What the words would reveal.
    guarded: Html,
    rooms: Vec<Choice>,
    seen_by: SeenBy,
}

async fn show_move(ctx: &Ctx, form: Form, guarded: Html) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let acting = act(ctx);
    let (scene, rooms) = ctx
        .read(move |tx| {
            let scene = Scene::to_steer(tx, &acting, id)?;
            let doors = Doors::find(tx, &acting.actor)?;
            let mut rooms = store::search::rooms(tx, acting.lang)?;
            rooms.retain(|(room, _)| {
                *room != scene.thread.room && doors.sight(*room) == Some(Sight::Moderator)
            });
            Ok((scene, rooms))
        })
        .await?;
    let shown = MovePage {
        page: ctx.page(ctx.t("coffee-room-move")),
        id,
        heading: scene.thread.title.text,
        is_open_to_guests: scene.thread.audience == Audience::Guests,
        rooms: rooms.into_iter().map(|(room, name)| (room.to_string(), name)).collect(),
        seen_by: SeenBy("coffee-room-steer-seen"),
        form,
        guarded,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn thread_move(ctx: Ctx) -> Reply {
    show_move(&ctx, Form::empty(), Html(String::new())).await
}

pub(super) async fn thread_moved(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let form = ctx.form(MOVE).await?;
    let guarded = Guarded::at(&ctx, &hall, &form).by_moderator();
    if let Some((form, shown)) = guarded.step(&ctx, &form, MOVE)? {
        return show_move(&ctx, form, shown).await;
    }
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, form| {
            let room: RoomId = form.get("room").parse().map_err(|_| Error::NotFound)?;
            relocating::move_thread(tx, &act, thread, room, form.get("words"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-moved"),
        Submitted::Again(form) => show_move(&ctx, *form, Html(String::new())).await,
    }
}

/// Looking for the thread that another one is to be joined to.
#[derive(Template)]
#[template(path = "relocate_join.html")]
struct JoinPage {
    page: Page,
    id: ThreadId,
    heading: String,
    /// What was typed names no thread that one moderates.
    is_unknown: bool,
    typed: String,
    /// Threads whose titles are alike: number and title.
    alike: Vec<(ThreadId, String)>,
}

/// Asking, once it is found.
#[derive(Template)]
#[template(path = "relocate_join_ask.html")]
struct JoinAskPage {
    page: Page,
    id: ThreadId,
    heading: String,
    posts: i64,
    into: ThreadId,
    into_heading: String,
    into_room: String,
    /// Guests could read it and will not.
    closes_to_guests: bool,
    form: Form,
    /// What the words would reveal.
    guarded: Html,
    seen_by: SeenBy,
}

const JOIN: &[Field] = &[
    form::line("into", 20).required(),
    form::text("words", WORDS_MOST).required(),
    form::line("act", 10),
    form::line("guarded", 32),
];

/// A thread's number, typed as such or within its address.
fn thread_in(typed: &str) -> Option<ThreadId> {
    let rest = typed.rsplit_once("/threads/").map_or(typed, |(_, rest)| rest);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

async fn show_join(ctx: &Ctx, form: Form, guarded: Html) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let typed = form.given("into").map(ToOwned::to_owned).or_else(|| ctx.query("into"));
    let typed = typed.unwrap_or_default().trim().to_owned();
    let into = thread_in(&typed).filter(|into| *into != id);
    let acting = act(ctx);
    let (scene, target) = ctx
        .read(move |tx| {
            let scene = Scene::to_steer(tx, &acting, id)?;
            let target = match into.map(|into| Scene::to_steer(tx, &acting, into)) {
                Some(Err(Error::NotFound | Error::Denied(_))) | None => None,
                Some(found) => Some(found?),
            };
            Ok((scene, target))
        })
        .await?;
    let page = ctx.page(ctx.t("coffee-room-join"));
    let heading = scene.thread.title.text.clone();
    let Some(target) = target else {
        let shown = JoinPage {
            page,
            id,
            is_unknown: !typed.is_empty(),
            alike: alike(ctx, id, &heading).await?,
            heading,
            typed,
        };
        return if form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) };
    };
    let shown = JoinAskPage {
        page,
        id,
        heading,
        posts: scene.thread.last_position,
        into: target.thread.id,
        closes_to_guests: scene.thread.audience == Audience::Guests
            && target.thread.audience == Audience::Members,
        into_heading: target.thread.title.text,
        into_room: target.thread.room_name,
        form: form.with("into", target.thread.id.to_string()),
        guarded,
        seen_by: SeenBy("coffee-room-steer-seen"),
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

async fn alike(ctx: &Ctx, id: ThreadId, title: &str) -> Result<Vec<(ThreadId, String)>, Error> {
    let query = Query::new(&ctx.site.analyser, ctx.lang, title);
    let reader = Reader::of(ctx);
    let alike = read_briefly(ctx, move |tx| Ok(search::alike(tx, &reader, &query)?));
    let found = alike.await?;
    let others = found.into_iter().filter_map(|(title, path)| Some((thread_in(&path)?, title)));
    Ok(others.filter(|(other, _)| *other != id).collect())
}

pub(super) async fn thread_join(ctx: Ctx) -> Reply {
    show_join(&ctx, Form::empty(), Html(String::new())).await
}

pub(super) async fn thread_joined(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let form = ctx.form(JOIN).await?;
    let guarded = Guarded::at(&ctx, &hall, &form).by_moderator();
    if let Some((form, shown)) = guarded.step(&ctx, &form, JOIN)? {
        return show_join(&ctx, form, shown).await;
    }
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, form| {
            let into: ThreadId = form.get("into").parse().map_err(|_| Error::NotFound)?;
            relocating::join_threads(tx, &act, thread, into, form.get("words"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-joined"),
        Submitted::Again(form) => show_join(&ctx, *form, Html(String::new())).await,
    }
}

const SPLIT: &[Field] = &[
    form::line("title", TITLE_MOST).required(),
    form::line("posts", 20),
    form::line("rest", 5),
    form::text("words", WORDS_MOST).required(),
    form::line("act", 10),
    form::line("guarded", 32),
];

/// Letters of a post by which it is told from others.
const EXCERPT: usize = 120;

#[derive(Template)]
#[template(path = "relocate_split.html")]
struct SplitPage {
    page: Page,
    path: String,
    id: ThreadId,
    heading: String,
    form: Form,
    /// What the new title and the words would reveal.
    guarded: Html,
    posts: Vec<Choice>,
    pager: Pager,
    seen_by: SeenBy,
}

async fn show_split(ctx: &Ctx, form: Form, guarded: Html) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let wanted: i64 = match ctx.query("page") {
        Some(page) => page.parse().map_err(|_| Error::NotFound)?,
        None => 1,
    };
    let acting = act(ctx);
    let (scene, posts, texts) = ctx
        .read(move |tx| {
            let scene = Scene::moderated(tx, &acting, id)?;
            if !(1..=rules::page_of(scene.last_number())).contains(&wanted) {
                return Err(Error::NotFound);
            }
            let (first, last) = ((wanted - 1) * PAGE + 1, wanted * PAGE);
            let posts = store::posts::posts(tx, scene.sight, scene.me, id, (first.max(2), last))?;
            let texts = store::search::posts_behind(tx, id, first.max(2) - 1, PAGE)?;
            Ok((scene, posts, texts))
        })
        .await?;
    let there = posts.into_iter().zip(texts);
    let there = there.filter(|(post, _)| post.state != PostState::Moved);
    let choice = there.map(|(post, stored)| {
        let text = markdown::plain(&stored.markdown);
        let mut excerpt: String = text.chars().take(EXCERPT).collect();
        if excerpt.len() < text.len() {
            excerpt.push('…');
        }
        let author = name(ctx, post.pseudonym);
        (post.position.to_string(), format!("{}. {author}: {excerpt}", post.position))
    });
    let shown = SplitPage {
        page: ctx.page(ctx.t("coffee-room-split")),
        path: format!("/moderation/threads/{id}/split?page={wanted}"),
        id,
        posts: choice.collect(),
        pager: Pager {
            path: format!("/moderation/threads/{id}/split"),
            current: wanted,
            last: rules::page_of(scene.last_number()),
        },
        heading: scene.thread.title.text,
        seen_by: SeenBy("coffee-room-steer-seen"),
        form,
        guarded,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn thread_split(ctx: Ctx) -> Reply {
    show_split(&ctx, Form::empty(), Html(String::new())).await
}

pub(super) async fn thread_splitted(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let form = ctx.form(SPLIT).await?;
    let guarded = Guarded::at(&ctx, &hall, &form).by_moderator();
    if let Some((form, shown)) = guarded.step(&ctx, &form, SPLIT)? {
        return show_split(&ctx, form, shown).await;
    }
    let act = act(&ctx);
    let split = Split {
        title: form.get("title").to_owned(),
        chosen: form.all("posts").iter().filter_map(|post| post.parse().ok()).collect(),
        and_rest: form.is_checked("rest"),
        words: form.get("words").to_owned(),
    };
    let done =
        ctx.submit(form, move |tx, _| relocating::split_thread(tx, &act, thread, &split)).await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-split"),
        Submitted::Again(form) => show_split(&ctx, *form, Html(String::new())).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_is_named_by_number_or_address() {
        for (typed, wanted) in [
            ("12", Some(12)),
            ("https://kahvi.example/coffee-room/threads/12?page=2#p21", Some(12)),
            ("/coffee-room/threads/7/posts/3", Some(7)),
            ("tauot", None),
            ("", None),
        ] {
            assert_eq!(thread_in(typed), wanted.map(ThreadId), "{typed}");
        }
    }
}

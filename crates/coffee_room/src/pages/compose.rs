//! Opening a thread, answering in one.

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::search::{Query, Reader};
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::{Choice, Html};

use super::thread::ReplyForm;
use super::{SeenBy, act, as_typed, audiences, draft, fragment, is_preview, poll_kinds, preview};
use crate::model::{Audience, Room, RoomId, Sight, ThreadId};
use crate::rules::{self, BODY_MOST, Look, TITLE_MOST};
use crate::scene::{Scene, find_room};
use crate::{actions, quotes, search, store};

const THREAD: &[Field] = &[
    form::line("title", TITLE_MOST).required(),
    form::text("body", BODY_MOST).required(),
    form::line("audience", 10),
    form::line("poll", 10),
    form::text("options", 2_000),
    form::line("days", 3),
    form::line("act", 10),
];

#[derive(Template)]
#[template(path = "thread_new.html")]
struct ThreadNewPage {
    page: Page,
    room: Room,
    form: Form,
    polls: Vec<Choice>,
    /// Empty when there is nothing to choose.
    audiences: Vec<Choice>,
    seen_by: SeenBy,
    preview: Html,
    alike: Alike,
}

/// Threads that may say already what somebody begins to ask.
#[derive(Template)]
#[template(path = "alike.html")]
struct Alike {
    heading: &'static str,
    lead: String,
    threads: Vec<(String, String)>,
}

impl Alike {
    async fn find(ctx: &Ctx, title: &str) -> Result<Self, Error> {
        let query = Query::new(&ctx.site.analyser, ctx.lang, title);
        let reader = Reader::of(ctx);
        let threads = ctx.read(move |tx| Ok(search::alike(tx, &reader, &query)?)).await?;
        Ok(Self { heading: "alike", lead: ctx.t("coffee-room-alike").to_owned(), threads })
    }
}

/// The same while the title is typed.
pub(super) async fn alike(ctx: Ctx) -> Reply {
    let title = ctx.query("title").unwrap_or_default();
    ctx.html(&Alike::find(&ctx, &title).await?)
}

/// The page with the form, and whether it is a first or another try.
async fn show_thread_new(ctx: &Ctx, form: Form, preview: Html) -> Reply {
    let id: RoomId = ctx.param("room")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let (room, sight) = ctx
        .read(move |tx| {
            let (room, sight) = find_room(tx, &actor, id, lang)?;
            rules::may_open_thread(room.state)?;
            Ok((room, sight))
        })
        .await?;
    let is_guest = sight == Sight::Guest;
    let alike = Alike::find(ctx, form.get("title")).await?;
    let shown = ThreadNewPage {
        page: ctx.page(ctx.t("coffee-room-thread-new")),
        room,
        audiences: if is_guest { Vec::new() } else { audiences(ctx) },
        polls: poll_kinds(ctx),
        seen_by: SeenBy(if is_guest {
            "coffee-room-seen-by-guests"
        } else {
            "coffee-room-seen-as-chosen"
        }),
        preview,
        alike,
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

/// A form with what is chosen from the start.
pub(super) fn empty() -> Form {
    Form::empty().with("audience", Audience::Members.word()).with("days", "7")
}

pub(super) async fn thread_new(ctx: Ctx) -> Reply {
    let form = empty();
    show_thread_new(&ctx, form, Html(String::new())).await
}

pub(super) async fn thread_create(ctx: Ctx) -> Reply {
    let room: RoomId = ctx.param("room")?;
    let mut form = ctx.form(THREAD).await?;
    let draft = draft(&ctx, &mut form);
    if is_preview(&form) {
        if ctx.is_fragment() {
            return fragment(&ctx, &draft);
        }
        let shown = preview(&ctx, &draft)?;
        return show_thread_new(&ctx, as_typed(&form, THREAD), shown).await;
    }
    let act = act(&ctx);
    let done = ctx.submit(form, move |tx, _| actions::open_thread(tx, &act, room, &draft)).await?;
    match done {
        Submitted::Done(path) => ctx.see_other(&path),
        Submitted::Again(form) => show_thread_new(&ctx, *form, Html(String::new())).await,
    }
}

const REPLY: &[Field] = &[
    form::text("body", BODY_MOST).required(),
    form::line("audience", 10),
    form::line("poll", 10),
    form::text("options", 2_000),
    form::line("days", 3),
    form::line("act", 10),
];

#[derive(Template)]
#[template(path = "reply.html")]
struct ReplyPage {
    page: Page,
    id: ThreadId,
    room: RoomId,
    room_name: String,
    heading: String,
    last: i64,
    reply: ReplyForm,
}

async fn show_reply(ctx: &Ctx, form: Form, preview: Html) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let scene = ctx
        .read(move |tx| {
            let scene = Scene::find(tx, &actor, id, lang)?;
            rules::may_reply(&scene.thread)?;
            Ok::<_, Error>(scene)
        })
        .await?;
    let shown = ReplyPage {
        page: ctx.page(ctx.t("coffee-room-reply")),
        id,
        room: scene.thread.room,
        room_name: scene.thread.room_name.clone(),
        heading: super::title(ctx, &scene.thread.title, scene.sight, scene.me),
        last: scene.last_number(),
        reply: ReplyForm::new(ctx, &scene, form, preview),
    };
    if shown.reply.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn reply_new(ctx: Ctx) -> Reply {
    let form = empty();
    let form = match ctx.query("quote") {
        Some(number) => form.with("body", quote(&ctx, &number).await?),
        None => form,
    };
    show_reply(&ctx, form, Html(String::new())).await
}

/// A post that the reader may read, as a quote to begin an answer with.
async fn quote(ctx: &Ctx, number: &str) -> Result<String, Error> {
    let id: ThreadId = ctx.param("thread")?;
    let number: i64 = number.parse().map_err(|_| Error::NotFound)?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let (at, source) = ctx
        .read(move |tx| {
            let (post, look) = Scene::find(tx, &actor, id, lang)?.post(tx, number)?;
            if look != Look::Shown {
                return Err(Error::NotFound);
            }
            Ok((post.created_at, store::posts::source(tx, id, post.position)?))
        })
        .await?;
    Ok(quotes::of(ctx.t("coffee-room-quote"), id, at, &source.markdown))
}

pub(super) async fn reply_create(ctx: Ctx) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let mut form = ctx.form(REPLY).await?;
    let draft = draft(&ctx, &mut form);
    if is_preview(&form) {
        if ctx.is_fragment() {
            return fragment(&ctx, &draft);
        }
        let shown = preview(&ctx, &draft)?;
        return show_reply(&ctx, as_typed(&form, REPLY), shown).await;
    }
    let act = act(&ctx);
    let done = ctx.submit(form, move |tx, _| actions::reply(tx, &act, thread, &draft)).await?;
    match done {
        Submitted::Done(path) => ctx.see_other(&path),
        Submitted::Again(form) => show_reply(&ctx, *form, Html(String::new())).await,
    }
}

//! Opening a thread, answering in one.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::search::{Query, Reader, read_briefly};
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::{Choice, Html};

use super::attachments::{self, Attached, Step};
use super::guarded::Guarded;
use super::thread::{ReplyForm, Typed};
use super::{Hall, SeenBy, act, after_writing, audiences, draft, poll_kinds, preview};
use super::{drafts, tags};
use crate::model::{Audience, DraftPlace, OpenTo, Opening, Room, RoomId, Sight, ThreadId};
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
    form::line("tags", 20),
    form::line("asks", 5),
    attachments::DESCRIPTION,
    attachments::ACT,
    form::line("guarded", 32),
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
    /// Empty when there are none.
    tags: Vec<Choice>,
    seen_by: SeenBy,
    preview: Html,
    alike: Alike,
    attached: Attached,
    /// Says that the form was filled with a draft.
    draft: Html,
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
        let alike = read_briefly(ctx, move |tx| Ok(search::alike(tx, &reader, &query)?));
        let threads = alike.await?;
        Ok(Self { heading: "alike", lead: ctx.t("coffee-room-alike").to_owned(), threads })
    }
}

const TITLE: &[Field] = &[form::line("title", TITLE_MOST)];

/// The same while the title is typed. What is not sent yet does not stand in an
/// address, since proxies log those.
pub(super) async fn alike(ctx: Ctx) -> Reply {
    let form = ctx.form(TITLE).await?;
    ctx.html(&Alike::find(&ctx, form.get("title")).await?)
}

/// The page with the form as it was sent, or else with one's draft.
async fn show_thread_new(ctx: &Ctx, form: Option<Form>, preview: Html) -> Reply {
    let id: RoomId = ctx.param("room")?;
    let (me, actor, lang, now) = (ctx.person()?, ctx.actor.clone(), ctx.lang, ctx.now);
    let (room, sight, tags, draft) = ctx
        .read(move |tx| {
            let (room, sight) = find_room(tx, &actor, id, lang)?;
            rules::may_open_thread(room.state)?;
            rules::may_write(store::measures::paused_until(tx, me, room.id)?, now)?;
            let tags = store::tags::of_room(tx, room.id, lang)?;
            let draft = store::drafts::find(tx, actor.person()?, DraftPlace::Room(room.id))?;
            Ok((room, sight, tags, draft))
        })
        .await?;
    let (seen_by, audiences) = match (sight, room.open_to) {
        (Sight::Guest, _) => ("coffee-room-seen-by-guests", Vec::new()),
        (_, OpenTo::Everybody) => ("coffee-room-seen-as-chosen", audiences(ctx)),
        (_, OpenTo::Members) => ("coffee-room-seen-by-members", Vec::new()),
        (_, OpenTo::Role(_)) => ("coffee-room-seen-in-room", Vec::new()),
    };
    let page = ctx.page(ctx.t("coffee-room-thread-new"));
    let (form, draft) = match (form, draft) {
        (Some(form), _) => (form, Html(String::new())),
        (None, Some(draft)) => drafts::fill(&page, &draft, drafts::discard_room(id))?,
        (None, None) => (empty(), Html(String::new())),
    };
    let alike = Alike::find(ctx, form.get("title")).await?;
    let shown = ThreadNewPage {
        page,
        draft,
        room,
        audiences,
        polls: poll_kinds(ctx),
        tags: tags::choices(&tags),
        seen_by: SeenBy(seen_by),
        preview,
        alike,
        attached: Attached::find(ctx, &form, None).await?,
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

/// A form with what is chosen from the start.
pub(super) fn empty() -> Form {
    Form::empty().with("audience", Audience::Members.word()).with("days", drafts::DAYS)
}

pub(super) async fn thread_new(ctx: Ctx) -> Reply {
    show_thread_new(&ctx, None, Html(String::new())).await
}

pub(super) async fn thread_create(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let room: RoomId = ctx.param("room")?;
    let (mut form, step) = attachments::written(&ctx, THREAD).await?;
    if drafts::is_draft(&form) {
        return match Guarded::at(&ctx, &hall, &form).asked(&ctx, &form, THREAD)? {
            Some(_) if ctx.is_fragment() => drafts::not_saved(&ctx),
            Some((form, shown)) => show_thread_new(&ctx, Some(form), shown).await,
            None => drafts::save(&ctx, &hall, &form, DraftPlace::Room(room)).await,
        };
    }
    if step == Step::Attachments {
        if ctx.is_fragment() && form.is_clean() {
            return ctx.html(&Attached::find(&ctx, &form, None).await?);
        }
        return show_thread_new(&ctx, Some(form), Html(String::new())).await;
    }
    let mut draft = draft(&ctx, &mut form, None).await?;
    let mut guarded = Guarded::at(&ctx, &hall, &form);
    if rules::moderates(&ctx.actor, room) {
        guarded = guarded.by_moderator();
    }
    guarded.judge(&mut draft);
    if step == Step::Preview {
        let shown = preview(&ctx, &draft, &guarded).await?;
        if ctx.is_fragment() {
            return ctx.html(&shown);
        }
        let shown = Html(shown.render()?);
        return show_thread_new(&ctx, Some(form), shown).await;
    }
    if let Some((form, shown)) = guarded.step(&ctx, &form, THREAD)? {
        if form.is_clean() {
            // What is taken out is nowhere any more, nor the beginning of it.
            drafts::forget(&ctx, DraftPlace::Room(room)).await?;
        }
        return show_thread_new(&ctx, Some(form), shown).await;
    }
    let (act, opening) =
        (act(&ctx), Opening { tags: tags::chosen(&form), asks: form.is_checked("asks") });
    let done = ctx
        .submit(form, move |tx, _| actions::open_thread(tx, &act, room, &draft, &opening))
        .await?;
    match done {
        Submitted::Done(path) => after_writing(&ctx, &path),
        Submitted::Again(form) => show_thread_new(&ctx, Some(*form), Html(String::new())).await,
    }
}

const REPLY: &[Field] = &[
    form::text("body", BODY_MOST).required(),
    form::line("audience", 10),
    form::line("poll", 10),
    form::text("options", 2_000),
    form::line("days", 3),
    attachments::DESCRIPTION,
    attachments::ACT,
    form::line("guarded", 32),
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

async fn show_reply(ctx: &Ctx, form: Typed, preview: Html) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let (actor, lang, now) = (ctx.actor.clone(), ctx.lang, ctx.now);
    let mut scene = ctx
        .read(move |tx| {
            let scene = Scene::find(tx, &actor, id, lang)?;
            rules::may_reply(&scene.thread)?;
            rules::may_write(scene.thread.paused_until, now)?;
            Ok::<_, Error>(scene)
        })
        .await?;
    let page = ctx.page(ctx.t("coffee-room-reply"));
    let reply = ReplyForm::new(ctx, &page, &mut scene, form, preview).await?;
    let shown = ReplyPage {
        page,
        id,
        room: scene.thread.room,
        room_name: scene.thread.room_name.clone(),
        heading: super::title(ctx, &scene.thread.title, scene.sight, scene.me),
        last: scene.last_number(),
        reply,
    };
    if shown.reply.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn reply_new(ctx: Ctx) -> Reply {
    let quote = match ctx.query("quote") {
        Some(number) => quote(&ctx, &number).await?,
        None => String::new(),
    };
    show_reply(&ctx, Typed::Begun { quote }, Html(String::new())).await
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

/// Whether the actor moderates a thread's room: what they send as it is waits
/// for nobody.
async fn moderates_thread(ctx: &Ctx, thread: ThreadId) -> Result<bool, Error> {
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let sight = ctx.read(move |tx| Ok(Scene::find(tx, &actor, thread, lang)?.sight)).await?;
    Ok(sight == Sight::Moderator)
}

pub(super) async fn reply_create(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let (mut form, step) = attachments::written(&ctx, REPLY).await?;
    if drafts::is_draft(&form) {
        return match Guarded::at(&ctx, &hall, &form).asked(&ctx, &form, REPLY)? {
            Some(_) if ctx.is_fragment() => drafts::not_saved(&ctx),
            Some((form, shown)) => show_reply(&ctx, Typed::Sent(form), shown).await,
            None => drafts::save(&ctx, &hall, &form, DraftPlace::Thread(thread)).await,
        };
    }
    if step == Step::Attachments {
        if ctx.is_fragment() && form.is_clean() {
            return ctx.html(&Attached::find(&ctx, &form, None).await?);
        }
        return show_reply(&ctx, Typed::Sent(form), Html(String::new())).await;
    }
    let mut draft = draft(&ctx, &mut form, None).await?;
    let mut guarded = Guarded::at(&ctx, &hall, &form);
    if guarded.has_found() && moderates_thread(&ctx, thread).await? {
        guarded = guarded.by_moderator();
    }
    guarded.judge(&mut draft);
    if step == Step::Preview {
        let shown = preview(&ctx, &draft, &guarded).await?;
        if ctx.is_fragment() {
            return ctx.html(&shown);
        }
        let shown = Html(shown.render()?);
        return show_reply(&ctx, Typed::Sent(form), shown).await;
    }
    if let Some((form, shown)) = guarded.step(&ctx, &form, REPLY)? {
        if form.is_clean() {
            // What is taken out is nowhere any more, nor the beginning of it.
            drafts::forget(&ctx, DraftPlace::Thread(thread)).await?;
        }
        return show_reply(&ctx, Typed::Sent(form), shown).await;
    }
    let act = act(&ctx);
    let done = ctx.submit(form, move |tx, _| actions::reply(tx, &act, thread, &draft)).await?;
    match done {
        Submitted::Done(path) => after_writing(&ctx, &path),
        Submitted::Again(form) => show_reply(&ctx, Typed::Sent(*form), Html(String::new())).await,
    }
}

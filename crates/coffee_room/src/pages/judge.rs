//! What moderators do: hiding a post, leaving it, showing it again; closing
//! and pinning threads. Each asks on a page of its own and says who will read
//! the words.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::{Choice, Html};

use super::guarded::Guarded;
use super::report::WORDS_MOST;
use super::{Hall, SeenBy, act, poll, reasons};
use crate::actions::{self, Steering, Verdict};
use crate::model::{Deed, Door, Reason, RoomId, ThreadId};
use crate::scene::{Scene, address};
use crate::{parties, rules, store};

const SEEN: Field = form::line("seen", 20);
const HIDE: &[Field] = &[form::line("reason", 20), form::text("words", WORDS_MOST), SEEN];
const EXPLAIN: &[Field] = &[form::text("words", WORDS_MOST).required(), SEEN];

/// The texts of one deed.
struct Words {
    /// Begins the keys of labels; the key of the heading as well.
    prefix: &'static str,
    last_part: &'static str,
    button: &'static str,
    seen_by: &'static str,
    flash: &'static str,
    /// What to weigh before one decides so.
    guide: &'static str,
}

fn words(deed: Deed) -> Words {
    match deed {
        Deed::Hide => Words {
            prefix: "coffee-room-hide",
            last_part: "hide",
            button: "coffee-room-hide-do",
            seen_by: "coffee-room-hide-seen",
            flash: "flash-coffee-room-hidden",
            guide: "coffee-room-guide-hide",
        },
        Deed::Restore => Words {
            prefix: "coffee-room-restore",
            last_part: "restore",
            button: "coffee-room-restore-do",
            seen_by: "coffee-room-words-seen-by-moderators",
            flash: "flash-coffee-room-restored",
            guide: "coffee-room-guide-restore",
        },
        _ => Words {
            prefix: "coffee-room-keep",
            last_part: "keep",
            button: "coffee-room-keep-do",
            seen_by: "coffee-room-words-seen-by-moderators",
            flash: "flash-coffee-room-kept",
            guide: "coffee-room-guide-keep",
        },
    }
}

#[derive(Template)]
#[template(path = "judge.html")]
struct JudgePage {
    page: Page,
    path: String,
    back: String,
    heading: String,
    author: String,
    html: String,
    poll: Html,
    prefix: &'static str,
    button: &'static str,
    form: Form,
    /// Empty where none is asked for.
    reasons: Vec<Choice>,
    seen_by: SeenBy,
    guide: &'static str,
}

/// Shows the form under the number of the last decision, so that one that
/// another makes meanwhile is not passed over unseen.
async fn show(ctx: &Ctx, deed: Deed, mut form: Form) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let acting = act(ctx);
    let (scene, post, last) = ctx
        .read(move |tx| {
            let scene = Scene::find(tx, &acting.actor, id, acting.lang)?;
            let (post, _) = scene.post(tx, number)?;
            rules::may_judge(scene.sight, &post, scene.me)?;
            parties::must_not_be(tx, &acting, scene.matter(&post))?;
            let last = store::moderation::last_decision(tx, id, post.position)?;
            Ok((scene, post, last))
        })
        .await?;
    form.set("seen", last.to_string());
    let words = words(deed);
    let shown = JudgePage {
        page: ctx.page(ctx.t(words.prefix)),
        path: format!("/moderation/threads/{id}/posts/{number}/{}", words.last_part),
        back: address(id, number),
        heading: scene.thread.title.text,
        author: super::name(ctx, post.pseudonym),
        html: post.html,
        poll: poll::to_read(ctx, post.poll.as_ref())?,
        prefix: words.prefix,
        button: words.button,
        reasons: if deed == Deed::Hide { reasons(ctx) } else { Vec::new() },
        seen_by: SeenBy(words.seen_by),
        guide: words.guide,
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

async fn judge(ctx: Ctx, deed: Deed) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let form = ctx.form(if deed == Deed::Hide { HIDE } else { EXPLAIN }).await?;
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, form| {
            let reason = Reason::chosen(form.get("reason"));
            let seen = form.given("seen").and_then(|seen| seen.parse().ok());
            let verdict = Verdict { deed, reason, words: form.get("words").to_owned(), seen };
            actions::judge_post(tx, &act, thread, number, &verdict)
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, words(deed).flash),
        Submitted::Again(form) => show(&ctx, deed, *form).await,
    }
}

pub(super) async fn hide(ctx: Ctx) -> Reply {
    show(&ctx, Deed::Hide, Form::empty()).await
}

pub(super) async fn hidden(ctx: Ctx) -> Reply {
    judge(ctx, Deed::Hide).await
}

pub(super) async fn keep(ctx: Ctx) -> Reply {
    show(&ctx, Deed::Keep, Form::empty()).await
}

pub(super) async fn kept(ctx: Ctx) -> Reply {
    judge(ctx, Deed::Keep).await
}

pub(super) async fn restore(ctx: Ctx) -> Reply {
    show(&ctx, Deed::Restore, Form::empty()).await
}

pub(super) async fn restored(ctx: Ctx) -> Reply {
    judge(ctx, Deed::Restore).await
}

const STEER: &[Field] = &[
    form::line("door", 10).required(),
    form::line("place", 10).required(),
    form::text("words", WORDS_MOST).required(),
    form::line("act", 10),
    form::line("guarded", 32),
    SEEN,
];

/// The word for a pinned thread in the form.
const TOP: &str = "top";

/// The word for where a thread stands in its room.
const fn place(is_pinned: bool) -> &'static str {
    if is_pinned { TOP } else { "row" }
}

#[derive(Template)]
#[template(path = "steer.html")]
struct SteerPage {
    page: Page,
    id: ThreadId,
    room: RoomId,
    room_name: String,
    heading: String,
    form: Form,
    /// What the words would reveal.
    guarded: Html,
    doors: Vec<Choice>,
    places: Vec<Choice>,
    seen_by: SeenBy,
}

/// Shows the form; an empty one is filled with how the thread is now. How it
/// is now goes along, so that what another does meanwhile is not undone unseen.
async fn show_steer(ctx: &Ctx, form: Option<Form>, guarded: Html) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let acting = act(ctx);
    let thread = ctx.read(move |tx| Ok(Scene::to_steer(tx, &acting, id)?.thread)).await?;
    let now = (thread.state.word(), place(thread.pinned));
    let form = form.unwrap_or_else(|| Form::empty().with("door", now.0).with("place", now.1));
    let choice = |word: &str, key: &str| (word.to_owned(), ctx.t(key).to_owned());
    let shown = SteerPage {
        page: ctx.page(ctx.t("coffee-room-steer")),
        id,
        room: thread.room,
        room_name: thread.room_name,
        heading: thread.title.text,
        form: form.with("seen", format!("{}-{}", now.0, now.1)),
        doors: vec![
            choice(Door::Open.word(), "coffee-room-door-open"),
            choice(Door::Closed.word(), "coffee-room-door-closed"),
        ],
        guarded,
        places: vec![
            choice(place(false), "coffee-room-place-row"),
            choice(TOP, "coffee-room-place-top"),
        ],
        seen_by: SeenBy("coffee-room-steer-seen"),
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

fn seen_so(word: &str) -> Option<(Door, bool)> {
    let (door, place) = word.split_once('-')?;
    Some((Door::from_word(door)?, place == TOP))
}

pub(super) async fn thread_steer(ctx: Ctx) -> Reply {
    show_steer(&ctx, None, Html(String::new())).await
}

pub(super) async fn thread_steered(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let form = ctx.form(STEER).await?;
    let guarded = Guarded::at(&ctx, &hall, &form).by_moderator();
    if let Some((form, shown)) = guarded.step(&ctx, &form, STEER)? {
        return show_steer(&ctx, Some(form), shown).await;
    }
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, form| {
            let wish = Steering {
                door: Door::from_word(form.get("door")).unwrap_or(Door::Open),
                is_pinned: form.get("place") == TOP,
                words: form.get("words").to_owned(),
                seen: form.given("seen").and_then(seen_so),
            };
            actions::steer_thread(tx, &act, thread, &wish)
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-steered"),
        Submitted::Again(form) => show_steer(&ctx, Some(*form), Html(String::new())).await,
    }
}

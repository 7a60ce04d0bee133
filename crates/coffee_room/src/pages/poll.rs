//! A poll on a page of its own, where one votes.

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::clock::Millis;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::{Choice, Html};

use super::{SeenBy, act};
use crate::actions;
use crate::model::{RoomId, ThreadId};
use crate::polls::{Poll, PollKind};
use crate::rules::Look;
use crate::scene::{Scene, address};
use crate::store;

const VOTE: &[Field] = &[
    form::line("choice", 3),
    form::line("place0", 3),
    form::line("place1", 3),
    form::line("place2", 3),
    form::line("place3", 3),
    form::line("place4", 3),
    form::line("place5", 3),
    form::line("place6", 3),
    form::line("place7", 3),
    form::line("place8", 3),
    form::line("place9", 3),
];

/// Names of the fields of a ranking, in the order of the options.
const PLACES: [&str; 10] = [
    "place0", "place1", "place2", "place3", "place4", "place5", "place6", "place7", "place8",
    "place9",
];

/// A poll as its readers see it.
#[derive(Template)]
#[template(path = "poll_shown.html")]
pub(super) struct PollShown<'p> {
    page: &'p Page,
    poll: &'p Poll,
    now: Millis,
    /// Where one votes; none where nobody does.
    path: Option<String>,
}

impl<'p> PollShown<'p> {
    pub(super) fn html(
        page: &'p Page,
        poll: &'p Poll,
        now: Millis,
        path: Option<String>,
    ) -> Result<Html, Error> {
        let path = path.filter(|_| poll.is_open(now));
        Ok(Html(Self { page, poll, now, path }.render()?))
    }

    fn kind(&self) -> &'static str {
        match self.poll.kind() {
            PollKind::Single => "coffee-room-poll-single",
            PollKind::Several => "coffee-room-poll-several",
            PollKind::Ranked => "coffee-room-poll-ranked",
        }
    }
}

/// The poll of a text, for whoever decides about it or reports it; nothing
/// where it has none.
pub(super) fn to_read(ctx: &Ctx, poll: Option<&Poll>) -> Result<Html, Error> {
    match poll {
        Some(poll) => PollShown::html(&ctx.page(""), poll, ctx.now, None),
        None => Ok(Html(String::new())),
    }
}

#[derive(Template)]
#[template(path = "poll.html")]
struct PollPage {
    page: Page,
    path: String,
    back: String,
    room: RoomId,
    room_name: String,
    heading: String,
    shown: Html,
    form: Form,
    may_vote: bool,
    shows_counts: bool,
    has_voted: bool,
    may_close: bool,
    kind: PollKind,
    options: Vec<Choice>,
    /// Name, label and places of each option of a ranking.
    ranking: Vec<(&'static str, String)>,
    places: Vec<Choice>,
    seen_by: SeenBy,
}

struct Subject {
    scene: Scene,
    poll: Poll,
    is_mine: bool,
    has_voted: bool,
}

async fn subject(ctx: &Ctx) -> Result<Subject, Error> {
    let thread: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    ctx.read(move |tx| {
        let scene = Scene::find(tx, &actor, thread, lang)?;
        let (post, look) = scene.post(tx, number)?;
        if look != Look::Shown {
            return Err(Error::NotFound);
        }
        let poll = store::polls::find(tx, thread, post.position)?.ok_or(Error::NotFound)?;
        let has_voted = store::polls::has_voted(tx, thread, post.position, scene.me)?;
        Ok(Subject { is_mine: post.author == scene.me, scene, poll, has_voted })
    })
    .await
}

async fn show(ctx: &Ctx, form: Form) -> Reply {
    let number: i64 = ctx.param("number")?;
    let Subject { scene, poll, is_mine, has_voted } = subject(ctx).await?;
    let is_open = poll.is_open(ctx.now);
    let page = ctx.page(ctx.t("coffee-room-poll"));
    let shown = PollShown::html(&page, &poll, ctx.now, None)?;
    let texts = || poll.options.iter().map(|option| option.text.clone());
    let thread = scene.thread.id;
    let shown = PollPage {
        shown,
        path: format!("/coffee-room/threads/{thread}/posts/{number}/poll"),
        back: address(thread, number),
        room: scene.thread.room,
        heading: super::title(ctx, &scene.thread.title, scene.sight, scene.me),
        room_name: scene.thread.room_name,
        form,
        may_vote: is_open && !has_voted,
        shows_counts: poll.shows_counts(ctx.now),
        has_voted,
        may_close: is_open && is_mine,
        kind: poll.kind(),
        options: texts().enumerate().map(|(at, text)| (at.to_string(), text)).collect(),
        ranking: PLACES.iter().copied().zip(texts()).collect(),
        places: std::iter::once(String::new())
            .chain((1..=poll.options.len()).map(|place| place.to_string()))
            .map(|place| (place.clone(), place))
            .collect(),
        seen_by: SeenBy("coffee-room-poll-seen"),
        page,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn poll(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty()).await
}

/// What was chosen: of a ranking the options by their places.
fn chosen(form: &Form) -> Vec<usize> {
    let mut ranked: Vec<(usize, usize)> = PLACES
        .iter()
        .enumerate()
        .filter_map(|(option, name)| Some((form.get(name).parse().ok()?, option)))
        .collect();
    if ranked.is_empty() {
        return form.all("choice").iter().filter_map(|choice| choice.parse().ok()).collect();
    }
    ranked.sort_unstable();
    // Two options in one place are no order.
    let is_order = ranked.iter().enumerate().all(|(at, (place, _))| *place == at + 1);
    if is_order { ranked.into_iter().map(|(_, option)| option).collect() } else { Vec::new() }
}

pub(super) async fn poll_vote(ctx: Ctx) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let form = ctx.form(VOTE).await?;
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, form| actions::vote(tx, &act, thread, number, &chosen(form)))
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-voted"),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

const CLOSE: &[Field] = &[];

pub(super) async fn poll_close(ctx: Ctx) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let form = ctx.form(CLOSE).await?;
    let act = act(&ctx);
    let done = ctx.submit(form, move |tx, _| actions::close_poll(tx, &act, thread, number)).await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-poll-closed"),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

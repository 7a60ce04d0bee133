//! Routes, and what several pages share.

mod compose;
mod edit;
mod judge;
mod poll;
mod queue;
mod report;
mod rooms;
mod thread;

use std::sync::Arc;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::markdown::{self, Place};
use kafferum_platform::people::PersonId;
use kafferum_platform::search::Prepared;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::form::{Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::{Reply, Route, get, post};
use kafferum_platform::web::view::{Choice, Html, escape};

use crate::actions::Act;
use crate::markers::Markers;
use crate::model::{Audience, Draft, Reason, Sight, Title};
use crate::polls::{Poll, PollKind};
use crate::posts_shown::Shelf;
use crate::quotes;
use crate::rules::{COFFEE_ROOM, MODERATE, READ_LOG};

pub(crate) fn routes() -> Vec<Route> {
    let hall = Arc::new(Hall::default());
    let with = |handler: WithHall| {
        let hall = Arc::clone(&hall);
        move |ctx: Ctx| handler(ctx, Arc::clone(&hall))
    };
    vec![
        get("/coffee-room", COFFEE_ROOM, with(|ctx, hall| Box::pin(rooms::rooms(ctx, hall)))),
        get(
            "/coffee-room/rooms/{room}",
            COFFEE_ROOM,
            with(|ctx, hall| Box::pin(rooms::room(ctx, hall))),
        ),
        get("/coffee-room/rooms/{room}/new", COFFEE_ROOM, compose::thread_new),
        post("/coffee-room/rooms/{room}/new", COFFEE_ROOM, compose::thread_create),
        get("/coffee-room/alike", COFFEE_ROOM, compose::alike),
        get(
            "/coffee-room/threads/{thread}",
            COFFEE_ROOM,
            with(|ctx, hall| Box::pin(thread::thread(ctx, hall))),
        ),
        get(
            "/coffee-room/threads/{thread}/unread",
            COFFEE_ROOM,
            with(|ctx, hall| Box::pin(thread::unread(ctx, hall))),
        ),
        get("/coffee-room/threads/{thread}/reply", COFFEE_ROOM, compose::reply_new),
        post("/coffee-room/threads/{thread}/reply", COFFEE_ROOM, compose::reply_create),
        get("/coffee-room/threads/{thread}/posts/{number}/poll", COFFEE_ROOM, poll::poll),
        post("/coffee-room/threads/{thread}/posts/{number}/poll", COFFEE_ROOM, poll::poll_vote),
        post(
            "/coffee-room/threads/{thread}/posts/{number}/poll/close",
            COFFEE_ROOM,
            poll::poll_close,
        ),
        get("/coffee-room/threads/{thread}/at/{instant}", COFFEE_ROOM, thread::at),
        post("/coffee-room/threads/{thread}/react", COFFEE_ROOM, thread::react),
        get("/coffee-room/threads/{thread}/posts/{number}", COFFEE_ROOM, thread::post),
        get("/coffee-room/threads/{thread}/posts/{number}/edit", COFFEE_ROOM, edit::post_edit),
        post("/coffee-room/threads/{thread}/posts/{number}/edit", COFFEE_ROOM, edit::post_change),
        get("/coffee-room/threads/{thread}/posts/{number}/history", COFFEE_ROOM, edit::history),
        get("/coffee-room/threads/{thread}/posts/{number}/report", COFFEE_ROOM, report::report_new),
        post(
            "/coffee-room/threads/{thread}/posts/{number}/report",
            COFFEE_ROOM,
            report::report_create,
        ),
        get("/coffee-room/reports", COFFEE_ROOM, report::reports),
        get("/moderation", MODERATE, queue::queue),
        get("/moderation/log", READ_LOG, queue::log),
        get("/moderation/threads/{thread}", MODERATE, judge::thread_steer),
        post("/moderation/threads/{thread}", MODERATE, judge::thread_steered),
        get("/moderation/threads/{thread}/posts/{number}/hide", MODERATE, judge::hide),
        post("/moderation/threads/{thread}/posts/{number}/hide", MODERATE, judge::hidden),
        get("/moderation/threads/{thread}/posts/{number}/keep", MODERATE, judge::keep),
        post("/moderation/threads/{thread}/posts/{number}/keep", MODERATE, judge::kept),
        get("/moderation/threads/{thread}/posts/{number}/restore", MODERATE, judge::restore),
        post("/moderation/threads/{thread}/posts/{number}/restore", MODERATE, judge::restored),
    ]
}

/// What the pages of one process keep in memory.
#[derive(Default)]
struct Hall {
    markers: Arc<Markers>,
    posts: Shelf,
}

type WithHall = fn(Ctx, Arc<Hall>) -> kafferum_platform::feature::Boxed<Reply>;

/// Who acts in this request.
fn act(ctx: &Ctx) -> Act {
    Act {
        actor: ctx.actor.clone(),
        lang: ctx.lang,
        now: ctx.now,
        analyser: Arc::clone(&ctx.site.analyser),
        posts_per_minute: ctx.site.settings().number("coffee-room-posts-per-minute"),
    }
}

/// What a form wants to say. Rendered and analysed here, outside of the
/// transaction.
fn draft(ctx: &Ctx, form: &mut Form) -> Draft {
    let poll = Poll::typed(form.get("poll"), form.get("options"), form.get("days"), ctx.now);
    let poll = poll.unwrap_or_else(|refusal| {
        form.refuse(refusal);
        None
    });
    let plain = quotes::own_words(form.get("body"));
    Draft {
        words: Prepared::guessing(&ctx.site.analyser, ctx.lang, form.get("title"), &plain),
        poll,
        title: form.get("title").to_owned(),
        markdown: form.get("body").to_owned(),
        html: markdown::render(form.get("body"), Place::Post),
        // Anything but a clear "guests too" stays among members.
        audience: Audience::from_word(form.get("audience")).unwrap_or(Audience::Members),
    }
}

/// Whether the form was sent to be looked at, not to take effect.
fn is_preview(form: &Form) -> bool {
    form.get("act") == "preview"
}

/// What was typed, without what is to be mended, to be shown beside a preview.
fn as_typed(form: &Form, fields: &[Field]) -> Form {
    let typed = |kept: Form, field: &Field| match form.given(field.name) {
        Some(value) if field.name != "act" => kept.with(field.name, value),
        _ => kept,
    };
    fields.iter().fold(Form::empty(), typed)
}

#[derive(Template)]
#[template(path = "preview.html")]
struct Preview<'p> {
    title: &'p str,
    html: &'p str,
    nothing: &'p str,
}

/// How a draft will look.
fn preview(ctx: &Ctx, draft: &Draft) -> Result<Html, Error> {
    let shown = Preview {
        title: &draft.title,
        html: &draft.html,
        nothing: ctx.t("coffee-room-preview-nothing"),
    };
    Ok(Html(shown.render()?))
}

/// The preview alone, for the script.
fn fragment(ctx: &Ctx, draft: &Draft) -> Reply {
    let shown = Preview {
        title: &draft.title,
        html: &draft.html,
        nothing: ctx.t("coffee-room-preview-nothing"),
    };
    ctx.html(&shown)
}

/// The kinds of polls, to choose from; first none.
fn poll_kinds(ctx: &Ctx) -> Vec<Choice> {
    let choice = |kind: &PollKind| {
        let key = match kind {
            PollKind::Single => "coffee-room-poll-single",
            PollKind::Several => "coffee-room-poll-several",
            PollKind::Ranked => "coffee-room-poll-ranked",
        };
        (kind.word().to_owned(), ctx.t(key).to_owned())
    };
    let none = (String::new(), ctx.t("coffee-room-poll-none").to_owned());
    std::iter::once(none).chain(PollKind::ALL.iter().map(choice)).collect()
}

/// The two audiences, to choose from.
fn audiences(ctx: &Ctx) -> Vec<Choice> {
    let choice =
        |audience: Audience, key: &'static str| (audience.word().to_owned(), ctx.t(key).to_owned());
    vec![
        choice(Audience::Members, "coffee-room-audience-members"),
        choice(Audience::Guests, "coffee-room-audience-guests"),
    ]
}

/// Every reason, to choose from.
fn reasons(ctx: &Ctx) -> Vec<Choice> {
    let choice = |reason: &Reason| (reason.word().to_owned(), ctx.t(reason.text()).to_owned());
    Reason::ALL.iter().map(choice).collect()
}

/// A title as shown to a reader.
fn title(ctx: &Ctx, title: &Title, sight: Sight, reader: PersonId) -> String {
    title.shown(sight, reader).unwrap_or_else(|| ctx.t("coffee-room-title-hidden")).to_owned()
}

/// A pseudonym, or what stands for that of somebody erased.
fn name(ctx: &Ctx, pseudonym: String) -> String {
    if pseudonym.is_empty() { ctx.t("coffee-room-former-member").to_owned() } else { pseudonym }
}

/// One text changed into another, by words.
struct Changes {
    /// What was there, with `<del>`.
    before: Html,
    /// What is there, with `<ins>`.
    after: Html,
    /// Both in one.
    both: Html,
}

/// Words are compared this long at most; then the rest counts as changed.
const COMPARE: std::time::Duration = std::time::Duration::from_millis(100);

fn compare(before: &str, after: &str) -> Changes {
    use similar::{ChangeTag, TextDiff};
    let (mut old, mut new, mut both) = (String::new(), String::new(), String::new());
    let diff = TextDiff::configure().timeout(COMPARE).diff_words(before, after);
    for change in diff.iter_all_changes() {
        let text = escape(change.value()).replace('\n', "<br>");
        let (piece, is_old, is_new) = match change.tag() {
            ChangeTag::Equal => (text, true, true),
            ChangeTag::Delete => (format!("<del>{text}</del>"), true, false),
            ChangeTag::Insert => (format!("<ins>{text}</ins>"), false, true),
        };
        if is_old {
            old.push_str(&piece);
        }
        if is_new {
            new.push_str(&piece);
        }
        both.push_str(&piece);
    }
    Changes { before: Html(old), after: Html(new), both: Html(both) }
}

/// The pages of a thread, as links.
struct Pager {
    path: String,
    current: i64,
    last: i64,
}

/// A link of a pager; no number stands for a gap.
struct PageLink {
    number: Option<i64>,
}

impl Pager {
    /// The first, the last, and two on either side of the current one.
    fn links(&self) -> Vec<PageLink> {
        let mut links = Vec::new();
        let mut shown = 0;
        for number in [1].into_iter().chain(self.current - 2..=self.current + 2).chain([self.last])
        {
            if number <= shown || number > self.last {
                continue;
            }
            if number > shown + 1 {
                links.push(PageLink { number: None });
            }
            links.push(PageLink { number: Some(number) });
            shown = number;
        }
        links
    }

    fn address(&self, number: &i64) -> String {
        if *number == 1 { self.path.clone() } else { format!("{}?page={number}", self.path) }
    }

    fn is_current(&self, number: &i64) -> bool {
        *number == self.current
    }

    fn previous(&self) -> Option<i64> {
        (self.current > 1).then_some(self.current - 1)
    }

    fn next(&self) -> Option<i64> {
        (self.current < self.last).then_some(self.current + 1)
    }
}

/// Who will see what a button sends, by the text that says it.
struct SeenBy(&'static str);

impl SeenBy {
    fn html(&self, page: &Page) -> Html {
        Html(format!(
            "<p class=\"audience\">{} <span>{}</span></p>",
            page.icon("eye"),
            escape(page.t(self.0))
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(current: i64, last: i64) -> String {
        let pager = Pager { path: String::new(), current, last };
        let links = pager.links();
        let shown =
            links.iter().map(|link| link.number.map_or("…".to_owned(), |n| n.to_string()));
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_pager_stays_short_however_long_the_thread() {
        assert_eq!(numbers(1, 1), "1");
        assert_eq!(numbers(1, 3), "1 2 3");
        assert_eq!(numbers(1, 500), "1 2 3 … 500");
        assert_eq!(numbers(250, 500), "1 … 248 249 250 251 252 … 500");
        assert_eq!(numbers(500, 500), "1 … 498 499 500");
    }

    #[test]
    fn two_versions_are_compared_by_words_and_made_safe() {
        let changes = compare("Tule <b> huomenna", "Tule <b> tänään");
        assert_eq!(changes.before.0, "Tule &lt;b&gt; <del>huomenna</del>");
        assert_eq!(changes.after.0, "Tule &lt;b&gt; <ins>tänään</ins>");
    }
}

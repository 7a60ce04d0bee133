//! Routes, and what several pages share.

mod answers;
mod appeals;
mod attachments;
mod author;
mod bookmarks;
mod compose;
mod drafts;
mod edit;
mod feeds;
mod follow;
mod guarded;
mod held;
mod item;
mod judge;
mod live;
mod log;
mod moved;
mod news;
mod old_address;
mod own;
mod people;
mod poll;
mod practice;
mod queue;
mod redact;
mod relocate;
mod report;
mod room_keeping;
mod rooms;
mod tag_keeping;
mod tags;
mod thread;

use std::sync::Arc;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::markdown::{self, Place};
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::{ADMINISTER, PUBLIC, Role};
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::form::{Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::{Reply, Route, get, post};
use kafferum_platform::web::view::{Choice, Html, escape};

use self::guarded::Guarded;
use crate::actions::Act;
use crate::drafts::Pace;
use crate::markers::Markers;
use crate::mentions;
use crate::model::{Audience, Draft, OpenTo, Reason, ReportLine, Sight, ThreadId, Title};
use crate::polls::{Poll, PollKind};
use crate::posts_shown::Shelf;
use crate::rules::{COFFEE_ROOM, KEEP_ROOMS, MODERATE, OWN, READ_LOG, WATCH};
use crate::watch::Watch;

pub(crate) fn routes(watch: &Arc<Watch>) -> Vec<Route> {
    let hall = Arc::new(Hall { watch: Arc::clone(watch), ..Hall::default() });
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
        get("/coffee-room/bookmarks", COFFEE_ROOM, bookmarks::bookmarks),
        get("/coffee-room/news", COFFEE_ROOM, with(|ctx, hall| Box::pin(news::news(ctx, hall)))),
        post("/coffee-room/news", COFFEE_ROOM, with(|ctx, hall| Box::pin(news::read(ctx, hall)))),
        get(
            "/coffee-room/questions",
            COFFEE_ROOM,
            with(|ctx, hall| Box::pin(answers::questions(ctx, hall))),
        ),
        get(
            "/coffee-room/threads/{thread}/posts/{number}/bookmark",
            COFFEE_ROOM,
            bookmarks::bookmark,
        ),
        post(
            "/coffee-room/threads/{thread}/posts/{number}/bookmark",
            COFFEE_ROOM,
            bookmarks::bookmarked,
        ),
        get("/coffee-room/threads/{thread}/posts/{number}/answer", COFFEE_ROOM, answers::answer),
        post(
            "/coffee-room/threads/{thread}/posts/{number}/answer",
            COFFEE_ROOM,
            answers::answer_mark,
        ),
        post(
            "/coffee-room/threads/{thread}/posts/{number}/answer/clear",
            COFFEE_ROOM,
            answers::answer_clear,
        ),
        get("/coffee-room/rooms/{room}/new", COFFEE_ROOM, compose::thread_new),
        post(
            "/coffee-room/rooms/{room}/new",
            COFFEE_ROOM,
            with(|ctx, hall| Box::pin(compose::thread_create(ctx, hall))),
        ),
        post("/coffee-room/rooms/{room}/draft/discard", COFFEE_ROOM, drafts::room_discard),
        post("/coffee-room/threads/{thread}/draft/discard", COFFEE_ROOM, drafts::thread_discard),
        post(
            "/coffee-room/threads/{thread}/posts/{number}/draft/discard",
            COFFEE_ROOM,
            drafts::post_discard,
        ),
        get("/coffee-room/drafts", COFFEE_ROOM, drafts::drafts),
        post("/coffee-room/alike", COFFEE_ROOM, compose::alike),
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
        get("/coffee-room/threads/{thread}/live", COFFEE_ROOM, live::line),
        get(
            "/coffee-room/threads/{thread}/after/{number}",
            COFFEE_ROOM,
            with(|ctx, hall| Box::pin(live::posts_after(ctx, hall))),
        ),
        get("/coffee-room/threads/{thread}/reply", COFFEE_ROOM, compose::reply_new),
        post(
            "/coffee-room/threads/{thread}/reply",
            COFFEE_ROOM,
            with(|ctx, hall| Box::pin(compose::reply_create(ctx, hall))),
        ),
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
        post(
            "/coffee-room/threads/{thread}/posts/{number}/edit",
            COFFEE_ROOM,
            with(|ctx, hall| Box::pin(edit::post_change(ctx, hall))),
        ),
        get("/coffee-room/threads/{thread}/posts/{number}/history", COFFEE_ROOM, edit::history),
        get("/coffee-room/threads/{thread}/posts/{number}/report", COFFEE_ROOM, report::report_new),
        post(
            "/coffee-room/threads/{thread}/posts/{number}/report",
            COFFEE_ROOM,
            report::report_create,
        ),
        post("/coffee-room/threads/{thread}/follow", COFFEE_ROOM, follow::thread_follow),
        post("/coffee-room/rooms/{room}/follow", COFFEE_ROOM, follow::room_follow),
        get("/coffee-room/follows", COFFEE_ROOM, follow::follows),
        post("/coffee-room/follows/word", COFFEE_ROOM, follow::word_add),
        post("/coffee-room/follows/word/leave", COFFEE_ROOM, follow::word_leave),
        post("/coffee-room/follows/own", COFFEE_ROOM, follow::own),
        get("/coffee-room/feeds", COFFEE_ROOM, feeds::feeds),
        post("/coffee-room/feeds", COFFEE_ROOM, feeds::feed_make),
        post("/coffee-room/feeds/end", COFFEE_ROOM, feeds::feed_end),
        // The secret in the address is the key; what it opens is decided by
        // the facts about its owner.
        get("/feeds/{secret}", PUBLIC, feeds::feed),
        get("/coffee-room/pictures/{picture}/{size}", COFFEE_ROOM, attachments::picture),
        get("/coffee-room/documents/{document}", COFFEE_ROOM, attachments::document),
        get("/coffee-room/reports", COFFEE_ROOM, report::reports),
        // Addresses of another forum that moved in here. Whatever else has no
        // page is not found by it either; where it leads decides who may read.
        get("/{*path}", PUBLIC, old_address::old_address),
        get("/keeping", KEEP_ROOMS, room_keeping::rooms),
        get("/keeping/rooms/new", KEEP_ROOMS, room_keeping::room_new),
        post("/keeping/rooms/new", KEEP_ROOMS, room_keeping::room_add),
        get("/keeping/rooms/{room}", KEEP_ROOMS, room_keeping::room_edit),
        post("/keeping/rooms/{room}", KEEP_ROOMS, room_keeping::room_change),
        post("/keeping/rooms/{room}/up", KEEP_ROOMS, room_keeping::room_up),
        post("/keeping/rooms/{room}/down", KEEP_ROOMS, room_keeping::room_down),
        get("/keeping/tags", KEEP_ROOMS, tag_keeping::tags),
        get("/keeping/tags/new", KEEP_ROOMS, tag_keeping::tag_new),
        post("/keeping/tags/new", KEEP_ROOMS, tag_keeping::tag_add),
        get("/keeping/tags/{tag}", KEEP_ROOMS, tag_keeping::tag_edit),
        post("/keeping/tags/{tag}", KEEP_ROOMS, tag_keeping::tag_change),
        get("/keeping/tags/{tag}/remove", KEEP_ROOMS, tag_keeping::tag_remove),
        post("/keeping/tags/{tag}/remove", KEEP_ROOMS, tag_keeping::tag_removed),
        get(
            "/coffee-room/tags/{tag}",
            COFFEE_ROOM,
            with(|ctx, hall| Box::pin(tags::tag(ctx, hall))),
        ),
        get("/coffee-room/threads/{thread}/tags", COFFEE_ROOM, tags::thread_tags),
        post("/coffee-room/threads/{thread}/tags", COFFEE_ROOM, tags::thread_tagged),
        get("/coffee-room/own", OWN, own::own),
        get("/coffee-room/waiting/{held}", OWN, own::held),
        post(
            "/coffee-room/waiting/{held}",
            OWN,
            with(|ctx, hall| Box::pin(own::withdrawn(ctx, hall))),
        ),
        get("/coffee-room/decisions/{decision}", OWN, appeals::decision),
        post("/coffee-room/decisions/{decision}", OWN, appeals::appealed),
        get("/moderation", WATCH, queue::queue),
        post("/moderation/claims/{item}", MODERATE, queue::claimed),
        get("/moderation/practice", WATCH, practice::practice),
        post("/moderation/practice", MODERATE, practice::stepped),
        post(
            "/moderation/opinions/{opinion}",
            MODERATE,
            with(|ctx, hall| Box::pin(practice::signed(ctx, hall))),
        ),
        get("/moderation/appeals/{appeal}", MODERATE, appeals::appeal),
        post(
            "/moderation/appeals/{appeal}",
            MODERATE,
            with(|ctx, hall| Box::pin(appeals::decided(ctx, hall))),
        ),
        get("/moderation/undecided", ADMINISTER, appeals::undecided),
        get("/moderation/measures/{measure}", MODERATE, author::measure),
        post("/moderation/measures/{measure}", MODERATE, author::lifted),
        get("/moderation/held/{held}", WATCH, with(|ctx, hall| Box::pin(held::held(ctx, hall)))),
        get("/moderation/held/{held}/author", MODERATE, author::author),
        post("/moderation/held/{held}/author", MODERATE, author::measured),
        get("/moderation/held/{held}/opinion", WATCH, practice::opinion),
        post("/moderation/held/{held}/opinion", WATCH, practice::opinion_given),
        post(
            "/moderation/held/{held}/approve",
            MODERATE,
            with(|ctx, hall| Box::pin(held::approved(ctx, hall))),
        ),
        get("/moderation/held/{held}/decline", MODERATE, held::decline),
        post("/moderation/held/{held}/decline", MODERATE, held::declined),
        get("/moderation/log", READ_LOG, log::log),
        get("/coffee-room/people", COFFEE_ROOM, people::people_apart),
        get("/coffee-room/people/{who}", COFFEE_ROOM, people::person),
        post("/coffee-room/people/{who}", COFFEE_ROOM, people::person_apart),
        get("/moderation/threads/{thread}", MODERATE, judge::thread_steer),
        post(
            "/moderation/threads/{thread}",
            MODERATE,
            with(|ctx, hall| Box::pin(judge::thread_steered(ctx, hall))),
        ),
        get("/moderation/threads/{thread}/posts/{number}", WATCH, item::post),
        get("/moderation/threads/{thread}/posts/{number}/author", MODERATE, author::author),
        post("/moderation/threads/{thread}/posts/{number}/author", MODERATE, author::measured),
        get("/moderation/threads/{thread}/posts/{number}/opinion", WATCH, practice::opinion),
        post("/moderation/threads/{thread}/posts/{number}/opinion", WATCH, practice::opinion_given),
        get("/moderation/threads/{thread}/posts/{number}/redact", MODERATE, redact::redact),
        post(
            "/moderation/threads/{thread}/posts/{number}/redact",
            MODERATE,
            with(|ctx, hall| Box::pin(redact::redacted(ctx, hall))),
        ),
        get("/moderation/threads/{thread}/move", MODERATE, relocate::thread_move),
        post(
            "/moderation/threads/{thread}/move",
            MODERATE,
            with(|ctx, hall| Box::pin(relocate::thread_moved(ctx, hall))),
        ),
        get("/moderation/threads/{thread}/join", MODERATE, relocate::thread_join),
        post(
            "/moderation/threads/{thread}/join",
            MODERATE,
            with(|ctx, hall| Box::pin(relocate::thread_joined(ctx, hall))),
        ),
        get("/moderation/threads/{thread}/split", MODERATE, relocate::thread_split),
        post(
            "/moderation/threads/{thread}/split",
            MODERATE,
            with(|ctx, hall| Box::pin(relocate::thread_splitted(ctx, hall))),
        ),
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
    pace: Pace,
    markers: Arc<Markers>,
    posts: Shelf,
    watch: Arc<Watch>,
}

type WithHall = fn(Ctx, Arc<Hall>) -> kafferum_platform::feature::Boxed<Reply>;

/// Who acts in this request.
fn act(ctx: &Ctx) -> Act {
    Act::of(&ctx.site, ctx.actor.clone(), ctx.lang, ctx.now)
}

/// What a form wants to say. Rendered and analysed here, outside of the
/// transaction. `post` is the one that is being changed.
async fn draft(ctx: &Ctx, form: &mut Form, post: Option<(ThreadId, i64)>) -> Result<Draft, Error> {
    let poll = Poll::typed(form.get("poll"), form.get("options"), form.get("days"), ctx.now);
    let poll = poll.unwrap_or_else(|refusal| {
        form.refuse(refusal);
        None
    });
    // Anything but a clear "guests too" stays among members.
    let audience = Audience::from_word(form.get("audience")).unwrap_or(Audience::Members);
    let attachments = attachments::showable(ctx, form.get("body"), post).await?;
    let draft = draft_of(ctx, form.get("title"), form.get("body"), audience);
    Ok(Draft {
        poll,
        html: markdown::render_with(form.get("body"), Place::Post, &attachments),
        attachments,
        ..draft
    })
}

/// The same of a text that stands or waits somewhere already.
fn draft_of(ctx: &Ctx, title: &str, body: &str, audience: Audience) -> Draft {
    Draft::of(&ctx.site.analyser, ctx.lang, (title, body), audience)
}

/// Goes where a text stands now, or waits; says the latter.
fn after_writing(ctx: &Ctx, path: &str) -> Reply {
    if path.starts_with("/coffee-room/waiting/") {
        ctx.see_other_saying(path, "flash-coffee-room-held")
    } else {
        ctx.see_other(path)
    }
}

/// What was typed, without what is to be mended, to be shown beside a preview.
fn as_typed(form: &Form, fields: &[Field]) -> Form {
    let fields = fields.iter().filter(|field| field.name != "act");
    let typed = |kept: Form, field: &Field| {
        form.all(field.name).iter().fold(kept, |kept, value| kept.and(field.name, *value))
    };
    fields.fold(Form::empty(), typed)
}

#[derive(Template)]
#[template(path = "preview.html")]
struct Preview<'p> {
    title: &'p str,
    html: &'p str,
    nothing: String,
    /// Whom it will call.
    mentions: String,
    guarded: Html,
}

/// How a draft will look.
async fn preview<'d>(ctx: &Ctx, draft: &'d Draft, guarded: &Guarded) -> Result<Preview<'d>, Error> {
    let (analyser, text) = (Arc::clone(&ctx.site.analyser), draft.markdown.clone());
    let named = ctx.read(move |tx| Ok(mentions::named(tx, &analyser, &text)?)).await?;
    let names: Vec<String> = named.into_iter().map(|(_, pseudonym)| pseudonym).collect();
    let mentions = ctx.ta("coffee-room-preview-mentions", &[("names", &names.join(", "))]);
    Ok(Preview {
        title: &draft.title,
        html: &draft.html,
        nothing: ctx.t("coffee-room-preview-nothing").to_owned(),
        mentions: if names.is_empty() { String::new() } else { mentions },
        guarded: guarded.html(ctx)?,
    })
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
    Reason::CHOICES.iter().map(choice).collect()
}

/// A title as shown to a reader.
fn title(ctx: &Ctx, title: &Title, sight: Sight, reader: PersonId) -> String {
    title.shown(sight, reader).unwrap_or_else(|| ctx.t("coffee-room-title-hidden")).to_owned()
}

/// A pseudonym, or what stands for that of somebody erased.
fn name(ctx: &Ctx, pseudonym: String) -> String {
    if pseudonym.is_empty() { ctx.t("coffee-room-former-member").to_owned() } else { pseudonym }
}

/// Who reported a post: somebody, somebody erased, or the program itself.
fn reporter(ctx: &Ctx, report: &ReportLine) -> String {
    if report.reason.is_by_program() {
        return ctx.t("coffee-room-reported-by-program").to_owned();
    }
    name(ctx, report.reporter.clone())
}

/// Who may enter a room, where that is not everybody.
fn open_to(page: &Page, open_to: OpenTo) -> Option<String> {
    match open_to {
        OpenTo::Everybody => None,
        OpenTo::Members => Some(page.t("coffee-room-members-only").to_owned()),
        OpenTo::Role(role) => Some(page.t(&role_text(role)).to_owned()),
    }
}

/// Text key of a role.
fn role_text(role: Role) -> String {
    format!("role-{}", role.word())
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

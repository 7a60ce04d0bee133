//! What people are told of posts. A post is one thing to tell of, whatever
//! the reasons, so its key is its place; what is told of a thread is seen by
//! reading the thread.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::notices::{NoticeKind, Pace, Shown, Told};
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::{ACCOUNT, Actor, Role};
use kafferum_platform::texts::Lang;

use crate::model::{
    DecisionId, Deed, Follow, Item, OpinionId, OpinionState, Post, Sight, Thread, ThreadId,
};
use crate::quotes;
use crate::rules::{self, COFFEE_ROOM, Look, MODERATE};
use crate::scene::address;
use crate::store;

/// New posts in a thread that one follows.
pub(crate) const POST: NoticeKind = NoticeKind {
    name: "coffee-room-post",
    label: "coffee-room-kind-posts",
    plain: "coffee-room-mailed-posts",
    // Company, not urgency: whoever wants to be called to the table says so.
    pace: Pace::Daily,
    permission: COFFEE_ROOM,
    show: |tx, actor, lang, told| {
        show(tx, actor, lang, told, ["coffee-room-told-posts", "coffee-room-told-posts-untitled"])
    },
    words: Some(words),
};

/// A post that mentions one by pseudonym.
pub(crate) const MENTION: NoticeKind = NoticeKind {
    name: "coffee-room-mention",
    label: "coffee-room-kind-mentions",
    plain: "coffee-room-mailed-mentions",
    // Somebody waits for an answer.
    pace: Pace::AtOnce,
    permission: COFFEE_ROOM,
    show: |tx, actor, lang, told| {
        show(
            tx,
            actor,
            lang,
            told,
            ["coffee-room-told-mention", "coffee-room-told-mention-untitled"],
        )
    },
    words: Some(words),
};

/// A post that quotes one's own.
pub(crate) const QUOTE: NoticeKind = NoticeKind {
    name: "coffee-room-quote",
    label: "coffee-room-kind-quotes",
    plain: "coffee-room-mailed-quotes",
    pace: Pace::Daily,
    permission: COFFEE_ROOM,
    show: |tx, actor, lang, told| {
        show(tx, actor, lang, told, ["coffee-room-told-quote", "coffee-room-told-quote-untitled"])
    },
    words: Some(words),
};

/// A new thread in a room that one follows.
pub(crate) const THREAD: NoticeKind = NoticeKind {
    name: "coffee-room-thread",
    label: "coffee-room-kind-threads",
    plain: "coffee-room-mailed-threads",
    pace: Pace::Daily,
    permission: COFFEE_ROOM,
    show: |tx, actor, lang, told| {
        show(tx, actor, lang, told, ["coffee-room-told-thread", "coffee-room-told-thread-untitled"])
    },
    words: Some(words),
};

/// A new post with a word that one follows.
pub(crate) const WORD: NoticeKind = NoticeKind {
    name: "coffee-room-word",
    label: "coffee-room-kind-words",
    plain: "coffee-room-mailed-words",
    pace: Pace::Daily,
    permission: COFFEE_ROOM,
    show: |tx, actor, lang, told| {
        show(tx, actor, lang, told, ["coffee-room-told-words", "coffee-room-told-words-untitled"])
    },
    words: Some(words),
};
/// What moderators decided about one, or about what one wrote.
pub(crate) const DECISION: NoticeKind = NoticeKind {
    name: "coffee-room-decision",
    label: "coffee-room-kind-decisions",
    plain: "coffee-room-mailed-decisions",
    pace: Pace::AtOnce,
    permission: ACCOUNT,
    show: show_decision,
    words: None,
};

/// What one's trainee proposes, which one may sign.
pub(crate) const PROPOSAL: NoticeKind = NoticeKind {
    name: "coffee-room-proposal",
    label: "coffee-room-kind-proposals",
    plain: "coffee-room-mailed-proposals",
    pace: Pace::Daily,
    permission: MODERATE,
    show: show_proposal,
    words: None,
};

/// What waits for moderators in the rooms that one moderates.
pub(crate) const WAITING: NoticeKind = NoticeKind {
    name: "coffee-room-waiting",
    label: "coffee-room-kind-waiting",
    plain: "coffee-room-mailed-waiting",
    // Somebody may be hurt while it stands, or waits to be let in.
    pace: Pace::AtOnce,
    permission: MODERATE,
    show: show_waiting,
    words: None,
};

/// What such a notice is about: all of it, and nothing of it in particular.
pub(crate) const QUEUE: &str = "moderation";

/// Only while something waits.
fn show_waiting(tx: &mut Tx<'_>, actor: &Actor, _: Lang, _: &Told) -> Result<Option<Shown>, Fault> {
    let (Ok(me), Ok(())) = (actor.person(), MODERATE.decide(actor)) else { return Ok(None) };
    let grants = actor.grants.iter().filter(|grant| grant.role == Role::Moderator);
    let rooms = rules::rooms_of(grants.map(|grant| grant.scope.as_deref()));
    let count = store::moderation::waiting_for(tx, rooms.as_deref(), me)?;
    let args = vec![("count", count.to_string())];
    let shown = Shown { text: "coffee-room-told-waiting", args, path: "/moderation".to_owned() };
    Ok((count > 0).then_some(shown))
}

/// Only while nobody has decided.
fn show_proposal(
    tx: &mut Tx<'_>,
    actor: &Actor,
    _: Lang,
    told: &Told,
) -> Result<Option<Shown>, Fault> {
    let (Ok(me), Ok(())) = (actor.person(), MODERATE.decide(actor)) else { return Ok(None) };
    let opinion = store::practice::opinion(tx, OpinionId(told.number()?))?;
    let opinion = opinion
        .filter(|it| it.state == OpinionState::Waiting && rules::may_sign(it, me))
        .and_then(|it| it.item.parse::<Item>().ok());
    let text = "coffee-room-told-proposal";
    Ok(opinion.map(|item| Shown { text, args: Vec::new(), path: item.path() }))
}

/// Whether a deed is told to whom it is about.
pub(crate) const fn is_told(deed: Deed) -> bool {
    told_text(deed).is_some()
}

const fn told_text(deed: Deed) -> Option<&'static str> {
    match deed {
        Deed::Approve => Some("coffee-room-told-approved"),
        Deed::Uphold | Deed::Overturn => Some("coffee-room-told-appeal"),
        Deed::Lift => Some("coffee-room-told-lifted"),
        Deed::Restore => Some("coffee-room-told-restored"),
        deed if rules::may_be_appealed(deed) => Some("coffee-room-told-decision"),
        _ => None,
    }
}

/// Also for those who are kept out: it tells them why.
fn show_decision(
    tx: &mut Tx<'_>,
    actor: &Actor,
    lang: Lang,
    told: &Told,
) -> Result<Option<Shown>, Fault> {
    let decision = store::measures::decision(tx, DecisionId(told.number()?), lang)?;
    let decision = decision.filter(|it| actor.person.is_some() && it.about == actor.person);
    let Some(decision) = decision else { return Ok(None) };
    let Some(text) = told_text(decision.deed) else { return Ok(None) };
    let path = match (decision.deed, decision.held) {
        (Deed::Approve, Some(held)) => format!("/coffee-room/waiting/{held}"),
        (deed, _) if rules::may_be_appealed(deed) => {
            format!("/coffee-room/decisions/{}", decision.id)
        }
        _ => "/coffee-room/own".to_owned(),
    };
    Ok(Some(Shown { text, args: Vec::new(), path }))
}

/// What makes a post be told of once.
pub(crate) fn key(thread: ThreadId, position: i64) -> String {
    format!("{}{position}", keys(thread))
}

/// What the keys of a thread's posts begin with; their positions follow.
pub(crate) fn keys(thread: ThreadId) -> String {
    format!("post:{thread}:")
}

/// What a notice is about, for [`notices::see`](kafferum_platform::notices::see).
pub(crate) fn thing(thread: ThreadId) -> String {
    format!("thread:{thread}")
}

/// What somebody may read of posts that they were told of.
struct Readable {
    thread: Thread,
    sight: Sight,
    me: PersonId,
    /// At least one.
    posts: Vec<Post>,
}

/// What is left of what somebody was told for them to read now.
fn readable(
    tx: &mut Tx<'_>,
    actor: &Actor,
    lang: Lang,
    told: &Told,
) -> Result<Option<Readable>, Fault> {
    let (Ok(me), Ok(())) = (actor.person(), COFFEE_ROOM.decide(actor)) else { return Ok(None) };
    let id = ThreadId(told.number()?);
    let Some(thread) = store::posts::thread(tx, id, me, lang)? else { return Ok(None) };
    let sight = rules::sight(actor, thread.room, thread.open_to);
    let Some(sight) = sight.filter(|sight| rules::may_read_thread(*sight, thread.audience)) else {
        return Ok(None);
    };
    if thread.follow == Some(Follow::Muted) {
        return Ok(None);
    }
    // Of those kept at a distance no notice comes.
    let (first, last) = (told.parts.first().copied(), told.parts.last().copied());
    let mut posts = store::told::posts(tx, id, first.unwrap_or(0), last.unwrap_or(0))?;
    posts.retain(|post| {
        told.parts.contains(&post.position)
            && !thread.folded.contains(&post.author)
            && rules::look(sight, me, post) == Some(Look::Shown)
    });
    Ok((!posts.is_empty()).then_some(Readable { thread, sight, me, posts }))
}

/// Says how many of the posts there are to read and where the first of them
/// is, in the first text, or in the second when the title is hidden.
pub(crate) fn show(
    tx: &mut Tx<'_>,
    actor: &Actor,
    lang: Lang,
    told: &Told,
    [text, untitled]: [&'static str; 2],
) -> Result<Option<Shown>, Fault> {
    let Some(Readable { thread, sight, me, posts }) = readable(tx, actor, lang, told)? else {
        return Ok(None);
    };
    let first = posts.first().map_or(0, |post| post.number(sight));
    let mut args = vec![("count", posts.len().to_string()), ("room", thread.room_name.clone())];
    let title = thread.title.shown(sight, me);
    args.extend(title.map(|title| ("title", title.to_owned())));
    let text = if title.is_some() { text } else { untitled };
    Ok(Some(Shown { text, args, path: address(thread.id, first) }))
}

/// What the first of the posts says, without what it quotes.
fn words(tx: &mut Tx<'_>, actor: &Actor, lang: Lang, told: &Told) -> Result<Option<String>, Fault> {
    let Some(readable) = readable(tx, actor, lang, told)? else { return Ok(None) };
    let Some(first) = readable.posts.first() else { return Ok(None) };
    let source = store::posts::source(tx, readable.thread.id, first.position)?;
    Ok(Some(quotes::own_words(&source.markdown)))
}

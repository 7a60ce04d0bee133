//! What people are told of posts. A post is one thing to tell of, whatever
//! the reasons, so its key is its place; what is told of a thread is seen by
//! reading the thread.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::notices::{NoticeKind, Pace, Shown, Told};
use kafferum_platform::policy::{ACCOUNT, Actor};
use kafferum_platform::texts::Lang;

use crate::model::{DecisionId, Deed, Follow, Item, OpinionId, OpinionState, ThreadId};
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
};
/// What moderators decided about one, or about what one wrote.
pub(crate) const DECISION: NoticeKind = NoticeKind {
    name: "coffee-room-decision",
    label: "coffee-room-kind-decisions",
    plain: "coffee-room-mailed-decisions",
    pace: Pace::AtOnce,
    permission: ACCOUNT,
    show: show_decision,
};

/// What one's trainee proposes, which one may sign.
pub(crate) const PROPOSAL: NoticeKind = NoticeKind {
    name: "coffee-room-proposal",
    label: "coffee-room-kind-proposals",
    plain: "coffee-room-mailed-proposals",
    pace: Pace::Daily,
    permission: MODERATE,
    show: show_proposal,
};

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
    format!("post:{thread}:{position}")
}

/// What a notice is about, for [`notices::see`](kafferum_platform::notices::see).
pub(crate) fn thing(thread: ThreadId) -> String {
    format!("thread:{thread}")
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
    let posts = store::told::posts(tx, id, first.unwrap_or(0), last.unwrap_or(0))?;
    let theirs: Vec<i64> = posts
        .iter()
        .filter(|post| told.parts.contains(&post.position))
        .filter(|post| !thread.folded.contains(&post.author))
        .filter(|post| rules::look(sight, me, post) == Some(Look::Shown))
        .map(|post| post.number(sight))
        .collect();
    let Some(first) = theirs.first() else { return Ok(None) };
    let mut args = vec![("count", theirs.len().to_string()), ("room", thread.room_name.clone())];
    let title = thread.title.shown(sight, me);
    args.extend(title.map(|title| ("title", title.to_owned())));
    let text = if title.is_some() { text } else { untitled };
    Ok(Some(Shown { text, args, path: address(id, *first) }))
}

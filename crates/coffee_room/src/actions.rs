//! The verbs. Each runs inside a transaction, looks at the facts anew and
//! holds them against the rules.

use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::policy::{Actor, Denied};
use kafferum_platform::search::SharedAnalyser;
use kafferum_platform::texts::Lang;
use kafferum_platform::{Error, Refusal};

use crate::model::{
    Audience, Deed, Door, Draft, Post, Reaction, Reason, ReportState, RoomId, Sight, Source,
    ThreadId,
};
use crate::polls::Poll;
use crate::quotes;
use crate::rules::{self, Look};
use crate::scene::{Scene, address, find_room};
use crate::store::moderation::Entry;
use crate::{search, store};

/// Who acts, when, and under which of the union's settings.
#[derive(Clone)]
pub(crate) struct Act {
    pub actor: Actor,
    pub lang: Lang,
    pub now: Millis,
    /// For texts that are indexed anew.
    pub analyser: SharedAnalyser,
    /// Posts that a person may write in a minute.
    pub posts_per_minute: i64,
}

/// Opens a thread with its first post; the address to show.
pub(crate) fn open_thread(
    tx: &mut Tx<'_>,
    act: &Act,
    room: RoomId,
    draft: &Draft,
) -> Result<String, Error> {
    let me = act.actor.person()?;
    let (room, sight) = find_room(tx, &act.actor, room, act.lang)?;
    rules::may_open_thread(room.state)?;
    rules::must_be_title(&draft.title)?;
    rules::must_say_something(draft)?;
    let written = store::posts::posts_in_last_minute(tx, me, act.now)?;
    rules::may_post_now(written, act.posts_per_minute)?;
    let audience = if sight == Sight::Guest { Audience::Guests } else { draft.audience };
    let draft = Draft { audience, ..draft.clone() };
    let thread = store::posts::insert_thread(tx, room.id, me, &draft.title, audience, act.now)?;
    let end = store::posts::insert_post(tx, thread, me, &draft, act.now)?;
    search::index_new(tx, room.id, (thread, end.position), audience, &draft.words, act.now)?;
    store::posts::advance_marker(tx, me, thread, end)?;
    Ok(format!("/coffee-room/threads/{thread}"))
}

/// Answers in a thread; the address to show.
pub(crate) fn reply(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    draft: &Draft,
) -> Result<String, Error> {
    let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
    rules::may_reply(&scene.thread)?;
    rules::must_say_something(draft)?;
    let written = store::posts::posts_in_last_minute(tx, scene.me, act.now)?;
    rules::may_post_now(written, act.posts_per_minute)?;
    let audience = rules::audience_of_reply(scene.sight, scene.thread.audience, draft.audience);
    let draft = Draft { audience, ..draft.clone() };
    let end = store::posts::insert_post(tx, thread, scene.me, &draft, act.now)?;
    let place = (thread, end.position);
    search::index_new(tx, scene.thread.room, place, audience, &draft.words, act.now)?;
    quotes::settle(tx, place, audience, &draft.markdown)?;
    store::posts::advance_marker(tx, scene.me, thread, end)?;
    Ok(address(thread, end.number(scene.sight)))
}

/// Changes a post of one's own, made from the version `seen`; the address to
/// show.
pub(crate) fn edit_post(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    number: i64,
    draft: &Draft,
    seen: i64,
) -> Result<String, Error> {
    let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
    let (post, _) = scene.post(tx, number)?;
    if post.author != scene.me {
        return Err(Denied::NotYours.into());
    }
    if !rules::may_edit(&scene.thread, &post, scene.me) {
        return Err(Refusal::new("coffee-room-not-editable").into());
    }
    let is_opening = post.position == 1;
    if is_opening {
        rules::must_be_title(&draft.title)?;
    }
    rules::must_say_something(draft)?;
    let source: Source = store::posts::source(tx, thread, post.position)?;
    rules::must_be_current(&source, seen)?;
    let new_title = is_opening && draft.title != scene.thread.title.text;
    if new_title || draft.markdown != source.markdown {
        store::posts::keep_version(tx, thread, post.position)?;
        store::posts::change_post(tx, thread, post.position, draft, act.now)?;
    }
    if new_title {
        store::posts::change_title(tx, thread, &draft.title)?;
    }
    let wants_back = draft.audience == Audience::Members;
    if wants_back && rules::may_take_back(scene.sight, &scene.thread, &post) {
        store::posts::take_back_post(tx, thread, post.position)?;
        if is_opening {
            store::posts::take_back_thread(tx, thread, scene.thread.room)?;
            search::index_thread(tx, &act.analyser, thread)?;
        }
        quotes::follow(tx, thread, post.position)?;
    }
    let audience = if wants_back { Audience::Members } else { post.audience };
    quotes::settle(tx, (thread, post.position), audience, &draft.markdown)?;
    search::index_changed(tx, &act.analyser, thread, post.position)?;
    Ok(address(thread, number))
}

/// Gives a post a sign; the same again takes it back. Says whether it is there
/// now.
pub(crate) fn react(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    number: i64,
    reaction: Reaction,
) -> Result<String, Error> {
    let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
    let (post, look) = scene.post(tx, number)?;
    if !rules::may_react(look, &post, scene.me) {
        return Err(Refusal::new("coffee-room-no-reaction").into());
    }
    let given = store::reactions::in_last_minute(tx, scene.me, act.now)?;
    rules::may_react_now(given)?;
    let after = (post.mine != Some(reaction)).then_some(reaction);
    let place = (thread, post.position);
    store::reactions::set(tx, place, scene.me, post.mine, after, act.now)?;
    Ok(address(thread, number))
}

/// Votes in the poll of a post, once.
pub(crate) fn vote(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    number: i64,
    chosen: &[usize],
) -> Result<String, Error> {
    let (scene, post, mut poll) = find_poll(tx, act, thread, number)?;
    if !poll.is_open(act.now) {
        return Err(Refusal::new("coffee-room-poll-closed").into());
    }
    poll.vote(chosen)?;
    if !store::polls::note_voter(tx, thread, post.position, scene.me)? {
        return Err(Refusal::new("coffee-room-poll-voted").into());
    }
    store::polls::put(tx, thread, post.position, &poll)?;
    Ok(address(thread, number))
}

/// Closes a poll of one's own before its time.
pub(crate) fn close_poll(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    number: i64,
) -> Result<String, Error> {
    let (scene, post, mut poll) = find_poll(tx, act, thread, number)?;
    if post.author != scene.me {
        return Err(Denied::NotYours.into());
    }
    if poll.is_open(act.now) {
        poll.closes_at = act.now;
        store::polls::put(tx, thread, post.position, &poll)?;
    }
    Ok(address(thread, number))
}

fn find_poll(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    number: i64,
) -> Result<(Scene, Post, Poll), Error> {
    let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
    let (post, look) = scene.post(tx, number)?;
    match store::polls::find(tx, thread, post.position)? {
        Some(poll) if look == Look::Shown => Ok((scene, post, poll)),
        _ => Err(Error::NotFound),
    }
}

/// Tells the moderators about a post.
pub(crate) fn report_post(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    number: i64,
    reason: Option<Reason>,
    words: &str,
) -> Result<String, Error> {
    let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
    let (post, look) = scene.post(tx, number)?;
    if !rules::may_report(look, &post, scene.me) {
        return Err(Refusal::new("coffee-room-not-reportable").into());
    }
    rules::must_give_words(reason, words)?;
    let reason = reason.unwrap_or(Reason::Other);
    // A second report by the same person while the first waits says nothing
    // new; it is thanked for like the first.
    store::moderation::insert_report(tx, thread, post.position, scene.me, reason, words, act.now)?;
    Ok(address(thread, number))
}

/// A moderator's verdict on a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// [`Deed::Hide`], [`Deed::Keep`] or [`Deed::Restore`].
    pub deed: Deed,
    /// Why it is hidden.
    pub reason: Option<Reason>,
    /// Own words: with a hidden post for its author, else for moderators.
    pub words: String,
}

/// Hides a post, leaves it as it is, or shows it again.
pub(crate) fn judge_post(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    number: i64,
    verdict: &Verdict,
) -> Result<String, Error> {
    let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
    let (post, _) = scene.post(tx, number)?;
    rules::may_judge(scene.sight, &post, scene.me)?;
    let reason = verdict.reason.filter(|_| verdict.deed == Deed::Hide);
    let done = match verdict.deed {
        Deed::Hide => {
            rules::must_give_words(reason, &verdict.words)?;
            let reason = reason.unwrap_or(Reason::Other);
            let hidden =
                store::moderation::hide(tx, thread, post.position, reason, &verdict.words)?;
            settle(tx, act, thread, post.position, ReportState::Hidden)?;
            hidden
        }
        Deed::Restore => store::moderation::restore(tx, thread, post.position, act.now)?,
        _ => settle(tx, act, thread, post.position, ReportState::Kept)?,
    };
    if !done {
        return Err(Refusal::new("coffee-room-already-handled").into());
    }
    if verdict.deed != Deed::Keep {
        search::index_changed(tx, &act.analyser, thread, post.position)?;
        quotes::follow(tx, thread, post.position)?;
    }
    let entry = Entry {
        moderator: scene.me,
        deed: verdict.deed,
        thread,
        position: Some(post.position),
        reason,
        note: &verdict.words,
    };
    store::moderation::log(tx, &entry, act.now)?;
    Ok("/moderation".to_owned())
}

fn settle(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    position: i64,
    state: ReportState,
) -> Result<bool, Error> {
    Ok(store::moderation::settle_reports(tx, thread, position, state, act.now)? > 0)
}

/// Closes or opens a thread, pins it or puts it back; each change is a line
/// of the log.
pub(crate) fn steer_thread(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    state: Door,
    pinned: bool,
    words: &str,
) -> Result<String, Error> {
    let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
    if scene.sight != Sight::Moderator {
        return Err(Denied::NotYours.into());
    }
    let mut deeds = Vec::new();
    if state != scene.thread.state {
        store::posts::set_door(tx, thread, state)?;
        deeds.push(if state == Door::Closed { Deed::Close } else { Deed::Reopen });
    }
    if pinned != scene.thread.pinned {
        store::posts::set_pinned(tx, thread, pinned)?;
        deeds.push(if pinned { Deed::Pin } else { Deed::Unpin });
    }
    for deed in deeds {
        let entry =
            Entry { moderator: scene.me, deed, thread, position: None, reason: None, note: words };
        store::moderation::log(tx, &entry, act.now)?;
    }
    Ok(format!("/coffee-room/threads/{thread}"))
}

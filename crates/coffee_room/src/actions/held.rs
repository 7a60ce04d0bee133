//! Texts that wait: letting them in, not letting them in, taking them back.

use kafferum_platform::db::Tx;
use kafferum_platform::{Error, Refusal};

use super::{Act, attach, become_thread, forget_at, log, settle_item, write_reply, write_thread};
use crate::model::{
    Deed, Draft, Held, HeldId, HeldPlace, HeldState, HoldCause, Item, Opening, PostState, Reason,
    RoomId, SavedDraft, Sight, ThreadId,
};
use crate::parties::Matter;
use crate::rules;
use crate::scene::find_room;
use crate::store::moderation::Entry;
use crate::{calling, mentions, parties, quotes, search, store};

/// Where an author sees a text of theirs that waits.
pub(crate) fn waiting(held: HeldId) -> String {
    format!("/coffee-room/waiting/{held}")
}

/// Keeps a text of one's own until a moderator has read it, and calls them.
pub(super) fn wait(
    tx: &mut Tx<'_>,
    act: &Act,
    (room, place): (RoomId, HeldPlace),
    draft: &Draft,
    cause: HoldCause,
) -> Result<HeldId, Error> {
    let me = act.actor.person()?;
    let held = store::held::insert(tx, room, place, me, draft, cause, act.now)?;
    let matter = Matter { author: me, room: Some(room), post: place.post() };
    calling::call(tx, Item::Held(held), matter, act.now)?;
    Ok(held)
}

/// A text that an actor may judge.
fn find(tx: &mut Tx<'_>, act: &Act, held: HeldId) -> Result<Held, Error> {
    let held = store::held::held(tx, held, act.lang)?.ok_or(Error::NotFound)?;
    rules::may_judge_held(&act.actor, &held)?;
    parties::must_not_be(tx, act, held.matter())?;
    match held.state {
        HeldState::Waiting => Ok(held),
        HeldState::Withdrawn => Err(Refusal::new("coffee-room-already-withdrawn").into()),
        _ => Err(Refusal::new("coffee-room-already-handled").into()),
    }
}

/// Lets a text in as it was sent: as a post of now, or as what a post says.
/// `draft` is made from it before the transaction.
pub(crate) fn approve(
    tx: &mut Tx<'_>,
    act: &Act,
    held: HeldId,
    draft: &Draft,
) -> Result<String, Error> {
    let held = find(tx, act, held)?;
    let (thread, position) = let_in(tx, act, &held, draft)?;
    let entry = Entry {
        thread: Some(thread),
        position: Some(position),
        held: Some(held.id),
        about: Some(held.author),
        trainee: act.trainee,
        ..Entry::new(act.actor.person()?, Deed::Approve)
    };
    log(tx, act, &entry)?;
    settle_item(tx, act, Item::Held(held.id), Deed::Approve)?;
    Ok("/moderation".to_owned())
}

/// Lets a text in on appeal.
pub(crate) fn approve_held(
    tx: &mut Tx<'_>,
    act: &Act,
    held: HeldId,
    draft: &Draft,
) -> Result<(), Error> {
    let held = store::held::held(tx, held, act.lang)?.ok_or(Error::NotFound)?;
    let_in(tx, act, &held, draft)?;
    Ok(())
}

/// Writes a held text where it belongs; the place.
fn let_in(
    tx: &mut Tx<'_>,
    act: &Act,
    held: &Held,
    draft: &Draft,
) -> Result<(ThreadId, i64), Error> {
    // A poll lasts as long as was wished, from now on.
    let mut poll = held.poll.clone();
    if let Some(poll) = &mut poll {
        poll.closes_at += act.now - held.at;
    }
    let attachments = held.attachments.clone();
    let draft = &Draft { poll, html: held.html(), attachments, ..draft.clone() };
    let (thread, position) = match held.place {
        HeldPlace::Thread => open(tx, act, held, draft)?,
        HeldPlace::Reply(thread) => answer(tx, act, held, thread, draft)?,
        HeldPlace::Edit { thread, position, version } => {
            change(tx, act, held, (thread, position, version), draft)?
        }
    };
    if !store::held::approve(tx, held.id, (thread, position), act.now)? {
        return Err(Refusal::new("coffee-room-already-handled").into());
    }
    Ok((thread, position))
}

fn open(tx: &mut Tx<'_>, act: &Act, held: &Held, draft: &Draft) -> Result<(ThreadId, i64), Error> {
    let (room, _) = find_room(tx, &act.actor, held.room, act.lang)?;
    rules::may_open_thread(room.state)?;
    let audience = rules::audience_of_thread(Sight::Member, room.open_to, held.audience);
    let draft = Draft { audience, ..draft.clone() };
    let (thread, end) = write_thread(tx, act, room.id, held.author, &draft)?;
    // Tags may have gone meanwhile.
    let known = store::tags::of_room(tx, room.id, act.lang)?;
    let mut tags = held.opening.tags.clone();
    tags.retain(|tag| known.iter().any(|known| known.id == *tag));
    become_thread(tx, thread, &Opening { tags, ..held.opening })?;
    store::posts::advance_marker(tx, held.author, thread, end)?;
    Ok((thread, end.position))
}

fn answer(
    tx: &mut Tx<'_>,
    act: &Act,
    held: &Held,
    id: ThreadId,
    draft: &Draft,
) -> Result<(ThreadId, i64), Error> {
    let thread = store::posts::thread(tx, id, held.author, act.lang)?.ok_or(Error::NotFound)?;
    rules::may_reply(&thread)?;
    // The thread may have been taken back from guests meanwhile.
    let audience = rules::audience_of_reply(Sight::Member, thread.audience, held.audience);
    let draft = Draft { audience, ..draft.clone() };
    let end = write_reply(tx, act, held.room, id, held.author, &draft)?;
    // What others wrote since stays unread to the author.
    if thread.marker.position + 1 == end.position {
        store::posts::advance_marker(tx, held.author, id, end)?;
    }
    Ok((id, end.position))
}

fn change(
    tx: &mut Tx<'_>,
    act: &Act,
    held: &Held,
    (id, position, version): (ThreadId, i64, i64),
    draft: &Draft,
) -> Result<(ThreadId, i64), Error> {
    let post = store::posts::post(tx, Sight::Moderator, held.author, id, position)?;
    let post = post.ok_or(Error::NotFound)?;
    let source = store::posts::source(tx, id, position)?;
    if source.version != version || post.state == PostState::Hidden {
        return Err(Refusal::new("coffee-room-held-stale").into());
    }
    let forget_at = forget_at(tx, act, (id, position), draft)?;
    store::posts::keep_version(tx, id, position, forget_at)?;
    store::posts::change_post(tx, id, position, draft, act.now)?;
    attach(tx, act, held.author, (id, position), draft)?;
    mentions::note_changed(tx, &act.analyser, held.author, (id, position), &draft.markdown)?;
    if position == 1 {
        store::posts::change_title(tx, id, &held.title)?;
    }
    quotes::settle(tx, (id, position), post.audience, &draft.markdown)?;
    quotes::follow(tx, id, position)?;
    search::index_changed(tx, &act.analyser, id, position)?;
    Ok((id, position))
}

/// Does not let a text in; its author sees why, and keeps the text while they
/// may appeal.
pub(crate) fn decline(
    tx: &mut Tx<'_>,
    act: &Act,
    held: HeldId,
    reason: Option<Reason>,
    words: &str,
) -> Result<String, Error> {
    let held = find(tx, act, held)?;
    rules::must_give_words(reason, words)?;
    let reason = reason.unwrap_or(Reason::Other);
    if !store::held::decline(tx, held.id, reason, words, act.now)? {
        return Err(Refusal::new("coffee-room-already-handled").into());
    }
    let entry = Entry {
        room: Some(held.room),
        thread: held.place.thread(),
        held: Some(held.id),
        about: Some(held.author),
        trainee: act.trainee,
        reason: Some(reason),
        note: words,
        ..Entry::new(act.actor.person()?, Deed::Decline)
    };
    log(tx, act, &entry)?;
    settle_item(tx, act, Item::Held(held.id), Deed::Decline)?;
    Ok("/moderation".to_owned())
}

/// Takes back a text of one's own that waits; nothing of it stays. It becomes
/// a draft, where one is given and its place has none yet.
pub(crate) fn withdraw(
    tx: &mut Tx<'_>,
    act: &Act,
    held: HeldId,
    draft: Option<&SavedDraft>,
) -> Result<String, Error> {
    let me = act.actor.person()?;
    let mine = store::held::held(tx, held, act.lang)?.filter(|held| held.author == me);
    mine.ok_or(Error::NotFound)?;
    if !store::held::withdraw(tx, held, me, act.now)? {
        return Err(Refusal::new("coffee-room-already-handled").into());
    }
    store::practice::void(tx, Item::Held(held))?;
    match draft {
        Some(draft) if store::drafts::find(tx, me, draft.place)?.is_none() => {
            store::drafts::save(tx, me, draft)?;
            Ok("/coffee-room/drafts".to_owned())
        }
        _ => Ok(waiting(held)),
    }
}

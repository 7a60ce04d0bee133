//! The verbs. Each runs inside a transaction, looks at the facts anew and
//! holds them against the rules.

mod held;
mod measures;
mod practice;
mod redact;

pub(crate) use held::{approve, approve_held, decline, waiting, withdraw};
pub(crate) use measures::{
    appeal, appealed_matter, claim, decide_appeal, find_appeal, holds, lift_measure, release,
    take_measure,
};
pub(crate) use practice::{Step, give_opinion, has_stopped, sign, sign_opinion, step, trainees};
pub(crate) use redact::{redact, take_words_back};

use std::sync::Arc;

use kafferum_platform::clock::{DAY, Millis};
use kafferum_platform::db::Tx;
use kafferum_platform::notices;
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::{Actor, Denied};
use kafferum_platform::search::SharedAnalyser;
use kafferum_platform::site::Site;
use kafferum_platform::texts::Lang;
use kafferum_platform::{Error, Fault, Refusal};

use crate::mentions;
use crate::model::{
    AttachmentKind, Audience, Deed, Door, Draft, DraftPlace, HeldId, HeldPlace, HoldCause, Item,
    Marker, Opening, Post, Reaction, Reason, ReportState, RoomId, Sight, Source, TagId, ThreadId,
};
use crate::parties::Matter;
use crate::polls::Poll;
use crate::quotes;
use crate::rules::{self, Habit, Limits, Look, Trust};
use crate::scene::{Scene, address, find_room};
use crate::store::moderation::Entry;
use crate::{calling, parties, search, store, telling, told};

/// Who acts, when, and under which of the union's settings.
#[derive(Clone)]
pub(crate) struct Act {
    pub actor: Actor,
    pub lang: Lang,
    pub now: Millis,
    /// For texts that are indexed anew.
    pub analyser: SharedAnalyser,
    pub limits: Limits,
    /// Pictures and documents that a post may show.
    pub attachments_per_post: [(AttachmentKind, i64); 2],
    /// Whose proposal it is, when a mentor signs it.
    pub trainee: Option<PersonId>,
}

impl Act {
    /// By the union's settings as they are now.
    pub(crate) fn of(site: &Site, actor: Actor, lang: Lang, now: Millis) -> Self {
        let settings = site.settings();
        Self {
            actor,
            lang,
            now,
            analyser: Arc::clone(&site.analyser),
            limits: Limits::of(&settings),
            attachments_per_post: [AttachmentKind::Picture, AttachmentKind::Document]
                .map(|kind| (kind, settings.number(kind.most_per_post()))),
            trainee: None,
        }
    }
}

/// Opens a thread with its first post; the address to show.
pub(crate) fn open_thread(
    tx: &mut Tx<'_>,
    act: &Act,
    room: RoomId,
    draft: &Draft,
    opening: &Opening,
) -> Result<String, Error> {
    let me = act.actor.person()?;
    let (room, sight) = find_room(tx, &act.actor, room, act.lang)?;
    rules::may_open_thread(room.state)?;
    rules::must_be_title(&draft.title)?;
    rules::must_say_something(draft)?;
    rules::must_be_tags(&opening.tags, &store::tags::of_room(tx, room.id, act.lang)?)?;
    let habit = habit(tx, act, (room.id, None), draft)?;
    rules::may_post_now(&habit, act.limits, act.now)?;
    let audience = rules::audience_of_thread(sight, room.open_to, draft.audience);
    store::drafts::discard(tx, me, DraftPlace::Room(room.id))?;
    let draft = Draft { audience, ..draft.clone() };
    if let Some(cause) = hold(act, sight, &draft, &habit) {
        let held = held::wait(tx, act, (room.id, HeldPlace::Thread), &draft, cause)?;
        store::held::set_opening(tx, held, opening)?;
        return Ok(waiting(held));
    }
    let (thread, end) = write_thread(tx, act, room.id, me, &draft)?;
    tell_flood(tx, act, (room.id, sight), (thread, end.position), &habit)?;
    tell_name(tx, act, (room.id, sight), (thread, end.position), &draft)?;
    become_thread(tx, thread, opening)?;
    store::posts::advance_marker(tx, me, thread, end)?;
    Ok(format!("/coffee-room/threads/{thread}"))
}

/// Gives a new thread what it is beside its first post.
fn become_thread(tx: &mut Tx<'_>, thread: ThreadId, opening: &Opening) -> Result<(), Fault> {
    store::tags::set(tx, thread, &opening.tags)?;
    if opening.asks {
        store::questions::ask(tx, thread)?;
    }
    Ok(())
}

/// Gives a thread these tags in place of those it has.
pub(crate) fn tag_thread(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    tags: &[TagId],
) -> Result<String, Error> {
    let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
    if !rules::may_tag(scene.sight, &scene.thread, scene.me) {
        return Err(Denied::NotYours.into());
    }
    rules::must_be_tags(tags, &store::tags::of_room(tx, scene.thread.room, act.lang)?)?;
    store::tags::set(tx, thread, tags)?;
    if scene.thread.title.author != scene.me {
        let entry = Entry { thread: Some(thread), ..Entry::new(scene.me, Deed::Tag) };
        log(tx, act, &entry)?;
    }
    Ok(format!("/coffee-room/threads/{thread}"))
}

/// Says that a post answers its thread, or that it does not; the address to
/// show.
pub(crate) fn mark_answer(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    number: i64,
    is_answer: bool,
) -> Result<String, Error> {
    let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
    let (post, look) = scene.post(tx, number)?;
    if !rules::may_mark_answer(scene.sight, &scene.thread, &post, look, scene.me) {
        return Err(Denied::NotYours.into());
    }
    let was_answer = scene.thread.answer == Some(post.position);
    if was_answer != is_answer {
        let answer = is_answer.then_some(post.position);
        store::questions::set_answer(tx, thread, answer)?;
        if scene.thread.title.author != scene.me {
            let entry = Entry {
                thread: Some(thread),
                position: Some(post.position),
                ..Entry::new(scene.me, Deed::Answer)
            };
            log(tx, act, &entry)?;
        }
    }
    Ok(address(thread, number))
}

/// Where an answer went.
pub(crate) enum Answered {
    /// Into the thread, which ends there now.
    Stands(Marker),
    /// To a moderator, first.
    Waits(HeldId),
}

/// Answers in a thread; the address to show.
pub(crate) fn reply(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    draft: &Draft,
) -> Result<String, Error> {
    let (scene, answered) = answer(tx, act, thread, draft)?;
    // The form was filled with it.
    store::drafts::discard(tx, scene.me, DraftPlace::Thread(thread))?;
    match answered {
        Answered::Waits(held) => Ok(waiting(held)),
        Answered::Stands(end) => {
            store::posts::advance_marker(tx, scene.me, thread, end)?;
            Ok(address(thread, end.number(scene.sight)))
        }
    }
}

/// Answers in a thread, however the answer was brought.
pub(crate) fn answer(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    draft: &Draft,
) -> Result<(Scene, Answered), Error> {
    let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
    rules::may_reply(&scene.thread)?;
    rules::must_say_something(draft)?;
    let habit = habit(tx, act, (scene.thread.room, Some(thread)), draft)?;
    rules::may_post_now(&habit, act.limits, act.now)?;
    let audience = rules::audience_of_reply(scene.sight, scene.thread.audience, draft.audience);
    let draft = Draft { audience, ..draft.clone() };
    if let Some(cause) = hold(act, scene.sight, &draft, &habit) {
        let place = (scene.thread.room, HeldPlace::Reply(thread));
        let held = held::wait(tx, act, place, &draft, cause)?;
        return Ok((scene, Answered::Waits(held)));
    }
    let end = write_reply(tx, act, scene.thread.room, thread, scene.me, &draft)?;
    let here = (scene.thread.room, scene.sight);
    tell_flood(tx, act, here, (thread, end.position), &habit)?;
    tell_name(tx, act, here, (thread, end.position), &draft)?;
    Ok((scene, Answered::Stands(end)))
}

/// Gives the pictures and documents of a text to the post that shows them.
fn attach(
    tx: &mut Tx<'_>,
    act: &Act,
    owner: PersonId,
    place: (ThreadId, i64),
    draft: &Draft,
) -> Result<(), Error> {
    for (kind, most) in act.attachments_per_post {
        let shown = draft.attachments.iter().filter(|one| AttachmentKind::of(one) == kind);
        rules::must_be_few(kind, shown.count(), most)?;
    }
    if store::attachments::put_into(tx, owner, place, &draft.attachments, act.now)? {
        return Ok(());
    }
    Err(Refusal::new("coffee-room-attachment-gone").at("body").into())
}

/// How the actor has written so far, and what moderators let them.
fn habit(
    tx: &mut Tx<'_>,
    act: &Act,
    place: (RoomId, Option<ThreadId>),
    draft: &Draft,
) -> Result<Habit, Error> {
    let me = act.actor.person()?;
    Ok(store::held::habit(tx, me, place, &draft.markdown, act.limits.trust, act.now)?)
}

/// Why a text waits for a moderator, if it does. Moderators of the room don't
/// wait for one another.
fn hold(act: &Act, sight: Sight, draft: &Draft, habit: &Habit) -> Option<HoldCause> {
    if sight == Sight::Moderator {
        return None;
    }
    draft.hold.or_else(|| rules::must_wait(habit, act.limits, act.now))
}

/// Tells moderators of somebody known who writes unusually much: it stands, and
/// is theirs to look at.
fn tell_flood(
    tx: &mut Tx<'_>,
    act: &Act,
    (room, sight): (RoomId, Sight),
    post: (ThreadId, i64),
    habit: &Habit,
) -> Result<(), Error> {
    let author = act.actor.person()?;
    if sight == Sight::Moderator || !rules::is_flood(habit, act.limits, act.now) {
        return Ok(());
    }
    report(tx, act, (author, room), post, |tx| {
        store::moderation::report_flood(tx, post, author, act.now)
    })
}

/// The same of somebody's name, which its writer left where it was.
fn tell_name(
    tx: &mut Tx<'_>,
    act: &Act,
    (room, sight): (RoomId, Sight),
    post: (ThreadId, i64),
    draft: &Draft,
) -> Result<(), Error> {
    let author = act.actor.person()?;
    if sight == Sight::Moderator || !draft.has_name {
        return Ok(());
    }
    report(tx, act, (author, room), post, |tx| store::moderation::report_name(tx, post, act.now))
}

/// Reports a post, and calls moderators to it unless a report of it waited
/// before.
fn report(
    tx: &mut Tx<'_>,
    act: &Act,
    (author, room): (PersonId, RoomId),
    post: (ThreadId, i64),
    insert: impl FnOnce(&mut Tx<'_>) -> Result<bool, Fault>,
) -> Result<(), Error> {
    let (thread, position) = post;
    let waited = !store::moderation::waiting_reports(tx, thread, position)?.is_empty();
    if insert(tx)? && !waited {
        let matter = Matter { author, room: Some(room), post: Some(post) };
        calling::call(tx, Item::Post(thread, position), matter, act.now)?;
    }
    Ok(())
}

/// Writes a thread with its first post: what everything does that brings one
/// about, whoever pressed the button.
pub(crate) fn write_thread(
    tx: &mut Tx<'_>,
    act: &Act,
    room: RoomId,
    author: PersonId,
    draft: &Draft,
) -> Result<(ThreadId, Marker), Error> {
    let audience = draft.audience;
    let thread = store::posts::insert_thread(tx, room, author, &draft.title, audience, act.now)?;
    let end = write_reply(tx, act, room, thread, author, draft)?;
    Ok((thread, end))
}

/// Writes a post at the end of a thread, likewise.
pub(crate) fn write_reply(
    tx: &mut Tx<'_>,
    act: &Act,
    room: RoomId,
    thread: ThreadId,
    author: PersonId,
    draft: &Draft,
) -> Result<Marker, Error> {
    let end = store::posts::insert_post(tx, thread, author, draft, act.now)?;
    let place = (thread, end.position);
    attach(tx, act, author, place, draft)?;
    search::index_new(tx, room, place, draft.audience, &draft.words, act.now)?;
    if draft.poll.is_some() {
        // What may be chosen is not among the words of the text.
        search::index_changed(tx, &act.analyser, thread, end.position)?;
    }
    quotes::settle(tx, place, draft.audience, &draft.markdown)?;
    mentions::note(tx, &act.analyser, author, place, &draft.markdown)?;
    telling::ask(tx, author, place, &draft.words)?;
    Ok(end)
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
    let is_new = new_title || draft.markdown != source.markdown;
    store::drafts::discard(tx, scene.me, DraftPlace::Post(thread, post.position))?;
    let mut held = None;
    let habit = habit(tx, act, (scene.thread.room, Some(thread)), draft)?;
    rules::may_write(habit.paused_until, act.now)?;
    if is_new && let Some(cause) = hold(act, scene.sight, draft, &habit) {
        let (position, version) = (post.position, source.version);
        let place = HeldPlace::Edit { thread, position, version };
        held = Some(held::wait(tx, act, (scene.thread.room, place), draft, cause)?);
    } else if is_new {
        let forget_at = forget_at(tx, act, (thread, post.position), draft)?;
        store::posts::keep_version(tx, thread, post.position, forget_at)?;
        store::posts::change_post(tx, thread, post.position, draft, act.now)?;
        attach(tx, act, scene.me, (thread, post.position), draft)?;
        mentions::note_changed(
            tx,
            &act.analyser,
            scene.me,
            (thread, post.position),
            &draft.markdown,
        )?;
        if new_title {
            store::posts::change_title(tx, thread, &draft.title)?;
        }
        let here = (scene.thread.room, scene.sight);
        tell_name(tx, act, here, (thread, post.position), draft)?;
    }
    let wants_back = draft.audience == Audience::Members;
    if wants_back && rules::may_take_back(scene.sight, &scene.thread, &post) {
        store::posts::take_back_post(tx, thread, post.position)?;
        if is_opening {
            store::posts::take_back_thread(tx, thread, scene.thread.room)?;
            search::index_thread(tx, &act.analyser, thread)?;
        }
    }
    if wants_back || is_new {
        quotes::follow(tx, thread, post.position)?;
    }
    let audience = if wants_back { Audience::Members } else { post.audience };
    if held.is_none() {
        quotes::settle(tx, (thread, post.position), audience, &draft.markdown)?;
    }
    search::index_changed(tx, &act.analyser, thread, post.position)?;
    Ok(held.map_or_else(|| address(thread, number), waiting))
}

/// Until when a post's text is kept that its author changes, if not for ever:
/// no longer, where they take out what somebody might be recognised by. But
/// nobody takes from moderators what others have reported.
fn forget_at(
    tx: &mut Tx<'_>,
    act: &Act,
    (thread, position): (ThreadId, i64),
    draft: &Draft,
) -> Result<Option<Millis>, Fault> {
    if !draft.takes_out {
        return Ok(None);
    }
    let reports = store::moderation::waiting_reports(tx, thread, position)?;
    let is_reported = reports.iter().any(|report| !report.reason.is_by_program());
    let while_kept = if is_reported { rules::APPEAL_WITHIN } else { 0 };
    Ok(Some(act.now.saturating_add(while_kept)))
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
    let record = store::measures::record(tx, scene.me, i64::MAX, act.limits.trust, act.now)?;
    let trust = Trust::of(&record, act.limits.trust, act.now);
    let today = store::moderation::reports_since(tx, scene.me, act.now - DAY)?;
    rules::may_report_now(today, trust)?;
    // A second report by the same person while the first waits says nothing
    // new; it is thanked for like the first.
    let (position, room) = (post.position, scene.thread.room);
    report(tx, act, (post.author, room), (thread, position), |tx| {
        store::moderation::insert_report(tx, thread, position, scene.me, reason, words, act.now)
    })?;
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
    /// The last decision about the post that was known to who decides; none
    /// where they were not asked.
    pub seen: Option<i64>,
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
    parties::must_not_be(tx, act, scene.matter(&post))?;
    let last = store::moderation::last_decision(tx, thread, post.position)?;
    if verdict.seen.is_some_and(|seen| seen != last) {
        return Err(Refusal::new("coffee-room-already-handled").into());
    }
    let reason = verdict.reason.filter(|_| verdict.deed == Deed::Hide);
    let done = match verdict.deed {
        Deed::Hide => {
            rules::must_give_words(reason, &verdict.words)?;
            let reason = reason.unwrap_or(Reason::Other);
            let why = (reason, verdict.words.as_str());
            let hidden = store::moderation::hide(tx, thread, post.position, why, act.now)?;
            settle(tx, act, thread, post.position, ReportState::Hidden)?;
            search::index_changed(tx, &act.analyser, thread, post.position)?;
            quotes::follow(tx, thread, post.position)?;
            hidden
        }
        Deed::Restore => show_again(tx, act, thread, post.position)?,
        _ => settle(tx, act, thread, post.position, ReportState::Kept)?,
    };
    if !done {
        return Err(Refusal::new("coffee-room-already-handled").into());
    }
    let entry = Entry {
        thread: Some(thread),
        position: Some(post.position),
        about: Some(post.author),
        trainee: act.trainee,
        reason,
        note: &verdict.words,
        ..Entry::new(scene.me, verdict.deed)
    };
    log(tx, act, &entry)?;
    if verdict.deed != Deed::Restore {
        settle_item(tx, act, Item::Post(thread, post.position), verdict.deed)?;
    }
    Ok("/moderation".to_owned())
}

/// Writes a line of the log, and tells whom it is about.
fn log(tx: &mut Tx<'_>, act: &Act, entry: &Entry<'_>) -> Result<(), Error> {
    let line = store::moderation::log(tx, entry, act.now)?;
    if let Some(person) = entry.about.filter(|_| told::is_told(entry.deed)) {
        let thing = format!("decision:{line}");
        notices::tell(tx, person, &told::DECISION, &thing, &thing, act.now)?;
    }
    Ok(())
}

/// What is decided is nobody's to look at any more, and is held against what
/// those in training would have decided.
fn settle_item(tx: &mut Tx<'_>, act: &Act, item: Item, deed: Deed) -> Result<(), Error> {
    store::claims::release(tx, item)?;
    Ok(store::practice::compare(tx, item, deed, act.now)?)
}

/// Shows a hidden post again, and asks that those be told of it who were not.
/// `false` when it is shown already.
fn show_again(tx: &mut Tx<'_>, act: &Act, thread: ThreadId, position: i64) -> Result<bool, Error> {
    if !store::moderation::restore(tx, thread, position, act.now)? {
        return Ok(false);
    }
    quotes::follow(tx, thread, position)?;
    search::index_changed(tx, &act.analyser, thread, position)?;
    let words = search::words(tx, &act.analyser, thread, position)?;
    telling::ask_again(tx, (thread, position), &words)?;
    Ok(true)
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

/// How a moderator wants a thread to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Steering {
    pub door: Door,
    pub is_pinned: bool,
    pub words: String,
    /// How it was when they were asked; none where they were not.
    pub seen: Option<(Door, bool)>,
}

/// Closes or opens a thread, pins it or puts it back; each change is a line
/// of the log.
pub(crate) fn steer_thread(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    wish: &Steering,
) -> Result<String, Error> {
    let scene = Scene::to_steer(tx, act, thread)?;
    let now = (scene.thread.state, scene.thread.pinned);
    if wish.seen.is_some_and(|seen| seen != now) {
        return Err(Refusal::new("coffee-room-already-handled").into());
    }
    let mut deeds = Vec::new();
    if wish.door != scene.thread.state {
        store::posts::set_door(tx, thread, wish.door)?;
        deeds.push(if wish.door == Door::Closed { Deed::Close } else { Deed::Reopen });
    }
    if wish.is_pinned != scene.thread.pinned {
        store::posts::set_pinned(tx, thread, wish.is_pinned)?;
        deeds.push(if wish.is_pinned { Deed::Pin } else { Deed::Unpin });
    }
    for deed in deeds {
        let entry = Entry { thread: Some(thread), note: &wish.words, ..Entry::new(scene.me, deed) };
        log(tx, act, &entry)?;
    }
    Ok(format!("/coffee-room/threads/{thread}"))
}

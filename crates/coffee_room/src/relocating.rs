//! What moderators do to whole threads: putting one into another room, joining
//! two, splitting posts off. Nothing is opened to guests by it that was not,
//! and every old address leads to where the post is now.

use std::sync::Arc;

use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::feature::{Boxed, JobKind};
use kafferum_platform::people::PersonId;
use kafferum_platform::site::Site;
use kafferum_platform::web::view::escape;
use kafferum_platform::{Error, Fault, Refusal, jobs};

use crate::actions::Act;
use crate::model::{Audience, Deed, Marker, OpenTo, PostState, RoomId, Thread, ThreadId};
use crate::scene::{Scene, address, find_room};
use crate::store::moderation::Entry;
use crate::store::relocate::{Left, Run};
use crate::{parties, quotes, rules, search, store};

/// Posts that are indexed anew in the transaction that moves them. More are
/// not to be found from it on until a job has indexed them, since everybody who
/// writes would have to wait.
const AT_ONCE: i64 = 300;
/// Posts that one step of the job indexes.
const STEP: i64 = 200;

pub(crate) const INDEX: JobKind = JobKind { name: "coffee-room-index", run: index_later };

fn log(
    tx: &mut Tx<'_>,
    act: &Act,
    deed: Deed,
    (thread, position): (ThreadId, Option<i64>),
    note: &str,
) -> Result<(), Error> {
    let moderator = act.actor.person()?;
    let entry = Entry { thread: Some(thread), position, note, ..Entry::new(moderator, deed) };
    store::moderation::log(tx, &entry, act.now)?;
    Ok(())
}

/// Puts a thread into another room that the actor moderates as well; the
/// address to show.
pub(crate) fn move_thread(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    room: RoomId,
    words: &str,
) -> Result<String, Error> {
    let scene = Scene::to_steer(tx, act, thread)?;
    let (target, sight) = find_room(tx, &act.actor, room, act.lang)?;
    rules::may_move_into(sight, scene.thread.room, target.id)?;
    let before = scene.thread.room;
    store::relocate::move_thread(tx, thread, room, act.now)?;
    store::relocate::count_room(tx, before)?;
    store::relocate::count_room(tx, room)?;
    index(tx, act, thread, 0)?;
    log(tx, act, Deed::Move, (thread, None), words)?;
    Ok(format!("/coffee-room/threads/{thread}"))
}

/// Joins a thread to another one, behind its last post; the address to show.
pub(crate) fn join_threads(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    into: ThreadId,
    words: &str,
) -> Result<String, Error> {
    let scene = Scene::to_steer(tx, act, thread)?;
    let target = Scene::to_steer(tx, act, into)?;
    if thread == into {
        return Err(Refusal::new("coffee-room-join-itself").at("into").into());
    }
    let is_open = stays_open(&scene.thread, target.thread.audience);
    let end = store::relocate::end(tx, into)?;
    join_trace(tx, act, &scene.thread, into, is_open)?;
    let trace = store::relocate::end(tx, into)?;
    let run = Run {
        from: thread,
        first: 1,
        last: scene.thread.last_position,
        to: into,
        offset: trace.position,
    };
    relocate(tx, run, (trace, is_open), &scene.thread, Left::Nothing)?;
    store::relocate::take_times(tx, thread, into)?;
    store::relocate::join_markers(tx, thread, into, end)?;
    store::relocate::end_thread(tx, thread, into)?;
    store::relocate::count_room(tx, scene.thread.room)?;
    // The job that was to index them would find nothing in a thread that ended.
    let is_blank = search::is_blank(tx, thread)?;
    search::shift(tx, run)?;
    let is_alike = !is_blank
        && scene.thread.room == target.thread.room
        && scene.thread.open_to == OpenTo::Everybody
        && scene.thread.audience == target.thread.audience;
    if is_alike {
        // Found by whom it was found before: only the names of places change,
        // and the old title is no title any more.
        search::index_changed(tx, &act.analyser, into, trace.position + 1)?;
    } else {
        index(tx, act, into, trace.position)?;
    }
    search::index_changed(tx, &act.analyser, into, trace.position)?;
    log(tx, act, Deed::Join, (into, Some(trace.position)), words)?;
    Ok(address(into, trace.position))
}

/// Moves posts. What guests can't read any more is taken out of quotes that
/// they can.
fn relocate(
    tx: &mut Tx<'_>,
    run: Run,
    (end, is_open): (Marker, bool),
    from: &Thread,
    left: Left,
) -> Result<(), Error> {
    store::relocate::relocate(tx, run, end, is_open, left)?;
    if from.audience == Audience::Guests && !is_open {
        for position in run.first..=run.last {
            quotes::follow(tx, run.to, position + run.offset)?;
        }
    }
    Ok(())
}

/// Whether posts that guests can read stay open to them in another thread.
fn stays_open(from: &Thread, to: Audience) -> bool {
    from.audience == Audience::Guests && to == Audience::Guests
}

fn join_trace(
    tx: &mut Tx<'_>,
    act: &Act,
    from: &Thread,
    into: ThreadId,
    is_open: bool,
) -> Result<(), Error> {
    let title = match from.title.state {
        PostState::Hidden => "",
        _ => from.title.text.as_str(),
    };
    let audience = if is_open { Audience::Guests } else { Audience::Members };
    let me = act.actor.person()?;
    let text = (title, escape(title));
    Ok(store::relocate::insert_joined(tx, into, me, (text.0, &text.1), audience, act.now)?)
}

/// Which posts are split off, and what becomes of them.
#[derive(Clone)]
pub(crate) struct Split {
    pub title: String,
    /// Their numbers.
    pub chosen: Vec<i64>,
    /// All that come behind the last of these as well.
    pub and_rest: bool,
    pub words: String,
}

/// Splits posts off into a thread of their own; the address to show.
pub(crate) fn split_thread(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    split: &Split,
) -> Result<String, Error> {
    let scene = Scene::moderated(tx, act, thread)?;
    rules::must_be_title(&split.title)?;
    let posts = chosen(tx, thread, split)?;
    parties::must_not_be_of(tx, act, &scene, &posts)?;
    let positions: Vec<i64> = posts.into_iter().map(|(position, _)| position).collect();
    let Some(first) = positions.first().copied() else {
        return Err(Refusal::new("coffee-room-split-none").at("posts").into());
    };
    let (opening, _) = scene.post(tx, first)?;
    let is_open = scene.thread.audience == Audience::Guests && opening.audience == Audience::Guests;
    let audience = if is_open { Audience::Guests } else { Audience::Members };
    let new = store::posts::insert_thread(
        tx,
        scene.thread.room,
        opening.author,
        &split.title,
        audience,
        opening.created_at,
    )?;
    let left = Left::Traces { by: scene.me, at: act.now };
    for run in runs(thread, new, &positions) {
        let end = store::relocate::end(tx, new)?;
        relocate(tx, run, (end, is_open), &scene.thread, left)?;
        search::shift(tx, run)?;
    }
    store::relocate::set_times(tx, new)?;
    store::relocate::split_markers(tx, thread, new)?;
    store::relocate::split_follows(tx, thread, new)?;
    store::posts::note_revision(tx, thread)?;
    index(tx, act, new, 0)?;
    log(tx, act, Deed::Split, (new, None), &split.words)?;
    Ok(format!("/coffee-room/threads/{new}"))
}

/// The posts that are meant, by position, with their authors. The opening post
/// stays: it carries its thread.
fn chosen(tx: &mut Tx<'_>, thread: ThreadId, split: &Split) -> Result<Vec<(i64, PersonId)>, Error> {
    let Some(last) = split.chosen.iter().max().copied() else { return Ok(Vec::new()) };
    let there = store::relocate::positions_after(tx, thread, 1)?;
    let is_meant = |at: i64| split.chosen.contains(&at) || (split.and_rest && at > last);
    let meant: Vec<_> = there.into_iter().filter(|(at, _)| is_meant(*at)).collect();
    if split.chosen.iter().all(|position| meant.iter().any(|(at, _)| at == position)) {
        Ok(meant)
    } else {
        Err(Refusal::new("coffee-room-split-gone").at("posts").into())
    }
}

/// Positions as runs that go to the end of a new thread one behind the other.
fn runs(from: ThreadId, to: ThreadId, positions: &[i64]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (position, wanted) in positions.iter().zip(1..) {
        let offset = wanted - position;
        match runs.last_mut() {
            Some(run) if run.last + 1 == *position && run.offset == offset => run.last = *position,
            _ => runs.push(Run { from, first: *position, last: *position, to, offset }),
        }
    }
    runs
}

/// Indexes the posts of a thread behind a position: now, or by a job when they
/// are many.
fn index(tx: &mut Tx<'_>, act: &Act, thread: ThreadId, after: i64) -> Result<(), Error> {
    let end: Marker = store::relocate::end(tx, thread)?;
    if end.position - after <= AT_ONCE {
        search::index_stretch(tx, &act.analyser, thread, after, AT_ONCE)?;
        return Ok(());
    }
    search::blank(tx, thread, after)?;
    Ok(ask(tx, thread, after, act.now)?)
}

fn ask(tx: &mut Tx<'_>, thread: ThreadId, after: i64, now: Millis) -> Result<(), Fault> {
    let key = format!("{}:{thread}:{after}:{now}", INDEX.name);
    jobs::ask(tx, INDEX.name, &key, &format!("{thread} {after}"), now)?;
    Ok(())
}

fn index_later(site: Arc<Site>, payload: String) -> Boxed<Result<(), Fault>> {
    Box::pin(async move {
        let numbers =
            payload.split_once(' ').map(|(thread, after)| (thread.parse(), after.parse()));
        let Some((Ok(thread), Ok(after))) = numbers else {
            return Err(Fault::bug("what to index is not said"));
        };
        let mut after: i64 = after;
        loop {
            let analyser = Arc::clone(&site.analyser);
            let step = site
                .db
                .write(move |tx| Ok(search::index_stretch(tx, &analyser, thread, after, STEP)?));
            match step.await {
                Ok(Some(last)) => after = last,
                Ok(None) => return Ok(()),
                Err(Error::Fault(fault)) => return Err(fault),
                Err(other) => return Err(Fault::bug(format_args!("refused: {other:?}"))),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chosen_posts_go_in_runs_one_behind_the_other() {
        let runs = runs(ThreadId(1), ThreadId(2), &[3, 4, 5, 9, 11, 12]);
        let found: Vec<_> = runs.iter().map(|run| (run.first, run.last, run.offset)).collect();
        assert_eq!(found, [(3, 5, -2), (9, 9, -5), (11, 12, -6)]);
    }
}

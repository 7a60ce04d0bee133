//! Telling of new posts those who want to know. A post asks for it by a row
//! in its own transaction; a timer looks through people in small steps, so
//! that a thread that thousands follow does not keep the one writer from
//! others, and goes on after a crash where it was.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::feature::{Moment, Timer};
use kafferum_platform::notices;
use kafferum_platform::people::{PersonId, store as people};
use kafferum_platform::search::Prepared;

use crate::model::{PostState, TellReason, ThreadId};
use crate::rules::{self, COFFEE_ROOM, Look};
use crate::store::told::{PostPlace, Untold};
use crate::{store, told};

/// People looked at in one transaction.
const STEP: i64 = 200;
/// Posts told of in one transaction.
const POSTS: usize = 20;

/// Tells of new posts.
pub(crate) const TELL: Timer = Timer { name: "coffee-room-tell", run: tell };

/// Asks that those who want to know be told of a post that was just written;
/// its author follows the thread from now on. The words are those that it is
/// found by.
pub(crate) fn ask(
    tx: &mut Tx<'_>,
    author: PersonId,
    (thread, position): (ThreadId, i64),
    words: &Prepared,
) -> Result<(), Fault> {
    store::follow::follow_own(tx, thread, author)?;
    ask_all(tx, (thread, position), words)
}

fn ask_all(
    tx: &mut Tx<'_>,
    (thread, position): (ThreadId, i64),
    words: &Prepared,
) -> Result<(), Fault> {
    let words: Vec<&str> = words.base_terms().collect();
    store::told::insert_untold(tx, thread, position, &words.join(" "))
}

/// Asks the same of a post that was hidden and is shown again, for those who
/// have not been told of it. Whom it calls or quotes is told though they have
/// read on in the thread meanwhile: not this post.
pub(crate) fn ask_again(
    tx: &mut Tx<'_>,
    place: (ThreadId, i64),
    words: &Prepared,
) -> Result<(), Fault> {
    let nobody = PersonId(0);
    for person in store::mentions::mentioned(tx, place, nobody, STEP)? {
        store::told::insert_untold_to(tx, place, (TellReason::Mention, person))?;
    }
    for person in store::mentions::quoted(tx, place, nobody, STEP)? {
        store::told::insert_untold_to(tx, place, (TellReason::Quote, person))?;
    }
    ask_all(tx, place, words)
}

fn tell(tx: &mut Tx<'_>, moment: &Moment) -> Result<usize, Fault> {
    let (mut left, mut done) = (STEP, 0);
    while left > 0
        && done < POSTS
        && let Some(untold) = store::told::next_untold(tx)?
    {
        done += 1;
        left -= step(tx, moment, &untold, left)?.max(1);
    }
    Ok(done)
}

/// Looks at the next people whom a post may be told to; how many they were.
fn step(tx: &mut Tx<'_>, moment: &Moment, untold: &Untold, most: i64) -> Result<i64, Fault> {
    let place = store::told::place(tx, untold.thread, untold.position)?;
    let Some(place) = place.filter(|place| place.post.state == PostState::Shown) else {
        store::told::remove_untold(tx, untold.id)?;
        return Ok(0);
    };
    if let Some(person) = untold.person {
        tell_one(tx, moment, untold, &place, (untold.reason, person))?;
        store::told::remove_untold(tx, untold.id)?;
        return Ok(1);
    }
    let (mut reason, mut after, mut looked) = (untold.reason, untold.after, 0);
    loop {
        let people = candidates(tx, untold, &place, (reason, after), most - looked)?;
        for person in &people {
            tell_one(tx, moment, untold, &place, (reason, *person))?;
        }
        looked += i64::try_from(people.len()).unwrap_or(most);
        match (people.last(), next_reason(reason)) {
            (Some(last), _) if looked >= most => {
                store::told::set_told(tx, untold.id, reason, *last)?;
                return Ok(looked);
            }
            (_, Some(next)) => (reason, after) = (next, PersonId(0)),
            (_, None) => {
                store::told::remove_untold(tx, untold.id)?;
                return Ok(looked);
            }
        }
    }
}

const fn next_reason(reason: TellReason) -> Option<TellReason> {
    match reason {
        TellReason::Mention => Some(TellReason::Quote),
        TellReason::Quote => Some(TellReason::Thread),
        TellReason::Thread => Some(TellReason::Room),
        TellReason::Room => Some(TellReason::Word),
        TellReason::Word => None,
    }
}

fn candidates(
    tx: &mut Tx<'_>,
    untold: &Untold,
    place: &PostPlace,
    (reason, after): (TellReason, PersonId),
    most: i64,
) -> Result<Vec<PersonId>, Fault> {
    let post = (untold.thread, untold.position);
    match reason {
        TellReason::Mention => store::mentions::mentioned(tx, post, after, most),
        TellReason::Quote => store::mentions::quoted(tx, post, after, most),
        TellReason::Thread => store::told::thread_followers(tx, untold.thread, after, most),
        TellReason::Room if untold.position == 1 => {
            store::told::room_followers(tx, place.room, after, most)
        }
        TellReason::Room => Ok(Vec::new()),
        TellReason::Word => store::told::word_followers(tx, &untold.words, after, most),
    }
}

/// Tells one person, if they may read the post now and have not done so.
fn tell_one(
    tx: &mut Tx<'_>,
    moment: &Moment,
    untold: &Untold,
    place: &PostPlace,
    (reason, person): (TellReason, PersonId),
) -> Result<(), Fault> {
    let (thread, position) = (untold.thread, untold.position);
    // Who has read on past a post has not read what it says only now.
    let unread = if untold.person.is_some() { i64::MAX } else { position };
    if person == place.post.author
        || store::told::is_settled(tx, person, (thread, unread), place.post.author)?
        || !may_read(tx, moment, place, person)?
    {
        return Ok(());
    }
    let kind = match reason {
        TellReason::Mention => told::MENTION,
        TellReason::Quote => told::QUOTE,
        TellReason::Thread => told::POST,
        TellReason::Room => told::THREAD,
        TellReason::Word => told::WORD,
    };
    let payload = format!("{} {position}", told::thing(thread));
    let key = told::key(thread, position);
    notices::tell(tx, person, &kind, &key, &payload, moment.now)?;
    Ok(())
}

fn may_read(
    tx: &mut Tx<'_>,
    moment: &Moment,
    place: &PostPlace,
    person: PersonId,
) -> Result<bool, Fault> {
    let trial_end = moment.trial_end();
    let actor = people::actor_by_person(tx, person, moment.now, &trial_end)?;
    let Some(actor) = actor.filter(|actor| COFFEE_ROOM.decide(actor).is_ok()) else {
        return Ok(false);
    };
    Ok(rules::sight(&actor, place.room, place.open_to).is_some_and(|sight| {
        rules::may_read_thread(sight, place.audience)
            && rules::look(sight, person, &place.post) == Some(Look::Shown)
    }))
}

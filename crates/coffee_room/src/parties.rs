//! No moderator decides about a person they have a case with. Who reported the
//! post, against whose decision (or proposal in training) its author has an
//! appeal that waits, and who blocks the author, leaves it to another. Whom the
//! author blocks does so too, as long as there is another: else a person would
//! put themselves out of every moderator's reach by blocking them all.

use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::people::{PersonId, store as people};
use kafferum_platform::policy::Role;
use kafferum_platform::{Error, Fault, Refusal};

use crate::actions::Act;
use crate::model::{Decision, RoomId, ThreadId};
use crate::scene::Scene;
use crate::{rules, store};

/// What is to be decided: about whom, where, and about which post, if any.
#[derive(Clone, Copy)]
pub(crate) struct Matter {
    pub author: PersonId,
    /// None for all rooms.
    pub room: Option<RoomId>,
    pub post: Option<(ThreadId, i64)>,
}

/// Those who decide nothing of a matter, its author among them.
pub(crate) fn of(tx: &mut Tx<'_>, matter: Matter, now: Millis) -> Result<Vec<PersonId>, Fault> {
    let mut parties = lasting(tx, matter)?;
    parties.extend(store::parties::appealed_against(tx, matter.author)?);
    with_blocked(tx, matter, parties, now)
}

/// The parties to an appeal of somebody, with who decided and who proposed it.
/// Appeals against others don't count: whoever has appealed against everybody
/// still gets an answer.
pub(crate) fn of_appeal(
    tx: &mut Tx<'_>,
    matter: Matter,
    decision: &Decision,
    now: Millis,
) -> Result<Vec<PersonId>, Fault> {
    let mut parties = lasting(tx, matter)?;
    parties.push(decision.moderator);
    parties.extend(decision.trainee);
    with_blocked(tx, matter, parties, now)
}

/// What no choice of the author's makes or ends.
fn lasting(tx: &mut Tx<'_>, matter: Matter) -> Result<Vec<PersonId>, Fault> {
    let mut parties = vec![matter.author];
    if let Some((thread, position)) = matter.post {
        parties.extend(store::parties::reporters(tx, thread, position)?);
    }
    parties.extend(store::parties::blockers(tx, matter.author)?);
    Ok(parties)
}

fn with_blocked(
    tx: &mut Tx<'_>,
    matter: Matter,
    parties: Vec<PersonId>,
    now: Millis,
) -> Result<Vec<PersonId>, Fault> {
    let blocked = store::parties::blocked(tx, matter.author)?;
    if blocked.is_empty() {
        return Ok(parties);
    }
    let all = [parties.as_slice(), &blocked].concat();
    Ok(if deciders(tx, matter.room, &all, now)?.is_empty() { parties } else { all })
}

/// The moderators of a place who are no parties.
pub(crate) fn deciders(
    tx: &mut Tx<'_>,
    room: Option<RoomId>,
    parties: &[PersonId],
    now: Millis,
) -> Result<Vec<PersonId>, Fault> {
    let here = room.map(|room| format!("room:{room}"));
    let mut free = moderators(tx, here.as_deref(), now)?;
    free.retain(|person| !parties.contains(person));
    Ok(free)
}

/// Who moderates a place (`room:7`; none for all rooms) and is let into it.
pub(crate) fn moderators(
    tx: &mut Tx<'_>,
    place: Option<&str>,
    now: Millis,
) -> Result<Vec<PersonId>, Fault> {
    let mut kept_out = people::kept_out_of(tx, &rules::kept_out_scope(None), now)?;
    if let Some(place) = place {
        kept_out.extend(people::kept_out_of(tx, place, now)?);
    }
    let mut moderators: Vec<PersonId> = people::holders(tx, Role::Moderator, now)?
        .into_iter()
        .filter(|(_, scope)| scope.is_none() || scope.as_deref() == place)
        .map(|(person, _)| person)
        .filter(|person| !kept_out.contains(person))
        .collect();
    // In the order of people, some with several grants.
    moderators.dedup();
    Ok(moderators)
}

/// Nobody takes posts of those they have a case with out of a thread.
pub(crate) fn must_not_be_of(
    tx: &mut Tx<'_>,
    act: &Act,
    scene: &Scene,
    posts: &[(i64, PersonId)],
) -> Result<(), Error> {
    let (thread, room) = (scene.thread.id, Some(scene.thread.room));
    let people = store::parties::cases_of(tx, scene.me)?;
    let reported = store::parties::reported_by(tx, scene.me)?;
    // A thread is long, and cases are few.
    for (position, author) in posts.iter().copied() {
        if people.contains(&author) || reported.contains(&(thread, position)) {
            let post = Some((thread, position));
            must_not_be(tx, act, Matter { author, room, post })?;
        }
    }
    Ok(())
}

/// Nobody decides who is a party, nor signs what a trainee proposes who is one.
pub(crate) fn must_not_be(tx: &mut Tx<'_>, act: &Act, matter: Matter) -> Result<(), Error> {
    let me = act.actor.person()?;
    let parties = of(tx, matter, act.now)?;
    let is_party = |person| person != matter.author && parties.contains(&person);
    if is_party(me) || act.trainee.is_some_and(is_party) {
        return Err(Refusal::new("coffee-room-party").into());
    }
    Ok(())
}

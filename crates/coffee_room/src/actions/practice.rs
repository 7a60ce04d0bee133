//! What moderators in training do, and what their mentors do with it.

use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::notices;
use kafferum_platform::people::{PersonId, store as people};
use kafferum_platform::policy::{Denied, Role};
use kafferum_platform::{Error, Fault, Refusal};

use super::{Act, Verdict, approve, decline, judge_post};
use crate::model::{Deed, Draft, Item, Opinion, OpinionId, OpinionState, Period, Practice, Reason};
use crate::{parties, rules, store, told};

/// Records what a trainee would decide about an item that waits. `watched`:
/// the item was found to be theirs to look at.
pub(crate) fn give_opinion(
    tx: &mut Tx<'_>,
    act: &Act,
    item: Item,
    (deed, reason, words): (Deed, Option<Reason>, &str),
) -> Result<(), Error> {
    let me = act.actor.person()?;
    let practice = store::practice::of(tx, me)?
        .ok_or_else(|| Refusal::new("coffee-room-practice-no-mentor"))?;
    rules::must_fit(item, deed)?;
    let has_reason = matches!(deed, Deed::Hide | Deed::Decline | Deed::Redact);
    if has_reason {
        rules::must_give_words(reason, words)?;
    }
    let reason = reason.filter(|_| has_reason);
    let new = store::practice::record(tx, &practice, item, (deed, reason, words), act.now)?;
    if practice.period == Period::Second && !has_stopped(tx, &practice, act.now)? {
        let thing = format!("opinion:{new}");
        notices::tell(tx, practice.mentor, &told::PROPOSAL, &thing, &thing, act.now)?;
    }
    Ok(())
}

/// Signs what a trainee of one's own proposes; what is done now is done in both
/// names.
pub(crate) fn sign(tx: &mut Tx<'_>, act: &Act, opinion: &Opinion) -> Result<Act, Error> {
    if !rules::may_sign(opinion, act.actor.person()?) {
        return Err(Denied::NotYours.into());
    }
    if opinion.state != OpinionState::Waiting || !store::practice::sign(tx, opinion.id, act.now)? {
        return Err(Refusal::new("coffee-room-already-handled").into());
    }
    Ok(Act { trainee: Some(opinion.trainee), ..act.clone() })
}

/// Executes what a trainee of one's own proposes, in both names. `draft` is
/// the text that waits, where it is about one. What is to be taken out of a
/// post is signed with the words that take its place.
pub(crate) fn sign_opinion(
    tx: &mut Tx<'_>,
    act: &Act,
    opinion: OpinionId,
    draft: Option<&Draft>,
) -> Result<String, Error> {
    let opinion = store::practice::opinion(tx, opinion)?.ok_or(Error::NotFound)?;
    let act = sign(tx, act, &opinion)?;
    match (opinion.item.parse().map_err(|_| Error::NotFound)?, opinion.deed) {
        (Item::Appeal(_), _) | (_, Deed::Redact) => Err(Error::NotFound),
        (Item::Post(thread, position), deed) => {
            let verdict = Verdict { deed, reason: opinion.reason, words: opinion.note, seen: None };
            judge_post(tx, &act, thread, position, &verdict)
        }
        (Item::Held(held), Deed::Approve) => approve(tx, &act, held, draft.ok_or(Error::NotFound)?),
        (Item::Held(held), _) => decline(tx, &act, held, opinion.reason, &opinion.note),
    }
}

/// What a mentor does with a trainee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Takes them on: the first period begins, or goes on from a mentor who
    /// has stopped.
    Take,
    /// The second period begins.
    Second,
    /// The practice ends.
    End,
}

/// Takes on a trainee, lets the second period begin, or ends the practice.
pub(crate) fn step(tx: &mut Tx<'_>, act: &Act, trainee: PersonId, step: Step) -> Result<(), Error> {
    let me = act.actor.person()?;
    let trainees = trainees(tx, act)?;
    if trainee == me || !trainees.iter().any(|(person, _)| *person == trainee) {
        return Err(Error::NotFound);
    }
    let running = store::practice::of(tx, trainee)?;
    match (step, running) {
        (Step::Take, None) => {
            store::practice::start(tx, trainee, me, Period::First, act.now)?;
        }
        (Step::Take, Some(practice)) if has_stopped(tx, &practice, act.now)? => {
            store::practice::end(tx, practice.id, act.now)?;
            let next = store::practice::start(tx, trainee, me, practice.period, act.now)?;
            store::practice::hand_over(tx, practice.id, next.ok_or_else(stale)?)?;
        }
        (Step::Second, Some(practice)) if is_next(&practice, me) => {
            // The course between the periods will be asked for here.
            store::practice::end(tx, practice.id, act.now)?;
            store::practice::start(tx, trainee, me, Period::Second, act.now)?;
        }
        (Step::End, Some(practice)) if practice.mentor == me => {
            store::practice::end(tx, practice.id, act.now)?;
        }
        _ => return Err(stale().into()),
    }
    Ok(())
}

fn stale() -> Refusal {
    Refusal::new("coffee-room-practice-stale")
}

/// Whether the mentor of a practice moderates no more where the trainee learns,
/// so that another may go on with it.
pub(crate) fn has_stopped(
    tx: &mut Tx<'_>,
    practice: &Practice,
    now: Millis,
) -> Result<bool, Fault> {
    for (person, scope) in people::holders(tx, Role::ModeratorTrainee, now)? {
        if person == practice.trainee
            && parties::moderators(tx, scope.as_deref(), now)?.contains(&practice.mentor)
        {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_next(practice: &Practice, mentor: PersonId) -> bool {
    practice.mentor == mentor && practice.period == Period::First
}

/// Who is in training in rooms that an actor moderates, and what they are
/// limited to.
pub(crate) fn trainees(
    tx: &mut Tx<'_>,
    act: &Act,
) -> Result<Vec<(PersonId, Option<String>)>, Error> {
    let mut trainees = people::holders(tx, Role::ModeratorTrainee, act.now)?;
    trainees.retain(|(_, scope)| match scope {
        Some(scope) => act.actor.is_for(Role::Moderator, scope),
        None => act.actor.is(Role::Moderator),
    });
    Ok(trainees)
}

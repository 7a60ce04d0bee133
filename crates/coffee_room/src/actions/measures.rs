//! Measures about people, appeals, and who looks at what.

use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::people::store as people;
use kafferum_platform::{Error, Refusal};

use super::{Act, approve_held, log, show_again, take_words_back};
use crate::model::{
    Appeal, AppealId, AppealState, Decision, DecisionId, Deed, Draft, Item, MeasureId, MeasureKind,
    NewMeasure, OpenTo, Reason, RoomId, ThreadId,
};
use crate::parties::{self, Matter};
use crate::rules::{self, CLAIM};
use crate::store::measures::NewRow;
use crate::store::moderation::Entry;
use crate::{calling, store};

/// Takes a measure about a person, in a room or in all; `post`: on account of
/// which post. Refused when another decided about the person since who decides
/// was shown how they stand (`seen`).
pub(crate) fn take_measure(
    tx: &mut Tx<'_>,
    act: &Act,
    person: PersonId,
    room: (RoomId, OpenTo),
    post: Option<(ThreadId, i64)>,
    new: &NewMeasure,
) -> Result<(), Error> {
    let room = (!new.is_everywhere).then_some(room);
    rules::may_measure(&act.actor, person, room)?;
    let matter = Matter { author: person, room: room.map(|(room, _)| room), post };
    parties::must_not_be(tx, act, matter)?;
    rules::must_be_measure(new)?;
    rules::must_give_words(new.reason, &new.words)?;
    let handled = || Refusal::new("coffee-room-already-handled");
    let after = store::measures::last_about(tx, person)?;
    if new.seen.is_some_and(|seen| seen != after) {
        return Err(handled().into());
    }
    let until = rules::end_of(new, act.now);
    let room = room.map(|(room, _)| room);
    let kept_out = match new.kind {
        MeasureKind::Remove => {
            let scope = rules::kept_out_scope(room);
            Some(people::keep_out(tx, person, &scope, until, act.now)?)
        }
        _ => None,
    };
    let reason = new.reason.unwrap_or(Reason::Other);
    let row = NewRow {
        person,
        room,
        kind: new.kind,
        posts_per_hour: new.posts_per_hour.filter(|_| new.kind == MeasureKind::Slow),
        reason,
        until,
        kept_out,
        after,
    };
    let measure = store::measures::insert(tx, &row, act.now)?.ok_or_else(handled)?;
    let entry = Entry {
        room,
        about: Some(person),
        measure: Some(measure),
        reason: Some(reason),
        note: &new.words,
        ..Entry::new(act.actor.person()?, new.kind.deed())
    };
    log(tx, act, &entry)?;
    Ok(())
}

/// Ends a measure before its time.
pub(crate) fn lift_measure(
    tx: &mut Tx<'_>,
    act: &Act,
    measure: MeasureId,
    words: &str,
) -> Result<(), Error> {
    let measure = store::measures::measure(tx, measure, act.lang)?.ok_or(Error::NotFound)?;
    rules::may_lift(&act.actor, &measure, act.now)?;
    parties::must_not_be(tx, act, measure.matter())?;
    end_measure(tx, act, measure.id)?;
    let entry = Entry {
        room: measure.room,
        about: Some(measure.person),
        measure: Some(measure.id),
        note: words,
        ..Entry::new(act.actor.person()?, Deed::Lift)
    };
    log(tx, act, &entry)?;
    Ok(())
}

fn end_measure(tx: &mut Tx<'_>, act: &Act, measure: MeasureId) -> Result<(), Error> {
    let measure = store::measures::measure(tx, measure, act.lang)?.ok_or(Error::NotFound)?;
    store::measures::lift(tx, measure.id, act.now)?;
    if let Some(kept_out) = measure.kept_out {
        people::let_in(tx, kept_out, act.now)?;
    }
    Ok(())
}

/// Whether what was decided still holds, so that there is something to appeal
/// against.
pub(crate) fn holds(tx: &mut Tx<'_>, act: &Act, decision: &Decision) -> Result<bool, Error> {
    Ok(match (decision.deed, decision.thread, decision.position, decision.measure) {
        (Deed::Hide, Some(thread), Some(position), _) => {
            store::measures::last_decision(tx, thread, position)? == Some(decision.id)
        }
        (Deed::Slow | Deed::Pause | Deed::Remove, .., Some(measure)) => {
            let measure = store::measures::measure(tx, measure, act.lang)?;
            // One that has run out still counts in how they stand.
            measure.is_some_and(|measure| measure.lifted_at.is_none())
        }
        _ => true,
    })
}

/// Asks for a decision about oneself to be looked at again, once.
pub(crate) fn appeal(
    tx: &mut Tx<'_>,
    act: &Act,
    decision: DecisionId,
    words: &str,
) -> Result<String, Error> {
    let me = act.actor.person()?;
    let decision = store::measures::decision(tx, decision, act.lang)?;
    let decision = decision.filter(|decision| decision.about == Some(me)).ok_or(Error::NotFound)?;
    let holds = holds(tx, act, &decision)?;
    rules::may_appeal(&decision, me, holds, act.now)?;
    let appeal = store::measures::insert_appeal(tx, decision.id, me, words, act.now)?;
    let appeal = appeal.ok_or_else(|| Refusal::new("coffee-room-appeal-once"))?;
    let matter = matter_of_appeal(me, &decision);
    calling::call_to_appeal(tx, Item::Appeal(appeal), matter, &decision, act.now)?;
    Ok(format!("/coffee-room/decisions/{}", decision.id))
}

/// An appeal with what it is against and who are parties to it.
pub(crate) fn find_appeal(
    tx: &mut Tx<'_>,
    act: &Act,
    appeal: AppealId,
) -> Result<(Appeal, Decision, Vec<PersonId>), Error> {
    let appeal = store::measures::appeal(tx, appeal)?.ok_or(Error::NotFound)?;
    let decision = store::measures::decision(tx, appeal.decision, act.lang)?;
    let decision = decision.ok_or(Error::NotFound)?;
    let matter = appealed_matter(&appeal, &decision);
    let parties = parties::of_appeal(tx, matter, &decision, act.now)?;
    Ok((appeal, decision, parties))
}

/// What an appeal is about.
pub(crate) fn appealed_matter(appeal: &Appeal, decision: &Decision) -> Matter {
    matter_of_appeal(appeal.person, decision)
}

fn matter_of_appeal(author: PersonId, decision: &Decision) -> Matter {
    Matter { author, room: decision.room, post: decision.thread.zip(decision.position) }
}

/// Decides an appeal: the decision stands, or is undone with it. `draft` is
/// the text that was not let in, where it was about one.
pub(crate) fn decide_appeal(
    tx: &mut Tx<'_>,
    act: &Act,
    appeal: AppealId,
    state: AppealState,
    words: &str,
    draft: Option<&Draft>,
) -> Result<String, Error> {
    let (appeal, decision, parties) = find_appeal(tx, act, appeal)?;
    rules::may_decide_appeal(&act.actor, &appeal, &decision, &parties)?;
    rules::must_wait_for_decision(&appeal)?;
    if !store::measures::decide_appeal(tx, appeal.id, state, words, act.now)? {
        return Err(Refusal::new("coffee-room-already-handled").into());
    }
    if state == AppealState::Overturned {
        undo(tx, act, &decision, draft)?;
    }
    let deed = if state == AppealState::Overturned { Deed::Overturn } else { Deed::Uphold };
    let entry = Entry {
        room: decision.room,
        thread: decision.thread,
        position: decision.position,
        held: decision.held,
        measure: decision.measure,
        about: Some(appeal.person),
        note: words,
        ..Entry::new(act.actor.person()?, deed)
    };
    log(tx, act, &entry)?;
    store::claims::release(tx, Item::Appeal(appeal.id))?;
    Ok("/moderation".to_owned())
}

/// Undoes a decision, as far as it still holds.
fn undo(
    tx: &mut Tx<'_>,
    act: &Act,
    decision: &Decision,
    draft: Option<&Draft>,
) -> Result<(), Error> {
    match (decision.deed, decision.thread, decision.position, decision.held, decision.measure) {
        (Deed::Hide, Some(thread), Some(position), ..) => {
            // Unless somebody has done so meanwhile.
            show_again(tx, act, thread, position)?;
            Ok(())
        }
        (Deed::Redact, Some(thread), Some(position), ..) => {
            take_words_back(tx, act, thread, position, decision.at)
        }
        (Deed::Decline, _, _, Some(held), _) => {
            let draft = draft.ok_or(Error::NotFound)?;
            approve_held(tx, act, held, draft)
        }
        (.., Some(measure)) => end_measure(tx, act, measure),
        _ => Ok(()),
    }
}

/// Says that somebody looks at an item, so that two don't do the same work.
/// `over`: although another does.
pub(crate) fn claim(tx: &mut Tx<'_>, act: &Act, item: Item, over: bool) -> Result<(), Error> {
    let me = act.actor.person()?;
    if store::claims::take(tx, item, me, over, act.now - CLAIM, act.now)? {
        return Ok(());
    }
    let claim = store::claims::of(tx, item)?;
    let name = claim.map_or_else(String::new, |claim| claim.pseudonym);
    Err(Refusal::new("coffee-room-claim-taken").with("name", name).into())
}

/// Gives an item back that one looked at.
pub(crate) fn release(tx: &mut Tx<'_>, act: &Act, item: Item) -> Result<(), Error> {
    let me = act.actor.person()?;
    let claim = store::claims::of(tx, item)?;
    if claim.is_some_and(|claim| claim.moderator == me) {
        store::claims::release(tx, item)?;
    }
    Ok(())
}

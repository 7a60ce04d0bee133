//! Who may decide what about whom, and who may ask for it to be looked at
//! again.

use kafferum_platform::Refusal;
use kafferum_platform::clock::{DAY, MINUTE, Millis};
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::{Actor, Denied, Role};

use super::{Error, sight};
use crate::model::{
    Appeal, AppealState, Claim, Decision, Deed, Measure, MeasureKind, NewMeasure, OpenTo, RoomId,
    Sight,
};

/// A claim holds so long; then somebody else may look without asking.
pub(crate) const CLAIM: Millis = 15 * MINUTE;
/// What a decision took out or did not let in is kept so long, for an appeal.
pub(crate) const APPEAL_WITHIN: Millis = 90 * DAY;
/// Days that a measure may last, to choose from.
pub(crate) const DAYS: [i64; 6] = [1, 3, 7, 14, 30, 90];
/// Posts an hour for somebody who is slowed down, to choose from.
pub(crate) const PER_HOUR: [i64; 3] = [1, 3, 6];

/// Whether an actor moderates a room; all rooms where it is none.
pub(crate) fn is_moderator_of(actor: &Actor, room: Option<(RoomId, OpenTo)>) -> bool {
    match room {
        Some((room, open_to)) => sight(actor, room, open_to) == Some(Sight::Moderator),
        None => actor.is(Role::Moderator),
    }
}

/// Whether an actor may take a measure about somebody: a moderator of the room
/// (of all rooms, for a measure in all), never about themselves.
pub(crate) fn may_measure(
    actor: &Actor,
    person: PersonId,
    room: Option<(RoomId, OpenTo)>,
) -> Result<(), Error> {
    if !is_moderator_of(actor, room) {
        return Err(Denied::NotYours.into());
    }
    if actor.person()? == person {
        return Err(Refusal::new("coffee-room-measure-own").into());
    }
    Ok(())
}

/// A measure has a length and a rate where its kind asks for them; only
/// keeping somebody out may last until it is lifted.
pub(crate) fn must_be_measure(measure: &NewMeasure) -> Result<(), Refusal> {
    let has_days = measure.days.is_some_and(|days| DAYS.contains(&days));
    let length = Refusal::new("coffee-room-measure-length-missing").at("days");
    match measure.kind {
        MeasureKind::Warn => Ok(()),
        MeasureKind::Remove if has_days || measure.days.is_none() => Ok(()),
        MeasureKind::Slow if !measure.posts_per_hour.is_some_and(|n| PER_HOUR.contains(&n)) => {
            Err(Refusal::new("coffee-room-measure-rate-missing").at("rate"))
        }
        _ if has_days => Ok(()),
        _ => Err(length),
    }
}

/// When a measure ends that is taken now.
pub(crate) fn end_of(measure: &NewMeasure, now: Millis) -> Option<Millis> {
    match measure.kind {
        MeasureKind::Warn => None,
        _ => measure.days.map(|days| now.saturating_add(days.saturating_mul(DAY))),
    }
}

/// Whether a measure may be lifted by an actor.
pub(crate) fn may_lift(actor: &Actor, measure: &Measure, now: Millis) -> Result<(), Error> {
    may_measure(actor, measure.person, measure.room.zip(measure.open_to))?;
    if measure.is_in_force(now) {
        Ok(())
    } else {
        Err(Refusal::new("coffee-room-measure-over").into())
    }
}

/// Whether a claim still keeps others from looking.
pub(crate) fn is_alive(claim: &Claim, now: Millis) -> bool {
    now < claim.at.saturating_add(CLAIM)
}

/// Deeds that are told to whom they are about, who may appeal once.
pub(crate) const fn may_be_appealed(deed: Deed) -> bool {
    matches!(
        deed,
        Deed::Hide
            | Deed::Decline
            | Deed::Redact
            | Deed::Warn
            | Deed::Slow
            | Deed::Pause
            | Deed::Remove
    )
}

/// Until when one may appeal against a decision; for ever where undoing it
/// takes nothing that is kept for that alone.
pub(crate) fn appeal_until(decision: &Decision) -> Option<Millis> {
    matches!(decision.deed, Deed::Decline | Deed::Redact)
        .then(|| decision.at.saturating_add(APPEAL_WITHIN))
}

/// Whether a person may appeal against a decision: about them, once, in time,
/// while it holds.
pub(crate) fn may_appeal(
    decision: &Decision,
    person: PersonId,
    holds: bool,
    now: Millis,
) -> Result<(), Refusal> {
    let is_theirs = decision.about == Some(person) && may_be_appealed(decision.deed);
    let is_late = appeal_until(decision).is_some_and(|until| until <= now);
    match decision.appeal {
        _ if !is_theirs => Err(Refusal::new("coffee-room-appeal-none")),
        Some(_) => Err(Refusal::new("coffee-room-appeal-once")),
        None if !holds => Err(Refusal::new("coffee-room-appeal-undone")),
        None if is_late => Err(Refusal::new("coffee-room-appeal-late")),
        None => Ok(()),
    }
}

/// Whether an actor may decide an appeal: a moderator of the place, who neither
/// took nor proposed the decision and is no party (`parties`: those who
/// reported it).
pub(crate) fn may_decide_appeal(
    actor: &Actor,
    appeal: &Appeal,
    decision: &Decision,
    parties: &[PersonId],
) -> Result<(), Error> {
    let me = actor.person()?;
    if !is_moderator_of(actor, decision.room.zip(decision.open_to)) {
        return Err(Error::NotFound);
    }
    let is_theirs = me == decision.moderator || decision.trainee == Some(me);
    if is_theirs || me == appeal.person || parties.contains(&me) {
        return Err(Refusal::new("coffee-room-appeal-party").into());
    }
    Ok(())
}

/// An appeal is decided once.
pub(crate) fn must_wait_for_decision(appeal: &Appeal) -> Result<(), Refusal> {
    match appeal.state {
        AppealState::Waiting => Ok(()),
        _ => Err(Refusal::new("coffee-room-already-handled")),
    }
}

#[cfg(test)]
mod tests {
    use kafferum_platform::policy::{Grant, Standing};

    use super::*;
    use crate::model::{AppealId, DecisionId};

    const ME: PersonId = PersonId(1);
    const OTHER: PersonId = PersonId(2);
    const HERE: (RoomId, OpenTo) = (RoomId(7), OpenTo::Everybody);

    fn moderator(scope: Option<&str>) -> Actor {
        let scope = scope.map(ToOwned::to_owned);
        let grants = vec![Grant { role: Role::Moderator, scope }];
        Actor { person: Some(ME), standing: Standing::Member, grants, ..Actor::visitor() }
    }

    fn decision(moderator: PersonId, about: PersonId) -> Decision {
        Decision {
            id: DecisionId(1),
            at: 0,
            moderator,
            trainee: None,
            deed: Deed::Hide,
            room: Some(HERE.0),
            room_name: String::new(),
            open_to: Some(HERE.1),
            thread: None,
            position: None,
            held: None,
            measure: None,
            about: Some(about),
            reason: None,
            note: String::new(),
            appeal: None,
        }
    }

    #[test]
    fn measures_are_taken_in_ones_rooms_and_never_about_oneself() {
        for (scope, room, person, wanted) in [
            (None, None, OTHER, true),
            (None, Some(HERE), OTHER, true),
            (None, None, ME, false),
            (Some("room:7"), Some(HERE), OTHER, true),
            (Some("room:7"), None, OTHER, false),
            (Some("room:8"), Some(HERE), OTHER, false),
        ] {
            let is_ok = may_measure(&moderator(scope), person, room).is_ok();
            assert_eq!(is_ok, wanted, "{scope:?} {room:?} {person:?}");
        }
    }

    #[test]
    fn a_measure_has_its_length_and_rate() {
        use MeasureKind::{Pause, Remove, Slow, Warn};
        for (kind, days, posts_per_hour, wanted) in [
            (Warn, None, None, true),
            (Pause, None, None, false),
            (Pause, Some(7), None, true),
            (Pause, Some(8), None, false),
            (Slow, Some(7), None, false),
            (Slow, Some(7), Some(3), true),
            (Slow, None, Some(3), false),
            (Remove, None, None, true),
            (Remove, Some(90), None, true),
            (Remove, Some(-1), None, false),
        ] {
            let (reason, words) = (None, String::new());
            let (is_everywhere, seen) = (false, None);
            let new = NewMeasure { kind, is_everywhere, posts_per_hour, days, reason, words, seen };
            assert_eq!(must_be_measure(&new).is_ok(), wanted, "{new:?}");
        }
    }

    #[test]
    fn an_appeal_goes_to_another_moderator_who_is_no_party() {
        let appeal = Appeal {
            id: AppealId(1),
            decision: DecisionId(1),
            person: PersonId(3),
            pseudonym: String::new(),
            words: String::new(),
            at: 0,
            state: AppealState::Waiting,
            decided_at: None,
            note: String::new(),
        };
        let decide = |scope, decision: &Decision, parties: &[PersonId]| {
            may_decide_appeal(&moderator(scope), &appeal, decision, parties).is_ok()
        };
        assert!(decide(None, &decision(OTHER, appeal.person), &[]));
        assert!(decide(Some("room:7"), &decision(OTHER, appeal.person), &[OTHER]));
        assert!(!decide(Some("room:8"), &decision(OTHER, appeal.person), &[]));
        assert!(!decide(None, &decision(ME, appeal.person), &[]));
        let proposed = Decision { trainee: Some(ME), ..decision(OTHER, appeal.person) };
        assert!(!decide(None, &proposed, &[]));
        assert!(!decide(None, &decision(OTHER, appeal.person), &[ME]));
        let mine = Appeal { person: ME, ..appeal };
        let about_me = decision(OTHER, ME);
        assert!(may_decide_appeal(&moderator(None), &mine, &about_me, &[]).is_err());
    }

    #[test]
    fn one_appeals_once_against_what_holds_and_is_about_oneself() {
        assert!(may_appeal(&decision(OTHER, ME), ME, true, 0).is_ok());
        assert!(may_appeal(&decision(OTHER, ME), ME, false, 0).is_err());
        assert!(may_appeal(&decision(OTHER, OTHER), ME, true, 0).is_err());
        let appealed = Decision { appeal: Some(AppealState::Upheld), ..decision(OTHER, ME) };
        assert!(may_appeal(&appealed, ME, true, 0).is_err());
        let kept = Decision { deed: Deed::Keep, ..decision(OTHER, ME) };
        assert!(may_appeal(&kept, ME, true, 0).is_err());
        // What is kept for an appeal alone is not kept for ever.
        let late = decision(OTHER, ME).at + APPEAL_WITHIN;
        assert!(may_appeal(&decision(OTHER, ME), ME, true, late).is_ok());
        let declined = Decision { deed: Deed::Decline, ..decision(OTHER, ME) };
        assert!(may_appeal(&declined, ME, true, late - 1).is_ok());
        assert!(may_appeal(&declined, ME, true, late).is_err());
    }
}

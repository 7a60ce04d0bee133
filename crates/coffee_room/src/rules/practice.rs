//! Moderators in training.

use kafferum_platform::people::PersonId;
use kafferum_platform::policy::{Actor, Role};

use super::Refusal;
use crate::model::{Deed, Item, Opinion, Period, RoomId, Sight};

/// Whether an actor looks at what waits in a room: its moderators and those
/// who learn to be one there. `sight`: what they see in it otherwise.
pub(crate) fn is_watcher(actor: &Actor, room: RoomId, sight: Sight) -> bool {
    sight == Sight::Moderator
        || (sight == Sight::Member && actor.is_for(Role::ModeratorTrainee, &format!("room:{room}")))
}

/// Whether an actor moderates a room, for whomever it is.
pub(crate) fn moderates(actor: &Actor, room: RoomId) -> bool {
    actor.is_for(Role::Moderator, &format!("room:{room}"))
}

/// The rooms in which an actor looks at what waits, as one text, `,1,2,7,`;
/// none for all of them.
pub(crate) fn watched_rooms(actor: &Actor) -> Option<String> {
    let roles = [Role::Moderator, Role::ModeratorTrainee];
    let grants = actor.grants.iter().filter(|grant| roles.contains(&grant.role));
    rooms_of(grants.map(|grant| grant.scope.as_deref()))
}

/// The rooms that somebody with these scopes has to do with, likewise.
pub(crate) fn rooms_of<'s>(scopes: impl IntoIterator<Item = Option<&'s str>>) -> Option<String> {
    let mut list = String::from(",");
    for scope in scopes {
        let room = scope?.strip_prefix("room:").filter(|room| room.parse::<i64>().is_ok());
        list.extend(room.into_iter().flat_map(|room| [room, ","]));
    }
    Some(list)
}

/// A deed that can be done to a thing.
pub(crate) fn must_fit(item: Item, deed: Deed) -> Result<(), Refusal> {
    match (item, deed) {
        (Item::Post(..), Deed::Hide | Deed::Keep | Deed::Redact)
        | (Item::Held(_), Deed::Approve | Deed::Decline) => Ok(()),
        _ => Err(Refusal::new("form-required").at("deed")),
    }
}

/// Whether a moderator may sign what a trainee proposes: the mentor, in the
/// second period.
pub(crate) fn may_sign(opinion: &Opinion, moderator: PersonId) -> bool {
    opinion.period == Period::Second && opinion.mentor == moderator && opinion.trainee != moderator
}

#[cfg(test)]
mod tests {
    use kafferum_platform::policy::{Grant, Standing};

    use super::*;
    use crate::model::{HeldId, OpinionId, OpinionState, ThreadId};

    fn trainee(scope: Option<&str>) -> Actor {
        let scope = scope.map(ToOwned::to_owned);
        let grants = vec![Grant { role: Role::ModeratorTrainee, scope }];
        Actor { person: Some(PersonId(1)), standing: Standing::Member, grants, ..Actor::visitor() }
    }

    #[test]
    fn a_trainee_looks_at_what_waits_within_their_scope() {
        for (scope, room, sight, wanted) in [
            (None, 7, Sight::Member, true),
            (Some("room:7"), 7, Sight::Member, true),
            (Some("room:7"), 8, Sight::Member, false),
            (Some("room:7"), 8, Sight::Moderator, true),
            (None, 7, Sight::Guest, false),
        ] {
            let is = is_watcher(&trainee(scope), RoomId(room), sight);
            assert_eq!(is, wanted, "{scope:?} {room} {sight:?}");
        }
        assert_eq!(watched_rooms(&trainee(None)), None);
        assert_eq!(watched_rooms(&trainee(Some("room:7"))).as_deref(), Some(",7,"));
        assert_eq!(watched_rooms(&trainee(Some("region:Uusimaa"))).as_deref(), Some(","));
    }

    #[test]
    fn the_mentor_alone_signs_and_only_in_the_second_period() {
        let opinion = Opinion {
            id: OpinionId(1),
            trainee: PersonId(1),
            trainee_name: String::new(),
            mentor: PersonId(2),
            period: Period::Second,
            item: "held-1".to_owned(),
            deed: Deed::Approve,
            reason: None,
            note: String::new(),
            at: 0,
            state: OpinionState::Waiting,
            decided: None,
        };
        assert!(may_sign(&opinion, PersonId(2)));
        assert!(!may_sign(&opinion, PersonId(3)));
        let first = Opinion { period: Period::First, ..opinion };
        assert!(!may_sign(&first, PersonId(2)));
    }

    #[test]
    fn a_proposal_fits_what_it_is_about() {
        let (post, held) = (Item::Post(ThreadId(1), 1), Item::Held(HeldId(1)));
        for (item, deed, wanted) in [
            (post, Deed::Hide, true),
            (post, Deed::Keep, true),
            (post, Deed::Redact, true),
            (held, Deed::Redact, false),
            (post, Deed::Approve, false),
            (held, Deed::Approve, true),
            (held, Deed::Decline, true),
            (held, Deed::Hide, false),
        ] {
            assert_eq!(must_fit(item, deed).is_ok(), wanted, "{item} {deed:?}");
        }
    }
}

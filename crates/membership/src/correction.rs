//! Correcting the address that somebody signs in with who can't get in: it was
//! mistyped, and the password is lost or went to nobody. A registrar, who has
//! recognised them, asks; an administrator agrees; the address of before and
//! the devices that are signed in hear of it and can stop it. What may be done
//! when, and by whom: pure.

use kafferum_platform::clock::{DAY, Millis};
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::{Actor, Role};

kafferum_platform::id! {
    /// A correction's number.
    CorrectionId
}

kafferum_platform::words! {
    /// What has become of a correction.
    CorrectionState {
        /// No administrator has answered.
        Waiting = "waiting",
        /// One agreed: the days run in which it can be stopped, or the link
        /// that ends it is out.
        Agreed = "agreed",
        /// One did not.
        Declined = "declined",
        /// Who asked took it back.
        Withdrawn = "withdrawn",
        /// The person, or whoever reads the address of before, stopped it.
        Stopped = "stopped",
        /// Nobody answered, or took the link, in time.
        Expired = "expired",
        /// The address is changed.
        Done = "done",
    }
}

impl CorrectionState {
    /// The text key of its name.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "membership-correction-state-waiting",
            Self::Agreed => "membership-correction-state-agreed",
            Self::Declined => "membership-correction-state-declined",
            Self::Withdrawn => "membership-correction-state-withdrawn",
            Self::Stopped => "membership-correction-state-stopped",
            Self::Expired => "membership-correction-state-expired",
            Self::Done => "membership-correction-state-done",
        }
    }
}

/// Nobody answers one that is older.
pub(crate) const ANSWERED_WITHIN: Millis = 14 * DAY;
/// How long it can be stopped before the link goes out. Whoever reads their mail
/// on working days alone reads it within three days, but for long holidays; and
/// who waits to get in has waited for two people already.
pub(crate) const STOPPED_WITHIN: Millis = 3 * DAY;
/// How long the link works. It goes out when nobody is on the telephone any
/// more, to a mailbox that may be looked at once a week.
pub(crate) const TAKEN_WITHIN: Millis = 7 * DAY;

/// A time as days, for sentences.
pub(crate) fn days(time: Millis) -> String {
    (time / DAY).to_string()
}

/// A correction. People stand in it by their names, never by pseudonym.
#[derive(Debug, Clone)]
pub(crate) struct Correction {
    pub(crate) id: CorrectionId,
    pub(crate) person: PersonId,
    pub(crate) name: String,
    /// What they sign in with now.
    pub(crate) now_email: String,
    /// What they would sign in with.
    pub(crate) email: String,
    pub(crate) asked_by: PersonId,
    /// Name of who asked; empty once they are erased.
    pub(crate) asker: String,
    pub(crate) asked_at: Millis,
    /// How the person was recognised.
    pub(crate) reason: String,
    /// As it was written down; [`Correction::state`] says what it is.
    pub(crate) written: CorrectionState,
    pub(crate) answered_by: Option<PersonId>,
    /// Name of who answered.
    pub(crate) answerer: String,
    pub(crate) answered_at: Option<Millis>,
    pub(crate) answer: String,
    /// When the link went out.
    pub(crate) mailed_at: Option<Millis>,
}

impl Correction {
    /// What it is now; the clock goes on without anybody noting it.
    pub(crate) fn state(&self, now: Millis) -> CorrectionState {
        match (self.written, self.ends_at()) {
            (CorrectionState::Waiting | CorrectionState::Agreed, Some(end)) if now >= end => {
                CorrectionState::Expired
            }
            (written, _) => written,
        }
    }

    /// When it ends by itself; not while the days run in which it can be stopped.
    pub(crate) fn ends_at(&self) -> Option<Millis> {
        match self.written {
            CorrectionState::Waiting => Some(self.asked_at + ANSWERED_WITHIN),
            _ => self.mailed_at.map(|at| at + TAKEN_WITHIN),
        }
    }

    /// When the link goes out, while it has yet to.
    pub(crate) fn link_at(&self) -> Option<Millis> {
        let is_ahead = self.written == CorrectionState::Agreed && self.mailed_at.is_none();
        self.answered_at.filter(|_| is_ahead).map(|at| at + STOPPED_WITHIN)
    }

    /// Whether it may still lead to another address.
    pub(crate) fn is_open(&self, now: Millis) -> bool {
        matches!(self.state(now), CorrectionState::Waiting | CorrectionState::Agreed)
    }

    /// Whether the link that went to the new address works.
    pub(crate) fn may_be_taken(&self, now: Millis) -> bool {
        self.state(now) == CorrectionState::Agreed && self.mailed_at.is_some()
    }

    /// An administrator who did not ask for it, and not the person.
    pub(crate) fn may_answer(&self, actor: &Actor, now: Millis) -> bool {
        let is_another = actor.person.is_some_and(|me| me != self.person && me != self.asked_by);
        is_another && actor.is(Role::Administrator) && self.state(now) == CorrectionState::Waiting
    }

    /// Who asked, as long as it is open.
    pub(crate) fn may_withdraw(&self, actor: &Actor, now: Millis) -> bool {
        actor.person == Some(self.asked_by) && self.is_open(now)
    }

    /// Whether the office shows it to somebody: to registrars, and to
    /// administrators while it waits for them or when they answered it; never
    /// to the person, who has a page of their own.
    pub(crate) fn is_seen_by(&self, actor: &Actor, now: Millis) -> bool {
        let Some(me) = actor.person.filter(|me| *me != self.person) else { return false };
        actor.is(Role::Registrar) || self.answered_by == Some(me) || self.may_answer(actor, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kafferum_platform::policy::Grant;

    const NOW: Millis = 100 * DAY;

    fn actor(person: i64, roles: &[Role]) -> Actor {
        let grants = roles.iter().map(|role| Grant { role: *role, scope: None }).collect();
        Actor { person: Some(PersonId(person)), grants, ..Actor::visitor() }
    }

    /// About 1, asked by 2, answered by 3 if it was.
    fn correction(written: CorrectionState, mailed_at: Option<Millis>) -> Correction {
        let is_answered = written != CorrectionState::Waiting;
        Correction {
            id: CorrectionId(1),
            person: PersonId(1),
            name: String::new(),
            now_email: String::new(),
            email: String::new(),
            asked_by: PersonId(2),
            asker: String::new(),
            asked_at: NOW,
            reason: String::new(),
            written,
            answered_by: is_answered.then_some(PersonId(3)),
            answerer: String::new(),
            answered_at: is_answered.then_some(NOW),
            answer: String::new(),
            mailed_at,
        }
    }

    #[test]
    fn an_administrator_answers_who_neither_asked_nor_is_the_person() {
        use Role::{Administrator, Moderator, Registrar};
        let waiting = correction(CorrectionState::Waiting, None);
        for (person, roles, answers, sees) in [
            (3, &[Administrator][..], true, true),
            (3, &[Registrar, Administrator], true, true),
            (3, &[Registrar], false, true),
            (3, &[Moderator], false, false),
            (2, &[Registrar, Administrator], false, true),
            (2, &[], false, false),
            (1, &[Administrator, Registrar], false, false),
        ] {
            let actor = actor(person, roles);
            assert_eq!(waiting.may_answer(&actor, NOW), answers, "{person} {roles:?}");
            assert_eq!(waiting.is_seen_by(&actor, NOW), sees, "{person} {roles:?}");
        }
        let administrator = actor(3, &[Administrator]);
        assert!(!waiting.may_answer(&administrator, NOW + ANSWERED_WITHIN));
        let agreed = correction(CorrectionState::Agreed, None);
        assert!(!agreed.may_answer(&administrator, NOW));
        assert!(agreed.is_seen_by(&administrator, NOW), "they answered it");
        assert!(!agreed.is_seen_by(&actor(4, &[Administrator]), NOW), "it is not theirs");
        assert!(agreed.may_withdraw(&actor(2, &[]), NOW));
        assert!(!agreed.may_withdraw(&actor(3, &[Administrator]), NOW));
    }

    #[test]
    fn it_waits_can_be_stopped_and_ends_each_for_its_time() {
        let states = |one: &Correction, at| (one.state(at), one.is_open(at), one.may_be_taken(at));
        let waiting = correction(CorrectionState::Waiting, None);
        let end = NOW + ANSWERED_WITHIN;
        assert_eq!(states(&waiting, end - 1), (CorrectionState::Waiting, true, false));
        assert_eq!(states(&waiting, end), (CorrectionState::Expired, false, false));
        // It does not end before the link has gone out, however late that is.
        let agreed = correction(CorrectionState::Agreed, None);
        assert_eq!(agreed.link_at(), Some(NOW + STOPPED_WITHIN));
        assert_eq!(states(&agreed, NOW + 90 * DAY), (CorrectionState::Agreed, true, false));
        let mailed = correction(CorrectionState::Agreed, Some(NOW + STOPPED_WITHIN));
        let end = NOW + STOPPED_WITHIN + TAKEN_WITHIN;
        assert_eq!(mailed.link_at(), None);
        assert_eq!(states(&mailed, end - 1), (CorrectionState::Agreed, true, true));
        assert_eq!(states(&mailed, end), (CorrectionState::Expired, false, false));
        for over in [CorrectionState::Declined, CorrectionState::Stopped, CorrectionState::Done] {
            let over = correction(over, Some(NOW));
            assert!(!over.is_open(NOW) && !over.may_be_taken(NOW), "{over:?}");
        }
    }
}

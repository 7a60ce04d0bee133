//! Moderators in training: their practice with a mentor, and what they would
//! decide.

use kafferum_platform::clock::Millis;
use kafferum_platform::people::PersonId;
use kafferum_platform::{id, words};

use super::{Deed, Reason};

id! {
    /// Number of a practice period of somebody.
    PracticeId
}

id! {
    /// Number of an opinion.
    OpinionId
}

words! {
    /// The two periods; the course stands between them.
    Period {
        /// Decisions are recorded and compared, not executed.
        First = "first",
        /// They are executed when the mentor signs them too.
        Second = "second",
    }
}

impl Period {
    /// Text key of the period.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::First => "coffee-room-practice-first",
            Self::Second => "coffee-room-practice-second",
        }
    }
}

/// A running period of a trainee with a mentor.
#[derive(Debug, Clone)]
pub(crate) struct Practice {
    pub id: PracticeId,
    pub trainee: PersonId,
    pub mentor: PersonId,
    pub mentor_name: String,
    pub period: Period,
    pub started_at: Millis,
}

words! {
    /// What became of an opinion.
    OpinionState {
        /// Nobody has decided yet.
        Waiting = "waiting",
        /// A moderator decided, with or without knowing of it.
        Compared = "compared",
        /// The mentor signed it, so that it was executed.
        Signed = "signed",
        /// It was taken back, or what it was about is gone.
        Void = "void",
    }
}

/// What a trainee would decide about something that waits.
#[derive(Debug, Clone)]
pub(crate) struct Opinion {
    pub id: OpinionId,
    pub trainee: PersonId,
    pub trainee_name: String,
    pub mentor: PersonId,
    pub period: Period,
    /// As [`super::Item`] spells it.
    pub item: String,
    pub deed: Deed,
    pub reason: Option<Reason>,
    pub note: String,
    pub at: Millis,
    pub state: OpinionState,
    pub decided: Option<Deed>,
}

impl Opinion {
    /// Whether the moderator decided likewise; none while nobody has.
    pub(crate) fn agrees(&self) -> Option<bool> {
        self.decided.map(|decided| decided == self.deed)
    }
}

/// How often a trainee decided as moderators did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Agreement {
    pub alike: i64,
    pub compared: i64,
}

impl Agreement {
    /// Of these opinions.
    pub(crate) fn of<'o>(opinions: impl IntoIterator<Item = &'o Opinion>) -> Self {
        opinions.into_iter().filter_map(Opinion::agrees).fold(Self::default(), |sum, agrees| Self {
            alike: sum.alike + i64::from(agrees),
            compared: sum.compared + 1,
        })
    }
}

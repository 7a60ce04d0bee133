//! What moderators decide about a person, appeals, and who looks at what.

use std::fmt;
use std::str::FromStr;

use kafferum_platform::clock::Millis;
use kafferum_platform::people::PersonId;
use kafferum_platform::{id, words};

use super::{Deed, HeldId, OpenTo, Reason, RoomId, ThreadId};
use crate::parties::Matter;

id! {
    /// Number of a measure.
    MeasureId
}

id! {
    /// Number of an appeal.
    AppealId
}

id! {
    /// Number of a line of the moderation log.
    DecisionId
}

words! {
    /// What moderators may do about a person, the mildest first.
    MeasureKind {
        /// Tells them that something was not right.
        Warn = "warn",
        /// They write so many posts an hour at most.
        Slow = "slow",
        /// They read and don't write.
        Pause = "pause",
        /// They don't enter.
        Remove = "remove",
    }
}

impl MeasureKind {
    /// Text key of the measure.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Warn => "coffee-room-measure-warn",
            Self::Slow => "coffee-room-measure-slow",
            Self::Pause => "coffee-room-measure-pause",
            Self::Remove => "coffee-room-measure-remove",
        }
    }

    /// The deed that the log tells of.
    pub(crate) const fn deed(self) -> Deed {
        match self {
            Self::Warn => Deed::Warn,
            Self::Slow => Deed::Slow,
            Self::Pause => Deed::Pause,
            Self::Remove => Deed::Remove,
        }
    }
}

/// A measure about a person: a fact with dates.
pub(crate) struct Measure {
    pub id: MeasureId,
    pub person: PersonId,
    /// Empty when they were erased.
    pub pseudonym: String,
    /// None for all rooms.
    pub room: Option<RoomId>,
    /// Empty for all rooms.
    pub room_name: String,
    pub open_to: Option<OpenTo>,
    pub kind: MeasureKind,
    /// With [`MeasureKind::Slow`].
    pub posts_per_hour: Option<i64>,
    pub reason: Reason,
    pub at: Millis,
    /// None with a warning, and where it lasts until it is lifted.
    pub until: Option<Millis>,
    pub lifted_at: Option<Millis>,
    /// The line of the log that it began with.
    pub decision: DecisionId,
    /// What keeps them out, with [`MeasureKind::Remove`].
    pub kept_out: Option<i64>,
}

impl Measure {
    /// Whether it holds now.
    pub(crate) fn is_in_force(&self, now: Millis) -> bool {
        self.kind != MeasureKind::Warn
            && self.lifted_at.is_none()
            && self.until.is_none_or(|until| now < until)
    }

    /// What is to be decided of it.
    pub(crate) fn matter(&self) -> Matter {
        Matter { author: self.person, room: self.room, post: None }
    }
}

/// A measure about to be taken.
#[derive(Debug, Clone)]
pub(crate) struct NewMeasure {
    pub kind: MeasureKind,
    /// In all rooms, not in this one alone.
    pub is_everywhere: bool,
    pub posts_per_hour: Option<i64>,
    /// None: until it is lifted.
    pub days: Option<i64>,
    pub reason: Option<Reason>,
    pub words: String,
    /// The last line of the log about the person that was known to who
    /// decides; none where they were not asked.
    pub seen: Option<i64>,
}

/// A decision about somebody, as the log has it.
pub(crate) struct Decision {
    pub id: DecisionId,
    pub at: Millis,
    pub moderator: PersonId,
    /// Who proposed it in training: it is theirs as well.
    pub trainee: Option<PersonId>,
    pub deed: Deed,
    pub room: Option<RoomId>,
    /// Empty for all rooms.
    pub room_name: String,
    pub open_to: Option<OpenTo>,
    pub thread: Option<ThreadId>,
    pub position: Option<i64>,
    pub held: Option<HeldId>,
    pub measure: Option<MeasureId>,
    pub about: Option<PersonId>,
    pub reason: Option<Reason>,
    pub note: String,
    pub appeal: Option<AppealState>,
}

words! {
    /// What became of an appeal.
    AppealState {
        /// It waits.
        Waiting = "waiting",
        /// The decision stands.
        Upheld = "upheld",
        /// It was undone.
        Overturned = "overturned",
    }
}

impl AppealState {
    /// Text key of the state, for who appealed.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Waiting => "coffee-room-appeal-waiting",
            Self::Upheld => "coffee-room-appeal-upheld",
            Self::Overturned => "coffee-room-appeal-overturned",
        }
    }
}

/// An appeal against a decision.
pub(crate) struct Appeal {
    pub id: AppealId,
    pub decision: DecisionId,
    pub person: PersonId,
    /// Empty when they were erased.
    pub pseudonym: String,
    pub words: String,
    pub at: Millis,
    pub state: AppealState,
    pub decided_at: Option<Millis>,
    /// The other moderator's words.
    pub note: String,
}

/// What can wait for a moderator, as claims name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Item {
    /// A reported post.
    Post(ThreadId, i64),
    /// A text that waits.
    Held(HeldId),
    /// An appeal.
    Appeal(AppealId),
}

impl Item {
    /// Its page.
    pub(crate) fn path(self) -> String {
        match self {
            Self::Post(thread, position) => {
                format!("/moderation/threads/{thread}/posts/{position}")
            }
            Self::Held(held) => format!("/moderation/held/{held}"),
            Self::Appeal(appeal) => format!("/moderation/appeals/{appeal}"),
        }
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Post(thread, position) => write!(f, "post-{thread}-{position}"),
            Self::Held(held) => write!(f, "held-{held}"),
            Self::Appeal(appeal) => write!(f, "appeal-{appeal}"),
        }
    }
}

/// A text that names no item.
pub(crate) struct NoItem;

impl FromStr for Item {
    type Err = NoItem;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (kind, rest) = text.split_once('-').ok_or(NoItem)?;
        let number = |text: &str| text.parse::<i64>().map_err(|_| NoItem);
        match kind {
            "post" => {
                let (thread, position) = rest.split_once('-').ok_or(NoItem)?;
                Ok(Self::Post(ThreadId(number(thread)?), number(position)?))
            }
            "held" => Ok(Self::Held(HeldId(number(rest)?))),
            "appeal" => Ok(Self::Appeal(AppealId(number(rest)?))),
            _ => Err(NoItem),
        }
    }
}

/// Who looks at something that waits, and since when.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    pub moderator: PersonId,
    pub pseudonym: String,
    pub at: Millis,
}

/// A post beside the one that is judged.
pub(crate) struct Neighbour {
    pub position: i64,
    pub author: String,
    pub at: Millis,
    pub html: String,
    pub is_hidden: bool,
}

/// How somebody stands in the coffee room, by what they did there. Nothing
/// here says who they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Record {
    /// When their first post was written.
    pub first_at: Option<Millis>,
    /// When the last one was.
    pub last_at: Option<Millis>,
    /// Posts that are shown.
    pub stood: i64,
    /// Thanks for the newest of those.
    pub thanks: i64,
    /// Posts that moderators hid.
    pub hidden: i64,
    /// Measures of the last year, warnings too.
    pub measures: i64,
    /// Reports of theirs that moderators found right.
    pub right_reports: i64,
    /// Reports of theirs after which a post was left as it was.
    pub wrong_reports: i64,
    /// Since when they wrote their newest posts that are shown, as many as are
    /// asked for before one is known, or all that there are.
    pub newest_since: Option<Millis>,
    /// Since when they have written without a break that takes a step of trust.
    /// Looked for no further back than it matters.
    pub here_since: Option<Millis>,
    /// The same without one that takes two.
    pub long_here_since: Option<Millis>,
}

//! Texts that wait for a moderator.

use kafferum_platform::clock::{DAY, Millis};
use kafferum_platform::markdown::{self, Attachment, Place};
use kafferum_platform::people::PersonId;
use kafferum_platform::{id, words};

use crate::parties::Matter;
use crate::polls::Poll;

use super::{
    Audience, DraftPlace, OpenTo, Opening, Reason, RoomId, SavedDraft, ThreadId, TypedPoll,
};

id! {
    /// Number of a text that waits or waited.
    HeldId
}

words! {
    /// Why a text waits.
    HoldCause {
        /// Somebody might be recognised by it.
        Guard = "guard",
        /// It is among the first of somebody new.
        Newcomer = "newcomer",
        /// Too many at once, or the same in many places.
        Rate = "rate",
    }
}

impl HoldCause {
    /// Text key of the cause, for its author and for moderators.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Guard => "coffee-room-hold-guard",
            Self::Newcomer => "coffee-room-hold-newcomer",
            Self::Rate => "coffee-room-hold-rate",
        }
    }
}

words! {
    /// What became of a text that waits.
    HeldState {
        /// It waits.
        Waiting = "waiting",
        /// It was let in.
        Approved = "approved",
        /// It was not.
        Declined = "declined",
        /// Its author took it back.
        Withdrawn = "withdrawn",
    }
}

impl HeldState {
    /// Text key of the state, for the author.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Waiting => "coffee-room-held-waiting",
            Self::Approved => "coffee-room-held-approved",
            Self::Declined => "coffee-room-held-declined",
            Self::Withdrawn => "coffee-room-held-withdrawn",
        }
    }
}

/// What a text wants to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeldPlace {
    /// A thread of a room.
    Thread,
    /// An answer in a thread.
    Reply(ThreadId),
    /// What a post says instead, from this version of it.
    Edit {
        /// The post's thread.
        thread: ThreadId,
        /// Its place there.
        position: i64,
        /// What it was changed from.
        version: i64,
    },
}

impl HeldPlace {
    /// The thread that it belongs to, if there is one.
    pub(crate) const fn thread(self) -> Option<ThreadId> {
        match self {
            Self::Thread => None,
            Self::Reply(thread) | Self::Edit { thread, .. } => Some(thread),
        }
    }

    /// The post that it changes, if it changes one.
    pub(crate) const fn post(self) -> Option<(ThreadId, i64)> {
        match self {
            Self::Edit { thread, position, .. } => Some((thread, position)),
            Self::Thread | Self::Reply(_) => None,
        }
    }
}

impl Held {
    /// What is to be decided of it.
    pub(crate) fn matter(&self) -> Matter {
        Matter { author: self.author, room: Some(self.room), post: self.place.post() }
    }

    /// The text as a draft of what it wants to become.
    pub(crate) fn draft(&self, now: Millis) -> SavedDraft {
        let (place, version) = match self.place {
            HeldPlace::Thread => (DraftPlace::Room(self.room), 0),
            HeldPlace::Reply(thread) => (DraftPlace::Thread(thread), 0),
            HeldPlace::Edit { thread, position, version } => {
                (DraftPlace::Post(thread, position), version)
            }
        };
        let poll = self.poll.as_ref().map(|poll| TypedPoll {
            kind: poll.kind().word().to_owned(),
            options: poll.options_text(),
            days: ((poll.closes_at - self.at) / DAY).to_string(),
        });
        SavedDraft {
            place,
            version,
            title: self.own_title().to_owned(),
            body: self.markdown.clone(),
            audience: self.audience,
            poll: poll.unwrap_or_default(),
            opening: self.opening.clone(),
            saved_at: now,
        }
    }

    /// The title that the text brings; empty where it is no thread's first.
    pub(crate) fn own_title(&self) -> &str {
        match self.place {
            HeldPlace::Thread | HeldPlace::Edit { position: 1, .. } => &self.title,
            HeldPlace::Reply(_) | HeldPlace::Edit { .. } => "",
        }
    }

    /// The text as it is to be read.
    pub(crate) fn html(&self) -> String {
        markdown::render_with(&self.markdown, Place::Post, &self.attachments)
    }
}

/// A text that waits or waited.
pub(crate) struct Held {
    pub id: HeldId,
    pub room: RoomId,
    pub room_name: String,
    /// Whom the room is for.
    pub open_to: OpenTo,
    pub place: HeldPlace,
    pub author: PersonId,
    /// Empty when they were erased.
    pub pseudonym: String,
    /// Its own, or that of the thread that it answers in.
    pub title: String,
    pub markdown: String,
    /// What the text shows of what its author brought.
    pub attachments: Vec<Attachment>,
    /// A poll that goes with it.
    pub poll: Option<Poll>,
    /// What it is beside that, if it opens a thread.
    pub opening: Opening,
    pub audience: Audience,
    pub cause: HoldCause,
    pub at: Millis,
    pub state: HeldState,
    pub decided_at: Option<Millis>,
    pub reason: Option<Reason>,
    /// The moderator's words to the author.
    pub note: String,
    /// The thread in which it is to stand, or stands.
    pub thread: Option<ThreadId>,
    /// Where it stands, once it was let in.
    pub position: Option<i64>,
    /// The same, as guests count.
    pub guest_position: Option<i64>,
}

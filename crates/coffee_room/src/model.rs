//! The nouns: rooms, threads, posts, reports, deeds of moderators.

use kafferum_platform::clock::Millis;
use kafferum_platform::people::PersonId;
use kafferum_platform::search::Prepared;
use kafferum_platform::{id, words};

use crate::polls::Poll;

id! {
    /// A room's number.
    RoomId
}

id! {
    /// A thread's number.
    ThreadId
}

words! {
    /// Who may read a thread or a post.
    Audience {
        /// Members only.
        Members = "members",
        /// Members and those in their trial.
        Guests = "guests",
    }
}

words! {
    /// What a room is about.
    RoomKind {
        /// A topic.
        Topic = "topic",
        /// A region of the union.
        Region = "region",
    }
}

words! {
    /// Whether something may still be written in a room or thread.
    Door {
        /// It may.
        Open = "open",
        /// It may only be read.
        Closed = "closed",
    }
}

words! {
    /// Whether a post's text is shown.
    PostState {
        /// It is.
        Shown = "shown",
        /// A moderator took it out of sight.
        Hidden = "hidden",
    }
}

words! {
    /// What became of a report.
    ReportState {
        /// It waits.
        Open = "open",
        /// The post was hidden.
        Hidden = "hidden",
        /// The post was left as it is.
        Kept = "kept",
    }
}

words! {
    /// Why a post is reported or hidden.
    Reason {
        /// The assisted person can be recognised.
        Recognisable = "recognisable",
        /// Somebody's name, address or number.
        PersonalData = "personal-data",
        /// Insults, threats, harassment.
        Rude = "rude",
        /// Advertising, or the same again and again.
        Advertising = "advertising",
        /// Said in own words.
        Other = "other",
    }
}

impl Reason {
    /// Text key of the reason.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Recognisable => "coffee-room-reason-recognisable",
            Self::PersonalData => "coffee-room-reason-personal-data",
            Self::Rude => "coffee-room-reason-rude",
            Self::Advertising => "coffee-room-reason-advertising",
            Self::Other => "coffee-room-reason-other",
        }
    }
}

words! {
    /// What a moderator did.
    Deed {
        /// Took a post out of sight.
        Hide = "hide",
        /// Left a reported post as it is.
        Keep = "keep",
        /// Showed a hidden post again.
        Restore = "restore",
        /// Closed a thread.
        Close = "close",
        /// Opened it again.
        Reopen = "reopen",
        /// Put a thread on top of its room.
        Pin = "pin",
        /// Put it back in its row.
        Unpin = "unpin",
    }
}

impl Deed {
    /// Text key of the deed, as it stands in the log.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Hide => "coffee-room-deed-hide",
            Self::Keep => "coffee-room-deed-keep",
            Self::Restore => "coffee-room-deed-restore",
            Self::Close => "coffee-room-deed-close",
            Self::Reopen => "coffee-room-deed-reopen",
            Self::Pin => "coffee-room-deed-pin",
            Self::Unpin => "coffee-room-deed-unpin",
        }
    }

    /// Whether it was done to a whole thread.
    pub(crate) const fn is_about_thread(self) -> bool {
        matches!(self, Self::Close | Self::Reopen | Self::Pin | Self::Unpin)
    }
}

words! {
    /// A reader's sign to a post.
    Reaction {
        /// Thank you.
        Thanks = "thanks",
        /// I know this from my own work.
        Same = "same",
        /// Strength to you.
        Strength = "strength",
        /// It made me smile.
        Smile = "smile",
    }
}

impl Reaction {
    /// Text key of the sign.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Thanks => "coffee-room-reaction-thanks",
            Self::Same => "coffee-room-reaction-same",
            Self::Strength => "coffee-room-reaction-strength",
            Self::Smile => "coffee-room-reaction-smile",
        }
    }
}

/// What a person may see in one room, by the facts about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Sight {
    /// What was opened to guests.
    Guest,
    /// Everything but hidden posts.
    Member,
    /// Hidden posts as well.
    Moderator,
}

/// A room in the list of rooms.
pub(crate) struct RoomLine {
    pub id: RoomId,
    pub kind: RoomKind,
    pub name: String,
    pub about: String,
    /// Threads that the reader may read.
    pub threads: i64,
    /// Last post that the reader may read.
    pub last_post_at: Option<Millis>,
    /// Threads with something unread, counted up to [`MOST_UNREAD`].
    pub unread: i64,
}

/// Unread threads are counted so far; more are shown as "99+".
pub(crate) const MOST_UNREAD: i64 = 100;

/// A room as the head of its page.
pub(crate) struct Room {
    pub id: RoomId,
    pub name: String,
    pub about: String,
    pub state: Door,
}

/// A thread's title. It is hidden with the opening post, since it is part of it.
pub(crate) struct Title {
    pub text: String,
    pub state: PostState,
    /// Who opened the thread.
    pub author: PersonId,
}

impl Title {
    /// The title, or none for those from whom it is hidden.
    pub(crate) fn shown(&self, sight: Sight, reader: PersonId) -> Option<&str> {
        let shown =
            self.state == PostState::Shown || sight == Sight::Moderator || self.author == reader;
        shown.then_some(self.text.as_str())
    }
}

/// A thread in a list. Numbers and times are those of its reader.
pub(crate) struct ThreadLine {
    pub id: ThreadId,
    pub room: RoomId,
    pub title: Title,
    /// Empty when they were erased.
    pub author: String,
    pub audience: Audience,
    pub state: Door,
    pub pinned: bool,
    pub posts: i64,
    pub last_post_at: Millis,
    /// How far the reader has read.
    pub read: i64,
}

/// Where a list of threads goes on: behind this time and id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Before {
    pub at: Millis,
    pub id: ThreadId,
}

impl Before {
    /// From the very beginning.
    pub(crate) const TOP: Self = Self { at: Millis::MAX, id: ThreadId(i64::MAX) };
}

impl std::fmt::Display for Before {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.at, self.id)
    }
}

impl std::str::FromStr for Before {
    type Err = std::num::ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (at, id) = text.split_once('-').unwrap_or((text, ""));
        Ok(Self { at: at.parse()?, id: id.parse()? })
    }
}

/// How far a person has read a thread: by position among all its posts, and
/// by number among those open to guests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Marker {
    pub position: i64,
    pub guest_position: i64,
}

impl Marker {
    /// The further of two, in each way of counting.
    pub(crate) fn furthest(self, other: Self) -> Self {
        Self {
            position: self.position.max(other.position),
            guest_position: self.guest_position.max(other.guest_position),
        }
    }

    /// The number that a reader counts by.
    pub(crate) fn number(self, sight: Sight) -> i64 {
        if sight == Sight::Guest { self.guest_position } else { self.position }
    }
}

/// The head of a thread: all that a page of it needs beside its posts.
pub(crate) struct Thread {
    pub id: ThreadId,
    pub room: RoomId,
    pub room_name: String,
    pub room_state: Door,
    pub title: Title,
    pub audience: Audience,
    pub state: Door,
    pub pinned: bool,
    pub last_position: i64,
    pub guest_last_position: i64,
    /// How often a post that stood already was changed.
    pub revision: i64,
    /// How often a pseudonym was changed, anybody's.
    pub names: i64,
    /// How far the reader has read.
    pub marker: Marker,
}

impl Thread {
    /// Number of the last post, as the reader counts.
    pub(crate) fn last_number(&self, sight: Sight) -> i64 {
        if sight == Sight::Guest { self.guest_last_position } else { self.last_position }
    }
}

/// A post as stored, without its source.
pub(crate) struct Post {
    pub position: i64,
    pub guest_position: Option<i64>,
    pub author: PersonId,
    /// Empty when they were erased.
    pub pseudonym: String,
    pub created_at: Millis,
    pub edited_at: Option<Millis>,
    pub audience: Audience,
    pub state: PostState,
    pub hidden_reason: Option<Reason>,
    /// The moderator's words to the author.
    pub hidden_note: Option<String>,
    /// How many reacted, in the order of [`Reaction::ALL`].
    pub reactions: [i64; Reaction::ALL.len()],
    /// The reader's own sign.
    pub mine: Option<Reaction>,
    pub poll: Option<Poll>,
    pub html: String,
}

impl Post {
    /// Its number, as the reader counts; guests never learn the other one.
    pub(crate) fn number(&self, sight: Sight) -> i64 {
        match (sight, self.guest_position) {
            (Sight::Guest, Some(number)) => number,
            _ => self.position,
        }
    }
}

/// What a post says, for those who may change it or judge it.
pub(crate) struct Source {
    pub version: i64,
    pub markdown: String,
}

/// What a post said at some time.
pub(crate) struct Version {
    pub version: i64,
    pub written_at: Millis,
    /// With opening posts.
    pub title: Option<String>,
    pub markdown: String,
}

/// What somebody wants to say.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    /// Of a thread; empty in a reply.
    pub title: String,
    pub markdown: String,
    /// Finished HTML of the Markdown; made before the transaction, since the
    /// one writer must not wait for it.
    pub html: String,
    pub audience: Audience,
    /// A poll that goes with it.
    pub poll: Option<Poll>,
    /// What it is found by; made before the transaction like the HTML.
    pub words: Prepared,
}

/// A post in the moderators' queue, with one of its reports.
pub(crate) struct QueueRow {
    pub thread: ThreadId,
    pub position: i64,
    pub title: String,
    pub room_name: String,
    pub author: String,
    pub created_at: Millis,
    pub audience: Audience,
    pub html: String,
    pub report: ReportLine,
}

/// A report as moderators see it.
pub(crate) struct ReportLine {
    /// Empty when they were erased.
    pub reporter: String,
    pub reason: Reason,
    pub words: String,
    pub at: Millis,
}

/// A report as its sender sees it.
pub(crate) struct OwnReport {
    pub thread: ThreadId,
    pub position: i64,
    pub guest_position: Option<i64>,
    pub room_name: String,
    pub reason: Reason,
    pub words: String,
    pub at: Millis,
    pub state: ReportState,
    pub handled_at: Option<Millis>,
}

/// A line of the moderation log.
pub(crate) struct LogLine {
    pub id: i64,
    pub at: Millis,
    pub moderator: String,
    pub deed: Deed,
    pub thread: ThreadId,
    pub title: String,
    pub position: Option<i64>,
    pub room_name: String,
    pub reason: Option<Reason>,
    pub note: String,
}

//! The nouns: rooms, threads, posts, reports, deeds of moderators.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Bind, Cell, Column, Param};
use kafferum_platform::files::FileHash;
use kafferum_platform::markdown::{self, Attachment, Place, Shape};
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_platform::search::{self, Prepared, SharedAnalyser};
use kafferum_platform::texts::Lang;
use kafferum_platform::{id, words};

mod held;
mod measure;
mod practice;

pub(crate) use held::{Held, HeldId, HeldPlace, HeldState, HoldCause};
pub(crate) use measure::{
    Appeal, AppealId, AppealState, Claim, Decision, DecisionId, Item, Measure, MeasureId,
    MeasureKind, Neighbour, NewMeasure, Record,
};
pub(crate) use practice::{
    Agreement, Opinion, OpinionId, OpinionState, Period, Practice, PracticeId,
};

use crate::polls::Poll;
use crate::quotes;

id! {
    /// A room's number.
    RoomId
}

id! {
    /// A thread's number.
    ThreadId
}

id! {
    /// A tag's number.
    TagId
}

id! {
    /// The number of a picture or document.
    AttachmentId
}

impl AttachmentId {
    /// Where a picture is served.
    pub(crate) fn picture(self, size: PictureSize) -> String {
        format!("/coffee-room/pictures/{self}/{}", size.word())
    }

    /// Where a document is served.
    pub(crate) fn document(self) -> String {
        format!("/coffee-room/documents/{self}")
    }
}

words! {
    /// What people bring to a post.
    AttachmentKind {
        /// A picture, painted anew.
        Picture = "picture",
        /// A document, looked through.
        Document = "document",
    }
}

impl AttachmentKind {
    pub(crate) const fn of(attachment: &Attachment) -> Self {
        match attachment.shape {
            Shape::Picture { .. } => Self::Picture,
            Shape::Document { .. } => Self::Document,
        }
    }

    /// The union's setting of how many a post may show.
    pub(crate) const fn most_per_post(self) -> &'static str {
        match self {
            Self::Picture => "coffee-room-pictures-per-post",
            Self::Document => "coffee-room-documents-per-post",
        }
    }

    /// The union's setting of how many one may bring in a day.
    pub(crate) const fn most_per_day(self) -> &'static str {
        match self {
            Self::Picture => "coffee-room-pictures-per-day",
            Self::Document => "coffee-room-documents-per-day",
        }
    }
}

words! {
    /// In which size a picture is shown.
    PictureSize {
        /// In the text of a post.
        Small = "small",
        /// Alone.
        Large = "large",
    }
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
        /// A chapter of the union.
        Chapter = "chapter",
    }
}

/// Who may enter a room, beside those who moderate it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OpenTo {
    /// Members, and guests where a thread is opened to them.
    Everybody,
    /// Members alone.
    Members,
    /// Those who hold a role, whatever it is limited to.
    Role(Role),
}

impl OpenTo {
    /// The word in the database and in forms.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Members => "members",
            Self::Role(role) => role.word(),
        }
    }

    /// The value of a word, if it is one.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        match word {
            "everybody" => Some(Self::Everybody),
            "members" => Some(Self::Members),
            role => Role::from_word(role).map(Self::Role),
        }
    }

    /// Every value.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        [Self::Everybody, Self::Members]
            .into_iter()
            .chain(Role::ALL.iter().copied().map(Self::Role))
    }
}

impl Param for OpenTo {
    fn bind(&self) -> Bind<'_> {
        Bind::Text(self.word())
    }
}

impl Column for OpenTo {
    fn from_cell(cell: Cell<'_>) -> Result<Self, Fault> {
        match cell {
            Cell::Text(word) => {
                Self::from_word(word).ok_or_else(|| Fault::bug("unknown word for OpenTo"))
            }
            _ => Err(Fault::bug("wanted a word for OpenTo")),
        }
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
        /// It stands in another thread; this is its trace.
        Moved = "moved",
        /// The trace of another thread that was joined to this one.
        Joined = "joined",
    }
}

words! {
    /// What became of a report.
    ReportState {
        /// It waits.
        Open = "open",
        /// The post was hidden.
        Hidden = "hidden",
        /// Something was taken out of the post.
        Edited = "edited",
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
        /// Unusually many at once: noticed by the program, chosen by nobody.
        Rate = "rate",
        /// Somebody's name, likewise.
        Name = "name",
    }
}

impl Reason {
    /// Noticed by the program.
    pub(crate) const fn is_by_program(self) -> bool {
        matches!(self, Self::Rate | Self::Name)
    }

    /// Those that people choose from.
    pub(crate) const CHOICES: [Self; 5] =
        [Self::Recognisable, Self::PersonalData, Self::Rude, Self::Advertising, Self::Other];

    /// The reason that was chosen in a form.
    pub(crate) fn chosen(word: &str) -> Option<Self> {
        Self::from_word(word).filter(|reason| Self::CHOICES.contains(reason))
    }

    /// Text key of the reason.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Recognisable => "coffee-room-reason-recognisable",
            Self::PersonalData => "coffee-room-reason-personal-data",
            Self::Rude => "coffee-room-reason-rude",
            Self::Advertising => "coffee-room-reason-advertising",
            Self::Other => "coffee-room-reason-other",
            Self::Rate => "coffee-room-reason-rate",
            Self::Name => "coffee-room-reason-name",
        }
    }

    /// Text key of what is kindly advised to whom it is told.
    pub(crate) const fn advice(self) -> &'static str {
        match self {
            Self::Recognisable => "coffee-room-advice-recognisable",
            Self::PersonalData => "coffee-room-advice-personal-data",
            Self::Rude => "coffee-room-advice-rude",
            Self::Advertising => "coffee-room-advice-advertising",
            Self::Other | Self::Rate | Self::Name => "coffee-room-advice-other",
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
        /// Gave a thread other tags.
        Tag = "tag",
        /// Said which post answers a thread, or that none does.
        Answer = "answer",
        /// Put a thread into another room.
        Move = "move",
        /// Joined a thread to another one.
        Join = "join",
        /// Split posts off into a thread of their own.
        Split = "split",
        /// Let a text in that waited.
        Approve = "approve",
        /// Did not let it in.
        Decline = "decline",
        /// Took something out of a post.
        Redact = "redact",
        /// Warned somebody.
        Warn = "warn",
        /// Slowed somebody down.
        Slow = "slow",
        /// Let somebody read and not write.
        Pause = "pause",
        /// Kept somebody out.
        Remove = "remove",
        /// Ended a measure early.
        Lift = "lift",
        /// Left a decision as it was, on appeal.
        Uphold = "uphold",
        /// Undid a decision, on appeal.
        Overturn = "overturn",
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
            Self::Tag => "coffee-room-deed-tag",
            Self::Answer => "coffee-room-deed-answer",
            Self::Move => "coffee-room-deed-move",
            Self::Join => "coffee-room-deed-join",
            Self::Split => "coffee-room-deed-split",
            Self::Approve => "coffee-room-deed-approve",
            Self::Decline => "coffee-room-deed-decline",
            Self::Redact => "coffee-room-deed-redact",
            Self::Warn => "coffee-room-deed-warn",
            Self::Slow => "coffee-room-deed-slow",
            Self::Pause => "coffee-room-deed-pause",
            Self::Remove => "coffee-room-deed-remove",
            Self::Lift => "coffee-room-deed-lift",
            Self::Uphold => "coffee-room-deed-uphold",
            Self::Overturn => "coffee-room-deed-overturn",
        }
    }

    /// Whether it was done to a whole thread.
    pub(crate) const fn is_about_thread(self) -> bool {
        matches!(
            self,
            Self::Close
                | Self::Reopen
                | Self::Pin
                | Self::Unpin
                | Self::Tag
                | Self::Move
                | Self::Join
                | Self::Split
                | Self::Answer
        )
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

words! {
    /// What a person asked for of a thread.
    Follow {
        /// To be told of new posts.
        Following = "following",
        /// Not to be told of them any more.
        Left = "left",
        /// To be told of nothing in it, whatever the reason.
        Muted = "muted",
    }
}

words! {
    /// Why a person is told of a post.
    TellReason {
        /// It mentions them.
        Mention = "mention",
        /// It quotes them.
        Quote = "quote",
        /// They follow the thread.
        Thread = "thread",
        /// They follow the room, and the thread is new.
        Room = "room",
        /// They follow a word that is in it.
        Word = "word",
    }
}

words! {
    /// How a person keeps another at a distance.
    Apart {
        /// Their posts are folded, and no notice comes of them.
        Mute = "mute",
        /// And they can't mention the person.
        Block = "block",
    }
}

/// Somebody kept at a distance.
pub(crate) struct KeptApart {
    pub other: PersonId,
    pub pseudonym: String,
    pub kind: Apart,
    pub since: Millis,
}

/// Where a post stands.
pub(crate) struct PostPlace {
    pub room: RoomId,
    pub thread: ThreadId,
    pub position: i64,
    /// Where guests may read it.
    pub guest_position: Option<i64>,
}

/// What a moderator did about a post of somebody.
pub(crate) struct PastDeed {
    pub at: Millis,
    pub deed: Deed,
    pub reason: Option<Reason>,
    pub room: RoomId,
    pub room_name: String,
    pub thread: ThreadId,
    pub position: i64,
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
    pub open_to: OpenTo,
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
    pub open_to: OpenTo,
}

/// A room as those who keep it fill it in.
#[derive(Clone)]
pub(crate) struct KeptRoom {
    pub id: RoomId,
    /// Of the room itself, when it was read.
    pub revision: i64,
    pub kind: RoomKind,
    pub state: Door,
    pub open_to: OpenTo,
    /// In Finnish, Swedish and English.
    pub names: [String; 3],
    /// In Finnish, Swedish and English.
    pub abouts: [String; 3],
}

impl KeptRoom {
    /// Text keys of the groups that rooms are shown in, in order.
    pub(crate) const GROUPS: [&'static str; 4] = [
        "coffee-room-topics",
        "coffee-room-regions",
        "coffee-room-chapters",
        "coffee-room-for-roles",
    ];

    /// The group that it is shown in.
    pub(crate) fn group(&self) -> &'static str {
        match (self.open_to, self.kind) {
            (OpenTo::Role(_), _) => "coffee-room-for-roles",
            (_, RoomKind::Topic) => "coffee-room-topics",
            (_, RoomKind::Region) => "coffee-room-regions",
            (_, RoomKind::Chapter) => "coffee-room-chapters",
        }
    }

    /// Its name in a language.
    pub(crate) fn name(&self, lang: Lang) -> &str {
        in_lang(&self.names, lang)
    }

    /// What it is about, in a language.
    pub(crate) fn about(&self, lang: Lang) -> &str {
        in_lang(&self.abouts, lang)
    }
}

/// A tag as readers see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    pub id: TagId,
    /// In the reader's language.
    pub name: String,
}

/// A tag as those who keep the rooms fill it in.
#[derive(Clone)]
pub(crate) struct KeptTag {
    pub id: TagId,
    /// Of the tag, when it was read.
    pub revision: i64,
    /// None for every room.
    pub room: Option<RoomId>,
    /// In Finnish, Swedish and English.
    pub names: [String; 3],
}

impl KeptTag {
    /// Its name in a language.
    pub(crate) fn name(&self, lang: Lang) -> &str {
        in_lang(&self.names, lang)
    }
}

fn in_lang([fi, sv, en]: &[String; 3], lang: Lang) -> &str {
    match lang {
        Lang::Fi => fi,
        Lang::Sv => sv,
        Lang::En => en,
    }
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
    /// It was opened as a question.
    pub asks: bool,
    /// A post that the reader may read answers it.
    pub is_answered: bool,
    pub tags: Vec<Tag>,
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
    pub open_to: OpenTo,
    pub title: Title,
    /// Members alone in a room that guests may not enter.
    pub audience: Audience,
    pub state: Door,
    pub pinned: bool,
    pub last_position: i64,
    pub guest_last_position: i64,
    /// How often a post that stood already was changed, or the room.
    pub revision: i64,
    /// How often a pseudonym was changed, anybody's.
    pub names: i64,
    /// How far the reader has read.
    pub marker: Marker,
    /// What the reader asked for of it.
    pub follow: Option<Follow>,
    /// It was opened as a question.
    pub asks: bool,
    /// Position of the post that answers it.
    pub answer: Option<i64>,
    /// Its number among guests' posts, if they may read it.
    pub answer_for_guests: Option<i64>,
    /// When a moderator put it into this room.
    pub moved_at: Option<Millis>,
    /// What the reader has begun to answer.
    pub draft: Option<SavedDraft>,
    pub tags: Vec<Tag>,
    /// Texts of the reader's own that wait to be let in here.
    pub waiting: i64,
    /// Until when the reader may read and not write here.
    pub paused_until: Option<Millis>,
    /// Those whose posts are folded for the reader.
    pub folded: Vec<PersonId>,
}

impl Thread {
    /// Number of the last post, as the reader counts.
    pub(crate) fn last_number(&self, sight: Sight) -> i64 {
        if sight == Sight::Guest { self.guest_last_position } else { self.last_position }
    }

    /// Number of the post that answers it, as the reader counts.
    pub(crate) fn answer_number(&self, sight: Sight) -> Option<i64> {
        if sight == Sight::Guest { self.answer_for_guests } else { self.answer }
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
    /// A moderator took something out of it.
    pub is_moderated: bool,
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
    /// Of the thread that it opens; empty in a reply.
    pub title: String,
    pub markdown: String,
}

impl Source {
    /// Title and text as one, to compare it.
    pub(crate) fn whole(&self) -> String {
        whole(&self.title, &self.markdown)
    }
}

/// A title, if there is one, and a text as one.
pub(crate) fn whole(title: &str, text: &str) -> String {
    if title.is_empty() { text.to_owned() } else { format!("{title}\n\n{text}") }
}

/// What a post said at some time.
pub(crate) struct Version {
    pub version: i64,
    pub written_at: Millis,
    /// With opening posts.
    pub title: Option<String>,
    pub markdown: String,
    /// What its poll offered, an option a line, where that was other than in
    /// the version after it.
    pub options: Option<String>,
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
    /// The pictures and documents that the HTML shows.
    pub attachments: Vec<Attachment>,
    /// Why it must wait for a moderator, if what it says is why.
    pub hold: Option<HoldCause>,
    /// It goes as it is, with somebody's name, which a moderator is to read.
    pub has_name: bool,
    /// It says no more what somebody might be recognised by in what it changes.
    pub takes_out: bool,
}

impl Draft {
    /// A title and a text, without attachments and a poll.
    pub(crate) fn of(
        analyser: &SharedAnalyser,
        lang: Lang,
        (title, text): (&str, &str),
        audience: Audience,
    ) -> Self {
        let plain = quotes::own_words(text);
        Self {
            words: Prepared::guessing(analyser, search::language(lang), title, &plain),
            poll: None,
            title: title.to_owned(),
            markdown: text.to_owned(),
            html: markdown::render(text, Place::Post),
            audience,
            attachments: Vec::new(),
            hold: None,
            has_name: false,
            takes_out: false,
        }
    }
}

/// A picture or document on its way to a reader.
pub(crate) struct Served {
    pub owner: PersonId,
    /// The post in which it stands.
    pub post: Option<(ThreadId, i64)>,
    /// The number of that post among those open to guests.
    pub guest_position: Option<i64>,
    pub file: FileHash,
    pub media_type: String,
}

/// What a new thread is, beside its title and first post.
#[derive(Debug, Clone, Default)]
pub(crate) struct Opening {
    pub tags: Vec<TagId>,
    /// It is a question.
    pub asks: bool,
}

/// Where a draft would be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DraftPlace {
    /// As a new thread of a room.
    Room(RoomId),
    /// As a reply in a thread.
    Thread(ThreadId),
    /// As what a post says instead, by its place in its thread.
    Post(ThreadId, i64),
}

impl DraftPlace {
    /// Room, thread and position as stored; what it is not is 0.
    pub(crate) const fn numbers(self) -> (RoomId, ThreadId, i64) {
        match self {
            Self::Room(room) => (room, ThreadId(0), 0),
            Self::Thread(thread) => (RoomId(0), thread, 0),
            Self::Post(thread, position) => (RoomId(0), thread, position),
        }
    }
}

/// What somebody has begun to write.
#[derive(Debug, Clone)]
pub(crate) struct SavedDraft {
    pub place: DraftPlace,
    /// Of the post that it changes, when it was begun; else 0.
    pub version: i64,
    /// Of a thread; empty in a reply.
    pub title: String,
    pub body: String,
    pub audience: Audience,
    pub poll: TypedPoll,
    /// What the thread is to be beside its first post.
    pub opening: Opening,
    pub saved_at: Millis,
}

/// A poll as typed so far, which need not be one yet.
#[derive(Debug, Clone, Default)]
pub(crate) struct TypedPoll {
    pub kind: String,
    pub options: String,
    pub days: String,
}

/// A post that somebody keeps at hand.
pub(crate) struct Bookmark {
    pub thread: ThreadId,
    pub position: i64,
    pub guest_position: Option<i64>,
    pub note: String,
    pub at: Millis,
    pub title: Title,
    pub room: RoomId,
    pub room_name: String,
    pub markdown: String,
    pub state: PostState,
    /// Empty when they were erased.
    pub pseudonym: String,
    pub author: PersonId,
}

/// A post in the moderators' queue, with one of its reports.
pub(crate) struct QueueRow {
    pub thread: ThreadId,
    pub position: i64,
    pub room: RoomId,
    pub title: String,
    pub room_name: String,
    pub author: PersonId,
    pub pseudonym: String,
    pub audience: Audience,
    pub html: String,
    pub poll: Option<Poll>,
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
    pub thread: Option<ThreadId>,
    pub title: String,
    pub position: Option<i64>,
    pub held: Option<HeldId>,
    pub measure: Option<MeasureId>,
    /// Somebody in training proposed it.
    pub is_proposed: bool,
    /// None where it is about all rooms.
    pub room: Option<RoomId>,
    pub room_name: String,
    pub reason: Option<Reason>,
    pub note: String,
}

//! The statutes of the coffee room: who may see and do what, and what a text
//! must be. Pure: no database, no clock. The same rules stand as conditions in
//! the queries of `store`.

use kafferum_platform::clock::{DAY, Millis};
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::{Actor, Denied, Permission, Role, Standing};
use kafferum_platform::{Error, Refusal};

mod deciding;
mod old_address;
mod practice;
mod trust;
mod writing;

pub(crate) use deciding::{
    APPEAL_WITHIN, CLAIM, DAYS, PER_HOUR, appeal_until, end_of, is_alive, is_moderator_of,
    may_appeal, may_be_appealed, may_decide_appeal, may_lift, may_measure, must_be_measure,
    must_wait_for_decision,
};
pub(crate) use old_address::old_addresses;
pub(crate) use practice::{is_watcher, may_sign, moderates, must_fit, rooms_of, watched_rooms};
pub(crate) use trust::{BREAK, LONG_BREAK, Steps, Trust, may_report_now};
pub(crate) use writing::{
    Habit, Limits, SAME_LEAST, is_flood, is_risky, may_post_now, may_write, must_wait,
};

use crate::model::{
    AttachmentKind, Audience, Door, Draft, Held, KeptTag, OpenTo, Post, PostState, Reason, RoomId,
    Sight, Source, Tag, TagId, Thread,
};

/// Posts on one page of a thread.
pub(crate) const PAGE: i64 = 20;
/// Shortest title, in characters.
pub(crate) const TITLE_LEAST: usize = 3;
/// Longest title, in characters.
pub(crate) const TITLE_MOST: usize = 120;
/// Longest post, in characters.
pub(crate) const BODY_MOST: usize = 20_000;

/// The coffee room: members, guests in their trial, moderators.
pub(crate) const COFFEE_ROOM: Permission = Permission { name: "coffee-room", rule: may_enter };

/// The moderators' queue and their deeds.
pub(crate) const MODERATE: Permission =
    Permission { name: "coffee-room.moderate", rule: may_moderate };

/// One's own matters in the coffee room: also for those whose door is closed.
pub(crate) const OWN: Permission =
    Permission { name: "coffee-room.own", rule: |actor| actor.person().map(drop) };

/// The log of moderation: moderators all of it, members its public part.
pub(crate) const READ_LOG: Permission = Permission { name: "coffee-room.log", rule: may_read_log };

/// What somebody is kept out of who is kept out of all rooms.
const HALL: &str = "coffee-room";

/// How it is called that somebody is kept out of a room, or of all.
pub(crate) fn kept_out_scope(room: Option<RoomId>) -> String {
    room.map_or_else(|| HALL.to_owned(), |room| format!("room:{room}"))
}

/// Whether moderators keep an actor out of a room.
pub(crate) fn is_kept_out(actor: &Actor, room: RoomId) -> bool {
    let is_any = !actor.kept_out.is_empty();
    is_any && (actor.is_kept_out(HALL) || actor.is_kept_out(&kept_out_scope(Some(room))))
}

fn may_enter(actor: &Actor) -> Result<(), Denied> {
    actor.person()?;
    if actor.is_kept_out(HALL) {
        return Err(Denied::KeptOut);
    }
    match actor.standing {
        _ if actor.is_anywhere(Role::Moderator) => Ok(()),
        Standing::Member | Standing::Guest { .. } => Ok(()),
        Standing::Visitor => Err(Denied::SignIn),
        Standing::TrialOver | Standing::Leaver => Err(Denied::DoorClosed),
        Standing::Staff => Err(Denied::NotYours),
    }
}

fn may_moderate(actor: &Actor) -> Result<(), Denied> {
    may_enter(actor)?;
    if actor.is_anywhere(Role::Moderator) { Ok(()) } else { Err(Denied::NotYours) }
}

/// What waits for moderators: they, and those who learn to be one.
pub(crate) const WATCH: Permission = Permission { name: "coffee-room.watch", rule: may_watch };

fn may_watch(actor: &Actor) -> Result<(), Denied> {
    may_enter(actor)?;
    let is_trainee = actor.is_anywhere(Role::ModeratorTrainee) && !actor.is_guest();
    if is_trainee { Ok(()) } else { may_moderate(actor) }
}

fn may_read_log(actor: &Actor) -> Result<(), Denied> {
    may_enter(actor)?;
    if actor.is_member() { Ok(()) } else { may_moderate(actor) }
}

/// Adding, naming, ordering and closing rooms: administrators, and those who
/// moderate everywhere.
pub(crate) const KEEP_ROOMS: Permission =
    Permission { name: "coffee-room.rooms", rule: may_keep_rooms };

fn may_keep_rooms(actor: &Actor) -> Result<(), Denied> {
    actor.person()?;
    let may = actor.is(Role::Administrator) || actor.is(Role::Moderator);
    if may { Ok(()) } else { Err(Denied::NotYours) }
}

/// What the actor sees in a room; `None` when they may not enter it. Who keeps
/// order in a room is let into it, whomever it is for.
pub(crate) fn sight(actor: &Actor, room: RoomId, open_to: OpenTo) -> Option<Sight> {
    if is_kept_out(actor, room) {
        return None;
    }
    if actor.is_for(Role::Moderator, &format!("room:{room}")) {
        return Some(Sight::Moderator);
    }
    match open_to {
        OpenTo::Everybody => sight_everywhere(actor),
        OpenTo::Members => sight_everywhere(actor).filter(|sight| *sight != Sight::Guest),
        OpenTo::Role(role) => {
            (actor.is_anywhere(role) && !actor.is_guest()).then_some(Sight::Member)
        }
    }
}

/// What the actor sees in rooms for everybody that they do not moderate.
pub(crate) fn sight_everywhere(actor: &Actor) -> Option<Sight> {
    match actor.standing {
        _ if actor.is_kept_out(HALL) => None,
        _ if actor.is(Role::Moderator) => Some(Sight::Moderator),
        Standing::Member => Some(Sight::Member),
        Standing::Guest { .. } => Some(Sight::Guest),
        _ => None,
    }
}

/// The rooms that an actor moderates: `None` for all of them.
pub(crate) fn moderated_rooms(actor: &Actor) -> Option<Vec<RoomId>> {
    if actor.is(Role::Moderator) {
        return None;
    }
    let scopes = actor.grants.iter().filter(|grant| grant.role == Role::Moderator);
    let rooms =
        scopes.filter_map(|grant| grant.scope.as_deref()?.strip_prefix("room:")?.parse().ok());
    Some(rooms.collect())
}

/// Whether a thread is there for a reader at all.
pub(crate) fn may_read_thread(sight: Sight, audience: Audience) -> bool {
    sight != Sight::Guest || audience == Audience::Guests
}

/// How a post looks to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// As written.
    Shown,
    /// Only that it was hidden, and why.
    Hidden,
    /// The text as well, under a notice: its author and moderators.
    HiddenWithText,
    /// Its author took it back from guests.
    TakenBack,
    /// Only that a moderator moved it elsewhere.
    Moved,
    /// That a moderator joined another thread here.
    Joined,
}

/// How a post looks to a reader. `None`: it is not there for them.
pub(crate) fn look(sight: Sight, reader: PersonId, post: &Post) -> Option<Look> {
    if sight == Sight::Guest {
        post.guest_position?;
        if post.audience == Audience::Members {
            return Some(Look::TakenBack);
        }
    }
    Some(match post.state {
        PostState::Shown => Look::Shown,
        PostState::Hidden if sight == Sight::Moderator || post.author == reader => {
            Look::HiddenWithText
        }
        PostState::Hidden => Look::Hidden,
        PostState::Moved => Look::Moved,
        PostState::Joined => Look::Joined,
    })
}

/// Who will see a new thread: guests can't write for members only, and nothing
/// is opened to guests in a room that they may not enter.
pub(crate) fn audience_of_thread(sight: Sight, room: OpenTo, wish: Audience) -> Audience {
    match (sight, room) {
        (Sight::Guest, _) => Audience::Guests,
        (_, OpenTo::Everybody) => wish,
        (_, OpenTo::Members | OpenTo::Role(_)) => Audience::Members,
    }
}

/// Who will see a new post: guests can't write for members only, and nothing
/// is opened to guests in a thread that they can't see.
pub(crate) fn audience_of_reply(sight: Sight, thread: Audience, wish: Audience) -> Audience {
    match (sight, thread) {
        (Sight::Guest, _) => Audience::Guests,
        (_, Audience::Members) => Audience::Members,
        (_, Audience::Guests) => wish,
    }
}

/// Whether one may still write in a room.
pub(crate) fn may_open_thread(room: Door) -> Result<(), Refusal> {
    match room {
        Door::Open => Ok(()),
        Door::Closed => Err(Refusal::new("coffee-room-closed-room")),
    }
}

/// Whether one may still write in a thread.
pub(crate) fn may_reply(thread: &Thread) -> Result<(), Refusal> {
    may_open_thread(thread.room_state)?;
    match thread.state {
        Door::Open => Ok(()),
        Door::Closed => Err(Refusal::new("coffee-room-closed-thread")),
    }
}

/// Whether a reader may change a post: their own, while it is shown and the
/// thread is open.
pub(crate) fn may_edit(thread: &Thread, post: &Post, reader: PersonId) -> bool {
    post.author == reader && post.state == PostState::Shown && may_reply(thread).is_ok()
}

/// Whether its author may take a post back from guests. An opening post
/// carries the thread: it can be taken back only while nobody has answered.
pub(crate) fn may_take_back(sight: Sight, thread: &Thread, post: &Post) -> bool {
    sight != Sight::Guest
        && post.audience == Audience::Guests
        && (post.position > 1 || thread.last_position == 1)
}

/// Whether a reader may see what a post said before: its author, and those who
/// must judge it. Others don't: people edit out what should not have been said.
pub(crate) fn may_read_history(sight: Sight, post: &Post, reader: PersonId) -> bool {
    sight == Sight::Moderator || post.author == reader
}

/// Whether a reader may look at the page of somebody: their own; of those who
/// wrote what they may read; of those whom they keep at a distance; and of
/// everybody when they moderate.
pub(crate) fn may_see_person(actor: &Actor, person: PersonId, posts: i64, is_apart: bool) -> bool {
    actor.person == Some(person) || posts > 0 || is_apart || actor.is_anywhere(Role::Moderator)
}

/// Whether a reader may report a post.
pub(crate) fn may_report(look: Look, post: &Post, reader: PersonId) -> bool {
    look == Look::Shown && post.author != reader
}

/// Whether a reader may give a post a sign: not to their own.
pub(crate) fn may_react(look: Look, post: &Post, reader: PersonId) -> bool {
    look == Look::Shown && post.author != reader
}

/// Signs come at a human rate: who gives more in a minute is a program.
const REACTIONS_PER_MINUTE: i64 = 30;

/// Whether somebody who gave so many signs in the last minute may give more.
pub(crate) fn may_react_now(in_last_minute: i64) -> Result<(), Refusal> {
    if in_last_minute < REACTIONS_PER_MINUTE {
        Ok(())
    } else {
        Err(Refusal::new("coffee-room-too-fast"))
    }
}

/// What is opened to guests may not quote what is for members only.
pub(crate) fn may_quote(audience: Audience, quoted: Audience) -> Result<(), Refusal> {
    match (audience, quoted) {
        (Audience::Guests, Audience::Members) => Err(Refusal::new("coffee-room-quote-members")),
        _ => Ok(()),
    }
}

/// Whether an actor may judge a post in a room: a moderator of it who did not
/// write the post.
pub(crate) fn may_judge(sight: Sight, post: &Post, reader: PersonId) -> Result<(), Error> {
    if sight != Sight::Moderator {
        return Err(Denied::NotYours.into());
    }
    must_be_anothers(post.author, reader)
}

/// Whether an actor may judge a text that waits for a room.
pub(crate) fn may_judge_held(actor: &Actor, held: &Held) -> Result<(), Error> {
    let me = actor.person()?;
    if sight(actor, held.room, held.open_to) != Some(Sight::Moderator) {
        return Err(Error::NotFound);
    }
    must_be_anothers(held.author, me)
}

/// Whether an actor may look at a text that waits for a room: those who may
/// judge it, and those who learn to.
pub(crate) fn may_watch_held(actor: &Actor, held: &Held) -> Result<(), Error> {
    let me = actor.person()?;
    let sight = sight(actor, held.room, held.open_to).ok_or(Error::NotFound)?;
    if !is_watcher(actor, held.room, sight) {
        return Err(Error::NotFound);
    }
    must_be_anothers(held.author, me)
}

fn must_be_anothers(author: PersonId, moderator: PersonId) -> Result<(), Error> {
    if author == moderator {
        return Err(Refusal::new("coffee-room-own-post").into());
    }
    Ok(())
}

/// A title says something, in one line. Its greatest length stands with the
/// field.
pub(crate) fn must_be_title(title: &str) -> Result<(), Refusal> {
    if title.chars().count() < TITLE_LEAST || is_blank(title) {
        return Err(Refusal::new("coffee-room-title-too-short")
            .with("least", TITLE_LEAST)
            .at("title"));
    }
    Ok(())
}

/// A post says something once its Markdown is read.
pub(crate) fn must_say_something(draft: &Draft) -> Result<(), Refusal> {
    if is_blank(&draft.markdown) || draft.html.trim().is_empty() {
        return Err(Refusal::new("coffee-room-body-empty").at("body"));
    }
    Ok(())
}

/// A post shows a few pictures and documents (the union's settings).
pub(crate) fn must_be_few(kind: AttachmentKind, count: usize, most: i64) -> Result<(), Refusal> {
    if i64::try_from(count).is_ok_and(|count| count <= most) {
        return Ok(());
    }
    let key = match kind {
        AttachmentKind::Picture => "coffee-room-too-many-pictures",
        AttachmentKind::Document => "coffee-room-too-many-documents",
    };
    Err(Refusal::new(key).with("most", most).at("file"))
}

/// People add so many of a kind in a day (the union's settings).
pub(crate) fn may_add(
    kind: AttachmentKind,
    added_in_last_day: i64,
    most: i64,
) -> Result<(), Refusal> {
    if added_in_last_day < most {
        return Ok(());
    }
    Err(Refusal::new(match kind {
        AttachmentKind::Picture => "coffee-room-pictures-today",
        AttachmentKind::Document => "coffee-room-documents-today",
    })
    .at("file"))
}

/// Whoever does not see a picture is told what is in it.
pub(crate) fn must_describe(description: &str) -> Result<(), Refusal> {
    if is_blank(description) {
        return Err(Refusal::new("coffee-room-description-missing").at("description"));
    }
    Ok(())
}

/// An attachment that is in no post is removed when it has been so for this long:
/// the post may still be a draft.
pub(crate) const KEEP_LOOSE: Millis = 30 * DAY;

/// Whether there is nothing to see: spaces and letters of no width.
fn is_blank(text: &str) -> bool {
    let seen = |letter: char| {
        letter.is_alphanumeric()
            || letter.is_ascii_graphic()
            // Arrows, symbols and pictures begin here; selectors and tags of
            // no width are left out.
            || (letter >= '\u{2190}' && !matches!(letter, '\u{2800}' | '\u{3000}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{E0000}'..))
    };
    !text.chars().any(seen)
}

/// "Something else" is said in own words.
pub(crate) fn must_give_words(reason: Option<Reason>, words: &str) -> Result<(), Refusal> {
    match reason {
        None => Err(Refusal::new("coffee-room-reason-missing").at("reason")),
        Some(Reason::Other) if is_blank(words) => {
            Err(Refusal::new("coffee-room-words-missing").at("words"))
        }
        Some(_) => Ok(()),
    }
}

/// What is followed is one word.
pub(crate) fn must_be_word(terms: Option<&[String]>) -> Result<(), Refusal> {
    match terms {
        Some(terms) if !terms.is_empty() => Ok(()),
        _ => Err(Refusal::new("coffee-room-follow-one-word").at("word")),
    }
}

/// Whether one more word may be followed: each is looked for in every post.
pub(crate) fn may_follow_more(followed: usize, most: usize) -> Result<(), Refusal> {
    if followed < most {
        Ok(())
    } else {
        Err(Refusal::new("coffee-room-follow-too-many").with("most", most).at("word"))
    }
}

/// A changed post must have been changed from what is there now.
pub(crate) fn must_be_current(now: &Source, seen: i64) -> Result<(), Refusal> {
    if now.version == seen { Ok(()) } else { Err(Refusal::new(STALE)) }
}

/// Text key of a change that met another one.
pub(crate) const STALE: &str = "coffee-room-edit-stale";

/// Whether an actor may say that a post answers its thread, or that it does
/// not: who opened the thread, and moderators.
pub(crate) fn may_mark_answer(
    sight: Sight,
    thread: &Thread,
    post: &Post,
    look: Look,
    reader: PersonId,
) -> bool {
    let may = sight == Sight::Moderator || thread.title.author == reader;
    may && post.position > 1 && look == Look::Shown
}

/// Whether questions that nobody has answered are shown to an actor: whoever
/// reads what members read may answer.
pub(crate) fn may_see_questions(actor: &Actor) -> bool {
    !matches!(sight_everywhere(actor), None | Some(Sight::Guest))
}

/// Whether a thread may go into a room, by what the actor sees there.
pub(crate) fn may_move_into(sight: Sight, from: RoomId, to: RoomId) -> Result<(), Error> {
    if sight != Sight::Moderator {
        return Err(Denied::NotYours.into());
    }
    if from == to {
        return Err(Refusal::new("coffee-room-move-same").at("room").into());
    }
    Ok(())
}

/// Tags that a thread may bear.
pub(crate) const MOST_TAGS: usize = 3;

/// A thread bears a few of the tags that are there for its room.
pub(crate) fn must_be_tags(chosen: &[TagId], there: &[Tag]) -> Result<(), Refusal> {
    if chosen.len() > MOST_TAGS {
        return Err(Refusal::new("coffee-room-too-many-tags").with("most", MOST_TAGS).at("tags"));
    }
    if chosen.iter().all(|tag| there.iter().any(|known| known.id == *tag)) {
        Ok(())
    } else {
        Err(Refusal::new("coffee-room-tag-gone").at("tags"))
    }
}

/// No two tags of a room have the same name.
pub(crate) fn must_be_new_tag(tag: &KeptTag, known: &[KeptTag]) -> Result<(), Refusal> {
    let fields = ["name-fi", "name-sv", "name-en"];
    let rivals = || known.iter().filter(|other| other.id != tag.id && meet(tag, other));
    for (index, (name, field)) in tag.names.iter().zip(fields).enumerate() {
        let is_same = |other: &KeptTag| {
            other.names.get(index).is_some_and(|taken| taken.to_lowercase() == name.to_lowercase())
        };
        if rivals().any(is_same) {
            return Err(Refusal::new("coffee-room-tag-taken").at(field));
        }
    }
    Ok(())
}

/// Whether two tags can stand in the same room.
fn meet(one: &KeptTag, other: &KeptTag) -> bool {
    one.room.is_none() || other.room.is_none() || one.room == other.room
}

/// Whether the threads of a tag may get another one in its place: it must be
/// there for the same rooms.
pub(crate) fn may_join_tags(tag: &KeptTag, into: &KeptTag) -> bool {
    tag.id != into.id && (into.room.is_none() || into.room == tag.room)
}

/// Text key of a tag's change that met another one.
pub(crate) const STALE_TAG: &str = "coffee-room-tag-stale";

/// Whether an actor may change a thread's tags: who opened it, while it is
/// open, and moderators.
pub(crate) fn may_tag(sight: Sight, thread: &Thread, reader: PersonId) -> bool {
    sight == Sight::Moderator || (thread.title.author == reader && may_reply(thread).is_ok())
}

/// Text key of a room's change that met another one.
pub(crate) const STALE_ROOM: &str = "coffee-room-room-stale";

/// The page on which a post stands.
pub(crate) const fn page_of(number: i64) -> i64 {
    if number < 1 { 1 } else { (number - 1) / PAGE + 1 }
}

/// The first post that one has not read, for jumping to it.
pub(crate) fn first_unread(read: i64, last: i64) -> i64 {
    (read + 1).clamp(1, last.max(1))
}

/// Threads without a post since then are unread to nobody: a newcomer is not
/// met by years of unread marks (the union's setting, days).
pub(crate) fn unread_since(now: Millis, days: i64) -> Millis {
    now.saturating_sub(days.saturating_mul(DAY))
}

#[cfg(test)]
mod tests {
    use kafferum_platform::policy::Grant;

    use kafferum_platform::search::Prepared;

    use super::*;
    use crate::model::Title;

    const ME: PersonId = PersonId(1);
    const OTHER: PersonId = PersonId(2);

    fn actor(standing: Standing, moderates: &[Option<&str>]) -> Actor {
        let grants = moderates
            .iter()
            .map(|scope| Grant { role: Role::Moderator, scope: scope.map(ToOwned::to_owned) })
            .collect();
        let person = (standing != Standing::Visitor).then_some(ME);
        Actor { person, standing, grants, ..Actor::visitor() }
    }

    fn post(author: PersonId, audience: Audience, guest: bool, state: PostState) -> Post {
        Post {
            reactions: [0; 4],
            mine: None,
            poll: None,
            position: 5,
            guest_position: guest.then_some(2),
            author,
            pseudonym: String::new(),
            created_at: 0,
            edited_at: None,
            audience,
            state,
            hidden_reason: None,
            hidden_note: None,
            is_moderated: false,
            html: String::new(),
        }
    }

    fn thread(last_position: i64) -> Thread {
        Thread {
            id: crate::model::ThreadId(1),
            room: RoomId(1),
            room_name: String::new(),
            room_state: Door::Open,
            open_to: OpenTo::Everybody,
            title: Title { text: "Otsikko".to_owned(), state: PostState::Hidden, author: ME },
            audience: Audience::Guests,
            state: Door::Open,
            pinned: false,
            last_position,
            guest_last_position: 1,
            revision: 0,
            names: 0,
            marker: crate::model::Marker::default(),
            follow: None,
            asks: false,
            answer: None,
            answer_for_guests: None,
            moved_at: None,
            draft: None,
            tags: Vec::new(),
            waiting: 0,
            paused_until: None,
            folded: Vec::new(),
        }
    }

    #[test]
    fn the_door_opens_by_standing_and_by_role() {
        let guest = Standing::Guest { until: 5 };
        for (standing, moderates, enter, moderate, log) in [
            (
                Standing::Visitor,
                false,
                Err(Denied::SignIn),
                Err(Denied::SignIn),
                Err(Denied::SignIn),
            ),
            (guest, false, Ok(()), Err(Denied::NotYours), Err(Denied::NotYours)),
            (
                Standing::TrialOver,
                false,
                Err(Denied::DoorClosed),
                Err(Denied::DoorClosed),
                Err(Denied::DoorClosed),
            ),
            (
                Standing::Leaver,
                false,
                Err(Denied::DoorClosed),
                Err(Denied::DoorClosed),
                Err(Denied::DoorClosed),
            ),
            (Standing::Member, false, Ok(()), Err(Denied::NotYours), Ok(())),
            (
                Standing::Staff,
                false,
                Err(Denied::NotYours),
                Err(Denied::NotYours),
                Err(Denied::NotYours),
            ),
            (Standing::Member, true, Ok(()), Ok(()), Ok(())),
            (Standing::Staff, true, Ok(()), Ok(()), Ok(())),
        ] {
            let grants: &[Option<&str>] = if moderates { &[Some("room:7")] } else { &[] };
            let actor = actor(standing, grants);
            assert_eq!(COFFEE_ROOM.decide(&actor), enter, "{standing:?} enters");
            assert_eq!(MODERATE.decide(&actor), moderate, "{standing:?} moderates");
            assert_eq!(READ_LOG.decide(&actor), log, "{standing:?} reads the log");
        }
    }

    #[test]
    fn a_moderators_sight_ends_at_the_scope() {
        let (here, there) = (RoomId(7), RoomId(8));
        for (standing, scope, in_scope, beyond) in [
            (Standing::Member, Some("room:7"), Some(Sight::Moderator), Some(Sight::Member)),
            (Standing::Staff, Some("room:7"), Some(Sight::Moderator), None),
            (Standing::Staff, None, Some(Sight::Moderator), Some(Sight::Moderator)),
            (Standing::Guest { until: 5 }, Some("room:9"), Some(Sight::Guest), Some(Sight::Guest)),
        ] {
            let actor = actor(standing, &[scope]);
            assert_eq!(sight(&actor, here, OpenTo::Everybody), in_scope, "{standing:?} {scope:?}");
            assert_eq!(sight(&actor, there, OpenTo::Everybody), beyond, "{standing:?} {scope:?}");
        }
        let both =
            actor(Standing::Member, &[Some("room:7"), Some("region:Uusimaa"), Some("room:9")]);
        assert_eq!(moderated_rooms(&both), Some(vec![RoomId(7), RoomId(9)]));
        assert_eq!(moderated_rooms(&actor(Standing::Staff, &[None])), None);
    }

    #[test]
    fn a_room_lets_in_those_whom_it_is_for_and_its_moderators() {
        let everybody = OpenTo::Everybody;
        let (members, stewards) = (OpenTo::Members, OpenTo::Role(Role::ShopSteward));
        let moderators = OpenTo::Role(Role::Moderator);
        let guest = Standing::Guest { until: 5 };
        let steward = Grant { role: Role::ShopSteward, scope: Some("region:Uusimaa".to_owned()) };
        for (standing, moderates, is_steward, open_to, wanted) in [
            (guest, &[][..], false, everybody, Some(Sight::Guest)),
            (guest, &[], false, members, None),
            (guest, &[], true, stewards, None),
            (Standing::Member, &[], false, members, Some(Sight::Member)),
            (Standing::Member, &[], false, stewards, None),
            (Standing::Member, &[], true, stewards, Some(Sight::Member)),
            (Standing::Member, &[Some("room:9")], false, moderators, Some(Sight::Member)),
            (Standing::Member, &[Some("room:9")], false, stewards, None),
            (Standing::Staff, &[Some("room:9")], false, moderators, Some(Sight::Member)),
            (Standing::Staff, &[Some("room:9")], false, members, None),
            (Standing::Member, &[Some("room:7")], false, stewards, Some(Sight::Moderator)),
            (Standing::Staff, &[None], false, stewards, Some(Sight::Moderator)),
        ] {
            let mut actor = actor(standing, moderates);
            actor.grants.extend(is_steward.then(|| steward.clone()));
            let seen = sight(&actor, RoomId(7), open_to);
            assert_eq!(seen, wanted, "{standing:?} {moderates:?} {is_steward} {open_to:?}");
        }
    }

    #[test]
    fn a_post_looks_different_to_each_reader() {
        use Audience::{Guests, Members};
        use PostState::{Hidden, Shown};
        for (sight, author, audience, has_guest_number, state, wanted) in [
            (Sight::Guest, OTHER, Guests, true, Shown, Some(Look::Shown)),
            (Sight::Guest, OTHER, Members, false, Shown, None),
            (Sight::Guest, OTHER, Members, true, Shown, Some(Look::TakenBack)),
            (Sight::Guest, OTHER, Members, true, Hidden, Some(Look::TakenBack)),
            (Sight::Guest, OTHER, Guests, true, Hidden, Some(Look::Hidden)),
            (Sight::Guest, ME, Guests, true, Hidden, Some(Look::HiddenWithText)),
            (Sight::Member, OTHER, Members, false, Shown, Some(Look::Shown)),
            (Sight::Member, OTHER, Members, true, Shown, Some(Look::Shown)),
            (Sight::Member, OTHER, Members, false, Hidden, Some(Look::Hidden)),
            (Sight::Member, ME, Members, false, Hidden, Some(Look::HiddenWithText)),
            (Sight::Moderator, OTHER, Members, false, Hidden, Some(Look::HiddenWithText)),
        ] {
            let post = post(author, audience, has_guest_number, state);
            assert_eq!(
                look(sight, ME, &post),
                wanted,
                "{sight:?} {author:?} {audience:?} {state:?}"
            );
        }
    }

    #[test]
    fn a_reply_is_never_wider_than_its_thread_nor_narrower_than_a_guest() {
        use Audience::{Guests, Members};
        for (sight, thread, wish, wanted) in [
            (Sight::Guest, Guests, Members, Guests),
            (Sight::Member, Members, Guests, Members),
            (Sight::Member, Guests, Members, Members),
            (Sight::Member, Guests, Guests, Guests),
            (Sight::Moderator, Members, Guests, Members),
        ] {
            assert_eq!(
                audience_of_reply(sight, thread, wish),
                wanted,
                "{sight:?} {thread:?} {wish:?}"
            );
        }
        assert!(may_read_thread(Sight::Guest, Guests) && !may_read_thread(Sight::Guest, Members));
        assert!(may_read_thread(Sight::Member, Members));
    }

    #[test]
    fn nobody_judges_their_own_post_and_only_moderators_judge() {
        let (mine, theirs) = (
            post(ME, Audience::Members, false, PostState::Shown),
            post(OTHER, Audience::Members, false, PostState::Shown),
        );
        assert!(may_judge(Sight::Moderator, &theirs, ME).is_ok());
        assert!(matches!(may_judge(Sight::Moderator, &mine, ME), Err(Error::Refusal(_))));
        assert!(matches!(
            may_judge(Sight::Member, &theirs, ME),
            Err(Error::Denied(Denied::NotYours))
        ));
    }

    #[test]
    fn an_opening_post_is_taken_back_only_while_it_stands_alone() {
        let mut opening = post(ME, Audience::Guests, true, PostState::Shown);
        opening.position = 1;
        assert!(may_take_back(Sight::Member, &thread(1), &opening));
        assert!(!may_take_back(Sight::Member, &thread(2), &opening));
        let reply = post(ME, Audience::Guests, true, PostState::Shown);
        assert!(may_take_back(Sight::Member, &thread(9), &reply));
        assert!(!may_take_back(Sight::Guest, &thread(9), &reply));
    }

    #[test]
    fn a_post_is_edited_by_its_author_while_it_and_its_thread_are_open() {
        let shown = post(ME, Audience::Members, false, PostState::Shown);
        let hidden = post(ME, Audience::Members, false, PostState::Hidden);
        assert!(may_edit(&thread(9), &shown, ME));
        assert!(!may_edit(&thread(9), &shown, OTHER));
        assert!(!may_edit(&thread(9), &hidden, ME));
        assert!(!may_edit(&Thread { state: Door::Closed, ..thread(9) }, &shown, ME));
        assert!(!may_edit(&Thread { room_state: Door::Closed, ..thread(9) }, &shown, ME));
    }

    #[test]
    fn a_hidden_title_is_seen_by_its_author_and_by_moderators() {
        let title = thread(1).title;
        assert_eq!(title.shown(Sight::Member, ME), Some("Otsikko"));
        assert_eq!(title.shown(Sight::Moderator, OTHER), Some("Otsikko"));
        assert_eq!(title.shown(Sight::Member, OTHER), None);
        assert_eq!(title.shown(Sight::Guest, OTHER), None);
    }

    #[test]
    fn a_text_must_say_something() {
        for (title, fits) in [
            ("Hei", true),
            ("  ", false),
            ("ab", false),
            ("\u{200b}\u{200b}\u{200b}", false),
            ("☕☕☕", true),
            ("???", true),
        ] {
            assert_eq!(must_be_title(title).is_ok(), fits, "{title:?}");
        }
        for (markdown, html, fits) in [
            ("moi", "<p>moi</p>", true),
            ("\u{200b}", "<p>\u{200b}</p>", false),
            ("[x]: https://example.org", "", false),
            ("☕", "<p>☕</p>", true),
        ] {
            let draft = Draft {
                poll: None,
                title: String::new(),
                markdown: markdown.to_owned(),
                html: html.to_owned(),
                words: Prepared::default(),
                attachments: Vec::new(),
                audience: Audience::Members,
                hold: None,
                has_name: false,
                takes_out: false,
            };
            assert_eq!(must_say_something(&draft).is_ok(), fits, "{markdown:?}");
        }
        assert!(must_describe("Nostovyö").is_ok() && must_describe(" \u{200b}").is_err());
        assert!(must_give_words(Some(Reason::Rude), "").is_ok());
        assert!(must_give_words(Some(Reason::Other), " ").is_err());
        assert!(must_give_words(None, "syy").is_err());
    }

    #[test]
    fn pages_hold_twenty_posts() {
        for (number, page) in [(0, 1), (1, 1), (20, 1), (21, 2), (10_000, 500)] {
            assert_eq!(page_of(number), page, "{number}");
        }
        for (read, last, wanted) in [(0, 5, 1), (3, 5, 4), (5, 5, 5), (9, 5, 5), (0, 0, 1)] {
            assert_eq!(first_unread(read, last), wanted, "{read} of {last}");
        }
    }
}

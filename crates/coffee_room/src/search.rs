//! What of the coffee room can be found, by whom, and how it is shown.
//!
//! A post stands in the circles of those who may read it as written. A hidden
//! one stands in the moderators' circle alone; its title goes with it.

use std::collections::{HashMap, hash_map};
use std::ops::Range;

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::policy::Actor;
use kafferum_platform::search::{
    self, Access, Analyser, Circle, Entry, Hit, Language, Place, Prepared, Query, Reader, Shown,
    Source, Start,
};
use kafferum_platform::texts::Lang;

use crate::doors::Doors;
use crate::model::{Audience, PostState, RoomId, Sight, ThreadId};
use crate::polls::Poll;
use crate::quotes;
use crate::rules::{self, COFFEE_ROOM};
use crate::scene::address;
use crate::store;
use crate::store::relocate::Run;
use crate::store::search::{Found, Stored};

const KIND: &str = "post";

/// Threads that are shown as like a new one.
const MOST_ALIKE: usize = 5;
/// Threads that one step of indexing again takes.
const BATCH: i64 = 20;

pub(crate) const SOURCE: Source = Source {
    name: "coffee-room",
    text: "coffee-room-title",
    is_small: false,
    access,
    door: COFFEE_ROOM,
    places,
    spelt: titles,
    show,
    start,
    index_again: index_batch,
};

/// The circles in which an actor searches: as [`rules::sight`] lets them read,
/// in the rooms that they may enter.
fn access(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Access>, Fault> {
    if COFFEE_ROOM.decide(actor).is_err() {
        return Ok(Vec::new());
    }
    let doors = Doors::find(tx, actor)?;
    let all = |circle| Access { circle, places: None, except: doors.barred() };
    let within = |circle, places| Access { circle, places: Some(places), except: Vec::new() };
    let mut moderated = rules::moderated_rooms(actor).unwrap_or_default();
    moderated.retain(|room| doors.sight(*room) == Some(Sight::Moderator));
    let moderated: Vec<i64> = moderated.iter().map(|room| room.0).collect();
    let mut access = match rules::sight_everywhere(actor) {
        Some(Sight::Moderator) => vec![all(Circle::Members), all(Circle::Moderators)],
        Some(Sight::Member) => vec![all(Circle::Members)],
        Some(Sight::Guest) => {
            vec![all(Circle::Guests), within(Circle::Members, moderated.clone())]
        }
        None => vec![within(Circle::Members, doors.entered())],
    };
    access.push(within(Circle::Moderators, moderated));
    access.retain(|access| access.places.as_ref().is_none_or(|places| !places.is_empty()));
    Ok(access)
}

/// What a post says, and what may be chosen in its poll.
fn with_options(markdown: &str, poll: Option<&Poll>) -> String {
    let words = quotes::own_words(markdown);
    match poll {
        Some(poll) => format!("{words}\n{}", poll.options_text()),
        None => words,
    }
}

fn circles(audience: Audience, state: PostState) -> &'static [Circle] {
    match (state, audience) {
        (PostState::Moved, _) => &[],
        (PostState::Hidden, _) => &[Circle::Moderators],
        (PostState::Shown | PostState::Joined, Audience::Members) => &[Circle::Members],
        (PostState::Shown | PostState::Joined, Audience::Guests) => {
            &[Circle::Members, Circle::Guests]
        }
    }
}

/// Indexes a post that was just written.
pub(crate) fn index_new(
    tx: &mut Tx<'_>,
    room: RoomId,
    place: (ThreadId, i64),
    audience: Audience,
    words: &Prepared,
    at: Millis,
) -> Result<(), Fault> {
    index_at(tx, None, (room, place), audience, words, at)
}

/// Indexes a post that came from another forum, under its number in the order
/// of time if there is one for it.
pub(crate) fn index_at(
    tx: &mut Tx<'_>,
    number: Option<i64>,
    (room, (thread, position)): (RoomId, (ThreadId, i64)),
    audience: Audience,
    words: &Prepared,
    at: Millis,
) -> Result<(), Fault> {
    let part = position.to_string();
    let circles = circles(audience, PostState::Shown);
    let (thing, place, part) = (thread.0, room.0, part.as_str());
    search::put_at(tx, number, &Entry { kind: KIND, thing, part, place, at, circles, words })
}

/// Numbers in the order of time for so many posts that come from another forum:
/// behind the last one that came before, or below everything where there is no
/// room for all of them.
pub(crate) fn room_for_old(
    tx: &mut Tx<'_>,
    last: Option<(ThreadId, i64)>,
    posts: i64,
) -> Result<Range<i64>, Fault> {
    let behind = match last {
        Some((thread, position)) => {
            search::room_behind(tx, (KIND, thread.0, &position.to_string()), posts)?
        }
        None => None,
    };
    behind.map_or_else(|| search::room_below(tx, posts), Ok)
}

impl Stored {
    fn words(&self, tx: &mut Tx<'_>, analyser: &Analyser) -> Result<Prepared, Fault> {
        let body = with_options(&self.markdown, self.poll.as_ref());
        let part = self.position.to_string();
        // Who changes or hides it may have pages in another language than its
        // writer, and a short text does not tell its own.
        let before = search::known_language(tx, KIND, self.thread.0, &part)?;
        let lang = before.unwrap_or(Language::Finnish);
        Ok(Prepared::guessing(analyser, lang, &self.title, &body))
    }

    fn index(&self, tx: &mut Tx<'_>, analyser: &Analyser) -> Result<(), Fault> {
        let words = self.words(tx, analyser)?;
        let part = self.position.to_string();
        search::put(
            tx,
            &Entry {
                kind: KIND,
                thing: self.thread.0,
                part: &part,
                place: self.room.0,
                at: self.at,
                circles: circles(self.audience, self.state),
                words: &words,
            },
        )
    }
}

/// Indexes a post as it stands after a change.
pub(crate) fn index_changed(
    tx: &mut Tx<'_>,
    analyser: &Analyser,
    thread: ThreadId,
    position: i64,
) -> Result<(), Fault> {
    let post = store::search::post(tx, thread, position)?;
    post.map_or(Ok(()), |post| post.index(tx, analyser))
}

/// The words of a post as it stands.
pub(crate) fn words(
    tx: &mut Tx<'_>,
    analyser: &Analyser,
    thread: ThreadId,
    position: i64,
) -> Result<Prepared, Fault> {
    let post = store::search::post(tx, thread, position)?;
    post.map_or_else(|| Ok(Prepared::default()), |post| post.words(tx, analyser))
}

/// Indexes all posts of a thread as they stand.
pub(crate) fn index_thread(
    tx: &mut Tx<'_>,
    analyser: &Analyser,
    thread: ThreadId,
) -> Result<(), Fault> {
    let posts = store::search::posts(tx, thread)?;
    posts.iter().try_for_each(|post| post.index(tx, analyser))
}

fn index_batch(tx: &mut Tx<'_>, analyser: &Analyser, after: i64) -> Result<Option<i64>, Fault> {
    let threads = store::search::threads_after(tx, after, BATCH)?;
    for thread in &threads {
        index_thread(tx, analyser, *thread)?;
    }
    Ok(threads.last().map(|thread| thread.0))
}

/// Indexes so many posts of a thread behind a position; the last one's.
pub(crate) fn index_stretch(
    tx: &mut Tx<'_>,
    analyser: &Analyser,
    thread: ThreadId,
    after: i64,
    most: i64,
) -> Result<Option<i64>, Fault> {
    let posts = store::search::posts_behind(tx, thread, after, most)?;
    posts.iter().try_for_each(|post| post.index(tx, analyser))?;
    Ok(posts.last().map(|post| post.position))
}

/// Finds posts under their new places by whom they were found before.
pub(crate) fn shift(tx: &mut Tx<'_>, run: Run) -> Result<(), Fault> {
    search::shift(tx, KIND, (run.from.0, run.first, run.last), run.to.0, run.offset)
}

/// Lets nobody find the posts of a thread behind a position until they are
/// indexed anew.
pub(crate) fn blank(tx: &mut Tx<'_>, thread: ThreadId, after: i64) -> Result<(), Fault> {
    search::blank(tx, KIND, thread.0, after)
}

/// Whether posts of a thread wait for a job to index them.
pub(crate) fn is_blank(tx: &mut Tx<'_>, thread: ThreadId) -> Result<bool, Fault> {
    search::is_blank(tx, KIND, thread.0)
}

/// Takes a post out of the index whose text is forgotten.
pub(crate) fn forget(tx: &mut Tx<'_>, thread: ThreadId, position: i64) -> Result<(), Fault> {
    search::remove(tx, KIND, thread.0, &position.to_string())
}

fn places(tx: &mut Tx<'_>, actor: &Actor, lang: Lang) -> Result<Vec<Place>, Fault> {
    let (rooms, doors) = (store::search::rooms(tx, lang)?, Doors::find(tx, actor)?);
    let theirs = rooms.into_iter().filter(|(room, _)| doors.sight(*room).is_some());
    Ok(theirs.map(|(room, name)| Place { id: room.0, name }).collect())
}

/// The form of the only room in which the reader may open a thread, or of the
/// one that was searched; else the list of rooms.
fn start(
    tx: &mut Tx<'_>,
    actor: &Actor,
    place: Option<i64>,
    now: Millis,
) -> Result<Option<Start>, Fault> {
    let (Ok(me), Ok(())) = (actor.person(), COFFEE_ROOM.decide(actor)) else { return Ok(None) };
    let mut rooms = store::search::open_rooms(tx)?;
    rooms.retain(|(room, open_to)| rules::sight(actor, *room, *open_to).is_some());
    let mut open = Vec::new();
    for (room, _) in rooms {
        if rules::may_write(store::measures::paused_until(tx, me, room)?, now).is_ok() {
            open.push(room);
        }
    }
    let form = |room: &RoomId| Start {
        path: format!("/coffee-room/rooms/{room}/new"),
        text: "coffee-room-search-start",
    };
    let list = || Start { path: "/coffee-room".to_owned(), text: "coffee-room-search-choose" };
    let searched = open.iter().find(|room| Some(room.0) == place);
    Ok(match (searched, open.as_slice()) {
        (Some(room), _) | (None, [room]) => Some(form(room)),
        (None, []) => None,
        (None, _) => Some(list()),
    })
}

/// Titles of all rooms that the reader may enter, by what they see in those that
/// they do not moderate.
fn titles(tx: &mut Tx<'_>, reader: &Reader, most: usize) -> Result<Vec<String>, Fault> {
    match rules::sight_everywhere(&reader.actor) {
        Some(sight) if COFFEE_ROOM.decide(&reader.actor).is_ok() => {
            let doors = Doors::find(tx, &reader.actor)?;
            store::search::titles(tx, sight, &doors, most)
        }
        _ => Ok(Vec::new()),
    }
}

/// Threads whose titles are like one that is being written: name and address.
pub(crate) fn alike(
    tx: &mut Tx<'_>,
    reader: &Reader,
    title: &Query,
) -> Result<Vec<(String, String)>, Fault> {
    let access = access(tx, &reader.actor)?;
    let hits = title.alike(tx, &SOURCE, &access)?;
    let shown = show(tx, reader, &hits, MOST_ALIKE)?;
    let named = shown.into_iter().filter(|one| !one.title.is_empty());
    Ok(named.map(|one| (one.title, one.path)).collect())
}

/// One result a thread: its first hit, and how many more there are.
fn show(tx: &mut Tx<'_>, reader: &Reader, hits: &[Hit], most: usize) -> Result<Vec<Shown>, Fault> {
    let mut more: HashMap<i64, i64> = HashMap::new();
    let mut first: Vec<&Hit> = Vec::new();
    for hit in hits {
        match more.entry(hit.thing) {
            hash_map::Entry::Occupied(mut known) => *known.get_mut() += 1,
            hash_map::Entry::Vacant(new) => {
                new.insert(0);
                first.push(hit);
            }
        }
    }
    let mut shown = Vec::new();
    for hits in first.chunks(store::search::TOGETHER) {
        if shown.len() >= most {
            break;
        }
        let places = hits.iter().map(|hit| place(hit)).collect::<Result<Vec<_>, Fault>>()?;
        let mut posts = store::search::found(tx, &places, reader.lang)?;
        for (hit, place) in hits.iter().zip(places) {
            let Some(at) = posts.iter().position(|post| (post.thread, post.position) == place)
            else {
                continue;
            };
            let more = more.get(&hit.thing).copied().unwrap_or_default();
            shown.extend(show_post(reader, hit, posts.swap_remove(at), more));
        }
    }
    shown.truncate(most);
    Ok(shown)
}

fn place(hit: &Hit) -> Result<(ThreadId, i64), Fault> {
    let position = hit.part.parse().map_err(|_| Fault::bug("a part that is no position"))?;
    Ok((ThreadId(hit.thing), position))
}

fn show_post(reader: &Reader, hit: &Hit, post: Found, more: i64) -> Option<Shown> {
    let sight = rules::sight(&reader.actor, post.room, post.open_to)?;
    let number = match (sight, post.guest_position) {
        (Sight::Guest, Some(number)) => number,
        _ => post.position,
    };
    let may_see_title = post.title_state == PostState::Shown || sight == Sight::Moderator;
    Some(Shown {
        title: if may_see_title { post.title } else { String::new() },
        path: address(ThreadId(hit.thing), number),
        text: with_options(&post.markdown, post.poll.as_ref()),
        lang: hit.lang,
        place: post.room_name,
        at: Some(post.at),
        mark: (post.state == PostState::Hidden).then_some("coffee-room-hidden-tag"),
        more,
        hit: hit.id,
    })
}

//! What of the coffee room can be found, by whom, and how it is shown.
//!
//! A post stands in the circles of those who may read it as written. A hidden
//! one stands in the moderators' circle alone; its title goes with it.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::policy::Actor;
use kafferum_platform::search::{
    self, Access, Analyser, Circle, Entry, Hit, Place, Prepared, Query, Reader, Shown, Source,
};
use kafferum_platform::texts::Lang;

use crate::doors::Doors;
use crate::model::{Audience, PostState, RoomId, Sight, ThreadId};
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
    access,
    places,
    titles,
    show,
    index_again: index_batch,
};

/// The circles in which an actor searches: as [`rules::sight`] lets them read,
/// in the rooms that they may enter.
fn access(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Access>, Fault> {
    if COFFEE_ROOM.decide(actor).is_err() {
        return Ok(Vec::new());
    }
    let all = |circle| Access { circle, places: None, except: Vec::new() };
    let everywhere = rules::sight_everywhere(actor);
    if everywhere == Some(Sight::Moderator) {
        return Ok(vec![all(Circle::Members), all(Circle::Moderators)]);
    }
    let doors = Doors::find(tx, actor)?;
    let within = |circle, places: &[i64]| Access { places: Some(places.to_vec()), ..all(circle) };
    let moderated: Vec<i64> =
        rules::moderated_rooms(actor).unwrap_or_default().iter().map(|room| room.0).collect();
    let mut access = match everywhere {
        Some(Sight::Guest) => vec![
            Access { except: doors.barred(), ..all(Circle::Guests) },
            within(Circle::Members, &moderated),
        ],
        Some(_) => vec![Access { except: doors.barred(), ..all(Circle::Members) }],
        None => vec![within(Circle::Members, &doors.entered())],
    };
    access.push(within(Circle::Moderators, &moderated));
    access.retain(|access| access.places.as_ref().is_none_or(|places| !places.is_empty()));
    Ok(access)
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
    (thread, position): (ThreadId, i64),
    audience: Audience,
    words: &Prepared,
    at: Millis,
) -> Result<(), Fault> {
    let part = position.to_string();
    let circles = circles(audience, PostState::Shown);
    search::put(
        tx,
        &Entry { kind: KIND, thing: thread.0, part: &part, place: room.0, at, circles, words },
    )
}

impl Stored {
    fn index(&self, tx: &mut Tx<'_>, analyser: &Analyser) -> Result<(), Fault> {
        let body = quotes::own_words(&self.markdown);
        let words = Prepared::guessing(analyser, Lang::Fi, &self.title, &body);
        search::put(
            tx,
            &Entry {
                kind: KIND,
                thing: self.thread.0,
                part: &self.position.to_string(),
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

/// Takes all posts of a thread out of the index.
pub(crate) fn forget_thread(tx: &mut Tx<'_>, thread: ThreadId) -> Result<(), Fault> {
    search::remove_thing(tx, KIND, thread.0)
}

/// Takes posts that moved out of the index.
pub(crate) fn forget_run(tx: &mut Tx<'_>, run: Run) -> Result<(), Fault> {
    let mut positions = run.first..=run.last;
    positions.try_for_each(|position| forget(tx, run.from, position))
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

/// Of all rooms that the reader may enter, by what they see in those that they
/// do not moderate.
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
    let hits = title.alike(tx, &access)?;
    let shown = show(tx, reader, &hits, MOST_ALIKE)?;
    let named = shown.into_iter().filter(|one| !one.title.is_empty());
    Ok(named.map(|one| (one.title, one.path)).collect())
}

/// One result a thread: its first hit, and how many more there are.
fn show(tx: &mut Tx<'_>, reader: &Reader, hits: &[Hit], most: usize) -> Result<Vec<Shown>, Fault> {
    let mut shown: Vec<(i64, Shown)> = Vec::new();
    for hits in hits.chunks(store::search::TOGETHER) {
        let places = hits.iter().map(place).collect::<Result<Vec<_>, Fault>>()?;
        let mut posts = if shown.len() < most {
            store::search::found(tx, &places, reader.lang)?
        } else {
            Vec::new()
        };
        for (hit, place) in hits.iter().zip(places) {
            if let Some((_, known)) = shown.iter_mut().find(|(thread, _)| *thread == hit.thing) {
                known.more += 1;
            } else if shown.len() < most
                && let Some(at) =
                    posts.iter().position(|post| (post.thread, post.position) == place)
                && let Some(new) = show_post(reader, hit, posts.swap_remove(at))
            {
                shown.push((hit.thing, new));
            }
        }
    }
    Ok(shown.into_iter().map(|(_, shown)| shown).collect())
}

fn place(hit: &Hit) -> Result<(ThreadId, i64), Fault> {
    let position = hit.part.parse().map_err(|_| Fault::bug("a part that is no position"))?;
    Ok((ThreadId(hit.thing), position))
}

fn show_post(reader: &Reader, hit: &Hit, post: Found) -> Option<Shown> {
    let sight = rules::sight(&reader.actor, post.room, post.open_to)?;
    let number = match (sight, post.guest_position) {
        (Sight::Guest, Some(number)) => number,
        _ => post.position,
    };
    let may_see_title = post.title_state == PostState::Shown || sight == Sight::Moderator;
    Some(Shown {
        title: if may_see_title { post.title } else { String::new() },
        path: address(ThreadId(hit.thing), number),
        text: quotes::own_words(&post.markdown),
        lang: hit.lang,
        place: post.room_name,
        at: Some(post.at),
        mark: (post.state == PostState::Hidden).then_some("coffee-room-hidden-tag"),
        more: 0,
    })
}

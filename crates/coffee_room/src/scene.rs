//! A thread with who looks at it: where every page and every deed begins.

use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::{Actor, Denied};
use kafferum_platform::texts::Lang;
use kafferum_platform::{Error, Refusal};

use crate::actions::Act;
use crate::model::{Post, Room, RoomId, Sight, Thread, ThreadId};
use crate::parties::{self, Matter};
use crate::rules::{self, Look};
use crate::store;

/// A thread, who looks at it, and what they may see.
pub(crate) struct Scene {
    pub thread: Thread,
    pub sight: Sight,
    pub me: PersonId,
}

impl Scene {
    /// Finds a thread that the actor may read.
    pub(crate) fn find(
        tx: &mut Tx<'_>,
        actor: &Actor,
        thread: ThreadId,
        lang: Lang,
    ) -> Result<Self, Error> {
        let me = actor.person()?;
        let thread = store::posts::thread(tx, thread, me, lang)?.ok_or(Error::NotFound)?;
        let sight = rules::sight(actor, thread.room, thread.open_to).ok_or(Error::NotFound)?;
        if !rules::may_read_thread(sight, thread.audience) {
            return Err(Error::NotFound);
        }
        Ok(Self { thread, sight, me })
    }

    /// Finds a thread in a room that the actor moderates.
    pub(crate) fn moderated(tx: &mut Tx<'_>, act: &Act, thread: ThreadId) -> Result<Self, Error> {
        let scene = Self::find(tx, &act.actor, thread, act.lang)?;
        match scene.sight {
            Sight::Moderator => Ok(scene),
            Sight::Guest | Sight::Member => Err(Denied::NotYours.into()),
        }
    }

    /// The same, to decide about it as a whole: who has a case with whoever
    /// opened it leaves that to another.
    pub(crate) fn to_steer(tx: &mut Tx<'_>, act: &Act, thread: ThreadId) -> Result<Self, Error> {
        let scene = Self::moderated(tx, act, thread)?;
        let (author, room) = (scene.thread.title.author, Some(scene.thread.room));
        parties::must_not_be(tx, act, Matter { author, room, post: Some((thread, 1)) })?;
        Ok(scene)
    }

    /// Finds a post of it by its number, as the reader counts, with how it
    /// looks to them.
    pub(crate) fn post(&self, tx: &mut Tx<'_>, number: i64) -> Result<(Post, Look), Error> {
        let post = store::posts::post(tx, self.sight, self.me, self.thread.id, number)?;
        let post = post.ok_or(Error::NotFound)?;
        let look = rules::look(self.sight, self.me, &post).ok_or(Error::NotFound)?;
        Ok((post, look))
    }

    /// What is to be decided of a post of it.
    pub(crate) fn matter(&self, post: &Post) -> Matter {
        let place = Some((self.thread.id, post.position));
        Matter { author: post.author, room: Some(self.thread.room), post: place }
    }

    /// Number of its last post, as the reader counts.
    pub(crate) fn last_number(&self) -> i64 {
        self.thread.last_number(self.sight)
    }
}

/// Finds a room that the actor may enter, and what they see in it.
pub(crate) fn find_room(
    tx: &mut Tx<'_>,
    actor: &Actor,
    room: RoomId,
    lang: Lang,
) -> Result<(Room, Sight), Error> {
    let room = store::rooms::room(tx, room, lang)?.ok_or(Error::NotFound)?;
    match rules::sight(actor, room.id, room.open_to) {
        Some(sight) => Ok((room, sight)),
        None if rules::is_kept_out(actor, room.id) => {
            Err(Refusal::new("coffee-room-kept-out-room").into())
        }
        None => Err(Error::NotFound),
    }
}

/// Address of a post on its page, by its number as the reader counts.
pub(crate) fn address(thread: ThreadId, number: i64) -> String {
    match rules::page_of(number) {
        1 => format!("/coffee-room/threads/{thread}#p{number}"),
        page => format!("/coffee-room/threads/{thread}?page={page}#p{number}"),
    }
}

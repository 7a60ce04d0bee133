//! The verbs of those who keep the rooms and their tags.

use kafferum_platform::audit;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::{Error, Refusal};

use crate::model::{KeptRoom, KeptTag, RoomId, TagId};
use crate::{rules, store};

/// Adds a room.
pub(crate) fn add_room(
    tx: &mut Tx<'_>,
    me: PersonId,
    room: &KeptRoom,
    now: Millis,
) -> Result<RoomId, Error> {
    let id = store::room_keeping::insert(tx, room)?;
    audit::record(tx, Some(me), "room-added", None, &format!("room:{id}"), now)?;
    Ok(id)
}

/// Changes a room, made from its revision.
pub(crate) fn change_room(
    tx: &mut Tx<'_>,
    me: PersonId,
    room: &KeptRoom,
    now: Millis,
) -> Result<(), Error> {
    let stored = store::room_keeping::room(tx, room.id)?.ok_or(Error::NotFound)?;
    if stored.revision != room.revision {
        return Err(Refusal::new(rules::STALE_ROOM).into());
    }
    store::room_keeping::change(tx, room)?;
    let opened = match (stored.open_to, room.open_to) {
        (before, after) if before == after => String::new(),
        (before, after) => format!(" {} > {}", before.word(), after.word()),
    };
    let detail = format!("room:{}{opened}", room.id);
    audit::record(tx, Some(me), "room-changed", None, &detail, now)?;
    Ok(())
}

/// Moves a room one step up or down among those it is shown with.
pub(crate) fn move_room(
    tx: &mut Tx<'_>,
    me: PersonId,
    room: RoomId,
    is_up: bool,
    now: Millis,
) -> Result<(), Error> {
    let rooms = store::room_keeping::rooms(tx)?;
    let moved = rooms.iter().find(|known| known.id == room).ok_or(Error::NotFound)?;
    let group: Vec<RoomId> =
        rooms.iter().filter(|other| other.group() == moved.group()).map(|other| other.id).collect();
    let at = group.iter().position(|known| *known == room);
    let neighbour = at.and_then(|at| if is_up { at.checked_sub(1) } else { at.checked_add(1) });
    // The first one stays first.
    let Some(other) = neighbour.and_then(|at| group.get(at)) else { return Ok(()) };
    let swapped = rooms.iter().map(|known| match known.id {
        id if id == room => *other,
        id if id == *other => room,
        id => id,
    });
    store::room_keeping::order(tx, &swapped.collect::<Vec<_>>())?;
    audit::record(tx, Some(me), "room-moved", None, &format!("room:{room}"), now)?;
    Ok(())
}

/// Adds a tag.
pub(crate) fn add_tag(
    tx: &mut Tx<'_>,
    me: PersonId,
    tag: &KeptTag,
    now: Millis,
) -> Result<(), Error> {
    if let Some(room) = tag.room
        && store::room_keeping::room(tx, room)?.is_none()
    {
        return Err(Refusal::new("coffee-room-tag-no-room").at("room").into());
    }
    rules::must_be_new_tag(tag, &store::tags::kept(tx)?)?;
    let id = store::tags::insert(tx, tag)?;
    audit::record(tx, Some(me), "tag-added", None, &format!("tag:{id}"), now)?;
    Ok(())
}

/// Names a tag anew, made from its revision.
pub(crate) fn change_tag(
    tx: &mut Tx<'_>,
    me: PersonId,
    tag: &KeptTag,
    now: Millis,
) -> Result<(), Error> {
    let stored = store::tags::kept_one(tx, tag.id)?.ok_or(Error::NotFound)?;
    if stored.revision != tag.revision {
        return Err(Refusal::new(rules::STALE_TAG).into());
    }
    rules::must_be_new_tag(tag, &store::tags::kept(tx)?)?;
    store::tags::change(tx, tag)?;
    audit::record(tx, Some(me), "tag-changed", None, &format!("tag:{}", tag.id), now)?;
    Ok(())
}

/// Removes a tag; its threads get another one in its place, if one is given.
pub(crate) fn remove_tag(
    tx: &mut Tx<'_>,
    me: PersonId,
    tag: TagId,
    into: Option<TagId>,
    now: Millis,
) -> Result<(), Error> {
    let tag = store::tags::kept_one(tx, tag)?.ok_or(Error::NotFound)?;
    let detail = match into {
        None => {
            store::tags::remove(tx, tag.id)?;
            format!("tag:{}", tag.id)
        }
        Some(into) => {
            let other = store::tags::kept_one(tx, into)?;
            if !other.is_some_and(|other| rules::may_join_tags(&tag, &other)) {
                return Err(Refusal::new("coffee-room-tag-gone").at("into").into());
            }
            store::tags::merge(tx, tag.id, into)?;
            format!("tag:{} > tag:{into}", tag.id)
        }
    };
    audit::record(tx, Some(me), "tag-removed", None, &detail, now)?;
    Ok(())
}

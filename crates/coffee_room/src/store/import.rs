//! What came from another forum, and where it stands here.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::words;

use crate::model::{RoomId, ThreadId};

words! {
    /// What a thing is that came.
    ItemKind {
        /// A room.
        Room = "room",
        /// A thread.
        Thread = "thread",
        /// A post.
        Post = "post",
    }
}

/// The name of a thing that came: of which kind of forum, what it is, its
/// number there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item<'i> {
    pub source: &'static str,
    pub kind: ItemKind,
    pub id: &'i str,
}

/// The numbers there of all things of a kind that came.
pub(crate) fn known(
    tx: &mut Tx<'_>,
    source: &'static str,
    kind: ItemKind,
) -> Result<Vec<String>, Fault> {
    tx.query(
        "SELECT item FROM import_item WHERE source = ?1 AND kind = ?2",
        &[&source, &kind],
        |row| row.get(0),
    )
}

/// Where a thread or post stands that came.
pub(crate) fn place(tx: &mut Tx<'_>, item: Item<'_>) -> Result<Option<(ThreadId, i64)>, Fault> {
    let place = tx.first(
        "SELECT thread, position FROM import_item WHERE source = ?1 AND kind = ?2 AND item = ?3",
        &[&item.source, &item.kind, &item.id],
        |row| Ok((row.get::<Option<ThreadId>>(0)?, row.get::<Option<i64>>(1)?)),
    )?;
    Ok(place.and_then(|(thread, position)| thread.zip(position)))
}

/// The room that a room became.
pub(crate) fn room(tx: &mut Tx<'_>, item: Item<'_>) -> Result<Option<RoomId>, Fault> {
    let room = tx.first(
        "SELECT room FROM import_item WHERE source = ?1 AND kind = ?2 AND item = ?3",
        &[&item.source, &item.kind, &item.id],
        |row| row.get::<Option<RoomId>>(0),
    )?;
    Ok(room.flatten())
}

/// The room in which a thread stands.
pub(crate) fn room_of(tx: &mut Tx<'_>, thread: ThreadId) -> Result<RoomId, Fault> {
    tx.one("SELECT room FROM thread WHERE id = ?1", &[&thread], |row| row.get(0))
}

/// Notes which room a room became, also when it was another before.
pub(crate) fn note_room(
    tx: &mut Tx<'_>,
    item: Item<'_>,
    address: Option<&str>,
    room: RoomId,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO import_item (source, kind, item, address, room) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (source, kind, item) DO UPDATE SET room = excluded.room
         WHERE import_item.room <> excluded.room",
        &[&item.source, &item.kind, &item.id, &address, &room],
    )?;
    Ok(())
}

/// Notes where a thread or post stands.
pub(crate) fn note_post(
    tx: &mut Tx<'_>,
    item: Item<'_>,
    address: Option<&str>,
    (thread, position): (ThreadId, i64),
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO import_item (source, kind, item, address, thread, position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &[&item.source, &item.kind, &item.id, &address, &thread, &position],
    )?;
    Ok(())
}

/// What an old address was the address of.
pub(crate) enum Found {
    Room(RoomId),
    Thread(ThreadId, i64),
    Post(ThreadId, i64),
}

/// What had an address.
pub(crate) fn by_address(tx: &mut Tx<'_>, address: &str) -> Result<Option<Found>, Fault> {
    let found = tx.first(
        "SELECT kind, room, thread, position FROM import_item WHERE address = ?1
         ORDER BY source, kind, item LIMIT 1",
        &[&address],
        |row| {
            let place = row.get::<Option<ThreadId>>(2)?.zip(row.get::<Option<i64>>(3)?);
            Ok(match (row.get::<ItemKind>(0)?, row.get::<Option<RoomId>>(1)?, place) {
                (ItemKind::Room, Some(room), _) => Some(Found::Room(room)),
                (ItemKind::Thread, _, Some((thread, at))) => Some(Found::Thread(thread, at)),
                (ItemKind::Post, _, Some((thread, at))) => Some(Found::Post(thread, at)),
                _ => None,
            })
        },
    )?;
    Ok(found.flatten())
}

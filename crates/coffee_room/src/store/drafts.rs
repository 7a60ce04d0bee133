//! Drafts that people keep. Nobody but their writer reads them.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::PersonId;

use super::tags::{list_of, tags_of};
use crate::model::{DraftPlace, Opening, RoomId, SavedDraft, TypedPoll};

/// Drafts that one person may keep; the oldest goes.
const MOST: i64 = 50;

fn read(row: &Row<'_>) -> Result<SavedDraft, Fault> {
    let place = match (row.get(0)?, row.get(1)?, row.get(11)?) {
        (RoomId(0), thread, 0) => DraftPlace::Thread(thread),
        (RoomId(0), thread, position) => DraftPlace::Post(thread, position),
        (room, ..) => DraftPlace::Room(room),
    };
    Ok(SavedDraft {
        place,
        version: row.get(12)?,
        title: row.get(2)?,
        body: row.get(3)?,
        audience: row.get(4)?,
        saved_at: row.get(5)?,
        poll: TypedPoll { kind: row.get(6)?, options: row.get(7)?, days: row.get(8)? },
        opening: Opening { tags: tags_of(&row.get::<String>(9)?), asks: row.get::<i64>(10)? == 1 },
    })
}

/// Keeps a draft in place of the one before it.
pub(crate) fn save(tx: &mut Tx<'_>, writer: PersonId, draft: &SavedDraft) -> Result<(), Fault> {
    let (room, thread, position) = draft.place.numbers();
    tx.execute(
        "INSERT INTO draft (person, room, thread, title, body, audience, saved_at,
                            poll, options, days, tags, asks, position, version)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
         ON CONFLICT (person, room, thread, position) DO UPDATE SET title = excluded.title,
             body = excluded.body, audience = excluded.audience, saved_at = excluded.saved_at,
             poll = excluded.poll, options = excluded.options, days = excluded.days,
             tags = excluded.tags, asks = excluded.asks, version = excluded.version",
        &[
            &writer,
            &room,
            &thread,
            &draft.title,
            &draft.body,
            &draft.audience,
            &draft.saved_at,
            &draft.poll.kind,
            &draft.poll.options,
            &draft.poll.days,
            &list_of(&draft.opening.tags),
            &i64::from(draft.opening.asks),
            &position,
            &draft.version,
        ],
    )?;
    tx.execute(
        "DELETE FROM draft WHERE person = ?1 AND saved_at <
             (SELECT MIN(k.saved_at) FROM (SELECT d.saved_at FROM draft d WHERE d.person = ?1
                                           ORDER BY d.saved_at DESC LIMIT ?2) k)",
        &[&writer, &MOST],
    )?;
    Ok(())
}

/// A person's draft for a place.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    writer: PersonId,
    place: DraftPlace,
) -> Result<Option<SavedDraft>, Fault> {
    let (room, thread, position) = place.numbers();
    tx.first(
        "SELECT room, thread, title, body, audience, saved_at, poll, options, days, tags, asks,
                position, version
         FROM draft
         WHERE person = ?1 AND room = ?2 AND thread = ?3 AND position = ?4",
        &[&writer, &room, &thread, &position],
        read,
    )
}

/// A person's drafts, the last saved first.
pub(crate) fn of(tx: &mut Tx<'_>, writer: PersonId) -> Result<Vec<SavedDraft>, Fault> {
    tx.query(
        "SELECT room, thread, title, body, audience, saved_at, poll, options, days, tags, asks,
                position, version
         FROM draft
         WHERE person = ?1 ORDER BY saved_at DESC, room, thread, position LIMIT ?2",
        &[&writer, &MOST],
        read,
    )
}

/// Forgets a person's draft for a place.
pub(crate) fn discard(tx: &mut Tx<'_>, writer: PersonId, place: DraftPlace) -> Result<(), Fault> {
    let (room, thread, position) = place.numbers();
    tx.execute(
        "DELETE FROM draft WHERE person = ?1 AND room = ?2 AND thread = ?3 AND position = ?4",
        &[&writer, &room, &thread, &position],
    )?;
    Ok(())
}

/// Whether a person sent this very text a moment ago, to stand or to wait: what
/// is saved while it is on its way would else come back as a draft of it.
pub(crate) fn was_sent(
    tx: &mut Tx<'_>,
    writer: PersonId,
    body: &str,
    since: Millis,
) -> Result<bool, Fault> {
    let sent: i64 = tx.one(
        "SELECT (SELECT COUNT(*) FROM post
                 WHERE author = ?1 AND created_at >= ?2 AND markdown = ?3)
                + (SELECT COUNT(*) FROM held_post
                   WHERE author = ?1 AND at >= ?2 AND markdown = ?3)",
        &[&writer, &since, &body],
        |row| row.get(0),
    )?;
    Ok(sent > 0)
}

/// Forgets drafts saved before an instant, at most so many; how many.
pub(crate) fn sweep(tx: &mut Tx<'_>, before: Millis, most: i64) -> Result<u64, Fault> {
    tx.execute(
        "DELETE FROM draft WHERE (person, room, thread, position) IN
             (SELECT d.person, d.room, d.thread, d.position FROM draft d WHERE d.saved_at < ?1
              ORDER BY d.saved_at LIMIT ?2)",
        &[&before, &most],
    )
}

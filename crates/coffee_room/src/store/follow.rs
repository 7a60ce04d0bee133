//! What people asked to be told of: threads, rooms and words.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use crate::model::{Follow, OpenTo, RoomId, ThreadId, Title};

/// Follows a thread that one wrote in, unless one has said something about it
/// or about all such threads.
pub(crate) fn follow_own(tx: &mut Tx<'_>, thread: ThreadId, person: PersonId) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO follow_thread (thread, person, state)
         SELECT CAST(?1 AS BIGINT), CAST(?2 AS BIGINT), 'following'
         WHERE NOT EXISTS (SELECT 1 FROM follow_asked_only a WHERE a.person = ?2)
         ON CONFLICT (thread, person) DO NOTHING",
        &[&thread, &person],
    )?;
    Ok(())
}

/// Says what a person asks for of a thread.
pub(crate) fn set_thread(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    person: PersonId,
    follow: Follow,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO follow_thread (thread, person, state) VALUES (?1, ?2, ?3)
         ON CONFLICT (thread, person) DO UPDATE SET state = excluded.state",
        &[&thread, &person, &follow],
    )?;
    Ok(())
}

/// Follows a room.
pub(crate) fn follow_room(tx: &mut Tx<'_>, room: RoomId, person: PersonId) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO follow_room (room, person) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        &[&room, &person],
    )?;
    Ok(())
}

/// Follows a room no more.
pub(crate) fn leave_room(tx: &mut Tx<'_>, room: RoomId, person: PersonId) -> Result<(), Fault> {
    tx.execute("DELETE FROM follow_room WHERE room = ?1 AND person = ?2", &[&room, &person])?;
    Ok(())
}

/// Whether a person follows a room.
pub(crate) fn follows_room(tx: &mut Tx<'_>, room: RoomId, person: PersonId) -> Result<bool, Fault> {
    let row: Option<i64> = tx.first(
        "SELECT 1 FROM follow_room WHERE room = ?1 AND person = ?2",
        &[&room, &person],
        |row| row.get(0),
    )?;
    Ok(row.is_some())
}

/// Follows a word by its base forms.
pub(crate) fn follow_word(
    tx: &mut Tx<'_>,
    person: PersonId,
    word: &str,
    terms: &[String],
) -> Result<(), Fault> {
    for term in terms {
        tx.execute(
            "INSERT INTO follow_word (term, person, word) VALUES (?1, ?2, ?3)
             ON CONFLICT (term, person) DO UPDATE SET word = excluded.word",
            &[term, &person, &word],
        )?;
    }
    Ok(())
}

/// Follows a word no more.
pub(crate) fn leave_word(tx: &mut Tx<'_>, person: PersonId, word: &str) -> Result<(), Fault> {
    tx.execute("DELETE FROM follow_word WHERE person = ?1 AND word = ?2", &[&person, &word])?;
    Ok(())
}

/// The words that a person follows, as they were typed.
pub(crate) fn words(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<String>, Fault> {
    tx.query(
        "SELECT DISTINCT word FROM follow_word WHERE person = ?1 ORDER BY word",
        &[&person],
        |row| row.get(0),
    )
}

/// Whether a person follows the threads that they write in.
pub(crate) fn follows_own(tx: &mut Tx<'_>, person: PersonId) -> Result<bool, Fault> {
    let row: Option<i64> =
        tx.first("SELECT 1 FROM follow_asked_only WHERE person = ?1", &[&person], |row| {
            row.get(0)
        })?;
    Ok(row.is_none())
}

/// Says whether a person follows the threads that they write in.
pub(crate) fn set_follows_own(tx: &mut Tx<'_>, person: PersonId, own: bool) -> Result<(), Fault> {
    let sql = if own {
        "DELETE FROM follow_asked_only WHERE person = ?1"
    } else {
        "INSERT INTO follow_asked_only (person) VALUES (?1) ON CONFLICT DO NOTHING"
    };
    tx.execute(sql, &[&person])?;
    Ok(())
}

/// A room that a person follows.
pub(crate) struct FollowedRoom {
    pub id: RoomId,
    pub open_to: OpenTo,
    pub name: String,
}

/// The rooms that a person follows.
pub(crate) fn rooms(
    tx: &mut Tx<'_>,
    person: PersonId,
    lang: Lang,
) -> Result<Vec<FollowedRoom>, Fault> {
    tx.query(
        "SELECT r.id, r.open_to,
                CASE ?2 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END
         FROM follow_room f JOIN room r ON r.id = f.room
         WHERE f.person = ?1 ORDER BY r.sort, r.id",
        &[&person, &lang],
        |row| Ok(FollowedRoom { id: row.get(0)?, open_to: row.get(1)?, name: row.get(2)? }),
    )
}

/// A thread that a person said something about.
pub(crate) struct FollowedThread {
    pub id: ThreadId,
    pub room: RoomId,
    pub open_to: OpenTo,
    pub title: Title,
    pub audience: crate::model::Audience,
    pub follow: Follow,
}

/// The threads that a person follows or muted before one, newest first, at
/// most so many.
pub(crate) fn threads(
    tx: &mut Tx<'_>,
    person: PersonId,
    before: ThreadId,
    most: i64,
) -> Result<Vec<FollowedThread>, Fault> {
    tx.query(
        "SELECT t.id, t.room, t.title, t.title_state, t.author,
                CASE r.open_to WHEN 'everybody' THEN t.audience ELSE 'members' END, f.state, r.open_to
         FROM follow_thread f JOIN thread t ON t.id = f.thread JOIN room r ON r.id = t.room
         WHERE f.person = ?1 AND f.thread < ?2 AND f.state <> 'left'
         ORDER BY f.thread DESC LIMIT ?3",
        &[&person, &before, &most],
        |row| {
            Ok(FollowedThread {
                id: row.get(0)?,
                room: row.get(1)?,
                title: Title { text: row.get(2)?, state: row.get(3)?, author: row.get(4)? },
                audience: row.get(5)?,
                follow: row.get(6)?,
                open_to: row.get(7)?,
            })
        },
    )
}

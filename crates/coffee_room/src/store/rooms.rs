//! Rooms and the lists of threads in them.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use super::LIST;
use crate::model::{Before, MOST_UNREAD, Room, RoomId, RoomLine, Sight, ThreadLine, Title};

/// All rooms with what the reader may know of them. `since`: older threads
/// are unread to nobody.
pub(crate) fn rooms(
    tx: &mut Tx<'_>,
    sight: Sight,
    reader: PersonId,
    since: Millis,
    lang: Lang,
) -> Result<Vec<RoomLine>, Fault> {
    let sql = match sight {
        Sight::Guest => {
            "SELECT r.id, r.kind,
                    CASE ?4 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                    CASE ?4 WHEN 'fi' THEN r.about_fi WHEN 'sv' THEN r.about_sv ELSE r.about_en END,
                    r.guest_threads,
                    (SELECT MAX(t.guest_last_post_at) FROM thread t
                     WHERE t.room = r.id AND t.audience = 'guests'),
                    (SELECT COUNT(*) FROM
                        (SELECT t.id FROM thread t
                         LEFT JOIN read_marker m ON m.person = ?1 AND m.thread = t.id
                         WHERE t.room = r.id AND t.audience = 'guests' AND t.guest_last_post_at > ?2
                           AND COALESCE(m.guest_position, 0) < t.guest_last_position
                         LIMIT ?3) u)
             FROM room r ORDER BY r.sort, r.id"
        }
        Sight::Member | Sight::Moderator => {
            "SELECT r.id, r.kind,
                    CASE ?4 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                    CASE ?4 WHEN 'fi' THEN r.about_fi WHEN 'sv' THEN r.about_sv ELSE r.about_en END,
                    r.threads,
                    (SELECT MAX(t.last_post_at) FROM thread t WHERE t.room = r.id),
                    (SELECT COUNT(*) FROM
                        (SELECT t.id FROM thread t
                         LEFT JOIN read_marker m ON m.person = ?1 AND m.thread = t.id
                         WHERE t.room = r.id AND t.last_post_at > ?2
                           AND COALESCE(m.position, 0) < t.last_position
                         LIMIT ?3) u)
             FROM room r ORDER BY r.sort, r.id"
        }
    };
    tx.query(sql, &[&reader, &since, &MOST_UNREAD, &lang], |row| {
        Ok(RoomLine {
            id: row.get(0)?,
            kind: row.get(1)?,
            name: row.get(2)?,
            about: row.get(3)?,
            threads: row.get(4)?,
            last_post_at: row.get(5)?,
            unread: row.get(6)?,
        })
    })
}

/// One room.
pub(crate) fn room(tx: &mut Tx<'_>, room: RoomId, lang: Lang) -> Result<Option<Room>, Fault> {
    tx.first(
        "SELECT id, state,
                CASE ?2 WHEN 'fi' THEN name_fi WHEN 'sv' THEN name_sv ELSE name_en END,
                CASE ?2 WHEN 'fi' THEN about_fi WHEN 'sv' THEN about_sv ELSE about_en END
         FROM room WHERE id = ?1",
        &[&room, &lang],
        |row| {
            Ok(Room { id: row.get(0)?, state: row.get(1)?, name: row.get(2)?, about: row.get(3)? })
        },
    )
}

fn read_line(row: &Row<'_>) -> Result<ThreadLine, Fault> {
    Ok(ThreadLine {
        id: row.get(0)?,
        room: row.get(1)?,
        title: Title { text: row.get(2)?, state: row.get(3)?, author: row.get(4)? },
        author: row.get(5)?,
        audience: row.get(6)?,
        state: row.get(7)?,
        pinned: row.get::<i64>(8)? == 1,
        posts: row.get(9)?,
        last_post_at: row.get(10)?,
        read: row.get(11)?,
    })
}

/// The threads of a room that are not pinned, last written first; one more
/// than a page holds, so that one knows whether it goes on.
pub(crate) fn threads(
    tx: &mut Tx<'_>,
    sight: Sight,
    reader: PersonId,
    room: RoomId,
    before: Before,
) -> Result<Vec<ThreadLine>, Fault> {
    let sql = match sight {
        Sight::Guest => {
            "SELECT t.id, t.room, t.title, t.title_state, t.author, w.pseudonym, t.audience, t.state,
                    t.pinned, t.guest_last_position, t.guest_last_post_at,
                    COALESCE(m.guest_position, 0)
             FROM thread t JOIN person w ON w.id = t.author
             LEFT JOIN read_marker m ON m.person = ?1 AND m.thread = t.id
             WHERE t.room = ?2 AND t.audience = 'guests' AND t.pinned = 0
               AND (t.guest_last_post_at, t.id) < (?3, ?4)
             ORDER BY t.guest_last_post_at DESC, t.id DESC LIMIT ?5"
        }
        Sight::Member | Sight::Moderator => {
            "SELECT t.id, t.room, t.title, t.title_state, t.author, w.pseudonym, t.audience, t.state,
                    t.pinned, t.last_position, t.last_post_at, COALESCE(m.position, 0)
             FROM thread t JOIN person w ON w.id = t.author
             LEFT JOIN read_marker m ON m.person = ?1 AND m.thread = t.id
             WHERE t.room = ?2 AND t.pinned = 0 AND (t.last_post_at, t.id) < (?3, ?4)
             ORDER BY t.last_post_at DESC, t.id DESC LIMIT ?5"
        }
    };
    tx.query(sql, &[&reader, &room, &before.at, &before.id, &(LIST + 1)], read_line)
}

/// The pinned threads of a room, last written first.
pub(crate) fn pinned(
    tx: &mut Tx<'_>,
    sight: Sight,
    reader: PersonId,
    room: RoomId,
) -> Result<Vec<ThreadLine>, Fault> {
    let sql = match sight {
        Sight::Guest => {
            "SELECT t.id, t.room, t.title, t.title_state, t.author, w.pseudonym, t.audience, t.state,
                    t.pinned, t.guest_last_position, t.guest_last_post_at,
                    COALESCE(m.guest_position, 0)
             FROM thread t JOIN person w ON w.id = t.author
             LEFT JOIN read_marker m ON m.person = ?1 AND m.thread = t.id
             WHERE t.room = ?2 AND t.audience = 'guests' AND t.pinned = 1
             ORDER BY t.guest_last_post_at DESC, t.id DESC LIMIT ?3"
        }
        Sight::Member | Sight::Moderator => {
            "SELECT t.id, t.room, t.title, t.title_state, t.author, w.pseudonym, t.audience, t.state,
                    t.pinned, t.last_position, t.last_post_at, COALESCE(m.position, 0)
             FROM thread t JOIN person w ON w.id = t.author
             LEFT JOIN read_marker m ON m.person = ?1 AND m.thread = t.id
             WHERE t.room = ?2 AND t.pinned = 1
             ORDER BY t.last_post_at DESC, t.id DESC LIMIT ?3"
        }
    };
    tx.query(sql, &[&reader, &room, &LIST], read_line)
}

/// The threads last written in, across all rooms.
pub(crate) fn newest(
    tx: &mut Tx<'_>,
    sight: Sight,
    reader: PersonId,
    count: i64,
) -> Result<Vec<ThreadLine>, Fault> {
    let sql = match sight {
        Sight::Guest => {
            "SELECT t.id, t.room, t.title, t.title_state, t.author, w.pseudonym, t.audience, t.state,
                    t.pinned, t.guest_last_position, t.guest_last_post_at,
                    COALESCE(m.guest_position, 0)
             FROM thread t JOIN person w ON w.id = t.author
             LEFT JOIN read_marker m ON m.person = ?1 AND m.thread = t.id
             WHERE t.audience = 'guests'
             ORDER BY t.guest_last_post_at DESC, t.id DESC LIMIT ?2"
        }
        Sight::Member | Sight::Moderator => {
            "SELECT t.id, t.room, t.title, t.title_state, t.author, w.pseudonym, t.audience, t.state,
                    t.pinned, t.last_position, t.last_post_at, COALESCE(m.position, 0)
             FROM thread t JOIN person w ON w.id = t.author
             LEFT JOIN read_marker m ON m.person = ?1 AND m.thread = t.id
             ORDER BY t.last_post_at DESC, t.id DESC LIMIT ?2"
        }
    };
    tx.query(sql, &[&reader, &count], read_line)
}

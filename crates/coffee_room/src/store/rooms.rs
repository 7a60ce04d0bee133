//! Rooms and the lists of threads in them.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use super::LIST;
use crate::doors::Doors;
use crate::model::{
    Before, MOST_UNREAD, OpenTo, Room, RoomId, RoomLine, Sight, Tag, ThreadLine, Title,
};

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
            "SELECT r.id, r.kind, r.open_to,
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
            "SELECT r.id, r.kind, r.open_to,
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
            open_to: row.get(2)?,
            name: row.get(3)?,
            about: row.get(4)?,
            threads: row.get(5)?,
            last_post_at: row.get(6)?,
            unread: row.get(7)?,
        })
    })
}

/// One room.
pub(crate) fn room(tx: &mut Tx<'_>, room: RoomId, lang: Lang) -> Result<Option<Room>, Fault> {
    tx.first(
        "SELECT id, state, open_to,
                CASE ?2 WHEN 'fi' THEN name_fi WHEN 'sv' THEN name_sv ELSE name_en END,
                CASE ?2 WHEN 'fi' THEN about_fi WHEN 'sv' THEN about_sv ELSE about_en END
         FROM room WHERE id = ?1",
        &[&room, &lang],
        |row| {
            Ok(Room {
                id: row.get(0)?,
                state: row.get(1)?,
                open_to: row.get(2)?,
                name: row.get(3)?,
                about: row.get(4)?,
            })
        },
    )
}

/// Whom each room is open to.
pub(crate) fn open_to(tx: &mut Tx<'_>) -> Result<Vec<(RoomId, OpenTo)>, Fault> {
    tx.query("SELECT id, open_to FROM room ORDER BY id", &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

// How a list reads its threads: ?1 is the reader, ?2 their language. The text
// goes on with what it is limited to.
macro_rules! members_line {
    () => {
        "SELECT t.id, t.room, t.title, t.title_state, t.author, w.pseudonym, t.audience, t.state,
                t.pinned, t.last_position, t.last_post_at, COALESCE(m.position, 0),
                t.asks, CASE WHEN t.answer IS NULL THEN 0 ELSE 1 END,
                (SELECT string_agg(g.tag || ' ' || CASE ?2 WHEN 'fi' THEN n.name_fi
                                   WHEN 'sv' THEN n.name_sv ELSE n.name_en END, '\n')
                 FROM thread_tag g JOIN tag n ON n.id = g.tag WHERE g.thread = t.id)
         FROM thread t JOIN person w ON w.id = t.author
         LEFT JOIN read_marker m ON m.person = ?1 AND m.thread = t.id "
    };
}
macro_rules! guests_line {
    () => {
        "SELECT t.id, t.room, t.title, t.title_state, t.author, w.pseudonym, t.audience, t.state,
                t.pinned, t.guest_last_position, t.guest_last_post_at, COALESCE(m.guest_position, 0),
                t.asks,
                (SELECT COUNT(*) FROM post a
                 WHERE a.thread = t.id AND a.position = t.answer AND a.audience = 'guests'),
                (SELECT string_agg(g.tag || ' ' || CASE ?2 WHEN 'fi' THEN n.name_fi
                                   WHEN 'sv' THEN n.name_sv ELSE n.name_en END, '\n')
                 FROM thread_tag g JOIN tag n ON n.id = g.tag WHERE g.thread = t.id)
         FROM thread t JOIN person w ON w.id = t.author
         LEFT JOIN read_marker m ON m.person = ?1 AND m.thread = t.id "
    };
}
pub(super) use {guests_line, members_line};

/// Tags as one text: number and name of one on each line.
pub(super) fn read_tags(row: &Row<'_>, column: usize) -> Result<Vec<Tag>, Fault> {
    let text: Option<String> = row.get(column)?;
    let lines = text.as_deref().unwrap_or_default().lines();
    let tag = |line: &str| {
        let (id, name) = line.split_once(' ')?;
        Some(Tag { id: id.parse().ok()?, name: name.to_owned() })
    };
    let mut tags: Vec<Tag> = lines.filter_map(tag).collect();
    tags.sort_by_cached_key(|tag| tag.name.to_lowercase());
    Ok(tags)
}

pub(super) fn read_line(row: &Row<'_>) -> Result<ThreadLine, Fault> {
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
        asks: row.get::<i64>(12)? == 1,
        is_answered: row.get::<i64>(13)? == 1,
        tags: read_tags(row, 14)?,
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
    lang: Lang,
) -> Result<Vec<ThreadLine>, Fault> {
    let sql = match sight {
        Sight::Guest => concat!(
            guests_line!(),
            "WHERE t.room = ?3 AND t.audience = 'guests' AND t.pinned = 0
               AND (t.guest_last_post_at, t.id) < (?4, ?5)
             ORDER BY t.guest_last_post_at DESC, t.id DESC LIMIT ?6"
        ),
        Sight::Member | Sight::Moderator => concat!(
            members_line!(),
            "WHERE t.room = ?3 AND t.pinned = 0 AND (t.last_post_at, t.id) < (?4, ?5)
             ORDER BY t.last_post_at DESC, t.id DESC LIMIT ?6"
        ),
    };
    tx.query(sql, &[&reader, &lang, &room, &before.at, &before.id, &(LIST + 1)], read_line)
}

/// The pinned threads of a room, last written first.
pub(crate) fn pinned(
    tx: &mut Tx<'_>,
    sight: Sight,
    reader: PersonId,
    room: RoomId,
    lang: Lang,
) -> Result<Vec<ThreadLine>, Fault> {
    let sql = match sight {
        Sight::Guest => concat!(
            guests_line!(),
            "WHERE t.room = ?3 AND t.audience = 'guests' AND t.pinned = 1
             ORDER BY t.guest_last_post_at DESC, t.id DESC LIMIT ?4"
        ),
        Sight::Member | Sight::Moderator => concat!(
            members_line!(),
            "WHERE t.room = ?3 AND t.pinned = 1
             ORDER BY t.last_post_at DESC, t.id DESC LIMIT ?4"
        ),
    };
    tx.query(sql, &[&reader, &lang, &room, &LIST], read_line)
}

/// The threads last written in, across the rooms that the reader may enter.
pub(crate) fn newest(
    tx: &mut Tx<'_>,
    sight: Sight,
    reader: PersonId,
    doors: &Doors,
    count: i64,
    lang: Lang,
) -> Result<Vec<ThreadLine>, Fault> {
    let sql = match sight {
        Sight::Guest => concat!(
            guests_line!(),
            "WHERE t.audience = 'guests' AND REPLACE(?4, ',' || t.room || ',', '') <> ?4
             ORDER BY t.guest_last_post_at DESC, t.id DESC LIMIT ?3"
        ),
        Sight::Member | Sight::Moderator => concat!(
            members_line!(),
            "WHERE REPLACE(?4, ',' || t.room || ',', '') <> ?4
             ORDER BY t.last_post_at DESC, t.id DESC LIMIT ?3"
        ),
    };
    tx.query(sql, &[&reader, &lang, &count, &doors.list()], read_line)
}

/// The threads with something unread, across the rooms that the reader may
/// enter, last written first; one more than a page holds. `since`: older ones
/// are unread to nobody.
pub(crate) fn unread(
    tx: &mut Tx<'_>,
    sight: Sight,
    reader: PersonId,
    doors: &Doors,
    (since, before): (Millis, Before),
    lang: Lang,
) -> Result<Vec<ThreadLine>, Fault> {
    let sql = match sight {
        Sight::Guest => concat!(
            guests_line!(),
            "WHERE t.audience = 'guests' AND t.guest_last_post_at > ?3
               AND COALESCE(m.guest_position, 0) < t.guest_last_position
               AND (t.guest_last_post_at, t.id) < (?4, ?5)
               AND REPLACE(?6, ',' || t.room || ',', '') <> ?6
             ORDER BY t.guest_last_post_at DESC, t.id DESC LIMIT ?7"
        ),
        Sight::Member | Sight::Moderator => concat!(
            members_line!(),
            "WHERE t.last_post_at > ?3 AND COALESCE(m.position, 0) < t.last_position
               AND (t.last_post_at, t.id) < (?4, ?5)
               AND REPLACE(?6, ',' || t.room || ',', '') <> ?6
             ORDER BY t.last_post_at DESC, t.id DESC LIMIT ?7"
        ),
    };
    let list = doors.list();
    tx.query(sql, &[&reader, &lang, &since, &before.at, &before.id, &list, &(LIST + 1)], read_line)
}

/// Threads that one click marks as read.
const MOST_READ: i64 = 5_000;

/// Marks as read what was written between two instants, in one room or in all
/// that the reader may enter.
pub(crate) fn mark_read(
    tx: &mut Tx<'_>,
    sight: Sight,
    reader: PersonId,
    doors: &Doors,
    room: Option<RoomId>,
    (since, until): (Millis, Millis),
) -> Result<(), Fault> {
    let sql = match sight {
        Sight::Guest => {
            "INSERT INTO read_marker (person, thread, position, guest_position)
             SELECT CAST(?1 AS BIGINT), t.id, 0, t.guest_last_position FROM thread t
             WHERE t.audience = 'guests' AND t.guest_last_post_at > ?2 AND t.guest_last_post_at <= ?3
               AND (CAST(?4 AS BIGINT) IS NULL OR t.room = CAST(?4 AS BIGINT))
               AND REPLACE(?5, ',' || t.room || ',', '') <> ?5
             ORDER BY t.guest_last_post_at DESC, t.id DESC LIMIT ?6
             ON CONFLICT (person, thread) DO UPDATE SET guest_position = excluded.guest_position"
        }
        Sight::Member | Sight::Moderator => {
            "INSERT INTO read_marker (person, thread, position, guest_position)
             SELECT CAST(?1 AS BIGINT), t.id, t.last_position, 0 FROM thread t
             WHERE t.last_post_at > ?2 AND t.last_post_at <= ?3
               AND (CAST(?4 AS BIGINT) IS NULL OR t.room = CAST(?4 AS BIGINT))
               AND REPLACE(?5, ',' || t.room || ',', '') <> ?5
             ORDER BY t.last_post_at DESC, t.id DESC LIMIT ?6
             ON CONFLICT (person, thread) DO UPDATE SET position = excluded.position"
        }
    };
    tx.execute(sql, &[&reader, &since, &until, &room, &doors.list(), &MOST_READ])?;
    Ok(())
}

//! Posts that people keep at hand. Nobody else learns of it.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use super::LIST;
use crate::doors::Doors;
use crate::model::{Bookmark, Sight, ThreadId, Title};

/// Keeps a post at hand, or its note anew.
pub(crate) fn set(
    tx: &mut Tx<'_>,
    person: PersonId,
    (thread, position): (ThreadId, i64),
    note: &str,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO bookmark (person, thread, position, note, at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (person, thread, position) DO UPDATE SET note = excluded.note",
        &[&person, &thread, &position, &note, &now],
    )?;
    Ok(())
}

/// Lets go of a post.
pub(crate) fn remove(
    tx: &mut Tx<'_>,
    person: PersonId,
    (thread, position): (ThreadId, i64),
) -> Result<(), Fault> {
    tx.execute(
        "DELETE FROM bookmark WHERE person = ?1 AND thread = ?2 AND position = ?3",
        &[&person, &thread, &position],
    )?;
    Ok(())
}

/// The note at a post that a person keeps, if they do.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    person: PersonId,
    (thread, position): (ThreadId, i64),
) -> Result<Option<String>, Fault> {
    tx.first(
        "SELECT note FROM bookmark WHERE person = ?1 AND thread = ?2 AND position = ?3",
        &[&person, &thread, &position],
        |row| row.get(0),
    )
}

/// What a person keeps and may still read, the last kept first; one more than
/// a page holds.
pub(crate) fn of(
    tx: &mut Tx<'_>,
    person: PersonId,
    sight: Sight,
    doors: &Doors,
    before: Millis,
    lang: Lang,
) -> Result<Vec<Bookmark>, Fault> {
    let sql = match sight {
        Sight::Guest => {
            "SELECT b.thread, b.position, p.guest_position, b.note, b.at, t.title, t.title_state,
                    t.author, t.room,
                    CASE ?3 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                    p.markdown, p.state, w.pseudonym, p.author
             FROM bookmark b JOIN thread t ON t.id = b.thread JOIN room r ON r.id = t.room
             JOIN post p ON p.thread = b.thread AND p.position = b.position
             JOIN person w ON w.id = p.author
             WHERE b.person = ?1 AND b.at < ?2 AND t.audience = 'guests' AND p.audience = 'guests'
               AND p.guest_position IS NOT NULL AND REPLACE(?4, ',' || t.room || ',', '') <> ?4
             ORDER BY b.at DESC, b.thread, b.position LIMIT ?5"
        }
        Sight::Member | Sight::Moderator => {
            "SELECT b.thread, b.position, p.guest_position, b.note, b.at, t.title, t.title_state,
                    t.author, t.room,
                    CASE ?3 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                    p.markdown, p.state, w.pseudonym, p.author
             FROM bookmark b JOIN thread t ON t.id = b.thread JOIN room r ON r.id = t.room
             JOIN post p ON p.thread = b.thread AND p.position = b.position
             JOIN person w ON w.id = p.author
             WHERE b.person = ?1 AND b.at < ?2 AND REPLACE(?4, ',' || t.room || ',', '') <> ?4
             ORDER BY b.at DESC, b.thread, b.position LIMIT ?5"
        }
    };
    tx.query(sql, &[&person, &before, &lang, &doors.list(), &(LIST + 1)], |row| {
        Ok(Bookmark {
            thread: row.get(0)?,
            position: row.get(1)?,
            guest_position: row.get(2)?,
            note: row.get(3)?,
            at: row.get(4)?,
            title: Title { text: row.get(5)?, state: row.get(6)?, author: row.get(7)? },
            room: row.get(8)?,
            room_name: row.get(9)?,
            markdown: row.get(10)?,
            state: row.get(11)?,
            pseudonym: row.get(12)?,
            author: row.get(13)?,
        })
    })
}

//! Tags, and which threads bear them.

use kafferum_platform::Fault;
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use super::LIST;
use super::rooms::{guests_line, members_line, read_line};
use crate::doors::Doors;
use crate::model::{KeptTag, RoomId, Sight, Tag, TagId, ThreadId, ThreadLine};

fn read_kept(row: &Row<'_>) -> Result<KeptTag, Fault> {
    Ok(KeptTag {
        id: row.get(0)?,
        revision: row.get(1)?,
        room: row.get(2)?,
        names: [row.get(3)?, row.get(4)?, row.get(5)?],
    })
}

/// Every tag.
pub(crate) fn kept(tx: &mut Tx<'_>) -> Result<Vec<KeptTag>, Fault> {
    tx.query(
        "SELECT id, revision, room, name_fi, name_sv, name_en FROM tag ORDER BY id",
        &[],
        read_kept,
    )
}

/// One tag.
pub(crate) fn kept_one(tx: &mut Tx<'_>, tag: TagId) -> Result<Option<KeptTag>, Fault> {
    tx.first(
        "SELECT id, revision, room, name_fi, name_sv, name_en FROM tag WHERE id = ?1",
        &[&tag],
        read_kept,
    )
}

/// Adds a tag.
pub(crate) fn insert(tx: &mut Tx<'_>, tag: &KeptTag) -> Result<TagId, Fault> {
    let [fi, sv, en] = &tag.names;
    tx.one(
        "INSERT INTO tag (room, name_fi, name_sv, name_en) VALUES (?1, ?2, ?3, ?4) RETURNING id",
        &[&tag.room, fi, sv, en],
        |row| row.get(0),
    )
}

/// Changes a tag.
pub(crate) fn change(tx: &mut Tx<'_>, tag: &KeptTag) -> Result<(), Fault> {
    let [fi, sv, en] = &tag.names;
    tx.execute(
        "UPDATE tag SET revision = revision + 1, room = ?2, name_fi = ?3, name_sv = ?4, name_en = ?5
         WHERE id = ?1",
        &[&tag.id, &tag.room, fi, sv, en],
    )?;
    Ok(())
}

/// How many threads bear a tag.
pub(crate) fn uses(tx: &mut Tx<'_>, tag: TagId) -> Result<i64, Fault> {
    tx.one("SELECT COUNT(*) FROM thread_tag WHERE tag = ?1", &[&tag], |row| row.get(0))
}

/// Gives the threads of a tag another one and removes the tag.
pub(crate) fn merge(tx: &mut Tx<'_>, tag: TagId, into: TagId) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO thread_tag (thread, tag) SELECT g.thread, ?2 FROM thread_tag g WHERE g.tag = ?1
         ON CONFLICT DO NOTHING",
        &[&tag, &into],
    )?;
    remove(tx, tag)
}

/// Removes a tag from all threads and from the list.
pub(crate) fn remove(tx: &mut Tx<'_>, tag: TagId) -> Result<(), Fault> {
    tx.execute("DELETE FROM thread_tag WHERE tag = ?1", &[&tag])?;
    tx.execute("DELETE FROM tag WHERE id = ?1", &[&tag])?;
    Ok(())
}

/// The tags that a thread in a room may bear, by name.
pub(crate) fn of_room(tx: &mut Tx<'_>, room: RoomId, lang: Lang) -> Result<Vec<Tag>, Fault> {
    let mut tags: Vec<Tag> = tx.query(
        "SELECT id, CASE ?2 WHEN 'fi' THEN name_fi WHEN 'sv' THEN name_sv ELSE name_en END
         FROM tag WHERE room IS NULL OR room = ?1",
        &[&room, &lang],
        |row| Ok(Tag { id: row.get(0)?, name: row.get(1)? }),
    )?;
    tags.sort_by_cached_key(|tag| tag.name.to_lowercase());
    Ok(tags)
}

/// Gives a thread these tags in place of those it had.
pub(crate) fn set(tx: &mut Tx<'_>, thread: ThreadId, tags: &[TagId]) -> Result<(), Fault> {
    tx.execute("DELETE FROM thread_tag WHERE thread = ?1", &[&thread])?;
    for tag in tags {
        tx.execute("INSERT INTO thread_tag (thread, tag) VALUES (?1, ?2)", &[&thread, tag])?;
    }
    Ok(())
}

/// The threads that bear a tag, in the rooms that the reader may enter, newest
/// first; one more than a page holds.
pub(crate) fn threads(
    tx: &mut Tx<'_>,
    sight: Sight,
    reader: PersonId,
    tag: TagId,
    doors: &Doors,
    before: ThreadId,
    lang: Lang,
) -> Result<Vec<ThreadLine>, Fault> {
    let sql = match sight {
        Sight::Guest => concat!(
            guests_line!(),
            "JOIN thread_tag b ON b.thread = t.id
             WHERE b.tag = ?3 AND b.thread < ?4 AND t.audience = 'guests'
               AND REPLACE(?5, ',' || t.room || ',', '') <> ?5
             ORDER BY b.thread DESC LIMIT ?6"
        ),
        Sight::Member | Sight::Moderator => concat!(
            members_line!(),
            "JOIN thread_tag b ON b.thread = t.id
             WHERE b.tag = ?3 AND b.thread < ?4 AND REPLACE(?5, ',' || t.room || ',', '') <> ?5
             ORDER BY b.thread DESC LIMIT ?6"
        ),
    };
    tx.query(sql, &[&reader, &lang, &tag, &before, &doors.list(), &(LIST + 1)], read_line)
}

/// Tags in one text, as what waits and what is a draft keeps them: `,1,7,`.
pub(super) fn list_of(tags: &[TagId]) -> String {
    tags.iter().fold(String::from(","), |list, tag| format!("{list}{tag},"))
}

/// The same read.
pub(super) fn tags_of(list: &str) -> Vec<TagId> {
    list.split(',').filter_map(|tag| tag.parse().ok()).map(TagId).collect()
}

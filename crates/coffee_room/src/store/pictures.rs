//! Pictures: whose they are, and in which post they stand.

use kafferum_platform::Fault;
use kafferum_platform::clock::{DAY, Millis};
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::files::{self, FileHash};
use kafferum_platform::markdown;
use kafferum_platform::people::PersonId;

use crate::model::{PictureId, PictureSize, ServedPicture, ThreadId};

/// What file uses of pictures are noted under.
const USE: &str = "picture";

/// Enters a picture that is in no post yet.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    owner: PersonId,
    description: &str,
    (large, small): (&FileHash, &FileHash),
    now: Millis,
) -> Result<PictureId, Fault> {
    let id: PictureId = tx.one(
        "INSERT INTO picture (owner, description, large, small, added_at, loose_since)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5) RETURNING id",
        &[&owner, &description, large, small, &now],
        |row| row.get(0),
    )?;
    files::refer(tx, USE, id.0, large)?;
    files::refer(tx, USE, id.0, small)?;
    Ok(id)
}

/// How many pictures a person has added in the last day.
pub(crate) fn added_in_last_day(
    tx: &mut Tx<'_>,
    owner: PersonId,
    now: Millis,
) -> Result<i64, Fault> {
    tx.one(
        "SELECT COUNT(*) FROM picture WHERE owner = ?1 AND added_at > ?2",
        &[&owner, &(now - DAY)],
        |row| row.get(0),
    )
}

/// Of these pictures, those that a text by this person may show: their own
/// that stand in no post, or in the very post that is being changed.
pub(crate) fn showable(
    tx: &mut Tx<'_>,
    owner: PersonId,
    post: Option<(ThreadId, i64)>,
    wanted: &[i64],
) -> Result<Vec<markdown::Picture>, Fault> {
    let (thread, position) = (post.map(|(thread, _)| thread), post.map(|(_, position)| position));
    let mut found = Vec::new();
    for id in wanted {
        found.extend(tx.first(
            "SELECT p.id, p.description, f.width, f.height
             FROM picture p JOIN file f ON f.hash = p.small
             WHERE p.id = ?1 AND p.owner = ?2
               AND (p.thread IS NULL
                    OR (p.thread = CAST(?3 AS BIGINT) AND p.position = CAST(?4 AS BIGINT)))",
            &[id, &owner, &thread, &position],
            read,
        )?);
    }
    Ok(found)
}

/// The pictures that stand in a post.
pub(crate) fn of_post(
    tx: &mut Tx<'_>,
    (thread, position): (ThreadId, i64),
) -> Result<Vec<markdown::Picture>, Fault> {
    tx.query(
        "SELECT p.id, p.description, f.width, f.height
         FROM picture p JOIN file f ON f.hash = p.small
         WHERE p.thread = ?1 AND p.position = ?2 ORDER BY p.id",
        &[&thread, &position],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<markdown::Picture, Fault> {
    let id: PictureId = row.get(0)?;
    Ok(markdown::Picture {
        id: id.0,
        small: id.address(PictureSize::Small),
        large: id.address(PictureSize::Large),
        description: row.get(1)?,
        width: row.get::<Option<i64>>(2)?.unwrap_or(1),
        height: row.get::<Option<i64>>(3)?.unwrap_or(1),
    })
}

/// Puts pictures into a post that was just written or changed, and takes out
/// those that it shows no more. `false` when one of them went elsewhere
/// meanwhile.
pub(crate) fn put_into(
    tx: &mut Tx<'_>,
    owner: PersonId,
    (thread, position): (ThreadId, i64),
    pictures: &[PictureId],
    now: Millis,
) -> Result<bool, Fault> {
    tx.execute(
        "UPDATE picture SET thread = NULL, position = NULL, loose_since = ?3
         WHERE thread = ?1 AND position = ?2",
        &[&thread, &position, &now],
    )?;
    let mut put = 0;
    for id in pictures {
        put += tx.execute(
            "UPDATE picture SET thread = ?3, position = ?4, loose_since = NULL
             WHERE id = ?1 AND owner = ?2 AND thread IS NULL",
            &[id, &owner, &thread, &position],
        )?;
    }
    Ok(put == pictures.len() as u64)
}

/// A picture as it is served.
pub(crate) fn served(
    tx: &mut Tx<'_>,
    id: PictureId,
    size: PictureSize,
) -> Result<Option<ServedPicture>, Fault> {
    tx.first(
        "SELECT p.owner, p.thread, p.position, o.guest_position, f.hash, f.kind
         FROM picture p
         JOIN file f ON f.hash = CASE ?2 WHEN 'large' THEN p.large ELSE p.small END
         LEFT JOIN post o ON o.thread = p.thread AND o.position = p.position
         WHERE p.id = ?1",
        &[&id, &size],
        |row| {
            let thread: Option<ThreadId> = row.get(1)?;
            let position: Option<i64> = row.get(2)?;
            Ok(ServedPicture {
                owner: row.get(0)?,
                post: thread.zip(position),
                guest_position: row.get(3)?,
                file: row.get(4)?,
                kind: row.get(5)?,
            })
        },
    )
}

/// Removes pictures that have been in no post since then; at most 100.
pub(crate) fn remove_loose(tx: &mut Tx<'_>, since: Millis, now: Millis) -> Result<usize, Fault> {
    let loose: Vec<PictureId> = tx.query(
        "SELECT id FROM picture WHERE loose_since <= ?1 ORDER BY loose_since LIMIT 100",
        &[&since],
        |row| row.get(0),
    )?;
    remove(tx, &loose, now)?;
    Ok(loose.len())
}

/// Removes all pictures of a person; says in which posts they stood.
pub(crate) fn remove_all_of(
    tx: &mut Tx<'_>,
    owner: PersonId,
    now: Millis,
) -> Result<Vec<(ThreadId, i64)>, Fault> {
    let all = tx.query(
        "SELECT id, thread, position FROM picture WHERE owner = ?1 ORDER BY id",
        &[&owner],
        |row| Ok((row.get::<PictureId>(0)?, row.get::<Option<ThreadId>>(1)?, row.get(2)?)),
    )?;
    let ids: Vec<PictureId> = all.iter().map(|(id, _, _)| *id).collect();
    remove(tx, &ids, now)?;
    let mut posts: Vec<_> =
        all.into_iter().filter_map(|(_, thread, position)| thread.zip(position)).collect();
    posts.dedup();
    Ok(posts)
}

fn remove(tx: &mut Tx<'_>, pictures: &[PictureId], now: Millis) -> Result<(), Fault> {
    for id in pictures {
        tx.execute("DELETE FROM picture WHERE id = ?1", &[id])?;
        files::release(tx, USE, id.0, now)?;
    }
    Ok(())
}

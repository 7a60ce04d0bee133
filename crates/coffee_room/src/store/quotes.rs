//! Which posts quote which.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;

use super::posts::note_revision;
use crate::model::{Audience, PostState, ThreadId};

/// Notes what a post quotes, in place of what it quoted before: the posts that
/// were written at these instants and stand in one thread with it, or did so
/// before one of the two was moved.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    quoted: &[Millis],
) -> Result<(), Fault> {
    tx.execute("DELETE FROM quote WHERE thread = ?1 AND position = ?2", &[&thread, &position])?;
    for at in quoted {
        tx.execute(
            "WITH place AS (
                 SELECT CAST(?1 AS BIGINT) AS thread
                 UNION
                 SELECT v.thread FROM post_moved v WHERE v.to_thread = ?1 AND v.to_position = ?2)
             INSERT INTO quote (thread, position, of_thread, of_position)
             SELECT CAST(?1 AS BIGINT), CAST(?2 AS BIGINT), s.thread, s.position FROM
                 (SELECT p.thread, p.position FROM place l JOIN post p ON p.thread = l.thread
                  WHERE p.created_at = ?3
                  UNION
                  SELECT p.thread, p.position FROM place l
                  JOIN post_moved v ON v.thread = l.thread
                  JOIN post p ON p.thread = v.to_thread AND p.position = v.to_position
                  WHERE p.created_at = ?3) s
             WHERE s.thread <> ?1 OR s.position <> ?2
             ON CONFLICT DO NOTHING",
            &[&thread, &position, at],
        )?;
    }
    Ok(())
}

/// A post that is quoted.
pub(crate) struct Quoted {
    pub at: Millis,
    pub audience: Audience,
    pub state: PostState,
    /// What it says now, if its author has changed it.
    pub changed: Option<String>,
}

/// What a post quotes. What a moderator has changed, and what is by somebody
/// who blocks the one who quotes, is out of sight.
pub(crate) fn quoted_by(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
) -> Result<Vec<Quoted>, Fault> {
    tx.query(
        "SELECT p.created_at, p.audience,
                CASE WHEN p.moderated = 1 OR k.kind = 'block' THEN 'hidden' ELSE p.state END,
                CASE WHEN p.edited_at IS NOT NULL THEN p.markdown END
         FROM quote q
         JOIN post p ON p.thread = q.of_thread AND p.position = q.of_position
         JOIN post o ON o.thread = q.thread AND o.position = q.position
         LEFT JOIN kept_apart k ON k.person = p.author AND k.other = o.author
         WHERE q.thread = ?1 AND q.position = ?2",
        &[&thread, &position],
        |row| {
            Ok(Quoted {
                at: row.get(0)?,
                audience: row.get(1)?,
                state: row.get(2)?,
                changed: row.get(3)?,
            })
        },
    )
}

/// The posts that quote a post.
pub(crate) fn quoting(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
) -> Result<Vec<(ThreadId, i64)>, Fault> {
    tx.query(
        "SELECT thread, position FROM quote WHERE of_thread = ?1 AND of_position = ?2",
        &[&thread, &position],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// A post as it was typed, and who may read it.
pub(crate) fn typed(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
) -> Result<(String, Audience), Fault> {
    tx.one(
        "SELECT markdown, audience FROM post WHERE thread = ?1 AND position = ?2",
        &[&thread, &position],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Puts another rendering in place of a post's.
pub(crate) fn set_html(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    html: &str,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE post SET html = ?3 WHERE thread = ?1 AND position = ?2",
        &[&thread, &position, &html],
    )?;
    note_revision(tx, thread)
}

/// The number of the post that was written in a thread at an instant, among
/// all posts and among those open to guests.
pub(crate) fn position_at(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    at: Millis,
) -> Result<Option<(i64, Option<i64>)>, Fault> {
    tx.first(
        "SELECT position, guest_position FROM post WHERE thread = ?1 AND created_at = ?2
         ORDER BY position LIMIT 1",
        &[&thread, &at],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

//! Polls stand with their posts; who has voted stands apart, without what.

use kafferum_platform::Fault;
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::PersonId;

use super::posts::note_revision;
use crate::model::ThreadId;
use crate::polls::Poll;

/// A poll as stored, if there is one.
pub(super) fn read(row: &Row<'_>, index: usize) -> Result<Option<Poll>, Fault> {
    row.get::<Option<String>>(index)?.map(|stored| Poll::read(&stored)).transpose()
}

/// The poll of a post.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
) -> Result<Option<Poll>, Fault> {
    let found = tx.first(
        "SELECT poll FROM post WHERE thread = ?1 AND position = ?2",
        &[&thread, &position],
        |row| read(row, 0),
    )?;
    Ok(found.flatten())
}

/// Puts a poll to its post.
pub(crate) fn put(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    poll: &Poll,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE post SET poll = ?3 WHERE thread = ?1 AND position = ?2",
        &[&thread, &position, &poll.stored()?],
    )?;
    note_revision(tx, thread)
}

/// Puts a poll in other words to its post, and keeps those that it had with the
/// version that was kept last.
pub(crate) fn reword(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    (before, after): (&Poll, &Poll),
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE post_version SET options = ?3
         WHERE thread = ?1 AND position = ?2
           AND version = (SELECT MAX(v.version) FROM post_version v
                          WHERE v.thread = ?1 AND v.position = ?2)",
        &[&thread, &position, &before.options_text()],
    )?;
    put(tx, thread, position, after)
}

/// Says beside a poll that its post was changed, if somebody has voted.
pub(super) fn note_changed(tx: &mut Tx<'_>, thread: ThreadId, position: i64) -> Result<(), Fault> {
    match find(tx, thread, position)? {
        Some(mut poll) if poll.voters > 0 && !poll.is_changed => {
            poll.is_changed = true;
            put(tx, thread, position, &poll)
        }
        _ => Ok(()),
    }
}

/// Whether a person has voted.
pub(crate) fn has_voted(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    person: PersonId,
) -> Result<bool, Fault> {
    let votes: i64 = tx.one(
        "SELECT COUNT(*) FROM poll_voter WHERE thread = ?1 AND position = ?2 AND person = ?3",
        &[&thread, &position, &person],
        |row| row.get(0),
    )?;
    Ok(votes > 0)
}

/// Notes that a person has voted. `false` when they had before.
pub(crate) fn note_voter(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    person: PersonId,
) -> Result<bool, Fault> {
    let new = tx.execute(
        "INSERT INTO poll_voter (thread, position, person) VALUES (?1, ?2, ?3)
         ON CONFLICT DO NOTHING",
        &[&thread, &position, &person],
    )?;
    Ok(new == 1)
}

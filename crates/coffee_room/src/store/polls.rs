//! Polls stand with their posts; who has voted stands apart, without what.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;

use super::posts::note_revision;
use crate::model::ThreadId;
use crate::polls::Poll;

/// The poll of a post.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
) -> Result<Option<Poll>, Fault> {
    let stored: Option<Option<String>> = tx.first(
        "SELECT poll FROM post WHERE thread = ?1 AND position = ?2",
        &[&thread, &position],
        |row| row.get(0),
    )?;
    stored.flatten().map(|stored| Poll::read(&stored)).transpose()
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

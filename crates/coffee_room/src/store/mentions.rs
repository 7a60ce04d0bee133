//! Whom posts mention.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;

use crate::model::ThreadId;

/// Who goes by a pseudonym, given as it is compared.
pub(crate) fn person_called(
    tx: &mut Tx<'_>,
    folded: &str,
) -> Result<Option<(PersonId, String)>, Fault> {
    tx.first(
        "SELECT id, pseudonym FROM person WHERE pseudonym_key = ?1 AND state = 'active'",
        &[&folded],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Notes that a post mentions somebody. `false` when it does so twice.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    person: PersonId,
) -> Result<bool, Fault> {
    let new = tx.execute(
        "INSERT INTO mention (thread, position, person) VALUES (?1, ?2, ?3)
         ON CONFLICT DO NOTHING",
        &[&thread, &position, &person],
    )?;
    Ok(new == 1)
}

/// How many people a post mentions.
pub(crate) fn count(tx: &mut Tx<'_>, thread: ThreadId, position: i64) -> Result<usize, Fault> {
    let count: i64 = tx.one(
        "SELECT COUNT(*) FROM mention WHERE thread = ?1 AND position = ?2",
        &[&thread, &position],
        |row| row.get(0),
    )?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Those whom a post mentions, after somebody, at most so many.
pub(crate) fn mentioned(
    tx: &mut Tx<'_>,
    (thread, position): (ThreadId, i64),
    after: PersonId,
    most: i64,
) -> Result<Vec<PersonId>, Fault> {
    tx.query(
        "SELECT person FROM mention WHERE thread = ?1 AND position = ?2 AND person > ?3
         ORDER BY person LIMIT ?4",
        &[&thread, &position, &after, &most],
        |row| row.get(0),
    )
}

/// Those whose posts a post quotes, after somebody, at most so many.
pub(crate) fn quoted(
    tx: &mut Tx<'_>,
    (thread, position): (ThreadId, i64),
    after: PersonId,
    most: i64,
) -> Result<Vec<PersonId>, Fault> {
    tx.query(
        "SELECT DISTINCT p.author FROM quote q
         JOIN post p ON p.thread = q.of_thread AND p.position = q.of_position
         WHERE q.thread = ?1 AND q.position = ?2 AND p.author > ?3
         ORDER BY p.author LIMIT ?4",
        &[&thread, &position, &after, &most],
        |row| row.get(0),
    )
}

//! Who has a case with somebody, and so decides nothing about them.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;

use crate::model::ThreadId;

/// Those who reported a post.
pub(crate) fn reporters(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
) -> Result<Vec<PersonId>, Fault> {
    tx.query(
        "SELECT DISTINCT reporter FROM report
         WHERE thread = ?1 AND position = ?2 AND reporter IS NOT NULL",
        &[&thread, &position],
        |row| row.get(0),
    )
}

/// Those against whose decisions a person has an appeal that waits, and those
/// who proposed them in training.
pub(crate) fn appealed_against(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<PersonId>, Fault> {
    tx.query(
        "SELECT l.moderator FROM appeal a JOIN moderation_log l ON l.id = a.decision
         WHERE a.person = ?1 AND a.state = 'waiting'
         UNION SELECT l.trainee FROM appeal a JOIN moderation_log l ON l.id = a.decision
         WHERE a.person = ?1 AND a.state = 'waiting' AND l.trainee IS NOT NULL",
        &[&person],
        |row| row.get(0),
    )
}

/// Those who block a person.
pub(crate) fn blockers(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<PersonId>, Fault> {
    tx.query(
        "SELECT person FROM kept_apart WHERE other = ?1 AND kind = 'block'",
        &[&person],
        |row| row.get(0),
    )
}

/// Those whom a person blocks.
pub(crate) fn blocked(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<PersonId>, Fault> {
    tx.query(
        "SELECT other FROM kept_apart WHERE person = ?1 AND kind = 'block'",
        &[&person],
        |row| row.get(0),
    )
}

/// Those with whom a moderator may have a case, whatever it is about.
pub(crate) fn cases_of(tx: &mut Tx<'_>, moderator: PersonId) -> Result<Vec<PersonId>, Fault> {
    tx.query(
        "SELECT a.person FROM appeal a JOIN moderation_log l ON l.id = a.decision
         WHERE (l.moderator = ?1 OR l.trainee = ?1) AND a.state = 'waiting'
         UNION SELECT other FROM kept_apart WHERE person = ?1 AND kind = 'block'
         UNION SELECT person FROM kept_apart WHERE other = ?1 AND kind = 'block'",
        &[&moderator],
        |row| row.get(0),
    )
}

/// The posts that a moderator reported.
pub(crate) fn reported_by(
    tx: &mut Tx<'_>,
    moderator: PersonId,
) -> Result<Vec<(ThreadId, i64)>, Fault> {
    tx.query(
        "SELECT DISTINCT thread, position FROM report WHERE reporter = ?1",
        &[&moderator],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

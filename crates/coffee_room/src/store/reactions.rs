//! Readers' signs to posts. Counts stand with the post, so that a page need
//! not count.

use kafferum_platform::Fault;
use kafferum_platform::clock::{MINUTE, Millis};
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;

use super::posts::note_revision;
use crate::model::{Reaction, ThreadId};

/// A reader's own signs on posts between two positions.
pub(crate) fn mine(
    tx: &mut Tx<'_>,
    reader: PersonId,
    thread: ThreadId,
    (first, last): (i64, i64),
) -> Result<Vec<(i64, Reaction)>, Fault> {
    tx.query(
        "SELECT position, kind FROM reaction
         WHERE thread = ?1 AND position >= ?2 AND position <= ?3 AND person = ?4",
        &[&thread, &first, &last, &reader],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// How many signs a person has given in the last minute.
pub(crate) fn in_last_minute(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<i64, Fault> {
    tx.one(
        "SELECT COUNT(*) FROM reaction WHERE person = ?1 AND at > ?2",
        &[&person, &(now - MINUTE)],
        |row| row.get(0),
    )
}

/// Puts a sign in place of the one before, if any; `None` takes it back.
pub(crate) fn set(
    tx: &mut Tx<'_>,
    (thread, position): (ThreadId, i64),
    person: PersonId,
    before: Option<Reaction>,
    after: Option<Reaction>,
    now: Millis,
) -> Result<(), Fault> {
    match after {
        Some(kind) => tx.execute(
            "INSERT INTO reaction (thread, position, person, kind, at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (thread, position, person) DO UPDATE SET
                 kind = excluded.kind, at = excluded.at",
            &[&thread, &position, &person, &kind, &now],
        ),
        None => tx.execute(
            "DELETE FROM reaction WHERE thread = ?1 AND position = ?2 AND person = ?3",
            &[&thread, &position, &person],
        ),
    }?;
    for (kind, change) in [(before, -1_i64), (after, 1)] {
        if let Some(kind) = kind {
            count(tx, thread, position, kind, change)?;
        }
    }
    note_revision(tx, thread)
}

fn count(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    kind: Reaction,
    change: i64,
) -> Result<(), Fault> {
    let sql = match kind {
        Reaction::Thanks => {
            "UPDATE post SET thanks = thanks + ?3 WHERE thread = ?1 AND position = ?2"
        }
        Reaction::Same => "UPDATE post SET same = same + ?3 WHERE thread = ?1 AND position = ?2",
        Reaction::Strength => {
            "UPDATE post SET strength = strength + ?3 WHERE thread = ?1 AND position = ?2"
        }
        Reaction::Smile => "UPDATE post SET smile = smile + ?3 WHERE thread = ?1 AND position = ?2",
    };
    tx.execute(sql, &[&thread, &position, &change])?;
    Ok(())
}

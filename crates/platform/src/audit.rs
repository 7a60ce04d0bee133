//! The audit log: who looked at or changed what about whom. Ids and words
//! only, never what was seen.

use crate::clock::{DAY, Millis};
use crate::db::Tx;
use crate::fault::Fault;
use crate::people::PersonId;

/// Writes one line, in the transaction of the deed it records.
///
/// # Errors
/// A fault of the database.
pub fn record(
    tx: &mut Tx<'_>,
    actor: Option<PersonId>,
    action: &'static str,
    subject: Option<PersonId>,
    detail: &str,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO audit (at, actor, action, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5)",
        &[&now, &actor, &action, &subject, &detail],
    )?;
    Ok(())
}

/// Writes one line for each of these people who has none like it by the same
/// actor within a day, so that lists that are gone through again and again
/// leave the log readable.
///
/// # Errors
/// A fault of the database.
pub fn record_daily(
    tx: &mut Tx<'_>,
    actor: PersonId,
    action: &'static str,
    subjects: impl IntoIterator<Item = PersonId>,
    now: Millis,
) -> Result<(), Fault> {
    for subject in subjects {
        tx.execute(
            "INSERT INTO audit (at, actor, action, subject, detail)
             SELECT CAST(?1 AS BIGINT), CAST(?2 AS BIGINT), CAST(?3 AS TEXT), CAST(?4 AS BIGINT), ''
             WHERE NOT EXISTS (SELECT 1 FROM audit
                               WHERE subject = ?4 AND action = ?3 AND actor = ?2 AND at > ?5)",
            &[&now, &actor, &action, &subject, &(now - DAY)],
        )?;
    }
    Ok(())
}

/// One line of the log.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its number.
    pub id: i64,
    /// When.
    pub at: Millis,
    /// Who; none for the site itself.
    pub actor: Option<PersonId>,
    /// What, as a word.
    pub action: String,
    /// About whom.
    pub subject: Option<PersonId>,
    /// Ids and words.
    pub detail: String,
}

/// The lines before one, newest first, at most `count`.
///
/// # Errors
/// A fault of the database.
pub fn before(tx: &mut Tx<'_>, before: i64, count: i64) -> Result<Vec<Line>, Fault> {
    tx.query(
        "SELECT id, at, actor, action, subject, detail FROM audit
         WHERE id < ?1 ORDER BY id DESC LIMIT ?2",
        &[&before, &count],
        read,
    )
}

/// The lines about one person, newest first: they may see who looked.
///
/// # Errors
/// A fault of the database.
pub fn about(tx: &mut Tx<'_>, subject: PersonId) -> Result<Vec<Line>, Fault> {
    tx.query(
        "SELECT id, at, actor, action, subject, detail FROM audit
         WHERE subject = ?1 ORDER BY id DESC LIMIT 200",
        &[&subject],
        read,
    )
}

fn read(row: &crate::db::Row<'_>) -> Result<Line, Fault> {
    Ok(Line {
        id: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        action: row.get(3)?,
        subject: row.get(4)?,
        detail: row.get(5)?,
    })
}

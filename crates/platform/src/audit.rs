//! The audit log: who looked at or changed what about whom. Ids and words
//! only, never what was seen.

use crate::clock::{DAY, Millis};
use crate::db::Tx;
use crate::fault::Fault;
use crate::people::PersonId;
use crate::policy::Role;

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

/// How often something was done about a person since an instant.
///
/// # Errors
/// A fault of the database.
pub fn count_since(
    tx: &mut Tx<'_>,
    subject: PersonId,
    action: &str,
    since: Millis,
) -> Result<i64, Fault> {
    tx.one(
        "SELECT COUNT(*) FROM audit WHERE subject = ?1 AND action = ?2 AND at > ?3",
        &[&subject, &action, &since],
        |row| row.get(0),
    )
}

/// By line about a person, the roles that others held when they looked.
///
/// # Errors
/// A fault of the database.
pub fn roles_then(tx: &mut Tx<'_>, subject: PersonId) -> Result<Vec<(i64, Role)>, Fault> {
    tx.query(
        "SELECT DISTINCT a.id, g.role FROM audit a
         JOIN grant_fact g ON g.person = a.actor AND g.started_at <= a.at
              AND (g.ended_at IS NULL OR g.ended_at > a.at)
         WHERE a.subject = ?1 AND a.actor <> ?1 ORDER BY a.id DESC, g.role",
        &[&subject],
        |row| Ok((row.get(0)?, row.get(1)?)),
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

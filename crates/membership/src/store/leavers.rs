//! The SQL of those who left and are to be called back.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;

use crate::model::{LeaveReason, TaskId, TaskState};

/// Asks for a leaver to be called back.
pub(crate) fn ask(
    tx: &mut Tx<'_>,
    number: Option<&str>,
    person: Option<PersonId>,
    left_on: &str,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO leaver_task (state, number, person, left_on, reason, made_at)
         VALUES ('open', ?1, ?2, ?3, 'unknown', ?4)",
        &[&number, &person, &left_on, &now],
    )?;
    Ok(())
}

/// A leaver, with what is known to call them by.
#[derive(Debug, Clone)]
pub(crate) struct Leaver {
    /// Number of the task.
    pub(crate) id: TaskId,
    /// Their account, if they have one.
    pub(crate) person: Option<PersonId>,
    /// Member number.
    pub(crate) number: Option<String>,
    /// First day without membership.
    pub(crate) left_on: String,
    /// Why they left.
    pub(crate) reason: LeaveReason,
    /// Name.
    pub(crate) name: String,
    /// Telephone.
    pub(crate) phone: String,
    /// Mail address.
    pub(crate) email: String,
}

/// Leavers in a state after or before one of them, at most `count`.
pub(crate) fn list(
    tx: &mut Tx<'_>,
    state: TaskState,
    after: TaskId,
    count: i64,
) -> Result<Vec<Leaver>, Fault> {
    tx.query(
        "SELECT t.id, t.person, t.number, t.left_on, t.reason,
                COALESCE(e.family_name, i.family_name, ''), COALESCE(e.given_name, i.given_name, ''),
                COALESCE(e.phone, i.phone, ''), COALESCE(e.email, i.email, '')
         FROM leaver_task t
         LEFT JOIN roll_entry e ON e.number = t.number
         LEFT JOIN identity i ON i.person = t.person
         WHERE t.state = ?1 AND t.id > ?2 ORDER BY t.id LIMIT ?3",
        &[&state, &after, &count],
        |row| {
            let (family, given): (String, String) = (row.get(5)?, row.get(6)?);
            Ok(Leaver {
                id: row.get(0)?,
                person: row.get(1)?,
                number: row.get(2)?,
                left_on: row.get(3)?,
                reason: row.get(4)?,
                name: format!("{family} {given}").trim().to_owned(),
                phone: row.get(7)?,
                email: row.get(8)?,
            })
        },
    )
}

/// How many wait for a call.
pub(crate) fn count_open(tx: &mut Tx<'_>) -> Result<i64, Fault> {
    tx.one("SELECT COUNT(*) FROM leaver_task WHERE state = 'open'", &[], |row| row.get(0))
}

/// Records that a leaver was called, and why they left. `false` when it had
/// been recorded before.
pub(crate) fn done(
    tx: &mut Tx<'_>,
    task: TaskId,
    reason: LeaveReason,
    by: PersonId,
    now: Millis,
) -> Result<bool, Fault> {
    let done = tx.execute(
        "UPDATE leaver_task SET state = 'done', reason = ?2, done_by = ?3, done_at = ?4
         WHERE id = ?1 AND state = 'open'",
        &[&task, &reason, &by, &now],
    )?;
    Ok(done == 1)
}

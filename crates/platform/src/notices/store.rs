//! The SQL of notices.

use serde_json::{Value, json};

use super::{KEEP, NoticeKind};
use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::Fault;
use crate::people::PersonId;

/// Unseen notices are counted so far; more are shown as "99+".
pub(crate) const UNSEEN_SHOWN: i64 = 99;
/// Old notices removed at once, so that nobody waits long behind them.
const SWEPT: i64 = 1000;

/// A notice as stored.
#[derive(Debug)]
pub(super) struct Row {
    pub id: i64,
    pub kind: String,
    pub thing: String,
    pub part: i64,
    pub at: Millis,
    pub is_seen: bool,
}

fn read_row(row: &crate::db::Row<'_>) -> Result<Row, Fault> {
    Ok(Row {
        id: row.get(0)?,
        kind: row.get(1)?,
        thing: row.get(2)?,
        part: row.get(3)?,
        at: row.get(4)?,
        is_seen: row.get::<Option<Millis>>(5)?.is_some(),
    })
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    person: PersonId,
    kind: &NoticeKind,
    key: &str,
    (thing, part): (&str, i64),
    now: Millis,
) -> Result<bool, Fault> {
    let new = tx.execute(
        "INSERT INTO notice (person, kind, key, thing, part, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (key, person) DO NOTHING",
        &[&person, &kind.name, &key, &thing, &part, &now],
    )?;
    Ok(new == 1)
}

/// A person's notices before one, newest first, at most so many.
pub(super) fn before(
    tx: &mut Tx<'_>,
    person: PersonId,
    before: i64,
    most: i64,
) -> Result<Vec<Row>, Fault> {
    tx.query(
        "SELECT id, kind, thing, part, at, seen_at FROM notice
         WHERE person = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3",
        &[&person, &before, &most],
        read_row,
    )
}

/// A notice of a person with all that are shown as one with it.
pub(super) fn alike(tx: &mut Tx<'_>, person: PersonId, id: i64) -> Result<Vec<Row>, Fault> {
    tx.query(
        "SELECT n.id, n.kind, n.thing, n.part, n.at, n.seen_at
         FROM notice o JOIN notice n ON n.person = o.person AND n.kind = o.kind
              AND n.thing = o.thing AND (n.seen_at IS NULL) = (o.seen_at IS NULL)
         WHERE o.id = ?2 AND o.person = ?1 AND n.id <= o.id ORDER BY n.id DESC",
        &[&person, &id],
        read_row,
    )
}

/// Notes that a person has seen a thing up to a part of it, whatever they
/// were told of it for.
///
/// # Errors
/// A fault of the database.
pub fn see(
    tx: &mut Tx<'_>,
    person: PersonId,
    thing: &str,
    part: i64,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE notice SET seen_at = ?4
         WHERE person = ?1 AND thing = ?2 AND part <= ?3 AND seen_at IS NULL",
        &[&person, &thing, &part, &now],
    )?;
    Ok(())
}

/// Notes that a person has seen all that they were told up to a notice.
///
/// # Errors
/// A fault of the database.
pub fn see_all(tx: &mut Tx<'_>, person: PersonId, up_to: i64, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "UPDATE notice SET seen_at = ?3 WHERE person = ?1 AND id <= ?2 AND seen_at IS NULL",
        &[&person, &up_to, &now],
    )?;
    Ok(())
}

/// Notes that one notice was seen.
pub(super) fn see_one(
    tx: &mut Tx<'_>,
    person: PersonId,
    id: i64,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE notice SET seen_at = ?3 WHERE person = ?1 AND id = ?2 AND seen_at IS NULL",
        &[&person, &id, &now],
    )?;
    Ok(())
}

/// Takes back what anybody was told of under a key: it is not for them to see
/// any more.
///
/// # Errors
/// A fault of the database.
pub fn withdraw(tx: &mut Tx<'_>, key: &str) -> Result<(), Fault> {
    tx.execute("DELETE FROM notice WHERE key = ?1", &[&key])?;
    Ok(())
}

/// Removes a notice of a person.
pub(super) fn remove(tx: &mut Tx<'_>, person: PersonId, id: i64) -> Result<(), Fault> {
    tx.execute("DELETE FROM notice WHERE person = ?1 AND id = ?2", &[&person, &id])?;
    Ok(())
}

/// Removes what is too old; a bounded number, the oldest first.
pub(crate) fn sweep(tx: &mut Tx<'_>, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "DELETE FROM notice WHERE at <= ?1
           AND id IN (SELECT n.id FROM notice n ORDER BY n.id LIMIT ?2)",
        &[&(now - KEEP), &SWEPT],
    )?;
    Ok(())
}

/// What a person was told, for that person.
pub(crate) fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Value>, Fault> {
    tx.query(
        "SELECT kind, thing, part, at, seen_at FROM notice WHERE person = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({
                "kind": row.get::<String>(0)?, "about": row.get::<String>(1)?,
                "part": row.get::<i64>(2)?, "at_ms": row.get::<i64>(3)?,
                "seen_at_ms": row.get::<Option<i64>>(4)?,
            }))
        },
    )
}

/// Forgets what a person was told.
pub(crate) fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    tx.execute("DELETE FROM notice WHERE person = ?1", &[&person])?;
    Ok(())
}

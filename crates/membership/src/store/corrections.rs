//! The SQL of corrections of mail addresses.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::PersonId;
use serde_json::{Value, json};

use crate::correction::{Correction, CorrectionId, CorrectionState};

/// Corrections shown in a list.
const LIST: i64 = 100;
/// Links mailed in one transaction.
const BATCH: i64 = 50;

macro_rules! corrections {
    ($which:literal) => {
        concat!(
            "SELECT c.id, c.person, i.given_name || ' ' || i.family_name, i.email, c.email,
                    c.asked_by, COALESCE(a.given_name || ' ' || a.family_name, ''), c.asked_at,
                    c.reason, c.state, c.answered_by,
                    COALESCE(b.given_name || ' ' || b.family_name, ''), c.answered_at, c.answer,
                    c.mailed_at
             FROM address_correction c
             JOIN identity i ON i.person = c.person
             LEFT JOIN identity a ON a.person = c.asked_by
             LEFT JOIN identity b ON b.person = c.answered_by
             WHERE ",
            $which
        )
    };
}

fn read(row: &Row<'_>) -> Result<Correction, Fault> {
    Ok(Correction {
        id: row.get(0)?,
        person: row.get(1)?,
        name: row.get(2)?,
        now_email: row.get(3)?,
        email: row.get(4)?,
        asked_by: row.get(5)?,
        asker: row.get(6)?,
        asked_at: row.get(7)?,
        reason: row.get(8)?,
        written: row.get(9)?,
        answered_by: row.get(10)?,
        answerer: row.get(11)?,
        answered_at: row.get(12)?,
        answer: row.get(13)?,
        mailed_at: row.get(14)?,
    })
}

/// One about somebody who is still here.
pub(crate) fn find(tx: &mut Tx<'_>, id: CorrectionId) -> Result<Option<Correction>, Fault> {
    tx.first(corrections!("c.id = ?1"), &[&id], read)
}

/// The newest of the office, first.
pub(crate) fn newest(tx: &mut Tx<'_>) -> Result<Vec<Correction>, Fault> {
    tx.query(corrections!("c.id > 0 ORDER BY c.id DESC LIMIT ?1"), &[&LIST], read)
}

/// Those about a person, newest first.
pub(crate) fn of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Correction>, Fault> {
    tx.query(corrections!("c.person = ?1 ORDER BY c.id DESC LIMIT ?2"), &[&person, &LIST], read)
}

/// The one about a person that may still lead to another address.
pub(crate) fn open_of(
    tx: &mut Tx<'_>,
    person: PersonId,
    now: Millis,
) -> Result<Option<Correction>, Fault> {
    let sql = corrections!("c.person = ?1 AND c.state IN ('waiting', 'agreed')");
    Ok(tx.first(sql, &[&person], read)?.filter(|one| one.is_open(now)))
}

/// Enters one. `None` when another about this person is open.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    person: PersonId,
    asked_by: PersonId,
    (email, reason): (&str, &str),
    now: Millis,
) -> Result<Option<CorrectionId>, Fault> {
    tx.first(
        "INSERT INTO address_correction (person, email, asked_by, asked_at, reason, state, answer)
         VALUES (?1, ?2, ?3, ?4, ?5, 'waiting', '')
         ON CONFLICT DO NOTHING RETURNING id",
        &[&person, &email, &asked_by, &now, &reason],
        |row| row.get(0),
    )
}

/// Writes an administrator's answer. `false` when it does not wait any more.
pub(crate) fn answer(
    tx: &mut Tx<'_>,
    id: CorrectionId,
    state: CorrectionState,
    (by, words): (PersonId, &str),
    now: Millis,
) -> Result<bool, Fault> {
    let answered = tx.execute(
        "UPDATE address_correction
         SET state = ?2, answered_by = ?3, answered_at = ?4, answer = ?5
         WHERE id = ?1 AND state = 'waiting'",
        &[&id, &state, &by, &now, &words],
    )?;
    Ok(answered == 1)
}

/// Ends one. `false` when it was not open any more.
pub(crate) fn settle(
    tx: &mut Tx<'_>,
    id: CorrectionId,
    state: CorrectionState,
    now: Millis,
) -> Result<bool, Fault> {
    let settled = tx.execute(
        "UPDATE address_correction SET state = ?2, settled_at = ?3
         WHERE id = ?1 AND state IN ('waiting', 'agreed')",
        &[&id, &state, &now],
    )?;
    Ok(settled == 1)
}

/// Closes those that were asked so long ago and still wait, and those whose
/// link went out so long ago.
pub(crate) fn expire(
    tx: &mut Tx<'_>,
    asked_until: Millis,
    mailed_until: Millis,
    now: Millis,
) -> Result<usize, Fault> {
    let expired = tx.execute(
        "UPDATE address_correction SET state = 'expired', settled_at = ?3
         WHERE (state = 'waiting' AND asked_at <= ?1) OR (state = 'agreed' AND mailed_at <= ?2)",
        &[&asked_until, &mailed_until, &now],
    )?;
    usize::try_from(expired).map_err(Fault::bug)
}

/// Those agreed to so long ago whose link has yet to go out.
pub(crate) fn to_mail(tx: &mut Tx<'_>, answered_until: Millis) -> Result<Vec<Correction>, Fault> {
    tx.query(
        corrections!(
            "c.state = 'agreed' AND c.mailed_at IS NULL AND c.answered_at <= ?1
             ORDER BY c.id LIMIT ?2"
        ),
        &[&answered_until, &BATCH],
        read,
    )
}

/// Notes that the link goes out.
pub(crate) fn mark_mailed(tx: &mut Tx<'_>, id: CorrectionId, now: Millis) -> Result<(), Fault> {
    tx.execute("UPDATE address_correction SET mailed_at = ?2 WHERE id = ?1", &[&id, &now])?;
    Ok(())
}

/// What a person may have of it: corrections of their own address, and what
/// they asked or answered themselves, without whose it was.
pub(crate) fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<Value, Fault> {
    let about: Vec<Value> = of(tx, person)?
        .iter()
        .map(|one| {
            json!({
                "email": one.email, "asked_at_ms": one.asked_at, "reason": one.reason,
                "state": one.written.word(), "answered_at_ms": one.answered_at,
                "answer": one.answer, "link_mailed_at_ms": one.mailed_at,
            })
        })
        .collect();
    let asked = tx.query(
        "SELECT id, asked_at, reason FROM address_correction WHERE asked_by = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({ "correction": row.get::<i64>(0)?, "asked_at_ms": row.get::<i64>(1)?,
                       "reason": row.get::<String>(2)? }))
        },
    )?;
    let answered = tx.query(
        "SELECT id, answered_at, answer FROM address_correction WHERE answered_by = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({ "correction": row.get::<i64>(0)?,
                       "answered_at_ms": row.get::<Option<i64>>(1)?,
                       "answer": row.get::<String>(2)? }))
        },
    )?;
    Ok(json!({ "about_me": about, "asked": asked, "answered": answered }))
}

/// Forgets what was said about a person; that it was asked and answered stays
/// by number, like the audit log. What an erased registrar asked for can't be
/// gone on with.
pub(crate) fn erase(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "UPDATE address_correction SET email = '', reason = '', answer = '' WHERE person = ?1",
        &[&person],
    )?;
    tx.execute(
        "UPDATE address_correction SET state = 'withdrawn', settled_at = ?2
         WHERE (person = ?1 OR asked_by = ?1) AND state IN ('waiting', 'agreed')",
        &[&person, &now],
    )?;
    Ok(())
}

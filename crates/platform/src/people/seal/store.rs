//! The SQL of requests to open the seal.

use serde_json::{Value, json};

use super::{Request, SealId, SealState, Wish};
use crate::clock::Millis;
use crate::db::{Row, Tx};
use crate::fault::Fault;
use crate::people::PersonId;
use crate::policy::Role;

/// Requests shown in a list.
const LIST: i64 = 100;

macro_rules! requests {
    ($which:literal) => {
        concat!(
            "SELECT q.id, q.person, w.pseudonym, q.asked_by, a.pseudonym, q.asked_at, q.reason,
                    q.hope, q.danger, q.danger_days, q.state, q.answered_by,
                    COALESCE(b.pseudonym, ''), q.answered_as, q.answered_at, q.answer,
                    q.open_until, q.tell_at
             FROM seal_request q
             JOIN person w ON w.id = q.person
             JOIN person a ON a.id = q.asked_by
             LEFT JOIN person b ON b.id = q.answered_by
             WHERE ",
            $which
        )
    };
}

fn read(row: &Row<'_>) -> Result<Request, Fault> {
    Ok(Request {
        id: row.get(0)?,
        person: row.get(1)?,
        pseudonym: row.get(2)?,
        asked_by: row.get(3)?,
        asker: row.get(4)?,
        asked_at: row.get(5)?,
        reason: row.get(6)?,
        hope: row.get(7)?,
        danger: row.get(8)?,
        danger_days: row.get(9)?,
        state: row.get(10)?,
        answered_by: row.get(11)?,
        answerer: row.get(12)?,
        answered_as: row.get(13)?,
        answered_at: row.get(14)?,
        answer: row.get(15)?,
        open_until: row.get(16)?,
        tell_at: row.get(17)?,
    })
}

/// One request about somebody who is still here.
pub(super) fn find(tx: &mut Tx<'_>, id: SealId) -> Result<Option<Request>, Fault> {
    tx.first(requests!("q.id = ?1 AND w.state = 'active'"), &[&id], read)
}

/// The requests that a person is a party to, and those that wait for anybody
/// when they are among those who answer; newest first, none about themselves.
pub(super) fn of(tx: &mut Tx<'_>, party: PersonId, answers: bool) -> Result<Vec<Request>, Fault> {
    tx.query(
        requests!(
            "w.state = 'active' AND q.person <> ?1
             AND (q.asked_by = ?1 OR q.answered_by = ?1
                  OR (q.state = 'waiting' AND CAST(?2 AS BIGINT) = 1))
             ORDER BY q.id DESC LIMIT ?3"
        ),
        &[&party, &i64::from(answers), &LIST],
        read,
    )
}

/// The openings that a person was told of, newest first.
pub(super) fn told(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Request>, Fault> {
    tx.query(
        requests!("q.person = ?1 AND q.told_at IS NOT NULL ORDER BY q.id DESC"),
        &[&person],
        read,
    )
}

/// How often somebody looked.
pub(super) fn looks(tx: &mut Tx<'_>, id: SealId) -> Result<i64, Fault> {
    tx.one("SELECT COUNT(*) FROM seal_look WHERE request = ?1", &[&id], |row| row.get(0))
}

/// Enters a request. `None` when this person's request about the same one
/// waits already.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    person: PersonId,
    asked_by: PersonId,
    wish: &Wish,
    now: Millis,
) -> Result<Option<SealId>, Fault> {
    tx.first(
        "INSERT INTO seal_request (person, asked_by, asked_at, reason, hope, danger, danger_days,
                                   state, answer)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'waiting', '')
         ON CONFLICT DO NOTHING RETURNING id",
        &[&person, &asked_by, &now, &wish.reason, &wish.hope, &wish.danger, &wish.danger_days],
        |row| row.get(0),
    )
}

/// What the second person said.
pub(super) struct Answer<'a> {
    pub state: SealState,
    pub by: PersonId,
    pub role: Role,
    pub words: &'a str,
    pub open_until: Option<Millis>,
    pub tell_at: Option<Millis>,
}

/// Writes an answer. `false` when the request does not wait any more.
pub(super) fn answer(
    tx: &mut Tx<'_>,
    id: SealId,
    answer: &Answer<'_>,
    now: Millis,
) -> Result<bool, Fault> {
    let answered = tx.execute(
        "UPDATE seal_request SET state = ?2, answered_by = ?3, answered_as = ?4, answered_at = ?5,
                answer = ?6, open_until = ?7, tell_at = ?8
         WHERE id = ?1 AND state = 'waiting'",
        &[
            &id,
            &answer.state,
            &answer.by,
            &answer.role,
            &now,
            &answer.words,
            &answer.open_until,
            &answer.tell_at,
        ],
    )?;
    Ok(answered == 1)
}

/// Takes back a request of one's own. `false` when it does not wait any more.
pub(super) fn withdraw(tx: &mut Tx<'_>, id: SealId, asked_by: PersonId) -> Result<bool, Fault> {
    let withdrawn = tx.execute(
        "UPDATE seal_request SET state = 'withdrawn'
         WHERE id = ?1 AND asked_by = ?2 AND state = 'waiting'",
        &[&id, &asked_by],
    )?;
    Ok(withdrawn == 1)
}

/// Closes the requests that were asked so long ago and still wait.
pub(super) fn expire(tx: &mut Tx<'_>, asked_until: Millis) -> Result<usize, Fault> {
    let expired = tx.execute(
        "UPDATE seal_request SET state = 'expired' WHERE state = 'waiting' AND asked_at <= ?1",
        &[&asked_until],
    )?;
    Ok(usize::try_from(expired).unwrap_or(0))
}

/// Openings whose person may know of them by now and does not.
pub(super) fn to_tell(tx: &mut Tx<'_>, now: Millis) -> Result<Vec<(SealId, PersonId)>, Fault> {
    tx.query(
        "SELECT id, person FROM seal_request
         WHERE state = 'opened' AND told_at IS NULL AND tell_at <= ?1 ORDER BY id LIMIT 50",
        &[&now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Notes that the person was told.
pub(super) fn mark_told(tx: &mut Tx<'_>, id: SealId, now: Millis) -> Result<(), Fault> {
    tx.execute("UPDATE seal_request SET told_at = ?2 WHERE id = ?1", &[&id, &now])?;
    Ok(())
}

/// Notes a look.
pub(super) fn insert_look(
    tx: &mut Tx<'_>,
    id: SealId,
    person: PersonId,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO seal_look (request, person, at) VALUES (?1, ?2, ?3)",
        &[&id, &person, &now],
    )?;
    Ok(())
}

/// What a person may have of it: openings that they were told of, and what
/// they asked or answered themselves.
pub(crate) fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<Value, Fault> {
    let mut about = Vec::new();
    for request in told(tx, person)? {
        about.push(json!({
            "opened_at_ms": request.answered_at, "reason": request.reason, "hope": request.hope,
            "danger": request.danger, "answer": request.answer,
            "looks": looks(tx, request.id)?,
        }));
    }
    let own = tx.query(
        "SELECT id, asked_by, asked_at, reason, hope, danger, answered_at, answer
         FROM seal_request WHERE asked_by = ?1 OR answered_by = ?1 ORDER BY id",
        &[&person],
        |row| {
            let asked = row.get::<PersonId>(1)? == person;
            Ok(if asked {
                json!({
                    "request": row.get::<i64>(0)?, "asked_at_ms": row.get::<i64>(2)?,
                    "reason": row.get::<String>(3)?, "hope": row.get::<String>(4)?,
                    "danger": row.get::<String>(5)?,
                })
            } else {
                json!({
                    "request": row.get::<i64>(0)?,
                    "answered_at_ms": row.get::<Option<i64>>(6)?,
                    "answer": row.get::<String>(7)?,
                })
            })
        },
    )?;
    let looks = tx.query(
        "SELECT request, at FROM seal_look WHERE person = ?1 ORDER BY id",
        &[&person],
        |row| Ok(json!({ "request": row.get::<i64>(0)?, "at_ms": row.get::<i64>(1)? })),
    )?;
    Ok(json!({ "about_me": about, "asked_and_answered": own, "looks": looks }))
}

/// Forgets what was said about a person; that it was asked and answered stays
/// by number, like the audit log.
pub(crate) fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    tx.execute(
        "UPDATE seal_request SET reason = '', hope = '', danger = '', answer = ''
         WHERE person = ?1",
        &[&person],
    )?;
    tx.execute(
        "UPDATE seal_request SET state = 'withdrawn'
         WHERE (person = ?1 OR asked_by = ?1) AND state = 'waiting'",
        &[&person],
    )?;
    Ok(())
}

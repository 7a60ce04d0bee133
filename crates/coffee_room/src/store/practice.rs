//! Moderators in training.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::PersonId;

use crate::model::{
    Deed, Item, Opinion, OpinionId, OpinionState, Period, Practice, PracticeId, Reason,
};

/// Opinions shown on one page.
const MOST: i64 = 200;

macro_rules! practice {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.trainee, c.mentor, m.pseudonym, c.period, c.started_at
             FROM practice c
             JOIN person m ON m.id = c.mentor
             WHERE c.ended_at IS NULL ",
            $rest
        )
    };
}

fn read_practice(row: &Row<'_>) -> Result<Practice, Fault> {
    Ok(Practice {
        id: row.get(0)?,
        trainee: row.get(1)?,
        mentor: row.get(2)?,
        mentor_name: row.get(3)?,
        period: row.get(4)?,
        started_at: row.get(5)?,
    })
}

/// The running period of a trainee.
pub(crate) fn of(tx: &mut Tx<'_>, trainee: PersonId) -> Result<Option<Practice>, Fault> {
    tx.first(practice!("AND c.trainee = ?1"), &[&trainee], read_practice)
}

/// Begins a period; `None` when one runs already.
pub(crate) fn start(
    tx: &mut Tx<'_>,
    trainee: PersonId,
    mentor: PersonId,
    period: Period,
    now: Millis,
) -> Result<Option<PracticeId>, Fault> {
    tx.first(
        "INSERT INTO practice (trainee, mentor, period, started_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO NOTHING RETURNING id",
        &[&trainee, &mentor, &period, &now],
        |row| row.get(0),
    )
}

/// Ends a period.
pub(crate) fn end(tx: &mut Tx<'_>, practice: PracticeId, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "UPDATE practice SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL",
        &[&practice, &now],
    )?;
    Ok(())
}

/// Gives what nobody has decided yet from one period to another.
pub(crate) fn hand_over(tx: &mut Tx<'_>, from: PracticeId, to: PracticeId) -> Result<(), Fault> {
    tx.execute(
        "UPDATE opinion SET practice = ?2 WHERE practice = ?1 AND state = 'waiting'",
        &[&from, &to],
    )?;
    Ok(())
}

/// Records what a trainee would decide, in place of what they said before.
pub(crate) fn record(
    tx: &mut Tx<'_>,
    practice: &Practice,
    item: Item,
    (deed, reason, note): (Deed, Option<Reason>, &str),
    now: Millis,
) -> Result<OpinionId, Fault> {
    let item = item.to_string();
    tx.execute(
        "UPDATE opinion SET state = 'void' WHERE trainee = ?1 AND item = ?2 AND state = 'waiting'",
        &[&practice.trainee, &item],
    )?;
    tx.one(
        "INSERT INTO opinion (trainee, practice, item, deed, reason, note, at, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'waiting') RETURNING id",
        &[&practice.trainee, &practice.id, &item, &deed, &reason, &note, &now],
        |row| row.get(0),
    )
}

/// Compares what trainees would have decided with what was decided.
pub(crate) fn compare(tx: &mut Tx<'_>, item: Item, deed: Deed, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "UPDATE opinion SET state = 'compared', decided = ?2, decided_at = ?3
         WHERE item = ?1 AND state = 'waiting'",
        &[&item.to_string(), &deed, &now],
    )?;
    Ok(())
}

/// Forgets opinions about something that needs no decision any more.
pub(crate) fn void(tx: &mut Tx<'_>, item: Item) -> Result<(), Fault> {
    tx.execute(
        "UPDATE opinion SET state = 'void' WHERE item = ?1 AND state = 'waiting'",
        &[&item.to_string()],
    )?;
    Ok(())
}

/// Says that the mentor signs an opinion. `false` when it waits no more.
pub(crate) fn sign(tx: &mut Tx<'_>, opinion: OpinionId, now: Millis) -> Result<bool, Fault> {
    let done = tx.execute(
        "UPDATE opinion SET state = 'signed', decided = deed, decided_at = ?2
         WHERE id = ?1 AND state = 'waiting'",
        &[&opinion, &now],
    )?;
    Ok(done == 1)
}

macro_rules! opinion {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.trainee, w.pseudonym, c.mentor, c.period, o.item, o.deed, o.reason,
                    o.note, o.at, o.state, o.decided
             FROM opinion o
             JOIN practice c ON c.id = o.practice
             JOIN person w ON w.id = o.trainee ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> Result<Opinion, Fault> {
    Ok(Opinion {
        id: row.get(0)?,
        trainee: row.get(1)?,
        trainee_name: row.get(2)?,
        mentor: row.get(3)?,
        period: row.get(4)?,
        item: row.get(5)?,
        deed: row.get(6)?,
        reason: row.get(7)?,
        note: row.get(8)?,
        at: row.get(9)?,
        state: row.get::<OpinionState>(10)?,
        decided: row.get(11)?,
    })
}

/// One opinion.
pub(crate) fn opinion(tx: &mut Tx<'_>, opinion: OpinionId) -> Result<Option<Opinion>, Fault> {
    tx.first(opinion!("WHERE o.id = ?1"), &[&opinion], read)
}

/// The opinions about an item that wait.
pub(crate) fn about(tx: &mut Tx<'_>, item: Item) -> Result<Vec<Opinion>, Fault> {
    let sql = opinion!("WHERE o.item = ?1 AND o.state = 'waiting' ORDER BY o.id");
    tx.query(sql, &[&item.to_string()], read)
}

/// What a mentor's trainees propose and nobody has decided, oldest first.
pub(crate) fn to_sign(tx: &mut Tx<'_>, mentor: PersonId) -> Result<Vec<Opinion>, Fault> {
    let sql = opinion!(
        "WHERE c.mentor = ?1 AND c.period = 'second' AND o.state = 'waiting'
         ORDER BY o.id LIMIT ?2"
    );
    tx.query(sql, &[&mentor, &MOST], read)
}

/// A trainee's opinions, newest first.
pub(crate) fn opinions_of(tx: &mut Tx<'_>, trainee: PersonId) -> Result<Vec<Opinion>, Fault> {
    let sql = opinion!("WHERE o.trainee = ?1 AND o.state <> 'void' ORDER BY o.id DESC LIMIT ?2");
    tx.query(sql, &[&trainee, &MOST], read)
}

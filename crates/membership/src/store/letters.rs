//! The SQL of printed letters.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::people::{Identity, PersonId};
use kafferum_platform::texts::Lang;

use crate::model::{BatchId, LetterState};

/// Asks for a printed join kit.
pub(crate) fn ask(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO letter (person, state, asked_at) VALUES (?1, 'waiting', ?2)
         ON CONFLICT DO NOTHING",
        &[&person, &now],
    )?;
    Ok(())
}

/// How many letters wait to be printed.
pub(crate) fn count_waiting(tx: &mut Tx<'_>) -> Result<i64, Fault> {
    tx.one("SELECT COUNT(*) FROM letter WHERE state = 'waiting'", &[], |row| row.get(0))
}

/// Those whose letters wait, longest waiting first.
pub(crate) fn waiting(tx: &mut Tx<'_>, count: i64) -> Result<Vec<PersonId>, Fault> {
    tx.query(
        "SELECT person FROM letter WHERE state = 'waiting' ORDER BY asked_at, person LIMIT ?1",
        &[&count],
        |row| row.get(0),
    )
}

/// Opens a batch.
pub(crate) fn open_batch(
    tx: &mut Tx<'_>,
    by: PersonId,
    letters: i64,
    now: Millis,
) -> Result<BatchId, Fault> {
    tx.one(
        "INSERT INTO letter_batch (made_at, made_by, letters) VALUES (?1, ?2, ?3) RETURNING id",
        &[&now, &by, &letters],
        |row| row.get(0),
    )
}

/// Puts a waiting letter into a batch. `false` when it did not wait any more.
pub(crate) fn print(tx: &mut Tx<'_>, person: PersonId, batch: BatchId) -> Result<bool, Fault> {
    let printed = tx.execute(
        "UPDATE letter SET state = 'printed', batch = ?2 WHERE person = ?1 AND state = 'waiting'",
        &[&person, &batch],
    )?;
    Ok(printed == 1)
}

/// Takes a letter from the pile. `false` when it did not wait there.
pub(crate) fn withhold(tx: &mut Tx<'_>, person: PersonId) -> Result<bool, Fault> {
    let withheld = tx.execute(
        "UPDATE letter SET state = 'withheld' WHERE person = ?1 AND state = 'waiting'",
        &[&person],
    )?;
    Ok(withheld == 1)
}

/// Records that a printed letter came back. `false` when there was none, or it
/// had come back before.
pub(crate) fn come_back(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<bool, Fault> {
    let returned = tx.execute(
        "UPDATE letter SET state = 'returned', returned_at = ?2
         WHERE person = ?1 AND state = 'printed'",
        &[&person, &now],
    )?;
    Ok(returned == 1)
}

/// Where a person's letter is.
#[derive(Debug, Clone)]
pub(crate) struct LetterRow {
    /// Its state.
    pub(crate) state: LetterState,
    /// When it was asked for.
    pub(crate) asked_at: Millis,
    /// When it came back.
    pub(crate) returned_at: Option<Millis>,
}

/// The letter of a person, if one was asked for.
pub(crate) fn of(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<LetterRow>, Fault> {
    tx.first(
        "SELECT state, asked_at, returned_at FROM letter WHERE person = ?1",
        &[&person],
        |row| Ok(LetterRow { state: row.get(0)?, asked_at: row.get(1)?, returned_at: row.get(2)? }),
    )
}

/// A batch as the registrar sees it.
#[derive(Debug, Clone)]
pub(crate) struct BatchRow {
    /// Its number.
    pub(crate) id: BatchId,
    /// When it was printed.
    pub(crate) made_at: Millis,
    /// Letters in it.
    pub(crate) letters: i64,
    /// How many of them came back.
    pub(crate) returned: i64,
}

/// The last batches, newest first.
pub(crate) fn batches(tx: &mut Tx<'_>, count: i64) -> Result<Vec<BatchRow>, Fault> {
    tx.query(
        "SELECT b.id, b.made_at, b.letters,
                (SELECT COUNT(*) FROM letter l WHERE l.batch = b.id AND l.state = 'returned')
         FROM letter_batch b ORDER BY b.id DESC LIMIT ?1",
        &[&count],
        |row| {
            Ok(BatchRow {
                id: row.get(0)?,
                made_at: row.get(1)?,
                letters: row.get(2)?,
                returned: row.get(3)?,
            })
        },
    )
}

/// When a batch was printed.
pub(crate) fn batch_made_at(tx: &mut Tx<'_>, batch: BatchId) -> Result<Option<Millis>, Fault> {
    tx.first("SELECT made_at FROM letter_batch WHERE id = ?1", &[&batch], |row| row.get(0))
}

/// Whom the letters of a batch go to, without those who have been erased.
pub(crate) fn recipients(
    tx: &mut Tx<'_>,
    batch: BatchId,
) -> Result<Vec<(PersonId, Lang, Identity)>, Fault> {
    tx.query(
        "SELECT l.person, p.lang, i.given_name, i.family_name, i.email, i.phone, i.street,
                i.postal_code, i.city, i.region
         FROM letter l
         JOIN person p ON p.id = l.person
         JOIN identity i ON i.person = l.person
         WHERE l.batch = ?1 ORDER BY l.person",
        &[&batch],
        |row| {
            let identity = Identity {
                given_name: row.get(2)?,
                family_name: row.get(3)?,
                email: row.get(4)?,
                phone: row.get(5)?,
                street: row.get(6)?,
                postal_code: row.get(7)?,
                city: row.get(8)?,
                region: row.get(9)?,
            };
            Ok((row.get(0)?, row.get(1)?, identity))
        },
    )
}

//! People of whom others want to hear less.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::PersonId;

use crate::model::{Apart, KeptApart};

/// How a person keeps another at a distance, if they do.
pub(crate) fn between(
    tx: &mut Tx<'_>,
    person: PersonId,
    other: PersonId,
) -> Result<Option<Apart>, Fault> {
    tx.first(
        "SELECT kind FROM kept_apart WHERE person = ?1 AND other = ?2",
        &[&person, &other],
        |row| row.get(0),
    )
}

/// Keeps another at a distance from now on, in this way in place of any other.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    person: PersonId,
    other: PersonId,
    kind: Apart,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO kept_apart (person, other, kind, since) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (person, other) DO UPDATE SET kind = excluded.kind, since = excluded.since
         WHERE kept_apart.kind <> excluded.kind",
        &[&person, &other, &kind, &now],
    )?;
    Ok(())
}

/// Keeps another at a distance no longer.
pub(crate) fn end(tx: &mut Tx<'_>, person: PersonId, other: PersonId) -> Result<(), Fault> {
    tx.execute("DELETE FROM kept_apart WHERE person = ?1 AND other = ?2", &[&person, &other])?;
    Ok(())
}

/// Everybody whose posts are folded for a reader, as a column of numbers.
pub(super) fn read_folded(row: &Row<'_>, column: usize) -> Result<Vec<PersonId>, Fault> {
    let numbers: Option<String> = row.get(column)?;
    let number = |word: &str| word.parse().map(PersonId).map_err(Fault::bug);
    numbers
        .as_deref()
        .unwrap_or_default()
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(number)
        .collect()
}

/// Everybody a person keeps at a distance, newest first; those who were
/// erased are gone.
pub(crate) fn of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<KeptApart>, Fault> {
    tx.query(
        "SELECT k.other, w.pseudonym, k.kind, k.since
         FROM kept_apart k JOIN person w ON w.id = k.other
         WHERE k.person = ?1 AND w.state = 'active' ORDER BY k.since DESC, k.other",
        &[&person],
        |row| {
            Ok(KeptApart {
                other: row.get(0)?,
                pseudonym: row.get(1)?,
                kind: row.get(2)?,
                since: row.get(3)?,
            })
        },
    )
}

//! What the panel asks about its people.

use kafferum_platform::db::Tx;
use kafferum_platform::fault::Fault;
use kafferum_platform::people::PersonId;

/// Whether nobody has been entered yet.
pub(super) fn is_fresh(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    tx.one("SELECT COUNT(*) FROM person", &[], |row| Ok(row.get::<i64>(0)? == 0))
}

/// The people entered first, with what they go by.
pub(super) fn people(tx: &mut Tx<'_>) -> Result<Vec<(PersonId, String)>, Fault> {
    tx.query("SELECT id, pseudonym FROM person WHERE id <= 100", &[], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// The one who goes by a pseudonym.
pub(super) fn person(tx: &mut Tx<'_>, pseudonym: &str) -> Result<PersonId, Fault> {
    tx.one("SELECT id FROM person WHERE pseudonym = ?1", &[&pseudonym], |row| row.get(0))
}

//! What the panel asks about its people.

use kafferum_platform::clock::Millis;
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

/// Moves the ends of all sessions along with the clock: whoever watches the days
/// pass has not been away.
pub(super) fn keep_signed_in(tx: &mut Tx<'_>, by: Millis) -> Result<(), Fault> {
    tx.execute("UPDATE session SET expires_at = expires_at + ?1", &[&by])?;
    Ok(())
}

/// The one who goes by a pseudonym.
pub(super) fn person(tx: &mut Tx<'_>, pseudonym: &str) -> Result<PersonId, Fault> {
    tx.one("SELECT id FROM person WHERE pseudonym = ?1", &[&pseudonym], |row| row.get(0))
}

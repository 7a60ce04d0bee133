//! Receipts of forms: a form sent twice has one effect, and both sendings get
//! the same answer.

use crate::clock::{DAY, Millis};
use crate::db::Tx;
use crate::fault::{Error, Fault};
use crate::web::token::Nonce;

/// How long a second sending is recognised.
const KEEP: Millis = 7 * DAY;

/// Runs `work` unless a form with this nonce was taken before; gives the
/// address to show either way.
///
/// # Errors
/// What `work` returns; then nothing is taken.
pub fn once(
    tx: &mut Tx<'_>,
    nonce: &Nonce,
    now: Millis,
    work: impl FnOnce(&mut Tx<'_>) -> Result<String, Error>,
) -> Result<String, Error> {
    let new = tx.execute(
        "INSERT INTO form_receipt (nonce, taken_at, location) VALUES (?1, ?2, '')
         ON CONFLICT (nonce) DO NOTHING",
        &[nonce, &now],
    )?;
    if new == 0 {
        let location =
            tx.one("SELECT location FROM form_receipt WHERE nonce = ?1", &[nonce], |row| {
                row.get(0)
            })?;
        return Ok(location);
    }
    let location = work(tx)?;
    tx.execute("UPDATE form_receipt SET location = ?2 WHERE nonce = ?1", &[nonce, &location])?;
    Ok(location)
}

/// The address that a form taken before was answered with, if it was taken.
///
/// # Errors
/// A fault of the database.
pub fn taken(tx: &mut Tx<'_>, nonce: &Nonce) -> Result<Option<String>, Fault> {
    tx.first("SELECT location FROM form_receipt WHERE nonce = ?1", &[nonce], |row| row.get(0))
}

/// Forgets old receipts.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>, now: Millis) -> Result<(), Fault> {
    tx.execute("DELETE FROM form_receipt WHERE taken_at <= ?1", &[&(now - KEEP)])?;
    Ok(())
}

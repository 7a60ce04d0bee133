//! The SQL of answers by mail: which were settled.

use super::Key;
use crate::clock::{DAY, Millis};
use crate::db::Tx;
use crate::fault::Fault;

/// How long a second coming is recognised: longer than its address works.
const KEEP: Millis = 60 * DAY;
/// Old ones removed at once, so that nobody waits long behind them.
const SWEPT: i64 = 1000;

/// Notes that a mail is settled; `false` when it was before.
///
/// # Errors
/// A fault of the database.
pub fn first_time(tx: &mut Tx<'_>, key: &Key, now: Millis) -> Result<bool, Fault> {
    let new = tx.execute(
        "INSERT INTO mail_in (key, taken_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        &[&key.0, &now],
    )?;
    Ok(new == 1)
}

/// Whether a mail is settled.
pub(super) fn is_settled(tx: &mut Tx<'_>, key: &Key) -> Result<bool, Fault> {
    let count: i64 =
        tx.one("SELECT COUNT(*) FROM mail_in WHERE key = ?1", &[&key.0], |row| row.get(0))?;
    Ok(count > 0)
}

/// Forgets mails whose addresses work no more; a bounded number, the oldest
/// first.
pub(crate) fn sweep(tx: &mut Tx<'_>, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "DELETE FROM mail_in WHERE key IN
             (SELECT m.key FROM mail_in m WHERE m.taken_at <= ?1 ORDER BY m.taken_at LIMIT ?2)",
        &[&(now - KEEP), &SWEPT],
    )?;
    Ok(())
}

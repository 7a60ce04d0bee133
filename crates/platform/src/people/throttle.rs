//! Counting failed attempts, so that guessing is slow and the rightful owner
//! is never locked out.
//!
//! Attempts on an account count apart for devices that its owner has signed in
//! with before (a cookie says so) and for all others: a stranger can use up
//! only the strangers' attempts. They count by network, too, strangers among
//! themselves: thousands may share one. A mailed link always works. This follows
//! the device cookies of OWASP's Authentication Cheat Sheet.

use sha2::{Digest, Sha256};

use crate::clock::{DAY, MINUTE, Millis};
use crate::db::Tx;
use crate::fault::Fault;

/// Failures allowed in one window, by account and kind of device.
pub const PER_ACCOUNT: i64 = 8;
/// Failures allowed in one window, by network.
pub const PER_NETWORK: i64 = 60;
/// Length of a window. One that lies further ahead than this was begun before
/// the clock was set back, and counts for nothing.
pub const WINDOW: Millis = 15 * MINUTE;
/// Length of the longest window that anybody counts in.
const LONGEST: Millis = DAY;

/// What attempts are counted by; hashed, so that the table holds no address.
#[must_use]
pub fn key(kind: &str, name: &str) -> [u8; 32] {
    Sha256::digest(format!("{kind}\0{name}").as_bytes()).into()
}

/// Whether another attempt is allowed now.
///
/// # Errors
/// A fault of the database.
pub fn may_try(tx: &mut Tx<'_>, key: &[u8; 32], limit: i64, now: Millis) -> Result<bool, Fault> {
    Ok(failures(tx, key, WINDOW, now)? < limit)
}

/// Failures within a window of this length, a day at most.
///
/// # Errors
/// A fault of the database.
pub fn failures(
    tx: &mut Tx<'_>,
    key: &[u8; 32],
    window: Millis,
    now: Millis,
) -> Result<i64, Fault> {
    let failures: Option<i64> = tx.first(
        "SELECT failures FROM throttle
         WHERE key = ?1 AND window_started_at > ?2 AND window_started_at <= ?3",
        &[key, &(now - window), &(now + window)],
        |row| row.get(0),
    )?;
    Ok(failures.unwrap_or(0))
}

/// Counts an attempt before its outcome is known, so that many at once can't
/// slip through; [`forgive`] takes it back.
///
/// # Errors
/// A fault of the database.
pub fn count(tx: &mut Tx<'_>, key: &[u8; 32], now: Millis) -> Result<(), Fault> {
    count_within(tx, key, WINDOW, now)
}

/// The same in a window of this length, a day at most.
///
/// # Errors
/// A fault of the database.
pub fn count_within(
    tx: &mut Tx<'_>,
    key: &[u8; 32],
    window: Millis,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO throttle (key, failures, window_started_at) VALUES (?1, 1, ?2)
         ON CONFLICT (key) DO UPDATE SET
             failures = CASE WHEN throttle.window_started_at > ?3
                             AND throttle.window_started_at <= ?4
                        THEN throttle.failures + 1 ELSE 1 END,
             window_started_at = CASE WHEN throttle.window_started_at > ?3
                                      AND throttle.window_started_at <= ?4
                                 THEN throttle.window_started_at ELSE ?2 END",
        &[key, &now, &(now - window), &(now + window)],
    )?;
    Ok(())
}

/// When another attempt is allowed, if none is now.
///
/// # Errors
/// A fault of the database.
pub fn wait_until(
    tx: &mut Tx<'_>,
    key: &[u8; 32],
    limit: i64,
    now: Millis,
) -> Result<Option<Millis>, Fault> {
    tx.first(
        "SELECT window_started_at FROM throttle
         WHERE key = ?1 AND window_started_at > ?2 AND window_started_at <= ?3
           AND failures >= ?4",
        &[key, &(now - WINDOW), &(now + WINDOW), &limit],
        |row| Ok(row.get::<Millis>(0)? + WINDOW),
    )
}

/// Takes one attempt back, because it was not a failure. The others behind the
/// key stand: a network is not forgiven for one of its people.
///
/// # Errors
/// A fault of the database.
pub fn take_back(tx: &mut Tx<'_>, key: &[u8; 32]) -> Result<(), Fault> {
    tx.execute(
        "UPDATE throttle SET failures = failures - 1 WHERE key = ?1 AND failures > 0",
        &[key],
    )?;
    Ok(())
}

/// Forgets the failures behind a key.
///
/// # Errors
/// A fault of the database.
pub fn forgive(tx: &mut Tx<'_>, key: &[u8; 32]) -> Result<(), Fault> {
    tx.execute("DELETE FROM throttle WHERE key = ?1", &[key])?;
    Ok(())
}

/// Removes windows that are past.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>, now: Millis) -> Result<(), Fault> {
    tx.execute("DELETE FROM throttle WHERE window_started_at <= ?1", &[&(now - LONGEST)])?;
    Ok(())
}

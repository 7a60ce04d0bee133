//! Sessions: random tokens, stored hashed, listed and ended by their owner.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::clock::{DAY, HOUR, Millis, Random};
use crate::db::Tx;
use crate::fault::Fault;
use crate::people::PersonId;

/// A session ends after this long without a visit.
pub const IDLE: Millis = 30 * DAY;
/// The last visit is written down at most this often.
pub const NOTE_EVERY: Millis = HOUR;

/// A new secret token, as it stands in a cookie or a link.
///
/// # Errors
/// A fault when there is no randomness.
pub fn token(random: &Random) -> Result<String, Fault> {
    Ok(URL_SAFE_NO_PAD.encode(random.bytes::<32>()?))
}

/// What the database keeps of a token.
#[must_use]
pub fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// Opens a session.
///
/// # Errors
/// A fault of the database.
pub fn open(
    tx: &mut Tx<'_>,
    token_hash: &[u8; 32],
    person: PersonId,
    device: &str,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO session (token_hash, person, device, created_at, seen_at, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?4, ?5) ON CONFLICT (token_hash) DO NOTHING",
        &[token_hash, &person, &device, &now, &(now + IDLE)],
    )?;
    Ok(())
}

/// Notes a visit and moves the end of the session.
///
/// # Errors
/// A fault of the database.
pub fn note_visit(tx: &mut Tx<'_>, token_hash: &[u8; 32], now: Millis) -> Result<(), Fault> {
    tx.execute(
        "UPDATE session SET seen_at = ?2, expires_at = ?3 WHERE token_hash = ?1",
        &[token_hash, &now, &(now + IDLE)],
    )?;
    Ok(())
}

/// Ends one session.
///
/// # Errors
/// A fault of the database.
pub fn end(tx: &mut Tx<'_>, token_hash: &[u8], person: PersonId) -> Result<(), Fault> {
    tx.execute(
        "DELETE FROM session WHERE token_hash = ?1 AND person = ?2",
        &[&token_hash, &person],
    )?;
    Ok(())
}

/// Ends all sessions of a person, but one if named.
///
/// # Errors
/// A fault of the database.
pub fn end_all(tx: &mut Tx<'_>, person: PersonId, but: Option<[u8; 32]>) -> Result<(), Fault> {
    match but {
        Some(kept) => tx.execute(
            "DELETE FROM session WHERE person = ?1 AND token_hash <> ?2",
            &[&person, &kept],
        ),
        None => tx.execute("DELETE FROM session WHERE person = ?1", &[&person]),
    }?;
    Ok(())
}

/// Removes sessions that have ended by themselves.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>, now: Millis) -> Result<(), Fault> {
    tx.execute("DELETE FROM session WHERE expires_at <= ?1", &[&now])?;
    Ok(())
}

/// A session as its owner sees it.
#[derive(Debug, Clone)]
pub struct SessionRow {
    /// What to name it by in a form: its hash, in letters.
    pub name: String,
    /// Kind of browser and system, in words.
    pub device: String,
    /// When it was opened.
    pub created_at: Millis,
    /// Last visit, to the hour.
    pub seen_at: Millis,
    /// It is the one being used now.
    pub is_current: bool,
}

/// The living sessions of a person, last used first.
///
/// # Errors
/// A fault of the database.
pub fn of(
    tx: &mut Tx<'_>,
    person: PersonId,
    current: Option<[u8; 32]>,
    now: Millis,
) -> Result<Vec<SessionRow>, Fault> {
    tx.query(
        "SELECT token_hash, device, created_at, seen_at FROM session
         WHERE person = ?1 AND expires_at > ?2 ORDER BY seen_at DESC",
        &[&person, &now],
        |row| {
            let hash: Vec<u8> = row.get(0)?;
            Ok(SessionRow {
                is_current: current.is_some_and(|current| current.as_slice() == hash),
                name: URL_SAFE_NO_PAD.encode(hash),
                device: row.get(1)?,
                created_at: row.get(2)?,
                seen_at: row.get(3)?,
            })
        },
    )
}

/// The hash behind a session's name in a form.
#[must_use]
pub fn unname(name: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(name).ok()
}

/// A browser's own description of itself, cut down to two words that its owner
/// recognises and nobody is told apart by.
#[must_use]
pub fn device(user_agent: &str) -> String {
    let find = |known: &[(&str, &'static str)]| {
        known.iter().find(|(mark, _)| user_agent.contains(mark)).map_or("", |(_, name)| *name)
    };
    let browser = find(&[
        ("Firefox/", "Firefox"),
        ("Edg/", "Edge"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = find(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ]);
    format!("{browser} {system}").trim().to_owned()
}

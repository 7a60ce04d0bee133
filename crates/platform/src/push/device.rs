//! The devices that people want news on.

use serde_json::{Value, json};

use super::carrier::Endpoint;
use super::seal::Keys;
use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::Fault;
use crate::people::PersonId;

/// A device as it is written to.
pub(super) struct Device {
    pub person: PersonId,
    pub endpoint: Endpoint,
    pub keys: Keys,
}

/// A device as its owner sees it.
pub(super) struct Listed {
    pub id: i64,
    /// Kind of browser and system, in words.
    pub device: String,
    pub added_at: Millis,
    /// It was added in the session that is used now.
    pub is_here: bool,
}

/// Adds a device, or gives one that is known its new keys. One that belonged
/// to somebody else before is now the one's who uses it.
pub(super) fn add(
    tx: &mut Tx<'_>,
    person: PersonId,
    session: &[u8; 32],
    endpoint: &str,
    keys: &Keys,
    device: &str,
    now: Millis,
) -> Result<(), Fault> {
    // One browser holds one session and one subscription.
    tx.execute("DELETE FROM push_device WHERE session = ?1", &[session])?;
    tx.execute(
        "INSERT INTO push_device (person, session, endpoint, public_key, auth, device, added_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (endpoint) DO UPDATE SET
             person = excluded.person, session = excluded.session,
             public_key = excluded.public_key, auth = excluded.auth,
             device = excluded.device, added_at = excluded.added_at",
        &[&person, session, &endpoint, &keys.public, &keys.auth, &device, &now],
    )?;
    Ok(())
}

/// Removes a device of a person's own.
pub(super) fn remove(tx: &mut Tx<'_>, person: PersonId, id: i64) -> Result<(), Fault> {
    tx.execute("DELETE FROM push_device WHERE person = ?1 AND id = ?2", &[&person, &id])?;
    Ok(())
}

/// Forgets a device that is gone.
pub(super) fn forget(tx: &mut Tx<'_>, id: i64) -> Result<(), Fault> {
    tx.execute("DELETE FROM push_device WHERE id = ?1", &[&id])?;
    Ok(())
}

/// The devices of a person whose sessions are alive.
pub(super) fn ids(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<Vec<i64>, Fault> {
    tx.query(
        "SELECT d.id FROM push_device d
         JOIN session s ON s.token_hash = d.session AND s.person = d.person
         WHERE d.person = ?1 AND s.expires_at > ?2 ORDER BY d.id",
        &[&person, &now],
        |row| row.get(0),
    )
}

/// A device whose session is alive.
pub(super) fn find(tx: &mut Tx<'_>, id: i64, now: Millis) -> Result<Option<Device>, Fault> {
    let found = tx.first(
        "SELECT d.person, d.endpoint, d.public_key, d.auth FROM push_device d
         JOIN session s ON s.token_hash = d.session AND s.person = d.person
         JOIN person p ON p.id = d.person
         WHERE d.id = ?1 AND s.expires_at > ?2 AND p.state = 'active'",
        &[&id, &now],
        |row| {
            let keys = Keys { public: row.get(2)?, auth: row.get(3)? };
            Ok((row.get(0)?, row.get::<String>(1)?, keys))
        },
    )?;
    let Some((person, endpoint, keys)) = found else { return Ok(None) };
    let endpoint =
        Endpoint::read(&endpoint).ok_or_else(|| Fault::bug("an endpoint that is none"))?;
    Ok(Some(Device { person, endpoint, keys }))
}

/// A person's devices, newest first.
pub(super) fn list(
    tx: &mut Tx<'_>,
    person: PersonId,
    session: Option<[u8; 32]>,
    now: Millis,
) -> Result<Vec<Listed>, Fault> {
    tx.query(
        "SELECT d.id, d.device, d.added_at, d.session FROM push_device d
         JOIN session s ON s.token_hash = d.session AND s.person = d.person
         WHERE d.person = ?1 AND s.expires_at > ?2 ORDER BY d.added_at DESC, d.id DESC",
        &[&person, &now],
        |row| {
            let added_in: Vec<u8> = row.get(3)?;
            Ok(Listed {
                id: row.get(0)?,
                device: row.get(1)?,
                added_at: row.get(2)?,
                is_here: session.is_some_and(|session| session.as_slice() == added_in),
            })
        },
    )
}

/// Removes devices whose sessions have ended.
pub(crate) fn sweep(tx: &mut Tx<'_>) -> Result<(), Fault> {
    tx.execute(
        "DELETE FROM push_device WHERE NOT EXISTS
            (SELECT 1 FROM session s
             WHERE s.token_hash = push_device.session AND s.person = push_device.person)",
        &[],
    )?;
    Ok(())
}

/// What there is of a person's devices, for that person.
pub(crate) fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Value>, Fault> {
    tx.query(
        "SELECT device, added_at, endpoint FROM push_device WHERE person = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({ "device": row.get::<String>(0)?, "added_at_ms": row.get::<i64>(1)?,
                       "push_service": row.get::<String>(2)? }))
        },
    )
}

/// Forgets all devices of a person.
pub(crate) fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    tx.execute("DELETE FROM push_device WHERE person = ?1", &[&person])?;
    Ok(())
}

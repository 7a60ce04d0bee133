//! The SQL of signing in: credentials, one-time links, export and erasure.

use serde_json::{Value, json};

use crate::clock::{DAY, HOUR, Millis};
use crate::db::Tx;
use crate::fault::Fault;
use crate::feeds::key;
use crate::people::{PasswordKind, PersonId, likeness, seal, session, store};
use crate::{audit, mail, notices, push};

crate::words! {
    /// What a one-time link is for.
    Purpose {
        /// Choosing a new password.
        Reset = "reset",
        /// Signing in with another mail address.
        Email = "email",
        /// Setting up a new site as its first administrator.
        SetUp = "set-up",
    }
}

/// A link to choose a new password works this long.
pub const RESET_LASTS: Millis = HOUR;
/// A link that confirms a new mail address works this long.
pub const EMAIL_LASTS: Millis = HOUR;
/// The link for the first administrator works this long.
pub const SET_UP_LASTS: Millis = 7 * DAY;

/// What is needed to check a password.
#[derive(Debug, Clone)]
pub struct Credential {
    /// Whose.
    pub person: PersonId,
    /// Hash of the password.
    pub password_hash: String,
}

/// The credential behind a mail address.
///
/// # Errors
/// A fault of the database.
pub fn credential(tx: &mut Tx<'_>, email: &str) -> Result<Option<Credential>, Fault> {
    tx.first(
        "SELECT c.person, c.password_hash FROM credential c JOIN person p ON p.id = c.person
         WHERE c.email_key = ?1 AND p.state = 'active'",
        &[&store::fold(email)],
        |row| Ok(Credential { person: row.get(0)?, password_hash: row.get(1)? }),
    )
}

/// The credential of a person.
///
/// # Errors
/// A fault of the database.
pub fn credential_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<Credential>, Fault> {
    tx.first("SELECT person, password_hash FROM credential WHERE person = ?1", &[&person], |row| {
        Ok(Credential { person: row.get(0)?, password_hash: row.get(1)? })
    })
}

/// Where the password of a person came from.
///
/// # Errors
/// A fault of the database.
pub fn password_kind(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<PasswordKind>, Fault> {
    tx.first("SELECT kind FROM credential WHERE person = ?1", &[&person], |row| row.get(0))
}

/// Changes a password. Whoever asked for another mail address did so with the
/// password of before.
///
/// # Errors
/// A fault of the database.
pub fn set_password(
    tx: &mut Tx<'_>,
    person: PersonId,
    password_hash: &str,
    kind: PasswordKind,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE credential SET password_hash = ?2, kind = ?3, changed_at = ?4 WHERE person = ?1",
        &[&person, &password_hash, &kind, &now],
    )?;
    tx.execute(
        "DELETE FROM one_time_link WHERE person = ?1 AND purpose = ?2",
        &[&person, &Purpose::Email],
    )?;
    Ok(())
}

/// Changes the address that a person signs in with. `false` when somebody else
/// does so with it. Links mailed to the address of before stop working.
///
/// # Errors
/// A fault of the database.
pub fn set_email(tx: &mut Tx<'_>, person: PersonId, email: &str) -> Result<bool, Fault> {
    if store::person_by_email(tx, email)?.is_some_and(|owner| owner != person) {
        return Ok(false);
    }
    tx.execute(
        "UPDATE credential SET email_key = ?2 WHERE person = ?1",
        &[&person, &store::fold(email)],
    )?;
    tx.execute("UPDATE identity SET email = ?2 WHERE person = ?1", &[&person, &email])?;
    tx.execute("DELETE FROM one_time_link WHERE person = ?1", &[&person])?;
    Ok(true)
}

/// Stores a one-time link under the hash of its token. An older link of the
/// same person and purpose stops working.
///
/// # Errors
/// A fault of the database.
pub fn add_link(
    tx: &mut Tx<'_>,
    token: &str,
    purpose: Purpose,
    person: Option<PersonId>,
    expires_at: Millis,
) -> Result<(), Fault> {
    match person {
        Some(person) => tx.execute(
            "DELETE FROM one_time_link WHERE purpose = ?1 AND person = ?2",
            &[&purpose, &person],
        ),
        None => tx.execute(
            "DELETE FROM one_time_link WHERE purpose = ?1 AND person IS NULL",
            &[&purpose],
        ),
    }?;
    tx.execute(
        "INSERT INTO one_time_link (token_hash, purpose, person, expires_at)
         VALUES (?1, ?2, ?3, ?4)",
        &[&session::hash(token), &purpose, &person, &expires_at],
    )?;
    Ok(())
}

/// Stores the link by which the owner of a new address confirms it.
///
/// # Errors
/// A fault of the database.
pub fn add_email_link(
    tx: &mut Tx<'_>,
    token: &str,
    person: PersonId,
    email: &str,
    now: Millis,
) -> Result<(), Fault> {
    add_link(tx, token, Purpose::Email, Some(person), now + EMAIL_LASTS)?;
    tx.execute(
        "UPDATE one_time_link SET email = ?2 WHERE token_hash = ?1",
        &[&session::hash(token), &email],
    )?;
    Ok(())
}

/// The new address that a link confirms, and whose it would be.
///
/// # Errors
/// A fault of the database.
pub fn look_at_email_link(
    tx: &mut Tx<'_>,
    token: &str,
    now: Millis,
) -> Result<Option<(PersonId, String)>, Fault> {
    tx.first(
        "SELECT person, email FROM one_time_link
         WHERE token_hash = ?1 AND purpose = ?2 AND expires_at > ?3",
        &[&session::hash(token), &Purpose::Email, &now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Whether a link works now, and for whom.
///
/// # Errors
/// A fault of the database.
pub fn look_at_link(
    tx: &mut Tx<'_>,
    token: &str,
    purpose: Purpose,
    now: Millis,
) -> Result<Option<Option<PersonId>>, Fault> {
    tx.first(
        "SELECT person FROM one_time_link
         WHERE token_hash = ?1 AND purpose = ?2 AND expires_at > ?3",
        &[&session::hash(token), &purpose, &now],
        |row| row.get(0),
    )
}

/// Uses a link up. `false` when it did not work any more.
///
/// # Errors
/// A fault of the database.
pub fn use_link(
    tx: &mut Tx<'_>,
    token: &str,
    purpose: Purpose,
    now: Millis,
) -> Result<bool, Fault> {
    let used = tx.execute(
        "DELETE FROM one_time_link WHERE token_hash = ?1 AND purpose = ?2 AND expires_at > ?3",
        &[&session::hash(token), &purpose, &now],
    )?;
    Ok(used == 1)
}

/// Whether anybody is an administrator, so that the site is set up.
///
/// # Errors
/// A fault of the database.
pub fn has_administrator(tx: &mut Tx<'_>, now: Millis) -> Result<bool, Fault> {
    let count: i64 = tx.one(
        "SELECT COUNT(*) FROM grant_fact
         WHERE role = 'administrator' AND started_at <= ?1 AND (ended_at IS NULL OR ended_at > ?1)",
        &[&now],
        |row| row.get(0),
    )?;
    Ok(count > 0)
}

/// Everything this crate's tables hold about a person.
///
/// # Errors
/// A fault of the database.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<Value, Fault> {
    let who = tx.first(
        "SELECT p.pseudonym, p.lang, p.created_at, p.trial_started_at, i.given_name, i.family_name,
                i.email, i.phone, i.street, i.postal_code, i.city, i.region
         FROM person p LEFT JOIN identity i ON i.person = p.id WHERE p.id = ?1",
        &[&person],
        |row| {
            let text = |index| row.get::<Option<String>>(index);
            Ok(json!({
                "pseudonym": text(0)?, "language": text(1)?,
                "registered_at_ms": row.get::<i64>(2)?,
                "trial_started_at_ms": row.get::<Option<i64>>(3)?,
                "given_name": text(4)?, "family_name": text(5)?, "email": text(6)?,
                "phone": text(7)?, "street": text(8)?, "postal_code": text(9)?,
                "city": text(10)?, "region": text(11)?,
            }))
        },
    )?;
    let earlier: Vec<Value> = likeness::earlier(tx, person)?
        .into_iter()
        .map(|(pseudonym, until)| json!({ "pseudonym": pseudonym, "until_ms": until }))
        .collect();
    let memberships = tx.query(
        "SELECT kind, basis, started_at, ended_at FROM membership WHERE person = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({
                "kind": row.get::<String>(0)?, "basis": row.get::<String>(1)?,
                "started_at_ms": row.get::<i64>(2)?, "ended_at_ms": row.get::<Option<i64>>(3)?,
            }))
        },
    )?;
    let roles: Vec<Value> = store::grants_of(tx, person)?
        .iter()
        .map(|grant| {
            json!({ "role": grant.role.word(), "scope": grant.scope,
                    "started_at_ms": grant.started_at, "ended_at_ms": grant.ended_at })
        })
        .collect();
    let sessions = tx.query(
        "SELECT device, created_at, seen_at FROM session WHERE person = ?1 ORDER BY created_at",
        &[&person],
        |row| {
            Ok(json!({ "device": row.get::<String>(0)?, "opened_at_ms": row.get::<i64>(1)?,
                       "seen_at_ms": row.get::<i64>(2)? }))
        },
    )?;
    let mails: Vec<Value> = mail::of(tx, person)?
        .iter()
        .map(|mail| {
            json!({ "kind": mail.kind, "subject": mail.subject, "state": mail.state,
                    "intended_at_ms": mail.intended_at, "settled_at_ms": mail.settled_at })
        })
        .collect();
    let log: Vec<Value> = audit::about(tx, person)?
        .iter()
        .map(|line| json!({ "at_ms": line.at, "what": line.action }))
        .collect();
    let new_email = tx.first(
        "SELECT email FROM one_time_link WHERE person = ?1 AND purpose = ?2",
        &[&person, &Purpose::Email],
        |row| row.get::<String>(0),
    )?;
    let kept_out = tx.query(
        "SELECT scope, started_at, ended_at FROM kept_out WHERE person = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({ "scope": row.get::<String>(0)?, "started_at_ms": row.get::<i64>(1)?,
                       "ended_at_ms": row.get::<Option<i64>>(2)? }))
        },
    )?;
    Ok(json!({
        "person": who, "earlier_pseudonyms": earlier, "memberships": memberships, "roles": roles, "sessions": sessions,
        "new_email_to_confirm": new_email, "kept_out": kept_out, "mails": mails, "notices": notices::export(tx, person)?,
        "feeds": key::export(tx, person)?, "push_devices": push::export(tx, person)?,
        "told_by_mail": notices::export_wishes(tx, person)?, "looked_at_or_changed": log,
        "seal": seal::export(tx, person)?,
    }))
}

/// Forgets a person. What stays is a number that means nobody, the dates of
/// memberships (the union's own statistics) and the audit log by number.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Fault> {
    session::end_all(tx, person, None)?;
    key::erase(tx, person)?;
    push::erase(tx, person)?;
    mail::withdraw(tx, person, None, now)?;
    notices::erase(tx, person)?;
    store::end_membership(tx, person, now)?;
    tx.execute("UPDATE mail SET subject = '' WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM one_time_link WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM kept_out WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM credential WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM identity WHERE person = ?1", &[&person])?;
    tx.execute(
        "UPDATE grant_fact SET ended_at = ?2
         WHERE person = ?1 AND (ended_at IS NULL OR ended_at > ?2)",
        &[&person, &now],
    )?;
    tx.execute(
        "UPDATE person SET state = 'erased', pseudonym = '', pseudonym_key = ?2,
                trial_started_at = NULL WHERE id = ?1",
        &[&person, &format!("\u{1}erased {person}")],
    )?;
    likeness::forget(tx, person)?;
    seal::erase(tx, person)?;
    store::note_pseudonym_change(tx)
}

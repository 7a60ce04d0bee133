//! The secret addresses of personal feeds: made and ended by their owner,
//! kept as hashes, each good for one feed.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::Mac;
use serde_json::{Value, json};

use crate::clock::{self, Millis};
use crate::db::Tx;
use crate::fault::{Error, Fault, Refusal};
use crate::people::{PersonId, session, store};
use crate::policy::Actor;
use crate::web::ctx::Ctx;
use crate::web::form::Form;

/// Feeds that one person may have.
const MOST: i64 = 30;

/// A feed as its owner sees it.
#[derive(Debug, Clone)]
pub struct Key {
    /// Its number.
    pub id: i64,
    /// What its owner calls it.
    pub name: String,
    /// What it follows, as its capability wrote it.
    pub follows: String,
    /// When it was made.
    pub made_at: Millis,
    /// The day on which it was last fetched, ISO 8601.
    pub used_on: Option<String>,
}

/// The secret of a feed that is made by a form. The same form gives the same
/// secret, so that sending it twice shows one address.
///
/// # Errors
/// A fault that no site has.
pub fn secret(ctx: &Ctx, form: &Form) -> Result<String, Fault> {
    let mut mac = ctx.site.mac();
    mac.update(b"feed");
    mac.update(form.nonce());
    Ok(URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

/// Makes a feed.
///
/// # Errors
/// A refusal when the person has very many; a fault of the database.
pub fn make(
    tx: &mut Tx<'_>,
    person: PersonId,
    secret: &str,
    name: &str,
    follows: &str,
    now: Millis,
) -> Result<(), Error> {
    let count: i64 =
        tx.one("SELECT COUNT(*) FROM feed_key WHERE person = ?1", &[&person], |row| row.get(0))?;
    if count >= MOST {
        return Err(Refusal::new("feeds-too-many").with("most", MOST).into());
    }
    tx.execute(
        "INSERT INTO feed_key (person, name, follows, token_hash, made_at)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        &[&person, &name, &follows, &session::hash(secret), &now],
    )?;
    Ok(())
}

/// Ends a feed of a person's own.
///
/// # Errors
/// A fault of the database.
pub fn end(tx: &mut Tx<'_>, person: PersonId, id: i64) -> Result<(), Fault> {
    tx.execute("DELETE FROM feed_key WHERE person = ?1 AND id = ?2", &[&person, &id])?;
    Ok(())
}

/// A person's feeds, newest first.
///
/// # Errors
/// A fault of the database.
pub fn of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Key>, Fault> {
    tx.query(
        "SELECT id, name, follows, made_at, used_on FROM feed_key
         WHERE person = ?1 ORDER BY id DESC",
        &[&person],
        |row| {
            Ok(Key {
                id: row.get(0)?,
                name: row.get(1)?,
                follows: row.get(2)?,
                made_at: row.get(3)?,
                used_on: row.get(4)?,
            })
        },
    )
}

/// Who reads a feed by its secret, with the facts about them now, and what it
/// follows.
///
/// # Errors
/// [`Error::NotFound`] for an address that is none, or is none any more; a
/// fault of the database.
pub async fn reader(ctx: &Ctx) -> Result<(Actor, String), Error> {
    let secret: String = ctx.param("secret")?;
    let (hash, now) = (session::hash(&secret), ctx.now);
    let trial_end = ctx.site.trial_end();
    let (actor, follows, used_on) = ctx
        .read(move |tx| {
            let found: Option<(PersonId, String, Option<String>)> = tx.first(
                "SELECT person, follows, used_on FROM feed_key WHERE token_hash = ?1",
                &[&hash],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )?;
            let (person, follows, used_on) = found.ok_or(Error::NotFound)?;
            let actor = store::actor_by_person(tx, person, now, &trial_end)?;
            Ok((actor.ok_or(Error::NotFound)?, follows, used_on))
        })
        .await?;
    let today = clock::date_of(now, &ctx.site.zone).to_string();
    if used_on.as_ref() != Some(&today) {
        let noted = ctx.site.db.write(move |tx| {
            let sql = "UPDATE feed_key SET used_on = ?2 WHERE token_hash = ?1";
            Ok(tx.execute(sql, &[&hash, &today]).map(drop)?)
        });
        // What may be read without writing stays readable on a full disk.
        if let Err(error) = noted.await {
            tracing::warn!(?error, "a feed's use is not noted");
        }
    }
    Ok((actor, follows))
}

/// What there is of a person's feeds, for that person.
pub(crate) fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Value>, Fault> {
    let keys = of(tx, person)?;
    let shown = keys.into_iter().map(|key| {
        json!({ "name": key.name, "follows": key.follows, "made_at_ms": key.made_at,
                "last_used_on": key.used_on })
    });
    Ok(shown.collect())
}

/// Ends all feeds of a person.
pub(crate) fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    tx.execute("DELETE FROM feed_key WHERE person = ?1", &[&person])?;
    Ok(())
}

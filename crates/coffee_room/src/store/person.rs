//! What the coffee room holds about one person, and forgetting it.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use serde_json::{Value, json};

use crate::model::ThreadId;
use crate::search;

/// Everything the coffee room holds about a person.
pub(crate) fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<Value, Fault> {
    let posts = tx.query(
        "SELECT p.thread, p.position, CASE WHEN p.position = 1 THEN t.title ELSE NULL END,
                p.created_at, p.edited_at, p.audience, p.state, p.hidden_reason, p.hidden_note,
                p.markdown
         FROM post p JOIN thread t ON t.id = p.thread
         WHERE p.author = ?1 ORDER BY p.created_at, p.thread, p.position",
        &[&person],
        |row| {
            Ok(json!({
                "thread": row.get::<i64>(0)?, "position": row.get::<i64>(1)?,
                "title": row.get::<Option<String>>(2)?, "written_at_ms": row.get::<i64>(3)?,
                "edited_at_ms": row.get::<Option<i64>>(4)?, "audience": row.get::<String>(5)?,
                "state": row.get::<String>(6)?, "hidden_reason": row.get::<Option<String>>(7)?,
                "hidden_note": row.get::<Option<String>>(8)?, "text": row.get::<String>(9)?,
            }))
        },
    )?;
    let versions = tx.query(
        "SELECT v.thread, v.position, v.version, v.written_at, v.title, v.markdown
         FROM post p JOIN post_version v ON v.thread = p.thread AND v.position = p.position
         WHERE p.author = ?1 ORDER BY v.thread, v.position, v.version",
        &[&person],
        |row| {
            Ok(json!({
                "thread": row.get::<i64>(0)?, "position": row.get::<i64>(1)?,
                "version": row.get::<i64>(2)?, "written_at_ms": row.get::<i64>(3)?,
                "title": row.get::<Option<String>>(4)?, "text": row.get::<String>(5)?,
            }))
        },
    )?;
    let reports = tx.query(
        "SELECT thread, position, reason, words, at, state, handled_at FROM report
         WHERE reporter = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({
                "thread": row.get::<i64>(0)?, "position": row.get::<i64>(1)?,
                "reason": row.get::<String>(2)?, "words": row.get::<String>(3)?,
                "sent_at_ms": row.get::<i64>(4)?, "outcome": row.get::<String>(5)?,
                "handled_at_ms": row.get::<Option<i64>>(6)?,
            }))
        },
    )?;
    let deeds = tx.query(
        "SELECT at, deed, thread, position, reason, note FROM moderation_log
         WHERE moderator = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({
                "at_ms": row.get::<i64>(0)?, "deed": row.get::<String>(1)?,
                "thread": row.get::<i64>(2)?, "position": row.get::<Option<i64>>(3)?,
                "reason": row.get::<Option<String>>(4)?, "note": row.get::<String>(5)?,
            }))
        },
    )?;
    let read = tx.query(
        "SELECT thread, position FROM read_marker WHERE person = ?1 ORDER BY thread",
        &[&person],
        |row| Ok(json!({ "thread": row.get::<i64>(0)?, "read_to": row.get::<i64>(1)? })),
    )?;
    let reactions = tx.query(
        "SELECT thread, position, kind, at FROM reaction WHERE person = ?1
         ORDER BY thread, position",
        &[&person],
        |row| {
            Ok(json!({
                "thread": row.get::<i64>(0)?, "position": row.get::<i64>(1)?,
                "sign": row.get::<String>(2)?, "at_ms": row.get::<i64>(3)?,
            }))
        },
    )?;
    let votes = tx.query(
        "SELECT thread, position FROM poll_voter WHERE person = ?1 ORDER BY thread, position",
        &[&person],
        |row| Ok(json!({ "thread": row.get::<i64>(0)?, "position": row.get::<i64>(1)? })),
    )?;
    Ok(json!({
        "voted_in": votes, "reactions": reactions, "posts": posts, "earlier_versions": versions, "reports": reports,
        "moderation": deeds, "read": read,
    }))
}

/// Forgets a person. Their posts stay, since others have answered them, under
/// no name; what their posts said before goes, and so do the texts that
/// moderators hid, their reports' words and how far they have read.
pub(crate) fn erase(tx: &mut Tx<'_>, person: PersonId, _now: Millis) -> Result<(), Fault> {
    tx.execute(
        "DELETE FROM post_version WHERE (thread, position) IN
            (SELECT p.thread, p.position FROM post p WHERE p.author = ?1)",
        &[&person],
    )?;
    tx.execute(
        "UPDATE thread SET title = '' WHERE author = ?1 AND title_state = 'hidden'",
        &[&person],
    )?;
    let hidden: Vec<(ThreadId, i64)> = tx.query(
        "SELECT thread, position FROM post WHERE author = ?1 AND state = 'hidden'",
        &[&person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    for (thread, position) in hidden {
        search::forget(tx, thread, position)?;
    }
    tx.execute(
        "UPDATE post SET markdown = '', html = '', hidden_note = NULL
         WHERE author = ?1 AND state = 'hidden'",
        &[&person],
    )?;
    tx.execute(
        "UPDATE thread SET revision = revision + 1
         WHERE id IN (SELECT p.thread FROM post p WHERE p.author = ?1)",
        &[&person],
    )?;
    tx.execute("UPDATE report SET reporter = NULL, words = '' WHERE reporter = ?1", &[&person])?;
    tx.execute("DELETE FROM read_marker WHERE person = ?1", &[&person])?;
    // The counts stay: they are about the posts of others, and say nothing of
    // who gave them.
    tx.execute("DELETE FROM reaction WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM poll_voter WHERE person = ?1", &[&person])?;
    Ok(())
}

/// Everybody's pseudonym, for the demonstration.
pub(crate) fn pseudonyms(tx: &mut Tx<'_>) -> Result<Vec<(PersonId, String)>, Fault> {
    tx.query("SELECT id, pseudonym FROM person WHERE state = 'active' ORDER BY id", &[], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

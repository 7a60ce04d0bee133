//! What the coffee room holds about one person, and forgetting it.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::PersonId;
use serde_json::{Value, json};

use crate::model::{AttachmentId, AttachmentKind, PictureSize, ThreadId};
use crate::store::{follow, polls};
use crate::{attachments, search};

/// What a person's poll offers, an option a line; how others voted is not theirs.
fn offered(row: &Row<'_>, index: usize) -> Result<Option<String>, Fault> {
    Ok(polls::read(row, index)?.map(|poll| poll.options_text()))
}

/// Everything the coffee room holds about a person.
pub(crate) fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<Value, Fault> {
    let posts = tx.query(
        "SELECT p.thread, p.position, CASE WHEN p.position = 1 THEN t.title ELSE NULL END,
                p.created_at, p.edited_at, p.audience, p.state, p.hidden_reason, p.hidden_note,
                p.markdown, p.poll
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
                "poll": offered(row, 10)?,
            }))
        },
    )?;
    let versions = tx.query(
        "SELECT v.thread, v.position, v.version, v.written_at, v.title, v.markdown, v.options
         FROM post p JOIN post_version v ON v.thread = p.thread AND v.position = p.position
         WHERE p.author = ?1 ORDER BY v.thread, v.position, v.version",
        &[&person],
        |row| {
            Ok(json!({
                "thread": row.get::<i64>(0)?, "position": row.get::<i64>(1)?,
                "version": row.get::<i64>(2)?, "written_at_ms": row.get::<i64>(3)?,
                "title": row.get::<Option<String>>(4)?, "text": row.get::<String>(5)?,
                "poll": row.get::<Option<String>>(6)?,
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
        "SELECT at, deed, thread, position, reason, note, room FROM moderation_log
         WHERE moderator = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({
                "at_ms": row.get::<i64>(0)?, "deed": row.get::<String>(1)?,
                "thread": row.get::<Option<i64>>(2)?, "position": row.get::<Option<i64>>(3)?,
                "reason": row.get::<Option<String>>(4)?, "note": row.get::<String>(5)?,
                "room": row.get::<Option<i64>>(6)?,
            }))
        },
    )?;
    let held = tx.query(
        "SELECT room, thread, title, markdown, audience, cause, at, state, decided_at, reason, note,
                poll
         FROM held_post WHERE author = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({
                "room": row.get::<i64>(0)?, "thread": row.get::<Option<i64>>(1)?,
                "title": row.get::<String>(2)?, "text": row.get::<String>(3)?,
                "audience": row.get::<String>(4)?, "waited_because": row.get::<String>(5)?,
                "sent_at_ms": row.get::<i64>(6)?, "outcome": row.get::<String>(7)?,
                "decided_at_ms": row.get::<Option<i64>>(8)?, "reason": row.get::<Option<String>>(9)?,
                "words_of_moderator": row.get::<Option<String>>(10)?, "poll": offered(row, 11)?,
            }))
        },
    )?;
    let measures = tx.query(
        "SELECT kind, room, reason, at, until, lifted_at, posts_per_hour FROM measure
         WHERE person = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({
                "kind": row.get::<String>(0)?, "room": row.get::<Option<i64>>(1)?,
                "reason": row.get::<String>(2)?, "at_ms": row.get::<i64>(3)?,
                "until_ms": row.get::<Option<i64>>(4)?, "ended_early_at_ms": row.get::<Option<i64>>(5)?,
                "posts_per_hour": row.get::<Option<i64>>(6)?,
            }))
        },
    )?;
    let decisions = tx.query(
        "SELECT at, deed, thread, position, reason, note, room FROM moderation_log
         WHERE about = ?1 AND deed <> 'keep' ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({
                "at_ms": row.get::<i64>(0)?, "deed": row.get::<String>(1)?,
                "thread": row.get::<Option<i64>>(2)?, "position": row.get::<Option<i64>>(3)?,
                "reason": row.get::<Option<String>>(4)?, "note": row.get::<String>(5)?,
                "room": row.get::<Option<i64>>(6)?,
            }))
        },
    )?;
    let appeals = tx.query(
        "SELECT decision, words, at, state, note, decided_at FROM appeal
         WHERE person = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({
                "decision": row.get::<i64>(0)?, "words": row.get::<String>(1)?,
                "at_ms": row.get::<i64>(2)?, "outcome": row.get::<String>(3)?,
                "note": row.get::<Option<String>>(4)?, "decided_at_ms": row.get::<Option<i64>>(5)?,
            }))
        },
    )?;
    let practice = tx.query(
        "SELECT period, started_at, ended_at FROM practice
         WHERE trainee = ?1 OR mentor = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({
                "period": row.get::<String>(0)?, "started_at_ms": row.get::<i64>(1)?,
                "ended_at_ms": row.get::<Option<i64>>(2)?,
            }))
        },
    )?;
    let opinions = tx.query(
        "SELECT item, deed, reason, note, at, decided FROM opinion WHERE trainee = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({
                "item": row.get::<String>(0)?, "deed": row.get::<String>(1)?,
                "reason": row.get::<Option<String>>(2)?, "note": row.get::<String>(3)?,
                "at_ms": row.get::<i64>(4)?, "decided": row.get::<Option<String>>(5)?,
            }))
        },
    )?;
    let claims = tx.query(
        "SELECT item, at FROM claim WHERE moderator = ?1 ORDER BY item",
        &[&person],
        |row| Ok(json!({ "item": row.get::<String>(0)?, "at_ms": row.get::<i64>(1)? })),
    )?;
    let read = tx.query(
        "SELECT thread, position FROM read_marker WHERE person = ?1 ORDER BY thread",
        &[&person],
        |row| Ok(json!({ "thread": row.get::<i64>(0)?, "read_to": row.get::<i64>(1)? })),
    )?;
    let follows = tx.query(
        "SELECT thread, state FROM follow_thread WHERE person = ?1 ORDER BY thread",
        &[&person],
        |row| Ok(json!({ "thread": row.get::<i64>(0)?, "follow": row.get::<String>(1)? })),
    )?;
    let rooms: Vec<i64> = tx.query(
        "SELECT room FROM follow_room WHERE person = ?1 ORDER BY room",
        &[&person],
        |row| row.get(0),
    )?;
    let words = follow::words(tx, person)?;
    let follows_own = follow::follows_own(tx, person)?;
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
    let mentions = tx.query(
        "SELECT thread, position FROM mention WHERE person = ?1 ORDER BY thread, position",
        &[&person],
        |row| Ok(json!({ "thread": row.get::<i64>(0)?, "position": row.get::<i64>(1)? })),
    )?;
    let votes = tx.query(
        "SELECT thread, position FROM poll_voter WHERE person = ?1 ORDER BY thread, position",
        &[&person],
        |row| Ok(json!({ "thread": row.get::<i64>(0)?, "position": row.get::<i64>(1)? })),
    )?;
    let attachments = tx.query(
        "SELECT id, description, added_at, thread, position, kind FROM attachment
         WHERE owner = ?1 ORDER BY id",
        &[&person],
        |row| {
            let id: AttachmentId = row.get(0)?;
            let address = match row.get(5)? {
                AttachmentKind::Picture => id.picture(PictureSize::Large),
                AttachmentKind::Document => id.document(),
            };
            Ok(json!({
                "address": address,
                "description": row.get::<String>(1)?, "added_at_ms": row.get::<i64>(2)?,
                "thread": row.get::<Option<i64>>(3)?, "position": row.get::<Option<i64>>(4)?,
            }))
        },
    )?;
    let apart = tx.query(
        "SELECT w.pseudonym, k.kind, k.since FROM kept_apart k JOIN person w ON w.id = k.other
         WHERE k.person = ?1 ORDER BY k.since, k.other",
        &[&person],
        |row| {
            Ok(json!({
                "pseudonym": row.get::<String>(0)?, "kind": row.get::<String>(1)?,
                "since_ms": row.get::<i64>(2)?,
            }))
        },
    )?;
    let drafts = tx.query(
        "SELECT room, thread, title, body, saved_at, options, position FROM draft
         WHERE person = ?1 ORDER BY saved_at, room, thread, position",
        &[&person],
        |row| {
            Ok(json!({
                "room": row.get::<i64>(0)?, "thread": row.get::<i64>(1)?,
                "title": row.get::<String>(2)?, "text": row.get::<String>(3)?,
                "saved_at_ms": row.get::<i64>(4)?, "poll": row.get::<String>(5)?,
                "position": row.get::<i64>(6)?,
            }))
        },
    )?;
    let bookmarks = tx.query(
        "SELECT thread, position, note, at FROM bookmark
         WHERE person = ?1 ORDER BY at, thread, position",
        &[&person],
        |row| {
            Ok(json!({
                "thread": row.get::<i64>(0)?, "position": row.get::<i64>(1)?,
                "note": row.get::<String>(2)?, "kept_at_ms": row.get::<i64>(3)?,
            }))
        },
    )?;
    Ok(json!({
        "drafts": drafts, "muted_and_blocked": apart, "bookmarks": bookmarks, "mentioned_in": mentions,
        "threads_followed": follows, "rooms_followed": rooms, "words_followed": words,
        "follows_own_threads": follows_own, "voted_in": votes, "reactions": reactions,
        "posts": posts, "earlier_versions": versions, "reports": reports,
        "moderation": deeds, "read": read, "attachments": attachments, "waited": held,
        "measures": measures, "decisions": decisions, "appeals": appeals, "practice": practice,
        "opinions": opinions, "claims": claims,
    }))
}

/// Forgets a person. Their posts stay, since others have answered them, under
/// no name; what their posts said before goes, and so do the texts that
/// moderators hid, what they attached, their reports' words and how far they have
/// read.
pub(crate) fn erase(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Fault> {
    attachments::forget_all_of(tx, person, now)?;
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
    // What was voted on goes, and with it what is left of the votes.
    tx.execute(
        "DELETE FROM poll_voter WHERE (thread, position) IN
            (SELECT p.thread, p.position FROM post p WHERE p.author = ?1 AND p.state = 'hidden')",
        &[&person],
    )?;
    tx.execute(
        "UPDATE post SET markdown = '', html = '', poll = NULL, hidden_note = NULL
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
    tx.execute("DELETE FROM bookmark WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM draft WHERE person = ?1", &[&person])?;
    // The counts stay: they are about the posts of others, and say nothing of
    // who gave them.
    tx.execute("DELETE FROM reaction WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM mention WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM poll_voter WHERE person = ?1", &[&person])?;
    tx.execute(
        "DELETE FROM untold WHERE person = ?1 OR (thread, position) IN
            (SELECT p.thread, p.position FROM post p WHERE p.author = ?1)",
        &[&person],
    )?;
    for sql in [
        "DELETE FROM follow_thread WHERE person = ?1",
        "DELETE FROM follow_room WHERE person = ?1",
        "DELETE FROM follow_word WHERE person = ?1",
        "DELETE FROM follow_asked_only WHERE person = ?1",
    ] {
        tx.execute(sql, &[&person])?;
    }
    // The log keeps that a text was let in or not, without the text.
    tx.execute(
        "UPDATE held_post SET title = '', markdown = '', poll = NULL, note = NULL,
                state = CASE state WHEN 'waiting' THEN 'withdrawn' ELSE state END
         WHERE author = ?1",
        &[&person],
    )?;
    tx.execute("UPDATE moderation_log SET note = '' WHERE about = ?1", &[&person])?;
    tx.execute("UPDATE appeal SET words = '', note = NULL WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM claim WHERE moderator = ?1", &[&person])?;
    tx.execute(
        "UPDATE opinion SET note = '',
                state = CASE state WHEN 'waiting' THEN 'void' ELSE state END
         WHERE trainee = ?1",
        &[&person],
    )?;
    tx.execute(
        "UPDATE practice SET ended_at = ?2
         WHERE (trainee = ?1 OR mentor = ?1) AND ended_at IS NULL",
        &[&person, &now],
    )?;
    tx.execute("DELETE FROM kept_apart WHERE person = ?1 OR other = ?1", &[&person])?;
    Ok(())
}

/// What a person goes by; empty for one who is erased.
pub(crate) fn pseudonym(tx: &mut Tx<'_>, person: PersonId) -> Result<String, Fault> {
    tx.one("SELECT pseudonym FROM person WHERE id = ?1", &[&person], |row| row.get(0))
}

/// Everybody's pseudonym, for the demonstration.
pub(crate) fn pseudonyms(tx: &mut Tx<'_>) -> Result<Vec<(PersonId, String)>, Fault> {
    tx.query("SELECT id, pseudonym FROM person WHERE state = 'active' ORDER BY id", &[], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

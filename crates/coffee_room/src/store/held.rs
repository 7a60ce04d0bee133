//! Texts that wait for a moderator.

use kafferum_platform::Fault;
use kafferum_platform::clock::{DAY, HOUR, MINUTE, Millis};
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::markdown;
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use crate::model::{
    Draft, Held, HeldId, HeldPlace, HeldState, HoldCause, Opening, Reason, RoomId, ThreadId,
};
use crate::polls::Poll;
use crate::rules::{Habit, SAME_LEAST, Steps};
use crate::store::measures::record;
use crate::store::tags::{list_of, tags_of};
use crate::store::{NOBODY, attachments, polls};

/// Held texts shown on one page.
const MOST: i64 = 200;

/// Posts counted at most when somebody writes; more make no difference.
const COUNTED: i64 = 300;

/// How a person has written so far. `thread`: where they write now.
pub(crate) fn habit(
    tx: &mut Tx<'_>,
    author: PersonId,
    (room, thread): (RoomId, Option<ThreadId>),
    markdown: &str,
    steps: Steps,
    now: Millis,
) -> Result<Habit, Fault> {
    // What was let in is counted as the post that it became, and a change is no
    // post. What was taken back was never there; but no one sends and takes back
    // by hand so fast that it matters in a minute.
    let mut habit = tx.one(
        "SELECT (SELECT COUNT(*) FROM post WHERE author = ?1 AND created_at > ?2)
                + (SELECT COUNT(*) FROM held_post WHERE author = ?1 AND at > ?2
                       AND state <> 'approved' AND edits IS NULL),
                (SELECT COUNT(*) FROM post WHERE author = ?1 AND created_at > ?3)
                + (SELECT COUNT(*) FROM held_post WHERE author = ?1 AND at > ?3
                       AND state IN ('waiting', 'declined') AND edits IS NULL),
                (SELECT MAX(until) FROM measure
                 WHERE person = ?1 AND kind = 'pause' AND lifted_at IS NULL
                   AND (room IS NULL OR room = ?4)),
                (SELECT MIN(posts_per_hour) FROM measure
                 WHERE person = ?1 AND kind = 'slow' AND lifted_at IS NULL AND until > ?5
                   AND (room IS NULL OR room = ?4))",
        &[&author, &(now - MINUTE), &(now - HOUR), &room, &now],
        |row| {
            Ok(Habit {
                in_minute: row.get(0)?,
                in_hour: row.get(1)?,
                paused_until: row.get(2)?,
                slowed_to: row.get(3)?,
                links: markdown.matches("://").count(),
                ..Habit::default()
            })
        },
    )?;
    habit.record = record(tx, author, COUNTED, steps, now)?;
    if markdown.chars().count() >= SAME_LEAST {
        habit.same_elsewhere = tx.one(
            "SELECT COUNT(DISTINCT thread) FROM post
             WHERE author = ?1 AND created_at > ?2 AND markdown = ?3 AND thread <> ?4",
            &[&author, &(now - DAY), &markdown, &thread.map_or(0, |thread| thread.0)],
            |row| row.get(0),
        )?;
    }
    Ok(habit)
}

/// Keeps a text until a moderator has read it.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    room: RoomId,
    place: HeldPlace,
    author: PersonId,
    draft: &Draft,
    cause: HoldCause,
    now: Millis,
) -> Result<HeldId, Fault> {
    let (edits, version) = match place {
        HeldPlace::Edit { position, version, .. } => (Some(position), Some(version)),
        _ => (None, None),
    };
    let poll = draft.poll.as_ref().map(Poll::stored).transpose()?;
    tx.one(
        "INSERT INTO held_post (room, thread, edits, version, author, title, markdown, audience,
                                cause, at, poll, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'waiting') RETURNING id",
        &[
            &room,
            &place.thread(),
            &edits,
            &version,
            &author,
            &draft.title,
            &draft.markdown,
            &draft.audience,
            &cause,
            &now,
            &poll,
        ],
        |row| row.get(0),
    )
}

macro_rules! held {
    ($rest:literal) => {
        concat!(
            "SELECT h.id, r.id,
                    CASE ?2 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                    h.thread, h.edits, h.version, h.author, w.pseudonym,
                    CASE WHEN h.title = '' THEN COALESCE(t.title, '') ELSE h.title END,
                    h.markdown, h.audience, h.cause, h.at, h.state, h.decided_at, h.reason,
                    COALESCE(h.note, ''), h.position, p.guest_position, r.open_to, h.poll,
                    h.tags, h.asks
             FROM held_post h
             LEFT JOIN thread t ON t.id = h.thread
             LEFT JOIN post p ON p.thread = h.thread AND p.position = COALESCE(h.position, h.edits)
             JOIN room r ON r.id = COALESCE(t.room, h.room)
             JOIN person w ON w.id = h.author ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> Result<Held, Fault> {
    let (thread, edits, version): (Option<ThreadId>, Option<i64>, Option<i64>) =
        (row.get(3)?, row.get(4)?, row.get(5)?);
    let position: Option<i64> = row.get(17)?;
    let place = match (thread, edits, version) {
        (Some(thread), Some(position), Some(version)) => {
            HeldPlace::Edit { thread, position, version }
        }
        // One that opened a thread is its first post.
        (Some(thread), ..) if position != Some(1) => HeldPlace::Reply(thread),
        _ => HeldPlace::Thread,
    };
    Ok(Held {
        id: row.get(0)?,
        room: row.get(1)?,
        room_name: row.get(2)?,
        open_to: row.get(19)?,
        place,
        author: row.get(6)?,
        pseudonym: row.get(7)?,
        title: row.get(8)?,
        markdown: row.get(9)?,
        attachments: Vec::new(),
        opening: Opening { tags: tags_of(&row.get::<String>(21)?), asks: row.get::<i64>(22)? == 1 },
        poll: polls::read(row, 20)?,
        audience: row.get(10)?,
        cause: row.get(11)?,
        at: row.get(12)?,
        state: row.get(13)?,
        decided_at: row.get(14)?,
        reason: row.get(15)?,
        note: row.get(16)?,
        thread,
        position,
        guest_position: row.get(18)?,
    })
}

/// Notes what a thread that waits is to be beside its first post.
pub(crate) fn set_opening(tx: &mut Tx<'_>, held: HeldId, opening: &Opening) -> Result<(), Fault> {
    let tags = list_of(&opening.tags);
    tx.execute(
        "UPDATE held_post SET tags = ?2, asks = ?3 WHERE id = ?1",
        &[&held, &tags, &i64::from(opening.asks)],
    )?;
    Ok(())
}

/// The same with what the text shows: what its author brought while they wrote
/// it, and what stands in the post already that it changes.
fn with_attachments(tx: &mut Tx<'_>, held: Held) -> Result<Held, Fault> {
    let post = match held.place {
        HeldPlace::Edit { thread, position, .. } => Some((thread, position)),
        HeldPlace::Thread | HeldPlace::Reply(_) => held.thread.zip(held.position),
    };
    let asked = markdown::attached(&held.markdown);
    Ok(Held { attachments: attachments::showable(tx, held.author, post, &asked)?, ..held })
}

/// One text that waits or waited.
pub(crate) fn held(tx: &mut Tx<'_>, held: HeldId, lang: Lang) -> Result<Option<Held>, Fault> {
    let found = tx.first(held!("WHERE h.id = ?1"), &[&held, &lang], read)?;
    found.map(|held| with_attachments(tx, held)).transpose()
}

/// What of a person's was not let in, or not yet.
pub(crate) fn not_let_in(
    tx: &mut Tx<'_>,
    author: PersonId,
    lang: Lang,
) -> Result<Vec<Held>, Fault> {
    let sql = held!(
        "WHERE h.author = ?1 AND h.state IN ('waiting', 'declined') ORDER BY h.id DESC LIMIT ?3"
    );
    tx.query(sql, &[&author, &lang, &MOST], read)
}

/// A person's own, newest first.
pub(crate) fn of(tx: &mut Tx<'_>, author: PersonId, lang: Lang) -> Result<Vec<Held>, Fault> {
    let sql = held!("WHERE h.author = ?1 ORDER BY h.at DESC, h.id DESC LIMIT ?3");
    let found = tx.query(sql, &[&author, &lang, &MOST], read)?;
    found.into_iter().map(|held| with_attachments(tx, held)).collect()
}

/// What waits in these rooms (`,1,2,`) or in all, oldest first; nothing of the
/// moderator's own, which is for another moderator to judge. Without a
/// moderator: all of it.
pub(crate) fn queue(
    tx: &mut Tx<'_>,
    rooms: Option<&str>,
    moderator: Option<PersonId>,
    lang: Lang,
) -> Result<Vec<Held>, Fault> {
    let sql = held!(
        "WHERE h.state = 'waiting' AND h.author <> ?1
           AND (CAST(?3 AS TEXT) IS NULL OR REPLACE(?3, ',' || r.id || ',', '') <> ?3)
         ORDER BY h.at, h.id LIMIT ?4"
    );
    let found = tx.query(sql, &[&moderator.unwrap_or(NOBODY), &lang, &rooms, &MOST], read)?;
    found.into_iter().map(|held| with_attachments(tx, held)).collect()
}

/// Lets a text in as the post that it became, also on appeal, and forgets what
/// it said: the post says it, and may say less some day. `false` when it was
/// let in or taken back already.
pub(crate) fn approve(
    tx: &mut Tx<'_>,
    held: HeldId,
    (thread, position): (ThreadId, i64),
    now: Millis,
) -> Result<bool, Fault> {
    let done = tx.execute(
        "UPDATE held_post SET state = 'approved', decided_at = ?4, thread = ?2, position = ?3,
                title = '', markdown = '', poll = NULL, note = NULL
         WHERE id = ?1 AND state IN ('waiting', 'declined')",
        &[&held, &thread, &position, &now],
    )?;
    Ok(done == 1)
}

/// Does not let a text in. `false` when it waits no more.
pub(crate) fn decline(
    tx: &mut Tx<'_>,
    held: HeldId,
    reason: Reason,
    note: &str,
    now: Millis,
) -> Result<bool, Fault> {
    let done = tx.execute(
        "UPDATE held_post SET state = 'declined', decided_at = ?4, reason = ?2, note = ?3
         WHERE id = ?1 AND state = 'waiting'",
        &[&held, &reason, &note, &now],
    )?;
    Ok(done == 1)
}

/// Takes back a text of one's own, and forgets what it said. `false` when it
/// waits no more.
pub(crate) fn withdraw(
    tx: &mut Tx<'_>,
    held: HeldId,
    author: PersonId,
    now: Millis,
) -> Result<bool, Fault> {
    let done = tx.execute(
        "UPDATE held_post SET state = ?3, decided_at = ?4,
                title = '', markdown = '', poll = NULL, note = NULL
         WHERE id = ?1 AND author = ?2 AND state = 'waiting'",
        &[&held, &author, &HeldState::Withdrawn, &now],
    )?;
    Ok(done == 1)
}

/// Forgets what texts said that were not let in before an instant, unless an
/// appeal waits; at most so many. How many.
pub(crate) fn forget_declined(tx: &mut Tx<'_>, before: Millis, most: i64) -> Result<u64, Fault> {
    tx.execute(
        "UPDATE held_post SET title = '', markdown = '', poll = NULL, note = NULL
         WHERE id IN (SELECT h.id FROM held_post h
                      WHERE h.state = 'declined' AND h.markdown <> '' AND h.decided_at <= ?1
                        AND NOT EXISTS (SELECT 1 FROM moderation_log l
                                        JOIN appeal a ON a.decision = l.id
                                        WHERE l.held = h.id AND a.state = 'waiting')
                      ORDER BY h.decided_at LIMIT ?2)",
        &[&before, &most],
    )
}

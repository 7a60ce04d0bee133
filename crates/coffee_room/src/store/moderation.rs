//! Reports, hidden posts and the log of what moderators did.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::notices;
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use super::{LIST, posts};
use crate::model::{
    Deed, LogLine, OwnReport, PostState, QueueRow, Reason, ReportLine, ReportState, RoomId,
    ThreadId,
};
use crate::told;

/// Reports shown in the queue at once; the rest comes when these are handled.
const QUEUE: i64 = 200;

/// Adds a report. `false` when this person's report of the post waits already.
pub(crate) fn insert_report(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    reporter: PersonId,
    reason: Reason,
    words: &str,
    now: Millis,
) -> Result<bool, Fault> {
    let new = tx.execute(
        "INSERT INTO report (thread, position, reporter, reason, words, at, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'open') ON CONFLICT DO NOTHING",
        &[&thread, &position, &reporter, &reason, &words, &now],
    )?;
    Ok(new == 1)
}

/// A person's own reports, newest first.
pub(crate) fn reports_of(
    tx: &mut Tx<'_>,
    reporter: PersonId,
    lang: Lang,
) -> Result<Vec<OwnReport>, Fault> {
    tx.query(
        "SELECT o.thread, o.position, p.guest_position,
                CASE ?2 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                o.reason, o.words, o.at, o.state, o.handled_at
         FROM report o JOIN thread t ON t.id = o.thread JOIN room r ON r.id = t.room
         JOIN post p ON p.thread = o.thread AND p.position = o.position
         WHERE o.reporter = ?1 ORDER BY o.id DESC LIMIT 100",
        &[&reporter, &lang],
        |row| {
            Ok(OwnReport {
                thread: row.get(0)?,
                position: row.get(1)?,
                guest_position: row.get(2)?,
                room_name: row.get(3)?,
                reason: row.get(4)?,
                words: row.get(5)?,
                at: row.get(6)?,
                state: row.get(7)?,
                handled_at: row.get(8)?,
            })
        },
    )
}

/// Waiting reports, oldest first, in one room or in all; none about the
/// moderator's own posts, which are for another moderator to judge.
pub(crate) fn queue(
    tx: &mut Tx<'_>,
    room: Option<RoomId>,
    moderator: PersonId,
    lang: Lang,
) -> Result<Vec<QueueRow>, Fault> {
    tx.query(
        "SELECT o.thread, o.position, t.title,
                CASE ?3 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                w.pseudonym, p.created_at, p.audience, p.html,
                COALESCE(s.pseudonym, ''), o.reason, o.words, o.at
         FROM report o
         JOIN thread t ON t.id = o.thread
         JOIN room r ON r.id = t.room
         JOIN post p ON p.thread = o.thread AND p.position = o.position
         JOIN person w ON w.id = p.author
         LEFT JOIN person s ON s.id = o.reporter
         WHERE o.state = 'open' AND p.author <> ?1
           AND (CAST(?2 AS BIGINT) IS NULL OR t.room = CAST(?2 AS BIGINT))
         ORDER BY o.at, o.id LIMIT ?4",
        &[&moderator, &room, &lang, &QUEUE],
        |row| {
            Ok(QueueRow {
                thread: row.get(0)?,
                position: row.get(1)?,
                title: row.get(2)?,
                room_name: row.get(3)?,
                author: row.get(4)?,
                created_at: row.get(5)?,
                audience: row.get(6)?,
                html: row.get(7)?,
                report: ReportLine {
                    reporter: row.get(8)?,
                    reason: row.get(9)?,
                    words: row.get(10)?,
                    at: row.get(11)?,
                },
            })
        },
    )
}

/// Settles every waiting report of a post; says how many there were.
pub(crate) fn settle_reports(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    state: ReportState,
    now: Millis,
) -> Result<u64, Fault> {
    tx.execute(
        "UPDATE report SET state = ?3, handled_at = ?4
         WHERE thread = ?1 AND position = ?2 AND state = 'open'",
        &[&thread, &position, &state, &now],
    )
}

/// Takes a post out of sight, its thread's title with an opening post. `false`
/// when it was hidden already.
pub(crate) fn hide(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    reason: Reason,
    note: &str,
) -> Result<bool, Fault> {
    let hidden = tx.execute(
        "UPDATE post SET state = 'hidden', hidden_reason = ?3, hidden_note = ?4
         WHERE thread = ?1 AND position = ?2 AND state = 'shown'",
        &[&thread, &position, &reason, &note],
    )?;
    posts::note_revision(tx, thread)?;
    notices::withdraw(tx, &told::key(thread, position))?;
    set_title_state(tx, thread, position, PostState::Hidden)?;
    Ok(hidden == 1)
}

/// Shows a hidden post again, and says so to those who reported it. `false`
/// when it is shown already.
pub(crate) fn restore(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    now: Millis,
) -> Result<bool, Fault> {
    let shown = tx.execute(
        "UPDATE post SET state = 'shown', hidden_reason = NULL, hidden_note = NULL
         WHERE thread = ?1 AND position = ?2 AND state = 'hidden'",
        &[&thread, &position],
    )?;
    posts::note_revision(tx, thread)?;
    set_title_state(tx, thread, position, PostState::Shown)?;
    tx.execute(
        "UPDATE report SET state = 'kept', handled_at = ?3
         WHERE thread = ?1 AND position = ?2 AND state = 'hidden'",
        &[&thread, &position, &now],
    )?;
    Ok(shown == 1)
}

fn set_title_state(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    state: PostState,
) -> Result<(), Fault> {
    if position == 1 {
        tx.execute("UPDATE thread SET title_state = ?2 WHERE id = ?1", &[&thread, &state])?;
    }
    Ok(())
}

/// A line for the log, in the transaction of the deed.
pub(crate) struct Entry<'e> {
    pub moderator: PersonId,
    pub deed: Deed,
    pub thread: ThreadId,
    pub position: Option<i64>,
    pub reason: Option<Reason>,
    pub note: &'e str,
}

/// Writes a line of the log.
pub(crate) fn log(tx: &mut Tx<'_>, entry: &Entry<'_>, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO moderation_log (at, moderator, deed, thread, position, reason, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &[
            &now,
            &entry.moderator,
            &entry.deed,
            &entry.thread,
            &entry.position,
            &entry.reason,
            &entry.note,
        ],
    )?;
    Ok(())
}

/// The log before a line, newest first; one more than a page holds. Its public
/// part does not tell which posts were reported and left as they are.
pub(crate) fn log_before(
    tx: &mut Tx<'_>,
    before: i64,
    is_moderator: bool,
    lang: Lang,
) -> Result<Vec<LogLine>, Fault> {
    tx.query(
        "SELECT l.id, l.at, w.pseudonym, l.deed, l.thread, t.title, l.position,
                CASE ?2 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                l.reason, l.note
         FROM moderation_log l
         JOIN person w ON w.id = l.moderator
         JOIN thread t ON t.id = l.thread
         JOIN room r ON r.id = t.room
         WHERE l.id < ?1 AND (CAST(?4 AS BIGINT) = 1 OR l.deed <> 'keep')
         ORDER BY l.id DESC LIMIT ?3",
        &[&before, &lang, &(LIST + 1), &i64::from(is_moderator)],
        |row| {
            Ok(LogLine {
                id: row.get(0)?,
                at: row.get(1)?,
                moderator: row.get(2)?,
                deed: row.get(3)?,
                thread: row.get(4)?,
                title: row.get(5)?,
                position: row.get(6)?,
                room_name: row.get(7)?,
                reason: row.get(8)?,
                note: row.get(9)?,
            })
        },
    )
}

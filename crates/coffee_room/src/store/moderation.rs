//! Reports, hidden posts and the log of what moderators did.

use kafferum_platform::Fault;
use kafferum_platform::clock::{HOUR, Millis};
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::notices;
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use super::{LIST, NOBODY, polls, posts};
use crate::doors::Doors;
use crate::model::{
    DecisionId, Deed, HeldId, LogLine, MeasureId, OwnReport, PostState, QueueRow, Reason,
    ReportLine, ReportState, RoomId, ThreadId,
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

/// Reports that somebody writes unusually much, once for all that waits of it;
/// whether it was news.
pub(crate) fn report_flood(
    tx: &mut Tx<'_>,
    (thread, position): (ThreadId, i64),
    author: PersonId,
    now: Millis,
) -> Result<bool, Fault> {
    let new = tx.execute(
        "INSERT INTO report (thread, position, reporter, reason, words, at, state)
         SELECT CAST(?1 AS BIGINT), CAST(?2 AS BIGINT), NULL, 'rate', '', CAST(?4 AS BIGINT), 'open'
         WHERE NOT EXISTS (
             SELECT 1 FROM report o JOIN post p ON p.thread = o.thread AND p.position = o.position
             WHERE p.author = ?3 AND o.reason = 'rate'
               AND (o.state = 'open' OR o.handled_at > ?5))",
        &[&thread, &position, &author, &now, &(now - HOUR)],
    )?;
    Ok(new == 1)
}

/// Reports, once for each post, that somebody's name stands in it; whether it
/// was news.
pub(crate) fn report_name(
    tx: &mut Tx<'_>,
    (thread, position): (ThreadId, i64),
    now: Millis,
) -> Result<bool, Fault> {
    let new = tx.execute(
        "INSERT INTO report (thread, position, reporter, reason, words, at, state)
         SELECT CAST(?1 AS BIGINT), CAST(?2 AS BIGINT), NULL, 'name', '', CAST(?3 AS BIGINT), 'open'
         WHERE NOT EXISTS (SELECT 1 FROM report
                           WHERE thread = ?1 AND position = ?2 AND reason = 'name')",
        &[&thread, &position, &now],
    )?;
    Ok(new == 1)
}

/// A person's own reports in the rooms that they may enter, newest first.
pub(crate) fn reports_of(
    tx: &mut Tx<'_>,
    reporter: PersonId,
    doors: &Doors,
    lang: Lang,
) -> Result<Vec<OwnReport>, Fault> {
    tx.query(
        "SELECT o.thread, o.position, p.guest_position,
                CASE ?2 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                o.reason, o.words, o.at, o.state, o.handled_at
         FROM report o JOIN thread t ON t.id = o.thread JOIN room r ON r.id = t.room
         JOIN post p ON p.thread = o.thread AND p.position = o.position
         WHERE o.reporter = ?1 AND REPLACE(?3, ',' || t.room || ',', '') <> ?3
         ORDER BY o.id DESC LIMIT 100",
        &[&reporter, &lang, &doors.list()],
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

/// Waiting reports, oldest first, in these rooms (`,1,2,`) or in all; none
/// about the moderator's own posts, which are for another moderator to judge.
/// Without a moderator: all of them.
pub(crate) fn queue(
    tx: &mut Tx<'_>,
    rooms: Option<&str>,
    moderator: Option<PersonId>,
    lang: Lang,
) -> Result<Vec<QueueRow>, Fault> {
    tx.query(
        "SELECT o.thread, o.position, t.title,
                CASE ?3 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                w.pseudonym, p.audience, p.html,
                COALESCE(s.pseudonym, ''), o.reason, o.words, o.at, t.room, p.author,
                p.poll
         FROM report o
         JOIN thread t ON t.id = o.thread
         JOIN room r ON r.id = t.room
         JOIN post p ON p.thread = o.thread AND p.position = o.position
         JOIN person w ON w.id = p.author
         LEFT JOIN person s ON s.id = o.reporter
         WHERE o.state = 'open' AND p.author <> ?1
           AND (CAST(?2 AS TEXT) IS NULL OR REPLACE(?2, ',' || t.room || ',', '') <> ?2)
         ORDER BY o.at, o.id LIMIT ?4",
        &[&moderator.unwrap_or(NOBODY), &rooms, &lang, &QUEUE],
        |row| {
            Ok(QueueRow {
                thread: row.get(0)?,
                position: row.get(1)?,
                room: row.get(11)?,
                title: row.get(2)?,
                room_name: row.get(3)?,
                author: row.get(12)?,
                pseudonym: row.get(4)?,
                audience: row.get(5)?,
                html: row.get(6)?,
                poll: polls::read(row, 13)?,
                report: read_report(row, 7)?,
            })
        },
    )
}

/// How many things wait in these rooms (`,1,2,`) or in all for a moderator:
/// reported posts, texts and appeals of those they have no case with of their
/// own making. Who blocks them is not left out, since somebody who blocks all
/// moderators is decided about by them.
pub(crate) fn waiting_for(
    tx: &mut Tx<'_>,
    rooms: Option<&str>,
    moderator: PersonId,
) -> Result<i64, Fault> {
    tx.one(
        "SELECT
         (SELECT COUNT(*) FROM
             (SELECT DISTINCT o.thread, o.position FROM report o
              JOIN thread t ON t.id = o.thread
              JOIN post p ON p.thread = o.thread AND p.position = o.position
              WHERE o.state = 'open' AND p.author <> ?1
                AND (CAST(?2 AS TEXT) IS NULL OR REPLACE(?2, ',' || t.room || ',', '') <> ?2)
                AND NOT EXISTS (SELECT 1 FROM report m WHERE m.thread = o.thread
                                   AND m.position = o.position AND m.reporter = ?1)
                AND NOT EXISTS (SELECT 1 FROM kept_apart k WHERE k.person = ?1
                                   AND k.other = p.author AND k.kind = 'block')
                AND NOT EXISTS (SELECT 1 FROM appeal a JOIN moderation_log l ON l.id = a.decision
                                WHERE a.person = p.author AND a.state = 'waiting'
                                  AND (l.moderator = ?1 OR l.trainee = ?1))) u)
         + (SELECT COUNT(*) FROM held_post h LEFT JOIN thread t ON t.id = h.thread
            WHERE h.state = 'waiting' AND h.author <> ?1
              AND (CAST(?2 AS TEXT) IS NULL
                   OR REPLACE(?2, ',' || COALESCE(t.room, h.room) || ',', '') <> ?2)
              AND NOT EXISTS (SELECT 1 FROM kept_apart k WHERE k.person = ?1
                                 AND k.other = h.author AND k.kind = 'block')
              AND NOT EXISTS (SELECT 1 FROM appeal a JOIN moderation_log l ON l.id = a.decision
                              WHERE a.person = h.author AND a.state = 'waiting'
                                AND (l.moderator = ?1 OR l.trainee = ?1)))
         + (SELECT COUNT(*) FROM appeal a JOIN moderation_log l ON l.id = a.decision
            LEFT JOIN thread t ON t.id = l.thread
            WHERE a.state = 'waiting' AND a.person <> ?1 AND l.moderator <> ?1
              AND (l.trainee IS NULL OR l.trainee <> ?1)
              AND (CAST(?2 AS TEXT) IS NULL
                   OR REPLACE(?2, ',' || COALESCE(t.room, l.room) || ',', '') <> ?2)
              AND NOT EXISTS (SELECT 1 FROM report m WHERE m.thread = l.thread
                                 AND m.position = l.position AND m.reporter = ?1)
              AND NOT EXISTS (SELECT 1 FROM kept_apart k WHERE k.person = ?1
                                 AND k.other = a.person AND k.kind = 'block'))",
        &[&moderator, &rooms],
        |row| row.get(0),
    )
}

fn read_report(row: &Row<'_>, first: usize) -> Result<ReportLine, Fault> {
    Ok(ReportLine {
        reporter: row.get(first)?,
        reason: row.get(first + 1)?,
        words: row.get(first + 2)?,
        at: row.get(first + 3)?,
    })
}

/// The waiting reports of one post, oldest first.
pub(crate) fn waiting_reports(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
) -> Result<Vec<ReportLine>, Fault> {
    tx.query(
        "SELECT COALESCE(s.pseudonym, ''), o.reason, o.words, o.at
         FROM report o LEFT JOIN person s ON s.id = o.reporter
         WHERE o.thread = ?1 AND o.position = ?2 AND o.state = 'open' ORDER BY o.at, o.id",
        &[&thread, &position],
        |row| read_report(row, 0),
    )
}

/// How many reports a person has made since an instant.
pub(crate) fn reports_since(
    tx: &mut Tx<'_>,
    reporter: PersonId,
    since: Millis,
) -> Result<i64, Fault> {
    tx.one(
        "SELECT COUNT(*) FROM report WHERE reporter = ?1 AND at > ?2",
        &[&reporter, &since],
        |row| row.get(0),
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
    (reason, note): (Reason, &str),
    now: Millis,
) -> Result<bool, Fault> {
    let hidden = tx.execute(
        "UPDATE post SET state = 'hidden', hidden_reason = ?3, hidden_note = ?4
         WHERE thread = ?1 AND position = ?2 AND state = 'shown'",
        &[&thread, &position, &reason, &note],
    )?;
    posts::note_revision(tx, thread)?;
    notices::withdraw(tx, &told::key(thread, position), now)?;
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

/// The number of the last line of the log about a post; 0 when there is none.
pub(crate) fn last_decision(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
) -> Result<i64, Fault> {
    tx.one(
        "SELECT COALESCE(MAX(id), 0) FROM moderation_log WHERE thread = ?1 AND position = ?2",
        &[&thread, &position],
        |row| row.get(0),
    )
}

/// A line for the log, in the transaction of the deed. What a deed is not
/// about is left as [`Entry::new`] has it; the room of a thread is filled in.
pub(crate) struct Entry<'e> {
    pub moderator: PersonId,
    pub deed: Deed,
    pub room: Option<RoomId>,
    pub thread: Option<ThreadId>,
    pub position: Option<i64>,
    pub held: Option<HeldId>,
    pub measure: Option<MeasureId>,
    /// Who is told, and may appeal.
    pub about: Option<PersonId>,
    /// Who proposed it in training.
    pub trainee: Option<PersonId>,
    pub reason: Option<Reason>,
    pub note: &'e str,
}

impl Entry<'_> {
    /// A line that says who and what alone.
    pub(crate) const fn new(moderator: PersonId, deed: Deed) -> Self {
        Self {
            moderator,
            deed,
            room: None,
            thread: None,
            position: None,
            held: None,
            measure: None,
            about: None,
            trainee: None,
            reason: None,
            note: "",
        }
    }
}

/// Writes a line of the log; its number.
pub(crate) fn log(tx: &mut Tx<'_>, entry: &Entry<'_>, now: Millis) -> Result<DecisionId, Fault> {
    tx.one(
        "INSERT INTO moderation_log (at, moderator, deed, room, thread, position, held,
                                     measure, about, trainee, reason, note)
         VALUES (?1, ?2, ?3, COALESCE(?4, (SELECT room FROM thread WHERE id = ?5)), ?5, ?6, ?7,
                 ?8, ?9, ?10, ?11, ?12)
         RETURNING id",
        &[
            &now,
            &entry.moderator,
            &entry.deed,
            &entry.room,
            &entry.thread,
            &entry.position,
            &entry.held,
            &entry.measure,
            &entry.about,
            &entry.trainee,
            &entry.reason,
            &entry.note,
        ],
        |row| row.get(0),
    )
}

/// The log before a line, of the rooms that the reader may enter, newest first;
/// one more than a page holds. Its public part does not tell which posts were
/// reported and left as they are, nor which texts waited; who moderates a room
/// (`moderated`: `,1,2,`) reads all of it there.
pub(crate) fn log_before(
    tx: &mut Tx<'_>,
    before: i64,
    moderated: &str,
    doors: &Doors,
    lang: Lang,
) -> Result<Vec<LogLine>, Fault> {
    tx.query(
        "SELECT l.id, l.at, w.pseudonym, l.deed, l.thread, COALESCE(t.title, h.title, ''),
                l.position, l.held, r.id,
                COALESCE(CASE ?2 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv
                         ELSE r.name_en END, ''),
                l.reason, l.note, l.measure, l.trainee
         FROM moderation_log l
         JOIN person w ON w.id = l.moderator
         LEFT JOIN thread t ON t.id = l.thread
         LEFT JOIN held_post h ON h.id = l.held
         LEFT JOIN room r ON r.id = COALESCE(t.room, l.room)
         WHERE l.id < ?1
           AND (l.deed NOT IN ('keep', 'approve', 'decline')
                OR REPLACE(?4, ',' || r.id || ',', '') <> ?4)
           AND (r.id IS NULL OR REPLACE(?5, ',' || r.id || ',', '') <> ?5)
         ORDER BY l.id DESC LIMIT ?3",
        &[&before, &lang, &(LIST + 1), &moderated, &doors.list()],
        |row| {
            Ok(LogLine {
                id: row.get(0)?,
                at: row.get(1)?,
                moderator: row.get(2)?,
                deed: row.get(3)?,
                thread: row.get(4)?,
                title: row.get(5)?,
                position: row.get(6)?,
                held: row.get(7)?,
                room: row.get(8)?,
                room_name: row.get(9)?,
                reason: row.get(10)?,
                note: row.get(11)?,
                measure: row.get(12)?,
                is_proposed: row.get::<Option<PersonId>>(13)?.is_some(),
            })
        },
    )
}

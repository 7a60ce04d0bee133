//! Measures about people, decisions as those whom they are about see them,
//! appeals.

use kafferum_platform::Fault;
use kafferum_platform::clock::{DAY, Millis};
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use crate::model::{
    Appeal, AppealId, AppealState, Decision, DecisionId, Measure, MeasureId, MeasureKind, Reason,
    Record, RoomId, ThreadId,
};
use crate::rules::{BREAK, LONG_BREAK, Steps};

/// Rows shown on one page.
const MOST: i64 = 200;

/// A measure as it is written.
pub(crate) struct NewRow {
    pub person: PersonId,
    pub room: Option<RoomId>,
    pub kind: MeasureKind,
    pub posts_per_hour: Option<i64>,
    pub reason: Reason,
    pub until: Option<Millis>,
    pub kept_out: Option<i64>,
    /// The last line of the log about the person.
    pub after: i64,
}

/// Writes a measure; its line of the log comes after it. `None` when another
/// was taken meanwhile.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    new: &NewRow,
    now: Millis,
) -> Result<Option<MeasureId>, Fault> {
    tx.first(
        "INSERT INTO measure (person, room, kind, posts_per_hour, reason, at, until, kept_out,
                              after_line)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING RETURNING id",
        &[
            &new.person,
            &new.room,
            &new.kind,
            &new.posts_per_hour,
            &new.reason,
            &now,
            &new.until,
            &new.kept_out,
            &new.after,
        ],
        |row| row.get(0),
    )
}

/// The number of the last line of the log about a person; 0 when there is none.
pub(crate) fn last_about(tx: &mut Tx<'_>, person: PersonId) -> Result<i64, Fault> {
    tx.one("SELECT COALESCE(MAX(id), 0) FROM moderation_log WHERE about = ?1", &[&person], |row| {
        row.get(0)
    })
}

macro_rules! measure {
    ($rest:literal) => {
        concat!(
            "SELECT m.id, m.person, w.pseudonym, m.room,
                    COALESCE(CASE ?2 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv
                             ELSE r.name_en END, ''),
                    r.open_to, m.kind, m.posts_per_hour, m.reason, m.at, m.until, m.lifted_at,
                    (SELECT MIN(l.id) FROM moderation_log l WHERE l.measure = m.id), m.kept_out
             FROM measure m
             JOIN person w ON w.id = m.person
             LEFT JOIN room r ON r.id = m.room ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> Result<Measure, Fault> {
    Ok(Measure {
        id: row.get(0)?,
        person: row.get(1)?,
        pseudonym: row.get(2)?,
        room: row.get(3)?,
        room_name: row.get(4)?,
        open_to: row.get(5)?,
        kind: row.get(6)?,
        posts_per_hour: row.get(7)?,
        reason: row.get(8)?,
        at: row.get(9)?,
        until: row.get(10)?,
        lifted_at: row.get(11)?,
        decision: row.get(12)?,
        kept_out: row.get(13)?,
    })
}

/// One measure.
pub(crate) fn measure(
    tx: &mut Tx<'_>,
    measure: MeasureId,
    lang: Lang,
) -> Result<Option<Measure>, Fault> {
    tx.first(measure!("WHERE m.id = ?1"), &[&measure, &lang], read)
}

/// All measures about a person, newest first.
pub(crate) fn about(tx: &mut Tx<'_>, person: PersonId, lang: Lang) -> Result<Vec<Measure>, Fault> {
    let sql = measure!("WHERE m.person = ?1 ORDER BY m.id DESC LIMIT ?3");
    tx.query(sql, &[&person, &lang, &MOST], read)
}

/// Lifts a measure. `false` when it was lifted already.
pub(crate) fn lift(tx: &mut Tx<'_>, measure: MeasureId, now: Millis) -> Result<bool, Fault> {
    let done = tx.execute(
        "UPDATE measure SET lifted_at = ?2 WHERE id = ?1 AND lifted_at IS NULL",
        &[&measure, &now],
    )?;
    Ok(done == 1)
}

/// Until when a person may not write in a room.
pub(crate) fn paused_until(
    tx: &mut Tx<'_>,
    person: PersonId,
    room: RoomId,
) -> Result<Option<Millis>, Fault> {
    tx.one(
        "SELECT MAX(until) FROM measure
         WHERE person = ?1 AND kind = 'pause' AND lifted_at IS NULL
           AND (room IS NULL OR room = ?2)",
        &[&person, &room],
        |row| row.get(0),
    )
}

/// The newest posts whose thanks count. Each is looked up whenever its author
/// writes.
const THANKED: i64 = 50;

/// How a person stands in the coffee room; their posts counted up to `most`.
/// Since when they write without a break is found by steps of a break's length
/// back from their last post, as far as they must have written to be known.
pub(crate) fn record(
    tx: &mut Tx<'_>,
    person: PersonId,
    most: i64,
    steps: Steps,
    now: Millis,
) -> Result<Record, Fault> {
    let (posts, days) = steps.known;
    tx.one(
        "WITH RECURSIVE here (length, newest, since) AS (
             SELECT b.length,
                    (SELECT MIN(n.created_at) FROM (SELECT created_at FROM post
                        WHERE author = ?1 AND state = 'shown'
                        ORDER BY created_at DESC LIMIT ?5) n),
                    (SELECT MAX(created_at) FROM post WHERE author = ?1)
             FROM (SELECT CAST(?7 AS BIGINT) AS length UNION SELECT CAST(?8 AS BIGINT)) b
             UNION
             SELECT h.length, h.newest,
                    (SELECT MIN(p.created_at) FROM post p
                     WHERE p.author = ?1 AND p.created_at > h.since - h.length)
             FROM here h WHERE h.since > ?6 OR h.since > h.newest)
         SELECT (SELECT MIN(created_at) FROM post WHERE author = ?1),
                (SELECT MAX(created_at) FROM post WHERE author = ?1),
                (SELECT COUNT(*) FROM (SELECT thread FROM post
                    WHERE author = ?1 AND state = 'shown' LIMIT ?3) s),
                (SELECT COUNT(*) FROM post WHERE author = ?1 AND state = 'hidden'),
                (SELECT COUNT(*) FROM measure m WHERE m.person = ?1 AND m.at > ?2
                    AND NOT EXISTS (SELECT 1 FROM moderation_log l
                                    JOIN appeal a ON a.decision = l.id
                                    WHERE l.measure = m.id AND a.state = 'overturned')),
                (SELECT COUNT(*) FROM report WHERE reporter = ?1
                    AND state IN ('hidden', 'edited')),
                (SELECT COUNT(*) FROM report WHERE reporter = ?1 AND state = 'kept'),
                (SELECT CAST(COALESCE(SUM(s.thanks), 0) AS BIGINT) FROM (SELECT thanks FROM post
                    WHERE author = ?1 AND state = 'shown'
                    ORDER BY created_at DESC LIMIT ?4) s),
                (SELECT MIN(newest) FROM here),
                (SELECT MIN(since) FROM here WHERE length = ?7),
                (SELECT MIN(since) FROM here WHERE length = ?8)",
        &[
            &person,
            &(now - 365 * DAY),
            &most,
            &THANKED,
            &posts.max(1),
            &(now - days * DAY),
            &BREAK,
            &LONG_BREAK,
        ],
        |row| {
            Ok(Record {
                first_at: row.get(0)?,
                last_at: row.get(1)?,
                stood: row.get(2)?,
                hidden: row.get(3)?,
                measures: row.get(4)?,
                right_reports: row.get(5)?,
                wrong_reports: row.get(6)?,
                thanks: row.get(7)?,
                newest_since: row.get(8)?,
                here_since: row.get(9)?,
                long_here_since: row.get(10)?,
            })
        },
    )
}

macro_rules! decision {
    ($rest:literal) => {
        concat!(
            "SELECT l.id, l.at, l.moderator, l.deed, r.id,
                    COALESCE(CASE ?2 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv
                             ELSE r.name_en END, ''),
                    r.open_to, l.thread, l.position, l.held, l.measure, l.about,
                    l.reason, l.note, a.state, l.trainee
             FROM moderation_log l
             LEFT JOIN thread t ON t.id = l.thread
             LEFT JOIN room r ON r.id = COALESCE(t.room, l.room)
             LEFT JOIN appeal a ON a.decision = l.id ",
            $rest
        )
    };
}

fn read_decision(row: &Row<'_>) -> Result<Decision, Fault> {
    Ok(Decision {
        id: row.get(0)?,
        at: row.get(1)?,
        moderator: row.get(2)?,
        deed: row.get(3)?,
        room: row.get(4)?,
        room_name: row.get(5)?,
        open_to: row.get(6)?,
        thread: row.get(7)?,
        position: row.get(8)?,
        held: row.get(9)?,
        measure: row.get(10)?,
        about: row.get(11)?,
        reason: row.get(12)?,
        note: row.get(13)?,
        appeal: row.get(14)?,
        trainee: row.get(15)?,
    })
}

/// One decision.
pub(crate) fn decision(
    tx: &mut Tx<'_>,
    decision: DecisionId,
    lang: Lang,
) -> Result<Option<Decision>, Fault> {
    tx.first(decision!("WHERE l.id = ?1"), &[&decision, &lang], read_decision)
}

/// What was decided about a person and told to them, newest first.
pub(crate) fn decisions_about(
    tx: &mut Tx<'_>,
    person: PersonId,
    lang: Lang,
) -> Result<Vec<Decision>, Fault> {
    let sql = decision!(
        "WHERE l.about = ?1
           AND l.deed IN ('hide', 'decline', 'redact', 'warn', 'slow', 'pause', 'remove')
         ORDER BY l.id DESC LIMIT ?3"
    );
    tx.query(sql, &[&person, &lang, &MOST], read_decision)
}

/// The last line of the log about a post.
pub(crate) fn last_decision(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
) -> Result<Option<DecisionId>, Fault> {
    tx.one(
        "SELECT MAX(id) FROM moderation_log WHERE thread = ?1 AND position = ?2
           AND deed IN ('hide', 'restore')",
        &[&thread, &position],
        |row| row.get(0),
    )
}

/// Writes an appeal; `None` when there is one against this decision.
pub(crate) fn insert_appeal(
    tx: &mut Tx<'_>,
    decision: DecisionId,
    person: PersonId,
    words: &str,
    now: Millis,
) -> Result<Option<AppealId>, Fault> {
    tx.first(
        "INSERT INTO appeal (decision, person, words, at, state)
         VALUES (?1, ?2, ?3, ?4, 'waiting') ON CONFLICT DO NOTHING RETURNING id",
        &[&decision, &person, &words, &now],
        |row| row.get(0),
    )
}

macro_rules! appeal {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.decision, a.person, w.pseudonym, a.words, a.at, a.state, a.decided_at,
                    COALESCE(a.note, '')
             FROM appeal a JOIN person w ON w.id = a.person ",
            $rest
        )
    };
}

fn read_appeal(row: &Row<'_>) -> Result<Appeal, Fault> {
    Ok(Appeal {
        id: row.get(0)?,
        decision: row.get(1)?,
        person: row.get(2)?,
        pseudonym: row.get(3)?,
        words: row.get(4)?,
        at: row.get(5)?,
        state: row.get(6)?,
        decided_at: row.get(7)?,
        note: row.get(8)?,
    })
}

/// One appeal.
pub(crate) fn appeal(tx: &mut Tx<'_>, appeal: AppealId) -> Result<Option<Appeal>, Fault> {
    tx.first(appeal!("WHERE a.id = ?1"), &[&appeal], read_appeal)
}

/// The appeal against a decision.
pub(crate) fn appeal_against(
    tx: &mut Tx<'_>,
    decision: DecisionId,
) -> Result<Option<Appeal>, Fault> {
    tx.first(appeal!("WHERE a.decision = ?1"), &[&decision], read_appeal)
}

/// Every appeal that waits, oldest first.
pub(crate) fn waiting_appeals(tx: &mut Tx<'_>) -> Result<Vec<Appeal>, Fault> {
    let sql = appeal!("WHERE a.state = 'waiting' ORDER BY a.at, a.id LIMIT ?1");
    tx.query(sql, &[&MOST], read_appeal)
}

/// Decides an appeal. `false` when it waits no more.
pub(crate) fn decide_appeal(
    tx: &mut Tx<'_>,
    appeal: AppealId,
    state: AppealState,
    note: &str,
    now: Millis,
) -> Result<bool, Fault> {
    let done = tx.execute(
        "UPDATE appeal SET state = ?2, note = ?3, decided_at = ?4
         WHERE id = ?1 AND state = 'waiting'",
        &[&appeal, &state, &note, &now],
    )?;
    Ok(done == 1)
}

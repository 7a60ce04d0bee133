//! Threads that were opened as questions, and what answers them.

use kafferum_platform::Fault;
use kafferum_platform::clock::{DAY, Millis};
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use super::posts;
use super::rooms::{members_line, read_line};
use crate::doors::Doors;
use crate::model::{MOST_UNREAD, ThreadId, ThreadLine};

/// Opens a thread as a question.
pub(crate) fn ask(tx: &mut Tx<'_>, thread: ThreadId) -> Result<(), Fault> {
    tx.execute("UPDATE thread SET asks = 1 WHERE id = ?1", &[&thread])?;
    Ok(())
}

/// Says which post answers a thread, or that none does.
pub(crate) fn set_answer(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: Option<i64>,
) -> Result<(), Fault> {
    tx.execute("UPDATE thread SET answer = ?2 WHERE id = ?1", &[&thread, &position])?;
    posts::note_revision(tx, thread)
}

/// Questions with posts are looked through for a reply while they are younger
/// than this: older ones with posts have been talked about, and are many.
const RECENT: Millis = 60 * DAY;

/// Questions to which nobody but who asked has written what can be read.
macro_rules! unanswered {
    ($recent:literal) => {
        concat!(
            "SELECT a.id FROM thread a
             WHERE a.asks = 1 AND a.last_position = 1 AND a.answer IS NULL AND a.state = 'open'
             UNION ALL
             SELECT a.id FROM thread a
             WHERE a.asks = 1 AND a.answer IS NULL AND a.state = 'open' AND a.last_position > 1
               AND a.opened_at > ",
            $recent,
            " AND NOT EXISTS (SELECT 1 FROM post p
                              WHERE p.thread = a.id AND p.author <> a.author AND p.state = 'shown')"
        )
    };
}

/// Questions without a reply, the longest waiting first, in the rooms that the
/// reader may enter. For those who see what members see.
pub(crate) fn waiting(
    tx: &mut Tx<'_>,
    reader: PersonId,
    doors: &Doors,
    before: Millis,
    most: i64,
    lang: Lang,
) -> Result<Vec<ThreadLine>, Fault> {
    let sql = concat!(
        members_line!(),
        "WHERE t.id IN (",
        unanswered!("?6"),
        ") AND t.title_state = 'shown' AND t.opened_at <= ?3 AND t.author <> ?1
           AND REPLACE(?4, ',' || t.room || ',', '') <> ?4
         ORDER BY t.opened_at, t.id LIMIT ?5"
    );
    tx.query(sql, &[&reader, &lang, &before, &doors.list(), &most, &(before - RECENT)], read_line)
}

/// How many questions wait, counted so far as unread threads are.
pub(crate) fn count_waiting(
    tx: &mut Tx<'_>,
    reader: PersonId,
    doors: &Doors,
    before: Millis,
) -> Result<i64, Fault> {
    tx.one(
        concat!(
            "SELECT COUNT(*) FROM
            (SELECT t.id FROM thread t
             WHERE t.id IN (",
            unanswered!("?5"),
            ") AND t.title_state = 'shown' AND t.opened_at <= ?2 AND t.author <> ?1
               AND REPLACE(?3, ',' || t.room || ',', '') <> ?3
             LIMIT ?4) q"
        ),
        &[&reader, &before, &doors.list(), &MOST_UNREAD, &(before - RECENT)],
        |row| row.get(0),
    )
}

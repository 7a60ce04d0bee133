//! What search reads of posts and rooms.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Param, Row, Tx};
use kafferum_platform::texts::Lang;

use super::polls;
use crate::doors::Doors;
use crate::model::{Audience, OpenTo, PostState, RoomId, Sight, ThreadId};
use crate::polls::Poll;

/// A post as the index needs it.
pub(crate) struct Stored {
    pub thread: ThreadId,
    pub position: i64,
    pub room: RoomId,
    pub title: String,
    pub markdown: String,
    pub audience: Audience,
    pub state: PostState,
    pub at: Millis,
    pub poll: Option<Poll>,
}

macro_rules! stored {
    ($rest:literal) => {
        concat!(
            "SELECT p.thread, p.position, t.room, CASE p.position WHEN 1 THEN t.title ELSE '' END,
                    p.markdown, CASE t.audience WHEN 'guests' THEN p.audience ELSE 'members' END,
                    p.state, p.created_at, p.poll
             FROM post p JOIN thread t ON t.id = p.thread ",
            $rest
        )
    };
}

fn read_stored(row: &Row<'_>) -> Result<Stored, Fault> {
    Ok(Stored {
        thread: row.get(0)?,
        position: row.get(1)?,
        room: row.get(2)?,
        title: row.get(3)?,
        markdown: row.get(4)?,
        audience: row.get(5)?,
        state: row.get(6)?,
        at: row.get(7)?,
        poll: polls::read(row, 8)?,
    })
}

/// A post by thread and position.
pub(crate) fn post(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
) -> Result<Option<Stored>, Fault> {
    let sql = stored!("WHERE p.thread = ?1 AND p.position = ?2");
    tx.first(sql, &[&thread, &position], read_stored)
}

/// All posts of a thread.
pub(crate) fn posts(tx: &mut Tx<'_>, thread: ThreadId) -> Result<Vec<Stored>, Fault> {
    tx.query(stored!("WHERE p.thread = ?1"), &[&thread], read_stored)
}

/// So many posts of a thread behind a position, in order.
pub(crate) fn posts_behind(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    after: i64,
    most: i64,
) -> Result<Vec<Stored>, Fault> {
    let sql = stored!("WHERE p.thread = ?1 AND p.position > ?2 ORDER BY p.position LIMIT ?3");
    tx.query(sql, &[&thread, &after, &most], read_stored)
}

/// The threads after a number, at most `most`.
pub(crate) fn threads_after(
    tx: &mut Tx<'_>,
    after: i64,
    most: i64,
) -> Result<Vec<ThreadId>, Fault> {
    tx.query("SELECT id FROM thread WHERE id > ?1 ORDER BY id LIMIT ?2", &[&after, &most], |row| {
        row.get(0)
    })
}

/// All rooms with their names.
pub(crate) fn rooms(tx: &mut Tx<'_>, lang: Lang) -> Result<Vec<(RoomId, String)>, Fault> {
    tx.query(
        "SELECT id, CASE ?1 WHEN 'fi' THEN name_fi WHEN 'sv' THEN name_sv ELSE name_en END
         FROM room ORDER BY sort, id",
        &[&lang],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The rooms in which threads are opened, in their order.
pub(crate) fn open_rooms(tx: &mut Tx<'_>) -> Result<Vec<(RoomId, OpenTo)>, Fault> {
    tx.query("SELECT id, open_to FROM room WHERE state = 'open' ORDER BY sort, id", &[], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// The titles of the threads that were last written in, in the rooms that the
/// reader may enter.
pub(crate) fn titles(
    tx: &mut Tx<'_>,
    sight: Sight,
    doors: &Doors,
    most: usize,
) -> Result<Vec<String>, Fault> {
    let sql = match sight {
        Sight::Guest => {
            "SELECT title FROM thread WHERE audience = 'guests' AND title_state = 'shown'
               AND REPLACE(?2, ',' || room || ',', '') <> ?2
             ORDER BY guest_last_post_at DESC, id DESC LIMIT ?1"
        }
        Sight::Member | Sight::Moderator => {
            "SELECT title FROM thread WHERE title_state = 'shown'
               AND REPLACE(?2, ',' || room || ',', '') <> ?2
             ORDER BY last_post_at DESC, id DESC LIMIT ?1"
        }
    };
    tx.query(sql, &[&i64::try_from(most).unwrap_or(i64::MAX), &doors.list()], |row| row.get(0))
}

/// A post as a result shows it.
pub(crate) struct Found {
    pub thread: ThreadId,
    pub position: i64,
    pub room: RoomId,
    pub open_to: OpenTo,
    pub title: String,
    pub title_state: PostState,
    pub room_name: String,
    pub guest_position: Option<i64>,
    pub markdown: String,
    pub state: PostState,
    pub at: Millis,
    pub poll: Option<Poll>,
}

/// Posts asked for in one question: a page of results and some more of the
/// same threads.
pub(crate) const TOGETHER: usize = 24;

/// Those of at most [`TOGETHER`] places that are still there, in no order.
pub(crate) fn found(
    tx: &mut Tx<'_>,
    places: &[(ThreadId, i64)],
    lang: Lang,
) -> Result<Vec<Found>, Fault> {
    let mut params: Vec<&dyn Param> = vec![&lang];
    for (thread, position) in places.iter().take(TOGETHER) {
        params.extend([thread as &dyn Param, position as &dyn Param]);
    }
    // No thread has this number.
    params.resize(2 * TOGETHER + 1, &0_i64);
    tx.query(
        "SELECT p.thread, p.position, t.title, t.title_state,
                CASE ?1 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                p.guest_position, p.markdown, p.state, p.created_at, r.id, r.open_to, p.poll
         FROM (VALUES (CAST(?2 AS BIGINT), CAST(?3 AS BIGINT)),
                     (?4, ?5), (?6, ?7), (?8, ?9), (?10, ?11), (?12, ?13), (?14, ?15),
                     (?16, ?17), (?18, ?19), (?20, ?21), (?22, ?23), (?24, ?25), (?26, ?27),
                     (?28, ?29), (?30, ?31), (?32, ?33), (?34, ?35), (?36, ?37), (?38, ?39),
                     (?40, ?41), (?42, ?43), (?44, ?45), (?46, ?47), (?48, ?49)) v
         CROSS JOIN post p JOIN thread t ON t.id = p.thread JOIN room r ON r.id = t.room
         WHERE p.thread = v.column1 AND p.position = v.column2",
        &params,
        |row| {
            Ok(Found {
                thread: row.get(0)?,
                position: row.get(1)?,
                title: row.get(2)?,
                title_state: row.get(3)?,
                room_name: row.get(4)?,
                guest_position: row.get(5)?,
                markdown: row.get(6)?,
                state: row.get(7)?,
                at: row.get(8)?,
                room: row.get(9)?,
                open_to: row.get(10)?,
                poll: polls::read(row, 11)?,
            })
        },
    )
}

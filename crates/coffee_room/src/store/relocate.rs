//! Posts that move to another thread, and everything that tells of them by
//! thread and position. Positions are given once: a post that moves gets a new
//! one at the end of its new thread, and its old one leads there for good.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::notices;
use kafferum_platform::people::PersonId;

use crate::model::{Audience, Marker, RoomId, ThreadId};
use crate::told;

/// Posts that stand next to each other and move together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    pub from: ThreadId,
    pub first: i64,
    pub last: i64,
    pub to: ThreadId,
    /// From an old position to the new one.
    pub offset: i64,
}

/// What stands where posts stood before.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Left {
    /// Nothing, since their thread goes as well.
    Nothing,
    /// A trace of each by the moderator who moved them.
    Traces { by: PersonId, at: Millis },
}

/// Copies posts to their new places. Those that stay open to guests get the
/// next numbers among guests' posts; the others are for members from now on.
const COPY: &str = "INSERT INTO post
         (thread, position, guest_position, author, created_at, edited_at, version, audience, state,
          hidden_reason, hidden_note, thanks, same, strength, smile, poll, moderated,
          html, markdown)
     SELECT CAST(?4 AS BIGINT), p.position + ?5,
            CASE WHEN ?7 = 1 AND p.audience = 'guests'
                 THEN ?6 + CAST(SUM(CASE p.audience WHEN 'guests' THEN 1 ELSE 0 END)
                                OVER (ORDER BY p.position) AS BIGINT)
                 ELSE NULL END,
            p.author, p.created_at, p.edited_at, p.version,
            CASE ?7 WHEN 1 THEN p.audience ELSE 'members' END,
            p.state, p.hidden_reason, p.hidden_note, p.thanks, p.same, p.strength, p.smile, p.poll,
            p.moderated, p.html, p.markdown
     FROM post p WHERE p.thread = ?1 AND p.position >= ?2 AND p.position <= ?3";

/// Every table that tells of posts by thread and position follows them. A test
/// finds the table that is missing here.
const FOLLOW: &[&str] = &[
    "UPDATE post_version SET thread = ?4, position = position + ?5
     WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
    "UPDATE report SET thread = ?4, position = position + ?5
     WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
    "UPDATE moderation_log SET thread = ?4, position = position + ?5
     WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
    "UPDATE reaction SET thread = ?4, position = position + ?5
     WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
    "UPDATE poll_voter SET thread = ?4, position = position + ?5
     WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
    "UPDATE quote SET thread = ?4, position = position + ?5
     WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
    "UPDATE quote SET of_thread = ?4, of_position = of_position + ?5
     WHERE of_thread = ?1 AND of_position >= ?2 AND of_position <= ?3",
    "UPDATE attachment SET thread = ?4, position = position + ?5
     WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
    "UPDATE held_post SET thread = ?4, edits = edits + ?5, position = position + ?5
     WHERE thread = ?1 AND edits >= ?2 AND edits <= ?3",
    "UPDATE held_post SET thread = ?4, position = position + ?5
     WHERE thread = ?1 AND edits IS NULL AND position >= ?2 AND position <= ?3",
    "UPDATE mention SET thread = ?4, position = position + ?5
     WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
    "UPDATE untold SET thread = ?4, position = position + ?5
     WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
    "UPDATE bookmark SET thread = ?4, position = position + ?5
     WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
    "UPDATE draft SET thread = ?4, position = position + ?5
     WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
    // What the queue holds about a post is named by its place.
    "UPDATE claim SET item = 'post-' || CAST(?4 AS BIGINT) || '-' || (p.position + ?5)
     FROM post p WHERE p.thread = ?1 AND p.position >= ?2 AND p.position <= ?3
       AND claim.item = 'post-' || p.thread || '-' || p.position",
    "UPDATE opinion SET item = 'post-' || CAST(?4 AS BIGINT) || '-' || (p.position + ?5)
     FROM post p WHERE p.thread = ?1 AND p.position >= ?2 AND p.position <= ?3
       AND opinion.item = 'post-' || p.thread || '-' || p.position",
    "UPDATE import_item SET thread = ?4, position = position + ?5
     WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
    // What was moved here before is led on to where it goes now,
    "UPDATE post_moved SET to_thread = ?4, to_position = to_position + ?5
     WHERE to_thread = ?1 AND to_position >= ?2 AND to_position <= ?3",
    // and a trace that moves leads where it led.
    "INSERT INTO post_moved (thread, position, guest_position, to_thread, to_position)
     SELECT CAST(?4 AS BIGINT), v.position + ?5,
            (SELECT p.guest_position FROM post p WHERE p.thread = ?4 AND p.position = v.position + ?5),
            v.to_thread, v.to_position
     FROM post_moved v WHERE v.thread = ?1 AND v.position >= ?2 AND v.position <= ?3",
    "INSERT INTO post_moved (thread, position, guest_position, to_thread, to_position)
     SELECT p.thread, p.position, p.guest_position, CAST(?4 AS BIGINT), p.position + ?5 FROM post p
     WHERE p.thread = ?1 AND p.position >= ?2 AND p.position <= ?3
     ON CONFLICT DO NOTHING",
];

/// Moves posts to another thread with everything that tells of them. `end` is
/// the last position there so far, among all and among guests' posts;
/// `is_open`: what is open to guests stays so.
pub(crate) fn relocate(
    tx: &mut Tx<'_>,
    run: Run,
    end: Marker,
    is_open: bool,
    left: Left,
) -> Result<(), Fault> {
    let Run { from, first, last, to, offset } = run;
    tx.execute(
        COPY,
        &[&from, &first, &last, &to, &offset, &end.guest_position, &i64::from(is_open)],
    )?;
    for sql in FOLLOW {
        tx.execute(sql, &[&from, &first, &last, &to, &offset])?;
    }
    let there = (&*told::thing(to), &*told::keys(to));
    notices::shift(tx, &told::thing(from), (first, last), there, offset)?;
    match left {
        Left::Nothing => tx.execute(
            "DELETE FROM post WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
            &[&from, &first, &last],
        )?,
        Left::Traces { by, at } => {
            tx.execute(
                "UPDATE thread SET answer = NULL WHERE id = ?1 AND answer >= ?2 AND answer <= ?3",
                &[&from, &first, &last],
            )?;
            tx.execute(
                "UPDATE post SET state = 'moved', author = ?4, created_at = ?5, edited_at = NULL,
                    version = 1, hidden_reason = NULL, hidden_note = NULL, thanks = 0, same = 0,
                    strength = 0, smile = 0, poll = NULL, moderated = 0, html = '', markdown = ''
             WHERE thread = ?1 AND position >= ?2 AND position <= ?3",
                &[&from, &first, &last, &by, &at],
            )?
        }
    };
    tx.execute(
        "UPDATE thread SET revision = revision + 1,
             last_position = ?2,
             guest_last_position = (SELECT COALESCE(MAX(p.guest_position), 0) FROM post p
                                    WHERE p.thread = ?1 AND p.guest_position IS NOT NULL)
         WHERE id = ?1",
        &[&to, &(last + offset)],
    )?;
    Ok(())
}

/// Where a thread ends, among all posts and among those open to guests.
pub(crate) fn end(tx: &mut Tx<'_>, thread: ThreadId) -> Result<Marker, Fault> {
    tx.one(
        "SELECT last_position, guest_last_position FROM thread WHERE id = ?1",
        &[&thread],
        |row| Ok(Marker { position: row.get(0)?, guest_position: row.get(1)? }),
    )
}

/// Adds the trace of a thread that is joined to another: its title, which
/// would else be lost.
pub(crate) fn insert_joined(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    by: PersonId,
    (title, html): (&str, &str),
    audience: Audience,
    now: Millis,
) -> Result<(), Fault> {
    let end = end(tx, thread)?;
    let guest_position = (audience == Audience::Guests).then_some(end.guest_position + 1);
    tx.execute(
        "INSERT INTO post (thread, position, guest_position, author, created_at, version, audience,
                           state, html, markdown)
         VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, 'joined', ?7, ?8)",
        &[&thread, &(end.position + 1), &guest_position, &by, &now, &audience, &html, &title],
    )?;
    tx.execute(
        "UPDATE thread SET last_position = last_position + 1,
                guest_last_position = COALESCE(CAST(?2 AS BIGINT), guest_last_position)
         WHERE id = ?1",
        &[&thread, &guest_position],
    )?;
    Ok(())
}

/// Gives a thread the later of its own last moments and those of another.
pub(crate) fn take_times(tx: &mut Tx<'_>, of: ThreadId, to: ThreadId) -> Result<(), Fault> {
    tx.execute(
        "UPDATE thread SET
             last_post_at = (SELECT MAX(o.last_post_at) FROM thread o WHERE o.id IN (?1, ?2)),
             guest_last_post_at = (SELECT COALESCE(MAX(p.created_at), 0) FROM post p
                                   WHERE p.thread = ?2 AND p.guest_position IS NOT NULL)
         WHERE id = ?2",
        &[&of, &to],
    )?;
    Ok(())
}

/// Sets a new thread's last moments by its posts.
pub(crate) fn set_times(tx: &mut Tx<'_>, thread: ThreadId) -> Result<(), Fault> {
    tx.execute(
        "UPDATE thread SET
             last_post_at = (SELECT COALESCE(MAX(p.created_at), 0) FROM post p WHERE p.thread = ?1),
             guest_last_post_at = (SELECT COALESCE(MAX(p.created_at), 0) FROM post p
                                   WHERE p.thread = ?1 AND p.guest_position IS NOT NULL),
             title_state = (SELECT CASE p.state WHEN 'hidden' THEN 'hidden' ELSE 'shown' END
                            FROM post p WHERE p.thread = ?1 AND p.position = 1)
         WHERE id = ?1",
        &[&thread],
    )?;
    Ok(())
}

/// Carries over how far people have read a thread that is joined to another,
/// which ended at `end`: who has read all of that goes on in what came behind.
pub(crate) fn join_markers(
    tx: &mut Tx<'_>,
    from: ThreadId,
    to: ThreadId,
    end: Marker,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE read_marker SET
             position = COALESCE(
                 (SELECT v.to_position FROM read_marker o
                  JOIN post_moved v ON v.thread = ?1 AND v.position <= o.position AND v.to_thread = ?2
                  WHERE o.person = read_marker.person AND o.thread = ?1
                  ORDER BY v.position DESC LIMIT 1), position),
             guest_position = COALESCE(
                 (SELECT p.guest_position FROM read_marker o
                  JOIN post_moved v ON v.thread = ?1 AND v.guest_position <= o.guest_position
                  JOIN post p ON p.thread = v.to_thread AND p.position = v.to_position
                  WHERE o.person = read_marker.person AND o.thread = ?1 AND v.to_thread = ?2
                    AND p.guest_position IS NOT NULL
                  ORDER BY v.guest_position DESC LIMIT 1), guest_position)
         WHERE thread = ?2 AND (position >= ?3 OR (?4 > 0 AND guest_position >= ?4))",
        &[&from, &to, &end.position, &end.guest_position],
    )?;
    tx.execute("DELETE FROM read_marker WHERE thread = ?1", &[&from])?;
    Ok(())
}

/// Says of a new thread how far people had read its posts where they stood.
pub(crate) fn split_markers(tx: &mut Tx<'_>, from: ThreadId, to: ThreadId) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO read_marker (person, thread, position, guest_position)
         SELECT m.person, CAST(?2 AS BIGINT),
                COALESCE((SELECT v.to_position FROM post_moved v
                          WHERE v.thread = ?1 AND v.to_thread = ?2 AND v.position <= m.position
                          ORDER BY v.position DESC LIMIT 1), 0),
                COALESCE((SELECT p.guest_position FROM post_moved v
                          JOIN post p ON p.thread = v.to_thread AND p.position = v.to_position
                          WHERE v.thread = ?1 AND v.to_thread = ?2
                            AND v.guest_position <= m.guest_position
                            AND p.guest_position IS NOT NULL
                          ORDER BY v.guest_position DESC LIMIT 1), 0)
         FROM read_marker m WHERE m.thread = ?1
         ON CONFLICT DO NOTHING",
        &[&from, &to],
    )?;
    Ok(())
}

/// Who follows or mutes a thread means what was split off it, too.
pub(crate) fn split_follows(tx: &mut Tx<'_>, from: ThreadId, to: ThreadId) -> Result<(), Fault> {
    tx.execute(FOLLOW_TOO, &[&from, &to])?;
    Ok(())
}

const FOLLOW_TOO: &str = "INSERT INTO follow_thread (thread, person, state)
     SELECT CAST(?2 AS BIGINT), f.person, f.state FROM follow_thread f WHERE f.thread = ?1
     ON CONFLICT DO NOTHING";

/// What tells of a whole thread follows it into the one that it was joined to,
/// or goes with it.
const FOLLOW_THREAD: &[&str] = &[
    // Who follows or mutes the one that goes means the one it goes into, unless
    // they have said what they want of that.
    FOLLOW_TOO,
    "UPDATE held_post SET thread = ?2 WHERE thread = ?1",
    "DELETE FROM follow_thread WHERE thread = ?1 AND ?2 > 0",
    "UPDATE moderation_log SET thread = ?2 WHERE thread = ?1",
    "DELETE FROM thread_tag WHERE thread = ?1 AND ?2 > 0",
    // A draft goes on there, unless one has begun another.
    "INSERT INTO draft (person, room, thread, title, body, audience, saved_at,
                        poll, options, days)
     SELECT d.person, d.room, CAST(?2 AS BIGINT), d.title, d.body, d.audience, d.saved_at,
            d.poll, d.options, d.days
     FROM draft d WHERE d.thread = ?1 AND d.position = 0 AND d.room = 0 ON CONFLICT DO NOTHING",
    "DELETE FROM draft WHERE thread = ?1 AND room = 0 AND ?2 > 0",
];

/// Ends a thread that has no posts any more.
pub(crate) fn end_thread(tx: &mut Tx<'_>, thread: ThreadId, into: ThreadId) -> Result<(), Fault> {
    for sql in FOLLOW_THREAD {
        tx.execute(sql, &[&thread, &into])?;
    }
    tx.execute("DELETE FROM thread WHERE id = ?1", &[&thread])?;
    Ok(())
}

/// Puts a thread into another room. What its writers opened to guests stays so,
/// as far as the room lets them in. Its posts are shown anew, which a revision
/// no smaller than any before says.
pub(crate) fn move_thread(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    room: RoomId,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE thread SET
             revision = revision + 1 + (SELECT r.revision FROM room r WHERE r.id = thread.room),
             room = ?2, moved_at = ?3
         WHERE id = ?1",
        &[&thread, &room, &now],
    )?;
    tx.execute(
        "DELETE FROM thread_tag WHERE thread = ?1
           AND tag IN (SELECT g.id FROM tag g WHERE g.room IS NOT NULL AND g.room <> ?2)",
        &[&thread, &room],
    )?;
    Ok(())
}

/// Counts the threads of a room anew.
pub(crate) fn count_room(tx: &mut Tx<'_>, room: RoomId) -> Result<(), Fault> {
    tx.execute(
        "UPDATE room SET
             threads = (SELECT COUNT(*) FROM thread t WHERE t.room = ?1),
             guest_threads =
                 (SELECT COUNT(*) FROM thread t WHERE t.room = ?1 AND t.audience = 'guests')
         WHERE id = ?1",
        &[&room],
    )?;
    Ok(())
}

/// The positions of a thread's posts after one, traces left out.
pub(crate) fn positions_after(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    after: i64,
) -> Result<Vec<(i64, PersonId)>, Fault> {
    tx.query(
        "SELECT position, author FROM post
         WHERE thread = ?1 AND position > ?2 AND state <> 'moved' ORDER BY position",
        &[&thread, &after],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// A post that moved: its old numbers and its new place.
pub(crate) struct MovedPost {
    pub position: i64,
    pub guest_position: Option<i64>,
    pub to: ThreadId,
    pub to_position: i64,
    pub to_guest_position: Option<i64>,
}

/// Where the posts went that had these positions, in order; by their numbers
/// among guests' posts for a guest.
pub(crate) fn moved(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    is_guest: bool,
    first: i64,
    last: i64,
) -> Result<Vec<MovedPost>, Fault> {
    let sql = if is_guest {
        "SELECT v.position, v.guest_position, v.to_thread, v.to_position, p.guest_position
         FROM post_moved v JOIN post p ON p.thread = v.to_thread AND p.position = v.to_position
         WHERE v.thread = ?1 AND v.guest_position >= ?2 AND v.guest_position <= ?3
           AND p.guest_position IS NOT NULL
         ORDER BY v.guest_position"
    } else {
        "SELECT v.position, v.guest_position, v.to_thread, v.to_position, p.guest_position
         FROM post_moved v JOIN post p ON p.thread = v.to_thread AND p.position = v.to_position
         WHERE v.thread = ?1 AND v.position >= ?2 AND v.position <= ?3
         ORDER BY v.position"
    };
    tx.query(sql, &[&thread, &first, &last], |row| {
        Ok(MovedPost {
            position: row.get(0)?,
            guest_position: row.get(1)?,
            to: row.get(2)?,
            to_position: row.get(3)?,
            to_guest_position: row.get(4)?,
        })
    })
}

/// The position of a post that was written in a thread at an instant and moved.
pub(crate) fn position_at(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    at: Millis,
) -> Result<Option<(i64, Option<i64>)>, Fault> {
    tx.first(
        "SELECT v.position, v.guest_position
         FROM post_moved v JOIN post p ON p.thread = v.to_thread AND p.position = v.to_position
         WHERE v.thread = ?1 AND p.created_at = ?2 ORDER BY v.position LIMIT 1",
        &[&thread, &at],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Whether there is a thread with this number.
pub(crate) fn is_there(tx: &mut Tx<'_>, thread: ThreadId) -> Result<bool, Fault> {
    let known: i64 =
        tx.one("SELECT COUNT(*) FROM thread WHERE id = ?1", &[&thread], |row| row.get(0))?;
    Ok(known > 0)
}

/// The thread that stands for one now: itself, or where its first post went
/// when it was joined with another.
pub(crate) fn joined_into(tx: &mut Tx<'_>, thread: ThreadId) -> Result<ThreadId, Fault> {
    if is_there(tx, thread)? {
        return Ok(thread);
    }
    let into = tx.first(
        "SELECT to_thread FROM post_moved WHERE thread = ?1 ORDER BY position LIMIT 1",
        &[&thread],
        |row| row.get(0),
    )?;
    Ok(into.unwrap_or(thread))
}

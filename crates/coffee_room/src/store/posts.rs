//! Threads, their posts, what posts said before, and how far people have read.

use kafferum_platform::Fault;
use kafferum_platform::clock::{Millis, SECOND};
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use super::polls;
use super::rooms::read_tags;
use crate::live::THREAD;
use crate::model::{
    Audience, Door, Draft, DraftPlace, Marker, Opening, Post, RoomId, SavedDraft, Sight, Source,
    Thread, ThreadId, Title, TypedPoll, Version,
};
use crate::polls::Poll;

/// The head of a thread with its room and the reader's marker.
pub(crate) fn thread(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    reader: PersonId,
    lang: Lang,
) -> Result<Option<Thread>, Fault> {
    tx.first(
        "SELECT t.id, t.room,
                CASE ?3 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                r.state, r.open_to, t.title, t.title_state, t.author,
                CASE r.open_to WHEN 'everybody' THEN t.audience ELSE 'members' END,
                t.state, t.pinned, t.last_position, t.guest_last_position,
                t.revision + r.revision,
                (SELECT changes FROM pseudonym_changes),
                COALESCE(m.position, 0), COALESCE(m.guest_position, 0), t.asks, t.answer,
                (SELECT a.guest_position FROM post a WHERE a.thread = t.id AND a.position = t.answer
                   AND a.audience = 'guests'),
                t.moved_at, d.title, d.body, d.audience, d.saved_at,
                (SELECT string_agg(g.tag || ' ' || CASE ?3 WHEN 'fi' THEN n.name_fi
                                   WHEN 'sv' THEN n.name_sv ELSE n.name_en END, '\n')
                 FROM thread_tag g JOIN tag n ON n.id = g.tag WHERE g.thread = t.id),
                f.state,
                (SELECT COUNT(*) FROM held_post h
                 WHERE h.author = ?2 AND h.thread = t.id AND h.state = 'waiting'),
                (SELECT MAX(x.until) FROM measure x
                 WHERE x.person = ?2 AND x.kind = 'pause' AND x.lifted_at IS NULL
                   AND (x.room IS NULL OR x.room = t.room)),
                (SELECT string_agg(CAST(k.other AS TEXT), ' ') FROM kept_apart k
                 WHERE k.person = ?2),
                d.poll, d.options, d.days
         FROM thread t JOIN room r ON r.id = t.room
         LEFT JOIN read_marker m ON m.person = ?2 AND m.thread = t.id
         LEFT JOIN follow_thread f ON f.person = ?2 AND f.thread = t.id
         LEFT JOIN draft d ON d.person = ?2 AND d.room = 0 AND d.thread = t.id AND d.position = 0
         WHERE t.id = ?1",
        &[&thread, &reader, &lang],
        |row| {
            Ok(Thread {
                id: row.get(0)?,
                room: row.get(1)?,
                room_name: row.get(2)?,
                room_state: row.get(3)?,
                open_to: row.get(4)?,
                title: Title { text: row.get(5)?, state: row.get(6)?, author: row.get(7)? },
                audience: row.get(8)?,
                state: row.get(9)?,
                pinned: row.get::<i64>(10)? == 1,
                last_position: row.get(11)?,
                guest_last_position: row.get(12)?,
                revision: row.get(13)?,
                names: row.get(14)?,
                marker: Marker { position: row.get(15)?, guest_position: row.get(16)? },
                asks: row.get::<i64>(17)? == 1,
                answer: row.get(18)?,
                answer_for_guests: row.get(19)?,
                moved_at: row.get(20)?,
                draft: read_draft(row, thread)?,
                tags: read_tags(row, 25)?,
                follow: row.get(26)?,
                waiting: row.get(27)?,
                paused_until: row.get(28)?,
                folded: super::apart::read_folded(row, 29)?,
            })
        },
    )
}

fn read_draft(row: &Row<'_>, thread: ThreadId) -> Result<Option<SavedDraft>, Fault> {
    let Some(body) = row.get::<Option<String>>(22)? else { return Ok(None) };
    Ok(Some(SavedDraft {
        place: DraftPlace::Thread(thread),
        version: 0,
        title: row.get(21)?,
        body,
        audience: row.get(23)?,
        saved_at: row.get(24)?,
        poll: TypedPoll { kind: row.get(30)?, options: row.get(31)?, days: row.get(32)? },
        opening: Opening::default(),
    }))
}

fn read_post(row: &Row<'_>) -> Result<Post, Fault> {
    Ok(Post {
        position: row.get(0)?,
        guest_position: row.get(1)?,
        author: row.get(2)?,
        pseudonym: row.get(3)?,
        created_at: row.get(4)?,
        edited_at: row.get(5)?,
        audience: row.get(6)?,
        state: row.get(7)?,
        hidden_reason: row.get(8)?,
        hidden_note: row.get(9)?,
        reactions: [row.get(10)?, row.get(11)?, row.get(12)?, row.get(13)?],
        mine: row.get(14)?,
        poll: polls::read(row, 15)?,
        html: row.get(16)?,
        is_moderated: row.get::<i64>(17)? == 1,
    })
}

/// The posts with these numbers, as the reader counts.
pub(crate) fn posts(
    tx: &mut Tx<'_>,
    sight: Sight,
    reader: PersonId,
    thread: ThreadId,
    (first, last): (i64, i64),
) -> Result<Vec<Post>, Fault> {
    let sql = match sight {
        Sight::Guest => {
            "SELECT p.position, p.guest_position, p.author, w.pseudonym, p.created_at, p.edited_at,
                    p.audience, p.state, p.hidden_reason, p.hidden_note,
                    p.thanks, p.same, p.strength, p.smile, e.kind, p.poll, p.html, p.moderated
             FROM post p JOIN person w ON w.id = p.author
             LEFT JOIN reaction e
                 ON e.thread = p.thread AND e.position = p.position AND e.person = ?4
             WHERE p.thread = ?1 AND p.guest_position >= ?2 AND p.guest_position <= ?3
             ORDER BY p.guest_position"
        }
        Sight::Member | Sight::Moderator => {
            "SELECT p.position, p.guest_position, p.author, w.pseudonym, p.created_at, p.edited_at,
                    p.audience, p.state, p.hidden_reason, p.hidden_note,
                    p.thanks, p.same, p.strength, p.smile, e.kind, p.poll, p.html, p.moderated
             FROM post p JOIN person w ON w.id = p.author
             LEFT JOIN reaction e
                 ON e.thread = p.thread AND e.position = p.position AND e.person = ?4
             WHERE p.thread = ?1 AND p.position >= ?2 AND p.position <= ?3
             ORDER BY p.position"
        }
    };
    tx.query(sql, &[&thread, &first, &last, &reader], read_post)
}

/// One post by its number, as the reader counts.
pub(crate) fn post(
    tx: &mut Tx<'_>,
    sight: Sight,
    reader: PersonId,
    thread: ThreadId,
    number: i64,
) -> Result<Option<Post>, Fault> {
    Ok(posts(tx, sight, reader, thread, (number, number))?.into_iter().next())
}

/// What a post says now, as it was typed.
pub(crate) fn source(tx: &mut Tx<'_>, thread: ThreadId, position: i64) -> Result<Source, Fault> {
    tx.one(
        "SELECT p.version, CASE p.position WHEN 1 THEN t.title ELSE '' END, p.markdown
         FROM post p JOIN thread t ON t.id = p.thread WHERE p.thread = ?1 AND p.position = ?2",
        &[&thread, &position],
        |row| Ok(Source { version: row.get(0)?, title: row.get(1)?, markdown: row.get(2)? }),
    )
}

/// What a post said before, newest first.
pub(crate) fn versions(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
) -> Result<Vec<Version>, Fault> {
    tx.query(
        "SELECT version, written_at, title, markdown, options FROM post_version
         WHERE thread = ?1 AND position = ?2 ORDER BY version DESC LIMIT 100",
        &[&thread, &position],
        |row| {
            Ok(Version {
                version: row.get(0)?,
                written_at: row.get(1)?,
                title: row.get(2)?,
                markdown: row.get(3)?,
                options: row.get(4)?,
            })
        },
    )
}

/// Enters a thread that has no post yet.
pub(crate) fn insert_thread(
    tx: &mut Tx<'_>,
    room: RoomId,
    author: PersonId,
    title: &str,
    audience: Audience,
    now: Millis,
) -> Result<ThreadId, Fault> {
    let thread = tx.one(
        "INSERT INTO thread (room, title, title_state, author, audience, state, pinned, opened_at,
                             last_position, last_post_at, guest_last_position, guest_last_post_at)
         VALUES (?1, ?2, 'shown', ?3, ?4, 'open', 0, ?5, 0, ?5, 0, 0) RETURNING id",
        &[&room, &title, &author, &audience, &now],
        |row| row.get(0),
    )?;
    match audience {
        Audience::Members => {
            tx.execute("UPDATE room SET threads = threads + 1 WHERE id = ?1", &[&room])
        }
        Audience::Guests => tx.execute(
            "UPDATE room SET threads = threads + 1, guest_threads = guest_threads + 1 WHERE id = ?1",
            &[&room],
        ),
    }?;
    Ok(thread)
}

/// Adds a post to the end of a thread, and tells open pages; says where it
/// stands.
pub(crate) fn insert_post(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    author: PersonId,
    draft: &Draft,
    now: Millis,
) -> Result<Marker, Fault> {
    let end = append_post(tx, thread, author, draft, now)?;
    tx.announce(THREAD.topic(thread.0));
    Ok(end)
}

/// When the last of a thread's posts was written, with one more of the instant
/// `?2`: a moment after the others, unless they are far ahead.
macro_rules! later {
    ($last:literal) => {
        concat!(
            "CASE WHEN last_position > 0 AND last_post_at >= ?2 AND last_post_at < ?2 + 1000
                       THEN last_post_at + 1 WHEN ",
            $last,
            " > ?2 THEN ",
            $last,
            " ELSE ?2 END"
        )
    };
}

/// The same without telling anybody.
pub(crate) fn append_post(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    author: PersonId,
    draft: &Draft,
    now: Millis,
) -> Result<Marker, Fault> {
    // The clock may have gone back; the order of a room's threads must not. Two
    // posts of one instant are told apart, for their addresses are by instant.
    let sql = match draft.audience {
        Audience::Members => concat!(
            "UPDATE thread SET last_position = last_position + 1, last_post_at = ",
            later!("last_post_at"),
            " WHERE id = ?1 RETURNING last_position, guest_last_position, last_post_at"
        ),
        Audience::Guests => concat!(
            "UPDATE thread SET last_position = last_position + 1, last_post_at = ",
            later!("last_post_at"),
            ", guest_last_position = guest_last_position + 1, guest_last_post_at = ",
            later!("guest_last_post_at"),
            " WHERE id = ?1 RETURNING last_position, guest_last_position, last_post_at"
        ),
    };
    let (end, last_at) = tx.one(sql, &[&thread, &now], |row| {
        let end = Marker { position: row.get(0)?, guest_position: row.get(1)? };
        Ok((end, row.get::<Millis>(2)?))
    })?;
    let at = if last_at - now <= SECOND { last_at } else { now };
    let guest_position = (draft.audience == Audience::Guests).then_some(end.guest_position);
    let poll = draft.poll.as_ref().map(Poll::stored).transpose()?;
    tx.execute(
        "INSERT INTO post (thread, position, guest_position, author, created_at, version, audience,
                           state, html, markdown, poll)
         VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, 'shown', ?7, ?8, ?9)",
        &[
            &thread,
            &end.position,
            &guest_position,
            &author,
            &at,
            &draft.audience,
            &draft.html,
            &draft.markdown,
            &poll,
        ],
    )?;
    Ok(end)
}

/// Keeps what a post says now, before it is changed; the title with an
/// opening post. Until an instant, if one is given, and all that it said
/// earlier no longer: the same words may stand there.
pub(crate) fn keep_version(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    forget_at: Option<Millis>,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO post_version (thread, position, version, written_at, title, markdown)
         SELECT p.thread, p.position, p.version, COALESCE(p.edited_at, p.created_at),
                CASE WHEN p.position = 1 THEN t.title ELSE NULL END, p.markdown
         FROM post p JOIN thread t ON t.id = p.thread
         WHERE p.thread = ?1 AND p.position = ?2",
        &[&thread, &position],
    )?;
    if forget_at.is_some() {
        tx.execute(
            "UPDATE post_version SET forget_at = ?3
             WHERE thread = ?1 AND position = ?2 AND (forget_at IS NULL OR forget_at > ?3)",
            &[&thread, &position, &forget_at],
        )?;
    }
    Ok(())
}

/// Forgets versions that are kept no longer, unless an appeal waits against
/// what was taken out of their post; at most so many. How many.
pub(crate) fn forget_versions(tx: &mut Tx<'_>, now: Millis, most: i64) -> Result<u64, Fault> {
    tx.execute(
        "DELETE FROM post_version WHERE (thread, position, version) IN
             (SELECT v.thread, v.position, v.version FROM post_version v
              WHERE v.forget_at <= ?1
                AND NOT EXISTS (SELECT 1 FROM moderation_log l JOIN appeal a ON a.decision = l.id
                                WHERE l.thread = v.thread AND l.position = v.position
                                  AND l.deed = 'redact' AND a.state = 'waiting')
              ORDER BY v.forget_at LIMIT ?2)",
        &[&now, &most],
    )
}

/// Changes what a post says; its poll says so where somebody has voted.
pub(crate) fn change_post(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    draft: &Draft,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE post SET markdown = ?3, html = ?4, edited_at = ?5, version = version + 1
         WHERE thread = ?1 AND position = ?2",
        &[&thread, &position, &draft.markdown, &draft.html, &now],
    )?;
    polls::note_changed(tx, thread, position)?;
    note_revision(tx, thread)
}

/// Says whether a moderator took something out of a post.
pub(crate) fn set_moderated(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    is_moderated: bool,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE post SET moderated = ?3 WHERE thread = ?1 AND position = ?2",
        &[&thread, &position, &i64::from(is_moderated)],
    )?;
    note_revision(tx, thread)
}

/// Says that posts of a thread look other than before. Every change to a post
/// that stands needs it.
pub(crate) fn note_revision(tx: &mut Tx<'_>, thread: ThreadId) -> Result<(), Fault> {
    tx.execute("UPDATE thread SET revision = revision + 1 WHERE id = ?1", &[&thread])?;
    Ok(())
}

/// Changes a thread's title.
pub(crate) fn change_title(tx: &mut Tx<'_>, thread: ThreadId, title: &str) -> Result<(), Fault> {
    tx.execute("UPDATE thread SET title = ?2 WHERE id = ?1", &[&thread, &title])?;
    Ok(())
}

/// Takes a post back from guests. It keeps its number among theirs.
pub(crate) fn take_back_post(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE post SET audience = 'members' WHERE thread = ?1 AND position = ?2",
        &[&thread, &position],
    )?;
    note_revision(tx, thread)
}

/// Takes a whole thread back from guests.
pub(crate) fn take_back_thread(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    room: RoomId,
) -> Result<(), Fault> {
    let changed = tx.execute(
        "UPDATE thread SET audience = 'members' WHERE id = ?1 AND audience = 'guests'",
        &[&thread],
    )?;
    if changed == 1 {
        tx.execute("UPDATE room SET guest_threads = guest_threads - 1 WHERE id = ?1", &[&room])?;
    }
    Ok(())
}

/// Opens or closes a thread.
pub(crate) fn set_door(tx: &mut Tx<'_>, thread: ThreadId, state: Door) -> Result<(), Fault> {
    tx.execute("UPDATE thread SET state = ?2 WHERE id = ?1", &[&thread, &state])?;
    Ok(())
}

/// Puts a thread on top of its room, or back.
pub(crate) fn set_pinned(tx: &mut Tx<'_>, thread: ThreadId, pinned: bool) -> Result<(), Fault> {
    tx.execute("UPDATE thread SET pinned = ?2 WHERE id = ?1", &[&thread, &i64::from(pinned)])?;
    Ok(())
}

/// Moves a marker forward; never back. A thread that is gone has none.
pub(crate) fn advance_marker(
    tx: &mut Tx<'_>,
    person: PersonId,
    thread: ThreadId,
    marker: Marker,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO read_marker (person, thread, position, guest_position)
         SELECT CAST(?1 AS BIGINT), t.id, CAST(?3 AS BIGINT), CAST(?4 AS BIGINT) FROM thread t
         WHERE t.id = ?2
         ON CONFLICT (person, thread) DO UPDATE SET
             position = CASE WHEN excluded.position > read_marker.position
                             THEN excluded.position ELSE read_marker.position END,
             guest_position = CASE WHEN excluded.guest_position > read_marker.guest_position
                                   THEN excluded.guest_position ELSE read_marker.guest_position END",
        &[&person, &thread, &marker.position, &marker.guest_position],
    )?;
    Ok(())
}

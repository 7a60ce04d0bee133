//! Telling people of posts: of which, and whom.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;

use crate::model::{Audience, OpenTo, Post, RoomId, TellReason, ThreadId};

/// Posts of a thread between two places, without what they say.
pub(crate) fn posts(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    first: i64,
    last: i64,
) -> Result<Vec<Post>, Fault> {
    tx.query(
        "SELECT position, guest_position, author, created_at, audience, state FROM post
         WHERE thread = ?1 AND position >= ?2 AND position <= ?3 ORDER BY position",
        &[&thread, &first, &last],
        |row| {
            Ok(Post {
                position: row.get(0)?,
                guest_position: row.get(1)?,
                author: row.get(2)?,
                pseudonym: String::new(),
                created_at: row.get(3)?,
                edited_at: None,
                audience: row.get(4)?,
                state: row.get(5)?,
                hidden_reason: None,
                hidden_note: None,
                reactions: [0; 4],
                mine: None,
                poll: None,
                is_moderated: false,
                html: String::new(),
            })
        },
    )
}

/// A post of which not everybody has been told yet.
pub(crate) struct Untold {
    pub id: i64,
    pub thread: ThreadId,
    pub position: i64,
    pub reason: TellReason,
    /// Everybody up to this number has been looked at, for this reason.
    pub after: PersonId,
    pub words: String,
    /// The one person to tell of a post that was changed or shown again; else
    /// everybody is looked through.
    pub person: Option<PersonId>,
}

/// Asks that those who want to know be told of a post.
pub(crate) fn insert_untold(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    words: &str,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO untold (thread, position, reason, after, words) VALUES (?1, ?2, 'mention', 0, ?3)",
        &[&thread, &position, &words],
    )?;
    Ok(())
}

/// Asks that a person be told of a post for a reason that it gives only now.
pub(crate) fn insert_untold_to(
    tx: &mut Tx<'_>,
    (thread, position): (ThreadId, i64),
    (reason, person): (TellReason, PersonId),
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO untold (thread, position, reason, after, words, person)
         VALUES (?1, ?2, ?3, 0, '', ?4)",
        &[&thread, &position, &reason, &person],
    )?;
    Ok(())
}

/// The oldest post to tell of.
pub(crate) fn next_untold(tx: &mut Tx<'_>) -> Result<Option<Untold>, Fault> {
    tx.first(
        "SELECT id, thread, position, reason, after, words, person FROM untold
         ORDER BY id LIMIT 1",
        &[],
        |row| {
            Ok(Untold {
                id: row.get(0)?,
                thread: row.get(1)?,
                position: row.get(2)?,
                reason: row.get(3)?,
                after: row.get(4)?,
                words: row.get(5)?,
                person: row.get(6)?,
            })
        },
    )
}

/// Notes up to whom people have been looked at.
pub(crate) fn set_told(
    tx: &mut Tx<'_>,
    id: i64,
    reason: TellReason,
    after: PersonId,
) -> Result<(), Fault> {
    tx.execute("UPDATE untold SET reason = ?2, after = ?3 WHERE id = ?1", &[&id, &reason, &after])?;
    Ok(())
}

/// Everybody has been told.
pub(crate) fn remove_untold(tx: &mut Tx<'_>, id: i64) -> Result<(), Fault> {
    tx.execute("DELETE FROM untold WHERE id = ?1", &[&id])?;
    Ok(())
}

/// Where a post stands, for telling of it.
pub(crate) struct PostPlace {
    pub room: RoomId,
    pub open_to: OpenTo,
    pub audience: Audience,
    pub post: Post,
}

/// A post with the thread's room and audience, without what it says.
pub(crate) fn place(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
) -> Result<Option<PostPlace>, Fault> {
    let head: Option<(RoomId, OpenTo, Audience)> = tx.first(
        "SELECT t.room, r.open_to,
                CASE r.open_to WHEN 'everybody' THEN t.audience ELSE 'members' END
         FROM thread t JOIN room r ON r.id = t.room WHERE t.id = ?1",
        &[&thread],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let post = posts(tx, thread, position, position)?.into_iter().next();
    Ok(head.zip(post).map(|((room, open_to, audience), post)| PostPlace {
        room,
        open_to,
        audience,
        post,
    }))
}

/// Whoever follows a thread, behind a person, by number.
pub(crate) fn thread_followers(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    after: PersonId,
    most: i64,
) -> Result<Vec<PersonId>, Fault> {
    tx.query(
        "SELECT person FROM follow_thread
         WHERE thread = ?1 AND person > ?2 AND state = 'following' ORDER BY person LIMIT ?3",
        &[&thread, &after, &most],
        |row| row.get(0),
    )
}

/// Whoever follows a room, behind a person, by number.
pub(crate) fn room_followers(
    tx: &mut Tx<'_>,
    room: RoomId,
    after: PersonId,
    most: i64,
) -> Result<Vec<PersonId>, Fault> {
    tx.query(
        "SELECT person FROM follow_room WHERE room = ?1 AND person > ?2 ORDER BY person LIMIT ?3",
        &[&room, &after, &most],
        |row| row.get(0),
    )
}

/// Whoever follows any of the words, behind a person, by number.
pub(crate) fn word_followers(
    tx: &mut Tx<'_>,
    words: &str,
    after: PersonId,
    most: i64,
) -> Result<Vec<PersonId>, Fault> {
    let mut people: Vec<PersonId> = Vec::new();
    let any: Option<i64> = tx.first("SELECT 1 FROM follow_word LIMIT 1", &[], |row| row.get(0))?;
    if any.is_none() {
        return Ok(people);
    }
    for term in words.split_whitespace() {
        people.extend(tx.query(
            "SELECT person FROM follow_word WHERE term = ?1 AND person > ?2
             ORDER BY person LIMIT ?3",
            &[&term, &after, &most],
            |row| row.get::<PersonId>(0),
        )?);
    }
    people.sort_unstable();
    people.dedup();
    people.truncate(usize::try_from(most).unwrap_or(0));
    Ok(people)
}

/// Whether a person has read a post already, or wants to hear nothing of its
/// thread or its author.
pub(crate) fn is_settled(
    tx: &mut Tx<'_>,
    person: PersonId,
    (thread, position): (ThreadId, i64),
    author: PersonId,
) -> Result<bool, Fault> {
    let row: Option<i64> = tx.first(
        "SELECT 1 FROM follow_thread f
         WHERE f.thread = ?2 AND f.person = ?1 AND f.state = 'muted'
         UNION ALL
         SELECT 1 FROM read_marker m
         WHERE m.person = ?1 AND m.thread = ?2 AND m.position >= ?3
         UNION ALL
         SELECT 1 FROM kept_apart k WHERE k.person = ?1 AND k.other = ?4",
        &[&person, &thread, &position, &author],
        |row| row.get(0),
    )?;
    Ok(row.is_some())
}

//! What the coffee room knows of somebody in it: the pseudonym, and what they
//! have done here.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use crate::model::{PastDeed, PostPlace, RoomId};

/// How far back a person's newest readable post is looked for.
const NEWEST: i64 = 100;
/// Deeds of moderators about one person that are shown.
const DEEDS: i64 = 30;

/// The pseudonym of somebody, and since when they are here.
pub(crate) fn person(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<(String, Millis)>, Fault> {
    tx.first(
        "SELECT pseudonym, created_at FROM person WHERE id = ?1 AND state = 'active'",
        &[&person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// How many posts somebody has in each room: those that are shown, and of
/// these those that guests may read.
pub(crate) fn posts_by_room(
    tx: &mut Tx<'_>,
    author: PersonId,
) -> Result<Vec<(RoomId, i64, i64)>, Fault> {
    tx.query(
        "SELECT t.room, COUNT(*),
                COUNT(CASE WHEN p.audience = 'guests' AND p.guest_position IS NOT NULL
                            AND t.audience = 'guests' THEN 1 END)
         FROM post p JOIN thread t ON t.id = p.thread
         WHERE p.author = ?1 AND p.state = 'shown'
         GROUP BY t.room ORDER BY t.room",
        &[&author],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// The newest shown posts of somebody, newest first.
pub(crate) fn newest_posts(tx: &mut Tx<'_>, author: PersonId) -> Result<Vec<PostPlace>, Fault> {
    tx.query(
        "SELECT t.room, p.thread, p.position,
                CASE WHEN p.audience = 'guests' AND t.audience = 'guests'
                     THEN p.guest_position ELSE NULL END
         FROM post p JOIN thread t ON t.id = p.thread
         WHERE p.author = ?1 AND p.state = 'shown'
         ORDER BY p.created_at DESC LIMIT ?2",
        &[&author, &NEWEST],
        |row| {
            Ok(PostPlace {
                room: row.get(0)?,
                thread: row.get(1)?,
                position: row.get(2)?,
                guest_position: row.get(3)?,
            })
        },
    )
}

/// What moderators did about somebody's posts, newest first.
pub(crate) fn deeds_about(
    tx: &mut Tx<'_>,
    author: PersonId,
    lang: Lang,
) -> Result<Vec<PastDeed>, Fault> {
    tx.query(
        "SELECT l.at, l.deed, l.reason, t.room,
                CASE ?2 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                p.thread, p.position
         FROM post p
         JOIN moderation_log l ON l.thread = p.thread AND l.position = p.position
         JOIN thread t ON t.id = p.thread
         JOIN room r ON r.id = t.room
         WHERE p.author = ?1 ORDER BY l.id DESC LIMIT ?3",
        &[&author, &lang, &DEEDS],
        |row| {
            Ok(PastDeed {
                at: row.get(0)?,
                deed: row.get(1)?,
                reason: row.get(2)?,
                room: row.get(3)?,
                room_name: row.get(4)?,
                thread: row.get(5)?,
                position: row.get(6)?,
            })
        },
    )
}

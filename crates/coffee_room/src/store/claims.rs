//! Who looks at what waits, and what stands around it.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use crate::model::{Claim, Item, LogLine, Neighbour, PostState, ThreadId};

/// Takes an item that nobody looks at since `dead`; `true` when it is theirs.
/// `over`: from whoever it is.
pub(crate) fn take(
    tx: &mut Tx<'_>,
    item: Item,
    moderator: PersonId,
    over: bool,
    dead: Millis,
    now: Millis,
) -> Result<bool, Fault> {
    let taken = tx.execute(
        "INSERT INTO claim (item, moderator, at) VALUES (?1, ?2, ?3)
         ON CONFLICT (item) DO UPDATE SET moderator = excluded.moderator, at = excluded.at
         WHERE claim.moderator = excluded.moderator OR claim.at <= ?4
            OR CAST(?5 AS BIGINT) = 1",
        &[&item.to_string(), &moderator, &now, &dead, &i64::from(over)],
    )?;
    Ok(taken == 1)
}

/// Gives an item back, or forgets it once it is decided.
pub(crate) fn release(tx: &mut Tx<'_>, item: Item) -> Result<(), Fault> {
    tx.execute("DELETE FROM claim WHERE item = ?1", &[&item.to_string()])?;
    Ok(())
}

/// Who looks at an item.
pub(crate) fn of(tx: &mut Tx<'_>, item: Item) -> Result<Option<Claim>, Fault> {
    tx.first(
        "SELECT c.moderator, w.pseudonym, c.at
         FROM claim c JOIN person w ON w.id = c.moderator WHERE c.item = ?1",
        &[&item.to_string()],
        |row| Ok(Claim { moderator: row.get(0)?, pseudonym: row.get(1)?, at: row.get(2)? }),
    )
}

/// Every claim that is alive.
pub(crate) fn alive(tx: &mut Tx<'_>, dead: Millis) -> Result<Vec<(String, Claim)>, Fault> {
    tx.query(
        "SELECT c.item, c.moderator, w.pseudonym, c.at
         FROM claim c JOIN person w ON w.id = c.moderator WHERE c.at > ?1",
        &[&dead],
        |row| {
            let claim = Claim { moderator: row.get(1)?, pseudonym: row.get(2)?, at: row.get(3)? };
            Ok((row.get(0)?, claim))
        },
    )
}

/// The posts from one position to another, as moderators see them.
pub(crate) fn around(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    first: i64,
    last: i64,
) -> Result<Vec<Neighbour>, Fault> {
    tx.query(
        "SELECT p.position, w.pseudonym, p.created_at, p.html, p.state
         FROM post p JOIN person w ON w.id = p.author
         WHERE p.thread = ?1 AND p.position >= ?2 AND p.position <= ?3 ORDER BY p.position",
        &[&thread, &first, &last],
        |row| {
            Ok(Neighbour {
                position: row.get(0)?,
                author: row.get(1)?,
                at: row.get(2)?,
                html: row.get(3)?,
                is_hidden: row.get::<PostState>(4)? == PostState::Hidden,
            })
        },
    )
}

/// What was decided about a post so far, newest first.
pub(crate) fn decided(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    lang: Lang,
) -> Result<Vec<LogLine>, Fault> {
    tx.query(
        "SELECT l.id, l.at, w.pseudonym, l.deed, l.thread, l.position, l.held, l.room,
                CASE ?3 WHEN 'fi' THEN r.name_fi WHEN 'sv' THEN r.name_sv ELSE r.name_en END,
                l.reason, l.note, l.measure, l.trainee
         FROM moderation_log l
         JOIN person w ON w.id = l.moderator
         JOIN thread t ON t.id = l.thread
         JOIN room r ON r.id = t.room
         WHERE l.thread = ?1 AND l.position = ?2 ORDER BY l.id DESC LIMIT 20",
        &[&thread, &position, &lang],
        |row| {
            Ok(LogLine {
                id: row.get(0)?,
                at: row.get(1)?,
                moderator: row.get(2)?,
                deed: row.get(3)?,
                thread: row.get(4)?,
                title: String::new(),
                position: row.get(5)?,
                held: row.get(6)?,
                room: row.get(7)?,
                room_name: row.get(8)?,
                reason: row.get(9)?,
                note: row.get(10)?,
                measure: row.get(11)?,
                is_proposed: row.get::<Option<PersonId>>(12)?.is_some(),
            })
        },
    )
}

//! The SQL of notices.

use serde_json::{Value, json};

use super::wishes::Wish;
use super::{Group, KEEP, NoticeKind, Pace, ring_bell};
use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::Fault;
use crate::people::PersonId;

/// Unseen notices are counted so far; more are shown as "99+".
pub(crate) const UNSEEN_SHOWN: i64 = 99;
/// Old notices removed at once, so that nobody waits long behind them.
const SWEPT: i64 = 1000;
/// Notices that one mail, or one message after quiet hours, is made from.
const MAILED: i64 = 500;

/// A notice as stored.
#[derive(Debug)]
pub(super) struct Row {
    pub id: i64,
    pub kind: String,
    pub thing: String,
    pub part: i64,
    pub at: Millis,
    pub is_seen: bool,
}

fn read_row(row: &crate::db::Row<'_>) -> Result<Row, Fault> {
    Ok(Row {
        id: row.get(0)?,
        kind: row.get(1)?,
        thing: row.get(2)?,
        part: row.get(3)?,
        at: row.get(4)?,
        is_seen: row.get::<Option<Millis>>(5)?.is_some(),
    })
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    person: PersonId,
    kind: &NoticeKind,
    key: &str,
    (thing, part): (&str, i64),
    now: Millis,
) -> Result<bool, Fault> {
    let new = tx.execute(
        "INSERT INTO notice (person, kind, key, thing, part, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (key, person) DO NOTHING",
        &[&person, &kind.name, &key, &thing, &part, &now],
    )?;
    Ok(new == 1)
}

/// A person's notices before one, newest first, at most so many.
pub(super) fn before(
    tx: &mut Tx<'_>,
    person: PersonId,
    before: i64,
    most: i64,
) -> Result<Vec<Row>, Fault> {
    tx.query(
        "SELECT id, kind, thing, part, at, seen_at FROM notice
         WHERE person = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3",
        &[&person, &before, &most],
        read_row,
    )
}

/// A notice of a person with all that are shown as one with it.
pub(super) fn alike(tx: &mut Tx<'_>, person: PersonId, id: i64) -> Result<Vec<Row>, Fault> {
    tx.query(
        "SELECT n.id, n.kind, n.thing, n.part, n.at, n.seen_at
         FROM notice o JOIN notice n ON n.person = o.person AND n.kind = o.kind
              AND n.thing = o.thing AND (n.seen_at IS NULL) = (o.seen_at IS NULL)
         WHERE o.id = ?2 AND o.person = ?1 AND n.id <= o.id ORDER BY n.id DESC",
        &[&person, &id],
        read_row,
    )
}

/// How many notices a person has not seen, counted to one more than is shown.
pub(super) fn count_unseen(tx: &mut Tx<'_>, person: PersonId) -> Result<i64, Fault> {
    tx.one(
        "SELECT COUNT(*) FROM (SELECT 1 FROM notice n
             WHERE n.person = ?1 AND n.seen_at IS NULL LIMIT ?2) u",
        &[&person, &(UNSEEN_SHOWN + 1)],
        |row| row.get(0),
    )
}

/// What a person was told under a key and has not seen.
pub(super) fn unseen_by_key(
    tx: &mut Tx<'_>,
    person: PersonId,
    key: &str,
) -> Result<Vec<Row>, Fault> {
    tx.query(
        "SELECT id, kind, thing, part, at, seen_at FROM notice
         WHERE person = ?1 AND key = ?2 AND seen_at IS NULL",
        &[&person, &key],
        read_row,
    )
}

/// What a person was told since an instant and has not seen, newest first.
pub(super) fn unseen_since(
    tx: &mut Tx<'_>,
    person: PersonId,
    since: Millis,
) -> Result<Vec<Row>, Fault> {
    tx.query(
        "SELECT id, kind, thing, part, at, seen_at FROM notice
         WHERE person = ?1 AND seen_at IS NULL AND at >= ?2 ORDER BY id DESC LIMIT ?3",
        &[&person, &since, &MAILED],
        read_row,
    )
}

/// Whether a person has yet to see something that they were told of a thing.
///
/// # Errors
/// A fault of the database.
pub fn is_unseen(tx: &mut Tx<'_>, person: PersonId, thing: &str) -> Result<bool, Fault> {
    let count: i64 = tx.one(
        "SELECT COUNT(*) FROM notice WHERE person = ?1 AND thing = ?2 AND seen_at IS NULL",
        &[&person, &thing],
        |row| row.get(0),
    )?;
    Ok(count > 0)
}

/// Notes that a person has seen a thing up to a part of it, whatever they
/// were told of it for.
///
/// # Errors
/// A fault of the database.
pub fn see(
    tx: &mut Tx<'_>,
    person: PersonId,
    thing: &str,
    part: i64,
    now: Millis,
) -> Result<(), Fault> {
    let changed = tx.execute(
        "UPDATE notice SET seen_at = ?4
         WHERE person = ?1 AND thing = ?2 AND part <= ?3 AND seen_at IS NULL",
        &[&person, &thing, &part, &now],
    )?;
    if changed > 0 {
        ring_bell(tx, person);
    }
    Ok(())
}

/// Notes that a person has seen all that they were told up to a notice.
///
/// # Errors
/// A fault of the database.
pub fn see_all(tx: &mut Tx<'_>, person: PersonId, up_to: i64, now: Millis) -> Result<(), Fault> {
    let changed = tx.execute(
        "UPDATE notice SET seen_at = ?3 WHERE person = ?1 AND id <= ?2 AND seen_at IS NULL",
        &[&person, &up_to, &now],
    )?;
    if changed > 0 {
        ring_bell(tx, person);
    }
    Ok(())
}

/// Notes that one notice was seen.
pub(super) fn see_one(
    tx: &mut Tx<'_>,
    person: PersonId,
    id: i64,
    now: Millis,
) -> Result<(), Fault> {
    let changed = tx.execute(
        "UPDATE notice SET seen_at = ?3 WHERE person = ?1 AND id = ?2 AND seen_at IS NULL",
        &[&person, &id, &now],
    )?;
    if changed > 0 {
        ring_bell(tx, person);
    }
    Ok(())
}

/// Tells of parts of a thing as parts of another one, each under its number
/// and so much more: they stand there now. Their keys are `key` and that number
/// from now on.
///
/// # Errors
/// A fault of the database.
pub fn shift(
    tx: &mut Tx<'_>,
    from: &str,
    (first, last): (i64, i64),
    (to, key): (&str, &str),
    offset: i64,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE notice SET thing = ?4, part = part + ?5,
                key = CAST(?6 AS TEXT) || CAST(part + ?5 AS TEXT)
         WHERE thing = ?1 AND part >= ?2 AND part <= ?3",
        &[&from, &first, &last, &to, &offset, &key],
    )?;
    Ok(())
}

/// Takes back what anybody was told of under a key: it is not for them to see
/// any more. Should it come back, those are told anew who had neither seen it
/// nor been mailed of it.
///
/// # Errors
/// A fault of the database.
pub fn withdraw(tx: &mut Tx<'_>, key: &str, now: Millis) -> Result<(), Fault> {
    let mut told: Vec<PersonId> = tx.query(
        "DELETE FROM notice WHERE key = ?1 AND seen_at IS NULL AND mailed_at IS NULL
         RETURNING person",
        &[&key],
        |row| row.get(0),
    )?;
    told.extend(tx.query(
        "UPDATE notice SET seen_at = ?2 WHERE key = ?1 AND seen_at IS NULL RETURNING person",
        &[&key, &now],
        |row| row.get::<PersonId>(0),
    )?);
    for person in told {
        ring_bell(tx, person);
    }
    Ok(())
}

/// Removes a notice of a person.
pub(super) fn remove(tx: &mut Tx<'_>, person: PersonId, id: i64) -> Result<(), Fault> {
    let changed =
        tx.execute("DELETE FROM notice WHERE person = ?1 AND id = ?2", &[&person, &id])?;
    if changed > 0 {
        ring_bell(tx, person);
    }
    Ok(())
}

/// Removes what is too old; a bounded number, the oldest first.
pub(crate) fn sweep(tx: &mut Tx<'_>, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "DELETE FROM notice WHERE at <= ?1
           AND id IN (SELECT n.id FROM notice n ORDER BY n.id LIMIT ?2)",
        &[&(now - KEEP), &SWEPT],
    )?;
    Ok(())
}

/// What a person was told, for that person.
pub(crate) fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Value>, Fault> {
    tx.query(
        "SELECT kind, thing, part, at, seen_at FROM notice WHERE person = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({
                "kind": row.get::<String>(0)?, "about": row.get::<String>(1)?,
                "part": row.get::<i64>(2)?, "at_ms": row.get::<i64>(3)?,
                "seen_at_ms": row.get::<Option<i64>>(4)?,
            }))
        },
    )
}

/// How a person wants to be told, for that person.
pub(crate) fn export_wishes(tx: &mut Tx<'_>, person: PersonId) -> Result<Value, Fault> {
    let (wish, paces) = (wish(tx, person)?, paces(tx, person)?);
    let due = tx.query(
        "SELECT pace, due_at FROM notice_due WHERE person = ?1 ORDER BY pace",
        &[&person],
        |row| Ok(json!({ "pace": row.get::<String>(0)?, "due_at_ms": row.get::<i64>(1)? })),
    )?;
    let paces: Vec<Value> =
        paces.iter().map(|(kind, pace)| json!({ "kind": kind, "pace": pace.word() })).collect();
    Ok(json!({
        "mails": wish.mails.word(), "digest_hour": wish.digest_hour,
        "quiet_from": wish.quiet_from, "quiet_to": wish.quiet_to,
        "titles": wish.titles.word(), "by_kind": paces, "due": due,
    }))
}

/// Forgets what a person was told.
pub(crate) fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    tx.execute("DELETE FROM notice WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM notice_due WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM notice_pace WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM notice_wish WHERE person = ?1", &[&person])?;
    Ok(())
}

/// Asks for a mail at a pace, unless one is due anyway; when exactly, the
/// timer works out.
pub(super) fn ask_due(tx: &mut Tx<'_>, person: PersonId, pace: Pace) -> Result<(), Fault> {
    if pace == Pace::Never {
        return Ok(());
    }
    tx.execute(
        "INSERT INTO notice_due (person, pace, due_at) VALUES (?1, ?2, 0) ON CONFLICT DO NOTHING",
        &[&person, &pace],
    )?;
    Ok(())
}

/// A mail that is due.
pub(super) struct Due {
    pub person: PersonId,
    pub pace: Pace,
    pub due_at: Millis,
}

/// Mails that are due now, at most so many.
pub(super) fn due(tx: &mut Tx<'_>, now: Millis, most: i64) -> Result<Vec<Due>, Fault> {
    tx.query(
        "SELECT person, pace, due_at FROM notice_due
         WHERE due_at <= ?1 ORDER BY due_at, person LIMIT ?2",
        &[&now, &most],
        |row| Ok(Due { person: row.get(0)?, pace: row.get(1)?, due_at: row.get(2)? }),
    )
}

/// Says when a mail is due.
pub(super) fn set_due(
    tx: &mut Tx<'_>,
    person: PersonId,
    pace: Pace,
    at: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE notice_due SET due_at = ?3 WHERE person = ?1 AND pace = ?2",
        &[&person, &pace, &at],
    )?;
    Ok(())
}

/// A mail is no longer due.
pub(super) fn remove_due(tx: &mut Tx<'_>, person: PersonId, pace: Pace) -> Result<(), Fault> {
    tx.execute("DELETE FROM notice_due WHERE person = ?1 AND pace = ?2", &[&person, &pace])?;
    Ok(())
}

/// Notices of a person since then that they have neither seen nor been mailed
/// of, newest first.
pub(super) fn unmailed(
    tx: &mut Tx<'_>,
    person: PersonId,
    since: Millis,
) -> Result<Vec<Row>, Fault> {
    tx.query(
        "SELECT id, kind, thing, part, at, seen_at FROM notice
         WHERE person = ?1 AND seen_at IS NULL AND mailed_at IS NULL AND at > ?2
         ORDER BY id DESC LIMIT ?3",
        &[&person, &since, &MAILED],
        read_row,
    )
}

/// Notes that a person was mailed of a group.
pub(super) fn note_mailed(
    tx: &mut Tx<'_>,
    person: PersonId,
    group: &Group,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE notice SET mailed_at = ?5
         WHERE person = ?1 AND thing = ?2 AND kind = ?3 AND id <= ?4 AND seen_at IS NULL",
        &[&person, &group.told.thing, &group.kind, &group.id, &now],
    )?;
    Ok(())
}

/// When a person wants to be mailed of a kind.
pub(super) fn pace(tx: &mut Tx<'_>, person: PersonId, kind: &NoticeKind) -> Result<Pace, Fault> {
    let own: Option<Pace> = tx.first(
        "SELECT pace FROM notice_pace WHERE person = ?1 AND kind = ?2",
        &[&person, &kind.name],
        |row| row.get(0),
    )?;
    Ok(own.unwrap_or(kind.pace))
}

/// When a person wants to be mailed, by kind, where they said so.
pub(super) fn paces(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<(String, Pace)>, Fault> {
    tx.query("SELECT kind, pace FROM notice_pace WHERE person = ?1", &[&person], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// How a person wants to be mailed.
pub(super) fn wish(tx: &mut Tx<'_>, person: PersonId) -> Result<Wish, Fault> {
    let own = tx.first(
        "SELECT state, digest_hour, quiet_from, quiet_to, titles FROM notice_wish
         WHERE person = ?1",
        &[&person],
        |row| {
            Ok(Wish {
                mails: row.get(0)?,
                digest_hour: hour(row.get(1)?)?,
                quiet_from: hour(row.get(2)?)?,
                quiet_to: hour(row.get(3)?)?,
                titles: row.get(4)?,
            })
        },
    )?;
    Ok(own.unwrap_or_default())
}

fn hour(stored: i64) -> Result<i8, Fault> {
    i8::try_from(stored).map_err(|_| Fault::bug("an hour that is none"))
}

/// Keeps how a person wants to be mailed; what is due is worked out anew.
pub(super) fn set_wish(tx: &mut Tx<'_>, person: PersonId, wish: &Wish) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO notice_wish (person, state, digest_hour, quiet_from, quiet_to, titles)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (person) DO UPDATE SET state = excluded.state,
             digest_hour = excluded.digest_hour, quiet_from = excluded.quiet_from,
             quiet_to = excluded.quiet_to, titles = excluded.titles",
        &[
            &person,
            &wish.mails,
            &i64::from(wish.digest_hour),
            &i64::from(wish.quiet_from),
            &i64::from(wish.quiet_to),
            &wish.titles,
        ],
    )?;
    tx.execute("UPDATE notice_due SET due_at = 0 WHERE person = ?1", &[&person])?;
    Ok(())
}

/// Keeps when a person wants to be mailed of a kind; what waits goes by it.
pub(super) fn set_pace(
    tx: &mut Tx<'_>,
    person: PersonId,
    kind: &NoticeKind,
    pace: Pace,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO notice_pace (person, kind, pace) VALUES (?1, ?2, ?3)
         ON CONFLICT (person, kind) DO UPDATE SET pace = excluded.pace",
        &[&person, &kind.name, &pace],
    )?;
    ask_due(tx, person, pace)
}

//! The SQL of the administrator's pages.

use crate::clock::Millis;
use crate::db::{Row, Tx};
use crate::fault::Fault;
use crate::people::PersonId;
use crate::people::store::fold;
use crate::policy::Role;

/// A grant, with whom it was given.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    /// Its number.
    pub id: i64,
    /// Whom it was given.
    pub person: PersonId,
    /// What they go by.
    pub pseudonym: String,
    /// The role.
    pub role: Role,
    /// What it is limited to.
    pub scope: Option<String>,
    /// It rests on a membership.
    pub rests: bool,
    /// It rests on a membership that has ended, and opens nothing now.
    pub is_asleep: bool,
    /// It begins later.
    pub is_ahead: bool,
    /// From when.
    pub started_at: Millis,
    /// First instant after it, if it has an end.
    pub ended_at: Option<Millis>,
}

impl Held {
    /// The last instant of it, if it has an end.
    pub(crate) fn last_at(&self) -> Option<Millis> {
        self.ended_at.map(|end| end - 1)
    }

    /// It was taken back before it began.
    pub(crate) fn never_began(&self) -> bool {
        self.ended_at.is_some_and(|end| end <= self.started_at)
    }
}

macro_rules! held {
    ($rest:literal) => {
        concat!(
            "SELECT g.id, g.person, p.pseudonym, g.role, g.scope, g.rests_on_membership,
                    g.started_at, g.ended_at,
                    (SELECT COUNT(*) FROM membership m WHERE m.person = g.person
                        AND m.started_at <= ?1 AND (m.ended_at IS NULL OR m.ended_at > ?1))
             FROM grant_fact g JOIN person p ON p.id = g.person ",
            $rest
        )
    };
}

fn read_held(row: &Row<'_>, now: Millis) -> Result<Held, Fault> {
    let (rests, started_at) = (row.get::<i64>(5)? == 1, row.get(6)?);
    Ok(Held {
        id: row.get(0)?,
        person: row.get(1)?,
        pseudonym: row.get(2)?,
        role: row.get(3)?,
        scope: row.get(4)?,
        rests,
        is_asleep: rests && row.get::<i64>(8)? == 0,
        is_ahead: started_at > now,
        started_at,
        ended_at: row.get(7)?,
    })
}

/// Every grant in force, and those that begin later.
pub(crate) fn held(tx: &mut Tx<'_>, now: Millis) -> Result<Vec<Held>, Fault> {
    tx.query(
        held!(
            "WHERE g.ended_at IS NULL OR g.ended_at > ?1
             ORDER BY g.role, p.pseudonym_key, g.started_at, g.id"
        ),
        &[&now],
        |row| read_held(row, now),
    )
}

/// The grants that ended last, newest first.
pub(crate) fn ended(tx: &mut Tx<'_>, now: Millis, count: i64) -> Result<Vec<Held>, Fault> {
    tx.query(
        held!(
            "WHERE g.ended_at <= ?1 AND p.state = 'active'
             ORDER BY g.ended_at DESC, g.id DESC LIMIT ?2"
        ),
        &[&now, &count],
        |row| read_held(row, now),
    )
}

/// The person an administrator means by a pseudonym, or by the mail address of
/// somebody who neither is nor was a member or on trial. By the address of a
/// member the list of roles would tell what they go by, past the seal; a member
/// says that themselves.
pub(crate) fn meant(tx: &mut Tx<'_>, typed: &str) -> Result<Option<PersonId>, Fault> {
    if typed.contains('@') {
        return tx.first(
            "SELECT c.person FROM credential c JOIN person p ON p.id = c.person
             WHERE c.email_key = ?1 AND p.trial_started_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person = c.person)",
            &[&fold(typed)],
            |row| row.get(0),
        );
    }
    tx.first(
        "SELECT id FROM person WHERE pseudonym_key = ?1 AND state = 'active'",
        &[&fold(typed)],
        |row| row.get(0),
    )
}

/// How many others can administer now and from now on. A grant that rests on a
/// membership counts only while that runs, one with a last day not at all: the
/// day would come and leave nobody.
pub(crate) fn other_administrators(
    tx: &mut Tx<'_>,
    but: PersonId,
    now: Millis,
) -> Result<i64, Fault> {
    tx.one(
        "SELECT COUNT(*) FROM grant_fact g JOIN person p ON p.id = g.person
         WHERE g.role = 'administrator' AND g.person <> ?1 AND p.state = 'active'
           AND g.started_at <= ?2 AND g.ended_at IS NULL
           AND (g.rests_on_membership = 0 OR EXISTS (
               SELECT 1 FROM membership m WHERE m.person = g.person AND m.started_at <= ?2
                  AND (m.ended_at IS NULL OR m.ended_at > ?2)))",
        &[&but, &now],
        |row| row.get(0),
    )
}

/// Makes transactions that take administrators away follow one another: two
/// administrators who each end the other would both see one left. They meet
/// at this row, and the second begins anew.
pub(crate) fn hold_administrators(tx: &mut Tx<'_>) -> Result<(), Fault> {
    tx.execute("UPDATE site_secret SET name = name WHERE name = 'forms'", &[])?;
    Ok(())
}

/// What a person goes by; empty for one who is erased.
pub(crate) fn pseudonym(tx: &mut Tx<'_>, person: PersonId) -> Result<String, Fault> {
    let found =
        tx.first("SELECT pseudonym FROM person WHERE id = ?1", &[&person], |row| row.get(0))?;
    Ok(found.unwrap_or_default())
}

/// What an administrator should know of work and mail.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counts {
    /// Jobs given up.
    pub dead: i64,
    /// Jobs that wait for their time or another attempt.
    pub waiting: i64,
    /// Mails that a mail server refused for good.
    pub refused: i64,
    /// Mails not handed over yet.
    pub intended: i64,
}

/// Counts work and mail.
pub(crate) fn counts(tx: &mut Tx<'_>) -> Result<Counts, Fault> {
    tx.one(
        "SELECT (SELECT COUNT(*) FROM job WHERE state = 'dead'),
                (SELECT COUNT(*) FROM job WHERE state = 'waiting'),
                (SELECT COUNT(*) FROM mail WHERE state = 'refused'),
                (SELECT COUNT(*) FROM mail WHERE state = 'intended')",
        &[],
        |row| {
            Ok(Counts {
                dead: row.get(0)?,
                waiting: row.get(1)?,
                refused: row.get(2)?,
                intended: row.get(3)?,
            })
        },
    )
}

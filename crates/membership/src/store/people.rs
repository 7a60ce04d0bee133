//! The SQL of looking people up: what a registrar sees beside the road.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::store::fold;
use kafferum_platform::people::{Basis, PersonId};
use kafferum_platform::texts::Lang;

/// A person in a list.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// Who.
    pub(crate) person: PersonId,
    /// What the list is ordered by.
    pub(crate) name_key: String,
    /// Family name and given name.
    pub(crate) name: String,
    /// Region of the union.
    pub(crate) region: String,
    /// Member now.
    pub(crate) is_member: bool,
    /// When they registered or were recognised.
    pub(crate) created_at: Millis,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT i.person, i.name_key, i.family_name, i.given_name, i.region, p.created_at,
                    (SELECT COUNT(*) FROM membership m WHERE m.person = i.person
                       AND m.started_at <= ?1 AND (m.ended_at IS NULL OR m.ended_at > ?1))
             FROM identity i JOIN person p ON p.id = i.person ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> Result<Found, Fault> {
    let (family, given): (String, String) = (row.get(2)?, row.get(3)?);
    Ok(Found {
        person: row.get(0)?,
        name_key: row.get(1)?,
        name: format!("{family} {given}"),
        region: row.get(4)?,
        created_at: row.get(5)?,
        is_member: row.get::<i64>(6)? > 0,
    })
}

/// People whose name begins so (family name first), after one of them, in the
/// order of their names. An empty beginning finds everybody.
pub(crate) fn by_name(
    tx: &mut Tx<'_>,
    beginning: &str,
    after: &(String, PersonId),
    now: Millis,
    count: i64,
) -> Result<Vec<Found>, Fault> {
    let beginning = fold(beginning);
    // Every text that begins so sorts below the beginning and the last
    // letter there is.
    let end = format!("{beginning}\u{10FFFF}");
    tx.query(
        select!(
            "WHERE i.name_key >= ?2 AND i.name_key < ?3 AND (i.name_key, i.person) > (?4, ?5)
             ORDER BY i.name_key, i.person LIMIT ?6"
        ),
        &[&now, &beginning, &end, &after.0, &after.1, &count],
        read,
    )
}

/// The person behind a mail address.
pub(crate) fn by_email(tx: &mut Tx<'_>, email: &str, now: Millis) -> Result<Vec<Found>, Fault> {
    tx.query(
        select!("JOIN credential c ON c.person = i.person WHERE c.email_key = ?2"),
        &[&now, &fold(email)],
        read,
    )
}

/// The person behind a member number.
pub(crate) fn by_number(tx: &mut Tx<'_>, number: &str, now: Millis) -> Result<Vec<Found>, Fault> {
    tx.query(
        select!("JOIN roll_entry e ON e.person = i.person WHERE e.number = ?2"),
        &[&now, &number],
        read,
    )
}

/// The person behind a number of ours.
pub(crate) fn by_id(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<Vec<Found>, Fault> {
    tx.query(select!("WHERE i.person = ?2"), &[&now, &person], read)
}

/// A membership as a registrar sees it.
#[derive(Debug, Clone)]
pub(crate) struct MembershipRow {
    /// What it rests on.
    pub(crate) basis: Basis,
    /// From when.
    pub(crate) started_at: Millis,
    /// Until when, if it has ended or its end is known.
    pub(crate) ended_at: Option<Millis>,
}

/// The memberships of a person, oldest first.
pub(crate) fn memberships(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<MembershipRow>, Fault> {
    tx.query(
        "SELECT basis, started_at, ended_at FROM membership WHERE person = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(MembershipRow { basis: row.get(0)?, started_at: row.get(1)?, ended_at: row.get(2)? })
        },
    )
}

/// Whether there is a membership that has not ended.
pub(crate) fn has_membership(
    tx: &mut Tx<'_>,
    person: PersonId,
    now: Millis,
) -> Result<bool, Fault> {
    let count: i64 = tx.one(
        "SELECT COUNT(*) FROM membership
         WHERE person = ?1 AND (ended_at IS NULL OR ended_at > ?2)",
        &[&person, &now],
        |row| row.get(0),
    )?;
    Ok(count > 0)
}

/// The person who goes by a pseudonym.
pub(crate) fn by_pseudonym(tx: &mut Tx<'_>, pseudonym: &str) -> Result<Option<PersonId>, Fault> {
    tx.first(
        "SELECT id FROM person WHERE pseudonym_key = ?1 AND state = 'active'",
        &[&fold(pseudonym)],
        |row| row.get(0),
    )
}

/// A person's mail address, language and given name; none once erased.
pub(crate) fn reach(
    tx: &mut Tx<'_>,
    person: PersonId,
) -> Result<Option<(String, Lang, String)>, Fault> {
    tx.first(
        "SELECT i.email, p.lang, i.given_name FROM identity i JOIN person p ON p.id = i.person
         WHERE i.person = ?1",
        &[&person],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

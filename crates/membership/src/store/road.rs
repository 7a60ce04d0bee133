//! The SQL of the road: registrations, what lies ahead, dispatches, consents,
//! declines.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::{Identity, PersonId};
use kafferum_platform::texts::Lang;

use crate::model::{ConsentKind, Decision, DispatchKind, Relation};
use crate::rules::{SendDecision, SkipReason};
use crate::words::version;

/// What the statutes ask about a person, as stored.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    /// Who.
    pub(crate) person: PersonId,
    /// When they registered.
    pub(crate) registered_at: Millis,
    /// Their data were erased.
    pub(crate) is_erased: bool,
    /// Language of mails and letters.
    pub(crate) lang: Lang,
    /// When they first applied, of what waits or was confirmed.
    pub(crate) applied_at: Option<Millis>,
    /// When an application of theirs was last turned down.
    pub(crate) application_declined_at: Option<Millis>,
    /// When they first became a member.
    pub(crate) joined_at: Option<Millis>,
    /// When they said no thanks.
    pub(crate) declined_at: Option<Millis>,
    /// When their letter came back.
    pub(crate) letter_returned_at: Option<Millis>,
    /// They agreed to the joining letter and its reminder.
    pub(crate) has_consented: bool,
    /// They asked for the printed letter.
    pub(crate) wants_letter: bool,
    /// Name and contact; none once erased.
    pub(crate) identity: Option<Identity>,
}

/// A query for [`Facts`] over `road_ahead` or `road` under the name `a`; `?1`
/// is now.
macro_rules! facts {
    ($from:literal) => {
        concat!(
            "SELECT a.person, a.registered_at, p.state, p.lang,
                    (SELECT MIN(x.applied_at) FROM application x
                     WHERE x.person = a.person AND x.state IN ('waiting', 'confirmed')),
                    (SELECT MIN(m.started_at) FROM membership m
                     WHERE m.person = a.person AND m.started_at <= ?1),
                    (SELECT d.declined_at FROM decline d WHERE d.person = a.person),
                    (SELECT l.returned_at FROM letter l WHERE l.person = a.person),
                    (SELECT COUNT(*) FROM consent c
                     WHERE c.person = a.person AND c.kind = 'join-letter'),
                    r.letter_wish, i.given_name, i.family_name, i.email, i.phone, i.street,
                    i.postal_code, i.city, i.region,
                    (SELECT MAX(x.settled_at) FROM application x
                     WHERE x.person = a.person AND x.state = 'declined')
             FROM ",
            $from
        )
    };
}

fn read_facts(row: &Row<'_>) -> Result<Facts, Fault> {
    let given_name: Option<String> = row.get(10)?;
    let identity = match given_name {
        None => None,
        Some(given_name) => Some(Identity {
            given_name,
            family_name: row.get(11)?,
            email: row.get(12)?,
            phone: row.get(13)?,
            street: row.get(14)?,
            postal_code: row.get(15)?,
            city: row.get(16)?,
            region: row.get(17)?,
        }),
    };
    Ok(Facts {
        person: row.get(0)?,
        registered_at: row.get(1)?,
        is_erased: row.get::<String>(2)? == "erased",
        lang: row.get(3)?,
        applied_at: row.get(4)?,
        application_declined_at: row.get(18)?,
        joined_at: row.get(5)?,
        declined_at: row.get(6)?,
        letter_returned_at: row.get(7)?,
        has_consented: row.get::<i64>(8)? > 0,
        wants_letter: row.get::<Option<String>>(9)?.is_some_and(|wish| wish == "wanted"),
        identity,
    })
}

/// The facts about those who registered before an instant and have this kind
/// still ahead, longest waiting first.
pub(crate) fn ahead(
    tx: &mut Tx<'_>,
    kind: DispatchKind,
    registered_before: Millis,
    now: Millis,
    count: i64,
) -> Result<Vec<Facts>, Fault> {
    tx.query(
        facts!(
            "road_ahead a
             JOIN person p ON p.id = a.person
             LEFT JOIN road r ON r.person = a.person
             LEFT JOIN identity i ON i.person = a.person
             WHERE a.kind = ?2 AND a.registered_at < ?3
             ORDER BY a.registered_at, a.person LIMIT ?4"
        ),
        &[&now, &kind, &registered_before, &count],
        read_facts,
    )
}

/// The facts about one person; none for somebody who never registered.
pub(crate) fn facts(
    tx: &mut Tx<'_>,
    person: PersonId,
    now: Millis,
) -> Result<Option<Facts>, Fault> {
    tx.first(
        facts!(
            "road a
             JOIN person p ON p.id = a.person
             LEFT JOIN road r ON r.person = a.person
             LEFT JOIN identity i ON i.person = a.person
             WHERE a.person = ?2"
        ),
        &[&now, &person],
        read_facts,
    )
}

/// Begins a person's road.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    person: PersonId,
    relation: Relation,
    wants_letter: bool,
    now: Millis,
) -> Result<(), Fault> {
    let wish = if wants_letter { "wanted" } else { "not-wanted" };
    tx.execute(
        "INSERT INTO road (person, registered_at, relation, letter_wish) VALUES (?1, ?2, ?3, ?4)",
        &[&person, &now, &relation, &wish],
    )?;
    Ok(())
}

/// Notes that something lies ahead of a person.
pub(crate) fn expect(
    tx: &mut Tx<'_>,
    person: PersonId,
    kind: DispatchKind,
    registered_at: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO road_ahead (kind, registered_at, person) VALUES (?1, ?2, ?3)",
        &[&kind, &registered_at, &person],
    )?;
    Ok(())
}

/// Writes the one row of a send or a skip, and takes it from what lies ahead.
/// `false` when it had been written before: then nothing may be sent.
pub(crate) fn settle(
    tx: &mut Tx<'_>,
    person: PersonId,
    kind: DispatchKind,
    outcome: SendDecision,
    now: Millis,
) -> Result<bool, Fault> {
    let (decision, reason) = match outcome {
        SendDecision::Send => (Decision::Sent, None),
        SendDecision::Skip(reason) => (Decision::Skipped, Some(reason)),
    };
    let new = tx.execute(
        "INSERT INTO dispatch (person, kind, decision, reason, at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (person, kind) DO NOTHING",
        &[&person, &kind, &decision, &reason, &now],
    )?;
    Ok(new == 1)
}

/// Takes something from what lies ahead, once it is settled.
pub(crate) fn pass(tx: &mut Tx<'_>, facts: &Facts, kind: DispatchKind) -> Result<(), Fault> {
    tx.execute(
        "DELETE FROM road_ahead WHERE kind = ?1 AND registered_at = ?2 AND person = ?3",
        &[&kind, &facts.registered_at, &facts.person],
    )?;
    Ok(())
}

/// Keeps two transactions apart of which one sends a person something and the
/// other brings about why it should not be sent: both write this row, so
/// whichever comes second sees what the first did.
pub(crate) fn hold(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    tx.execute("UPDATE road SET relation = relation WHERE person = ?1", &[&person])?;
    Ok(())
}

/// Notes that what was sent was taken back before it went out, and why.
pub(crate) fn take_back(
    tx: &mut Tx<'_>,
    person: PersonId,
    kind: DispatchKind,
    reason: SkipReason,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE dispatch SET withdrawn_for = ?3, withdrawn_at = ?4 WHERE person = ?1 AND kind = ?2",
        &[&person, &kind, &reason, &now],
    )?;
    Ok(())
}

/// Why and when something was taken back before it went out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Withdrawn {
    /// Why.
    pub(crate) reason: SkipReason,
    /// When.
    pub(crate) at: Millis,
}

/// A send or a skip.
#[derive(Debug, Clone)]
pub(crate) struct Dispatch {
    /// Of what.
    pub(crate) kind: DispatchKind,
    /// Which of the two.
    pub(crate) decision: Decision,
    /// Why it was skipped.
    pub(crate) reason: Option<SkipReason>,
    /// When.
    pub(crate) at: Millis,
    /// That it was taken back.
    pub(crate) withdrawn: Option<Withdrawn>,
}

/// Every send and skip of one person, oldest first.
pub(crate) fn dispatches(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Dispatch>, Fault> {
    tx.query(
        "SELECT kind, decision, reason, at, withdrawn_for, withdrawn_at FROM dispatch
         WHERE person = ?1 ORDER BY at, id",
        &[&person],
        |row| {
            let withdrawn = row.get::<Option<SkipReason>>(4)?.zip(row.get::<Option<Millis>>(5)?);
            Ok(Dispatch {
                kind: row.get(0)?,
                decision: row.get(1)?,
                reason: row.get(2)?,
                at: row.get(3)?,
                withdrawn: withdrawn.map(|(reason, at)| Withdrawn { reason, at }),
            })
        },
    )
}

/// How a person has to do with the work, and when they registered.
pub(crate) fn registration(
    tx: &mut Tx<'_>,
    person: PersonId,
) -> Result<Option<(Millis, Relation)>, Fault> {
    tx.first("SELECT registered_at, relation FROM road WHERE person = ?1", &[&person], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Records what a person agreed to, with the very words.
pub(crate) fn consent(
    tx: &mut Tx<'_>,
    person: PersonId,
    kind: ConsentKind,
    words: &str,
    now: Millis,
) -> Result<(), Fault> {
    let version = version(words);
    tx.execute(
        "INSERT INTO consent_text (version, body) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        &[&version, &words],
    )?;
    tx.execute(
        "INSERT INTO consent (person, kind, text_version, given_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO NOTHING",
        &[&person, &kind, &version, &now],
    )?;
    Ok(())
}

/// What a person agreed to and when, oldest first.
pub(crate) fn consents(
    tx: &mut Tx<'_>,
    person: PersonId,
) -> Result<Vec<(ConsentKind, Millis)>, Fault> {
    tx.query(
        "SELECT kind, given_at FROM consent WHERE person = ?1 ORDER BY given_at, id",
        &[&person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Records "no thanks".
pub(crate) fn decline(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO decline (person, declined_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        &[&person, &now],
    )?;
    Ok(())
}

/// Takes "no thanks" back.
pub(crate) fn undecline(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    tx.execute("DELETE FROM decline WHERE person = ?1", &[&person])?;
    Ok(())
}

/// When a person said "no thanks".
pub(crate) fn declined_at(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<Millis>, Fault> {
    tx.first("SELECT declined_at FROM decline WHERE person = ?1", &[&person], |row| row.get(0))
}

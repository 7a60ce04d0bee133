//! The SQL of people, memberships and grants.

use crate::clock::Millis;
use crate::db::{Row, Tx};
use crate::fault::Fault;
use crate::notices::UNSEEN_SHOWN;
use crate::people::likeness;
use crate::people::{Basis, MembershipKind, PasswordKind, PersonId};
use crate::policy::{Actor, Grant, Role, Standing};
use crate::texts::Lang;

/// What a person is called and reached by. Never shown in the coffee room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Mail address as typed.
    pub email: String,
    /// Telephone, or empty.
    pub phone: String,
    /// Street address, or empty.
    pub street: String,
    /// Postal code, or empty.
    pub postal_code: String,
    /// Town, or empty.
    pub city: String,
    /// Region of the union, or empty.
    pub region: String,
}

/// A person about to be entered.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// Name and contact.
    pub identity: Identity,
    /// What others see.
    pub pseudonym: String,
    /// Language of pages, mails and letters.
    pub lang: Lang,
    /// Start of the trial; none for members from the roll and for staff.
    pub trial_started_at: Option<Millis>,
    /// Hash of the first password.
    pub password_hash: String,
    /// Where the password came from.
    pub password_kind: PasswordKind,
}

/// A text folded so that two spellings of the same name or address are one:
/// trimmed, lower case, inner spaces single.
#[must_use]
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Enters a person with identity and credential.
///
/// Returns `None` when the mail address or the pseudonym is taken.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, new: &NewPerson, now: Millis) -> Result<Option<PersonId>, Fault> {
    if person_by_email(tx, &new.identity.email)?.is_some()
        || !is_pseudonym_free(tx, &new.pseudonym, None, now)?
    {
        return Ok(None);
    }
    let person: PersonId = tx.one(
        "INSERT INTO person (state, pseudonym, pseudonym_key, lang, created_at, trial_started_at)
         VALUES ('active', ?1, ?2, ?3, ?4, ?5) RETURNING id",
        &[&new.pseudonym, &fold(&new.pseudonym), &new.lang, &now, &new.trial_started_at],
        |row| row.get(0),
    )?;
    likeness::claim(tx, person, &new.pseudonym, now)?;
    let i = &new.identity;
    tx.execute(
        "INSERT INTO identity (person, given_name, family_name, name_key, email, phone, street,
                               postal_code, city, region)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        &[
            &person,
            &i.given_name,
            &i.family_name,
            &name_key(i),
            &i.email,
            &i.phone,
            &i.street,
            &i.postal_code,
            &i.city,
            &i.region,
        ],
    )?;
    tx.execute(
        "INSERT INTO credential (person, email_key, password_hash, kind, changed_at)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        &[&person, &fold(&i.email), &new.password_hash, &new.password_kind, &now],
    )?;
    Ok(Some(person))
}

/// The one whom everything belongs to that was written by somebody who is not
/// here: like a person who was erased, of whom nothing was ever known. One for
/// all of them, so that it is not kept either which of it one person wrote.
///
/// # Errors
/// A fault of the database.
pub fn nobody(tx: &mut Tx<'_>, now: Millis) -> Result<PersonId, Fault> {
    tx.execute(
        "INSERT INTO person (state, pseudonym, pseudonym_key, lang, created_at)
         VALUES ('erased', '', ?1, ?2, ?3) ON CONFLICT DO NOTHING",
        &[&NOBODY, &Lang::Fi, &now],
    )?;
    tx.one("SELECT id FROM person WHERE pseudonym_key = ?1", &[&NOBODY], |row| row.get(0))
}

/// A key that no pseudonym has: they hold no control characters.
const NOBODY: &str = "\u{1}nobody";

fn name_key(identity: &Identity) -> String {
    fold(&format!("{} {}", identity.family_name, identity.given_name))
}

/// The person who signs in with this mail address.
///
/// # Errors
/// A fault of the database.
pub fn person_by_email(tx: &mut Tx<'_>, email: &str) -> Result<Option<PersonId>, Fault> {
    tx.first("SELECT person FROM credential WHERE email_key = ?1", &[&fold(email)], |row| {
        row.get(0)
    })
}

/// Whether nobody else goes by this pseudonym or one that looks like it, nor
/// did so of late.
///
/// # Errors
/// A fault of the database.
pub fn is_pseudonym_free(
    tx: &mut Tx<'_>,
    pseudonym: &str,
    but: Option<PersonId>,
    now: Millis,
) -> Result<bool, Fault> {
    let taken: Option<PersonId> =
        tx.first("SELECT id FROM person WHERE pseudonym_key = ?1", &[&fold(pseudonym)], |row| {
            row.get(0)
        })?;
    Ok((taken.is_none() || taken == but) && likeness::is_free(tx, pseudonym, but, now)?)
}

/// Keeps a pseudonym that is free from everybody, for a year: what is asked for
/// together with an address that has an account is as taken afterwards as what
/// is asked for with one that had none.
///
/// # Errors
/// A fault of the database.
pub fn hold_pseudonym(tx: &mut Tx<'_>, pseudonym: &str, now: Millis) -> Result<(), Fault> {
    let nobody = nobody(tx, now)?;
    likeness::hold(tx, nobody, pseudonym, now)
}

/// Name and contact of a person.
///
/// # Errors
/// A fault of the database.
pub fn identity(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<Identity>, Fault> {
    tx.first(
        "SELECT given_name, family_name, email, phone, street, postal_code, city, region
         FROM identity WHERE person = ?1",
        &[&person],
        read_identity,
    )
}

fn read_identity(row: &Row<'_>) -> Result<Identity, Fault> {
    Ok(Identity {
        given_name: row.get(0)?,
        family_name: row.get(1)?,
        email: row.get(2)?,
        phone: row.get(3)?,
        street: row.get(4)?,
        postal_code: row.get(5)?,
        city: row.get(6)?,
        region: row.get(7)?,
    })
}

/// Changes name and contact; the mail address stays what one signs in with.
///
/// # Errors
/// A fault of the database.
pub fn update_identity(tx: &mut Tx<'_>, person: PersonId, i: &Identity) -> Result<(), Fault> {
    tx.execute(
        "UPDATE identity SET given_name = ?2, family_name = ?3, name_key = ?4, phone = ?5,
                street = ?6, postal_code = ?7, city = ?8, region = ?9
         WHERE person = ?1",
        &[
            &person,
            &i.given_name,
            &i.family_name,
            &name_key(i),
            &i.phone,
            &i.street,
            &i.postal_code,
            &i.city,
            &i.region,
        ],
    )?;
    Ok(())
}

/// The pseudonym of somebody who is still here.
///
/// # Errors
/// A fault of the database.
pub fn pseudonym(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<String>, Fault> {
    tx.first("SELECT pseudonym FROM person WHERE id = ?1 AND state = 'active'", &[&person], |row| {
        row.get(0)
    })
}

/// Changes the pseudonym; old posts follow, since they point at the person.
///
/// # Errors
/// A fault of the database.
pub fn set_pseudonym(
    tx: &mut Tx<'_>,
    person: PersonId,
    pseudonym: &str,
    now: Millis,
) -> Result<(), Fault> {
    likeness::claim(tx, person, pseudonym, now)?;
    tx.execute(
        "UPDATE person SET pseudonym = ?2, pseudonym_key = ?3 WHERE id = ?1",
        &[&person, &pseudonym, &fold(pseudonym)],
    )?;
    note_pseudonym_change(tx)
}

/// What a person was called before, newest first, and until when; a year back
/// at most.
///
/// # Errors
/// A fault of the database.
pub fn earlier_pseudonyms(
    tx: &mut Tx<'_>,
    person: PersonId,
) -> Result<Vec<(String, Millis)>, Fault> {
    likeness::earlier(tx, person)
}

/// Says that somebody goes by another pseudonym than before, so that pages
/// made with the old one are known to be out of date.
pub(crate) fn note_pseudonym_change(tx: &mut Tx<'_>) -> Result<(), Fault> {
    tx.execute("UPDATE pseudonym_changes SET changes = changes + 1", &[])?;
    Ok(())
}

/// The language a person reads.
///
/// # Errors
/// A fault of the database.
pub fn lang(tx: &mut Tx<'_>, person: PersonId) -> Result<Lang, Fault> {
    tx.one("SELECT lang FROM person WHERE id = ?1", &[&person], |row| row.get(0))
}

/// Changes the language a person reads.
///
/// # Errors
/// A fault of the database.
pub fn set_lang(tx: &mut Tx<'_>, person: PersonId, lang: Lang) -> Result<(), Fault> {
    tx.execute("UPDATE person SET lang = ?2 WHERE id = ?1", &[&person, &lang])?;
    Ok(())
}

/// When the person's trial began, if they ever had one.
///
/// # Errors
/// A fault of the database.
pub fn trial_started_at(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<Millis>, Fault> {
    tx.one("SELECT trial_started_at FROM person WHERE id = ?1", &[&person], |row| row.get(0))
}

/// Records that a membership begins, and the first instant after it where its
/// end is known ahead: access ends then, whatever else runs late. One that has
/// not ended keeps its beginning, so that saying it twice changes nothing.
///
/// # Errors
/// A fault of the database.
pub fn start_membership(
    tx: &mut Tx<'_>,
    person: PersonId,
    kind: MembershipKind,
    basis: Basis,
    (from, until): (Millis, Option<Millis>),
    now: Millis,
) -> Result<(), Fault> {
    let running = tx.execute(
        "UPDATE membership SET kind = ?2, basis = ?3, ended_at = ?4
         WHERE person = ?1 AND (ended_at IS NULL OR ended_at > ?5)",
        &[&person, &kind, &basis, &until, &now],
    )?;
    if running == 0 {
        tx.execute(
            "INSERT INTO membership (person, kind, basis, started_at, ended_at)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            &[&person, &kind, &basis, &from, &until],
        )?;
    }
    Ok(())
}

/// Everybody who is a member now, by number.
///
/// # Errors
/// A fault of the database.
pub fn members(tx: &mut Tx<'_>, now: Millis) -> Result<Vec<PersonId>, Fault> {
    tx.query(
        "SELECT person FROM membership
         WHERE started_at <= ?1 AND (ended_at IS NULL OR ended_at > ?1) ORDER BY person",
        &[&now],
        |row| row.get(0),
    )
}

/// Ends a membership, also one whose end was known to come later.
///
/// # Errors
/// A fault of the database.
pub fn end_membership(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "UPDATE membership SET ended_at = ?2
         WHERE person = ?1 AND (ended_at IS NULL OR ended_at > ?2)",
        &[&person, &now],
    )?;
    Ok(())
}

/// Gives a role from now on.
///
/// # Errors
/// A fault of the database.
pub fn grant(
    tx: &mut Tx<'_>,
    person: PersonId,
    grant: &Grant,
    rests_on_membership: bool,
    given_by: Option<PersonId>,
    now: Millis,
) -> Result<(), Fault> {
    grant_term(tx, person, grant, rests_on_membership, given_by, (now, None))
}

/// Gives a role for a term: from its first instant to the first instant after
/// it, if it has an end.
///
/// # Errors
/// A fault of the database.
pub fn grant_term(
    tx: &mut Tx<'_>,
    person: PersonId,
    grant: &Grant,
    rests_on_membership: bool,
    given_by: Option<PersonId>,
    (from, until): (Millis, Option<Millis>),
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO grant_fact (person, role, scope, rests_on_membership, started_at, ended_at,
             given_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &[
            &person,
            &grant.role,
            &grant.scope,
            &i64::from(rests_on_membership),
            &from,
            &until,
            &given_by,
        ],
    )?;
    Ok(())
}

/// Ends a grant, also one whose term would go on or is yet to begin.
///
/// # Errors
/// A fault of the database.
pub fn end_grant(tx: &mut Tx<'_>, grant: i64, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "UPDATE grant_fact SET ended_at = ?2
         WHERE id = ?1 AND (ended_at IS NULL OR ended_at > ?2)",
        &[&grant, &now],
    )?;
    Ok(())
}

/// Keeps a person out of a scope from now on; the fact's number.
///
/// # Errors
/// A fault of the database.
pub fn keep_out(
    tx: &mut Tx<'_>,
    person: PersonId,
    scope: &str,
    until: Option<Millis>,
    now: Millis,
) -> Result<i64, Fault> {
    tx.one(
        "INSERT INTO kept_out (person, scope, started_at, ended_at) VALUES (?1, ?2, ?3, ?4)
         RETURNING id",
        &[&person, &scope, &now, &until],
        |row| row.get(0),
    )
}

/// Lets a person in again.
///
/// # Errors
/// A fault of the database.
pub fn let_in(tx: &mut Tx<'_>, kept_out: i64, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "UPDATE kept_out SET ended_at = ?2 WHERE id = ?1 AND (ended_at IS NULL OR ended_at > ?2)",
        &[&kept_out, &now],
    )?;
    Ok(())
}

/// Everybody who is kept out of a scope now.
///
/// # Errors
/// A fault of the database.
pub fn kept_out_of(tx: &mut Tx<'_>, scope: &str, now: Millis) -> Result<Vec<PersonId>, Fault> {
    tx.query(
        "SELECT person FROM kept_out WHERE scope = ?1
           AND started_at <= ?2 AND (ended_at IS NULL OR ended_at > ?2)",
        &[&scope, &now],
        |row| row.get(0),
    )
}

/// Everybody who holds a role now, with what it is limited to. A grant that
/// rests on a membership counts only while that runs.
///
/// # Errors
/// A fault of the database.
pub fn holders(
    tx: &mut Tx<'_>,
    role: Role,
    now: Millis,
) -> Result<Vec<(PersonId, Option<String>)>, Fault> {
    tx.query(
        "SELECT g.person, g.scope FROM grant_fact g JOIN person p ON p.id = g.person
         WHERE g.role = ?1 AND p.state = 'active'
           AND g.started_at <= ?2 AND (g.ended_at IS NULL OR g.ended_at > ?2)
           AND (g.rests_on_membership = 0 OR EXISTS (
               SELECT 1 FROM membership m WHERE m.person = g.person AND m.started_at <= ?2
                  AND (m.ended_at IS NULL OR m.ended_at > ?2)))
         ORDER BY g.person, g.id",
        &[&role, &now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// What an actor is computed from, as a row for each membership with each
/// grant and each scope that they are kept out of.
pub(crate) struct Facts {
    person: PersonId,
    pseudonym: String,
    lang: Lang,
    trial_started_at: Option<Millis>,
    password: Option<PasswordKind>,
    /// When it ends, if it does; of one that has begun.
    membership: Option<Option<Millis>>,
    grant: Option<(Role, Option<String>, bool)>,
    kept_out: Option<String>,
}

/// A query for [`Facts`] as of the instant `?1`, with more columns behind
/// theirs, from where `p` is the person.
macro_rules! facts_sql {
    ($more:literal, $from:literal, $condition:literal) => {
        concat!(
            "SELECT p.id, p.pseudonym, p.lang, p.trial_started_at, c.kind, m.id, m.ended_at,
                    g.role, g.scope, g.rests_on_membership, k.scope",
            $more,
            " FROM ",
            $from,
            " LEFT JOIN credential c ON c.person = p.id
             LEFT JOIN membership m ON m.person = p.id AND m.started_at <= ?1
             LEFT JOIN grant_fact g ON g.person = p.id AND g.started_at <= ?1
                  AND (g.ended_at IS NULL OR g.ended_at > ?1)
             LEFT JOIN kept_out k ON k.person = p.id AND k.started_at <= ?1
                  AND (k.ended_at IS NULL OR k.ended_at > ?1)
             WHERE p.state = 'active' AND ",
            $condition
        )
    };
}
pub(crate) use facts_sql;

/// Reads one row of a query made by [`facts_sql`].
pub(crate) fn read_facts(row: &Row<'_>) -> Result<Facts, Fault> {
    let role: Option<Role> = row.get(7)?;
    let grant = match role {
        Some(role) => Some((role, row.get(8)?, row.get::<i64>(9)? == 1)),
        None => None,
    };
    Ok(Facts {
        person: row.get(0)?,
        pseudonym: row.get(1)?,
        lang: row.get(2)?,
        trial_started_at: row.get(3)?,
        password: row.get(4)?,
        membership: row.get::<Option<i64>>(5)?.map(|_| row.get(6)).transpose()?,
        grant,
        kept_out: row.get(10)?,
    })
}

/// How the end of a trial follows from its start: a rule of `membership`,
/// passed in so that this crate knows no statutes.
pub type TrialEnd<'r> = &'r dyn Fn(Millis) -> Millis;

/// Who is behind a session.
pub struct Visit {
    /// The person with the facts about them.
    pub actor: Actor,
    /// When the session's last visit was written down.
    pub seen_at: Millis,
    /// Notices that they have not seen, counted to one more than is shown.
    pub unseen: i64,
}

/// Who is behind a session token, if the session is alive.
///
/// # Errors
/// A fault of the database.
pub fn actor_by_session(
    tx: &mut Tx<'_>,
    token_hash: &[u8; 32],
    now: Millis,
    trial_end: TrialEnd<'_>,
) -> Result<Option<Visit>, Fault> {
    let (mut seen_at, mut unseen) = (0, 0);
    let facts = tx.query(
        facts_sql!(
            ", s.seen_at,
              (SELECT COUNT(*) FROM (SELECT 1 FROM notice n
                   WHERE n.person = p.id AND n.seen_at IS NULL LIMIT ?3) u)",
            "session s JOIN person p ON p.id = s.person",
            "s.token_hash = ?2 AND s.expires_at > ?1"
        ),
        &[&now, token_hash, &(UNSEEN_SHOWN + 1)],
        |row| {
            (seen_at, unseen) = (row.get(11)?, row.get(12)?);
            read_facts(row)
        },
    )?;
    Ok(compute(&facts, now, trial_end).map(|actor| Visit { actor, seen_at, unseen }))
}

/// The actor a person is now, without a session (sign-in, the timers).
///
/// # Errors
/// A fault of the database.
pub fn actor_by_person(
    tx: &mut Tx<'_>,
    person: PersonId,
    now: Millis,
    trial_end: TrialEnd<'_>,
) -> Result<Option<Actor>, Fault> {
    let facts = tx.query(facts_sql!("", "person p", "p.id = ?2"), &[&now, &person], read_facts)?;
    Ok(compute(&facts, now, trial_end))
}

pub(crate) fn compute(rows: &[Facts], now: Millis, trial_end: TrialEnd<'_>) -> Option<Actor> {
    let first = rows.first()?;
    let mut memberships = rows.iter().filter_map(|facts| facts.membership).peekable();
    let was_member = memberships.peek().is_some();
    let is_member = memberships.any(|end| end.is_none_or(|end| end > now));
    let mut grants: Vec<Grant> = Vec::new();
    let mut kept_out: Vec<String> = Vec::new();
    for facts in rows {
        if let Some((role, scope, rests)) = &facts.grant {
            let grant = Grant { role: *role, scope: scope.clone() };
            if (is_member || !rests) && !grants.contains(&grant) {
                grants.push(grant);
            }
        }
        if let Some(scope) = facts.kept_out.as_ref().filter(|scope| !kept_out.contains(scope)) {
            kept_out.push(scope.clone());
        }
    }
    let standing = match first.trial_started_at.map(trial_end) {
        _ if is_member => Standing::Member,
        _ if was_member => Standing::Leaver,
        Some(until) if now < until => Standing::Guest { until },
        Some(_) => Standing::TrialOver,
        None => Standing::Staff,
    };
    Some(Actor {
        person: Some(first.person),
        pseudonym: first.pseudonym.clone(),
        standing,
        grants,
        kept_out,
        lang: Some(first.lang),
        must_change_password: first.password == Some(PasswordKind::Temporary),
    })
}

/// A grant as the administrator sees it.
#[derive(Debug, Clone)]
pub struct GrantRow {
    /// Its number.
    pub id: i64,
    /// Whom it was given.
    pub person: PersonId,
    /// The role.
    pub role: Role,
    /// What it is limited to.
    pub scope: Option<String>,
    /// From when.
    pub started_at: Millis,
    /// Until when, if it has ended.
    pub ended_at: Option<Millis>,
}

/// All grants of one person, newest first.
///
/// # Errors
/// A fault of the database.
pub fn grants_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<GrantRow>, Fault> {
    tx.query(
        "SELECT id, person, role, scope, started_at, ended_at FROM grant_fact
         WHERE person = ?1 ORDER BY id DESC",
        &[&person],
        read_grant,
    )
}

/// Every grant now in force, for the administrator's list.
///
/// # Errors
/// A fault of the database.
pub fn grants_now(tx: &mut Tx<'_>, now: Millis) -> Result<Vec<GrantRow>, Fault> {
    tx.query(
        "SELECT id, person, role, scope, started_at, ended_at FROM grant_fact
         WHERE started_at <= ?1 AND (ended_at IS NULL OR ended_at > ?1) ORDER BY role, id",
        &[&now],
        read_grant,
    )
}

fn read_grant(row: &Row<'_>) -> Result<GrantRow, Fault> {
    Ok(GrantRow {
        id: row.get(0)?,
        person: row.get(1)?,
        role: row.get(2)?,
        scope: row.get(3)?,
        started_at: row.get(4)?,
        ended_at: row.get(5)?,
    })
}

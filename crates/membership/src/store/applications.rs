//! The SQL of applications.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Column, Row, Tx};
use kafferum_platform::people::{Basis, PersonId};
use kafferum_platform::texts::Lang;

use crate::model::{Answer, ApplicationId, ApplicationState, CameBy, Employer};

/// An application as its applicant wrote it. Empty texts were left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewApplication {
    /// Given names.
    pub(crate) given_name: String,
    /// Family name.
    pub(crate) family_name: String,
    /// Date of birth, ISO 8601.
    pub(crate) birth_date: String,
    /// Mail address.
    pub(crate) email: String,
    /// Telephone.
    pub(crate) phone: String,
    /// Street address.
    pub(crate) street: String,
    /// Postal code.
    pub(crate) postal_code: String,
    /// Town.
    pub(crate) city: String,
    /// Language of service.
    pub(crate) lang: Lang,
    /// Whose employee.
    pub(crate) employer: Employer,
    /// First day of the job, ISO 8601.
    pub(crate) job_started: String,
    /// Chapter wished for.
    pub(crate) chapter_wish: String,
    /// Studies.
    pub(crate) student: Answer,
    /// Joins the unemployment fund too.
    pub(crate) unemployment_fund: Answer,
    /// Member number, when the applicant has had one.
    pub(crate) member_number: String,
}

/// An application and what became of it.
#[derive(Debug, Clone)]
pub(crate) struct Application {
    /// Its number.
    pub(crate) id: ApplicationId,
    /// The applicant.
    pub(crate) person: PersonId,
    /// Where it is.
    pub(crate) state: ApplicationState,
    /// What was written.
    pub(crate) body: NewApplication,
    /// How it came.
    pub(crate) came_by: CameBy,
    /// When it came.
    pub(crate) applied_at: Millis,
    /// When it was answered.
    pub(crate) settled_at: Option<Millis>,
    /// What the confirmation rests on.
    pub(crate) basis: Option<Basis>,
    /// Why it was declined.
    pub(crate) reason: String,
    /// When it was handed out as CSV.
    pub(crate) exported_at: Option<Millis>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, person, state, given_name, family_name, birth_date, email, phone, street,
                    postal_code, city, lang, employer, job_started, chapter_wish, student,
                    unemployment_fund, member_number, applied_at, settled_at, basis, reason,
                    exported_at, came_by
             FROM application ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> Result<Application, Fault> {
    fn word<T: Column>(row: &Row<'_>, at: usize) -> Result<T, Fault> {
        row.get(at)
    }
    Ok(Application {
        id: row.get(0)?,
        person: row.get(1)?,
        state: row.get(2)?,
        body: NewApplication {
            given_name: row.get(3)?,
            family_name: row.get(4)?,
            birth_date: row.get(5)?,
            email: row.get(6)?,
            phone: row.get(7)?,
            street: row.get(8)?,
            postal_code: row.get(9)?,
            city: row.get(10)?,
            lang: word(row, 11)?,
            employer: word(row, 12)?,
            job_started: row.get(13)?,
            chapter_wish: row.get(14)?,
            student: word(row, 15)?,
            unemployment_fund: word(row, 16)?,
            member_number: row.get(17)?,
        },
        came_by: row.get(23)?,
        applied_at: row.get(18)?,
        settled_at: row.get(19)?,
        basis: row.get(20)?,
        reason: row.get(21)?,
        exported_at: row.get(22)?,
    })
}

/// Takes an application. `None` when one of the person waits already.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    person: PersonId,
    a: &NewApplication,
    came_by: CameBy,
    now: Millis,
) -> Result<Option<ApplicationId>, Fault> {
    tx.first(
        "INSERT INTO application (person, state, given_name, family_name, birth_date, email, phone,
             street, postal_code, city, lang, employer, job_started, chapter_wish, student,
             unemployment_fund, member_number, applied_at, reason, came_by)
         VALUES (?1, 'waiting', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,
                 ?17, '', ?18)
         ON CONFLICT DO NOTHING RETURNING id",
        &[
            &person,
            &a.given_name,
            &a.family_name,
            &a.birth_date,
            &a.email,
            &a.phone,
            &a.street,
            &a.postal_code,
            &a.city,
            &a.lang,
            &a.employer,
            &a.job_started,
            &a.chapter_wish,
            &a.student,
            &a.unemployment_fund,
            &a.member_number,
            &now,
            &came_by,
        ],
        |row| row.get(0),
    )
}

/// One application.
pub(crate) fn get(
    tx: &mut Tx<'_>,
    application: ApplicationId,
) -> Result<Option<Application>, Fault> {
    tx.first(select!("WHERE id = ?1"), &[&application], read)
}

/// The applications of a person, newest first.
pub(crate) fn of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Application>, Fault> {
    tx.query(select!("WHERE person = ?1 ORDER BY id DESC"), &[&person], read)
}

/// Whether one of a person waits.
pub(crate) fn waits(tx: &mut Tx<'_>, person: PersonId) -> Result<bool, Fault> {
    let count: i64 = tx.one(
        "SELECT COUNT(*) FROM application WHERE person = ?1 AND state = 'waiting'",
        &[&person],
        |row| row.get(0),
    )?;
    Ok(count > 0)
}

/// Those that wait, from one on, oldest first.
pub(crate) fn waiting(
    tx: &mut Tx<'_>,
    after: ApplicationId,
    count: i64,
) -> Result<Vec<Application>, Fault> {
    tx.query(
        select!("WHERE state = 'waiting' AND id > ?1 ORDER BY id LIMIT ?2"),
        &[&after, &count],
        read,
    )
}

/// How many wait.
pub(crate) fn count_waiting(tx: &mut Tx<'_>) -> Result<i64, Fault> {
    tx.one("SELECT COUNT(*) FROM application WHERE state = 'waiting'", &[], |row| row.get(0))
}

/// Those that were answered, before one, newest first.
pub(crate) fn settled(
    tx: &mut Tx<'_>,
    before: ApplicationId,
    count: i64,
) -> Result<Vec<Application>, Fault> {
    tx.query(
        select!("WHERE state <> 'waiting' AND id < ?1 ORDER BY id DESC LIMIT ?2"),
        &[&before, &count],
        read,
    )
}

/// Those that the roll may still confirm: waiting, or confirmed by a registrar
/// before the register had them. Of people who are in the roll already there
/// are none.
pub(crate) fn open_for_roll(tx: &mut Tx<'_>) -> Result<Vec<Application>, Fault> {
    tx.query(
        select!(
            "WHERE (state = 'waiting' OR (state = 'confirmed' AND basis = 'registrar'))
               AND person NOT IN (SELECT e.person FROM roll_entry e WHERE e.person IS NOT NULL)
             ORDER BY id"
        ),
        &[],
        read,
    )
}

/// Those that have not been handed out yet, oldest first; marks them.
pub(crate) fn export(tx: &mut Tx<'_>, now: Millis) -> Result<Vec<Application>, Fault> {
    let fresh = tx.query(
        select!("WHERE exported_at IS NULL AND state IN ('waiting', 'confirmed') ORDER BY id"),
        &[],
        read,
    )?;
    for application in &fresh {
        tx.execute(
            "UPDATE application SET exported_at = ?2 WHERE id = ?1",
            &[&application.id, &now],
        )?;
    }
    Ok(fresh)
}

/// Applications that were handed out together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Taken {
    /// When, which names them too.
    pub(crate) at: Millis,
    /// How many of them still stand.
    pub(crate) applications: i64,
}

/// What was handed out last, newest first.
pub(crate) fn taken(tx: &mut Tx<'_>, count: i64) -> Result<Vec<Taken>, Fault> {
    tx.query(
        "SELECT exported_at, CAST(SUM(CASE WHEN state IN ('waiting', 'confirmed')
                    AND family_name <> '' THEN 1 ELSE 0 END) AS BIGINT)
         FROM application WHERE exported_at IS NOT NULL
         GROUP BY exported_at ORDER BY exported_at DESC LIMIT ?1",
        &[&count],
        |row| Ok(Taken { at: row.get(0)?, applications: row.get(1)? }),
    )
}

/// Those that were handed out at an instant, oldest first, without what was
/// withdrawn, declined or erased since.
pub(crate) fn taken_at(tx: &mut Tx<'_>, at: Millis) -> Result<Vec<Application>, Fault> {
    tx.query(
        select!(
            "WHERE exported_at = ?1 AND state IN ('waiting', 'confirmed') AND family_name <> ''
             ORDER BY id"
        ),
        &[&at],
        read,
    )
}

/// How many have not been handed out yet.
pub(crate) fn count_fresh(tx: &mut Tx<'_>) -> Result<i64, Fault> {
    tx.one(
        "SELECT COUNT(*) FROM application
         WHERE exported_at IS NULL AND state IN ('waiting', 'confirmed')",
        &[],
        |row| row.get(0),
    )
}

/// Confirms what a person has waiting, if anything.
pub(crate) fn confirm(
    tx: &mut Tx<'_>,
    person: PersonId,
    basis: Basis,
    by: Option<PersonId>,
    now: Millis,
) -> Result<Option<ApplicationId>, Fault> {
    tx.first(
        "UPDATE application SET state = 'confirmed', basis = ?2, settled_by = ?3, settled_at = ?4
         WHERE person = ?1 AND state = 'waiting' RETURNING id",
        &[&person, &basis, &by, &now],
        |row| row.get(0),
    )
}

/// Notes the member number that a registrar gave.
pub(crate) fn set_number(
    tx: &mut Tx<'_>,
    application: ApplicationId,
    number: &str,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE application SET member_number = ?2 WHERE id = ?1",
        &[&application, &number],
    )?;
    Ok(())
}

/// Declines a waiting application. `false` when it did not wait any more.
pub(crate) fn decline(
    tx: &mut Tx<'_>,
    application: ApplicationId,
    reason: &str,
    by: PersonId,
    now: Millis,
) -> Result<bool, Fault> {
    let declined = tx.execute(
        "UPDATE application SET state = 'declined', reason = ?2, settled_by = ?3, settled_at = ?4
         WHERE id = ?1 AND state = 'waiting'",
        &[&application, &reason, &by, &now],
    )?;
    Ok(declined == 1)
}

/// Takes an application back. `false` when none waited.
pub(crate) fn withdraw(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<bool, Fault> {
    let withdrawn = tx.execute(
        "UPDATE application SET state = 'withdrawn', settled_at = ?2
         WHERE person = ?1 AND state = 'waiting'",
        &[&person, &now],
    )?;
    Ok(withdrawn == 1)
}

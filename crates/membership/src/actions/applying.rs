//! Applications: made on the site or on paper, confirmed or declined by a
//! registrar.

use kafferum_platform::clock::{Millis, date_of};
use kafferum_platform::db::Tx;
use kafferum_platform::feature::Moment;
use kafferum_platform::people::{Basis, MembershipKind, PersonId};
use kafferum_platform::{Error, Fault, Refusal, audit};

use super::registering::reader;
use super::{belonging, travelling};
use crate::mails;
use crate::model::{Answer, ApplicationId, ApplicationState, CameBy, ConsentKind};
use crate::rules::SkipReason;
use crate::store::applications::{self, Application, NewApplication};
use crate::store::{people, road, roll};

/// Takes an application, with the very words that were agreed to. One that
/// waits already stands.
pub(crate) fn apply(
    tx: &mut Tx<'_>,
    moment: &Moment,
    person: PersonId,
    application: &NewApplication,
    words: &str,
) -> Result<(), Error> {
    road::consent(tx, person, ConsentKind::Application, words, moment.now)?;
    if applications::insert(tx, person, application, CameBy::Site, moment.now)?.is_none() {
        return Err(Refusal::new("membership-application-waits").into());
    }
    Ok(travelling::take_back(tx, person, SkipReason::Applied, moment.now)?)
}

/// Takes an application that came on paper: from here on it is like any other.
/// What its writer agreed to stands on the paper, above their signature; the
/// site puts no words of its own into their mouth.
pub(crate) fn take_paper(
    tx: &mut Tx<'_>,
    moment: &Moment,
    person: PersonId,
    application: &NewApplication,
    registrar: PersonId,
) -> Result<ApplicationId, Error> {
    if people::has_membership(tx, person, moment.now)? {
        return Err(Refusal::new("membership-by-paper-member").into());
    }
    let taken = applications::insert(tx, person, application, CameBy::Paper, moment.now)?
        .ok_or_else(|| Refusal::new("membership-by-paper-waits"))?;
    travelling::take_back(tx, person, SkipReason::Applied, moment.now)?;
    let (by, detail) = (Some(registrar), format!("application:{taken}"));
    audit::record(tx, by, "application-by-paper", Some(person), &detail, moment.now)?;
    Ok(taken)
}

fn waiting(tx: &mut Tx<'_>, application: ApplicationId) -> Result<Application, Error> {
    let found = applications::get(tx, application)?.ok_or(Error::NotFound)?;
    if found.state == ApplicationState::Waiting {
        Ok(found)
    } else {
        Err(Refusal::new("membership-application-answered").into())
    }
}

/// Confirms an application: the same account is a member's at once. A member
/// number that the roll knows ties the two together, once the registrar has
/// `seen` whose it is; one that it does not know yet is kept for the next file,
/// and so is that of a returner, whom the roll still holds for a leaver.
pub(crate) fn confirm(
    tx: &mut Tx<'_>,
    moment: &Moment,
    application: ApplicationId,
    number: &str,
    seen: &str,
    registrar: PersonId,
) -> Result<(), Error> {
    let found = waiting(tx, application)?;
    let person = found.person;
    let linked = match roll::entry(tx, number)? {
        Some((_, None)) if number != seen => {
            return Err(Refusal::new("membership-number-look").at("member-number").into());
        }
        Some((entry, None)) if entry.has_left(date_of(moment.now, &moment.zone)) => {
            roll::link(tx, number, person, moment.now)?;
            false
        }
        Some((entry, None)) => belonging::join_by_roll(tx, moment, &entry, person)?,
        Some((_, Some(owner))) if owner == person => false,
        Some((_, Some(_))) => {
            return Err(Refusal::new("membership-number-taken").at("member-number").into());
        }
        None => false,
    };
    if !linked {
        if !number.is_empty() {
            applications::set_number(tx, application, number)?;
        }
        let kind = match found.body.student {
            Answer::Yes => MembershipKind::Student,
            Answer::No => MembershipKind::Full,
        };
        let (term, by) = ((moment.now, None), Some(registrar));
        belonging::join(tx, moment, person, kind, Basis::Registrar, term, by)?;
        travelling::take_back(tx, person, SkipReason::Joined, moment.now)?;
    }
    let detail = format!("application:{application}");
    audit::record(tx, Some(registrar), "application-confirmed", Some(person), &detail, moment.now)?;
    Ok(())
}

/// Takes out the applications that have not been yet. Says how many.
pub(crate) fn take(tx: &mut Tx<'_>, registrar: PersonId, now: Millis) -> Result<usize, Fault> {
    let fresh = applications::export(tx, now)?;
    for one in &fresh {
        let detail = format!("application:{}", one.id);
        let (by, about) = (Some(registrar), Some(one.person));
        audit::record(tx, by, "application-exported", about, &detail, now)?;
    }
    Ok(fresh.len())
}

/// Declines an application; the reason stands on the applicant's page.
pub(crate) fn decline(
    tx: &mut Tx<'_>,
    moment: &Moment,
    application: ApplicationId,
    reason: &str,
    registrar: PersonId,
) -> Result<(), Error> {
    let found = waiting(tx, application)?;
    applications::decline(tx, application, reason, registrar, moment.now)?;
    if let Some(reader) = reader(tx, found.person)? {
        mails::answer(tx, moment, &reader, application)?;
    }
    let (person, detail) = (Some(found.person), format!("application:{application}"));
    audit::record(tx, Some(registrar), "application-declined", person, &detail, moment.now)?;
    Ok(())
}

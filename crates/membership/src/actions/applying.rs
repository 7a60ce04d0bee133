//! Applications: made on the site, confirmed or declined by a registrar.

use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::feature::Moment;
use kafferum_platform::people::{Basis, MembershipKind, PersonId};
use kafferum_platform::{Error, Fault, Refusal, audit};

use super::registering::reader;
use super::{belonging, travelling};
use crate::mails;
use crate::model::{Answer, ApplicationId, ApplicationState, ConsentKind};
use crate::rules::SkipReason;
use crate::store::applications::{self, Application, NewApplication};
use crate::store::{road, roll};

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
    if applications::insert(tx, person, application, moment.now)?.is_none() {
        return Err(Refusal::new("membership-application-waits").into());
    }
    Ok(travelling::take_back(tx, person, SkipReason::Applied, moment.now)?)
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
/// `seen` whose it is; one that it does not know yet is kept for the next file.
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
        Some((entry, None)) => belonging::join_by_roll(tx, moment, &entry, person)?,
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
    belonging::welcome(tx, moment, person)?;
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

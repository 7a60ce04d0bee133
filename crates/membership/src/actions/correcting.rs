//! The address of somebody who can't get in is corrected, by two people.

use kafferum_platform::db::Tx;
use kafferum_platform::feature::Moment;
use kafferum_platform::people::email::{self, Told};
use kafferum_platform::people::{PasswordKind, PersonId, account, seal, store as people};
use kafferum_platform::policy::{Actor, Role};
use kafferum_platform::{Error, Fault, Refusal, audit, notices};

use crate::correction::{
    ANSWERED_WITHIN, Correction, CorrectionId, CorrectionState, STOPPED_WITHIN, TAKEN_WITHIN, days,
};
use crate::settings;
use crate::store::corrections as store;
use crate::told;

/// What the links are signed for.
const STOP: &str = "correction stop";
const TAKE: &str = "correction take";

/// The correction that a link stops.
pub(crate) fn stopped_by(moment: &Moment, token: &str) -> Option<CorrectionId> {
    moment.signer.read(STOP, token)?.parse().ok()
}

/// The correction whose new address a link takes.
pub(crate) fn taken_by(moment: &Moment, token: &str) -> Option<CorrectionId> {
    moment.signer.read(TAKE, token)?.parse().ok()
}

fn not_open() -> Error {
    Refusal::new("membership-correction-not-open").into()
}

fn record(
    tx: &mut Tx<'_>,
    actor: Option<PersonId>,
    deed: &'static str,
    one: &Correction,
    moment: &Moment,
) -> Result<(), Fault> {
    let detail = format!("correction {}", one.id);
    audit::record(tx, actor, deed, Some(one.person), &detail, moment.now)
}

/// A registrar asks for another address.
pub(crate) fn ask(
    tx: &mut Tx<'_>,
    moment: &Moment,
    registrar: PersonId,
    person: PersonId,
    (email, reason): (&str, &str),
) -> Result<CorrectionId, Error> {
    seal::must_say_why(reason)?;
    if registrar == person {
        return Err(Refusal::new("membership-correction-self").into());
    }
    if people::person_by_email(tx, email)?.is_some() {
        return Err(Refusal::new("membership-correction-taken").at("email").into());
    }
    expire(tx, moment)?;
    let id = store::insert(tx, person, registrar, (email, reason), moment.now)?
        .ok_or_else(|| Error::Refusal(Refusal::new("membership-correction-open")))?;
    let one = store::find(tx, id)?.ok_or(Error::NotFound)?;
    record(tx, Some(registrar), "correction-asked", &one, moment)?;
    tell_person(tx, moment, &one, "asked", settings::CORRECTION_ASKED)?;
    for (administrator, scope) in people::holders(tx, Role::Administrator, moment.now)? {
        if scope.is_none() && administrator != registrar && administrator != person {
            call(tx, moment, &one, administrator, "asked")?;
        }
    }
    Ok(id)
}

/// An administrator agrees or declines.
pub(crate) fn answer(
    tx: &mut Tx<'_>,
    moment: &Moment,
    actor: &Actor,
    id: CorrectionId,
    (agrees, words): (bool, &str),
) -> Result<(), Error> {
    let me = actor.person()?;
    let one = find(tx, moment, actor, id)?;
    let (state, deed) = match agrees {
        true => (CorrectionState::Agreed, "correction-agreed"),
        false => (CorrectionState::Declined, "correction-declined"),
    };
    if !one.may_answer(actor, moment.now) || !store::answer(tx, id, state, (me, words), moment.now)?
    {
        return Err(not_open());
    }
    record(tx, Some(me), deed, &one, moment)?;
    if agrees {
        tell_person(tx, moment, &one, "agreed", settings::CORRECTION_AGREED)?;
    }
    Ok(call(tx, moment, &one, one.asked_by, "answered")?)
}

/// One that the office shows to an actor.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    moment: &Moment,
    actor: &Actor,
    id: CorrectionId,
) -> Result<Correction, Error> {
    let one = store::find(tx, id)?.filter(|one| one.is_seen_by(actor, moment.now));
    one.ok_or(Error::NotFound)
}

/// Who asked takes it back.
pub(crate) fn withdraw(
    tx: &mut Tx<'_>,
    moment: &Moment,
    actor: &Actor,
    id: CorrectionId,
) -> Result<(), Error> {
    let one = find(tx, moment, actor, id)?;
    if !one.may_withdraw(actor, moment.now) {
        return Err(not_open());
    }
    settle(tx, moment, &one, CorrectionState::Withdrawn)?;
    Ok(record(tx, actor.person, "correction-withdrawn", &one, moment)?)
}

/// Stops one: the person themself, or nobody who is known, by the link that
/// went to the address of before.
pub(crate) fn stop(
    tx: &mut Tx<'_>,
    moment: &Moment,
    id: CorrectionId,
    by: Option<PersonId>,
) -> Result<(), Error> {
    let one = store::find(tx, id)?.ok_or(Error::NotFound)?;
    settle(tx, moment, &one, CorrectionState::Stopped)?;
    record(tx, by, "correction-stopped", &one, moment)?;
    Ok(call(tx, moment, &one, one.asked_by, "stopped")?)
}

fn settle(
    tx: &mut Tx<'_>,
    moment: &Moment,
    one: &Correction,
    state: CorrectionState,
) -> Result<(), Error> {
    if one.is_open(moment.now) && store::settle(tx, one.id, state, moment.now)? {
        return Ok(());
    }
    Err(not_open())
}

/// Whoever has the link takes the new address and a new password; that they
/// are the person was made sure of before.
pub(crate) fn take(
    tx: &mut Tx<'_>,
    moment: &Moment,
    id: CorrectionId,
    password_hash: &str,
) -> Result<(), Error> {
    let one = store::find(tx, id)?.filter(|one| one.may_be_taken(moment.now));
    let one = one.ok_or_else(not_open)?;
    settle(tx, moment, &one, CorrectionState::Done)?;
    record(tx, None, "correction-done", &one, moment)?;
    account::set_password(tx, one.person, password_hash, PasswordKind::Own, moment.now)?;
    match email::change(tx, moment, one.person, &one.email, None)? {
        true => Ok(()),
        false => Err(Refusal::new("membership-correction-taken").into()),
    }
}

/// Mails the links whose time has come, and ends what was left lying.
pub(crate) fn go_on(tx: &mut Tx<'_>, moment: &Moment) -> Result<usize, Fault> {
    let expired = expire(tx, moment)?;
    let due = store::to_mail(tx, moment.now - STOPPED_WITHIN)?;
    for one in &due {
        store::mark_mailed(tx, one.id, moment.now)?;
        record(tx, None, "correction-mailed", one, moment)?;
        mail_link(tx, moment, one)?;
    }
    Ok(expired + due.len())
}

fn expire(tx: &mut Tx<'_>, moment: &Moment) -> Result<usize, Fault> {
    let now = moment.now;
    store::expire(tx, now - ANSWERED_WITHIN, now - TAKEN_WITHIN, now)
}

/// The mail may come to a stranger, as the address of before did: it names
/// nobody, like the other mails about addresses.
fn mail_link(tx: &mut Tx<'_>, moment: &Moment, one: &Correction) -> Result<(), Fault> {
    let token = moment.signer.sign(TAKE, &one.id.to_string())?;
    let link = format!("{}/correction/take/{token}", moment.public_url);
    let told = Told {
        kind: "correction-link",
        key: &format!("correction-link:{}", one.id),
        body: settings::CORRECTION_LINK,
        places: &[("link", &link), ("days", &days(TAKEN_WITHIN))],
    };
    email::tell(tx, moment, one.person, &one.email, &told)
}

/// Tells the person: by mail to the address that they sign in with now, from
/// which it can be stopped, and on every device where they are signed in.
fn tell_person(
    tx: &mut Tx<'_>,
    moment: &Moment,
    one: &Correction,
    event: &str,
    body: &'static str,
) -> Result<(), Fault> {
    let token = moment.signer.sign(STOP, &one.id.to_string())?;
    let link = format!("{}/correction/stop/{token}", moment.public_url);
    let key = format!("correction:{}:{event}", one.id);
    let told = Told {
        kind: "correction",
        key: &key,
        body,
        places: &[("link", &link), ("days", &days(STOPPED_WITHIN))],
    };
    email::tell(tx, moment, one.person, &one.now_email, &told)?;
    notices::tell(tx, one.person, &told::CORRECTION, &key, &told::thing(one.id), moment.now)?;
    Ok(())
}

/// Writes to an administrator who may answer, or to the registrar who asked.
fn call(
    tx: &mut Tx<'_>,
    moment: &Moment,
    one: &Correction,
    party: PersonId,
    event: &str,
) -> Result<(), Fault> {
    let key = format!("correction-party:{}:{party}:{event}", one.id);
    let path = format!("/corrections/{}", one.id);
    seal::call(tx, party, (&key, "correction-party"), &path, moment)
}

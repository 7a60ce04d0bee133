//! Printed letters: a registrar prints a batch; some come back by post.

use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::feature::Moment;
use kafferum_platform::people::PersonId;
use kafferum_platform::{Error, Fault, Refusal, audit};

use super::travelling;
use crate::model::{BatchId, DispatchKind};
use crate::reference;
use crate::rules::{SendDecision, SkipReason};
use crate::settings;
use crate::store::{letters, road};

/// Letters in one batch: what an office printer takes at a time.
pub(crate) const BATCH: i64 = 200;

/// Takes the letters that wait, longest waiting first, and puts those that are
/// still to go into a batch. The others are recorded as skipped. `None` when
/// there was nothing to print. While the form in them could be sent nowhere,
/// all of them wait on.
pub(crate) fn print(
    tx: &mut Tx<'_>,
    moment: &Moment,
    registrar: PersonId,
) -> Result<Option<BatchId>, Error> {
    if settings::return_address(&moment.settings).is_empty() {
        return Err(Refusal::new("membership-letters-no-address").into());
    }
    let going = next(tx, moment)?;
    if going.is_empty() {
        return Ok(None);
    }
    let count = i64::try_from(going.len()).map_err(Fault::bug)?;
    let batch = letters::open_batch(tx, registrar, count, moment.now)?;
    for person in going {
        letters::print(tx, person, batch)?;
    }
    let detail = format!("batch:{batch}");
    audit::record(tx, Some(registrar), "letters-printed", None, &detail, moment.now)?;
    Ok(Some(batch))
}

/// A full batch, or all that is left of the pile. Those that are not to go are
/// taken from it, and others come up in their place.
fn next(tx: &mut Tx<'_>, moment: &Moment) -> Result<Vec<PersonId>, Fault> {
    loop {
        let (mut going, mut has_withheld) = (Vec::new(), false);
        for person in letters::waiting(tx, BATCH)? {
            match settle(tx, moment, person)? {
                SendDecision::Send => going.push(person),
                SendDecision::Skip(_) => has_withheld |= letters::withhold(tx, person)?,
            }
        }
        if !has_withheld {
            return Ok(going);
        }
    }
}

fn settle(tx: &mut Tx<'_>, moment: &Moment, person: PersonId) -> Result<SendDecision, Fault> {
    let facts = road::facts(tx, person, moment.now)?
        .ok_or_else(|| Fault::bug("a letter without a road"))?;
    let decision = travelling::join_kit(&facts, moment).letter;
    let kind = DispatchKind::JoinKitLetter;
    road::settle(tx, person, kind, decision, moment.now)?;
    road::pass(tx, &facts, kind)?;
    Ok(decision)
}

/// Records that a person's letter came back, which stops the sequence.
pub(crate) fn come_back(
    tx: &mut Tx<'_>,
    person: PersonId,
    registrar: PersonId,
    now: Millis,
) -> Result<(), Error> {
    if !letters::come_back(tx, person, now)? {
        return Err(Refusal::new("membership-letter-not-out").at("code").into());
    }
    travelling::take_back(tx, person, SkipReason::LetterReturned, now)?;
    audit::record(tx, Some(registrar), "letter-returned", Some(person), "", now)?;
    Ok(())
}

/// The same by the code printed on it.
pub(crate) fn come_back_by_code(
    tx: &mut Tx<'_>,
    code: &str,
    registrar: PersonId,
    now: Millis,
) -> Result<PersonId, Error> {
    let person = reference::person(code)
        .ok_or_else(|| Refusal::new("membership-letter-code-wrong").at("code"))?;
    come_back(tx, person, registrar, now)?;
    Ok(person)
}

//! What happens to a guest as days go by: the reminder, the lock. The
//! decisions are the statutes'; here they are taken once and recorded.

use kafferum_platform::Fault;
use kafferum_platform::clock::{Millis, date_of, timestamp};
use kafferum_platform::db::Tx;
use kafferum_platform::feature::Moment;
use kafferum_platform::mail;
use kafferum_platform::people::PersonId;

use crate::mails::{self, Reader};
use crate::model::DispatchKind;
use crate::rules::{
    self, Address, Consent, JoinKitDecision, LetterWish, ReminderState, RoadFacts, SendDecision,
    SkipReason,
};
use crate::settings;
use crate::store::road::{self, Facts};

/// What the statutes ask, from what is stored.
fn road_facts(facts: &Facts, moment: &Moment) -> RoadFacts {
    let day = |at: Option<Millis>| at.map(|at| date_of(at, &moment.zone));
    let there = |is_there: bool| if is_there { Address::Known } else { Address::Missing };
    let identity = facts.identity.as_ref();
    RoadFacts {
        registered_at: timestamp(facts.registered_at),
        applied: day(facts.applied_at),
        application_declined: day(facts.application_declined_at),
        joined: day(facts.joined_at),
        declined: day(facts.declined_at),
        letter_returned: day(facts.letter_returned_at),
        erased: day(facts.is_erased.then_some(moment.now)),
        consent: if facts.has_consented { Consent::Given } else { Consent::NotGiven },
        letter_wish: if facts.wants_letter { LetterWish::Wanted } else { LetterWish::NotWanted },
        email: there(identity.is_some_and(|i| !i.email.is_empty())),
        postal: there(identity.is_some_and(|i| {
            ![&i.street, &i.postal_code, &i.city].iter().any(|part| part.is_empty())
        })),
    }
}

/// How the join kit goes out.
pub(crate) fn join_kit(facts: &Facts, moment: &Moment) -> JoinKitDecision {
    rules::join_kit(&road_facts(facts, moment))
}

/// Whom a mail goes to; none once erased.
fn reader(facts: &Facts) -> Option<Reader> {
    facts.identity.as_ref().map(|identity| Reader {
        person: facts.person,
        lang: facts.lang,
        email: identity.email.clone(),
        given_name: identity.given_name.clone(),
    })
}

type Write = fn(&mut Tx<'_>, &Moment, &Reader) -> Result<(), Fault>;

/// Records a decision, once, and writes the mail that it asks for.
fn carry_out(
    tx: &mut Tx<'_>,
    moment: &Moment,
    facts: &Facts,
    kind: DispatchKind,
    decision: SendDecision,
    write: Write,
) -> Result<(), Fault> {
    road::hold(tx, facts.person)?;
    let is_new = road::settle(tx, facts.person, kind, decision, moment.now)?;
    road::pass(tx, facts, kind)?;
    match (decision, reader(facts)) {
        (SendDecision::Send, Some(reader)) if is_new => write(tx, moment, &reader),
        _ => Ok(()),
    }
}

/// Decides about the reminders that are due, at most `count`. Says how many.
pub(crate) fn remind(tx: &mut Tx<'_>, moment: &Moment, count: i64) -> Result<usize, Fault> {
    let days = settings::road(&moment.settings);
    let now = timestamp(moment.now);
    let before = rules::reached_by_those_before(days.reminder_day, now, &moment.zone);
    let kind = DispatchKind::Reminder;
    let mut done = 0;
    for facts in road::ahead(tx, kind, before.as_millisecond(), moment.now, count)? {
        let state = rules::reminder(&road_facts(&facts, moment), days, &moment.zone, now);
        if let ReminderState::Due(decision) = state {
            carry_out(tx, moment, &facts, kind, decision, mails::reminder)?;
            done += 1;
        }
    }
    Ok(done)
}

/// Tells those whose trial is over, at most `count`. Says how many.
pub(crate) fn lock(tx: &mut Tx<'_>, moment: &Moment, count: i64) -> Result<usize, Fault> {
    let days = settings::road(&moment.settings);
    let now = timestamp(moment.now);
    let before = rules::reached_by_those_before(days.trial_days, now, &moment.zone);
    let kind = DispatchKind::TrialLock;
    let due = road::ahead(tx, kind, before.as_millisecond(), moment.now, count)?;
    for facts in &due {
        take_back(tx, facts.person, SkipReason::TrialOver, moment.now)?;
        let decision = rules::trial_lock(&road_facts(facts, moment));
        carry_out(tx, moment, facts, kind, decision, mails::trial_lock)?;
    }
    Ok(due.len())
}

/// Takes back what is still on its way to a person and should not reach them
/// any more: a mail server may be away for days.
pub(crate) fn take_back(
    tx: &mut Tx<'_>,
    person: PersonId,
    reason: SkipReason,
    now: Millis,
) -> Result<(), Fault> {
    road::hold(tx, person)?;
    for kind in rules::taken_back_by(reason) {
        let Some(mail) = mails::kind_of(*kind) else { continue };
        if mail::withdraw(tx, person, Some(mail), now)? {
            road::take_back(tx, person, *kind, reason, now)?;
        }
    }
    Ok(())
}

/// "No thanks": nothing more is written to a person about joining.
pub(crate) fn decline(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Fault> {
    road::decline(tx, person, now)?;
    take_back(tx, person, SkipReason::Declined, now)
}

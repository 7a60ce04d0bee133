//! Becoming a member and ceasing to be one: the facts that access follows, and
//! what goes with them.

use jiff::civil::Date;
use kafferum_platform::clock::{Millis, date_of};
use kafferum_platform::db::Tx;
use kafferum_platform::feature::Moment;
use kafferum_platform::people::{Basis, MembershipKind, PersonId, store as people};
use kafferum_platform::{Error, Fault, Refusal, audit};

use super::registering::reader;
use super::travelling;
use crate::mails;
use crate::model::{ApplicationId, DispatchKind};
use crate::roll_file::RollEntry;
use crate::rules::{SendDecision, SkipReason};
use crate::store::{applications, leavers, people as found, road, roll};

/// Makes a person a member for a term, on somebody's word, and confirms the
/// application they may have waiting, which they hear of.
pub(crate) fn join(
    tx: &mut Tx<'_>,
    moment: &Moment,
    person: PersonId,
    kind: MembershipKind,
    basis: Basis,
    term: (Millis, Option<Millis>),
    by: Option<PersonId>,
) -> Result<(), Fault> {
    people::start_membership(tx, person, kind, basis, term, moment.now)?;
    match applications::confirm(tx, person, basis, by, moment.now)? {
        Some(application) => tell(tx, moment, person, application),
        None => Ok(()),
    }
}

/// A new member is welcomed once in their life; whoever comes back hears that
/// their application was answered.
fn tell(
    tx: &mut Tx<'_>,
    moment: &Moment,
    person: PersonId,
    application: ApplicationId,
) -> Result<(), Fault> {
    let Some(reader) = reader(tx, person)? else { return Ok(()) };
    if road::settle(tx, person, DispatchKind::Welcome, SendDecision::Send, moment.now)? {
        mails::welcome(tx, moment, &reader)
    } else {
        mails::answer(tx, moment, &reader, application)
    }
}

/// Ties an account to its roll entry and makes its owner a member, if the
/// entry says so. `false` when one of the two is tied already.
pub(crate) fn join_by_roll(
    tx: &mut Tx<'_>,
    moment: &Moment,
    entry: &RollEntry,
    person: PersonId,
) -> Result<bool, Fault> {
    if !roll::link(tx, entry.number.as_str(), person, moment.now)? {
        return Ok(false);
    }
    let was_member = !found::memberships(tx, person)?.is_empty();
    let term = term_of(entry, was_member, moment);
    join(tx, moment, person, kind_of(entry), Basis::Roll, term, None)?;
    travelling::take_back(tx, person, SkipReason::Joined, moment.now)?;
    Ok(true)
}

/// What kind of member an entry is; a register that does not tell means a full
/// one.
pub(crate) fn kind_of(entry: &RollEntry) -> MembershipKind {
    entry.kind.unwrap_or(MembershipKind::Full)
}

/// From when and until when a membership counts: the days that the register
/// tells, but not from before today for those who had been members here before.
/// Whose day of joining lies ahead is a member from now: the union has taken
/// them in, and till that day they would stand outside both doors.
pub(crate) fn term_of(
    entry: &RollEntry,
    was_member: bool,
    moment: &Moment,
) -> (Millis, Option<Millis>) {
    let start_of = |day: Option<Date>| {
        let start = day?.to_zoned(moment.zone.clone()).ok()?;
        Some(start.timestamp().as_millisecond())
    };
    let from = match start_of(entry.joined) {
        Some(joined) if joined < moment.now && !was_member => joined,
        _ => moment.now,
    };
    (from, start_of(entry.left))
}

/// Puts a day of leaving in force that the roll tells. Access has ended with the
/// day, where the roll told it ahead.
pub(crate) fn leave_by_roll(
    tx: &mut Tx<'_>,
    entry: &RollEntry,
    person: Option<PersonId>,
    now: Millis,
) -> Result<(), Fault> {
    let left = entry.left.ok_or_else(|| Fault::bug("a leaver without a day"))?;
    roll::leave(tx, entry.number.as_str(), left)?;
    if let Some(person) = person {
        people::end_membership(tx, person, now)?;
    }
    leavers::ask(tx, Some(entry.number.as_str()), person, &left.to_string(), now)
}

/// A registrar records that somebody left.
pub(crate) fn leave_by_registrar(
    tx: &mut Tx<'_>,
    moment: &Moment,
    person: PersonId,
    registrar: PersonId,
) -> Result<(), Error> {
    if !found::has_membership(tx, person, moment.now)? {
        return Err(Refusal::new("membership-not-a-member").into());
    }
    let now = moment.now;
    let today = date_of(now, &moment.zone);
    people::end_membership(tx, person, now)?;
    let entry = roll::entry_of(tx, person)?;
    if let Some(entry) = &entry {
        roll::leave(tx, entry.number.as_str(), today)?;
    }
    let number = entry.as_ref().map(|entry| entry.number.as_str());
    leavers::ask(tx, number, Some(person), &today.to_string(), now)?;
    audit::record(tx, Some(registrar), "membership-ended", Some(person), "", now)?;
    Ok(())
}

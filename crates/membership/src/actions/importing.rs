//! A roll file is put in force: all of it or nothing, and once.

use jiff::civil::Date;
use kafferum_platform::clock::date_of;
use kafferum_platform::db::Tx;
use kafferum_platform::feature::Moment;
use kafferum_platform::people::{Basis, PersonId, store as people};
use kafferum_platform::{Error, Fault, Refusal, audit};

use super::belonging;
use crate::roll_file::RollEntry;
use crate::roll_plan::{Known, Plan};
use crate::store::roll::{self, Import};
use crate::store::{applications, leavers};

/// What a file is compared with, as it is now.
pub(crate) fn known(tx: &mut Tx<'_>) -> Result<Known, Fault> {
    let (roll, links) = roll::all(tx)?;
    Ok(Known { roll, links, applications: applications::open_for_roll(tx)? })
}

/// Puts a file in force that was planned on the very roll of its dry run.
pub(crate) fn apply(
    tx: &mut Tx<'_>,
    moment: &Moment,
    import: &Import,
    plan: &Plan,
    registrar: PersonId,
) -> Result<(), Error> {
    if !plan.is_fit() {
        return Err(Refusal::new("membership-roll-has-problems").into());
    }
    let today = date_of(moment.now, &moment.zone);
    if roll::version(tx)? != import.roll_version || today != import.as_of {
        return Err(Refusal::new("membership-roll-changed").into());
    }
    if !roll::applied(tx, import, plan.counts(), registrar, moment.now)? {
        return Err(Refusal::new("membership-roll-gone").into());
    }
    put_in_force(tx, moment, plan, today)?;
    let detail = format!("import:{}", import.id);
    audit::record(tx, Some(registrar), "roll-applied", None, &detail, moment.now)?;
    Ok(())
}

fn put_in_force(tx: &mut Tx<'_>, moment: &Moment, plan: &Plan, today: Date) -> Result<(), Fault> {
    // Days of leaving that have come are put in force by the rules of old
    // before new ones are told.
    for (entry, person) in roll::leaving(tx, today, i64::MAX)? {
        belonging::leave_by_roll(tx, &entry, person, moment.now)?;
    }
    let is_in = |entry: &RollEntry| entry.left.is_none_or(|left| left > today);
    let diff = &plan.diff;
    for entry in &diff.joins {
        roll::put(tx, entry, is_in(entry))?;
    }
    for entry in diff.returns.iter().chain(diff.changes.iter().map(|change| &change.entry)) {
        roll::put(tx, entry, is_in(entry))?;
    }
    for leave in &diff.leaves {
        roll::put(tx, &leave.entry, false)?;
    }
    follow(tx, moment, plan, is_in)
}

/// Accounts follow their entries: access ends or begins with the fact.
fn follow(
    tx: &mut Tx<'_>,
    moment: &Moment,
    plan: &Plan,
    is_in: impl Fn(&RollEntry) -> bool,
) -> Result<(), Fault> {
    let now = moment.now;
    let diff = &plan.diff;
    let owners = roll::owners(tx)?;
    for leave in &diff.leaves {
        let number = leave.entry.number.as_str();
        let person = owners.get(number).copied();
        if let Some(person) = person {
            people::end_membership(tx, person, now)?;
        }
        let left = leave.entry.left.map(|day| day.to_string()).unwrap_or_default();
        leavers::ask(tx, Some(number), person, &left, now)?;
    }
    let kept = diff.returns.iter().chain(diff.changes.iter().map(|change| &change.entry));
    for entry in kept.filter(|entry| is_in(entry)) {
        if let Some(person) = owners.get(entry.number.as_str()) {
            let (kind, term) = (belonging::kind_of(entry), belonging::term_of(entry, true, moment));
            belonging::join(tx, moment, *person, kind, Basis::Roll, term, None)?;
        }
    }
    for met in &plan.met {
        let Some((entry, None)) = roll::entry(tx, met.entry.number.as_str())? else { continue };
        belonging::join_by_roll(tx, moment, &entry, met.person)?;
    }
    Ok(())
}

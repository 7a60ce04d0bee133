//! The roll in volume, for large demonstrations and benchmarks: an entry for
//! every member who has none, tied to the account.

use std::sync::Arc;

use jiff::civil::Date;
use kafferum_platform::clock::{Millis, date_of};
use kafferum_platform::db::Tx;
use kafferum_platform::people::{MembershipKind, PersonId, store as people};
use kafferum_platform::site::Site;
use kafferum_platform::volume::Volume;
use kafferum_platform::{Error, Fault};

use crate::model::MemberNumber;
use crate::roll_file::RollEntry;
use crate::store::roll;

/// Entries in one transaction.
const BATCH: usize = 2000;
/// The first number given; `cargo xtask bench` counts from here as well.
const FIRST: usize = 200_000;

/// Fills in the roll.
pub(crate) async fn fill(site: Arc<Site>, volume: Volume) -> Result<(), Error> {
    if volume.people == 0 {
        return Ok(());
    }
    let (now, today) = (site.now(), date_of(site.now(), &site.zone));
    let unknown = site.db.read(move |tx| Ok(without_entry(tx, now)?)).await?;
    let mut numbers = FIRST..;
    for batch in unknown.chunks(BATCH) {
        let numbered: Vec<(PersonId, usize)> = batch.iter().copied().zip(&mut numbers).collect();
        site.db
            .write(move |tx| {
                for (person, number) in &numbered {
                    if let Some(entry) = entry(tx, *person, *number, today)? {
                        roll::put(tx, &entry, true)?;
                        roll::link(tx, entry.number.as_str(), *person, now)?;
                    }
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

fn without_entry(tx: &mut Tx<'_>, now: Millis) -> Result<Vec<PersonId>, Fault> {
    let mut unknown = Vec::new();
    for person in people::members(tx, now)? {
        if roll::entry_of(tx, person)?.is_none() {
            unknown.push(person);
        }
    }
    Ok(unknown)
}

/// What the register would say of a member.
fn entry(
    tx: &mut Tx<'_>,
    person: PersonId,
    number: usize,
    today: Date,
) -> Result<Option<RollEntry>, Fault> {
    let number = MemberNumber::parse(&number.to_string());
    let Some((number, identity)) = number.zip(people::identity(tx, person)?) else {
        return Ok(None);
    };
    Ok(Some(RollEntry {
        family_name: Some(identity.family_name),
        given_name: Some(identity.given_name),
        email: Some(identity.email),
        street: Some(identity.street),
        postal_code: Some(identity.postal_code),
        city: Some(identity.city),
        region: Some(identity.region),
        language: Some(people::lang(tx, person)?),
        kind: Some(MembershipKind::Full),
        joined: Some(today),
        ..RollEntry::new(number)
    }))
}

//! Calling moderators to what waits for them: once until they have looked,
//! however much comes meanwhile, and never to what they leave to another.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::notices;
use kafferum_platform::people::{PersonId, store as people};
use kafferum_platform::policy::Role;

use crate::model::{Decision, Item, RoomId};
use crate::parties::{self, Matter};
use crate::{rules, store, told};

/// Calls those who may decide something that waits from now on.
pub(crate) fn call(tx: &mut Tx<'_>, item: Item, matter: Matter, now: Millis) -> Result<(), Fault> {
    let parties = parties::of(tx, matter, now)?;
    call_others(tx, item, matter.room, &parties, now)
}

/// The same of an appeal against a decision.
pub(crate) fn call_to_appeal(
    tx: &mut Tx<'_>,
    item: Item,
    matter: Matter,
    decision: &Decision,
    now: Millis,
) -> Result<(), Fault> {
    let parties = parties::of_appeal(tx, matter, decision, now)?;
    call_others(tx, item, matter.room, &parties, now)
}

fn call_others(
    tx: &mut Tx<'_>,
    item: Item,
    room: Option<RoomId>,
    parties: &[PersonId],
    now: Millis,
) -> Result<(), Fault> {
    let grants = people::holders(tx, Role::Moderator, now)?;
    for moderator in parties::deciders(tx, room, parties, now)? {
        let own = grants.iter().filter(|(person, _)| *person == moderator);
        let rooms = rules::rooms_of(own.map(|(_, scope)| scope.as_deref()));
        let is_alone = store::moderation::waiting_for(tx, rooms.as_deref(), moderator)? <= 1;
        if !is_alone && notices::is_unseen(tx, moderator, told::QUEUE)? {
            continue;
        }
        // What they were called to before has been decided by somebody else.
        notices::see(tx, moderator, told::QUEUE, 0, now)?;
        let key = format!("waits:{item}:{now}");
        notices::tell(tx, moderator, &told::WAITING, &key, told::QUEUE, now)?;
    }
    Ok(())
}

//! Threads that are followed while they are open.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::live::Kind;
use kafferum_platform::policy::Actor;

use crate::model::ThreadId;
use crate::{rules, store};

/// A thread; what is told is the number of its last post, as each reader
/// counts. To a guest nothing is new until something open to guests is.
pub(crate) const THREAD: Kind = Kind { name: "thread", permission: rules::COFFEE_ROOM, tell };

fn tell(tx: &mut Tx<'_>, id: i64, actors: &[&Actor]) -> Result<Vec<Option<i64>>, Fault> {
    let Some(end) = store::live::end(tx, ThreadId(id))? else {
        return Ok(vec![None; actors.len()]);
    };
    let number = |actor: &&Actor| {
        let sight = rules::sight(actor, end.room, end.open_to)?;
        rules::may_read_thread(sight, end.audience).then(|| end.marker.number(sight))
    };
    Ok(actors.iter().map(number).collect())
}

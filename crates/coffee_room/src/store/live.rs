//! What those who follow a thread are told by.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;

use crate::model::{Audience, Marker, OpenTo, RoomId, ThreadId};

/// The end of a thread, in each way of counting.
pub(crate) struct End {
    pub room: RoomId,
    pub open_to: OpenTo,
    pub audience: Audience,
    pub marker: Marker,
}

/// Where a thread ends.
pub(crate) fn end(tx: &mut Tx<'_>, thread: ThreadId) -> Result<Option<End>, Fault> {
    tx.first(
        "SELECT t.room, CASE r.open_to WHEN 'everybody' THEN t.audience ELSE 'members' END,
                t.last_position, t.guest_last_position, r.open_to
         FROM thread t JOIN room r ON r.id = t.room WHERE t.id = ?1",
        &[&thread],
        |row| {
            let marker = Marker { position: row.get(2)?, guest_position: row.get(3)? };
            Ok(End { room: row.get(0)?, open_to: row.get(4)?, audience: row.get(1)?, marker })
        },
    )
}

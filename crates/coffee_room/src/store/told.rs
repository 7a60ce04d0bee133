//! What people are told, and what they asked to be told of.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;

use crate::model::{Post, ThreadId};

/// Posts of a thread between two places, without what they say.
pub(crate) fn posts(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    first: i64,
    last: i64,
) -> Result<Vec<Post>, Fault> {
    tx.query(
        "SELECT position, guest_position, author, created_at, audience, state FROM post
         WHERE thread = ?1 AND position >= ?2 AND position <= ?3 ORDER BY position",
        &[&thread, &first, &last],
        |row| {
            Ok(Post {
                position: row.get(0)?,
                guest_position: row.get(1)?,
                author: row.get(2)?,
                pseudonym: String::new(),
                created_at: row.get(3)?,
                edited_at: None,
                audience: row.get(4)?,
                state: row.get(5)?,
                hidden_reason: None,
                hidden_note: None,
                reactions: [0; 4],
                mine: None,
                poll: None,
                html: String::new(),
            })
        },
    )
}

//! The rooms that somebody may enter, for whatever reaches across rooms: lists,
//! search, reports, the log.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::policy::Actor;

use crate::model::{OpenTo, RoomId, Sight};
use crate::{rules, store};

/// Every room, with what an actor sees in it; none where they may not enter.
pub(crate) struct Doors(Vec<(RoomId, OpenTo, Option<Sight>)>);

impl Doors {
    /// Holds an actor against every room.
    pub(crate) fn find(tx: &mut Tx<'_>, actor: &Actor) -> Result<Self, Fault> {
        let rooms = store::rooms::open_to(tx)?;
        let seen = |(room, open_to)| (room, open_to, rules::sight(actor, room, open_to));
        Ok(Self(rooms.into_iter().map(seen).collect()))
    }

    /// What they see in a room; none where they may not enter.
    pub(crate) fn sight(&self, room: RoomId) -> Option<Sight> {
        self.0.iter().find(|(known, ..)| *known == room).and_then(|(.., sight)| *sight)
    }

    /// Whether guests may enter a room.
    pub(crate) fn lets_guests_in(&self, room: RoomId) -> bool {
        self.0.iter().any(|(known, open_to, _)| *known == room && *open_to == OpenTo::Everybody)
    }

    /// The numbers of the rooms that they may enter.
    pub(crate) fn entered(&self) -> Vec<i64> {
        self.0.iter().filter(|(.., sight)| sight.is_some()).map(|(room, ..)| room.0).collect()
    }

    /// The numbers of the rooms that they may not enter.
    pub(crate) fn barred(&self) -> Vec<i64> {
        self.0.iter().filter(|(.., sight)| sight.is_none()).map(|(room, ..)| room.0).collect()
    }

    /// The rooms that they moderate, in the way of [`Doors::list`].
    pub(crate) fn moderated_list(&self) -> String {
        let moderated = self.0.iter().filter(|(.., sight)| *sight == Some(Sight::Moderator));
        moderated.fold(String::from(","), |list, (room, ..)| format!("{list}{room},"))
    }

    /// The rooms that they may enter as one text, `,1,2,7,`, since a query
    /// takes no lists. A room is among them when taking it out changes the
    /// text: `REPLACE(?1, ',' || t.room || ',', '') <> ?1`.
    pub(crate) fn list(&self) -> String {
        self.entered().iter().fold(String::from(","), |list, room| format!("{list}{room},"))
    }
}

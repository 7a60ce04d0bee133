//! The only SQL of the coffee room. What guests may know is asked for by texts
//! of its own, over columns of its own. A query across rooms takes the rooms
//! that its reader may enter ([`crate::doors::Doors`]).

use kafferum_platform::people::PersonId;

pub(crate) mod apart;
pub(crate) mod attachments;
pub(crate) mod bookmarks;
pub(crate) mod claims;
pub(crate) mod drafts;
pub(crate) mod fill;
pub(crate) mod follow;
pub(crate) mod held;
pub(crate) mod import;
pub(crate) mod live;
pub(crate) mod measures;
pub(crate) mod mentions;
pub(crate) mod moderation;
pub(crate) mod parties;
pub(crate) mod people;
pub(crate) mod person;
pub(crate) mod polls;
pub(crate) mod posts;
pub(crate) mod practice;
pub(crate) mod questions;
pub(crate) mod quotes;
pub(crate) mod reactions;
pub(crate) mod relocate;
pub(crate) mod room_keeping;
pub(crate) mod rooms;
pub(crate) mod search;
pub(crate) mod tags;
pub(crate) mod told;

/// The number of no person.
const NOBODY: PersonId = PersonId(0);

/// Rows on one page of a list.
pub(crate) const LIST: i64 = 30;

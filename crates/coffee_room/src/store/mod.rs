//! The only SQL of the coffee room. What guests may know is asked for by texts
//! of its own, over columns of its own.

pub(crate) mod fill;
pub(crate) mod moderation;
pub(crate) mod person;
pub(crate) mod polls;
pub(crate) mod posts;
pub(crate) mod quotes;
pub(crate) mod reactions;
pub(crate) mod rooms;
pub(crate) mod search;
pub(crate) mod told;

/// Rows on one page of a list.
pub(crate) const LIST: i64 = 30;

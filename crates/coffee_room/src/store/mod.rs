//! The only SQL of the coffee room. What guests may know is asked for by texts
//! of its own, over columns of its own.

pub(crate) mod apart;
pub(crate) mod fill;
pub(crate) mod moderation;
pub(crate) mod people;
pub(crate) mod person;
pub(crate) mod posts;
pub(crate) mod rooms;
pub(crate) mod search;

/// Rows on one page of a list.
pub(crate) const LIST: i64 = 30;

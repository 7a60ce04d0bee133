//! The verbs, run inside a transaction.

pub(crate) mod applying;
pub(crate) mod belonging;
pub(crate) mod correcting;
pub(crate) mod importing;
pub(crate) mod posting;
pub(crate) mod recognising;
pub(crate) mod registering;
pub(crate) mod travelling;

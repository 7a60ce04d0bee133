//! The only SQL of this capability; one function per question.

pub(crate) mod applications;
pub(crate) mod corrections;
pub(crate) mod leavers;
pub(crate) mod letters;
pub(crate) mod people;
pub(crate) mod personal;
pub(crate) mod road;
pub(crate) mod roll;

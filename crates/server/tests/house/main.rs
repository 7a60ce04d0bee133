//! The invariants of the house, held against the whole program.

mod map;
mod policy;
mod tables;
mod texts;

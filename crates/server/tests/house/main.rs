//! The invariants of the house, held against the whole program.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected should stop at once")]

mod behind;
mod forms;
mod map;
mod policy;
mod tables;
mod texts;

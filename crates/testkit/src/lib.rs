//! Testing machinery. All but `site` stands on its own and knows nothing of
//! the union, only of databases, browsers, mail, HTTP and processes.
//!
//! - [`postgres`]: a throw-away PostgreSQL server, and an empty database per test.
//! - [`browser`]: a real Chromium, spoken to in sentences.
//! - [`smtp`]: a mail server on loopback that can refuse, hang and break off.
//! - [`http`]: a client for black-box tests of pages and forms.
//! - [`log`]: what is logged while tests run.
//! - [`process`]: the built `kafferum` program: start, kill, measure.
//! - `site`, with the feature of that name: a whole site in a test; `personas`,
//!   every kind of person for it.
//!
//! Everything here blocks the calling thread, so that a test reads as a list
//! of sentences. Call it from a plain `#[test]`, not from inside a runtime.
//!
//! A test that can't have what it needs fails and says how to mend that;
//! nothing here ever skips.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that meets the unexpected should stop at once, and tests find their tools by the environment and the clock"
)]

pub mod browser;
pub mod http;
pub mod log;
#[cfg(feature = "site")]
pub mod personas;
pub mod postgres;
pub mod process;
#[cfg(feature = "site")]
pub mod site;
pub mod smtp;

mod guardian;
mod programs;
mod runtime;
mod trouble;

pub use trouble::Trouble;

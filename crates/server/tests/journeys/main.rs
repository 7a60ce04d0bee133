//! The journeys: the built program as a demonstration union, walked through
//! in a real browser as its people would.
//!
//! A journey that fails leaves a picture and the text of each of its windows
//! in `target/tmp/journeys/`. `KAFFERUM_PICTURES=FOLDER` saves a picture of
//! every page that [`every_page`] looks at, to be looked at by people.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that meets the unexpected should stop at once, and its own switch is read from the environment"
)]

mod answers;
mod article_and_fact;
mod coffee_table;
mod correcting;
mod every_page;
mod first_sign_in;
mod first_start;
mod guarded;
mod guest_and_member;
mod keyboard;
mod live;
mod moderating;
mod pictures;
mod post_report_hide;
mod registrar;
mod safety;
mod searching;
mod union;

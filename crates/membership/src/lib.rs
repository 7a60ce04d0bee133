//! The road into the union. So far its pure parts only: no database, no pages,
//! no clock.

#![expect(dead_code, reason = "the pages and jobs that use these parts come next")]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )
)]

mod model;
mod roll_file;
mod applications_csv;
mod roll_diff;
mod rules;

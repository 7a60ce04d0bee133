//! PostgreSQL for tests: a throw-away server on a Unix socket, and a new
//! empty database for each test.
//!
//! `cargo xtask test` starts one [`Server`] for the whole run and hands its
//! address on in [`ADDRESS_VARIABLE`]; a test asks for a database of its own
//! with [`fresh_database`].

mod database;
mod server;

pub use database::{FreshDatabase, fresh_database, fresh_database_from, fresh_database_on};
pub use server::{Durability, Server, binaries};

/// The environment variable that holds the address of the test run's server,
/// `postgres://user@/database?host=/folder/of/the/socket`.
pub const ADDRESS_VARIABLE: &str = "KAFFERUM_TEST_POSTGRES";

/// The environment variable that names the folder of `initdb` and `postgres`
/// where they stand in an unusual place.
pub const BINARIES_VARIABLE: &str = "KAFFERUM_POSTGRES_BIN";

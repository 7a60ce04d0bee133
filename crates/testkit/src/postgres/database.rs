//! A database of its own for each test, on the test run's server.

use std::env;
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

use postgres::{Client, NoTls};

use super::ADDRESS_VARIABLE;

/// Any number will do, so long as all test programs of a run use the same.
const TEMPLATE_LOCK: i64 = 0x006B_6166_6665;

static NUMBER: AtomicU64 = AtomicU64::new(1);

/// A database that only one test uses. Dropping this drops the database,
/// also when connections to it are still open.
pub struct FreshDatabase {
    server: String,
    name: String,
    url: String,
}

impl FreshDatabase {
    /// The address to connect to, in the form that the `postgres` crate reads.
    pub fn url(&self) -> &str {
        &self.url
    }

    fn new(server: &str, client: &mut Client, template: &str) -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{number}", process::id());
        // On a developer's own server one may be left from a killed test.
        run(client, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        run(client, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
        let url = with_database(server, &name);
        Self { server: server.to_owned(), name, url }
    }
}

impl Drop for FreshDatabase {
    fn drop(&mut self) {
        // A failure here must not hide the failure of the test itself, and
        // the server with all its databases goes at the end of the run.
        if let Ok(mut client) = Client::connect(&self.server, NoTls) {
            let _ = client.batch_execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name));
        }
    }
}

/// A new empty database on the server of this test run.
///
/// Panics where there is no such server: a test that needs PostgreSQL is
/// never skipped.
#[track_caller]
pub fn fresh_database() -> FreshDatabase {
    fresh_database_on(&server_of_this_run())
}

/// A new empty database on the server with this address.
#[track_caller]
pub fn fresh_database_on(server: &str) -> FreshDatabase {
    FreshDatabase::new(server, &mut connect(server), "template0")
}

/// A new database on the server of this test run that is a copy of a
/// template; copying is much faster than migrating anew.
///
/// The first test that names a template has it prepared: `prepare` gets the
/// address of an empty database, and must have closed its connections when
/// it returns. The name (letters, digits, `_`) must change whenever what
/// `prepare` does changes, if the server outlives a run.
#[track_caller]
pub fn fresh_database_from(template: &str, prepare: impl FnOnce(&str)) -> FreshDatabase {
    let server = server_of_this_run();
    let mut client = connect(&server);
    let template = format!("template_{template}");
    make_template_once(&server, &mut client, &template, prepare);
    FreshDatabase::new(&server, &mut client, &template)
}

#[track_caller]
fn server_of_this_run() -> String {
    match env::var(ADDRESS_VARIABLE) {
        Ok(address) => address,
        Err(_) => panic!(
            "This test needs PostgreSQL, and {ADDRESS_VARIABLE} is not set. \
             Run it with `cargo xtask test NAME`, which installs PostgreSQL where it is \
             missing and starts a throw-away server; or set {ADDRESS_VARIABLE} to a server of \
             your own, as postgres://user@/postgres?host=/folder/of/the/socket."
        ),
    }
}

fn make_template_once(
    server: &str,
    client: &mut Client,
    template: &str,
    prepare: impl FnOnce(&str),
) {
    // Test programs may run side by side; the lock makes the others wait
    // until the first has prepared the template. It ends with the connection
    // if `prepare` panics.
    run(client, &format!("SELECT pg_advisory_lock({TEMPLATE_LOCK})"));
    if !is_ready(client, template) {
        run(client, &format!("DROP DATABASE IF EXISTS {template}"));
        run(client, &format!("CREATE DATABASE {template} TEMPLATE template0"));
        prepare(&with_database(server, template));
        run(client, &format!("ALTER DATABASE {template} IS_TEMPLATE true"));
    }
    run(client, &format!("SELECT pg_advisory_unlock({TEMPLATE_LOCK})"));
}

/// A template is marked as one only when it has been prepared to the end.
fn is_ready(client: &mut Client, template: &str) -> bool {
    let question = "SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate";
    client.query_opt(question, &[&template]).expect("the list of databases").is_some()
}

#[track_caller]
fn connect(server: &str) -> Client {
    match Client::connect(server, NoTls) {
        Ok(client) => client,
        Err(error) => {
            panic!("The test server at {server} does not answer: {error}. Run `cargo xtask test`.")
        }
    }
}

#[track_caller]
fn run(client: &mut Client, statement: &str) {
    if let Err(error) = client.batch_execute(statement) {
        panic!("{statement}: {error:?}");
    }
}

/// The same address with another database.
fn with_database(url: &str, database: &str) -> String {
    let (address, parameters) = url.split_once('?').unwrap_or((url, ""));
    let server = match address.split_once("://") {
        Some((scheme, rest)) => {
            let host = rest.split_once('/').map_or(rest, |(host, _)| host);
            format!("{scheme}://{host}")
        }
        None => panic!("{ADDRESS_VARIABLE} must begin with postgres://, but is {url}"),
    };
    if parameters.is_empty() {
        format!("{server}/{database}")
    } else {
        format!("{server}/{database}?{parameters}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_gets_another_database() {
        let socket = "postgres://kafferum@/postgres?host=/tmp/socket";
        assert_eq!(with_database(socket, "t"), "postgres://kafferum@/t?host=/tmp/socket");
        assert_eq!(with_database("postgres://me:pw@host:1", "t"), "postgres://me:pw@host:1/t");
        assert_eq!(with_database("postgres://me@host/old", "t"), "postgres://me@host/t");
    }

    #[test]
    fn each_test_has_a_database_of_its_own_and_it_goes_with_the_test() {
        let first = fresh_database();
        let second = fresh_database();
        let mut open = connect(first.url());
        run(&mut open, "CREATE TABLE cup (id BIGINT)");
        assert_eq!(tables(second.url()), 0);
        let name = first.name.clone();
        drop(first);
        let mut client = connect(second.url());
        let question = "SELECT 1 FROM pg_database WHERE datname = $1";
        assert!(client.query_opt(question, &[&name]).unwrap().is_none());
    }

    #[test]
    fn a_template_is_prepared_once_and_copied_for_each_test() {
        let name = format!("cups_{}", process::id());
        let prepare = |url: &str| run(&mut connect(url), "CREATE TABLE cup (id BIGINT)");
        let first = fresh_database_from(&name, prepare);
        let second = fresh_database_from(&name, |_| panic!("prepared twice"));
        assert_eq!((tables(first.url()), tables(second.url())), (1, 1));
    }

    fn tables(url: &str) -> i64 {
        let question = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";
        connect(url).query_one(question, &[]).unwrap().get(0)
    }
}

//! What of posting's cost is indexing: the processor's time that the server
//! takes for a post, and that for indexing one.
//!
//! Indexing alone is the job that does it anew after a newer analysis, over the
//! newest threads. It reads the posts and takes their old terms out as well,
//! which posting does not, and it commits some hundreds of posts at a time
//! where posting commits some tens.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::scenes::Posting;
use super::server::Setting;

/// Threads that are indexed anew; the job does as many in one go.
const THREADS: u32 = 400;
/// How long to wait for it.
const PATIENCE: Duration = Duration::from_secs(600);

/// Processor's time of the server, in milliseconds.
pub struct Indexing {
    /// For a post, in all.
    pub posting: f64,
    /// For indexing one.
    pub indexing: f64,
}

impl Indexing {
    /// Part of posting that indexing is.
    pub fn share(&self) -> f64 {
        self.indexing / self.posting.max(1e-9)
    }
}

/// Indexes posts anew, and then posts.
pub fn measure(setting: &Setting, posting: &Posting) -> Result<Indexing, String> {
    eprintln!("xtask: indexing posts");
    let database = setting.folder.join("kafferum.sqlite");
    let server = setting.start(None, "/health/ready")?;
    // Posts that nobody was told of yet would be told of meanwhile.
    wait_until_none(&database, "SELECT COUNT(*) FROM untold")?;
    // Once to warm up, as posting does.
    index(&database)?;
    let before = server.processor();
    let posts = index(&database)?;
    let indexing = (server.processor() - before) / f64::from(posts.max(1));
    let posting = posting.cost(&server)?;
    server.stop()?;
    Ok(Indexing { posting, indexing })
}

/// Has the newest threads indexed anew; how many posts they have.
fn index(database: &Path) -> Result<u32, String> {
    let posts = ask(database).map_err(|error| format!("the database can't be asked: {error}"))?;
    let ahead = "SELECT COUNT(*) FROM job WHERE kind = 'search-index' AND state = 'waiting'";
    wait_until_none(database, ahead)?;
    Ok(posts)
}

/// Asks for the newest threads to be indexed anew; how many posts they have.
fn ask(database: &Path) -> rusqlite::Result<u32> {
    let connection = Connection::open(database)?;
    let newest: u32 =
        connection.query_one("SELECT COALESCE(MAX(id), 0) FROM thread", [], |row| row.get(0))?;
    let after = newest.saturating_sub(THREADS);
    let posts = connection.query_one(
        "SELECT COUNT(*) FROM post WHERE thread > ?1 AND state <> 'moved'",
        [after],
        |row| row.get(0),
    )?;
    connection.execute(
        "INSERT INTO job (kind, key, payload, state, due_at, lease_until, attempts, last_error)
         VALUES ('search-index', 'bench:' || CAST(unixepoch('subsec') * 1000 AS INTEGER), ?1,
                 'waiting', CAST(unixepoch('subsec') * 1000 AS INTEGER), 0, 0, '')",
        [format!("coffee-room bench {after}")],
    )?;
    Ok(posts)
}

fn wait_until_none(database: &Path, count: &str) -> Result<(), String> {
    let start = Instant::now();
    let look = || -> rusqlite::Result<u32> {
        Connection::open(database)?.query_one(count, [], |row| row.get(0))
    };
    loop {
        match look().map_err(|error| format!("the database can't be read: {error}"))? {
            0 => return Ok(()),
            left if start.elapsed() > PATIENCE => return Err(format!("{left} are left: {count}")),
            _ => std::thread::sleep(Duration::from_millis(200)),
        }
    }
}

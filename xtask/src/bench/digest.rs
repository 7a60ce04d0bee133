//! A day's digests for everybody: due in the database, handed to a mail server
//! over SMTP by a server that is killed twice on the way.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::time::{Duration, Instant};

use kafferum_testkit::smtp::SmtpReceiver;
use rusqlite::Connection;

use super::server::Setting;

/// Threads that each person follows, and new posts in each.
const THREADS: u32 = 3;
const POSTS: u32 = 2;
/// How often the server is killed on the way.
pub const KILLS: usize = 2;
/// How long to wait for all of them.
const PATIENCE: Duration = Duration::from_secs(900);

/// What was measured.
pub struct Digests {
    /// People who had news that they may read.
    pub people: usize,
    /// Seconds from the first start until everybody had their mail.
    pub seconds: f64,
    /// Mails that were handed over once more after a kill, under the same
    /// Message-ID, by which mail servers tell them.
    pub repeated: usize,
    /// People who got two different mails.
    pub told_twice: usize,
}

/// Makes digests due and lets them go out.
pub fn measure(setting: &Setting, threads: u32) -> Result<Digests, String> {
    let database = setting.folder.join("kafferum.sqlite");
    let people = make_due(&database, threads)
        .map_err(|error| format!("digests can't be made due: {error}"))?;
    eprintln!("xtask: digests for {people} people");
    let receiver = SmtpReceiver::start();
    let start = Instant::now();
    for part in 1..=KILLS {
        let server = setting.serve(&receiver.address())?;
        wait_for(&receiver, people * part / (KILLS + 1), start)?;
        server.kill();
    }
    let server = setting.serve(&receiver.address())?;
    // Who may read none of the threads is sent nothing, and what was handed
    // over again counts twice: it is over when nothing is left to do.
    wait_until_done(&database, start)?;
    let seconds = start.elapsed().as_secs_f64();
    server.stop()?;
    let mails = recipients(&receiver);
    Ok(Digests {
        people: mails.len(),
        seconds,
        repeated: receiver.count() - mails.values().map(HashSet::len).sum::<usize>(),
        told_twice: mails.values().filter(|ids| ids.len() > 1).count(),
    })
}

/// Writes news of some threads for all members, to be told of now; how many
/// people those are.
fn make_due(database: &Path, threads: u32) -> rusqlite::Result<usize> {
    let mut connection = Connection::open(database)?;
    let tx = connection.transaction()?;
    let now = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
    tx.execute("DELETE FROM notice", [])?;
    tx.execute("DELETE FROM notice_due", [])?;
    for nth in 0..THREADS {
        for back in 0..POSTS {
            tx.execute(
                &format!(
                    "INSERT OR IGNORE INTO notice (person, kind, key, thing, part, at)
                     SELECT m.person, 'coffee-room-post', 'post:' || t.id || ':' || (t.last_position - ?3),
                            'thread:' || t.id, t.last_position - ?3, {now} - 3600000
                     FROM membership m JOIN thread t ON t.id = (m.person * 7 + ?2) % ?1 + 1
                     WHERE m.ended_at IS NULL AND t.last_position > ?3"
                ),
                [threads, nth, back],
            )?;
        }
    }
    tx.execute(
        &format!(
            "INSERT INTO notice_due (person, pace, due_at)
             SELECT DISTINCT person, 'daily', {now} - 1 FROM notice"
        ),
        [],
    )?;
    let people: u32 = tx.query_one("SELECT COUNT(*) FROM notice_due", [], |row| row.get(0))?;
    tx.commit()?;
    Ok(people as usize)
}

fn wait_for(receiver: &SmtpReceiver, mails: usize, start: Instant) -> Result<(), String> {
    while receiver.count() < mails {
        if start.elapsed() > PATIENCE {
            return Err(format!("{} of {mails} digests came", receiver.count()));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

fn wait_until_done(database: &Path, start: Instant) -> Result<(), String> {
    // What somebody is told meanwhile is due another day.
    let ahead = "SELECT (SELECT COUNT(*) FROM notice_due
                         WHERE due_at <= CAST(unixepoch('subsec') * 1000 AS INTEGER))
                      + (SELECT COUNT(*) FROM job WHERE kind = 'mail' AND state = 'waiting')";
    let look = || -> rusqlite::Result<u32> {
        Connection::open(database)?.query_one(ahead, [], |row| row.get(0))
    };
    loop {
        match look().map_err(|error| format!("the database can't be read: {error}"))? {
            0 => return Ok(()),
            left if start.elapsed() > PATIENCE => return Err(format!("{left} digests are left")),
            _ => std::thread::sleep(Duration::from_millis(200)),
        }
    }
}

/// Whom mails came to, under which Message-IDs.
fn recipients(receiver: &SmtpReceiver) -> HashMap<String, HashSet<String>> {
    let mut mails: HashMap<String, HashSet<String>> = HashMap::new();
    for message in receiver.messages() {
        let id = message.header("Message-ID").unwrap_or_default();
        for to in message.to {
            mails.entry(to).or_default().insert(id.clone());
        }
    }
    mails
}

//! Work for later. A job is a row written in the transaction of the fact that
//! asks for it; a unique key makes it happen once; a worker claims it with a
//! lease, and a crash gives it back when the lease ends.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{FutureExt, future};

use crate::clock::{DAY, HOUR, MINUTE, Millis};
use crate::db::Tx;
use crate::fault::{Error, Fault, FaultKind};
use crate::feature::{JobKind, Timer};
use crate::mail_in;
use crate::notices;
use crate::people::{session, throttle};
use crate::push;
use crate::search;
use crate::site::Site;
use crate::web::receipt;

/// How long a worker may hold a job before another may take it.
const LEASE: Millis = 2 * MINUTE;
/// Jobs claimed at once: no more than are run at the same time where one may
/// take long, since neither timers nor the end of the program wait for a second
/// round of a mail server that hangs.
const BATCH: i64 = 8;
/// Waits between attempts; after the last one a job is dead and an
/// administrator sees it. About three days in all.
const WAITS: [Millis; 8] =
    [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, DAY, DAY];
/// How often the worker looks by itself.
const EVERY: Duration = Duration::from_secs(15);
/// Done jobs are kept this long, for an administrator to look at.
const KEEP_DONE: Millis = 30 * DAY;

/// Asks for work, once per key. `false` when it was asked for before.
///
/// # Errors
/// A fault of the database.
pub fn ask(
    tx: &mut Tx<'_>,
    kind: &'static str,
    key: &str,
    payload: &str,
    due_at: Millis,
) -> Result<bool, Fault> {
    let new = tx.execute(
        "INSERT INTO job (kind, key, payload, state, due_at, lease_until, attempts, last_error)
         VALUES (?1, ?2, ?3, 'waiting', ?4, 0, 0, '') ON CONFLICT (key) DO NOTHING",
        &[&kind, &key, &payload, &due_at],
    )?;
    Ok(new == 1)
}

struct Claimed {
    id: i64,
    kind: String,
    payload: String,
    attempts: i64,
}

fn claim(tx: &mut Tx<'_>, now: Millis) -> Result<Vec<Claimed>, Fault> {
    // The lease is compared both ways: a clock set back would else keep a job
    // claimed in the future from everybody.
    let due = tx.query(
        "SELECT id, kind, payload, attempts FROM job
         WHERE state = 'waiting' AND due_at <= ?1 AND (lease_until <= ?1 OR lease_until > ?2)
         ORDER BY due_at, id LIMIT ?3",
        &[&now, &(now + LEASE), &BATCH],
        |row| {
            Ok(Claimed {
                id: row.get(0)?,
                kind: row.get(1)?,
                payload: row.get(2)?,
                attempts: row.get(3)?,
            })
        },
    )?;
    for job in &due {
        tx.execute("UPDATE job SET lease_until = ?2 WHERE id = ?1", &[&job.id, &(now + LEASE)])?;
    }
    Ok(due)
}

fn finish(tx: &mut Tx<'_>, id: i64, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "UPDATE job SET state = 'done', payload = '', finished_at = ?2 WHERE id = ?1",
        &[&id, &now],
    )?;
    Ok(())
}

fn give_back(tx: &mut Tx<'_>, job: &Claimed, fault: &Fault, now: Millis) -> Result<(), Fault> {
    let wait = usize::try_from(job.attempts).ok().and_then(|tries| WAITS.get(tries));
    let (state, due) = match wait {
        Some(wait) => ("waiting", now + wait),
        None => ("dead", now),
    };
    tx.execute(
        "UPDATE job SET state = ?2, due_at = ?3, lease_until = 0, attempts = attempts + 1,
                last_error = ?4 WHERE id = ?1",
        &[&job.id, &state, &due, &fault.to_string()],
    )?;
    Ok(())
}

/// A job that was given up, or waits for another attempt.
#[derive(Debug, Clone)]
pub struct Trouble {
    /// Its number.
    pub id: i64,
    /// What kind.
    pub kind: String,
    /// `dead` or `waiting`.
    pub state: String,
    /// Attempts made.
    pub attempts: i64,
    /// When it is next tried.
    pub due_at: Millis,
    /// What went wrong; no personal data.
    pub last_error: String,
}

/// Jobs that failed at least once and are not done, dead ones first.
///
/// # Errors
/// A fault of the database.
pub fn troubles(tx: &mut Tx<'_>) -> Result<Vec<Trouble>, Fault> {
    tx.query(
        "SELECT id, kind, state, attempts, due_at, last_error FROM job
         WHERE state <> 'done' AND attempts > 0 ORDER BY state, due_at LIMIT 200",
        &[],
        |row| {
            Ok(Trouble {
                id: row.get(0)?,
                kind: row.get(1)?,
                state: row.get(2)?,
                attempts: row.get(3)?,
                due_at: row.get(4)?,
                last_error: row.get(5)?,
            })
        },
    )
}

/// Which kinds of jobs [`troubles`] are of, with how many there are of each.
///
/// # Errors
/// A fault of the database.
pub fn troubled_kinds(tx: &mut Tx<'_>) -> Result<Vec<(String, i64)>, Fault> {
    tx.query(
        "SELECT kind, COUNT(*) FROM job WHERE state <> 'done' AND attempts > 0
         GROUP BY kind ORDER BY kind",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Gives a dead job a new life. One that is being run at this moment keeps its
/// lease, so that nobody else runs it, too.
///
/// # Errors
/// A fault of the database.
pub fn revive(tx: &mut Tx<'_>, id: i64, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "UPDATE job SET state = 'waiting', attempts = 0, due_at = ?2
         WHERE id = ?1 AND state <> 'done'",
        &[&id, &now],
    )?;
    Ok(())
}

/// The same for all jobs of a kind that had trouble. Says how many.
///
/// # Errors
/// A fault of the database.
pub fn revive_all(tx: &mut Tx<'_>, kind: &str, now: Millis) -> Result<u64, Fault> {
    tx.execute(
        "UPDATE job SET state = 'waiting', attempts = 0, due_at = ?2
         WHERE kind = ?1 AND state <> 'done' AND attempts > 0",
        &[&kind, &now],
    )
}

/// Works until nothing is left to do. Says how many things were done. A timer
/// with a mistake in it stops neither the others nor the jobs, and is told of at
/// the end.
///
/// # Errors
/// A fault of the database or of a timer. Faults of single jobs are kept with
/// the job.
pub async fn work(site: &Arc<Site>) -> Result<usize, Error> {
    let (mut mistake, mut done) = (None, 0);
    loop {
        let (count, fault) = step(site).await?;
        mistake = mistake.or(fault);
        if count == 0 {
            break;
        }
        done += count;
    }
    match mistake {
        Some(fault) => Err(fault.into()),
        None => Ok(done),
    }
}

/// A step of the work: every timer once or, when none of them had anything to
/// do, a batch of jobs. What one timer does may be the cause of another's, and
/// none waits until all jobs are done. Says how many things were done, and of a
/// mistake in a timer.
async fn step(site: &Arc<Site>) -> Result<(usize, Option<Fault>), Error> {
    let (count, mistake) = run_timers(site).await?;
    let count = if count == 0 { run_jobs(site).await? } else { count };
    Ok((count, mistake))
}

/// Runs every timer once; says how many things were done, and of a mistake in
/// one.
async fn run_timers(site: &Arc<Site>) -> Result<(usize, Option<Fault>), Error> {
    let (mut mistake, mut done) = (None, 0);
    for timer in site.features.iter().flat_map(|feature| feature.timers) {
        match run_timer(site, *timer).await {
            Ok(count) => done += count,
            Err(Error::Fault(fault)) if fault.kind == FaultKind::Bug => {
                tracing::error!(timer = timer.name, %fault, "a timer failed");
                mistake = Some(fault);
            }
            Err(error) => return Err(error),
        }
    }
    Ok((done, mistake))
}

async fn run_timer(site: &Arc<Site>, timer: Timer) -> Result<usize, Error> {
    let moment = site.moment();
    site.db.write(move |tx| Ok((timer.run)(tx, &moment)?)).await
}

/// Runs a batch of the jobs that are due, if there are any.
async fn run_jobs(site: &Arc<Site>) -> Result<usize, Error> {
    let (now, mut done) = (site.now(), 0);
    let mut jobs = site.db.write(move |tx| Ok(claim(tx, now)?)).await?.into_iter();
    loop {
        let next = jobs.by_ref().take(site.mailer.at_once()).map(|job| run(site, job));
        let together: Vec<_> = next.collect();
        // Slow jobs may use the lease up; what is left of the batch is claimed
        // anew, so that no two workers hold one job.
        if together.is_empty() || !(0..LEASE / 2).contains(&(site.now() - now)) {
            return Ok(done);
        }
        done += together.len();
        future::join_all(together).await.into_iter().collect::<Result<(), Error>>()?;
    }
}

async fn run(site: &Arc<Site>, job: Claimed) -> Result<(), Error> {
    let kind = site.features.iter().flat_map(|feature| feature.jobs).find(|k| k.name == job.kind);
    let outcome = match kind {
        // A job that panics must not take the worker, and with it all mail
        // and every timer, down.
        Some(JobKind { run, .. }) => {
            AssertUnwindSafe(async { run(Arc::clone(site), job.payload.clone()).await })
                .catch_unwind()
                .await
                .unwrap_or_else(|_| Err(Fault::bug("a job panicked")))
        }
        None => Err(Fault::bug("no capability knows this kind of job")),
    };
    let now = site.now();
    match outcome {
        Ok(()) => site.db.write(move |tx| Ok(finish(tx, job.id, now)?)).await,
        Err(fault) => {
            tracing::warn!(job = job.id, kind = job.kind, %fault, "a job is given back");
            site.db.write(move |tx| Ok(give_back(tx, &job, &fault, now)?)).await
        }
    }
}

/// Changes come in bursts, and one look serves them all: while many people
/// write, the one writer is there for them.
const GATHER: Duration = Duration::from_millis(100);

/// Works until told to stop, looking when woken and every now and then. What
/// is under way is brought to its end, since a mail broken off may have been
/// taken; what else is due waits for the next start.
pub async fn worker(site: Arc<Site>, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    let mut ticks = tokio::time::interval(EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        let has_more = match step(&site).await {
            Ok((count, _)) => count > 0,
            Err(error) => {
                tracing::error!(?error, "the worker could not work");
                false
            }
        };
        tokio::select! {
            // In this order: the end is heard and ticks are kept also while a
            // backlog is worked off and the site is woken all the time.
            biased;
            () = &mut stop => return,
            _ = ticks.tick() => {
                if let Err(error) = tidy(&site).await {
                    tracing::error!(?error, "the worker could not tidy up");
                }
            }
            () = future::ready(()), if has_more => {}
            () = site.wake.notified() => tokio::time::sleep(GATHER).await,
        }
    }
}

/// Removes what has run out, and takes over settings changed on other nodes.
///
/// # Errors
/// A fault of the database.
pub async fn tidy(site: &Arc<Site>) -> Result<(), Error> {
    let now = site.now();
    site.db
        .write(move |tx| {
            session::sweep(tx, now)?;
            push::sweep(tx)?;
            throttle::sweep(tx, now)?;
            receipt::sweep(tx, now)?;
            notices::sweep(tx, now)?;
            mail_in::sweep(tx, now)?;
            search::merge(tx)?;
            tx.execute("DELETE FROM one_time_link WHERE expires_at <= ?1", &[&now])?;
            tx.execute(
                "DELETE FROM job WHERE state = 'done' AND finished_at <= ?1",
                &[&(now - KEEP_DONE)],
            )?;
            Ok(())
        })
        .await?;
    site.reload_settings().await
}

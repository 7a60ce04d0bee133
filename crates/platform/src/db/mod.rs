//! The data facade: one executor over SQLite and PostgreSQL.
//!
//! A store function is synchronous and takes a [`Tx`]; a handler says
//! `db.read(|tx| …).await` or `db.write(|tx| …).await`. One closure is one
//! consistent transaction and one hop between threads, however many queries it
//! has. Closures may be run again (PostgreSQL conflicts, a broken SQLite
//! group), so they change nothing but the database.
//!
//! Not here: what the tables mean.

mod herald;
mod migrate;
mod postgres;
mod postgres_tls;
mod postgres_wire;
mod sqlite;
mod value;

use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::{broadcast, oneshot};

use herald::Herald;
pub use herald::{Announcement, Topic};
pub use migrate::{Migration, keys, schema};
pub use value::{Bind, Cell, Column, Param};

use crate::fault::{Error, Fault};

/// Where the data is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A SQLite file; made if absent.
    Sqlite(PathBuf),
    /// A `postgres://` address.
    Postgres(String),
}

/// Which engine a database runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// SQLite inside this process.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// How many closures one commit may hold on SQLite. Twice the 64 writers the
/// bench drives, so that a full queue still fits into one commit.
pub const GROUP: usize = 128;

/// A database that many tasks share. Clones are cheap.
#[derive(Clone)]
pub struct Database {
    executor: Arc<Executor>,
    herald: Herald,
}

enum Executor {
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Postgres),
}

/// Whether a PostgreSQL address can be read, with the certificates that it
/// names. The server is not asked.
///
/// # Errors
/// What is wrong with it, without repeating it.
pub fn must_be_address(url: &str) -> Result<(), Fault> {
    postgres_tls::Address::read(url).map(drop)
}

impl Database {
    /// Opens the database and brings its schema up to date.
    ///
    /// `group` is the greatest number of closures in one SQLite commit
    /// ([`GROUP`] but in benchmarks).
    ///
    /// # Errors
    /// A [`Fault`] when the place can't be opened or a migration fails.
    pub fn open(place: &Place, migrations: &[Migration], group: usize) -> Result<Self, Fault> {
        let (executor, herald) = match place {
            Place::Sqlite(path) => {
                (Executor::Sqlite(sqlite::Sqlite::open(path, migrations, group)?), Herald::new())
            }
            Place::Postgres(url) => {
                let postgres = postgres::Postgres::open(url, migrations)?;
                let herald = postgres.herald.clone();
                (Executor::Postgres(postgres), herald)
            }
        };
        Ok(Self { executor: Arc::new(executor), herald })
    }

    /// Which engine runs it.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match *self.executor {
            Executor::Sqlite(_) => Engine::Sqlite,
            Executor::Postgres(_) => Engine::Postgres,
        }
    }

    /// What is announced from now on, here and on other nodes.
    #[must_use]
    pub fn announcements(&self) -> broadcast::Receiver<Announcement> {
        self.herald.listen()
    }

    /// Hands a closure that only reads to the engine, and waits for what it found.
    async fn ask<T, F>(
        &self,
        work: F,
        send: impl FnOnce(&Executor, Box<dyn Work>) -> Result<(), Fault>,
    ) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    {
        let (task, answer) = Task::new(work, None);
        send(&self.executor, task)?;
        answer.await.map_err(|_| Fault::unavailable("the database executor has stopped"))?
    }

    /// Runs a closure that only reads, on one consistent snapshot. It should
    /// take no longer than a page: on SQLite it runs on the caller's thread.
    /// For more there is [`Database::read_aside`].
    ///
    /// # Errors
    /// What the closure returns, or a [`Fault`] of the database.
    pub async fn read<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    {
        self.ask(work, |executor, task| match executor {
            Executor::Sqlite(sqlite) => sqlite.read(task),
            Executor::Postgres(postgres) => postgres.read(task),
        })
        .await
    }

    /// The same where what people typed decides how long it takes: a question
    /// that PostgreSQL has not answered within a second is given up as
    /// [`FaultKind::TooLong`](crate::fault::FaultKind), so that nobody's words
    /// hold up its connections. SQLite reads no further than it is asked to.
    ///
    /// # Errors
    /// What the closure returns, or a [`Fault`] of the database.
    pub async fn read_briefly<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    {
        self.ask(work, |executor, task| match executor {
            Executor::Sqlite(sqlite) => sqlite.read(task),
            Executor::Postgres(postgres) => postgres.read_briefly(task),
        })
        .await
    }

    /// The same for reads that take long (exports, comparisons of whole
    /// tables), on a thread that serves no pages.
    ///
    /// # Errors
    /// What the closure returns, or a [`Fault`] of the database.
    pub async fn read_aside<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    {
        self.ask(work, |executor, task| match executor {
            Executor::Sqlite(sqlite) => sqlite.read_aside(task),
            Executor::Postgres(postgres) => postgres.read(task),
        })
        .await
    }

    /// Runs a closure that writes. When this returns `Ok`, what was written is
    /// on disk. An `Err` leaves nothing written.
    ///
    /// # Errors
    /// What the closure returns, or a [`Fault`] of the database.
    pub async fn write<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    {
        let (task, answer) = Task::new(work, Some(self.herald.clone()));
        match &*self.executor {
            Executor::Sqlite(sqlite) => sqlite.write(task),
            Executor::Postgres(postgres) => postgres.write(task),
        }?;
        answer.await.map_err(|_| Fault::unavailable("the database executor has stopped"))?
    }
}

/// One transaction, or one savepoint inside a commit group.
pub struct Tx<'c> {
    connection: Connection<'c>,
    /// A statement failed. PostgreSQL then rolls back whatever is committed,
    /// without saying so; so on neither engine may a closure swallow that.
    has_failed: bool,
    announced: Vec<Topic>,
}

enum Connection<'c> {
    Sqlite(&'c rusqlite::Connection),
    Postgres(&'c mut postgres::Session),
}

/// One row of an answer.
pub enum Row<'r> {
    #[doc(hidden)]
    Sqlite(&'r rusqlite::Row<'r>),
    #[doc(hidden)]
    Postgres(&'r ::postgres::Row),
}

impl Row<'_> {
    /// The value of the column at `index`, counted from 0.
    ///
    /// # Errors
    /// A [`Fault`] when there is no such column or it holds another kind.
    pub fn get<T: Column>(&self, index: usize) -> Result<T, Fault> {
        let read = match self {
            Row::Sqlite(row) => T::from_cell(sqlite::cell(row, index)?),
            Row::Postgres(row) => T::from_cell(postgres::cell(row, index)?),
        };
        read.map_err(|fault| Fault::bug(format_args!("column {index}: {fault}")))
    }
}

impl<'c> Tx<'c> {
    fn new(connection: Connection<'c>) -> Self {
        Self { connection, has_failed: false, announced: Vec::new() }
    }

    /// Which engine this runs on: for full-text search alone, which the two
    /// speak differently.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.connection {
            Connection::Sqlite(_) => Engine::Sqlite,
            Connection::Postgres(_) => Engine::Postgres,
        }
    }

    /// Tells open pages, once this is committed, that something about the
    /// topic is new. A closure that fails announces nothing.
    pub fn announce(&mut self, topic: Topic) {
        self.announced.push(topic);
    }

    /// Runs `sql` and maps each row. Placeholders are `?1`, `?2`, …; the text
    /// is `'static` so that nothing typed by a person can become part of it.
    ///
    /// # Errors
    /// A [`Fault`] of the database or of the mapping.
    pub fn query<T>(
        &mut self,
        sql: &'static str,
        params: &[&dyn Param],
        mut map: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        // Its text alone, which holds nothing of what people typed.
        tracing::trace!(target: "kafferum::sql", sql);
        let mut rows = Vec::new();
        let outcome = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::each(connection, sql, params, |row| {
                rows.push(map(row)?);
                Ok(())
            }),
            Connection::Postgres(session) => session.query(sql, params).and_then(|found| {
                for row in found {
                    rows.push(map(&Row::Postgres(&row))?);
                }
                Ok(())
            }),
        };
        self.has_failed |= outcome.is_err();
        outcome.map(|()| rows)
    }

    /// The first row of an answer, if any.
    ///
    /// # Errors
    /// As [`Tx::query`].
    pub fn first<T>(
        &mut self,
        sql: &'static str,
        params: &[&dyn Param],
        map: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        Ok(self.query(sql, params, map)?.into_iter().next())
    }

    /// The one row that an answer must have.
    ///
    /// # Errors
    /// As [`Tx::query`], and a [`Fault`] when there is no row.
    pub fn one<T>(
        &mut self,
        sql: &'static str,
        params: &[&dyn Param],
        map: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.first(sql, params, map)?.ok_or_else(|| Fault::bug(format_args!("no row: {sql}")))
    }

    /// Runs a statement and says how many rows it changed.
    ///
    /// # Errors
    /// A [`Fault`] of the database.
    pub fn execute(&mut self, sql: &'static str, params: &[&dyn Param]) -> Result<u64, Fault> {
        tracing::trace!(target: "kafferum::sql", sql);
        let outcome = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::execute(connection, sql, params),
            Connection::Postgres(session) => session.execute(sql, params),
        };
        self.has_failed |= outcome.is_err();
        outcome
    }
}

/// A closure on its way to a database thread, with the way back for its answer.
pub(crate) trait Work: Send {
    /// Runs the closure; `true` when its effects are to be kept.
    fn run(&mut self, tx: &mut Tx<'_>) -> Result<bool, Fault>;
    /// Tells what was announced, and sends the closure's own answer; called
    /// once its effects are committed.
    fn answer(self: Box<Self>);
    /// Sends a fault in place of an answer.
    fn fail(self: Box<Self>, fault: Fault);
}

struct Task<F, T> {
    work: F,
    outcome: Option<Result<T, Error>>,
    answer: oneshot::Sender<Result<T, Error>>,
    /// What the last run announced, if it is to be kept.
    announced: Vec<Topic>,
    /// None for what only reads.
    herald: Option<Herald>,
}

impl<F, T> Task<F, T>
where
    T: Send + 'static,
    F: FnMut(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
{
    #[expect(clippy::new_ret_no_self, reason = "a task and its answer come as a pair")]
    fn new(
        work: F,
        herald: Option<Herald>,
    ) -> (Box<dyn Work>, oneshot::Receiver<Result<T, Error>>) {
        let (sender, receiver) = oneshot::channel();
        let task = Self { work, outcome: None, answer: sender, announced: Vec::new(), herald };
        (Box::new(task), receiver)
    }
}

impl<F, T> Work for Task<F, T>
where
    T: Send + 'static,
    F: FnMut(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
{
    fn run(&mut self, tx: &mut Tx<'_>) -> Result<bool, Fault> {
        self.announced.clear();
        let work = &mut self.work;
        // A panic in one closure must not take the writer, and with it the
        // whole site, down.
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(tx)))
            .unwrap_or_else(|_| Err(Fault::bug("a transaction closure panicked").into()));
        match outcome {
            Ok(_) if tx.has_failed => {
                self.outcome =
                    Some(Err(Fault::bug("a closure swallowed a failed statement").into()));
                Ok(false)
            }
            Err(Error::Fault(fault)) if fault.kind != crate::fault::FaultKind::Bug => Err(fault),
            outcome => {
                let keep = outcome.is_ok();
                if keep {
                    self.announced = std::mem::take(&mut tx.announced);
                }
                self.outcome = Some(outcome);
                Ok(keep)
            }
        }
    }

    fn answer(self: Box<Self>) {
        let outcome =
            self.outcome.unwrap_or_else(|| Err(Fault::bug("a transaction that never ran").into()));
        if let Some(herald) = self.herald {
            herald.tell(self.announced);
        }
        // The asker may have hung up; the work is done all the same.
        let _ = self.answer.send(outcome);
    }

    fn fail(self: Box<Self>, fault: Fault) {
        let _ = self.answer.send(Err(fault.into()));
    }
}

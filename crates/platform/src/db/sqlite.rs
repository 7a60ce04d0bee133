//! SQLite inside the process: one writer that commits in groups, readers
//! beside it.
//!
//! `synchronous=FULL` is not a luxury: in a simulated power loss NORMAL lost
//! 3,480 of 27,380 acknowledged writes, FULL none of 25,339. Group commit is
//! what makes FULL affordable.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, unbounded};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::value::{Bind, Cell, Param};
use super::{Connection as Either, Migration, Row, Tx, Work, migrate};
use crate::fault::Fault;

/// How long we wait for another process (a backup, the command line) that
/// holds the file.
const BUSY: Duration = Duration::from_secs(5);

/// Prepared statements kept per connection; more than the program has texts.
const STATEMENTS: usize = 512;

/// Page cache of the writer, in KiB. Beyond their caches connections lean on the
/// operating system's, which is not counted as ours.
const WRITER_KIB: i64 = 8 * 1024;

/// Page cache of a connection for long reads, which seldom read a thing twice.
const LONG_READER_KIB: i64 = 4 * 1024;

/// Page caches of all connections that serve pages: one for each core, so a
/// site takes no more memory on a larger machine.
const READERS_KIB: i64 = 36 * 1024;

/// Below this a reader would keep reading the same inner pages.
const LEAST_KIB: i64 = 4 * 1024;

/// Bytes of a page of a new database. In a clustered table SQLite keeps a
/// quarter of a page of each row and puts the rest on a page of its own; a
/// post with its source is often longer than a quarter of 4 KiB. With those
/// 100,000 posts took 268 MB, with 8 KiB they take 112 MB.
const PAGE: i64 = 8 * 1024;

/// The write-ahead log is folded back after this many pages: 32 MB. Rare
/// enough that pages changed by many posts are written back once.
const CHECKPOINT_PAGES: i64 = 4000;

/// Threads for reads that would keep a page waiting.
const LONG_READERS: usize = 2;

type Task = Box<dyn Work>;

pub(super) struct Sqlite {
    writer: Sender<Task>,
    readers: Sender<Task>,
    /// Connections that read on the caller's own thread.
    idle: Mutex<Vec<Keeper>>,
}

impl Sqlite {
    pub(super) fn open(path: &Path, migrations: &[Migration], group: usize) -> Result<Self, Fault> {
        let mut connection = connect(path, WRITER_KIB)?;
        migrate::sqlite(&mut connection, migrations)?;
        let (writer, writes) = unbounded::<Task>();
        let mut keeper = Keeper::new(path, connection, connect_again, WRITER_KIB);
        spawn("db-writer", move || {
            while let Ok(first) = writes.recv() {
                let tasks = gather(first, &writes, group);
                keeper.serve(tasks, write_group);
            }
        })?;
        let cores = thread::available_parallelism().map_or(2, usize::from).clamp(2, 16);
        let reader = |cache| {
            let connection = connect_to_read(path, cache)?;
            Ok::<_, Fault>(Keeper::new(path, connection, connect_to_read, cache))
        };
        let (readers, reads) = unbounded::<Task>();
        for _ in 0..LONG_READERS {
            let (reads, mut keeper) = (reads.clone(), reader(LONG_READER_KIB)?);
            spawn("db-reader", move || {
                while let Ok(task) = reads.recv() {
                    keeper.serve(vec![task], read_one);
                }
            })?;
        }
        let share = READERS_KIB / i64::try_from(cores).unwrap_or(16);
        let share = share.max(LEAST_KIB);
        let idle = (0..cores).map(|_| reader(share)).collect::<Result<_, _>>()?;
        Ok(Self { writer, readers, idle: Mutex::new(idle) })
    }

    /// Reads on the caller's own thread. What a page reads takes less time
    /// than waking another thread and being woken by it, twice.
    pub(super) fn read(&self, task: Task) -> Result<(), Fault> {
        let Some(mut keeper) = self.idle().pop() else { return self.read_aside(task) };
        keeper.serve(vec![task], read_one);
        self.idle().push(keeper);
        Ok(())
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Keeper>> {
        // A list of connections is whole at every instant.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads on a thread of the readers'.
    pub(super) fn read_aside(&self, task: Task) -> Result<(), Fault> {
        self.readers.send(task).map_err(|_| Fault::unavailable("the readers have stopped"))
    }

    pub(super) fn write(&self, task: Task) -> Result<(), Fault> {
        self.writer.send(task).map_err(|_| Fault::unavailable("the writer has stopped"))
    }
}

fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> Result<(), Fault> {
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(body)
        .map(drop)
        .map_err(|error| Fault::unavailable(format_args!("can't start {name}: {error}")))
}

fn gather(first: Task, waiting: &Receiver<Task>, group: usize) -> Vec<Task> {
    let mut tasks = vec![first];
    while tasks.len() < group {
        match waiting.try_recv() {
            Ok(task) => tasks.push(task),
            Err(_) => break,
        }
    }
    tasks
}

/// A connection that is opened anew after a fault, so that the site heals
/// without a restart when a disk is mounted again or has room again.
struct Keeper {
    path: PathBuf,
    connection: Option<Connection>,
    open: fn(&Path, i64) -> Result<Connection, Fault>,
    /// Its page cache, in KiB.
    cache: i64,
}

impl Keeper {
    fn new(
        path: &Path,
        connection: Connection,
        open: fn(&Path, i64) -> Result<Connection, Fault>,
        cache: i64,
    ) -> Self {
        Self { path: path.to_owned(), connection: Some(connection), open, cache }
    }

    fn serve(&mut self, tasks: Vec<Task>, run: fn(&Connection, Vec<Task>) -> Result<(), Fault>) {
        if self.connection.is_none() {
            match (self.open)(&self.path, self.cache) {
                Ok(connection) => self.connection = Some(connection),
                Err(fault) => {
                    for task in tasks {
                        task.fail(Fault::unavailable(&fault));
                    }
                    return;
                }
            }
        }
        if let Some(connection) = &self.connection
            && let Err(fault) = run(connection, tasks)
        {
            tracing::error!(%fault, "the database connection is opened anew");
            self.connection = None;
        }
    }
}

fn read_one(connection: &Connection, tasks: Vec<Task>) -> Result<(), Fault> {
    let mut healthy = Ok(());
    for mut task in tasks {
        match in_transaction(connection, "BEGIN", "COMMIT", &mut task) {
            Ok(()) => task.answer(),
            Err(fault) => {
                healthy = Err(Fault::unavailable(&fault));
                task.fail(fault);
            }
        }
    }
    healthy
}

/// Runs all tasks in one transaction, each in a savepoint of its own, commits
/// once and answers after the commit. When the group as a whole breaks (a full
/// disk, a failed commit), each task is run again alone, so that one that is
/// too large for the disk does not take the others with it.
fn write_group(connection: &Connection, mut tasks: Vec<Task>) -> Result<(), Fault> {
    if tasks.len() > 1 && commit_together(connection, &mut tasks).is_ok() {
        for task in tasks {
            task.answer();
        }
        return Ok(());
    }
    let mut healthy = Ok(());
    for mut task in tasks {
        match in_transaction(connection, "BEGIN IMMEDIATE", "COMMIT", &mut task) {
            Ok(()) => task.answer(),
            Err(fault) => {
                healthy = Err(Fault::unavailable(&fault));
                task.fail(fault);
            }
        }
    }
    healthy
}

fn commit_together(connection: &Connection, tasks: &mut [Task]) -> Result<(), Fault> {
    run(connection, "BEGIN IMMEDIATE")?;
    let outcome = tasks.iter_mut().try_for_each(|task| {
        run(connection, "SAVEPOINT one")?;
        let keep = task.run(&mut Tx::new(Either::Sqlite(connection)))?;
        // After SQLITE_FULL and its like SQLite rolls everything back by
        // itself; then the savepoint is gone and this fails, as it must.
        if !keep {
            run(connection, "ROLLBACK TO one")?;
        }
        run(connection, "RELEASE one")
    });
    outcome.and_then(|()| run(connection, "COMMIT")).inspect_err(|_| roll_back(connection))
}

fn in_transaction(
    connection: &Connection,
    begin: &'static str,
    commit: &'static str,
    task: &mut Task,
) -> Result<(), Fault> {
    run(connection, begin)?;
    let outcome = task
        .run(&mut Tx::new(Either::Sqlite(connection)))
        .and_then(|keep| run(connection, if keep { commit } else { "ROLLBACK" }));
    outcome.inspect_err(|_| roll_back(connection))
}

fn roll_back(connection: &Connection) {
    if !connection.is_autocommit()
        && let Err(fault) = run(connection, "ROLLBACK")
    {
        tracing::error!(%fault, "rollback");
    }
}

fn run(connection: &Connection, sql: &'static str) -> Result<(), Fault> {
    connection
        .prepare_cached(sql)
        .and_then(|mut statement| statement.execute([]))
        .map(drop)
        .map_err(|error| fault(sql, &error))
}

fn connect(path: &Path, cache: i64) -> Result<Connection, Fault> {
    let connection = Connection::open(path).map_err(|error| fault("open", &error))?;
    prepare(&connection, cache)?;
    Ok(connection)
}

/// Opens a database that was there before. One that is away (its disk is not
/// mounted) is not made anew: we would write beside the real one from then on.
fn connect_again(path: &Path, cache: i64) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI;
    let connection =
        Connection::open_with_flags(path, flags).map_err(|error| fault("open", &error))?;
    prepare(&connection, cache)?;
    Ok(connection)
}

fn connect_to_read(path: &Path, cache: i64) -> Result<Connection, Fault> {
    // Not opened read-only: a reader of a write-ahead log needs to write to
    // its shared memory. `query_only` keeps it from changing anything.
    let connection = connect_again(path, cache)?;
    connection.pragma_update(None, "query_only", 1).map_err(|error| fault("query_only", &error))?;
    Ok(connection)
}

fn prepare(connection: &Connection, cache: i64) -> Result<(), Fault> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Without this a statement is compiled anew whenever its values change,
    // because another value might deserve another plan: half of a page's time.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(|error| fault("stable query plans", &error))?;
    connection.busy_timeout(BUSY).map_err(|error| fault("busy_timeout", &error))?;
    let pragma = |name: &str, value: &dyn ToSql| {
        connection.pragma_update_and_check(None, name, value, |_| Ok(())).or_else(|error| {
            match error {
                rusqlite::Error::QueryReturnedNoRows => Ok(()),
                error => Err(fault(name, &error)),
            }
        })
    };
    pragma("page_size", &PAGE)?;
    pragma("journal_mode", &"WAL")?;
    pragma("synchronous", &"FULL")?;
    pragma("foreign_keys", &1)?;
    pragma("cache_size", &-cache)?;
    pragma("wal_autocheckpoint", &CHECKPOINT_PAGES)?;
    pragma("secure_delete", &1)
}

fn fault(what: &str, error: &rusqlite::Error) -> Fault {
    let away = matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::DiskFull
                | ErrorCode::SystemIoFailure
                | ErrorCode::CannotOpen
                | ErrorCode::ReadOnly
                | ErrorCode::NotADatabase
                | ErrorCode::DatabaseCorrupt
                | ErrorCode::OutOfMemory
        )
    );
    let text = format!("sqlite: {error}: {what}");
    if away { Fault::unavailable(text) } else { Fault::bug(text) }
}

impl ToSql for Bind<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Bind::Null => ValueRef::Null,
            Bind::Integer(value) => ValueRef::Integer(*value),
            Bind::Text(value) => ValueRef::Text(value.as_bytes()),
            Bind::Bytes(value) => ValueRef::Blob(value),
        }))
    }
}

pub(super) fn each(
    connection: &Connection,
    sql: &'static str,
    params: &[&dyn Param],
    mut row: impl FnMut(&Row<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(sql).map_err(|error| fault(sql, &error))?;
    let binds = params.iter().map(|param| param.bind());
    let mut rows =
        statement.query(rusqlite::params_from_iter(binds)).map_err(|error| fault(sql, &error))?;
    while let Some(found) = rows.next().map_err(|error| fault(sql, &error))? {
        row(&Row::Sqlite(found))?;
    }
    Ok(())
}

pub(super) fn execute(
    connection: &Connection,
    sql: &'static str,
    params: &[&dyn Param],
) -> Result<u64, Fault> {
    let mut statement = connection.prepare_cached(sql).map_err(|error| fault(sql, &error))?;
    let binds = params.iter().map(|param| param.bind());
    statement
        .execute(rusqlite::params_from_iter(binds))
        .map(|count| count as u64)
        .map_err(|error| fault(sql, &error))
}

pub(super) fn cell<'r>(row: &'r rusqlite::Row<'_>, index: usize) -> Result<Cell<'r>, Fault> {
    match row.get_ref(index).map_err(|error| fault("column", &error))? {
        ValueRef::Null => Ok(Cell::Null),
        ValueRef::Integer(value) => Ok(Cell::Integer(value)),
        // Checked like any other text; the standard library's own check was a
        // twelfth of a page's time, for the letters of Finnish.
        ValueRef::Text(bytes) => {
            simdutf8::basic::from_utf8(bytes).map(Cell::Text).map_err(Fault::bug)
        }
        ValueRef::Blob(bytes) => Ok(Cell::Bytes(bytes)),
        ValueRef::Real(_) => Err(Fault::bug("a real number, which no table holds")),
    }
}

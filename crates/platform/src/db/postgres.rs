//! PostgreSQL: closures on a small pool of threads, each with a connection of
//! its own. docs/how-it-works.md has the figures that decided for this shape.
//!
//! Closures see one snapshot (REPEATABLE READ); what PostgreSQL turns down is
//! run again. SERIALIZABLE was measured too: up to 2,900 retries a second and
//! a run that ended for want of predicate locks. What it alone would keep out,
//! two transactions that each write what the other did not see, is kept out by
//! unique keys.

use std::collections::HashMap;
use std::error::Error as _;
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Sender, unbounded};
use postgres::error::SqlState;
use postgres::types::{FromSql, IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use postgres::{Client, Statement};

use super::herald::Herald;
use super::postgres_tls::Address;
use super::postgres_wire::Wire;
use super::value::{Bind, Cell, Param};
use super::{Connection as Either, Migration, Tx, Work, migrate};
use crate::fault::{Fault, FaultKind};

/// Connections, and threads, of one node.
const CONNECTIONS: usize = 8;

/// How often one closure is run before its conflict is given up. Each round
/// lets at least one competitor through, so this is above [`CONNECTIONS`].
const ROUNDS: u32 = 40;

/// How long a new connection may take.
const CONNECT: Duration = Duration::from_secs(5);

type Task = Box<dyn Work>;

#[derive(Clone, Copy)]
enum Mode {
    Read,
    ReadBriefly,
    Write,
}

pub(super) struct Postgres {
    queue: Sender<(Mode, Task)>,
    /// Knows the way to the other nodes.
    pub(super) herald: Herald,
}

impl Postgres {
    pub(super) fn open(url: &str, migrations: &[Migration]) -> Result<Self, Fault> {
        let address = configure(url)?;
        // The driver brings a runtime of its own, and may not be used on a
        // thread that runs another one, as the thread of a caller may.
        thread::scope(|scope| {
            let migrated =
                scope.spawn(|| migrate::postgres(&mut connect(&address)?, migrations)).join();
            migrated.map_err(|_| Fault::bug("the migration panicked"))?
        })?;
        let (queue, tasks) = unbounded::<(Mode, Task)>();
        for _ in 0..CONNECTIONS {
            let tasks = tasks.clone();
            let mut keeper = Keeper { address: address.clone(), session: None };
            thread::Builder::new()
                .name("db-postgres".to_owned())
                .spawn(move || {
                    while let Ok((mode, task)) = tasks.recv() {
                        keeper.serve(mode, task);
                    }
                })
                .map_err(|error| Fault::unavailable(format_args!("can't start: {error}")))?;
        }
        let herald = Herald::new();
        let wire = Wire::open(&address, herald.clone())?;
        Ok(Self { queue, herald: herald.with_wire(wire) })
    }

    pub(super) fn read(&self, task: Task) -> Result<(), Fault> {
        self.send(Mode::Read, task)
    }

    pub(super) fn read_briefly(&self, task: Task) -> Result<(), Fault> {
        self.send(Mode::ReadBriefly, task)
    }

    pub(super) fn write(&self, task: Task) -> Result<(), Fault> {
        self.send(Mode::Write, task)
    }

    fn send(&self, mode: Mode, task: Task) -> Result<(), Fault> {
        self.queue.send((mode, task)).map_err(|_| Fault::unavailable("the pool has stopped"))
    }
}

fn configure(url: &str) -> Result<Address, Fault> {
    let mut address = Address::read(url)?;
    address.config.connect_timeout(CONNECT).application_name("kafferum");
    Ok(address)
}

fn connect(address: &Address) -> Result<Client, Fault> {
    let config = postgres::Config::from(address.config.clone());
    config.connect(address.tls.clone()).map_err(|error| fault("connect", &error))
}

/// What became of one attempt.
enum Attempt {
    Done,
    /// Nothing was committed: run it again.
    Again(Fault),
    /// Given up; perhaps committed, perhaps not.
    Failed(Fault),
}

struct Keeper {
    address: Address,
    session: Option<Session>,
}

impl Keeper {
    fn serve(&mut self, mode: Mode, mut task: Task) {
        let mut last = Fault::conflict("never ran");
        for round in 0..ROUNDS {
            match self.attempt(mode, &mut task) {
                Attempt::Done => return task.answer(),
                Attempt::Failed(fault) => return task.fail(fault),
                Attempt::Again(fault) => {
                    // A dropped connection is tried anew once; when the
                    // server is away the person gets an answer at once.
                    if fault.kind == FaultKind::Unavailable && round > 0 {
                        return task.fail(fault);
                    }
                    last = fault;
                    thread::sleep(Duration::from_micros(200 * u64::from(round.min(25))));
                }
            }
        }
        task.fail(last);
    }

    fn attempt(&mut self, mode: Mode, task: &mut Task) -> Attempt {
        if self.session.as_ref().is_none_or(Session::is_closed) {
            match connect(&self.address) {
                Ok(client) => self.session = Some(Session::new(client)),
                Err(fault) => return Attempt::Again(fault),
            }
        }
        let Some(session) = &mut self.session else {
            return Attempt::Failed(Fault::bug("no session after connecting"));
        };
        let attempt = session.transaction(mode, task);
        // After a server's farewell (57P01) the client often does not know
        // yet that it is closed.
        let broken = matches!(&attempt,
            Attempt::Again(fault) | Attempt::Failed(fault) if fault.kind == FaultKind::Unavailable);
        if broken || session.is_closed() {
            self.session = None;
        }
        attempt
    }
}

/// A connection and the statements prepared on it.
pub(crate) struct Session {
    client: Client,
    statements: HashMap<&'static str, Statement>,
}

impl Session {
    fn new(client: Client) -> Self {
        Self { client, statements: HashMap::new() }
    }

    fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    fn transaction(&mut self, mode: Mode, task: &mut Task) -> Attempt {
        let begin = match mode {
            Mode::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            // In one message with the beginning, so it costs nothing.
            Mode::ReadBriefly => {
                "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 1000"
            }
            Mode::Write => "BEGIN ISOLATION LEVEL REPEATABLE READ",
        };
        if let Err(fault) = self.batch(begin) {
            return Attempt::Again(fault);
        }
        match task.run(&mut Tx::new(Either::Postgres(self))) {
            Ok(true) => match self.batch("COMMIT") {
                Ok(()) => Attempt::Done,
                Err(fault) if fault.kind == FaultKind::Conflict => Attempt::Again(fault),
                // The connection broke while committing: it may have been
                // done, so running it again could do it twice.
                Err(fault) => Attempt::Failed(fault),
            },
            Ok(false) => {
                // A failed rollback closes the connection, which rolls back.
                let _ = self.batch("ROLLBACK");
                Attempt::Done
            }
            Err(fault) => {
                let _ = self.batch("ROLLBACK");
                // Once more would take as long.
                if fault.kind == FaultKind::TooLong {
                    Attempt::Failed(fault)
                } else {
                    Attempt::Again(fault)
                }
            }
        }
    }

    fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        self.client.batch_execute(sql).map_err(|error| fault(sql, &error))
    }

    fn prepared(&mut self, sql: &'static str) -> Result<Statement, Fault> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(&dollars(sql)).map_err(|error| fault(sql, &error))?;
        self.statements.insert(sql, statement.clone());
        Ok(statement)
    }

    pub(super) fn query(
        &mut self,
        sql: &'static str,
        params: &[&dyn Param],
    ) -> Result<Vec<postgres::Row>, Fault> {
        let statement = self.prepared(sql)?;
        let binds: Vec<Bind<'_>> = params.iter().map(|param| param.bind()).collect();
        let binds: Vec<&(dyn ToSql + Sync)> = binds.iter().map(|bind| bind as _).collect();
        self.client.query(&statement, &binds).map_err(|error| fault(sql, &error))
    }

    pub(super) fn execute(
        &mut self,
        sql: &'static str,
        params: &[&dyn Param],
    ) -> Result<u64, Fault> {
        let statement = self.prepared(sql)?;
        let binds: Vec<Bind<'_>> = params.iter().map(|param| param.bind()).collect();
        let binds: Vec<&(dyn ToSql + Sync)> = binds.iter().map(|bind| bind as _).collect();
        self.client.execute(&statement, &binds).map_err(|error| fault(sql, &error))
    }
}

/// Rewrites `?1` to `$1`. SQLite numbers `$1` by first appearance, which
/// silently swaps values, so the texts are written with `?` and this is the
/// one place that knows the other sign. A `?` without a number stays.
fn dollars(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut letters = sql.chars().peekable();
    while let Some(letter) = letters.next() {
        let placeholder = letter == '?' && letters.peek().is_some_and(char::is_ascii_digit);
        out.push(if placeholder { '$' } else { letter });
    }
    out
}

fn fault(what: &str, error: &postgres::Error) -> Fault {
    let text = match error.as_db_error() {
        Some(server) => {
            format!("postgresql: {} {}: {what}", server.code().code(), server.message())
        }
        None => match error.source() {
            Some(source) => format!("postgresql: {error}: {source}: {what}"),
            None => format!("postgresql: {error}: {what}"),
        },
    };
    let Some(state) = error.code() else {
        // Without a code it never reached the server: the connection broke,
        // or our own values don't fit, which is our mistake.
        let broken =
            error.is_closed() || error.source().is_some_and(|source| source.is::<std::io::Error>());
        return if broken || what == "connect" {
            Fault::unavailable(text)
        } else {
            Fault::bug(text)
        };
    };
    // A key that somebody else took meanwhile: run again, the closure sees it
    // and says so.
    let conflicts = [
        SqlState::T_R_SERIALIZATION_FAILURE,
        SqlState::T_R_DEADLOCK_DETECTED,
        SqlState::UNIQUE_VIOLATION,
    ];
    if conflicts.contains(state) {
        return Fault::conflict(text);
    }
    if *state == SqlState::QUERY_CANCELED {
        return Fault::too_long(text);
    }
    // 08 connection, 53 resources (disk full, too many connections), 57 the
    // operator shuts down, 58 system error, 25006 a standby that only reads.
    let class = state.code().get(..2).unwrap_or_default();
    let away = matches!(class, "08" | "53" | "57" | "58" | "3D" | "28") || state.code() == "25006";
    if away { Fault::unavailable(text) } else { Fault::bug(text) }
}

impl ToSql for Bind<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Bind::Null => Ok(IsNull::Yes),
            Bind::Integer(value) if *kind == Type::INT4 => i32::try_from(*value)?.to_sql(kind, out),
            Bind::Integer(value) if *kind == Type::INT8 => value.to_sql(kind, out),
            Bind::Text(value) if *kind == Type::TEXT || *kind == Type::VARCHAR => {
                value.to_sql(kind, out)
            }
            Bind::Bytes(value) if *kind == Type::BYTEA => value.to_sql(kind, out),
            _ => Err(format!("{self:?} does not fit {kind}").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

struct Read<'a>(Cell<'a>);

impl<'a> FromSql<'a> for Read<'a> {
    fn from_sql(
        kind: &Type,
        raw: &'a [u8],
    ) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self(match *kind {
            Type::INT8 => Cell::Integer(i64::from_sql(kind, raw)?),
            Type::INT4 => Cell::Integer(i64::from(i32::from_sql(kind, raw)?)),
            Type::TEXT | Type::VARCHAR | Type::NAME => Cell::Text(<&str>::from_sql(kind, raw)?),
            Type::BYTEA => Cell::Bytes(raw),
            _ => return Err(format!("a column of type {kind}, which no table holds").into()),
        }))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self(Cell::Null))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

pub(super) fn cell(row: &postgres::Row, index: usize) -> Result<Cell<'_>, Fault> {
    row.try_get::<_, Read<'_>>(index).map(|read| read.0).map_err(|error| fault("column", &error))
}

#[cfg(test)]
mod tests {
    use super::dollars;

    #[test]
    fn numbered_question_marks_become_dollars_and_others_stay() {
        assert_eq!(dollars("a = ?1 AND b = ?12"), "a = $1 AND b = $12");
        assert_eq!(dollars("what? ?x ?"), "what? ?x ?");
    }
}

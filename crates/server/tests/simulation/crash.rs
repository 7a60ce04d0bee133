//! The worker, killed where it stands.
//!
//! It is polled by hand. Before each poll every thread that could answer it (of
//! the database, of the disk) is held at a gate; then the gate opens and one
//! answer comes. So each poll takes it exactly one answer further, whatever
//! the threads' speed, and it can be dropped after any of them: between two
//! timers, with jobs claimed, with a mail half written, written but not in its
//! place, handed over but not recorded. What it asked last is done, as it is
//! when a process dies right after a commit.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Poll, Wake, Waker};

use kafferum_platform::db::Engine;
use kafferum_platform::jobs;
use kafferum_platform::site::Site;
use tokio::runtime::Runtime;

/// At least as many as there are threads that answer one queue: those for long
/// reads of SQLite (2; other reads are done by who asks, at once), connections
/// to PostgreSQL (8).
const READERS: usize = 4;
const CONNECTIONS: usize = 8;

/// How far a worker came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Came {
    /// It ended by itself.
    Through,
    /// It was killed.
    Killed,
}

/// Where the worker runs that will be killed: with one thread for the disk.
pub(crate) struct Lane(Runtime);

impl Lane {
    pub(crate) fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().max_blocking_threads(1).build();
        Self(runtime.expect("a runtime"))
    }

    /// Works until so many answers have come, then drops the worker.
    pub(crate) fn work(&self, site: &Arc<Site>, answers: i64) -> Came {
        let _inside = self.0.enter();
        let bell = Arc::new(Bell::default());
        let waker = Waker::from(Arc::clone(&bell));
        let mut context = Context::from_waker(&waker);
        let mut work = Box::pin(jobs::work(site));
        for _ in 0..answers {
            let gate = Gate::close(site, &self.0);
            if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
                done.expect("the worker works");
                return Came::Through;
            }
            assert!(!bell.has_rung(), "a thread answers that is not behind the gate");
            drop(gate);
            bell.wait();
        }
        Came::Killed
    }
}

/// Rings when an answer has come.
#[derive(Default)]
struct Bell {
    rung: Mutex<bool>,
    changed: Condvar,
}

impl Bell {
    fn has_rung(&self) -> bool {
        *self.rung.lock().unwrap()
    }

    fn wait(&self) {
        let mut rung = self.changed.wait_while(self.rung.lock().unwrap(), |rung| !*rung).unwrap();
        *rung = false;
    }
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        *self.rung.lock().unwrap() = true;
        self.changed.notify_one();
    }
}

/// Holds every thread that answers until it is dropped.
struct Gate {
    latch: Arc<Latch>,
}

#[derive(Default)]
struct Latch {
    is_open: Mutex<bool>,
    changed: Condvar,
}

impl Latch {
    fn pass(&self) {
        drop(self.changed.wait_while(self.is_open.lock().unwrap(), |is_open| !*is_open).unwrap());
    }
}

impl Gate {
    fn close(site: &Site, runtime: &Runtime) -> Self {
        let latch = Arc::new(Latch::default());
        let wait = || {
            let latch = Arc::clone(&latch);
            move |_: &mut kafferum_platform::db::Tx<'_>| {
                latch.pass();
                Ok(())
            }
        };
        match site.db.engine() {
            Engine::Sqlite => {
                send(site.db.write(wait()));
                (0..READERS).for_each(|_| send(site.db.read_aside(wait())));
            }
            Engine::Postgres => (0..CONNECTIONS).for_each(|_| send(site.db.read(wait()))),
        }
        let disk = Arc::clone(&latch);
        runtime.spawn_blocking(move || disk.pass());
        Self { latch }
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        *self.latch.is_open.lock().unwrap() = true;
        self.latch.changed.notify_all();
    }
}

/// Asks the database without waiting for its answer. The first poll puts the
/// closure into the queue, where it stays when the future is gone.
fn send<F: Future>(asked: F) {
    let mut asked = Box::pin(asked);
    let polled = Pin::new(&mut asked).poll(&mut Context::from_waker(Waker::noop()));
    assert!(polled.is_pending(), "the gate did not close");
}

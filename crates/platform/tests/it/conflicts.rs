//! Two transactions that meet, on PostgreSQL: SQLite has one writer.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use kafferum_platform::db::Tx;
use kafferum_platform::{Error, settings};
use kafferum_testkit::site::{On, TestSite};

const COUNTER: &str = "counter-of-this-test";

fn count(tx: &mut Tx<'_>) -> Result<i64, Error> {
    let all = settings::read(tx)?;
    let found = all.iter().find(|(key, _)| key == COUNTER);
    Ok(found.map_or(0, |(_, value)| value.parse().unwrap()))
}

/// Each of `writers` reads the counter before any has written it, and writes
/// what it read and one more. How often their closures ran.
fn meet(site: &TestSite, writers: usize) -> usize {
    let (all_have_read, runs) = (Arc::new(Barrier::new(writers)), Arc::new(AtomicUsize::new(0)));
    thread::scope(|scope| {
        for _ in 0..writers {
            let (all_have_read, runs) = (Arc::clone(&all_have_read), Arc::clone(&runs));
            scope.spawn(move || {
                let mine = AtomicUsize::new(0);
                site.write(move |tx| {
                    let seen = count(tx)?;
                    runs.fetch_add(1, Ordering::SeqCst);
                    if mine.fetch_add(1, Ordering::SeqCst) == 0 {
                        all_have_read.wait();
                    }
                    settings::write(tx, COUNTER, &(seen + 1).to_string(), None, 0)?;
                    Ok(())
                });
            });
        }
    });
    runs.load(Ordering::SeqCst)
}

#[test]
fn transactions_that_conflict_are_run_again_and_all_take_effect() {
    let site = TestSite::start(On::Postgres);
    // Each writes a row that was not there.
    assert!(meet(&site, 2) > 2, "they did not conflict");
    assert_eq!(site.read(count), 2);
    // Each writes a row that was.
    assert!(meet(&site, 2) > 2, "they did not conflict");
    assert_eq!(site.read(count), 4);
    // As many as there are connections.
    assert!(meet(&site, 8) > 8, "they did not conflict");
    assert_eq!(site.read(count), 12);
}

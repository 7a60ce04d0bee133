//! Two transactions that meet, on PostgreSQL: SQLite has one writer.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use kafferum_platform::db::Tx;
use kafferum_platform::policy::Role;
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

/// Waits until so many transactions wait for one another.
fn wait_for_waiting(site: &TestSite, wanted: i64) {
    let waiting = "SELECT COUNT(*) FROM pg_stat_activity
                   WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while site.read(move |tx| Ok(tx.one(waiting, &[], |row| row.get::<i64>(0))?)) < wanted {
        thread::yield_now();
    }
}

/// Sends a setting's form with this number; the status of the answer.
fn set(site: &TestSite, pseudonym: &str, key: &str, value: &str) -> u16 {
    let mut visitor = site.as_person(site.staff(pseudonym, Role::Administrator));
    let path = format!("/admin/settings/{key}");
    visitor.get(&path);
    visitor.post(&path, &[("value", value)]).status
}

#[test]
fn two_numbers_that_must_fit_each_other_do_not_cross_when_they_are_changed_at_once() {
    let site = TestSite::start(On::Postgres);
    let (locked, unlock) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let mut answers = thread::scope(|scope| {
        // Both changes are entered in the log at their end: there they meet.
        let mine = (Arc::clone(&locked), Arc::clone(&unlock));
        let held = &site;
        scope.spawn(move || {
            held.write(move |tx| {
                tx.execute("LOCK TABLE audit IN EXCLUSIVE MODE", &[])?;
                mine.0.wait();
                mine.1.wait();
                Ok(())
            });
        });
        locked.wait();
        let changes = [
            scope.spawn(|| set(&site, "Yksi", "membership-trial-days", "20")),
            scope.spawn(|| set(&site, "Kaksi", "membership-reminder-day", "25")),
        ];
        wait_for_waiting(&site, 2);
        unlock.wait();
        changes.map(|change| change.join().unwrap())
    });
    answers.sort_unstable();
    assert_eq!(answers, [303, 422], "one is told that it does not fit");
}

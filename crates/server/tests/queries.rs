//! How many questions a page puts to the database, heard in the log.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected should stop at once")]

use std::fmt;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use kafferum_testkit::site::{On, TestSite};
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

const NEW: &str = "/coffee-room/rooms/1/new";
const THREAD: &str = "/coffee-room/threads/1";

/// The statements that were run.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<String>>>);

impl Heard {
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<S: Subscriber> Layer<S> for Heard {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "kafferum::sql" {
            event.record(&mut Statement(self));
        }
    }
}

struct Statement<'h>(&'h Heard);

impl Visit for Statement<'_> {
    fn record_str(&mut self, _: &Field, value: &str) {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner).push(value.to_owned());
    }

    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}

static HEARD: LazyLock<Heard> = LazyLock::new(|| {
    let heard = Heard::default();
    tracing_subscriber::registry().with(heard.clone()).init();
    heard
});

/// One test and one engine after the other, since the log is that of the whole
/// process.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn a_search_asks_a_bounded_number_of_questions() {
    let _alone = alone();
    for on in [On::Sqlite, On::Postgres] {
        let site = TestSite::start(on);
        let mut reader = site.as_person(site.member("Aino"));
        reader.get("/coffee-room/rooms/1/new");
        let fields = [("title", "Villasukat"), ("body", "Kertomus"), ("audience", "members")];
        assert_eq!(reader.post("/coffee-room/rooms/1/new", &fields).status, 303);
        let asked_by = |query: &str, most: usize| {
            let mut reader = site.as_person(site.member(&format!("Lukija {most}")));
            reader.get("/search");
            HEARD.take();
            assert_eq!(reader.get(&format!("/search?q={query}")).status, 200);
            let asked = HEARD.take();
            let selects = asked.iter().filter(|sql| sql.trim_start().starts_with(['S', 'W']));
            let count = selects.count();
            assert!(count > 0 && count <= most, "{on:?} {query}: {count} questions");
        };
        asked_by("villasukka", 30);
        asked_by("sukkka+myssyy+lapannen+huivvi+paitaa+houssut+takkki+hattuu+kenkkät", 200);
    }
}

#[test]
fn a_thread_page_asks_three_questions_at_most() {
    let _alone = alone();
    for on in [On::Sqlite, On::Postgres] {
        let site = TestSite::start(on);
        let (aino, reader) = (site.member("Aino"), site.member("Lukija"));
        let mut at_aino = site.as_person(aino);
        at_aino.get(NEW);
        let fields = [("title", "Tauot"), ("body", "Miten?"), ("audience", "members")];
        assert_eq!(at_aino.post(NEW, &fields).status, 303);
        let reply = format!("{THREAD}/reply");
        for number in 2..=20 {
            at_aino.get(&reply);
            let body = format!("Vastaus numero {number}");
            assert_eq!(at_aino.post(&reply, &[("body", &body)]).status, 303);
            site.pass(20_000);
        }
        let mut at_reader = site.as_person(reader);
        assert_eq!(at_reader.get(THREAD).status, 200, "and the page is kept");
        // What was read is written a moment later, apart from any page.
        site.settle();
        at_reader.get("/coffee-room");
        let mut ask = |is_kept: bool| {
            HEARD.take();
            assert_eq!(at_reader.get(THREAD).text().matches("<article").count(), 20);
            let mut asked = HEARD.take();
            asked.retain(|sql| sql.trim_start().starts_with("SELECT"));
            // Debug builds make every kept page anew to compare it.
            let posts = asked.iter().position(|sql| sql.contains("FROM post p"));
            if is_kept && cfg!(debug_assertions) {
                asked.remove(posts.unwrap());
            }
            assert!(!asked.is_empty() && asked.len() <= 3, "{on:?}: {asked:#?}");
        };
        ask(true);
        // Nor does it cost more to keep somebody at a distance.
        let writer = format!("/coffee-room/people/{}", site.site().handle(aino).unwrap());
        let mut elsewhere = site.as_person(reader);
        elsewhere.get(&writer);
        assert_eq!(elsewhere.post(&writer, &[("act", "mute")]).status, 303);
        ask(false);
    }
}

//! `kill -9` under 64 writers, again and again: every post that was
//! acknowledged is there afterwards, once; and a form whose answer was lost
//! may be sent again and counts once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected should stop at once"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use kafferum_platform::db::{Database, Place};
use kafferum_platform::policy::Role;
use kafferum_server::demo_people::{CHARACTERS, Stands};
use kafferum_testkit::http::HttpClient;
use kafferum_testkit::on_each;
use kafferum_testkit::postgres::fresh_database;
use kafferum_testkit::process::{Program, Running, free_address};
use kafferum_testkit::site::On;

const WRITERS: usize = 64;
/// After how many acknowledged posts each round's kill comes; uneven, so that
/// it comes in other moments of a commit.
const KILLS: [usize; 5] = [97, 211, 40, 333, 150];
const THREADS: usize = 4;

/// Signs in as somebody of the demonstration.
fn sign_in(client: &mut HttpClient, number: usize) {
    let token = client.get("/demo").field_value("_form").unwrap();
    let answer = client.post("/demo/sign-in", &[("who", &number.to_string()), ("_form", &token)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// Lets everybody write as fast as they can.
fn lift_limit(running: &Running) {
    let is_administrator = |role| role == Some(Role::Administrator);
    let number = CHARACTERS.iter().position(|one| is_administrator(one.role)).unwrap() + 1;
    let mut client = running.visitor();
    sign_in(&mut client, number);
    let path = "/admin/settings/coffee-room-posts-per-minute";
    let token = client.get(path).field_value("_form").unwrap();
    let answer = client.post(path, &[("value", "1000000"), ("_form", &token)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
}

fn open_thread(client: &mut HttpClient, number: usize) -> String {
    let path = "/coffee-room/rooms/1/new";
    let token = client.get(path).field_value("_form").unwrap();
    let title = format!("Koe {number}");
    let fields = [("title", &*title), ("body", "Alku"), ("audience", "members"), ("_form", &token)];
    let answer = client.post(path, &fields);
    answer.header("location").unwrap_or_else(|| panic!("{}", answer.text())).to_owned()
}

/// A form that was sent and whose answer never came.
struct Open {
    text: String,
    token: String,
}

/// One browser of one writer; it outlives the server.
struct Writer {
    number: usize,
    client: HttpClient,
    thread: String,
    written: usize,
    open: Option<Open>,
}

impl Writer {
    fn new(running: &Running, number: usize, threads: &[String]) -> Self {
        let members: Vec<usize> = (0..CHARACTERS.len())
            .filter(|index| matches!(CHARACTERS[*index].stands, Stands::Member(_)))
            .collect();
        let mut client = running.visitor();
        sign_in(&mut client, members[number % members.len()] + 1);
        let thread = threads[number % threads.len()].clone();
        Self { number, client, thread, written: 0, open: None }
    }

    /// Writes until the server is gone; what was sent last is sent again
    /// first.
    fn write(&mut self, acknowledged: &Sender<String>) {
        let path = format!("{}/reply", self.thread);
        let form = "application/x-www-form-urlencoded";
        loop {
            let open = match self.open.take() {
                Some(open) => open,
                None => {
                    let Ok(page) = self.client.send("GET", &path, &[], Vec::new()) else { return };
                    let token = page.field_value("_form").unwrap();
                    self.written += 1;
                    Open { text: format!("viesti-{}-{}-", self.number, self.written), token }
                }
            };
            let body = format!("body={}&audience=members&_form={}", open.text, open.token);
            let answer =
                self.client.send("POST", &path, &[("content-type", form)], body.into_bytes());
            match answer {
                Ok(answer) => {
                    assert_eq!(answer.status, 303, "{}", answer.text());
                    let _ = acknowledged.send(open.text);
                }
                Err(_) => {
                    self.open = Some(open);
                    return;
                }
            }
        }
    }
}

/// How often each text stands in the pages of the threads.
fn read_all(running: &Running, threads: &[String]) -> BTreeMap<String, usize> {
    let mut client = running.visitor();
    sign_in(&mut client, 1);
    let mut found = BTreeMap::new();
    for thread in threads {
        for page in 1.. {
            let answer = client.get(&format!("{thread}?page={page}"));
            if answer.status == 404 {
                break;
            }
            assert_eq!(answer.status, 200, "{}", answer.text());
            let text = answer.text();
            for rest in text.split("<p>viesti-").skip(1) {
                let name = rest.split("</p>").next().unwrap();
                *found.entry(format!("viesti-{name}")).or_default() += 1;
            }
        }
    }
    found
}

fn must_be_sound(place: &Place, check: &'static str) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let database = Database::open(place, &[], 1).unwrap();
    let (checked, torn) = runtime
        .block_on(database.read(move |tx| {
            let checked = tx.query(check, &[], |row| row.get::<String>(0))?;
            let torn = tx.query(
                "SELECT t.id FROM thread t
                 WHERE t.last_position <> (SELECT COUNT(*) FROM post p WHERE p.thread = t.id)
                    OR t.last_position <> (SELECT MAX(p.position) FROM post p WHERE p.thread = t.id)",
                &[],
                |row| row.get::<i64>(0),
            )?;
            Ok((checked, torn))
        }))
        .unwrap();
    assert_eq!(checked, ["ok"]);
    assert!(torn.is_empty(), "threads whose posts don't add up: {torn:?}");
}

fn kill_again_and_again(program: &Program, address: &str) {
    let mut running = program.start(address);
    lift_limit(&running);
    let mut member = running.visitor();
    sign_in(&mut member, 1);
    let threads: Vec<String> =
        (0..THREADS).map(|number| open_thread(&mut member, number)).collect();
    let writers: Vec<Mutex<Writer>> =
        (0..WRITERS).map(|number| Mutex::new(Writer::new(&running, number, &threads))).collect();
    let mut acknowledged: Vec<String> = Vec::new();
    for after in KILLS {
        let (sender, receiver) = channel();
        thread::scope(|scope| {
            for writer in &writers {
                let sender = sender.clone();
                scope.spawn(move || writer.lock().unwrap().write(&sender));
            }
            drop(sender);
            acknowledged.extend(receiver.iter().take(after));
            running.kill();
        });
        acknowledged.extend(receiver.try_iter());
        running = program.start(address);
        let found = read_all(&running, &threads);
        for text in &acknowledged {
            assert_eq!(found.get(text), Some(&1), "{text} was acknowledged");
        }
        for (text, count) in &found {
            assert_eq!(*count, 1, "{text} is there more than once");
        }
        let open = writers.iter().filter(|writer| writer.lock().unwrap().open.is_some()).count();
        assert!(found.len() <= acknowledged.len() + open);
    }
    assert!(acknowledged.len() >= KILLS.iter().sum());
    let (status, output) = running.terminate();
    assert!(status.success(), "{output}");
}

on_each! {
    fn what_was_acknowledged_survives_kill_9_under_64_writers(on) {
        let folder = tempfile::tempdir().unwrap();
        let address = free_address();
        let program = Program::at(env!("CARGO_BIN_EXE_kafferum"))
            .args(["demo", "--listen", &address, "--data"])
            .arg(folder.path())
            .env("KAFFERUM_LOG", "warn");
        match on {
            On::Sqlite => {
                kill_again_and_again(&program, &address);
                let file = Path::join(folder.path(), "kafferum.sqlite");
                must_be_sound(&Place::Sqlite(file), "PRAGMA integrity_check");
            }
            On::Postgres => {
                let database = fresh_database();
                let program = program.args(["--database", database.url()]);
                kill_again_and_again(&program, &address);
                must_be_sound(&Place::Postgres(database.url().to_owned()), "SELECT 'ok'");
            }
        }
    }
}

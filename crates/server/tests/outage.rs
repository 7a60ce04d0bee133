//! What breaks around the site must not break the site: a panic, a disk that
//! is full, a database that is away. Nobody loses what was acknowledged, what
//! was typed comes back, and all heals without a restart.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected should stop at once"
)]

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread;

use kafferum_platform::clock::{HOUR, MINUTE};
use kafferum_platform::db::{Place, Tx};
use kafferum_platform::fault::FaultKind;
use kafferum_platform::feature::{JobKind, Moment, Timer};
use kafferum_platform::mail::{self, NewMail};
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::PUBLIC;
use kafferum_platform::site::Parts;
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::route::{Reply, get};
use kafferum_platform::{Error, Fault, jobs, settings};
use kafferum_testkit::http::{HttpClient, Response};
use kafferum_testkit::on_each;
use kafferum_testkit::postgres::{Durability, Server};
use kafferum_testkit::process::{Program, free_address};
use kafferum_testkit::site::{On, TestSite, Visitor};

// ---- What all of these tests look at ----

/// A member and the address of a thread that they opened.
fn thread(site: &TestSite) -> (PersonId, String) {
    site.set("coffee-room-posts-per-minute", "1000000");
    let member = site.member("Aamukaste");
    let mut visitor = site.as_person(member);
    visitor.get("/coffee-room/rooms/1/new");
    let fields = [("title", "Kahvitauko"), ("body", "Hyvää huomenta"), ("audience", "members")];
    let answer = visitor.post("/coffee-room/rooms/1/new", &fields);
    assert_eq!(answer.status, 303, "{}", answer.text());
    (member, answer.header("location").unwrap().to_owned())
}

/// A reply with the token that its form had.
fn reply(visitor: &mut Visitor<'_>, thread: &str, body: &str, token: &str) -> Response {
    let fields = [("body", body), ("audience", "members"), ("_form", token)];
    visitor.post_raw(&format!("{thread}/reply"), &fields)
}

fn new_token(visitor: &mut Visitor<'_>, thread: &str) -> String {
    visitor.get(&format!("{thread}/reply")).field_value("_form").unwrap()
}

/// A text of so many letters that it needs pages of its own.
fn long(name: &str) -> String {
    format!("{name} {}", "kahvia ".repeat(2000))
}

/// How many posts begin with this word, counted behind the site's back.
fn copies(site: &TestSite, name: &str) -> usize {
    let texts =
        site.read(|tx| Ok(tx.query("SELECT markdown FROM post", &[], |row| row.get::<String>(0))?));
    texts.iter().filter(|text| text.split(' ').next() == Some(name)).count()
}

fn must_say_it_is_ours(answer: &Response, status: u16) {
    let text = answer.text();
    assert_eq!(answer.status, status, "{text}");
    assert!(text.contains("Meillä meni jokin vikaan"), "{text}");
    assert!(text.contains("Viitenumero <code>"), "{text}");
    assert_eq!(answer.header("retry-after").is_some(), status == 503);
    for word in ["sqlite", "postgres", "SQL", "INSERT", "panicked", "database", "disk"] {
        assert!(!text.contains(word), "the page says {word}: {text}");
    }
}

fn must_serve(site: &TestSite, member: PersonId, thread: &str, name: &str) {
    let mut visitor = site.as_person(member);
    assert_eq!(visitor.get("/health/ready").status, 200);
    let token = new_token(&mut visitor, thread);
    assert_eq!(reply(&mut visitor, thread, name, &token).status, 303);
    assert_eq!(copies(site, name), 1);
}

fn intend(site: &TestSite, key: &'static str) {
    let now = site.now();
    site.write(move |tx| {
        let mail = NewMail {
            key,
            person: None,
            kind: "test",
            lang: Lang::Fi,
            to: "aino@testi.example",
            subject: "Viesti",
            body: "Hei",
            attachment: None,
            unsubscribe: None,
            reply_to: None,
        };
        Ok(mail::intend(tx, &mail, now)?)
    });
}

// ---- Panics ----

async fn panicking_handler(_: Ctx) -> Reply {
    panic!("a test's own panic in a handler")
}

async fn panicking_read(ctx: Ctx) -> Reply {
    ctx.read(|_| -> Result<(), Error> { panic!("a test's own panic in a read") }).await?;
    ctx.see_other("/")
}

async fn panicking_write(ctx: Ctx) -> Reply {
    ctx.write(|tx| -> Result<(), Error> {
        settings::write(tx, "test-half", "written", None, 0)?;
        panic!("a test's own panic in a write")
    })
    .await?;
    ctx.see_other("/")
}

static TIMER_PANICS: AtomicBool = AtomicBool::new(true);

fn panicking_timer(_: &mut Tx<'_>, _: &Moment) -> Result<usize, Fault> {
    if TIMER_PANICS.load(Ordering::SeqCst) {
        panic!("a test's own panic in a timer");
    }
    Ok(0)
}

const JOBS: &[JobKind] = &[JobKind {
    name: "panic",
    run: |_, _| Box::pin(async { panic!("a test's own panic in a job") }),
}];
const TIMERS: &[Timer] = &[Timer { name: "panic", run: panicking_timer }];

/// The house with some rotten boards in its floor.
fn with_panics(parts: &mut Parts) {
    let house = parts.features.iter_mut().find(|feature| feature.name == "server").unwrap();
    house.routes.extend([
        get("/panic/handler", PUBLIC, panicking_handler),
        get("/panic/read", PUBLIC, panicking_read),
        get("/panic/write", PUBLIC, panicking_write),
    ]);
    house.jobs = JOBS;
}

on_each! {
    fn a_panic_in_a_handler_or_a_transaction_is_one_persons_trouble(on) {
        let site = TestSite::start_with(on, with_panics);
        let (member, thread) = thread(&site);
        for round in 0..20 {
            for path in ["/panic/handler", "/panic/read", "/panic/write"] {
                must_say_it_is_ours(&site.visitor().get(path), 500);
            }
            must_serve(&site, member, &thread, &format!("viesti-{round}"));
        }
        let half = site.read(|tx| {
            Ok(tx.query("SELECT value FROM setting WHERE key = 'test-half'", &[], |_| Ok(()))?)
        });
        assert!(half.is_empty(), "a closure that panicked left something behind");
    }

    fn transactions_that_panic_take_none_of_their_neighbours_with_them(on) {
        let site = TestSite::start(on);
        let inner = Arc::clone(site.site());
        let outcomes = site.wait_for(async move {
            let asked: Vec<_> = (0..60)
                .map(|number: i64| {
                    let site = Arc::clone(&inner);
                    tokio::spawn(async move {
                        site.db
                            .write(move |tx| {
                                settings::write(tx, &format!("test-{number}"), "x", None, 0)?;
                                assert!(number % 3 != 0, "a test's own panic");
                                Ok(())
                            })
                            .await
                    })
                })
                .collect();
            let mut outcomes = Vec::new();
            for one in asked {
                outcomes.push(one.await.unwrap().is_ok());
            }
            outcomes
        });
        let written = site.read(|tx| {
            let sql = "SELECT key FROM setting WHERE key >= 'test-' AND key < 'test.'";
            Ok(tx.query(sql, &[], |row| row.get::<String>(0))?)
        });
        for (number, is_ok) in outcomes.into_iter().enumerate() {
            assert_eq!(is_ok, number % 3 != 0);
            assert_eq!(written.contains(&format!("test-{number}")), is_ok, "{number}");
        }
    }

    fn a_panic_in_a_job_is_kept_with_the_job_and_mail_goes_on(on) {
        let site = TestSite::start_with(on, with_panics);
        let now = site.now();
        site.write(move |tx| Ok(jobs::ask(tx, "panic", "panic:1", "", now)?));
        intend(&site, "mail:1");
        site.settle();
        assert_eq!(site.mails().len(), 1);
        let troubles = site.read(|tx| Ok(jobs::troubles(tx)?));
        assert_eq!(troubles.len(), 1);
        let trouble = troubles.first().unwrap();
        assert_eq!((trouble.attempts, trouble.due_at), (1, now + MINUTE));
        assert_eq!(trouble.last_error, "a job panicked");
    }
}

#[test]
fn a_timer_that_panics_is_told_of_and_stops_neither_the_others_nor_mail() {
    let site = TestSite::start_with(On::Sqlite, |parts| {
        let house = parts.features.iter_mut().find(|feature| feature.name == "server").unwrap();
        house.timers = TIMERS;
    });
    intend(&site, "mail:1");
    let outcome = site.wait_for(jobs::work(site.site()));
    assert!(matches!(outcome, Err(Error::Fault(fault)) if fault.kind == FaultKind::Bug));
    assert_eq!(site.mails().len(), 1);
    TIMER_PANICS.store(false, Ordering::SeqCst);
    assert_eq!(site.settle(), 0);
}

// ---- A full disk ----

/// From now until the next statement that fails, the database file can't
/// grow: SQLite answers as it does on a full disk, and opens anew after that.
fn fill_disk(site: &TestSite) {
    site.write(|tx| Ok(tx.query("PRAGMA max_page_count = 1", &[], |_| Ok(()))?));
}

#[test]
fn on_a_full_disk_nothing_is_half_written_what_was_typed_comes_back_and_it_heals() {
    let site = TestSite::start(On::Sqlite);
    let (member, thread) = thread(&site);
    let mut visitor = site.as_person(member);
    for round in 0..5 {
        let name = format!("viesti-{round}");
        let token = new_token(&mut visitor, &thread);
        fill_disk(&site);
        let answer = reply(&mut visitor, &thread, &long(&name), &token);
        must_say_it_is_ours(&answer, 503);
        assert!(answer.text().contains(&format!("<pre>{}", long(&name).trim_end())));
        assert_eq!(copies(&site, &name), 0);
        assert_eq!(visitor.get(&thread).status, 200, "a full disk can be read");
        // The very same form, when there is room again.
        assert_eq!(reply(&mut visitor, &thread, &long(&name), &token).status, 303);
        assert_eq!(copies(&site, &name), 1);
    }
}

#[test]
fn a_page_can_be_read_though_the_visit_can_not_be_noted() {
    let site = TestSite::start(On::Sqlite);
    let (member, thread) = thread(&site);
    let mut visitor = site.as_person(member);
    let folder = site.folder();
    let away = folder.join("away");
    std::fs::create_dir(&away).unwrap();
    let token = new_token(&mut visitor, &thread);
    // The writer's connection ends with the fault, and can't be opened anew
    // while the file is away. Readers still have theirs.
    fill_disk(&site);
    must_say_it_is_ours(&reply(&mut visitor, &thread, &long("viesti"), &token), 503);
    move_database(&folder, &away);
    site.pass(2 * HOUR);
    assert_eq!(visitor.get(&thread).status, 200);
    move_database(&away, &folder);
    assert_eq!(visitor.get(&thread).status, 200);
}

fn move_database(from: &Path, to: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let name = format!("kafferum.sqlite{ending}");
        std::fs::rename(from.join(&name), to.join(&name)).unwrap();
    }
}

#[test]
fn a_database_file_that_is_away_is_not_made_anew_and_is_found_again() {
    let site = TestSite::start(On::Sqlite);
    let (member, thread) = thread(&site);
    let mut visitor = site.as_person(member);
    let folder = site.folder();
    let away = folder.join("away");
    std::fs::create_dir(&away).unwrap();
    let token = new_token(&mut visitor, &thread);
    fill_disk(&site);
    must_say_it_is_ours(&reply(&mut visitor, &thread, &long("viesti"), &token), 503);
    move_database(&folder, &away);
    for _ in 0..3 {
        must_say_it_is_ours(&reply(&mut visitor, &thread, "viesti", &token), 503);
        assert_eq!(visitor.get("/health/ready").status, 503);
        assert_eq!(visitor.get("/health/live").status, 200);
    }
    assert!(!folder.join("kafferum.sqlite").exists(), "an empty database took its place");
    move_database(&away, &folder);
    assert_eq!(reply(&mut visitor, &thread, "viesti", &token).status, 303);
    assert_eq!(copies(&site, "viesti"), 1);
    must_serve(&site, member, &thread, "toinen");
}

/// A form that was refused: the name of its post, its token, and the session
/// that the token was given to.
struct Refused {
    name: String,
    token: String,
    session: String,
}

/// What a crowd of writers was told.
#[derive(Default)]
struct Told {
    acknowledged: Vec<String>,
    refused: Vec<Refused>,
}

/// Writers at once, each with a browser of their own. Meanwhile `between` is
/// done, which hears of every post that is acknowledged.
fn crowd(
    site: &TestSite,
    member: PersonId,
    thread: &str,
    between: impl FnOnce(Receiver<()>),
) -> Told {
    const WRITERS: usize = 8;
    const POSTS: usize = 12;
    let told = Mutex::new(Told::default());
    let (heard, hear) = channel();
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (told, heard) = (&told, heard.clone());
            let mut visitor = site.as_person(member);
            let tokens: Vec<String> = (0..POSTS).map(|_| new_token(&mut visitor, thread)).collect();
            scope.spawn(move || {
                for (number, token) in tokens.into_iter().enumerate() {
                    let name = format!("viesti-{writer}-{number}");
                    let answer = reply(&mut visitor, thread, &long(&name), &token);
                    let mut told = told.lock().unwrap();
                    match answer.status {
                        303 => {
                            told.acknowledged.push(name);
                            let _ = heard.send(());
                        }
                        503 => {
                            assert!(answer.text().contains(&name), "the text did not come back");
                            let session = visitor.cookie("session").unwrap().to_owned();
                            told.refused.push(Refused { name, token, session });
                        }
                        other => panic!("{other}: {}", answer.text()),
                    }
                }
            });
        }
        between(hear);
    });
    told.into_inner().unwrap()
}

fn must_be_there_once(site: &TestSite, names: &[String]) {
    for name in names {
        assert_eq!(copies(site, name), 1, "{name}");
    }
}

/// Sends what was refused again, the very same forms.
fn send_again(site: &TestSite, thread: &str, refused: &[Refused]) {
    for one in refused {
        let mut visitor = site.visitor();
        visitor.set_cookie("session", &one.session);
        let answer = reply(&mut visitor, thread, &long(&one.name), &one.token);
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_eq!(copies(site, &one.name), 1, "{}", one.name);
    }
}

#[test]
fn a_crowd_that_meets_a_full_disk_finds_what_was_acknowledged_and_nothing_else() {
    let site = TestSite::start(On::Sqlite);
    let (member, thread) = thread(&site);
    let told = crowd(&site, member, &thread, |heard| {
        for _ in 0..10 {
            fill_disk(&site);
            heard.recv().unwrap();
        }
    });
    assert!(!told.refused.is_empty());
    must_be_there_once(&site, &told.acknowledged);
    for one in &told.refused {
        assert_eq!(copies(&site, &one.name), 0, "{}", one.name);
    }
    send_again(&site, &thread, &told.refused);
    let checked =
        site.read(|tx| Ok(tx.query("PRAGMA integrity_check", &[], |row| row.get::<String>(0))?));
    assert_eq!(checked, ["ok"]);
}

// ---- The program on a disk that is full, its log included ----

fn post(client: &mut HttpClient, path: &str, fields: &[(&str, &str)], token: &str) -> Response {
    let mut fields = fields.to_vec();
    fields.push(("_form", token));
    client.post(path, &fields)
}

#[test]
fn the_program_answers_on_a_disk_without_room_even_for_its_log_and_heals() {
    let folder = tempfile::tempdir().unwrap();
    let address = free_address();
    let program = Program::at(env!("CARGO_BIN_EXE_kafferum"))
        .args(["demo", "--listen", &address, "--data"])
        .arg(folder.path().join("data"))
        .with_errors_for_full_files();
    let running = program.start(&address);
    let mut client = running.visitor().with_header("accept-language", "fi");
    let token = client.get("/demo").field_value("_form").unwrap();
    assert_eq!(post(&mut client, "/demo/sign-in", &[("who", "1")], &token).status, 303);
    let thread = "/coffee-room/threads/1";
    let read_token = |client: &mut HttpClient| {
        client.get(&format!("{thread}/reply")).field_value("_form").unwrap()
    };
    let send = |client: &mut HttpClient, body: &str, token: &str| {
        post(client, &format!("{thread}/reply"), &[("body", body)], token)
    };
    let token = read_token(&mut client);
    assert_eq!(send(&mut client, "ensimmäinen", &token).status, 303);

    running.fill_disk();
    let tokens: Vec<String> = (0..3).map(|_| read_token(&mut client)).collect();
    for token in &tokens {
        let answer = send(&mut client, "täydelle levylle", token);
        must_say_it_is_ours(&answer, 503);
        assert!(answer.text().contains("täydelle levylle"), "{}", answer.text());
    }
    assert_eq!(client.get("/health/ready").status, 503);
    assert_eq!(client.get("/health/live").status, 200);
    assert_eq!(client.get("/").status, 200);
    let answer = client.get(thread);
    assert!(answer.status == 200 && answer.text().contains("ensimmäinen"), "{}", answer.text());
    assert!(!answer.text().contains("täydelle levylle"));

    running.free_disk();
    let token = tokens.first().unwrap();
    assert_eq!(send(&mut client, "täydelle levylle", token).status, 303);
    assert_eq!(send(&mut client, "täydelle levylle", token).status, 303, "sent twice");
    assert_eq!(client.get("/health/ready").status, 200);
    let text = client.get(thread).text();
    assert_eq!(text.matches("täydelle levylle").count(), 1);
    assert_eq!(text.matches("ensimmäinen").count(), 1);
    let (status, _) = running.terminate();
    assert!(status.success());
}

// ---- A lost database ----

/// A site on a PostgreSQL of its own, which the test may stop.
fn site_on(server: &Server) -> TestSite {
    let url = server.url().to_owned();
    TestSite::start_with(On::Sqlite, move |parts| parts.place = Place::Postgres(url.clone()))
}

#[test]
fn while_the_database_is_away_pages_say_so_and_all_heals_when_it_is_back() {
    let mut server = Server::start(Durability::Durable).unwrap();
    let site = site_on(&server);
    let (member, thread) = thread(&site);
    let mut visitor = site.as_person(member);
    let token = new_token(&mut visitor, &thread);
    intend(&site, "mail:1");
    for round in 0..3 {
        server.stop().unwrap();
        let answer = reply(&mut visitor, &thread, "viesti", &token);
        must_say_it_is_ours(&answer, 503);
        must_say_it_is_ours(&visitor.get(&thread), 503);
        assert_eq!(site.visitor().get("/health/ready").status, 503);
        assert_eq!(site.visitor().get("/health/live").status, 200);
        let outcome = site.wait_for(jobs::work(site.site()));
        assert!(
            matches!(outcome, Err(Error::Fault(fault)) if fault.kind == FaultKind::Unavailable)
        );
        server.start_again().unwrap();
        let name = format!("viesti-{round}");
        must_serve(&site, member, &thread, &name);
        site.settle();
        assert_eq!(site.mails().len(), 1);
    }
    assert_eq!(reply(&mut visitor, &thread, "viesti", &token).status, 303);
    assert_eq!(copies(&site, "viesti"), 1);
}

#[test]
fn what_was_typed_comes_back_while_the_database_is_away() {
    let mut server = Server::start(Durability::Durable).unwrap();
    let site = site_on(&server);
    let mut visitor = site.visitor();
    visitor.get("/sign-in");
    let token = visitor.token();
    server.stop().unwrap();
    let fields =
        [("email", "aino@testi.example"), ("password", "kolme kuppia"), ("_form", &*token)];
    let answer = visitor.post_raw("/sign-in", &fields);
    must_say_it_is_ours(&answer, 503);
    assert!(answer.text().contains("aino@testi.example"), "{}", answer.text());
    assert!(!answer.text().contains("kolme kuppia"), "a password came back");
    server.start_again().unwrap();
    assert_eq!(visitor.post_raw("/sign-in", &fields).status, 422);
}

#[test]
fn a_crowd_whose_database_crashes_loses_nothing_acknowledged_and_may_send_the_rest_again() {
    let mut server = Server::start(Durability::Durable).unwrap();
    let site = site_on(&server);
    let (member, thread) = thread(&site);
    let told = crowd(&site, member, &thread, |heard| {
        for _ in 0..20 {
            heard.recv().unwrap();
        }
        server.stop().unwrap();
    });
    server.start_again().unwrap();
    assert!(!told.refused.is_empty());
    must_be_there_once(&site, &told.acknowledged);
    for one in &told.refused {
        // Perhaps committed when the connection broke, but never twice.
        assert!(copies(&site, &one.name) <= 1, "{}", one.name);
    }
    send_again(&site, &thread, &told.refused);
    must_be_there_once(&site, &told.acknowledged);
}

//! Answers by mail when the database is away, and by the built program.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets the unexpected should stop at once"
)]

use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;

use kafferum_platform::db::Place;
use kafferum_platform::mail_in::{Outcome, receive};
use kafferum_testkit::postgres::{Durability, Server};
use kafferum_testkit::process::{Program, free_address};
use kafferum_testkit::site::{On, TestSite};

const DOMAIN: &str = "vastaus.testi.example";
const ROOM: &str = "/coffee-room/rooms/1/new";
const LETTER: &str =
    "From: salainen.osoite@posti.example\r\nMessage-ID: <1@x>\r\n\r\nViela yksi kuppi\r\n";

#[test]
fn an_answer_is_brought_again_when_the_database_is_back() {
    let mut server = Server::start(Durability::Durable).unwrap();
    let url = server.url().to_owned();
    let site = TestSite::start_with(On::Sqlite, move |parts| {
        parts.place = Place::Postgres(url.clone());
        parts.answer_domain = Some(DOMAIN.to_owned());
    });
    let member = site.member("Aamukaste");
    let mut visitor = site.as_person(member);
    visitor.get(ROOM);
    let fields = [("title", "Kahvitauko"), ("body", "Huomenta"), ("audience", "members")];
    assert_eq!(visitor.post(ROOM, &fields).status, 303);
    let addresses = site.site().addresses.as_ref().unwrap();
    let to = addresses.of(member, "thread:1", site.now()).unwrap().unwrap();
    let bring = || site.wait_for(receive(site.site(), &to, None, LETTER.as_bytes()));
    for _ in 0..2 {
        server.stop().unwrap();
        assert_eq!(bring(), Outcome::Later);
        server.start_again().unwrap();
        assert_eq!(bring(), Outcome::Settled);
    }
    let posts: i64 =
        site.read(|tx| Ok(tx.one("SELECT COUNT(*) FROM post", &[], |row| row.get(0))?));
    assert_eq!(posts, 2);
}

#[test]
fn the_program_listens_where_its_configuration_says_and_logs_nothing_of_a_mail() {
    let folder = tempfile::tempdir().unwrap();
    let (socket, maildir) = (folder.path().join("lmtp"), folder.path().join("mail-in"));
    let configuration = format!(
        "answer_domain = \"{DOMAIN}\"\nlmtp_listen = \"{}\"\nmail_in_folder = \"{}\"\n",
        socket.display(),
        maildir.display()
    );
    std::fs::write(folder.path().join("kafferum.toml"), configuration).unwrap();
    std::fs::create_dir_all(maildir.join("new")).unwrap();
    let secret = "To: reply+1234@vastaus.testi.example\r\n".to_owned() + LETTER;
    std::fs::write(maildir.join("new").join("1.a"), secret).unwrap();
    let address = free_address();
    let program = Program::at(env!("CARGO_BIN_EXE_kafferum"))
        .args(["serve", "--listen", &address, "--data"])
        .arg(folder.path());
    let running = program.start(&address);
    let mut stream = UnixStream::connect(&socket).unwrap();
    stream
        .write_all(b"LHLO x\r\nMAIL FROM:<salainen.osoite@posti.example>\r\nRCPT TO:<reply+1234@vastaus.testi.example>\r\nQUIT\r\n")
        .unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    let mut answered = String::new();
    stream.read_to_string(&mut answered).unwrap();
    assert!(answered.starts_with("220 ") && answered.contains("\r\n550 "), "{answered}");
    let (status, log) = running.terminate();
    assert!(status.success());
    // What is nobody's was set aside when the program looked into the folder.
    assert!(maildir.join("cur").join("1.a").exists());
    for word in ["salainen", "reply+", "kuppi"] {
        assert!(!log.contains(word), "{log}");
    }
}

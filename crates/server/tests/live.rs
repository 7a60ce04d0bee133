//! The running program tells an open page of a new post, and an open page
//! does not keep it from ending.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected should stop at once"
)]

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

use kafferum_server::demo_people::{CHARACTERS, Stands};
use kafferum_testkit::http::HttpClient;
use kafferum_testkit::process::{Program, Running, free_address};
use kafferum_testkit::site::{On, TestSite};

fn start(folder: &std::path::Path) -> Running {
    let address = free_address();
    let program = Program::kafferum().arg("demo").arg("--data").arg(folder);
    program.args(["--listen", &address]).start(&address)
}

fn member(running: &Running, which: usize) -> HttpClient {
    let members = CHARACTERS.iter().enumerate();
    let mut members = members.filter(|(_, one)| matches!(one.stands, Stands::Member(_)));
    let number = (members.nth(which).unwrap().0 + 1).to_string();
    let mut client = running.visitor();
    let token = client.get("/demo").field_value("_form").unwrap();
    let answer = client.post("/demo/sign-in", &[("who", &number), ("_form", &token)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    client
}

/// Sends a form of a page as it stands, with these fields.
fn send(client: &mut HttpClient, path: &str, fields: &[(&str, &str)]) -> String {
    let token = client.get(path).field_value("_form").unwrap();
    let mut fields = fields.to_vec();
    fields.push(("_form", &token));
    let answer = client.post(path, &fields);
    answer.header("location").unwrap_or_else(|| panic!("{}", answer.text())).to_owned()
}

/// Reads lines until one begins so.
fn read_until(line: &mut impl BufRead, beginning: &str) -> Option<String> {
    let mut read = String::new();
    while line.read_line(&mut read).unwrap() > 0 {
        if read.starts_with(beginning) {
            return Some(read.trim_end().to_owned());
        }
        read.clear();
    }
    None
}

/// What a page hears next of its thread; of notices it hears as well.
fn next_of_thread(line: &mut impl BufRead) -> Option<String> {
    read_until(line, "event: thread")?;
    read_until(line, "data:")
}

#[test]
fn an_open_page_hears_of_a_post_and_does_not_keep_the_program_from_ending() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(folder.path());
    let (mut writer, reader) = (member(&running, 0), member(&running, 1));
    let fields = [("title", "Kuka kuulee?"), ("body", "Hei"), ("audience", "members")];
    let thread = send(&mut writer, "/coffee-room/rooms/1/new", &fields);

    let host = running.url().replace("http://", "");
    let mut stream = TcpStream::connect(&host).unwrap();
    let session = reader.cookie("session").unwrap();
    write!(
        stream,
        "GET {thread}/live HTTP/1.1\r\nHost: {host}\r\nCookie: session={session}\r\n\
         Accept-Encoding: br, gzip\r\n\r\n"
    )
    .unwrap();
    let mut line = BufReader::new(stream);
    let mut head = String::new();
    while line.read_line(&mut head).unwrap() > 2 {}
    let head = head.to_lowercase();
    for part in ["200 ok", "text/event-stream", "x-accel-buffering: no", "no-store"] {
        assert!(head.contains(part), "{part}: {head}");
    }
    assert!(!head.contains("content-encoding"), "{head}");
    assert_eq!(next_of_thread(&mut line).as_deref(), Some("data: 1"));
    send(&mut writer, &format!("{thread}/reply"), &[("body", "Kuuleeko joku?")]);
    assert_eq!(next_of_thread(&mut line).as_deref(), Some("data: 2"));

    let (status, output) = running.terminate();
    assert!(status.success() && !output.contains("did not end in time"), "{output}");
    assert_eq!(next_of_thread(&mut line), None);
}

#[test]
fn what_is_written_on_one_node_is_heard_on_the_other() {
    let first = TestSite::start(On::Postgres);
    let second = first.another_node();
    let (aino, eino) = (first.member("Aino"), first.member("Eino"));
    let mut writer = first.as_person(aino);
    writer.get("/coffee-room/rooms/1/new");
    let fields = [("title", "Kuka kuulee?"), ("body", "Hei"), ("audience", "members")];
    let thread = writer.post("/coffee-room/rooms/1/new", &fields);
    let thread = thread.header("location").unwrap().to_owned();
    let mut line = second.as_person(eino).listen(&format!("{thread}/live"));
    assert_eq!(line.hear(), Some(("thread".to_owned(), 1)));
    assert_eq!(line.hear(), Some(("notices".to_owned(), 0)));
    let path = format!("{thread}/reply");
    writer.get(&path);
    assert_eq!(writer.post(&path, &[("body", "Kuuleeko joku?")]).status, 303);
    assert_eq!(line.hear(), Some(("thread".to_owned(), 2)));
}

//! Two windows on one thread: what is written in one is seen in the other
//! without loading the page anew; and without scripts by a link.

use std::io::{BufRead, BufReader, Write};

use crate::union::{Scripts, Union, Window};

fn open_a_thread(window: &Window) -> String {
    window.open("/coffee-room/rooms/1/new");
    window.fill("Otsikko", "Missä kahvi on halvinta?");
    window.fill("Viestisi", "Kysyn vain.");
    window.press("Aloita keskustelu");
    window.see_within("#p1", "Kysyn vain.");
    window.path().split(['?', '#']).next().unwrap().to_owned()
}

fn answer(window: &Window, thread: &str, text: &str) {
    window.open(thread);
    window.fill("Viestisi", text);
    window.press("Lähetä viesti");
    window.see_within("main", text);
}

#[test]
fn a_post_appears_in_another_window_by_itself() {
    let union = Union::open();
    let writer = union.window("live, the writer", Scripts::On);
    let reader = union.window("live, the reader", Scripts::On);
    writer.sign_in_as("Kahvikuppi");
    let thread = open_a_thread(&writer);
    reader.sign_in_as("Havu");
    reader.open_and_see(&thread, "Katso, onko uusia viestejä");

    // At the end of the thread it is put below.
    reader.execute("window.same = true; document.querySelector('[data-news]').focus()", vec![]);
    answer(&writer, &thread, "Meillä se on ilmaista.");
    reader.see_within("#p2", "Meillä se on ilmaista.");
    assert_eq!(reader.execute("return window.same", vec![]), true);

    // While one writes, it is offered, and nothing moves.
    reader.fill("Viestisi", "Olen juuri");
    answer(&writer, &thread, "Ja pulla päälle.");
    reader.see_within(".news", "Uusia viestejä: 1");
    reader.do_not_see("Ja pulla päälle.");
    reader.follow("Uusia viestejä: 1");
    reader.see_within("#p3", "Ja pulla päälle.");
    reader.see_within(".news", "Katso, onko uusia viestejä");
    assert_eq!(reader.execute("return document.activeElement.id", vec![]), "p3");
    assert_eq!(reader.execute("return window.same", vec![]), true);
    assert_eq!(
        reader.execute("return document.querySelector('#body').value", vec![]),
        "Olen juuri"
    );
    reader.accessibility("a thread with a post that came by itself");
    reader.execute("document.querySelector('#body').value = ''", vec![]);
    writer.must_have_kept_quiet();
    reader.must_have_kept_quiet();
}

/// Answers at an address as a proxy does whose server is away, until an open
/// page has asked for its line so often.
fn refuse_lines(address: &str, times: usize) {
    let door = std::net::TcpListener::bind(address).unwrap();
    let mut asked = 0;
    while asked < times {
        let (mut caller, _) = door.accept().unwrap();
        let mut line = String::new();
        BufReader::new(&caller).read_line(&mut line).unwrap();
        asked += usize::from(line.contains("/live"));
        let answer = "HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        caller.write_all(answer.as_bytes()).unwrap();
    }
}

#[test]
fn a_page_hears_again_of_new_posts_when_the_server_is_back() {
    let union = Union::open();
    let reader = union.window("live, the server away", Scripts::On);
    reader.sign_in_as("Havu");
    let thread = open_a_thread(&reader);
    reader.open_and_see(&thread, "Katso, onko uusia viestejä");
    reader.execute("window.same = true; document.querySelector('[data-news]').focus()", vec![]);
    let union = union.away(|address| refuse_lines(address, 2));
    let mut writer = union.signed_in("Kahvikuppi");
    let reply = format!("{thread}/reply");
    let token = writer.get(&reply).field_value("_form").unwrap_or_default();
    let sent = writer.post(&reply, &[("_form", &token), ("body", "Palvelin on palannut.")]);
    assert_eq!(sent.status, 303, "{}", sent.text());
    reader.see_within("main", "Palvelin on palannut.");
    assert_eq!(reader.execute("return window.same", vec![]), true, "it was not loaded anew");
    // The link works all the while.
    reader.open_and_see(&thread, "Palvelin on palannut.");
}

#[test]
fn without_scripts_a_link_leads_to_new_posts() {
    let union = Union::open();
    let writer = union.window("live without scripts, the writer", Scripts::Off);
    let reader = union.window("live without scripts, the reader", Scripts::Off);
    writer.sign_in_as("Kahvikuppi");
    let thread = open_a_thread(&writer);
    reader.sign_in_as("Havu");
    reader.open_and_see(&thread, "Kysyn vain.");
    answer(&writer, &thread, "Meillä se on ilmaista.");
    reader.follow("Katso, onko uusia viestejä");
    reader.see_within("#p2", "Meillä se on ilmaista.");
    assert!(reader.path().ends_with("#p2"), "{}", reader.path());
    writer.must_have_kept_quiet();
    reader.must_have_kept_quiet();
}

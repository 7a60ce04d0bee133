//! Two windows on one thread: what is written in one is seen in the other
//! without loading the page anew; and without scripts by a link.

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

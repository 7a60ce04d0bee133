//! The coffee room: writing, reporting, hiding, mending.

use crate::union::{Scripts, Union, Window};

const TITLE: &str = "Kuka vastaa, kun vuoro venyy?";
const BODY: &str = "Olin töissä **kaksi tuntia** yli. Kenelle siitä kerrotaan?";

#[test]
fn a_post_is_written_reported_and_hidden_with_a_reason() {
    a_post_is_hidden(Scripts::On);
}

#[test]
fn a_post_is_written_reported_and_hidden_with_a_reason_without_scripts() {
    a_post_is_hidden(Scripts::Off);
}

fn a_post_is_hidden(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("a post is hidden", scripts);

    window.sign_in_as("Kahvikuppi");
    let thread = open_a_thread(&window);

    window.sign_in_as("Havu");
    window.open_and_see(&thread, "kaksi tuntia");
    window.follow_within("#p1", "Ilmoita");
    window.press("Lähetä ilmoitus");
    window.see_within(".errors", "Valitse syy.");
    window.choose("muu syy");
    window.press("Lähetä ilmoitus");
    window.see_within(".errors", "Kerro syy omin sanoin.");
    window.fill("Omin sanoin", "Tästä tunnistaa, missä hän on töissä.");
    window.see_within(".actions", "Tämän ja nimimerkkisi näkevät: moderaattorit");
    window.press("Lähetä ilmoitus");
    window.see("Kiitos, että kerroit.");
    window.open_and_see("/coffee-room/reports", "Odottaa moderaattoria");

    window.sign_in_as("Pihlaja");
    window.open("/moderation");
    let item = format!(".queue-item:has(a[href*='{thread}/'])");
    window.see_within(&item, TITLE);
    window.see_within(&item, "Tästä tunnistaa, missä hän on töissä. Havu");
    window.follow_within(&item, "Piilota viesti");
    window.press("Piilota");
    window.see_within(".errors", "Valitse syy.");
    window.choose("avustettavan voi tunnistaa");
    window.fill("Sanasi kirjoittajalle", "Kerro ensi kerralla yleisemmin.");
    window.see_within(".actions", "Sanasi näkevät: kirjoittaja ja moderaattorit");
    window.press("Piilota");
    window.see("Viesti on piilotettu.");
    window.open("/moderation/log");
    window.see_within(".links", TITLE);
    window.see_within(".links", "Kerro ensi kerralla yleisemmin.");

    window.sign_in_as("Kahvikuppi");
    window.open_and_see(&thread, "Moderaattori piilotti viestisi.");
    window.see_within("#p1", "Syy: avustettavan voi tunnistaa.");
    window.see_within("#p1", "Kerro ensi kerralla yleisemmin.");
    window.see_within("#p1", "kaksi tuntia");

    window.sign_in_as("Havu");
    window.open_and_see(&thread, "Moderaattori piilotti viestin. Syy: avustettavan voi tunnistaa.");
    window.do_not_see("kaksi tuntia");
    window.do_not_see(TITLE);
    window.do_not_see("Kerro ensi kerralla yleisemmin.");
    window.open_and_see("/coffee-room/reports", "Viesti piilotettiin");
    window.open("/moderation/log");
    window.see_within(".links > li:first-child", "Viesti piilotettiin · Työn laatu");
    window.see_within(".links > li:first-child", "Syy: avustettavan voi tunnistaa.");
    window.do_not_see(TITLE);
    window.do_not_see("Kerro ensi kerralla yleisemmin.");
    window.must_have_kept_quiet();
}

/// Opens the thread, and returns its address.
fn open_a_thread(window: &Window) -> String {
    window.follow("Kahvihuone");
    window.follow("Työn laatu");
    window.follow("Aloita keskustelu");
    window.see_within(
        ".actions",
        "Tämän näkevät: jäsenet ja moderaattorit, sekä kokeilijat, jos valitset niin",
    );
    window.fill("Viestisi", BODY);
    window.press("Aloita keskustelu");
    window.see_within(".errors", "Täytä tämä: Otsikko");
    window.fill("Otsikko", TITLE);
    window.press("Esikatsele");
    window.see_within("#preview strong", "kaksi tuntia");
    assert!(
        window.source().contains(BODY) || window.text().contains("**"),
        "what was typed is kept"
    );
    window.press("Aloita keskustelu");
    window.see_within("h1", TITLE);
    window.see_within("#p1 strong", "kaksi tuntia");
    window.see_within(".head", "vain jäsenille");
    let path = window.path();
    path.split(['?', '#']).next().unwrap().to_owned()
}

#[test]
fn a_post_is_edited_in_two_windows_and_nothing_is_lost() {
    a_post_is_edited(Scripts::On);
}

#[test]
fn a_post_is_edited_in_two_windows_and_nothing_is_lost_without_scripts() {
    a_post_is_edited(Scripts::Off);
}

fn a_post_is_edited(scripts: Scripts) {
    let union = Union::open();
    let first = union.window("a post is edited, first window", scripts);
    let second = union.window("a post is edited, second window", scripts);
    first.sign_in_as("Kahvikuppi");
    second.sign_in_as("Kahvikuppi");
    let thread = open_a_thread(&first);

    first.follow_within("#p1", "Muokkaa");
    second.open(&thread);
    second.follow_within("#p1", "Muokkaa");
    second.fill("Viestisi", "Olin töissä tunnin yli.");
    second.press("Tallenna muutokset");
    second.see_within("#p1", "Olin töissä tunnin yli.");
    second.see_within("#p1", "muokattu");

    first.fill("Viestisi", "Olin töissä kolme tuntia yli.");
    first.press("Tallenna muutokset");
    first.see_within(".errors", "Viestiä on muokattu sen jälkeen, kun avasit sen.");
    first.see_within(".compare", "Sinun versiosi");
    first.see_within(".compare", "Olin töissä kolme tuntia yli.");
    first.see_within(".compare", "Nykyinen versio");
    first.see_within(".compare", "Olin töissä tunnin yli.");
    first.press("Tallenna muutokset");
    first.see_within("#p1", "Olin töissä kolme tuntia yli.");

    first.follow_within("#p1", "Aiemmat versiot");
    first.see("kaksi");
    first.see_within("main", "Nykyinen versio");
    first.see_within("ins", "kolme");
    first.must_have_kept_quiet();
    second.must_have_kept_quiet();
}

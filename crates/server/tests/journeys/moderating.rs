//! Moderating: what waits is taken up, let in, appealed against; somebody is
//! paused; with the keyboard alone, and without scripts.

use crate::union::{Scripts, Union};

#[test]
fn what_waits_is_decided_and_those_whom_it_is_about_are_told() {
    what_waits_is_decided(Scripts::On);
}

#[test]
fn what_waits_is_decided_and_those_whom_it_is_about_are_told_without_scripts() {
    what_waits_is_decided(Scripts::Off);
}

fn what_waits_is_decided(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("what waits is decided", scripts);

    // A newcomer's text is taken up and let in.
    window.sign_in_as("Pihlaja");
    window.open("/moderation?kind=held");
    let item = ".queue-item:has(a[href*='/moderation/held/'])";
    window.see_within(item, "tauot jännittävät minuakin");
    window.press_within(item, "Ota käsittelyyn");
    window.see_within(".side", "Sinä käsittelet tätä");
    window.see_within(".side", "Tuttu kahvihuoneessa");
    window.see_within(".side", "Ennen kuin päätät");
    window.press("Päästä huoneeseen");
    window.see("Viesti on nyt huoneessa.");
    window.sign_in_as("Uusi tuuli");
    window.open_and_see("/coffee-room/own", "Päästettiin huoneeseen");

    // An appeal is decided by another moderator than the one who decided.
    window.sign_in_as("Pihlaja");
    window.open("/moderation?kind=appeals");
    window.see("Katsoisitteko uudelleen?");
    window.follow("Lue ja päätä");
    window.see("Talon voi tunnistaa tästä.");
    window.press("Päätä");
    window.see_within(".errors", "Täytä tämä: Mitä päätät?");
    window.choose("Päätös kumotaan");
    window.fill("Perustelu", "Taloja on monta, joten tästä ei tunnista ketään.");
    window.press("Päätä");
    window.see("Oikaisupyyntö on ratkaistu.");
    window.sign_in_as("Aamukaste");
    window.open("/coffee-room/own");
    window.follow("Odottavaa viestiä ei päästetty huoneeseen");
    window.see("Päätös kumottiin");
    window.see("Taloja on monta");

    // Somebody is paused, is told why, and asks for it to be looked at again.
    window.sign_in_as("Kahvikuppi");
    window.open("/coffee-room/rooms/1/new");
    window.fill("Otsikko", "Miksi kaikki valittavat?");
    window.fill("Viestisi", "Ei tuosta mitään tule, tyhmiä olette.");
    window.press("Aloita keskustelu");
    let thread = window.path().split(['?', '#']).next().unwrap().to_owned();
    let number = thread.rsplit('/').next().unwrap().to_owned();
    window.sign_in_as("Pihlaja");
    window.open(&format!("/moderation/threads/{number}/posts/1"));
    window.follow("Toimet kirjoittajaa kohtaan");
    window.choose("Tauko kirjoittamisesta");
    window.press("Päätä näin");
    window.see_within(".errors", "Valitse syy.");
    window.choose("loukkaava, uhkaava tai häiritsevä");
    window.fill("Sanasi kirjoittajalle", "Hengähdetään viikko.");
    window.press("Päätä näin");
    window.see("Päätetty.");
    window.sign_in_as("Kahvikuppi");
    window.open_and_see(&thread, "Moderaattorit ovat panneet sinut tauolle");
    window.follow_within(".notice", "Omat asiani kahvihuoneessa");
    window.follow("Tauko kirjoittamisesta");
    window.see("Hengähdetään viikko.");
    window.fill("Miksi päätös pitäisi muuttaa?", "Pahoittelen. Päivä oli pitkä.");
    window.press("Pyydä oikaisua");
    window.see("Odottaa toista moderaattoria");
    window.must_have_kept_quiet();
}

#[test]
fn the_queue_is_walked_with_the_keyboard() {
    let union = Union::open();
    let window = union.window("the queue by keyboard", Scripts::On);
    window.sign_in_as("Pihlaja");
    window.open("/moderation");
    let press = |key: &str| {
        let script = format!(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, cancelable: true }}))"
        );
        window.execute(&script, Vec::new());
    };
    press("j");
    let at = "return [...document.querySelectorAll('[data-queue] > li')].indexOf(document.activeElement)";
    assert_eq!(window.execute(at, Vec::new()), 0);
    press("j");
    assert_eq!(window.execute(at, Vec::new()), 1);
    press("k");
    assert_eq!(window.execute(at, Vec::new()), 0);
    press("Enter");
    window.see_within(".side", "Ennen kuin päätät");
}

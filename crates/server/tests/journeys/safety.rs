//! Hearing less of somebody; and finding out who somebody is when it must be.

use crate::union::{Scripts, Union, Window};

#[test]
fn somebody_is_muted_and_heard_again() {
    somebody_is_muted(Scripts::On);
}

#[test]
fn somebody_is_muted_and_heard_again_without_scripts() {
    somebody_is_muted(Scripts::Off);
}

/// Opens a thread as who is signed in; its address.
fn open_a_thread(window: &Window) -> String {
    window.open("/coffee-room/rooms/1/new");
    window.fill("Otsikko", "Missä syötte eväät?");
    window.fill("Viestisi", "Minä puistossa, sateella bussissa.");
    window.press("Aloita keskustelu");
    window.see_within("h1", "Missä syötte eväät?");
    window.path().split(['?', '#']).next().unwrap().to_owned()
}

fn somebody_is_muted(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("somebody is muted", scripts);
    window.sign_in_as("Kahvikuppi");
    let thread = open_a_thread(&window);

    window.sign_in_as("Havu");
    window.open_and_see(&thread, "sateella bussissa");
    window.follow_within("#p1", "Kahvikuppi");
    window.see_within("h1", "Kahvikuppi");
    window.see_within(".actions", "Tämän näet vain sinä.");
    window.press("Hiljennä");
    window.see("Hänen viestinsä ovat tästä lähtien taitettuina.");
    window.open_and_see(&thread, "Taitettu: kirjoittajana Kahvikuppi. Näytä");
    window.do_not_see("sateella bussissa");
    window.open("/coffee-room");
    window.follow("Hiljentämäni ja estämäni");
    window.see_within("main", "Kahvikuppi");
    window.press("Kuule taas kaikki");
    window.see("Et ole hiljentänyt tai estänyt ketään.");
    window.open_and_see(&thread, "sateella bussissa");
    window.must_have_kept_quiet();
}

#[test]
fn two_people_find_out_who_somebody_is_and_the_person_is_told() {
    two_people_find_out(Scripts::On);
}

#[test]
fn two_people_find_out_who_somebody_is_and_the_person_is_told_without_scripts() {
    two_people_find_out(Scripts::Off);
}

fn two_people_find_out(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("two people find out who somebody is", scripts);
    window.sign_in_as("Kahvikuppi");
    let thread = open_a_thread(&window);

    window.sign_in_as("Pihlaja");
    window.open(&thread);
    window.follow_within("#p1", "Kahvikuppi");
    window.see_within("main", "Jäsen");
    window.do_not_see("Mäkelä");
    window.follow_within("main", "Pyydä saada tietää, kuka tämä on");
    window.fill("Miksi se on saatava tietää?", "Huoli");
    window.fill("Mitä teet tiedolla?", "Soitan hänelle.");
    window.press("Pyydä");
    window.see_within(".errors", "vähintään 20 merkkiä");
    window.fill("Miksi se on saatava tietää?", "Kirjoitti jääneensä yksin pulaan työssään.");
    window.press("Pyydä");
    window.see("Odottaa vastausta");
    let request = window.path();

    window.sign_in_as("Pääkäyttäjä Antti");
    window.open("/seal");
    window.follow_within("main", "Kahvikuppi");
    window.see("Kirjoitti jääneensä yksin pulaan työssään.");
    window.press("Vahvista päätös");
    window.see_within(".errors", "Valitse, mitä päätät.");
    window.choose("Avataan, ja asianomaiselle kerrotaan heti");
    window.fill("Miksi?", "Tässä on kiire.");
    window.press("Vahvista päätös");
    window.see("Päätös on kirjattu.");
    window.follow("Katso, kuka tämä on");
    window.see("Sari Mäkelä");

    window.sign_in_as("Pihlaja");
    window.open(&request);
    window.see("Tässä on kiire.");
    window.follow("Katso, kuka tämä on");
    window.see("Sari Mäkelä");

    window.sign_in_as("Kahvikuppi");
    window.open("/account/log");
    window.follow("Milloin on selvitetty, kuka olet");
    window.see("Kirjoitti jääneensä yksin pulaan työssään.");
    window.see("Tässä on kiire.");
    window.do_not_see("Pihlaja");
    window.open_mail("sari3@esimerkki.example", "Luettavaa tunnuksestasi");
    window.must_have_kept_quiet();
}

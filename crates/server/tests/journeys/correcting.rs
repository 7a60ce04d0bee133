//! Somebody mistyped their address and lost the password: two people of the
//! office let them back in, and the address of before can stop it.

use crate::union::{Scripts, Union, Window};

const NEW: &str = "olli.niemi@esimerkki.example";
const SUBJECT: &str = "Sähköpostiosoitteesi";
const PASSWORD: &str = "kolme kuppia kahvia";

#[test]
fn two_people_correct_an_address_and_its_owner_comes_in() {
    an_address_is_corrected(Scripts::On);
}

#[test]
fn two_people_correct_an_address_and_its_owner_comes_in_without_scripts() {
    an_address_is_corrected(Scripts::Off);
}

fn an_address_is_corrected(scripts: Scripts) {
    let union = Union::open();
    let office = union.window("an address is corrected, the office", scripts);
    ask(&office);
    let owner = union.window("an address is corrected, its owner", scripts);
    owner.sign_in_as("Havu");
    owner.open("/notices");
    owner.follow("Toimistolta on pyydetty tunnuksellesi toista sähköpostiosoitetta.");
    owner.see_within("main", NEW);
    owner.accessibility("one's address is being corrected");
    assert!(!owner.is_too_wide());
    agree(&office);

    office.pass_days(1);
    office.pass_days(1);
    assert_eq!(office.count_mails(NEW, SUBJECT), 0);
    office.pass_days(1);
    let stranger = union.window("an address is corrected, its new mailbox", scripts);
    stranger.open_mail(NEW, SUBJECT);
    stranger.follow_within(".letter", "http");
    stranger.see_within("h1", "Uusi osoite ja salasana");
    stranger.fill("Jäsennumero", "100106");
    stranger.fill("Syntymäaika", "27.6.1985");
    stranger.fill("Uusi salasana", PASSWORD);
    stranger.press("Tallenna");
    stranger.see_within(".errors", "Tiedot eivät sovi tunnukseen.");
    stranger.accessibility("a corrected address that is not taken");
    stranger.fill("Syntymäaika", "28.6.1985");
    stranger.fill("Uusi salasana", PASSWORD);
    stranger.press("Tallenna");
    stranger.see("Kirjaudut nyt uudella osoitteella ja uudella salasanalla.");
    stranger.fill("Sähköposti", NEW);
    stranger.fill("Salasana", PASSWORD);
    stranger.press("Kirjaudu");
    stranger.open("/account/log");
    stranger.follow("Milloin toimisto on korjannut sähköpostiosoitteesi");
    stranger.see("Korjattu");
    stranger.see("Soitin takaisin rekisterin numeroon.");
    owner.open("/account");
    owner.see_within("h1", "Kirjaudu");
    for window in [&office, &owner, &stranger] {
        window.must_have_kept_quiet();
    }
}

fn ask(office: &Window) {
    office.sign_in_as("Rekisteri Raija");
    office.open("/registrar/people");
    office.fill("Nimi, sähköposti, jäsennumero tai kirjeen koodi", "niemi");
    office.press("Hae");
    office.follow("Niemi Olli");
    office.follow("Korjaa sähköpostiosoite");
    office.do_not_see("Havu");
    office.fill("Oikea osoite", NEW);
    office.fill("Mistä tunnistit hänet?", "Soitti");
    office.press("Pyydä");
    office.see_within(".errors", "vähintään 20 merkkiä");
    office.accessibility("an address to correct, with a mistake");
    office.fill("Mistä tunnistit hänet?", "Soitin takaisin rekisterin numeroon.");
    office.press("Pyydä");
    office.see("Odottaa vastausta");
}

fn agree(office: &Window) {
    office.sign_in_as("Pääkäyttäjä Antti");
    office.open("/corrections");
    office.follow_within("main", "Olli Niemi");
    office.see("Soitin takaisin rekisterin numeroon.");
    office.do_not_see("Havu");
    office.press("Vahvista päätös");
    office.see_within(".errors", "Valitse, mitä päätät.");
    office.choose("Osoite korjataan");
    office.fill("Miksi?", "Kysyin Raijalta.");
    office.press("Vahvista päätös");
    office.see("Päätös on kirjattu.");
    office.accessibility("a correction that was agreed to");
}

#[test]
fn the_address_of_before_stops_a_correction() {
    a_correction_is_stopped(Scripts::On);
}

#[test]
fn the_address_of_before_stops_a_correction_without_scripts() {
    a_correction_is_stopped(Scripts::Off);
}

fn a_correction_is_stopped(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("a correction is stopped", scripts);
    window.open_mail("pekka12@esimerkki.example", SUBJECT);
    window.follow_within(".letter", "http");
    window.see_within("h1", "Pysäytetäänkö osoitteen vaihto?");
    window.press("Pysäytä");
    window.see("Pysäytetty. Mikään ei muutu.");
    window.sign_in_as("Rekisteri Raija");
    window.open("/corrections");
    window.follow_within("main", "Pekka Salmi");
    window.see("Pysäytetty");
    window.must_have_kept_quiet();
}

//! The road: a visitor becomes a guest and then a member.

use crate::union::{Scripts, Union, Window};

const ADDRESS: &str = "aino.virtanen@esimerkki.example";
const PASSWORD: &str = "kolme kuppia kahvia";
const MEMBERS_ONLY: &str = "Työvuorolista tulee aina edellisenä iltana";
const OPEN_TO_GUESTS: &str = "Saako taukoja pitää, jos avustettava ei voi jäädä yksin?";
const OWN_THREAD: &str = "Mitä otatte evääksi?";

#[test]
fn a_visitor_becomes_a_guest_is_reminded_once_and_joins_with_everything_kept() {
    a_visitor_becomes_a_member(Scripts::On);
}

#[test]
fn a_visitor_becomes_a_guest_is_reminded_once_and_joins_with_everything_kept_without_scripts() {
    a_visitor_becomes_a_member(Scripts::Off);
}

fn a_visitor_becomes_a_member(scripts: Scripts) {
    let union = Union::open();
    let guest = union.window("a visitor becomes a member", scripts);
    register(&guest);
    let pseudonym = sign_in_for_the_first_time(&guest);
    look_around_as_a_guest(&guest);
    time_passes(&guest);
    apply(&guest);

    let registrar = union.window("a visitor becomes a member, the registrar", scripts);
    confirm(&registrar);

    guest.open_and_see("/coffee-room", MEMBERS_ONLY);
    guest.follow(OWN_THREAD);
    guest.see_within("#p1 .who", &pseudonym);
    guest.see_within("#p1", "Termospullo on tärkein.");
    guest.see_within("#p1", "Muokkaa");
    guest.open_mail(ADDRESS, "Tervetuloa pöytään");
    assert_eq!(guest.count_mails(ADDRESS, "Vielä ehdit"), 1);
    guest.open_and_see("/account/road", "Muistutus lähetetty");
    guest.must_have_kept_quiet();
    registrar.must_have_kept_quiet();
}

fn register(guest: &Window) {
    guest.open("/");
    guest.follow("Kahvihuone");
    guest.see_within("h1", "Kirjaudu");
    guest.follow("En ole vielä jäsen");
    guest.see_within("h1", "Tule mukaan");
    guest.fill("Etunimi", "Aino");
    guest.fill("Sukunimi", "Virtanen");
    guest.fill("Sähköposti", ADDRESS);
    guest.choose("Työskentelen avustajana");
    guest.fill("Alue", "Uusimaa");
    guest.fill("Katuosoite", "Esimerkkikatu 7");
    guest.fill("Postinumero", "00530");
    guest.fill("Postitoimipaikka", "Helsinki");
    guest.choose("Liitto saa lähettää minulle kirjeen");
    guest.choose("Haluan kirjeen myös postissa.");
    guest.see_within(".actions", "Muut näkevät vain nimimerkkisi.");
    guest.press("Tule kahvihuoneeseen");
    guest.see_within(".errors", "Korjaa vielä yksi kohta");
    guest.see_within(".errors", "Hyväksyn talon säännöt.");
    guest.accessibility("the registration form with a mistake");
    // What was typed is still there; only the one tick is missing.
    guest.choose("Hyväksyn talon säännöt.");
    guest.press("Tule kahvihuoneeseen");
    guest.see_within("h1", "Katso sähköpostiasi");
}

/// Returns the pseudonym that was suggested.
fn sign_in_for_the_first_time(guest: &Window) -> String {
    let mail = guest.open_mail(ADDRESS, "Tervetuloa");
    let mut lines = mail.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.find(|line| line.ends_with("pääset sisään:"));
    let temporary = lines.next().expect("a temporary password").to_owned();
    guest.follow_within(".letter", "http");
    guest.fill("Sähköposti", ADDRESS);
    guest.fill("Salasana", &temporary);
    guest.press("Kirjaudu");
    guest.see_within("h1", "Valitse oma salasana");
    guest.accessibility("the first choice of a password");
    guest.open_and_see("/coffee-room", "Valitse oma salasana");
    guest.fill("Uusi salasana", "lyhyt");
    guest.press("Tallenna salasana");
    guest.see_within(".errors", "Salasanassa pitää olla vähintään 12 merkkiä.");
    guest.fill("Uusi salasana", PASSWORD);
    guest.press("Tallenna salasana");
    guest.open_mail(ADDRESS, "Tässä lupaamamme kirje");
    guest.see_within("article", "kirje.pdf");
    guest.open("/account");
    let pseudonym =
        guest.execute("return document.querySelector('.account-name').textContent", Vec::new());
    pseudonym.as_str().expect("a pseudonym").trim().to_owned()
}

fn look_around_as_a_guest(guest: &Window) {
    guest.open_and_see("/coffee-room", "Olet kokeilujaksolla.");
    guest.see(OPEN_TO_GUESTS);
    guest.do_not_see(MEMBERS_ONLY);
    guest.follow("Työn laatu");
    guest.see(OPEN_TO_GUESTS);
    guest.do_not_see(MEMBERS_ONLY);
    guest.follow("Aloita keskustelu");
    guest.fill("Otsikko", OWN_THREAD);
    guest.fill("Viestisi", "Termospullo on tärkein.");
    guest.see_within(".actions", "Tämän näkevät: jäsenet, moderaattorit ja kokeilijat.");
    guest.press("Aloita keskustelu");
    guest.see_within("#p1", "Termospullo on tärkein.");
}

/// Thirty days, day by day where it matters.
fn time_passes(guest: &Window) {
    guest.pass_days(1);
    assert_eq!(guest.count_mails(ADDRESS, "Vielä ehdit"), 0);
    guest.pass_days(14);
    guest.open_mail(ADDRESS, "Vielä ehdit");
    guest.pass_days(14);
    assert_eq!(guest.count_mails(ADDRESS, "Vielä ehdit"), 1);
    assert_eq!(guest.count_mails(ADDRESS, "Kiitos, että kävit"), 0);
    guest.open_and_see("/coffee-room", OPEN_TO_GUESTS);
    guest.pass_days(1);
    assert_eq!(guest.count_mails(ADDRESS, "Vielä ehdit"), 1);
    let mail = guest.open_mail(ADDRESS, "Kiitos, että kävit");
    assert!(mail.contains("Nimimerkkisi ja viestisi ovat tallessa."), "{mail}");
    guest.open("/coffee-room");
    guest.see_within("h1", "Ovi on nyt kiinni");
    guest.accessibility("the closed door");
    guest.do_not_see(OPEN_TO_GUESTS);
}

fn apply(guest: &Window) {
    guest.follow_within("main", "Liity liittoon");
    guest.follow("Täytä hakemus");
    guest.fill("Syntymäaika", "1.4.1990");
    guest.fill("Puhelin", "040 123 4567");
    guest.choose("Kotitalous");
    guest.answer("Opiskeletko päätoimisesti?", "Ei");
    guest.answer("Liitytkö myös työttömyyskassaan?", "Kyllä");
    guest.choose("Haen liiton jäseneksi.");
    guest.see_within(".actions", "Hakemuksen näkee liiton jäsenrekisterin hoitaja.");
    guest.press("Lähetä hakemus");
    guest.see("Kiitos! Hakemus on perillä.");
    guest.accessibility("an application that waits");
    guest.open("/coffee-room");
    guest.see_within("h1", "Ovi on nyt kiinni");
}

fn confirm(registrar: &Window) {
    registrar.sign_in_as("Rekisteri Raija");
    registrar.open("/registrar/applications");
    registrar.follow("Virtanen Aino");
    registrar.see("1.4.1990");
    registrar.follow("Henkilön sivulle");
    registrar.see_within(".road", "Liittymispaketti lähetetty sähköpostilla");
    registrar.see_within(".road", "Muistutus lähetetty");
    registrar.see_within(".road", "Kokeilujakso päättyi, viesti lähetetty");
    registrar.open("/registrar/applications");
    registrar.follow("Virtanen Aino");
    registrar.fill("Jäsennumero", "100777");
    registrar.press("Vahvista jäseneksi");
    registrar.see("Hakemus vahvistettiin. Hän on nyt jäsen.");
}

//! The registrar: the roll, the letters, a person's road.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::union::{Scripts, Union};

const FAMILY: [&str; 10] = [
    "Ahola",
    "Björklund",
    "Eskola",
    "Fagerström",
    "Hiltunen",
    "Jokinen",
    "Karjalainen",
    "Lundqvist",
    "Moilanen",
    "Nurmi",
];
const GIVEN: [&str; 8] = ["Anna", "Erik", "Hanna", "Ilkka", "Johanna", "Kaarina", "Lars", "Mikko"];
const MEMBERS: [(&str, &str); 10] = [
    ("Salonen", "Minna"),
    ("Lehto", "Jari"),
    ("Mäkelä", "Sari"),
    ("Koskela", "Tiina"),
    ("Rantanen", "Päivi"),
    ("Niemi", "Olli"),
    ("Hakala", "Anne"),
    ("Väisänen", "Kimmo"),
    ("Nyström", "Camilla"),
    ("Okafor", "Grace"),
];

/// The register as the demonstration's union would send it a day later, in
/// Windows-1252: the last of the members left out, one new, one renamed.
fn register(folder: &TempDir, name: &str, more: &str) -> PathBuf {
    let mut text = String::from("Jäsennumero;Sukunimi;Etunimi\r\n");
    for index in 0..20 {
        let _ = write!(text, "{};{};{}\r\n", 100_001 + index, FAMILY[index % 10], GIVEN[index % 8]);
    }
    for (index, (family, given)) in MEMBERS.iter().enumerate().take(9) {
        let family = if *given == "Olli" { "Niemi-Korpela" } else { family };
        let _ = write!(text, "{};{family};{given}\r\n", 100_101 + index);
    }
    text.push_str("100301;Öhman;Åke\r\n");
    text.push_str(more);
    let bytes: Vec<u8> =
        text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn the_roll_is_tried_first_and_then_applied_whole_and_who_left_is_out_at_once() {
    the_roll_is_applied(Scripts::On);
}

#[test]
fn the_roll_is_tried_first_and_then_applied_whole_without_scripts() {
    the_roll_is_applied(Scripts::Off);
}

fn the_roll_is_applied(scripts: Scripts) {
    let union = Union::open();
    let member = union.window("the roll, a member who leaves", scripts);
    member.sign_in_as("Earlybird");
    member.open("/coffee-room");
    member.see_within("h1", "Coffee room");

    let folder = tempfile::tempdir().unwrap();
    let registrar = union.window("the roll", scripts);
    registrar.sign_in_as("Rekisteri Raija");
    registrar.open("/registrar/roll");
    registrar.press("Tee koeajo");
    registrar.see_within(".errors", "Valitse tiedosto.");

    registrar
        .attach("Rekisterin tiedosto", &register(&folder, "rikki.csv", "100301;Toinen;Nimi\r\n"));
    registrar.press("Tee koeajo");
    registrar.see("Tiedostossa on rivejä, jotka pitää korjata.");
    registrar.see_within("tr.bad", "32");
    registrar.see_within("tr.bad", "Jäsennumero 100301 on myös rivillä 31, eri tiedoin.");
    registrar.accessibility("a dry run with mistakes");
    assert!(!registrar.is_too_wide());
    registrar.press("Hylkää tiedosto");
    registrar.see("Tiedosto hylättiin. Mitään ei muutettu.");

    registrar.attach("Rekisterin tiedosto", &register(&folder, "rekisteri.csv", ""));
    registrar.press("Tee koeajo");
    registrar.see("Mitään ei ole vielä muutettu.");
    for (part, line) in [
        ("Uusia jäseniä", "Öhman Åke"),
        ("Tiedot muuttuvat", "Niemi-Korpela Olli"),
        ("Jäsenyys päättyy", "Okafor Grace"),
    ] {
        registrar.see_within(".stats", &format!("{part} 1"));
        registrar.see_within("table", line);
    }
    registrar.accessibility("a dry run");
    member.open("/coffee-room");
    member.see_within("h1", "Coffee room");
    registrar.press("Vahvista tuonti");
    registrar.see("Rekisteri on ajan tasalla.");

    member.open("/coffee-room");
    member.see_within("h1", "The door is closed now");
    registrar.open("/registrar/leavers");
    registrar.see("Okafor Grace");
    registrar.must_have_kept_quiet();
}

#[test]
fn letters_are_printed_and_one_returned_stops_the_reminder_and_each_skip_tells_why() {
    letters_are_printed(Scripts::On);
}

#[test]
fn letters_are_printed_and_one_returned_stops_the_reminder_without_scripts() {
    letters_are_printed(Scripts::Off);
}

fn letters_are_printed(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("letters", scripts);
    window.sign_in_as("Rekisteri Raija");
    window.open("/registrar/letters");
    window.press("Tee erä");
    window.see("Erä on valmis. Lataa PDF alta.");
    let path = window
        .execute("return document.querySelector('a[href$=pdf]').getAttribute('href')", Vec::new());
    let pdf = union.signed_in("Rekisteri Raija").get(path.as_str().unwrap());
    assert!(pdf.status == 200 && pdf.body.starts_with(b"%PDF-"), "{}", pdf.status);

    window.open("/registrar/applications");
    window.press("Vie uudet tiedostoon");
    window.see("Hakemukset on viety. Lataa tiedosto alta.");
    let path = window
        .execute("return document.querySelector('a[href$=csv]').getAttribute('href')", Vec::new());
    for _ in 0..2 {
        let file = union.signed_in("Rekisteri Raija").get(path.as_str().unwrap());
        assert!(file.status == 200 && file.text().contains("Kivinen;Laura"), "{}", file.text());
    }

    window.open("/registrar/people");
    window.fill("Nimi, sähköposti, jäsennumero tai kirjeen koodi", "lindholm");
    window.press("Hae");
    window.follow("Lindholm Johan");
    window.see_within(".road", "Liittymispaketti lähetetty kirjeenä");
    let code = window.execute("return document.querySelector('.head code').innerText", Vec::new());
    window.open("/registrar/letters");
    window.fill("Kirjeen koodi", "K7QF");
    window.press("Merkitse palanneeksi");
    window.see_within(".errors", "Koodi ei ole oikein.");
    window.fill("Kirjeen koodi", code.as_str().unwrap());
    window.press("Merkitse palanneeksi");
    window.see("Kirje merkittiin palanneeksi.");
    window.see_within(".road", "Kirje palasi");

    window.pass_days(14);
    assert_eq!(window.count_mails("johan13@esimerkki.example", "Du hinner än"), 0);
    window.open_mail("elina11@esimerkki.example", "Vielä ehdit");
    for (name, step) in [
        ("Lindholm Johan", "Muistutus jätetty lähettämättä Syy: kirje palasi postista."),
        ("Kivinen Laura", "Muistutus jätetty lähettämättä Syy: jäsenhakemus on jo saapunut."),
        ("Heikkinen Elina", "Muistutus lähetetty"),
    ] {
        window.open("/registrar/people");
        window.follow(name);
        window.see_within(".step", step);
    }
    window.must_have_kept_quiet();
}

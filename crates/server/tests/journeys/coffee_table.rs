//! The coffee room from day to day: rooms and tags are kept, threads moved,
//! joined and split; what one keeps, follows and asks; whom one would rather
//! not hear; what moderators do about a post and its writer; how one learns to
//! be a moderator.

use std::thread::sleep;
use std::time::Duration;

use crate::union::{Scripts, Union, Window};

/// Opens a thread in the first room; its address.
fn open_thread(window: &Window, title: &str, body: &str) -> String {
    window.open("/coffee-room/rooms/1/new");
    window.fill("Otsikko", title);
    window.fill("Viestisi", body);
    window.press("Aloita keskustelu");
    window.see_within("#p1", body);
    window.path().split(['?', '#']).next().unwrap().to_owned()
}

fn answer(window: &Window, thread: &str, text: &str) {
    window.open(thread);
    window.fill("Viestisi", text);
    window.press("Lähetä viesti");
    window.see_within("main", text);
}

/// The number at the end of a thread's address.
fn number(thread: &str) -> &str {
    thread.rsplit('/').next().unwrap()
}

/// Reports a post of a thread.
fn report(window: &Window, thread: &str, post: u32) {
    window.open(&format!("{thread}/posts/{post}/report"));
    window.choose("loukkaava, uhkaava tai häiritsevä");
    window.press("Lähetä ilmoitus");
    window.see("Kiitos, että kerroit.");
}

#[test]
fn rooms_and_tags_are_kept() {
    rooms_and_tags(Scripts::On);
}

#[test]
fn rooms_and_tags_are_kept_without_scripts() {
    rooms_and_tags(Scripts::Off);
}

fn rooms_and_tags(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("rooms and tags", scripts);
    window.sign_in_as("Pihlaja");
    window.open("/keeping");
    window.follow("Lisää huone");
    window.fill("Nimi suomeksi", "Puutarha");
    window.press("Tallenna huone");
    window.see_within(".errors", "Täytä tämä: Nimi ruotsiksi");
    for (label, text) in [
        ("Nimi ruotsiksi", "Trädgården"),
        ("Nimi englanniksi", "The garden"),
        ("Mitä varten huone on, suomeksi", "Mullan ja kahvin ystäville."),
        ("Mitä varten huone on, ruotsiksi", "För vänner av mull och kaffe."),
        ("Mitä varten huone on, englanniksi", "For friends of soil and coffee."),
    ] {
        window.fill(label, text);
    }
    window.choose("Aiheen huone");
    window.choose("Kyllä, huone on auki");
    window.press("Tallenna huone");
    window.see("Huone lisättiin.");
    window.press("Siirrä ylöspäin: Puutarha");
    window.see("Järjestys muutettiin.");
    window.accessibility("the rooms as their keeper sees them");

    // A tag of that room, on a thread of it.
    window.open("/keeping/tags");
    window.follow("Lisää tunniste");
    window.press("Tallenna tunniste");
    window.see_within(".errors", "Täytä tämä: Suomeksi");
    window.fill("Suomeksi", "siemenet");
    window.fill("Ruotsiksi", "frön");
    window.fill("Englanniksi", "seeds");
    window.fill("Mihin huoneeseen?", "Puutarha");
    window.press("Tallenna tunniste");
    window.see("Tunniste lisättiin.");
    window.sign_in_as("Kahvikuppi");
    window.open("/coffee-room");
    window.follow("Puutarha");
    window.follow("Aloita keskustelu");
    window.fill("Otsikko", "Mitä kylvätte?");
    window.fill("Viestisi", "Minä kylvän härkäpapua.");
    window.choose("siemenet");
    window.press("Aloita keskustelu");
    window.see("härkäpapua");
    window.follow_within(".head", "siemenet");
    window.see("Mitä kylvätte?");

    // The room closes, the tag goes.
    window.sign_in_as("Pihlaja");
    window.open("/keeping");
    window.follow("Puutarha");
    window.choose("Ei, huone on suljettu; keskusteluja voi yhä lukea");
    window.press("Tallenna huone");
    window.see("Huone tallennettiin.");
    window.open("/keeping/tags");
    window.follow("Poista siemenet");
    window.see("Poistoa ei voi perua.");
    window.press("Poista tunniste");
    window.see("Tunniste poistettiin.");
    window.sign_in_as("Kahvikuppi");
    window.open("/coffee-room");
    window.follow("Puutarha");
    window.follow("Mitä kylvätte?");
    window.see("härkäpapua");
    window.do_not_see("siemenet");
    window.must_have_kept_quiet();
}

#[test]
fn threads_are_moved_joined_and_split() {
    threads_are_ordered(Scripts::On);
}

#[test]
fn threads_are_moved_joined_and_split_without_scripts() {
    threads_are_ordered(Scripts::Off);
}

fn threads_are_ordered(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("threads are ordered", scripts);
    window.sign_in_as("Kahvikuppi");
    let first = open_thread(&window, "Kahvinkeitin vuotaa", "Vettä pöydällä.");
    let second = open_thread(&window, "Keitin vuotaa taas", "Ja lattialla.");
    answer(&window, &second, "Muuten: kuka tulee keikalle lauantaina?");

    window.sign_in_as("Pihlaja");
    // The answer becomes a talk of its own.
    window.open(&second);
    window.follow("Sulje tai kiinnitä");
    window.see("Ennen kuin päätät");
    window.follow("Erota viestejä");
    window.fill("Uuden keskustelun otsikko", "Kuka tulee lauantaina?");
    window.fill("Miksi?", "Eri asia");
    window.press("Erota");
    window.see_within(".errors", "Valitse ainakin yksi viesti.");
    window.choose("Kahvikuppi: Muuten: kuka tulee keikalle lauantaina?");
    window.press("Erota");
    window.see("Viestit ovat nyt oma keskustelunsa.");
    window.see("kuka tulee keikalle");
    let third = window.path().split(['?', '#']).next().unwrap().to_owned();

    // The rest goes behind the thread that asked first.
    window.open(&format!("/moderation/threads/{}/join", number(&second)));
    window.fill("Toisen keskustelun numero tai osoite", &first);
    window.press("Jatka");
    window.see("Tätä ei voi perua napilla.");
    window.see("Ennen kuin päätät");
    window.press("Yhdistä keskustelut");
    window.see_within(".errors", "Täytä tämä: Miksi?");
    window.fill("Miksi?", "Sama keitin");
    window.press("Yhdistä keskustelut");
    window.see("Keskustelut yhdistettiin.");

    // And the talk of its own into a room where it belongs.
    window.open(&format!("/moderation/threads/{}/move", number(&third)));
    window.fill("Miksi?", "Sijaisasia");
    window.press("Siirrä keskustelu");
    window.see("Keskustelu siirrettiin.");
    window.accessibility("a thread that was moved");

    // Closed and pinned, in one go.
    window.open(&format!("/moderation/threads/{}", number(&first)));
    window.choose("Ei, keskustelu suljetaan");
    window.choose("Kiinnitettynä ylimmäksi");
    window.fill("Miksi?", "Keitin on korjattu.");
    window.press("Tallenna");
    window.see("Tallennettu.");

    // Old addresses lead on, and the log says why.
    window.sign_in_as("Havu");
    window.open_and_see(&first, "Ja lattialla.");
    window.see("Tämä keskustelu on suljettu.");
    window.open(&second);
    if scripts == Scripts::Off {
        // The page says where it is; with scripts it leads there.
        window.see("Tämä keskustelu yhdistettiin toiseen");
        window.follow_within("main", "Viesti 1");
    }
    window.see("Ja lattialla.");
    window.open_and_see("/moderation/log", "Sama keitin");
    window.must_have_kept_quiet();
}

#[test]
fn what_one_begins_keeps_follows_and_asks() {
    what_is_ones_own(Scripts::On);
}

#[test]
fn what_one_begins_keeps_follows_and_asks_without_scripts() {
    what_is_ones_own(Scripts::Off);
}

fn what_is_ones_own(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("what is ones own", scripts);

    window.sign_in_as("Havu");
    if scripts == Scripts::On {
        // What is typed is kept while one types, by itself.
        window.open("/coffee-room/rooms/1/new");
        window.fill("Otsikko", "Kenellä on avain?");
        window.fill("Viestisi", "Varastoon ei pääse.");
        window.see_within("#draft", "Luonnos tallennettu");
        window.open_and_see("/coffee-room/drafts", "Varastoon ei pääse.");
        window.press("Hylkää luonnos");
    }

    // A draft, kept by its button, with all that was typed.
    window.open("/coffee-room/rooms/1/new");
    window.fill("Otsikko", "Miten lomat jaetaan?");
    window.fill("Viestisi", "Kaikki haluavat heinäkuun.");
    window.choose("Tämä on kysymys");
    window.press("Tallenna luonnoksena");
    window.see("Luonnos on tallennettu.");
    window.see("Kaikki haluavat heinäkuun.");
    window.open("/coffee-room/rooms/1/new");
    window.see("Tämä on luonnoksesi");
    window.press("Aloita keskustelu");
    window.see_within("#p1", "Kaikki haluavat heinäkuun.");
    window.see_within(".head", "kysymys");
    let thread = window.path().split(['?', '#']).next().unwrap().to_owned();
    window.open_and_see("/coffee-room/drafts", "Sinulla ei ole luonnoksia.");

    // It is answered by somebody who follows it, and keeps it at hand.
    window.sign_in_as("Aamukaste");
    window.open(&thread);
    window.press("Seuraa");
    window.see("Kerromme sinulle.");
    answer(&window, &thread, "Me arvomme ne vappuna.");
    window.follow_within("#p1", "Kirjanmerkki");
    window.fill("Muistiinpano itsellesi", "Ensi kevääksi");
    window.press("Tallenna kirjanmerkki");
    window.see("Kirjanmerkki on tallennettu.");
    window.open_and_see("/coffee-room/bookmarks", "Ensi kevääksi");
    window.follow("Muuta");
    window.press("Poista kirjanmerkki");
    window.see("Kirjanmerkki poistettiin.");
    window.open("/coffee-room/follows");
    window.see("Miten lomat jaetaan?");
    window.fill("Sana", "loma");
    window.press("Seuraa sanaa");
    window.see_within(".follows", "loma");

    // Who asked says what helped, and hears of the answer.
    window.sign_in_as("Havu");
    window.open(&thread);
    window.follow_within("#p2", "Merkitse vastaukseksi");
    window.press("Kyllä, tämä on vastaus");
    window.see("Viesti on merkitty vastaukseksi.");
    window.open(&thread);
    window.accessibility("a question with its answer");
    window.follow_within("#p2", "Tämä ei olekaan vastaus");
    window.press("Tämä ei olekaan vastaus");
    window.see("Viesti ei ole enää merkitty vastaukseksi.");
    window.open(&thread);
    window.press("Mykistä");
    window.see("Mykistetty. Voit poistaa mykistyksen milloin vain.");

    // Another name, under which old posts stand too.
    window.open("/account/pseudonym");
    window.fill("Nimimerkki", "Kuusenhavu");
    window.press("Tallenna");
    window.see("Nimimerkki vaihtui.");
    window.sign_in_as("Aamukaste");
    window.open(&thread);
    window.see_within("#p1", "Kuusenhavu");

    // Less of somebody, then nothing, then all again.
    window.follow_within("#p1 .who", "Kuusenhavu");
    window.press("Hiljennä");
    window.see("Hiljennetty. Hänen viestinsä");
    window.open(&thread);
    window.see_within("#p1", "Taitettu: kirjoittajana Kuusenhavu");
    window.open("/coffee-room/people");
    window.follow("Kuusenhavu");
    window.press("Estä");
    window.see("Estetty. Hänen viestinsä");
    window.press("Kuule taas kaikki");
    window.see("Kuulet hänestä taas kaiken.");
    window.open(&thread);
    window.see_within("#p1", "Kaikki haluavat heinäkuun.");
    window.must_have_kept_quiet();
}

#[test]
fn what_moderators_do_about_a_post_and_its_writer() {
    deeds_of_moderators(Scripts::On);
}

#[test]
fn what_moderators_do_about_a_post_and_its_writer_without_scripts() {
    deeds_of_moderators(Scripts::Off);
}

fn deeds_of_moderators(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("deeds of moderators", scripts);
    window.sign_in_as("Kahvikuppi");
    let thread = open_thread(&window, "Tauot jäävät väliin", "Naapurin pöllö huusi koko yön.");

    // A word is taken out, with a trace.
    window.sign_in_as("Pihlaja");
    window.open(&thread);
    window.follow("Käsittele");
    window.follow("Poista viestistä kohta");
    window.press("Tallenna muokattuna");
    window.see_within(".errors", "Valitse syy.");
    window.fill("Viesti muokattuna", "Pöllö huusi koko yön.");
    window.choose("avustettavan voi tunnistaa");
    window.press("Tallenna muokattuna");
    window.see("Kohta on poistettu");
    window.see_within("#p1", "moderaattori muokannut");
    window.do_not_see("Naapurin");

    // A warning, a slower pace, the door; each with its reason.
    for (deed, told) in [
        ("Varoitus", "Sano toisin, ole hyvä."),
        ("Hitaampi tahti", "Rauhallisemmin."),
        ("Suljettu ulos", "Levätään."),
    ] {
        window.open(&thread);
        window.follow("Käsittele");
        window.follow("Toimet kirjoittajaa kohtaan");
        window.choose(deed);
        window.choose("loukkaava, uhkaava tai häiritsevä");
        window.fill("Sanasi kirjoittajalle", told);
        window.press("Päätä näin");
        window.see("Päätetty. Kirjoittaja näkee sen omista asioistaan.");
    }
    window.accessibility("a post with measures about its writer");
    window.sign_in_as("Kahvikuppi");
    window.open("/coffee-room/own");
    for told in ["Kirjoittajaa varoitettiin", "Hitaampi tahti", "Suljettu ulos"] {
        window.see(told);
    }
    window.open("/coffee-room/rooms/1");
    window.see("sulkeneet sinut tästä huoneesta");

    // It ends before its time.
    window.sign_in_as("Pihlaja");
    window.open(&thread);
    window.follow("Käsittele");
    window.follow_within(".side", "Suljettu ulos");
    window.see("Ennen kuin päätät");
    window.press("Päätä toimi ennen aikojaan");
    window.see_within(".errors", "Täytä tämä");
    window.fill("Miksi?", "Sovittu.");
    window.press("Päätä toimi ennen aikojaan");
    window.see("Toimi on päättynyt.");
    window.sign_in_as("Kahvikuppi");
    window.open_and_see(&thread, "Pöllö huusi koko yön.");
    window.must_have_kept_quiet();
}

#[test]
fn somebody_learns_to_be_a_moderator() {
    somebody_learns(Scripts::On);
}

#[test]
fn somebody_learns_to_be_a_moderator_without_scripts() {
    somebody_learns(Scripts::Off);
}

fn somebody_learns(scripts: Scripts) {
    let union = Union::open();
    let window = union.window("somebody learns", scripts);
    window.sign_in_as("Kahvikuppi");
    let thread = open_thread(&window, "Mitä mieltä?", "Kaikki muut ovat hölmöjä.");
    let item = format!("/moderation/threads/{}/posts/1", number(&thread));
    window.sign_in_as("Havu");
    report(&window, &thread, 1);
    let would_hide = |words: &str| {
        window.open(&item);
        window.follow("Mitä päättäisit?");
        window.see("Ennen kuin päätät");
        window.press("Kirjaa");
        window.see_within(".errors", "Päätöksesi");
        window.choose("Piilota viesti");
        window.choose("loukkaava, uhkaava tai häiritsevä");
        window.fill("Sanasi kirjoittajalle tai perustelu", words);
        window.press("Kirjaa");
        window.see("Päätöksesi on kirjattu.");
    };

    // The first period: compared, and nothing comes of it.
    window.sign_in_as("Myssy");
    would_hide("Sano kauniimmin.");
    window.open_and_see(&thread, "Kaikki muut ovat hölmöjä.");
    window.sign_in_as("Pihlaja");
    window.open(&format!("{item}/keep"));
    window.fill("Miksi viesti saa jäädä?", "Ei tarkoitettu kenellekään.");
    window.press("Jätä näkyviin");
    window.see("Viesti jätettiin näkyviin.");
    window.open("/moderation/practice");
    window.see("Samaa mieltä 0 / 1");
    window.press("Aloita toinen jakso");
    window.see("Harjoittelu on päivitetty.");
    window.accessibility("the practice of a trainee");

    // The second: what the mentor signs is done, in both names.
    window.sign_in_as("Lumikko");
    report(&window, &thread, 1);
    window.sign_in_as("Myssy");
    would_hide("Kokeillaan toisin sanoin.");
    window.open_and_see(&thread, "Kaikki muut ovat hölmöjä.");
    window.sign_in_as("Pihlaja");
    window.open(&item);
    window.see("Harjoittelijan ehdotus");
    window.press("Allekirjoita ja toteuta");
    window.see("Ehdotus on toteutettu molempien nimissä.");
    window.sign_in_as("Havu");
    window.open(&thread);
    window.do_not_see("Kaikki muut ovat hölmöjä.");
    window.sign_in_as("Myssy");
    window.open_and_see("/moderation/practice", "Samaa mieltä 1 / 2");
    window.must_have_kept_quiet();
}

#[test]
fn the_keys_of_the_queue_do_what_they_say() {
    let union = Union::open();
    let window = union.window("the keys of the queue", Scripts::On);
    window.sign_in_as("Pihlaja");
    let press = |key: &str| {
        let script = format!(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, cancelable: true }}))"
        );
        window.execute(&script, Vec::new());
    };
    let arrives = |part: &str| {
        for _ in 0..100 {
            if window.path().contains(part) {
                return;
            }
            sleep(Duration::from_millis(50));
        }
        panic!("{part} is not where the key leads, but {}", window.path());
    };
    for (key, part) in [("h", "/hide"), ("l", "/keep"), ("o", "/coffee-room/threads/")] {
        window.open("/moderation?kind=reports");
        press("j");
        press(key);
        arrives(part);
    }
    // The same keys on the page of one, and those of a text that waits.
    for (kind, key, part) in [("reports", "h", "/hide"), ("held", "n", "/decline")] {
        window.open(&format!("/moderation?kind={kind}"));
        press("j");
        press(key);
        arrives(part);
        window.open(&format!("/moderation?kind={kind}"));
        press("j");
        press("Enter");
        arrives(if kind == "held" { "/moderation/held/" } else { "/moderation/threads/" });
        press(key);
        arrives(part);
    }
    // To let one in is a button, whose answer is the queue.
    window.open("/moderation?kind=held");
    press("j");
    press("y");
    window.see("Viesti on nyt huoneessa.");
    // To take it up is a button, whose answer is the item itself.
    window.open("/moderation?kind=reports");
    press("j");
    press("t");
    arrives("/moderation/threads/");
    window.see_within(".side", "Sinä käsittelet tätä");
    // While one types they are letters.
    window.follow_within("main", "Piilota viesti");
    window.execute("document.querySelector('textarea').focus()", Vec::new());
    press("l");
    window.see_within("h1", "Piilota viesti");
    window.must_have_kept_quiet();
}

//! Texts that wait for a moderator: seen by nobody else, let in, not let in,
//! taken back.

use kafferum_platform::clock::{DAY, HOUR, MINUTE};
use kafferum_platform::people::{PersonId, store};
use kafferum_platform::policy::{Grant, Role};
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";
const THREAD: &str = "/coffee-room/threads/1";

fn send(by: &mut Visitor<'_>, page: &str, path: &str, fields: &[(&str, &str)]) -> (u16, String) {
    by.get(page);
    let answer = by.post(path, fields);
    (answer.status, answer.header("location").unwrap_or_default().to_owned())
}

fn open(by: &mut Visitor<'_>, title: &str, body: &str, audience: &str) -> String {
    let (status, to) =
        send(by, NEW, NEW, &[("title", title), ("body", body), ("audience", audience)]);
    assert_eq!(status, 303);
    to
}

fn reply(by: &mut Visitor<'_>, body: &str) -> String {
    let path = format!("{THREAD}/reply");
    let (status, to) = send(by, &path, &path, &[("body", body), ("audience", "guests")]);
    assert_eq!(status, 303);
    to
}

/// A thread by an old hand, in a room where two first posts wait.
fn room(site: &TestSite) -> (PersonId, PersonId) {
    let (aino, pihlaja) = (site.member("Aino"), site.member("Pihlaja"));
    open(&mut site.as_person(aino), "Tauot", "Miten te teette?", "guests");
    site.give(pihlaja, Role::Moderator, true);
    site.set("coffee-room-newcomer-posts", "2");
    (aino, pihlaja)
}

fn count(site: &TestSite, sql: &'static str) -> i64 {
    site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?))
}

on_both! {
    fn a_newcomers_first_post_waits_and_nothing_of_it_is_seen(site) {
        let (aino, pihlaja) = room(&site);
        let eino = site.member("Eino");
        let to = reply(&mut site.as_person(eino), "Salaperäinen vastaus");
        assert_eq!(to, "/coffee-room/waiting/1");
        let to = open(&mut site.as_person(eino), "Kummallinen otsikko", "Jotain aivan muuta", "guests");
        assert_eq!(to, "/coffee-room/waiting/2");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post"), 1);
        let guest = site.guest("Uusi");
        for person in [aino, guest] {
            let mut browser = site.as_person(person);
            for path in ["/coffee-room", "/coffee-room/rooms/1", THREAD, "/coffee-room/own", "/search?q=salaperäinen", "/search?q=kummallinen"] {
                let page = browser.get(path).text();
                // The search page shows what was searched for.
                for text in ["Salaperäinen vastaus", "Kummallinen otsikko", "Jotain aivan", "1 vastaus"] {
                    assert!(!page.contains(text), "{text} on {path}");
                }
            }
            assert_eq!(browser.get("/coffee-room/waiting/1").status, 404);
            assert_eq!(browser.get("/moderation/held/1").status, 403);
        }
        // Its author knows.
        let own = site.as_person(eino).get("/coffee-room/own").text();
        assert!(own.contains("Kummallinen otsikko") && own.contains("Odottaa moderaattoria"), "{own}");
        assert!(site.as_person(eino).get(THREAD).text().contains("Viestisi tähän keskusteluun odottaa"));
        assert!(!site.as_person(aino).get(THREAD).text().contains("odottaa moderaattoria"));
        // A moderator reads it and lets it in, at that time.
        site.pass(HOUR);
        let queue = site.as_person(pihlaja).get("/moderation").text();
        assert!(queue.contains("Salaperäinen vastaus") && queue.contains("Jotain aivan muuta"), "{queue}");
        let mut browser = site.as_person(pihlaja);
        for held in ["/moderation/held/1", "/moderation/held/2"] {
            assert_eq!(send(&mut browser, held, &format!("{held}/approve"), &[]).0, 303);
        }
        let page = site.as_person(aino).get(THREAD).text();
        assert!(page.contains("Salaperäinen vastaus") && page.contains("1 vastaus"), "{page}");
        assert_eq!(count(&site, "SELECT MAX(created_at) FROM post"), site.now());
        let found = site.as_person(aino).get("/search?q=kummallinen").text();
        assert!(found.contains("/coffee-room/threads/2"), "{found}");
        assert!(site.as_person(eino).get("/coffee-room/own").text().contains("Päästettiin huoneeseen"));
        // Two stand now: the third waits no more.
        assert_eq!(reply(&mut site.as_person(eino), "Kolmas"), format!("{THREAD}#p3"));
    }

    fn a_text_that_is_not_let_in_stays_with_its_author_who_sees_why(site) {
        let (aino, pihlaja) = room(&site);
        let eino = site.member("Eino");
        reply(&mut site.as_person(eino), "Naapurin pöllö sanoi");
        let mut browser = site.as_person(pihlaja);
        let decline = "/moderation/held/1/decline";
        assert_eq!(send(&mut browser, decline, decline, &[("reason", "other"), ("words", "")]).0, 422);
        let fields = [("reason", "personal-data"), ("words", "Jätä nimi pois.")];
        assert_eq!(send(&mut browser, decline, decline, &fields).0, 303);
        let own = site.as_person(eino).get("/coffee-room/waiting/1").text();
        for text in ["Ei päästetty huoneeseen", "henkilötieto", "Jätä nimi pois.", "Naapurin pöllö sanoi"] {
            assert!(own.contains(text), "{text}: {own}");
        }
        assert!(!site.as_person(aino).get(THREAD).text().contains("pöllö"));
        assert!(!site.as_person(aino).get("/moderation/log").text().contains("odottavaa"));
        assert!(site.as_person(pihlaja).get("/moderation/log").text().contains("Jätä nimi pois."));
        // Decided is decided; the second of two hears so.
        assert_eq!(send(&mut browser, decline, decline, &fields).0, 422);
        assert_eq!(send(&mut browser, "/moderation/held/1/decline", "/moderation/held/1/approve", &[]).0, 422);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post"), 1);
    }

    fn a_waiting_text_is_taken_back_by_its_author_alone(site) {
        let (aino, pihlaja) = room(&site);
        let eino = site.member("Eino");
        reply(&mut site.as_person(eino), "Hätiköity");
        let path = "/coffee-room/waiting/1";
        assert_eq!(send(&mut site.as_person(aino), "/coffee-room/reports", path, &[]).0, 404);
        assert_eq!(send(&mut site.as_person(eino), path, path, &[]).0, 303);
        assert!(site.as_person(eino).get(path).text().contains("Vedit tekstin takaisin"));
        assert!(!site.as_person(pihlaja).get("/moderation").text().contains("Hätiköity"));
        let mut browser = site.as_person(pihlaja);
        assert_eq!(send(&mut browser, "/moderation/held/1/decline", "/moderation/held/1/approve", &[]).0, 422);
    }

    fn nobody_lets_in_their_own_text_nor_one_of_another_room(site) {
        let (_, pihlaja) = room(&site);
        let here = site.member("Täällä");
        let there = site.member("Muualla");
        reply(&mut site.as_person(there), "Odotan");
        let now = site.now();
        site.write(move |tx| {
            for (person, scope) in [(here, "room:1"), (there, "room:2")] {
                let grant = Grant { role: Role::Moderator, scope: Some(scope.to_owned()) };
                store::grant(tx, person, &grant, true, None, now)?;
            }
            Ok(())
        });
        assert!(!site.as_person(there).get("/moderation").text().contains("Odotan"));
        assert_eq!(site.as_person(there).get("/moderation/held/1").status, 404);
        assert!(site.as_person(here).get("/moderation").text().contains("Odotan"));
        // A moderator of the room does not wait; one who was given the whole
        // union later still can't judge what they wrote before.
        assert_eq!(reply(&mut site.as_person(pihlaja), "En odota"), format!("{THREAD}#p2"));
        site.give(there, Role::Moderator, true);
        assert_eq!(site.as_person(there).get("/moderation/held/1").status, 400);
    }

    fn a_newcomers_change_waits_while_the_post_stands(site) {
        let (aino, pihlaja) = room(&site);
        let eino = site.member("Eino");
        reply(&mut site.as_person(eino), "Ensimmäinen");
        let mut browser = site.as_person(pihlaja);
        assert_eq!(send(&mut browser, "/moderation/held/1", "/moderation/held/1/approve", &[]).0, 303);
        let edit = format!("{THREAD}/posts/2/edit");
        let fields = [("body", "Osta halvalla"), ("version", "1")];
        assert_eq!(send(&mut site.as_person(eino), &edit, &edit, &fields).1, "/coffee-room/waiting/2");
        assert!(site.as_person(aino).get(THREAD).text().contains("Ensimmäinen"));
        assert!(!site.as_person(aino).get(THREAD).text().contains("Osta halvalla"));
        assert_eq!(send(&mut browser, "/moderation/held/2", "/moderation/held/2/approve", &[]).0, 303);
        assert!(site.as_person(aino).get(THREAD).text().contains("Osta halvalla"));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post_version"), 1);
    }

    fn the_same_text_in_several_threads_waits(site) {
        let (aino, _) = room(&site);
        site.set("coffee-room-newcomer-posts", "0");
        site.set("coffee-room-posts-per-minute", "100");
        let mut browser = site.as_person(aino);
        let text = "Osta tästä, tämä on todella edullinen tarjous juuri sinulle.";
        for number in 2..4 {
            let to = open(&mut browser, "Tarjous", text, "members");
            assert_eq!(to, format!("/coffee-room/threads/{number}"));
        }
        assert_eq!(open(&mut browser, "Tarjous", text, "members"), "/coffee-room/waiting/1");
        site.pass(2 * DAY);
        assert_eq!(open(&mut browser, "Tarjous", text, "members"), "/coffee-room/threads/4");
    }

    fn many_posts_in_an_hour_by_somebody_new_wait(site) {
        let (_, _) = room(&site);
        site.set("coffee-room-newcomer-posts", "0");
        site.set("coffee-room-posts-per-minute", "2");
        let mut browser = site.as_person(site.member("Uusi"));
        for number in 0..10 {
            assert_eq!(reply(&mut browser, "Hei"), format!("{THREAD}#p{}", number + 2));
            site.pass(MINUTE);
        }
        assert_eq!(reply(&mut browser, "Hei"), "/coffee-room/waiting/1");
    }

    fn waiting_texts_are_given_and_forgotten_with_the_person(site) {
        let (_, pihlaja) = room(&site);
        let eino = site.member("Eino");
        reply(&mut site.as_person(eino), "Odottava sana");
        let feature = kafferum_coffee_room::feature();
        let (export, erase, now) = (feature.export, feature.erase, site.now());
        assert!(site.read(move |tx| Ok(export(tx, eino)?)).to_string().contains("Odottava sana"));
        site.write(move |tx| {
            erase(tx, eino, now)?;
            Ok(kafferum_platform::people::account::erase(tx, eino, now)?)
        });
        assert!(!site.read(move |tx| Ok(export(tx, eino)?)).to_string().contains("Odottava sana"));
        assert!(!site.as_person(pihlaja).get("/moderation").text().contains("Odottava sana"));
    }
}

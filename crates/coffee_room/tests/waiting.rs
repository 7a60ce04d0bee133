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
        let taken_back = send(&mut site.as_person(eino), path, path, &[]);
        assert_eq!(taken_back, (303, "/coffee-room/drafts".to_owned()));
        let page = site.as_person(eino).get(path).text();
        assert!(page.contains("Vedit tekstin takaisin") && !page.contains("Hätiköity"), "{page}");
        assert!(site.as_person(eino).get(&format!("{THREAD}/reply")).text().contains("Hätiköity</textarea>"));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM held_post WHERE markdown <> ''"), 0);
        // A draft that stands there already is not written over: the text comes
        // back in a form.
        let draft = [("body", "Toinen alku"), ("audience", "guests"), ("act", "draft")];
        reply(&mut site.as_person(eino), "Toinen hätiköity");
        send(&mut site.as_person(eino), &format!("{THREAD}/reply"), &format!("{THREAD}/reply"), &draft);
        let mut browser = site.as_person(eino);
        browser.get("/coffee-room/waiting/2");
        let page = browser.post("/coffee-room/waiting/2", &[]);
        assert!(page.status == 200 && page.text().contains("Toinen hätiköity</textarea>"), "{}", page.text());
        let shown = browser.post(&format!("{THREAD}/reply"), &[("body", "Toinen hätiköity"), ("audience", "guests"), ("days", "7"), ("act", "preview")]);
        assert!(shown.status == 200 && shown.text().contains("<p>Toinen hätiköity</p>"), "{}", shown.text());
        assert!(site.as_person(eino).get("/coffee-room/drafts").text().contains("Toinen alku"));
        assert!(!site.as_person(pihlaja).get("/moderation").text().contains("Hätiköity"));
        let mut browser = site.as_person(pihlaja);
        assert_eq!(send(&mut browser, "/moderation/held/1/decline", "/moderation/held/1/approve", &[]).0, 422);
    }

    fn a_thread_that_was_taken_back_is_a_draft_with_all_that_was_typed(site) {
        room(&site);
        let eino = site.member("Eino");
        let fields = [
            ("title", "Kumpi?"), ("body", "Valitkaa"), ("audience", "guests"), ("poll", "several"),
            ("options", "kahvi\ntee"), ("days", "3"), ("tags", "2"), ("asks", "yes"),
        ];
        let mut browser = site.as_person(eino);
        assert_eq!(send(&mut browser, NEW, NEW, &fields).1, "/coffee-room/waiting/1");
        send(&mut browser, "/coffee-room/waiting/1", "/coffee-room/waiting/1", &[]);
        let own = browser.get("/coffee-room/own").text();
        assert!(own.contains("ei enää ole tallessa") && !own.contains("Kumpi?"), "{own}");
        let form = browser.get(NEW).text();
        for part in ["value=\"Kumpi?\"", "Valitkaa</textarea>", "value=\"several\" selected", "kahvi\ntee</textarea>", "type=\"number\" value=\"3\"", "value=\"guests\" checked", "value=\"2\" checked"] {
            assert!(form.contains(part), "{part}: {form}");
        }
    }

    fn what_was_let_in_is_kept_once_and_what_was_not_while_one_may_appeal(site) {
        let (_, pihlaja) = room(&site);
        let havu = site.member("Havu");
        site.give(havu, Role::Moderator, true);
        let eino = site.member("Eino");
        let mut author = site.as_person(eino);
        let mut judge = site.as_person(pihlaja);
        for text in ["Päästetty", "Torjuttu", "Valitettu"] {
            reply(&mut author, text);
        }
        assert_eq!(send(&mut judge, "/moderation/held/1", "/moderation/held/1/approve", &[]).0, 303);
        for held in [2, 3] {
            let decline = format!("/moderation/held/{held}/decline");
            assert_eq!(send(&mut judge, &decline, &decline, &[("reason", "rude"), ("words", "")]).0, 303);
        }
        assert_eq!(count(&site, "SELECT COUNT(*) FROM held_post WHERE markdown <> ''"), 2);
        assert!(author.get("/coffee-room/waiting/2").text().contains("Teksti on tallessa"));
        let appeal = "/coffee-room/decisions/3";
        assert!(author.get(appeal).text().contains("Pyydä oikaisua viimeistään"));
        assert_eq!(send(&mut author, appeal, appeal, &[("words", "Miksi?")]).0, 303);
        site.pass_days(91);
        let mut author = site.as_person(eino);
        let gone = author.get("/coffee-room/waiting/2").text();
        assert!(gone.contains("Ei päästetty huoneeseen") && !gone.contains("Torjuttu") && !gone.contains("Teksti on tallessa"), "{gone}");
        assert_eq!(send(&mut author, "/coffee-room/decisions/2", "/coffee-room/decisions/2", &[("words", "Miksi?")]).0, 422);
        // What an appeal waits for is kept, and can still be let in.
        let fields = [("verdict", "overturned"), ("words", "Asiallinen")];
        let path = "/moderation/appeals/1";
        assert_eq!(send(&mut site.as_person(havu), path, path, &fields).0, 303);
        assert!(author.get(THREAD).text().contains("Valitettu"));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM held_post WHERE markdown <> ''"), 0);
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

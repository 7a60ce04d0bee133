//! Drafts that are kept while one types.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

use kafferum_platform::clock::{DAY, MINUTE};
use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";

fn open(by: &mut Visitor<'_>, title: &str, audience: &str, more: &[(&str, &str)]) -> String {
    by.get(NEW);
    let mut fields = vec![("title", title), ("body", "Miten?"), ("audience", audience)];
    fields.extend(more);
    let answer = by.post(NEW, &fields);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").expect("an address").to_owned()
}

fn reply(by: &mut Visitor<'_>, thread: &str, body: &str, audience: &str) {
    let path = format!("{thread}/reply");
    by.get(&path);
    let answer = by.post(&path, &[("body", body), ("audience", audience)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
}

fn count(site: &TestSite, sql: &'static str) -> i64 {
    site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?))
}

on_both! {
    fn a_draft_is_kept_until_it_is_sent_and_nobody_else_sees_it(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let moderator = site.member("Pihlaja");
        site.give(moderator, Role::Moderator, true);
        let mut browser = site.as_person(aino);
        browser.get(NEW);
        let saved = browser.post(NEW, &[("title", "Keskeneräinen"), ("body", "Alku ajatukselle"), ("audience", "guests"), ("act", "draft")]);
        assert_eq!(saved.header("location"), Some("/coffee-room/drafts"), "{}", saved.text());
        assert_eq!(count(&site, "SELECT COUNT(*) FROM thread"), 0);
        let form = browser.get(NEW).text();
        assert!(form.contains("value=\"Keskeneräinen\"") && form.contains("Alku ajatukselle</textarea>"), "{form}");
        assert!(form.contains("value=\"guests\" checked") && form.contains("draft/discard"), "{form}");
        for other in [eino, moderator] {
            let mut browser = site.as_person(other);
            for path in [NEW, "/coffee-room/drafts", "/search?q=ajatukselle", "/moderation"] {
                assert!(!browser.get(path).text().contains("Alku ajatukselle"), "{path}");
            }
        }
        assert!(browser.get("/coffee-room/drafts").text().contains("Alku ajatukselle"));
        open(&mut browser, "Keskeneräinen", "members", &[]);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM draft"), 0);
        assert!(!browser.get(NEW).text().contains("Alku ajatukselle"));
    }

    fn a_draft_keeps_the_poll_the_tags_and_that_it_asks(site) {
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        browser.get(NEW);
        let fields = [
            ("title", "Kumpi?"), ("body", "Valitkaa"), ("poll", "several"), ("options", "kahvi\nteevesi"),
            ("days", "3"), ("tags", "2"), ("tags", "5"), ("asks", "yes"), ("act", "draft"),
        ];
        assert_eq!(browser.post(NEW, &fields).status, 303);
        let form = browser.get(NEW).text();
        for part in ["value=\"several\" selected", "kahvi\nteevesi</textarea>", "name=\"days\" type=\"number\" value=\"3\""] {
            assert!(form.contains(part), "{part}: {form}");
        }
        for (name, value, wanted) in [("tags", "2", true), ("tags", "5", true), ("tags", "1", false), ("asks", "yes", true)] {
            let field = form.split("<input").find(|field| field.contains(&format!("name=\"{name}\"")) && field.contains(&format!("value=\"{value}\"")));
            let field = field.expect("the field").split('>').next().unwrap_or_default();
            assert_eq!(field.contains("checked"), wanted, "{name} {value}: {field}");
        }
        let export = kafferum_coffee_room::feature().export;
        assert!(site.read(move |tx| Ok(export(tx, aino)?)).to_string().contains("teevesi"));
        // A reply keeps its poll too, also when its thread goes into another.
        let thread = open(&mut browser, "Tauot", "members", &[]);
        let path = format!("{thread}/reply");
        browser.get(&path);
        browser.post(&path, &[("body", "Äänestetään"), ("poll", "single"), ("options", "vettä\nmaitoa"), ("days", "2"), ("act", "draft")]);
        let other = open(&mut browser, "Tauoista taas", "members", &[]);
        let pihlaja = site.member("Pihlaja");
        site.give(pihlaja, Role::Moderator, true);
        let into = other.rsplit('/').next().unwrap_or_default();
        let mut moderator = site.as_person(pihlaja);
        let join = format!("/moderation/threads/{}/join", thread.rsplit('/').next().unwrap_or_default());
        moderator.get(&join);
        let joined = moderator.post(&join, &[("into", into), ("words", "Sama asia")]);
        assert_eq!(joined.status, 303, "{}", joined.text());
        let form = browser.get(&format!("{other}/reply")).text();
        assert!(form.contains("vettä\nmaitoa</textarea>") && form.contains("value=\"single\" selected"), "{form}");
    }

    fn a_reply_is_kept_while_it_is_typed_and_discarded_when_wanted(site) {
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        let thread = open(&mut browser, "Tauot", "members", &[]);
        let path = format!("{thread}/reply");
        browser.get(&path);
        let mut scripted = browser.with_header("x-fragment", "1");
        for text in ["Puoli", "Puolikas", "Puolikas lause"] {
            let part = scripted.post(&path, &[("body", text), ("act", "draft")]);
            assert!(part.status == 200 && !part.text().contains("<html") && part.text().contains("<time"), "{}", part.text());
        }
        assert_eq!(count(&site, "SELECT COUNT(*) FROM draft"), 1);
        let mut browser = site.as_person(aino);
        for page in [&thread, &path] {
            assert!(browser.get(page).text().contains("Puolikas lause</textarea>"), "{page}");
        }
        let discarded = browser.post(&format!("{thread}/draft/discard"), &[]);
        assert_eq!(discarded.header("location"), Some("/coffee-room/drafts"));
        assert!(!browser.get(&thread).text().contains("Puolikas lause"));
        // An empty one is none; a text just sent does not come back as one.
        browser.post(&path, &[("body", " "), ("act", "draft")]);
        reply(&mut browser, &thread, "Valmis lause", "members");
        browser.get(&path);
        browser.post(&path, &[("body", "Valmis lause"), ("act", "draft")]);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM draft"), 0);
        // What can't be sent is not kept either, and typing has a pace.
        let long = "x".repeat(20_001);
        assert_eq!(browser.post(&path, &[("body", &long), ("act", "draft")]).status, 400);
        assert_eq!(browser.post("/coffee-room/threads/99/reply", &[("body", "Hei"), ("act", "draft")]).status, 404);
        let mut last = 303;
        for number in 0..25 {
            last = browser.post(&path, &[("body", &format!("Hei {number}")), ("act", "draft")]).status;
        }
        assert_eq!(last, 400);
        site.pass(2 * MINUTE);
        browser.get(&path);
        assert_eq!(browser.post(&path, &[("body", "Hei taas"), ("act", "draft")]).status, 303);
    }

    fn a_text_that_waits_does_not_come_back_as_a_draft(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let thread = open(&mut site.as_person(aino), "Tauot", "members", &[]);
        site.set("coffee-room-newcomer-posts", "5");
        let mut browser = site.as_person(eino);
        // What was saved on its way comes behind it.
        let reply = [("body", "Odottava lause"), ("audience", "members")];
        let opening = [("title", "Toinen asia"), ("body", "Odottava lause"), ("audience", "members")];
        for (path, fields) in [(format!("{thread}/reply"), reply.as_slice()), (NEW.to_owned(), &opening)] {
            browser.get(&path);
            let sent = browser.post(&path, fields);
            assert!(sent.header("location").is_some_and(|to| to.starts_with("/coffee-room/waiting/")), "{}", sent.text());
            browser.get(&path);
            assert_eq!(browser.post(&path, &[fields, &[("act", "draft")]].concat()).status, 303);
            assert_eq!(count(&site, "SELECT COUNT(*) FROM draft"), 0, "{path}");
        }
    }

    fn what_is_being_written_stands_in_no_address(site) {
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        open(&mut browser, "Tauot", "members", &[]);
        assert_eq!(browser.get("/coffee-room/alike?title=Tauot").header("location"), Some("/coffee-room"));
        let alike = browser.post("/coffee-room/alike", &[("title", "Tauot")]);
        assert!(alike.status == 200 && alike.text().contains("Tauot"), "{}", alike.text());
        assert_eq!(browser.post_raw("/coffee-room/alike", &[("title", "Tauot")]).status, 403);
    }

    fn a_change_of_a_post_is_kept_with_the_version_that_it_was_begun_from(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let mut browser = site.as_person(aino);
        let thread = open(&mut browser, "Tauot", "members", &[]);
        let edit = format!("{thread}/posts/1/edit");
        let change = |body, act| [("title", "Tauot"), ("body", body), ("audience", "members"), ("version", "1"), ("act", act)];
        browser.get(&edit);
        let saved = browser.post(&edit, &change("Miten te teette?", "draft"));
        assert_eq!(saved.header("location"), Some("/coffee-room/drafts"), "{}", saved.text());
        let list = browser.get("/coffee-room/drafts").text();
        assert!(list.contains(&format!("href=\"{edit}\"")) && list.contains("Miten te teette?"), "{list}");
        let form = browser.get(&edit).text();
        assert!(form.contains("Miten te teette?</textarea>") && form.contains("/posts/1/draft/discard"), "{form}");
        assert!(!form.contains("Nykyinen versio"), "{form}");
        // A reply in the same thread has a draft of its own.
        let reply_path = format!("{thread}/reply");
        browser.get(&reply_path);
        browser.post(&reply_path, &[("body", "Vastaus alkaa"), ("act", "draft")]);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM draft"), 2);
        assert!(browser.get(&thread).text().contains("Vastaus alkaa</textarea>"));
        let mut other = site.as_person(eino);
        assert_eq!(other.get(&edit).status, 403);
        other.get(&thread);
        assert_eq!(other.post(&edit, &change("Kaapattu", "draft")).status, 403);
        // The post changes meanwhile: both versions are shown.
        browser.get(&edit);
        let export = kafferum_coffee_room::feature().export;
        assert!(site.read(move |tx| Ok(export(tx, aino)?)).to_string().contains("Miten te teette?"));
        site.write(|tx| {
            tx.execute("UPDATE post SET markdown = 'Miten muualla?', version = 2 WHERE position = 1", &[])?;
            Ok(())
        });
        let form = browser.get(&edit).text();
        for part in ["Nykyinen versio", "Viestiä on muokattu sen jälkeen", "Miten te teette?</textarea>", "name=\"version\" value=\"2\""] {
            assert!(form.contains(part), "{part}: {form}");
        }
        let sent = browser.post(&edit, &[("title", "Tauot"), ("body", "Miten te teette?"), ("audience", "members"), ("version", "2")]);
        assert_eq!(sent.status, 303, "{}", sent.text());
        assert_eq!(count(&site, "SELECT COUNT(*) FROM draft"), 1);
        // What stands already is no draft, and one that is not wanted goes.
        browser.get(&edit);
        let change = |body| [("title", "Tauot"), ("body", body), ("audience", "members"), ("version", "3"), ("act", "draft")];
        browser.post(&edit, &change("Miten te teette?"));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM draft"), 1);
        browser.get(&edit);
        browser.post(&edit, &change("Vielä toisin"));
        let form = browser.get(&edit);
        assert!(form.text().contains("Vielä toisin</textarea>"));
        let discarded = browser.post(&format!("{thread}/posts/1/draft/discard"), &[]);
        assert_eq!(discarded.header("location"), Some("/coffee-room/drafts"));
        assert!(!browser.get(&edit).text().contains("Vielä toisin"));
        // What the guard finds is kept nowhere.
        let guarded = browser.post(&edit, &change("Tunnus on 131052-308T"));
        assert!(guarded.status == 422 && guarded.text().contains("<mark>"), "{}", guarded.text());
        assert_eq!(count(&site, "SELECT COUNT(*) FROM draft WHERE position > 0"), 0);
    }

    fn a_draft_of_a_change_follows_its_post(site) {
        let aino = site.member("Aino");
        let pihlaja = site.member("Pihlaja");
        site.give(pihlaja, Role::Moderator, true);
        let mut browser = site.as_person(aino);
        let thread = open(&mut browser, "Tauot", "members", &[]);
        let other = open(&mut browser, "Tauoista taas", "members", &[]);
        let edit = format!("{thread}/posts/1/edit");
        browser.get(&edit);
        browser.post(&edit, &[("title", "Tauot"), ("body", "Toisin"), ("audience", "members"), ("version", "1"), ("act", "draft")]);
        let number = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let mut moderator = site.as_person(pihlaja);
        let join = format!("/moderation/threads/{}/join", number(&thread));
        moderator.get(&join);
        let joined = moderator.post(&join, &[("into", &number(&other)), ("words", "Sama asia")]);
        assert_eq!(joined.status, 303, "{}", joined.text());
        let moved = browser.get(&format!("{thread}/posts/1"));
        let place = moved.header("location").expect("where it went").replace("#p", "/posts/");
        let form = browser.get(&format!("{place}/edit")).text();
        assert!(form.contains("Toisin</textarea>"), "{form}");
    }

    fn old_drafts_are_forgotten_and_those_of_the_erased(site) {
        site.set("coffee-room-draft-days", "10");
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        for person in [aino, eino] {
            let mut browser = site.as_person(person);
            browser.get(NEW);
            browser.post(NEW, &[("title", "Keskeneräinen"), ("body", "Alku"), ("act", "draft")]);
        }
        site.write(move |tx| kafferum_coffee_room_erase(tx, eino));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM draft"), 1);
        site.pass(9 * DAY);
        site.settle();
        assert_eq!(count(&site, "SELECT COUNT(*) FROM draft"), 1);
        site.pass(2 * DAY);
        site.settle();
        assert_eq!(count(&site, "SELECT COUNT(*) FROM draft"), 0);
    }
}

/// Forgets a person in the coffee room.
fn kafferum_coffee_room_erase(
    tx: &mut kafferum_platform::db::Tx<'_>,
    person: kafferum_platform::people::PersonId,
) -> Result<(), kafferum_platform::Error> {
    Ok((kafferum_coffee_room::feature().erase)(tx, person, 0)?)
}

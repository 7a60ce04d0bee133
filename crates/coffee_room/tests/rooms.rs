//! Who may enter which room, and that nobody else hears of it; keeping rooms.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

use kafferum_platform::people::{PersonId, store as people};
use kafferum_platform::policy::{Grant, Role};
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const ROOM: [(&str, &str); 9] = [
    ("name-fi", "Keittiö"),
    ("name-sv", "Köket"),
    ("name-en", "Kitchen"),
    ("about-fi", "Tiskivuorot"),
    ("about-sv", "Diskturer"),
    ("about-en", "Dishes"),
    ("kind", "topic"),
    ("open-to", "shop-steward"),
    ("state", "open"),
];

/// The fields of a room with one of them changed.
fn with(name: &'static str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    ROOM.iter().map(|(known, old)| (*known, if *known == name { value } else { old })).collect()
}

/// Adds a room; its number.
fn add(site: &TestSite, by: PersonId, fields: &[(&str, &str)]) -> i64 {
    let mut browser = site.as_person(by);
    browser.get("/keeping/rooms/new");
    let answer = browser.post("/keeping/rooms/new", fields);
    assert_eq!(answer.header("location"), Some("/keeping"), "{}", answer.text());
    site.read(|tx| Ok(tx.one("SELECT MAX(id) FROM room", &[], |row| row.get(0))?))
}

fn open(by: &mut Visitor<'_>, room: i64, title: &str, body: &str, audience: &str) -> String {
    let path = format!("/coffee-room/rooms/{room}/new");
    by.get(&path);
    let answer = by.post(&path, &[("title", title), ("body", body), ("audience", audience)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").expect("an address").to_owned()
}

fn moderator(site: &TestSite, pseudonym: &str, scope: Option<&str>) -> PersonId {
    let person = site.member(pseudonym);
    let grant = Grant { role: Role::Moderator, scope: scope.map(ToOwned::to_owned) };
    let now = site.now();
    site.write(move |tx| Ok(people::grant(tx, person, &grant, false, None, now)?));
    person
}

/// Pages on which a room, its threads or their words could be told of.
const ELSEWHERE: [&str; 7] = [
    "/coffee-room",
    "/moderation/log",
    "/coffee-room/reports",
    "/search?q=salaliitto",
    "/search?q=salaliito",
    "/search/titles?q=salal",
    "/search",
];

on_both! {
    fn a_room_for_a_role_is_neither_found_nor_named_for_others(site) {
        let chief = moderator(&site, "Pihlaja", None);
        let steward = site.member("Luottamus");
        site.give(steward, Role::ShopSteward, true);
        let room = add(&site, chief, &ROOM);
        let mut inside = site.as_person(steward);
        assert!(inside.get("/coffee-room").text().contains("Keittiö"));
        let thread = open(&mut inside, room, "Salaliitto", "Salaliitosta puhutaan", "guests");
        let steer = thread.replace("/coffee-room", "/moderation");
        let mut at_chief = site.as_person(chief);
        at_chief.get(&steer);
        at_chief.post(&steer, &[("door", "open"), ("place", "top"), ("words", "Tärkeä")]);
        for narrowed in [String::new(), format!("&in=coffee-room:{room}")] {
            assert!(inside.get(&format!("/search?q=salaliitto{narrowed}")).text().contains(&thread));
        }
        assert!(inside.get("/moderation/log").text().contains("Keittiö"));
        let local = moderator(&site, "Paikallinen", Some("room:1"));
        let others = [site.member("Aino"), site.guest("Uusi"), local];
        for person in others {
            let mut browser = site.as_person(person);
            for path in ELSEWHERE {
                let text = browser.get(path).text();
                for secret in ["Keittiö", "Tiskivuorot", "Salaliitto", "alaliitosta", &thread] {
                    assert!(!text.contains(secret), "{path}: {secret}");
                }
            }
            let alike = browser.post("/coffee-room/alike", &[("title", "Salaliitto")]);
            assert!(alike.status == 200 && !alike.text().contains("alaliit"), "{}", alike.text());
            for path in [format!("/coffee-room/rooms/{room}"), format!("/coffee-room/rooms/{room}/new"), format!("{thread}/reply"), format!("{thread}/posts/1"), format!("{thread}/posts/1/report"), thread.clone(), format!("/search?q=salaliitto&in=coffee-room:{room}")] {
                let answer = browser.get(&path);
                assert!(answer.status == 404 || !answer.text().contains("Salaliitto"), "{path}");
            }
        }
        // Nothing in it is open to guests, whatever was chosen.
        let audience: String = site.read(|tx| Ok(tx.one("SELECT audience FROM thread", &[], |row| row.get(0))?));
        assert_eq!(audience, "members");
        // Who keeps order is let in, and so is who holds the role no more: not.
        assert_eq!(at_chief.get(&thread).status, 200);
        site.leave(steward);
        assert_eq!(inside.get(&thread).status, 403);
    }

    fn a_report_from_a_room_that_is_closed_to_one_tells_nothing_of_it(site) {
        let chief = moderator(&site, "Pihlaja", None);
        let room = add(&site, chief, &with("open-to", "everybody"));
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let thread = open(&mut site.as_person(aino), room, "Hei kaikki", "Terve", "guests");
        let mut browser = site.as_person(eino);
        let report = format!("{thread}/posts/1/report");
        browser.get(&report);
        browser.post(&report, &[("reason", "rude"), ("words", "")]);
        assert!(browser.get("/coffee-room/reports").text().contains("Keittiö"));
        change(&site, chief, room, "open-to", "moderator");
        assert!(!browser.get("/coffee-room/reports").text().contains("Keittiö"));
        assert_eq!(browser.get(&thread).status, 404);
        assert!(site.as_person(chief).get("/moderation").text().contains("Hei kaikki"));
    }

    fn a_room_taken_back_from_guests_shows_them_nothing_more(site) {
        let chief = moderator(&site, "Pihlaja", None);
        let room = add(&site, chief, &with("open-to", "everybody"));
        let (member, guest) = (site.member("Aino"), site.guest("Uusi"));
        let thread = open(&mut site.as_person(member), room, "Avoin ovi", "Tervetuloa", "guests");
        let mut at_guest = site.as_person(guest);
        let mut at_member = site.as_person(site.member("Eino"));
        assert!(at_guest.get(&thread).text().contains("Tervetuloa"));
        assert!(at_guest.get("/search?q=tervetuloa").text().contains("Avoin ovi"));
        assert!(at_member.get(&thread).text().contains("tag open"));
        change(&site, chief, room, "open-to", "members");
        assert_eq!(at_guest.get(&thread).status, 404);
        for path in ["/coffee-room", "/search?q=tervetuloa", "/search/titles?q=avoin"] {
            assert!(!at_guest.get(path).text().contains("Avoin ovi"), "{path}");
        }
        // Members are told at once that no guest reads it.
        assert!(!at_member.get(&thread).text().contains("tag open"));
        assert!(!at_member.get(&format!("/coffee-room/rooms/{room}")).text().contains("tag open"));
    }

    fn rooms_are_kept_by_administrators_and_moderators_of_the_whole(site) {
        let clerk = site.staff("Hallinto", Role::Administrator);
        let local = moderator(&site, "Paikallinen", Some("room:1"));
        for (person, status) in [(clerk, 200), (local, 403), (site.member("Aino"), 403)] {
            assert_eq!(site.as_person(person).get("/keeping").status, status);
        }
        let room = add(&site, clerk, &ROOM);
        let mut browser = site.as_person(clerk);
        let page = format!("/keeping/rooms/{room}");
        // Bad input comes back as typed.
        browser.get(&page);
        let answer = browser.post(&page, &with("name-sv", ""));
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains("value=\"Keittiö\""));
        for field in ["kind", "open-to", "state"] {
            assert_eq!(browser.post(&page, &with(field, "palace")).status, 422, "{field}");
        }
        // What another saved meanwhile is shown; saving again takes effect.
        change(&site, clerk, room, "name-en", "Galley");
        browser.get(&page);
        let mut late = ROOM.to_vec();
        late.push(("revision", "0"));
        let answer = browser.post(&page, &late);
        assert_eq!(answer.status, 422);
        let text = answer.text();
        assert!(text.contains("Galley") && text.contains("value=\"Kitchen\""), "{text}");
        late.pop();
        late.push(("revision", "1"));
        assert_eq!(browser.post(&page, &late).status, 303);
        let lines: i64 = site.read(|tx| Ok(tx.one("SELECT COUNT(*) FROM audit WHERE action IN ('room-added', 'room-changed')", &[], |row| row.get(0))?));
        assert_eq!(lines, 3);
        assert_eq!(browser.get("/keeping/rooms/999").status, 404);
    }

    fn rooms_are_put_in_order_among_their_own_kind(site) {
        let clerk = site.staff("Hallinto", Role::Administrator);
        let mut browser = site.as_person(clerk);
        let order = || -> Vec<i64> { site.read(|tx| Ok(tx.query("SELECT id FROM room ORDER BY sort, id", &[], |row| row.get(0))?)) };
        let before = order();
        browser.get("/keeping");
        browser.post("/keeping/rooms/2/up", &[]);
        assert_eq!(order().get(..3), Some(&[2, 1, 3][..]));
        browser.get("/keeping");
        browser.post("/keeping/rooms/2/up", &[]);
        assert_eq!(order().get(..3), Some(&[2, 1, 3][..]), "the first one stays first");
        browser.get("/keeping");
        browser.post("/keeping/rooms/2/down", &[]);
        assert_eq!(order(), before);
    }

    fn a_closed_room_is_read_and_not_written_in(site) {
        let clerk = site.staff("Hallinto", Role::Administrator);
        let aino = site.member("Aino");
        let room = add(&site, clerk, &with("open-to", "members"));
        let mut browser = site.as_person(aino);
        let thread = open(&mut browser, room, "Viimeinen sana", "Ennen sulkemista", "members");
        assert_eq!(site.as_person(site.guest("Uusi")).get(&format!("/coffee-room/rooms/{room}")).status, 404);
        change(&site, clerk, room, "state", "closed");
        assert_eq!(browser.get(&thread).status, 200);
        assert_eq!(browser.get(&format!("{thread}/reply")).status, 400);
    }
}

/// Changes one field of a room to a value.
fn change(site: &TestSite, by: PersonId, room: i64, name: &str, value: &str) {
    let mut browser = site.as_person(by);
    let page = format!("/keeping/rooms/{room}");
    let form = browser.get(&page);
    let revision = form.field_value("revision").expect("a revision");
    let open_to: String = site.read(move |tx| {
        Ok(tx.one("SELECT open_to FROM room WHERE id = ?1", &[&room], |row| row.get(0))?)
    });
    let mut fields: Vec<(&str, &str)> = ROOM.to_vec();
    for field in &mut fields {
        if field.0 == "open-to" {
            field.1 = &open_to;
        }
        if field.0 == name {
            field.1 = value;
        }
    }
    fields.push(("revision", &revision));
    let answer = browser.post(&page, &fields);
    assert_eq!(answer.status, 303, "{}", answer.text());
}

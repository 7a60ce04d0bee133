//! Tags: kept by few, chosen by whoever opens a thread.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";

fn open(by: &mut Visitor<'_>, title: &str, audience: &str, tags: &[&str]) -> String {
    by.get(NEW);
    let mut fields = vec![("title", title), ("body", "Hei"), ("audience", audience)];
    fields.extend(tags.iter().map(|tag| ("tags", *tag)));
    let answer = by.post(NEW, &fields);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").expect("an address").to_owned()
}

fn tags_of(site: &TestSite, thread: i64) -> Vec<i64> {
    site.read(move |tx| {
        let sql = "SELECT tag FROM thread_tag WHERE thread = ?1 ORDER BY tag";
        Ok(tx.query(sql, &[&thread], |row| row.get(0))?)
    })
}

on_both! {
    fn threads_are_listed_by_tag_for_those_who_may_read_them(site) {
        site.set("coffee-room-posts-per-minute", "1000");
        let (aino, guest) = (site.member("Aino"), site.guest("Uusi"));
        let mut browser = site.as_person(aino);
        let thread = open(&mut browser, "Lomien laskeminen", "members", &["5", "1"]);
        open(&mut browser, "Avoin lomista", "guests", &["5"]);
        open(&mut browser, "Ilman sanoja", "members", &[]);
        assert_eq!(tags_of(&site, 1), [1, 5]);
        let page = browser.get(&thread).text();
        assert!(page.contains("href=\"/coffee-room/tags/5\">lomat</a>"), "{page}");
        let list = browser.get("/coffee-room/rooms/1").text();
        assert!(list.contains("href=\"/coffee-room/tags/1\">työaika</a>"), "{list}");
        let tagged = browser.get("/coffee-room/tags/5").text();
        assert!(tagged.contains("Lomien laskeminen") && tagged.contains("Avoin lomista"));
        assert!(!tagged.contains("Ilman sanoja"));
        let mut at_guest = site.as_person(guest);
        let tagged = at_guest.get("/coffee-room/tags/5").text();
        assert!(!tagged.contains("Lomien laskeminen") && tagged.contains("Avoin lomista"));
        assert!(!at_guest.get("/coffee-room/tags/1").text().contains("Lomien"));
        for path in ["/coffee-room/tags/99", "/coffee-room/tags/5?before=x"] {
            assert_eq!(browser.get(path).status, 404, "{path}");
        }
        for number in 1..=31 {
            open(&mut browser, &format!("Otsikko {number:02}"), "members", &["2"]);
        }
        let first = browser.get("/coffee-room/tags/2").text();
        assert!(first.contains("Otsikko 31") && first.contains("Otsikko 02") && !first.contains("Otsikko 01"));
        let older = first.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
        assert!(browser.get(older.expect("older ones")).text().contains("Otsikko 01"));
    }

    fn a_thread_bears_three_tags_at_most_and_only_those_that_are_there(site) {
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        for tags in [&["1", "2", "3", "4"][..], &["99"], &["x"]] {
            browser.get(NEW);
            let mut fields = vec![("title", "Lomat ensin"), ("body", "Hei")];
            fields.extend(tags.iter().map(|tag| ("tags", *tag)));
            let answer = browser.post(NEW, &fields);
            assert_eq!(answer.status, 422, "{tags:?}");
            assert!(answer.text().contains("value=\"Lomat ensin\""));
        }
        // A preview keeps all that was chosen.
        let fields = [("title", "Lomat"), ("body", "Hei"), ("tags", "1"), ("tags", "2"), ("act", "preview")];
        let page = browser.post(NEW, &fields).text();
        assert!(page.contains("value=\"1\" checked") && page.contains("value=\"2\" checked"), "{page}");
    }

    fn the_opener_and_moderators_change_tags_and_only_the_latter_are_logged(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let moderator = site.member("Pihlaja");
        site.give(moderator, Role::Moderator, true);
        let thread = open(&mut site.as_person(aino), "Lomat", "members", &["5"]);
        let path = format!("{thread}/tags");
        assert_eq!(site.as_person(eino).get(&path).status, 403);
        let mut browser = site.as_person(aino);
        assert!(browser.get(&path).text().contains("value=\"5\" checked"));
        assert_eq!(browser.post(&path, &[("tags", "1"), ("tags", "2")]).status, 303);
        assert_eq!(tags_of(&site, 1), [1, 2]);
        let log = || site.read(|tx| Ok(tx.one("SELECT COUNT(*) FROM moderation_log WHERE deed = 'tag'", &[], |row| row.get::<i64>(0))?));
        assert_eq!(log(), 0);
        let mut at_moderator = site.as_person(moderator);
        at_moderator.get(&path);
        assert_eq!(at_moderator.post(&path, &[]).status, 303);
        assert_eq!((tags_of(&site, 1), log()), (Vec::new(), 1));
        assert_eq!(at_moderator.get("/moderation/log").status, 200);
    }

    fn tags_are_added_named_joined_and_removed(site) {
        let clerk = site.staff("Hallinto", Role::Administrator);
        let aino = site.member("Aino");
        let mut browser = site.as_person(clerk);
        let new = "/keeping/tags/new";
        browser.get(new);
        let names = [("name-fi", "yövuorot"), ("name-sv", "nattpass"), ("name-en", "night shifts")];
        let mut for_room = names.to_vec();
        for_room.push(("room", "2"));
        assert_eq!(browser.post(new, &for_room).status, 303);
        let tag: i64 = site.read(|tx| Ok(tx.one("SELECT MAX(id) FROM tag", &[], |row| row.get(0))?));
        browser.get(new);
        let again = browser.post(new, &[("name-fi", "Yövuorot"), ("name-sv", "annat"), ("name-en", "other")]);
        assert_eq!(again.status, 422);
        for room in ["99", "x"] {
            let answer = browser.post(new, &[("name-fi", "uusi"), ("name-sv", "ny"), ("name-en", "new"), ("room", room)]);
            assert_eq!(answer.status, 422, "{room}");
        }
        // It is there for its room alone.
        let mut at_aino = site.as_person(aino);
        assert!(at_aino.get("/coffee-room/rooms/2/new").text().contains("yövuorot"));
        assert!(!at_aino.get(NEW).text().contains("yövuorot"));
        at_aino.get("/coffee-room/rooms/2/new");
        let id = tag.to_string();
        at_aino.post("/coffee-room/rooms/2/new", &[("title", "Valvominen"), ("body", "Hei"), ("tags", &id), ("tags", "1")]);
        let page = format!("/keeping/tags/{tag}");
        browser.get(&page);
        let stale = browser.post(&page, &[("name-fi", "yöt"), ("name-sv", "nätter"), ("name-en", "nights"), ("revision", "7")]);
        assert_eq!(stale.status, 422);
        let done = browser.post(&page, &[("name-fi", "yöt"), ("name-sv", "nätter"), ("name-en", "nights"), ("revision", "0")]);
        assert_eq!(done.status, 303, "{}", done.text());
        assert!(at_aino.get("/coffee-room/threads/1").text().contains(">yöt</a>"));
        let remove = format!("{page}/remove");
        assert!(browser.get(&remove).text().contains("1 keskustelulla"));
        assert_eq!(browser.post(&remove, &[("into", "1")]).status, 303);
        assert_eq!(tags_of(&site, 1), [1]);
        assert_eq!(browser.get(&page).status, 404);
        assert_eq!(browser.get("/keeping/tags").status, 200);
        browser.get("/keeping/tags/1/remove");
        assert_eq!(browser.post("/keeping/tags/1/remove", &[]).status, 303);
        assert!(tags_of(&site, 1).is_empty());
    }
}

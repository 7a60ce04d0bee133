//! Bookmarks, answers, questions that wait, and what is new.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

use kafferum_platform::clock::{HOUR, MINUTE};
use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::Visitor;

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

on_both! {
    fn bookmarks_are_ones_own_and_follow_the_post(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let moderator = site.member("Pihlaja");
        site.give(moderator, Role::Moderator, true);
        let mut at_aino = site.as_person(aino);
        let thread = open(&mut at_aino, "Tauot", "members", &[]);
        reply(&mut at_aino, &thread, "Hyvä neuvo tauoista", "members");
        let mut at_eino = site.as_person(eino);
        let path = format!("{thread}/posts/2/bookmark");
        assert!(at_eino.get(&thread).text().contains(&path));
        at_eino.get(&path);
        assert_eq!(at_eino.post(&path, &[("note", "Näytä pomolle")]).status, 303);
        let list = at_eino.get("/coffee-room/bookmarks").text();
        assert!(list.contains("Näytä pomolle") && list.contains("Hyvä neuvo tauoista"), "{list}");
        assert!(!at_aino.get("/coffee-room/bookmarks").text().contains("Näytä pomolle"));
        assert!(!at_aino.get(&path).text().contains("Näytä pomolle"));
        // Hidden, it is not quoted; joined elsewhere, it is still there.
        let mut at_chief = site.as_person(moderator);
        let hide = "/moderation/threads/1/posts/2/hide";
        at_chief.get(hide);
        at_chief.post(hide, &[("reason", "rude"), ("words", "")]);
        let list = at_eino.get("/coffee-room/bookmarks").text();
        assert!(list.contains("Näytä pomolle") && !list.contains("Hyvä neuvo"), "{list}");
        open(&mut at_aino, "Toinen", "members", &[]);
        at_chief.get("/moderation/threads/1/join?into=2");
        assert_eq!(at_chief.post("/moderation/threads/1/join", &[("into", "2"), ("words", "Sama")]).status, 303);
        assert!(at_eino.get("/coffee-room/bookmarks").text().contains("/coffee-room/threads/2/posts/4\""));
        let path = "/coffee-room/threads/2/posts/4/bookmark";
        at_eino.get(path);
        assert_eq!(at_eino.post(path, &[("note", ""), ("act", "remove")]).status, 303);
        assert!(!at_eino.get("/coffee-room/bookmarks").text().contains("Näytä pomolle"));
        assert_eq!(at_eino.get("/coffee-room/threads/2/posts/99/bookmark").status, 404);
    }

    fn a_bookmark_tells_a_guest_nothing_of_a_post_taken_back(site) {
        let (aino, guest) = (site.member("Aino"), site.guest("Uusi"));
        let mut at_aino = site.as_person(aino);
        let thread = open(&mut at_aino, "Avoin", "guests", &[]);
        reply(&mut at_aino, &thread, "Liikaa sanottu", "guests");
        let mut at_guest = site.as_person(guest);
        let path = format!("{thread}/posts/2/bookmark");
        at_guest.get(&path);
        at_guest.post(&path, &[("note", "")]);
        assert!(at_guest.get("/coffee-room/bookmarks").text().contains("Liikaa sanottu"));
        let edit = format!("{thread}/posts/2/edit");
        at_aino.get(&edit);
        at_aino.post(&edit, &[("body", "Liikaa sanottu"), ("audience", "members"), ("version", "1")]);
        assert!(!at_guest.get("/coffee-room/bookmarks").text().contains("Liikaa sanottu"));
    }

    fn the_opener_or_a_moderator_says_which_post_is_the_answer(site) {
        let (aino, eino, guest) = (site.member("Aino"), site.member("Eino"), site.guest("Uusi"));
        let mut at_aino = site.as_person(aino);
        let thread = open(&mut at_aino, "Tauot", "guests", &[("asks", "yes")]);
        let mut at_eino = site.as_person(eino);
        reply(&mut at_eino, &thread, "Näin se on", "members");
        let path = format!("{thread}/posts/2/answer");
        assert_eq!(at_eino.get(&path).status, 403);
        assert_eq!(at_aino.get(&format!("{thread}/posts/1/answer")).status, 403);
        let mut other = site.as_person(site.member("Impi"));
        assert!(!other.get(&thread).text().contains("vastaus</span>"));
        at_aino.get(&path);
        assert_eq!(at_aino.post(&path, &[]).status, 303);
        let page = other.get(&thread).text();
        assert!(page.contains("vastaus</span>") && page.contains("href=\"/coffee-room/threads/1#p2\""), "{page}");
        assert!(other.get("/coffee-room/rooms/1").text().contains("vastattu</span>"));
        // A guest is not told of an answer for members.
        let mut at_guest = site.as_person(guest);
        assert!(!at_guest.get("/coffee-room/rooms/1").text().contains("vastattu</span>"));
        assert!(!at_guest.get(&thread).text().contains("Siirry vastaukseen"));
        let clear = format!("{path}/clear");
        at_aino.get(&path);
        assert_eq!(at_aino.post(&clear, &[]).status, 303);
        assert!(!other.get(&thread).text().contains("vastaus</span>"));
    }

    fn a_question_without_a_reply_after_a_day_is_shown_to_those_who_answer(site) {
        let (aino, eino, guest) = (site.member("Aino"), site.member("Eino"), site.guest("Uusi"));
        let mut at_aino = site.as_person(aino);
        let thread = open(&mut at_aino, "Kuka tietää tauoista", "guests", &[("asks", "yes")]);
        open(&mut at_aino, "Ihan muuten vain", "guests", &[]);
        let mut at_eino = site.as_person(eino);
        site.pass(23 * HOUR);
        assert!(!at_eino.get("/coffee-room").text().contains("/coffee-room/questions"));
        site.pass(2 * HOUR);
        assert!(at_eino.get("/coffee-room").text().contains("/coffee-room/questions"));
        let list = at_eino.get("/coffee-room/questions").text();
        assert!(list.contains("Kuka tietää tauoista") && !list.contains("Ihan muuten vain"), "{list}");
        // Not to who asked it, nor to guests.
        assert!(!at_aino.get("/coffee-room/questions").text().contains("Kuka tietää tauoista"));
        let mut at_guest = site.as_person(guest);
        assert_eq!(at_guest.get("/coffee-room/questions").status, 403);
        assert!(!at_guest.get("/coffee-room").text().contains("/coffee-room/questions"));
        // What who asked adds is no reply.
        reply(&mut at_aino, &thread, "Unohdin sanoa", "guests");
        let list = at_eino.get("/coffee-room/questions").text();
        assert!(list.contains("Kuka tietää tauoista"), "{list}");
        assert!(at_eino.get("/coffee-room").text().contains("/coffee-room/questions"));
        reply(&mut at_eino, &thread, "Minä tiedän", "members");
        assert!(!at_eino.get("/coffee-room").text().contains("/coffee-room/questions"));
    }

    fn what_is_new_is_listed_across_rooms_and_marked_as_read(site) {
        site.set("coffee-room-posts-per-minute", "1000");
        let (aino, eino, guest) = (site.member("Aino"), site.member("Eino"), site.guest("Uusi"));
        let mut at_aino = site.as_person(aino);
        for number in 1..=32 {
            open(&mut at_aino, &format!("Otsikko {number:02}"), "members", &[]);
        }
        at_aino.get("/coffee-room/rooms/2/new");
        at_aino.post("/coffee-room/rooms/2/new", &[("title", "Toisessa huoneessa"), ("body", "Hei"), ("audience", "guests")]);
        let mut at_eino = site.as_person(eino);
        let first = at_eino.get("/coffee-room/news").text();
        assert!(first.contains("Toisessa huoneessa") && first.contains("Otsikko 32") && !first.contains("Otsikko 03"), "{first}");
        let older = first.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
        assert!(at_eino.get(older.expect("older ones")).text().contains("Otsikko 01"));
        let mut at_guest = site.as_person(guest);
        let theirs = at_guest.get("/coffee-room/news").text();
        assert!(theirs.contains("Toisessa huoneessa") && !theirs.contains("Otsikko"), "{theirs}");
        // One room, as far as the page showed it; then all.
        let until = at_eino.get("/coffee-room/news").field_value("until").expect("a moment");
        site.pass(MINUTE);
        open(&mut at_aino, "Vasta tullut", "members", &[]);
        assert_eq!(at_eino.post("/coffee-room/news", &[("until", &until), ("room", "1")]).status, 303);
        let rest = at_eino.get("/coffee-room/news").text();
        assert!(rest.contains("Vasta tullut") && rest.contains("Toisessa huoneessa") && !rest.contains("Otsikko 32"), "{rest}");
        let until = at_eino.get("/coffee-room/news").field_value("until").expect("a moment");
        at_eino.post("/coffee-room/news", &[("until", &until)]);
        assert!(at_eino.get("/coffee-room/news").text().contains("Olet lukenut kaiken"));
        assert!(!at_eino.get("/coffee-room").text().contains("Lukematta"));
        let until = at_guest.get("/coffee-room/news").field_value("until").expect("a moment");
        at_guest.post("/coffee-room/news", &[("until", &until)]);
        assert!(at_guest.get("/coffee-room/news").text().contains("Olet lukenut kaiken"));
        at_eino.get("/coffee-room/news");
        assert_eq!(at_eino.post("/coffee-room/news", &[("until", "1"), ("room", "99")]).status, 404);
    }
}

//! What people are told of, through the real router.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

use kafferum_platform::clock::DAY;
use kafferum_platform::notices;
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";
const KIND: &str = "coffee-room-post";

/// Opens a thread in the first room; its address.
fn open(by: &mut Visitor<'_>, title: &str, audience: &str) -> String {
    by.get(NEW);
    let answer = by.post(NEW, &[("title", title), ("body", "Miten?"), ("audience", audience)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").expect("an address").to_owned()
}

fn reply(by: &mut Visitor<'_>, thread: &str, body: &str, audience: &str) {
    let path = format!("{thread}/reply");
    by.get(&path);
    let answer = by.post(&path, &[("body", body), ("audience", audience)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// Tells a person of a post of the first thread; whether that was news.
fn tell(site: &TestSite, person: PersonId, position: i64) -> bool {
    let now = site.now();
    let mut kinds = site.site().features.iter().flat_map(|feature| feature.notices);
    let kind = *kinds.find(|kind| kind.name == KIND).expect("the kind");
    site.write(move |tx| {
        let (key, payload) = (format!("post:1:{position}"), format!("thread:1 {position}"));
        Ok(notices::tell(tx, person, &kind, &key, &payload, now)?)
    })
}

/// What the bell says.
fn bell(by: &mut Visitor<'_>) -> String {
    let page = by.get("/account").text();
    let bell = page.split("data-bell>").nth(1).and_then(|rest| rest.split("</a>").next());
    let bell = bell.expect("a bell").split("<span class=\"vh\">").nth(1).expect("its words");
    bell.split('<').next().unwrap_or_default().to_owned()
}

/// Waits for the markers that gather before they are written.
fn settle_markers(by: &mut Visitor<'_>) {
    by.get("/coffee-room");
}

on_both! {
    fn each_person_is_told_of_each_thing_once_and_news_of_a_thread_is_one_line(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let mut at_aino = site.as_person(aino);
        let thread = open(&mut at_aino, "Tauot", "members");
        let mut at_eino = site.as_person(eino);
        assert!(at_eino.get("/notices").text().contains("Ei ilmoituksia"));
        assert_eq!(bell(&mut at_eino), "Ilmoitukset");
        for body in ["Kaksi", "Kolme"] {
            reply(&mut at_aino, &thread, body, "members");
        }
        assert!(tell(&site, eino, 2) && tell(&site, eino, 3));
        assert!(!tell(&site, eino, 2));
        assert_eq!(bell(&mut at_eino), "2 uutta ilmoitusta");
        let page = at_eino.get("/notices").text();
        assert!(page.contains("2 uutta viestiä keskustelussa ”Tauot”"), "{page}");
        assert_eq!(page.matches("<li class=\"new\">").count(), 1, "{page}");
        let open = at_eino.get("/notices/2");
        assert_eq!(open.header("location"), Some("/coffee-room/threads/1#p2"));
        assert_eq!(bell(&mut at_eino), "Ilmoitukset");
        // Nobody opens another's.
        assert_eq!(at_aino.get("/notices/2").status, 404);
    }

    fn reading_the_thread_is_seeing_its_notices(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let mut at_aino = site.as_person(aino);
        let thread = open(&mut at_aino, "Tauot", "members");
        reply(&mut at_aino, &thread, "Kaksi", "members");
        tell(&site, eino, 2);
        let mut at_eino = site.as_person(eino);
        assert_eq!(bell(&mut at_eino), "1 uusi ilmoitus");
        at_eino.get(&thread);
        settle_markers(&mut at_eino);
        assert_eq!(bell(&mut at_eino), "Ilmoitukset");
    }

    fn all_that_was_shown_is_marked_and_what_came_after_is_not(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let mut at_aino = site.as_person(aino);
        let thread = open(&mut at_aino, "Tauot", "members");
        for body in ["Kaksi", "Kolme"] {
            reply(&mut at_aino, &thread, body, "members");
        }
        tell(&site, eino, 2);
        let mut at_eino = site.as_person(eino);
        at_eino.get("/notices");
        tell(&site, eino, 3);
        let token = at_eino.token();
        let answer = at_eino.post_raw("/notices/seen", &[("newest", "1"), ("_form", &*token)]);
        assert_eq!(answer.status, 303);
        assert_eq!(bell(&mut at_eino), "1 uusi ilmoitus");
        let page = at_eino.get("/notices").text();
        assert!(page.contains("class=\"new\"") && page.contains("<li>"), "{page}");
    }

    fn what_one_may_no_longer_see_is_neither_shown_nor_counted(site) {
        let (aino, guest) = (site.member("Aino"), site.guest("Uusi"));
        let moderator = site.member("Pihlaja");
        site.give(moderator, Role::Moderator, true);
        let mut at_aino = site.as_person(aino);
        let thread = open(&mut at_aino, "Tauot", "guests");
        for body in ["Kaksi", "Kolme"] {
            reply(&mut at_aino, &thread, body, "guests");
        }
        for position in [2, 3] {
            tell(&site, guest, position);
            tell(&site, moderator, position);
        }
        // Hidden: told to nobody, moderators neither.
        let mut at_moderator = site.as_person(moderator);
        let hide = "/moderation/threads/1/posts/2/hide";
        at_moderator.get(hide);
        assert_eq!(at_moderator.post(hide, &[("reason", "rude"), ("words", "")]).status, 303);
        let mut at_guest = site.as_person(guest);
        for browser in [&mut at_guest, &mut at_moderator] {
            let page = browser.get("/notices").text();
            assert!(page.contains("Uusi viesti keskustelussa ”Tauot”"), "{page}");
            assert_eq!(bell(browser), "1 uusi ilmoitus");
        }
        // Taken back from guests.
        let edit = format!("{thread}/posts/3/edit");
        at_aino.get(&edit);
        let version = at_aino.get(&edit).field_value("version").expect("a version");
        let fields = [("body", "Kolme"), ("audience", "members"), ("version", &*version)];
        assert_eq!(at_aino.post(&edit, &fields).status, 303);
        assert!(at_guest.get("/notices").text().contains("Ei ilmoituksia"));
        assert_eq!(bell(&mut at_guest), "Ilmoitukset");
        assert!(at_moderator.get("/notices").text().contains("Tauot"));
    }

    fn whoever_lost_the_coffee_room_is_told_nothing_of_it(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let thread = open(&mut site.as_person(aino), "Tauot", "members");
        reply(&mut site.as_person(aino), &thread, "Kaksi", "members");
        tell(&site, eino, 2);
        site.leave(eino);
        let mut at_eino = site.as_person(eino);
        let link = at_eino.get("/notices/1");
        assert_eq!(link.header("location"), Some("/notices"));
        let page = at_eino.get("/notices").text();
        assert!(page.contains("Ei ilmoituksia") && !page.contains("Tauot"), "{page}");
    }

    fn notices_go_with_the_person_and_with_time(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let thread = open(&mut site.as_person(aino), "Tauot", "members");
        reply(&mut site.as_person(aino), &thread, "Kaksi", "members");
        for person in [aino, eino] {
            tell(&site, person, 2);
        }
        let count = |site: &TestSite| -> i64 {
            site.read(|tx| Ok(tx.one("SELECT COUNT(*) FROM notice", &[], |row| row.get(0))?))
        };
        let (erase, now) = (kafferum_platform::feature().erase, site.now());
        site.write(move |tx| Ok(erase(tx, eino, now)?));
        assert_eq!(count(&site), 1);
        site.pass(91 * DAY);
        site.wait_for(kafferum_platform::jobs::tidy(site.site())).expect("tidy");
        assert_eq!(count(&site), 0);
    }
}

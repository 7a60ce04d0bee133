//! Open threads hear of new posts, and nobody hears of what is not theirs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected should stop at once"
)]

use kafferum_platform::Error;
use kafferum_platform::Refusal;
use kafferum_platform::db::Topic;
use kafferum_platform::live;
use kafferum_platform::people::session;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{Listener, TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";

fn open(by: &mut Visitor<'_>, audience: &str) -> String {
    by.get(NEW);
    let fields = [("title", "Tauot"), ("body", "Miten?"), ("audience", audience)];
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

/// The thread's part of what an open page hears; the bell is the other.
struct Line(Listener);

impl Line {
    fn hear(&mut self) -> Option<(String, i64)> {
        loop {
            match self.0.hear() {
                Some((kind, _)) if kind == "notices" => {}
                heard => return heard,
            }
        }
    }
}

fn listen(by: &mut Visitor<'_>, thread: &str) -> Line {
    Line(by.listen(&format!("{thread}/live")))
}

fn thread(number: i64) -> Option<(String, i64)> {
    Some(("thread".to_owned(), number))
}

fn beat(site: &TestSite) {
    site.wait_for(live::beat(site.site())).expect("a beat");
}

on_both! {
    fn a_post_reaches_those_who_have_the_thread_open(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let mut writer = site.as_person(aino);
        let path = open(&mut writer, "members");
        let mut at_eino = site.as_person(eino);
        let mut line = listen(&mut at_eino, &path);
        assert_eq!(line.hear(), thread(1));
        reply(&mut writer, &path, "Seisaaltaan.", "members");
        assert_eq!(line.hear(), thread(2));
        let mut script = at_eino.with_header("x-fragment", "1");
        let part = script.get(&format!("{path}/after/1")).text();
        assert!(part.contains("Seisaaltaan.") && part.contains("id=\"p2\""), "{part}");
        assert!(!part.contains("Miten?") && !part.contains("<html"), "{part}");
        assert_eq!(script.get(&format!("{path}/after/2")).text(), "");
        // What was fetched is read.
        assert!(!site.as_person(eino).get("/coffee-room").text().contains("Lukematta"));
    }

    fn what_is_rolled_back_is_not_announced_and_what_is_committed_is(site) {
        let mut announced = site.site().db.announcements();
        let refused: Result<(), Error> = site.wait_for(site.site().db.write(|tx| {
            tx.announce(Topic::new("thread", 7));
            Err(Refusal::new("form-required").into())
        }));
        assert!(refused.is_err());
        site.write(|tx| {
            tx.announce(Topic::new("thread", 8));
            Ok(())
        });
        let first = loop {
            match announced.try_recv().expect("an announcement") {
                kafferum_platform::db::Announcement::Of(topic) => break topic,
                kafferum_platform::db::Announcement::Anything => {}
            }
        };
        assert_eq!(first, Topic::new("thread", 8));
    }

    fn a_guest_hears_nothing_of_what_members_write_among_themselves(site) {
        let (member, guest) = (site.member("Aino"), site.guest("Uusi"));
        let mut writer = site.as_person(member);
        let path = open(&mut writer, "guests");
        let mut line = listen(&mut site.as_person(guest), &path);
        let mut others = listen(&mut site.as_person(member), &path);
        assert_eq!((line.hear(), others.hear()), (thread(1), thread(1)));
        reply(&mut writer, &path, "Vain meille", "members");
        reply(&mut writer, &path, "Yhä vain meille", "members");
        while others.hear() != thread(3) {}
        reply(&mut writer, &path, "Kaikille", "guests");
        // The next thing a guest hears is their own second post.
        assert_eq!(line.hear(), thread(2));
        let mut script = site.as_person(guest).with_header("x-fragment", "1");
        let part = script.get(&format!("{path}/after/1")).text();
        assert!(part.contains("Kaikille") && !part.contains("meille"), "{part}");
        let closed = open(&mut writer, "members");
        assert_eq!(script.get(&format!("{closed}/live")).status, 404);
        assert_eq!(script.get(&format!("{closed}/after/0")).status, 404);
        assert_eq!(site.visitor().get(&format!("{path}/live")).status, 303);
    }

    fn those_who_lose_access_hear_nothing_more_and_are_hung_up(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let mut writer = site.as_person(aino);
        let path = open(&mut writer, "members");
        let mut line = listen(&mut site.as_person(eino), &path);
        let mut other = listen(&mut site.as_person(aino), &path);
        assert_eq!((line.hear(), other.hear()), (thread(1), thread(1)));
        site.leave(eino);
        reply(&mut writer, &path, "Entisille ei kerrota", "members");
        assert_eq!(other.hear(), thread(2));
        assert!(!line.0.has_news());
        beat(&site);
        assert_eq!(line.hear(), None);
        let mut page = site.as_person(eino).with_header("accept", "text/event-stream");
        let refused = page.get(&format!("{path}/live"));
        assert!(refused.status == 403 && refused.body.is_empty(), "{}", refused.text());
        reply(&mut writer, &path, "Muille kerrotaan", "members");
        assert_eq!(other.hear(), thread(3));
    }

    fn signing_out_hangs_up(site) {
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        let path = open(&mut browser, "members");
        let mut line = listen(&mut browser, &path);
        assert_eq!(line.hear(), thread(1));
        site.write(move |tx| Ok(session::end_all(tx, aino, None)?));
        beat(&site);
        assert_eq!(line.hear(), None);
    }

    fn one_person_has_eight_lines_and_a_node_as_many_as_the_union_says(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let mut browser = site.as_person(aino);
        let path = open(&mut browser, "members");
        let mut lines: Vec<Line> = (0..8).map(|_| listen(&mut browser, &path)).collect();
        let refused = browser.get(&format!("{path}/live"));
        assert_eq!((refused.status, refused.header("retry-after")), (503, Some("30")));
        lines.pop();
        lines.push(listen(&mut browser, &path));
        site.set("live-lines", "8");
        assert_eq!(site.as_person(eino).get(&format!("{path}/live")).status, 503);
        drop(lines);
        assert_eq!(site.site().live.count(), 0);
        assert_eq!(listen(&mut site.as_person(eino), &path).hear(), thread(1));
    }

    fn the_end_of_the_program_hangs_everybody_up(site) {
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        let path = open(&mut browser, "members");
        let mut line = listen(&mut browser, &path);
        assert_eq!(line.hear(), thread(1));
        site.site().live.close();
        assert_eq!(line.hear(), None);
        assert_eq!(browser.get(&format!("{path}/live")).status, 503);
    }
}

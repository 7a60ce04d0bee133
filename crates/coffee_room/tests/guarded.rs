//! What would reveal somebody is shown to its writer and stays with them.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";
const BODY: &str = "Sain Matilta viestin numerosta 040 123 4567.";

fn count(site: &TestSite, sql: &'static str) -> i64 {
    site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?))
}

/// Sends a new thread; the answer's status and page.
fn send(by: &mut Visitor<'_>, body: &str, more: &[(&str, &str)]) -> (u16, String) {
    by.get(NEW);
    let mut fields = vec![("title", "Vuorot"), ("body", body), ("audience", "members")];
    fields.extend(more);
    let answer = by.post(NEW, &fields);
    (answer.status, answer.text())
}

/// What the button says that sends a text as it is.
fn seal(page: &str) -> String {
    let rest = page.split("name=\"guarded\" value=\"").nth(1).expect("the button");
    rest.split('"').next().unwrap_or_default().to_owned()
}

on_both! {
    fn what_reveals_somebody_is_not_saved_before_the_writer_says_so(site) {
        let aino = site.member("Kahvikuppi");
        let mut browser = site.as_person(aino);
        let (status, page) = send(&mut browser, BODY, &[]);
        assert_eq!(status, 422, "{page}");
        assert!(page.contains("<mark>Matilta</mark>"), "{page}");
        assert!(page.contains("<ins>[puhelinnumero]</ins>"), "{page}");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post"), 0);

        // The word is good for this very text alone.
        let seal = seal(&page);
        let (status, _) = send(&mut browser, "Sain Liisalta viestin.", &[("guarded", &seal)]);
        assert_eq!((status, count(&site, "SELECT COUNT(*) FROM post")), (422, 0));
        let (status, page) = send(&mut browser, BODY, &[("guarded", &seal)]);
        assert_eq!(status, 303, "{page}");
        // A telephone number leads to one person, so a moderator looks first.
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post"), 0);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM held_post WHERE cause = 'guard'"), 1);
    }

    fn a_moderator_reads_which_words_to_look_at_and_waits_for_nobody(site) {
        let (aino, pihlaja) = (site.member("Kahvikuppi"), site.member("Pihlaja"));
        site.give(pihlaja, Role::Moderator, true);
        let mut browser = site.as_person(aino);
        let (_, page) = send(&mut browser, BODY, &[]);
        assert!(page.contains("odottaa ensin moderaattoria"), "{page}");
        let (status, _) = send(&mut browser, BODY, &[("guarded", &seal(&page))]);
        assert_eq!(status, 303);
        let held = site.as_person(pihlaja).get("/moderation/held/1").text();
        for text in ["<mark>Matilta</mark>", "<mark>040 123 4567</mark>", "puhelinnumero"] {
            assert!(held.contains(text), "{text}: {held}");
        }
        // Their own posts wait for nobody, and the page does not say so.
        let mut browser = site.as_person(pihlaja);
        let (status, page) = send(&mut browser, BODY, &[]);
        assert!(status == 422 && !page.contains("odottaa ensin moderaattoria"), "{page}");
        let (status, _) = send(&mut browser, BODY, &[("guarded", &seal(&page))]);
        assert_eq!((status, count(&site, "SELECT COUNT(*) FROM post")), (303, 1));
        let reply = "/coffee-room/threads/1/reply";
        browser.get(reply);
        let page = browser.post(reply, &[("body", BODY)]).text();
        assert!(page.contains("<mark>") && !page.contains("odottaa ensin moderaattoria"), "{page}");
    }

    fn a_name_alone_goes_as_it_is_when_its_writer_says_so(site) {
        let aino = site.member("Kahvikuppi");
        let mut browser = site.as_person(aino);
        let (status, page) = send(&mut browser, "Sain Liisalta viestin.", &[]);
        assert!(status == 422 && page.contains("näkyy heti, ja myös moderaattori lukee sen"), "{page}");
        let seal = seal(&page);
        let (status, page) = send(&mut browser, "Sain Liisalta viestin.", &[("guarded", &seal)]);
        assert_eq!(status, 303, "{page}");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post"), 1);
        // A moderator reads it where it stands, once: also when it is changed
        // and the name is left in.
        let pihlaja = site.member("Pihlaja");
        site.give(pihlaja, Role::Moderator, true);
        let queue = site.as_person(pihlaja).get("/moderation").text();
        assert!(queue.contains("jonkun nimi") && queue.contains("ohjelma huomasi"), "{queue}");
        let mut moderator = site.as_person(pihlaja);
        moderator.get("/moderation/threads/1/posts/1/keep");
        assert_eq!(moderator.post("/moderation/threads/1/posts/1/keep", &[("words", "Tuttu")]).status, 303);
        let edit = "/coffee-room/threads/1/posts/1/edit";
        browser.get(edit);
        let mut fields = vec![("title", "Vuorot"), ("body", "Sain Liisalta kortin."), ("audience", "members"), ("version", "1")];
        let page = browser.post(edit, &fields).text();
        let seal = self::seal(&page);
        fields.push(("guarded", &seal));
        assert_eq!(browser.post(edit, &fields).status, 303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM report"), 1);
    }

    fn a_whole_name_and_a_name_beside_a_condition_wait_for_a_moderator(site) {
        let mut browser = site.as_person(site.member("Kahvikuppi"));
        for (waiting, body) in ["Kävin Liisa Virtasen luona.", "Liisalla on epilepsia."].iter().enumerate() {
            let (status, page) = send(&mut browser, body, &[]);
            assert!(status == 422 && page.contains("odottaa ensin moderaattoria"), "{page}");
            let (status, page) = send(&mut browser, body, &[("guarded", &seal(&page))]);
            assert_eq!(status, 303, "{page}");
            let held = count(&site, "SELECT COUNT(*) FROM held_post WHERE cause = 'guard'");
            assert_eq!(held, i64::try_from(waiting).expect("few") + 1, "{body}");
        }
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post"), 0);
    }

    fn what_moderators_write_for_others_is_read_by_the_guard_too(site) {
        let (aino, pihlaja) = (site.member("Kahvikuppi"), site.member("Pihlaja"));
        site.give(pihlaja, Role::Moderator, true);
        let mut browser = site.as_person(aino);
        for title in ["Vuorot", "Tauot"] {
            browser.get(NEW);
            let fields = [("title", title), ("body", "Sain viestin."), ("audience", "members")];
            assert_eq!(browser.post(NEW, &fields).status, 303);
        }
        let reply = "/coffee-room/threads/1/reply";
        browser.get(reply);
        assert_eq!(browser.post(reply, &[("body", "Minäkin.")]).status, 303);
        let mut moderator = site.as_person(pihlaja);
        let redact = "/moderation/threads/1/posts/1/redact";
        for (path, fields) in [
            (redact, &[("title", "Vuorot"), ("body", BODY), ("version", "1"), ("reason", "rude"), ("words", "")][..]),
            (redact, &[("title", "Vuorot"), ("body", "Sain."), ("version", "1"), ("reason", "rude"), ("words", BODY)]),
            ("/moderation/threads/1", &[("door", "closed"), ("place", "row"), ("words", BODY)]),
            ("/moderation/threads/1/move", &[("room", "2"), ("words", BODY)]),
            ("/moderation/threads/1/join", &[("into", "2"), ("words", BODY)]),
            ("/moderation/threads/1/split", &[("title", "Toinen"), ("posts", "2"), ("words", BODY)]),
        ] {
            moderator.get(path);
            let asked = moderator.post(path, fields);
            let text = asked.text();
            assert!(asked.status == 422 && text.contains("<mark>Matilta</mark>"), "{path}: {text}");
            assert!(!text.contains("odottaa ensin moderaattoria"), "{path}: {text}");
            let fields: Vec<_> = fields.iter().copied().chain([("act", "neutral")]).collect();
            let neutral = moderator.post(path, &fields);
            assert!(neutral.status == 200 && neutral.text().contains("[puhelinnumero]"), "{path}: {}", neutral.text());
        }
        assert_eq!(count(&site, "SELECT COUNT(*) FROM moderation_log"), 0);
        // As it is, when the moderator says so.
        let mut fields = vec![("door", "closed"), ("place", "row"), ("words", "Liisa pyysi tätä.")];
        moderator.get("/moderation/threads/1");
        let page = moderator.post("/moderation/threads/1", &fields).text();
        let seal = seal(&page);
        fields.push(("guarded", &seal));
        assert_eq!(moderator.post("/moderation/threads/1", &fields).status, 303);
    }

    fn the_neutral_words_are_put_into_the_form_and_not_sent(site) {
        let aino = site.member("Kahvikuppi");
        let mut browser = site.as_person(aino);
        let (status, page) = send(&mut browser, BODY, &[("act", "neutral")]);
        assert_eq!(status, 200, "{page}");
        assert!(page.contains("Sain häneltä viestin numerosta [puhelinnumero]."), "{page}");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post"), 0);
        let (status, page) = send(&mut browser, "Sain häneltä viestin.", &[]);
        assert_eq!(status, 303, "{page}");
    }
}

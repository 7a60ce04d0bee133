//! Threads that are put into another room, joined, split: every old address
//! leads on, nothing is opened to guests, everything follows.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

use kafferum_platform::people::{PersonId, store as people};
use kafferum_platform::policy::{Grant, Role};
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

fn open(by: &mut Visitor<'_>, room: i64, title: &str, body: &str, audience: &str) -> String {
    let path = format!("/coffee-room/rooms/{room}/new");
    by.get(&path);
    let answer = by.post(&path, &[("title", title), ("body", body), ("audience", audience)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").expect("an address").to_owned()
}

fn reply(by: &mut Visitor<'_>, thread: &str, body: &str, audience: &str) {
    let path = format!("{thread}/reply");
    by.get(&path);
    let answer = by.post(&path, &[("body", body), ("audience", audience)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
}

fn moderator(site: &TestSite, pseudonym: &str, scope: Option<&str>) -> PersonId {
    let person = site.member(pseudonym);
    let grant = Grant { role: Role::Moderator, scope: scope.map(ToOwned::to_owned) };
    let now = site.now();
    site.write(move |tx| Ok(people::grant(tx, person, &grant, false, None, now)?));
    person
}

fn number(site: &TestSite, sql: &'static str) -> i64 {
    site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?))
}

/// Where an address leads.
fn leads(by: &mut Visitor<'_>, path: &str) -> Option<String> {
    let answer = by.get(path);
    (answer.status == 303).then(|| answer.header("location").expect("an address").to_owned())
}

/// Rooms count their threads as they are.
fn counts_are_right(site: &TestSite) {
    let wrong = number(
        site,
        "SELECT COUNT(*) FROM room r
         WHERE r.threads <> (SELECT COUNT(*) FROM thread t WHERE t.room = r.id)
            OR r.guest_threads <> (SELECT COUNT(*) FROM thread t
                                   WHERE t.room = r.id AND t.audience = 'guests')",
    );
    assert_eq!(wrong, 0);
    // Threads end where their posts end, and guests' numbers have no gaps.
    let wrong = number(
        site,
        "SELECT COUNT(*) FROM thread t
         WHERE t.last_position <> (SELECT COUNT(*) FROM post p WHERE p.thread = t.id)
            OR t.guest_last_position <>
               (SELECT COUNT(*) FROM post p WHERE p.thread = t.id AND p.guest_position IS NOT NULL)",
    );
    assert_eq!(wrong, 0);
}

/// Two threads of room 1, both open to guests: 1 (five posts, every second one
/// for members) and 2 (three posts).
fn two_threads(site: &TestSite, by: &mut Visitor<'_>) {
    site.set("coffee-room-posts-per-minute", "1000");
    open(by, 1, "Tauot iltavuorossa", "Ensimmäinen alku", "guests");
    for (text, audience) in [
        ("Ensimmäinen kaksi", "members"),
        ("Ensimmäinen kolme", "guests"),
        ("Ensimmäinen neljä", "members"),
        ("Ensimmäinen viisi", "guests"),
    ] {
        reply(by, "/coffee-room/threads/1", text, audience);
    }
    open(by, 1, "Milloin syödään", "Toinen alku", "guests");
    reply(by, "/coffee-room/threads/2", "Toinen kaksi", "members");
    reply(by, "/coffee-room/threads/2", "Toinen kolme", "guests");
}

fn join(by: &mut Visitor<'_>, thread: i64, into: &str) -> u16 {
    let path = format!("/moderation/threads/{thread}/join");
    by.get(&format!("{path}?into={into}"));
    by.post(&path, &[("into", into), ("words", "Sama asia")]).status
}

/// Makes the first thread longer than what is indexed anew at once.
fn lengthen(site: &TestSite) {
    site.write(|tx| {
        for position in 6..=400_i64 {
            tx.execute(
                "INSERT INTO post (thread, position, author, created_at, version, audience, state, html, markdown)
                 SELECT 1, CAST(?1 AS BIGINT), author, created_at, 1, 'members', 'shown', '<p>Kahvikuppi</p>', 'Kahvikuppi'
                 FROM post WHERE thread = 1 AND position = 1",
                &[&position],
            )?;
        }
        Ok(tx.execute("UPDATE thread SET last_position = 400 WHERE id = 1", &[])?)
    });
}

on_both! {
    fn joined_threads_keep_every_address_and_what_each_may_see(site) {
        let (chief, aino, guest) = (moderator(&site, "Pihlaja", None), site.member("Aino"), site.guest("Uusi"));
        let mut at_aino = site.as_person(aino);
        two_threads(&site, &mut at_aino);
        let mut at_guest = site.as_person(guest);
        let mut at_chief = site.as_person(chief);
        assert!(at_chief.get("/moderation/threads/2/join").text().contains("name=\"into\""));
        assert_eq!(join(&mut at_chief, 2, "1"), 303);
        // Five posts, the trace, three posts.
        let page = at_aino.get("/coffee-room/threads/1").text();
        assert!(page.contains("id=\"p9\"") && page.contains("<b>Milloin syödään</b>"), "{page}");
        assert_eq!(leads(&mut at_aino, "/coffee-room/threads/2/posts/2").as_deref(), Some("/coffee-room/threads/1#p8"));
        let old = at_aino.get("/coffee-room/threads/2").text();
        assert!(old.contains("id=\"p3\"><a href=\"/coffee-room/threads/1#p9\""), "{old}");
        assert_eq!(at_aino.get("/coffee-room/threads/2?page=2").status, 404);
        assert_eq!(at_aino.get("/coffee-room/threads/2/posts/4").status, 404);
        assert_eq!(at_aino.get("/coffee-room/threads/99").status, 404);
        // Guests count their own way: three posts, the trace, two posts.
        let page = at_guest.get("/coffee-room/threads/1").text();
        for (text, is_there) in [("Toinen alku", true), ("Toinen kaksi", false), ("Toinen kolme", true), ("Ensimmäinen neljä", false), ("id=\"p6\"", true), ("id=\"p7\"", false)] {
            assert_eq!(page.contains(text), is_there, "{text}: {page}");
        }
        assert_eq!(leads(&mut at_guest, "/coffee-room/threads/2/posts/2").as_deref(), Some("/coffee-room/threads/1#p6"));
        assert_eq!(at_guest.get("/coffee-room/threads/2/posts/3").status, 404);
        counts_are_right(&site);
        // Found where it is now; the old title too.
        let found = at_aino.get("/search?q=toinen+kaksi").text();
        assert!(found.contains("/coffee-room/threads/1#p8") && !found.contains("/coffee-room/threads/2"), "{found}");
        assert!(at_aino.get("/search?q=sy%C3%B6d%C3%A4%C3%A4n").text().contains("/coffee-room/threads/1#p6"));
        assert!(!at_guest.get("/search?q=toinen+kaksi").text().contains("/coffee-room/threads/1#p8"));
        // Posts go on behind, among all and among guests'.
        reply(&mut at_guest, "/coffee-room/threads/1", "Kiitos kaikille", "guests");
        counts_are_right(&site);
        assert!(at_aino.get("/moderation/log").text().contains("yhdistettiin"));
    }

    fn joining_never_opens_what_was_for_members(site) {
        let (chief, aino, guest) = (moderator(&site, "Pihlaja", None), site.member("Aino"), site.guest("Uusi"));
        let mut at_aino = site.as_person(aino);
        two_threads(&site, &mut at_aino);
        open(&mut at_aino, 1, "Vain meille", "Salainen juttu", "members");
        let (mut at_chief, mut at_guest) = (site.as_person(chief), site.as_person(guest));
        let before = at_guest.get("/coffee-room/threads/1").text();
        assert_eq!(join(&mut at_chief, 3, "1"), 303);
        let after = at_guest.get("/coffee-room/threads/1").text();
        assert_eq!(before.matches("<article").count(), after.matches("<article").count());
        assert!(!after.contains("Salainen") && !after.contains("Vain meille"));
        assert_eq!(at_guest.get("/coffee-room/threads/3").status, 404);
        assert!(at_aino.get("/coffee-room/threads/1").text().contains("Salainen juttu"));
        // The other way round, guests lose what members keep.
        open(&mut at_aino, 1, "Toinen suljettu", "Alku", "members");
        assert!(at_chief.get("/moderation/threads/2/join?into=4").text().contains("Kokeilijat eivät enää näe"));
        assert_eq!(join(&mut at_chief, 2, "4"), 303);
        assert_eq!(at_guest.get("/coffee-room/threads/2/posts/1").status, 404);
        assert_eq!(at_guest.get("/coffee-room/threads/2").status, 404);
        assert!(!at_guest.get("/search?q=toinen").text().contains("/coffee-room/threads/4"));
        assert_eq!(leads(&mut at_aino, "/coffee-room/threads/2/posts/1").as_deref(), Some("/coffee-room/threads/4#p3"));
        counts_are_right(&site);
    }

    fn a_thread_joined_twice_is_still_found_in_one_step(site) {
        let (chief, aino) = (moderator(&site, "Pihlaja", None), site.member("Aino"));
        let mut at_aino = site.as_person(aino);
        two_threads(&site, &mut at_aino);
        open(&mut at_aino, 1, "Kolmas", "Kolmannen alku", "guests");
        let mut at_chief = site.as_person(chief);
        assert_eq!(join(&mut at_chief, 2, "1"), 303);
        assert_eq!(join(&mut at_chief, 1, "3"), 303);
        let lead = leads(&mut at_aino, "/coffee-room/threads/2/posts/1").expect("an address");
        assert_eq!(lead, "/coffee-room/threads/3#p9");
        assert!(at_aino.get("/coffee-room/threads/3").text().contains("Toinen alku"));
        assert_eq!(leads(&mut at_aino, "/coffee-room/threads/1/posts/5").as_deref(), Some("/coffee-room/threads/3#p7"));
        counts_are_right(&site);
    }

    fn reports_versions_and_the_log_follow_a_post(site) {
        let (chief, aino, eino) = (moderator(&site, "Pihlaja", None), site.member("Aino"), site.member("Eino"));
        let mut at_aino = site.as_person(aino);
        two_threads(&site, &mut at_aino);
        let edit = "/coffee-room/threads/2/posts/2/edit";
        at_aino.get(edit);
        at_aino.post(edit, &[("body", "Muutettu sana"), ("version", "1"), ("audience", "members")]);
        let mut at_eino = site.as_person(eino);
        let report = "/coffee-room/threads/2/posts/2/report";
        at_eino.get(report);
        at_eino.post(report, &[("reason", "rude"), ("words", "")]);
        let mut at_chief = site.as_person(chief);
        let hide = "/moderation/threads/2/posts/3/hide";
        at_chief.get(hide);
        at_chief.post(hide, &[("reason", "rude"), ("words", "")]);
        assert_eq!(join(&mut at_chief, 2, "1"), 303);
        assert!(at_chief.get("/moderation").text().contains("/moderation/threads/1/posts/8/hide"));
        assert!(at_chief.get("/coffee-room/threads/1/posts/8/history").text().contains("Toinen kaksi"));
        assert!(at_chief.get("/moderation/log").text().contains("/moderation/threads/1/posts/9"));
        // What is hidden stays hidden.
        assert!(!at_eino.get("/coffee-room/threads/1").text().contains("Toinen kolme"));
        assert!(at_chief.get("/coffee-room/threads/1").text().contains("Toinen kolme"));
        counts_are_right(&site);
    }

    fn posts_split_off_leave_a_trace_and_lead_on(site) {
        let (chief, aino, guest) = (moderator(&site, "Pihlaja", None), site.member("Aino"), site.guest("Uusi"));
        let mut at_aino = site.as_person(aino);
        two_threads(&site, &mut at_aino);
        site.as_person(aino).get("/coffee-room/threads/1");
        let mut follower = site.as_person(site.member("Seuraaja"));
        follower.get("/coffee-room/threads/1");
        assert_eq!(follower.post("/coffee-room/threads/1/follow", &[("follow", "following")]).status, 303);
        let mut at_chief = site.as_person(chief);
        let path = "/moderation/threads/1/split";
        let form = at_chief.get(path).text();
        assert!(form.contains("Ensimmäinen kolme") && !form.contains("Ensimmäinen alku"), "{form}");
        for (posts, title, status) in [(&[][..], "Uusi otsikko", 422), (&["99"], "Uusi otsikko", 422), (&["1"], "Uusi otsikko", 422), (&["3"], "x", 422), (&["3"], "Iltapala", 303)] {
            at_chief.get(path);
            let mut fields = vec![("title", title), ("rest", "yes"), ("words", "Eri asia")];
            fields.extend(posts.iter().map(|post| ("posts", *post)));
            assert_eq!(at_chief.post(path, &fields).status, status, "{posts:?} {title}");
        }
        // Posts 3, 4 and 5 are a thread of their own, open as the third was.
        let page = at_aino.get("/coffee-room/threads/3").text();
        assert!(page.contains("Iltapala") && page.contains("Ensimmäinen neljä") && page.contains("id=\"p3\""), "{page}");
        let old = at_aino.get("/coffee-room/threads/1").text();
        assert!(!old.contains("Ensimmäinen kolme") && old.contains("id=\"p5\""), "{old}");
        assert_eq!(leads(&mut at_aino, "/coffee-room/threads/1/posts/4").as_deref(), Some("/coffee-room/threads/3#p2"));
        assert_eq!(leads(&mut at_aino, "/coffee-room/threads/1/posts/2").as_deref(), Some("/coffee-room/threads/1#p2"));
        assert!(follower.get("/coffee-room/threads/3").text().contains("Lopeta seuraaminen"));
        let mut at_guest = site.as_person(guest);
        let page = at_guest.get("/coffee-room/threads/3").text();
        assert!(page.contains("Ensimmäinen viisi") && !page.contains("neljä") && page.contains("id=\"p2\""), "{page}");
        assert_eq!(leads(&mut at_guest, "/coffee-room/threads/1/posts/3").as_deref(), Some("/coffee-room/threads/3#p2"));
        counts_are_right(&site);
        // Who had read them has; a new number is never given twice.
        let read = number(&site, "SELECT position FROM read_marker m JOIN person w ON w.id = m.person WHERE w.pseudonym = 'Aino' AND m.thread = 3");
        assert_eq!(read, 3);
        reply(&mut at_aino, "/coffee-room/threads/1", "Jatkuu täällä", "members");
        assert!(at_aino.get("/coffee-room/threads/1").text().contains("id=\"p6\""));
        let found = at_aino.get("/search?q=nelj%C3%A4").text();
        assert!(found.contains("/coffee-room/threads/3#p2") && !found.contains("/coffee-room/threads/1#p4"), "{found}");
        // Joined again, the trace leads on all the same.
        assert_eq!(join(&mut at_chief, 1, "2"), 303);
        assert_eq!(leads(&mut at_aino, "/coffee-room/threads/1/posts/4").as_deref(), Some("/coffee-room/threads/3#p2"));
        assert_eq!(leads(&mut at_aino, "/coffee-room/threads/2/posts/8").as_deref(), Some("/coffee-room/threads/3#p2"));
        counts_are_right(&site);
    }

    fn the_guard_reads_the_title_of_what_is_split_off(site) {
        let (chief, aino) = (moderator(&site, "Pihlaja", None), site.member("Aino"));
        two_threads(&site, &mut site.as_person(aino));
        let mut at_chief = site.as_person(chief);
        let path = "/moderation/threads/1/split";
        at_chief.get(path);
        let mut fields = vec![("title", "Liisan numero 040 123 4567"), ("posts", "3"), ("words", "Eri asia")];
        let page = at_chief.post(path, &fields);
        let text = page.text();
        assert!(page.status == 422 && text.contains("<mark>") && text.contains("href=\"#title\""), "{text}");
        assert!(!text.contains("odottaa moderaattoria"), "it is a moderator's: {text}");
        assert_eq!(number(&site, "SELECT COUNT(*) FROM thread"), 2);
        fields.push(("act", "neutral"));
        let text = at_chief.post(path, &fields).text();
        assert!(text.contains("[puhelinnumero]") && text.contains("value=\"3\" checked"), "{text}");
        fields.retain(|(name, _)| !["act", "title"].contains(name));
        fields.push(("title", "Numeroista"));
        assert_eq!(at_chief.post(path, &fields).status, 303);
        assert_eq!(number(&site, "SELECT COUNT(*) FROM thread"), 3);
    }

    fn what_the_queue_holds_about_a_post_follows_it(site) {
        let (chief, other) = (moderator(&site, "Pihlaja", None), moderator(&site, "Havu", None));
        let (aino, trainee) = (site.member("Aino"), site.member("Oona"));
        let (grant, now) = (Grant { role: Role::ModeratorTrainee, scope: None }, site.now());
        site.write(move |tx| Ok(people::grant(tx, trainee, &grant, true, None, now)?));
        two_threads(&site, &mut site.as_person(aino));
        let send = |by: PersonId, page: &str, path: &str, fields: &[(&str, &str)]| {
            let mut browser = site.as_person(by);
            browser.get(page);
            let answer = browser.post(path, fields);
            assert_eq!(answer.status, 303, "{path}: {}", answer.text());
        };
        let report = "/coffee-room/threads/1/posts/3/report";
        let eino = site.member("Eino");
        send(eino, report, report, &[("reason", "rude"), ("words", "Tyly")]);
        let item = "/moderation/threads/1/posts/3";
        send(other, item, "/moderation/claims/post-1-3", &[]);
        let who = site.site().handle(trainee).expect("a word");
        let practice = "/moderation/practice";
        send(other, practice, practice, &[("trainee", who.as_str()), ("act", "take")]);
        let opinion = format!("{item}/opinion");
        send(trainee, &opinion, &opinion, &[("deed", "hide"), ("reason", "rude"), ("words", "Tyly")]);
        let split = "/moderation/threads/1/split";
        let fields = [("title", "Iltapala"), ("posts", "3"), ("words", "Eri asia")];
        send(chief, split, split, &fields);
        let claimed = "SELECT COUNT(*) FROM claim WHERE item = 'post-3-1'";
        assert_eq!(number(&site, claimed), 1);
        assert!(site.as_person(other).get("/moderation/threads/3/posts/1").text().contains("Sinä käsittelet tätä"));
        // So it is when all of a thread goes.
        send(chief, "/moderation/threads/3/join", "/moderation/threads/3/join", &[("into", "2"), ("words", "Sama asia")]);
        assert_eq!(number(&site, claimed), 0);
        assert_eq!(number(&site, "SELECT COUNT(*) FROM claim WHERE item LIKE 'post-2-%'"), 1);
        // What is decided there is compared with what the trainee would have done.
        let there = number(&site, "SELECT position FROM report");
        let keep = format!("/moderation/threads/2/posts/{there}/keep");
        send(other, &keep, &keep, &[("words", "Ei ole tyly")]);
        assert_eq!(number(&site, "SELECT COUNT(*) FROM opinion WHERE decided = 'keep'"), 1);
    }

    fn a_post_for_members_that_is_split_off_first_closes_the_thread_to_guests(site) {
        let (chief, aino, guest) = (moderator(&site, "Pihlaja", None), site.member("Aino"), site.guest("Uusi"));
        two_threads(&site, &mut site.as_person(aino));
        let mut at_chief = site.as_person(chief);
        let path = "/moderation/threads/1/split";
        at_chief.get(path);
        at_chief.post(path, &[("title", "Jäsenten kesken"), ("posts", "2"), ("posts", "3"), ("words", "Eri asia")]);
        let mut at_guest = site.as_person(guest);
        assert_eq!(at_guest.get("/coffee-room/threads/3").status, 404);
        assert_eq!(at_guest.get("/coffee-room/threads/1/posts/2").status, 404);
        assert!(!at_guest.get("/search?q=kolme").text().contains("/coffee-room/threads/3"));
        counts_are_right(&site);
    }

    fn a_thread_goes_to_another_room_and_back(site) {
        let (chief, aino, guest) = (moderator(&site, "Pihlaja", None), site.member("Aino"), site.guest("Uusi"));
        let mut at_aino = site.as_person(aino);
        two_threads(&site, &mut at_aino);
        site.write(|tx| Ok(tx.execute("UPDATE room SET open_to = 'members' WHERE id = 2", &[])?));
        let (mut at_chief, mut at_guest) = (site.as_person(chief), site.as_person(guest));
        let path = "/moderation/threads/1/move";
        assert!(at_chief.get(path).text().contains("Turvallisuus ja terveys"));
        assert_eq!(at_chief.post(path, &[("room", "2"), ("words", "Kuuluu sinne")]).status, 303);
        assert!(at_aino.get("/coffee-room/rooms/2").text().contains("Tauot iltavuorossa"));
        assert!(at_aino.get("/coffee-room/threads/1").text().contains("siirretty tänne"));
        assert_eq!(at_guest.get("/coffee-room/threads/1").status, 404);
        assert!(!at_guest.get("/search?q=alku").text().contains("/coffee-room/threads/1"));
        assert!(at_aino.get("/search?q=tauot&in=coffee-room:2").text().contains("/coffee-room/threads/1"));
        assert!(!at_aino.get("/search?q=tauot&in=coffee-room:1").text().contains("/coffee-room/threads/1#"));
        counts_are_right(&site);
        reply(&mut at_aino, "/coffee-room/threads/1", "Jäsenten kesken", "guests");
        at_chief.get(path);
        assert_eq!(at_chief.post(path, &[("room", "1"), ("words", "Takaisin")]).status, 303);
        // Open again is what was open, not what was written meanwhile.
        let page = at_guest.get("/coffee-room/threads/1").text();
        assert!(page.contains("Ensimmäinen viisi") && !page.contains("Jäsenten kesken"), "{page}");
        counts_are_right(&site);
    }

    fn both_rooms_must_be_ones_that_the_moderator_keeps(site) {
        let local = moderator(&site, "Paikallinen", Some("room:1"));
        let aino = site.member("Aino");
        let mut at_aino = site.as_person(aino);
        two_threads(&site, &mut at_aino);
        open(&mut at_aino, 2, "Toisessa huoneessa", "Hei", "members");
        let mut at_local = site.as_person(local);
        at_local.get("/moderation/threads/1/move");
        for room in ["2", "99", "x"] {
            let status = at_local.post("/moderation/threads/1/move", &[("room", room), ("words", "Siirto")]).status;
            assert!(status == 403 || status == 404, "{room}: {status}");
        }
        assert!(at_local.get("/moderation/threads/1/join?into=3").text().contains("name=\"into\" type=\"text\""));
        at_local.get("/moderation/threads/1/join?into=2");
        assert_eq!(at_local.post("/moderation/threads/1/join", &[("into", "3"), ("words", "Sama")]).status, 403);
        for path in ["move", "join", "split"] {
            assert_eq!(at_local.get(&format!("/moderation/threads/3/{path}")).status, 403, "{path}");
        }
        assert_eq!(join(&mut at_local, 1, "1"), 422);
        assert_eq!(join(&mut at_local, 2, "1"), 303);
    }

    fn what_is_relocated_is_no_newer_than_it_was(site) {
        let (chief, aino) = (moderator(&site, "Pihlaja", None), site.member("Aino"));
        let mut at_aino = site.as_person(aino);
        two_threads(&site, &mut at_aino);
        open(&mut at_aino, 1, "Kolmas", "Kolmannen alku", "members");
        open(&mut at_aino, 1, "Uusin", "Uusin alku, toinen laatuaan", "guests");
        let newest = "/coffee-room/threads/4#p1";
        let mut at_chief = site.as_person(chief);
        let comes_first = |by: &mut Visitor<'_>, query: &str, old: &str| {
            let found = by.get(&format!("/search?q={query}&in=coffee-room&order=newest")).text();
            let (first, then) = (found.find(newest), found.find(old));
            assert!(first.is_some() && then.is_some() && first < then, "{old}: {found}");
        };
        at_chief.get("/moderation/threads/1/move");
        assert_eq!(at_chief.post("/moderation/threads/1/move", &[("room", "2"), ("words", "Siirto")]).status, 303);
        comes_first(&mut at_aino, "alku", "/coffee-room/threads/1#p1");
        // Into a thread that fewer may read, so that it is indexed anew.
        assert_eq!(join(&mut at_chief, 2, "3"), 303);
        comes_first(&mut at_aino, "toinen", "/coffee-room/threads/3#p5");
        at_chief.get("/moderation/threads/1/split");
        let split = [("title", "Alku erikseen"), ("posts", "2"), ("posts", "3"), ("words", "Eri asia")];
        assert_eq!(at_chief.post("/moderation/threads/1/split", &split).status, 303);
        let found = at_aino.get("/search?q=ensimm%C3%A4inen&in=coffee-room&order=newest").text();
        let at = |place: &str| found.find(place);
        // The fifth post of the first thread is newer than the third.
        assert!(at("/threads/1#p5").is_some() && at("/threads/1#p5") < at("/threads/5#p2"), "{found}");
    }

    fn a_long_thread_is_moved_at_once_and_found_again_by_a_job(site) {
        let (chief, aino) = (moderator(&site, "Pihlaja", None), site.member("Aino"));
        let mut at_aino = site.as_person(aino);
        two_threads(&site, &mut at_aino);
        lengthen(&site);
        let mut at_chief = site.as_person(chief);
        at_chief.get("/moderation/threads/1/move");
        assert_eq!(at_chief.post("/moderation/threads/1/move", &[("room", "3"), ("words", "Siirto")]).status, 303);
        assert!(!at_aino.get("/search?q=kahvikuppi").text().contains("/coffee-room/threads/1"));
        site.settle();
        assert!(at_aino.get("/search?q=kahvikuppi").text().contains("/coffee-room/threads/1"));
        assert!(at_aino.get("/search?q=tauot&in=coffee-room:3").text().contains("/coffee-room/threads/1"));
        assert!(!at_aino.get("/search?q=tauot&in=coffee-room:1").text().contains("/coffee-room/threads/1#"));
        // Its first posts were there before the second thread.
        let found = at_aino.get("/search?q=alku&in=coffee-room&order=newest").text();
        assert!(found.find("/coffee-room/threads/2#") < found.find("/coffee-room/threads/1#"), "{found}");
        assert!(found.contains("/coffee-room/threads/2#"), "{found}");
    }

    fn a_long_thread_that_is_joined_before_the_job_comes_is_found_by_it(site) {
        let (chief, aino) = (moderator(&site, "Pihlaja", None), site.member("Aino"));
        let mut at_aino = site.as_person(aino);
        two_threads(&site, &mut at_aino);
        open(&mut at_aino, 3, "Tauoista", "Kolmas alku", "guests");
        lengthen(&site);
        let mut at_chief = site.as_person(chief);
        at_chief.get("/moderation/threads/1/move");
        assert_eq!(at_chief.post("/moderation/threads/1/move", &[("room", "3"), ("words", "Siirto")]).status, 303);
        assert_eq!(join(&mut at_chief, 1, "3"), 303);
        site.settle();
        for query in ["kahvikuppi", "ensimm%C3%A4inen+nelj%C3%A4"] {
            let found = at_aino.get(&format!("/search?q={query}&in=coffee-room:3")).text();
            assert!(found.contains("/coffee-room/threads/3"), "{query}: {found}");
        }
        let blank = "SELECT COUNT(*) FROM search_doc d WHERE d.kind = 'post' AND d.thing = 1";
        assert_eq!(number(&site, blank), 0);
    }
}

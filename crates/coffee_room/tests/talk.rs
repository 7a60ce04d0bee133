//! Threads, posts, reading and changing them, through the real router.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

use kafferum_platform::clock::{DAY, MINUTE};
use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";

/// Opens a thread in the first room; its address.
fn open(by: &mut Visitor<'_>, title: &str, body: &str, audience: &str) -> String {
    by.get(NEW);
    let answer = by.post(NEW, &[("title", title), ("body", body), ("audience", audience)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").expect("an address").to_owned()
}

fn reply(by: &mut Visitor<'_>, thread: &str, body: &str, audience: &str) -> String {
    let path = format!("{thread}/reply");
    by.get(&path);
    let answer = by.post(&path, &[("body", body), ("audience", audience)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").expect("an address").to_owned()
}

fn count(site: &TestSite, sql: &'static str) -> i64 {
    site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?))
}

/// A page without what differs at every look: form tokens.
fn without_tokens(page: &str) -> String {
    page.split("<input type=\"hidden\" name=\"_form\" value=\"")
        .map(|part| part.split_once("\">").map_or(part, |(_, rest)| rest))
        .collect()
}

on_both! {
    fn a_member_opens_a_thread_and_another_answers(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let thread = open(&mut site.as_person(aino), "Tauot", "Miten *te* teette?", "members");
        assert_eq!(thread, "/coffee-room/threads/1");
        let place = reply(&mut site.as_person(eino), &thread, "Seisaaltaan.", "guests");
        assert_eq!(place, "/coffee-room/threads/1#p2");
        let page = site.as_person(aino).get(&thread).text();
        assert!(page.contains("<em>te</em>") && page.contains("Seisaaltaan."), "{page}");
        assert!(page.contains("1 vastaus"), "{page}");
        // Nothing is opened to guests in a thread that they can't see.
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post WHERE audience = 'guests'"), 0);
    }

    fn a_thread_of_ten_thousand_posts_is_read_page_by_page(site) {
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        let thread = open(&mut browser, "Pitkä", "Viesti 1", "members");
        site.write(|tx| {
            for position in 2..=10_000_i64 {
                let text = format!("Viesti {position}");
                tx.execute(
                    "INSERT INTO post (thread, position, author, created_at, version, audience, state, html, markdown)
                     SELECT thread, CAST(?1 AS BIGINT), author, created_at, 1, 'members', 'shown', CAST(?2 AS TEXT), CAST(?3 AS TEXT)
                     FROM post WHERE thread = 1 AND position = 1",
                    &[&position, &format!("<p>{text}</p>"), &text],
                )?;
            }
            Ok(tx.execute("UPDATE thread SET last_position = 10000 WHERE id = 1", &[])?)
        });
        for (page, first) in [(1, 1), (2, 21), (250, 4981), (499, 9961), (500, 9981)] {
            let text = browser.get(&format!("{thread}?page={page}")).text();
            let shown = text.matches("<p>Viesti ").count();
            assert_eq!(shown, 20, "page {page}");
            for number in [first, first + 19] {
                assert!(text.contains(&format!("<p>Viesti {number}</p>")), "{number} on page {page}");
            }
            let has = |page: i64| text.contains(&format!("href=\"{thread}?page={page}\""));
            assert_eq!(text.contains("rel=\"next\""), page < 500, "page {page}");
            assert!(page == 500 || (has(page + 1) && has(500)), "page {page}");
            assert_eq!(text.contains("rel=\"prev\""), page > 1, "page {page}");
        }
        assert_eq!(browser.get(&format!("{thread}?page=501")).status, 404);
        let eino = site.member("Eino");
        let place = reply(&mut site.as_person(eino), &thread, "Ja vielä", "members");
        assert_eq!(place, format!("{thread}?page=501#p10001"));
        assert!(browser.get(&format!("{thread}?page=501")).text().contains("Ja vielä"));
    }

    fn a_form_sent_twice_makes_one_post(site) {
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        let thread = open(&mut browser, "Tauot", "Miten?", "members");
        let path = format!("{thread}/reply");
        browser.get(&path);
        let token = browser.token();
        let fields = [("body", "Kerran"), ("_form", token.as_str())];
        let (first, second) = (browser.post_raw(&path, &fields), browser.post_raw(&path, &fields));
        assert_eq!(first.header("location"), second.header("location"));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post"), 2);
    }

    fn nothing_on_a_guests_pages_tells_of_what_members_write_among_themselves(site) {
        site.set("coffee-room-posts-per-minute", "1000");
        let (member, guest) = (site.member("Aino"), site.guest("Uusi"));
        let mut at_member = site.as_person(member);
        let open_thread = open(&mut at_member, "Avoin otsikko", "Kaikille", "guests");
        let mut at_guest = site.as_person(guest);
        let pages = ["/coffee-room", "/coffee-room/rooms/1", open_thread.as_str()];
        let look = |browser: &mut Visitor<'_>| {
            pages.map(|path| without_tokens(&browser.get(path).text()))
        };
        look(&mut at_guest);
        let before = look(&mut at_guest);
        site.pass(MINUTE);
        let closed = open(&mut at_member, "Salainen otsikko", "Vain meille", "members");
        for _ in 0..25 {
            reply(&mut at_member, &open_thread, "Vain meille", "members");
        }
        site.pass(-MINUTE);
        assert_eq!(look(&mut at_guest), before);
        assert_eq!(at_guest.get(&closed).status, 404);
        assert_eq!(at_guest.get(&format!("{open_thread}/posts/2")).status, 404);
        assert_eq!(at_guest.get(&format!("{open_thread}?page=2")).status, 404);
        // A guest's own post is the second one, as guests count.
        let place = reply(&mut at_guest, &open_thread, "Kiitos!", "members");
        assert_eq!(place, format!("{open_thread}#p2"));
        assert!(at_guest.get(&open_thread).text().contains("Kiitos!"));
        let seen = at_member.get(&format!("{open_thread}?page=2")).text();
        assert!(seen.contains("id=\"p27\""), "{seen}");
    }

    fn what_one_has_just_read_is_not_unread_in_the_list_after_it(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let thread = open(&mut site.as_person(aino), "Tauot", "Miten?", "members");
        let mut browser = site.as_person(eino);
        for list in ["/coffee-room", "/coffee-room/rooms/1"] {
            assert!(browser.get(list).text().contains("Lukematta"), "{list}");
        }
        browser.get(&thread);
        for list in ["/coffee-room", "/coffee-room/rooms/1"] {
            assert!(!browser.get(list).text().contains("Lukematta"), "{list}");
        }
        reply(&mut site.as_person(aino), &thread, "Lisää", "members");
        let list = browser.get("/coffee-room/rooms/1").text();
        assert!(list.contains("href=\"/coffee-room/threads/1/unread\""), "{list}");
        let place = browser.get("/coffee-room/threads/1/unread");
        assert_eq!(place.header("location"), Some("/coffee-room/threads/1#p2"));
        assert!(browser.get(&thread).text().contains("id=\"new\""));
        // Nobody is met by old marks.
        site.pass(31 * DAY);
        let other = site.member("Myöhäinen");
        assert!(!site.as_person(other).get("/coffee-room").text().contains("Lukematta"));
    }

    fn a_long_thread_is_read_in_pages_of_twenty(site) {
        site.set("coffee-room-posts-per-minute", "1000");
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        let thread = open(&mut browser, "Pitkä", "Viesti 1.", "members");
        for number in 2..=45 {
            reply(&mut browser, &thread, &format!("Viesti {number}."), "members");
        }
        let second = browser.get(&format!("{thread}?page=2")).text();
        for (text, is_there) in [("Viesti 20.", false), ("Viesti 21.", true), ("Viesti 40.", true), ("Viesti 41.", false)] {
            assert_eq!(second.contains(text), is_there, "{text}");
        }
        assert!(second.contains("href=\"/coffee-room/threads/1?page=3#reply\""));
        assert!(browser.get(&format!("{thread}?page=3")).text().contains("id=\"reply\""));
        let deep = browser.get(&format!("{thread}/posts/41"));
        assert_eq!(deep.header("location"), Some("/coffee-room/threads/1?page=3#p41"));
        for path in ["?page=4", "?page=0", "?page=-1", "?page=x", "/posts/46", "/posts/0"] {
            assert_eq!(browser.get(&format!("{thread}{path}")).status, 404, "{path}");
        }
    }

    fn a_room_of_many_threads_is_read_by_older_ones(site) {
        site.set("coffee-room-posts-per-minute", "1000");
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        for number in 1..=35 {
            open(&mut browser, &format!("Otsikko {number:02}"), "Hei", "members");
        }
        let first = browser.get("/coffee-room/rooms/1").text();
        assert!(first.contains("Otsikko 35") && first.contains("Otsikko 06") && !first.contains("Otsikko 05"));
        let older = first.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
        let second = browser.get(older.expect("older ones")).text();
        assert!(second.contains("Otsikko 05") && second.contains("Otsikko 01") && !second.contains("Otsikko 06"));
        assert_eq!(browser.get("/coffee-room/rooms/1?before=abc").status, 404);
        assert_eq!(browser.get("/coffee-room/rooms/999").status, 404);
    }

    fn a_preview_keeps_what_was_typed_and_sends_nothing(site) {
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        browser.get(NEW);
        let fields = [("title", "Tauot"), ("body", "Miten **te**?"), ("audience", "guests"), ("act", "preview")];
        let page = browser.post(NEW, &fields);
        assert_eq!(page.status, 200);
        let text = page.text();
        assert!(text.contains("<strong>te</strong>") && text.contains("value=\"Tauot\""), "{text}");
        assert!(text.contains("Miten **te**?</textarea>") && text.contains("value=\"guests\" checked"), "{text}");
        let mut scripted = browser.with_header("x-fragment", "1");
        let part = scripted.post(NEW, &fields).text();
        assert!(part.contains("<strong>te</strong>") && !part.contains("<html"), "{part}");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM thread"), 0);
    }

    fn what_can_be_mended_comes_back_with_the_text(site) {
        site.set("coffee-room-posts-per-minute", "2");
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        browser.get(NEW);
        let long = "x".repeat(20_001);
        for (title, body) in [("ab", "Hei"), ("Hei sinä", ""), ("Hei sinä", "\u{200b}"), ("Hei sinä", long.as_str())] {
            let page = browser.post(NEW, &[("title", title), ("body", body), ("audience", "members")]);
            assert_eq!(page.status, 422, "{title}");
            assert!(page.text().contains(&format!("value=\"{title}\"")), "{title}");
        }
        let thread = open(&mut browser, "Tauot", "Miten?", "members");
        reply(&mut browser, &thread, "Toinen", "members");
        let path = format!("{thread}/reply");
        browser.get(&path);
        let page = browser.post(&path, &[("body", "Kolmas heti perään")]);
        assert_eq!(page.status, 422);
        assert!(page.text().contains("Kolmas heti perään</textarea>"), "{}", page.text());
        site.pass(2 * MINUTE);
        assert_eq!(browser.post(&path, &[("body", "Kolmas heti perään")]).status, 303);
    }

    fn a_post_is_changed_by_its_author_and_what_it_said_before_is_kept(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let moderator = site.member("Pihlaja");
        site.give(moderator, Role::Moderator, true);
        let mut browser = site.as_person(aino);
        let thread = open(&mut browser, "Tauot", "Ensimmäinen teksti", "members");
        let edit = format!("{thread}/posts/1/edit");
        assert!(browser.get(&edit).text().contains("Ensimmäinen teksti</textarea>"));
        let fields = [("title", "Uusi otsikko"), ("body", "Toinen teksti"), ("version", "1")];
        assert_eq!(browser.post(&edit, &fields).header("location"), Some("/coffee-room/threads/1#p1"));
        let page = browser.get(&thread).text();
        assert!(page.contains("Uusi otsikko") && page.contains("Toinen teksti") && page.contains("muokattu"));
        assert!(!page.contains("Ensimmäinen"));
        // Made from the first version, too late: both are shown, nothing is lost.
        browser.get(&edit);
        let late = browser.post(&edit, &[("title", "Kolmas otsikko"), ("body", "Kolmas teksti"), ("version", "1")]);
        assert_eq!(late.status, 422);
        let text = late.text();
        assert!(text.contains("<ins>Kolmas</ins>") && text.contains("<del>Toinen</del>"), "{text}");
        assert!(text.contains("Kolmas teksti</textarea>") && text.contains("name=\"version\" value=\"2\""), "{text}");
        let again = browser.post(&edit, &[("title", "Kolmas otsikko"), ("body", "Kolmas teksti"), ("version", "2")]);
        assert_eq!(again.status, 303);
        let history = format!("{thread}/posts/1/history");
        for (reader, status) in [(aino, 200), (moderator, 200), (eino, 403)] {
            assert_eq!(site.as_person(reader).get(&history).status, status);
        }
        assert!(browser.get(&history).text().contains("Ensimmäinen"));
        assert_eq!(site.as_person(eino).get(&edit).status, 403);
    }

    fn a_post_taken_back_from_guests_leaves_only_that_it_was(site) {
        let (member, guest) = (site.member("Aino"), site.guest("Uusi"));
        let mut browser = site.as_person(member);
        let thread = open(&mut browser, "Avoin", "Kaikille", "guests");
        reply(&mut browser, &thread, "Liikaa sanottu", "guests");
        assert!(site.as_person(guest).get(&thread).text().contains("Liikaa sanottu"));
        let edit = format!("{thread}/posts/2/edit");
        browser.get(&edit);
        let fields = [("body", "Liikaa sanottu"), ("audience", "members"), ("version", "1")];
        assert_eq!(browser.post(&edit, &fields).status, 303);
        let page = site.as_person(guest).get(&thread).text();
        assert!(!page.contains("Liikaa sanottu") && page.contains("rajasi tämän viestin jäsenille"), "{page}");
        assert!(browser.get(&thread).text().contains("Liikaa sanottu"));
        // It is not opened again, and the answered opening post stays open.
        browser.get(&edit);
        browser.post(&edit, &[("body", "Liikaa sanottu"), ("audience", "guests"), ("version", "1")]);
        assert!(!site.as_person(guest).get(&thread).text().contains("Liikaa sanottu"));
        let opening = format!("{thread}/posts/1/edit");
        browser.get(&opening);
        browser.post(&opening, &[("title", "Avoin"), ("body", "Kaikille"), ("audience", "members"), ("version", "1")]);
        assert_eq!(site.as_person(guest).get(&thread).status, 200);
    }

    fn the_door_is_closed_to_those_whose_time_is_over(site) {
        let (leaver, guest) = (site.member("Entinen"), site.guest("Uusi"));
        site.leave(leaver);
        let clerk = site.staff("Toimisto", Role::Registrar);
        assert_eq!(site.visitor().get("/coffee-room").status, 303);
        assert_eq!(site.as_person(leaver).get("/coffee-room").status, 403);
        assert_eq!(site.as_person(clerk).get("/coffee-room").status, 403);
        assert_eq!(site.as_person(guest).get("/coffee-room").status, 200);
    }

    fn every_page_of_the_demonstration_can_be_opened(site) {
        let reader = site.member("Aamukaste");
        let moderator = site.member("Pihlaja");
        site.give(moderator, Role::Moderator, true);
        let guest = site.guest("Uusi tuuli");
        for name in ["Iltavuoro", "Kahvikuppi", "Myssy", "Havu", "Solros", "Earlybird", "Kulkija", "Lumikko", "Rautias"] {
            site.member(name);
        }
        let fill = kafferum_coffee_room::feature().demo.expect("a demonstration");
        site.wait_for(fill(std::sync::Arc::clone(site.site()))).expect("it is filled");
        let threads = count(&site, "SELECT COUNT(*) FROM thread");
        for lang in ["fi", "sv", "en"] {
            let mut browser = site.as_person(moderator).with_header("accept-language", lang);
            for thread in 1..=threads {
                for path in ["", "/reply", "/posts/1/history"] {
                    let path = format!("/coffee-room/threads/{thread}{path}");
                    let status = browser.get(&path).status;
                    // One thread is closed; nothing can be answered there.
                    assert!(status == 200 || (status == 400 && path.ends_with("reply")), "{path}: {status}");
                }
            }
            for path in ["/coffee-room", "/coffee-room/rooms/1", "/moderation", "/moderation/log", "/coffee-room/reports", "/moderation/threads/1", "/moderation/threads/2/posts/1/hide", "/moderation/threads/2/posts/1/keep", "/moderation/threads/2/posts/1/restore", "/coffee-room/threads/2/posts/1/report"] {
                assert_eq!(browser.get(path).status, 200, "{path} in {lang}");
            }
        }
        assert!(site.as_person(reader).get("/coffee-room").text().contains("Lukematta"));
        assert_eq!(site.as_person(guest).get("/coffee-room/threads/1").status, 200);
    }
}

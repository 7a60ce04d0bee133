//! Search through the real router: what is found, by whom, and at once.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

use kafferum_platform::clock::DAY;
use kafferum_platform::db::Engine;
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

/// Writes a thread; its address.
fn open(site: &TestSite, by: PersonId, title: &str, body: &str, audience: &str) -> String {
    let new = "/coffee-room/rooms/1/new";
    let mut browser = site.as_person(by);
    browser.get(new);
    let answer = browser.post(new, &[("title", title), ("body", body), ("audience", audience)]);
    answer.header("location").expect("an address").to_owned()
}

fn send(site: &TestSite, by: PersonId, path: &str, fields: &[(&str, &str)]) {
    let mut browser = site.as_person(by);
    browser.get(path);
    let answer = browser.post(path, fields);
    assert_eq!(answer.status, 303, "{path}: {}", answer.text());
}

/// Lets the next text have a number that follows this one.
fn skip_to(site: &TestSite, number: i64) {
    site.write(move |tx| {
        match tx.engine() {
            Engine::Sqlite => tx.execute(
                "UPDATE sqlite_sequence SET seq = ?1 WHERE name = 'search_doc'",
                &[&number],
            ),
            Engine::Postgres => tx
                .query(
                    "SELECT setval(pg_get_serial_sequence('search_doc', 'id'), ?1)",
                    &[&number],
                    |_| Ok(()),
                )
                .map(|rows| rows.len() as u64),
        }?;
        Ok(())
    });
}

/// The part of the page of results that tells what was found.
fn search(by: &mut Visitor<'_>, query: &str) -> String {
    let page = by.get(&format!("/search?q={query}"));
    assert_eq!(page.status, 200, "{query}: {}", page.text());
    let text = page.text();
    let from = text.find("</form>\n").map_or(0, |at| at);
    let main = text.find("class=\"find\"").unwrap_or(from);
    let end = text.find("</main>").unwrap_or(text.len());
    text.get(main..end).unwrap_or_default().to_owned()
}

#[track_caller]
fn assert_finds(by: &mut Visitor<'_>, query: &str, text: &str) {
    let found = search(by, query);
    assert!(found.contains(text), "{query} does not find {text}: {found}");
}

#[track_caller]
fn assert_finds_nothing(by: &mut Visitor<'_>, query: &str) {
    let found = search(by, query);
    assert!(!found.contains("class=\"results\""), "{query} finds: {found}");
}

fn take_in_articles(site: &TestSite) {
    let editor = site.staff("Toimittaja", Role::Editor);
    let mut browser = site.as_person(editor);
    browser.get("/editor");
    assert_eq!(browser.post("/editor/starting-articles", &[]).status, 303);
}

on_both! {
    fn a_post_is_found_at_the_next_request_in_any_form(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        open(&site, aino, "Kysymys vuoroista", "Lomapalkkani puuttuu, ja minut irtisanottiin.", "members");
        let mut reader = site.as_person(eino);
        for query in ["lomapalkka", "lomapalkasta", "LOMAPALKAN", "palkka", "irtisanominen", "vuoro", "vuorot"] {
            assert_finds(&mut reader, query, "/coffee-room/threads/1#p1");
        }
        assert_finds(&mut reader, "palkka", "<mark>Lomapalkkani</mark>");
        assert_finds(&mut reader, "vuorossa+irtisanoa", "<mark>irtisanottiin</mark>");
        assert_finds_nothing(&mut reader, "vuoro+lentokone");
    }

    fn what_is_old_is_found_where_little_is_new_and_left_where_much_is(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        // As if so many texts had been written in between; PostgreSQL asks for
        // the newest of them first.
        for (word, newest) in [("ikivanha", 65_000), ("vanha", 70_000), ("uusi", 0)] {
            open(&site, aino, "Sukkapuikot", &format!("Aivan {word} kerros."), "members");
            if newest > 0 {
                skip_to(&site, newest);
            }
        }
        let mut reader = site.as_person(eino);
        for (query, thread) in [("ikivanha", 1), ("vanha", 2), ("uusi", 3)] {
            assert_finds(&mut reader, query, &format!("/coffee-room/threads/{thread}#p1"));
        }
        let found = search(&mut reader, "kerros&in=coffee-room&order=newest");
        let at = |thread: i64| found.find(&format!("/coffee-room/threads/{thread}#p1"));
        assert!(at(3).is_some() && at(3) < at(2) && at(2) < at(1), "{found}");
        site.set("coffee-room-posts-per-minute", "1000");
        for number in 0..50 {
            let fields = [("body", format!("Taas uusi kerros {number}."))];
            let [(name, body)] = &fields;
            let fields = [(*name, body.as_str()), ("audience", "members")];
            send(&site, aino, "/coffee-room/threads/3/reply", &fields);
        }
        let found = search(&mut reader, "kerros&in=coffee-room&order=newest");
        assert!(found.contains("/coffee-room/threads/3"), "{found}");
        assert!(!found.contains("/coffee-room/threads/1#"), "fifty newer ones come first: {found}");
    }

    fn nobody_finds_what_they_may_not_read(site) {
        let (aino, guest) = (site.member("Aino"), site.guest("Uusi"));
        let pihlaja = site.staff("Pihlaja", Role::Moderator);
        let elsewhere = site.staff("Muualla", Role::Moderator);
        site.write(move |tx| {
            tx.execute("UPDATE grant_fact SET scope = 'room:2' WHERE person = ?1", &[&elsewhere])?;
            Ok(())
        });
        open(&site, aino, "Villasukat", "Hiljainen kertomus villasukista.", "members");
        open(&site, aino, "Lapaset", "Kertomus lapasista kaikille.", "guests");
        assert_finds(&mut site.as_person(aino), "villasukka", "threads/1#p1");
        for person in [guest, elsewhere] {
            assert_finds_nothing(&mut site.as_person(person), "villasukka");
        }
        assert_finds(&mut site.as_person(guest), "lapanen", "threads/2#p1");
        for query in ["villasukka", "lapanen", "kertomus"] {
            assert_finds_nothing(&mut site.visitor(), query);
        }
        let titles = |by: &mut Visitor<'_>| by.get("/search/titles?q=villa").text();
        assert!(titles(&mut site.as_person(aino)).contains("Villasukat"));
        assert!(!titles(&mut site.as_person(guest)).contains("Villasukat"));
        assert!(!titles(&mut site.visitor()).contains("Villasukat"));
        let alike = |by: PersonId| site.as_person(by).get("/coffee-room/alike?title=Villasukka").text();
        assert!(alike(aino).contains("Villasukat") && !alike(guest).contains("Villasukat"));
        // Hidden: gone for members in the same transaction, title and all.
        send(&site, pihlaja, "/moderation/threads/1/posts/1/hide", &[("reason", "rude"), ("words", "")]);
        let eino = site.member("Eino");
        assert_finds_nothing(&mut site.as_person(eino), "villasukka");
        assert!(!titles(&mut site.as_person(eino)).contains("Villasukat"));
        assert_finds(&mut site.as_person(pihlaja), "villasukka", "threads/1#p1");
        send(&site, pihlaja, "/moderation/threads/1/posts/1/restore", &[("words", "Sovittu")]);
        assert_finds(&mut site.as_person(eino), "villasukka", "threads/1#p1");
        // Taken back from guests, with the thread.
        let edit = "/coffee-room/threads/2/posts/1/edit";
        send(&site, aino, edit, &[("title", "Lapaset"), ("body", "Kertomus lapasista kaikille."), ("audience", "members"), ("version", "1")]);
        assert_finds_nothing(&mut site.as_person(guest), "lapanen");
        assert_finds(&mut site.as_person(eino), "lapanen", "threads/2#p1");
        // The door closed.
        site.leave(eino);
        assert_finds_nothing(&mut site.as_person(eino), "lapanen");
        site.pass(40 * DAY);
        assert_finds_nothing(&mut site.as_person(guest), "kertomus");
    }

    fn an_edited_post_is_found_by_its_new_words_alone(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Kahvi", "Termospullo vuotaa.", "members");
        send(&site, aino, "/coffee-room/threads/1/posts/1/edit", &[("title", "Kahvi"), ("body", "Pannu vuotaa."), ("version", "1")]);
        let mut reader = site.as_person(aino);
        assert_finds(&mut reader, "pannut", "threads/1#p1");
        assert_finds_nothing(&mut reader, "termospullo");
    }

    fn visitors_find_the_databank_in_their_language(site) {
        take_in_articles(&site);
        let mut visitor = site.visitor();
        assert_finds(&mut visitor, "irtisanottiin", "Irtisanomisaika");
        assert_finds(&mut visitor, "uppsägningen", "Uppsägningstid");
        assert_finds(&mut visitor, "trial+periods", "trial");
        // Superseded facts are found, and say so.
        assert_finds(&mut visitor, "sitoivat+jäsenet", "Korvattu uudemmalla");
    }

    fn a_search_without_results_helps_on_and_is_counted_without_who(site) {
        let (aino, editor) = (site.member("Aino"), site.staff("Toimittaja", Role::Editor));
        open(&site, aino, "Villasukat", "Kertomus villasukista.", "members");
        let mut reader = site.as_person(aino);
        assert_finds(&mut reader, "villasukkka", "Tarkoititko");
        assert_finds(&mut reader, "villasukkka", "q=villasukka");
        assert_finds(&mut reader, "zeppeliini", "Kysy liitosta");
        // A part of the word is better than nothing, and said to be one.
        assert_finds(&mut reader, "jouluvillasukista", "sanan osalla");
        assert_finds(&mut reader, "jouluvillasukista", "threads/1#p1");
        // A word that no dictionary has, out of a title.
        open(&site, aino, "Kafferum ja Zumbalaari", "Kertomus.", "members");
        assert_finds(&mut reader, "zimbalaari", "q=zumbalaari");
        let mut stranger = site.visitor();
        assert!(!search(&mut stranger, "zimbalaari").contains("q=zumbalaari"));
        let list = |site: &TestSite| site.as_person(editor).get("/editor/missed-searches").text();
        assert!(!list(&site).contains("zeppeliini"), "once is nobody's business");
        for _ in 0..2 {
            search(&mut reader, "zeppeliini+0401234567");
        }
        let page = list(&site);
        assert!(page.contains("zeppeliini") && !page.contains("0401234567"), "{page}");
        send(&site, editor, "/editor/missed-searches/forget", &[("word", "zeppeliini")]);
        assert!(!list(&site).contains("zeppeliini"));
    }

    fn whatever_is_typed_gets_an_answer(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Villasukat", "Kertomus villasukista.", "members");
        let long = "sukka+".repeat(2000);
        let one_word = "a".repeat(10_000);
        let mut reader = site.as_person(aino);
        for query in [
            "", "+", "a", "ja+se+on", "%22", "%27", "*", "villa*", "NEAR(a+b)", "a+OR+b", "NOT+sukka",
            "terms:sukka", "-sukka", "(", ")", "%5c", "%00", "%01%02", "sukka%3a*", "%26%7c%21", "привет",
            "日本語", "%f0%9f%a7%a6", "%ff%fe", "sukka%26villa", "1,5", "12:30", &long, &one_word,
        ] {
            let answer = reader.get(&format!("/search?q={query}"));
            assert_eq!(answer.status, 200, "{query}");
            let titles = reader.get(&format!("/search/titles?q={query}"));
            assert_eq!(titles.status, 200, "{query}");
        }
        for limits in ["in=nowhere", "in=coffee-room:x", "in=coffee-room:999", "when=never", "order=best", "page=-1", "page=99"] {
            assert_eq!(reader.get(&format!("/search?q=sukka&{limits}")).status, 200, "{limits}");
        }
    }

    fn a_search_is_narrowed_by_room_and_time(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Villasukat", "Kertomus.", "members");
        site.pass(40 * DAY);
        open(&site, aino, "Villasukat taas", "Kertomus.", "members");
        let mut reader = site.as_person(aino);
        let both = search(&mut reader, "villasukka&in=coffee-room:1");
        assert!(both.contains("threads/1#") && both.contains("threads/2#"), "{both}");
        assert_finds_nothing(&mut reader, "villasukka&in=coffee-room:2");
        assert_finds_nothing(&mut reader, "villasukka&in=databank");
        let new = search(&mut reader, "villasukka&when=month");
        assert!(!new.contains("threads/1#") && new.contains("threads/2#"), "{new}");
    }

    fn what_is_forgotten_is_not_found(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let pihlaja = site.staff("Pihlaja", Role::Moderator);
        open(&site, aino, "Villasukat", "Kertomus.", "members");
        send(&site, eino, "/coffee-room/threads/1/reply", &[("body", "Salaisuus lapasista")]);
        send(&site, pihlaja, "/moderation/threads/1/posts/2/hide", &[("reason", "rude"), ("words", "")]);
        assert_finds(&mut site.as_person(pihlaja), "salaisuus", "#p2");
        let now = site.now();
        let erasures: Vec<_> = kafferum_server::features().iter().map(|feature| feature.erase).collect();
        site.write(move |tx| Ok(erasures.iter().try_for_each(|erase| erase(tx, eino, now))?));
        assert_finds_nothing(&mut site.as_person(pihlaja), "salaisuus");
        assert_eq!(site.read(|tx| Ok(tx.one("SELECT COUNT(*) FROM search_doc", &[], |row| row.get::<i64>(0))?)), 1);
    }

    fn a_newer_analysis_indexes_everything_anew(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Villasukat", "Kertomus.", "members");
        site.write(|tx| {
            tx.execute("UPDATE search_version SET version = 'older'", &[])?;
            // As another analysis would have left them.
            let terms: i64 = tx.one("SELECT COUNT(*) FROM search_doc", &[], |row| row.get(0))?;
            assert_eq!(terms, 1);
            Ok(kafferum_platform::search::remove_thing(tx, "post", 1)?)
        });
        assert_finds_nothing(&mut site.as_person(aino), "villasukka");
        let mut site = site;
        site.restart();
        site.settle();
        assert_finds(&mut site.as_person(aino), "villasukka", "threads/1#p1");
    }
}

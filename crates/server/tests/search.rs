//! Search through the real router: what is found, by whom, and at once.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

use std::sync::mpsc;

use kafferum_platform::clock::DAY;
use kafferum_platform::db::Engine;
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_platform::search::{self, Circle, Entry, Prepared};
use kafferum_platform::texts::Lang;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{On, TestSite, Visitor};

/// Writes a thread; its address.
fn open(site: &TestSite, by: PersonId, title: &str, body: &str, audience: &str) -> String {
    let new = "/coffee-room/rooms/1/new";
    let mut browser = site.as_person(by);
    browser.get(new);
    let answer = browser.post(new, &[("title", title), ("body", body), ("audience", audience)]);
    assert_eq!(answer.status, 303, "{title}: {}", answer.text());
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

/// Writes a fact with these texts and days.
fn write_fact(site: &TestSite, editor: PersonId, key: &str, texts: &[(&str, &str)]) {
    let mut desk = site.as_person(editor);
    desk.get("/editor/facts/new");
    let mut fields =
        vec![("key", key), ("source", "Riistalaskenta 2026"), ("checked", "2026-11-01")];
    fields.extend(texts);
    let answer = desk.post("/editor/facts/new", &fields);
    assert_eq!(answer.status, 303, "{key}: {}", answer.text());
}

fn take_in_articles(site: &TestSite) {
    let editor = site.staff("Toimittaja", Role::Editor);
    let mut browser = site.as_person(editor);
    browser.get("/editor");
    assert_eq!(browser.post("/editor/starting-articles", &[]).status, 303);
}

/// What takes PostgreSQL too long is said to, and is no error.
#[test]
fn a_search_that_takes_too_long_is_given_up() {
    let site = TestSite::start(On::Postgres);
    let aino = site.member("Aino");
    open(&site, aino, "Villasukat", "Kertomus.", "members");
    let (locked, is_locked) = mpsc::channel();
    let (go, may_go) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        let site = &site;
        scope.spawn(move || {
            site.write(move |tx| {
                tx.execute("LOCK TABLE search_text IN ACCESS EXCLUSIVE MODE", &[])?;
                locked.send(()).expect("somebody waits for the lock");
                may_go.recv().expect("it is let go");
                Ok(())
            });
        });
        is_locked.recv().expect("the lock");
        let mut reader = site.as_person(aino);
        assert_finds(&mut reader, "villasukka", "haku jäi kesken");
        assert_finds_nothing(&mut reader, "villasukka");
        assert_eq!(reader.get("/search/titles?q=villa").status, 200);
        go.send(()).expect("it waits");
    });
    let found = search(&mut site.as_person(aino), "villasukka");
    assert!(found.contains("threads/1#p1") && !found.contains("haku jäi kesken"), "{found}");
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
        assert_finds(&mut reader, "vuoro+lentokone", "Puuttuu: lentokone");
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
        // A busy thread is one result, and hides no other.
        for query in ["kerros&in=coffee-room&order=newest", "kerros&order=newest", "kerros"] {
            let found = search(&mut reader, query);
            let at = |thread: i64| found.find(&format!("/coffee-room/threads/{thread}"));
            assert!(at(3).is_some() && at(3) < at(2) && at(2) < at(1), "{query}: {found}");
            assert!(found.contains("ja 50 muuta viestiä"), "all of them were seen: {found}");
        }
    }

    fn what_is_too_much_to_read_is_said_and_not_counted(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Hiljainen ketju", "Aivan vanha kerros.", "members");
        open(&site, aino, "Vilkas ketju", "Aivan uusi kerros.", "members");
        let analyser = site.site().analyser.clone();
        site.write(move |tx| {
            let words = Prepared::new(&analyser, Lang::Fi, "", "Taas uusi kerros.");
            for position in 2..=2_100_i64 {
                tx.execute(
                    "INSERT INTO post (thread, position, author, created_at, version, audience, state, html, markdown)
                     SELECT 2, CAST(?1 AS BIGINT), author, created_at, 1, 'members', 'shown', '', 'Taas uusi kerros.'
                     FROM post WHERE thread = 2 AND position = 1",
                    &[&position],
                )?;
                let part = position.to_string();
                let circles = &[Circle::Members];
                search::put(tx, &Entry { kind: "post", thing: 2, part: &part, place: 1, at: 0, circles, words: &words })?;
            }
            Ok(())
        });
        let mut reader = site.as_person(aino);
        let found = search(&mut reader, "kerros&in=coffee-room&order=newest");
        assert!(found.contains("#p2100") && found.contains("ja muita viestejä"), "{found}");
        assert!(found.contains("Osumia on enemmän"), "{found}");
        let all = search(&mut reader, "kerros&order=newest");
        assert!(all.contains("Lisää:") && all.contains("ja muita viestejä"), "{all}");
        // A word more finds the others.
        assert_finds(&mut reader, "vanha+kerros", "threads/1#p1");
    }

    fn more_of_a_kind_is_asked_for_as_the_first_was(site) {
        let aino = site.member("Aino");
        site.set("coffee-room-posts-per-minute", "1000");
        for number in 0..8 {
            open(&site, aino, &format!("Villasukat {number}"), "Kertomus.", "members");
        }
        let found = search(&mut site.as_person(aino), "villasukka&when=month&order=newest");
        let before = found.split("Lisää:").next().expect("a link to more");
        assert!(before.len() < found.len(), "{found}");
        let address = before.rsplit("href=\"").next().expect("its address").replace("&#38;", "&").replace("&amp;", "&");
        assert!(address.starts_with("/search?q=villasukka&in=coffee-room&when=month&order=newest\""), "{address}");
    }

    fn a_post_is_found_in_the_language_it_is_written_in(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        open(&site, aino, "Вопрос про отпуск", "Мне опять не заплатили за последнюю неделю.", "members");
        open(&site, aino, "Tööandja", "Tööandja peab töötajatele maksma ja see on väga oluline, aga kõik ei maksa.", "members");
        let mut reader = site.as_person(eino);
        for query in ["отпуск", "отпуска", "отпуском", "неделя", "последней+недели"] {
            assert_finds(&mut reader, query, "/coffee-room/threads/1#p1");
        }
        assert_finds(&mut reader, "недели", "<mark>неделю</mark>");
        assert_finds(&mut reader, "недели", "<li lang=\"ru\">");
        for query in ["töötajate", "töötajad", "töötajatele"] {
            assert_finds(&mut reader, query, "/coffee-room/threads/2#p1");
        }
        assert_finds(&mut reader, "töötajad", "<li lang=\"et\">");
    }

    fn what_a_text_was_taken_as_stays_when_it_becomes_short(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Tööandja", "Tööandja peab töötajatele maksma ja see on väga oluline, aga kõik ei maksa.", "members");
        send(&site, aino, "/coffee-room/threads/1/posts/1/edit", &[("title", "kohv"), ("body", "kohv on kuum"), ("version", "1")]);
        assert_finds(&mut site.as_person(aino), "kohv", "<li lang=\"et\">");
    }

    fn the_root_of_a_word_comes_before_a_part_of_one(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Kokous", "Kertomus sanotun vierestä.", "members");
        open(&site, aino, "Lähtö", "Kertomus irtisanotun päivästä.", "members");
        let found = search(&mut site.as_person(aino), "sanoa");
        let at = |thread: i64| found.find(&format!("threads/{thread}#p1"));
        assert!(at(1).is_some() && at(1) < at(2), "{found}");
    }

    fn the_options_of_a_poll_are_found(site) {
        let aino = site.member("Aino");
        let new = "/coffee-room/rooms/1/new";
        let mut browser = site.as_person(aino);
        browser.get(new);
        let fields = [
            ("title", "Kumpi?"), ("body", "Valitkaa."), ("audience", "members"), ("poll", "single"),
            ("options", "pannukahvi\nvihreä tee"), ("days", "3"),
        ];
        assert_eq!(browser.post(new, &fields).status, 303);
        let reader = || site.as_person(aino);
        assert_finds(&mut reader(), "pannukahvista", "<mark>pannukahvi</mark>");
        send(&site, aino, "/coffee-room/threads/1/posts/1/edit", &[("title", "Kumpi?"), ("body", "Valitkaa pian."), ("version", "1")]);
        assert_finds(&mut reader(), "vihreä+pian", "threads/1#p1");
    }

    fn a_short_text_keeps_its_writers_language(site) {
        let (aino, pihlaja) = (site.member("Aino"), site.staff("Pihlaja", Role::Moderator));
        let mut swedish = site.as_person(aino);
        swedish.set_cookie("lang", "sv");
        swedish.get("/coffee-room/rooms/1/new");
        let fields = [("title", "Alla"), ("body", "Alla fallen"), ("audience", "members")];
        assert_eq!(swedish.post("/coffee-room/rooms/1/new", &fields).status, 303);
        let kept = |when: &str| {
            let mut reader = site.as_person(aino);
            reader.set_cookie("lang", "sv");
            assert_finds(&mut reader, "fall", "<li lang=\"sv\">");
            assert_finds(&mut reader, "fall", "threads/1#p1");
            let lang: String = site.read(|tx| Ok(tx.one("SELECT lang FROM search_doc", &[], |row| row.get(0))?));
            assert_eq!(lang, "sv", "{when}");
        };
        kept("as written");
        send(&site, aino, "/coffee-room/threads/1/posts/1/edit", &[("title", "Alla"), ("body", "Alla fallen!"), ("version", "1")]);
        kept("as edited");
        send(&site, pihlaja, "/moderation/threads/1/posts/1/hide", &[("reason", "rude"), ("words", "")]);
        send(&site, pihlaja, "/moderation/threads/1/posts/1/restore", &[("words", "Sovittu")]);
        kept("as restored");
    }

    fn a_post_of_long_compounds_is_written_and_found(site) {
        let aino = site.member("Aino");
        let parts = ["palkka", "loma", "vuoro", "lista", "sopimus", "kokous", "talo", "kirja", "auto", "kahvi", "kuppi", "päivä", "yö"];
        let part = |number: usize| parts.get(number % parts.len()).copied().unwrap_or_default();
        let compounds = (0..600).map(|n| [n, n / 13, n / 169, n / 7 + 3, n / 3 + 5, n / 11 + 8].map(part).concat());
        let mut body = String::from("Hyttynen alussa.");
        for compound in compounds {
            if body.chars().count() + compound.chars().count() < 19_000 {
                body.push(' ');
                body.push_str(&compound);
            }
        }
        open(&site, aino, "Yhdyssanat", &body, "guests");
        let mut reader = site.as_person(aino);
        assert_finds(&mut reader, "hyttysen", "threads/1#p1");
        assert_finds(&mut reader, "yhdyssana", "threads/1#p1");
    }

    fn a_fact_keeps_its_day_when_everything_is_indexed_anew(site) {
        take_in_articles(&site);
        let days = |site: &TestSite| -> Vec<(String, i64, i64)> {
            site.read(|tx| {
                Ok(tx.query("SELECT kind || thing || part, id, at FROM search_doc ORDER BY id", &[], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })?)
            })
        };
        let before = days(&site);
        assert!(before.iter().any(|(name, ..)| name.starts_with("fact")), "{before:?}");
        site.write(|tx| {
            tx.execute("UPDATE search_version SET version = 'older'", &[])?;
            Ok(())
        });
        let mut site = site;
        site.restart();
        site.settle();
        assert_eq!(days(&site), before);
        assert_finds(&mut site.visitor(), "sitoivat+jäsenet&when=month", "Korvattu uudemmalla");
    }

    fn nothing_found_leads_to_where_one_may_write(site) {
        let (aino, uusi, moninen) = (site.member("Aino"), site.guest("Uusi"), site.member("Moninen"));
        let (choose, start) = ("Valitse huone ja aloita keskustelu", "Aloita keskustelu kahvihuoneessa");
        let found = search(&mut site.visitor(), "zeppeliini");
        assert!(found.contains("Kysy liitosta") && !found.contains("loita keskustelu"), "{found}");
        for person in [aino, uusi] {
            let found = search(&mut site.as_person(person), "zeppeliini");
            assert!(found.contains(choose) && found.contains("href=\"/coffee-room\""), "{found}");
            assert!(!found.contains("kaikilta ajoilta"), "nothing was limited: {found}");
        }
        let mut reader = site.as_person(aino);
        let found = search(&mut reader, "zeppeliini&in=coffee-room:1&when=week");
        assert!(found.contains(start) && found.contains("href=\"/coffee-room/rooms/1/new\""), "{found}");
        assert!(found.contains("<a href=\"/search?q=zeppeliini\">Hae samaa kaikkialta"), "{found}");
        site.write(|tx| Ok(tx.execute("UPDATE room SET state = 'closed' WHERE id <> 2", &[])?));
        let found = search(&mut reader, "zeppeliini");
        assert!(found.contains(start) && found.contains("href=\"/coffee-room/rooms/2/new\""), "{found}");
        site.write(|tx| Ok(tx.execute("UPDATE room SET state = 'closed'", &[])?));
        assert!(!search(&mut reader, "zeppeliini").contains("loita keskustelu"));
        site.write(|tx| Ok(tx.execute("UPDATE room SET state = 'open'", &[])?));
        let (now, until) = (site.now(), site.now() + DAY);
        site.write(move |tx| {
            Ok(tx.execute(
                "INSERT INTO measure (person, kind, until, reason, at) VALUES (?1, 'pause', ?2, 'rude', ?3)",
                &[&moninen, &until, &now],
            )?)
        });
        let found = search(&mut site.as_person(moninen), "zeppeliini");
        assert!(!found.contains("loita keskustelu"), "whoever is paused may not write: {found}");
        // Words beyond the eighth are said to be dropped.
        let many = "sukka+myssy+lapanen+huivi+paita+housut+takki+hattu";
        assert!(!search(&mut reader, many).contains("kahdeksan ensimmäistä"));
        assert_finds(&mut reader, &format!("{many}+kengät"), "kahdeksan ensimmäistä");
    }

    fn a_search_without_results_helps_on_in_every_language(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Villasukat", "Kertomus villasukista.", "members");
        let mut swedish = site.as_person(aino);
        swedish.set_cookie("lang", "sv");
        swedish.get("/coffee-room/rooms/1/new");
        let fields = [("title", "Semesterlönen"), ("body", "När betalas den ut?"), ("audience", "members")];
        assert_eq!(swedish.post("/coffee-room/rooms/1/new", &fields).status, 303);
        for (lang, nothing, meant, union) in [
            ("fi", "ei löytynyt mitään", "Tarkoititko:", "Kysy liitosta"),
            ("sv", "gav inget resultat", "Menade du:", "Fråga förbundet"),
            ("en", "Nothing was found", "Did you mean:", "Ask the union"),
        ] {
            let mut reader = site.as_person(aino);
            reader.set_cookie("lang", lang);
            // People write in their own language, whatever the page's is.
            for (typed, right) in [("villasukkka", "q=villasukka"), ("semesterlönn", "q=semesterl%C3%B6n")] {
                let found = search(&mut reader, typed);
                assert!(found.contains(meant) && found.contains(right), "{lang} {typed}: {found}");
            }
            let found = search(&mut reader, "zeppeliini");
            assert!(found.contains(nothing) && found.contains(union) && !found.contains(meant), "{lang}: {found}");
            // A limit under which nothing is stands in the way of no spelling.
            let found = search(&mut reader, "villasukkka&in=databank&when=week");
            assert!(found.contains("href=\"/search?q=villasukka\""), "{lang}: {found}");
        }
    }

    fn articles_are_found_as_far_as_they_are_published(site) {
        let editor = site.staff("Toimittaja", Role::Editor);
        let aino = site.member("Aino");
        let write = |slug: &str, title: &str, way: &str, valid_to: &str| {
            let mut desk = site.as_person(editor);
            desk.get("/editor/articles/new");
            desk.post("/editor/articles/new", &[("slug", slug), ("kind", "article"), ("topic", "pay")]);
            let path = format!("/editor/articles/{slug}/fi");
            desk.get(&path);
            let fields = [("version", "0"), ("title", title), ("summary", "Kertomus."), ("body", "Teksti."), ("review-by", "2027-06-01"), ("valid-to", valid_to)];
            let answer = desk.post(&format!("{path}{way}"), &fields);
            assert_eq!(answer.status, 303, "{}", answer.text());
        };
        write("pearl", "Helmiäinen", "/publish", "");
        write("old", "Kaislikko", "/publish", "2026-11-25");
        write("gone", "Pihlajanmarja", "/publish", "");
        write("draft", "Sinivuokko", "", "");
        send(&site, editor, "/editor/articles/gone/fi/withdraw", &[("version", "1")]);
        site.pass(10 * DAY);
        let readers = || [site.visitor(), site.as_person(aino), site.as_person(editor)];
        for mut reader in readers() {
            assert_finds(&mut reader, "helmiäisestä", "href=\"/databank/pearl\"");
            assert!(!search(&mut reader, "helmiäisestä").contains("class=\"tag\""));
            // What has expired is found, and says so.
            assert_finds(&mut reader, "kaislikosta", "href=\"/databank/old\"");
            assert_finds(&mut reader, "kaislikosta", "class=\"tag\"");
            for query in ["pihlajanmarja", "sinivuokko"] {
                assert_finds_nothing(&mut reader, query);
            }
            for (typed, title) in [("helmiä", Some("Helmiäinen")), ("kaisli", Some("Kaislikko")), ("pihlajan", None), ("sinivuo", None)] {
                let offered = reader.get(&format!("/search/titles?q={typed}")).text();
                assert_eq!(offered.contains("<li>"), title.is_some(), "{typed}: {offered}");
                assert!(title.is_none_or(|title| offered.contains(title)), "{typed}: {offered}");
            }
            // Nor is a title that is not published anybody's spelling.
            assert!(!search(&mut reader, "sinivuokkko").contains("q=sinivuokko"));
        }
        // Like a new thread are threads alone.
        let alike = site.as_person(aino).post("/coffee-room/alike", &[("title", "Helmiäinen")]).text();
        assert!(!alike.contains("/databank"), "{alike}");
    }

    fn a_fact_that_was_found_leads_to_where_it_stands(site) {
        let editor = site.staff("Toimittaja", Role::Editor);
        write_fact(&site, editor, "heron", &[("statement-fi", "Haikara lentää.")]);
        write_fact(&site, editor, "crane", &[("statement-fi", "Kurki lentää."), ("applies-fi", "Kaikki kurjet"), ("statement-sv", "Tranan flyger.")]);
        let mut reader = site.visitor();
        for (query, path, fragment, title) in [
            ("haikara", "/databank/facts", "fact-heron", "<mark>Haikara</mark> lentää."),
            ("kurki", "/databank/facts", "fact-crane", "<mark>Kurki</mark> lentää."),
            // In the language in which it was found.
            ("tranan", "/databank/facts?lang=sv", "fact-crane", "<mark>Tranan</mark> flyger."),
            ("riistalaskenta", "/databank/facts", "fact-heron", "Haikara lentää."),
        ] {
            assert_finds(&mut reader, query, &format!("<a href=\"{path}#{fragment}\">{title}</a>"));
            let page = reader.get(path).text();
            let at = page.find(&format!("id=\"{fragment}\"")).expect("the fragment");
            let fact = page.get(at..).and_then(|rest| rest.split("</li>").next()).unwrap_or_default();
            assert_eq!(fact.contains("Tranan flyger."), path.ends_with("sv"), "{fact}");
        }
        // Whom it concerns stands below; many facts concern the same people.
        assert_finds(&mut reader, "kurjet", "Kaikki kurjet · Riistalaskenta 2026");
        let long = "Haikara seisoo rannalla yhdellä jalalla. ".repeat(6);
        write_fact(&site, editor, "stands", &[("statement-fi", &long)]);
        let found = search(&mut reader, "rannalla");
        assert!(found.contains(" …</a>") && found.contains("class=\"excerpt\""), "{found}");
    }

    fn what_does_not_hold_today_says_so(site) {
        let editor = site.staff("Toimittaja", Role::Editor);
        // The site's clock stands in November 2026.
        write_fact(&site, editor, "wage", &[("statement-fi", "Haikaran palkka on 10."), ("valid-to", "2027-12-31")]);
        let rise = "/editor/facts/wage/supersede";
        let mut desk = site.as_person(editor);
        desk.get(rise);
        let fields = [
            ("version", "1"), ("key", "wage-2027"), ("statement-fi", "Haikaran palkka on 11."),
            ("source", "Sopimus"), ("checked", "2026-11-01"), ("valid-from", "2027-06-01"),
        ];
        let answer = desk.post(rise, &fields);
        assert_eq!(answer.status, 303, "{}", answer.text());
        for (query, marks) in [("10", vec![]), ("11", vec!["Ei vielä voimassa"])] {
            let found = search(&mut site.visitor(), query);
            let shown: Vec<&str> = found.split("<span class=\"tag\">").skip(1).filter_map(|rest| rest.split('<').next()).collect();
            assert_eq!(shown, marks, "{query}: {found}");
        }
        site.pass(400 * DAY);
        assert_finds(&mut site.visitor(), "10", "Korvattu uudemmalla");
        let found = search(&mut site.visitor(), "11");
        assert!(found.contains("class=\"results\"") && !found.contains("class=\"tag\""), "{found}");
        let mut desk = site.as_person(editor);
        desk.get("/editor/articles/new");
        desk.post("/editor/articles/new", &[("slug", "later"), ("kind", "article"), ("topic", "pay")]);
        desk.get("/editor/articles/later/fi");
        let fields = [
            ("version", "0"), ("title", "Joutsenlaulu"), ("summary", "Kertomus."), ("body", "Teksti."),
            ("review-by", "2029-06-01"), ("valid-from", "2028-10-01"),
        ];
        assert_eq!(desk.post("/editor/articles/later/fi/publish", &fields).status, 303);
        assert_finds(&mut site.visitor(), "joutsenlaulu", "Ei vielä voimassa");
    }

    fn what_holds_today_comes_before_what_it_took_the_place_of(site) {
        let editor = site.staff("Päätoimittaja", Role::Editor);
        write_fact(&site, editor, "wage", &[("statement-fi", "Haikaran palkka on kymmenen.")]);
        let rise = "/editor/facts/wage/supersede";
        let fields = [
            ("version", "1"), ("key", "wage-2026"), ("statement-fi", "Haikaran palkka on yksitoista."),
            ("source", "Sopimus"), ("checked", "2026-11-01"), ("valid-from", "2026-06-01"),
        ];
        send(&site, editor, rise, &fields);
        let last: i64 = site.read(|tx| {
            Ok(tx.one("SELECT thing FROM search_doc ORDER BY id DESC LIMIT 1", &[], |row| row.get(0))?)
        });
        assert_eq!(last, 2, "the successor is the newer of the two");
        let found = search(&mut site.visitor(), "haikara");
        let at = |word: &str| found.find(word);
        assert!(at("yksitoista").is_some() && at("yksitoista") < at("kymmenen"), "{found}");
        // Closer in words, and superseded all the same.
        let found = search(&mut site.visitor(), "palkka+kymmenen");
        assert!(found.contains("Puuttuu: kymmenen") && found.contains("Korvattu uudemmalla"), "{found}");
        take_in_articles(&site);
        for query in ["jäsenmaksu+prosentti", "heta-tes", "jäsenmaksu&in=databank"] {
            let found = search(&mut site.visitor(), query);
            let whole = found.split("<h3>").skip(1).filter(|one| !one.contains("Puuttuu:"));
            let results: Vec<bool> = whole.map(|one| one.contains("class=\"tag\"")).collect();
            assert!(results.len() > 3 && results.is_sorted(), "{query}: {results:?}");
        }
    }

    fn an_article_is_read_in_the_language_in_which_it_was_found(site) {
        take_in_articles(&site);
        let mut visitor = site.visitor();
        let found = search(&mut visitor, "uppsägningstid");
        let address = found.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let address = address.into_iter().find(|path| path.starts_with("/databank/") && path.ends_with("?lang=sv"));
        let page = visitor.get(address.expect("an address in Swedish")).text();
        assert!(page.contains("<h1 lang=\"sv\">"), "{page}");
        assert!(!page.contains("Tätä ei vielä ole suomeksi"), "{page}");
        let found = search(&mut visitor, "irtisanomisaika");
        assert!(!found.contains("?lang=fi"), "{found}");
    }

    fn a_visitor_hears_where_was_not_searched(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Villasukat", "Kertomus.", "members");
        for (lang, said) in [
            ("fi", "Täältä ei haettu, koska et ole kirjautunut: Kahvihuone. <a href=\"/sign-in?next=%2Fsearch%3Fq%3Dvillasukka"),
            ("sv", "Här söktes inte, eftersom du inte är inloggad: Kafferum. <a href"),
            ("en", "Not searched, because you are not signed in: Coffee room. <a href"),
        ] {
            let mut visitor = site.visitor();
            visitor.set_cookie("lang", lang);
            for query in ["villasukka", "villasukka&in=coffee-room"] {
                assert_finds(&mut visitor, query, said);
            }
            assert!(!search(&mut visitor, "villasukka&in=databank").contains(said), "the databank is theirs");
        }
        let mut member = site.as_person(aino);
        assert!(!search(&mut member, "zeppeliini").contains("ei haettu"));
        // The way back leads to the same search.
        let found = search(&mut site.visitor(), "villasukka&in=coffee-room&when=week");
        assert!(found.contains("next=%2Fsearch%3Fq%3Dvillasukka%26in%3Dcoffee-room%26when%3Dweek\""), "{found}");
    }

    fn whoever_stands_before_a_closed_door_hears_what_it_says(site) {
        let (aino, leaver, guest) = (site.member("Aino"), site.member("Lähtijä"), site.guest("Uusi"));
        let (kept_out, adviser) = (site.member("Poissa"), site.staff("Neuvoja", Role::Adviser));
        take_in_articles(&site);
        open(&site, aino, "Irtisanomisaika", "Kertomus.", "guests");
        site.leave(leaver);
        site.pass(40 * DAY);
        let now = site.now();
        site.write(move |tx| {
            Ok(tx.execute(
                "INSERT INTO kept_out (person, scope, started_at) VALUES (?1, 'coffee-room', ?2)",
                &[&kept_out, &now],
            )?)
        });
        for (person, says, leads) in [
            (guest, "Ovi on nyt kiinni", "/join"),
            (leaver, "Ovi on nyt kiinni", "/join"),
            (kept_out, "Sinut on suljettu kahvihuoneesta", "/coffee-room/own"),
        ] {
            for query in ["irtisanomisaika", "zeppeliini", "irtisanomisaika&in=coffee-room"] {
                let found = search(&mut site.as_person(person), query);
                let closed = found.split("Täältä ei haettu: Kahvihuone.").nth(1).unwrap_or_default();
                assert!(closed.contains(says) && closed.contains(&format!("href=\"{leads}\"")), "{query}: {found}");
                assert!(!found.contains("/coffee-room/threads"), "{query}: {found}");
            }
            let found = search(&mut site.as_person(person), "irtisanomisaika&in=databank");
            assert!(!found.contains("ei haettu"), "{found}");
        }
        // Below results, too, and to nobody who has no business there.
        assert_finds(&mut site.visitor(), "irtisanomisaika", "koska et ole kirjautunut: Kahvihuone");
        for person in [aino, adviser] {
            assert!(!search(&mut site.as_person(person), "irtisanomisaika").contains("ei haettu"));
        }
        let mut kept_out = site.as_person(kept_out);
        for (lang, says) in [("sv", "Här söktes inte: Kafferum."), ("en", "Not searched: Coffee room.")] {
            kept_out.set_cookie("lang", lang);
            assert_finds(&mut kept_out, "irtisanomisaika", says);
        }
    }

    fn a_moderator_who_is_kept_out_of_a_room_finds_all_the_others(site) {
        let (aino, pihlaja) = (site.member("Aino"), site.staff("Pihlaja", Role::Moderator));
        site.set("coffee-room-posts-per-minute", "1000");
        let new = "/coffee-room/rooms/2/new";
        let mut browser = site.as_person(aino);
        browser.get(new);
        let fields = [("title", "Villasukat"), ("body", "Kertomus."), ("audience", "members")];
        assert_eq!(browser.post(new, &fields).status, 303);
        for number in 0..20 {
            open(&site, aino, &format!("Villasukat {number}"), "Kertomus.", "members");
        }
        let mut reader = site.as_person(pihlaja);
        assert_finds(&mut reader, "villasukka", "threads/21#p1");
        let now = site.now();
        site.write(move |tx| {
            Ok(tx.execute(
                "INSERT INTO kept_out (person, scope, started_at) VALUES (?1, 'room:1', ?2)",
                &[&pihlaja, &now],
            )?)
        });
        let found = search(&mut reader, "villasukka");
        assert!(found.contains("threads/1#p1") && !found.contains("threads/21#p1"), "{found}");
        assert!(!found.contains("Lisää:"), "nothing of the closed room is counted: {found}");
    }

    fn an_old_thread_with_the_same_title_is_offered(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Lomapalkka puuttuu", "Kertomus.", "members");
        open(&site, aino, "Lomapalkka ja vero", "Kertomus.", "members");
        let analyser = site.site().analyser.clone();
        site.write(move |tx| {
            for (word, first) in [("Lomapalkka", 1_000_i64), ("Vuoro puuttuu", 2_000)] {
                let words = Prepared::new(&analyser, Lang::Fi, word, "");
                for thing in first..first + 70 {
                    let circles = &[Circle::Members];
                    search::put(tx, &Entry { kind: "post", thing, part: "1", place: 1, at: 0, circles, words: &words })?;
                }
            }
            Ok(())
        });
        let alike = site.as_person(aino).post("/coffee-room/alike", &[("title", "Lomapalkkani puuttuu!")]).text();
        assert!(alike.contains("Lomapalkka puuttuu") && !alike.contains("ja vero"), "{alike}");
    }

    fn what_is_too_old_is_no_more_of_what_was_asked_for(site) {
        let aino = site.member("Aino");
        let analyser = site.site().analyser.clone();
        site.write(move |tx| {
            let words = Prepared::new(&analyser, Lang::Fi, "", "Vanha kerros.");
            for thing in 1_000..3_100_i64 {
                let circles = &[Circle::Members];
                search::put(tx, &Entry { kind: "post", thing, part: "1", place: 1, at: 0, circles, words: &words })?;
            }
            Ok(())
        });
        open(&site, aino, "Hiljainen ketju", "Aivan uusi kerros.", "members");
        let mut reader = site.as_person(aino);
        for query in ["kerros&in=coffee-room&when=week", "kerros&in=coffee-room&when=week&order=newest", "kerros&when=month"] {
            let found = search(&mut reader, query);
            assert!(found.contains("threads/1#p1"), "{query}: {found}");
            assert!(!found.contains("Osumia on enemmän") && !found.contains("Lisää:"), "{query}: {found}");
        }
    }

    fn a_misspelt_word_may_stand_in_a_text_of_the_databank_in_any_language(site) {
        let editor = site.staff("Toimittaja", Role::Editor);
        write_fact(&site, editor, "heron", &[("statement-fi", "Haikara lentää."), ("statement-sv", "Zumbalaren flyger.")]);
        assert_finds(&mut site.visitor(), "zimbalaren", "q=zumbalaren");
    }

    fn of_many_words_the_two_rarest_that_are_nowhere_together_are_counted(site) {
        let (aino, editor) = (site.member("Aino"), site.staff("Toimittaja", Role::Editor));
        for title in ["Villasukka ja myssy", "Villasukka", "Villasukka taas", "Lapanen ja villasukka"] {
            open(&site, aino, title, "Kertomus.", "members");
        }
        let mut reader = site.as_person(aino);
        for query in ["villasukka+myssy+lapanen", "lapasen+villasukassa+myssyä", "myssy+lapanen+kertomus"] {
            search(&mut reader, query);
            site.pass(DAY);
        }
        let page = site.as_person(editor).get("/editor/missed-searches").text();
        assert!(page.contains(">lapanen myssy<") && page.matches("<td class=\"num\">").count() == 1, "{page}");
    }

    fn the_union_is_asked_as_its_contact_says(site) {
        for (contact, shown) in [
            ("liitto@esimerkki.example", "<a href=\"mailto:liitto@esimerkki.example\">Kysy liitosta</a>: liitto@esimerkki.example"),
            ("+358 (9) 123 45-6", "<a href=\"tel:+3589123456\">Kysy liitosta</a>: +358 (9) 123 45-6"),
            ("Toimisto, 2. kerros", "<li>Kysy liitosta: Toimisto, 2. kerros</li>"),
        ] {
            site.set("union-contact", contact);
            assert_finds(&mut site.visitor(), "zeppeliini", shown);
        }
    }

    fn titles_are_offered_from_the_second_letter_and_of_every_kind(site) {
        site.set("coffee-room-posts-per-minute", "1000");
        take_in_articles(&site);
        let aino = site.member("Aino");
        for _ in 0..9 {
            open(&site, aino, "Irtisanominen puhuttaa", "Kertomus.", "members");
        }
        let mut reader = site.as_person(aino);
        assert!(!reader.get("/search/titles?q=i").text().contains("<li>"));
        let offered = reader.get("/search/titles?q=ir").text();
        assert_eq!(offered.matches("<li>").count(), 8, "{offered}");
        assert!(offered.contains("/databank/") && offered.contains("/coffee-room/"), "{offered}");
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
        let alike = |by: PersonId| {
            site.as_person(by).post("/coffee-room/alike", &[("title", "Villasukka")]).text()
        };
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
        assert_finds(&mut reader, "jouluvillasukista", "osa sanasta");
        assert_finds(&mut reader, "jouluvillasukista", "threads/1#p1");
        // A word that no dictionary has, out of a title.
        open(&site, aino, "Kafferum ja Zumbalaari", "Kertomus kattilasta.", "members");
        assert_finds(&mut reader, "zimbalaari", "q=zumbalaari");
        let mut stranger = site.visitor();
        assert!(!search(&mut stranger, "zimbalaari").contains("q=zumbalaari"));
        let list = |site: &TestSite| site.as_person(editor).get("/editor/missed-searches").text();
        for _ in 0..5 {
            search(&mut reader, "zeppeliini");
        }
        assert!(!list(&site).contains("zeppeliini"), "one person's word is nobody's business");
        // On other days, in other forms, and two words that are nowhere together.
        for query in ["zeppeliinistä+0401234567", "zeppeliineihin+villasukka"] {
            site.pass(DAY);
            search(&mut reader, query);
            search(&mut reader, "villasukassa+kattiloista");
        }
        site.pass(DAY);
        search(&mut reader, "kattila+villasukka");
        let page = list(&site);
        assert!(page.contains("<td class=\"num\">3</td>"), "{page}");
        assert!(page.contains(">kattila villasukka<"), "{page}");
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
            let found = search(&mut reader, query);
            let answers = ["class=\"results\"", "ei löytynyt mitään", "ei ole yhtään sanaa", "Kirjoita omin sanoin."];
            assert_eq!(answers.iter().filter(|answer| found.contains(**answer)).count(), 1, "{query}: {found}");
            let titles = reader.get(&format!("/search/titles?q={query}"));
            assert_eq!(titles.status, 200, "{query}");
        }
        // Signs that stand where words do, and none can be found by.
        let new = "/coffee-room/rooms/1/new";
        for sign in ["\u{2bc}", "\u{2bc}\u{2bc}", "\u{93e}", "\u{64b}", "\u{37a}", "\u{1f150}"] {
            let query: String = sign.bytes().map(|byte| format!("%{byte:02X}")).collect();
            assert_finds_nothing(&mut reader, &query);
            assert_finds(&mut reader, &format!("{query}+villasukka"), "threads/1#p1");
            for query in [format!("xx{query}"), format!("{query}{query}"), format!("{query}+villasukka")] {
                assert_eq!(reader.get(&format!("/search/titles?q={query}")).status, 200, "{sign:?}");
            }
            assert_eq!(reader.post("/coffee-room/alike", &[("title", sign)]).status, 200, "{sign:?}");
            for act in ["preview", "draft"] {
                reader.get(new);
                let fields = [("title", sign), ("body", "Kertomus."), ("audience", "members"), ("act", act)];
                let answer = reader.post(new, &fields);
                assert!(answer.status < 400, "{sign:?} {act}: {}", answer.text());
                assert_eq!(reader.get(new).status, 200, "{sign:?} as a draft");
            }
        }
        for limits in ["in=nowhere", "in=coffee-room:x", "in=coffee-room:999", "when=never", "order=best", "page=-1", "page=99"] {
            assert_eq!(reader.get(&format!("/search?q=sukka&{limits}")).status, 200, "{limits}");
        }
    }

    fn words_that_were_left_out_are_named(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Villasukat", "Kertomus villasukista.", "members");
        let mut reader = site.as_person(aino);
        for (lang, says) in [("fi", "Näillä sanoilla ei haettu"), ("sv", "De här orden söktes inte"), ("en", "These words were not searched for")] {
            reader.set_cookie("lang", lang);
            assert_finds(&mut reader, "miss%C3%A4+on+villasukka", "threads/1#p1");
            let found = search(&mut reader, "miss%C3%A4+on+villasukka");
            assert!(found.contains(says) && found.contains(": missä, on<"), "{lang}: {found}");
            assert!(!search(&mut reader, "villasukka").contains(says), "{lang}");
        }
    }

    fn a_page_behind_the_last_leads_to_the_first(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Villasukat", "Kertomus villasukista.", "members");
        let mut reader = site.as_person(aino);
        for page in [2, 5] {
            let found = search(&mut reader, &format!("villasukka&in=coffee-room&page={page}"));
            assert!(found.contains("Tällä sivulla ei ole enää osumia"), "{found}");
            assert!(found.contains("<a href=\"/search?q=villasukka&#38;in=coffee-room\">"), "{found}");
            assert!(!found.contains("rel=\"prev\""), "{found}");
        }
        // Of all kinds there is one page.
        let found = search(&mut reader, "villasukka&page=5");
        assert!(found.contains("threads/1#p1") && !found.contains("rel=\"prev\""), "{found}");
        assert!(!search(&mut reader, "zeppeliini&in=coffee-room&page=5").contains("ei ole enää"));
    }

    fn a_search_stays_when_its_reader_chooses_another_language(site) {
        let mut reader = site.visitor();
        let page = reader.get("/search?q=loma%2Bpalkka+vuoro&page=2").text();
        let links: Vec<&str> = page.split("href=\"").filter(|link| link.starts_with("/language/sv?")).collect();
        assert_eq!(links.len(), 2, "{page}");
        for link in links {
            let link = link.split('"').next().unwrap_or_default().replace("&#38;", "&");
            let answer = reader.get(&link);
            assert_eq!(answer.header("location"), Some("/search?q=loma%2Bpalkka+vuoro&page=2"), "{link}");
        }
        assert!(reader.get("/search?q=loma%2Bpalkka").text().contains("value=\"loma+palkka\""));
    }

    fn on_english_pages_a_right_word_is_not_taken_for_another_languages(site) {
        let aino = site.member("Aino");
        open(&site, aino, "Kerho", "Helmet katosivat.", "members");
        let mut reader = site.as_person(aino);
        assert_finds(&mut reader, "helmst", "q=helmet");
        reader.set_cookie("lang", "en");
        assert_finds(&mut reader, "helmst", "q=helmet");
        // Two edits from other forms of the same Finnish word.
        let found = search(&mut reader, "helper");
        assert!(!found.contains("Did you mean") && found.contains("helper"), "{found}");
    }

    fn made_up_words_drive_nothing_out(site) {
        let mut visitor = site.visitor();
        let days = |site: &TestSite, word: &'static str| -> Option<i64> {
            site.read(move |tx| Ok(tx.first("SELECT times FROM search_missed WHERE word = ?1", &[&word], |row| row.get(0))?))
        };
        search(&mut visitor, "zeppeliini");
        site.pass(DAY);
        // As if somebody had asked for them today.
        site.write(|tx| {
            let last = "SELECT last_on FROM search_missed WHERE word = 'zeppeliini'";
            let before: String = tx.one(last, &[], |row| row.get(0))?;
            let today = before.parse::<jiff::civil::Date>().ok().and_then(|day| day.tomorrow().ok());
            let today = today.expect("a day").to_string();
            for number in 0..100 {
                let word = format!("keksitty{number}");
                tx.execute("INSERT INTO search_missed (word, times, last_on) VALUES (?1, 1, ?2)", &[&word, &today])?;
            }
            Ok(())
        });
        search(&mut visitor, "lentokone");
        assert_eq!(days(&site, "lentokone"), None, "there were enough new words that day");
        search(&mut visitor, "zeppeliini");
        assert_eq!(days(&site, "zeppeliini"), Some(2), "a known one is counted all the same");
        site.pass(DAY);
        search(&mut visitor, "lentokone");
        assert_eq!(days(&site, "lentokone"), Some(1));
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
            Ok(search::remove_thing(tx, "post", 1)?)
        });
        assert_finds_nothing(&mut site.as_person(aino), "villasukka");
        let mut site = site;
        site.restart();
        site.settle();
        assert_finds(&mut site.as_person(aino), "villasukka", "threads/1#p1");
    }
}

//! Another forum moves in: into a whole site, by the subcommand's own way, and
//! by the program itself that is killed meanwhile.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected should stop at once"
)]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::thread;

use kafferum_forum_export::{Export, Source};
use kafferum_platform::clock::{DAY, date_of};
use kafferum_platform::db::{Database, Place, schema};
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_platform::texts::Lang;
use kafferum_server::moving_in::{Report, move_in};
use kafferum_testkit::postgres::fresh_database;
use kafferum_testkit::process::{Program, free_address};
use kafferum_testkit::site::{On, TestSite};
use kafferum_testkit::{on_both, on_each};
use tempfile::TempDir;

const PICTURE: &[u8] = include_bytes!("../../coffee_room/demo/seinakalenteri.png");

const PEOPLE: &str = "id,mail\n7,Henkilo0@testi.example \n8,tuntematon@vanha.example\n";
const ROOMS: &str =
    "id,name,about,address\n1,Työn laatu,,/alue/1\n2,Yövuorot,Yöllä valvoville,/alue/2\n";
const THREADS: &str = "id,room,title,address,closed\n\
    5,1,Vuoron vaihto,/aihe/5,\n\
    6,2,Unirytmi,/index.php?aihe=6,yes\n";
const POSTS: &str = "id,thread,person,at,text,reply_to,address\n\
    10,5,7,2019-05-04 12:30,\"Vuoro **vaihtui** [yöllä](https://a.example).\n\n![Kalenteri](kuvat/k.png)\",,/aihe/5/10\n\
    11,5,8,2019-05-04 12:40,Samoin kävi lomarahalle,,\n\
    12,6,8,2019-05-05 12:30,Valvon <script>alert(1)</script>,,\n\
    13,5,7,2019-05-06 12:30,Kiitos,10,\n\
    14,77,7,2019-05-06 12:40,Orpo,,\n\
    15,5,8,2019-05-06 12:50,![rikki](kuvat/rikki.png) ![poissa](kuvat/poissa.png),,/aihe/5/15\n";

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

fn plain(posts: &str) -> TempDir {
    folder(&[
        ("people.csv", PEOPLE.as_bytes()),
        ("rooms.csv", ROOMS.as_bytes()),
        ("threads.csv", THREADS.as_bytes()),
        ("posts.csv", posts.as_bytes()),
        ("kuvat/k.png", PICTURE),
        ("kuvat/rikki.png", b"\x89PNG\r\n\x1a\nrikki"),
    ])
}

fn try_import(
    site: &TestSite,
    source: Source,
    path: &Path,
    rooms: &[(&str, &str)],
    is_dry: bool,
) -> Result<Report, String> {
    let zone = jiff::tz::TimeZone::get("Europe/Helsinki").unwrap();
    let export = Export::open(source, path, &zone, site.now()).map_err(|refused| refused.0)?;
    let rooms: Vec<_> = rooms.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    site.wait_for(move_in(site.site(), export, &rooms, is_dry, |_| {}))
}

fn import(site: &TestSite, folder: &TempDir) -> Report {
    try_import(site, Source::Plain, folder.path(), &[], false).unwrap()
}

/// Every row of every table, as text.
fn everything(site: &TestSite) -> Vec<String> {
    let columns = site.wait_for(schema(&site.site().db)).unwrap();
    let mut sql: Vec<(String, String)> = Vec::new();
    for line in columns.iter().filter(|line| !line.contains(" bytes ")) {
        let (table, column) = line.split(' ').next().unwrap().split_once('.').unwrap();
        if sql.last().is_none_or(|(known, _)| known != table) {
            sql.push((table.to_owned(), format!("SELECT '{table}'")));
        }
        let _ =
            write!(sql.last_mut().unwrap().1, " || '|' || COALESCE(CAST({column} AS TEXT), '~')");
    }
    // A test's own text, made once a run.
    let sql: Vec<&'static str> = sql
        .into_iter()
        .map(|(table, sql)| &*Box::leak(format!("{sql} FROM {table}").into_boxed_str()))
        .collect();
    let mut rows = site.read(move |tx| {
        let mut rows = Vec::new();
        for sql in &sql {
            rows.extend(tx.query(sql, &[], |row| row.get::<String>(0))?);
        }
        Ok(rows)
    });
    rows.sort();
    rows
}

/// What readers see of the posts: thread, position, author, instant, HTML.
fn posts(site: &TestSite) -> Vec<String> {
    site.read(|tx| {
        Ok(tx.query(
            "SELECT t.title || '|' || CAST(p.position AS TEXT) || '|' || w.pseudonym || '|' ||
                    CAST(p.created_at AS TEXT) || '|' || p.audience || '|' || p.html
             FROM post p JOIN thread t ON t.id = p.thread JOIN person w ON w.id = p.author
             ORDER BY t.id, p.position",
            &[],
            |row| row.get::<String>(0),
        )?)
    })
}

fn location(site: &TestSite, person: Option<PersonId>, path: &str) -> (u16, String) {
    let mut browser = person.map_or_else(|| site.visitor(), |person| site.as_person(person));
    let answer = browser.get(path);
    (answer.status, answer.header("location").unwrap_or_default().to_owned())
}

on_both! {
    fn a_dry_run_counts_everything_and_changes_nothing(site) {
        site.member("Aino");
        let before = everything(&site);
        let folder = plain(POSTS);
        let report = try_import(&site, Source::Plain, folder.path(), &[], true).unwrap();
        assert_eq!(everything(&site), before);
        let counts = report.outcome.counts;
        assert_eq!((counts.rooms, counts.threads, counts.posts), (1, 2, 5));
        assert_eq!((counts.posts_of_people, counts.pictures, counts.known), (2, 2, 0));
        assert_eq!((report.people_known, report.people_unknown), (1, 1));
        let told = report.to_string();
        for line in [
            "Työn laatu  →  Työn laatu (room 1)",
            "Yövuorot  →  a new room, for members",
            "posts.csv, line 8: post 14: there is no thread «77»",
            "posts.csv, line 9: post 15: the picture kuvat/poissa.png is not in the export",
            "This was a dry run",
        ] {
            assert!(told.contains(line), "{line} is not in:\n{told}");
        }
        assert!(!told.contains("example"), "no address of anybody is told: {told}");
    }

    fn a_forum_moves_in_with_its_authors_dates_pictures_and_quotes(site) {
        let aino = site.member("Aino");
        let report = import(&site, &plain(POSTS));
        assert_eq!(report.outcome.counts.posts, 5);
        let told = posts(&site);
        assert_eq!(told.len(), 5);
        assert!(told[0].starts_with("Vuoron vaihto|1|Aino|1556962200000|members|<p>Vuoro <strong>vaihtui</strong>"), "{}", told[0]);
        assert!(told[0].contains("<img src=\"/coffee-room/pictures/1/small\" alt=\"Kalenteri\""), "{}", told[0]);
        assert!(told[1].starts_with("Vuoron vaihto|2||1556962800000|members|<p>Samoin"), "{}", told[1]);
        assert!(told[2].contains("|3|Aino|") && told[2].contains("<blockquote>"), "{}", told[2]);
        assert!(told[2].contains("href=\"/coffee-room/threads/1/at/1556962200000\""), "{}", told[2]);
        assert!(told[3].contains("|4||") && told[3].ends_with("<p>rikki poissa</p>\n"), "{}", told[3]);
        assert!(told[4].starts_with("Unirytmi|1||") && told[4].contains("&lt;script&gt;"), "{}", told[4]);

        let mut reader = site.as_person(site.member("Eino"));
        let page = reader.get("/coffee-room/threads/1").text();
        assert!(page.contains(site.site().texts.plain(Lang::Fi, "coffee-room-former-member")));
        assert_eq!(reader.get("/coffee-room/pictures/1/large").status, 200);
        assert!(reader.get("/search?q=lomaraha").text().contains("class=\"results\""), "it is found at once");
        assert!(reader.get("/coffee-room/threads/2/reply").status != 200, "it was closed there");
        // As if it had been written here.
        let mut author = site.as_person(aino);
        author.get("/coffee-room/threads/1/posts/3/edit");
        let fields = [("body", "Kiitos kaikille"), ("audience", "members"), ("version", "1")];
        assert_eq!(author.post("/coffee-room/threads/1/posts/3/edit", &fields).status, 303);
    }

    fn nobody_is_told_of_what_moved_in(site) {
        let aino = site.member("Aino");
        let eino = site.member("Eino");
        let mut browser = site.as_person(eino);
        browser.get("/coffee-room/rooms/1");
        let follows = [("follow", "following")];
        assert_eq!(browser.post("/coffee-room/rooms/1/follow", &follows).status, 303);
        browser.get("/coffee-room/follows");
        let word = [("word", "lomaraha")];
        assert_eq!(browser.post("/coffee-room/follows/word", &word).status, 303);
        for table in ["follow_room|", "follow_word|"] {
            assert!(everything(&site).iter().any(|row| row.starts_with(table)), "{table}");
        }
        let untouched = |site: &TestSite| -> Vec<String> {
            let quiet = ["notice|", "notice_due|", "untold|", "mail|", "job|", "follow_thread|", "held_post|"];
            everything(site).into_iter().filter(|row| quiet.iter().any(|table| row.starts_with(table))).collect()
        };
        let before = untouched(&site);
        import(&site, &plain(POSTS));
        assert_eq!(untouched(&site), before);
        site.pass_days(2);
        assert!(site.mails().is_empty());
        assert!(!site.as_person(aino).get("/").text().contains("class=\"badge\""));
    }

    fn whoever_has_no_account_leaves_no_address_and_no_name(site) {
        site.member("Aino");
        let dump = folder(&[("dump.sql", DISCOURSE.as_bytes())]);
        try_import(&site, Source::Discourse, dump.path(), &[], false).unwrap();
        import(&site, &plain(POSTS));
        let rows = everything(&site);
        for secret in ["vanha.example", "tuntematon", "maija77", "Maija77", "Meikäläinen"] {
            let told: Vec<_> = rows.iter().filter(|row| row.contains(secret)).collect();
            assert!(told.is_empty(), "{secret}: {told:?}");
        }
        // One who is nobody stands for all of them.
        let nobody = rows.iter().filter(|row| row.starts_with("person|") && row.contains("|erased|"));
        assert_eq!(nobody.count(), 1);
    }

    fn an_import_run_twice_changes_nothing_and_a_newer_export_brings_what_is_new(site) {
        site.member("Aino");
        import(&site, &plain(POSTS));
        let before = everything(&site);
        let report = import(&site, &plain(POSTS));
        assert_eq!(everything(&site), before);
        assert_eq!((report.outcome.counts.posts, report.outcome.counts.known), (0, 5));

        let newer = format!("{POSTS}16,6,7,2019-06-01 12:30,Uusi vastaus,,\n");
        let report = import(&site, &plain(&newer));
        assert_eq!((report.outcome.counts.posts, report.outcome.counts.threads), (1, 0));
        assert!(posts(&site).last().unwrap().starts_with("Unirytmi|2|Aino|"));
    }

    fn old_posts_are_no_news_in_search(site) {
        let aino = site.member("Aino");
        let open = |title: &str| {
            let mut browser = site.as_person(aino);
            browser.get("/coffee-room/rooms/1/new");
            let fields = [("title", title), ("body", "Aivan uusi kerros."), ("audience", "members")];
            assert_eq!(browser.post("/coffee-room/rooms/1/new", &fields).status, 303);
        };
        let found = |limits: &str| site.as_person(aino).get(&format!("/search?q=kerros&in=coffee-room&{limits}")).text();
        open("Ensimmäinen");
        let many = (0..500).fold("id,thread,person,at,text\n".to_owned(), |mut posts, number| {
            let thread = if number < 250 { 5 } else { 6 };
            let _ = writeln!(posts, "{number},{thread},7,2019-05-04 12:{:02}:{:02},Vanha kerros {number}", number / 60 % 60, number % 60);
            posts
        });
        import(&site, &plain(&many));
        open("Viimeinen");
        let newest = found("order=newest");
        let places: Vec<_> = ["/4#p1\"", "/1#p1\"", "/3?page=13#p250\"", "/2?page=13#p250\""].iter().map(|place| newest.find(place)).collect();
        assert!(places[0].is_some() && places.is_sorted(), "{places:?}: {newest}");
        let week = found("when=week");
        assert!(week.contains("threads/1#p1") && week.contains("threads/4#p1") && !week.contains("threads/2#"), "{week}");
        // What a newer export brings is newer than what came before.
        import(&site, &plain(&format!("{many}500,6,7,2026-01-20 12:00,Tuorein kerros\n")));
        let newest = found("order=newest");
        let places: Vec<_> = ["/4#p1\"", "/1#p1\"", "/3?page=13#p251\"", "/2?page=13#p250\""].iter().map(|place| newest.find(place)).collect();
        assert!(places[0].is_some() && places.is_sorted(), "{places:?}: {newest}");
    }

    fn a_second_import_hides_nothing_that_was_written_here(site) {
        let aino = site.member("Aino");
        let open = |title: &str| {
            let mut browser = site.as_person(aino);
            browser.get("/coffee-room/rooms/1/new");
            let fields = [("title", title), ("body", "Aivan uusi kerros."), ("audience", "members")];
            assert_eq!(browser.post("/coffee-room/rooms/1/new", &fields).status, 303);
        };
        let found = |limits: &str| site.as_person(aino).get(&format!("/search?q=kerros&in=coffee-room&{limits}")).text();
        let line = |posts: &mut String, number: usize, day: &str, text: &str| {
            let _ = writeln!(posts, "{number},{},7,{day} 12:{:02}:{:02},{text}", 5 + number % 2, number / 60 % 60, number % 60);
        };
        let mut old = "id,thread,person,at,text\n".to_owned();
        line(&mut old, 1, "2019-05-04", "Vanha kerros");
        line(&mut old, 2, "2019-05-04", "Vanha kerros");
        import(&site, &plain(&old));
        open("Ensimmäinen");
        site.pass(20 * DAY);
        open("Toinen");
        let today = date_of(site.now(), &jiff::tz::TimeZone::UTC);
        let mut newer = old.clone();
        for number in 3..403 {
            line(&mut newer, number, "2020-05-04", "Toinen vanha kerros");
        }
        line(&mut newer, 403, &today.yesterday().unwrap().to_string(), "Eilinen kerros");
        import(&site, &plain(&newer));
        let week = found("when=week");
        assert!(week.contains("threads/4#p1") && !week.contains("threads/3#p1"), "{week}");
        assert!(week.contains("Eilinen"), "the last of what moved in is of this week, too: {week}");
        let newest = found("order=newest");
        let places: Vec<_> = ["/4#p1\"", "/3#p1\"", "/1?page=", "/2?page="].iter().map(|place| newest.find(place)).collect();
        assert!(places[0].is_some() && places.is_sorted(), "{places:?}: {newest}");
        let old_numbers = |site: &TestSite| -> Vec<i64> {
            site.read(|tx| Ok(tx.query(
                "SELECT d.id FROM search_doc d WHERE d.kind = 'post' AND d.thing IN (1, 2) ORDER BY d.at",
                &[],
                |row| row.get(0),
            )?))
        };
        let numbers = old_numbers(&site);
        assert!(numbers.len() == 403 && numbers.is_sorted() && numbers[402] < 1, "{numbers:?}");
        // More than there is room for comes below everything.
        let mut many = newer.clone();
        for number in 404..410 {
            line(&mut many, number, "2020-06-04", "Kolmas vanha kerros");
        }
        site.write(|tx| {
            // As if most of the room had been taken.
            Ok(tx.execute(
                "INSERT INTO search_doc (id, kind, thing, part, place, lang, at)
                 SELECT MAX(d.id) + 3, 'post', 9999, '1', 1, 'fi', 0 FROM search_doc d WHERE d.id < 1",
                &[],
            )?)
        });
        import(&site, &plain(&many));
        let week = found("when=week");
        assert!(week.contains("threads/4#p1") && week.contains("Eilinen"), "{week}");
        let numbers = old_numbers(&site);
        assert!(numbers.len() == 409 && numbers.iter().all(|number| *number < 1), "{numbers:?}");
    }

    fn an_import_that_ends_in_the_middle_goes_on_where_it_was(site) {
        let many = (0..900).fold("id,thread,person,at,text\n".to_owned(), |mut posts, number| {
            let thread = 5 + number % 2;
            let _ = writeln!(posts, "{number},{thread},7,2019-05-04 12:{:02}:{:02},Viesti {number}", number / 60 % 60, number % 60);
            posts
        });
        let folder = plain(&many);
        let zone = jiff::tz::TimeZone::UTC;
        let export = Export::open(Source::Plain, folder.path(), &zone, site.now()).unwrap();
        let mut batches = 0;
        let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let import = move_in(site.site(), export, &[], false, |_| {
                batches += 1;
                assert!(batches < 3, "killed");
            });
            site.wait_for(import).map(drop)
        }));
        assert!(ended.is_err());
        let come = posts(&site).len();
        assert!((1..900).contains(&come), "{come}");
        let export = Export::open(Source::Plain, folder.path(), &zone, site.now()).unwrap();
        let report = site.wait_for(move_in(site.site(), export, &[], false, |_| {})).unwrap();
        assert_eq!(report.outcome.counts.known, come as u64);
        let all = posts(&site);
        assert_eq!(all.len(), 900);
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 900);
        assert!(all[899].ends_with("<p>Viesti 899</p>\n"));
        let numbers: Vec<i64> = site.read(|tx| Ok(tx.query(
            "SELECT d.id FROM search_doc d JOIN post p ON p.thread = d.thing AND CAST(p.position AS TEXT) = d.part
             WHERE d.kind = 'post' ORDER BY p.created_at",
            &[],
            |row| row.get(0),
        )?));
        assert!(numbers.len() == 900 && numbers.is_sorted() && numbers[899] < 1, "{numbers:?}");
    }

    fn old_addresses_lead_on_and_tell_nothing_to_who_may_not_read(site) {
        let (member, guest) = (site.member("Aino"), site.guest("Vieras"));
        import(&site, &plain(POSTS));
        let dump = folder(&[("dump.sql", DISCOURSE.as_bytes())]);
        try_import(&site, Source::Discourse, dump.path(), &[], false).unwrap();
        let to = |path: &str| (301, path.to_owned());
        for (old, thread, post) in [
            ("/aihe/5", "/coffee-room/threads/1", ""),
            ("/aihe/5/10", "/coffee-room/threads/1", "#p1"),
            ("/aihe/5/15", "/coffee-room/threads/1", "#p4"),
            ("/index.php?aihe=6", "/coffee-room/threads/2", ""),
            ("/t/yovuorot/12", "/coffee-room/threads/3", ""),
            ("/t/yovuorot/12/2", "/coffee-room/threads/3", "#p2"),
            ("/foorumi/t/12/2?u=x", "/coffee-room/threads/3", "#p2"),
            // A post that never came: its thread is nearest.
            ("/t/12/99", "/coffee-room/threads/3", ""),
        ] {
            assert_eq!(location(&site, Some(member), old), to(&format!("{thread}{post}")), "{old}");
            for other in [None, Some(guest)] {
                assert_eq!(location(&site, other, old), to(thread), "{old}");
            }
        }
        assert_eq!(location(&site, Some(member), "/alue/2").0, 301);
        assert_eq!(site.as_person(guest).get("/coffee-room/threads/1").status, 404);
        let sign_in = location(&site, None, "/coffee-room/threads/1");
        assert!(sign_in.0 == 303 && sign_in.1.starts_with("/sign-in"), "{sign_in:?}");
        for nowhere in ["/aihe/6", "/t/yovuorot/99", "/viewtopic.php?t=1", "/index.php?aihe=7", "/t/%00/12", "/ei-ole"] {
            for person in [None, Some(guest), Some(member)] {
                assert_eq!(location(&site, person, nowhere), (404, String::new()), "{nowhere}");
            }
        }
    }

    fn an_old_address_follows_its_post_when_that_moves(site) {
        let member = site.member("Aino");
        import(&site, &plain(POSTS));
        let mut moderator = site.as_person(site.staff("Valvoja", Role::Moderator));
        moderator.get("/moderation/threads/1/join?into=2");
        let fields = [("into", "2"), ("words", "Sama asia")];
        let answer = moderator.post("/moderation/threads/1/join", &fields);
        assert_eq!(answer.status, 303, "{}", answer.text());
        let (status, path) = location(&site, Some(member), "/aihe/5/10");
        assert!(status == 301 && path.starts_with("/coffee-room/threads/2"), "{path}");
        let newer = format!("{POSTS}16,5,7,2019-06-01 12:30,Uusi vastaus,,\n");
        import(&site, &plain(&newer));
        assert!(posts(&site).last().unwrap().contains("Uusi vastaus"));
    }

    fn a_room_goes_where_one_asks_and_a_closed_one_nowhere_without_asking(site) {
        let dump = folder(&[("dump.sql", DISCOURSE.as_bytes())]);
        let go = |rooms: &[(&str, &str)]| try_import(&site, Source::Discourse, dump.path(), rooms, true);
        let report = go(&[]).unwrap();
        assert!(report.to_string().contains("Henkilökunta  –  left out: not everybody could read it there"), "{report}");
        assert_eq!(report.outcome.counts.left_out, 1);
        let report = go(&[("Henkilökunta", "2"), ("1", "Verkostot")]).unwrap();
        assert!(report.to_string().contains("Arki  →  Verkostot (room 4)"), "{report}");
        assert_eq!(report.outcome.counts.left_out, 0);
        assert_eq!(go(&[("Arki", "Eteinen")]).unwrap_err(), "there is no room «Eteinen» here");
        assert_eq!(go(&[("Eteinen", "2")]).unwrap_err(), "the export has no room «Eteinen»");
        let report = go(&[("Arki", "-")]).unwrap();
        assert_eq!(report.outcome.counts.posts, 0);
    }

    fn a_broken_export_is_refused_whole(site) {
        let before = everything(&site);
        let cut = folder(&[("dump.sql", &DISCOURSE.as_bytes()[..DISCOURSE.len() / 2])]);
        assert!(try_import(&site, Source::Discourse, cut.path(), &[], false).is_err());
        assert_eq!(everything(&site), before);
    }

    fn phpbb_moves_in(site) {
        let member = site.member("Aino");
        let dump = folder(&[("foorumi.sql", PHPBB.as_bytes()), ("files/2_abc", PICTURE)]);
        let report = try_import(&site, Source::Phpbb, dump.path(), &[], false).unwrap();
        assert_eq!((report.outcome.counts.posts, report.outcome.counts.pictures), (2, 1), "{report}");
        let told = posts(&site);
        assert!(told[0].starts_with("Vuorot|1|Aino|"), "{}", told[0]);
        assert!(told[1].contains("<blockquote>") && told[1].contains("alt=\"kissa.jpg\""), "{}", told[1]);
        assert_eq!(location(&site, Some(member), "/foorumi/viewtopic.php?f=3&t=5&p=21"), (301, "/coffee-room/threads/1#p2".to_owned()));
        assert_eq!(location(&site, None, "/viewtopic.php?t=5&start=15"), (301, "/coffee-room/threads/1".to_owned()));
    }

    fn what_a_person_wrote_there_is_theirs_and_goes_with_them(site) {
        let aino = site.member("Aino");
        import(&site, &plain(POSTS));
        let now = site.now();
        site.write(move |tx| {
            for feature in kafferum_server::features() {
                (feature.erase)(tx, aino, now)?;
            }
            Ok(())
        });
        let told = posts(&site);
        assert!(told.iter().all(|post| !post.contains("|Aino|") && !post.contains("<img")), "{told:?}");
        // Another run brings nothing of it back.
        let before = everything(&site);
        import(&site, &plain(POSTS));
        assert_eq!(everything(&site), before);
    }
}

const DISCOURSE: &str = r#"--
-- PostgreSQL database dump
--
COPY public.categories (id, name, read_restricted) FROM stdin;
1	Arki	f
2	Henkilökunta	t
\.
COPY public.posts (id, user_id, topic_id, post_number, raw, created_at, deleted_at) FROM stdin;
10	1	12	1	Vuoro vaihtui, @maija77	2019-05-04 12:30:00.123456	\N
11	2	12	2	[quote="Maija77, post:1, topic:12"]\nVuoro\n[/quote]\nNiin	2019-05-04 12:40:00.5	\N
12	2	14	1	Vain meille	2019-05-04 12:50:00.5	\N
\.
COPY public.topics (id, title, archetype, category_id, deleted_at) FROM stdin;
12	Yövuorot	regular	1	\N
14	Palkat	regular	2	\N
\.
COPY public.user_emails (id, user_id, email) FROM stdin;
1	1	maija@vanha.example
\.
COPY public.users (id, username, name) FROM stdin;
1	Maija77	Maija Meikäläinen
2	pekka	\N
\.
-- PostgreSQL database dump complete
"#;

const PHPBB: &str = r#"CREATE TABLE `phpbb_acl_groups` (`group_id` int, `forum_id` int, `auth_option_id` int, `auth_role_id` int, `auth_setting` tinyint);
INSERT INTO `phpbb_acl_groups` VALUES (2,3,20,0,1);
CREATE TABLE `phpbb_acl_options` (`auth_option_id` int, `auth_option` varchar(50));
INSERT INTO `phpbb_acl_options` VALUES (20,'f_read');
CREATE TABLE `phpbb_groups` (`group_id` int, `group_name` varchar(255));
INSERT INTO `phpbb_groups` VALUES (2,'REGISTERED');
CREATE TABLE `phpbb_attachments` (`attach_id` int, `post_msg_id` int, `in_message` int, `physical_filename` text, `real_filename` text, `extension` text);
INSERT INTO `phpbb_attachments` VALUES (1,21,0,'2_abc','kissa.jpg','png');
CREATE TABLE `phpbb_forums` (`forum_id` int, `forum_name` text, `forum_type` int);
INSERT INTO `phpbb_forums` VALUES (3,'Arki',1);
CREATE TABLE `phpbb_posts` (`post_id` int, `topic_id` int, `poster_id` int, `post_time` int, `post_visibility` int, `post_text` mediumtext);
INSERT INTO `phpbb_posts` VALUES (20,5,2,1300000000,1,'<t>Kuka tekee?</t>'),(21,5,3,1300000100,1,'<r><QUOTE author="x" post_id="20"><s>[quote=x post_id=20 time=1 user_id=2]</s>Kuka<e>[/quote]</e></QUOTE>Minä</r>');
CREATE TABLE `phpbb_topics` (`topic_id` int, `forum_id` int, `topic_title` text);
INSERT INTO `phpbb_topics` VALUES (5,3,'Vuorot');
CREATE TABLE `phpbb_users` (`user_id` int, `username` text, `user_email` text);
INSERT INTO `phpbb_users` VALUES (2,'Ylläpitäjä','henkilo0@testi.example'),(3,'Toinen','');
"#;

/// A forum of this many posts, in three threads.
fn large(posts: u64) -> TempDir {
    let mut threads = "id,room,title\n".to_owned();
    let mut text = "id,thread,at,text\n".to_owned();
    for thread in 0..3 {
        let _ = writeln!(threads, "{thread},1,Aihe {thread}");
    }
    for post in 0..posts {
        let (hour, minute) = (post / 60 % 24, post % 60);
        let day = 1 + post / (24 * 60);
        let _ = writeln!(
            text,
            "{post},{},2019-05-{day:02} {hour:02}:{minute:02},\"Viesti {post} vuorojen vaihdosta.\"",
            post % 3
        );
    }
    folder(&[
        ("rooms.csv", b"id,name\n1,Arki\n"),
        ("threads.csv", threads.as_bytes()),
        ("posts.csv", text.as_bytes()),
    ])
}

/// Thread, position and text of every post of a database.
fn stored(place: &Place) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let database = Database::open(place, &[], 1).unwrap();
    let read = database.read(|tx| {
        Ok(tx.query(
            "SELECT t.title || '|' || CAST(p.position AS TEXT) || '|' || p.markdown
             FROM post p JOIN thread t ON t.id = p.thread ORDER BY 1",
            &[],
            |row| row.get::<String>(0),
        )?)
    });
    runtime.block_on(read).unwrap()
}

mod killed {
    use super::*;

    on_each! {
        fn killed_in_the_middle_and_run_again_it_gives_the_same_as_once(on) {
            let forum = large(5000);
            let outcome = |kills: usize| {
                let data = tempfile::tempdir().unwrap();
                let fresh = (on == On::Postgres).then(fresh_database);
                let place = match &fresh {
                    Some(database) => Place::Postgres(database.url().to_owned()),
                    None => Place::Sqlite(data.path().join("kafferum.sqlite")),
                };
                let program = || match &fresh {
                    Some(database) => Program::kafferum().env("KAFFERUM_DATABASE", database.url()),
                    None => Program::kafferum(),
                };
                // The first start makes the site.
                let address = free_address();
                let serve = program().args(["serve", "--listen", &address, "--data"]).arg(data.path());
                serve.start(&address).terminate();
                let import = || {
                    program()
                        .args(["import-forum", "--from", "plain", "--apply", "--data"])
                        .arg(data.path())
                        .arg(forum.path())
                };
                for _ in 0..kills {
                    let running = import().start_without_waiting("127.0.0.1:1");
                    while running.output().matches("importing").count() < 4 {
                        assert!(!running.output().contains("Done."), "{}", running.output());
                        thread::yield_now();
                    }
                    running.kill();
                }
                let output = import().run();
                let said = String::from_utf8_lossy(&output.stdout).into_owned();
                assert!(output.status.success() && said.contains("Done."), "{output:?}");
                assert_eq!(kills > 0, !said.contains("        0  posts had come before"), "{said}");
                stored(&place)
            };
            let once = outcome(0);
            assert_eq!(once.len(), 5000);
            assert!(outcome(2) == once, "posts are missing, twice there, or in another order");
        }
    }
}

#[test]
fn the_program_says_what_it_needs() {
    let empty = tempfile::tempdir().unwrap();
    let forum = large(1);
    let run = |arguments: &[&str]| {
        let program = Program::kafferum().arg("import-forum").args(arguments.to_vec());
        let output = program.arg("--data").arg(empty.path()).arg(forum.path()).run();
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(run(&["--from", "plain"]).contains("there is no site in"));
    assert!(run(&["--from", "vbulletin"]).contains("discourse, phpbb, plain"));
    assert!(run(&["--from", "plain", "--room", "Arki"]).contains("THERE=HERE"));
    assert!(!empty.path().join("kafferum.sqlite").exists());
}

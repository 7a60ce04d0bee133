//! What readers do with posts: signs to them, quotes of them.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";
const THREAD: &str = "/coffee-room/threads/1";
const REACT: &str = "/coffee-room/threads/1/react";

fn send(by: &mut Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> u16 {
    by.get(path);
    by.post(path, fields).status
}

/// The next instant: quotes know posts by theirs.
fn later(site: &TestSite) {
    site.pass(1);
}

fn open(site: &TestSite, by: &str, audience: &str) -> kafferum_platform::people::PersonId {
    let person = site.member(by);
    let fields = [("title", "Tauot"), ("body", "Miten **te** teette?"), ("audience", audience)];
    assert_eq!(send(&mut site.as_person(person), NEW, &fields), 303);
    person
}

fn react(by: &mut Visitor<'_>, sign: &str) -> u16 {
    by.get(THREAD);
    by.post(REACT, &[("sign", sign)]).status
}

/// The text of a form's field.
fn typed(page: &str) -> String {
    let area = page.split_once("<textarea").and_then(|(_, rest)| rest.split_once('>'));
    let text = area.and_then(|(_, rest)| rest.split_once("</textarea>"));
    let text = text.expect("a field").0.trim_start_matches('\n');
    text.replace("&gt;", ">").replace("&#62;", ">")
}

fn count(site: &TestSite, sql: &'static str) -> i64 {
    site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?))
}

on_both! {
    fn a_sign_is_given_changed_and_taken_back_and_nobody_sees_whose_it_is(site) {
        let aino = open(&site, "Aino", "members");
        let (eino, third) = (site.member("Eino"), site.member("Kolmas"));
        let count = |site: &TestSite| -> Vec<i64> {
            site.read(|tx| {
                Ok(tx.one("SELECT thanks, same, strength, smile FROM post", &[], |row| {
                    Ok(vec![row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
                })?)
            })
        };
        assert_eq!(react(&mut site.as_person(eino), "1:thanks"), 303);
        assert_eq!(react(&mut site.as_person(third), "1:thanks"), 303);
        assert_eq!(count(&site), [2, 0, 0, 0]);
        assert!(site.as_person(eino).get(THREAD).text().contains("Sinulta: \u{2068}kiitos")
            || site.as_person(eino).get(THREAD).text().contains("Sinulta: kiitos"));
        let page = site.as_person(aino).get(THREAD).text();
        assert!(page.contains("<b>2</b>") && !page.contains("Sinulta"), "{page}");
        assert!(!page.contains("Eino") && !page.contains("Kolmas"), "{page}");
        assert_eq!(react(&mut site.as_person(eino), "1:smile"), 303);
        assert_eq!(count(&site), [1, 0, 0, 1]);
        assert_eq!(react(&mut site.as_person(eino), "1:smile"), 303);
        assert_eq!(count(&site), [1, 0, 0, 0]);
        // Nobody praises themselves, and there are no other signs.
        assert_eq!(react(&mut site.as_person(aino), "1:thanks"), 400);
        assert_eq!(react(&mut site.as_person(eino), "1:boo"), 404);
        assert_eq!(react(&mut site.as_person(eino), "9:thanks"), 404);
        assert_eq!(count(&site), [1, 0, 0, 0]);
    }

    fn a_form_with_a_sign_sent_twice_has_one_effect(site) {
        open(&site, "Aino", "members");
        let mut eino = site.as_person(site.member("Eino"));
        eino.get(THREAD);
        let token = eino.token();
        let fields = [("sign", "1:thanks"), ("_form", token.as_str())];
        for _ in 0..2 {
            assert_eq!(eino.post_raw(REACT, &fields).status, 303);
        }
        let given: i64 =
            site.read(|tx| Ok(tx.one("SELECT COUNT(*) FROM reaction", &[], |row| row.get(0))?));
        assert_eq!(given, 1);
    }

    fn a_guest_gives_signs_where_they_may_read(site) {
        let aino = open(&site, "Aino", "guests");
        let guest = site.guest("Uusi");
        let reply = format!("{THREAD}/reply");
        for (body, audience) in [("Vain meille", "members"), ("Kaikille", "guests")] {
            let fields = [("body", body), ("audience", audience)];
            assert_eq!(send(&mut site.as_person(aino), &reply, &fields), 303);
        }
        // Their second post is the third of all.
        assert_eq!(react(&mut site.as_person(guest), "2:same"), 303);
        let same: Vec<i64> = site.read(|tx| {
            Ok(tx.query("SELECT same FROM post ORDER BY position", &[], |row| row.get(0))?)
        });
        assert_eq!(same, [0, 0, 1]);
        assert!(site.as_person(guest).get(THREAD).text().contains("tuttua"));
        assert_eq!(react(&mut site.as_person(guest), "3:same"), 404);
    }

    fn a_quote_leads_to_its_post_and_is_not_found_by_its_words(site) {
        open(&site, "Aino", "guests");
        let eino = site.member("Eino");
        let mut browser = site.as_person(eino);
        let page = browser.get(&format!("{THREAD}/reply?quote=1")).text();
        let quote = typed(&page);
        assert!(quote.contains("Miten **te** teette?") && quote.starts_with("> [Lainaus]("), "{quote}");
        let link = quote.split_once("](").and_then(|(_, rest)| rest.split_once(')')).expect("a link").0;
        assert_eq!(browser.get(link).header("location"), Some("/coffee-room/threads/1#p1"));
        let body = format!("{quote}Seisaaltaan.");
        assert_eq!(browser.post(&format!("{THREAD}/reply"), &[("body", &body)]).status, 303);
        let page = browser.get(THREAD).text();
        assert_eq!(page.matches("<strong>te</strong>").count(), 2, "{page}");
        let found = browser.get("/search?q=teette&in=coffee-room").text();
        assert!(found.contains("#p1") && !found.contains("#p2"), "{found}");
        assert_eq!(browser.get(&format!("{THREAD}/reply?quote=7")).status, 404);
        assert_eq!(browser.get(&format!("{THREAD}/at/17")).status, 404);
    }

    fn a_quote_goes_out_of_sight_with_its_post_and_comes_back_with_it(site) {
        open(&site, "Aino", "members");
        let (eino, third) = (site.member("Eino"), site.member("Kolmas"));
        let judge = site.member("Pihlaja");
        site.give(judge, Role::Moderator, true);
        let mut browser = site.as_person(eino);
        let quote = typed(&browser.get(&format!("{THREAD}/reply?quote=1")).text());
        let body = format!("{quote}Samaa mieltä.");
        assert_eq!(browser.post(&format!("{THREAD}/reply"), &[("body", &body)]).status, 303);
        let shows = |words: &str| site.as_person(third).get(THREAD).text().contains(words);
        assert!(shows("<strong>te</strong>"));
        let hide = "/moderation/threads/1/posts/1/hide";
        assert_eq!(send(&mut site.as_person(judge), hide, &[("reason", "rude"), ("words", "")]), 303);
        assert!(!shows("<strong>te</strong>") && shows("Samaa mieltä.") && shows("[…]"));
        // An edit does not bring it back.
        let edit = format!("{THREAD}/posts/2/edit");
        let fields = [("body", &*format!("{body} Todella."), ), ("version", "1")];
        assert_eq!(send(&mut site.as_person(eino), &edit, &fields), 303);
        assert!(!shows("<strong>te</strong>") && shows("Todella."));
        let restore = "/moderation/threads/1/posts/1/restore";
        assert_eq!(send(&mut site.as_person(judge), restore, &[("words", "Erehdys")]), 303);
        assert!(shows("<strong>te</strong>"));
    }

    fn what_is_for_members_is_not_quoted_to_guests(site) {
        let aino = open(&site, "Aino", "guests");
        let guest = site.guest("Uusi");
        let reply = format!("{THREAD}/reply");
        let mut browser = site.as_person(aino);
        later(&site);
        assert_eq!(send(&mut browser, &reply, &[("body", "Vain **meille**"), ("audience", "members")]), 303);
        let quote = typed(&browser.get(&format!("{reply}?quote=2")).text());
        let body = format!("{quote}Niin on.");
        let answer = browser.post(&reply, &[("body", &body), ("audience", "guests")]);
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains("vain jäsenet näkevät"), "{}", answer.text());
        assert_eq!(browser.post(&reply, &[("body", &body), ("audience", "members")]).status, 303);
        later(&site);
        // A post that is taken back from guests goes from quotes that they read.
        assert_eq!(send(&mut browser, &reply, &[("body", "Hetken *kaikille*"), ("audience", "guests")]), 303);
        later(&site);
        let quote = typed(&browser.get(&format!("{reply}?quote=4")).text());
        let body = format!("{quote}Vastaan.");
        assert_eq!(browser.post(&reply, &[("body", &body), ("audience", "guests")]).status, 303);
        let shows = |words: &str| site.as_person(guest).get(THREAD).text().contains(words);
        assert!(shows("<em>kaikille</em>") && shows("Vastaan."));
        let edit = format!("{THREAD}/posts/4/edit");
        let fields = [("body", "Hetken *kaikille*"), ("version", "1"), ("audience", "members")];
        assert_eq!(send(&mut browser, &edit, &fields), 303);
        assert!(!shows("<em>kaikille</em>") && shows("Vastaan."));
        // A guest can't get at it by an address either.
        assert_eq!(site.as_person(guest).get(&format!("{reply}?quote=2")).status, 404);
    }

    fn a_storm_of_mentions_calls_a_few_and_keeps_nobody_waiting(site) {
        open(&site, "Aino", "members");
        let eino = site.member("Eino");
        let crowd: Vec<String> = (0..25).map(|number| format!("Tuttu{number:02}")).collect();
        for name in &crowd {
            site.member(name);
        }
        let all = |names: &[String]| names.iter().map(|name| format!("@{name} ")).collect::<String>();
        let nobody: Vec<String> = (0..20).map(|number| format!("Kukaan{number:02}")).collect();
        later(&site);
        let reply = format!("{THREAD}/reply");
        let first = count(&site, "SELECT last_position FROM thread");
        for (body, wanted) in [
            (all(&crowd), 10),
            // Twenty signs are looked at, whomever they call.
            (all(&nobody) + &all(&crowd), 0),
            (format!("{}@Tuttu01", "@Tuttu01 ".repeat(19)), 1),
        ] {
            assert_eq!(send(&mut site.as_person(eino), &reply, &[("body", &body)]), 303);
            let last = count(&site, "SELECT last_position FROM thread");
            let mentioned = site.read(move |tx| {
                let sql = "SELECT COUNT(*) FROM mention WHERE position = ?1";
                Ok(tx.one(sql, &[&last], |row| row.get::<i64>(0))?)
            });
            assert_eq!(mentioned, wanted, "{body}");
        }
        assert_eq!(count(&site, "SELECT last_position FROM thread"), first + 3);
        site.settle();
        assert_eq!(count(&site, "SELECT COUNT(*) FROM notice WHERE kind = 'coffee-room-mention'"), 11);
    }

    fn who_is_mentioned_or_quoted_is_told_once_if_they_may_read_it(site) {
        open(&site, "Aino", "guests");
        let (eino, lumi) = (site.member("Eino"), site.member("Yövuoro 7"));
        let guest = site.guest("Uusi");
        let told = |who, words: &str| site.as_person(who).get("/notices").text().contains(words);
        later(&site);
        let mut browser = site.as_person(eino);
        let quote = typed(&browser.get(&format!("{THREAD}/reply?quote=1")).text());
        let body = format!("{quote}Kysytään @yövuoro 7 ja @Uusi, @Yövuoro 7!");
        assert_eq!(browser.post(&format!("{THREAD}/reply"), &[("body", &body), ("audience", "members")]).status, 303);
        site.settle();
        assert!(told(lumi, "Sinut mainittiin keskustelussa"));
        assert!(!told(guest, "mainittiin"), "a guest can't read it");
        assert!(!told(eino, "mainittiin"));
        let mentions: i64 =
            site.read(|tx| Ok(tx.one("SELECT COUNT(*) FROM notice WHERE kind = 'coffee-room-mention'", &[], |row| row.get(0))?));
        assert_eq!(mentions, 1);
        // The preview says who is called, also by a name with an ending.
        let havu = site.member("Havu");
        let reply = format!("{THREAD}/reply");
        browser.get(&reply);
        let fields = [("body", "Kerroin jo @Havulle ja @Olemattomalle"), ("audience", "members"), ("days", "7")];
        let mut preview = fields.to_vec();
        preview.push(("act", "preview"));
        let page = browser.post(&reply, &preview).text();
        assert!(page.contains("Mainitset: Havu</p>"), "{page}");
        assert_eq!(browser.post(&reply, &fields).status, 303);
        site.settle();
        assert!(told(havu, "Sinut mainittiin keskustelussa"));
        let quotes: i64 =
            site.read(|tx| Ok(tx.one("SELECT COUNT(*) FROM notice WHERE kind = 'coffee-room-quote'", &[], |row| row.get(0))?));
        assert_eq!(quotes, 1);
    }
}

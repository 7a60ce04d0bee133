//! What the guard found and its writer took out is nowhere: not in any table,
//! nor in what is logged, however the text was kept while it was typed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that meets the unexpected should stop at once"
)]

use std::fmt::Write as _;
use std::sync::LazyLock;

use kafferum_platform::clock::MINUTE;
use kafferum_platform::db::schema;
use kafferum_platform::people::{PersonId, store as people};
use kafferum_platform::policy::{Grant, Role};
use kafferum_testkit::log::Log;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};
use tracing_subscriber::filter::LevelFilter;

const NEW: &str = "/coffee-room/rooms/1/new";
/// A made-up code, whose check letter is right.
const CODE: &str = "131052-308T";
const TEXT: &str = "Asiakkaan tunnus on 131052-308T, ja vuoro alkaa kuudelta.";

/// Everything that is logged while these tests run.
static LOG: LazyLock<Log> = LazyLock::new(|| Log::listen(LevelFilter::TRACE));

/// Every row of every table, as text.
fn everything(site: &TestSite) -> String {
    let columns = site.wait_for(schema(&site.site().db)).unwrap();
    let mut sql: Vec<(String, String)> = Vec::new();
    for line in columns.iter().filter(|line| !line.contains(" bytes ")) {
        let (table, column) = line.split(' ').next().unwrap().split_once('.').unwrap();
        if sql.last().is_none_or(|(known, _)| known != table) {
            sql.push((table.to_owned(), "SELECT ''".to_owned()));
        }
        write!(sql.last_mut().unwrap().1, " || '|' || COALESCE(CAST({column} AS TEXT), '~')")
            .unwrap();
    }
    // A test's own text, made once a run.
    let sql: Vec<&'static str> = sql
        .into_iter()
        .map(|(table, sql)| &*Box::leak(format!("{sql} FROM {table}").into_boxed_str()))
        .collect();
    let rows = site.read(move |tx| {
        let mut rows = Vec::new();
        for sql in &sql {
            rows.extend(tx.query(sql, &[], |row| row.get::<String>(0))?);
        }
        Ok(rows)
    });
    rows.join("\n")
}

/// Sends a text with the code as it is; a moderator is to read it first.
fn send_as_it_is(by: &mut Visitor<'_>, path: &str, more: &[(&str, &str)]) {
    by.get(path);
    let mut fields = vec![("body", TEXT), ("audience", "members")];
    fields.extend(more);
    let asked = by.post(path, &fields).text();
    let seal = asked.split("name=\"guarded\" value=\"").nth(1).expect("the button");
    fields.push(("guarded", seal.split('"').next().unwrap()));
    let sent = by.post(path, &fields);
    let to = sent.header("location").unwrap_or_default();
    assert!(to.starts_with("/coffee-room/waiting/"), "{}", sent.text());
}

on_both! {
    fn a_code_that_was_sent_and_taken_back_is_nowhere(site) {
        let aino = site.member("Kahvikuppi");
        let mut browser = site.as_person(aino);
        send_as_it_is(&mut browser, NEW, &[("title", "Vuorot")]);
        assert!(everything(&site).contains(CODE), "it waits");
        let back = browser.get("/coffee-room/waiting/1").status;
        assert_eq!(back, 200);
        // Its writer gets it in a form, and nobody else has it.
        let page = browser.post("/coffee-room/waiting/1", &[]);
        let text = page.text();
        assert!(page.status == 200 && text.contains(&format!("{TEXT}</textarea>")), "{text}");
        assert!(text.contains("action=\"/coffee-room/rooms/1/new\""), "{text}");
        site.settle();
        assert!(!everything(&site).contains(CODE));
        // It goes on from there, and the guard asks as ever.
        let fields = [("title", "Vuorot"), ("body", TEXT), ("audience", "members"), ("days", "7"), ("act", "preview")];
        let shown = browser.post(NEW, &fields).text();
        assert!(shown.contains(&format!("<mark>{CODE}</mark>")), "{shown}");
        // The same of a change.
        let fields = [("title", "Vuorot"), ("body", "Vuoro alkaa kuudelta."), ("audience", "members")];
        assert_eq!(browser.post(NEW, &fields).status, 303);
        let edit = "/coffee-room/threads/1/posts/1/edit";
        send_as_it_is(&mut browser, edit, &[("title", "Vuorot"), ("version", "1")]);
        browser.get("/coffee-room/waiting/2");
        let text = browser.post("/coffee-room/waiting/2", &[]).text();
        assert!(text.contains(&format!("{TEXT}</textarea>")) && text.contains(&format!("action=\"{edit}\"")), "{text}");
        site.settle();
        assert!(!everything(&site).contains(CODE));
        let fields = [("title", "Vuorot"), ("body", TEXT), ("audience", "members"), ("version", "1"), ("act", "preview")];
        let shown = browser.post(edit, &fields);
        assert!(shown.status == 200 && shown.text().contains("<mark>"), "{}", shown.text());
    }

    fn a_code_that_was_let_in_and_taken_out_later_is_in_its_history_alone_and_not_for_ever(site) {
        let (aino, pihlaja) = (site.member("Kahvikuppi"), site.member("Pihlaja"));
        site.give(pihlaja, Role::Moderator, true);
        send_as_it_is(&mut site.as_person(aino), NEW, &[("title", "Vuorot")]);
        let mut judge = site.as_person(pihlaja);
        judge.get("/moderation/held/1");
        assert_eq!(judge.post("/moderation/held/1/approve", &[]).status, 303);
        let redact = "/moderation/threads/1/posts/1/redact";
        judge.get(redact);
        let fields = [("title", "Vuorot"), ("body", "Vuoro alkaa."), ("version", "1"), ("reason", "personal-data"), ("words", "Pois.")];
        assert_eq!(judge.post(redact, &fields).status, 303);
        site.settle();
        let all = everything(&site);
        let kept: Vec<&str> = all.lines().filter(|line| line.contains(CODE)).collect();
        assert_eq!(kept.len(), 1, "what the post said before, for an appeal: {kept:?}");
        // While one waits, and else for ninety days.
        let author = || site.as_person(aino);
        let decision = "/coffee-room/decisions/2";
        let mut browser = author();
        browser.get(decision);
        assert_eq!(browser.post(decision, &[("words", "Miksi?")]).status, 303);
        site.pass_days(91);
        assert!(everything(&site).contains(CODE));
        let havu = site.member("Havu");
        site.give(havu, Role::Moderator, true);
        let mut other = site.as_person(havu);
        other.get("/moderation/appeals/1");
        let fields = [("verdict", "upheld"), ("words", "Tunnus on tunnus.")];
        assert_eq!(other.post("/moderation/appeals/1", &fields).status, 303);
        site.pass_days(1);
        assert!(!everything(&site).contains(CODE));
        let history = author().get("/coffee-room/threads/1/posts/1/history").text();
        assert!(history.contains("ei enää säilytetä"), "{history}");
    }

    fn a_name_that_its_writer_took_out_is_in_no_version_unless_it_was_reported(site) {
        const NAMED: &str = "Sain Liisalta viestin.";
        let (aino, eino) = (site.member("Kahvikuppi"), site.member("Eino"));
        let mut browser = site.as_person(aino);
        let edit = |thread: usize| format!("/coffee-room/threads/{thread}/posts/1/edit");
        let report = "/coffee-room/threads/2/posts/1/report";
        for thread in [1, 2] {
            browser.get(NEW);
            let mut fields = vec![("title", "Vuorot"), ("body", NAMED), ("audience", "members")];
            let asked = browser.post(NEW, &fields).text();
            let seal = asked.split("name=\"guarded\" value=\"").nth(1).expect("the button");
            fields.push(("guarded", seal.split('"').next().unwrap()));
            assert_eq!(browser.post(NEW, &fields).status, 303);
            // A change that leaves it in is a version like any.
            browser.get(&edit(thread));
            let mut fields = vec![("title", "Vuorot"), ("body", "Sain eilen Liisalta viestin."), ("version", "1")];
            let asked = browser.post(&edit(thread), &fields).text();
            let seal = asked.split("name=\"guarded\" value=\"").nth(1).expect("the button");
            fields.push(("guarded", seal.split('"').next().unwrap()));
            assert_eq!(browser.post(&edit(thread), &fields).status, 303);
        }
        let mut other = site.as_person(eino);
        other.get(report);
        assert_eq!(other.post(report, &[("reason", "personal-data"), ("words", "Nimi")]).status, 303);
        for thread in [1, 2] {
            browser.get(&edit(thread));
            let fields = [("title", "Vuorot"), ("body", "Sain häneltä viestin."), ("version", "2")];
            assert_eq!(browser.post(&edit(thread), &fields).status, 303);
        }
        site.pass(MINUTE);
        site.settle();
        let kept = |text: &str| text.lines().filter(|line| line.contains("Liisalta")).count();
        // What was reported is for the moderators to see.
        assert_eq!(kept(&everything(&site)), 2);
        let history = browser.get("/coffee-room/threads/1/posts/1/history").text();
        assert!(history.contains("ei enää säilytetä") && !history.contains("Liisalta"), "{history}");
        site.pass_days(91);
        assert_eq!(kept(&everything(&site)), 0);
    }

    fn a_name_that_a_change_takes_out_is_in_no_version_whoever_lets_it_in(site) {
        site.set("coffee-room-posts-per-minute", "1000");
        let aino = site.member("Kahvikuppi");
        let (pihlaja, havu, oona) = (site.member("Pihlaja"), site.member("Havu"), site.member("Oona"));
        for moderator in [pihlaja, havu] {
            site.give(moderator, Role::Moderator, true);
        }
        let mut browser = site.as_person(aino);
        for (title, body) in [("Vuorot", "Sain Liisalta viestin."), ("Vuorot", "Sain Liisalta viestin."), ("Sain Liisalta viestin", "Vuoroista.")] {
            browser.get(NEW);
            let mut fields = vec![("title", title), ("body", body), ("audience", "members")];
            let asked = browser.post(NEW, &fields).text();
            let seal = asked.split("name=\"guarded\" value=\"").nth(1).expect("the button");
            fields.push(("guarded", seal.split('"').next().unwrap()));
            assert_eq!(browser.post(NEW, &fields).status, 303);
        }
        site.set("coffee-room-newcomer-posts", "50");
        for thread in 1..=3 {
            let edit = format!("/coffee-room/threads/{thread}/posts/1/edit");
            browser.get(&edit);
            let fields = [("title", "Vuorot"), ("body", "Sain häneltä viestin."), ("version", "1")];
            let sent = browser.post(&edit, &fields);
            assert_eq!(sent.header("location"), Some(&*format!("/coffee-room/waiting/{thread}")), "{}", sent.text());
        }
        let send = |by: PersonId, page: &str, path: &str, fields: &[(&str, &str)]| {
            let mut by = site.as_person(by);
            by.get(page);
            let sent = by.post(path, fields);
            assert_eq!(sent.status, 303, "{path}: {}", sent.text());
        };
        // One is proposed by somebody who learns to moderate, and signed.
        let (grant, now) = (Grant { role: Role::ModeratorTrainee, scope: None }, site.now());
        site.write(move |tx| Ok(people::grant(tx, oona, &grant, true, None, now)?));
        let (who, practice) = (site.site().handle(oona).unwrap(), "/moderation/practice");
        for step in ["take", "second"] {
            send(pihlaja, practice, practice, &[("trainee", &who), ("act", step)]);
        }
        let opinion = "/moderation/held/1/opinion";
        send(oona, opinion, opinion, &[("deed", "approve"), ("words", "")]);
        send(pihlaja, practice, "/moderation/opinions/1", &[]);
        // One is not let in, but on appeal. One takes the name out of the title.
        let decline = "/moderation/held/2/decline";
        send(pihlaja, decline, decline, &[("reason", "rude"), ("words", "")]);
        let number = "SELECT MAX(id) FROM moderation_log WHERE deed = 'decline'";
        let number: i64 = site.read(move |tx| Ok(tx.one(number, &[], |row| row.get(0))?));
        let decision = format!("/coffee-room/decisions/{number}");
        send(aino, &decision, &decision, &[("words", "Miksi?")]);
        let appeal = "/moderation/appeals/1";
        send(havu, appeal, appeal, &[("verdict", "overturned"), ("words", "Asiallinen")]);
        send(havu, "/moderation/held/3", "/moderation/held/3/approve", &[]);
        let versions = "SELECT COUNT(*) FROM post_version";
        let count = |sql: &'static str| -> i64 { site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?)) };
        assert_eq!(count(versions), 3);
        site.pass(MINUTE);
        site.settle();
        assert_eq!(count(versions), 0);
        let all = everything(&site);
        assert!(all.contains("Sain häneltä viestin.") && !all.contains("Liisalta"));
    }

    fn a_code_that_was_typed_and_taken_out_is_nowhere(site) {
        LazyLock::force(&LOG);
        tracing::info!("the log is heard");
        let aino = site.member("Kahvikuppi");
        // Kept by the script, every few seconds, first without the code.
        let mut scripted = site.as_person(aino).with_header("x-fragment", "1");
        let typed = |by: &mut Visitor<'_>, body: &str, act: &str| {
            let fields = [("title", "Vuorot"), ("body", body), ("audience", "members"), ("act", act)];
            by.post(NEW, &fields)
        };
        scripted.get(NEW);
        assert!(typed(&mut scripted, "Asiakkaan tunnus on", "draft").text().contains("Luonnos tallennettu"));
        let told = typed(&mut scripted, TEXT, "draft");
        assert!(told.status == 200 && told.text().contains("ei tallennettu luonnokseksi"), "{}", told.text());
        assert!(everything(&site).contains("Asiakkaan tunnus on"));
        assert!(!everything(&site).contains(CODE));
        // By the button, without scripts: the guard asks, as when sending.
        let mut browser = site.as_person(aino);
        browser.get(NEW);
        let asked = typed(&mut browser, TEXT, "draft");
        let text = asked.text();
        assert!(asked.status == 422 && text.contains(&format!("<mark>{CODE}</mark>")), "{text}");
        // The neutral words are taken and sent; not even the beginning is kept.
        let taken = typed(&mut browser, TEXT, "neutral").text();
        assert!(taken.contains("[henkilötunnus]") && !taken.contains(CODE), "{taken}");
        assert!(!everything(&site).contains("Asiakkaan tunnus on"));
        let sent = typed(&mut browser, "Asiakkaan tunnus on [henkilötunnus], ja vuoro alkaa kuudelta.", "");
        assert_eq!(sent.status, 303, "{}", sent.text());
        site.settle();
        let all = everything(&site);
        assert!(all.contains("vuoro alkaa kuudelta"), "the dump sees posts");
        for text in [all, LOG.text()] {
            assert!(!text.contains(CODE) && !text.contains("308T"));
        }
        assert!(LOG.text().contains("the log is heard"));
    }
}

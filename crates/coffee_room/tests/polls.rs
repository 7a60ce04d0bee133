//! Voting: once each, while the poll is open and its post is shown.

use kafferum_platform::clock::DAY;
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";
const THREAD: &str = "/coffee-room/threads/1";
const POLL: &str = "/coffee-room/threads/1/posts/1/poll";

fn send(by: &mut Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> (u16, String) {
    by.get(path);
    let answer = by.post(path, fields);
    (answer.status, answer.text())
}

/// A thread with a poll of this kind, open for three days.
fn ask(site: &TestSite, by: PersonId, kind: &str) {
    let fields = [
        ("title", "Kumpi?"),
        ("body", "Valitkaa"),
        ("audience", "members"),
        ("poll", kind),
        ("options", "kahvi\ntee\nvesi"),
        ("days", "3"),
    ];
    let (status, page) = send(&mut site.as_person(by), NEW, &fields);
    assert_eq!(status, 303, "{page}");
}

fn vote(site: &TestSite, by: PersonId, choices: &[&str]) -> (u16, String) {
    let fields: Vec<_> = choices.iter().map(|choice| ("choice", *choice)).collect();
    send(&mut site.as_person(by), POLL, &fields)
}

/// The votes of each option, and how many people voted, as stored.
fn counts(site: &TestSite) -> (String, i64) {
    site.read(|tx| {
        let poll = tx.one("SELECT poll FROM post", &[], |row| row.get(0))?;
        let voters = tx.one("SELECT COUNT(*) FROM poll_voter", &[], |row| row.get(0))?;
        Ok((poll, voters))
    })
}

fn has_votes(site: &TestSite, votes: [i64; 3], voters: i64) {
    let (poll, rows) = counts(site);
    for (option, votes) in ["kahvi", "tee", "vesi"].iter().zip(votes) {
        let wanted = format!("{{\"text\":\"{option}\",\"votes\":{votes}}}");
        assert!(poll.contains(&wanted), "{wanted}: {poll}");
    }
    assert!(poll.contains(&format!("\"voters\":{voters}")), "{poll}");
    assert_eq!(rows, voters);
}

on_both! {
    fn each_votes_once_and_nobody_sees_how(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        ask(&site, aino, "single");
        assert!(site.as_person(eino).get(THREAD).text().contains(POLL));
        assert_eq!(vote(&site, eino, &[]).0, 422);
        assert_eq!(vote(&site, eino, &["0", "1"]).0, 422);
        assert_eq!(vote(&site, eino, &["3"]).0, 422);
        has_votes(&site, [0, 0, 0], 0);
        assert_eq!(vote(&site, eino, &["1"]).0, 303);
        let (status, again) = vote(&site, eino, &["0"]);
        assert!(status == 422 && again.contains("Olet vastannut tähän kyselyyn"), "{again}");
        assert_eq!(vote(&site, aino, &["1"]).0, 303);
        has_votes(&site, [0, 2, 0], 2);
        // So few could be told from one another: their counts are not shown.
        assert!(!site.as_person(aino).get(THREAD).text().contains("<meter"));
        // A form sent twice is one vote.
        let lumi = site.member("Lumi");
        let mut browser = site.as_person(lumi);
        browser.get(POLL);
        let token = browser.token();
        for _ in 0..2 {
            let sent = browser.post_raw(POLL, &[("choice", "2"), ("_form", &token)]);
            assert_eq!(sent.status, 303, "{}", sent.text());
        }
        has_votes(&site, [0, 2, 1], 3);
    }

    fn several_are_chosen_and_all_are_ranked(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        ask(&site, aino, "several");
        assert_eq!(vote(&site, eino, &["0", "0"]).0, 422);
        assert_eq!(vote(&site, eino, &["0", "2"]).0, 303);
        has_votes(&site, [1, 0, 1], 1);
    }

    fn an_order_names_every_option_once(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        ask(&site, aino, "ranked");
        let rank = |places: [&str; 3]| {
            let names = ["place0", "place1", "place2"];
            let fields: Vec<_> = names.into_iter().zip(places).collect();
            send(&mut site.as_person(eino), POLL, &fields).0
        };
        assert_eq!(rank(["1", "1", "2"]), 422);
        assert_eq!(rank(["1", "2", ""]), 422);
        has_votes(&site, [0, 0, 0], 0);
        assert_eq!(rank(["3", "1", "2"]), 303);
        has_votes(&site, [0, 2, 1], 1);
    }

    fn a_vote_that_comes_after_the_end_hears_so_and_does_not_count(site) {
        let (aino, eino, lumi) = (site.member("Aino"), site.member("Eino"), site.member("Lumi"));
        ask(&site, aino, "single");
        // Between the page and the vote its author closes it.
        let mut late = site.as_person(eino);
        late.get(POLL);
        let close = format!("{POLL}/close");
        assert_eq!(send(&mut site.as_person(lumi), &close, &[]).0, 403, "it is not hers");
        let mut author = site.as_person(aino);
        author.get(POLL);
        assert_eq!(author.post(&close, &[]).status, 303);
        let answer = late.post(POLL, &[("choice", "0")]);
        let text = answer.text();
        assert!(answer.status == 422 && text.contains("Kysely on päättynyt"), "{text}");
        has_votes(&site, [0, 0, 0], 0);
    }

    fn a_poll_ends_by_itself_and_then_shows_its_counts(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        ask(&site, aino, "single");
        assert_eq!(vote(&site, aino, &["0"]).0, 303);
        site.pass(3 * DAY);
        let (status, page) = vote(&site, eino, &["0"]);
        assert!(status == 422 && page.contains("Kysely on päättynyt"), "{page}");
        has_votes(&site, [1, 0, 0], 1);
        assert!(site.as_person(eino).get(THREAD).text().contains("<meter"));
    }

    fn a_hidden_post_has_no_poll_and_a_changed_one_keeps_it(site) {
        let (aino, eino, pihlaja) = (site.member("Aino"), site.member("Eino"), site.member("Pihlaja"));
        site.give(pihlaja, Role::Moderator, true);
        ask(&site, aino, "single");
        assert_eq!(vote(&site, eino, &["0"]).0, 303);
        let edit = format!("{THREAD}/posts/1/edit");
        let fields = [("title", "Kumpi?"), ("body", "Valitkaa nyt"), ("audience", "members"), ("version", "1")];
        assert_eq!(send(&mut site.as_person(aino), &edit, &fields).0, 303);
        assert!(site.as_person(eino).get(THREAD).text().contains("Valitkaa nyt"));
        has_votes(&site, [1, 0, 0], 1);
        assert_eq!(vote(&site, eino, &["1"]).0, 422, "once is once");
        let mut reader = site.as_person(pihlaja);
        reader.get(POLL);
        let hide = "/moderation/threads/1/posts/1/hide";
        assert_eq!(send(&mut site.as_person(pihlaja), hide, &[("reason", "advertising"), ("words", "")]).0, 303);
        assert_eq!(site.as_person(eino).get(POLL).status, 404);
        assert_eq!(reader.post(POLL, &[("choice", "2")]).status, 404);
        has_votes(&site, [1, 0, 0], 1);
    }

    fn whoever_decides_about_a_post_reads_what_its_poll_offers(site) {
        let (aino, eino, pihlaja) = (site.member("Aino"), site.member("Eino"), site.member("Pihlaja"));
        site.give(pihlaja, Role::Moderator, true);
        ask(&site, aino, "single");
        let report = format!("{THREAD}/posts/1/report");
        assert!(site.as_person(eino).get(&report).text().contains("<li><span>kahvi</span>"));
        assert_eq!(send(&mut site.as_person(eino), &report, &[("reason", "rude"), ("words", "")]).0, 303);
        site.set("coffee-room-newcomer-posts", "5");
        ask(&site, aino, "several");
        let mut judge = site.as_person(pihlaja);
        assert_eq!(judge.get("/moderation").text().matches("<li><span>kahvi</span>").count(), 2);
        let post = "/moderation/threads/1/posts/1";
        let deeds = ["", "/hide", "/keep"].map(|deed| format!("{post}{deed}"));
        for path in deeds.iter().map(String::as_str).chain(["/moderation/held/1", "/moderation/held/1/decline"]) {
            let page = judge.get(path).text();
            assert!(page.contains("<li><span>kahvi</span>"), "{path}: {page}");
        }
        let hide = format!("{post}/hide");
        assert_eq!(send(&mut judge, &hide, &[("reason", "rude"), ("words", "")]).0, 303);
        assert!(judge.get(&format!("{post}/restore")).text().contains("<li><span>kahvi</span>"));
        // So does who is asked to look at it again, and its author.
        let decision = "/coffee-room/decisions/1";
        assert!(site.as_person(aino).get(decision).text().contains("<li><span>kahvi</span>"));
        assert_eq!(send(&mut site.as_person(aino), decision, &[("words", "Miksi?")]).0, 303);
        let havu = site.member("Havu");
        site.give(havu, Role::Moderator, true);
        assert!(site.as_person(havu).get("/moderation/appeals/1").text().contains("<li><span>kahvi</span>"));
    }

    fn a_moderator_rewords_an_option_and_its_votes_stay(site) {
        let (aino, eino, pihlaja) = (site.member("Aino"), site.member("Eino"), site.member("Pihlaja"));
        site.give(pihlaja, Role::Moderator, true);
        ask(&site, aino, "single");
        assert_eq!(vote(&site, eino, &["1"]).0, 303);
        let redact = "/moderation/threads/1/posts/1/redact";
        let mut judge = site.as_person(pihlaja);
        assert!(judge.get(redact).text().contains("kahvi\ntee\nvesi</textarea>"));
        let to = |options| [("title", "Kumpi?"), ("body", "Valitkaa"), ("options", options), ("version", "1"), ("reason", "rude"), ("words", "Siivottu.")];
        for (options, why) in [("kahvi\nvesi", "Kyselyssä on 3 vaihtoehtoa"), ("kahvi\ntee\nvesi", "Viesti on ennallaan")] {
            let (status, page) = send(&mut judge, redact, &to(options));
            assert!(status == 422 && page.contains(why), "{page}");
        }
        // The guard reads the options as well.
        let (status, page) = send(&mut judge, redact, &to("kahvi\n040 123 4567\nvesi"));
        assert!(status == 422 && page.contains("<mark>040 123 4567</mark>"), "{page}");
        assert_eq!(send(&mut judge, redact, &to("kahvi\n[poistettu]\nvesi")).0, 303);
        let seen = site.as_person(eino).get(THREAD).text();
        assert!(seen.contains("[poistettu]") && !seen.contains("<span>tee</span>"), "{seen}");
        assert!(seen.contains("moderaattori muokannut"), "{seen}");
        let offers = |option: &str| counts(&site).0.contains(&format!("{{\"text\":\"{option}\",\"votes\":1}}"));
        assert!(offers("[poistettu]"));
        assert!(!site.as_person(eino).get("/search?q=tee").text().contains(THREAD));
        // What it was is its author's to see, and comes back on appeal.
        let history = format!("{THREAD}/posts/1/history");
        let shown = site.as_person(aino).get(&history).text();
        assert!(shown.contains("<del>tee</del>") && shown.contains("<ins>[poistettu]</ins>"), "{shown}");
        assert_eq!(site.as_person(eino).get(&history).status, 403);
        let export = kafferum_coffee_room::feature().export;
        assert!(site.read(move |tx| Ok(export(tx, aino)?)).to_string().contains("tee\\nvesi"));
        assert_eq!(send(&mut site.as_person(aino), "/coffee-room/decisions/1", &[("words", "Miksi?")]).0, 303);
        let havu = site.member("Havu");
        site.give(havu, Role::Moderator, true);
        let verdict = [("verdict", "overturned"), ("words", "Tee on tee.")];
        assert_eq!(send(&mut site.as_person(havu), "/moderation/appeals/1", &verdict).0, 303);
        assert!(offers("tee"));
        assert!(site.as_person(aino).get(&history).text().contains("<ins>tee</ins>"));
        has_votes(&site, [0, 1, 0], 1);
    }

    fn a_poll_says_that_its_post_was_changed_when_somebody_had_voted(site) {
        const CHANGED: &str = "kun kyselyyn alettiin vastata";
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        ask(&site, aino, "single");
        let edit = |title: &str, version: &str| {
            let fields = [("title", title), ("body", "Valitkaa"), ("audience", "members"), ("version", version)];
            assert_eq!(send(&mut site.as_person(aino), &format!("{THREAD}/posts/1/edit"), &fields).0, 303);
            site.as_person(eino).get(THREAD).text().contains(CHANGED)
        };
        assert!(!edit("Kumpi teistä?", "1"));
        assert_eq!(vote(&site, eino, &["1"]).0, 303);
        assert!(!site.as_person(eino).get(THREAD).text().contains(CHANGED));
        assert!(edit("Kumpi ei?", "2"));
        has_votes(&site, [0, 1, 0], 1);
    }

    fn what_was_to_be_voted_on_is_forgotten_with_its_author(site) {
        let (aino, eino, pihlaja) = (site.member("Aino"), site.member("Eino"), site.member("Pihlaja"));
        site.give(pihlaja, Role::Moderator, true);
        ask(&site, aino, "single");
        ask(&site, aino, "single");
        assert_eq!(vote(&site, eino, &["1"]).0, 303);
        let hide = "/moderation/threads/1/posts/1/hide";
        assert_eq!(send(&mut site.as_person(pihlaja), hide, &[("reason", "rude"), ("words", "")]).0, 303);
        site.set("coffee-room-newcomer-posts", "5");
        ask(&site, aino, "several");
        let count = |sql: &'static str| -> i64 { site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?)) };
        assert_eq!(count("SELECT COUNT(*) FROM held_post WHERE poll IS NOT NULL"), 1);
        let (erase, now) = (kafferum_coffee_room::feature().erase, site.now());
        site.write(move |tx| Ok(erase(tx, aino, now)?));
        assert_eq!(count("SELECT COUNT(*) FROM held_post WHERE poll IS NOT NULL"), 0);
        assert_eq!(count("SELECT COUNT(*) FROM poll_voter"), 0);
        // What others still see stays.
        assert_eq!(count("SELECT thread FROM post WHERE poll IS NOT NULL"), 2);
    }
}

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
}

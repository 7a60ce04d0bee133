//! Feeds: what a feed reader gets by a secret address is what the address's
//! owner may read at that moment.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected should stop at once"
)]

use atom_syndication::Feed;
use kafferum_platform::policy::Role;
use kafferum_testkit::http::Response;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";
const FEEDS: &str = "/coffee-room/feeds";

fn open(by: &mut Visitor<'_>, title: &str, audience: &str) -> String {
    by.get(NEW);
    let answer = by.post(NEW, &[("title", title), ("body", "Mitä *te*?"), ("audience", audience)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").expect("an address").to_owned()
}

fn reply(by: &mut Visitor<'_>, thread: &str, body: &str, audience: &str) {
    let path = format!("{thread}/reply");
    by.get(&path);
    let answer = by.post(&path, &[("body", body), ("audience", audience)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// Makes a feed; its path.
fn make(by: &mut Visitor<'_>, follows: &str) -> String {
    by.get(FEEDS);
    let page = by.post(FEEDS, &[("name", "puhelin"), ("follows", follows)]);
    assert_eq!(page.status, 200, "{}", page.text());
    address(&page)
}

fn address(page: &Response) -> String {
    let text = page.text();
    let (_, rest) = text.split_once("http://kafferum.test/feeds/").expect("an address");
    format!("/feeds/{}", rest.split('<').next().expect("its end"))
}

/// Reads a feed as a program does, without cookies.
fn read(site: &TestSite, path: &str) -> Feed {
    let response = site.visitor().get(path);
    assert_eq!(response.status, 200, "{}", response.text());
    assert_eq!(response.header("content-type"), Some("application/atom+xml; charset=utf-8"));
    let feed = Feed::read_from(response.body.as_slice()).expect("Atom");
    assert!(feed.id().starts_with("http://kafferum.test/") && !feed.id().contains("/feeds/"));
    assert!(!feed.authors().is_empty());
    for entry in feed.entries() {
        assert!(!entry.title().is_empty() && entry.id().starts_with("http://kafferum.test/"));
    }
    feed
}

fn titles(feed: &Feed) -> Vec<String> {
    feed.entries().iter().map(|entry| entry.title().to_string()).collect()
}

on_both! {
    fn a_member_reads_newest_threads_a_room_and_a_thread_in_feeds(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let mut writer = site.as_person(aino);
        let thread = open(&mut writer, "Tauot & <b>kahvi</b>", "members");
        let mut reader = site.as_person(eino);
        let [newest, room, one] =
            ["newest", "room:1", "thread:1"].map(|follows| make(&mut reader, follows));
        reply(&mut writer, &thread, "Seisaaltaan.", "members");
        for feed in [&newest, &room] {
            let feed = read(&site, feed);
            assert_eq!(titles(&feed), ["Tauot & <b>kahvi</b>"]);
            assert_eq!(feed.entries()[0].summary().map(|text| text.as_str()), Some("1 vastaus"));
            assert_eq!(feed.entries()[0].authors()[0].name(), "Aino");
        }
        let posts = read(&site, &one);
        assert_eq!(titles(&posts), ["2. viesti, Aino", "1. viesti, Aino"]);
        let first = posts.entries()[1].content().expect("a content");
        assert_eq!(first.content_type(), Some("html"));
        assert!(first.value().expect("text").contains("Mitä <em>te</em>?"));
        // An address that is the same post's for everybody, and stays so.
        let link = posts.entries()[0].links()[0].href();
        assert!(link.starts_with("http://kafferum.test/coffee-room/threads/1/at/"), "{link}");
        assert_eq!(posts.entries()[0].id(), link);
        let path = link.trim_start_matches("http://kafferum.test");
        assert_eq!(reader.get(path).header("location"), Some("/coffee-room/threads/1#p2"));
        // Nothing personal but pseudonyms.
        let text = site.visitor().get(&one).text();
        assert!(!text.contains('@') && !text.contains("Sukunimi"), "{text}");
    }

    fn a_feed_follows_the_facts_about_its_owner(site) {
        let (member, guest) = (site.member("Aino"), site.guest("Uusi"));
        let mut writer = site.as_person(member);
        open(&mut writer, "Vain meille", "members");
        let both = open(&mut writer, "Kaikille", "guests");
        reply(&mut writer, &both, "Jäsenille sanottu", "members");
        let mut reader = site.as_person(guest);
        let [newest, one] = ["newest", "thread:2"].map(|follows| make(&mut reader, follows));
        let feed = read(&site, &newest);
        assert_eq!(titles(&feed), ["Kaikille"]);
        assert_eq!(feed.entries()[0].summary().map(|text| text.as_str()), Some("Ei vielä vastauksia"));
        assert_eq!(titles(&read(&site, &one)), ["1. viesti, Aino"]);
        // What is not theirs can't be followed, nor guessed at.
        reader.get(FEEDS);
        let refused = reader.post(FEEDS, &[("name", "x"), ("follows", "thread:1")]);
        assert_eq!(refused.status, 422);
        assert!(!refused.text().contains("Vain meille"));
        // The trial ends, and so does what the feed shows.
        site.pass_days(60);
        assert!(read(&site, &newest).entries().is_empty() && read(&site, &one).entries().is_empty());
        // A member's feed ends with the membership, and a hidden post is not kept.
        let own = make(&mut site.as_person(member), "newest");
        assert_eq!(titles(&read(&site, &own)).len(), 2);
        site.leave(member);
        assert!(read(&site, &own).entries().is_empty());
    }

    fn moderators_get_no_hidden_texts_into_their_feeds(site) {
        let (aino, moderator) = (site.member("Aino"), site.member("Pihlaja"));
        site.give(moderator, Role::Moderator, true);
        let thread = open(&mut site.as_person(aino), "Salainen paikka", "members");
        let mut reader = site.as_person(moderator);
        let [newest, one] = ["newest", "thread:1"].map(|follows| make(&mut reader, follows));
        let hide = format!("/moderation{}/posts/1/hide", thread.trim_start_matches("/coffee-room"));
        reader.get(&hide);
        assert_eq!(reader.post(&hide, &[("reason", "recognisable"), ("words", "")]).status, 303);
        assert!(read(&site, &one).entries().is_empty());
        assert_eq!(titles(&read(&site, &newest)), ["Otsikko piilotettu"]);
        assert!(!site.visitor().get(&one).text().contains("Salainen"));
    }

    fn an_address_is_shown_once_and_can_be_ended(site) {
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        open(&mut browser, "Tauot", "members");
        browser.get(FEEDS);
        let token = browser.token();
        let fields = [("name", "puhelin"), ("follows", "newest"), ("_form", token.as_str())];
        let [first, second] = [(); 2].map(|()| address(&browser.post_raw(FEEDS, &fields)));
        assert_eq!(first, second);
        let list = browser.get(FEEDS).text();
        assert!(list.contains("puhelin") && list.contains("ei vielä luettu"), "{list}");
        assert!(!list.contains(&first), "{list}");
        read(&site, &first);
        let list = browser.get(FEEDS);
        assert!(list.text().contains("luettu viimeksi"), "{}", list.text());
        // Somebody else can't end it.
        let id = list.field_value("feed").expect("a number");
        let eino = site.member("Eino");
        let mut other = site.as_person(eino);
        other.get(FEEDS);
        other.post("/coffee-room/feeds/end", &[("feed", &id)]);
        read(&site, &first);
        browser.get(FEEDS);
        assert_eq!(browser.post("/coffee-room/feeds/end", &[("feed", &id)]).status, 303);
        assert_eq!(site.visitor().get(&first).status, 404);
        assert_eq!(site.visitor().get("/feeds/nonsense").status, 404);
    }

    fn a_feed_that_is_known_is_not_sent_again_and_nobody_keeps_it(site) {
        let aino = site.member("Aino");
        let mut browser = site.as_person(aino);
        let thread = open(&mut browser, "Tauot", "members");
        let path = make(&mut browser, "thread:1");
        let first = site.visitor().get(&path);
        assert_eq!(first.header("cache-control"), Some("private, no-cache"));
        assert_eq!(first.header("x-robots-tag"), Some("noindex"));
        let tag = first.header("etag").expect("a tag").to_owned();
        let mut program = site.visitor().with_header("if-none-match", &tag);
        let again = program.get(&path);
        assert!(again.status == 304 && again.body.is_empty());
        reply(&mut browser, &thread, "Uutta", "members");
        assert_eq!(program.get(&path).status, 200);
    }
}

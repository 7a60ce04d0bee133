//! A quote says no more than the post it was taken from says now.

use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::TestSite;

const NEW: &str = "/coffee-room/rooms/1/new";
const THREAD: &str = "/coffee-room/threads/1";

fn fill(site: &TestSite, by: PersonId, path: &str, fields: &[(&str, &str)]) -> u16 {
    let mut by = site.as_person(by);
    by.get(path);
    by.post(path, fields).status
}

/// When the post of the first thread was written.
fn written_at(site: &TestSite, position: i64) -> i64 {
    site.read(move |tx| {
        let sql = "SELECT created_at FROM post WHERE thread = 1 AND position = ?1";
        Ok(tx.one(sql, &[&position], |row| row.get(0))?)
    })
}

/// Aino opens a thread, Eino quotes all of it; where the quote leads.
fn talk(site: &TestSite, aino: PersonId, eino: PersonId) -> String {
    let body = "Asiakas on Tampereelta. Tauot ovat lyhyitä.";
    let fields = [("title", "Tauot"), ("body", body), ("audience", "members")];
    assert_eq!(fill(site, aino, NEW, &fields), 303);
    let at =
        site.read(|tx| Ok(tx.one("SELECT created_at FROM post", &[], |row| row.get::<i64>(0))?));
    let source = format!("{THREAD}/at/{at}");
    let quote = format!("> [Lainaus]({source})\n>\n> {body}\n\nNiin meilläkin.");
    assert_eq!(fill(site, eino, &format!("{THREAD}/reply"), &[("body", &quote)]), 303);
    source
}

/// The answer as its readers see it.
fn answer(site: &TestSite, reader: PersonId) -> String {
    let thread = site.as_person(reader).get(THREAD).text();
    thread.split("id=\"p2\"").nth(1).unwrap_or_default().to_owned()
}

on_both! {
    fn what_its_author_takes_out_goes_from_quotes(site) {
        let (aino, eino, reader) = (site.member("Aino"), site.member("Eino"), site.member("Lukija"));
        let source = talk(&site, aino, eino);
        assert!(answer(&site, reader).contains("Tampereelta"));
        let edit = |body: &str, version: &str| {
            let path = format!("{THREAD}/posts/1/edit");
            fill(&site, aino, &path, &[("title", "Tauot"), ("body", body), ("audience", "members"), ("version", version)])
        };
        // What is added elsewhere leaves the quote as it is.
        assert_eq!(edit("Asiakas on Tampereelta. Tauot ovat lyhyitä. Kiitos!", "1"), 303);
        assert!(answer(&site, reader).contains("Tampereelta"));
        assert_eq!(edit("Tauot ovat lyhyitä. Kiitos!", "2"), 303);
        let shown = answer(&site, reader);
        assert!(!shown.contains("Tampereelta") && shown.contains("Niin meilläkin."), "{shown}");
        assert!(shown.contains(&format!("<a href=\"{source}\"")) && shown.contains("[…]"), "{shown}");
        // It is not quoted anew either; what stands there is.
        let reply = format!("{THREAD}/reply");
        for (words, wanted) in [("Asiakas on Tampereelta.", false), ("Tauot ovat … Kiitos!", true)] {
            let body = format!("> [Lainaus]({source})\n>\n> {words}\n\nVielä.");
            assert_eq!(fill(&site, eino, &reply, &[("body", &body)]), 303);
            let thread = site.as_person(reader).get(THREAD).text();
            let last = thread.rsplit("<article").next().unwrap_or_default().to_owned();
            assert_eq!(last.contains(words), wanted, "{last}");
        }
        // Put back, it is quoted again.
        assert_eq!(edit("Asiakas on Tampereelta. Tauot ovat lyhyitä.", "3"), 303);
        assert!(answer(&site, reader).contains("Tampereelta"));
    }

    fn what_a_moderator_takes_out_goes_from_quotes(site) {
        let (aino, eino, reader) = (site.member("Aino"), site.member("Eino"), site.member("Lukija"));
        let pihlaja = site.member("Pihlaja");
        site.give(pihlaja, Role::Moderator, true);
        talk(&site, aino, eino);
        let redact = "/moderation/threads/1/posts/1/redact";
        let fields = [("title", "Tauot"), ("body", "Tauot ovat lyhyitä."), ("version", "1"), ("reason", "recognisable"), ("words", "Paikka pois.")];
        assert_eq!(fill(&site, pihlaja, redact, &fields), 303);
        for person in [reader, eino, aino] {
            let shown = answer(&site, person);
            assert!(!shown.contains("Tampereelta") && shown.contains("[…]"), "{shown}");
        }
        assert!(!site.as_person(reader).get("/search?q=Tampereelta").text().contains("Niin meilläkin"));
    }

    fn a_change_that_waited_goes_from_quotes_when_it_is_let_in(site) {
        let (aino, eino, reader) = (site.member("Aino"), site.member("Eino"), site.member("Lukija"));
        let pihlaja = site.member("Pihlaja");
        site.give(pihlaja, Role::Moderator, true);
        talk(&site, aino, eino);
        site.set("coffee-room-newcomer-posts", "5");
        let path = format!("{THREAD}/posts/1/edit");
        assert_eq!(fill(&site, aino, &path, &[("title", "Tauot"), ("body", "Tauot ovat lyhyitä."), ("audience", "members"), ("version", "1")]), 303);
        assert!(answer(&site, reader).contains("Tampereelta"));
        assert_eq!(fill(&site, pihlaja, "/moderation/held/1/approve", &[]), 303);
        assert!(!answer(&site, reader).contains("Tampereelta"));
    }

    fn a_quote_says_no_more_than_its_source_wherever_the_two_went(site) {
        let (aino, eino, reader) = (site.member("Aino"), site.member("Eino"), site.member("Lukija"));
        let pihlaja = site.member("Pihlaja");
        site.give(pihlaja, Role::Moderator, true);
        site.set("coffee-room-posts-per-minute", "1000");
        let fields = [("title", "Tauot"), ("body", "Miten te?"), ("audience", "members")];
        assert_eq!(fill(&site, aino, NEW, &fields), 303);
        assert_eq!(fill(&site, aino, &format!("{THREAD}/reply"), &[("body", "Asiakas on Tampereelta.")]), 303);
        let source = format!("{THREAD}/at/{}", written_at(&site, 2));
        let said = format!("> [Lainaus]({source})\n>\n> Asiakas on Tampereelta.\n\nNiin meilläkin");
        assert_eq!(fill(&site, eino, &format!("{THREAD}/reply"), &[("body", &said)]), 303);
        let split = |post: &str| {
            let fields = [("title", "Eri asia"), ("posts", post), ("words", "Eri asia")];
            assert_eq!(fill(&site, pihlaja, "/moderation/threads/1/split", &fields), 303);
        };
        // Its author mends a typo, again and again.
        let edit = |thread: &str, number: &str| {
            let path = format!("{thread}/posts/{number}/edit");
            let mut by = site.as_person(eino);
            let form = by.get(&path);
            let (version, body) = (form.field_value("version").unwrap_or_default(), format!("{said} {number}{}", form.status));
            let title = form.field_value("title").unwrap_or_default();
            let fields = [("title", title.as_str()), ("body", &body), ("version", &version)];
            assert_eq!(by.post(&path, &fields).status, 303);
            let page = site.as_person(reader).get(thread).text();
            let post = page.split(&format!("id=\"p{number}\"")).nth(1).unwrap_or_default().to_owned();
            assert!(post.contains("Niin meilläkin"), "{page}");
            post.contains("Tampereelta")
        };
        split("2");
        assert!(edit(THREAD, "3"));
        let moved = "/moderation/threads/2/posts/1";
        assert_eq!(fill(&site, pihlaja, &format!("{moved}/hide"), &[("reason", "rude"), ("words", "")]), 303);
        assert!(!site.as_person(reader).get(THREAD).text().contains("Tampereelta"));
        assert!(!edit(THREAD, "3"));
        assert_eq!(fill(&site, pihlaja, &format!("{moved}/restore"), &[("words", "Sovittu")]), 303);
        assert!(edit(THREAD, "3"));
        let fields = [("title", "Eri asia"), ("body", "Asiakas on muualta."), ("version", "1"), ("reason", "recognisable"), ("words", "")];
        assert_eq!(fill(&site, pihlaja, &format!("{moved}/redact"), &fields), 303);
        assert!(!site.as_person(reader).get(THREAD).text().contains("Tampereelta"));
        assert!(!edit(THREAD, "3"));
        // Both have moved, and then stand in one thread, the source behind.
        split("3");
        assert!(!edit("/coffee-room/threads/3", "1"));
        let join = "/moderation/threads/2/join";
        assert_eq!(fill(&site, pihlaja, join, &[("into", "3"), ("words", "Sama asia")]), 303);
        assert!(!edit("/coffee-room/threads/3", "1"));
    }

    fn what_is_moved_away_from_guests_goes_from_quotes_and_stops_no_moderator(site) {
        let (aino, eino, guest) = (site.member("Aino"), site.member("Eino"), site.guest("Uusi"));
        let pihlaja = site.member("Pihlaja");
        site.give(pihlaja, Role::Moderator, true);
        let fields = [("title", "Tauot"), ("body", "Miten te?"), ("audience", "guests")];
        assert_eq!(fill(&site, aino, NEW, &fields), 303);
        let reply = format!("{THREAD}/reply");
        for (body, audience) in [("Vain meille", "members"), ("Asiakas on Tampereelta.", "guests")] {
            assert_eq!(fill(&site, aino, &reply, &[("body", body), ("audience", audience)]), 303);
        }
        let source = format!("{THREAD}/at/{}", written_at(&site, 3));
        let said = format!("> [Lainaus]({source})\n>\n> Asiakas on Tampereelta.\n\nNiin meilläkin.");
        assert_eq!(fill(&site, eino, &reply, &[("body", &said), ("audience", "guests")]), 303);
        let seen = || site.as_person(guest).get(THREAD).text();
        assert!(seen().contains("Tampereelta"));
        let split = [("title", "Jäsenten kesken"), ("posts", "2"), ("posts", "3"), ("words", "Eri asia")];
        assert_eq!(fill(&site, pihlaja, "/moderation/threads/1/split", &split), 303);
        assert!(!seen().contains("Tampereelta"));
        // Its author hears why it can't stay; a moderator takes out what they will.
        let edit = format!("{THREAD}/posts/4/edit");
        let body = format!("{said} Kiitos!");
        assert_eq!(fill(&site, eino, &edit, &[("body", &body), ("audience", "guests"), ("version", "1")]), 422);
        let redact = "/moderation/threads/1/posts/4/redact";
        let fields = [("body", &*body), ("version", "1"), ("reason", "recognisable"), ("words", "")];
        assert_eq!(fill(&site, pihlaja, redact, &fields), 303);
        let shown = seen();
        assert!(shown.contains("Kiitos!") && !shown.contains("Tampereelta"), "{shown}");
    }
}

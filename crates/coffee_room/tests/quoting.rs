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
}

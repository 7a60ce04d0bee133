//! Somebody's page; muting and blocking.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

use kafferum_platform::clock::DAY;
use kafferum_platform::notices;
use kafferum_platform::people::{PersonId, account, store};
use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";
const THREAD: &str = "/coffee-room/threads/1";

fn send(by: &mut Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> u16 {
    by.get(path);
    by.post(path, fields).status
}

/// A thread by Aino for members, with an answer by Eino.
fn talk(site: &TestSite) -> (PersonId, PersonId) {
    let (aino, eino) = (site.member("Aino"), site.member("Eino"));
    let fields = [("title", "Tauot"), ("body", "Avaus"), ("audience", "members")];
    assert_eq!(send(&mut site.as_person(aino), NEW, &fields), 303);
    let reply = format!("{THREAD}/reply");
    assert_eq!(send(&mut site.as_person(eino), &reply, &[("body", "Vastaus")]), 303);
    (aino, eino)
}

fn address(site: &TestSite, person: PersonId) -> String {
    format!("/coffee-room/people/{}", site.site().handle(person).expect("a word"))
}

on_both! {
    fn the_posts_of_somebody_muted_are_folded_for_one_reader_alone(site) {
        let (aino, eino) = talk(&site);
        let mut reader = site.as_person(site.member("Lukija"));
        let mut other = site.as_person(aino);
        let eino_page = address(&site, eino);
        let thread = reader.get(THREAD).text();
        assert!(thread.contains(&format!("href=\"{eino_page}\">Eino</a>")), "{thread}");
        assert!(!thread.contains("<details>"), "{thread}");
        assert_eq!(send(&mut reader, &eino_page, &[("act", "mute")]), 303);
        for _ in 0..2 {
            let thread = reader.get(THREAD).text();
            assert!(thread.contains("Taitettu: kirjoittajana Eino. Näytä"), "{thread}");
            assert_eq!(thread.matches("<details>").count(), 1, "{thread}");
            assert!(thread.contains("Vastaus"), "it can be opened");
            assert!(!other.get(THREAD).text().contains("<details>"));
        }
        // Whoever wrote elsewhere on the page sees their own links as well.
        let list = reader.get("/coffee-room/people").text();
        assert!(list.contains("Eino") && list.contains("Hiljennetty"), "{list}");
        let done = reader.post(&eino_page, &[("act", "end"), ("from", "list")]);
        assert_eq!(done.header("location"), Some("/coffee-room/people"));
        assert!(reader.get("/coffee-room/people").text().contains("Et ole hiljentänyt"));
        assert!(!reader.get(THREAD).text().contains("<details>"));
    }

    fn muting_and_blocking_change_places_and_a_form_sent_twice_counts_once(site) {
        let (aino, eino) = talk(&site);
        let mut aino = (site.as_person(aino), aino);
        let page = address(&site, eino);
        aino.0.get(&page);
        let token = aino.0.token();
        for _ in 0..2 {
            let sent = aino.0.post_raw(&page, &[("act", "block"), ("_form", &token)]);
            assert_eq!(sent.status, 303);
        }
        let shown = aino.0.get(&page).text();
        assert!(shown.contains("Estetty") && shown.contains("Vain hiljennä"), "{shown}");
        assert_eq!(send(&mut aino.0, &page, &[("act", "mute")]), 303);
        let shown = aino.0.get(&page).text();
        assert!(shown.contains("Hiljennetty") && !shown.contains("Estetty"), "{shown}");
        let own = address(&site, aino.1);
        assert!(!aino.0.get(&own).text().contains("name=\"act\""));
        assert_eq!(send(&mut aino.0, &own, &[("act", "mute")]), 400);
        assert_eq!(send(&mut aino.0, &page, &[("act", "shout")]), 404);
        let count = site.read(|tx| {
            Ok(tx.one("SELECT COUNT(*) FROM kept_apart", &[], |row| row.get::<i64>(0))?)
        });
        assert_eq!(count, 1);
        // What one has muted is one's own data, and nobody else's.
        let export = kafferum_coffee_room::feature().export;
        let me = aino.1;
        assert!(site.read(move |tx| Ok(export(tx, me)?)).to_string().contains("\"mute\""));
        assert!(!site.read(move |tx| Ok(export(tx, eino)?)).to_string().contains("\"mute\""));
    }

    fn a_person_is_there_for_those_who_may_read_what_they_wrote(site) {
        let (aino, eino) = talk(&site);
        let guest = site.guest("Uusi");
        let quiet = site.member("Hiljainen");
        let eino_page = address(&site, eino);
        assert_eq!(site.as_person(aino).get(&eino_page).status, 200);
        assert_eq!(site.as_person(guest).get(&eino_page).status, 404, "he wrote for members only");
        assert_eq!(send(&mut site.as_person(guest), &eino_page, &[("act", "mute")]), 404);
        assert_eq!(site.as_person(aino).get(&address(&site, quiet)).status, 404);
        assert_eq!(site.as_person(quiet).get(&address(&site, quiet)).status, 200);
        for made_up in ["1", "2", "Eino", "AAAAAAAAAAAAAAAAAAAAAA"] {
            let path = format!("/coffee-room/people/{made_up}");
            assert_eq!(site.as_person(aino).get(&path).status, 404, "{made_up}");
        }
        let fields = [("title", "Avoin"), ("body", "Kaikille"), ("audience", "guests")];
        assert_eq!(send(&mut site.as_person(eino), NEW, &fields), 303);
        let shown = site.as_person(guest).get(&eino_page).text();
        assert!(shown.contains("<dd>1</dd>"), "of two posts one is for guests: {shown}");
        assert!(site.as_person(aino).get(&eino_page).text().contains("<dd>2</dd>"));
        let report = "/coffee-room/threads/2/posts/1/report";
        assert!(shown.contains(report), "{shown}");
    }

    fn moderators_see_standing_earlier_names_and_deeds_and_others_do_not(site) {
        let (aino, eino) = talk(&site);
        let pihlaja = site.member("Pihlaja");
        site.give(pihlaja, Role::Moderator, true);
        let hide = "/moderation/threads/1/posts/2/hide";
        assert_eq!(send(&mut site.as_person(pihlaja), hide, &[("reason", "rude"), ("words", "Sanani")]), 303);
        let now = site.now();
        site.write(move |tx| Ok(store::set_pseudonym(tx, eino, "Usva", now + DAY)?));
        let page = address(&site, eino);
        let seen = site.as_person(pihlaja).get(&page).text();
        for text in ["Usva", "Eino", "Viesti piilotettiin", "Jäsen"] {
            assert!(seen.contains(text), "{text}: {seen}");
        }
        // A hidden post is not counted, so there is nothing that Aino may know.
        assert_eq!(site.as_person(aino).get(&page).status, 404);
        assert_eq!(send(&mut site.as_person(eino), &format!("{THREAD}/reply"), &[("body", "Uusi")]), 303);
        let seen = site.as_person(aino).get(&page).text();
        assert!(seen.contains("Usva"), "{seen}");
        for text in ["Eino", "piilotettiin", "Asema"] {
            assert!(!seen.contains(text), "{text}: {seen}");
        }
    }

    fn no_notice_comes_of_somebody_muted(site) {
        let (aino, eino) = talk(&site);
        let page = address(&site, eino);
        let now = site.now();
        let mut kinds = site.site().features.iter().flat_map(|feature| feature.notices);
        let kind = *kinds.find(|kind| kind.name == "coffee-room-post").expect("the kind");
        site.write(move |tx| {
            Ok(notices::tell(tx, aino, &kind, "post:1:2", "thread:1 2", now)?)
        });
        let mut reader = site.as_person(aino);
        assert!(reader.get("/notices").text().contains("Tauot"));
        assert_eq!(send(&mut reader, &page, &[("act", "mute")]), 303);
        assert!(!reader.get("/notices").text().contains("Tauot"));
    }

    fn whoever_is_blocked_neither_mentions_nor_quotes(site) {
        let (aino, eino) = talk(&site);
        let reader = site.member("Lukija");
        let reply = format!("{THREAD}/reply");
        // A quote is known by the instant of its source.
        site.pass(1_000);
        assert_eq!(send(&mut site.as_person(aino), &reply, &[("body", "Oma sanani")]), 303);
        site.pass(1_000);
        let at = site.now() - 1_000;
        let body = format!("> [Lainaus]({THREAD}/at/{at})\n>\n> Oma sanani\n\nMitä sanot, @Aino?");
        let count = |sql: &'static str| site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get::<i64>(0))?));
        let told = || {
            site.settle();
            count("SELECT COUNT(*) FROM notice WHERE kind IN ('coffee-room-mention', 'coffee-room-quote')")
        };
        // As long as nobody keeps anybody away, both reach her.
        assert_eq!(send(&mut site.as_person(eino), &reply, &[("body", &body)]), 303);
        assert_eq!(told(), 1);
        assert_eq!(send(&mut site.as_person(aino), &address(&site, eino), &[("act", "block")]), 303);
        assert_eq!(send(&mut site.as_person(eino), &reply, &[("body", &body)]), 303);
        assert_eq!(told(), 1, "nothing comes of it");
        assert_eq!(count("SELECT COUNT(*) FROM mention WHERE position = 5"), 0);
        assert_eq!(count("SELECT COUNT(*) FROM mention WHERE position = 4"), 1);
        let post = |number: usize| {
            let thread = site.as_person(reader).get(THREAD).text();
            let from = thread.split(&format!("id=\"p{number}\"")).nth(1).unwrap_or_default();
            from.split("<article").next().unwrap_or_default().to_owned()
        };
        assert!(post(4).contains("Oma sanani"), "{}", post(4));
        // The name is a plain word, and the quote is left out.
        assert!(!post(5).contains("Oma sanani") && post(5).contains("[…]") && post(5).contains("@Aino"), "{}", post(5));
        // Others mention and quote her as before, and hear nothing of it.
        assert_eq!(send(&mut site.as_person(reader), &reply, &[("body", &body)]), 303);
        assert!(post(6).contains("Oma sanani"), "{}", post(6));
        assert_eq!(told(), 2);
        assert!(!site.as_person(eino).get(&address(&site, aino)).text().contains("Estetty"));
    }

    fn somebody_erased_is_nobody(site) {
        let (aino, eino) = talk(&site);
        let page = address(&site, eino);
        assert_eq!(send(&mut site.as_person(aino), &page, &[("act", "block")]), 303);
        let (erase, now) = (kafferum_coffee_room::feature().erase, site.now());
        site.write(move |tx| {
            erase(tx, eino, now)?;
            Ok(account::erase(tx, eino, now)?)
        });
        assert_eq!(site.as_person(aino).get(&page).status, 404);
        let thread = site.as_person(aino).get(THREAD).text();
        assert!(thread.contains("Entinen jäsen") && !thread.contains(&page), "{thread}");
        assert!(site.as_person(aino).get("/coffee-room/people").text().contains("Et ole hiljentänyt"));
    }
}

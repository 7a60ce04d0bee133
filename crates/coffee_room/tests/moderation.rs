//! Reporting, judging, the log; what is exported and what is forgotten.

use kafferum_platform::people::{PersonId, store};
use kafferum_platform::policy::{Grant, Role};
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";
const THREAD: &str = "/coffee-room/threads/1";

fn send(by: &mut Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> u16 {
    by.get(path);
    by.post(path, fields).status
}

/// A thread by Aino with an answer by Eino.
fn talk(site: &TestSite) -> (PersonId, PersonId) {
    let (aino, eino) = (site.member("Aino"), site.member("Eino"));
    let fields = [("title", "Salainen otsikko"), ("body", "Avaus"), ("audience", "members")];
    assert_eq!(send(&mut site.as_person(aino), NEW, &fields), 303);
    assert_eq!(
        send(&mut site.as_person(eino), &format!("{THREAD}/reply"), &[("body", "Liikaa sanottu")]),
        303
    );
    (aino, eino)
}

fn moderator(site: &TestSite, pseudonym: &str) -> PersonId {
    let person = site.member(pseudonym);
    site.give(person, Role::Moderator, true);
    person
}

on_both! {
    fn a_reported_post_is_hidden_and_its_author_sees_why(site) {
        let (aino, eino) = talk(&site);
        let pihlaja = moderator(&site, "Pihlaja");
        let report = format!("{THREAD}/posts/2/report");
        assert_eq!(send(&mut site.as_person(aino), &report, &[("reason", "other"), ("words", "")]), 422);
        assert_eq!(send(&mut site.as_person(aino), &report, &[("reason", ""), ("words", "x")]), 422);
        assert_eq!(send(&mut site.as_person(aino), &report, &[("reason", "recognisable"), ("words", "Tunnistin heti")]), 303);
        assert!(site.as_person(aino).get("/coffee-room/reports").text().contains("Odottaa moderaattoria"));
        let queue = site.as_person(pihlaja).get("/moderation").text();
        assert!(queue.contains("Tunnistin heti") && queue.contains("Liikaa sanottu") && queue.contains("1 ilmoitus"), "{queue}");
        let hide = "/moderation/threads/1/posts/2/hide";
        let fields = [("reason", "recognisable"), ("words", "Kerro mieluummin omasta työstäsi.")];
        assert_eq!(send(&mut site.as_person(pihlaja), hide, &fields), 303);
        assert!(!site.as_person(pihlaja).get("/moderation").text().contains("Tunnistin heti"));
        // Others: that and why. The author: the text and the words too.
        let others = site.as_person(aino).get(THREAD).text();
        assert!(others.contains("Moderaattori piilotti viestin.") && others.contains("avustettavan voi tunnistaa"));
        assert!(!others.contains("Liikaa sanottu") && !others.contains("Kerro mieluummin"), "{others}");
        let own = site.as_person(eino).get(THREAD).text();
        assert!(own.contains("Liikaa sanottu") && own.contains("Kerro mieluummin omasta"), "{own}");
        assert!(site.as_person(pihlaja).get(THREAD).text().contains("Liikaa sanottu"));
        assert!(site.as_person(aino).get("/coffee-room/reports").text().contains("Viesti piilotettiin"));
        let log = site.as_person(aino).get("/moderation/log").text();
        assert!(log.contains("Viesti piilotettiin") && log.contains("avustettavan voi tunnistaa"));
        assert!(!log.contains("Pihlaja") && !log.contains("Kerro mieluummin") && !log.contains("Salainen"), "{log}");
        assert!(site.as_person(pihlaja).get("/moderation/log").text().contains("Kerro mieluummin"));
        // A hidden post is neither edited nor reported.
        assert_eq!(site.as_person(eino).get(&format!("{THREAD}/posts/2/edit")).status, 400);
        assert_eq!(site.as_person(aino).get(&report).status, 400);
        // Done twice it says so; shown again it is as it was.
        assert_eq!(send(&mut site.as_person(pihlaja), hide, &fields), 422);
        assert_eq!(send(&mut site.as_person(pihlaja), "/moderation/threads/1/posts/2/restore", &[("words", "Erehdys")]), 303);
        assert!(site.as_person(aino).get(THREAD).text().contains("Liikaa sanottu"));
        assert!(site.as_person(aino).get("/coffee-room/reports").text().contains("Viesti jätettiin näkyviin"));
    }

    fn the_title_is_hidden_with_the_opening_post(site) {
        let (aino, eino) = talk(&site);
        let pihlaja = moderator(&site, "Pihlaja");
        let hide = "/moderation/threads/1/posts/1/hide";
        assert_eq!(send(&mut site.as_person(pihlaja), hide, &[("reason", "personal-data"), ("words", "")]), 303);
        for path in ["/coffee-room", "/coffee-room/rooms/1", THREAD, "/coffee-room/threads/1/reply", "/coffee-room/threads/1/posts/2/edit"] {
            assert!(!site.as_person(eino).get(path).text().contains("Salainen otsikko"), "{path}");
        }
        assert!(site.as_person(aino).get(THREAD).text().contains("Salainen otsikko"));
        assert!(site.as_person(pihlaja).get(THREAD).text().contains("Salainen otsikko"));
        assert_eq!(send(&mut site.as_person(pihlaja), "/moderation/threads/1/posts/1/restore", &[("words", "Sovittu")]), 303);
        assert!(site.as_person(eino).get(THREAD).text().contains("Salainen otsikko"));
    }

    fn nobody_judges_their_own_post_nor_sees_who_reported_it(site) {
        let pihlaja = moderator(&site, "Pihlaja");
        let havu = moderator(&site, "Havu");
        let aino = site.member("Aino");
        let fields = [("title", "Tauot"), ("body", "Avaus"), ("audience", "members")];
        assert_eq!(send(&mut site.as_person(pihlaja), NEW, &fields), 303);
        let report = format!("{THREAD}/posts/1/report");
        assert_eq!(send(&mut site.as_person(aino), &report, &[("reason", "rude"), ("words", "Ikävä sävy")]), 303);
        assert!(!site.as_person(pihlaja).get("/moderation").text().contains("Ikävä sävy"));
        for deed in ["hide", "keep", "restore"] {
            let path = format!("/moderation/threads/1/posts/1/{deed}");
            assert_eq!(site.as_person(pihlaja).get(&path).status, 400, "{deed}");
            assert!(send(&mut site.as_person(pihlaja), &path, &[("words", "ei")]) >= 400, "{deed}");
        }
        let keep = "/moderation/threads/1/posts/1/keep";
        assert_eq!(send(&mut site.as_person(havu), keep, &[("words", "Asiallinen")]), 303);
        assert!(site.as_person(aino).get("/coffee-room/reports").text().contains("Viesti jätettiin näkyviin"));
        assert!(!site.as_person(aino).get("/moderation/log").text().contains("jätettiin näkyviin"));
        assert_eq!(send(&mut site.as_person(havu), keep, &[("words", "Asiallinen")]), 422);
    }

    fn a_moderator_of_one_room_judges_there_only(site) {
        let (aino, _) = talk(&site);
        let here = site.member("Täällä");
        let there = site.member("Muualla");
        let now = site.now();
        site.write(move |tx| {
            for (person, scope) in [(here, "room:1"), (there, "room:2")] {
                let grant = Grant { role: Role::Moderator, scope: Some(scope.to_owned()) };
                store::grant(tx, person, &grant, true, None, now)?;
            }
            Ok(())
        });
        let report = format!("{THREAD}/posts/2/report");
        assert_eq!(send(&mut site.as_person(aino), &report, &[("reason", "rude"), ("words", "")]), 303);
        assert!(site.as_person(here).get("/moderation").text().contains("Liikaa sanottu"));
        assert!(!site.as_person(there).get("/moderation").text().contains("Liikaa sanottu"));
        let hide = "/moderation/threads/1/posts/2/hide";
        assert_eq!(site.as_person(there).get(hide).status, 403);
        assert_eq!(site.as_person(aino).get(hide).status, 403);
        assert_eq!(send(&mut site.as_person(here), hide, &[("reason", "rude"), ("words", "")]), 303);
        let page = site.as_person(there).get(THREAD).text();
        assert!(!page.contains("Liikaa sanottu"), "{page}");
    }

    fn a_closed_thread_is_read_only_and_a_pinned_one_comes_first(site) {
        let (aino, _) = talk(&site);
        let pihlaja = moderator(&site, "Pihlaja");
        let fields = [("title", "Uudempi"), ("body", "Hei"), ("audience", "members")];
        assert_eq!(send(&mut site.as_person(aino), NEW, &fields), 303);
        let steer = "/moderation/threads/1";
        assert_eq!(send(&mut site.as_person(pihlaja), steer, &[("door", "closed"), ("place", "top"), ("words", "")]), 422);
        let fields = [("door", "closed"), ("place", "top"), ("words", "Asia on käsitelty")];
        assert_eq!(send(&mut site.as_person(pihlaja), steer, &fields), 303);
        let list = site.as_person(aino).get("/coffee-room/rooms/1").text();
        assert!(list.find("Salainen otsikko") < list.find("Uudempi"), "{list}");
        assert_eq!(list.matches("Salainen otsikko").count(), 1);
        assert_eq!(site.as_person(aino).get(&format!("{THREAD}/reply")).status, 400);
        assert_eq!(site.as_person(aino).get(&format!("{THREAD}/posts/1/edit")).status, 400);
        let log = site.as_person(aino).get("/moderation/log").text();
        assert!(log.contains("Keskustelu suljettiin") && log.contains("Keskustelu kiinnitettiin"));
        assert!(log.contains("Asia on käsitelty"));
    }

    fn a_persons_own_data_is_given_and_forgotten(site) {
        let (aino, eino) = talk(&site);
        let edit = format!("{THREAD}/posts/2/edit");
        assert_eq!(send(&mut site.as_person(eino), &edit, &[("body", "Vähemmän"), ("version", "1")]), 303);
        let report = format!("{THREAD}/posts/1/report");
        assert_eq!(send(&mut site.as_person(eino), &report, &[("reason", "other"), ("words", "Sanani")]), 303);
        let feature = kafferum_coffee_room::feature();
        let export = feature.export;
        let data = site.read(move |tx| Ok(export(tx, eino)?)).to_string();
        for part in ["Vähemmän", "Liikaa sanottu", "Sanani"] {
            assert!(data.contains(part), "{part}: {data}");
        }
        assert!(!data.contains("Salainen otsikko"), "somebody else's title: {data}");
        let (erase, now) = (feature.erase, site.now());
        site.write(move |tx| {
            erase(tx, eino, now)?;
            Ok(kafferum_platform::people::account::erase(tx, eino, now)?)
        });
        let page = site.as_person(aino).get(THREAD).text();
        assert!(page.contains("Vähemmän") && page.contains("Entinen jäsen") && !page.contains("Eino"), "{page}");
        let left = site.read(move |tx| Ok(export(tx, eino)?)).to_string();
        assert!(!left.contains("Liikaa sanottu") && !left.contains("Sanani"), "{left}");
    }

    /// A page that was shown before is kept; in tests each kept page is also
    /// made anew and compared, and a difference is a fault.
    fn a_page_shown_before_shows_each_change_at_once(site) {
        let (aino, eino) = talk(&site);
        let pihlaja = moderator(&site, "Pihlaja");
        let mut reader = site.as_person(site.member("Lukija"));
        let mut shows = |wanted: &[&str], gone: &str| {
            for _ in 0..2 {
                let page = reader.open(THREAD).text();
                for text in wanted {
                    assert!(page.contains(text), "{text}: {page}");
                }
                assert!(gone.is_empty() || !page.contains(gone), "{gone}: {page}");
            }
        };
        shows(&["Avaus", "Liikaa sanottu", "Eino"], "muokattu");
        let edit = format!("{THREAD}/posts/2/edit");
        assert_eq!(send(&mut site.as_person(eino), &edit, &[("body", "Vähemmän"), ("version", "1")]), 303);
        shows(&["Vähemmän", "muokattu"], "Liikaa sanottu");
        let (hide, restore) = ("/moderation/threads/1/posts/1/hide", "/moderation/threads/1/posts/1/restore");
        assert_eq!(send(&mut site.as_person(pihlaja), hide, &[("reason", "rude"), ("words", "")]), 303);
        shows(&["Vähemmän"], "Avaus");
        assert_eq!(send(&mut site.as_person(pihlaja), restore, &[("words", "Sovittu")]), 303);
        shows(&["Avaus"], "");
        assert_eq!(send(&mut site.as_person(pihlaja), &format!("{THREAD}/reply"), &[("body", "Kolmas")]), 303);
        shows(&["Avaus", "Kolmas"], "");
        let now = site.now();
        site.write(move |tx| Ok(store::set_pseudonym(tx, eino, "Usva", now)?));
        shows(&["Usva"], "Eino");
        site.write(move |tx| Ok(kafferum_platform::people::account::erase(tx, aino, now)?));
        shows(&["Usva", "Entinen jäsen"], "Aino");
    }
}

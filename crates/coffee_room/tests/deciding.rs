//! The queue with its claims, measures about people, appeals, editing with a
//! trace, moderators in training.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

mod common;

use common::{NEW, POST, People, THREAD, count, fill};
use kafferum_platform::clock::{DAY, HOUR, MINUTE};
use kafferum_platform::people::{PersonId, store};
use kafferum_platform::policy::{Grant, Role};
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

fn send(by: &mut Visitor<'_>, page: &str, path: &str, fields: &[(&str, &str)]) -> u16 {
    by.get(page);
    by.post(path, fields).status
}

fn sees(site: &TestSite, person: PersonId, path: &str, text: &str) -> bool {
    site.as_person(person).get(path).text().contains(text)
}

fn room(site: &TestSite) -> People {
    common::room(site, "Naapurin pöllö sanoi")
}

fn reply(site: &TestSite, by: PersonId, body: &str) -> u16 {
    fill(site, by, &format!("{THREAD}/reply"), &[("body", body)])
}

fn report(site: &TestSite, by: PersonId) {
    let fields = [("reason", "personal-data"), ("words", "Nimi näkyy")];
    assert_eq!(fill(site, by, &format!("{THREAD}/posts/2/report"), &fields), 303);
}

fn hide(site: &TestSite, by: PersonId) -> u16 {
    let fields = [("reason", "personal-data"), ("words", "Jätä nimi pois.")];
    fill(site, by, &format!("{POST}/hide"), &fields)
}

fn measure(site: &TestSite, by: PersonId, kind: &str, place: &str, days: &str) -> u16 {
    let fields = [
        ("kind", kind),
        ("where", place),
        ("days", days),
        ("rate", "1"),
        ("reason", "rude"),
        ("words", "Rauhoitutaan hetki."),
    ];
    fill(site, by, &format!("{POST}/author"), &fields)
}

fn trainee(site: &TestSite, pseudonym: &str, scope: Option<&str>) -> PersonId {
    let (person, now) = (site.member(pseudonym), site.now());
    let scope = scope.map(ToOwned::to_owned);
    let grant = Grant { role: Role::ModeratorTrainee, scope };
    site.write(move |tx| Ok(store::grant(tx, person, &grant, true, None, now)?));
    person
}

/// Who presses a button, on which page, and what they typed.
type Press<'a> = (PersonId, &'a str, Vec<(&'a str, &'a str)>);

/// Two press at the very same time, each on what their page showed them: one
/// decides, the other hears so and keeps what they typed (*Harkittu*).
fn one_of_two_decides(site: &TestSite, deeds: [Press<'_>; 2]) {
    let start = std::sync::Barrier::new(2);
    let answers: Vec<(u16, String)> = std::thread::scope(|scope| {
        let both = deeds.map(|(by, path, fields)| {
            let start = &start;
            scope.spawn(move || {
                let mut by = site.as_person(by);
                let seen = by.get(path).field_value("seen").expect("what was decided");
                let fields = [fields.as_slice(), &[("seen", seen.as_str())]].concat();
                start.wait();
                let answer = by.post(path, &fields);
                (answer.status, answer.text())
            })
        });
        both.into_iter().map(|one| one.join().expect("an answer")).collect()
    });
    let done = answers.iter().filter(|(status, _)| *status == 303).count();
    let told = answers.iter().filter(|(status, text)| {
        *status == 422 && text.contains("ehti jo käsitellä") && text.contains("Harkittu")
    });
    assert_eq!((done, told.count()), (1, 1), "{answers:?}");
}

on_both! {
    fn what_waits_is_one_list_and_says_who_looks_at_it(site) {
        let p = room(&site);
        report(&site, p.aino);
        let item = site.as_person(p.pihlaja).get(POST).text();
        for text in ["Nimi näkyy", "Miten te teette?", "Uusi kahvihuoneessa", "1 viesti näkyvissä", "Ennen kuin päätät"] {
            assert!(item.contains(text), "{text}: {item}");
        }
        let claim = "/moderation/claims/post-1-2";
        assert_eq!(send(&mut site.as_person(p.pihlaja), "/moderation", claim, &[]), 303);
        assert!(sees(&site, p.pihlaja, "/moderation", "Sinä käsittelet tätä"));
        assert!(sees(&site, p.havu, "/moderation", "Pihlaja käsittelee tätä"));
        // Another does not take it unasked; after asking they may.
        let mut havu = site.as_person(p.havu);
        havu.get(POST);
        let answer = havu.post_and_follow(claim, &[("act", "take")]).text();
        assert!(answer.contains("Toinen moderaattori ehti") && answer.contains("Pihlaja käsittelee tätä"), "{answer}");
        assert_eq!(send(&mut havu, POST, claim, &[("act", "over")]), 303);
        assert!(sees(&site, p.pihlaja, POST, "Havu käsittelee tätä"));
        // It ends by itself, and with the decision.
        site.pass(16 * MINUTE);
        assert!(!sees(&site, p.pihlaja, "/moderation", "käsittelee tätä"));
        assert_eq!(hide(&site, p.pihlaja), 303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM claim"), 0);
        // Members have no part in it.
        assert_eq!(site.as_person(p.aino).get(POST).status, 403);
        assert_eq!(send(&mut site.as_person(p.aino), THREAD, claim, &[]), 403);
    }

    fn trust_counts_thanks_and_goes_by_the_unions_settings(site) {
        let p = room(&site);
        site.set("coffee-room-known-posts", "4");
        site.set("coffee-room-known-days", "3");
        reply(&site, p.eino, "Ja pupukin kuunteli");
        site.pass(3 * DAY + MINUTE);
        assert!(sees(&site, p.eino, "/coffee-room/own", "<b>Uusi kahvihuoneessa</b>"));
        for (by, sign) in [(p.aino, "2:thanks"), (p.pihlaja, "3:thanks")] {
            assert_eq!(send(&mut site.as_person(by), THREAD, &format!("{THREAD}/react"), &[("sign", sign)]), 303);
        }
        assert!(sees(&site, p.eino, "/coffee-room/own", "<b>Tuttu kahvihuoneessa</b>"));
        site.set("coffee-room-known-days", "4");
        assert!(sees(&site, p.eino, "/coffee-room/own", "<b>Uusi kahvihuoneessa</b>"));
    }

    fn one_post_after_a_long_time_brings_no_trust_back(site) {
        let p = room(&site);
        site.set("coffee-room-known-posts", "2");
        site.set("coffee-room-known-days", "3");
        site.set("coffee-room-trusted-posts", "4");
        site.set("coffee-room-trusted-days", "6");
        let stands = |step: &str| {
            let page = site.as_person(p.eino).get("/coffee-room/own").text();
            assert!(page.contains(&format!("<b>{step} kahvihuoneessa</b>")), "{step}: {page}");
        };
        let writes = |body: &str| assert_eq!(reply(&site, p.eino, body), 303);
        for body in ["Toinen viesti", "Kolmas viesti", "Neljäs viesti"] {
            writes(body);
        }
        site.pass(6 * DAY + MINUTE);
        stands("Luotettu");
        // A little less than half a year is no break.
        site.pass(174 * DAY - 2 * MINUTE);
        stands("Luotettu");
        writes("Juuri ajoissa");
        stands("Luotettu");
        site.pass(180 * DAY + MINUTE);
        stands("Tuttu");
        writes("Täällä taas");
        stands("Tuttu");
        site.pass(3 * DAY + MINUTE);
        stands("Tuttu");
        writes("Ja vielä");
        stands("Luotettu");
        // A year takes both steps, and one post gives none back.
        site.pass(360 * DAY + MINUTE);
        stands("Uusi");
        writes("Vuoden päästä");
        stands("Uusi");
        site.pass(3 * DAY - MINUTE);
        writes("Taas yksi");
        stands("Uusi");
        site.pass(2 * MINUTE);
        stands("Luotettu");
    }

    fn the_queue_is_shown_by_kind(site) {
        let p = room(&site);
        report(&site, p.aino);
        site.set("coffee-room-newcomer-posts", "5");
        assert_eq!(reply(&site, p.eino, "Odottava vastaus"), 303);
        let all = site.as_person(p.pihlaja).get("/moderation").text();
        assert!(all.contains("Nimi näkyy") && all.contains("Odottava vastaus"), "{all}");
        for (kind, there, gone) in [("reports", "Nimi näkyy", "Odottava vastaus"), ("held", "Odottava vastaus", "Nimi näkyy")] {
            let page = site.as_person(p.pihlaja).get(&format!("/moderation?kind={kind}")).text();
            assert!(page.contains(there) && !page.contains(gone), "{kind}: {page}");
        }
        assert_eq!(site.as_person(p.pihlaja).get("/moderation?kind=none").status, 404);
    }

    fn a_pause_lets_read_and_not_write_until_it_ends(site) {
        let p = room(&site);
        assert_eq!(measure(&site, p.pihlaja, "pause", "room", ""), 422);
        assert_eq!(measure(&site, p.pihlaja, "pause", "room", "3"), 303);
        let page = site.as_person(p.eino).get(THREAD).text();
        assert!(page.contains("Miten te teette?") && page.contains("panneet sinut tauolle"), "{page}");
        assert_eq!(site.as_person(p.eino).get(NEW).status, 400);
        let path = format!("{THREAD}/reply");
        assert_eq!(send(&mut site.as_person(p.eino), "/coffee-room/rooms/2/new", &path, &[("body", "Silti")]), 400);
        let edit = format!("{THREAD}/posts/2/edit");
        let fields = [("body", "Muutettu"), ("version", "1")];
        assert_eq!(fill(&site, p.eino, &edit, &fields), 422);
        // In another room they write as before; others write here.
        let other = "/coffee-room/rooms/2/new";
        let fields = [("title", "Muualla"), ("body", "Hei"), ("audience", "members")];
        assert_eq!(fill(&site, p.eino, other, &fields), 303);
        assert_eq!(reply(&site, p.aino, "Minä saan"), 303);
        let own = site.as_person(p.eino).get("/coffee-room/own").text();
        assert!(own.contains("Tauko kirjoittamisesta") && own.contains("Kirjoittaja pantiin tauolle"), "{own}");
        // Members read what was done and why, not to whom.
        let log = site.as_person(p.aino).get("/moderation/log").text();
        assert!(log.contains("Kirjoittaja pantiin tauolle") && !log.contains("Eino") && !log.contains("Rauhoitutaan"), "{log}");
        site.pass(3 * DAY);
        assert_eq!(reply(&site, p.eino, "Taas täällä"), 303);
        // It has run out, and still counts against them: it can be looked at again.
        let decision = "/coffee-room/decisions/1";
        let mut eino = site.as_person(p.eino);
        assert_eq!(send(&mut eino, decision, decision, &[("words", "Näin sen vasta nyt")]), 303);
        let fields = [("verdict", "overturned"), ("words", "Ei ollut aihetta")];
        assert_eq!(fill(&site, p.havu, "/moderation/appeals/1", &fields), 303);
        assert!(site.as_person(p.eino).get(decision).text().contains("Päätös kumottiin"));
    }

    fn somebody_slowed_down_writes_so_many_posts_an_hour(site) {
        let p = room(&site);
        site.pass(2 * HOUR);
        assert_eq!(measure(&site, p.pihlaja, "slow", "room", "7"), 303);
        assert_eq!(reply(&site, p.eino, "Yksi"), 303);
        assert_eq!(reply(&site, p.eino, "Kaksi"), 422);
        site.pass(HOUR + MINUTE);
        assert_eq!(reply(&site, p.eino, "Kaksi"), 303);
    }

    fn what_waited_counts_once_for_somebody_slowed_down(site) {
        let p = room(&site);
        site.pass(2 * HOUR);
        let slow = [("kind", "slow"), ("where", "room"), ("days", "7"), ("rate", "3"), ("reason", "rude"), ("words", "")];
        assert_eq!(fill(&site, p.pihlaja, &format!("{POST}/author"), &slow), 303);
        // Let in, it is a post; taken back, nothing.
        site.set("coffee-room-newcomer-posts", "2");
        assert_eq!(reply(&site, p.eino, "Odottaa ja pääsee"), 303);
        assert_eq!(reply(&site, p.eino, "Odottaa ja perutaan"), 303);
        assert_eq!(fill(&site, p.pihlaja, "/moderation/held/1/approve", &[]), 303);
        assert_eq!(fill(&site, p.eino, "/coffee-room/waiting/2", &[]), 303);
        // A change of a post is no post.
        let edit = format!("{THREAD}/posts/2/edit");
        let links = "https://a.fi https://b.fi https://c.fi https://d.fi";
        assert_eq!(fill(&site, p.eino, &edit, &[("body", links), ("version", "1"), ("audience", "members")]), 303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM held_post WHERE edits = 2 AND state = 'waiting'"), 1);
        for body in ["Toinen tunnin sisällä", "Kolmas tunnin sisällä"] {
            assert_eq!(reply(&site, p.eino, body), 303);
        }
        assert_eq!(reply(&site, p.eino, "Neljäs tunnin sisällä"), 422);
    }

    fn somebody_kept_out_finds_nothing_of_the_room_until_it_is_lifted(site) {
        let p = room(&site);
        assert_eq!(measure(&site, p.pihlaja, "remove", "room", "open"), 303);
        let mut eino = site.as_person(p.eino);
        assert_eq!(eino.get(THREAD).status, 404);
        let door = eino.get("/coffee-room/rooms/1");
        assert!(door.status == 400 && door.text().contains("sulkeneet sinut tästä huoneesta"));
        for path in ["/coffee-room", "/search?q=teette", "/coffee-room/reports"] {
            assert!(!eino.get(path).text().contains("Tauot"), "{path}");
        }
        assert_eq!(eino.get("/coffee-room/rooms/2").status, 200);
        assert!(eino.get("/coffee-room/own").text().contains("Suljettu ulos"));
        let path = "/moderation/measures/1";
        assert_eq!(fill(&site, p.havu, path, &[("words", "Sovittu")]), 303);
        assert_eq!(site.as_person(p.eino).get(THREAD).status, 200);
        assert_eq!(fill(&site, p.havu, path, &[("words", "Uudestaan")]), 422);
    }

    fn somebody_kept_out_of_all_rooms_can_still_read_why_and_appeal(site) {
        let p = room(&site);
        assert_eq!(measure(&site, p.pihlaja, "remove", "all", "7"), 303);
        let mut eino = site.as_person(p.eino);
        let door = eino.get("/coffee-room");
        assert!(door.status == 403 && door.text().contains("suljettu kahvihuoneesta"), "{}", door.text());
        assert_eq!(eino.get(THREAD).status, 403);
        assert!(eino.get("/coffee-room/own").text().contains("/coffee-room/decisions/1"));
        let decision = "/coffee-room/decisions/1";
        assert!(eino.get(decision).text().contains("Rauhoitutaan hetki."));
        assert_eq!(send(&mut eino, decision, decision, &[("words", "En tarkoittanut pahaa")]), 303);
        // Who decided does not decide again; another overturns it.
        let appeal = "/moderation/appeals/1";
        assert!(!sees(&site, p.pihlaja, "/moderation", "En tarkoittanut pahaa"));
        assert_eq!(site.as_person(p.pihlaja).get(appeal).status, 400);
        assert!(sees(&site, p.havu, "/moderation", "En tarkoittanut pahaa"));
        let fields = [("verdict", "overturned"), ("words", "Ei ollut aihetta")];
        assert_eq!(fill(&site, p.havu, appeal, &fields), 303);
        assert_eq!(site.as_person(p.eino).get(THREAD).status, 200);
        let page = site.as_person(p.eino).get(decision).text();
        assert!(page.contains("Päätös kumottiin") && page.contains("Ei ollut aihetta"), "{page}");
        assert_eq!(fill(&site, p.havu, appeal, &fields), 422);
        site.pass(8 * DAY);
        assert_eq!(site.as_person(p.eino).get("/coffee-room").status, 200);
    }

    fn nobody_takes_a_measure_about_themselves_nor_in_rooms_of_others(site) {
        let p = room(&site);
        let local = site.member("Paikallinen");
        let now = site.now();
        site.write(move |tx| {
            let grant = Grant { role: Role::Moderator, scope: Some("room:1".to_owned()) };
            Ok(store::grant(tx, local, &grant, true, None, now)?)
        });
        assert_eq!(reply(&site, p.pihlaja, "Omani"), 303);
        let own = "/moderation/threads/1/posts/3/author";
        assert_eq!(site.as_person(p.pihlaja).get(own).status, 400);
        assert_eq!(measure(&site, local, "pause", "all", "3"), 403);
        assert_eq!(measure(&site, local, "pause", "room", "3"), 303);
        assert_eq!(site.as_person(p.aino).get(&format!("{POST}/author")).status, 403);
    }

    fn an_appeal_against_a_hidden_post_shows_it_again(site) {
        let p = room(&site);
        report(&site, p.havu);
        assert_eq!(hide(&site, p.pihlaja), 303);
        let decision = "/coffee-room/decisions/1";
        let page = site.as_person(p.eino).get(decision).text();
        assert!(page.contains("Jätä nimi pois.") && page.contains("Jätä nimet, osoitteet"), "{page}");
        // Havu reported it and is a party: nobody else is there.
        assert!(page.contains("ei ole toista moderaattoria"), "{page}");
        assert_eq!(site.as_person(p.aino).get(decision).status, 404);
        assert_eq!(fill(&site, p.eino, decision, &[("words", "")]), 422);
        assert_eq!(fill(&site, p.eino, decision, &[("words", "pöllö on keksitty")]), 303);
        assert_eq!(fill(&site, p.eino, decision, &[("words", "Vielä kerran")]), 422);
        let appeal = "/moderation/appeals/1";
        assert_eq!(site.as_person(p.havu).get(appeal).status, 400);
        let administrator = site.staff("Antti", Role::Administrator);
        let stuck = site.as_person(administrator).get("/moderation/undecided").text();
        assert!(stuck.contains("Työn laatu") && !stuck.contains("pöllö") && !stuck.contains("Eino"), "{stuck}");
        let third = site.member("Kolmas");
        site.give(third, Role::Moderator, true);
        assert!(sees(&site, administrator, "/moderation/undecided", "Kaikelle, mikä odottaa"));
        let fields = [("verdict", "overturned"), ("words", "Keksitty nimi käy")];
        assert_eq!(fill(&site, third, appeal, &fields), 303);
        assert!(sees(&site, p.aino, THREAD, "Naapurin pöllö sanoi"));
        assert!(sees(&site, third, "/moderation/log", "Oikaisupyyntö: päätös kumottiin"));
    }

    fn an_appeal_against_a_text_not_let_in_lets_it_in(site) {
        let p = room(&site);
        site.set("coffee-room-newcomer-posts", "5");
        assert_eq!(reply(&site, p.eino, "Toinen viestini"), 303);
        let decline = "/moderation/held/1/decline";
        assert_eq!(fill(&site, p.pihlaja, decline, &[("reason", "rude"), ("words", "")]), 303);
        assert_eq!(fill(&site, p.eino, "/coffee-room/decisions/1", &[("words", "Miksi?")]), 303);
        let fields = [("verdict", "overturned"), ("words", "Asiallinen")];
        assert_eq!(fill(&site, p.havu, "/moderation/appeals/1", &fields), 303);
        assert!(sees(&site, p.aino, THREAD, "Toinen viestini"));
        assert!(sees(&site, p.eino, "/coffee-room/waiting/1", "Päästettiin huoneeseen"));
    }

    fn a_moderator_takes_a_name_out_with_a_trace(site) {
        let p = room(&site);
        report(&site, p.aino);
        let path = format!("{POST}/redact");
        let same = [("body", "Naapurin pöllö sanoi"), ("version", "1"), ("reason", "personal-data"), ("words", "")];
        assert_eq!(fill(&site, p.pihlaja, &path, &same), 422);
        let fields = [("body", "Naapuri sanoi"), ("version", "1"), ("reason", "personal-data"), ("words", "Nimi pois.")];
        assert_eq!(fill(&site, p.pihlaja, &path, &fields), 303);
        let page = site.as_person(p.aino).get(THREAD).text();
        assert!(page.contains("Naapuri sanoi") && page.contains("moderaattori muokannut") && !page.contains("pöllö"), "{page}");
        assert!(!sees(&site, p.aino, "/search?q=naapurin", "pöllö"));
        assert!(!sees(&site, p.havu, "/moderation", "Nimi näkyy"));
        // Whoever reported it was right.
        assert!(sees(&site, p.aino, "/coffee-room/reports", "Viestistä poistettiin osa"));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM report WHERE state = 'edited'"), 1);
        let history = format!("{THREAD}/posts/2/history");
        assert!(sees(&site, p.eino, &history, "pöllö"));
        assert_eq!(site.as_person(p.aino).get(&history).status, 403);
        assert_eq!(fill(&site, p.pihlaja, &path, &fields), 422);
        // On appeal it is as it was.
        assert_eq!(fill(&site, p.eino, "/coffee-room/decisions/1", &[("words", "Keksitty")]), 303);
        let fields = [("verdict", "overturned"), ("words", "Keksitty nimi")];
        assert_eq!(fill(&site, p.havu, "/moderation/appeals/1", &fields), 303);
        let page = site.as_person(p.aino).get(THREAD).text();
        assert!(page.contains("Naapurin pöllö sanoi") && !page.contains("moderaattori muokannut"), "{page}");
    }

    fn the_log_does_not_lead_members_to_whom_it_is_about(site) {
        let p = room(&site);
        report(&site, p.aino);
        assert_eq!(hide(&site, p.pihlaja), 303);
        assert_eq!(fill(&site, p.eino, "/coffee-room/decisions/1", &[("words", "Keksitty")]), 303);
        let fields = [("verdict", "upheld"), ("words", "Nimi jää pois")];
        assert_eq!(fill(&site, p.havu, "/moderation/appeals/1", &fields), 303);
        let path = "/moderation/threads/1";
        assert_eq!(fill(&site, p.pihlaja, path, &[("door", "closed"), ("place", "row"), ("words", "Riittää")]), 303);
        let log = site.as_person(p.aino).get("/moderation/log").text();
        let main = log.split("<main").nth(1).expect("the page");
        assert!(main.contains("Viesti piilotettiin") && main.contains("päätös pysyi"), "{main}");
        assert!(!main.contains("/posts/") && !main.contains("Nimi jää pois") && !main.contains("Eino"), "{main}");
        // What was done to a whole thread leads there.
        assert_eq!(main.matches("href=\"/coffee-room/threads/1").count(), 1, "{main}");
        assert!(sees(&site, p.havu, "/moderation/log", &format!("href=\"{POST}\"")));
    }

    fn moderators_are_led_from_a_post_to_all_that_may_be_done_about_it(site) {
        let p = room(&site);
        assert_eq!(reply(&site, p.pihlaja, "Omani"), 303);
        let link = format!("href=\"{POST}\">Käsittele</a>");
        assert!(sees(&site, p.havu, THREAD, &link));
        // Of what they wrote themselves somebody else judges.
        assert_eq!(site.as_person(p.pihlaja).get(THREAD).text().matches(">Käsittele</a>").count(), 2);
        let local = site.member("Paikallinen");
        let (now, grant) = (site.now(), Grant { role: Role::Moderator, scope: Some("room:2".to_owned()) });
        site.write(move |tx| Ok(store::grant(tx, local, &grant, true, None, now)?));
        for other in [p.aino, p.eino, local] {
            assert!(!sees(&site, other, THREAD, "Käsittele"));
        }
        assert_eq!(hide(&site, p.pihlaja), 303);
        let person = format!("/coffee-room/people/{}", site.site().handle(p.eino).expect("a word"));
        for page in [THREAD, &person, "/moderation/log"] {
            assert!(sees(&site, p.havu, page, &format!("href=\"{POST}\"")), "{page}");
            assert!(!sees(&site, p.aino, page, POST), "{page}");
        }
        assert!(sees(&site, p.havu, POST, &format!("{POST}/author")));
    }

    fn where_a_mentor_stops_another_goes_on_with_what_waits(site) {
        let p = room(&site);
        report(&site, p.aino);
        let oona = trainee(&site, "Oona", Some("room:1"));
        let handle = site.site().handle(oona).expect("a word");
        let practice = "/moderation/practice";
        let step = |by, act| send(&mut site.as_person(by), practice, practice, &[("trainee", &handle), ("act", act)]);
        assert_eq!((step(p.pihlaja, "take"), step(p.pihlaja, "second")), (303, 303));
        let fields = [("deed", "hide"), ("reason", "personal-data"), ("words", "Nimi pois.")];
        assert_eq!(fill(&site, oona, &format!("{POST}/opinion"), &fields), 303);
        assert_eq!(step(p.havu, "take"), 400);
        assert!(!sees(&site, p.havu, practice, "Jatka ohjaajana"));
        // Whoever moderates another room does not moderate here.
        let (now, pihlaja) = (site.now(), p.pihlaja);
        site.write(move |tx| {
            let own = store::grants_now(tx, now)?.into_iter().filter(|row| row.person == pihlaja);
            for row in own.collect::<Vec<_>>() {
                store::end_grant(tx, row.id, now)?;
            }
            let grant = Grant { role: Role::Moderator, scope: Some("room:2".to_owned()) };
            Ok(store::grant(tx, pihlaja, &grant, true, None, now)?)
        });
        for reader in [oona, p.havu] {
            assert!(sees(&site, reader, practice, "Pihlaja ei enää moderoi täällä"));
        }
        assert!(sees(&site, p.havu, practice, "Jatka ohjaajana"));
        // Nobody is told of what they may not sign.
        let mails = || count(&site, "SELECT COUNT(*) FROM notice WHERE kind = 'coffee-room-proposal'");
        let told = mails();
        assert_eq!(fill(&site, oona, &format!("{POST}/opinion"), &fields), 303);
        assert_eq!(mails(), told);
        assert_eq!(step(p.havu, "take"), 303);
        assert!(!sees(&site, oona, practice, "ei enää moderoi"));
        assert!(sees(&site, oona, practice, "Toinen harjoittelujakso"));
        assert!(sees(&site, p.havu, practice, "Odottaa allekirjoitustasi"));
        assert_eq!(send(&mut site.as_person(p.havu), POST, "/moderation/opinions/2", &[]), 303);
        assert!(!sees(&site, p.aino, THREAD, "Naapurin pöllö"));
        assert!(sees(&site, oona, practice, "Samaa mieltä 1 / 1"));
        assert_eq!(step(p.havu, "end"), 303);
    }

    fn a_trainees_first_decisions_are_compared_and_not_executed(site) {
        let p = room(&site);
        report(&site, p.aino);
        let oona = trainee(&site, "Oona", Some("room:1"));
        let far = trainee(&site, "Kaukana", Some("room:2"));
        assert_eq!(site.as_person(far).get(POST).status, 403);
        assert!(!sees(&site, far, "/moderation", "Nimi näkyy"));
        assert!(sees(&site, oona, "/moderation", "Nimi näkyy"));
        let opinion = format!("{POST}/opinion");
        let fields = [("deed", "hide"), ("reason", "personal-data"), ("words", "Nimi")];
        assert_eq!(fill(&site, oona, &opinion, &fields), 422, "no mentor yet");
        let step = |by: PersonId, act: &str| {
            let fields = [("trainee", site.site().handle(oona).expect("a word")), ("act", act.to_owned())];
            let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (*a, b.as_str())).collect();
            send(&mut site.as_person(by), "/moderation/practice", "/moderation/practice", &fields)
        };
        assert_eq!(step(p.pihlaja, "take"), 303);
        assert_eq!(step(p.havu, "take"), 400);
        assert_eq!(fill(&site, oona, &opinion, &fields), 303);
        assert!(sees(&site, p.aino, THREAD, "Naapurin pöllö sanoi"));
        assert!(!sees(&site, p.pihlaja, POST, "Allekirjoita"));
        assert_eq!(hide(&site, oona), 403);
        assert_eq!(hide(&site, p.havu), 303);
        for person in [oona, p.pihlaja] {
            assert!(sees(&site, person, "/moderation/practice", "Samaa mieltä 1 / 1"));
        }
        assert_eq!(site.as_person(p.aino).get("/moderation/practice").status, 403);
        // The second period: executed when the mentor signs, in both names.
        assert_eq!(step(p.havu, "second"), 400);
        assert_eq!(step(p.pihlaja, "second"), 303);
        assert_eq!(reply(&site, p.eino, "Ilkeä vastaus"), 303);
        let third = "/moderation/threads/1/posts/3";
        let fields = [("reason", "rude"), ("words", "Ilkeä")];
        assert_eq!(fill(&site, p.aino, &format!("{THREAD}/posts/3/report"), &fields), 303);
        let fields = [("deed", "hide"), ("reason", "rude"), ("words", "Sano kauniimmin.")];
        assert_eq!(fill(&site, oona, &format!("{third}/opinion"), &fields), 303);
        assert!(sees(&site, p.pihlaja, third, "Allekirjoita ja toteuta"));
        // The mentor is told, and finds it in the queue and among the trainees.
        for path in ["/moderation", "/moderation/practice"] {
            assert!(sees(&site, p.pihlaja, path, "Odottaa allekirjoitustasi"), "{path}");
            assert!(!sees(&site, p.havu, path, "Odottaa allekirjoitustasi"), "{path}");
        }
        assert!(sees(&site, p.pihlaja, "/notices", "Harjoittelijasi on ehdottanut"));
        assert!(!sees(&site, p.havu, "/notices", "Harjoittelijasi on ehdottanut"));
        assert!(!sees(&site, p.havu, third, "Allekirjoita ja toteuta"));
        assert_eq!(send(&mut site.as_person(p.havu), third, "/moderation/opinions/2", &[]), 404);
        assert_eq!(send(&mut site.as_person(p.pihlaja), third, "/moderation/opinions/2", &[]), 303);
        assert!(!sees(&site, p.aino, THREAD, "Ilkeä vastaus"));
        assert!(sees(&site, p.eino, THREAD, "Sano kauniimmin."));
        assert!(sees(&site, p.havu, "/moderation/log", "harjoittelijan ehdotuksesta"));
        assert!(sees(&site, oona, "/moderation/practice", "Samaa mieltä 2 / 2"));
        assert_eq!(send(&mut site.as_person(p.pihlaja), "/moderation/practice", "/moderation/opinions/2", &[]), 400);
    }

    fn what_a_trainee_would_take_out_is_signed_with_the_words_in_its_place(site) {
        let p = room(&site);
        report(&site, p.aino);
        let oona = trainee(&site, "Oona", None);
        let handle = site.site().handle(oona).expect("a word");
        let step = |act| fill(&site, p.pihlaja, "/moderation/practice", &[("trainee", &handle), ("act", act)]);
        assert_eq!(step("take"), 303);
        let opinion = format!("{POST}/opinion");
        let fields = [("deed", "redact"), ("reason", "personal-data"), ("words", "Nimi pois.")];
        assert_eq!(fill(&site, oona, &opinion, &[("deed", "redact")]), 422);
        assert_eq!(fill(&site, oona, &opinion, &fields), 303);
        assert!(!sees(&site, p.pihlaja, "/notices", "Harjoittelijasi on ehdottanut"));
        assert_eq!(step("second"), 303);
        assert_eq!(fill(&site, oona, &opinion, &fields), 303);
        let path = format!("{POST}/redact?opinion=2");
        assert!(sees(&site, p.pihlaja, POST, &path) && !sees(&site, p.havu, POST, &path));
        // There is nothing to sign but the words.
        assert_eq!(send(&mut site.as_person(p.pihlaja), POST, "/moderation/opinions/2", &[]), 404);
        let mut pihlaja = site.as_person(p.pihlaja);
        let page = pihlaja.get(&path);
        assert!(page.text().contains("Nimi pois."), "{}", page.text());
        let number = page.field_value("opinion").expect("what is signed");
        let fields = [("body", "Naapuri sanoi"), ("version", "1"), ("reason", "personal-data"), ("words", "Nimi pois."), ("opinion", number.as_str())];
        // Nobody else signs it.
        assert_eq!(fill(&site, p.havu, &format!("{POST}/redact"), &fields), 403);
        assert_eq!(pihlaja.post(&format!("{POST}/redact"), &fields).status, 303);
        assert!(sees(&site, p.aino, THREAD, "Naapuri sanoi"));
        assert!(sees(&site, p.havu, "/moderation/log", "harjoittelijan ehdotuksesta"));
        assert!(sees(&site, oona, "/moderation/practice", "Samaa mieltä 1 / 1"));
        assert!(!sees(&site, p.pihlaja, "/moderation/practice", "Odottaa allekirjoitustasi"));
        assert!(!sees(&site, p.pihlaja, "/notices", "Harjoittelijasi on ehdottanut"));
    }

    fn a_flood_of_somebody_known_stands_and_comes_to_the_queue_once(site) {
        let p = room(&site);
        site.set("coffee-room-posts-per-minute", "1");
        site.set("coffee-room-known-posts", "1");
        site.set("coffee-room-known-days", "0");
        site.pass(2 * HOUR);
        for count in 1..=7 {
            assert_eq!(reply(&site, p.eino, &format!("Viesti numero {count}")), 303);
            site.pass(2 * MINUTE);
            let told = sees(&site, p.pihlaja, "/moderation", "poikkeavan monta viestiä");
            assert_eq!(told, count > 5, "{count}");
        }
        assert!(sees(&site, p.aino, THREAD, "Viesti numero 7"));
        assert!(sees(&site, p.pihlaja, "/moderation/threads/1/posts/8", "ohjelma huomasi"));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM report"), 1);
        // Nobody says so of another in their place.
        let by_hand = [("reason", "rate"), ("words", "")];
        assert_eq!(fill(&site, p.aino, &format!("{THREAD}/posts/3/report"), &by_hand), 422);
        // What was looked at is not told again within the hour.
        assert_eq!(fill(&site, p.pihlaja, "/moderation/threads/1/posts/8/keep", &[("words", "Vilkas ilta.")]), 303);
        assert_eq!(reply(&site, p.eino, "Viesti numero 8"), 303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM report"), 1);
    }

    fn two_moderators_who_decide_at_once_hear_clearly_and_lose_nothing(site) {
        let p = room(&site);
        report(&site, p.aino);
        let path = format!("{POST}/hide");
        let fields = [("reason", "rude"), ("words", "Pitkä ja harkittu perustelu.")];
        let (mut first, mut second) = (site.as_person(p.pihlaja), site.as_person(p.havu));
        first.get(&path);
        second.get(&path);
        assert_eq!(first.post(&path, &fields).status, 303);
        let answer = second.post(&path, &fields);
        assert_eq!(answer.status, 422);
        let text = answer.text();
        assert!(text.contains("ehti jo käsitellä") && text.contains("Pitkä ja harkittu perustelu."), "{text}");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM moderation_log WHERE deed = 'hide'"), 1);
    }

    fn of_two_who_press_at_the_very_same_time_one_decides(site) {
        let p = room(&site);
        for position in 2..6 {
            if position > 2 {
                assert_eq!(reply(&site, p.eino, &format!("Viesti numero {position}")), 303);
            }
            let fields = [("reason", "personal-data"), ("words", "Nimi näkyy")];
            let path = format!("{THREAD}/posts/{position}/report");
            assert_eq!(fill(&site, p.aino, &path, &fields), 303);
            let post = format!("/moderation/threads/1/posts/{position}");
            // One would hide it, the other leave it.
            let (hide, keep) = (format!("{post}/hide"), format!("{post}/keep"));
            let deeds = [
                (p.pihlaja, hide.as_str(), vec![("reason", "rude"), ("words", "Harkittu.")]),
                (p.havu, keep.as_str(), vec![("words", "Harkittu toinen.")]),
            ];
            one_of_two_decides(&site, deeds);
        }
        assert_eq!(count(&site, "SELECT COUNT(*) FROM moderation_log WHERE deed IN ('hide', 'keep')"), 4);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM report WHERE state = 'open'"), 0);
    }

    fn a_thread_that_another_closed_is_not_opened_unseen(site) {
        let p = room(&site);
        let path = "/moderation/threads/1";
        let mut pihlaja = site.as_person(p.pihlaja);
        let seen = pihlaja.get(path).field_value("seen").expect("how it was");
        let close = [("door", "closed"), ("place", "row"), ("words", "Riita.")];
        assert_eq!(fill(&site, p.havu, path, &close), 303);
        let pin = [("door", "open"), ("place", "top"), ("words", "Tärkeä asia."), ("seen", seen.as_str())];
        let answer = pihlaja.post(path, &pin);
        assert_eq!(answer.status, 422);
        // They hear so, keep what they typed, and may insist.
        let (text, now) = (answer.text(), answer.field_value("seen").expect("how it is"));
        assert!(text.contains("ehti jo käsitellä") && text.contains("Tärkeä asia."), "{text}");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM thread WHERE state = 'closed' AND NOT pinned = 1"), 1);
        let both = [("door", "closed"), ("place", "top"), ("words", "Tärkeä asia."), ("seen", now.as_str())];
        assert_eq!(pihlaja.post(path, &both).status, 303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM thread WHERE state = 'closed' AND pinned = 1"), 1);
    }

    fn of_two_who_steer_a_thread_at_the_very_same_time_one_does(site) {
        let p = room(&site);
        let path = "/moderation/threads/1";
        for round in 1..=4 {
            let seen = site.as_person(p.pihlaja).get(path).field_value("seen").expect("how it is");
            let (door, place) = seen.split_once('-').expect("door and place");
            let other = |now: &str, one, other| if now == one { other } else { one };
            let turned = vec![("door", other(door, "open", "closed")), ("place", place), ("words", "Harkittu.")];
            let moved = vec![("door", door), ("place", other(place, "row", "top")), ("words", "Harkittu toinen.")];
            one_of_two_decides(&site, [(p.pihlaja, path, turned), (p.havu, path, moved)]);
            assert_eq!(count(&site, "SELECT COUNT(*) FROM moderation_log"), round);
        }
    }

    fn of_two_who_take_a_measure_for_one_post_at_once_one_does(site) {
        let p = room(&site);
        let path = format!("{POST}/author");
        let fields = [("kind", "warn"), ("where", "room"), ("days", "7"), ("rate", "1"), ("reason", "rude"), ("words", "Harkittu.")];
        // After another's, whose page is older than it.
        let mut late = site.as_person(p.havu);
        let seen = late.get(&path).field_value("seen").expect("what was decided");
        assert_eq!(measure(&site, p.pihlaja, "warn", "room", "7"), 303);
        let answer = late.post(&path, &[fields.as_slice(), &[("seen", seen.as_str())]].concat());
        let text = answer.text();
        assert!(answer.status == 422 && text.contains("ehti jo käsitellä") && text.contains("Harkittu."), "{text}");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM measure"), 1);
        for round in 2..=4 {
            let both = [p.pihlaja, p.havu].map(|by| (by, path.as_str(), fields.to_vec()));
            one_of_two_decides(&site, both);
            assert_eq!(count(&site, "SELECT COUNT(*) FROM measure"), round);
        }
        assert_eq!(count(&site, "SELECT COUNT(*) FROM moderation_log WHERE deed = 'warn'"), 4);
    }

    fn what_is_decided_about_a_person_is_given_and_forgotten(site) {
        let p = room(&site);
        assert_eq!(measure(&site, p.pihlaja, "warn", "room", "7"), 303);
        assert_eq!(fill(&site, p.eino, "/coffee-room/decisions/1", &[("words", "Omat sanani")]), 303);
        let feature = kafferum_coffee_room::feature();
        let (export, erase, now, eino) = (feature.export, feature.erase, site.now(), p.eino);
        let data = site.read(move |tx| Ok(export(tx, eino)?)).to_string();
        for text in ["Omat sanani", "Rauhoitutaan hetki.", "warn"] {
            assert!(data.contains(text), "{text}: {data}");
        }
        site.write(move |tx| {
            erase(tx, eino, now)?;
            Ok(kafferum_platform::people::account::erase(tx, eino, now)?)
        });
        let data = site.read(move |tx| Ok(export(tx, eino)?)).to_string();
        assert!(!data.contains("Omat sanani") && !data.contains("Rauhoitutaan"), "{data}");
    }

    fn moderators_are_called_once_until_they_have_looked(site) {
        let p = room(&site);
        let (grant, now) = (Grant { role: Role::Moderator, scope: Some("room:2".to_owned()) }, site.now());
        let elsewhere = site.member("Toisaalla");
        site.write(move |tx| Ok(store::grant(tx, elsewhere, &grant, true, None, now)?));
        let called = |person, text| sees(&site, person, "/notices", text);
        const ONE: &str = "odottaa yksi asia moderaattoria";
        const TWO: &str = "odottaa 2 asiaa moderaattoria";
        let mails = || {
            site.settle();
            site.mails().iter().filter(|mail| mail.body.contains("odottaa sinua")).count()
        };
        assert!(!called(p.pihlaja, ONE));
        report(&site, p.aino);
        for moderator in [p.pihlaja, p.havu] {
            assert!(called(moderator, ONE));
        }
        for other in [elsewhere, p.eino, p.aino] {
            assert!(!called(other, ONE));
        }
        assert_eq!(mails(), 2);
        // More of the same and something else is one call.
        assert_eq!(fill(&site, p.eino, &format!("{THREAD}/posts/1/report"), &[("reason", "rude"), ("words", "Tyly")]), 303);
        assert!(called(p.pihlaja, TWO));
        assert_eq!(mails(), 2);
        // Who has looked is called to what comes then.
        site.pass(HOUR);
        assert!(sees(&site, p.pihlaja, "/moderation", "Tyly"));
        site.set("coffee-room-newcomer-posts", "9");
        assert_eq!(reply(&site, p.eino, "Odotan"), 303);
        assert_eq!(mails(), 3);
        // Nothing is left when it is decided, and the next is called anew, also
        // to those who never looked.
        assert_eq!(fill(&site, p.pihlaja, "/moderation/held/1/approve", &[]), 303);
        assert_eq!(hide(&site, p.pihlaja), 303);
        assert_eq!(fill(&site, p.pihlaja, "/moderation/threads/1/posts/1/keep", &[("words", "Asiallinen")]), 303);
        site.pass(HOUR);
        assert_eq!(reply(&site, p.eino, "Odotan taas"), 303);
        assert!(called(p.havu, ONE));
        assert_eq!(mails(), 5);
    }

    fn nobody_is_called_to_what_they_leave_to_another(site) {
        let p = room(&site);
        const ONE: &str = "odottaa yksi asia moderaattoria";
        // Who reports leaves it to another.
        report(&site, p.havu);
        assert!(sees(&site, p.pihlaja, "/notices", ONE) && !sees(&site, p.havu, "/notices", ONE));
        // So does who is appealed against.
        assert_eq!(hide(&site, p.pihlaja), 303);
        assert!(!sees(&site, p.pihlaja, "/notices", ONE));
        let third = site.member("Kolmas");
        site.give(third, Role::Moderator, true);
        assert_eq!(fill(&site, p.eino, "/coffee-room/decisions/1", &[("words", "Miksi?")]), 303);
        assert!(sees(&site, third, "/notices", ONE));
        for party in [p.pihlaja, p.havu, p.eino] {
            assert!(!sees(&site, party, "/notices", ONE));
        }
    }
}

//! What people are told of, through the real router.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected should stop at once"
)]

use kafferum_platform::clock::{DAY, HOUR};
use kafferum_platform::notices;
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_testkit::site::{TestSite, Visitor};
use kafferum_testkit::{on_both, on_each};

const NEW: &str = "/coffee-room/rooms/1/new";
const KIND: &str = "coffee-room-post";

/// Opens a thread in the first room; its address.
fn open(by: &mut Visitor<'_>, title: &str, audience: &str) -> String {
    by.get(NEW);
    let answer = by.post(NEW, &[("title", title), ("body", "Miten?"), ("audience", audience)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").expect("an address").to_owned()
}

fn reply(by: &mut Visitor<'_>, thread: &str, body: &str, audience: &str) {
    let path = format!("{thread}/reply");
    by.get(&path);
    let answer = by.post(&path, &[("body", body), ("audience", audience)]);
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// Tells a person of a post of the first thread; whether that was news.
fn tell(site: &TestSite, person: PersonId, position: i64) -> bool {
    let now = site.now();
    let mut kinds = site.site().features.iter().flat_map(|feature| feature.notices);
    let kind = *kinds.find(|kind| kind.name == KIND).expect("the kind");
    site.write(move |tx| {
        let (key, payload) = (format!("post:1:{position}"), format!("thread:1 {position}"));
        Ok(notices::tell(tx, person, &kind, &key, &payload, now)?)
    })
}

/// What the bell says.
fn bell(by: &mut Visitor<'_>) -> String {
    let page = by.get("/account").text();
    let bell = page.split("data-bell=").nth(1).and_then(|rest| rest.split("</a>").next());
    let bell = bell.expect("a bell").split("<span class=\"vh\">").nth(1).expect("its words");
    bell.split('<').next().unwrap_or_default().to_owned()
}

/// Waits for the markers that gather before they are written.
fn settle_markers(by: &mut Visitor<'_>) {
    by.get("/coffee-room");
}

/// How many notices a person has.
fn notices_of(site: &TestSite, person: PersonId) -> i64 {
    site.read(move |tx| {
        Ok(tx.one("SELECT COUNT(*) FROM notice WHERE person = ?1", &[&person], |row| row.get(0))?)
    })
}

/// Presses a button below an address.
fn press(by: &mut Visitor<'_>, path: &str, fields: &[(&str, &str)]) {
    by.get("/coffee-room/follows");
    let answer = by.post(path, fields);
    assert_eq!(answer.status, 303, "{path} {}", answer.text());
}

/// Sends a moderator's form from its page.
fn moderate(by: &mut Visitor<'_>, path: &str, fields: &[(&str, &str)]) {
    by.get(path);
    let answer = by.post(path, fields);
    assert_eq!(answer.status, 303, "{path} {}", answer.text());
}

/// Runs one step of a timer, as the worker does before it is killed.
fn one_step(site: &TestSite, name: &str) {
    let mut timers = site.site().features.iter().flat_map(|feature| feature.timers);
    let timer = *timers.find(|timer| timer.name == name).expect("the timer");
    let moment = site.site().moment();
    assert!(site.write(move |tx| Ok((timer.run)(tx, &moment)?)) > 0);
}

/// Says when a person is mailed of new posts.
fn choose_pace(by: &mut Visitor<'_>, pace: &str) {
    by.get("/notices/mails");
    let pace = format!("coffee-room-post:{pace}");
    let fields = [
        ("mails", "on"),
        ("pace", &*pace),
        ("digest_hour", "17"),
        ("quiet_from", "21"),
        ("quiet_to", "8"),
        ("titles", "shown"),
    ];
    let answer = by.post("/notices/mails", &fields);
    assert_eq!(answer.status, 303, "{}", answer.text());
}

on_both! {
    fn each_person_is_told_of_each_thing_once_and_news_of_a_thread_is_one_line(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let mut at_aino = site.as_person(aino);
        let thread = open(&mut at_aino, "Tauot", "members");
        let mut at_eino = site.as_person(eino);
        assert!(at_eino.get("/notices").text().contains("Ei ilmoituksia"));
        assert_eq!(bell(&mut at_eino), "Ilmoitukset");
        for body in ["Kaksi", "Kolme"] {
            reply(&mut at_aino, &thread, body, "members");
        }
        assert!(tell(&site, eino, 2) && tell(&site, eino, 3));
        assert!(!tell(&site, eino, 2));
        assert_eq!(bell(&mut at_eino), "2 uutta ilmoitusta");
        let page = at_eino.get("/notices").text();
        assert!(page.contains("2 uutta viestiä keskustelussa ”Tauot”"), "{page}");
        assert_eq!(page.matches("<li class=\"new\">").count(), 1, "{page}");
        let open = at_eino.get("/notices/2");
        assert_eq!(open.header("location"), Some("/coffee-room/threads/1#p2"));
        assert_eq!(bell(&mut at_eino), "Ilmoitukset");
        // Nobody opens another's.
        assert_eq!(at_aino.get("/notices/2").status, 404);
    }

    fn reading_the_thread_is_seeing_its_notices(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let mut at_aino = site.as_person(aino);
        let thread = open(&mut at_aino, "Tauot", "members");
        reply(&mut at_aino, &thread, "Kaksi", "members");
        tell(&site, eino, 2);
        let mut at_eino = site.as_person(eino);
        assert_eq!(bell(&mut at_eino), "1 uusi ilmoitus");
        at_eino.get(&thread);
        settle_markers(&mut at_eino);
        assert_eq!(bell(&mut at_eino), "Ilmoitukset");
    }

    fn all_that_was_shown_is_marked_and_what_came_after_is_not(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let mut at_aino = site.as_person(aino);
        let thread = open(&mut at_aino, "Tauot", "members");
        for body in ["Kaksi", "Kolme"] {
            reply(&mut at_aino, &thread, body, "members");
        }
        tell(&site, eino, 2);
        let mut at_eino = site.as_person(eino);
        at_eino.get("/notices");
        tell(&site, eino, 3);
        let token = at_eino.token();
        let answer = at_eino.post_raw("/notices/seen", &[("newest", "1"), ("_form", &*token)]);
        assert_eq!(answer.status, 303);
        assert_eq!(bell(&mut at_eino), "1 uusi ilmoitus");
        let page = at_eino.get("/notices").text();
        assert!(page.contains("class=\"new\"") && page.contains("<li>"), "{page}");
    }

    fn what_one_may_no_longer_see_is_neither_shown_nor_counted(site) {
        let (aino, guest) = (site.member("Aino"), site.guest("Uusi"));
        let moderator = site.member("Pihlaja");
        site.give(moderator, Role::Moderator, true);
        let mut at_aino = site.as_person(aino);
        let thread = open(&mut at_aino, "Tauot", "guests");
        for body in ["Kaksi", "Kolme"] {
            reply(&mut at_aino, &thread, body, "guests");
        }
        for position in [2, 3] {
            tell(&site, guest, position);
            tell(&site, moderator, position);
        }
        // Hidden: told to nobody, moderators neither.
        let mut at_moderator = site.as_person(moderator);
        let hide = "/moderation/threads/1/posts/2/hide";
        at_moderator.get(hide);
        assert_eq!(at_moderator.post(hide, &[("reason", "rude"), ("words", "")]).status, 303);
        let mut at_guest = site.as_person(guest);
        for browser in [&mut at_guest, &mut at_moderator] {
            let page = browser.get("/notices").text();
            assert!(page.contains("Uusi viesti keskustelussa ”Tauot”"), "{page}");
            assert_eq!(bell(browser), "1 uusi ilmoitus");
        }
        // Taken back from guests.
        let edit = format!("{thread}/posts/3/edit");
        at_aino.get(&edit);
        let version = at_aino.get(&edit).field_value("version").expect("a version");
        let fields = [("body", "Kolme"), ("audience", "members"), ("version", &*version)];
        assert_eq!(at_aino.post(&edit, &fields).status, 303);
        assert!(at_guest.get("/notices").text().contains("Ei ilmoituksia"));
        assert_eq!(bell(&mut at_guest), "Ilmoitukset");
        assert!(at_moderator.get("/notices").text().contains("Tauot"));
    }

    fn whoever_lost_the_coffee_room_is_told_nothing_of_it(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let thread = open(&mut site.as_person(aino), "Tauot", "members");
        reply(&mut site.as_person(aino), &thread, "Kaksi", "members");
        tell(&site, eino, 2);
        site.leave(eino);
        let mut at_eino = site.as_person(eino);
        let link = at_eino.get("/notices/1");
        assert_eq!(link.header("location"), Some("/notices"));
        let page = at_eino.get("/notices").text();
        assert!(page.contains("Ei ilmoituksia") && !page.contains("Tauot"), "{page}");
    }

    fn notices_go_with_the_person_and_with_time(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let thread = open(&mut site.as_person(aino), "Tauot", "members");
        reply(&mut site.as_person(aino), &thread, "Kaksi", "members");
        for person in [aino, eino] {
            tell(&site, person, 2);
        }
        let count = |site: &TestSite| -> i64 {
            site.read(|tx| Ok(tx.one("SELECT COUNT(*) FROM notice", &[], |row| row.get(0))?))
        };
        let (erase, now) = (kafferum_platform::feature().erase, site.now());
        site.write(move |tx| Ok(erase(tx, eino, now)?));
        assert_eq!(count(&site), 1);
        site.pass(91 * DAY);
        site.wait_for(kafferum_platform::jobs::tidy(site.site())).expect("tidy");
        assert_eq!(count(&site), 0);
    }

    fn whoever_wrote_in_a_thread_is_told_of_answers_but_not_of_their_own(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let (mut at_aino, mut at_eino) = (site.as_person(aino), site.as_person(eino));
        let thread = open(&mut at_aino, "Tauot", "members");
        reply(&mut at_eino, &thread, "Seisaaltaan", "members");
        site.settle();
        assert_eq!((notices_of(&site, aino), notices_of(&site, eino)), (1, 0));
        reply(&mut at_aino, &thread, "Kiitos", "members");
        site.settle();
        assert_eq!((notices_of(&site, aino), notices_of(&site, eino)), (1, 1));
        // Whoever does not want that follows only what they ask for.
        press(&mut at_eino, "/coffee-room/follows/own", &[]);
        let other = open(&mut at_eino, "Vuorot", "members");
        reply(&mut at_aino, &other, "Iltavuoro", "members");
        site.settle();
        assert_eq!(notices_of(&site, eino), 1);
        press(&mut at_eino, &format!("{other}/follow"), &[("follow", "following")]);
        reply(&mut at_aino, &other, "Yövuoro", "members");
        site.settle();
        assert_eq!(notices_of(&site, eino), 2);
        press(&mut at_eino, &format!("{other}/follow"), &[("follow", "left")]);
        reply(&mut at_eino, &other, "Hyvä", "members");
        reply(&mut at_aino, &other, "Aamuvuoro", "members");
        site.settle();
        assert_eq!(notices_of(&site, eino), 2);
    }

    fn whoever_is_called_by_a_changed_post_is_told_once_also_after_reading_it(site) {
        site.set("coffee-room-posts-per-minute", "1000");
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let (havu, guest) = (site.member("Havu"), site.guest("Uusi"));
        let (mut at_aino, mut at_eino) = (site.as_person(aino), site.as_person(eino));
        let thread = open(&mut at_aino, "Tauot", "members");
        reply(&mut at_aino, &thread, "@Havu, miten te?", "members");
        at_eino.get(&thread);
        settle_markers(&mut at_eino);
        site.settle();
        assert_eq!((notices_of(&site, eino), notices_of(&site, havu)), (0, 1));
        let edit = format!("{thread}/posts/2/edit");
        for (body, version) in [("@Havu ja @Eino ja @Uusi, miten te?", "1"), ("@Havu ja @Eino, miten?", "2"), ("@Eino ja @Havu!", "3")] {
            at_aino.get(&edit);
            let answer = at_aino.post(&edit, &[("body", body), ("audience", "members"), ("version", version)]);
            assert_eq!(answer.status, 303, "{}", answer.text());
            site.settle();
            assert_eq!((notices_of(&site, eino), notices_of(&site, havu), notices_of(&site, guest)), (1, 1, 0), "{body}");
        }
        assert!(at_eino.get("/notices").text().contains("Sinut mainittiin"));
        // Changes call no more people than one post may.
        for number in 0..15 {
            site.member(&format!("Kutsuttu {number}"));
        }
        for version in 4..8 {
            let names: Vec<String> = (0..4).map(|number| format!("@Kutsuttu {}", (version - 4) * 4 + number)).collect();
            at_aino.get(&edit);
            let answer = at_aino.post(&edit, &[("body", &names.join(", ")), ("audience", "members"), ("version", &version.to_string())]);
            assert_eq!(answer.status, 303, "{}", answer.text());
        }
        let called: i64 = site.read(|tx| Ok(tx.one("SELECT COUNT(*) FROM mention", &[], |row| row.get(0))?));
        assert_eq!(called, 10);
    }

    fn rooms_tell_of_new_threads_and_words_of_posts_in_any_form(site) {
        let (aino, eino, guest) = (site.member("Aino"), site.member("Eino"), site.guest("Uusi"));
        let (mut at_aino, mut at_eino) = (site.as_person(aino), site.as_person(eino));
        let mut at_guest = site.as_person(guest);
        press(&mut at_eino, "/coffee-room/rooms/1/follow", &[("follow", "following")]);
        for browser in [&mut at_eino, &mut at_guest] {
            press(browser, "/coffee-room/follows/word", &[("word", "palkka")]);
        }
        let thread = open(&mut at_aino, "Palkoista", "members");
        site.settle();
        // One thing, though there are two reasons to tell of it.
        assert_eq!((notices_of(&site, eino), notices_of(&site, guest)), (1, 0));
        let page = at_eino.get("/notices").text();
        assert!(page.contains("Uusi keskustelu huoneessa Työn laatu: ”Palkoista”"), "{page}");
        reply(&mut at_aino, &thread, "Palkasta puhutaan", "members");
        reply(&mut at_aino, &thread, "Säästä puhutaan", "members");
        site.settle();
        assert_eq!((notices_of(&site, eino), notices_of(&site, guest)), (2, 0));
        assert!(at_eino.get("/notices").text().contains("Seuraamasi sana mainittiin"));
        let shown = at_eino.get("/coffee-room/follows").text();
        assert!(shown.contains("palkka") && shown.contains("Työn laatu"), "{shown}");
        at_eino.get("/coffee-room/follows");
        let wrong = at_eino.post("/coffee-room/follows/word", &[("word", "palkka ja loma")]);
        assert_eq!(wrong.status, 422);
        assert!(wrong.text().contains("yksi sana") && wrong.text().contains("palkka ja loma"));
        press(&mut at_eino, "/coffee-room/follows/word/leave", &[("word", "palkka")]);
        reply(&mut at_aino, &thread, "Palkat nousevat", "members");
        site.settle();
        assert_eq!(notices_of(&site, eino), 2);
    }

    fn a_muted_thread_tells_nothing_and_a_post_hidden_in_time_is_not_told_of(site) {
        site.set("coffee-room-posts-per-minute", "1000");
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let moderator = site.member("Pihlaja");
        site.give(moderator, Role::Moderator, true);
        let (mut at_aino, mut at_eino) = (site.as_person(aino), site.as_person(eino));
        let thread = open(&mut at_aino, "Tauot", "members");
        press(&mut at_aino, "/coffee-room/follows/word", &[("word", "palkka")]);
        press(&mut at_aino, &format!("{thread}/follow"), &[("follow", "muted")]);
        assert!(at_aino.get(&thread).text().contains("Poista mykistys"));
        reply(&mut at_eino, &thread, "Palkka", "members");
        site.settle();
        assert_eq!(notices_of(&site, aino), 0);
        press(&mut at_aino, &format!("{thread}/follow"), &[("follow", "following")]);
        reply(&mut at_eino, &thread, "Sopimatonta", "members");
        let mut at_moderator = site.as_person(moderator);
        let hide = "/moderation/threads/1/posts/3/hide";
        at_moderator.get(hide);
        assert_eq!(at_moderator.post(hide, &[("reason", "rude"), ("words", "")]).status, 303);
        site.settle();
        assert_eq!(notices_of(&site, aino), 0);
        // What waited for the digest or the end of quiet hours is muted as well.
        reply(&mut at_eino, &thread, "Vielä yksi", "members");
        site.settle();
        assert_eq!(notices_of(&site, aino), 1);
        press(&mut at_aino, &format!("{thread}/follow"), &[("follow", "muted")]);
        site.pass(7 * HOUR);
        site.settle();
        assert!(site.mails_to("henkilo0@testi.example").is_empty());
    }

    fn a_post_that_moved_is_still_told_of_once_and_taken_back(site) {
        let (aino, eino, pihlaja) = (site.member("Aino"), site.member("Eino"), site.member("Pihlaja"));
        site.give(pihlaja, Role::Moderator, true);
        let (mut at_aino, mut at_eino) = (site.as_person(aino), site.as_person(eino));
        let thread = open(&mut at_aino, "Tauot", "members");
        site.settle();
        press(&mut at_eino, &format!("{thread}/follow"), &[("follow", "following")]);
        reply(&mut at_aino, &thread, "Kaksi", "members");
        site.settle();
        assert_eq!(notices_of(&site, eino), 1);
        let mut judge = site.as_person(pihlaja);
        moderate(&mut judge, "/moderation/threads/1/split", &[("title", "Eri asia"), ("posts", "2"), ("words", "Eri asia")]);
        let edit = "/coffee-room/threads/2/posts/1/edit";
        at_aino.get(edit);
        let fields = [("title", "Eri asia"), ("body", "Kaksi, @Eino"), ("audience", "members"), ("version", "1")];
        assert_eq!(at_aino.post(edit, &fields).status, 303);
        site.settle();
        assert_eq!(notices_of(&site, eino), 1);
        assert_eq!(bell(&mut at_eino), "1 uusi ilmoitus");
        moderate(&mut judge, "/moderation/threads/2/posts/1/hide", &[("reason", "rude"), ("words", "")]);
        assert_eq!(bell(&mut at_eino), "Ilmoitukset");
        assert_eq!(notices_of(&site, eino), 0);
    }

    fn what_was_hidden_and_is_shown_again_is_told_once(site) {
        let (aino, eino, lumi) = (site.member("Aino"), site.member("Eino"), site.member("Lumi"));
        let (pihlaja, havu) = (site.member("Pihlaja"), site.member("Havu"));
        for moderator in [pihlaja, havu] {
            site.give(moderator, Role::Moderator, true);
        }
        let (mut at_aino, mut at_eino) = (site.as_person(aino), site.as_person(eino));
        let (mut at_lumi, mut judge) = (site.as_person(lumi), site.as_person(pihlaja));
        let thread = open(&mut at_aino, "Tauot", "members");
        site.settle();
        press(&mut at_lumi, &format!("{thread}/follow"), &[("follow", "following")]);
        reply(&mut at_aino, &thread, "@Eino, miten te?", "members");
        let hide = "/moderation/threads/1/posts/2/hide";
        let restore = "/moderation/threads/1/posts/2/restore";
        let rude = [("reason", "rude"), ("words", "")];
        moderate(&mut judge, hide, &rude);
        site.settle();
        // Who was called reads on meanwhile, and finds nothing there.
        at_eino.get(&thread);
        settle_markers(&mut at_eino);
        assert_eq!((notices_of(&site, eino), notices_of(&site, lumi)), (0, 0));
        let decision = "/coffee-room/decisions/1";
        at_aino.get(decision);
        assert_eq!(at_aino.post(decision, &[("words", "Miksi?")]).status, 303);
        let verdict = [("verdict", "overturned"), ("words", "Asiallinen")];
        moderate(&mut site.as_person(havu), "/moderation/appeals/1", &verdict);
        site.settle();
        let mails = |number: i64| site.mails_to(&format!("henkilo{number}@testi.example")).len();
        assert_eq!((notices_of(&site, eino), notices_of(&site, lumi)), (1, 1));
        assert_eq!((mails(1), mails(2)), (1, 0), "a mention at once, the other in the digest");
        // Hidden again it is seen and counted nowhere, and whoever was mailed is
        // not mailed again.
        moderate(&mut judge, hide, &rude);
        for browser in [&mut at_eino, &mut at_lumi] {
            assert_eq!(bell(browser), "Ilmoitukset");
            assert!(browser.get("/notices").text().contains("Ei ilmoituksia"));
        }
        moderate(&mut judge, restore, &[("words", "Sovittu")]);
        site.settle();
        assert_eq!((notices_of(&site, eino), notices_of(&site, lumi)), (1, 1));
        assert_eq!((bell(&mut at_eino).as_str(), bell(&mut at_lumi).as_str()), ("Ilmoitukset", "1 uusi ilmoitus"));
        assert!(at_eino.get("/notices").text().contains("Sinut mainittiin"));
        site.pass(7 * HOUR);
        site.settle();
        moderate(&mut judge, hide, &rude);
        moderate(&mut judge, restore, &[("words", "Sovittu")]);
        site.pass_days(2);
        assert_eq!((mails(1), mails(2)), (1, 1));
    }

    fn what_is_new_comes_once_a_day_and_says_nothing_of_what_it_is_about(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let thread = open(&mut site.as_person(aino), "Salainen otsikko", "members");
        reply(&mut site.as_person(eino), &thread, "Kaksi", "members");
        site.settle();
        assert!(site.mails().is_empty());
        // It is ten on a Sunday morning; the digest comes at five.
        site.pass(7 * HOUR);
        site.settle();
        let mails = site.mails_to("henkilo0@testi.example");
        let [mail] = &mails[..] else { panic!("{mails:?}") };
        assert_eq!(mail.subject, "Uutta luettavaa");
        assert!(mail.body.contains("Uusi viesti keskustelussa, jota seuraat"), "{}", mail.body);
        assert!(!mail.raw.contains("Salainen") && !mail.raw.contains("Eino"), "{}", mail.raw);
        assert!(mail.raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
        assert_eq!(site.mails().len(), 1);
        site.pass_days(3);
        assert_eq!(site.mails().len(), 1);
    }

    fn a_mail_counts_only_what_may_be_seen_when_it_goes(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let moderator = site.member("Pihlaja");
        site.give(moderator, Role::Moderator, true);
        let thread = open(&mut site.as_person(aino), "Tauot", "members");
        for body in ["Kaksi", "Kolme", "Neljä"] {
            reply(&mut site.as_person(eino), &thread, body, "members");
        }
        site.settle();
        assert_eq!(notices_of(&site, aino), 3);
        let mut at_moderator = site.as_person(moderator);
        let hide = "/moderation/threads/1/posts/3/hide";
        at_moderator.get(hide);
        assert_eq!(at_moderator.post(hide, &[("reason", "rude"), ("words", "")]).status, 303);
        site.pass(7 * HOUR);
        site.settle();
        let mails = site.mails_to("henkilo0@testi.example");
        assert_eq!(mails.len(), 1);
        assert!(mails[0].body.contains("2 uutta viestiä"), "{}", mails[0].body);
    }

    fn what_was_seen_is_not_mailed(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let mut at_aino = site.as_person(aino);
        let thread = open(&mut at_aino, "Tauot", "members");
        reply(&mut site.as_person(eino), &thread, "Kaksi", "members");
        site.settle();
        at_aino.get(&thread);
        settle_markers(&mut at_aino);
        site.pass_days(2);
        assert!(site.mails().is_empty());
    }

    fn at_once_is_at_once_but_for_quiet_hours(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let (mut at_aino, mut at_eino) = (site.as_person(aino), site.as_person(eino));
        choose_pace(&mut at_aino, "at-once");
        let thread = open(&mut at_aino, "Tauot", "members");
        reply(&mut at_eino, &thread, "Kaksi", "members");
        site.settle();
        let mails = site.mails();
        assert_eq!(mails.len(), 1);
        // She asked for titles.
        assert!(mails[0].body.contains("”Tauot”"), "{}", mails[0].body);
        site.pass(12 * HOUR);
        reply(&mut at_eino, &thread, "Kolme", "members");
        site.settle();
        site.pass(9 * HOUR);
        site.settle();
        assert_eq!(site.mails().len(), 1);
        site.pass(HOUR);
        site.settle();
        assert_eq!(site.mails().len(), 2);
        // Later the same day nothing is said again.
        choose_pace(&mut at_aino, "daily");
        site.pass_days(1);
        assert_eq!(site.mails().len(), 2);
    }

    fn what_is_new_in_a_week_comes_in_one_mail_on_monday(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let (mut at_aino, mut at_eino) = (site.as_person(aino), site.as_person(eino));
        choose_pace(&mut at_aino, "weekly");
        site.pass_days(1);
        // It is Monday at ten: what comes today goes at five.
        let thread = open(&mut at_aino, "Tauot", "members");
        reply(&mut at_eino, &thread, "Kaksi", "members");
        site.settle();
        site.pass(6 * HOUR);
        site.settle();
        assert!(site.mails().is_empty());
        site.pass(HOUR);
        site.settle();
        assert_eq!(site.mails().len(), 1);
        // What comes on four days of the next week goes together.
        for body in ["Kolme", "Neljä", "Viisi", "Kuusi"] {
            site.pass_days(1);
            reply(&mut at_eino, &thread, body, "members");
            site.settle();
        }
        site.pass_days(2);
        assert_eq!(site.mails().len(), 1);
        site.pass_days(1);
        site.settle();
        let mails = site.mails_to("henkilo0@testi.example");
        assert_eq!(mails.len(), 2, "{mails:?}");
        assert!(mails.iter().any(|mail| mail.body.contains("4 uutta viestiä")), "{mails:?}");
        site.pass_days(7);
        assert_eq!(site.mails().len(), 2, "nothing is said twice");
    }

    fn one_link_ends_the_mails_from_anywhere_without_signing_in(site) {
        let (aino, eino) = (site.member("Aino"), site.member("Eino"));
        let mut at_eino = site.as_person(eino);
        let thread = open(&mut site.as_person(aino), "Tauot", "members");
        reply(&mut at_eino, &thread, "Kaksi", "members");
        site.settle();
        site.pass(7 * HOUR);
        site.settle();
        let mail = site.mails().remove(0);
        let link = mail.body.split("Lopeta nämä viestit: http://kafferum.test").nth(1);
        let link = link.and_then(|rest| rest.split_whitespace().next()).expect("a link");
        let mut visitor = site.visitor().with_origin(None);
        assert_eq!(visitor.get(&format!("{link}0")).status, 404);
        assert_eq!(visitor.post_raw(&format!("{link}0"), &[]).status, 404);
        assert!(visitor.get(link).text().contains("Lopeta viestit"));
        let one_click = [("List-Unsubscribe", "One-Click")];
        for _ in 0..2 {
            assert_eq!(visitor.post_raw(link, &one_click).status, 303);
        }
        reply(&mut at_eino, &thread, "Kolme", "members");
        site.pass_days(8);
        assert_eq!(site.mails().len(), 1);
        assert_eq!(notices_of(&site, aino), 2);
    }
}

mod killed {
    use super::*;

    on_each! {
        fn killed_in_between_everybody_is_told_and_mailed_once(on) {
            let mut site = TestSite::start(on);
            let followers: Vec<PersonId> =
                (0..230).map(|n| site.member(&format!("Seuraaja {n}"))).collect();
            let aino = site.member("Aino");
            let thread = open(&mut site.as_person(aino), "Tauot", "members");
            site.settle();
            site.write(move |tx| {
                for person in &followers {
                    tx.execute(
                        "INSERT INTO follow_thread (thread, person, state) VALUES (1, ?1, 'following')",
                        &[person],
                    )?;
                }
                Ok(())
            });
            reply(&mut site.as_person(aino), &thread, "Kaksi", "members");
            one_step(&site, "coffee-room-tell");
            let told = |site: &TestSite| -> i64 {
                site.read(|tx| Ok(tx.one("SELECT COUNT(*) FROM notice", &[], |row| row.get(0))?))
            };
            assert!((1..230).contains(&told(&site)), "{}", told(&site));
            site.restart();
            site.settle();
            assert_eq!(told(&site), 230);
            site.pass(7 * HOUR);
            one_step(&site, "notices-mail");
            site.restart();
            // A clock set back in between sends nothing again.
            site.pass(-2 * HOUR);
            site.settle();
            site.pass(3 * HOUR);
            one_step(&site, "notices-mail");
            site.restart();
            site.settle();
            assert_eq!(site.mails().len(), 230);
            for number in 0..230 {
                assert_eq!(site.mails_to(&format!("henkilo{number}@testi.example")).len(), 1);
            }
            site.pass_days(2);
            assert_eq!(site.mails().len(), 230);
        }
    }
}

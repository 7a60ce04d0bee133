//! No moderator decides about a person they have a case with.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

mod common;

use common::{NEW, POST, People, THREAD, count, fill};
use kafferum_platform::people::{PersonId, store};
use kafferum_platform::policy::{Grant, Role};
use kafferum_testkit::on_both;
use kafferum_testkit::site::TestSite;

const WHY: &str = "Tämä kuuluu toiselle moderaattorille";

/// Sends a form whose page its sender may not see.
fn force(site: &TestSite, by: PersonId, path: &str, fields: &[(&str, &str)]) -> u16 {
    let mut by = site.as_person(by);
    by.get("/coffee-room/people");
    by.post(path, fields).status
}

fn page(site: &TestSite, by: PersonId, path: &str) -> String {
    site.as_person(by).get(path).text()
}

fn room(site: &TestSite) -> People {
    common::room(site, "Eikö teillä ole taukoja")
}

fn report(site: &TestSite, by: PersonId) {
    let fields = [("reason", "rude"), ("words", "Ilkeää puhetta")];
    assert_eq!(fill(site, by, &format!("{THREAD}/posts/2/report"), &fields), 303);
}

fn block(site: &TestSite, by: PersonId, whom: PersonId) {
    let path = format!("/coffee-room/people/{}", site.site().handle(whom).expect("a word"));
    assert_eq!(fill(site, by, &path, &[("act", "block")]), 303);
}

const HIDE: &[(&str, &str)] = &[("reason", "rude"), ("words", "Sano kauniimmin.")];
const WORDS: &[(&str, &str)] = &[("words", "Perustelu")];
const MEASURE: &[(&str, &str)] = &[
    ("kind", "pause"),
    ("where", "room"),
    ("days", "3"),
    ("rate", "1"),
    ("reason", "rude"),
    ("words", "Rauhoitutaan."),
];
const REDACT: &[(&str, &str)] =
    &[("body", "Taukoja on"), ("version", "1"), ("reason", "rude"), ("words", "Pois.")];

/// Every deed about the post that Eino wrote is refused; nothing comes of it.
fn may_do_nothing_about_the_post(site: &TestSite, by: PersonId) {
    let deeds: [(&str, &[(&str, &str)]); 4] =
        [("hide", HIDE), ("keep", WORDS), ("redact", REDACT), ("author", MEASURE)];
    for (deed, fields) in deeds {
        let path = format!("{POST}/{deed}");
        let asked = site.as_person(by).get(&path);
        assert!(asked.status == 400 && asked.text().contains(WHY), "{deed}: {}", asked.text());
        assert_eq!(force(site, by, &path, fields), 400, "{deed}");
    }
    assert_eq!(force(site, by, "/moderation/claims/post-1-2", &[]), 303);
    assert_eq!(count(site, "SELECT COUNT(*) FROM claim"), 0);
    assert_eq!(count(site, "SELECT COUNT(*) FROM measure"), 0);
    assert_eq!(count(site, "SELECT COUNT(*) FROM moderation_log WHERE position = 2"), 0);
    let item = page(site, by, POST);
    assert!(item.contains(WHY) && !item.contains(&format!("{POST}/hide")), "{item}");
}

on_both! {
    fn who_reported_a_post_leaves_it_to_another(site) {
        let p = room(&site);
        report(&site, p.havu);
        may_do_nothing_about_the_post(&site, p.havu);
        let queue = page(&site, p.havu, "/moderation");
        assert!(queue.contains("Ilkeää puhetta") && queue.contains(WHY), "{queue}");
        assert!(!queue.contains(&format!("{POST}/hide")), "{queue}");
        assert!(!page(&site, p.pihlaja, "/moderation").contains(WHY));
        assert_eq!(fill(&site, p.pihlaja, &format!("{POST}/hide"), HIDE), 303);
        // Nor do they show again what was hidden upon their report.
        assert_eq!(force(&site, p.havu, &format!("{POST}/restore"), WORDS), 400);
        assert_eq!(fill(&site, p.pihlaja, &format!("{POST}/restore"), WORDS), 303);
    }

    fn who_blocks_somebody_decides_nothing_about_them(site) {
        let p = room(&site);
        report(&site, p.aino);
        block(&site, p.havu, p.eino);
        may_do_nothing_about_the_post(&site, p.havu);
        // A text of theirs that waits neither.
        site.set("coffee-room-newcomer-posts", "5");
        assert_eq!(fill(&site, p.eino, &format!("{THREAD}/reply"), &[("body", "Odottava")]), 303);
        let held = "/moderation/held/1";
        let shown = page(&site, p.havu, held);
        assert!(shown.contains("Odottava") && shown.contains(WHY), "{shown}");
        assert!(!shown.contains(&format!("{held}/approve")), "{shown}");
        assert_eq!(force(&site, p.havu, &format!("{held}/approve"), &[]), 400);
        assert_eq!(force(&site, p.havu, &format!("{held}/decline"), HIDE), 400);
        assert_eq!(force(&site, p.havu, &format!("{held}/author"), MEASURE), 400);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM held_post WHERE state = 'waiting'"), 1);
        assert_eq!(page(&site, p.havu, "/moderation").matches(WHY).count(), 2);
        assert_eq!(fill(&site, p.pihlaja, &format!("{held}/approve"), &[]), 303);
    }

    fn whom_somebody_blocks_decides_only_where_nobody_else_could(site) {
        let p = room(&site);
        report(&site, p.aino);
        block(&site, p.aino, p.eino);
        // The writer blocks a moderator, whose post they have read.
        assert_eq!(fill(&site, p.havu, &format!("{THREAD}/reply"), &[("body", "Rauhassa")]), 303);
        block(&site, p.eino, p.havu);
        may_do_nothing_about_the_post(&site, p.havu);
        // Blocking all of them puts nobody out of their reach.
        assert_eq!(fill(&site, p.pihlaja, &format!("{THREAD}/reply"), &[("body", "Rauhassa")]), 303);
        block(&site, p.eino, p.pihlaja);
        let administrator = site.staff("Antti", Role::Administrator);
        let stuck = page(&site, administrator, "/moderation/undecided");
        assert!(stuck.contains("Kaikelle, mikä odottaa, on päättäjä"), "{stuck}");
        assert_eq!(fill(&site, p.havu, &format!("{POST}/hide"), HIDE), 303);
    }

    fn whose_decision_is_appealed_against_waits_for_the_answer(site) {
        let p = room(&site);
        assert_eq!(fill(&site, p.pihlaja, &format!("{POST}/author"), &[("kind", "warn"), ("reason", "rude"), ("words", "Hei.")]), 303);
        assert_eq!(fill(&site, p.eino, "/coffee-room/decisions/1", &[("words", "En sanonut")]), 303);
        report(&site, p.aino);
        assert_eq!(force(&site, p.pihlaja, &format!("{POST}/hide"), HIDE), 400);
        assert!(page(&site, p.pihlaja, "/moderation").contains(WHY));
        assert!(!page(&site, p.havu, "/moderation").contains(WHY));
        let fields = [("verdict", "upheld"), ("words", "Oli aihetta")];
        assert_eq!(fill(&site, p.havu, "/moderation/appeals/1", &fields), 303);
        assert_eq!(fill(&site, p.pihlaja, &format!("{POST}/hide"), HIDE), 303);
    }

    fn who_proposed_in_training_is_a_party_like_who_decided(site) {
        let p = room(&site);
        report(&site, p.aino);
        let (oona, now) = (site.member("Oona"), site.now());
        let grant = Grant { role: Role::ModeratorTrainee, scope: None };
        site.write(move |tx| Ok(store::grant(tx, oona, &grant, true, None, now)?));
        let handle = site.site().handle(oona).expect("a word");
        for act in ["take", "second"] {
            assert_eq!(fill(&site, p.pihlaja, "/moderation/practice", &[("trainee", &handle), ("act", act)]), 303);
        }
        let fields = [("deed", "hide"), ("reason", "rude"), ("words", "Ilkeä")];
        assert_eq!(fill(&site, oona, &format!("{POST}/opinion"), &fields), 303);
        assert_eq!(force(&site, p.pihlaja, "/moderation/opinions/1", &[]), 303);
        // Meanwhile she becomes a moderator.
        site.give(oona, Role::Moderator, true);
        assert_eq!(fill(&site, p.eino, "/coffee-room/decisions/1", &[("words", "En sanonut")]), 303);
        let appeal = "/moderation/appeals/1";
        let verdict = [("verdict", "upheld"), ("words", "Oli aihetta")];
        for party in [p.pihlaja, oona] {
            assert!(!page(&site, party, "/notices").contains("odottaa yksi asia moderaattoria"));
            assert!(!page(&site, party, "/moderation").contains("En sanonut"));
            assert_eq!(site.as_person(party).get(appeal).status, 400);
            assert_eq!(force(&site, party, appeal, &verdict), 400);
        }
        // Nor does she decide anything else about him until it is answered.
        assert_eq!(fill(&site, p.eino, &format!("{THREAD}/reply"), &[("body", "Toinen")]), 303);
        let other = "/moderation/threads/1/posts/3";
        assert_eq!(fill(&site, p.aino, &format!("{THREAD}/posts/3/report"), &[("reason", "rude"), ("words", "Taas")]), 303);
        assert_eq!(force(&site, oona, &format!("{other}/hide"), HIDE), 400);
        assert!(page(&site, oona, "/moderation").contains(WHY));
        assert!(!page(&site, oona, "/notices").contains("odottaa yksi asia moderaattoria"));
        assert!(page(&site, p.havu, "/moderation").contains("En sanonut"));
        assert_eq!(fill(&site, p.havu, appeal, &verdict), 303);
        assert_eq!(fill(&site, oona, &format!("{other}/hide"), HIDE), 303);
    }

    fn who_is_kept_out_is_nobody_who_could_decide(site) {
        let p = room(&site);
        let administrator = site.staff("Antti", Role::Administrator);
        let is_stuck = || !page(&site, administrator, "/moderation/undecided").contains("Kaikelle, mikä odottaa");
        report(&site, p.pihlaja);
        let (havu, now) = (p.havu, site.now());
        for scope in ["room:1", "coffee-room"] {
            assert!(!is_stuck());
            let kept_out = site.write(move |tx| Ok(store::keep_out(tx, havu, scope, None, now)?));
            assert!(is_stuck(), "{scope}");
            site.write(move |tx| Ok(store::let_in(tx, kept_out, now)?));
        }
        site.write(move |tx| Ok(store::keep_out(tx, havu, "room:2", None, now)?));
        assert!(!is_stuck());
        // Whom somebody blocks decides where nobody else is let in, and who
        // appeals hears that nobody can.
        assert_eq!(fill(&site, p.havu, &format!("{POST}/keep"), WORDS), 303);
        assert_eq!(fill(&site, p.eino, &format!("{THREAD}/reply"), &[("body", "Toinen")]), 303);
        assert_eq!(fill(&site, p.pihlaja, &format!("{THREAD}/reply"), &[("body", "Rauhassa")]), 303);
        block(&site, p.eino, p.pihlaja);
        let hide = "/moderation/threads/1/posts/3/hide";
        assert_eq!(force(&site, p.pihlaja, hide, HIDE), 400);
        site.write(move |tx| Ok(store::keep_out(tx, havu, "room:1", None, now)?));
        assert_eq!(fill(&site, p.pihlaja, hide, HIDE), 303);
        let decision = page(&site, p.eino, "/coffee-room/decisions/2");
        assert!(decision.contains("ei ole toista moderaattoria"), "{decision}");
    }

    fn nobody_takes_up_the_report_about_their_own_post(site) {
        let p = room(&site);
        assert_eq!(fill(&site, p.pihlaja, &format!("{THREAD}/reply"), &[("body", "Omani")]), 303);
        assert_eq!(fill(&site, p.aino, &format!("{THREAD}/posts/3/report"), &[("reason", "rude"), ("words", "Ikävä")]), 303);
        let claim = "/moderation/claims/post-1-3";
        for act in ["take", "over"] {
            force(&site, p.pihlaja, claim, &[("act", act)]);
            assert_eq!(count(&site, "SELECT COUNT(*) FROM claim"), 0);
        }
        assert_eq!(force(&site, p.havu, claim, &[("act", "take")]), 303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM claim"), 1);
    }

    fn who_has_a_case_with_who_opened_a_thread_steers_it_not(site) {
        let p = room(&site);
        let own = [("title", "Havun oma"), ("body", "Hei"), ("audience", "members")];
        assert_eq!(fill(&site, p.havu, NEW, &own), 303);
        block(&site, p.havu, p.aino);
        let steer: &[(&str, &str)] = &[("door", "closed"), ("place", "row"), ("words", "Riita.")];
        let move_it: &[(&str, &str)] = &[("room", "2"), ("words", "Sinne.")];
        let deeds = [("", steer), ("/move", move_it), ("/join", &[("into", "2"), ("words", "Samaa.")])];
        for (deed, fields) in deeds {
            let path = format!("/moderation/threads/1{deed}");
            let asked = site.as_person(p.havu).get(&path);
            assert!(asked.status == 400 && asked.text().contains(WHY), "{deed}: {}", asked.text());
            assert_eq!(force(&site, p.havu, &path, fields), 400, "{deed}");
        }
        // Nor is another thread joined to it.
        let into: &[(&str, &str)] = &[("into", "1"), ("words", "Samaa.")];
        assert_eq!(force(&site, p.havu, "/moderation/threads/2/join", into), 400);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM moderation_log"), 0);
        assert_eq!(fill(&site, p.havu, "/moderation/threads/2", steer), 303);
        assert_eq!(fill(&site, p.pihlaja, "/moderation/threads/1", steer), 303);
    }

    fn who_has_a_case_with_an_author_splits_their_posts_off_not(site) {
        let p = room(&site);
        let reply = format!("{THREAD}/reply");
        assert_eq!(fill(&site, p.pihlaja, &reply, &[("body", "Meillä on")]), 303);
        report(&site, p.havu);
        let split = "/moderation/threads/1/split";
        let fields = |posts| [("title", "Oma keskustelu"), ("posts", posts), ("words", "Eri asia.")];
        let mut havu = site.as_person(p.havu);
        havu.get(split);
        let answer = havu.post(split, &fields("2"));
        let text = answer.text();
        assert!(answer.status == 422 && text.contains(WHY) && text.contains("Eri asia."), "{text}");
        let rest = [fields("2").as_slice(), &[("rest", "yes")]].concat();
        assert_eq!(havu.post(split, &rest).status, 422);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM thread"), 1);
        // Those of others they may.
        assert_eq!(fill(&site, p.havu, split, &fields("3")), 303);
        assert_eq!(fill(&site, p.pihlaja, split, &fields("2")), 303);
    }

    fn who_has_a_case_with_somebody_lifts_no_measure_about_them(site) {
        let p = room(&site);
        assert_eq!(fill(&site, p.pihlaja, &format!("{POST}/author"), MEASURE), 303);
        block(&site, p.havu, p.eino);
        let path = "/moderation/measures/1";
        let shown = page(&site, p.havu, path);
        assert!(shown.contains(WHY) && !shown.contains("name=\"words\""), "{shown}");
        assert_eq!(fill(&site, p.havu, path, WORDS), 422);
        // Whose decision is appealed against does not end it beside the answer.
        assert_eq!(fill(&site, p.eino, "/coffee-room/decisions/1", &[("words", "En sanonut")]), 303);
        assert_eq!(fill(&site, p.pihlaja, path, WORDS), 422);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM measure WHERE lifted_at IS NULL"), 1);
        let third = site.member("Kolmas");
        site.give(third, Role::Moderator, true);
        assert_eq!(fill(&site, third, path, WORDS), 303);
    }

    fn what_nobody_may_decide_the_administrators_hear_of(site) {
        let p = room(&site);
        let administrator = site.staff("Antti", Role::Administrator);
        report(&site, p.havu);
        assert!(page(&site, administrator, "/moderation/undecided").contains("Kaikelle, mikä odottaa"));
        report(&site, p.pihlaja);
        let stuck = page(&site, administrator, "/moderation/undecided");
        assert!(stuck.contains("Työn laatu") && !stuck.contains("Kaikelle, mikä odottaa"), "{stuck}");
        assert!(!stuck.contains("Eino") && !stuck.contains("Ilkeää") && !stuck.contains("taukoja"), "{stuck}");
        assert_eq!(force(&site, p.pihlaja, &format!("{POST}/hide"), HIDE), 400);
        let third = site.member("Kolmas");
        site.give(third, Role::Moderator, true);
        assert!(page(&site, administrator, "/moderation/undecided").contains("Kaikelle, mikä odottaa"));
        assert_eq!(fill(&site, third, &format!("{POST}/keep"), WORDS), 303);
    }

    fn a_party_neither_proposes_nor_signs(site) {
        let p = room(&site);
        report(&site, p.aino);
        let (oona, now) = (site.member("Oona"), site.now());
        let grant = Grant { role: Role::ModeratorTrainee, scope: None };
        site.write(move |tx| Ok(store::grant(tx, oona, &grant, true, None, now)?));
        for act in ["take", "second"] {
            let oona = site.site().handle(oona).expect("a word");
            assert_eq!(fill(&site, p.pihlaja, "/moderation/practice", &[("trainee", &oona), ("act", act)]), 303);
        }
        let opinion = format!("{POST}/opinion");
        let fields = [("deed", "hide"), ("reason", "rude"), ("words", "Ilkeä")];
        block(&site, oona, p.eino);
        assert_eq!(force(&site, oona, &opinion, &fields), 400);
        let handle = site.site().handle(p.eino).expect("a word");
        assert_eq!(fill(&site, oona, &format!("/coffee-room/people/{handle}"), &[("act", "end")]), 303);
        assert_eq!(fill(&site, oona, &opinion, &fields), 303);
        block(&site, p.pihlaja, p.eino);
        assert!(!page(&site, p.pihlaja, POST).contains("Allekirjoita"));
        assert_eq!(force(&site, p.pihlaja, "/moderation/opinions/1", &[]), 400);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM opinion WHERE state = 'waiting'"), 1);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM moderation_log"), 0);
    }
}

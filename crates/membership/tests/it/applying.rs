use kafferum_platform::people::{PasswordKind, PersonId, account};
use kafferum_testkit::http::Response;
use kafferum_testkit::on_both;
use kafferum_testkit::site::TestSite;

use super::roll::{apply_file, member};
use super::{act, count, of, page_of, register, registrar, subjects};

const APPLICATION: [(&str, &str); 12] = [
    ("given-name", "Aino"),
    ("family-name", "Virtanen"),
    ("birth-date", "14.3.1985"),
    ("email", "aino@testi.example"),
    ("street", "Katu 1"),
    ("postal-code", "00530"),
    ("city", "Helsinki"),
    ("lang", "fi"),
    ("employer", "household"),
    ("student", "no"),
    ("unemployment-fund", "yes"),
    ("consent", "yes"),
];

/// A guest who has chosen a password.
pub(crate) fn guest(site: &TestSite, email: &str, pseudonym: &str) -> PersonId {
    let (person, now) = (register(site, email, pseudonym, &[]), site.now());
    site.write(move |tx| Ok(account::set_password(tx, person, "none", PasswordKind::Own, now)?));
    person
}

pub(crate) fn apply(site: &TestSite, person: PersonId, more: &[(&str, &str)]) -> Response {
    let mut fields = APPLICATION.to_vec();
    for (name, value) in more {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    act(&mut site.as_person(person), "/join/application", "/join/application", &fields)
}

/// Somebody who stays in the register.
fn other() -> String {
    member(1, "", "1.1.1980")
}

/// Aino, who came in by an application and the roll, as number 7, was welcomed,
/// and has left again.
fn was_a_member(site: &TestSite) -> PersonId {
    let aino = guest(site, "aino@testi.example", "Aamukaste");
    apply(site, aino, &[]);
    apply_file(site, &[other(), member(7, "aino@testi.example", "14.3.1985")]);
    assert!(site.as_person(aino).get("/account").text().contains("Jäsen"));
    site.pass_days(1);
    apply_file(site, &[other()]);
    assert!(site.as_person(aino).get("/account").text().contains("Entinen jäsen"));
    aino
}

/// A member again, with everything kept, who heard of it once.
fn is_back(site: &TestSite, person: PersonId) {
    site.settle();
    let account = site.as_person(person).get("/account").text();
    assert!(account.contains("Aamukaste") && !account.contains("Entinen jäsen"), "{account}");
    assert!(site.as_person(person).get("/join/state").text().contains("Olet jäsen"));
    let subjects = subjects(site, "aino@testi.example");
    for subject in ["Tervetuloa pöytään", "Vastaus sinulle"] {
        let heard = subjects.iter().filter(|known| *known == subject).count();
        assert_eq!(heard, 1, "{subject}: {subjects:?}");
    }
    assert_eq!(
        count(site, "SELECT COUNT(*) FROM roll_entry WHERE number = '7' AND person IS NOT NULL"),
        1
    );
}

on_both! {
    fn a_guest_applies_and_becomes_a_member_with_everything_kept(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        let page = site.as_person(aino).get("/join/application").text();
        assert!(page.contains("value=\"Virtanen\""));
        assert_eq!(apply(&site, aino, &[]).header("location"), Some("/join/state"));
        assert!(site.as_person(aino).get("/join/state").text().contains("odottaa"));
        site.pass_days(14);
        assert_eq!(of(&site, aino, "reminder"), ["skipped applied"]);
        let mut raija = registrar(&site);
        assert!(raija.get("/registrar/applications").text().contains("Virtanen Aino"));
        let confirm = "/registrar/applications/1/confirm";
        let answer = act(&mut raija, "/registrar/applications/1", confirm, &[("member-number", "")]);
        assert_eq!(answer.status, 303, "{}", answer.text());
        let again = act(&mut raija, "/registrar/applications/1", confirm, &[("member-number", "")]);
        assert_eq!(again.status, 422);
        site.pass_days(30);
        let browser = &mut site.as_person(aino);
        assert!(browser.get("/account").text().contains("Jäsen"));
        assert_eq!(of(&site, aino, "trial-lock"), ["skipped joined"]);
        assert_eq!(of(&site, aino, "welcome"), ["sent"]);
        assert!(subjects(&site, "aino@testi.example").contains(&"Tervetuloa pöytään".to_owned()));
        // A member has nothing to apply for.
        assert_eq!(browser.get("/join/application").status, 403);
    }

    fn a_returner_with_the_old_number_is_confirmed_by_the_registrar_and_hears_once(site) {
        let aino = was_a_member(&site);
        assert_eq!(apply(&site, aino, &[("member-number", "7")]).status, 303);
        let mut raija = registrar(&site);
        act(&mut raija, "/registrar/applications", "/registrar/applications/take", &[]);
        let page = raija.get("/registrar/applications").text();
        let mut links = page.split("href=\"").filter_map(|rest| rest.split('"').next());
        let file = links.find(|path| path.ends_with("/csv")).expect("a file").to_owned();
        let file = raija.get(&file).text();
        assert!(file.contains("Jäsennumero\r\n") && file.contains(";7\r\n"), "{file}");

        let page = raija.get("/registrar/applications/2");
        let [number, seen] = ["member-number", "seen"].map(|name| page.field_value(name).expect("a number"));
        let typed = [("member-number", &*number), ("seen", &*seen)];
        let answer = raija.post("/registrar/applications/2/confirm", &typed);
        assert_eq!(answer.status, 303, "{}", answer.text());
        is_back(&site, aino);
        // The register has them again, too: nothing more to say.
        site.pass_days(1);
        apply_file(&site, &[other(), member(7, "aino@testi.example", "14.3.1985")]);
        is_back(&site, aino);
    }

    fn a_returner_is_confirmed_by_the_roll_and_hears_once(site) {
        let aino = was_a_member(&site);
        apply(&site, aino, &[("member-number", "7")]);
        site.pass_days(1);
        apply_file(&site, &[other(), member(7, "aino@testi.example", "14.3.1985")]);
        is_back(&site, aino);
        let by_roll = "SELECT COUNT(*) FROM application WHERE state = 'confirmed' AND basis = 'roll'";
        assert_eq!(count(&site, by_roll), 2);
        site.pass_days(1);
        apply_file(&site, &[other(), member(7, "uusi@testi.example", "14.3.1985")]);
        is_back(&site, aino);
    }

    fn the_number_of_somebody_else_stays_theirs(site) {
        was_a_member(&site);
        let eino = guest(&site, "eino@testi.example", "Iltatuuli");
        apply(&site, eino, &[("member-number", "7")]);
        let (page, confirm) = ("/registrar/applications/2", "/registrar/applications/2/confirm");
        let answer = act(&mut registrar(&site), page, confirm, &[("member-number", "7"), ("seen", "7")]);
        assert!(answer.status == 422 && answer.text().contains("on jo tunnus"), "{}", answer.text());
    }

    fn whom_the_roll_holds_for_a_leaver_is_a_member_by_the_registrars_word(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        apply_file(&site, &[other(), member(7, "vanha@testi.example", "14.3.1985")]);
        site.pass_days(1);
        apply_file(&site, &[other()]);
        apply(&site, aino, &[("member-number", "7")]);
        let (page, confirm) = ("/registrar/applications/1", "/registrar/applications/1/confirm");
        let typed = [("member-number", "7"), ("seen", "7")];
        assert_eq!(act(&mut registrar(&site), page, confirm, &typed).status, 303);
        for rows in [vec![other()], vec![other(), member(7, "aino@testi.example", "14.3.1985")]] {
            assert!(site.as_person(aino).get("/account").text().contains("Jäsen"));
            assert!(site.as_person(aino).get("/join/state").text().contains("Olet jäsen"));
            assert_eq!(site.as_person(aino).get("/coffee-room").status, 200);
            site.pass_days(1);
            apply_file(&site, &rows);
        }
        assert_eq!(site.as_person(aino).get("/coffee-room").status, 200);
        let tied = "SELECT COUNT(*) FROM roll_entry WHERE number = '7' AND person IS NOT NULL";
        assert_eq!(count(&site, tied), 1);
    }

    fn an_application_that_was_confirmed_meanwhile_is_not_said_to_be_withdrawn(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        apply(&site, aino, &[]);
        let mut browser = site.as_person(aino);
        browser.get("/join/state");
        let (page, confirm) = ("/registrar/applications/1", "/registrar/applications/1/confirm");
        act(&mut registrar(&site), page, confirm, &[("member-number", "")]);
        let shown = browser.post_and_follow("/join/state/withdraw", &[]).text();
        assert!(shown.contains("Olet jäsen") && !shown.contains("Hakemus on peruttu"), "{shown}");
    }

    fn answered_applications_stand_apart_from_those_that_wait(site) {
        for (email, name) in [("a@testi.example", "Yksi"), ("b@testi.example", "Kaksi"), ("c@testi.example", "Kolme")] {
            apply(&site, guest(&site, email, name), &[("family-name", name), ("email", email)]);
        }
        let mut raija = registrar(&site);
        let confirm = [("member-number", "")];
        act(&mut raija, "/registrar/applications/1", "/registrar/applications/1/confirm", &confirm);
        let decline = [("reason", "Toinen liitto.")];
        act(&mut raija, "/registrar/applications/2", "/registrar/applications/2/decline", &decline);
        let mut named = |query: &str| -> Vec<String> {
            let page = raija.get(&format!("/registrar/applications{query}")).text();
            let rows = page.split("<a href=\"/registrar/applications/").skip(1);
            rows.filter_map(|row| row.split_once('>')?.1.split(' ').next().map(str::to_owned)).collect()
        };
        assert_eq!(named(""), ["Kolme"]);
        assert_eq!(named("?state=settled"), ["Kaksi", "Yksi"]);
        assert_eq!(named("?state=settled&from=2"), ["Yksi"]);
    }

    fn one_can_still_apply_after_the_lock(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        site.pass_days(40);
        assert_eq!(apply(&site, aino, &[]).status, 303);
        assert_eq!(apply(&site, aino, &[]).status, 422);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM application"), 1);
    }

    fn a_declined_applicant_reads_the_reason_and_applies_again(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        apply(&site, aino, &[("member-number", "77")]);
        let mut raija = registrar(&site);
        let path = "/registrar/applications/1/decline";
        let without = act(&mut raija, "/registrar/applications/1", path, &[("reason", "")]);
        assert_eq!(without.status, 422);
        // The form beside it has kept the applicant's number.
        assert_eq!(without.field_value("member-number").as_deref(), Some("77"));
        act(&mut raija, "/registrar/applications/1", path, &[("reason", "Väärä ala")]);
        site.settle();
        let mails = site.mails_to("aino@testi.example");
        assert!(mails.iter().all(|mail| !mail.raw.contains("Väärä ala")));
        assert!(mails.iter().any(|mail| mail.subject == "Vastaus sinulle"));
        assert!(site.as_person(aino).get("/join").text().contains("href=\"/join/state\">Lue syy"));
        assert!(site.as_person(aino).get("/join/state").text().contains("Väärä ala"));
        assert_eq!(apply(&site, aino, &[]).status, 303);
        let answer = act(&mut site.as_person(aino), "/join/state", "/join/state/withdraw", &[]);
        assert_eq!(answer.status, 303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM application WHERE state = 'withdrawn'"), 1);
    }

    fn who_took_their_application_back_is_reminded_and_told_of_the_lock(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        site.pass_days(1);
        apply(&site, aino, &[]);
        site.pass_days(1);
        act(&mut site.as_person(aino), "/join/state", "/join/state/withdraw", &[]);
        site.pass_days(12);
        assert_eq!(of(&site, aino, "reminder"), ["sent"]);
        site.pass_days(16);
        assert_eq!(of(&site, aino, "trial-lock"), ["sent"]);
    }

    fn who_was_turned_down_is_not_reminded_but_told_of_the_lock(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        apply(&site, aino, &[]);
        let mut raija = registrar(&site);
        let path = "/registrar/applications/1/decline";
        act(&mut raija, "/registrar/applications/1", path, &[("reason", "Väärä ala")]);
        site.pass_days(14);
        assert_eq!(of(&site, aino, "reminder"), ["skipped application-declined"]);
        let page = raija.get(&page_of(&site, aino)).text();
        assert!(page.contains("Syy: jäsenhakemus on hylätty."), "{page}");
        site.pass_days(16);
        assert_eq!(of(&site, aino, "trial-lock"), ["sent"]);
    }

    fn applications_go_out_once_and_their_file_as_often_as_it_is_wanted(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        apply(&site, aino, &[("city", "=HYPERLINK(1)")]);
        let mut raija = registrar(&site);
        let list = "/registrar/applications";
        raija.get(list);
        let taken = raija.post("/registrar/applications/take", &[]);
        // A double click sends the same form twice.
        let twice = raija.post("/registrar/applications/take", &[]);
        assert_eq!(taken.header("location"), twice.header("location"));
        assert_eq!(taken.header("location"), Some("/registrar/applications#taken"));
        let page = raija.get(list).text();
        let path = page.split("href=\"").filter_map(|rest| rest.split('"').next());
        let files: Vec<&str> = path.filter(|path| path.ends_with("/csv")).collect();
        assert_eq!(files.len(), 1, "{page}");
        let first = files.first().copied().expect("a file");
        for _ in 0..2 {
            let file = raija.get(first).text();
            assert!(file.contains("Virtanen;Aino;1985-03-14") && file.contains("'=HYPERLINK(1)"), "{file}");
        }
        let exported = "SELECT COUNT(*) FROM audit WHERE action = 'application-exported'";
        assert_eq!(count(&site, exported), 1);
        // Who comes later goes out with the next ones.
        let eino = guest(&site, "eino@testi.example", "Iltatuuli");
        apply(&site, eino, &[("given-name", "Eino")]);
        site.pass_days(1);
        act(&mut raija, list, "/registrar/applications/take", &[]);
        assert!(!raija.get(first).text().contains("Eino"));
        let nothing = act(&mut raija, list, "/registrar/applications/take", &[]);
        assert_eq!(nothing.header("location"), Some(list));
        // Who was forgotten since is in no file.
        let now = site.now();
        act(&mut raija, "/registrar/applications/1", "/registrar/applications/1/confirm", &[("member-number", "")]);
        assert_eq!(raija.get(first).status, 200);
        site.write(move |tx| Ok((kafferum_membership::feature().erase)(tx, aino, now)?));
        assert_eq!(raija.get(first).status, 404);
        assert_eq!(raija.get("/registrar/applications/taken/1/csv").status, 404);
    }

    fn an_applicant_agrees_to_the_unions_words(site) {
        site.set("membership-application-consent.fi", "Haen & suostun.");
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        let page = site.as_person(aino).get("/join/application").text();
        assert!(page.contains("<span>Haen &amp; suostun.</span>"), "{page}");
        assert_eq!(apply(&site, aino, &[("words", "other words")]).status, 422);
        assert_eq!(apply(&site, aino, &[]).status, 303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM consent_text WHERE body = 'Haen & suostun.'"), 1);
    }

    fn a_closed_door_speaks_in_the_unions_words(site) {
        site.set("error-door-closed-lead.fi", "Tule takaisin pöytään.");
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        site.pass_days(40);
        let door = site.as_person(aino).get("/coffee-room");
        assert_eq!(door.status, 403);
        let text = door.text();
        assert!(text.contains("Ovi on nyt kiinni") && text.contains("Tule takaisin pöytään."), "{text}");
    }

    fn what_is_wrong_in_an_application_is_told(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        for (field, value) in [
            ("birth-date", "1.1.1900"), ("birth-date", "eilen"), ("job-started", "32.1.2026"),
            ("employer", "kissa"), ("student", ""), ("member-number", "ei ole"), ("email", "x"),
        ] {
            assert_eq!(apply(&site, aino, &[(field, value)]).status, 422, "{field} {value}");
        }
    }

    fn what_was_typed_comes_back_as_typed_with_what_is_wrong_in_order(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        let more = [("birth-date", "14.3.1987"), ("job-started", "1.9.2020"), ("family-name", ""), ("email", "x"), ("city", "")];
        let answer = apply(&site, aino, &more);
        assert_eq!(answer.status, 422);
        assert_eq!(super::to_mend(&answer.text()), ["family-name", "email", "city"]);
        assert_eq!(answer.field_value("birth-date").as_deref(), Some("14.3.1987"));
        assert_eq!(answer.field_value("job-started").as_deref(), Some("1.9.2020"));
        assert_eq!(apply(&site, aino, &more[..2]).status, 303);
        let dates = "SELECT COUNT(*) FROM application WHERE birth_date = '1987-03-14' AND job_started = '2020-09-01'";
        assert_eq!(count(&site, dates), 1);
    }

    fn the_road_leads_to_an_application_that_waits_and_not_to_another(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        let panels = || {
            let page = site.as_person(aino).get("/account/road").text();
            let aside = page.split("<aside class=\"side\">").nth(1).expect("what one may do").to_owned();
            (aside.contains("href=\"/join\""), aside.contains("href=\"/join/state\""))
        };
        assert_eq!(panels(), (true, false));
        assert_eq!(apply(&site, aino, &[]).status, 303);
        assert_eq!(panels(), (false, true));
        act(&mut site.as_person(aino), "/join/state", "/join/state/withdraw", &[]);
        assert_eq!(panels(), (true, false));
    }

    fn whoever_is_not_signed_in_is_led_on(site) {
        let mut visitor = site.visitor();
        let page = visitor.get("/join").text();
        assert!(page.contains("/register?next=join"));
        assert_eq!(
            visitor.get("/join/application").header("location"),
            Some("/sign-in?next=%2Fjoin%2Fapplication")
        );
        visitor.get("/register?next=join");
        visitor.post("/register", &super::fields("a@testi.example", "Yksi", &[("next", "join")]));
        site.settle();
        let mails = site.mails_to("a@testi.example");
        assert!(mails.iter().any(|mail| mail.body.contains("/sign-in?next=/join/application")));
    }
}

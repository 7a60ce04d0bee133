//! A registrar puts a mistyped address right.

use kafferum_platform::policy::Role;
use kafferum_testkit::http::Response;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

use super::applying::guest;
use super::{act, count};

const WRONG: &str = "ainoo@testi.example";
const RIGHT: &str = "aino@testi.example";

fn correct(by: &mut Visitor<'_>, page: &str, email: &str, reason: &str) -> Response {
    act(by, page, page, &[("email", email), ("reason", reason)])
}

fn is_with(site: &TestSite, email: &'static str) -> bool {
    site.read(move |tx| Ok(kafferum_platform::people::store::person_by_email(tx, email)?.is_some()))
}

on_both! {
    fn a_registrar_corrects_an_address_and_the_person_is_told_at_both(site) {
        let aino = guest(&site, WRONG, "Aamukaste");
        guest(&site, "otso@testi.example", "Otso");
        let mut at_home = site.as_person(aino);
        let mut registrar = site.as_person(site.staff("Rekisteri", Role::Registrar));
        let page = format!("/registrar/people/{aino}/email");
        let person = registrar.get(&format!("/registrar/people/{aino}")).text();
        assert!(person.contains(&page), "{person}");
        for (email, reason) in [
            ("aino", "mistyped"), (RIGHT, ""), (RIGHT, "whim"), (WRONG, "mistyped"),
            ("otso@testi.example", "mistyped"),
        ] {
            let answer = correct(&mut registrar, &page, email, reason);
            assert_eq!(answer.status, 422, "{email} {reason}");
            assert!(answer.text().contains(email));
        }
        assert!(is_with(&site, WRONG) && !is_with(&site, RIGHT));
        let done = correct(&mut registrar, &page, RIGHT, "mistyped");
        assert_eq!(done.status, 303, "{}", done.text());
        assert!(is_with(&site, RIGHT) && !is_with(&site, WRONG));
        // Whoever sat at the wrong mailbox is out.
        assert_eq!(at_home.get("/account").status, 303);
        site.settle();
        let said = |email: &str| {
            let mails = site.mails_to(email).into_iter();
            mails.filter(|mail| mail.subject == "Sähköpostiosoitteesi").map(|mail| mail.body).collect()
        };
        let (old, new): (Vec<String>, Vec<String>) = (said(WRONG), said(RIGHT));
        assert_eq!((old.len(), new.len()), (1, 1));
        assert!(!old.concat().contains(RIGHT), "{old:?}");
        assert!(new.concat().contains("Osoite oli kirjoitettu väärin"), "{new:?}");
        assert_eq!(
            count(&site, "SELECT COUNT(*) FROM audit WHERE action = 'email-corrected' AND detail = 'mistyped'"),
            1
        );
        let log = site.as_person(aino).get("/account/log").text();
        assert!(log.contains("Toimisto korjasi sähköpostiosoitteen"), "{log}");
    }

    fn nobody_gets_at_a_role_by_correcting_an_address(site) {
        let mut registrar = site.as_person(site.staff("Rekisteri", Role::Registrar));
        for (number, role) in Role::ALL.iter().enumerate() {
            let holder = site.staff(&format!("Toimija {number}"), *role);
            let page = format!("/registrar/people/{holder}/email");
            let answer = correct(&mut registrar, &page, RIGHT, "mistyped");
            assert_eq!(answer.status, 422, "{}", role.word());
        }
        assert!(!is_with(&site, RIGHT));
    }

    fn every_page_about_a_person_is_a_look_that_they_can_read(site) {
        let aino = guest(&site, RIGHT, "Aamukaste");
        let mut registrar = site.as_person(site.staff("Rekisteri", Role::Registrar));
        for (number, page) in ["", "/left", "/email"].iter().enumerate() {
            assert_eq!(registrar.get(&format!("/registrar/people/{aino}{page}")).status, 200);
            let looks = count(&site, "SELECT COUNT(*) FROM audit WHERE action = 'person-seen'");
            assert_eq!(looks, i64::try_from(number).expect("few") + 1, "{page}");
        }
        // Standing in a list is told once a day.
        let listed = || {
            count(&site, "SELECT COUNT(*) FROM audit a JOIN person p ON p.id = a.subject
                          WHERE a.action = 'person-listed' AND p.pseudonym = 'Aamukaste'")
        };
        for _ in 0..2 {
            assert_eq!(registrar.get("/registrar/people").status, 200);
            assert_eq!(registrar.get(&format!("/registrar/people?q={RIGHT}")).status, 200);
            assert_eq!(listed(), 1);
        }
        site.pass_days(2);
        let mut registrar = site.as_person(site.staff("Toinen", Role::Registrar));
        registrar.get("/registrar/people");
        assert_eq!(listed(), 2);
        let log = site.as_person(aino).get("/account/log").text();
        assert!(log.contains("Henkilö näkyi luettelossa"), "{log}");
    }
}

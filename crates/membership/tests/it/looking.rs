//! Every look at a person leaves a line that they can read.

use kafferum_platform::mail::{self, NewMail};
use kafferum_platform::policy::Role;
use kafferum_platform::texts::Lang;
use kafferum_testkit::on_both;

use super::applying::guest;
use super::{count, page_of};

const EMAIL: &str = "aino@testi.example";

on_both! {
    fn every_page_about_a_person_is_a_look_that_they_can_read(site) {
        let aino = guest(&site, EMAIL, "Aamukaste");
        let mut registrar = site.as_person(site.staff("Rekisteri", Role::Registrar));
        for (number, page) in ["", "/left", "/correct", "/paper"].iter().enumerate() {
            assert_eq!(registrar.get(&format!("{}{page}", page_of(&site, aino))).status, 200);
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
            assert_eq!(super::act(&mut registrar, "/registrar/people", "/registrar/people", &[("q", EMAIL)]).status, 200);
            assert_eq!(listed(), 1);
        }
        site.pass_days(2);
        let mut registrar = site.as_person(site.staff("Toinen", Role::Registrar));
        registrar.get("/registrar/people");
        assert_eq!(listed(), 2);
        let log = site.as_person(aino).get("/account/log").text();
        assert!(log.contains("Henkilö näkyi luettelossa"), "{log}");
    }

    fn mails_to_a_pseudonym_stand_on_no_registrars_page(site) {
        let aino = guest(&site, EMAIL, "Aamukaste");
        let now = site.now();
        site.write(move |tx| {
            for kind in ["notices", "seal-told"] {
                let mail = NewMail {
                    key: kind,
                    person: Some(aino),
                    kind,
                    lang: Lang::Fi,
                    to: EMAIL,
                    subject: "Uutta luettavaa",
                    body: "Uutta",
                    attachment: None,
                    unsubscribe: None,
                    reply_to: None,
                };
                mail::intend(tx, &mail, now)?;
            }
            Ok(())
        });
        let page = super::registrar(&site).get(&page_of(&site, aino)).text();
        assert!(page.contains("<caption id=\"mails\">") && !page.contains("Uutta luettavaa"), "{page}");
    }
}

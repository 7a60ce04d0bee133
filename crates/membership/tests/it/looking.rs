//! Every look at a person leaves a line that they can read.

use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;

use super::applying::guest;
use super::count;

const EMAIL: &str = "aino@testi.example";

on_both! {
    fn every_page_about_a_person_is_a_look_that_they_can_read(site) {
        let aino = guest(&site, EMAIL, "Aamukaste");
        let mut registrar = site.as_person(site.staff("Rekisteri", Role::Registrar));
        for (number, page) in ["", "/left", "/correct", "/paper"].iter().enumerate() {
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
}

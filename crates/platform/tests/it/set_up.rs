//! The first run.

use kafferum_platform::people::account::{self, Purpose};
use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::TestSite;

use crate::{PASSWORD, assert_leads_to, assert_says, sign_in};

const PATH: &str = "/set-up/first-run";

fn make_link(site: &TestSite) {
    let until = site.now() + account::SET_UP_LASTS;
    site.write(move |tx| Ok(account::add_link(tx, "first-run", Purpose::SetUp, None, until)?));
}

fn fields(pseudonym: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("union", "Kahviliitto"),
        ("language", "sv"),
        ("contact", "kansli@kahvi.example"),
        ("sender_name", "Posti"),
        ("sender_address", "posti@kahvi.example"),
        ("given_name", "Minna"),
        ("family_name", "Lahti"),
        ("email", "minna@kahvi.example"),
        ("pseudonym", pseudonym),
        ("password", PASSWORD),
    ]
}

on_both! {
    fn the_first_administrator_opens_the_house(site) {
        make_link(&site);
        let mut visitor = site.visitor();
        assert_eq!(visitor.get("/set-up/another").status, 404);
        assert_eq!(visitor.get(PATH).status, 200);
        assert_says(&visitor.post(PATH, &fields("Ylläpitäjä")), 422, "Valitse toinen");
        assert_says(&visitor.post(PATH, &fields("Minna L")[1..]), 422, "Täytä tämä: Liiton nimi");
        assert_leads_to(&visitor.post(PATH, &fields("Minna L")), "/admin");
        let landing = visitor.get("/admin");
        assert_says(&landing, 200, "brand-union\">Kahviliitto<");
        assert_eq!(site.site().settings().line("sender-address"), "posti@kahvi.example");
        let mut late = site.visitor();
        assert_says(&late.get(PATH), 404, "Linkki ei enää toimi");
        assert_leads_to(&sign_in(&mut late, "minna@kahvi.example", PASSWORD), "/");
    }

    fn the_link_is_dead_once_there_is_an_administrator(site) {
        make_link(&site);
        let mut visitor = site.visitor();
        visitor.get(PATH);
        site.staff("Talkkari", Role::Administrator);
        assert_eq!(visitor.post(PATH, &fields("Minna L")).status, 404);
        assert_eq!(visitor.get(PATH).status, 404);
    }
}

//! Another address to sign in with.

use kafferum_platform::clock::MINUTE;
use kafferum_platform::people::PersonId;
use kafferum_testkit::http::Response;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

use crate::{AINO, OTHER, PASSWORD, aino, assert_leads_to, assert_says, is_in, sign_in};

const NEW: &str = "uusi@testi.example";

fn ask(visitor: &mut Visitor<'_>, email: &str, password: &str) -> Response {
    visitor.get("/account/email");
    visitor.post("/account/email", &[("email", email), ("password", password)])
}

/// Where the newest mail to an address leads.
fn link(site: &TestSite, email: &str) -> String {
    site.settle();
    let mails = site.mails_to(email);
    let link = mails.iter().find_map(|mail| mail.body.split("http://kafferum.test").nth(1));
    link.expect("a link").split_whitespace().next().unwrap().to_owned()
}

fn kinds(site: &TestSite, person: PersonId) -> Vec<String> {
    site.read(move |tx| {
        let sql = "SELECT kind FROM mail WHERE person = ?1 ORDER BY id";
        Ok(tx.query(sql, &[&person], |row| row.get(0))?)
    })
}

/// Whatever a stranger at a mistyped address would read.
fn must_tell_nothing(site: &TestSite) {
    for mail in site.mails() {
        let text = format!("{} {}", mail.subject, mail.body);
        assert!(!text.contains("Etunimi") && !text.contains("jäsen"), "{text}");
    }
}

on_both! {
    fn an_address_changes_when_its_link_is_opened_and_not_before(site) {
        let aino = aino(&site);
        let (mut here, mut elsewhere) = (site.as_person(aino), site.as_person(aino));
        assert_says(&here.get("/account"), 200, "href=\"/account/email\"");
        assert_says(&ask(&mut here, NEW, OTHER), 422, "Salasana ei ole oikein");
        assert_says(&ask(&mut here, "uusi", PASSWORD), 422, "value=\"uusi\"");
        assert_says(&ask(&mut here, "HENKILO0@testi.example", PASSWORD), 422, "jo käytössäsi");
        assert_leads_to(&ask(&mut here, NEW, PASSWORD), "/account");
        let link = link(&site, NEW);
        assert!(link.starts_with("/email/"), "{link}");
        // The old address hears of it, and is the one to sign in with.
        assert_eq!(kinds(&site, aino), ["email-asked", "email-confirm"]);
        assert!(site.mails_to(AINO)[0].body.contains("/account/password"));
        assert_eq!(sign_in(&mut site.visitor(), NEW, PASSWORD).status, 422);
        // The link works on any device, asks before it acts, and works once.
        let mut phone = site.visitor();
        assert_says(&phone.get(&link), 200, NEW);
        assert_eq!(sign_in(&mut site.visitor(), NEW, PASSWORD).status, 422);
        phone.get(&link);
        assert_leads_to(&phone.post(&link, &[]), "/sign-in");
        assert!(!is_in(&mut elsewhere) && !is_in(&mut here));
        assert_eq!(sign_in(&mut site.visitor(), AINO, PASSWORD).status, 422);
        let mut owner = site.visitor();
        assert_leads_to(&sign_in(&mut owner, NEW, PASSWORD), "/");
        assert_says(&owner.get("/account"), 200, NEW);
        assert_says(&owner.get("/account/log"), 200, "Sähköpostiosoite vaihdettiin");
        assert_says(&site.visitor().get(&link), 404, "/account/email");
        let mut late = site.visitor();
        late.get("/sign-in");
        assert_eq!(late.post(&link, &[]).status, 404);
        assert_eq!(kinds(&site, aino), ["email-asked", "email-confirm", "email-changed"]);
        site.settle();
        must_tell_nothing(&site);
    }

    fn the_session_that_confirms_goes_on_and_the_others_end(site) {
        let aino = aino(&site);
        let (mut here, mut elsewhere) = (site.as_person(aino), site.as_person(aino));
        ask(&mut here, NEW, PASSWORD);
        let link = link(&site, NEW);
        here.get(&link);
        let fields = [("_form", &*here.token())];
        assert_leads_to(&here.post_raw(&link, &fields), "/account");
        // A double click is one change.
        assert_leads_to(&here.post_raw(&link, &fields), "/account");
        assert!(is_in(&mut here) && !is_in(&mut elsewhere));
    }

    fn nobody_learns_whether_an_address_has_an_account(site) {
        let aino = aino(&site);
        let otso = site.member("Otso");
        let mut here = site.as_person(aino);
        let taken = ask(&mut here, "henkilo1@testi.example", PASSWORD);
        let free = ask(&mut here, NEW, PASSWORD);
        assert_eq!((taken.status, taken.header("location")), (free.status, free.header("location")));
        assert_eq!(taken.header("set-cookie"), free.header("set-cookie"));
        // Its owner hears of it once a day, and keeps it.
        ask(&mut here, "henkilo1@testi.example", PASSWORD);
        assert_eq!(kinds(&site, otso), ["email-taken"]);
        assert_eq!(link(&site, "henkilo1@testi.example"), "/sign-in");
        must_tell_nothing(&site);
        let asked = kinds(&site, aino).iter().filter(|kind| *kind == "email-asked").count();
        assert_eq!(asked, 3);
        assert_says(&ask(&mut here, NEW, PASSWORD), 422, "Odota tunti");
    }

    fn a_link_ends_with_its_hour_with_the_next_one_and_with_the_password(site) {
        let aino = aino(&site);
        let mut here = site.as_person(aino);
        ask(&mut here, NEW, PASSWORD);
        let first = link(&site, NEW);
        site.pass(61 * MINUTE);
        assert_eq!(site.visitor().get(&first).status, 404);
        ask(&mut here, "toinen@testi.example", PASSWORD);
        let second = link(&site, "toinen@testi.example");
        ask(&mut here, "kolmas@testi.example", PASSWORD);
        let third = link(&site, "kolmas@testi.example");
        assert_eq!(site.visitor().get(&second).status, 404);
        assert_eq!(site.visitor().get(&third).status, 200);
        here.get("/account/data");
        assert_says(&here.post("/account/data", &[]), 200, "kolmas@testi.example");
        // Whoever asked knew the old password.
        site.choose_password(aino, OTHER);
        assert_eq!(site.visitor().get(&third).status, 404);
    }

    fn an_address_taken_meanwhile_is_not_taken_twice(site) {
        let aino = aino(&site);
        let otso = site.member("Otso");
        site.choose_password(otso, OTHER);
        let (mut first, mut second) = (site.as_person(aino), site.as_person(otso));
        ask(&mut first, NEW, PASSWORD);
        let one = link(&site, NEW);
        ask(&mut second, NEW, OTHER);
        site.settle();
        let mails = site.mails_to(NEW).into_iter();
        let links = mails.map(|mail| {
            let link = mail.body.split("http://kafferum.test").nth(1).unwrap().to_owned();
            link.split_whitespace().next().unwrap().to_owned()
        });
        let other = links.into_iter().find(|link| *link != one).unwrap();
        first.get(&one);
        assert_leads_to(&first.post(&one, &[]), "/account");
        second.get(&other);
        assert_eq!(second.post(&other, &[]).status, 404);
        assert_says(&site.as_person(otso).get("/account"), 200, "henkilo1@testi.example");
    }
}

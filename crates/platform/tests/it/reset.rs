//! A forgotten password.

use kafferum_platform::clock::{HOUR, MINUTE};
use kafferum_testkit::http::Response;
use kafferum_testkit::on_both;
use kafferum_testkit::site::TestSite;

use crate::{AINO, OTHER, PASSWORD, aino, assert_leads_to, assert_says, is_in, sign_in};

fn ask(site: &TestSite, email: &str) -> Response {
    let mut visitor = site.visitor();
    visitor.get("/password/forgot");
    visitor.post("/password/forgot", &[("email", email)])
}

/// The links mailed so far, in no order.
fn links(site: &TestSite) -> Vec<String> {
    site.settle();
    let mails = site.mails_to(AINO).into_iter();
    mails
        .map(|mail| {
            let start = mail.body.find("/password/reset/").expect("a link");
            mail.body[start..].split_whitespace().next().unwrap().to_owned()
        })
        .collect()
}

on_both! {
    fn a_link_works_once_and_ends_all_other_sessions(site) {
        let aino = aino(&site);
        let mut elsewhere = site.as_person(aino);
        assert_leads_to(&ask(&site, AINO), "/password/sent");
        let link = links(&site).pop().unwrap();
        let mut owner = site.visitor();
        assert_says(&owner.get(&link), 200, AINO);
        assert_says(&owner.get(&link), 200, AINO);
        assert_says(&owner.post(&link, &[("password", "lyhyt")]), 422, "vähintään 12");
        let token = owner.token();
        assert_leads_to(&owner.post(&link, &[("password", OTHER)]), "/account");
        assert!(is_in(&mut owner));
        assert!(!is_in(&mut elsewhere));
        // The same form sent twice: the same answer, and still signed in.
        let again = owner.post_raw(&link, &[("password", OTHER), ("_form", &token)]);
        assert_eq!(again.status, 403, "the form was given to a visitor");
        assert!(is_in(&mut owner));
        let mut late = site.visitor();
        assert_says(&late.get(&link), 404, "Linkki ei enää toimi");
        late.get("/password/forgot");
        assert_says(&late.post(&link, &[("password", PASSWORD)]), 404, "Linkki ei enää toimi");
        assert_leads_to(&sign_in(&mut site.visitor(), AINO, OTHER), "/");
    }

    fn a_double_click_leaves_the_browser_signed_in(site) {
        aino(&site);
        ask(&site, AINO);
        let link = links(&site).pop().unwrap();
        let (mut first, mut second) = (site.visitor(), site.visitor());
        first.get(&link);
        let fields = [("password", OTHER), ("_form", &*first.token())];
        assert_leads_to(&first.post_raw(&link, &fields), "/account");
        assert_leads_to(&second.post_raw(&link, &fields), "/account");
        assert_eq!(first.cookie("session"), second.cookie("session"));
        assert!(is_in(&mut second));
    }

    fn a_link_is_good_for_an_hour_and_until_the_next_one(site) {
        aino(&site);
        ask(&site, AINO);
        let first = links(&site).pop().unwrap();
        site.pass(59 * MINUTE);
        assert_eq!(site.visitor().get(&first).status, 200);
        site.pass(2 * MINUTE);
        assert_eq!(site.visitor().get(&first).status, 404);
        ask(&site, AINO);
        let second = links(&site).into_iter().find(|link| *link != first).unwrap();
        ask(&site, AINO);
        assert_eq!(site.visitor().get(&second).status, 404);
    }

    fn the_answer_is_the_same_for_an_address_we_do_not_know(site) {
        aino(&site);
        assert_leads_to(&ask(&site, AINO), "/password/sent");
        assert_leads_to(&ask(&site, "nobody@testi.example"), "/password/sent");
        assert_says(&ask(&site, "aino"), 422, "nimi@esimerkki.fi");
        site.settle();
        assert_eq!(site.mails().len(), 1);
        let mail = site.mails().pop().unwrap();
        assert_eq!(mail.subject, "Uusi salasana");
        assert!(!mail.raw.to_lowercase().contains("jäsen"), "{}", mail.raw);
    }

    fn at_most_three_links_an_hour_are_mailed_and_the_last_one_works(site) {
        aino(&site);
        for _ in 0..6 {
            assert_leads_to(&ask(&site, AINO), "/password/sent");
            site.pass(MINUTE);
        }
        let sent = links(&site);
        assert_eq!(sent.len(), 3);
        let working = sent.iter().filter(|link| site.visitor().get(link).status == 200).count();
        assert_eq!(working, 1);
        site.pass(HOUR);
        ask(&site, AINO);
        assert_eq!(links(&site).len(), 4);
    }

    fn in_a_busy_network_an_address_gets_one_link_an_hour_and_no_more(site) {
        aino(&site);
        for number in 0..30 {
            let answer = ask(&site, &format!("kuka{number}@testi.example"));
            assert_leads_to(&answer, "/password/sent");
        }
        // Whether there is such an account, or not.
        for email in [AINO, "nobody@testi.example"] {
            assert_leads_to(&ask(&site, email), "/password/sent");
            assert_says(&ask(&site, &email.to_uppercase()), 429, "Liian monta");
        }
        let link = links(&site).pop().unwrap();
        assert_eq!(site.visitor().get(&link).status, 200);
        site.pass(HOUR);
        assert_leads_to(&ask(&site, AINO), "/password/sent");
        assert_eq!(links(&site).len(), 2);
    }
}

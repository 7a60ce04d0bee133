//! Signing in, throttled without locking the owner out.

use kafferum_platform::clock::{DAY, MINUTE};
use kafferum_platform::people::{PasswordKind, account};
use kafferum_testkit::on_both;
use kafferum_testkit::site::TestSite;

use crate::{AINO, OTHER, PASSWORD, aino, assert_leads_to, assert_says, is_in, sign_in};

fn exhaust(site: &TestSite, email: &str) {
    for number in 0..8_u8 {
        let mut stranger = site.visitor().from_ip([198, 51, number, 1]);
        assert_says(&sign_in(&mut stranger, email, "väärä salasana"), 422, "eivät sovi yhteen");
    }
}

fn mails_link(site: &TestSite) -> String {
    site.settle();
    let mail = site.mails_to(AINO).pop().expect("a mail");
    let start = mail.body.find("http://kafferum.test/").expect("a link");
    mail.body[start..].split_whitespace().next().unwrap().replace("http://kafferum.test", "")
}

on_both! {
    fn the_right_password_opens_a_session_and_the_wrong_one_does_not(site) {
        aino(&site);
        let mut visitor = site.visitor();
        assert_says(&sign_in(&mut visitor, AINO, OTHER), 422, "eivät sovi yhteen");
        assert!(!is_in(&mut visitor));
        assert_leads_to(&sign_in(&mut visitor, " HENKILO0@testi.example ", PASSWORD), "/");
        assert!(is_in(&mut visitor));
        assert!(visitor.cookie("device").is_some());
    }

    fn the_answer_does_not_tell_whether_there_is_such_an_account(site) {
        aino(&site);
        let mut visitor = site.visitor();
        let known = sign_in(&mut visitor, AINO, OTHER);
        let unknown = sign_in(&mut visitor, "nobody@testi.example", OTHER);
        let sentence = "Sähköposti ja salasana eivät sovi yhteen";
        assert_says(&known, 422, sentence);
        assert_says(&unknown, 422, sentence);
        exhaust(&site, "noone@testi.example");
        assert_eq!(sign_in(&mut visitor, "noone@testi.example", OTHER).status, 429);
    }

    fn signing_in_leads_on_to_where_one_was_going_and_nowhere_else(site) {
        aino(&site);
        for (next, wanted) in [
            ("/account/log", "/account/log"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example/", "/"),
        ] {
            let mut visitor = site.visitor();
            visitor.get("/sign-in");
            let fields = [("email", AINO), ("password", PASSWORD), ("next", next)];
            assert_leads_to(&visitor.post("/sign-in", &fields), wanted);
        }
        let mut visitor = site.visitor();
        let sent = visitor.get("/account/log");
        assert_leads_to(&sent, "/sign-in?next=%2Faccount%2Flog");
        let form = visitor.get("/sign-in?next=%2Faccount%2Flog");
        assert_eq!(form.field_value("next").as_deref(), Some("/account/log"));
    }

    fn strangers_use_up_their_own_attempts_and_a_known_device_still_comes_in(site) {
        aino(&site);
        let mut home = site.visitor();
        sign_in(&mut home, AINO, PASSWORD);
        home.post("/sign-out", &[]);
        assert!(!is_in(&mut home));
        exhaust(&site, AINO);
        let mut stranger = site.visitor().from_ip([198, 51, 99, 1]);
        let refused = sign_in(&mut stranger, AINO, PASSWORD);
        assert_says(&refused, 429, "/password/forgot");
        assert!(refused.header("retry-after").is_some());
        assert_leads_to(&sign_in(&mut home, AINO, PASSWORD), "/");
        assert!(is_in(&mut home));
    }

    fn a_known_device_of_one_account_is_a_stranger_to_another(site) {
        aino(&site);
        let otto = site.member("Otso");
        site.choose_password(otto, OTHER);
        let mut home = site.visitor();
        sign_in(&mut home, AINO, PASSWORD);
        home.post("/sign-out", &[]);
        exhaust(&site, "henkilo1@testi.example");
        assert_eq!(sign_in(&mut home, "henkilo1@testi.example", OTHER).status, 429);
    }

    fn the_wait_ends_after_a_quarter_of_an_hour_also_when_the_clock_was_set_back(site) {
        aino(&site);
        exhaust(&site, AINO);
        let mut stranger = site.visitor();
        assert_eq!(sign_in(&mut stranger, AINO, PASSWORD).status, 429);
        site.pass(16 * MINUTE);
        assert_leads_to(&sign_in(&mut stranger, AINO, PASSWORD), "/");
        exhaust(&site, AINO);
        site.pass(-3 * DAY);
        assert_leads_to(&sign_in(&mut site.visitor(), AINO, PASSWORD), "/");
    }

    fn a_mailed_link_lets_the_owner_in_when_strangers_used_up_the_attempts(site) {
        aino(&site);
        exhaust(&site, AINO);
        let mut owner = site.visitor();
        assert_eq!(sign_in(&mut owner, AINO, PASSWORD).status, 429);
        owner.get("/password/forgot");
        assert_leads_to(&owner.post("/password/forgot", &[("email", AINO)]), "/password/sent");
        let link = mails_link(&site);
        owner.get(&link);
        assert_leads_to(&owner.post(&link, &[("password", OTHER)]), "/account");
        assert!(is_in(&mut owner));
        assert_leads_to(&sign_in(&mut site.visitor(), AINO, OTHER), "/");
    }

    fn one_network_can_not_try_every_account(site) {
        for number in 0..60 {
            let email = format!("kuka{number}@testi.example");
            let answer = sign_in(&mut site.visitor(), &email, PASSWORD);
            assert_eq!(answer.status, 422, "{number}");
        }
        aino(&site);
        assert_eq!(sign_in(&mut site.visitor(), AINO, PASSWORD).status, 429);
        let mut elsewhere = site.visitor().from_ip([203, 0, 113, 9]);
        assert_leads_to(&sign_in(&mut elsewhere, AINO, PASSWORD), "/");
    }

    fn whoever_shares_a_network_with_a_guesser_comes_in_with_a_known_device_or_a_link(site) {
        aino(&site);
        let mut home = site.visitor();
        sign_in(&mut home, AINO, PASSWORD);
        home.post("/sign-out", &[]);
        for number in 0..60 {
            sign_in(&mut site.visitor(), &format!("kuka{number}@testi.example"), OTHER);
            let mut guesser = site.visitor();
            guesser.get("/password/forgot");
            guesser.post("/password/forgot", &[("email", &format!("kuka{number}@testi.example"))]);
        }
        let mut other = site.visitor();
        assert_eq!(sign_in(&mut other, AINO, PASSWORD).status, 429);
        assert_leads_to(&sign_in(&mut home, AINO, PASSWORD), "/");
        other.get("/password/forgot");
        assert_leads_to(&other.post("/password/forgot", &[("email", AINO)]), "/password/sent");
        let link = mails_link(&site);
        other.get(&link);
        assert_leads_to(&other.post(&link, &[("password", OTHER)]), "/account");
        assert!(is_in(&mut other));
    }

    fn a_known_device_has_attempts_of_its_own_and_no_more(site) {
        aino(&site);
        let mut home = site.visitor();
        sign_in(&mut home, AINO, PASSWORD);
        home.post("/sign-out", &[]);
        for _ in 0..8 {
            assert_eq!(sign_in(&mut home, AINO, OTHER).status, 422);
        }
        assert_eq!(sign_in(&mut home, AINO, PASSWORD).status, 429);
        assert_leads_to(&sign_in(&mut site.visitor(), AINO, PASSWORD), "/");
    }

    fn a_temporary_password_must_be_changed_before_anything_else(site) {
        let aino = aino(&site);
        let (hash, now) = (site.wait_for(site.site().passwords.hash("abcd-efgh-jkmn".to_owned(), &site.site().random)).unwrap(), site.now());
        site.write(move |tx| {
            Ok(account::set_password(tx, aino, &hash, PasswordKind::Temporary, now)?)
        });
        let mut visitor = site.visitor();
        visitor.get("/sign-in");
        let fields = [("email", AINO), ("password", "abcd-efgh-jkmn"), ("next", "/account/log")];
        let answer = visitor.post("/sign-in", &fields);
        assert_leads_to(&answer, "/account/password?next=%2Faccount%2Flog");
        assert_leads_to(&visitor.get("/account"), "/account/password");
        // A bell would listen where they may not yet.
        for page in ["/account/password", "/privacy"] {
            assert!(!visitor.get(page).text().contains("data-bell"), "{page}");
        }
        assert_eq!(visitor.get("/privacy").status, 200);
        let form = visitor.get("/account/password?next=%2Faccount%2Flog");
        assert_says(&form, 200, "väliaikaisella");
        let same = visitor.post("/account/password", &[("password", "abcd-efgh-jkmn"), ("next", "/account/log")]);
        assert_says(&same, 422, "Valitse toinen salasana");
        let done = visitor.post("/account/password", &[("password", OTHER), ("next", "/account/log")]);
        assert_leads_to(&done, "/account/log");
        assert!(is_in(&mut visitor));
        assert!(visitor.get("/privacy").text().contains("data-bell"));
    }

    fn a_new_sign_in_ends_the_session_it_replaces(site) {
        let aino = aino(&site);
        let mut visitor = site.visitor();
        sign_in(&mut visitor, AINO, PASSWORD);
        let first = visitor.cookie("session").unwrap().to_owned();
        let page = visitor.get("/account/password");
        assert_eq!(page.status, 200);
        visitor.post("/sign-in", &[("email", AINO), ("password", PASSWORD), ("next", "")]);
        assert_ne!(visitor.cookie("session"), Some(first.as_str()));
        let count = site.read(move |tx| {
            Ok(tx.one("SELECT COUNT(*) FROM session WHERE person = ?1", &[&aino], |row| row.get::<i64>(0))?)
        });
        assert_eq!(count, 1);
    }

    fn signing_out_works_from_a_page_of_any_age(site) {
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        assert_leads_to(&visitor.post_raw("/sign-out", &[("_form", "old")]), "/");
        assert_eq!(visitor.cookie("session"), None);
        assert!(!is_in(&mut visitor));
    }
}

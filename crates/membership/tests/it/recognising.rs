use kafferum_platform::policy::Role;
use kafferum_testkit::http::Response;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

use super::applying::guest;
use super::roll::{apply_file, member};
use super::{act, count, subjects};

pub(crate) fn claim(by: &mut Visitor<'_>, number: &str, born: &str) -> Response {
    act(by, "/recognise", "/recognise", &[("number", number), ("birth-date", born)])
}

fn account(by: &mut Visitor<'_>, page: &Response, email: &str, pseudonym: &str) -> Response {
    let token = page.field_value("token").expect("a token");
    by.post(
        "/recognise/account",
        &[
            ("token", &token),
            ("email", email),
            ("pseudonym", pseudonym),
            ("lang", "sv"),
            ("password", "kolme kuppia kahvia"),
            ("house-rules", "yes"),
        ],
    )
}

/// A browser in another network.
fn elsewhere(site: &TestSite, network: u8) -> Visitor<'_> {
    site.visitor().from_ip([198, 51, network, 1])
}

fn with_roll(site: &TestSite) {
    apply_file(site, &[member(1, "a@rekisteri.example", "14.3.1985"), member(2, "", "1.1.1990")]);
}

on_both! {
    fn a_member_comes_in_by_number_and_birthday_and_is_in_the_room_at_once(site) {
        with_roll(&site);
        let mut browser = site.visitor();
        let page = claim(&mut browser, " 1 ", "14.3.1985");
        assert_eq!(page.status, 200, "{}", page.text());
        let answer = account(&mut browser, &page, "oma@testi.example", "Aamukaste");
        assert_eq!(answer.header("location"), Some("/coffee-room"), "{}", answer.text());
        assert_eq!(browser.get("/coffee-room").status, 200);
        assert!(browser.get("/account").text().contains("Medlem"));
        // As by every other way in: the session's cookie and the device's.
        let cookies = answer.headers.get_all("set-cookie").iter();
        let kept = cookies.filter(|cookie| cookie.to_str().expect("text").contains("Max-Age=34560000"));
        assert_eq!(kept.count(), 2);
        assert!(browser.cookie("device").is_some());
        // The token worked once.
        let again = account(&mut site.visitor(), &page, "x@testi.example", "Toinen");
        assert_eq!(again.status, 422);
        // From now on the number has an account: the answer is that of a
        // stranger, and the owner hears of it once a day.
        for _ in 0..2 {
            let answer = claim(&mut site.visitor(), "1", "1985-03-14");
            assert_eq!((answer.status, answer.field_value("token")), (422, None));
        }
        site.settle();
        // The address hears of the account at once, in words that would tell a
        // stranger nothing.
        let mut mails = site.mails_to("oma@testi.example").into_iter();
        let made = mails.find(|mail| mail.body.contains("Ditt konto är klart")).expect("a mail");
        for told in ["Jäsen", "Yksi", "Aamukaste", "medlem", "förbund", "kafferum"] {
            assert!(!made.body.replace("kafferum.test", "").contains(told), "{told}");
        }
        assert_eq!(subjects(&site, "oma@testi.example"), ["Ditt konto", "Ditt konto"]);
    }

    fn a_double_click_leaves_the_browser_signed_in(site) {
        with_roll(&site);
        let (mut first, mut second) = (site.visitor(), site.visitor());
        let page = claim(&mut first, "1", "14.3.1985");
        let (token, form) = (page.field_value("token").expect("a token"), first.token());
        let fields = [
            ("token", &*token), ("email", "oma@testi.example"), ("pseudonym", "Oma"),
            ("lang", "fi"), ("password", "kolme kuppia kahvia"), ("house-rules", "yes"),
            ("_form", &*form),
        ];
        for browser in [&mut first, &mut second] {
            let answer = browser.post_raw("/recognise/account", &fields);
            assert_eq!(answer.header("location"), Some("/coffee-room"), "{}", answer.text());
        }
        assert_eq!(first.cookie("session"), second.cookie("session"));
        assert_eq!(second.get("/coffee-room").status, 200);
    }

    fn a_guesser_learns_nothing_and_is_slowed_down(site) {
        with_roll(&site);
        let said = |text: String| {
            let errors = text.split("class=\"errors\"").nth(1).expect("errors").to_owned();
            errors.split("</div>").next().expect("an end").to_owned()
        };
        let wrong_day = claim(&mut site.visitor(), "1", "15.3.1985");
        let wrong_number = claim(&mut site.visitor(), "7", "14.3.1985");
        let no_date = claim(&mut site.visitor(), "1", "ei tiedossa");
        assert_eq!(said(wrong_day.text()), said(wrong_number.text()));
        assert_eq!(said(wrong_day.text()), said(no_date.text()));
        for _ in 0..3 {
            claim(&mut site.visitor(), "1", "15.3.1985");
        }
        let slowed = claim(&mut site.visitor(), "1", "14.3.1985");
        assert_eq!((slowed.status, slowed.field_value("token")), (422, None));
        assert!(slowed.text().contains("Yritä huomenna"), "{}", slowed.text());
        // Neither others nor the owner elsewhere are held up, and the day passes.
        assert_eq!(claim(&mut site.visitor(), "2", "1.1.1990").status, 200);
        assert_eq!(claim(&mut elsewhere(&site, 1), "1", "14.3.1985").status, 200);
        site.pass(16 * 60_000);
        assert_eq!(claim(&mut site.visitor(), "1", "14.3.1985").status, 422);
        site.pass_days(1);
        assert_eq!(claim(&mut site.visitor(), "1", "14.3.1985").status, 200);
    }

    fn guesses_from_everywhere_shut_a_number_for_a_day_and_a_registrar_hears_of_it(site) {
        with_roll(&site);
        let registrar = site.staff("Rekisteri", Role::Registrar);
        for number in ["1", "99"] {
            for network in 0..5 {
                for _ in 0..4 {
                    let answer = claim(&mut elsewhere(&site, network), number, "15.3.1985");
                    assert!(!answer.text().contains("Yritä huomenna"), "{network}");
                }
            }
            let shut = claim(&mut elsewhere(&site, 9), number, "14.3.1985");
            assert!(shut.text().contains("Yritä huomenna"), "{number}");
        }
        // Of a number that the roll has, once, and not which.
        let told = site.read(move |tx| {
            let sql = "SELECT body FROM mail WHERE person = ?1 AND kind = 'guesses'";
            Ok(tx.query(sql, &[&registrar], |row| row.get::<String>(0))?)
        });
        assert!(told.len() == 1 && told.concat().contains("20 kertaa"), "{told:?}");
        let log = "SELECT COUNT(*) FROM audit WHERE action = 'recognition-guessed' AND detail = '1'";
        assert_eq!(count(&site, log), 1);
        site.pass_days(1);
        assert_eq!(claim(&mut elsewhere(&site, 9), "1", "14.3.1985").status, 200);
    }

    fn one_network_can_not_go_through_all_numbers(site) {
        with_roll(&site);
        for number in 100..200 {
            claim(&mut site.visitor(), &number.to_string(), "14.3.1985");
        }
        assert_eq!(claim(&mut site.visitor(), "1", "14.3.1985").status, 422);
        assert_eq!(claim(&mut elsewhere(&site, 1), "1", "14.3.1985").status, 200);
    }

    fn a_guest_who_is_a_member_keeps_the_account(site) {
        with_roll(&site);
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        let mut browser = site.as_person(aino);
        let answer = claim(&mut browser, "1", "14.3.1985");
        assert_eq!(answer.header("location"), Some("/coffee-room"), "{}", answer.text());
        site.pass_days(40);
        assert!(site.as_person(aino).get("/account").text().contains("Jäsen"));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM person WHERE pseudonym = 'Aamukaste'"), 1);
        // One account, one entry.
        let mut other = site.as_person(guest(&site, "b@testi.example", "Toinen"));
        assert_eq!(claim(&mut other, "1", "14.3.1985").status, 422);
    }

    fn an_address_in_use_is_written_to_and_nothing_else_happens(site) {
        with_roll(&site);
        guest(&site, "aino@testi.example", "Aamukaste");
        let mut browser = site.visitor();
        let page = claim(&mut browser, "1", "14.3.1985");
        let answer = account(&mut browser, &page, "AINO@testi.example", "Uusi nimi");
        assert_eq!(answer.header("location"), Some("/recognise/mail"));
        site.settle();
        assert!(subjects(&site, "aino@testi.example").contains(&"Tunnuksesi".to_owned()));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM roll_entry WHERE person IS NOT NULL"), 0);
    }

    fn the_house_rules_that_are_accepted_are_those_that_were_shown(site) {
        with_roll(&site);
        let mut browser = site.visitor();
        let page = claim(&mut browser, "1", "14.3.1985");
        let seen = page.field_value("rules").expect("what the rules are known by");
        site.set("membership-house-rules.fi", "Uudet säännöt.");
        let token = page.field_value("token").expect("a token");
        let mut send = |seen: &str| {
            browser.post(
                "/recognise/account",
                &[
                    ("token", &*token), ("email", "oma@testi.example"), ("pseudonym", "Oma"),
                    ("lang", "fi"), ("password", "kolme kuppia kahvia"), ("house-rules", "yes"),
                    ("rules", seen),
                ],
            )
        };
        let again = send(&seen);
        assert_eq!(again.status, 422);
        assert!(again.text().contains("muutti tätä tekstiä"), "{}", again.text());
        let seen = again.field_value("rules").expect("the new ones");
        assert_eq!(send(&seen).header("location"), Some("/coffee-room"));
    }

    fn the_form_of_a_recognised_member_is_checked_and_keeps_its_token(site) {
        with_roll(&site);
        guest(&site, "aino@testi.example", "Aamukaste");
        let mut browser = site.visitor();
        let page = claim(&mut browser, "2", "1.1.1990");
        for (pseudonym, status) in [("Aamukaste", 422), ("Jäsen Kaksikko", 422), ("Ihan oma", 303)] {
            let answer = account(&mut browser, &page, "oma@testi.example", pseudonym);
            assert_eq!(answer.status, status, "{pseudonym}");
        }
    }

    fn whoever_took_too_long_is_recognised_again_and_has_lost_nothing(site) {
        with_roll(&site);
        let mut browser = site.visitor();
        let page = claim(&mut browser, "1", "14.3.1985");
        site.pass(31 * 60_000);
        let late = account(&mut browser, &page, "hidas@testi.example", "Myöhästyjä");
        assert_eq!(late.status, 422);
        assert!(late.text().contains("Aikaa ehti kulua liikaa"), "{}", late.text());
        let typed = [("email", "hidas@testi.example"), ("pseudonym", "Myöhästyjä"), ("lang", "sv")];
        for (name, value) in typed {
            assert_eq!(late.field_value(name).as_deref(), Some(value));
        }
        // Also past a slip.
        let mut again = late;
        for (born, status) in [("15.3.1985", 422), ("14.3.1985", 200)] {
            let kept = ["email", "pseudonym", "lang"].map(|name| again.field_value(name));
            let [email, pseudonym, lang] = kept.map(|value| value.expect("what was typed"));
            let fields = [
                ("number", "1"), ("birth-date", born), ("email", &*email),
                ("pseudonym", &*pseudonym), ("lang", &*lang),
            ];
            again = browser.post("/recognise", &fields);
            assert_eq!(again.status, status, "{}", again.text());
        }
        for (name, value) in &typed[..2] {
            assert_eq!(again.field_value(name).as_deref(), Some(*value));
        }
        assert!(again.text().contains("value=\"sv\" checked"), "{}", again.text());
        let made = account(&mut browser, &again, "hidas@testi.example", "Myöhästyjä");
        assert_eq!(made.header("location"), Some("/coffee-room"), "{}", made.text());
    }
}

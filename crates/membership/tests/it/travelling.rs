use kafferum_platform::clock::{DAY, HOUR};
use kafferum_platform::people::{Basis, MembershipKind, store};
use kafferum_testkit::on_both;

use super::{act, count, of, page_of, register, subjects};

on_both! {
    fn the_reminder_comes_before_the_end_of_the_trial(site) {
        let admin = site.staff("Talkkari", kafferum_platform::policy::Role::Administrator);
        let mut talkkari = site.as_person(admin);
        let (trial, reminder) =
            ("/admin/settings/membership-trial-days", "/admin/settings/membership-reminder-day");
        let mut set = |path: &str, days: &str| {
            let seen = talkkari.get(path).field_value("seen").expect("a mark");
            talkkari.post(path, &[("value", days), ("seen", &seen)])
        };
        for (path, days) in [(reminder, "30"), (reminder, "31"), (trial, "14"), (trial, "13")] {
            let answer = set(path, days);
            assert_eq!(answer.status, 422, "{path} {days}");
            assert!(answer.text().contains("Tämän pitää olla"), "{}", answer.text());
        }
        assert_eq!(set(trial, "60").status, 303);
        assert_eq!(set(reminder, "45").status, 303);
        // Going back to the default would put the end before the reminder.
        let mut clear = |path: &str| {
            let seen = talkkari.get(path).field_value("seen").expect("a mark");
            talkkari.post(&format!("{path}/default"), &[("seen", &seen)])
        };
        let answer = clear(trial);
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains("45") && answer.text().contains("value=\"60\""), "{}", answer.text());
        assert_eq!(clear(reminder).status, 303);
        assert_eq!(clear(trial).status, 303);
    }

    fn a_mail_that_did_not_arrive_is_told_on_the_road(site) {
        let aino = register(&site, "aino@testi.example", "Aamukaste", &[]);
        site.pass_days(14);
        let path = page_of(&site, aino);
        let mut raija = super::registrar(&site);
        assert!(!raija.get(&path).text().contains("Ei mennyt perille"));
        site.write(|tx| Ok(tx.execute("UPDATE mail SET state = 'refused' WHERE kind = 'reminder'", &[])?));
        let page = raija.get(&path).text();
        let (_, step) = page.split_once("Muistutus lähetetty").expect("the reminder");
        let step = step.split("</li>").next().unwrap_or_default();
        assert!(step.contains("Ei mennyt perille"), "{page}");
        assert_eq!(page.matches("Ei mennyt perille").count(), 1, "the others arrived");
    }

    fn a_guest_is_reminded_once_and_told_when_the_door_closes(site) {
        let aino = register(&site, "aino@testi.example", "Aamukaste", &[]);
        site.settle();
        site.pass_days(13);
        assert_eq!(of(&site, aino, "reminder"), Vec::<String>::new());
        site.pass_days(1);
        assert_eq!(of(&site, aino, "reminder"), ["sent"]);
        site.pass_days(15);
        assert_eq!(of(&site, aino, "trial-lock"), Vec::<String>::new());
        assert_eq!(site.as_person(aino).get("/join/application").status, 303, "must change password");
        site.pass_days(1);
        assert_eq!(of(&site, aino, "trial-lock"), ["sent"]);
        for _ in 0..5 {
            site.pass_days(30);
        }
        let subjects = subjects(&site, "aino@testi.example");
        assert_eq!(subjects, ["Kiitos, että kävit", "Tervetuloa", "Tässä lupaamamme kirje", "Vielä ehdit"]);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM road_ahead"), 0);
    }

    fn a_jump_over_both_days_skips_the_reminder_and_a_jump_back_repeats_nothing(site) {
        let aino = register(&site, "aino@testi.example", "Aamukaste", &[]);
        site.pass_days(100);
        assert_eq!(of(&site, aino, "reminder"), ["skipped trial-over"]);
        assert_eq!(of(&site, aino, "trial-lock"), ["sent"]);
        site.pass(-100 * DAY);
        site.settle();
        let eino = register(&site, "eino@testi.example", "Iltavuoro", &[]);
        site.pass(-5 * DAY);
        assert_eq!(site.settle(), 0);
        site.pass_days(5 + 14);
        assert_eq!(of(&site, eino, "reminder"), ["sent"]);
        assert_eq!(of(&site, aino, "reminder").len(), 1);
        assert_eq!(subjects(&site, "aino@testi.example").len(), 3);
    }

    fn nobody_is_reminded_who_is_on_the_way_or_does_not_want_it(site) {
        let declined = register(&site, "b@testi.example", "Kaksi", &[]);
        let joined = register(&site, "c@testi.example", "Kolme", &[]);
        let unasked = register(&site, "d@testi.example", "Neljä", &[("consent", "")]);
        let erased = register(&site, "e@testi.example", "Viisi", &super::WANTS_LETTER);
        site.settle();
        let now = site.now();
        for person in [declined, joined, unasked, erased] {
            site.write(move |tx| {
                let own = kafferum_platform::people::PasswordKind::Own;
                Ok(kafferum_platform::people::account::set_password(tx, person, "none", own, now)?)
            });
        }
        act(&mut site.as_person(declined), "/account/road", "/account/road/decline", &[]);
        site.write(move |tx| {
            let (kind, term) = (MembershipKind::Full, (now, None));
            Ok(store::start_membership(tx, joined, kind, Basis::Roll, term, now)?)
        });
        let whole = std::sync::Arc::clone(site.site());
        site.write(move |tx| {
            for feature in &whole.features {
                (feature.erase)(tx, erased, now)?;
            }
            Ok(())
        });
        site.pass_days(14);
        assert_eq!(of(&site, declined, "reminder"), ["skipped declined"]);
        assert_eq!(of(&site, joined, "reminder"), ["skipped joined"]);
        assert_eq!(of(&site, unasked, "reminder"), ["skipped no-consent"]);
        assert_eq!(of(&site, erased, "reminder"), ["skipped erased"]);
        assert_eq!(of(&site, erased, "join-kit-letter"), ["skipped erased"]);
        site.pass_days(16);
        assert_eq!(of(&site, declined, "trial-lock"), ["skipped declined"]);
        assert_eq!(of(&site, joined, "trial-lock"), ["skipped joined"]);
        assert_eq!(of(&site, unasked, "trial-lock"), ["sent"]);
        assert_eq!(of(&site, erased, "trial-lock"), ["skipped erased"]);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM road_ahead"), 0);
    }

    fn the_union_sets_the_days(site) {
        let aino = register(&site, "aino@testi.example", "Aamukaste", &[]);
        site.set("membership-reminder-day", "3");
        site.set("membership-trial-days", "7");
        site.pass_days(3);
        assert_eq!(of(&site, aino, "reminder"), ["sent"]);
        site.pass(4 * DAY - HOUR * 11);
        site.settle();
        assert_eq!(of(&site, aino, "trial-lock"), Vec::<String>::new());
        site.pass(2 * HOUR);
        site.settle();
        assert_eq!(of(&site, aino, "trial-lock"), ["sent"]);
    }

    fn a_thousand_guests_are_all_taken_care_of_at_once(site) {
        site.write(|tx| {
            for number in 0..1000_i64 {
                tx.execute(
                    "INSERT INTO person (state, pseudonym, pseudonym_key, lang, created_at, trial_started_at)
                     VALUES ('active', ?1, ?1, 'fi', 0, 0)",
                    &[&format!("n{number}")],
                )?;
            }
            tx.execute(
                "INSERT INTO road_ahead (kind, registered_at, person)
                 SELECT 'reminder', 0, id FROM person",
                &[],
            )?;
            Ok(())
        });
        site.settle();
        assert_eq!(count(&site, "SELECT COUNT(*) FROM dispatch WHERE kind = 'reminder'"), 1000);
        assert_eq!(site.settle(), 0);
    }

    fn the_road_is_shown_to_its_owner_and_to_the_registrar_who_is_seen_looking(site) {
        let aino = register(&site, "aino@testi.example", "Aamukaste", &[]);
        site.pass_days(14);
        let now = site.now();
        site.write(move |tx| {
            let own = kafferum_platform::people::PasswordKind::Own;
            Ok(kafferum_platform::people::account::set_password(tx, aino, "none", own, now)?)
        });
        let own = site.as_person(aino).get("/account/road").text();
        let seen = super::registrar(&site).get(&page_of(&site, aino)).text();
        for page in [&own, &seen] {
            for step in ["Rekisteröityminen", "Liittymispaketti lähetetty sähköpostilla", "Muistutus lähetetty",
                         "Syy: kirjettä ei pyydetty.", "päivä 14", "Edessä: kokeilujakson loppu"] {
                assert!(page.contains(step), "{step}: {page}");
            }
        }
        assert!(seen.contains("aino@testi.example") && seen.contains("Vielä ehdit"));
        assert!(site.as_person(aino).get("/account/log").text().contains("Henkilön sivu avattiin"));
    }
}

//! One's own data.

use kafferum_platform::audit;
use kafferum_platform::clock::DAY;
use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::Visitor;

use crate::{AINO, OTHER, PASSWORD, aino, assert_leads_to, assert_says, is_in, sign_in};

fn rename(visitor: &mut Visitor<'_>, pseudonym: &str) -> kafferum_testkit::http::Response {
    visitor.get("/account/pseudonym");
    visitor.post("/account/pseudonym", &[("pseudonym", pseudonym)])
}

on_both! {
    fn every_page_of_an_account_is_shown_in_three_languages(site) {
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        for lang in ["fi", "sv", "en"] {
            visitor.get(&format!("/language/{lang}"));
            for path in [
                "/account", "/account/email", "/account/pseudonym", "/account/language", "/account/contact",
                "/account/password", "/account/sessions", "/account/log", "/account/data",
                "/account/erase", "/goodbye", "/privacy", "/accessibility", "/password/forgot",
                "/password/sent",
            ] {
                let page = visitor.get(path);
                assert_says(&page, 200, &format!("<html lang=\"{lang}\">"));
            }
        }
    }

    fn a_pseudonym_is_changed_three_times_in_thirty_days_and_never_to_anothers(site) {
        let aino = aino(&site);
        site.member("Otso");
        let mut visitor = site.as_person(aino);
        assert_says(&rename(&mut visitor, "  OTSO "), 422, "jo jollakulla");
        assert_says(&rename(&mut visitor, "Moderaattori"), 422, "moderaattorin");
        assert_says(&rename(&mut visitor, "Oma Sukunimi0"), 422, "sukunimesi");
        assert_leads_to(&rename(&mut visitor, "aamukaste"), "/account");
        assert_leads_to(&rename(&mut visitor, "Iltarusko"), "/account");
        assert_leads_to(&rename(&mut visitor, "Yötuuli"), "/account");
        assert_says(&rename(&mut visitor, "Päivänsäde"), 422, "3 kertaa 30 päivässä");
        site.pass(31 * DAY - 1);
        let mut later = site.as_person(aino);
        assert_leads_to(&rename(&mut later, "Päivänsäde"), "/account");
        assert_says(&later.get("/account"), 200, "Päivänsäde");
    }

    fn nobody_goes_by_a_name_that_looks_like_anothers_or_was_anothers_of_late(site) {
        let aino = aino(&site);
        let kaapo = site.member("Kaapo");
        let mut visitor = site.as_person(aino);
        // A capital i for an l, a space, another alphabet, an accent.
        for name in ["KAAPO", "Kaa po", "Кааро", "кааро", "Kaápo", "Ka-a.po"] {
            assert_says(&rename(&mut visitor, name), 422, "jo jollakulla");
        }
        assert_says(&rename(&mut visitor, "Kaa\u{200b}po"), 422, "Käytä kirjaimia");
        assert_leads_to(&rename(&mut site.as_person(kaapo), "Sumu"), "/account");
        assert_says(&rename(&mut visitor, "Kaapo"), 422, "jo jollakulla");
        // One's own comes back; another's is free after a year.
        assert_leads_to(&rename(&mut site.as_person(kaapo), "kaapo"), "/account");
        assert_leads_to(&rename(&mut site.as_person(kaapo), "Sumu"), "/account");
        site.pass(366 * DAY);
        assert_leads_to(&rename(&mut site.as_person(aino), "Kaapo"), "/account");
        assert_says(&rename(&mut site.as_person(kaapo), "Кааро"), 422, "jo jollakulla");
    }

    fn name_and_contact_are_changed_and_the_address_one_signs_in_with_is_not(site) {
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        let seen = visitor.get("/account/contact").field_value("seen").unwrap();
        let fields = [
            ("given_name", "Aino"), ("family_name", "Virtanen"), ("phone", "040 1234567"),
            ("street", "Kahvikuja 1"), ("postal_code", "00100"), ("city", "Helsinki"),
            ("region", "Pohjanmaa"), ("seen", &*seen),
        ];
        let done = visitor.post_and_follow("/account/contact", &fields);
        assert_says(&done, 200, "Kahvikuja 1, 00100 Helsinki");
        assert_says(&done, 200, AINO);
        visitor.get("/account/contact");
        let empty = visitor.post("/account/contact", &[("given_name", ""), ("family_name", "V")]);
        assert_says(&empty, 422, "Täytä tämä: Etunimi");
    }

    fn details_are_checked_as_they_are_when_one_registers(site) {
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        let seen = visitor.get("/account/contact").field_value("seen").unwrap();
        let good = [
            ("given_name", "Aino"), ("family_name", "Virtanen"), ("phone", "040 1234567"),
            ("postal_code", "00100"), ("region", "Pohjanmaa"), ("seen", &*seen),
        ];
        for (field, text, sentence) in [
            ("phone", "kotona", "puhelinnumero numeroin"),
            ("postal_code", "00100!", "Kirjoita postinumero"),
            ("region", "Atlantis", "Valitse alue luettelosta"),
        ] {
            let bad = good.map(|(name, value)| (name, if name == field { text } else { value }));
            visitor.get("/account/contact");
            let answer = visitor.post("/account/contact", &bad);
            assert_says(&answer, 422, sentence);
            assert_says(&answer, 422, "value=\"Virtanen\"");
        }
        // The region is kept by one name and shown by that of the language.
        visitor.get("/account/contact");
        assert_leads_to(&visitor.post("/account/contact", &good), "/account");
        for (lang, name) in [("sv", "Österbotten"), ("en", "Ostrobothnia"), ("fi", "Pohjanmaa")] {
            visitor.get(&format!("/language/{lang}"));
            assert_says(&visitor.get("/account"), 200, name);
        }
        // One of an older list stays as it is.
        site.set("union-regions", "Länsi, Itä");
        let seen = visitor.get("/account/contact").field_value("seen").unwrap();
        let fields = good.map(|(name, value)| (name, if name == "seen" { &*seen } else { value }));
        assert_leads_to(&visitor.post("/account/contact", &fields), "/account");
    }

    fn nobody_saves_over_details_that_they_have_not_seen(site) {
        let aino = aino(&site);
        let (mut one, mut other) = (site.as_person(aino), site.as_person(aino));
        let seen = one.get("/account/contact").field_value("seen").unwrap();
        other.get("/account/contact");
        let change = |by: &mut Visitor<'_>, street: &str, region: &str, seen: &str| {
            by.post("/account/contact", &[
                ("given_name", "Aino"), ("family_name", "Virtanen"), ("street", street),
                ("region", region), ("seen", seen),
            ])
        };
        assert_leads_to(&change(&mut one, "Kahvikuja 1", "Uusimaa", &seen), "/account");
        let late = change(&mut other, "Teekuja 2", "", &seen);
        // Both are shown: what stands, and what was typed.
        assert_says(&late, 422, "Kahvikuja 1");
        assert_says(&late, 422, "value=\"Teekuja 2\"");
        assert_says(&late, 422, "Uusimaa");
        assert_says(&site.as_person(aino).get("/account"), 200, "Kahvikuja 1");
        let seen = late.field_value("seen").unwrap();
        assert_leads_to(&change(&mut other, "Teekuja 2", "Uusimaa", &seen), "/account");
        assert_says(&other.get("/account"), 200, "Teekuja 2");
    }

    fn a_language_is_kept_for_pages_and_mails(site) {
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        visitor.get("/account/language");
        let done = visitor.post_and_follow("/account/language", &[("language", "sv")]);
        assert_says(&done, 200, "Mina uppgifter");
        visitor.get("/account/language");
        assert_says(&visitor.post("/account/language", &[("language", "de")]), 422, "Välj ett");
        assert_leads_to(&visitor.get("/language/en?back=/account/log"), "/account/log");
        assert_says(&visitor.get("/account"), 200, "My details");
        assert_leads_to(&visitor.get("/language/fi?back=//evil.example"), "/");
        assert_eq!(visitor.get("/language/de").status, 404);
        assert!(visitor.get("/search?q=x").text().contains("href=\"/language/fi?back=/search%3Fq%3Dx\""));
    }

    fn a_password_is_changed_after_the_old_one_and_other_sessions_end(site) {
        let aino = aino(&site);
        let mut elsewhere = site.as_person(aino);
        let mut visitor = site.as_person(aino);
        let mut change = |old: &str, new: &str| {
            visitor.get("/account/password");
            visitor.post("/account/password", &[("old_password", old), ("password", new), ("next", "")])
        };
        assert_says(&change("väärä salasana", OTHER), 422, "Salasana ei ole oikein");
        assert_says(&change(PASSWORD, PASSWORD), 422, "Valitse toinen salasana");
        assert_says(&change(PASSWORD, "salasana1234"), 422, "arvataan");
        assert_leads_to(&change(PASSWORD, OTHER), "/account");
        assert!(is_in(&mut visitor));
        assert!(!is_in(&mut elsewhere));
        assert_leads_to(&sign_in(&mut site.visitor(), AINO, OTHER), "/");
    }

    fn the_old_password_can_not_be_guessed_from_an_open_session(site) {
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        visitor.get("/account/password");
        for number in 0..9 {
            let old = format!("arvaus numero {number}");
            let fields = [("old_password", &*old), ("password", OTHER), ("next", "")];
            let answer = visitor.post("/account/password", &fields);
            assert_eq!(answer.status, if number < 8 { 422 } else { 429 });
        }
    }

    fn sessions_are_listed_and_ended_by_their_owner_alone(site) {
        let aino = aino(&site);
        let otto = site.member("Otso");
        let (mut home, mut phone) = (site.as_person(aino), site.as_person(aino));
        let mut stranger = site.as_person(otto);
        let page = home.get("/account/sessions");
        assert_says(&page, 200, "tämä laite");
        let name = page.field_value("session").expect("another session");
        stranger.get("/account/sessions");
        stranger.post("/account/sessions/end", &[("session", &name)]);
        assert!(is_in(&mut phone));
        home.get("/account/sessions");
        assert_leads_to(&home.post("/account/sessions/end", &[("session", &name)]), "/account/sessions");
        assert!(!is_in(&mut phone));
        let mut tablet = site.as_person(aino);
        home.get("/account/sessions");
        assert_leads_to(&home.post("/account/sessions/end-others", &[]), "/account/sessions");
        assert!(!is_in(&mut tablet));
        assert!(is_in(&mut home));
    }

    fn the_log_tells_who_looked_by_their_role(site) {
        let aino = aino(&site);
        let office = site.staff("Toimisto", Role::Registrar);
        let now = site.now();
        site.write(move |tx| {
            Ok(audit::record(tx, Some(office), "contact-changed", Some(aino), "", now + 1)?)
        });
        let page = site.as_person(aino).get("/account/log");
        assert_says(&page, 200, "Jäsenrekisterin hoitaja");
        assert_says(&page, 200, "Nimi tai yhteystiedot muutettiin");
        assert!(!page.text().contains("Toimisto</td>"));
    }

    fn everything_about_a_person_comes_in_one_document(site) {
        let aino = aino(&site);
        site.member("Otso");
        let mut visitor = site.as_person(aino);
        visitor.get("/account/data");
        let file = visitor.post("/account/data", &[]);
        assert_eq!(file.header("content-type"), Some("application/json"));
        let document: serde_json::Value = serde_json::from_slice(&file.body).unwrap();
        assert_eq!(document["data"]["platform"]["person"]["email"], AINO);
        assert!(!file.text().contains("henkilo1"));
        assert_says(&visitor.get("/account/log"), 200, "Omat tiedot ladattiin");
    }

    fn an_erased_account_is_gone_and_its_name_is_nowhere(site) {
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        visitor.get("/account/erase");
        let wrong = visitor.post("/account/erase", &[("password", OTHER), ("certain", "yes")]);
        assert_says(&wrong, 422, "Salasana ei ole oikein");
        let unsure = visitor.post("/account/erase", &[("password", PASSWORD)]);
        assert_says(&unsure, 422, "Täytä tämä");
        let done = visitor.post("/account/erase", &[("password", PASSWORD), ("certain", "yes")]);
        assert_leads_to(&done, "/goodbye");
        assert_says(&visitor.get("/goodbye"), 200, "Tunnuksesi on poistettu");
        assert!(!is_in(&mut visitor));
        assert_says(&sign_in(&mut site.visitor(), AINO, PASSWORD), 422, "eivät sovi yhteen");
        let left = site.read(move |tx| {
            Ok(tx.one(
                "SELECT (SELECT COUNT(*) FROM identity WHERE person = ?1)
                      + (SELECT COUNT(*) FROM credential WHERE person = ?1)
                      + (SELECT COUNT(*) FROM session WHERE person = ?1)
                      + (SELECT COUNT(*) FROM person WHERE id = ?1 AND pseudonym <> '')",
                &[&aino],
                |row| row.get::<i64>(0),
            )?)
        });
        assert_eq!(left, 0);
        // The pseudonym and the address are free for others.
        let newcomer = site.member("Aamukaste");
        assert_ne!(newcomer, aino);
    }
}

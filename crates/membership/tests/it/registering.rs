use kafferum_testkit::on_both;

use super::{WANTS_LETTER, count, dispatches, fields, of, register, send_registration, subjects};

on_both! {
    fn a_visitor_registers_and_gets_two_mails_and_a_road(site) {
        let aino = register(&site, "aino@testi.example", "Aamukaste", &WANTS_LETTER);
        assert_eq!(of(&site, aino, "join-kit-mail"), ["sent"]);
        assert_eq!(of(&site, aino, "join-kit-letter"), Vec::<String>::new());
        site.settle();
        assert_eq!(subjects(&site, "aino@testi.example"), ["Tervetuloa", "Tässä lupaamamme kirje"]);
        let mails = site.mails_to("aino@testi.example");
        let kit = mails.iter().find(|mail| mail.subject.starts_with("Tässä")).expect("the kit");
        assert!(kit.raw.contains("application/pdf") && kit.body.contains("http://kafferum.test/join"));
        let welcome = mails.iter().find(|mail| mail.subject == "Tervetuloa").expect("the password");
        assert!(welcome.body.contains("http://kafferum.test/sign-in\n") || welcome.body.contains("/sign-in\r\n"), "{}", welcome.body);
        let password = welcome.body.lines().map(str::trim).find(|line| {
            line.len() == 14 && line.split('-').count() == 3
        });
        let mut browser = site.visitor();
        browser.get("/sign-in");
        let answer = browser.post(
            "/sign-in",
            &[("email", "aino@testi.example"), ("password", password.expect("a password"))],
        );
        assert!(answer.header("location").expect("in").starts_with("/account/password"));
    }

    fn a_known_address_gets_the_same_answer_and_its_owner_a_mail(site) {
        let answer = |pseudonym: &str| {
            let mut visitor = site.visitor();
            let sent = send_registration(&mut visitor, "aino@testi.example", pseudonym, &[]);
            let shown = visitor.get("/register/done");
            (sent.status, sent.header("location").map(str::to_owned), shown.text().len())
        };
        let first = answer("Aamukaste");
        for pseudonym in ["Toinen", "Kolmas"] {
            assert_eq!(answer(pseudonym), first);
        }
        site.settle();
        let subjects = subjects(&site, "aino@testi.example");
        assert_eq!(subjects, ["Tervetuloa", "Tunnuksesi", "Tässä lupaamamme kirje"]);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM person WHERE state = 'active'"), 1);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM road"), 1);
        // A day later the owner is told again.
        site.pass_days(1);
        assert_eq!(answer("Neljäs"), first);
        site.settle();
        assert_eq!(super::subjects(&site, "aino@testi.example").len(), 4);
    }

    fn what_is_to_be_mended_stands_in_the_order_of_the_fields(site) {
        let more = [("given-name", ""), ("email", "x"), ("pseudonym", ""), ("region", "Kuu"), ("phone", "y"), ("house-rules", "")];
        let answer = send_registration(&mut site.visitor(), "", "Yksi", &more);
        assert_eq!(answer.status, 422);
        let fields = ["given-name", "email", "pseudonym", "region", "phone", "house-rules"];
        assert_eq!(super::to_mend(&answer.text()), fields);
    }

    fn a_letter_without_consent_is_told_beside_the_field(site) {
        let more = [WANTS_LETTER.as_slice(), &[("consent", "")]].concat();
        let answer = send_registration(&mut site.visitor(), "a@testi.example", "Yksi", &more);
        assert_eq!(answer.status, 422);
        let page = answer.text();
        let told = page.contains("href=\"#consent\">Kirje vaatii luvan") && page.contains("value=\"Katu 1\"");
        assert!(told, "{page}");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM person"), 0);
    }

    fn the_words_that_are_agreed_to_are_the_unions_and_those_that_were_read(site) {
        site.set("membership-register-consent.fi", "Liitto saa kirjoittaa minulle runon.");
        let mut visitor = site.visitor();
        let page = visitor.get("/register");
        assert!(page.text().contains("<span>Liitto saa kirjoittaa minulle runon.</span>"), "{}", page.text());
        let seen = page.field_value("words").expect("what the words are known by");
        // The union changes them while the form lies open.
        site.set("membership-register-consent.fi", "Liitto saa kirjoittaa minulle laulun.");
        let form = fields("a@testi.example", "Yksi", &[("words", &seen)]);
        let again = visitor.post("/register", &form);
        assert_eq!(again.status, 422);
        assert!(again.text().contains("href=\"#consent\">Liitto muutti"), "{}", again.text());
        let seen = again.field_value("words").expect("the new ones");
        // So it is with the house rules.
        let rules = again.field_value("rules").expect("what the rules are known by");
        site.set("membership-house-rules.fi", "Uudet säännöt.");
        let form = fields("a@testi.example", "Yksi", &[("words", &seen), ("rules", &rules)]);
        let again = visitor.post("/register", &form);
        assert_eq!(again.status, 422);
        assert!(again.text().contains("href=\"#house-rules\">Liitto muutti"), "{}", again.text());
        let rules = again.field_value("rules").expect("the new ones");
        let form = fields("a@testi.example", "Yksi", &[("words", &seen), ("rules", &rules)]);
        assert_eq!(visitor.post("/register", &form).status, 303);
        let agreed = "SELECT COUNT(*) FROM consent c JOIN consent_text t ON t.version = c.text_version
                      WHERE c.kind = 'join-letter' AND t.body = 'Liitto saa kirjoittaa minulle laulun.'";
        assert_eq!(count(&site, agreed), 1);
    }

    fn without_consent_or_address_nothing_is_sent_and_each_skip_has_its_reason(site) {
        let [none, mail, both] = [
            ("a@testi.example", "Yksi", vec![("consent", "")]),
            ("b@testi.example", "Kaksi", vec![]),
            ("c@testi.example", "Kolme", WANTS_LETTER.to_vec()),
        ]
        .map(|(email, pseudonym, more)| register(&site, email, pseudonym, &more));
        assert_eq!(dispatches(&site), [
            format!("{none} join-kit-letter skipped no-consent"),
            format!("{none} join-kit-mail skipped no-consent"),
            format!("{mail} join-kit-letter skipped letter-not-wanted"),
            format!("{mail} join-kit-mail sent"),
            format!("{both} join-kit-mail sent"),
        ]);
        site.settle();
        assert_eq!(subjects(&site, "a@testi.example"), ["Tervetuloa"]);
    }

    fn what_is_wrong_is_told_beside_the_field_and_what_was_typed_is_kept(site) {
        for (field, value, key) in [
            ("email", "aino", "not-a-mail-address"),
            ("phone", "kotona", "phone-wrong"),
            ("region", "Kuu", "region-unknown"),
            ("relation", "kissa", "membership-relation-unknown"),
            ("lang", "xx", "membership-lang-unknown"),
            ("pseudonym", "Iloinen Virtanen", "pseudonym-own-name"),
            ("house-rules", "", "membership-register-house-rules"),
            ("letter", "yes", "membership-address-needed"),
        ] {
            let answer = send_registration(&mut site.visitor(), "aino@testi.example", "Aamukaste", &[(field, value)]);
            let text = answer.text();
            assert_eq!(answer.status, 422, "{field}");
            let said = site.site().texts.plain(kafferum_platform::texts::Lang::Fi, key);
            assert!(text.contains(&said.replace('\'', "&#39;")), "{field}: {said}");
            assert!(text.contains("value=\"Virtanen\""), "{field}");
        }
        assert_eq!(count(&site, "SELECT COUNT(*) FROM person"), 0);
    }

    fn a_pseudonym_that_is_taken_is_told_whoever_asks(site) {
        register(&site, "aino@testi.example", "Aamukaste", &[]);
        for email in ["aino@testi.example", "toinen@testi.example"] {
            let answer = send_registration(&mut site.visitor(), email, "AAMUKASTE", &[]);
            assert_eq!(answer.status, 422, "{email}");
        }
    }

    fn a_pseudonym_does_not_tell_whether_the_address_beside_it_was_known(site) {
        register(&site, "aino@testi.example", "Aamukaste", &[]);
        for (email, pseudonym) in [("aino@testi.example", "Yksi"), ("uusi@testi.example", "Kaksi")]
        {
            let ask = |email| send_registration(&mut site.visitor(), email, pseudonym, &[]);
            assert_eq!(ask(email).status, 303, "{email}");
            assert_eq!(ask("kolmas@testi.example").status, 422, "{email}");
        }
    }

    fn a_form_sent_twice_registers_once(site) {
        let mut browser = site.visitor();
        browser.get("/register");
        let token = browser.token();
        let mut all = fields("aino@testi.example", "Aamukaste", &[]);
        all.push(("_form", &token));
        for _ in 0..2 {
            assert_eq!(browser.post_raw("/register", &all).status, 303);
        }
        site.settle();
        assert_eq!(subjects(&site, "aino@testi.example").len(), 2);
    }

    fn one_network_can_not_register_without_end(site) {
        for number in 0..60 {
            register(&site, &format!("a{number}@testi.example"), &format!("Nimi {number}"), &[]);
        }
        let answer = send_registration(&mut site.visitor(), "b@testi.example", "Yksi liikaa", &[]);
        assert_eq!(answer.status, 422);
        let other = &mut site.visitor().from_ip([198, 51, 100, 7]);
        assert_eq!(send_registration(other, "b@testi.example", "Muualta", &[]).status, 303);
    }
}

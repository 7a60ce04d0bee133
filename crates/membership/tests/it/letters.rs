use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;

use super::{WANTS_LETTER, act, count, of, page_of, register, registrar};

on_both! {
    fn nothing_goes_out_on_paper_before_the_union_has_an_address(site) {
        let setting = "/admin/settings/membership-return-address";
        let mut talkkari = site.as_person(site.staff("Talkkari", Role::Administrator));
        // What a site has that has just been set up.
        let seen = talkkari.get(setting).field_value("seen").expect("a mark");
        let cleared = talkkari.post(&format!("{setting}/default"), &[("seen", &seen)]);
        assert_eq!(cleared.status, 303, "{}", cleared.text());
        let aino = register(&site, "a@testi.example", "Yksi", &WANTS_LETTER);
        site.settle();
        let mails = site.mails_to("a@testi.example");
        let kit = mails.iter().find(|mail| mail.subject.starts_with("Tässä")).expect("the kit");
        assert!(kit.body.contains("http://kafferum.test/join"), "{}", kit.body);
        assert!(!kit.body.contains("Liitteenä") && !kit.raw.contains("application/pdf"), "{}", kit.raw);

        let both = site.staff("Rekisteri", Role::Registrar);
        let mut raija = site.as_person(both);
        let page = raija.get("/registrar/letters").text();
        assert!(page.contains("palautusosoite puuttuu") && page.contains("Pyydä ylläpitäjää"), "{page}");
        let refused = raija.post("/registrar/letters/print", &[]);
        assert!(refused.status == 422 && refused.text().contains("palautusosoite puuttuu"));
        assert_eq!(of(&site, aino, "join-kit-letter"), Vec::<String>::new());
        assert_eq!(count(&site, "SELECT COUNT(*) FROM letter WHERE state = 'waiting'"), 1);
        // Who may set it is led there.
        let link = format!("href=\"{setting}\"");
        site.give(both, Role::Administrator, false);
        assert!(raija.get("/registrar/letters").text().contains(&link));
        assert!(talkkari.get("/admin").text().contains(&link));

        let seen = talkkari.get(setting).field_value("seen").expect("a mark");
        let given = [("value", "Liitto, Katu 2, 00100 HELSINKI"), ("seen", &seen)];
        assert_eq!(talkkari.post(setting, &given).status, 303);
        assert!(!talkkari.get("/admin").text().contains(&link));
        act(&mut raija, "/registrar/letters", "/registrar/letters/print", &[]);
        assert_eq!(of(&site, aino, "join-kit-letter"), ["sent"]);
        assert_eq!(raija.get("/registrar/letters/1/pdf").status, 200);
        let seen = talkkari.get(setting).field_value("seen").expect("a mark");
        let cleared = talkkari.post(&format!("{setting}/default"), &[("seen", &seen)]);
        assert_eq!(cleared.status, 303, "{}", cleared.text());
        let gone = raija.get("/registrar/letters/1/pdf");
        assert_eq!(gone.header("location"), Some("/registrar/letters"));
    }

    fn letters_that_can_not_be_printed_as_they_are_written_are_named(site) {
        register(&site, "a@testi.example", "Yksi", &WANTS_LETTER);
        let odd = [WANTS_LETTER.as_slice(), &[("family-name", "李")]].concat();
        let odd = register(&site, "b@testi.example", "Kaksi", &odd);
        let mut raija = registrar(&site);
        act(&mut raija, "/registrar/letters", "/registrar/letters/print", &[]);
        let page = raija.get("/registrar/letters").text();
        let named = format!("<a href=\"{}\">letters-1.pdf, kirje 2</a>", page_of(&site, odd));
        assert!(page.contains(&named), "{page}");
        assert!(!page.contains("kirje 1<") && !page.contains("李"), "{page}");
    }

    fn a_batch_is_printed_and_one_letter_comes_back(site) {
        let aino = register(&site, "a@testi.example", "Yksi", &WANTS_LETTER);
        let eino = register(&site, "b@testi.example", "Kaksi", &WANTS_LETTER);
        let declined = register(&site, "c@testi.example", "Kolme", &WANTS_LETTER);
        let now = site.now();
        site.write(move |tx| {
            Ok(tx.execute("INSERT INTO decline (person, declined_at) VALUES (?1, ?2)", &[&declined, &now])?)
        });
        let mut raija = registrar(&site);
        let page = raija.get("/registrar/letters").text();
        assert!(page.contains("3 kirjettä odottaa"), "{page}");
        raija.post("/registrar/letters/print", &[]);
        assert_eq!(of(&site, aino, "join-kit-letter"), ["sent"]);
        assert_eq!(of(&site, declined, "join-kit-letter"), ["skipped declined"]);
        let pdf = raija.get("/registrar/letters/1/pdf");
        assert_eq!((pdf.status, pdf.header("content-type")), (200, Some("application/pdf")));
        assert!(pdf.body.starts_with(b"%PDF") && pdf.body.len() > 10_000);
        // Nothing is left to print.
        act(&mut raija, "/registrar/letters", "/registrar/letters/print", &[]);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM letter_batch"), 1);

        let code = raija.get(&page_of(&site, aino)).text();
        let code = code.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).expect("a code").to_owned();
        let path = "/registrar/letters/returned";
        let slip = act(&mut raija, "/registrar/letters", path, &[("code", "AAAA-AAAB")]);
        assert_eq!(slip.status, 422);
        let answer = act(&mut raija, "/registrar/letters", path, &[("code", &code.to_lowercase())]);
        assert_eq!(answer.header("location"), Some(page_of(&site, aino).as_str()));
        let again = act(&mut raija, "/registrar/letters", path, &[("code", &code)]);
        assert_eq!(again.status, 422);
        let by_page = format!("{}/returned", page_of(&site, declined));
        assert_eq!(act(&mut raija, "/registrar/letters", &by_page, &[]).status, 400);

        site.pass_days(14);
        assert_eq!(of(&site, aino, "reminder"), ["skipped letter-returned"]);
        assert_eq!(of(&site, eino, "reminder"), ["sent"]);
    }

    fn a_whole_batch_that_is_withheld_keeps_nobody_from_being_printed(site) {
        site.write(|tx| {
            // As many as a batch takes, all of them longer waiting and declined.
            for number in 0..200_i64 {
                tx.execute(
                    "INSERT INTO person (state, pseudonym, pseudonym_key, lang, created_at, trial_started_at)
                     VALUES ('active', ?1, ?1, 'fi', 0, 0)",
                    &[&format!("n{number}")],
                )?;
            }
            for sql in [
                "INSERT INTO road (person, registered_at, relation, letter_wish)
                 SELECT id, 0, 'assistant', 'wanted' FROM person",
                "INSERT INTO road_ahead (kind, registered_at, person)
                 SELECT 'join-kit-letter', 0, id FROM person",
                "INSERT INTO decline (person, declined_at) SELECT id, 0 FROM person",
                "INSERT INTO letter (person, state, asked_at) SELECT id, 'waiting', 0 FROM person",
            ] {
                tx.execute(sql, &[])?;
            }
            Ok(())
        });
        let aino = register(&site, "a@testi.example", "Yksi", &WANTS_LETTER);
        act(&mut registrar(&site), "/registrar/letters", "/registrar/letters/print", &[]);
        assert_eq!(of(&site, aino, "join-kit-letter"), ["sent"]);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM letter WHERE state = 'withheld'"), 200);
        assert_eq!(count(&site, "SELECT letters FROM letter_batch"), 1);
    }

    fn an_erased_person_is_in_no_batch(site) {
        let aino = register(&site, "a@testi.example", "Yksi", &WANTS_LETTER);
        let mut raija = registrar(&site);
        act(&mut raija, "/registrar/letters", "/registrar/letters/print", &[]);
        let (whole, now) = (std::sync::Arc::clone(site.site()), site.now());
        site.write(move |tx| {
            for feature in &whole.features {
                (feature.erase)(tx, aino, now)?;
            }
            Ok(())
        });
        assert_eq!(raija.get("/registrar/letters/1/pdf").status, 404);
        assert_eq!(raija.get("/registrar/letters/99/pdf").status, 404);
        assert_eq!(raija.get(&page_of(&site, aino)).status, 404);
    }
}

//! What bad input gets: a clear sentence, and nothing changed.

use kafferum_testkit::on_both;

use crate::{AINO, PASSWORD, aino, assert_leads_to, assert_says, is_in, sign_in};

const FORM: Option<&str> = Some("application/x-www-form-urlencoded");

on_both! {
    fn a_form_from_elsewhere_is_refused(site) {
        aino(&site);
        for origin in [Some("https://evil.example"), Some("null"), None] {
            let mut visitor = site.visitor();
            visitor.get("/sign-in");
            let token = visitor.token();
            let mut visitor = visitor.with_origin(origin);
            let fields = [("email", AINO), ("password", PASSWORD), ("next", ""), ("_form", &*token)];
            assert_says(&visitor.post_raw("/sign-in", &fields), 403, "ei tullut tämän sivuston");
            assert!(!is_in(&mut visitor));
        }
    }

    fn a_form_without_a_token_of_ours_is_refused(site) {
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        let mut other = site.visitor();
        other.get("/sign-in");
        let strangers = other.token();
        for token in ["", "abc", strangers.as_str()] {
            let fields = [("pseudonym", "Iltarusko"), ("_form", token)];
            let answer = visitor.post_raw("/account/pseudonym", &fields);
            assert_says(&answer, 403, "Iltarusko");
        }
        assert!(!visitor.get("/account").text().contains("Iltarusko"));
    }

    fn a_form_sent_twice_has_one_effect_and_one_answer(site) {
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        visitor.get("/account/pseudonym");
        let fields = [("pseudonym", "Iltarusko"), ("_form", &*visitor.token())];
        assert_leads_to(&visitor.post_raw("/account/pseudonym", &fields), "/account");
        assert_leads_to(&visitor.post_raw("/account/pseudonym", &fields), "/account");
        let changes = site.read(move |tx| {
            Ok(tx.one(
                "SELECT COUNT(*) FROM audit WHERE subject = ?1 AND action = 'pseudonym-changed'",
                &[&aino],
                |row| row.get::<i64>(0),
            )?)
        });
        assert_eq!(changes, 1);
    }

    fn an_unknown_field_is_refused_and_changes_nothing(site) {
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        visitor.get("/account/pseudonym");
        let answer = visitor.post("/account/pseudonym", &[("pseudonym", "Iltarusko"), ("role", "x")]);
        assert_says(&answer, 400, "jota lomakkeessa ei ole");
        assert!(!visitor.get("/account").text().contains("Iltarusko"));
    }

    fn broken_encoding_is_refused(site) {
        let mut visitor = site.visitor();
        let answer = visitor.send("POST", "/sign-in", FORM, b"email=%ff%fe&password=x".to_vec());
        assert_says(&answer, 400, "joita emme osaa lukea");
        let answer = visitor.send("POST", "/sign-in", Some("text/plain"), b"email=x".to_vec());
        assert_eq!(answer.status, 415);
    }

    fn a_body_that_is_too_large_is_refused(site) {
        let mut visitor = site.visitor();
        let body = format!("email={}", "a".repeat(300 * 1024)).into_bytes();
        assert_says(&visitor.send("POST", "/sign-in", FORM, body), 413, "liian suuri");
        let long = "a".repeat(255);
        assert_says(&sign_in(&mut visitor, &long, PASSWORD), 422, "enintään 254 merkkiä");
    }

    fn odd_cookies_make_a_visitor_and_no_fault(site) {
        for value in ["", "x", "....", "%ff", "AAAA.AAAA", &"A".repeat(3000)] {
            let mut visitor = site.visitor();
            for cookie in ["session", "device", "lang", "flash"] {
                visitor.set_cookie(cookie, value);
            }
            assert_eq!(visitor.get("/privacy").status, 200, "{value}");
            assert_eq!(sign_in(&mut visitor, AINO, PASSWORD).status, 422, "{value}");
        }
    }
}

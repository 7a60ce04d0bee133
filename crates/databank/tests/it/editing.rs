//! Writing articles.

use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;

use super::{FACT, TEXT, but, done, editor, editor_with_articles, enter, publish, says, says_not};

on_both! {
    fn only_editors_get_the_editors_pages(site) {
        publish(&mut editor(&site), "breaks", TEXT);
        let mut member = site.as_person(site.member("Jäsen"));
        let mut adviser = site.as_person(site.staff("Neuvoja", Role::Adviser));
        for path in [
            "/editor", "/editor/articles/new", "/editor/articles/breaks", "/editor/articles/breaks/fi",
            "/editor/articles/breaks/fi/withdraw", "/editor/facts", "/editor/facts/new", "/editor/facts/break-length",
            "/editor/facts/break-length/supersede",
        ] {
            assert_eq!(member.get(path).status, 403, "{path}");
            assert_eq!(adviser.get(path).status, 403, "{path}");
            let sent = site.visitor().get(path).header("location").map(ToOwned::to_owned);
            assert!(sent.is_some_and(|to| to.starts_with("/sign-in")), "{path}");
        }
        let changed = but(TEXT, &[("version", "1"), ("title", "Kaapattu"), ("note", "x")]);
        assert_eq!(member.post("/editor/articles/breaks/fi/publish", &changed).status, 403);
        assert_eq!(member.post("/editor/articles/breaks/fi/withdraw", &[]).status, 403);
        says(&site.visitor().get("/databank/breaks"), "<h1>Tauot</h1>");
    }

    fn an_article_goes_from_draft_to_publication(site) {
        let mut editor = editor(&site);
        let fields = [("slug", "breaks"), ("kind", "question"), ("topic", "pay")];
        done(&editor.post("/editor/articles/new", &fields));
        assert_eq!(site.visitor().get("/databank/breaks").status, 404);
        let empty = editor.get("/editor/articles/breaks/fi");
        assert_eq!(empty.field_value("review-by").as_deref(), Some("2027-11-22"));
        says(&editor.get("/editor"), "Puuttuu");

        done(&editor.post("/editor/articles/breaks/fi", TEXT));
        assert_eq!(site.visitor().get("/databank/breaks").status, 404);
        says(&editor.get("/editor"), "Luonnos");
        let draft = editor.get("/editor/articles/breaks/fi");
        assert_eq!(draft.field_value("title").as_deref(), Some("Tauot"));
        assert_eq!(draft.field_value("version").as_deref(), Some("1"));

        done(&editor.post("/editor/articles/breaks/fi/publish", &but(TEXT, &[("version", "1")])));
        let page = site.visitor().get("/databank/breaks");
        says(&page, "<h2>Lepo</h2>");
        says(&page, "<strong>sinun</strong>");

        let page = editor.get("/editor/articles/breaks");
        says(&page, "value=\"question\" checked");
        let seen = page.field_value("seen").unwrap();
        let new = [("kind", "article"), ("topic", "ending"), ("seen", seen.as_str())];
        done(&editor.post("/editor/articles/breaks", &new));
        says(&site.visitor().get("/databank?topic=ending"), "Tauot</a>");
        // Somebody who opened it before sees what was saved since.
        let late = [("kind", "question"), ("topic", "pay"), ("seen", seen.as_str())];
        editor.get("/editor/articles/breaks");
        let again = editor.post("/editor/articles/breaks", &late);
        assert_eq!(again.status, 422);
        says(&again, "Joku muu tallensi tämän sillä välin");
        says(&again, "Sillä välin tallennettu");
        says(&site.visitor().get("/databank?topic=ending"), "Tauot</a>");
        let seen = again.field_value("seen").unwrap();
        done(&editor.post("/editor/articles/breaks", &[late[0], late[1], ("seen", &seen)]));
        says(&site.visitor().get("/databank?topic=pay"), "Tauot</a>");
        assert_eq!(editor.post("/editor/articles/breaks", &[("kind", "x"), ("topic", "pay")]).status, 422);
    }

    fn an_address_is_fit_free_and_not_the_sites_own(site) {
        let mut editor = editor(&site);
        publish(&mut editor, "breaks", TEXT);
        editor.get("/editor/articles/new");
        for (slug, sentence) in [
            ("", "Täytä tämä: Osoite"),
            ("Tauko Töissä", "Osoite: käytä pieniä kirjaimia"),
            ("facts", "”facts” on sivuston oma osoite"),
            ("breaks", "Tässä osoitteessa on jo artikkeli"),
        ] {
            let again = editor.post("/editor/articles/new", &[("slug", slug), ("kind", "article"), ("topic", "pay")]);
            assert_eq!(again.status, 422, "{slug}");
            says(&again, sentence);
        }
        assert_eq!(editor.get("/editor/articles/nothing/fi").status, 404);
        assert_eq!(editor.get("/editor/articles/breaks/xx").status, 404);
    }

    fn a_text_that_cites_an_unknown_fact_is_refused_by_name(site) {
        let mut editor = editor(&site);
        enter(&mut editor, FACT);
        publish(&mut editor, "breaks", TEXT);
        editor.get("/editor/articles/breaks/fi");
        let body = "A [[fact:break-length]] b [[fact:no-such]] c [[fact:Väärä avain]] d [[fact:open";
        let again = editor.post(
            "/editor/articles/breaks/fi/publish",
            &but(TEXT, &[("version", "1"), ("note", "x"), ("body", body)]),
        );
        assert_eq!(again.status, 422);
        says(&again, "Näitä tietoja ei ole: [[fact:no-such]], [[fact:Väärä avain]], [[fact:open]].");
        says(&again, body);
        says(&site.visitor().get("/databank/breaks"), "<strong>sinun</strong>");
    }

    fn what_is_wrong_in_a_text_is_said_beside_its_field_and_nothing_is_lost(site) {
        let mut editor = editor(&site);
        publish(&mut editor, "breaks", TEXT);
        editor.get("/editor/articles/breaks/fi");
        for (name, value, sentence) in [
            ("title", "", "Täytä tämä: Otsikko"),
            ("body", "", "Täytä tämä: Teksti"),
            ("review-by", "", "Täytä tämä: Tarkistettava viimeistään"),
            ("review-by", "1.5.2027", "anna päivä, joka on olemassa"),
            ("valid-from", "2027-02-30", "anna päivä, joka on olemassa"),
            ("valid-to", "2020-01-01", "Viimeinen päivä on ennen ensimmäistä"),
            ("note", "", "Kerro muutamalla sanalla, mikä muuttui"),
            ("version", "0", "Joku muu tallensi tämän sillä välin"),
        ] {
            let good = but(TEXT, &[("version", "1"), ("note", "uutta"), ("valid-from", "2026-01-01"), ("summary", "Pysyy tallessa.")]);
            let again = editor.post("/editor/articles/breaks/fi/publish", &but(&good, &[(name, value)]));
            assert_eq!(again.status, 422, "{name}");
            says(&again, sentence);
            says(&again, "value=\"Pysyy tallessa.\"");
        }
        says_not(&site.visitor().get("/databank/breaks/versions"), "versions/fi/2");
    }

    fn a_stale_edit_shows_both_versions_and_loses_neither(site) {
        let mut first = editor(&site);
        publish(&mut first, "breaks", TEXT);
        first.get("/editor/articles/breaks/fi");
        let mut second = site.as_person(site.staff("Toinen", Role::Editor));
        second.get("/editor/articles/breaks/fi");
        let theirs = but(TEXT, &[("version", "1"), ("note", "a"), ("body", "Tauko on yhteinen.")]);
        done(&second.post("/editor/articles/breaks/fi/publish", &theirs));

        let mine = but(TEXT, &[("version", "1"), ("note", "b"), ("body", "Tauko on <minun>.")]);
        let again = first.post("/editor/articles/breaks/fi/publish", &mine);
        assert_eq!(again.status, 422);
        says(&again, "Joku muu tallensi tämän sillä välin.");
        says(&again, "<ins>&lt;minun&gt;.</ins>");
        says(&again, "<del>yhteinen.</del>");
        assert_eq!(again.field_value("version").as_deref(), Some("2"));
        says(&site.visitor().get("/databank/breaks"), "yhteinen");

        done(&first.post("/editor/articles/breaks/fi/publish", &but(&mine, &[("version", "2")])));
        says(&site.visitor().get("/databank/breaks"), "Tauko on &lt;minun&gt;.");
        says(&site.visitor().get("/databank/breaks/versions/fi/2"), "yhteinen");
    }

    fn a_form_sent_twice_saves_once(site) {
        let mut editor = editor(&site);
        publish(&mut editor, "breaks", TEXT);
        editor.get("/editor/articles/breaks/fi");
        let fields = but(TEXT, &[("version", "1"), ("note", "kerran")]);
        done(&editor.post("/editor/articles/breaks/fi/publish", &fields));
        done(&editor.post("/editor/articles/breaks/fi/publish", &fields));
        let page = site.visitor().get("/databank/breaks/versions").text();
        assert_eq!(page.matches("kerran").count(), 1, "{page}");
    }

    fn a_preview_shows_the_text_and_saves_nothing(site) {
        let mut editor = editor(&site);
        enter(&mut editor, FACT);
        publish(&mut editor, "breaks", TEXT);
        editor.get("/editor/articles/breaks/fi");
        let fields = but(TEXT, &[("version", "1"), ("body", "Uusi [[fact:break-length]]")]);
        let whole = editor.post("/editor/articles/breaks/fi/preview", &fields);
        assert_eq!(whole.status, 200);
        says(&whole, "<!doctype html>");
        says(&whole, "Uusi<a class=\"cite\"");
        says(&whole, "Tauko on 12 minuuttia.");
        says(&whole, "Uusi [[fact:break-length]]</textarea>");

        let mut script = editor.with_header("x-fragment", "1");
        let part = script.post("/editor/articles/breaks/fi/preview", &fields);
        says_not(&part, "<!doctype html>");
        says(&part, "Uusi<a class=\"cite\"");
        let mut script = script.with_header("x-fragment", "1");
        script.get("/editor/articles/breaks/fi");
        let part = script.post("/editor/articles/breaks/fi/preview", &but(&fields, &[("body", "x [[fact:no]]")]));
        says(&part, "Näitä tietoja ei ole: <code>[[fact:no]]</code>");
        says(&site.visitor().get("/databank/breaks"), "<strong>sinun</strong>");
    }

    fn a_withdrawn_text_is_gone_for_the_public_until_it_is_published_again(site) {
        let mut editor = editor(&site);
        publish(&mut editor, "breaks", TEXT);
        let ask = editor.get("/editor/articles/breaks/fi/withdraw");
        says(&ask, "Poistetaanko teksti julkisuudesta?");
        let seen = ask.field_value("version").unwrap();
        done(&editor.post("/editor/articles/breaks/fi/withdraw", &[("version", &seen)]));
        for path in ["/databank/breaks", "/databank/breaks/versions", "/databank/breaks/versions/fi/1"] {
            assert_eq!(site.visitor().get(path).status, 404, "{path}");
        }
        says_not(&site.visitor().get("/databank"), "Tauot");
        assert_eq!(editor.get("/editor/articles/breaks/fi/withdraw").status, 404);
        says(&editor.get("/editor"), "Poistettu julkisuudesta");

        let kept = editor.get("/editor/articles/breaks/fi");
        assert_eq!(kept.field_value("title").as_deref(), Some("Tauot"));
        done(&editor.post("/editor/articles/breaks/fi/publish", &but(TEXT, &[("version", "1"), ("title", "Uudet tauot")])));
        says(&site.visitor().get("/databank/breaks"), "Uudet tauot");
        assert_eq!(site.visitor().get("/databank/breaks/versions/fi/1").status, 404);
    }

    fn a_newer_version_is_not_withdrawn_unseen(site) {
        let mut first = editor(&site);
        publish(&mut first, "breaks", TEXT);
        first.get("/editor/articles/breaks/fi/withdraw");
        let mut second = site.as_person(site.staff("Toinen", Role::Editor));
        second.get("/editor/articles/breaks/fi");
        let theirs = but(TEXT, &[("version", "1"), ("note", "a"), ("body", "Tauko on yhteinen.")]);
        done(&second.post("/editor/articles/breaks/fi/publish", &theirs));

        let again = first.post("/editor/articles/breaks/fi/withdraw", &[("version", "1")]);
        assert_eq!(again.status, 422);
        says(&again, "Joku muu julkaisi uudemman version");
        says(&again, "<ins>");
        says(&again, "<del>yhteinen.</del>");
        says(&site.visitor().get("/databank/breaks"), "yhteinen");
        let seen = again.field_value("version").unwrap();
        done(&first.post("/editor/articles/breaks/fi/withdraw", &[("version", &seen)]));
        assert_eq!(site.visitor().get("/databank/breaks").status, 404);
        // One who comes after that finds it as they want it.
        let mut third = site.as_person(site.staff("Kolmas", Role::Editor));
        third.get("/editor");
        done(&third.post("/editor/articles/breaks/fi/withdraw", &[("version", "2")]));
    }

    fn starting_articles_never_overwrite_what_an_editor_has_done(site) {
        let mut editor = editor(&site);
        publish(&mut editor, "notice-period", TEXT);
        enter(&mut editor, &but(FACT, &[("key", "heta-notice"), ("statement-fi", "Oma tietomme.")]));
        says(&editor.get("/editor"), "Ota aloitusartikkelit käyttöön");
        done(&editor.post("/editor/starting-articles", &[]));
        says(&site.visitor().get("/databank/notice-period"), "<h1>Tauot</h1>");
        says(&site.visitor().with_header("accept-language", "en").get("/databank/notice-period"), "Oma tietomme.");
        says_not(&editor.get("/editor"), "Ota aloitusartikkelit käyttöön");

        editor.get("/editor/articles/pay-groups/fi/withdraw");
        done(&editor.post("/editor/articles/pay-groups/fi/withdraw", &[("version", "1")]));
        editor.get("/editor");
        done(&editor.post("/editor/starting-articles", &[]));
        let page = site.visitor().get("/databank/pay-groups");
        says(&page, "Tätä ei vielä ole suomeksi.");
        says_not(&site.visitor().get("/databank/pay-rise/versions"), "versions/fi/2");
    }

    fn an_editor_sees_what_waits(site) {
        let mut editor = editor_with_articles(&site);
        let page = editor.get("/editor");
        says(&page, "Heta-TES sitoi vain Hetan jäseniä.</a>");
        says(&page, "/editor/articles/is-the-agreement-generally-binding/fi");
        says_not(&page, "Tarkistettavana");
        site.set("databank-soon-days", "60");
        let page = editor.get("/editor");
        says(&page, "Tarkistettavana");
        says(&page, "tarkistettava pian");
        site.pass(60 * kafferum_platform::clock::DAY);
        let mut editor = site.as_person(site.staff("Myöhempi", Role::Editor));
        says(&editor.get("/editor"), "tarkistus myöhässä");
    }
}

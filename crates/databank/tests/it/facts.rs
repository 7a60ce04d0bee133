//! Writing dated facts.

use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;

use super::{FACT, TEXT, but, done, editor, enter, publish, says, says_not};

const NEW: &[(&str, &str)] = &[
    ("version", "1"),
    ("key", "break-length-2027"),
    ("statement-fi", "Tauko on 15 minuuttia."),
    ("source", "Uusi sopimus"),
    ("checked", "2026-11-22"),
    ("valid-from", "2026-12-10"),
];

on_both! {
    fn a_successor_takes_over_on_its_first_day(site) {
        let mut editor = editor(&site);
        enter(&mut editor, FACT);
        publish(&mut editor, "breaks", &but(TEXT, &[("body", "Tauko [[fact:break-length]].")]));
        let form = editor.get("/editor/facts/break-length/supersede");
        says(&form, "href=\"/editor/articles/breaks/fi\"");
        assert_eq!(form.field_value("source").as_deref(), Some("Esimerkkisopimus, 7 §"));
        assert_eq!(form.field_value("valid-from").as_deref(), Some("2026-11-22"));
        done(&editor.post("/editor/facts/break-length/supersede", NEW));

        let page = site.visitor().get("/databank/breaks");
        says(&page, "Voimassa 1.1.2026–9.12.2026");
        says(&page, "Uusi tieto 10.12.2026 alkaen: <span>Tauko on 15 minuuttia.</span>");
        says_not(&page, "<del>");
        says(&editor.get("/editor"), "päättyy pian");

        site.pass_days(18);
        let page = site.visitor().get("/databank/breaks");
        says(&page, "<del>Tauko on 12 minuuttia.</del> <span class=\"tag old\" lang=\"fi\">korvattu 10.12.2026</span>");
        says(&page, "Uusi tieto: <span>Tauko on 15 minuuttia.</span>");
        says(&site.visitor().get("/databank/facts?state=superseded"), "Tauko on 12 minuuttia.");
        says(&site.visitor().get("/databank/facts?state=current"), "Tauko on 15 minuuttia.");
    }

    fn readers_are_led_to_the_last_of_a_row_of_successors(site) {
        let mut editor = editor(&site);
        enter(&mut editor, FACT);
        publish(&mut editor, "breaks", &but(TEXT, &[("body", "Tauko [[fact:break-length]].")]));
        editor.get("/editor/facts/break-length/supersede");
        done(&editor.post("/editor/facts/break-length/supersede", &but(NEW, &[("valid-from", "2026-02-01")])));
        editor.get("/editor/facts/break-length-2027/supersede");
        let third = [("key", "break-length-2028"), ("statement-fi", "Tauko on 20 minuuttia."), ("valid-from", "2026-03-01")];
        done(&editor.post("/editor/facts/break-length-2027/supersede", &but(NEW, &third)));
        let page = site.visitor().get("/databank/breaks");
        says(&page, "korvattu 1.2.2026");
        says(&page, "Tauko on 20 minuuttia.");
        says_not(&page, "Tauko on 15 minuuttia.");
    }

    fn a_fact_is_superseded_once_and_by_a_later_one(site) {
        let mut editor = editor(&site);
        enter(&mut editor, FACT);
        editor.get("/editor/facts/break-length/supersede");
        for (name, value, sentence) in [
            ("valid-from", "", "Täytä tämä: Voimassa alkaen"),
            ("valid-from", "2026-01-01", "Uuden tiedon on alettava myöhempänä päivänä"),
            ("key", "break-length", "Tällä avaimella on jo tieto"),
            ("key", "", "Avain: käytä pieniä kirjaimia"),
            ("version", "7", "Joku muu tallensi tämän sillä välin"),
        ] {
            let again = editor.post("/editor/facts/break-length/supersede", &but(NEW, &[(name, value)]));
            assert_eq!(again.status, 422, "{name}");
            says(&again, sentence);
            says(&again, "Tauko on 15 minuuttia.");
        }
        says_not(&site.visitor().get("/databank/facts"), "Tauko on 15 minuuttia.");
        done(&editor.post("/editor/facts/break-length/supersede", NEW));
        let other = but(NEW, &[("key", "break-length-other"), ("version", "2")]);
        editor.get("/editor/facts/new");
        let again = editor.post("/editor/facts/break-length/supersede", &other);
        assert_eq!(again.status, 422);
        says(&again, "Toinen tieto on sillä välin tullut tämän tilalle.");
        assert_eq!(editor.get("/editor/facts/break-length/supersede").status, 303);
        says(&editor.get("/editor/facts/break-length"), "href=\"/editor/facts/break-length-2027\"");
    }

    fn a_correction_shows_at_once_wherever_the_fact_is_cited_and_is_kept(site) {
        let mut editor = editor(&site);
        enter(&mut editor, FACT);
        publish(&mut editor, "breaks", &but(TEXT, &[("body", "Tauko [[fact:break-length]].")]));
        let form = editor.get("/editor/facts/break-length");
        says(&form, "href=\"/editor/articles/breaks/fi\"");
        let corrected = but(FACT, &[("version", "1"), ("statement-fi", "Tauko on 13 minuuttia."), ("statement-sv", "Rasten är 13 minuter.")]);
        done(&editor.post("/editor/facts/break-length", &corrected));
        says(&site.visitor().get("/databank/breaks"), "Tauko on 13 minuuttia.");
        let swede = site.visitor().with_header("accept-language", "sv").get("/databank/facts");
        says(&swede, "Rasten är 13 minuter.");
        let form = editor.get("/editor/facts/break-length");
        says(&form, "Tauko on 12 minuuttia.</p>");
        says(&form, "Tauko on 13 minuuttia.</p>");
        says(&editor.get("/editor/facts"), "Tauko on 13 minuuttia.");
        says(&site.visitor().with_header("accept-language", "en").get("/databank/facts"), "lang=\"fi\">Tauko on 13");
        assert_eq!(editor.get("/editor/facts/nothing").status, 404);
    }

    fn a_stale_correction_shows_both_versions(site) {
        let mut first = editor(&site);
        enter(&mut first, FACT);
        first.get("/editor/facts/break-length");
        let mut second = site.as_person(site.staff("Toinen", Role::Editor));
        second.get("/editor/facts/break-length");
        done(&second.post("/editor/facts/break-length", &but(FACT, &[("version", "1"), ("statement-fi", "Tauko on pitkä.")])));
        let mine = but(FACT, &[("version", "1"), ("statement-fi", "Tauko on lyhyt.")]);
        let again = first.post("/editor/facts/break-length", &mine);
        assert_eq!(again.status, 422);
        says(&again, "<ins>lyhyt.</ins>");
        says(&again, "<del>pitkä.</del>");
        done(&first.post("/editor/facts/break-length", &but(&mine, &[("version", "2")])));
        says(&site.visitor().get("/databank/facts"), "Tauko on lyhyt.");
    }

    fn what_is_wrong_in_a_fact_is_said_beside_its_field(site) {
        let mut editor = editor(&site);
        enter(&mut editor, FACT);
        editor.get("/editor/facts/new");
        for (name, value, sentence) in [
            ("key", "Tauko", "Avain: käytä pieniä kirjaimia"),
            ("key", "break-length", "Tällä avaimella on jo tieto"),
            ("statement-fi", "", "Kirjoita virke ainakin yhdellä kielellä"),
            ("applies-sv", "Alla", "Täytä tämä: Virke ruotsiksi"),
            ("source", "", "Täytä tämä: Lähde"),
            ("source-url", "javascript:alert(1)", "Anna osoite, jonka alussa on https://"),
            ("source-date", "kesä", "anna päivä, kuukausi tai vuosi"),
            ("checked", "", "Täytä tämä: Tarkistettu"),
            ("checked", "2026-11-23", "tämä päivä ei ole vielä tullut"),
            ("valid-from", "1.1.2026", "anna päivä, joka on olemassa"),
            ("valid-to", "2025-12-31", "Viimeinen päivä on ennen ensimmäistä"),
        ] {
            let fact = but(FACT, &[("key", "other"), ("source-date", "2026")]);
            let again = editor.post("/editor/facts/new", &but(&fact, &[(name, value)]));
            assert_eq!(again.status, 422, "{name}");
            says(&again, sentence);
        }
        assert_eq!(site.visitor().get("/databank/facts").text().matches("class=\"source\"").count(), 1);
    }
}

//! The kit's own form, filled in with a pen.

use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

use super::applying::{apply, guest};
use super::roll::{apply_file, member};
use super::{act, count, of, page_of, registrar, subjects};
use kafferum_platform::people::PersonId;

/// What stands on the sheet.
const SHEET: [(&str, &str); 12] = [
    ("given-name", "Aino Maria"),
    ("family-name", "Virtanen"),
    ("birth-date", "14.3.1985"),
    ("email", "aino@testi.example"),
    ("street", "Katu 1"),
    ("postal-code", "00530"),
    ("city", "Helsinki"),
    ("lang", "fi"),
    ("employer", "household"),
    ("student", "no"),
    ("unemployment-fund", "yes"),
    ("signed", "yes"),
];

const LIST: &str = "/registrar/applications";
const BY_CODE: &str = "/registrar/applications/paper";

fn code(site: &TestSite, by: &mut Visitor<'_>, person: PersonId) -> String {
    let page = by.get(&page_of(site, person)).text();
    let code = page.split("<code>").nth(1).and_then(|rest| rest.split('<').next());
    code.expect("a code").to_owned()
}

on_both! {
    fn a_form_on_paper_stops_the_reminder_and_the_roll_confirms_it(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        site.pass_days(10);
        let mut raija = registrar(&site);
        let page = raija.get(&page_of(&site, aino)).text();
        let path = format!("{}/paper", page_of(&site, aino));
        assert!(page.contains(&format!("href=\"{path}\"")), "{page}");
        // By the code on the sheet, too, which stands in no address.
        let code = code(&site, &mut raija, aino);
        for slip in ["", "AAAA-AAAB"] {
            assert_eq!(act(&mut raija, LIST, BY_CODE, &[("code", slip)]).status, 422, "{slip}");
        }
        let found = act(&mut raija, LIST, BY_CODE, &[("code", &code.to_lowercase())]);
        assert_eq!(found.header("location"), Some(path.as_str()));

        let form = raija.get(&path);
        assert_eq!(form.field_value("email").as_deref(), Some("aino@testi.example"));
        for (missing, _) in SHEET {
            let fields: Vec<_> = SHEET.into_iter().filter(|(name, _)| *name != missing).collect();
            let again = raija.post(&path, &fields);
            assert_eq!(again.status, 422, "{missing}");
            assert!(again.text().contains("Helsinki") || missing == "city", "{missing}");
        }
        let mut wrong = SHEET.to_vec();
        wrong.retain(|(name, _)| *name != "given-name" && *name != "email");
        wrong.extend([("email", "x"), ("given-name", "")]);
        let again = raija.post(&path, &wrong);
        assert_eq!(super::to_mend(&again.text()), ["given-name", "email"]);
        assert_eq!(again.field_value("birth-date").as_deref(), Some("14.3.1985"));
        let taken = raija.post(&path, &SHEET);
        assert_eq!(taken.header("location"), Some("/registrar/applications/1"), "{}", taken.text());
        assert!(raija.get("/registrar/applications/1").text().contains("tuli paperilla"));
        assert!(raija.get(LIST).text().contains("Virtanen Aino Maria"));
        assert!(site.as_person(aino).get("/join/state").text().contains("Tuli paperilla"));
        for road in [
            site.as_person(aino).get("/account/road").text(),
            raija.get(&page_of(&site, aino)).text(),
        ] {
            assert!(road.contains("Jäsenhakemus tuli paperilla"), "{road}");
        }
        assert!(site.as_person(aino).get("/account/log").text().contains("Paperinen hakemus kirjattiin"));
        // They agreed on paper, and to nothing on the site.
        assert_eq!(count(&site, "SELECT COUNT(*) FROM consent WHERE kind = 'application'"), 0);

        site.pass_days(4);
        assert_eq!(of(&site, aino, "reminder"), ["skipped applied"]);
        let fresh = "SELECT COUNT(*) FROM application WHERE exported_at IS NULL";
        assert_eq!(count(&site, fresh), 1);
        act(&mut raija, LIST, "/registrar/applications/take", &[]);
        assert_eq!(count(&site, fresh), 0);
        apply_file(&site, &[member(7, "aino@testi.example", "14.3.1985")]);
        let account = site.as_person(aino).get("/account").text();
        assert!(account.contains("Aamukaste") && account.contains("Jäsen"), "{account}");
        assert_eq!(of(&site, aino, "welcome"), ["sent"]);
        site.pass_days(20);
        assert_eq!(of(&site, aino, "trial-lock"), ["skipped joined"]);
        let subjects = subjects(&site, "aino@testi.example");
        assert!(!subjects.contains(&"Vielä ehdit".to_owned()), "{subjects:?}");
    }

    fn a_form_is_entered_once_and_not_for_a_member(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        let mut raija = registrar(&site);
        let path = format!("{}/paper", page_of(&site, aino));
        raija.get(&path);
        // Meanwhile they applied on the site as well.
        assert_eq!(apply(&site, aino, &[]).status, 303);
        let late = raija.post(&path, &SHEET);
        assert!(late.status == 422 && late.text().contains("odottaa jo hakemus"), "{}", late.text());
        assert_eq!(raija.get(&path).header("location"), Some("/registrar/applications/1"));

        let member = site.member("Jäsen");
        let path = format!("{}/paper", page_of(&site, member));
        let person = page_of(&site, member);
        assert!(!raija.get(&person).text().contains(&path));
        assert_eq!(raija.get(&path).header("location"), Some(person.as_str()));
        raija.get(LIST);
        assert_eq!(raija.post(&path, &SHEET).status, 422);
        assert_eq!(raija.get("/registrar/people/999999/paper").status, 404);
        raija.get(LIST);
        assert_eq!(raija.post("/registrar/people/999999/paper", &SHEET).status, 404);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM application"), 1);
    }
}

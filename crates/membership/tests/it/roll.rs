use kafferum_platform::clock::DAY;
use kafferum_testkit::http::{Response, Upload};
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

use super::applying::{apply, guest};
use super::{act, count, of, page_of, registrar};

const HEADER: &str = "Jäsennumero;Sukunimi;Etunimi;Sähköposti;Syntymäaika;Eronnut\n";

/// A row of the register.
pub(crate) fn member(number: i64, email: &str, born: &str) -> String {
    format!("{number};Kaksikko;Jäsen{number};{email};{born};\n")
}

fn upload(by: &mut Visitor<'_>, text: &str) -> Response {
    by.get("/registrar/roll");
    let file = Upload {
        field: "file",
        file_name: "rekisteri.csv",
        media_type: "text/csv",
        content: text.as_bytes(),
    };
    by.upload("/registrar/roll", &[], &[file])
}

/// Uploads a file; the address of its dry run.
fn dry_run(by: &mut Visitor<'_>, rows: &[String]) -> String {
    let answer = upload(by, &format!("{HEADER}{}", rows.concat()));
    answer.header("location").expect("a dry run").to_owned()
}

fn put(by: &mut Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> Response {
    act(by, path, &format!("{path}/apply"), fields)
}

/// Puts a file of these rows in force.
pub(crate) fn apply_file(site: &TestSite, rows: &[String]) {
    let name = format!("Tuoja {}", site.now() + i64::try_from(rows.len()).expect("few"));
    let person = site.staff(&name, kafferum_platform::policy::Role::Registrar);
    let mut by = site.as_person(person);
    let path = dry_run(&mut by, rows);
    let answer = put(&mut by, &path, &[("sure", "yes")]);
    assert_eq!(answer.status, 303, "{}", answer.text());
}

fn rows(numbers: std::ops::Range<i64>) -> Vec<String> {
    numbers.map(|number| member(number, "", "1.1.1980")).collect()
}

on_both! {
    fn a_dry_run_changes_nothing_and_applying_is_done_once(site) {
        let mut raija = registrar(&site);
        let path = dry_run(&mut raija, &rows(1..30));
        let page = raija.get(&path).text();
        assert!(page.contains("Mitään ei ole vielä muutettu") && page.contains("Jäsen7"), "{page}");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM roll_entry"), 0);
        assert_eq!(put(&mut raija, &path, &[]).status, 303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM roll_entry WHERE state = 'in'"), 29);
        assert_eq!(put(&mut raija, &path, &[]).status, 422);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM roll_import WHERE bytes IS NOT NULL"), 0);
        // The same file again finds nothing to do.
        let again = dry_run(&mut raija, &rows(1..30));
        let page = raija.get(&again).text();
        assert!(!page.contains("Jäsen7"), "{page}");
    }

    fn whose_day_of_joining_lies_ahead_is_a_member_when_the_roll_says_so(site) {
        let mut raija = registrar(&site);
        let row = |number: i64, joined: &str| format!("{number};K;J{number};1.1.1980;{joined}\n");
        let header = "Jäsennumero;Sukunimi;Etunimi;Syntymäaika;Liittynyt\n";
        let text = format!("{header}{}{}", row(5, "1.1.2031"), row(6, "1.1.2020"));
        let path = upload(&mut raija, &text).header("location").expect("a dry run").to_owned();
        assert_eq!(put(&mut raija, &path, &[]).status, 303);
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        let mut browser = site.as_person(aino);
        act(&mut browser, "/recognise", "/recognise", &[("number", "5"), ("birth-date", "1.1.1980")]);
        assert!(site.as_person(aino).get("/account").text().contains("Jäsen"));
        site.pass_days(40);
        assert_eq!(of(&site, aino, "trial-lock"), ["skipped joined"]);
        assert_eq!(site.as_person(aino).get("/coffee-room").status, 200);
    }

    fn leavers_lose_access_at_their_next_request_and_are_to_be_called(site) {
        apply_file(&site, &rows(1..40));
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        let mut browser = site.as_person(aino);
        act(&mut browser, "/recognise", "/recognise", &[("number", "5"), ("birth-date", "1.1.1980")]);
        site.pass_days(31);
        let mut browser = site.as_person(aino);
        assert_eq!(browser.get("/coffee-room").status, 200);
        let mut without: Vec<String> = rows(1..40);
        without.remove(4);
        apply_file(&site, &without);
        assert_eq!(browser.get("/coffee-room").status, 403);
        let mut raija = registrar(&site);
        let page = raija.get("/registrar/leavers").text();
        assert!(page.contains("Kaksikko Jäsen5"), "{page}");
        raija.post("/registrar/leavers/1/done", &[("reason", "left-trade")]);
        assert!(raija.get("/registrar/leavers?state=done").text().contains("jätti alan"));
        // Back in the register, back in the room.
        site.pass(DAY);
        apply_file(&site, &rows(1..40));
        assert_eq!(browser.get("/coffee-room").status, 200);
    }

    fn a_day_of_leaving_told_in_advance_comes_by_itself(site) {
        let row = "1;Kaksikko;Jäsen1;;1.1.1980;1.12.2026\n".to_owned();
        apply_file(&site, &[row]);
        let mut browser = site.as_person(guest(&site, "a@testi.example", "Aamukaste"));
        act(&mut browser, "/recognise", "/recognise", &[("number", "1"), ("birth-date", "1.1.1980")]);
        site.pass_days(8);
        assert!(browser.get("/account").text().contains("Jäsen"));
        site.pass_days(1);
        assert!(browser.get("/account").text().contains("Entinen jäsen"));
        assert_eq!(site.settle(), 0);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM leaver_task"), 1);
    }

    fn a_leaver_is_out_on_their_day_without_any_timer(site) {
        let row = |left: &str| format!("1;Kaksikko;Jäsen1;;1.1.1980;{left}\n");
        apply_file(&site, &[row("1.12.2026")]);
        let aino = guest(&site, "a@testi.example", "Aamukaste");
        let mut browser = site.as_person(aino);
        act(&mut browser, "/recognise", "/recognise", &[("number", "1"), ("birth-date", "1.1.1980")]);
        let road = page_of(&site, aino);
        assert!(registrar(&site).get(&road).text().contains("Jäsenyys päättyy"));
        // What the register says later stands: another day, or none.
        site.pass(1);
        for left in ["27.11.2026", "", "29.11.2026"] {
            apply_file(&site, &[row(left)]);
            assert_eq!(browser.get("/coffee-room").status, 200, "{left}");
            let is_known = !left.is_empty();
            site.pass(8 * DAY);
            assert_eq!(browser.get("/coffee-room").status, if is_known { 403 } else { 200 }, "{left}");
            assert_eq!(browser.get("/account").text().contains("Entinen jäsen"), is_known, "{left}");
            site.pass(1 - 8 * DAY);
        }
        site.pass(8 * DAY);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM leaver_task"), 0);
        site.settle();
        assert_eq!(count(&site, "SELECT COUNT(*) FROM leaver_task"), 1);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM membership"), 1);
    }

    fn a_file_with_wrong_rows_is_refused_whole_and_tells_where(site) {
        let mut raija = registrar(&site);
        let path = dry_run(&mut raija, &[
            member(1, "", "1.1.1980"),
            member(2, "", "31.2.1980"),
            "ei;numero;tämä;;;\n".to_owned(),
            member(3, "ei osoite", "1.1.1980"),
        ]);
        let page = raija.get(&path).text();
        for said in ["Päivää 31.2.1980 ei ole.", "ei ei ole jäsennumero.", "<td class=\"num\">3</td>", "ei osoite ei ole"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert_eq!(put(&mut raija, &path, &[]).status, 422);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM roll_entry"), 0);
        let report = raija.get(&format!("{path}/report.csv")).text();
        assert!(report.contains("Päivää 31.2.1980 ei ole."), "{report}");
    }

    fn a_dry_run_of_another_roll_or_day_is_refused(site) {
        let mut raija = registrar(&site);
        let (first, second) = (dry_run(&mut raija, &rows(1..5)), dry_run(&mut raija, &rows(1..9)));
        assert_eq!(put(&mut raija, &second, &[]).status, 303);
        assert_eq!(put(&mut raija, &first, &[("sure", "yes")]).status, 422);
        let third = dry_run(&mut raija, &rows(1..12));
        site.pass(DAY);
        assert_eq!(put(&mut raija, &third, &[]).status, 422);
        site.settle();
        assert_eq!(count(&site, "SELECT COUNT(*) FROM roll_import WHERE bytes IS NOT NULL"), 0);
        assert_eq!(raija.get(&third).status, 200);
    }

    fn a_file_is_dropped_before_it_is_applied_and_not_after(site) {
        let mut raija = registrar(&site);
        let (first, second) = (dry_run(&mut raija, &rows(1..5)), dry_run(&mut raija, &rows(1..9)));
        assert_eq!(act(&mut raija, &first, &format!("{first}/drop"), &[]).status, 303);
        let dropped = "SELECT COUNT(*) FROM roll_import WHERE state = 'dropped' AND bytes IS NULL";
        assert_eq!(count(&site, dropped), 1);
        assert_eq!(put(&mut raija, &first, &[]).status, 422);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM roll_entry"), 0);
        assert_eq!(put(&mut raija, &second, &[]).status, 303);
        act(&mut raija, &second, &format!("{second}/drop"), &[]);
        assert_eq!(count(&site, dropped), 1);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM roll_import WHERE state = 'applied'"), 1);
    }

    fn a_file_that_throws_many_out_asks_twice(site) {
        apply_file(&site, &rows(1..100));
        let mut raija = registrar(&site);
        let path = dry_run(&mut raija, &rows(1..50));
        assert_eq!(put(&mut raija, &path, &[]).status, 422);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM roll_entry WHERE state = 'in'"), 99);
        assert_eq!(put(&mut raija, &path, &[("sure", "yes")]).status, 303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM roll_entry WHERE state = 'in'"), 49);
    }

    fn columns_are_told_once_and_remembered(site) {
        let mut raija = registrar(&site);
        let text = "Tunniste;Sukunimi;Outo\n1;Kaksikko;x\n";
        let path = upload(&mut raija, text).header("location").expect("a dry run").to_owned();
        assert!(raija.get(&path).text().contains("jäsennumeron saraketta"));
        let columns = format!("{path}/columns");
        assert!(raija.get(&columns).text().contains("Tunniste"));
        raija.post(&columns, &[
            ("column", "0"), ("holds", "member-number"),
            ("column", "1"), ("holds", "family-name"),
            ("column", "2"), ("holds", "ignore"),
        ]);
        assert!(raija.get(&path).text().contains("Kaksikko"));
        let next = upload(&mut raija, text).header("location").expect("a dry run").to_owned();
        let page = raija.get(&next).text();
        assert!(page.contains("Kaksikko") && !page.contains("Outo"), "{page}");
    }

    fn a_header_of_two_lines_is_told_of_like_any_other(site) {
        let mut raija = registrar(&site);
        let long = "pitkä ".repeat(100);
        let text = format!("\"Liiton\noma tunniste\";\"{long}\";Sukunimi\n1;x;Kaksikko\n");
        let path = upload(&mut raija, &text).header("location").expect("a dry run").to_owned();
        let columns = format!("{path}/columns");
        let page = raija.get(&columns).text();
        assert!(page.contains("Liiton\noma tunniste"), "{page}");
        let said = [
            ("column", "0"), ("holds", "member-number"), ("column", "1"), ("holds", "ignore"),
        ];
        // What was chosen is still there when the form comes back.
        let mut wrong = said.to_vec();
        wrong.extend([("column", "2"), ("holds", "a word much longer than any of those that there are")]);
        let again = raija.post(&columns, &wrong);
        assert_eq!(again.status, 422);
        assert!(again.text().contains("<option value=\"member-number\" selected>"), "{}", again.text());
        let answer = raija.post(&columns, &said);
        assert_eq!(answer.header("location"), Some(path.as_str()), "{}", answer.text());
        assert!(raija.get(&path).text().contains("Kaksikko"));
    }

    fn unknown_columns_come_first_however_many_there_are(site) {
        let mut raija = registrar(&site);
        let known = "jäsennumero;".repeat(90);
        let text = format!("{known}Outo\n{}x\n", "1;".repeat(90));
        let path = upload(&mut raija, &text).header("location").expect("a dry run").to_owned();
        let columns = format!("{path}/columns");
        let page = raija.get(&columns).text();
        assert!(page.contains("Outo") && page.contains("Kaikki sarakkeet eivät mahdu"), "{page}");
        assert_eq!(raija.post(&columns, &[("column", "90"), ("holds", "ignore")]).status, 303);
        assert!(!raija.get(&columns).text().contains("Outo"));
    }

    fn thirty_thousand_rows_are_taken(site) {
        let all = rows(1..30_001);
        apply_file(&site, &all);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM roll_entry"), 30_000);
        let mut raija = registrar(&site);
        let path = dry_run(&mut raija, &all);
        assert!(raija.get(&path).text().contains("Rekisteri on jo tämän tiedoston mukainen"));
    }

    fn the_roll_confirms_an_application(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        apply(&site, aino, &[]);
        let mut raija = registrar(&site);
        let path = dry_run(&mut raija, &[member(1, "Aino@Testi.example", "14.3.1985")]);
        assert!(raija.get(&path).text().contains("yksi hakemus vahvistuu"));
        assert_eq!(put(&mut raija, &path, &[]).status, 303);
        assert!(site.as_person(aino).get("/account").text().contains("Jäsen"));
        assert_eq!(of(&site, aino, "welcome"), ["sent"]);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM application WHERE state = 'confirmed' AND basis = 'roll'"), 1);
    }

    fn the_number_of_a_colleague_makes_nobody_a_member(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        apply(&site, aino, &[("member-number", "7")]);
        let mut raija = registrar(&site);
        let path = dry_run(&mut raija, &[member(7, "aino@testi.example", "1.1.1980")]);
        assert!(!raija.get(&path).text().contains("vahvistuu"));
        assert_eq!(put(&mut raija, &path, &[]).status, 303);
        let waiting = "SELECT COUNT(*) FROM application WHERE state = 'waiting'";
        let owned = "SELECT COUNT(*) FROM roll_entry WHERE person IS NOT NULL";
        assert_eq!((count(&site, waiting), count(&site, owned)), (1, 0));
        // The registrar sees whose number it is before they say yes.
        let (page, confirm) = ("/registrar/applications/1", "/registrar/applications/1/confirm");
        let shown = raija.get(page).text();
        for said in ["Kaksikko Jäsen7", "1.1.1980", "Tiedot eivät ole samat"] {
            assert!(shown.contains(said), "{said}: {shown}");
        }
        let unseen = act(&mut raija, page, confirm, &[("member-number", "7")]);
        assert_eq!(unseen.status, 422);
        assert!(unseen.text().contains("Kaksikko Jäsen7"), "{}", unseen.text());
        assert_eq!((count(&site, waiting), count(&site, owned)), (1, 0));
        let seen = unseen.field_value("seen").expect("the number that was shown");
        assert_eq!(raija.post(confirm, &[("member-number", "7"), ("seen", &seen)]).status, 303);
        assert_eq!((count(&site, waiting), count(&site, owned)), (0, 1));
    }

    fn a_dry_run_names_the_applicants_whom_it_confirms(site) {
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        apply(&site, aino, &[("member-number", "7")]);
        let mut raija = registrar(&site);
        let path = dry_run(&mut raija, &[member(7, "", "14.3.1985")]);
        let page = raija.get(&path).text();
        let report = raija.get(&format!("{path}/report.csv")).text();
        for shown in [&page, &report] {
            for said in ["Vahvistuvat hakemukset", "Kaksikko Jäsen7", "Hakija Virtanen Aino. Sama jäsennumero ja syntymäaika."] {
                assert!(shown.contains(said), "{said}: {shown}");
            }
        }
        assert_eq!(put(&mut raija, &path, &[]).status, 303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM application WHERE state = 'confirmed'"), 1);
    }

    fn a_registrar_can_mark_a_member_as_left(site) {
        let aino = site.member("Aamukaste");
        let mut raija = registrar(&site);
        let path = format!("{}/left", page_of(&site, aino));
        assert_eq!(act(&mut raija, &path, &path, &[]).status, 303);
        assert!(site.as_person(aino).get("/account").text().contains("Entinen jäsen"));
        assert_eq!(act(&mut raija, &path, &path, &[]).status, 400);
    }

    fn people_are_found_by_name_address_and_number(site) {
        let find = |raija: &mut Visitor<'_>, query: &str| {
            act(raija, "/registrar/people", "/registrar/people", &[("q", query)]).text()
        };
        apply_file(&site, &rows(1..3));
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        act(&mut site.as_person(aino), "/recognise", "/recognise", &[("number", "2"), ("birth-date", "1.1.1980")]);
        guest(&site, "b@testi.example", "Toinen");
        let mut raija = registrar(&site);
        let link = format!("{}\"", page_of(&site, aino));
        for query in ["virtanen", "Aino Virtanen", "AINO@testi.example", "2"] {
            let page = find(&mut raija, query);
            assert!(page.contains(&link), "{query}: {page}");
        }
        assert!(!find(&mut raija, "b@testi.example").contains(&link));
    }
}

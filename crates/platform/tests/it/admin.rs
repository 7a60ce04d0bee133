//! Settings, roles, the log, stuck work.

use kafferum_platform::clock::{DAY, date_of};
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_platform::{audit, jobs};
use kafferum_testkit::http::Response;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

use crate::{AINO, PASSWORD, aino, assert_leads_to, assert_says, is_in};

fn grant_of(site: &TestSite, person: PersonId) -> i64 {
    site.read(move |tx| {
        Ok(tx.one(
            "SELECT id FROM grant_fact WHERE person = ?1 AND ended_at IS NULL",
            &[&person],
            |row| row.get(0),
        )?)
    })
}

fn end(visitor: &mut Visitor<'_>, grant: i64) -> Response {
    let path = format!("/admin/roles/{grant}/end");
    assert_eq!(visitor.get(&path).status, 200);
    visitor.post(&path, &[])
}

fn give(visitor: &mut Visitor<'_>, person: &str, role: &str, scope: &str) -> Response {
    give_term(visitor, person, role, scope, ("", ""))
}

fn give_term(
    visitor: &mut Visitor<'_>,
    person: &str,
    role: &str,
    scope: &str,
    (first, last): (&str, &str),
) -> Response {
    visitor.get("/admin/roles/new");
    let fields = [
        ("person", person),
        ("role", role),
        ("scope", scope),
        ("first-day", first),
        ("last-day", last),
        ("rests", "usual"),
    ];
    visitor.post("/admin/roles/new", &fields)
}

/// A day of the site from today, as a form has it.
fn day(site: &TestSite, days: i64) -> String {
    date_of(site.now() + days * DAY, &site.site().zone).to_string()
}

on_both! {
    fn only_an_administrator_comes_in(site) {
        let aino = aino(&site);
        let registrar = site.staff("Rekisteri", Role::Registrar);
        let admin = site.staff("Talkkari", Role::Administrator);
        for path in ["/admin", "/admin/settings", "/admin/settings/union-name", "/admin/roles",
                     "/admin/roles/new", "/admin/audit", "/admin/work"] {
            assert_eq!(site.visitor().get(path).status, 303, "{path}");
            assert_eq!(site.as_person(aino).get(path).status, 403, "{path}");
            assert_eq!(site.as_person(registrar).get(path).status, 403, "{path}");
            assert_eq!(site.as_person(admin).get(path).status, 200, "{path}");
        }
    }

    fn a_setting_is_changed_at_once_and_goes_back_to_its_default(site) {
        let admin = site.staff("Talkkari", Role::Administrator);
        let mut visitor = site.as_person(admin);
        let seen = visitor.get("/admin/settings/union-name").field_value("seen").unwrap();
        let new = [("value", "Uusi liitto"), ("seen", &seen)];
        let done = visitor.post_and_follow("/admin/settings/union-name", &new);
        assert_says(&done, 200, "brand-union\">Uusi liitto<");
        visitor.get("/admin/settings/union-name");
        assert_says(&visitor.post("/admin/settings/union-name", &[("value", "")]), 422, "Täytä tämä");
        let page = visitor.get("/admin/settings/union-name");
        assert_says(&page, 200, "Palauta oletus");
        let seen = page.field_value("seen").unwrap();
        let done = visitor.post_and_follow("/admin/settings/union-name/default", &[("seen", &seen)]);
        assert_says(&done, 200, "brand-union\">Avustajien liitto<");
        assert_says(&visitor.get("/admin/audit"), 200, "union-name");
        assert_eq!(visitor.get("/admin/settings/no-such-setting").status, 404);
    }

    fn two_who_change_one_setting_see_both_versions(site) {
        let (anna, outi) = (site.staff("Anna", Role::Administrator), site.staff("Outi", Role::Administrator));
        for (path, of_anna, of_outi) in [
            ("/admin/settings/union-name", [("value", "Annan liitto")], [("value", "Outin liitto")]),
            ("/admin/settings/platform-reset-mail-subject", [("fi", "Annan otsikko")], [("fi", "Outin otsikko")]),
        ] {
            let (mut first, mut second) = (site.as_person(anna), site.as_person(outi));
            let seen = first.get(path).field_value("seen").unwrap();
            second.get(path);
            assert_leads_to(&first.post(path, &[of_anna[0], ("seen", &seen)]), "/admin/settings");
            let again = second.post(path, &[of_outi[0], ("seen", &seen)]);
            assert_says(&again, 422, "Joku muu tallensi tämän asetuksen");
            assert_says(&again, 422, of_anna[0].1);
            assert_says(&again, 422, of_outi[0].1);
            assert_says(&first.get(path), 200, of_anna[0].1);
            let seen = again.field_value("seen").unwrap();
            assert_leads_to(&second.post(path, &[of_outi[0], ("seen", &seen)]), "/admin/settings");
            assert_says(&first.get(path), 200, of_outi[0].1);
        }
    }

    fn going_back_to_the_default_throws_away_nothing_unseen(site) {
        let (anna, outi) = (site.staff("Anna", Role::Administrator), site.staff("Outi", Role::Administrator));
        for (path, field, default) in [
            ("/admin/settings/union-name", "value", "Avustajien liitto"),
            ("/admin/settings/platform-reset-mail-subject", "fi", "Uusi salasana"),
        ] {
            let (mut first, mut second) = (site.as_person(anna), site.as_person(outi));
            let seen = first.get(path).field_value("seen").unwrap();
            second.get(path);
            assert_leads_to(&first.post(path, &[(field, "Annan sanat"), ("seen", &seen)]), "/admin/settings");
            let clear = format!("{path}/default");
            let again = second.post(&clear, &[("seen", &seen)]);
            assert_says(&again, 422, "Joku muu tallensi tämän asetuksen");
            assert_says(&again, 422, "Annan sanat");
            assert_says(&again, 422, default);
            assert_says(&first.get(path), 200, "Annan sanat");
            let seen = again.field_value("seen").unwrap();
            assert_leads_to(&second.post(&clear, &[("seen", &seen)]), "/admin/settings");
            assert!(!first.get(path).text().contains("Annan sanat"));
        }
    }

    fn a_setting_that_would_stop_the_mails_is_refused(site) {
        let admin = site.staff("Talkkari", Role::Administrator);
        let mut visitor = site.as_person(admin);
        visitor.get("/admin/settings/sender-address");
        let wrong = visitor.post("/admin/settings/sender-address", &[("value", "posti")]);
        assert_says(&wrong, 422, "nimi@esimerkki.fi");
        visitor.get("/admin/settings/default-language");
        let wrong = visitor.post("/admin/settings/default-language", &[("value", "de")]);
        assert_says(&wrong, 422, "luettelon");
    }

    fn a_text_of_a_mail_is_set_by_language_with_its_places_filled(site) {
        aino(&site);
        let admin = site.staff("Talkkari", Role::Administrator);
        let mut visitor = site.as_person(admin);
        let path = "/admin/settings/platform-reset-mail-body";
        assert_says(&visitor.get(path), 200, "{ $link }");
        let odd = visitor.post(path, &[("fi", "{ $nimi }"), ("sv", ""), ("en", "")]);
        assert_says(&odd, 422, "jota emme osaa täyttää");
        let lost = visitor.post(path, &[("fi", "Moi!"), ("sv", ""), ("en", "")]);
        assert_says(&lost, 422, "Jätä tekstiin { $link }");
        let texts = [("fi", "Moi {$name}, tässä: { $link }"), ("sv", ""), ("en", "")];
        assert_leads_to(&visitor.post(path, &texts), "/admin/settings");
        let mut owner = site.visitor();
        owner.get("/password/forgot");
        owner.post("/password/forgot", &[("email", AINO)]);
        site.settle();
        let mail = site.mails_to(AINO).pop().unwrap();
        assert!(mail.body.starts_with("Moi Etunimi0, tässä: http://kafferum.test/"), "{}", mail.body);
    }

    fn a_role_is_given_and_ended_and_opens_and_closes_at_once(site) {
        let aino = aino(&site);
        let admin = site.staff("Talkkari", Role::Administrator);
        let mut visitor = site.as_person(admin);
        let mut member = site.as_person(aino);
        assert_says(&give(&mut visitor, "kukaties", "editor", ""), 422, "ei ole ketään");
        assert_says(&give(&mut visitor, "Aamukaste", "queen", ""), 422, "Valitse tehtävä");
        assert_says(&give(&mut visitor, "Aamukaste", "administrator", "room:1"), 422, "koko liittoa");
        assert_says(&give(&mut visitor, "Aamukaste", "moderator", "huone 1"), 422, "room:7");
        // The address of a member does not tell what they go by, nor that they are there.
        for address in [AINO, "tuntematon@testi.example"] {
            assert_says(&give(&mut visitor, address, "moderator", ""), 422, "ei ole ketään");
        }
        assert!(!visitor.get("/admin/roles").text().contains("Aamukaste"));
        assert_leads_to(&give(&mut visitor, "AAMUKASTE", "administrator", ""), "/admin/roles");
        assert_says(&give(&mut visitor, "Aamukaste", "administrator", ""), 422, "jo tämä tehtävä");
        assert_says(&give(&mut visitor, AINO, "administrator", ""), 422, "ei ole ketään");
        assert_eq!(member.get("/admin").status, 200);
        assert_leads_to(&end(&mut visitor, grant_of(&site, aino)), "/admin/roles");
        assert_eq!(member.get("/admin").status, 403);
        assert_says(&member.get("/account/log"), 200, "Tehtävä päätettiin");
        assert_eq!(visitor.get("/admin/roles/999/end").status, 404);
    }

    fn somebody_employed_is_meant_by_their_address(site) {
        let admin = site.staff("Talkkari", Role::Administrator);
        site.staff("Neuvoja", Role::Adviser);
        let mut visitor = site.as_person(admin);
        assert_leads_to(&give(&mut visitor, "henkilo1@testi.example", "editor", ""), "/admin/roles");
        let roles = visitor.get("/admin/roles").text();
        assert_eq!(roles.matches("Neuvoja</dt>").count(), 2, "{roles}");
    }

    fn an_elected_role_rests_on_the_membership(site) {
        let aino = aino(&site);
        let admin = site.staff("Talkkari", Role::Administrator);
        let mut visitor = site.as_person(admin);
        assert_leads_to(&give(&mut visitor, "Aamukaste", "shop-steward", "region:Uusimaa"), "/admin/roles");
        assert_says(&visitor.get("/admin/roles"), 200, "päättyy jäsenyyteen");
        site.leave(aino);
        assert_says(&visitor.get("/admin/roles"), 200, "ei voimassa");
    }

    fn a_role_is_held_from_its_first_day_to_its_last(site) {
        let aino = aino(&site);
        let admin = site.staff("Talkkari", Role::Administrator);
        let (from, to) = (day(&site, 10), day(&site, 20));
        let mut visitor = site.as_person(admin);
        let given = give_term(&mut visitor, "Aamukaste", "editor", "", (&from, &to));
        assert_leads_to(&given, "/admin/roles");
        assert_says(&visitor.get("/admin/roles"), 200, "alkaa myöhemmin");
        assert_eq!(site.as_person(aino).get("/editor/missed-searches").status, 403);
        site.pass_days(10);
        assert_eq!(site.as_person(aino).get("/editor/missed-searches").status, 200);
        site.pass_days(10);
        // The last day is one of them, the day after is not.
        assert_eq!(site.as_person(aino).get("/editor/missed-searches").status, 200);
        assert!(!site.as_person(admin).get("/admin/roles").text().contains("Päättyneet tehtävät"));
        site.pass_days(1);
        assert_eq!(site.as_person(aino).get("/editor/missed-searches").status, 403);
        assert_says(&site.as_person(admin).get("/admin/roles"), 200, "Päättyneet tehtävät");
    }

    fn terms_of_one_role_follow_one_another_and_do_not_meet(site) {
        aino(&site);
        let admin = site.staff("Talkkari", Role::Administrator);
        let mut visitor = site.as_person(admin);
        let days: Vec<String> = [-1, 0, 10, 11, 20].iter().map(|days| day(&site, *days)).collect();
        let mut term = |first: &str, last: &str| {
            give_term(&mut visitor, "Aamukaste", "shop-steward", "chapter:214", (first, last))
        };
        assert_says(&term("", "joskus"), 422, "Kirjoita päivä");
        assert_says(&term("", &days[0]), 422, "pitää olla edessä");
        assert_says(&term(&days[3], &days[2]), 422, "pitää olla edessä");
        assert_leads_to(&term("", &days[2]), "/admin/roles");
        assert_says(&term(&days[2], &days[4]), 422, "jo tämä tehtävä");
        assert_leads_to(&term(&days[3], &days[4]), "/admin/roles");
    }

    fn a_term_is_ended_before_its_last_day(site) {
        let aino = aino(&site);
        let admin = site.staff("Talkkari", Role::Administrator);
        let mut visitor = site.as_person(admin);
        let last = day(&site, 20);
        give_term(&mut visitor, "Aamukaste", "editor", "", ("", &last));
        let grant = site.read(move |tx| {
            Ok(tx.one("SELECT MAX(id) FROM grant_fact WHERE person = ?1", &[&aino], |row| row.get(0))?)
        });
        assert_leads_to(&end(&mut visitor, grant), "/admin/roles");
        assert_eq!(site.as_person(aino).get("/editor/missed-searches").status, 403);
    }

    fn a_role_is_limited_only_to_what_limits_it(site) {
        aino(&site);
        let admin = site.staff("Talkkari", Role::Administrator);
        let mut visitor = site.as_person(admin);
        for role in ["registrar", "editor", "adviser", "organiser", "administrator"] {
            for scope in ["room:1", "region:Uusimaa"] {
                assert_says(&give(&mut visitor, "Aamukaste", role, scope), 422, "koko liittoa");
            }
        }
        for scope in ["region:Uusimaa", "room:iso", "room:"] {
            assert_says(&give(&mut visitor, "Aamukaste", "moderator", scope), 422, "room:7");
        }
        assert_says(&give(&mut visitor, "Aamukaste", "shop-steward", "room:1"), 422, "chapter:214");
        assert_leads_to(&give(&mut visitor, "Aamukaste", "moderator", "room:1"), "/admin/roles");
        assert_leads_to(&give(&mut visitor, "Aamukaste", "regional-contact", "region:Uusimaa"), "/admin/roles");
    }

    fn an_administrator_for_a_term_is_not_the_one_who_stays(site) {
        let aino = aino(&site);
        let admin = site.staff("Talkkari", Role::Administrator);
        let mut visitor = site.as_person(admin);
        let last = day(&site, 20);
        assert_leads_to(&give_term(&mut visitor, "Aamukaste", "administrator", "", ("", &last)), "/admin/roles");
        assert_says(&end(&mut site.as_person(aino), grant_of(&site, admin)), 422, "viimeinen ylläpitäjä");
    }

    fn the_last_administrator_stays(site) {
        let aino = aino(&site);
        site.give(aino, Role::Administrator, false);
        let mut visitor = site.as_person(aino);
        assert_says(&end(&mut visitor, grant_of(&site, aino)), 422, "viimeinen ylläpitäjä");
        visitor.get("/account/erase");
        let erase = [("password", PASSWORD), ("certain", "yes")];
        assert_says(&visitor.post("/account/erase", &erase), 422, "viimeinen ylläpitäjä");
        // One whose membership has ended does not count.
        let leaver = site.member("Lähtijä");
        site.give(leaver, Role::Administrator, true);
        site.leave(leaver);
        assert_says(&end(&mut visitor, grant_of(&site, aino)), 422, "viimeinen ylläpitäjä");
        site.staff("Talkkari", Role::Administrator);
        visitor.get("/account/erase");
        assert_leads_to(&visitor.post("/account/erase", &erase), "/goodbye");
        assert!(!is_in(&mut visitor));
    }

    fn the_log_is_read_in_pages(site) {
        let admin = site.staff("Talkkari", Role::Administrator);
        let now = site.now();
        site.write(move |tx| {
            for number in 0..120 {
                audit::record(tx, Some(admin), "job-revived", None, &format!("job {number}"), now)?;
            }
            Ok(())
        });
        let mut visitor = site.as_person(admin);
        let (mut path, mut seen) = ("/admin/audit".to_owned(), 0);
        loop {
            let text = visitor.get(&path).text();
            seen += text.matches("<td>job ").count();
            let Some((_, rest)) = text.split_once("rel=\"next\" href=\"") else { break };
            path = rest.split('"').next().unwrap().to_owned();
        }
        assert_eq!(seen, 120);
    }

    fn the_log_shows_nobody_by_number_and_by_pseudonym(site) {
        let (admin, aino) = (site.staff("Talkkari", Role::Administrator), site.member("Aamukaste"));
        let now = site.now();
        site.write(move |tx| {
            audit::record(tx, Some(aino), "password-changed", Some(aino), "", now)?;
            audit::record(tx, Some(admin), "person-seen", Some(aino), "", now)?;
            audit::record(tx, Some(aino), "people-searched", None, "", now)?;
            Ok(())
        });
        let page = site.as_person(admin).get("/admin/audit").text();
        let rows: Vec<&str> = page.split("<tr>").skip(2).collect();
        assert_eq!(rows.len(), 3);
        let number = format!("<td>{aino}</td>");
        for row in rows {
            assert!(!(row.contains("Aamukaste") && row.contains(&number)), "{row}");
        }
        assert!(page.contains("<td>Talkkari</td>") && !page.contains(&format!("<td>{admin}</td>")));
    }

    fn stuck_work_is_seen_and_started_again(site) {
        let admin = site.staff("Talkkari", Role::Administrator);
        let now = site.now();
        site.write(move |tx| {
            jobs::ask(tx, "mail", "stuck", "0", now)?;
            tx.execute(
                "UPDATE job SET state = 'dead', attempts = 9, last_error = 'the mail server hung up'",
                &[],
            )?;
            Ok(())
        });
        let mut visitor = site.as_person(admin);
        assert_says(&visitor.get("/admin"), 200, "Yksi työ on jäänyt tekemättä");
        let page = visitor.get("/admin/work");
        assert_says(&page, 200, "the mail server hung up");
        let text = page.text();
        let (_, rest) = text.rsplit_once("action=\"/admin/work/").unwrap();
        let path = format!("/admin/work/{}", rest.split('"').next().unwrap());
        assert_leads_to(&visitor.post(&path, &[]), "/admin/work");
        site.settle();
        assert_says(&visitor.get("/admin/work"), 200, "Kaikki sujuu");
    }

    fn all_stuck_work_of_a_kind_is_started_again_by_one_deed(site) {
        let admin = site.staff("Talkkari", Role::Administrator);
        let now = site.now();
        site.write(move |tx| {
            for number in 0..300 {
                jobs::ask(tx, "mail", &format!("stuck {number}"), "0", now)?;
            }
            jobs::ask(tx, "files.remove", "other", "", now)?;
            tx.execute("UPDATE job SET state = 'dead', attempts = 9", &[])?;
            // Another node runs this one at the moment.
            let leased = "UPDATE job SET state = 'waiting', due_at = ?1, lease_until = ?1
                          WHERE key = 'stuck 299'";
            tx.execute(leased, &[&(now + 60_000)])?;
            Ok(())
        });
        let mut visitor = site.as_person(admin);
        assert_says(&visitor.get("/admin/work"), 200, "Yritä kaikkia uudelleen: mail, 300");
        assert_leads_to(&visitor.post("/admin/work/revive", &[("kind", "mail")]), "/admin/work");
        site.settle();
        let of = |state: &'static str| site.read(move |tx| {
            let sql = "SELECT COUNT(*) FROM job WHERE kind = 'mail' AND state = ?1";
            Ok(tx.one(sql, &[&state], |row| row.get::<i64>(0))?)
        });
        assert_eq!((of("done"), of("waiting")), (299, 1));
        let page = visitor.get("/admin/work");
        assert_says(&page, 200, "Yritä kaikkia uudelleen: files.remove, 1");
        assert!(!page.text().contains("uudelleen: mail"));
        assert_says(&visitor.get("/admin/audit"), 200, "mail: 300");
        site.write(|tx| Ok(tx.execute("DELETE FROM job WHERE key = 'other'", &[])?));
    }
}

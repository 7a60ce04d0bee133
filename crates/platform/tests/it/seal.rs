//! Opening the seal: two people, a written reason, a week, and the person told.

use kafferum_platform::clock::DAY;
use kafferum_platform::people::{PersonId, account};
use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

use crate::assert_says;

const REASON: &str = "Uhkasi toista väkivallalla keskustelussa Työn laatu.";
const HOPE: &str = "Annan tiedon poliisille.";

/// A moderator, an administrator and somebody it is about.
struct People {
    pihlaja: PersonId,
    antti: PersonId,
    sumu: PersonId,
}

fn people(site: &TestSite) -> People {
    let pihlaja = site.member("Pihlaja");
    site.give(pihlaja, Role::Moderator, true);
    People { pihlaja, antti: site.staff("Antti", Role::Administrator), sumu: site.member("Sumu") }
}

fn new(site: &TestSite, person: PersonId) -> String {
    format!("/seal/new/{}", site.site().handle(person).unwrap())
}

fn mail_of(site: &TestSite, person: PersonId) -> String {
    site.read(move |tx| {
        Ok(kafferum_platform::people::store::identity(tx, person)?.unwrap_or_default().email)
    })
}

fn ask(by: &mut Visitor<'_>, path: &str, danger: &str, days: &str) -> (u16, String) {
    by.get(path);
    let fields = [("reason", REASON), ("hope", HOPE), ("danger", danger), ("danger_days", days)];
    let answer = by.post(path, &fields);
    (answer.status, answer.header("location").unwrap_or_default().to_owned())
}

fn answer(by: &mut Visitor<'_>, request: &str, verdict: &str) -> u16 {
    by.get(request);
    by.post(request, &[("verdict", verdict), ("words", "Vaara on todellinen.")]).status
}

on_both! {
    fn two_people_with_different_roles_see_who_it_is_for_a_week_and_the_person_is_told(site) {
        let People { pihlaja, antti, sumu } = people(&site);
        let address = mail_of(&site, sumu);
        let mut moderator = site.as_person(pihlaja);
        let (status, request) = ask(&mut moderator, &new(&site, sumu), "", "0");
        assert_eq!((status, request.as_str()), (303, "/seal/requests/1"));
        // Asked once; nobody sees anything yet, and the person is not told.
        assert_eq!(ask(&mut moderator, &new(&site, sumu), "", "0").0, 422);
        let person = format!("{request}/person");
        assert_says(&moderator.get(&person), 400, "ei ole avoinna sinulle");
        assert!(!moderator.get(&request).text().contains(&address));
        assert_eq!(answer(&mut moderator, &request, "open"), 422, "never who asked");
        let mut second = site.as_person(antti);
        assert_says(&second.get("/seal"), 200, "Sumu");
        assert_says(&second.get(&request), 200, "Uhkasi toista");
        assert_eq!(answer(&mut second, &request, ""), 422);
        assert_eq!(answer(&mut second, &request, "later"), 422, "no danger was recorded");
        second.get(&request);
        let token = second.token();
        let fields = [("verdict", "open"), ("words", "Vaara on todellinen."), ("_form", &token)];
        for _ in 0..2 {
            assert_eq!(second.post_raw(&request, &fields).status, 303);
        }
        site.settle();
        for party in [&mut moderator, &mut second] {
            assert_says(&party.get(&person), 200, &address);
        }
        let lines = site.read(|tx| {
            Ok(tx.query("SELECT action, subject FROM audit WHERE action LIKE 'seal-%' ORDER BY id", &[], |row| {
                Ok((row.get::<String>(0)?, row.get::<Option<PersonId>>(1)?))
            })?)
        });
        let deeds: Vec<&str> = lines.iter().map(|(action, _)| action.as_str()).collect();
        assert_eq!(deeds, ["seal-asked", "seal-opened", "seal-told", "seal-seen", "seal-seen"]);
        assert_eq!(lines[0].1, None);
        assert_eq!(lines[3].1, Some(sumu));
        // Nobody else, whatever they are.
        let other = site.staff("Antero", Role::Administrator);
        assert_eq!(site.as_person(other).get(&person).status, 404);
        let other = site.staff("Toinen", Role::Moderator);
        assert_eq!(site.as_person(other).get(&request).status, 404);
        assert_eq!(site.as_person(sumu).get(&request).status, 403);
        // Each of the two was told that there is something to read.
        for party in [pihlaja, antti] {
            let mails = site.mails_to(&mail_of(&site, party));
            assert_eq!(mails.len(), 1);
            assert!(mails[0].body.contains(&request) && !mails[0].raw.contains("Sumu"));
            assert!(!mails[0].body.contains("Uhkasi"), "{}", mails[0].body);
        }
        // The person reads who by role, when and why; the mail says nothing.
        let mut concerned = site.as_person(sumu);
        let told = concerned.get("/account/seal").text();
        for text in ["moderaattori", "ylläpitäjä", "Uhkasi toista", HOPE, "Vaara on todellinen."] {
            assert!(told.to_lowercase().contains(&text.to_lowercase()), "{text}: {told}");
        }
        assert!(!told.contains("Pihlaja") && !told.contains("Antti"), "{told}");
        assert!(concerned.get("/account/log").text().contains("kuka nimimerkin takana on"));
        let mails = site.mails_to(&address);
        assert_eq!(mails.len(), 1);
        assert!(!mails[0].raw.contains("moderaattori") && !mails[0].body.contains("Uhkasi"));
        // A week later it is closed again.
        site.pass(7 * DAY);
        for party in [pihlaja, antti] {
            assert_says(&site.as_person(party).get(&person), 400, "ei enää");
        }
        site.settle();
        assert_eq!(site.mails_to(&address).len(), 1);
    }

    fn a_danger_that_both_recorded_keeps_it_from_the_person_for_its_time(site) {
        let People { pihlaja, antti, sumu } = people(&site);
        let address = mail_of(&site, sumu);
        let mut moderator = site.as_person(pihlaja);
        let path = new(&site, sumu);
        assert_eq!(ask(&mut moderator, &path, "Voi satuttaa.", "0").0, 422);
        assert_eq!(ask(&mut moderator, &path, "", "30").0, 422);
        let (_, request) = ask(&mut moderator, &path, "Voi satuttaa.", "30");
        assert_eq!(answer(&mut site.as_person(antti), &request, "later"), 303);
        assert_says(&moderator.get(&format!("{request}/person")), 200, &address);
        site.settle();
        let mut concerned = site.as_person(sumu);
        let export = |site: &TestSite| {
            site.write(move |tx| Ok(account::export(tx, sumu)?)).to_string()
        };
        assert_says(&concerned.get("/account/seal"), 200, "Kenenkään ei ole tarvinnut");
        assert!(!concerned.get("/account/log").text().contains("nimimerkin takana on"));
        assert!(!export(&site).contains("Uhkasi toista"));
        assert!(site.mails_to(&address).is_empty());
        site.pass(30 * DAY - 1);
        site.settle();
        assert!(site.mails_to(&address).is_empty());
        site.pass(1);
        site.settle();
        assert_eq!(site.mails_to(&address).len(), 1);
        let mut concerned = site.as_person(sumu);
        assert_says(&concerned.get("/account/seal"), 200, "Voi satuttaa.");
        assert!(export(&site).contains("Uhkasi toista"));
    }

    fn a_request_is_declined_taken_back_or_expires_and_nothing_is_seen(site) {
        let People { pihlaja, antti, sumu } = people(&site);
        let mut moderator = site.as_person(pihlaja);
        let path = new(&site, sumu);
        let (_, first) = ask(&mut moderator, &path, "", "0");
        assert_eq!(answer(&mut site.as_person(antti), &first, "decline"), 303);
        assert_says(&moderator.get(&first), 200, "Vaara on todellinen.");
        assert_eq!(moderator.get(&format!("{first}/person")).status, 400);
        let (_, second) = ask(&mut moderator, &path, "", "0");
        moderator.get(&second);
        assert_eq!(moderator.post(&format!("{second}/withdraw"), &[]).status, 303);
        assert_eq!(site.as_person(antti).get(&second).status, 404, "it is not theirs any more");
        let (_, third) = ask(&mut moderator, &path, "", "0");
        site.pass(14 * DAY);
        assert_eq!(site.as_person(antti).get(&third).status, 404);
        let mut moderator = site.as_person(pihlaja);
        assert_says(&moderator.get(&third), 200, "Kukaan ei vastannut ajoissa");
        site.settle();
        assert_says(&moderator.get(&third), 200, "Kukaan ei vastannut ajoissa");
        assert_says(&site.as_person(sumu).get("/account/seal"), 200, "Kenenkään ei ole tarvinnut");
        assert!(site.mails_to(&mail_of(&site, sumu)).is_empty());
    }

    fn nobody_answers_about_themselves_nor_learns_of_it(site) {
        let People { pihlaja, antti, sumu: _ } = people(&site);
        let mut moderator = site.as_person(pihlaja);
        let (_, request) = ask(&mut moderator, &new(&site, antti), "", "0");
        let mut concerned = site.as_person(antti);
        assert_eq!(concerned.get(&request).status, 404);
        assert!(!concerned.get("/seal").text().contains("Antti</a>"));
        assert_eq!(answer(&mut concerned, &request, "open"), 404);
        assert_eq!(ask(&mut moderator, &new(&site, pihlaja), "", "0").0, 422, "oneself");
        let registrar = site.staff("Raija", Role::Registrar);
        assert_eq!(answer(&mut site.as_person(registrar), &request, "open"), 303);
        assert_says(&concerned.get("/account/seal"), 200, "Uhkasi toista");
    }

    fn whoever_is_erased_can_be_looked_at_no_more(site) {
        let People { pihlaja, antti, sumu } = people(&site);
        let (_, request) = ask(&mut site.as_person(pihlaja), &new(&site, sumu), "Voi satuttaa.", "7");
        assert_eq!(answer(&mut site.as_person(antti), &request, "later"), 303);
        let now = site.now();
        site.write(move |tx| Ok(account::erase(tx, sumu, now)?));
        for path in [request.clone(), format!("{request}/person")] {
            assert_eq!(site.as_person(pihlaja).get(&path).status, 404);
        }
        let kept = site.read(|tx| {
            Ok(tx.one("SELECT reason || hope || danger || answer FROM seal_request", &[], |row| row.get::<String>(0))?)
        });
        assert_eq!(kept, "");
        site.pass_days(8);
    }
}

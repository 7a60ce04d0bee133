//! The address of somebody who can't get in is corrected by two people, and
//! can be stopped.

use kafferum_platform::clock::DAY;
use kafferum_platform::people::{PersonId, account, store};
use kafferum_platform::policy::Role;
use kafferum_testkit::http::Response;
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

use super::recognising::claim;
use super::roll::{apply_file, member};
use super::{act, count};

const NEW: &str = "oikea@testi.example";
const REASON: &str = "Soitin rekisterissä olevaan numeroon.";
const PASSWORD: &str = "kolme kuppia kahvia";
const SUBJECT: &str = "Sähköpostiosoitteesi";

/// Who has to do with a correction.
struct People {
    raija: PersonId,
    antti: PersonId,
    /// A member of the roll: number 1, born on 14.3.1985.
    sumu: PersonId,
}

fn people(site: &TestSite) -> People {
    apply_file(site, &[member(1, "", "14.3.1985"), member(2, "", "1.1.1990")]);
    let sumu = site.member("Sumu");
    assert_eq!(claim(&mut site.as_person(sumu), "1", "14.3.1985").status, 303);
    People {
        raija: site.staff("Raija", Role::Registrar),
        antti: site.staff("Antti", Role::Administrator),
        sumu,
    }
}

fn email(site: &TestSite, person: PersonId) -> String {
    site.read(move |tx| Ok(store::identity(tx, person)?.unwrap_or_default().email))
}

fn ask(
    site: &TestSite,
    by: &mut Visitor<'_>,
    person: PersonId,
    email: &str,
    reason: &str,
) -> Response {
    let path = format!("{}/correct", super::page_of(site, person));
    act(by, &path, &path, &[("email", email), ("reason", reason)])
}

/// Asks as it should be; the address of the correction.
fn asked(site: &TestSite, by: PersonId, person: PersonId) -> String {
    let answer = ask(site, &mut site.as_person(by), person, NEW, REASON);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").expect("a correction").to_owned()
}

fn answer(site: &TestSite, by: PersonId, correction: &str, verdict: &str) -> u16 {
    let fields = [("verdict", verdict), ("words", "Kysyin Raijalta.")];
    act(&mut site.as_person(by), correction, correction, &fields).status
}

/// The newest link to pages that begin so in the mails to an address.
fn link(site: &TestSite, address: &str, beginning: &str) -> Option<String> {
    site.settle();
    let bodies = site.mails_to(address).into_iter().map(|mail| mail.body);
    let mut links = bodies.filter_map(|body| {
        let (_, rest) = body.split_once(&format!("http://kafferum.test{beginning}"))?;
        Some(format!("{beginning}{}", rest.split_whitespace().next()?))
    });
    links.next()
}

fn take_link(site: &TestSite) -> Option<String> {
    link(site, NEW, "/correction/take/")
}

/// A correction that was asked for and agreed to, its days gone by; the link.
fn mailed(site: &TestSite, people: &People, person: PersonId) -> String {
    let correction = asked(site, people.raija, person);
    assert_eq!(answer(site, people.antti, &correction, "agree"), 303);
    site.pass(3 * DAY);
    take_link(site).expect("a link")
}

fn take(by: &mut Visitor<'_>, link: &str, fields: &[(&str, &str)]) -> Response {
    let fields = [fields, &[("password", PASSWORD)]].concat();
    act(by, link, link, &fields)
}

fn sign_in(site: &TestSite, email: &str) -> u16 {
    let fields = [("email", email), ("password", PASSWORD)];
    act(&mut site.visitor(), "/sign-in", "/sign-in", &fields).status
}

fn says(answer: &Response, status: u16, text: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert!(answer.text().contains(text), "{text}: {}", answer.text());
}

on_both! {
    fn two_people_correct_an_address_and_the_person_takes_it_by_what_they_know(site) {
        let people = people(&site);
        let People { raija, antti, sumu } = people;
        let old = email(&site, sumu);
        let mut registrar = site.as_person(raija);
        says(&ask(&site, &mut registrar, sumu, "oikea", REASON), 422, "class=\"errors\"");
        says(&ask(&site, &mut registrar, sumu, NEW, "Soitti"), 422, "vähintään 20 merkkiä");
        says(&ask(&site, &mut registrar, sumu, &email(&site, antti), REASON), 422, "kirjautuu jo");
        let correction = asked(&site, raija, sumu);
        says(&ask(&site, &mut registrar, sumu, "toinen@testi.example", REASON), 422, "jo korjaamassa");
        let page = super::page_of(&site, sumu);
        says(&registrar.get(&page), 200, &format!("href=\"{correction}\""));
        // The person hears of it where they can, and the administrators that
        // something waits; neither mail says of whom.
        assert!(link(&site, &old, "/correction/stop/").is_some());
        says(&site.as_person(sumu).get("/notices"), 200, "toista sähköpostiosoitetta");
        let to_old = site.mails_to(&old);
        let to_antti = site.mails_to(&email(&site, antti));
        assert!(to_old.iter().map(|mail| mail.subject.as_str()).eq([SUBJECT]), "{to_old:?}");
        let called = to_antti.iter().map(|mail| mail.body.contains(&correction));
        assert!(called.eq([true]), "{to_antti:?}");
        for mail in to_old.iter().chain(&to_antti) {
            for told in ["Sumu", NEW, REASON, "Sukunimi", "Testiliitto:"] {
                assert!(!mail.subject.contains(told), "{told}: {mail:?}");
                let is_greeting = told == "Sukunimi";
                assert!(is_greeting || !mail.body.contains(told), "{told}: {mail:?}");
            }
        }
        // The administrator sees the person and not the pseudonym.
        let mut administrator = site.as_person(antti);
        for path in ["/corrections", &correction] {
            let page = administrator.get(path);
            says(&page, 200, "Sukunimi");
            assert!(!page.text().contains("Sumu"), "{}", page.text());
        }
        says(&administrator.get(&correction), 200, NEW);
        assert_eq!(answer(&site, antti, &correction, ""), 422);
        assert_eq!(answer(&site, antti, &correction, "agree"), 303);
        assert_eq!(answer(&site, antti, &correction, "decline"), 422, "it is answered");
        // Nothing changes for three days.
        assert_eq!(take_link(&site), None);
        site.pass(3 * DAY - 1);
        assert_eq!((take_link(&site), email(&site, sumu)), (None, old.clone()));
        let mut phone = site.as_person(sumu);
        site.pass(1);
        let link = take_link(&site).expect("a link");
        let to_new = site.mails_to(NEW);
        assert!(to_new.iter().map(|mail| mail.subject.as_str()).eq([SUBJECT]), "{to_new:?}");
        for told in ["Sumu", "Etunimi", "Sukunimi", "Testiliitto", "liit", "jäsen"] {
            assert!(!to_new.iter().any(|mail| mail.body.contains(told)), "{told}: {to_new:?}");
        }
        // Whoever has the mailbox is not the person yet.
        let mut browser = site.visitor();
        says(&browser.get(&link), 200, NEW);
        let wrong = [("number", "2"), ("birth-date", "1.1.1990")];
        says(&take(&mut browser, &link, &wrong), 422, "eivät sovi tunnukseen");
        says(&take(&mut browser, &link, &[]), 422, "Jäsennumero");
        assert_eq!(email(&site, sumu), old);
        let fields = [("number", "1"), ("birth-date", "14.3.1985"), ("password", PASSWORD)];
        browser.get(&link);
        let token = browser.token();
        let fields = [&fields[..], &[("_form", &token)]].concat();
        for _ in 0..2 {
            let taken = browser.post_raw(&link, &fields);
            assert_eq!(taken.header("location"), Some("/sign-in"), "{}", taken.text());
        }
        assert_eq!(email(&site, sumu), NEW);
        says(&site.visitor().get(&link), 400, "Linkki ei enää toimi");
        assert_eq!((sign_in(&site, NEW), sign_in(&site, &old)), (303, 422));
        assert_eq!(phone.get("/account").status, 303, "its session has ended");
        site.settle();
        assert!(site.mails_to(&old).iter().any(|mail| mail.body.contains("ei enää kirjauduta")));
        // The person sees all of it afterwards, by role.
        let mut person = site.as_person(sumu);
        let told = person.get("/account/corrections").text();
        for text in ["Jäsenrekisterin hoitaja", "Ylläpitäjä", REASON, "Kysyin Raijalta.", NEW, "Korjattu"] {
            assert!(told.contains(text), "{text}: {told}");
        }
        assert!(!told.contains("Pysäytä"), "{told}");
        let log = person.get("/account/log").text();
        assert!(log.contains("Korjattu sähköpostiosoite otettiin käyttöön"), "{log}");
        assert!(log.contains("/account/corrections"), "{log}");
        let deeds = site.read(|tx| {
            let sql = "SELECT action FROM audit WHERE action LIKE 'correction-%' ORDER BY id";
            Ok(tx.query(sql, &[], |row| row.get::<String>(0))?)
        });
        let wanted = ["correction-asked", "correction-agreed", "correction-mailed", "correction-done"];
        assert_eq!(deeds, wanted);
        assert!(count(&site, "SELECT COUNT(*) FROM audit WHERE action = 'email-changed'") == 1);
    }

    fn a_guest_has_nothing_but_the_link_and_it_works_for_a_week_once(site) {
        let people = people(&site);
        let guest = site.guest("Tuuli");
        let link = mailed(&site, &people, guest);
        site.pass(7 * DAY);
        says(&site.visitor().get(&link), 400, "Linkki ei enää toimi");
        assert_eq!(take(&mut site.visitor(), &link, &[]).status, 400);
        site.settle();
        let correction = asked(&site, people.raija, guest);
        assert_eq!(answer(&site, people.antti, &correction, "agree"), 303);
        site.pass(3 * DAY);
        site.settle();
        let links: Vec<String> = site.mails_to(NEW).into_iter().map(|mail| mail.body).collect();
        let newer = links.iter().find(|body| !body.contains(&link)).expect("another link");
        let path = newer.split("http://kafferum.test").nth(1).expect("a link");
        let path = path.split_whitespace().next().expect("its end");
        let page = site.visitor().get(path);
        assert!(page.status == 200 && !page.text().contains("Jäsennumero"), "{}", page.text());
        assert_eq!(take(&mut site.visitor(), path, &[]).status, 303);
        assert_eq!(sign_in(&site, NEW), 303);
    }

    fn the_old_address_a_device_or_who_asked_ends_it_and_nothing_changes(site) {
        let people = people(&site);
        let People { raija, antti, sumu } = people;
        let old = email(&site, sumu);
        // By the link that went to the address of before, once.
        let first = asked(&site, raija, sumu);
        let stop = link(&site, &old, "/correction/stop/").expect("a link");
        assert_eq!(answer(&site, antti, &first, "agree"), 303);
        says(&site.visitor().get(&stop), 200, "Pysäytetäänkö");
        assert_eq!(act(&mut site.visitor(), &stop, &stop, &[]).status, 303);
        says(&site.visitor().get(&stop), 400, "Linkki ei enää toimi");
        says(&site.as_person(raija).get(&first), 200, "Pysäytetty");
        // By the person, even when the link is out.
        let link = mailed(&site, &people, sumu);
        let mut person = site.as_person(sumu);
        says(&person.get("/account/corrections"), 200, NEW);
        assert_eq!(person.post("/account/corrections/stop", &[]).status, 303);
        says(&site.visitor().get(&link), 400, "Linkki ei enää toimi");
        assert_eq!(take(&mut site.visitor(), &link, &[]).status, 400);
        // By who asked; and by the administrator, who says why.
        let third = asked(&site, raija, sumu);
        let withdraw = format!("{third}/withdraw");
        let other = site.staff("Reijo", Role::Registrar);
        assert_eq!(act(&mut site.as_person(other), &third, &withdraw, &[]).status, 422);
        assert_eq!(act(&mut site.as_person(raija), &third, &withdraw, &[]).status, 303);
        assert_eq!(site.as_person(antti).get(&third).status, 404, "it is not theirs any more");
        let fourth = asked(&site, raija, sumu);
        assert_eq!(answer(&site, antti, &fourth, "decline"), 303);
        says(&site.as_person(raija).get(&fourth), 200, "Kysyin Raijalta.");
        // By itself, when nobody answers.
        let fifth = asked(&site, raija, sumu);
        site.pass(14 * DAY);
        assert_eq!(site.as_person(antti).get(&fifth).status, 404);
        says(&site.as_person(raija).get(&fifth), 200, "Aikaa kului liikaa");
        site.settle();
        let states = site.read(|tx| {
            let sql = "SELECT state FROM address_correction ORDER BY id";
            Ok(tx.query(sql, &[], |row| row.get::<String>(0))?)
        });
        assert_eq!(states, ["stopped", "stopped", "withdrawn", "declined", "expired"]);
        assert_eq!((email(&site, sumu), site.mails_to(NEW).len()), (old, 1));
    }

    fn nobody_acts_alone_or_about_themselves(site) {
        let People { raija, antti, sumu } = people(&site);
        // A registrar who is an administrator, too, does not answer themself.
        site.give(raija, Role::Administrator, false);
        let correction = asked(&site, raija, sumu);
        assert_eq!(answer(&site, raija, &correction, "agree"), 422);
        says(&ask(&site, &mut site.as_person(raija), raija, "oma@testi.example", REASON), 422, "oma tunnuksesi");
        // Nor does an administrator whom it is about: they do not even see it.
        let other = site.staff("Reijo", Role::Registrar);
        let answer_from = ask(&site, &mut site.as_person(other), antti, "antti@testi.example", REASON);
        let about_antti = answer_from.header("location").expect("a correction").to_owned();
        assert_eq!(site.as_person(antti).get(&about_antti).status, 404);
        assert_eq!(answer(&site, antti, &about_antti, "agree"), 404);
        let list = site.as_person(antti).get("/corrections").text();
        assert!(list.contains(&correction) && !list.contains(&about_antti), "{list}");
        says(&site.as_person(antti).get("/account/corrections"), 200, "antti@testi.example");
        assert_eq!(answer(&site, raija, &about_antti, "agree"), 303);
        // Links are good for what they were made for.
        assert_eq!(site.visitor().get("/correction/take/1-000000000000000000000000").status, 400);
        let stop = link(&site, &email(&site, sumu), "/correction/stop/").expect("a link");
        assert_eq!(site.visitor().get(&stop.replace("/stop/", "/take/")).status, 400);
    }

    fn an_address_that_somebody_else_took_meanwhile_stays_theirs(site) {
        let people = people(&site);
        let guest = site.guest("Tuuli");
        let old = email(&site, guest);
        let link = mailed(&site, &people, guest);
        super::register(&site, NEW, "Toinen", &[]);
        says(&take(&mut site.visitor(), &link, &[]), 422, "kirjautuu jo");
        assert_eq!(email(&site, guest), old);
    }

    fn what_was_asked_is_told_to_its_people_and_forgotten_with_them(site) {
        let People { raija, antti, sumu } = people(&site);
        let correction = asked(&site, raija, sumu);
        assert_eq!(answer(&site, antti, &correction, "agree"), 303);
        let export = |person| {
            let feature = kafferum_membership::feature();
            let all = site.write(move |tx| Ok((feature.export)(tx, person)?));
            all.get("corrections").expect("corrections").to_string()
        };
        assert!(export(sumu).contains(NEW) && export(sumu).contains(REASON));
        assert!(export(raija).contains(REASON) && !export(raija).contains(NEW));
        assert!(export(antti).contains("Kysyin Raijalta.") && !export(antti).contains(REASON));
        let now = site.now();
        let erase = kafferum_membership::feature().erase;
        site.write(move |tx| {
            erase(tx, sumu, now)?;
            Ok(account::erase(tx, sumu, now)?)
        });
        assert_eq!(site.as_person(raija).get(&correction).status, 404);
        let kept = site.read(|tx| {
            let sql = "SELECT email || reason || answer || state FROM address_correction";
            Ok(tx.one(sql, &[], |row| row.get::<String>(0))?)
        });
        assert_eq!(kept, "withdrawn");
        site.pass_days(4);
        assert_eq!(site.mails_to(NEW).len(), 0);
    }
}

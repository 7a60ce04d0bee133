//! What becomes of mails that wait for a mail server while their people do
//! something that makes them pointless.

use std::time::Duration;

use kafferum_platform::clock::HOUR;
use kafferum_platform::mail::Mailer;
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_testkit::on_each;
use kafferum_testkit::site::{On, TestSite, Visitor};
use kafferum_testkit::smtp::{Behaviour, SmtpReceiver, Stage};

use super::applying::{apply, guest};
use super::roll::{apply_file, member};
use super::{WANTS_LETTER, act, count, page_of, register, registrar};

const OFF: Behaviour = Behaviour::RefuseTemporarily(Stage::Recipient);

fn site_with(on: On, receiver: &SmtpReceiver) -> TestSite {
    let url = format!("smtp://{}", receiver.address());
    TestSite::start_with(on, move |parts| {
        parts.mailer = Mailer::smtp(&url, Duration::from_secs(5)).expect("an address");
    })
}

/// The mail server is back: everything that waits goes out.
fn let_all_out(site: &TestSite, receiver: &SmtpReceiver) {
    receiver.behave(Behaviour::Accept);
    site.pass(HOUR);
    site.settle();
}

/// To whom mails of a subject went, sorted.
fn got(receiver: &SmtpReceiver, subject: &str) -> Vec<String> {
    let mut to: Vec<String> = receiver
        .messages()
        .into_iter()
        .filter(|message| {
            let parsed = mail_parser::MessageParser::default().parse(&message.raw).expect("a mail");
            parsed.subject() == Some(subject)
        })
        .flat_map(|message| message.to)
        .collect();
    to.sort();
    to
}

fn says(site: &TestSite, raija: &mut Visitor<'_>, person: PersonId, texts: &[&str]) {
    let page = raija.get(&page_of(site, person)).text();
    for text in texts {
        assert!(page.contains(text), "{text}: {page}");
    }
}

on_each! {
    fn a_mail_that_was_given_up_is_told_of_and_goes_out_when_all_are_tried_again(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        guest(&site, "toinen@testi.example", "Kaksi");
        site.settle();
        receiver.behave(OFF);
        site.pass_days(14);
        for _ in 0..9 {
            site.pass_days(1);
        }
        let mut raija = registrar(&site);
        says(&site, &mut raija, aino, &["Muistutus ei lähtenyt", "kolmeen päivään"]);
        receiver.behave(Behaviour::Accept);
        let mut talkkari = site.as_person(site.staff("Talkkari", Role::Administrator));
        let again = act(&mut talkkari, "/admin/work", "/admin/work/revive", &[("kind", "mail")]);
        assert_eq!(again.header("location"), Some("/admin/work"), "{}", again.text());
        site.settle();
        assert_eq!(got(&receiver, "Vielä ehdit"), ["aino@testi.example", "toinen@testi.example"]);
        says(&site, &mut raija, aino, &["Muistutus lähetetty"]);
        assert!(talkkari.get("/admin/work").text().contains("Kaikki sujuu"));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM audit WHERE action = 'job-revived'"), 1);
    }

    fn a_reminder_that_waits_for_the_mail_server_does_not_reach_who_moved_on(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        let declined = guest(&site, "declined@testi.example", "Kaksi");
        let joined = guest(&site, "joined@testi.example", "Kolme");
        let returned = register(&site, "returned@testi.example", "Viisi", &WANTS_LETTER);
        let waits = guest(&site, "waits@testi.example", "Kuusi");
        let mut raija = registrar(&site);
        act(&mut raija, "/registrar/letters", "/registrar/letters/print", &[]);
        site.settle();
        receiver.behave(OFF);
        site.pass_days(14);
        says(&site, &mut raija, waits, &["Muistutus lähdössä", "Viesti ei ole vielä lähtenyt."]);

        apply(&site, aino, &[]);
        act(&mut site.as_person(declined), "/account/road", "/account/road/decline", &[]);
        apply_file(&site, &[member(1, "", "1.1.1980")]);
        let claim = [("number", "1"), ("birth-date", "1.1.1980")];
        act(&mut site.as_person(joined), "/recognise", "/recognise", &claim);
        let path = page_of(&site, returned);
        act(&mut raija, &path, &format!("{path}/returned"), &[]);

        let_all_out(&site, &receiver);
        assert_eq!(got(&receiver, "Vielä ehdit"), ["waits@testi.example"]);
        for (person, reason) in [
            (aino, "Syy: jäsenhakemus on jo saapunut."),
            (declined, "Syy: ei halua viestejä."),
            (joined, "Syy: on jo jäsen."),
            (returned, "Syy: kirje palasi postista."),
        ] {
            says(&site, &mut raija, person, &["Muistutus peruttiin ennen lähtöä", reason]);
        }
        says(&site, &mut raija, waits, &["Muistutus lähetetty"]);
    }

    fn a_join_kit_that_waits_goes_to_applicants_but_not_to_who_declined(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        receiver.behave(OFF);
        let mut raija = registrar(&site);
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        let declined = guest(&site, "declined@testi.example", "Kaksi");
        apply(&site, aino, &[]);
        act(&mut site.as_person(declined), "/account/road", "/account/road/decline", &[]);
        let_all_out(&site, &receiver);
        assert_eq!(got(&receiver, "Tässä lupaamamme kirje"), ["aino@testi.example"]);
        says(&site, &mut raija, declined, &["Liittymispaketin sähköposti peruttiin ennen lähtöä"]);
    }

    fn a_reminder_that_waits_until_the_trial_is_over_is_taken_back(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        let aino = guest(&site, "aino@testi.example", "Aamukaste");
        site.settle();
        receiver.behave(OFF);
        site.pass_days(29);
        site.pass_days(1);
        let_all_out(&site, &receiver);
        assert_eq!(got(&receiver, "Vielä ehdit"), Vec::<String>::new());
        assert_eq!(got(&receiver, "Kiitos, että kävit"), ["aino@testi.example"]);
        let mut raija = registrar(&site);
        says(&site, &mut raija, aino, &["Muistutus peruttiin ennen lähtöä", "Syy: kokeilujakso oli jo päättynyt."]);
    }
}

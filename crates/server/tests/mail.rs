//! Mail against a real mail server that takes, refuses, hangs and hangs up.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected should stop at once"
)]

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use kafferum_platform::clock::{DAY, HOUR, MINUTE, Millis};
use kafferum_platform::jobs;
use kafferum_platform::mail::{self, Mailer, NewMail};
use kafferum_platform::texts::Lang;
use kafferum_testkit::log::Log;
use kafferum_testkit::on_each;
use kafferum_testkit::site::{On, TestSite};
use kafferum_testkit::smtp::{Behaviour, SmtpReceiver, Stage};
use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tracing_subscriber::filter::LevelFilter;

/// Long enough for an answer on loopback, short enough to wait for.
const PATIENCE: Duration = Duration::from_millis(400);
const RECIPIENT: &str = "aino.salainen@testi.example";
const SECRET: &str = "salainen-viesti-8215";

/// Everything that is logged while these tests run.
static LOG: LazyLock<Log> = LazyLock::new(|| Log::listen(LevelFilter::INFO));

fn site_with(on: On, receiver: &SmtpReceiver) -> TestSite {
    LazyLock::force(&LOG);
    let url = format!("smtp://{}", receiver.address());
    TestSite::start_with(on, move |parts| parts.mailer = Mailer::smtp(&url, PATIENCE).unwrap())
}

fn mail_under(key: &str) -> NewMail<'_> {
    NewMail {
        key,
        person: None,
        kind: "test",
        lang: Lang::Fi,
        to: RECIPIENT,
        subject: "Viesti sinulle",
        body: SECRET,
        attachment: None,
        unsubscribe: None,
        reply_to: None,
    }
}

/// Asks for one mail.
fn write_to_aino(site: &TestSite) {
    let now = site.now();
    site.write(move |tx| Ok(mail::intend(tx, &mail_under("test:1"), now)?));
}

/// The mail's state and Message-ID.
fn mail(site: &TestSite) -> (String, String) {
    site.read(|tx| {
        let sql = "SELECT state, message_id FROM mail WHERE key = 'test:1'";
        Ok(tx.one(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))?)
    })
}

/// The job's state, how often it was given back, and when it is due.
fn job(site: &TestSite) -> (String, i64, Millis) {
    site.read(|tx| {
        let sql = "SELECT state, attempts, due_at FROM job WHERE kind = 'mail'";
        Ok(tx.one(sql, &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
    })
}

fn must_be_done(site: &TestSite, receiver: &SmtpReceiver, copies: usize) {
    assert_eq!(mail(site).0, "handed");
    assert_eq!(job(site).0, "done");
    let wanted = format!("<{}@kafferum.test>", mail(site).1);
    let messages = receiver.messages();
    assert_eq!(messages.len(), copies, "{messages:#?}");
    for message in &messages {
        assert_eq!(message.header("message-id").unwrap(), wanted);
        assert_eq!(message.to, [RECIPIENT]);
        assert!(message.text().contains(SECRET));
    }
    must_forget_the_mail(site);
    must_log_nobody();
}

/// What has been settled is not kept.
fn must_forget_the_mail(site: &TestSite) {
    let kept: (String, String) = site.read(|tx| {
        let sql = "SELECT body, recipient FROM mail WHERE key = 'test:1'";
        Ok(tx.one(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))?)
    });
    assert_eq!(kept, (String::new(), String::new()));
}

fn must_log_nobody() {
    let log = LOG.text();
    for word in [RECIPIENT, "aino", "salainen", SECRET, "testi.example", "@"] {
        let line = log.lines().find(|line| line.to_lowercase().contains(word));
        assert_eq!(line, None, "the log holds {word}");
    }
}

/// After a failed attempt the mail waits, unseen to the server, until the
/// back-off is over.
fn must_wait(site: &TestSite, receiver: &SmtpReceiver, attempts: i64, wait: Millis) {
    assert!(LOG.text().contains("a job is given back"), "nothing is logged at all");
    assert_eq!(mail(site).0, "intended");
    assert_eq!(job(site), ("waiting".to_owned(), attempts, site.now() + wait));
    let connections = receiver.connections();
    site.pass(wait - 1);
    assert_eq!(site.settle(), 0, "it was tried before its time");
    assert_eq!(receiver.connections(), connections);
    site.pass(1);
}

/// More mails than are handed over at a time, several times over.
const MANY: i64 = 80;

fn write_many(site: &TestSite) {
    let now = site.now();
    site.write(move |tx| {
        for number in 0..MANY {
            mail::intend(tx, &mail_under(&format!("test:{number}")), now)?;
        }
        Ok(())
    });
}

/// How many of them nobody has tried to hand over yet.
fn untried(site: &TestSite) -> i64 {
    site.read(|tx| {
        let sql = "SELECT COUNT(*) FROM job j JOIN mail m ON j.key = 'mail:' || m.id
                   WHERE m.kind = 'test' AND j.state = 'waiting' AND j.attempts = 0";
        Ok(tx.one(sql, &[], |row| row.get(0))?)
    })
}

/// The worker as the program runs it, and what tells it to stop.
fn start_worker(site: &TestSite) -> (oneshot::Sender<()>, JoinHandle<()>) {
    let (stop, stopped) = oneshot::channel();
    let worker = jobs::worker(Arc::clone(site.site()), async move {
        let _ = stopped.await;
    });
    (stop, site.wait_for(async { Handle::current() }).spawn(worker))
}

/// What a stranger who sees a locked screen must not learn, in three
/// languages.
const TELLING: [&str; 14] = [
    "liit", "jäsen", "kokeilu", "ammatti", "avustaja", "medlem", "fack", "förbund", "anslut",
    "assist", "union", "member", "trial", "join",
];

fn register(site: &TestSite, number: usize, lang: Lang) {
    let mut visitor = site.visitor();
    visitor.set_cookie("lang", lang.word());
    visitor.get("/register");
    let (email, pseudonym) = (format!("salainen{number}@testi.example"), format!("Kuppi {number}"));
    let answer = visitor.post(
        "/register",
        &[
            ("given-name", "Aino"),
            ("family-name", "Salainen"),
            ("email", &email),
            ("region", "Uusimaa"),
            ("lang", lang.word()),
            ("relation", "assistant"),
            ("pseudonym", &pseudonym),
            ("consent", "yes"),
            ("house-rules", "yes"),
        ],
    );
    assert_eq!(answer.header("location"), Some("/register/done"), "{}", answer.text());
}

on_each! {
    fn a_mail_is_handed_over_once(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        write_to_aino(&site);
        write_to_aino(&site);
        site.settle();
        site.pass_days(1);
        must_be_done(&site, &receiver, 1);
        assert_eq!(receiver.messages().first().unwrap().from, "posti@testi.example");
    }

    fn a_mail_put_off_is_tried_again_at_longer_and_longer_intervals_and_delivered_once(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        write_to_aino(&site);
        let stages = [
            (Stage::Greeting, MINUTE),
            (Stage::Hello, 5 * MINUTE),
            (Stage::Sender, 30 * MINUTE),
            (Stage::Recipient, 2 * HOUR),
            (Stage::Data, 6 * HOUR),
            (Stage::MessageEnd, 12 * HOUR),
        ];
        for (attempts, (stage, wait)) in (1..).zip(stages) {
            receiver.behave(Behaviour::RefuseTemporarily(stage));
            site.settle();
            must_wait(&site, &receiver, attempts, wait);
        }
        receiver.behave(Behaviour::Accept);
        site.settle();
        must_be_done(&site, &receiver, 1);
    }

    fn a_mail_that_nobody_takes_for_three_days_waits_for_an_administrator(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        write_to_aino(&site);
        receiver.behave(Behaviour::RefuseTemporarily(Stage::Recipient));
        for _ in 0..9 {
            site.settle();
            site.pass(DAY);
        }
        assert_eq!(job(&site).0, "dead");
        assert_eq!(mail(&site).0, "intended");
        receiver.behave(Behaviour::Accept);
        site.settle();
        assert!(receiver.messages().is_empty(), "a dead job rose by itself");
        let now = site.now();
        site.write(move |tx| {
            let trouble = jobs::troubles(tx)?.remove(0);
            Ok(jobs::revive(tx, trouble.id, now)?)
        });
        site.settle();
        must_be_done(&site, &receiver, 1);
    }

    fn a_mail_refused_for_good_is_recorded_and_neither_tried_again_nor_dead(on) {
        for (stage, answer) in [
            (Stage::Recipient, "550 no such person"),
            (Stage::Recipient, "550 5.1.1 no such person"),
            (Stage::MessageEnd, "550 5.2.1 this mailbox is closed"),
        ] {
            let receiver = SmtpReceiver::start();
            let site = site_with(on, &receiver);
            write_to_aino(&site);
            receiver.behave(Behaviour::RefusePermanently(stage, answer));
            site.settle();
            assert_eq!(mail(&site).0, "refused", "{stage:?}");
            assert_eq!(job(&site).0, "done");
            let connections = receiver.connections();
            receiver.behave(Behaviour::Accept);
            site.pass_days(4);
            assert_eq!(receiver.connections(), connections, "{stage:?}");
            assert!(receiver.messages().is_empty());
            must_forget_the_mail(&site);
            must_log_nobody();
        }
    }

    fn a_server_that_turns_everybody_away_loses_no_mail(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        write_to_aino(&site);
        let answers = [
            (Stage::Greeting, "554 closed", MINUTE),
            (Stage::Hello, "550 closed", 5 * MINUTE),
            (Stage::Sender, "550 5.7.1 you may not send from this address", 30 * MINUTE),
            (Stage::Data, "550 5.4.5 your quota for today is used", 2 * HOUR),
            (Stage::MessageEnd, "554 5.7.1 this looks like advertising", 6 * HOUR),
        ];
        for (attempts, (stage, answer, wait)) in (1..).zip(answers) {
            receiver.behave(Behaviour::RefusePermanently(stage, answer));
            site.settle();
            must_wait(&site, &receiver, attempts, wait);
        }
        receiver.behave(Behaviour::Accept);
        site.settle();
        must_be_done(&site, &receiver, 1);
    }

    fn a_server_that_hangs_is_given_up_and_the_mail_delivered_once_later(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        write_to_aino(&site);
        let stages = [
            (Stage::Greeting, MINUTE),
            (Stage::Recipient, 5 * MINUTE),
            (Stage::Data, 30 * MINUTE),
            (Stage::MessageEnd, 2 * HOUR),
        ];
        for (attempts, (stage, wait)) in (1..).zip(stages) {
            receiver.behave(Behaviour::Hang(stage));
            site.settle();
            must_wait(&site, &receiver, attempts, wait);
        }
        receiver.behave(Behaviour::Accept);
        site.settle();
        must_be_done(&site, &receiver, 1);
    }

    fn a_server_that_hangs_up_gets_the_mail_later(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        write_to_aino(&site);
        let stages = [
            (Stage::Greeting, MINUTE),
            (Stage::Sender, 5 * MINUTE),
            (Stage::Data, 30 * MINUTE),
        ];
        for (attempts, (stage, wait)) in (1..).zip(stages) {
            receiver.behave(Behaviour::Drop(stage));
            site.settle();
            must_wait(&site, &receiver, attempts, wait);
        }
        receiver.behave(Behaviour::Accept);
        site.settle();
        must_be_done(&site, &receiver, 1);
    }

    fn a_mail_whose_receipt_was_lost_is_repeated_under_the_same_message_id(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        write_to_aino(&site);
        receiver.behave(Behaviour::Drop(Stage::MessageEnd));
        site.settle();
        receiver.wait_for_messages(1);
        must_wait(&site, &receiver, 1, MINUTE);
        receiver.behave(Behaviour::Accept);
        site.settle();
        must_be_done(&site, &receiver, 2);
    }

    fn a_server_that_is_away_gets_the_mail_when_it_is_back(on) {
        let receiver = SmtpReceiver::start();
        let gone = SmtpReceiver::start();
        let url = format!("smtp://{}", gone.address());
        drop(gone);
        LazyLock::force(&LOG);
        let living = format!("smtp://{}", receiver.address());
        let starts = std::sync::atomic::AtomicUsize::new(0);
        let mut site = TestSite::start_with(on, move |parts| {
            let first = starts.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 0;
            let url = if first { &url } else { &living };
            parts.mailer = Mailer::smtp(url, PATIENCE).unwrap();
        });
        write_to_aino(&site);
        site.settle();
        assert_eq!(job(&site).0, "waiting");
        site.restart();
        site.pass(MINUTE);
        site.settle();
        must_be_done(&site, &receiver, 1);
    }

    fn no_mail_of_the_road_says_in_its_head_what_it_is_about(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        for (number, lang) in Lang::ALL.iter().enumerate() {
            register(&site, number, *lang);
        }
        site.settle();
        site.pass_days(14);
        site.pass_days(17);
        let messages = receiver.messages();
        // Password, kit, reminder and lock, to each of the three.
        assert_eq!(messages.len(), 12);
        for message in &messages {
            let parsed = mail_parser::MessageParser::default().parse(&message.raw).unwrap();
            let subject = parsed.subject().unwrap().to_lowercase();
            for word in TELLING {
                assert!(!subject.contains(word), "{subject} says {word}");
            }
            assert_eq!(message.from, "posti@testi.example");
            assert_eq!(message.header("from").unwrap(), "Kafferum <posti@testi.example>");
            assert_eq!(message.header("auto-submitted").unwrap(), "auto-generated");
        }
        must_log_nobody();
    }

    fn the_worker_ends_while_a_backlog_waits_for_a_server_that_hangs(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        receiver.behave(Behaviour::Hang(Stage::Greeting));
        write_many(&site);
        let (stop, worker) = start_worker(&site);
        receiver.wait_until_hanging();
        stop.send(()).unwrap();
        site.wait_for(worker).unwrap();
        assert!(untried(&site) > 0, "it went on to the end of the backlog");
        receiver.behave(Behaviour::Accept);
        site.pass(MINUTE);
        site.settle();
        assert_eq!(i64::try_from(receiver.count()).unwrap(), MANY);
    }

    fn reminders_go_on_while_a_backlog_waits_for_a_server_that_hangs(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        register(&site, 1, Lang::Fi);
        site.settle();
        receiver.behave(Behaviour::Hang(Stage::Greeting));
        write_many(&site);
        let (stop, worker) = start_worker(&site);
        receiver.wait_until_hanging();
        site.pass(14 * DAY);
        // Past what may have been under way, to a time when all timers have run.
        receiver.wait_for_connections(receiver.connections() + 17);
        let reminders: i64 = site.read(|tx| {
            let sql = "SELECT COUNT(*) FROM dispatch WHERE kind = 'reminder'";
            Ok(tx.one(sql, &[], |row| row.get(0))?)
        });
        assert!(untried(&site) > 0, "there is no backlog any more");
        assert_eq!(reminders, 1);
        stop.send(()).unwrap();
        site.wait_for(worker).unwrap();
        receiver.behave(Behaviour::Accept);
        site.pass(MINUTE);
        site.settle();
    }

    fn one_mail_that_hangs_does_not_hold_up_the_others_for_long(on) {
        let receiver = SmtpReceiver::start();
        let site = site_with(on, &receiver);
        write_to_aino(&site);
        receiver.behave(Behaviour::Hang(Stage::Recipient));
        site.settle();
        let now = site.now();
        site.write(move |tx| {
            let mail = NewMail {
                key: "test:2",
                person: None,
                kind: "test",
                lang: Lang::Sv,
                to: "toinen@testi.example",
                subject: "Meddelande",
                body: "Hej",
                attachment: None,
                unsubscribe: None,
                reply_to: None,
            };
            Ok(mail::intend(tx, &mail, now)?)
        });
        receiver.behave(Behaviour::Accept);
        site.settle();
        assert_eq!(receiver.messages().first().unwrap().to, ["toinen@testi.example"]);
        site.pass(MINUTE);
        site.settle();
        assert_eq!(receiver.messages().len(), 2);
    }
}

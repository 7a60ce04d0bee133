//! Answers that come by mail, as the union's mail server brings them.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected should stop at once"
)]

use kafferum_platform::clock::{DAY, HOUR, MINUTE};
use kafferum_platform::mail_in::{LARGEST, Outcome, receive};
use kafferum_platform::people::{PersonId, store as people};
use kafferum_platform::policy::Role;
use kafferum_platform::texts::Lang;
use kafferum_testkit::on_each;
use kafferum_testkit::site::{Mail, On, TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";
const THREAD: &str = "/coffee-room/threads/1";
const MAILBOX: &str = "henkilo0@testi.example";

/// Two members: the one who is asked, and the one who asks.
struct Pair {
    site: TestSite,
    asker: PersonId,
    /// The mail that tells the asker of an answer.
    mail: Mail,
}

fn site(on: On) -> TestSite {
    TestSite::start_with(on, |parts| {
        parts.answer_domain = Some("vastaus.testi.example".to_owned());
    })
}

/// Wants a mail for each post, with its thread's title.
fn want_mails(by: &mut Visitor<'_>) {
    want(by, "coffee-room-post:at-once", "shown");
}

fn want(by: &mut Visitor<'_>, pace: &str, titles: &str) {
    by.get("/notices/mails");
    let fields = [
        ("mails", "on"),
        ("pace", pace),
        ("digest_hour", "17"),
        ("quiet_from", "0"),
        ("quiet_to", "0"),
        ("titles", titles),
    ];
    assert_eq!(by.post("/notices/mails", &fields).status, 303);
}

fn open(by: &mut Visitor<'_>, title: &str) {
    by.get(NEW);
    let fields = [("title", title), ("body", "Miten?"), ("audience", "members")];
    assert_eq!(by.post(NEW, &fields).status, 303);
}

fn reply(by: &mut Visitor<'_>, thread: &str, body: &str) {
    let path = format!("{thread}/reply");
    by.get(&path);
    assert_eq!(by.post(&path, &[("body", body), ("audience", "members")]).status, 303);
}

/// A thread of the asker's that somebody has answered in.
fn pair(on: On) -> Pair {
    let site = site(on);
    let (asker, other) = (site.member("Kahvikuppi"), site.member("Pullapitko"));
    let mut at_asker = site.as_person(asker);
    want_mails(&mut at_asker);
    open(&mut at_asker, "Tauot");
    reply(&mut site.as_person(other), THREAD, "Seisaaltaan");
    site.settle();
    let mut mails = site.mails();
    assert_eq!(mails.len(), 1, "{mails:?}");
    let mail = mails.remove(0);
    // The posts of the minute before don't count any more.
    site.pass(2 * MINUTE);
    Pair { site, asker, mail }
}

/// Where the mail says that answers go.
fn address(mail: &Mail) -> String {
    let raw = mail.raw.replace("\r\n ", " ");
    let line = raw.lines().find_map(|line| line.strip_prefix("Reply-To: "));
    line.expect("an address for answers").trim_matches(['<', '>', ' ']).to_owned()
}

fn written(id: &str, body: &str) -> String {
    format!(
        "From: Maija Meikäläinen <oma.osoite@posti.example>\r\nMessage-ID: <{id}@posti.example>\r\n\
         Subject: Re: Uutta luettavaa\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n"
    )
}

fn bring(site: &TestSite, to: &str, raw: &str) -> Outcome {
    let outcome =
        site.wait_for(receive(site.site(), to, Some("oma.osoite@posti.example"), raw.as_bytes()));
    site.settle();
    outcome
}

fn texts(site: &TestSite) -> Vec<String> {
    site.read(|tx| {
        let sql = "SELECT markdown FROM post WHERE position > 1 ORDER BY thread, position";
        Ok(tx.query(sql, &[], |row| row.get(0))?)
    })
}

fn count(site: &TestSite, sql: &'static str) -> i64 {
    site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?))
}

/// The mails that tell the asker what became of answers.
fn told(pair: &Pair) -> Vec<Mail> {
    let mails = pair.site.mails().into_iter();
    let told: Vec<Mail> = mails.filter(|mail| mail.subject == "Vastauksestasi").collect();
    for mail in &told {
        // Never to whoever wrote, and never to be answered.
        assert_eq!(mail.to, MAILBOX, "{mail:?}");
        assert!(!mail.raw.contains("oma.osoite") && !mail.raw.contains("Reply-To"), "{mail:?}");
        assert!(mail.raw.contains("Auto-Submitted: auto-generated"), "{mail:?}");
    }
    told
}

on_each! {
    fn an_answer_by_mail_is_a_post_once_however_often_it_comes(on) {
        let mut pair = pair(on);
        let to = address(&pair.mail);
        assert!(pair.mail.body.contains("vastata tähän viestiin"), "{}", pair.mail.body);
        let answer = written("1", "Kiitos, **näin** teen!\r\n\r\nsu 22.11.2026 Kafferum kirjoitti:\r\n> vanhaa");
        for _ in 0..2 {
            assert_eq!(bring(&pair.site, &to, &answer), Outcome::Settled);
        }
        // Mail servers may change the case of what stands before the @.
        assert_eq!(bring(&pair.site, &to.to_uppercase(), &answer), Outcome::Settled);
        pair.site.restart();
        assert_eq!(bring(&pair.site, &to, &answer), Outcome::Settled);
        assert_eq!(texts(&pair.site), ["Seisaaltaan", "Kiitos, **näin** teen!"]);
        let page = pair.site.as_person(pair.asker).get(THREAD).text();
        assert!(page.contains("Kiitos, <strong>näin</strong> teen!"), "{page}");
        assert!(!page.contains("Meikäläinen") && !page.contains("oma.osoite"), "{page}");
        assert!(told(&pair).is_empty());
    }

    fn the_same_words_in_another_mail_are_another_answer(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        for id in ["1", "2"] {
            assert_eq!(bring(&pair.site, &to, &written(id, "Kiitos!")), Outcome::Settled);
        }
        assert_eq!(texts(&pair.site).len(), 3);
        // Without an id the words and the date are what it is known by.
        let nameless = written("3", "Hei!").replace("Message-ID", "X-Old-Id");
        for _ in 0..2 {
            assert_eq!(bring(&pair.site, &to, &nameless), Outcome::Settled);
        }
        assert_eq!(texts(&pair.site).len(), 4);
    }

    fn others_are_told_of_an_answer_by_mail_and_what_was_written_since_stays_unread(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        let third = pair.site.member("Munkki");
        reply(&mut pair.site.as_person(third), THREAD, "Istualtaan");
        bring(&pair.site, &to, &written("1", "Kiitos!"));
        let sql = "SELECT COUNT(*) FROM notice WHERE part = 4";
        assert_eq!(count(&pair.site, sql), 2);
        let marker = count(&pair.site, "SELECT position FROM read_marker WHERE person = 1 AND thread = 1");
        assert_eq!(marker, 1);
    }

    fn machines_and_circles_end_here_without_a_word(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        for header in ["Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <x.y>", "X-Auto-Response-Suppress: OOF"] {
            let raw = format!("{header}\r\n{}", written("2", "Olen lomalla"));
            assert_eq!(bring(&pair.site, &to, &raw), Outcome::Settled);
        }
        // Our own mail come back, and one that would go back to nobody.
        assert_eq!(bring(&pair.site, &to, &pair.mail.raw), Outcome::Settled);
        let raw = written("3", "Olen lomalla");
        let nobody = pair.site.wait_for(receive(pair.site.site(), &to, Some(""), raw.as_bytes()));
        assert_eq!(nobody, Outcome::Settled);
        assert_eq!(texts(&pair.site).len(), 1);
        assert!(told(&pair).is_empty());
    }

    fn a_made_up_address_is_nobodys(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        let (local, domain) = to.split_once('@').expect("an address");
        for wrong in [
            format!("reply+@{domain}"),
            format!("reply+{}@{domain}", "0".repeat(52)),
            format!("{local}0@{domain}"),
            format!("{local}@muu.example"),
            local.to_owned(),
            String::new(),
        ] {
            assert_eq!(bring(&pair.site, &wrong, &written("4", "Hei")), Outcome::Unknown, "{wrong}");
        }
        assert_eq!(bring(&pair.site, &to, "Subject: x\r\n\r\nHei"), Outcome::Broken);
        assert_eq!(texts(&pair.site).len(), 1);
        assert!(told(&pair).is_empty());
    }

    fn without_mail_coming_in_a_mail_says_that_answers_go_on_the_site(on) {
        let site = TestSite::start(on);
        let (asker, other) = (site.member("Kahvikuppi"), site.member("Pullapitko"));
        let mut at_asker = site.as_person(asker);
        want_mails(&mut at_asker);
        open(&mut at_asker, "Tauot");
        reply(&mut site.as_person(other), THREAD, "Seisaaltaan");
        site.settle();
        let mails = site.mails();
        assert!(mails[0].body.contains("ei voi vastata sähköpostilla"), "{mails:?}");
        assert!(!mails[0].raw.contains("Reply-To"), "{mails:?}");
        let outcome = bring(&site, "reply+00@vastaus.testi.example", &written("1", "Hei"));
        assert_eq!(outcome, Outcome::Unknown);
    }

    fn a_mail_says_what_its_reader_wished_and_one_that_names_no_thread_has_no_address_for_answers(on) {
        let site = site(on);
        let (asker, other) = (site.member("Kahvikuppi"), site.member("Pullapitko"));
        let mut at_asker = site.as_person(asker);
        open(&mut at_asker, "Tauot");
        let long = format!("> Miten?\n\n**Seisaaltaan** {}", "aina ".repeat(200));
        let mut known: Vec<String> = Vec::new();
        for (titles, wanted, unwanted) in [
            ("kept", "ei voi vastata sähköpostilla", "Tauot"),
            ("shown", "Tauot", "Seisaaltaan"),
            ("words", "Seisaaltaan aina", "**"),
        ] {
            want(&mut at_asker, "coffee-room-post:at-once", titles);
            reply(&mut site.as_person(other), THREAD, &long);
            site.settle();
            let mut mails = site.mails_to(MAILBOX).into_iter();
            let mail = mails.find(|mail| !known.contains(&mail.raw)).expect("a mail");
            known.push(mail.raw.clone());
            assert!(mail.body.contains(wanted) && !mail.body.contains(unwanted), "{titles}: {mail:?}");
            assert_eq!(mail.raw.contains("Reply-To"), titles != "kept", "{mail:?}");
            assert!(mail.body.contains("aina…") == (titles == "words"), "{mail:?}");
            assert!(mail.body.len() < 1600 && mail.subject == "Uutta luettavaa", "{mail:?}");
            site.pass(HOUR);
        }
        // What is not to be read any more when it goes does not go.
        want(&mut at_asker, "coffee-room-post:daily", "words");
        reply(&mut site.as_person(other), THREAD, "Salaperäinen");
        site.settle();
        let sent = site.mails_to(MAILBOX).len();
        site.write(|tx| Ok(tx.execute("UPDATE post SET state = 'hidden', hidden_reason = 'rude' WHERE position = 5", &[])?));
        site.pass_days(1);
        assert_eq!(site.mails_to(MAILBOX).len(), sent);
    }

    fn a_digest_is_answered_when_it_tells_of_one_thread_alone(on) {
        let site = site(on);
        let (asker, other) = (site.member("Kahvikuppi"), site.member("Pullapitko"));
        let mut at_asker = site.as_person(asker);
        want(&mut at_asker, "coffee-room-post:daily", "shown");
        open(&mut at_asker, "Tauot");
        open(&mut at_asker, "Vuorot");
        let mut at_other = site.as_person(other);
        reply(&mut at_other, "/coffee-room/threads/2", "Yksi");
        reply(&mut at_other, "/coffee-room/threads/2", "Kaksi");
        site.settle();
        site.pass_days(1);
        let mails = site.mails_to(MAILBOX);
        assert_eq!(mails.len(), 1, "{mails:?}");
        assert_eq!(bring(&site, &address(&mails[0]), &written("1", "Kiitos!")), Outcome::Settled);
        assert_eq!(texts(&site), ["Yksi", "Kaksi", "Kiitos!"]);
        reply(&mut at_other, "/coffee-room/threads/1", "Kolme");
        reply(&mut at_other, "/coffee-room/threads/2", "Neljä");
        site.settle();
        site.pass_days(1);
        let mails = site.mails_to(MAILBOX);
        assert_eq!(mails.len(), 2, "{mails:?}");
        assert_eq!(mails.iter().filter(|mail| mail.raw.contains("Reply-To")).count(), 1);
    }

    fn what_cannot_be_taken_is_told_once_to_the_persons_own_address(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        for _ in 0..3 {
            let outcome = bring(&pair.site, &to, &written("5", "> vain lainattua"));
            assert_eq!(outcome, Outcome::Settled);
        }
        assert_eq!(told(&pair).len(), 1);
        assert!(told(&pair)[0].body.contains("ei ollut uutta tekstiä"));
        for raw in [written("6", &"a".repeat(LARGEST)), written("7", &"a ".repeat(15_000))] {
            for _ in 0..2 {
                assert_eq!(bring(&pair.site, &to, &raw), Outcome::Settled);
            }
        }
        let told = told(&pair);
        assert_eq!(told.len(), 3);
        assert_eq!(told.iter().filter(|mail| mail.body.contains("liian suuri")).count(), 2);
        assert_eq!((texts(&pair.site).len(), count(&pair.site, "SELECT COUNT(*) FROM draft")), (1, 0));
    }

    fn whoever_got_hold_of_an_address_cannot_fill_a_mailbox(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        for number in 0..30 {
            bring(&pair.site, &to, &written(&format!("n{number}"), "> vanhaa"));
        }
        assert_eq!(told(&pair).len(), 20);
        pair.site.pass_days(1);
        bring(&pair.site, &to, &written("later", "> vanhaa"));
        assert_eq!(told(&pair).len(), 21);
    }

    fn access_is_what_it_is_now(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        pair.site.leave(pair.asker);
        assert_eq!(bring(&pair.site, &to, &written("8", "Hei")), Outcome::Settled);
        assert_eq!(texts(&pair.site).len(), 1);
        let told = told(&pair);
        assert!(told.len() == 1 && told[0].body.contains("et voi enää kirjoittaa"), "{told:?}");
    }

    fn a_guest_answers_while_the_trial_lasts(on) {
        let site = site(on);
        let (guest, member) = (site.guest("Vieras"), site.member("Pullapitko"));
        let mut at_member = site.as_person(member);
        at_member.get(NEW);
        let fields = [("title", "Tauot"), ("body", "Miten?"), ("audience", "guests")];
        assert_eq!(at_member.post(NEW, &fields).status, 303);
        let addresses = site.site().addresses.as_ref().expect("addresses");
        let to = addresses.of(guest, "thread:1", site.now()).expect("a word").expect("an address");
        site.pass(DAY);
        assert_eq!(bring(&site, &to, &written("1", "Näin")), Outcome::Settled);
        assert_eq!(texts(&site), ["Näin"]);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post WHERE audience = 'guests'"), 2);
        let before = site.mails_to(MAILBOX).len();
        site.write(move |tx| Ok(tx.execute("UPDATE person SET trial_started_at = 1 WHERE id = ?1", &[&guest]).map(|_| ())?));
        assert_eq!(bring(&site, &to, &written("2", "Vielä")), Outcome::Settled);
        assert_eq!(texts(&site), ["Näin"]);
        let mails = site.mails_to(MAILBOX);
        assert!(mails.len() > before && mails.iter().any(|mail| mail.body.contains("et voi enää kirjoittaa")), "{mails:?}");
    }

    fn a_closed_thread_takes_no_answers_and_a_joined_one_takes_them_where_it_went(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        open(&mut pair.site.as_person(pair.asker), "Vuorot");
        pair.site.pass(2 * MINUTE);
        pair.site.write(|tx| Ok(tx.execute("UPDATE thread SET state = 'closed' WHERE id = 1", &[]).map(|_| ())?));
        assert_eq!(bring(&pair.site, &to, &written("1", "Hei")), Outcome::Settled);
        assert!(told(&pair)[0].body.contains("suljettu"), "{:?}", told(&pair));
        assert_eq!((texts(&pair.site).len(), count(&pair.site, "SELECT COUNT(*) FROM draft")), (1, 0));
        pair.site.write(|tx| Ok(tx.execute("UPDATE thread SET state = 'open' WHERE id = 1", &[]).map(|_| ())?));
        let keeper = pair.site.staff("Leivos", Role::Moderator);
        let mut at_keeper = pair.site.as_person(keeper);
        let path = "/moderation/threads/1/join";
        at_keeper.get(path);
        let joined = at_keeper.post(path, &[("into", "2"), ("words", "Sama asia")]);
        assert_eq!(joined.status, 303, "{}", joined.text());
        assert_eq!(bring(&pair.site, &to, &written("2", "Perässä")), Outcome::Settled);
        let there = count(&pair.site, "SELECT thread FROM post WHERE markdown = 'Perässä'");
        assert_eq!(there, 2);
    }

    fn what_would_reveal_somebody_becomes_a_draft_and_is_not_quoted(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        let body = "Soita numeroon 040 123 4567.";
        for _ in 0..2 {
            assert_eq!(bring(&pair.site, &to, &written("1", body)), Outcome::Settled);
        }
        assert_eq!(texts(&pair.site).len(), 1);
        let told = told(&pair);
        assert_eq!(told.len(), 1);
        assert!(told[0].body.contains("voi tunnistaa jonkun") && told[0].body.contains("luonnoksena"), "{told:?}");
        assert!(told[0].body.contains("http://kafferum.test/coffee-room/threads/1/reply"), "{told:?}");
        assert!(!told[0].raw.contains("040") && !told[0].body.contains("Soita"), "{told:?}");
        let page = pair.site.as_person(pair.asker).get("/coffee-room/threads/1/reply").text();
        assert!(page.contains(body), "{page}");
    }

    fn a_draft_that_is_there_stays_and_what_comes_by_mail_goes_behind_it(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        let mut browser = pair.site.as_person(pair.asker);
        browser.get(&format!("{THREAD}/reply"));
        let fields = [("body", "Oma alku"), ("audience", "members"), ("act", "draft")];
        assert_eq!(browser.post(&format!("{THREAD}/reply"), &fields).status, 303);
        bring(&pair.site, &to, &written("1", "Kiitos!"));
        assert_eq!(texts(&pair.site).len(), 2);
        bring(&pair.site, &to, &written("2", "Soita 040 123 4567."));
        let drafts: Vec<String> = pair.site.read(|tx| Ok(tx.query("SELECT body FROM draft", &[], |row| row.get(0))?));
        assert_eq!(drafts, ["Oma alku\n\nSoita 040 123 4567."]);
    }

    fn a_quoted_notice_with_its_addresses_is_not_published(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        for (id, body) in [
            ("1", "Kiitos!\r\nLopeta: http://kafferum.test/notices/mails/stop/17-abc".to_owned()),
            ("2", format!("Kiitos!\r\n{to}")),
        ] {
            assert_eq!(bring(&pair.site, &to, &written(id, &body)), Outcome::Settled);
        }
        assert_eq!(texts(&pair.site).len(), 1);
        let told = told(&pair);
        assert!(told.len() == 2 && told.iter().all(|mail| mail.body.contains("lainattu ilmoitus")), "{told:?}");
    }

    fn whoever_writes_too_fast_or_is_paused_finds_a_draft(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        pair.site.set("coffee-room-posts-per-minute", "1");
        bring(&pair.site, &to, &written("1", "Ensin"));
        bring(&pair.site, &to, &written("2", "Toiseksi"));
        assert_eq!(texts(&pair.site), ["Seisaaltaan", "Ensin"]);
        assert!(told(&pair)[0].body.contains("Hengähdä hetki"), "{:?}", told(&pair));
        // Brought again later it is still settled: its text waits as a draft.
        pair.site.pass(2 * MINUTE);
        bring(&pair.site, &to, &written("2", "Toiseksi"));
        assert_eq!(texts(&pair.site).len(), 2);
        let (asker, now) = (pair.asker, pair.site.now());
        pair.site.write(move |tx| {
            tx.execute(
                "INSERT INTO measure (person, kind, reason, at, until) VALUES (?1, 'pause', 'other', ?2, ?3)",
                &[&asker, &now, &(now + DAY)],
            )?;
            Ok(())
        });
        bring(&pair.site, &to, &written("3", "Kolmanneksi"));
        assert_eq!(texts(&pair.site).len(), 2);
        assert!(told(&pair).iter().any(|mail| mail.body.contains("tauolle")), "{:?}", told(&pair));
        let draft: Vec<String> = pair.site.read(|tx| Ok(tx.query("SELECT body FROM draft", &[], |row| row.get(0))?));
        assert_eq!(draft, ["Toiseksi\n\nKolmanneksi"]);
    }

    fn an_answer_waits_for_a_moderator_where_it_would_on_the_site(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        pair.site.set("coffee-room-newcomer-posts", "10");
        assert_eq!(bring(&pair.site, &to, &written("1", "Uutena")), Outcome::Settled);
        assert_eq!((texts(&pair.site).len(), count(&pair.site, "SELECT COUNT(*) FROM held_post")), (1, 1));
        let told = told(&pair);
        assert!(told[0].body.contains("odottaa moderaattoria") && told[0].body.contains("/coffee-room/waiting/1"), "{told:?}");
    }

    fn an_address_works_for_some_weeks(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        pair.site.pass(29 * DAY);
        assert_eq!(bring(&pair.site, &to, &written("9", "Vielä")), Outcome::Settled);
        assert_eq!(texts(&pair.site).len(), 2);
        pair.site.pass(3 * DAY);
        for _ in 0..2 {
            assert_eq!(bring(&pair.site, &to, &written("10", "Enää")), Outcome::Settled);
        }
        assert_eq!(texts(&pair.site).len(), 2);
        assert!(told(&pair).len() == 1 && told(&pair)[0].body.contains("vanhentunut"));
        // What is known of old mails is forgotten after their addresses.
        pair.site.pass(61 * DAY);
        pair.site.wait_for(kafferum_platform::jobs::tidy(pair.site.site())).expect("tidy");
        assert_eq!(count(&pair.site, "SELECT COUNT(*) FROM mail_in"), 0);
    }

    fn attachments_are_left_out_and_that_is_said(on) {
        let pair = pair(on);
        let raw = "From: a@b.example\r\nMessage-ID: <11@x>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
            --b\r\nContent-Type: text/plain\r\n\r\nKatso\r\n--b\r\nContent-Type: image/png; name=a.png\r\n\
            Content-Disposition: attachment; filename=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n";
        assert_eq!(bring(&pair.site, &address(&pair.mail), raw), Outcome::Settled);
        assert_eq!(texts(&pair.site), ["Seisaaltaan", "Katso"]);
        assert!(told(&pair).len() == 1 && told(&pair)[0].body.contains("Liitteitä"));
    }

    fn people_are_told_in_their_language(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        for (lang, subject, words) in [
            (Lang::Sv, "Om ditt svar", "ingen ny text"),
            (Lang::En, "About your answer", "no new text"),
        ] {
            let asker = pair.asker;
            pair.site.write(move |tx| Ok(people::set_lang(tx, asker, lang)?));
            bring(&pair.site, &to, &written(subject, "> x"));
            let mails = pair.site.mails_to(MAILBOX);
            assert!(mails.iter().any(|mail| mail.subject == subject && mail.body.contains(words)), "{mails:?}");
        }
    }

    fn somebody_erased_is_nobody(on) {
        let pair = pair(on);
        let to = address(&pair.mail);
        let (asker, now) = (pair.asker, pair.site.now());
        let erasures: Vec<_> = pair.site.site().features.iter().map(|feature| feature.erase).collect();
        pair.site.write(move |tx| {
            for erase in &erasures {
                erase(tx, asker, now)?;
            }
            Ok(())
        });
        let mails = pair.site.mails().len();
        assert_eq!(bring(&pair.site, &to, &written("1", "Hei")), Outcome::Settled);
        assert_eq!((texts(&pair.site).len(), pair.site.mails().len()), (1, mails));
    }
}

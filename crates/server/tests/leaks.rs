//! Nothing tells a member or a moderator who is behind a pseudonym: every
//! route as every kind of person, feeds, search, exports, mails and what open
//! pages hear, on a site where one writer has a name, an address and a member
//! number that stand nowhere else. Where they may be seen is listed, and must
//! be seen there: so the test can fail.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that meets the unexpected should stop at once"
)]

use std::collections::BTreeSet;

use axum::http::Method;
use kafferum_platform::db::Engine;
use kafferum_platform::people::{PasswordKind, PersonId, account, store};
use kafferum_platform::policy::Role;
use kafferum_platform::web::route::Route;
use kafferum_testkit::http::{Response, Upload};
use kafferum_testkit::on_both;
use kafferum_testkit::personas::{PERSONAS, persona};
use kafferum_testkit::site::{TestSite, Visitor};

/// The writer as everybody knows them.
const PSEUDONYM: &str = "Aamukaste";
const EMAIL: &str = "postilaatikko.quxen@salainen.example";

/// The writer's number, which would lead from one to the other; no page has
/// another one like it.
const NUMBER: &str = "7310931";

/// What is only the writer's, in small letters.
const SECRETS: [&str; 10] = [
    NUMBER,
    "zebedeus",
    "quxenhjelm",
    "postilaatikko.quxen",
    "tunnistuskuja",
    "98761",
    "quxlandia",
    "+358509871234",
    "qx-31337",
    "1971",
];

/// Who sees something of it, where, and why that is so. A route stands for
/// those that begin with it.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("registrar", "/registrar/", "the registrar keeps the register"),
    ("administrator", "/corrections", "an administrator answers who corrects an address"),
    ("registrar", "/corrections", "a registrar asks for a corrected address"),
    ("who agreed", "/corrections", "an administrator answers who corrects an address"),
    ("who asked", "/seal/requests/{request}/person", "the seal is open to the two for a week"),
    ("who agreed", "/seal/requests/{request}/person", "the seal is open to the two for a week"),
    ("the writer", "/account", "one's own pages"),
];

/// The secrets in a text, however it is cut by spaces.
fn secrets(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    let joined: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let stands = |secret: &&str| text.contains(*secret) || joined.contains(*secret);
    SECRETS.into_iter().filter(stands).collect()
}

/// All of an answer that a browser gets to see.
fn whole(answer: &Response) -> String {
    let headers = answer
        .headers
        .iter()
        .map(|(name, value)| format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes())));
    headers.chain([answer.text()]).collect()
}

/// Sends a form from a page; where it leads.
fn send(site: &TestSite, by: PersonId, page: &str, path: &str, fields: &[(&str, &str)]) -> String {
    let mut browser = site.as_person(by);
    browser.get(page);
    let answer = browser.post(path, fields);
    assert_eq!(answer.status, 303, "{path}: {}", answer.text());
    answer.header("location").unwrap_or_default().to_owned()
}

/// Who has to do with the writer.
struct People {
    writer: PersonId,
    asker: PersonId,
    agreed: PersonId,
}

/// Gives the next person the writer's number.
fn count_on(site: &TestSite) {
    site.guest("Edellinen");
    let sql = match site.site().db.engine() {
        Engine::Sqlite => "UPDATE sqlite_sequence SET seq = 7310930 WHERE name = 'person'",
        Engine::Postgres => "ALTER TABLE person ALTER COLUMN id RESTART WITH 7310931",
    };
    site.write(move |tx| Ok(tx.execute(sql, &[])?));
}

/// The writer, who went the whole road: registered, applied, is in the roll.
fn writer(site: &TestSite) -> PersonId {
    count_on(site);
    let mut browser = site.visitor();
    browser.get("/register");
    let answer = browser.post(
        "/register",
        &[
            ("given-name", "Zebedeus"),
            ("family-name", "Quxenhjelm"),
            ("email", EMAIL),
            ("region", "Uusimaa"),
            ("lang", "fi"),
            ("relation", "assistant"),
            ("pseudonym", PSEUDONYM),
            ("consent", "yes"),
            ("house-rules", "yes"),
            ("letter", "yes"),
            ("street", "Tunnistuskuja 77"),
            ("postal-code", "98761"),
            ("city", "Quxlandia"),
        ],
    );
    assert_eq!(answer.header("location"), Some("/register/done"), "{}", answer.text());
    let now = site.now();
    let writer = site.read(|tx| Ok(store::person_by_email(tx, EMAIL)?)).expect("the writer");
    assert_eq!(writer.to_string(), NUMBER);
    site.write(move |tx| Ok(account::set_password(tx, writer, "none", PasswordKind::Own, now)?));
    let page = "/join/application";
    send(
        site,
        writer,
        page,
        page,
        &[
            ("given-name", "Zebedeus"),
            ("family-name", "Quxenhjelm"),
            ("birth-date", "3.4.1971"),
            ("email", EMAIL),
            ("phone", "+358 50 987 1234"),
            ("street", "Tunnistuskuja 77"),
            ("postal-code", "98761"),
            ("city", "Quxlandia"),
            ("lang", "fi"),
            ("employer", "household"),
            ("student", "no"),
            ("unemployment-fund", "yes"),
            ("member-number", "QX-31337"),
            ("consent", "yes"),
        ],
    );
    let registrar = site.staff("Rekisteri", Role::Registrar);
    let application = "/registrar/applications/1";
    let confirm = format!("{application}/confirm");
    send(site, registrar, application, &confirm, &[("member-number", "QX-31337")]);
    let page = "/registrar/letters";
    send(site, registrar, page, "/registrar/letters/print", &[]);
    let page = "/registrar/applications";
    send(site, registrar, page, "/registrar/applications/take", &[]);
    writer
}

/// The writer does everything that leaves a trace in the coffee room.
fn live(site: &TestSite) -> People {
    site.set("coffee-room-posts-per-minute", "100");
    let writer = writer(site);
    let (other, asker) = (site.member("Rautias"), site.member("Pihlaja"));
    let agreed = site.staff("Antti", Role::Administrator);
    site.give(asker, Role::Moderator, true);
    let new = "/coffee-room/rooms/1/new";
    let thread = "/coffee-room/threads/1";
    let reply = format!("{thread}/reply");
    for (title, audience) in [("Tauot kesken vuoron", "guests"), ("Listan laatiminen", "members")] {
        let fields = [
            ("title", title),
            ("body", "Miten te teette?"),
            ("audience", audience),
            ("asks", "yes"),
            ("poll", "single"),
            ("options", "Kahvi\nTee"),
            ("days", "7"),
        ];
        send(site, writer, new, new, &fields);
    }
    for text in ["Itse seisaaltaan.", "Tämän piilottaa moderaattori.", "Tähän puututaan."] {
        send(site, writer, &reply, &reply, &[("body", text), ("audience", "guests")]);
    }
    // A file may be called after whoever made it.
    let mut browser = site.as_person(writer);
    browser.get(&reply);
    let file = Upload {
        field: "file",
        file_name: "Zebedeus Quxenhjelm.pdf",
        media_type: "application/pdf",
        content: b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n",
    };
    let sent = browser.upload(&reply, &[("body", "Lista:"), ("audience", "guests")], &[file]);
    assert_eq!(sent.status, 303, "{}", sent.text());
    let edit = format!("{thread}/posts/2/edit");
    let fields = [("body", "Itse istualtaan."), ("audience", "guests"), ("version", "0")];
    let mut browser = site.as_person(writer);
    let version = browser.get(&edit).field_value("version").unwrap_or_default();
    assert_eq!(browser.post(&edit, &[fields[0], fields[1], ("version", &version)]).status, 303);
    send(
        site,
        other,
        &reply,
        &reply,
        &[("body", "@Aamukaste samaa mieltä"), ("audience", "guests")],
    );
    send(site, other, thread, &format!("{thread}/react"), &[("sign", "2:thanks")]);
    send(site, writer, thread, &format!("{thread}/react"), &[("sign", "6:thanks")]);
    for (by, number) in [(other, 3), (writer, 6)] {
        let report = format!("{thread}/posts/{number}/report");
        send(site, by, &report, &report, &[("reason", "rude"), ("words", "Turhan tyly")]);
    }
    let hide = "/moderation/threads/1/posts/3/hide";
    send(site, asker, hide, hide, &[("reason", "rude"), ("words", "Rauhassa.")]);
    let about = "/moderation/threads/1/posts/4/author";
    let measure = [
        ("kind", "warn"),
        ("where", ""),
        ("days", ""),
        ("rate", ""),
        ("reason", "rude"),
        ("words", "Rauhoitutaan hetki."),
    ];
    send(site, asker, about, about, &measure);
    let decision = "/coffee-room/decisions/1";
    send(site, writer, decision, decision, &[("words", "En ollut tyly.")]);
    // A number that leads to somebody waits for a moderator.
    let mut browser = site.as_person(writer);
    browser.get(&reply);
    let risky = [("body", "Soita 040 123 4567."), ("audience", "members")];
    let page = browser.post(&reply, &risky);
    let seal = page.text().split("name=\"guarded\" value=\"").nth(1).map(str::to_owned);
    let seal = seal.expect("what was found").split('"').next().unwrap_or_default().to_owned();
    let held = browser.post(&reply, &[risky[0], risky[1], ("guarded", &seal)]);
    assert_eq!(held.header("location"), Some("/coffee-room/waiting/1"), "{}", held.text());
    // Two find out who it is.
    let ask = format!("/seal/new/{}", site.site().handle(writer).expect("a word"));
    let why = "Uhkasi toista väkivallalla keskustelussa.";
    let fields = [("reason", why), ("hope", "Annan tiedon."), ("danger", ""), ("danger_days", "0")];
    let request = send(site, asker, &ask, &ask, &fields);
    send(
        site,
        agreed,
        &request,
        &request,
        &[("verdict", "open"), ("words", "Vaara on todellinen.")],
    );
    // And a registrar asks for another address for them.
    let registrar = site.staff("Toimisto", Role::Registrar);
    let correct = format!("/registrar/people/{}/correct", site.site().civil_handle(writer));
    let fields =
        [("email", "uusi.quxenhjelm@salainen.example"), ("reason", "Soitin rekisterin numeroon.")];
    send(site, registrar, &correct, &correct, &fields);
    People { writer, asker, agreed }
}

/// What stands in addresses of this site, by the name of its place.
struct Known(Vec<(&'static str, Vec<String>)>);

impl Known {
    fn find(site: &TestSite, writer: PersonId) -> Self {
        let all = |sql: &'static str| {
            let found = site.read(move |tx| Ok(tx.query(sql, &[], |row| row.get::<i64>(0))?));
            assert!(!found.is_empty(), "{sql}");
            found.into_iter().map(|id| id.to_string()).collect()
        };
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Self(vec![
            ("thread", all("SELECT id FROM thread")),
            ("number", all("SELECT position FROM post WHERE thread = 1")),
            ("instant", all("SELECT created_at FROM post GROUP BY created_at")),
            ("held", all("SELECT id FROM held_post")),
            ("taken", all("SELECT exported_at FROM application")),
            ("decision", all("SELECT id FROM moderation_log")),
            ("measure", all("SELECT id FROM measure")),
            ("appeal", all("SELECT id FROM appeal")),
            ("notice", all("SELECT id FROM notice")),
            ("request", all("SELECT id FROM seal_request")),
            ("correction", all("SELECT id FROM address_correction")),
            ("person", vec![site.site().civil_handle(writer)]),
            ("who", vec![site.site().handle(writer).expect("a word")]),
            ("lang", words(&["fi"])),
            ("size", words(&["small"])),
            ("document", all("SELECT id FROM attachment")),
            ("key", words(&["union-name"])),
        ])
    }

    /// Every address of a route.
    fn addresses(&self, route: &str) -> Vec<String> {
        let mut found = vec![String::new()];
        for piece in route.split('/').skip(1) {
            let name = piece.strip_prefix('{').and_then(|piece| piece.strip_suffix('}'));
            let known = name.and_then(|name| self.0.iter().find(|(known, _)| *known == name));
            let values = match (name, known) {
                (None, _) => vec![piece.to_owned()],
                (Some(_), Some((_, values))) => values.clone(),
                (Some(_), None) => vec!["1".to_owned()],
            };
            found = found
                .iter()
                .flat_map(|before| values.iter().map(move |value| format!("{before}/{value}")))
                .collect();
        }
        found
    }
}

/// Where somebody was told something that is not theirs to know, and which
/// exceptions were met.
#[derive(Default)]
struct Eye {
    leaks: BTreeSet<String>,
    met: BTreeSet<usize>,
}

impl Eye {
    fn look(&mut self, who: &str, route: &str, text: &str) {
        let found = secrets(text);
        if found.is_empty() {
            return;
        }
        let is_it = |one: &(&str, &str, &str)| one.0 == who && route.starts_with(one.1);
        match EXCEPTIONS.iter().position(is_it) {
            Some(number) => drop(self.met.insert(number)),
            None => drop(self.leaks.insert(format!("{who} at {route}: {found:?}"))),
        }
    }

    fn saw_what_it_should(&self) {
        assert!(self.leaks.is_empty(), "{:#?}", self.leaks);
        let all = EXCEPTIONS.iter().enumerate();
        let missing: Vec<_> = all.filter(|(number, _)| !self.met.contains(number)).collect();
        assert!(missing.is_empty(), "nothing was seen there: {missing:#?}");
    }
}

fn routes() -> Vec<Route> {
    kafferum_server::features().into_iter().flat_map(|feature| feature.routes).collect()
}

/// Everybody whose answers are looked at.
fn everybody(site: &TestSite, people: &People) -> Vec<(&'static str, Option<PersonId>)> {
    let kinds = PERSONAS.iter().map(|kind| (*kind, persona(site, kind, &format!("{kind} x"))));
    let known = [
        ("the writer", Some(people.writer)),
        ("who asked", Some(people.asker)),
        ("who agreed", Some(people.agreed)),
    ];
    kinds.chain(known).collect()
}

fn browser(site: &TestSite, who: Option<PersonId>) -> Visitor<'_> {
    who.map_or_else(|| site.visitor(), |who| site.as_person(who))
}

/// What on a page could stand for one person: long numbers and made-up words.
fn signs(text: &str) -> BTreeSet<String> {
    let is_of_word = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    text.split(|letter| !is_of_word(letter))
        .filter(|word| {
            let is_number = word.chars().all(|letter| letter.is_ascii_digit());
            word.len() >= if is_number { NUMBER.len() } else { 16 }
        })
        .map(ToOwned::to_owned)
        .collect()
}

/// The personal feed of somebody, if they may have one.
fn feed(browser: &mut Visitor<'_>, follows: &str) -> Option<String> {
    browser.get("/coffee-room/feeds");
    let page = browser.post("/coffee-room/feeds", &[("name", "puhelin"), ("follows", follows)]);
    let text = page.text();
    let (_, rest) = text.split_once("http://kafferum.test/feeds/")?;
    Some(format!("/feeds/{}", rest.split('<').next()?))
}

on_both! {
    fn nothing_tells_who_is_behind_a_pseudonym(site) {
        let people = live(&site);
        let everybody = everybody(&site, &people);
        let known = Known::find(&site, people.writer);
        let mut eye = Eye::default();
        let mut seen = 0;
        for (who, person) in &everybody {
            let mut browser = browser(&site, *person);
            for route in routes().iter().filter(|route| route.method == Method::GET) {
                for address in known.addresses(route.path) {
                    let answer = browser.get(&address);
                    assert!(answer.status < 500, "{who} at {address}: {}", answer.text());
                    seen += usize::from(answer.status == 200);
                    eye.look(who, route.path, &whole(&answer));
                }
            }
        }
        assert!(seen > 1000, "pages were seen: {seen}");
        // What a form says that is sent empty. Each with a session of its own,
        // since some end theirs.
        for (who, person) in &everybody {
            for route in routes().iter().filter(|route| route.method == Method::POST) {
                for address in known.addresses(route.path) {
                    let answer = browser(&site, *person).post(&address, &[]);
                    assert!(answer.status < 500, "{who} at {address}: {}", answer.text());
                    eye.look(who, route.path, &whole(&answer));
                }
            }
        }
        eye.saw_what_it_should();
    }

    fn who_has_every_role_can_not_put_a_name_and_a_pseudonym_together(site) {
        let people = live(&site);
        let all = site.staff("Yksin", Role::Administrator);
        for role in [Role::Registrar, Role::Moderator] {
            site.give(all, role, false);
        }
        let give = "/admin/roles/new";
        let fields = [("person", PSEUDONYM), ("role", "moderator-trainee"), ("rests", "usual")];
        send(&site, all, give, give, &fields);
        let known = Known::find(&site, people.writer);
        let mut browser = site.as_person(all);
        let (mut named, mut known_here, mut common) =
            (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let (mut names, mut pseudonyms, mut together) = (0, 0, Vec::new());
        // Twice, so that the first looks stand in the log.
        for route in [routes(), routes()].iter().flatten() {
            if route.method != Method::GET {
                continue;
            }
            for address in known.addresses(route.path) {
                let text = whole(&browser.get(&address));
                assert!(!text.contains(NUMBER), "{address}: {text}");
                match (secrets(&text).is_empty(), text.contains(PSEUDONYM)) {
                    (true, true) => {
                        pseudonyms += 1;
                        known_here.extend(signs(&text));
                    }
                    (false, false) => {
                        names += 1;
                        named.extend(signs(&text));
                    }
                    (false, true) => together.push(address),
                    (true, false) => common.extend(signs(&text)),
                }
            }
        }
        assert_eq!(together, [""; 0], "a page tells both");
        assert!(names > 4 && pseudonyms > 10, "{names} and {pseudonyms} pages");
        for page in ["/admin/audit", "/moderation/practice"] {
            assert!(browser.get(page).text().contains(PSEUDONYM), "{page}");
        }
        let both: Vec<_> =
            named.intersection(&known_here).filter(|sign| !common.contains(*sign)).collect();
        assert!(both.is_empty(), "{both:?}");
        let handle = |word: String| signs(&word).into_iter().all(|sign| named.contains(&sign));
        assert!(handle(site.site().civil_handle(people.writer)), "the register was seen");
    }

    fn nothing_is_found_by_what_is_only_the_writers(site) {
        let people = live(&site);
        for (who, person) in everybody(&site, &people) {
            let mut browser = browser(&site, person);
            for secret in SECRETS {
                let found = |path: &str| format!("{path}{}", secret.replace('+', "%2B"));
                for (path, answer) in [
                    ("/search", browser.get(&found("/search?q="))),
                    ("/search/titles", browser.get(&found("/search/titles?q="))),
                    ("/coffee-room/alike", browser.post("/coffee-room/alike", &[("title", secret)])),
                ] {
                    // The page repeats the question and nothing else.
                    let text = answer.text();
                    for told in [PSEUDONYM, "Tauot kesken", "Listan laatiminen", "/coffee-room/threads/"] {
                        // Everybody's own pseudonym stands above every page.
                        let is_own = who == "the writer" && told == PSEUDONYM;
                        assert!(is_own || !text.contains(told), "{who} at {path}{secret}: {told}");
                    }
                    let repeated: Vec<_> =
                        secrets(&text).into_iter().filter(|found| !secret.contains(found)).collect();
                    assert!(repeated.is_empty(), "{who} at {path}{secret}: {repeated:?}");
                }
            }
        }
        // What is written is found, so the questions were asked.
        let found = site.as_person(people.asker).get("/search?q=istualtaan").text();
        assert!(found.contains("/coffee-room/threads/1"), "{found}");
    }

    fn feeds_exports_mails_and_open_pages_know_pseudonyms_alone(site) {
        let people = live(&site);
        let everybody = everybody(&site, &people);
        let (mut feeds, mut exports) = (0, 0);
        for (who, person) in &everybody {
            let mut browser = browser(&site, *person);
            for follows in ["newest", "room:1", "thread:1"] {
                let Some(path) = feed(&mut browser, follows) else { continue };
                let text = whole(&site.visitor().get(&path));
                feeds += usize::from(text.contains(PSEUDONYM));
                assert_eq!(secrets(&text), [""; 0], "{who} in the feed {follows}");
            }
            if person.is_none() || *who == "the writer" {
                continue;
            }
            // Titles in mails, each at once: the most that one may wish.
            let wish = [
                ("mails", "on"), ("digest_hour", "17"), ("quiet_from", "0"), ("quiet_to", "0"),
                ("titles", "shown"), ("pace", "coffee-room-post:at-once"),
            ];
            if browser.get("/notices/mails").status == 200 {
                let answer = browser.post("/notices/mails", &wish);
                assert_eq!(answer.status, 303, "{who}: {}", answer.text());
            }
            browser.get("/coffee-room/threads/1");
            browser.post("/coffee-room/threads/1/follow", &[("follow", "following")]);
            browser.get("/account/data");
            let export = browser.post("/account/data", &[]);
            exports += usize::from(export.text().contains("\"data\""));
            assert_eq!(secrets(&whole(&export)), [""; 0], "{who} in their export");
        }
        assert!(feeds > 6 && exports > 6, "{feeds} feeds, {exports} exports");

        let listeners = [people.asker, site.member("Kuulija")];
        let mut lines: Vec<_> = listeners
            .iter()
            .flat_map(|person| ["/live", "/coffee-room/threads/1/live"].map(|path| (*person, path)))
            .map(|(person, path)| site.as_person(person).listen(path))
            .collect();
        let reply = "/coffee-room/threads/1/reply";
        send(&site, people.writer, reply, reply, &[("body", "Vielä yksi."), ("audience", "guests")]);
        for line in &mut lines {
            // An event is a kind and a number; anything else stops the test.
            let (kind, _) = line.hear().expect("an event");
            assert!(["thread", "notices"].contains(&kind.as_str()), "{kind}");
        }
        drop(lines);

        site.settle();
        site.pass_days(8);
        let mails = site.mails();
        let (own, others): (Vec<_>, Vec<_>) = mails.iter().partition(|mail| mail.to == EMAIL);
        assert!(own.iter().any(|mail| !secrets(&mail.raw).is_empty()), "their own say their name");
        assert!(others.iter().any(|mail| mail.body.contains("Tauot kesken vuoron")), "{others:#?}");
        for mail in &own {
            assert_eq!(secrets(&mail.subject), [""; 0], "a subject lies about on screens");
        }
        for mail in &others {
            for part in [&mail.raw, &mail.subject, &mail.body] {
                assert_eq!(secrets(part), [""; 0], "to {}: {}", mail.to, mail.subject);
            }
        }
    }
}

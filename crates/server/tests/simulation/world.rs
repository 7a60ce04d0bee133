//! What happens: people, days, and the machine they happen to.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use kafferum_platform::clock::{Clock, DAY, HOUR, MINUTE, Millis, SECOND, date_of};
use kafferum_platform::feature::Attachment;
use kafferum_platform::people::{PasswordKind, PersonId, account};
use kafferum_platform::policy::Role;
use kafferum_platform::texts::Lang;
use kafferum_testkit::http::Upload;
use kafferum_testkit::site::{On, TestSite, Visitor};

use crate::crash::{Came, Lane};
use crate::dice::Dice;

/// Days on which people register.
const DAYS: i64 = 60;
/// Days after the last registration, so that every trial ends.
const AFTER: i64 = 34;
/// Monday 1 March 2027, 5.00 in Helsinki. Summer time begins on the 28th.
const BEGIN: Millis = 1_803_870_000_000;
/// The reminder's day, and the first day after the trial.
pub(crate) const REMINDER_DAY: i64 = 14;
pub(crate) const TRIAL_DAYS: i64 = 30;

/// The kit goes with each mail of its kind; making it anew ten thousand times
/// would measure the printing of PDF.
const KIT: &[Attachment] = &[Attachment {
    name: "join-kit-pdf",
    make: |_, _| Ok(("liittymispaketti.pdf".to_owned(), b"%PDF-".to_vec())),
}];

/// Something that happened: in which order, and at what time by the clock,
/// which need not be the same order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Event {
    pub(crate) step: usize,
    pub(crate) at: Millis,
}

/// A person as the world knows them.
#[derive(Debug)]
pub(crate) struct Person {
    pub(crate) id: PersonId,
    pub(crate) number: usize,
    pub(crate) lang: Lang,
    pub(crate) registered: Event,
    pub(crate) consents: bool,
    pub(crate) wants_letter: bool,
    pub(crate) applications: Vec<Application>,
    pub(crate) joined: Option<Event>,
    pub(crate) left: Option<Event>,
    /// "No thanks", and taking it back, in turns.
    pub(crate) declined: Vec<Event>,
    pub(crate) printed: Option<Event>,
    pub(crate) returned: Option<Event>,
    /// Days on which somebody registered with their address again.
    pub(crate) known_again: BTreeSet<Date>,
}

/// An application, and how it ended, if it did.
#[derive(Debug)]
pub(crate) struct Application {
    pub(crate) sent: Event,
    pub(crate) ended: Option<(Event, End)>,
}

/// How an application ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Confirmed,
    Declined,
    Withdrawn,
}

impl Person {
    /// Whether an application waits for an answer.
    fn waits(&self) -> bool {
        self.applications.last().is_some_and(|one| one.ended.is_none())
    }

    fn end_application(&mut self, event: Event, end: End) {
        if let Some(one) = self.applications.last_mut().filter(|one| one.ended.is_none()) {
            one.ended = Some((event, end));
        }
    }

    pub(crate) fn email(&self) -> String {
        email(self.number)
    }

    /// Midnight at which a day of their road begins.
    pub(crate) fn day(&self, world: &World, day: i64) -> Millis {
        let zone = &world.site.site().zone;
        let date = date_of(self.registered.at, zone) + day.days();
        date.to_zoned(zone.clone()).unwrap().start_of_day().unwrap().timestamp().as_millisecond()
    }
}

fn email(number: usize) -> String {
    format!("koe{number}@testi.example")
}

fn birth_date(number: usize) -> Date {
    let number = i16::try_from(number % 10_000).unwrap();
    Date::new(1955 + number % 45, 1, 1).unwrap() + i64::from(number % 365).days()
}

/// One time that the worker worked. No two at the same time by the clock, so
/// that what it wrote tells which it was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    pub(crate) event: Event,
    pub(crate) came: Came,
}

/// How hard it was.
#[derive(Debug, Default)]
pub(crate) struct Hardships {
    pub(crate) kills: usize,
    pub(crate) restarts: usize,
    pub(crate) days_off: usize,
    pub(crate) jumps_back: usize,
    pub(crate) jumps_ahead: usize,
    /// Mails found handed over but not recorded, right after a kill.
    pub(crate) unrecorded: usize,
    /// Mails found half written, right after a kill.
    pub(crate) drafts: usize,
    pub(crate) sent_twice: usize,
    pub(crate) imports: usize,
    pub(crate) probes: usize,
}

pub(crate) struct World {
    pub(crate) site: TestSite,
    pub(crate) people: Vec<Person>,
    pub(crate) runs: Vec<Run>,
    pub(crate) hardships: Hardships,
    dice: Dice,
    lane: Lane,
    registrar: PersonId,
    step: usize,
    times: BTreeSet<Millis>,
    /// People whose door is looked at when their trial ends.
    probes: BTreeMap<Millis, Vec<usize>>,
    /// The union's register: whom the next file holds.
    roll: Vec<usize>,
}

impl World {
    pub(crate) fn open(on: On, seed: u64) -> Self {
        let site = TestSite::start_with(on, |parts| {
            // The registrar has been there for longer than any clock goes back.
            parts.clock = Clock::simulated(BEGIN - 30 * DAY);
            for feature in &mut parts.features {
                if !feature.attachments.is_empty() {
                    feature.attachments = KIT;
                }
            }
        });
        let registrar = site.staff("Rekisteri", Role::Registrar);
        site.pass(30 * DAY);
        Self {
            site,
            people: Vec::new(),
            runs: Vec::new(),
            hardships: Hardships::default(),
            dice: Dice::seeded(seed),
            lane: Lane::new(),
            registrar,
            step: 0,
            times: BTreeSet::new(),
            probes: BTreeMap::new(),
            roll: Vec::new(),
        }
    }

    // ---- Time ----

    fn now(&self) -> Millis {
        self.site.now()
    }

    fn set_clock(&self, to: Millis) {
        self.site.pass(to - self.now());
    }

    /// Now, as a moment of which there is only one.
    fn event(&mut self) -> Event {
        while !self.times.insert(self.site.now()) {
            self.site.pass(1);
        }
        self.step += 1;
        Event { step: self.step, at: self.site.now() }
    }

    /// Lets the time come, with a look at every door that closes on the way.
    fn come(&mut self, to: Millis) {
        while let Some(entry) = self.probes.first_entry().filter(|entry| *entry.key() <= to) {
            let (end, people) = entry.remove_entry();
            for person in people {
                self.probe(person, end);
            }
        }
        self.set_clock(to);
    }

    /// Whether the door is open, right before the trial ends and right then.
    fn probe(&mut self, person: usize, end: Millis) {
        self.hardships.probes += 1;
        for at in [end - 1, end] {
            self.set_clock(at);
            let person = &self.people[person];
            let joined = person.joined.is_some_and(|event| event.at <= at);
            let is_open = match (joined, person.left) {
                (true, left) => left.is_none(),
                (false, _) => at < end,
            };
            let answer = self.sign_in(person.id).get("/coffee-room");
            let text = answer.text();
            let door = self.site.site().texts.plain(person.lang, "error-door-closed");
            match is_open {
                true => assert_eq!(answer.status, 200, "{person:?} at {at}: {text}"),
                false => {
                    assert_eq!(answer.status, 403, "{person:?} at {at}: {text}");
                    assert!(text.contains(door), "{person:?} at {at}: {text}");
                }
            }
        }
    }

    // ---- The days ----

    /// All of it: the days on which people register, and those until every
    /// trial is over.
    pub(crate) fn live(&mut self, people: usize) {
        const SLOTS: i64 = 4;
        let wrong_day = self.dice.within(20..30);
        let mut off = 0;
        for day in 0..DAYS + AFTER {
            if off > 0 || (day != DAYS - 1 && day != wrong_day && self.dice.percent(10)) {
                off = if off > 0 { off - 1 } else { self.dice.within(0..3) };
                if day < DAYS - 1 {
                    self.hardships.days_off += 1;
                    continue;
                }
            }
            for slot in 0..SLOTS {
                let wobble = self.dice.within(0..HOUR);
                self.come(BEGIN + day * DAY + slot * 4 * HOUR + wobble);
                let before = self.now();
                // Once, somebody sets the clock to another month.
                let is_wrong_month = day == wrong_day && slot == 1;
                match (is_wrong_month, self.dice.within(0..100)) {
                    (true, _) => self.jump(25 * DAY),
                    (false, 0..4) => self.jump(-3 * DAY),
                    (false, 4..7) => self.jump(2 * DAY),
                    (false, 7..12) => self.jump(-HOUR),
                    _ => {}
                }
                let slots_left = ((DAYS - day) * SLOTS - slot).max(1);
                self.slot(people, usize::try_from(slots_left).unwrap(), day < DAYS, is_wrong_month);
                let jumped = self.now() - before;
                if jumped.abs() > 4 * HOUR {
                    self.set_clock(before + HOUR);
                }
            }
            if day % 7 == 3 && day < DAYS {
                self.bring_roll();
            }
        }
        self.end();
    }

    fn jump(&mut self, by: Millis) {
        if by < 0 {
            self.hardships.jumps_back += 1;
        } else {
            self.hardships.jumps_ahead += 1;
        }
        self.site.pass(by);
    }

    /// Some hours: people do things, then the worker works, or tries to.
    fn slot(&mut self, people: usize, slots_left: usize, is_open: bool, is_wrong_month: bool) {
        if is_open {
            let left = people - self.people.len();
            self.register_some(left.div_ceil(slots_left));
        }
        for _ in 0..self.people.len().min(500) / 16 {
            match self.dice.within(0..100) {
                0..18 => self.apply(),
                18..26 => self.decline_or_not(),
                26..32 => self.answer_application(),
                32..40 => self.letter_comes_back(),
                40..43 => self.register_known(),
                43..48 => self.withdraw_application(),
                _ => {}
            }
        }
        if self.dice.percent(10) {
            self.print_letters();
        }
        for _ in 0..self.dice.within(0..3) {
            self.kill();
            self.site.pass(self.dice.within(SECOND..10 * MINUTE));
            if self.dice.percent(15) {
                self.hardships.restarts += 1;
                self.site.restart();
            }
        }
        if self.dice.percent(75) || is_wrong_month {
            self.work();
        }
    }

    fn kill(&mut self) {
        let event = self.event();
        let answers = match self.dice.percent(30) {
            true => self.dice.within(1..12),
            false => self.dice.within(12..130),
        };
        let came = self.lane.work(self.site.site(), answers);
        self.runs.push(Run { event, came });
        if came == Came::Killed {
            self.hardships.kills += 1;
            self.look_at_the_rubble();
        }
    }

    /// What the kill left behind: mails whose record says nothing of what the
    /// disk has.
    fn look_at_the_rubble(&mut self) {
        let intended = self.site.read(|tx| {
            let sql = "SELECT message_id FROM mail WHERE state = 'intended' ORDER BY id LIMIT 100";
            Ok(tx.query(sql, &[], |row| row.get::<String>(0))?)
        });
        let folder = self.site.folder().join("mail");
        for id in intended {
            let is_there = |ending: &str| folder.join(format!("{id}.{ending}")).exists();
            self.hardships.unrecorded += usize::from(is_there("eml"));
            self.hardships.drafts += usize::from(is_there("draft"));
        }
    }

    fn work(&mut self) {
        let event = self.event();
        self.site.settle();
        self.runs.push(Run { event, came: Came::Through });
    }

    /// The last letters are printed, and the worker works until nothing is
    /// left to be done, however far ahead a clock set wrong had put it.
    fn end(&mut self) {
        let last = self.people.iter().map(|person| person.day(self, TRIAL_DAYS)).max().unwrap();
        self.come(last.max(self.now()) + 40 * DAY);
        while self.site.read(|tx| {
            let sql = "SELECT COUNT(*) FROM letter WHERE state = 'waiting'";
            Ok(tx.one(sql, &[], |row| row.get::<i64>(0))? > 0)
        }) {
            self.print_letters();
        }
        self.work();
        self.site.pass(HOUR);
        self.work();
    }

    // ---- What people do ----

    fn sign_in(&self, person: PersonId) -> Visitor<'_> {
        let now = self.now();
        self.site.write(move |tx| {
            Ok(account::set_password(tx, person, "none", PasswordKind::Own, now)?)
        });
        self.site.as_person(person)
    }

    /// Somebody for whom this holds, if a few tries find one.
    /// Mostly of those who came lately.
    fn somebody(&mut self, is_fit: impl Fn(&Person) -> bool) -> Option<usize> {
        let all = self.people.len();
        let latest = all.saturating_sub(all / 8 + 50);
        (0..10)
            .map(|_| match self.dice.percent(60) {
                true => latest + self.dice.index(all - latest),
                false => self.dice.index(all),
            })
            .find(|index| is_fit(&self.people[*index]))
    }

    fn register_some(&mut self, count: usize) {
        let known = self.people.len();
        for number in known..known + count {
            let event = self.event();
            let lang = *self.dice.one(&[Lang::Fi, Lang::Fi, Lang::Fi, Lang::Sv, Lang::En]);
            let (consents, wants_letter) = (self.dice.percent(88), self.dice.percent(25));
            // The form takes no letter without the consent.
            let wants_letter = wants_letter && consents;
            let twice = self.dice.percent(2);
            self.hardships.sent_twice += usize::from(twice);
            self.register(number, &email(number), lang, consents, wants_letter, twice);
            self.people.push(Person {
                id: PersonId(0),
                number,
                lang,
                registered: event,
                consents,
                wants_letter,
                applications: Vec::new(),
                joined: None,
                left: None,
                declined: Vec::new(),
                printed: None,
                returned: None,
                known_again: BTreeSet::new(),
            });
            self.site.pass(self.dice.within(1..SECOND));
        }
        self.learn_ids(known);
    }

    fn register(
        &self,
        number: usize,
        email: &str,
        lang: Lang,
        consents: bool,
        wants_letter: bool,
        twice: bool,
    ) {
        // Each comes from a network of their own.
        let part = |size: usize| u8::try_from(number / size % 250).unwrap();
        let mut visitor = self.site.visitor().from_ip([part(62_500), part(250), part(1), 1]);
        visitor.set_cookie("lang", lang.word());
        visitor.get("/register");
        let (given, family) = (format!("Aino {number}"), format!("Kokeilija {number}"));
        let (token, pseudonym) = (visitor.token(), format!("Kahvikuppi {number}"));
        let mut fields = vec![
            ("given-name", given.as_str()),
            ("family-name", &family),
            ("email", email),
            ("street", "Kahvitie 1"),
            ("postal-code", "00530"),
            ("city", "Helsinki"),
            ("region", "Uusimaa"),
            ("lang", lang.word()),
            ("relation", "assistant"),
            ("pseudonym", &pseudonym),
            ("house-rules", "yes"),
            ("_form", &token),
        ];
        if consents {
            fields.push(("consent", "yes"));
        }
        if wants_letter {
            fields.push(("letter", "yes"));
        }
        for _ in 0..=usize::from(twice) {
            let answer = visitor.post_raw("/register", &fields);
            assert_eq!(answer.header("location"), Some("/register/done"), "{}", answer.text());
        }
    }

    /// The numbers that the site gave to those from this one on.
    fn learn_ids(&mut self, from: usize) {
        let least = self.people.get(from.wrapping_sub(1)).map_or(PersonId(0), |person| person.id);
        let ids = self.site.read(move |tx| {
            Ok(tx.query(
                "SELECT i.person, i.email FROM identity i WHERE i.person > ?1",
                &[&least],
                |row| Ok((row.get::<String>(1)?, row.get::<PersonId>(0)?)),
            )?)
        });
        let ids: BTreeMap<String, PersonId> = ids.into_iter().collect();
        for index in from..self.people.len() {
            self.people[index].id = ids[&self.people[index].email()];
            if index % 40 == 0 {
                let end = self.people[index].day(self, TRIAL_DAYS);
                self.probes.entry(end).or_default().push(index);
            }
        }
    }

    /// Somebody registers with an address that has an account.
    fn register_known(&mut self) {
        let Some(index) = self.somebody(|_| true) else { return };
        let event = self.event();
        let (lang, email) = (self.people[index].lang, self.people[index].email());
        self.register(100_000 + event.step, &email, lang, true, true, false);
        let day = date_of(event.at, &self.site.site().zone);
        self.people[index].known_again.insert(day);
    }

    fn apply(&mut self) {
        let Some(index) = self.somebody(|person| !person.waits() && person.joined.is_none()) else {
            return;
        };
        let event = self.event();
        let person = &self.people[index];
        let mut visitor = self.sign_in(person.id);
        visitor.get("/join/application");
        let (given, family) =
            (format!("Aino {}", person.number), format!("Kokeilija {}", person.number));
        let (email, born) = (person.email(), birth_date(person.number).to_string());
        let answer = visitor.post(
            "/join/application",
            &[
                ("given-name", &*given),
                ("family-name", &*family),
                ("birth-date", &*born),
                ("email", &*email),
                ("street", "Kahvitie 1"),
                ("postal-code", "00530"),
                ("city", "Helsinki"),
                ("lang", person.lang.word()),
                ("employer", "household"),
                ("student", "no"),
                ("unemployment-fund", "no"),
                ("consent", "yes"),
            ],
        );
        assert_eq!(answer.header("location"), Some("/join/state"), "{}", answer.text());
        self.people[index].applications.push(Application { sent: event, ended: None });
    }

    fn withdraw_application(&mut self) {
        let Some(index) = self.somebody(Person::waits) else { return };
        let event = self.event();
        let mut visitor = self.sign_in(self.people[index].id);
        visitor.get("/join/state");
        let answer = visitor.post("/join/state/withdraw", &[]);
        assert_eq!(answer.header("location"), Some("/join/state"), "{}", answer.text());
        self.people[index].end_application(event, End::Withdrawn);
    }

    fn decline_or_not(&mut self) {
        let Some(index) = self.somebody(|person| person.joined.is_none()) else { return };
        let event = self.event();
        let person = &self.people[index];
        let path = match person.declined.len() % 2 {
            0 => "/account/road/decline",
            _ => "/account/road/undecline",
        };
        let mut visitor = self.sign_in(person.id);
        visitor.get("/account/road");
        let answer = visitor.post(path, &[]);
        assert_eq!(answer.header("location"), Some("/account/road"), "{}", answer.text());
        self.people[index].declined.push(event);
    }

    // ---- What the registrar does ----

    fn registrar(&self, path: &str) -> Visitor<'_> {
        let mut visitor = self.site.as_person(self.registrar);
        let answer = visitor.get(path);
        assert_eq!(answer.status, 200, "{}", answer.text());
        visitor
    }

    fn answer_application(&mut self) {
        let Some(index) = self.somebody(Person::waits) else { return };
        let event = self.event();
        let (person, yes) = (self.people[index].id, self.dice.percent(60));
        let application: i64 = self.site.read(move |tx| {
            let sql = "SELECT id FROM application WHERE person = ?1 AND state = 'waiting'";
            Ok(tx.one(sql, &[&person], |row| row.get(0))?)
        });
        let path = format!("/registrar/applications/{application}");
        let mut visitor = self.registrar(&path);
        let answer = match yes {
            true => visitor.post(&format!("{path}/confirm"), &[("member-number", "")]),
            false => visitor.post(&format!("{path}/decline"), &[("reason", "Ei tällä alalla")]),
        };
        assert_eq!(answer.header("location"), Some("/registrar/applications"), "{}", answer.text());
        let person = &mut self.people[index];
        person.end_application(event, if yes { End::Confirmed } else { End::Declined });
        if yes {
            person.joined = Some(event);
        }
    }

    fn print_letters(&mut self) {
        let event = self.event();
        let waiting = self.site.read(|tx| {
            let sql = "SELECT person FROM letter WHERE state = 'waiting'";
            Ok(tx.query(sql, &[], |row| row.get::<PersonId>(0))?)
        });
        let answer = self.registrar("/registrar/letters").post("/registrar/letters/print", &[]);
        assert_eq!(answer.status, 303, "{}", answer.text());
        let left = self.site.read(|tx| {
            let sql = "SELECT person FROM letter WHERE state = 'waiting'";
            Ok(tx.query(sql, &[], |row| row.get::<PersonId>(0))?)
        });
        let gone: BTreeSet<PersonId> =
            waiting.into_iter().filter(|person| !left.contains(person)).collect();
        for person in self.people.iter_mut().filter(|person| gone.contains(&person.id)) {
            person.printed = Some(event);
        }
    }

    fn letter_comes_back(&mut self) {
        let printed = |person: &Person| {
            let facts = (person.applications.first(), person.declined.first(), person.returned);
            person.printed.is_some() && matches!(facts, (None, None, None))
        };
        let Some(index) = self.somebody(printed) else { return };
        let event = self.event();
        let handle = self.site.site().civil_handle(self.people[index].id);
        let path = format!("/registrar/people/{handle}");
        let answer = self.registrar(&path).post(&format!("{path}/returned"), &[]);
        assert_eq!(answer.header("location"), Some(&*path), "{}", answer.text());
        self.people[index].returned = Some(event);
    }

    /// The register's file: some who applied are in it, one or two of before
    /// no more.
    fn bring_roll(&mut self) {
        for _ in 0..20 {
            let Some(index) = self.somebody(Person::waits) else { continue };
            if !self.roll.contains(&index) {
                self.roll.push(index);
            }
        }
        let leaver = (self.roll.len() > 10 && self.dice.percent(50))
            .then(|| self.roll.remove(self.dice.index(5)));
        if self.roll.is_empty() {
            return;
        }
        let mut file = String::from("Jäsennumero;Sukunimi;Etunimi;Syntymäaika;Sähköposti\n");
        for index in &self.roll {
            let person = &self.people[*index];
            let (number, born) = (person.number, birth_date(person.number));
            file.push_str(&format!(
                "J-{number};Kokeilija {number};Aino {number};{born};{}\n",
                person.email()
            ));
        }
        self.hardships.imports += 1;
        let event = self.event();
        let mut visitor = self.registrar("/registrar/roll");
        let upload = Upload {
            field: "file",
            file_name: "jäsenet.csv",
            media_type: "text/csv",
            content: file.as_bytes(),
        };
        let answer = visitor.upload("/registrar/roll", &[], &[upload]);
        let path =
            answer.header("location").unwrap_or_else(|| panic!("{}", answer.text())).to_owned();
        visitor.get(&path);
        let answer = visitor.post(&format!("{path}/apply"), &[]);
        assert_eq!(answer.header("location"), Some(&*path), "{}", answer.text());
        drop(visitor);
        for index in &self.roll {
            let person = &mut self.people[*index];
            person.end_application(event, End::Confirmed);
            person.joined.get_or_insert(event);
        }
        if let Some(leaver) = leaver {
            self.people[leaver].left = Some(event);
        }
    }

    // ---- The log ----

    /// Every decision and every mail, in order, without what is drawn by lot.
    pub(crate) fn log(&self) -> Vec<String> {
        self.site.read(|tx| {
            let mut lines = tx.query(
                "SELECT person, kind, decision, reason, at FROM dispatch ORDER BY id",
                &[],
                |row| {
                    let (person, kind): (i64, String) = (row.get(0)?, row.get(1)?);
                    let (decision, reason): (String, Option<String>) = (row.get(2)?, row.get(3)?);
                    let at: Millis = row.get(4)?;
                    Ok(format!("{person} {kind} {decision} {reason:?} {at}"))
                },
            )?;
            lines.extend(tx.query(
                "SELECT key, lang, subject, message_id, state, intended_at, settled_at
                 FROM mail ORDER BY id",
                &[],
                |row| {
                    let (key, lang): (String, String) = (row.get(0)?, row.get(1)?);
                    let (subject, message_id): (String, String) = (row.get(2)?, row.get(3)?);
                    let (state, at): (String, Millis) = (row.get(4)?, row.get(5)?);
                    let settled: Option<Millis> = row.get(6)?;
                    Ok(format!("{key} {lang} {subject} {message_id} {state} {at} {settled:?}"))
                },
            )?);
            Ok(lines)
        })
    }
}

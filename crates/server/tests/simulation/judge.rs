//! What should have happened, worked out from the facts alone, held against
//! what did.

use std::collections::{BTreeMap, BTreeSet};

use kafferum_platform::clock::Millis;
use kafferum_platform::people::PersonId;

use crate::crash::Came;
use crate::world::{Event, Person, REMINDER_DAY, TRIAL_DAYS, World};

/// A send or a skip, as recorded.
#[derive(Debug)]
struct Dispatch {
    person: PersonId,
    kind: String,
    decision: String,
    reason: Option<String>,
    at: Millis,
}

fn dispatches(world: &World) -> Vec<Dispatch> {
    world.site.read(|tx| {
        Ok(tx.query("SELECT person, kind, decision, reason, at FROM dispatch", &[], |row| {
            Ok(Dispatch {
                person: row.get(0)?,
                kind: row.get(1)?,
                decision: row.get(2)?,
                reason: row.get(3)?,
                at: row.get(4)?,
            })
        })?)
    })
}

/// What held for a person when something was decided.
struct Then<'p> {
    person: &'p Person,
    moment: Event,
}

impl Then<'_> {
    fn before(&self, event: Option<Event>) -> bool {
        event.is_some_and(|event| event.step < self.moment.step)
    }

    fn joined(&self) -> bool {
        // A membership that begins later by the clock has not begun.
        self.before(self.person.joined.filter(|event| event.at <= self.moment.at))
    }

    fn applied(&self) -> bool {
        self.before(self.person.applied)
    }

    fn declined(&self) -> bool {
        let times = self.person.declined.iter().filter(|event| event.step < self.moment.step);
        times.count() % 2 == 1
    }

    fn returned(&self) -> bool {
        self.before(self.person.returned)
    }

    /// Why something is not sent; `None` when it is.
    fn reason(&self, world: &World, kind: &str) -> Option<&'static str> {
        let person = self.person;
        let is_over = self.moment.at >= person.day(world, TRIAL_DAYS);
        let always =
            [(self.joined(), "joined"), (self.applied(), "applied"), (self.declined(), "declined")];
        let others: &[(bool, &'static str)] = match kind {
            "join-kit-mail" => &[(!person.consents, "no-consent")],
            "join-kit-letter" => {
                &[(!person.consents, "no-consent"), (!person.wants_letter, "letter-not-wanted")]
            }
            "reminder" => &[
                (self.returned(), "letter-returned"),
                (!person.consents, "no-consent"),
                (is_over, "trial-over"),
            ],
            "trial-lock" => &[(self.returned(), "letter-returned")],
            "welcome" => return None,
            other => panic!("nobody should get {other}"),
        };
        always.iter().chain(others).find(|(holds, _)| *holds).map(|(_, reason)| *reason)
    }
}

/// When a kind was to be decided, if it was decided at this instant.
fn moment_of(world: &World, person: &Person, kind: &str, at: Millis) -> Event {
    match kind {
        "join-kit-mail" => person.registered,
        "join-kit-letter" if person.consents && person.wants_letter => person.printed.unwrap(),
        "join-kit-letter" => person.registered,
        "reminder" => in_time(world, person, person.day(world, REMINDER_DAY), at),
        "trial-lock" => in_time(world, person, person.day(world, TRIAL_DAYS), at),
        "welcome" => person.joined.unwrap(),
        other => panic!("nobody should get {other}"),
    }
}

/// The run that decided, which must be the first that could, or one after
/// runs that were all killed.
fn in_time(world: &World, person: &Person, due: Millis, at: Millis) -> Event {
    let could = world
        .runs
        .iter()
        .filter(|run| run.event.step > person.registered.step && run.event.at >= due);
    for run in could {
        if run.event.at == at {
            return run.event;
        }
        assert_eq!(
            run.came,
            Came::Killed,
            "{person:?}: due at {due}, decided at {at}, not by {run:?}"
        );
    }
    panic!("{person:?}: due at {due}, decided at {at}, when nobody worked");
}

/// Everybody got what they should, once, in time; and for each thing that they
/// did not get there is the reason.
pub(crate) fn everybody(world: &World) {
    let dispatches = dispatches(world);
    let mut of: BTreeMap<PersonId, BTreeMap<&str, &Dispatch>> = BTreeMap::new();
    for one in &dispatches {
        let twice = of.entry(one.person).or_default().insert(&one.kind, one);
        assert!(twice.is_none(), "decided twice: {one:?}");
    }
    assert_eq!(of.len(), world.people.len(), "somebody was forgotten, or made up");
    for person in &world.people {
        let rows = &of[&person.id];
        let mut kinds = vec!["join-kit-letter", "join-kit-mail", "reminder", "trial-lock"];
        kinds.extend(person.joined.map(|_| "welcome"));
        assert_eq!(rows.keys().copied().collect::<Vec<_>>(), kinds, "{person:?}");
        for (kind, row) in rows {
            let moment = moment_of(world, person, kind, row.at);
            assert_eq!(row.at, moment.at, "{kind} of {person:?}: {row:?}");
            let reason = Then { person, moment }.reason(world, kind);
            assert_eq!(row.reason.as_deref(), reason, "{kind} of {person:?}: {row:?}");
            let decision = if reason.is_none() { "sent" } else { "skipped" };
            assert_eq!(row.decision, decision, "{kind} of {person:?}");
        }
    }
    mails(world, &of);
    letters(world, &of);
    nothing_lies_ahead(world);
}

fn sent(rows: &BTreeMap<&str, &Dispatch>, kind: &str) -> usize {
    usize::from(rows.get(kind).is_some_and(|row| row.decision == "sent"))
}

/// A mail as recorded.
struct Mail {
    person: PersonId,
    kind: String,
    state: String,
    message_id: String,
    recipient: String,
}

/// Each mail was handed over, under one Message-ID; no other was.
fn mails(world: &World, of: &BTreeMap<PersonId, BTreeMap<&str, &Dispatch>>) {
    let rows = world.site.read(|tx| {
        let sql = "SELECT person, kind, state, message_id, recipient FROM mail";
        Ok(tx.query(sql, &[], |row| {
            Ok(Mail {
                person: row.get(0)?,
                kind: row.get(1)?,
                state: row.get(2)?,
                message_id: row.get(3)?,
                recipient: row.get(4)?,
            })
        })?)
    });
    let mut counts: BTreeMap<PersonId, BTreeMap<&str, usize>> = BTreeMap::new();
    let mut owners: BTreeMap<&str, PersonId> = BTreeMap::new();
    for row in &rows {
        assert_eq!((row.state.as_str(), row.recipient.as_str()), ("handed", ""), "{}", row.kind);
        *counts.entry(row.person).or_default().entry(&row.kind).or_default() += 1;
        let twice = owners.insert(&row.message_id, row.person);
        assert!(twice.is_none(), "a Message-ID for two mails: {}", row.message_id);
    }
    for person in &world.people {
        let decided = &of[&person.id];
        let wanted = [
            ("answer", person.applications_declined),
            ("join-kit", sent(decided, "join-kit-mail")),
            ("known-address", person.known_again.len()),
            ("reminder", sent(decided, "reminder")),
            ("sign-in-details", 1),
            ("trial-lock", sent(decided, "trial-lock")),
            ("welcome", sent(decided, "welcome")),
        ];
        let wanted: BTreeMap<&str, usize> =
            wanted.into_iter().filter(|(_, count)| *count > 0).collect();
        assert_eq!(counts[&person.id], wanted, "mails to {person:?}");
    }
    in_the_folder(world, &owners);
}

/// The folder holds one file for each mail, addressed to the right person, and
/// nothing else.
fn in_the_folder(world: &World, owners: &BTreeMap<&str, PersonId>) {
    let emails: BTreeMap<PersonId, String> =
        world.people.iter().map(|person| (person.id, person.email())).collect();
    let mut seen = BTreeSet::new();
    for entry in std::fs::read_dir(world.site.folder().join("mail")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert_eq!(path.extension().unwrap(), "eml", "{path:?} was left behind");
        let text = std::fs::read_to_string(&path).unwrap();
        let header = |wanted: &str| {
            let mut lines = text.lines().take_while(|line| !line.is_empty());
            lines.find_map(|line| line.strip_prefix(wanted)).unwrap_or_default().to_owned()
        };
        assert_eq!(header("Message-ID: "), format!("<{name}@kafferum.test>"));
        assert_eq!(header("To: "), emails[&owners[name.as_str()]]);
        seen.insert(name);
    }
    assert!(seen.iter().map(String::as_str).eq(owners.keys().copied()));
}

/// A letter is in a batch if, and only if, it was decided to send it.
fn letters(world: &World, of: &BTreeMap<PersonId, BTreeMap<&str, &Dispatch>>) {
    let rows: BTreeMap<PersonId, (String, Option<i64>)> = world.site.read(|tx| {
        let sql = "SELECT person, state, batch FROM letter";
        let rows = tx.query(sql, &[], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
        Ok(rows.into_iter().collect())
    });
    for person in &world.people {
        let wanted = match (person.consents && person.wants_letter, person.returned) {
            (false, _) => None,
            (true, Some(_)) => Some(("returned", true)),
            (true, None) if sent(&of[&person.id], "join-kit-letter") == 1 => {
                Some(("printed", true))
            }
            (true, None) => Some(("withheld", false)),
        };
        let found = rows.get(&person.id).map(|(state, batch)| (state.as_str(), batch.is_some()));
        assert_eq!(found, wanted, "the letter to {person:?}");
    }
}

fn nothing_lies_ahead(world: &World) {
    let left = world.site.read(|tx| {
        let ahead: i64 = tx.one("SELECT COUNT(*) FROM road_ahead", &[], |row| row.get(0))?;
        let jobs: i64 =
            tx.one("SELECT COUNT(*) FROM job WHERE state <> 'done'", &[], |row| row.get(0))?;
        Ok((ahead, jobs))
    });
    assert_eq!(left, (0, 0), "what lies ahead, and jobs not done");
}

/// The proof is worth something only if all of this really happened.
pub(crate) fn that_it_was_hard_enough(world: &World) {
    let hard = &world.hardships;
    println!("{hard:?}, {} runs", world.runs.len());
    assert!(hard.kills >= 100 && hard.restarts >= 20, "{hard:?}");
    assert!(hard.days_off >= 4 && hard.imports >= 5, "{hard:?}");
    assert!(hard.jumps_back >= 5 && hard.jumps_ahead >= 5, "{hard:?}");
    assert!(hard.unrecorded >= 5 && hard.drafts >= 5, "{hard:?}");
    assert!(hard.sent_twice >= 50 && hard.probes >= 200, "{hard:?}");
    let mut reasons: BTreeMap<(String, String), usize> = BTreeMap::new();
    for one in dispatches(world) {
        let reason = one.reason.unwrap_or(one.decision);
        *reasons.entry((one.kind, reason)).or_default() += 1;
    }
    println!("{reasons:#?}");
    for (kind, reason) in [
        ("join-kit-mail", "sent"),
        ("join-kit-mail", "no-consent"),
        ("join-kit-letter", "sent"),
        ("join-kit-letter", "no-consent"),
        ("join-kit-letter", "letter-not-wanted"),
        ("join-kit-letter", "applied"),
        ("join-kit-letter", "declined"),
        ("reminder", "sent"),
        ("reminder", "joined"),
        ("reminder", "applied"),
        ("reminder", "declined"),
        ("reminder", "letter-returned"),
        ("reminder", "no-consent"),
        ("reminder", "trial-over"),
        ("trial-lock", "sent"),
        ("trial-lock", "joined"),
        ("trial-lock", "applied"),
        ("trial-lock", "declined"),
        ("trial-lock", "letter-returned"),
        ("welcome", "sent"),
    ] {
        let count = reasons.get(&(kind.to_owned(), reason.to_owned())).copied().unwrap_or(0);
        assert!(count >= 5, "{kind} {reason} happened {count} times");
    }
}

//! What should have happened, worked out from the facts alone, held against
//! what did.

use std::collections::{BTreeMap, BTreeSet};

use kafferum_platform::clock::Millis;
use kafferum_platform::people::PersonId;

use crate::crash::Came;
use crate::world::{Application, End, Event, Person, REMINDER_DAY, TRIAL_DAYS, World};

/// A send or a skip, as recorded.
#[derive(Debug)]
struct Dispatch {
    person: PersonId,
    kind: String,
    decision: String,
    reason: Option<String>,
    at: Millis,
    /// Why and when it was taken back before it went out.
    withdrawn: Option<(String, Millis)>,
}

fn dispatches(world: &World) -> Vec<Dispatch> {
    world.site.read(|tx| {
        let sql = "SELECT person, kind, decision, reason, at, withdrawn_for, withdrawn_at
                   FROM dispatch";
        Ok(tx.query(sql, &[], |row| {
            let withdrawn_for: Option<String> = row.get(5)?;
            Ok(Dispatch {
                person: row.get(0)?,
                kind: row.get(1)?,
                decision: row.get(2)?,
                reason: row.get(3)?,
                at: row.get(4)?,
                withdrawn: withdrawn_for.zip(row.get(6)?),
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

    fn before_now(&self, event: Event) -> bool {
        event.step < self.moment.step
    }

    /// An application stands: it waits, or was confirmed.
    fn applied(&self) -> bool {
        let stands = |one: &Application| match one.ended {
            Some((_, End::Confirmed)) | None => true,
            Some((ended, _)) => !self.before_now(ended),
        };
        self.person.applications.iter().any(|one| self.before_now(one.sent) && stands(one))
    }

    fn was_turned_down(&self) -> bool {
        let mut ends = self.person.applications.iter().filter_map(|one| one.ended);
        ends.any(|(event, end)| end == End::Declined && self.before_now(event))
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
        // Who was turned down is invited no more, but told of the lock.
        let turned_down = kind != "trial-lock" && self.was_turned_down();
        let always = [
            (self.joined(), "joined"),
            (self.applied(), "applied"),
            (turned_down, "application-declined"),
            (self.declined(), "declined"),
        ];
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
    settled_at: Option<Millis>,
}

/// What takes a mail back that is still on its way, and why.
fn stoppers(person: &Person, kind: &str, lock: Event) -> Vec<(Event, &'static str)> {
    let mut all: Vec<(Event, &'static str)> = Vec::new();
    all.extend(person.joined.map(|event| (event, "joined")));
    all.extend(person.declined.iter().step_by(2).map(|event| (*event, "declined")));
    if kind != "join-kit-mail" {
        all.extend(person.applications.iter().map(|one| (one.sent, "applied")));
        all.extend(person.returned.map(|event| (event, "letter-returned")));
    }
    if kind == "reminder" {
        all.push((lock, "trial-over"));
    }
    all.sort_by_key(|(event, _)| event.step);
    all
}

/// Nothing was handed over after its cause had gone: the first fact after the
/// decision that makes it pointless takes it back, if it had not gone by then.
fn gone_or_taken_back(world: &World, person: &Person, row: &Dispatch, lock: Event, mail: &Mail) {
    let decided = moment_of(world, person, &row.kind, row.at);
    let mut after = stoppers(person, &row.kind, lock).into_iter();
    let stopper = after.find(|(event, _)| event.step > decided.step);
    let said = format!("{} of {person:?}: {row:?}, {stopper:?}", row.kind);
    let settled_at = mail.settled_at.unwrap_or_else(|| panic!("{said} still waits"));
    match (mail.state.as_str(), stopper) {
        ("handed", None) => {}
        ("handed", Some((stopper, _))) => {
            let run = world.runs.iter().find(|run| run.event.at == settled_at);
            let run = run.unwrap_or_else(|| panic!("{said}: handed over when nobody worked"));
            assert!(run.event.step < stopper.step, "{said}: handed over by {run:?}");
        }
        ("withdrawn", Some((stopper, reason))) => {
            assert_eq!(row.withdrawn, Some((reason.to_owned(), stopper.at)), "{said}");
            assert_eq!(settled_at, stopper.at, "{said}");
            return;
        }
        (state, _) => panic!("{said}: {state}"),
    }
    assert_eq!(row.withdrawn, None, "{said}");
}

/// The word that a mail of the road has of its own.
fn mail_kind(dispatch: &str) -> Option<&'static str> {
    match dispatch {
        "join-kit-mail" => Some("join-kit"),
        "reminder" => Some("reminder"),
        "trial-lock" => Some("trial-lock"),
        _ => None,
    }
}

fn in_time_or_not_at_all(
    world: &World,
    of: &BTreeMap<PersonId, BTreeMap<&str, &Dispatch>>,
    mails: &[Mail],
) {
    let mails: BTreeMap<(PersonId, &str), &Mail> =
        mails.iter().map(|mail| ((mail.person, mail.kind.as_str()), mail)).collect();
    for person in &world.people {
        let rows = &of[&person.id];
        let lock = moment_of(world, person, "trial-lock", rows["trial-lock"].at);
        for row in rows.values().filter(|row| row.decision == "sent") {
            let Some(kind) = mail_kind(&row.kind) else { continue };
            gone_or_taken_back(world, person, row, lock, mails[&(person.id, kind)]);
        }
    }
}

/// Each mail was handed over under one Message-ID, or taken back in time; no
/// other was.
fn mails(world: &World, of: &BTreeMap<PersonId, BTreeMap<&str, &Dispatch>>) {
    let rows = world.site.read(|tx| {
        let sql = "SELECT person, kind, state, message_id, recipient, settled_at FROM mail";
        Ok(tx.query(sql, &[], |row| {
            Ok(Mail {
                person: row.get(0)?,
                kind: row.get(1)?,
                state: row.get(2)?,
                message_id: row.get(3)?,
                recipient: row.get(4)?,
                settled_at: row.get(5)?,
            })
        })?)
    });
    let mut counts: BTreeMap<PersonId, BTreeMap<&str, usize>> = BTreeMap::new();
    let mut owners: BTreeMap<&str, PersonId> = BTreeMap::new();
    for row in &rows {
        let may_be = [("handed", ""), ("withdrawn", "")];
        assert!(may_be.contains(&(row.state.as_str(), row.recipient.as_str())), "{}", row.kind);
        let is_of_road = ["join-kit", "reminder", "trial-lock"].contains(&row.kind.as_str());
        assert!(is_of_road || row.state == "handed", "{} was taken back", row.kind);
        *counts.entry(row.person).or_default().entry(&row.kind).or_default() += 1;
        let twice = owners.insert(&row.message_id, row.person);
        assert!(twice.is_none(), "a Message-ID for two mails: {}", row.message_id);
    }
    for person in &world.people {
        let decided = &of[&person.id];
        let wanted = [
            ("answer", declined_applications(person)),
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
    in_time_or_not_at_all(world, of, &rows);
    let handed: BTreeSet<&str> = rows
        .iter()
        .filter(|row| row.state == "handed")
        .map(|row| row.message_id.as_str())
        .collect();
    in_the_folder(world, &owners, &handed);
}

fn declined_applications(person: &Person) -> usize {
    let ends = person.applications.iter().filter_map(|one| one.ended);
    ends.filter(|(_, end)| *end == End::Declined).count()
}

/// The folder holds one file for each mail that was handed over, addressed to
/// the right person, and nothing else; but for those that were handed over by
/// a worker who was killed before it could say so, and then taken back.
fn in_the_folder(world: &World, owners: &BTreeMap<&str, PersonId>, handed: &BTreeSet<&str>) {
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
    assert!(handed.iter().all(|id| seen.contains(*id)), "a mail that was handed over is nowhere");
    let unsaid = seen.iter().filter(|id| !handed.contains(id.as_str())).count();
    assert!(unsaid <= world.hardships.unrecorded, "{unsaid} mails went out and were taken back");
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
    let mut withdrawn: BTreeMap<(String, String), usize> = BTreeMap::new();
    for one in dispatches(world) {
        if let Some((reason, _)) = one.withdrawn {
            *withdrawn.entry((one.kind, reason)).or_default() += 1;
        }
    }
    println!("taken back: {withdrawn:#?}");
    for (kind, least) in [("join-kit-mail", 10), ("reminder", 3)] {
        let count: usize =
            withdrawn.iter().filter(|((one, _), _)| one == kind).map(|(_, count)| count).sum();
        assert!(count >= least, "{kind} was taken back {count} times");
    }
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
        ("reminder", "application-declined"),
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

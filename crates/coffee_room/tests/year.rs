//! A year of a room's life by the simulated clock: people write, report and
//! appeal, moderators decide, at times two at once, one learns to be one, and
//! at times two people open a seal. What must always be true is held against
//! the database and the pages every week.

use kafferum_platform::Fault;
use kafferum_platform::clock::{DAY, HOUR, MINUTE};
use kafferum_platform::db::Row;
use kafferum_platform::people::{PersonId, store};
use kafferum_platform::policy::{Grant, Role};
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const YEAR: i64 = 365;

/// Chance that is the same each time: SplitMix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let number = usize::try_from((z ^ (z >> 31)) >> 16).unwrap_or(0);
        if most == 0 { 0 } else { number % most }
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        of.get(self.below(of.len())).copied()
    }
}

struct World<'s> {
    site: &'s TestSite,
    dice: Dice,
    /// For what is done to whole threads.
    steering: Dice,
    members: Vec<PersonId>,
    moderators: Vec<PersonId>,
    trainee: PersonId,
    administrator: PersonId,
    /// Each text bears a word of its own.
    texts: usize,
    /// Decided by two at once, and by one.
    races: usize,
}

/// What happened so far, for a test that would prove nothing.
#[derive(Debug)]
struct Counts {
    held: i64,
    declined: i64,
    hidden: i64,
    measures: i64,
    appeals: i64,
    overturned: i64,
    compared: i64,
    signed: i64,
    unsealed: i64,
    told: i64,
}

fn three(row: &Row<'_>) -> Result<(i64, i64, i64), Fault> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

impl<'s> World<'s> {
    fn new(site: &'s TestSite, seed: u64) -> Self {
        site.set("coffee-room-newcomer-posts", "2");
        site.set("coffee-room-posts-per-minute", "20");
        let members = ["Aino", "Eino", "Helmi", "Onni", "Lempi", "Toivo"];
        let members: Vec<PersonId> = members.iter().map(|name| site.member(name)).collect();
        let moderators: Vec<PersonId> =
            ["Pihlaja", "Havu", "Vaahtera"].iter().map(|name| site.member(name)).collect();
        let (trainee, now) = (site.member("Oona"), site.now());
        let scopes = [None, None, Some("room:1".to_owned())];
        let roles: Vec<(PersonId, Role, Option<String>)> = moderators
            .iter()
            .zip(scopes)
            .map(|(person, scope)| (*person, Role::Moderator, scope))
            .chain([(trainee, Role::ModeratorTrainee, None)])
            .collect();
        site.write(move |tx| {
            for (person, role, scope) in &roles {
                let grant = Grant { role: *role, scope: scope.clone() };
                store::grant(tx, *person, &grant, true, None, now)?;
            }
            Ok(())
        });
        let administrator = site.staff("Antti", Role::Administrator);
        let (dice, steering) = (Dice(seed), Dice(seed + 1));
        Self {
            site,
            dice,
            steering,
            members,
            moderators,
            trainee,
            administrator,
            texts: 0,
            races: 0,
        }
    }

    fn rows(&self, sql: &'static str) -> Vec<(i64, i64, i64)> {
        self.site.read(move |tx| Ok(tx.query(sql, &[], three)?))
    }

    fn count(&self, sql: &'static str) -> i64 {
        self.site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?))
    }

    fn by(&self, person: PersonId) -> Visitor<'s> {
        self.site.as_person(person)
    }

    /// Opens a page and sends its form; the status. A page that is not there
    /// for them is an answer as well.
    fn send(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> u16 {
        let mut browser = self.by(person);
        let page = browser.get(path);
        if page.status == 200 { browser.post(path, fields).status } else { page.status }
    }

    fn word(&mut self) -> String {
        self.texts += 1;
        format!("sana{}x", self.texts)
    }

    fn anybody(&mut self) -> PersonId {
        let all: Vec<PersonId> =
            self.members.iter().chain(&self.moderators).chain([&self.trainee]).copied().collect();
        self.dice.pick(&all).unwrap_or(self.trainee)
    }

    fn write(&mut self) {
        let (who, word) = (self.anybody(), self.word());
        let threads = self.rows("SELECT id, room, last_position FROM thread ORDER BY id");
        let body = format!("Tänään kerron, että {word} on minulle tärkeä.");
        match self.dice.pick(&threads) {
            Some((thread, ..)) if self.dice.below(5) > 0 => {
                let path = format!("/coffee-room/threads/{thread}/reply");
                self.send(who, &path, &[("body", &body), ("audience", "members")]);
            }
            _ => {
                let path = format!("/coffee-room/rooms/{}/new", 1 + self.dice.below(2));
                let title = format!("Puhutaan: {word}");
                let fields = [("title", title.as_str()), ("body", &body), ("audience", "members")];
                self.send(who, &path, &fields);
            }
        }
    }

    fn report(&mut self) {
        let posts = self.rows("SELECT thread, position, author FROM post WHERE state = 'shown'");
        let Some((thread, position, _)) = self.dice.pick(&posts) else { return };
        let who = self.anybody();
        let path = format!("/coffee-room/threads/{thread}/posts/{position}/report");
        self.send(who, &path, &[("reason", "rude"), ("words", "Ikävä sävy")]);
    }

    /// What waits first, by a moderator, or by two at the same time.
    fn decide(&mut self) {
        let held =
            self.rows("SELECT id, author, 0 FROM held_post WHERE state = 'waiting' ORDER BY id");
        let reports =
            self.rows("SELECT thread, position, 0 FROM report WHERE state = 'open' ORDER BY id");
        let path = match (held.first(), reports.first()) {
            (Some((id, ..)), _) if self.dice.below(3) == 0 => {
                format!("/moderation/held/{id}/decline")
            }
            (Some((id, ..)), _) => format!("/moderation/held/{id}"),
            (None, Some((thread, position, _))) => {
                let deed = if self.dice.below(2) == 0 { "hide" } else { "keep" };
                format!("/moderation/threads/{thread}/posts/{position}/{deed}")
            }
            (None, None) => return,
        };
        let is_approval = path.starts_with("/moderation/held/") && !path.ends_with("decline");
        let target = if is_approval { format!("{path}/approve") } else { path.clone() };
        let words = [("words", "Katsottu yhdessä.")];
        let reasoned = [("reason", "rude"), ("words", "Sano tämä toisin.")];
        let fields: &[(&str, &str)] = match &path {
            _ if is_approval => &[],
            path if path.ends_with("keep") => &words,
            _ => &reasoned,
        };
        let mut hands: Vec<Visitor<'s>> = self.moderators.iter().map(|one| self.by(*one)).collect();
        hands.rotate_left(self.dice.below(self.moderators.len()));
        // Who has a case with its author reads a text, and has no button.
        hands.retain_mut(|browser| {
            let page = browser.get(&path);
            page.status == 200 && (!is_approval || page.text().contains(&target))
        });
        let is_race = self.dice.below(3) == 0 && hands.len() > 1;
        let answers: Vec<u16> = hands
            .iter_mut()
            .take(if is_race { 2 } else { 1 })
            .map(|browser| browser.post(&target, fields).status)
            .collect();
        let done = answers.iter().filter(|status| **status == 303).count();
        assert!(
            done <= 1 && answers.iter().all(|status| [303, 422].contains(status)),
            "{path}: {answers:?}"
        );
        assert!(hands.is_empty() || done == 1, "{path}: {answers:?}");
        self.races += usize::from(is_race);
    }

    fn measure(&mut self) {
        let mut posts =
            self.rows("SELECT thread, position, author FROM post WHERE state = 'shown'");
        posts.retain(|(.., author)| self.members.contains(&PersonId(*author)));
        let Some((thread, position, _)) = self.dice.pick(&posts) else { return };
        let Some(who) = self.dice.pick(&self.moderators.clone()) else { return };
        let kind = self.dice.pick(&["warn", "slow", "pause", "remove"]).unwrap_or("warn");
        let place = self.dice.pick(&["room", "room", "all"]).unwrap_or("room");
        let days = self.dice.pick(&["1", "3", "7", "open"]).unwrap_or("1");
        let path = format!("/moderation/threads/{thread}/posts/{position}/author");
        let fields = [
            ("kind", kind),
            ("where", place),
            ("days", days),
            ("rate", "3"),
            ("reason", "rude"),
            ("words", "Hengähdetään."),
        ];
        self.send(who, &path, &fields);
    }

    /// What lasts until it is lifted is lifted some day.
    fn lift(&mut self) {
        let open = self.rows(
            "SELECT id, person, 0 FROM measure
             WHERE kind = 'remove' AND until IS NULL AND lifted_at IS NULL ORDER BY id",
        );
        let Some((measure, ..)) = self.dice.pick(&open) else { return };
        let Some(who) = self.dice.pick(&self.moderators.clone()) else { return };
        self.send(who, &format!("/moderation/measures/{measure}"), &[("words", "Riittää.")]);
    }

    /// Threads are closed and opened again, pinned and put back, by chance of
    /// its own: the year goes on as it would.
    fn steer(&mut self) {
        let threads = self.rows("SELECT id, room, last_position FROM thread ORDER BY id");
        let Some((thread, ..)) = self.steering.pick(&threads) else { return };
        let Some(who) = self.steering.pick(&self.moderators) else { return };
        let place = self.steering.pick(&["row", "top"]).unwrap_or("row");
        for door in ["closed", "open"] {
            let fields = [("door", door), ("place", place), ("words", "Selkeämpää näin.")];
            self.send(who, &format!("/moderation/threads/{thread}"), &fields);
        }
    }

    fn appeal(&mut self) {
        let decisions = self.rows(
            "SELECT id, about, 0 FROM moderation_log WHERE about IS NOT NULL AND deed <> 'keep'",
        );
        let Some((decision, about, _)) = self.dice.pick(&decisions) else { return };
        let path = format!("/coffee-room/decisions/{decision}");
        self.send(PersonId(about), &path, &[("words", "Katsokaa uudelleen.")]);
    }

    fn decide_appeal(&mut self) {
        let appeals = self.rows("SELECT id, 0, 0 FROM appeal WHERE state = 'waiting' ORDER BY id");
        let Some((appeal, ..)) = self.dice.pick(&appeals) else { return };
        let Some(who) = self.dice.pick(&self.moderators.clone()) else { return };
        let verdict = self.dice.pick(&["upheld", "overturned"]).unwrap_or("upheld");
        let path = format!("/moderation/appeals/{appeal}");
        self.send(who, &path, &[("verdict", verdict), ("words", "Luettu uusin silmin.")]);
    }

    /// The trainee says what they would decide; in the second half of the
    /// year the mentor signs it at times.
    fn practise(&mut self) {
        let reports =
            self.rows("SELECT thread, position, 0 FROM report WHERE state = 'open' ORDER BY id");
        let held = self.rows("SELECT id, 0, 0 FROM held_post WHERE state = 'waiting' ORDER BY id");
        let (path, deed) = match (reports.first(), held.first()) {
            (Some((thread, position, _)), _) => (
                format!("/moderation/threads/{thread}/posts/{position}/opinion"),
                self.dice.pick(&["hide", "keep"]),
            ),
            (None, Some((id, ..))) => {
                (format!("/moderation/held/{id}/opinion"), self.dice.pick(&["approve", "decline"]))
            }
            (None, None) => return,
        };
        let fields =
            [("deed", deed.unwrap_or("keep")), ("reason", "rude"), ("words", "Näin ajattelen.")];
        self.send(self.trainee, &path, &fields);
        let proposed = self.rows(
            "SELECT o.id, c.mentor, 0 FROM opinion o JOIN practice c ON c.id = o.practice
             WHERE o.state = 'waiting' AND c.period = 'second'",
        );
        if let Some((opinion, mentor, _)) = self.dice.pick(&proposed) {
            let mut browser = self.by(PersonId(mentor));
            browser.get("/moderation/practice");
            browser.post(&format!("/moderation/opinions/{opinion}"), &[]);
        }
    }

    /// A moderator asks who somebody is; another with another role answers
    /// what was asked before.
    fn ask_who(&mut self) {
        let Some(asker) = self.dice.pick(&self.moderators.clone()) else { return };
        let Some(about) = self.dice.pick(&self.members.clone()) else { return };
        let Ok(handle) = self.site.site().handle(about) else { return };
        let (danger, days) =
            self.dice.pick(&[("", "0"), ("Voi satuttaa.", "30")]).unwrap_or_default();
        let fields = [
            ("reason", "Uhkasi toista väkivallalla."),
            ("hope", "Annan tiedon poliisille."),
            ("danger", danger),
            ("danger_days", days),
        ];
        self.send(asker, &format!("/seal/new/{handle}"), &fields);
    }

    fn answer_who(&mut self) {
        // After two weeks it is too late to answer.
        let since = self.site.now() - 14 * DAY;
        let waiting = self.site.read(move |tx| {
            Ok(tx.query(
                "SELECT id, asked_by, danger_days FROM seal_request
                 WHERE state = 'waiting' AND asked_at > ?1 ORDER BY id",
                &[&since],
                three,
            )?)
        });
        let Some((request, asker, days)) = self.dice.pick(&waiting) else { return };
        let path = format!("/seal/requests/{request}");
        let alone = self.send(PersonId(asker), &path, &[("verdict", "open"), ("words", "Itse.")]);
        assert_ne!(alone, 303, "one person opened a seal alone");
        let verdict = self.dice.pick(&["open", "open", "later", "decline"]).unwrap_or("open");
        let verdict = if verdict == "later" && days == 0 { "open" } else { verdict };
        let fields = [("verdict", verdict), ("words", "Luin perusteet.")];
        assert_eq!(self.send(self.administrator, &path, &fields), 303, "{verdict}");
        if verdict != "decline" {
            for party in [PersonId(asker), self.administrator] {
                assert_eq!(self.by(party).get(&format!("{path}/person")).status, 200);
            }
        }
    }

    fn step_practice(&self, act: &str) {
        let Ok(trainee) = self.site.site().handle(self.trainee) else { return };
        let fields = [("trainee", trainee.as_str()), ("act", act)];
        for mentor in &self.moderators {
            let mut browser = self.by(*mentor);
            browser.get("/moderation/practice");
            browser.post("/moderation/practice", &fields);
        }
    }

    fn live(&mut self, days: i64) {
        self.step_practice("take");
        for day in 0..days {
            if day == days / 2 {
                self.step_practice("second");
            }
            for _ in 0..=self.dice.below(2) {
                self.write();
                self.site.pass(3 * MINUTE);
            }
            match self.dice.below(10) {
                8 => self.ask_who(),
                9 => self.answer_who(),
                0 => self.report(),
                1 => self.measure(),
                2 => self.appeal(),
                3 => self.decide_appeal(),
                4 => self.lift(),
                5 => self.steer(),
                _ => {}
            }
            if self.dice.below(3) == 0 {
                self.practise();
            }
            if self.dice.below(2) == 0 {
                self.decide();
            }
            self.site.pass(DAY - 2 * HOUR);
            if day % 7 == 0 {
                self.must_be_well(day);
            }
        }
    }

    /// What must always be true.
    fn must_be_well(&mut self, day: i64) {
        for (what, sql) in [
            (
                "a text that was not let in stands in a room",
                "SELECT COUNT(*) FROM held_post h JOIN post p ON p.markdown = h.markdown
                 WHERE h.state <> 'approved' AND h.edits IS NULL",
            ),
            ("somebody decided about themselves", "SELECT COUNT(*) FROM moderation_log WHERE about = moderator"),
            (
                "an appeal was decided by who decided before",
                "SELECT COUNT(*) FROM appeal a JOIN moderation_log d ON d.id = a.decision
                 JOIN moderation_log l ON l.deed IN ('uphold', 'overturn') AND l.at = a.decided_at
                     AND l.about = a.person
                 WHERE l.moderator = d.moderator OR l.moderator = a.person",
            ),
            (
                "a hidden post without a line of the log",
                "SELECT COUNT(*) FROM post p WHERE p.state = 'hidden' AND NOT EXISTS
                    (SELECT 1 FROM moderation_log l WHERE l.thread = p.thread
                        AND l.position = p.position AND l.deed = 'hide')",
            ),
            (
                "a decided text without a line of the log",
                "SELECT COUNT(*) FROM held_post h WHERE h.state IN ('approved', 'declined')
                    AND NOT EXISTS (SELECT 1 FROM moderation_log l WHERE l.held = h.id)",
            ),
            (
                "a text that is kept though it was let in or taken back",
                "SELECT COUNT(*) FROM held_post h WHERE h.state IN ('approved', 'withdrawn')
                    AND h.title || h.markdown || COALESCE(h.poll, '') <> ''",
            ),
            (
                "a measure without a line of the log",
                "SELECT COUNT(*) FROM measure m WHERE NOT EXISTS
                    (SELECT 1 FROM moderation_log l WHERE l.measure = m.id
                        AND l.deed IN ('warn', 'slow', 'pause', 'remove'))",
            ),
            (
                "a measure that was lifted without a line of the log",
                "SELECT COUNT(*) FROM measure m WHERE m.lifted_at IS NOT NULL AND NOT EXISTS
                    (SELECT 1 FROM moderation_log l WHERE l.measure = m.id
                        AND l.deed IN ('lift', 'overturn'))",
            ),
            (
                "an appeal that was decided without a line of the log",
                "SELECT COUNT(*) FROM appeal a WHERE a.state <> 'waiting' AND NOT EXISTS
                    (SELECT 1 FROM moderation_log l WHERE l.at = a.decided_at
                        AND l.deed IN ('uphold', 'overturn'))",
            ),
            (
                "a proposal that was signed without the trainee's name in the log",
                "SELECT COUNT(*) FROM opinion o WHERE o.state = 'signed' AND NOT EXISTS
                    (SELECT 1 FROM moderation_log l WHERE l.trainee = o.trainee AND l.at = o.decided_at)",
            ),
            (
                "a post that was decided about by who had reported it",
                "SELECT COUNT(*) FROM moderation_log l
                 WHERE l.deed IN ('hide', 'keep', 'restore', 'redact') AND EXISTS
                    (SELECT 1 FROM report r WHERE r.thread = l.thread AND r.position = l.position
                        AND r.reporter = l.moderator AND r.at < l.at)",
            ),
            (
                "a thread that was steered by who had reported its first post",
                "SELECT COUNT(*) FROM moderation_log l
                 WHERE l.deed IN ('close', 'reopen', 'pin', 'unpin', 'move') AND EXISTS
                    (SELECT 1 FROM report r WHERE r.thread = l.thread AND r.position = 1
                        AND r.reporter = l.moderator AND r.at < l.at)",
            ),
            (
                "two measures that were taken at once for the same thing",
                "SELECT COUNT(*) FROM measure m JOIN measure o ON o.person = m.person
                 WHERE o.id > m.id AND o.after_line = m.after_line",
            ),
            (
                "somebody who was decided about while they appealed against the decider",
                "SELECT COUNT(*) FROM moderation_log l
                 WHERE l.deed IN ('hide', 'approve', 'decline', 'redact', 'warn', 'slow', 'pause',
                                  'remove', 'lift') AND EXISTS
                    (SELECT 1 FROM appeal a JOIN moderation_log d ON d.id = a.decision
                     WHERE a.person = l.about AND d.moderator = l.moderator AND a.at < l.at
                        AND (a.decided_at IS NULL OR a.decided_at > l.at))",
            ),
            (
                "a seal that one person, or two of one role, opened",
                "SELECT COUNT(*) FROM seal_request s WHERE s.state = 'opened'
                    AND (s.answered_by IS NULL OR s.answered_by = s.asked_by
                         OR s.answered_as IS NULL OR s.answered_as = 'moderator')",
            ),
            (
                "an opening of a seal without a line of the audit log",
                "SELECT ABS((SELECT COUNT(*) FROM seal_request WHERE state = 'opened')
                    - (SELECT COUNT(*) FROM audit WHERE action = 'seal-opened'))",
            ),
            (
                "a look at who it is by anybody but the two",
                "SELECT COUNT(*) FROM seal_look l JOIN seal_request s ON s.id = l.request
                 WHERE l.person <> s.asked_by AND l.person <> s.answered_by",
            ),
            (
                "a count of threads that is off",
                "SELECT COUNT(*) FROM room r WHERE r.threads <>
                    (SELECT COUNT(*) FROM thread t WHERE t.room = r.id)",
            ),
        ] {
            assert_eq!(self.count(sql), 0, "{what}, by day {day}");
        }
        self.held_texts_must_be_unseen(day);
        self.measures_must_end_in_time(day);
        self.seals_must_be_told_and_kept(day);
    }

    fn held_texts_must_be_unseen(&mut self, day: i64) {
        let waiting = self.site.read(|tx| {
            Ok(tx.query(
                "SELECT author, markdown, COALESCE(thread, 0) FROM held_post
                 WHERE state IN ('waiting', 'declined') AND markdown <> '' AND edits IS NULL
                 ORDER BY id DESC LIMIT 3",
                &[],
                |row| Ok((row.get::<PersonId>(0)?, row.get::<String>(1)?, row.get::<i64>(2)?)),
            )?)
        });
        for (author, markdown, thread) in waiting {
            let word =
                markdown.split(' ').find(|word| word.starts_with("sana")).unwrap_or("?").to_owned();
            let others: Vec<PersonId> =
                self.members.iter().copied().filter(|member| *member != author).collect();
            let Some(reader) = self.dice.pick(&others) else { continue };
            let mut browser = self.by(reader);
            let found = browser.get(&format!("/search?q={word}")).text();
            assert!(!found.contains(&format!("että {word}")), "{word} is found on day {day}");
            for path in [
                "/coffee-room".to_owned(),
                "/coffee-room/rooms/1".to_owned(),
                "/moderation/log".to_owned(),
                format!("/coffee-room/threads/{thread}"),
            ] {
                assert!(!browser.get(&path).text().contains(&word), "{word} on {path}, day {day}");
            }
        }
    }

    /// Whose seal was opened knows it, unless a danger forbids it still; and
    /// nobody but the two sees who it was.
    fn seals_must_be_told_and_kept(&mut self, day: i64) {
        self.site.settle();
        let now = self.site.now();
        let late: i64 = self.site.read(move |tx| {
            Ok(tx.one(
                "SELECT COUNT(*) FROM seal_request
                 WHERE state = 'opened' AND told_at IS NULL AND tell_at <= ?1",
                &[&now],
                |row| row.get(0),
            )?)
        });
        assert_eq!(late, 0, "somebody was not told by day {day}");
        let opened = self.rows(
            "SELECT id, asked_by, answered_by FROM seal_request WHERE state = 'opened' ORDER BY id",
        );
        let Some((request, asker, second)) = self.dice.pick(&opened) else { return };
        let everybody = self.members.iter().chain(&self.moderators).chain([&self.trainee]);
        for other in everybody.filter(|other| ![asker, second].contains(&other.0)) {
            let status = self.by(*other).get(&format!("/seal/requests/{request}/person")).status;
            assert!(status == 403 || status == 404, "{other} got {status} on day {day}");
        }
    }

    /// Doors are open to whom no measure keeps out now, and closed to others.
    fn measures_must_end_in_time(&mut self, day: i64) {
        let now = self.site.now();
        let in_force = self.site.read(move |tx| {
            Ok(tx.query(
                "SELECT person, kind, COALESCE(room, 0) FROM measure
                 WHERE kind IN ('pause', 'remove') AND lifted_at IS NULL
                   AND (until IS NULL OR until > ?1)",
                &[&now],
                |row| Ok((row.get::<PersonId>(0)?, row.get::<String>(1)?, row.get::<i64>(2)?)),
            )?)
        });
        let holds = |person: PersonId, kind: &str, room: i64| {
            in_force.iter().any(|(who, what, place)| {
                *who == person && what == kind && (*place == 0 || *place == room)
            })
        };
        let everywhere = |person: PersonId| {
            in_force
                .iter()
                .any(|(who, what, place)| *who == person && what == "remove" && *place == 0)
        };
        for person in self.members.clone() {
            for room in [1, 2] {
                let status = self.by(person).get(&format!("/coffee-room/rooms/{room}/new")).status;
                let wanted = match () {
                    () if everywhere(person) => 403,
                    () if holds(person, "remove", room) || holds(person, "pause", room) => 400,
                    () => 200,
                };
                assert_eq!(status, wanted, "{person} in room {room} on day {day}");
            }
        }
    }

    fn counts(&self) -> Counts {
        Counts {
            held: self.count("SELECT COUNT(*) FROM held_post"),
            declined: self.count("SELECT COUNT(*) FROM held_post WHERE state = 'declined'"),
            hidden: self.count("SELECT COUNT(*) FROM moderation_log WHERE deed = 'hide'"),
            measures: self.count("SELECT COUNT(*) FROM measure"),
            appeals: self.count("SELECT COUNT(*) FROM appeal"),
            overturned: self.count("SELECT COUNT(*) FROM appeal WHERE state = 'overturned'"),
            compared: self.count("SELECT COUNT(*) FROM opinion WHERE state = 'compared'"),
            signed: self.count("SELECT COUNT(*) FROM opinion WHERE state = 'signed'"),
            unsealed: self.count("SELECT COUNT(*) FROM seal_request WHERE state = 'opened'"),
            told: self.count("SELECT COUNT(*) FROM seal_request WHERE told_at IS NOT NULL"),
        }
    }
}

on_both! {
    fn a_year_passes_and_what_must_be_true_is_true_each_week(site) {
        let mut world = World::new(&site, 20_261_122);
        world.live(YEAR);
        world.must_be_well(YEAR);
        let counts = world.counts();
        let all = [counts.held, counts.declined, counts.hidden, counts.measures, counts.appeals, counts.overturned, counts.compared, counts.signed, counts.unsealed, counts.told];
        assert!(all.iter().all(|count| *count > 0) && world.races > 0, "{counts:?}");
    }

    fn another_summer_goes_as_well(site) {
        let mut world = World::new(&site, 7);
        world.live(90);
        world.must_be_well(90);
    }
}

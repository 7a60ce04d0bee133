//! Opening the seal: finding out who is behind a pseudonym.
//!
//! It takes two people with different roles. A moderator, who sees pseudonyms
//! alone, asks in writing; a registrar or an administrator agrees or declines.
//! Then these two see name and contact for a week, each look is logged, and
//! the person is told: who by role, when, and why. Only a danger that both
//! have recorded delays that, until a day that both have set. Those who may
//! answer are told by mail of what waits, and who asked of the answer.

pub(crate) mod pages;
mod store;

use std::collections::BTreeSet;

use crate::audit;
use crate::clock::{DAY, Millis};
use crate::db::Tx;
use crate::fault::{Error, Fault, Refusal};
use crate::feature::{Moment, Timer};
use crate::mail::{self, NewMail};
use crate::people::{self, Identity, PersonId};
use crate::policy::{Actor, Denied, Permission, Role};
use store::Answer;
pub(crate) use store::{erase, export};

crate::id! {
    /// A request's number.
    SealId
}

crate::words! {
    /// What has become of a request.
    SealState {
        /// Nobody has answered it.
        Waiting = "waiting",
        /// The second person agreed.
        Opened = "opened",
        /// The second person did not.
        Declined = "declined",
        /// Who asked took it back.
        Withdrawn = "withdrawn",
        /// Nobody answered in time.
        Expired = "expired",
    }
}

/// Nobody answers a request that is older.
const ANSWERED_WITHIN: Millis = 14 * DAY;
/// How long the two see who it is.
const OPEN_FOR: Millis = 7 * DAY;
/// Days for which a danger may keep the person from being told.
const DANGER_DAYS: [i64; 3] = [7, 30, 90];
/// The roles of those who answer.
const ANSWERING: [Role; 2] = [Role::Registrar, Role::Administrator];
/// Fewest characters of a reason: a word is none.
const REASON_LEAST: usize = 20;

/// The requests that one is a party to.
pub(crate) const SEAL: Permission = Permission { name: "seal", rule: may_enter };

/// Asking for one.
pub(crate) const ASK: Permission =
    Permission { name: "seal.ask", rule: |actor| crate::policy::must_be(actor, Role::Moderator) };

fn may_enter(actor: &Actor) -> Result<(), Denied> {
    actor.person()?;
    let is_party = actor.is_anywhere(Role::Moderator) || answering_role(actor).is_some();
    if is_party { Ok(()) } else { Err(Denied::NotYours) }
}

/// The role as which somebody answers.
fn answering_role(actor: &Actor) -> Option<Role> {
    ANSWERING.into_iter().find(|role| actor.is(*role))
}

/// A request as the two parties see it.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    id: SealId,
    person: PersonId,
    /// Empty when they were erased.
    pseudonym: String,
    asked_by: PersonId,
    /// Pseudonym of who asked.
    asker: String,
    asked_at: Millis,
    reason: String,
    hope: String,
    /// Why the person must not be told at once; empty when they may be.
    danger: String,
    danger_days: i64,
    state: SealState,
    answered_by: Option<PersonId>,
    /// Pseudonym of who answered.
    answerer: String,
    answered_as: Option<Role>,
    answered_at: Option<Millis>,
    answer: String,
    open_until: Option<Millis>,
    /// When the person was or will be told.
    tell_at: Option<Millis>,
}

impl Request {
    /// What it is now; the clock goes on without anybody noting it.
    fn state(&self, now: Millis) -> SealState {
        match self.state {
            SealState::Waiting if now >= self.expires_at() => SealState::Expired,
            state => state,
        }
    }

    fn expires_at(&self) -> Millis {
        self.asked_at + ANSWERED_WITHIN
    }

    fn is_open(&self, now: Millis) -> bool {
        self.state == SealState::Opened && self.open_until.is_some_and(|until| now < until)
    }

    /// Whether an actor is told of it at all: never the person it is about.
    fn is_seen_by(&self, actor: &Actor, now: Millis) -> bool {
        let Some(me) = actor.person.filter(|me| *me != self.person) else { return false };
        me == self.asked_by || self.answered_by == Some(me) || self.may_answer(actor, now)
    }

    /// A second person, with another role than who asked.
    fn may_answer(&self, actor: &Actor, now: Millis) -> bool {
        let is_another = actor.person.is_some_and(|me| me != self.person && me != self.asked_by);
        is_another && answering_role(actor).is_some() && self.state(now) == SealState::Waiting
    }

    /// The two, while it is open and they hold the roles they acted in.
    fn may_look(&self, actor: &Actor, now: Millis) -> bool {
        let Some(me) = actor.person else { return false };
        let asked = me == self.asked_by && actor.is_anywhere(Role::Moderator);
        let answered = self.answered_by == Some(me)
            && self.answered_as.is_some_and(|role| actor.is_anywhere(role));
        self.is_open(now) && (asked || answered)
    }

    /// Whom a line of the audit log about it names: nobody while the person
    /// is not to know.
    fn subject(&self, now: Millis) -> Option<PersonId> {
        let may_know = self.state == SealState::Opened && self.tell_at.is_some_and(|at| at <= now);
        may_know.then_some(self.person)
    }

    fn detail(&self) -> String {
        format!("request {}", self.id)
    }
}

/// What a moderator wants to know, and why.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Why.
    pub reason: String,
    /// What is hoped for.
    pub hope: String,
    /// Why the person must not be told at once; empty when they may be.
    pub danger: String,
    /// For how many days; 0 when they may be.
    pub danger_days: i64,
}

impl Wish {
    fn must_be_fit(&self) -> Result<(), Refusal> {
        must_say_why(&self.reason)?;
        match (self.danger.is_empty(), self.danger_days) {
            (true, 0) => Ok(()),
            (false, days) if DANGER_DAYS.contains(&days) => Ok(()),
            (false, _) => Err(Refusal::new("seal-danger-days").at("danger_days")),
            (true, _) => Err(Refusal::new("seal-danger-why").at("danger")),
        }
    }
}

/// Whether a reason is one, of a form with the field `reason`.
///
/// # Errors
/// That it is too short.
pub fn must_say_why(reason: &str) -> Result<(), Refusal> {
    if reason.chars().count() < REASON_LEAST {
        return Err(Refusal::new("seal-reason-short").with("least", REASON_LEAST).at("reason"));
    }
    Ok(())
}

/// Asks who is behind a pseudonym.
///
/// # Errors
/// What is wrong with the wish; a fault of the database.
pub fn ask(
    tx: &mut Tx<'_>,
    me: PersonId,
    person: PersonId,
    wish: &Wish,
    moment: &Moment,
) -> Result<SealId, Error> {
    let now = moment.now;
    wish.must_be_fit()?;
    if me == person {
        return Err(Refusal::new("seal-self").into());
    }
    store::expire(tx, now - ANSWERED_WITHIN)?;
    let id = store::insert(tx, person, me, wish, now)?;
    let id = id.ok_or_else(|| Error::Refusal(Refusal::new("seal-waiting-already")))?;
    audit::record(tx, Some(me), "seal-asked", None, &format!("request {id}"), now)?;
    for answerer in answerers(tx, now)? {
        if answerer != me && answerer != person {
            write_to_party(tx, id, answerer, moment)?;
        }
    }
    Ok(id)
}

/// Everybody who might answer a request.
fn answerers(tx: &mut Tx<'_>, now: Millis) -> Result<BTreeSet<PersonId>, Fault> {
    let mut found = BTreeSet::new();
    for role in ANSWERING {
        let holders = people::store::holders(tx, role, now)?;
        found.extend(holders.into_iter().filter(|(_, scope)| scope.is_none()).map(|(who, _)| who));
    }
    Ok(found)
}

/// What the second person says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is opened, and the person told at once.
    Open,
    /// It is opened, and the person told when the danger is over.
    OpenInDanger,
    /// It stays closed.
    Decline,
}

/// Agrees or declines.
///
/// # Errors
/// Why one may not; a fault of the database.
pub fn answer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: SealId,
    verdict: Verdict,
    words: &str,
    moment: &Moment,
) -> Result<(), Error> {
    let (me, now) = (actor.person()?, moment.now);
    let request = find(tx, actor, id, now)?;
    let role = answering_role(actor).filter(|_| request.may_answer(actor, now));
    let role = role.ok_or_else(|| Error::Refusal(Refusal::new("seal-not-waiting")))?;
    if verdict == Verdict::OpenInDanger && request.danger.is_empty() {
        return Err(Refusal::new("seal-verdict-missing").at("verdict").into());
    }
    let is_opened = verdict != Verdict::Decline;
    let wait = if verdict == Verdict::OpenInDanger { request.danger_days * DAY } else { 0 };
    let answer = Answer {
        state: if is_opened { SealState::Opened } else { SealState::Declined },
        by: me,
        role,
        words,
        open_until: is_opened.then_some(now + OPEN_FOR),
        tell_at: is_opened.then_some(now + wait),
    };
    if !store::answer(tx, id, &answer, now)? {
        return Err(Refusal::new("seal-not-waiting").into());
    }
    let request = store::find(tx, id)?.ok_or(Error::NotFound)?;
    let deed = if is_opened { "seal-opened" } else { "seal-declined" };
    audit::record(tx, Some(me), deed, request.subject(now), &request.detail(), now)?;
    write_to_party(tx, id, request.asked_by, moment)?;
    tell_those_due(tx, moment)?;
    Ok(())
}

/// Takes a request back.
fn withdraw(tx: &mut Tx<'_>, me: PersonId, id: SealId, now: Millis) -> Result<(), Error> {
    if !store::withdraw(tx, id, me)? {
        return Err(Refusal::new("seal-not-waiting").into());
    }
    audit::record(tx, Some(me), "seal-withdrawn", None, &format!("request {id}"), now)?;
    Ok(())
}

/// A request that an actor may know of.
fn find(tx: &mut Tx<'_>, actor: &Actor, id: SealId, now: Millis) -> Result<Request, Error> {
    let request = store::find(tx, id)?.filter(|request| request.is_seen_by(actor, now));
    request.ok_or(Error::NotFound)
}

/// Looks at who it is, and leaves a trace.
fn look(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: SealId,
    now: Millis,
) -> Result<(Request, Identity), Error> {
    let request = find(tx, actor, id, now)?;
    if !request.may_look(actor, now) {
        return Err(Refusal::new("seal-not-open").into());
    }
    let identity = people::store::identity(tx, request.person)?.ok_or(Error::NotFound)?;
    let me = actor.person()?;
    store::insert_look(tx, id, me, now)?;
    audit::record(tx, Some(me), "seal-seen", request.subject(now), &request.detail(), now)?;
    Ok((request, identity))
}

/// Lets requests expire that nobody answered, and tells people of openings
/// that they may know of by now.
pub(crate) const TIMER: Timer = Timer { name: "seal", run };

fn run(tx: &mut Tx<'_>, moment: &Moment) -> Result<usize, Fault> {
    let expired = store::expire(tx, moment.now - ANSWERED_WITHIN)?;
    Ok(expired + tell_those_due(tx, moment)?)
}

fn tell_those_due(tx: &mut Tx<'_>, moment: &Moment) -> Result<usize, Fault> {
    let due = store::to_tell(tx, moment.now)?;
    for (id, person) in &due {
        store::mark_told(tx, *id, moment.now)?;
        audit::record(tx, None, "seal-told", Some(*person), &format!("request {id}"), moment.now)?;
        write_to(tx, *id, *person, moment)?;
    }
    Ok(due.len())
}

/// Writes to the person it is about.
fn write_to(tx: &mut Tx<'_>, id: SealId, person: PersonId, moment: &Moment) -> Result<(), Fault> {
    let key = format!("seal-told:{id}");
    write(tx, person, (&key, "seal-told"), ("/account/seal", "seal-mail-body"), moment)
}

/// Writes to one of the two, or to somebody who may become the second.
fn write_to_party(
    tx: &mut Tx<'_>,
    id: SealId,
    party: PersonId,
    moment: &Moment,
) -> Result<(), Fault> {
    let (key, path) = (format!("seal-party:{id}:{party}"), format!("/seal/requests/{id}"));
    call(tx, party, (&key, "seal-party"), &path, moment)
}

/// Writes to somebody with a role that there is something to read on a page,
/// and perhaps to decide.
///
/// # Errors
/// A fault of the database.
pub fn call(
    tx: &mut Tx<'_>,
    party: PersonId,
    (key, kind): (&str, &'static str),
    path: &str,
    moment: &Moment,
) -> Result<(), Fault> {
    write(tx, party, (key, kind), (path, "seal-party-mail-body"), moment)
}

/// A mail that says nothing but that there is something to read.
fn write(
    tx: &mut Tx<'_>,
    person: PersonId,
    (key, kind): (&str, &'static str),
    (path, body): (&str, &'static str),
    moment: &Moment,
) -> Result<(), Fault> {
    let Some(identity) = people::store::identity(tx, person)? else { return Ok(()) };
    let lang = people::store::lang(tx, person)?;
    let link = format!("{}{path}", moment.public_url);
    let places = [
        ("name", identity.given_name.as_str()),
        ("link", &link),
        ("contact", moment.settings.line("union-contact")),
        ("union", moment.settings.line("union-name")),
    ];
    let mail = NewMail {
        unsubscribe: None,
        reply_to: None,
        key,
        person: Some(person),
        kind,
        lang,
        to: &identity.email,
        subject: moment.texts.plain(lang, "seal-mail-subject"),
        body: &moment.texts.format(lang, body, &places),
        attachment: None,
    };
    mail::intend(tx, &mail, moment.now)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Grant;

    const NOW: Millis = 100 * DAY;

    fn actor(person: i64, roles: &[Role]) -> Actor {
        let grants = roles.iter().map(|role| Grant { role: *role, scope: None }).collect();
        Actor { person: Some(PersonId(person)), grants, ..Actor::visitor() }
    }

    fn request(state: SealState) -> Request {
        Request {
            id: SealId(1),
            person: PersonId(1),
            pseudonym: String::new(),
            asked_by: PersonId(2),
            asker: String::new(),
            asked_at: NOW - DAY,
            reason: String::new(),
            hope: String::new(),
            danger: String::new(),
            danger_days: 0,
            state,
            answered_by: (state == SealState::Opened).then_some(PersonId(3)),
            answerer: String::new(),
            answered_as: (state == SealState::Opened).then_some(Role::Administrator),
            answered_at: None,
            answer: String::new(),
            open_until: (state == SealState::Opened).then_some(NOW + DAY),
            tell_at: (state == SealState::Opened).then_some(NOW),
        }
    }

    #[test]
    fn a_second_person_with_another_role_answers_and_nobody_else() {
        use Role::{Administrator, Editor, Moderator, Registrar};
        let waiting = request(SealState::Waiting);
        for (person, roles, may) in [
            (3, &[Administrator][..], true),
            (3, &[Registrar], true),
            (3, &[Moderator, Registrar], true),
            (3, &[Moderator], false),
            (3, &[Editor], false),
            // Who asked, whatever else they are; and whom it is about.
            (2, &[Moderator, Administrator], false),
            (1, &[Administrator], false),
        ] {
            assert_eq!(waiting.may_answer(&actor(person, roles), NOW), may, "{person} {roles:?}");
        }
        assert!(!waiting.may_answer(&actor(3, &[Administrator]), NOW + ANSWERED_WITHIN));
        assert!(!waiting.is_seen_by(&actor(1, &[Administrator]), NOW), "it is about them");
        let scoped = Grant { role: Registrar, scope: Some("region:Uusimaa".to_owned()) };
        assert!(!waiting.may_answer(&Actor { grants: vec![scoped], ..actor(3, &[]) }, NOW));
    }

    #[test]
    fn the_two_look_while_it_is_open_and_they_are_what_they_were() {
        let open = request(SealState::Opened);
        for (person, roles, at, may) in [
            (2, &[Role::Moderator][..], NOW, true),
            (3, &[Role::Administrator], NOW, true),
            (2, &[], NOW, false),
            (3, &[Role::Moderator], NOW, false),
            (4, &[Role::Administrator], NOW, false),
            (1, &[Role::Administrator, Role::Moderator], NOW, false),
            (2, &[Role::Moderator], NOW + DAY, false),
        ] {
            assert_eq!(open.may_look(&actor(person, roles), at), may, "{person} {roles:?} {at}");
        }
        assert!(!request(SealState::Declined).may_look(&actor(2, &[Role::Moderator]), NOW));
    }

    #[test]
    fn a_danger_has_a_reason_and_an_end() {
        let wish = |reason: &str, danger: &str, danger_days| Wish {
            reason: reason.to_owned(),
            hope: String::new(),
            danger: danger.to_owned(),
            danger_days,
        };
        let long = "Uhkaa toista väkivallalla viestissään.";
        for (wish, field) in [
            (wish(long, "", 0), None),
            (wish(long, "Voi satuttaa.", 30), None),
            (wish("Uhkaa", "", 0), Some("reason")),
            (wish(long, "Voi satuttaa.", 0), Some("danger_days")),
            (wish(long, "Voi satuttaa.", 4000), Some("danger_days")),
            (wish(long, "", 30), Some("danger")),
        ] {
            let found = wish.must_be_fit().err().and_then(|refusal| refusal.field);
            assert_eq!(found, field, "{wish:?}");
        }
    }
}

//! The road of a person as a timeline: every send and every skip, with date
//! and reason, beside what the person did.

use kafferum_platform::Fault;
use kafferum_platform::clock::{Millis, timestamp};
use kafferum_platform::db::Tx;
use kafferum_platform::feature::Moment;
use kafferum_platform::mail::{self, MailRow};
use kafferum_platform::people::{Basis, PersonId};
use kafferum_platform::web::ctx::Ctx;

use crate::model::{ApplicationState, CameBy, Decision, LetterState};
use crate::rules::SkipReason;
use crate::store::road::Dispatch;
use crate::store::{applications, letters, people, road};
use crate::{mails, rules, settings};

/// One step, in words.
pub(super) struct Step {
    /// Class of the step.
    pub(super) class: &'static str,
    /// What happened.
    pub(super) what: String,
    /// Why, or what more is known.
    pub(super) why: Option<String>,
    /// When.
    pub(super) at: Millis,
    /// Day of the road, if there is one.
    pub(super) day: Option<String>,
}

/// A step before it is put into words: class, text key, reason key.
struct Raw {
    at: Millis,
    class: &'static str,
    what: String,
    why: Option<String>,
}

/// What happened on a person's road, and what lies ahead, as read.
pub(super) struct Raws {
    registered_at: Option<Millis>,
    steps: Vec<Raw>,
}

fn raw(at: Millis, class: &'static str, what: impl Into<String>, why: Option<String>) -> Raw {
    Raw { at, class, what: what.into(), why }
}

/// Reads a person's road.
pub(super) fn read(tx: &mut Tx<'_>, moment: &Moment, person: PersonId) -> Result<Raws, Fault> {
    let registration = road::registration(tx, person)?;
    let mut steps = Vec::new();
    if let Some((at, relation)) = registration {
        let why = format!("membership-relation-{}", relation.word());
        steps.push(raw(at, "done", "membership-step-registered", Some(why)));
    }
    for (kind, at) in road::consents(tx, person)? {
        steps.push(raw(at, "done", format!("membership-step-consent-{}", kind.word()), None));
    }
    let dispatches = road::dispatches(tx, person)?;
    let mails = mail::of(tx, person)?;
    for one in &dispatches {
        let of_kind = |mail: &&MailRow| mails::kind_of(one.kind) == Some(mail.kind.as_str());
        let state = mails.iter().find(of_kind).map(|mail| mail.state.as_str());
        steps.push(of_dispatch(one, state));
    }
    of_letter(tx, person, &mut steps)?;
    if let Some(at) = road::declined_at(tx, person)? {
        steps.push(raw(at, "done", "membership-step-declined", None));
    }
    of_applications(tx, person, &mut steps)?;
    for one in people::memberships(tx, person)? {
        let basis = match one.basis {
            Basis::Roll => "membership-basis-roll",
            Basis::Registrar => "membership-basis-registrar",
        };
        steps.push(raw(one.started_at, "done", "membership-step-joined", Some(basis.to_owned())));
        if let Some(ended_at) = one.ended_at {
            let (class, what) = match ended_at > moment.now {
                true => ("next", "membership-step-leaves"),
                false => ("done", "membership-step-left"),
            };
            steps.push(raw(ended_at, class, what, None));
        }
    }
    steps.sort_by_key(|step| step.at);
    if let Some((registered_at, _)) = registration {
        ahead(moment, registered_at, &dispatches, &mut steps);
    }
    Ok(Raws { registered_at: registration.map(|(at, _)| at), steps })
}

/// What was decided, and what became of the mail that it asked for.
fn of_dispatch(one: &Dispatch, mail_state: Option<&str>) -> Raw {
    let kind = one.kind.word();
    let because = |reason: SkipReason| format!("membership-skip-{}", reason.word());
    let said = |key: &str| Some(key.to_owned());
    match (one.decision, mail_state) {
        (Decision::Skipped, _) => {
            let what = format!("membership-step-skipped-{kind}");
            raw(one.at, "skipped", what, one.reason.map(because))
        }
        (Decision::Sent, Some("withdrawn")) => {
            let at = one.withdrawn.map_or(one.at, |withdrawn| withdrawn.at);
            let why = one.withdrawn.map(|withdrawn| because(withdrawn.reason));
            raw(at, "skipped", format!("membership-step-withdrawn-{kind}"), why)
        }
        (Decision::Sent, Some("intended")) => {
            let what = format!("membership-step-intended-{kind}");
            raw(one.at, "next", what, said("membership-step-not-handed"))
        }
        (Decision::Sent, Some("given-up")) => {
            let what = format!("membership-step-given-up-{kind}");
            raw(one.at, "failed", what, said("membership-step-gave-up"))
        }
        (Decision::Sent, Some("refused")) => {
            let what = format!("membership-step-sent-{kind}");
            raw(one.at, "failed", what, said("membership-step-refused"))
        }
        (Decision::Sent, _) => raw(one.at, "sent", format!("membership-step-sent-{kind}"), None),
    }
}

fn of_letter(tx: &mut Tx<'_>, person: PersonId, steps: &mut Vec<Raw>) -> Result<(), Fault> {
    let Some(letter) = letters::of(tx, person)? else { return Ok(()) };
    if letter.state == LetterState::Waiting {
        steps.push(raw(letter.asked_at, "next", "membership-step-letter-waiting", None));
    }
    if let Some(at) = letter.returned_at {
        steps.push(raw(at, "failed", "membership-step-letter-returned", None));
    }
    Ok(())
}

fn of_applications(tx: &mut Tx<'_>, person: PersonId, steps: &mut Vec<Raw>) -> Result<(), Fault> {
    for one in applications::of(tx, person)? {
        let applied = match one.came_by {
            CameBy::Site => "membership-step-applied",
            CameBy::Paper => "membership-step-applied-on-paper",
        };
        steps.push(raw(one.applied_at, "done", applied, None));
        let what = match one.state {
            ApplicationState::Waiting | ApplicationState::Confirmed => continue,
            ApplicationState::Declined => "membership-step-application-declined",
            ApplicationState::Withdrawn => "membership-step-application-withdrawn",
        };
        if let Some(at) = one.settled_at {
            steps.push(raw(at, "done", what, None));
        }
    }
    Ok(())
}

/// The days that are still to come.
fn ahead(moment: &Moment, registered_at: Millis, dispatches: &[Dispatch], steps: &mut Vec<Raw>) {
    use crate::model::DispatchKind::{Reminder, TrialLock};
    let days = settings::road(&moment.settings);
    for (kind, day) in [(Reminder, days.reminder_day), (TrialLock, days.trial_days)] {
        if !dispatches.iter().any(|one| one.kind == kind) {
            let at = rules::start_of_day(timestamp(registered_at), day, &moment.zone);
            let what = format!("membership-step-next-{}", kind.word());
            steps.push(raw(at.as_millisecond(), "next", what, None));
        }
    }
}

/// Puts a road into words.
pub(super) fn steps(ctx: &Ctx, raws: Raws) -> Vec<Step> {
    let zone = &ctx.site.zone;
    let day = |at: Millis| {
        let registered_at = timestamp(raws.registered_at?);
        let day = rules::day_of_road(registered_at, timestamp(at), zone);
        Some(ctx.ta("membership-step-day", &[("day", &day.to_string())]))
    };
    raws.steps
        .into_iter()
        .map(|step| Step {
            class: step.class,
            what: ctx.t(&step.what).to_owned(),
            why: step.why.map(|key| ctx.t(&key).to_owned()),
            at: step.at,
            day: day(step.at),
        })
        .collect()
}

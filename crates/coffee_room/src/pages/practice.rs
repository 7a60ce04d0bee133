//! Moderators in training: what they would decide, what their mentor signs,
//! and how often both see things alike.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;
use kafferum_platform::{Error, Fault, Refusal};

use super::report::WORDS_MOST;
use super::{Hall, SeenBy, act, held, item, name, reasons};
use crate::actions::{self, Act, Step};
use crate::model::{Agreement, Deed, HeldId, Item, Opinion, OpinionId, Period, Practice, Reason};
use crate::store;

/// An opinion as pages show it.
pub(super) struct OpinionView {
    pub id: OpinionId,
    pub name: String,
    pub deed: &'static str,
    pub reason: Option<&'static str>,
    pub note: String,
    pub at: Millis,
    pub path: String,
    /// Where it is signed: at once, or with the words that it leads to.
    pub redact: Option<String>,
    pub decided: Option<&'static str>,
    pub agrees: Option<bool>,
}

impl OpinionView {
    pub(super) fn new(ctx: &Ctx, opinion: Opinion) -> Self {
        let path = opinion.item.parse::<Item>().map(Item::path).unwrap_or_default();
        Self {
            redact: (opinion.deed == Deed::Redact)
                .then(|| format!("{path}/redact?opinion={}", opinion.id)),
            agrees: opinion.agrees(),
            id: opinion.id,
            name: name(ctx, opinion.trainee_name),
            deed: would(opinion.deed),
            reason: opinion.reason.map(Reason::text),
            note: opinion.note,
            at: opinion.at,
            path,
            decided: opinion.decided.map(Deed::text),
        }
    }
}

/// Text key of what a trainee would do.
const fn would(deed: Deed) -> &'static str {
    match deed {
        Deed::Hide => "coffee-room-hide",
        Deed::Approve => "coffee-room-approve",
        Deed::Decline => "coffee-room-decline",
        Deed::Redact => "coffee-room-redact",
        _ => "coffee-room-keep",
    }
}

const OPINION: &[Field] =
    &[form::line("deed", 20), form::line("reason", 20), form::text("words", WORDS_MOST)];

#[derive(Template)]
#[template(path = "opinion.html")]
struct OpinionPage {
    page: Page,
    back: String,
    form: Form,
    deeds: Vec<Choice>,
    reasons: Vec<Choice>,
    seen_by: SeenBy,
}

fn asked(ctx: &Ctx) -> Result<Item, Error> {
    if let Ok(held) = ctx.param::<HeldId>("held") {
        return Ok(Item::Held(held));
    }
    Ok(Item::Post(ctx.param("thread")?, ctx.param("number")?))
}

async fn show(ctx: &Ctx, form: Form) -> Reply {
    let (asked, acting) = (asked(ctx)?, act(ctx));
    ctx.read(move |tx| item::must_be_watched(tx, &acting, asked)).await?;
    let deeds: &[Deed] = match asked {
        Item::Held(_) => &[Deed::Approve, Deed::Decline],
        Item::Post(..) | Item::Appeal(_) => &[Deed::Hide, Deed::Redact, Deed::Keep],
    };
    let choice = |deed: &Deed| (deed.word().to_owned(), ctx.t(would(*deed)).to_owned());
    let shown = OpinionPage {
        page: ctx.page(ctx.t("coffee-room-opinion")),
        back: asked.path(),
        deeds: deeds.iter().map(choice).collect(),
        reasons: reasons(ctx),
        seen_by: SeenBy("coffee-room-opinion-seen"),
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn opinion(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty()).await
}

pub(super) async fn opinion_given(ctx: Ctx) -> Reply {
    let asked = asked(&ctx)?;
    let mut form = ctx.form(OPINION).await?;
    let Some(deed) = Deed::from_word(form.get("deed")) else {
        form.refuse(Refusal::new("form-required").at("deed"));
        return show(&ctx, form).await;
    };
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, form| {
            item::must_be_watched(tx, &act, asked)?;
            let (reason, words) = (Reason::chosen(form.get("reason")), form.get("words"));
            actions::give_opinion(tx, &act, asked, (deed, reason, words))?;
            Ok(asked.path())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-opinion"),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

/// Executes what a trainee proposes, in both names.
pub(super) async fn signed(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let id: OpinionId = ctx.param("opinion")?;
    let form = ctx.form(&[]).await?;
    let acting = act(&ctx);
    let (lang, me) = (ctx.lang, ctx.person()?);
    let held = ctx
        .read(move |tx| {
            let opinion = store::practice::opinion(tx, id)?;
            let opinion = opinion.filter(|it| it.mentor == me).ok_or(Error::NotFound)?;
            Ok(match opinion.item.parse() {
                Ok(Item::Held(held)) => store::held::held(tx, held, lang)?,
                _ => None,
            })
        })
        .await?;
    let draft = match held {
        Some(held) => Some(held::draft(&ctx, &hall, &held).await?),
        None => None,
    };
    let done = ctx
        .submit(form, move |tx, _| actions::sign_opinion(tx, &acting, id, draft.as_ref()))
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-signed"),
        Submitted::Again(form) => match form.refusals().first() {
            Some(refusal) => Err(refusal.clone().into()),
            None => Err(Error::NotFound),
        },
    }
}

#[derive(Template)]
#[template(path = "practice.html")]
struct PracticePage {
    page: Page,
    is_moderator: bool,
    /// What waits for the reader's signature.
    to_sign: Vec<OpinionView>,
    own: Option<Own>,
    trainees: Vec<TraineeView>,
}

/// The reader's own practice.
struct Own {
    practice: Option<PracticeView>,
    agreement: Agreement,
    opinions: Vec<OpinionView>,
}

struct PracticeView {
    period: &'static str,
    mentor: String,
    since: Millis,
    /// The mentor moderates no more where the trainee learns.
    has_stopped: bool,
}

/// A running practice, and whether its mentor has stopped.
type Running = Option<(Practice, bool)>;

/// Somebody in training, what they go by, and what they have proposed.
type Trainee = (PersonId, String, Running, Vec<Opinion>);

/// A trainee as moderators see them.
struct TraineeView {
    handle: String,
    name: String,
    practice: Option<PracticeView>,
    is_mine: bool,
    is_first: bool,
    /// The reader may become their mentor.
    is_free: bool,
    agreement: Agreement,
    opinions: Vec<OpinionView>,
}

fn running(tx: &mut Tx<'_>, trainee: PersonId, now: Millis) -> Result<Running, Fault> {
    let Some(practice) = store::practice::of(tx, trainee)? else { return Ok(None) };
    let has_stopped = actions::has_stopped(tx, &practice, now)?;
    Ok(Some((practice, has_stopped)))
}

fn view(ctx: &Ctx, (practice, has_stopped): &(Practice, bool)) -> PracticeView {
    PracticeView {
        has_stopped: *has_stopped,
        period: practice.period.text(),
        mentor: name(ctx, practice.mentor_name.clone()),
        since: practice.started_at,
    }
}

/// What an actor may sign: proposals of those they mentor, but for what they
/// leave to another or moderate no more.
pub(super) fn to_sign(tx: &mut Tx<'_>, act: &Act) -> Result<Vec<Opinion>, Error> {
    let mut theirs = Vec::new();
    for opinion in store::practice::to_sign(tx, act.actor.person()?)? {
        let Ok(about) = opinion.item.parse() else { continue };
        match item::must_be_theirs(tx, act, about) {
            Err(Error::Fault(fault)) => return Err(fault.into()),
            Err(_) => {}
            Ok(()) => theirs.push(opinion),
        }
    }
    Ok(theirs)
}

pub(super) async fn practice(ctx: Ctx) -> Reply {
    let (me, acting) = (ctx.person()?, act(&ctx));
    let is_trainee = ctx.actor.is_anywhere(Role::ModeratorTrainee);
    let (own, to_sign, trainees) = ctx
        .read(move |tx| {
            let own = if is_trainee {
                Some((running(tx, me, acting.now)?, store::practice::opinions_of(tx, me)?))
            } else {
                None
            };
            let to_sign = to_sign(tx, &acting)?;
            let mut trainees: Vec<Trainee> = Vec::new();
            for (person, _) in actions::trainees(tx, &acting)? {
                let known = trainees.iter().any(|(known, ..)| *known == person);
                if person == me || known {
                    continue;
                }
                let pseudonym = store::person::pseudonym(tx, person)?;
                let practice = running(tx, person, acting.now)?;
                let opinions = store::practice::opinions_of(tx, person)?;
                trainees.push((person, pseudonym, practice, opinions));
            }
            Ok((own, to_sign, trainees))
        })
        .await?;
    let own = own.map(|(practice, opinions)| Own {
        practice: practice.as_ref().map(|practice| view(&ctx, practice)),
        agreement: Agreement::of(&opinions),
        opinions: opinions.into_iter().map(|one| OpinionView::new(&ctx, one)).collect(),
    });
    let view_of = |(person, pseudonym, practice, opinions): Trainee| {
        let is_mine = practice.as_ref().is_some_and(|(practice, _)| practice.mentor == me);
        // What waits in the first period is shown once it is compared, so
        // that it does not sway the moderator.
        let shown = opinions.iter().filter(|one| one.decided.is_some()).cloned();
        Ok(TraineeView {
            handle: ctx.site.handle(person)?,
            name: name(&ctx, pseudonym),
            is_mine,
            is_first: practice.as_ref().is_some_and(|(one, _)| one.period == Period::First),
            is_free: practice.as_ref().is_none_or(|(_, has_stopped)| *has_stopped),
            practice: practice.as_ref().map(|practice| view(&ctx, practice)),
            agreement: Agreement::of(&opinions),
            opinions: shown.map(|one| OpinionView::new(&ctx, one)).collect(),
        })
    };
    ctx.html(&PracticePage {
        page: ctx.page(ctx.t("coffee-room-practice")),
        is_moderator: ctx.actor.is_anywhere(Role::Moderator),
        to_sign: to_sign.into_iter().map(|one| OpinionView::new(&ctx, one)).collect(),
        own,
        trainees: trainees.into_iter().map(view_of).collect::<Result<_, Fault>>()?,
    })
}

const STEP: &[Field] = &[form::line("trainee", 40).required(), form::line("act", 10).required()];

pub(super) async fn stepped(ctx: Ctx) -> Reply {
    let form = ctx.form(STEP).await?;
    let act = act(&ctx);
    let trainee = ctx.site.person_of(form.get("trainee")).ok_or(Error::NotFound)?;
    let done = ctx
        .submit(form, move |tx, form| {
            let step = match form.get("act") {
                "take" => Step::Take,
                "second" => Step::Second,
                "end" => Step::End,
                _ => return Err(Error::NotFound),
            };
            actions::step(tx, &act, trainee, step)?;
            Ok("/moderation/practice".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-practice"),
        Submitted::Again(form) => match form.refusals().first() {
            Some(refusal) => Err(refusal.clone().into()),
            None => Err(Error::NotFound),
        },
    }
}

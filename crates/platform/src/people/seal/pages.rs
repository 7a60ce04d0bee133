//! Pages of the seal: asking, answering, looking, and being told.

use askama::Template;

use super::store;
use super::{DANGER_DAYS, Request, SealId, SealState, Verdict, Wish};
use crate::admin::roles::role_key;
use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::{Error, Refusal};
use crate::people::{Identity, PersonId, store as people};
use crate::policy::{ACCOUNT, Role};
use crate::web::ctx::{Ctx, Submitted};
use crate::web::form::{self, Field, Form};
use crate::web::page::Page;
use crate::web::route::{Reply, Route, get, post};
use crate::web::view::Choice;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/seal", super::SEAL, seal),
        get("/seal/new/{who}", super::ASK, seal_new),
        post("/seal/new/{who}", super::ASK, seal_ask),
        get("/seal/requests/{request}", super::SEAL, seal_request),
        post("/seal/requests/{request}", super::SEAL, seal_answer),
        post("/seal/requests/{request}/withdraw", super::ASK, seal_withdraw),
        get("/seal/requests/{request}/person", super::SEAL, seal_person),
        get("/account/seal", ACCOUNT, account_seal),
    ]
}

const fn state_key(state: SealState) -> &'static str {
    match state {
        SealState::Waiting => "seal-state-waiting",
        SealState::Opened => "seal-state-opened",
        SealState::Declined => "seal-state-declined",
        SealState::Withdrawn => "seal-state-withdrawn",
        SealState::Expired => "seal-state-expired",
    }
}

fn name<'n>(page: &'n Page, pseudonym: &'n str) -> &'n str {
    if pseudonym.is_empty() { page.t("seal-nobody") } else { pseudonym }
}

#[derive(Template)]
#[template(path = "seal.html")]
struct SealPage {
    page: Page,
    requests: Vec<Request>,
}

impl SealPage {
    fn state(&self, request: &Request) -> &str {
        let state = request.state(self.page.now);
        let is_over = state == SealState::Opened && !request.is_open(self.page.now);
        self.page.t(if is_over { "seal-state-closed" } else { state_key(state) })
    }
}

async fn seal(ctx: Ctx) -> Reply {
    let (me, answers) = (ctx.person()?, super::answering_role(&ctx.actor).is_some());
    let (actor, now) = (ctx.actor.clone(), ctx.now);
    let requests = ctx
        .read(move |tx| {
            let mut requests = store::of(tx, me, answers)?;
            requests.retain(|request| request.is_seen_by(&actor, now));
            Ok(requests)
        })
        .await?;
    ctx.html(&SealPage { page: ctx.page(ctx.t("seal-title")), requests })
}

const ASK: &[Field] = &[
    form::text("reason", 2000).required(),
    form::text("hope", 1000).required(),
    form::text("danger", 1000),
    form::line("danger_days", 4).required(),
];

#[derive(Template)]
#[template(path = "seal_new.html")]
struct SealNew {
    page: Page,
    path: String,
    back: String,
    pseudonym: String,
    form: Form,
    days: Vec<Choice>,
}

fn whom(ctx: &Ctx) -> Result<(String, PersonId), Error> {
    let handle: String = ctx.param("who")?;
    let person = ctx.site.person_of(&handle).ok_or(Error::NotFound)?;
    Ok((handle, person))
}

async fn seal_new(ctx: Ctx) -> Reply {
    show_new(&ctx, Form::empty().with("danger_days", "0")).await
}

async fn show_new(ctx: &Ctx, form: Form) -> Reply {
    let (handle, person) = whom(ctx)?;
    let pseudonym = ctx.read(move |tx| active(tx, person)).await?;
    let not = std::iter::once(("0".to_owned(), ctx.t("seal-danger-none").to_owned()));
    let days = DANGER_DAYS.iter().map(|days| {
        let days = days.to_string();
        let label = ctx.ta("seal-danger-for", &[("days", &days)]);
        (days, label)
    });
    let shown = SealNew {
        page: ctx.page(ctx.t("seal-new-title")),
        path: format!("/seal/new/{handle}"),
        back: format!("/coffee-room/people/{handle}"),
        pseudonym,
        days: not.chain(days).collect(),
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

/// The pseudonym of somebody who is still here.
fn active(tx: &mut Tx<'_>, person: PersonId) -> Result<String, Error> {
    people::pseudonym(tx, person)?.ok_or(Error::NotFound)
}

async fn seal_ask(ctx: Ctx) -> Reply {
    let (_, person) = whom(&ctx)?;
    let form = ctx.form(ASK).await?;
    let (me, moment) = (ctx.person()?, ctx.site.moment());
    let done = ctx
        .submit(form, move |tx, form| {
            active(tx, person)?;
            let wish = Wish {
                reason: form.get("reason").to_owned(),
                hope: form.get("hope").to_owned(),
                danger: form.get("danger").to_owned(),
                danger_days: form.get("danger_days").parse().unwrap_or(-1),
            };
            let id = super::ask(tx, me, person, &wish, &moment)?;
            Ok(format!("/seal/requests/{id}"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-seal-asked"),
        Submitted::Again(form) => show_new(&ctx, *form).await,
    }
}

const ANSWER: &[Field] = &[form::line("verdict", 10), form::text("words", 1000).required()];

#[derive(Template)]
#[template(path = "seal_request.html")]
struct SealRequest {
    page: Page,
    path: String,
    request: Request,
    state: &'static str,
    form: Form,
    /// Empty when it is not for the reader to answer.
    verdicts: Vec<Choice>,
    may_withdraw: bool,
    may_look: bool,
    looks: i64,
}

impl SealRequest {
    fn name<'n>(&'n self, pseudonym: &'n str) -> &'n str {
        name(&self.page, pseudonym)
    }

    fn role(&self) -> &str {
        self.request.answered_as.map_or("", |role| self.page.t(role_key(role)))
    }

    fn is_told_later(&self) -> Option<Millis> {
        self.request.tell_at.filter(|at| *at > self.page.now)
    }
}

/// The words of the form for the second person's verdict.
const OPEN: &str = "open";
const LATER: &str = "later";
const DECLINE: &str = "decline";

fn verdicts(ctx: &Ctx, request: &Request) -> Vec<Choice> {
    let choice = |word: &str, key: &str| (word.to_owned(), ctx.t(key).to_owned());
    let mut verdicts = Vec::new();
    if !request.danger.is_empty() {
        let days = request.danger_days.to_string();
        let label = ctx.ta("seal-verdict-later", &[("days", &days)]);
        verdicts.push((LATER.to_owned(), label));
    }
    verdicts.push(choice(OPEN, "seal-verdict-open"));
    verdicts.push(choice(DECLINE, "seal-verdict-decline"));
    verdicts
}

async fn seal_request(ctx: Ctx) -> Reply {
    show_request(&ctx, Form::empty()).await
}

async fn show_request(ctx: &Ctx, form: Form) -> Reply {
    let id: SealId = ctx.param("request")?;
    let (actor, now) = (ctx.actor.clone(), ctx.now);
    let (request, looks) =
        ctx.read(move |tx| Ok((super::find(tx, &actor, id, now)?, store::looks(tx, id)?))).await?;
    let may_answer = request.may_answer(&ctx.actor, now);
    let state = request.state(now);
    let is_over = state == SealState::Opened && !request.is_open(now);
    let shown = SealRequest {
        page: ctx.page(ctx.t("seal-request-title")),
        path: format!("/seal/requests/{id}"),
        state: if is_over { "seal-state-closed" } else { state_key(state) },
        verdicts: if may_answer { verdicts(ctx, &request) } else { Vec::new() },
        may_withdraw: state == SealState::Waiting && ctx.actor.person == Some(request.asked_by),
        may_look: request.may_look(&ctx.actor, now),
        request,
        form,
        looks,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

async fn seal_answer(ctx: Ctx) -> Reply {
    let id: SealId = ctx.param("request")?;
    let mut form = ctx.form(ANSWER).await?;
    let verdict = match form.get("verdict") {
        OPEN => Some(Verdict::Open),
        LATER => Some(Verdict::OpenInDanger),
        DECLINE => Some(Verdict::Decline),
        _ => {
            form.refuse(Refusal::new("seal-verdict-missing").at("verdict"));
            None
        }
    };
    let (actor, moment) = (ctx.actor.clone(), ctx.site.moment());
    let done = ctx
        .submit(form, move |tx, form| {
            let verdict = verdict.ok_or(Error::NotFound)?;
            super::answer(tx, &actor, id, verdict, form.get("words"), &moment)?;
            Ok(format!("/seal/requests/{id}"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-seal-answered"),
        Submitted::Again(form) => show_request(&ctx, *form).await,
    }
}

async fn seal_withdraw(ctx: Ctx) -> Reply {
    let id: SealId = ctx.param("request")?;
    let form = ctx.form(&[]).await?;
    let (me, actor, now) = (ctx.person()?, ctx.actor.clone(), ctx.now);
    let done = ctx
        .submit(form, move |tx, _| {
            super::find(tx, &actor, id, now)?;
            super::withdraw(tx, me, id, now)?;
            Ok("/seal".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-seal-withdrawn"),
        Submitted::Again(form) => show_request(&ctx, *form).await,
    }
}

#[derive(Template)]
#[template(path = "seal_person.html")]
struct SealPerson {
    page: Page,
    request: Request,
    identity: Identity,
}

async fn seal_person(ctx: Ctx) -> Reply {
    let id: SealId = ctx.param("request")?;
    let (actor, now) = (ctx.actor.clone(), ctx.now);
    let (request, identity) = ctx.write(move |tx| super::look(tx, &actor, id, now)).await?;
    ctx.html(&SealPerson { page: ctx.page(ctx.t("seal-person-title")), request, identity })
}

/// An opening as the person it was about sees it.
struct Told {
    request: Request,
    looks: i64,
}

#[derive(Template)]
#[template(path = "account_seal.html")]
struct AccountSeal {
    page: Page,
    contact: String,
    openings: Vec<Told>,
}

impl AccountSeal {
    fn moderator(&self) -> &str {
        self.page.t(role_key(Role::Moderator))
    }

    fn second(&self, told: &Told) -> &str {
        told.request.answered_as.map_or("", |role| self.page.t(role_key(role)))
    }
}

async fn account_seal(ctx: Ctx) -> Reply {
    let me = ctx.person()?;
    let openings = ctx
        .read(move |tx| {
            let mut openings = Vec::new();
            for request in store::told(tx, me)? {
                let looks = store::looks(tx, request.id)?;
                openings.push(Told { request, looks });
            }
            Ok(openings)
        })
        .await?;
    let contact = ctx.site.settings().line("union-contact").to_owned();
    ctx.html(&AccountSeal { page: ctx.page(ctx.t("account-seal-title")), contact, openings })
}

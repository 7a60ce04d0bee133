//! The office corrects the address of somebody who can't get in: a registrar
//! asks from the person's page, an administrator answers.

use askama::Template;
use kafferum_platform::people::contact::LONGEST_ADDRESS;
use kafferum_platform::people::{Identity, contact, seal};
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;
use kafferum_platform::{Refusal, audit};

use crate::actions::correcting;
use crate::correction::{Correction, CorrectionId, STOPPED_WITHIN, days};
use crate::store::corrections;

#[derive(Template)]
#[template(path = "corrections.html")]
struct Corrections {
    page: Page,
    list: Vec<Correction>,
}

pub(super) async fn corrections(ctx: Ctx) -> Reply {
    let (me, actor, now) = (ctx.person()?, ctx.actor.clone(), ctx.now);
    let list = ctx
        .write(move |tx| {
            let mut list = corrections::newest(tx)?;
            list.retain(|one| one.is_seen_by(&actor, now));
            let people = list.iter().map(|one| one.person);
            audit::record_daily(tx, me, super::LISTED, people, now)?;
            Ok(list)
        })
        .await?;
    ctx.html(&Corrections { page: ctx.page(ctx.t("membership-corrections-title")), list })
}

const ASK: &[Field] =
    &[form::line("email", LONGEST_ADDRESS).required(), form::text("reason", 2000).required()];

#[derive(Template)]
#[template(path = "correction_new.html")]
struct CorrectionNew {
    page: Page,
    /// Their word in addresses.
    person: String,
    identity: Identity,
    form: Form,
    /// For how many it can be stopped.
    days: String,
}

pub(super) async fn correction_new(ctx: Ctx) -> Reply {
    show_new(&ctx, Form::empty()).await
}

async fn show_new(ctx: &Ctx, form: Form) -> Reply {
    let person = ctx.civil_param("person")?;
    let identity = super::look_at(ctx, person).await?;
    let page = ctx.page(ctx.t("membership-correction-new-title"));
    let person = ctx.site.civil_handle(person);
    let shown = CorrectionNew { page, person, identity, form, days: days(STOPPED_WITHIN) };
    super::show(ctx, &shown.form, &shown)
}

pub(super) async fn correction_ask(ctx: Ctx) -> Reply {
    let person = ctx.civil_param("person")?;
    let mut form = ctx.form(ASK).await?;
    if form.is_clean() {
        form.check(contact::must_be_mail_address(form.get("email"), "email"));
        form.check(seal::must_say_why(form.get("reason")));
    }
    let (registrar, moment) = (ctx.person()?, super::moment(&ctx));
    let done = ctx
        .submit(form, move |tx, form| {
            let wish = (form.get("email"), form.get("reason"));
            let id = correcting::ask(tx, &moment, registrar, person, wish)?;
            Ok(format!("/corrections/{id}"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-membership-correction-asked"),
        Submitted::Again(form) => show_new(&ctx, *form).await,
    }
}

const ANSWER: &[Field] = &[form::line("verdict", 10), form::text("words", 1000).required()];

/// The words of the form for the administrator's verdict.
const AGREE: &str = "agree";
const DECLINE: &str = "decline";

#[derive(Template)]
#[template(path = "correction.html")]
struct CorrectionPage {
    page: Page,
    one: Correction,
    form: Form,
    /// Empty when it is not for the reader to answer.
    verdicts: Vec<Choice>,
    may_withdraw: bool,
    /// For how many it can be stopped.
    days: String,
}

impl CorrectionPage {
    fn name<'n>(&'n self, name: &'n str) -> &'n str {
        if name.is_empty() { self.page.t("seal-nobody") } else { name }
    }
}

pub(super) async fn correction(ctx: Ctx) -> Reply {
    show_correction(&ctx, Form::empty()).await
}

async fn show_correction(ctx: &Ctx, form: Form) -> Reply {
    let id: CorrectionId = ctx.param("correction")?;
    let (actor, moment) = (ctx.actor.clone(), super::moment(ctx));
    let one = ctx
        .write(move |tx| {
            let one = correcting::find(tx, &moment, &actor, id)?;
            audit::record(tx, actor.person, "person-seen", Some(one.person), "", moment.now)?;
            Ok(one)
        })
        .await?;
    let choice = |word: &str, key: &str| (word.to_owned(), ctx.t(key).to_owned());
    let verdicts = match one.may_answer(&ctx.actor, ctx.now) {
        true => vec![
            choice(AGREE, "membership-correction-agree"),
            choice(DECLINE, "membership-correction-decline"),
        ],
        false => Vec::new(),
    };
    let shown = CorrectionPage {
        page: ctx.page(ctx.t("membership-correction-title")),
        may_withdraw: one.may_withdraw(&ctx.actor, ctx.now),
        days: days(STOPPED_WITHIN),
        verdicts,
        one,
        form,
    };
    super::show(ctx, &shown.form, &shown)
}

pub(super) async fn correction_answer(ctx: Ctx) -> Reply {
    let id: CorrectionId = ctx.param("correction")?;
    let mut form = ctx.form(ANSWER).await?;
    if ![AGREE, DECLINE].contains(&form.get("verdict")) {
        form.refuse(Refusal::new("seal-verdict-missing").at("verdict"));
    }
    let (actor, moment) = (ctx.actor.clone(), super::moment(&ctx));
    let done = ctx
        .submit(form, move |tx, form| {
            let verdict = (form.get("verdict") == AGREE, form.get("words"));
            correcting::answer(tx, &moment, &actor, id, verdict)?;
            Ok(format!("/corrections/{id}"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-seal-answered"),
        Submitted::Again(form) => show_correction(&ctx, *form).await,
    }
}

pub(super) async fn correction_withdraw(ctx: Ctx) -> Reply {
    let id: CorrectionId = ctx.param("correction")?;
    let form = ctx.form(&[]).await?;
    let (actor, moment) = (ctx.actor.clone(), super::moment(&ctx));
    let done = ctx
        .submit(form, move |tx, _| {
            correcting::withdraw(tx, &moment, &actor, id)?;
            Ok("/corrections".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-seal-withdrawn"),
        Submitted::Again(form) => show_correction(&ctx, *form).await,
    }
}

//! An application that came on paper: the registrar finds its writer by the
//! code on the form, or by name, and enters what stands there.

use askama::Template;
use kafferum_platform::people::contact::LONGEST_ADDRESS;
use kafferum_platform::people::{PersonId, store};
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;
use kafferum_platform::{Error, Fault, Refusal, audit};

use super::register::lang_choices;
use super::{application, registrar_applications};
use crate::actions::applying;
use crate::model::ApplicationState;
use crate::reference;
use crate::store::{applications, people};

const CODE: &[Field] = &[form::line("code", 20).required()];

/// From the code on a form to the page where the form is entered.
pub(super) async fn paper_by_code(ctx: Ctx) -> Reply {
    let mut form = ctx.form(CODE).await?;
    if form.is_clean() {
        let meant = reference::person(form.get("code"));
        let known = ctx
            .read(move |tx| match meant {
                Some(person) => Ok(store::identity(tx, person)?.map(|_| person)),
                None => Ok(None),
            })
            .await?;
        match known {
            Some(person) => {
                return ctx.see_other(&format!("{}/paper", super::person_path(&ctx, person)));
            }
            None => form.refuse(Refusal::new("membership-by-paper-code-wrong").at("code")),
        }
    }
    registrar_applications::show_list(&ctx, form).await
}

/// What the paper form has room for. The signature stands for the consent.
const FIELDS: &[Field] = &[
    form::line("given-name", 80).required(),
    form::line("family-name", 80).required(),
    form::line("birth-date", 20).required(),
    form::line("email", LONGEST_ADDRESS).required(),
    form::line("phone", 40),
    form::line("street", 100).required(),
    form::line("postal-code", 10).required(),
    form::line("city", 60).required(),
    form::line("lang", 2).required(),
    form::line("employer", 20).required(),
    form::line("job-started", 20),
    form::line("chapter-wish", 100),
    form::line("student", 3).required(),
    form::line("unemployment-fund", 3).required(),
    form::line("member-number", 32),
    form::line("signed", 3).required(),
];

#[derive(Template)]
#[template(path = "registrar_paper.html")]
struct Paper {
    page: Page,
    /// Their word in addresses.
    person: String,
    name: String,
    code: String,
    action: String,
    form: Form,
    langs: Vec<Choice>,
    employers: Vec<Choice>,
    answers: Vec<Choice>,
}

pub(super) async fn paper(ctx: Ctx) -> Reply {
    let person = ctx.civil_param("person")?;
    let now = ctx.now;
    let (is_member, latest) = ctx
        .read(move |tx| {
            Ok((
                people::has_membership(tx, person, now)?,
                applications::of(tx, person)?.into_iter().next(),
            ))
        })
        .await?;
    if is_member {
        let path = super::person_path(&ctx, person);
        return ctx.see_other_saying(&path, "flash-membership-by-paper-member");
    }
    match latest.filter(|one| one.state == ApplicationState::Waiting) {
        Some(one) => ctx.see_other(&format!("/registrar/applications/{}", one.id)),
        None => show(&ctx, person, None).await,
    }
}

/// Shows a form that came back, or one with what is known of the person.
async fn show(ctx: &Ctx, person: PersonId, form: Option<Form>) -> Reply {
    let (registrar, now) = (ctx.person()?, ctx.now);
    let (identity, lang) = ctx
        .write(move |tx| {
            let identity = store::identity(tx, person)?.ok_or(Error::NotFound)?;
            audit::record(tx, Some(registrar), "person-seen", Some(person), "", now)?;
            Ok((identity, store::lang(tx, person)?))
        })
        .await?;
    let shown = Paper {
        page: ctx.page(ctx.t("membership-by-paper-title")),
        person: ctx.site.civil_handle(person),
        name: format!("{} {}", identity.given_name, identity.family_name),
        code: reference::code(person),
        action: format!("{}/paper", super::person_path(ctx, person)),
        form: form.unwrap_or_else(|| application::filled(identity, lang)),
        langs: lang_choices(),
        employers: application::employers(ctx),
        answers: application::answers(ctx),
    };
    super::show(ctx, &shown.form, &shown)
}

pub(super) async fn paper_enter(ctx: Ctx) -> Reply {
    let person = ctx.civil_param("person")?;
    let (registrar, moment) = (ctx.person()?, super::moment(&ctx));
    let mut form = ctx.form(FIELDS).await?;
    application::check(&ctx, &mut form);
    let done = ctx
        .submit(form, move |tx, form| {
            store::identity(tx, person)?.ok_or(Error::NotFound)?;
            let new = application::read(form)
                .ok_or_else(|| Fault::bug("a choice checked and unknown"))?;
            let taken = applying::take_paper(tx, &moment, person, &new, registrar)?;
            Ok(format!("/registrar/applications/{taken}"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-membership-by-paper"),
        Submitted::Again(form) => show(&ctx, person, Some(*form)).await,
    }
}

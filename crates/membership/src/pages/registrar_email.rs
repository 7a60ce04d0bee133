//! The registrar puts right the address that somebody signs in with, when its
//! owner can't: no link reaches an address that was mistyped.

use askama::Template;
use kafferum_platform::people::{Identity, PersonId, contact, email, store};
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;
use kafferum_platform::{Error, Refusal, audit};

use crate::model::EmailReason;

const FIELDS: &[Field] =
    &[form::line("email", 254).required(), form::line("reason", 20).required()];

#[derive(Template)]
#[template(path = "registrar_person_email.html")]
struct PersonEmail {
    page: Page,
    form: Form,
    person: PersonId,
    identity: Identity,
    reasons: Vec<Choice>,
}

/// What the audit log calls it by a word, the person is told in a sentence.
fn reason_key(reason: EmailReason) -> &'static str {
    match reason {
        EmailReason::Mistyped => "membership-email-reason-mistyped",
        EmailReason::Lost => "membership-email-reason-lost",
        EmailReason::Asked => "membership-email-reason-asked",
    }
}

pub(super) async fn person_email(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty()).await
}

async fn show(ctx: &Ctx, form: Form) -> Reply {
    let person: PersonId = ctx.param("person")?;
    let (registrar, now) = (ctx.person()?, ctx.now);
    let identity = ctx
        .write(move |tx| {
            let identity = store::identity(tx, person)?.ok_or(Error::NotFound)?;
            audit::record(tx, Some(registrar), "person-seen", Some(person), "", now)?;
            Ok(identity)
        })
        .await?;
    let reason =
        |reason: &EmailReason| (reason.word().to_owned(), ctx.t(reason_key(*reason)).to_owned());
    let shown = PersonEmail {
        page: ctx.page(ctx.t("membership-person-email-title")),
        reasons: EmailReason::ALL.iter().map(reason).collect(),
        form,
        person,
        identity,
    };
    super::show(ctx, &shown.form, &shown)
}

pub(super) async fn person_email_correct(ctx: Ctx) -> Reply {
    let person: PersonId = ctx.param("person")?;
    let (registrar, moment) = (ctx.person()?, super::moment(&ctx));
    let mut form = ctx.form(FIELDS).await?;
    if form.is_clean() {
        form.check(contact::must_be_mail_address(form.get("email"), "email"));
    }
    let Some(reason) = EmailReason::from_word(form.get("reason")) else {
        form.refuse(Refusal::new("membership-email-reason-unknown").at("reason"));
        return show(&ctx, form).await;
    };
    let done = ctx
        .submit(form, move |tx, form| {
            let reason = (reason.word(), reason_key(reason));
            email::correct(tx, &moment, person, form.get("email"), registrar, reason)?;
            Ok(format!("/registrar/people/{person}"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-membership-email-corrected"),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

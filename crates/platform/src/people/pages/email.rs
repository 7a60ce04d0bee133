//! Another address to sign in with: asked for with one's password, confirmed
//! by the link that is mailed to it.

use askama::Template;

use crate::fault::Refusal;
use crate::people::contact::{LONGEST_ADDRESS, must_be_mail_address};
use crate::people::pages::own_password::is_own;
use crate::people::pages::reset::show_gone;
use crate::people::{account, email, session, store};
use crate::web::ctx::{Ctx, Submitted};
use crate::web::form::{self, Field, Form};
use crate::web::page::Page;
use crate::web::route::Reply;

const ASK: &[Field] =
    &[form::line("email", LONGEST_ADDRESS).required(), form::secret("password").required()];

#[derive(Template)]
#[template(path = "account_email.html")]
struct AccountEmail {
    page: Page,
    form: Form,
    /// What they sign in with now.
    email: String,
}

pub(super) async fn account_email(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty()).await
}

async fn show(ctx: &Ctx, form: Form) -> Reply {
    let person = ctx.person()?;
    let known = ctx.read(move |tx| Ok(store::identity(tx, person)?)).await?.unwrap_or_default();
    let page = ctx.page(ctx.t("account-email-title"));
    let status = super::status(&form);
    ctx.html_with(status, &AccountEmail { page, form, email: known.email })
}

pub(super) async fn account_email_ask(ctx: Ctx) -> Reply {
    let mut form = ctx.form(ASK).await?;
    if form.is_clean() {
        form.check(must_be_mail_address(form.get("email"), "email"));
    }
    if form.is_clean() && !is_own(&ctx, form.get("password")).await? {
        form.refuse(Refusal::new("password-wrong").at("password"));
    }
    let (person, moment) = (ctx.person()?, ctx.site.moment());
    let token = session::token(&ctx.site.random)?;
    let done = ctx
        .submit(form, move |tx, form| {
            email::ask(tx, &moment, person, form.get("email"), &token)?;
            Ok("/account".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-email-asked"),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

#[derive(Template)]
#[template(path = "email_confirm.html")]
struct EmailConfirm {
    page: Page,
    email: String,
}

/// Looking at the page does not use the link up: mail programs look, too.
pub(super) async fn email_confirm(ctx: Ctx) -> Reply {
    let (token, now) = (ctx.param::<String>("token")?, ctx.now);
    match ctx.read(move |tx| Ok(account::look_at_email_link(tx, &token, now)?)).await? {
        Some((_, email)) => {
            ctx.html(&EmailConfirm { page: ctx.page(ctx.t("email-confirm-title")), email })
        }
        None => gone(&ctx),
    }
}

fn gone(ctx: &Ctx) -> Reply {
    show_gone(ctx, "/account/email", "account-email-title")
}

/// Whoever has the link has the mailbox; so it works on any device.
pub(super) async fn email_confirm_do(ctx: Ctx) -> Reply {
    let token: String = ctx.param("token")?;
    let form = ctx.form(&[]).await?;
    let (moment, session, signed_in) = (ctx.site.moment(), ctx.session, ctx.actor.person);
    let done = ctx
        .submit(form, move |tx, _| {
            let person = email::confirm(tx, &moment, &token, session)?
                .ok_or_else(|| Refusal::new("password-gone-title"))?;
            let is_in = signed_in == Some(person);
            Ok(if is_in { "/account" } else { "/sign-in" }.to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-email-changed"),
        Submitted::Again(_) => gone(&ctx),
    }
}

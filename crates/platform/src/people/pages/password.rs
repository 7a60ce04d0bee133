//! Choosing one's own password: the first one after a temporary one, or a new
//! one after the old.

use askama::Template;

use crate::audit;
use crate::fault::{Error, Refusal};
use crate::people::pages::own_password::is_own;
use crate::people::password::must_be_strong;
use crate::people::{PasswordKind, account, session, store};
use crate::web::back;
use crate::web::ctx::{Ctx, Submitted};
use crate::web::form::{self, Field, Form};
use crate::web::page::Page;
use crate::web::route::Reply;

const FIELDS: &[Field] =
    &[form::secret("old_password"), form::secret("password").required(), form::line("next", 2000)];

#[derive(Template)]
#[template(path = "account_password.html")]
struct AccountPassword {
    page: Page,
    form: Form,
    /// They came with a temporary password and are not asked for it again.
    is_first: bool,
}

pub(super) async fn account_password(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty().with("next", ctx.query("next").unwrap_or_default()))
}

fn show(ctx: &Ctx, form: Form) -> Reply {
    let is_first = ctx.actor.must_change_password;
    let key = if is_first { "account-password-first-title" } else { "account-password-title" };
    let page = ctx.page(ctx.t(key));
    ctx.html_with(super::status(&form), &AccountPassword { page, form, is_first })
}

pub(super) async fn account_password_change(ctx: Ctx) -> Reply {
    let mut form = ctx.form(FIELDS).await?;
    judge(&ctx, &mut form).await?;
    if !form.is_clean() {
        return show(&ctx, form);
    }
    let (person, now, current) = (ctx.person()?, ctx.now, ctx.session);
    let next = next(&ctx, form.get("next"));
    let hash = ctx.site.passwords.hash(form.get("password").to_owned(), &ctx.site.random).await?;
    let done = ctx
        .submit(form, move |tx, _| {
            account::set_password(tx, person, &hash, PasswordKind::Own, now)?;
            session::end_all(tx, person, current)?;
            audit::record(tx, Some(person), "password-changed", Some(person), "", now)?;
            Ok(next.clone())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-password-changed"),
        Submitted::Again(form) => show(&ctx, *form),
    }
}

fn next(ctx: &Ctx, asked: &str) -> String {
    let path = if asked.is_empty() && !ctx.actor.must_change_password { "/account" } else { asked };
    back::local(path).to_owned()
}

/// Whether the old password is right and the new one good.
async fn judge(ctx: &Ctx, form: &mut Form) -> Result<(), Error> {
    if !form.is_clean() {
        return Ok(());
    }
    let person = ctx.person()?;
    let known = ctx
        .read(move |tx| Ok((store::identity(tx, person)?, account::credential_of(tx, person)?)))
        .await?;
    let email = known.0.map(|identity| identity.email).unwrap_or_default();
    form.check(must_be_strong(form.get("password"), &email));
    if !form.is_clean() {
        return Ok(());
    }
    let (old, new) = (form.get("old_password").to_owned(), form.get("password").to_owned());
    if !ctx.actor.must_change_password && !is_own(ctx, &old).await? {
        form.refuse(Refusal::new("password-wrong").at("old_password"));
        return Ok(());
    }
    let hash = known.1.map(|credential| credential.password_hash);
    if ctx.site.passwords.verify(new, hash).await? {
        form.refuse(Refusal::new("password-same").at("password"));
    }
    Ok(())
}

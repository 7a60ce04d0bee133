//! Erasing one's account.

use askama::Template;

use crate::admin::roles::must_leave_one;
use crate::audit;
use crate::db::Tx;
use crate::fault::{Fault, Refusal};
use crate::people::PersonId;
use crate::people::entry::dismiss;
use crate::people::pages::own_password::is_own;
use crate::policy::Role;
use crate::web::ctx::{Ctx, Submitted};
use crate::web::form::{self, Field, Form};
use crate::web::page::Page;
use crate::web::route::Reply;

const FIELDS: &[Field] =
    &[form::secret("password").required(), form::line("certain", 3).required()];

type Erasure = fn(&mut Tx<'_>, PersonId, i64) -> Result<(), Fault>;

#[derive(Template)]
#[template(path = "account_erase.html")]
struct AccountErase {
    page: Page,
    form: Form,
}

pub(super) async fn account_erase(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty())
}

fn show(ctx: &Ctx, form: Form) -> Reply {
    let page = ctx.page(ctx.t("account-erase-title"));
    ctx.html_with(super::status(&form), &AccountErase { page, form })
}

pub(super) async fn account_erase_do(ctx: Ctx) -> Reply {
    let mut form = ctx.form(FIELDS).await?;
    if form.is_clean() && !is_own(&ctx, form.get("password")).await? {
        form.refuse(Refusal::new("password-wrong").at("password"));
    }
    let (person, now) = (ctx.person()?, ctx.now);
    let is_administrator = ctx.actor.is_anywhere(Role::Administrator);
    // Our own part comes last: others may still look things up in it.
    let erasures: Vec<Erasure> =
        ctx.site.features.iter().rev().map(|feature| feature.erase).collect();
    let done = ctx
        .submit(form, move |tx, _| {
            if is_administrator {
                must_leave_one(tx, person, now)?;
            }
            audit::record(tx, Some(person), "account-erased", Some(person), "", now)?;
            for erase in &erasures {
                erase(tx, person, now)?;
            }
            Ok("/goodbye".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => {
            let mut response = ctx.see_other(&path)?;
            dismiss(&ctx, &mut response)?;
            Ok(response)
        }
        Submitted::Again(form) => show(&ctx, *form),
    }
}

#[derive(Template)]
#[template(path = "goodbye.html")]
struct Goodbye {
    page: Page,
}

pub(super) async fn goodbye(ctx: Ctx) -> Reply {
    ctx.html(&Goodbye { page: ctx.page(ctx.t("goodbye-title")) })
}

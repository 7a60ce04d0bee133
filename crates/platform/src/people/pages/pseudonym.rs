//! Changing one's pseudonym.

use askama::Template;

use crate::audit;
use crate::clock::{DAY, Millis};
use crate::db::Tx;
use crate::fault::{Error, Refusal};
use crate::people::{PersonId, pseudonym, store};
use crate::web::ctx::{Ctx, Submitted};
use crate::web::form::{self, Field, Form};
use crate::web::page::Page;
use crate::web::route::Reply;

/// Changes allowed within [`WINDOW`]: others must be able to follow who is who.
const MOST: i64 = 3;
/// The days that changes are counted in.
const DAYS: i64 = 30;
const WINDOW: Millis = DAYS * DAY;
/// The word in the audit log that changes are counted by.
const CHANGED: &str = "pseudonym-changed";

// Longer than a pseudonym, so that the rule about its length is what speaks.
const FIELDS: &[Field] = &[form::line("pseudonym", 200).required()];

#[derive(Template)]
#[template(path = "account_pseudonym.html")]
struct AccountPseudonym {
    page: Page,
    form: Form,
}

pub(super) async fn account_pseudonym(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty().with("pseudonym", ctx.actor.pseudonym.clone()))
}

fn show(ctx: &Ctx, form: Form) -> Reply {
    let page = ctx.page(ctx.t("account-pseudonym-title"));
    ctx.html_with(super::status(&form), &AccountPseudonym { page, form })
}

pub(super) async fn account_pseudonym_change(ctx: Ctx) -> Reply {
    let (person, now) = (ctx.person()?, ctx.now);
    let mut form = ctx.form(FIELDS).await?;
    if form.is_clean() {
        form.check(pseudonym::must_be_fit(form.get("pseudonym")));
    }
    let done = ctx
        .submit(form, move |tx, form| {
            change(tx, person, form.get("pseudonym"), now)?;
            Ok("/account".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-pseudonym-changed"),
        Submitted::Again(form) => show(&ctx, *form),
    }
}

fn change(tx: &mut Tx<'_>, person: PersonId, wanted: &str, now: Millis) -> Result<(), Error> {
    if audit::count_since(tx, person, CHANGED, now - WINDOW)? >= MOST {
        let refusal = Refusal::new("account-pseudonym-too-often").with("most", MOST);
        return Err(refusal.with("days", DAYS).at("pseudonym").into());
    }
    let identity = store::identity(tx, person)?;
    let family_name = identity.map(|identity| identity.family_name).unwrap_or_default();
    pseudonym::must_hide(wanted, &family_name)?;
    if !store::is_pseudonym_free(tx, wanted, Some(person), now)? {
        return Err(Refusal::new("pseudonym-taken").at("pseudonym").into());
    }
    store::set_pseudonym(tx, person, wanted, now)?;
    audit::record(tx, Some(person), CHANGED, Some(person), "", now)?;
    Ok(())
}

//! A correction as the person meets it whose address it is about: on their own
//! page, behind the link that stops it, and behind the one that takes it.
//!
//! The tokens stand in addresses like those of a forgotten password.

use askama::Template;
use kafferum_platform::people::password;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::{Error, Refusal, notices};

use super::recognise;
use crate::actions::{correcting, recognising};
use crate::correction::{Correction, CorrectionId};
use crate::model::SecondFact;
use crate::store::{corrections, roll};
use crate::{settings, told};

#[derive(Template)]
#[template(path = "own_corrections.html")]
struct OwnCorrections {
    page: Page,
    contact: String,
    list: Vec<Correction>,
}

pub(super) async fn own_corrections(ctx: Ctx) -> Reply {
    let (me, now) = (ctx.person()?, ctx.now);
    let list = ctx
        .write(move |tx| {
            let list = corrections::of(tx, me)?;
            for one in &list {
                notices::see(tx, me, &told::thing(one.id), 0, now)?;
            }
            Ok(list)
        })
        .await?;
    let contact = ctx.site.settings().line("union-contact").to_owned();
    let page = ctx.page(ctx.t("membership-own-corrections-title"));
    ctx.html(&OwnCorrections { page, contact, list })
}

pub(super) async fn own_correction_stop(ctx: Ctx) -> Reply {
    let form = ctx.form(&[]).await?;
    let (me, moment) = (ctx.person()?, super::moment(&ctx));
    let done = ctx
        .submit(form, move |tx, _| {
            if let Some(one) = corrections::open_of(tx, me, moment.now)? {
                correcting::stop(tx, &moment, one.id, Some(me))?;
            }
            Ok("/account/corrections".to_owned())
        })
        .await?;
    super::done(&ctx, done, "flash-membership-correction-stopped")
}

#[derive(Template)]
#[template(path = "correction_stop.html")]
struct CorrectionStop {
    page: Page,
}

fn gone() -> Error {
    Refusal::new("membership-correction-gone").into()
}

/// Looking at the page stops nothing: mail programs look, too.
pub(super) async fn correction_stop(ctx: Ctx) -> Reply {
    let (token, moment) = (ctx.param::<String>("token")?, super::moment(&ctx));
    let id = correcting::stopped_by(&moment, &token).ok_or_else(gone)?;
    let one = ctx.read(move |tx| Ok(corrections::find(tx, id)?)).await?;
    one.filter(|one| one.is_open(ctx.now)).ok_or_else(gone)?;
    ctx.html(&CorrectionStop { page: ctx.page(ctx.t("membership-correction-stop-title")) })
}

pub(super) async fn correction_stop_do(ctx: Ctx) -> Reply {
    let (token, moment) = (ctx.param::<String>("token")?, super::moment(&ctx));
    let form = ctx.form(&[]).await?;
    let id = correcting::stopped_by(&moment, &token).ok_or_else(gone)?;
    let done = ctx
        .submit(form, move |tx, _| {
            correcting::stop(tx, &moment, id, None)?;
            Ok("/".to_owned())
        })
        .await?;
    super::done(&ctx, done, "flash-membership-correction-stopped")
}

const TAKE: &[Field] = &[
    form::line("number", 40),
    form::line("birth-date", 20),
    form::line("postal-code", 20),
    form::secret("password").required(),
];

#[derive(Template)]
#[template(path = "correction_take.html")]
struct CorrectionTake {
    page: Page,
    form: Form,
    email: String,
    /// What a member of the roll proves who they are by, beside the number; a
    /// guest has nothing but the link.
    second: Option<SecondFact>,
}

/// A link that works, and whether its holder is to say who they are.
struct Link {
    one: Correction,
    is_in_roll: bool,
}

async fn link(ctx: &Ctx, id: CorrectionId) -> Result<Option<Link>, Error> {
    let now = ctx.now;
    ctx.read(move |tx| {
        let one = corrections::find(tx, id)?.filter(|one| one.may_be_taken(now));
        let Some(one) = one else { return Ok(None) };
        let is_in_roll = roll::entry_of(tx, one.person)?.is_some();
        Ok(Some(Link { one, is_in_roll }))
    })
    .await
}

pub(super) async fn correction_take(ctx: Ctx) -> Reply {
    let (token, moment) = (ctx.param::<String>("token")?, super::moment(&ctx));
    let id = correcting::taken_by(&moment, &token).ok_or_else(gone)?;
    show_take(&ctx, Form::empty(), link(&ctx, id).await?.ok_or_else(gone)?)
}

fn show_take(ctx: &Ctx, form: Form, link: Link) -> Reply {
    let fact = settings::second_fact(&ctx.site.settings());
    let shown = CorrectionTake {
        page: ctx.page(ctx.t("membership-correction-take-title")),
        second: link.is_in_roll.then_some(fact),
        email: link.one.email,
        form,
    };
    super::show(ctx, &shown.form, &shown)
}

const TAKEN: &str = "flash-membership-correction-taken";

pub(super) async fn correction_take_do(ctx: Ctx) -> Reply {
    let (token, moment) = (ctx.param::<String>("token")?, super::moment(&ctx));
    let mut form = ctx.form(TAKE).await?;
    let id = correcting::taken_by(&moment, &token).ok_or_else(gone)?;
    let Some(link) = link(&ctx, id).await? else {
        // Led on all the same if it is sent a second time and took effect.
        return super::done(&ctx, ctx.submit(form, |_, _| Err(gone())).await?, TAKEN);
    };
    form.check(password::must_be_strong(form.get("password"), &link.one.email));
    if link.is_in_roll {
        prove(&ctx, &mut form, &link.one).await?;
    }
    if !form.is_clean() {
        return show_take(&ctx, form, link);
    }
    let hash = ctx.site.passwords.hash(form.get("password").to_owned(), &ctx.site.random).await?;
    let done = ctx
        .submit(form, move |tx, _| {
            correcting::take(tx, &moment, id, &hash)?;
            Ok("/sign-in".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, TAKEN),
        Submitted::Again(form) => show_take(&ctx, *form, link),
    }
}

/// Whether who sends the form is the person, by what they would come in for
/// the first time. It counts as trying to, so it is asked last.
async fn prove(ctx: &Ctx, form: &mut Form, one: &Correction) -> Result<(), Error> {
    if form.get("number").is_empty() {
        form.refuse(Refusal::new("form-required").at("number"));
    }
    let known = recognise::known(ctx, form);
    if !form.is_clean() {
        return Ok(());
    }
    let (person, moment) = (one.person, super::moment(ctx));
    let is_owner = ctx.write(move |tx| recognising::is_owner(tx, &moment, &known, person)).await;
    match is_owner {
        Ok(true) => {}
        Ok(false) => form.refuse(Refusal::new("membership-correction-not-recognised")),
        Err(Error::Refusal(refusal)) => form.refuse(refusal),
        Err(error) => return Err(error),
    }
    Ok(())
}

//! The registrar prints letters in batches and notes those that come back.

use askama::Template;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::{Error, Fault, audit};

use crate::actions::posting;
use crate::kit;
use crate::model::BatchId;
use crate::store::letters::{self, BatchRow};

/// Batches shown.
const SHOWN: i64 = 50;

const NO_FIELDS: &[Field] = &[];
const RETURNED: &[Field] = &[form::line("code", 20).required()];

#[derive(Template)]
#[template(path = "registrar_letters.html")]
struct Letters {
    page: Page,
    form: Form,
    waiting: i64,
    batches: Vec<BatchRow>,
}

pub(super) async fn letters(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty()).await
}

async fn show(ctx: &Ctx, form: Form) -> Reply {
    let (waiting, batches) =
        ctx.read(|tx| Ok((letters::count_waiting(tx)?, letters::batches(tx, SHOWN)?))).await?;
    let page = ctx.page(ctx.t("membership-letters-title"));
    let shown = Letters { page, form, waiting, batches };
    super::show(ctx, &shown.form, &shown)
}

pub(super) async fn letters_print(ctx: Ctx) -> Reply {
    let (registrar, moment) = (ctx.person()?, super::moment(&ctx));
    let form = ctx.form(NO_FIELDS).await?;
    const NOTHING: &str = "/registrar/letters";
    const PRINTED: &str = "/registrar/letters#batches";
    let done = ctx
        .submit(form, move |tx, _| {
            let batch = posting::print(tx, &moment, registrar)?;
            Ok(if batch.is_some() { PRINTED } else { NOTHING }.to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) if path == PRINTED => {
            ctx.see_other_saying(&path, "flash-membership-printed")
        }
        _ => ctx.see_other_saying(NOTHING, "flash-membership-nothing-to-print"),
    }
}

/// The PDF of a batch, made anew from the facts each time: a person who was
/// forgotten meanwhile is not in it.
pub(super) async fn letters_pdf(ctx: Ctx) -> Reply {
    let id: BatchId = ctx.param("batch")?;
    let (registrar, now) = (ctx.person()?, ctx.now);
    let (made_at, to) = ctx
        .write(move |tx| {
            let made_at = letters::batch_made_at(tx, id)?.ok_or(Error::NotFound)?;
            let detail = format!("batch:{id}");
            audit::record(tx, Some(registrar), "letters-fetched", None, &detail, now)?;
            Ok((made_at, letters::recipients(tx, id)?))
        })
        .await?;
    if to.is_empty() {
        return Err(Error::NotFound);
    }
    let (moment, lang) = (super::moment(&ctx), ctx.lang);
    let pdf = tokio::task::spawn_blocking(move || kit::batch(&moment, lang, &to, made_at))
        .await
        .map_err(Fault::bug)??;
    ctx.file("application/pdf", &format!("letters-{id}.pdf"), pdf)
}

pub(super) async fn letter_returned(ctx: Ctx) -> Reply {
    let (registrar, now) = (ctx.person()?, ctx.now);
    let form = ctx.form(RETURNED).await?;
    let done = ctx
        .submit(form, move |tx, form| {
            let person = posting::come_back_by_code(tx, form.get("code"), registrar, now)?;
            Ok(format!("/registrar/people/{person}"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-membership-returned"),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

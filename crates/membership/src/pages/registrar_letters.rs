//! The registrar prints letters in batches and notes those that come back.

use askama::Template;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::ADMINISTER;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::{Error, Fault, audit};

use crate::actions::posting;
use crate::kit;
use crate::model::BatchId;
use crate::settings;
use crate::store::letters::{self, BatchRow};

/// Batches shown.
const SHOWN: i64 = 50;
/// Batches, of the newest, whose letters are gone through for what can't be
/// printed: as many as an office posts together.
const LOOKED_THROUGH: usize = 3;

const NO_FIELDS: &[Field] = &[];
const RETURNED: &[Field] = &[form::line("code", 20).required()];

#[derive(Template)]
#[template(path = "registrar_letters.html")]
struct Letters {
    page: Page,
    form: Form,
    waiting: i64,
    batches: Vec<BatchRow>,
    /// There is an address that the forms are sent to.
    has_address: bool,
    may_set: bool,
    odd: Vec<Odd>,
}

/// A letter to look at before it is posted: its place in its batch, and whose
/// it is.
struct Odd {
    batch: BatchId,
    number: usize,
    person: PersonId,
}

impl Letters {
    fn letter(&self, odd: &Odd) -> String {
        let (batch, number) = (odd.batch.to_string(), odd.number.to_string());
        let places = [("batch", batch.as_str()), ("number", number.as_str())];
        self.page.ta("membership-letters-odd-one", &places)
    }
}

/// The letters of the newest batches that can't be printed as they are written.
/// Read anew each time, as the PDF is.
fn odd(tx: &mut Tx<'_>, batches: &[BatchRow]) -> Result<Vec<Odd>, Fault> {
    let mut all = Vec::new();
    for batch in batches.iter().take(LOOKED_THROUGH) {
        let to = letters::recipients(tx, batch.id)?;
        for position in kit::to_look_at(&to)? {
            let person = to.get(position).map(|(person, ..)| *person);
            let number = position + 1;
            all.extend(person.map(|person| Odd { batch: batch.id, number, person }));
        }
    }
    Ok(all)
}

fn has_address(ctx: &Ctx) -> bool {
    !settings::return_address(&ctx.site.settings()).is_empty()
}

pub(super) async fn letters(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty()).await
}

async fn show(ctx: &Ctx, form: Form) -> Reply {
    let (waiting, batches, odd) = ctx
        .read(|tx| {
            let batches = letters::batches(tx, SHOWN)?;
            let odd = odd(tx, &batches)?;
            Ok((letters::count_waiting(tx)?, batches, odd))
        })
        .await?;
    let shown = Letters {
        page: ctx.page(ctx.t("membership-letters-title")),
        form,
        waiting,
        batches,
        has_address: has_address(ctx),
        may_set: (ADMINISTER.rule)(&ctx.actor).is_ok(),
        odd,
    };
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
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-membership-nothing-to-print"),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

/// The PDF of a batch, made anew from the facts each time: a person who was
/// forgotten meanwhile is not in it.
pub(super) async fn letters_pdf(ctx: Ctx) -> Reply {
    let id: BatchId = ctx.param("batch")?;
    if !has_address(&ctx) {
        return ctx.see_other("/registrar/letters");
    }
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
    let asked = ctx.clone();
    let done = ctx
        .submit(form, move |tx, form| {
            let person = posting::come_back_by_code(tx, form.get("code"), registrar, now)?;
            Ok(super::person_path(&asked, person))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-membership-returned"),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

//! The registrar says what a file's columns hold; it is remembered.

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;

use super::registrar_roll::{Planned, planned};
use crate::model::ImportId;
use crate::roll_file::{Column, ColumnUse, Field as Fact};
use crate::roll_plan::field_key;
use crate::store::roll;

/// Columns that a person can say something about; exports have fewer.
const MOST: usize = 80;

/// One hidden field with the column's name and one with what it holds, each as
/// often as there are columns, in order.
const FIELDS: &[Field] = &[form::line("column", 200), form::line("holds", 40)];

/// A column on the page.
struct Shown {
    name: String,
    /// The word chosen now.
    holds: &'static str,
    is_unmapped: bool,
}

#[derive(Template)]
#[template(path = "registrar_roll_columns.html")]
struct Columns {
    page: Page,
    import: ImportId,
    columns: Vec<Shown>,
    choices: Vec<Choice>,
}

fn word(used: ColumnUse) -> &'static str {
    match used {
        ColumnUse::Read(field) | ColumnUse::Twice(field) => field.name(),
        ColumnUse::Ignored | ColumnUse::Refused => "ignore",
        ColumnUse::Unmapped => "",
    }
}

pub(super) async fn roll_columns(ctx: Ctx) -> Reply {
    let Planned { import, plan } = planned(&ctx).await?;
    let plan = plan.ok_or(Error::NotFound)?;
    let show = |column: &Column| Shown {
        name: column.name.clone(),
        holds: word(column.used),
        is_unmapped: column.used == ColumnUse::Unmapped,
    };
    let mut choices = vec![
        (String::new(), ctx.t("membership-roll-column-unsaid").to_owned()),
        ("ignore".to_owned(), ctx.t("membership-roll-column-ignore").to_owned()),
    ];
    choices.extend(
        Fact::ALL
            .iter()
            .map(|field| (field.name().to_owned(), ctx.t(field_key(*field)).to_owned())),
    );
    ctx.html(&Columns {
        page: ctx.page(ctx.t("membership-roll-columns-title")),
        import: import.id,
        columns: plan.file.columns.iter().take(MOST).map(show).collect(),
        choices,
    })
}

pub(super) async fn roll_columns_set(ctx: Ctx) -> Reply {
    let (registrar, now) = (ctx.person()?, ctx.now);
    let id: ImportId = ctx.param("import")?;
    let form: Form = ctx.form(FIELDS).await?;
    let done = ctx
        .submit(form, move |tx, form| {
            let import = roll::import(tx, id)?.ok_or(Error::NotFound)?;
            let mut mapping = import.mapping;
            for (column, holds) in form.all("column").into_iter().zip(form.all("holds")) {
                if let Some(choice) = roll::choice_of(holds) {
                    mapping.choose(column, choice);
                }
            }
            roll::remember(tx, &mapping, registrar, now)?;
            roll::remap(tx, id, &mapping)?;
            Ok(format!("/registrar/roll/{id}"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-membership-columns"),
        Submitted::Again(_) => Err(Error::NotFound),
    }
}

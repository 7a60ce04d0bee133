//! The registrar says what a file's columns hold; it is remembered.

use std::collections::HashMap;
use std::sync::Arc;

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
use crate::roll_plan::{Plan, field_key};
use crate::store::roll;

/// Columns that a page has room for. Those that nothing is known of come first,
/// so that each can be told of, if not all at once.
const MOST: usize = 80;

/// One hidden field with the column's place in the file and one with what it
/// holds, each as often as there are columns, in order. The place, since a name
/// may be long and have line breaks, as spreadsheet programs write them.
const FIELDS: &[Field] = &[form::line("column", 10), form::line("holds", 40)];

/// A column on the page.
struct Shown {
    place: usize,
    name: String,
    /// The word chosen now.
    holds: String,
    is_unmapped: bool,
}

#[derive(Template)]
#[template(path = "registrar_roll_columns.html")]
struct Columns {
    page: Page,
    form: Form,
    /// Address that the form is sent to.
    action: String,
    import: ImportId,
    columns: Vec<Shown>,
    has_more: bool,
    choices: Vec<Choice>,
}

fn word(used: ColumnUse) -> &'static str {
    match used {
        ColumnUse::Read(field) | ColumnUse::Twice(field) => field.name(),
        ColumnUse::Ignored | ColumnUse::Refused => "ignore",
        ColumnUse::Unmapped => "",
    }
}

/// What the form says of columns: place in the file, and the word chosen.
fn said(form: &Form) -> impl Iterator<Item = (usize, &str)> {
    let places = form.all("column").into_iter().map(|place| place.parse().ok());
    places.zip(form.all("holds")).filter_map(|(place, holds)| Some((place?, holds)))
}

pub(super) async fn roll_columns(ctx: Ctx) -> Reply {
    let Planned { import, plan } = planned(&ctx).await?;
    show(&ctx, Form::empty(), import.id, &plan.ok_or(Error::NotFound)?)
}

fn show(ctx: &Ctx, form: Form, import: ImportId, plan: &Plan) -> Reply {
    let chosen: HashMap<usize, &str> = said(&form).collect();
    let show = |(place, column): (usize, &Column)| Shown {
        place,
        name: column.name.clone(),
        holds: (*chosen.get(&place).unwrap_or(&word(column.used))).to_owned(),
        is_unmapped: column.used == ColumnUse::Unmapped,
    };
    let mut columns: Vec<Shown> = plan.file.columns.iter().enumerate().map(show).collect();
    columns.sort_by_key(|column| !column.is_unmapped);
    let has_more = columns.len() > MOST;
    columns.truncate(MOST);
    let mut choices = vec![
        (String::new(), ctx.t("membership-roll-column-unsaid").to_owned()),
        ("ignore".to_owned(), ctx.t("membership-roll-column-ignore").to_owned()),
    ];
    choices.extend(
        Fact::ALL
            .iter()
            .map(|field| (field.name().to_owned(), ctx.t(field_key(*field)).to_owned())),
    );
    let shown = Columns {
        page: ctx.page(ctx.t("membership-roll-columns-title")),
        action: format!("/registrar/roll/{import}/columns"),
        import,
        columns,
        has_more,
        choices,
        form,
    };
    super::show(ctx, &shown.form, &shown)
}

pub(super) async fn roll_columns_set(ctx: Ctx) -> Reply {
    let (registrar, now) = (ctx.person()?, ctx.now);
    let id: ImportId = ctx.param("import")?;
    let form: Form = ctx.form(FIELDS).await?;
    let plan = Arc::new(planned(&ctx).await?.plan.ok_or(Error::NotFound)?);
    let read = Arc::clone(&plan);
    let done = ctx
        .submit(form, move |tx, form| {
            let import = roll::import(tx, id)?.ok_or(Error::NotFound)?;
            let mut mapping = import.mapping;
            for (place, holds) in said(form) {
                let column = read.file.columns.get(place);
                if let (Some(column), Some(choice)) = (column, roll::choice_of(holds)) {
                    mapping.choose(&column.name, choice);
                }
            }
            roll::remember(tx, &mapping, registrar, now)?;
            roll::remap(tx, id, &mapping)?;
            Ok(format!("/registrar/roll/{id}"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-membership-columns"),
        Submitted::Again(form) => show(&ctx, *form, id, &plan),
    }
}

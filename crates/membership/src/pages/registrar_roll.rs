//! The registrar brings a file of the register: a dry run that shows what it
//! would do, then all of it or nothing.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::clock::date_of;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::{Error, Fault, Refusal, audit};

use crate::actions::importing;
use crate::model::{ImportId, ImportState};
use crate::roll_diff::LeaveCause;
use crate::roll_file::{MAX_BYTES, Problem, RollEntry};
use crate::roll_plan::{self, Plan, field_key, must_be_mended};
use crate::store::roll::{self, Counts, Import};

/// Rows of each kind shown on the page; the report has all of them.
const SHOWN: usize = 50;
/// Files shown.
const FILES: i64 = 20;

const UPLOAD: &[Field] = &[];
const APPLY: &[Field] = &[form::line("sure", 3)];

#[derive(Template)]
#[template(path = "registrar_roll.html")]
struct RollPage {
    page: Page,
    form: Form,
    entries: i64,
    members: i64,
    imports: Vec<Import>,
}

pub(super) async fn roll(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty()).await
}

async fn show(ctx: &Ctx, form: Form) -> Reply {
    let ((entries, members), imports) =
        ctx.read(|tx| Ok((roll::count(tx)?, roll::imports(tx, FILES)?))).await?;
    let page = ctx.page(ctx.t("membership-roll-title"));
    let shown = RollPage { page, form, entries, members, imports };
    super::show(ctx, &shown.form, &shown)
}

pub(super) async fn roll_upload(ctx: Ctx) -> Reply {
    let (registrar, now) = (ctx.person()?, ctx.now);
    let (mut form, upload) = ctx.upload(UPLOAD, MAX_BYTES).await?;
    let Some(file) = upload else {
        form.refuse(Refusal::new("membership-roll-no-file").at("file"));
        return show(&ctx, form).await;
    };
    let name: String = file.name.chars().filter(|c| !c.is_control()).take(120).collect();
    let (bytes, as_of) = (Arc::new(file.bytes), date_of(now, &ctx.site.zone));
    let done = ctx
        .submit(form, move |tx, _| {
            let import = roll::keep(tx, &name, &bytes, as_of, registrar, now)?;
            let detail = format!("import:{import}");
            audit::record(tx, Some(registrar), "roll-uploaded", None, &detail, now)?;
            Ok(format!("/registrar/roll/{import}"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other(&path),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

/// A file and what it would do; the second is there while the file waits.
pub(super) struct Planned {
    pub(super) import: Import,
    pub(super) plan: Option<Plan>,
}

/// Reads a file anew and compares it with the roll as it is.
pub(super) async fn planned(ctx: &Ctx) -> Result<Planned, Error> {
    let id: ImportId = ctx.param("import")?;
    let (registrar, now) = (ctx.person()?, ctx.now);
    // Apart from the reading, which takes long and would hold the writer up.
    ctx.write(move |tx| {
        let detail = format!("import:{id}");
        Ok(audit::record(tx, Some(registrar), "roll-seen", None, &detail, now)?)
    })
    .await?;
    let (import, work) = ctx
        .site
        .db
        .read_aside(move |tx| {
            let import = roll::import(tx, id)?.ok_or(Error::NotFound)?;
            let work = match roll::bytes(tx, id)? {
                Some(bytes) => Some((bytes, importing::known(tx)?)),
                None => None,
            };
            Ok((import, work))
        })
        .await?;
    let Some((bytes, known)) = work else { return Ok(Planned { import, plan: None }) };
    let (mapping, as_of) = (import.mapping.clone(), import.as_of);
    let plan =
        tokio::task::spawn_blocking(move || roll_plan::plan(&bytes, &mapping, &known, as_of));
    Ok(Planned { import, plan: Some(plan.await.map_err(Fault::bug)?) })
}

/// A row of the dry run, in words.
struct Line {
    number: String,
    name: String,
    born: String,
    why: String,
}

/// A problem, in words.
struct Trouble {
    line: u32,
    column: String,
    what: String,
    is_blocking: bool,
}

#[derive(Template)]
#[template(path = "registrar_roll_import.html")]
struct ImportPage {
    page: Page,
    form: Form,
    import: Import,
    is_waiting: bool,
    is_fit: bool,
    rows: usize,
    counts: Counts,
    stays: usize,
    met: usize,
    changes_nothing: bool,
    throws_out_many: bool,
    unmapped: Vec<String>,
    troubles: Vec<Trouble>,
    troubles_in_all: usize,
    /// Address that the file is put in force at.
    apply: String,
    /// Text key of the caption, rows shown, rows in all.
    tables: Vec<(&'static str, Vec<Line>, usize)>,
}

impl ImportPage {
    fn met(&self) -> String {
        self.page.ta("membership-roll-met", &[("count", &self.met.to_string())])
    }

    fn unmapped(&self) -> String {
        self.unmapped.join(", ")
    }
}

pub(super) async fn roll_import(ctx: Ctx) -> Reply {
    show_import(&ctx, Form::empty()).await
}

async fn show_import(ctx: &Ctx, form: Form) -> Reply {
    let Planned { import, plan } = planned(ctx).await?;
    let page = ctx.page(ctx.t("membership-roll-import-title"));
    let is_waiting = import.state == ImportState::DryRun;
    let apply = format!("/registrar/roll/{}/apply", import.id);
    let Some(plan) = plan else {
        let shown = ImportPage {
            page,
            is_waiting,
            is_fit: false,
            rows: 0,
            counts: import.counts,
            stays: 0,
            met: 0,
            changes_nothing: false,
            throws_out_many: false,
            unmapped: Vec::new(),
            troubles: Vec::new(),
            troubles_in_all: 0,
            tables: Vec::new(),
            apply,
            import,
            form,
        };
        return super::show(ctx, &shown.form, &shown);
    };
    let shown = ImportPage {
        page,
        is_waiting,
        is_fit: plan.is_fit(),
        rows: plan.file.rows.len(),
        counts: plan.counts(),
        stays: plan.diff.stays,
        met: plan.met.len(),
        changes_nothing: plan.diff.is_empty() && plan.met.is_empty(),
        throws_out_many: plan.throws_out_many,
        unmapped: plan.file.unmapped_columns().map(str::to_owned).collect(),
        troubles: troubles(ctx, &plan, SHOWN),
        troubles_in_all: plan.file.problems.len(),
        tables: tables(ctx, &plan, SHOWN),
        apply,
        import,
        form,
    };
    super::show(ctx, &shown.form, &shown)
}

fn trouble(ctx: &Ctx, problem: &Problem) -> Trouble {
    let args = problem.reason.arguments();
    let args: Vec<(&str, &str)> =
        args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Trouble {
        line: problem.line,
        column: problem.column.clone().unwrap_or_default(),
        what: ctx.ta(problem.reason.key(), &args),
        is_blocking: must_be_mended(problem),
    }
}

/// Problems in words, those first that must be mended.
fn troubles(ctx: &Ctx, plan: &Plan, count: usize) -> Vec<Trouble> {
    let others = plan.file.problems.iter().filter(|problem| !must_be_mended(problem));
    plan.blocking().chain(others).take(count).map(|problem| trouble(ctx, problem)).collect()
}

fn row(ctx: &Ctx, entry: &RollEntry, why: String) -> Line {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let born = entry.birth_date.map(|day| kafferum_platform::texts::civil(ctx.lang, day));
    let name = format!("{} {}", text(&entry.family_name), text(&entry.given_name));
    Line {
        number: entry.number.to_string(),
        name: name.trim().to_owned(),
        born: born.unwrap_or_default(),
        why,
    }
}

fn tables(ctx: &Ctx, plan: &Plan, count: usize) -> Vec<(&'static str, Vec<Line>, usize)> {
    let diff = &plan.diff;
    let plain = |entries: &[RollEntry]| -> Vec<Line> {
        entries.iter().take(count).map(|entry| row(ctx, entry, String::new())).collect()
    };
    let leaves = diff.leaves.iter().take(count).map(|leave| {
        let day = leave.entry.left.map(|day| kafferum_platform::texts::civil(ctx.lang, day));
        let key = match leave.cause {
            LeaveCause::DateReached => "membership-roll-leaves-by-date",
            LeaveCause::AbsentFromFile => "membership-roll-leaves-by-absence",
        };
        row(ctx, &leave.entry, ctx.ta(key, &[("day", &day.unwrap_or_default())]))
    });
    let changes = diff.changes.iter().take(count).map(|change| {
        let fields: Vec<&str> = change.fields.iter().map(|field| ctx_field(ctx, *field)).collect();
        row(ctx, &change.entry, fields.join(", "))
    });
    let confirms = plan
        .met
        .iter()
        .take(count)
        .map(|met| row(ctx, &met.entry, ctx.ta(met.by.key(), &[("name", &met.applicant)])));
    let tables = vec![
        ("membership-roll-confirms", confirms.collect(), plan.met.len()),
        ("membership-roll-leaves", leaves.collect(), diff.leaves.len()),
        ("membership-roll-returns", plain(&diff.returns), diff.returns.len()),
        ("membership-roll-joins", plain(&diff.joins), diff.joins.len()),
        ("membership-roll-changes", changes.collect(), diff.changes.len()),
    ];
    tables.into_iter().filter(|(_, _, all)| *all > 0).collect()
}

fn ctx_field(ctx: &Ctx, field: crate::roll_file::Field) -> &str {
    ctx.site.texts.plain(ctx.lang, field_key(field))
}

/// The whole dry run as a file for a spreadsheet program.
pub(super) async fn roll_report(ctx: Ctx) -> Reply {
    let plan = planned(&ctx).await?.plan.ok_or(Error::NotFound)?;
    let t = |key: &'static str| ctx.t(key).to_owned();
    let mut lines = vec![[
        t("membership-roll-report-what"),
        t("membership-roll-line"),
        t("membership-roll-number"),
        t("membership-roll-name"),
        t("membership-roll-born"),
        t("membership-roll-why"),
    ]];
    for problem in troubles(&ctx, &plan, usize::MAX) {
        let what = match problem.is_blocking {
            true => t("membership-roll-bad"),
            false => t("membership-roll-look"),
        };
        let (line, column) = (problem.line.to_string(), problem.column);
        lines.push([what, line, String::new(), column, String::new(), problem.what]);
    }
    for (caption, rows, _) in tables(&ctx, &plan, usize::MAX) {
        for row in rows {
            lines.push([t(caption), String::new(), row.number, row.name, row.born, row.why]);
        }
    }
    let text = crate::applications_csv::table(&lines);
    ctx.file("text/csv; charset=utf-8", "roll-report.csv", text.into_bytes())
}

pub(super) async fn roll_apply(ctx: Ctx) -> Reply {
    let (registrar, moment) = (ctx.person()?, super::moment(&ctx));
    let mut form = ctx.form(APPLY).await?;
    let Planned { import, plan } = planned(&ctx).await?;
    let path = format!("/registrar/roll/{}", import.id);
    if let Some(plan) = &plan
        && plan.throws_out_many
        && !form.is_checked("sure")
    {
        form.refuse(Refusal::new("membership-roll-not-sure").at("sure"));
    }
    let plan = plan.map(Arc::new);
    let done = ctx
        .submit(form, move |tx, _| {
            let gone = || Error::from(Refusal::new("membership-roll-gone"));
            let plan = plan.as_ref().ok_or_else(gone)?;
            importing::apply(tx, &moment, &import, plan, registrar)?;
            Ok(path.clone())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-membership-roll-applied"),
        Submitted::Again(form) => show_import(&ctx, *form).await,
    }
}

pub(super) async fn roll_drop(ctx: Ctx) -> Reply {
    let id: ImportId = ctx.param("import")?;
    let form = ctx.form(UPLOAD).await?;
    ctx.submit(form, move |tx, _| {
        roll::drop_import(tx, id)?;
        Ok("/registrar/roll".to_owned())
    })
    .await?;
    ctx.see_other_saying("/registrar/roll", "flash-membership-roll-dropped")
}

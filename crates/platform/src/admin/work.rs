//! The administrator's first page, and work that got stuck.

use askama::Template;

use crate::admin::settings;
use crate::admin::store::{self, Counts};
use crate::audit;
use crate::jobs::{self, Trouble};
use crate::web::ctx::{Ctx, Submitted};
use crate::web::form::{self, Field};
use crate::web::page::Page;
use crate::web::route::Reply;

#[derive(Template)]
#[template(path = "admin.html")]
struct Admin {
    page: Page,
    counts: Counts,
    /// Settings that the union has yet to give: name and label.
    asked: Vec<(&'static str, String)>,
}

pub(super) async fn admin(ctx: Ctx) -> Reply {
    let counts = ctx.read(|tx| Ok(store::counts(tx)?)).await?;
    let asked = settings::asked(&ctx);
    ctx.html(&Admin { page: ctx.page(ctx.t("admin-title")), counts, asked })
}

#[derive(Template)]
#[template(path = "admin_work.html")]
struct AdminWork {
    page: Page,
    counts: Counts,
    /// Kinds of work that had trouble, and how much of it.
    kinds: Vec<(String, i64)>,
    troubles: Vec<Trouble>,
}

impl AdminWork {
    fn revive_all(&self, kind: &str, count: &i64) -> String {
        self.page.ta("admin-work-revive-all", &[("kind", kind), ("count", &count.to_string())])
    }
}

pub(super) async fn admin_work(ctx: Ctx) -> Reply {
    let (counts, kinds, troubles) = ctx
        .read(|tx| Ok((store::counts(tx)?, jobs::troubled_kinds(tx)?, jobs::troubles(tx)?)))
        .await?;
    ctx.html(&AdminWork { page: ctx.page(ctx.t("admin-work-title")), counts, kinds, troubles })
}

const KIND: &[Field] = &[form::line("kind", 60).required()];

/// After a mail server was away for days hundreds wait for one deed.
pub(super) async fn admin_work_revive_all(ctx: Ctx) -> Reply {
    let (person, now) = (ctx.person()?, ctx.now);
    let form = ctx.form(KIND).await?;
    let done = ctx
        .submit(form, move |tx, form| {
            let kind = form.get("kind");
            let count = jobs::revive_all(tx, kind, now)?;
            if count > 0 {
                let detail = format!("{kind}: {count}");
                audit::record(tx, Some(person), "job-revived", None, &detail, now)?;
            }
            Ok("/admin/work".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-job-revived"),
        Submitted::Again(_) => ctx.see_other("/admin/work"),
    }
}

pub(super) async fn admin_work_revive(ctx: Ctx) -> Reply {
    let (job, person, now) = (ctx.param::<i64>("job")?, ctx.person()?, ctx.now);
    let form = ctx.form(&[]).await?;
    let done = ctx
        .submit(form, move |tx, _| {
            jobs::revive(tx, job, now)?;
            audit::record(tx, Some(person), "job-revived", None, &format!("job {job}"), now)?;
            Ok("/admin/work".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-job-revived"),
        // A form without anything to type has nothing to mend.
        Submitted::Again(_) => ctx.see_other("/admin/work"),
    }
}

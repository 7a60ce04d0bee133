//! Those who left and are to be called back.

use askama::Template;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;
use kafferum_platform::{Error, Refusal, audit};

use crate::model::{LeaveReason, TaskId, TaskState};
use crate::store::leavers::{self, Leaver};

/// Leavers on one page.
const PAGE: i64 = 50;

const DONE: &[Field] = &[form::line("reason", 20).required()];

#[derive(Template)]
#[template(path = "registrar_leavers.html")]
struct Leavers {
    page: Page,
    list: Vec<Leaver>,
    is_open: bool,
    open: i64,
    reasons: Vec<Choice>,
    next: Option<TaskId>,
}

impl Leavers {
    fn reason(&self, reason: &LeaveReason) -> String {
        self.page.t(&format!("membership-leave-reason-{}", reason.word())).to_owned()
    }
}

pub(super) async fn leavers(ctx: Ctx) -> Reply {
    let is_open = ctx.query("state").as_deref() != Some("done");
    let state = if is_open { TaskState::Open } else { TaskState::Done };
    let from = ctx.query("from").and_then(|from| from.parse().ok()).unwrap_or(TaskId(0));
    let (registrar, now) = (ctx.person()?, ctx.now);
    let (mut list, open) = ctx
        .write(move |tx| {
            let list = leavers::list(tx, state, from, PAGE + 1)?;
            audit::record(tx, Some(registrar), "leavers-seen", None, "", now)?;
            let seen = list.iter().take(super::shown(PAGE)).filter_map(|one| one.person);
            audit::record_daily(tx, registrar, super::LISTED, seen, now)?;
            Ok((list, leavers::count_open(tx)?))
        })
        .await?;
    let next = super::cut(&mut list, PAGE).map(|last| last.id);
    let label = |word: &str| ctx.t(&format!("membership-leave-reason-{word}")).to_owned();
    ctx.html(&Leavers {
        page: ctx.page(ctx.t("membership-leavers-title")),
        list,
        is_open,
        open,
        reasons: LeaveReason::ALL.iter().map(|r| (r.word().to_owned(), label(r.word()))).collect(),
        next,
    })
}

pub(super) async fn leaver_done(ctx: Ctx) -> Reply {
    let task: TaskId = ctx.param("task")?;
    let (registrar, now) = (ctx.person()?, ctx.now);
    let form = ctx.form(DONE).await?;
    let reason = LeaveReason::from_word(form.get("reason"))
        .ok_or_else(|| Refusal::new("membership-leave-reason-wrong"))?;
    let done = ctx
        .submit(form, move |tx, _| {
            if !leavers::done(tx, task, reason, registrar, now)? {
                return Err(Error::NotFound);
            }
            let detail = format!("leaver:{task}");
            audit::record(tx, Some(registrar), "leaver-called", None, &detail, now)?;
            Ok("/registrar/leavers".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-membership-called"),
        Submitted::Again(_) => Err(Refusal::new("membership-leave-reason-wrong").into()),
    }
}

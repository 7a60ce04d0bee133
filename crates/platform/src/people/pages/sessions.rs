//! Where one is signed in, and ending that.

use askama::Template;

use crate::audit;
use crate::fault::Error;
use crate::people::session::{self, SessionRow};
use crate::web::ctx::{Ctx, Submitted};
use crate::web::form::{self, Field};
use crate::web::page::Page;
use crate::web::route::Reply;

const FIELDS: &[Field] = &[form::line("session", 64).required()];

#[derive(Template)]
#[template(path = "account_sessions.html")]
struct AccountSessions {
    page: Page,
    sessions: Vec<SessionRow>,
}

pub(super) async fn account_sessions(ctx: Ctx) -> Reply {
    let (person, now, current) = (ctx.person()?, ctx.now, ctx.session);
    let sessions = ctx.read(move |tx| Ok(session::of(tx, person, current, now)?)).await?;
    ctx.html(&AccountSessions { page: ctx.page(ctx.t("account-sessions-title")), sessions })
}

pub(super) async fn account_session_end(ctx: Ctx) -> Reply {
    let (person, now) = (ctx.person()?, ctx.now);
    let form = ctx.form(FIELDS).await?;
    let hash = session::unname(form.get("session")).ok_or(Error::NotFound)?;
    let done = ctx
        .submit(form, move |tx, _| {
            session::end(tx, &hash, person)?;
            audit::record(tx, Some(person), "session-ended", Some(person), "", now)?;
            Ok("/account/sessions".to_owned())
        })
        .await?;
    back_to_list(&ctx, done)
}

pub(super) async fn account_sessions_end(ctx: Ctx) -> Reply {
    let (person, now, current) = (ctx.person()?, ctx.now, ctx.session);
    let form = ctx.form(&[]).await?;
    let done = ctx
        .submit(form, move |tx, _| {
            session::end_all(tx, person, current)?;
            audit::record(tx, Some(person), "session-ended", Some(person), "", now)?;
            Ok("/account/sessions".to_owned())
        })
        .await?;
    back_to_list(&ctx, done)
}

fn back_to_list(ctx: &Ctx, done: Submitted) -> Reply {
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-session-ended"),
        // A form without anything to type has nothing to mend.
        Submitted::Again(_) => ctx.see_other("/account/sessions"),
    }
}

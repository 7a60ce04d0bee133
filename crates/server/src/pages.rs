//! The front page, and the addresses that tell a machine how the site is.

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use kafferum_platform::policy::{PUBLIC, Role, Standing};
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::{Reply, Route, get};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/", PUBLIC, front),
        get("/health/live", PUBLIC, live),
        get("/health/ready", PUBLIC, ready),
    ]
}

#[derive(Template)]
#[template(path = "front.html")]
struct Front {
    page: Page,
    /// The third way in: joining, for those who have not.
    may_join: bool,
    is_visitor: bool,
    /// The coffee room is theirs, or its door has something to tell them.
    may_come: bool,
}

async fn front(ctx: Ctx) -> Reply {
    let page = ctx.page(ctx.t("server-front-title"));
    ctx.html(&Front {
        page,
        may_join: !matches!(ctx.actor.standing, Standing::Member | Standing::Staff),
        is_visitor: ctx.actor.person.is_none(),
        may_come: ctx.actor.standing != Standing::Staff || ctx.actor.is_anywhere(Role::Moderator),
    })
}

fn sentence(status: StatusCode, text: &'static str) -> Reply {
    Ok((status, [(header::CONTENT_TYPE, "text/plain")], text).into_response())
}

/// The process answers.
async fn live(_: Ctx) -> Reply {
    sentence(StatusCode::OK, "live\n")
}

/// The process answers and its database can be read and written.
async fn ready(ctx: Ctx) -> Reply {
    match ctx.site.must_be_ready().await {
        Ok(()) => sentence(StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(?error, "not ready");
            sentence(StatusCode::SERVICE_UNAVAILABLE, "the database is away\n")
        }
    }
}

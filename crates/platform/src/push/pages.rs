//! The page on which one adds a device, and the script that runs there when a
//! message comes.

use askama::Template;
use axum::http::header;
use axum::response::IntoResponse;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::carrier::Endpoint;
use super::device::{self, Listed};
use super::seal::Keys;
use super::vapid;
use crate::fault::{Error, Refusal};
use crate::people::session;
use crate::policy::{ACCOUNT, PUBLIC};
use crate::web::ctx::{Ctx, Submitted};
use crate::web::form::{self, Field};
use crate::web::page::Page;
use crate::web::route::{Reply, Route, get, post};

const PATH: &str = "/account/push";

pub(crate) fn routes() -> Vec<Route> {
    vec![
        get(PATH, ACCOUNT, push),
        post(PATH, ACCOUNT, push_add),
        post("/account/push/remove", ACCOUNT, push_remove),
        // From the root, so that it is there for the whole site.
        get("/service-worker.js", PUBLIC, service_worker),
    ]
}

#[derive(Template)]
#[template(path = "account_push.html")]
struct PushPage {
    page: Page,
    devices: Vec<Listed>,
    /// This browser is one of them.
    is_here: bool,
    /// The site's public key.
    key: String,
}

async fn push(ctx: Ctx) -> Reply {
    let (person, current, now) = (ctx.person()?, ctx.session, ctx.now);
    let fresh = vapid::Key::new_bytes()?;
    let (key, devices) = ctx
        .site
        .db
        .write(move |tx| {
            Ok((vapid::key(tx, &fresh)?.public(), device::list(tx, person, current, now)?))
        })
        .await?;
    ctx.html(&PushPage {
        page: ctx.page(ctx.t("push-title")),
        is_here: devices.iter().any(|device| device.is_here),
        devices,
        key,
    })
}

const ADD: &[Field] =
    &[form::line("endpoint", 1000), form::line("public_key", 200), form::line("auth", 50)];
const REMOVE: &[Field] = &[form::line("device", 20)];

async fn push_add(ctx: Ctx) -> Reply {
    let (person, now) = (ctx.person()?, ctx.now);
    let session = ctx.session.ok_or(Error::NotFound)?;
    let agent = ctx.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let name = session::device(agent.unwrap_or_default());
    let form = ctx.form(ADD).await?;
    let bytes = |name: &str| URL_SAFE_NO_PAD.decode(form.get(name)).unwrap_or_default();
    let keys = Keys { public: bytes("public_key"), auth: bytes("auth") };
    if Endpoint::read(form.get("endpoint")).is_none() || !keys.are_plausible() {
        return Err(Refusal::new("push-not-possible").into());
    }
    let done = ctx
        .submit(form, move |tx, form| {
            device::add(tx, person, &session, form.get("endpoint"), &keys, &name, now)?;
            Ok(PATH.to_owned())
        })
        .await?;
    back(&ctx, done, "flash-push-added")
}

async fn push_remove(ctx: Ctx) -> Reply {
    let person = ctx.person()?;
    let form = ctx.form(REMOVE).await?;
    let id: i64 = form.get("device").parse().map_err(|_| Error::NotFound)?;
    let done = ctx
        .submit(form, move |tx, _| {
            device::remove(tx, person, id)?;
            Ok(PATH.to_owned())
        })
        .await?;
    back(&ctx, done, "flash-push-removed")
}

fn back(ctx: &Ctx, done: Submitted, flash: &'static str) -> Reply {
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, flash),
        // There is nothing to type, and so nothing to mend.
        Submitted::Again(_) => ctx.see_other(PATH),
    }
}

async fn service_worker(_: Ctx) -> Reply {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    Ok((headers, include_str!("../../assets/service-worker.js")).into_response())
}

//! From a request to a response: session, language, origin, permission,
//! handler, errors, headers.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{ConnectInfo, RawPathParams};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodFilter, on};
use futures_util::FutureExt;

use crate::clock::Millis;
use crate::fault::{Error, Fault, FaultKind, Refusal};
use crate::people::session;
use crate::people::store::{self, Visit};
use crate::policy::{Actor, Denied, PUBLIC};
use crate::site::Site;
use crate::texts::Lang;
use crate::web::ctx::{Ctx, Request, cookie};
use crate::web::form;
use crate::web::page::Page;
use crate::web::route::{Reply, Route};
use crate::web::token::Nonces;

/// Name of the session cookie.
pub const SESSION: &str = "session";
/// Name of the language cookie.
pub const LANGUAGE: &str = "lang";

/// Nothing foreign, nothing inline, nobody frames us.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";

/// What the network looks like from here.
#[derive(Debug, Clone, Copy, Default)]
pub struct Front {
    /// A reverse proxy of ours stands before us and says whom it speaks for.
    pub is_behind_proxy: bool,
}

/// All routes of a site as one service.
pub fn router(site: &Arc<Site>, front: Front) -> Router {
    let mut router = Router::new();
    for route in site.features.iter().flat_map(|feature| feature.routes.iter()) {
        let (site, found) = (Arc::clone(site), route.clone());
        let filter =
            if route.method == Method::POST { MethodFilter::POST } else { MethodFilter::GET };
        let answer = move |params: Result<RawPathParams, _>, request: axum::extract::Request| {
            let (site, route) = (Arc::clone(&site), found.clone());
            async move {
                // An address that isn't text leads nowhere.
                let unread = |_: RawPathParamsRejection| ();
                match params.map_err(unread) {
                    Ok(params) => answer(site, route, front, &params, request).await,
                    Err(()) => lost_page(site, front, request, StatusCode::NOT_FOUND).await,
                }
            }
        };
        router = router.route(route.path, on(filter, answer));
    }
    let (assets, lost, wrong) = (Arc::clone(site), Arc::clone(site), Arc::clone(site));
    router
        .route(
            "/assets/{mark}/{name}",
            on(MethodFilter::GET, move |request: axum::extract::Request| async move {
                let found = assets.assets.serve(request.uri().path(), request.headers());
                match found {
                    Some(response) => response,
                    None => lost_page(assets, front, request, StatusCode::NOT_FOUND).await,
                }
            }),
        )
        .fallback(move |request| lost_page(lost, front, request, StatusCode::NOT_FOUND))
        .method_not_allowed_fallback(move |request: axum::extract::Request| async move {
            match above(&request) {
                Some(page) => page.into_response(),
                None => lost_page(wrong, front, request, StatusCode::METHOD_NOT_ALLOWED).await,
            }
        })
        .layer(
            tower_http::compression::CompressionLayer::new()
                .quality(tower_http::CompressionLevel::Fastest),
        )
}

/// Where somebody is led who opens an address that forms are sent to: a refused
/// form is shown at it, and they chose another language there, or loaded it anew.
/// Its page stands at it without its last part, or further up.
fn above(request: &axum::extract::Request) -> Option<Redirect> {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let (above, _) = request.uri().path().rsplit_once('/').filter(|_| reads)?;
    Some(Redirect::to(if above.is_empty() { "/" } else { above }))
}

/// An address that leads nowhere, shown with the person's own menus.
async fn lost_page(
    site: Arc<Site>,
    front: Front,
    request: axum::extract::Request,
    status: StatusCode,
) -> Response {
    let route = crate::web::route::get("", PUBLIC, |_| async { Err(Error::NotFound) });
    let mut response = answer_with(site, route, front, Vec::new(), request).await;
    *response.status_mut() = status;
    response
}

async fn answer(
    site: Arc<Site>,
    route: Route,
    front: Front,
    params: &RawPathParams,
    request: axum::extract::Request,
) -> Response {
    let params = params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    answer_with(site, route, front, params, request).await
}

async fn answer_with(
    site: Arc<Site>,
    route: Route,
    front: Front,
    params: Vec<(String, String)>,
    request: axum::extract::Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let now = site.now();
    let session = cookie(&parts.headers, SESSION).map(session::hash);
    let known = find_visit(&site, session, now).await;
    let (visit, fault) = match known {
        Ok(visit) => (visit, None),
        Err(error) => (None, Some(error)),
    };
    let session = session.filter(|_| visit.is_some());
    let (actor, unseen) =
        visit.map_or_else(|| (Actor::visitor(), 0), |visit| (visit.actor, visit.unseen));
    let ctx = Ctx(Arc::new(Request {
        lang: choose_language(&site, &parts.headers, &actor),
        flash: cookie(&parts.headers, "flash")
            .filter(|key| key.starts_with("flash-"))
            .map(ToOwned::to_owned),
        network: caller(&parts.headers, peer, front),
        nonces: Nonces::default(),
        site,
        actor,
        unseen,
        now,
        method: parts.method,
        uri: parts.uri,
        headers: parts.headers,
        session,
        params,
        body: Mutex::new(Some(body)),
        typed: Mutex::new(Vec::new()),
    }));
    let reply = match fault {
        Some(error) => {
            if must_be_our_origin(&ctx).is_ok() {
                form::keep_unread(&ctx).await;
            }
            Err(error)
        }
        None => run(&ctx, &route).await,
    };
    let mut response = reply.unwrap_or_else(|error| explain(&ctx, &route, error));
    finish(&ctx, &mut response);
    response
}

async fn run(ctx: &Ctx, route: &Route) -> Reply {
    if route.method == Method::POST && !route.is_from_anywhere {
        must_be_our_origin(ctx)?;
    }
    if let Err(denied) = route.permission.decide(&ctx.actor) {
        if route.method == Method::POST {
            form::keep_unread(ctx).await;
        }
        return Err(denied.into());
    }
    // A panic in a handler is our mistake; the person gets the neutral page
    // that all our mistakes get.
    std::panic::AssertUnwindSafe((route.handler)(ctx.clone()))
        .catch_unwind()
        .await
        .unwrap_or_else(|_| Err(Fault::bug("a handler panicked").into()))
}

async fn find_visit(
    site: &Arc<Site>,
    session: Option<[u8; 32]>,
    now: Millis,
) -> Result<Option<Visit>, Error> {
    let Some(hash) = session else { return Ok(None) };
    let trial_end = site.trial_end();
    let found =
        site.db.read(move |tx| Ok(store::actor_by_session(tx, &hash, now, &trial_end)?)).await?;
    let Some(visit) = found else { return Ok(None) };
    if now - visit.seen_at >= session::NOTE_EVERY {
        // What may be read without writing stays readable on a full disk.
        let noted = site.db.write(move |tx| Ok(session::note_visit(tx, &hash, now)?)).await;
        if let Err(error) = noted {
            tracing::warn!(?error, "a visit is not noted");
        }
    }
    Ok(Some(visit))
}

fn choose_language(site: &Site, headers: &HeaderMap, actor: &Actor) -> Lang {
    let browser = || {
        headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .and_then(Lang::preferred)
    };
    cookie(headers, LANGUAGE)
        .and_then(Lang::from_word)
        .or(actor.lang)
        .or_else(browser)
        .or_else(|| Lang::from_word(site.settings().line("default-language")))
        .unwrap_or(Lang::Fi)
}

fn caller(headers: &HeaderMap, peer: Option<IpAddr>, front: Front) -> Option<IpAddr> {
    if !front.is_behind_proxy {
        return peer;
    }
    // The last entry is our own proxy's word; those before it are hearsay.
    let forwarded = headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
    forwarded
        .and_then(|list| list.rsplit(',').next())
        .and_then(|ip| ip.trim().parse().ok())
        .or(peer)
}

/// A form must come from a page of this site: its `Origin`, or where a browser
/// leaves that out its `Sec-Fetch-Site`, must say so.
fn must_be_our_origin(ctx: &Ctx) -> Result<(), Refusal> {
    let text = |name: &str| ctx.headers.get(name).and_then(|value| value.to_str().ok());
    let ours = match (text("origin"), text("sec-fetch-site")) {
        (Some(origin), _) if ctx.site.is_demo => {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_some() && host == text("host")
        }
        (Some(origin), _) => origin == &*ctx.site.public_url,
        (None, site) => site == Some("same-origin"),
    };
    if ours { Ok(()) } else { Err(Refusal::new("form-foreign")) }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    picture: &'static str,
    heading: String,
    lead: String,
    reference: Option<String>,
    /// Text key and address of what to do next.
    next: Vec<(&'static str, String)>,
    /// What was typed, to be sent again or copied.
    typed: Vec<(String, String)>,
    /// The form may be sent again to the same address.
    may_send_again: bool,
}

/// The page that explains an error; if even that fails, a plain sentence.
fn explain(ctx: &Ctx, route: &Route, error: Error) -> Response {
    let reply = match error {
        Error::Refusal(refusal) => refused(ctx, &refusal),
        Error::NotFound => simple(ctx, StatusCode::NOT_FOUND, "pic-tipped", "error-not-found"),
        Error::Denied(denied) => denied_page(ctx, denied),
        Error::Fault(fault) => faulty(ctx, route, &fault),
    };
    reply.unwrap_or_else(|error| {
        tracing::error!(?error, "the error page failed");
        let mut response = Response::new(Body::from("Kafferum: 500"));
        *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        response
    })
}

fn typed(ctx: &Ctx) -> Vec<(String, String)> {
    ctx.typed.lock().map(|typed| typed.clone()).unwrap_or_default()
}

fn page(ctx: &Ctx, status: StatusCode, picture: &'static str, key: &'static str) -> ErrorPage {
    let heading = ctx.t(key).to_owned();
    ErrorPage {
        page: ctx.page(heading.clone()),
        picture,
        lead: ctx.t(&format!("{key}-lead")).to_owned(),
        heading,
        reference: None,
        next: vec![("error-to-front", "/".to_owned())],
        typed: if status.is_client_error() { typed(ctx) } else { Vec::new() },
        may_send_again: false,
    }
}

fn simple(ctx: &Ctx, status: StatusCode, picture: &'static str, key: &'static str) -> Reply {
    ctx.html_with(status, &page(ctx, status, picture, key))
}

fn refused(ctx: &Ctx, refusal: &Refusal) -> Reply {
    let status = form::status(refusal);
    let mut shown = page(ctx, status, "pic-tipped", "error-refused");
    let args: Vec<(&str, &str)> =
        refusal.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    shown.lead = ctx.ta(refusal.key, &args);
    shown.may_send_again = refusal.key == "form-out-of-date" && !shown.typed.is_empty();
    ctx.html_with(status, &shown)
}

fn denied_page(ctx: &Ctx, denied: Denied) -> Reply {
    let accepts = ctx.headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    if accepts.is_some_and(|accepts| accepts.starts_with("text/event-stream")) {
        // An open page that listens can do nothing with another page.
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::FORBIDDEN;
        return Ok(response);
    }
    let is_read = ctx.method == Method::GET;
    let here = ctx.uri.path_and_query().map_or("/", |path| path.as_str());
    let next: String = form_urlencoded::byte_serialize(here.as_bytes()).collect();
    match denied {
        Denied::SignIn if is_read => ctx.see_other(&format!("/sign-in?next={next}")),
        Denied::SignIn => {
            let mut shown = page(ctx, StatusCode::FORBIDDEN, "pic-door", "error-signed-out");
            shown.next = vec![("error-to-sign-in", "/sign-in".to_owned())];
            ctx.html_with(StatusCode::FORBIDDEN, &shown)
        }
        Denied::ChangePassword => ctx.see_other("/account/password"),
        Denied::DoorClosed | Denied::KeptOut | Denied::NotYours => {
            let mut shown = page(ctx, StatusCode::FORBIDDEN, "pic-door", "error-not-yours");
            if let Some(DoorSays { heading, lead, next: (text, path) }) = door_says(ctx, denied) {
                shown.page = ctx.page(heading.clone());
                (shown.heading, shown.lead) = (heading, lead);
                shown.next =
                    vec![(text, path.to_owned()), ("error-to-databank", "/databank".to_owned())];
            }
            ctx.html_with(StatusCode::FORBIDDEN, &shown)
        }
    }
}

/// What a closed door says.
pub(crate) struct DoorSays {
    pub heading: String,
    pub lead: String,
    /// Text key and address of where one may go on.
    pub next: (&'static str, &'static str),
}

/// What a door says to those who stand before it; nothing to those who have no
/// business there.
pub(crate) fn door_says(ctx: &Ctx, denied: Denied) -> Option<DoorSays> {
    let own = |key| ctx.site.settings().text(&ctx.site.texts, ctx.lang, key, &[]);
    let says = |heading: &str, lead: &str, next| DoorSays {
        heading: heading.to_owned(),
        lead: lead.to_owned(),
        next,
    };
    match denied {
        Denied::SignIn => None,
        Denied::ChangePassword => Some(says(
            ctx.t("account-password-first-title"),
            ctx.t("account-password-first-lead"),
            ("account-password-title", "/account/password"),
        )),
        Denied::DoorClosed => Some(says(
            &own("error-door-closed"),
            &own("error-door-closed-lead"),
            ("error-to-join", "/join"),
        )),
        Denied::KeptOut => Some(says(
            ctx.t("error-kept-out"),
            ctx.t("error-kept-out-lead"),
            ("error-to-own-matters", "/coffee-room/own"),
        )),
        Denied::NotYours => None,
    }
}

/// Our own trouble: logged once, here, under a number that the page shows.
fn faulty(ctx: &Ctx, route: &Route, fault: &Fault) -> Reply {
    let reference = format!("{:x}-{}", ctx.now / 1000, ctx.site.faults.next());
    tracing::error!(reference, route = route.path, %fault, "a request failed");
    let away = fault.kind != FaultKind::Bug;
    let status =
        if away { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::INTERNAL_SERVER_ERROR };
    let mut shown = page(ctx, status, "pic-tipped", "error-fault");
    shown.reference = Some(reference);
    // Nothing was acknowledged, so what they typed is theirs to keep.
    shown.typed = typed(ctx);
    let mut response = ctx.html_with(status, &shown)?;
    if away {
        let wait = HeaderValue::from(Duration::from_secs(30).as_secs());
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    Ok(response)
}

fn finish(ctx: &Ctx, response: &mut Response) {
    let headers = response.headers_mut();
    // Once, in place of growing step by step.
    headers.reserve(16);
    let mut set = |name: header::HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(
        header::HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=()",
    );
    set(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    // What a signed-in person sees must not stay on a shared computer; the
    // same address shows other things in another language.
    set(header::CACHE_CONTROL, "no-store");
    set(header::VARY, "Cookie, Accept-Language, Accept-Encoding");
    if ctx.site.is_secure() {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000");
    }
}

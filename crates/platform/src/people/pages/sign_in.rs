//! Signing in and out. Wrong address and wrong password get the same answer
//! after the same work; attempts are counted before they are checked.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};

use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::{Error, Refusal};
use crate::people::account::{self, Credential};
use crate::people::contact::LONGEST_ADDRESS;
use crate::people::entry::{Entry, dismiss};
use crate::people::{PasswordKind, known_device, session, store, throttle};
use crate::web::back;
use crate::web::ctx::Ctx;
use crate::web::form::{self, Field, Form};
use crate::web::page::Page;
use crate::web::route::Reply;

const FIELDS: &[Field] = &[
    form::line("email", LONGEST_ADDRESS).required(),
    form::secret("password").required(),
    form::line("next", 2000),
];

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignIn {
    page: Page,
    form: Form,
    /// When another attempt is allowed, after too many.
    wait_until: Option<Millis>,
}

pub(super) async fn sign_in(ctx: Ctx) -> Reply {
    let next = ctx.query("next").unwrap_or_default();
    if ctx.actor.person.is_some() {
        return ctx.see_other(back::local(&next));
    }
    show(&ctx, Form::empty().with("next", next))
}

fn show(ctx: &Ctx, form: Form) -> Reply {
    let page = ctx.page(ctx.t("sign-in-title"));
    ctx.html_with(super::status(&form), &SignIn { page, form, wait_until: None })
}

/// Too many attempts: when to try again, and the link by mail that always
/// works.
fn show_wait(ctx: &Ctx, form: Form, until: Millis) -> Reply {
    let page = ctx.page(ctx.t("sign-in-wait-title"));
    let shown = SignIn { page, form, wait_until: Some(until) };
    let mut response = ctx.html_with(StatusCode::TOO_MANY_REQUESTS, &shown)?;
    let seconds = HeaderValue::from((until - ctx.now).max(0) / 1000 + 1);
    response.headers_mut().insert(header::RETRY_AFTER, seconds);
    Ok(response)
}

pub(super) async fn sign_in_try(ctx: Ctx) -> Reply {
    let mut form = ctx.form(FIELDS).await?;
    if !form.is_clean() {
        return show(&ctx, form);
    }
    let attempt = Attempt::new(&ctx, form.get("email"));
    let credential = match ctx.write(move |tx| attempt.begin(tx)).await? {
        Begun::Wait(until) => return show_wait(&ctx, form, until),
        Begun::Check(credential) => credential,
    };
    let hash = credential.as_ref().map(|credential| credential.password_hash.clone());
    let is_right = ctx.site.passwords.verify(form.get("password").to_owned(), hash).await?;
    match credential.filter(|_| is_right) {
        Some(credential) => come_in(&ctx, &form, credential).await,
        None => {
            form.refuse(Refusal::new("sign-in-wrong"));
            show(&ctx, form)
        }
    }
}

/// What attempts are counted by.
struct Attempt {
    email: String,
    account: [u8; 32],
    network: [u8; 32],
    now: Millis,
}

enum Begun {
    /// Not now, but then.
    Wait(Millis),
    /// What to check the password against, if there is such an account.
    Check(Option<Credential>),
}

impl Attempt {
    fn new(ctx: &Ctx, email: &str) -> Self {
        let account = store::fold(email);
        let cookie = ctx.cookie(known_device::COOKIE).unwrap_or_default();
        let network = ctx.network();
        let (by_account, by_network) = match known_device::mark(ctx.site.secret(), cookie, &account)
        {
            // The owner may share a network with thousands, one of whom tries
            // passwords: there an account's own devices count for themselves.
            Some(mark) => (
                throttle::key("known device", &format!("{mark}\0{account}")),
                throttle::key("known network", &format!("{network}\0{account}")),
            ),
            None => (throttle::key("strangers", &account), throttle::key("network", &network)),
        };
        Self { account: by_account, network: by_network, email: account, now: ctx.now }
    }

    fn begin(&self, tx: &mut Tx<'_>) -> Result<Begun, Error> {
        let counted =
            [(&self.account, throttle::PER_ACCOUNT), (&self.network, throttle::PER_NETWORK)];
        let mut wait = None;
        for (key, limit) in counted {
            wait = wait.max(throttle::wait_until(tx, key, limit, self.now)?);
        }
        if let Some(until) = wait {
            return Ok(Begun::Wait(until));
        }
        for (key, _) in counted {
            throttle::count(tx, key, self.now)?;
        }
        Ok(Begun::Check(account::credential(tx, &self.email)?))
    }
}

async fn come_in(ctx: &Ctx, form: &Form, credential: Credential) -> Reply {
    let entry = Entry::fresh(ctx)?;
    let (opener, attempt) = (entry.opener(), Attempt::new(ctx, form.get("email")));
    let (person, now, before) = (credential.person, ctx.now, ctx.session.zip(ctx.actor.person));
    let kind = ctx
        .write(move |tx| {
            throttle::forgive(tx, &attempt.account)?;
            throttle::take_back(tx, &attempt.network)?;
            if let Some((session, person)) = before {
                session::end(tx, &session, person)?;
            }
            opener.open(tx, person, now)?;
            Ok(account::password_kind(tx, person)?)
        })
        .await?;
    let next = back::local(form.get("next"));
    let path = match kind {
        Some(PasswordKind::Temporary) => password_first(next),
        _ => next.to_owned(),
    };
    let mut response = ctx.see_other(&path)?;
    entry.admit(ctx, &mut response, form.get("email"))?;
    Ok(response)
}

/// A temporary password leads to choosing one's own, and then on.
fn password_first(next: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("/account/password?next={next}")
}

/// Signing out must always work, also from a page that has been open for
/// long: the origin is checked, a form token is not asked for.
pub(super) async fn sign_out(ctx: Ctx) -> Reply {
    if let Some((session, person)) = ctx.session.zip(ctx.actor.person) {
        ctx.write(move |tx| Ok(session::end(tx, &session, person)?)).await?;
    }
    let mut response = ctx.see_other_saying("/", "flash-signed-out")?;
    dismiss(&ctx, &mut response)?;
    Ok(response)
}

//! A forgotten password: a link by mail that works once, for an hour.
//!
//! The token stands in the address of one page, which links nowhere outside
//! this site; `Referrer-Policy: same-origin` keeps it from others. (With
//! `no-referrer` browsers would send the form with `Origin: null`.)

use askama::Template;
use axum::http::StatusCode;

use crate::audit;
use crate::clock::{HOUR, Millis};
use crate::db::Tx;
use crate::fault::{Error, Fault, Refusal};
use crate::feature::Moment;
use crate::mail::{self, NewMail};
use crate::people::account::{self, Purpose, RESET_LASTS};
use crate::people::contact::{LONGEST_ADDRESS, must_be_mail_address};
use crate::people::entry::{Entry, Opener};
use crate::people::password::must_be_strong;
use crate::people::{PasswordKind, PersonId, session, store, throttle};
use crate::web::ctx::{Ctx, Submitted};
use crate::web::form::{self, Field, Form};
use crate::web::page::Page;
use crate::web::receipt;
use crate::web::route::Reply;

/// Links sent to one account within an hour. The last one stays good, so
/// nobody is kept from their account by others who ask for links.
const PER_HOUR: i64 = 3;
/// Links asked for from one network within a window of the throttle. An address
/// that nobody has asked for within the hour gets its link all the same: its
/// owner may share a network with thousands, one of whom asks for links.
const PER_NETWORK: i64 = 30;
/// What the mail is called in the record.
const KIND: &str = "password-reset";

const FORGOT: &[Field] = &[form::line("email", LONGEST_ADDRESS).required()];
const RESET: &[Field] = &[form::secret("password").required()];

#[derive(Template)]
#[template(path = "password_forgot.html")]
struct PasswordForgot {
    page: Page,
    form: Form,
}

pub(super) async fn password_forgot(ctx: Ctx) -> Reply {
    show_forgot(&ctx, Form::empty())
}

fn show_forgot(ctx: &Ctx, form: Form) -> Reply {
    let page = ctx.page(ctx.t("password-forgot-title"));
    ctx.html_with(super::status(&form), &PasswordForgot { page, form })
}

pub(super) async fn password_forgot_send(ctx: Ctx) -> Reply {
    let mut form = ctx.form(FORGOT).await?;
    if form.is_clean() {
        form.check(must_be_mail_address(form.get("email"), "email"));
    }
    let token = session::token(&ctx.site.random)?;
    let network = throttle::key("links by mail", &ctx.network());
    let address = throttle::key("link by mail", &store::fold(form.get("email")));
    let moment = ctx.site.moment();
    let done = ctx
        .submit(form, move |tx, form| {
            // By the address as it was typed, whether there is such an account
            // or not: the answer must not tell.
            if !throttle::may_try(tx, &network, PER_NETWORK, moment.now)?
                && throttle::failures(tx, &address, HOUR, moment.now)? > 0
            {
                return Err(Refusal::new("too-many-tries").into());
            }
            throttle::count(tx, &network, moment.now)?;
            throttle::count_within(tx, &address, HOUR, moment.now)?;
            if let Some(person) = store::person_by_email(tx, form.get("email"))? {
                send_link(tx, person, &token, &moment)?;
            }
            Ok("/password/sent".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other(&path),
        Submitted::Again(form) => show_forgot(&ctx, *form),
    }
}

/// Mails a link, unless enough have been mailed.
fn send_link(tx: &mut Tx<'_>, person: PersonId, token: &str, moment: &Moment) -> Result<(), Fault> {
    let sent = mail::count_since(tx, person, KIND, moment.now - HOUR)?;
    let Some(identity) = store::identity(tx, person)?.filter(|_| sent < PER_HOUR) else {
        return Ok(());
    };
    account::add_link(tx, token, Purpose::Reset, Some(person), moment.now + RESET_LASTS)?;
    let lang = store::lang(tx, person)?;
    let link = format!("{}/password/reset/{token}", moment.public_url);
    let hours = (RESET_LASTS / HOUR).to_string();
    let places = [("name", identity.given_name.as_str()), ("link", &link), ("hours", &hours)];
    let text = |key: &str| moment.settings.text(&moment.texts, lang, key, &places);
    let mail = NewMail {
        key: &name_of_intent(token),
        person: Some(person),
        kind: KIND,
        lang,
        to: &identity.email,
        subject: &text("platform-reset-mail-subject"),
        body: &text("platform-reset-mail-body"),
        attachment: None,
        unsubscribe: None,
        reply_to: None,
    };
    mail::intend(tx, &mail, moment.now)?;
    Ok(())
}

/// One mail for one link; the name tells nothing of the token.
fn name_of_intent(token: &str) -> String {
    let digest = session::hash(token);
    let mark: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{KIND}:{mark}")
}

#[derive(Template)]
#[template(path = "password_sent.html")]
struct PasswordSent {
    page: Page,
}

pub(super) async fn password_sent(ctx: Ctx) -> Reply {
    ctx.html(&PasswordSent { page: ctx.page(ctx.t("password-sent-title")) })
}

#[derive(Template)]
#[template(path = "password_reset.html")]
struct PasswordReset {
    page: Page,
    form: Form,
    email: String,
}

#[derive(Template)]
#[template(path = "link_gone.html")]
struct LinkGone {
    page: Page,
    /// Where to ask for another, and what the way there is called.
    again: &'static str,
    label: &'static str,
}

/// Looking at the page does not use the link up: mail programs look, too.
pub(super) async fn password_reset(ctx: Ctx) -> Reply {
    let (token, now) = (ctx.param::<String>("token")?, ctx.now);
    match ctx.read(move |tx| Ok(holder(tx, &token, now)?)).await? {
        Some((_, email)) => show_reset(&ctx, Form::empty(), email),
        None => gone(&ctx),
    }
}

fn show_reset(ctx: &Ctx, form: Form, email: String) -> Reply {
    let page = ctx.page(ctx.t("password-reset-title"));
    ctx.html_with(super::status(&form), &PasswordReset { page, form, email })
}

fn gone(ctx: &Ctx) -> Reply {
    show_gone(ctx, "/password/forgot", "password-forgot-send")
}

/// The page of a link that does not work any more.
pub(super) fn show_gone(ctx: &Ctx, again: &'static str, label: &'static str) -> Reply {
    let page = ctx.page(ctx.t("password-gone-title"));
    ctx.html_with(StatusCode::NOT_FOUND, &LinkGone { page, again, label })
}

/// Whose link it is, and what they sign in with.
fn holder(tx: &mut Tx<'_>, token: &str, now: Millis) -> Result<Option<(PersonId, String)>, Fault> {
    let Some(person) = account::look_at_link(tx, token, Purpose::Reset, now)?.flatten() else {
        return Ok(None);
    };
    Ok(store::identity(tx, person)?.map(|identity| (person, identity.email)))
}

pub(super) async fn password_reset_set(ctx: Ctx) -> Reply {
    let (token, now) = (ctx.param::<String>("token")?, ctx.now);
    let mut form = ctx.form(RESET).await?;
    let entry = Entry::of_form(&ctx, &form)?;
    let (nonce, looked) = (*form.nonce(), token.clone());
    let (taken, holder) =
        ctx.read(move |tx| Ok((receipt::taken(tx, &nonce)?, holder(tx, &looked, now)?))).await?;
    if let Some(path) = taken {
        // The second sending of a form that took effect.
        let mut response = ctx.see_other_saying(&path, "flash-password-changed")?;
        entry.readmit(&ctx, &mut response)?;
        return Ok(response);
    }
    let Some((person, email)) = holder else { return gone(&ctx) };
    if form.is_clean() {
        form.check(must_be_strong(form.get("password"), &email));
    }
    if !form.is_clean() {
        return show_reset(&ctx, form, email);
    }
    let hash = ctx.site.passwords.hash(form.get("password").to_owned(), &ctx.site.random).await?;
    let account = throttle::key("strangers", &store::fold(&email));
    let change = Change { token, person, hash, opener: entry.opener(), account, now };
    match ctx.submit(form, move |tx, _| change.apply(tx)).await? {
        Submitted::Done(path) => {
            let mut response = ctx.see_other_saying(&path, "flash-password-changed")?;
            entry.admit(&ctx, &mut response, &email)?;
            Ok(response)
        }
        Submitted::Again(_) => gone(&ctx),
    }
}

/// A new password by a mailed link.
struct Change {
    token: String,
    person: PersonId,
    hash: String,
    opener: Opener,
    account: [u8; 32],
    now: Millis,
}

impl Change {
    fn apply(&self, tx: &mut Tx<'_>) -> Result<String, Error> {
        if !account::use_link(tx, &self.token, Purpose::Reset, self.now)? {
            return Err(Refusal::new("password-gone-title").into());
        }
        account::set_password(tx, self.person, &self.hash, PasswordKind::Own, self.now)?;
        session::end_all(tx, self.person, None)?;
        self.opener.open(tx, self.person, self.now)?;
        throttle::forgive(tx, &self.account)?;
        audit::record(tx, Some(self.person), "password-reset", Some(self.person), "", self.now)?;
        Ok("/account".to_owned())
    }
}

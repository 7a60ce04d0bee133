//! Coming in: a session, its cookie, and the cookie of a known device.

use axum::http::header;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::Fault;
use crate::people::{PersonId, known_device, session, store};
use crate::web::ctx::{Ctx, set_cookie};
use crate::web::form::Form;
use crate::web::serve::SESSION;

/// The session cookie outlives every session; the site ends those.
const COOKIE_KEPT: i64 = known_device::KEPT;

/// A session about to be opened.
pub struct Entry {
    token: String,
    device: String,
}

impl Entry {
    /// With a token nobody has had before.
    ///
    /// # Errors
    /// A fault when there is no randomness.
    pub fn fresh(ctx: &Ctx) -> Result<Self, Fault> {
        Ok(Self { token: session::token(&ctx.site.random)?, device: device(ctx) })
    }

    /// With a token that follows from the form, so that a form that takes
    /// effect once and is sent twice leaves the browser with the session that
    /// was opened. Only for forms that can't take effect again.
    ///
    /// # Errors
    /// None that are expected.
    pub fn of_form(ctx: &Ctx, form: &Form) -> Result<Self, Fault> {
        let key = Sha256::new().chain_update(b"entry\0").chain_update(ctx.site.secret()).finalize();
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).map_err(Fault::bug)?;
        mac.update(form.nonce());
        let token = URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes());
        Ok(Self { token, device: device(ctx) })
    }

    /// What the database keeps of it.
    #[must_use]
    pub fn opener(&self) -> Opener {
        Opener { hash: session::hash(&self.token), device: self.device.clone() }
    }

    /// Gives the browser its session cookie once more.
    pub(crate) fn readmit(&self, ctx: &Ctx, response: &mut Response) -> Result<(), Fault> {
        set_cookie(response, &ctx.site, SESSION, &self.token, COOKIE_KEPT)
    }

    /// Gives the browser its cookies. `email` is what the person signs in with.
    ///
    /// # Errors
    /// A fault when there is no randomness.
    pub fn admit(&self, ctx: &Ctx, response: &mut Response, email: &str) -> Result<(), Fault> {
        self.readmit(ctx, response)?;
        let known = known_device::remember(
            ctx.site.secret(),
            ctx.cookie(known_device::COOKIE).unwrap_or_default(),
            &store::fold(email),
            &ctx.site.random,
        )?;
        set_cookie(response, &ctx.site, known_device::COOKIE, &known, known_device::KEPT)
    }
}

/// What opens a session inside a transaction.
#[derive(Debug, Clone)]
pub struct Opener {
    hash: [u8; 32],
    device: String,
}

impl Opener {
    /// Opens it for a person.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn open(&self, tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Fault> {
        session::open(tx, &self.hash, person, &self.device, now)
    }
}

fn device(ctx: &Ctx) -> String {
    let agent = ctx.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    session::device(agent.unwrap_or_default())
}

/// Takes the session cookie away.
pub(crate) fn dismiss(ctx: &Ctx, response: &mut Response) -> Result<(), Fault> {
    set_cookie(response, &ctx.site, SESSION, "", 0)
}

//! The context of one request: who asks, in which language, what for.

use std::net::IpAddr;
use std::ops::Deref;
use std::sync::{Arc, Mutex};

use askama::Template;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::{Error, Fault};
use crate::people::PersonId;
use crate::policy::Actor;
use crate::site::Site;
use crate::texts::Lang;
use crate::web::form::{Field, Form, Upload};
use crate::web::page::Page;
use crate::web::route::Reply;
use crate::web::token::Nonces;
use crate::web::{form, receipt};

/// Bytes of a long page. One that grows beyond it is copied once.
const LIKELY: usize = 64 * 1024;

/// What came with a request, and who sent it.
pub struct Request {
    /// The site.
    pub site: Arc<Site>,
    /// Who asks.
    pub actor: Actor,
    /// Notices that they have not seen, counted to one more than is shown.
    pub unseen: i64,
    /// Language of the answer.
    pub lang: Lang,
    /// When it was asked, milliseconds UTC; one value for the whole request.
    pub now: Millis,
    /// GET or POST.
    pub method: Method,
    /// Address.
    pub uri: Uri,
    /// Headers.
    pub headers: HeaderMap,
    /// Hash of the session's token.
    pub session: Option<[u8; 32]>,
    /// Text key of a message left by the page before.
    pub flash: Option<String>,
    pub(crate) network: Option<IpAddr>,
    pub(crate) nonces: Nonces,
    pub(crate) params: Vec<(String, String)>,
    pub(crate) body: Mutex<Option<Body>>,
    /// What was typed into the form, kept so that an error page can give it
    /// back.
    pub(crate) typed: Mutex<Vec<(String, String)>>,
}

/// The context of one request; clones share it.
#[derive(Clone)]
pub struct Ctx(pub(crate) Arc<Request>);

impl Deref for Ctx {
    type Target = Request;
    fn deref(&self) -> &Request {
        &self.0
    }
}

/// What became of a form.
pub enum Submitted {
    /// It took effect; the address to show next.
    Done(String),
    /// Something is to be mended; the form with what was typed.
    Again(Box<Form>),
}

impl Ctx {
    /// Reads from the database, on one snapshot.
    ///
    /// # Errors
    /// What the closure returns.
    pub async fn read<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    {
        self.site.db.read(work).await
    }

    /// Writes to the database, in one transaction.
    ///
    /// # Errors
    /// What the closure returns.
    pub async fn write<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    {
        let done = self.site.db.write(work).await?;
        self.site.wake.notify_one();
        Ok(done)
    }

    /// Lets a form take effect, once however often it is sent. The closure
    /// gives the address to show next; a refusal comes back in the form.
    ///
    /// # Errors
    /// Everything but refusals.
    pub async fn submit<F>(&self, form: Form, mut work: F) -> Result<Submitted, Error>
    where
        F: FnMut(&mut Tx<'_>, &Form) -> Result<String, Error> + Send + 'static,
    {
        if !form.is_clean() {
            return Ok(Submitted::Again(Box::new(form)));
        }
        let form = Arc::new(form);
        let inner = Arc::clone(&form);
        let now = self.now;
        let done = self
            .write(move |tx| receipt::once(tx, inner.nonce(), now, |tx| work(tx, &inner)))
            .await;
        match done {
            Ok(location) => Ok(Submitted::Done(location)),
            Err(Error::Refusal(refusal)) => {
                let mut form = Arc::unwrap_or_clone(form);
                form.refuse(refusal);
                Ok(Submitted::Again(Box::new(form)))
            }
            Err(error) => Err(error),
        }
    }

    /// The signed-in person.
    ///
    /// # Errors
    /// [`Error::Denied`] for a visitor.
    pub fn person(&self) -> Result<PersonId, Error> {
        Ok(self.actor.person()?)
    }

    /// A part of the address, read as an id or the like. One that does not
    /// read as such is an address that does not exist.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn param<T: std::str::FromStr>(&self, name: &str) -> Result<T, Error> {
        self.params
            .iter()
            .find(|(known, _)| known == name)
            .filter(|(_, value)| is_text(value))
            .and_then(|(_, value)| value.parse().ok())
            .ok_or(Error::NotFound)
    }

    /// A value behind the question mark; the first of its name.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<String> {
        let query = self.uri.query()?;
        form_urlencoded::parse(query.as_bytes())
            .find(|(known, value)| known == name && is_text(value))
            .map(|(_, value)| value.into_owned())
    }

    /// Reads a form.
    ///
    /// # Errors
    /// A refusal when it can't be read at all; what is wrong with single
    /// fields comes in the form.
    pub async fn form(&self, fields: &'static [Field]) -> Result<Form, Error> {
        form::read(self, fields).await
    }

    /// Reads a form that carries a file.
    ///
    /// # Errors
    /// As [`Ctx::form`].
    pub async fn upload(
        &self,
        fields: &'static [Field],
        largest: usize,
    ) -> Result<(Form, Option<Upload>), Error> {
        form::read_upload(self, fields, largest).await
    }

    /// Reads a form that may carry a file.
    ///
    /// # Errors
    /// As [`Ctx::form`].
    pub async fn form_with_file(
        &self,
        fields: &'static [Field],
        largest: usize,
    ) -> Result<(Form, Option<Upload>), Error> {
        form::read_either(self, fields, largest).await
    }

    /// The script asks for a part of a page only.
    #[must_use]
    pub fn is_fragment(&self) -> bool {
        self.headers.contains_key("x-fragment")
    }

    /// The network the request came from, cut so that it is no longer one
    /// household: what attempts are counted by.
    #[must_use]
    pub fn network(&self) -> String {
        match self.network {
            Some(IpAddr::V4(ip)) => {
                let [a, b, c, _] = ip.octets();
                format!("{a}.{b}.{c}")
            }
            Some(IpAddr::V6(ip)) => {
                let [a, b, c, ..] = ip.segments();
                format!("{a:x}:{b:x}:{c:x}")
            }
            None => "unknown".to_owned(),
        }
    }

    /// A cookie's value.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        cookie(&self.headers, name)
    }

    /// The frame of a page with this title (a text, not a key).
    #[must_use]
    pub fn page(&self, title: impl Into<String>) -> Page {
        Page::new(self, title.into())
    }

    /// A text without arguments.
    #[must_use]
    pub fn t<'t>(&'t self, key: &'t str) -> &'t str {
        self.site.texts.plain(self.lang, key)
    }

    /// A text with arguments.
    #[must_use]
    pub fn ta(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.site.texts.format(self.lang, key, args)
    }

    /// A page as an answer.
    ///
    /// # Errors
    /// A fault of the template.
    pub fn html(&self, template: &impl Template) -> Reply {
        self.html_with(StatusCode::OK, template)
    }

    /// A part of a page, for the script.
    #[must_use]
    pub fn fragment(&self, html: String) -> Response {
        ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
    }

    /// A form that came back with something to mend.
    ///
    /// # Errors
    /// A fault of the template.
    pub fn html_again(&self, template: &impl Template) -> Reply {
        self.html_with(StatusCode::UNPROCESSABLE_ENTITY, template)
    }

    /// A page with a status.
    ///
    /// # Errors
    /// A fault of the template.
    pub fn html_with(&self, status: StatusCode, template: &impl Template) -> Reply {
        let mut body = String::with_capacity(LIKELY);
        template.render_into(&mut body)?;
        let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
        let mut response = (status, kind, body).into_response();
        if self.flash.is_some() {
            set_cookie(&mut response, &self.site, "flash", "", 0)?;
        }
        Ok(response)
    }

    /// Sends the browser to another page of this site.
    ///
    /// # Errors
    /// A fault when the address is not one.
    pub fn see_other(&self, path: &str) -> Reply {
        let location = HeaderValue::from_str(path).map_err(Fault::bug)?;
        Ok((StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response())
    }

    /// Says that an address of another time is this one now, for good.
    ///
    /// # Errors
    /// A fault when the address is not one.
    pub fn moved_permanently(&self, path: &str) -> Reply {
        let location = HeaderValue::from_str(path).map_err(Fault::bug)?;
        Ok((StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, location)]).into_response())
    }

    /// Sends the browser to another page, which shows this text once.
    ///
    /// # Errors
    /// As [`Ctx::see_other`].
    pub fn see_other_saying(&self, path: &str, flash: &'static str) -> Reply {
        let mut response = self.see_other(path)?;
        set_cookie(&mut response, &self.site, "flash", flash, 60)?;
        Ok(response)
    }

    /// A file to keep.
    ///
    /// # Errors
    /// A fault when the name does not fit a header.
    pub fn file(&self, kind: &'static str, name: &str, bytes: Vec<u8>) -> Reply {
        let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
            .map_err(Fault::bug)?;
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
            (header::CONTENT_DISPOSITION, disposition),
        ];
        Ok((headers, bytes).into_response())
    }
}

/// PostgreSQL takes no text with a NUL in it, and nobody types one.
fn is_text(value: &str) -> bool {
    !value.contains('\0')
}

/// A cookie's value. Over https its name carries `__Host-`, which keeps other
/// hosts and paths from setting it.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| known.strip_prefix("__Host-").unwrap_or(known) == name)
        .map(|(_, value)| value)
}

/// Sets a cookie; `seconds` of 0 removes it.
///
/// # Errors
/// A fault when the value does not fit a header.
pub fn set_cookie(
    response: &mut Response,
    site: &Site,
    name: &str,
    value: &str,
    seconds: i64,
) -> Result<(), Fault> {
    let (prefix, secure) = if site.is_secure() { ("__Host-", "; Secure") } else { ("", "") };
    let cookie = format!(
        "{prefix}{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}"
    );
    let value = HeaderValue::from_str(&cookie).map_err(Fault::bug)?;
    response.headers_mut().append(header::SET_COOKIE, value);
    Ok(())
}

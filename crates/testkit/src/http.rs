//! An HTTP client for black-box tests: it keeps cookies and sends `Origin`
//! as a browser does, and shows every answer as it came, redirects included.
//!
//! Plain HTTP/1.1 only, with a new connection for each request, so that a
//! test of a crash or a restart never meets a connection of before.

mod cookies;
mod multipart;

use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::HeaderMap;
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::timeout;

pub(crate) use self::cookies::Cookies;
pub use self::multipart::Upload;
#[cfg(feature = "site")]
pub(crate) use self::multipart::encode as encode_upload;
use crate::{Trouble, runtime};

const PATIENCE: Duration = Duration::from_secs(30);
const MOST_REDIRECTS: usize = 10;

/// One visitor with cookies of its own.
pub struct HttpClient {
    /// Host and port.
    authority: String,
    cookies: Cookies,
    headers: Vec<(String, String)>,
    origin: Option<String>,
    follows_redirects: bool,
}

/// An answer, as it came.
#[derive(Debug, Clone)]
pub struct Response {
    /// The status, such as 200.
    pub status: u16,
    /// All headers.
    pub headers: HeaderMap,
    /// The body, still compressed if compression was asked for.
    pub body: Vec<u8>,
    /// The path and query that gave this answer, after all redirects followed.
    pub path: String,
}

impl Response {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The value of the form control `name`, such as a hidden token: of the
    /// first `<input>` with that name and a value. `None` when there is none.
    pub fn field_value(&self, name: &str) -> Option<String> {
        let text = self.text();
        text.split("<input")
            .skip(1)
            .filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag))
            .find(|tag| attribute(tag, "name").as_deref() == Some(name))
            .and_then(|tag| attribute(tag, "value"))
    }

    fn redirect(&self) -> Option<&str> {
        matches!(self.status, 301 | 302 | 303 | 307 | 308).then(|| self.header("location"))?
    }
}

impl HttpClient {
    /// A visitor to the site at this address, such as `http://127.0.0.1:8080`.
    pub fn new(site: &str) -> Self {
        let authority = site.strip_prefix("http://").unwrap_or(site).trim_end_matches('/');
        Self {
            authority: authority.to_owned(),
            cookies: Cookies::default(),
            headers: Vec::new(),
            origin: Some(format!("http://{authority}")),
            follows_redirects: false,
        }
    }

    /// Follows redirects within the site from now on, at most ten in a row.
    pub fn following_redirects(mut self) -> Self {
        self.follows_redirects = true;
        self
    }

    /// Sends this header with every request, such as `accept-language`.
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sends another `Origin`, or none at all, with what changes something.
    pub fn with_origin(mut self, origin: Option<&str>) -> Self {
        self.origin = origin.map(str::to_owned);
        self
    }

    /// The value of a cookie that the site has set.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.value(name)
    }

    /// Sets a cookie, or replaces it, as an attacker or an old session might.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.set(name, value);
    }

    /// Becomes a new visitor.
    pub fn forget_cookies(&mut self) {
        self.cookies = Cookies::default();
    }

    /// Fetches a page. Panics when no answer comes.
    #[track_caller]
    pub fn get(&mut self, path: &str) -> Response {
        self.must_send("GET", path, &[], Vec::new())
    }

    /// Sends a form. Panics when no answer comes.
    #[track_caller]
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Response {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.must_send("POST", path, &[kind], body.into_bytes())
    }

    /// Sends a form with files. Panics when no answer comes.
    #[track_caller]
    pub fn upload(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[Upload<'_>],
    ) -> Response {
        let (kind, body) = multipart::encode(fields, files);
        self.must_send("POST", path, &[("content-type", &kind)], body)
    }

    /// Sends any request: for other methods, for bodies of other kinds, and
    /// where a failure to answer is what the test is about.
    pub fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Result<Response, Trouble> {
        let mut response = self.send_once(method, path, headers, body.clone())?;
        let mut followed = 0;
        while self.follows_redirects {
            let Some(location) = response.redirect() else {
                break;
            };
            let next = self.path_within_site(location)?;
            followed += 1;
            if followed > MOST_REDIRECTS {
                return Err(Trouble::new(format!("{path} redirects in a circle, now to {next}")));
            }
            response = match response.status {
                307 | 308 => self.send_once(method, &next, headers, body.clone())?,
                _ => self.send_once("GET", &next, &[], Vec::new())?,
            };
        }
        Ok(response)
    }

    #[track_caller]
    fn must_send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Response {
        match self.send(method, path, headers, body) {
            Ok(response) => response,
            Err(trouble) => panic!("{trouble}"),
        }
    }

    fn send_once(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Result<Response, Trouble> {
        let request = self.request(method, path, headers, body)?;
        let response = runtime::wait_for(exchange(&self.authority, request))
            .map_err(|why| Trouble::new(format!("{method} {path}: {why}")))?;
        for cookie in response.headers.get_all("set-cookie") {
            self.cookies.take(&String::from_utf8_lossy(cookie.as_bytes()));
        }
        Ok(response)
    }

    fn request(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Result<Request<Full<Bytes>>, Trouble> {
        let mut request =
            Request::builder().method(method).uri(path).header("host", &self.authority);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(cookies) = self.cookies.header() {
            request = request.header("cookie", cookies);
        }
        let reads_only = [Method::GET.as_str(), Method::HEAD.as_str()].contains(&method);
        if let (Some(origin), false) = (&self.origin, reads_only) {
            request = request.header("origin", origin);
        }
        request
            .body(Full::new(Bytes::from(body)))
            .map_err(|error| Trouble::new(format!("{method} {path} can't be asked: {error}")))
    }

    /// The path of a redirect's target. Another site is an error, because no
    /// page of ours sends people elsewhere unseen.
    fn path_within_site(&self, location: &str) -> Result<String, Trouble> {
        let own = format!("http://{}", self.authority);
        let path = location.strip_prefix(&own).unwrap_or(location);
        if path.starts_with('/') && !path.starts_with("//") {
            return Ok(path.to_owned());
        }
        Err(Trouble::new(format!("A redirect leads away from the site, to {location}")))
    }
}

async fn exchange(authority: &str, request: Request<Full<Bytes>>) -> Result<Response, String> {
    timeout(PATIENCE, exchange_at_leisure(authority, request))
        .await
        .unwrap_or_else(|_| Err(format!("no answer within {} seconds", PATIENCE.as_secs())))
}

async fn exchange_at_leisure(
    authority: &str,
    request: Request<Full<Bytes>>,
) -> Result<Response, String> {
    let say = |error: &dyn std::error::Error| format!("no answer from {authority}: {error}");
    let path = request.uri().to_string();
    let stream = TcpStream::connect(authority).await.map_err(|error| say(&error))?;
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error| say(&error))?;
    let connection = tokio::spawn(connection);
    let response = sender.send_request(request).await.map_err(|error| say(&error))?;
    let (parts, body) = response.into_parts();
    let body = body.collect().await.map_err(|error| say(&error))?.to_bytes();
    connection.abort();
    Ok(Response { status: parts.status.as_u16(), headers: parts.headers, body: body.into(), path })
}

/// An attribute of a tag that our own templates wrote: in double quotes, with
/// the few entities that they escape.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let (value, _) = rest.split_once('"')?;
    let value = value.replace("&quot;", "\"").replace("&#34;", "\"").replace("&#39;", "'");
    let value = value.replace("&lt;", "<").replace("&#60;", "<");
    let value = value.replace("&gt;", ">").replace("&#62;", ">");
    Some(value.replace("&#38;", "&").replace("&amp;", "&"))
}

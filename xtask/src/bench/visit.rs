//! One person at a browser: cookies, form tokens, uploads. For what is done
//! before and beside the measuring.

use std::net::SocketAddr;

use tokio::runtime::Runtime;

use super::load;
use super::wire::{self, Connection};

/// What separates the parts of an upload.
const BOUNDARY: &str = "kafferum-bench-5c1d7a0f";

/// A visitor with cookies.
pub struct Visitor {
    runtime: Runtime,
    connection: Connection,
    host: String,
    cookies: Vec<(String, String)>,
}

/// A page as it came.
pub struct Page {
    /// The status.
    pub status: u16,
    /// Where it sends the browser, if anywhere.
    pub location: Option<String>,
    /// Its text, or compressed bytes.
    pub body: Vec<u8>,
}

impl Page {
    /// Its text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Visitor {
    /// Somebody new.
    pub fn new(address: SocketAddr) -> Result<Self, String> {
        let runtime = load::runtime()?;
        let connection = runtime.block_on(Connection::open(address))?;
        Ok(Self { runtime, connection, host: address.to_string(), cookies: Vec::new() })
    }

    /// The cookies as they are sent.
    pub fn cookie(&self) -> String {
        let pairs: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("; ")
    }

    /// Becomes the one whom this cookie belongs to.
    pub fn take_cookie(&mut self, cookie: &str) {
        self.cookies.clear();
        keep(&mut self.cookies, cookie);
    }

    /// Reads a page.
    pub fn get(&mut self, path: &str) -> Result<Page, String> {
        self.get_encoded(path, None)
    }

    /// Reads a page in an encoding.
    pub fn get_encoded(&mut self, path: &str, encoding: Option<&str>) -> Result<Page, String> {
        let cookie = self.cookie();
        let cookie = Some(cookie.as_str()).filter(|cookie| !cookie.is_empty());
        self.send(&wire::get(&self.host, path, cookie, encoding))
    }

    /// Reads a page that must be there.
    pub fn read(&mut self, path: &str) -> Result<String, String> {
        let page = self.get(path)?;
        match page.status {
            200 => Ok(page.text()),
            status => Err(format!("GET {path} was answered with {status}, not with 200")),
        }
    }

    /// Sends a form with a token from the page at `from`; where it leads.
    pub fn submit(
        &mut self,
        from: &str,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Result<String, String> {
        let text = self.read(from)?;
        let token =
            first_token(&text).ok_or_else(|| format!("there is no form token on {from}"))?;
        // What a form was opened on, where it says so.
        let seen = hidden(&text, "seen").next().map(|seen| ("seen", seen));
        let all: Vec<_> = seen.into_iter().chain(fields.iter().copied()).collect();
        self.submit_with(&token, path, &all)
    }

    /// Sends a form with a token that is there already; where it leads.
    pub fn submit_with(
        &mut self,
        token: &str,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Result<String, String> {
        let mut all = vec![("_form", token)];
        all.extend(fields);
        let request = wire::post_form(&self.host, path, Some(&self.cookie()), &all);
        self.must_lead_on(path, &request)
    }

    /// Uploads a file with a token from the page at `from`; where it leads.
    pub fn upload(
        &mut self,
        from: &str,
        path: &str,
        name: &str,
        bytes: &[u8],
    ) -> Result<String, String> {
        let token = self.token(from)?;
        let mut body = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"_form\"\r\n\r\n{token}\r\n--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let request = wire::post(&self.host, path, Some(&self.cookie()), &kind, &body);
        self.must_lead_on(path, &request)
    }

    fn must_lead_on(&mut self, path: &str, request: &[u8]) -> Result<String, String> {
        let page = self.send(request)?;
        match page.location {
            Some(location) if page.status == 303 => Ok(location),
            _ => Err(format!(
                "POST {path} was answered with {}: {}",
                page.status,
                gist(&page.text())
            )),
        }
    }

    /// A form token from a page.
    pub fn token(&mut self, from: &str) -> Result<String, String> {
        let text = self.read(from)?;
        first_token(&text).ok_or_else(|| format!("there is no form token on {from}"))
    }

    fn send(&mut self, request: &[u8]) -> Result<Page, String> {
        let Self { runtime, connection, cookies, .. } = self;
        runtime.block_on(async {
            let answer = connection.ask(request).await?;
            for set in answer.headers("set-cookie") {
                keep(cookies, &set);
            }
            Ok(Page {
                status: answer.status,
                location: answer.headers("location").into_iter().next(),
                body: answer.body.bytes().to_vec(),
            })
        })
    }
}

fn keep(cookies: &mut Vec<(String, String)>, set: &str) {
    let pair = set.split(';').next().unwrap_or_default();
    let Some((name, value)) = pair.split_once('=') else { return };
    cookies.retain(|(known, _)| known != name);
    if !value.is_empty() {
        cookies.push((name.to_owned(), value.to_owned()));
    }
}

/// The first form token of a page.
pub fn first_token(text: &str) -> Option<String> {
    tokens(text).next().map(str::to_owned)
}

/// The tokens of all forms of a page.
pub fn tokens(text: &str) -> impl Iterator<Item = &str> {
    hidden(text, "_form")
}

fn hidden<'t>(text: &'t str, name: &str) -> impl Iterator<Item = &'t str> {
    let begin = format!("name=\"{name}\" value=\"");
    let places: Vec<usize> = text.match_indices(&begin).map(|(at, _)| at + begin.len()).collect();
    places.into_iter().filter_map(|at| text.get(at..)?.split('"').next())
}

/// What a page says in its main part, short enough for a sentence.
fn gist(html: &str) -> String {
    let main = html.split("<main").nth(1).unwrap_or(html);
    let mut text = String::new();
    for piece in main.split('<') {
        let words = piece.split_once('>').map_or("", |(_, words)| words).trim();
        if !words.is_empty() {
            text.push_str(words);
            text.push(' ');
        }
    }
    text.chars().take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_are_kept_replaced_and_taken_away() {
        let mut cookies = Vec::new();
        keep(&mut cookies, "session=a; Path=/; HttpOnly");
        keep(&mut cookies, "session=b");
        keep(&mut cookies, "lang=fi");
        keep(&mut cookies, "lang=; Max-Age=0");
        assert_eq!(cookies, [("session".to_owned(), "b".to_owned())]);
    }

    #[test]
    fn every_form_of_a_page_has_its_token() {
        let html = "<input type=\"hidden\" name=\"_form\" value=\"a\"> x <input name=\"_form\" value=\"b\">";
        assert_eq!(tokens(html).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(gist("<main id=x><h1>Hei</h1> <p>sinä</p></main>"), "Hei sinä ");
    }
}

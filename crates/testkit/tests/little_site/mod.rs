//! A web site small enough to test the testing machinery against. It serves
//! fixed pages under a strict Content-Security-Policy and shows what it was sent.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

const POLICY: &str = "default-src 'self'; img-src *; script-src 'self'; style-src 'self'";

pub struct LittleSite {
    address: String,
}

/// A request as the site saw it.
struct Seen {
    method: String,
    path: String,
    headers: Vec<String>,
    body: String,
}

impl LittleSite {
    /// Serves until the test program ends.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                thread::spawn(move || serve(&connection));
            }
        });
        Self { address }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

fn serve(connection: &TcpStream) {
    if let Some(seen) = read(connection) {
        let _ = (&mut &*connection).write_all(answer(&seen).as_bytes());
    }
}

fn read(connection: &TcpStream) -> Option<Seen> {
    let mut lines = BufReader::new(connection);
    let mut first = String::new();
    lines.read_line(&mut first).ok()?;
    let (method, rest) = first.split_once(' ')?;
    let (path, _) = rest.split_once(' ')?;
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        lines.read_line(&mut line).ok()?;
        match line.trim_end() {
            "" => break,
            header => headers.push(header.to_owned()),
        }
    }
    let length = value(&headers, "content-length").and_then(|length| length.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    lines.read_exact(&mut body).ok()?;
    Some(Seen {
        method: method.to_owned(),
        path: path.to_owned(),
        headers,
        body: String::from_utf8_lossy(&body).into_owned(),
    })
}

fn value(headers: &[String], name: &str) -> Option<String> {
    headers
        .iter()
        .filter_map(|header| header.split_once(':'))
        .find(|(header, _)| header.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim().to_owned())
}

fn answer(seen: &Seen) -> String {
    let path = seen.path.split('?').next().unwrap_or_default();
    match (seen.method.as_str(), path) {
        ("GET", "/") => page(include_str!("home.html")),
        ("GET", "/script.js") => {
            reply("200 OK", "content-type: text/javascript\r\n", include_str!("script.js"))
        }
        ("GET", "/style.css") => {
            reply("200 OK", "content-type: text/css\r\n", include_str!("style.css"))
        }
        ("GET", "/health/ready") => reply("200 OK", "", "ready"),
        ("GET", "/bad") => page(include_str!("bad.html")),
        ("GET", "/foreign") => {
            page("<h1>Foreign</h1><img alt='' src='http://127.0.0.1:9/pixel.png'>")
        }
        ("GET", "/sign-in") => reply(
            "303 See Other",
            "location: /shown\r\nset-cookie: __Host-session=abc; Secure; HttpOnly; SameSite=Lax; Path=/\r\n",
            "",
        ),
        ("GET", "/circle") => reply("302 Found", "location: /circle\r\n", ""),
        ("GET", "/away") => reply("302 Found", "location: https://example.org/\r\n", ""),
        ("GET", "/favicon.ico") => reply("204 No Content", "", ""),
        ("POST", "/again") => reply("307 Temporary Redirect", "location: /shown\r\n", ""),
        ("POST", "/save") => {
            reply("303 See Other", &format!("location: /shown?{}\r\n", seen.body), "")
        }
        (_, "/shown") => page(&shown(seen)),
        _ => reply("404 Not Found", "content-type: text/plain\r\n", "no such page"),
    }
}

/// A page that shows the request which asked for it.
fn shown(seen: &Seen) -> String {
    let header = |name| value(&seen.headers, name).unwrap_or_default();
    let text = format!(
        "{} {}\norigin: {}\ncookie: {}\nlanguage: {}\nbody: {}",
        seen.method,
        seen.path,
        header("origin"),
        header("cookie"),
        header("accept-language"),
        seen.body
    );
    format!("<h1>Shown</h1><pre>{}</pre>", text.replace('&', "&amp;").replace('<', "&lt;"))
}

fn page(body: &str) -> String {
    let headers =
        format!("content-type: text/html; charset=utf-8\r\ncontent-security-policy: {POLICY}\r\n");
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Little site</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <link rel=\"stylesheet\" href=\"/style.css\"><script src=\"/script.js\" defer></script></head>\
         <body><main>{body}</main></body></html>"
    );
    reply("200 OK", &headers, &html)
}

fn reply(status: &str, headers: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}

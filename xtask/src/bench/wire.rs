//! HTTP/1.1 over one kept connection, as lean as it can be: generator and
//! server share the machine, and what is spent here is taken from there.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Room for one read; a page of a thread fits whole.
const CHUNK: usize = 64 * 1024;
/// An answer longer than this is none of ours.
const LONGEST: usize = 64 * 1024 * 1024;

/// A kept connection.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer, as long as nothing else is asked on its connection.
pub struct Answer<'c> {
    /// The status, such as 200.
    pub status: u16,
    head: &'c [u8],
    /// The body as sent: still compressed if it is.
    pub body: Body<'c>,
}

/// A body: in one piece, or put together from chunks.
pub enum Body<'c> {
    /// As it lies in the buffer.
    Whole(&'c [u8]),
    /// Put together.
    Joined(Vec<u8>),
}

impl Body<'_> {
    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Whole(bytes) => bytes,
            Self::Joined(bytes) => bytes,
        }
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(self.bytes()).into_owned()
    }
}

impl Answer<'_> {
    /// All values of a header, in order.
    pub fn headers(&self, name: &str) -> Vec<String> {
        headers(self.head, name).map(|value| String::from_utf8_lossy(value).into_owned()).collect()
    }
}

/// How the end of a body is known.
enum Extent {
    Length(usize),
    Chunks,
}

impl Connection {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Result<Self, String> {
        let stream = TcpStream::connect(address)
            .await
            .map_err(|error| format!("{address} can't be reached: {error}"))?;
        stream.set_nodelay(true).map_err(|error| error.to_string())?;
        Ok(Self { stream, buffer: Vec::with_capacity(2 * CHUNK) })
    }

    /// Sends a request and reads its whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> Result<Answer<'_>, String> {
        self.stream
            .write_all(request)
            .await
            .map_err(|error| format!("a request could not be sent: {error}"))?;
        self.buffer.clear();
        let head = loop {
            if let Some(end) = find(&self.buffer, b"\r\n\r\n", 0) {
                break end + 4;
            }
            self.more().await?;
        };
        let (status, extent) = read_head(self.buffer.get(..head).unwrap_or_default())?;
        let joined = match extent {
            Extent::Length(length) => {
                while self.buffer.len() < head + length {
                    self.more().await?;
                }
                None
            }
            Extent::Chunks => Some(self.join_chunks(head).await?),
        };
        let (head, body) = self.buffer.split_at(head);
        Ok(Answer { status, head, body: joined.map_or(Body::Whole(body), Body::Joined) })
    }

    async fn join_chunks(&mut self, mut at: usize) -> Result<Vec<u8>, String> {
        let mut joined = Vec::new();
        loop {
            let line = loop {
                if let Some(end) = find(&self.buffer, b"\r\n", at) {
                    break end;
                }
                self.more().await?;
            };
            let size = self.buffer.get(at..line).and_then(chunk_size);
            let size = size.ok_or("an answer in broken chunks")?;
            let (from, to) = (line + 2, line + 2 + size);
            while self.buffer.len() < to + 2 {
                self.more().await?;
            }
            joined.extend_from_slice(self.buffer.get(from..to).unwrap_or_default());
            if size == 0 {
                return Ok(joined);
            }
            at = to + 2;
        }
    }

    async fn more(&mut self) -> Result<(), String> {
        if self.buffer.len() > LONGEST {
            return Err("an answer without end".to_owned());
        }
        self.buffer.reserve(CHUNK);
        match self.stream.read_buf(&mut self.buffer).await {
            Ok(0) => Err("the server closed the connection in the middle".to_owned()),
            Ok(_) => Ok(()),
            Err(error) => Err(format!("an answer could not be read: {error}")),
        }
    }
}

fn find(bytes: &[u8], what: &[u8], from: usize) -> Option<usize> {
    let found = bytes.get(from..)?.windows(what.len()).position(|window| window == what)?;
    Some(from + found)
}

fn chunk_size(line: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(line).ok()?;
    let digits = text.split(';').next()?.trim();
    usize::from_str_radix(digits, 16).ok()
}

fn headers<'h>(head: &'h [u8], name: &str) -> impl Iterator<Item = &'h [u8]> {
    head.split(|byte| *byte == b'\n').skip(1).filter_map(move |line| {
        let colon = line.iter().position(|byte| *byte == b':')?;
        let (known, value) = line.split_at_checked(colon)?;
        known
            .eq_ignore_ascii_case(name.as_bytes())
            .then(|| value.get(1..).unwrap_or_default().trim_ascii())
    })
}

fn read_head(head: &[u8]) -> Result<(u16, Extent), String> {
    let status = head
        .get(9..12)
        .and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok())
        .ok_or("an answer without a status")?;
    let first = |name| headers(head, name).next();
    let length =
        first("content-length").and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
    let extent = match length {
        Some(length) => Extent::Length(length),
        None if first("transfer-encoding").is_some() => Extent::Chunks,
        None => Extent::Length(0),
    };
    Ok((status, extent))
}

/// A request to read a page.
pub fn get(host: &str, path: &str, cookie: Option<&str>, encoding: Option<&str>) -> Vec<u8> {
    let mut request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n");
    if let Some(cookie) = cookie {
        request.push_str(&format!("Cookie: {cookie}\r\n"));
    }
    if let Some(encoding) = encoding {
        request.push_str(&format!("Accept-Encoding: {encoding}\r\n"));
    }
    request.push_str("\r\n");
    request.into_bytes()
}

/// A request that sends a body.
pub fn post(host: &str, path: &str, cookie: Option<&str>, kind: &str, body: &[u8]) -> Vec<u8> {
    let mut request = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n",
        body.len()
    );
    if let Some(cookie) = cookie {
        request.push_str(&format!("Cookie: {cookie}\r\n"));
    }
    request.push_str("\r\n");
    let mut request = request.into_bytes();
    request.extend_from_slice(body);
    request
}

/// The same for a form.
pub fn post_form(host: &str, path: &str, cookie: Option<&str>, fields: &[(&str, &str)]) -> Vec<u8> {
    let body = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect::<Vec<_>>()
        .join("&");
    post(host, path, cookie, "application/x-www-form-urlencoded", body.as_bytes())
}

/// As forms write it.
fn encode(value: &str) -> String {
    let mut out = String::with_capacity(value.len() * 2);
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_says_how_long_its_body_is() {
        let (status, extent) =
            read_head(b"HTTP/1.1 200 OK\r\nContent-Length:  17\r\nx: y\r\n\r\n").unwrap();
        assert!(status == 200 && matches!(extent, Extent::Length(17)));
        let (status, extent) =
            read_head(b"HTTP/1.1 303 See Other\r\ntransfer-encoding: chunked\r\n\r\n").unwrap();
        assert!(status == 303 && matches!(extent, Extent::Chunks));
        assert!(read_head(b"nonsense").is_err());
        assert_eq!(chunk_size(b"1a;x=y"), Some(26));
    }

    #[test]
    fn a_form_is_written_as_browsers_write_it() {
        let request = post_form("h", "/p", Some("a=b"), &[("body", "Hei sinä & minä\n")]);
        let text = String::from_utf8(request).unwrap();
        assert!(text.ends_with("\r\n\r\nbody=Hei+sin%C3%A4+%26+min%C3%A4%0A"), "{text}");
    }
}

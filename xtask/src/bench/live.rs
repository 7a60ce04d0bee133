//! Many people who have one thread open: what their lines cost the server,
//! and how soon a post reaches the last of them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Notify;
use tokio::task::LocalSet;
use tokio::time::timeout;

use super::crowd;
use super::load::{self, Sample};
use super::server::Setting;
use super::wire::{self, Connection};

/// Lines open at once, each of somebody else.
pub const LINES: u64 = 5000;
/// Posts written while they are open.
pub const POSTS: usize = 10;
/// Lines opened at once.
const OPENING: usize = 32;
/// How long to wait for everybody.
const PATIENCE: Duration = Duration::from_secs(60);

/// What was measured.
pub struct Lines {
    /// How many were open.
    pub open: usize,
    /// Memory of the server before, in MiB.
    pub before: f64,
    /// With all lines open and after the posts.
    pub with_lines: f64,
    /// For each post and each reader: from the moment the post was sent.
    pub heard: Sample,
    /// Milliseconds until the last reader heard, of each post.
    pub last: Vec<f64>,
}

/// When which number of posts was heard.
#[derive(Default)]
struct Ear {
    heard: RefCell<HashMap<u64, Vec<Instant>>>,
    stirred: Notify,
}

impl Ear {
    fn count(&self, number: u64) -> usize {
        self.heard.borrow().get(&number).map_or(0, Vec::len)
    }

    async fn wait_for_all(&self, number: u64, all: usize) -> Result<(), String> {
        let everybody = async {
            while self.count(number) < all {
                self.stirred.notified().await;
            }
        };
        timeout(PATIENCE, everybody).await.map_err(|_| {
            format!("{} of {all} open pages heard of post {number}", self.count(number))
        })
    }
}

/// Opens lines on a thread, posts in it, and measures, on a server started
/// for it.
pub fn measure(setting: &Setting, people: u64, thread: u64) -> Result<Lines, String> {
    eprintln!("xtask: {LINES} open pages");
    allow_many_files()?;
    let server = setting.start(None, "/health/ready")?;
    // Some of them are no members.
    let mut cookies = crowd::sign_in(server.address, people, (LINES + LINES / 20).min(people))?;
    let author = cookies.pop().ok_or("nobody could be signed in")?;
    cookies.truncate(usize::try_from(LINES).unwrap_or(usize::MAX));
    let before = server.resident();
    let runtime = load::runtime()?;
    let (heard, last, with_lines) = LocalSet::new().block_on(&runtime, async {
        let ear = Rc::new(Ear::default());
        let path = format!("/coffee-room/threads/{thread}");
        open_all(server.address, &path, &cookies, &ear).await?;
        let first = *ear.heard.borrow().keys().next().ok_or("no page heard anything")?;
        ear.wait_for_all(first, cookies.len()).await?;
        let mut heard = Sample::default();
        let mut last = Vec::new();
        for number in (first..).take(POSTS).map(|number| number + 1) {
            let sent = post(server.address, &path, &author).await?;
            ear.wait_for_all(number, cookies.len()).await?;
            let times = ear.heard.borrow_mut().remove(&number).unwrap_or_default();
            let micros = times.iter().map(|time| (*time - sent).as_micros());
            let micros: Vec<u32> = micros.map(|m| u32::try_from(m).unwrap_or(u32::MAX)).collect();
            last.push(f64::from(micros.iter().copied().max().unwrap_or(0)) / 1000.0);
            heard.micros.extend(micros);
        }
        heard.micros.sort_unstable();
        Ok::<_, String>((heard, last, server.resident()))
    })?;
    server.stop()?;
    Ok(Lines { open: cookies.len(), before, with_lines, heard, last })
}

/// Each line is a file of this process too.
fn allow_many_files() -> Result<(), String> {
    let limit = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit })
        .map_err(|error| format!("the limit of open files can't be raised: {error}"))
}

async fn open_all(
    address: SocketAddr,
    path: &str,
    cookies: &[String],
    ear: &Rc<Ear>,
) -> Result<(), String> {
    for some in cookies.chunks(OPENING) {
        let opening: Vec<_> = some
            .iter()
            .map(|cookie| {
                let path = format!("{path}/live");
                let request = wire::get(&address.to_string(), &path, Some(cookie), None);
                tokio::task::spawn_local(open(address, request, Rc::clone(ear)))
            })
            .collect();
        for line in opening {
            line.await.map_err(|error| format!("opening failed: {error}"))??;
        }
    }
    Ok(())
}

/// Opens a line, and goes on to read it in the background.
async fn open(address: SocketAddr, request: Vec<u8>, ear: Rc<Ear>) -> Result<(), String> {
    let say = |error: std::io::Error| format!("a line could not be opened: {error}");
    let mut stream = TcpStream::connect(address).await.map_err(say)?;
    stream.write_all(&request).await.map_err(say)?;
    let mut text = String::new();
    read(&mut stream, &mut text).await.map_err(say)?;
    if !text.starts_with("HTTP/1.1 200") {
        return Err(format!("a line was answered with {}", text.lines().next().unwrap_or("")));
    }
    tokio::task::spawn_local(async move {
        loop {
            while let Some((event, rest)) = text.split_once("\n\n") {
                // Beside the thread a page hears of its reader's notices.
                let told = event.split_once("event: thread\ndata: ");
                if let Some(number) = told.and_then(|(_, number)| number.parse().ok()) {
                    ear.heard.borrow_mut().entry(number).or_default().push(Instant::now());
                    ear.stirred.notify_one();
                }
                text = rest.to_owned();
            }
            if !matches!(read(&mut stream, &mut text).await, Ok(1..)) {
                return;
            }
        }
    });
    Ok(())
}

async fn read(stream: &mut TcpStream, text: &mut String) -> std::io::Result<usize> {
    let mut bytes = [0; 1024];
    let count = stream.read(&mut bytes).await?;
    text.push_str(&String::from_utf8_lossy(bytes.get(..count).unwrap_or_default()));
    Ok(count)
}

/// Answers in the thread; when the answer was sent.
async fn post(address: SocketAddr, thread: &str, cookie: &str) -> Result<Instant, String> {
    let (host, path) = (address.to_string(), format!("{thread}/reply"));
    let mut connection = Connection::open(address).await?;
    let page = connection.ask(&wire::get(&host, &path, Some(cookie), None)).await?;
    let text = page.body.text();
    let token = super::visit::tokens(&text).last().ok_or("the form has no token")?.to_owned();
    let fields =
        [("_form", token.as_str()), ("body", "Kahvi on valmista."), ("audience", "members")];
    let request = wire::post_form(&host, &path, Some(cookie), &fields);
    let sent = Instant::now();
    match connection.ask(&request).await?.status {
        303 => Ok(sent),
        status => Err(format!("a post was answered with {status}")),
    }
}

//! Who asks, and for what: signed-in members, and the pages there are.

use std::cell::RefCell;
use std::net::SocketAddr;
use std::rc::Rc;

use tokio::task::LocalSet;

use super::dice::Dice;
use super::load::{self, Source, source};
use super::visit::{Visitor, tokens};
use super::wire::{self, Answer, Connection};

/// Connections that look around before the measuring.
const SCOUTS: usize = 8;
/// Pages of a room's list that are asked for, from the newest down.
const DEEP: usize = 20;
/// The people of the demonstration itself come first.
const FIRST_FILLED: u64 = 21;

/// Asks every request once, in no order; `take` gets the number of the
/// request and its answer.
fn ask_all(
    address: SocketAddr,
    requests: Vec<Vec<u8>>,
    take: impl FnMut(usize, &Answer<'_>) -> Result<(), String> + 'static,
) -> Result<(), String> {
    let runtime = load::runtime()?;
    let set = LocalSet::new();
    let queue = Rc::new(RefCell::new(requests.into_iter().enumerate()));
    let take = Rc::new(RefCell::new(take));
    set.block_on(&runtime, async {
        let scouts: Vec<_> = (0..SCOUTS)
            .map(|_| {
                let (queue, take) = (Rc::clone(&queue), Rc::clone(&take));
                tokio::task::spawn_local(async move {
                    let mut connection = Connection::open(address).await?;
                    loop {
                        let next = queue.borrow_mut().next();
                        let Some((number, request)) = next else { return Ok::<(), String>(()) };
                        let answer = connection.ask(&request).await?;
                        (take.borrow_mut())(number, &answer)?;
                    }
                })
            })
            .collect();
        for scout in scouts {
            scout.await.map_err(|error| format!("looking around failed: {error}"))??;
        }
        Ok(())
    })
}

/// A thread and how many of its pages are full.
#[derive(Debug, Clone, Copy)]
struct Thread {
    id: u64,
    full_pages: u64,
    may_reply: bool,
}

/// How pages are drawn.
#[derive(Debug, Clone, Copy)]
pub enum Likely {
    /// Each as often as every other: the hardest case for whatever is kept.
    Evenly,
    /// As people read: the second half as often as the first, and so on.
    Ranked,
}

/// Lays ranks out over all pages, so that favourites are not neighbours.
fn spread(rank: usize, all: usize) -> usize {
    const STEP: usize = 1_000_003; // a prime above the number of pages
    if all == 0 { 0 } else { rank.wrapping_mul(STEP) % all }
}

/// Members, and the pages that they may ask for.
#[derive(Default)]
pub struct Crowd {
    /// Cookies of signed-in members.
    pub sessions: Rc<Vec<String>>,
    threads: Rc<Vec<Thread>>,
    /// Full pages of all threads before each thread.
    sums: Rc<Vec<u64>>,
    lists: Rc<Vec<String>>,
}

impl Crowd {
    /// Signs people in at the panel, and looks at every thread once.
    pub fn gather(
        address: SocketAddr,
        people: u64,
        count: u64,
        threads: u64,
    ) -> Result<Self, String> {
        let sessions = sign_in(address, people, count)?;
        let first = sessions.first().ok_or("nobody could be signed in")?.clone();
        let threads = look_at_threads(address, &first, threads)?;
        if threads.iter().all(|thread| thread.full_pages == 0) {
            return Err("there is no thread with a full page".to_owned());
        }
        let mut sum = 0;
        let sums = threads
            .iter()
            .map(|thread| {
                sum += thread.full_pages;
                sum
            })
            .collect();
        Ok(Self {
            sessions: Rc::new(sessions),
            lists: Rc::new(look_at_rooms(address, &first)?),
            sums: Rc::new(sums),
            threads: Rc::new(threads),
        })
    }

    /// Pages of threads that can be asked for.
    pub fn full_pages(&self) -> u64 {
        self.sums.last().copied().unwrap_or(0)
    }

    /// Full pages of threads, each asked for by somebody else.
    pub fn thread_pages(
        &self,
        host: &str,
        likely: Likely,
        encoding: Option<&'static str>,
        seed: u64,
    ) -> Source {
        let (threads, sums) = (Rc::clone(&self.threads), Rc::clone(&self.sums));
        let (sessions, host) = (Rc::clone(&self.sessions), host.to_owned());
        let mut dice = Dice::new(seed, 1);
        let all = usize::try_from(self.full_pages()).unwrap_or(usize::MAX);
        source(move || {
            let wanted = match likely {
                Likely::Evenly => dice.below(all),
                Likely::Ranked => spread(dice.ranked(all), all),
            } as u64;
            let index = sums.partition_point(|sum| *sum <= wanted);
            let thread = threads.get(index)?;
            let before = if index == 0 { 0 } else { sums.get(index - 1).copied()? };
            let path = format!("/coffee-room/threads/{}?page={}", thread.id, wanted - before + 1);
            Some(wire::get(&host, &path, dice.pick(&sessions).map(String::as_str), encoding))
        })
    }

    /// Lists of threads, in every room and some way down.
    pub fn room_lists(&self, host: &str, encoding: Option<&'static str>, seed: u64) -> Source {
        let (sessions, host) = (Rc::clone(&self.sessions), host.to_owned());
        let (lists, mut dice) = (Rc::clone(&self.lists), Dice::new(seed, 2));
        source(move || {
            let path = dice.pick(&lists)?;
            Some(wire::get(&host, path, dice.pick(&sessions).map(String::as_str), encoding))
        })
    }

    /// Threads that may be answered in.
    pub fn open_threads(&self) -> Vec<u64> {
        self.threads.iter().filter(|thread| thread.may_reply).map(|thread| thread.id).collect()
    }
}

/// The same request again and again.
pub fn again(request: Vec<u8>) -> Source {
    source(move || Some(request.clone()))
}

/// Sessions of members, by the panel, which asks for no password.
pub fn sign_in(address: SocketAddr, people: u64, count: u64) -> Result<Vec<String>, String> {
    let all = sign_in_anybody(address, people, count)?;
    let members: Rc<RefCell<Vec<String>>> = Rc::default();
    let (found, host) = (Rc::clone(&members), address.to_string());
    // The demonstration has people of its own who are no members: this page
    // is for members alone.
    let requests = all.iter().map(|cookie| wire::get(&host, "/moderation/log", Some(cookie), None));
    ask_all(address, requests.collect(), move |number, answer| {
        let owner = all.get(number).filter(|_| answer.status == 200);
        found.borrow_mut().extend(owner.cloned());
        Ok(())
    })?;
    Ok(members.take())
}

fn sign_in_anybody(address: SocketAddr, people: u64, count: u64) -> Result<Vec<String>, String> {
    let host = address.to_string();
    let mut visitor = Visitor::new(address)?;
    let token = visitor.token("/demo")?;
    let step = (people / count.max(1)).max(1);
    let requests = (0..count.min(people))
        .map(|number| {
            let person = (FIRST_FILLED + number * step).to_string();
            let fields = [("_form", token.as_str()), ("who", person.as_str())];
            wire::post_form(&host, "/demo/sign-in", None, &fields)
        })
        .collect();
    let sessions = Rc::new(RefCell::new(Vec::new()));
    let found = Rc::clone(&sessions);
    ask_all(address, requests, move |_, answer| {
        let cookies = answer.headers("set-cookie");
        let session = cookies.iter().find(|cookie| cookie.contains("session="));
        let Some(pair) = session.and_then(|cookie| cookie.split(';').next()) else {
            return Err(format!("the panel answered with {} and no session", answer.status));
        };
        found.borrow_mut().push(pair.to_owned());
        Ok(())
    })?;
    Ok(sessions.take())
}

/// Reads the first page of every thread, which also says how many there are.
fn look_at_threads(address: SocketAddr, cookie: &str, threads: u64) -> Result<Vec<Thread>, String> {
    // The demonstration has a few threads of its own.
    let ids = 1..=threads + 100;
    let host = address.to_string();
    let path = |id: u64| format!("/coffee-room/threads/{id}");
    let requests = ids.map(|id| wire::get(&host, &path(id), Some(cookie), None)).collect();
    let seen = Rc::new(RefCell::new(Vec::new()));
    let found = Rc::clone(&seen);
    ask_all(address, requests, move |number, answer| {
        if answer.status == 200 {
            found.borrow_mut().push(read_thread(number as u64 + 1, &answer.body.text()));
        }
        Ok(())
    })?;
    let mut threads = seen.take();
    threads.sort_unstable_by_key(|thread: &Thread| thread.id);
    Ok(threads)
}

fn read_thread(id: u64, html: &str) -> Thread {
    let link = format!("\"/coffee-room/threads/{id}?page=");
    let numbers = html.split(&link).skip(1).filter_map(|rest| {
        rest.split(['"', '#']).next().and_then(|digits| digits.parse::<u64>().ok())
    });
    let last = numbers.max().unwrap_or(1);
    // The last page of a thread is full by chance only, and never asked for
    // but where it is the only one.
    let full_pages = if last > 1 { last - 1 } else { u64::from(html.contains("id=\"p20\"")) };
    let may_reply = html.contains("#reply\"") || html.contains("id=\"reply\"");
    Thread { id, full_pages, may_reply }
}

fn look_at_rooms(address: SocketAddr, cookie: &str) -> Result<Vec<String>, String> {
    let mut visitor = Visitor::new(address)?;
    visitor.take_cookie(cookie);
    let front = visitor.read("/coffee-room")?;
    let mut rooms: Vec<String> = links(&front, "/coffee-room/rooms/").collect();
    rooms.sort();
    rooms.dedup();
    let mut lists = Vec::new();
    for room in rooms {
        let older = format!("{room}?before=");
        let mut next = Some(room);
        for _ in 0..DEEP {
            let Some(path) = next.take() else { break };
            let page = visitor.read(&path)?;
            next = links(&page, &older).next();
            lists.push(path);
        }
    }
    Ok(lists)
}

/// Addresses that begin so, as a page links to them.
pub fn links<'h>(html: &'h str, beginning: &str) -> impl Iterator<Item = String> + 'h {
    let beginning = beginning.to_owned();
    html.split("href=\"").skip(1).filter_map(move |rest| {
        let address = rest.split('"').next()?;
        let is_one = address.starts_with(&beginning) && !address.contains('#');
        is_one.then(|| address.replace("&amp;", "&"))
    })
}

/// Tokens for many forms: each page of a member's has some.
pub fn prefetch_tokens(
    address: SocketAddr,
    sessions: &[String],
    wanted: usize,
) -> Result<Vec<(String, String)>, String> {
    let host = address.to_string();
    let found: Rc<RefCell<Vec<(String, String)>>> = Rc::default();
    while found.borrow().len() < wanted {
        let before = found.borrow().len();
        let requests = sessions.iter().map(|cookie| wire::get(&host, "/demo", Some(cookie), None));
        let (kept, owners) = (Rc::clone(&found), sessions.to_vec());
        ask_all(address, requests.collect(), move |number, answer| {
            let Some(owner) = owners.get(number) else { return Ok(()) };
            let text = answer.body.text();
            kept.borrow_mut().extend(tokens(&text).map(|token| (owner.clone(), token.to_owned())));
            Ok(())
        })?;
        if found.borrow().len() == before {
            return Err("the pages of members have no form tokens".to_owned());
        }
    }
    Ok(found.take())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_a_thread_tells_how_long_the_thread_is() {
        let html = "<a href=\"/coffee-room/threads/7?page=2\"><a href=\"/coffee-room/threads/7?page=13\"> \
                    <a href=\"/coffee-room/threads/7?page=13#reply\">";
        let thread = read_thread(7, html);
        assert!(thread.full_pages == 12 && thread.may_reply);
        assert_eq!(read_thread(8, html).full_pages, 0);
        assert_eq!(read_thread(8, "<article id=\"p20\">").full_pages, 1);
    }

    #[test]
    fn links_are_those_that_begin_so() {
        let html =
            "<a href=\"/a/1\"><a href=\"/b\"><a href=\"/a/2?x=1&amp;y=2\"><a href=\"/a/3#p\">";
        assert_eq!(links(html, "/a/").collect::<Vec<_>>(), ["/a/1", "/a/2?x=1&y=2"]);
    }
}

//! What is measured: pages beside a fixed page of their size, signing in,
//! posting.

use std::fs;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use kafferum_analyser::{Analyser, Language};
use kafferum_guard::Guard;

use super::crowd::{self, Crowd, Likely, again, links, prefetch_tokens};
use super::dice::Dice;
use super::load::{Plan, Sample, Source, drive, median, source, together};
use super::server::{Server, Setting};
use super::visit::Visitor;
use super::wire;

/// At once, when pages are read.
pub const READERS: usize = 16;
/// At once, when posts are written.
pub const WRITERS: usize = 64;
/// Members who post in turn, so that nobody writes faster than people do.
const AUTHORS: u64 = 1000;
/// Rounds of each page and the fixed page beside it.
pub const ROUNDS: usize = 5;
/// Rounds of posting with and without group commit.
pub const POSTING_ROUNDS: usize = 3;
/// Password of everybody filled in; `crates/server/src/demo/fill.rs` has it.
const PASSWORD: &str = "kolme kuppia kahvia";
/// Room for so many posts a second; the tokens for them are fetched before.
const MOST_POSTS: usize = 6000;

/// A page and the fixed page beside it, round by round.
pub struct Pair {
    /// What was asked for.
    pub what: &'static str,
    /// Bytes of the body as sent, on average.
    pub bytes: usize,
    /// Rounds of the page.
    pub page: Vec<Sample>,
    /// Rounds of the fixed page.
    pub fixed: Vec<Sample>,
}

impl Pair {
    /// Answers a second of the page, the middle of all rounds.
    pub fn rate(&self) -> f64 {
        median(self.page.iter().map(Sample::rate))
    }

    /// The same of the fixed page.
    pub fn fixed_rate(&self) -> f64 {
        median(self.fixed.iter().map(Sample::rate))
    }

    /// One against the other, the middle of all rounds.
    pub fn ratio(&self) -> f64 {
        median(self.page.iter().zip(&self.fixed).map(|(page, fixed)| page.rate() / fixed.rate()))
    }

    /// All answers of the page.
    pub fn all(&self) -> Sample {
        together(&self.page)
    }
}

/// A page that is asked for, and in which encoding.
struct Scene {
    what: &'static str,
    source: Source,
    encoding: Option<&'static str>,
    /// What is answered.
    status: u16,
}

fn plan(server: &Server, connections: usize, seconds: f64, status: u16) -> Plan {
    let duration = Duration::from_secs_f64(seconds);
    Plan { address: server.address, connections, duration, status }
}

/// Reads pages, each beside a fixed one, turn by turn.
pub fn read_pages(
    server: &Server,
    crowd: &Crowd,
    seconds: f64,
    seed: u64,
) -> Result<Vec<Pair>, String> {
    let host = server.host();
    let article = some_article(server)?;
    let br = Some("br");
    let scenes = [
        Scene {
            what: "thread page of 20 posts, signed in, as people read",
            source: crowd.thread_pages(&host, Likely::Ranked, None, seed),
            encoding: None,
            status: 200,
        },
        Scene {
            what: "the same, every page as likely as every other",
            source: crowd.thread_pages(&host, Likely::Evenly, None, seed),
            encoding: None,
            status: 200,
        },
        Scene {
            what: "list of a room, signed in",
            source: crowd.room_lists(&host, None, seed),
            encoding: None,
            status: 200,
        },
        Scene {
            what: "an article, visitor",
            source: again(wire::get(&host, &article, None, None)),
            encoding: None,
            status: 200,
        },
        Scene {
            what: "thread page as people read, compressed (br)",
            source: crowd.thread_pages(&host, Likely::Ranked, br, seed),
            encoding: br,
            status: 200,
        },
    ];
    scenes.iter().map(|scene| read_scene(server, scene, seconds)).collect()
}

fn read_scene(server: &Server, scene: &Scene, seconds: f64) -> Result<Pair, String> {
    eprintln!("xtask: {}", scene.what);
    let host = server.host();
    let fixed_plan = plan(server, READERS, seconds, 200);
    let plan = Plan { status: scene.status, ..fixed_plan };
    let warm = drive(&plan, &scene.source)?;
    let plain = match scene.encoding {
        None => warm.mean_bytes(),
        // The fixed page is as long as the page before compression.
        Some(_) => mean_plain(server, &scene.source)?,
    };
    let request = wire::get(&host, &format!("/demo/fixed/{plain}"), None, scene.encoding);
    let fixed = again(request);
    drive(&fixed_plan, &fixed)?;
    let mut pair =
        Pair { what: scene.what, bytes: warm.mean_bytes(), page: Vec::new(), fixed: Vec::new() };
    for _ in 0..ROUNDS {
        pair.page.push(drive(&plan, &scene.source)?);
        pair.fixed.push(drive(&fixed_plan, &fixed)?);
    }
    Ok(pair)
}

/// Length of the same pages without compression.
fn mean_plain(server: &Server, compressed: &Source) -> Result<usize, String> {
    let compressed = Rc::clone(compressed);
    let plain = source(move || {
        let request = (compressed.borrow_mut())()?;
        let text = String::from_utf8_lossy(&request).replace("Accept-Encoding: br\r\n", "");
        Some(text.into_bytes())
    });
    Ok(drive(&plan(server, READERS, 1.0, 200), &plain)?.mean_bytes())
}

/// An article of the databank as a visitor finds it.
pub fn some_article(server: &Server) -> Result<String, String> {
    let list = Visitor::new(server.address)?.read("/databank")?;
    let found = links(&list, "/databank/")
        .find(|path| path.matches('/').count() == 2 && !path.ends_with("/facts"));
    found.ok_or_else(|| "the databank lists no article".to_owned())
}

/// Signs people in with their passwords, each time somebody else.
pub fn sign_in(server: &Server, people: u64, seconds: f64, seed: u64) -> Result<Pair, String> {
    let token = Visitor::new(server.address)?.token("/sign-in")?;
    let host = server.host();
    let mut dice = Dice::new(seed, 3);
    let people = usize::try_from(people).unwrap_or(usize::MAX);
    let next = source(move || {
        let email = format!("jasen{}@esimerkki.example", dice.below(people));
        let fields =
            [("_form", token.as_str()), ("email", &email), ("password", PASSWORD), ("next", "/")];
        Some(wire::post_form(&host, "/sign-in", None, &fields))
    });
    let what = "signing in, 16 at once (argon2id, 19 MiB, 2 rounds)";
    read_scene(server, &Scene { what, source: next, encoding: None, status: 303 }, seconds)
}

/// How search answered.
pub struct Searches {
    /// One word, as many at once as readers.
    pub many: Sample,
    /// One word or two, eight at once.
    pub few: Sample,
}

/// Looks for words of the posts' own sentences, as they stand there, as a
/// member: words of four letters or more, the frequent ones as often as they
/// are frequent.
pub fn search(
    server: &Server,
    crowd: &Crowd,
    texts: &[String],
    seconds: f64,
    seed: u64,
) -> Result<Searches, String> {
    eprintln!("xtask: searching");
    let one = searches(server, crowd, texts, false, seed);
    let either = searches(server, crowd, texts, true, seed);
    let (many, few) = (plan(server, READERS, seconds, 200), plan(server, 8, seconds, 200));
    drive(&many, &one)?;
    Ok(Searches { many: drive(&many, &one)?, few: drive(&few, &either)? })
}

fn searches(server: &Server, crowd: &Crowd, texts: &[String], two: bool, seed: u64) -> Source {
    let words: Vec<String> = texts
        .iter()
        .flat_map(|text| text.split(|letter: char| !letter.is_alphabetic()))
        .filter(|word| word.chars().count() >= 4)
        .map(ToOwned::to_owned)
        .collect();
    let (sessions, host, mut dice) =
        (Rc::clone(&crowd.sessions), server.host(), Dice::new(seed, 6));
    source(move || {
        let at = dice.below(words.len().saturating_sub(1));
        let mut query = words.get(at)?.clone();
        if two && dice.below(2) == 0 {
            query = format!("{query} {}", words.get(at + 1)?);
        }
        let encoded: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
        let path = format!("/search?q={encoded}&in=coffee-room");
        Some(wire::get(&host, &path, dice.pick(&sessions).map(String::as_str), None))
    })
}

/// Texts to post, made of sentences in which nobody is named, so that the
/// guard lets them pass.
pub fn texts(sentences: &Path, seed: u64) -> Result<Vec<String>, String> {
    let file = fs::read_to_string(sentences)
        .map_err(|error| format!("{}: {error}", sentences.display()))?;
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    let guard = Guard::new(Arc::new(Analyser::bundled()));
    let passes = |text: &str| guard.look(Language::Finnish, text).is_empty();
    let sentences = lines.filter_map(|line| line.split('\t').nth(1));
    let known: Vec<&str> = sentences.filter(|sentence| passes(sentence)).collect();
    let mut dice = Dice::new(seed, 4);
    let one = |dice: &mut Dice| {
        let mut text = String::new();
        while text.chars().count() < 360 {
            text.push_str(dice.pick(&known).copied().unwrap_or("Kahvi on valmista."));
            text.push(' ');
        }
        text
    };
    Ok((0..600).map(|_| one(&mut dice)).filter(|text| passes(text)).take(500).collect())
}

/// What posting needs beside a server.
pub struct Posting {
    /// Threads to answer in.
    pub threads: Vec<u64>,
    /// What to say.
    pub texts: Vec<String>,
    /// How many people were filled in.
    pub people: u64,
    /// For how long.
    pub seconds: f64,
    /// What the choices follow from.
    pub seed: u64,
}

impl Posting {
    /// Posts to many threads by many members. The tokens, one for each post,
    /// are fetched before the time begins.
    pub fn drive(&self, server: &Server) -> Result<Sample, String> {
        self.run(server).map(|(sample, _)| sample)
    }

    /// The same: the processor's time that the server takes for a post, in
    /// milliseconds.
    pub fn cost(&self, server: &Server) -> Result<f64, String> {
        let (sample, processor) = self.run(server)?;
        Ok(processor / sample.micros.len().max(1) as f64)
    }

    fn run(&self, server: &Server) -> Result<(Sample, f64), String> {
        eprintln!("xtask: posting");
        let authors = crowd::sign_in(server.address, self.people, AUTHORS)?;
        let wanted = (self.seconds * 1.3 * MOST_POSTS as f64) as usize;
        let mut tokens = prefetch_tokens(server.address, &authors, wanted)?;
        let mut dice = Dice::new(self.seed, 5);
        // In no order, so that neighbours in time are different members.
        for at in (1..tokens.len()).rev() {
            tokens.swap(at, dice.below(at + 1));
        }
        let (threads, texts) = (self.threads.clone(), self.texts.clone());
        let host = server.host();
        let posts = source(move || {
            let (cookie, token) = tokens.pop()?;
            let path = format!("/coffee-room/threads/{}/reply", dice.pick(&threads)?);
            let fields =
                [("_form", token.as_str()), ("body", dice.pick(&texts)?), ("audience", "members")];
            Some(wire::post_form(&host, &path, Some(&cookie), &fields))
        });
        drive(&plan(server, WRITERS, self.seconds * 0.3, 303), &posts)?;
        let before = server.processor();
        let sample = drive(&plan(server, WRITERS, self.seconds, 303), &posts)?;
        Ok((sample, server.processor() - before))
    }
}

/// Posting with and without group commit, turn by turn.
pub struct Groups {
    /// As the program does it.
    pub grouped: Vec<Sample>,
    /// Each post in a commit of its own.
    pub single: Vec<Sample>,
    /// A fixed page as short as the answer to a post.
    pub fixed: Vec<Sample>,
    /// Most memory while posting in groups, in MiB.
    pub peak: f64,
}

/// Posts with the program as it is and with `--group 1`, on the same data.
pub fn compare_groups(setting: &Setting, posting: &Posting) -> Result<Groups, String> {
    let mut groups =
        Groups { grouped: Vec::new(), single: Vec::new(), fixed: Vec::new(), peak: 0.0 };
    for _ in 0..POSTING_ROUNDS {
        let server = setting.start(None, "/health/ready")?;
        groups.grouped.push(posting.drive(&server)?);
        groups.peak = groups.peak.max(server.peak());
        let fixed = again(wire::get(&server.host(), "/demo/fixed/0", None, None));
        groups.fixed.push(drive(&plan(&server, WRITERS, posting.seconds, 200), &fixed)?);
        server.stop()?;
        let server = setting.start(Some(1), "/health/ready")?;
        groups.single.push(posting.drive(&server)?);
        server.stop()?;
    }
    Ok(groups)
}

/// Lets members post as fast as they can.
pub fn lift_rate_limit(server: &Server) -> Result<(), String> {
    let mut visitor = sign_in_as(server, "Pääkäyttäjä Antti")?;
    let path = "/admin/settings/coffee-room-posts-per-minute";
    visitor.submit(path, path, &[("value", "1000000")]).map(drop)
}

/// Signs in at the panel as somebody of the demonstration itself.
pub fn sign_in_as(server: &Server, pseudonym: &str) -> Result<Visitor, String> {
    let mut visitor = Visitor::new(server.address)?;
    let panel = visitor.read("/demo")?;
    let button = panel.split("name=\"who\" value=\"").skip(1).find_map(|rest| {
        let (person, rest) = rest.split_once("\">")?;
        rest.starts_with(pseudonym).then_some(person)
    });
    let person = button.ok_or_else(|| format!("the panel has no {pseudonym}"))?.to_owned();
    visitor.submit("/demo", "/demo/sign-in", &[("who", &person)])?;
    Ok(visitor)
}

/// Seconds from a start to the first answer at an address, the middle of
/// several starts.
pub fn start_up(setting: &Setting, path: &str) -> Result<f64, String> {
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let server = setting.start(None, path)?;
        times.push(server.started_in);
        server.stop()?;
    }
    Ok(median(times))
}

//! `cargo xtask bench`: fills a large union, drives real HTTP at it, and
//! writes one table, `docs/benchmarks.md`.

mod crowd;
mod dice;
mod digest;
mod indexing;
mod live;
mod load;
mod machine;
mod report;
mod roll;
mod scenes;
mod server;
mod union;
mod visit;
mod weight;
mod wire;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use self::crowd::Crowd;
use self::machine::Machine;
use self::report::{Memory, Report, Starts};
use self::scenes::{Posting, sign_in_as, some_article};
use self::server::{Server, postgres_memory};
use self::union::Union;
use self::weight::{Scales, Weight};
use crate::shell::{self, Outcome, cargo};

/// Members who read at the same time.
const READERS: u64 = 200;
/// Posts in a thread, on average; the generator has the same.
const THREAD: u64 = 50;

/// What to measure.
#[derive(Debug, Clone, Args)]
pub struct Arguments {
    /// Members to fill in.
    #[arg(long, value_name = "N", default_value_t = 30_000)]
    pub people: u64,
    /// Posts to fill in, fifty to a thread.
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    pub posts: u64,
    /// Rows of the roll.
    #[arg(long, value_name = "N", default_value_t = 30_000)]
    pub rows: u64,
    /// What everything drawn follows from.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Seconds of each round.
    #[arg(long, value_name = "S", default_value_t = 4.0)]
    pub seconds: f64,
    /// On a PostgreSQL of its own in place of SQLite; it is filled anew each
    /// time.
    #[arg(long)]
    pub postgres: bool,
    /// Measures this program, and builds none.
    #[arg(long, value_name = "FILE")]
    pub program: Option<PathBuf>,
    /// Only this, and writes no file.
    #[arg(long, value_enum)]
    pub only: Option<Part>,
    /// A small union and short rounds, to see that it works. Writes no file.
    #[arg(long)]
    pub quick: bool,
}

/// What can be measured by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Pages beside fixed pages.
    Pages,
    /// Searching.
    Search,
    /// Posting with and without group commit (SQLite).
    Posting,
    /// What of posting's cost is indexing (SQLite).
    Indexing,
    /// What open pages cost.
    Live,
    /// What a day's digests for everybody take (SQLite).
    Digest,
}

impl Part {
    /// Made due in SQLite's file, or compared with SQLite's own groups.
    fn needs_sqlite(self) -> bool {
        matches!(self, Self::Posting | Self::Indexing | Self::Digest)
    }
}

impl Arguments {
    fn settled(&self) -> Self {
        let mut settled = self.clone();
        if self.quick {
            settled.people = self.people.min(300);
            settled.posts = self.posts.min(10_000);
            settled.rows = self.rows.min(1000);
            settled.seconds = self.seconds.min(0.5);
        }
        settled
    }
}

/// Measures everything and writes it down.
pub fn run(arguments: &Arguments) -> Outcome {
    let arguments = arguments.settled();
    if arguments.postgres && arguments.only.is_some_and(Part::needs_sqlite) {
        return Err("this is measured on SQLite alone: leave --postgres out".to_owned());
    }
    let (root, target) = folders()?;
    if arguments.program.is_none() {
        shell::run(&mut cargo(&["build", "--release", "--package", "kafferum-server"]))?;
    }
    let union = Union::prepare(&root, &target, &arguments)?;
    if let Some(part) = arguments.only {
        println!("{}", measure_part(&root, &union, &arguments, part)?);
        return Ok(());
    }
    let report = measure(&root, &union, &arguments)?;
    let text = report.text();
    println!("{text}");
    if arguments.quick {
        return Ok(());
    }
    let name = if arguments.postgres { "benchmarks-postgresql.md" } else { "benchmarks.md" };
    let file = root.join("docs").join(name);
    fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))
}

/// The workspace, and where cargo builds.
fn folders() -> Result<(PathBuf, PathBuf), String> {
    let this = env::current_exe().map_err(|error| format!("xtask can't find itself: {error}"))?;
    let target = this.ancestors().nth(2).ok_or("xtask stands in no target folder")?;
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask stands in no workspace")?;
    Ok((root.to_owned(), target.to_owned()))
}

fn measure_part(
    root: &Path,
    union: &Union,
    arguments: &Arguments,
    part: Part,
) -> Result<String, String> {
    let (seconds, seed) = (arguments.seconds, arguments.seed);
    match part {
        Part::Live => return Ok(report::live(&measure_live(union, arguments)?)),
        Part::Digest => return Ok(report::digests(&measure_digests(union, arguments)?)),
        Part::Pages | Part::Search | Part::Posting | Part::Indexing => {}
    }
    let server = union.setting.start(None, "/health/ready")?;
    let crowd = gather(&server, arguments)?;
    match part {
        Part::Pages => Ok(report::pages(&scenes::read_pages(&server, &crowd, seconds, seed)?)),
        Part::Search => {
            let texts = scenes::texts(&sentences(root), seed)?;
            Ok(report::searches(&scenes::search(&server, &crowd, &texts, seconds, seed)?))
        }
        _ => {
            scenes::lift_rate_limit(&server)?;
            server.stop()?;
            let posting = posting(root, &crowd, arguments)?;
            if part == Part::Indexing {
                return Ok(report::indexing(&indexing::measure(&union.setting, &posting)?));
            }
            Ok(report::posting(&scenes::compare_groups(&union.setting, &posting)?))
        }
    }
}

fn gather(server: &Server, arguments: &Arguments) -> Result<Crowd, String> {
    eprintln!("xtask: looking at every thread once");
    let threads = arguments.posts.div_ceil(THREAD);
    Crowd::gather(server.address, arguments.people, READERS, threads)
}

fn sentences(root: &Path) -> PathBuf {
    root.join("crates/analyser/tests/data/sentences-fi.tsv")
}

fn posting(root: &Path, crowd: &Crowd, arguments: &Arguments) -> Result<Posting, String> {
    let (people, seconds, seed) = (arguments.people, arguments.seconds, arguments.seed);
    let (threads, texts) = (crowd.open_threads(), scenes::texts(&sentences(root), seed)?);
    Ok(Posting { threads, texts, people, seconds, seed })
}

fn measure(root: &Path, union: &Union, arguments: &Arguments) -> Result<Report, String> {
    let setting = &union.setting;
    let machine = Machine::describe(&setting.folder);
    let starts = Starts {
        ready: scenes::start_up(setting, "/health/ready")?,
        front: scenes::start_up(setting, "/")?,
    };
    let server = setting.start(None, "/health/ready")?;
    let mut memory = Memory { started: server.resident(), ..Memory::default() };
    let crowd = gather(&server, arguments)?;
    let (seconds, seed) = (arguments.seconds, arguments.seed);
    server.forget_peak();
    let pairs = scenes::read_pages(&server, &crowd, seconds, seed)?;
    memory.reading = server.peak();
    server.forget_peak();
    let sign_in = scenes::sign_in(&server, arguments.people, seconds, seed)?;
    memory.signing_in = server.peak();
    let posting = posting(root, &crowd, arguments)?;
    let searches = scenes::search(&server, &crowd, &posting.texts, seconds, seed)?;
    scenes::lift_rate_limit(&server)?;
    server.forget_peak();
    posting.drive(&server)?;
    memory.posting = server.peak();
    if let Some(url) = &setting.database {
        memory.postgres = postgres_memory(url);
    }
    let weights = weigh(&server)?;
    server.stop()?;
    let lines = measure_live(union, arguments)?;
    // Group commit is SQLite's; PostgreSQL has its own. Indexing and digests
    // are made due in the file.
    let (groups, indexing, digests) = match setting.database {
        None => (
            Some(scenes::compare_groups(setting, &posting)?),
            Some(indexing::measure(setting, &posting)?),
            Some(measure_digests(union, arguments)?),
        ),
        Some(_) => (None, None, None),
    };
    // Last, since a roll ends memberships.
    let server = union.setting.start(None, "/health/ready")?;
    let rolls = bring_rolls_in(&server, arguments)?;
    memory.roll = server.peak();
    server.stop()?;
    let full_pages = crowd.full_pages();
    Ok(Report {
        arguments: arguments.clone(),
        machine,
        filled_in: union.filled_in,
        bytes: union.bytes,
        full_pages,
        starts,
        memory,
        pairs,
        searches,
        sign_in,
        groups,
        indexing,
        digests,
        lines,
        weights,
        rolls,
    })
}

/// A thread of the union's as generated, which is open for answers.
const FOLLOWED: u64 = 30;

fn measure_live(union: &Union, arguments: &Arguments) -> Result<live::Lines, String> {
    let server = union.setting.start(None, "/health/ready")?;
    scenes::lift_rate_limit(&server)?;
    server.stop()?;
    live::measure(&union.setting, arguments.people, FOLLOWED)
}

fn measure_digests(union: &Union, arguments: &Arguments) -> Result<digest::Digests, String> {
    let threads = arguments.posts.div_ceil(THREAD);
    digest::measure(&union.setting, u32::try_from(threads).unwrap_or(u32::MAX))
}

fn bring_rolls_in(server: &Server, arguments: &Arguments) -> Result<Vec<roll::Taken>, String> {
    eprintln!("xtask: bringing the roll in");
    let mut registrar = sign_in_as(server, "Rekisteri Raija")?;
    let (rows, seed) = (arguments.rows, arguments.seed);
    let file = |month| roll::register(rows, seed, month);
    Ok(vec![
        roll::bring_in(&mut registrar, "every row differs from the roll", &file(0))?,
        roll::bring_in(&mut registrar, "a month later: 2 % changed, 1 % left", &file(1))?,
    ])
}

fn weigh(server: &Server) -> Result<Vec<Weight>, String> {
    eprintln!("xtask: weighing pages");
    let mut weights = Vec::new();
    let article = some_article(server)?;
    let mut visitor = visit::Visitor::new(server.address)?;
    let of_visitors = [
        ("front page", "/"),
        ("register", "/register"),
        ("sign in", "/sign-in"),
        ("databank", "/databank"),
        ("article", article.as_str()),
        ("join", "/join"),
        ("house rules", "/house-rules"),
        ("first sign-in of a member", "/recognise"),
    ];
    weigh_all(&mut visitor, &of_visitors, &mut weights)?;
    let mut member = sign_in_as(server, "Aamukaste")?;
    let rooms = member.read("/coffee-room")?;
    let room = crowd::links(&rooms, "/coffee-room/rooms/").next().ok_or("there is no room")?;
    let new_thread = format!("{room}/new");
    let of_members = [
        ("coffee room", "/coffee-room"),
        ("room", room.as_str()),
        ("thread", "/coffee-room/threads/30"),
        ("new thread", new_thread.as_str()),
        ("search", "/search?q=vuoro"),
        ("notices", "/notices"),
        ("account", "/account"),
    ];
    weigh_all(&mut member, &of_members, &mut weights)?;
    let mut moderator = sign_in_as(server, "Pihlaja")?;
    let of_moderators = [("moderation", "/moderation"), ("moderation log", "/moderation/log")];
    weigh_all(&mut moderator, &of_moderators, &mut weights)?;
    let mut registrar = sign_in_as(server, "Rekisteri Raija")?;
    let of_registrars = [
        ("registrar: people", "/registrar/people"),
        ("registrar: roll", "/registrar/roll"),
        ("registrar: letters", "/registrar/letters"),
        ("registrar: applications", "/registrar/applications"),
    ];
    weigh_all(&mut registrar, &of_registrars, &mut weights)?;
    let mut editor = sign_in_as(server, "Toimittaja Timo")?;
    weigh_all(&mut editor, &[("editor", "/editor")], &mut weights)?;
    let mut administrator = sign_in_as(server, "Pääkäyttäjä Antti")?;
    weigh_all(&mut administrator, &[("settings", "/admin/settings")], &mut weights)?;
    Ok(weights)
}

fn weigh_all(
    visitor: &mut visit::Visitor,
    pages: &[(&'static str, &str)],
    weights: &mut Vec<Weight>,
) -> Outcome {
    let mut scales = Scales::new(visitor);
    for (name, path) in pages {
        weights.push(scales.weigh(name, path)?);
    }
    Ok(())
}

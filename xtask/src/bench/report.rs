//! The table.

use std::fmt::Write;

use super::Arguments;
use super::digest::{Digests, KILLS};
use super::indexing::Indexing;
use super::live::{LINES, Lines, POSTS};
use super::load::{Sample, median, together};
use super::machine::Machine;
use super::roll::Taken;
use super::scenes::{Groups, POSTING_ROUNDS, Pair, READERS, ROUNDS, Searches, WRITERS};
use super::weight::Weight;

/// Seconds from a start to the first answer.
pub struct Starts {
    /// At `/health/ready`.
    pub ready: f64,
    /// At the front page.
    pub front: f64,
}

/// Memory of the server in MiB: the most while something was done.
#[derive(Default)]
pub struct Memory {
    /// Just started.
    pub started: f64,
    /// While pages were read.
    pub reading: f64,
    /// While people signed in.
    pub signing_in: f64,
    /// While posts were written.
    pub posting: f64,
    /// While rolls came in.
    pub roll: f64,
    /// PostgreSQL with all its processes, after posting.
    pub postgres: f64,
}

/// Everything that was measured.
pub struct Report {
    /// What was asked for.
    pub arguments: Arguments,
    /// On what.
    pub machine: Machine,
    /// Seconds that filling took, if it was done in this run.
    pub filled_in: Option<f64>,
    /// Bytes of the database before the run.
    pub bytes: u64,
    /// Full pages of threads that there are.
    pub full_pages: u64,
    /// Starting.
    pub starts: Starts,
    /// Memory.
    pub memory: Memory,
    /// Pages beside fixed pages.
    pub pairs: Vec<Pair>,
    /// Searching.
    pub searches: Searches,
    /// Signing in.
    pub sign_in: Pair,
    /// Posting with and without group commit (SQLite).
    pub groups: Option<Groups>,
    /// What of posting is indexing (SQLite).
    pub indexing: Option<Indexing>,
    /// A day's digests (SQLite).
    pub digests: Option<Digests>,
    /// Open pages.
    pub lines: Lines,
    /// Bytes of pages.
    pub weights: Vec<Weight>,
    /// The roll.
    pub rolls: Vec<Taken>,
}

/// A figure to reach: what, wanted, found, and whether it is reached.
type Goal = (&'static str, String, String, bool);

/// Bytes of the first view of a page at most: 50 kB.
const FIRST_VIEW: usize = 50_000;

fn rate(samples: &[Sample]) -> f64 {
    median(samples.iter().map(Sample::rate))
}

impl Report {
    /// All of it as Markdown.
    pub fn text(&self) -> String {
        let parts = [self.head(), self.goals(), self.rates(), self.others(), self.pages(), notes()];
        parts.join("\n")
    }

    fn head(&self) -> String {
        let a = &self.arguments;
        let engine = if a.postgres { "PostgreSQL" } else { "SQLite" };
        let mut out = format!(
            "# Benchmarks\n\nWritten by `cargo xtask bench{}`: {} people, {} posts, {engine}.\n\n| machine | |\n|---|---|\n",
            self.command_line(),
            a.people,
            a.posts
        );
        for (name, value) in &self.machine.lines {
            let _ = writeln!(out, "| {name} | {value} |");
        }
        if self.bytes > 0 {
            let _ = writeln!(out, "| database | {} MiB |", self.bytes / 1024 / 1024);
        }
        if let Some(seconds) = self.filled_in {
            let _ = writeln!(out, "| filled in | {seconds:.0} s |");
        }
        out
    }

    fn command_line(&self) -> String {
        let a = &self.arguments;
        let mut line =
            format!(" --people {} --posts {} --seconds {}", a.people, a.posts, a.seconds);
        if a.postgres {
            line.push_str(" --postgres");
        }
        line
    }

    fn goals(&self) -> String {
        let mut out = String::from(
            "## Figures to reach\n\n| what | to reach | reached | |\n|---|---|---|---|\n",
        );
        for (what, wanted, found, is_reached) in self.list_goals() {
            let mark = if is_reached { "yes" } else { "**no**" };
            let _ = writeln!(out, "| {what} | {wanted} | {found} | {mark} |");
        }
        out
    }

    fn list_goals(&self) -> Vec<Goal> {
        let mut goals = Vec::new();
        let against = [
            "thread page against a fixed page of its size, as people read",
            "the same, every page as likely as every other",
        ];
        for (what, thread) in against.into_iter().zip(&self.pairs) {
            let percent = thread.ratio() * 100.0;
            goals.push((what, "40 %".into(), format!("{percent:.0} %"), percent >= 40.0));
        }
        if let Some(groups) = &self.groups {
            let times = rate(&groups.grouped) / rate(&groups.single).max(1e-9);
            let what = "posting in groups against one commit each";
            goals.push((what, "3 times".into(), format!("{times:.1} times"), times >= 3.0));
        }
        if let Some(indexing) = &self.indexing {
            let (what, percent) =
                ("indexing a post, part of posting's time", indexing.share() * 100.0);
            goals.push((what, "25 %".into(), format!("{percent:.0} %"), percent <= 25.0));
        }
        let searches = self.searches.many.rate();
        let what = "searches a second, one word, 16 at once";
        goals.push((what, "1,000".into(), format!("{searches:.0}"), searches >= 1000.0));
        let [half, nearly_all] = [0.5, 0.99].map(|share| self.searches.few.within(share));
        goals.push((
            "search, one word or two, 8 at once: p50, p99",
            "5 ms, 50 ms".into(),
            format!("{half:.1} ms, {nearly_all:.1} ms"),
            half <= 5.0 && nearly_all <= 50.0,
        ));
        let m = &self.memory;
        let most = [m.reading, m.posting, self.groups.as_ref().map_or(0.0, |groups| groups.peak)];
        let most = most.into_iter().fold(0.0, f64::max) + m.postgres;
        let what = "resident memory while reading and posting, database included";
        goals.push((what, "200 MB".into(), mega(most), most * 1.048_576 <= 200.0));
        let start = self.starts.ready.max(self.starts.front);
        let memory = self.lines.with_lines;
        goals.push((
            "resident memory with 5,000 open pages",
            "300 MB".into(),
            mega(memory),
            memory * 1.048_576 <= 300.0 && self.lines.open as u64 >= LINES,
        ));
        let slowest = self.lines.last.iter().copied().fold(0.0, f64::max);
        goals.push((
            "a post reaches all readers of its thread, 5,000 of them",
            "1 s".into(),
            format!("{:.2} s", slowest / 1000.0),
            slowest <= 1000.0,
        ));
        if let Some(digests) = &self.digests {
            goals.push((
                "digests for everybody, killed in between; people told twice",
                "300 s; 0".into(),
                format!("{:.0} s; {}", digests.seconds, digests.told_twice),
                digests.seconds <= 300.0 && digests.told_twice == 0,
            ));
        }
        goals.push((
            "start to first answer",
            "0.5 s".into(),
            format!("{start:.2} s"),
            start <= 0.5,
        ));
        let slowest =
            self.rolls.iter().map(|taken| taken.dry_run.max(taken.apply)).fold(0.0, f64::max);
        let what = "roll, dry run and apply, the slower";
        goals.push((what, "10 s".into(), format!("{slowest:.1} s"), slowest <= 10.0));
        let heaviest = self.weights.iter().max_by_key(|weight| weight.brotli);
        if let Some(page) = heaviest {
            let found = format!("{} ({})", kilo(page.brotli), page.name);
            goals.push((
                "first view of a page, compressed",
                "50 kB".into(),
                found,
                page.brotli <= FIRST_VIEW,
            ));
        }
        goals
    }

    fn rates(&self) -> String {
        let mut out = format!(
            "## Requests a second\n\nPages: {READERS} at once, {ROUNDS} rounds of {} s turn by turn with a fixed page of the same size \
             served by the same program; medians. Milliseconds are of all rounds.\n\n\
             | what | a second | fixed page | of it | p50 | p95 | p99 | bytes |\n|---|---|---|---|---|---|---|---|\n",
            self.arguments.seconds
        );
        for pair in &self.pairs {
            let _ = writeln!(out, "{}", of_pair(pair));
        }
        let _ = writeln!(out, "{}", of_searches(&self.searches));
        let _ = writeln!(out, "{}", of_pair(&self.sign_in));
        if let Some(groups) = &self.groups {
            let _ = writeln!(out, "{}", of_groups(groups));
            let _ = writeln!(
                out,
                "\nPosting: {POSTING_ROUNDS} rounds turn by turn, each on a server started anew. Signing in and posting are answered by an address without a page; so is the fixed page beside them."
            );
        }
        out
    }

    fn others(&self) -> String {
        let (starts, m) = (&self.starts, &self.memory);
        let mut out = String::from("## Start, memory, roll\n\n| what | |\n|---|---|\n");
        let mut line = |what: &str, value: String| {
            let _ = writeln!(out, "| {what} | {value} |");
        };
        line("start to `/health/ready`, median of 5", format!("{:.3} s", starts.ready));
        line("start to the front page, median of 5", format!("{:.3} s", starts.front));
        line("memory, just started", mega(m.started));
        line("most memory while reading pages", mega(m.reading));
        line("most memory while signing in", mega(m.signing_in));
        line("most memory while posting", mega(m.posting));
        if let Some(groups) = &self.groups {
            line("most memory while posting, servers started for it", mega(groups.peak));
        }
        if m.postgres > 0.0 {
            line("PostgreSQL itself after posting (Pss of all processes)", mega(m.postgres));
        }
        line("most memory while the roll came in", mega(m.roll));
        for taken in &self.rolls {
            let (dry_run, apply) = (taken.dry_run, taken.apply);
            let what = format!("roll of {} rows, {}", self.arguments.rows, taken.what);
            line(&what, format!("dry run {dry_run:.2} s, apply {apply:.2} s"));
        }
        for (what, value) in of_lines(&self.lines) {
            line(&what, value);
        }
        if let Some(indexing) = &self.indexing {
            line("processor's time of a post; of indexing one", of_indexing(indexing));
        }
        if let Some(digests) = &self.digests {
            let (what, value) = of_digests(digests);
            line(&what, value);
        }
        line("full pages of threads that were asked for", self.full_pages.to_string());
        out
    }

    fn pages(&self) -> String {
        let mut out = String::from(
            "## Bytes of pages\n\nAll parts: the page, styles, script, symbols and icon, as a browser fetches them the first time.\n\n\
             | page | all parts, br | all parts, gzip | page alone, br | page alone, plain |\n|---|---|---|---|---|\n",
        );
        for weight in &self.weights {
            let _ = writeln!(
                out,
                "| {} `{}` | {} | {} | {} | {} |",
                weight.name,
                weight.path,
                kilo(weight.brotli),
                kilo(weight.gzip),
                kilo(weight.page),
                kilo(weight.plain)
            );
        }
        out
    }
}

fn of_pair(pair: &Pair) -> String {
    let (what, all) = (pair.what, pair.all());
    let (rate, fixed, percent) = (pair.rate(), pair.fixed_rate(), pair.ratio() * 100.0);
    format!(
        "| {what} | {rate:.0} | {fixed:.0} | {percent:.0} % | {} | {} |",
        times(&all),
        pair.bytes
    )
}

/// A line of what has no fixed page beside it.
fn row(what: &str, rate: f64, all: &Sample) -> String {
    format!("| {what} | {rate:.0} | | | {} | |", times(all))
}

fn of_searches(Searches { many, few }: &Searches) -> String {
    let many = row("searching for one word as a member, 16 at once", many.rate(), many);
    format!("{many}\n{}", row("for one word or two, 8 at once", few.rate(), few))
}

fn of_groups(Groups { grouped, single, fixed, .. }: &Groups) -> String {
    let (each, page) = (rate(grouped), rate(fixed));
    let grouped = format!(
        "| posting, {WRITERS} at once, durable | {each:.0} | {page:.0} | {:.0} % | {} | |",
        100.0 * each / page.max(1e-9),
        times(&together(grouped))
    );
    let what = "the same, one commit each (`--group 1`)";
    format!("{grouped}\n{}", row(what, rate(single), &together(single)))
}

/// Pages by themselves, without a file.
pub fn pages(pairs: &[Pair]) -> String {
    pairs.iter().map(of_pair).collect::<Vec<_>>().join("\n")
}

/// Searches by themselves.
pub fn searches(searches: &Searches) -> String {
    of_searches(searches)
}

/// Posting by itself.
pub fn posting(groups: &Groups) -> String {
    of_groups(groups)
}

fn of_indexing(indexing: &Indexing) -> String {
    format!("{:.2} ms; {:.2} ms", indexing.posting, indexing.indexing)
}

/// Indexing by itself.
pub fn indexing(indexing: &Indexing) -> String {
    let percent = indexing.share() * 100.0;
    format!(
        "processor's time of a post; of indexing one: {} ({percent:.0} %)",
        of_indexing(indexing)
    )
}

/// What open pages cost, and how soon they hear.
fn of_lines(lines: &Lines) -> [(String, String); 3] {
    let [half, nearly_all] = [0.5, 0.99].map(|share| lines.heard.within(share));
    let slowest = lines.last.iter().copied().fold(0.0, f64::max);
    [
        ("memory of a server with signed-in people, no page open".to_owned(), mega(lines.before)),
        (format!("the same with {} open pages on one thread", lines.open), mega(lines.with_lines)),
        (
            format!("milliseconds until they hear of a post, {POSTS} posts"),
            format!("p50 {half:.0}, p99 {nearly_all:.0}, last {slowest:.0}"),
        ),
    ]
}

/// The same by itself.
pub fn live(lines: &Lines) -> String {
    of_lines(lines).map(|(what, value)| format!("{what}: {value}")).join("\n")
}

fn of_digests(digests: &Digests) -> (String, String) {
    let Digests { people, seconds, repeated, told_twice } = digests;
    (
        format!("digests for {people} people, killed {KILLS} times in between"),
        format!(
            "{seconds:.0} s; {told_twice} people told twice, {repeated} mails repeated under their Message-ID"
        ),
    )
}

/// The same by itself.
pub fn digests(digests: &Digests) -> String {
    let (what, value) = of_digests(digests);
    format!("{what}: {value}")
}

fn times(sample: &Sample) -> String {
    let [half, most, nearly_all] = [0.5, 0.95, 0.99].map(|share| sample.within(share));
    format!("{half:.1} | {most:.1} | {nearly_all:.1}")
}

/// In units of 1,000,000 bytes.
fn mega(mebibytes: f64) -> String {
    format!("{:.0} MB", mebibytes * 1.048_576)
}

/// In units of 1,000 bytes.
fn kilo(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1000.0)
}

fn notes() -> String {
    "## How it is measured\n\n\
     - Server and load generator share the machine. The generator is one thread that reads answers and throws \
     them away; what it costs lowers every rate, the fixed page's most.\n\
     - The server runs as `demo`, whose pages carry the panel's bar beside what a real site shows.\n\
     - Thread pages are drawn from all full pages of all threads, by 200 members in turn. Evenly is the hardest \
     case for what the program keeps in memory; as people read means by Zipf's law: the second page half as often as \
     the first, the tenth a tenth as often. Lists come from all rooms, 20 pages deep. The fixed page passes the same router, headers and compression, without a session and \
     without the database.\n\
     - Each post carries a form token of its own. Tokens are fetched from pages before the time begins; 1,000 \
     members post in turn, and the limit of posts a minute is lifted by the setting for it.\n\
     - Signing in uses the real form and password; one visitor's form token serves for all.\n\
     - Searches are words of four letters or more as they stand in the posts' sentences, the frequent as often as they \
     are frequent; two words are neighbours. Each answer is the whole page with its excerpts.\n\
     - Posts are durable: WAL with `synchronous=FULL`; the line about the disk says what a commit costs at least.\n\
     - Indexing a post is the processor's time of the job that indexes the newest 400 threads anew, for each post; \
     posting's is that of the whole server while posts are written. The job takes old terms out too, which posting \
     does not, and commits more posts at a time, which saves it some.\n\
     - Everything is in the operating system's cache; a first start after a reboot reads from disk.\n\
     - Open pages are lines of server-sent events of as many members, on one thread of a server started for it; \
     the time runs from sending the post to each reader's event, its commit included.\n\
     - Digests tell each member of two new posts in each of three threads, over SMTP to a receiver on the same \
     machine; after a kill what the dead server held is free again when its lease of two minutes ends.\n\
     - The roll is a file of Windows-less UTF-8 with Finnish headers, uploaded by the registrar; the dry run counts \
     from the upload to the page, applying from the button to the page that follows.\n"
        .to_owned()
}

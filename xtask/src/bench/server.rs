//! The program as a process: fill a union once, start it, measure its start
//! and its memory, stop it.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a server may take to start or to stop.
const PATIENCE: Duration = Duration::from_secs(60);

/// What every start has in common.
#[derive(Clone)]
pub struct Setting {
    /// The program.
    pub program: PathBuf,
    /// Its data.
    pub folder: PathBuf,
    /// PostgreSQL, if not SQLite.
    pub database: Option<String>,
}

impl Setting {
    fn command(&self, address: SocketAddr) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(["demo", "--listen", &address.to_string(), "--data"])
            .arg(&self.folder)
            .env("KAFFERUM_LOG", "warn")
            .env_remove("KAFFERUM_DATABASE")
            .stdin(Stdio::null());
        if let Some(url) = &self.database {
            command.args(["--database", url]);
        }
        command
    }

    /// Fills a union and stops. Says how many seconds it took.
    pub fn fill(
        &self,
        people: u64,
        posts: u64,
        seed: u64,
        sentences: &Path,
    ) -> Result<f64, String> {
        let start = Instant::now();
        let status = self
            .command(free_address()?)
            .args(["--people", &people.to_string(), "--posts", &posts.to_string()])
            .args(["--seed", &seed.to_string(), "--fill-only", "--sentences"])
            .arg(sentences)
            .env("KAFFERUM_LOG", "info")
            .status()
            .map_err(|error| format!("{} can't be started: {error}", self.program.display()))?;
        if !status.success() {
            return Err(format!("the union could not be filled ({status})"));
        }
        Ok(start.elapsed().as_secs_f64())
    }

    /// Starts a server and waits for its first answer at `path`.
    pub fn start(&self, group: Option<usize>, path: &str) -> Result<Server, String> {
        let address = free_address()?;
        let mut command = self.command(address);
        if let Some(group) = group {
            command.args(["--group", &group.to_string()]);
        }
        self.run(command, address, path)
    }

    /// The same as a real site, which hands its mail to a mail server.
    pub fn serve(&self, mail_server: &str) -> Result<Server, String> {
        let address = free_address()?;
        let mut command = Command::new(&self.program);
        command
            .args(["serve", "--listen", &address.to_string(), "--data"])
            .arg(&self.folder)
            .env("KAFFERUM_MAIL", format!("smtp://{mail_server}"))
            .env("KAFFERUM_LOG", "warn")
            .env_remove("KAFFERUM_DATABASE")
            .stdin(Stdio::null());
        self.run(command, address, "/health/ready")
    }

    fn run(&self, mut command: Command, address: SocketAddr, path: &str) -> Result<Server, String> {
        let log = self.folder.join("server.log");
        let file = File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?;
        let second = file.try_clone().map_err(|error| error.to_string())?;
        let before = Instant::now();
        let child = command
            .stdout(file)
            .stderr(second)
            .spawn()
            .map_err(|error| format!("{} can't be started: {error}", self.program.display()))?;
        let mut server = Server { child, address, log, started_in: 0.0 };
        server.wait_for(path, before)?;
        server.started_in = before.elapsed().as_secs_f64();
        Ok(server)
    }
}

fn free_address() -> Result<SocketAddr, String> {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map_err(|error| format!("there is no free port: {error}"))
}

/// A running server; it is killed when this is dropped.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    log: PathBuf,
    /// Seconds from its start to its first answer.
    pub started_in: f64,
}

impl Server {
    fn wait_for(&mut self, path: &str, start: Instant) -> Result<(), String> {
        loop {
            if ask(self.address, path) {
                return Ok(());
            }
            let ended = self.child.try_wait().ok().flatten();
            if ended.is_some() || start.elapsed() > PATIENCE {
                let said = fs::read_to_string(&self.log).unwrap_or_default();
                return Err(format!("the server did not start ({ended:?}). It says:\n{said}"));
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Host and port, as a browser sends it.
    pub fn host(&self) -> String {
        self.address.to_string()
    }

    /// The most memory it has held since [`Server::forget_peak`], in MiB.
    pub fn peak(&self) -> f64 {
        status_of(self.child.id(), "VmHWM:")
    }

    /// Memory it holds now, in MiB.
    pub fn resident(&self) -> f64 {
        status_of(self.child.id(), "VmRSS:")
    }

    /// The processor's time that it has taken, in milliseconds.
    pub fn processor(&self) -> f64 {
        /// Linux counts a hundred ticks a second (`USER_HZ`).
        const TICK: f64 = 10.0;
        let stat =
            fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        // In user mode and in the system, proc(5); the name before them may
        // have blanks.
        let after_name = stat.rsplit(')').next().unwrap_or_default();
        let ticks = after_name.split_whitespace().skip(11).take(2);
        ticks.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() * TICK
    }

    /// Begins a new peak.
    pub fn forget_peak(&self) {
        // 5 resets the peak (proc(5)). Where that is forbidden the peak is
        // that of the whole run, which is only ever more.
        let _ = fs::write(format!("/proc/{}/clear_refs", self.child.id()), "5");
    }

    /// Ends it at once, without its help.
    pub fn kill(self) {}

    /// Asks it to stop, and waits until it has.
    pub fn stop(mut self) -> Result<(), String> {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status();
        asked.map_err(|error| format!("the server can't be asked to stop: {error}"))?;
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Ok(Some(status)) = self.child.try_wait() {
                return match status.success() {
                    true => Ok(()),
                    false => Err(format!("the server ended badly ({status})")),
                };
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Err("the server does not stop".to_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether an address answers with 200, on a connection of its own.
fn ask(address: SocketAddr, path: &str) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else { return false };
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    let mut answer = Vec::new();
    stream.write_all(request.as_bytes()).is_ok()
        && stream.read_to_end(&mut answer).is_ok()
        && answer.starts_with(b"HTTP/1.1 200")
}

fn mebibytes(text: &str, name: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kib.unwrap_or(0.0) / 1024.0
}

fn status_of(process: u32, name: &str) -> f64 {
    let text = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    mebibytes(&text, name)
}

/// Memory of PostgreSQL and all its processes in MiB, what they share counted
/// once (`Pss`). Its folder is in its address.
pub fn postgres_memory(url: &str) -> f64 {
    let folder = url.split("host=").nth(1).unwrap_or_default();
    let file = Path::new(folder).join("data/postmaster.pid");
    let text = fs::read_to_string(file).unwrap_or_default();
    let Some(first) = text.lines().next().and_then(|line| line.trim().parse::<u32>().ok()) else {
        return 0.0;
    };
    let children = fs::read_dir("/proc").into_iter().flatten().flatten().filter_map(|entry| {
        let id: u32 = entry.file_name().to_str()?.parse().ok()?;
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        let parent: u32 = stat.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()?;
        (parent == first).then_some(id)
    });
    children.chain([first]).map(proportional).sum()
}

fn proportional(process: u32) -> f64 {
    let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    mebibytes(&text, "Pss:")
}

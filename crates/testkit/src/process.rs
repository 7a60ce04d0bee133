//! The built program `kafferum` as a process: start, ask, kill, measure.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Resource, Rlimit, Signal, prlimit};
use tempfile::TempDir;

use crate::Trouble;
use crate::guardian::GuardedChild;
use crate::http::HttpClient;

/// The environment variable that names the program to test.
pub const PROGRAM_VARIABLE: &str = "KAFFERUM_BIN";

const PATIENCE: Duration = Duration::from_secs(60);

/// How to start the program.
#[derive(Debug, Clone)]
pub struct Program {
    path: PathBuf,
    arguments: Vec<OsString>,
    environment: BTreeMap<OsString, OsString>,
}

/// How much memory a process holds, in kibibytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Memory {
    /// In memory now (`VmRSS`).
    pub resident_kib: u64,
    /// The most there ever was (`VmHWM`).
    pub peak_kib: u64,
}

impl Program {
    /// The program that [`PROGRAM_VARIABLE`] names, else the one that cargo
    /// built beside this test. Panics when there is none.
    #[track_caller]
    pub fn kafferum() -> Self {
        match built_program() {
            Ok(path) => Self::at(path),
            Err(trouble) => panic!("{trouble}"),
        }
    }

    /// The program in this file.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), arguments: Vec::new(), environment: BTreeMap::new() }
    }

    /// With one more argument.
    pub fn arg(mut self, argument: impl Into<OsString>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// With more arguments.
    pub fn args<A: Into<OsString>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    /// With an environment variable.
    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.environment.insert(name.into(), value.into());
        self
    }

    /// Gets an error where a file can't grow ([`Running::fill_disk`]), in place
    /// of the signal that would end it.
    pub fn with_errors_for_full_files(self) -> Self {
        let script = "trap '' XFSZ; exec \"$0\" \"$@\"";
        let mut arguments = vec![OsString::from("-c"), OsString::from(script), self.path.into()];
        arguments.extend(self.arguments);
        Self { path: PathBuf::from("sh"), arguments, environment: self.environment }
    }

    /// Runs to the end, as a subcommand does, and returns all that it wrote.
    #[track_caller]
    pub fn run(&self) -> Output {
        match self.command().stdin(Stdio::null()).output() {
            Ok(output) => output,
            Err(error) => panic!("{} can't be run: {error}", self.path.display()),
        }
    }

    /// Starts it as a server, and waits until it says at `/health/ready` on
    /// this address (host and port) that it is ready. Panics with its output
    /// when it does not get that far.
    #[track_caller]
    pub fn start(&self, address: &str) -> Running {
        let mut running = self.start_without_waiting(address);
        if let Err(trouble) = running.wait_until_ready() {
            panic!("{trouble}");
        }
        running
    }

    /// Starts it and returns at once: for tests of a start that fails.
    #[track_caller]
    pub fn start_without_waiting(&self, address: &str) -> Running {
        let folder = tempfile::tempdir().expect("a folder for the program's output");
        let output = File::create(output_file(&folder)).expect("a file for the program's output");
        let second = output.try_clone().expect("a file for the program's output");
        let mut command = self.command();
        command.stdin(Stdio::null()).stdout(output).stderr(second);
        let child = GuardedChild::spawn(&mut command, "KILL", Some(folder.path()))
            .unwrap_or_else(|error| panic!("{} can't be started: {error}", self.path.display()));
        Running { child, folder, address: address.to_owned() }
    }

    /// The developer's own settings must not change what a test sees.
    fn command(&self) -> Command {
        let mut command = Command::new(&self.path);
        for (name, _) in env::vars_os() {
            if name.to_string_lossy().starts_with("KAFFERUM_") {
                command.env_remove(name);
            }
        }
        command.args(&self.arguments).envs(&self.environment);
        command
    }
}

/// The running program. It is killed when this is dropped.
pub struct Running {
    child: GuardedChild,
    folder: TempDir,
    address: String,
}

impl Running {
    /// The address of the site, such as `http://127.0.0.1:8080`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A new visitor to it.
    pub fn visitor(&self) -> HttpClient {
        HttpClient::new(&self.address)
    }

    /// The number of the process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// All that it has written so far, to both outputs.
    pub fn output(&self) -> String {
        fs::read_to_string(output_file(&self.folder)).unwrap_or_default()
    }

    /// Waits until it has written this. Panics when it has not in a minute.
    #[track_caller]
    pub fn wait_for_output(&self, words: &str) {
        let deadline = Instant::now() + PATIENCE;
        while !self.output().contains(words) {
            assert!(Instant::now() < deadline, "no \"{words}\" in:\n{}", self.output());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// From now on no file of its can grow, its log neither, as on a disk that
    /// is full. The program must have been made
    /// [`Program::with_errors_for_full_files`].
    pub fn fill_disk(&self) {
        self.limit_files(Some(0));
    }

    /// Gives the disk room again.
    pub fn free_disk(&self) {
        self.limit_files(None);
    }

    fn limit_files(&self, bytes: Option<u64>) {
        let limit = Rlimit { current: bytes, maximum: None };
        let pid = i32::try_from(self.id()).ok().and_then(Pid::from_raw);
        prlimit(pid, Resource::Fsize, limit).expect("a limit for the program's files");
    }

    /// Kills it as a power cut would (`kill -9`), and waits until it is gone.
    pub fn kill(mut self) {
        self.child.signal(Signal::KILL);
        self.child.child().wait().expect("the end of a killed program");
    }

    /// Asks it to stop (`SIGTERM`). Panics when it does not stop in a minute.
    #[track_caller]
    pub fn terminate(mut self) -> (ExitStatus, String) {
        self.child.signal(Signal::TERM);
        self.wait()
    }

    /// Waits for its end by itself. Panics when it does not end in a minute.
    #[track_caller]
    pub fn wait(&mut self) -> (ExitStatus, String) {
        match self.child.wait_at_most(PATIENCE).expect("the program's status") {
            Some(status) => (status, self.output()),
            None => panic!("the program does not stop. Its output:\n{}", self.output()),
        }
    }

    /// The memory that it holds now, and the most that it ever held.
    pub fn memory(&self) -> Memory {
        let status = fs::read_to_string(format!("/proc/{}/status", self.id()));
        let status = status.expect("the status of the running program");
        Memory { resident_kib: kib(&status, "VmRSS:"), peak_kib: kib(&status, "VmHWM:") }
    }

    fn wait_until_ready(&mut self) -> Result<(), Trouble> {
        let deadline = Instant::now() + PATIENCE;
        let mut visitor = self.visitor();
        loop {
            let answer = visitor.send("GET", "/health/ready", &[], Vec::new());
            let why = match answer {
                Ok(response) if response.status == 200 => return Ok(()),
                Ok(response) => format!("/health/ready answers {}", response.status),
                Err(trouble) => trouble.to_string(),
            };
            let ended = self.child.child().try_wait().ok().flatten();
            if ended.is_some() || Instant::now() > deadline {
                let output = self.output();
                return Err(Trouble::new(format!(
                    "The program is not ready ({why}; ended: {ended:?}). Its output:\n{output}"
                )));
            }
            thread::sleep(Duration::from_millis(10));
        }
    }
}

/// An address on loopback with a port that is free now.
pub fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on loopback");
    listener.local_addr().expect("the free port").to_string()
}

/// Cargo puts test programs into `target/PROFILE/deps/` and examples and
/// benches beside them; the program itself stands in `target/PROFILE/`.
fn built_program() -> Result<PathBuf, Trouble> {
    if let Some(path) = env::var_os(PROGRAM_VARIABLE) {
        return Ok(PathBuf::from(path));
    }
    let test = env::current_exe().unwrap_or_default();
    test.ancestors()
        .skip(1)
        .take(3)
        .map(|folder| folder.join("kafferum"))
        .find(|path| Path::is_file(path))
        .ok_or_else(|| {
            Trouble::new(format!(
                "The program kafferum is not built. `cargo xtask test` builds it; or run \
                 `cargo build -p kafferum-server`, or set {PROGRAM_VARIABLE} to its path."
            ))
        })
}

fn output_file(folder: &TempDir) -> PathBuf {
    folder.path().join("output")
}

fn kib(status: &str, field: &str) -> u64 {
    let line = status.lines().find_map(|line| line.strip_prefix(field));
    let value = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    value.unwrap_or_else(|| panic!("no {field} in the status of the process"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_of_a_process_is_read_from_its_status() {
        let sleeper = Program::at("sleep").arg("100").start_without_waiting("127.0.0.1:1");
        let memory = sleeper.memory();
        assert!(memory.resident_kib > 0 && memory.peak_kib >= memory.resident_kib, "{memory:?}");
        let process = PathBuf::from(format!("/proc/{}", sleeper.id()));
        sleeper.kill();
        assert!(!process.exists());
    }

    #[test]
    fn a_program_that_ends_at_once_is_not_waited_for() {
        let program = Program::at("sh").args(["-c", "echo the port is taken >&2; exit 3"]);
        let mut running = program.start_without_waiting(&free_address());
        let trouble = running.wait_until_ready().unwrap_err().to_string();
        assert!(trouble.contains("the port is taken"), "{trouble}");
        assert_eq!(running.wait().0.code(), Some(3));
    }

    #[test]
    fn a_program_that_is_asked_to_stop_says_how_it_ended() {
        let script = "trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.01; done";
        let running = Program::at("sh").args(["-c", script]).start_without_waiting("127.0.0.1:1");
        while !running.output().contains("up") {
            thread::yield_now();
        }
        let (status, output) = running.terminate();
        assert!(status.success() && output.contains("bye"), "{status} {output}");
    }

    #[test]
    fn a_program_on_a_full_disk_gets_errors_and_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let sign = folder.path().join("sign");
        File::create(&sign).unwrap();
        let script = "while echo up; do sleep 0.01; done; rm \"$0\"; \
                      until echo up; do sleep 0.01; done; exit 7";
        let mut running = Program::at("sh")
            .args(["-c", script])
            .arg(&sign)
            .with_errors_for_full_files()
            .start_without_waiting("127.0.0.1:1");
        while running.output().is_empty() {
            thread::yield_now();
        }
        running.fill_disk();
        while sign.exists() {
            thread::yield_now();
        }
        running.free_disk();
        assert_eq!(running.wait().0.code(), Some(7));
    }

    #[test]
    fn settings_of_the_developer_do_not_reach_the_program() {
        let output = Program::at("env").env("KAFFERUM_LISTEN", "here").run();
        let seen = String::from_utf8(output.stdout).unwrap();
        let ours: Vec<&str> = seen.lines().filter(|line| line.starts_with("KAFFERUM_")).collect();
        assert_eq!(ours, ["KAFFERUM_LISTEN=here"]);
    }
}

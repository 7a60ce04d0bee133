//! The throw-away server: made by `initdb` in a temporary folder, reachable
//! by Unix socket only, gone with its folder at the end.

use std::env;
use std::fs::{self, File, Permissions};
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use postgres::{Client, NoTls};
use rustix::process::{Signal, geteuid};
use tempfile::TempDir;

use super::BINARIES_VARIABLE;
use crate::guardian::GuardedChild;
use crate::{Trouble, programs};

const DEBIAN_FOLDER: &str = "/usr/lib/postgresql";
const PATIENCE: Duration = Duration::from_secs(60);

/// The kernel takes 107 bytes for the path of a Unix socket, and the file's
/// own name is `.s.PGSQL.5432`.
const LONGEST_SOCKET_FOLDER: usize = 90;

/// Whether the server's promises must survive a loss of power.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Nothing is forced to disk: fast, for ordinary tests.
    ThrowAway,
    /// The server's own defaults, for measuring what a union would run.
    Durable,
}

/// A running server. It stops, and its folder goes, when this is dropped,
/// and also when the test program is killed.
pub struct Server {
    process: GuardedChild,
    folder: TempDir,
    settings: Vec<String>,
    url: String,
}

impl Server {
    /// Makes a new cluster and starts it; waits until it takes connections.
    ///
    /// Run by root, it becomes the user `postgres`, or `nobody` where there is
    /// none, because PostgreSQL refuses to run as root.
    pub fn start(durability: Durability) -> Result<Self, Trouble> {
        let binaries = binaries()?;
        let account = Account::choose()?;
        let folder = socket_safe_folder()?;
        account.own(folder.path())?;
        make_cluster(&binaries, &account, folder.path())?;
        let settings = settings(folder.path(), durability);
        let process = launch(&binaries, &account, folder.path(), &settings)?;
        let url = format!("postgres://kafferum@/postgres?host={}", folder.path().display());
        let mut server = Self { process, folder, settings, url };
        server.wait_until_ready()?;
        Ok(server)
    }

    /// Starts it anew as a server on a network: at a port of 127.0.0.1 too,
    /// where it speaks TLS with this certificate and key (PEM). Gives the port.
    pub fn open_to_network(&mut self, certificate: &str, key: &str) -> Result<u16, Trouble> {
        let account = Account::choose()?;
        let data = data_folder(self.folder.path());
        for (name, text) in [("server.crt", certificate), ("server.key", key)] {
            let file = data.join(name);
            fs::write(&file, text).map_err(cannot("write the certificate"))?;
            // PostgreSQL refuses a key that others could read.
            fs::set_permissions(&file, Permissions::from_mode(0o600))
                .map_err(cannot("protect the key"))?;
            account.own(&file)?;
        }
        let free = TcpListener::bind(("127.0.0.1", 0)).map_err(cannot("find a port"))?;
        let port = free.local_addr().map_err(cannot("find a port"))?.port();
        drop(free);
        self.settings.retain(|setting| !setting.starts_with("listen_addresses="));
        self.settings.extend([
            "listen_addresses=127.0.0.1".to_owned(),
            format!("port={port}"),
            "ssl=on".to_owned(),
        ]);
        self.url = format!("{}&port={port}", self.url);
        self.stop()?;
        self.start_again()?;
        Ok(port)
    }

    /// Ends it as a crash would, without writing anything down (`SIGQUIT`).
    /// Its data stay.
    pub fn stop(&mut self) -> Result<(), Trouble> {
        self.process.signal(Signal::QUIT);
        match self.process.wait_at_most(PATIENCE) {
            Ok(Some(_)) => Ok(()),
            Ok(None) => Err(Trouble::new("PostgreSQL does not stop")),
            Err(error) => Err(cannot("stop PostgreSQL")(error)),
        }
    }

    /// Starts it again on the data that it had when it was stopped; waits
    /// until it takes connections.
    pub fn start_again(&mut self) -> Result<(), Trouble> {
        let account = Account::choose()?;
        self.process = launch(&binaries()?, &account, self.folder.path(), &self.settings)?;
        self.wait_until_ready()
    }

    /// The address of the maintenance database, for [`super::ADDRESS_VARIABLE`].
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What the server has written to its log.
    pub fn log(&self) -> String {
        fs::read_to_string(log_file(self.folder.path())).unwrap_or_default()
    }

    fn wait_until_ready(&mut self) -> Result<(), Trouble> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let refusal = match Client::connect(&self.url, NoTls) {
                Ok(_) => return Ok(()),
                Err(error) => error,
            };
            let ended = self.process.child().try_wait().map_err(cannot("watch PostgreSQL"))?;
            if ended.is_some() || Instant::now() > deadline {
                return Err(Trouble::new(format!(
                    "The throw-away PostgreSQL did not start ({refusal}). Its log:\n{}",
                    self.log()
                )));
            }
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // QUIT is PostgreSQL's immediate shutdown: the data is thrown away,
        // so there is nothing to write down, but shared memory is given back.
        self.process.signal(Signal::QUIT);
        let _ = self.process.wait_at_most(Duration::from_secs(10));
    }
}

/// The folder of `initdb` and `postgres`: the one in [`BINARIES_VARIABLE`],
/// else Debian's newest, else the first in `PATH` that has both.
pub fn binaries() -> Result<PathBuf, Trouble> {
    if let Some(folder) = env::var_os(BINARIES_VARIABLE) {
        return Ok(PathBuf::from(folder));
    }
    debian_folders()
        .into_iter()
        .chain(programs::folders_of_path())
        .find(|folder| has_binaries(folder))
        .ok_or_else(|| {
            Trouble::new(format!(
                "PostgreSQL is not on this machine. `cargo xtask test` installs it; \
                 or set {BINARIES_VARIABLE} to the folder that holds initdb and postgres."
            ))
        })
}

/// Debian keeps each version in a folder of its own; the newest comes first.
fn debian_folders() -> Vec<PathBuf> {
    let mut versions: Vec<u32> = fs::read_dir(DEBIAN_FOLDER)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .collect();
    versions.sort_unstable_by(|a, b| b.cmp(a));
    versions
        .into_iter()
        .map(|version| Path::new(DEBIAN_FOLDER).join(version.to_string()).join("bin"))
        .collect()
}

/// Debian links `initdb` alone into some folders of `PATH`, so both are
/// looked for.
fn has_binaries(folder: &Path) -> bool {
    folder.join("initdb").is_file() && folder.join("postgres").is_file()
}

fn socket_safe_folder() -> Result<TempDir, Trouble> {
    let usual = env::temp_dir();
    let parent = if usual.as_os_str().len() + 20 > LONGEST_SOCKET_FOLDER {
        PathBuf::from("/tmp")
    } else {
        usual
    };
    tempfile::Builder::new()
        .prefix("kafferum-pg-")
        .tempdir_in(parent)
        .map_err(cannot("make a folder for PostgreSQL"))
}

fn make_cluster(binaries: &Path, account: &Account, folder: &Path) -> Result<(), Trouble> {
    let mut command = Command::new(binaries.join("initdb"));
    // The locale is one that every machine has, and it sorts like SQLite.
    command
        .args(["--auth=trust", "--username=kafferum", "--encoding=UTF8", "--locale=C.UTF-8"])
        .args(["--no-sync", "--no-instructions", "--pgdata"])
        .arg(data_folder(folder))
        .stdin(Stdio::null())
        .current_dir(folder);
    account.become_it(&mut command);
    let output = command.output().map_err(cannot("run initdb"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(Trouble::new(format!(
        "initdb failed: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )))
}

fn launch(
    binaries: &Path,
    account: &Account,
    folder: &Path,
    settings: &[String],
) -> Result<GuardedChild, Trouble> {
    let mut log = File::options();
    let log = log.create(true).append(true).open(log_file(folder));
    let log = log.map_err(cannot("write PostgreSQL's log"))?;
    let second = log.try_clone().map_err(cannot("write PostgreSQL's log"))?;
    let mut command = Command::new(binaries.join("postgres"));
    command
        .arg("-D")
        .arg(data_folder(folder))
        .args(settings.iter().flat_map(|setting| ["-c", setting]))
        .stdin(Stdio::null())
        .stdout(log)
        .stderr(second)
        .current_dir(folder);
    account.become_it(&mut command);
    GuardedChild::spawn(&mut command, "QUIT", Some(folder)).map_err(cannot("start PostgreSQL"))
}

fn settings(folder: &Path, durability: Durability) -> Vec<String> {
    let mut settings = vec![
        format!("unix_socket_directories={}", folder.display()),
        "listen_addresses=".to_owned(),
        "port=5432".to_owned(),
        // Every test has a pool of its own, and tests run side by side.
        "max_connections=300".to_owned(),
        "timezone=UTC".to_owned(),
    ];
    if durability == Durability::ThrowAway {
        settings.extend(
            ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"]
                .map(str::to_owned),
        );
    }
    settings
}

fn data_folder(folder: &Path) -> PathBuf {
    folder.join("data")
}

fn log_file(folder: &Path) -> PathBuf {
    folder.join("postgres.log")
}

/// Whom the server runs as. `None` is ourselves.
struct Account(Option<(u32, u32)>);

impl Account {
    fn choose() -> Result<Self, Trouble> {
        if !geteuid().is_root() {
            return Ok(Self(None));
        }
        let accounts = fs::read_to_string("/etc/passwd").map_err(cannot("read /etc/passwd"))?;
        ["postgres", "nobody"]
            .iter()
            .find_map(|name| numbers_of(&accounts, name))
            .map(|numbers| Self(Some(numbers)))
            .ok_or_else(|| {
                Trouble::new(
                    "PostgreSQL refuses to run as root, and this machine has neither \
                     the user postgres nor nobody. Run the tests as another user.",
                )
            })
    }

    fn own(&self, folder: &Path) -> Result<(), Trouble> {
        let Some((user, group)) = self.0 else {
            return Ok(());
        };
        chown(folder, Some(user), Some(group)).map_err(cannot("hand PostgreSQL its folder"))
    }

    fn become_it(&self, command: &mut Command) {
        if let Some((user, group)) = self.0 {
            command.uid(user).gid(group);
        }
    }
}

/// User and group number of an account in the text of `/etc/passwd`.
fn numbers_of(accounts: &str, name: &str) -> Option<(u32, u32)> {
    let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
    let mut fields = line.split(':').skip(2);
    Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
}

fn cannot(what: &'static str) -> impl Fn(std::io::Error) -> Trouble {
    move |error| Trouble::new(format!("Can't {what}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_read_from_the_list_of_accounts() {
        let accounts = "root:x:0:0:root:/root:/bin/sh\npostgres:x:101:104::/var:/bin/sh\n";
        assert_eq!(numbers_of(accounts, "postgres"), Some((101, 104)));
        assert_eq!(numbers_of(accounts, "nobody"), None);
    }

    #[test]
    fn a_throw_away_server_forces_nothing_to_disk_and_a_durable_one_does() {
        let throw_away = Server::start(Durability::ThrowAway).unwrap();
        assert_eq!(setting(&throw_away, "fsync"), "off");
        let durable = Server::start(Durability::Durable).unwrap();
        assert_eq!(setting(&durable, "fsync"), "on");
        assert_eq!(setting(&durable, "synchronous_commit"), "on");
        assert_eq!(setting(&durable, "listen_addresses"), "");
    }

    #[test]
    fn a_stopped_server_leaves_nothing_behind() {
        let server = Server::start(Durability::ThrowAway).unwrap();
        let folder = server.folder.path().to_owned();
        let process = PathBuf::from(format!("/proc/{}", server.process.id()));
        assert!(folder.exists() && process.exists());
        drop(server);
        assert!(!folder.exists() && !process.exists());
    }

    #[test]
    fn a_server_that_crashed_comes_back_with_what_it_had_committed() {
        let mut server = Server::start(Durability::Durable).unwrap();
        let mut client = Client::connect(server.url(), NoTls).unwrap();
        client.batch_execute("CREATE TABLE cup (id BIGINT)").unwrap();
        server.stop().unwrap();
        assert!(Client::connect(server.url(), NoTls).is_err());
        server.start_again().unwrap();
        let mut client = Client::connect(server.url(), NoTls).unwrap();
        assert!(client.query("SELECT id FROM cup", &[]).unwrap().is_empty());
    }

    fn setting(server: &Server, name: &str) -> String {
        let mut client = Client::connect(server.url(), NoTls).unwrap();
        client.query_one(&format!("SHOW {name}"), &[]).unwrap().get(0)
    }
}
